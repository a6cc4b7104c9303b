// What a page says otherwise than its capture, in one sentence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeDifference } from '../../server/src/sources/page-change.ts';

const BEFORE = 'The council put the levy at £48.20 a berth. “No more,” it said.';

for (const [name, now, expected] of [
  ['the same words', BEFORE, undefined],
  ['typography and white space', 'The council put the levy at £48.20  a berth.\n"No more", it said', undefined],
  ['a figure', BEFORE.replace('48.20', '52.80'), 'The page has changed since it was captured: “£48.20” is now “£52.80”.'],
  ['a word that is gone', BEFORE.replace('No more', 'More'), 'The page has changed since it was captured: “No more” is now “More”.'],
  ['a sentence that was added', `${BEFORE} A vote is due.`, 'The page has changed since it was captured: “A vote is due” was added.'],
  ['a sentence that is gone', BEFORE.replace(' “No more,” it said.', ''), 'The page has changed since it was captured: “No more, it said” is gone.'],
  ['two places', BEFORE.replace('council', 'board').replace('said', 'wrote'), 'The page has changed since it was captured: “council” is now “board”, and 1 more.'],
] as const) test(name, () => assert.equal(describeDifference(BEFORE, now), expected));

test('texts that have nothing in common are told as that', { timeout: 30_000 }, () => {
  const text = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word}${i}`).join(' ');
  assert.equal(describeDifference(text('a'), text('b')), 'The page has changed in many places since it was captured.');
});
