// The language server in a web worker.
import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { clientFiles, clientWriter } from './lsp/client-files.ts';
import { startServer } from './lsp/server.ts';

/** The worker's own scope, as far as it is used here: the project compiles without the DOM's types. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];
declare const MessageChannel: new () => { port1: { onmessage: (() => void) | null }; port2: { postMessage(message: unknown): void } };

const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self));
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

startServer(connection, {
  files: () => clientFiles(connection),
  writer: () => clientWriter(connection),
  // A message to oneself is a macrotask, and not slowed down as nested timers are.
  yieldNow: () => new Promise(resolve => {
    waiting.push(resolve);
    channel.port2.postMessage(undefined);
  }),
});
