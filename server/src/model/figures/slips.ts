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

/** "$412 million" and "$412 billion": how many digits they share; undefined where they differ by more than the scale. */
export function magnitudeSlip(a: Quantity, b: Quantity): { readonly digits: number } | undefined {
  if (a.upper !== null || b.upper !== null || a.value <= 0 || b.value <= 0 || a.unit !== b.unit || (a.kind !== 'money' && a.kind !== 'count')) return undefined;
  const ratio = Math.max(a.value, b.value) / Math.min(a.value, b.value);
  if (Math.abs(ratio - 1e3) > 1e-6 && Math.abs(ratio - 1e6) > 1e-3 || Math.min(a.value, b.value) < 1e6) return undefined;
  return { digits: digitsOf(a).length };
}

/** The digits that say something: 2,480 -> 248, 1.2 billion -> 12. */
export function digitsOf(quantity: Quantity): string {
  return String(Number(quantity.value.toPrecision(12))).replace(/e.*$/, '').replace(/[.-]/g, '').replace(/^0+|0+$/g, '');
}

function sameSize(a: Quantity, b: Quantity): boolean {
  return Math.floor(Math.log10(Math.abs(a.value))) === Math.floor(Math.log10(Math.abs(b.value)));
}
