// How much a sentence is a claim that a fact-checker would want a source for, and what makes it one.
import type { DateMention } from '../../language/dates.ts';
import type { Quantity } from '../../language/quantities.ts';
import { collectFeatures, type Seen } from './features.ts';
import { ALLEGATION_IN_PASSING, collectStated } from './stated.ts';
import { BIAS, FEATURE_WEIGHTS, PAIR_WEIGHTS, WORD_WEIGHTS } from './weights.ts';
import { LEANING_STEP, WORD_LEANINGS } from './word-leanings.ts';

export interface Checkworthiness {
  /** 0 to 1. */
  readonly probability: number;
  /** What weighs most for it if it is a claim, else what weighs most against it. */
  readonly reason: string;
  /** Does something in it speak for a claim by itself (a statistic, a superlative), not only the shape of a statement? */
  readonly specific: boolean;
}

/**
 * Reads one sentence. A logistic sum over features that a person can name (after ClaimBuster's notion of a check-worthy factual sentence: Hassan et al., KDD 2017);
 * the weights are those of `weights.ts`. Deterministic, linear in the length of the sentence. `origin`: where the sentence begins in the prose in which the quantities' offsets count.
 */
export function computeCheckworthiness(text: string, quantities: readonly Quantity[], dates: readonly DateMention[], origin = 0): Checkworthiness {
  const seen = collectFeatures(text, quantities, dates);
  const probability = Math.round(1000 / (1 + Math.exp(-sumWeights(seen)))) / 1000;
  const kinds = kindsOf(seen.features);
  // What is stated is among what was seen: where that is not enough for a claim, nothing more is read.
  const features = isEnough(kinds, seen.features) ? collectStated(text, seen, quantities, origin) : undefined;
  const stated = features === undefined ? [] : kindsOf(features);
  const specific = features !== undefined && isEnough(stated, features);
  const shown = stated.length > 0 ? stated : kinds;
  const telling = shown.filter(kind => kind.telling);
  const reason = probability >= 0.5 ? heaviest(telling, seen, 1) ?? heaviest(shown, seen, 1) ?? telling[0]?.reason ?? 'a fact' : heaviest(AGAINST, seen, -1) ?? 'nothing that can be checked';
  return { probability, reason, specific };
}

/** The log-odds: what every feature, word and pair of words weighs, each counted once, and how far the words lean by those that they are like. */
export function sumWeights({ features, words }: Seen): number {
  let sum = BIAS;
  for (const name of features) sum += FEATURES.get(name) ?? 0;
  turn++;
  const add = (entry: Weighed | undefined) => {
    if (entry === undefined || entry.turn === turn) return;
    entry.turn = turn;
    sum += entry.weight;
  };
  let leaning = 0;
  for (let i = 0; i < words.length; i++) {
    const word = WORDS.get(words[i]!);
    if (word === undefined) continue;
    if (typeof word === 'number') {
      leaning += word;
      continue;
    }
    leaning += word.leaning;
    add(word);
    if (word.pairs !== undefined && i + 1 < words.length) add(word.pairs.get(words[i + 1]!));
  }
  return words.length === 0 ? sum : sum + LEANING_STEP * leaning / Math.sqrt(words.length);
}

/** A word or a pair of words with its weight. */
interface Weighed {
  readonly weight: number;
  /** See `LEANING_STEP`. */
  readonly leaning: number;
  /** In which sentence it was last counted: cheaper than a set for each sentence. */
  turn: number;
  /** By the second word, the pairs that it begins. */
  pairs?: Map<string, Weighed>;
}

/** Counts the sentences that were weighed. */
let turn = 0;

const FEATURES = new Map(Object.entries(FEATURE_WEIGHTS));
/** By the word: all that it weighs, or only how far it leans, as most do. One look-up for each word of a draft. */
const WORDS = new Map<string, Weighed | number>();
for (const [steps, words] of WORD_LEANINGS) for (const word of words.split(' ')) WORDS.set(word, steps);
for (const [word, weight] of Object.entries(WORD_WEIGHTS)) weigh(word, weight);
for (const [pair, weight] of Object.entries(PAIR_WEIGHTS)) {
  const [first, second] = pair.split(' ') as [string, string];
  const word = weigh(first, 0);
  word.pairs ??= new Map();
  word.pairs.set(second, { weight, leaning: 0, turn: 0 });
}

function weigh(word: string, weight: number): Weighed {
  const known = WORDS.get(word);
  if (typeof known === 'object') return known;
  const weighed: Weighed = { weight, leaning: known ?? 0, turn: 0 };
  WORDS.set(word, weighed);
  return weighed;
}

/** What a sentence is or states, as it reads in a message, and the features that show it. */
interface Kind {
  readonly reason: string;
  readonly features: readonly string[];
  /** Does it make a claim by itself? A cause, a law or an act on record needs another beside it. */
  readonly telling?: true;
  /** Is it shown by a figure? Then all that the sentence's figures weigh speaks for it. */
  readonly figure?: true;
}

const KINDS: readonly Kind[] = [
  { reason: 'a statistic', features: ['figure: percent', 'figure: money', 'figure: ratio'], telling: true, figure: true },
  { reason: 'a superlative', features: ['superlative'], telling: true },
  { reason: 'a first or a ranking', features: ['first', 'first since or ever'], telling: true },
  { reason: 'a ranking', features: ['ranking'], telling: true },
  { reason: 'an absolute', features: ['absolute'], telling: true },
  { reason: 'a count', features: ['figure: count', 'figure: small count', 'figure: measure', 'figure: score', 'figure: temperature'], telling: true, figure: true },
  { reason: 'a legal assertion', features: ['legal verdict'], telling: true },
  { reason: 'an allegation', features: ['list: allegation'], telling: true },
  { reason: 'a change in a measure', features: ['change of a measure', 'change by a figure'], telling: true },
  { reason: 'a dated event', features: ['dated event: year'], telling: true },
  { reason: 'a duration', features: ['figure: duration'], figure: true },
  { reason: 'a number', features: ['figure: number', 'figure: small number', 'figure: one or two'], figure: true },
  { reason: 'a dated event', features: ['dated event: last year'] },
  { reason: 'an allegation', features: [ALLEGATION_IN_PASSING] },
  { reason: 'a cause', features: ['list: cause'] },
  { reason: 'a legal assertion', features: ['list: legal'] },
  { reason: 'an act on record', features: ['list: record'] },
];

/** Do the kinds make a claim? One that tells by itself does, or two, or several figures. */
function isEnough(kinds: readonly Kind[], features: ReadonlySet<string>): boolean {
  return kinds.some(kind => kind.telling) || kinds.length > 1 || (kinds.length > 0 && features.has('figure: several'));
}

function kindsOf(features: ReadonlySet<string>): Kind[] {
  return KINDS.filter(kind => kind.features.some(name => features.has(name)));
}

const AGAINST: readonly Kind[] = [
  { reason: 'a question', features: ['question'] },
  { reason: 'signposting', features: ['signposting'] },
  { reason: 'an opinion', features: ['verb: opinion', 'subject and verb: I, opinion', 'subject and verb: we, opinion'] },
  { reason: 'a demand', features: ['verb: obligation', 'verb: imperative', 'subject: let'] },
  { reason: 'a forecast or possibility', features: ['verb: future', 'verb: would', 'verb: can', 'verb: might'] },
  { reason: 'a condition', features: ['condition', 'if'] },
  { reason: 'a value judgement', features: ['list: opinion', 'list: abstract', 'list: thanks'] },
  { reason: 'an address to the reader', features: ['subject: you'] },
  { reason: 'a personal remark', features: ['subject: I', 'pronoun: I'] },
  { reason: 'too short to be a claim', features: ['length: under 4', 'length: 4 or 5'] },
  { reason: 'a short remark', features: ['length: 6 or 7'] },
];

const ANY_FIGURE = ['figure: any', 'figure: several', 'figure: large', 'figure: bounded', 'change by a figure'];

/** The features that a message can name. */
export const NAMED_FEATURES: ReadonlySet<string> = new Set([...KINDS, ...AGAINST].flatMap(kind => kind.features));

/** The reason that weighs most in the direction of `sign`, ties by their order; undefined where none weighs in it. */
function heaviest(kinds: readonly Kind[], { features }: Seen, sign: 1 | -1): string | undefined {
  let best: Kind | undefined;
  let most = 0;
  const anyFigure = ANY_FIGURE.reduce((sum, name) => sum + (features.has(name) ? FEATURES.get(name) ?? 0 : 0), 0);
  for (const kind of kinds) {
    let weight = kind.figure ? sign * anyFigure : 0;
    for (const name of kind.features) if (features.has(name)) weight += sign * (FEATURES.get(name) ?? 0);
    if (weight > most) {
      most = weight;
      best = kind;
    }
  }
  return best?.reason;
}
