// What a sentence says happened on a date: the deed, who did it, what it was done to, and the words that tell it from another.
import { FUNCTION_WORDS, isPlural } from '../../language/quantities/nouns.ts';
import type { Token } from '../../language/quantities/tokens.ts';
import type { DraftDate } from '../analysis.ts';
import { ADVERBS, NOT_CONTENT, TIME_WORDS, isCalendarWord, sameThing } from './lexicon.ts';
import { readNext } from './next-events.ts';
import { stem } from './stem.ts';
import { isAlsoNoun, predicateOf } from './verbs.ts';

/** A dated deed: "thieves stole the painting on March 3". Words are stems. */
export interface Occurrence {
  readonly date: DraftDate;
  /** The verb, as the class of those that mean the same, or the noun of an event. */
  readonly deed: string;
  readonly noun: boolean;
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
  readonly pronoun?: 'he' | 'she' | 'it' | 'they';
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

/** Past forms that the verbs of figures do not hold. */
const PASTS: ReadonlyMap<string, string> = new Map(
  ('sank:sink sunk:sink met:meet became:become went:go gone:go came:come gave:give given:give took:take taken:take made:make held:hold got:get broke:break broken:break chose:choose chosen:choose drew:draw drawn:draw fought:fight flung:fling forgave:forgive froze:freeze frozen:freeze hid:hide hidden:hide hung:hang kept:keep knew:know known:know laid:lay led:lead lay:lie lit:light quit:quit rode:ride rang:ring sang:sing sat:sit shook:shake shone:shine slept:sleep sought:seek split:split spread:spread sprang:spring stuck:stick stung:sting swore:swear sworn:swear swept:sweep swam:swim threw:throw thrown:throw tore:tear torn:tear woke:wake wore:wear wove:weave withdrew:withdraw withdrawn:withdraw overthrew:overthrow overthrown:overthrow caught:catch bought:buy brought:bring '
  + 'opens:begin begins:begin starts:begin closes:end closed:end ends:end expires:end expired:end concluded:end found:find resigns:resign opened:open opens:open launched:found launches:found created:found formed:found')
    .split(' ').map(pair => pair.split(':') as [string, string]),
);
/** Verbs that tell of nothing that happens at one time, or of too much. */
const LIGHT = new Set('be have do say tell add report announce note ask think believe know expect hope want seem appear remain stay continu keep work live resid play serv stand includ us need mean show see find get mak take giv hold go com tak measur weigh last cost number total amount rise fall averag rank own contain cover run bas locat know call nam describ accord relat refer estimat record play scor train study earn spend pay receiv deal liv carry us feature'.split(' '));

/** Light verbs whose object is the deed: "made landfall", "took office". */
const CARRIES = new Set('mak tak giv hold'.split(' '));

const NOUNS = new Set('attack bombing shooting explosion blast earthquake quake tremor crash fire blaze flood storm hurricane tornado election referendum vote ballot summit wedding funeral raid strike ceremony coup massacre murder killing merger takeover hearing verdict ruling sentencing landslide eruption accident collision derailment kidnapping abduction robbery theft burglary break-in launch ambush assassination hijacking riot siege stampede shipwreck avalanche blackout outage recall walkout inauguration parade concert auction trial debate rally march invasion arrest resignation signing'.split(' '));

const AUXILIARY = /^(?:was|were|had|has|have|been|being|be|is|are|also|then|later|first|finally|officially|formally|reportedly|allegedly|subsequently|eventually|soon|there)$/;
const BE = /^(?:was|were|been|being|be|is|are|got)$/;
const PLANNED = /^(?:will|would|shall|plans?|planned|planning|intends?|intended|expects?|expected|scheduled|due|set|hopes?|hoped|wants?|wanted|may|might|could|should|proposed|agreed|vowed|promised)$/;
const NOT = /^(?:not|never|no|without|nor|failed|refused|declined|n't|if|unless|whether)$/;

/** What happened on a date; undefined where the words tell of no single deed. `tokens` are those of the date's sentence, in offsets of its text. */
export function readOccurrence(date: DraftDate, tokens: readonly Token[], text: string): Occurrence | undefined {
  const { mention, sentence } = date;
  const start = Math.min(mention.start, mention.weekday?.span.start ?? Infinity) - sentence.prose.start;
  const end = Math.max(mention.end, mention.weekday?.span.end ?? 0) - sentence.prose.start;
  const at = firstFrom(tokens, start);
  let next = at;
  while (next < tokens.length && tokens[next]!.end <= end) next++;
  const coming = readNext(date, tokens, at, text);
  if (coming) return coming;
  // "by 2022", "until May": a limit, and no time of anything.
  if (/^(?:by|until|till|before|after|since|through|between|from|to|than)$/.test(tokens[at - 1]?.lower ?? '')) return undefined;
  const noun = nounBeside(tokens, at, next);
  let first = at;
  while (first > 0 && at - first < 40 && !opensClause(tokens, first - 1, first - 1 > at - 3)) first--;
  let last = next;
  while (last < tokens.length && last - next < 30 && !closesClause(tokens, last)) last++;
  if (noun !== undefined) return nominal(date, tokens, noun, first, last, text, at, next);
  const verb = verbFor(tokens, first, at, next, last);
  if (verb === undefined) return undefined;
  // "Lund, who died on May 3, asked for no flowers": the clause ends behind the date.
  if (tokens[next]?.text === ',' && [1, 2, 3].some(n => /^(?:who|which)$/.test(tokens[verb - n]?.lower ?? ''))) last = next;
  return verbal(date, tokens, verb, first, last, text, at, next);
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
    if (token.type === 'word' && NOUNS.has(token.lower) && k > at - 4 && /^(?:the|his|her|its|their|an?)$/.test(tokens[k - 1]?.lower ?? '')) return undefined;
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

/** The class of a verb in the past, or of one that tells what will be. */
function verbAt(tokens: readonly Token[], i: number): string | undefined {
  const token = tokens[i]!;
  const before = tokens[i - 1]?.lower ?? '';
  if (token.type !== 'word' || (token.text !== token.lower && i > 0) || /^(?:the|an?|his|her|its|their|our|my|of|very|most|more|this|that|these|those)$/.test(before) || /['’]s$/.test(before)) return undefined;
  const past = PASTS.get(token.lower);
  if (past !== undefined) return past;
  const ending = /(?:[^e]ed|ied)$/.test(token.lower) && token.lower.length > 3;
  const known = predicateOf(token.lower);
  const modal = /^(?:to|will|would|could|may|might|should|shall)$/.test(before) || AUXILIARY.test(before);
  if (known !== undefined && known !== '') {
    if (ending || modal) return known;
    // "since founding the company", "after opening his shop"
    if (token.lower.endsWith('ing') && /^(?:since|after|before|by|on|upon|following)$/.test(before) && /^(?:the|an?|its|his|her|their)$|^\p{Lu}/u.test(tokens[i + 1]?.text ?? '')) return known === 'close' ? 'end' : known;
    if (/(?:ing|s)$/.test(token.lower)) return undefined;
    if (!isAlsoNoun(token.lower)) return known;
    const after = tokens[i + 1];
    return i > 0 && tokens[i - 1]!.type === 'word' && !FUNCTION_WORDS.has(before) && after && (/^(?:the|his|her|its|their)$/.test(after.lower) || (/^\p{Lu}/u.test(after.text) && !isCalendarWord(after))) ? known : undefined;
  }
  if (ending && !/^(?:based|called|named|united|so-called|hundred|red|retired|aged|armed|injured|wounded|alleged|accused|convicted)$/.test(token.lower)) return stem(token);
  return modal && before !== 'to' && /^(?:will|would)$/.test(before) && token.lower.length > 3 && !FUNCTION_WORDS.has(token.lower) ? stem(token) : undefined;
}

function verbal(date: DraftDate, tokens: readonly Token[], k: number, first: number, last: number, text: string, at: number, next: number): Occurrence | undefined {
  const verb = stem({ lower: verbAt(tokens, k)! });
  // "The fair opens on": of what is to come, or is told as if it were.
  let planned = /s$/.test(tokens[k]!.lower) && PASTS.has(tokens[k]!.lower);
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
  if (tokens.slice(first, last).some(token => token.type === 'word' && NOT.test(token.lower))) return undefined;
  const doer = s < first && k === first ? subjectBehind(tokens, next) : subjectBefore(tokens, s, first, at, next);
  const object = objectAfter(tokens, k + 1, last);
  const { words, names } = wordsOf(tokens, first, last, k, at, next);
  let behind = k + 1;
  while (object && behind < last && tokens[behind]!.start <= object.at) behind++;
  const complement = complementOf(tokens, behind, last, at, next);
  const carried = CARRIES.has(verb);
  if (carried && (!object || passive || tokens[k + 1]!.start !== object.at && object.indefinite)) return undefined;
  const theme = passive || !object || carried ? doer : object;
  // "The first case was reported": told of once.
  if (!theme || LIGHT.has(verb) && !carried && !(passive && theme.modifiers?.includes('first'))) return undefined;
  const deed = carried ? `${verb} ${object!.word}` : verb;
  // "The blast occurred on": what the noun says.
  if (/^(?:occur|happen)$/.test(verb) || deed === 'tak place' || deed === 'tak plac') return NOUNS.has(text.slice(theme.at, theme.at + theme.length).toLowerCase()) && !theme.indefinite ? nominal(date, tokens, firstFrom(tokens, theme.at), first, last, text, at, next) : undefined;
  const pronoun = doer?.pronoun;
  // "which she founded": the theme stands before.
  const relative = !passive && !object && doer !== undefined && /^(?:which|that)$/.test(tokens[firstFrom(tokens, doer.at) - 1]?.lower ?? '');
  const other = passive ? agentAfter(tokens, k + 1) : object && !carried ? doer : undefined;
  return {
    date, deed, noun: false, theme: theme.word, named: theme.named === true, plural: isPlural(text.slice(theme.at, theme.at + theme.length).toLowerCase()), modifiers: theme.modifiers ?? [], indefinite: theme.indefinite, planned, words, names, complement,
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
  if (tokens.slice(first, last).some(token => token.type === 'word' && NOT.test(token.lower))) return undefined;
  let theme = '';
  for (let k = i + 1; k < Math.min(last, i + 7) && theme === '' && !(k >= at - 1 && k <= next); k++) {
    if (k === i + 1 && !/^(?:of|on|at|against)$/.test(tokens[k]!.lower)) break;
    if (k > i + 1 && isNoun(tokens[k]!)) theme = stem(tokens[k]!);
  }
  return { date, deed: stem(noun), noun: true, theme, named: false, plural: false, modifiers: [], indefinite: false, planned: false, words, names, complement: new Set(), passive: false, text: text.slice(tokens[Math.max(0, i - 1)]!.start, noun.end) };
}

interface Part {
  readonly word: string;
  readonly at: number;
  readonly length: number;
  readonly indefinite: boolean;
  /** Does "a" or "an" stand before it? */
  readonly article?: boolean;
  readonly pronoun?: Occurrence['pronoun'];
  readonly named?: boolean;
  readonly modifiers?: readonly string[];
}

/** The noun before a verb, over the asides between. */
function subjectBefore(tokens: readonly Token[], from: number, first: number, at: number, next: number): Part | undefined {
  for (let i = from; i >= first && from - i < 36; i--) {
    const token = tokens[i]!;
    if (i >= at && i < next) continue;
    // "the painting, which hung in the hall, was": the words between commas.
    if (token.text === ',') {
      if (i === from) for (let k = i - 1; k > Math.max(first, i - 26); k--) if (tokens[k]!.text === ',') return subjectBefore(tokens, k - 1, first, at, next);
      continue;
    }
    if (/^(?:he|she|it|they|we|i|you)$/.test(token.lower)) return { word: '-', at: token.start, length: token.end - token.start, indefinite: false, ...(/^(?:he|she|it|they)$/.test(token.lower) ? { pronoun: token.lower as 'he' } : {}) };
    if (/^(?:who|which|that)$/.test(token.lower)) continue;
    if (token.type === 'word' && verbAt(tokens, i) !== undefined) return undefined;
    if (isNoun(token)) return phraseEnding(tokens, i, first);
  }
  return undefined;
}

/** "Founded in 1912, the yard …": the noun phrase behind the comma. */
function subjectBehind(tokens: readonly Token[], next: number): Part | undefined {
  let comma = next;
  while (comma < tokens.length && comma < next + 8 && tokens[comma]!.text !== ',') comma++;
  if (tokens[comma]?.text !== ',') return undefined;
  let last = -1;
  for (let i = comma + 1; i < Math.min(tokens.length, comma + 9); i++) {
    const token = tokens[i]!;
    if (/^(?:he|she|it|they)$/.test(token.lower) && last < 0) return { word: '-', at: token.start, length: token.text.length, indefinite: false, pronoun: token.lower as 'he' };
    if (token.type === 'word' && i > comma + 1 && (verbAt(tokens, i) !== undefined || BE.test(token.lower) || FUNCTION_WORDS.has(token.lower))) break;
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
    if (type !== 'word' || FUNCTION_WORDS.has(lower)) {
      article = /^an?$/.test(lower);
      break;
    }
  }
  return { word: stem(tokens[head]!), article, at: tokens[head]!.start, length: tokens[head]!.text.length, indefinite, named, modifiers };
}

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
function objectAfter(tokens: readonly Token[], from: number, last: number): Part | undefined {
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
function agentAfter(tokens: readonly Token[], from: number): Part | undefined {
  for (let i = from; i < Math.min(tokens.length, from + 6); i++) if (tokens[i]!.lower === 'by') return objectAfter(tokens, i + 1, tokens.length);
  return undefined;
}

function wordsOf(tokens: readonly Token[], first: number, last: number, verb: number, at: number, next: number): { words: Set<string>; names: Set<string> } {
  const words = new Set<string>();
  const names = new Set<string>();
  for (let i = first; i < last && words.size < 40; i++) {
    const token = tokens[i]!;
    if (i === verb || (i >= at && i < next) || token.type === 'sign' || isCalendarWord(token)) continue;
    if (token.type === 'number') {
      words.add(token.text);
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
function complementOf(tokens: readonly Token[], first: number, last: number, at: number, next: number): Set<string> {
  const found = new Set<string>();
  let tells: 'nouns' | 'names' | undefined;
  for (let i = first; i < last; i++) {
    if (i === at) i = next;
    const token = tokens[i];
    if (!token || i >= last || token.text === ',' && (i !== next || !/^(?:for|to|as|over|against|into|in|at|near|off|outside)$/.test(tokens[i + 1]?.lower ?? '')) && i !== at - 1) break;
    if (/^(?:for|to|as|over|against|into|from)$/.test(token.lower)) tells = 'nouns';
    else if (/^(?:in|at|near|on|off|outside)$/.test(token.lower)) tells = 'names';
    else if (/^(?:by|with|of|and|or|after|during|when)$/.test(token.lower)) tells = undefined;
    else if (tells && isNoun(token) && (tells === 'nouns' || /^\p{Lu}/u.test(token.text))) found.add(stem(token));
  }
  return found;
}

function isNoun(token: Token): boolean {
  return token.type === 'word' && token.text.length > 1 && !FUNCTION_WORDS.has(token.lower) && !NOT_CONTENT.has(token.lower) && !TIME_WORDS.has(token.lower) && !isCalendarWord(token) && !/ly$/.test(token.lower) && !AUXILIARY.test(token.lower);
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
