// fairness/no-reply: an allegation against a named party, and neither its answer nor an attempt to get one.
import { findUnanswered } from '../../model/attribution/allegations.ts';
import { defineRule } from '../rule.ts';

export const noReply = defineRule({
  id: 'fairness/no-reply',
  summary: 'An allegation against a named party whose answer the draft does not have.',
  severity: 'off',
  scope: 'draft',
  when: 'keystroke',
  *check(analysis) {
    for (const { sentence, name } of findUnanswered(analysis)) {
      yield { start: sentence.start, end: sentence.end, message: `The draft makes an allegation against ${name} and has no answer, nor says that one was asked for.`, data: { name } };
    }
  },
  fixes({ document, end, data }) {
    return [{ title: 'Insert a right-of-reply template', safe: false, edits: [{ document, start: end, end, text: ` [TK: response of ${String(data?.name)}, or when and how it was asked for]` }] }];
  },
});
