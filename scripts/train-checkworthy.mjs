// Learns what the features of a sentence weigh for its check-worthiness, from training/checkworthy/, and writes server/src/model/sourcing/weights.ts.
// node scripts/train-checkworthy.mjs           trains and writes
// node scripts/train-checkworthy.mjs --check   writes nothing; fails where the weights are not those that training gives
// node scripts/train-checkworthy.mjs --report  also cross-validates over the kinds of text and prints how well the scores are calibrated
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findDates } from '../server/src/language/dates.ts';
import { findQuantities } from '../server/src/language/quantities.ts';
import { NAMED_FEATURES } from '../server/src/model/sourcing/checkworthy.ts';
import { collectFeatures } from '../server/src/model/sourcing/features.ts';
import { BIAS, FEATURE_WEIGHTS, PAIR_WEIGHTS, WORD_WEIGHTS } from '../server/src/model/sourcing/weights.ts';
import { LEANING_STEP, WORD_LEANINGS } from '../server/src/model/sourcing/word-leanings.ts';
import { DIMENSIONS, readWordVectors } from './reduce-word-vectors.mjs';

const root = path.dirname(import.meta.dirname);
const DATA = path.join(root, 'training', 'checkworthy');
const MODULE = path.join(root, 'server', 'src', 'model', 'sourcing', 'weights.ts');
const LEANINGS_MODULE = path.join(root, 'server', 'src', 'model', 'sourcing', 'word-leanings.ts');

/**
 * What a sentence with each label counts for: 0 nothing to verify, 1 verifiable but of little weight to the public, 2 worth checking.
 * A 1 counts less than a 2, so that what matters ranks first; what the scores mean is calibrated afterwards.
 */
const TARGET = [0, 0.65, 1];

/** L2 penalties, chosen by cross-validation over the kinds of text: what a message names may weigh most, single words least. */
const PENALTY = { named: 0.3, feature: 5, word: 12, vector: 200 };

/** A word or a pair of words counts only where so many sentences and so many kinds of text have it: what is said in one kind only would teach its subject. */
const SUPPORT = { sentences: 6, kinds: 3, feature: 4 };

const ITERATIONS = 200;

/** A word that leans less is left out: in a sentence of ten words it would add less than a tenth to the log-odds. */
const LEAST_STEPS = 3;

/**
 * What makes a score the probability that a sentence can be verified: log-odds are stretched by `slope` and moved by `shift`, as fitted on the kinds of text left out in turn (Platt 1999).
 * It gives back what the penalty presses out of the scores.
 */
export function fitCalibration(heldOut) {
  let slope = 1;
  let shift = 0;
  for (let turn = 0; turn < 400; turn++) {
    let a = 0;
    let b = 0;
    for (const { logit, label } of heldOut) {
      const error = 1 / (1 + Math.exp(-(slope * logit + shift))) - (label > 0 ? 1 : 0);
      a += error * logit;
      b += error;
    }
    slope -= 0.2 * a / heldOut.length;
    shift -= 0.5 * b / heldOut.length;
  }
  return { slope, shift };
}

/**
 * The words of a sentence as one point in the space of word vectors: their sum, rarer words counting more (by the logarithm of their rank), over the root of the sentence's length.
 * What was learned of "mayor" then also holds for "governor", which no training text may have (GloVe: Pennington, Socher and Manning, EMNLP 2014).
 */
function computePoint(words, vectors) {
  const point = new Float64Array(DIMENSIONS);
  for (const word of words) {
    const known = vectors.get(word);
    if (known === undefined) continue;
    const scale = rarity(known.rank) / Math.sqrt(words.length);
    for (let j = 0; j < DIMENSIONS; j++) point[j] += known.vector[j] * scale;
  }
  return point;
}

function rarity(rank) {
  return Math.log(rank + 3);
}

/** Every labelled sentence: `kind` is the kind of text (the file's name up to its number). */
export function readSentences() {
  const vectors = readWordVectors();
  return readdirSync(DATA).filter(file => file.endsWith('.txt')).sort().flatMap(file => readFileSync(path.join(DATA, file), 'utf8').split('\n').filter(line => /^[012] /.test(line)).map(line => {
    const text = line.slice(2);
    const { features, words } = collectFeatures(text, findQuantities(text), findDates(text));
    const names = [...features];
    for (const word of new Set(words)) names.push(`word ${word}`);
    for (const pair of new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`))) names.push(`pair ${pair}`);
    return { kind: file.replace(/-\d+\.txt$/, ''), label: Number(line[0]), target: TARGET[Number(line[0])], names, point: computePoint(words, vectors) };
  }));
}

/** Logistic regression with L2, by full-batch Adam from zero: the same data give the same weights. `direction`: what each dimension of the word vectors weighs. */
export function train(sentences) {
  const seen = new Map();
  for (const { names, kind } of sentences) {
    for (const name of names) {
      const entry = seen.get(name) ?? { count: 0, kinds: new Set() };
      entry.count++;
      entry.kinds.add(kind);
      seen.set(name, entry);
    }
  }
  const isWord = name => name.startsWith('word ') || name.startsWith('pair ');
  const kinds = Math.min(SUPPORT.kinds, new Set(sentences.map(s => s.kind)).size);
  const names = [...seen].filter(([name, { count, kinds: k }]) => isWord(name) ? count >= SUPPORT.sentences && k.size >= kinds : count >= (NAMED_FEATURES.has(name) ? 1 : SUPPORT.feature)).map(([name]) => name).sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const penalty = names.map(name => isWord(name) ? PENALTY.word : NAMED_FEATURES.has(name) ? PENALTY.named : PENALTY.feature);
  const rows = sentences.map(s => Int32Array.from(s.names.map(name => index.get(name)).filter(i => i !== undefined)));
  const { mean, deviation } = computeSpread(sentences.map(s => s.point));
  const points = sentences.map(({ point }) => point.map((x, j) => (x - mean[j]) / deviation[j]));
  const dense = names.length;
  const bias = dense + DIMENSIONS;
  for (let j = 0; j < DIMENSIONS; j++) penalty.push(PENALTY.vector);
  penalty.push(0);
  const weights = new Float64Array(bias + 1);
  const first = new Float64Array(bias + 1);
  const second = new Float64Array(bias + 1);
  const gradient = new Float64Array(bias + 1);
  for (let turn = 1; turn <= ITERATIONS; turn++) {
    gradient.fill(0);
    rows.forEach((row, k) => {
      const point = points[k];
      let sum = weights[bias];
      for (const i of row) sum += weights[i];
      for (let j = 0; j < DIMENSIONS; j++) sum += weights[dense + j] * point[j];
      const error = 1 / (1 + Math.exp(-sum)) - sentences[k].target;
      gradient[bias] += error;
      for (const i of row) gradient[i] += error;
      for (let j = 0; j < DIMENSIONS; j++) gradient[dense + j] += error * point[j];
    });
    const rate = 0.1 * Math.min(1, (ITERATIONS - turn + 1) / (ITERATIONS * 0.4));
    for (let i = 0; i <= bias; i++) {
      const g = gradient[i] + penalty[i] * weights[i];
      first[i] = 0.9 * first[i] + 0.1 * g;
      second[i] = 0.99 * second[i] + 0.01 * g * g;
      weights[i] -= rate * (first[i] / (1 - 0.9 ** turn)) / (Math.sqrt(second[i] / (1 - 0.99 ** turn)) + 1e-8);
    }
  }
  const byName = new Map(names.map((name, i) => [name, weights[i]]));
  // Back from deviations to the vectors as they are: what the means weigh moves into the bias.
  const direction = mean.map((_, j) => weights[dense + j] / deviation[j]);
  const constant = weights[bias] - dot(direction, mean);
  return { bias: constant, weights: byName, direction, logit: s => s.names.reduce((sum, name) => sum + (byName.get(name) ?? 0), constant + dot(direction, s.point)) };
}

function dot(a, b) {
  return a.reduce((sum, x, j) => sum + x * b[j], 0);
}

function computeSpread(points) {
  const mean = new Float64Array(DIMENSIONS).map((_, j) => points.reduce((sum, point) => sum + point[j], 0) / points.length);
  const deviation = mean.map((m, j) => Math.sqrt(points.reduce((sum, point) => sum + (point[j] - m) ** 2, 0) / points.length) || 1);
  return { mean, deviation };
}

/** Each kind of text, scored by what the others teach. */
export function crossValidate(sentences) {
  return [...new Set(sentences.map(s => s.kind))].flatMap(kind => {
    const model = train(sentences.filter(s => s.kind !== kind));
    return sentences.filter(s => s.kind === kind).map(s => ({ kind, label: s.label, target: s.target, logit: model.logit(s) }));
  });
}

/** The weights as they are shipped: calibrated, rounded to hundredths, those that round to nothing left out. */
export function computeWeights(sentences, { slope, shift }) {
  const model = train(sentences);
  const round = x => Math.round(x * 100) / 100;
  const entries = [...model.weights].map(([name, weight]) => [name, round(weight * slope)]);
  const part = prefix => Object.fromEntries(entries.filter(([name, weight]) => (prefix === '' ? !/^(?:word|pair) /.test(name) : name.startsWith(prefix)) && Math.abs(weight) >= (prefix === '' ? 0.01 : 0.05)).map(([name, weight]) => [name.slice(prefix.length), weight]));
  return { bias: round(model.bias * slope + shift), features: part(''), words: part('word '), pairs: part('pair '), leanings: computeLeanings(model.direction, slope) };
}

/** What each word of the vectors adds by the words that it is like, in steps of `LEANING_STEP`; those that would hardly move a score are left out. */
function computeLeanings(direction, slope) {
  const leanings = {};
  for (const [word, { rank, vector }] of readWordVectors()) {
    const steps = Math.round(slope * rarity(rank) * dot(direction, vector) / LEANING_STEP);
    if (Math.abs(steps) >= LEAST_STEPS) leanings[word] = steps;
  }
  return leanings;
}

function toModule({ bias, features, words, pairs }, sentences) {
  const lines = object => {
    const out = [];
    let line = ' ';
    for (const [name, weight] of Object.entries(object)) {
      const entry = ` ${/^[a-z]+$/.test(name) ? name : `'${name.replaceAll("'", "\\'")}'`}: ${weight},`;
      if (line.length + entry.length > 180) {
        out.push(line);
        line = ' ';
      }
      line += entry;
    }
    return [...out, line].join('\n');
  };
  return `// What the features of a sentence weigh for its check-worthiness: written by scripts/train-checkworthy.mjs, not edited by hand.
// Learned from ${sentences.length} labelled sentences in training/checkworthy/, whose README says where each comes from and under which terms: works of the US
// federal government (public domain) and sentences written for this project (MIT). No corpus on which check-worthiness is measured is among them.

/** The log-odds of a sentence of which nothing is known. */
export const BIAS = ${bias};

/** By the name of a feature (features.ts), in log-odds. */
export const FEATURE_WEIGHTS: Readonly<Record<string, number>> = {
${lines(features)}
};

/** By a word, in small letters. */
export const WORD_WEIGHTS: Readonly<Record<string, number>> = {
${lines(words)}
};

/** By two words that follow each other. */
export const PAIR_WEIGHTS: Readonly<Record<string, number>> = {
${lines(pairs)}
};
`;
}

function toLeaningsModule(leanings) {
  const lines = [...new Set(Object.values(leanings))].sort((a, b) => a - b).flatMap(steps => {
    const out = [];
    let line = '';
    for (const word of Object.keys(leanings).filter(name => leanings[name] === steps).sort()) {
      if (line.length + word.length > 165) {
        out.push(line);
        line = '';
      }
      line += line === '' ? word : ` ${word}`;
    }
    return [...out, line].map(words => `  [${steps}, ${words.includes("'") ? `"${words}"` : `'${words}'`}],`);
  });
  return `// How far a word leans towards claims by the words that it is like: written by scripts/train-checkworthy.mjs, not edited by hand.
// What training/checkworthy/ teaches of words, carried over to others by word vectors (training/word-vectors/README.md: GloVe, public domain, PDDL 1.0).

/** One step of a leaning, in log-odds; a sentence's leanings are added and divided by the root of its number of words. */
export const LEANING_STEP = ${LEANING_STEP};

/** Words in small letters by their leaning in steps: below 0 away from claims. */
export const WORD_LEANINGS: readonly (readonly [steps: number, words: string])[] = [
${lines.join('\n')}
];
`;
}

/** How far a weight may be off before training is due again, in log-odds: a better reading of figures or dates moves the features of a few sentences. */
export const BORNE_DRIFT = 0.3;

/** The largest difference between the weights in the project and those that training gives: 0 where the module is this script's. */
export function largestDrift({ bias, features, words, pairs, leanings }) {
  const of = (a, b) => Math.max(0, ...Object.keys({ ...a, ...b }).map(name => Math.abs((a[name] ?? 0) - (b[name] ?? 0))));
  const shipped = Object.fromEntries(WORD_LEANINGS.flatMap(([steps, list]) => list.split(' ').map(word => [word, steps])));
  return Math.max(Math.abs(bias - BIAS), of(features, FEATURE_WEIGHTS), of(words, WORD_WEIGHTS), of(pairs, PAIR_WEIGHTS), LEANING_STEP * of(leanings, shipped));
}

/** Of the sentences that got a score in a tenth, how many were worth checking in the wide and in the narrow sense. */
function reliability(heldOut, { slope, shift }) {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, score: 0, verifiable: 0, important: 0, target: 0 }));
  for (const { logit, label, target } of heldOut) {
    const p = 1 / (1 + Math.exp(-(slope * logit + shift)));
    const bin = bins[Math.min(9, Math.floor(p * 10))];
    bin.n++;
    bin.score += p;
    bin.target += target;
    if (label > 0) bin.verifiable++;
    if (label > 1) bin.important++;
  }
  const percent = (part, n) => (n === 0 ? '–' : `${Math.round(100 * part / n)}%`);
  return ['score      sentences  mean score  verifiable  worth checking', ...bins.map((b, i) => `${(i / 10).toFixed(1)}–${((i + 1) / 10).toFixed(1)} ${String(b.n).padStart(13)} ${percent(b.score, b.n).padStart(11)} ${percent(b.verifiable, b.n).padStart(11)} ${percent(b.important, b.n).padStart(15)}`)].join('\n');
}

if (import.meta.main) {
  const sentences = readSentences();
  const heldOut = crossValidate(sentences);
  const calibration = fitCalibration(heldOut);
  const weights = computeWeights(sentences, calibration);
  if (process.argv.includes('--report')) {
    console.log(`${sentences.length} sentences: ${[0, 1, 2].map(label => `${sentences.filter(s => s.label === label).length} labelled ${label}`).join(', ')}`);
    console.log(`slope ${calibration.slope.toFixed(3)}, shift ${calibration.shift.toFixed(3)}\n${reliability(heldOut, calibration)}`);
    for (const kind of new Set(sentences.map(s => s.kind))) {
      const part = heldOut.filter(s => s.kind === kind);
      const right = part.filter(s => (calibration.slope * s.logit + calibration.shift >= 0) === s.label > 0).length;
      console.log(`${kind.padEnd(10)} ${String(part.length).padStart(5)} sentences, ${Math.round(100 * right / part.length)}% told right (verifiable or not) by what the other kinds teach`);
    }
  }
  if (process.argv.includes('--check')) {
    const drift = largestDrift(weights);
    if (drift > BORNE_DRIFT) {
      console.error(`The weights differ by up to ${drift.toFixed(2)} from what training gives. Run "node scripts/train-checkworthy.mjs".`);
      process.exitCode = 1;
    }
  } else {
    writeFileSync(MODULE, toModule(weights, sentences));
    writeFileSync(LEANINGS_MODULE, toLeaningsModule(weights.leanings));
    console.log(`server/src/model/sourcing/weights.ts written: ${Object.keys(weights.features).length} features, ${Object.keys(weights.words).length} words, ${Object.keys(weights.pairs).length} pairs; word-leanings.ts: ${Object.keys(weights.leanings).length} words`);
  }
}
