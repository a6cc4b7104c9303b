// What can be seen in a sentence that bears on its being a claim: features by name, each of which a person can check by reading the sentence.
import type { DateMention } from '../../language/dates.ts';
import type { Quantity } from '../../language/quantities.ts';
import { addDates, addMainClause, addTense } from './clause-features.ts';
import { CONDITION_STARTS, SIGNPOST } from './lexicon.ts';
import { addRank } from './rank-features.ts';
import { type Add, CHANGE_LIST, contractionFeature, type Facts, LIST_NAMES, listFeature, wordFacts } from './word-facts.ts';

/** Only the beginning of an endless sentence is read. */
const MAX_WORDS = 400;

/** What was seen in a sentence: the names of its features, each once, and its words for the pairs and words that carry a weight of their own. */
export interface Seen {
  readonly features: ReadonlySet<string>;
  /** In small letters with straight apostrophes; no punctuation. */
  readonly words: readonly string[];
}

const COMMA = 44;
const SEMICOLON = 59;
const COLON = 58;

/** Apostrophes, points and hyphens stand inside words and at their ends. */
function isInner(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 46 || code === 45;
}

/** Where the word of letters, numbers and marks inside it ends that begins at `at`; `at` itself where none begins. */
function wordEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || (i > at && isInner(code))) i++;
    else if (code < 128) break;
    else {
      LETTER.lastIndex = i;
      if (!LETTER.test(text)) break;
      i = LETTER.lastIndex;
    }
  }
  return i;
}

const LETTER = /[\p{L}\p{N}]/uy;

/** Reads one sentence; linear in its length. */
export function collectFeatures(text: string, quantities: readonly Quantity[], dates: readonly DateMention[]): Seen {
  const features = new Set<string>();
  const written: string[] = [];
  /** How many words stand before the first comma; -1 where none does. */
  let comma = -1;
  const words: string[] = [];
  const facts: Facts[number][] = [];
  let rank = false;
  for (let at = 0; at < text.length && written.length < MAX_WORDS;) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === SEMICOLON || code === COLON) {
      if (comma < 0 && written.length > 0) comma = written.length;
      at++;
      continue;
    }
    const start = at;
    at = wordEnd(text, start);
    if (at === start) {
      at++;
      continue;
    }
    let end = at;
    while (isInner(text.charCodeAt(end - 1))) end--;
    const token = text.slice(start, end);
    const word = token.includes('’') ? token.toLowerCase().replaceAll('’', "'") : token.toLowerCase();
    const known = wordFacts(word);
    written.push(token);
    words.push(word);
    facts.push(known);
    rank ||= known?.rank === true || word.includes('-');
  }
  const add = (name: string) => void features.add(name);

  addFigures(quantities, add);
  if (rank) addRank(words, add);
  addWords(words, facts, quantities, add);
  addNames(written, words, add);
  const tense = addTense(words, facts, add);
  addDates(words, dates, tense, add);
  addMainClause(words, facts, comma, add);
  addDensity(words, facts, add);
  addShape(text, words, add);
  return { features, words };
}

/** Adds what kinds of figures there are. */
export function addFigures(quantities: readonly Quantity[], add: Add): void {
  if (quantities.length === 0) return;
  for (const q of quantities) {
    const size = Math.abs(q.value);
    if (q.kind === 'count') add(size >= 10 ? 'figure: count' : size >= 3 ? 'figure: small count' : 'figure: one or two');
    else if (q.kind === 'number') add(size >= 10 ? 'figure: number' : size > 1 ? 'figure: small number' : 'figure: one');
    else add(`figure: ${q.kind}`);
    if (size >= 1e5) add('figure: large');
    if (q.bound !== '=') add('figure: bounded');
  }
  add('figure: any');
  if (quantities.length > 1) add('figure: several');
}

/** Lists that words are in, pronouns, and small constructions. */
function addWords(words: readonly string[], facts: Facts, quantities: readonly Quantity[], add: Add): void {
  const found = new Uint16Array(LIST_NAMES.length);
  let measure = false;
  for (let i = 0; i < words.length; i++) {
    const w = words[i]!;
    const known = facts[i];
    const next = words[i + 1];
    if (known) {
      for (const list of known.lists) found[list]!++;
      if (known.feature) add(known.feature);
      if (known.measure) measure = true;
      if (known.verdict && (next === 'under' || next === 'in' || next === 'to')) add('legal verdict');
    } else if (w.includes("'")) {
      const feature = contractionFeature(w);
      if (feature !== undefined) add(feature);
      if (w.endsWith("n't")) add('negation');
    }
    if (next === 'than') {
      if (w === 'more' || w === 'less' || w === 'fewer' || (w.endsWith('er') && w !== 'rather' && w !== 'other')) add('comparison: than');
    } else if (next === 'to' ? w === 'due' || w === 'led' : (next === 'of' && w === 'because') || (next === 'result' && w === 'a')) add('list: cause');
  }
  for (let list = 0; list < found.length; list++) {
    if (found[list]! > 0) add(listFeature(LIST_NAMES[list]!));
    if (found[list]! > 2) add(listFeature(LIST_NAMES[list]!, 'several times'));
  }
  const change = found[CHANGE_LIST]! > 0;
  if (measure) add('list: measure');
  if (measure && change) add('change of a measure');
  if (change && quantities.length > 0) add('change by a figure');
}

/** Names by their capitals, without the first word and "I". */
function addNames(written: readonly string[], words: readonly string[], add: Add): void {
  let names = 0;
  for (let i = 1; i < written.length; i++) {
    const w = written[i]!;
    const first = w.charCodeAt(0);
    if ((first < 128 ? first >= 65 && first <= 90 : w[0] !== w[0]!.toLowerCase()) && words[i] !== 'i' && !words[i]!.startsWith("i'")) names++;
  }
  if (names > 0) add('names: any');
  if (names > 1) add('names: two or more');
  if (names > 4) add('names: five or more');
}

/** How much of it are words that name something: vague talk is made of small words. */
function addDensity(words: readonly string[], facts: Facts, add: Add): void {
  if (words.length === 0) return;
  let content = 0;
  let topical = 0;
  for (let i = 0; i < words.length; i++) {
    if (!facts[i]?.small && !words[i]!.includes("'")) content++;
    if (facts[i] && facts[i]!.lists.length > 0) topical++;
  }
  add(`content words: ${content > 15 ? '16 or more' : content > 10 ? '11 to 15' : content > 7 ? '8 to 10' : content > 5 ? '6 or 7' : content}`);
  const share = content / words.length;
  add(`share of content words: ${share < 0.2 ? 'under a fifth' : share < 0.3 ? 'a fifth' : share < 0.4 ? 'under two fifths' : share < 0.5 ? 'under half' : share < 0.6 ? 'half' : 'most'}`);
  add(`words of public life: ${topical > 7 ? '8 or more' : topical > 4 ? '5 to 7' : topical}`);
}

/** Length, and what makes it a question, a greeting, a condition. */
function addShape(text: string, words: readonly string[], add: Add): void {
  if (/\?["'”’)\]]*\s*$/.test(text)) add('question');
  if (SIGNPOST.some(pattern => pattern.test(text))) add('signposting');
  if (CONDITION_STARTS.has(words[0] ?? '')) add('condition');
  if (words.includes('if')) add('if');
  if (/["“”]/.test(text)) add('quotation marks');
  const n = words.length;
  add(n < 4 ? 'length: under 4' : n < 6 ? 'length: 4 or 5' : n < 8 ? 'length: 6 or 7' : n < 11 ? 'length: 8 to 10' : n < 16 ? 'length: 11 to 15' : n < 24 ? 'length: 16 to 23' : n < 36 ? 'length: 24 to 35' : 'length: 36 or more');
}
