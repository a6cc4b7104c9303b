// attribution/inconsistent-name: one person or body spelt or titled in two ways.
import { findNameVariants, replaceVariant, type NameVariant } from '../../model/attribution/name-variants.ts';
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
  fixes({ document, start, end, data }, { analysis: { draft, attributions } }) {
    const [from] = (data?.['other'] as readonly number[] | undefined) ?? [];
    const variant = findNameVariants(draft, attributions).find(v => [[v.a, v.b], [v.b, v.a]].some(([one, other]) => spanOf(one!, v).start === start && spanOf(one!, v).end === end && spanOf(other!, v).start === from));
    if (!variant) return [];
    const [here, there] = spanOf(variant.a, variant).start === start ? [variant.a, variant.b] : [variant.b, variant.a];
    const use = (kept: DraftName, other: DraftName) => {
      const { start: keptStart, end: keptEnd } = spanOf(kept, variant);
      return { title: `Write “${draft.text.slice(keptStart, keptEnd).replace(/\s+/gu, ' ')}” everywhere`, safe: false, edits: replaceVariant(variant, other, draft).map(edit => ({ document, ...edit })) };
    };
    return [use(there, here), use(here, there)];
  },
});

function spanOf(name: DraftName, { about }: NameVariant) {
  return about === 'spelling' ? { start: name.start, end: name.end } : { start: name.whole.start, end: name.whole.end };
}
