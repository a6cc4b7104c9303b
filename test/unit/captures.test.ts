// Captures of sources as the words that a quotation is looked for in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeWords, toPassages } from '../../server/src/sources/captures.ts';

test('a page that holds its text elsewhere is no passage, nor is an empty file', async () => {
  assert.deepEqual(await toPassages('a', 'a.html', '<div id="root"></div><script src="app.js"></script>'), []);
  assert.deepEqual(await toPassages('a', 'a.txt', ' \n'), []);
  assert.equal((await toPassages('a', 'a.htm', `<p>${'word '.repeat(40)}</p>`))[0]!.whole, true);
});

test('a transcript gives its spoken words with their times', async () => {
  const srt = '1\n00:00:01,000 --> 00:00:02,000\nIn 2025 we began.\n\n2\n00:00:03,000 --> 00:00:04,000\n<i>32</i> of us.\n';
  const passage = (await toPassages('a', 'a.srt', srt))[0]!;
  assert.equal(passage.text, 'In 2025 we began.\n32 of us.');
  assert.deepEqual(passage.locators?.map(({ locator }) => locator), ['00:00:01', '00:00:03']);
});

test('the words beside a capture keep their places and whether they are all, as long as they are the same words', async () => {
  const text = 'Minutes\n\nWe began in 2025.\n\nWe ended.';
  const origin = JSON.stringify({ words: describeWords({ format: 'pdf', text, truncated: true, locators: [{ start: 9, end: 26, locator: 'p. 3' }, { start: 28, end: 37, locator: 'p. 4' }] }) });
  assert.deepEqual(await toPassages('a', 'a.pdf.txt', text, origin), [{ source: 'a', text, whole: false, locators: [{ start: 9, end: 26, locator: 'p. 3' }, { start: 28, end: 37, locator: 'p. 4' }] }]);
  const edited = (await toPassages('a', 'a.pdf.txt', `${text} Quite.`, origin))[0]!;
  assert.deepEqual([edited.whole, edited.locators?.[1]?.locator], [true, 'para. 2']);
  for (const broken of ['', '{', '{"words": {"characters": 37, "truncated": false, "locators": ["9-2 x", "a-b c", 7]}}', `{"words": {"characters": 37, "truncated": false, "locators": [${'"0-5 x",'.repeat(3)}"9-12 y"]}}`]) {
    const [passage] = await toPassages('a', 'a.pdf.txt', text, broken);
    for (const [i, { start, end }] of passage!.locators!.entries()) assert.ok(start < end && start >= (passage!.locators![i - 1]?.end ?? 0), broken);
  }
});
