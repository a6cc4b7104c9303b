import { changedSinceVerified } from '../../../server/src/rules/draft/changed-since-verified.ts';
import { testRule } from '../rule-tester.ts';

// printf '%s' 'The ferry sank.' | sha256sum | cut -c1-8
const HASH = 'de1d7fb4';

testRule(changedSinceVerified, {
  valid: [
    `The ferry sank. <!-- claim status=verified hash=${HASH} -->`,
    { name: 'citation, emphasis, line break, links and comments do not count', text: `The **ferry**\n[sank](https://example.org) [@log, p. 3].[^a] <!-- note --> <!-- claim status=verified hash=${HASH} -->\n\n[^a]: Log.` },
    { name: 'no hash', text: 'The ferry sunk. <!-- claim status=verified -->' },
    { name: 'not verified', text: 'The ferry sunk. <!-- claim status=todo hash=de1d7fb4 -->' },
    { name: 'two sentences were verified together', text: 'The ferry sank. The crew swam. <!-- claim status=verified hash=4b2106b8 -->' },
    { name: 'in capitals', text: `The ferry sank. <!-- claim status=verified hash=${HASH.toUpperCase()} -->` },
  ],
  invalid: [
    {
      text: `⟦The old ferry sank.⟧ <!-- claim status=verified by=ab on=2025-04-02 hash=${HASH} -->`,
      messages: ['This sentence has changed since it was verified on 2025-04-02; it wants checking again.'],
      fixes: [{ title: /verify again/, output: 'The old ferry sank. <!-- claim status=verified by=ab on=2025-04-02 hash=f1b58d16 -->' }],
    },
    { name: 'a sentence added', text: `The ferry sank. ⟦The crew swam.⟧ <!-- claim status=verified hash=${HASH} -->` },
    { name: 'a figure changed', text: `⟦The ferry sank in 2025.⟧ <!-- claim status=verified hash=${HASH} -->`, messages: ['This sentence has changed since it was verified; it wants checking again.'] },
  ],
});
