// “Check Sources”, “Capture Source” and “Archive Source”: the only features that go to the network, each when the user asks for it.
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { pageOf } from '../model/source-checks.ts';
import { setFields } from '../registry/edit.ts';
import { ARCHIVE_SOURCE, CAPTURE_SOURCE, CHECK_SOURCES, type CheckSourcesParams, type CheckSourcesResult, type EditResult, type SourceParams, type SourceSettings } from '../protocol.ts';
import { captureSource } from '../sources/capture-source.ts';
import { checkSources, MOST_PAGE_BYTES, type SourceTarget } from '../sources/check-sources.ts';
import { saveToArchive } from '../sources/network/archive.ts';
import type { PageOptions } from '../sources/network/fetch-page.ts';
import type { ClosableNetwork } from '../sources/network/port.ts';
import { unique } from '../workspace/source-checks.ts';
import { reportRun } from '../workspace/source-run.ts';
import { folderOf } from '../workspace/uris.ts';
import { applyEdits } from './apply-edits.ts';
import type { Diagnostics } from './diagnostics.ts';
import { progressOf } from './progress.ts';
import { openDocument, type Session } from './session.ts';

export function registerSourceChecks(session: Session, diagnostics: Diagnostics): void {
  const { connection } = session;
  connection.onRequest(CHECK_SOURCES, (params: CheckSourcesParams, token) => runCheck(session, diagnostics, params, token));
  connection.onRequest(CAPTURE_SOURCE, (params: SourceParams, token) => capture(session, diagnostics, params, token));
  connection.onRequest(ARCHIVE_SOURCE, (params: SourceParams, token) => archive(session, params, token));
}

const NO_NETWORK = 'There is no way to the network here: Claimcheck runs in a browser. Captures were read, pages were not asked for.';
const DEFAULT_TIMEOUT = 20;
const DEFAULT_PAUSE = 1000;

export async function runCheck(session: Session, diagnostics: Diagnostics, params: CheckSourcesParams, token: CancellationToken): Promise<CheckSourcesResult> {
  const { workspace, sourceChecks: { records, files, extract } } = session;
  const { settings } = params;
  const documents = params.uri === undefined ? await workspace.documents() : [params.uri];
  const found: SourceTarget[] = [];
  for (const uri of documents) found.push(...await workspace.sourceTargets(uri));
  const targets = unique(found);
  const progress = params.workDoneToken === undefined ? undefined : progressOf(session.connection, params.workDoneToken, 'Checking sources');
  progress?.begin();
  const run = await withNetwork(session, settings, token, async (network, signal) => checkSources(targets, { files, network, records, now: () => new Date(), ...(extract && { extract }) }, {
    ...pageOptions(settings),
    pause: settings.pause ?? DEFAULT_PAUSE,
    ...(settings.archive === undefined ? {} : { archive: settings.archive }),
    signal,
    onProgress: (done, name) => progress?.report(done, targets.length, name),
  })).finally(() => progress?.end());
  if (run.changed.length > 0) diagnostics.neighboursChanged();
  return {
    ...(await reportRun(run, documents, workspace, records)),
    cancelled: run.cancelled,
    ...(session.sourceChecks.network ? {} : { offline: NO_NETWORK }),
  };
}

async function capture(session: Session, diagnostics: Diagnostics, params: SourceParams, token: CancellationToken): Promise<EditResult> {
  const { records, writer, extract } = session.sourceChecks;
  const source = await sourceOf(session, params);
  if (typeof source === 'string') return { done: false, message: source };
  if (!writer) return { done: false, message: 'This editor cannot write files for Claimcheck.' };
  const folder = folderOf(source.document);
  if (folder === undefined) return { done: false, message: 'Save the registry first: a capture is kept beside it.' };
  const captured = await withNetwork(session, params.settings, token, async (network, signal) => network
    ? captureSource({ id: params.id, url: source.url, folder, signal }, { network, write: writer, records, now: () => new Date(), ...(extract && { extract }) }, pageOptions(params.settings))
    : { done: false as const, message: NO_NETWORK });
  if (!captured.done) return captured;
  diagnostics.neighboursChanged();
  const set = await setInRegistry(session, params, source.document, captured.fields, `Capture “${params.id}”`);
  // What was fetched is not lost: somebody else may have the entry open, or have taken it away.
  if (set.done) {
    const notes = [
      ...(captured.problem === undefined ? [] : [`“${params.id}” is captured, but nothing can be held against it. ${captured.problem}`]),
      // A file of the newsroom's own, and no earlier capture.
      ...(source.file === undefined || source.file.startsWith('captures/') ? [] : [`“${params.id}” names its capture now. Before, it named “${source.file}”, which stays where it is.`]),
    ];
    return notes.length === 0 ? set : { ...set, note: notes.join(' ') };
  }
  return { done: false, message: `${set.message} The page is kept as ${captured.fields[0]![1]}: name that as “file” by hand, or capture it once more.` };
}

async function archive(session: Session, params: SourceParams, token: CancellationToken): Promise<EditResult> {
  const source = await sourceOf(session, params);
  if (typeof source === 'string') return { done: false, message: source };
  const { archiveSave } = params.settings;
  if (archiveSave === undefined) return { done: false, message: 'Saving pages in an archive is turned off in the settings (claimcheck.sources.archive.save).' };
  const saved = await withNetwork(session, params.settings, token, async (network, signal) => network
    ? saveToArchive(source.url, archiveSave, network, { ...pageOptions(params.settings), signal })
    : { done: false as const, message: NO_NETWORK });
  if (!saved.done) return saved;
  const set = await setInRegistry(session, params, source.document, [['archived', saved.url]], `Archive “${params.id}”`);
  return set.done ? set : { done: false, message: `${set.message} The copy is at ${saved.url}: name that as “archived” by hand.` };
}

/** The page of a source and the registry that defines it, or a sentence that says why there is nothing to be asked for. */
async function sourceOf({ workspace }: Session, { uri, id }: SourceParams): Promise<{ readonly url: string; readonly document: string; readonly file?: string } | string> {
  const analysis = await workspace.analysisOf(uri);
  const own = analysis?.sources.get(id);
  const { project } = await workspace.projectOf(uri);
  const listed = project.registries.find(({ document, registry }) => (own ? document === own.document : true) && registry.entries.some(entry => entry.id === id));
  const entry = own?.entry ?? listed?.registry.entries.find(one => one.id === id);
  const document = own?.document ?? listed?.document;
  if (!entry || document === undefined) return `No registry defines “${id}”.`;
  if (entry.confidential) return 'This source is confidential: Claimcheck never asks for it.';
  const url = pageOf(entry);
  return url === undefined ? `The entry “${id}” has no address.` : { url, document, ...(entry.file === undefined ? {} : { file: entry.file }) };
}

async function setInRegistry(session: Session, { uri, id }: SourceParams, document: string, fields: readonly (readonly [string, string])[], label: string): Promise<EditResult> {
  // Read anew: the answer may have taken a while, and the registry may be another text by now, whether or not the editor has noticed.
  if (!openDocument(session, document)) session.workspace.fileChanged(document);
  const { project } = await session.workspace.projectOf(uri);
  const at = project.registries.find(registry => registry.document === document);
  const edits = at && setFields(at.text, at.registry, id, fields);
  if (!edits) return { done: false, message: `The entry “${id}” cannot be changed: it is gone, or another entry repeats it.` };
  const open = openDocument(session, document);
  return applyEdits(session, label, edits.map(edit => ({ document, ...edit })), new Map(open ? [[open.uri, open.version]] : []));
}

async function withNetwork<T>({ sourceChecks }: Session, { allowedHosts, proxy, noProxy }: SourceSettings, token: CancellationToken, work: (network: ClosableNetwork | undefined, signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const listening = token.onCancellationRequested(() => controller.abort());
  if (token.isCancellationRequested) controller.abort();
  const network = await sourceChecks.network?.({ ...(allowedHosts ? { allowedHosts } : {}), ...(proxy ? { proxy } : {}), ...(noProxy ? { noProxy } : {}) });
  try {
    return await work(network, controller.signal);
  } catch (error) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, `The sources could not be checked: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    listening.dispose();
    await network?.close();
  }
}

function pageOptions({ allowedHosts, timeout }: SourceSettings): PageOptions {
  return { allowedHosts: allowedHosts ?? [], userAgent: USER_AGENT, maxBytes: MOST_PAGE_BYTES, timeout: (timeout ?? DEFAULT_TIMEOUT) * 1000, now: () => Date.now() };
}

const USER_AGENT = 'Claimcheck/0.1 (source checks; +https://github.com/claimcheck/claimcheck)';
