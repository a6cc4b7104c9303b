// The texts of the workspace: how many are read at once, and how much is kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FilePort } from '../../server/src/ports.ts';
import { createBlockCache } from '../../server/src/workspace/block-cache.ts';
import { Texts } from '../../server/src/workspace/texts.ts';
import { inMemoryFiles, toUri } from './in-memory-files.ts';

test('a few files are read at once, and all of them in the end', async () => {
  let now = 0;
  let most = 0;
  const port: FilePort = { ...inMemoryFiles({}), readText: async uri => {
    most = Math.max(most, ++now);
    await new Promise(resolve => setImmediate(resolve));
    now--;
    return uri;
  } };
  const texts = new Texts(port);
  const uris = Array.from({ length: 100 }, (_, i) => toUri(`${i}.md`));
  assert.deepEqual((await Promise.all(uris.map(uri => texts.read(uri)))).map(state => state?.text), uris);
  assert.ok(most > 1 && most <= 8, `${most} at once`);
});

test('a reading that fails is no text, and hinders no other', async () => {
  const port: FilePort = { ...inMemoryFiles({}), readText: async uri => {
    if (uri.endsWith('bad.md')) throw new Error('the disk is gone');
    return 'Text.';
  } };
  const texts = new Texts(port);
  assert.equal(await texts.read(toUri('bad.md')), undefined);
  assert.equal((await texts.read(toUri('good.md')))?.text, 'Text.');
});

test('long texts that were not asked for lately are read again', async () => {
  const port = inMemoryFiles(Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}.md`, 'x'.repeat(4_000_000)])));
  const texts = new Texts(port);
  for (const i of [0, 1, 2, 3, 0, 4, 5]) await texts.read(toUri(`${i}.md`));
  assert.equal(port.reads.length, 6);
  await texts.read(toUri('0.md'));
  assert.equal(port.reads.length, 6, 'asked for lately');
  await texts.read(toUri('1.md'));
  assert.deepEqual(port.reads.at(-1), toUri('1.md'), 'asked for long ago');
});

test('a text that changed while it was read is not kept', async () => {
  const port = inMemoryFiles({ 'a.md': 'Old.' });
  const texts = new Texts(port);
  const reading = texts.read(toUri('a.md'));
  port.write('a.md', 'New.');
  texts.changed(toUri('a.md'));
  await reading;
  assert.equal((await texts.read(toUri('a.md')))?.text, 'New.');
});

test('the cache of blocks keeps those used last', () => {
  const cache = createBlockCache(10);
  const content = (text: string) => ({ text, leaves: [] });
  const [a, b] = [content('a'), content('b')];
  cache.set('aaaa', a);
  cache.set('bbbb', b);
  assert.equal(cache.get('aaaa'), a);
  cache.set('cccc', content('c'));
  assert.deepEqual([cache.get('aaaa'), cache.get('bbbb')], [a, undefined]);
});
