// What the editor shows of the findings: those that were pulled for a visible document over those that the server published, from the least severity that the setting `claimcheck.show` asks for.
import * as vscode from 'vscode';
import type { DiagnosticCollectionProvider, DiagnosticCollectionSource } from 'vscode-languageclient';
import { linkRulePage } from './rule-pages.ts';

const LEAST: Readonly<Record<string, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/**
 * A document is pulled only while it is visible, but may be open long before and after; the server publishes the findings of registries, configuration files and,
 * after Check Workspace, of every draft. So there are two layers, and never the same finding twice.
 */
export class ShownDiagnostics implements DiagnosticCollectionProvider, vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('claimcheck');
  readonly #layers: Readonly<Record<`${DiagnosticCollectionSource}`, Layer>>;
  readonly #listener: vscode.Disposable;

  constructor() {
    const show = (uri: vscode.Uri) => this.#show(uri);
    this.#layers = { push: new Layer(show), pull: new Layer(show) };
    this.#listener = vscode.workspace.onDidChangeConfiguration(event => {
      if (!event.affectsConfiguration('claimcheck.show')) return;
      for (const layer of Object.values(this.#layers)) layer.forEach(show);
    });
  }

  create(_name: string | undefined, source: DiagnosticCollectionSource): vscode.DiagnosticCollection {
    return this.#layers[source];
  }

  /** A client that ends takes back what it showed, and the layer stays for the next one; without a collection everything ends. */
  dispose(collection?: vscode.DiagnosticCollection): void {
    if (collection) {
      collection.clear();
      return;
    }
    this.#listener.dispose();
    this.#collection.dispose();
  }

  #show(uri: vscode.Uri): void {
    const { pull, push } = this.#layers;
    const found = pull.get(uri) ?? push.get(uri);
    const least = LEAST[vscode.workspace.getConfiguration('claimcheck', uri).get('show', 'hint')] ?? vscode.DiagnosticSeverity.Hint;
    this.#collection.set(uri, found?.filter(diagnostic => diagnostic.severity <= least).map(linkRulePage));
  }
}

/** Everything that one of the two ways has brought, unfiltered. */
class Layer implements vscode.DiagnosticCollection {
  readonly name = 'claimcheck';
  readonly #show: (uri: vscode.Uri) => void;
  readonly #found = new Map<string, readonly [vscode.Uri, readonly vscode.Diagnostic[]]>();

  constructor(show: (uri: vscode.Uri) => void) {
    this.#show = show;
  }

  set(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[] | undefined): void;
  set(entries: readonly [vscode.Uri, readonly vscode.Diagnostic[] | undefined][]): void;
  set(at: vscode.Uri | readonly [vscode.Uri, readonly vscode.Diagnostic[] | undefined][], diagnostics?: readonly vscode.Diagnostic[]): void {
    for (const [uri, found] of at instanceof vscode.Uri ? [[at, diagnostics] as const] : at) {
      if (found === undefined) this.#found.delete(uri.toString());
      else this.#found.set(uri.toString(), [uri, found]);
      this.#show(uri);
    }
  }

  delete(uri: vscode.Uri): void {
    this.set(uri, undefined);
  }

  clear(): void {
    for (const [uri] of [...this.#found.values()]) this.delete(uri);
  }

  forEach(callback: (uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[], collection: vscode.DiagnosticCollection) => unknown): void {
    for (const [uri, found] of this.#found.values()) callback(uri, found, this);
  }

  get(uri: vscode.Uri): readonly vscode.Diagnostic[] | undefined {
    return this.#found.get(uri.toString())?.[1];
  }

  has(uri: vscode.Uri): boolean {
    return this.#found.has(uri.toString());
  }

  dispose(): void {
    this.clear();
  }

  [Symbol.iterator](): Iterator<[uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]]> {
    return [...this.#found.values()].map(([uri, found]): [vscode.Uri, readonly vscode.Diagnostic[]] => [uri, found])[Symbol.iterator]();
  }
}
