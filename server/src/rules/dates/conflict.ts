// dates/conflict: two dates for the same event.
import { dateConflicts } from '../../model/figures/date-conflicts.ts';
import { defineRule } from '../rule.ts';

export const dateConflict = defineRule({
  id: 'dates/conflict',
  summary: 'Two dates for the same event.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',

  *check(analysis) {
    const { draft, context } = analysis;
    const words = (span: { readonly start: number; readonly end: number }) => draft.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    for (const { here, there, event } of dateConflicts(analysis)) {
      for (const [one, other] of [[here, there], [there, here]] as const) {
        yield {
          start: one.start, end: one.end, message: `“${words(one)}” here and “${words(other)}” elsewhere: both date the same event (“${event}”).`,
          related: [{ document: context.document, start: other.start, end: other.end, message: `Here it is “${words(other)}”.` }],
          data: { here: words(one), there: { start: other.start, end: other.end, words: words(other) } },
        };
      }
    }
  },

  fixes({ document, start, end, data }) {
    const { here, there } = data as { here: string; there: { start: number; end: number; words: string } };
    return [
      { title: `Use “${there.words}” here`, safe: false, edits: [{ document, start, end, text: there.words }] },
      { title: `Use “${here}” at the other place`, safe: false, edits: [{ document, start: there.start, end: there.end, text: here }] },
    ];
  },
});
