// Does a phrase beside a figure speak of another thing than the one spoken of before ("a second blast", "the older mill", "elsewhere")?
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import type { Token } from '../../language/quantities/tokens.ts';
import { DETERMINERS, TIME_WORDS } from './lexicon.ts';

/** The figure in its tokens, and how far they are its sentence's. */
export interface OthernessWindow {
  readonly tokens: readonly Token[];
  /** The first token of the sentence, or of its reach. */
  readonly low: number;
  readonly at: number;
  readonly next: number;
  readonly high: number;
}

/** As far from its figure a word may stand that sets its thing apart, in characters. */
const REACH = 70;

/** Modifiers that say of a noun that it is not the one before. */
const OTHER = new Set(['another', 'other', 'separate', 'different', 'previous', 'rival', 'similar']);
/** Adjectives of size and age: in the comparative they tell one of two things. */
export const DIMENSION: ReadonlySet<string> = new Set(['long', 'short', 'large', 'big', 'small', 'broad', 'wide', 'late', 'early', 'new', 'old', 'deep', 'high', 'low', 'young', 'tall', 'heavy', 'light']);
const ORDINAL = /^(?:second|third|fourth)$/;
/** Of these an ordinal, or "another", says when or how often, not which. */
const TIMES = /^(?:times?|seasons?|terms?|halves|straight|consecutive|successive|running|quarter|half|decades?|hours?|minutes?|seconds?)$/;

/** Is what the figure tells of set apart by a modifier of a noun near it, or by the opening of its sentence? The words of an ordinal are its own. */
export function speaksOfAnother({ tokens, low, at, next, high }: OthernessWindow, ordinal: boolean): boolean {
  const [start, end] = [tokens[at]!.start - REACH, tokens[next - 1]!.end + REACH];
  let comma = false;
  for (let i = at - 1; i >= low && tokens[i]!.start >= start; i--) {
    // "Norda, another shop for divers, has": a word about the one that the sentence speaks of.
    if (setsApart(tokens, i, low, high) && !(comma && tokens[i - 1]?.text === ',' && i - 1 > low)) return true;
    comma ||= tokens[i]!.text === ',';
  }
  for (let i = at; i < high && tokens[i]!.end <= end; i++) if (!(ordinal && i < next) && setsApart(tokens, i, low, high)) return true;
  return opensApart(tokens, low, high);
}

/** "In one attack", "Another", "Elsewhere" */
function opensApart(tokens: readonly Token[], low: number, high: number): boolean {
  const first = tokens[low]?.lower;
  if (first === 'another' || first === 'elsewhere') return true;
  const second = low + 1 < high ? tokens[low + 1]!.lower : '';
  return first === 'in' && (second === 'one' || second === 'another' || second === 'a' && /^(?:second|separate)$/.test(tokens[low + 2]?.lower ?? ''));
}

function setsApart(tokens: readonly Token[], i: number, low: number, high: number): boolean {
  const { type, lower } = tokens[i]!;
  if (type !== 'word') return false;
  const before = i > low ? tokens[i - 1]!.lower : '';
  const after = i + 1 < high ? tokens[i + 1] : undefined;
  if (lower === 'elsewhere') return true;
  if (lower === 'contrast') return before === 'by';
  if (lower === 'one') return before === 'in' && after?.type === 'word';
  if (lower === 'another') return !saysWhen(tokens, i + 1, high);
  if (OTHER.has(lower)) return true;
  if (ORDINAL.test(lower)) {
    // "Second, the yard has": a point made. "a third of": a share. "$4 a second": a rate.
    if (before === '' && after?.text === ',' || after?.lower === 'of' || /^(?:per|each|every)$/.test(before) || before === 'a' && (i - 2 >= low && tokens[i - 2]!.type === 'number' || !isNoun(after))) return false;
    return !(after && TIMES.test(after.text === '-' ? tokens[i + 2]?.lower ?? '' : after.lower));
  }
  if (!isNoun(after)) return false;
  // "a longer study", "the older mill", "the nearby town"
  return /^an?$/.test(before) && isComparative(lower) || before === 'the' && (isComparative(lower) || /^(?:sister|neighbou?ring|nearby)$/.test(lower));
}

/** "another three years": how long, not which. */
function saysWhen(tokens: readonly Token[], from: number, high: number): boolean {
  for (let i = from; i < Math.min(high, from + 3); i++) {
    const { lower, type } = tokens[i]!;
    if (TIME_WORDS.has(lower) && !/^(?:last|next|this|today)$/.test(lower) || TIMES.test(lower)) return true;
    if (type === 'sign' && tokens[i]!.text !== '-' || FUNCTION_WORDS.has(lower) && type === 'word') return false;
  }
  return false;
}

function isComparative(lower: string): boolean {
  return lower.endsWith('er') && (DIMENSION.has(lower.slice(0, -2)) || DIMENSION.has(lower.slice(0, -1)) || DIMENSION.has(`${lower.slice(0, -3)}y`) || lower === 'bigger' || lower === 'further');
}

function isNoun(token: Token | undefined): boolean {
  return token?.type === 'word' && !FUNCTION_WORDS.has(token.lower) && !DETERMINERS.has(token.lower);
}
