// The phrase that says what a figure measures: "a 20% levy on steel", "growth of 1.1 percent", "32 Chinese companies", "Ann Berg, 52".
import { FUNCTION_WORDS, isPlural } from '../../language/quantities/nouns.ts';
import type { Token } from '../../language/quantities/tokens.ts';
import type { Figure } from '../analysis.ts';
import { ADVERBS, CHANGE_VERB, DETERMINERS, FORECAST, GENERIC_HEADS, LEVEL_VERB, NOT_CONTENT, TIME_WORDS, isCalendarWord } from './lexicon.ts';
import { labelPhrase, numberOfPhrase } from './labels.ts';
import { stem } from './stem.ts';
import { isAlsoNoun, predicateOf } from './verbs.ts';
import { isContent, isGiven, lowerAt, wordsOf, type Phrase, type Window } from './window.ts';

/** What a figure of a kind measures, by the words beside it; undefined where they do not say. */
export function phraseOf(window: Window, kind: Figure['kind']): Phrase | undefined {
  const phrase = readPhrase(window, kind);
  if (!phrase) return undefined;
  // "net income" and "profit", "the key rate" and "the main rate" are one thing.
  if (phrase.head === 'incom' && phrase.modifiers.includes('net')) return { ...phrase, head: 'profit', modifiers: phrase.modifiers.filter(word => word !== 'net') };
  const of = phrase.modifiers.find(word => RATE_OF.test(word));
  if (phrase.head === 'rat' && of !== undefined) return withoutYear({ ...phrase, head: of, modifiers: phrase.modifiers.filter(word => word !== of) });
  if (phrase.head === 'inflation') return withoutYear(phrase);
  return phrase.head === 'rat' ? { ...phrase, modifiers: phrase.modifiers.map(word => (LEADING.test(word) ? 'main' : word)) } : phrase;
}

/** Inflation is annual where nothing else is said. */
function withoutYear(phrase: Phrase): Phrase {
  return { ...phrase, modifiers: phrase.modifiers.filter(word => !/^(?:annual|year)/.test(word)) };
}

/** Of what a rate is the rate, so that it has its name: "the inflation rate", "inflation". As stems. */
const RATE_OF = /^(?:inflation|unemploy\w*|jobles\w*|employment|vacancy|mortality|turnout|poverty|literacy|growth|interest)$/;

/** What stands before the rate that a central bank sets, as stems. */
const LEADING = /^(?:key|main|benchmark|policy|bas|lead|headlin)$/;

function readPhrase(window: Window, kind: Figure['kind']): Phrase | undefined {
  const { quantity } = window;
  if (quantity.kind === 'age') return agePhrase(window);
  if (quantity.kind === 'score') return votePhrase(window) ?? matchPhrase(window);
  if (quantity.kind === 'count' && quantity.unit !== null) return countedPhrase(window, quantity.unit);
  if (quantity.kind === 'duration' && lowerAt(window, window.left) === 'every') return { head: 'interval', modifiers: [], definite: false, words: 'interval' };
  const dimension = quantity.kind === 'measure' || quantity.kind === 'duration' ? dimensionPhrase(window) : undefined;
  if (dimension) return dimension;
  // "Blast kills 14": people, in all but name.
  const role = quantity.kind === 'number' && Number.isInteger(quantity.value) ? roleOf(window) : undefined;
  if (role !== undefined && role !== 'worker') return { head: role, modifiers: [], definite: false, words: role === 'dead' ? 'dead' : 'injured' };
  if (kind === 'share') return sharePhrase(window);
  if (quantity.kind === 'number' && isCrowd(window)) return { head: CROWD, modifiers: [], definite: false, words: 'attendance' };
  // "The grant of $6 million pays for posts"
  const before = quantity.kind === 'percent' || quantity.kind === 'money' ? isGiven(window.tokens, window.low, window.at) : false;
  const left = before ? leftPhrase(window) : undefined;
  if (left) return left;
  return (kind === 'change' ? undefined : attributivePhrase(window) ?? ofPhrase(window) ?? inPhrase(window)) ?? labelPhrase(window) ?? leftPhrase(window) ?? frontedPhrase(window) ?? (kind === 'change' ? undefined : numberOfPhrase(window));
}

/** What adjectives behind a measure say is measured, and the nouns that say it before "of". */
const DIMENSIONS: ReadonlyMap<string, string> = new Map('tall:height high:height height:height altitude:height elevation:height long:length length:length deep:depth depth:depth wide:width width:width broad:width thick:thickness thickness:thickness'.split(' ').map(pair => pair.split(':') as [string, string]));

/** "41 metres tall", "at a height of 41 metres", "has a depth of 85 metres": the dimension; whose it is the subject says. */
function dimensionPhrase(window: Window): Phrase | undefined {
  const { left, next, quantity } = window;
  if (quantity.kind !== 'measure' || /^(?:gram|tonne|litre|watt)|gram$/.test(quantity.unit ?? '')) return undefined;
  const behind = DIMENSIONS.get(lowerAt(window, next));
  // "a 41-metre-long wall", "30 metres long jump": only where the adjective closes the phrase.
  if (behind !== undefined && !window.tokens.slice(window.at, next).some(token => token.text === '-')) return { head: behind, modifiers: [], definite: false, words: behind };
  const noun = lowerAt(window, left) === 'of' ? DIMENSIONS.get(lowerAt(window, left - 1)) : undefined;
  return noun === undefined ? undefined : { head: noun, modifiers: [], definite: false, words: noun };
}

/** Stands for the people who watch. */
const CROWD = 'attendanc';

/** "watched by 4,310", "a crowd of 4,310 people", "played in front of 4,310", "4,310 fans watched" */
function isCrowd(window: Window): boolean {
  const { left, next } = window;
  const before = `${lowerAt(window, left - 1)} ${lowerAt(window, left)}`;
  const after = `${lowerAt(window, next)} ${lowerAt(window, next + 1)}`;
  return /^(?:(?:watched|attended|seen) by|(?:crowds?|audience|attendance|gate) of|front of)$/.test(before) || /^(?:watched|attended|(?:had|have|who) (?:watched|attended|paid|turned)|turned out|looked on|(?:came|flocked|thronged) to|packed|thronged)\b/.test(after);
}

/** "$4 million in net income": what the money is. */
function inPhrase(window: Window): Phrase | undefined {
  const { tokens, quantity, next, high } = window;
  if (quantity.kind !== 'money' || lowerAt(window, next) !== 'in') return undefined;
  const words: Token[] = [];
  for (let i = next + 1; i < high && words.length < 4; i++) {
    const token = tokens[i]!;
    if (token.type !== 'word' || token.text !== token.lower || FUNCTION_WORDS.has(token.lower) || TIME_WORDS.has(token.lower) || DETERMINERS.has(token.lower)) break;
    words.push(token);
  }
  const head = words.at(-1);
  if (!head || !isContent(head) || /^(?:cash|total|all|size|value|addition|return|exchange|response|advance|full|part|stock|shares)$/.test(head.lower)) return undefined;
  return { head: stem(head), modifiers: words.slice(0, -1).filter(isContent).map(stem), definite: /^(?:the|its|their)$/.test(lowerAt(window, window.at - 1)), words: wordsOf(words) };
}

/** "At 61 percent, turnout in the town was": the subject of the clause behind. */
function frontedPhrase(window: Window): Phrase | undefined {
  const { tokens, left, low, next, high } = window;
  if (lowerAt(window, left) !== 'at' || left !== low || lowerAt(window, next) !== ',') return undefined;
  const words: Token[] = [];
  let i = next + 1;
  while (i < high && /^(?:the|its|their|this)$/.test(tokens[i]!.lower)) i++;
  for (; i < high && words.length < 4; i++) {
    const token = tokens[i]!;
    if (token.type !== 'word' || FUNCTION_WORDS.has(token.lower) || LEVEL_VERB.test(token.lower) || CHANGE_VERB.test(token.lower) || isNamePart(token) && words.length === 0) break;
    words.push(token);
  }
  const head = words.at(-1);
  if (!head || !isContent(head) || GENERIC_HEADS.has(head.lower) && !(RATES.test(head.lower) && words.length > 1)) return undefined;
  return { head: stem(head), modifiers: [...words.slice(0, -1).filter(isContent).map(stem), ...trailing(window, next + 1 + words.length)], definite: true, words: wordsOf(words) };
}

/** "12 weeks of unpaid leave", "$4 million of debt" */
function ofPhrase(window: Window): Phrase | undefined {
  const { quantity, next } = window;
  if (lowerAt(window, next) !== 'of' || quantity.unit === null || !/^(?:duration|measure|money)$/.test(quantity.kind)) return undefined;
  const { tokens, high } = window;
  const of: string[] = [];
  for (let i = next + 1; i < high && of.length < 4; i++) {
    const token = tokens[i]!;
    if (DETERMINERS.has(token.lower) && of.length === 0) continue;
    if (token.type !== 'word' || FUNCTION_WORDS.has(token.lower) || TIME_WORDS.has(token.lower) || isCalendarWord(token) || of.length > 0 && (PAST.test(token.lower) || /ed$/.test(token.lower))) break;
    if (isContent(token)) of.push(stem(token));
  }
  const head = of.at(-1);
  return head === undefined ? undefined : { head, modifiers: of.slice(0, -1), definite: /^(?:the|these|those|all)$/.test(lowerAt(window, window.at - 1)), words: of.join(' ') };
}

/** "52.4 percent of the vote" */
function sharePhrase(window: Window): Phrase | undefined {
  const { tokens } = window;
  const of = phraseBehind(window, window.next);
  // "Of people" says nothing by itself but here.
  const head = of.words.at(-1) ?? (lowerAt(window, of.next - 1) === 'people' ? 'person' : undefined);
  if (head === undefined) return undefined;
  const noun = tokens.slice(window.next + 1, of.next).filter(token => token.type === 'word' && !DETERMINERS.has(token.lower)).map(token => token.lower);
  return { head, modifiers: [...of.words.slice(0, -1), ...restriction(window, of.next), ...phraseBehind(window, of.next).words], definite: false, words: `share of ${noun.join(' ')}` };
}

/** Whose age it is: "Ann Berg, 52, …", "Ann Berg is 52", "the 52-year-old nurse, Ann Berg"; else what is that old. */
function agePhrase(window: Window): Phrase | undefined {
  const { at } = window;
  // "Ann Berg, a 52-year-old nurse": the article stands between.
  const last = /^an?$/.test(lowerAt(window, at - 1)) ? at - 2 : at - 1;
  const before = lowerAt(window, last);
  // "Berg turned 18 in the year of the flood": then.
  if (before === 'turned' && (/^(?:when|as|at|while|during|before|after|the)$/.test(lowerAt(window, window.next)) || lowerAt(window, window.next) === 'in' && /^(?:the|an?|\d{4})$/.test(lowerAt(window, window.next + 1)))) return undefined;
  const names = before === ',' || before === '(' ? namesEndingAt(window, last - 1) : /^(?:is|was|turned|turns)$/.test(before) ? namesEndingAt(window, last - 1) : [];
  const owner = names.length > 0 ? names : namesBehind(window);
  const family = owner.at(-1);
  if (family === undefined && isAgeAgain(window)) return { head: AGE_AGAIN, modifiers: [], definite: true, words: 'age' };
  return family === undefined ? attributivePhrase(window) : { head: `age ${family}`, modifiers: owner.slice(0, -1), definite: true, words: `age of ${owner.join(' ')}` };
}

/** The head of an age whose person stands elsewhere. */
export const AGE_AGAIN = 'age';

/** Who stands for the person on trial. */
const PERSON_AGAIN = /^(?:client|defendant|accused)$/;

/** "the defendant, who is 47", "the accused, aged 47,", "The 47-year-old said": one spoken of before. */
function isAgeAgain(window: Window): boolean {
  const { at, next } = window;
  const behind = lowerAt(window, next);
  if (window.tokens.slice(at, next).some(token => token.text === '-')) return lowerAt(window, at - 1) === 'the' && (behind === '' || behind === ',' || behind === '.' || predicateOf(behind) !== undefined || /^\p{Ll}{3,}ed$/u.test(behind) || /^(?:was|is|has|had|will|who|told|pleaded|denies|denied|admitted|appeared|faces)$/.test(behind));
  const who = lowerAt(window, at - 1) === 'is' && lowerAt(window, at - 2) === 'who' ? at - 3 : lowerAt(window, at - 1) === 'aged' ? at - 2 : undefined;
  if (who === undefined) return false;
  const noun = lowerAt(window, who) === ',' ? who - 1 : who;
  return PERSON_AGAIN.test(lowerAt(window, noun)) && /^(?:the|her|his|their|my)$/.test(lowerAt(window, noun - 1));
}

function isNamePart(token: Token | undefined): boolean {
  return token?.type === 'word' && /^\p{Lu}\p{Ll}/u.test(token.text) && !isCalendarWord(token) && !FUNCTION_WORDS.has(token.lower);
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

/** "beat Ostra 3-1", "the 3-1 win": how a match ended. */
function matchPhrase(window: Window): Phrase | undefined {
  const { left, at, next } = window;
  if (/^(?:win|victory|defeat|loss|draw|triumph)$/.test(lowerAt(window, next))) return { head: 'match', modifiers: trailing(window, next + 1), definite: /^(?:the|that|this|their|its)$|['’]s$/.test(lowerAt(window, at - 1)), ...(/^an?$/.test(lowerAt(window, at - 1)) ? { indefinite: true } : {}), words: 'score of the match' };
  for (let i = left; i > left - 6; i--) {
    const word = lowerAt(window, i);
    if (/^(?:beat|beats|beating|beaten|defeat|defeated|defeating|won|lost|drew|thrashed|edged)$/.test(word)) return { head: 'match', modifiers: [], definite: false, words: 'score of the match' };
    if (!/^\p{L}/u.test(word)) return undefined;
  }
  return undefined;
}

/** "voted 7-4", "the 7-4 vote" */
function votePhrase(window: Window): Phrase | undefined {
  const { left, next } = window;
  const noun = lowerAt(window, next);
  if (/^(?:vote|decision|ruling|verdict|ballot|majority)$/.test(noun)) return { head: 'vote', modifiers: [], definite: /^(?:the|that|this)$/.test(lowerAt(window, window.at - 1)), ...(/^an?$/.test(lowerAt(window, window.at - 1)) ? { indefinite: true } : {}), words: 'vote' };
  // "voted 7-4", "passed the Senate 52-47"
  let verb = left;
  while (verb > left - 4 && !/^(?:voted|ruled|passed|approved)$/.test(lowerAt(window, verb)) && /^\p{L}/u.test(lowerAt(window, verb))) verb--;
  return /^(?:voted|ruled|passed|approved)$/.test(lowerAt(window, verb)) ? { head: 'vote', modifiers: [], definite: false, words: 'vote' } : undefined;
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
  if (state !== undefined) return { head: state, modifiers: [...modifiers.filter(word => word !== state), ...restriction(window, next), ...trailing(window, next)], definite, words };
  // "claimed 28 lives", "the lives of ten"
  if (unit === 'life' && /^(?:claim(?:s|ed|ing)?|cost|costs|costing|took|taking|takes|lost|lose|losing)$/.test(lowerAt(window, window.left))) return { head: 'dead', modifiers: trailing(window, next), definite, words };
  if ((PEOPLE.has(unit) || /^(?:fan|spectator|supporter)$/.test(unit)) && isCrowd(window)) return { head: CROWD, modifiers, definite, words: 'attendance' };
  if (PEOPLE.has(unit)) {
    const role = roleOf(window);
    if (role !== undefined) return { head: role, modifiers: [...modifiers, ...(role === 'dead' ? [] : restriction(window, next)), ...trailing(window, role === 'dead' ? next + 2 : next)], definite, words };
  }
  return { head: counted, modifiers: [...modifiers, ...restriction(window, next), ...trailing(window, next)], definite, words };
}

const PEOPLE = new Set(['person', 'man', 'woman', 'civilian', 'passenger', 'resident', 'villager']);

/** What the verb makes of people that are counted: "killed 14 people", "14 people died", "employs 3,400 people". */
function roleOf(window: Window): string | undefined {
  const { left, next } = window;
  const before = lowerAt(window, left);
  const after = `${lowerAt(window, next)} ${lowerAt(window, next + 1)}`;
  if (/^(?:killed|killing|kills)$/.test(before) || /^(?:died|dead|killed|(?:were|was) killed|have died|had died|lost their)\b/.test(after)) return 'dead';
  if (/^(?:injured|injuring|wounded|wounding|hurt|hurting)$/.test(before) || /^(?:were|was) (?:injured|wounded|hurt)$/.test(after)) return 'injur';
  // "45 people on the island lost their lives", "80 people were left dead"
  if (/^(?:on|in|at|from|aboard|near)$/.test(lowerAt(window, next))) {
    for (let i = next + 1; i < next + 5; i++) if (/^(?:lost their|were killed|died|have died|had died)/.test(`${lowerAt(window, i)} ${lowerAt(window, i + 1)}`)) return 'dead';
  }
  return /^(?:employs?|employed|employing)$/.test(before) || /^works? (?:at|for|in|there)$/.test(after) ? 'worker' : undefined;
}

/** Past tenses without -ed. */
const PAST = /^(?:heard|held|drew|won|lost|took|came|went|saw|made|said|began|kept|sent|put|set|ran|left|met|led|hit|got|had|fell|rose|grew|gave|cost|cut|sold|bought|brought|built|became|stood|struck|told|found|paid|read|spent|shut|broke|wrote|chose)$/;

const STATES = new Set(['injur', 'injured', 'wound', 'wounded', 'dead', 'missing', 'homeless', 'unemploy', 'unemployed', 'displac', 'kill']);

/** "the four casinos that closed", "the men killed in May": a clause that says which of them. Its verb stands for it. */
function restriction(window: Window, next: number): string[] {
  const { tokens, at, high } = window;
  // "Relatives of the 12 dead gathered at the gate": the verb is of the relatives.
  if (lowerAt(window, at - 1) === 'the' && lowerAt(window, at - 2) === 'of' && /(?:ed|ing)$/.test(lowerAt(window, next))) return [];
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

/** The noun of the phrase that follows, and that of one more: "on steel", "for police", "in the fund of the town". */
function trailing(window: Window, from: number): string[] {
  const first = phraseBehind(window, from);
  return first.any ? [...first.words, ...phraseBehind(window, first.next).words].slice(0, MOST_TRAILING) : [];
}

const MOST_TRAILING = 6;

/** The words of a phrase with a preposition, and the token behind it. */
function phraseBehind(window: Window, from: number): { readonly words: readonly string[]; readonly any: boolean; readonly next: number } {
  const { tokens, high } = window;
  const words: string[] = [];
  let any = false;
  let i = from;
  if (/^(?:of|on|for|in|from|to|at|among|with)$/.test(lowerAt(window, i))) {
    i++;
    while (i < high && (DETERMINERS.has(tokens[i]!.lower) || /['’]s$/.test(tokens[i]!.lower))) {
      // "of women's claims"
      if (!DETERMINERS.has(tokens[i]!.lower) && isContent(tokens[i]!)) words.push(stem(tokens[i]!));
      i++;
    }
    while (i < high && tokens[i]!.type === 'word' && !FUNCTION_WORDS.has(tokens[i]!.lower) && !TIME_WORDS.has(tokens[i]!.lower) && !isCalendarWord(tokens[i]!) && words.length < MOST_TRAILING) {
      // "of the pupils failed": the verb of the clause.
      if (any && isPlural(tokens[i - 1]!.lower) && isVerbBehind(tokens[i]!)) break;
      if (isContent(tokens[i]!)) words.push(stem(tokens[i]!));
      any = true;
      i++;
    }
  }
  return { words, any, next: i };
}

/** Behind a plural, a word that is a verb, and no noun that the plural would modify. */
function isVerbBehind({ lower }: Token): boolean {
  return PAST.test(lower) || /[^e]ed$/.test(lower) && lower.length > 4 || predicateOf(lower) !== undefined && !isPlural(lower) && !isAlsoNoun(lower);
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
  // "April's rate"
  let dated = false;
  let i = last - 1;
  for (; i >= low && modifiers.length < 4; i--) {
    const token = tokens[i]!;
    if (token.type !== 'word' && token.text !== '-') break;
    if (token.type === 'word' && (FUNCTION_WORDS.has(token.lower) || CHANGE_VERB.test(token.lower) || LEVEL_VERB.test(token.lower) || FORECAST.test(token.lower))) break;
    if (isCalendarWord(token)) {
      dated ||= /['’]s$/.test(token.lower);
      continue;
    }
    if (token.type === 'word' && isContent(token)) {
      modifiers.unshift(stem(token));
      phrase.unshift(token);
    }
  }
  if ((GENERIC_HEADS.has(head.lower) && !(RATES.test(head.lower) && phrase.length > 1)) || NOT_CONTENT.has(head.lower)) return undefined;
  if (/^(?:his|her|their|my|our|your)$/.test(lowerAt(window, i))) modifiers.unshift(lowerAt(window, i));
  return { head: stem(head), modifiers: [...modifiers, ...trailing(window, window.next)], definite: dated || /^(?:the|this|that)$/.test(lowerAt(window, i)), ...(/^an?$/.test(lowerAt(window, i)) ? { indefinite: true } : {}), words: wordsOf(phrase) };
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
