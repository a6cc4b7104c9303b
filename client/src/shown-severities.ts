// The setting `claimcheck.show`: the least severity that is shown. What is found does not depend on it.
import * as vscode from 'vscode';
import { DocumentDiagnosticRequest, vsdiag, type BaseLanguageClient, type Middleware } from 'vscode-languageclient';

const LEAST: Readonly<Record<string, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

export class ShownSeverities {
  /** What the server published, unfiltered, to show it anew when the setting changes. */
  readonly #published = new Map<string, readonly vscode.Diagnostic[]>();
  /** The setting under which a document's pulled diagnostics were shown: an answer "unchanged" holds for that one only. */
  readonly #pulledUnder = new Map<string, vscode.DiagnosticSeverity>();

  readonly middleware: Middleware = {
    handleDiagnostics: (uri, diagnostics, next) => {
      if (diagnostics.length === 0) this.#published.delete(uri.toString());
      else this.#published.set(uri.toString(), diagnostics);
      next(uri, this.#filter(uri, diagnostics));
    },
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const uri = document instanceof vscode.Uri ? document : document.uri;
      const least = leastFor(uri);
      const report = await next(document, this.#pulledUnder.get(uri.toString()) === least ? previousResultId : undefined, token);
      this.#pulledUnder.set(uri.toString(), least);
      return report?.kind === vsdiag.DocumentDiagnosticReportKind.full ? { ...report, items: this.#filter(uri, report.items) } : report;
    },
  };

  /** Shows everything anew when the setting changes. */
  follow(client: BaseLanguageClient): vscode.Disposable {
    return vscode.workspace.onDidChangeConfiguration(event => {
      if (!event.affectsConfiguration('claimcheck.show')) return;
      for (const [key, diagnostics] of this.#published) {
        const uri = vscode.Uri.parse(key, true);
        client.diagnostics?.set(uri, this.#filter(uri, diagnostics));
      }
      client.getFeature(DocumentDiagnosticRequest.method)?.refresh();
    });
  }

  #filter(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
    const least = leastFor(uri);
    return diagnostics.filter(diagnostic => diagnostic.severity <= least);
  }
}

function leastFor(uri: vscode.Uri): vscode.DiagnosticSeverity {
  return LEAST[vscode.workspace.getConfiguration('claimcheck', uri).get('show', 'hint')] ?? vscode.DiagnosticSeverity.Hint;
}
