// Whether two dates of one event can both hold: days, months, parts of months, weekdays.
import { fromIso, toNumber, weekdayOf } from '../../language/dates/calendar.ts';
import type { DraftDate } from '../analysis.ts';

/** Do the two dates have no day in common? A weekday alone is held against the weekday of the other, a week at most away. */
export function apart(a: DraftDate, b: DraftDate): boolean {
  const [x, y] = [a.mention, b.mention];
  if (x.from === undefined || x.to === undefined || y.from === undefined || y.to === undefined || x.grain === 'week' || y.grain === 'week') return false;
  if (x.grain === 'range' || y.grain === 'range') return isPartOfMonth(a) !== isPartOfMonth(b) && x.from.slice(0, 4) === y.from.slice(0, 4) && !isBareWeekday(a) && !isBareWeekday(b) && (dayOf(y.from) - dayOf(x.to) > 5 || dayOf(x.from) - dayOf(y.to) > 5);
  if (x.from <= y.to && y.from <= x.to) return false;
  const one = dayOf(x.from);
  const other = dayOf(y.from);
  if (isBareWeekday(a) || isBareWeekday(b)) return x.grain === 'day' && y.grain === 'day' && !(isBareWeekday(a) && isBareWeekday(b)) && Math.abs(one - other) <= 7 && weekdayOf(one) !== weekdayOf(other);
  // Without a written year the two are of the same one, or the reader guessed it.
  // Months of different names differ in any year.
  if (x.relative && y.relative && x.grain !== y.grain) return /^(?:month day|day month)$/.test(`${x.grain} ${y.grain}`) && x.from.slice(5, 7) !== y.from.slice(5, 7) && (x.daySpan !== undefined || y.daySpan !== undefined);
  if (x.relative !== y.relative && x.from.slice(4) === y.from.slice(4)) return false;
  return !((x.relative && x.grain === 'year') || (y.relative && y.grain === 'year') || (x.relative && x.daySpan === undefined && x.grain !== 'month') || (y.relative && y.daySpan === undefined && y.grain !== 'month'));
}

/** "on Monday", "on Tuesday", both of the last week. */
export function apartInWeek(a: DraftDate, b: DraftDate): boolean {
  const [x, y] = [a.mention, b.mention];
  return isBareWeekday(a) && isBareWeekday(b) && x.from !== undefined && y.from !== undefined && x.from !== y.from && Math.abs(dayOf(x.from) - dayOf(y.from)) < 7;
}

/** "early June" */
function isPartOfMonth({ mention }: DraftDate): boolean {
  return mention.grain === 'range' && mention.from !== undefined && mention.to !== undefined && mention.from.slice(0, 7) === mention.to.slice(0, 7) && dayOf(mention.to) - dayOf(mention.from) <= 12;
}

function dayOf(iso: string): number {
  return toNumber(fromIso(iso)!);
}

/** "on Sunday": a weekday with no day of the month. */
function isBareWeekday({ mention }: DraftDate): boolean {
  return mention.relative && mention.grain === 'day' && mention.daySpan === undefined;
}
