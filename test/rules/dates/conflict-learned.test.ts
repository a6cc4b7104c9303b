// dates/conflict where nothing but the words around two dates tells that they are of one event: whole drafts, as the trees weigh a pair among the others.
import { dateConflict } from '../../../server/src/rules/dates/conflict.ts';
import { testRule } from '../rule-tester.ts';

const autumn = { context: { date: '2026-10-01' } };

/** A draft with nine dates, of which the opening of the hall may be told again in the last lines. */
const hall = (opening: string, rest: string) => `The harbour board of Vesterby has agreed to rebuild the old fish hall, which has stood empty since it burned in 2019.

Members backed the plan on Tuesday by eight votes to three. The county paid for a first survey in March 2024.

The new hall opens to the public on ${opening}, with a concert by the town band.

Builders moved in on 4 May this year. They found oak piles from 1842 under the floor, and a diver raised two of them on 19 June.

“We thought that it would take a decade,” said the harbour master, Inge Dahl, who retires on 1 December.

The café beside the quay will let its last room go on 12 October.

${rest}`;

/** A draft on a strike, whose beginning may stand in its list of dates. */
const strike = (title: string, starts: string, list: string) => `---
title: ${title}
date: 2026-02-20
---
# Bakers at Pennard Mills to walk out

Bakers at three plants of Pennard Mills will stop work on ${starts} after talks on shifts broke down, their union said on Thursday.

The two sides last met on 11 February in a hotel near Derby. The firm had offered 3 per cent in November 2025 and a further 1 per cent in January.

A ballot closed on 30 January with four in five in favour. The last strike at the mills, in 2014, lasted nine days.

${list}`;

testRule(dateConflict, {
  valid: [
    { name: 'the public opening and the day before it', text: hall('Saturday 24 October', 'Guests who gave money are shown around on Friday 23 October. The café keeps its tables.'), ...autumn },
    { name: 'the same day again', text: hall('Saturday 24 October', 'The doors of the hall open to the public at noon on 24 October, and the band plays at one.'), ...autumn },
    { name: 'the same day by its weekday', text: hall('Saturday 24 October', 'The doors of the hall open to the public on a Saturday, and the band plays at one.'), ...autumn },
    { name: 'steps of one work, each with its date', text: hall('Saturday 24 October', 'The roof was laid in July and the windows were set in August. Tar was brushed on in the first week of September.'), ...autumn },
    { name: 'another opening, years ago', text: hall('Saturday 24 October', 'The first hall was built by the fishermen themselves, who sold herring there from 1856.'), ...autumn },
    { name: 'the rows of a list', text: strike('Bakers at Pennard Mills to walk out', 'Monday 2 March', '- 30 January: ballot closes\n- 11 February: last talks\n- 2 March: bakers stop work'), context: {} },
    { name: 'a few sentences are not weighed', text: 'The council met on 3 May. The council met in the new hall on 4 May.', ...autumn },
  ],
  invalid: [
    { name: 'in another sentence', text: hall('⟦Saturday 24 October⟧', 'When the hall opens to the public on ⟦17 October⟧, the band will play for an hour.'), ...autumn },
    { name: 'a row of a list', text: strike('Bakers at Pennard Mills to walk out', '⟦Monday 2 March⟧', '- 30 January: ballot closes\n- 11 February: last talks\n- ⟦9 March⟧: bakers stop work'), context: {} },
    { name: 'the title', text: strike('Bakers at Pennard Mills to stop work on ⟦9 March⟧', '⟦Monday 2 March⟧', 'The union has 1,900 members at the mills.'), context: {} },
  ],
});
