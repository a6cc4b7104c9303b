// A third set of layouts, on which nothing was developed: metered and live pages, statistics, papers with footnotes, hearings, rolling captions, edited Word files, wire copy.
import { zipSync } from 'fflate';
import type { Random } from './random.ts';
import { escapeHtml, type SourceDocument } from './render.ts';
import type { Story } from './stories.ts';
import { PAGE, widthOf, writePdf, type PdfText } from './write-pdf.ts';

type Rows = readonly (readonly string[])[];
const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

// --- pages ------------------------------------------------------------------------------------

const VENDORS = Array.from({ length: 30 }, (_, i) => `<li><label><input type="checkbox"> Vendor ${i + 1} AdTech GmbH: store and access information on a device for ${30 + i} days</label></li>`).join('');
const CONSENT = `<div id="sp_message_container_1" role="alertdialog" aria-modal="true"><div class="message"><h2>Your privacy</h2><p>We and our 186 partners store and access personal data, like browsing data or unique identifiers, on your device. Selecting “I Accept” enables tracking technologies to support the purposes shown under “we and our partners process data to provide”.</p><ul>${VENDORS}</ul><button>I Accept</button></div></div>`;
const METER = '<div class="paywall-overlay"><h2>Keep reading for $1</h2><p>You have read 4 of your 5 free articles this month. Subscribe for $1 a week for 26 weeks, then $4 a week. Cancel anytime.</p><a href="/subscribe">Subscribe now</a></div>';
const SIGN_UP = '<div data-component="newsletter-block"><p>Sign up: the 10 stories that matter, in your inbox at 7 a.m.</p><form><input type="email"><button>Join 240,000 readers</button></form></div>';

const plainTable = (rows: Rows, caption: string) => `<table class="data"><caption>${caption}</caption>${rows.map((row, i) => `<tr>${row.map((cell, j) => (i === 0 ? `<th scope="col">${cell}</th>` : j === 0 ? `<th scope="row">${cell}</th>` : `<td class="numeric">${cell}</td>`)).join('')}</tr>`).join('')}</table>`;

function metered(story: Story, free: boolean): string {
  const parts = story.blocks.map(block => (typeof block === 'string' ? `<div data-component="text-block" class="ssrcss-11r"><p class="ssrcss-1q0"><span>${escapeHtml(block).replace(/(\d) (percent|million|billion)/g, '$1&nbsp;$2')}</span></p></div>` : `<div data-component="table-block">${plainTable(block.rows, block.caption)}</div>`));
  return `<!doctype html><html lang="en-US"><head><title>${story.title} | The Courier</title><meta name="description" content="${story.title}"><script type="application/ld+json">{"@type":"NewsArticle","headline":"${story.title}","isAccessibleForFree":${String(free)}}</script><style>.paywall{position:fixed}</style></head><body>${CONSENT}<div id="root"><div class="app"><div role="banner"><div class="nav"><a href="/">The Courier</a> <a href="/log-in">Log in</a></div></div><div class="grid"><main id="main-content"><article><div data-component="headline-block"><h1 id="main-heading">${story.title}</h1></div><div data-component="byline-block"><div>By A Reporter</div><time datetime="2025-06-04T10:14:00Z">4 June 2025, 10:14</time><div>5 min read</div></div>${parts.slice(0, 2).join('')}${SIGN_UP}${parts.slice(2, 4).join('')}<div data-component="links-block"><ul><li><a href="/a">How 3 towns beat the odds</a></li></ul></div>${parts.slice(4).join('')}<div class="author-bio"><p>A Reporter has covered local affairs for 12 years.</p></div></article></main><div class="rail"><h2>Trending</h2><ol><li><a>19 photos of the storm</a></li><li><a>House sells for $2.4 million</a></li></ol></div></div></div></div>${METER}</body></html>`;
}

function live(story: Story, random: Random): string {
  const start = random.int(500, 700);
  const posts = story.blocks.map((block, i) => ({ at: start + i * 17, body: typeof block === 'string' ? escapeHtml(block).split(/(?<=\.”?) (?=[A-Z“])/).reduce<string[]>((all, s, n) => (n % 2 ? [...all.slice(0, -1), `${all.at(-1)} ${s}`] : [...all, s]), []).map(text => `<p>${text}</p>`).join('') : plainTable(block.rows, block.caption) })).reverse();
  const share = '<div class="share"><ul><li><a href="https://f.example">Share on F</a></li><li><a href="mailto:">Email</a></li></ul></div>';
  return `<!DOCTYPE html><html><head><title>${story.title} – as it happened</title></head><body><header><nav><a href="/">News</a><a href="/live">Live</a></nav></header><main><div class="content__header"><h1>${story.title} – as it happened</h1><p class="standfirst">This blog is now closed.</p></div><div class="key-events"><h2>Key events</h2><ul>${posts.map(({ at }) => `<li><a href="#block-${at}"><time>${clock(at)}</time> Update ${at % 7}</a></li>`).join('')}</ul></div><div id="liveblog-body">${posts.map(({ at, body }, i) => `<article id="block-${at}" class="block"><header><a href="#block-${at}"><time datetime="2025-06-04T${clock(at)}">${i === 0 ? '2h ago' : '4h ago'} ${clock(at)} BST</time></a></header>${body}${share}</article>`).join('<div class="ad-slot">Advertisement</div>')}</div><button>Show more posts (214)</button></main><footer>Reuse this content</footer></body></html>`;
}

/** Statistics of an office: much in tables, with notes in cells, a head of two rows and contents at the side. */
function statistics(story: Story, random: Random): string {
  const noted = (rows: Rows, caption: string) => `<div class="gem-c-govspeak"><table><caption>${caption} <span class="note">[note ${random.int(1, 3)}]</span></caption><thead><tr><td></td><th scope="colgroup" colspan="${rows[0]!.length - 1}">Year</th></tr><tr>${rows[0]!.map(cell => `<th scope="col">${cell}</th>`).join('')}</tr></thead><tbody>${rows.slice(1).map(row => `<tr>${row.map((cell, j) => (j === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}${j === 2 && random.next() < 0.3 ? ' [r]' : ''}</td>`)).join('')}</tr>`).join('')}</tbody></table></div>`;
  const sections = story.blocks.map((block, i) => (typeof block === 'string' ? `${i % 2 === 0 ? `<h2 id="section-${i}">${i / 2 + 1}. Section ${i / 2 + 1}</h2>` : ''}<p>${escapeHtml(block)}</p>` : noted(block.rows, block.caption)));
  return `<!DOCTYPE html><html lang="en"><head><title>${story.title} - National Office</title></head><body class="template"><a href="#content" class="skip">Skip to main content</a><div class="cookie-banner" hidden><h2>Cookies on this site</h2><p>We use some essential cookies to make this website work.</p></div><header role="banner"><div>National Office</div><form role="search"><input name="q"></form></header><div id="wrapper"><main role="main" id="content"><div class="notice"><p>This release is an official statistic.</p></div><h1>${story.title}</h1><dl class="metadata"><dt>From:</dt><dd>National Office</dd><dt>Published</dt><dd>12 June 2025</dd><dt>Last updated</dt><dd>19 June 2025</dd></dl><nav class="contents" role="navigation"><h2>Contents</h2><ol>${sections.map((_, i) => `<li><a href="#section-${i}">Section ${i + 1}</a></li>`).join('')}</ol></nav><details><summary>How the data were gathered</summary><p>Forces send returns every quarter.</p></details>${sections.join('\n')}<h2>Notes</h2><ol class="footnotes"><li>Figures are rounded.</li><li>[r] marks revised figures.</li></ol><table class="contact"><tr><td>Enquiries</td><td>555 0147</td></tr><tr><td>Pages</td><td>38</td></tr></table></main></div><footer><ul><li>Accessibility</li><li>Crown copyright 2025</li></ul></footer></body></html>`;
}

/** The official report of a hearing: speakers in capitals, times, interjections. */
function hearing(story: Story, random: Random): string {
  let minute = random.int(600, 700);
  const speakers = ['THE CHAIR', 'MR. HOLLIS', 'MS. GOWDA', 'THE WITNESS'];
  const turns = story.blocks.map((block, i) => (typeof block === 'string' ? `<p class="turn"><a name="t${i}"></a><b>${speakers[i % 4]}:</b> ${escapeHtml(block)}</p>${i % 3 === 0 ? `<p class="time">[${clock(minute += 4)}]</p><p><i>(Interruption.)</i></p>` : ''}` : `<p><b>THE CLERK:</b> I table the following.</p>${plainTable(block.rows, block.caption)}`));
  return `<html><head><title>Official Report: ${story.title}</title></head><body><div class="toolbar"><a href="prev">« Previous</a> <a href="next">Next »</a></div><h3>Official Report (Hansard)</h3><p>Wednesday 4 June 2025</p><p>[Volume 768]</p>${turns.join('\n')}<p><i>The sitting was suspended at ${clock(minute + 30)}.</i></p></body></html>`;
}

/** A page of a script library: words in spans of their own, custom elements, lazy pictures. */
function nested(story: Story): string {
  const spans = (text: string) => escapeHtml(text).replace(/(\d[\d,.]*\d|\d)/g, '<span class="num">$1</span>').replace(/“([^”]+)”/g, '<span class="q">“<span class="q-in">$1</span>”</span>');
  const parts = story.blocks.map(block => (typeof block === 'string' ? `<c-wiz><div jsname="x"><div class="Zx"><div dir="ltr"><span data-text="true">${spans(block)}</span></div></div></div></c-wiz>` : `<c-table><div role="table" aria-label="${block.caption}"><table><caption><div><span>${block.caption}</span></div></caption><tbody>${block.rows.map(row => `<tr>${row.map(cell => `<td><div><div><span>${cell}</span></div></div></td>`).join('')}</tr>`).join('')}</tbody></table></div></c-table>`));
  return `<!doctype html><html amp><head><title>${story.title}</title></head><body><div class="top"><amp-sidebar><ul><li>Menu</li></ul></amp-sidebar></div><div class="story"><div class="hd"><div role="heading" aria-level="1">${story.title}</div></div><amp-img src="a.jpg" width="4" height="3"></amp-img>${parts.join('')}<amp-ad></amp-ad><div class="foot"><span>More from this site</span><div>7 reasons to leave the city</div></div></div></body></html>`;
}

// --- papers -------------------------------------------------------------------------------------

interface Footnoted {
  readonly columns: 1 | 2;
  readonly size: number;
  readonly numbered: boolean;
}

/** Columns of justified lines, words parted at line ends and at their own hyphens, small raised marks, and the notes at the foot of the column. */
function paper(story: Story, random: Random, { columns, size, numbered }: Footnoted): Uint8Array {
  const margin = 64;
  const gutter = 20;
  const width = (PAGE.width - 2 * margin - (columns - 1) * gutter) / columns;
  const leading = size * 1.22;
  const pages: PdfText[][] = [];
  let column: number = columns;
  let y = 0;
  let floor = margin;
  let notes = 0;
  let pending: string[] = [];
  const page = () => pages.at(-1)!;
  const left = () => margin + (column - 1) * (width + gutter);
  const foot = () => {
    pending.forEach((note, i) => page().push({ text: note, x: left(), y: margin + (pending.length - 1 - i) * 9, size: 7 }));
    pending = [];
    floor = margin;
  };
  const next = () => {
    if (pages.length > 0) foot();
    if (++column > columns) {
      pages.push([]);
      column = 1;
      page().push({ text: `${pages.length % 2 ? 'Working paper 118' : story.title}`, x: margin, y: PAGE.height - 34, size: 7.5 }, { text: String(pages.length + 40), x: PAGE.width - margin - 10, y: PAGE.height - 34, size: 7.5 });
    }
    y = PAGE.height - 60;
    if (pages.length === 1) {
      if (column === 1) page().push({ text: story.title, x: margin, y: y - 14, size: 16 }, { text: 'A. Author and B. Author', x: margin, y: y - 34, size: 9 });
      y -= 56;
    }
  };
  next();
  const put = (line: readonly { readonly text: string; readonly mark?: string }[], spread: boolean) => {
    if (y - leading < floor + 6) next();
    y -= leading;
    const used = line.reduce((sum, { text, mark }) => sum + widthOf(text, size) + (mark === undefined ? 0 : widthOf(mark, size * 0.6)), 0);
    const gap = spread && line.length > 1 ? (width - used) / (line.length - 1) : widthOf(' ', size);
    let x = left();
    for (const { text, mark } of line) {
      page().push({ text, x, y, size });
      x += widthOf(text, size);
      if (mark !== undefined) {
        page().push({ text: mark, x, y: y + size * 0.35, size: size * 0.6 });
        x += widthOf(mark, size * 0.6);
        pending.push(`${mark} See the letter of the board, ${1990 + notes}, page ${notes * 3 + 11}.`);
        floor = margin + pending.length * 9 + 4;
      }
      x += gap;
    }
  };
  const paragraph = (block: string) => {
    const words = block.split(' ');
    const marked = random.next() < 0.7 ? words.findIndex((word, i) => i > 5 && /[a-z][.,]$/.test(word)) : -1;
    let line: { text: string; mark?: string }[] = [];
    let used = 0;
    words.forEach((word, i) => {
      let rest = word;
      for (;;) {
        const needed = widthOf(rest, size) + (line.length > 0 ? widthOf(' ', size) : 0);
        if (used + needed <= width - 4) {
          line.push(i === marked ? { text: rest, mark: String(++notes) } : { text: rest });
          used += needed;
          return;
        }
        const room = width - 4 - used - widthOf(' ', size);
        const own = rest.indexOf('-') + 1;
        const cut = own > 0 && widthOf(rest.slice(0, own), size) <= room ? own : /^[a-z]{8,}[.,]?$/.test(rest) && i !== marked && widthOf(`${rest.slice(0, 4)}-`, size) <= room ? 4 : 0;
        if (cut > 0) line.push({ text: cut === own ? rest.slice(0, cut) : `${rest.slice(0, cut)}-` });
        put(line, true);
        line = [];
        used = 0;
        rest = rest.slice(cut);
      }
    });
    if (line.length > 0) put(line, false);
    y -= leading * 0.5;
  };
  story.blocks.forEach((block, i) => {
    if (typeof block === 'string') {
      paragraph(numbered ? `${i + 1}.${random.int(1, 9)} ${block}` : block);
      return;
    }
    paragraph(block.caption);
    for (const row of block.rows) {
      if (y - leading < floor + 6) next();
      y -= leading;
      row.forEach((cell, n) => page().push({ text: cell, x: left() + (n === 0 ? 0 : width * (0.45 + 0.25 * n) - widthOf(cell, size)), y, size }));
    }
    y -= leading * 0.8;
  });
  foot();
  return writePdf(pages, { title: `untitled.indd` });
}

// --- words spoken ---------------------------------------------------------------------------------

const spoken = (story: Story) => story.blocks.flatMap(block => (typeof block === 'string' ? [block] : [`${block.caption}.`, ...block.rows.slice(1).map(row => `${row[0]}: ${block.rows[0]![1]}, ${row[1]}; ${block.rows[0]![2]}, ${row[2]}.`)]));

/** Captions as a machine makes them: every word timed, and each line shown again above the next. */
function rolling(story: Story, random: Random): string {
  let ms = random.int(1_000, 9_000);
  const stamp = () => new Date(ms).toISOString().slice(11, 23);
  const cues: string[] = [];
  let before = ' ';
  spoken(story).forEach((text, n) => {
    const words = `${n % 2 ? '&gt;&gt; ' : ''}${escapeHtml(text)}`.split(' ');
    for (let i = 0; i < words.length; i += 6) {
      const piece = words.slice(i, i + 6);
      const from = stamp();
      const timed = piece.map((word, k) => (k === 0 ? word : `<${stamp().replace(/\d\d$/, String(k * 10 + 10))}><c> ${word}</c>`)).join('');
      ms += 2_400;
      cues.push(`${from} --> ${stamp()} align:start position:0%\n${before}\n${timed}`);
      ms += 10;
      cues.push(`${from} --> ${stamp()} align:start position:0%\n${piece.join(' ')}\n `);
      before = piece.join(' ');
    }
  });
  return `WEBVTT\nKind: captions\nLanguage: en\n\n${cues.join('\n\n')}\n`;
}

/** Subtitles made by hand, with the speaker in capitals where he begins. */
function subtitles(story: Story): string {
  let second = 3;
  const stamp = (s: number) => `${String(Math.floor(s / 3600)).padStart(2, '0')}:${clock(Math.floor(s / 60) % 60 * 60 + s % 60)},000`;
  let number = 0;
  return spoken(story).map((text, n) => text.split(/(?<=[.,;?]”?) /).map((part, i) => `${++number}\n${stamp(second)} --> ${stamp(second += 4)}\n${i === 0 ? `${['GOWDA', 'HOLLIS', 'NARRATOR'][n % 3]}: ` : ''}${part.length > 42 ? part.replace(/^(.{25,42}) /, '$1\n') : part}`).join('\n\n')).join('\n\n');
}

/** Notes of an interview with times and speakers, a line for every turn. */
function notes(story: Story): string {
  return `Interview, 4 June 2025\nTranscribed by machine, checked by hand\n\n${spoken(story).map((text, i) => `[00:${String(3 + i * 2).padStart(2, '0')}:1${i % 10}] ${i % 2 ? 'SPEAKER 2' : 'Speaker 1'}: ${text}`).join('\n')}\n`;
}

/** Wire copy: slugs, a dateline, hard line ends, paragraphs set in and not parted. */
function wire(story: Story): string {
  const wrap = (text: string) => {
    const lines = [''];
    for (const word of text.split(' ')) {
      if (lines.at(-1)!.length + word.length > 64) lines.push('');
      lines[lines.length - 1] += `${lines.at(-1) === '' ? '' : ' '}${word}`;
    }
    return lines.join('\n');
  };
  return `BC-EU--${story.title.split(' ')[0]!.toUpperCase()},0412\nEds: UPDATES with quotes. With photos.\n\n${story.blocks.map((block, i) => (typeof block === 'string' ? `   ${wrap(`${i === 0 ? 'BRUSSELS (Wire) — ' : ''}${block}`)}` : `\n${block.caption}\n${block.rows.map(row => row.map((cell, n) => (n === 0 ? cell.padEnd(20) : cell.padStart(10))).join('')).join('\n')}\n`)).join('\n')}\n   ___\n   More news: https://wire.example/hub\n`;
}

// --- Word files -----------------------------------------------------------------------------------

/** A file that several people have worked on: runs that break within words, changes that are tracked, notes, fields, a merged cell. */
function minutes(story: Story, random: Random): Uint8Array {
  const run = (text: string, more = '') => `<w:r>${more}<w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r>`;
  const cutUp = (text: string) => {
    const runs: string[] = [];
    for (let at = 0; at < text.length;) {
      const to = at + random.int(5, 60);
      runs.push(run(text.slice(at, to), random.next() < 0.2 ? '<w:rPr><w:i/></w:rPr>' : ''));
      at = to;
    }
    return runs;
  };
  const paragraph = (text: string, style = '') => {
    const runs = cutUp(text);
    runs.splice(random.int(0, runs.length - 1), 0, '<w:proofErr w:type="spellStart"/>', '<w:del w:id="1" w:author="x"><w:r><w:delText>struck out </w:delText></w:r></w:del>');
    return `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs.join('')}${random.next() < 0.4 ? '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>' : ''}</w:p>`;
  };
  const table = (rows: Rows) => `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="${rows[0]!.length}"/></w:tcPr><w:p>${run('Annex')}</w:p></w:tc></w:tr>${rows.map(row => `<w:tr>${row.map(cell => `<w:tc><w:p>${run(cell)}</w:p></w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
  const body = story.blocks.map((block, i) => (typeof block === 'string' ? `${i % 3 === 0 ? paragraph(`Item ${i + 1}`, 'Heading2') : ''}${paragraph(block)}` : `${paragraph(block.caption, 'Caption')}${table(block.rows)}`)).join('');
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type="${relation}/footnotes" Target="footnotes.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${w}><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run(story.title)}</w:p>${body}</w:body></w:document>`,
    'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:id="2"><w:p><w:r><w:t>Amended on 19 June by 7 votes to 4.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`)])));
}

const PADDING = [
  'The commissioners heard eleven witnesses over three days and took written evidence from many more, among them the heads of two agencies.',
  'A great deal of what was said concerned the state of the culverts, which had been surveyed in the spring and were found wanting.',
  'Several of those who spoke asked for their remarks to be read into the record, and this was done.',
];

/** Papers of several pages: what is planted may go on in the next column or on the next page, with notes and running heads between. */
export function renderLong(story: Story, i: number, random: Random): SourceDocument {
  const long = { ...story, blocks: story.blocks.flatMap(block => [...Array.from({ length: random.int(3, 9) }, () => random.shuffle(PADDING).join(' ')), block]) };
  return i % 3 === 2 ? { name: 'long-one.pdf', bytes: paper(long, random, { columns: 1, size: 11, numbered: true }) } : { name: 'long-two.pdf', bytes: paper(long, random, { columns: 2, size: random.pick([8.5, 9, 10]), numbered: i % 3 === 1 }) };
}

/** The file number `i`: every layout has its turn. */
export function render(story: Story, i: number, random: Random): SourceDocument {
  const text = (name: string, words: string) => ({ name, bytes: new TextEncoder().encode(words) });
  const kinds: readonly (() => SourceDocument)[] = [
    () => text('metered.html', metered(story, true)),
    () => text('walled.html', metered(story, false)),
    () => text('live.html', live(story, random)),
    () => text('statistics.html', statistics(story, random)),
    () => text('hearing.html', hearing(story, random)),
    () => text('nested.html', nested(story)),
    () => ({ name: 'paper-two.pdf', bytes: paper(story, random, { columns: 2, size: random.pick([8.5, 9, 10]), numbered: false }) }),
    () => ({ name: 'paper-two.pdf', bytes: paper(story, random, { columns: 2, size: random.pick([8.5, 9, 10]), numbered: true }) }),
    () => ({ name: 'brief-one.pdf', bytes: paper(story, random, { columns: 1, size: random.pick([9.5, 11, 12]), numbered: true }) }),
    () => text('rolling.vtt', rolling(story, random)),
    () => text('subtitles.srt', subtitles(story)),
    () => text('notes.txt', notes(story)),
    () => text('wire.txt', wire(story)),
    () => ({ name: 'minutes.docx', bytes: minutes(story, random) }),
  ];
  return kinds[i % kinds.length]!();
}
