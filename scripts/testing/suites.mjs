// The test suites of the project, in the order in which `npm test` runs them. Each gives {passed, failed, output} or says why it cannot run.
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram, run } from '../machine/commands.mjs';
import { root } from '../machine/packages.mjs';
import { findChromium, NO_CHROMIUM } from '../vscode-host/chromium.mjs';
import { NEWEST, OLDEST } from '../vscode-host/server.mjs';
import { runHostTests } from './host.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped?: number, output: string }} Outcome
 * @typedef {{ name: string, about: string, needsBuild?: boolean, missing?: () => string | undefined, run: () => Promise<Outcome> }} Suite
 */

/** @type {readonly Suite[]} */
export const suites = [
  { name: 'lint', about: 'eslint', run: () => runOne(join('node_modules', 'eslint', 'bin', 'eslint.js'), '.') },
  { name: 'types', about: 'tsc', run: () => runOne(join('scripts', 'types.mjs')) },
  { name: 'generated', about: 'generated files are up to date', run: () => runOne(join('scripts', 'generate.mjs'), '--check') },
  { name: 'unit', about: 'every layer', run: () => runNodeTests('test/unit/**/*.test.ts') },
  { name: 'rules', about: 'every rule', run: () => runNodeTests('test/rules/**/*.test.ts') },
  { name: 'fuzz', about: 'properties and hostile input', run: () => runNodeTests('test/fuzz/**/*.test.ts') },
  { name: 'protocol', about: 'the built server and command line', needsBuild: true, run: () => runNodeTests('test/protocol/**/*.test.ts') },
  { name: 'grammar', about: 'colouring', run: () => runNodeTests('test/grammar/**/*.test.ts') },
  { name: 'worker', about: 'the built server in a browser worker', needsBuild: true, run: () => runNodeTests('test/browser/**/*.test.ts') },
  { name: 'host', about: `inside VS Code ${NEWEST.vscode}`, needsBuild: true, missing: missingChromium, run: () => runHostTests(NEWEST) },
  { name: 'host-oldest', about: `inside VS Code ${OLDEST.vscode}, the oldest supported`, needsBuild: true, missing: missingChromium, run: () => runHostTests(OLDEST) },
  { name: 'ui', about: 'the workbench as a user drives it', needsBuild: true, missing: missingChromium, run: () => runNodeTests('test/ui/**/*.test.ts', '--test-concurrency=1') },
  { name: 'neovim', about: 'the built server in another editor', needsBuild: true, missing: missingNeovim, run: () => runNodeTests('test/neovim/**/*.test.ts') },
].filter(({ name }) => isPresent(name));

/** A suite whose files are not there is not part of the run. */
function isPresent(name) {
  const pattern = { generated: 'scripts/generate.mjs', lint: 'eslint.config.js', types: 'scripts/types.mjs', worker: 'test/browser/**/*.test.ts',
    host: 'test/host/**/*.ts', 'host-oldest': 'test/host/**/*.ts' }[name] ?? `test/${name}/**/*.test.ts`;
  return globSync(pattern, { cwd: root }).length > 0;
}

function missingChromium() {
  return findChromium() ? undefined : NO_CHROMIUM;
}

function missingNeovim() {
  return findProgram('nvim') ? undefined : 'Neovim was not found. Install it with "apt-get install neovim" (Debian, Ubuntu) or from https://neovim.io.';
}

/** A tool that passes or fails as a whole. @returns {Promise<Outcome>} */
async function runOne(script, ...args) {
  const { status, output } = await run(process.execPath, [join(root, script), ...args], { cwd: root });
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, output };
}

/** @returns {Promise<Outcome>} */
async function runNodeTests(pattern, ...options) {
  const scratch = mkdtempSync(join(tmpdir(), 'claimcheck-test-'));
  const counts = join(scratch, 'counts.json');
  try {
    const { status, output } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', '--test', ...options,
      '--test-reporter=spec', '--test-reporter-destination=stdout',
      `--test-reporter=${join(root, 'scripts', 'testing', 'count-reporter.mjs')}`, `--test-reporter-destination=${counts}`, pattern], { cwd: root });
    const { passed, failed, skipped } = existsSync(counts) && readFileSync(counts, 'utf8') !== '' ? JSON.parse(readFileSync(counts, 'utf8')) : { passed: 0, failed: 0, skipped: 0 };
    // A run that ends badly without a failed test (it could not start, or crashed) is a failure all the same.
    return { passed, skipped, failed: status !== 0 && failed === 0 ? 1 : failed, output };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
