// How two numbers of one size differ where the one may be a slip for the other, and how seldom two unrelated numbers do.
import type { Quantity } from '../../language/quantities.ts';

/** A difference of two numbers that a slip makes. */
export interface DigitSlip {
  /** As a clause: "two digits are swapped". */
  readonly why: string;
  /** The less likely by chance, the more. */
  readonly points: number;
  /** Are the digits the same, and only the size is another? */
  readonly scaled?: true;
}

/** The slip that makes the one number of the other; a difference that none makes has 0 points, and numbers of another size are none. */
export function digitSlip(a: Quantity, b: Quantity): DigitSlip | undefined {
  // "two years", "a two-minute silence"
  if (a.kind === 'duration' && a.unit !== b.unit) return undefined;
  const scale = a.kind === 'duration' && a.unit === b.unit ? PARTS[a.unit ?? ''] ?? 1 : 1;
  const [one, other] = digits(isWhole(a.value) && isWhole(b.value) ? a.value : a.value * scale, isWhole(a.value) && isWhole(b.value) ? b.value : b.value * scale);
  if (one === '' || other === '') return undefined;
  if (one.length !== other.length) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    const more = long.slice(short.length);
    return long.startsWith(short) && /^0+$/.test(more) && (more.length === 1 || more.length % 3 === 0) ? { why: 'the digits are the same and the size is not', points: short.length >= 3 ? 3 : short.length === 2 ? 2.5 : 1.5, scaled: true } : undefined;
  }
  const differ = [...one].flatMap((digit, i) => (digit === other[i] ? [] : [i]));
  const [first, second] = differ;
  if (first === undefined) return undefined;
  const length = one.length;
  if (differ.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first]) return { why: 'two digits are swapped', points: length >= 4 ? 4 : length === 3 ? 3.5 : 2.5 };
  if (length >= 3 && [...one].toSorted().join('') === [...other].toSorted().join('')) return { why: 'the digits are the same in another order', points: 3 };
  if (differ.length === 1 && length > 1) return { why: 'one digit differs', points: length >= 4 ? 2.5 : length === 3 ? 2 : 1 };
  return Math.abs(a.value - b.value) <= 2 && Math.max(a.value, b.value) <= 20 ? { why: 'the two differ by little', points: 0 } : { why: 'the words are of one thing', points: -1 };
}

/** "five hours and 20 minutes" is read as hours: what slips are its minutes. */
const PARTS: Readonly<Record<string, number>> = { hour: 60, minute: 60, year: 12 };

function isWhole(n: number): boolean {
  return Number.isInteger(n);
}

/** The digits of two numbers without the noughts that both end in: 1,408 and 1,480, 34 and 43 (million). */
function digits(a: number, b: number): readonly [string, string] {
  let [one, other] = [plain(a), plain(b)];
  const places = Math.max(fraction(one), fraction(other));
  [one, other] = [pad(one, places), pad(other, places)];
  while (one.length > 1 && other.length > 1 && one.endsWith('0') && other.endsWith('0')) [one, other] = [one.slice(0, -1), other.slice(0, -1)];
  return [one.replace(/^0+(?=.)/, ''), other.replace(/^0+(?=.)/, '')];
}

/** As many numbers are remembered: each is held against all others of its kind. */
const MOST_NUMBERS = 1000;

const written = new Map<number, string>();

function plain(n: number): string {
  let text = written.get(n);
  if (text === undefined) {
    if (written.size >= MOST_NUMBERS) written.clear();
    written.set(n, (text = write(n)));
  }
  return text;
}

function write(n: number): string {
  const text = String(Number(Math.abs(n).toPrecision(9)));
  return /e/.test(text) ? '' : text;
}

function fraction(number: string): number {
  return number.includes('.') ? number.length - number.indexOf('.') - 1 : 0;
}

function pad(number: string, places: number): string {
  return number === '' ? '' : number.replace('.', '') + '0'.repeat(places - fraction(number));
}
