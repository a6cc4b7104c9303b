// draft/unread: a part of the draft that was not analysed, and why.
import { defineRule } from '../rule.ts';

export const unread = defineRule({
  id: 'draft/unread',
  summary: 'A part of the draft that is not checked, because it is too long, too deeply nested or no text.',
  severity: 'information',
  scope: 'draft',
  when: 'keystroke',
  *check(analysis) {
    for (const { start, end, message } of analysis.draft.unread) yield { start, end, message };
  },
});
