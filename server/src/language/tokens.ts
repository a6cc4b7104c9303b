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
 * A possessive or contraction is one token with its word (`Ohm’s`, `don’t`); so are hyphened words and numbers with their separators (`1,284.50`).
 */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = start;
  for (let match = TOKEN.exec(text); match !== null && match.index < end; match = TOKEN.exec(text)) {
    const from = match.index;
    let word = match[0];
    if (from + word.length > end) word = word.slice(0, end - from);
    const kind = kindOf(word);
    let to = from + word.length;
    if (kind === 'word' && text.charCodeAt(to) === FULL_STOP && to + 1 < end && word.length <= 12 && abbreviationKind(word) !== undefined) {
      to++;
      word += '.';
      TOKEN.lastIndex = to;
    }
    const lower = kind === 'word' ? word.toLowerCase() : word;
    tokens.push({ start: from, end: to, kind, text: word, lower: lower.includes('’') ? lower.replaceAll('’', "'") : lower, capital: kind === 'word' && isCapital(word) });
  }
  return tokens;
}

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
