// Quantities of which only the size is said: "dozens of people", "tens of millions of dollars", "a couple of days".
import { readUnitAt } from './amounts.ts';
import { SCALE_WORDS } from './units.ts';
import type { Token } from './tokens.ts';
import type { Quantity } from '../quantities.ts';

const SIZES: ReadonlyMap<string, number> = new Map([['tens', 10], ['dozens', 12], ['hundreds', 100], ['thousands', 1e3], ['millions', 1e6], ['billions', 1e9], ['trillions', 1e12]]);

/** The vague quantity that begins at token `i`: from one to ten of its size. What follows "of" must be counted: "thousands of years ago" and "hundreds of them" say less. */
export function readVague(tokens: readonly Token[], i: number): { readonly quantity: Quantity; readonly next: number } | undefined {
  const first = tokens[i]!;
  if (first.lower === 'a' && tokens[i + 1]?.lower === 'couple') return readCouple(tokens, i);
  const size = first.type === 'word' ? SIZES.get(first.lower) : undefined;
  if (size === undefined || tokens[i + 1]?.lower !== 'of' || counted(tokens, i)) return undefined;
  let value = size;
  let at = i + 2;
  const scale = SIZES.get(tokens[at]?.lower ?? '') ?? 0;
  if (scale >= 1e3 && size <= 100 && tokens[at + 1]?.lower === 'of') {
    value = size * scale;
    at += 2;
  } else if (size === 10) return undefined;
  const unit = readUnitAt(tokens, at);
  if (!unit || (unit.kind !== 'count' && unit.kind !== 'money' && unit.kind !== 'measure')) return undefined;
  const { start } = first;
  return {
    quantity: { start, end: tokens[unit.next - 1]!.end, value, upper: value * 10, unit: unit.unit, bound: 'range', kind: unit.kind, numberSpan: { start, end: tokens[at - 2]!.end }, precision: value / 2, vague: true, ...(unit.counted === undefined ? {} : { counted: unit.counted }) },
    next: unit.next,
  };
}

/** "a couple of days", "a couple hundred people": two, or a few more. */
function readCouple(tokens: readonly Token[], i: number): ReturnType<typeof readVague> {
  let at = i + (tokens[i + 2]?.lower === 'of' ? 3 : 2);
  const scale = SCALE_WORDS.get(tokens[at]?.lower ?? '') ?? 1;
  if (scale > 1) at += tokens[at + 1]?.lower === 'of' ? 2 : 1;
  const unit = !SIZES.has(tokens[at]?.lower ?? '') && (scale > 1 || at === i + 3) && readUnitAt(tokens, at);
  if (!unit) return undefined;
  const { start } = tokens[i]!;
  return {
    quantity: { start, end: tokens[unit.next - 1]!.end, value: 2 * scale, upper: null, unit: unit.unit, bound: '~', kind: unit.kind, numberSpan: { start, end: tokens[i + 1]!.end }, precision: scale, vague: true, ...(unit.counted === undefined ? {} : { counted: unit.counted }) },
    next: unit.next,
  };
}

/** "several hundreds of", "a couple of hundreds of": another word says how many. */
function counted(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  return before !== undefined && (before.type === 'number' || SCALE_WORDS.has(before.lower) || /^(?:of|few|several|two|three|four|five|six|seven|eight|nine|ten|twenty|many|the|low|mid|high)$/.test(before.lower));
}
