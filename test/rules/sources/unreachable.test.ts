import { unreachable } from '../../../server/src/rules/sources/unreachable.ts';
import { testRule } from '../rule-tester.ts';
import { checked, draftWith } from './check-results.ts';

const gone = { outcome: 'unreachable', message: 'The page is not there (404).' } as const;

const locked = { message: 'The PDF is protected by a password.' } as const;

testRule(unreachable, {
  valid: [
    { name: 'nothing was checked', text: draftWith('url: https://example.org/a') },
    { name: 'reached', text: draftWith('url: https://example.org/a'), context: checked({ 'https://example.org/a': { outcome: 'reached' } }) },
    { name: 'a page without words whose file has them', text: draftWith('url: https://example.org/a\n    file: minutes.txt'), context: checked({ 'https://example.org/a': { outcome: 'reached', ...locked } }, { wh: { outcome: 'reached' } }) },
    { name: 'kept from programs', text: draftWith('url: https://example.org/a'), context: checked({ 'https://example.org/a': { outcome: 'unanswered', message: 'The server does not let programs read the page (403).' } }) },
    { name: 'another page', text: draftWith('url: https://example.org/a'), context: checked({ 'https://example.org/b': gone }) },
    { name: 'a confidential source', text: draftWith('url: https://example.org/a\n    terms: background'), context: checked({ 'https://example.org/a': gone }) },
    { name: 'a link that works', text: 'It [rose](https://example.org/a).', context: checked({ 'https://example.org/a': { outcome: 'reached' } }) },
  ],
  invalid: [
    { name: 'a page that is gone', text: draftWith('url: ⟦https://example.org/a⟧'), context: checked({ 'https://example.org/a': gone }), messages: ['The page of “wh” cannot be reached. The page is not there (404).'] },
    { name: 'the same address, written otherwise', text: draftWith('url: ⟦http://EXAMPLE.org/a/?utm_source=x⟧'), context: checked({ 'https://example.org/a': gone }) },
    { name: 'a DOI', text: draftWith('DOI: ⟦10.1000/182⟧'), context: checked({ 'https://doi.org/10.1000/182': gone }) },
    { name: 'a capture that is gone', text: draftWith('file: ⟦captures/wh/source.html⟧'), context: checked({}, { wh: { outcome: 'unreachable', message: 'The file is not there.' } }), messages: ['The file of “wh” is gone. The file is not there.'] },
    { name: 'a file without words', text: draftWith('url: https://example.org/a\n    file: ⟦minutes.pdf⟧'), context: checked({ 'https://example.org/a': { outcome: 'reached', ...locked } }, { wh: { outcome: 'reached', ...locked } }), messages: ['Nothing can be held against “wh”. The PDF is protected by a password.'], severities: ['information'] },
    { name: 'a page without words', text: draftWith('url: ⟦https://example.org/a⟧'), context: checked({ 'https://example.org/a': { outcome: 'reached', ...locked } }), severities: ['information'] },
    { name: 'a link of the draft', text: 'It [rose](⟦https://example.org/a⟧).', context: checked({ 'https://example.org/a': gone }), messages: ['This link cannot be reached. The page is not there (404).'] },
    { name: 'a link to the page of an entry: once, at the entry', text: draftWith('url: ⟦https://example.org/a⟧', 'It [rose](https://example.org/a).'), context: checked({ 'https://example.org/a': gone }) },
  ],
});
