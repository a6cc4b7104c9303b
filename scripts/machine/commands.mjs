// Runs other programs and turns the failures of a machine (no network, no disk space, nothing installed) into one clear line. Plain Node 20, no packages.
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { accessSync, constants as files, statSync } from 'node:fs';

/** A reason to stop that is told to the user as it stands: one line, no stack trace. */
export class Stop extends Error {
  /** @param {string} message @param {number} [status] the exit status */
  constructor(message, status = 1) {
    super(message);
    this.status = status;
  }
}

/**
 * Runs a script's main function and ends the process as it says. A `Stop` is one line on standard error; anything else that is thrown is a fault of ours,
 * named in one line too, with its stack where CLAIMCHECK_DEBUG is set.
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const stop = error instanceof Stop ? error : asStop(String(error?.code ?? ''), error?.path) ?? asStop(String(error?.message ?? ''));
    console.error(stop ? stop.message : `Something went wrong: ${String(error?.message ?? error).split('\n')[0]}`);
    if (process.env.CLAIMCHECK_DEBUG) console.error(error);
    process.exitCode = stop?.status ?? 1;
  }
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, input?: string, timeout?: number }} [options] `show`: its output goes to the terminal as well
 * @returns {Promise<{ status: number, output: string, stdout: string }>} `status` is 127 where there is no such program, 128 + signal where it was killed
 */
export function run(command, args, { cwd, env = process.env, show = false, input, timeout } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd, env, stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'], timeout });
    let output = '';
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      output += text;
      stdout += text;
      if (show) process.stdout.write(text);
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      output += text;
      if (show) process.stderr.write(text);
    });
    child.once('error', error => resolve({ status: 127, output: `${output}${error.message}\n`, stdout }));
    child.once('close', (code, signal) => resolve({ status: code ?? 128 + (constants.signals[signal] ?? 0), output, stdout }));
    if (input !== undefined) child.stdin.end(input);
  });
}

/** Runs npm, the one that started us where there is one. @param {readonly string[]} args @param {Parameters<typeof run>[2]} [options] */
export function runNpm(args, options = {}) {
  const own = process.env.npm_execpath;
  const env = Object.fromEntries(Object.entries(options.env ?? process.env)
    // What an outer npm tells about its own run would point the inner one to the wrong folder.
    .filter(([name]) => !/^npm_(package|lifecycle|command|config_local_prefix|config_prefix)/.test(name) && name !== 'INIT_CWD'));
  // Two tries more, soon: npm's own patience lets a user without a network wait for over a minute.
  env.npm_config_fetch_retry_mintimeout ??= '2000';
  env.npm_config_fetch_retry_maxtimeout ??= '5000';
  return own?.endsWith('.js') ? run(process.execPath, [own, ...args], { ...options, env }) : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { ...options, env });
}

/** Fails with one line if a program (npm, tar) could not do its work. @param {{ status: number, output: string }} result @param {string} what it was to do, as in "install the packages" @param {string} [program] */
export function requireSuccess(result, what, program = 'npm') {
  if (result.status === 0) return;
  const known = asStop(result.output);
  if (known) throw new Stop(`Could not ${what}: ${known.message}`);
  if (result.status === 127) throw new Stop(`Could not ${what}: ${program} was not found.${program === 'npm' ? ' Install Node.js with npm (https://nodejs.org).' : ''}`);
  const reason = result.output.split('\n').map(line => line.replace(/^npm (error|ERR!)\s*(code \S+)?\s*/i, '').trim()).filter(line => line && !/^npm warn/i.test(line));
  throw new Stop(`Could not ${what}: ${reason[0] ?? `${program} ended with status ${result.status}`}`);
}

/** The full path of a program, or undefined. @param {string} name */
export function findProgram(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      try {
        accessSync(file, files.X_OK);
        if (statSync(file).isFile()) return file;
      } catch { /* not here */ }
    }
  }
  return undefined;
}

/** Ends a process that was started as the leader of its group, with all its children: politely, after three seconds by force. @param {import('node:child_process').ChildProcess} child */
export async function endGroup(child) {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    return;
  }
  const signal = name => {
    try {
      process.kill(-child.pid, name);
      return true;
    } catch {
      return false; // the group is gone
    }
  };
  if (!signal('SIGTERM')) return;
  const deadline = Date.now() + 3000;
  while (signal(0) && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, 25));
  signal('SIGKILL');
}

/** What is wrong with the machine, if the text of an error tells. @param {string} text @param {string} [path] */
function asStop(text, path) {
  if (/\bENOSPC\b|no space left on device|disk quota exceeded/i.test(text)) return new Stop('there is no space left on the disk. Claimcheck with its editor needs about 1.5 GB.');
  if (/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/.test(text)) return new Stop('the npm registry cannot be reached. Check the network (or the proxy) and run the command again.');
  if (/\b(EACCES|EROFS|EPERM)\b/.test(text)) return new Stop(`a file or folder may not be written${path ? `: ${path}` : '. Check its permissions'}.`);
  return undefined;
}
