// Captures of sources as the words that a quotation is looked for in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toPassages } from '../../server/src/sources/captures.ts';

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
