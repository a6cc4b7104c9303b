import { percentPoints } from '../../../server/src/rules/figures/percent-points.ts';
import { testRule } from '../rule-tester.ts';

testRule(percentPoints, {
  valid: [
    'Its share rose from 20 percent to 25 percent, an increase of 5 percentage points.',
    { name: 'a relative change that is right', text: 'Its share rose from 20 percent to 25 percent, an increase of 25 percent.' },
    { name: 'levels that are no percentages', text: 'Staff rose from 100 to 104, an increase of 4 percent.' },
    { name: 'against something else', text: 'Prices rose to 9% from 8%, 1% higher than forecast.' },
    { name: 'a relative change after “or”', text: 'The margin improved from 20 percent to 25 percent, or 25 percent.' },
    'Nausea struck 8 percent of those on pills and 12 percent of those on placebo, a difference of 4 percentage points.',
    { name: 'no change beside the two', text: 'Inflation was 2 percent, against 5 percent a year earlier, and wages rose 3 percent.' },
    'The rate went from 4% to 6%, up 50%.',
    'Turnout was 33 percent, 2 percentage points higher than the 31 percent of 2019.',
    { name: 'a relative change before its pair', text: 'The share of women rose 5 percent, from 20 percent to 21 percent.' },
    { name: 'a relative change that fits', text: 'Approval dropped to 41% from 47%, a 13% decline.' },
  ],
  invalid: [
    {
      text: 'Its share rose from 20 percent to 25 percent, an increase of ⟦5 percent⟧.', messages: ['Between 20% and 25% lie 5 percentage points, not 5 percent.'],
      fixes: [{ title: 'Change to “percentage points”', output: 'Its share rose from 20 percent to 25 percent, an increase of 5 percentage points.' }],
    },
    { text: 'Unemployment eased to 4.1% in June from 4.6% in May, a fall of ⟦0.5%⟧.' },
    { text: 'Support slid to 41 percent, down ⟦5 percent⟧ from 46 percent in March.' },
    { text: 'The jobless rate rose ⟦0.4 percent⟧, to 5.1 percent from 4.7 percent.' },
    { name: 'a difference of two groups', text: 'Nausea struck 8 percent of those on pills and 12 percent of those on placebo, a difference of ⟦4 percent⟧.' },
    { name: 'apart', text: 'The two sides are ⟦4 per cent⟧ apart: 7 per cent offered, 11 per cent asked.' },
    { name: 'or', text: 'The margin improved from 21 percent to 26 percent, or ⟦5 percent⟧.' },
    { text: 'Women hold 31 per cent of seats, against 30 per cent a year earlier, a rise of ⟦1 per cent⟧.', fixes: [{ title: 'Change to “percentage point”', output: 'Women hold 31 per cent of seats, against 30 per cent a year earlier, a rise of 1 percentage point.' }] },
    'Support stands at 38 percent, compared with 31 percent, a rise of ⟦7 percent⟧.',
    'The rate went from 4% to 6%, up ⟦2%⟧.',
    'Turnout was 33 percent, ⟦2 percent⟧ higher than the 31 percent of 2019.',
    'The share of women rose ⟦5 percent⟧, from 20 percent to 25 percent.',
    'Approval dropped to 41% from 47%, a ⟦6%⟧ decline.',
    'Unemployment is 9 percent, up ⟦3 percent⟧ from 6 percent in 2019.',
    'The tax went up from 15 per cent to 20 per cent, a ⟦5 per cent⟧ rise.',
    'In the north 48 per cent voted, ⟦6 per cent⟧ more than the 42 per cent of last time.',
  ],
});
