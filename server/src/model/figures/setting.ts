// In which place, for whom, in which round and in what tense a clause gives its figure: by these two clauses of one form set two things apart.
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import type { Token } from '../../language/quantities/tokens.ts';
import type { FigureSetting } from '../analysis.ts';
import { ADVERBS, DETERMINERS, TIME_WORDS, isCalendarWord, sameThing } from './lexicon.ts';
import { stem } from './stem.ts';
import { isContent } from './window.ts';

export interface SettingWindow {
  readonly tokens: readonly Token[];
  /** The clause, and the figure in it. */
  readonly first: number;
  readonly last: number;
  readonly at: number;
  readonly next: number;
  /** The verb that the figure stands with. */
  readonly verb?: number;
}

const ORDINAL = /^(?:first|second|third|fourth|fifth|sixth|last|next|final|opening|closing)$/;
const PREPOSITION = /^(?:in|on|at|for|from|to|with|by|among|during|under|over|near|into|across|through|inside|outside|against|toward|towards|aboard|without)$/;
/** Prepositions that mean the opposite of each other before one noun. */
const OPPOSITE: ReadonlyMap<string, string> = new Map([['for', 'against'], ['against', 'for'], ['from', 'to'], ['to', 'from'], ['with', 'without'], ['without', 'with']]);
/** As far from its figure, in tokens, a round is that of the figure. */
const NEAR = 7;
/** The phrases of one clause that are read. */
const MOST_PHRASES = 6;

export function readSetting(window: SettingWindow): FigureSetting {
  const { tokens, first, last, at, next, verb } = window;
  const rounds = new Set<string>();
  const phrases: (readonly [string, string])[] = [];
  for (let i = first; i < last; i++) {
    const { lower, type } = tokens[i]!;
    if (type !== 'word') continue;
    if (i >= at && i < next) continue;
    if (i > at - NEAR && i < next + NEAR && ORDINAL.test(lower) && isRound(tokens, i, last)) rounds.add(lower);
    if (PREPOSITION.test(lower) && phrases.length < MOST_PHRASES) {
      const head = headBehind(tokens, i + 1, last, at, next);
      if (head !== undefined) phrases.push([lower, head]);
    }
  }
  // "crossed the bay in two days": what it was done to stands between the verb and the figure's preposition.
  if (verb !== undefined && verb < at - 2) {
    const object = headBehind(tokens, verb + 1, at, at, next);
    if (object !== undefined) phrases.push(['', object]);
  }
  const tense = verb === undefined ? undefined : tenseOf(tokens[verb]!.lower);
  return { rounds: [...rounds], phrases, ...(tense === undefined ? {} : { tense }) };
}

/** "its first eight matches", "the second half"; not "at first", "last year", "for the first time". */
function isRound(tokens: readonly Token[], i: number, last: number): boolean {
  const before = tokens[i - 1]?.lower ?? '';
  const after = i + 1 < last ? tokens[i + 1] : undefined;
  if (!after || after.type === 'sign' || FUNCTION_WORDS.has(after.lower) || /^(?:time|place|class|hand|of)$/.test(after.lower) || after.type === 'number' && !/^(?:first|last|next)$/.test(tokens[i]!.lower)) return false;
  const owned = /^(?:the|his|her|its|their|our|my|this)$|['’]s?$/.test(before);
  return owned || !TIME_WORDS.has(after.lower) && !/^(?:last|next)$/.test(tokens[i]!.lower) && before !== '';
}

/** The head of a noun phrase: its last word before a function word; none for a name, a time, a number or the figure's own. */
function headBehind(tokens: readonly Token[], from: number, last: number, at: number, next: number): string | undefined {
  let head: Token | undefined;
  for (let i = from; i < last && i < from + 6; i++) {
    if (i >= at && i < next) return undefined;
    const token = tokens[i]!;
    if (DETERMINERS.has(token.lower) && head === undefined) continue;
    if (token.type !== 'word' || FUNCTION_WORDS.has(token.lower) || ADVERBS.has(token.lower)) break;
    if (TIME_WORDS.has(token.lower) || isCalendarWord(token) || token.text !== token.lower) return undefined;
    if (ORDINAL.test(token.lower)) continue;
    if (head && token.lower.endsWith('ed')) break;
    if (isContent(token)) head = token;
  }
  return head && sameThing(stem(head));
}

function tenseOf(lower: string): 'past' | 'present' | undefined {
  if (/^(?:is|are|has|have)$/.test(lower)) return 'present';
  return /^(?:was|were|had)$/.test(lower) ? 'past' : undefined;
}

/** "The first half", "the second half": is either told of a round of which the other is not? */
export function roundsApart(a: FigureSetting, b: FigureSetting): boolean {
  return a.rounds.some(word => !b.rounds.includes(word)) || b.rounds.some(word => !a.rounds.includes(word));
}

/** "in adults", "in children": has each a phrase with one preposition of which the other knows nothing? */
export function phrasesApart(a: FigureSetting, b: FigureSetting, wordsA: ReadonlySet<string>, wordsB: ReadonlySet<string>): boolean {
  // "voted for the merger", "voted against the merger"
  const has = (setting: FigureSetting, preposition: string, head: string) => setting.phrases.some(([one, word]) => one === preposition && word === head);
  return a.phrases.some(([preposition, head]) => {
    const opposite = OPPOSITE.get(preposition);
    if (opposite !== undefined && has(b, opposite, head) && !has(b, preposition, head) && !has(a, opposite, head)) return true;
    if (has(b, preposition, head)) return false;
    const others = b.phrases.filter(([other, theirs]) => other === preposition && !a.phrases.some(([mine, word]) => mine === preposition && word === theirs));
    return others.some(([, theirs]) => !(wordsB.has(head) && wordsA.has(theirs)) && !isCompoundOf(head, theirs) && !isCompoundOf(theirs, head));
  });
}

/** "gunbattle" is a battle. */
function isCompoundOf(long: string, short: string): boolean {
  return short.length > 3 && long.endsWith(short);
}
