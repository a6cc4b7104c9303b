// figures/arithmetic: results of numbers in the sentences before.
import { arithmetic } from '../../../server/src/rules/figures/arithmetic.ts';
import { testRule } from '../rule-tester.ts';

testRule(arithmetic, {
  valid: [
    'The roof cost $48,000. The insurer paid $31,000, leaving $17,000.',
    { name: 'a part of another whole', text: 'The roof cost $48,000 and the floor $40,000. The insurer paid $31,000, leaving $9,000.' },
    { name: 'far from any whole before it', text: 'The roof cost $48,000 and the floor $40,000. The club paid $31,000, leaving $2,500 for paint.' },
    'Divers searched 150 caves. Eighteen were flooded, or 12 percent.',
    { name: 'a share of something else', text: 'Divers searched 150 caves. They found 40 bats, or 80 percent of the colony.' },
    { name: 'two numbers that could be meant', text: 'Divers searched 150 caves in 90 valleys. Eighteen were flooded, or 30 percent.' },
    'The school was given 400 laptops. It has handed out 300 of them, or three-quarters.',
    'The tunnel was to cost $40 million. The bill has since risen to $52 million, an increase of 30 percent.',
    { name: 'two old levels', text: 'The tunnel was to cost $40 million and the bridge $20 million. The bill has since risen to $52 million, an increase of 12 percent.' },
    'Twelve cows drowned, nine were struck by lightning and four starved. That makes 25 in all.',
    'The farm had 300 cows. Twelve drowned, nine were struck by lightning and four starved. That makes 25 in all.',
    'The gift is worth $6m. It is made up of $3m in cash, $2m in shares and $1m in land.',
    { name: 'rounded parts', text: 'The gift is worth $6.1m. It is made up of $3.3m in cash, $1.6m in shares and $1.1m in land.' },
    { name: 'some of the parts', text: 'The gift is worth $6m. It includes $3m in cash and $1m in land.' },
    'Some 46,000 people voted. With 92,000 on the roll, that is a turnout of 50 percent.',
    'In all 612 voted for and 388 against. The motion thus had 61.2 percent.',
    { name: 'of all who may vote', text: 'In all 612 voted for and 388 against. Turnout was 40 percent.' },
    'The ferry carries 90,000 people a year, compared with 120,000 before the bridge. That’s a drop of a quarter.',
    'Wages rose to $900 from $800. The price of bread is up 2 percent.',
  ],
  invalid: [
    { text: 'The roof cost $48,000. The insurer paid $31,000, leaving ⟦$19,000⟧.', messages: [/does not add up: the numbers beside it come to \$17,000/] },
    'The club has raised £61,000 since May. It handed back £9,000 to a sponsor, leaving a net gain of ⟦£54,000⟧.',
    'Divers searched 150 caves. Eighteen were flooded, or ⟦16 percent⟧.',
    'The school was given 400 laptops. It has handed out 250 of them, or ⟦three-quarters⟧.',
    'The tunnel was to cost $40 million. The bill has since risen to $52 million, an increase of ⟦24 percent⟧.',
    'The farm had 300 cows. Twelve drowned, nine were struck by lightning and four starved. That makes ⟦27⟧ in all.',
    'The gift is worth ⟦$70m⟧. It is made up of $30m in cash, $20m in shares and $10m in land.',
    'Some 46,000 people voted. With 92,000 on the roll, that is a turnout of ⟦57 percent⟧.',
    'In all 612 voted for and 388 against. The motion thus had ⟦63.2 percent⟧.',
    'The ferry carries 90,000 people a year, compared with 120,000 before the bridge. That’s a drop of ⟦a third⟧.',
  ],
});
