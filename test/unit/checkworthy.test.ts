import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findDates } from '../../server/src/language/dates.ts';
import { findQuantities } from '../../server/src/language/quantities.ts';
import { computeCheckworthiness } from '../../server/src/model/sourcing/checkworthy.ts';

const read = (text: string) => computeCheckworthiness(text, findQuantities(text), findDates(text));

test('what a fact-checker would want sourced scores above what nobody would', () => {
  const claims = ['Imports of timber fell 18 percent in 2023.', 'The bridge is the longest in the province.', 'The clinic lost 40 of its 120 nurses last year.', 'Parliament passed the fisheries act in 1998.'];
  const others = ['What happens now?', 'I think we should try again.', 'Thank you all for coming tonight.', 'Here is what we know so far.', 'Maybe it will rain.'];
  for (const claim of claims) for (const other of others) assert.ok(read(claim).probability > 0.5 && read(other).probability < 0.5, `${claim} / ${other}`);
});

test('the reason is what weighs most', () => {
  const reasons: [string, string][] = [
    ['Imports of timber fell 18 percent in the spring.', 'a statistic'],
    ['The bridge is the longest in the province.', 'a superlative'],
    ['It was the first strike at the yard since the war.', 'a first or a ranking'],
    ['Did imports fall 18 percent?', 'a question'],
    ['I believe that the yard has a future.', 'an opinion'],
  ];
  for (const [text, reason] of reasons) assert.equal(read(text).reason, reason, text);
});

test('a year dates an event, or only names a thing', () => {
  assert.deepEqual([read('In 2014 the old wharf was torn down.').specific, read('In 2014 the old wharf was torn down.').reason], [true, 'a dated event']);
  assert.equal(read('The 2014 catalogue was a joy to hold.').specific, false);
});

test('a seat on a committee is no ranking', () => {
  assert.equal(read('The port ranks third in the gulf.').reason, 'a ranking');
  assert.notEqual(read('She is the ranking member of the harbour committee.').reason, 'a ranking');
});

test('the first of its kind is a claim, the first of a list of thoughts is none', () => {
  assert.equal(read('It was the first yard in the country to close since the war.').reason, 'a first or a ranking');
  assert.ok(read('The first step is to listen to the dockers.').probability < 0.5);
});

test('a question states nothing, whatever it mentions', () => {
  assert.equal(read('Why did rents in the port rise by 40 percent?').specific, false);
});

test('what somebody did, or what a law says, is a claim also without a figure; praise and promises are none', () => {
  for (const claim of ['The minister sold the wharf to his brother.', 'He voted against the harbour bill and then took credit for it.', 'The act bars foreign ships from the coastal trade.']) assert.ok(read(claim).probability > 0.5, claim);
  for (const other of ['We have made great progress together.', 'We will never stop fighting for the people of this port.', 'Our workers are the finest in the world.', 'Every child deserves a good school.']) assert.ok(read(other).probability < 0.5, other);
});

test('asking, doubting and wishing lower the score of the same words', () => {
  const plain = read('Imports fell 18 percent in 2023.').probability;
  for (const text of ['Did imports fall 18 percent in 2023?', 'I hope imports fell 18 percent in 2023.', 'Imports could fall 18 percent in 2023.']) assert.ok(read(text).probability < plain, text);
});

test('any text gives a probability', { timeout: 20_000 }, () => {
  fc.assert(fc.property(fc.string({ maxLength: 300, unit: 'binary' }), text => {
    const { probability, reason } = read(text);
    assert.ok(probability >= 0 && probability <= 1 && reason.length > 0);
  }));
  for (const text of ['the '.repeat(50_000), '9'.repeat(100_000), 'most '.repeat(50_000), "we're ".repeat(50_000)]) read(text);
});
