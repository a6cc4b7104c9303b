// figures/arithmetic: the columns and rows of tables.
import { arithmetic } from '../../../server/src/rules/figures/arithmetic.ts';
import { testRule } from '../rule-tester.ts';

testRule(arithmetic, {
  valid: [
    '| Mill | Sacks | Share |\n| --- | --- | --- |\n| Aker | 400 | 40% |\n| Bru | 350 | 35% |\n| Dal | 250 | 25% |',
    '| Town | 2023 | 2024 |\n| --- | --- | --- |\n| Aker | 120 | 140 |\n| Bru | 90 | 95 |\n| Dal | 60 | 40 |\n| Elv | 75 | 80 |',
    '| | 2024 | 2023 | Change |\n| --- | --- | --- | --- |\n| Profit | $55m | $50m | 10% |',
    '| | 2023 | 2024 |\n| --- | --- | --- |\n| Oslo | 40 | 44 |\n| Moss | 20 | 21 |\n| Total | 60 | 65 |',
    '| Party | Votes | Share |\n| --- | --- | --- |\n| Reds | 300 | 60% |\n| Blues | 200 | 40% |\n| Total | 500 | 100% |',
    '| Party | Votes | Change |\n| --- | --- | --- |\n| Reds | 300 | 6% |\n| Blues | 200 | 4% |\n| Total | 500 | 5% |',
    '| Party | Share |\n| --- | --- |\n| Reds | 33% |\n| Blues | 33% |\n| Greens | 33% |\n| Total | 100% |',
    { name: 'a last column that is no sum', text: '| Boat | Leg 1 | Leg 2 | Crew |\n| --- | --- | --- | --- |\n| Ada | 4 | 5 | 9 |\n| Bea | 3 | 3 | 8 |\n| Cleo | 6 | 2 | 7 |\n| Dora | 2 | 1 | 3 |\n| Eva | 1 | 4 | 5 |' },
  ],
  invalid: [
    { text: '| Mill | Sacks | Share |\n| --- | --- | --- |\n| Aker | 400 | 40% |\n| Bru | 350 | ⟦30%⟧ |\n| Dal | 250 | 25% |' },
    { text: '| District | 2023 | 2024 |\n| --- | --- | --- |\n| Aker | 120 | 140 |\n| Bru | 90 | 95 |\n| Dal | 60 | 40 |\n| The county | 270 | ⟦285⟧ |' },
    { name: 'a column of changes', text: '| | 2024 | 2023 | Change |\n| --- | --- | --- | --- |\n| Profit | $55m | $50m | 10% |\n| Sales | $90m | $80m | ⟦15.5%⟧ |', messages: [/a change of 12.5%/] },
    '| | 2023 | 2024 |\n| --- | --- | --- |\n| Oslo | 40 | 44 |\n| Moss | 20 | 21 |\n| Total | 60 | ⟦68⟧ |',
    '| | Men | Women | Total |\n| --- | --- | --- | --- |\n| Oslo | 40 | 44 | 84 |\n| Moss | 20 | 21 | ⟦51⟧ |',
    '| Party | Votes | Share |\n| --- | --- | --- |\n| Reds | 300 | 60% |\n| Blues | 200 | ⟦45%⟧ |\n| Total | 500 | 100% |',
    '| Boat | Leg 1 | Leg 2 | Points |\n| --- | --- | --- | --- |\n| Ada | 4 | 5 | 9 |\n| Bea | 3 | 3 | ⟦8⟧ |\n| Cleo | 6 | 2 | 8 |\n| Dora | 2 | 1 | 3 |\n| Eva | 1 | 4 | 5 |',
  ],
});
