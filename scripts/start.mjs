// `npm start [-- FOLDER]`: installs what is missing, builds, prints the findings and opens the folder in VS Code with the extension running. Plain Node 20, no packages.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cacheFolder } from './machine/cache.mjs';
import { findProgram, run, runMain, Stop } from './machine/commands.mjs';
import { installPackages, root, underOwnNode } from './machine/packages.mjs';

const HELP = `npm start -- [FOLDER] [options]

Opens FOLDER (the example newsroom without one) in VS Code with Claimcheck running.
It uses the VS Code of this computer where there is one, else one in the browser.

  --browser      VS Code in the browser, also where there is a desktop VS Code
  --port NUMBER  the port of VS Code in the browser (8421, or a free one)
  --no-open      do not open the browser, only print the address
  --help         this text

Ctrl+C stops it.`;

const DEFAULT_PORT = 8421;

runMain(async () => {
  const options = readArguments();
  if (options.help) return void console.log(HELP);
  await installPackages(line => console.log(line));
  return underOwnNode(fileURLToPath(import.meta.url), () => start(options));
});

/** @returns {{ help: boolean, folder: string, port: number | undefined, open: boolean, browser: boolean }} */
function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, browser: { type: 'boolean' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
    });
  } catch (error) {
    throw new Stop(`${String(error.message).split('. ')[0]}. "npm start -- --help" lists what there is.`, 2);
  }
  const { values, positionals } = parsed;
  if (positionals.length > 1) throw new Stop(`One folder can be opened at a time, and ${positionals.length} were given.`, 2);
  // npm runs scripts in the project's folder; what the user typed is relative to where he stood.
  const folder = positionals[0] === undefined ? join(root, 'examples', 'newsroom') : resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0]);
  if (!existsSync(folder)) throw new Stop(`There is no folder ${folder}.`, 2);
  if (!statSync(folder).isDirectory()) throw new Stop(`${folder} is a file. Name the folder that it lies in.`, 2);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) throw new Stop(`"${values.port}" is no port. Give a number from 1 to 65535.`, 2);
  return { help: values.help ?? false, folder, port, open: !values['no-open'], browser: values.browser ?? false };
}

async function start({ folder, port, open, browser }) {
  const { isFree } = await import('./vscode-host/server.mjs');
  if (port !== undefined && !await isFree(port)) throw new Stop(`Port ${port} is in use. Name another with --port, or leave the option out.`);

  const built = await run(process.execPath, [join(root, 'scripts', 'build.mjs')]);
  if (built.status !== 0) throw new Stop(`Claimcheck could not be built.\n${built.output.trim()}`);
  await printFindings(folder);

  const desktop = browser || port !== undefined ? undefined : await findDesktop();
  return desktop ? openDesktop(desktop, folder) : openBrowser(folder, port, open);
}

async function printFindings(folder) {
  console.log(`\nFindings in ${folder}:\n`);
  const { status, output } = await run(process.execPath, [join(root, 'server', 'bin', 'claimcheck.js'), 'check', '.', '--format', 'pretty'],
    { cwd: folder, env: { ...process.env, ...(process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {}) }, show: true });
  if (status > 1 && !output.trim()) console.log('The folder could not be checked.');
  console.log('');
}

/** The desktop VS Code of this machine, if one can be started: it answers, and it is no window's remote command. */
async function findDesktop() {
  const code = findProgram('code');
  if (!code || process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  if (process.platform === 'linux' && (!(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || process.getuid() === 0)) return undefined;
  const { status, stdout } = await run(code, ['--version'], { timeout: 20_000 });
  const version = /^(\d+)\.(\d+)\.\d+/.exec(stdout);
  if (status !== 0 || !version) return undefined;
  const oldest = /(\d+)\.(\d+)/.exec(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.vscode);
  if (Number(version[1]) * 1000 + Number(version[2]) >= Number(oldest[1]) * 1000 + Number(oldest[2])) return code;
  console.log(`The VS Code of this computer is ${version[0]}; Claimcheck needs ${oldest[0]} or newer. It opens in the browser instead.`);
  return undefined;
}

async function openDesktop(code, folder) {
  console.log('Opening VS Code with Claimcheck. Close its window, or press Ctrl+C here, to stop.');
  const stopped = onceStopped();
  const closed = run(code, ['--new-window', '--wait', `--extensionDevelopmentPath=${root}`, folder]);
  const { status, output } = await Promise.race([closed, stopped.then(status => ({ status, output: '' }))]);
  if (status !== 0 && output) throw new Stop(`VS Code ended with status ${status}: ${output.trim().split('\n').at(-1)}`);
  return status;
}

async function openBrowser(folder, wanted, open) {
  const stopped = onceStopped();
  const { createProfile, freePort, installServer, isFree, NEWEST, startServer } = await import('./vscode-host/server.mjs');
  const server = await installServer(NEWEST, line => console.log(line));
  // Between two starts the window keeps its layout; CLAIMCHECK_PROFILE names another place for it.
  const profile = createProfile(process.env.CLAIMCHECK_PROFILE ?? join(cacheFolder, 'start'));
  await installExtension(server, profile);

  const port = wanted ?? (await isFree(DEFAULT_PORT) ? DEFAULT_PORT : await freePort());
  // The address carries a secret: without it, any page or program on this machine could read the user's files through the port.
  const token = randomBytes(16).toString('hex');
  const running = await startServer(server, profile, { port, token });
  const first = ['leaders-call.md'].map(name => join(folder, name)).find(existsSync);
  const payload = first ? `&payload=${encodeURIComponent(JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${port}${encodeURI(first)}`]]))}` : '';
  const address = `http://127.0.0.1:${port}/?tkn=${token}&folder=${encodeURIComponent(folder)}${payload}`;
  console.log(`VS Code with Claimcheck is running. Open this address in a browser:\n\n  ${address}\n\nCtrl+C stops it.`);
  if (open) openAddress(address);

  const status = await Promise.race([stopped, running.exited.then(code => {
    throw new Stop(`VS Code's server ended by itself (status ${code}).`);
  })]);
  await running.stop();
  console.log('\nStopped.');
  return status;
}

/** Puts the extension into the profile, unless this very package is there already. */
async function installExtension(server, profile) {
  const { packageExtension } = await import('./vsix.mjs');
  const { runServerCommand } = await import('./vscode-host/server.mjs');
  const { file, hash } = await packageExtension();
  const stamp = join(profile.extensions, 'claimcheck.stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  const { status, output } = await runServerCommand(server, profile, ['--install-extension', file, '--force']);
  if (status !== 0) throw new Stop(`The extension could not be installed: ${output.trim().split('\n').at(-1)}`);
  writeFileSync(stamp, hash);
}

/** Opens the user's browser where there is a screen to show it on. */
function openAddress(address) {
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!screen || !process.stdout.isTTY) return;
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  void run(command, [...args, process.platform === 'win32' ? address.replaceAll('&', '^&') : address]);
}

/** Resolves when the user wants to stop, with the exit status: 0 for Ctrl+C, which is the way to stop it, and 143 for a request to terminate. */
function onceStopped() {
  return new Promise(done => {
    process.once('SIGINT', () => done(0));
    process.once('SIGTERM', () => done(143));
    process.once('SIGHUP', () => done(129));
  });
}
