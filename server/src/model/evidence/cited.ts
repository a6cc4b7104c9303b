// Which sources vouch for a sentence, and what is known of their words.
import type { Sentence } from '../../draft/draft.ts';
import { contains, type Span } from '../../span.ts';
import type { Analysis, Quote } from '../analysis.ts';
import { passagesOf, type KnownPassage } from './passages.ts';
import { readingOf, type SourceReading } from './source-reading.ts';

/** A passage of a cited source, read. */
export interface CitedPassage {
  readonly source: string;
  readonly passage: KnownPassage;
  readonly reading: SourceReading;
}

/** The ids of the sources that a sentence cites, and only those; undefined where it cites none, or something else besides. */
export function sourcesOfSentence({ index }: Pick<Sentence, 'index'>, analysis: Analysis): readonly string[] | undefined {
  const ids = new Set<string>();
  for (const support of analysis.sentences[index]?.support ?? []) {
    if (!/^(?:citation|footnote|link|claim-source|source-line)$/.test(support.kind)) continue;
    if (support.unknown || (support.addresses?.length ?? 0) > 0) return undefined;
    for (const id of support.sources) ids.add(id);
  }
  return ids.size === 0 ? undefined : [...ids];
}

const spoken = new WeakMap<readonly Quote[], readonly Quote[]>();

/** Does it stand in somebody's words? These are checked as a whole. Logarithmic. */
export function isSpoken(span: Span, { quotes }: Analysis): boolean {
  let speech = spoken.get(quotes);
  if (!speech) spoken.set(quotes, (speech = quotes.filter(({ use }) => use === 'speech').toSorted((a, b) => a.start - b.start)));
  let low = -1;
  let high = speech.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (speech[middle]!.start <= span.start) low = middle;
    else high = middle - 1;
  }
  // One may stand within another.
  return [low, low - 1].some(at => at >= 0 && contains(speech[at]!, span));
}

/** Are the whole texts of all of them among the passages? */
export function areComplete(cited: readonly string[], passages: readonly CitedPassage[]): boolean {
  return cited.every(id => passages.some(({ source, passage }) => source === id && passage.whole));
}

/** What is longer is no sentence, and would be read again for each of its dates and names. */
export const LONGEST_SENTENCE = 2_000;

interface Known<V> {
  readonly origins: readonly object[];
  readonly verdict: V;
}

const MOST_VERDICTS = 2_000;

/**
 * Keeps verdicts for as long as the texts of the cited sources are the same: a draft that is typed asks for the same ones again and again.
 * `key` names what is asked, with all of the draft that the verdict rests on. Undefined where no text of the sources is known.
 */
export function createVerdicts<V>(): (cited: readonly string[], key: string, analysis: Analysis, compute: (passages: readonly CitedPassage[]) => V) => V | undefined {
  const known = new WeakMap<object, Map<string, Known<V>>>();
  return (cited, key, analysis, compute) => {
    const passages = cited.flatMap(source => passagesOf(source, analysis).map(passage => ({ source, passage })));
    const [first] = passages;
    if (!first) return undefined;
    const origins = passages.map(({ passage }) => passage.origin);
    let verdicts = known.get(first.passage.origin);
    if (!verdicts) known.set(first.passage.origin, (verdicts = new Map()));
    const whole = `${cited.join(' ')}\n${key}`;
    const before = verdicts.get(whole);
    if (before?.origins.length === origins.length && before.origins.every((origin, i) => origin === origins[i])) return before.verdict;
    if (verdicts.size >= MOST_VERDICTS) verdicts.clear();
    const verdict = compute(passages.map(one => ({ ...one, reading: readingOf(one.passage) })));
    verdicts.set(whole, { origins, verdict });
    return verdict;
  };
}
