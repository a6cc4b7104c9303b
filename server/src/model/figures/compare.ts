// Can two quantities, or two times, hold together? Rounding, bounds, ranges, approximation and units are allowed for.
import { fromPeriod } from '../../language/dates/calendar.ts';
import type { Quantity } from '../../language/quantities.ts';

/** Units that convert by a factor into one that stands for all of their kind. */
const TO_BASE: ReadonlyMap<string, readonly [base: string, factor: number]> = new Map(Object.entries({
  kilometre: ['metre', 1000], centimetre: ['metre', 0.01], millimetre: ['metre', 0.001], mile: ['metre', 1609.344], foot: ['metre', 0.3048], inch: ['metre', 0.0254], yard: ['metre', 0.9144], metre: ['metre', 1],
  kilogram: ['gram', 1000], gram: ['gram', 1], milligram: ['gram', 0.001], tonne: ['gram', 1e6], pound: ['gram', 453.59237], ounce: ['gram', 28.349523125],
  litre: ['litre', 1], millilitre: ['litre', 0.001], gallon: ['litre', 3.785411784],
  hectare: ['square metre', 1e4], acre: ['square metre', 4046.8564224], 'square metre': ['square metre', 1], 'square kilometre': ['square metre', 1e6], 'square foot': ['square metre', 0.09290304], 'square mile': ['square metre', 2589988.110336],
  kilowatt: ['watt', 1e3], megawatt: ['watt', 1e6], gigawatt: ['watt', 1e9], watt: ['watt', 1],
  second: ['second', 1], minute: ['second', 60], hour: ['second', 3600], day: ['second', 86400], week: ['second', 604800], month: ['month', 1], year: ['month', 12], decade: ['month', 120],
  cent: ['USD', 0.01], USD: ['USD', 1], penny: ['GBP', 0.01], GBP: ['GBP', 1],
  percent: ['ratio', 0.01], 'basis point': ['percentage point', 0.01], 'percentage point': ['percentage point', 1],
} satisfies Record<string, readonly [string, number]>));

interface Scaled {
  readonly unit: string | null;
  readonly low: number;
  readonly high: number;
}

/** The numbers that the words allow, in the base unit. */
function toInterval(quantity: Quantity): Scaled {
  const [unit, factor] = baseOf(quantity);
  const { value, upper, bound } = quantity;
  const slack = quantity.precision;
  // A bound is meant as it is said: "more than 300" allows no 287, "at least $1.2 billion" may be $1,196 million.
  const edge = Math.min(slack, Math.abs(value) * 0.01);
  const [low, high] = (() => {
    switch (bound) {
      case 'range': return [Math.min(value, upper ?? value) - slack, Math.max(value, upper ?? value) + slack];
      // News copy says "nearly", "about", "some" within a tenth, and closer where it writes more digits: "about 6,200" is not "about 6,900".
      case '~': {
        const about = Math.max(slack, Math.min(Math.abs(value) * 0.1, slack * 6));
        return [value - about, value + about];
      }
      case '>': case '>=': return [value - edge, Infinity];
      case '<': case '<=': return [-Infinity, value + edge];
      default: return [value - slack, value + slack];
    }
  })();
  const convert = (n: number) => (unit === 'degree Celsius' && quantity.unit === 'degree Fahrenheit' ? ((n - 32) * 5) / 9 : n * factor);
  return { unit, low: convert(low), high: convert(high) };
}

/** The unit into which the quantity's converts, so that all of one group can be compared. */
export function baseUnit(quantity: Quantity): string | null {
  return baseOf(quantity)[0];
}

function baseOf(quantity: Quantity): readonly [string | null, number] {
  if (quantity.unit === null) return [quantity.kind === 'ratio' ? 'ratio' : null, 1];
  if (quantity.unit === 'degree Fahrenheit') return ['degree Celsius', 1];
  return TO_BASE.get(quantity.unit) ?? [quantity.unit, 1];
}

/** Are the two measured in units that can be compared? A bare number goes with any unit. */
export function sameUnit(a: Quantity, b: Quantity): boolean {
  if (a.unit === b.unit && (a.unit !== null || a.kind === b.kind)) return true;
  const [one] = baseOf(a);
  const [other] = baseOf(b);
  return one === other || a.unit === null && a.kind === 'number' || b.unit === null && b.kind === 'number';
}

/** By what a value in the one unit is multiplied to stand in the other; undefined where the units do not convert. */
export function factorBetween(from: string | null, to: string | null): number | undefined {
  if (from === to) return 1;
  const one = TO_BASE.get(from ?? '');
  const other = TO_BASE.get(to ?? '');
  return one && other && one[0] === other[0] ? one[1] / other[1] : undefined;
}

/** Can both hold of one quantity? Not where the units do not compare: that is no contradiction of values, the caller asks `sameUnit`. */
export function canBothHold(a: Quantity, b: Quantity): boolean {
  if (a.vague || b.vague || !sameUnit(a, b)) return true;
  if (a.kind === 'score' || b.kind === 'score') return a.kind !== b.kind || (a.value === b.value && a.upper === b.upper) || (a.value === b.upper && a.upper === b.value);
  // Rounding goes one way: two numbers that are both written to the unit differ when they are not equal.
  if (a.bound === '=' && b.bound === '=' && a.unit === b.unit) return Math.abs(a.value - b.value) <= Math.max(a.precision, b.precision) * (1 + 1e-9);
  const bare = a.unit === null && a.kind === 'number' || b.unit === null && b.kind === 'number';
  const one = toInterval(bare ? { ...a, unit: null, kind: 'number' } : a);
  const other = toInterval(bare ? { ...b, unit: null, kind: 'number' } : b);
  // Only for the binary noise of conversion.
  const noise = 1e-9 * Math.max(...[one.low, one.high, other.low, other.high].filter(Number.isFinite).map(Math.abs), 0);
  return one.low <= other.high + noise && other.low <= one.high + noise;
}

/** Do two figures say the same, as the `value` of a claim should what its sentence says? */
export function agrees(value: Quantity, written: Quantity): boolean {
  // "$6 million" is a fair value for a sentence that says "$6 million a year".
  const inText = value.unit !== null && written.unit?.startsWith(`${value.unit} per `) ? { ...written, unit: value.unit } : written;
  if (!sameUnit(value, inText)) return false;
  if ((value.upper === null) === (inText.upper === null)) {
    if (value.kind === 'score' || inText.kind === 'score') return value.value === inText.value && value.upper === inText.upper;
    if (value.upper !== null) return near(value, inText, value.value, inText.value) && near(value, inText, value.upper, inText.upper!);
    return near(value, inText, value.value, inText.value) || (value.unit !== inText.unit && canBothHold({ ...value, bound: '=' }, { ...inText, bound: '=' }));
  }
  return false;
}

function near(a: Quantity, b: Quantity, one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(a.precision, b.precision) * (1 + 1e-9) && (a.unit === b.unit || a.unit === null || b.unit === null);
}

/** Do two as-of times (ISO date, month, year or `from/to`) have a day in common? An unset or unreadable one matches any. */
export function timesOverlap(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  const one = periodOf(a);
  const other = periodOf(b);
  return !one || !other || (one.from <= other.to && other.from <= one.to);
}

/** As many periods are remembered: every figure of a draft is held against others of the same few times. */
const MOST_PERIODS = 1000;

const periods = new Map<string, ReturnType<typeof fromPeriod>>();

function periodOf(iso: string): ReturnType<typeof fromPeriod> {
  if (periods.has(iso)) return periods.get(iso);
  if (periods.size >= MOST_PERIODS) periods.clear();
  const period = fromPeriod(iso);
  periods.set(iso, period);
  return period;
}
