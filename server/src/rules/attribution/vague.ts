// attribution/vague: something attributed to no one who could be asked.
import type { Analysis, Attribution } from '../../model/analysis.ts';
import { isExemplified } from '../../model/attribution/exemplified.ts';
import { isHeadline } from '../../model/attribution/headline.ts';
import { contains, type Span } from '../../span.ts';
import { defineRule } from '../rule.ts';

/** As far as a verb stands from a source that it belongs to alone. */
const NEAR = 30;

export const vague = defineRule({
  id: 'attribution/vague',
  summary: 'An attribution to no one who could be asked.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',
  *check(analysis) {
    const cited = citedSentences(analysis);
    const flagged = new Set<number>();
    const known = contentsOfKnown(analysis);
    for (const attribution of analysis.attributions) {
      const span = wordsOf(attribution);
      if (!span || flagged.has(span.start) || cited.has(attribution.sentence.index) || isHeadline(attribution.sentence.leaf, analysis.draft)) continue;
      if (attribution.stance || isMarked(span, analysis) || !isVague(attribution) || known.get(attribution.sentence.index)?.some(c => contains(c, span)) || isExemplified(attribution, analysis)) continue;
      flagged.add(span.start);
      const words = analysis.draft.text.slice(span.start, span.end).replace(/\s+/gu, ' ');
      yield { ...span, message: attribution.source ? `“${words}” names no one who could be asked.` : `“${words}” does not say by whom.` };
    }
  },
  fixes({ document, end }) {
    return [{ title: 'Insert a marker to name the source', safe: false, edits: [{ document, start: end, end, text: ' [TK: name the source]' }] }];
  },
});

/** The fix of this rule leaves a marker behind the words: that the source is missing is known. */
function isMarked({ end }: Span, { draft: { markers, text } }: Analysis): boolean {
  return text.startsWith(' [TK', end) && markers.some(marker => marker.start === end + 1);
}

/** A pronoun ("they said") repeats what was flagged before. */
function isVague({ sourceKind, cue, speaker }: Attribution): boolean {
  return speaker === undefined && (sourceKind === 'vague' || (sourceKind === 'none' && cue !== undefined));
}

/** The source and its verb. A verb that stands far from its source ("many … by threatening") shares it with another verb, which is looked at by itself. */
function wordsOf({ cue, source }: Attribution): Span | undefined {
  if (!cue || !source) return source ?? cue;
  return Math.max(cue.start - source.end, source.start - cue.end) > NEAR ? undefined : { start: Math.min(cue.start, source.start), end: Math.max(cue.end, source.end) };
}

/** By sentence, what those say who can be asked: what is vague within it is theirs to answer for. */
function contentsOfKnown({ attributions }: Analysis): ReadonlyMap<number, readonly Span[]> {
  const contents = new Map<number, Span[]>();
  for (const { sentence, sourceKind, content, stance } of attributions) {
    if (stance || (sourceKind !== 'named' && sourceKind !== 'anonymous')) continue;
    const list = contents.get(sentence.index) ?? [];
    list.push(...content);
    contents.set(sentence.index, list);
  }
  return contents;
}

/** Sentences that a citation or a claim comment ties to a source: it says who. */
function citedSentences({ draft }: Analysis): ReadonlySet<number> {
  const cited = new Set<number>();
  for (const { sentence } of draft.citations) if (sentence !== undefined) cited.add(sentence);
  for (const { sentence, sources } of draft.claims) if (sentence !== undefined && sources.length > 0) cited.add(sentence);
  return cited;
}
