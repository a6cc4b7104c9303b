// What a written number stands for: how far it may be rounded, and how another would be written in its place.
import type { Quantity } from '../../language/quantities.ts';
import type { Figure } from '../analysis.ts';

/** A stretch of numbers; both ends belong to it. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The numbers that may stand behind a written figure: every one that would be rounded to it, and for "about" those near it. */
export function toInterval(figure: Figure): Interval {
  const { value } = figure.quantity;
  const slack = toleranceOf(figure);
  return { low: value - slack, high: value + slack };
}

/** How far the number meant may lie from the one written. A count of few is exact; a number written out is taken to three digits, one beside a scale ("1.2 billion") to its last. */
export function toleranceOf(figure: Figure): number {
  const { value, precision, kind, bound } = figure.quantity;
  const size = Math.abs(value);
  // "Some 2,100" is nearer than "some 2,000".
  if (bound === '~' && !isAverage(figure)) return Math.max(precision, Math.min(size * (size >= 1000 && size / precision >= 10 && (size / precision) % 5 !== 0 ? 0.05 : 0.1), precision * 6));
  const written = writingOf(figure);
  if (written === undefined) return size < 1000 && Number.isInteger(value) ? 0 : precision;
  if (written.decimals > 0 || written.scale > 1) return 0.5 * 10 ** -written.decimals * written.scale;
  if (size < 1000) return kind === 'percent' || kind === 'measure' || kind === 'temperature' ? 0.5 : 0;
  return Math.min(precision, 0.5 * 10 ** (Math.floor(Math.log10(size)) - 2)) * (value % 10 === 0 ? 1 : 0);
}

/** Bounds that a figure can be reckoned with: none, or "about". */
export function isReckonable({ quantity: { bound, upper, vague, kind, parts } }: Figure): boolean {
  return !parts && (bound === '=' || bound === '~') && upper === null && !vague && kind !== 'score' && kind !== 'temperature';
}

/** "an average of 15" is read as approximate, and is as exact as any other number. */
export function isAverage({ quantity: { boundSpan }, sentence }: Figure): boolean {
  return boundSpan !== undefined && /average|mean/i.test(sentence.leaf.content.prose.slice(boundSpan.start, boundSpan.end));
}

interface Writing {
  readonly decimals: number;
  /** What one of the digits' units stands for: 1e6 in "4.5 million", 0.01 in "19 cents". */
  readonly scale: number;
  readonly grouped: boolean;
}

/** How a number in digits is written; undefined for one in words. */
function writingOf({ quantity, sentence }: Figure): Writing | undefined {
  const digits = sentence.leaf.content.prose.slice(quantity.numberSpan.start, quantity.numberSpan.end);
  if (!/^[\d.,\s\u00a0\u202f\u2009]+$/.test(digits)) return undefined;
  const number = Number(digits.replace(/[^\d.]/g, ''));
  if (!Number.isFinite(number) || number === 0) return undefined;
  return { decimals: digits.split('.')[1]?.length ?? 0, scale: Number((quantity.value / number).toPrecision(9)), grouped: /[^\d.]/.test(digits) || number < 1000 };
}

/** How far a stated result may be rounded: half its last place written, of a round percentage a whole one. */
export function slackOf(figure: Figure): number {
  const { value, kind, precision } = figure.quantity;
  if (kind !== 'percent') return Math.max(toleranceOf(figure), Math.abs(value) * 0.005, Math.min(0.5, precision));
  const decimals = writingOf(figure)?.decimals ?? 0;
  return decimals > 0 ? 0.5 * 10 ** -decimals : value % 10 === 0 ? 1 : 0.5;
}

/** A computed value at the last place that the stated figure gives; at a finer one where that would not tell the two apart. `exact`: what follows is no rounded number. */
export function roundLike(value: number, figure: Figure, exact = false): number {
  const written = writingOf(figure);
  const digits = Math.floor(Math.log10(Math.max(1, Math.abs(value)))) - 2;
  const last = exact && Number.isInteger(value) ? 1 : written && (written.decimals > 0 || written.scale !== 1) ? 10 ** -written.decimals * written.scale : figure.quantity.value % 10 === 0 && figure.quantity.kind !== 'percent' ? 10 ** Math.max(0, digits) : 1;
  for (let place = last; place > last / 1e4; place /= 10) {
    const rounded = Number((Math.round(value / place) * place).toPrecision(12));
    if (rounded !== figure.quantity.value && (rounded !== 0 || value === 0)) return rounded;
  }
  return Number(value.toPrecision(12));
}

/** A value in digits or words as the number of a figure is written, before its scale and unit: "6" for the 9 of "9 percent", "1,500" for 2,500, "Eleven" for Twelve. */
export function writeLike(value: number, figure: Figure): string {
  const words = figure.sentence.leaf.content.prose.slice(figure.quantity.numberSpan.start, figure.quantity.numberSpan.end);
  const written = writingOf(figure);
  if (!written) {
    const spelt = Number.isInteger(value) && value >= 0 && value < 100 && Number.isInteger(figure.quantity.value) && figure.quantity.value < 1000 ? toWords(value) : undefined;
    if (spelt !== undefined) return /^\p{Lu}/u.test(words) ? spelt.charAt(0).toUpperCase() + spelt.slice(1) : spelt;
    return toDigits(value, 0, true);
  }
  return toDigits(value / written.scale, written.decimals, written.grouped);
}

function toDigits(value: number, decimals: number, grouped: boolean): string {
  const needed = String(Number(value.toPrecision(9))).split('.')[1]?.length ?? 0;
  const [whole, fraction] = value.toFixed(Math.min(6, Math.max(decimals, needed))).split('.');
  return (grouped ? whole!.replace(/\B(?=(\d{3})+$)/g, ',') : whole!) + (fraction === undefined ? '' : `.${fraction}`);
}

const ONES = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function toWords(value: number): string {
  return value < 20 ? ONES[value]! : TENS[Math.floor(value / 10)]! + (value % 10 === 0 ? '' : `-${ONES[value % 10]!}`);
}

/** Do the two measure in one unit, or does one leave its unit to the other? */
export function sameKind(a: Quantity, b: Quantity): boolean {
  if (a.kind === 'score' || b.kind === 'score' || a.kind === 'age' || b.kind === 'age' || a.kind === 'ratio' || b.kind === 'ratio') return false;
  return a.unit === b.unit || perOf(a.unit, b.unit) || perOf(b.unit, a.unit) || (a.unit === null && b.kind !== 'percent') || (b.unit === null && a.kind !== 'percent');
}

/** "from $900 to $1,080 a month": the rate stands once. */
export function perOf(one: string | null, rate: string | null): boolean {
  return one !== null && rate !== null && rate.startsWith(`${one} per `);
}

const FRACTIONS: readonly (readonly [number, string])[] = [[1 / 2, 'half'], [1 / 3, 'a third'], [2 / 3, 'two-thirds'], [1 / 4, 'a quarter'], [3 / 4, 'three-quarters'], [1 / 5, 'a fifth'], [2 / 5, 'two-fifths'], [1 / 10, 'a tenth']];

/** A share in place of a fraction in words: another fraction where one is near, else a percentage as the draft writes them. */
export function writeShareLike(value: number, figures: readonly Figure[]): string {
  const near = FRACTIONS.find(([share]) => Math.abs(share - value) < 0.012);
  if (near) return near[1];
  const example = figures.find(({ quantity }) => quantity.unit === 'percent');
  const unit = example && example.sentence.leaf.content.prose.slice(example.quantity.numberSpan.end, example.prose.end);
  return `${Math.round(100 * value)}${unit !== undefined && /^(?:%|\s?per\s?cent)$/i.test(unit) ? unit.toLowerCase() : ' percent'}`;
}
