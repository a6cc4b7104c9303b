import { confidential } from '../../../server/src/rules/draft/confidential.ts';
import { testRule } from '../rule-tester.ts';

const clerk = `---
sources:
  clerk: {type: interview, author: [{family: Aldane, given: Petra}], issued: 2025-03-01, terms: background}
---
`;
const withMayor = `---
sources:
  clerk: {type: interview, author: [{family: Aldane, given: Petra}], issued: 2025-03-01, terms: off-record}
  mayor: {type: interview, author: [{family: Aldane, given: Viktor}], issued: 2025-03-01}
---
`;

testRule(confidential, {
  valid: [
    { name: 'only the id', text: `${clerk}A clerk saw the papers [@clerk].` },
    { name: 'on the record', text: `${clerk.replace('background', 'on-record')}Petra Aldane saw the papers.` },
    { name: 'part of another word', text: `${clerk}The Aldanese coast is long.` },
    { name: 'a family name that another source bears', text: `${withMayor}Aldane denied it.` },
    { name: 'a family name that another person of the draft bears', text: `${clerk}The mayor, Viktor Aldane, denied it. Aldane left.` },
    { name: 'a word in small letters', text: `${clerk.replace('Aldane', 'Field')}The field was empty.` },
    { name: 'a body as author', text: `---\nsources:\n  memo: {type: report, title: Memo, author: Harbour Department, issued: 2025, terms: background}\n---\nThe Harbour Department said no. The department left.` },
    { name: 'a description as author', text: `---\nsources:\n  nurse: {type: interview, author: a senior nurse, issued: 2025, terms: background}\n---\nIt was seen by a senior nurse.` },
    { name: 'staff as author', text: `---\nsources:\n  memo: {type: report, title: Memo, author: ministry staff, issued: 2025, terms: background}\n---\nThe ministry said no.` },
  ],
  invalid: [
    {
      text: `${clerk}⟦Petra Aldane⟧ saw the papers.`, messages: ['This names the source “clerk”, which is confidential.'],
      fixes: [{ title: 'Replace by the source’s id, “clerk”', output: `${clerk}clerk saw the papers.` }],
    },
    { name: 'family name alone', text: `${clerk}The clerk, Ms. ⟦Aldane⟧, saw the papers.` },
    { name: 'at the start of a sentence', text: `${clerk}⟦Aldane⟧ saw the papers.` },
    { name: 'in the other order', text: `${clerk}Witness: ⟦Aldane, Petra⟧.` },
    { name: 'with a middle name', text: `${clerk}⟦Petra M. Aldane⟧ saw the papers.` },
    { name: 'in capitals', text: `${clerk}# ⟦PETRA ALDANE⟧ SPEAKS` },
    { name: 'in a comment', text: `${clerk}A clerk saw it. <!-- call ⟦Petra Aldane⟧ -->` },
    { name: 'in a claim comment', text: `${clerk}A clerk saw it. <!-- claim note="says ⟦Aldane⟧" -->` },
    { name: 'in a footnote', text: `${clerk}A clerk saw it.[^a]\n\n[^a]: ⟦Petra Aldane⟧, 5 March` },
    { name: 'in code', text: `${clerk}The file is \`⟦petra-aldane⟧.txt\`.` },
    { name: 'in an address', text: `${clerk}A [clerk](https://example.org/people/⟦petra-aldane⟧) saw it.` },
    { name: 'across markup', text: `${clerk}The clerk ⟦Petra **Aldane**⟧ saw it.`.replace('⟦Petra **Aldane**⟧', '⟦Petra **Aldane⟧**') },
    { name: 'across a line break', text: `${clerk}> The clerk ⟦Petra\n> Aldane⟧ saw it.` },
    { name: 'the full name where another bears the family name', text: `${withMayor}⟦Petra Aldane⟧ saw it, Viktor Aldane did not.` },
    { name: 'with a hyphen in it', text: `${clerk.replace('Petra', 'Ann-Marie').replace('Aldane', 'Ruiz-Holt')}⟦Ann-Marie Ruiz-Holt⟧ came. ⟦Ruiz-Holt⟧ left.` },
    { name: 'after a weekday', text: `${clerk}On Monday ⟦Aldane⟧ left.` },
    { name: 'one name only', text: `---\nsources:\n  singer: {type: interview, author: Oriel, issued: 2025, terms: background}\n---\nA singer, ⟦Oriel⟧, said so under the oriel window.` },
    { name: 'twice', text: `${clerk}⟦Petra Aldane⟧ came. ⟦Aldane⟧ left.` },
    { name: 'a literal name', text: `---\nsources:\n  nurse: {type: interview, author: Inés Corvo, issued: 2025, anonymous: {description: a nurse}}\n---\nA nurse, ⟦Ines Corvo⟧, said so. ⟦Corvo⟧ left.` },
  ],
});
