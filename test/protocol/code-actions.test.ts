// Quick fixes: versioned, refused for a text that has moved on, and for every kind of client.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { CodeAction, Diagnostic, TextDocumentEdit } from 'vscode-languageserver/node';
import { EDITOR, OLD_EDITOR, startClient, type TestClient, type TestClientOptions } from './client.ts';

const REGISTRY = 'port:\n  type: report\n  title: Monthly figures\n  publisher: Port Authority\n  issued: 2025-08-01\n';
const FILES = { 'sources.yaml': REGISTRY, 'claimcheck.yaml': '# ours\nsources: [sources.yaml]\n' };

async function start(t: TestContext, options?: TestClientOptions): Promise<TestClient> {
  const client = await startClient(options);
  t.after(() => client.stop());
  return client;
}

function actionsFor(client: TestClient, uri: string, diagnostics: readonly Diagnostic[], only?: string[]): Promise<CodeAction[]> {
  const { range } = diagnostics[0]!;
  return client.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics, ...(only ? { only } : {}) } });
}

test('the fix of a slip is preferred, is for this version, and mends the draft', async t => {
  const client = await start(t, { files: FILES });
  const uri = client.open('a.md', 'Ships came [@prot].\n');
  const actions = await actionsFor(client, uri, await client.diagnostics('a.md'));
  const fix = actions.find(action => action.title === 'Change to “port”')!;
  assert.equal(fix.kind, 'quickfix');
  assert.equal(fix.isPreferred, true);
  assert.equal(fix.diagnostics?.length, 1);
  assert.equal((fix.edit!.documentChanges![0] as TextDocumentEdit).textDocument.version, 1);
  assert.equal((await client.apply(fix.edit!)).get(uri), 'Ships came [@port].\n');
});

for (const [text, title, output] of [
  ['Sales rose from $200m to $212m, an increase of 9 percent [@port].\n', 'Replace by 6', 'Sales rose from $200m to $212m, an increase of 6 percent [@port].\n'],
  ['Of the 12 jurors, seven agreed and the remaining four did not [@port].\n', 'Replace by five', 'Of the 12 jurors, seven agreed and the remaining five did not [@port].\n'],
  ['Its share rose from 20% to 25%, up **5%** [@port].\n', 'Change to “percentage points”', 'Its share rose from 20% to 25%, up **5 percentage points** [@port].\n'],
  ['It sat on Wed., June 5, 2025 [@port].\n', 'Change the day to 4', 'It sat on Wed., June 4, 2025 [@port].\n'],
  ['The mine closed in June 2019 [@port].\n\nThe mine closed on May 3, 2019 [@port].\n', 'Use “May 3, 2019” everywhere', 'The mine closed on May 3, 2019 [@port].\n\nThe mine closed on May 3, 2019 [@port].\n'],
] as const) {
  test(`one edit settles a figure or a date: ${title}`, async t => {
    const client = await start(t, { files: FILES });
    const uri = client.open('a.md', text);
    const actions = await actionsFor(client, uri, await client.diagnostics('a.md'));
    const fix = actions.find(action => action.title === title)!;
    assert.equal(fix.edit!.documentChanges!.length, 1);
    assert.equal((await client.apply(fix.edit!)).get(uri), output);
    client.change('a.md', output);
    assert.deepEqual((await client.diagnostics('a.md')).map(d => d.code), []);
  });
}

test('a fix in another document names that document’s version, or none for a file', async t => {
  const client = await start(t, { files: FILES });
  const uri = client.open('a.md', 'Ships came [@buoys].\n');
  const create = async () => (await actionsFor(client, uri, await client.diagnostics('a.md'))).find(action => /^Create the source “buoys”/.test(action.title))!;
  const inFile = (await create()).edit!.documentChanges![0] as TextDocumentEdit;
  assert.deepEqual(inFile.textDocument, { uri: 'file:///news/sources.yaml', version: null });
  client.open('sources.yaml', `# new\n${REGISTRY}`, 'yaml');
  const fix = await create();
  assert.deepEqual((fix.edit!.documentChanges![0] as TextDocumentEdit).textDocument, { uri: 'file:///news/sources.yaml', version: 1 });
  assert.match((await client.apply(fix.edit!)).get('file:///news/sources.yaml')!, /^# new\nport:[^]*\nbuoys:\n/);
});

test('a diagnostic of an earlier text has no fixes', async t => {
  const client = await start(t, { files: FILES });
  const uri = client.open('a.md', 'Ships came [@prot].\n');
  const before = await client.diagnostics('a.md');
  client.change('a.md', 'Two ships came [@prot].\n');
  assert.deepEqual(await actionsFor(client, uri, before), []);
});

test('what was not ours or not asked for has no fixes', async t => {
  const client = await start(t, { files: FILES });
  const uri = client.open('a.md', 'Ships came [@prot].\n');
  const diagnostics = await client.diagnostics('a.md');
  assert.deepEqual(await actionsFor(client, uri, diagnostics, ['refactor']), []);
  assert.deepEqual(await actionsFor(client, uri, diagnostics.map(d => ({ ...d, source: 'spelling' }))), []);
  assert.deepEqual(await actionsFor(client, uri, diagnostics.map(d => ({ ...d, data: { version: 1, finding: 'no' } as unknown as Diagnostic['data'], code: 'no/rule' }))), []);
});

test('a rule is disabled for the line, and turned off in the configuration with its comments kept', async t => {
  const client = await start(t, { files: FILES });
  const uri = client.open('a.md', 'Ships came TK.\n');
  const actions = await actionsFor(client, uri, await client.diagnostics('a.md'));
  const disable = actions.find(action => action.title === 'Disable draft/tk for this line')!;
  assert.equal((await client.apply(disable.edit!)).get(uri), '<!-- claimcheck-disable-next-line draft/tk -->\nShips came TK.\n');
  const turnOff = actions.find(action => /claimcheck\.yaml/.test(action.title))!;
  assert.equal((await client.apply(turnOff.edit!)).get('file:///news/claimcheck.yaml'), '# ours\nsources: [sources.yaml]\nrules:\n  draft/tk: off\n');
});

test('a configuration that is not there yet is made, where the client can', async t => {
  const client = await start(t);
  const uri = client.open('a.md', 'Ships came TK.\n');
  const turnOff = (await actionsFor(client, uri, await client.diagnostics('a.md'))).find(action => /claimcheck\.yaml/.test(action.title))!;
  assert.deepEqual(turnOff.edit!.documentChanges![0], { kind: 'create', uri: 'file:///news/claimcheck.yaml', options: { ignoreIfExists: true } });
  assert.equal((await client.apply(turnOff.edit!)).get('file:///news/claimcheck.yaml'), 'rules:\n  draft/tk: off\n');

  const { workspace, ...rest } = EDITOR;
  const old = await start(t, { capabilities: { ...rest, workspace: { ...workspace, workspaceEdit: {} } } });
  old.open('a.md', 'Ships came TK.\n');
  assert.ok(!(await actionsFor(old, uri, await old.diagnostics('a.md'))).some(action => /claimcheck\.yaml/.test(action.title)));
});

test('a marker offers the way to the next one only to a client that knows the command', async t => {
  const titles = async (commands: boolean) => {
    const client = await start(t, { options: { commands } });
    const uri = client.open('a.md', 'TK\n');
    return (await actionsFor(client, uri, await client.diagnostics('a.md'))).filter(action => action.command).map(action => action.command!.command);
  };
  assert.deepEqual(await titles(true), ['claimcheck.nextMarker']);
  assert.deepEqual(await titles(false), []);
});

test('a client that keeps no data and knows no versions gets the same fixes as plain changes', async t => {
  const client = await start(t, { capabilities: OLD_EDITOR, files: FILES });
  const uri = client.open('a.md', 'Ships came [@prot].\n');
  const { diagnostics } = await client.publishedFor('a.md', params => params.diagnostics.length > 0);
  const kept = diagnostics.map(({ range, message, code, source, severity }) => ({ range, message, code, source, severity }) as Diagnostic);
  const fix = (await actionsFor(client, uri, kept)).find(action => action.title === 'Change to “port”')!;
  assert.deepEqual(Object.keys(fix.edit!), ['changes']);
  assert.equal((await client.apply(fix.edit!)).get(uri), 'Ships came [@port].\n');
});
