import { unsourced } from '../../../server/src/rules/sourcing/unsourced.ts';
import { testRule } from '../rule-tester.ts';

const registry = `---
sources:
  census:
    type: report
    title: Census of the river towns
    publisher: Statistics Bureau
    issued: 2024-05-01
  ferry-log:
    type: dataset
    title: Ferry log
    publisher: Port Office
    issued: 2024-05-01
---
`;

testRule(unsourced, {
  valid: [
    { name: 'a link with words', text: 'Rents [rose 12 percent](https://example.org/rents) in 2024.' },
    { name: 'a footnote after the full stop', text: 'Rents rose 12 percent in 2024.[^a]\n\n[^a]: <https://example.org/rents>' },
    { name: 'a citation, even of an unknown key', text: 'Rents rose 12 percent in 2024 [@nobody].' },
    { name: 'a claim comment with a source', text: 'Rents rose 12 percent in 2024. <!-- claim source=rents -->' },
    { name: 'observed by the reporter', text: 'About 300 people stood in the square. <!-- claim status=observed -->' },
    { name: 'common knowledge', text: 'The strait is the widest in the north. <!-- claim status=common-knowledge -->' },
    { name: 'a question', text: 'Did rents rise by 12 percent in 2024?' },
    { name: 'signposting', text: 'Here is what we know about the three bridges.' },
    { name: 'a heading', text: '# Rents rose 12 percent in 2024' },
    { name: 'a list under a cited lead-in', text: 'The council plans, according to [its budget](https://example.org/budget):\n\n- $12 million for roads in 2025\n- $9 million for schools in 2025' },
    { name: 'an attributed sentence', text: 'Rents rose 12 percent in 2024, the housing ministry said.' },
    { name: 'the sentences of a quotation with a speaker', text: '“We lost 40 percent of the herd in 2023. It was the worst winter since 1968,” said Ulla Berg, a farmer.' },
    { name: 'speech without a speaker is another rule’s', text: '“We lost 40 percent of the herd in 2023.”' },
    { name: 'a law that is only mentioned', text: 'The clerk carried the law book under her arm.' },
    { name: 'a verdict', text: 'It was the worst part of the evening.' },
    { name: 'to grow up is no growth', text: 'Berg grew up in a village by the lake.' },
    { name: 'a caption with its credit', text: '![A dam](dam.jpg)\n*The dam, which holds 4 million cubic metres of water. Photo: Rune Dahl*' },
    { name: 'a block quotation with its credit', text: '> The operator shall pay 4 million euros a year.\n>\n> — Harbour Act, section 4' },
    { name: 'a table with a source line', text: '| Year | Ships |\n| --- | --- |\n| 2024 | 412 ships called at the port. |\n\nSource: port office' },
    { name: 'advice to the reader', text: 'To save that much, you would need to put aside about $115 a month for 18 years.' },
    { name: 'what the writer tells of herself', text: 'My father spent 30,000 crowns on tinned food in 1978.' },
    { name: 'a forecast in which nothing is measured', text: 'If the council wins, the ruling could be taken to the supreme court by the ferry company.' },
    { name: 'what the next lines bring', text: 'Three questions remain open, and here they are.' },
    { name: 'a superlative that only says which ones are meant', text: 'The rules may hasten the closure of the country’s oldest kilns.' },
    { name: 'what somebody worked out', text: 'If every yard paid the fee, the auditors calculated, the port would take in $7 million.' },
    { name: 'a plan that gives it', text: 'A quarter of that, per the council’s plan, is $40,000.' },
    { name: 'a report that is told of', text: 'The film features a Gazette report that 5,300 people left the town in 2014.' },
    { name: 'the other side of a study', text: 'A study by the Lock Institute found that 62 percent of barges were late in 2024. Conversely, 11 percent of ferries were late.' },
    { name: 'a poll, with speech in between', text: 'A Gazette poll shows that 48 percent of voters back Berg.\n\n“I like her,” said Ulla Holm, a baker.\n\nHer approval rating has fallen from 58 percent in the last poll to 55 percent now.' },
    { name: 'what a forecaster foresees', text: 'The budget office expects that revenue will shrink by 2 percent. It is the steepest decline of any region.' },
    { name: 'reported speech that goes on', text: 'A treaty could not be a pact of two towns, the mayor said. And any treaty had to be led by the two largest ports.' },
    { name: 'the terms of a plan', text: 'Under Mrs. Berg’s plan, tenants would pay a levy of 4 percent. Owners of two houses would be subject to a levy of 6 percent.' },
    { name: 'a rounded figure in the lead', text: 'Gifts to harbour clubs have passed the $1 billion mark.\n\nGifts to harbour clubs reached nearly $1.1 billion in May, a Gazette analysis shows.' },
    { name: 'a superlative of taste', text: 'It was the most masterful piece of seamanship of the summer.' },
    { name: 'the length of a plan', text: 'The council played it safe in the nine-page plan that it passed on Monday.' },
    { name: 'what is about to happen', text: 'The council is set to take sides in the quarrel between the ferry and the bridge, eight weeks before the vote.' },
    { name: 'letters that are called leaked', text: 'The evening turned to the harbour master’s leaked letters.' },
    { name: 'a correction', text: 'An earlier version of this article misstated the weight of the bell, which is 156 tons.' },
    { name: 'the weather on the day', text: 'It was raining when the crew of 40 went down to the boats.' },
    { name: 'what a body heard before counted', text: 'The home is short of staff, the inspectors wrote. They counted six aides on the night shift, one for every 18 residents.' },
    { name: 'what somebody has never done', text: 'She has never forgotten the flood.' },
    { name: 'the ages of children', text: 'She uses it on her own children, ages 4 and 9, and on a shirt.' },
    { name: 'what a count leaves out', text: 'The Gazette’s tally does not include the $40 million in loans.' },
    { name: 'the answers of an interview', text: '**LEDGER:** How many are you?\n\n**MOE:** We have 6,400 members. We spend $140,000 a year.\n\nIn 2019 we had 300 members.\n\n**LEDGER:** And now?\n\n**MOE:** We lost 40 members in 2024.' },
    { name: 'questions and answers', text: 'Q: How many are you?\n\nA: We lost 40 of our members in 2024.\n\nQ: And now?\n\nA: The club took in $140,000 in 2025.' },
    { name: 'below the configured threshold', text: 'Rents rose 12 percent in 2024.', options: { threshold: 1 } },
  ],
  invalid: [
    { text: '⟦Rents rose 12 percent in 2024.⟧ They said so.', messages: ['This sentence states a statistic without a source.'], severities: ['warning'] },
    { name: 'another measure than the study’s', text: 'A study by the Lock Institute found that 62 percent of barges were late in 2024. ⟦The mayor spent $4 million on a swimming pool in 2024.⟧' },
    { name: 'the last election beside a poll', text: 'A Gazette poll shows that 48 percent of voters back Berg. ⟦Lind won the voters of the valley by 12 points in 2008.⟧' },
    { name: 'what is, beside a forecast', text: 'Ulla Berg expects that the dam will hold. ⟦It is the largest dam in the country.⟧' },
    { name: 'a first, beside speech', text: 'The union will vote in May, the mayor said. ⟦It would be the first strike since 1989.⟧' },
    { name: 'what a plan would do', text: 'Under Mrs. Berg’s plan, tenants would pay a levy of 4 percent. ⟦It would cost the county $12 million in 2026.⟧' },
    { name: 'what the writer sets beside a report', text: 'The auditor’s report shows that the port lost $12 million. ⟦To put that in context, the deficit of the county was $43 million in 2024.⟧' },
    { name: 'a mine is nobody’s', text: '⟦On most days the mine sold 734 tonnes of coal.⟧' },
    { name: 'a forecast with a figure', text: '⟦The plan would cost the county $12 million in 2026.⟧' },
    { name: 'a promise of money', text: '⟦The council wants to spend $12 million on the quay.⟧' },
    { name: 'a margin', text: '⟦The harbour levy passed by a three-vote margin in the council.⟧' },
    { name: 'part of a known number', text: '⟦Nine of the eleven ferries were built before 1980.⟧' },
    { name: 'a superlative', text: '⟦It is the largest dam in the country.⟧', messages: [/a superlative/] },
    { name: 'one of the largest', text: '⟦It is home to one of the largest kilns in the country.⟧', messages: [/a superlative/] },
    { name: 'a rate is nobody’s word', text: '⟦The permit costs $40, per person, each year.⟧' },
    { name: 'labels that come once are nobody’s turns', text: '**⟦Update:** The club lost 40 of its members in 2024.⟧\n\n**⟦Money:** The club took in $140,000 in 2025.⟧' },
    { name: 'behind the last turn the reporter speaks', text: '**LEDGER:** How many are you?\n\n**MOE:** Enough.\n\n**LEDGER:** And now?\n\n**MOE:** Fewer.\n\n⟦The club lost 40 of its members in 2024.⟧' },
    { name: 'a legal assertion', text: '⟦The blockade of the lock is illegal under the harbour act.⟧', messages: [/a legal assertion/] },
    { name: 'the most of its kind', text: '⟦Aldmouth is the least walkable town in the county.⟧', messages: [/a superlative/] },
    { name: 'a verdict that is dated', text: '⟦It is the worst drought in the valley since 1976.⟧', messages: [/a superlative/] },
    { name: 'a superlative turned round', text: '⟦No other port on the river handles a larger fleet.⟧', messages: [/a superlative/] },
    { name: 'one case would disprove it', text: '⟦No club from the region has ever won a medal at the games.⟧ ⟦The court has never ordered a dam to be emptied.⟧' },
    { name: 'nobody was heard before', text: 'Polls opened late. ⟦It counted 23 violent incidents.⟧' },
    { name: 'what a count holds', text: '⟦The tally includes $40 million in loans.⟧' },
    { name: 'more than any other', text: '⟦Halden has won the trophy more often than any other club.⟧', messages: [/a superlative/] },
    { name: 'the worst since the war', text: '⟦It was the yard’s worst year since the war.⟧', messages: [/a superlative/] },
    { name: 'one of the best-studied', text: '⟦The strait is one of the best-studied waters of the north.⟧', messages: [/a superlative/] },
    { name: 'the first to do something', text: '⟦It is the first ferry to be built in the yard.⟧', messages: [/a first/] },
    { name: 'one finding for several figures', text: '⟦The fleet lost 12 ships, 300 sailors and $40 million in 1911.⟧' },
    { name: 'known to need a source', text: '⟦Rents rose 12 percent in 2024.⟧ <!-- claim status=needs-source -->', severities: ['hint'] },
    { name: 'verified without a source', text: '⟦Rents rose 12 percent in 2024.⟧ <!-- claim status=verified -->', severities: ['warning'] },
    { name: 'the footnote belongs to the sentence before', text: 'Rents rose.[^a] ⟦Wages fell 12 percent in 2024.⟧\n\n[^a]: <https://example.org/rents>' },
    {
      name: 'fixes put the best match first, where the draft cites',
      text: `${registry}The ferry ran [@ferry-log]. ⟦The river towns lost 4,000 people between 2014 and 2024.⟧`,
      fixes: [
        { title: /^Cite “census” \(shares the words? “/, output: `${registry}The ferry ran [@ferry-log]. The river towns lost 4,000 people between 2014 and 2024 [@census].` },
        { title: 'Cite a new source, added to the front matter', output: `${registry.slice(0, -'---\n'.length)}  new-source:\n    type: webpage\n    title: TK\n    url: TK\n    issued: TK\n    accessed: TK\n---\nThe ferry ran [@ferry-log]. The river towns lost 4,000 people between 2014 and 2024 [@new-source].` },
        { title: 'Insert “according to [TK: source]”', output: `${registry}The ferry ran [@ferry-log]. The river towns lost 4,000 people between 2014 and 2024, according to [TK: source].` },
        { title: 'Mark as observed by the reporter', output: `${registry}The ferry ran [@ferry-log]. The river towns lost 4,000 people between 2014 and 2024. <!-- claim status=observed -->` },
        { title: 'Mark as common knowledge' },
        { title: 'Mark as needing a source' },
      ],
    },
    {
      name: 'a status goes into the comment that is there',
      text: '⟦Rents rose 12 percent in 2024.⟧ <!-- claim id=rents -->',
      fixes: [
        { title: 'Cite a new source, added to the front matter' },
        { title: 'Insert “according to [TK: source]”' },
        { title: 'Mark as observed by the reporter', output: 'Rents rose 12 percent in 2024. <!-- claim status=observed id=rents -->' },
        { title: 'Mark as common knowledge' },
        { title: 'Mark as needing a source' },
      ],
    },
  ],
});
