// Words that bound a figure or make it approximate: "at least", "nearly", "or more".
import type { Token } from './tokens.ts';
import type { Bound } from '../quantities.ts';

const BEFORE = new Map<string, Bound>();
const AFTER = new Map<string, Bound>();
const say = (map: Map<string, Bound>, bound: Bound, phrases: string) => {
  for (const phrase of phrases.split('|')) map.set(phrase, bound);
};
say(BEFORE, '~', "about|around|some|roughly|approximately|approx|circa|ca|nearly|almost|an estimated|estimated|estimated at|close to|in the region of|in the order of|somewhere around|virtually|practically|or so|near|~|≈|c|perhaps|probably|maybe|as near as|a little|just about|an average of|averaging|average of|on average|an approximate");
say(BEFORE, '>=', 'at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|a minimum|as few as|as little as|as low as|upward of|upwards of|≥|not below|starting at');
say(BEFORE, '>', 'more than|over|above|greater than|just over|exceeding|exceeds|exceeded|well over|higher than|in excess of|a little over|slightly over|slightly more than|just above|just more than|better than|topping|topped|surpassing|surpassed|older than|longer than|larger than|bigger than|>|far more than|beyond|well above');
say(BEFORE, '<=', 'at most|no more than|not more than|up to|as much as|as many as|as high as|as long as|as large as|as far as|as old as|a maximum of|maximum of|a maximum|at the most|no greater than|no higher than|no larger than|no longer than|≤|not exceeding|capped at|a cap of|not above|no older than|to as much as|to as high as|as recently as|within|a peak of up to');
say(BEFORE, '<', 'less than|fewer than|under|below|just under|just below|lower than|smaller than|shy of|just shy of|well under|well below|shorter than|younger than|slightly less than|slightly under|a little under|a little less than|short of|just short of|<|sub');
say(AFTER, '~', 'or so|or thereabouts|-odd|odd|-ish|-plus or minus|or about|approximately|roughly|give or take');
say(AFTER, '>=', 'or more|or higher|or above|or over|or older|or greater|or longer|or better|or larger|at least|at a minimum|at the least|minimum|and above|and over|and older|and up|or up|plus|+|-plus|and more|and counting');
say(AFTER, '<=', 'or less|or fewer|or lower|or below|or under|or younger|or shorter|or smaller|at most|at the most|at a maximum|maximum|max|tops|and under|and below|and younger');

const LONGEST = 4;

export interface BoundReading {
  readonly bound: Bound;
  /** Tokens: first and the one after the last. */
  readonly first: number;
  readonly next: number;
  /** "nearly", "almost": no more than the figure. */
  readonly notReached?: true;
  /** "just over", "just under": not far beyond it. */
  readonly close?: true;
}

/** Words by which a bound is not far off. */
const CLOSE = /^(?:just|slightly|a little|short of|shy of)\b/;
/** Of these "up to" says where the movement led: "Revenue edged up to $3.4 billion". */
const MOVED = /^(?:edg(?:ed|es|ing)|inch(?:ed|es|ing)|tick(?:ed|s|ing)|creep(?:s|ing)?|crept|climb(?:ed|s|ing)?|r[io]ses?|rising|risen|went|goes|going|gone|mov(?:ed|es|ing)|shot|jump(?:ed|s|ing)?|crawled|drift(?:ed|s|ing)?|nudg(?:ed|es|ing)|push(?:ed|es|ing)|picked|rounded)$/;

/** The bound that ends just before token `first`; `floor` is the first token that it may use. */
export function readBoundBefore(tokens: readonly Token[], first: number, floor: number, kind: string): BoundReading | undefined {
  let end = first;
  if (end > floor && (tokens[end - 1]!.lower === 'the' || (tokens[end - 1]!.text === '-' && tokens[end - 1]!.joined))) end--;
  let found: BoundReading | undefined;
  let words = '';
  for (let n = 1; n <= LONGEST && end - n >= floor; n++) {
    const token = tokens[end - n]!;
    if (token.type === 'number') break;
    words = n === 1 ? token.lower : `${token.lower} ${words}`;
    const bound = BEFORE.get(words);
    if (bound !== undefined) found = { bound, first: end - n, next: end, ...(n === 1 && /^(?:nearly|almost)$/.test(words) ? { notReached: true } : {}), ...(CLOSE.test(words) ? { close: true } : {}) };
  }
  if (!found) return undefined;
  const phrase = tokens[found.first]!.lower;
  if (phrase === 'up' && tokens[found.first + 1]?.lower === 'to' && MOVED.test(tokens[found.first - 1]?.lower ?? '')) return undefined;
  const single = found.next - found.first === 1;
  if (single) {
    // "over three years" is a stretch of time, "under 5" an age; "in under 10 minutes" and "over 40 kilometres" are bounds.
    if (phrase === 'over' && kind === 'duration') return undefined;
    if (phrase === 'c' || phrase === 'ca') return undefined;
    if (phrase === 'sub' && tokens[found.next]?.text !== '-') return undefined;
    if (phrase === 'within' || phrase === 'near' || phrase === 'beyond') return undefined;
    const before = tokens[found.first - 1]?.lower;
    if (phrase === 'some' && (before === 'in' && kind === 'number')) return undefined;
    if ((phrase === 'above' || phrase === 'below') && kind === 'number' && before === 'see') return undefined;
  }
  return found;
}

/** The bound that begins at token `at`, just after the figure. */
export function readBoundAfter(tokens: readonly Token[], at: number): BoundReading | undefined {
  const token = tokens[at];
  if (!token || (token.type === 'sign' && token.text !== '+' && token.text !== '-')) return undefined;
  if (token.text === '+' && !token.joined) return undefined;
  let words = '';
  let found: BoundReading | undefined;
  for (let n = 0; n < 3; n++) {
    const word = tokens[at + n];
    if (!word) break;
    words += (n > 0 && !(word.joined && tokens[at + n - 1]!.text === '-') ? ' ' : '') + word.lower;
    const bound = AFTER.get(words);
    if (bound !== undefined) found = { bound, first: at, next: at + n + 1 };
  }
  // "at least" and "at most" after a figure belong to it only before a pause: "12 at least, she said".
  if (found && /^(?:at|minimum|maximum|plus|odd|approximately|roughly|max|or|and)$/.test(token.lower)) {
    const after = tokens[found.next];
    if ((token.lower === 'at' || token.lower === 'roughly' || token.lower === 'approximately' || token.lower === 'plus') && after && after.type !== 'sign') return undefined;
    if (/^(?:or|and)$/.test(token.lower) && after?.type === 'number') return undefined;
    if (token.lower === 'or' && /^(?:more|less|fewer)$/.test(tokens[at + 1]?.lower ?? '') && after?.lower === 'than') return undefined;
  }
  return found;
}
