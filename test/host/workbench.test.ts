// What the in-host runner promises: the packaged extension is installed, and the example newsroom is open.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the host', () => {
  it('has the packaged extension installed', () => {
    assert.ok(vscode.extensions.getExtension('claimcheck.claimcheck-vscode'));
  });

  it('opens the example newsroom', async () => {
    const drafts = await vscode.workspace.findFiles('*.md');
    assert.ok(drafts.some(({ path }) => path.endsWith('/leaders-call.md')));
  });
});
