// A server that crashes is started again, and goes on where it was.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeAll, findings, hasRule, openFile, replace } from './editor.ts';

describe('a crash of the server', () => {
  afterEach(closeAll);

  it('is mended: findings follow the typing again', async () => {
    const editor = await openFile('leaders-call.md');
    await findings(editor.document.uri, 'a marker', hasRule('draft/tk'));
    const before = servers();
    assert.ok(before.length > 0, 'the server is a child of the extension host');
    for (const pid of before) process.kill(pid, 'SIGKILL');
    await replace(editor, '$TK', '$4');
    await findings(editor.document.uri, 'no marker, said by the new server', found => found.length > 0 && !hasRule('draft/tk')(found));
    assert.deepEqual(servers().filter(pid => before.includes(pid)), []);
  });
});

/** Process ids of the language servers that this extension host has started. */
function servers(): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap(line => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && /server[/\\]dist[/\\]node\.js/.test(command) ? [Number(pid)] : [];
  });
}
