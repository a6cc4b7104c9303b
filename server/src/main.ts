// The command line in Node.
import { runCli } from './cli/cli.ts';
import { fromFileUri, nodeFiles, toFileUri } from './node-files.ts';
import { cacheFolder, folderStore } from './node-records.ts';
import type { Extract } from './sources/source-text.ts';

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: { code?: string }) => process.exit(error.code === 'EPIPE' ? 0 : 2));

/** Made for the first file that is read. */
let extract: Extract | undefined;

process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  files: nodeFiles,
  toUri: toFileUri,
  fromUri: fromFileUri,
  // Loaded when it is asked for: a check of drafts needs no network.
  network: async options => (await import('./node-network.ts')).createNodeNetwork(options),
  extract: async file => (extract ??= (await import('./node-extract.ts')).createNodeExtract())(file),
  records: () => folderStore(cacheFolder(process.env)),
});
