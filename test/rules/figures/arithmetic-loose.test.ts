// figures/arithmetic: results whose numbers stand loosely about the paragraph.
import { arithmetic } from '../../../server/src/rules/figures/arithmetic.ts';
import { testRule } from '../rule-tester.ts';

testRule(arithmetic, {
  valid: [
    'Rangers counted 310 nests. In the north they found 124, or 40 percent.',
    { name: 'a share of one of two counts', text: 'Rangers counted 310 nests and 200 burrows. In the north they found 124, or 62 percent.' },
    { name: 'a share of both', text: 'The panel asked 412 men and 320 women. In all 366 agreed, or half.' },
    { name: 'a share of what is not told', text: 'The shelter has 40 dogs. It has room for 60 cats, or 75 percent of the demand.' },
    'In 2011 the island had 8,200 residents. Since then the number has fallen by 1,230, or 15 percent.',
    { name: 'what it fell to', text: 'The island has 6,970 residents. Since 2011 the number has fallen by 1,230, or 15 percent.' },
    'A year ago the choir had 212 members. Now there are 318, an increase of 50 percent.',
    { name: 'two older levels', text: 'A year ago the choir had 212 members, and the band had 100 members. Now there are 318, an increase of 218 percent.' },
    'The hall costs $73m. Of the money $40m comes from the state, $22m from donors and $11m from the town.',
    { name: 'some of the parts', text: 'The hall costs $73m. Of the money $40m comes from the state and $11m from the town, and more is hoped for.' },
    'The Danes have ordered six, the Dutch four and Norway five. In all 15 will be built.',
    { name: 'others too', text: 'The Danes have ordered six ferries and the Dutch four. In all 31 will be built.' },
    'It serves 720,000 homes. Of the fine £18m will be handed back, which is £25 a household.',
    'The fine of £18m will be handed back. With 720,000 homes on the network, that is £25 a home.',
    'The hall cost €1.8 million and was paid for by the two councils, with €1.2 million and €600,000 respectively.',
    'Repairs will cost $14.5m. The state pays 80 percent, or $11.6m.',
    'The jail holds 505 prisoners in a building for 420 places, or 120 percent.',
    'They lost by 4, 9, 11, 16 and 20 points, an average of 12.',
    'The bus takes 48 minutes instead of 60, a saving of 20 percent.',
  ],
  invalid: [
    'Rangers counted 310 nests. In the north they found 124, or ⟦30 percent⟧.',
    'In 2011 the island had 8,200 residents. Since then the number has fallen by 1,230, or ⟦25 percent⟧.',
    'A year ago the choir had 212 members. Now there are 318, an increase of ⟦40 percent⟧.',
    'The hall costs ⟦$78m⟧. Of the money $40m comes from the state, $22m from donors and $11m from the town.',
    'It serves 720,000 homes. Of the fine £18m will be handed back, which is ⟦£35 a household⟧.',
    'The fine of £18m will be handed back. With 720,000 homes on the network, that is ⟦£35⟧ a home.',
    'The hall cost ⟦€1.8 million⟧ and was paid for by the two councils, with €1.2 million and €400,000 respectively.',
    'Repairs will cost $14.5m. The state pays 80 percent, or ⟦$12.6m⟧.',
    'They lost by 4, 9, 11, 16 and 20 points, an average of ⟦15⟧.',
    'The bus takes 48 minutes instead of 60, a saving of ⟦30 percent⟧.',
  ],
});
