// The extension in Node: the server is a process of its own.
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { Extension } from './extension.ts';

let extension: Extension | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath(join('server', 'dist', 'node.js'));
  const server = { module, transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6099'] } };
  extension = new Extension(context, async (id, name, options) => new LanguageClient(id, name, { run: server, debug }, options));
  await extension.start();
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
