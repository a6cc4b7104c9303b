// “Check Sources”, “Capture Source…” and “Archive Source…”: the commands that go to the network, with the user's settings for it.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ARCHIVE_SOURCE, CAPTURE_SOURCE, CHECK_SOURCES, plainMessage, type CheckSourcesParams, type CheckSourcesResult, type EditResult, type FileParams, type SourceParams, type SourceSettings,
} from '../../server/src/protocol.ts';
import { withServerProgress } from './progress.ts';
import { showSource } from './source-claims.ts';

/** Checks the sources of one document, or of the workspace. */
export async function checkSources(client: BaseLanguageClient, file: FileParams | undefined): Promise<CheckSourcesResult | undefined> {
  const title = file ? vscode.l10n.t('Claimcheck: asking for the sources of this draft') : vscode.l10n.t('Claimcheck: asking for the sources of the workspace');
  const result = await withServerProgress(client, title, (workDoneToken, token) =>
    client.sendRequest<CheckSourcesResult>(CHECK_SOURCES, { ...file, settings: settings(), workDoneToken } satisfies CheckSourcesParams, token));
  // The notification is the end of the command: nothing waits for its buttons.
  if (result) void sayResult(client, file, result);
  return result;
}

async function sayResult(client: BaseLanguageClient, file: FileParams | undefined, { summary, unread, offline }: CheckSourcesResult): Promise<void> {
  const problems = vscode.l10n.t('Show Problems');
  const silent = vscode.l10n.t('What Was Not Read');
  const said = offline === undefined ? summary : `${summary} ${offline}`;
  const choice = await vscode.window.showInformationMessage(said, problems, ...(unread.length > 0 ? [silent] : []));
  if (choice === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (choice !== silent) return;
  const items = unread.map(({ name, state, message }) => ({ label: name, description: state, detail: message }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Sources that did not answer or give no words: nothing is known of them'), matchOnDetail: true });
  if (picked && file) await showSource(client, file.uri, picked.label);
}

export async function captureSource(client: BaseLanguageClient, file: FileParams, id: string): Promise<EditResult | undefined> {
  return askFor(client, CAPTURE_SOURCE, file, id, vscode.l10n.t('Claimcheck: capturing “{0}”', id), vscode.l10n.t('“{0}” is captured. Save the registry to keep its fingerprint.', id));
}

export async function archiveSource(client: BaseLanguageClient, file: FileParams, id: string): Promise<EditResult | undefined> {
  return askFor(client, ARCHIVE_SOURCE, file, id, vscode.l10n.t('Claimcheck: having “{0}” archived', id), vscode.l10n.t('“{0}” is archived. Save the registry to keep the address of the copy.', id));
}

async function askFor(client: BaseLanguageClient, request: string, file: FileParams, id: string, title: string, done: string): Promise<EditResult | undefined> {
  const result = await withServerProgress(client, plainMessage(title), (_, token) => client.sendRequest<EditResult>(request, { ...file, id, settings: settings() } satisfies SourceParams, token));
  if (!result) return undefined;
  if (result.done && result.note !== undefined) void vscode.window.showWarningMessage(plainMessage(result.note));
  else if (result.done) vscode.window.setStatusBarMessage(plainMessage(done), 8000);
  else void vscode.window.showWarningMessage(plainMessage(result.message));
  return result;
}

/** The user's settings; those that reach the network cannot be set by a workspace. */
function settings(): SourceSettings {
  const own = vscode.workspace.getConfiguration('claimcheck.sources');
  const http = vscode.workspace.getConfiguration('http');
  const proxy = http.get<string>('proxySupport') === 'off' ? '' : http.get<string>('proxy', '');
  return {
    allowedHosts: own.get<string[]>('allowHosts', []),
    timeout: own.get<number>('timeout', 20),
    pause: own.get<number>('pause', 1000),
    ...(own.get<boolean>('archive.lookUp', false) ? { archive: own.get<string>('archive.availabilityService', '') } : {}),
    ...(own.get<boolean>('archive.save', false) ? { archiveSave: own.get<string>('archive.saveService', '') } : {}),
    ...(proxy ? { proxy, noProxy: http.get<string[]>('noProxy', []) } : {}),
  };
}
