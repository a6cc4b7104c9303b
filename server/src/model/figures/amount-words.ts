// Amounts that are told without a number ("most of the villagers", "no one was hurt"), which are no figures, and conflict as figures do.
import { isPlural, singular } from '../../language/quantities/nouns.ts';
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import type { Bound, Quantity } from '../../language/quantities.ts';
import type { LeafContent } from '../../draft/draft.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { toFigure } from './figures.ts';
import { withDates } from './ordinals.ts';
import { readFigure, type FigureReading } from './reading.ts';

/** Most paragraphs have none. */
const ANY = /\b(?:(?:most|majority|minority|all|none) of (?:the|its|their|his|her)|majority of|minority of|nobody (?:was|were|died)|no [a-z]+ (?:was|were|died))\b/i;
const SHARES: ReadonlyMap<string, readonly [bound: Bound, value: number]> = new Map([['most', ['>', 0.5]], ['majority', ['>', 0.5]], ['minority', ['<', 0.5]], ['all', ['=', 1]], ['none', ['=', 0]]]);

/** Shares and absences in words, as figures; they are in no list of figures. A draft without a figure has none. */
export function collectAmountWords({ draft, dates, figures }: Pick<Analysis, 'draft' | 'dates' | 'figures'>): Figure[] {
  if (figures.length === 0) return [];
  const found: Figure[] = [];
  for (const leaf of draft.leaves) for (const { sentence, reading } of amountsOf(leaf.content)) {
    const at = draft.sentences[leaf.firstSentence + sentence];
    if (at) found.push(toFigure(reading, at));
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
  const found: Placed[] = [];
  let sentence = 0;
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    while (sentence + 1 < content.sentences.length && content.sentences[sentence + 1]!.start <= tokens[i]!.start) {
      sentence++;
      first = i;
    }
    const span = content.sentences[sentence];
    const quantity = span && (shareAt(tokens, i) ?? absenceAt(tokens, i));
    if (!quantity) continue;
    const reading = readFigure(tokens, first, span.end, quantity);
    if (reading.about && reading.about.head !== '') found.push({ sentence, reading });
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
