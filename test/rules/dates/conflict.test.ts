import { dateConflict } from '../../../server/src/rules/dates/conflict.ts';
import { testRule } from '../rule-tester.ts';

const at = (date: string) => ({ context: { date } });

testRule(dateConflict, {
  valid: [
    'Ann Berg was arrested on March 3, 2024. Tom Lund was arrested on May 9, 2024.',
    { name: 'the same day in two forms', text: 'The bridge opened on June 4, 2019. The bridge opened in June 2019.' },
    { name: 'one event of several', text: 'The first stage begins on May 4, 2024. The second stage begins on May 9, 2024.' },
    { name: 'put off', text: 'The bridge opened on June 4, 2019. It was originally to open on May 2, 2019; the bridge opens again on July 1, 2020.' },
    { name: 'different events', text: 'The mill was founded in 1911. The mill closed in 1987.' },
    { name: 'things sold and signed on many days', text: 'The council signed a pact on May 4, 2024. The council signed a lease on May 9, 2024.' },
    { name: 'a weekday that fits its date', text: 'The storm struck on Monday, May 6. The storm, which struck before dawn on Monday, felled trees.', ...at('2024-05-08') },
    { name: 'three dates are three events', text: 'The bank was robbed. A prisoner escaped on May 1, 2024. A prisoner escaped on May 9, 2024. A prisoner escaped on June 2, 2024.' },
    { name: 'broke something', text: 'Moe broke a rib on May 3, 2024. Moe broke a rib on May 5, 2024.' },
    { name: 'by another body', text: 'The plan was adopted in May 2020. The plan was adopted by the Senate in June 2020.' },
    { name: 'each its own', text: 'The yard opened its gate on May 3, 2024. The inn opened its gate on May 5, 2024.' },
    { name: 'a birthday kept', text: 'Ann Moe was born on 3 February 1934. The party for her birthday on 5 February 2014 was loud.' },
    { name: 'a pronoun says little of a thing', text: 'The fair opened on May 1, 2024. It opened on May 9, 2024, to great acclaim.' },
  ],
  invalid: [
    {
      text: 'Ann Berg was arrested on ⟦March 3, 2024⟧, the court said. She has been held since her arrest on ⟦March 13, 2024⟧.', messages: [/both date the same event/, /“March 3, 2024” elsewhere/],
      fixes: [
        { title: 'Use “March 13, 2024” here', output: 'Ann Berg was arrested on March 13, 2024, the court said. She has been held since her arrest on March 13, 2024.' },
        { title: 'Use “March 3, 2024” at the other place', output: 'Ann Berg was arrested on March 3, 2024, the court said. She has been held since her arrest on March 3, 2024.' },
      ],
    },
    { text: 'The Ostra mill was founded in ⟦1911⟧.\n\nThe mill was established in ⟦1921⟧ by two brothers.' },
    { name: 'a weekday against a date', text: 'The storm struck the coast on ⟦Monday, May 6⟧. The storm, which struck before dawn on ⟦Sunday⟧, felled trees.', ...at('2024-05-08') },
    { name: 'broke out', text: 'The fire broke out on ⟦Monday, May 6⟧, near a mill. Since the fire broke out on ⟦May 5⟧, crews have cut a line.', ...at('2024-05-08') },
    { name: 'a participle between commas', text: 'The charter, adopted by the council on ⟦4 March 2024⟧, set up a register. Since the charter was adopted on ⟦14 March 2024⟧, nobody has signed it.' },
    { name: 'what began and what began it', text: 'Moe’s campaign, which began on ⟦Jan. 8⟧ with a rally, ran well. Rivals mocked the rally that began her campaign on ⟦Jan. 18⟧, Berg recalled.', ...at('2024-05-08') },
    { name: 'born and birthday', text: 'She was born Ann Moe on ⟦3 February 1934⟧. Her birthday, ⟦5 February 1934⟧ by the register, was kept.' },
    { name: 'begin and start', text: 'The second hearing will begin at 9 a.m. on ⟦4 June 2024⟧. Both sides met before the second hearing starts on ⟦5 June 2024⟧.'.replaceAll('second', 'main') },
  ],
});
