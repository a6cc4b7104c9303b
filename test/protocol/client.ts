// A language client for tests: the real server over a pair of streams, an in-memory file port, and answers that are waited for.
import { PassThrough } from 'node:stream';
import {
  createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ClientCapabilities, type Diagnostic, type DocumentDiagnosticReport, type ProtocolConnection,
  type PublishDiagnosticsParams, type Registration, type RegistrationParams, type RelatedFullDocumentDiagnosticReport, type TextDocumentEdit, type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startServer } from '../../server/src/lsp/server.ts';
import { createNodeNetwork } from '../../server/src/node-network.ts';
import type { InitializationOptions } from '../../server/src/protocol.ts';
import { inMemoryFiles, toUri, type InMemoryFiles } from '../unit/in-memory-files.ts';

/** What a modern editor can do. */
export const EDITOR: ClientCapabilities = {
  workspace: {
    applyEdit: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true }, diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: false, relatedInformation: true, dataSupport: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, dataSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { dataSupport: true, isPreferredSupport: true },
  },
};

/** An older one: no pull, no versioned edits, no Markdown. */
export const OLD_EDITOR: ClientCapabilities = { textDocument: { publishDiagnostics: {}, hover: { contentFormat: ['plaintext'] } } };

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly files: InMemoryFiles;
  /** Everything published, in order. */
  readonly published: PublishDiagnosticsParams[];
  /** What the server registered: methods and options. */
  readonly registered: Registration[];
  /** The workspace folders; to be changed before the server is told so. */
  readonly workspaceFolders: { uri: string; name: string }[];
  open(path: string, text: string, language?: string): string;
  change(path: string, text: string): void;
  close(path: string): void;
  /** Tells the server that a file on disk is not what it was. */
  changeFile(path: string, text: string): void;
  pull(path: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(path: string): Promise<Diagnostic[]>;
  /** The next thing published that fits, those before this call included. */
  publishedFor(path: string, fits?: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams>;
  /** Resolves once the server has registered something. */
  registration(): Promise<void>;
  /** Resolves at the server's next wish that diagnostics be pulled again. */
  refreshed(): Promise<void>;
  /** The document and the place of `|` in `marked`, which becomes its text. */
  place(path: string, marked: string): { textDocument: { uri: string }; position: { line: number; character: number } };
  /** The open documents' texts after a workspace edit; fails if an edit names a version that is not the present one. */
  apply(edit: WorkspaceEdit): Promise<Map<string, string>>;
  stop(): Promise<void>;
}

export interface TestClientOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly capabilities?: ClientCapabilities;
  readonly options?: InitializationOptions;
  /** Called at every turn that the server gives way. */
  readonly onYield?: () => void;
  /** What a read of a file waits for once it has the text: a slow disk. */
  readonly slow?: (uri: string) => Promise<void> | undefined;
  /** Has the server a way to the network, as it has in Node? */
  readonly network?: boolean;
  /** Workspace folders; `file:///news` unless said otherwise. */
  readonly folders?: readonly string[];
}

/** Starts a server and shakes hands. */
export async function startClient({ files = {}, capabilities = EDITOR, options = { commands: true }, onYield, slow, network = false, folders = ['file:///news'] }: TestClientOptions = {}): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const port = inMemoryFiles(files);
  const serverConnection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(serverConnection, {
    files: () => ({
      ...port,
      async readText(uri) {
        const text = await port.readText(uri);
        await slow?.(uri);
        return text;
      },
    }),
    yieldNow: () => new Promise(resolve => setImmediate(() => {
      onYield?.();
      resolve();
    })),
    writer: () => ({ write: async (uri, bytes) => port.write(uri, new TextDecoder().decode(bytes)) }),
    ...(network ? { network: async asked => createNodeNetwork(asked) } : {}),
  });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const published: PublishDiagnosticsParams[] = [];
  const publishWaiters = new Set<() => void>();
  const refreshWaiters: (() => void)[] = [];
  const registerWaiters: (() => void)[] = [];
  const documents = new Map<string, TextDocument>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const waiter of publishWaiters) waiter();
  });
  connection.onRequest('workspace/diagnostic/refresh', () => {
    for (const waiter of refreshWaiters.splice(0)) waiter();
    return null;
  });
  const registered: Registration[] = [];
  connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    registered.push(...registrations);
    for (const waiter of registerWaiters.splice(0)) waiter();
    return null;
  });
  const workspaceFolders = folders.map(uri => ({ uri, name: uri.split('/').at(-1)! }));
  connection.onRequest('workspace/workspaceFolders', () => workspaceFolders);
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, initializationOptions: options, workspaceFolders });
  await connection.sendNotification('initialized', {});

  const client: TestClient = {
    connection, files: port, published, registered, workspaceFolders,
    open(path, text, language = 'markdown') {
      const uri = toUri(path);
      documents.set(uri, TextDocument.create(uri, language, 1, text));
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: language, version: 1, text } });
      return uri;
    },
    change(path, text) {
      const uri = toUri(path);
      const before = documents.get(uri)!;
      documents.set(uri, TextDocument.create(uri, before.languageId, before.version + 1, text));
      void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: before.version + 1 }, contentChanges: [{ text }] });
    },
    close(path) {
      documents.delete(toUri(path));
      void connection.sendNotification('textDocument/didClose', { textDocument: { uri: toUri(path) } });
    },
    changeFile(path, text) {
      port.write(path, text);
      void connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: toUri(path), type: 2 }] });
    },
    pull: (path, previousResultId) => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: toUri(path) }, ...(previousResultId === undefined ? {} : { previousResultId }) }),
    async diagnostics(path) {
      return ((await client.pull(path)) as RelatedFullDocumentDiagnosticReport).items;
    },
    publishedFor(path, fits = () => true) {
      const uri = toUri(path);
      return new Promise(resolve => {
        const look = () => {
          const found = published.findLast(params => params.uri === uri);
          if (!found || !fits(found)) return;
          publishWaiters.delete(look);
          resolve(found);
        };
        publishWaiters.add(look);
        look();
      });
    },
    registration: () => (registered.length > 0 ? Promise.resolve() : new Promise(resolve => registerWaiters.push(resolve))),
    refreshed: () => new Promise(resolve => refreshWaiters.push(resolve)),
    place(path, marked) {
      const offset = marked.indexOf('|');
      const text = marked.slice(0, offset) + marked.slice(offset + 1);
      const uri = toUri(path);
      if (!documents.has(uri)) client.open(path, text, /\.ya?ml$/.test(path) ? 'yaml' : /\.bib$/.test(path) ? 'bibtex' : 'markdown');
      else if (documents.get(uri)!.getText() !== text) client.change(path, text);
      return { textDocument: { uri }, position: TextDocument.create(uri, '', 0, text).positionAt(offset) };
    },
    async apply(edit) {
      const texts = new Map<string, string>();
      const changes = edit.documentChanges as TextDocumentEdit[] | undefined ?? Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits }));
      for (const { textDocument: { uri, version }, edits } of changes.filter(change => 'textDocument' in change)) {
        const open = documents.get(uri);
        if (version !== null && version !== open?.version) throw new Error(`The edit is for version ${version} of ${uri}, which is at ${open?.version}.`);
        const document = open ?? TextDocument.create(uri, '', 0, (await port.readText(uri)) ?? '');
        texts.set(uri, TextDocument.applyEdits(document, edits as never));
      }
      return texts;
    },
    async stop() {
      await connection.sendRequest('shutdown');
      connection.dispose();
      serverConnection.dispose();
    },
  };
  return client;
}
