// Two halves of a sentence that set two parties against each other on one number, in whatever words: "Police put the crowd at 1,200; the organisers said 3,000 had come."
// The second half tells nothing but who says so, the number, and what the first half told.
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { canBothHold, timesOverlap } from './compare.ts';
import { ADVERBS, DETERMINERS, NOT_CONTENT, isCalendarWord, sameThing } from './lexicon.ts';
import { stem } from './stem.ts';
import { kinship } from './things.ts';

export interface Facing {
  readonly here: Figure;
  readonly there: Figure;
  /** Who says each, in the words of the draft. */
  readonly parties: readonly [string, string];
}

/** Verbs with which a party gives a number that another may dispute. */
const GIVES = /^(?:puts?|says?|said|claims?|claimed|estimates?|estimated|counts?|counted|expects?|expected|reckons?|reckoned|insists?|insisted|believes?|believed|gives?|gave|reports?|reported|sets?|argues?|argued|maintains?|maintained|predicts?|predicted|forecasts?|calculates?|calculated)$/;
/** What the second half may say that the first did not: that there were so many, that they came, what the number is. */
const NOTHING_NEW = new Set('number numbers figure total toll crowd turnout attendance count tally sum amount estimate people person one come came turn turned out taken take took part attend attended march marched gather gathered join joined be been was were is are had have has would will could be there run cost lose lost only just closer close more less fewer nearly about real true actual actually instead however meanwhile itself fact'.split(' ').flatMap(word => [word, stem({ lower: word })]));
/** Parties are set against each other in a sentence no longer than this. */
const LONGEST = 600;

/** Pairs of numbers that two halves give for one thing. */
export function facingConflicts({ figures }: Pick<Analysis, 'figures'>): Facing[] {
  const found: Facing[] = [];
  for (let i = 0; i + 1 < figures.length; i++) {
    const here = figures[i]!;
    for (const there of figures.slice(i + 1, i + 4)) {
      if (there.sentence !== here.sentence || here.sentence.text.length > LONGEST) break;
      const parties = isGivenBoth(here, there) ? byEach(here, there) ?? partiesOf(here, there) : undefined;
      if (!parties) continue;
      found.push({ here, there, parties });
      break;
    }
  }
  return found;
}

/** Are the two numbers of one kind, and not both possible? */
function isGivenBoth({ quantity: a, kind, asOf }: Figure, { quantity: b, kind: other, asOf: then }: Figure): boolean {
  if (!/^(?:level|total|forecast|share)$/.test(kind) || !/^(?:level|total|forecast|share)$/.test(other) || a.upper !== null || b.upper !== null || !timesOverlap(asOf, then)) return false;
  const bare = (kind: string) => kind === 'count' || kind === 'number';
  if (!(bare(a.kind) && bare(b.kind)) && !(a.unit === b.unit && /^(?:money|percent|duration|measure)$/.test(a.kind))) return false;
  return !canBothHold({ ...a, unit: null, kind: 'number' }, { ...b, unit: null, kind: 'number' });
}

const BY = /^ by ((?:the )?[\p{L}'’-]+(?: [\p{L}'’-]+){0,3}?),? (?:and|but)(?: at)? $/u;
const BY_OTHER = /^ by ((?:the )?[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*)/u;

/** "put at 3,200 by the club and at 2,400 by the police" */
function byEach(here: Figure, there: Figure): readonly [string, string] | undefined {
  const { prose } = here.sentence.leaf.content;
  const one = BY.exec(prose.slice(here.prose.end, there.prose.start))?.[1];
  const other = one === undefined ? undefined : BY_OTHER.exec(prose.slice(there.prose.end, there.prose.end + 60))?.[1];
  return one !== undefined && other !== undefined && /\b(?:put|estimated|given|counted|valued|reckoned|numbered) (?:variously )?at $/.test(prose.slice(here.sentence.prose.start, here.prose.start)) ? [one, other] : undefined;
}

const BREAK = /;|, ?(?:but|while|whereas|although|though)\b/g;

function partiesOf(here: Figure, there: Figure): readonly [string, string] | undefined {
  const { prose } = here.sentence.leaf.content;
  const between = prose.slice(here.prose.end, there.prose.start);
  const cuts = [...between.matchAll(BREAK)];
  const [cut] = cuts;
  if (!cut || cuts.length > 1) return undefined;
  const start = here.prose.end + cut.index + cut[0].length;
  const opens = here.sentence.prose.start;
  const first = toTokens(prose.slice(opens, here.prose.end + cut.index));
  const behind = prose.slice(start, there.sentence.prose.end);
  const second = toTokens(behind.slice(0, /;|, ?(?:but|while|whereas)\b/.exec(behind)?.index ?? behind.length));
  const [one, other] = [partyOf(first), partyOf(second)];
  // "75 percent of Democrats said so" counts those who say.
  if (!one || !other || one.end > here.prose.start - opens || other.end > there.prose.start - start) return undefined;
  if (one.words.toLowerCase() === other.words.toLowerCase() || one.words.toLowerCase().split(' ').some(word => word.length > 3 && other.words.toLowerCase().split(' ').includes(word))) return undefined;
  const told = new Set(first.filter(({ type }) => type === 'word').map(token => sameThing(stem(token))));
  const isTold = (token: Token) => {
    const word = sameThing(stem(token));
    return told.has(word) || NOTHING_NEW.has(token.lower) || NOTHING_NEW.has(word) || [...told].some(known => kinship(known, word) >= 1 || known.length >= 5 && word.startsWith(known) || word.length >= 5 && known.startsWith(word));
  };
  // What is said twice and in other numbers; "put the crowd at" needs no more.
  const news = second.filter((token, i) => token.type === 'word' && token.start >= other.end && tells(token) && !isTold(token) && !(there.prose.start - start <= token.start && token.end <= there.prose.end - start && there.quantity.kind !== 'count') && i > 0);
  return news.length === 0 ? [one.words, other.words] : undefined;
}

/** The party before the first verb of giving: "the union" in "the union puts the figure at". */
function partyOf(tokens: readonly Token[]): { readonly words: string; readonly end: number } | undefined {
  const verb = tokens.findIndex(token => token.type === 'word' && GIVES.test(token.lower));
  if (verb < 1) return undefined;
  let last = verb - 1;
  while (last >= 0 && /^(?:had|has|have|later|earlier|itself|themselves|however)$/.test(tokens[last]!.lower)) last--;
  // "it is now put at"
  if (last < 0 || tokens[last]!.type !== 'word' || /^(?:is|are|was|were|be|been|now)$/.test(tokens[last]!.lower) || /['’]s?$/.test(tokens[last]!.text) || /^(?:it|he|she|they|we|i|you|who|which|that|there|this)$/.test(tokens[last]!.lower)) return undefined;
  let first = last;
  const isName = (token: Token | undefined) => token?.type === 'word' && /^\p{Lu}/u.test(token.text) && !isCalendarWord(token);
  if (isName(tokens[last]!)) while (first > 0 && (isName(tokens[first - 1]) || tokens[first - 1]!.lower === 'the')) first--;
  else {
    while (first > 0 && last - first < 3 && !DETERMINERS.has(tokens[first]!.lower) && tokens[first - 1]!.type === 'word' && !/^(?:and|but|while|that|as|in|of|on|for|when|whereas)$/.test(tokens[first - 1]!.lower)) first--;
    if (!DETERMINERS.has(tokens[first]!.lower) && first > 0 && tokens[first - 1]!.type === 'word' && !/^(?:and|but|while|that|as|when|whereas)$/.test(tokens[first - 1]!.lower)) return undefined;
  }
  return { words: tokens.slice(first, last + 1).map(token => token.text).join(' '), end: tokens[verb]!.end };
}

function tells(token: Token): boolean {
  return !FUNCTION_WORDS.has(token.lower) && !NOT_CONTENT.has(token.lower) && !ADVERBS.has(token.lower) && !isCalendarWord(token) && !/^\d/.test(token.text) && !token.lower.endsWith('ly') && token.text.length > 1;
}
