// How much a sentence is a claim that a fact-checker would want a source for, and what makes it one.
import type { DateMention } from '../../language/dates.ts';
import type { Quantity } from '../../language/quantities.ts';
import {
  ALLEGATION, AUXILIARIES, CAUSE, CHANGE_PAST, CHANGE_PRESENT, COMPARISON, CONDITION_STARTS, COUNTABLE_AFTER_MOST, DISCOURSE, LEGAL, LEGAL_VERDICTS, MEASURED_SUPERLATIVES, MODALS, OBLIGATION, OPINION_VERBS,
  OPINION_WORDS, PAST_VERBS, PUBLIC_MEASURES, RECORD, SIGNPOST, VERDICT_SUPERLATIVES,
} from './lexicon.ts';

/** One thing in a sentence that speaks for or against its being a claim. */
interface Feature {
  /** As it reads in a message: "a superlative". */
  readonly reason: string;
  /** Log-odds, set by hand, not fitted to a corpus. */
  readonly weight: number;
  /** Does it only lend weight to others, and say nothing to a reader on its own? */
  readonly context?: true;
}

type Add = (reason: string, weight: number) => void;

export interface Checkworthiness {
  /** 0 to 1. */
  readonly probability: number;
  /** What weighs most for it if it is a claim, else what weighs most against it. */
  readonly reason: string;
  /** Does something in it speak for a claim by itself (a statistic, a superlative), not only the shape of a statement? */
  readonly specific: boolean;
}

/** The log-odds of a sentence in which nothing speaks for or against. */
const PRIOR = -1.3;

/** From this weight on a feature makes a claim by itself; a cause, a law or an act on record needs another beside it. */
const TELLING = 1;

/** Only the beginning of an endless sentence is read. */
const MAX_WORDS = 400;

/**
 * Reads one sentence. A logistic sum over features that a person can name (after ClaimBuster's notion of a check-worthy factual sentence: Hassan et al., KDD 2017),
 * each counted once; deterministic, linear in the length of the sentence.
 */
export function computeCheckworthiness(text: string, quantities: readonly Quantity[], dates: readonly DateMention[]): Checkworthiness {
  const features = collectFeatures(text, quantities, dates);
  const sum = features.reduce((total, f) => total + f.weight, PRIOR);
  const probability = Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
  const sign = probability >= 0.5 ? 1 : -1;
  const strongest = features.filter(f => f.weight * sign > 0 && !f.context).toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))[0];
  const reason = strongest?.reason ?? (sign > 0 ? 'a fact' : 'nothing that can be checked');
  const telling = features.filter(f => f.weight > 0 && !f.context);
  return { probability, reason, specific: telling.length > 1 || telling.some(f => f.weight >= TELLING) };
}

/** Which lists a word is in, as bits: one look-up a word instead of one for each list. */
const IN = { change: 1, cause: 2, legal: 4, allegation: 8, record: 16, comparison: 32, opinion: 64 } as const;
const LISTS = new Map<string, number>();
for (const [list, bit] of [[CHANGE_PAST, IN.change], [CHANGE_PRESENT, IN.change], [CAUSE, IN.cause], [LEGAL, IN.legal], [ALLEGATION, IN.allegation], [RECORD, IN.record], [COMPARISON, IN.comparison], [OPINION_WORDS, IN.opinion]] as const) {
  for (const word of list) LISTS.set(word, (LISTS.get(word) ?? 0) | bit);
}

function collectFeatures(text: string, quantities: readonly Quantity[], dates: readonly DateMention[]): Feature[] {
  const features: Feature[] = [];
  const add = (reason: string, weight: number) => void features.push({ reason, weight });
  const addContext = (reason: string, weight: number) => void features.push({ reason, weight, context: true });
  const written = (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []).slice(0, MAX_WORDS).map(w => w.replace(/[.'’-]+$/, ''));
  const words = written.map(w => w.toLowerCase().replaceAll('’', "'"));
  let found = 0;
  for (const word of words) found |= LISTS.get(word) ?? 0;
  const has = (list: number) => (found & list) !== 0;
  const hasPair = (test: (a: string, b: string) => boolean) => words.some((w, i) => i + 1 < words.length && test(w, words[i + 1]!));

  addFigures(quantities, add, addContext);
  addRank(words, add, addContext);

  const past = words.some((w, i) => PAST_VERBS.has(w) || (w.length > 4 && w.endsWith('ed') && i > 0));
  const perfect = hasPair((a, b) => (a === 'has' || a === 'have' || a === 'had' || a.endsWith("'ve")) && (b.endsWith('ed') || b.endsWith('n') || PAST_VERBS.has(b) || RECORD.has(b) || CHANGE_PAST.has(b)));
  const names = written.filter((w, i) => i > 0 && w[0] !== w[0]!.toLowerCase() && !(w[0] === 'I' && (w.length === 1 || w[1] === "'" || w[1] === '’'))).length;

  const measures = new Set(words.filter(w => PUBLIC_MEASURES.has(w))).size;
  // "The town grew up", "she lost": a change of nothing that is measured is only an event.
  if (has(IN.change)) {
    if (measures > 0 || quantities.length > 0) add('a change in a measure', 1.1);
    else addContext('an event', 0.4);
  }
  if (has(IN.cause) || hasPair((a, b) => (a === 'because' && b === 'of') || (a === 'due' && b === 'to') || (a === 'a' && b === 'result') || (a === 'led' && b === 'to'))) add('a cause', 0.8);
  // "Illegal under the port act" is a legal assertion by itself; a law or a court that is only mentioned is not.
  if (words.some((w, i) => LEGAL_VERDICTS.has(w) && (words[i + 1] === 'under' || words[i + 1] === 'in' || words[i + 1] === 'to'))) add('a legal assertion', 1.4);
  else if (has(IN.legal)) add('a legal assertion', 0.8);
  if (has(IN.allegation)) add('an allegation', 1.1);
  if (has(IN.record)) add('an act on record', 0.7);
  if (has(IN.comparison) || hasPair((a, b) => b === 'than' && (a === 'more' || a === 'less' || a === 'fewer' || (a.endsWith('er') && a !== 'rather' && a !== 'other')))) addContext('a comparison', 0.6);
  if (dates.some(d => d.yearWritten || d.grain === 'year') && (past || perfect)) add('a dated event', 1.1);
  else if (dates.length > 0 && (past || perfect)) addContext('a dated event', 0.5);
  if (past || perfect) addContext('an event', 0.5);
  if (measures > 0) addContext('a public measure', Math.min(measures, 3) * 0.3 + 0.1);
  if (names > 0) addContext('a named party', Math.min(names, 4) * 0.15 + 0.15);

  if (/\?["'”’)]*\s*$/.test(text)) add('a question', -3.5);
  if (SIGNPOST.some(pattern => pattern.test(text))) add('signposting', -3);
  if (has(IN.opinion)) add('a value judgement', -0.6);
  addMainClause(words, quantities.length > 0, add, addContext);
  if (CONDITION_STARTS.has(words[0] ?? '')) add('a condition', -0.6);
  if (words.length < 5) add('too short to be a claim', -1.5);
  else if (words.length < 8) add('a short remark', -0.5);
  else if (words.length > 18) addContext('a detailed statement', 0.3);
  return features;
}

function addFigures(quantities: readonly Quantity[], add: Add, addContext: Add): void {
  const strong = quantities.some(q => q.kind === 'percent' || q.kind === 'money' || q.kind === 'ratio');
  const counted = quantities.some(q => q.kind === 'count' || q.kind === 'measure' || q.kind === 'score' || q.kind === 'temperature');
  if (strong) add('a statistic', 2.3);
  else if (counted) add('a count', quantities.some(q => Math.abs(q.value) >= 3) ? 1.7 : 0.9);
  else if (quantities.some(q => q.kind === 'duration')) add('a duration', 0.9);
  else if (quantities.some(q => q.kind === 'number' && q.value > 1)) add('a number', 0.9);
  else if (quantities.some(q => q.kind === 'age')) addContext('an age', 0.3);
  if (quantities.length > 1) add('several figures', 0.4);
}

/** How far the subject of a main clause may reach, in words. */
const SUBJECT_REACH = 9;

/** Who does what in the main clause: its first subject and the first finite verb behind it, as far as closed lists tell. */
function addMainClause(words: readonly string[], hasFigures: boolean, add: Add, addContext: Add): void {
  let at = 0;
  while (at < words.length - 1 && at < 4 && DISCOURSE.has(words[at]!)) at++;
  const subject = words[at] ?? '';
  const clause = words.slice(at, at + SUBJECT_REACH);
  const finite = clause.findIndex((w, i) => MODALS.has(w) || AUXILIARIES.has(w) || (i > 0 && (OBLIGATION.has(w) || OPINION_VERBS.has(w) || PAST_VERBS.has(w) || RECORD.has(w) || CHANGE_PAST.has(w) || (w.length > 4 && w.endsWith('ed')))));
  const verb = clause[finite] ?? '';
  const next = clause[finite + 1] ?? '';
  const first = subject === 'i' || subject.startsWith("i'");
  const we = subject === 'we' || subject.startsWith("we'");
  if (MODALS.has(verb) || (next === 'going' && clause[finite + 2] === 'to') || next === 'gonna') add('a forecast or possibility', first || we ? -1.1 : -0.8);
  else if (OBLIGATION.has(verb) || ((verb === 'have' || verb === 'has' || verb === "we've" || verb === "i've") && (next === 'to' || next === 'got'))) add('a demand', -1.1);
  else if ((first || we) && OPINION_VERBS.has(verb)) add('an opinion', -1.3);
  else if (first) add('a personal remark', hasFigures ? -0.2 : -0.6);
  else if (!we && finite > 0) addContext('a fact', 0.25);
  if (subject === 'you' || subject.startsWith("you'")) add('an address to the reader', -0.4);
}

const ORDINALS = new Set(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'only', 'last']);
const ORDINAL_CONTEXT = new Set(['since', 'ever', 'history', 'world', 'country', 'nation', 'state', 'record', 'national', 'time', 'years', 'decades', 'century', 'woman', 'president', 'major', 'modern']);

/** Superlatives, firsts and rankings. */
function addRank(words: readonly string[], add: Add, addContext: Add): void {
  const isSuperlative = (w: string) => MEASURED_SUPERLATIVES.has(w) || (w.includes('-') && MEASURED_SUPERLATIVES.has(w.slice(w.lastIndexOf('-') + 1)));
  const most = words.some((w, i) => (w === 'most' || w === 'least') && (COUNTABLE_AFTER_MOST.has(words[i + 1] ?? '') || (words[i - 1] === 'the' && words.slice(i + 2, i + 5).some(after => after === 'in' || after === 'of'))));
  // "The worst storm since 1962" is measured; "the worst thing about it" is a verdict.
  const dated = words.some((w, i) => VERDICT_SUPERLATIVES.has(w) && words[i - 1] !== 'at') && words.some((w, i) => (w === 'since' && /^(?:1[5-9]|20)\d\d$/.test(words[i + 1] ?? '')) || (w === 'on' && words[i + 1] === 'record') || (w === 'in' && words.slice(i + 1, i + 4).includes('history')));
  // "No other port handles more ships", "no plan has ever drawn so many letters": a superlative turned round.
  const unmatched = (words[0] === 'no' || words[0] === 'nowhere' || words[0] === 'never') && words.some((w, i) => (w === 'other' && i < 3) || w === 'ever' || w === 'never' || w === 'before') && words.some((w, i) => w === 'more' || w === 'fewer' || (w === 'so' && (words[i + 1] === 'many' || words[i + 1] === 'few' || words[i + 1] === 'much')) || (w === 'as' && words[i + 1] === 'many') || (w.length > 4 && w.endsWith('er') && words[i - 1] === 'a'));
  const pioneering = words.some((w, i) => w === 'first' && words[i - 1] === 'the' && words.slice(i + 1, i + 7).includes('to'));
  if (words.some((w, i) => isSuperlative(w) && words[i - 1] !== 'at' && !(w === 'latest' && words[i - 1] !== 'since')) || most || dated || unmatched) add('a superlative', 1.9);
  else if (words.some((w, i) => ORDINALS.has(w) && i > 0 && ['the', 'its', 'his', 'her', 'their', 'our', 'a'].includes(words[i - 1]!)) && (pioneering || words.some(w => ORDINAL_CONTEXT.has(w)))) add('a first or a ranking', words.includes('since') || words.includes('ever') ? 2.2 : 1.6);
  else if (words.some(w => VERDICT_SUPERLATIVES.has(w))) addContext('a verdict', 0.2);
  if (words.some((w, i) => (w === 'ranks' || w === 'ranked' || w === 'ranking' || w === 'rank') || (w === 'number' && words[i + 1] === 'one') || (w === 'all' && words[i + 1] === 'time') || w === 'unprecedented')) add('a ranking', 1.2);
  if (words.some((w, i) => w === 'no' && (words[i + 1] === 'other' || words[i + 1] === 'one') && words.length > 5) || words.includes('never') || words.includes('ever')) addContext('a sweeping statement', 0.4);
}
