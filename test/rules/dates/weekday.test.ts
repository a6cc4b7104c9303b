import { weekday } from '../../../server/src/rules/dates/weekday.ts';
import { testRule } from '../rule-tester.ts';

const at = (date: string) => ({ context: { date } });

testRule(weekday, {
  valid: [
    'The court sat on Thursday, June 5, 2025.',
    'The court sat on Thursday 5 June 2025.',
    { name: 'year from the draft’s date', text: 'The fair opens on Saturday, June 7.', ...at('2025-06-01') },
    { name: 'no year anywhere', text: 'The fair opens on Monday, June 7.' },
    { name: 'the front matter’s date', text: '---\ndate: 2025-06-01\n---\nThe fair opens on Saturday, June 7.' },
    { name: 'the year of the paragraph', text: 'He was hired in 2019. On Tuesday, May 14, he left.', ...at('2025-06-01') },
    { name: 'a far day may be of another year', text: 'The truce was signed on Wednesday, Nov. 20.', ...at('2025-06-01') },
    { name: 'a weekday on its own', text: 'He left on Monday. June 5 was a long day.', ...at('2025-06-01') },
    { name: 'a day that does not exist', text: 'The bill is due on Friday, Feb. 30, 2024.' },
    'She was born on Friday 29 February 2008.',
  ],
  invalid: [
    {
      text: 'The court sat on ⟦Wednesday, June 5, 2025⟧.', messages: ['5 June 2025 is a Thursday, not a Wednesday.'],
      fixes: [
        { title: 'Change “Wednesday” to “Thursday”', output: 'The court sat on Thursday, June 5, 2025.' },
        { title: 'Change the day to 4', output: 'The court sat on Wednesday, June 4, 2025.' },
        { title: 'Change the day to 11', output: 'The court sat on Wednesday, June 11, 2025.' },
      ],
    },
    { text: 'It opened on ⟦Monday 2 September 2025⟧.', messages: [/is a Tuesday, not a Monday/] },
    { text: 'The fair opens on ⟦Sunday, June 7⟧.', ...at('2025-06-01'), messages: ['7 June 2025 is a Saturday, not a Sunday (the year is that of the draft).'] },
    { name: 'in a list, in emphasis, across a line break', text: '- Rain fell on **⟦Thurs., June\n  6⟧**.', ...at('2025-06-08') },
    { text: 'They left on ⟦June 5, 2025 (Friday)⟧.' },
  ],
});
