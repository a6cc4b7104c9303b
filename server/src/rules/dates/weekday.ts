// dates/weekday: a weekday that does not fall on its date.
import { fromIso, toNumber, weekdayOf } from '../../language/dates/calendar.ts';
import type { Analysis } from '../../model/analysis.ts';
import { weekdayPairs, type WeekdayPair } from '../../model/figures/weekdays.ts';
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
    let told = -1;
    for (const pair of weekdayPairs(analysis)) {
      const { mention } = pair.date;
      const right = weekdayOf(toNumber(fromIso(pair.iso)!));
      if (right === pair.weekday.day || fitsAnotherYear(pair, analysis) || pair.span.end <= told) continue;
      // Of the two ends of a range the first tells enough.
      told = pair.span.end;
      yield {
        start: pair.span.start, end: pair.span.end,
        message: `${readableDate(pair.iso)} is a ${NAMES[right]}, not a ${NAMES[pair.weekday.day]}${mention.yearWritten ? '' : ' (the year is that of the draft)'}.`,
        data: { weekday: pair.weekday.span, right: NAMES[right]!, ...(pair.daySpan ? { day: pair.daySpan, days: nearestDays(pair.iso, pair.weekday.day) } : {}) },
      };
    }
  },

  fixes({ document, data }, { analysis }) {
    const { weekday: written, right, day, days } = data as { weekday: { start: number; end: number }; right: string; day?: { start: number; end: number }; days?: readonly number[] };
    const { text } = analysis.draft;
    const words = text.slice(written.start, written.end);
    const name = writeLike(right, words);
    const fixes: Fix[] = [{ title: `Change “${words}” to “${name}”`, safe: false, preferred: true, edits: [{ document, start: written.start, end: written.end, text: name }] }];
    if (day) for (const n of days ?? []) fixes.push({ title: `Change the day to ${n}`, safe: false, edits: [{ document, start: day.start, end: day.end, text: String(n) }] });
    return fixes;
  },
});

/** A weekday as another is written: in full or cut short, in capitals or not. */
function writeLike(name: string, example: string): string {
  const plain = example.replace(/\.$/, '');
  const cut = /day$/i.test(plain) ? name : plain.length === 3 ? name.slice(0, 3) : /^(?:Tue|Thu)/.test(name) ? name.slice(0, name.startsWith('Tue') ? 4 : 5) : name.slice(0, 3);
  const dotted = example.endsWith('.') ? `${cut}.` : cut;
  return plain === plain.toUpperCase() ? dotted.toUpperCase() : dotted;
}

/** A day that lies so far behind the draft's may as well be that of the next year. */
const FAR = 75;

const COMING = /\b(?:will|due|scheduled|set (?:for|to)|upcoming|next|planned for|(?:is|are) to (?:be|begin|start|open|end|close|meet|vote|go|take))\b/i;

/** A date without a year may be one of a year that its paragraph names, or, far from the draft's date, of a neighbouring one. */
function fitsAnotherYear({ date: { mention, sentence }, iso, weekday: { day } }: WeekdayPair, { dates, draft, context }: Analysis): boolean {
  if (mention.yearWritten) return false;
  const years = dates.filter(other => other.sentence.leaf === sentence.leaf && other.mention.yearWritten && other.mention.from !== undefined).map(other => Number(other.mention.from!.slice(0, 4)));
  const own = Number(iso.slice(0, 4));
  const today = fromIso(draft.frontMatter?.date ?? context.date);
  // "Elections are due on Sunday, Oct. 3": in the year to come.
  const coming = today !== undefined && toNumber(fromIso(iso)!) > toNumber(today) && COMING.test(sentence.text);
  if (mention.yearUnsure && !coming) years.push(own - 1, own + 1);
  if (today && toNumber(today) - toNumber(fromIso(iso)!) > FAR) years.push(own + 1);
  return years.some(year => {
    const other = fromIso(`${String(year).padStart(4, '0')}${iso.slice(4)}`);
    return other !== undefined && weekdayOf(toNumber(other)) === day;
  });
}

/** The days of the same month, one before and one after, on which that weekday falls. */
function nearestDays(iso: string, wanted: number): number[] {
  const day = fromIso(iso)!;
  const off = (wanted - weekdayOf(toNumber(day)) + 7) % 7;
  return [day.day + off - 7, day.day + off].filter(n => fromIso(`${iso.slice(0, 8)}${String(n).padStart(2, '0')}`) !== undefined && n > 0);
}
