// What an open draft shows, and how edits elsewhere are felt in it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, findings, findingsOf, hasRule, openFile, openUntitled, replace, ruleOf } from './editor.ts';

describe('diagnostics', () => {
  afterEach(closeAll);

  it('shows the findings of a draft, each with its rule, a link to the rule’s page and its place', async () => {
    const { document } = await openFile('leaders-call.md');
    const found = await findings(document.uri, 'an unknown source', hasRule('sources/unknown'));
    const unknown = found.find(diagnostic => ruleOf(diagnostic) === 'sources/unknown')!;
    assert.equal(document.getText(unknown.range), 'comerce-list');
    assert.equal(unknown.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(typeof unknown.code === 'object' && unknown.code.target.toString() === 'claimcheck-rule:/sources/unknown.md');
    assert.ok(hasRule('draft/tk')(found));
  });

  it('opens the page of a rule from the extension itself', async () => {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('claimcheck-rule:/sources/unknown.md'));
    assert.match(page.getText(), /^# sources\/unknown$/m);
    const none = await vscode.workspace.openTextDocument(vscode.Uri.parse('claimcheck-rule:/../../package.json'));
    assert.match(none.getText(), /^# Rules?\b/m);
  });

  it('shows what rests on two places with a link to the other', async () => {
    const { document } = await openFile('leaders-call.md');
    const found = await findings(document.uri, 'a conflict of figures', hasRule('figures/conflict'));
    const conflict = found.find(diagnostic => ruleOf(diagnostic) === 'figures/conflict')!;
    assert.ok((conflict.relatedInformation ?? []).length > 0);
  });

  it('follows the typing in a document that was never saved', async () => {
    const editor = await openUntitled('The purchase is worth $TK billion.\n');
    await findings(editor.document.uri, 'a marker', hasRule('draft/tk'));
    await replace(editor, '$TK', 'some $4');
    await findings(editor.document.uri, 'no marker', found => !hasRule('draft/tk')(found));
  });

  it('feels an unsaved edit of the registry in an open draft', async () => {
    const draft = await openFile('leaders-call.md');
    await findings(draft.document.uri, 'an unknown source', hasRule('sources/unknown'));
    const registry = await openFile('sources.yaml', vscode.ViewColumn.Two);
    await replace(registry, '\ncommerce-list:\n', '\ncomerce-list:\n');
    await findings(draft.document.uri, 'the source to be known', found => !found.some(d => ruleOf(d) === 'sources/unknown' && draft.document.getText(d.range) === 'comerce-list'));
  });

  it('feels an unsaved edit of claimcheck.yaml in an open draft', async () => {
    const draft = await openFile('leaders-call.md');
    await findings(draft.document.uri, 'a marker', hasRule('draft/tk'));
    const config = await openFile('claimcheck.yaml', vscode.ViewColumn.Two);
    await replace(config, 'rules:\n', 'rules:\n  draft/tk: off\n');
    await findings(draft.document.uri, 'no marker', found => !hasRule('draft/tk')(found));
  });

  it('feels a registry that is changed on disk', async () => {
    const draft = await openFile('leaders-call.md');
    await findings(draft.document.uri, 'an unknown source', hasRule('sources/unknown'));
    const uri = fileUri('library.bib');
    const before = await vscode.workspace.fs.readFile(uri);
    try {
      await vscode.workspace.fs.writeFile(uri, Buffer.concat([before, Buffer.from('\n@report{comerce-list, title = {A list}, institution = {A ministry}, date = {2025-09-12}}\n')]));
      await findings(draft.document.uri, 'the source to be known', found => !hasRule('sources/unknown')(found));
    } finally {
      await vscode.workspace.fs.writeFile(uri, before);
    }
    await findings(draft.document.uri, 'the unknown source again', hasRule('sources/unknown'));
  });

  it('shows a mistake in claimcheck.yaml at its place', async () => {
    const { document } = await openFile('claimcheck.yaml').then(async editor => {
      await replace(editor, 'gate:', 'gates:');
      return editor;
    });
    const found = await findings(document.uri, 'the unknown key', shown => shown.length > 0);
    assert.equal(document.getText(found[0]!.range), 'gates');
  });

  it('shows the findings of a registry that is not open', async () => {
    await openFile('leaders-call.md');
    await findings(fileUri('sources.yaml'), 'the duplicate of the closed registry', hasRule('sources/duplicate'));
  });

  it('shows a registry’s findings once, open or closed', async () => {
    await openFile('leaders-call.md');
    const uri = fileUri('sources.yaml');
    const closed = await findings(uri, 'the duplicate of the closed registry', hasRule('sources/duplicate'));
    await openFile('sources.yaml', vscode.ViewColumn.Two);
    await findings(uri, 'as many findings as before', found => found.length === closed.length && hasRule('sources/duplicate')(found));
  });

  it('hides what the setting says, and finds it all the same', async () => {
    const { document } = await openFile('leaders-call.md');
    await findings(document.uri, 'a marker', hasRule('draft/tk'));
    const settings = vscode.workspace.getConfiguration('claimcheck');
    try {
      await settings.update('show', 'error', vscode.ConfigurationTarget.Global);
      await findings(document.uri, 'errors alone', found => found.length > 0 && found.every(d => d.severity === vscode.DiagnosticSeverity.Error));
    } finally {
      await settings.update('show', undefined, vscode.ConfigurationTarget.Global);
    }
    await findings(document.uri, 'the marker again', hasRule('draft/tk'));
  });

  it('takes its findings back when the document is closed', async () => {
    const { document } = await openUntitled('Worth $TK billion.\n');
    await findings(document.uri, 'a marker', hasRule('draft/tk'));
    await closeAll();
    await findings(document.uri, 'nothing', found => found.length === 0);
    assert.deepEqual(findingsOf(document.uri), []);
  });
});
