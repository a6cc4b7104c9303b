// Can two quantities, or two times, hold together? Rounding, bounds, ranges, approximation and units are allowed for.
import { fromPeriod } from '../../language/dates/calendar.ts';
import type { Quantity } from '../../language/quantities.ts';

/** Units that convert by a factor into one that stands for all of their kind. */
const TO_BASE: ReadonlyMap<string, readonly [base: string, factor: number]> = new Map(Object.entries({
  kilometre: ['metre', 1000], centimetre: ['metre', 0.01], millimetre: ['metre', 0.001], mile: ['metre', 1609.344], 'nautical mile': ['metre', 1852], foot: ['metre', 0.3048], inch: ['metre', 0.0254], yard: ['metre', 0.9144], metre: ['metre', 1],
  kilogram: ['gram', 1000], gram: ['gram', 1], milligram: ['gram', 0.001], tonne: ['gram', 1e6], pound: ['gram', 453.59237], ounce: ['gram', 28.349523125],
  litre: ['litre', 1], millilitre: ['litre', 0.001], kilolitre: ['litre', 1e3], megalitre: ['litre', 1e6], gigalitre: ['litre', 1e9], gallon: ['litre', 3.785411784], 'cubic metre': ['litre', 1e3],
  hectare: ['square metre', 1e4], acre: ['square metre', 4046.8564224], 'square metre': ['square metre', 1], 'square kilometre': ['square metre', 1e6], 'square foot': ['square metre', 0.09290304], 'square mile': ['square metre', 2589988.110336],
  'kilometre per hour': ['kilometre per hour', 1], 'mile per hour': ['kilometre per hour', 1.609344], knot: ['kilometre per hour', 1.852], 'metre per second': ['kilometre per hour', 3.6],
  kilowatt: ['watt', 1e3], megawatt: ['watt', 1e6], gigawatt: ['watt', 1e9], watt: ['watt', 1],
  'kilowatt hour': ['watt hour', 1e3], 'megawatt hour': ['watt hour', 1e6], 'gigawatt hour': ['watt hour', 1e9], 'terawatt hour': ['watt hour', 1e12], 'watt hour': ['watt hour', 1],
  second: ['second', 1], minute: ['second', 60], hour: ['second', 3600], day: ['second', 86400], week: ['second', 604800], fortnight: ['second', 1209600], month: ['month', 1], year: ['month', 12], decade: ['month', 120], century: ['month', 1200],
  cent: ['USD', 0.01], USD: ['USD', 1], penny: ['GBP', 0.01], GBP: ['GBP', 1],
  percent: ['ratio', 0.01], 'basis point': ['percentage point', 0.01], 'percentage point': ['percentage point', 1],
} satisfies Record<string, readonly [string, number]>));

/** A mean month of the Gregorian calendar, in seconds. */
const MONTH = 2629746;
/** Currencies of one word, which a draft writes with a sign or a code at one place and with the word alone at another. */
const OF_ONE_WORD: ReadonlyMap<string, string> = new Map([['PHP', 'MXN'], ['ARS', 'MXN'], ['CLP', 'MXN'], ['COP', 'MXN'], ['UYU', 'MXN'], ['DOP', 'MXN'], ['CUP', 'MXN'], ['PKR', 'INR'], ['LKR', 'INR'], ['NPR', 'INR'], ['MUR', 'INR'], ['UGX', 'KES'], ['TZS', 'KES'], ['SOS', 'KES']]);
/** Currencies that have cents, beside the US dollar. */
const HAS_CENTS: ReadonlySet<string> = new Set(['EUR', 'AUD', 'CAD', 'NZD', 'HKD', 'SGD', 'TWD', 'ZAR']);

interface Scaled {
  readonly low: number;
  readonly high: number;
}

/** The numbers that the words allow, in the base unit. */
function toInterval(quantity: Quantity, slack = slackOf(quantity)): Scaled {
  const [, factor] = baseOf(quantity);
  const { value, upper, bound } = quantity;
  // A bound is meant as it is said: "more than 300" allows no 287, "at least $1.2 billion" may be $1,196 million.
  const edge = Math.min(slack, Math.abs(value) * 0.01);
  const [low, high] = (() => {
    switch (bound) {
      case 'range': return [Math.min(value, upper ?? value) - slack, Math.max(value, upper ?? value) + slack];
      // News copy says "nearly", "about", "some" within a tenth, and closer where it writes more digits: "about 6,200" is not "about 6,900".
      case '~': {
        const about = Math.max(slack, Math.min(Math.abs(value) * 0.1, slack * 6));
        return [value - about, quantity.notReached ? value + 2 * edge : value + about];
      }
      case '>': case '>=': return [value - edge, quantity.close ? value + closeness(value, slack) : Infinity];
      case '<': case '<=': return [quantity.close ? value - closeness(value, slack) : -Infinity, value + edge];
      default: return [value - slack, value + slack];
    }
  })();
  const convert = (n: number) => (quantity.unit === 'degree Fahrenheit' ? ((n - 32) * 5) / 9 : n * factor);
  return { low: convert(low), high: convert(high) };
}

/** How far "just over" may go: a year and a quarter are just over a year, 74 million are no longer just over 70. */
function closeness(value: number, slack: number): number {
  const size = Math.abs(value);
  return size < 10 ? Math.max(0.1 * size, slack / 2) : Math.max(0.05 * size, Math.min(slack, 0.1 * size));
}

/** How far a number may lie from the one written; for "three in four" as far as the next such share is nearer, for its last place would be a quarter. */
function slackOf({ kind, unit, value, precision }: Quantity): number {
  if (kind !== 'ratio' || unit !== null || precision <= 0) return precision;
  const whole = Math.round(0.5 / precision);
  if (Math.abs(whole * precision - 0.5) > 1e-9 || Math.abs(value * whole - Math.round(value * whole)) > 1e-9) return precision;
  return whole % 10 === 0 ? Math.min(precision, 0.3 * value) : Math.min(precision, 0.05, 0.6 / whole ** 2);
}

/** The unit into which the quantity's converts, so that all of one group can be compared. */
export function baseUnit(quantity: Quantity): string | null {
  return baseOf(quantity)[0];
}

function baseOf({ unit, kind }: Quantity): readonly [string | null, number] {
  if (unit === null) return [kind === 'ratio' ? 'ratio' : null, 1];
  // "24 degrees", of heat where a temperature is told too.
  if (unit === 'degree Fahrenheit' || unit === 'degree') return ['degree Celsius', 1];
  const found = TO_BASE.get(unit);
  if (found) return found[0] === 'month' ? ['second', found[1] * MONTH] : found;
  // Of a rate the first unit: what it is a rate of stands as it is.
  const per = unit.indexOf(' per ');
  const first = per > 0 ? TO_BASE.get(unit.slice(0, per)) : undefined;
  return first ? [`${first[0]}${unit.slice(per)}`, first[1]] : [OF_ONE_WORD.get(unit) ?? unit, 1];
}

/** Are the two measured in units that can be compared? A bare number goes with any unit. */
export function sameUnit(a: Quantity, b: Quantity): boolean {
  if (a.unit === b.unit && (a.unit !== null || a.kind === b.kind)) return true;
  const [one] = baseOf(a);
  const [other] = baseOf(b);
  return one === other || inCents(a, b) !== a || inCents(b, a) !== b || a.unit === null && a.kind === 'number' || b.unit === null && b.kind === 'number';
}

/** Cents of euros, where the other figure is in euros. */
function inCents(cents: Quantity, other: Quantity): Quantity {
  if (cents.unit !== 'cent' || other.unit === null || !HAS_CENTS.has(other.unit)) return cents;
  return { ...cents, unit: other.unit, value: cents.value / 100, upper: cents.upper === null ? null : cents.upper / 100, precision: cents.precision / 100 };
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
  if (a.bound === '=' && b.bound === '=' && a.unit === b.unit) return Math.abs(a.value - b.value) <= Math.max(slackOf(a), slackOf(b)) * (1 + 1e-9);
  const bare = a.unit === null && a.kind === 'number' || b.unit === null && b.kind === 'number';
  const here = bare ? { ...a, unit: null, kind: 'number' as const } : inCents(asTemperature(a, b), b);
  const there = bare ? { ...b, unit: null, kind: 'number' as const } : inCents(asTemperature(b, a), a);
  const one = toInterval(here, slackBeside(here, there));
  const other = toInterval(there, slackBeside(there, here));
  // Elsewhere only for the binary noise of conversion.
  const noise = Math.max(1e-9, looseness(here, there)) * Math.max(...[one.low, one.high, other.low, other.high].filter(Number.isFinite).map(Math.abs), 0);
  return one.low <= other.high + noise && other.low <= one.high + noise;
}

/** A time in a larger unit is rounded to it, but nobody calls 18 months two years. */
function slackBeside(quantity: Quantity, other: Quantity): number {
  const slack = slackOf(quantity);
  const larger = quantity.kind === 'duration' && other.kind === 'duration' && quantity.unit !== other.unit && baseOf(quantity)[1] > baseOf(other)[1];
  return larger && quantity.value >= 2 && slack === 0.5 ? 0.4 : slack;
}

/** How much looser, as a share, two figures in different units are held against each other: months differ in length, and papers round what they convert ("105 mph (165 kph)"). */
function looseness(a: Quantity, b: Quantity): number {
  if (a.unit === b.unit || a.unit === null || b.unit === null) return 0;
  if (a.kind === 'duration') return (TO_BASE.get(a.unit)?.[0] === 'month') === (TO_BASE.get(b.unit)?.[0] === 'month') ? 0 : 0.02;
  const ratio = Math.log10(baseOf(a)[1] / baseOf(b)[1]);
  return a.kind === 'measure' && Math.abs(ratio - Math.round(ratio)) > 1e-6 ? 0.025 : 0;
}

/** "24 degrees" beside "21C" and beside "70F". */
function asTemperature(degrees: Quantity, other: Quantity): Quantity {
  return degrees.unit === 'degree' && other.kind === 'temperature' ? { ...degrees, unit: other.unit, kind: 'temperature' } : degrees;
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
