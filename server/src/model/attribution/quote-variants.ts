// Pairs of quotations in one draft that give the same words differently.
import { splitSentences } from '../../language/sentences.ts';
import type { Span } from '../../span.ts';
import type { LeafContent } from '../../draft/draft.ts';
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
/** What nobody is said to speak has at least so many characters, or too few words. */
const LEAST_LENGTH = 25;
/** Of a sentence as short as this the wordings differ in endings and contractions alone: "does not", "doesn't". */
const FEWEST_WORDS = 5;
const LONG = 8;
/** How many of the words two wordings share, in order: fewer, and they are two statements with a common frame. */
const SHARED_LONG = 0.66;
const SHARED_SHORT = 0.8;
/** So many earlier sentences with the same three words are remembered, and so many in all are compared. */
const BUCKET = 6;
const CANDIDATES = 12;

const known = new WeakMap<readonly Quote[], readonly (readonly [QuoteUnit, QuoteUnit])[]>();

/** Every pair in the order of the second one; a quotation repeated word for word, or in part, is none. Linear but for the bounded comparisons. */
export function findVariants(analysis: Analysis): readonly (readonly [QuoteUnit, QuoteUnit])[] {
  let pairs = known.get(analysis.quotes);
  if (!pairs) known.set(analysis.quotes, (pairs = compareAll(analysis)));
  return pairs;
}

function compareAll(analysis: Analysis): (readonly [QuoteUnit, QuoteUnit])[] {
  const pairs: (readonly [QuoteUnit, QuoteUnit])[] = [];
  const byTrigram = new Map<string, number[]>();
  const units: Read[] = [];
  for (const read of collectUnits(analysis)) {
    const candidates = new Set<number>();
    for (const key of read.trigrams) {
      let bucket = byTrigram.get(key);
      if (!bucket) byTrigram.set(key, (bucket = []));
      for (const other of bucket) candidates.add(other);
      if (bucket.at(-1) !== units.length) bucket.push(units.length);
      if (bucket.length > BUCKET) bucket.shift();
    }
    candidates.delete(units.length);
    for (const index of [...candidates].slice(-CANDIDATES)) {
      const other = units[index]!;
      if (isVariant(other, read)) pairs.push([other.unit, read.unit]);
    }
    units.push(read);
  }
  return pairs;
}

/** A quoted sentence as it is compared; what hangs on its words alone is kept by its leaf. */
interface Wording {
  /** In the quotation. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly words: readonly string[];
  /** Every three words that follow each other. */
  readonly trigrams: readonly string[];
  /** Has it so few words that it may be a turn of phrase? */
  readonly short: boolean;
}

interface Read extends Wording {
  readonly unit: QuoteUnit;
  /** By name, where the draft gives one. */
  readonly speaker: string | undefined;
}

function isVariant(a: Read, b: Read): boolean {
  if (a.unit.quote === b.unit.quote || a.unit.quote.use === 'other' && b.unit.quote.use === 'other') return false;
  // Who goes on in the same figure of speech repeats on purpose.
  if (a.unit.quote.leaf === b.unit.quote.leaf || (b.unit.quote.attribution !== undefined && a.unit.quote.attribution === b.unit.quote.attribution)) return false;
  if (a.speaker !== undefined && b.speaker !== undefined && a.speaker !== b.speaker) return false;
  if (a.text === b.text || sameWords(a.text, b.text)) return false;
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  const unspoken = a.unit.quote.use !== b.unit.quote.use;
  if (a.short || b.short) return !unspoken && short.length === long.length && short.every((word, i) => word === long[i]) && endings(a.text) !== endings(b.text);
  // Words that nobody is said to speak may be those of a sign or a title: only nearly the same ones are the same.
  if (unspoken) return commonWords(short, long) >= Math.ceil(long.length * SHARED_SHORT);
  if (isFragment(a.words === short ? a : b) && holdsWording(long, short)) return true;
  if (long.length > short.length * 1.6) return false;
  return commonWords(short, long) >= Math.ceil(short.length * (short.length >= LONG ? SHARED_LONG : SHARED_SHORT)) && commonWords(short, long) >= long.length * 0.6;
}

/** "It was ‘a slow leak, year after year’": no sentence of its own, and perhaps part of one elsewhere. */
function isFragment({ text }: Wording): boolean {
  return /^\p{Ll}/u.test(text);
}

/** Does a stretch of the longer wording begin and end as the shorter one does, and share three words of four with it? */
function holdsWording(long: readonly string[], short: readonly string[]): boolean {
  if (long.length < short.length + 2) return false;
  let tried = 0;
  for (const [i, word] of long.entries()) {
    if (word !== short[0]) continue;
    if (tried++ === STARTS) break;
    const end = long.lastIndexOf(short.at(-1)!, i + short.length + 2) + 1;
    if (end - i >= short.length - 2 && commonWords(short, long.slice(i, end)) >= short.length * 0.75) return true;
  }
  return false;
}

/** So many places are tried. */
const STARTS = 4;

/** A word without the "s" of a plural or of the third person, a contraction as its two words. */
function foldWord(word: string): string[] {
  return foldContraction(word).map(withoutEnding);
}

function foldContraction(word: string): string[] {
  const [, head, tail] = /^(.+?)(n['’]t|['’](?:re|ve|ll|m|d|s))$/u.exec(word) ?? [];
  return head === undefined ? [word] : [IRREGULAR.get(word.replace('’', "'")) ?? head, TAILS.get(tail!.replace('’', "'")) ?? tail!];
}

/** The words without their contractions: to say "we are" for "we're" is not to quote anew. */
function endings(text: string): string {
  return quoteWords(text).flatMap(word => foldContraction(word)).join(' ');
}

function withoutEnding(word: string): string {
  return word.length > 3 && /[^s]s$/u.test(word) ? (word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)) : word;
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([["can't", 'can'], ["won't", 'will'], ["shan't", 'shall']]);
const TAILS: ReadonlyMap<string, string> = new Map([["n't", 'not'], ["'re", 'are'], ["'ve", 'have'], ["'ll", 'will'], ["'m", 'am'], ["'s", 'is'], ["'d", 'would']]);

/** The last word of the speaker's name. Only a name tells two speakers apart; "she" or "the coach" may be anyone. */
function speakerOf(quote: Quote, { attributions, draft }: Analysis): string | undefined {
  const attribution = quote.attribution === undefined ? undefined : attributions[quote.attribution];
  if (!attribution?.source) return undefined;
  const source = draft.text.slice(attribution.source.start, attribution.source.end);
  if (/^(?:he|she|they|it|i|we|who)$/i.test(source)) return undefined;
  // "said the minister, Ada Brandt"
  const behind = /^\p{Ll}/u.test(source.split(/\s/u).at(-1)!) ? /^,\s+((?:\p{Lu}(?:\.|[\p{L}’'-]*) ){1,3}\p{Lu}[\p{L}’'-]+)/u.exec(draft.text.slice(attribution.source.end, attribution.source.end + 60))?.[1] : undefined;
  const last = (attribution.speaker ?? behind ?? source).replace(/['’]s\b.*$/su, '').split(/[^\p{L}’'-]/u).at(-1)!;
  return /\p{Lu}[\p{L}’'-]+$/u.exec(last)?.[0];
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

function* collectUnits(analysis: Analysis): Generator<Read> {
  for (const quote of analysis.quotes) {
    const { leaf } = quote;
    if (quote.use === 'other' && quote.text.length < LEAST_LENGTH) continue;
    const from = leaf.toProse(quote.inner.start);
    const wordings = wordingsOf(quote.text, leaf.content, from);
    if (wordings.length === 0) continue;
    const speaker = speakerOf(quote, analysis);
    for (const wording of wordings) {
      const words = leaf.toSource({ start: from + wording.start, end: from + wording.end });
      yield { ...wording, unit: { start: quote.start, end: quote.end, text: wording.text, quote, words }, speaker };
    }
  }
}

const wordingsByLeaf = new WeakMap<LeafContent, Map<number, { readonly text: string; readonly wordings: readonly Wording[] }>>();

/** The sentences of a quotation that begins at a place of its leaf, but those too short to be compared. */
function wordingsOf(quoted: string, content: LeafContent, from: number): readonly Wording[] {
  let ofLeaf = wordingsByLeaf.get(content);
  if (!ofLeaf) wordingsByLeaf.set(content, (ofLeaf = new Map()));
  let found = ofLeaf.get(from);
  if (found?.text !== quoted) ofLeaf.set(from, (found = { text: quoted, wordings: splitSentences(quoted).flatMap(({ start, end }) => readWording(quoted.slice(start, end), start)) }));
  return found!.wordings;
}

function readWording(text: string, start: number): Wording[] {
  const plain = quoteWords(text).slice(0, 80);
  if (plain.length < FEWEST_WORDS) return [];
  const words = plain.flatMap(foldWord);
  const trigrams: string[] = [];
  for (let i = 0; i + 2 < words.length; i++) trigrams.push(`${words[i]} ${words[i + 1]} ${words[i + 2]}`);
  return [{ start, end: start + text.length, text, words, trigrams, short: plain.length < LEAST_WORDS }];
}
