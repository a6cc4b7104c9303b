// Two parties who give one number in two ways, in one sentence or in sentences near each other; and what two parties say of two things.
import { conflict } from '../../../server/src/rules/figures/conflict.ts';
import { testRule } from '../rule-tester.ts';

// The second leaves out what is counted
testRule(conflict, {
  valid: [
    { name: 'each of its own', text: 'Ford sold 400 vans, Opel 300.' },
    'Labour won 40 seats, the Greens 12.',
    'Lorne reported 390 cases, Karsund 121.',
    { name: 'two of one kind, each of its own', text: 'The Lorne health department reported 27 cases and the Karsund health department 34.' },
    { name: 'a demand and an offer', text: 'The union wants 8 per cent; the company says 5 per cent.' },
    { name: 'what each expects of itself', text: 'The Lorne mill expects sales of 400 tonnes of flour. The Karsund bakery counts 300 tonnes of flour.' },
    { name: 'polls', text: 'A poll by Norda put the Greens at 12 per cent; a survey by Lind put them at 14 per cent.' },
    { name: 'grants', text: 'The lottery gave €193,000, a third of the total, and the province €120,000.' },
    { name: 'who paid', text: 'The federation paid €25,000; the climbers themselves paid the remaining €28,000.' },
    { name: 'what a law says', text: 'The union said it would ask for two years’ notice; the law requires two months.' },
    { name: 'a price and a time of another year', text: 'Turnout was 54 per cent, the commission said. It was 39 per cent in 2022, the archive shows.' },
    { name: 'close enough', text: 'The ministry put the toll at 300; the Red Cross put it at about 310.' },
    { name: 'one party and its spokesman', text: 'The harbour authority said 40 boats had sunk. Ann Berg, a spokeswoman for the harbour authority, put the number at 43.' },
    { name: 'one within the words of the other', text: 'The town has counted 40 cases in 470 homes, the ministry said.' },
    { name: 'another unit', text: 'The deal values the yard at $11 a share, and the companies put its value at $6.3 billion.' },
  ],
  invalid: [
    { text: 'The interior ministry said ⟦140 huts⟧ had burned and the farmers’ union ⟦265⟧.', messages: [/^Sources differ: here “The interior ministry” gives “140 huts”, elsewhere “the farmers’ union” gives “265”\.$/, /^Sources differ/], severities: ['information', 'information'] },
    { text: 'The health office reported ⟦27 injured⟧ and the Green Cross ⟦34⟧.' },
    { text: 'The harbour office counted ⟦90 seals⟧, the anglers’ club ⟦140⟧.', severities: ['information', 'information'] },
    { text: 'The council says ⟦14⟧ of the 20 lifts work; tenants say ⟦nine⟧.' },
    { text: 'Views differ: the mayor spoke of ⟦€40 million⟧, the insurers of ⟦€22 million⟧.' },
    { name: 'the last number before, no other', text: 'The zoo expects attendance to drop to 480,000 next year, and ⟦21⟧ of its 240 keepers are to go. The union says the figure could reach ⟦35⟧.' },
    { text: 'Divers spoke of ⟦12 wrecks⟧ in the bay. The heritage board, which mapped it in May, arrives at ⟦31⟧.' },
    { text: 'The inspector traced the smell to ⟦31 farms⟧; the dairy put the number at ⟦19⟧.' },
    { text: '⟦1,900 posts⟧ would go, the union said; the bank spoke of ⟦1,200⟧.' },
    { text: 'The miners’ league put the number of injured at ⟦37⟧, against ⟦22⟧ given by the company.' },
    { text: 'Choirs sang in the square, ⟦300⟧ of them according to the police and close to ⟦1,000⟧ according to the festival.' },
    { text: 'The shore was lined by ⟦7,500 walkers⟧ by the club’s own count and ⟦5,000⟧ by that of the wardens.' },
    { text: '⟦Ninety families⟧ live on the reef, by the elders’ count, or ⟦55⟧, if one believes the census office.' },
    { text: 'The average wait is ⟦four years⟧, according to the prisons board; the wardens’ union says it is closer to ⟦six⟧.' },
    { text: 'The choir owed ⟦62 million pesos⟧, according to its treasurer; the builder told a court it was ⟦85 million⟧.' },
    { text: 'Surveyors have marked ⟦1,300 barns⟧ as unsafe, according to the county. The mayor, Ole Lind, said his own count was ⟦2,100⟧.' },
    { text: 'The college said ⟦seven⟧ of the midwives had already resigned. The hospital’s director, Ian Moe, said ⟦four⟧ had done so.' },
  ],
});

// The second says it again, in the same words or others for the same
testRule(conflict, {
  valid: [
    { name: 'two deeds', text: 'Police said 12 people had been killed. The hospital said 8 people had been injured.' },
    { name: 'what each sold', text: 'The mill said it had sold 400 tonnes. The bakery said it had sold 300 tonnes.' },
    { name: 'expected, and come', text: 'The yard reported a loss of $527 million, the Herald says. Analysts had expected a loss of $640 million.' },
    { name: 'another place', text: 'The union expects to press 41,000 tonnes of oil. For all of Lorne, the ministry reckons with 1.29 million tonnes of oil.' },
    { name: 'more of them', text: 'The clinic said 47 patients had been harmed. The board said 74 more patients had been harmed.' },
  ],
  invalid: [
    { text: 'Barge Lines said ⟦22 people⟧ had been injured, of whom six were still in hospital. Two of the dead were welders.\n\nThe dockers’ union put the number of injured at ⟦37⟧ and said the crew had been too small.' },
    { text: 'The mayor’s office said ⟦6,000 people⟧ had marched through the old town. The Law Society put the crowd at ⟦45,000⟧.' },
    { text: 'The nurses’ union says ⟦41 posts⟧ in the burns unit are vacant. Management puts the number of unfilled posts at ⟦26⟧.' },
    { text: 'The Farmers’ party said that ⟦64⟧ of its agents had been held on polling day. The police put the number of its agents held at ⟦11⟧.' },
    { text: 'Ann Berg put the number of barns destroyed at ⟦31⟧. The fire chief, Ole Lind, said ⟦54 barns⟧ had been lost.' },
    { text: 'Tides supplied ⟦33 per cent⟧ of the island’s power last year, according to the trade body TideLorne, while the energy department puts the share at ⟦29 per cent⟧.' },
  ],
});
