// "One fault, one finding": which report gives way where two rules see the same fault.
import type { Span } from '../span.ts';
import { overlaps } from '../span.ts';
import type { Draft, FootnoteDefinition } from '../draft/draft.ts';
import type { RuleId } from '../rules/rule.ts';

/** The loser is left out where a winner has reported on the same sentence, or on the same words. */
interface Precedence {
  readonly loser: RuleId;
  readonly winners: readonly RuleId[];
  readonly on: 'sentence' | 'words';
}

const PRECEDENCE: readonly Precedence[] = [
  { loser: 'sourcing/unsourced', winners: ['sources/unknown', 'attribution/vague', 'attribution/anonymous', 'draft/tk'], on: 'sentence' },
  { loser: 'figures/arithmetic', winners: ['figures/percent-points'], on: 'words' },
  { loser: 'sources/incomplete', winners: ['sources/invalid'], on: 'words' },
  { loser: 'sources/unused', winners: ['sources/invalid'], on: 'words' },
  { loser: 'sources/duplicate', winners: ['sources/invalid'], on: 'words' },
];

interface Reported extends Span {
  readonly rule: RuleId;
  readonly document: string;
}

/** The reports without those that give way to another. `draft` is that of `document`, undefined for a registry. */
export function applyPrecedence<R extends Reported>(reports: readonly R[], draft: Draft | undefined): readonly R[] {
  const reporting = new Set(reports.map(report => report.rule));
  const active = PRECEDENCE.filter(entry => reporting.has(entry.loser) && entry.winners.some(winner => reporting.has(winner)));
  if (active.length === 0) return reports;
  const sentences = draft === undefined ? undefined : new SentencesOf(draft);
  const lost = new Set<R>();
  for (const { loser, winners, on } of active) {
    const winning = reports.filter(report => winners.includes(report.rule));
    const losing = reports.filter(report => report.rule === loser);
    if (on === 'words') for (const report of overlapping(losing, winning)) lost.add(report);
    else if (sentences !== undefined) {
      const taken = new Set(winning.flatMap(report => sentences.of(report)));
      for (const report of losing) if (sentences.of(report).some(index => taken.has(index))) lost.add(report);
    }
  }
  return reports.filter(report => !lost.has(report));
}

/** Those of `candidates` that share words with one of `others`; both are sorted once and walked together. */
function overlapping<R extends Span>(candidates: readonly R[], others: readonly Span[]): R[] {
  const sorted = others.toSorted((a, b) => a.start - b.start);
  let furthest = -1;
  const reach = sorted.map(span => (furthest = Math.max(furthest, span.end)));
  return candidates.filter(candidate => {
    for (let i = lastAtOrBefore(sorted, candidate.end); i >= 0 && reach[i]! >= candidate.start; i--) if (overlaps(candidate, sorted[i]!)) return true;
    return false;
  });
}

/** Tells which sentences a place of the draft belongs to: a citation, claim comment or marker belongs to the sentence it is bound to, a footnote's text to those that refer to it. */
export class SentencesOf {
  readonly #draft: Draft;
  readonly #bound: readonly (Span & { readonly sentence: number })[];
  readonly #footnotes: readonly FootnoteDefinition[];
  readonly #byLabel = new Map<string, number[]>();

  constructor(draft: Draft) {
    this.#draft = draft;
    this.#footnotes = draft.footnotes.toSorted((a, b) => a.start - b.start);
    const bound = [...draft.citations, ...draft.claims, ...draft.markers];
    this.#bound = bound.flatMap(({ start, end, sentence }) => (sentence === undefined ? [] : [{ start, end, sentence }])).toSorted((a, b) => a.start - b.start);
    for (const citation of draft.citations) {
      if (citation.kind !== 'footnote' || citation.sentence === undefined) continue;
      const label = normalLabel(citation.key);
      const list = this.#byLabel.get(label);
      if (list) list.push(citation.sentence);
      else this.#byLabel.set(label, [citation.sentence]);
    }
  }

  /** Indices into `Draft.sentences`, perhaps none. */
  of(span: Span): readonly number[] {
    const bound = this.#bound[lastAtOrBefore(this.#bound, span.start)];
    const own = bound !== undefined && span.start < bound.end ? [bound.sentence] : this.#written(span);
    const note = this.#footnotes[lastAtOrBefore(this.#footnotes, span.start)];
    return note === undefined || span.end > note.end ? own : own.concat(this.#byLabel.get(normalLabel(note.label)) ?? []);
  }

  #written(span: Span): number[] {
    const { sentences } = this.#draft;
    const found: number[] = [];
    for (let i = lastAtOrBefore(sentences, Math.max(span.start, span.end - 1)); i >= 0 && sentences[i]!.end >= span.start; i--) {
      if (overlaps(span, sentences[i]!)) found.unshift(i);
    }
    return found;
  }
}

function normalLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The index of the last span that starts at or before the offset, -1 if there is none; the spans are sorted by start. */
function lastAtOrBefore(spans: readonly Span[], offset: number): number {
  let low = -1;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (spans[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
