// Parts of longer periods: "early 2026", "the third quarter", "the first nine months of 2024", "the end of October".
import { toNumber, addMonths, daysIn, weekdayOf } from './calendar.ts';
import { MONTHS, ORDINALS, type Reading, type Reader, isCapital, intAt, yearAt, monthOf, yearsOf } from './reader.ts';
import { readDayOf, readMonth } from './days.ts';
import { readQuarter, yearFollowing } from './periods.ts';
import { readNumber } from '../quantities/numbers.ts';

/** "early 2026", "mid-2026", "late August": thirds of a year (as chrono and most desks read them) and of a month. */
export function readPart(reader: Reader, i: number, floor: number): Reading | undefined {
  const { tokens } = reader;
  const part = tokens[i]!.lower;
  let at = i + 1;
  if (tokens[at]?.text === '-' && tokens[at]!.joined) at++;
  if (/^(?:this|last|next)$/.test(tokens[at]?.lower ?? '')) return readPartOfRelative(reader, i, at, part);
  const year = yearAt(tokens, at);
  if (year !== undefined) {
    const [first, last] = part === 'early' ? [1, 4] : part === 'mid' ? [5, 8] : [9, 12];
    return { next: at + 1, from: toNumber({ year, month: first, day: 1 }), to: toNumber({ year, month: last, day: daysIn(year, last) }), grain: 'year-part', relative: false, yearWritten: true };
  }
  const month = isCapital(tokens[at]) ? MONTHS.get(tokens[at]!.lower) : undefined;
  if (month === undefined) return undefined;
  const whole = readMonth(reader, at, month, undefined, floor);
  if (whole?.grain !== 'month') return undefined;
  const common = { ...whole, first: i, grain: 'range' as const };
  if (whole.from === undefined || whole.to === undefined) return common;
  if (part === 'early') return { ...common, to: whole.from + 9 };
  return part === 'mid' ? { ...common, from: whole.from + 10, to: whole.from + 19 } : { ...common, from: whole.from + 20 };
}

/** "the third quarter of 2024", "second-quarter", "the first half of 2025". */
export function readOrdinalPart(reader: Reader, i: number): Reading | undefined {
  const { tokens } = reader;
  let at = i + 1;
  if (tokens[at]?.text === '-' && tokens[at]!.joined) at++;
  const word = tokens[at]?.lower ?? '';
  const n = ORDINALS.get(tokens[i]!.lower)!;
  if (n === 1 && tokens[at]?.joined !== true) {
    const months = readFirstMonths(reader, i);
    if (months) return months;
  }
  // "the Fourth of July"
  const month = word === 'of' && isCapital(tokens[at + 1]) ? MONTHS.get(tokens[at + 1]!.lower) : undefined;
  if (month !== undefined) return readDayInWords(reader, i, at + 2, month, n);
  if (word === 'fiscal' || word === 'financial') return undefined;
  if (word === 'quarter' || word === 'quarters') return word === 'quarter' ? readQuarter(reader, at + 1, n) : undefined;
  if (word !== 'half' || n > 2) return undefined;
  const year = yearFollowing(reader, at + 1);
  if (year === undefined) return undefined;
  const [first, last] = n === 1 ? [1, 6] : [7, 12];
  return { ...year, from: toNumber({ year: year.year, month: first, day: 1 }), to: toNumber({ year: year.year, month: last, day: daysIn(year.year, last) }), grain: 'year-part' };
}

/** "the first nine months of 2024" */
function readFirstMonths(reader: Reader, i: number): Reading | undefined {
  const { tokens } = reader;
  const number = readNumber(tokens, i + 1);
  if (!number || !Number.isInteger(number.value) || number.value < 2 || number.value > 11 || tokens[number.next]?.lower !== 'months' || tokens[number.next + 1]?.lower !== 'of') return undefined;
  const year = yearFollowing(reader, number.next + 1);
  if (!year) return undefined;
  return { next: year.next, relative: year.relative, yearWritten: year.yearWritten, from: toNumber({ year: year.year, month: 1, day: 1 }), to: monthOf(year.year, number.value).to, grain: 'year-part' };
}

/** "the Fourth of July", "the first of March 2024" */
function readDayInWords(reader: Reader, i: number, next: number, month: number, day: number): Reading | undefined {
  return day > 4 ? undefined : readDayOf(reader, i, next, month, day);
}

/** "H1 2025", "1H 2025" */
export function readHalfYear(reader: Reader, next: number, n: number): Reading | undefined {
  const year = yearFollowing(reader, next);
  if (!year) return undefined;
  const [first, last] = n === 1 ? [1, 6] : [7, 12];
  return { next: year.next, relative: year.relative, yearWritten: year.yearWritten, from: toNumber({ year: year.year, month: first, day: 1 }), to: monthOf(year.year, last).to, grain: 'year-part' };
}

/** "1H 2025": the digit stands first. */
export function readHalfDigit(reader: Reader, i: number): Reading | undefined {
  const n = intAt(reader.tokens, i, 1, 2);
  const letter = reader.tokens[i + 1];
  return n !== undefined && letter?.joined && letter.text === 'H' ? readHalfYear(reader, i + 2, n) : undefined;
}

/** "early next year", "late last month": thirds, as of a year or month that is named. */
function readPartOfRelative(reader: Reader, i: number, at: number, part: string): Reading | undefined {
  const { tokens, today } = reader;
  const unit = tokens[at + 1]?.lower;
  if (unit !== 'year' && unit !== 'month') return undefined;
  const by = tokens[at]!.lower === 'last' ? -1 : tokens[at]!.lower === 'next' ? 1 : 0;
  const common = { first: i, next: at + 2, grain: unit === 'year' ? 'year-part' as const : 'range' as const, relative: true, yearWritten: false };
  if (!today) return common;
  if (unit === 'year') {
    const [first, last] = part === 'early' ? [1, 4] : part === 'mid' ? [5, 8] : [9, 12];
    return { ...common, from: toNumber({ year: today.year + by, month: first, day: 1 }), to: monthOf(today.year + by, last).to };
  }
  const month = addMonths({ ...today, day: 1 }, by);
  const whole = monthOf(month.year, month.month);
  return part === 'early' ? { ...common, from: whole.from, to: whole.from + 9 } : part === 'mid' ? { ...common, from: whole.from + 10, to: whole.from + 19 } : { ...common, from: whole.from + 20, to: whole.to };
}

/** "the end of the year", "the end of October", "the start of 2025". */
export function readEnd(reader: Reader, i: number, floor: number): Reading | undefined {
  const { tokens, today } = reader;
  if (tokens[i + 1]?.lower !== 'of') return undefined;
  const atEnd = tokens[i]!.lower === 'end';
  const first = tokens[i - 1]?.lower === 'the' && i - 1 >= floor ? i - 1 : i;
  const edge = (whole: { from?: number; to?: number }) => (whole.from === undefined || whole.to === undefined ? {} : tokens[i]!.lower === 'middle' ? { from: whole.from, to: whole.to } : { from: atEnd ? whole.to : whole.from });
  const year = yearAt(tokens, i + 2);
  if (year !== undefined) return { first, next: i + 3, ...edge(yearsOf(year)), grain: 'day', relative: false, yearWritten: true };
  const the = /^(?:the|this|last|next)$/.test(tokens[i + 2]?.lower ?? '') ? tokens[i + 2]!.lower : undefined;
  if (the !== undefined && /^(?:year|month|week)$/.test(tokens[i + 3]?.lower ?? '')) {
    const by = the === 'last' ? -1 : the === 'next' ? 1 : 0;
    const month = today && addMonths({ ...today, day: 1 }, by);
    const monday = reader.reference === undefined ? 0 : reader.reference - ((weekdayOf(reader.reference) + 6) % 7) + 7 * by;
    const whole = !today || !month ? {} : tokens[i + 3]!.lower === 'week' ? { from: monday, to: monday + 6 } : tokens[i + 3]!.lower === 'year' ? yearsOf(today.year + by) : monthOf(month.year, month.month);
    return { first, next: i + 4, ...edge(whole), grain: 'day', relative: true, yearWritten: false };
  }
  const month = isCapital(tokens[i + 2]) ? MONTHS.get(tokens[i + 2]!.lower) : undefined;
  const whole = month === undefined ? undefined : readMonth(reader, i + 2, month, undefined, i + 2);
  return whole?.grain === 'month' ? { ...whole, first, ...edge(whole), grain: 'range' } : undefined;
}
