// draft/tk: a marker of unfinished work.
import type { Marker } from '../../draft/draft.ts';
import { defineRule } from '../rule.ts';

export const tk = defineRule({
  id: 'draft/tk',
  summary: 'A marker of unfinished work: TK, [citation needed], [source?].',
  severity: 'warning',
  scope: 'block',
  when: 'keystroke',
  *check(analysis) {
    for (const marker of analysis.draft.markers) yield { start: marker.start, end: marker.end, message: messageOf(marker) };
  },
});

function messageOf(marker: Marker): string {
  switch (marker.kind) {
    case 'tk':
      return marker.note ? `Something is still to come here: ${/[.?!]$/.test(marker.note) ? marker.note : `${marker.note}.`}` : 'Something is still to come here.';
    case 'citation-needed':
      return 'A citation is still needed here.';
    case 'source':
      return 'The source is still in question here.';
  }
}
