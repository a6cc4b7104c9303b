// What can be seen in a sentence that bears on its being a claim: features by name, each of which a person can check by reading the sentence.
import type { DateMention } from '../../language/dates.ts';
import type { Quantity } from '../../language/quantities.ts';
import {
  ALLEGATION, AUXILIARIES, CAUSE, CHANGE_PAST, CHANGE_PRESENT, COMPARISON, CONDITION_STARTS, COUNTABLE_AFTER_MOST, DISCOURSE, FUNCTION_WORDS, LEGAL, LEGAL_VERDICTS, MEASURED_SUPERLATIVES, MODALS, OBLIGATION, OPINION_VERBS,
  OPINION_WORDS, PAST_VERBS, PLAIN_VERBS, PREPOSITION_STARTS, PUBLIC_MEASURES, RECORD, SIGNPOST, TOPICS, VERDICT_SUPERLATIVES,
} from './lexicon.ts';

/** Only the beginning of an endless sentence is read. */
const MAX_WORDS = 400;

/** What was seen in a sentence: the names of its features, each once, and its words for the pairs and words that carry a weight of their own. */
export interface Seen {
  readonly features: ReadonlySet<string>;
  /** In small letters with straight apostrophes; no punctuation. */
  readonly words: readonly string[];
}

/** The lists of words that are features of their own: their names. */
const LIST_NAMES: string[] = [];

/** The name of a feature that is put together of others, made once: strings that are made anew must be hashed anew. */
function named(prefix: string): (first: string, second?: string) => string {
  const names = new Map<string, Map<string | undefined, string>>();
  return (first, second) => {
    let own = names.get(first);
    if (!own) names.set(first, (own = new Map()));
    let name = own.get(second);
    if (name === undefined) own.set(second, (name = `${prefix}: ${first}${second === undefined ? '' : `, ${second}`}`));
    return name;
  };
}

const pronounFeature = named('pronoun');
const listFeature = named('list');
const subjectFeature = named('subject');
const verbFeature = named('verb');
const mainFeature = named('subject and verb');
const laterFeature = named('later clause');

/** What one look-up tells of a word. */
interface WordFacts {
  /** Which of LIST_NAMES it is in. */
  readonly lists: number[];
  /** A feature that it is by itself: "pronoun: we". */
  feature?: string;
  /** Does it only join and point? */
  small?: true;
  past?: true;
  /** A form of "be", or of "have", that may stand with a participle. */
  be?: true;
  have?: true;
  /** What it is as the subject of a later clause. */
  subject?: string;
  measure?: true;
  /** "illegal", "entitled": an assertion of law where "under" or "to" stands behind it. */
  verdict?: true;
  /** Can it stand in a superlative, a first or a ranking? */
  rank?: true;
}

const PRONOUNS = new Map(Object.entries({
  i: 'I', me: 'I', my: 'I', mine: 'I', myself: 'I', we: 'we', us: 'we', our: 'we', ours: 'we', you: 'you', your: 'you', yours: 'you',
  he: 'he or she', him: 'he or she', his: 'he or she', she: 'he or she', her: 'he or she', they: 'they', them: 'they', their: 'they', it: 'it', its: 'it',
}));
const NEGATIONS = new Set(['not', 'no', 'never', 'none', 'nothing', 'nobody', 'neither', 'nor', 'without', 'cannot']);
const ORDINALS = new Set(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'only', 'last']);

const BE = new Set(['is', 'are', 'was', 'were', 'been', 'being', "isn't", "aren't", "wasn't", "weren't", "it's", "they're", "he's", "she's"]);
const HAVE = new Set(["has", "have", "had", "i've", "we've", "you've", "they've", "who've", "hasn't", "haven't", "hadn't", "he's", "she's", "it's", "that's"]);
const CLAUSE_SUBJECTS = new Map([['i', 'I'], ['we', 'we'], ['you', 'you'], ['he', 'he or she'], ['she', 'he or she'], ['they', 'they'], ['it', 'it'], ['who', 'who'], ['that', 'that'], ['which', 'that'], ['there', 'there'], ['people', 'people']]);

const FACTS = buildFacts();
/** "They're" is a pronoun by its head, "isn't" a negation by its end. */
function contractionFeature(word: string): string | undefined {
  const pronoun = PRONOUNS.get(word.slice(0, word.indexOf("'")));
  return pronoun !== undefined ? pronounFeature(pronoun) : word.endsWith("n't") ? 'negation' : undefined;
}

const CHANGE_LIST = LIST_NAMES.indexOf('change');

function buildFacts(): ReadonlyMap<string, WordFacts> {
  const facts = new Map<string, WordFacts>();
  const of = (word: string) => {
    const known = facts.get(word) ?? { lists: [] };
    facts.set(word, known);
    return known;
  };
  const lists: (readonly [string, ReadonlySet<string>])[] = [
    ['change', CHANGE_PAST], ['change', CHANGE_PRESENT], ['cause', CAUSE], ['legal', LEGAL], ['allegation', ALLEGATION], ['record', RECORD], ['comparison', COMPARISON], ['opinion', OPINION_WORDS],
    ...Object.entries(TOPICS),
  ];
  for (const [name, list] of lists) {
    if (!LIST_NAMES.includes(name)) LIST_NAMES.push(name);
    const id = LIST_NAMES.indexOf(name);
    for (const word of list) if (!of(word).lists.includes(id)) of(word).lists.push(id);
  }
  for (const [word, pronoun] of PRONOUNS) of(word).feature = pronounFeature(pronoun);
  for (const word of NEGATIONS) of(word).feature = 'negation';
  for (const word of FUNCTION_WORDS) of(word).small = true;
  for (const word of PAST_VERBS) of(word).past = true;
  for (const word of [...BE, ...HAVE]) {
    const feature = facts.has(word) ? undefined : contractionFeature(word);
    if (feature !== undefined) of(word).feature = feature;
    if (BE.has(word)) of(word).be = true;
    if (HAVE.has(word)) of(word).have = true;
  }
  for (const [word, subject] of CLAUSE_SUBJECTS) of(word).subject = subject;
  for (const word of PUBLIC_MEASURES) of(word).measure = true;
  for (const word of LEGAL_VERDICTS) of(word).verdict = true;
  for (const word of [...MEASURED_SUPERLATIVES, ...VERDICT_SUPERLATIVES, ...ORDINALS, 'most', 'least', 'rank', 'ranks', 'ranked', 'ranking', 'number', 'all', 'unprecedented', 'no', 'nowhere', 'never']) of(word).rank = true;
  return facts;
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
  const facts: (WordFacts | undefined)[] = [];
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
    const known = FACTS.get(word);
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

type Add = (name: string) => void;

function addFigures(quantities: readonly Quantity[], add: Add): void {
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

/** Superlatives, firsts and rankings. */
function addRank(words: readonly string[], add: Add): void {
  const isSuperlative = (w: string) => MEASURED_SUPERLATIVES.has(w) || (w.includes('-') && MEASURED_SUPERLATIVES.has(w.slice(w.lastIndexOf('-') + 1)));
  const most = words.some((w, i) => (w === 'most' || w === 'least') && (COUNTABLE_AFTER_MOST.has(words[i + 1] ?? '') || (words[i - 1] === 'the' && words.slice(i + 2, i + 5).some(after => after === 'in' || after === 'of'))));
  // "The worst storm since 1962" is measured; "the worst thing about it" is a verdict.
  const dated = words.some((w, i) => VERDICT_SUPERLATIVES.has(w) && words[i - 1] !== 'at') && words.some((w, i) => (w === 'since' && /^(?:1[5-9]|20)\d\d$/.test(words[i + 1] ?? '')) || (w === 'on' && words[i + 1] === 'record') || (w === 'in' && words.slice(i + 1, i + 4).includes('history')));
  // "No other port handles more ships", "no plan has ever drawn so many letters": a superlative turned round.
  const unmatched = (words[0] === 'no' || words[0] === 'nowhere' || words[0] === 'never') && words.some((w, i) => (w === 'other' && i < 3) || w === 'ever' || w === 'never' || w === 'before') && words.some((w, i) => w === 'more' || w === 'fewer' || (w === 'so' && (words[i + 1] === 'many' || words[i + 1] === 'few' || words[i + 1] === 'much')) || (w === 'as' && words[i + 1] === 'many') || (w.length > 4 && w.endsWith('er') && words[i - 1] === 'a'));
  const pioneering = words.some((w, i) => w === 'first' && words[i - 1] === 'the' && words.slice(i + 1, i + 7).includes('to'));
  const superlatives = words.flatMap((w, i) => (isSuperlative(w) && words[i - 1] !== 'at' && !(w === 'latest' && words[i - 1] !== 'since') ? [i] : []));
  if (most || dated || unmatched || superlatives.some(i => !isInPassing(words, i))) add('superlative');
  else if (superlatives.length > 0) add('superlative in passing');
  else if (words.some((w, i) => ORDINALS.has(w) && i > 0 && !FIRST_THINGS.has(words[i + 1] ?? '') && ['the', 'its', 'his', 'her', 'their', 'our', 'a'].includes(words[i - 1]!)) && (pioneering || words.some(w => ORDINAL_CONTEXT.has(w)))) add(words.includes('since') || words.includes('ever') ? 'first since or ever' : 'first');
  else if (words.some(w => VERDICT_SUPERLATIVES.has(w))) add('superlative of taste');
  if (words.some((w, i) => w === 'ranks' || w === 'ranked' || w === 'rank' || (w === 'ranking' && !RANKING_OF_PEOPLE.has(words[i + 1] ?? '')) || (w === 'number' && words[i + 1] === 'one') || (w === 'all' && words[i + 1] === 'time') || w === 'unprecedented')) add('ranking');
}

/** "taxes on the wealthiest", "the closure of the country's oldest plants": which ones are meant, not what is stated of them. "One of the oldest plants" states it. */
function isInPassing(words: readonly string[], at: number): boolean {
  let i = at - 1;
  while (i > 0 && at - i < 4 && words[i] !== 'the' && PRONOUNS.get(words[i]!) === undefined && !/'s?$/.test(words[i]!)) i--;
  // "of the world's": the owner's own words.
  if (/'s?$/.test(words[i] ?? '')) while (i > 0 && at - i < 4 && words[i] !== 'the' && !BEFORE_A_THING.has(words[i - 1]!)) i--;
  i--;
  return BEFORE_A_THING.has(words[i] ?? '') && !(words[i] === 'of' && OUT_OF.has(words[i - 1] ?? '')) && !words.includes('since') && !words.includes('ever');
}

/** Prepositions; those of a level that is reached ("to its lowest", "at the highest rate") are left out. */
const BEFORE_A_THING = new Set(['of', 'for', 'on', 'by', 'from', 'with', 'against', 'between', 'into', 'through', 'in', 'near', 'behind', 'under', 'across']);
const OUT_OF = new Set(['one', 'two', 'three', 'four', 'five', 'some', 'any', 'many', 'most', 'all', 'several']);

/** "The ranking Democrat" is a seat on a committee. */
const RANKING_OF_PEOPLE = new Set(['democrat', 'republican', 'member', 'members', 'minority', 'officer', 'officers', 'official', 'officials', 'senator']);
/** "The first step", "his last word": an order of thoughts, not of the world. */
const FIRST_THINGS = new Set(['of', 'and', 'thing', 'things', 'step', 'steps', 'duty', 'responsibility', 'priority', 'goal', 'point', 'question', 'place', 'word', 'words', 'job', 'order', 'part', 'half', 'element', 'purpose', 'way', 'lady']);
const ORDINAL_CONTEXT = new Set(['since', 'ever', 'history', 'world', 'country', 'nation', 'state', 'record', 'national', 'time', 'years', 'decades', 'century', 'woman', 'president', 'major', 'modern']);

type Facts = readonly (WordFacts | undefined)[];

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

interface Tense {
  readonly past: boolean;
  readonly perfect: boolean;
}

/** Finite forms anywhere in the sentence. */
function addTense(words: readonly string[], facts: Facts, add: Add): Tense {
  let past = false;
  let perfect = false;
  for (let i = 0; i < words.length; i++) {
    const w = words[i]!;
    if (!past && (facts[i]?.past || (i > 0 && isRegularPast(w)))) past = true;
    const next = words[i + 1];
    if (!perfect && next !== undefined && facts[i]?.have) {
      const after = next === 'not' || next === 'never' || next === 'already' || next === 'also' || next === 'been' || next === 'just' || next === 'now' || next === 'always' ? words[i + 2] ?? next : next;
      perfect = isParticiple(after) || isParticiple(next);
    }
  }
  if (words.some((_, i) => facts[i]?.be === true && (isParticiple(words[i + 1] ?? '') || (words[i + 1] !== undefined && isParticiple(words[i + 2] ?? '') && ADVERBS.has(words[i + 1]!))))) add('passive');
  if (past) add('tense: past somewhere');
  if (perfect) add('tense: perfect somewhere');
  return { past, perfect };
}

const ADVERBS = new Set(['not', 'also', 'never', 'already', 'still', 'now', 'just', 'only', 'then', 'being', 'ever']);
const isRegularPast = (w: string) => w.length > 4 && w.endsWith('ed') && !NOT_PAST.has(w);
const NOT_PAST = new Set(['indeed', 'speed', 'exceed', 'proceed', 'succeed', 'united', 'hundred', 'unemployed', 'breed', 'hatred', 'sacred', 'naked', 'kindred', 'wicked', 'needed']);
const isParticiple = (w: string) => (w.length > 3 && (w.endsWith('ed') || w.endsWith('en') || w.endsWith('wn'))) || w === 'been' || w === 'done' || w === 'gone' || (PAST_VERBS.has(w) && !AUXILIARIES.has(w)) || RECORD.has(w) || CHANGE_PAST.has(w);

function addDates(words: readonly string[], dates: readonly DateMention[], { past, perfect }: Tense, add: Add): void {
  if (dates.length === 0) return;
  const dated = dates.some(d => d.yearWritten || d.grain === 'year');
  add(dated ? 'date: year' : 'date: other');
  if (!past && !perfect) return;
  // "In 2014 it closed" and "last year it closed" date an event; "the 2014 report" names a thing.
  if (words.some((w, i) => YEAR.test(w) && i > 0 && (BEFORE_YEAR.has(words[i - 1]!) || /^\d/.test(words[i - 1]!) || (words[i - 1] === 'the' && BEFORE_YEAR.has(words[i - 2] ?? ''))))) add('dated event: year');
  else if (dates.some(d => d.grain === 'year' && !d.yearWritten)) add('dated event: last year');
  else if (dated) add('dated thing');
  else add('dated event: other');
}

const YEAR = /^(?:1[5-9]|20)\d\ds?$/;
const BEFORE_YEAR = new Set(['in', 'since', 'by', 'until', 'till', 'from', 'during', 'before', 'after', 'of', 'to', 'early', 'mid', 'late', 'and', 'around', 'about', 'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'jan', 'feb', 'aug', 'sept', 'oct', 'nov', 'dec', 'spring', 'summer', 'fall', 'autumn', 'winter']);

/** How far the subject of a main clause may reach, in words. */
const SUBJECT_REACH = 10;

/** Who does what in the main clause: its first subject and the first finite verb behind it, as far as closed lists tell. */
function addMainClause(words: readonly string[], facts: Facts, comma: number, add: Add): void {
  let at = 0;
  // "In the last four years, we …": the clause begins behind the comma.
  if (comma > 0 && comma < 16 && comma < words.length - 1 && PREPOSITION_STARTS.has(words[0]!)) at = comma;
  else if (comma > 0 && comma <= 3 && comma < words.length - 1) at = comma;
  const limit = at + 4;
  while (at < words.length - 1 && at < limit && DISCOURSE.has(words[at]!)) at++;
  const subject = subjectOf(words, at);
  let verb = 'none';
  const last = Math.min(words.length, at + SUBJECT_REACH);
  for (let i = at; i < last && verb === 'none'; i++) verb = finiteAt(words, i, i === at);
  if (verb === 'none' && PLAIN_VERBS.has(words[at] ?? '')) verb = 'imperative';
  add(subjectFeature(subject));
  add(verbFeature(verb));
  add(mainFeature(subject, verb));
  addSecondClause(words, facts, at + 2, add);
}

/** "I think that they cut it", "…, and he signed it": subject and verb of the clauses behind the first. */
function addSecondClause(words: readonly string[], facts: Facts, from: number, add: Add): void {
  for (let i = from; i + 1 < words.length; i++) {
    const subject = facts[i]?.subject;
    if (subject === undefined) continue;
    const verb = finiteAt(words, i + 1, false);
    if (verb !== 'none') add(laterFeature(subject, verb));
  }
}


function subjectOf(words: readonly string[], at: number): string {
  const w = words[at] ?? '';
  const apostrophe = w.indexOf("'");
  const stem = apostrophe > 0 ? w.slice(0, apostrophe) : w;
  return SUBJECTS.get(stem) ?? 'other';
}

const SUBJECTS = new Map(Object.entries({
  i: 'I', we: 'we', you: 'you', he: 'he or she', she: 'he or she', they: 'they', it: 'it', this: 'this', that: 'this', these: 'this', those: 'this', there: 'there', here: 'there',
  the: 'the', a: 'a', an: 'a', my: 'my', our: 'our', your: 'your', his: 'their', her: 'their', their: 'their', its: 'their',
  who: 'question word', what: 'question word', why: 'question word', how: 'question word', where: 'question word', when: 'question word', which: 'question word',
  let: 'let', "let's": 'let', some: 'some', many: 'some', most: 'some', all: 'every', every: 'every', each: 'every', everyone: 'every', everybody: 'every', no: 'no', nobody: 'no', none: 'no', nothing: 'no',
  people: 'people', americans: 'people', families: 'people', workers: 'people', one: 'one', not: 'no', if: 'if', to: 'to',
}));

/** The kind of finite verb at a word, `none` where there is none. */
function finiteAt(words: readonly string[], i: number, first: boolean): string {
  const w = words[i]!;
  const next = words[i + 1] ?? '';
  const after = words[i + 2] ?? '';
  if (w.endsWith("'ll") || w === 'will' || w === "won't" || w === 'shall') return 'future';
  if (OBLIGATION.has(w) && !(first && w === 'need')) return 'obligation';
  if (MODALS.has(w)) return w === 'would' || w === "wouldn't" || w.endsWith("'d") ? 'would' : w.startsWith('can') ? 'can' : 'might';
  if ((w === 'have' || w === 'has' || w === "i've" || w === "we've" || w === "you've" || w === "they've") && ((next === 'to') || (next === 'got' && after === 'to'))) return 'obligation';
  if ((next === 'going' && after === 'to') || next === 'gonna') return 'future';
  if (HAVE.has(w) && (w !== "he's" && w !== "she's" && w !== "it's" && w !== "that's" || isParticiple(next))) return isParticiple(next) || next === 'never' || next === 'not' || next === 'already' || next === 'also' || next === 'now' ? 'perfect' : w === 'had' ? 'past' : 'have';
  if (w === 'was' || w === 'were' || w === "wasn't" || w === "weren't") return 'was';
  if (w === 'did' || w === "didn't") return 'past';
  if (w === 'do' || w === "don't" || w === 'does' || w === "doesn't") return OPINION_VERBS.has(next) ? 'opinion' : 'do';
  if (AUXILIARIES.has(w)) return next.endsWith('ing') && next.length > 5 ? 'is doing' : 'is';
  if (first) return 'none';
  if (OPINION_VERBS.has(w)) return 'opinion';
  if (PAST_VERBS.has(w) || CHANGE_PAST.has(w) || (RECORD.has(w) && w.endsWith('ed')) || isRegularPast(w)) return 'past';
  if (PLAIN_VERBS.has(w)) return 'plain';
  if (w.endsWith('s') && (PLAIN_VERBS.has(w.slice(0, -1)) || (w.endsWith('es') && PLAIN_VERBS.has(w.slice(0, -2))) || CHANGE_PRESENT.has(w))) return 'plain';
  return 'none';
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
