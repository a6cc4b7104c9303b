// The parts of a clause that tells of a dated deed: its verbs, its subject and object, and the words that tell it from another.
import { FUNCTION_WORDS, isPlural } from '../../language/quantities/nouns.ts';
import type { Token } from '../../language/quantities/tokens.ts';
import { phraseAt } from './event-kinds.ts';
import { ADVERBS, NOT_CONTENT, TIME_WORDS, isCalendarWord, sameThing } from './lexicon.ts';
import { stem } from './stem.ts';
import { isAlsoNoun, predicateOf } from './verbs.ts';

/** A subject or an object: the stem of its head, and where that stands. */
export interface Part {
  readonly word: string;
  readonly at: number;
  readonly length: number;
  readonly indefinite: boolean;
  /** Does "a" or "an" stand before it? */
  readonly article?: boolean;
  readonly pronoun?: 'he' | 'she' | 'it' | 'they' | 'we';
  readonly named?: boolean;
  readonly modifiers?: readonly string[];
}

/** Past forms that the verbs of figures do not hold. */
const PASTS: ReadonlyMap<string, string> = new Map(
  ('sank:sink sunk:sink burst:burst met:meet became:become went:go gone:go came:come gave:give given:give took:take taken:take made:make held:hold got:get broke:break broken:break chose:choose chosen:choose drew:draw drawn:draw fought:fight flung:fling forgave:forgive froze:freeze frozen:freeze hid:hide hidden:hide hung:hang kept:keep knew:know known:know laid:lay led:lead lay:lie lit:light quit:quit rode:ride rang:ring sang:sing sat:sit shook:shake shone:shine slept:sleep sought:seek split:split spread:spread sprang:spring stuck:stick stung:sting swore:swear sworn:swear swept:sweep swam:swim threw:throw thrown:throw tore:tear torn:tear woke:wake wore:wear wove:weave withdrew:withdraw withdrawn:withdraw overthrew:overthrow overthrown:overthrow caught:catch bought:buy brought:bring '
  + 'opens:begin begins:begin starts:begin closes:end closed:end ends:end expires:end expired:end concluded:end found:find resigns:resign opened:open opens:open launched:found launches:found created:found formed:found')
    .split(' ').map(pair => pair.split(':') as [string, string]),
);
const BASES: ReadonlyMap<string, string> = new Map([['open', 'begin'], ['close', 'end'], ['start', 'begin'], ['begin', 'begin'], ['end', 'end'], ['finish', 'finish'], ['reopen', 'reopen'], ['resume', 'resume']]);
export const AUXILIARY = /^(?:was|were|had|has|have|been|being|be|is|are|also|then|later|first|finally|officially|formally|reportedly|allegedly|subsequently|eventually|soon|there)$/;
export const GERUND_AFTER = /^(?:since|after|before|by|on|upon|following)$/;
export const BE = /^(?:was|were|been|being|be|is|are|got)$/;

/** Is the form a past that no rule of spelling shows, or a present that has a class of its own here ("opens")? */
export function isListedForm(lower: string): boolean {
  return PASTS.has(lower);
}

/** The class of a verb in the past, or of one that tells what will be. */
export function verbAt(tokens: readonly Token[], i: number): string | undefined {
  const token = tokens[i]!;
  const before = tokens[i - 1]?.lower ?? '';
  if (token.type !== 'word' || (token.text !== token.lower && i > 0) || /^(?:the|an?|his|her|its|their|our|my|of|very|most|more|this|that|these|those)$/.test(before) || /['’]s$/.test(before)) return undefined;
  // "the governor-elect", "a soft-drink firm": half of a noun.
  if (before === '-' && token.joined && !/(?:ed|ing)$/.test(token.lower) && PASTS.get(token.lower) === undefined) return undefined;
  // "opened to trains": no infinitive ends so.
  const modal = /^(?:to|will|would|could|may|might|should|shall)$/.test(before) ? !/[^su]s$/.test(token.lower) : AUXILIARY.test(before);
  const past = PASTS.get(token.lower);
  if (past !== undefined) return past;
  // "Applications close on": a plural goes before.
  if (BASES.has(token.lower) && isPlural(before) && /^(?:on|in|at)$/.test(tokens[i + 1]?.lower ?? '')) return BASES.get(token.lower);
  const phrase = phraseAt(tokens, i);
  if (phrase && (modal || (token.lower.endsWith('ing') ? GERUND_AFTER.test(before) : !phrase.base || isPlural(before) || token.lower === 'set'))) return phrase.kind;
  const ending = /(?:[^e]ed|ied)$/.test(token.lower) && token.lower.length > 3;
  const known = predicateOf(token.lower);
  if (known !== undefined && known !== '') {
    if (ending || modal) return known;
    // "since founding the company", "after opening his shop"
    if (token.lower.endsWith('ing') && GERUND_AFTER.test(before) && /^(?:the|an?|its|his|her|their|for|as|from)$|^\p{Lu}/u.test(tokens[i + 1]?.text ?? '')) return known === 'close' ? 'end' : known;
    if (/(?:ing|s)$/.test(token.lower)) return undefined;
    if (!isAlsoNoun(token.lower)) return known;
    const after = tokens[i + 1];
    return i > 0 && tokens[i - 1]!.type === 'word' && !FUNCTION_WORDS.has(before) && after && (/^(?:the|his|her|its|their)$/.test(after.lower) || (/^\p{Lu}/u.test(after.text) && !isCalendarWord(after))) ? known : undefined;
  }
  // "Lund retired in 2011" is no retired man.
  if (token.lower === 'retired' && /^(?:in|on|from|as|at|after|last|,)$/.test(tokens[i + 1]?.lower ?? '')) return 'retire';
  if (ending && !/^(?:based|called|named|united|so-called|hundred|red|retired|aged|armed|injured|wounded|alleged|accused|convicted)$/.test(token.lower)) return stem(token);
  return modal && before !== 'to' && /^(?:will|would)$/.test(before) && token.lower.length > 3 && !FUNCTION_WORDS.has(token.lower) ? stem(token) : undefined;
}

/** The noun before a verb, over the asides between; for a second verb ("opened in May and closed in June") that of the first. */
export function subjectBefore(tokens: readonly Token[], from: number, first: number, at: number, next: number): Part | undefined {
  const joined = /^(?:and|but)$/.test(tokens[from]?.lower ?? '') ? verbJoined(tokens, from, first) : undefined;
  if (joined !== undefined) return subjectBefore(tokens, joined, first, at, next);
  for (let i = from; i >= first && from - i < 36; i--) {
    const token = tokens[i]!;
    if (i >= at && i < next) continue;
    // "the painting, which hung in the hall, was": the words between commas.
    if (token.text === ',') {
      if (i === from) for (let k = i - 1; k > Math.max(first, i - 26); k--) if (tokens[k]!.text === ',') return subjectBefore(tokens, k - 1, first, at, next);
      continue;
    }
    if (/^(?:he|she|it|they|we|i|you)$/.test(token.lower)) return { word: '-', at: token.start, length: token.end - token.start, indefinite: false, ...(/^(?:he|she|it|they|we)$/.test(token.lower) ? { pronoun: token.lower as 'he' } : {}) };
    if (/^(?:who|which|that)$/.test(token.lower)) continue;
    // "the trial, which according to the team ran until": who tells of it is no subject.
    const teller = isNoun(token) && i > first + 2 ? tellerBefore(tokens, i, first) : undefined;
    if (teller !== undefined) return subjectBefore(tokens, teller, first, at, next);
    if (token.type === 'word' && verbAt(tokens, i) !== undefined) return undefined;
    if (isNoun(token)) {
      // "Talks to end the strike began": the noun before "to".
      let lead = i;
      while (lead > first && i - lead < 5 && (isNoun(tokens[lead - 1]!) || /^(?:the|an?|its|his|her|their)$/.test(tokens[lead - 1]!.lower)) && tokens[lead - 1]!.lower !== 'to' && tokens[lead - 2]?.lower !== 'to') lead--;
      if (lead > first + 2 && tokens[lead - 2]?.lower === 'to' && lead < i + 1 && lead - 3 >= first && isNoun(tokens[lead - 3]!) && lead <= i) return phraseEnding(tokens, lead - 3, first);
      return phraseEnding(tokens, i, first);
    }
  }
  return undefined;
}

/** Where the subject of the verb before an "and" ends; undefined where no verb of the clause stands there. */
function verbJoined(tokens: readonly Token[], and: number, first: number): number | undefined {
  for (let i = and - 1; i > first && and - i < 20; i--) {
    if (/^[;:—()“”"]$/.test(tokens[i]!.text)) return undefined;
    if (tokens[i]!.type !== 'word' || /^(?:said|says|told|added|wrote|according)$/.test(tokens[i]!.lower) || verbAt(tokens, i) === undefined) continue;
    let subject = i - 1;
    while (subject > first && (AUXILIARY.test(tokens[subject]!.lower) || /^(?:will|would|shall|to)$|ly$/.test(tokens[subject]!.lower) || tokens[subject]!.type === 'word' && verbAt(tokens, subject) !== undefined)) subject--;
    return subject;
  }
  return undefined;
}

/** The token before "according to the team", where a relative clause begins with it. */
function tellerBefore(tokens: readonly Token[], i: number, first: number): number | undefined {
  for (let k = i; k > first && i - k < 10; k--) {
    const { lower, type } = tokens[k]!;
    if (lower === 'according') return /^(?:who|which|that)$/.test(tokens[k - 1]!.lower) ? k - 1 : undefined;
    if (type === 'sign' && !/^[-.’]$/.test(lower)) return undefined;
  }
  return undefined;
}

/** "Founded in 1912, the yard …": the noun phrase behind the comma. */
export function subjectBehind(tokens: readonly Token[], next: number): Part | undefined {
  // "Since joining the club on 3 May he has"
  let comma = next;
  const pronoun = tokens[next];
  if (pronoun && /^(?:he|she|it|they)$/.test(pronoun.lower)) return { word: '-', at: pronoun.start, length: pronoun.text.length, indefinite: false, pronoun: pronoun.lower as 'he' };
  while (comma < tokens.length && comma < next + 8 && tokens[comma]!.text !== ',') comma++;
  if (tokens[comma]?.text !== ',') return undefined;
  let last = -1;
  for (let i = comma + 1; i < Math.min(tokens.length, comma + 9); i++) {
    const token = tokens[i]!;
    if (/^(?:he|she|it|they)$/.test(token.lower) && last < 0) return { word: '-', at: token.start, length: token.text.length, indefinite: false, pronoun: token.lower as 'he' };
    if (token.type === 'word' && i > comma + 1 && (verbAt(tokens, i) !== undefined || BE.test(token.lower) || FUNCTION_WORDS.has(token.lower) || predicateOf(token.lower) !== undefined && !isAlsoNoun(token.lower))) break;
    if (isNoun(token)) last = i;
  }
  return last < 0 ? undefined : phraseEnding(tokens, last, comma + 1);
}

/** The noun phrase that ends at a noun: of "a fleet of ships" the first noun, with its article. */
function phraseEnding(tokens: readonly Token[], i: number, first: number): Part {
  let head = i;
  for (let k = i - 1; k >= Math.max(first, i - 8); k--) {
    const { lower, type } = tokens[k]!;
    if (type === 'sign' && !/^[-&.’]$/.test(tokens[k]!.text)) break;
    if (lower === 'of' && k - 1 >= first && isNoun(tokens[k - 1]!)) head = k - 1;
    // "Consultation on the closures", at the start of its clause
    else if (/^(?:on|into|about|for|over|at|in|between|with)$/.test(lower) && k - 1 >= first && isNoun(tokens[k - 1]!) && opensPhrase(tokens, k - 1, first)) head = k - 1;
    else if (/^(?:on|in|at|by|for|with|from|to|into|about|over|between|and|or|but|said)$/.test(lower)) break;
  }
  // At the start of a sentence every word has a capital.
  const named = /^\p{Lu}/u.test(tokens[head]!.text) && !(head === 0 && isPlural(tokens[head]!.lower));
  let indefinite = !named;
  let article = false;
  // "The consultation on the park" is not the one on the school.
  const modifiers: string[] = tokens.slice(head + 1, i + 1).filter(isNoun).map(stem);
  for (let k = head - 1; k >= Math.max(first, head - 5); k--) {
    const { lower, type } = tokens[k]!;
    if (type === 'word' && !FUNCTION_WORDS.has(lower)) modifiers.push(stem(tokens[k]!));
    if (/^(?:the|his|her|its|their|this|that|these|those|both)$/.test(lower) || /['’]s$/.test(lower) || (/^\p{Lu}/u.test(tokens[k]!.text) && k > 0)) {
      indefinite = false;
      break;
    }
    if (lower === '-' && tokens[k + 1]!.joined) continue;
    if (lower === 'other') {
      modifiers.push(lower);
      continue;
    }
    if (type !== 'word' || FUNCTION_WORDS.has(lower)) {
      article = /^an?$/.test(lower);
      break;
    }
  }
  // "A new bridge" stands for the old one.
  if (named && isKin(tokens, head, first) || article && /^(?:new|second|third|replacement)$/.test(tokens.slice(Math.max(first, head - 2), head).find(({ lower }) => /^(?:new|second|third|replacement)$/.test(lower))?.lower ?? '')) modifiers.push('other');
  return { word: stem(tokens[head]!), article, at: tokens[head]!.start, length: tokens[head]!.text.length, indefinite, named, modifiers };
}

/** "Her husband, Tom Lund", "his son Tom Lund": another of the name. */
function isKin(tokens: readonly Token[], head: number, first: number): boolean {
  let k = head - 1;
  while (k > first && head - k < 5 && (/^\p{Lu}/u.test(tokens[k]!.text) && !KIN.test(tokens[k]!.lower) || /^[.,]$/.test(tokens[k]!.text))) k--;
  return KIN.test(tokens[k]?.lower ?? '');
}

const KIN = /^(?:husband|wife|widow|widower|son|daughter|brother|sister|father|mother|uncle|aunt|cousin|nephew|niece|grandson|granddaughter|grandfather|grandmother|twin|partner|stepson|stepdaughter|stepfather|stepmother)$/;

/** Does a clause begin with this noun, its article and its adjectives? */
function opensPhrase(tokens: readonly Token[], i: number, first: number): boolean {
  if (PASTS.has(tokens[i]!.lower) || predicateOf(tokens[i]!.lower) !== undefined && !isAlsoNoun(tokens[i]!.lower)) return false;
  for (let k = i - 1; k >= Math.max(first, i - 3); k--) {
    if (/^(?:the|an?|its|his|her|their)$/.test(tokens[k]!.lower)) return k === first;
    if (tokens[k]!.type !== 'word' || FUNCTION_WORDS.has(tokens[k]!.lower) || verbAt(tokens, k) !== undefined) return false;
  }
  return i - first < 3;
}

/** The noun that follows a verb without a preposition: what the deed was done to. */
export function objectAfter(tokens: readonly Token[], from: number, last: number): Part | undefined {
  let indefinite = true;
  let head: Token | undefined;
  const modifiers: string[] = [];
  for (let i = from; i < Math.min(last, from + 9); i++) {
    const token = tokens[i]!;
    if (!head && /^(?:the|his|her|its|their|this|that|these|those)$/.test(token.lower)) indefinite = false;
    else if (!head && (/^(?:an?|all|both|another|out|up|off|down)$/.test(token.lower) || token.type === 'number')) continue;
    else if (token.type === 'sign' ? token.text !== '-' && token.text !== '“' && token.text !== '”' && token.text !== '"' : FUNCTION_WORDS.has(token.lower) || isCalendarWord(token) || TIME_WORDS.has(token.lower)) break;
    else if (token.type === 'word' && !token.lower.endsWith('ly')) {
      if (/^\p{Lu}/u.test(token.text)) indefinite = false;
      if (head) modifiers.push(stem(head));
      head = token;
    }
  }
  return head && isNoun(head) ? { word: stem(head), at: head.start, length: head.text.length, indefinite, named: /^\p{Lu}/u.test(head.text), modifiers } : undefined;
}

/** "by the council" */
export function agentAfter(tokens: readonly Token[], from: number): Part | undefined {
  for (let i = from; i < Math.min(tokens.length, from + 6); i++) if (tokens[i]!.lower === 'by') return objectAfter(tokens, i + 1, tokens.length);
  return undefined;
}

export function wordsOf(tokens: readonly Token[], first: number, last: number, verb: number, at: number, next: number): { words: Set<string>; names: Set<string> } {
  const words = new Set<string>();
  const names = new Set<string>();
  for (let i = first; i < last && words.size < 40; i++) {
    const token = tokens[i]!;
    if (i === verb || (i >= at && i < next) || token.type === 'sign' || isCalendarWord(token)) continue;
    if (token.type === 'number') {
      // "Lund, 58, who": an age.
      if (tokens[i - 1]?.text !== ',' || tokens[i + 1]?.text !== ',') words.add(token.text);
      continue;
    }
    if (token.text.length < 3 || FUNCTION_WORDS.has(token.lower) || NOT_CONTENT.has(token.lower) || TIME_WORDS.has(token.lower) || ADVERBS.has(token.lower) || AUXILIARY.test(token.lower) || (token.lower.endsWith('ly') && token.lower.length > 4)) continue;
    const known = predicateOf(token.lower);
    const word = sameThing(known !== undefined && known !== '' && !isAlsoNoun(token.lower) ? known : stem(token));
    words.add(word);
    if (/^\p{Lu}/u.test(token.text) && i > 0) names.add(word);
  }
  return { words, names };
}

/** "for theft", "as mayor", "to cars", "in Norway": the nouns of the phrases that say for what, and the names of places. */
export function complementOf(tokens: readonly Token[], first: number, last: number, at: number, next: number, object = false): Set<string> {
  const found = new Set<string>();
  let tells: 'nouns' | 'names' | undefined = object ? 'nouns' : undefined;
  for (let i = first; i < last; i++) {
    if (i === at) i = next;
    const token = tokens[i];
    if (!token || i >= last || token.text === ',' && (i !== next || !/^(?:for|to|as|over|against|into|in|at|near|off|outside)$/.test(tokens[i + 1]?.lower ?? '')) && i !== at - 1) break;
    if (/^(?:for|to|as|over|against|into|from)$/.test(token.lower) || token.lower === 'on' && i !== at - 1) tells = 'nouns';
    else if (/^(?:in|at|near|on|off|outside)$/.test(token.lower)) tells = 'names';
    else if (/^(?:by|with|of|and|or|after|during|when)$/.test(token.lower)) tells = undefined;
    else if (tells && isNoun(token) && (tells === 'nouns' || /^\p{Lu}/u.test(token.text))) found.add(stem(token));
  }
  return found;
}

export function isNoun(token: Token): boolean {
  return token.type === 'word' && token.text.length > 1 && !FUNCTION_WORDS.has(token.lower) && !NOT_CONTENT.has(token.lower) && !TIME_WORDS.has(token.lower) && !isCalendarWord(token) && !/ly$/.test(token.lower) && !AUXILIARY.test(token.lower);
}
