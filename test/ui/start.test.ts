// `npm start` as its user meets it: findings, an address that opens the folder with the extension running, and a clean end.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launchChromium } from '../../scripts/vscode-host/chromium.mjs';

const START = join(import.meta.dirname, '..', '..', 'scripts', 'start.mjs');

describe('npm start', () => {
  let scratch: string;
  before(() => {
    scratch = mkdtempSync(join(tmpdir(), 'claimcheck-start-'));
  });
  after(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));

  it('opens a folder of the user’s with the extension running, and ends with everything that it started', { timeout: 180_000 }, async () => {
    writeFileSync(join(scratch, 'draft.md'), 'The number of jobs is still [TK: the ministry to confirm].\n');
    const child = spawn(process.execPath, [START, scratch, '--browser', '--no-open'], { env: { ...process.env, CLAIMCHECK_PROFILE: join(scratch, 'profile') }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const address = new Promise<string>((resolve, reject) => {
      const listen = (data: Buffer) => {
        output += data.toString();
        const found = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(output);
        if (found) resolve(found[0]);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', () => reject(new Error(`npm start ended early:\n${output}`)));
    });
    try {
      const url = await address;
      assert.match(output, /draft\/tk/);
      const bare = await fetch(new URL(url).origin, { redirect: 'manual' });
      assert.equal(bare.status, 403, 'without its secret the address must not open');

      const browser = await launchChromium();
      try {
        const page = await browser.newPage();
        await page.goto(url);
        await page.getByRole('treeitem', { name: 'draft.md' }).dblclick({ timeout: 60_000 });
        await page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
      } finally {
        await browser.close();
      }
    } finally {
      child.kill('SIGINT');
    }
    if (child.exitCode === null) await once(child, 'exit');
    assert.equal(child.exitCode, 0, output);
    const { stdout } = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    assert.ok(!stdout.includes(scratch), 'a process of the editor is still there');
  });

  const refusals: [string, string[], RegExp][] = [
    ['a folder that is not there', ['nowhere'], /^There is no folder .*nowhere\.$/],
    ['a file', [START], /is a file\. Name the folder that it lies in\.$/],
    ['an option that it does not know', ['--prot', '1'], /^Unknown option '--prot'/],
    ['a port that is none', ['--port', 'eighty'], /^"eighty" is no port\./],
  ];
  for (const [what, args, line] of refusals) {
    it(`refuses ${what} in one line`, () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [START, ...args], { encoding: 'utf8', cwd: scratch, env: { ...process.env, INIT_CWD: scratch } });
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr.trim(), line);
      assert.equal(stderr.trim().split('\n').length, 1);
    });
  }

  it('refuses a busy port in one line', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const child = spawn(process.execPath, [START, scratch, '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (data: Buffer) => {
      errors += data.toString();
    });
    const [status] = await once(child, 'close') as [number];
    taken.close();
    assert.equal(status, 1);
    assert.match(errors.trim(), new RegExp(`^Port ${port} is in use\\.[^\\n]*$`));
  });
});
