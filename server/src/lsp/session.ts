// What every feature of the language server works with: the connection, the open documents, the workspace, and what the client can do.
import type { CancellationToken, ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Abort, FilePort, LogPort, WritePort } from '../ports.ts';
import type { InitializationOptions } from '../protocol.ts';
import type { ClosableNetwork, NetworkOptions } from '../sources/network/port.ts';
import type { Extract } from '../sources/source-text.ts';
import type { SourceRecords } from '../sources/records.ts';
import { canonicalUri } from '../workspace/uris.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly workspace: Workspace;
  readonly client: ClientSupport;
  readonly log: LogPort;
  readonly sourceChecks: SourceCheckSupport;
}

/** What source checks need of the place that the server runs in. */
export interface SourceCheckSupport {
  readonly files: FilePort;
  readonly records: SourceRecords;
  /** Left out: there is no way to the network. */
  readonly network?: (options: NetworkOptions) => Promise<ClosableNetwork>;
  /** Left out: nothing can be written. */
  readonly writer?: WritePort;
  /** Reads sources' files away from the server's own thread. Left out: they are read in it. */
  readonly extract?: Extract;
}

/** What the client said that it can do. */
export interface ClientSupport {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly diagnosticData: boolean;
  readonly relatedInformation: boolean;
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  readonly markdown: boolean;
  readonly snippets: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly watchFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  /** Knows the extension's own commands (`COMMANDS` in protocol.ts). */
  readonly commands: boolean;
  /** Shows what it has pulled for a document over what was published for it. */
  readonly layeredDiagnostics: boolean;
  /** Asks for the edit of a code action when it is chosen. */
  readonly resolvesActions: boolean;
  /** Shows code actions that cannot be taken, and why. */
  readonly disabledActions: boolean;
  /** Reads files for the server. */
  readonly files: boolean;
}

/** Reads the client's capabilities; what it does not say, it cannot. */
export function readClientSupport(capabilities: ClientCapabilities, options: InitializationOptions | undefined): ClientSupport {
  const { textDocument, workspace, window } = capabilities;
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    diagnosticData: textDocument?.publishDiagnostics?.dataSupport === true || textDocument?.diagnostic !== undefined,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true || textDocument?.diagnostic?.relatedInformation === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
    commands: options?.commands === true,
    layeredDiagnostics: options?.layeredDiagnostics === true,
    resolvesActions: textDocument?.codeAction?.dataSupport === true && textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    files: options?.files === true,
  };
}

/** The open document at an address, however the client spells it: the workspace gives addresses back in one spelling. */
export function openDocument(session: Session, uri: string): TextDocument | undefined {
  const canonical = canonicalUri(uri);
  return session.documents.get(uri) ?? session.documents.all().find(document => canonicalUri(document.uri) === canonical);
}

/** The document as the workspace knows it now: the open one, else the file. Its version is 0 for a file. */
export async function textDocument(session: Session, uri: string): Promise<TextDocument | undefined> {
  const open = openDocument(session, uri);
  if (open) return open;
  const text = await session.workspace.textOf(uri);
  return text === undefined ? undefined : TextDocument.create(uri, '', 0, text);
}

/** A request's cancellation as the workspace wants it. */
export function abortOf(token: CancellationToken): Abort {
  return {
    get aborted() {
      return token.isCancellationRequested;
    },
  };
}

/** Runs `answer` on the text that stands when it begins, and once more whenever the text has moved on meanwhile: what it gives holds for the text that is there. */
export async function answerFresh<T>(session: Session, uri: string, token: CancellationToken, answer: (document: TextDocument) => Promise<T>): Promise<T | undefined> {
  for (;;) {
    const document = await textDocument(session, uri);
    if (!document || token.isCancellationRequested) return undefined;
    const version = document.version;
    const result = await answer(document);
    if ((openDocument(session, uri)?.version ?? 0) === version) return result;
  }
}
