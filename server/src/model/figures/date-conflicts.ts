// Two dates for one event: "arrested on Feb. 3 … his arrest on Feb. 13".
import { FUNCTION_WORDS, isPlural } from '../../language/quantities/nouns.ts';
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import type { DateMention } from '../../language/dates.ts';
import { fromIso } from '../../language/dates/calendar.ts';
import type { Draft, LeafContent, Sentence } from '../../draft/draft.ts';
import type { Analysis, DraftDate } from '../analysis.ts';
import { apart, apartInWeek } from './dates-apart.ts';
import { NOT_CONTENT, TIME_WORDS, isCalendarWord } from './lexicon.ts';
import { stem } from './stem.ts';
import { groupBySentence } from './figures.ts';
import { readLifeDates } from './life-dates.ts';
import { firstFrom, readOccurrence, type Occurrence } from './occurrences.ts';
import { IN_A_LIFE, asFarAsTold, isNear, isSlip, mayBe, onlyOneMade, retold, sameOccurrence, tellsOfSeveral } from './same-occurrence.ts';

export interface DateConflict {
  readonly here: DraftDate;
  readonly there: DraftDate;
  /** The event, for the message: "the arrest", "stoppage … begin". */
  readonly event: string;
}

/** What happens once: the verb's stem, and every form of verb and noun that news copy has for it. */
const EVENTS: ReadonlyMap<string, string> = new Map(
  ('arrest:arrested,arrest,arrests|die:died,die,dies,death,dead|birth:born,birth,birthday|begin:began,begin,begins,begun,starts,start,started,starting,beginning,broke,breaks,outbreak|end:ends,ended,end,expires,expired,expire,concludes,concluded|open:opened,opens,open,opening|close:closed,closes,close,closure,closing|strike:struck,strikes,hit|crash:crashed,crash,crashes|sink:sank,sinks,sunk,sinking|explode:exploded,explosion,blast'
  + '|found:founded,established,founding|resign:resigned,resigns,resignation,quit|convict:convicted,conviction|sentence:sentenced,sentencing|sign:signed,signing|adopt:adopted,adopts,adoption|unveil:unveiled|demolish:demolished,demolition|abolish:abolished,abolition|launch:launched,launches,launch|publish:published,publishes,publication|release:released,releases,release|marry:married,wedding|appoint:appointed,appointment|elect:elected|build:built|kill:killed,killing|collapse:collapsed,collapses,collapse|erupt:erupted,erupts,eruption|effect:effect,force|assassinate:assassinated,assassination|inaugurate:inaugurated,inauguration|bury:buried,burial,funeral|hire:hired|complete:completed|finish:finished|invade:invaded,invasion|escape:escaped|vanish:disappeared,vanished')
    .split('|').flatMap(group => {
      const [name, forms] = group.split(':');
      return forms!.split(',').map(form => [form, name!] as const);
    }),
);
/** What happens to one person once: there a pronoun may stand for the name. */
const ONCE_IN_A_LIFE = new Set(['arrest', 'die', 'birth', 'convict', 'sentence', 'resign', 'marry', 'appoint', 'kill', 'hire', 'elect', 'bury', 'assassinate']);
/** Of these, what others do to a person. */
const DONE_TO = new Set(['arrest', 'convict', 'sentence', 'kill', 'assassinate', 'appoint', 'hire']);
/** Events that take an object, or may: "struck the coast at dawn on Monday", "was born Ann Moe on". */
const WITH_OBJECT = new Set(['strike', 'invade', 'birth']);
/** Events that somebody brings about, or that come about: "began her campaign", "her campaign began". */
const CAUSED = new Set(['begin', 'end', 'open', 'close', 'launch', 'publish', 'release', 'found', 'sign', 'adopt', 'unveil', 'demolish', 'abolish', 'complete', 'inaugurate']);
/** Nouns among the forms: what they happen to stands before them as "his", or after them as "of". */
const NOUNS = /^(?:arrest|arrests|death|birth|birthday|outbreak|adoption|demolition|abolition|closure|closing|explosion|blast|resignation|conviction|sentencing|signing|publication|wedding|appointment|eruption|assassination|inauguration|burial|funeral|invasion|collapse|crash|launch|release|opening|founding|start|beginning|end|killing)$/;
/** Words that say the date was another one, wherever they stand in the sentence. */
const PUT_OFF = /\b(?:original(?:ly)?|initial(?:ly)?|postpon\w*|delay\w*|reschedul\w*|moved?|instead|re-?opened|brought forward|put back|would have|had been due|was due|anniversary)\b/i;
/** Of these, what is told as well of what was not put off: "moved to its new site", "the library reopened". */
const MOVED = /\b(?:moved?|re-?opened)\b/gi;
/** Words of the clause that say it was one of several. */
const ONE_OF_SEVERAL = /\b(?:previous(?:ly)?|again|another|every|each|annual(?:ly)?(?! (?:reports?|accounts|review|return)\b)|second|third|earlier|formerly|(?:the|his|her|its|their|[’']s) former|until(?! (?:it|he|she|they)\b| [^,]{1,20}, when\b)|extended?|(?:present|current|new) (?:home|site|premises|building)|of (?:1[5-9]|20)\d\d(?<!\b(?:end|start|beginning|middle|spring|summer|autumn|winter|fall|quarter|half|rest|months) of \d{4}))\b/i;
/** What looks like these and is none: "ran until May". */
const LASTING = /\b(?:runs?|ran|running|lasts?|lasted|had|has|have|given) until\b/gi;
const NEXT_CLAUSE = /[;:—()]|, (?:when|while|where|but|because|as)\b| since /g;

interface DatedEvent {
  readonly date: DraftDate;
  readonly event: string;
  /** The noun that it happens to, a pronoun as "-". */
  readonly subject: string;
  /** Is the subject a name? A pronoun may stand for it. */
  readonly named: boolean;
  readonly modifiers: readonly string[];
  readonly plural?: boolean;
  /** Is the subject "he" or "she", of whom the sentence does not tell who it is? */
  readonly pronoun?: true;
  /** Other names in the sentence: places tell events apart. */
  readonly names: readonly string[];
  readonly words: string;
  /** Who did it, after "by": "adopted by the Senate". */
  readonly agent?: string;
  readonly agentNamed?: boolean;
  /** Does the sentence tell who brought it about? Then another may have brought about another. */
  readonly caused?: boolean;
}

/** Pairs of dates of one event that have no day in common. */
export function dateConflicts({ dates, attributions, draft }: Pick<Analysis, 'dates' | 'attributions' | 'draft'>): DateConflict[] {
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
  return found.toSorted((a, b) => a.here.start - b.here.start || a.there.start - b.there.start);
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

/** "The mill closed in 1987 … since its closure in 1978", "She was born on 3 May 1934 … Her birthday, 5 May 1934": in the whole draft nothing else is said to close, nobody else to be born. */
function onlyOnes(a: DatedEvent, b: DatedEvent, events: readonly DatedEvent[]): boolean {
  if (events.length !== 2 || a.event !== b.event) return false;
  const birthdays = /birthday$/.test(a.words) !== /birthday$/.test(b.words) && [/^(?:he|his)\b/i, /^(?:she|her)\b/i].some(pronoun => pronoun.test(a.words) && pronoun.test(b.words));
  return birthdays || (a.subject === 'its') !== (b.subject === 'its');
}

/** "adopted by the Senate" is not "adopted by the House", and need not be what "adopted" alone tells of. */
function byAnother(a: DatedEvent, b: DatedEvent): boolean {
  return a.agent !== undefined && a.agent !== b.agent && (b.agent !== undefined || a.agentNamed === true);
}

function sameEvent(a: DatedEvent, b: DatedEvent): boolean {
  if (a.event !== b.event || (a.caused && b.caused) || byAnother(a, b) || byAnother(b, a) || areOfOthers(a, b)) return false;
  if (a.modifiers.includes('other') !== b.modifiers.includes('other') || a.modifiers.length > 0 && b.modifiers.length > 0 && !a.modifiers.some(word => b.modifiers.includes(word))) return false;
  if (a.subject === b.subject) return a.subject !== '-' && (a.named || b.named || a.plural === undefined || b.plural === undefined || a.plural === b.plural);
  // "He died … when he died": of whom is known of one alone.
  if (a.pronoun && /^s?he\b/i.test(b.words) || b.pronoun && /^s?he\b/i.test(a.words)) return false;
  // Another may be meant: then the dates tell.
  if ((a.pronoun || b.pronoun) && !isSlip(a.date, b.date) && !isNear(a.date, b.date)) return false;
  return ((a.subject === '-' && b.named) || (b.subject === '-' && a.named)) && ONCE_IN_A_LIFE.has(a.event);
}

/** Do the sentences name different people or places? A pronoun's sentence need not name whom the other tells of. */
function areOfOthers(a: DatedEvent, b: DatedEvent): boolean {
  const besides = (one: DatedEvent, other: DatedEvent) => (other.pronoun && ONCE_IN_A_LIFE.has(one.event) ? one.names.filter(name => name !== one.subject && !one.modifiers.includes(name) && !NOT_CONTENT.has(name)) : one.names);
  const [mine, theirs] = [besides(a, b), besides(b, a)];
  return mine.length > 0 && theirs.length > 0 && !mine.some(name => theirs.includes(name));
}

/** Words with a capital that do not open the sentence; days and months are none. */
function namesIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token, i) => (i > 0 && token.type === 'word' && token.text.length > 1 && /^\p{Lu}\p{Ll}/u.test(token.text) && !isCalendarWord(token) && !FUNCTION_WORDS.has(token.lower) ? [stem(token)] : []));
}

/** The event that a date belongs to: the nearest of the verbs and nouns above before it in its clause. */
function eventOf(date: DraftDate, tokens: readonly Token[]): Omit<DatedEvent, 'names'> | undefined {
  const { sentence, mention } = date;
  const start = (mention.weekday ? Math.min(mention.start, mention.weekday.span.start) : mention.start) - sentence.prose.start;
  const at = firstFrom(tokens, start);
  let k = at - 1;
  for (let n = 0; k >= 0 && n < 9; k--, n++) {
    const token = tokens[k]!;
    // "at 4:12 a.m. on": the time of day is passed over.
    if (token.type === 'number' || (token.text === ':' && tokens[k + 1]?.type === 'number') || token.text === '.' && token.joined || /^[ap]m?$/.test(token.lower)) {
      n--;
      continue;
    }
    if (/^[;:—–"“”]$/.test(token.text) || /^(?:and|but|said|says|told|because|while|after|before|since|that|which|who)$/.test(token.lower) && n > 0 && !(token.lower === 'since' && n < 2) && !/^(?:dawn|noon|midnight|dusk|sunrise|sunset|midday)$/.test(tokens[k + 1]?.lower ?? '')) return undefined;
    if (token.type === 'word' && EVENTS.has(token.lower) && isEvent(tokens, k)) break;
    if (token.type === 'word' && /(?:[^e]ed|ught|went|came|made|took|gave|became)$/.test(token.lower) && token.lower.length > 3) return undefined;
  }
  const verb = tokens[k];
  if (k < 0 || !verb || verb.type !== 'word' || !EVENTS.has(verb.lower)) return undefined;
  // "Her birthday, 5 February 1934, …" is the day of her birth, "a party for her birthday on 5 February" is not.
  if (verb.lower === 'birthday' && (!/^(?:,|is|was)$/.test(tokens[k + 1]?.text ?? '') || at - k !== 2 || !mention.yearWritten)) return undefined;
  if (NOUNS.test(verb.lower) && !/^(?:will|to|would|and)$/.test(tokens[k - 1]?.lower ?? '')) return nominal(date, tokens, k, sentence.text);
  const follower = tokens[k + 1];
  const free = !follower || follower.type !== 'word' || FUNCTION_WORDS.has(follower.lower) && !/^(?:the|a|an|its|his|her|their|another|all)$/.test(follower.lower) || follower.lower.endsWith('ly') || isCalendarWord(follower) || TIME_WORDS.has(follower.lower);
  const event = EVENTS.get(verb.lower)!;
  if (free || WITH_OBJECT.has(event)) return verbal(date, tokens, k, sentence.text);
  return CAUSED.has(event) ? causal(date, tokens, k, sentence.text) : DONE_TO.has(event) ? suffered(date, tokens, k, sentence.text) : undefined;
}

/** "broke out" is an event, "broke a rib" is none. */
function isEvent(tokens: readonly Token[], k: number): boolean {
  return !/^(?:broke|breaks)$/.test(tokens[k]!.lower) || tokens[k + 1]?.lower === 'out';
}

/** "the rally that began her campaign": what it happens to is the object. */
function causal(date: DraftDate, tokens: readonly Token[], k: number, text: string): Omit<DatedEvent, 'names'> | undefined {
  if (!/^(?:the|its|his|her|their)$/.test(tokens[k + 1]?.lower ?? '')) return undefined;
  let last = k + 2;
  while (last < k + 5 && tokens[last]?.type === 'word' && isNoun(tokens[last]!)) last++;
  const noun = tokens[last - 1];
  if (!noun || last === k + 2 || !/^(?:on|in|with|at)$/.test(tokens[last]?.lower ?? '')) return undefined;
  return { date, event: EVENTS.get(tokens[k]!.lower)!, subject: stem(noun), named: /^\p{Lu}/u.test(noun.text), plural: isPlural(noun.lower), modifiers: tokens.slice(k + 2, last - 1).map(stem), words: text.slice(tokens[k]!.start, noun.end), caused: true };
}

/** "Officers arrested Tom Brandt on": what happens to the one named behind the verb. */
function suffered(date: DraftDate, tokens: readonly Token[], k: number, text: string): Omit<DatedEvent, 'names'> | undefined {
  if (/^(?:was|were|be|been|being|is|are)$/.test(tokens[k - 1]?.lower ?? '')) return undefined;
  let last = k;
  while (last < k + 5 && tokens[last + 1]?.type === 'word' && /^\p{Lu}/u.test(tokens[last + 1]!.text) && !isCalendarWord(tokens[last + 1]!)) last++;
  const name = tokens[last]!;
  if (last === k || !(/^(?:on|in|at|,|early|late|last)$/.test(tokens[last + 1]?.lower ?? '') || isCalendarWord(tokens[last + 1] ?? name))) return undefined;
  const event = EVENTS.get(tokens[k]!.lower)!;
  return { date, event: event === 'kill' || event === 'assassinate' ? 'die' : event, subject: stem(name), named: true, modifiers: tokens.slice(k + 1, last).map(stem), words: text.slice(tokens[k]!.start, name.end), caused: true };
}

/** "his arrest", "Brandt's arrest", "the arrest of Brandt" */
function nominal(date: DraftDate, tokens: readonly Token[], k: number, text: string): Omit<DatedEvent, 'names'> | undefined {
  const before = tokens[k - 1];
  const event = EVENTS.get(tokens[k]!.lower)!;
  const words = text.slice(tokens[Math.max(0, k - 1)]!.start, tokens[k]!.end);
  if (before && /^(?:his|her|its)$/.test(before.lower)) return { date, event, subject: before.lower === 'its' ? 'its' : '-', named: false, modifiers: [], words };
  if (before && /['’]s$/.test(before.lower)) return { date, event, subject: stem(before), named: /^\p{Lu}/u.test(before.text), modifiers: [], words };
  if (tokens[k + 1]?.lower !== 'of') return undefined;
  for (let i = k + 2; i < Math.min(tokens.length, k + 7); i++) {
    const token = tokens[i]!;
    if (token.type !== 'word' || /^(?:on|in|at)$/.test(token.lower)) break;
    if (isNoun(token) && (tokens[i + 1]?.type !== 'word' || FUNCTION_WORDS.has(tokens[i + 1]!.lower))) return { date, event, subject: stem(token), named: /^\p{Lu}/u.test(token.text), modifiers: tokens.slice(k + 2, i).filter(isNoun).map(stem), words: text.slice(tokens[k]!.start, token.end) };
  }
  return undefined;
}

/** "The earthquake, which struck …", "the first stoppage will begin" */
function verbal(date: DraftDate, tokens: readonly Token[], k: number, text: string): Omit<DatedEvent, 'names'> | undefined {
  let i = k - 1;
  for (let n = 0; i >= 0 && n < 8; i--, n++) {
    const token = tokens[i]!;
    if (token.type === 'number' || token.text === ',' || token.lower === 'a' && tokens[i + 1]?.text === '.') continue;
    if (token.type !== 'word') return undefined;
    if (/^(?:it|they|we|you|i)$/.test(token.lower)) return undefined;
    if (/^(?:he|she)$/.test(token.lower)) {
      // "He married Anna Moe in 1962; she died in 1999": the one named last in the sentence.
      const name = tokens.slice(Math.max(0, i - 30), i).findLast((word, n, all) => word.type === 'word' && n > 0 && /^\p{Lu}\p{Ll}/u.test(word.text) && !isCalendarWord(word) && !FUNCTION_WORDS.has(word.lower) && all[n - 1]!.text !== '.');
      return { date, event: EVENTS.get(tokens[k]!.lower)!, subject: name ? stem(name) : '-', named: name !== undefined, modifiers: [], words: text.slice(token.start, tokens[k]!.end), ...(name ? {} : { pronoun: true as const }) };
    }
    if (/^(?:and|or|but|said|says|to)$/.test(token.lower) && token.lower !== 'to') return undefined;
    if (isNoun(token)) break;
  }
  const noun = tokens[i];
  // "Talks to end the strike began": of the talks.
  if (tokens.slice(Math.max(0, i - 4), i).some((token, n, before) => token.lower === 'to' && n < before.length - 1)) return undefined;
  // "Workers struck on": some of them, on any day.
  if (i < 0 || !noun || noun.type !== 'word' || !isNoun(noun) || (i === 0 && isPlural(noun.lower))) return undefined;
  const modifiers: string[] = [];
  for (let m = i - 1; m >= Math.max(0, i - 3); m--) {
    const token = tokens[m]!;
    if (token.type !== 'word' || (FUNCTION_WORDS.has(token.lower) && !/^(?:other|another)$/.test(token.lower))) break;
    modifiers.push(stem(token));
  }
  return { date, event: EVENTS.get(tokens[k]!.lower)!, subject: stem(noun), named: /^\p{Lu}/u.test(noun.text), plural: isPlural(noun.lower), modifiers, words: `${text.slice(noun.start, noun.end)} … ${tokens[k]!.text}`, ...agentOf(tokens, k) };
}

/** "by the council": the noun of the phrase after the verb. */
function agentOf(tokens: readonly Token[], k: number): Pick<DatedEvent, 'agent' | 'agentNamed'> {
  if (tokens[k + 1]?.lower !== 'by') return {};
  let last = k + 2;
  if (/^(?:the|an?|its|his|her|their)$/.test(tokens[last]?.lower ?? '')) last++;
  while (last < k + 7 && tokens[last + 1]?.type === 'word' && !FUNCTION_WORDS.has(tokens[last + 1]!.lower)) last++;
  const noun = tokens[last];
  return noun?.type === 'word' ? { agent: stem(noun), agentNamed: /^\p{Lu}/u.test(noun.text) } : {};
}

function isNoun(token: Token): boolean {
  return token.text.length > 2 && !FUNCTION_WORDS.has(token.lower) && !NOT_CONTENT.has(token.lower) && !TIME_WORDS.has(token.lower) && !isCalendarWord(token) && !EVENTS.has(token.lower) && !/(?:ly|ed)$/.test(token.lower) && !/^(?:due|set|will|first|scheduled|fatally)$/.test(token.lower);
}
