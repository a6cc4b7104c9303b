import { mismatch } from '../../../server/src/rules/quotes/mismatch.ts';
import { testRule } from '../rule-tester.ts';

const registry = `---
sources:
  minutes:
    type: report
    title: Minutes of the council
    publisher: Town of Lund
    issued: 2025-03-04
    excerpts:
      - text: Fishing is allowed from the shore.
      - text: The pier will stay closed until the inspection is done. We ask the dockers' union — once more — for patience.
  bare: {type: report, title: Another, publisher: Town of Lund, issued: 2025-03-04}
---
`;

const capture = { passages: [{ source: 'bare', text: 'The harbour board met at noon. Nothing was said of the ferry.', whole: true }] };

testRule(mismatch, {
  valid: [
    { name: 'word for word', text: `${registry}“The pier will stay closed until the inspection is done,” the minutes say [@minutes].` },
    { name: 'other marks, dashes and case', text: `${registry}They ask “the dockers’ union - once more - for patience” [@minutes].` },
    { name: 'an ellipsis', text: `${registry}“The pier will stay closed … until the inspection is done,” the minutes say [@minutes].` },
    { name: 'a bracketed insertion', text: `${registry}“[It] will stay closed until the [safety] inspection is done,” the minutes say [@minutes].` },
    { name: 'gathered from two excerpts', text: `${registry}“Fishing is allowed from the shore. The pier will stay closed,” the minutes say [@minutes].` },
    { name: 'gathered with an ellipsis', text: `${registry}“Fishing is allowed … until the inspection is done,” the minutes say [@minutes].` },
    { name: 'a source without passages', text: `${registry}“The pier will never open again,” the minutes say [@bare].` },
    { name: 'one of two sources without passages', text: `${registry}“Nobody shall ever fish there,” the minutes say [@minutes; @bare].` },
    { name: 'no citation', text: `${registry}“Nobody shall ever fish there,” the minutes say.` },
    { name: 'a term of two words', text: `${registry}The “ghost ferry” runs again, the minutes say [@minutes].` },
    { name: 'through a footnote', text: `${registry}“The pier will stay closed until the inspection is done,” the minutes say.[^m]\n\n[^m]: @minutes, p. 2` },
  ],
  invalid: [
    {
      text: `${registry}⟦“The pier will stay closed until the repair is done,”⟧ the minutes say [@minutes].`,
      messages: ['This quotation differs from “minutes”: “repair” stands for “inspection”.'],
      severities: ['warning'],
      fixes: [
        { title: /^Use the words of “minutes”/, output: `${registry}“The pier will stay closed until the inspection is done,” the minutes say [@minutes].` },
        { title: 'Paraphrase: take the quotation marks away', output: `${registry}The pier will stay closed until the repair is done, the minutes say [@minutes].` },
      ],
    },
    {
      name: 'an abridged quotation of which one stretch differs',
      text: `${registry}⟦“The pier will stay closed … We ask the dockers’ union – once again – for patience,”⟧ the minutes say [@minutes].`,
      messages: ['This quotation differs from “minutes”: “again” stands for “more”.'],
      fixes: [{ title: 'Paraphrase: take the quotation marks away' }],
    },
    { name: 'absent from the excerpts', text: `${registry}⟦“Nobody shall ever fish from there again,”⟧ the minutes say [@minutes].`, severities: ['warning'], messages: [/not in the excerpts of “minutes”/] },
    { name: 'absent from a page that was read in part', text: `${registry}⟦“Nobody shall ever fish from there again,”⟧ the minutes say [@bare].`, context: { passages: [{ ...capture.passages[0]!, whole: false }] }, severities: ['warning'], messages: ['This quotation is not in the part of “bare” that could be read; add the passage to the excerpts, or check the words.'] },
    { name: 'absent from a whole capture', text: `${registry}⟦“Nobody shall ever fish from there again,”⟧ the minutes say [@bare].`, context: capture, severities: ['error'], messages: ['This quotation is not in the text of “bare”.'] },
    { name: 'the source of a claim comment', text: `${registry}⟦“The pier will stay shut until the inspection is done,”⟧ the minutes say. <!-- claim source=minutes -->`, severities: ['warning'] },
    { name: 'through a footnote, with CRLF', text: `${registry.replaceAll('\n', '\r\n')}😀 ⟦“The pier will stay shut until the inspection is done,”⟧ the minutes say.[^m]\r\n\r\n[^m]: @minutes, p. 2` },
    { name: 'a block quotation under its lead-in', text: `${registry}The minutes put it this way [@minutes]:\n\n> ⟦The pier will stay shut until the inspection is done.⟧` },
  ],
});
