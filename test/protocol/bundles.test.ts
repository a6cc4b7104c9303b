// The built server over stdio, started as other editors start it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type InitializeResult, type RelatedFullDocumentDiagnosticReport } from 'vscode-languageserver/node';
import { EDITOR } from './client.ts';

const root = join(import.meta.dirname, '..', '..');

for (const [name, args] of [
  ['the bundle', ['server/dist/node.js', '--stdio']],
  ['claimcheck lsp --stdio', ['server/bin/claimcheck.js', 'lsp', '--stdio']],
  ['claimcheck lsp', ['server/bin/claimcheck.js', 'lsp']],
] as const) {
  test(`${name} checks a draft with the registry on disk, and ends when it is told to`, { timeout: 60_000 }, async t => {
    const folder = mkdtempSync(join(tmpdir(), 'claimcheck-lsp-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'claimcheck.yaml'), 'sources: [sources.yaml]\n');
    writeFileSync(join(folder, 'sources.yaml'), 'port: {type: report, title: Figures, publisher: Port, issued: 2025}\n');
    const server = spawn(process.execPath, args.map(arg => (arg.startsWith('server/') ? join(root, arg) : arg)), { stdio: ['pipe', 'pipe', 'pipe'] });
    t.after(() => server.kill());
    let complaints = '';
    server.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    const ended = new Promise<number | null>(resolve => server.on('exit', resolve));
    const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    connection.listen();
    const folderUri = pathToFileURL(folder).href;
    const { capabilities, serverInfo } = await connection.sendRequest<InitializeResult>('initialize', { processId: process.pid, rootUri: folderUri, capabilities: EDITOR, workspaceFolders: [{ uri: folderUri, name: 'news' }] });
    assert.equal(serverInfo?.name, 'Claimcheck');
    assert.ok(capabilities.diagnosticProvider);
    await connection.sendNotification('initialized', {});
    const uri = `${folderUri}/a.md`;
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: 'Full [@prot]. Full [@port].\n' } });
    const report = await connection.sendRequest<RelatedFullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    assert.deepEqual(report.items.map(item => item.message), ['No source has the id “prot”. Did you mean “port”?']);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal(await ended, 0);
    assert.equal(complaints, '');
    connection.dispose();
  });
}
