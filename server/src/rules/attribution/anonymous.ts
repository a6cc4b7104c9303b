// attribution/anonymous: a source that is described and not named, without a reason for that and without a word of how it knows.
import type { Analysis, Attribution } from '../../model/analysis.ts';
import { isHeadline } from '../../model/attribution/headline.ts';
import { resolveCitation } from '../../model/sources.ts';
import { contains } from '../../span.ts';
import { defineRule } from '../rule.ts';

export const anonymous = defineRule({
  id: 'attribution/anonymous',
  summary: 'An anonymous source without a reason for that, or how it knows.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',
  *check(analysis) {
    const seen = new Set<string>();
    const groups = new Set<string>();
    for (const attribution of analysis.attributions) {
      const { source, sourceKind, explained, speaker, stance } = attribution;
      if (stance || sourceKind !== 'anonymous' || !source || speaker !== undefined || isHeadline(attribution.sentence.leaf, analysis.draft) || isOthers(attribution, analysis)) continue;
      const words = analysis.draft.text.slice(source.start, source.end).replace(/\s+/gu, ' ');
      const who = words.toLowerCase().replace(/^(?:an?|one|the|two|three|several|some)\s/, '');
      // Only the first mention of a source asks for its reason.
      if (seen.has(who)) continue;
      seen.add(who);
      const group = groupOf(who);
      if (explained) groups.add(group);
      // "One official said", of the officials whose reason was given.
      if (explained || (/^(?:one|another|an?other|a (?:second|third|fourth))\b/iu.test(words) && groups.has(group)) || hasReasonOnFile(attribution, analysis)) continue;
      yield { ...source, message: `The draft does not say why “${words}” goes unnamed, nor how this source knows.` };
    }
  },
  fixes({ document, start, end }, { analysis: { draft } }) {
    const many = /^(?:two|three|four|five|several|some|people|persons|sources|(?:senior|top|former) \p{L}+s)\b/iu.test(draft.text.slice(start, end));
    // The comma that closes the clause is not written before another mark.
    const comma = /^\s*[.,;:!?]/u.test(draft.text.slice(end, end + 8)) ? '' : ',';
    return [{ title: 'Insert a template for the reason', safe: false, edits: [{ document, start: end, end, text: `, who asked not to be named because ${many ? 'they' : 'he or she'} TK${comma}` }] }];
  },
});

/** "three intelligence sources who …" and "One intelligence source": intelligence source. */
function groupOf(who: string): string {
  return who.replace(/^(?:an?other|second|third|fourth|four|five|six|some|several|senior|former) /u, '').split(/ (?:who|at|in|with|from|of|close|familiar|speaking|to|on)\b|,/u, 1)[0]!.replace(/s$/u, '').replace(/^people$/u, 'person');
}

/** A source of somebody who is named: it is theirs to name. */
function isOthers({ source, sentence, content }: Attribution, { attributions }: Analysis): boolean {
  return attributions.some(a => {
    if (a.sentence !== sentence || a.stance || a.sourceKind !== 'named' || !a.cue || !source) return false;
    const { cue } = a;
    return a.content.some(c => contains(c, source)) && !content.some(c => contains(c, cue));
  });
}

/** Does an entry that the sentence cites record why its source is anonymous? */
function hasReasonOnFile({ sentence }: Attribution, { draft, sources }: Analysis): boolean {
  const ids = draft.citations.filter(c => c.sentence === sentence.index).flatMap(c => resolveCitation(c, draft, sources).ids);
  for (const claim of draft.claims) if (claim.sentence === sentence.index) ids.push(...claim.sources.map(s => s.id));
  return ids.some(id => sources.get(id)?.entry.anonymous?.reason !== undefined);
}
