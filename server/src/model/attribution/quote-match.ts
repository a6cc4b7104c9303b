// Does a passage hold the words of a quotation: exactly, nearly (with the difference word by word), or not at all?
import searchApproximately from 'approx-string-match';
import { diffArrays } from 'diff';
import { splitSentences } from '../../language/sentences.ts';
import type { Span } from '../../span.ts';
import { findParts, findWindows, holdsPart, indexWords, type Found, type WordIndex } from './quote-search.ts';
import { normalize, quoteParts, spanOfWords, spokenText, wordAt, wordsBetween, type Normal, type QuotePart } from './quote-words.ts';

export type QuoteMatch =
  /** The source has the words, but for what an editor may change: see `matchQuote`. `span` is where, in the text that was given; a quotation without words stands nowhere. */
  | { readonly kind: 'exact'; readonly span?: Span }
  /** The source has words like these: `text` is its own wording, `span` where it stands in the text that was given. */
  | { readonly kind: 'near'; readonly text: string; readonly span: Span; readonly changes: readonly WordChange[] }
  | { readonly kind: 'absent' };

/** Words of the source and what the quotation has in their place; either may be empty. */
export interface WordChange {
  readonly source: string;
  readonly quoted: string;
}

/** A quotation may differ from its source in a third of its letters and still be taken for the same. */
const TOLERANCE = 0.3;
/** Wordings that differ in more words than this are not compared word by word. */
const MOST_CHANGES = 1_000;
/** Longer patterns are looked for by their two ends: the search takes time in proportion to pattern times text. */
const PATTERN_LIMIT = 600;
const END_LENGTH = 250;
/** Of fewer words a quarter of the letters is another word. */
const FEWEST_WORDS = 4;

/**
 * Looks for quoted words in a passage. Faithful are: other quotation marks, dashes, case and punctuation, a small number in digits, words parted at the end of a line,
 * who speaks left out between two stretches, an ellipsis for words left out, and a bracketed insertion with or in place of words. Not where these leave out or put in a "not", or change a number.
 * A whole match wins over a near one, a nearer over a farther.
 */
export function matchQuote(quoted: string, passage: string | PreparedPassage): QuoteMatch {
  const parts = quoteParts(quoted);
  if (parts.length === 0) return { kind: 'exact' };
  const prepared = typeof passage === 'string' ? preparePassage(passage) : passage;
  const found = findParts(parts, prepared.words);
  if (found && !found.altered) return { kind: 'exact', span: withEnd(spanOfWords(prepared.words, found.from, found.to), prepared.text) };
  const spoken = spokenPassage(prepared);
  const uninterrupted = spoken && findParts(parts, spoken.words);
  if (uninterrupted && !uninterrupted.altered) return { kind: 'exact', span: withEnd(spanOfWords(spoken.words, uninterrupted.from, uninterrupted.to), prepared.text) };
  if (found) return alteredMatch(found, prepared);
  if (uninterrupted) return withoutBlanks(alteredMatch(uninterrupted, spoken));
  return nearer(nearMatch(parts, prepared), spoken && withoutBlanks(nearMatch(parts, spoken)));
}

function nearer(a: QuoteMatch, b: QuoteMatch | undefined): QuoteMatch {
  return b?.kind === 'near' && (a.kind !== 'near' || sizeOf(b.changes) < sizeOf(a.changes)) ? b : a;
}

/** Of a passage with blanks for who speaks: the words alone. */
function withoutBlanks(match: QuoteMatch): QuoteMatch {
  return match.kind === 'near' ? { ...match, text: match.text.replace(/["”]?\s{2,}/g, ' ') } : match;
}

/** Does every sentence of a quotation, and every stretch between its ellipses, stand word for word in one excerpt or another, though no single one holds them all? */
export function isGathered(quoted: string, excerpts: readonly PreparedPassage[]): boolean {
  const parts = splitSentences(quoted).flatMap(s => quoteParts(quoted.slice(s.start, s.end)));
  const holders = parts.map(part => excerpts.filter(e => holdsPart(part, e.words)));
  return parts.length > 1 && holders.every(h => h.length > 0) && !excerpts.some(e => holders.every(h => h.includes(e)));
}

/** Has the quotation an ellipsis or a bracketed insertion? */
export function isAbridged(quoted: string): boolean {
  return quoteParts(quoted).length > 1 || quoted.includes('[');
}

/** A passage made ready to be searched more than once. */
export interface PreparedPassage {
  readonly text: string;
  readonly words: Normal;
  /** Made when words like those of a quotation are looked for. */
  index?: WordIndex;
  /** The same with blanks for those words that say who speaks, between two stretches of a quotation; null where there are none. */
  spoken?: PreparedPassage | null;
}

/** Made for the first quotation that does not stand there as it is. Places are those of the text. */
function spokenPassage(passage: PreparedPassage): PreparedPassage | undefined {
  if (passage.spoken === undefined) {
    const text = spokenText(passage.text);
    passage.spoken = text === undefined ? null : preparePassage(text);
  }
  return passage.spoken ?? undefined;
}

export function preparePassage(text: string): PreparedPassage {
  return { text, words: normalize(text) };
}

/** Do two quotations give the same words, or one a part of the other's? */
export function sameWords(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return holds(long, short) || holds(short, long);
}

function holds(text: string, quoted: string): boolean {
  const parts = quoteParts(quoted);
  const found = parts.length === 0 ? undefined : findParts(parts, normalize(text));
  return parts.length === 0 || (found !== undefined && !found.altered);
}

/** The words of a text in small letters, marks and punctuation left out. */
export function quoteWords(text: string): string[] {
  const words = normalize(text);
  return wordsBetween(words, 0, words.count);
}

/** How one wording differs from another, word by word. */
export function compareWords(source: string, quoted: string): WordChange[] {
  const a = normalize(source);
  const b = normalize(quoted);
  const changes: WordChange[] = [];
  let i = 0;
  let j = 0;
  let pending: { source: string[]; quoted: string[] } | undefined;
  const flush = () => {
    if (pending) changes.push({ source: pending.source.join(' '), quoted: pending.quoted.join(' ') });
    pending = undefined;
  };
  for (const part of diffArrays(wordsBetween(a, 0, a.count), wordsBetween(b, 0, b.count), { maxEditLength: MOST_CHANGES }) ?? []) {
    const count = part.value.length;
    if (part.removed) {
      for (let n = 0; n < count; n++) (pending ??= { source: [], quoted: [] }).source.push(written(source, a, i++));
    } else if (part.added) {
      for (let n = 0; n < count; n++) (pending ??= { source: [], quoted: [] }).quoted.push(written(quoted, b, j++));
    } else {
      flush();
      i += count;
      j += count;
    }
  }
  flush();
  return changes;
}

function written(text: string, words: Normal, index: number): string {
  return text.slice(words.starts[index], words.ends[index]);
}

/** With the mark that closes its sentence. */
function withEnd({ start, end }: Span, text: string): Span {
  return { start, end: end + (/^[.!?…]/u.test(text.slice(end, end + 1)) ? 1 : 0) };
}

function alteredMatch({ from, to, altered }: Found, { text, words }: PreparedPassage): QuoteMatch {
  const span = spanOfWords(words, from, to);
  const omitted = altered!.from === altered!.to ? '' : slice(text, spanOfWords(words, altered!.from, altered!.to));
  return { kind: 'near', text: slice(text, span), span, changes: [{ source: omitted.replace(/\s+/g, ' '), quoted: altered!.inserted.join(' ') }] };
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function nearMatch(parts: readonly QuotePart[], passage: PreparedPassage): QuoteMatch {
  // Of a quotation with words left out the longest stretch that is not there word for word is looked for.
  const missing = parts.length === 1 ? parts : parts.filter(part => !holdsPart(part, passage.words));
  const candidate = missing.reduce<QuotePart | undefined>((a, b) => (a && a.words.length >= b.words.length ? a : b), undefined);
  if (!candidate || candidate.count < FEWEST_WORDS) return candidate ? withoutStretch(parts, candidate, passage) : { kind: 'absent' };
  passage.index ??= indexWords(passage.words);
  const pattern = candidate.words.trim();
  let best: { readonly from: number; readonly to: number; readonly changes: readonly WordChange[]; readonly changed: number } | undefined;
  for (const window of findWindows(pattern.split(' '), passage.words, passage.index)) {
    const nearest = nearestIn(pattern, passage.words, window.from, window.to);
    if (!nearest) continue;
    const { stretch, changes } = withLastWords(nearest, pattern, passage);
    const changed = sizeOf(changes);
    // Letters in common are not words in common.
    const kept = candidate.count - changes.reduce((n, { quoted }) => n + wordCount(quoted), 0);
    if (kept >= candidate.count / 2 && changes.length > 0 && (!best || changed < best.changed)) best = { ...stretch, changes, changed };
  }
  if (!best) return { kind: 'absent' };
  const span = spanOfWords(passage.words, best.from, best.to);
  return { kind: 'near', text: slice(passage.text, span), span, changes: best.changes };
}

/** A short stretch is nowhere, and a long one beside it is there: the words are the source's but for that. */
function withoutStretch(parts: readonly QuotePart[], lost: QuotePart, { text, words }: PreparedPassage): QuoteMatch {
  const rest = parts.filter(part => part !== lost && part.count >= FEWEST_WORDS).toSorted((a, b) => b.count - a.count)[0];
  const found = rest && findParts([rest], words);
  if (!found) return { kind: 'absent' };
  const span = spanOfWords(words, found.from, found.to);
  return { kind: 'near', text: slice(text, span), span, changes: [{ source: '', quoted: lost.words.trim() }] };
}

/** The stretch between two word indices that is nearest to the pattern by its letters. */
function nearestIn(pattern: string, words: Normal, from: number, to: number): Stretch | undefined {
  const base = words.places[from] ?? 0;
  const window = words.joined.slice(base, to < words.count ? words.places[to]! - 1 : words.joined.length - 1);
  const search = (part: string, behind = 0) => searchApproximately(window.slice(behind), part, Math.min(256, Math.floor(part.length * TOLERANCE)))
    .reduce<{ start: number; end: number; errors: number } | undefined>((a, b) => (a === undefined || b.errors < a.errors ? b : a), undefined);
  let start: number;
  let end: number;
  if (pattern.length <= PATTERN_LIMIT) {
    const match = search(pattern);
    if (!match) return undefined;
    [start, end] = [match.start, match.end];
  } else {
    const head = search(pattern.slice(0, END_LENGTH));
    const tail = head && search(pattern.slice(-END_LENGTH), head.start);
    if (!head || !tail) return undefined;
    [start, end] = [head.start, head.start + tail.end];
  }
  // Words of which a part lies within.
  let first = wordAt(words, base + start);
  if (first > from && words.places[first]! > base + start && words.joined[base + start] !== ' ') first--;
  const last = wordAt(words, base + end);
  return last > first ? { from: first, to: last } : undefined;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where the last words of the pattern are not found, the words of the same sentence that stand in their place belong to the stretch. */
function withLastWords(stretch: Stretch, pattern: string, { text, words }: PreparedPassage): { readonly stretch: Stretch; readonly changes: readonly WordChange[] } {
  const changesOf = ({ from, to }: Stretch) => compareWords(slice(text, spanOfWords(words, from, to)), pattern);
  const changes = changesOf(stretch);
  const last = changes.at(-1);
  if (!last || last.source !== '' || !pattern.endsWith(last.quoted)) return { stretch, changes };
  const longer = { from: stretch.from, to: Math.min(words.count, stretch.to + wordCount(last.quoted)) };
  if (longer.to === stretch.to || /[.!?…]["”’]?\s/.test(slice(text, { start: words.ends[stretch.to - 1]!, end: words.starts[longer.to - 1]! }))) return { stretch, changes };
  const replaced = changesOf(longer);
  return sizeOf(replaced) <= sizeOf(changes) ? { stretch: longer, changes: replaced } : { stretch, changes };
}

function sizeOf(changes: readonly WordChange[]): number {
  return changes.reduce((n, { source, quoted }) => n + Math.max(wordCount(source), wordCount(quoted)), 0);
}

function wordCount(text: string): number {
  return text === '' ? 0 : text.split(' ').length;
}
