// Attributions of a draft: who says what, in the shapes that news copy has.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildDraft } from '../../server/src/draft/build.ts';
import { readSpeech } from '../../server/src/model/attribution/speech.ts';

/** Each attribution as `source <cue> content | content`. */
function read(text: string): string[] {
  const words = (span: { start: number; end: number } | undefined) => (span ? text.slice(span.start, span.end) : '-');
  return readSpeech(buildDraft(text)).attributions.map(a => `${words(a.source)} <${words(a.cue)}> ${a.content.map(words).join(' | ')}`);
}

const SHAPES: Readonly<Record<string, string>> = {
  '“It is late,” Ada Brandt said.': 'Ada Brandt <said> “It is late,”',
  '“It is late,” said Ada Brandt, who runs the pier.': 'Ada Brandt <said> “It is late,”',
  '"It is late," Ada Brandt, the mayor of Lund, told reporters.': 'Ada Brandt <told> "It is late,"',
  '“It is late,” Brandt said, “and we are tired.”': 'Brandt <said> “It is late,” | “and we are tired.”',
  'Brandt said that it was late.': 'Brandt <said> it was late',
  'Brandt said it was late.': 'Brandt <said> it was late',
  'Brandt said on Friday that it was late.': 'Brandt <said> it was late',
  'Brandt told the BBC that it was late.': 'Brandt <told> it was late',
  'It was late, Brandt said.': 'Brandt <said> It was late',
  'It was late, said a spokesman for the port.': 'a spokesman for the port <said> It was late',
  'It was late, according to the port.': 'the port <according to> It was late',
  'In a meeting with the board of the Harbour Post Moe said that it was late.': 'Moe <said> it was late',
  'A clerk at the port - a 12-room “palace” by the sea - noted that it was late.': 'A clerk at the port <noted> it was late',
  'Moe has in the past said it was late.': 'Moe <said> it was late',
  'The court of appeals ruled that it was late.': 'The court of appeals <ruled> it was late',
  'Moe spoke of the flood.': 'Moe <spoke of> the flood',
  'Growth beat the bank’s forecast of 2 percent.': 'the bank’s <forecast> of 2 percent',
  'It was late, county deeds and a filing with the port show.': 'county deeds and a filing with the port <show> It was late',
  'It was late, both sides confirmed in a joint letter.': 'both sides <confirmed> It was late',
  'The police put the number of those who were held on that day at 11.': 'The police <put> the number of those who were held on that day at 11',
  'It had put the dead at three.': 'It <put> the dead at three',
  'It was late, per the port.': 'the port <per> It was late',
  'It was late, the auditors calculated.': 'the auditors <calculated> It was late',
  'It was late, aides who briefed him told the Gazette.': 'aides <told> It was late',
  '“No,” said 34-year-old Ada Moe.': '34-year-old Ada Moe <said> “No,”',
  'She published emails showing that it was late.': 'She published emails <showing> it was late',
  'She cited a Gazette report that it was late.': 'She <cited> it was late',
  'The film features a Gazette report that it was late.': 'a Gazette report <report> it was late',
  'According to the port, it was late.': 'the port <According to> it was late',
  'In Brandt’s view, it was late.': 'Brandt’s <In Brandt’s view> it was late',
  'The hour was “late,” Brandt added.': 'Brandt <added> The hour was “late,”',
  'Brandt replied: “It is late.”': 'Brandt <replied> “It is late.”',
  'Ada Brandt, mayor: “It is late.”': 'Ada Brandt <:> “It is late.”',
  'The port’s statement said it was late.': 'The port’s statement <said> it was late',
  'The minutes show that it was late.': 'The minutes <show> it was late',
  'It was reported by the Gazette in May that it was late.': 'the Gazette <reported> it was late',
  'It was reported that it was late.': '- <It was reported> it was late',
  'The plan, Brandt said, has failed.': 'Brandt <said> The plan | has failed',
  'In the long run, Brandt said, it will fail.': 'Brandt <said> it will fail',
  'As Brandt noted in May, it was late.': 'Brandt <noted> it was late',
  'Brandt said, among other things, that it was late.': 'Brandt <said> it was late',
  'Brandt last week said it was late.': 'Brandt <said> it was late',
  'Brandt, in Lund, said it was late.': 'Brandt <said> it was late',
  'Rep. Ada Brandt (R-Lund), who chairs the board, said it was late.': 'Rep. Ada Brandt <said> it was late',
  '“It is late!” Brandt fumed.': 'Brandt <fumed> “It is late!”',
  '“It is late!” beamed Ada Brandt of Lund.': 'Ada Brandt of Lund <beamed> “It is late!”',
  'The ministry put the toll at 287.': 'The ministry <put> the toll at 287',
  'The ministry had put the toll at 287.': 'The ministry <put> the toll at 287',
  'A docker, who would not be named, put it at two-thirds.': 'A docker <put> it at two-thirds',
  'The port values the quay at $4 million.': 'The port <values> the quay at $4 million',
  'The quay cracked, the family said.': 'the family <said> The quay cracked',
  'Since May, Brandt told the court, the boat had leaked.': 'Brandt <told> the boat had leaked',
  'She has 40 boats, by her own account.': 'her <by her own account> She has 40 boats',
  'It stands at 4 percent, on the ministry’s figures.': 'the ministry’s <on the ministry’s figures> It stands at 4 percent',
  'The union claims 40 jobs have gone.': 'The union <claims> 40 jobs have gone',
  'The quay, says its builder, Ida Roth, bears 40 tons.': 'its builder <says> The quay | bears 40 tons',
  'A docker who was there, and who was not allowed to speak, said it was late.': 'A docker <said> it was late',
  'The jury heard that he stole 40 boats.': 'The jury <heard> he stole 40 boats',
  'He stole 40 boats, the inquest heard from Ada Brandt, a clerk.': 'Ada Brandt <heard> He stole 40 boats',
  'The crew, the inquiry was told, slept on deck.': 'the inquiry <told> The crew | slept on deck',
  'It cracked in May, the port’s figures show; the quay held.': 'the port’s figures <show> It cracked in May',
  'Brandt calls fishing a trade worth $4 million.': 'Brandt <calls> fishing a trade worth $4 million',
  'It has cracked four times, by Brandt’s count.': 'Brandt’s <by Brandt’s count> It has cracked four times',
  'The bank’s forecast, out in May, is for growth of 2 percent.': 'The bank’s <forecast> for growth of 2 percent',
  'The estimate of the port is that half will go.': 'the port <estimate> that half will go',
  'The quay, it was said, had cracked.': '- <it was said> The quay | had cracked',
  'A new poll shows the party ahead.': 'A new poll <shows> the party ahead',
  'Brandt put it more bluntly: “It is late.”': 'Brandt <:> “It is late.”',
  'Brandt’s claim that it was late angered Moe.': 'Brandt’s <claim> it was late angered Moe',
  'The yard built 35 boats, Marlow Press’s ledger shows.': 'Marlow Press’s ledger <shows> The yard built 35 boats',
  'The fair drew 410 people, the council’s minutes show.': 'the council’s minutes <show> The fair drew 410 people',
  'Sales fell in May, records of the land registry show.': 'records of the land registry <show> Sales fell in May',
  'The firm’s accounts list 31 boats.': 'The firm’s accounts <list> 31 boats',
  'Halden’s finance director, Ada Brandt, said sales fell.': 'Halden’s finance director, Ada Brandt <said> sales fell',
  'Halden, which was not fined, said through a spokesman, Lars Moe, that it was late.': 'Halden <said> it was late',
  'Rents rose in May, the Harbour Tenants’ League said.': 'the Harbour Tenants’ League <said> Rents rose in May',
  "Rents rose in May, the Harbour Tenants' League said.": "the Harbour Tenants' League <said> Rents rose in May",
  'The council set out these rules:': 'The council <set> ',
  'A new poll shows Moe leading Brandt.': 'A new poll <shows> Moe leading Brandt',
  'Moe led by 9 points in a Lund Radio poll.': 'a Lund Radio poll <in> Moe led by 9 points',
  'In a survey by the port, 61 percent were tired.': 'a survey by the port <In> 61 percent were tired',
  'The club ran an ad, telling voters that it was late.': 'The club <telling> it was late',
  'An aide who was not cleared to speak said it was late.': 'An aide <said> it was late',
  'Another said it was late.': 'Another <said> it was late',
  'Noting that it was late, Ada Brandt left the hall.': 'Ada Brandt <Noting> it was late',
  'As reported by the Harbour Gazette, it was late.': 'the Harbour Gazette <As reported by> it was late',
  'It was late, as noted by Ada Brandt.': 'Ada Brandt <as noted by> It was late',
  'Brandt announced Sunday she would go.': 'Brandt <announced> she would go',
  'The board met, with Ada Brandt calling the plan a mistake.': 'Ada Brandt <calling> the plan a mistake',
  '“It is late,” Brandt said in her speech that night.': 'Brandt <said> “It is late,”',
  'Brandt added, that it was late.': 'Brandt <added> it was late',
  'Brandt, during a meeting in Halden, Ohio, said it was late.': 'Brandt <said> it was late',
  '“It is late,” Brandt told it.': 'Brandt <told> “It is late,”',
  '“It is late,” Brandt said when she reached the pier.': 'Brandt <said> “It is late,”',
  'Brandt said the report was “late” and that it was short.': 'Brandt <said> the report was “late” and that it was short',
  'Brandt said the board knew that it was late.': 'Brandt <said> the board knew that it was late',
  'Ada Brandt, speaking at a fair in Lund, Scania, warned that it was late.': 'Ada Brandt <warned> it was late',
  'Ada Brandt, who lost her boat in Lund, Scania, in May 2012, said it was late.': 'Ada Brandt <said> it was late',
  'The pier lacks friends in Lund, which it has ignored, said Ada Brandt, head of the port.': 'Ada Brandt <said> The pier lacks friends in Lund, which it has ignored',
  'The club issued a statement saying it was late.': 'The club <saying> it was late',
  'She’s said it was late.': 'She <said> it was late',
  'The party’s aides insist he’s tired.': 'The party’s aides <insist> he’s tired',
  'On rents, 42% say they are tired.': '42% <say> they are tired',
  'The port was late, Ada Brandt reports.': 'Ada Brandt <reports> The port was late',
  'The port last week said for the first time that it was late.': 'The port <said> it was late',
  'Brandt warned the board not to go.': 'Brandt <warned> not to go',
  'It is a deal that many expect will fail.': 'many <expect> will fail',
  'Brandt said on the air on Monday, in a word to her friends, “It is late.”': 'Brandt <said> “It is late.”',
  'The closure, first reported by the Harbour Gazette, is final.': 'the Harbour Gazette <reported> The closure',
  'Sea levels rose by 3 millimetres, the Institute said last week.': 'the Institute <said> Sea levels rose by 3 millimetres',
  'The port announced on May 12 it would close.': 'The port <announced> it would close',
  'Sources told the board, however, that it was late.': 'Sources <told> it was late',
  'The board split, both halves warning that it was late.': 'both halves <warning> it was late',
  '“It is late,” Brandt shot back with a laugh.': 'Brandt <shot back> “It is late,”',
  '“It is late,” harbour clerk Ada Brandt, wearing a hat and “Lund” pins, said matter-of-factly.': 'harbour clerk Ada Brandt <said> “It is late,”',
  'When Brandt told the board it was late, she left the hall.': 'Brandt <told> it was late',
  'As harbour clerk Ada Brandt put it, “it is late.”': 'harbour clerk Ada Brandt <put it> “it is late.”',
  'Moe Says Brandt Will Close Pier': 'Moe <Says> Brandt Will Close Pier',
  'In explaining why it was late, Ada Brandt wept.': 'Ada Brandt <explaining> why it was late',
  'Lund is run by Ada Brandt, who said it was late.': 'Ada Brandt, who <said> it was late',
};

test('the shapes of attribution', () => {
  for (const [text, expected] of Object.entries(SHAPES)) assert.deepEqual(read(text), [expected], text);
});

test('several in one sentence', () => {
  assert.deepEqual(read('The port denied the claim and said the ship was empty.'), ['The port <denied> the claim', 'The port <said> the ship was empty']);
  assert.deepEqual(read('“It is late,” Brandt said, adding that she was tired.'), ['Brandt <said> “It is late,”', 'Brandt <adding> she was tired']);
});

test('a tag at the end holds for all before it', () => {
  assert.deepEqual(read('The union wanted more and said it was late, the board said.').slice(0, 2), ['The union <said> it was late', 'the board <said> The union wanted more and said it was late']);
  assert.deepEqual(read('It was late, Moe said, and the pier was closed, Brandt said.'), ['Moe <said> It was late', 'Brandt <said> the pier was closed']);
  assert.deepEqual(read('Moe said it was late, but the board denied the claim.'), ['Moe <said> it was late', 'the board <denied> the claim']);
});

test('a poll that opens the sentence is the source of the answers in it', () => {
  assert.deepEqual(read('In a survey by the port, half of the clerks said they were tired.').at(-1), 'a survey by the port <In> half of the clerks said they were tired');
});

test('how a source is described is no part of what it says', () => {
  assert.deepEqual(read('A clerk who asked not to be named said it was late.'), ['A clerk <asked> not to be named', 'A clerk <said> it was late']);
  assert.deepEqual(read('A clerk, who asked not to be named, said it was late.'), ['A clerk <asked> not to be named', 'A clerk <said> it was late']);
});

test('what a second verb reports is not what the first one does', () => {
  assert.deepEqual(read('“It is late,” Brandt said before adding: “We are tired.”'), ['Brandt <said> “It is late,”', 'Brandt <adding> “We are tired.”']);
  assert.deepEqual(read('Ross said Brandt had told the board that it was late.'), ['Ross <said> Brandt had told the board that it was late', 'Brandt <told> it was late']);
});

test('a document goes on in "it"', () => {
  assert.deepEqual(read('Rents rose again, the report found. It counted 300 homes.'), ['the report <found> Rents rose again', 'It <counted> 300 homes']);
  assert.deepEqual(read('Rents rose again, Brandt said. It counted for little.'), ['Brandt <said> Rents rose again']);
  assert.deepEqual(read('Rents rose again, the report found. The same report listed 12 towns.'), ['the report <found> Rents rose again', 'The same report <listed> 12 towns']);
});

test('stances, appearance and hearsay are told apart from what was said', () => {
  const stances: Readonly<Record<string, string>> = {
    'Brandt wants to close the pier.': 'Brandt <wants> to close the pier',
    'Brandt declined to say.': 'Brandt <declined> to say',
    'The union opposed the plan.': 'The union <opposed> the plan',
    'Brandt voted against the plan.': 'Brandt <voted against> the plan',
    'Brandt seemed tired.': '- <seemed> Brandt seemed tired',
    'The two are expected to meet in May.': '- <are expected> The two are expected to meet in May',
    'The pier was reportedly closed.': '- <reportedly> The pier was reportedly closed',
    'Brandt’s refusal to leave angered Moe.': 'Brandt’s <refusal> to leave angered Moe',
    'Brandt is worried about the pier.': 'Brandt <is worried about> the pier',
    'They’re confident that it will hold.': 'They <confident> it will hold',
    'Brandt took issue with the plan.': 'Brandt <took issue with> the plan',
    'The board made the case for closing the pier.': 'The board <made the case for> closing the pier',
    'Brandt made clear that it was late.': 'Brandt <made clear> it was late',
    'The board laid out its plan.': 'The board <laid out> its plan',
    'Voters view Brandt as a rival.': 'Voters <view> Brandt as a rival',
    'Brandt may deny the claim.': 'Brandt <deny> the claim',
    'The plan was rejected by the council.': 'the council <rejected> The plan',
    'The plan was widely criticized in Lund.': '- <criticized> The plan was widely criticized in Lund',
    'A club backing the plan won.': 'A club <backing> the plan won',
    'All of the clubs oppose the plan.': 'All of the clubs <oppose> the plan',
    'Calls for a strike grew.': '- <Calls> a strike grew',
    'Claims by the union that it was late angered Moe.': 'the union <Claims> it was late angered Moe',
  };
  for (const [text, expected] of Object.entries(stances)) {
    assert.deepEqual(read(text), [expected], text);
    assert.deepEqual(readSpeech(buildDraft(text)).attributions.map(a => a.stance), [true], text);
  }
  assert.deepEqual(read('Asked on Friday whether she would go, Brandt said no.')[0], 'Brandt <said> no');
  for (const text of ['Brandt appeared in court.', 'Brandt came back to Lund.', 'There are people like him in Lund.', 'The play was written by Ada Brandt.', 'Moe rose in the polls.', 'Moe put it on the table.', 'Brandt is happy.', 'The nominating contests began.', 'Moe joined a group called Friends of Lund.', 'Moe starred in a play called “The Pier”.']) assert.deepEqual(read(text), [], text);
});

test('what speakers say of their own minds is part of what they say', () => {
  assert.deepEqual(read('Brandt said the union wants to close the pier.'), ['Brandt <said> the union wants to close the pier']);
  assert.deepEqual(read('Brandt said she believed it was late.'), ['Brandt <said> she believed it was late']);
  assert.deepEqual(read('Brandt said she wanted to go.'), ['Brandt <said> she wanted to go']);
});

test('verbs that report nothing', () => {
  for (const text of ['The U.S. added 32 firms to the list.', 'The claims were paid in May.', 'He found his keys and left.', 'The report of May is long.', 'They won in 30 states.', 'The protests inside failed.', 'Its recovery plan was working.', 'Gold closed at 287, up from 250.', 'She told no one.', 'Reporters asked.', 'The so-called “ghost ferry” is late.', 'He missed the late show.', 'Calling the police, Brandt left.', 'Showing his papers, Brandt left.', 'As the report was late, Brandt left.', 'The club listed its ground for sale.', 'The rules were set out as follows:', 'The nurses’ rota is full.', 'Brandt’s proposed cut is late.', 'The alleged plot was late.', 'The neighbours heard 40 shots.', 'The band plays a Danish song called “Rain.”', 'They came to look at the ministry’s figures.']) {
    assert.deepEqual(read(text).filter(a => !a.includes('told')), [], text);
  }
});

test('a quotation that goes on has the speaker of its first part', () => {
  assert.deepEqual(read('“It is late,” Brandt said. “We are tired.”'), ['Brandt <said> “It is late,” | “We are tired.”']);
  const text = '“It is late,” Brandt said. “We are tired.\n\n“We go home.”';
  const { quotes, attributions } = readSpeech(buildDraft(text));
  assert.deepEqual(quotes.map(q => q.closed), [true, true, true]);
  assert.deepEqual(quotes.map(q => attributions[q.attribution!]?.sentence.index), [0, 0, 0]);
  assert.equal(quotes[2]?.continues, 1);
});

test('a free quotation is nobody’s who is only spoken of', () => {
  const speaker = (text: string) => {
    const { quotes, attributions } = readSpeech(buildDraft(text));
    const source = attributions[quotes[0]!.attribution ?? -1]?.source;
    return source && text.slice(source.start, source.end);
  };
  assert.equal(speaker('Port records show 30 boats left in May. “It was chaos down here.”'), undefined);
  assert.equal(speaker('The survey counted 30 boats. “It was chaos down here.”\n\nAda Brandt said she had waited.'), 'Ada Brandt');
  assert.equal(speaker('Moe said Brandt had told the board that it was late. “It was chaos down here.”'), 'Moe');
});

test('pronouns and surnames lead to the full name', () => {
  const text = 'Ada Brandt, who chairs the board, said it was late. “We are tired,” she added. The port said nothing was lost. It said so twice. Brandt said she would go.';
  assert.deepEqual(readSpeech(buildDraft(text)).attributions.map(a => a.speaker), [undefined, 'Ada Brandt', undefined, 'The port', 'Ada Brandt']);
});

test('a spokesman for somebody is not that somebody', () => {
  const text = 'Ada Brandt, the mayor, left. A spokesman for Brandt said it was late.';
  assert.deepEqual(readSpeech(buildDraft(text)).attributions.map(a => a.speaker), [undefined]);
});

test('offsets are those of the draft, behind markup, entities, CRLF and astral characters', () => {
  const text = '😀 **Note**\r\n\r\n“It is &amp; was\r\n*late*,” Ada Brandt said.[^1]\r\n\r\n[^1]: https://example.org\r\n';
  assert.deepEqual(read(text), ['Ada Brandt <said> “It is &amp; was\r\n*late*,”']);
});

test('spans lie in the draft, whatever is written', () => {
  const words = fc.constantFrom('“', '”', '"', "'", 'Brandt', 'said', 'that', 'according', 'to', 'the port', ',', '.', ':', 'and', 'told', 'he', 'it was reported', '\n\n', '> ', '— Ada Moe', '(R-Lund)', 'who', 'in', 'view', '*', '😀');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), parts => {
      const text = parts.join(' ');
      const { attributions, quotes, people } = readSpeech(buildDraft(text));
      const spans = [...attributions.flatMap(a => [a.cue, a.source, ...a.content]), ...quotes, ...quotes.map(q => q.inner), ...people.flatMap(p => p.mentions)];
      for (const span of spans) if (span) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify(text));
    }),
  );
});

test('hostile drafts are read in linear time', { timeout: 20_000 }, () => {
  for (const unit of ['"', '“a” ', 'said that ', 'the ', 'U.S. ', 'according to ', 'he said X. ', '"x" said, ', '“No one here.”\n\n', '“I a b c\n\n', 'it was reported last week by X that ', 'Ann Bo and ', "in Ann's view, ", 'Ann Bo (R-', 'who said and ']) {
    readSpeech(buildDraft(unit.repeat(Math.ceil(60_000 / unit.length))));
  }
});
