// Places in a row ("his third term", "the fourth and final poem", "the third largest town"), which are no figures, and conflict as figures do.
import { FUNCTION_WORDS, isPlural } from '../../language/quantities/nouns.ts';
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import type { Quantity } from '../../language/quantities.ts';
import type { LeafContent } from '../../draft/draft.ts';
import type { Analysis, Figure, FigureClause } from '../analysis.ts';
import { groupBySentence, toFigure } from './figures.ts';
import { readFigure, type FigureReading } from './reading.ts';

const WORDS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(' ');
/** Most paragraphs have none. */
const ANY_ORDINAL = new RegExp(`${WORDS.join('|')}|\\d(?:st|nd|rd|th)`, 'i');
/** "third largest", "second most popular": without one in the draft a superlative alone conflicts with nothing. */
const PLACED_RANK = new RegExp(`(?:${WORDS.slice(1).join('|')}|\\d(?:nd|rd|th))[ -](?:[a-z]+est|most)\\b`, 'i');
const ANY_RANK = /(?:\bthe|\bits|\btheir|['’]s) (?:[a-z]+est|most) [a-z]/i;
/** What an ordinal counts in these is time, or nothing. */
const NOT_COUNTED = /^(?:time|times|quarter|quarters|half|day|days|night|week|month|year|years|hour|minute|place|lady|hand|person|class|degree|step|thing|round|inning|period|set|game|goal|of|floor|and|or|in|to|at|with|largest|biggest|highest|most|best|world|amendment|circuit|district|street|avenue|ward|division|army|battalion|regiment|world-war)$/;
/** Verbs with which a place in a row is told of a subject once; in "scored his second goal" it goes on. */
const STATED = new Set(['', 'serve', 'rank', 'finish', 'celebrat', 'mark', 'date']);

/** As far behind its verb an ordinal may stand, in characters. */
const NEAR = 25;

/** Ordinals that say the place of their subject, as figures of the unit "ordinal". They are in no list of figures. */
export function collectOrdinals({ draft, dates }: Pick<Analysis, 'draft' | 'dates'>): Figure[] {
  const found: Figure[] = [];
  const ranks = PLACED_RANK.test(draft.text);
  for (const leaf of draft.leaves) for (const { sentence, reading } of ordinalsOf(leaf.content, ranks)) {
    const at = draft.sentences[leaf.firstSentence + sentence];
    if (at) found.push(toFigure(reading, at));
  }
  // One alone conflicts with nothing.
  return found.length < 2 ? [] : withDates(found, dates);
}

/** Each with the first date of its sentence. */
export function withDates(figures: readonly Figure[], dates: Analysis['dates']): Figure[] {
  const bySentence = groupBySentence(dates);
  return figures.map(figure => {
    const date = bySentence.get(figure.sentence.index)?.[0];
    return date ? { ...figure, date: date.mention, ...(date.mention.iso === undefined ? {} : { asOf: date.mention.iso }) } : figure;
  });
}

interface PlacedReading {
  /** Which sentence of the leaf. */
  readonly sentence: number;
  readonly reading: FigureReading;
}

const caches = { plain: new WeakMap<LeafContent, readonly PlacedReading[]>(), ranks: new WeakMap<LeafContent, readonly PlacedReading[]>() };

function ordinalsOf(content: LeafContent, ranks: boolean): readonly PlacedReading[] {
  const cache = ranks ? caches.ranks : caches.plain;
  let found = cache.get(content);
  if (!found) cache.set(content, (found = readOrdinals(content, ranks)));
  return found;
}

function readOrdinals(content: LeafContent, ranks: boolean): PlacedReading[] {
  if (!ANY_ORDINAL.test(content.prose) && !(ranks && ANY_RANK.test(content.prose))) return [];
  const tokens = toTokens(content.prose);
  const found: PlacedReading[] = [];
  let sentence = 0;
  let first = 0;
  for (let i = 1; i < tokens.length; i++) {
    while (sentence + 1 < content.sentences.length && content.sentences[sentence + 1]!.start <= tokens[i]!.start) {
      sentence++;
      first = i;
    }
    const span = content.sentences[sentence];
    const rank = ranks && span ? rankAt(tokens, i, first) : undefined;
    if (rank) {
      const reading = readRank(tokens, first, span!.end, i, rank);
      if (reading?.clause && isStated(reading.clause, content.prose, tokens[i]!.start)) found.push({ sentence, reading });
      continue;
    }
    const value = ordinalAt(tokens, i);
    if (value === undefined || !span) continue;
    const next = value.next;
    const noun = tokens[next];
    if (!/^(?:the|a|an|his|her|its|their)$|['’]s$/.test(tokens[i - 1]!.lower) || noun?.type !== 'word' || noun.joined || NOT_COUNTED.test(noun.lower) || /^\p{Lu}/u.test(noun.text)) continue;
    const start = tokens[i]!.start;
    const end = tokens[next - 1]!.end;
    const quantity: Quantity = { start, end, value: value.value, upper: null, unit: 'ordinal', bound: '=', kind: 'number', numberSpan: { start, end }, precision: 0 };
    const reading = readFigure(tokens, first, span.end, quantity);
    if (reading.about && reading.about.head !== '' && reading.clause && isStated(reading.clause, content.prose, start)) found.push({ sentence, reading });
  }
  return found;
}

interface Rank {
  readonly value: number;
  /** The superlative: "largest", "most popular". */
  readonly by: string;
  readonly next: number;
}

/** Superlatives that mean the same. */
const SAME_RANK: ReadonlyMap<string, string> = new Map([['biggest', 'largest'], ['greatest', 'largest'], ['tallest', 'highest'], ['eldest', 'oldest']]);

/** "third largest", "second most popular", and "largest" alone for the first, where a noun in the singular follows. */
function rankAt(tokens: readonly Token[], i: number, first: number): Rank | undefined {
  const before = tokens[i - 1]!.lower;
  // "one of the largest", "among the largest"
  if (i <= first || !/^(?:the|its|their)$|['’]s$/.test(before) || /^(?:of|among|by)$/.test(tokens[i - 2]?.lower ?? '')) return undefined;
  const place = ordinalAt(tokens, i);
  let at = place ? place.next : i;
  if (place && tokens[at]?.text === '-') at++;
  const token = tokens[at];
  const most = token?.lower === 'most' && tokens[at + 1]?.type === 'word';
  if (!token || token.type !== 'word' || !(most || token.lower.endsWith('est') && token.lower.length > 5 && !/^(?:interest|request|protest|contest|forest|harvest|conquest|priest|honest|modest|latest|earliest|northwest|southwest|midwest)$/.test(token.lower))) return undefined;
  const by = most ? `most ${tokens[at + 1]!.lower}` : SAME_RANK.get(token.lower) ?? token.lower;
  const next = most ? at + 2 : at + 1;
  const noun = tokens[next];
  return noun?.type === 'word' && noun.text === noun.lower && !FUNCTION_WORDS.has(noun.lower) ? { value: place?.value ?? 1, by, next } : undefined;
}

function readRank(tokens: readonly Token[], first: number, end: number, i: number, { value, by, next }: Rank): FigureReading | undefined {
  const [start, stop] = [tokens[i]!.start, tokens[next - 1]!.end];
  const quantity: Quantity = { start, end: stop, value, upper: null, unit: 'ordinal', bound: '=', kind: 'number', numberSpan: { start, end: stop }, precision: 0 };
  const reading = readFigure(tokens, first, end, quantity);
  const noun = tokens.findIndex((token, k) => k >= next && (token.type !== 'word' || FUNCTION_WORDS.has(token.lower))) - 1;
  if (!reading.about || reading.about.head === '' || noun >= next && isPlural(tokens[noun]!.lower)) return undefined;
  // "the largest island that is inhabited": of fewer.
  const restricted = tokens.slice(next, next + 8).some(token => token.start < end && /^(?:that|which|who|to|ever|since|so|yet|after|outside|except)$/.test(token.lower));
  return restricted && value === 1 ? undefined : { ...reading, about: { ...reading.about, head: `${by} ${reading.about.head}` } };
}

/** Does a verb just before it say it of a subject? */
function isStated({ predicate, subject, verb }: FigureClause, prose: string, start: number): boolean {
  if (!verb || subject.length === 0 || !STATED.has(predicate) || verb.end > start || start - verb.end > NEAR) return false;
  return predicate !== '' || /^(?:is|are|was|were|be|been|becomes?|became|remains?|remained)$/i.test(prose.slice(verb.start, verb.end));
}

function ordinalAt(tokens: readonly Token[], i: number): { readonly value: number; readonly next: number } | undefined {
  const token = tokens[i]!;
  let value: number | undefined;
  let next = i + 1;
  if (token.type === 'word') {
    const at = WORDS.indexOf(token.lower);
    if (at >= 0) value = at + 1;
  } else if (token.type === 'number' && token.value !== undefined && Number.isInteger(token.value) && tokens[i + 1]?.joined && /^(?:st|nd|rd|th)$/.test(tokens[i + 1]!.lower)) {
    value = token.value;
    next = i + 2;
  }
  if (value === undefined) return undefined;
  if (tokens[next]?.lower === 'and' && /^(?:final|last)$/.test(tokens[next + 1]?.lower ?? '')) next += 2;
  return { value, next };
}
