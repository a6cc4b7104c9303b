// Amounts that are no figures, and conflict as figures do: told without a number ("most of the villagers", "no one was hurt", "just under a metre"), the result of a ballot ("31 votes to 24"), and times of the clock that something took ("2:09:14").
import { readBoundBefore } from '../../language/quantities/bounds.ts';
import { isPlural, singular } from '../../language/quantities/nouns.ts';
import { readNumber } from '../../language/quantities/numbers.ts';
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import { unitNamed } from '../../language/quantities/units.ts';
import type { Bound, Quantity } from '../../language/quantities.ts';
import type { LeafContent } from '../../draft/draft.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { toFigure } from './figures.ts';
import { withDates } from './ordinals.ts';
import { timesOf, type RaceTime } from './race-times.ts';
import { readFigure, type FigureReading } from './reading.ts';

/** Most paragraphs have none. */
const ANY = /\b(?:(?:most|majority|minority|all|none) of (?:the|its|their|his|her)|majority of|minority of|nobody (?:was|were|died)|no [a-z]+ (?:was|were|died)|votes (?:to|against)|the [a-z]+ (?:who|from|without)|(?:than|about|around|nearly|almost|roughly|under|over|least|most|to) an? [a-z]+)\b|\d:\d\d[:.]\d/i;
const SHARES: ReadonlyMap<string, readonly [bound: Bound, value: number]> = new Map([['most', ['>', 0.5]], ['majority', ['>', 0.5]], ['minority', ['<', 0.5]], ['all', ['=', 1]], ['none', ['=', 0]]]);

/** Shares and absences in words, as figures; they are in no list of figures. A draft without a figure has none. */
export function collectAmountWords({ draft, dates, figures }: Pick<Analysis, 'draft' | 'dates' | 'figures'>): Figure[] {
  if (figures.length === 0) return [];
  const found: Figure[] = [];
  for (const leaf of draft.leaves) for (const { sentence, reading } of amountsOf(leaf.content)) {
    const at = draft.sentences[leaf.firstSentence + sentence];
    // Beside no score "31 votes to 24" is two numbers as any others are.
    if (at && (reading.quantity.kind !== 'score' || figures.some(({ quantity }) => quantity.kind === 'score'))) found.push(toFigure(reading, at));
  }
  return found.length === 0 ? [] : withDates(found, dates);
}

interface Placed {
  /** Which sentence of the leaf. */
  readonly sentence: number;
  readonly reading: FigureReading;
}

const cache = new WeakMap<LeafContent, readonly Placed[]>();

function amountsOf(content: LeafContent): readonly Placed[] {
  let found = cache.get(content);
  if (!found) cache.set(content, (found = readAmounts(content)));
  return found;
}

function readAmounts(content: LeafContent): Placed[] {
  if (!ANY.test(content.prose)) return [];
  const tokens = toTokens(content.prose);
  const times = new Map(timesOf(content).map(time => [time.start, time]));
  const found: Placed[] = [];
  let sentence = 0;
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    while (sentence + 1 < content.sentences.length && content.sentences[sentence + 1]!.start <= tokens[i]!.start) {
      sentence++;
      first = i;
    }
    const span = content.sentences[sentence];
    if (!span) continue;
    const quantity = shareAt(tokens, i) ?? absenceAt(tokens, i);
    const other = quantity ?? ballotAt(tokens, i) ?? thoseAt(tokens, i) ?? oneAt(tokens, i, first) ?? timeAt(tokens, i, times);
    if (!other) continue;
    const reading = readFigure(tokens, first, span.end, other);
    // Of a share or an absence the thing must be known; the others say themselves what they are.
    if (reading.about && (!quantity || reading.about.head !== '')) found.push({ sentence, reading: other.kind === 'score' ? { ...reading, about: { ...reading.about, head: 'vote' } } : reading });
  }
  return found;
}

/** "most of the villagers", "a majority of members"; "all of which" points elsewhere. */
function shareAt(tokens: readonly Token[], i: number): Quantity | undefined {
  const share = tokens[i]!.type === 'word' ? SHARES.get(tokens[i]!.lower) : undefined;
  if (!share || tokens[i + 1]?.lower !== 'of' || !/^(?:the|its|their|his|her)$/.test(tokens[i + 2]?.lower ?? '') && !(/ority$/.test(tokens[i]!.lower) && isPlural(tokens[i + 2]?.lower ?? ''))) return undefined;
  // "the vast majority", "almost all", "not all"
  if (/^(?:not|almost|nearly|virtually|vast|overwhelming)$/.test(tokens[i - 1]?.lower ?? '') && share[0] === '=') return undefined;
  const { start, end } = tokens[i]!;
  return { start, end, value: share[1], upper: null, unit: null, bound: share[0], kind: 'ratio', numberSpan: { start, end }, precision: 0 };
}

/** "no one was hurt", "nobody died", "no passengers were hurt": none, as a count. */
function absenceAt(tokens: readonly Token[], i: number): Quantity | undefined {
  const { lower, start } = tokens[i]!;
  const one = lower === 'nobody' ? i : lower === 'no' && tokens[i + 1]?.lower === 'one' ? i + 1 : undefined;
  const noun = one === undefined && lower === 'no' && tokens[i + 1]?.type === 'word' && isPlural(tokens[i + 1]!.lower) ? i + 1 : undefined;
  const last = one ?? noun;
  // Of what is told that it did not happen, not of what is not known, allowed or expected.
  if (last === undefined || !/^(?:was|were|died)$/.test(tokens[last + 1]?.lower ?? '')) return undefined;
  const { end } = tokens[last]!;
  return { start, end, value: 0, upper: null, unit: noun === undefined ? 'person' : singular(tokens[noun]!.lower), bound: '=', kind: 'count', numberSpan: { start, end: noun === undefined ? end : tokens[i]!.end }, precision: 0 };
}

/** "31 votes to 24", "nine votes against four". */
function ballotAt(tokens: readonly Token[], i: number): Quantity | undefined {
  if (tokens[i]!.lower !== 'votes' || !/^(?:to|against)$/.test(tokens[i + 1]?.lower ?? '') || i === 0) return undefined;
  // The number before: its first token is the one from which it reaches up to the noun.
  const first = [7, 6, 5, 4, 3, 2, 1].map(back => i - back).find(at => at >= 0 && tokens[at]!.type !== 'sign' && readNumber(tokens, at)?.next === i);
  const [one, other] = [first === undefined ? undefined : readNumber(tokens, first), tokens[i + 2]?.type === 'sign' || !tokens[i + 2] ? undefined : readNumber(tokens, i + 2)];
  if (!one || !other || ![one.value, other.value].every(value => Number.isInteger(value) && value >= 0) || one.scale > 1 || other.scale > 1) return undefined;
  const [start, end] = [tokens[first!]!.start, tokens[other.next - 1]!.end];
  return { start, end, value: one.value, upper: other.value, unit: null, bound: '=', kind: 'score', numberSpan: { start, end: tokens[i - 1]!.end }, precision: 0.5 };
}

/** "the six who died", "the five from Oslo": so many of those named before. */
function thoseAt(tokens: readonly Token[], i: number): Quantity | undefined {
  if (tokens[i]!.lower !== 'the' || tokens[i + 1]?.type !== 'word' || /^(?:one|two|half|quarter|third|dozen|hundred)$/.test(tokens[i + 1]!.lower)) return undefined;
  const number = readNumber(tokens, i + 1);
  const behind = number ? tokens[number.next]?.lower ?? '' : '';
  if (!number || !/^(?:who|from|without)$/.test(behind) || number.scale !== 1 || number.form !== 'words' || !Number.isInteger(number.value)) return undefined;
  const [start, end] = [tokens[i + 1]!.start, tokens[number.next - 1]!.end];
  return { start, end, value: number.value, upper: null, unit: behind === 'who' ? 'person' : null, bound: '=', kind: behind === 'who' ? 'count' : 'number', numberSpan: { start, end }, precision: number.precision };
}

/** "just under a metre", "more than a year": one of a unit, with a bound. */
function oneAt(tokens: readonly Token[], i: number, first: number): Quantity | undefined {
  const unit = /^an?$/.test(tokens[i]!.lower) && i > first ? unitNamed(tokens[i + 1]?.lower ?? '') : undefined;
  if (!unit || unit.kind !== 'measure' && unit.kind !== 'duration' || tokens[i + 1]!.lower.length < 3 || tokens[i + 2]?.text === '-') return undefined;
  const bound = readBoundBefore(tokens, i, first, unit.kind);
  if (!bound) return undefined;
  const { start, end } = tokens[i]!;
  return {
    start, end: tokens[i + 1]!.end, value: 1, upper: null, unit: unit.name, bound: bound.bound, kind: unit.kind, numberSpan: { start, end }, precision: 0.5, boundSpan: { start: tokens[bound.first]!.start, end: tokens[bound.next - 1]!.end },
    ...(bound.bound === '~' && bound.notReached ? { notReached: true } : {}), ...(bound.close ? { close: true } : {}),
  };
}

/** "in 2:09:14": no hour of the day. */
function timeAt(tokens: readonly Token[], i: number, times: ReadonlyMap<number, RaceTime>): Quantity | undefined {
  if (tokens[i]!.type !== 'number' || tokens[i + 1]?.text !== ':' || /^(?:at|by|from|until|till|since|before|after|around)$/.test(tokens[i - 1]?.lower ?? '')) return undefined;
  const time = times.get(tokens[i]!.start);
  if (!time) return undefined;
  const { start, end, seconds } = time;
  return { start, end, value: seconds, upper: null, unit: 'second', bound: '=', kind: 'duration', numberSpan: { start, end }, precision: Number.isInteger(seconds) ? 0.5 : 0.05 };
}
