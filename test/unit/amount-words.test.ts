// Amounts that are in no list of figures, and are held against figures all the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDraft } from '../../server/src/draft/build.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext } from '../../server/src/model/context.ts';
import { collectAmountWords } from '../../server/src/model/figures/amount-words.ts';
import { canBothHold } from '../../server/src/model/figures/compare.ts';

function analyze(text: string) {
  return buildAnalysis(buildDraft(text), emptyContext('file:///draft.md'));
}

/** Each amount on one line: `words = bound value[..upper] unit head`. */
function lines(text: string): string[] {
  return collectAmountWords(analyze(text)).map(({ start, end, quantity: q, about }) => `${text.slice(start, end)} = ${q.bound === '=' ? '' : q.bound}${q.value}${q.upper === null ? '' : `..${q.upper}`} ${q.unit ?? '-'} ${about?.head ?? ''}`.trimEnd());
}

function check(text: string, ...expected: string[]): void {
  test(text.length > 80 ? `${text.slice(0, 79)}…` : text, () => assert.deepEqual(lines(text), expected));
}

check('The plan for 3 parks was carried by 31 votes to 24, and not 32-24.', '31 votes to 24 = 31..24 - vote');
check('The plan for 3 parks was carried by 31 votes to 24.');
check('The 142-61 vote: the trustees rejected it by one hundred and forty-two votes against sixty-one.', 'one hundred and forty-two votes against sixty-one = 142..61 - vote');
check('The 9 trustees gave her 31 votes. Votes to come may change it, and no votes to date were cast.');
check('Of 6 masks the smallest is just under a metre wide, and was lost for more than a year.', 'a metre = <1 metre width', 'a year = >1 year');
check('Of 5 hikers, the six who died were found by the seven from Oslo; the two who lived, and the four, say little.', 'six = 6 person person', 'seven = 7 -');
check('She earns 5 pounds a mile and trains for a year.');
check('Of 40 starters Berg came first in 2:14:08, and Moe, in 1:58.4, won the half mile.', '2:14:08 = 8048 second', '1:58.4 = 118.4 second');
check('At 2:14:08 on 5 May the pump stopped; it ran again from 4:10:00.');

test('a time of the clock and the same time in words are held against each other', () => {
  const analysis = analyze('Of 40 starters Berg came first in 2:14:08.\n\nBerg ran two hours, 14 minutes and 38 seconds.\n\nBerg ran two hours, 14 minutes and eight seconds.');
  const [clock] = collectAmountWords(analysis);
  const [wrong, right] = analysis.figures.filter(({ quantity }) => quantity.kind === 'duration');
  assert.deepEqual([canBothHold(clock!.quantity, wrong!.quantity), canBothHold(clock!.quantity, right!.quantity)], [false, true]);
});
