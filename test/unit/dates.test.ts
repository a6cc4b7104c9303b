// Dates: what is read as one, and the days it stands for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findDates } from '../../server/src/language/dates.ts';

const REFERENCE = '2024-05-15'; // a Wednesday

function check(text: string, expected: Record<string, string | undefined>, reference: string | undefined = REFERENCE): void {
  test(`${text}${reference === REFERENCE ? '' : ` (${reference ?? 'no reference'})`}`, () => {
    assert.deepEqual(findDates(text, reference).map(d => [text.slice(d.start, d.end), d.iso]), Object.entries(expected));
  });
}

check('Signed on March 4, 2021, and on 6 June 2022.', { 'March 4, 2021': '2021-03-04', '6 June 2022': '2022-06-06' });
check('Filed 2023-11-30 or 4/17/2023.', { '2023-11-30': '2023-11-30', '4/17/2023': '2023-04-17' });
check('The fair ran from Feb. 3-7 and again May 9 to May 12.', { 'Feb. 3-7': '2024-02-03/2024-02-07', 'May 9 to May 12': '2024-05-09/2024-05-12' });
check('Opened in October 2019 and closed in late 2022.', { 'October 2019': '2019-10', 'late 2022': '2022-09-01/2022-12-31' });
check('Profit fell in the third quarter of 2023 and Q1 2024.', { 'third quarter of 2023': '2023-07-01/2023-09-30', 'Q1 2024': '2024-01-01/2024-03-31' });
check('He led it from 2009 to 2014, in the 1990s and in fiscal 2023.', { '2009 to 2014': '2009-01-01/2014-12-31', '1990s': '1990-01-01/1999-12-31', 'fiscal 2023': '2023' });
check('The season of 2018-19 ended.', { '2018-19': '2018-01-01/2019-12-31' });
check('She resigned on Monday and will speak on Friday.', { Monday: '2024-05-13', Friday: '2024-05-17' });
check('Floods had reached nine villages by Monday; the rest must be cleared by Friday.', { Monday: '2024-05-13', Friday: '2024-05-17' });
check('By Sunday 40 homes had lost power.', { Sunday: '2024-05-12' });
check('Officials were told to report by Monday.', { Monday: '2024-05-20' });
check('Sales fell last month, yesterday and two weeks ago.', { 'last month': '2024-04', yesterday: '2024-05-14', 'two weeks ago': '2024-05-01' });
check('It was agreed in November and runs until July.', { November: '2023-11', July: '2024-07' });
check('They met on Dec. 20.', { 'Dec. 20': '2023-12-20' });
check('It rained over the weekend, last weekend and in the past week.', { weekend: '2024-05-11/2024-05-12', 'last weekend': '2024-05-11/2024-05-12', 'past week': '2024-05-08/2024-05-15' });
check('They will play this weekend and sail next weekend.', { 'this weekend': '2024-05-18/2024-05-19', 'next weekend': '2024-05-25/2024-05-26' });
check('Sales grew from January to March 2023, between May and July last year and in November-February 2020.', { 'January to March 2023': '2023-01-01/2023-03-31', 'May and July last year': '2023-05-01/2023-07-31', 'November-February 2020': '2019-11-01/2020-02-29' });
check('It opened early last year and closes late next month.', { 'early last year': '2023-01-01/2023-04-30', 'late next month': '2024-06-21/2024-06-30' });
check('Profit for the first nine months of 2023, H1 2025 and 2H 2022 rose.', { 'first nine months of 2023': '2023-01-01/2023-09-30', 'H1 2025': '2025-01-01/2025-06-30', '2H 2022': '2022-07-01/2022-12-31' });
check('It fell in June last year, on June 5 last year and on Tuesday last week.', { 'June last year': '2023-06', 'June 5 last year': '2023-06-05', 'Tuesday last week': '2024-05-07' });
check('The fair runs 28 April to 3 May, or April 28-May 3, 2022.', { '28 April to 3 May': '2024-04-28/2024-05-03', 'April 28-May 3, 2022': '2022-04-28/2022-05-03' });
check('Tickets hold on 23 or 27 October, and on 3, 4 and 9 May 2023.', { '23 or 27 October': '2024-10-23/2024-10-27', '3, 4 and 9 May 2023': '2023-05-03/2023-05-09' });
check('They met the day before yesterday, last night and this morning.', { 'day before yesterday': '2024-05-13', 'last night': '2024-05-14', 'this morning': '2024-05-15' });
check('Two weeks from now, by the end of next week, on the Fourth of July and on 14.06.2023.', { 'Two weeks from now': '2024-05-29', 'the end of next week': '2024-05-26', 'Fourth of July': '2024-07-04', '14.06.2023': '2023-06-14' });
check('A 17th-century barn, the 2023/24 season and fall, 1992.', { '17th-century': '1601-01-01/1700-12-31', '2023/24': '2023-01-01/2024-12-31', 'fall, 1992': '1992-09-01/1992-11-30' });
check('Rain fell last month and on Friday.', { 'last month': undefined, Friday: undefined }, '');
check('Rain fell on Sept. 12.', { 'Sept. 12': undefined }, '');

for (const text of ['They may march on the capital.', 'He sat by the sun.', 'Theresa May spoke to April Jones.', 'March to your own drum.', 'A Boeing 737 carried 2000 people.', 'The second man fell.', 'Jan Novak won.', 'He reads USA Today.', 'Half a century ago they sang.', 'A film of 20th Century Fox.', 'From May to Corbyn the polls fell.', 'The first two months were wet, the second of three wetter.', 'Version 1.40.2024 is out.', 'A long weekend is needed.']) check(text, {});

test('the weekday beside a day of the month, in every order', () => {
  for (const [text, written, iso] of [
    ['on Thursday, Sept. 12, the', 'Thursday', '2024-09-12'], ['on Monday 2 April 2018 the', 'Monday', '2018-04-02'], ['on Wednesday, Aug. 6, 2025', 'Wednesday', '2025-08-06'],
    ['on Tuesday the 4th of June', 'Tuesday', '2024-06-04'], ['on June 4 (Tuesday)', 'Tuesday', '2024-06-04'], ['on June 4, 2024, a Tuesday,', 'Tuesday', '2024-06-04'], ['Friday night, May 3', 'Friday', '2024-05-03'],
  ] as const) {
    const [date] = findDates(text, REFERENCE);
    assert.ok(date?.weekday, text);
    assert.deepEqual([text.slice(date.weekday.span.start, date.weekday.span.end), date.iso], [written, iso], text);
    assert.match(text.slice(date.daySpan!.start, date.daySpan!.end), /^\d+$/);
  }
});

test('a day far from the reference is marked as a guess', () => {
  assert.equal(findDates('It met on Nov. 20.', REFERENCE)[0]?.yearUnsure, true);
  assert.equal(findDates('It met on May 20.', REFERENCE)[0]?.yearUnsure, undefined);
});

test('spans lie in the text and resolved dates are ordered, whatever the text', () => {
  const word = fc.constantFrom('Thursday', 'Sept.', '12', '2024', ',', 'to', '-', 'early', 'last', 'month', 'the', 'third', 'quarter', 'of', '31', 'February', '30', 'ago', 'two', 'weeks', '(', ')', 'end', 'year', '1990', 's', '’', 'and', 'between', '/', 'in', 'fiscal', '😀', 'May', 'a');
  fc.assert(fc.property(fc.array(word, { maxLength: 25 }), fc.constantFrom('', ' '), fc.constantFrom(undefined, REFERENCE, '2024-02-29'), (words, gap, reference) => {
    const text = words.join(gap);
    let last = 0;
    for (const d of findDates(text, reference)) {
      assert.ok(last <= d.start && d.start < d.end && d.end <= text.length, text);
      if (d.from !== undefined) assert.ok(d.to !== undefined && d.from <= d.to && /^\d{4}-\d\d-\d\d$/.test(d.from));
      last = d.end;
    }
  }), { numRuns: 500 });
});

test('hostile texts take linear time', { timeout: 20_000 }, () => {
  for (const text of ['Sept. '.repeat(50_000), '12 '.repeat(60_000), 'the end of '.repeat(30_000), 'last '.repeat(60_000), 'Monday, '.repeat(40_000), 'one hundred '.repeat(30_000), '2024-'.repeat(50_000)]) findDates(text, REFERENCE);
});
