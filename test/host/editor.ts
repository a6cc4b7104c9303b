// What the in-host tests share: opening files of the example newsroom, and waiting for what the editor shows.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Long enough for a slow machine; a wait that ends so is a failure that says what was awaited. */
const PATIENCE_MS = 20_000;

/** The address of a file of the workspace folder. */
export function fileUri(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

export async function openFile(name: string, column = vscode.ViewColumn.One): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(name)), { viewColumn: column, preview: false });
}

/** A new, unsaved Markdown document in an editor. */
export async function openUntitled(content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), { preview: false });
}

/** Puts every document back to what is on disk and closes all editors. */
export async function closeAll(): Promise<void> {
  for (const editor of vscode.window.visibleTextEditors) {
    // All of them: on a busy machine the news that a document is dirty arrives after the edit that made it so.
    await vscode.window.showTextDocument(editor.document, { preview: false, ...(editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }) });
    await vscode.commands.executeCommand(editor.document.isUntitled ? 'workbench.action.revertAndCloseActiveEditor' : 'workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Our findings at a document, as the editor shows them. */
export function findingsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(diagnostic => diagnostic.source === 'claimcheck');
}

export function ruleOf(diagnostic: vscode.Diagnostic): string {
  return typeof diagnostic.code === 'object' ? String(diagnostic.code.value) : String(diagnostic.code);
}

/** Waits until the findings of a document fit. */
export async function findings(uri: vscode.Uri, what: string, fits: (found: readonly vscode.Diagnostic[]) => boolean): Promise<vscode.Diagnostic[]> {
  await until(what, vscode.languages.onDidChangeDiagnostics, () => fits(findingsOf(uri)), () => `shown: ${findingsOf(uri).map(d => `${ruleOf(d)} “${d.message}”`).join('; ') || 'nothing'}`);
  return findingsOf(uri);
}

export function hasRule(rule: string): (found: readonly vscode.Diagnostic[]) => boolean {
  return found => found.some(diagnostic => ruleOf(diagnostic) === rule);
}

/** Waits until `holds`, looking again at every event. */
export function until(what: string, event: vscode.Event<unknown>, holds: () => boolean, describe: () => string = () => ''): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const done = (end: () => void) => {
      clearTimeout(timer);
      listener.dispose();
      end();
    };
    const timer = setTimeout(() => done(() => reject(new Error(`Waited in vain for ${what}. ${describe()}`))), PATIENCE_MS);
    const listener = event(() => {
      if (holds()) done(resolve);
    });
  });
}

/** The place of some words in a document, with the cursor `offset` characters into them. */
export function placeOf(document: vscode.TextDocument, words: string, offset = 1): vscode.Position {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, `“${words}” does not stand in ${document.uri.path}`);
  return document.positionAt(at + offset);
}

export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  return new vscode.Range(placeOf(document, words, 0), placeOf(document, words, words.length));
}

export function putCursor(editor: vscode.TextEditor, words: string, offset = 1): void {
  const at = placeOf(editor.document, words, offset);
  editor.selection = new vscode.Selection(at, at);
}

/** Replaces words of a document in its editor, unsaved. */
export async function replace(editor: vscode.TextEditor, words: string, by: string): Promise<void> {
  assert.ok(await editor.edit(edit => edit.replace(rangeOf(editor.document, words), by)));
}
