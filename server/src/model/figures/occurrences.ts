// What a sentence says happened on a date: the deed, who did it, what it was done to, and the words that tell it from another.
import { FUNCTION_WORDS, isPlural } from '../../language/quantities/nouns.ts';
import type { Token } from '../../language/quantities/tokens.ts';
import type { DraftDate } from '../analysis.ts';
import { AUXILIARY, BE, GERUND_AFTER, agentAfter, complementOf, isListedForm, isNoun, objectAfter, subjectBefore, subjectBehind, verbAt, wordsOf, type Part } from './clause-parts.ts';
import { closes, deadlineOf, readDeadline } from './deadlines.ts';
import { isEventNoun, kindsOfNoun, kindsOfVerb, phraseAt } from './event-kinds.ts';
import { datedNoun, derivedBeside, derivedNominal, nounBehind, nounDated } from './event-nouns.ts';
import { readNext } from './next-events.ts';
import { stem } from './stem.ts';

/** A dated deed: "thieves stole the painting on March 3". Words are stems. */
export interface Occurrence {
  readonly date: DraftDate;
  /** The verb, as the class of those that mean the same, or the noun of an event. */
  readonly deed: string;
  readonly noun: boolean;
  /** The kinds of events that the verb, the turn of phrase or the noun may tell of. */
  readonly kinds?: readonly string[];
  /** The same noun with what belongs to it alone ("the closure of the mill"), as it is held against other words for the event. */
  readonly derived?: Occurrence;
  /** Who or what it happened to: the object, in the passive the subject; without an object the doer. */
  readonly theme: string;
  /** Who did it, where the theme is another. */
  readonly doer?: string;
  /** "a court": spoken of for the first time. */
  readonly doerIndefinite?: true;
  readonly doerNamed?: true;
  /** Was it done to the theme, not by it? */
  readonly passive: boolean;
  /** Is the theme the noun before a relative clause ("a firm which she founded"), which is not read? */
  readonly relative?: true;
  /** A pronoun stands for the doer or the theme. */
  readonly pronoun?: 'he' | 'she' | 'it' | 'they' | 'we';
  /** Does "a" or "an" stand before the theme? */
  readonly article?: true;
  /** Is the theme spoken of for the first time, or one of several ("a prisoner", "three firms")? */
  readonly indefinite: boolean;
  /** Is the theme a name? */
  readonly named: boolean;
  readonly plural: boolean;
  /** What stands before the theme: "the Ostra mill". */
  readonly modifiers: readonly string[];
  /** Is it still to come, or was it when the sentence was true ("planned to open")? */
  readonly planned: boolean;
  /** All that the clause says beside the date. */
  readonly words: ReadonlySet<string>;
  /** Those of them behind the deed and its object that tell it from another of its kind: for what, as what, in which place. */
  readonly complement: ReadonlySet<string>;
  /** Those of them that are names. */
  readonly names: ReadonlySet<string>;
  /** For people: "stole the painting". */
  readonly text: string;
}

/** Verbs that tell of nothing that happens at one time, or of too much. */
const LIGHT = new Set('be have do say tell add report announce note ask think believe know expect hope want seem appear remain stay continu keep work live resid play serv stand includ us need mean show see find get mak take giv hold go com tak measur weigh last cost number total amount rise fall averag rank own contain cover run bas locat know call nam describ accord relat refer estimat record play scor train study earn spend pay receiv deal liv carry us feature'.split(' '));

/** Verbs of which an event is the subject where they say when it was. */
const HAPPENS = /^(?:injur|hurt|destroy|damag|rock|tear|tor|rip|shak|shak|devastat|wreck|sweep|engulf|kill|strik|hit|bury|buri|block|cut|flood)$/;

/** Light verbs whose object is the deed: "made landfall", "took office". */
const CARRIES = new Set('mak tak giv hold'.split(' '));

const NOUNS = new Set('attack bombing shooting explosion blast earthquake quake tremor crash fire blaze flood storm hurricane tornado election referendum vote ballot summit wedding funeral raid strike ceremony coup massacre murder killing merger takeover hearing verdict ruling sentencing landslide eruption accident collision derailment kidnapping abduction robbery theft burglary break-in launch ambush assassination hijacking riot siege stampede shipwreck avalanche blackout outage recall walkout inauguration parade concert auction trial debate rally march invasion arrest resignation signing'.split(' '));

const BECOME = /^bec[ao]m(?:e|es|ing)$/;
const PLANNED = /^(?:will|would|shall|plans?|planned|planning|intends?|intended|expects?|expected|scheduled|due|set|hopes?|hoped|wants?|wanted|may|might|could|should|proposed|agreed|vowed|promised)$/;
const NOT = /^(?:not|never|no|without|nor|failed|refused|declined|n't|if|unless|whether)$/;

/** What happened on a date; undefined where the words tell of no single deed. `tokens` are those of the date's sentence, in offsets of its text. */
export function readOccurrence(date: DraftDate, tokens: readonly Token[], text: string): Occurrence | undefined {
  const { mention, sentence } = date;
  const begins = Math.min(mention.start, mention.weekday?.span.start ?? Infinity) - sentence.prose.start;
  const end = Math.max(mention.end, mention.weekday?.span.end ?? 0) - sentence.prose.start;
  const at = firstFrom(tokens, begins);
  let next = at;
  while (next < tokens.length && tokens[next]!.end <= end) next++;
  const coming = readNext(date, tokens, at, text);
  if (coming) return coming;
  // "The survey runs until May", "the mill dates from 1874"
  const leading = [2, 3, 4].map(n => at - n).find(k => k >= 0 && phraseAt(tokens, k)?.last === at - 1);
  const deadline = readDeadline(date, tokens, at, next, text);
  if (deadline) return deadline;
  const when = whenClause(date, tokens, at, next, text);
  if (when) return when;
  const start = startingAt(date, tokens, at, text);
  if (start) return start;
  // "by 2022", "until May": a limit, and no time of anything.
  const told = leading === undefined ? datedNoun(tokens, at) ?? nounBehind(tokens, next) : undefined;
  if (leading === undefined && !(told && tokens[at - 1]?.lower === 'to') && /^(?:by|until|till|before|after|since|through|between|from|to|than)$/.test(tokens[at - 1]?.lower ?? '')) return undefined;
  const noun = nounBeside(tokens, at, next);
  let first = at;
  while (first > 0 && at - first < 40 && !opensClause(tokens, first - 1, first - 1 > at - 3)) first--;
  let last = next;
  while (last < tokens.length && last - next < 30 && !closesClause(tokens, last)) last++;
  const place = leading === undefined ? derivedBeside(tokens, at) ?? nounDated(tokens, at, next) : undefined;
  const derived = place && derivedNominal(date, tokens, place, text);
  if (noun !== undefined) {
    const event = nominal(date, tokens, noun, first, last, text, at, next);
    return event && derived ? { ...event, derived } : event ?? derived;
  }
  if (derived) return derived;
  const event = told && derivedNominal(date, tokens, told, text);
  const verb = leading ?? verbFor(tokens, first, at, next, last);
  if (verb === undefined) return event;
  // "Lund, who died on May 3, asked for no flowers": the clause ends behind the date.
  if (tokens[next]?.text === ',' && [1, 2, 3].some(n => /^(?:who|which)$/.test(tokens[verb - n]?.lower ?? ''))) last = next;
  const deed = verbal(date, tokens, verb, first, last, text, at, next);
  return deed && event && !deed.derived ? { ...deed, derived: event } : deed ?? event;
}

/** "until July 15, when the ban comes into force", "since 2020, when the gates were closed": the clause behind the date tells what happened on it. */
function whenClause(date: DraftDate, tokens: readonly Token[], at: number, next: number, text: string): Occurrence | undefined {
  const comma = tokens[next]?.text === ',' ? next : next + 1;
  if (comma > next + 1 || tokens[comma]?.text !== ',' || tokens[comma + 1]?.lower !== 'when') return undefined;
  const first = comma + 2;
  let last = first;
  while (last < tokens.length && last - first < 20 && tokens[last]!.text !== ',' && !closesClause(tokens, last)) last++;
  for (let k = first + 1; k < last; k++) if (verbAt(tokens, k) !== undefined) return verbal(date, tokens, k, first, last, text, at, next);
  return undefined;
}

/** "a ceasefire from midnight on 20 November": what begins then. */
function startingAt(date: DraftDate, tokens: readonly Token[], at: number, text: string): Occurrence | undefined {
  let k = at - 1;
  if (tokens[k]?.lower === 'on' && /^(?:midnight|noon|dawn)$/.test(tokens[k - 1]?.lower ?? '')) k -= 2;
  const noun = tokens[k]?.lower === 'from' ? tokens[k - 1] : undefined;
  if (!noun || !isNoun(noun) || noun.text !== noun.lower || verbAt(tokens, k - 1) !== undefined || date.mention.grain !== 'day') return undefined;
  return { date, deed: 'begin', noun: false, kinds: ['begin', 'force'], theme: stem(noun), named: false, plural: isPlural(noun.lower), modifiers: [], indefinite: false, planned: true, words: new Set([stem(noun)]), names: new Set(), complement: new Set(), passive: false, text: text.slice(noun.start, noun.end) };
}

/** The first token that begins at an offset or behind it. */
export function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "the March 3 attack", "the attack on March 4" */
function nounBeside(tokens: readonly Token[], at: number, next: number): number | undefined {
  const isEvent = (i: number) => {
    const token = tokens[i];
    return token?.type === 'word' && NOUNS.has(token.lower) && !/^(?:to|will|would|and|or)$/.test(tokens[i - 1]?.lower ?? '') ? i : undefined;
  };
  const definite = (i: number) => {
    for (let k = i - 1; k >= Math.max(0, i - 5); k--) {
      const word = tokens[k]!;
      if (/^(?:the|this|that|its|his|her|their)$/.test(word.lower) || /['’]s$/.test(word.lower)) return true;
      if (FUNCTION_WORDS.has(word.lower) || (word.type === 'sign' && !/^[-.,]$/.test(word.text))) return false;
    }
    return false;
  };
  for (const i of [next, next + 1]) if (tokens[i]?.type === 'word' && isEvent(i) !== undefined && definite(at) && !FUNCTION_WORDS.has(tokens[next]!.lower)) return i;
  if (!/^(?:on|of|in)$/.test(tokens[at - 1]?.lower ?? '')) return undefined;
  const before = isEvent(at - 2);
  if (before !== undefined) return definite(before) ? before : undefined;
  // "the attack on the mill on March 4"
  for (let k = at - 2; k >= Math.max(1, at - 8); k--) {
    if (tokens[k]!.type !== 'word' || verbAt(tokens, k) !== undefined) return undefined;
    if (isEvent(k) !== undefined && /^(?:on|in|at|of|near)$/.test(tokens[k + 1]?.lower ?? '')) return definite(k) ? k : undefined;
  }
  return undefined;
}

/** The nearest verb before the date; for one that opens its clause, the first behind it. */
function verbFor(tokens: readonly Token[], first: number, at: number, next: number, last: number): number | undefined {
  let comma = false;
  for (let k = at - 1; k >= Math.max(first, at - 16); k--) {
    const token = tokens[k]!;
    comma ||= token.text === ',';
    // "killed in the attack on": the date of the noun.
    if (token.type === 'word' && NOUNS.has(token.lower) && k > at - 4 && /^(?:the|his|her|its|their|an?)$/.test(tokens[k - 1]?.lower ?? '') && !(tokens[k + 1] && k + 1 < at - 1 && isNoun(tokens[k + 1]!))) return undefined;
    if (verbAt(tokens, k) === undefined) continue;
    // "bought the boat, which was built in 1978, in 2009": the verb of the aside.
    const opening = comma ? [k - 1, k - 2, k - 3].find(i => /^(?:who|which)$/.test(tokens[i]?.lower ?? '') && tokens[i - 1]?.text === ',') : undefined;
    if (opening === undefined) return k;
    k = opening;
  }
  const lead = tokens.slice(first, at);
  if (lead.some(token => token.type === 'word' && !/^(?:on|in|by|at|early|late|and|then|but|later|earlier|morning|the|of|night|evening|afternoon|meanwhile|\d+)$/.test(token.lower)) || lead.length > 5) return undefined;
  let k = next;
  if (tokens[k]?.text === ',') k++;
  for (; k < last; k++) {
    if (tokens[k]!.text === ',') return undefined;
    if (verbAt(tokens, k) !== undefined) return k;
  }
  return undefined;
}

function verbal(date: DraftDate, tokens: readonly Token[], k: number, first: number, last: number, text: string, at: number, next: number): Occurrence | undefined {
  const phrase = phraseAt(tokens, k);
  const verb = phrase ? stem({ lower: phrase.kind }) : stem({ lower: verbAt(tokens, k)! });
  // "The fair opens on": of what is to come, or is told as if it were.
  let planned = /s$/.test(tokens[k]!.lower) && (isListedForm(tokens[k]!.lower) || phrase !== undefined && tokens[k]!.lower !== 'dates');
  planned ||= /^(?:open|close|start|begin|end|finish|reopen|resume)$/.test(tokens[k]!.lower);
  let passive = false;
  let s = k - 1;
  for (; s >= first; s--) {
    const { lower } = tokens[s]!;
    if (NOT.test(lower)) return undefined;
    // "the plan was": a noun.
    if (PLANNED.test(lower) && /^(?:the|an?|its|his|her|their)$/.test(tokens[s - 1]?.lower ?? '')) break;
    if (PLANNED.test(lower) || lower === 'to') planned = true;
    else if (BE.test(lower)) {
      passive = true;
      planned ||= /^(?:is|are)$/.test(lower);
    }
    else if (!AUXILIARY.test(lower) && !lower.endsWith('ly') && !/^(?:in|on|by)$/.test(lower)) break;
  }
  // "a man with no name who opened": not of the deed.
  const own = /^(?:who|which)$/.test(tokens[s]?.lower ?? '') && s > first ? s : first;
  if (tokens.slice(own, k < at ? Math.min(last, next + 2) : last).some(token => token.type === 'word' && NOT.test(token.lower))) return undefined;
  const doer = s < first && first > 1 && tokens[first - 1]!.lower === 'and' && tokens[first - 2]!.text === ',' ? subjectBefore(tokens, first - 1, Math.max(0, first - 30), at, next) : s < first && k === first || k === first + 1 && GERUND_AFTER.test(tokens[first]!.lower) ? subjectBehind(tokens, next) : subjectBefore(tokens, s, first, at, next);
  const object = phrase?.whole ? undefined : objectAfter(tokens, (phrase?.last ?? k) + 1, last);
  const { words, names } = wordsOf(tokens, first, last, k, at, next);
  let behind = (phrase?.last ?? k) + 1;
  while (object && behind < last && tokens[behind]!.start <= object.at) behind++;
  const complement = complementOf(tokens, behind, last, at, next, BECOME.test(tokens[k]!.lower));
  const carried = !phrase && CARRIES.has(verb);
  if (carried && (!object || passive || tokens[k + 1]!.start !== object.at && object.indefinite)) return undefined;
  const theme = passive || !object || carried ? doer : object;
  // "The first case was reported": told of once.
  if (!theme || LIGHT.has(verb) && !carried && !phrase && !(passive && theme.modifiers?.includes('first'))) return undefined;
  const deed = carried ? `${verb} ${object!.word}` : verb;
  // "The blast occurred on": what the noun says.
  // "An explosion tore through the bakery on": the verb says no more than that it happened.
  const happening = theme === doer && doer ? tokens[firstFrom(tokens, doer.at)]! : undefined;
  if (happening && (isEventNoun(happening.lower) || NOUNS.has(happening.lower)) && HAPPENS.test(verb)) return { ...derivedNominal(date, tokens, { noun: firstFrom(tokens, doer!.at), end: k, from: first }, text), indefinite: doer!.indefinite };
  if (/^(?:occur|happen)$/.test(verb) || deed === 'tak place' || deed === 'tak plac') return NOUNS.has(text.slice(theme.at, theme.at + theme.length).toLowerCase()) && !theme.indefinite ? nominal(date, tokens, firstFrom(tokens, theme.at), first, last, text, at, next) : undefined;
  const pronoun = doer?.pronoun;
  // "which she founded": the theme stands before.
  const relative = !passive && !object && doer !== undefined && /^(?:which|that)$/.test(tokens[firstFrom(tokens, doer.at) - 1]?.lower ?? '');
  const other = passive ? agentAfter(tokens, k + 1) : object && !carried ? doer : undefined;
  const starts = happening && !planned && !doer!.indefinite && isEventNoun(happening.lower) && /^(?:begin|launch|open)$/.test(verb) ? derivedNominal(date, tokens, { noun: firstFrom(tokens, doer!.at), end: k, from: first }, text) : undefined;
  const closing = closes(verb) ? deadlineOf(theme.word) : undefined;
  const kinds = [...(phrase ? [phrase.kind] : kindsOfVerb(tokens[k]!.lower)), ...(closing === undefined ? [] : [closing])];
  return {
    date, deed, noun: false, kinds, ...(starts ? { derived: { ...starts, theme: '', words: new Set(), names: new Set(), complement: new Set() } } : {}), theme: theme.word, named: theme.named === true, plural: isPlural(text.slice(theme.at, theme.at + theme.length).toLowerCase()), modifiers: theme.modifiers ?? [], indefinite: theme.indefinite, ...(theme.article ? { article: true as const } : {}), planned, words, names, complement,
    passive: passive || (object !== undefined && !carried), ...(other && !other.pronoun ? { doer: other.word, ...(other.article ? { doerIndefinite: true as const } : {}), ...(other.named ? { doerNamed: true as const } : {}) } : {}), ...(pronoun === undefined ? {} : { pronoun }), ...(relative ? { relative: true as const } : {}),
    text: tellOf(text, theme, tokens[k]!),
  };
}

/** "stole the painting"; over a long aside "painting … stolen". */
function tellOf(text: string, theme: Part, verb: Token): string {
  const [start, end] = [Math.min(verb.start, theme.at), Math.max(verb.end, theme.at + theme.length)];
  const noun = text.slice(theme.at, theme.at + theme.length);
  return end - start <= 40 ? text.slice(start, end).replace(/\s+/g, ' ') : theme.at < verb.start ? `${noun} … ${verb.text}` : `${verb.text} … ${noun}`;
}

function nominal(date: DraftDate, tokens: readonly Token[], i: number, first: number, last: number, text: string, at: number, next: number): Occurrence | undefined {
  const noun = tokens[i]!;
  const { words, names } = wordsOf(tokens, Math.max(first, i - 4), Math.min(last, i + 8), i, at, next);
  if (tokens.slice(first, i > at ? last : at).some(token => token.type === 'word' && NOT.test(token.lower))) return undefined;
  let theme = '';
  for (let k = i + 1; k < Math.min(last, i + 7) && theme === '' && !(k >= at - 1 && k <= next); k++) {
    if (k === i + 1 && !/^(?:of|on|at|against)$/.test(tokens[k]!.lower)) break;
    if (k > i + 1 && isNoun(tokens[k]!)) theme = stem(tokens[k]!);
  }
  return { date, deed: stem(noun), noun: true, kinds: kindsOfNoun(noun.lower), theme, named: false, plural: false, modifiers: [], indefinite: false, planned: false, words, names, complement: new Set(), passive: false, text: text.slice(tokens[Math.max(0, i - 1)]!.start, noun.end) };
}

/** Does the clause of a date begin behind this token? Its own preposition is no break ("since May"). */
function opensClause(tokens: readonly Token[], i: number, near: boolean): boolean {
  const token = tokens[i]!;
  if (token.type === 'sign') return /^[;:—“”()]$/.test(token.text) || (token.text === '–' && !token.joined);
  return !near && /^(?:but|while|whereas|although|though|because|when|after|before|if|said|says)$/.test(token.lower) || (tokens[i - 1]?.text === ',' && token.lower === 'and');
}

function closesClause(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.type === 'sign') return /^[;:—“”()]$/.test(token.text);
  return /^(?:but|while|whereas|although|though|because|when|after|before|if|which|who|said|says)$/.test(token.lower) || (tokens[i - 1]?.text === ',' && token.lower === 'and');
}
