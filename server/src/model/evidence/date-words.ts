// The date of a source, written as the draft writes its own.
import type { KnownDate } from './source-dates.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
/** As agencies shorten them. */
const SHORT = ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];
const MONTH = /\b(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?!\p{L})/u;

/** `words` with the one part in which the source's date differs, the day, the month or the year, put in its place; undefined where more of it differs, or the words have no such part. */
export function writeDateLike(words: string, draft: KnownDate, source: KnownDate): string | undefined {
  const [year, month, day] = draft.from.split('-') as [string, string, string];
  const [otherYear, otherMonth, otherDay] = source.from.split('-') as [string, string, string];
  const sameYear = year === otherYear || draft.yearless || source.yearless;
  const exact = draft.grain === 'day' ? 3 : draft.grain === 'month' ? 2 : draft.grain === 'year' ? 1 : 0;
  const changed = [!sameYear, exact > 1 && month !== otherMonth, exact > 2 && day !== otherDay].map((differs, i) => (differs ? i : -1)).filter(i => i >= 0);
  if (exact === 0 || changed.length !== 1 || /\p{L}+day\b/u.test(words)) return undefined;
  const put = (part: RegExp, text: string) => (part.test(words) ? words.replace(part, text) : undefined);
  switch (changed[0]) {
    case 0: return put(new RegExp(`\\b${year}\\b`), otherYear);
    case 1: {
      const full = MONTHS.some(name => words.includes(name) && name !== 'May');
      return put(MONTH, (full || !words.includes('.') ? MONTHS : SHORT)[Number(otherMonth) - 1]!);
    }
    default: return MONTH.test(words) ? put(new RegExp(`(?<!\\d)0?${Number(day)}(?!\\d)(?:st|nd|rd|th)?`), String(Number(otherDay))) : undefined;
  }
}
