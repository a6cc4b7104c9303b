// What counts as the words of a source, what comes near, and what is never taken for the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matchQuote, preparePassage } from '../../server/src/model/attribution/quote-match.ts';
import { locatorAt } from '../../server/src/model/evidence/locators.ts';

const SPEECH = 'We have decided that the long-term levy of 1,200 dollars will not rise by 5% in the harbour. The officials, who were tired, went home at once, and they took their 12 dogs with them. We can’t go there. Co-\noperation with our ﬁsher\u00admen is the aim; inflation was −3 percent.';

for (const [quoted, words] of [
  ['the long-term levy of 1200 dollars will not rise by five percent', 'the long-term levy of 1,200 dollars will not rise by 5%'],
  ['[T]he officials … went home at once', 'The officials, who were tired, went home at once'],
  ['[The fishermen] went home at once, and they took their [many] dogs with them.', 'went home at once, and they took their 12 dogs with them.'],
  ['Cooperation with our fishermen', 'Co-\noperation with our ﬁsher\u00admen'],
  ['co-operation with our fishermen', 'Co-\noperation with our ﬁsher\u00admen'],
  ['we can\'t go there', 'We can’t go there.'],
] as const) {
  test(`faithful: ${quoted}`, () => {
    const match = matchQuote(quoted, SPEECH);
    assert.ok(match.kind === 'exact', JSON.stringify(match));
    assert.equal(SPEECH.slice(match.span!.start, match.span!.end).replace(/[.,%]$/, ''), words.replace(/[.,%]$/, ''));
  });
}

for (const [quoted, change] of [
  ['a levy of 1,300 dollars will not rise by 5%', { source: '1,200', quoted: '1300' }],
  ['levy of 1,200 dollars will … rise by 5%', { source: 'not', quoted: '' }],
  ['levy of 1,200 dollars will [soon] rise by 5%', { source: 'not', quoted: 'soon' }],
  ['The officials, who were [not] tired, went home', { source: '', quoted: 'not' }],
  ['they took their [14] dogs with them', { source: '12', quoted: '14' }],
  ['We can go there', { source: 'can’t', quoted: 'can' }],
  ['the aim; inflation was 3 percent', { source: '−', quoted: '' }],
  ['The officials, who were tired, went home at last', { source: 'once', quoted: 'last' }],
  ['The officers, who were tired, went home at once', { source: 'officials', quoted: 'officers' }],
] as const) {
  test(`never the same: ${quoted}`, () => {
    const match = matchQuote(quoted, SPEECH);
    assert.ok(match.kind === 'near', JSON.stringify(match));
    assert.deepEqual(match.changes.at(-1), change);
  });
}

test('who speaks, hesitation and applause are not the speaker’s words', () => {
  const text = 'It was late. “We will build the bridge,” Ms. Berg told the meeting, “and we will, uh, pay for it ourselves.” She paused. “By May,” said Karl Ohm. “Not a day later.” [Applause] “Then (laughter) we all go home.”';
  for (const quoted of ['We will build the bridge, and we will pay for it ourselves.', 'By May. Not a day later.', 'Then we all go home']) {
    const match = matchQuote(quoted, text);
    assert.ok(match.kind === 'exact', quoted);
    assert.ok(text.slice(match.span!.start, match.span!.end).startsWith(quoted.slice(0, 4)));
  }
  assert.equal(matchQuote('We won’t run it again', 'The editor wrote: “[W]e won’t run it again.”').kind, 'exact');
  assert.equal(matchQuote('We will build the bridge, and we will not pay for it ourselves.', text).kind, 'near');
  assert.notEqual(matchQuote('we will pay for it ourselves. By May', text).kind, 'exact');
});

test('what is quoted together stands together', () => {
  const far = `The pier is closed for good. ${'Nothing else was said about it in the hall that night. '.repeat(300)} It will be torn down in May.`;
  assert.equal(matchQuote('The pier is closed for good … It will be torn down in May.', far).kind, 'absent');
  assert.equal(matchQuote('It will be torn down in May … The pier is closed for good', far).kind, 'absent');
  assert.equal(matchQuote('The pier is closed … in May.', far).kind, 'absent');
});

test('a long quotation with one word changed is near, and names the word', () => {
  const words = Array.from({ length: 400 }, (_, i) => `word${i * 7}`);
  const text = ['Before that he spoke of other things.', ...words, 'And then he sat down.'].join(' ');
  const match = matchQuote(words.with(200, 'other').join(' '), text);
  assert.ok(match.kind === 'near');
  assert.deepEqual(match.changes, [{ source: 'word1400', quoted: 'other' }]);
});

test('any stretch of words is found where it stands, and with one word changed it is not', () => {
  // A source's hesitations ("umm") are no words of a quotation, and "per cent" is one.
  const word = fc.stringMatching(/^[a-z]{3,8}$/).filter(w => !/^(?:per|cent|u+h+m*|u+m+|h+m+)$/.test(w));
  fc.assert(fc.property(fc.uniqueArray(word, { minLength: 12, maxLength: 60 }), fc.nat(), fc.integer({ min: 5, max: 30 }), (words, at, length) => {
    const from = at % (words.length - 5);
    const quoted = words.slice(from, from + length);
    const passage = preparePassage(words.join(' '));
    const match = matchQuote(quoted.join(' '), passage);
    assert.ok(match.kind === 'exact');
    assert.equal(passage.text.slice(match.span!.start, match.span!.end), quoted.join(' '));
    assert.notEqual(matchQuote(quoted.with(length % quoted.length, 'zzzzzzzzz').join(' '), passage).kind, 'exact');
  }));
});

test('a locator is that of the stretch, else of the passage', () => {
  const passage = { locator: 'p. 1', locators: [{ start: 0, end: 5, locator: '00:00:01' }, { start: 8, end: 12, locator: '00:00:09' }] };
  assert.deepEqual([0, 4, 6, 8, 20].map(at => locatorAt(passage, at)), ['00:00:01', '00:00:01', 'p. 1', '00:00:09', 'p. 1']);
  assert.equal(locatorAt({}, 3), undefined);
});
