// What the extension's commands ask of the server.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ResponseError, type ApplyWorkspaceEditParams } from 'vscode-languageserver/node';
import {
  CHECK_DRAFT, CITE_SOURCE, INSERT_CLAIM, LIST_SOURCES, MARK_VERIFIED, NEW_SOURCE, NEXT_MARKER, SERVER_COMMANDS,
  type EditResult, type InsertClaimResult, type ListedSource, type ProtocolRange,
} from '../../server/src/protocol.ts';
import { startClient, type TestClient, type TestClientOptions } from './client.ts';

const REGISTRY = 'port:\n  type: report\n  title: Container figures\n  publisher: Port Authority\n  issued: 2025-08-01\n\ndeep:\n  type: interview\n  author: {family: Quist, given: Odo}\n  issued: 2025-08-02\n  terms: background\n';
const FILES = { 'sources.yaml': REGISTRY, 'claimcheck.yaml': 'sources: [sources.yaml]\n' };

interface Desk extends TestClient {
  /** The texts after the last edit that the server sent. */
  edited(): Map<string, string>;
}

/** A client that does the edits that the server asks for, if they are for the present versions. */
async function start(t: TestContext, options: TestClientOptions = { files: FILES }): Promise<Desk> {
  const client = await startClient(options);
  t.after(() => client.stop());
  let texts = new Map<string, string>();
  client.connection.onRequest('workspace/applyEdit', async ({ edit }: ApplyWorkspaceEditParams) => {
    try {
      texts = await client.apply(edit);
      return { applied: true };
    } catch {
      return { applied: false };
    }
  });
  return { ...client, edited: () => texts };
}

/** The place of the cursor, `|`, in the text, which is opened as the draft. */
function cursor(client: TestClient, marked: string, version = 1) {
  const { textDocument: { uri }, position } = client.place('a.md', marked);
  return { uri, version, range: { start: position, end: position } };
}

test('Check Draft counts by severity, and says which files are none of ours', async t => {
  const client = await start(t);
  const uri = client.open('a.md', 'Ships came [@prot] TK.\n');
  assert.deepEqual(await client.connection.sendRequest(CHECK_DRAFT, { uri }), { kind: 'draft', version: 1, counts: { error: 1, warning: 1, information: 0, hint: 0 }, coverage: { claims: 0, sourced: 0, verified: 0, open: 0 } });
  client.open('package.json', '{}', 'json');
  assert.equal(await client.connection.sendRequest(CHECK_DRAFT, { uri: 'file:///news/package.json' }), null);
});

for (const [marked, expected] of [
  ['It was f|ull. Ships came.', 'It was full. <!-- claim $0 --> Ships came.'],
  ['It was full.[^a]| Ships came.\n\n[^a]: A log', 'It was full.[^a] <!-- claim $0 --> Ships came.\n\n[^a]: A log'],
  ['It was f|ull [@port, p. 3].', 'It was full [@port, p. 3]. <!-- claim $0 -->'],
  ['It was f|ull. [@port; @deep] Ships.', 'It was full. [@port; @deep] <!-- claim $0 --> Ships.'],
  ['It was f|ull. <!-- claim id=a -->', 'It was full. <!-- claim id=a --> <!-- claim $0 -->'],
  ['| Port | Boxes |\n| --- | --- |\n| Ferris | It took 1|2 |', '| Port | Boxes |\n| --- | --- |\n| Ferris | It took 12 <!-- claim $0 --> |'],
] as const) {
  test(`Insert Claim: ${marked.split('\n').at(-1)}`, async t => {
    const client = await start(t);
    const bar = marked.lastIndexOf('|');
    const place = marked.startsWith('|') ? (() => {
      // A table has bars of its own: the cursor is where the last number is cut.
      const at = marked.indexOf('1|2') + 1;
      const text = marked.slice(0, at) + marked.slice(at + 1);
      const uri = client.open('a.md', text);
      const position = { line: 2, character: at - marked.lastIndexOf('\n', at) - 1 };
      return { text, params: { uri, version: 1, range: { start: position, end: position } } };
    })() : { text: marked.slice(0, bar) + marked.slice(bar + 1), params: cursor(client, marked) };
    const { position, snippet } = await client.connection.sendRequest<InsertClaimResult>(INSERT_CLAIM, place.params);
    const lines = place.text.split('\n');
    lines[position.line] = lines[position.line]!.slice(0, position.character) + snippet + lines[position.line]!.slice(position.character);
    assert.equal(lines.join('\n'), expected);
  });
}

test('Insert Claim on a part of a sentence names that part', async t => {
  const client = await start(t);
  const uri = client.open('a.md', 'It took in 12 "red" boxes and 3 crates.\n');
  const { snippet } = await client.connection.sendRequest<InsertClaimResult>(INSERT_CLAIM, { uri, version: 1, range: { start: { line: 0, character: 11 }, end: { line: 0, character: 25 } } });
  assert.equal(snippet, ' <!-- claim text="12 &quot;red&quot; boxes" $0 -->');
});

test('a place without a sentence is refused in words', async t => {
  const client = await start(t);
  const result = await client.connection.sendRequest<EditResult>(INSERT_CLAIM, cursor(client, 'It was full.\n\n|\n\n---\n'));
  assert.match((result as { message: string }).message, /no sentence here/);
});

test('the sources to cite are those that share most with the sentence first; a confidential one last and unnamed', async t => {
  const client = await start(t);
  const sources = await client.connection.sendRequest<ListedSource[]>(LIST_SOURCES, cursor(client, 'Container fig|ures rose.\n'));
  assert.deepEqual(sources.map(source => source.id), ['port', 'deep']);
  assert.equal(sources[0]!.title, 'Container figures');
  assert.doesNotMatch(JSON.stringify(sources), /Quist|Odo/);
});

test('Cite Source puts the key before the closing punctuation', async t => {
  const client = await start(t);
  const result = await client.connection.sendRequest<EditResult>(CITE_SOURCE, { ...cursor(client, 'It was f|ull. Ships came.\n'), id: 'port' });
  assert.equal(result.done, true);
  assert.deepEqual([...client.edited().values()], ['It was full [@port]. Ships came.\n']);
});

test('an edit for a text that has changed since is refused, and nothing is changed', async t => {
  const client = await start(t);
  const place = cursor(client, 'It was f|ull.\n');
  client.change('a.md', 'It was not full.\n');
  for (const [request, params] of [[CITE_SOURCE, { ...place, id: 'port' }], [MARK_VERIFIED, { ...place, by: 'ab', on: '2025-09-19' }], [INSERT_CLAIM, place]] as const) {
    const result = await client.connection.sendRequest<EditResult>(request, params);
    assert.deepEqual(result, { done: false, message: 'The draft has changed meanwhile. Try again.' });
  }
  assert.equal(client.edited().size, 0);
});

test('New Source writes an entry into the registry, with placeholders for what is not known', async t => {
  const client = await start(t);
  const uri = client.open('a.md', 'It was full.\n');
  const result = await client.connection.sendRequest<EditResult>(NEW_SOURCE, { uri, type: 'webpage', id: 'notice', title: 'To ships', url: 'https://port.example/notice' });
  assert.deepEqual(result, { done: true, uri: 'file:///news/sources.yaml', range: { start: { line: 10, character: 19 }, end: { line: 10, character: 19 } } });
  assert.equal(client.edited().get('file:///news/sources.yaml'), `${REGISTRY}\nnotice:\n  type: webpage\n  title: To ships\n  url: https://port.example/notice\n  issued: TK\n  accessed: TK\n`);
});

test('New Source without a registry writes into the front matter', async t => {
  const client = await start(t, {});
  const uri = client.open('a.md', 'It was full.\n');
  await client.connection.sendRequest<EditResult>(NEW_SOURCE, { uri, type: 'report', id: 'log', title: '', url: '' });
  assert.equal(client.edited().get(uri), '---\nsources:\n  log:\n    type: report\n    title: TK\n    publisher: TK\n    issued: TK\n---\nIt was full.\n');
});

for (const [id, message] of [['port', /already/], ['two words', /cannot be the id/]] as const) {
  test(`New Source refuses the id “${id}”`, async t => {
    const client = await start(t);
    const uri = client.open('a.md', 'It was full.\n');
    const result = await client.connection.sendRequest<EditResult>(NEW_SOURCE, { uri, type: 'report', id, title: '', url: '' });
    assert.match((result as { message: string }).message, message);
  });
}

for (const [marked, expected] of [
  ['It was f|ull.', /^It was full\. <!-- claim status=verified by=ab on=2025-09-19 hash=([0-9a-f]{8}) -->$/],
  ['It was f|ull.[^a]\n\n[^a]: A log', /^It was full\.\[\^a\] <!-- claim status=verified by=ab on=2025-09-19 hash=([0-9a-f]{8}) -->\n/],
  ['It was full. <!-- claim id=a status=to|do by="x y" -->', /^It was full\. <!-- claim id=a status=verified by="ab" on=2025-09-19 hash=([0-9a-f]{8}) -->$/],
] as const) {
  test(`Mark Claim as Verified: ${marked.split('\n')[0]}`, async t => {
    const client = await start(t);
    const place = cursor(client, marked);
    const result = await client.connection.sendRequest<EditResult>(MARK_VERIFIED, { ...place, by: 'ab', on: '2025-09-19' });
    assert.equal(result.done, true);
    const text = client.edited().get(place.uri)!;
    assert.match(text, expected);
    client.change('a.md', `---\nstatus: ready\n---\n${text}`);
    assert.deepEqual((await client.diagnostics('a.md')).filter(d => /^draft\//.test(String(d.code))), [], 'a verified claim that has not changed has no findings');
  });
}

test('initials that would break the comment are refused', async t => {
  const client = await start(t);
  const result = await client.connection.sendRequest<EditResult>(MARK_VERIFIED, { ...cursor(client, 'It was f|ull.'), by: 'a --> b', on: '2025-09-19' });
  assert.equal(result.done, false);
});

test('the next marker is the one after the cursor, and the first again after the last', async t => {
  const client = await start(t);
  const text = 'TK and [TK: a note] and $TK.\n';
  const uri = client.open('a.md', text);
  const selected = [];
  let range: ProtocolRange = { start: { line: 0, character: 5 }, end: { line: 0, character: 5 } };
  for (let i = 0; i < 3; i++) {
    range = (await client.connection.sendRequest<ProtocolRange | null>(NEXT_MARKER, { uri, version: 1, range }))!;
    selected.push(text.slice(range.start.character, range.end.character));
  }
  assert.deepEqual(selected, ['[TK: a note]', '$TK', 'TK']);
  client.change('a.md', 'Done.\n');
  assert.equal(await client.connection.sendRequest(NEXT_MARKER, { uri, version: 2, range }), null);
});

test('any editor can check the workspace by its command; another command is refused', async t => {
  const client = await start(t, { files: { 'one.md': 'TK\n' } });
  assert.deepEqual(await client.connection.sendRequest('workspace/executeCommand', { command: SERVER_COMMANDS.checkWorkspace }), { documents: 1, counts: { error: 0, warning: 1, information: 0, hint: 0 }, coverage: { claims: 0, sourced: 0, verified: 0, open: 0 } });
  await assert.rejects(client.connection.sendRequest('workspace/executeCommand', { command: 'claimcheck.no' }), (error: unknown) => error instanceof ResponseError && /There is no command/.test(error.message));
});
