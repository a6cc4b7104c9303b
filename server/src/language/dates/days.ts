// Days and months: absolute, with or without a year, with their weekday.
import { fromIso, fromNumber, toNumber, daysIn, weekdayOf } from './calendar.ts';
import { MONTHS, WEEKDAYS, type Reading, type Reader, isCapital, intAt, yearAt, tense, monthOf } from './reader.ts';
import type { Token } from '../quantities/tokens.ts';
import type { Span } from '../../span.ts';
import type { DateMention } from '../dates.ts';

export function readIso(reader: Reader, i: number): Reading | undefined {
  const { tokens } = reader;
  if (tokens[i + 1]?.text !== '-' || !tokens[i + 1]!.joined || tokens[i]!.text.length !== 4 || tokens[i + 2]?.text.length !== 2 || tokens[i + 3]?.text !== '-' || tokens[i + 4]?.type !== 'number') return undefined;
  const match = /^\d{2}/.exec(tokens[i + 4]!.text);
  const day = fromIso(`${tokens[i]!.text}-${tokens[i + 2]!.text}-${match?.[0] ?? ''}`);
  return day && { next: i + 5, from: toNumber(day), grain: 'day', relative: false, yearWritten: true, daySpan: tokens[i + 4]! };
}

/** 9/19/2025; day and month in the order that makes a date, American where both do. */
export function readSlashed(reader: Reader, i: number): Reading | undefined {
  const { tokens } = reader;
  if (tokens[i + 1]?.text !== '/' || tokens[i + 3]?.text !== '/' || !tokens[i + 4]?.joined || tokens[i + 5]?.text === '/') return undefined;
  const a = intAt(tokens, i, 1, 31);
  const b = intAt(tokens, i + 2, 1, 31);
  const year = tokens[i + 4]!.text.length === 4 ? intAt(tokens, i + 4, 1000, 2199) : tokens[i + 4]!.text.length === 2 ? 2000 + (intAt(tokens, i + 4, 0, 99) ?? -9999) : undefined;
  if (a === undefined || b === undefined || year === undefined || year < 1000) return undefined;
  const [month, day] = a <= 12 ? [a, b] : [b, a];
  if (month > 12 || day > daysIn(year, month)) return undefined;
  return { next: i + 5, from: toNumber({ year, month, day }), grain: 'day', relative: false, yearWritten: true };
}

/** 19.9.2025, as on the Continent: the day first. */
export function readDotted(reader: Reader, i: number): Reading | undefined {
  const match = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(reader.tokens[i]!.text);
  if (!match) return undefined;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return { next: i + 1, from: toNumber({ year, month, day }), grain: 'day', relative: false, yearWritten: true };
}

/** "19 September 2025", "2 April", "3–5 May", "3, 4 or 9 May"; the weekday before it was read by the caller. */
export function readDayFirst(reader: Reader, i: number, weekday: DateMention['weekday']): Reading | undefined {
  const { tokens } = reader;
  const day = intAt(tokens, i, 1, 31);
  if (day === undefined || tokens[i]!.text.length > 2) return undefined;
  let at = skipOrdinal(tokens, i);
  let last: number | undefined;
  at = skipListed(tokens, at);
  if (/^(?:-|–|to|and|or)$/.test(tokens[at]?.lower ?? '') && intAt(tokens, at + 1, 1, 31) !== undefined) {
    last = intAt(tokens, at + 1, 1, 31);
    at = skipOrdinal(tokens, at + 1);
  }
  if (tokens[at]?.lower === 'of') at++;
  const name = tokens[at];
  const month = isCapital(name) ? MONTHS.get(name!.lower) : undefined;
  if (month === undefined) return undefined;
  at++;
  if (tokens[at]?.text === '.' && tokens[at]!.joined && name!.text.length <= 4 && tokens[at + 1] && (tokens[at + 1]!.type === 'number' || !isCapital(tokens[at + 1]))) at++;
  const first = withYear(reader, i, at, { month, day, last, weekday, daySpan: tokens[i]! });
  return first && (toSecondDayFirst(reader, first) ?? first);
}

/** The days between the first and the last of a list ("3, 4, 5 and 9 May"): where they end; `at` where no "and" or "or" closes them. */
function skipListed(tokens: readonly Token[], at: number): number {
  let to = at;
  for (let k = 0; k < 6 && tokens[to]?.text === ',' && intAt(tokens, to + 1, 1, 31) !== undefined; k++) to = skipOrdinal(tokens, to + 1);
  if (tokens[to]?.text === ',') to++;
  return /^(?:and|or)$/.test(tokens[to]?.lower ?? '') ? to : at;
}

/** "28 April to 3 May", "from 28 April until 3 May 2024" */
function toSecondDayFirst(reader: Reader, first: Reading): Reading | undefined {
  const { tokens } = reader;
  if (first.grain !== 'day' || first.weekday || !/^(?:to|until|through|–|-)$/.test(tokens[first.next]?.lower ?? '') || tokens[first.next + 1]?.type !== 'number') return undefined;
  const second = readDayFirst(reader, first.next + 1, undefined);
  return second && joined(first, second);
}

/** 12th: the ordinal's letters. */
function skipOrdinal(tokens: readonly Token[], i: number): number {
  return tokens[i + 1]?.joined && /^(?:st|nd|rd|th)$/.test(tokens[i + 1]!.lower) ? i + 2 : i + 1;
}

/** A day of the month that was said in words ("the Fourth of July"); its year may follow at `at`. */
export function readDayOf(reader: Reader, i: number, at: number, month: number, day: number): Reading | undefined {
  return withYear(reader, i, at, { month, day, last: undefined, weekday: undefined, daySpan: reader.tokens[i]! });
}

interface DayOfMonth {
  readonly month: number;
  readonly day: number;
  readonly last: number | undefined;
  readonly weekday: DateMention['weekday'];
  readonly daySpan: Span;
}

/** Adds the year that follows, else finds the one that is meant, and the weekday that may stand after. */
function withYear(reader: Reader, i: number, at: number, date: DayOfMonth): Reading | undefined {
  const { tokens } = reader;
  const { month, day } = date;
  let next = at;
  let year: number | undefined;
  const comma = tokens[at]?.text === ',' ? 1 : 0;
  if (yearAt(tokens, at + comma) !== undefined && isWritten(tokens, at + comma)) {
    year = yearAt(tokens, at + comma);
    next = at + comma + 1;
  }
  const said = year === undefined ? relativeYear(reader, at) : undefined;
  if (said) next = said.next;
  const after = date.weekday ? undefined : weekdayAfter(tokens, next);
  if (after) next = after.next;
  const beside = date.weekday ?? (after && { span: after.span, day: after.day });
  const common = { next, relative: year === undefined, yearWritten: year !== undefined, daySpan: { start: date.daySpan.start, end: date.daySpan.end }, ...(beside ? { weekday: beside } : {}) };
  if (day > daysIn(year ?? 2024, month)) return undefined;
  const found = said ? { year: said.year, unsure: false } : year !== undefined ? { year, unsure: false } : nearestYear(reader, i, next, month, Math.min(day, daysIn(reader.today?.year ?? 2024, month)));
  const grain = date.last === undefined ? 'day' : 'range';
  if (!found) return { ...common, grain };
  if (day > daysIn(found.year, month)) return { ...common, grain };
  const from = toNumber({ year: found.year, month, day });
  const to = date.last === undefined || date.last > daysIn(found.year, month) || date.last < day ? from : toNumber({ year: found.year, month, day: date.last });
  return { ...common, from, to, grain, ...(found.unsure ? { yearUnsure: true } : {}) };
}

/** "last year", "of this year" after a month or a day of one. */
function relativeYear(reader: Reader, at: number): { readonly year: number; readonly next: number } | undefined {
  const { tokens, today } = reader;
  const of = tokens[at]?.lower === 'of' ? 1 : 0;
  const which = tokens[at + of]?.lower;
  if (!today || tokens[at + of + 1]?.lower !== 'year' || (which !== 'last' && which !== 'this' && which !== 'next')) return undefined;
  return { year: today.year + (which === 'last' ? -1 : which === 'next' ? 1 : 0), next: at + of + 2 };
}

/** A year after a day or month: not "May 5, 2000 people marched". */
function isWritten(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  if (tokens[at]!.joined && tokens[at - 1]?.text !== ',') return false;
  return after === undefined || after.type === 'sign' || !/^(?:people|workers|men|women|children|soldiers|troops|homes|jobs|employees|million|billion|percent|per)$/.test(after.lower);
}

/** "(Thursday)", ", a Thursday," after a date. */
function weekdayAfter(tokens: readonly Token[], at: number): { span: Span; day: number; next: number } | undefined {
  const open = tokens[at]?.text;
  let k = at + 1;
  if (open === ',' && tokens[k]?.lower === 'a') k++;
  else if (open !== '(') return undefined;
  const token = tokens[k];
  const day = isCapital(token) ? WEEKDAYS.get(token!.lower) : undefined;
  if (day === undefined || token!.text.length < 6) return undefined;
  if (open === '(' && tokens[k + 1]?.text !== ')') return undefined;
  return { span: { start: token!.start, end: token!.end }, day, next: open === '(' ? k + 2 : k + 1 };
}

/** The year of a day of the month without one: the nearest, unless the sentence looks the other way. */
function nearestYear(reader: Reader, i: number, next: number, month: number, day: number): { year: number; unsure: boolean } | undefined {
  const { today, reference } = reader;
  if (!today || reference === undefined) return undefined;
  const distances = [today.year - 1, today.year, today.year + 1].map(year => ({ year, by: toNumber({ year, month, day: Math.min(day, daysIn(year, month)) }) - reference }));
  const nearest = distances.toSorted((a, b) => Math.abs(a.by) - Math.abs(b.by))[0]!;
  const unsure = Math.abs(nearest.by) > 122;
  if (!unsure) return { year: nearest.year, unsure };
  const look = tense(reader, i, next);
  if (look === 'ahead') return { year: distances.find(d => d.by >= 0)!.year, unsure };
  if (look === 'behind') return { year: distances.findLast(d => d.by <= 0)!.year, unsure };
  return { year: nearest.year, unsure };
}

/** "September 2025", "Sept. 12", "Sept. 12-14, 2025", "in June". */
export function readMonth(reader: Reader, i: number, month: number, weekday: DateMention['weekday'], floor: number): Reading | undefined {
  const { tokens } = reader;
  const name = tokens[i]!;
  const short = name.text.length <= 4 && name.lower !== 'may' && name.lower !== 'june' && name.lower !== 'july';
  if (tokens[i - 1]?.joined && name.joined && tokens[i - 1]!.text === '-' && tokens[i - 2]?.lower !== 'mid' && !isMonthRange(tokens, i)) return undefined;
  let at = i + 1;
  if (tokens[at]?.text === '.' && tokens[at]!.joined) {
    if (!short) return monthAlone(reader, i, at, month, floor);
    at++;
  }
  const day = intAt(tokens, at, 1, 31);
  if (day !== undefined && tokens[at]!.text.length <= 2 && !(tokens[at + 1]?.joined && (tokens[at + 1]!.text === '%' || (tokens[at + 1]!.text === ':' && tokens[at + 2]?.joined && tokens[at + 2]!.type === 'number'))) && !/^(?:percent|per|million|billion|people|points?)$/.test(tokens[at + 1]?.lower ?? '')) {
    const daySpan = tokens[at]!;
    let next = skipOrdinal(tokens, at);
    let last: number | undefined;
    const mark = tokens[next]?.lower ?? '';
    const tight = /^[-–]$/.test(mark) && tokens[next]!.joined;
    if ((tight || ((mark === 'to' || mark === 'through') && !WEEKDAYS.has(tokens[next + 1]?.lower ?? '')) || mark === '–') && intAt(tokens, next + 1, 1, 31) !== undefined) {
      last = intAt(tokens, next + 1, 1, 31);
      next = skipOrdinal(tokens, next + 1);
    }
    const single = withYear(reader, i, next, { month, day, last, weekday, daySpan });
    return single && (toSecond(reader, i, single, floor) ?? single);
  }
  const year = yearAt(tokens, tokens[at]?.text === ',' ? at + 1 : at);
  const of = tokens[at]?.lower === 'of' && yearAt(tokens, at + 1) !== undefined ? 1 : 0;
  if (of > 0 || (year !== undefined && isWritten(tokens, tokens[at]?.text === ',' ? at + 1 : at))) {
    const k = of > 0 ? at + 1 : tokens[at]?.text === ',' ? at + 1 : at;
    return { next: k + 1, ...monthOf(yearAt(tokens, k)!, month), grain: 'month', relative: false, yearWritten: true };
  }
  // An abbreviation alone ("Jan", "Mar", "Dec") is more often a name than a month.
  return short ? undefined : monthAlone(reader, i, i + 1, month, floor);
}

/** "April 28-May 3", "January-March" */
function isMonthRange(tokens: readonly Token[], i: number): boolean {
  const k = tokens[i - 2]?.type === 'number' ? i - 3 : i - 2;
  return isCapital(tokens[k]) && MONTHS.has(tokens[k]!.lower);
}

/** "Oct. 1 and Oct. 15" after "between", "March 30 to April 2". */
function toSecond(reader: Reader, i: number, first: Reading, floor: number): Reading | undefined {
  const { tokens } = reader;
  const mark = tokens[first.next]?.lower ?? '';
  const before = tokens[i - 1]?.lower ?? '';
  if (first.grain !== 'day' || first.weekday || !(mark === 'to' || mark === 'through' || mark === '–' || mark === '-' || mark === 'until' || (mark === 'and' && before === 'between'))) return undefined;
  const token = tokens[first.next + 1];
  const month = isCapital(token) ? MONTHS.get(token!.lower) : undefined;
  if (month === undefined) return undefined;
  const second = readMonth(reader, first.next + 1, month, undefined, floor);
  if (second?.grain !== 'day') return undefined;
  return joined(first, second);
}

/** From one day to another; the year of the second is that of the first too. */
function joined(first: Reading, second: Reading): Reading | undefined {
  if (first.from !== undefined && second.from !== undefined && !first.yearWritten && second.yearWritten) {
    const start = fromNumber(first.from);
    const end = fromNumber(second.from);
    const year = start.month > end.month ? end.year - 1 : end.year;
    if (start.day <= daysIn(year, start.month)) return { ...first, from: toNumber({ ...start, year }), next: second.next, to: second.from, grain: 'range', yearWritten: true, relative: false };
  }
  if (first.from !== undefined && second.from !== undefined && second.from >= first.from) return { ...first, next: second.next, to: second.from, grain: 'range', yearWritten: second.yearWritten, relative: second.relative };
  return undefined;
}

const MONTH_BEFORE = /^(?:in|since|by|until|till|of|last|next|this|early|late|mid|from|to|before|after|during|through|through|between|and|every|each|for|late|than|over|-|year's|’s|on|via|with|as|around)$/;
const MONTH_AFTER = /^(?:[,.;:)]|'s|’s|election|elections|and|to|through|but|when|after|was|were|had|report|data|survey|meeting|summit|figures|from|for|as|at|than|with|were|on|in|is|are|deadline|budget|vote|poll|by|while|which|that|that's|the|compared|last|this|its|it|he|she|they|–)$/;

/** A month without day or year. "May" and "March" open sentences as other words: they need a preposition. */
function monthAlone(reader: Reader, i: number, next: number, month: number, floor: number): Reading | undefined {
  const { tokens } = reader;
  const name = tokens[i]!.lower;
  const before = tokens[i - 1]?.lower ?? '';
  const range = toSecondMonth(reader, i, next, month);
  if (range) return range;
  const said = before === '' || !MONTH_BEFORE.test(before) ? undefined : relativeYear(reader, next);
  if (said) return { next: said.next, ...monthOf(said.year, month), grain: 'month', relative: true, yearWritten: false };
  const previousCapital = isCapital(tokens[i - 1]) && !/^(?:in|since|by|until|last|next|this|early|late|from|during|on|before|after)$/.test(before);
  const nextCapital = isCapital(tokens[next]) && !tokens[next]!.joined && tokens[next]!.type === 'word';
  const prepared = MONTH_BEFORE.test(before) && !(tokens[i - 1]!.type === 'sign' && before !== '-');
  if (name === 'may' || name === 'march' || name === 'august' || name === 'april' || name === 'june') {
    // "from May to Corbyn"
    if (before === 'from' && tokens[next]?.lower === 'to' && isCapital(tokens[next + 1]) && !MONTHS.has(tokens[next + 1]!.lower)) return undefined;
    if (!prepared || before === 'with' || before === 'as' || before === 'for' && nextCapital) return undefined;
    if (nextCapital || (before === 'and' || before === 'to' || before === 'than' || before === 'from' || before === 'of') && name !== 'june' && name !== 'april' && !isMonthNear(tokens, i)) {
      if (!(before === 'from' || before === 'of') || nextCapital) return undefined;
    }
  } else if ((previousCapital || nextCapital) && !prepared) return undefined;
  if (!prepared && tokens[next] && !MONTH_AFTER.test(tokens[next]!.lower) && i > 0) return undefined;
  const look = before === 'last' ? 'behind' : before === 'next' ? 'ahead' : before === 'until' || before === 'by' || before === 'till' ? 'ahead' : before === 'since' ? 'behind' : tense(reader, i, next);
  const first = before === 'last' || before === 'next' || before === 'this' ? i - 1 : i;
  const year = yearOfMonth(reader, month, look);
  const span = year === undefined ? {} : monthOf(year, month);
  return { first: first < floor ? i : first, next, ...span, grain: 'month', relative: true, yearWritten: false };
}

/** "from January to March 2024", "between May and July", "January-March": whole months. */
function toSecondMonth(reader: Reader, i: number, next: number, month: number): Reading | undefined {
  const { tokens, today } = reader;
  const before = tokens[i - 1]?.lower ?? '';
  const mark = tokens[next]?.lower ?? '';
  const tight = /^[-–]$/.test(mark) && tokens[next]!.joined;
  if (!tight && !((mark === 'to' || mark === 'through' || mark === 'until') && before === 'from') && !(mark === 'and' && before === 'between')) return undefined;
  const token = tokens[next + 1];
  const last = isCapital(token) ? MONTHS.get(token!.lower) : undefined;
  if (last === undefined || last === month) return undefined;
  const at = next + 2 + (tokens[next + 2]?.text === '.' && tokens[next + 2]!.joined && token!.text.length <= 4 ? 1 : 0);
  const year = yearAt(tokens, at);
  if (year === undefined && intAt(tokens, at, 1, 31) !== undefined) return undefined;
  const said = year === undefined ? relativeYear(reader, at) : { year, next: at + 1 };
  const end = said?.year ?? yearOfMonth(reader, last, tense(reader, i, at));
  const common = { next: said?.next ?? at, grain: 'range' as const, relative: year === undefined, yearWritten: year !== undefined };
  if (end === undefined || !today && year === undefined) return common;
  return { ...common, from: monthOf(month > last ? end - 1 : end, month).from, to: monthOf(end, last).to };
}

function isMonthNear(tokens: readonly Token[], i: number): boolean {
  for (let k = Math.max(0, i - 4); k < Math.min(tokens.length, i + 5); k++) if (k !== i && isCapital(tokens[k]) && MONTHS.has(tokens[k]!.lower)) return true;
  return false;
}

/** The year of a month without one: the last such month for the past, the next for the future, else the nearest. */
function yearOfMonth(reader: Reader, month: number, look: 'ahead' | 'behind' | undefined): number | undefined {
  const { today } = reader;
  if (!today) return undefined;
  const ahead = month - today.month;
  if (look === 'ahead') return ahead >= 0 ? today.year : today.year + 1;
  if (look === 'behind') return ahead <= 0 ? today.year : today.year - 1;
  return ahead > 6 ? today.year - 1 : ahead < -6 ? today.year + 1 : today.year;
}

/** "Thursday, Sept. 12", "Monday 2 April 2024", "on Friday". */
export function readWeekday(reader: Reader, i: number, day: number, floor: number): Reading | undefined {
  const { tokens, reference } = reader;
  const token = tokens[i]!;
  let at = i + 1;
  if (tokens[at]?.text === '.' && tokens[at]!.joined && token.text.length <= 5) at++;
  const weekday = { span: { start: token.start, end: token.end }, day };
  let date = at;
  if (tokens[date]?.text === ',') date++;
  if (/^(?:morning|afternoon|evening|night)$/.test(tokens[date]?.lower ?? '')) date++;
  if (tokens[date]?.text === ',' && date > at) date++;
  if (tokens[date]?.lower === 'the' || tokens[date]?.lower === 'on') date++;
  const month = isCapital(tokens[date]) ? MONTHS.get(tokens[date]!.lower) : undefined;
  const dated = month !== undefined ? readMonth(reader, date, month, weekday, floor) : readDayFirst(reader, date, weekday);
  if (dated?.weekday && dated.grain === 'day') return dated;
  // "Black Friday", "Sun", "Sat": abbreviations alone and names are no days.
  if (token.text.length < 6 || (isCapital(tokens[i - 1]) && /^(?:Black|Good|Easter|Ash|Holy|Cyber|Super|Shrove|Palm|Bloody|Joe|Ruby|Giving|Casual)$/.test(tokens[i - 1]!.text))) return undefined;
  const before = tokens[i - 1]?.lower ?? '';
  const first = before === 'last' || before === 'next' || before === 'this' ? i - 1 : i;
  const common = { first: first < floor ? i : first, next: i + 1, grain: 'day' as const, relative: true, yearWritten: false };
  if (reference === undefined) return common;
  const back = (((weekdayOf(reference) - day) % 7) + 7) % 7;
  // "on Tuesday last week"
  const week = /^(?:last|next)$/.test(tokens[i + 1]?.lower ?? '') && tokens[i + 2]?.lower === 'week' ? tokens[i + 1]!.lower : undefined;
  if (week !== undefined) return { ...common, next: i + 3, from: reference - ((weekdayOf(reference) + 6) % 7) + ((day + 6) % 7) + (week === 'last' ? -7 : 7) };
  const look = before === 'last' ? 'behind' : before === 'next' ? 'ahead' : tense(reader, i, i + 1) ?? 'behind';
  const from = look === 'behind' ? reference - (back === 0 && before === 'last' ? 7 : back) : reference + (back === 0 ? (before === 'next' ? 7 : 0) : 7 - back);
  return { ...common, from };
}

export function relativeDay(reader: Reader, i: number, by: number): Reading | undefined {
  // "USA Today" is a name.
  if (isCapital(reader.tokens[i]) && isCapital(reader.tokens[i - 1])) return undefined;
  const { tokens } = reader;
  const more = tokens[i - 2]?.lower === 'day' && tokens[i - 1]?.lower === (by < 0 ? 'before' : 'after') && by !== 0;
  if (more) return { first: i - 2, next: i + 1, ...(reader.reference === undefined ? {} : { from: reader.reference + 2 * by }), grain: 'day', relative: true, yearWritten: false };
  return { next: i + 1, ...(reader.reference === undefined ? {} : { from: reader.reference + by }), grain: 'day', relative: true, yearWritten: false };
}
