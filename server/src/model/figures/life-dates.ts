// The years of a life in brackets behind a name: "Ann Berg (1912–1978)".
import type { DateMention } from '../../language/dates.ts';
import type { DraftDate } from '../analysis.ts';
import type { Occurrence } from './occurrences.ts';
import { stem } from './stem.ts';

const NAME = /((?:\p{Lu}[\p{L}'’-]*\.? ){1,3}\p{Lu}[\p{L}'’-]+) \((?:born )?$/u;
const YEARS = /^(\d{4})\s?[–-]\s?(\d{4})$/;

/** Shorter, it is a term of office; longer, no life. */
const SHORTEST = 25;
const LONGEST = 110;

/** Birth and death, each with its own year as its date; none where the date is no life of somebody named. */
export function readLifeDates(date: DraftDate, text: string): Occurrence[] {
  const { mention, sentence } = date;
  if (mention.grain !== 'range') return [];
  const start = mention.start - sentence.prose.start;
  const years = YEARS.exec(text.slice(start, mention.end - sentence.prose.start));
  const name = years && text.charAt(mention.end - sentence.prose.start) === ')' ? NAME.exec(text.slice(Math.max(0, start - 80), start))?.[1] : undefined;
  if (!years || name === undefined) return [];
  const [born, died] = [Number(years[1]), Number(years[2])];
  if (died - born < SHORTEST || died - born > LONGEST) return [];
  const parts = name.split(' ').map(word => stem({ lower: word.toLowerCase() }));
  const yearAt = (year: string, offset: number): DraftDate => {
    const prose = { start: mention.start + offset, end: mention.start + offset + 4 };
    const own: DateMention = { ...prose, from: `${year}-01-01`, to: `${year}-12-31`, grain: 'year', iso: year, relative: false, yearWritten: true };
    return { ...sentence.leaf.toSource(prose), mention: own, sentence };
  };
  const event = (deed: string, at: DraftDate): Occurrence => ({ date: at, deed, noun: false, theme: parts.at(-1)!, named: true, plural: false, modifiers: parts.slice(0, -1), indefinite: false, planned: false, words: new Set(parts), names: new Set(parts), complement: new Set(), text: name });
  return [event('bear', yearAt(years[1]!, 0)), event('kill', yearAt(years[2]!, mention.end - mention.start - 4))];
}
