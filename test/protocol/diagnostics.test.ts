// Diagnostics: pulled and pushed, fresh, cancellable, and felt across documents.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { CancellationTokenSource, DiagnosticSeverity, LSPErrorCodes, ResponseError, type DocumentDiagnosticReport, type PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { CHECK_WORKSPACE, type CheckWorkspaceResult } from '../../server/src/protocol.ts';
import { OLD_EDITOR, startClient, type TestClient, type TestClientOptions } from './client.ts';

const DRAFT = 'The harbour took in 84,000 boxes [@port].\n\nThe bill is $TK million.\n';
const REGISTRY = 'port:\n  type: report\n  title: Monthly figures\n  publisher: Port Authority\n  issued: 2025-08-01\n';
const CONFIG = 'sources: [sources.yaml]\n';
const FILES = { 'sources.yaml': REGISTRY, 'claimcheck.yaml': CONFIG };

async function start(t: TestContext, options?: TestClientOptions): Promise<TestClient> {
  const client = await startClient(options);
  t.after(() => client.stop());
  return client;
}

const rulesOf = (params: PublishDiagnosticsParams | { diagnostics: readonly { code?: unknown }[] }) => params.diagnostics.map(d => d.code);

test('a diagnostic carries its rule, a link to the rule’s page, and what its fixes need', async t => {
  const client = await start(t, { files: FILES });
  const uri = client.open('a.md', DRAFT);
  const [marker, ...others] = await client.diagnostics('a.md');
  assert.deepEqual(others, []);
  assert.equal(marker?.code, 'draft/tk');
  assert.equal(marker.source, 'claimcheck');
  assert.equal(marker.severity, DiagnosticSeverity.Warning);
  assert.match(marker.codeDescription?.href ?? '', /^https:\/\/.*\/docs\/rules\/draft\/tk\.md$/);
  assert.deepEqual(marker.range, { start: { line: 2, character: 12 }, end: { line: 2, character: 15 } });
  const data = marker.data as { version: number; finding: { document: string; rule: string; start: number; end: number } };
  assert.equal(data.version, 1);
  assert.deepEqual([data.finding.document, data.finding.rule, DRAFT.slice(data.finding.start, data.finding.end)], [uri, 'draft/tk', '$TK']);
});

test('lines and characters are UTF-16, whatever the line ends', async t => {
  const client = await start(t);
  client.open('a.md', '# 🗞️ News\r\n\r\nWorth 𝟜 and “TK” more.\r\n');
  const [marker] = await client.diagnostics('a.md');
  assert.deepEqual(marker?.range.start, { line: 2, character: 14 });
});

test('a conflict points at the other draft', async t => {
  const client = await start(t, { files: { 'b.md': 'The levy is 30%.\n<!-- claim figure=levy value=30% -->\n' } });
  client.open('a.md', 'The levy is 20%.\n<!-- claim figure=levy value=20% -->\n');
  const conflict = (await client.diagnostics('a.md')).find(d => d.code === 'figures/conflict');
  assert.deepEqual(conflict?.relatedInformation?.map(related => [related.location.uri, related.location.range.start.line]), [['file:///news/b.md', 0]]);
});

test('what has not changed is not sent again', async t => {
  const client = await start(t);
  client.open('a.md', 'TK\n');
  const first = await client.pull('a.md');
  const again = await client.pull('a.md', (first as { resultId: string }).resultId);
  assert.deepEqual(again, { kind: 'unchanged', resultId: (first as { resultId: string }).resultId });
  client.change('a.md', 'TK \n');
  const later = await client.pull('a.md', (first as { resultId: string }).resultId);
  assert.equal(later.kind, 'full', 'the version that the fixes need is another one');
});

test('a text that changes while it is checked is checked as it is then', async t => {
  let typed = false;
  const client = await start(t, {
    onYield() {
      if (typed) return;
      typed = true;
      client.change('a.md', 'All is said.\n');
    },
  });
  client.open('a.md', 'TK\n');
  assert.deepEqual(await client.diagnostics('a.md'), []);
  assert.ok(typed, 'the check gave way');
});

test('a request that is cancelled while the check runs ends there, and is not kept as an answer', async t => {
  const cancellation = new CancellationTokenSource();
  const client = await start(t, { onYield: () => cancellation.cancel() });
  const uri = client.open('a.md', 'TK\n');
  await assert.rejects(
    client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } }, cancellation.token),
    (error: unknown) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
  );
  assert.equal((await client.diagnostics('a.md')).length, 1);
});

test('a registry that is edited asks for the diagnostics of the drafts again', async t => {
  const client = await start(t, { files: FILES });
  client.open('a.md', 'Ships came [@pier].\n');
  assert.deepEqual((await client.diagnostics('a.md')).map(d => d.code), ['sources/unknown']);
  client.open('sources.yaml', REGISTRY, 'yaml');
  const asked = client.refreshed();
  client.change('sources.yaml', REGISTRY.replace('port:', 'pier:'));
  await asked;
  assert.deepEqual(await client.diagnostics('a.md'), []);
});

test('a registry that changes while it is read is not shown as it was', async t => {
  let release = () => {};
  let reading = () => {};
  const begun = new Promise<void>(resolve => (reading = resolve));
  const held = new Promise<void>(resolve => (release = resolve));
  let first = true;
  const client = await start(t, {
    files: FILES,
    slow(uri) {
      if (!uri.endsWith('/sources.yaml') || !first) return undefined;
      first = false;
      reading();
      return held;
    },
  });
  client.open('a.md', 'Ships came [@pier].\n');
  const before = client.pull('a.md');
  await begun;
  client.changeFile('sources.yaml', REGISTRY.replace('port:', 'pier:'));
  const after = client.diagnostics('a.md');
  // Requests are taken in order: once this one is refused, the second one has been begun.
  await assert.rejects(client.connection.sendRequest('workspace/executeCommand', { command: 'none' }));
  release();
  assert.deepEqual(await after, []);
  await before;
});

test('each folder of a workspace has its own registries, and a folder that is added has its drafts checked by its own', async t => {
  const client = await start(t, { folders: ['file:///news', 'file:///sport'], files: {
    'claimcheck.yaml': CONFIG, 'sources.yaml': REGISTRY,
    'file:///sport/claimcheck.yaml': CONFIG, 'file:///sport/sources.yaml': REGISTRY.replace('port:', 'league:'),
    'file:///art/claimcheck.yaml': 'rules: {sources/unknown: off}\n',
  } });
  for (const folder of ['news', 'sport', 'art']) client.open(`file:///${folder}/a.md`, 'It was full [@league].\n');
  assert.deepEqual((await client.diagnostics('file:///news/a.md')).map(d => d.code), ['sources/unknown']);
  assert.deepEqual(await client.diagnostics('file:///sport/a.md'), []);
  const asked = client.refreshed();
  const art = { uri: 'file:///art', name: 'art' };
  client.workspaceFolders.push(art);
  void client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [art], removed: [] } });
  await asked;
  assert.deepEqual(await client.diagnostics('file:///art/a.md'), []);
});

test('a configuration that changes on disk asks for the diagnostics again', async t => {
  const client = await start(t, { files: FILES });
  client.open('a.md', DRAFT);
  assert.equal((await client.diagnostics('a.md')).length, 1);
  const asked = client.refreshed();
  client.changeFile('claimcheck.yaml', `${CONFIG}rules: {draft/tk: off}\n`);
  await asked;
  assert.deepEqual(await client.diagnostics('a.md'), []);
});

test('a figure that is edited in one draft is felt in the other', async t => {
  const client = await start(t);
  client.open('a.md', 'The levy is 20%.\n<!-- claim figure=levy value=20% -->\n');
  client.open('b.md', 'The levy is 20%.\n<!-- claim figure=levy value=20% -->\n');
  const settled = client.refreshed();
  await client.pull('a.md');
  await client.pull('b.md');
  await settled;
  const asked = client.refreshed();
  client.change('b.md', 'The levy is 30%.\n<!-- claim figure=levy value=30% -->\n');
  await client.pull('b.md');
  await asked;
  assert.ok((await client.diagnostics('a.md')).some(d => d.code === 'figures/conflict'));
});

test('a registry and a configuration have diagnostics of their own when they are open', async t => {
  const client = await start(t, { files: FILES });
  client.open('a.md', 'Ships came.\n');
  client.open('sources.yaml', REGISTRY, 'yaml');
  client.open('claimcheck.yaml', 'source: [sources.yaml]\n', 'yaml');
  client.open('package.json', '{"a": [1, 2}', 'json');
  assert.ok((await client.diagnostics('claimcheck.yaml')).length > 0);
  client.change('claimcheck.yaml', CONFIG);
  assert.deepEqual((await client.diagnostics('sources.yaml')).map(d => d.code), ['sources/unused']);
  assert.deepEqual(await client.diagnostics('package.json'), [], 'a file that is neither is none of ours');
});

test('the registry behind an open draft is published though nobody opened it, and taken back when it is mended', async t => {
  const client = await start(t, { files: FILES });
  client.open('a.md', 'Ships came.\n');
  const published = await client.publishedFor('sources.yaml');
  assert.deepEqual(rulesOf(published), ['sources/unused']);
  assert.equal(published.version, undefined);
  client.changeFile('sources.yaml', '{}\n');
  assert.deepEqual(rulesOf(await client.publishedFor('sources.yaml', params => params.diagnostics.length === 0)), []);
});

test('what was published for a closed file gives way when it is opened and pulled', async t => {
  const client = await start(t, { files: FILES });
  client.open('a.md', 'Ships came.\n');
  await client.publishedFor('sources.yaml');
  client.open('sources.yaml', REGISTRY, 'yaml');
  await client.publishedFor('sources.yaml', params => params.diagnostics.length === 0);
  assert.deepEqual((await client.diagnostics('sources.yaml')).map(d => d.code), ['sources/unused']);
});

test('checking the workspace publishes every draft and reports how far it is', async t => {
  const client = await start(t, { files: { ...FILES, 'one.md': 'TK\n', 'deep/two.md': 'Ships came [@pier].\n' } });
  const progress: string[] = [];
  client.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => void progress.push(value.kind));
  const result = await client.connection.sendRequest<CheckWorkspaceResult>(CHECK_WORKSPACE, { workDoneToken: 'token' });
  assert.deepEqual(rulesOf(await client.publishedFor('one.md')), ['draft/tk']);
  assert.deepEqual(rulesOf(await client.publishedFor('deep/two.md')), ['sources/unknown']);
  assert.deepEqual(result, { documents: 4, counts: { error: 1, warning: 1, information: 0, hint: 1 }, coverage: { claims: 0, sourced: 0, verified: 0, open: 0 } });
  assert.equal(progress[0], 'begin');
  assert.equal(progress.at(-1), 'end');
  assert.ok(progress.includes('report'));
});

test('checking the workspace can be given up', async t => {
  const cancellation = new CancellationTokenSource();
  const client = await start(t, { files: { 'one.md': 'TK\n', 'two.md': 'TK\n' }, onYield: () => cancellation.cancel() });
  await assert.rejects(client.connection.sendRequest(CHECK_WORKSPACE, {}, cancellation.token), (error: unknown) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled);
});

test('a client without pull is pushed to, with the version, and again after a change', async t => {
  const client = await start(t, { capabilities: OLD_EDITOR });
  client.open('a.md', 'TK\n');
  assert.deepEqual(await client.publishedFor('a.md').then(p => [p.version, rulesOf(p)]), [1, ['draft/tk']]);
  client.change('a.md', 'TKTK and\n');
  client.change('a.md', 'All is said.\n');
  assert.deepEqual(await client.publishedFor('a.md', p => p.version === 3).then(rulesOf), []);
  assert.ok(!client.published.some(p => p.version === 2), 'nothing is published for a text that was changed at once');
});

test('a client without pull loses the diagnostics of a document that is closed', async t => {
  const client = await start(t, { capabilities: OLD_EDITOR });
  client.open('a.md', 'TK\n');
  await client.publishedFor('a.md', p => p.diagnostics.length === 1);
  client.close('a.md');
  await client.publishedFor('a.md', p => p.diagnostics.length === 0);
});

test('a client without pull is pushed to again when the registry changes', async t => {
  const client = await start(t, { capabilities: OLD_EDITOR, files: FILES });
  client.open('a.md', 'Ships came [@pier].\n');
  await client.publishedFor('a.md', p => rulesOf(p).includes('sources/unknown'));
  client.changeFile('sources.yaml', REGISTRY.replace('port:', 'pier:'));
  await client.publishedFor('a.md', p => p.diagnostics.length === 0);
});

test('a client that keeps published findings beneath pulled ones has those of open registries published too', async t => {
  const client = await start(t, { files: FILES, options: { layeredDiagnostics: true } });
  client.open('sources.yaml', REGISTRY, 'yaml');
  client.open('a.md', 'Ships came.\n');
  assert.deepEqual(await client.publishedFor('sources.yaml', p => p.diagnostics.length > 0).then(p => p.version), 1);
  client.change('sources.yaml', '{}\n');
  await client.publishedFor('sources.yaml', p => p.diagnostics.length === 0);
});

test('an address that the client spells in its own way is one document', async t => {
  const client = await start(t, { files: { 'b c.md': 'Old text.\n' } });
  const uri = 'file:///news/b%20c(1).md';
  client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 7, text: 'TK\n' } });
  const report = await client.connection.sendRequest<{ items: { data: { version: number } }[] }>('textDocument/diagnostic', { textDocument: { uri } });
  assert.deepEqual(report.items.map(item => item.data.version), [7]);
});

test('the server asks for the files that matter to be watched', async t => {
  const client = await start(t);
  await client.registration();
  const [{ method, registerOptions }] = client.registered as unknown as [{ method: string; registerOptions: { watchers: { globPattern: string }[] } }];
  assert.equal(method, 'workspace/didChangeWatchedFiles');
  for (const kind of ['md', 'yaml', 'bib', 'json', 'txt', 'html']) assert.match(registerOptions.watchers[0]!.globPattern, new RegExp(`[{,]${kind}[,}]`));
});

test('the first findings do not wait for the other drafts of a large project, and are completed once these are read', async t => {
  const files: Record<string, string> = { 'claimcheck.yaml': '' };
  for (let i = 0; i < 40; i++) files[`old/${i}.md`] = `Draft ${i}.\n`;
  files['old/levy.md'] = 'The levy is 20%. <!-- claim figure=levy -->\n';
  let release = () => {};
  const slow = new Promise<void>(resolve => (release = resolve));
  const client = await startClient({ files, slow: uri => (uri.includes('/old/') ? slow : undefined) });
  t.after(() => client.stop());
  client.open('a.md', 'The levy is 30%. <!-- claim figure=levy --> It is the largest port on the coast.\n');
  const refreshed = client.refreshed();
  const rules = async () => (await client.diagnostics('a.md')).map(diagnostic => diagnostic.code).toSorted();
  const early = await rules();
  assert.ok(early.includes('sourcing/unsourced') && !early.includes('figures/conflict'), early.join());
  release();
  await refreshed;
  assert.ok((await rules()).includes('figures/conflict'), 'what the other drafts say is found');
});
