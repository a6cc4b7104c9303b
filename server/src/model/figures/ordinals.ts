// Places in a row ("his third term", "the fourth and final poem"), which are no figures, and conflict as figures do.
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import type { Quantity } from '../../language/quantities.ts';
import type { Leaf, LeafContent, Sentence } from '../../draft/draft.ts';
import type { Analysis, Figure, FigureClause } from '../analysis.ts';
import { groupBySentence } from './figures.ts';
import { readFigure, type FigureReading } from './reading.ts';

const WORDS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(' ');
/** Most paragraphs have none. */
const ANY_ORDINAL = new RegExp(`${WORDS.join('|')}|\\d(?:st|nd|rd|th)`, 'i');
/** What an ordinal counts in these is time, or nothing. */
const NOT_COUNTED = /^(?:time|times|quarter|quarters|half|day|days|night|week|month|year|years|hour|minute|place|lady|hand|person|class|degree|step|thing|round|inning|period|set|game|goal|of|floor|and|or|in|to|at|with|largest|biggest|highest|most|best|world|amendment|circuit|district|street|avenue|ward|division|army|battalion|regiment|world-war)$/;
/** Verbs with which a place in a row is told of a subject once; in "scored his second goal" it goes on. */
const STATED = new Set(['', 'serve', 'rank', 'finish', 'celebrat', 'mark', 'date']);

/** As far behind its verb an ordinal may stand, in characters. */
const NEAR = 25;

/** Ordinals that say the place of their subject, as figures of the unit "ordinal". They are in no list of figures. */
export function collectOrdinals({ draft, dates }: Pick<Analysis, 'draft' | 'dates'>): Figure[] {
  const found: Figure[] = [];
  for (const leaf of draft.leaves) for (const { sentence, reading } of ordinalsOf(leaf.content)) {
    const at = draft.sentences[leaf.firstSentence + sentence];
    if (at) found.push(toFigure(leaf, at, reading));
  }
  // One alone conflicts with nothing.
  if (found.length < 2) return [];
  const bySentence = groupBySentence(dates);
  return found.map(figure => {
    const date = bySentence.get(figure.sentence.index)?.[0];
    return date ? { ...figure, date: date.mention, ...(date.mention.iso === undefined ? {} : { asOf: date.mention.iso }) } : figure;
  });
}

function toFigure(leaf: Leaf, sentence: Sentence, { quantity, kind, about, clause, measure }: FigureReading): Figure {
  return { ...leaf.toSource(quantity), quantity, sentence, prose: { start: quantity.start, end: quantity.end }, kind, ...(about ? { about } : {}), ...(clause ? { clause } : {}), ...(measure === undefined ? {} : { measure }) };
}

interface PlacedReading {
  /** Which sentence of the leaf. */
  readonly sentence: number;
  readonly reading: FigureReading;
}

const cache = new WeakMap<LeafContent, readonly PlacedReading[]>();

function ordinalsOf(content: LeafContent): readonly PlacedReading[] {
  let found = cache.get(content);
  if (!found) cache.set(content, (found = readOrdinals(content)));
  return found;
}

function readOrdinals(content: LeafContent): PlacedReading[] {
  if (!ANY_ORDINAL.test(content.prose)) return [];
  const tokens = toTokens(content.prose);
  const found: PlacedReading[] = [];
  let sentence = 0;
  let first = 0;
  for (let i = 1; i < tokens.length; i++) {
    while (sentence + 1 < content.sentences.length && content.sentences[sentence + 1]!.start <= tokens[i]!.start) {
      sentence++;
      first = i;
    }
    const value = ordinalAt(tokens, i);
    const span = content.sentences[sentence];
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
