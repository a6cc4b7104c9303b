// The status bar: how many findings the active draft has, and how many of its claims are sourced; a click opens Problems.
import * as vscode from 'vscode';
import { COMMANDS, DIAGNOSTIC_SOURCE, type Coverage } from '../../server/src/protocol.ts';
import { sayCoverage } from './commands.ts';

export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('claimcheck.counts', vscode.StatusBarAlignment.Right, 90);
  readonly #parts: vscode.Disposable[];
  #running = true;
  /** By the document's address, as last told by the server. */
  readonly #coverage = new Map<string, Coverage>();

  constructor() {
    this.#item.name = 'Claimcheck';
    this.#parts = [
      this.#item,
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#coverage.delete(uri.toString())),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const active = vscode.window.activeTextEditor?.document.uri.toString();
        if (uris.some(uri => uri.toString() === active)) this.#show();
      }),
    ];
    this.#show();
  }

  /** Starting counts as running: the counts of before stand until there are new ones. */
  setRunning(running: boolean, starting: boolean): void {
    this.#running = running || starting;
    this.#show();
  }

  setCoverage(uri: vscode.Uri, coverage: Coverage): void {
    this.#coverage.set(uri.toString(), coverage);
    this.#show();
  }

  dispose(): void {
    for (const part of this.#parts) part.dispose();
  }

  #show(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (!this.#running) {
      this.#item.text = '$(circle-slash) Claimcheck';
      this.#item.tooltip = vscode.l10n.t('The Claimcheck server is not running. Click to start it again.');
      this.#item.command = COMMANDS.restartServer;
      this.#item.show();
      return;
    }
    const findings = document ? vscode.languages.getDiagnostics(document.uri).filter(diagnostic => diagnostic.source === DIAGNOSTIC_SOURCE) : [];
    if (!document || (document.languageId !== 'markdown' && findings.length === 0)) {
      this.#item.hide();
      return;
    }
    const count = (severity: vscode.DiagnosticSeverity) => findings.filter(diagnostic => diagnostic.severity === severity).length;
    const errors = count(vscode.DiagnosticSeverity.Error);
    const warnings = count(vscode.DiagnosticSeverity.Warning);
    const notes = findings.length - errors - warnings;
    const coverage = this.#coverage.get(document.uri.toString());
    const covered = coverage && coverage.claims > 0 ? ` $(references) ${coverage.sourced}/${coverage.claims}` : '';
    this.#item.text = `${findings.length === 0 ? '$(check) Claimcheck' : `Claimcheck $(error) ${errors} $(warning) ${warnings} $(info) ${notes}`}${covered}`;
    const found = findings.length === 0
      ? vscode.l10n.t('Claimcheck has found nothing in this draft.')
      : vscode.l10n.t('Claimcheck: {0} errors, {1} warnings, {2} notes in this draft. Click to see them.', errors, warnings, notes);
    this.#item.tooltip = coverage ? `${found}\n${sayCoverage(coverage)}` : found;
    this.#item.command = 'workbench.actions.view.problems';
    this.#item.show();
  }
}
