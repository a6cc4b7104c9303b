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
    const first = word.codePointAt(0)!;
    const kind = isDigit(first) ? 'number' : /^\p{L}/u.test(word) ? 'word' : 'mark';
    let to = from + word.length;
    if (kind === 'word' && text[to] === '.' && to + 1 < end && word.length <= 12 && abbreviationKind(word) !== undefined) {
      to++;
      word += '.';
      TOKEN.lastIndex = to;
    }
    tokens.push({ start: from, end: to, kind, text: word, lower: word.toLowerCase().replaceAll('’', "'"), capital: kind === 'word' && /^\p{Lu}/u.test(word) });
  }
  return tokens;
}

/** The word without a possessive ending: `Ohm’s` -> `Ohm`, `ministers’` stays, for its apostrophe is a token of its own. */
export function bareWord(token: Token): string {
  return /['’]s$/iu.test(token.text) ? token.text.slice(0, -2) : token.text;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
