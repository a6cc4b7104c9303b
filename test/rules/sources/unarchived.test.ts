import { unarchived } from '../../../server/src/rules/sources/unarchived.ts';
import { testRule } from '../rule-tester.ts';
import { checked, draftWith } from './check-results.ts';

const reached = checked({ 'https://example.org/a': { outcome: 'reached' } });
const held = checked({ 'https://example.org/a': { outcome: 'reached', archived: 'https://web.archive.org/web/20251001/https://example.org/a' } });

testRule(unarchived, {
  valid: [
    { name: 'nothing was checked', text: draftWith('url: https://example.org/a') },
    { name: 'an archived copy', text: draftWith('url: https://example.org/a\n    archived: https://web.archive.org/web/2025/https://example.org/a'), context: reached },
    { name: 'a capture', text: draftWith('url: https://example.org/a\n    file: captures/wh/source.html'), context: reached },
    { name: 'a page that is gone has another finding', text: draftWith('url: https://example.org/a'), context: checked({ 'https://example.org/a': { outcome: 'unreachable', message: 'The page is not there (404).' } }) },
    { name: 'a DOI', text: draftWith('DOI: 10.1000/182'), context: checked({ 'https://doi.org/10.1000/182': { outcome: 'reached' } }) },
    { name: 'a confidential source', text: draftWith('url: https://example.org/a\n    terms: background'), context: reached },
  ],
  invalid: [
    { name: 'no copy', text: draftWith('url: ⟦https://example.org/a⟧'), context: reached, messages: ['There is no archived copy and no capture of “wh”.'], fixes: [] },
    {
      name: 'a copy that an archive holds', text: draftWith('url: ⟦https://example.org/a⟧'), context: held, messages: ['There is no archived copy and no capture of “wh”. An archive holds one.'],
      fixes: [{ title: 'Add the archived copy https://web.archive.org/web/20251001/https://example.org/a', output: draftWith('url: https://example.org/a').replace('accessed: 2025-10-06\n', 'accessed: 2025-10-06\n    archived: https://web.archive.org/web/20251001/https://example.org/a\n') }],
    },
  ],
});
