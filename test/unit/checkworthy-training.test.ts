import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { BORNE_DRIFT, computeWeights, crossValidate, fitCalibration, largestDrift, readSentences } from '../../scripts/train-checkworthy.mjs';

const folder = path.join(import.meta.dirname, '..', '..', 'training', 'checkworthy');
const sentences = readSentences();
const heldOut = crossValidate(sentences);
const calibration = fitCalibration(heldOut);
const scoreOf = ({ logit }: { logit: number }) => 1 / (1 + Math.exp(-(calibration.slope * logit + calibration.shift)));

test('the weights in the project are those that training gives', () => {
  const drift = largestDrift(computeWeights(sentences, calibration));
  assert.ok(drift <= BORNE_DRIFT, `The weights differ by up to ${drift.toFixed(2)} from what training gives. Run "node scripts/train-checkworthy.mjs".`);
});

test('every line of the training texts is a label and a sentence, and none stands twice in a file', () => {
  for (const file of readdirSync(folder).filter(name => name.endsWith('.txt'))) {
    const lines = readFileSync(path.join(folder, file), 'utf8').trimEnd().split('\n');
    for (const line of lines) assert.match(line, /^[012] \S/, file);
    const twice = lines.filter((line, i) => line.length > 40 && lines.indexOf(line) !== i);
    assert.deepEqual(twice, [], file);
  }
});

test('a kind of text that training has not seen is told by what the others teach', () => {
  for (const kind of new Set(sentences.map(s => s.kind))) {
    const part = heldOut.filter(s => s.kind === kind);
    const right = part.filter(s => (scoreOf(s) >= 0.5) === s.label > 0).length;
    assert.ok(right / part.length > 0.75, `${kind}: ${right} of ${part.length}`);
  }
});

test('scores are probabilities: on texts left out, about as many can be verified as the score says', () => {
  for (const low of [0.2, 0.4, 0.6, 0.8]) {
    const bin = heldOut.filter(s => scoreOf(s) >= low && scoreOf(s) < low + 0.2);
    const mean = bin.reduce((sum, s) => sum + scoreOf(s), 0) / bin.length;
    const share = bin.filter(s => s.label > 0).length / bin.length;
    assert.ok(Math.abs(mean - share) < 0.12, `${low}: mean score ${mean.toFixed(2)}, claims ${share.toFixed(2)} of ${bin.length}`);
  }
});
