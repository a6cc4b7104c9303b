// dates/conflict: two dates for the same event.
import type { DraftDate } from '../../model/analysis.ts';
import { dateConflicts } from '../../model/figures/date-conflicts.ts';
import { defineRule } from '../rule.ts';

/** A date of the event, as a fix needs it. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Is it a day ("on May 3"), and not a month or a year ("in May")? */
  readonly day: boolean;
}

export const dateConflict = defineRule({
  id: 'dates/conflict',
  summary: 'Two dates for the same event.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',

  *check(analysis) {
    const { draft, context } = analysis;
    const others = new Map<DraftDate, DraftDate[]>();
    const events = new Map<DraftDate, string>();
    for (const { here, there, event, likely } of dateConflicts(analysis)) {
      for (const [one, other] of [[here, there], [there, here]] as const) {
        others.set(one, [...(others.get(one) ?? []), other]);
        if (!events.has(one)) events.set(one, `both ${likely ? 'seem to ' : ''}date the same event${event === '' ? '' : ` (“${event}”)`}`);
      }
    }
    const words = (date: DraftDate) => draft.text.slice(date.start, date.end).replace(/\s+/g, ' ');
    for (const [date, against] of others) {
      const theirs = [...new Set(against.map(words))].map(other => `“${other}”`).join(' and ');
      const places = reachable(date, others).map((place): Place => ({ start: place.start, end: place.end, words: words(place), day: place.mention.grain === 'day' }));
      yield {
        start: date.start, end: date.end, message: `“${words(date)}” here and ${theirs} elsewhere: ${events.get(date)!}.`,
        related: against.map(other => ({ document: context.document, start: other.start, end: other.end, message: `Here it is “${words(other)}”.` })),
        data: { places },
      };
    }
  },

  fixes({ document, data }, { analysis }) {
    const { places } = data as { places: readonly Place[] };
    return places.filter((place, i) => places.findIndex(other => other.words === place.words) === i).map(kept => ({
      title: `Use “${kept.words}” everywhere`, safe: false,
      edits: places.filter(place => place.words !== kept.words).map(place => ({ document, ...replaced(place, kept, analysis.draft.text) })),
    }));
  },
});

/** All dates of one event: those that conflict with a date, those that conflict with these, in the order of the draft. */
function reachable(date: DraftDate, others: ReadonlyMap<DraftDate, readonly DraftDate[]>): DraftDate[] {
  const found = new Set([date]);
  for (const one of found) for (const other of others.get(one) ?? []) found.add(other);
  return [...found].toSorted((a, b) => a.start - b.start);
}

/** A date in place of another; a day is "on", a month or a year "in". */
function replaced(place: Place, kept: Place, text: string) {
  const before = /\b(?:on|in)\s+$/i.exec(text.slice(Math.max(0, place.start - 8), place.start))?.[0];
  if (before === undefined || place.day === kept.day) return { start: place.start, end: place.end, text: kept.words };
  const preposition = /^[A-Z]/.test(before) ? (kept.day ? 'On' : 'In') : kept.day ? 'on' : 'in';
  return { start: place.start - before.length, end: place.end, text: `${preposition}${before.slice(2)}${kept.words}` };
}
