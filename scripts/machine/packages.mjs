// Brings what the project needs and a fresh machine lacks: the packages of the lockfile, and the Node that the scripts run on. Plain Node 20, no packages.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireSuccess, runNpm, Stop } from './commands.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Installs the packages if they are absent or not those of the lockfile. @param {(line: string) => void} say */
export async function installPackages(say) {
  if (Number(process.versions.node.split('.')[0]) < 20) throw new Stop(`This is Node ${process.versions.node}; Claimcheck is built with Node 20 or newer (https://nodejs.org).`);
  if (isInstalled()) return;
  say('Installing packages (npm ci, about a minute) …');
  const started = Date.now();
  requireSuccess(await runNpm(['ci', '--no-audit', '--no-fund'], { cwd: root }), 'install the packages');
  if (!existsSync(ownNode)) throw new Stop('The packages are installed, but not the Node that comes with them. If install scripts are switched off in your .npmrc (ignore-scripts), allow them for this folder and run "npm ci".');
  say(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/**
 * Runs the script again under the Node that the packages bring, unless it runs there already.
 * @param {string} script its path
 * @param {() => Promise<number | void>} main what to do under that Node
 * @returns {Promise<number | void>} the exit status
 */
export async function underOwnNode(script, main) {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  // By version, not by path: a path may lead through links, and then this would go on for ever.
  if (process.versions.node === JSON.parse(readFileSync(join(root, 'node_modules', 'node', 'package.json'), 'utf8')).version) {
    process.env.PATH = path;
    return main();
  }
  const child = spawn(ownNode, [script, ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, PATH: path } });
  // Ctrl+C reaches both of us; the child puts things away and we wait for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', () => reject(new Stop('The Node that comes with the packages does not run. Remove the folder node_modules and try again.')));
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/** Does node_modules hold what the lockfile says? (By content: the times of the two files tell nothing after a checkout.) */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    return existsSync(ownNode) && Object.entries(wanted).every(([path, { version, optional, peer, link }]) =>
      !path.includes('node_modules/') || optional || peer || link || present[path]?.version === version);
  } catch {
    return false;
  }
}
