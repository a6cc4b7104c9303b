// Quotations over the protocol: the hover that tells who speaks and how the words stand to the source's, inlay hints, the outline.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { DocumentSymbol, Hover, InlayHint, MarkupContent } from 'vscode-languageserver/node';
import { startClient, type TestClient, type TestClientOptions } from './client.ts';

const REGISTRY = `minutes:
  type: report
  title: Minutes of the council
  publisher: Town of Lund
  issued: 2025-08-01
  excerpts:
    - {text: "The pier will stay closed until the inspection is done. We ask for patience.", locator: p. 3}
bare:
  type: report
  title: The harbour log
  publisher: Town of Lund
  issued: 2025-08-01
whole:
  type: report
  title: The speech
  publisher: Town of Lund
  issued: 2025-08-01
  file: captures/speech.txt
deep:
  type: interview
  author: {family: Quist, given: Odo}
  issued: 2025-08-02
  anonymous: {description: a harbour pilot, reason: fears for the job}
`;
const FILES = { 'sources.yaml': REGISTRY, 'claimcheck.yaml': 'sources: [sources.yaml]\n', 'captures/speech.txt': 'Nobody shall fish here. The boats are old.' };

async function start(t: TestContext, options: TestClientOptions = { files: FILES }): Promise<TestClient> {
  const client = await startClient(options);
  t.after(() => client.stop());
  return client;
}

/** The card of the quotation at `|`, or undefined. */
async function card(t: TestContext, marked: string): Promise<string | undefined> {
  const client = await start(t);
  const found = await client.connection.sendRequest<Hover | null>('textDocument/hover', client.place('a.md', marked));
  return (found?.contents as MarkupContent | undefined)?.value.split('\n\n---\n\n').find(part => part.startsWith('**Quotation**'));
}

test('a quotation shows who speaks, through what, and that its words are the source’s', async t => {
  const shown = (await card(t, '“The pier will stay |closed until the inspection is done,” Ida Ohm, the clerk, said in a statement [@minutes].\n'))!;
  for (const line of ['**Said by:** Ida Ohm', '**Through:** a statement', '**Source:** minutes · Minutes of the council', '**Passage:** “The pier will stay closed until the inspection is done.”', '**Match:** word for word']) assert.ok(shown.includes(line), `${line} in ${shown}`);
});

test('a pronoun is shown as the person who is meant', async t => {
  const shown = (await card(t, 'Ida Ohm, 41, was tired. “The pier is cl|osed,” she said.\n'))!;
  assert.ok(shown.includes('**Said by:** Ida Ohm'), shown);
  assert.ok(shown.includes('**In the draft:** “she”'), shown);
});

const MATCHES: readonly (readonly [name: string, marked: string, ...lines: string[]])[] = [
  ['other words than the source’s', '“The pier will stay |closed until the repair is done,” Ohm said [@minutes].', '**Passage:** “The pier will stay closed until the inspection is done”', '**Where:** minutes, p. 3', '**Match:** differs: “repair” stands for “inspection”'],
  ['words that an excerpt has not', '“Nobody shall |ever fish here again,” Ohm said [@minutes].', '**Match:** not found in the excerpts of “minutes”'],
  ['words that a capture has not', '“Everyone may |fish from the north wall,” Ohm said [@whole].', '**Match:** not found in the text of “whole”'],
  ['words of a capture', '“Nobody |shall fish here,” Ohm said [@whole].', '**Passage:** “Nobody shall fish here.”', '**Match:** word for word'],
  ['a source without its text', '“Nobody |shall fish here,” Ohm said [@bare].', '**Match:** not checked: the registry has no excerpt or capture to hold it against'],
  ['no source', '“Nobody |shall fish here,” Ohm said.', '**Match:** not checked: no source of the registry is cited for it'],
  ['no speaker', 'The ferry was late.\n\n“Nobody told us |that the pier was closed.”\n\nThe harbour reopens in May.', '**Said by:** the draft does not say'],
];

for (const [name, marked, ...lines] of MATCHES) {
  test(`what a hover says of ${name}`, async t => {
    const shown = (await card(t, `${marked}\n`))!;
    for (const line of lines) assert.ok(shown.includes(line), `${line} in ${shown}`);
  });
}

test('a term and a title are no quotations', async t => {
  assert.equal(await card(t, 'The so-called “levy |list” grew.\n'), undefined);
});

test('a hover never says the name of a confidential source', async t => {
  const shown = (await card(t, '“The pier is |closed for good,” Odo Quist said [@deep].\n'))!;
  assert.doesNotMatch(shown, /Quist|Odo/);
});

// --- inlay hints --------------------------------------------------------------------------------

async function hints(t: TestContext, text: string): Promise<string[]> {
  const client = await start(t);
  const uri = client.open('a.md', text);
  const found = await client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range: { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } } });
  return found.map(hint => `${hint.position.line}:${hint.position.character} ${String(hint.label)}`);
}

test('a hint names the speaker whom the sentence does not', async t => {
  assert.deepEqual(await hints(t, 'Ida Ohm, 41, was blunt. “The pier is closed, and it stays so.”\n\n“It is old,” she said.\n'), ['0:62 — Ida Ohm', '2:12 — Ida Ohm']);
});

test('no hint where the sentence names the speaker, or nobody does', async t => {
  assert.deepEqual(await hints(t, '“It is old,” Ida Ohm said.\n\nThe ferry was late.\n\n“Nobody told us that the pier was closed.”\n\nThe “levy list” grew.\n'), []);
});

test('hints are those of the range that is shown', async t => {
  const client = await start(t);
  const uri = client.open('a.md', 'Ida Ohm, 41, was blunt. “The pier is closed, and it stays so.”\n\n“It is old,” she said.\n');
  const found = await client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range: { start: { line: 2, character: 0 }, end: { line: 2, character: 20 } } });
  assert.deepEqual(found.map(hint => hint.position.line), [2]);
});

// --- outline ------------------------------------------------------------------------------------

test('the outline has the quotations under their headings, with their speakers', async t => {
  const client = await start(t);
  const uri = client.open('a.md', '# Port\n\n“It is old,” Ida Ohm said.\n\n## Ferry\n\nThe ferry was late.\n\n“Nobody told us that the pier was closed.”\n\nThe harbour reopens in May.\n\n## Rest\n\nThe “levy list” grew.\n');
  const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
  const show = (list: readonly DocumentSymbol[]): unknown[] => list.map(({ name, detail, children }) => [name, detail ?? '', show(children ?? [])]);
  assert.deepEqual(show(symbols), [['Port', '', [['“It is old,”', 'Ida Ohm', []], ['Ferry', '', [['“Nobody told us that the pier was closed.”', 'no speaker', []]]]]]]);
});
