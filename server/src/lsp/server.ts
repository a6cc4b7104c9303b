// The start-up that every language server shares: what it can do, and which feature answers which message.
import {
  CodeActionKind, DidChangeWatchedFilesNotification, TextDocumentSyncKind, TextDocuments, WatchKind,
  type Connection, type FileSystemWatcher, type InitializeParams, type InitializeResult, type ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FilePort, LogPort, WritePort, YieldNow } from '../ports.ts';
import { SERVER_COMMANDS, type InitializationOptions } from '../protocol.ts';
import type { ClosableNetwork, NetworkOptions } from '../sources/network/port.ts';
import type { Extract } from '../sources/source-text.ts';
import { SourceRecords, type RecordStore } from '../sources/records.ts';
import { createWorkspace } from '../workspace/create-workspace.ts';
import { computeCodeActions } from './code-actions.ts';
import { COMPLETION_TRIGGERS, computeCompletion } from './completion.ts';
import { registerSourceChecks } from './check-sources.ts';
import { registerCommands } from './commands.ts';
import { computeDefinition } from './definition.ts';
import { Diagnostics } from './diagnostics.ts';
import { computeDocumentLinks } from './document-links.ts';
import { computeDocumentSymbols } from './document-symbols.ts';
import { resolveExcerptAction } from './excerpt-actions.ts';
import { computeHighlights } from './highlights.ts';
import { computeHover } from './hover.ts';
import { computeInlayHints } from './inlay-hints.ts';
import { computeReferences } from './references.ts';
import { computeRename, prepareRename } from './rename.ts';
import { registerSourceClaims } from './source-claims.ts';
import { readClientSupport, type ClientSupport, type Session } from './session.ts';
import { computeWorkspaceSymbols } from './workspace-symbols.ts';

/** What a server needs of the place it runs in. */
export interface ServerPorts {
  /** Files by address; told whether the client reads files for the server. */
  files(client: ClientSupport): FilePort;
  readonly yieldNow: YieldNow;
  /** Left out: files are not written. */
  writer?(client: ClientSupport): WritePort;
  /** Left out: there is no way to the network. */
  network?(options: NetworkOptions): Promise<ClosableNetwork>;
  /** Reads sources' files away from the server's own thread. Left out: they are read in it. */
  readonly extract?: Extract;
  /** Keeps what source checks found in the client's folder for it. Left out: it is forgotten when the server ends. */
  records?(folder: string): RecordStore | undefined;
}

/** Which files on disk matter: drafts, registries, configuration and captures; and whatever is taken away, for it may be a folder of them. */
const WATCHERS: readonly FileSystemWatcher[] = [
  { globPattern: '**/*.{md,markdown,yaml,yml,json,bib,bibtex,txt,text,pdf,docx,vtt,srt,html,htm,xhtml}' },
  { globPattern: '**/*', kind: WatchKind.Delete },
];

/** Serves one client until it says goodbye. */
export function startServer(connection: Connection, ports: ServerPorts): void {
  const documents = new TextDocuments(TextDocument);
  const log = logTo(connection);

  connection.onInitialize((params): InitializeResult => {
    const client = readClientSupport(params.capabilities, params.initializationOptions as InitializationOptions | undefined);
    const { storage } = (params.initializationOptions ?? {}) as InitializationOptions;
    const files = ports.files(client);
    const records = new SourceRecords(storage === undefined ? undefined : ports.records?.(storage));
    const workspace = createWorkspace({ files, log, yieldNow: ports.yieldNow, records });
    workspace.setFolders(foldersOf(params));
    const writer = ports.writer?.(client);
    const { network, extract } = ports;
    const sourceChecks = { files, records, ...(writer && { writer }), ...(network && { network }), ...(extract && { extract }) };
    const session: Session = { connection, documents, workspace, client, log, sourceChecks };
    const diagnostics = new Diagnostics(session);
    followDocuments(session, diagnostics);
    answerRequests(session, diagnostics);
    registerCommands(session, diagnostics);
    registerSourceClaims(session);
    registerSourceChecks(session, diagnostics);
    connection.onInitialized(() => followWorkspace(session, diagnostics));
    connection.onShutdown(() => diagnostics.dispose());
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'Claimcheck', version: '0.1.0' } };
  });
  documents.listen(connection);
  connection.listen();
}

function capabilitiesFor(client: ClientSupport): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(client.pullDiagnostics ? { diagnosticProvider: { identifier: 'claimcheck', interFileDependencies: true, workspaceDiagnostics: false } } : {}),
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite], ...(client.resolvesActions ? { resolveProvider: true } : {}) },
    hoverProvider: true,
    inlayHintProvider: true,
    completionProvider: { triggerCharacters: COMPLETION_TRIGGERS },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: { label: 'Claims and quotations' },
    workspaceSymbolProvider: true,
    documentLinkProvider: {},
    executeCommandProvider: { commands: Object.values(SERVER_COMMANDS), workDoneProgress: true },
    ...(client.workspaceFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
  };
}

/** Keeps the workspace's texts the editor's. */
function followDocuments({ documents, workspace }: Session, diagnostics: Diagnostics): void {
  // `onDidChangeContent` fires for an opened document too, after `onDidOpen`: the first of each version is the opening.
  const opening = new Set<string>();
  documents.onDidOpen(({ document }) => {
    opening.add(document.uri);
    workspace.open(document.uri, document.getText(), document.version, document.languageId);
    diagnostics.opened(document.uri);
  });
  documents.onDidChangeContent(({ document }) => {
    if (opening.delete(document.uri)) return;
    workspace.change(document.uri, document.getText(), document.version);
    diagnostics.changed(document.uri);
  });
  documents.onDidClose(({ document }) => {
    workspace.close(document.uri);
    diagnostics.closed(document.uri);
  });
}

/** Keeps the workspace's folders and files those on disk. */
async function followWorkspace({ connection, workspace, client, log }: Session, diagnostics: Diagnostics): Promise<void> {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // Every file is told of, though one is enough to ask the neighbours again.
    const matters = changes.map(change => workspace.fileChanged(change.uri));
    if (matters.includes(true)) diagnostics.neighboursChanged();
  });
  if (client.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(async () => {
      const folders = await connection.workspace.getWorkspaceFolders();
      workspace.setFolders((folders ?? []).map(folder => folder.uri));
      diagnostics.neighboursChanged();
    });
  }
  if (client.watchFiles) {
    try {
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [...WATCHERS] });
    } catch (error) {
      log.warn(`The client does not watch files for the server: ${String(error)}`);
    }
  }
}

function answerRequests(session: Session, diagnostics: Diagnostics): void {
  const { connection } = session;
  if (session.client.pullDiagnostics) connection.languages.diagnostics.on((params, token) => diagnostics.pull(params, token));
  connection.onCodeAction((params, token) => computeCodeActions(session, params, token));
  if (session.client.resolvesActions) connection.onCodeActionResolve(action => resolveExcerptAction(session, action));
  connection.onHover((params, token) => computeHover(session, params, token));
  connection.languages.inlayHint.on((params, token) => computeInlayHints(session, params, token));
  connection.onCompletion((params, token) => computeCompletion(session, params, token));
  connection.onDefinition((params, token) => computeDefinition(session, params, token));
  connection.onReferences((params, token) => computeReferences(session, params, token));
  connection.onDocumentHighlight((params, token) => computeHighlights(session, params, token));
  connection.onPrepareRename((params, token) => prepareRename(session, params, token));
  connection.onRenameRequest((params, token) => computeRename(session, params, token));
  connection.onDocumentSymbol((params, token) => computeDocumentSymbols(session, params, token));
  connection.onWorkspaceSymbol((params, token) => computeWorkspaceSymbols(session, params, token));
  connection.onDocumentLinks((params, token) => computeDocumentLinks(session, params, token));
}

function foldersOf(params: InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(folder => folder.uri);
  return params.rootUri ? [params.rootUri] : [];
}

function logTo(connection: Connection): LogPort {
  return {
    debug: message => connection.console.debug(message),
    info: message => connection.console.info(message),
    warn: message => connection.console.warn(message),
    error: message => connection.console.error(message),
  };
}
