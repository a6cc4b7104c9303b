// Multiples in one word: "doubled", "a fivefold rise".
import { ONES, TENS } from './fractions.ts';
import { plain } from './scales.ts';
import type { Amount } from './amounts.ts';
import type { Token } from './tokens.ts';

const VERBS: ReadonlyMap<string, number> = new Map([['doubled', 2], ['doubling', 2], ['tripled', 3], ['tripling', 3], ['trebled', 3], ['trebling', 3], ['quadrupled', 4], ['quadrupling', 4], ['quintupled', 5], ['halved', 0.5], ['halving', 0.5]]);

export function isMultiple(word: string): boolean {
  return VERBS.has(word) || foldOf(word) !== undefined;
}

/** A multiple as an amount of times. Who doubles down, back or as a waiter grows nothing, and neither does a batter who doubles to left. */
export function readMultiple(tokens: readonly Token[], i: number): Amount | undefined {
  const token = tokens[i]!;
  if (token.type !== 'word') return undefined;
  const value = VERBS.get(token.lower) ?? foldOf(token.lower);
  if (value === undefined) return undefined;
  const after = tokens[i + 1]?.lower ?? '';
  if (/^(?:down|up|over|back|as|off|home|with|against)$/.test(after) || (after === 'to' && /^(?:left|right|center|centre|deep|start|open|lead)$/.test(tokens[i + 2]?.lower ?? ''))) return undefined;
  // "The aim is twofold: …"
  if (token.lower.endsWith('fold') && /^(?:is|are|was|were)$/.test(tokens[i - 1]?.lower ?? '')) return undefined;
  return { number: plain(i, i + 1, value, 0.05, 'words'), value, precision: 0.05, negative: false, first: i, numberFirst: i, numberNext: i + 1, next: i + 1, unit: 'time', kind: 'ratio', prefixed: false };
}

function foldOf(word: string): number | undefined {
  if (word.length < 7 || word.length > 12 || !word.endsWith('fold')) return undefined;
  const number = word.slice(0, -4);
  return ONES.get(number) ?? TENS.get(number) ?? (number === 'hundred' ? 100 : number === 'thousand' ? 1000 : undefined);
}
