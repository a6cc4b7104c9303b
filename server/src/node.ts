// The language server in Node: over stdio, or the channel that the editor's client opened.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { clientFiles, clientWriter } from './lsp/client-files.ts';
import { startServer } from './lsp/server.ts';
import { fromFileUri, nodeFiles, nodeWriter } from './node-files.ts';
import { folderStore } from './node-records.ts';
import type { FilePort } from './ports.ts';
import { proxyOf } from './sources/network/port.ts';
import type { Extract } from './sources/source-text.ts';

// Without a channel on the command line (as `claimcheck lsp` may be started) it is stdio.
const hasChannel = process.argv.some(argument => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument));
const connection = hasChannel ? createConnection(ProposedFeatures.all) : createConnection(ProposedFeatures.all, process.stdin, process.stdout);

/** Made for the first file that is read. */
let extract: Extract | undefined;

startServer(connection, {
  files: client => (client.files ? diskThenClient(clientFiles(connection)) : nodeFiles),
  // The only macrotask that does not wait for a timer: a waiting cancellation is read before the work goes on.
  yieldNow: () => new Promise(resolve => setImmediate(resolve)),
  writer: client => ({
    write: (uri, bytes) => (uri.startsWith('file:') || !client.files ? nodeWriter : clientWriter(connection)).write(uri, bytes),
  }),
  // Loaded when it is asked for: most sessions never go to the network.
  network: async options => (await import('./node-network.ts')).createNodeNetwork({ ...proxyOf(process.env), ...options }),
  extract: async file => (extract ??= (await import('./node-extract.ts')).createNodeExtract())(file),
  records: folder => {
    const path = fromFileUri(folder);
    return path === undefined ? undefined : folderStore(path);
  },
});

/** The disk for `file:`, the client's file system (remote and virtual folders) for all else. */
function diskThenClient(client: FilePort): FilePort {
  const portOf = (uri: string) => (uri.startsWith('file:') ? nodeFiles : client);
  return {
    readText: uri => portOf(uri).readText(uri),
    readBytes: uri => portOf(uri).readBytes(uri),
    list: (uri, skip) => portOf(uri).list(uri, skip),
    kind: uri => portOf(uri).kind(uri),
  };
}
