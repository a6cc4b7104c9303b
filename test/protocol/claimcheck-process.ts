// Runs the built `claimcheck` as a process, in a folder of its own.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');
export const LAUNCHER = join(ROOT, 'server/bin/claimcheck.js');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly launcher?: string;
  /** Called once it runs, with what interrupts it as Ctrl+C does. */
  readonly onStart?: (interrupt: () => void) => void;
}

/** Runs it to its end. No run may show a stack trace, and each line on standard error says that it is ours. */
export async function claimcheck(args: readonly string[], { cwd, input = '', env = {}, launcher = LAUNCHER, onStart }: RunOptions): Promise<Ran> {
  assert.ok(existsSync(join(ROOT, 'server/dist/main.js')), 'build first: npm run build');
  const { NO_COLOR: _no, FORCE_COLOR: _force, NODE_TEST_CONTEXT: _test, ...inherited } = process.env;
  const child = spawn(process.execPath, [launcher, ...args], { cwd, env: { ...inherited, ...env } });
  onStart?.(() => void child.kill('SIGINT'));
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const ran = { status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() };
  assert.doesNotMatch(ran.stdout + ran.stderr, /^\s+at .*:\d+:\d+\)?$/m, 'a stack trace');
  return ran;
}

/** A folder with these files, removed after the test. */
export async function folderWith(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'claimcheck-')));
  t.after(() => rm(folder, { recursive: true, force: true }));
  // The configuration is looked for no further up than this.
  for (const [path, content] of Object.entries({ '.git/HEAD': '', ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
