// What vouches for a sentence, with its kind, and what a draft's coverage counts.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildDraft } from '../../server/src/draft/build.ts';
import type { Analysis } from '../../server/src/model/analysis.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext } from '../../server/src/model/context.ts';
import { computeCoverage } from '../../server/src/model/sourcing/coverage.ts';

const REGISTRY = '---\nsources:\n  log: {type: dataset, title: Ferry log, publisher: Port Office, issued: 2024-05-01}\n---\n';

function analyse(text: string): Analysis {
  return buildAnalysis(buildDraft(text), emptyContext('draft'));
}

/** The kinds of support of each sentence of the prose, with the words that they stand in. */
function supportOf(text: string): string[] {
  const analysis = analyse(text);
  return analysis.sentences
    .filter(({ sentence }) => sentence.leaf.content.kind === 'paragraph' && sentence.leaf.content.containers.every(c => c.kind !== 'footnote'))
    .map(({ support }) => support.map(({ kind, span, unknown }) => `${kind}${unknown ? '?' : ''}: ${analysis.draft.text.slice(span.start, span.end)}`).join(' + ') || 'none');
}

describe('what vouches for a sentence', () => {
  const cases: readonly (readonly [name: string, text: string, ...support: string[]])[] = [
    ['a citation, before the full stop or after it', `${REGISTRY}Boats sank [@log]. Boats burned. [@log]`, 'citation: @log', 'citation: @log'],
    ['a citation of nothing', 'Boats sank [@nobody].', 'citation?: @nobody'],
    ['a footnote in words', 'Boats sank.[^a]\n\n[^a]: The ferry log, p. 3', 'footnote: [^a]'],
    ['a link', 'Boats [sank](https://example.org/log).', 'link: [sank](https://example.org/log)'],
    ['a claim comment', `${REGISTRY}Boats sank. <!-- claim source=log --> Boats burned. <!-- claim status=observed -->`, 'claim-source: <!-- claim source=log -->', 'status: <!-- claim status=observed -->'],
    ['a claim comment with an id that nothing defines', 'Boats sank. <!-- claim source=lgo -->', 'claim-source?: <!-- claim source=lgo -->'],
    ['a speaker; an expert at large is none', 'Twelve boats sank in May, the port office said. Experts say that 14 boats sank.', 'attribution: the port office', 'none'],
    ['a list under a lead-in', 'According to the port office:\n\n- 12 boats sank\n- 14 piers closed', 'attribution: the port office', 'lead-in: the port office', 'lead-in: the port office'],
    ['a list under a lead-in without support', 'Some things happened:\n\n- 12 boats sank', 'none', 'none'],
    ['a source in brackets', 'Some 12 boats sank (source: port office).', 'source-line: (source: port office)'],
    ['brackets that only tell more', 'Some 12 boats sank (sources of oil, both).', 'none'],
    ['a running quotation', '“Some 12 boats sank,” said Ulla Berg. “We lost 14 piers. It was dark.”', 'attribution: Ulla Berg', 'carried: Ulla Berg', 'carried: Ulla Berg'],
    ['the rest of what was counted', 'Twelve boats sank in May, the port office said. Another 14 were damaged. The rest came home.', 'attribution: the port office', 'carried: the port office', 'carried: the port office'],
    ['a part of what was counted, under a citation', `${REGISTRY}The port counted 212 boats [@log]. Of those, 14 were damaged.`, 'citation: @log', 'carried: @log'],
    ['a new subject does not go on', 'Twelve boats sank in May, the port office said. The council closed 14 piers in June.', 'attribution: the port office', 'none'],
    ['a number after a speaker does not go on', 'Twelve boats sank in May, the port office said. Some 4,000 people live on the island.', 'attribution: the port office', 'none'],
    ['figure after figure of a survey', 'The tenants’ survey found that 62 percent moved in 2024. Some 31 percent moved twice. Among pensioners, 9 percent moved. Sixty-two percent of students did. In 2023, the share was 40 percent.', 'attribution: The tenants’ survey', 'carried: The tenants’ survey', 'carried: The tenants’ survey', 'carried: The tenants’ survey', 'carried: The tenants’ survey'],
    ['of a poll that is described at length', 'A poll of the Harbour Post found that 74 percent of tenants had moved. Sixty-two percent of landlords agreed.', 'attribution: A poll of the Harbour Post', 'carried: A poll of the Harbour Post'],
    ['over a paragraph, but not over a heading', 'The survey found that 62 percent moved.\n\nSome 31 percent moved twice.\n\n## Rents\n\nSome 12 percent paid more.', 'attribution: The survey', 'carried: The survey', 'none'],
    ['what a vague source says goes nowhere', 'Experts say 12 boats sank in May. Another 14 were damaged.', 'none', 'none'],
    ['how a survey was made', 'Most tenants moved, the survey found. Rents rose by 3 percent. The survey was conducted in May among 1,200 households and has a margin of error of 3 points.', 'attribution: the survey', 'none', 'carried: the survey'],
    ['further questions of the survey', 'Most tenants moved, a survey found.\n\nRents rose.\n\nIn the survey, 12 percent paid more. When the survey asked about heating, 9 percent had none.', 'attribution: a survey', 'none', 'attribution: the survey', 'carried: a survey'],
    ['a comparison of what a report gives', 'Donations reached $1.1 million in May, the auditor’s report shows. That surpasses the $800,000 of last year. This is the highest sum since 2003.', 'attribution: the auditor’s report', 'carried: the auditor’s report', 'none'],
    ['a sum, and a forecast of the same body', 'Berg gave $5 million in May, the fund said. That brings her gifts to $20 million. It raised its forecast for the year by 2 percent.', 'attribution: the fund', 'carried: the fund', 'carried: the fund'],
    ['a comparison of what a speaker gives is the draft’s own', 'Donations reached $1.1 million in May, the auditor said. That surpasses the $800,000 of last year.', 'attribution: the auditor', 'none'],
    ['a survey that tells of itself', 'The survey, published on Monday, covers 1,200 households. It found that 62 percent moved. About 31 percent moved twice.', 'carried: The survey', 'attribution: It', 'carried: It'],
    ['what a survey cost, it does not tell', 'The survey found that 62 percent moved. The survey cost the city $2 million.', 'attribution: The survey', 'none'],
    ['a lead that the story bears out', 'Rents in the harbour quarter rose 12 percent last year.\n\nTenants met.\n\nRents in the quarter rose by 12 percent in 2024, the housing office said.', 'carried: the housing office', 'none', 'attribution: the housing office'],
    ['a lead with another figure', 'Rents in the harbour quarter rose 14 percent last year.\n\nRents in the quarter rose by 12 percent in 2024, the housing office said.', 'none', 'attribution: the housing office'],
  ];
  for (const [name, text, ...expected] of cases) test(name, () => assert.deepEqual(supportOf(text), expected));
});

describe('coverage', () => {
  const cases: readonly (readonly [name: string, text: string, claims: number, sourced: number, verified: number, open: number])[] = [
    ['nothing to check', 'Here is what we know.', 0, 0, 0, 0],
    ['sourced and open', 'Rents rose 12 percent in 2024, the ministry said. Rents fell 3 percent in 2023.', 2, 1, 0, 1],
    ['verified', 'Rents rose 12 percent in 2024, the ministry said. <!-- claim status=verified by=lk -->', 1, 1, 1, 0],
    ['verified without a source stays open', 'Rents rose 12 percent in 2024. <!-- claim status=verified by=lk -->', 1, 0, 1, 1],
    ['a claim comment makes a claim of any sentence', 'The mood was good. <!-- claim status=observed --> The hall was full. <!-- claim status=todo -->', 2, 1, 1, 1],
    ['of two claims on a sentence both must be verified', 'Rents rose 12 percent in 2024, the ministry said. <!-- claim status=verified --> <!-- claim status=todo -->', 1, 1, 0, 0],
    ['a citation of nothing leaves it open', 'Rents rose 12 percent in 2024 [@nobody].', 1, 0, 0, 1],
    ['a headline that the first paragraphs tell again', 'Harbour rents rise 12 percent in record year\n\nRents in the harbour quarter rose by 12 percent, the housing office said, in a record year.\n\nIt rained.\n\nTenants met.\n\nThey went home.', 1, 1, 0, 0],
    ['a short first paragraph that is no headline', 'Harbour rents rose 12 percent in 2024.\n\nTenants met in the hall.\n\nIt rained.\n\nThey sang.\n\nThey went home.', 1, 0, 0, 1],
    ['a headline, marked up or not', '# Rents Rose 12 Percent in 2024\n\nCity Rents Rise 12 Percent After Record Year', 0, 0, 0, 0],
  ];
  for (const [name, text, claims, sourced, verified, open] of cases) test(name, () => assert.deepEqual(computeCoverage(analyse(text), 0.5), { claims, sourced, verified, open }));
});

describe('estimates in the passive', () => {
  for (const [text, ...expected] of [
    ['The toll was put at 287 by the ministry and 312 by the police.', 'attribution: the ministry + attribution: the police'],
    ['The cost was estimated at about $12 million by the auditor, and at $14 million by the bank.', 'attribution: the auditor + attribution: the bank'],
    ['The house has been valued at 300,000 crowns by Ulla Berg.', 'attribution: Ulla Berg'],
    ['The levy was set at 20 percent by the council.', 'none'],
    ['The toll was put at 287 by noon.', 'none'],
    ['The hall was put at the disposal of 12 clubs by the town.', 'none'],
  ] as const) test(text, () => assert.deepEqual(supportOf(text), expected));
});

describe('documents with a long tail before their verb', () => {
  for (const [text, expected] of [
    ['Data from the 2019 Household Survey show that women held 41 percent of the posts.', 'attribution: Data from the 2019 Household Survey'],
    ['An exhaustive study released on Monday by a group of engineers shows in detail how 12 ferries sank.', 'attribution: An exhaustive study'],
    ['The report that the council commissioned cost $2 million.', 'none'],
  ] as const) test(text, () => assert.equal(supportOf(text)[0]!.startsWith(expected), true, supportOf(text)[0]));
});
