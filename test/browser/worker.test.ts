// The browser bundle of the server, run with a web worker's globals and nothing of Node's: it checks a draft with files that the client reads for it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import { READ_DIRECTORY, READ_TEXT, STAT, type FileParams } from '../../server/src/protocol.ts';

const BUNDLE = join(import.meta.dirname, '..', '..', 'server', 'dist', 'browser.js');

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** A worker without a browser: its globals are the web's, `postMessage` brings messages to the client, and eval is forbidden, as under a page's policy. */
function startWorker(answer: (method: string, params: FileParams) => unknown) {
  const channels: InstanceType<typeof MessageChannel>[] = [];
  const waiting = new Map<number, (message: Message) => void>();
  const deliver = (message: Message) => {
    (scope.onmessage as (event: { data: unknown }) => void)({ data: structuredClone(message) });
  };
  const scope: Record<string, unknown> = {
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    onmessage: null,
    postMessage(message: Message) {
      if (message.method === undefined) waiting.get(message.id!)?.(structuredClone(message));
      // A request of the server's: files are the client's to read.
      else if (message.id !== undefined) queueMicrotask(() => deliver({ jsonrpc: '2.0', id: message.id, result: answer(message.method!, message.params as FileParams) ?? null } as Message));
    },
    setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, structuredClone, TextDecoder, TextEncoder, URL, console, performance,
    MessageChannel: class extends MessageChannel {
      constructor() {
        super();
        channels.push(this);
      }
    },
  };
  scope.self = scope.globalThis = scope;
  const context = vm.createContext(scope, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(readFileSync(BUNDLE, 'utf8'), context, { filename: BUNDLE });
  let requests = 0;
  return {
    // Node waits for an open channel; a browser ends its worker.
    stop: () => channels.forEach(channel => channel.port1.close()),
    notify: (method: string, params: unknown) => deliver({ jsonrpc: '2.0', method, params } as Message),
    request: (method: string, params: unknown) => new Promise<unknown>((resolve, reject) => {
      const id = ++requests;
      waiting.set(id, message => (message.error ? reject(new Error(message.error.message)) : resolve(message.result)));
      deliver({ jsonrpc: '2.0', id, method, params } as Message);
    }),
  };
}

test('the worker bundle checks a draft', { timeout: 60_000 }, async t => {
  assert.ok(existsSync(BUNDLE), 'run "npm run build" first');
  const files: Readonly<Record<string, string>> = {
    'vscode-vfs://host/news/claimcheck.yaml': 'sources: [deep/sources.yaml, deep/more.bib]\n',
    'vscode-vfs://host/news/deep/sources.yaml': 'port: {type: report, title: Figures, publisher: Port, issued: 2025}\n',
    'vscode-vfs://host/news/deep/more.bib': '@report{log, title = {Log}, institution = {Port}, date = {2025}}\n',
  };
  const worker = startWorker((method, { uri }) => {
    if (method === READ_TEXT) return files[uri];
    if (method === STAT) return uri in files ? 'file' : Object.keys(files).some(file => file.startsWith(`${uri}/`)) ? 'folder' : null;
    if (method === READ_DIRECTORY) {
      const names = new Map(Object.keys(files).filter(file => file.startsWith(`${uri}/`)).map(file => {
        const [name = '', ...rest] = file.slice(uri.length + 1).split('/');
        return [name, rest.length === 0 ? 'file' : 'folder'];
      }));
      return [...names].map(([name, kind]) => ({ name, kind }));
    }
    return null;
  });
  t.after(worker.stop);
  const folder = 'vscode-vfs://host/news';
  await worker.request('initialize', { processId: null, rootUri: null, initializationOptions: { files: true }, workspaceFolders: [{ uri: folder, name: 'news' }],
    capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } } });
  worker.notify('initialized', {});
  const uri = `${folder}/a.md`;
  worker.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: 'Exports fell 12 percent &amp; more [@prot].\n\n“We are full,” the clerk said [@log]. It is TK [@port].\n' } });
  const report = await worker.request('textDocument/diagnostic', { textDocument: { uri } }) as { items: { code: string; message: string }[] };
  assert.deepEqual(report.items.map(item => item.code).sort(), ['draft/tk', 'sources/unknown']);
  assert.match(report.items.find(item => item.code === 'sources/unknown')!.message, /Did you mean “port”\?/);
  const hover = await worker.request('textDocument/hover', { textDocument: { uri }, position: { line: 2, character: 31 } }) as { contents: { value: string } };
  assert.match(hover.contents.value, /^\*\*Log\*\*/);
});
