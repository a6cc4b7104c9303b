// The suite that runs inside VS Code: sets mocha up, loads the test files and reports by throwing.
import Mocha from 'mocha';
import * as vscode from 'vscode';

/** Called by VS Code's test runner. */
export async function run(): Promise<void> {
  // VS Code in a browser saves after a second: what a test leaves unsaved would be on the disk for the next one.
  await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000 });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  await import('./workbench.test.ts');
  await import('./diagnostics.test.ts');
  await import('./features.test.ts');
  await import('./crash.test.ts');
  await new Promise<void>((resolve, reject) => {
    mocha.run(failures => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}
