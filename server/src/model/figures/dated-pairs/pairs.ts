// Dates that are given for one event in whatever words, and cannot both hold: what the pairs of marked drafts teach (training/conflicts/).
import type { Analysis, DraftDate } from '../../analysis.ts';
import { computeLogOdds } from '../../forest.ts';
import { matching, readDraftDates, type Candidate, type DraftDates } from './candidates.ts';
import { DATE_FOREST } from './date-forest.ts';
import { addFeatures, type AddFeature } from './features.ts';

type Read = Pick<Analysis, 'dates' | 'asides' | 'draft' | 'quotes' | 'attributions' | 'context'>;

/** From these log-odds on two dates are taken for those of one event: of a hundred such pairs of drafts that were not learned from, fewer than ten are none. */
const SURE = 0.5;
/** The same for two whose sentences share no word, so that no reader can be told why they are one. */
const SURER = 1;

export interface DatePair {
  readonly here: DraftDate;
  readonly there: DraftDate;
}

/** A pair that the trees take for one event, and the words that both share, as the first has them. */
export interface LearnedDatePair extends DatePair {
  readonly event: string;
}

/** The dates that the draft gives for one event, as far as the trees know; none that is in `told` already. */
export function learnedDatePairs(analysis: Read, told: ReadonlySet<DraftDate>): LearnedDatePair[] {
  const dates = readDraftDates(analysis);
  const reference = referenceOf(analysis);
  const values = new Float64Array(DATE_FOREST.features.length);
  const add: AddFeature = (name, value = 1) => {
    const number = NUMBERS.get(name);
    if (number !== undefined) values[number] = value;
  };
  const scored = dates.candidates.map(candidate => {
    values.fill(0);
    addFeatures(add, candidate, dates, reference);
    return { ...placed(candidate, dates), candidate, odds: computeLogOdds(DATE_FOREST, values) };
  });
  return chooseDatePairs(scored.filter(({ here, there, candidate, odds }) => !told.has(here) && !told.has(there) && odds > (candidate.likeness.sentence > 0 ? SURE : SURER)), SURE).map(({ here, there, candidate }) => ({ here, there, event: eventOf(candidate, dates) }));
}

const NUMBERS: ReadonlyMap<string, number> = new Map(DATE_FOREST.features.map((name, number) => [name, number]));

/** Every pair of dates that could conflict, with its features by name: for training. */
export function collectDatePairs(analysis: Read): (DatePair & { readonly features: ReadonlyMap<string, number> })[] {
  const dates = readDraftDates(analysis);
  return dates.candidates.map(candidate => {
    const features = new Map<string, number>();
    addFeatures((name, value = 1) => {
      if (value !== 0) features.set(name, value);
    }, candidate, dates, referenceOf(analysis));
    return { ...placed(candidate, dates), features };
  });
}

/** The pairs from some log-odds on, the surest first; each date in one of them, or in several whose other dates agree. */
export function chooseDatePairs<T extends DatePair & { readonly odds: number }>(pairs: readonly T[], threshold: number): T[] {
  const chosen: T[] = [];
  const partners = new Map<DraftDate, DraftDate[]>();
  for (const pair of pairs.filter(({ odds }) => odds > threshold).toSorted((a, b) => b.odds - a.odds || a.here.start - b.here.start || a.there.start - b.there.start)) {
    const fits = (one: DraftDate, other: DraftDate) => (partners.get(one) ?? []).every(({ mention }) => mention.from === other.mention.from && mention.to === other.mention.to);
    if (!fits(pair.here, pair.there) || !fits(pair.there, pair.here)) continue;
    chosen.push(pair);
    for (const [one, other] of [[pair.here, pair.there], [pair.there, pair.here]] as const) partners.set(one, [...(partners.get(one) ?? []), other]);
  }
  return chosen;
}

function referenceOf({ draft, context }: Read): string | undefined {
  return draft.frontMatter?.date ?? context.date;
}

function placed({ i, k }: Candidate, { facts }: DraftDates): DatePair {
  return { here: facts[i]!.date, there: facts[k]!.date };
}

/** As many words are told. */
const MOST_WORDS = 3;

/** The most telling words of the first date's sentence that the second's has too, in their order: "bridge … opens". */
function eventOf({ i, k }: Candidate, { facts, weightOf }: DraftDates): string {
  const [a, b] = [facts[i]!, facts[k]!];
  const shared = matching(a.wording.clause, b.inClause);
  const words = (shared.length > 0 ? shared : matching(a.wording.sentence, b.inSentence)).toSorted((x, y) => weightOf(y.keys) - weightOf(x.keys) || x.away - y.away).slice(0, MOST_WORDS).toSorted((x, y) => x.place - y.place).map(({ text }) => text);
  return [...new Set(words)].join(' … ');
}
