// Editing step by step ends where a new workspace begins, whatever is edited in whatever order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createWorkspace } from '../../server/src/workspace/create-workspace.ts';
import { inMemoryFiles, toUri } from './in-memory-files.ts';

const DRAFT = ['', 'The levy is 20%. <!-- claim figure=levy -->', 'The levy is 30%. <!-- claim figure=levy id=one -->', 'Numbers rose [@a].', 'More TK [@b; @c].', '“We agreed,” said Ana Roe.', '<!-- claimcheck-disable-next-line -->', '[^n]\n\n[^n]: @a, p. 2'];
const HEAD = ['', '---\nsources: own.yaml\n---\n', '---\nsources: {b: {type: report, title: B}}\nstatus: ready\n---\n'];
const REGISTRY = ['', 'a: {type: report, title: A}\n', 'a: {type: report, title: A}\nb: {type: webpage, title: B, url: "https://example.org"}\n', 'c: {type: webpage, title: C, url: "https://example.org/"}\n', 'a: [\n'];
const CONFIG = ['', 'sources: [s.yaml]\n', 'sources: ["*.yaml"]\nrules: {draft/tk: error}\n', 'extends: [base.yaml]\n', 'files: [a.md]\nbaselin: x\n'];

const draft = fc.tuple(fc.constantFrom(...HEAD), fc.array(fc.constantFrom(...DRAFT), { maxLength: 4 })).map(([head, parts]) => head + parts.join('\n\n'));
const step = fc.oneof(
  fc.tuple(fc.constantFrom('a.md', 'b.md', 'sub/c.md'), draft),
  fc.tuple(fc.constantFrom('s.yaml', 'own.yaml'), fc.constantFrom(...REGISTRY)),
  fc.tuple(fc.constantFrom('claimcheck.yaml', 'base.yaml', 'sub/claimcheck.yaml'), fc.constantFrom(...CONFIG)),
);
/** What is done: an edit in the editor, a file written, a file deleted, a document closed, a look at the findings. */
const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), step }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), step }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('delete' as const, 'close' as const), step }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('check' as const), step }) },
);

test('edits, saves, deletions and closing, one by one, give the findings of the final texts afresh', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(action, { maxLength: 14 }), async actions => {
    const disk = new Map([['a.md', 'Numbers rose [@a].'], ['b.md', '']]);
    const open = new Map<string, string>();
    const port = inMemoryFiles(Object.fromEntries(disk));
    const workspace = createWorkspace({ files: port });
    workspace.setFolders(['file:///news']);
    let version = 0;
    for (const { kind, step: [path, text] } of actions) {
      const uri = toUri(path);
      if (kind === 'type') {
        if (open.has(path)) workspace.change(uri, text, ++version);
        else workspace.open(uri, text, ++version, path.endsWith('.md') ? 'markdown' : 'yaml');
        open.set(path, text);
      } else if (kind === 'write' || kind === 'delete') {
        if (kind === 'write') {
          disk.set(path, text);
          port.write(path, text);
        } else {
          disk.delete(path);
          port.remove(path);
        }
        workspace.fileChanged(uri);
      } else if (kind === 'close') {
        open.delete(path);
        workspace.close(uri);
      } else await workspace.check(uri);
    }
    const fresh = createWorkspace({ files: inMemoryFiles(Object.fromEntries(disk)) });
    fresh.setFolders(['file:///news']);
    for (const [path, text] of open) fresh.open(toUri(path), text, 1, path.endsWith('.md') ? 'markdown' : 'yaml');
    const all = await fresh.documents();
    assert.deepEqual(await workspace.documents(), all);
    for (const uri of all) {
      const [edited, read] = [await workspace.check(uri), await fresh.check(uri)];
      assert.ok(edited !== 'cancelled' && read !== 'cancelled');
      assert.deepEqual([edited?.text, edited?.findings, edited?.silenced], [read?.text, read?.findings, read?.silenced], uri);
    }
  }), { numRuns: 150 });
});
