// Two dates for one event: "arrested on Feb. 3 … his arrest on Feb. 13".
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import type { DateMention } from '../../language/dates.ts';
import { fromIso } from '../../language/dates/calendar.ts';
import type { Draft, LeafContent, Sentence } from '../../draft/draft.ts';
import type { Analysis, DraftDate } from '../analysis.ts';
import { apart, apartInWeek } from './dates-apart.ts';
import { learnedDatePairs } from './dated-pairs/pairs.ts';
import { eventOf, onlyOnes, sameEvent, type DatedEvent } from './dated-events.ts';
import { isCalendarWord } from './lexicon.ts';
import { stem } from './stem.ts';
import { groupBySentence } from './figures.ts';
import { readLifeDates } from './life-dates.ts';
import { readOccurrence, type Occurrence } from './occurrences.ts';
import { inOneYear } from './yearless-dates.ts';
import { IN_A_LIFE, asFarAsTold, mayBe, onlyOneMade, retold, sameOccurrence, tellsOfSeveral } from './same-occurrence.ts';

export interface DateConflict {
  readonly here: DraftDate;
  readonly there: DraftDate;
  /** The event, for the message: "the arrest", "stoppage … begin"; '' where the two share no word. */
  readonly event: string;
  /** Is it likely, by all that the words around the two share, and not told by the event's own words? */
  readonly likely?: true;
}

/** Words that say the date was another one, wherever they stand in the sentence. */
const PUT_OFF = /\b(?:original(?:ly)?|initial(?:ly)?|postpon\w*|delay\w*|reschedul\w*|moved?|instead|re-?opened|brought forward|put back|would have|had been due|was due|anniversary)\b/i;
/** Of these, what is told as well of what was not put off: "moved to its new site", "the library reopened". */
const MOVED = /\b(?:moved?|re-?opened)\b/gi;
/** Words of the clause that say it was one of several. */
const ONE_OF_SEVERAL = /\b(?:previous(?:ly)?|again|another|every|each|annual(?:ly)?(?! (?:reports?|accounts|review|return)\b)|second|third|earlier|formerly|last \p{Ll}+ed|(?:the|his|her|its|their|[’']s) former|until(?! (?:it|he|she|they)\b| [^,]{1,20}, when\b)|extended?|(?:present|current|new) (?:home|site|premises|building)|of (?:1[5-9]|20)\d\d(?<!\b(?:end|start|beginning|middle|spring|summer|autumn|winter|fall|quarter|half|rest|months) of \d{4}))\b/iu;
/** What looks like these and is none: "ran until May". */
const LASTING = /\b(?:runs?|ran|running|lasts?|lasted|had|has|have|given) until\b/gi;
const NEXT_CLAUSE = /[;:—()]|, (?:when|while|where|but|because|as)\b| since /g;

/** Pairs of dates of one event that have no day in common: those whose words tell the event, and those of which marked drafts teach that they are likely of one. */
export function dateConflicts(given: Pick<Analysis, 'dates' | 'asides' | 'quotes' | 'attributions' | 'draft' | 'context'>): DateConflict[] {
  const { analysis, givenOf } = inOneYear(given);
  const told = toldConflicts(analysis);
  const likely = learnedDatePairs(analysis, new Set(told.flatMap(({ here, there }) => [here, there])));
  return [...told, ...likely.map(pair => ({ ...pair, likely: true as const }))].map(pair => ({ ...pair, here: givenOf(pair.here), there: givenOf(pair.there) })).toSorted((a, b) => a.here.start - b.here.start || a.there.start - b.there.start);
}

function toldConflicts({ dates, attributions, draft }: Pick<Analysis, 'dates' | 'attributions' | 'draft'>): DateConflict[] {
  if (dates.length < 2) return [];
  const events: DatedEvent[] = [];
  const occurrences: Occurrence[] = [];
  const moved: Occurrence[] = [];
  const byDate = new Map<DraftDate, Occurrence>();
  const speakers = groupBySentence(attributions);
  for (const inSentence of groupBySentence(dates).values()) {
    const { sentence } = inSentence[0]!;
    if (sentence.leaf.content.containers.some(container => container.kind === 'footnote' || container.kind === 'table')) continue;
    const { putOff, readings } = readDates(inSentence, sentence);
    // Who tells of an event does not tell it from another.
    const tellers = once(() => new Set((speakers.get(sentence.index) ?? []).flatMap(({ source }) => (source ? stemsOf(draft.text.slice(source.start, source.end)) : []))));
    for (const [i, date] of inSentence.entries()) {
      const reading = readings[i];
      if (!reading) continue;
      const read = reading.occurrence && placed(reading.occurrence, date);
      const occurrence = read && read.names.size > 0 && tellers().size > 0 ? { ...read, names: new Set([...read.names].filter(name => !tellers().has(name) || name === read.theme)) } : read;
      if (occurrence) (putOff ? moved : occurrences).push(occurrence);
      if (putOff) continue;
      occurrences.push(...reading.lives.map(life => placed(life, date)));
      if (occurrence) byDate.set(date, occurrence);
      const { event } = reading;
      if (event) events.push({ ...event, date, names: event.names.filter(name => !tellers().has(name) || name === event.subject) });
    }
  }
  let found: DateConflict[] = [];
  const byEvent = new Map<string, DatedEvent[]>();
  for (const event of events) {
    const group = byEvent.get(event.event);
    if (group) group.push(event);
    else byEvent.set(event.event, [event]);
  }
  for (const group of byEvent.values()) {
    // So many dated events of one kind are a chronicle.
    if (group.length <= MOST_OF_ONE_KIND) found.push(...conflictsIn(group));
  }
  // What was to happen on one day may have happened on another, and for one reason on one day, for another on another.
  found = found.filter(({ here, there }) => {
    const [a, b] = [byDate.get(here), byDate.get(there)];
    return !a || !b || (a.planned === b.planned && (a.deed !== b.deed || a.noun || IN_A_LIFE.has(a.deed) || asFarAsTold(a, b)));
  });
  const told = new Set(found.flatMap(({ here, there }) => [here, there]));
  found.push(...occurrenceConflicts(occurrences, draft).filter(({ here, there }) => !told.has(here) && !told.has(there)));
  for (const { here, there } of found) told.add(here).add(there);
  found.push(...retoldConflicts([...occurrences, ...moved], draft).filter(({ here, there }) => !told.has(here) && !told.has(there)));
  return found;
}

const MOST_OF_ONE_KIND = 30;
/** So many nouns are looked for in the rest of the draft. */
const MOST_NOUNS = 40;

/** What a sentence says of one of its dates. */
interface DateReading {
  readonly lives: readonly Occurrence[];
  readonly occurrence: Occurrence | undefined;
  readonly event: DatedEvent | undefined;
}

interface SentenceReading {
  /** The dates that were read: they may hang on the draft's own. */
  readonly mentions: readonly DateMention[];
  /** Does the sentence tell of a move, which may have been one to another date? */
  readonly putOff: boolean;
  /** Undefined for a date of which the words say that it was put off, or that it is one of several. */
  readonly readings: readonly (DateReading | undefined)[];
}

/** By leaf, then by where the sentence starts in its prose: a letter typed elsewhere reads no sentence again. The dates in it are those of the draft that was read first. */
const readingsByLeaf = new WeakMap<LeafContent, Map<number, SentenceReading>>();

function readDates(dates: readonly DraftDate[], { leaf: { content }, prose, text }: Sentence): SentenceReading {
  let ofLeaf = readingsByLeaf.get(content);
  if (!ofLeaf) readingsByLeaf.set(content, (ofLeaf = new Map()));
  const known = ofLeaf.get(prose.start);
  if (known && known.mentions.length === dates.length && dates.every(({ mention }, i) => mention === known.mentions[i])) return known;
  const putOff = PUT_OFF.test(text);
  const wholly = putOff && PUT_OFF.test(text.replace(MOVED, ''));
  const tokens = toTokens(text);
  const names = once(() => namesIn(tokens));
  const several = ONE_OF_SEVERAL.test(text);
  const readings = dates.map((date): DateReading | undefined => {
    if (wholly || several && ONE_OF_SEVERAL.test(clauseOf(date, text).replace(LASTING, ''))) return undefined;
    const lives = readLifeDates(date, text);
    const event = putOff ? undefined : eventOf(date, tokens);
    return { lives, occurrence: lives.length > 0 ? undefined : readOccurrence(date, tokens, text), event: event && { ...event, names: names() } };
  });
  const reading = { mentions: dates.map(({ mention }) => mention), putOff, readings };
  ofLeaf.set(prose.start, reading);
  return reading;
}

/** What was read of a date, in this draft. */
function placed(read: Occurrence, date: DraftDate): Occurrence {
  const { mention } = read.date;
  const own = mention === date.mention ? date : { ...date.sentence.leaf.toSource(mention), mention, sentence: date.sentence };
  return { ...read, date: own, ...(read.derived ? { derived: placed(read.derived, date) } : {}) };
}

/** As many speakers' names are remembered, if they are no longer than this. */
const MOST_SPEAKERS = 1000;
const LONGEST_SPEAKER = 200;

const stemsBySpeaker = new Map<string, readonly string[]>();

function stemsOf(words: string): readonly string[] {
  const known = stemsBySpeaker.get(words);
  if (known) return known;
  const stems = toTokens(words).map(stem);
  if (stemsBySpeaker.size >= MOST_SPEAKERS) stemsBySpeaker.clear();
  if (words.length <= LONGEST_SPEAKER) stemsBySpeaker.set(words, stems);
  return stems;
}

const LONGEST_CLAUSE = 400;

/** The words of the sentence around a date, to the next clause. */
function clauseOf({ mention, sentence }: DraftDate, text: string): string {
  const place = mention.start - sentence.prose.start;
  const near = text.slice(Math.max(0, place - LONGEST_CLAUSE), place + LONGEST_CLAUSE);
  const at = Math.min(place, LONGEST_CLAUSE);
  let start = 0;
  for (const { index } of near.matchAll(NEXT_CLAUSE)) {
    if (index >= at) return near.slice(start, index);
    start = index;
  }
  return near.slice(start);
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}

/** Two dates of one deed, whatever the verb. */
function occurrenceConflicts(occurrences: readonly Occurrence[], draft: Draft): DateConflict[] {
  const found: DateConflict[] = [];
  const byDeed = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const group = byDeed.get(`${occurrence.deed} ${occurrence.noun}`);
    if (group) group.push(occurrence);
    else byDeed.set(`${occurrence.deed} ${occurrence.noun}`, [occurrence]);
  }
  for (const group of byDeed.values()) {
    if (group.length < 2 || group.length > MOST_OF_ONE_KIND) continue;
    const several = group[0]!.noun && tellsOfSeveral(group[0]!.deed, draft);
    for (const [i, a] of group.entries()) {
      for (const b of group.slice(i + 1)) {
        if (a.date.sentence === b.date.sentence || !(apart(a.date, b.date) || apartInWeek(a.date, b.date)) || !(sameOccurrence(a, b, several) || group.length === 2 && onlyOneMade(a, b, draft))) continue;
        if (group.some(other => other !== a && other !== b && sameOccurrence(other, a, several) && apart(other.date, a.date) && apart(other.date, b.date))) continue;
        found.push({ here: a.date, there: b.date, event: a.text });
      }
    }
  }
  return found;
}

/** Two dates of one deed that is told once by its verb and once by its noun, or by two turns of phrase. */
function retoldConflicts(occurrences: readonly Occurrence[], draft: Draft): DateConflict[] {
  const found: DateConflict[] = [];
  const asked = new Map<string, boolean>();
  // Each asks the whole draft.
  const several = (noun: string) => {
    const known = asked.get(noun) ?? (asked.size >= MOST_NOUNS || tellsOfSeveral(noun, draft));
    asked.set(noun, known);
    return known;
  };
  const byKind = new Map<string, Occurrence[]>();
  // A noun is read with what belongs to it; "the walkout began" is told by the verb and by the noun.
  for (const occurrence of occurrences.flatMap(read => [...(read.noun && !read.deed.startsWith('of ') ? [] : [read]), ...(read.derived ? [read.derived] : [])])) {
    if (occurrence.date.mention.from === undefined) continue;
    for (const kind of occurrence.kinds ?? []) {
      const group = byKind.get(kind);
      if (group) group.push(occurrence);
      else byKind.set(kind, [occurrence]);
    }
  }
  for (const group of byKind.values()) {
    if (group.length > MOST_OF_ONE_KIND) continue;
    for (const [i, a] of group.entries()) {
      for (const later of group.slice(i + 1)) {
        const b = inYearTold(later, a);
        if (a.date.sentence === b.date.sentence || !(apart(a.date, b.date) || apartInWeek(a.date, b.date)) || !retold(a, b, several)) continue;
        if (group.some(other => other !== a && other !== later && (b === later || sharesYear(other, a)) && mayBe(other, a, b)) || found.some(({ here }) => here === a.date)) continue;
        found.push({ here: a.date, there: later.date, event: a.text });
      }
    }
  }
  return found;
}

/** "The 1992 treaty … it was signed on 13 June": a day without a year whose sentence tells the year of the other. */
function inYearTold(occurrence: Occurrence, other: Occurrence): Occurrence {
  const { mention } = occurrence.date;
  const year = other.date.mention.yearWritten ? other.date.mention.from?.slice(0, 4) : undefined;
  if (year === undefined || mention.yearWritten || mention.grain !== 'day' || mention.daySpan === undefined || mention.from === undefined || mention.from.startsWith(year) || !occurrence.words.has(year)) return occurrence;
  const iso = `${year}${mention.from.slice(4)}`;
  return fromIso(iso) ? { ...occurrence, date: { ...occurrence.date, mention: { ...mention, from: iso, to: iso, iso } } } : occurrence;
}

function sharesYear(a: Occurrence, b: Occurrence): boolean {
  return a.date.mention.from?.slice(0, 4) === b.date.mention.from?.slice(0, 4);
}

function conflictsIn(events: readonly DatedEvent[]): DateConflict[] {
  const found: DateConflict[] = [];
  for (const [i, a] of events.entries()) {
    for (const b of events.slice(i + 1)) {
      if (a.date.sentence === b.date.sentence || !(sameEvent(a, b) || onlyOnes(a, b, events)) || !apart(a.date, b.date)) continue;
      // With a third date of its kind the events are several.
      if (events.some(other => other !== a && other !== b && sameEvent(other, a) && sameEvent(other, b) && apart(other.date, a.date) && apart(other.date, b.date))) continue;
      found.push({ here: a.date, there: b.date, event: a.subject === '-' ? b.words : a.words });
    }
  }
  return found;
}


/** Words with a capital that do not open the sentence; days and months are none. */
function namesIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token, i) => (i > 0 && token.type === 'word' && token.text.length > 1 && /^\p{Lu}\p{Ll}/u.test(token.text) && !isCalendarWord(token) && !FUNCTION_WORDS.has(token.lower) ? [stem(token)] : []));
}
