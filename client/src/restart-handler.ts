// What happens when the server crashes: it is started again and the writer is told; a server that keeps crashing is left alone.
import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type CloseHandlerResult, type ErrorHandler, type ErrorHandlerResult } from 'vscode-languageclient';

/** So many crashes within so many milliseconds are one too many. */
const MOST_CRASHES = 4;
const WITHIN_MS = 3 * 60 * 1000;

export class RestartHandler implements ErrorHandler {
  readonly #restart: () => Promise<void>;
  #crashes: number[] = [];

  constructor(restart: () => Promise<void>) {
    this.#restart = restart;
  }

  error(): ErrorHandlerResult {
    // A message that could not be written or read is logged by the client; only the end of the connection ends the server.
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter(at => now - at < WITHIN_MS), now];
    if (this.#crashes.length > MOST_CRASHES) {
      this.sayStopped(vscode.l10n.t('The Claimcheck server has stopped {0} times in three minutes and was not started again.', this.#crashes.length));
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    void vscode.window.showWarningMessage(vscode.l10n.t('The Claimcheck server stopped unexpectedly. It has been started again.'));
    return { action: CloseAction.Restart, handled: true };
  }

  sayStopped(message: string): void {
    const again = vscode.l10n.t('Restart Server');
    void vscode.window.showErrorMessage(message, again).then(choice => (choice === again ? this.#restart() : undefined));
  }
}
