// A second set of stories and layouts, written after the matching was made and with nothing changed for it: for an honest number.
import { layOut, type PdfBlock } from './lay-out.ts';
import { grouped, type Random } from './random.ts';
import { cueText, escapeHtml, type SourceDocument } from './render.ts';
import { altered, type Story, type StoryMaker } from './stories.ts';
import { wordFile } from './write-docx.ts';
import { writePdf } from './write-pdf.ts';

const SURNAMES = ['Abara', 'Delacroix', 'Fenwick', 'Grabowski', 'Hartono', 'Ivanova', 'Jespersen', 'Kimani', 'Lacey', 'Mbeki'];
const FIRST = ['Clara', 'Dev', 'Elsa', 'Farid', 'Grace', 'Hugo'];
const CITIES = ['Port Anselm', 'Ravensby', 'Lower Tarn', 'Kirkmoor', 'Valdera', 'Osterhafen'];

const ASIDES = [
  'Questions that were sent to the agency by email had not been answered when this text was finished.',
  'In the years before the reform the numbers had been collected by hand, with many gaps.',
  'The opposition has asked for an inquiry, and two of its members have left the committee in protest.',
  'On the square in front of the building, volunteers handed out soup and blankets.',
  'The documents run to more than 400 pages and were released after a request under the law on public records.',
  'It was the third time within 18 months that the rules were changed.',
  'Similar schemes exist in 7 other regions, and none of them has been evaluated.',
  'The next hearing is set for the second week of the month.',
];

const SAID = [
  (r: Random) => `If the clinic closes, a woman in labour will have to travel ${r.int(41, 99)} miles over the pass, and in January that road is often shut.`,
  () => 'I have been a judge for eleven years and have never seen a file in such a state.',
  (r: Random) => `The harvest is not lost, but whoever sold early to ${r.pick(SURNAMES)} has lost money.`,
  () => 'They promised us a library with a garden, and what we have got is a car park without trees.',
  (r: Random) => `We found ${r.int(130, 990)} letters in the cellar, none of which had ever been opened by anybody at the office.`,
  () => 'Our children cannot swim because the pool has been shut since the roof came down.',
  () => 'The bank knew about the hole in the accounts long before the auditors arrived in the spring.',
  () => 'Nothing in the contract says that the drivers must pay for the fuel themselves.',
  (r: Random) => `That decision was made by ${r.pick(SURNAMES)} alone, and the rest of us read about it in the newspaper the next day.`,
];

function aside(random: Random, count = 1): string {
  return random.shuffle(ASIDES).slice(0, count).join(' ');
}

function talk(random: Random) {
  const [a, b, c] = random.shuffle(SAID).slice(0, 3).map(make => make(random)) as [string, string, string];
  const who = `${random.pick(FIRST)} ${random.pick(SURNAMES)}`;
  return { quotations: [a, b, c], lines: [`${who} put it like this: “${a}” ${aside(random)}`, `“${b}” said somebody at the back of the room. ${aside(random)}`, `${aside(random)} In the words of ${who}: “${c}”`] as const };
}

const clinic: StoryMaker = random => {
  const city = random.pick(CITIES);
  const [beds, before] = [random.int(120, 480), random.int(490, 900)];
  const wait = random.int(21, 160);
  const nurses = random.int(210, 1_900);
  const { quotations, lines } = talk(random);
  return {
    title: `Waiting for a bed in ${city}`, quotations,
    blocks: [
      `${city} General has ${beds} beds today; ten years ago it had ${before}. ${aside(random)}`, lines[0],
      `Patients wait ${wait} days on average for a hip operation, four times as long as the guideline allows. ${aside(random, 2)}`, lines[1],
      `Of its ${grouped(nurses)} nurses, one in five is over sixty. ${aside(random)}`, lines[2],
    ],
    figures: [
      { sentence: x => `${city} General is down to ${x} beds`, right: [String(beds)], wrong: [String(altered(beds, random))] },
      { sentence: x => `Whoever needs a new hip waits ${x} days on average`, right: [String(wait), `about ${wait}`], wrong: [String(altered(wait, random))] },
      { sentence: x => `The hospital has ${x} nurses on its payroll`, right: [grouped(nurses), `almost ${grouped(Math.ceil((nurses + 1) / 50) * 50)}`], wrong: [grouped(altered(nurses, random))] },
      { sentence: x => `${city} General has ${x} fewer beds than ten years ago`, right: [String(before - beds)], wrong: [] },
    ],
  };
};

const harvest: StoryMaker = random => {
  const region = random.pick(CITIES);
  const tonnes = random.int(21, 98) / 10;
  const area = random.int(310, 990) * 100;
  const price = random.int(151, 289);
  const fall = random.int(6, 29);
  const { quotations, lines } = talk(random);
  return {
    title: `Dry fields around ${region}`, quotations,
    blocks: [
      lines[0], `Farmers in the ${region} basin brought in ${tonnes.toFixed(1)} million tonnes of wheat, ${fall}% less than the year before, when the rain came in time. ${aside(random)}`,
      `They had sown ${grouped(area)} hectares, the agriculture office estimates. ${aside(random)}`, lines[1],
      `A tonne of milling wheat was traded at $${price} on Thursday. A year earlier it had been $${price + random.int(31, 80)}. ${aside(random)}`, lines[2],
    ],
    figures: [
      { sentence: x => `The wheat harvest in the ${region} basin came to ${x} million tonnes`, right: [tonnes.toFixed(1)], wrong: [(altered(Math.round(tonnes * 10), random) / 10).toFixed(1)] },
      { sentence: x => `Compared with the year before, farmers harvested ${x} percent less wheat`, right: [String(fall)], wrong: [String(altered(fall, random))] },
      { sentence: x => `By the estimate of the agriculture office, ${x} were sown`, right: [`${grouped(area)} hectares`, `${grouped(Math.round(area * 2.4710538 / 1_000) * 1_000)} acres`], wrong: [`${grouped(altered(area, random))} hectares`] },
      { sentence: x => `On Thursday, milling wheat was traded at ${x} a tonne`, right: [`$${price}`], wrong: [`$${price + 200}`] },
    ],
  };
};

const court: StoryMaker = random => {
  const firm = `${random.pick(SURNAMES)} & Sons`;
  const fine = random.int(120, 890) * 1_000;
  const workers = random.int(17, 64);
  const months = random.int(13, 40);
  const pages = random.int(120, 390);
  const { quotations, lines } = talk(random);
  return {
    title: `Court fines ${firm}`, quotations,
    blocks: [
      `The regional court has fined ${firm} £${grouped(fine)} for breaches of the safety code. ${aside(random)}`,
      `${workers} workers had to be treated for burns after the fire in the paint shop. ${aside(random)}`, lines[0], lines[1],
      `The foreman was given a suspended sentence of ${months} months. The ruling, ${pages} pages long, is not yet final. ${aside(random)}`, lines[2],
    ],
    figures: [
      { sentence: x => `The court ordered ${firm} to pay a fine of ${x}`, right: [`£${grouped(fine)}`], wrong: [`£${grouped(altered(fine / 1_000, random) * 1_000)}`] },
      { sentence: x => `After the fire in the paint shop ${x} workers were treated for burns`, right: [String(workers)], wrong: [String(altered(workers, random))] },
      { sentence: x => `The foreman was sentenced to ${x} months, suspended`, right: [String(months)], wrong: [String(altered(months, random))] },
      { sentence: x => `The ruling runs to ${x} pages`, right: [String(pages)], wrong: [String(altered(pages, random))] },
    ],
  };
};

const museum: StoryMaker = random => {
  const name = `Museum of ${random.pick(['Clocks', 'the Sea', 'Glass', 'Railways'])}`;
  const halls = random.shuffle(['East wing', 'West wing', 'Tower', 'Courtyard']).slice(0, 3);
  const rows = halls.map(hall => [hall, random.int(1_101, 9_899), random.int(1_101, 9_899)] as const);
  const fee = random.int(7, 29);
  const total = rows.reduce((n, [, , now]) => n + now, 0);
  const { quotations, lines } = talk(random);
  return {
    title: `${name}: a year in numbers`, quotations,
    blocks: [
      `The ${name} looks back on its year. ${aside(random, 2)}`, lines[0],
      { caption: 'Visitors by part of the house', rows: [['Part of the house', '2022', '2023'], ...rows.map(([hall, then, now]) => [hall, grouped(then), grouped(now)])] },
      lines[1], `From May on, adults pay ${fee} euros at the door, children nothing. ${aside(random)}`, lines[2],
    ],
    figures: [
      { sentence: x => `The ${halls[0]!.toLowerCase()} of the house had ${x} visitors in 2023`, right: [grouped(rows[0]![2])], wrong: [grouped(rows[0]![2] + 10_427)] },
      { sentence: x => `In 2022 the ${halls[1]!.toLowerCase()} drew ${x} visitors`, right: [grouped(rows[1]![1])], wrong: [grouped(rows[1]![1] + 10_631)] },
      { sentence: x => `In all, ${x} visitors came to the three parts of the house in 2023`, right: [grouped(total)], wrong: [] },
      { sentence: x => `Adults pay ${x} at the door`, right: [`€${fee}`], wrong: [`€${fee + 9}`] },
    ],
  };
};

const vote: StoryMaker = random => {
  const bill = random.pick(['the water bill', 'the rent cap', 'the media act']);
  const [ayes, noes] = [random.int(60, 99), random.int(21, 59)];
  const turnout = (random.int(412, 789) / 10).toFixed(1);
  const rents = random.int(3, 19);
  const flats = random.int(11, 97) * 1_000;
  const { quotations, lines } = talk(random);
  return {
    title: `After the vote on ${bill}`, quotations,
    blocks: [
      lines[0], `Parliament passed ${bill} with ${ayes} votes in favour and ${noes} against. ${aside(random)}`, lines[1],
      `At the last election turnout was ${turnout} percent. ${aside(random)}`,
      `Rents in the capital have risen by ${rents} percent since then, and ${grouped(flats)} flats stand empty. ${aside(random)}`, lines[2],
    ],
    figures: [
      { sentence: x => `In parliament ${x} members voted in favour of ${bill}`, right: [String(ayes)], wrong: [String(ayes + random.int(100, 140))] },
      { sentence: x => `Turnout at the last election was ${x}%`, right: [turnout, String(Math.round(Number(turnout)))], wrong: [(Number(turnout) - 7.3).toFixed(1)] },
      { sentence: x => `Rents in the capital are ${x} percent higher than at the election`, right: [String(rents)], wrong: [String(rents + 22)] },
      { sentence: x => `Some ${x} flats in the capital are empty`, right: [grouped(flats)], wrong: [grouped(altered(flats / 1_000, random) * 1_000)] },
    ],
  };
};

const fire: StoryMaker = random => {
  const hills = random.pick(['Corran', 'Tamarisk', 'Bleak', 'Sorrel']);
  const acres = random.int(31, 99) * 100;
  const crews = random.int(310, 980);
  const houses = random.int(15, 88);
  const loss = random.int(11, 79);
  const { quotations, lines } = talk(random);
  return {
    title: `Fire in the ${hills} Hills`, quotations,
    blocks: [
      `The fire in the ${hills} Hills has burnt ${grouped(acres)} acres of brush and is ${random.int(20, 90)} percent contained. ${aside(random)}`,
      `${crews} firefighters and ${random.int(13, 19)} aircraft are at work. ${aside(random)}`, lines[0],
      `Flames destroyed ${houses} houses in the canyon on Saturday; on Friday they had taken ${random.int(3, 12)}. ${aside(random)}`, lines[1],
      `Insured losses may reach $${loss} million, an analyst wrote. ${aside(random)}`, lines[2],
    ],
    figures: [
      { sentence: x => `Brush on ${x} has burnt in the ${hills} Hills`, right: [`${grouped(acres)} acres`, `about ${grouped(Math.round(acres * 0.40468564 / 10) * 10)} hectares`], wrong: [`${grouped(altered(acres / 100, random) * 100)} acres`] },
      { sentence: x => `${x} firefighters are fighting the flames`, right: [String(crews), `more than ${Math.floor(crews / 10 - 0.1) * 10}`], wrong: [String(altered(crews, random))] },
      { sentence: x => `On Saturday ${x} houses in the canyon were destroyed`, right: [String(houses)], wrong: [String(altered(houses, random))] },
      { sentence: x => `An analyst put insured losses at up to ${x} million`, right: [`$${loss}`], wrong: [`$${loss + 47}`] },
    ],
  };
};

export const STORIES: readonly StoryMaker[] = [clinic, harvest, court, museum, vote, fire];

// --- layouts ----------------------------------------------------------------------------------

const grid = (rows: readonly (readonly string[])[], caption: string) => `<figure class="wp-block-table"><table><thead><tr>${rows[0]!.map(cell => `<th scope="col">${cell}</th>`).join('')}</tr></thead><tbody>${rows.slice(1).map(row => `<tr>${row.map(cell => `<td><span>${cell}</span></td>`).join('')}</tr>`).join('')}</tbody></table><figcaption>${caption}</figcaption></figure>`;
const bodyOf = (story: Story, wrap: (text: string) => string) => story.blocks.map(block => (typeof block === 'string' ? wrap(escapeHtml(block)) : grid(block.rows, block.caption)));
const MENU = `<ul class="menu">${['Politics', 'Money', 'Culture', 'Video'].map(word => `<li><a href="/${word}">${word}</a></li>`).join('')}</ul>`;
const MORE = '<div class="related-stories"><h3>You may also like</h3><div class="card"><a href="#">Council spends 450,000 on chairs</a></div><div class="card"><a href="#">Five recipes for 12 guests</a></div></div>';

const PAGES: readonly ((story: Story) => string)[] = [
  story => `<!DOCTYPE html><html><head><title>${story.title} - The Ledger</title><meta property="og:title" content="${story.title}"></head><body class="single"><div id="page"><div id="masthead">${MENU}</div><div id="content" class="site-content"><div class="entry"><h1>${story.title}</h1><div class="byline">By Staff, 14 hours ago</div>${bodyOf(story, text => `<p class="has-text">${text}</p>`).join(MORE.replace('related-stories', 'inline-promo').slice(0, 0))}${MORE}</div></div><div id="colophon">© The Ledger 2019–2025</div></div></body></html>`,
  story => `<!DOCTYPE html><html><body><main><h1>${story.title}</h1><dl class="facts"><dt>Published</dt><dd>4 June 2025</dd><dt>Reference</dt><dd>GOV/2025/118</dd></dl>${bodyOf(story, text => `<div class="govspeak"><p>${text}</p></div>`).join('')}</main><footer>All content is available under the licence v3.0</footer></body></html>`,
  story => `<html><head><title>${story.title}</title></head><body bgcolor=white><center><font size=5>${story.title}</font></center>${bodyOf(story, text => `<p><font face="Times">${text.replace(/(\S+) (\S+)/, '<i>$1</i> $2')}</font>`).join('\n')}<p><a href="index.html">Back</a></body></html>`,
  story => `<!DOCTYPE html><html><body><header>${MENU}</header><article><header><h1>${story.title}</h1></header>${bodyOf(story, text => (text.includes('“') ? `<blockquote><p>${text}</p></blockquote>` : `<p>${text}</p>`)).join('<aside class="promo"><p>Sign up to our newsletter: 9 stories every morning.</p></aside>')}</article>${MORE}</body></html>`,
];

function windows1252(text: string): Uint8Array {
  const others: Record<string, number> = { '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96, '—': 0x97, '€': 0x80, '…': 0x85 };
  return Uint8Array.from([...text], c => others[c] ?? (c.charCodeAt(0) < 256 ? c.charCodeAt(0) : 63));
}

function blocks(story: Story): PdfBlock[] {
  return story.blocks.flatMap(block => (typeof block === 'string' ? [block] : [block.caption, block.rows]));
}

export function render(story: Story, i: number, random: Random): SourceDocument {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const pdf = (columns: 1 | 2, head: boolean) => writePdf(layOut(blocks(story), { columns, size: random.pick([8, 9.5, 12]), justified: random.next() < 0.6, hyphenated: true, numbered: true, ...(head ? { head: `${story.title} · Bulletin no. ${random.int(3, 40)}` } : {}) }));
  const kinds: readonly (() => SourceDocument)[] = [
    ...PAGES.map((page, n) => () => ({ name: `layout-${n}.html`, bytes: utf8(page(story)) })),
    () => ({ name: 'old-letters.htm', bytes: windows1252(PAGES[2]!(story).replace('<head>', '<head><meta http-equiv=Content-Type content="text/html; charset=windows-1252">')) }),
    () => ({ name: 'bulletin.pdf', bytes: pdf(1, true) }),
    () => ({ name: 'columns.pdf', bytes: pdf(2, true) }),
    () => ({ name: 'columns.pdf', bytes: pdf(2, false) }),
    () => ({ name: 'letter.docx', bytes: wordFile(blocks(story)) }),
    () => ({ name: 'hearing.vtt', bytes: utf8(hearing(story, random)) }),
    () => ({ name: 'paper.md', bytes: utf8(`# ${story.title}\n\n${story.blocks.map(block => (typeof block === 'string' ? block : `${block.caption}\n\n${block.rows.map((row, n) => `| ${row.join(' | ')} |${n === 0 ? `\n|${row.map(() => ' --- |').join('')}` : ''}`).join('\n')}`)).join('\n\n')}\n`) }),
  ];
  return kinds[i % kinds.length]!();
}

function hearing(story: Story, random: Random): string {
  let second = random.int(10, 50);
  const cues = cueText(story).flatMap((text, n) => text.split(/(?<=[,.;]) /).map(part => {
    second += random.int(2, 6);
    const minute = String(Math.floor(second / 60)).padStart(2, '0');
    return `${minute}:${String(second % 60).padStart(2, '0')}.250 --> ${minute}:${String(second % 60).padStart(2, '0')}.900 line:80%\n<v ${n % 2 ? 'Chair' : 'Witness'}><c.yellow>${part}</c>`;
  }));
  return `WEBVTT\nKind: captions\nLanguage: en\n\nSTYLE\n::cue { color: white }\n\n${cues.join('\n\n')}\n`;
}
