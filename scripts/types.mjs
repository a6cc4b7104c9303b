// Type-checks every part of the project with the types that it may use: the whole, the core without Node and DOM, the client.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const parts = [
  ['the whole', 'tsconfig.json'],
  ['the core, without Node or DOM', 'server/tsconfig.core.json'],
  ['the client', 'client/tsconfig.json'],
];

let failed = 0;
for (const [name, config] of parts) {
  if (config.startsWith('client/') && !existsSync(join(root, 'client/src'))) continue;
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--pretty', 'false', '-p', config], { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok    ' : 'failed'} ${name} (${config})`);
  if (status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
