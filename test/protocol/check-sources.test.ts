// Source checks in the editor: the request, its progress, the diagnostics that follow, hovers, fixes and captures.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { ApplyWorkspaceEditParams, CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { ARCHIVE_SOURCE, CAPTURE_SOURCE, CHECK_SOURCES, SERVER_COMMANDS, type CheckSourcesResult, type EditResult } from '../../server/src/protocol.ts';
import { page, redirect, startLoopbackServer, type LoopbackServer } from '../unit/loopback-server.ts';
import { writePdf } from '../synthetic/write-pdf.ts';
import { startClient, type TestClient } from './client.ts';

const words = (text: string) => `<!doctype html><html><head><title>Council</title></head><body><article><h1>Council</h1><p>${text}</p><p>${'The council met on Tuesday to talk about the harbour and its many boats. '.repeat(6)}</p></article></body></html>`;

interface Desk {
  readonly client: TestClient;
  readonly server: LoopbackServer;
  readonly settings: { allowedHosts: string[]; pause: number };
  edited(): Map<string, string>;
}

/** An editor with a registry of one entry, `wh`, and a server that has its page. */
async function start(t: TestContext, entry = (origin: string) => `url: ${origin}/page`, more: { files?: Record<string, string>; network?: boolean } = {}): Promise<Desk> {
  const server = await startLoopbackServer();
  t.after(() => server.close());
  server.set('/page', page(words('“We will not raise the levy this year,” the mayor said.')));
  const registry = `# Kept by the desk\nwh:\n  type: webpage\n  title: Statement # as on the page\n  ${entry(server.origin)}\n  accessed: 2025-10-01\n`;
  const client = await startClient({ files: { 'claimcheck.yaml': 'sources: sources.yaml\n', 'sources.yaml': registry, ...more.files }, network: more.network ?? true });
  t.after(() => client.stop());
  let texts = new Map<string, string>();
  client.connection.onRequest('workspace/applyEdit', async ({ edit }: ApplyWorkspaceEditParams) => {
    texts = await client.apply(edit);
    return { applied: true };
  });
  return { client, server, settings: { allowedHosts: [server.host], pause: 0 }, edited: () => texts };
}

const rulesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code, message }) => `${String(code)} ${message}`);
const check = ({ client, settings }: Desk, uri?: string) => client.connection.sendRequest<CheckSourcesResult>(CHECK_SOURCES, { ...(uri === undefined ? {} : { uri }), settings });

test('Check Sources shows what is wrong as diagnostics, which stay until the text changes', async t => {
  const desk = await start(t);
  const uri = desk.client.open('a.md', '“We will never raise the levy this year,” the mayor said [@wh].\n');
  assert.deepEqual(rulesOf(await desk.client.diagnostics('a.md')), []);
  const refreshed = desk.client.refreshed();
  const result = await check(desk, uri);
  assert.deepEqual(result, { summary: '1 source: 1 confirmed; 1 quotation checked, 1 mismatch.', cancelled: false, unread: [] });
  await refreshed;
  assert.deepEqual(rulesOf(await desk.client.diagnostics('a.md')), ['quotes/mismatch This quotation differs from “wh” (para. 1): “never” stands for “not”.']);
  assert.ok((await desk.client.publishedFor('sources.yaml', ({ diagnostics }) => diagnostics.length > 0)).diagnostics.some(({ code }) => code === 'sources/unarchived'));
  desk.client.change('a.md', '“We will not raise the levy this year,” the mayor said [@wh].\n');
  assert.deepEqual(rulesOf(await desk.client.diagnostics('a.md')), []);
});

test('a page that has moved is found in the registry, and a fix updates its address alone', async t => {
  const desk = await start(t, origin => `url: ${origin}/old`);
  desk.server.set('/old', redirect(301, '/page'));
  const text = (await desk.client.files.readText('file:///news/sources.yaml'))!;
  const uri = desk.client.open('sources.yaml', text, 'yaml');
  await check(desk);
  const diagnostics = await desk.client.diagnostics('sources.yaml');
  const moved = diagnostics.find(({ code }) => code === 'sources/moved')!;
  const actions = await desk.client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: moved.range, context: { diagnostics: [moved] } });
  const fix = actions.find(({ title }) => title.startsWith('Update the address'))!;
  assert.equal((await desk.client.apply(fix.edit!)).get(uri), text.replace('/old', '/page'));
});

test('Check Sources of the workspace asks for each page once', async t => {
  const desk = await start(t, undefined, { files: { 'b.md': 'It rose [@wh].\n', 'c.md': 'It fell [@wh].\n' } });
  const result = await check(desk);
  assert.match(result.summary, /^1 source: 1 confirmed/);
  assert.deepEqual(desk.server.asked, ['/robots.txt', '/page']);
});

test('progress names the sources, and what was found before it is given up is kept', async t => {
  const desk = await start(t);
  const { client, server, settings } = desk;
  server.set('/slow', () => undefined);
  const uri = client.open('a.md', `It rose [@wh], [they say](${server.origin}/slow).\n`);
  const said: string[] = [];
  const reached = new Promise<void>(resolve => client.connection.onNotification('$/progress', ({ value }: { value: { kind: string; message?: string } }) => {
    said.push(`${value.kind} ${value.message ?? ''}`.trim());
    if (value.kind === 'report') resolve();
  }));
  const { CancellationTokenSource } = await import('vscode-languageserver/node');
  const cancel = new CancellationTokenSource();
  const running = client.connection.sendRequest<CheckSourcesResult>(CHECK_SOURCES, { uri, settings, workDoneToken: 'w' }, cancel.token);
  await reached;
  cancel.cancel();
  const result = await running;
  assert.deepEqual([result.cancelled, result.summary], [true, 'Given up: 1 source: 1 confirmed.']);
  assert.deepEqual(said, ['begin', 'report wh', 'end']);
});

test('what is not answered is told by name, and is no finding', async t => {
  const desk = await start(t, origin => `url: ${origin}/closed`);
  desk.server.set('/closed', (_, response) => void response.writeHead(403).end());
  const result = await check(desk);
  assert.deepEqual(result.unread, [{ name: 'wh', state: 'not answered', message: 'The server does not let programs read the page (403).' }]);
});

test('without a network captures are read, and the answer says why no page was asked', async t => {
  const desk = await start(t, origin => `url: ${origin}/page\n  file: wh.txt`, { network: false, files: { 'wh.txt': 'The mayor said: “We will not raise the levy this year.” '.repeat(3) } });
  const uri = desk.client.open('a.md', '“We will never raise the levy this year,” the mayor said [@wh].\n');
  const result = await check(desk, uri);
  assert.equal(result.offline, 'There is no way to the network here: Claimcheck runs in a browser. Captures were read, pages were not asked for.');
  assert.equal(result.summary, '1 source: 1 confirmed; 1 quotation checked, 1 mismatch.');
});

test('Capture Source keeps the page, its words and its origin, and writes three fields into the entry', async t => {
  const desk = await start(t);
  const uri = desk.client.open('a.md', 'It rose [@wh].\n');
  const before = (await desk.client.files.readText('file:///news/sources.yaml'))!;
  const result = await desk.client.connection.sendRequest<EditResult>(CAPTURE_SOURCE, { uri, id: 'wh', settings: desk.settings });
  assert.equal(result.done, true);
  const after = desk.edited().get('file:///news/sources.yaml')!;
  const [, day, file, sha256] = /accessed: (\S+)\n {2}file: (\S+)\n {2}sha256: ([\da-f]{64})\n/.exec(after) ?? assert.fail(after);
  assert.equal(after, before.replace('accessed: 2025-10-01', `accessed: ${day}\n  file: ${file}\n  sha256: ${sha256}`));
  assert.equal(file, `captures/wh/${day}-${sha256!.slice(0, 8)}.html`);
  assert.match((await desk.client.files.readText(`file:///news/${file}`))!, /<article>/);
  assert.match((await desk.client.files.readText(`file:///news/${file}.txt`))!, /We will not raise the levy this year/);
  const origin = JSON.parse((await desk.client.files.readText(`file:///news/${file}.json`))!) as Record<string, unknown>;
  assert.deepEqual([origin['id'], origin['url'], origin['sha256']], ['wh', `${desk.server.origin}/page`, sha256]);
});

test('what was captured is cited by its page, and of a part nothing is said to be missing', async t => {
  const desk = await start(t);
  const told = writePdf([[{ text: 'First of all.', x: 50, y: 700, size: 11 }], [{ text: 'We will not raise the levy this year.', x: 50, y: 700, size: 11 }], [{ text: 'Last of all.', x: 50, y: 700, size: 11 }]]);
  const capture = async (body: Uint8Array | string, type: string) => {
    desk.server.set('/page', page(body, type));
    await desk.client.connection.sendRequest<EditResult>(CAPTURE_SOURCE, { uri: desk.client.open('x.md', 'It rose [@wh].\n'), id: 'wh', settings: desk.settings });
    desk.client.open('sources.yaml', desk.edited().get('file:///news/sources.yaml')!, 'yaml');
  };
  await capture(told, 'application/pdf');
  desk.client.open('a.md', '“We will never raise the levy this year,” the mayor said [@wh].\n');
  assert.deepEqual(rulesOf(await desk.client.diagnostics('a.md')), ['quotes/mismatch This quotation differs from “wh” (p. 2): “never” stands for “not”.']);
  const walled = words('“We will not raise the levy this year,” the mayor said.').replace('</head>', '<script type="application/ld+json">{"isAccessibleForFree": false}</script></head>');
  await capture(walled, 'text/html');
  desk.client.open('b.md', '“Nobody told us a word of all this,” the mayor said [@wh].\n');
  assert.deepEqual(rulesOf(await desk.client.diagnostics('b.md')), ['quotes/mismatch This quotation is not in the part of “wh” that could be read; add the passage to the excerpts, or check the words.']);
});

test('a capture without words is kept, and a note says so', async t => {
  const desk = await start(t);
  desk.server.set('/page', page('<!doctype html><div id="root"></div><script src="a.js"></script>'));
  const result = await desk.client.connection.sendRequest<EditResult>(CAPTURE_SOURCE, { uri: desk.client.open('a.md', 'It rose [@wh].\n'), id: 'wh', settings: desk.settings });
  assert.match(result.done ? result.note ?? '' : result.message, /^“wh” is captured, but nothing can be held against it\. The page has no words of its own/);
});

test('a capture that takes the place of a file of one’s own says so, and one that takes that of a capture does not', async t => {
  const desk = await start(t, origin => `url: ${origin}/page\n  file: "minutes.pdf"`);
  const capture = async () => desk.client.connection.sendRequest<EditResult>(CAPTURE_SOURCE, { uri: desk.client.open('a.md', 'It rose [@wh].\n'), id: 'wh', settings: desk.settings });
  const first = await capture();
  assert.equal(first.done && first.note, '“wh” names its capture now. Before, it named “minutes.pdf”, which stays where it is.');
  desk.client.open('sources.yaml', desk.edited().get('file:///news/sources.yaml')!, 'yaml');
  const second = await capture();
  assert.equal(second.done && second.note, undefined);
});

test('an entry that is taken away while its page is captured loses nothing', async t => {
  const desk = await start(t);
  const uri = desk.client.open('a.md', 'It rose [@wh].\n');
  desk.server.set('/page', (request, response) => {
    desk.client.files.write('file:///news/sources.yaml', '# empty\n');
    page(words('It fell.'))(request, response);
  });
  const result = await desk.client.connection.sendRequest<EditResult>(CAPTURE_SOURCE, { uri, id: 'wh', settings: desk.settings });
  const [, file] = /^The entry “wh” cannot be changed: it is gone, or another entry repeats it\. The page is kept as (captures\/wh\/\S+\.html): name that as “file” by hand/.exec(result.done ? '' : result.message) ?? assert.fail(JSON.stringify(result));
  assert.match((await desk.client.files.readText(`file:///news/${file}`))!, /It fell/);
  assert.equal(desk.edited().size, 0);
});

test('ids that would lead elsewhere, and names that would be links, stay words', async t => {
  const hostile = ['../../evil', 'a/../../b', '[Click](command:workbench.action.quit)', 'CON', 'x'.repeat(900)];
  const desk = await start(t);
  const registry = hostile.map(id => `${JSON.stringify(id)}:\n  type: webpage\n  title: "<img src=x onerror=alert(1)> [x](command:x)"\n  url: ${desk.server.origin}/page?${hostile.indexOf(id)}\n  accessed: 2025-10-01\n`).join('');
  const uri = desk.client.open('sources.yaml', registry, 'yaml');
  const said: string[] = [];
  desk.client.connection.onNotification('$/progress', ({ value }: { value: { message?: string } }) => void said.push(value.message ?? ''));
  await desk.client.connection.sendRequest(CHECK_SOURCES, { uri, settings: desk.settings, workDoneToken: 'w' });
  assert.equal(said.filter(message => message !== '').length, hostile.length);
  for (const message of said) assert.ok(!message.includes('](') && message.length < 600, message);
  for (const id of hostile) {
    const result = await desk.client.connection.sendRequest<EditResult>(CAPTURE_SOURCE, { uri, id, settings: desk.settings });
    if (!result.done) assert.fail(result.message);
    const [, file] = /file: "?(captures\/[^"\s]+)/.exec(desk.edited().get(uri)!.slice(registry.indexOf(JSON.stringify(id)))) ?? assert.fail(id);
    assert.match(file!, /^captures\/[\w.-]{1,80}\/\d{4}-\d\d-\d\d-[\da-f]{8}\.html$/);
    assert.ok(!file!.split('/').includes('..'), file);
  }
});

test('a page that is not there is not captured, and nothing is written', async t => {
  const desk = await start(t, origin => `url: ${origin}/gone`);
  const uri = desk.client.open('a.md', 'It rose [@wh].\n');
  const result = await desk.client.connection.sendRequest<EditResult>(CAPTURE_SOURCE, { uri, id: 'wh', settings: desk.settings });
  assert.deepEqual(result, { done: false, message: 'The page is not there (404).' });
  assert.equal(desk.edited().size, 0);
});

test('a confidential source is neither checked nor captured', async t => {
  const desk = await start(t, origin => `url: ${origin}/page\n  terms: background`);
  const uri = desk.client.open('a.md', 'It rose [@wh].\n');
  assert.match((await check(desk, uri)).summary, /^0 sources/);
  const result = await desk.client.connection.sendRequest<EditResult>(CAPTURE_SOURCE, { uri, id: 'wh', settings: desk.settings });
  assert.deepEqual(result, { done: false, message: 'This source is confidential: Claimcheck never asks for it.' });
  assert.deepEqual(desk.server.asked, []);
});

test('Archive Source writes the address of the copy, and needs a setting', async t => {
  const desk = await start(t);
  desk.server.set(`/save/${desk.server.origin}/page`, redirect(302, `/web/20251001/${desk.server.origin}/page`));
  desk.server.set(`/web/20251001/${desk.server.origin}/page`, page('kept'));
  const uri = desk.client.open('a.md', 'It rose [@wh].\n');
  const ask = (settings: object) => desk.client.connection.sendRequest<EditResult>(ARCHIVE_SOURCE, { uri, id: 'wh', settings });
  assert.match(JSON.stringify(await ask(desk.settings)), /turned off in the settings/);
  assert.equal((await ask({ ...desk.settings, archiveSave: `${desk.server.origin}/save/` })).done, true);
  assert.match(desk.edited().get('file:///news/sources.yaml')!, new RegExp(`\\n {2}archived: ${desk.server.origin}/web/20251001/${desk.server.origin}/page\\n`));
});

test('an editor without the extension checks sources by a server command', async t => {
  const desk = await start(t);
  const result = await desk.client.connection.sendRequest<CheckSourcesResult>('workspace/executeCommand', { command: SERVER_COMMANDS.checkSources, arguments: [null, desk.settings] });
  assert.match(result.summary, /^1 source: 1 confirmed/);
});
