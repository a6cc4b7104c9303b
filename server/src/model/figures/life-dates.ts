// The years of a life in brackets behind a name: "Ann Berg (1912–1978)", "Tom Lund (born 1931)".
import type { DateMention } from '../../language/dates.ts';
import type { DraftDate } from '../analysis.ts';
import type { Occurrence } from './occurrences.ts';
import { stem } from './stem.ts';

const NAME = /((?:\p{Lu}[\p{L}'’-]*\.? ){1,3}\p{Lu}[\p{L}'’-]+) \((?:born )?$/u;
const ONE = /((?:\p{Lu}[\p{L}'’-]*\.? ){1,3}\p{Lu}[\p{L}'’-]+) \((born|b\.|died|d\.)(?: on| in)? $/u;
/** The last line of an obituary: "Ann Berg, engineer, born 3 May 1934; died 12 April 2026". */
const LAST_LINE = /^((?:\p{Lu}[\p{L}'’-]*\.? ){1,3}\p{Lu}[\p{L}'’-]+)(?:, (?!who\b|which\b)[\p{L} -]{1,60}){0,2}(?:[,;:] (?:(born|b\.|died|d\.)(?: on| in)? |born [^;.]{4,40}[;,] (?:and )?(died|d\.)(?: on| in)? ))$/u;
const YEARS = /^(\d{4})\s?[–-]\s?(\d{4})$/;

/** Shorter, it is a term of office; longer, no life. */
const SHORTEST = 25;
const LONGEST = 110;

/** Birth and death, each with its own year as its date; none where the date is no life of somebody named. */
export function readLifeDates(date: DraftDate, text: string): Occurrence[] {
  const { mention, sentence } = date;
  const start = mention.start - sentence.prose.start;
  const one = ONE.exec(text.slice(Math.max(0, start - 90), start));
  if (one) return [life(one[2]!.startsWith('b') ? 'bear' : 'kill', date, one[1]!)];
  const line = start < 200 ? LAST_LINE.exec(text.slice(0, start)) : null;
  if (line) return [life((line[2] ?? line[3])!.startsWith('b') ? 'bear' : 'kill', date, line[1]!)];
  if (mention.grain !== 'range') return [];
  const years = YEARS.exec(text.slice(start, mention.end - sentence.prose.start));
  const name = years && text.charAt(mention.end - sentence.prose.start) === ')' ? NAME.exec(text.slice(Math.max(0, start - 80), start))?.[1] : undefined;
  if (!years || name === undefined) return [];
  const [born, died] = [Number(years[1]), Number(years[2])];
  if (died - born < SHORTEST || died - born > LONGEST) return [];
  const yearAt = (year: string, offset: number): DraftDate => {
    const prose = { start: mention.start + offset, end: mention.start + offset + 4 };
    const own: DateMention = { ...prose, from: `${year}-01-01`, to: `${year}-12-31`, grain: 'year', iso: year, relative: false, yearWritten: true };
    return { ...sentence.leaf.toSource(prose), mention: own, sentence };
  };
  return [life('bear', yearAt(years[1]!, 0), name), life('kill', yearAt(years[2]!, mention.end - mention.start - 4), name)];
}

function life(deed: string, date: DraftDate, name: string): Occurrence {
  const parts = name.split(' ').map(word => stem({ lower: word.toLowerCase() }));
  return { date, deed, noun: false, theme: parts.at(-1)!, named: true, plural: false, modifiers: parts.slice(0, -1), indefinite: false, planned: false, words: new Set(parts), names: new Set(parts), complement: new Set(), passive: false, text: name };
}
