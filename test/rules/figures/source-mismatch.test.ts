import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDraft } from '../../../server/src/draft/build.ts';
import { buildAnalysis } from '../../../server/src/model/build.ts';
import { summarizeEvidence } from '../../../server/src/model/evidence/summary.ts';
import { emptyContext, type Context } from '../../../server/src/model/context.ts';
import { sourceMismatch } from '../../../server/src/rules/figures/source-mismatch.ts';
import { testRule } from '../rule-tester.ts';
import { checked, draftWith } from '../sources/check-results.ts';

const URL = 'https://example.org/port';
const TEXT = `The northern terminal handled 3,410 containers in March, after 3,100 in February.

Some 240 dockers work in two shifts, 60 of them at night, and the harbour office pays them $23 an hour.

The extension of the quay is 1.5 kilometres long and costs between 40 and 45 million euros.

Revenue, in thousands of euros
Source of revenue | 2023 | 2024
Dues of fishing boats | 1,205 | 1,340
Rent for sheds | 410 | 395

At least 14 people were hurt when the old crane fell, the fire brigade said.`;

/** What a check has read; `whole`: false where only a part of it could be. */
function read(text = TEXT, whole = true): Partial<Context> {
  return { ...checked({ [URL]: { outcome: 'reached' } }), passages: [{ source: 'wh', text, whole, locators: [{ start: 0, end: text.length, locator: 'p. 3' }] }] };
}

const cite = (sentence: string) => draftWith(`url: ${URL}`, sentence);
const fine = (sentence: string, name?: string) => ({ text: cite(sentence), context: read(), ...(name === undefined ? {} : { name }) });

testRule(sourceMismatch, {
  valid: [
    fine('The northern terminal handled 3,410 containers in March [@wh].', 'the source’s figure'),
    fine('The terminal handled about 3,400 containers in March [@wh].', 'rounded'),
    fine('More than 3,000 containers went through the northern terminal in March [@wh].', 'a bound'),
    fine('The northern terminal handled 10 percent more containers in March than in February [@wh].', 'a change that follows'),
    fine('In February and March together the northern terminal handled 6,510 containers [@wh].', 'a sum that follows'),
    fine('A quarter of the 240 dockers work at night [@wh].', 'a share that follows'),
    fine('The extension of the quay is about 0.9 miles long [@wh].', 'converted'),
    fine('The extension of the quay costs up to €45 million [@wh].', 'the end of a range'),
    fine('The dues of fishing boats came to €1.34 million in 2024 [@wh].', 'a table in thousands'),
    fine('Dues of fishing boats rose by 11 percent [@wh].', 'a change in a table'),
    fine('Some 14 people were hurt when the crane fell [@wh].', 'the bound left out'),
    fine('Dockers have asked for higher wages since 1998, and three of them for more [@wh].', 'years and small counts'),
    fine('The mayor spoke for 40 minutes in the hall [@wh].', 'a span of time that it lacks'),
    { name: 'a table with its source', text: cite('| Income | 2023 | 2024 |\n| --- | --- | --- |\n| Dues of fishing boats | 1,205 | 1,340 |\n| Rent for sheds | 410 | 395 |\n\nSource: [@wh]'), context: read() },
    { name: 'nothing was checked', text: cite('The northern terminal handled 4,310 containers in March [@wh].'), context: { passages: read().passages! } },
    { name: 'the check did not reach it', text: cite('The northern terminal handled 4,310 containers in March [@wh].'), context: { ...checked({ [URL]: { outcome: 'unanswered' } }), passages: read().passages! } },
    { name: 'a part of the text', text: cite('The northern terminal handled 4,310 containers in March [@wh].'), context: read(TEXT, false) },
    { name: 'another page is cited too', text: cite('The northern terminal handled 4,310 containers in March [@wh], [the office says](https://example.com/x).'), context: read() },
    { name: 'no citation', text: cite('The northern terminal handled 4,310 containers in March. Others differ [@wh].'), context: read() },
    { name: 'a quotation is checked with its words', text: cite('“The northern terminal handled 4,310 containers in March,” she said [@wh].'), context: read() },
    { name: 'the digits are there in another form', text: cite('The form has the number 77410 in the register of sheds for rent [@wh].'), context: read(`${TEXT}\n\nRef. No. 77410/B`) },
  ],
  invalid: [
    {
      text: cite('The northern terminal handled ⟦4,310 containers⟧ in March [@wh].'), context: read(),
      messages: ['“wh” gives another figure for what seems the same, 3,410 containers: “The northern terminal handled 3,410 containers in March, after 3,100 in February” (p. 3).'],
      severities: [undefined],
    },
    {
      text: cite('The harbour office pays the dockers ⟦$32 an hour⟧ [@wh].'), context: read(), messages: [/\$23/],
      fixes: [{ title: 'Use the figure of “wh”: 23' }, { title: 'Add the passage to the excerpts of “wh”' }],
    },
    { text: cite('In 2024, dues of fishing boats brought ⟦€8.9 million⟧ [@wh].'), context: read(), messages: [/not in the text of “wh”/], severities: ['information'] },
    { text: cite('The fire brigade said at least ⟦41 people⟧ were hurt when the crane fell [@wh].'), context: read(), messages: [/at least 14 people/] },
    { name: 'in a table', text: cite('| Income | 2023 | 2024 |\n| --- | --- | --- |\n| Dues of fishing boats | 1,205 | ⟦1,840⟧ |\n| Rent for sheds | 410 | 395 |\n\nSource: [@wh]'), context: read() },
    { text: cite('Every boat pays a fee of ⟦$870⟧ for its anchor [@wh].'), context: read(), severities: ['information'] },
  ],
});

test('what was held against the sources is counted', () => {
  const text = cite('The northern terminal handled 4,310 containers in March [@wh].\n\nIt handled 3,100 containers in February [@wh].\n\n“Some 240 dockers work in two shifts,” she said [@wh].\n\nAnn Berg saw it, and Ann Berg wrote [@wh].');
  const counts = summarizeEvidence(buildAnalysis(buildDraft(text), { ...emptyContext('file:///draft.md'), ...read(`${TEXT}\n\nAnn Berg was there.`) }));
  assert.deepEqual(counts, { quotations: 1, figures: 2, dates: 2, names: 1, mismatches: 1 });
});
