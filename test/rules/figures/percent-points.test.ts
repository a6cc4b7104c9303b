import { percentPoints } from '../../../server/src/rules/figures/percent-points.ts';
import { testRule } from '../rule-tester.ts';

testRule(percentPoints, {
  valid: [
    'Its share rose from 20 percent to 25 percent, an increase of 5 percentage points.',
    { name: 'a relative change that is right', text: 'Its share rose from 20 percent to 25 percent, an increase of 25 percent.' },
    { name: 'levels that are no percentages', text: 'Staff rose from 100 to 104, an increase of 4 percent.' },
    { name: 'no change beside the two', text: 'Inflation was 2 percent, against 5 percent a year earlier, and wages rose 3 percent.' },
  ],
  invalid: [
    {
      text: 'Its share rose from 20 percent to 25 percent, an increase of ⟦5 percent⟧.', messages: ['Between 20% and 25% lie 5 percentage points, not 5 percent.'],
      fixes: [{ title: 'Change to “percentage points”', output: 'Its share rose from 20 percent to 25 percent, an increase of 5 percentage points.' }],
    },
    { text: 'Unemployment eased to 4.1% in June from 4.6% in May, a fall of ⟦0.5%⟧.' },
    { text: 'Support slid to 41 percent, down ⟦5 percent⟧ from 46 percent in March.' },
    { text: 'The jobless rate rose ⟦0.4 percent⟧, to 5.1 percent from 4.7 percent.' },
    { text: 'Women hold 31 per cent of seats, against 30 per cent a year earlier, a rise of ⟦1 per cent⟧.', fixes: [{ title: 'Change to “percentage point”', output: 'Women hold 31 per cent of seats, against 30 per cent a year earlier, a rise of 1 percentage point.' }] },
  ],
});
