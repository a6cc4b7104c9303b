// attribution/inconsistent-name: one person or body spelt or titled in two ways.
import { findNameVariants, type NameVariant } from '../../model/attribution/name-variants.ts';
import type { DraftName } from '../../model/attribution/people.ts';
import { defineRule } from '../rule.ts';

export const inconsistentName = defineRule({
  id: 'attribution/inconsistent-name',
  summary: 'One person or body spelt or titled in two ways.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',
  *check({ draft, attributions, context: { document } }) {
    for (const variant of findNameVariants(draft, attributions)) {
      const { a, b } = variant;
      for (const [one, other] of [[a, b], [b, a]] as const) {
        const [here, there] = [spanOf(one, variant), spanOf(other, variant)];
        const words = [here, there].map(s => draft.text.slice(s.start, s.end).replace(/\s+/gu, ' '));
        yield {
          ...here,
          message: `“${words[0]}” here and “${words[1]}” elsewhere: one of the two is not right, if they are one.`,
          related: [{ document, ...there, message: `“${words[1]}” stands here.` }],
          data: { other: [there.start, there.end] },
        };
      }
    }
  },
  fixes({ document, start, end, data }, { analysis: { draft } }) {
    const [from, to] = (data?.['other'] as readonly number[] | undefined) ?? [];
    if (from === undefined || to === undefined) return [];
    const here = draft.text.slice(start, end);
    const there = draft.text.slice(from, to);
    return [
      { title: `Write “${there}” here`, safe: false, edits: [{ document, start, end, text: there }] },
      { title: `Write “${here}” in the other place`, safe: false, edits: [{ document, start: from, end: to, text: here }] },
    ];
  },
});

function spanOf(name: DraftName, { about }: NameVariant) {
  return about === 'title' ? { start: name.whole.start, end: name.whole.end } : { start: name.start, end: name.end };
}
