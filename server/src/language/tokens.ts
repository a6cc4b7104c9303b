// Words, numbers and punctuation of a text, with offsets; abbreviations keep their full stop.
import type { Span } from '../span.ts';
import { abbreviationKind } from './abbreviations.ts';

export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'mark';
  /** As written, an abbreviation with its full stop: `U.S.`, `Mr.`, `don’t`, `32`, `,`. */
  readonly text: string;
  /** In small letters, with straight apostrophes: what word lists are compared with. */
  readonly lower: string;
  /** Does it begin with a capital letter? */
  readonly capital: boolean;
}

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.,'’&@_/-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*|''|[^\s]/gu;

/**
 * The tokens of `text` from `start` to `end`, which should be a sentence: its last full stop is a token of its own. Linear time.
 * No more than `most` are read. A possessive or contraction is one token with its word (`Ohm’s`, `don’t`); so are hyphened words and numbers with their separators (`1,284.50`).
 */
export function tokenize(text: string, start = 0, end = text.length, most = Infinity): Token[] {
  const tokens: Token[] = [];
  let at = start;
  while (at < end && tokens.length < most) {
    const from = skipSpace(text, at, end);
    if (from >= end) break;
    let to = asciiEnd(text, from);
    if (to === -1) {
      TOKEN.lastIndex = from;
      const match = TOKEN.exec(text);
      if (match === null || match.index >= end) break;
      // A space that no keyboard has was skipped.
      if (match.index > from) {
        at = match.index;
        continue;
      }
      to = match.index + match[0].length;
    }
    if (to > end) to = end;
    let word = text.slice(from, to);
    const kind = kindOf(word);
    if (kind === 'word' && text.charCodeAt(to) === FULL_STOP && to + 1 < end && word.length <= 12 && abbreviationKind(word) !== undefined) {
      to++;
      word += '.';
    }
    at = to;
    const lower = kind === 'word' ? word.toLowerCase() : word;
    tokens.push({ start: from, end: to, kind, text: word, lower: lower.includes('’') ? lower.replaceAll('’', "'") : lower, capital: kind === 'word' && isCapital(word) });
  }
  return tokens;
}

function skipSpace(text: string, at: number, end: number): number {
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code !== SPACE && (code < 9 || code > 13)) break;
    at++;
  }
  return at;
}

/** Where the token of ASCII characters at `at` ends; -1 where another character has a part in it, which the pattern reads. */
function asciiEnd(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first > 127) return -1;
  if (!isAlphanumeric(first)) return first === APOSTROPHE && text.charCodeAt(at + 1) === APOSTROPHE ? at + 2 : at + 1;
  for (let i = at + 1; ; i++) {
    const code = text.charCodeAt(i);
    if (isAlphanumeric(code)) continue;
    if (code > 127 ? code === CURLY : CONNECTORS.has(code)) {
      const next = text.charCodeAt(i + 1);
      if (next > 127) return -1;
      if (isAlphanumeric(next)) continue;
      return i;
    }
    // The end of the text is no number.
    return code > 127 ? -1 : i;
  }
}

function isAlphanumeric(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

const SPACE = 32;
const APOSTROPHE = 39;
const CURLY = 0x2019;
const CONNECTORS: ReadonlySet<number> = new Set([...".,'&@_/-"].map(c => c.charCodeAt(0)));
const FULL_STOP = 46;

function kindOf(word: string): Token['kind'] {
  const code = word.charCodeAt(0);
  if (code >= 48 && code <= 57) return 'number';
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? 'word' : 'mark';
  return /^\p{L}/u.test(word) ? 'word' : 'mark';
}

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word);
}

/** The word without a possessive ending: `Ohm’s` -> `Ohm`, `ministers’` stays, for its apostrophe is a token of its own. */
export function bareWord(token: Token): string {
  return /['’]s$/iu.test(token.text) ? token.text.slice(0, -2) : token.text;
}
