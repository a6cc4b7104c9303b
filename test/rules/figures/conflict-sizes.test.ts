// One figure in two sizes: the same digits on another scale, or ten times as much.
import { conflict } from '../../../server/src/rules/figures/conflict.ts';
import { testRule } from '../rule-tester.ts';

testRule(conflict, {
  valid: [
    { name: 'a hundred of them', text: 'A kit for the weavers costs $42.50.\n\nFor $4,250 the charity equips a whole village of weavers with a kit each.' },
    { name: 'other things', text: 'The harbour board employs 1,200 people in Ostra.\n\nThe ferries carry 12,000 passengers a day.' },
    { name: 'at least', text: 'The dyke protects at least 2,500 homes in the marsh.\n\nThe dyke protects 25,000 homes in the marsh and the towns behind it.' },
  ],
  invalid: [
    { text: 'The ropeway cost the state ⟦Rs 4.86 crore⟧ to repair, engineers said.\n\nThe state has not yet paid the ⟦Rs 48.6 crore⟧ that the ropeway cost to repair.' },
    { text: 'The parish sold the organ for ⟦$140,000⟧ to a museum in Bruun.\n\nMembers ask where the ⟦$14,000⟧ went that the museum paid for the organ.' },
    { text: 'The seed bank holds ⟦36,500 samples⟧ of barley in a cold room.\n\nA fan failed, and the ⟦3,650 samples⟧ of barley had to be moved from the cold room.' },
    { text: 'The canal carries ⟦1.25 million tonnes⟧ of gravel a year past the lock.\n\nLock keepers counted every barge in the year, and with it ⟦125,000 tonnes⟧ of gravel in that canal.' },
  ],
});
