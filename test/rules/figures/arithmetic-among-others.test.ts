// figures/arithmetic: results whose numbers stand among figures of other kinds.
import { arithmetic } from '../../../server/src/rules/figures/arithmetic.ts';
import { testRule } from '../rule-tester.ts';

testRule(arithmetic, {
  valid: [
    'The port took in $8m in the three months to May, 60 percent more than the $5m of a year earlier.',
    { name: 'a share of the other numbers', text: 'It sold 300 vans for $5m, against 200 vans for $4m, up 50 percent.' },
    'In all, 45 percent of girls under 16 swim, compared with 36 percent of boys under 16, a gap of 9 percentage points.',
    'The orchard yielded 60 tonnes, 20 percent above the 10-year average of 50 tonnes.',
    { name: 'a time is no amount', text: 'The queue was 5,000, a third shorter than two years ago, but it had doubled before.' },
    { name: 'times before and after', text: 'In the three years of the scheme 40 people were saved, 12 more than in the three years before.' },
    { name: 'than now', text: 'Of the flats, 300 will be let, fifty more than now, 120 will be sold and 90 kept.' },
  ],
  invalid: [
    'The port took in $8m in the three months to May, ⟦40 percent⟧ more than the $5m of a year earlier.',
    'The orchard yielded 60 tonnes, ⟦10 percent⟧ above the 10-year average of 50 tonnes.',
    'By his count 300 signs were put up within two days, at $40 each, or ⟦$15,000⟧.',
    'A plumber paid $60 an hour, she said, charged for 40 hours in May, a total of ⟦$2,800⟧.',
  ],
});
