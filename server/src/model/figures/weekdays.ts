// Weekdays that a draft writes beside days of the month: "Thursday, Sept. 12", "Sept. 12 (Thursday)", "Monday to Wednesday, May 13–15".
import { fromIso, fromNumber, toIso, toNumber } from '../../language/dates/calendar.ts';
import { WEEKDAYS } from '../../language/dates/reader.ts';
import type { Span } from '../../span.ts';
import type { Analysis, DraftDate } from '../analysis.ts';

export interface WeekdayPair {
  readonly date: DraftDate;
  /** The words from the weekday to the day, in the draft. */
  readonly span: Span;
  /** As written, in the draft; 0 = Sunday. */
  readonly weekday: { readonly span: Span; readonly day: number };
  /** The day, ISO. */
  readonly iso: string;
  /** The day of the month as written, in the draft. */
  readonly daySpan?: Span;
}

/** Every weekday with the day of the month that it is said to be, in the order of the text. */
export function weekdayPairs({ dates }: Pick<Analysis, 'dates'>): WeekdayPair[] {
  return dates.flatMap((date, i) => [...(listed(dates, i) ?? inMention(date)), ...beside(dates, i), ...inBrackets(date), ...rangeOfDays(dates, i)]);
}

/** "Thursday, Sept. 12": one expression. */
function inMention(date: DraftDate): WeekdayPair[] {
  const { mention, sentence: { leaf } } = date;
  if (!mention.weekday || mention.grain !== 'day' || mention.from === undefined) return [];
  return [{ date, span: date, weekday: { span: leaf.toSource(mention.weekday.span), day: mention.weekday.day }, iso: mention.from, ...(mention.daySpan ? { daySpan: leaf.toSource(mention.daySpan) } : {}) }];
}

/** "Monday and Tuesday, May 13 and 14": the reader of dates gives the second weekday to the first day. */
function listed(dates: readonly DraftDate[], i: number): WeekdayPair[] | undefined {
  const date = dates[i]!;
  const first = dates[i - 1];
  const { mention, sentence } = date;
  if (!first || first.sentence !== sentence || !mention.weekday || !mention.daySpan || mention.from === undefined) return undefined;
  const { prose } = sentence.leaf.content;
  const weekday = bareWeekday(first);
  const second = /^(?:\s+and\s+|\s*[–-]\s*)(\d{1,2})(?!\d|[:.]\d|\s*(?:a\.?m|p\.?m|%|\p{Ll}))/u.exec(prose.slice(mention.daySpan.end, mention.daySpan.end + 24));
  if (weekday === undefined || !second || !/^\s+and\s+$/.test(prose.slice(first.mention.end, mention.weekday.span.start))) return undefined;
  const { leaf } = sentence;
  const iso = isoOfDay(mention.from, Number(second[1]));
  const end = mention.daySpan.end + second[0].length;
  const secondSpan = leaf.toSource({ start: end - second[1]!.length, end });
  return iso === undefined ? undefined : [
    { date, span: { start: first.start, end: date.end }, weekday: { span: { start: first.start, end: first.end }, day: weekday }, iso: mention.from, daySpan: leaf.toSource(mention.daySpan) },
    { date, span: { start: date.start, end: secondSpan.end }, weekday: { span: leaf.toSource(mention.weekday.span), day: mention.weekday.day }, iso, daySpan: secondSpan },
  ];
}

/** "Monday (May 13)", "Mon 13/5/2024": two expressions, one day. */
function beside(dates: readonly DraftDate[], i: number): WeekdayPair[] {
  const [one, date] = [dates[i - 1], dates[i]!];
  const { mention, sentence } = date;
  if (!one || one.sentence !== sentence || mention.weekday || mention.grain !== 'day' || mention.from === undefined || (mention.relative && !mention.daySpan)) return [];
  const weekday = bareWeekday(one);
  const { prose } = sentence.leaf.content;
  const between = prose.slice(one.mention.end, mention.start);
  if (weekday === undefined || !(/^\.?,?\s+\($/.test(between) && prose[mention.end] === ')' || /^\.?,?\s+$/.test(between) && /^\d/.test(prose.slice(mention.start, mention.end)))) return [];
  return [{ date, span: { start: one.start, end: date.end }, weekday: { span: { start: one.start, end: one.end }, day: weekday }, iso: mention.from, ...(mention.daySpan ? { daySpan: sentence.leaf.toSource(mention.daySpan) } : {}) }];
}

/** "2024-05-14 (Tue)": a weekday too short to be a date by itself. */
function inBrackets(date: DraftDate): WeekdayPair[] {
  const { mention, sentence: { leaf } } = date;
  if (mention.weekday || mention.grain !== 'day' || mention.from === undefined || (mention.relative && !mention.daySpan)) return [];
  const found = /^ \((\p{L}{3,9})\.?\)/u.exec(leaf.content.prose.slice(mention.end, mention.end + 14));
  const day = found && WEEKDAYS.get(found[1]!.toLowerCase());
  if (!found || day === null || day === undefined) return [];
  const span = leaf.toSource({ start: mention.end + 2, end: mention.end + 2 + found[1]!.length });
  return [{ date, span: { start: date.start, end: span.end }, weekday: { span, day }, iso: mention.from, ...(mention.daySpan ? { daySpan: leaf.toSource(mention.daySpan) } : {}) }];
}

/** "Monday to Wednesday, May 13–15" */
function rangeOfDays(dates: readonly DraftDate[], i: number): WeekdayPair[] {
  const [one, other, date] = [dates[i - 2], dates[i - 1], dates[i]!];
  const { mention, sentence } = date;
  if (!one || !other || one.sentence !== sentence || other.sentence !== sentence || mention.grain !== 'range' || mention.from === undefined || mention.to === undefined) return [];
  const [first, last] = [bareWeekday(one), bareWeekday(other)];
  const { prose } = sentence.leaf.content;
  if (first === undefined || last === undefined || !/^(?:\s+(?:to|through|until)\s+|\s*[–-]\s*)$/.test(prose.slice(one.mention.end, other.mention.start)) || !/^,?\s+\(?$/.test(prose.slice(other.mention.end, mention.start))) return [];
  const length = toNumber(fromIso(mention.to)!) - toNumber(fromIso(mention.from)!);
  if (length > 6) return [];
  return [
    { date, span: { start: one.start, end: date.end }, weekday: { span: { start: one.start, end: one.end }, day: first }, iso: mention.from },
    { date, span: { start: other.start, end: date.end }, weekday: { span: { start: other.start, end: other.end }, day: last }, iso: mention.to },
  ];
}

function bareWeekday({ mention, sentence }: DraftDate): number | undefined {
  if (!mention.relative || mention.daySpan || mention.weekday) return undefined;
  return WEEKDAYS.get(sentence.leaf.content.prose.slice(mention.start, mention.end).toLowerCase().replace(/\.$/, ''));
}

/** The same month, another day. */
function isoOfDay(iso: string, day: number): string | undefined {
  const first = fromIso(`${iso.slice(0, 8)}01`);
  const date = first && fromNumber(toNumber(first) + day - 1);
  return date && date.month === first.month && day > 0 ? toIso(date) : undefined;
}
