// The extension in a browser: the server is a web worker.
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { Extension } from './extension.ts';

/** The worker of the web's own types, which this project compiles without. */
declare const Worker: new (url: string, options: { name: string }) => ConstructorParameters<typeof LanguageClient>[3] & { terminate(): void };
declare const Blob: new (parts: Uint8Array[], options: { type: string }) => { readonly size: number };
declare const URL: { createObjectURL(blob: unknown): string; revokeObjectURL(url: string): void };

let extension: Extension | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  extension = new Extension(context, async (id, name, options) => {
    // A worker may not be started from the address of an extension (`vscode-remote:`), but from one of its own making.
    const bundle = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'server', 'dist', 'browser.js'));
    const address = URL.createObjectURL(new Blob([bundle], { type: 'text/javascript' }));
    const worker = new Worker(address, { name: 'Claimcheck' });
    URL.revokeObjectURL(address);
    context.subscriptions.push({ dispose: () => worker.terminate() });
    return new LanguageClient(id, name, options, worker);
  });
  await extension.start();
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
