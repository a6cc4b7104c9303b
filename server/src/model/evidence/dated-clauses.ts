// The clause in which a date stands, and whether two clauses tell of one event.
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import { reportingVerb } from '../../language/reporting.ts';
import type { Span } from '../../span.ts';
import { kindsOfNoun, kindsOfVerb, phraseAt } from '../figures/event-kinds.ts';
import { isCalendarWord, NOT_CONTENT, sameThing, TIME_WORDS } from '../figures/lexicon.ts';
import { stem } from '../figures/stem.ts';
import { predicateOf } from '../figures/verbs.ts';
import { foldWord, isFormOf, isSlipOf, sameWord } from './same-name.ts';
import type { SourceReading } from './source-reading.ts';

/** What a text says of one of its dates. */
export interface Clause {
  readonly text: string;
  /** What is said to have happened: the kinds of its verbs and of the nouns of events. */
  readonly deeds: ReadonlySet<string>;
  /** The kinds of the verb or noun that stands nearest to the date. */
  readonly head: readonly string[];
  /** Words of names. */
  readonly names: ReadonlySet<string>;
  /** "first", "again": which of several it was. */
  readonly which: ReadonlySet<string>;
  /** All else that it says, each word as the one that stands for all that mean the same. */
  readonly words: ReadonlySet<string>;
  /** "by May", "until 2024", "since Monday": no time of an event, but its bound. */
  readonly limit: string;
  /** Is it the date on which somebody said so? */
  readonly told: boolean;
}

const MOST_BEFORE = 18;
const MOST_BEHIND = 14;

/** The words around a date, to the next clause or the next date of one. `at`: the date, in the text of its sentence. */
export function readClause(text: string, at: Span): Clause {
  const tokens = toTokens(text);
  let first = tokens.findIndex(token => token.end > at.start);
  if (first < 0) first = tokens.length;
  let next = first;
  while (next < tokens.length && tokens[next]!.start < at.end) next++;
  let low = first;
  while (low > 0 && first - low < MOST_BEFORE && !parts(tokens, low - 1)) low--;
  let high = next;
  while (high < tokens.length && high - next < MOST_BEHIND && !parts(tokens, high)) high++;
  const around = Array.from({ length: high - low }, (_, i) => low + i).filter(i => i < first || i >= next);
  const words = new Set<string>();
  const deeds = new Set<string>();
  const names = new Set<string>();
  const which = new Set<string>();
  let head: readonly string[] = [];
  for (const i of around) {
    const token = tokens[i]!;
    const kinds = deedsAt(tokens, i);
    for (const kind of kinds) deeds.add(kind);
    // The last before the date; where it opens the clause, the first behind.
    if (kinds.length > 0 && (i < first || head.length === 0)) head = kinds;
    if (WHICH.test(token.lower)) which.add(token.lower);
    if (isName(tokens, i)) names.add(stem(token));
    if (token.type !== 'word' || kinds.length > 0 || FUNCTION_WORDS.has(token.lower) || isCalendarWord(token) || TIME_WORDS.has(token.lower)) continue;
    if (token.text.length > 1 && !NOT_CONTENT.has(token.lower) && predicateOf(token.lower) !== '') words.add(sameThing(stem(token)));
  }
  const before = tokens[first - 1]?.lower ?? '';
  const limit = /^(?:by|until|till|since|before|after|from|through)$/.exec(before)?.[0] ?? '';
  const told = isToldOn(tokens, low, first, next);
  return { text: text.slice(tokens[low]?.start ?? 0, tokens[high - 1]?.end ?? 0), words, deeds, head, names, which, limit, told };
}

/** Which of several. */
const WHICH = /^(?:first|second|third|fourth|fifth|sixth|again|another|re)$/;

/** A capital that is not that of the sentence's first word alone. */
function isName(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  return token.type === 'word' && token.text.length > 1 && /^\p{Lu}/u.test(token.text) && !isCalendarWord(token) && (i > 0 ? !/^[“".]$/.test(tokens[i - 1]!.text) : /^\p{Lu}/u.test(tokens[i + 1]?.text ?? '')) && !FUNCTION_WORDS.has(token.lower);
}

/** May two clauses tell of one event? Not where what happened differs, or which of several it was, or each names somebody whom the other's text does not. */
export function maySayTheSame(a: Clause, textA: string, b: Clause, textB: string): boolean {
  if (a.head.length > 0 && b.head.length > 0 && !(a.head.some(kind => b.deeds.has(kind)) && b.head.some(kind => a.deeds.has(kind)))) return false;
  // "was laid", "voted": of verbs that no kind has, only that the source's is another can be told.
  if (a.deeds.size === 0 && b.head.length > 0) return false;
  if ([...a.which].some(word => !b.which.has(word)) || [...b.which].some(word => !a.which.has(word))) return false;
  return !(hasOther(a.names, textB) && hasOther(b.names, textA));
}

/** Is there a name that the text does not have, not even with a slip of the pen? */
function hasOther(names: ReadonlySet<string>, text: string): boolean {
  const tokens = toTokens(text);
  const words = new Set(tokens.map(stem));
  const missing = [...names].filter(name => !words.has(name)).map(name => foldWord(name));
  if (missing.length === 0) return false;
  const capitals = [...new Set(tokens.flatMap(token => (/^\p{Lu}/u.test(token.text) ? [foldWord(stem(token))] : [])))];
  return missing.some(name => !capitals.some(other => sameWord(name, other) || isFormOf(name, other) || isSlipOf(name, other)));
}

/** The kinds of events that a word tells of: a verb, a turn of phrase, a noun. */
function deedsAt(tokens: readonly Token[], i: number): readonly string[] {
  const { type, lower, text } = tokens[i]!;
  if (type !== 'word' || (text !== lower && i > 0) || TIME_WORDS.has(lower)) return [];
  const phrase = phraseAt(tokens, i);
  if (phrase) return [phrase.kind];
  const noun = kindsOfNoun(lower);
  if (noun.some(kind => !kind.startsWith('-'))) return noun;
  const verb = kindsOfVerb(lower);
  // "the study", "a scrap dealer"; "the unveiling of the stone"
  if (/^(?:the|an?|its|his|her|their|this|that)$|['’]s$/.test(tokens[i - 1]?.lower ?? '')) return lower.endsWith('ing') ? verb : [];
  return verb.some(kind => !kind.startsWith('-')) || /(?:[^e]ed|ought)$/.test(lower) || (predicateOf(lower) ?? '') !== '' ? verb : [];
}

/** A comma before "which", "who", "and" or "but", a semicolon, a dash, a bracket. */
function parts(tokens: readonly Token[], i: number): boolean {
  const { type, text, joined } = tokens[i]!;
  if (type === 'sign') return /^[;:—()“”]$/.test(text) || (text === '–' && !joined) || (text === ',' && /^(?:and|but|which|who|while|where|when|whereas|after|before)$/.test(tokens[i + 1]?.lower ?? ''));
  return /^(?:but|while|whereas|although|because|and)$/.test(tokens[i]!.lower) && startsClause(tokens, i + 1);
}

/** "and closed in", "and was shut in": behind "and" stands a verb. */
function startsClause(tokens: readonly Token[], i: number): boolean {
  for (let k = i; k < Math.min(tokens.length, i + 4); k++) {
    const { lower } = tokens[k]!;
    if (/^(?:was|were|is|are|has|had|will|it|he|she|they)$/.test(lower) || /[^e]ed$/.test(lower) || kindsOfVerb(lower).some(kind => !kind.startsWith('-'))) return true;
    if (FUNCTION_WORDS.has(lower) && !/^(?:the|an?|its|his|her|their)$/.test(lower)) return false;
  }
  return false;
}

/** "said on Monday", "On Monday the mayor told": the nearest verb is one of saying. */
function isToldOn(tokens: readonly Token[], low: number, first: number, next: number): boolean {
  for (let k = first - 1; k >= Math.max(low, first - 5); k--) {
    if (isSaying(tokens[k]!)) return true;
    if (deedsAt(tokens, k).length > 0) return false;
  }
  if (first - low > 2) return false;
  for (let k = next; k < Math.min(tokens.length, next + 7); k++) {
    if (isSaying(tokens[k]!)) return true;
    if (deedsAt(tokens, k).length > 0) return false;
  }
  return false;
}

function isSaying({ type, lower }: Token): boolean {
  return type === 'word' && reportingVerb(lower)?.class === 'say';
}

/** What two clauses have in common. */
export interface Shared {
  readonly shared: number;
  /** Of rare words more. */
  readonly weight: number;
  /** Is what happened the same? */
  readonly deed: boolean;
}

/** Nothing where what happened differs. */
export function sharedWords(a: Clause, b: Clause, { byWord, units }: SourceReading): Shared {
  const deed = [...a.deeds].some(kind => b.deeds.has(kind));
  // Two that say what happened, and nothing in common of it.
  if (a.deeds.size > 0 && b.deeds.size > 0 && !deed) return { shared: 0, weight: 0, deed };
  const words = [...a.words].filter(word => b.words.has(word));
  const weight = words.reduce((sum, word) => sum + Math.log(1 + units.length / (byWord.get(word)?.length ?? 1)), 0);
  return { shared: words.length + Number(deed), weight, deed };
}
