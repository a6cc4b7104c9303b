// The words that a pattern requires: every text that it matches holds them, and most others do not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FORMS } from '../../server/src/model/figures/forms.ts';
import { wordsOfPattern } from '../../server/src/model/figures/outline.ts';
import { mayMatch, requiredWords } from '../../server/src/model/figures/required-words.ts';

const cases: readonly [pattern: RegExp, words: readonly (readonly string[])[]][] = [
  [/rose to/, [['rose to']]],
  [/\bfrom (?:the |a )?[0-9]+ to/, [['from '], [' to']]],
  [/(?:rose|fell) by/, [['rose', 'fell'], [' by']]],
  [/(?:up|down)? by/, [[' by']]],
  [/colou?r/, [['colo']]],
  [/(?=ahead)(?<!behind)plain/, [['plain']]],
  [/one|two/, []],
  [/(?:ab|[cd])ef/, [['ef']]],
  [/(?:ab){2,3}/, [['ab']]],
  [/(?:ab){0,3}cd/, [['cd']]],
  [/a\.m\. on/, [['a.m. on']]],
  [/(\w+) and \1 again/, []],
  [/RISE/i, []],
];

for (const [pattern, words] of cases) {
  test(`${String(pattern)} requires ${JSON.stringify(words)}`, () => assert.deepEqual(requiredWords(pattern), words));
}

test('words count in the order of the pattern', () => {
  const words = requiredWords(/from .+ to/);
  assert.equal(mayMatch(words, 'from 4 to 5'), true);
  assert.equal(mayMatch(words, '5 is up to 4 from 3'), false);
});

test('whatever a pattern matches holds its words', () => {
  const atom = fc.constantFrom('ab', 'ba', 'a', 'b ', ' ', '[ab]', '\\b', '.', 'ab?', 'b+', 'a{0,2}', '(?=ab)', '(?<!b)a', '\\(');
  const { source } = fc.letrec<{ source: string; part: string }>(tie => ({
    source: fc.array(tie('part'), { minLength: 1, maxLength: 5 }).map(parts => parts.join('')),
    part: fc.oneof({ weight: 4, arbitrary: atom }, { weight: 2, arbitrary: fc.tuple(fc.array(tie('source'), { minLength: 1, maxLength: 3 }), fc.constantFrom('', '', '?', '*', '+', '{1,2}', '{0,2}?')).map(([branches, times]) => `(?:${branches.join('|')})${times}`) }),
  }));
  fc.assert(fc.property(source, fc.array(fc.constantFrom('a', 'b', ' ', '('), { maxLength: 14 }).map(letters => letters.join('')), (pattern, text) => {
    const regexp = new RegExp(pattern);
    if (regexp.test(text)) assert.equal(mayMatch(requiredWords(regexp), text), true, `${pattern} in “${text}”`);
  }), { numRuns: 3000 });
});

test('every form of arithmetic requires its figures', () => {
  for (const { pattern } of FORMS) assert.ok(wordsOfPattern(pattern).some(words => words.every(word => /^<[a-z]$/.test(word))), pattern.source.slice(0, 80));
});
