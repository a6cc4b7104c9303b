#!/usr/bin/env node
// Starts the command line; `lsp` starts the language server. Committed as it is: npm links only what exists when it installs.
import { existsSync } from 'node:fs';
import module from 'node:module';

const NEEDED = 22;

/** Says why nothing can be done, in one line. */
function refuse(message) {
  console.error(`claimcheck: ${message}`);
  process.exitCode = 2;
}

const lsp = process.argv[2] === 'lsp' && !process.argv.includes('--help') && !process.argv.includes('-h');
const bundle = new URL(lsp ? '../dist/node.js' : '../dist/main.js', import.meta.url);

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  refuse(`this is Node ${process.versions.node}, and Claimcheck needs Node ${NEEDED} or newer.`);
} else if (!existsSync(bundle)) {
  refuse('it has not been built: run "npm run build" in the folder of the project.');
} else {
  // Node keeps the compiled bundles in its cache in the temporary folder (as TypeScript's compiler does): a fifth of the time of a check. NODE_DISABLE_COMPILE_CACHE=1 turns it off.
  module.enableCompileCache?.();
  import(bundle.href).catch(error => refuse(`it could not be started: ${String(error && error.message).split('\n')[0]}`));
}
