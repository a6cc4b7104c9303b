// attribution/anonymous: a source that is described and not named, without a reason for that and without a word of how it knows.
import type { Analysis, Attribution } from '../../model/analysis.ts';
import { resolveCitation } from '../../model/sources.ts';
import { defineRule } from '../rule.ts';

export const anonymous = defineRule({
  id: 'attribution/anonymous',
  summary: 'An anonymous source without a reason for that, or how it knows.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',
  *check(analysis) {
    const seen = new Set<string>();
    for (const attribution of analysis.attributions) {
      const { source, sourceKind, explained, speaker, stance } = attribution;
      if (stance || sourceKind !== 'anonymous' || !source || speaker !== undefined) continue;
      const words = analysis.draft.text.slice(source.start, source.end).replace(/\s+/gu, ' ');
      const who = words.toLowerCase().replace(/^(?:an?|one|the|two|three|several|some)\s/, '');
      // Only the first mention of a source asks for its reason.
      if (seen.has(who)) continue;
      seen.add(who);
      if (explained || hasReasonOnFile(attribution, analysis)) continue;
      yield { ...source, message: `The draft does not say why “${words}” goes unnamed, nor how this source knows.` };
    }
  },
  fixes({ document, end }) {
    return [{ title: 'Insert a template for the reason', safe: false, edits: [{ document, start: end, end, text: ', who asked not to be named because REASON,' }] }];
  },
});

/** Does an entry that the sentence cites record why its source is anonymous? */
function hasReasonOnFile({ sentence }: Attribution, { draft, sources }: Analysis): boolean {
  const ids = draft.citations.filter(c => c.sentence === sentence.index).flatMap(c => resolveCitation(c, draft, sources).ids);
  for (const claim of draft.claims) if (claim.sentence === sentence.index) ids.push(...claim.sources.map(s => s.id));
  return ids.some(id => sources.get(id)?.entry.anonymous?.reason !== undefined);
}
