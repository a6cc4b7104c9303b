// One statement made twice with two numbers: the same words in the same order about each, where the shorter says nothing that the other does not.
import type { ClauseWord, Figure } from '../analysis.ts';
import type { Quantity } from '../../language/quantities.ts';
import { sameTime } from './apart.ts';
import { canBothHold, sameUnit } from './compare.ts';
import { gendersApart } from './likeness.ts';
import { phrasesApart, roundsApart } from './setting.ts';

/** With fewer words about a figure two sentences may be alike by chance. */
const FEWEST_WORDS = 3;
const NONE: ReadonlySet<string> = new Set();
/** So many that what the one leaves out, a date too, sets nothing apart. */
const MANY_WORDS = 5;

/** Do the two clauses make one statement, with values that nobody would give for one? */
export function restates(here: Figure, there: Figure, wordsOf: (figure: Figure) => readonly ClauseWord[]): boolean {
  const [a, b] = [here.clause, there.clause];
  if (!a || !b || here.kind !== there.kind || a.predicate !== b.predicate && a.verb && b.verb || a.another !== b.another) return false;
  const [one, other] = [wordsOf(here), wordsOf(there)];
  const [short, long] = one.length <= other.length ? [here, there] : [there, here];
  const [words, all] = one.length <= other.length ? [one, other] : [other, one];
  if (words.length < FEWEST_WORDS) return false;
  const [before, behind] = around(words, short);
  const [beforeAll, behindAll] = around(all, long);
  // The words beside the figure are those that say what it is.
  if (before.length > 0 && before.at(-1)!.word !== beforeAll.at(-1)?.word || behind.length > 0 && behind[0]!.word !== behindAll[0]?.word) return false;
  // "the largest town in the north of the province": of fewer towns.
  if (here.quantity.unit === 'ordinal' && behind.length > 1 && behind.length !== behindAll.length) return false;
  if (!follows(before, beforeAll) || !follows(behind, behindAll) || !differ(here.quantity, there.quantity)) return false;
  return !isSetApart(short, long) && (words.length >= MANY_WORDS || !(isNarrowed(behind, behindAll, long) || isElsewhere(words, all) || (here.date === undefined) !== (there.date === undefined)));
}

/** Do the two, which say the same, say it of two times, rounds, places, or people? */
function isSetApart(short: Figure, long: Figure): boolean {
  const [a, b] = [short.clause!, long.clause!];
  if (scopesApart(a.scope, b.scope) || short.date && long.date && !sameTime(short, long)) return true;
  if (a.setting.tense !== b.setting.tense && (short.date === undefined) !== (long.date === undefined)) return true;
  return roundsApart(a.setting, b.setting) || phrasesApart(a.setting, b.setting, NONE, NONE) || gendersApart(short, long);
}

/** "stolen from shops", "stolen from shops in Bruun": does the longer name a place that the other does not? */
function isElsewhere(words: readonly ClauseWord[], all: readonly ClauseWord[]): boolean {
  return all.some(({ place, word }) => place && !words.some(one => one.word === word));
}

function around(words: readonly ClauseWord[], { prose }: Figure): readonly [readonly ClauseWord[], readonly ClauseWord[]] {
  const cut = words.findIndex(word => word.start >= prose.start);
  return cut < 0 ? [words, []] : [words.slice(0, cut), words.slice(cut)];
}

/** Do the words of the one stand in the other, in their order? */
function follows(words: readonly ClauseWord[], all: readonly ClauseWord[]): boolean {
  let i = 0;
  for (const { word } of all) if (i < words.length && words[i]!.word === word) i++;
  return i === words.length;
}

/** "12 kinds of goat’s cheese" beside "40 kinds of cheese": does a word stand just before one that both say behind the figure? */
function isNarrowed(words: readonly ClauseWord[], all: readonly ClauseWord[], { sentence }: Figure): boolean {
  const { prose } = sentence.leaf.content;
  return all.some((word, i) => i > 0 && !words.some(one => one.word === all[i - 1]!.word) && words.some(one => one.word === word.word) && /^['’]?s? $/.test(prose.slice(all[i - 1]!.end, word.start)));
}

/** Scopes that a word of content gives: the longer clause says it too, if farther from its figure. */
const SAID = new Set(['first', 'average', 'net', 'gross', 'revised', 'total']);

function scopesApart(short: readonly string[], long: readonly string[]): boolean {
  return short.some(scope => !long.includes(scope) && !SAID.has(scope)) || long.some(scope => !short.includes(scope) && scope !== 'total');
}

/** Two values that nobody would give for one: "more than 20" and "more than 30" can both hold, and do not in one statement. */
function differ(a: Quantity, b: Quantity): boolean {
  if (a.vague || b.vague || !sameUnit(a, b) || (a.upper === null) !== (b.upper === null)) return false;
  const alike = a.bound !== 'range' && a.bound === b.bound;
  return alike && a.bound !== '=' ? !canBothHold({ ...a, bound: '=' }, { ...b, bound: '=' }) : !canBothHold(a, b);
}
