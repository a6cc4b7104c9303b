// The questions of New Source…: what it is, its id, title and address.
import * as vscode from 'vscode';
import type { NewSourceParams } from '../../server/src/protocol.ts';

export type NewSourceAnswers = Omit<NewSourceParams, 'uri'>;

/** Undefined where the user gave up. A title or address may be left empty. */
export async function askForSource(taken: ReadonlySet<string>): Promise<NewSourceAnswers | undefined> {
  const type = await vscode.window.showQuickPick(types(), { title: vscode.l10n.t('New source: what is it?') });
  if (!type) return undefined;
  const id = await vscode.window.showInputBox({
    title: vscode.l10n.t('New source: its id'), prompt: vscode.l10n.t('A short name to cite it by, as in [@customs-aug].'),
    validateInput: text => refusalOf(text.trim(), taken),
  });
  if (id === undefined) return undefined;
  const title = await vscode.window.showInputBox({ title: vscode.l10n.t('New source: its title'), prompt: vscode.l10n.t('May be left empty.') });
  if (title === undefined) return undefined;
  const url = await vscode.window.showInputBox({
    title: vscode.l10n.t('New source: its address'), prompt: vscode.l10n.t('May be left empty.'), placeHolder: 'https://…',
    validateInput: text => (text.trim() === '' || /^https?:\/\/\S+$/i.test(text.trim()) ? undefined : vscode.l10n.t('An address begins with https:// and has no white space.')),
  });
  if (url === undefined) return undefined;
  return { type: type.label, id: id.trim(), title: title.trim(), url: url.trim() };
}

function refusalOf(id: string, taken: ReadonlySet<string>): string | undefined {
  if (taken.has(id)) return vscode.l10n.t('A source of that id is there already.');
  return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.:/+-]{0,98}[\p{L}\p{N}_])?$/u.test(id) ? undefined : vscode.l10n.t('Letters, digits and - _ . between them; no white space.');
}

function types(): vscode.QuickPickItem[] {
  return [
    { label: 'webpage', description: vscode.l10n.t('a page on the web') },
    { label: 'article-newspaper', description: vscode.l10n.t('an article of a newspaper or agency') },
    { label: 'report', description: vscode.l10n.t('a report or other document') },
    { label: 'dataset', description: vscode.l10n.t('figures, a table, a database') },
    { label: 'interview', description: vscode.l10n.t('someone whom you spoke to') },
    { label: 'personal_communication', description: vscode.l10n.t('a letter or message to you') },
    { label: 'speech', description: vscode.l10n.t('a speech or briefing') },
    { label: 'broadcast', description: vscode.l10n.t('radio or television') },
    { label: 'legislation', description: vscode.l10n.t('a law or order') },
    { label: 'legal_case', description: vscode.l10n.t('a judgment or filing') },
    { label: 'post', description: vscode.l10n.t('a post on a network') },
    { label: 'book', description: vscode.l10n.t('a book') },
  ];
}
