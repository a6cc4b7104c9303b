// Holds a date of the draft against the texts of the sources that its sentence cites.
import { fromPeriod } from '../../language/dates/calendar.ts';
import type { Span } from '../../span.ts';
import type { Analysis, DraftDate } from '../analysis.ts';
import { groupBySentence } from '../figures/figures.ts';
import { areComplete, createVerdicts, isSpoken, LONGEST_SENTENCE, sourcesOfSentence, type CitedPassage } from './cited.ts';
import { writeDateLike } from './date-words.ts';
import { maySayTheSame, readClause, sharedWords, type Clause, type Shared } from './dated-clauses.ts';
import { toEvidence, type Evidence } from './passages.ts';
import { rankInContext, type RankedUnit } from './ranking.ts';
import { datesOf, relate, toKnown, type KnownDate, type SourceDate } from './source-dates.ts';
import { wordsOf, type SourceUnit } from './source-reading.ts';

export type DateVerdict =
  /** The source has it. `coarser`: it gives no more than the month or the year. */
  | { readonly kind: 'present'; readonly evidence: Evidence; readonly coarser?: true }
  /** The source gives another date for what seems the same. `words`: those of the source. `inDraft`: the date as the draft would write it, where it differs in one part alone. */
  | { readonly kind: 'other'; readonly source: string; readonly words: string; readonly inDraft?: string; readonly evidence: Evidence }
  /** The whole texts of all cited sources lack it. */
  | { readonly kind: 'absent'; readonly sources: readonly string[] };

const verdicts = createVerdicts<DateVerdict | undefined>();

/** Undefined where nothing can be said: no sources, none of whose text is known, a date in a quotation, or one that says nothing without the day of the text. */
export function verifyDate(date: DraftDate, analysis: Analysis): DateVerdict | undefined {
  const cited = sourcesOfSentence(date.sentence, analysis);
  if (!cited || date.sentence.text.length > LONGEST_SENTENCE || isSpoken(date, analysis)) return undefined;
  const known = knownOf(date);
  if (!known || VAGUE.has(known.grain)) return undefined;
  // The day of the source itself stands in the registry.
  const issued = new Map(cited.map(id => [id, analysis.sources.get(id)?.entry.issued]));
  if ([...issued.values()].some(day => isDayOf(day, known))) return undefined;
  const key = [date.mention.start - date.sentence.prose.start, known.from, known.to, ...issued.values(), date.sentence.text].join('\n');
  return verdicts(cited, key, analysis, passages => compute(date, known, siblingsOf(date, analysis), cited, passages, issued));
}

/** Periods that a text seldom names twice in the same way. */
const VAGUE: ReadonlySet<KnownDate['grain']> = new Set(['week', 'decade']);

function knownOf(date: DraftDate): KnownDate | undefined {
  return toKnown(date.mention, wordsIn(date));
}

function wordsIn({ mention, sentence }: DraftDate): string {
  return sentence.leaf.content.prose.slice(mention.start, mention.end);
}

function isDayOf(issued: string | undefined, known: KnownDate): boolean {
  const period = issued === undefined ? undefined : fromPeriod(issued.slice(0, 10));
  return period !== undefined && relate(known, { ...period, grain: 'day', yearless: false, reckoned: false }, true) !== 'apart' && issued!.length >= 7;
}

const bySentence = new WeakMap<readonly DraftDate[], ReadonlyMap<number, readonly DraftDate[]>>();

/** The other dates of its sentence. */
function siblingsOf(date: DraftDate, { dates }: Analysis): readonly DraftDate[] {
  let groups = bySentence.get(dates);
  if (!groups) bySentence.set(dates, (groups = groupBySentence(dates)));
  return (groups.get(date.sentence.index) ?? []).filter(other => other !== date);
}

interface Place extends CitedPassage {
  readonly ranked: RankedUnit;
  readonly unit: SourceUnit;
  readonly dates: readonly SourceDate[];
}

/** Words that say that it was to be, or was, on another day. */
const PUT_OFF = /\b(?:original(?:ly)?|initial(?:ly)?|postpon\w*|delay\w*|reschedul\w*|instead|brought forward|put back|would have|had been due|was due|anniversary)\b/i;
/** The hour, a night, a time zone: what lies on one day here lies on the next elsewhere. */
const CLOCK = /\b(?:overnight|midnight|night|dawn|GMT|UTC|[CEMP]S?[DE]?T|local time|time zone|early (?:on )?(?:hours|morning))\b/;
/** A sentence of more dates is a chronicle. */
const MOST_DATES = 12;
/** As many units of a passage as are looked at for the same event. */
const BEST = 6;
/** A sentence of the source that shares so much of the draft's words speaks of the same. */
const SAME_TOPIC = 0.4;
/** So much, and what happened, the same, is enough. */
const SAME_STATEMENT = 0.5;
/** Another, though the draft's date stands elsewhere: it may be the date of another thing, taken for this one's. */
const NO_DOUBT = 0.6;
/** Words that are so much rarer tell which of two is meant. */
const CLEARLY = 1.2;
/** The date stands in words that share less than half as much as the best: it is another event's. */
const WEAK = 0.5;
const LEAST = 0.15;
const OF_CLAUSE = 2;

function compute(date: DraftDate, known: KnownDate, siblings: readonly DraftDate[], cited: readonly string[], passages: readonly CitedPassage[], issued: ReadonlyMap<string, string | undefined>): DateVerdict | undefined {
  const clause = readClause(date.sentence.text, spanIn(date));
  const weights = new Map(wordsOf(date.sentence.text).map(word => [word, 1]));
  for (const word of wordsOf(clause.text)) weights.set(word, OF_CLAUSE);
  const byTheClock = CLOCK.test(date.sentence.text);
  const places: Place[] = passages.flatMap(one => {
    const dates = datesOf(one, issued.get(one.source));
    return rankInContext(weights, one.reading).filter(({ unit }) => dates[unit]!.length > 0).map(ranked => ({ ...one, ranked, unit: one.reading.units[ranked.unit]!, dates: dates[ranked.unit]! }));
  });
  places.sort((a, b) => b.ranked.score - a.ranked.score);
  const top = places[0]?.ranked.score ?? 0;
  const relation = (place: Place, one: SourceDate) => relate(known, one.known, byTheClock || CLOCK.test(textOf(place)));

  const holding = places.find(place => place.dates.some(one => relation(place, one) === 'same'));
  if (holding && holding.ranked.score >= Math.max(LEAST, top * WEAK)) return present(holding);
  const complete = areComplete(cited, passages);
  const elsewhere = holding !== undefined || passages.some(one => datesOf(one, issued.get(one.source)).some(dates => dates.some(there => relate(known, there.known, byTheClock) === 'same')));
  const rival = complete ? findRival(date, known, clause, siblings, places.slice(0, BEST), elsewhere ? NO_DOUBT : SAME_TOPIC, byTheClock) : undefined;
  if (rival) return rival;
  const near = places.filter(({ ranked }) => ranked.score >= Math.max(LEAST, top * WEAK));
  const coarse = near.find(place => place.dates.some(one => relation(place, one) === 'coarser'));
  if (coarse) return present(coarse, true);
  // A day that is written in full is hardly another's by chance.
  if (holding && known.grain === 'day' && !known.reckoned) return present(holding);
  if (elsewhere || !complete || near.some(place => place.dates.some(one => relation(place, one) === 'unclear'))) return undefined;
  return { kind: 'absent', sources: cited };
}

function present({ source, passage, unit }: Place, coarser = false): DateVerdict {
  return { kind: 'present', evidence: toEvidence(source, passage, unit), ...(coarser ? { coarser: true } : {}) };
}

/** In the units that speak of the same, the one date that stands in this one's place. */
function findRival(date: DraftDate, known: KnownDate, clause: Clause, siblings: readonly DraftDate[], places: readonly Place[], least: number, byTheClock: boolean): DateVerdict | undefined {
  if (PUT_OFF.test(date.sentence.text) || clause.told || clause.words.size + clause.deeds.size === 0) return undefined;
  const taken = siblings.flatMap(sibling => knownOf(sibling) ?? []);
  for (const place of places) {
    const { source, passage, unit, ranked, dates } = place;
    const text = textOf(place);
    if (ranked.score < least || ranked.shared < 2 || text.length > LONGEST_SENTENCE || dates.length > MOST_DATES || PUT_OFF.test(text)) continue;
    // "the 1927 flight" is read as no date.
    if (known.grain === 'year' && new RegExp(`\\b${known.from.slice(0, 4)}\\b`).test(text)) continue;
    const clock = byTheClock || CLOCK.test(text);
    const candidates: ({ readonly there: SourceDate } & Shared)[] = [];
    let unsure = false;
    for (const there of dates) {
      if (taken.some(one => relate(one, there.known, true) !== 'apart')) continue;
      const beside = readClause(text, there.mention);
      if (beside.told || !maySayTheSame(clause, date.sentence.text, beside, textBefore(place) + text)) continue;
      const both = sharedWords(clause, beside, place.reading);
      if (relate(known, there.known, clock) !== 'apart') unsure ||= both.shared > 0;
      else if (isAsExact(known, there.known!) && beside.limit === clause.limit) candidates.push({ there, ...both });
    }
    if (unsure) continue;
    candidates.sort((a, b) => Number(b.deed) - Number(a.deed) || b.weight - a.weight);
    const [best, next] = candidates;
    // "Founded in 1931, it …": of what, the words before must say.
    if (!best || (best.shared < 2 && !(best.deed && ranked.score >= (ranked.shared > 2 ? SAME_STATEMENT : NO_DOUBT)))) continue;
    // Dates that no slip makes of each other are rather those of two events, unless all words agree.
    if (!mayBeSlip(known, best.there.known!) && !(best.deed && best.shared > 2 && ranked.score >= NO_DOUBT)) continue;
    // Two that are left are two events: which of them is meant the words must say.
    if (next && next.deed === best.deed && next.weight * CLEARLY > best.weight) continue;
    const { start, end } = best.there.mention;
    const inDraft = writeDateLike(wordsIn(date), known, best.there.known!);
    return { kind: 'other', source, words: text.slice(start, end), ...(inDraft === undefined ? {} : { inDraft }), evidence: toEvidence(source, passage, unit) };
  }
  return undefined;
}

/** The draft may be less exact than the source, "in 2019" for "on May 4, 2018", but not more. */
function isAsExact(draft: KnownDate, source: KnownDate): boolean {
  const exact = (grain: KnownDate['grain']) => EXACTNESS.indexOf(grain);
  return exact(draft.grain) >= 0 && exact(source.grain) >= 0 && exact(draft.grain) >= exact(source.grain);
}

/** Is one the other but for the day, the month or the year, and the years not far apart but for one figure or two that have changed places? */
function mayBeSlip(a: KnownDate, b: KnownDate): boolean {
  const [x, y] = [a.from.split('-'), b.from.split('-')];
  const parts = a.grain === 'day' ? 3 : a.grain === 'year' ? 1 : 2;
  const apart = [0, 1, 2].filter(i => i < parts && x[i] !== y[i] && !(i === 0 && (a.yearless || b.yearless)));
  if (apart.length > 1) return false;
  if (apart[0] !== 0) return true;
  const wrong = [...x[0]!].filter((figure, i) => figure !== y[0]![i]).length;
  return wrong < 2 || Math.abs(Number(x[0]) - Number(y[0])) <= 3 || (wrong === 2 && [...x[0]!].toSorted().join('') === [...y[0]!].toSorted().join(''));
}

const EXACTNESS: readonly KnownDate['grain'][] = ['day', 'month', 'quarter', 'year-part', 'year'];

function spanIn({ mention, sentence }: DraftDate): Span {
  return { start: mention.start - sentence.prose.start, end: mention.end - sentence.prose.start };
}

/** The sentence before, of the same paragraph. */
function textBefore({ passage, reading, unit, ranked }: Place): string {
  const before = reading.units[ranked.unit - 1];
  return before?.block === unit.block ? `${passage.text.slice(before.start, before.end)} ` : '';
}

function textOf({ passage, unit }: Place): string {
  return passage.text.slice(unit.start, unit.end).replace(/\s/g, ' ');
}
