// VS Code's own server, as the npm package code-server carries it: installs a release into the cache and starts it on a loopback port.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { cached } from '../machine/cache.mjs';
import { endGroup, findProgram, requireSuccess, run, runNpm, Stop } from '../machine/commands.mjs';

/** A release: its version on npm, the VS Code in it, and the Node whose major version its native parts need. */
export const NEWEST = { version: '4.139.1', vscode: '1.139.1', node: '24' };
/** The oldest that `engines.vscode` allows. */
export const OLDEST = { version: '4.103.2', vscode: '1.103.2', node: '22.23.3' };

/**
 * @param {typeof NEWEST} release
 * @param {(line: string) => void} say
 * @returns {Promise<{ main: string, node: string, vscode: string }>} the server's main file, and the Node to run it with
 */
export async function installServer(release, say) {
  const name = `vscode-server-${release.version}`;
  const folder = await cached(name, async partial => {
    say(`Installing VS Code ${release.vscode} for the browser (about 600 MB, once) …`);
    const started = Date.now();
    await unpackFromNpm(`code-server@${release.version}`, partial, ['package/lib/vscode', 'package/LICENSE', 'package/ThirdPartyNotices.txt']);
    const vscode = join(partial, 'package', 'lib', 'vscode');
    // Not `npm ci`: the lockfile in there names packages that are not published.
    requireSuccess(await runNpm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: vscode }), `install VS Code ${release.vscode}`);
    linkRipgrep(vscode);
    symlinkSync('node_modules', join(vscode, 'node_modules.asar'), 'junction');
    say(`VS Code ${release.vscode} installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  });
  return { main: join(folder, 'package', 'lib', 'vscode', 'out', 'server-main.js'), node: await installNode(release.node), vscode: release.vscode };
}

/** A Node of that version: our own where its major version is asked for, else out of npm. @param {string} version */
async function installNode(version) {
  if (process.versions.node.split('.')[0] === version) return process.execPath;
  const platform = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = await cached(`${platform}-${version}`, partial => unpackFromNpm(`${platform}@${version}`, partial, []));
  const node = join(folder, 'package', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (process.platform !== 'win32') chmodSync(node, 0o755);
  return node;
}

/** Unpacks a package, or the named parts of it, into a folder. Nothing of it is run. */
async function unpackFromNpm(spec, folder, parts) {
  const packed = await runNpm(['pack', '--loglevel=error', spec], { cwd: folder });
  requireSuccess(packed, `download ${spec}`);
  const archive = packed.stdout.trim().split('\n').at(-1) ?? '';
  requireSuccess(await run('tar', ['xzf', archive, ...parts], { cwd: folder }), `unpack ${spec}`, 'tar');
  rmSync(join(folder, archive));
}

/** Older releases fetch ripgrep in an install script; Debian's does as well. Without it only the search view is missing. */
function linkRipgrep(vscode) {
  const folder = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin');
  const ours = findProgram('rg');
  if (existsSync(join(folder, 'rg')) || !ours || !existsSync(join(folder, '..'))) return;
  mkdirSync(folder, { recursive: true });
  symlinkSync(ours, join(folder, 'rg'));
}

/** Settings that keep the editor from talking about itself. */
export const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * Where a server keeps its things.
 * @param {string} folder
 * @param {Record<string, unknown>} [settings] the user's, written only where there are none yet
 */
export function createProfile(folder, settings = QUIET_SETTINGS) {
  const profile = { data: join(folder, 'data'), extensions: join(folder, 'extensions'), server: join(folder, 'server') };
  const file = join(profile.data, 'User', 'settings.json');
  mkdirSync(join(profile.data, 'User'), { recursive: true });
  mkdirSync(profile.extensions, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(settings, undefined, 2)}\n`);
  return profile;
}

/** Runs the server's command line, as `--install-extension FILE`. */
export function runServerCommand(server, profile, args) {
  return run(server.node, [server.main, '--accept-server-license-terms', ...profileArguments(profile), ...args], { env: serverEnvironment() });
}

/**
 * Starts a server and waits until it answers.
 * @param {{ main: string, node: string }} server
 * @param {ReturnType<typeof createProfile>} profile
 * @param {{ port?: number, token?: string, testDriver?: boolean }} [options] `testDriver`: the page reports the outcome of in-host tests (and hides notifications)
 * @returns {Promise<{ port: number, child: import('node:child_process').ChildProcess, log: () => string, exited: Promise<number>, stop: () => Promise<void> }>}
 */
export async function startServer(server, profile, { port, token, testDriver = false } = {}) {
  const chosen = port ?? await freePort();
  const child = spawn(server.node, [server.main, '--accept-server-license-terms', ...profileArguments(profile),
    '--host', '127.0.0.1', '--port', String(chosen), '--disable-workspace-trust', '--telemetry-level', 'off',
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...(testDriver ? ['--enable-smoke-test-driver'] : [])],
  { env: serverEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
  let log = '';
  const exited = new Promise(resolve => child.once('exit', code => resolve(code ?? 1)));
  const stop = () => endGroup(child);
  await new Promise((resolve, reject) => {
    const listen = data => {
      log += data;
      if (log.includes('Web UI available at')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', error => reject(new Stop(`VS Code's server could not be started: ${error.message}`)));
    exited.then(code => reject(new Stop(`VS Code's server ended at once (status ${code}): ${log.trim().split('\n').at(-1) ?? ''}`)));
  });
  return { port: chosen, child, log: () => log, exited, stop };
}

/** A loopback port that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Can we listen there? @param {number} port */
export function isFree(port) {
  return new Promise(resolve => {
    const probe = createServer().once('error', () => resolve(false)).listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function profileArguments(profile) {
  return ['--user-data-dir', profile.data, '--extensions-dir', profile.extensions, '--server-data-dir', profile.server];
}

/** No gallery is asked, and no outer VS Code is taken for ours. */
function serverEnvironment() {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)));
  return { ...env, EXTENSIONS_GALLERY: '{}' };
}
