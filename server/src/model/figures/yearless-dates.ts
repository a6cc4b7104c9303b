// Days without a year in a draft without a date: which year they are of is unknown, but two of them may still be held against each other.
import { findDates, type DateMention } from '../../language/dates.ts';
import type { Analysis, DraftDate } from '../analysis.ts';

type Dated = Pick<Analysis, 'dates' | 'asides' | 'draft' | 'context'>;

/** A leap year, so that every day of a month has its place in it. */
const ANY_YEAR = '2024';

const readInYear = new WeakMap<DateMention, { readonly year: string; readonly mention: DateMention | undefined }>();

/**
 * The dates of an analysis, those without a year all in the latest year that the draft writes (else in any): for a comparison, not to be shown.
 * `givenOf`: the draft's own date for each of these. A draft that has a date is given as it is.
 */
export function inOneYear<T extends Dated>(analysis: T): { readonly analysis: T; readonly givenOf: (date: DraftDate) => DraftDate } {
  const { dates, asides, draft, context } = analysis;
  if ((draft.frontMatter?.date ?? context.date) !== undefined || !dates.some(({ mention }) => isYearless(mention))) return { analysis, givenOf: date => date };
  const year = [...dates, ...asides.dates].flatMap(({ mention }) => (mention.yearWritten && mention.from !== undefined ? [mention.from.slice(0, 4)] : [])).toSorted().at(-1) ?? ANY_YEAR;
  const given = new Map<DraftDate, DraftDate>();
  const placed = (date: DraftDate): DraftDate => {
    const mention = isYearless(date.mention) ? inYear(date, year) : undefined;
    if (!mention) return date;
    const one = { ...date, mention };
    given.set(one, date);
    return one;
  };
  return { analysis: { ...analysis, dates: dates.map(placed), asides: { ...asides, dates: asides.dates.map(placed) } }, givenOf: date => given.get(date) ?? date };
}

function isYearless({ from, daySpan }: DateMention): boolean {
  return from === undefined && daySpan !== undefined;
}

function inYear({ mention, sentence }: DraftDate, year: string): DateMention | undefined {
  const known = readInYear.get(mention);
  if (known?.year === year) return known.mention;
  const [read] = findDates(sentence.leaf.content.prose.slice(mention.start, mention.end), `${year}-07-01`);
  const resolved = read?.from === undefined ? undefined : { ...mention, from: read.from, to: read.to, iso: read.iso };
  readInYear.set(mention, { year, mention: resolved });
  return resolved;
}
