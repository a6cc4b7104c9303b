import { arithmetic } from '../../../server/src/rules/figures/arithmetic.ts';
import { testRule } from '../rule-tester.ts';

testRule(arithmetic, {
  valid: [
    'Spending rose from $200 million to $212 million, an increase of 6 percent.',
    'Visits fell to 181,000 from 184,000, a drop of 1.6 per cent.',
    { name: 'rounded results', text: 'Spending rose from $210 million to $224 million, an increase of 7 percent.' },
    { name: 'points are another rule', text: 'Its share rose from 20 percent to 25 percent, an increase of 5 percent.' },
    { name: 'a change of something else', text: 'Rents rose from $900 to $990, and wages gained 3 percent.' },
    'Of those asked, 300 of 1,200 members, or 25 percent, said yes.',
    'They won 12 games and lost three, 15 in all.',
    { name: 'parts that are not all', text: 'The list names 32 firms, nine of them Danish and four of them Dutch.' },
    { name: 'a choice of parts', text: 'The court heard 40 witnesses, nine of fraud and four of theft.' },
    { text: 'There were 22 injured: 11 women, eight men and three children.' },
    { name: 'a change of another pair', text: 'Net income rose 8 percent, to $54 million from $50 million.' },
    { name: 'a difference', text: 'It took 3.5 hours, against 3.1 by road, or 24 minutes more.' },
    'They offered a rise of 4 per cent, or £800 on a salary of £20,000.',
    '| | 2024 | 2023 | Change |\n| --- | --- | --- | --- |\n| Profit | $55m | $50m | 10% |',
  ],
  invalid: [
    {
      text: 'Spending rose from $200 million to $212 million, an increase of ⟦9 percent⟧.', messages: ['“9 percent” does not follow: between $200 million and $212 million lies a change of 6%.'],
      fixes: [{ title: 'Replace by 6', output: 'Spending rose from $200 million to $212 million, an increase of 6 percent.' }],
    },
    { text: 'Visits fell to 150,000 from 200,000, a drop of ⟦15 per cent⟧.', messages: [/a change of 25%/] },
    { text: 'In all 300 of 1,200 members, or ⟦35 percent⟧, said yes.', messages: ['“35 percent” does not follow: from 300 members and 1,200 members it is 25%.'] },
    { text: 'She won 12 titles at home and seven abroad, ⟦21 in all⟧.'.replace('⟦21 in all⟧', '⟦21⟧ in all'), messages: [/come to 19/] },
    { text: 'He faces ⟦12 counts⟧, five of fraud and six of theft.', messages: [/come to 11 counts/] },
    { text: 'It took 3.5 hours, against 3.1 by road, or ⟦42 minutes⟧ more.', messages: [/24 minutes apart/] },
    { text: 'They offered a rise of 4 per cent, or ⟦£960⟧ on a salary of £20,000.', fixes: [{ title: 'Replace by 800', output: 'They offered a rise of 4 per cent, or £800 on a salary of £20,000.' }] },
    { name: 'the change before its pair', text: 'Attendance fell ⟦20 percent⟧, from 4,000 to 3,600.', messages: [/a change of 10%/] },
    { text: 'Sales rose ⟦8 percent⟧, to $126 million from $110 million.', messages: [/a change of 15%/] },
    { name: 'a rate that stands once', text: 'Rents climbed from $900 to $1,080 a month, up ⟦30 percent⟧.' },
    { name: 'the whole first', text: 'Of the 640 voters polled, 320, or ⟦60 percent⟧, were for it.' },
    { name: 'a total after its parts', text: 'The group has 18 trucks, 12 vans and six buses, for a total of ⟦38 vehicles⟧.' },
    { name: 'a list after a colon', text: 'There were ⟦24 injured⟧: 11 women, eight men and three children.', messages: [/come to 22/] },
    { name: 'a column of changes', text: '| | 2024 | 2023 | Change |\n| --- | --- | --- | --- |\n| Profit | $55m | $50m | 10% |\n| Sales | $90m | $80m | ⟦15.5%⟧ |', messages: [/a change of 12.5%/] },
  ],
});
