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

describe('what an attribution carries on to', () => {
  const cases: readonly (readonly [name: string, text: string, ...support: string[]])[] = [
    ['the other side of a study', 'A study by the Lock Institute found that 62 percent of barges were late. Conversely, 11 percent of ferries were late. Similarly, 9 percent of tugs came early.', 'attribution: A study by the Lock Institute', 'carried: A study by the Lock Institute', 'carried: A study by the Lock Institute'],
    ['further figures of the same kind, of the same', 'Data from the 2019 Household Survey show that women had 41 percent of the jobs in the docks and the yards. Women had 25 percent of the better jobs in the docks, compared with 32 percent in the yards.', 'attribution: Data from the 2019 Household Survey', 'carried: Data from the 2019 Household Survey'],
    ['not figures of something else', 'Data from the 2019 Household Survey show that barges took 41 percent of the berths. The mayor spent $4 million on a swimming pool.', 'attribution: Data from the 2019 Household Survey', 'none'],
    ['nor of another year', 'Data from the 2019 Household Survey show that barges took 41 percent of the berths. Ferries held 25 percent of the berths in 1988.', 'attribution: Data from the 2019 Household Survey', 'none'],
    ['nor what the writer makes of it', 'Data from the 2019 Household Survey show that barges took 41 percent of the berths. To put that in context, ferries in Norway hold 25 percent of the berths.', 'attribution: Data from the 2019 Household Survey', 'none'],
    ['into the next paragraph, where more words are the same', 'An audit found that tenants paid $4.1 million for heating.\n\nTenants in towers paid $2.2 million of the heating bills.\n\nThe fair took in $3 million.', 'attribution: An audit', 'carried: An audit', 'none'],
    ['a poll, past what was said in between', 'A Gazette poll shows that 48 percent of voters back Berg. “I like her,” said Ulla Holm, a baker.\n\nHer approval rating fell from 58 percent in the last poll to 55 percent now.', 'attribution: A Gazette poll', 'attribution: Ulla Holm', 'carried: A Gazette poll'],
    ['no poll was taken at the last election', 'A Gazette poll shows that 48 percent of voters back Berg. Lind won the voters of the valley by 12 points in 2008.', 'attribution: A Gazette poll', 'none'],
    ['respondents are those of the poll', 'A Gazette poll shows that 48 percent of voters back Berg.\n\nIt rained.\n\nAmong younger respondents, Berg won 60 percent.', 'attribution: A Gazette poll', 'none', 'carried: A Gazette poll'],
    ['what a forecaster foresees', 'The budget office expects that revenue will shrink by 2 percent. It is the steepest decline of any region and is driven by weak sales. Spending is projected to grow to $40 million.', 'attribution: The budget office', 'carried: The budget office', 'carried: The budget office'],
    ['a forecast, a paragraph on', 'The harbour board now says that the fund will run dry sooner.\n\nIt was set up in 1998.\n\nThe deficit for the year is projected to be $544,000.', 'attribution: The harbour board', 'none', 'carried: The harbour board'],
    ['the outlook of another year', 'The harbour board forecasts a deficit of $2 million in 2027. By 2031, the last year of the outlook, it would surpass $4 million.', 'attribution: The harbour board', 'carried: The harbour board'],
    ['what is planned, is no forecast', 'Ulla Berg said that the dam will hold. The lock is expected to reopen with 12 gates.', 'attribution: Ulla Berg', 'none'],
    ['one candidate after the other', 'According to a Gazette poll, Berg has the support of 27 percent of voters. Lind comes in at 9 percent.\n\nHolm and Dahl are tied at 4 percent.', 'attribution: a Gazette poll', 'carried: a Gazette poll', 'carried: a Gazette poll'],
    ['what is, is no forecast', 'Ulla Berg expects that the dam will hold. It is the largest dam in the country.', 'attribution: Ulla Berg', 'none'],
    ['reported speech that goes on', 'A treaty could not be a pact of two towns, the mayor said. It had to include the villages. And any treaty had to be led by the ports.', 'attribution: the mayor', 'carried: the mayor', 'carried: the mayor'],
    ['a first is a claim of its own', 'The union will vote in May, the mayor said. It would be the first strike since 1989.', 'attribution: the mayor', 'none'],
    ['the terms of somebody’s plan', 'Under Mrs. Berg’s plan, tenants would pay a levy of 4 percent. Owners of two houses would be subject to a levy of 6 percent. It would cost the county $12 million.', 'carried: Mrs. Berg’s plan', 'carried: Mrs. Berg’s plan', 'none'],
    ['what somebody wants besides', 'Lind has said that families would be let off the levy. He also wants to extend the leave of new mothers to six weeks.', 'attribution: Lind', 'carried: Lind'],
    ['a charge', 'According to a complaint of 52 counts, the brothers ran a fraud. Carl Lind was accused of using $50,000 for a boat.', 'attribution: a complaint of 52 counts', 'carried: a complaint of 52 counts'],
    ['what a paper tells on', 'Berg marched in the parade, the Gazette reported. Flanked by two guards, she walked for four blocks.', 'attribution: the Gazette', 'carried: the Gazette'],
    ['what a tally holds', 'Gifts reached $12 million in May, a Gazette tally shows.\n\nThe Gazette’s club tally does not include gifts of less than $500.', 'attribution: a Gazette tally', 'carried: a Gazette tally'],
    ['what a tally does not hold', 'The Gazette’s club tally doesn’t include gifts of less than $500.', 'carried: The Gazette’s club tally'],
    ['what the lists have in common', 'The Gazette said that the Port Post counts ferries as ships. While the lists all have 9 barges, their totals range from 12 to 14 ships.', 'attribution: The Gazette', 'carried: The Gazette'],
  ];
  for (const [name, text, ...expected] of cases) test(name, () => assert.deepEqual(supportOf(text), expected));
});

describe('what a sentence takes from the next', () => {
  const cases: readonly (readonly [name: string, text: string, ...support: string[]])[] = [
    ['a rounded figure', 'Gifts to harbour clubs have passed the $1 billion mark.\n\nGifts to harbour clubs reached nearly $1.1 billion in May, a Gazette analysis shows.', 'carried: a Gazette analysis', 'attribution: a Gazette analysis'],
    ['a figure that is too far off', 'Gifts to harbour clubs have passed the $1 billion mark.\n\nGifts to harbour clubs reached nearly $1.6 billion in May, a Gazette analysis shows.', 'none', 'attribution: a Gazette analysis'],
    ['a poll that is announced', 'Berg did not gain in one of the first polls after the debate.\n\nA Gazette poll shows her at 43 percent.', 'carried: A Gazette poll', 'attribution: A Gazette poll'],
    ['what voters told a poll', 'About 60 percent of voters are unhappy with the harbour.\n\nAccording to a Gazette poll, tenants are angrier than owners.', 'carried: a Gazette poll', 'attribution: a Gazette poll'],
    ['no other year’s vote', 'About 60 percent of voters chose Berg in 2016.\n\nAccording to a Gazette poll, tenants are angrier than owners.', 'none', 'attribution: a Gazette poll'],
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
