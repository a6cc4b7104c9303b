import { unread } from '../../../server/src/rules/draft/unread.ts';
import { testRule } from '../rule-tester.ts';

testRule(unread, {
  valid: ['The ferry sank.', '> - > 1. The ferry sank.', '', `${' '.repeat(300)}an indented line`],
  invalid: [
    { name: 'nested too deeply', text: `The ferry sank.\n\n⟦${'> '.repeat(200)}deep⟧\n\nThe crew swam.`, messages: [/nested in more than 50/] },
    { name: 'binary', text: '⟦\u007fELF\u0000\u0001⟧', messages: [/it is no text/] },
    { name: 'too long', text: `⟦The ferry sank.⟧\n${'The crew swam.\n\n'.repeat(150_000)}`, messages: [/more than 2,000,000 characters/] },
  ],
});
