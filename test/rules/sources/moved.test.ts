import { moved } from '../../../server/src/rules/sources/moved.ts';
import { testRule } from '../rule-tester.ts';
import { checked, draftWith } from './check-results.ts';

const there = { outcome: 'reached', movedTo: 'https://example.org/new' } as const;

testRule(moved, {
  valid: [
    { name: 'nothing was checked', text: draftWith('url: https://example.org/a') },
    { name: 'where it was', text: draftWith('url: https://example.org/a'), context: checked({ 'https://example.org/a': { outcome: 'reached' } }) },
    { name: 'a DOI leads on, which is its use', text: draftWith('DOI: 10.1000/182'), context: checked({ 'https://doi.org/10.1000/182': there }) },
    { name: 'a confidential source', text: draftWith('url: https://example.org/a\n    terms: background'), context: checked({ 'https://example.org/a': there }) },
  ],
  invalid: [
    {
      name: 'an entry', text: draftWith('url: ⟦https://example.org/a⟧'), context: checked({ 'https://example.org/a': there }), messages: ['The page of “wh” has moved for good, to https://example.org/new.'],
      fixes: [{ title: 'Update the address to https://example.org/new', output: draftWith('url: https://example.org/new') }],
    },
    {
      name: 'a link of the draft', text: 'It [rose](⟦https://example.org/a⟧).', context: checked({ 'https://example.org/a': { outcome: 'reached', movedTo: 'https://example.org/new_(place)' } }), messages: ['This page has moved for good, to https://example.org/new_(place).'],
      fixes: [{ title: 'Update the address to https://example.org/new_(place)', output: 'It [rose](https://example.org/new_%28place%29).' }],
    },
    { name: 'an address of more than a line', text: draftWith('url: ⟦https://example.org/a⟧'), context: checked({ 'https://example.org/a': { outcome: 'reached', movedTo: `https://example.org/${'b'.repeat(500)}` } }), messages: [/ to https:\/\/example\.org\/b{50,100}…\.$/] },
  ],
});
