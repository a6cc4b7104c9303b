// The npm package: packed, installed into an empty folder without a network, and run.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { claimcheck } from './claimcheck-process.ts';

const run = promisify(execFile);

test('the package installs offline and needs nothing but Node', { timeout: 120_000 }, async t => {
  const folder = await mkdtemp(join(tmpdir(), 'claimcheck-package-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const npm = (args: string[], cwd: string) => run('npm', args, { cwd, shell: process.platform === 'win32' });
  await npm(['pack', '-w', 'server', '--pack-destination', folder, '--ignore-scripts'], join(import.meta.dirname, '../..'));
  const [tarball] = await readdir(folder);
  await writeFile(join(folder, 'package.json'), '{"private": true}');
  await npm(['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', `./${tarball}`], folder);
  assert.deepEqual((await readdir(join(folder, 'node_modules'))).filter(name => !name.startsWith('.')), ['claimcheck']);
  await writeFile(join(folder, 'a.md'), 'The fair drew crowds [@nobody].\n');
  const launcher = join(folder, 'node_modules/claimcheck/bin/claimcheck.js');
  const { status, stdout } = await claimcheck(['check', 'a.md', '--format', 'json'], { cwd: folder, launcher });
  assert.equal(status, 1);
  assert.deepEqual(JSON.parse(stdout)[0].findings.map((f: { rule: string }) => f.rule), ['sources/unknown']);
});

test('the launcher says which Node it needs', async () => {
  const old = `data:text/javascript,${encodeURIComponent('Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.1.0" } })')}`;
  const { status, stderr } = await claimcheck(['check'], { cwd: import.meta.dirname, env: { NODE_OPTIONS: `--import ${old}` } });
  assert.deepEqual([status, stderr], [2, 'claimcheck: this is Node 20.1.0, and Claimcheck needs Node 22 or newer.\n']);
});

test('the launcher says what is missing where there is no build', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'claimcheck-launcher-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'bin'));
  await cp(join(import.meta.dirname, '../../server/bin/claimcheck.js'), join(folder, 'bin/claimcheck.mjs'));
  for (const args of [['check'], ['lsp', '--stdio']]) {
    const { status, stderr } = await claimcheck(args, { cwd: folder, launcher: join(folder, 'bin/claimcheck.mjs') });
    assert.equal(status, 2);
    assert.match(stderr, /^claimcheck: it has not been built: run "npm run build" in the folder of the project\.\n$/);
  }
});
