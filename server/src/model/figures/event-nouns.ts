// Events told by a noun that a verb has given, with what belongs to it: "since the closure of the mill on", "her resignation on".
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import type { Token } from '../../language/quantities/tokens.ts';
import type { DraftDate } from '../analysis.ts';
import { complementOf, isNoun, verbAt } from './clause-parts.ts';
import { isEventNoun, kindsOfNoun, mayNameEvent } from './event-kinds.ts';
import type { Occurrence } from './occurrences.ts';
import { stem } from './stem.ts';

/** Where a noun made of a verb stands: the noun, the end of what belongs to it, and its determiner or owner. */
export interface NounPlace {
  readonly noun: number;
  readonly end: number;
  readonly from: number;
}

/** "since the pool's reopening on", "the passage of the act on", "her resignation, on": a noun made of a verb, spoken of as known, that the words make no object. */
export function derivedBeside(tokens: readonly Token[], at: number): NounPlace | undefined {
  let end = at;
  if (/^(?:on|in|of)$/.test(tokens[end - 1]?.lower ?? '')) end--;
  else return undefined;
  if (tokens[end - 1]?.text === ',') end--;
  return nounEnding(tokens, end);
}

/** "the swearing-in, which it dates to", "the wedding will be on", "its closure is set for": the event that a verb of dates stands behind. */
export function datedNoun(tokens: readonly Token[], at: number): NounPlace | undefined {
  let k = at - 1;
  let dating = false;
  while (k > 0 && at - k < 9 && LINKS.test(tokens[k]!.lower) && tokens[k - 1]!.text !== '-') {
    dating ||= DATING.test(tokens[k]!.lower);
    k--;
  }
  return dating ? nounEnding(tokens, k + 1) : undefined;
}

const LINKS = /^(?:on|to|for|at|as|in|is|was|be|will|would|had|has|been|being|held|takes?|took|taking|place|set|scheduled|due|planned|fixed|booked|dates?|dated|falls?|fell|put|puts|gives?|gave|which|it|he|she|they|that|,)$/;
const DATING = /^(?:is|was|be|been|takes?|took|set|scheduled|due|planned|fixed|booked|dates?|dated|falls?|fell|put|puts|gives?|gave)$/;

/** "meet on 3 May for the opening day": what happens on the date before it. */
export function nounBehind(tokens: readonly Token[], next: number): NounPlace | undefined {
  if (tokens[next]?.lower !== 'for' || !/^(?:the|his|her|its|their)$/.test(tokens[next + 1]?.lower ?? '')) return undefined;
  const noun = next + 2;
  if (!tokens[noun] || !isEventNoun(wordAt(tokens, noun)) || tokens[noun]!.text !== tokens[noun]!.lower) return undefined;
  const after = tokens[noun + (wordAt(tokens, noun) === tokens[noun]!.lower ? 1 : 3)];
  return !after || /^(?:of|day|ceremony|night|match|game|event|party|in|at|and)$/.test(after.lower) || after.type === 'sign' ? { noun, end: noun + 1, from: next + 1 } : undefined;
}

/** A noun, or what a hyphen makes one: "swearing-in". */
function wordAt(tokens: readonly Token[], i: number): string {
  const joined = tokens[i + 1]?.text === '-' && tokens[i + 1]!.joined && tokens[i + 2]?.joined ? `${tokens[i]!.lower}-${tokens[i + 2]!.lower}` : '';
  return isEventNoun(joined) ? joined : tokens[i]!.lower;
}

/** A noun made of a verb, with what belongs to it, that ends at a place. */
function nounEnding(tokens: readonly Token[], end: number): NounPlace | undefined {
  for (let i = end - 1; i >= Math.max(0, end - 7); i--) {
    const token = tokens[i]!;
    if (token.type !== 'word' && token.type !== 'number' && !/^[-’]$/.test(token.text)) return undefined;
    const word = token.type === 'word' ? wordAt(tokens, i) : '';
    const direct = i === end - 1 || word !== token.lower && i === end - 3 || i === end - 2 && OCCASION.test(tokens[i + 1]!.lower);
    if (token.type === 'word' && mayNameEvent(word) && isNoun(token) && token.text === token.lower && (direct || /^(?:of|by|to|into|from|as|with|at|in|for)$/.test(tokens[i + 1]!.lower)) && kindsOfNoun(word).length > 0) {
      const from = startOf(tokens, i);
      if (from !== undefined) return { noun: i, end, from };
    }
    // "the vote to sell, on"
    if (token.type === 'word' && tokens[i - 1]?.lower !== 'to' && verbAt(tokens, i) !== undefined) return undefined;
  }
  return undefined;
}

/** "the April 18 launch", "the May bankruptcy filing": the event behind the date. */
export function nounDated(tokens: readonly Token[], at: number, next: number): NounPlace | undefined {
  if (!/^(?:the|its|his|her|their)$/.test(tokens[at - 1]?.lower ?? '')) return undefined;
  const noun = [next, next + 1].find(i => tokens[i]?.type === 'word' && isEventNoun(wordAt(tokens, i)) && tokens[i]!.text === tokens[i]!.lower);
  return noun !== undefined && (noun === next || isNoun(tokens[next]!)) ? { noun, end: noun + 1, from: next } : undefined;
}

/** The determiner or the owner with which a noun that is spoken of as known begins; undefined where a verb stands before it. */
function startOf(tokens: readonly Token[], noun: number): number | undefined {
  for (let i = noun - 1; i >= Math.max(0, noun - 5); i--) {
    const { lower, text, type } = tokens[i]!;
    const owner = /['’]s?$/.test(text) && type === 'word';
    if (/^(?:the|his|her|its|their|this|that)$/.test(lower) || owner) {
      let from = i;
      if (owner) while (from > 0 && i - from < 5 && tokens[from - 1]!.type === 'word' && (/^\p{Lu}/u.test(tokens[from - 1]!.text) || from === i && isNoun(tokens[from - 1]!) || /^(?:the|his|her|its|their)$/.test(tokens[from - 1]!.lower))) from--;
      const before = tokens[from - 1];
      return !before || before.type === 'sign' || /^(?:since|after|before|following|during|until|to|from|with|by|for|of|in|at|on|upon|and|but|that|when|as|than|despite|over|about|between|because|while|into|against|amid|near|behind|under|within|through|towards|mark|marks|marked)$/.test(before.lower) ? from : undefined;
    }
    if (type !== 'word' || FUNCTION_WORDS.has(lower) || verbAt(tokens, i) !== undefined) return undefined;
  }
  return undefined;
}

export function derivedNominal(date: DraftDate, tokens: readonly Token[], { noun, end, from }: NounPlace, text: string): Occurrence {
  const words = new Set<string>();
  const names = new Set<string>();
  let theme = '';
  let named = false;
  const add = (token: Token, isTheme: boolean) => {
    const word = stem({ lower: token.lower.replace(/['’]s?$/, '') });
    words.add(word);
    const proper = /^\p{Lu}/u.test(token.text) && token !== tokens[0];
    if (proper) names.add(word);
    if (isTheme) [theme, named] = [word, proper];
  };
  let pronoun: Occurrence['pronoun'];
  for (let i = from; i < noun; i++) {
    const token = tokens[i]!;
    if (/^(?:his|her|its|their)$/.test(token.lower)) pronoun = OWNERS.get(token.lower);
    else if (isNoun(token)) add(token, /['’]s?$/.test(token.text));
  }
  if (/^(?:of|for)$/.test(tokens[noun + 1]?.lower ?? '') && theme === '') {
    for (let i = noun + 2; i < end; i++) {
      const token = tokens[i]!;
      if (isNoun(token)) add(token, true);
      else if (token.type === 'word' && theme !== '') break;
    }
  }
  const modifiers = [...words].filter(word => word !== theme);
  return {
    date, deed: `of ${stem(tokens[noun]!)}`, noun: true, kinds: kindsOfNoun(wordAt(tokens, noun)), theme, named, plural: false, modifiers, indefinite: false, planned: false, words, names, complement: /^(?:of|for)$/.test(tokens[noun + 1]?.lower ?? '') ? complementOf(tokens, noun + 1, end, tokens.length, tokens.length) : nounsIn(tokens, noun + 1, end), passive: false, ...(pronoun === undefined ? {} : { pronoun }),
    text: text.slice(tokens[from]!.start, tokens[noun]!.end),
  };
}

/** "in the upper house": of an event told by its noun every phrase behind it says which. */
function nounsIn(tokens: readonly Token[], from: number, end: number): Set<string> {
  return new Set(tokens.slice(from, end).filter(token => isNoun(token) && !OCCASION.test(token.lower)).map(stem));
}

/** "the opening ceremony", "the wedding day": no more than the opening, the wedding. */
const OCCASION = /^(?:day|date|ceremony|night|party|filing)$/;

const OWNERS: ReadonlyMap<string, Occurrence['pronoun']> = new Map([['his', 'he'], ['her', 'she'], ['its', 'it'], ['their', 'they']] as const);
