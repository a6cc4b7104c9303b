// What a figure is about, read from the words around it in its sentence.
import type { LeafContent } from '../../draft/draft.ts';
import { findQuantities, type Quantity } from '../../language/quantities.ts';
import { FUNCTION_WORDS, isPlural, singular } from '../../language/quantities/nouns.ts';
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import { overlaps } from '../../span.ts';
import type { Figure, FigureClause, FigureWords } from '../analysis.ts';
import { readClause } from './clause.ts';
import { predicateOf } from './verbs.ts';
import { ADVERBS, CHANGE_NOUN, CHANGE_OF, CHANGE_VERB, DETERMINERS, FORECAST, GENERIC_HEADS, LEVEL_VERB, NOT_CONTENT, PROPOSAL, TARGET, TIME_WORDS, isCalendarWord, sameThing } from './lexicon.ts';
import { stem } from './stem.ts';

export { stem };

/** A figure of one leaf; spans are of its prose. */
export interface FigureReading {
  readonly quantity: Quantity;
  readonly kind: Figure['kind'];
  readonly measure?: string;
  readonly party?: string;
  readonly about?: FigureWords;
  readonly clause?: FigureClause;
  /** Where the next figure of the leaf begins; infinite for the last. */
  readonly nextFigure: number;
}

/** The figures of a leaf; code is not prose. */
export function readFigures(content: LeafContent): FigureReading[] {
  const code = content.markup.filter(span => span.kind === 'code');
  const quantities = findQuantities(content.prose).filter(quantity => !code.some(span => overlaps(span, quantity)));
  if (quantities.length === 0) return [];
  const tokens = toTokens(content.prose);
  let s = 0;
  let first = 0;
  return quantities.map((quantity, i) => {
    while (s + 1 < content.sentences.length && content.sentences[s + 1]!.start <= quantity.start) s++;
    const sentence = content.sentences[s] ?? { start: 0, end: content.prose.length };
    while (first < tokens.length && tokens[first]!.start < sentence.start) first++;
    const nextFigure = quantities[i + 1]?.start ?? Infinity;
    return { quantity, ...readWords(tokens, first, sentence.end, quantity, { previousFigure: quantities[i - 1]?.end ?? 0, nextFigure }), nextFigure };
  });
}

/** What the words say of one quantity in a sentence that begins with the token `sentenceFirst`. */
export function readFigure(tokens: readonly Token[], sentenceFirst: number, sentenceEnd: number, quantity: Quantity): FigureReading {
  return { quantity, ...readWords(tokens, sentenceFirst, sentenceEnd, quantity, { previousFigure: 0, nextFigure: Infinity }), nextFigure: Infinity };
}

/** A noun phrase: its head, what modifies it, and whether it points at something known. */
interface Phrase {
  readonly head: string;
  readonly modifiers: readonly string[];
  readonly definite: boolean;
  readonly indefinite?: boolean;
  /** For people to read: "operating profit". */
  readonly words: string;
}

/** The longest sentence that is read: beyond it only the words near the figure count. */
const REACH = 60;

function readWords(tokens: readonly Token[], sentenceFirst: number, sentenceEnd: number, quantity: Quantity, neighbours: { readonly previousFigure: number; readonly nextFigure: number }): Pick<FigureReading, 'kind' | 'measure' | 'about' | 'party' | 'clause'> {
  let at = sentenceFirst;
  while (at < tokens.length && tokens[at]!.start < quantity.start) at++;
  let next = at;
  while (next < tokens.length && tokens[next]!.start < quantity.end) next++;
  const low = Math.max(sentenceFirst, at - REACH);
  let high = next;
  while (high < tokens.length && high < next + REACH && tokens[high]!.start < sentenceEnd) high++;
  let left = at - 1;
  if (quantity.boundSpan && quantity.boundSpan.start < quantity.start) while (left >= low && tokens[left]!.start >= quantity.boundSpan.start) left--;
  // "a record $946 million" is a level all the same.
  while (left >= low && (ADVERBS.has(tokens[left]!.lower) || tokens[left]!.lower === 'record' && /^(?:a|the|its)$/.test(tokens[left - 1]?.lower ?? ''))) left--;
  const window: Window = { tokens, low, at, next, high, left, quantity };
  const kind = kindOf(window);
  const phrase = phraseOf(window, kind);
  const context = contextOf(window);
  const names = namesOf(window);
  const clause = readClause({ ...window, counts: quantity.kind === 'count', ...neighbours });
  if (!phrase) return { kind, clause, about: { head: '', modifiers: [], definite: false, names, context } };
  const { words: measure, ...about } = phrase;
  const party = names[0];
  return { kind, clause, measure, ...(party === undefined ? {} : { party }), about: { ...about, head: sameThing(about.head), names, context } };
}

interface Window {
  readonly tokens: readonly Token[];
  /** The first token of the sentence (or of its reach), the figure's first, the one after it, and the end of the reach. */
  readonly low: number;
  readonly at: number;
  readonly next: number;
  readonly high: number;
  /** The nearest token before the figure that is no bound, article or adverb. */
  readonly left: number;
  readonly quantity: Quantity;
}

function lowerAt({ tokens, low, high }: Window, i: number): string {
  return i >= low && i < high ? tokens[i]!.lower : '';
}

/** Is the figure a level, a change, a share …? */
function kindOf(window: Window): Figure['kind'] {
  const { tokens, at, next, left, low, quantity } = window;
  if (quantity.vague) return 'unknown';
  const before = lowerAt(window, left);
  const before2 = lowerAt(window, left - 1);
  const after = lowerAt(window, next);
  const after2 = lowerAt(window, next + 1);
  // "from a 45-minute meeting": the figure belongs to the noun behind it.
  const attributive = /^(?:an?|the|its|their)$/.test(lowerAt(window, at - 1)) && tokens.slice(at, next).some(token => token.text === '-');
  if (/^(?:original|initial|earlier|prior|then|revised)$/.test(before) || (!attributive && (before === 'from' || before === 'against' || before === 'versus' || before === 'than')) || (before === 'to' && before2 === 'compared') || (before === 'with' && before2 === 'compared') || before === 'previous' || before === 'not') return 'unknown';
  // "by 43 percent to 38 percent": what the other of two has.
  if (before === 'to' && (before2 === '%' || before2 === 'percent' || lowerAt(window, left - 2) === 'per')) return lowerAt(window, left - 4) === 'from' || lowerAt(window, left - 3) === 'from' ? 'level' : 'unknown';
  // "compared with women's $93,000", "to Berg's 38 percent"
  const owner = /^['’]$/.test(before) && /s$/.test(before2) ? left - 2 : /['’]s$/.test(before) ? left - 1 : undefined;
  if (owner !== undefined && /^(?:with|to|against|than|versus)$/.test(lowerAt(window, owner))) return 'unknown';
  if (/^(?:another|additional|extra|further|including|other|remaining|first|last|next|every|per|each|former)$/.test(before) || /^(?:another|additional|extra|further|including|other|remaining|first|last|next|every|each)$/.test(lowerAt(window, at - 1))) return 'part';
  if (quantity.kind === 'count' && tokens.slice(at, next).some(token => /^(?:more|other|additional|further|extra|fewer|new)$/.test(token.lower))) return 'part';
  if (CHANGE_NOUN.test(after) || (after !== '' && CHANGE_NOUN.test(after2) && !FUNCTION_WORDS.has(after)) || /^(?:more|less|fewer|higher|lower|above|below|ahead|behind|apart)$/.test(after) || (/^(?:larger|smaller|bigger|faster|slower|cheaper|worse|better|wider|taller|longer|shorter|older|younger|stronger|weaker)$/.test(after) && (after2 === 'than' || quantity.kind !== 'number' || !/\p{L}/u.test(after2))) || (before === 'of' && CHANGE_OF.test(before2))) return 'change';
  const byMeans = before === 'by' && (quantity.kind === 'duration' || (quantity.kind === 'count' && !CHANGE_VERB.test(before2)));
  if ((before === 'by' && !byMeans) || CHANGE_VERB.test(before) || before === 'down' || (before === 'up' && !/^mak(?:e|es|ing)$|^made$/.test(before2))) return 'change';
  if (after === 'out' && after2 === 'of') return 'part';
  // "of those 28 shots": all that were just spoken of, a sum of what the sentence before gave.
  if (/^(?:those|these)$/.test(lowerAt(window, at - 1)) && lowerAt(window, at - 2) === 'of') return 'unknown';
  if (/^(?:earlier|initial|first|previous|preliminary)$/.test(tokens[low]?.lower ?? '') || (lowerAt(window, low) === '(' && lowerAt(window, low + 1) === 'earlier')) return 'unknown';
  if (after === 'of' && (quantity.kind === 'percent' || quantity.kind === 'ratio')) return 'share';
  // "14 of the judges" are a part, "14 judges of the court" are not.
  if (after === 'of' && quantity.kind !== 'count' && /^(?:the|its|their|his|her|those|these|them|whom|which|our)$/.test(after2)) return 'part';
  if (after === 'of' && /^(?:those|these|them|whom|which)$/.test(after2)) return 'part';
  // "20 workers will be hired"
  let kind: Figure['kind'] = /^(?:will|would)$/.test(after) && !/^(?:the|its|their|these|those|all|both)$/.test(lowerAt(window, at - 1)) ? 'forecast' : 'level';
  for (let i = left; i >= Math.max(low, at - 14); i--) {
    const word = tokens[i]!.lower;
    if (word === ';' || word === '—' || (word === ',' && i < at - 4)) break;
    if (/^(?:peak(?:ed|s)?|record|highest|lowest|maximum|minimum|high|low)$/.test(word)) return 'peak';
    if (/^(?:total|totals|totaled|totalled|combined|altogether|overall)$/.test(word) && kind === 'level') kind = 'total';
    else if ((FORECAST.test(word) || (word === 'estimated' && tokens[i + 1]?.lower === 'to')) && kind === 'level') kind = 'forecast';
    else if (PROPOSAL.test(word)) kind = 'proposal';
    else if (TARGET.test(word)) kind = 'target';
    if (/^(?:if|unless|whether|another|including|except|besides)$/.test(word)) return 'part';
  }
  return kind;
}

function phraseOf(window: Window, kind: Figure['kind']): Phrase | undefined {
  const { quantity } = window;
  if (quantity.kind === 'age') return agePhrase(window);
  if (quantity.kind === 'score') return votePhrase(window);
  if (quantity.kind === 'count' && quantity.unit !== null) return countedPhrase(window, quantity.unit);
  // "Blast kills 14": people, in all but name.
  const role = quantity.kind === 'number' && Number.isInteger(quantity.value) ? roleOf(window) : undefined;
  if (role !== undefined && role !== 'worker') return { head: role, modifiers: [], definite: false, words: role === 'dead' ? 'dead' : 'injured' };
  if (kind === 'share') return sharePhrase(window);
  return (kind === 'change' ? undefined : attributivePhrase(window) ?? ofPhrase(window)) ?? leftPhrase(window);
}

/** "12 weeks of unpaid leave", "$4 million of debt" */
function ofPhrase(window: Window): Phrase | undefined {
  const { quantity, next } = window;
  if (lowerAt(window, next) !== 'of' || quantity.unit === null || !/^(?:duration|measure|money)$/.test(quantity.kind)) return undefined;
  const of = trailing(window, next);
  const head = of.at(-1);
  return head === undefined ? undefined : { head, modifiers: of.slice(0, -1), definite: false, words: of.join(' ') };
}

/** "52.4 percent of the vote" */
function sharePhrase(window: Window): Phrase | undefined {
  const of = trailing(window, window.next);
  const head = of.at(-1);
  return head === undefined ? undefined : { head, modifiers: of.slice(0, -1), definite: false, words: `share of ${of.join(' ')}` };
}

/** Whose age it is: "Ann Berg, 52, …", "Ann Berg is 52", "the 52-year-old nurse, Ann Berg"; else what is that old. */
function agePhrase(window: Window): Phrase | undefined {
  const { at } = window;
  // "Ann Berg, a 52-year-old nurse": the article stands between.
  const last = /^an?$/.test(lowerAt(window, at - 1)) ? at - 2 : at - 1;
  const before = lowerAt(window, last);
  const names = before === ',' || before === '(' ? namesEndingAt(window, last - 1) : /^(?:is|was|turned|turns)$/.test(before) ? namesEndingAt(window, last - 1) : [];
  const owner = names.length > 0 ? names : namesBehind(window);
  const family = owner.at(-1);
  return family === undefined ? attributivePhrase(window) : { head: `age ${family}`, modifiers: owner.slice(0, -1), definite: true, words: `age of ${owner.join(' ')}` };
}

function isNamePart(token: Token | undefined): boolean {
  return token?.type === 'word' && /^\p{Lu}\p{Ll}/u.test(token.text) && !isCalendarWord(token);
}

function namesEndingAt({ tokens, low }: Window, last: number): string[] {
  const names: string[] = [];
  for (let i = last; i >= low && names.length < 3 && isNamePart(tokens[i]); i--) names.unshift(tokens[i]!.lower);
  return names;
}

/** "22-year-old nurse Ann Berg", "90-year-old leader, Ann Berg, said"; not the place in "a 37-year-old Ostra man". */
function namesBehind({ tokens, next, high }: Window): string[] {
  let i = next;
  while (i < high && i < next + 4 && tokens[i]!.type === 'word' && !isNamePart(tokens[i]) && !FUNCTION_WORDS.has(tokens[i]!.lower)) i++;
  if (i > next && tokens[i]?.text === ',') i++;
  const names: string[] = [];
  while (i < high && names.length < 4 && isNamePart(tokens[i])) names.push(tokens[i++]!.lower);
  const after = tokens[i];
  const closed = i >= high || after === undefined || after.type !== 'word' || FUNCTION_WORDS.has(after.lower) || predicateOf(after.lower) !== undefined && !isPlural(after.lower);
  return closed && !/['’]s$/.test(names.at(-1) ?? '') ? names : [];
}

/** "voted 7-4", "the 7-4 vote" */
function votePhrase(window: Window): Phrase | undefined {
  const { left, next } = window;
  const noun = lowerAt(window, next);
  if (/^(?:vote|decision|ruling|verdict|ballot|majority)$/.test(noun)) return { head: 'vote', modifiers: [], definite: /^(?:the|that|this)$/.test(lowerAt(window, window.at - 1)), ...(/^an?$/.test(lowerAt(window, window.at - 1)) ? { indefinite: true } : {}), words: 'vote' };
  return /^(?:voted|ruled|passed|approved)$/.test(lowerAt(window, left)) ? { head: 'vote', modifiers: [], definite: false, words: 'vote' } : undefined;
}

/** "32 Chinese companies on the list": the counted noun with its adjectives and the noun of the phrase after it. */
function countedPhrase(window: Window, unit: string): Phrase {
  const { tokens, at, next } = window;
  const modifiers = tokens.slice(at, next - 1).filter(token => token.type === 'word' && token.start >= window.quantity.numberSpan.end && isContent(token)).map(stem);
  const determiner = lowerAt(window, window.left + 1 < at ? window.left + 1 : window.left);
  const counted = unit.split(' per ')[0]!;
  const words = [...tokens.slice(at, next - 1).filter(token => token.type === 'word' && token.start >= window.quantity.numberSpan.end && isContent(token)).map(token => token.lower), counted].join(' ');
  const definite = /^(?:the|these|those|all|both|its|their)$/.test(lowerAt(window, at - 1)) || /^(?:the|these|those|all)$/.test(determiner);
  // "1,450 injured people" and "the 1,450 injured" are one thing.
  const state = unit === 'person' ? modifiers.find(word => STATES.has(word)) : undefined;
  if (state !== undefined) return { head: state, modifiers: [...modifiers.filter(word => word !== state), ...restriction(window), ...trailing(window, next)], definite, words };
  // "claimed 28 lives", "the lives of ten"
  if (unit === 'life' && /^(?:claim(?:s|ed|ing)?|cost|costs|costing|took|taking|takes|lost|lose|losing)$/.test(lowerAt(window, window.left))) return { head: 'dead', modifiers: trailing(window, next), definite, words };
  if (PEOPLE.has(unit)) {
    const role = roleOf(window);
    if (role !== undefined) return { head: role, modifiers: [...modifiers, ...(role === 'dead' ? [] : restriction(window)), ...trailing(window, role === 'dead' ? next + 2 : next)], definite, words };
  }
  return { head: counted, modifiers: [...modifiers, ...restriction(window), ...trailing(window, next)], definite, words };
}

const PEOPLE = new Set(['person', 'man', 'woman', 'civilian', 'passenger', 'resident', 'villager']);

/** What the verb makes of people that are counted: "killed 14 people", "14 people died", "employs 3,400 people". */
function roleOf(window: Window): string | undefined {
  const { left, next } = window;
  const before = lowerAt(window, left);
  const after = `${lowerAt(window, next)} ${lowerAt(window, next + 1)}`;
  if (/^(?:killed|killing|kills)$/.test(before) || /^(?:died|dead|killed|(?:were|was) killed|have died|had died|lost their)\b/.test(after)) return 'dead';
  if (/^(?:injured|injuring|wounded|wounding|hurt|hurting)$/.test(before) || /^(?:were|was) (?:injured|wounded|hurt)$/.test(after)) return 'injur';
  return /^(?:employs?|employed|employing)$/.test(before) ? 'worker' : undefined;
}

/** Past tenses without -ed. */
const PAST = /^(?:heard|held|drew|won|lost|took|came|went|saw|made|said|began|kept|sent|put|set|ran|left|met|led|hit|got|had|fell|rose|grew|gave|cost|cut|sold|bought|brought|built|became|stood|struck|told|found|paid|read|spent|shut|broke|wrote|chose)$/;

const STATES = new Set(['injur', 'injured', 'wound', 'wounded', 'dead', 'missing', 'homeless', 'unemploy', 'unemployed', 'displac', 'kill']);

/** "the four casinos that closed", "the men killed in May": a clause that says which of them. Its verb stands for it. */
function restriction(window: Window): string[] {
  const { tokens, next, high } = window;
  const word = lowerAt(window, next);
  if (/^(?:who|that|which|whose|whom|where)$/.test(word)) {
    for (let i = next + 1; i < Math.min(high, next + 6); i++) if (isContent(tokens[i]!)) return [`which ${stem(tokens[i]!)}`];
    return ['which'];
  }
  return word.length > 4 && /(?:ed|ing|killed|held|born|known|sold|built|made|sent|hit|lost|left)$/.test(word) && /^(?:in|by|at|on|from|during|for|with|to|as|since|under|near)$/.test(lowerAt(window, next + 1)) ? [`which ${stem({ lower: word })}`] : [];
}

/** "a 20% levy on steel", "the $412 million budget", "a five-year contract" */
function attributivePhrase(window: Window): Phrase | undefined {
  const { tokens, at, next, high, quantity } = window;
  const words: Token[] = [];
  for (let i = next; i < high && words.length < 4; i++) {
    const token = tokens[i]!;
    // "the $4.2 billion merger needs approval": a word in -s after a singular noun, with more to follow, is its verb.
    const verbal = words.length > 0 && (PAST.test(token.lower) || (isPlural(token.lower) && !isPlural(words.at(-1)!.lower) && tokens[i + 1]?.type === 'word' && !/^(?:of|for|in|on|at|from|to|and)$/.test(tokens[i + 1]!.lower)) || (isPlural(token.lower) && /^(?:to|for)$/.test(tokens[i + 1]?.lower ?? '') && DETERMINERS.has(lowerAt(window, at - 1))) || /^(?:begins|starts|ends|runs|comes|goes|takes|opens|expires|remains|rises|falls|includes|requires|covers)$/.test(token.lower));
    if (verbal || token.type !== 'word' || FUNCTION_WORDS.has(token.lower) || TIME_WORDS.has(token.lower) || isCalendarWord(token) || (token.joined && i > next) || token.lower.endsWith('ly') || (i > next && token.lower.length > 5 && token.lower.endsWith('ed')) || CHANGE_VERB.test(token.lower)) break;
    words.push(token);
  }
  if (words.length === 0) return undefined;
  const determiner = lowerAt(window, at - 1);
  const hyphenated = tokens.slice(at, next).some(token => token.text === '-');
  const head = words.at(-1)!;
  if (!DETERMINERS.has(determiner) && !hyphenated && !/['’]s?$/.test(determiner) && !isPlural(head.lower)) return undefined;
  // "a 45-minute meeting with" is a thing, "20 workers staging a walkout" is not.
  if (/(?:ed|ing)$/.test(head.lower) && head.lower.length > 5 && !(hyphenated && head.lower.endsWith('ing') && !DETERMINERS.has(lowerAt(window, next + words.length)))) return undefined;
  if (quantity.kind === 'duration' && !hyphenated) return undefined;
  // "a 3.0-litre engine" says which engine it is.
  if (quantity.kind === 'measure' && hyphenated && determiner !== 'the') return undefined;
  // "her net worth" is another's than "his".
  const owner = /^(?:his|her|their|my|our|your)$/.test(determiner) || /['’]s?$/.test(determiner) ? [determiner] : [];
  return { head: stem(head), modifiers: [...owner, ...words.slice(0, -1).filter(isContent).map(stem), ...trailing(window, next + words.length)], definite: /^(?:the|this|that|these|those|its|his|her|their)$/.test(determiner), ...(/^an?$/.test(determiner) ? { indefinite: true } : {}), words: wordsOf(words) };
}

/** The noun of the phrase that follows: "on steel", "for police", "in the fund". */
function trailing(window: Window, from: number): string[] {
  const { tokens, high } = window;
  const found: string[] = [];
  let i = from;
  for (let n = 0; n < 2; n++) {
    if (!/^(?:of|on|for|in|from|to|at|among|with)$/.test(lowerAt(window, i))) break;
    i++;
    while (i < high && (DETERMINERS.has(tokens[i]!.lower) || /['’]s$/.test(tokens[i]!.lower))) {
      // "of women's claims"
      if (!DETERMINERS.has(tokens[i]!.lower) && isContent(tokens[i]!)) found.push(stem(tokens[i]!));
      i++;
    }
    let any = false;
    while (i < high && tokens[i]!.type === 'word' && !FUNCTION_WORDS.has(tokens[i]!.lower) && !TIME_WORDS.has(tokens[i]!.lower) && !isCalendarWord(tokens[i]!) && found.length < 6) {
      if (isContent(tokens[i]!)) found.push(stem(tokens[i]!));
      any = true;
      i++;
    }
    if (!any) break;
  }
  return found;
}

/** "growth of 1.1 percent", "the levy now stands at 20%", "put the toll at 287" */
function leftPhrase(window: Window): Phrase | undefined {
  const { tokens, low, left } = window;
  const link = lowerAt(window, left);
  if (link === 'of' || link === 'at' || link === 'as' || link === ':' || link === '(' || link === 'to') {
    const noun = tokens[left - 1];
    if (left - 1 >= low && noun?.type === 'word' && !LEVEL_VERB.test(noun.lower) && !(link !== 'of' && noun.lower.endsWith('ed')) && !FUNCTION_WORDS.has(noun.lower) && link !== 'to' && !isCalendarWord(noun)) {
      if (link !== 'of' && !DETERMINERS.has(tokens[left - 2]?.lower ?? '') && !DETERMINERS.has(tokens[left - 3]?.lower ?? '')) return undefined;
      if (!GENERIC_HEADS.has(noun.lower) || RATES.test(noun.lower) || link !== 'of') return nounPhraseEndingAt(window, left - 1);
    }
  }
  // "The attendance, 31,402, was …"
  if (link === ',' && lowerAt(window, window.next) === ',' && window.quantity.kind === 'number' && /^(?:the|its|their)$/.test(lowerAt(window, left - 2))) return nounPhraseEndingAt(window, left - 1);
  // "The crowd was announced as 31,402": the participle is passed over.
  if ((link === 'as' || link === 'at') && /^(?:announced|given|reported|recorded|listed|put|estimated|set)$/.test(lowerAt(window, left - 1)) && /^(?:is|was|were|are)$/.test(lowerAt(window, left - 2))) return subjectBefore(window, left - 2);
  // "was fined $250,000", "sentenced to 12 years": the verb is the measure's noun.
  for (let i = left; i >= Math.max(low, left - 4); i--) {
    const deed = tokens[i]!;
    if (/^(?:fined|sentenced|jailed|donated|pledged|bequeathed|awarded)$/.test(deed.lower)) {
      const place = (word: string) => word === 'prison' || word === 'jail';
      return { head: stem({ lower: deed.lower === 'jailed' ? 'sentence' : deed.lower }), modifiers: trailing(window, window.next).filter(word => !place(word)), definite: false, words: deed.lower };
    }
    if (deed.type !== 'word' || /^(?:and|but|that|which|who|of|in|on|by)$/.test(deed.lower)) break;
  }
  // "fell from 3,140 in 2022 to 3,010": the verb stands before the first of the two.
  if (link === 'to') {
    for (let i = left - 1; i >= Math.max(low, left - 14); i--) if (CHANGE_VERB.test(tokens[i]!.lower) && tokens[i + 1]?.lower === 'from') return subjectBefore(window, i);
  }
  let verb = left;
  for (let n = 0; n < 6 && verb >= low; n++, verb--) {
    const word = tokens[verb]!;
    if (LEVEL_VERB.test(word.lower) || (link === 'to' && CHANGE_VERB.test(word.lower))) break;
    if (!(ADVERBS.has(word.lower) || /^(?:to|at|up|down|back|of|a|total|about|worth)$/.test(word.lower))) return undefined;
  }
  if (verb < low || !(LEVEL_VERB.test(tokens[verb]!.lower) || CHANGE_VERB.test(tokens[verb]!.lower))) return undefined;
  return subjectBefore(window, verb);
}

function nounPhraseEndingAt(window: Window, last: number): Phrase | undefined {
  const { tokens, low } = window;
  const head = tokens[last]!;
  const modifiers: string[] = [];
  const phrase = [head];
  let i = last - 1;
  for (; i >= low && modifiers.length < 4; i--) {
    const token = tokens[i]!;
    if (token.type !== 'word' && token.text !== '-') break;
    if (token.type === 'word' && (FUNCTION_WORDS.has(token.lower) || CHANGE_VERB.test(token.lower) || LEVEL_VERB.test(token.lower) || FORECAST.test(token.lower))) break;
    if (token.type === 'word' && isContent(token)) {
      modifiers.unshift(stem(token));
      phrase.unshift(token);
    }
  }
  if ((GENERIC_HEADS.has(head.lower) && !(RATES.test(head.lower) && phrase.length > 1)) || NOT_CONTENT.has(head.lower)) return undefined;
  if (/^(?:his|her|their|my|our|your)$/.test(lowerAt(window, i))) modifiers.unshift(lowerAt(window, i));
  return { head: stem(head), modifiers: [...modifiers, ...trailing(window, window.next)], definite: /^(?:the|this|that)$/.test(lowerAt(window, i)), words: wordsOf(phrase) };
}

/** Heads that say what is measured only with the word before them: "tax rate". */
const RATES = /^(?:rate|price|cost|level|size|age)$/;

/** The subject of a verb: the first noun phrase of its clause is what is measured, all other nouns modify it. */
function subjectBefore(window: Window, verb: number): Phrase | undefined {
  const { tokens, low } = window;
  let first = verb;
  while (first > low && verb - first < 20) {
    const token = tokens[first - 1]!;
    if (token.type === 'sign' && /^[,;:—–(“"‘.]$/.test(token.text) && !(token.text === '.' && token.joined)) break;
    if (/^(?:that|and|but|while|which|who|when|because|as|if|after|before|although|where|said|says|or)$/.test(token.lower)) break;
    first--;
  }
  const words = tokens.slice(first, verb);
  const modifiers: string[] = [];
  const phrase: Token[] = [];
  let head: Token | undefined;
  let open = true;
  let definite = false;
  for (const [n, token] of words.entries()) {
    // "Turnout was 61 percent": what needs no article is known as well.
    if (n === 0 || (head === undefined && /^(?:the|this|that)$/.test(token.lower))) definite = /^(?:the|this|that)$/.test(token.lower) || (token.type === 'word' && !DETERMINERS.has(token.lower) && !isPlural(token.lower) && words.length === 1 && window.quantity.kind === 'percent');
    if (token.type !== 'word') {
      if (token.text !== '-' && head !== undefined) open = false;
      continue;
    }
    if (DETERMINERS.has(token.lower) && head === undefined) {
      if (/^(?:his|her|their|my|our|your)$/.test(token.lower)) modifiers.push(token.lower);
      continue;
    }
    if (FUNCTION_WORDS.has(token.lower) || (token.lower.length > 4 && token.lower.endsWith('ed')) || ADVERBS.has(token.lower)) {
      if (head !== undefined) open = false;
      continue;
    }
    if (!isContent(token) || isCalendarWord(token) || TIME_WORDS.has(token.lower)) continue;
    if (open && !/['’]s$/.test(token.lower)) {
      if (head) modifiers.push(stem(head));
      head = token;
      phrase.push(token);
    } else modifiers.push(stem(token));
  }
  if (!head) return undefined;
  if (/^(?:number|total|amount)$/.test(head.lower)) {
    // "the number of pupils rose to 3,100"
    const of = words.findIndex(token => token.lower === 'of');
    const counted = of < 0 ? undefined : words.slice(of + 1).find((token, n, rest) => isContent(token) && (rest[n + 1]?.type !== 'word' || !isContent(rest[n + 1]!)));
    return counted && { head: stem(counted), modifiers: modifiers.filter(word => word !== stem(counted)), definite, words: wordsOf([counted]) };
  }
  if (GENERIC_HEADS.has(head.lower) && !(RATES.test(head.lower) && phrase.length > 1)) return undefined;
  return { head: stem(head), modifiers: [...modifiers, ...trailing(window, window.next)], definite, words: wordsOf(phrase) };
}

/** A noun phrase in lower case, its head singular. */
function wordsOf(tokens: readonly Token[]): string {
  return tokens.map((token, i) => (i === tokens.length - 1 && isPlural(token.lower) ? singular(token.lower) : token.lower)).join(' ');
}

/** The content words of the sentence, stems, each once; numbers and the figure's own unit aside. */
function contextOf({ tokens, low, high }: Window): string[] {
  const words = new Set<string>();
  for (let i = low; i < high && words.size < 40; i++) {
    const token = tokens[i]!;
    if (token.type === 'word' && isContent(token) && !isCalendarWord(token)) words.add(stem(token));
  }
  return [...words];
}

/** Words with a capital that do not open the sentence; days and months are none. */
function namesOf({ tokens, low, high }: Window): string[] {
  const names = new Set<string>();
  for (let i = low; i < high && names.size < 12; i++) {
    const token = tokens[i]!;
    if (token.type !== 'word' || !/^\p{Lu}/u.test(token.text) || token.text.length < 2 || isCalendarWord(token) || FUNCTION_WORDS.has(token.lower)) continue;
    if (i === low || /^[“"‘]$/.test(tokens[i - 1]!.text)) {
      // At the start of a sentence only what is followed by another name, or looks like no common word, is one.
      if (!/^\p{Lu}/u.test(tokens[i + 1]?.text ?? '') && !/['’]s$/.test(token.lower)) continue;
    }
    names.add(token.lower.replace(/['’]s$/, ''));
  }
  return [...names];
}

function isContent(token: Token): boolean {
  return token.type === 'word' && token.text.length > 1 && !FUNCTION_WORDS.has(token.lower) && !NOT_CONTENT.has(token.lower) && !/^\d/.test(token.text) && !(token.lower.endsWith('ly') && token.lower.length > 4);
}

/** The words of a table's row head as what its figures measure. */
export function phraseOfHead(prose: string): { readonly about: FigureWords; readonly measure: string } | undefined {
  const tokens = toTokens(prose).filter(token => token.type === 'word' && !FUNCTION_WORDS.has(token.lower));
  const head = tokens.at(-1);
  if (!head || tokens.length > 5 || !isContent(head)) return undefined;
  const modifiers = tokens.slice(0, -1).filter(isContent).map(stem);
  return { about: { head: sameThing(stem(head)), modifiers, definite: false, names: [], context: [...modifiers, stem(head)] }, measure: wordsOf(tokens) };
}
