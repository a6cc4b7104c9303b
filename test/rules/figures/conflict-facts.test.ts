// Tables and fact boxes against the text: a label says what its number is, and a sentence gives another.
import { conflict } from '../../../server/src/rules/figures/conflict.ts';
import { testRule } from '../rule-tester.ts';

const BOX = '| The canal | |\n|---|---|\n| Locks | 14 |\n| Length | 9.6 km |\n| Barges | 38 |\n';

const CLASSES = '| Class | Seconds for the mile | Left-handed |\n|---|---|---|\n| Lower | 458 | 13% |\n| Upper | 412 | 21% |\n';

testRule(conflict, {
  valid: [
    { name: 'a table that agrees', text: `The canal has 14 locks. It is 9.6 kilometres long and is used by 38 barges.\n\n${BOX}` },
    { name: 'rounded', text: `The canal is about 10 kilometres long.\n\n${BOX}` },
    { name: 'another canal', text: `Its rival in Bruun has 16 locks.\n\n${BOX}` },
    { name: 'what it would be', text: `A straight canal would have 12 locks.\n\n${BOX}` },
    { name: 'another dimension', text: `The summit of the canal is 9.2 kilometres from the sea.\n\n${BOX}` },
    { name: 'a part', text: `Five of the locks leak.\n\n${BOX}` },
    { name: 'a kind of them', text: `The canal has 12 wooden locks, and the others are of steel.\n\n${BOX}` },
    { name: 'last year', text: `Last year 35 barges used the canal.\n\n${BOX}` },
    { name: 'a scale that stands nowhere', text: 'Harbours get 395 million crowns.\n\n| | 2025 | 2026 |\n|---|---|---|\n| Harbours | 352 | 395 |\n| Roads | 610 | 640 |\n' },
    { name: 'an older column', text: '---\ndate: 2026-03-02\n---\n\nThe mill ground 8,120 sacks of flour in 2024.\n\n| | 2024 | 2025 |\n|---|---|---|\n| Sacks of flour | 8,120 | 8,210 |\n| Staff | 12 | 14 |\n' },
    { name: 'the row of another sentence', text: 'The Greens have 14 percent and the Upper Valley Greens 11.\n\n| Party | May | March |\n|---|---|---|\n| Upper Valley Greens | 11 | 15 |\n| Greens | 14 | 10 |\n' },
    { name: 'what the corner of the table counts', text: 'The ferry line took in £527m in the year.\n\n*All figures in £ million*\n\n| | 2024 | 2025 |\n|---|---|---|\n| Ferry takings | 498 | 527 |\n| Staff | 610 | 640 |\n' },
    { name: 'percentages, rounded', text: 'The Reds won 31 percent of the votes, the Blues 28 percent.\n\n| | Share |\n|---|---|\n| Reds | 31 |\n| Blues | 28 |\n| Greens | 12 |\n' },
    { name: 'an older row', text: '---\ndate: 2026-03-02\n---\n\nThe larger of the two museums had 11,900 visitors.\n\n| Year | Visitors | Days open |\n|---|---|---|\n| 2015 | 11,300 | 39 |\n| 2025 | 16,400 | 48 |\n' },
    { name: 'staff of a table in money', text: 'The ferry line has 660 staff.\n\n| £m | 2024 | 2025 |\n|---|---|---|\n| Ferry takings | 498 | 527 |\n| Staff | 206 | 222 |\n' },
    { name: 'metres and centimetres', text: 'The mirror measures 62 centimetres.\n\n| The telescope | |\n|---|---|\n| Mirror | 0.62 m |\n| Mass | 140 kg |\n' },
    { name: 'the row of another class, which the text compares with it', text: `The upper class jumped 3.9 metres on average. They ran the mile in 412 seconds, 46 fewer than the lower class.\n\n${CLASSES}` },
    { name: 'the row of the sentence before, with a noun of its own', text: `The upper class trained all winter. It cleared 131 centimetres, more than the lower class.\n\n| Class | Centimetres cleared | Fell |\n|---|---|---|\n| Lower | 113 | 4% |\n| Upper | 131 | 6% |\n` },
    { name: 'a share of all, and the row has one of another whole', text: `The upper class made up 168 of 600 pupils, or 28 percent.\n\n${CLASSES}` },
    { name: 'what is sold in the branches, and their number', text: 'Takings at the older branches grew 3.6 percent.\n\n| | 2025 | 2024 | Change |\n|---|---|---|---|\n| Takings (€m) | 642 | 610 | 5.2% |\n| Branches | 88 | 83 | 6.3% |\n' },
    { name: 'minutes of another place', text: 'From Skarvik it is a walk of 51 minutes to the mine.\n\n| Harbour | Minutes by ferry | Cars |\n|---|---|---|\n| Lund | 41 | 60 |\n| Brae | 26 | 35 |\n' },
    { name: 'a label that recurs', text: 'The price of a bed is €78.\n\n- Price: €87\n- Price: €112\n- Price: €64\n' },
    { name: 'notes under one label', text: '- check: 38 + 4 = 42\n- check: 83 of 166 is half\n- check: 51 in the title\n- due: 6 May\n' },
  ],
  invalid: [
    { name: 'the unit in the head', text: 'The ferry from Skarvik takes ⟦51 minutes⟧.\n\n| From | Minutes | Cars |\n|---|---|---|\n| Skarvik | ⟦41⟧ | 60 |\n| Lund | 26 | 35 |\n' },
    { name: 'a share of the votes', text: 'The Harbour Party won ⟦26.3 percent⟧.\n\n| Party | Share of votes | Members |\n|---|---|---|\n| Harbour Party | ⟦23.6⟧ | 1,210 |\n| Greens | 14.1 | 870 |\n' },
    { name: 'the row that the sentence names, beside one that it does not', text: `The lower class ran the mile in ⟦485 seconds⟧.\n\n| Class | Seconds for the mile | Left-handed |\n|---|---|---|\n| Lower | ⟦458⟧ | 13% |\n| Upper | 412 | 21% |\n` },
    { name: 'a share that the head tells', text: `Of the upper class ⟦12 percent⟧ are left-handed.\n\n| Class | Seconds for the mile | Left-handed |\n|---|---|---|\n| Lower | 458 | 13% |\n| Upper | 412 | ⟦21%⟧ |\n` },
    { name: 'what the row itself did', text: 'Branches of the chain grew ⟦3.6 percent⟧ in number.\n\n| | 2025 | 2024 | Change |\n|---|---|---|---|\n| Takings (€m) | 642 | 610 | 5.2% |\n| Branches | 88 | 83 | ⟦6.3%⟧ |\n' },
    { text: `The canal climbs through ⟦16 locks⟧ to the lake.\n\n| The canal | |\n|---|---|\n| Locks | ⟦14⟧ |\n| Length | 9.6 km |\n| Barges | 38 |\n` },
    { text: `The canal is ⟦6.9 kilometres⟧ long.\n\n| The canal | |\n|---|---|\n| Locks | 14 |\n| Length | ⟦9.6 km⟧ |\n| Barges | 38 |\n` },
    { name: 'another noun for it', text: 'Anna Lund put ⟦1,720 employees⟧ on short time.\n\n| The yard | |\n|---|---|\n| Staff | ⟦1,270⟧ |\n| Docks | 3 |\n' },
    { name: 'a fact box', text: 'The dredger weighs ⟦780 tonnes⟧ and burns gas.\n\n- Weight: ⟦870 tonnes⟧\n- Crew: 22\n- Built: 2019 in Ostra\n- Speed: 11 knots\n' },
    { name: 'with bold labels', text: 'The choir of ⟦46 singers⟧ meets in a barn.\n\n- **Singers:** ⟦64⟧\n- **Concerts:** nine a year\n- **Tickets:** €14\n' },
    { name: 'figures in £ million', text: 'Takings of the ferry line rose to ⟦£527m⟧.\n\n*All figures in £ million*\n\n| | 2024 | 2025 |\n|---|---|---|\n| Ferry takings | 498 | ⟦572⟧ |\n| Profit | 41 | 44 |\n' },
    { name: 'ranks in the first column', text: '"The Salt Road" was shown in ⟦2,415 halls⟧.\n\n| Rank | Film | Takings ($m) | Halls |\n|---|---|---|---|\n| 1 | Blue Hour | 31.5 | 2,920 |\n| 2 | The Salt Road | 22.8 | ⟦2,145⟧ |\n| 3 | Nine Lamps | 11.2 | 1,870 |\n' },
    { name: 'a fall', text: 'The film "Blue Hour" lost ⟦43 percent⟧ of its audience.\n\n| Film | Takings ($m) | Change |\n|---|---|---|\n| Blue Hour | 31.5 | ⟦-34%⟧ |\n| Nine Lamps | 11.2 | -12% |\n' },
    { name: 'percentages without their sign', text: 'The Reds have 31 percent, the Blues 28 percent and the Greens ⟦21 percent⟧.\n\n| Party | May |\n|---|---|\n| Reds | 31 |\n| Blues | 28 |\n| Greens | ⟦12⟧ |\n' },
    { name: 'a row of a year', text: '---\ndate: 2026-03-02\n---\n\nToday the museum draws ⟦18,600 visitors⟧.\n\n| Year | Visitors | Days open |\n|---|---|---|\n| 2015 | 11,300 | 39 |\n| 2025 | ⟦16,800⟧ | 48 |\n' },
    { name: 'in millions', text: 'The airport handled ⟦18.7 million passengers⟧.\n\n| | 2025 |\n|---|---|\n| Passengers, m | ⟦17.8⟧ |\n| Staff | 2,140 |\n' },
    { name: 'the cost of staff', text: 'Staff will cost ⟦£212m⟧ this year.\n\n| £m | 2024 | 2025 |\n|---|---|---|\n| Ferry takings | 498 | 527 |\n| Staff | 206 | ⟦221⟧ |\n' },
    { name: 'in another unit', text: 'The telescope has a mirror of ⟦62 centimetres⟧.\n\n| The telescope | |\n|---|---|\n| Mirror | ⟦0.26 m⟧ |\n| Mass | 140 kg |\n' },
    { name: 'ten times as much', text: 'Masons poured ⟦700 tonnes⟧ of concrete under the north wall.\n\n| The hall | |\n|---|---|\n| Concrete under the wall | ⟦7,000 t⟧ |\n| Seats | 1,640 |\n' },
  ],
});
