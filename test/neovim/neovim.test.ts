// The built server in another editor: Neovim without a window shows the findings, a hover, and applies a quick fix.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const DRAFT = `---
date: 2025-09-19
sources:
  harbour-log:
    type: report
    title: Log of the harbour master
    publisher: Port of Ferris
    issued: 2025-09-01
---
The ferry carried 412 passengers in August [@harbour-log].
It carried 380 in July [@harbor-log].
`;

interface Answer {
  readonly what: 'diagnostics' | 'hover' | 'actions' | 'line' | 'failed';
  readonly value: unknown;
}

test('Neovim shows findings and a hover, and applies a quick fix', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'claimcheck-neovim-'));
  try {
    const draft = join(folder, 'ferry.md');
    await writeFile(draft, DRAFT);
    const answers = await drive({ DRAFT: draft, HOVER: 'harbour-log]', FIX: 'harbor-log' });
    const [first, hover, , line, last] = answers;

    const unknown = (answer: Answer | undefined) => (answer?.value as { code?: string; line: number; source: string }[]).filter(({ code }) => code === 'sources/unknown');
    assert.deepEqual(unknown(first).map(({ line, source }) => ({ line, source })), [{ line: 10, source: 'claimcheck' }]);
    assert.match(String(hover?.value), /Log of the harbour master/);
    assert.equal(line?.value, 'It carried 380 in July [@harbour-log].');
    assert.deepEqual(unknown(last), []);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function drive(env: Readonly<Record<string, string>>): Promise<Answer[]> {
  const script = join(import.meta.dirname, 'drive.lua');
  const { stdout } = await promisify(execFile)('nvim', ['--headless', '--clean', '-c', `luafile ${script}`],
    { env: { ...process.env, NODE: process.execPath, SERVER: join(import.meta.dirname, '..', '..', 'server', 'bin', 'claimcheck.js'), ...env }, timeout: 50_000 })
    .catch((error: { stdout?: string; message: string }) => ({ stdout: `${error.stdout ?? ''}\n${JSON.stringify({ what: 'failed', value: error.message })}` }));
  const answers = stdout.split('\n').filter(text => text.startsWith('{')).map(text => JSON.parse(text) as Answer);
  const failed = answers.find(({ what }) => what === 'failed');
  assert.equal(failed, undefined, `Neovim: ${String(failed?.value)}\n${stdout}`);
  return answers;
}
