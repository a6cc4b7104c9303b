// The extension wherever it runs: starts the language server, keeps it running, and adds commands and the status bar.
import * as vscode from 'vscode';
import { State, type BaseLanguageClient, type LanguageClientOptions, type Middleware } from 'vscode-languageclient';
import { COVERAGE, plainMessage, type CoverageParams, type InitializationOptions } from '../../server/src/protocol.ts';
import { registerCommands } from './commands.ts';
import { answerFileRequests } from './files.ts';
import { RestartHandler } from './restart-handler.ts';
import { provideRulePages } from './rule-pages.ts';
import { ShownDiagnostics } from './shown-diagnostics.ts';
import { StatusBar } from './status-bar.ts';

/** Makes the client: over a process in Node, over a worker in a browser. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

const NAME = 'Claimcheck';

export class Extension {
  readonly #createClient: CreateClient;
  /** The editor's folder for this workspace; undefined in a window without one. */
  readonly #storage: vscode.Uri | undefined;
  readonly #statusBar: StatusBar;
  readonly #shown = new ShownDiagnostics();
  /** One for all clients: a server that ends late still writes to it. */
  readonly #output = vscode.window.createOutputChannel(NAME, { log: true });
  #client: BaseLanguageClient | undefined;
  #clientParts: vscode.Disposable[] = [];

  constructor(context: vscode.ExtensionContext, createClient: CreateClient) {
    this.#createClient = createClient;
    this.#storage = context.storageUri;
    this.#statusBar = new StatusBar();
    context.subscriptions.push(this.#output, this.#shown, this.#statusBar, provideRulePages(context.extensionUri), ...registerCommands({ client: () => this.#client, restart: () => this.restart() }));
    // Documents of a scheme that no folder had when the client was made would go unseen.
    context.subscriptions.push(vscode.workspace.onDidChangeWorkspaceFolders(({ added }) => {
      if (added.some(folder => !schemes.has(folder.uri.scheme))) void this.restart();
    }));
  }

  async start(): Promise<void> {
    for (const folder of vscode.workspace.workspaceFolders ?? []) schemes.add(folder.uri.scheme);
    const restarts = new RestartHandler(() => this.restart());
    const initializationOptions: InitializationOptions = { files: true, commands: true, layeredDiagnostics: true, ...(this.#storage ? { storage: vscode.Uri.joinPath(this.#storage, 'sources').toString() } : {}) };
    const client = await this.#createClient('claimcheck', NAME, {
      documentSelector: [...schemes].flatMap(scheme => [{ scheme, language: 'markdown' }, { scheme, pattern: '**/*.{yaml,yml,json,bib}' }]),
      initializationOptions,
      outputChannel: this.#output,
      errorHandler: restarts,
      diagnosticCollectionProvider: this.#shown,
      middleware: { provideRenameEdits: refuseRename },
      // What a draft or a registry says is never trusted: no HTML, no commands in hovers.
      markdown: { isTrusted: false, supportHtml: false },
    });
    this.#client = client;
    answerFileRequests(client);
    this.#clientParts = [
      client.onDidChangeState(({ newState }) => this.#statusBar.setRunning(newState === State.Running, newState === State.Starting)),
      client.onNotification(COVERAGE, ({ uri, coverage }: CoverageParams) => this.#statusBar.setCoverage(client.protocol2CodeConverter.asUri(uri), coverage)),
    ];
    try {
      await client.start();
    } catch (error) {
      this.#output.error(String(error));
      restarts.sayStopped(vscode.l10n.t('The Claimcheck server could not be started. Its output says why.'));
    }
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    try {
      if (client?.needsStop()) await client.stop();
      await client?.dispose();
    } catch {
      // A server that has crashed cannot say goodbye; a new one is started all the same.
    }
    for (const part of this.#clientParts.splice(0)) part.dispose();
  }
}

/** A refused name is said to the writer and ends the renaming: as an error it would make the editor ask the next extension, and VS Code's own for Markdown takes `[@id]` for a link. */
const refuseRename: NonNullable<Middleware['provideRenameEdits']> = async (document, position, newName, token, next) => {
  try {
    return await next(document, position, newName, token);
  } catch (error) {
    if (error instanceof vscode.CancellationError) throw error;
    void vscode.window.showErrorMessage(plainMessage(error instanceof Error ? error.message : String(error)));
    return new vscode.WorkspaceEdit();
  }
};

/** Schemes of documents that are drafts rather than views of something else (`git:`, `output:`): files, new documents, and what the workspace's folders are made of. */
const schemes = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs']);
