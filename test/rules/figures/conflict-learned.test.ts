// figures/conflict where nothing but the words around two figures tells that they are one: whole drafts, as the trees weigh a pair among the others.
import { conflict } from '../../../server/src/rules/figures/conflict.ts';
import { testRule } from '../rule-tester.ts';

const spring = { context: { date: '2026-04-20' } };

/** A draft on a seaweed farm, whose size, price, crew and length of lines may be told again at its end. */
const farm = ({ title = 'Seaweed farm off Skarvoy wins its licence', lead = '240 hectares', cost = '46 million kroner', crew = '18 people', end }: { readonly title?: string; readonly lead?: string; readonly cost?: string; readonly crew?: string; readonly end: string }) => `---
title: ${title}
date: 2026-04-20
---
The county gave a licence on Thursday to a seaweed farm of ${lead} in the sound west of Skarvoy, after four years of hearings.

The company, Tarelaks, will moor its first lines in August. It puts the cost at ${cost}, a third of which the state lends at 2 per cent.

Fishermen had asked for the farm to be moved 3 kilometres out. They land about 900 tonnes of cod a year in the sound, down from 1,400 in 2015.

The works on the quay will employ ${crew} in the first year and twice as many in the third. Tarelaks runs a smaller farm near Bodvik, with 60 hectares and seven hands.

A study by the coast institute counted 31 kinds of fish between the lines there, against 22 outside.

${end}`;

testRule(conflict, {
  valid: [
    { name: 'the other farm, and a part', text: farm({ end: 'The farm at Bodvik, all 60 hectares of it, was seeded in 2021. Half the money goes into boats.' }), ...spring },
    { name: 'the same again, rounded', text: farm({ title: 'A farm of nearly 250 hectares for Skarvoy', end: 'Nothing in the sound comes near the 240 hectares that Tarelaks may now use.' }), ...spring },
    { name: 'a rival’s, and last year’s', text: farm({ end: 'A rival, Havgras, farms 420 hectares off the mainland. It spent 64 million kroner on them last year and employs 81 people.' }), ...spring },
    { name: 'what it rose from', text: farm({ cost: '64 million kroner', end: 'The bill went to 64 million kroner from 46 million kroner within a month. The 64 million kroner is what the boats cost.' }), ...spring },
    { name: 'a part of a sum', text: farm({ crew: '81 people', end: 'The works will employ 81 people, 69 seeders and 12 sailors. The 81 people start in June.' }), ...spring },
    { name: 'what was asked for, and given', text: farm({ end: 'Tarelaks had first asked for 420 hectares. It cut that to 240 when the pilots objected.' }), ...spring },
  ],
  invalid: [
    { name: 'an image', text: farm({ lead: '⟦240 hectares⟧', end: '![Lines at Bodvik; the new farm will cover ⟦420 hectares⟧](lines.jpg)\n\nBoats will pass to the east.' }), messages: [/both seem to be given for one thing \(“farm”\), and two digits are swapped/], ...spring },
    { name: 'another noun', text: farm({ cost: '⟦46 million kroner⟧', end: 'Most of the bill of ⟦64 million kroner⟧ is for boats and anchors.' }), messages: [/both seem to be given for one thing/], ...spring },
    { name: 'the same digits in another size', text: farm({ cost: '⟦46 million kroner⟧', end: 'The farm is put at ⟦46 billion kroner⟧ in all by the harbour board.' }), ...spring },
    { name: 'the title', text: farm({ title: 'Seaweed farm of ⟦420 hectares⟧ off Skarvoy wins its licence', lead: '⟦240 hectares⟧', end: 'Boats will pass to the east.' }), ...spring },
  ],
});
