// A dated event by its verb or noun and whom it happens to: "was arrested on", "his arrest on"; and whether two tell of one.
import { FUNCTION_WORDS, isPlural } from '../../language/quantities/nouns.ts';
import type { Token } from '../../language/quantities/tokens.ts';
import type { DraftDate } from '../analysis.ts';
import { NOT_CONTENT, TIME_WORDS, isCalendarWord } from './lexicon.ts';
import { firstFrom } from './occurrences.ts';
import { isNear, isSlip } from './same-occurrence.ts';
import { stem } from './stem.ts';

export interface DatedEvent {
  readonly date: DraftDate;
  readonly event: string;
  /** The noun that it happens to, a pronoun as "-". */
  readonly subject: string;
  /** Is the subject a name? A pronoun may stand for it. */
  readonly named: boolean;
  readonly modifiers: readonly string[];
  readonly plural?: boolean;
  /** Is the subject "he" or "she", of whom the sentence does not tell who it is? */
  readonly pronoun?: true;
  /** Other names in the sentence: places tell events apart. */
  readonly names: readonly string[];
  readonly words: string;
  /** Who did it, after "by": "adopted by the Senate". */
  readonly agent?: string;
  readonly agentNamed?: boolean;
  /** Does the sentence tell who brought it about? Then another may have brought about another. */
  readonly caused?: boolean;
}

/** What happens once: the verb's stem, and every form of verb and noun that news copy has for it. */
const EVENTS: ReadonlyMap<string, string> = new Map(
  ('arrest:arrested,arrest,arrests|die:died,die,dies,death,dead|birth:born,birth,birthday|begin:began,begin,begins,begun,starts,start,started,starting,beginning,broke,breaks,outbreak|end:ends,ended,end,expires,expired,expire,concludes,concluded|open:opened,opens,open,opening|close:closed,closes,close,closure,closing|strike:struck,strikes,hit|crash:crashed,crash,crashes|sink:sank,sinks,sunk,sinking|explode:exploded,explosion,blast'
  + '|found:founded,established,founding|resign:resigned,resigns,resignation,quit|convict:convicted,conviction|sentence:sentenced,sentencing|sign:signed,signing|adopt:adopted,adopts,adoption|unveil:unveiled|demolish:demolished,demolition|abolish:abolished,abolition|launch:launched,launches,launch|publish:published,publishes,publication|release:released,releases,release|marry:married,wedding|appoint:appointed,appointment|elect:elected|build:built|kill:killed,killing|collapse:collapsed,collapses,collapse|erupt:erupted,erupts,eruption|effect:effect,force|assassinate:assassinated,assassination|inaugurate:inaugurated,inauguration|bury:buried,burial,funeral|hire:hired|complete:completed|finish:finished|invade:invaded,invasion|escape:escaped|vanish:disappeared,vanished')
    .split('|').flatMap(group => {
      const [name, forms] = group.split(':');
      return forms!.split(',').map(form => [form, name!] as const);
    }),
);
/** What happens to one person once: there a pronoun may stand for the name. */
const ONCE_IN_A_LIFE = new Set(['arrest', 'die', 'birth', 'convict', 'sentence', 'resign', 'marry', 'appoint', 'kill', 'hire', 'elect', 'bury', 'assassinate']);
/** Of these, what others do to a person. */
const DONE_TO = new Set(['arrest', 'convict', 'sentence', 'kill', 'assassinate', 'appoint', 'hire']);
/** Events that take an object, or may: "struck the coast at dawn on Monday", "was born Ann Moe on". */
const WITH_OBJECT = new Set(['strike', 'invade', 'birth']);
/** Events that somebody brings about, or that come about: "began her campaign", "her campaign began". */
const CAUSED = new Set(['begin', 'end', 'open', 'close', 'launch', 'publish', 'release', 'found', 'sign', 'adopt', 'unveil', 'demolish', 'abolish', 'complete', 'inaugurate']);
/** Nouns among the forms: what they happen to stands before them as "his", or after them as "of". */
const NOUNS = /^(?:arrest|arrests|death|birth|birthday|outbreak|adoption|demolition|abolition|closure|closing|explosion|blast|resignation|conviction|sentencing|signing|publication|wedding|appointment|eruption|assassination|inauguration|burial|funeral|invasion|collapse|crash|launch|release|opening|founding|start|beginning|end|killing)$/;

/** The event that a date belongs to: the nearest of the verbs and nouns above before it in its clause. */
export function eventOf(date: DraftDate, tokens: readonly Token[]): Omit<DatedEvent, 'names'> | undefined {
  const { sentence, mention } = date;
  const start = (mention.weekday ? Math.min(mention.start, mention.weekday.span.start) : mention.start) - sentence.prose.start;
  const at = firstFrom(tokens, start);
  let k = at - 1;
  for (let n = 0; k >= 0 && n < 9; k--, n++) {
    const token = tokens[k]!;
    // "at 4:12 a.m. on": the time of day is passed over.
    if (token.type === 'number' || (token.text === ':' && tokens[k + 1]?.type === 'number') || token.text === '.' && token.joined || /^[ap]m?$/.test(token.lower)) {
      n--;
      continue;
    }
    if (/^[;:—–"“”]$/.test(token.text) || /^(?:and|but|said|says|told|because|while|after|before|since|that|which|who)$/.test(token.lower) && n > 0 && !(token.lower === 'since' && n < 2) && !/^(?:dawn|noon|midnight|dusk|sunrise|sunset|midday)$/.test(tokens[k + 1]?.lower ?? '')) return undefined;
    if (token.type === 'word' && EVENTS.has(token.lower) && isEvent(tokens, k)) break;
    if (token.type === 'word' && /(?:[^e]ed|ught|went|came|made|took|gave|became)$/.test(token.lower) && token.lower.length > 3) return undefined;
  }
  const verb = tokens[k];
  if (k < 0 || !verb || verb.type !== 'word' || !EVENTS.has(verb.lower)) return undefined;
  // "Her birthday, 5 February 1934, …" is the day of her birth, "a party for her birthday on 5 February" is not.
  if (verb.lower === 'birthday' && (!/^(?:,|is|was)$/.test(tokens[k + 1]?.text ?? '') || at - k !== 2 || !mention.yearWritten)) return undefined;
  if (NOUNS.test(verb.lower) && !/^(?:will|to|would|and)$/.test(tokens[k - 1]?.lower ?? '')) return nominal(date, tokens, k, sentence.text);
  const follower = tokens[k + 1];
  const free = !follower || follower.type !== 'word' || FUNCTION_WORDS.has(follower.lower) && !/^(?:the|a|an|its|his|her|their|another|all)$/.test(follower.lower) || follower.lower.endsWith('ly') || isCalendarWord(follower) || TIME_WORDS.has(follower.lower);
  const event = EVENTS.get(verb.lower)!;
  if (free || WITH_OBJECT.has(event)) return verbal(date, tokens, k, sentence.text);
  return CAUSED.has(event) ? causal(date, tokens, k, sentence.text) : DONE_TO.has(event) ? suffered(date, tokens, k, sentence.text) : undefined;
}

/** Do two tell of one event, so that their dates must agree? */
export function sameEvent(a: DatedEvent, b: DatedEvent): boolean {
  if (a.event !== b.event || (a.caused && b.caused) || byAnother(a, b) || byAnother(b, a) || areOfOthers(a, b)) return false;
  if (a.modifiers.includes('other') !== b.modifiers.includes('other') || a.modifiers.length > 0 && b.modifiers.length > 0 && !a.modifiers.some(word => b.modifiers.includes(word))) return false;
  if (a.subject === b.subject) return a.subject !== '-' && (a.named || b.named || a.plural === undefined || b.plural === undefined || a.plural === b.plural);
  // "He died … when he died": of whom is known of one alone.
  if (a.pronoun && /^s?he\b/i.test(b.words) || b.pronoun && /^s?he\b/i.test(a.words)) return false;
  // Another may be meant: then the dates tell.
  if ((a.pronoun || b.pronoun) && !isSlip(a.date, b.date) && !isNear(a.date, b.date)) return false;
  return ((a.subject === '-' && b.named) || (b.subject === '-' && a.named)) && ONCE_IN_A_LIFE.has(a.event);
}

/** "The mill closed in 1987 … since its closure in 1978", "She was born on 3 May 1934 … Her birthday, 5 May 1934": in the whole draft nothing else is said to close, nobody else to be born. */
export function onlyOnes(a: DatedEvent, b: DatedEvent, events: readonly DatedEvent[]): boolean {
  if (events.length !== 2 || a.event !== b.event) return false;
  const birthdays = /birthday$/.test(a.words) !== /birthday$/.test(b.words) && [/^(?:he|his)\b/i, /^(?:she|her)\b/i].some(pronoun => pronoun.test(a.words) && pronoun.test(b.words));
  return birthdays || (a.subject === 'its') !== (b.subject === 'its');
}

/** "adopted by the Senate" is not "adopted by the House", and need not be what "adopted" alone tells of. */
function byAnother(a: DatedEvent, b: DatedEvent): boolean {
  return a.agent !== undefined && a.agent !== b.agent && (b.agent !== undefined || a.agentNamed === true);
}

/** Do the sentences name different people or places? A pronoun's sentence need not name whom the other tells of. */
function areOfOthers(a: DatedEvent, b: DatedEvent): boolean {
  const besides = (one: DatedEvent, other: DatedEvent) => (other.pronoun && ONCE_IN_A_LIFE.has(one.event) ? one.names.filter(name => name !== one.subject && !one.modifiers.includes(name) && !NOT_CONTENT.has(name)) : one.names);
  const [mine, theirs] = [besides(a, b), besides(b, a)];
  return mine.length > 0 && theirs.length > 0 && !mine.some(name => theirs.includes(name));
}

/** "broke out" is an event, "broke a rib" is none. */
function isEvent(tokens: readonly Token[], k: number): boolean {
  return !/^(?:broke|breaks)$/.test(tokens[k]!.lower) || tokens[k + 1]?.lower === 'out';
}

/** "the rally that began her campaign": what it happens to is the object. */
function causal(date: DraftDate, tokens: readonly Token[], k: number, text: string): Omit<DatedEvent, 'names'> | undefined {
  if (!/^(?:the|its|his|her|their)$/.test(tokens[k + 1]?.lower ?? '')) return undefined;
  let last = k + 2;
  while (last < k + 5 && tokens[last]?.type === 'word' && isNoun(tokens[last]!)) last++;
  const noun = tokens[last - 1];
  if (!noun || last === k + 2 || !/^(?:on|in|with|at)$/.test(tokens[last]?.lower ?? '')) return undefined;
  return { date, event: EVENTS.get(tokens[k]!.lower)!, subject: stem(noun), named: /^\p{Lu}/u.test(noun.text), plural: isPlural(noun.lower), modifiers: tokens.slice(k + 2, last - 1).map(stem), words: text.slice(tokens[k]!.start, noun.end), caused: true };
}

/** "Officers arrested Tom Brandt on": what happens to the one named behind the verb. */
function suffered(date: DraftDate, tokens: readonly Token[], k: number, text: string): Omit<DatedEvent, 'names'> | undefined {
  if (/^(?:was|were|be|been|being|is|are)$/.test(tokens[k - 1]?.lower ?? '')) return undefined;
  let last = k;
  while (last < k + 5 && tokens[last + 1]?.type === 'word' && /^\p{Lu}/u.test(tokens[last + 1]!.text) && !isCalendarWord(tokens[last + 1]!)) last++;
  const name = tokens[last]!;
  if (last === k || !(/^(?:on|in|at|,|early|late|last)$/.test(tokens[last + 1]?.lower ?? '') || isCalendarWord(tokens[last + 1] ?? name))) return undefined;
  const event = EVENTS.get(tokens[k]!.lower)!;
  return { date, event: event === 'kill' || event === 'assassinate' ? 'die' : event, subject: stem(name), named: true, modifiers: tokens.slice(k + 1, last).map(stem), words: text.slice(tokens[k]!.start, name.end), caused: true };
}

/** "his arrest", "Brandt's arrest", "the arrest of Brandt" */
function nominal(date: DraftDate, tokens: readonly Token[], k: number, text: string): Omit<DatedEvent, 'names'> | undefined {
  const before = tokens[k - 1];
  const event = EVENTS.get(tokens[k]!.lower)!;
  const words = text.slice(tokens[Math.max(0, k - 1)]!.start, tokens[k]!.end);
  if (before && /^(?:his|her|its)$/.test(before.lower)) return { date, event, subject: before.lower === 'its' ? 'its' : '-', named: false, modifiers: [], words };
  if (before && /['’]s$/.test(before.lower)) return { date, event, subject: stem(before), named: /^\p{Lu}/u.test(before.text), modifiers: [], words };
  if (tokens[k + 1]?.lower !== 'of') return undefined;
  for (let i = k + 2; i < Math.min(tokens.length, k + 7); i++) {
    const token = tokens[i]!;
    if (token.type !== 'word' || /^(?:on|in|at)$/.test(token.lower)) break;
    if (isNoun(token) && (tokens[i + 1]?.type !== 'word' || FUNCTION_WORDS.has(tokens[i + 1]!.lower))) return { date, event, subject: stem(token), named: /^\p{Lu}/u.test(token.text), modifiers: tokens.slice(k + 2, i).filter(isNoun).map(stem), words: text.slice(tokens[k]!.start, token.end) };
  }
  return undefined;
}

/** "The earthquake, which struck …", "the first stoppage will begin" */
function verbal(date: DraftDate, tokens: readonly Token[], k: number, text: string): Omit<DatedEvent, 'names'> | undefined {
  let i = k - 1;
  for (let n = 0; i >= 0 && n < 8; i--, n++) {
    const token = tokens[i]!;
    if (token.type === 'number' || token.text === ',' || token.lower === 'a' && tokens[i + 1]?.text === '.') continue;
    if (token.type !== 'word') return undefined;
    if (/^(?:it|they|we|you|i)$/.test(token.lower)) return undefined;
    if (/^(?:he|she)$/.test(token.lower)) {
      // "He married Anna Moe in 1962; she died in 1999": the one named last in the sentence.
      const name = tokens.slice(Math.max(0, i - 30), i).findLast((word, n, all) => word.type === 'word' && n > 0 && /^\p{Lu}\p{Ll}/u.test(word.text) && !isCalendarWord(word) && !FUNCTION_WORDS.has(word.lower) && all[n - 1]!.text !== '.');
      return { date, event: EVENTS.get(tokens[k]!.lower)!, subject: name ? stem(name) : '-', named: name !== undefined, modifiers: [], words: text.slice(token.start, tokens[k]!.end), ...(name ? {} : { pronoun: true as const }) };
    }
    if (/^(?:and|or|but|said|says|to)$/.test(token.lower) && token.lower !== 'to') return undefined;
    if (isNoun(token)) break;
  }
  const noun = tokens[i];
  // "Talks to end the strike began": of the talks.
  if (tokens.slice(Math.max(0, i - 4), i).some((token, n, before) => token.lower === 'to' && n < before.length - 1)) return undefined;
  // "Workers struck on": some of them, on any day.
  if (i < 0 || !noun || noun.type !== 'word' || !isNoun(noun) || (i === 0 && isPlural(noun.lower))) return undefined;
  const modifiers: string[] = [];
  for (let m = i - 1; m >= Math.max(0, i - 3); m--) {
    const token = tokens[m]!;
    if (token.type !== 'word' || (FUNCTION_WORDS.has(token.lower) && !/^(?:other|another)$/.test(token.lower))) break;
    modifiers.push(stem(token));
  }
  return { date, event: EVENTS.get(tokens[k]!.lower)!, subject: stem(noun), named: /^\p{Lu}/u.test(noun.text), plural: isPlural(noun.lower), modifiers, words: `${text.slice(noun.start, noun.end)} … ${tokens[k]!.text}`, ...agentOf(tokens, k) };
}

/** "by the council": the noun of the phrase after the verb. */
function agentOf(tokens: readonly Token[], k: number): Pick<DatedEvent, 'agent' | 'agentNamed'> {
  if (tokens[k + 1]?.lower !== 'by') return {};
  let last = k + 2;
  if (/^(?:the|an?|its|his|her|their)$/.test(tokens[last]?.lower ?? '')) last++;
  while (last < k + 7 && tokens[last + 1]?.type === 'word' && !FUNCTION_WORDS.has(tokens[last + 1]!.lower)) last++;
  const noun = tokens[last];
  return noun?.type === 'word' ? { agent: stem(noun), agentNamed: /^\p{Lu}/u.test(noun.text) } : {};
}

function isNoun(token: Token): boolean {
  return token.text.length > 2 && !FUNCTION_WORDS.has(token.lower) && !NOT_CONTENT.has(token.lower) && !TIME_WORDS.has(token.lower) && !isCalendarWord(token) && !EVENTS.has(token.lower) && !/(?:ly|ed)$/.test(token.lower) && !/^(?:due|set|will|first|scheduled|fatally)$/.test(token.lower);
}
