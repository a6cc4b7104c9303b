// Runs the mocha suite of test/host inside a real VS Code, with the packaged extension installed and an empty one under development.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { root } from '../machine/packages.mjs';
import { run } from '../machine/commands.mjs';
import { createProfile, installServer, QUIET_SETTINGS, runServerCommand } from '../vscode-host/server.mjs';
import { packageExtension } from '../vsix.mjs';

/**
 * @param {typeof import('../vscode-host/server.mjs').NEWEST} release
 * @returns {Promise<import('./suites.mjs').Outcome>}
 */
export async function runHostTests(release) {
  const scratch = mkdtempSync(join(tmpdir(), 'claimcheck-host-tests-'));
  try {
    const server = await installServer(release, line => console.log(line));
    const profile = createProfile(scratch, { ...QUIET_SETTINGS, 'editor.wordBasedSuggestions': 'off' });
    const { file } = await packageExtension();
    const installed = await runServerCommand(server, profile, ['--install-extension', file, '--force']);
    if (installed.status !== 0) return { passed: 0, failed: 1, output: `The extension could not be installed.\n${installed.output}` };

    const suite = await bundleSuite(scratch);
    const stub = join(scratch, 'stub');
    mkdirSync(stub);
    writeFileSync(join(stub, 'package.json'), JSON.stringify({ name: 'stub', publisher: 'test', version: '0.0.1', engines: { vscode: '*' } }));
    const folder = join(scratch, 'newsroom');
    cpSync(join(root, 'examples', 'newsroom'), folder, { recursive: true });

    const { status, output } = await run(process.execPath, [join(import.meta.dirname, 'run-in-host.mjs')], {
      env: { ...process.env, FORCE_COLOR: '0', CLAIMCHECK_HOST: JSON.stringify(server),
        CLAIMCHECK_RUN: JSON.stringify({ stub, suite, folder, data: profile.data, extensions: profile.extensions }) },
    });
    const count = pattern => Number(pattern.exec(output)?.[1] ?? 0);
    const passed = count(/^\s*(\d+) passing/m);
    const failed = count(/^\s*(\d+) failing/m);
    return { passed, skipped: count(/^\s*(\d+) pending/m), failed: (status !== 0 || passed === 0) && failed === 0 ? 1 : failed, output };
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** One CommonJS file that exports `run`, as VS Code loads it. */
async function bundleSuite(folder) {
  const outfile = join(folder, 'suite.cjs');
  const entry = join(root, 'test', 'host', 'index.ts');
  if (!existsSync(entry)) throw new Error('test/host/index.ts is missing: it exports run(), which runs the suite.');
  // Mocha stays outside: it loads parts of itself by name. Its CommonJS file, because older hosts do not give a module's default export to `require`.
  const mocha = { name: 'mocha', setup: build => build.onResolve({ filter: /^mocha$/ }, () => ({ path: join(root, 'node_modules', 'mocha', 'lib', 'mocha.cjs'), external: true })) };
  await esbuild.build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node22', external: ['vscode'], plugins: [mocha], sourcemap: 'inline', logLevel: 'error' });
  return outfile;
}
