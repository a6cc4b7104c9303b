// Finds the words of a quotation in a long text: word for word with what an ellipsis or a bracket may stand for, and where words like them stand.
import { hasNegation, numbersIn, wordAt, wordsBetween, type Normal, type QuotePart } from './quote-words.ts';

/** Words of the source, from one index to another (exclusive). `altered`: what an ellipsis or a bracket hides turns the sense, or changes a number. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly altered?: Altered;
}

/** The words left out at an ellipsis or bracket (by index, the end exclusive), and what stands in their place. */
export interface Altered {
  readonly from: number;
  readonly to: number;
  readonly inserted: readonly string[];
}

/** Words that an ellipsis may stand for between long stretches, and where one of them is so short that it stands everywhere. */
const MOST_OMITTED = 1_000;
const MOST_OMITTED_SHORT = 60;
const SHORT = 4;
/** Words in whose place a bracket may stand. */
const MOST_REPLACED = 15;
/** So few words with a "not" among them, and it is the "not" that was left out. */
const FEW = 3;
/** Letters of a word with its blank, to be on the safe side. */
const LONGEST_WORD = 14;
const MOST_PLACES = 300;

/** Where all parts stand, in order. A place where nothing is altered wins over one where something is. */
export function findParts(parts: readonly QuotePart[], text: Normal): Found | undefined {
  const anchor = parts.reduce((best, part, i) => (part.words.length > parts[best]!.words.length ? i : best), 0);
  let altered: Found | undefined;
  for (const words of formsOf(parts[anchor]!)) {
    let place = text.joined.indexOf(words);
    for (let tries = 0; place >= 0 && tries < MOST_PLACES; tries++) {
      const found = chainFrom(parts, anchor, place, words, text);
      if (found && !found.altered) return found;
      altered ??= found;
      place = text.joined.indexOf(words, place + 1);
    }
  }
  return altered;
}

/** Do all parts stand somewhere, in whatever order? */
export function holdsPart(part: QuotePart, text: Normal): boolean {
  return formsOf(part).some(words => text.joined.includes(words));
}

function formsOf({ words, closed }: QuotePart): readonly string[] {
  return closed === undefined ? [words] : [words, closed];
}

/** Goes from the longest part, found at a place, to those before and behind it. */
function chainFrom(parts: readonly QuotePart[], anchor: number, place: number, anchorWords: string, text: Normal): Found | undefined {
  let start = place;
  let end = place + anchorWords.length - 1;
  let altered: Altered | undefined;
  for (let i = anchor + 1; i < parts.length; i++) {
    const part = parts[i]!;
    const most = mostBetween(parts[i - 1]!, part);
    const window = text.joined.slice(end, end + most * LONGEST_WORD + part.words.length);
    const hit = firstOf(formsOf(part).map(words => ({ at: window.indexOf(words), length: words.length })));
    if (!hit) return undefined;
    const gap = gapBetween(end + 1, end + hit.at + 1, part, most, text);
    if (gap === undefined) return undefined;
    altered ??= gap.altered;
    end += hit.at + hit.length - 1;
  }
  for (let i = anchor - 1; i >= 0; i--) {
    const [part, next] = [parts[i]!, parts[i + 1]!];
    const most = mostBetween(part, next);
    const from = Math.max(0, start + 1 - most * LONGEST_WORD - part.words.length);
    const window = text.joined.slice(from, start + 1);
    const hit = formsOf(part).map(words => ({ at: window.lastIndexOf(words), length: words.length })).reduce((a, b) => (b.at > a.at ? b : a));
    if (hit.at < 0) return undefined;
    const gap = gapBetween(from + hit.at + hit.length, start + 1, next, most, text);
    if (gap === undefined) return undefined;
    altered ??= gap.altered;
    start = from + hit.at;
  }
  return { from: wordAt(text, start + 1), to: wordAt(text, end + 1), ...(altered ? { altered } : {}) };
}

function firstOf(hits: readonly { readonly at: number; readonly length: number }[]): { readonly at: number; readonly length: number } | undefined {
  return hits.filter(({ at }) => at >= 0).reduce<{ readonly at: number; readonly length: number } | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined);
}

function mostBetween(before: QuotePart, part: QuotePart): number {
  if (part.after === 'bracket') return MOST_REPLACED;
  return Math.min(before.count, part.count) < SHORT ? MOST_OMITTED_SHORT : MOST_OMITTED;
}

/** What stands in the source between two parts, by places of `joined`; undefined where it is more than may be left out. */
function gapBetween(start: number, end: number, part: QuotePart, most: number, text: Normal): { readonly altered?: Altered } | undefined {
  const from = wordAt(text, start);
  const to = wordAt(text, end);
  if (to - from > most) return undefined;
  const omitted = wordsBetween(text, from, to);
  const { inserted } = part;
  const turns = part.after === 'bracket' || inserted.length > 0
    ? hasNegation(omitted) !== hasNegation(inserted) && omitted.length <= MOST_REPLACED || (numbersIn(inserted).length > 0 && numbersIn(omitted).length > 0 && String(numbersIn(inserted)) !== String(numbersIn(omitted)))
    : omitted.length <= FEW && hasNegation(omitted);
  return turns ? { altered: { from, to, inserted } } : {};
}

// --- words like these -------------------------------------------------------------------------------

/** Where each word stands, by index. */
export type WordIndex = ReadonlyMap<string, readonly number[]>;

/** Of words that stand everywhere so many places are kept. */
const MOST_KEPT = 2_000;

export function indexWords(text: Normal): WordIndex {
  const index = new Map<string, number[]>();
  let i = 0;
  for (const word of wordsBetween(text, 0, text.count)) {
    const places = index.get(word);
    if (!places) index.set(word, [i]);
    else if (places.length < MOST_KEPT) places.push(i);
    i++;
  }
  return index;
}

/** As many stretches of the text as are compared letter by letter. */
const MOST_WINDOWS = 3;

/**
 * Stretches of the text, as word indices, that share the most and the rarest words with a pattern, in like order; the best first.
 * In proportion to the places of the pattern's words, not to the text.
 */
export function findWindows(pattern: readonly string[], text: Normal, index: WordIndex): { readonly from: number; readonly to: number }[] {
  const size = pattern.length;
  if (text.count <= size * 4 + 200) return [{ from: 0, to: text.count }];
  const step = Math.max(8, size >> 1);
  const votes = new Map<number, number>();
  for (const [i, word] of pattern.entries()) {
    const places = index.get(word);
    if (!places) continue;
    const weight = 1 / Math.log2(2 + places.length);
    for (const place of places) {
      const bucket = Math.floor((place - i) / step);
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
    }
  }
  // Words that stand on both sides of a border between buckets count for both.
  const scores = [...votes.keys()].map(bucket => ({ bucket, score: votes.get(bucket)! + Math.max(votes.get(bucket - 1) ?? 0, votes.get(bucket + 1) ?? 0) }));
  const best: typeof scores = [];
  for (const one of scores) {
    if (best.length === MOST_WINDOWS && one.score <= best.at(-1)!.score) continue;
    best.push(one);
    best.sort((a, b) => b.score - a.score || a.bucket - b.bucket);
    if (best.length > MOST_WINDOWS) best.pop();
  }
  return best.map(({ bucket }) => ({ from: Math.max(0, (bucket - 1) * step - 4), to: Math.min(text.count, (bucket + 2) * step + size + 4) }));
}
