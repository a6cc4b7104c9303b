// Pairs of short paragraphs as news copy and encyclopedias write them: one thing given twice, and things that only look alike.
import { conflict } from '../../../server/src/rules/figures/conflict.ts';
import { testRule } from '../rule-tester.ts';

// One statement made twice
testRule(conflict, {
  valid: [
    'A bomb in Ostra killed 11 people.\n\nIn one attack, a bomb in Ostra killed 26 people.',
    'Goods worth 4 million euros were taken from shops.\n\nGoods worth 6 million euros were taken from shops in Bruun.',
    { name: 'a series', text: 'The north hall seats 400 guests at a sitting.\n\nThe north hall seats 600 guests at a sitting.\n\nThe north hall seats 900 guests at a sitting.' },
    'The yard built four tugs for the navy in 2003.\n\nThe yard built nine tugs for the navy in 2011.',
    'The clinic treats more than 300 patients a week for malaria.\n\nThe clinic treats at least 340 patients a week for malaria.',
    'In the marsh one in every 30 people is infected with dengue.\n\n30% of the people infected with dengue live in the marsh.',
    { name: 'of a man and of a woman', text: 'Just 28 percent of voters said they had a good opinion of Mrs. Berg.\n\nMr. Moe is up a little, with 34 percent of voters saying they have a good opinion of him.' },
  ],
  invalid: [
    { text: 'Norda Grain grows less than ⟦10%⟧ of the country’s apples and pears.\n\nBuyers follow the coast, because Norda Grain is the orchard of the country, growing more than ⟦a third⟧ of its apples and nearly ⟦two-thirds⟧ of its pears.' },
    { text: 'The moss lives on rock that is more than ⟦2,000 years old⟧ in the high valleys of Lorne.\n\nIt rained.\n\nThe moss lives on rock that is less than ⟦300 years old⟧ in the high valleys of Lorne.' },
    { text: 'The orchestra interviewed more than ⟦20 former players⟧ for the book, which Hale Press printed.\n\nThe orchestra interviewed more than ⟦30 former players⟧ for the book.' },
    { text: 'Halden Online, another shop for divers, already had ⟦40,000 customers⟧ when Berg bought the site.\n\nHalden Online had ⟦60,000 customers⟧ when Berg bought the site.' },
    { text: 'The tour named its guests on Monday for the ⟦three-city⟧ gospel tour of the coast.\n\nFans cheered.\n\nThe tour named its guests for the ⟦six-city⟧ gospel tour of the coast.' },
  ],
});
