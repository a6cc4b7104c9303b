import { singleSource } from '../../../server/src/rules/sourcing/single-source.ts';
import { testRule } from '../rule-tester.ts';

const registry = `---
sources:
  clerk: {type: interview, author: Ada Brandt, issued: 2025-02-03}
  ledger: {type: report, title: Ledger of the harbour fund, publisher: Harbour Fund, issued: 2025-01-31}
  gazette: {type: article-newspaper, title: Fund is short, url: "https://example.org/gazette", issued: 2025-02-01, origin: wire}
  mirror: {type: article-newspaper, title: Fund is short, url: "https://example.org/mirror", issued: 2025-02-01, origin: wire}
---
`;

testRule(singleSource, {
  valid: [
    { name: 'two sources', text: `${registry}The treasurer moved the money [@clerk; @ledger]. <!-- claim stakes=high -->` },
    { name: 'a citation and the comment', text: `${registry}The treasurer moved the money [@clerk]. <!-- claim stakes=high source=ledger -->` },
    { name: 'a source and a page', text: `${registry}The treasurer [moved the money](https://example.org/page) [@clerk]. <!-- claim stakes=high -->` },
    { name: 'two speakers in the words', text: 'The treasurer moved the money, the auditor said, and Ulla Berg, a clerk, said he had moved it twice. <!-- claim stakes=high -->' },
    { name: 'no stakes', text: `${registry}The treasurer moved the money [@clerk].` },
    { name: 'as many as configured', text: `${registry}The treasurer took the money [@clerk]. <!-- claim stakes=high -->`, options: { independent: 1 } },
  ],
  invalid: [
    { text: `${registry}⟦The treasurer moved the money [@clerk].⟧ <!-- claim stakes=high -->`, messages: ['This claim has high stakes and one independent source; it needs 2.'] },
    { name: 'one origin behind two papers', text: `${registry}⟦The treasurer moved the money [@gazette; @mirror].⟧ <!-- claim stakes=high -->`, messages: ['This claim has high stakes and one independent source; it needs 2. “gazette” and “mirror” have the same origin and count once.'] },
    { name: 'the same source twice', text: `${registry}⟦The treasurer moved the money [@clerk].⟧ <!-- claim stakes=high source=clerk -->` },
    { name: 'a page and its address in the registry', text: `${registry}⟦The treasurer [moved the money](https://example.org/gazette#top) [@gazette].⟧ <!-- claim stakes=high -->` },
    { name: 'a speaker beside the source', text: `${registry}⟦The treasurer moved the money, the auditor said [@clerk].⟧ <!-- claim stakes=high -->` },
    { name: 'a source that nothing defines', text: `${registry}⟦The treasurer moved the money [@clerk; @nobody].⟧ <!-- claim stakes=high -->` },
    { name: 'none at all', text: '⟦The treasurer moved the money.⟧ <!-- claim stakes=high -->', messages: [/no independent source/] },
    {
      name: 'a further source that is independent and shares words',
      text: `${registry}⟦The treasurer emptied the harbour fund [@clerk].⟧ <!-- claim stakes=high -->`,
      fixes: [{ title: 'Also cite “ledger” (shares the words “harbour”, “fund”)', output: `${registry}The treasurer emptied the harbour fund [@clerk] [@ledger]. <!-- claim stakes=high -->` }, { title: /gazette/ }, { title: /mirror/ }],
    },
  ],
});
