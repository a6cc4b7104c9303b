// How far the clause of a date reaches, and the noun that a relative clause tells of.
import { predicateOf, isAlsoNoun } from '../verbs.ts';
import { verbAt } from '../clause-parts.ts';
import type { Token } from '../../../language/quantities/tokens.ts';

export interface ClauseBounds {
  /** Its first token, and the one behind its last. */
  readonly first: number;
  readonly last: number;
  /** Where what a relative clause tells of is found: "the ferry, which sank on" begins at `from` with "the ferry". */
  readonly antecedent: { readonly from: number; readonly to: number } | undefined;
}

/** As far from its date, in tokens, a clause reaches. */
const LONGEST_CLAUSE = 22;
/** As far behind a conjunction its verb is looked for. */
const TO_VERB = 9;
/** As many tokens of what a relative clause tells of. */
const LONGEST_ANTECEDENT = 8;

/** The clause of the date that stands from token `at` until before `next`. */
export function clauseAround(tokens: readonly Token[], at: number, next: number): ClauseBounds {
  let first = at;
  let verbBehind = false;
  for (; first > 0 && at - first < LONGEST_CLAUSE && !isBoundary(tokens, first - 1, at - first); first--) {
    // "He resigned after the audit failed on": what is before "after" has another date.
    if (verbBehind && CONJUNCTION.test(tokens[first - 1]!.lower)) break;
    verbBehind ||= isVerb(tokens, first - 1);
  }
  let last = next;
  while (last < tokens.length && last - next < LONGEST_CLAUSE && !isBoundary(tokens, last, last - next) && !(CONJUNCTION.test(tokens[last]!.lower) && hasVerb(tokens, last + 1))) last++;
  return { first, last, antecedent: antecedentOf(tokens, first, at) };
}

const CONJUNCTION = /^(?:after|before|when|while|because|although|though|where|once|if|unless|until|since|that|as)$/;
const RELATIVE = /^(?:which|who|whose|that|where)$/;

function antecedentOf(tokens: readonly Token[], first: number, at: number): ClauseBounds['antecedent'] {
  // "the ferry that sank" lies in front of the bound, "the ferry, which sank" behind it.
  const relative = RELATIVE.test(tokens[first]?.lower ?? '') ? first : RELATIVE.test(tokens[first - 1]?.lower ?? '') ? first - 1 : -1;
  if (relative < 1 || relative >= at) return undefined;
  const to = tokens[relative - 1]!.text === ',' ? relative - 1 : relative;
  let from = to;
  while (from > 0 && to - from < LONGEST_ANTECEDENT && !/^[,;:—–()“”".]$/.test(tokens[from - 1]!.text) && !isVerb(tokens, from - 1)) from--;
  return from === to ? undefined : { from, to };
}

function hasVerb(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + TO_VERB) && !/^[,;:—–()“”".]$/.test(tokens[i]!.text); i++) if (isVerb(tokens, i)) return true;
  return false;
}

function isVerb(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.type !== 'word') return false;
  if (/^(?:is|are|was|were|has|had|have|will|would|can|could|may|must|did|does)$/.test(token.lower) || verbAt(tokens, i) !== undefined) return true;
  const known = predicateOf(token.lower);
  return known !== undefined && known !== '' && !isAlsoNoun(token.lower);
}

/** Does a clause end with this sign or word? */
function isBoundary(tokens: readonly Token[], i: number, away: number): boolean {
  const { text, type } = tokens[i]!;
  if (type !== 'sign') return false;
  // "May 7: Closing submissions", "Landfall: Sunday"
  if (away <= 1 && /^[:—–()]$/.test(text)) return false;
  return /^[;:—–()“”"]$/.test(text) || text === '.' || text === ',' && away > 1 && opensClause(tokens, i + 1);
}

function opensClause(tokens: readonly Token[], i: number): boolean {
  const lower = tokens[i]?.lower ?? '';
  return /^(?:when|while|where|but|because|although|though|which|who|whose|and|after|before|since|according|as|said|says|so|then|with)$/.test(lower) || /^(?:he|she|it|they|we|i)$/.test(lower);
}
