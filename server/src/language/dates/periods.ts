// Longer and relative periods: years, decades, centuries, quarters, seasons, weekends, "last month", "two weeks ago".
import { fromNumber, toNumber, addMonths, daysIn, weekdayOf, type Day } from './calendar.ts';
import { MONTHS, WEEKDAYS, SEASONS, type Reading, type Reader, isCapital, intAt, yearAt, monthOf, tense, yearsOf, quarterOf } from './reader.ts';
import { readMonth, readWeekday } from './days.ts';
import { readNumber } from '../quantities/numbers.ts';

const PERIOD = /^(?:day|week|month|quarter|year|decade|century)s?(?:['’]s?)?$/;

/** "last month", "next year", "this week", "the past two years". */
export function readRelative(reader: Reader, i: number, floor: number): Reading | undefined {
  const { tokens, today, reference } = reader;
  const word = tokens[i]!.lower;
  const unit = tokens[i + 1];
  if (!unit || unit.joined) return undefined;
  const number = readNumber(tokens, i + 1);
  if (number && (word === 'last' || word === 'past' || word === 'next' || word === 'coming' || word === 'previous') && PERIOD.test(tokens[number.next]?.lower ?? '') && number.value >= 1 && number.value < 1000) {
    const common = { next: number.next + 1, grain: 'range' as const, relative: true, yearWritten: false };
    if (!today || reference === undefined || word === 'previous') return common;
    const sign = word === 'next' || word === 'coming' ? 1 : -1;
    const other = toNumber(addUnits(today, tokens[number.next]!.lower, sign * Math.round(number.value)));
    return { ...common, from: Math.min(other, reference), to: Math.max(other, reference) };
  }
  if (word === 'past' && tokens[i - 1]?.lower === 'the' && PERIOD.test(unit.lower) && !unit.lower.endsWith('s')) {
    const common = { next: i + 2, grain: unit.lower.startsWith('week') || unit.lower.startsWith('day') ? 'week' as const : 'range' as const, relative: true, yearWritten: false };
    return today && reference !== undefined ? { ...common, from: toNumber(addUnits(today, unit.lower, -1)), to: reference } : common;
  }
  if (unit.type !== 'word' || word === 'past' || word === 'coming' || word === 'previous') return undefined;
  const by = word === 'last' ? -1 : word === 'next' ? 1 : 0;
  const base = unit.lower.replace(/['’]s?$/, '');
  const common = { next: i + 2, relative: true, yearWritten: false };
  switch (base) {
    case 'weekend': return readWeekend(reader, i + 1, word);
    case 'night': return by === -1 ? { ...common, ...(reference === undefined ? {} : { from: reference - 1 }), grain: 'day' } : undefined;
    case 'morning': case 'afternoon': case 'evening': return by === 0 ? { ...common, ...(reference === undefined ? {} : { from: reference }), grain: 'day' } : undefined;
    case 'week': {
      if (reference === undefined) return { ...common, grain: 'week' };
      const monday = reference - ((weekdayOf(reference) + 6) % 7) + 7 * by;
      return { ...common, from: monday, to: monday + 6, grain: 'week' };
    }
    case 'month': {
      if (!today) return { ...common, grain: 'month' };
      const month = addMonths({ ...today, day: 1 }, by);
      return { ...common, ...monthOf(month.year, month.month), grain: 'month' };
    }
    case 'quarter': {
      if (!today) return { ...common, grain: 'quarter' };
      const month = addMonths({ ...today, month: Math.floor((today.month - 1) / 3) * 3 + 1, day: 1 }, 3 * by);
      return { ...common, ...quarterOf(month.year, (month.month + 2) / 3), grain: 'quarter' };
    }
    case 'year': return { ...common, ...(today ? yearsOf(today.year + by) : {}), grain: 'year' };
    case 'decade': return { ...common, ...(today ? yearsOf(Math.floor(today.year / 10 + by) * 10, Math.floor(today.year / 10 + by) * 10 + 9) : {}), grain: 'decade' };
    case 'spring': case 'summer': case 'autumn': case 'fall': case 'winter': {
      const [first] = SEASONS.get(base)!;
      if (base === 'fall' && by === 0 && !/^(?:[.,;]|and|after|when|as)$/.test(tokens[i + 2]?.lower ?? '.')) return { ...common, grain: 'year-part' };
      if (!today) return { ...common, grain: 'year-part' };
      const shift = by === -1 && first + 2 > today.month ? -1 : by === 1 && first <= today.month ? 1 : 0;
      return { ...common, ...seasonOf(today.year + shift, base), grain: 'year-part' };
    }
    default: {
      const weekday = isCapital(unit) ? WEEKDAYS.get(base) : undefined;
      if (weekday !== undefined) return readWeekday(reader, i + 1, weekday, floor);
      const month = isCapital(unit) ? MONTHS.get(base) : undefined;
      return month === undefined ? undefined : readMonth(reader, i + 1, month, undefined, floor);
    }
  }
}

/** "last weekend", "over the weekend": Saturday and Sunday. `i` is the weekend's token. */
export function readWeekend(reader: Reader, i: number, which: string): Reading | undefined {
  const { reference } = reader;
  if (which === 'the' && !/^(?:over|during|at|on|for)$/.test(reader.tokens[i - 2]?.lower ?? '')) return undefined;
  const common = { first: which === 'the' ? i : i - 1, next: i + 1, grain: 'week' as const, relative: true, yearWritten: false };
  if (reference === undefined) return common;
  const weekday = (weekdayOf(reference) + 6) % 7;
  const saturday = reference - weekday + 5;
  const look = tense(reader, i, i + 1);
  const back = which === 'last' || (which === 'the' && look !== 'ahead' && weekday < 5) || (which === 'this' && look === 'behind' && weekday < 3);
  const from = which === 'next' ? saturday + 7 : back ? saturday - 7 : saturday;
  return { ...common, from, to: from + 1 };
}

function addUnits(day: Day, unit: string, n: number): Day {
  if (unit.startsWith('day')) return fromNumber(toNumber(day) + n);
  if (unit.startsWith('week')) return fromNumber(toNumber(day) + 7 * n);
  const months = unit.startsWith('month') ? 1 : unit.startsWith('quarter') ? 3 : unit.startsWith('year') ? 12 : unit.startsWith('decade') ? 120 : 1200;
  return addMonths(day, months * n);
}

/** "two weeks ago", "a decade ago". "a year earlier" counts from something else and stays unresolved. */
export function readAgo(reader: Reader, i: number): Reading | undefined {
  const { tokens, today } = reader;
  const article = tokens[i]!.lower === 'a' || tokens[i]!.lower === 'an';
  // "half a century ago"
  if (article && /^(?:half|quarter)$/.test(tokens[i - 1]?.lower ?? '')) return undefined;
  const number = article ? { value: 1, next: i + 1 } : readNumber(tokens, i);
  if (!number || number.value <= 0 || number.value > 5000) return undefined;
  const unit = tokens[number.next];
  const ago = tokens[number.next + 1]?.lower;
  if (unit && PERIOD.test(unit.lower) && ago === 'from' && tokens[number.next + 2]?.lower === 'now') {
    const from = today && toNumber(addUnits(today, unit.lower, Math.round(number.value)));
    return { next: number.next + 3, ...(from === undefined ? {} : { from }), grain: /^[dwm]/.test(unit.lower) ? 'day' : 'year', relative: true, yearWritten: false };
  }
  if (!unit || !PERIOD.test(unit.lower) || (ago !== 'ago' && ago !== 'earlier' && ago !== 'before' && ago !== 'later')) return undefined;
  const day = unit.lower.startsWith('day') || unit.lower.startsWith('week') || unit.lower.startsWith('month');
  const grain = day ? 'day' : 'year';
  const common = { next: number.next + 2, grain, relative: true, yearWritten: false } as const;
  if (!today || ago !== 'ago') return common;
  return { ...common, from: toNumber(addUnits(today, unit.lower, -Math.round(number.value))) };
}

/** "in three months", where the sentence looks ahead. */
export function readIn(reader: Reader, i: number): Reading | undefined {
  const { tokens, today } = reader;
  const number = readNumber(tokens, i + 1);
  if (!number || number.value < 1 || number.value > 1000 || !Number.isInteger(number.value) || number.scale !== 1) return undefined;
  const unit = tokens[number.next];
  if (!unit || !/^(?:day|week|month|year)s?$/.test(unit.lower) || unit.joined || /^(?:[’']|of|in)$/.test(tokens[number.next + 1]?.lower ?? '')) return undefined;
  let ahead = false;
  for (let k = i - 1; k >= Math.max(0, i - 8); k--) if (/^(?:will|takes?|due|expires?|ends?|begins?|starts?|opens?|expected)$/.test(tokens[k]!.lower)) ahead = true;
  if (!ahead) return undefined;
  return { first: i, next: number.next + 1, ...(today ? { from: toNumber(addUnits(today, unit.lower, number.value)) } : {}), grain: 'day', relative: true, yearWritten: false };
}

const YEAR_BEFORE = /^(?:in|since|by|until|till|during|from|before|after|through|throughout|of|late|early|mid|to|and|between|for|circa|year|years|the|its|their|his|her|as|than|or|spring|summer|autumn|fall|winter|around|back|fiscal|on|with|a|season|\(|-|–|,|\/|\||')$/;

/** "2018", "2018 to 2022", "2018-19", "the 1990s". */
export function readYears(reader: Reader, i: number): Reading | undefined {
  const { tokens } = reader;
  const token = tokens[i]!;
  if (token.text.length !== 4 || token.value === undefined || token.value < 1500 || token.value > 2199 || token.decimals || token.grouped) return undefined;
  const after = tokens[i + 1];
  if (after?.joined && after.lower === 's') {
    const decade = token.value % 10 === 0;
    return decade ? { next: i + 2, ...yearsOf(token.value, token.value % 100 === 0 && token.value !== 2000 ? token.value + 99 : token.value + 9), grain: 'decade', relative: false, yearWritten: true } : undefined;
  }
  const before = tokens[i - 1];
  // "the 2024/25 season"
  const season = after?.joined && after.text === '/' && tokens[i + 2]?.text.length === 2 && tokens[i + 2]!.joined && tokens[i + 3]?.text !== '/' && tokens[i + 2]!.value === (token.value + 1) % 100;
  if (season && !(before?.joined && before.text === '/')) return { next: i + 3, ...yearsOf(token.value, token.value + 1), grain: 'range', relative: false, yearWritten: true };
  if (after?.joined && (after.type === 'word' || after.text === '%' || after.text === '/' || after.text === ':')) return undefined;
  if (before?.joined && token.joined && before.type === 'sign' && /[$€£#@&\\^=_:/]/.test(before.text)) return undefined;
  if (/^(?:percent|per|million|billion|trillion|people|dollars|euros|miles|km|feet|metres|meters|tons|tonnes|barrels|points|workers|jobs|employees|households|homes|troops|soldiers|residents|students|times|hours|days|years|yards|square|pounds)$/.test(after?.lower ?? '')) return undefined;
  if (before && !YEAR_BEFORE.test(before.lower) && !isCapital(before) && !(token.value >= 1900 && token.value <= 2100 && !/^(?:than|least|about|some|nearly|over|only|under|almost|roughly|[$€£])$/.test(before.lower))) return undefined;
  if (before && isCapital(before) && before.type === 'word' && !YEAR_BEFORE.test(before.lower) && !MONTHS.has(before.lower) && !/^[.)]$/.test(before.text)) return undefined;
  if (token.value < 1900 && !(before && /^(?:in|since|by|until|from|during|before|after|of|early|late|to)$/.test(before.lower))) return undefined;
  const mark = after?.lower ?? '';
  const tight = /^[-–]$/.test(mark) && after!.joined;
  if (tight || ((mark === 'to' || mark === 'through' || mark === 'until' || mark === '–') && /^(?:from|between|of|the|in|,|\()$/.test(before?.lower ?? '(')) || (mark === 'and' && before?.lower === 'between')) {
    const second = tokens[i + 2];
    const end = yearAt(tokens, i + 2) ?? (tight && second?.text.length === 2 && second.joined ? Math.floor(token.value / 100) * 100 + (intAt(tokens, i + 2, 0, 99) ?? -1e6) : undefined);
    if (end !== undefined && end > token.value && end < token.value + 500) return { next: i + 3, ...yearsOf(token.value, end), grain: 'range', relative: false, yearWritten: true };
  }
  return { next: i + 1, ...yearsOf(token.value), grain: 'year', relative: false, yearWritten: true };
}

/** "the ’90s" */
export function readDecade(reader: Reader, i: number): Reading | undefined {
  const { tokens } = reader;
  const number = intAt(tokens, i + 1, 10, 90);
  if (number === undefined || number % 10 !== 0 || !tokens[i + 1]!.joined || tokens[i + 2]?.lower !== 's' || !tokens[i + 2]!.joined) return undefined;
  return { next: i + 3, ...yearsOf(1900 + number, 1909 + number), grain: 'decade', relative: false, yearWritten: true };
}

export function readQuarter(reader: Reader, next: number, n: number): Reading {
  const year = yearFollowing(reader, next);
  if (year) return { ...year, ...quarterOf(year.year, n), grain: 'quarter' };
  const { today } = reader;
  // Without a year: the last such quarter that has begun.
  const guess = today && (3 * (n - 1) + 1 <= today.month ? today.year : today.year - 1);
  return { next, ...(guess === undefined ? {} : quarterOf(guess, n)), grain: 'quarter', relative: true, yearWritten: false };
}

/** "2024", "of 2024", "of last year", "this year", "of the year". */
export function yearFollowing(reader: Reader, at: number): { year: number; next: number; relative: boolean; yearWritten: boolean } | undefined {
  const { tokens, today } = reader;
  let k = at;
  if (tokens[k]?.lower === 'of' || tokens[k]?.lower === 'in') k++;
  if (tokens[k]?.lower === 'fiscal') k++;
  const year = yearAt(tokens, k);
  if (year !== undefined) return { year, next: k + 1, relative: false, yearWritten: true };
  const which = tokens[k]?.lower;
  if (!today || tokens[k + 1]?.lower !== 'year' || (which !== 'last' && which !== 'this' && which !== 'next' && which !== 'the')) return undefined;
  return { year: today.year + (which === 'last' ? -1 : which === 'next' ? 1 : 0), next: k + 2, relative: true, yearWritten: false };
}

/** "fiscal 2024", "fiscal year 2027", "FY2024". When a fiscal year begins is not known: the calendar year stands for it. */
export function readFiscal(reader: Reader, i: number): Reading | undefined {
  const { tokens } = reader;
  const short = /^FY(\d\d|\d{4})$/.exec(tokens[i]!.text)?.[1];
  if (short !== undefined) return { next: i + 1, ...yearsOf(short.length === 2 ? 2000 + Number(short) : Number(short)), grain: 'year', relative: false, yearWritten: true };
  let at = i + 1;
  if (tokens[at]?.lower === 'year' || tokens[at]?.lower === 'years') at++;
  const year = yearAt(tokens, at);
  if (year === undefined) return undefined;
  const tail = /^[-–/]$/.test(tokens[at + 1]?.text ?? '') && tokens[at + 1]!.joined && tokens[at + 2]?.text.length === 2 && tokens[at + 2]!.type === 'number' ? 2 : 0;
  return { next: at + 1 + tail, ...yearsOf(year, year + (tail > 0 ? 1 : 0)), grain: 'year', relative: false, yearWritten: true };
}

/** "the spring of 2023", "summer 2024" */
export function readSeason(reader: Reader, i: number): Reading | undefined {
  const { tokens } = reader;
  const at = /^(?:of|,)$/.test(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
  const year = yearAt(tokens, at);
  if (year === undefined) return undefined;
  return { next: at + 1, ...seasonOf(year, tokens[i]!.lower), grain: 'year-part', relative: false, yearWritten: true };
}

function seasonOf(year: number, name: string): { from: number; to: number } {
  const [first, last] = SEASONS.get(name)!;
  const end = last > 12 ? { year: year + 1, month: last - 12 } : { year, month: last };
  return { from: toNumber({ year, month: first, day: 1 }), to: toNumber({ ...end, day: daysIn(end.year, end.month) }) };
}

/** "the 17th century", "18th-century": from its first year to its hundredth. */
export function readCentury(reader: Reader, i: number): Reading | undefined {
  const { tokens } = reader;
  const n = intAt(tokens, i, 10, 21);
  if (n === undefined || !tokens[i + 1]?.joined || !/^(?:st|nd|rd|th)$/.test(tokens[i + 1]!.lower)) return undefined;
  const noun = tokens[i + 2]?.text === '-' && tokens[i + 2]!.joined ? i + 3 : i + 2;
  return tokens[noun]?.text === 'century' ? { next: noun + 1, ...yearsOf(n * 100 - 99, n * 100), grain: 'range', relative: false, yearWritten: true } : undefined;
}
