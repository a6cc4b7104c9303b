// What one look-up tells of a word: the lists that it is in, and what it can be in a clause.
import { ALLEGATION, CAUSE, CHANGE_PAST, CHANGE_PRESENT, COMPARISON, FUNCTION_WORDS, HAVE, LEGAL, LEGAL_VERDICTS, MEASURED_SUPERLATIVES, OPINION_WORDS, ORDINALS, PAST_VERBS, PRONOUNS, PUBLIC_MEASURES, RECORD, TOPICS, VERDICT_SUPERLATIVES } from './lexicon.ts';

/** The lists of words that are features of their own: their names. */
export const LIST_NAMES: string[] = [];

/** The name of a feature that is put together of others, made once: strings that are made anew must be hashed anew. */
export function named(prefix: string): (first: string, second?: string) => string {
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
export const listFeature = named('list');

/** Adds a feature to those of a sentence. */
export type Add = (name: string) => void;

/** What is known of each word of a sentence. */
export type Facts = readonly (WordFacts | undefined)[];

/** What one look-up tells of a word. */
export interface WordFacts {
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

const NEGATIONS = new Set(['not', 'no', 'never', 'none', 'nothing', 'nobody', 'neither', 'nor', 'without', 'cannot']);

const BE = new Set(['is', 'are', 'was', 'were', 'been', 'being', "isn't", "aren't", "wasn't", "weren't", "it's", "they're", "he's", "she's"]);
const CLAUSE_SUBJECTS = new Map([['i', 'I'], ['we', 'we'], ['you', 'you'], ['he', 'he or she'], ['she', 'he or she'], ['they', 'they'], ['it', 'it'], ['who', 'who'], ['that', 'that'], ['which', 'that'], ['there', 'there'], ['people', 'people']]);

const FACTS = buildFacts();

/** What is known of a word, in small letters with straight apostrophes; undefined for most. */
export function wordFacts(word: string): WordFacts | undefined {
  return FACTS.get(word);
}

/** "They're" is a pronoun by its head, "isn't" a negation by its end. */
export function contractionFeature(word: string): string | undefined {
  const pronoun = PRONOUNS.get(word.slice(0, word.indexOf("'")));
  return pronoun !== undefined ? pronounFeature(pronoun) : word.endsWith("n't") ? 'negation' : undefined;
}

/** Which of the lists holds the changes of a measure. */
export const CHANGE_LIST = LIST_NAMES.indexOf('change');

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
  for (const word of [...MEASURED_SUPERLATIVES, ...VERDICT_SUPERLATIVES, ...ORDINALS, 'most', 'least', 'rank', 'ranks', 'ranked', 'ranking', 'number', 'all', 'unprecedented', 'no', 'nowhere', 'never', 'any', 'every']) of(word).rank = true;
  return facts;
}
