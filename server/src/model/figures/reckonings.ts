// What follows from the numbers beside a stated result, and whether the result lies within their rounding.
import type { Figure } from '../analysis.ts';
import { factorBetween } from './compare.ts';
import { perOf, roundLike, sameKind, slackOf, toInterval, toleranceOf, type Interval } from './rounding.ts';

/** A stated result, the numbers that it should follow from, and what does follow. */
export interface Reckoning {
  /** The figure that states the result. */
  readonly stated: Figure;
  /** The numbers that it should follow from; years are none. */
  readonly from: readonly Figure[];
  readonly nature: 'change' | 'share' | 'sum' | 'difference' | 'points' | 'rate' | 'multiple' | 'years';
  /** What follows, in the unit of the stated result, rounded as that is. */
  readonly computed: number;
  readonly fits: boolean;
  /** Of a multiple: as how many times the first number the second is given. */
  readonly times?: number;
}

/** The change from one level to another, in percent, in points, or in their own unit. */
export function change(first: Figure, last: Figure, stated: Figure): Reckoning | undefined {
  const { unit } = stated.quantity;
  const [old, now] = inOneUnit(first, last);
  if (!comparable(old, now) || old.quantity.value <= 0 || now.quantity.value < 0) return undefined;
  if (unit !== 'percent') return apart(old, now, stated);
  const [from, to] = [toInterval(old), toInterval(now)];
  const relative = 100 * (now.quantity.value - old.quantity.value) / old.quantity.value;
  if (from.low <= 0) return undefined;
  const sizes = [100 * (to.low - from.high) / from.high, 100 * (to.high - from.low) / from.low];
  const range = sizes[0]! < 0 && sizes[1]! > 0 ? { low: 0, high: Math.max(-sizes[0]!, sizes[1]!) } : { low: Math.min(...sizes.map(Math.abs)), high: Math.max(...sizes.map(Math.abs)) };
  const claimed = Math.abs(stated.quantity.value);
  // That both numbers are rounded as far as they can be is rare; of two percentages points are the likelier reading anyway.
  const half = Math.min(Math.abs(relative) - range.low, range.high - Math.abs(relative)) * (old.quantity.unit === 'percent' ? 0.5 : 0.3);
  const points = Math.abs(now.quantity.value - old.quantity.value);
  // "From 94 to 86 percent, an 8 percent fall": that the percentage comes near it as well is chance.
  const asPoints = old.quantity.unit === 'percent' && stated.quantity.bound === '=' && Math.abs(points - claimed) < 1e-9 && (Math.abs(Math.abs(relative) - claimed) > slackOf(stated) || old.quantity.value > 50);
  const fits = !asPoints && within({ low: range.low + half, high: range.high - half }, claimed, stated.quantity.bound === '~' ? Math.max(1, claimed * 0.15) : slackOf(stated));
  if (fits || old.quantity.unit !== 'percent') return { stated, from: [old, now], nature: 'change', computed: roundLike(Math.abs(relative), stated), fits };
  if (Math.abs(points - claimed) <= Math.max(slackOf(stated), toleranceOf(old), toleranceOf(now)) * (1 + 1e-9)) return { stated, from: [old, now], nature: 'points', computed: points, fits: false };
  // Neither points nor percent, whatever the rounding.
  return within(range, claimed, slackOf(stated)) || Math.abs(points - claimed) <= toleranceOf(old) + toleranceOf(now) + slackOf(stated) ? undefined : { stated, from: [old, now], nature: 'change', computed: roundLike(Math.abs(relative), stated), fits: false };
}

/** A change given in units and in percent, with the level it led to. */
export function step(by: Figure, now: Figure, stated: Figure, down: boolean): Reckoning | undefined {
  const factor = by.quantity.unit === null || now.quantity.unit === null ? 1 : coinsIn(by.quantity.unit, now.quantity.unit);
  if (factor === undefined || now.quantity.kind === 'percent' || (by.quantity.kind === 'money' && now.quantity.unit === null)) return undefined;
  // Steps are as often cut off as rounded.
  const slack = 2 * toleranceOf(by);
  const [size, to] = [{ low: (by.quantity.value - slack) * factor, high: (by.quantity.value + slack) * factor }, toInterval(now)];
  const old = now.quantity.value + (down ? 1 : -1) * by.quantity.value * factor;
  const [low, high] = down ? [to.low + size.low, to.high + size.high] : [to.low - size.high, to.high - size.low];
  return low <= 0 ? undefined : result('share', stated, [by, now], 100 * by.quantity.value * factor / old, { low: 100 * size.low / high, high: 100 * size.high / low });
}

/** "60 cents to €9.10 a kilo": how much of the one unit the other is, whatever it is paid for. */
function coinsIn(unit: string, level: string): number | undefined {
  const [currency] = level.split(' per ');
  return factorBetween(unit, level) ?? factorBetween(unit, currency!) ?? (unit === 'cent' && /^(?:EUR|AUD|CAD|NZD|ZAR|SGD|HKD)$/.test(currency!) ? 0.01 : undefined);
}

function inCoins(unit: string | null, level: string): number | undefined {
  const size = unit === null ? undefined : coinsIn(unit, level);
  return size === undefined ? undefined : 1 / size;
}

/** How far two numbers lie apart. */
export function apart(one: Figure, other: Figure, stated: Figure): Reckoning | undefined {
  const points = /^(?:percentage |basis )?point$/.test(stated.quantity.unit ?? '') && one.quantity.unit === 'percent';
  if (!comparable(one, other) || points !== (one.quantity.unit === 'percent') || other.quantity.unit !== one.quantity.unit && points || stated.quantity.kind === 'age' || stated.quantity.kind === 'ratio') return undefined;
  if (!points && stated.quantity.kind === 'percent') return undefined;
  const unit = one.quantity.unit ?? other.quantity.unit;
  // An increase of 2 a week is another rate than 2.
  if (!points && stated.quantity.unit !== null && unit !== null && perOf(unit, stated.quantity.unit)) return undefined;
  const factor = points ? (stated.quantity.unit === 'basis point' ? 100 : 1) : perOf(stated.quantity.unit, unit) || stated.quantity.unit === null ? 1 : unit === null ? (stated.quantity.kind === 'count' ? 1 : undefined) : factorBetween(unit, stated.quantity.unit) ?? inCoins(stated.quantity.unit, unit);
  if (factor === undefined) return undefined;
  const gap = Math.abs(one.quantity.value - other.quantity.value);
  const slack = 0.98 * (toleranceOf(one) + toleranceOf(other));
  return result('difference', stated, [one, other], gap * factor, { low: Math.max(0, gap - slack) * factor, high: (gap + slack) * factor });
}

/** Of two numbers, the one as a share of the other; the stated is the share, or the part. `exact`: the share is set (a tax, a deposit), and not measured. */
export function share(part: Figure, whole: Figure, ratio: Figure, stated: Figure, exact = false): Reckoning | undefined {
  if (/^(?:money|duration|measure)$/.test(part.quantity.kind) && !comparable(part, whole) || /^(?:money|duration|measure)$/.test(whole.quantity.kind) && part.quantity.unit !== null && !comparable(part, whole) || part.quantity.kind === 'percent' || whole.quantity.kind === 'percent' || whole.quantity.value <= 0 || part.quantity.value > whole.quantity.value || part.quantity.value < 0) return undefined;
  const scale = ratio.quantity.unit === 'percent' ? 100 : 1;
  const [own, all, given] = [toInterval(part), toInterval(whole), exact && ratio.quantity.bound === '=' ? { low: ratio.quantity.value, high: ratio.quantity.value } : shareInterval(ratio)];
  if (stated === ratio) return result('share', stated, [part, whole], scale * part.quantity.value / whole.quantity.value, { low: scale * own.low / all.high, high: scale * own.high / Math.max(all.low, 1e-9) }, given.high - ratio.quantity.value);
  return result('share', stated, [ratio, whole], ratio.quantity.value / scale * whole.quantity.value, { low: given.low / scale * all.low, high: given.high / scale * all.high });
}

/** "Just over half", "less than a third": a share with a bound on one side. */
export function boundedShare(part: Figure, whole: Figure, ratio: Figure): Reckoning | undefined {
  const { kind, unit, bound, value, upper, vague } = ratio.quantity;
  if (upper !== null || vague || !/^[<>]/.test(bound) || !(kind === 'ratio' && unit === null && value < 1 || unit === 'percent')) return undefined;
  const found = share(part, whole, ratio, ratio);
  return found && { ...found, fits: bound.startsWith('>') ? found.computed >= 0.98 * value : found.computed <= 1.02 * value };
}

/** "More than half, 46 percent": a share beside the bound that it should keep. */
export function keepsBound(bounded: Figure, stated: Figure): Reckoning | undefined {
  const { kind, unit, bound, value, upper, vague } = bounded.quantity;
  if (upper !== null || vague || !/^[<>]/.test(bound) || !(kind === 'ratio' && unit === null && value < 1) || stated.quantity.unit !== 'percent') return undefined;
  const fits = bound.startsWith('>') ? stated.quantity.value >= 98 * value : stated.quantity.value <= 102 * value;
  return { stated, from: [bounded], nature: 'share', computed: roundLike(100 * value, stated), fits };
}

/** So many of so much each: what they come to, in the unit of the one. */
export function repeated(number: Figure, each: Figure, stated: Figure): Reckoning | undefined {
  if (number.quantity.kind !== 'count' && number.quantity.kind !== 'number' || number.quantity.value <= 1 || !Number.isInteger(number.quantity.value) || each.quantity.kind === 'percent' || each.quantity.kind === 'ratio' || each.quantity.unit === null || each.quantity.unit !== stated.quantity.unit) return undefined;
  const [many, one] = [toInterval(number), toInterval(each)];
  return result('rate', stated, [number, each], number.quantity.value * each.quantity.value, { low: many.low * one.low, high: many.high * one.high });
}

/** So much for one in a span of time, for so many: "$12 a month from each of 50,000 homes, or $7.2m a year". */
export function raised(each: Figure, number: Figure, stated: Figure): Reckoning | undefined {
  const [unit, per = spanBehind(each)] = (each.quantity.unit ?? '').split(' per ');
  const [unitToo, perToo = spanBehind(stated)] = (stated.quantity.unit ?? '').split(' per ');
  if (each.quantity.kind !== 'money' || stated.quantity.kind !== 'money' || unit !== unitToo || number.quantity.kind !== 'count' || number.quantity.value <= 1 || per === undefined || perToo === undefined) return undefined;
  const factor = (PER_YEAR.get(per) ?? NaN) / (PER_YEAR.get(perToo) ?? NaN);
  if (!Number.isFinite(factor)) return undefined;
  const [price, many] = [toInterval(each), toInterval(number)];
  return result('rate', stated, [each, number], each.quantity.value * number.quantity.value * factor, { low: price.low * many.low * factor * 0.96, high: price.high * many.high * factor * 1.04 });
}

/** A share given twice, as a fraction and in percent. */
export function sameShare(fraction: Figure, stated: Figure): Reckoning | undefined {
  if (fraction.quantity.value > 1) return undefined;
  const given = shareInterval(fraction);
  return result('share', stated, [fraction], 100 * fraction.quantity.value, { low: 100 * given.low, high: 100 * given.high });
}

/** "A third" is anything near it: in words shares are rough. */
function shareInterval(ratio: Figure): Interval {
  if (ratio.quantity.kind !== 'ratio') return ratio.quantity.bound === '~' ? { low: ratio.quantity.value - 2, high: ratio.quantity.value + 2 } : { low: ratio.quantity.value - slackOf(ratio), high: ratio.quantity.value + slackOf(ratio) };
  const { value, bound } = ratio.quantity;
  // "About one in eight" is neither one in six nor one in ten.
  const slack = Math.min(value * (bound === '~' ? 0.2 : 0.15), bound === '~' ? Math.max(0.04, value * 0.12) : Math.max(0.025, value * 0.06));
  return { low: value - slack, high: value + slack };
}

/** The parts that a total is made of. `more`: what is counted without a number ("and a guide"). */
export function sum(parts: readonly Figure[], stated: Figure, more = 0): Reckoning | undefined {
  if (!addable([...parts, stated])) return undefined;
  const value = parts.reduce((n, part) => n + part.quantity.value, more);
  // That every part is rounded as far as it can be does not happen.
  const slack = 0.98 * parts.reduce((n, part) => n + toleranceOf(part), 0);
  return result('sum', stated, parts, value, { low: value - slack, high: value + slack }, toleranceOf(stated));
}

/** What a whole leaves when its parts are taken away. */
export function rest(whole: Figure, parts: readonly Figure[], stated: Figure): Reckoning | undefined {
  if (!addable([...parts, whole, stated])) return undefined;
  const value = whole.quantity.value - parts.reduce((n, part) => n + part.quantity.value, 0);
  const slack = [whole, ...parts].reduce((n, part) => n + toleranceOf(part), 0);
  return value <= 0 ? undefined : result('sum', stated, [whole, ...parts], value, { low: value - slack, high: value + slack }, toleranceOf(stated));
}

/** What is left of a hundred percent. Where it need not be all that is left, only too much is wrong. */
export function shareOfAll(parts: readonly Figure[], stated: Figure, all: boolean): Reckoning | undefined {
  const left = 100 - parts.reduce((n, part) => n + part.quantity.value, 0);
  const slack = [...parts, stated].reduce((n, part) => n + toleranceOf(part), 0);
  return left <= 0 ? undefined : result('sum', stated, parts, left, { low: all ? left - slack : 0, high: left + slack }, 0);
}

/** The two numbers of a score or a vote, and how far they lie apart. */
export function margin(score: Figure, stated: Figure): Reckoning | undefined {
  const { value, upper } = score.quantity;
  return upper === null || stated.quantity.kind === 'percent' ? undefined : result('difference', stated, [score], Math.abs(value - upper), { low: Math.abs(value - upper), high: Math.abs(value - upper) });
}

/** Can the figures be added? Money with money of one currency, percentages with percentages, and what is counted with what is counted. */
function addable(figures: readonly Figure[]): boolean {
  // "24 points and 17": a number alone is of what the others measure.
  const measured = figures.some(({ quantity }) => quantity.kind === 'measure');
  const kinds = new Set(figures.map(({ quantity }) => (quantity.kind !== 'number' ? quantity.kind : measured && quantity.unit === null ? 'measure' : 'count')));
  const units = new Set(figures.map(figure => figure.quantity.unit).filter(unit => unit !== null));
  return figures.every(({ quantity }) => quantity.value > 0) && kinds.size === 1 && /^(?:count|money|percent|measure|duration)$/.test([...kinds][0]!) && (kinds.has('count') || units.size === 1);
}

/** So much for so many: what falls to one. */
export function perOne(total: Figure, number: Figure, stated: Figure): Reckoning | undefined {
  if (number.quantity.value <= 1 || total.quantity.kind === 'percent' || (stated.quantity.unit !== null && stated.quantity.unit !== total.quantity.unit && !perOf(total.quantity.unit, stated.quantity.unit))) return undefined;
  if (number.quantity.kind === 'percent' || number.quantity.kind === 'money' || (stated.quantity.kind === 'money') !== (total.quantity.kind === 'money')) return undefined;
  const [all, among] = [toInterval(total), toInterval(number)];
  return result('rate', stated, [total, number], total.quantity.value / number.quantity.value, { low: all.low / among.high, high: all.high / Math.max(among.low, 1e-9) });
}

/** So many at so much each: what they come to. */
export function product(number: Figure, each: Figure, stated: Figure): Reckoning | undefined {
  if (each.quantity.kind !== 'money' || stated.quantity.kind !== 'money' || number.quantity.kind === 'percent' || number.quantity.kind === 'money' || number.quantity.value <= 1 || (each.quantity.unit !== stated.quantity.unit && !perOf(stated.quantity.unit, each.quantity.unit))) return undefined;
  const [many, price] = [toInterval(number), toInterval(each)];
  return result('rate', stated, [number, each], number.quantity.value * each.quantity.value, { low: many.low * price.low, high: many.high * price.high });
}

/** One rate for another span of time: $40 a month, $480 a year. */
export function otherRate(one: Figure, stated: Figure): Reckoning | undefined {
  const [unit, per = spanBehind(one)] = (one.quantity.unit ?? '').split(' per ');
  const [unitToo, perToo = spanBehind(stated)] = (stated.quantity.unit ?? '').split(' per ');
  if (unit !== unitToo && unitToo !== '' || per === undefined || perToo === undefined || !/^(?:money|count|number|measure)$/.test(one.quantity.kind)) return undefined;
  const factor = PER_YEAR.get(per)! / PER_YEAR.get(perToo)!;
  if (!Number.isFinite(factor) || factor === 1) return undefined;
  // "$20 a month or $200 a year": who pays for a year at once pays less.
  if (/^(?:month|week)$/.test(per) && perToo === 'year' && one.quantity.kind === 'money' && !isStep(one) && stated.quantity.value < one.quantity.value * factor && stated.quantity.value >= 0.7 * one.quantity.value * factor) return undefined;
  const own = toInterval(one);
  // Weeks fit into no month or year.
  const [days, toDays] = [WORKED.get(perToo), WORKED.get(per)];
  // A day's work is done on five days of a week, or on all.
  if (per === 'day' && days) return result('rate', stated, [one], one.quantity.value * days[1], { low: own.low * days[0], high: own.high * days[1] });
  if (perToo === 'day' && toDays) return result('rate', stated, [one], one.quantity.value / toDays[1], { low: own.low / toDays[1], high: own.high / toDays[0] });
  const leap = /week/.test(`${per} ${perToo}`) ? 0.04 : 0;
  return result('rate', stated, [one], one.quantity.value * factor, { low: own.low * factor * (1 - leap), high: own.high * factor * (1 + leap) });
}

/** "rises by $9 a month", "$9 less a month": for a step nobody has a discount. */
function isStep({ prose, sentence }: Figure): boolean {
  const text = sentence.leaf.content.prose;
  return /\b(?:by|extra|another|additional|rise of|increase of|cut of|saving of|sav(?:e|es|ing|ed)(?: (?:them|him|her|it|each))?|los(?:e|es|ing)) (?:an? )?(?:extra |another |additional |about |some |around )?$/i.test(text.slice(Math.max(sentence.prose.start, prose.start - 40), prose.start)) || /^ (?:less|more|extra)\b/.test(text.slice(prose.end, prose.end + 8));
}

/** "900 loaves a day": the span of time behind a figure that has none in its unit. */
function spanBehind({ prose, sentence }: Figure): string | undefined {
  return /^(?: of [a-z]+(?: [a-z]+)?| less| more| extra)? (?:an?|per|each|every) (day|week|month|quarter|year)\b/.exec(sentence.leaf.content.prose.slice(prose.end, prose.end + 40))?.[1];
}

const PER_YEAR: ReadonlyMap<string, number> = new Map([['year', 1], ['quarter', 4], ['month', 12], ['week', 52], ['day', 365]]);
/** Days of work, and days, in each. */
const WORKED: ReadonlyMap<string, readonly [number, number]> = new Map([['week', [5, 7]], ['month', [19, 31]], ['quarter', [58, 92]], ['year', [220, 366]]]);

/** "Doubled from 40 to 80": the second number is so many times the first. `how`: the word that bounds it, if any. */
export function multiple(old: Figure, now: Figure, times: number, how: string): Reckoning | undefined {
  if (!comparable(old, now) || old.quantity.value <= 0 || now.quantity.value <= 0) return undefined;
  const [from, to] = [toInterval(old), toInterval(now)];
  const rough = times >= 1 ? times * 0.075 : times * 0.15;
  const [low, high] = /more than|over|at least/.test(how) ? (times >= 1 ? [times * 0.99, Infinity] : [0, times * 1.02]) : /nearly|almost|close to/.test(how) ? (times >= 1 ? [times * 0.8, times * 1.01] : [times * 0.97, times * 1.3]) : /about|roughly|around/.test(how) ? [times - 2 * rough, times + 2 * rough] : [times - rough, times + rough];
  const fits = to.high / from.low >= low * (1 - 1e-9) && to.low / from.high <= high * (1 + 1e-9);
  return { stated: now, from: [old], nature: 'multiple', computed: roundLike(old.quantity.value * times, now), fits, times };
}

/** A change as a fraction of the old level ("a jump of more than half"), or one level as so many times the other ("nearly five times"). */
export function fold(first: Figure, last: Figure, stated: Figure, nature: 'change' | 'multiple'): Reckoning | undefined {
  const [old, now] = inOneUnit(first, last);
  const { kind, unit, value, bound, upper, vague } = stated.quantity;
  if (kind !== 'ratio' || upper !== null || vague || (unit !== null) !== (nature === 'multiple') || (nature === 'change' && value >= 1) || !comparable(old, now) || old.quantity.kind === 'percent' && nature === 'change' && (old.quantity.unit !== now.quantity.unit || /^ of (?:an?|one) (?:percentage )?(?:point|percent|per cent)/.test(stated.sentence.leaf.content.prose.slice(stated.prose.end, stated.prose.end + 24))) || old.quantity.value <= 0 || now.quantity.value <= 0) return undefined;
  const [from, to] = [toInterval(old), toInterval(now)];
  const rough = nature === 'multiple' ? value * 0.12 : Math.max(0.03, value * 0.12);
  const sizes = nature === 'multiple' ? [to.low / from.high, to.high / from.low] : [Math.abs(to.low / from.high - 1), Math.abs(to.high / from.low - 1)];
  const range = { low: Math.min(...sizes), high: Math.max(...sizes) };
  const [low, high] = bound === '>' || bound === '>=' ? [value - rough / 4, Infinity] : bound === '<' || bound === '<=' ? [0, value + rough / 4] : bound === '~' ? [value - 1.6 * rough, value + 1.6 * rough] : [value - rough, value + rough];
  const computed = nature === 'multiple' ? now.quantity.value / old.quantity.value : Math.abs(now.quantity.value / old.quantity.value - 1);
  // Written so, a third is the change; of what is left it would be another number.
  return { stated, from: [old, now], nature: nature === 'multiple' ? 'rate' : 'share', computed: Number(computed.toPrecision(2)), fits: range.high >= low && range.low <= high };
}

/** Paid by the piece: so many at a price for one. */
export function earned(each: Figure, number: Figure, stated: Figure): Reckoning | undefined {
  const [unit, written] = (each.quantity.unit ?? '').split(' per ');
  const { prose } = each.sentence.leaf.content;
  const per = written ?? /^ (?:an?|per|for each|for every) ([a-z]+)\b/.exec(prose.slice(each.prose.end, each.prose.end + 40))?.[1];
  if (each.quantity.kind !== 'money' || per === undefined || per !== number.quantity.unit?.split(' per ')[0] || stated.quantity.unit?.split(' per ')[0] !== unit) return undefined;
  // "$5 a ton for 400 tons a week, or $104,000 a year"
  const [spans, spansToo] = [number.quantity.unit?.split(' per ')[1], stated.quantity.unit?.split(' per ')[1]];
  if (spans !== undefined && spansToo !== undefined && spans !== spansToo) return undefined;
  const [many, price] = [toInterval(number), toInterval(each)];
  // A shift's hours and pounds are whole numbers, and written so.
  const exact = Number.isInteger(number.quantity.value) && number.quantity.value < 1000 ? { low: number.quantity.value, high: number.quantity.value } : many;
  return result('rate', stated, [number, each], number.quantity.value * each.quantity.value, { low: exact.low * price.low, high: exact.high * price.high });
}

/** So many years between two. Both may be counted, and neither. */
export function years(first: number, last: number, stated: Figure, slack = 1): Reckoning | undefined {
  if (last <= first || (stated.quantity.unit !== 'year' && stated.quantity.unit !== null)) return undefined;
  return result('years', stated, [], last - first, { low: last - first - slack, high: last - first + slack }, 0);
}

/** Of two numbers that are all, "412 for and 388 against", the share of either. */
export function shareOfBoth(one: Figure, other: Figure, stated: Figure): Reckoning | undefined {
  if (!comparable(one, other) || stated.quantity.unit !== 'percent' || !addable([one, other])) return undefined;
  const options = [[one, other], [other, one]].map(([part, rest]) => {
    const [own, left] = [toInterval(part!), toInterval(rest!)];
    return result('share', stated, [part!, rest!], 100 * part!.quantity.value / (part!.quantity.value + rest!.quantity.value), { low: 100 * own.low / (own.low + left.high), high: 100 * own.high / (own.high + left.low) });
  });
  return options.find(({ fits }) => fits) ?? options.toSorted((a, b) => Math.abs(a.computed - stated.quantity.value) - Math.abs(b.computed - stated.quantity.value))[0];
}

/** A majority: by how many more than the rest, or than half. */
export function majority(part: Figure, whole: Figure, stated: Figure): Reckoning | undefined {
  const [own, all] = [part.quantity.value, whole.quantity.value];
  if (own <= all / 2 || own >= all || !addable([part, whole])) return undefined;
  const over = result('difference', stated, [part, whole], 2 * own - all, { low: 2 * own - all, high: 2 * own - all });
  const half = own - Math.floor(all / 2);
  return over.fits || Math.abs(stated.quantity.value - half) > 1 ? over : { ...over, fits: true };
}

/** The age of one who was born in a year and has just died, by the draft's year: the death may have been last year's. */
export function ageLately(born: number, today: number, stated: Figure): Reckoning | undefined {
  if (today - born < 2 || today - born > 120) return undefined;
  return result('years', stated, [], today - born, { low: today - born - 2, high: today - born }, 0);
}

/** An age between two years: the full difference, or one less before the birthday. */
export function age(born: number, then: number, stated: Figure): Reckoning | undefined {
  if (then - born < 1 || then - born > 120) return undefined;
  return result('years', stated, [], then - born, { low: then - born - 1, high: then - born }, 0);
}

/** Years between two ages. Both may be counted, and neither. */
export function agesApart(first: Figure, last: Figure, stated: Figure): Reckoning | undefined {
  const [from, to] = [first.quantity.value, last.quantity.value];
  if (to <= from || to > 120 || stated.quantity.unit !== 'year') return undefined;
  return result('years', stated, [], to - from, { low: to - from - 1, high: to - from + 1 }, 0);
}

function comparable(one: Figure, other: Figure): boolean {
  return sameKind(one.quantity, other.quantity) && !isWhen(one) && !isWhen(other);
}

/** "from 36 percent to 18": the unit stands once, and of what is below a hundred. */
function inOneUnit(old: Figure, now: Figure): readonly [Figure, Figure] {
  const asPercent = (figure: Figure): Figure => ({ ...figure, quantity: { ...figure.quantity, unit: 'percent', kind: 'percent' } });
  const alone = ({ quantity: { kind, unit, value } }: Figure) => kind === 'number' && unit === null && value <= 100;
  if (old.quantity.unit === 'percent' && alone(now)) return [old, asPercent(now)];
  return now.quantity.unit === 'percent' && alone(old) ? [asPercent(old), now] : [old, now];
}

/** "two years ago", "in the four years before": a time, and no amount of it. */
function isWhen({ quantity, prose, sentence }: Figure): boolean {
  if (quantity.kind !== 'duration') return false;
  const text = sentence.leaf.content.prose;
  return /^ (?:ago|earlier|before|later|previously)\b/.test(text.slice(prose.end, prose.end + 12)) || /\b(?:in|over|within|during) (?:the|its|their) (?:past |last |first |next )?$/i.test(text.slice(Math.max(0, prose.start - 24), prose.start));
}

function result(nature: Reckoning['nature'], stated: Figure, from: readonly Figure[], value: number, range: Interval, slack = Number.isInteger(value) && range.low === range.high ? toleranceOf(stated) : slackOf(stated)): Reckoning {
  return { stated, from, nature, computed: roundLike(value, stated, range.low === range.high), fits: within(range, stated.quantity.value, stated.quantity.bound === '~' && stated.quantity.kind !== 'ratio' ? Math.max(slack, toleranceOf(stated)) : slack) };
}

function within({ low, high }: Interval, value: number, slack: number): boolean {
  const noise = 1e-9 * Math.max(Math.abs(low), Math.abs(high), 1);
  return value + slack >= low - noise && value - slack <= high + noise;
}
