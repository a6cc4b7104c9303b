// The pass over the tokens that reads date expressions.
import { fromIso, fromNumber, toIso, toNumber, daysIn } from './calendar.ts';
import { MONTHS, WEEKDAYS, type Reading, type Reader, isCapital } from './reader.ts';
import { readDotted, readIso, readSlashed, readDayFirst, readMonth, readWeekday, relativeDay } from './days.ts';
import { readEnd, readHalfDigit, readHalfYear, readOrdinalPart, readPart } from './parts.ts';
import { readRelative, readAgo, readCentury, readIn, readYears, readDecade, readQuarter, readFiscal, readSeason, readWeekend } from './periods.ts';
import { toTokens, type Token } from '../quantities/tokens.ts';
import type { DateMention } from '../dates.ts';

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
  if (token.type === 'number') return readIso(reader, i) ?? readSlashed(reader, i) ?? readDotted(reader, i) ?? readCentury(reader, i) ?? readHalfDigit(reader, i) ?? readDayFirst(reader, i, undefined) ?? readYears(reader, i) ?? readAgo(reader, i);
  if (token.type === 'sign') return isApostrophe(token) ? readDecade(reader, i) : undefined;
  const capital = isCapital(token);
  if (capital) {
    const month = MONTHS.get(token.lower);
    if (month !== undefined) return readMonth(reader, i, month, undefined, floor);
    const weekday = WEEKDAYS.get(token.lower);
    if (weekday !== undefined) return readWeekday(reader, i, weekday, floor);
    const { length } = token.text;
    if (length === 2 && /^H[12]$/.test(token.text)) return readHalfYear(reader, i + 1, Number(token.text[1]));
    if (length === 2 && /^Q[1-4]$/.test(token.text)) return readQuarter(reader, i + 1, Number(token.text[1]));
    if (length < 7 && /^FY(?:\d\d|\d{4})?$/.test(token.text)) return readFiscal(reader, i);
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
    case 'weekend': return reader.tokens[i - 1]?.lower === 'the' ? readWeekend(reader, i, 'the') : undefined;
    default: return BEFORE_AGO.has(token.lower) ? readAgo(reader, i) : undefined;
  }
}

const BEFORE_AGO = new Set(['a', 'an', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'several']);

function isApostrophe(token: Token): boolean {
  return token.text === "'" || token.text === '’' || token.text === '‘';
}
