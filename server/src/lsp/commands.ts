// What the extension's commands ask of the server: checks on demand, claims and citations inserted, sources added, claims verified.
import { ResponseError, LSPErrorCodes, type CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Sentence } from '../draft/draft.ts';
import type { Analysis } from '../model/analysis.ts';
import { rankSources } from '../model/sourcing/ranking.ts';
import {
  CHECK_DRAFT, CHECK_WORKSPACE, CITE_SOURCE, INSERT_CLAIM, LIST_SOURCES, MARK_VERIFIED, NEW_SOURCE, NEXT_MARKER, SERVER_COMMANDS,
  type CheckDraftResult, type CheckWorkspaceParams, type CheckWorkspaceResult, type CiteSourceParams, type EditResult, type FileParams, type InsertClaimResult, type ListedSource, type MarkVerifiedParams,
  type NewSourceParams, type PlaceParams, type ProtocolRange, type SourceSettings,
} from '../protocol.ts';
import { citeAt } from '../rules/sourcing/edits.ts';
import { overlaps, type Span } from '../span.ts';
import { nameOf } from '../workspace/uris.ts';
import { applyEdits, CHANGED } from './apply-edits.ts';
import { countsOf, type Diagnostics } from './diagnostics.ts';
import { fromRange } from './from-proto.ts';
import { runCheck } from './check-sources.ts';
import { newEntryEdit } from './new-source.ts';
import { progressOf } from './progress.ts';
import { abortOf, openDocument, textDocument, type Session } from './session.ts';
import { sourceDetail, sourceTitle } from './source-card.ts';
import { toRange } from './to-proto.ts';
import { isInitials, verifyEdits } from './verify.ts';

export function registerCommands(session: Session, diagnostics: Diagnostics): void {
  const { connection } = session;
  connection.onRequest(CHECK_DRAFT, (params: FileParams, token) => checkDraft(session, params, token));
  connection.onRequest(CHECK_WORKSPACE, (params: CheckWorkspaceParams, token) => checkWorkspace(session, diagnostics, params, token));
  connection.onRequest(INSERT_CLAIM, (params: PlaceParams) => insertClaim(session, params));
  connection.onRequest(LIST_SOURCES, (params: FileParams | PlaceParams) => listSources(session, params));
  connection.onRequest(CITE_SOURCE, (params: CiteSourceParams) => citeSource(session, params));
  connection.onRequest(NEW_SOURCE, (params: NewSourceParams) => newSource(session, params));
  connection.onRequest(MARK_VERIFIED, (params: MarkVerifiedParams) => markVerified(session, params));
  connection.onRequest(NEXT_MARKER, (params: PlaceParams) => nextMarker(session, params));
  connection.onExecuteCommand(async (params, token) => {
    if (params.command === SERVER_COMMANDS.checkWorkspace) return checkWorkspace(session, diagnostics, params, token);
    // For editors without the extension: the document as the first argument (left out: all), the settings as the second.
    if (params.command === SERVER_COMMANDS.checkSources) {
      const [uri, settings] = (params.arguments ?? []) as [string?, SourceSettings?];
      return runCheck(session, diagnostics, { ...(uri ? { uri } : {}), settings: settings ?? {}, ...(params.workDoneToken === undefined ? {} : { workDoneToken: params.workDoneToken }) }, token);
    }
    throw new ResponseError(LSPErrorCodes.RequestFailed, `There is no command “${params.command}”.`);
  });
}

// --- checks -----------------------------------------------------------------------------------

async function checkDraft(session: Session, { uri }: FileParams, token: CancellationToken): Promise<CheckDraftResult | null> {
  const checked = await session.workspace.check(uri, abortOf(token));
  if (checked === 'cancelled') throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The check was given up.');
  if (!checked || checked.kind === 'other') return null;
  return { kind: checked.kind, version: checked.version ?? null, counts: countsOf(checked), ...(checked.coverage && { coverage: checked.coverage }) };
}

async function checkWorkspace(session: Session, diagnostics: Diagnostics, params: CheckWorkspaceParams, token: CancellationToken): Promise<CheckWorkspaceResult> {
  const progress = params.workDoneToken === undefined ? undefined : progressOf(session.connection, params.workDoneToken, 'Checking the workspace');
  progress?.begin();
  try {
    const result = await diagnostics.checkWorkspace(token, (done, of, uri) => progress?.report(done, of, nameOf(uri)));
    if (result === 'cancelled') throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The check was given up.');
    return result;
  } finally {
    progress?.end();
  }
}

// --- edits ------------------------------------------------------------------------------------

interface Target {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly selection: Span;
  readonly sentence: Sentence;
}

const NO_SENTENCE = 'There is no sentence here. Put the cursor in the sentence that is meant.';

/** The sentence that a command is about, or why there is none. */
async function targetOf(session: Session, { uri, version, range }: PlaceParams): Promise<Target | string> {
  const document = openDocument(session, uri);
  if (!document || document.version !== version) return CHANGED;
  const analysis = await session.workspace.analysisOf(uri);
  if (!analysis) return 'This file is not one of the drafts that Claimcheck reads.';
  if (document.version !== version || analysis.draft.text !== document.getText()) return CHANGED;
  const selection = fromRange(document, range);
  const sentence = sentenceAt(analysis, selection);
  return sentence ? { document, analysis, selection, sentence } : NO_SENTENCE;
}

/** The sentence in which the selection begins; that of the claim comment or citation in which it stands; else the last one before it on its line. */
function sentenceAt({ draft }: Analysis, selection: Span): Sentence | undefined {
  const inside = draft.sentences.find(sentence => overlaps(sentence, selection));
  if (inside) return inside;
  const annotation = [...draft.claims, ...draft.citations, ...draft.markers].find(other => overlaps(other, selection));
  if (annotation?.sentence !== undefined) return draft.sentences[annotation.sentence];
  const lineStart = Math.max(draft.text.lastIndexOf('\n', selection.start - 1), draft.text.lastIndexOf('\r', selection.start - 1)) + 1;
  return draft.sentences.findLast(sentence => sentence.end <= selection.start && sentence.end > lineStart);
}

async function insertClaim(session: Session, params: PlaceParams): Promise<InsertClaimResult | EditResult> {
  const target = await targetOf(session, params);
  if (typeof target === 'string') return { done: false, message: target };
  const { document, analysis, selection, sentence } = target;
  const at = endOfAnnotations(analysis, sentence);
  const words = analysis.draft.text.slice(selection.start, selection.end).trim();
  const part = words !== '' && words !== sentence.text && sentence.text.includes(words) ? ` text="${snippetText(words.replaceAll('&', '&amp;').replaceAll('"', '&quot;'))}"` : '';
  return { position: document.positionAt(at), snippet: ` <!-- claim${part} $0 -->` };
}

/** Behind the sentence, its citations and its claim comments. */
function endOfAnnotations({ draft }: Analysis, sentence: Sentence): number {
  const own = [...draft.citations, ...draft.claims].filter(annotation => annotation.sentence === sentence.index && annotation.start >= sentence.start);
  // A key is one item of `[@a; @b]`: the bracket closes behind it.
  return own.reduce((end, annotation) => {
    const behind = draft.text.slice(annotation.end, annotation.end + 200);
    const closing = draft.text[annotation.end - 1] === ']' ? 0 : 'kind' in annotation && annotation.kind === 'key' ? /^[^\]\n]*\]/.exec(behind)?.[0].length ?? 0 : 0;
    return Math.max(end, annotation.end + closing);
  }, sentence.end);
}

function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The sources of the draft, those that share most with the sentence at the place first. */
async function listSources(session: Session, params: FileParams | PlaceParams): Promise<ListedSource[]> {
  const analysis = await session.workspace.analysisOf(params.uri);
  const document = await textDocument(session, params.uri);
  if (!document) return [];
  if (!analysis) return entriesOf(session, document.uri);
  const sentence = 'range' in params ? sentenceAt(analysis, fromRange(document, params.range)) : undefined;
  const ranked = rankSources(sentence ?? { text: '' }, analysis.sources);
  return ranked.map(({ id, source: { entry } }) => ({ id, title: sourceTitle(entry), detail: sourceDetail(entry) }));
}

/** The entries of a registry, in order. */
async function entriesOf({ workspace }: Session, uri: string): Promise<ListedSource[]> {
  const { project } = await workspace.projectOf(uri);
  const entries = project.registries.find(({ document }) => document === uri)?.registry.entries ?? [];
  return entries.map(entry => ({ id: entry.id, title: sourceTitle(entry), detail: sourceDetail(entry) }));
}

async function citeSource(session: Session, params: CiteSourceParams): Promise<EditResult> {
  const target = await targetOf(session, params);
  if (typeof target === 'string') return { done: false, message: target };
  const { document, analysis, sentence } = target;
  if (!analysis.sources.has(params.id)) return { done: false, message: `No registry of this draft defines “${params.id}”.` };
  const edit = { ...citeAt(sentence, `[@${params.id}]`, analysis), document: document.uri };
  return applyEdits(session, `Cite “${params.id}”`, [edit], new Map([[document.uri, params.version]]));
}

async function newSource(session: Session, params: NewSourceParams): Promise<EditResult> {
  const edit = await newEntryEdit(session, params);
  if (typeof edit === 'string') return { done: false, message: edit };
  const open = openDocument(session, edit.document);
  return applyEdits(session, `New source “${params.id}”`, [edit], new Map(open ? [[open.uri, open.version]] : []));
}

async function markVerified(session: Session, params: MarkVerifiedParams): Promise<EditResult> {
  const target = await targetOf(session, params);
  if (typeof target === 'string') return { done: false, message: target };
  if (!isInitials(params.by)) return { done: false, message: 'Initials have no white space, quotation marks, angle brackets, & or =.' };
  const { document, analysis, selection, sentence } = target;
  const edits = verifyEdits(analysis, sentence, selection, { by: params.by, on: params.on }, endOfAnnotations(analysis, sentence));
  return applyEdits(session, 'Mark claim as verified', edits, new Map([[document.uri, params.version]]));
}

async function nextMarker(session: Session, params: PlaceParams): Promise<ProtocolRange | null> {
  const document = await textDocument(session, params.uri);
  const draft = await session.workspace.draftOf(params.uri);
  if (!document || !draft) return null;
  const { start, end } = fromRange(document, params.range);
  const next = draft.markers.find(marker => marker.start > start || (marker.start === start && end < marker.end && end !== start)) ?? draft.markers[0];
  return next ? toRange(document, next) : null;
}
