// Finds a quotation in the text of its source: word for word, nearly, or not at all.
import searchApproximately from 'approx-string-match';
import { diffArrays } from 'diff';
import { splitSentences } from '../../language/sentences.ts';
import type { Span } from '../../span.ts';

export type QuoteMatch =
  /** The source has the words, but for what an editor may change: see `matchQuote`. */
  | { readonly kind: 'exact' }
  /** The source has words like these: `text` is its own wording, `span` where it stands in the text that was given. */
  | { readonly kind: 'near'; readonly text: string; readonly span: Span; readonly changes: readonly WordChange[] }
  | { readonly kind: 'absent' };

/** Words of the source and what the quotation has in their place; either may be empty. */
export interface WordChange {
  readonly source: string;
  readonly quoted: string;
}

/** A quotation may differ from its source in a quarter of its letters and still be taken for the same. */
const TOLERANCE = 0.3;
/** Wordings that differ in more words than this are not compared word by word. */
const MOST_CHANGES = 1_000;
/** Longer patterns are cut: the search takes time in proportion to pattern times text. */
const PATTERN_LIMIT = 600;

/**
 * Looks for quoted words in a passage. Faithful are: other quotation marks, dashes, case and punctuation, an ellipsis for words left out, and a bracketed
 * insertion with or in place of words. A whole match wins over a near one, a nearer over a farther.
 */
export function matchQuote(quoted: string, passage: string | PreparedPassage): QuoteMatch {
  const parts = quoteParts(quoted);
  if (parts.length === 0) return { kind: 'exact' };
  const { text, words } = typeof passage === 'string' ? preparePassage(passage) : passage;
  if (holdsInOrder(words.joined, parts)) return { kind: 'exact' };
  return nearMatch(parts, words, text);
}

/** Where a passage has the words of a quotation for which `matchQuote` gives 'exact': from the first of them to the last, in the passage's text. Undefined for any other. */
export function locateQuote(quoted: string, { text, words }: PreparedPassage): Span | undefined {
  let at = 0;
  let first: number | undefined;
  for (const part of quoteParts(quoted)) {
    const found = words.joined.indexOf(part, at);
    if (found < 0) return undefined;
    first ??= found + 1;
    at = found + part.length - 1;
  }
  if (first === undefined) return undefined;
  const inside = words.words.filter(w => w.at >= first && w.at < at);
  const last = inside.at(-1);
  if (!last) return undefined;
  // With the mark that closes its sentence.
  return { start: inside[0]!.start, end: last.end + (/^[.!?…]/u.test(text.slice(last.end, last.end + 1)) ? 1 : 0) };
}

/** Does every sentence of a quotation, and every stretch between its ellipses, stand word for word in one excerpt or another, though no single one holds them all? */
export function isGathered(quoted: string, excerpts: readonly PreparedPassage[]): boolean {
  const parts = splitSentences(quoted).flatMap(s => quoteParts(quoted.slice(s.start, s.end)));
  const holders = parts.map(part => excerpts.filter(e => e.words.joined.includes(part)));
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
}

export function preparePassage(text: string): PreparedPassage {
  return { text, words: normalize(text) };
}

/** Do two quotations give the same words, or one a part of the other's? */
export function sameWords(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return holdsInOrder(normalize(long).joined, quoteParts(short)) || holdsInOrder(normalize(short).joined, quoteParts(long));
}

/** The words of a text in small letters, marks and punctuation left out. */
export function quoteWords(text: string): string[] {
  return normalize(text).words.map(w => w.word);
}

/** How one wording differs from another, word by word. */
export function compareWords(source: string, quoted: string): WordChange[] {
  const a = normalize(source).words;
  const b = normalize(quoted).words;
  const changes: WordChange[] = [];
  let i = 0;
  let j = 0;
  let pending: { source: string[]; quoted: string[] } | undefined;
  const flush = () => {
    if (pending) changes.push({ source: pending.source.join(' '), quoted: pending.quoted.join(' ') });
    pending = undefined;
  };
  for (const part of diffArrays(a.map(w => w.word), b.map(w => w.word), { maxEditLength: MOST_CHANGES }) ?? []) {
    const count = part.value.length;
    if (part.removed) {
      (pending ??= { source: [], quoted: [] }).source.push(...a.slice(i, i + count).map(w => source.slice(w.start, w.end)));
      i += count;
    } else if (part.added) {
      (pending ??= { source: [], quoted: [] }).quoted.push(...b.slice(j, j + count).map(w => quoted.slice(w.start, w.end)));
      j += count;
    } else {
      flush();
      i += count;
      j += count;
    }
  }
  flush();
  return changes;
}

export interface Normal {
  /** The words with a space before, between and after them. */
  readonly joined: string;
  /** Each with its place in the text, and that in `joined`. */
  readonly words: readonly (Span & { readonly word: string; readonly at: number })[];
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.,](?=[\p{L}\p{N}]))*/gu;

function normalize(text: string): Normal {
  const words: (Span & { word: string; at: number })[] = [];
  let joined = ' ';
  for (const match of text.matchAll(WORD)) {
    const word = match[0].normalize('NFC').toLowerCase().replaceAll('’', "'");
    words.push({ start: match.index, end: match.index + match[0].length, word, at: joined.length });
    joined += `${word} `;
  }
  return { joined, words };
}

/** The stretches of a quotation between ellipses and bracketed insertions, normalized. */
function quoteParts(quoted: string): string[] {
  return quoted
    .replace(/\[(\p{L})\](?=\p{L})/gu, '$1')
    .replace(/[\p{L}'’]{0,30}\[[^\]]{0,200}\][\p{L}'’]{0,30}/gu, ' … ')
    .split(/…|\.\s?\.\s?\.|\u2026/u)
    .map(part => normalize(part).joined)
    .filter(part => part.length > 1);
}

function holdsInOrder(joined: string, parts: readonly string[]): boolean {
  let at = 0;
  for (const part of parts) {
    const found = joined.indexOf(part, at);
    if (found < 0) return false;
    // The space behind the last word is the one before the next.
    at = found + part.length - 1;
  }
  return true;
}

function nearMatch(parts: readonly string[], text: Normal, passage: string): QuoteMatch {
  // Of a quotation with words left out the longest stretch that is not there word for word is looked for.
  const missing = parts.filter(part => parts.length === 1 || !text.joined.includes(part)).map(part => part.trim());
  const candidate = missing.reduce((a, b) => (b.length > a.length ? b : a), '');
  const pattern = candidate.slice(0, PATTERN_LIMIT);
  // Of short fragments a quarter of the letters is another word.
  if (pattern.split(' ').length < 4) return { kind: 'absent' };
  const matches = searchApproximately(text.joined, pattern, Math.min(256, Math.floor(pattern.length * TOLERANCE)));
  const best = matches.reduce<(typeof matches)[number] | undefined>((a, b) => (a === undefined || b.errors < a.errors ? b : a), undefined);
  if (!best) return { kind: 'absent' };
  const inside = text.words.filter(w => w.at < best.end && w.at + w.word.length > best.start);
  const first = inside[0];
  const last = inside.at(-1);
  if (!first || !last) return { kind: 'absent' };
  const span = { start: first.start, end: last.end };
  const found = passage.slice(span.start, span.end);
  const changes = compareWords(found, candidate);
  // Letters in common are not words in common.
  const length = candidate.split(' ').length;
  const kept = length - changes.reduce((n, c) => n + (c.quoted === '' ? 0 : c.quoted.split(' ').length), 0);
  return kept < length / 2 || changes.length === 0 ? { kind: 'absent' } : { kind: 'near', text: found, span, changes };
}
