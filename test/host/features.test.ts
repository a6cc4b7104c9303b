// Hovers, quick fixes, completion, names, outline and links in the example newsroom.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, findings, hasRule, openFile, openUntitled, placeOf, rangeOf, ruleOf, until } from './editor.ts';

describe('hovers', () => {
  afterEach(closeAll);

  async function hover(words: string, offset = 1): Promise<string> {
    const { document } = await openFile('leaders-call.md');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, placeOf(document, words, offset));
    return hovers.flatMap(h => h.contents).map(content => (typeof content === 'string' ? content : content.value)).join('\n');
  }

  it('shows a claim with its status and who verified it', async () => {
    assert.match(await hover('Marsh of Aldoria and'), /verified by mw on 2025-09-19/);
  });

  it('shows a citation as the source', async () => {
    const shown = await hover('@tariff-schedule', 3);
    assert.match(shown, /Tariff schedule for goods of Quellish origin/);
    assert.match(shown, /Ministry of Trade, Aldoria/);
    assert.match(shown, /\(https:\/\/trade\.aldoria\.example\/schedule\/14\)/);
  });

  it('shows a figure with its value, its name and where else it stands', async () => {
    const shown = await hover('20% on chemical');
    assert.match(shown, /20 percent/);
    assert.match(shown, /precursor-levy/);
    assert.match(shown, /30 percent, line 32/);
  });

  it('never names a confidential source', async () => {
    const shown = await hover('source=official-a', 10);
    assert.match(shown, /an Aldorian trade official/);
    assert.doesNotMatch(shown, /Lanter|Ivo/);
  });
});

describe('quick fixes', () => {
  afterEach(closeAll);

  async function fixesAt(document: vscode.TextDocument, rule: string): Promise<vscode.CodeAction[]> {
    const found = await findings(document.uri, rule, hasRule(rule));
    const { range } = found.find(diagnostic => ruleOf(diagnostic) === rule)!;
    return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value);
  }

  it('corrects a slip in a source id, and the finding is gone', async () => {
    const { document } = await openFile('leaders-call.md');
    const fix = (await fixesAt(document, 'sources/unknown')).find(action => action.title === 'Change to “commerce-list”');
    assert.ok(fix?.edit && fix.isPreferred);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.ok(document.getText().includes('[@commerce-list].'));
    await findings(document.uri, 'no unknown source', found => !hasRule('sources/unknown')(found));
  });

  it('disables a rule for a line', async () => {
    const { document } = await openFile('leaders-call.md');
    const fix = (await fixesAt(document, 'attribution/vague')).find(action => action.title === 'Disable attribution/vague for this line');
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await findings(document.uri, 'silence', found => !hasRule('attribution/vague')(found));
  });

  it('turns a rule off in claimcheck.yaml, felt in the draft', async () => {
    const { document } = await openFile('leaders-call.md');
    const fix = (await fixesAt(document, 'attribution/vague')).find(action => /attribution\/vague.*claimcheck\.yaml/.test(action.title));
    assert.ok(fix?.edit, 'there is such a fix');
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await findings(document.uri, 'silence', found => !hasRule('attribution/vague')(found));
    const config = await vscode.workspace.openTextDocument(fileUri('claimcheck.yaml'));
    assert.match(config.getText(), /attribution\/vague: off/);
    await vscode.window.showTextDocument(config);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

describe('completion', () => {
  afterEach(closeAll);

  async function complete(before: string, name = 'leaders-call.md'): Promise<vscode.CompletionItem[]> {
    const editor = await openFile(name);
    const end = editor.document.positionAt(editor.document.getText().length);
    assert.ok(await editor.edit(edit => edit.insert(end, `\n\n${before}`)));
    const at = editor.document.positionAt(editor.document.getText().length);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, at);
    return items;
  }

  const labels = (items: readonly vscode.CompletionItem[]) => items.map(item => (typeof item.label === 'string' ? item.label : item.label.label));

  it('offers the sources after [@, with title and documentation', async () => {
    const items = await complete('It rose [@');
    assert.ok(labels(items).includes('truce-text'));
    assert.match(items.find(item => labels([item])[0] === 'truce-text')!.detail ?? '', /Exchange of letters/);
  });

  it('offers attributes, statuses and figure names in a claim comment', async () => {
    assert.ok(labels(await complete('It rose. <!-- claim sta')).includes('status'));
    assert.ok(labels(await complete('It rose. <!-- claim status=')).includes('needs-source'));
    assert.ok(labels(await complete('It rose. <!-- claim figure=')).includes('precursor-levy'));
  });

  it('offers rule ids in a control comment and keys in claimcheck.yaml', async () => {
    assert.ok(labels(await complete('<!-- claimcheck-disable-next-line ')).includes('attribution/vague'));
    assert.ok(labels(await complete('basel', 'claimcheck.yaml')).includes('baseline'));
  });
});

describe('names', () => {
  afterEach(closeAll);

  const texts = (locations: readonly (vscode.Location | vscode.LocationLink)[]) => locations.map(l => ('uri' in l ? l.uri : l.targetUri).path.split('/').at(-1));

  it('goes from a citation to the entry in the registry', async () => {
    const { document } = await openFile('leaders-call.md');
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, placeOf(document, '@tariff-schedule', 4));
    assert.deepEqual(texts(found), ['sources.yaml']);
  });

  it('finds a source in every draft', async () => {
    const { document } = await openFile('leaders-call.md');
    const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, placeOf(document, '@term-sheet', 4));
    assert.ok(texts(found).includes('loopline-sale.md') && texts(found).includes('leaders-call.md'));
  });

  it('highlights a figure’s name wherever the draft has it', async () => {
    const { document } = await openFile('leaders-call.md');
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, placeOf(document, 'figure=precursor-levy', 10));
    assert.deepEqual(found.map(highlight => document.getText(highlight.range)), ['precursor-levy', 'precursor-levy']);
  });

  it('renames a source in the registry and in every draft', async () => {
    const { document } = await openFile('leaders-call.md');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, placeOf(document, '@term-sheet', 4), 'sale-terms');
    const files = edit.entries().map(([uri]) => uri.path.split('/').at(-1)).sort();
    assert.deepEqual(files, ['leaders-call.md', 'loopline-sale.md', 'sources.yaml']);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(document.getText().includes('[@sale-terms, sec. 3]'));
    for (const [uri] of edit.entries()) {
      const changed = await vscode.workspace.openTextDocument(uri);
      assert.ok(!changed.getText().includes('@term-sheet'), `${uri.path} has the old name`);
      await vscode.window.showTextDocument(changed, { preview: false });
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('refuses a name that is taken, and lets no other extension rename it', async () => {
    const { document } = await openFile('leaders-call.md');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, placeOf(document, '@term-sheet', 4), 'readout');
    assert.equal(edit.size, 0);
  });
});

describe('outline and links', () => {
  afterEach(closeAll);

  it('lists the claims under their headings', async () => {
    const { document } = await openFile('leaders-call.md');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const all = (list: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] => list.flatMap(symbol => [symbol, ...all(symbol.children)]);
    const tariffs = all(symbols).find(symbol => symbol.name === 'The tariffs' && symbol.children.some(child => child.detail.includes('precursor-levy')));
    assert.ok(tariffs);
  });

  it('finds sources and claims of the whole workspace', async () => {
    await openFile('leaders-call.md');
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'listed-companies');
    assert.deepEqual([...new Set(symbols.map(symbol => symbol.location.uri.path.split('/').at(-1)))].sort(), ['leaders-call.md', 'restricted-list.md']);
  });

  it('links a capture and an address of the registry', async () => {
    const { document } = await openFile('sources.yaml');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const targets = links.map(link => link.target?.toString(true) ?? '');
    assert.ok(targets.some(target => target.endsWith('/captures/readout.txt')));
    assert.ok(targets.includes('https://trade.aldoria.example/schedule/14'));
    const capture = links.find(link => link.target?.path.endsWith('/captures/readout.txt'))!;
    assert.equal(document.getText(capture.range), 'captures/readout.txt');
  });
});

describe('commands', () => {
  afterEach(closeAll);

  it('has every command of the manifest', async () => {
    const extension = vscode.extensions.getExtension('claimcheck.claimcheck-vscode')!;
    await extension.activate();
    const { contributes } = extension.packageJSON as { contributes: { commands: { command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(contributes.commands.map(({ command }) => command).filter(command => !registered.has(command)), []);
  });

  it('Check Draft counts the findings', async () => {
    const { document } = await openFile('leaders-call.md');
    const shown = await findings(document.uri, 'an unknown source', hasRule('sources/unknown'));
    const result = await vscode.commands.executeCommand<{ counts: Record<string, number> }>('claimcheck.checkDraft');
    assert.equal(Object.values(result.counts).reduce((sum, n) => sum + n, 0), shown.length);
  });

  it('Check Workspace shows the findings of drafts that are not open', async () => {
    const result = await vscode.commands.executeCommand<{ documents: number }>('claimcheck.checkWorkspace');
    assert.ok(result.documents >= 5);
    await findings(fileUri('loopline-sale.md'), 'a finding of a closed draft', hasRule('draft/confidential'));
  });

  it('Insert Claim puts a comment behind the sentence and its citation', async () => {
    const editor = await openUntitled('Exports fell 12 percent.[^a] They will rise.\n\n[^a]: The ministry\n');
    const at = placeOf(editor.document, 'Exports');
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('claimcheck.insertClaim');
    assert.match(editor.document.getText(), /^Exports fell 12 percent\.\[\^a\] <!-- claim {1,2}--> They will rise\./);
  });

  it('Cite Source cites before the closing punctuation, as the draft does', async () => {
    const editor = await openFile('leaders-call.md');
    const at = placeOf(editor.document, 'Container traffic');
    editor.selection = new vscode.Selection(at, at);
    const result = await vscode.commands.executeCommand<{ done: boolean }>('claimcheck.citeSource', 'harbour-figures');
    assert.ok(result.done);
    assert.ok(editor.document.getText().includes('fell 12 percent in August [@harbour-figures].'));
  });

  it('New Source writes an entry into the registry and shows it', async () => {
    await openFile('leaders-call.md');
    const result = await vscode.commands.executeCommand<{ done: boolean }>('claimcheck.newSource', { type: 'webpage', id: 'port-notice', title: 'Notice to ships', url: 'https://port-ferris.example/notice' });
    assert.ok(result.done);
    await until('the registry to be shown', vscode.window.onDidChangeActiveTextEditor, () => vscode.window.activeTextEditor?.document.uri.path.endsWith('sources.yaml') === true);
    const text = vscode.window.activeTextEditor!.document.getText();
    assert.match(text, /port-notice:\n {2}type: webpage\n {2}title: Notice to ships\n/);
    assert.match(text, /url: "?https:\/\/port-ferris\.example\/notice"?\n/);
  });

  it('Mark Claim as Verified writes status, initials, day and fingerprint', async () => {
    const editor = await openFile('leaders-call.md');
    await findings(editor.document.uri, 'a claim that has changed', hasRule('draft/changed-since-verified'));
    const at = placeOf(editor.document, '11 million tonnes');
    editor.selection = new vscode.Selection(at, at);
    const result = await vscode.commands.executeCommand<{ done: boolean }>('claimcheck.markVerified', 'ab');
    assert.ok(result.done);
    await findings(editor.document.uri, 'no changed claim', found => !hasRule('draft/changed-since-verified')(found));
    assert.match(editor.document.getText(), /<!-- claim status=verified by=ab on=\d{4}-\d\d-\d\d hash=[0-9a-f]{8} -->/);
  });

  it('Go to Next Marker selects it', async () => {
    const editor = await openFile('leaders-call.md');
    await vscode.commands.executeCommand('claimcheck.nextMarker');
    assert.equal(editor.document.getText(editor.selection), '$TK');
    assert.ok(editor.selection.isEqual(rangeOf(editor.document, '$TK')));
  });

  it('Restart Server: the findings come back', async () => {
    const { document } = await openFile('leaders-call.md');
    await findings(document.uri, 'an unknown source', hasRule('sources/unknown'));
    await vscode.commands.executeCommand('claimcheck.restartServer');
    await findings(document.uri, 'an unknown source after the restart', hasRule('sources/unknown'));
  });
});
