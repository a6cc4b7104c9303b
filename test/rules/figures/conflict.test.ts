import { conflict } from '../../../server/src/rules/figures/conflict.ts';
import { findQuantities } from '../../../server/src/language/quantities.ts';
import { testRule } from '../rule-tester.ts';

/** Another draft of the project that names a figure. */
function other(name: string, words: string, more: { asOf?: string; scope?: string } = {}) {
  const quantity = findQuantities(words)[0]!;
  return { others: [{ document: 'file:///other.md', cited: [], claimIds: [], namedFigures: [{ name, quantity, start: 4, end: 4 + words.length, words, ...more }], registries: [] }] };
}

// Named figures
testRule(conflict, {
  valid: [
    'The toll is 20%. <!-- claim figure=toll -->\n\nAgain: 20 percent. <!-- claim figure=toll -->',
    { name: 'rounding', text: 'Sales were $1.28 billion. <!-- claim figure=sales -->\n\nSales of $1,284m. <!-- claim figure=sales -->' },
    { name: 'bounds', text: 'At least 40 ships sank. <!-- claim figure=ships -->\n\nIn all 52 ships sank. <!-- claim figure=ships -->' },
    { name: 'another scope', text: 'The toll is 20%. <!-- claim figure=toll scope=cars -->\n\nThe toll is 25%. <!-- claim figure=toll scope=lorries -->' },
    { name: 'another time', text: 'The toll was 20%. <!-- claim figure=toll as-of=2023 -->\n\nThe toll is 25%. <!-- claim figure=toll as-of=2024 -->' },
    { name: 'another time, from the words', text: 'In 2023 the toll was 20%. <!-- claim figure=toll -->\n\nIn 2024 it was 25%. <!-- claim figure=toll -->' },
    { name: 'another name', text: 'The toll is 20%. <!-- claim figure=toll -->\n\nThe fee is 25%. <!-- claim figure=fee -->' },
    { name: 'units that convert', text: 'The road is 10 km long. <!-- claim figure=road -->\n\nA road of 6.2 miles. <!-- claim figure=road -->' },
    { name: 'another draft agrees', text: 'The toll is 20%. <!-- claim figure=toll -->', context: other('toll', '20%') },
    { name: 'another draft, another scope', text: 'The toll is 20%. <!-- claim figure=toll scope=cars -->', context: other('toll', '25%', { scope: 'lorries' }) },
    { name: 'the configured unit', text: 'The toll is 20%. <!-- claim figure=toll -->', context: { figures: new Map([['toll', { synonyms: [], unit: 'percent' }]]) } },
  ],
  invalid: [
    {
      text: 'The toll is ⟦20%⟧. <!-- claim figure=toll -->\n\nThe toll is ⟦25%⟧. <!-- claim figure=toll -->',
      messages: ['“toll” is 20% here and 25% elsewhere; both claims name the same quantity, neither with a date of its own, and the two cannot both hold.', /^“toll” is 25% here and 20% elsewhere/],
      severities: [undefined, undefined],
      fixes: [
        { title: 'Use “25%” here', output: 'The toll is 25%. <!-- claim figure=toll -->\n\nThe toll is 25%. <!-- claim figure=toll -->' },
        { title: 'Use “20%” at the other place', output: 'The toll is 20%. <!-- claim figure=toll -->\n\nThe toll is 20%. <!-- claim figure=toll -->' },
        { title: /as-of/, output: 'The toll is 20%. <!-- claim figure=toll as-of=TK -->\n\nThe toll is 25%. <!-- claim figure=toll as-of=TK -->' },
        { title: /scope/ },
        { title: 'Mark as a different quantity', output: 'The toll is 20%. <!-- claim figure=toll-2 -->\n\nThe toll is 25%. <!-- claim figure=toll -->' },
      ],
    },
    {
      name: 'the value follows the figure', text: 'The toll is ⟦20%⟧. <!-- claim figure=toll value=20% -->\n\nThe toll is ⟦25%⟧. <!-- claim figure=toll value="25%" -->',
      fixes: [{ title: 'Use “25%” here', output: 'The toll is 25%. <!-- claim figure=toll value=25% -->\n\nThe toll is 25%. <!-- claim figure=toll value="25%" -->' }, { title: /./ }, { title: /./ }, { title: /./ }, { title: /./ }],
    },
    { name: 'overlapping times', text: 'The toll is ⟦20%⟧. <!-- claim figure=toll as-of=2024 -->\n\nThe toll is ⟦25%⟧. <!-- claim figure=toll as-of=2024-06 -->' },
    { name: 'a bound that is broken', text: 'At least ⟦40 ships⟧ sank. <!-- claim figure=ships -->\n\nIn all ⟦32 ships⟧ sank. <!-- claim figure=ships -->' },
    { name: 'a value that is not in the words', text: '⟦The fleet was lost.⟧ <!-- claim figure=ships value=12 -->\n\nSome ⟦32 ships⟧ sank. <!-- claim figure=ships -->' },
    { name: 'another draft', text: 'The toll is ⟦20%⟧. <!-- claim figure=toll -->', context: other('toll', '25%'), messages: [/25% in another draft/] },
    { name: 'units that cannot be compared', text: 'The toll is ⟦20%⟧. <!-- claim figure=toll -->', context: other('toll', '$25'), messages: [/one quantity has one unit/] },
    {
      name: 'not the configured unit', text: 'The toll is ⟦$20⟧. <!-- claim figure=toll -->', context: { figures: new Map([['toll', { synonyms: [], unit: 'percent' }]]) },
      messages: ['“toll” is measured in percent (claimcheck.yaml), and here it is $20.'], severities: ['warning'],
    },
  ],
});
