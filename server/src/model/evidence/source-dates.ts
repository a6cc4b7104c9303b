// The dates of a source's sentences and rows, and how two dates stand to each other: the same, one within the other, or apart.
import { findDates, type DateMention } from '../../language/dates.ts';
import { fromIso, toNumber } from '../../language/dates/calendar.ts';
import type { CitedPassage } from './cited.ts';

/** What a date expression says, as far as it can be known. */
export interface KnownDate {
  /** First and last day, ISO. */
  readonly from: string;
  readonly to: string;
  readonly grain: DateMention['grain'];
  /** Is the year not written, or a guess? Then only month and day are held against others. */
  readonly yearless: boolean;
  /** "on Monday", "yesterday": reckoned from the day of the text. */
  readonly reckoned: boolean;
}

/** A date of a source; the mention's offsets are those of the unit's words. */
export interface SourceDate {
  readonly mention: DateMention;
  /** Undefined: "on Monday" in a text whose day nobody knows. */
  readonly known: KnownDate | undefined;
}

const cache = new WeakMap<object, Map<string, readonly (readonly SourceDate[])[]>>();

/** The dates of each unit of a passage. `issued`: the day of the source, from which relative dates count. Read once, linear. */
export function datesOf({ passage, reading }: CitedPassage, issued: string | undefined): readonly (readonly SourceDate[])[] {
  const reference = fromIso(issued) ? issued : undefined;
  let byReference = cache.get(passage.origin);
  if (!byReference) cache.set(passage.origin, (byReference = new Map()));
  let dates = byReference.get(reference ?? '');
  if (!dates) byReference.set(reference ?? '', (dates = reading.units.map(unit => readDates(passage.text.slice(unit.start, unit.end).replace(/\s/g, ' '), reference))));
  return dates;
}

function readDates(prose: string, reference: string | undefined): readonly SourceDate[] {
  // Few sentences have one, and whoever has has a figure or one of these letters' words.
  return MAY_DATE.test(prose) ? findDates(prose, reference).map(mention => ({ mention, known: toKnown(mention, prose.slice(mention.start, mention.end)) })) : [];
}

const MAY_DATE = /\d|day\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|year|month|week|spring|summer|autumn|fall|winter|today|tonight|tomorrow|ago|quarter|half|decade|century)/i;

/** Any day, to read the month and the day of an expression without a year. */
const SOME_DAY = '2000-07-01';

/** `words`: those of the mention. */
export function toKnown(mention: DateMention, words: string): KnownDate | undefined {
  const { from, to, grain, relative } = mention;
  if (mention.yearWritten && from !== undefined && to !== undefined) return { from, to, grain, yearless: false, reckoned: false };
  // "on May 3", "in May": a month is written, no year. "March" and "May" alone may be no months.
  const alone = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(words) ? findDates(words, SOME_DAY)[0] ?? findDates(`in ${words}`, SOME_DAY)[0] : undefined;
  if (alone?.from !== undefined && alone.to !== undefined && (grain === 'day' || grain === 'month' || grain === 'range')) return { from: alone.from, to: alone.to, grain, yearless: true, reckoned: false };
  return from === undefined || to === undefined ? undefined : { from, to, grain, yearless: false, reckoned: relative };
}

/** - `same`: what the second says bears the first out. `coarser`: the second is less exact, and may mean it. `apart`: not both of one event. `unclear`: nothing can be said. */
export type DateRelation = 'same' | 'coarser' | 'apart' | 'unclear';

/** How the date of a source stands to that of the draft. `byTheClock`: the sentences tell of a night, or of hours in some time zone. */
export function relate(draft: KnownDate, source: KnownDate | undefined, byTheClock: boolean): DateRelation {
  if (!source) return 'unclear';
  const yearless = draft.yearless || source.yearless;
  // A year alone and a day without its year have nothing in common.
  if (yearless && (isLong(draft) || isLong(source) || crossesYears(draft) || crossesYears(source))) return 'unclear';
  const [a, b] = yearless ? [inSomeYear(draft), inSomeYear(source)] : [draft, source];
  if (b.from >= a.from && b.to <= a.to) return 'same';
  if (a.from >= b.from && a.to <= b.to) return 'coarser';
  if (a.from <= b.to && b.from <= a.to) return 'same';
  const gap = toDay(a.from) > toDay(b.to) ? toDay(a.from) - toDay(b.to) : toDay(b.from) - toDay(a.to);
  const reckoned = draft.reckoned || source.reckoned;
  // The day after may be the same day elsewhere; "last month" and "on Monday" are reckoned from days that need not be one.
  if (gap <= 1 && (reckoned || byTheClock)) return 'unclear';
  if (reckoned && (draft.grain !== 'day' || source.grain !== 'day' || gap > 6)) return 'unclear';
  return 'apart';
}

function isLong({ grain }: KnownDate): boolean {
  return grain !== 'day' && grain !== 'month' && grain !== 'range' && grain !== 'week';
}

function crossesYears({ from, to }: KnownDate): boolean {
  return from.slice(0, 4) !== to.slice(0, 4);
}

/** In a leap year, which has every day. */
function inSomeYear(date: KnownDate): KnownDate {
  return { ...date, from: `2000${date.from.slice(4)}`, to: `2000${date.to.slice(4)}` };
}

function toDay(iso: string): number {
  return toNumber(fromIso(iso)!);
}
