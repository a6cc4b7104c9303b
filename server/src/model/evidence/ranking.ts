// Which sentences and rows of a source speak of what a sentence, a figure or a date of the draft is about.
import type { Figure } from '../analysis.ts';
import { wordsOf, type SourceReading, type SourceUnit } from './source-reading.ts';

export interface RankedUnit {
  /** Index into `SourceReading.units`. */
  readonly unit: number;
  /** How much of what the draft's sentence says, from 0 to 1; what its clause and the measured thing say counts more, and rare words more than common ones. */
  readonly score: number;
  /** How many of the words. */
  readonly shared: number;
}

const MOST_UNITS = 60;
const OF_CLAUSE = 2;
const MEASURED = 3;

/** The units with figures that share words, the best first. In proportion to the places of the words. */
export function rankUnits(figure: Figure, reading: SourceReading): RankedUnit[] {
  return rankByWords(wordWeights(figure), reading, ({ figures }) => figures.length > 0);
}

/** The units that are `wanted` and share words, the best first. `weights`: by the word's stem, how much it counts. In proportion to the places of the words. */
export function rankByWords(weights: ReadonlyMap<string, number>, { units, byWord }: SourceReading, wanted: (unit: SourceUnit, index: number) => boolean): RankedUnit[] {
  const scores = new Map<number, { score: number; shared: number }>();
  let total = 0;
  for (const [word, weight] of weights) {
    const places = byWord.get(word) ?? [];
    // A word that the source lacks may be the draft's own for one that it has.
    const rarity = places.length === 0 ? Math.log(2) : Math.log(1 + units.length / places.length);
    total += weight * rarity;
    for (const unit of places) {
      if (!wanted(units[unit]!, unit)) continue;
      const entry = scores.get(unit) ?? { score: 0, shared: 0 };
      entry.score += weight * rarity;
      entry.shared++;
      scores.set(unit, entry);
    }
  }
  return [...scores].map(([unit, { score, shared }]) => ({ unit, score: score / total, shared })).sort((a, b) => b.score - a.score || a.unit - b.unit).slice(0, MOST_UNITS);
}

/** Of what the sentence before says, so much is told of this one, too: "It reached Lund in May." */
const FROM_BEFORE = 0.5;

/** All units that share words, each with what the one before it in its paragraph shares; the best first. */
export function rankInContext(weights: ReadonlyMap<string, number>, reading: SourceReading): RankedUnit[] {
  const own = rankByWords(weights, reading, () => true);
  const byUnit = new Map(own.map(ranked => [ranked.unit, ranked]));
  const found = own.map(ranked => {
    const before = isNextTo(ranked.unit - 1, ranked.unit, reading) ? byUnit.get(ranked.unit - 1) : undefined;
    return before ? { unit: ranked.unit, score: ranked.score + FROM_BEFORE * before.score, shared: ranked.shared + before.shared } : ranked;
  });
  // "It opened in May" has no word of the draft's but those of the sentence before.
  for (const { unit, score, shared } of own) if (!byUnit.has(unit + 1) && isNextTo(unit, unit + 1, reading)) found.push({ unit: unit + 1, score: FROM_BEFORE * score, shared });
  return found.sort((a, b) => b.score - a.score || a.unit - b.unit);
}

function isNextTo(before: number, unit: number, { units }: SourceReading): boolean {
  const [a, b] = [units[before], units[unit]];
  return a !== undefined && b !== undefined && a.block === b.block && !b.table;
}

function wordWeights({ sentence, prose, about, clause }: Figure): Map<string, number> {
  const weights = new Map<string, number>();
  const raise = (word: string, weight: number) => weights.set(word, Math.max(weights.get(word) ?? 0, weight));
  const { prose: text } = sentence.leaf.content;
  for (const word of wordsOf(sentence.text)) raise(word, 1);
  if (clause && clause.words.length > 0) for (const word of wordsOf(text.slice(Math.min(prose.start, ...clause.words.map(w => w.start)), Math.max(prose.end, ...clause.words.map(w => w.end))))) raise(word, OF_CLAUSE);
  // What a cell measures stands in the head of its row.
  const inTable = sentence.leaf.content.containers.some(({ kind }) => kind === 'table');
  for (const word of [about?.head ?? '', ...(about?.modifiers ?? [])]) if (weights.has(word) || (inTable && word !== '')) raise(word, MEASURED);
  return weights;
}
