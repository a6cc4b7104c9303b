// dates/weekday: a weekday that does not fall on its date.
import { fromIso, toNumber, weekdayOf } from '../../language/dates/calendar.ts';
import type { Analysis, DraftDate } from '../../model/analysis.ts';
import { readableDate } from '../../model/sources.ts';
import { defineRule, type Fix } from '../rule.ts';

const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

export const weekday = defineRule({
  id: 'dates/weekday',
  summary: 'A weekday that does not match its date.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',

  *check(analysis) {
    for (const date of analysis.dates) {
      const { mention } = date;
      const day = fromIso(mention.from);
      if (!mention.weekday || !day || mention.grain !== 'day') continue;
      const right = weekdayOf(toNumber(day));
      if (right === mention.weekday.day || fitsAnotherYear(date, analysis)) continue;
      const leaf = date.sentence.leaf;
      const written = leaf.toSource(mention.weekday.span);
      yield {
        start: date.start, end: date.end,
        message: `${readableDate(mention.from!)} is a ${NAMES[right]}, not a ${NAMES[mention.weekday.day]}${mention.yearWritten ? '' : ' (the year is that of the draft)'}.`,
        data: { weekday: written, right: NAMES[right]!, ...(mention.daySpan ? { day: leaf.toSource(mention.daySpan), days: nearestDays(mention.from!, mention.weekday.day) } : {}) },
      };
    }
  },

  fixes({ document, data }, { analysis }) {
    const { weekday: written, right, day, days } = data as { weekday: { start: number; end: number }; right: string; day?: { start: number; end: number }; days?: readonly number[] };
    const { text } = analysis.draft;
    const words = text.slice(written.start, written.end);
    const short = words.replace(/\.$/, '').length <= 4;
    const fixes: Fix[] = [{ title: `Change “${words}” to “${short ? right.slice(0, 3) : right}”`, safe: false, preferred: true, edits: [{ document, start: written.start, end: written.end, text: short ? right.slice(0, 3) : right }] }];
    if (day) for (const n of days ?? []) fixes.push({ title: `Change the day to ${n}`, safe: false, edits: [{ document, start: day.start, end: day.end, text: String(n) }] });
    return fixes;
  },
});

/** A date without a year may be one of a year that its paragraph names, or, far from the draft's date, of a neighbouring year. */
function fitsAnotherYear({ mention, sentence }: DraftDate, { dates }: Analysis): boolean {
  if (mention.yearWritten) return false;
  const years = dates.filter(other => other.sentence.leaf === sentence.leaf && other.mention.yearWritten && other.mention.from !== undefined).map(other => Number(other.mention.from!.slice(0, 4)));
  const own = Number(mention.from!.slice(0, 4));
  if (mention.yearUnsure) years.push(own - 1, own + 1);
  return years.some(year => {
    const day = fromIso(`${String(year).padStart(4, '0')}${mention.from!.slice(4)}`);
    return day !== undefined && weekdayOf(toNumber(day)) === mention.weekday!.day;
  });
}

/** The days of the same month, one before and one after, on which that weekday falls. */
function nearestDays(iso: string, wanted: number): number[] {
  const day = fromIso(iso)!;
  const off = (wanted - weekdayOf(toNumber(day)) + 7) % 7;
  return [day.day + off - 7, day.day + off].filter(n => fromIso(`${iso.slice(0, 8)}${String(n).padStart(2, '0')}`) !== undefined && n > 0);
}
