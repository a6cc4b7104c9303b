// Slips of the keyboard: two numbers that differ as a mistyped one does from what was meant.
import type { Quantity } from '../../language/quantities.ts';

/** How two numbers differ where one may be a slip for the other, and how much that says: unrelated numbers seldom look so alike. */
export interface Slip {
  /** As a clause: "two digits are swapped". */
  readonly why: string;
  /** Its weight in the comparison of two figures. */
  readonly points: number;
}

const SWAPPED = 'two digits are swapped';
const CHANGED = 'one digit differs';

/** The slip that would make the one number of the other; undefined where they differ otherwise, or by too few digits to say anything. */
export function findSlip(a: Quantity, b: Quantity): Slip | undefined {
  if (a.upper !== null || b.upper !== null || a.unit !== b.unit && a.unit !== null && b.unit !== null || !sameSize(a, b)) return undefined;
  const one = digitsOf(a);
  const other = digitsOf(b);
  const length = Math.max(one.length, other.length);
  const differ = [...one.padEnd(length, '0')].flatMap((digit, i) => (digit === (other[i] ?? '0') ? [] : [i]));
  const [first, second] = differ;
  if (first === undefined || one.length !== other.length) return undefined;
  if (differ.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first]) return { why: SWAPPED, points: length >= 4 ? 3.5 : length === 3 ? 3 : Math.min(a.value, b.value) >= 1000 ? 2 : 1 };
  if (differ.length === 1 && length >= 4) return { why: CHANGED, points: 1.5 };
  return undefined;
}

/** Are the two numbers written with the same digits in another order? */
export function transposed(a: Quantity, b: Quantity): boolean {
  if (a.upper !== null || b.upper !== null) return false;
  const one = digitsOf(a);
  const other = digitsOf(b);
  if (one.length < 3 || one.length !== other.length || one === other || !sameSize(a, b)) return false;
  return [...one].toSorted().join('') === [...other].toSorted().join('');
}

/** "$412 million" and "$412 billion", "4.86 crore" and "48.6 crore": how many digits they share; undefined where they differ by more than a power of ten. `word`: the size of a scale word apart, and both are large. */
export function magnitudeSlip(a: Quantity, b: Quantity): { readonly digits: number; readonly word: boolean } | undefined {
  if (a.upper !== null || b.upper !== null || a.value <= 0 || b.value <= 0 || a.unit !== b.unit || !/^(?:money|count|measure)$/.test(a.kind)) return undefined;
  const [small, large] = a.value < b.value ? [a.value, b.value] : [b.value, a.value];
  const power = Math.round(Math.log10(large / small));
  // A hundred times as much is the price of a hundred, but lakh and crore are a hundred apart.
  if (power < 1 || power > 6 || (power === 2 && a.unit !== 'INR') || Math.abs(large / small / 10 ** power - 1) > 1e-9) return undefined;
  return { digits: digitsOf(a).length, word: (power === 3 || power === 6) && small >= 1e6 && a.kind !== 'measure' };
}

/** The digits that say something: 2,480 -> 248, 1.2 billion -> 12. */
export function digitsOf(quantity: Quantity): string {
  return String(Number(quantity.value.toPrecision(12))).replace(/e.*$/, '').replace(/[.-]/g, '').replace(/^0+|0+$/g, '');
}

function sameSize(a: Quantity, b: Quantity): boolean {
  return Math.floor(Math.log10(Math.abs(a.value))) === Math.floor(Math.log10(Math.abs(b.value)));
}
