import { changed } from '../../../server/src/rules/sources/changed.ts';
import { testRule } from '../rule-tester.ts';
import { checked, draftWith } from './check-results.ts';

const SHA = 'a'.repeat(64);
const page = (capture: string) => checked({ 'https://example.org/a': { outcome: 'reached', change: { capture, message: 'The page has changed since it was captured: “145” is now “125”.' } } });
const file = (sha256: string) => checked({}, { wh: { outcome: 'reached', sha256 } });

testRule(changed, {
  valid: [
    { name: 'nothing was checked', text: draftWith(`url: https://example.org/a\n    file: a.html\n    sha256: ${SHA}`) },
    { name: 'no change', text: draftWith('url: https://example.org/a'), context: checked({ 'https://example.org/a': { outcome: 'reached' } }) },
    { name: 'captured again since', text: draftWith(`url: https://example.org/a\n    file: a.html\n    sha256: ${SHA}`), context: page('b'.repeat(64)) },
    { name: 'the file that was captured', text: draftWith(`file: a.html\n    sha256: ${SHA.toUpperCase()}`), context: file(SHA) },
    { name: 'a file without fingerprint', text: draftWith('file: a.html'), context: file(SHA) },
    { name: 'an entry without a capture, whose page another has captured', text: draftWith('url: https://example.org/a'), context: page(SHA) },
    { name: 'a confidential source', text: draftWith('url: https://example.org/a\n    terms: background'), context: page(SHA) },
  ],
  invalid: [
    { name: 'a page', text: draftWith(`url: ⟦https://example.org/a⟧\n    file: a.html\n    sha256: ${SHA}`), context: page(SHA), messages: ['“wh”: The page has changed since it was captured: “145” is now “125”.'] },
    { name: 'a page whose capture has no fingerprint', text: draftWith('url: ⟦https://example.org/a⟧\n    file: a.html'), context: page(SHA) },
    { name: 'a fingerprint in capitals', text: draftWith(`url: ⟦https://example.org/a⟧\n    file: a.html\n    sha256: ${SHA.toUpperCase()}`), context: page(SHA) },
    { name: 'a file', text: draftWith(`file: ⟦a.html⟧\n    sha256: ${SHA}`), context: file('b'.repeat(64)), messages: ['The file of “wh” is not the one that was captured: its fingerprint is another.'] },
  ],
});
