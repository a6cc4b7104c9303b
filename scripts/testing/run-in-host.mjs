// One run of @vscode/test-electron, in a process of its own so that what it prints can be read. CLAIMCHECK_RUN says what to run.
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';

const { stub, suite, folder, data, extensions } = JSON.parse(process.env.CLAIMCHECK_RUN);

try {
  process.exitCode = await runTests({
    vscodeExecutablePath: join(import.meta.dirname, '..', 'vscode-host', 'code.mjs'),
    extensionDevelopmentPath: stub,
    extensionTestsPath: suite,
    launchArgs: [folder, '--user-data-dir', data, '--extensions-dir', extensions],
  });
} catch (error) {
  console.error(String(error?.message ?? error));
  process.exitCode = 1;
}
