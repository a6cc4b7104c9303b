// Words cut to what their forms share.
import { isPlural, singular } from '../../language/quantities/nouns.ts';
import type { Token } from '../../language/quantities/tokens.ts';

/** A word cut to what its forms share: plural, -s, -ed, -ing are taken off. */
export function stem(token: Pick<Token, 'lower'>): string {
  const word = token.lower.replace(/['’]s?$/, '');
  const one = isPlural(word) ? singular(word) : word;
  if (one.length > 5 && one.endsWith('ing')) return undouble(one.slice(0, -3));
  if (one.length > 4 && one.endsWith('ed')) return undouble(one.slice(0, -2));
  return one.length > 3 && one.endsWith('e') ? one.slice(0, -1) : one;
}

function undouble(word: string): string {
  return /([bdgklmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}
