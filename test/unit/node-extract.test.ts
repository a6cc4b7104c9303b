// Files are read in a thread of its own: what hangs, breaks or outgrows it ends with it, and the next file is read all the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNodeExtract } from '../../server/src/node-extract.ts';
import { pdfOfStream } from '../synthetic/write-pdf.ts';

const file = (text: string, name = 'a.txt') => ({ bytes: new TextEncoder().encode(text), name });
const program = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; parentPort.on('message', file => { const words = new TextDecoder().decode(file.bytes); ${code} parentPort.postMessage({ format: 'text', text: words, locators: [], truncated: false }); });`)}`);

test('files are read one after the other, while this thread goes on', { timeout: 30_000 }, async () => {
  const extract = createNodeExtract();
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const texts = await Promise.all([extract(file('One.')), extract({ bytes: pdfOfStream(Buffer.from('BT /F1 9 Tf 9 9 Td (a) Tj ET '.repeat(20_000)), ''), name: 'a.pdf' }), extract(file('Three.')), extract(file(''))]);
  clearInterval(timer);
  assert.deepEqual(texts.map(text => ('problem' in text ? text.problem : text.text.slice(0, 10))), ['One.', 'a'.repeat(10), 'Three.', 'The file is empty.']);
  assert.ok(turns > 20, `${turns} turns`);
});

test('a file that takes too long is given up on', { timeout: 30_000 }, async () => {
  const extract = createNodeExtract({ longest: 500, script: program('while (words === "hang");') });
  const texts = await Promise.all([extract(file('hang')), extract(file('fine'))]);
  assert.match(JSON.stringify(texts[0]), /takes longer than 0\.5 seconds/);
  assert.match(JSON.stringify(texts[1]), /"text":"fine"/);
});

test('a file that takes too much memory is given up on', { timeout: 30_000 }, async () => {
  const extract = createNodeExtract({ mostMemory: 300 * 1024 * 1024, script: program('if (words === "grow") { const held = []; for (;;) held.push(Buffer.alloc(20_000_000, 1)); }') });
  const texts = await Promise.all([extract(file('grow')), extract(file('fine'))]);
  assert.match(JSON.stringify(texts), /takes more memory than there is for it.*"text":"fine"/);
});

test('a file that breaks its reader is a problem of its own', { timeout: 30_000 }, async () => {
  const extract = createNodeExtract({ script: program('if (words === "throw") throw new Error("no"); if (words === "exit") process.exit(3);') });
  const texts = await Promise.all([extract(file('throw')), extract(file('exit')), extract(file('fine'))]);
  assert.match(JSON.stringify(texts), /cannot be read: it takes more memory.*its reader stopped.*"text":"fine"/);
});
