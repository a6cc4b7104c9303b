// A request that takes long, with its progress as a notification that can be cancelled.
import * as vscode from 'vscode';
import { WorkDoneProgress, type BaseLanguageClient } from 'vscode-languageclient';

let requests = 0;

/** Runs the request with a token under which the server reports its progress. Undefined where it was cancelled and the server gave no answer. */
export async function withServerProgress<T>(client: BaseLanguageClient, title: string, send: (workDoneToken: string, token: vscode.CancellationToken) => Promise<T>): Promise<T | undefined> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
    const workDoneToken = `claimcheck-${++requests}`;
    let percentage = 0;
    const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, part => {
      if (part.kind !== 'report') return;
      progress.report({ ...(part.message === undefined ? {} : { message: part.message }), increment: (part.percentage ?? percentage) - percentage });
      percentage = part.percentage ?? percentage;
    });
    try {
      return await send(workDoneToken, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      listener.dispose();
    }
  });
}
