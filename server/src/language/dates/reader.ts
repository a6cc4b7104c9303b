// What the readers of days and of longer periods share: names of months and days, numbers that may be years, and which way a sentence looks.
import { toNumber, daysIn, type Day } from './calendar.ts';
import type { Token } from '../quantities/tokens.ts';
import type { Span } from '../../span.ts';
import type { DateMention } from '../dates.ts';

export const MONTHS: ReadonlyMap<string, number> = new Map(
  ['january jan', 'february feb', 'march mar', 'april apr', 'may', 'june jun', 'july jul', 'august aug', 'september sept sep', 'october oct', 'november nov', 'december dec'].flatMap((names, i) => names.split(' ').map(name => [name, i + 1] as const)),
);
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  ['sunday sun', 'monday mon', 'tuesday tue tues', 'wednesday wed weds', 'thursday thu thur thurs', 'friday fri', 'saturday sat'].flatMap((names, i) => names.split(' ').map(name => [name, i] as const)),
);
export const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map([['spring', [3, 5]], ['summer', [6, 8]], ['autumn', [9, 11]], ['fall', [9, 11]], ['winter', [12, 14]]]);
export const ORDINALS: ReadonlyMap<string, number> = new Map([['first', 1], ['second', 2], ['third', 3], ['fourth', 4], ['1st', 1], ['2nd', 2], ['3rd', 3], ['4th', 4], ['final', 4], ['last', 4]]);

/** What one expression says, before it is given its span. Days are numbers since 1970. */
export interface Reading {
  readonly next: number;
  readonly from?: number;
  readonly to?: number;
  readonly grain: DateMention['grain'];
  readonly relative: boolean;
  readonly yearWritten: boolean;
  readonly weekday?: DateMention['weekday'];
  readonly daySpan?: Span;
  readonly yearUnsure?: boolean;
  /** The first token, where it lies before the one that was asked for. */
  readonly first?: number;
}

export interface Reader {
  readonly tokens: readonly Token[];
  readonly reference: number | undefined;
  readonly today: Day | undefined;
}

export function isCapital(token: Token | undefined): boolean {
  const code = token?.text.charCodeAt(0) ?? 0;
  return code >= 65 && code <= 90;
}

/** A whole number in digits from `low` to `high`; not one that is part of a larger figure. */
export function intAt(tokens: readonly Token[], i: number, low: number, high: number): number | undefined {
  const token = tokens[i];
  if (token?.type !== 'number' || token.value === undefined || token.decimals || token.grouped || token.value < low || token.value > high || !Number.isInteger(token.value)) return undefined;
  return token.value;
}

export function yearAt(tokens: readonly Token[], i: number): number | undefined {
  const year = intAt(tokens, i, 1000, 2199);
  if (year === undefined || tokens[i]!.text.length !== 4) return undefined;
  const after = tokens[i + 1];
  return after?.joined && (after.text === '%' || after.type === 'word') ? undefined : year;
}

/** Prepositions that look ahead where they stand at the date itself. */
const AHEAD_BESIDE = /^(?:by|until|till|before)$/;
const AHEAD = /^(?:will|would|next|plans?|planned|expects?|expected|scheduled|due|upcoming|starting|beginning|shall|going|coming|tomorrow|ends?|expires?|begins?|starts?|opens?|deadline|hopes?|intends?|sets?|set|may|could|should|forthcoming)$/;
const BEHIND = /^(?:was|were|had|said|did|told|since|last|began|came|fell|rose|met|died|killed|announced|signed|struck|hit|went|made|took|\w{2,}ed)$/;

/** Does the sentence around the tokens look ahead, or back? */
export function tense(reader: Reader, i: number, next: number): 'ahead' | 'behind' | undefined {
  const { tokens } = reader;
  const isStop = (k: number) => tokens[k]?.type === 'sign' && /^[.!?;]$/.test(tokens[k]!.text) && !tokens[k + 1]?.joined && isCapital(tokens[k + 1]) && (tokens[k - 1]?.text.length ?? 0) > 3;
  for (let k = i - 1; k >= Math.max(0, i - 14) && !isStop(k); k--) {
    const word = tokens[k]!.lower;
    if (AHEAD.test(word)) return 'ahead';
    if (AHEAD_BESIDE.test(word) && k >= i - 2) return word === 'by' && reachedBefore(reader, k, isStop) ? 'behind' : 'ahead';
    if (word === 'to' && tokens[k - 1] && /^(?:is|are|was|were|agreed|ready|set|back|planned|plans)$/.test(tokens[k - 1]!.lower) && tokens[k + 1]?.type === 'word') return 'ahead';
    if (word.length > 2 && (BEHIND.test(word) || word === 'on' && BEHIND.test(tokens[k - 1]?.lower ?? ''))) return 'behind';
  }
  for (let k = next; k < Math.min(tokens.length, next + 8) && !isStop(k); k++) {
    const word = tokens[k]!.lower;
    if (/^(?:will|would)$/.test(word)) return 'ahead';
    if (BEHIND.test(word)) return 'behind';
  }
  return undefined;
}

const REACHED = /^(?:rose|fell|grew|reached|covered|spread|stood|climbed|dropped|swelled|burned)$/;

/** "had spread to 40 hectares by Monday", "reached nine metres by Sunday night", "By Friday 40 had died": what was so by a day that is past. */
function reachedBefore({ tokens }: Reader, by: number, isStop: (k: number) => boolean): boolean {
  const isHad = (k: number) => tokens[k]!.lower === 'had' && tokens[k + 1]?.lower !== 'to';
  if (by === 0 || isStop(by - 1)) {
    for (let k = by + 2; k < Math.min(tokens.length, by + 10) && !isStop(k); k++) if (isHad(k)) return true;
    return false;
  }
  for (let k = by - 1; k >= Math.max(0, by - 12) && !isStop(k); k--) {
    const word = tokens[k]!.lower;
    if (REACHED.test(word) || isHad(k)) return true;
    if (AHEAD.test(word) || /^(?:must|if|asked|told|ordered)$/.test(word)) return false;
  }
  return false;
}

export function monthOf(year: number, month: number): { from: number; to: number } {
  return { from: toNumber({ year, month, day: 1 }), to: toNumber({ year, month, day: daysIn(year, month) }) };
}

export function yearsOf(first: number, last = first): { from: number; to: number } {
  return { from: toNumber({ year: first, month: 1, day: 1 }), to: toNumber({ year: last, month: 12, day: 31 }) };
}

export function quarterOf(year: number, n: number): { from: number; to: number } {
  return { from: toNumber({ year, month: 3 * n - 2, day: 1 }), to: toNumber({ year, month: 3 * n, day: daysIn(year, 3 * n) }) };
}
