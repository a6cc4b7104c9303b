// Pairs of quotations in one draft that give the same words differently.
import { splitSentences } from '../../language/sentences.ts';
import type { Span } from '../../span.ts';
import type { Analysis, Quote } from '../analysis.ts';
import { quoteWords, sameWords } from './quote-match.ts';

/** A quoted sentence. The span is that of its quotation; `words` are those of the sentence alone, in the draft, without marks. */
export interface QuoteUnit extends Span {
  readonly text: string;
  readonly words: Span;
  readonly quote: Quote;
}

/** Shorter ones are turns of phrase that come back. */
const LEAST_WORDS = 7;
const LONG = 8;
/** How many of the words two wordings share, in order: fewer, and they are two statements with a common frame. */
const SHARED_LONG = 0.66;
const SHARED_SHORT = 0.8;
/** So many earlier sentences with the same three words are remembered, and so many in all are compared. */
const BUCKET = 6;
const CANDIDATES = 12;

/** Every pair in the order of the second one; a quotation repeated word for word, or in part, is none. Linear but for the bounded comparisons. */
export function findVariants(analysis: Analysis): (readonly [QuoteUnit, QuoteUnit])[] {
  const pairs: (readonly [QuoteUnit, QuoteUnit])[] = [];
  const byTrigram = new Map<string, number[]>();
  const units: { unit: QuoteUnit; words: readonly string[] }[] = [];
  for (const unit of collectUnits(analysis)) {
    const words = quoteWords(unit.text).slice(0, 80);
    if (words.length < LEAST_WORDS) continue;
    const candidates = new Set<number>();
    for (let i = 0; i + 2 < words.length; i++) {
      const key = `${words[i]} ${words[i + 1]} ${words[i + 2]}`;
      const bucket = byTrigram.get(key) ?? [];
      for (const other of bucket) candidates.add(other);
      if (bucket.at(-1) !== units.length) bucket.push(units.length);
      if (bucket.length > BUCKET) bucket.shift();
      byTrigram.set(key, bucket);
    }
    candidates.delete(units.length);
    for (const index of [...candidates].slice(-CANDIDATES)) {
      const other = units[index]!;
      if (isVariant(other, { unit, words }, analysis)) pairs.push([other.unit, unit]);
    }
    units.push({ unit, words });
  }
  return pairs;
}

interface Read {
  readonly unit: QuoteUnit;
  readonly words: readonly string[];
}

function isVariant(a: Read, b: Read, analysis: Analysis): boolean {
  if (a.unit.quote === b.unit.quote) return false;
  // Who goes on in the same figure of speech repeats on purpose.
  if (a.unit.quote.leaf === b.unit.quote.leaf || (b.unit.quote.attribution !== undefined && a.unit.quote.attribution === b.unit.quote.attribution)) return false;
  if (differentSpeakers(a.unit.quote, b.unit.quote, analysis)) return false;
  if (sameWords(a.unit.text, b.unit.text)) return false;
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (long.length > short.length * 1.6) return false;
  return commonWords(short, long) >= Math.ceil(short.length * (short.length >= LONG ? SHARED_LONG : SHARED_SHORT)) && commonWords(short, long) >= long.length * 0.6;
}

function differentSpeakers(a: Quote, b: Quote, { attributions, draft }: Analysis): boolean {
  const one = speaker(a);
  const other = speaker(b);
  return one !== undefined && other !== undefined && one !== other;
  function speaker(quote: Quote): string | undefined {
    const attribution = quote.attribution === undefined ? undefined : attributions[quote.attribution];
    if (!attribution?.source) return undefined;
    const source = draft.text.slice(attribution.source.start, attribution.source.end);
    // Only a name tells two speakers apart; "she" or "the coach" may be anyone.
    if (/^(?:he|she|they|it|i|we|who)$/i.test(source)) return undefined;
    const words = attribution.speaker ?? source;
    const name = /\p{Lu}[\p{L}’'-]+$/u.exec(words.replace(/['’]s\b.*$/su, ''))?.[0];
    return name;
  }
}

/** Length of the longest common subsequence of words. */
function commonWords(a: readonly string[], b: readonly string[]): number {
  let row = new Uint16Array(b.length + 1);
  for (const word of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j++) next[j + 1] = word === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!);
    row = next;
  }
  return row[b.length]!;
}

function* collectUnits({ quotes }: Analysis): Generator<QuoteUnit> {
  for (const quote of quotes) {
    if (quote.use !== 'speech') continue;
    const { leaf } = quote;
    const from = leaf.toProse(quote.inner.start);
    for (const sentence of splitSentences(quote.text)) {
      const text = quote.text.slice(sentence.start, sentence.end);
      yield { start: quote.start, end: quote.end, text, quote, words: leaf.toSource({ start: from + sentence.start, end: from + sentence.end }) };
    }
  }
}
