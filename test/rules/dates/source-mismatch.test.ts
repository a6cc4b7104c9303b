import type { Context } from '../../../server/src/model/context.ts';
import { dateSourceMismatch } from '../../../server/src/rules/dates/source-mismatch.ts';
import { testRule } from '../rule-tester.ts';
import { checked, draftWith } from '../sources/check-results.ts';

const URL = 'https://example.org/bridge';
const TEXT = `The old bridge over the Ostra was opened by the queen on 3 May 1934 and closed to lorries on 12 June 2019.

The divers found the first cracks on Sunday, 5 May 2019. The council voted for a new bridge in October 2020, and its cornerstone was laid on 14 March 2022.

The survey was carried out between 3 and 9 August 2021. The contract was signed on Tuesday.

The ferry capsized late on 8 January 1951, shortly before midnight. Nine people were rescued.

Milestone | Date
Tender published | 18 November 2020
Cranes delivered | February 2023`;

function read(text = TEXT, whole = true): Partial<Context> {
  return { ...checked({ [URL]: { outcome: 'reached' } }), passages: [{ source: 'wh', text, whole, locators: [{ start: 0, end: text.length, locator: 'p. 3' }] }] };
}

const cite = (sentence: string, more = '') => draftWith(`url: ${URL}${more}`, sentence);
const fine = (sentence: string, name: string, context = read()) => ({ text: cite(sentence), context, name });

testRule(dateSourceMismatch, {
  valid: [
    fine('The bridge over the Ostra was opened on 3 May 1934 [@wh].', 'the source’s date'),
    fine('The bridge over the Ostra was opened on May 3, 1934 [@wh].', 'in American order'),
    fine('The bridge over the Ostra was opened in May 1934 [@wh].', 'the month of a day'),
    fine('The bridge over the Ostra was opened in 1934 [@wh].', 'the year of a day'),
    fine('The bridge over the Ostra was opened on 3 May [@wh].', 'a day without its year'),
    fine('The council voted for a new bridge on 8 October 2020 [@wh].', 'a day in the month that the source gives'),
    fine('The survey was carried out on 5 August 2021 [@wh].', 'a day in the source’s span'),
    fine('The survey was carried out in August 2021 [@wh].', 'the month of a span'),
    fine('The contract was signed on 4 April 2023 [@wh].', 'the source says on what weekday, and nobody knows of which week'),
    fine('The bridge over the Ostra was completed in 1933 [@wh].', 'another event'),
    fine('The bridge over the Ostra was painted on 5 May 1934 [@wh].', 'another event a day or two from it'),
    fine('The bridge over the Ostra was due to be opened on 1 May 1934, but that was postponed [@wh].', 'what was planned'),
    fine('The divers found the second crack on 9 May 2019 [@wh].', 'the second of several'),
    fine('The ferry capsized on 9 January 1951 [@wh].', 'after midnight it is the next day'),
    fine('The mayor said on 7 June 2019 that the bridge was closed to lorries [@wh].', 'the day on which somebody said so'),
    fine('The bridge has been closed to lorries since 2020 [@wh].', 'the bound of a time'),
    fine('The Lund bridge was opened on 5 May 1934 by the bishop of Halden [@wh].', 'names that the source’s sentence lacks'),
    fine('Nobody expected the new bridge before 2030 [@wh].', 'a date that no sentence of the source stands against'),
    fine('“The bridge was opened on 5 May 1934,” she said [@wh].', 'a quotation is checked with its words'),
    fine('The bridge over the Ostra was opened on 5 May 1934. Others differ [@wh].', 'no citation'),
    fine('The bridge over the Ostra was opened on 5 May 1934 [@wh].', 'a part of the text', read(TEXT, false)),
    { name: 'nothing was checked', text: cite('The bridge over the Ostra was opened on 5 May 1934 [@wh].'), context: { passages: read().passages! } },
    { name: 'the day of the source itself', text: cite('The report on the bridge over the Ostra, published on 5 June 2019, says that it is closed to lorries [@wh].', '\n    issued: 2019-06-05'), context: read() },
    { name: 'reckoned from the day of the source', text: cite('The contract for the bridge was signed on 4 April 2023 [@wh].', '\n    issued: 2023-04-06'), context: read() },
  ],
  invalid: [
    {
      text: cite('The bridge over the Ostra was opened on ⟦5 May 1934⟧ [@wh].'), context: read(),
      messages: ['“wh” gives another date for what seems the same, 3 May 1934: “The old bridge over the Ostra was opened by the queen on 3 May 1934 and closed to lorries on 12 June 2019” (p. 3).'],
      fixes: [{ title: 'Use the date of “wh”: 3 May 1934', output: cite('The bridge over the Ostra was opened on 3 May 1934 [@wh].') }, { title: 'Add the passage to the excerpts of “wh”' }],
    },
    { text: cite('The bridge over the Ostra was closed to lorries on ⟦June 21, 2019⟧ [@wh].'), context: read(), fixes: [{ title: 'Use the date of “wh”: June 12, 2019' }, { title: /excerpts/ }] },
    { text: cite('The council voted for a new bridge in ⟦November 2020⟧ [@wh].'), context: read(), messages: [/October 2020/], fixes: [{ title: 'Use the date of “wh”: October 2020' }, { title: /excerpts/ }] },
    { text: cite('The cornerstone of the new bridge was laid in ⟦2024⟧ [@wh].'), context: read(), messages: [/14 March 2022/], fixes: [{ title: 'Use the date of “wh”: 2022' }, { title: /excerpts/ }] },
    { name: 'of two dates in a sentence the one that tells of the same', text: cite('The bridge over the Ostra, opened in 1934, was closed to lorries in ⟦2018⟧ [@wh].'), context: read() },
    { name: 'beside a name that is spelt otherwise', text: cite('In Halden Jens Olsenn, a diver, discovered the first cracks on ⟦9 May 2019⟧ [@wh].'), context: read(TEXT.replace('The divers found', 'Jens Olsen, a diver, discovered')) },
    { name: 'by the noun of the event', text: cite('The opening of the old bridge over the Ostra on ⟦8 May 1934⟧ drew crowds [@wh].'), context: read(), messages: [/3 May 1934/] },
    { name: 'in a table', text: cite('The tender was published on ⟦8 November 2020⟧ [@wh].'), context: read(), messages: [/Tender published \| 18 November 2020/] },
    { name: 'reckoned from the day of the source', text: cite('The contract for the bridge was signed on ⟦1 April 2023⟧ [@wh].', '\n    issued: 2023-04-06'), context: read(), messages: [/Tuesday/] },
  ],
});
