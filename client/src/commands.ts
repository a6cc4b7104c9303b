// The extension's commands. What is to be changed the server works out; the questions are asked here.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CHECK_DRAFT, CHECK_WORKSPACE, CITE_SOURCE, COMMANDS, INSERT_CLAIM, LIST_SOURCES, MARK_VERIFIED, NEW_SOURCE, NEXT_MARKER, plainMessage, SHOW_SOURCE_COMMAND,
  type CheckDraftResult, type CheckWorkspaceResult, type CiteSourceParams, type Counts, type Coverage, type EditResult, type FileParams, type InsertClaimResult, type ListedSource, type MarkVerifiedParams, type NewSourceParams,
  type PlaceParams, type ProtocolRange,
} from '../../server/src/protocol.ts';
import { askForSource, type NewSourceAnswers } from './new-source.ts';
import { withServerProgress } from './progress.ts';
import { archiveSource, captureSource, checkSources } from './source-checks.ts';
import { showSource, sourceClaims } from './source-claims.ts';

export interface Server {
  client(): BaseLanguageClient | undefined;
  restart(): Promise<void>;
}

/** Registers every command. Those that ask something take the answer as an argument too. */
export function registerCommands(server: Server): vscode.Disposable[] {
  const register = (command: string, run: (...args: never[]) => Promise<unknown>) => vscode.commands.registerCommand(command, run);
  return [
    register(COMMANDS.checkDraft, () => withEditor(server, checkDraft)),
    register(COMMANDS.checkWorkspace, () => withClient(server, checkWorkspace)),
    register(COMMANDS.insertClaim, () => withEditor(server, insertClaim)),
    register(COMMANDS.citeSource, (id?: string) => withEditor(server, (client, editor) => citeSource(client, editor, id))),
    register(COMMANDS.newSource, (answers?: NewSourceAnswers) => withEditor(server, (client, editor) => newSource(client, editor, answers))),
    register(COMMANDS.markVerified, (by?: string) => withEditor(server, (client, editor) => markVerified(client, editor, by))),
    register(COMMANDS.sourceParagraph, (answers?: readonly string[]) => withEditor(server, (client, editor) => sourceClaims(client, editor, placeOf(client, editor), 'paragraph', given(answers)))),
    register(COMMANDS.sourceSection, (answers?: readonly string[]) => withEditor(server, (client, editor) => sourceClaims(client, editor, placeOf(client, editor), 'section', given(answers)))),
    register(SHOW_SOURCE_COMMAND, (uri: string, id: string) => withClient(server, client => showSource(client, uri, id))),
    register(COMMANDS.checkSources, () => withEditor(server, (client, { document }) => checkSources(client, fileOf(client, document)))),
    register(COMMANDS.checkWorkspaceSources, () => withClient(server, client => checkSources(client, undefined))),
    register(COMMANDS.captureSource, (id?: unknown) => withEditor(server, (client, editor) => withSource(client, editor, id, captureSource))),
    register(COMMANDS.archiveSource, (id?: unknown) => withEditor(server, (client, editor) => withSource(client, editor, id, archiveSource))),
    register(COMMANDS.nextMarker, () => withEditor(server, nextMarker)),
    register(COMMANDS.restartServer, async () => {
      await server.restart();
      vscode.window.setStatusBarMessage(vscode.l10n.t('The Claimcheck server has been restarted.'), 5000);
    }),
  ];
}

/** A menu gives a command other arguments than a caller does. */
function given(answers: unknown): readonly string[] | undefined {
  return Array.isArray(answers) ? answers.map(String) : undefined;
}

async function withClient<T>(server: Server, run: (client: BaseLanguageClient) => Promise<T>): Promise<T | undefined> {
  const client = server.client();
  if (!client?.isRunning()) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The Claimcheck server is not running. Run “Claimcheck: Restart Server”.'));
    return undefined;
  }
  return run(client);
}

async function withEditor<T>(server: Server, run: (client: BaseLanguageClient, editor: vscode.TextEditor) => Promise<T>): Promise<T | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft first.'));
    return undefined;
  }
  return withClient(server, client => run(client, editor));
}

// --- checks -----------------------------------------------------------------------------------

async function checkDraft(client: BaseLanguageClient, { document }: vscode.TextEditor): Promise<CheckDraftResult | null> {
  const result = await client.sendRequest<CheckDraftResult | null>(CHECK_DRAFT, fileOf(client, document));
  if (result === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Claimcheck does not read this file: it is no Markdown draft, or claimcheck.yaml leaves it out.'));
    return null;
  }
  if (total(result.counts) > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  vscode.window.setStatusBarMessage(sayCounts(result.counts), 5000);
  return result;
}

async function checkWorkspace(client: BaseLanguageClient): Promise<CheckWorkspaceResult | undefined> {
  const result = await withServerProgress(client, vscode.l10n.t('Claimcheck: checking the workspace'), (workDoneToken, token) => client.sendRequest<CheckWorkspaceResult>(CHECK_WORKSPACE, { workDoneToken }, token));
  if (!result) return undefined;
  if (total(result.counts) > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  void vscode.window.showInformationMessage(vscode.l10n.t('{0} documents checked. {1} {2}', result.documents, sayCounts(result.counts), sayCoverage(result.coverage)));
  return result;
}

function total({ error, warning, information, hint }: Counts): number {
  return error + warning + information + hint;
}

function sayCounts(counts: Counts): string {
  if (total(counts) === 0) return vscode.l10n.t('Claimcheck has found nothing.');
  return vscode.l10n.t('Claimcheck has found {0} errors, {1} warnings and {2} notes.', counts.error, counts.warning, counts.information + counts.hint);
}

/** One sentence about how far the drafts are sourced. */
export function sayCoverage({ claims, sourced, verified, open }: Coverage): string {
  return claims === 0 ? vscode.l10n.t('No sentence needs a source.') : vscode.l10n.t('{0} of {1} check-worthy sentences are sourced, {2} verified, {3} open.', sourced, claims, verified, open);
}

// --- edits ------------------------------------------------------------------------------------

async function insertClaim(client: BaseLanguageClient, editor: vscode.TextEditor): Promise<void> {
  const { version } = editor.document;
  const result = await client.sendRequest<InsertClaimResult | EditResult>(INSERT_CLAIM, placeOf(client, editor));
  if ('done' in result) {
    sayRefusal(result);
    return;
  }
  if (editor.document.version !== version) return;
  const { line, character } = result.position;
  await editor.insertSnippet(new vscode.SnippetString(result.snippet), new vscode.Position(line, character));
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
}

async function citeSource(client: BaseLanguageClient, editor: vscode.TextEditor, id: string | undefined): Promise<EditResult | undefined> {
  const place = placeOf(client, editor);
  const chosen = id ?? (await pickSource(client, place));
  if (chosen === undefined) return undefined;
  // The question may have taken a while: the place is that of the cursor now.
  const result = await client.sendRequest<EditResult>(CITE_SOURCE, { ...placeOf(client, editor), id: chosen } satisfies CiteSourceParams);
  sayRefusal(result);
  return result;
}

async function pickSource(client: BaseLanguageClient, place: PlaceParams, title = vscode.l10n.t('Cite a source')): Promise<string | undefined> {
  const sources = await client.sendRequest<ListedSource[]>(LIST_SOURCES, place);
  if (sources.length === 0) {
    const create = vscode.l10n.t('New Source…');
    const choice = await vscode.window.showInformationMessage(vscode.l10n.t('No registry of this draft has a source yet.'), create);
    if (choice === create) await vscode.commands.executeCommand(COMMANDS.newSource);
    return undefined;
  }
  const items = sources.map(source => ({ label: source.id, description: source.title, detail: source.detail }));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('The sources that share most with the sentence come first'), matchOnDescription: true, matchOnDetail: true });
  return picked?.label;
}

/** The source that is named, or that the user picks. */
async function withSource(client: BaseLanguageClient, editor: vscode.TextEditor, given: unknown, run: (client: BaseLanguageClient, file: FileParams, id: string) => Promise<EditResult | undefined>): Promise<EditResult | undefined> {
  const id = typeof given === 'string' ? given : await pickSource(client, placeOf(client, editor), vscode.l10n.t('Which source?'));
  return id === undefined ? undefined : run(client, fileOf(client, editor.document), id);
}

async function newSource(client: BaseLanguageClient, { document }: vscode.TextEditor, given: NewSourceAnswers | undefined): Promise<EditResult | undefined> {
  const file = fileOf(client, document);
  const known = await client.sendRequest<ListedSource[]>(LIST_SOURCES, file);
  const answers = given ?? (await askForSource(new Set(known.map(source => source.id))));
  if (!answers) return undefined;
  const result = await client.sendRequest<EditResult>(NEW_SOURCE, { ...file, ...answers } satisfies NewSourceParams);
  sayRefusal(result);
  if (result.done) await vscode.window.showTextDocument(client.protocol2CodeConverter.asUri(result.uri), { selection: toRange(result.range), preview: false });
  return result;
}

async function markVerified(client: BaseLanguageClient, editor: vscode.TextEditor, given: string | undefined): Promise<EditResult | undefined> {
  const by = given ?? (await initials());
  if (by === undefined) return undefined;
  const params: MarkVerifiedParams = { ...placeOf(client, editor), by, on: today() };
  const result = await client.sendRequest<EditResult>(MARK_VERIFIED, params);
  sayRefusal(result);
  return result;
}

/** The setting; where it is empty, it is asked for once and kept. */
async function initials(): Promise<string | undefined> {
  const settings = vscode.workspace.getConfiguration('claimcheck');
  const set = settings.get<string>('initials', '').trim();
  if (set !== '') return set;
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('Who verifies?'), prompt: vscode.l10n.t('Your initials, as they will stand in by=…; kept in the setting claimcheck.initials.'),
    validateInput: text => (/^[^\s"'<>=&]{1,60}$/.test(text.trim()) ? undefined : vscode.l10n.t('Letters and digits, without white space, quotation marks or angle brackets.')),
  });
  const by = answer?.trim();
  if (by !== undefined && by !== '') await settings.update('initials', by, vscode.ConfigurationTarget.Global);
  return by === '' ? undefined : by;
}

/** The user's own day. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

async function nextMarker(client: BaseLanguageClient, editor: vscode.TextEditor): Promise<ProtocolRange | null> {
  const range = await client.sendRequest<ProtocolRange | null>(NEXT_MARKER, placeOf(client, editor));
  if (range === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This draft has no markers of unfinished work.'));
    return null;
  }
  const target = toRange(range);
  editor.selection = new vscode.Selection(target.start, target.end);
  editor.revealRange(target, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return range;
}

function sayRefusal(result: EditResult): void {
  if (!result.done) void vscode.window.showInformationMessage(plainMessage(result.message));
}

// --- places -----------------------------------------------------------------------------------

function fileOf(client: BaseLanguageClient, document: vscode.TextDocument): FileParams {
  return { uri: client.code2ProtocolConverter.asUri(document.uri) };
}

function placeOf(client: BaseLanguageClient, { document, selection }: vscode.TextEditor): PlaceParams {
  const { start, end } = selection;
  return { ...fileOf(client, document), version: document.version, range: { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } } };
}

function toRange({ start, end }: ProtocolRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
