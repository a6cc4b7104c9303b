// The pass over the tokens that reads date expressions.
import { fromIso, fromNumber, toIso, toNumber, addMonths, daysIn, weekdayOf, type Day } from './calendar.ts';
import { toTokens, type Token } from '../quantities/tokens.ts';
import { readNumber } from '../quantities/numbers.ts';
import type { Span } from '../../span.ts';
import type { DateMention } from '../dates.ts';

const MONTHS: ReadonlyMap<string, number> = new Map(
  ['january jan', 'february feb', 'march mar', 'april apr', 'may', 'june jun', 'july jul', 'august aug', 'september sept sep', 'october oct', 'november nov', 'december dec'].flatMap((names, i) => names.split(' ').map(name => [name, i + 1] as const)),
);
const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  ['sunday sun', 'monday mon', 'tuesday tue tues', 'wednesday wed', 'thursday thu thur thurs', 'friday fri', 'saturday sat'].flatMap((names, i) => names.split(' ').map(name => [name, i] as const)),
);
const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map([['spring', [3, 5]], ['summer', [6, 8]], ['autumn', [9, 11]], ['fall', [9, 11]], ['winter', [12, 14]]]);
const ORDINALS: ReadonlyMap<string, number> = new Map([['first', 1], ['second', 2], ['third', 3], ['fourth', 4], ['1st', 1], ['2nd', 2], ['3rd', 3], ['4th', 4], ['final', 4], ['last', 4]]);

/** What one expression says, before it is given its span. Days are numbers since 1970. */
interface Reading {
  readonly next: number;
  readonly from?: number;
  readonly to?: number;
  readonly grain: DateMention['grain'];
  readonly relative: boolean;
  readonly yearWritten: boolean;
  readonly weekday?: DateMention['weekday'];
  readonly daySpan?: Span;
  readonly yearUnsure?: boolean;
  /** The first token, where it lies before the one that was asked for. */
  readonly first?: number;
}

interface Reader {
  readonly tokens: readonly Token[];
  readonly reference: number | undefined;
  readonly today: Day | undefined;
}

export function findDatesInText(text: string, reference: string | undefined): DateMention[] {
  const today = fromIso(reference);
  const reader: Reader = { tokens: toTokens(text), today, reference: today && toNumber(today) };
  const found: DateMention[] = [];
  let floor = 0;
  for (let i = 0; i < reader.tokens.length;) {
    const reading = readAt(reader, i, floor);
    if (!reading) {
      i++;
      continue;
    }
    found.push(toMention(reader, i, reading));
    i = Math.max(reading.next, i + 1);
    floor = i;
  }
  return found;
}

function toMention(reader: Reader, i: number, reading: Reading): DateMention {
  const { tokens } = reader;
  const from = reading.from === undefined ? undefined : toIso(fromNumber(reading.from));
  const to = reading.to === undefined ? from : toIso(fromNumber(reading.to));
  return {
    start: tokens[reading.first ?? i]!.start, end: tokens[reading.next - 1]!.end,
    from, to, grain: reading.grain, iso: from === undefined || to === undefined ? undefined : shortest(from, to), relative: reading.relative,
    ...(reading.weekday ? { weekday: reading.weekday } : {}), yearWritten: reading.yearWritten,
    ...(reading.daySpan ? { daySpan: reading.daySpan } : {}), ...(reading.yearUnsure ? { yearUnsure: true } : {}),
  };
}

function shortest(from: string, to: string): string {
  if (from === to) return from;
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  const day = fromIso(from)!;
  if (day.day === 1 && to === toIso({ ...day, day: daysIn(day.year, day.month) })) return from.slice(0, 7);
  return `${from}/${to}`;
}

/** The expression that begins at token `i`. */
function readAt(reader: Reader, i: number, floor: number): Reading | undefined {
  const token = reader.tokens[i]!;
  if (token.type === 'number') return readIso(reader, i) ?? readSlashed(reader, i) ?? readDayFirst(reader, i, undefined) ?? readYears(reader, i) ?? readAgo(reader, i);
  if (token.type === 'sign') return isApostrophe(token) ? readDecade(reader, i) : undefined;
  const capital = isCapital(token);
  if (capital) {
    const month = MONTHS.get(token.lower);
    if (month !== undefined) return readMonth(reader, i, month, undefined, floor);
    const weekday = WEEKDAYS.get(token.lower);
    if (weekday !== undefined) return readWeekday(reader, i, weekday, floor);
    if (/^Q[1-4]$/.test(token.text)) return readQuarter(reader, i + 1, Number(token.text[1]));
    if (/^FY(?:\d\d|\d{4})?$/.test(token.text)) return readFiscal(reader, i);
  }
  switch (token.lower) {
    case 'today': case 'tonight': return relativeDay(reader, i, 0);
    case 'yesterday': return relativeDay(reader, i, -1);
    case 'tomorrow': return relativeDay(reader, i, 1);
    case 'last': case 'next': case 'this': case 'past': case 'previous': case 'coming': return readRelative(reader, i, floor);
    case 'early': case 'mid': case 'late': return readPart(reader, i, floor);
    case 'first': case 'second': case 'third': case 'fourth': return readOrdinalPart(reader, i);
    case 'fiscal': case 'financial': return readFiscal(reader, i);
    case 'spring': case 'summer': case 'autumn': case 'fall': case 'winter': return readSeason(reader, i);
    case 'end': case 'start': case 'beginning': case 'middle': return readEnd(reader, i, floor);
    case 'in': return readIn(reader, i);
    default: return /^(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several)$/.test(token.lower) ? readAgo(reader, i) : undefined;
  }
}

function isCapital(token: Token | undefined): boolean {
  const code = token?.text.charCodeAt(0) ?? 0;
  return code >= 65 && code <= 90;
}

function isApostrophe(token: Token): boolean {
  return token.text === "'" || token.text === '’' || token.text === '‘';
}

/** A whole number in digits from `low` to `high`; not one that is part of a larger figure. */
function intAt(tokens: readonly Token[], i: number, low: number, high: number): number | undefined {
  const token = tokens[i];
  if (token?.type !== 'number' || token.value === undefined || token.decimals || token.grouped || token.value < low || token.value > high || !Number.isInteger(token.value)) return undefined;
  return token.value;
}

function yearAt(tokens: readonly Token[], i: number): number | undefined {
  const year = intAt(tokens, i, 1000, 2199);
  if (year === undefined || tokens[i]!.text.length !== 4) return undefined;
  const after = tokens[i + 1];
  return after?.joined && (after.text === '%' || after.type === 'word') ? undefined : year;
}

function readIso(reader: Reader, i: number): Reading | undefined {
  const { tokens } = reader;
  if (tokens[i + 1]?.text !== '-' || !tokens[i + 1]!.joined || tokens[i]!.text.length !== 4 || tokens[i + 2]?.text.length !== 2 || tokens[i + 3]?.text !== '-' || tokens[i + 4]?.type !== 'number') return undefined;
  const match = /^\d{2}/.exec(tokens[i + 4]!.text);
  const day = fromIso(`${tokens[i]!.text}-${tokens[i + 2]!.text}-${match?.[0] ?? ''}`);
  return day && { next: i + 5, from: toNumber(day), grain: 'day', relative: false, yearWritten: true, daySpan: tokens[i + 4]! };
}

/** 9/19/2025; day and month in the order that makes a date, American where both do. */
function readSlashed(reader: Reader, i: number): Reading | undefined {
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

/** "19 September 2025", "2 April", "3–5 May"; the weekday before it was read by the caller. */
function readDayFirst(reader: Reader, i: number, weekday: DateMention['weekday']): Reading | undefined {
  const { tokens } = reader;
  const day = intAt(tokens, i, 1, 31);
  if (day === undefined || tokens[i]!.text.length > 2) return undefined;
  let at = skipOrdinal(tokens, i);
  let last: number | undefined;
  if (/^(?:-|–|to|and)$/.test(tokens[at]?.lower ?? '') && intAt(tokens, at + 1, 1, 31) !== undefined) {
    last = intAt(tokens, at + 1, 1, 31);
    at = skipOrdinal(tokens, at + 1);
  }
  if (tokens[at]?.lower === 'of') at++;
  const name = tokens[at];
  const month = isCapital(name) ? MONTHS.get(name!.lower) : undefined;
  if (month === undefined) return undefined;
  at++;
  if (tokens[at]?.text === '.' && tokens[at]!.joined && name!.text.length <= 4 && tokens[at + 1] && (tokens[at + 1]!.type === 'number' || !isCapital(tokens[at + 1]))) at++;
  return withYear(reader, i, at, { month, day, last, weekday, daySpan: tokens[i]! });
}

/** 12th: the ordinal's letters. */
function skipOrdinal(tokens: readonly Token[], i: number): number {
  return tokens[i + 1]?.joined && /^(?:st|nd|rd|th)$/.test(tokens[i + 1]!.lower) ? i + 2 : i + 1;
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
  const after = date.weekday ? undefined : weekdayAfter(tokens, next);
  if (after) next = after.next;
  const beside = date.weekday ?? (after && { span: after.span, day: after.day });
  const common = { next, relative: year === undefined, yearWritten: year !== undefined, daySpan: { start: date.daySpan.start, end: date.daySpan.end }, ...(beside ? { weekday: beside } : {}) };
  if (day > daysIn(year ?? 2024, month)) return undefined;
  const found = year !== undefined ? { year, unsure: false } : nearestYear(reader, i, next, month, Math.min(day, daysIn(reader.today?.year ?? 2024, month)));
  const grain = date.last === undefined ? 'day' : 'range';
  if (!found) return { ...common, grain };
  if (day > daysIn(found.year, month)) return { ...common, grain };
  const from = toNumber({ year: found.year, month, day });
  const to = date.last === undefined || date.last > daysIn(found.year, month) || date.last < day ? from : toNumber({ year: found.year, month, day: date.last });
  return { ...common, from, to, grain, ...(found.unsure ? { yearUnsure: true } : {}) };
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

/** Prepositions that look ahead where they stand at the date itself. */
const AHEAD_BESIDE = /^(?:by|until|till|before)$/;
const AHEAD = /^(?:will|would|next|plans?|planned|expects?|expected|scheduled|due|upcoming|starting|beginning|shall|going|coming|tomorrow|ends?|expires?|begins?|starts?|opens?|deadline|hopes?|intends?|sets?|set|may|could|should|forthcoming)$/;
const BEHIND = /^(?:was|were|had|said|did|told|since|last|began|came|fell|rose|met|died|killed|announced|signed|struck|hit|went|made|took|\w{2,}ed)$/;

/** Does the sentence around the tokens look ahead, or back? */
function tense(reader: Reader, i: number, next: number): 'ahead' | 'behind' | undefined {
  const { tokens } = reader;
  const isStop = (k: number) => tokens[k]?.type === 'sign' && /^[.!?;]$/.test(tokens[k]!.text) && !tokens[k + 1]?.joined && isCapital(tokens[k + 1]) && (tokens[k - 1]?.text.length ?? 0) > 3;
  for (let k = i - 1; k >= Math.max(0, i - 14) && !isStop(k); k--) {
    const word = tokens[k]!.lower;
    if (AHEAD.test(word) || (AHEAD_BESIDE.test(word) && k >= i - 2)) return 'ahead';
    if (word === 'to' && tokens[k - 1] && /^(?:is|are|was|were|agreed|ready|set|back|planned|plans)$/.test(tokens[k - 1]!.lower) && tokens[k + 1]?.type === 'word') return 'ahead';
    if (word.length > 2 && (BEHIND.test(word) || word === 'on' && BEHIND.test(tokens[k - 1]?.lower ?? ''))) return 'behind';
  }
  for (let k = next; k < Math.min(tokens.length, next + 8) && !isStop(k); k++) {
    const word = tokens[k]!.lower;
    if (/^(?:will|would)$/.test(word)) return 'ahead';
    if (BEHIND.test(word)) return 'behind';
  }
  return undefined;
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
function readMonth(reader: Reader, i: number, month: number, weekday: DateMention['weekday'], floor: number): Reading | undefined {
  const { tokens } = reader;
  const name = tokens[i]!;
  const short = name.text.length <= 4 && name.lower !== 'may' && name.lower !== 'june' && name.lower !== 'july';
  if (tokens[i - 1]?.joined && name.joined && tokens[i - 1]!.text === '-' && tokens[i - 2]?.lower !== 'mid') return undefined;
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
  const previousCapital = isCapital(tokens[i - 1]) && !/^(?:in|since|by|until|last|next|this|early|late|from|during|on|before|after)$/.test(before);
  const nextCapital = isCapital(tokens[next]) && !tokens[next]!.joined && tokens[next]!.type === 'word';
  const prepared = MONTH_BEFORE.test(before) && !(tokens[i - 1]!.type === 'sign' && before !== '-');
  if (name === 'may' || name === 'march' || name === 'august' || name === 'april' || name === 'june') {
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

function monthOf(year: number, month: number): { from: number; to: number } {
  return { from: toNumber({ year, month, day: 1 }), to: toNumber({ year, month, day: daysIn(year, month) }) };
}

function yearsOf(first: number, last = first): { from: number; to: number } {
  return { from: toNumber({ year: first, month: 1, day: 1 }), to: toNumber({ year: last, month: 12, day: 31 }) };
}

/** "Thursday, Sept. 12", "Monday 2 April 2024", "on Friday". */
function readWeekday(reader: Reader, i: number, day: number, floor: number): Reading | undefined {
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
  const look = before === 'last' ? 'behind' : before === 'next' ? 'ahead' : tense(reader, i, i + 1) ?? 'behind';
  const from = look === 'behind' ? reference - (back === 0 && before === 'last' ? 7 : back) : reference + (back === 0 ? (before === 'next' ? 7 : 0) : 7 - back);
  return { ...common, from };
}

function relativeDay(reader: Reader, i: number, by: number): Reading | undefined {
  // "USA Today" is a name.
  if (isCapital(reader.tokens[i]) && isCapital(reader.tokens[i - 1])) return undefined;
  return { next: i + 1, ...(reader.reference === undefined ? {} : { from: reader.reference + by }), grain: 'day', relative: true, yearWritten: false };
}

const PERIOD = /^(?:day|week|month|quarter|year|decade|century)s?(?:['’]s?)?$/;

/** "last month", "next year", "this week", "the past two years". */
function readRelative(reader: Reader, i: number, floor: number): Reading | undefined {
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
  if (unit.type !== 'word' || word === 'past' || word === 'coming' || word === 'previous') return undefined;
  const by = word === 'last' ? -1 : word === 'next' ? 1 : 0;
  const base = unit.lower.replace(/['’]s?$/, '');
  const common = { next: i + 2, relative: true, yearWritten: false };
  switch (base) {
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

function addUnits(day: Day, unit: string, n: number): Day {
  if (unit.startsWith('day')) return fromNumber(toNumber(day) + n);
  if (unit.startsWith('week')) return fromNumber(toNumber(day) + 7 * n);
  const months = unit.startsWith('month') ? 1 : unit.startsWith('quarter') ? 3 : unit.startsWith('year') ? 12 : unit.startsWith('decade') ? 120 : 1200;
  return addMonths(day, months * n);
}

/** "two weeks ago", "a decade ago". "a year earlier" counts from something else and stays unresolved. */
function readAgo(reader: Reader, i: number): Reading | undefined {
  const { tokens, today } = reader;
  const article = tokens[i]!.lower === 'a' || tokens[i]!.lower === 'an';
  const number = article ? { value: 1, next: i + 1 } : readNumber(tokens, i);
  if (!number || number.value <= 0 || number.value > 5000) return undefined;
  const unit = tokens[number.next];
  const ago = tokens[number.next + 1]?.lower;
  if (!unit || !PERIOD.test(unit.lower) || (ago !== 'ago' && ago !== 'earlier' && ago !== 'before' && ago !== 'later')) return undefined;
  const day = unit.lower.startsWith('day') || unit.lower.startsWith('week') || unit.lower.startsWith('month');
  const grain = day ? 'day' : 'year';
  const common = { next: number.next + 2, grain, relative: true, yearWritten: false } as const;
  if (!today || ago !== 'ago') return common;
  return { ...common, from: toNumber(addUnits(today, unit.lower, -Math.round(number.value))) };
}

/** "in three months", where the sentence looks ahead. */
function readIn(reader: Reader, i: number): Reading | undefined {
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
function readYears(reader: Reader, i: number): Reading | undefined {
  const { tokens } = reader;
  const token = tokens[i]!;
  if (token.text.length !== 4 || token.value === undefined || token.value < 1500 || token.value > 2199 || token.decimals || token.grouped) return undefined;
  const after = tokens[i + 1];
  if (after?.joined && after.lower === 's') {
    const decade = token.value % 10 === 0;
    return decade ? { next: i + 2, ...yearsOf(token.value, token.value % 100 === 0 && token.value !== 2000 ? token.value + 99 : token.value + 9), grain: 'decade', relative: false, yearWritten: true } : undefined;
  }
  const before = tokens[i - 1];
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
function readDecade(reader: Reader, i: number): Reading | undefined {
  const { tokens } = reader;
  const number = intAt(tokens, i + 1, 10, 90);
  if (number === undefined || number % 10 !== 0 || !tokens[i + 1]!.joined || tokens[i + 2]?.lower !== 's' || !tokens[i + 2]!.joined) return undefined;
  return { next: i + 3, ...yearsOf(1900 + number, 1909 + number), grain: 'decade', relative: false, yearWritten: true };
}

/** "early 2026", "mid-2026", "late August": thirds of a year (as chrono and most desks read them) and of a month. */
function readPart(reader: Reader, i: number, floor: number): Reading | undefined {
  const { tokens } = reader;
  const part = tokens[i]!.lower;
  let at = i + 1;
  if (tokens[at]?.text === '-' && tokens[at]!.joined) at++;
  if (/^(?:this|last|next|in)$/.test(tokens[at]?.lower ?? '')) return undefined;
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
function readOrdinalPart(reader: Reader, i: number): Reading | undefined {
  const { tokens } = reader;
  let at = i + 1;
  if (tokens[at]?.text === '-' && tokens[at]!.joined) at++;
  const word = tokens[at]?.lower ?? '';
  const n = ORDINALS.get(tokens[i]!.lower)!;
  if (word === 'fiscal' || word === 'financial') return undefined;
  if (word === 'quarter' || word === 'quarters') return word === 'quarter' ? readQuarter(reader, at + 1, n) : undefined;
  if (word !== 'half' || n > 2) return undefined;
  const year = yearFollowing(reader, at + 1);
  if (year === undefined) return undefined;
  const [first, last] = n === 1 ? [1, 6] : [7, 12];
  return { ...year, from: toNumber({ year: year.year, month: first, day: 1 }), to: toNumber({ year: year.year, month: last, day: daysIn(year.year, last) }), grain: 'year-part' };
}

function readQuarter(reader: Reader, next: number, n: number): Reading {
  const year = yearFollowing(reader, next);
  if (year) return { ...year, ...quarterOf(year.year, n), grain: 'quarter' };
  const { today } = reader;
  // Without a year: the last such quarter that has begun.
  const guess = today && (3 * (n - 1) + 1 <= today.month ? today.year : today.year - 1);
  return { next, ...(guess === undefined ? {} : quarterOf(guess, n)), grain: 'quarter', relative: true, yearWritten: false };
}

function quarterOf(year: number, n: number): { from: number; to: number } {
  return { from: toNumber({ year, month: 3 * n - 2, day: 1 }), to: toNumber({ year, month: 3 * n, day: daysIn(year, 3 * n) }) };
}

/** "2024", "of 2024", "of last year", "this year", "of the year". */
function yearFollowing(reader: Reader, at: number): { year: number; next: number; relative: boolean; yearWritten: boolean } | undefined {
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
function readFiscal(reader: Reader, i: number): Reading | undefined {
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
function readSeason(reader: Reader, i: number): Reading | undefined {
  const { tokens } = reader;
  const year = yearAt(tokens, tokens[i + 1]?.lower === 'of' ? i + 2 : i + 1);
  if (year === undefined) return undefined;
  return { next: tokens[i + 1]!.lower === 'of' ? i + 3 : i + 2, ...seasonOf(year, tokens[i]!.lower), grain: 'year-part', relative: false, yearWritten: true };
}

function seasonOf(year: number, name: string): { from: number; to: number } {
  const [first, last] = SEASONS.get(name)!;
  const end = last > 12 ? { year: year + 1, month: last - 12 } : { year, month: last };
  return { from: toNumber({ year, month: first, day: 1 }), to: toNumber({ ...end, day: daysIn(end.year, end.month) }) };
}

/** "the end of the year", "the end of October", "the start of 2025". */
function readEnd(reader: Reader, i: number, floor: number): Reading | undefined {
  const { tokens, today } = reader;
  if (tokens[i + 1]?.lower !== 'of') return undefined;
  const atEnd = tokens[i]!.lower === 'end';
  const first = tokens[i - 1]?.lower === 'the' && i - 1 >= floor ? i - 1 : i;
  const edge = (whole: { from?: number; to?: number }) => (whole.from === undefined || whole.to === undefined ? {} : tokens[i]!.lower === 'middle' ? { from: whole.from, to: whole.to } : { from: atEnd ? whole.to : whole.from });
  const year = yearAt(tokens, i + 2);
  if (year !== undefined) return { first, next: i + 3, ...edge(yearsOf(year)), grain: 'day', relative: false, yearWritten: true };
  const the = /^(?:the|this|last|next)$/.test(tokens[i + 2]?.lower ?? '') ? tokens[i + 2]!.lower : undefined;
  if (the !== undefined && /^(?:year|month)$/.test(tokens[i + 3]?.lower ?? '')) {
    const by = the === 'last' ? -1 : the === 'next' ? 1 : 0;
    const month = today && addMonths({ ...today, day: 1 }, by);
    const whole = !today || !month ? {} : tokens[i + 3]!.lower === 'year' ? yearsOf(today.year + by) : monthOf(month.year, month.month);
    return { first, next: i + 4, ...edge(whole), grain: 'day', relative: true, yearWritten: false };
  }
  const month = isCapital(tokens[i + 2]) ? MONTHS.get(tokens[i + 2]!.lower) : undefined;
  const whole = month === undefined ? undefined : readMonth(reader, i + 2, month, undefined, i + 2);
  return whole?.grain === 'month' ? { ...whole, first, ...edge(whole), grain: 'range' } : undefined;
}
