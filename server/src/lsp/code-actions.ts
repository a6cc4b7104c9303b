// Quick fixes: rebuilt from what a diagnostic carries, and only for the text that it holds for.
import { CodeActionKind, type CancellationToken, type CodeAction, type CodeActionParams, type Command, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { COMMANDS, DIAGNOSTIC_SOURCE, SHOW_SOURCE_COMMAND } from '../protocol.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { turnOffFix } from '../engine/fixes.ts';
import { resolvePath } from '../workspace/uris.ts';
import { computeExcerptActions } from './excerpt-actions.ts';
import { fromDiagnostic, fromRange } from './from-proto.ts';
import { abortOf, type Session } from './session.ts';
import { toWorkspaceEdit } from './to-proto.ts';

const CAPTURE: Command = { title: 'Capture the page', command: COMMANDS.captureSource };

/** Fixes that are a movement or a question rather than an edit: commands of the extension, by rule. */
const COMMAND_FIXES: Readonly<Record<string, readonly Command[]>> = {
  'sourcing/unsourced': [{ title: 'Source this paragraph…', command: COMMANDS.sourceParagraph }],
  'sources/unarchived': [CAPTURE, { title: 'Have it archived', command: COMMANDS.archiveSource }],
  'sources/changed': [CAPTURE],
  'draft/tk': [{ title: 'Go to the next marker', command: COMMANDS.nextMarker }],
};

/** The quick fixes of the diagnostics at hand, and what can be done with the passage of a source that bears the place out. */
export async function computeCodeActions(session: Session, params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
  return [...(await computeQuickFixes(session, params, token)), ...(await computeExcerptActions(session, params, token))];
}

/** None for a diagnostic of an earlier text. */
async function computeQuickFixes(session: Session, params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
  const { uri } = params.textDocument;
  const document = session.documents.get(uri);
  if (!document || !wantsQuickFixes(params.context.only)) return [];
  const versions = new Map(session.documents.all().map(d => [d.uri, d.version]));
  const actions: CodeAction[] = [];
  for (const diagnostic of params.context.diagnostics) {
    if (diagnostic.source !== DIAGNOSTIC_SOURCE) continue;
    const finding = fromDiagnostic(document, diagnostic) ?? (await lookUp(session, document, diagnostic, token));
    if (finding === undefined || finding === 'stale') continue;
    const turnOff = await turnOffIn(session, finding);
    for (const fix of [...(await session.workspace.fixesFor(finding)), ...(turnOff ? [turnOff] : [])]) {
      if (token.isCancellationRequested) return [];
      const edit = await toWorkspaceEdit(session, fix.edits);
      if (edit) actions.push({ title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit, ...(fix.preferred ? { isPreferred: true } : {}), ...(fix.opens === undefined ? {} : opening(session, uri, fix.opens)) });
    }
    if (session.client.commands) {
      // A finding about a source names it: the command need not ask.
      const { id } = (finding.data ?? {}) as { id?: unknown };
      for (const command of COMMAND_FIXES[finding.rule] ?? []) {
        actions.push({ title: command.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command: { ...command, ...(typeof id === 'string' ? { arguments: [id] } : {}) } });
      }
    }
  }
  // The fixes were computed over several turns: if any text has moved on since, their offsets may be off.
  const moved = session.documents.all().some(d => versions.get(d.uri) !== undefined && versions.get(d.uri) !== d.version);
  return moved ? [] : actions;
}

/** Shows the entry that a fix has made, once it is made. */
function opening({ client }: Session, uri: string, id: string): { command?: Command } {
  return client.commands ? { command: { title: 'Show the new source', command: SHOW_SOURCE_COMMAND, arguments: [uri, id] } } : {};
}

/** Turns the rule off in the configuration that holds for the document; where there is none, in a new one in its project's folder. */
async function turnOffIn(session: Session, finding: Finding): Promise<Fix | undefined> {
  const { folder, configFile } = await session.workspace.projectOf(finding.document);
  if (configFile) return turnOffFix(finding, { uri: configFile.uri, text: await session.workspace.textOf(configFile.uri) });
  // An untitled draft without a workspace has no folder.
  return folder.includes('://') ? turnOffFix(finding, { uri: resolvePath(folder, 'claimcheck.yaml'), text: undefined }) : undefined;
}

function wantsQuickFixes(only: readonly string[] | undefined): boolean {
  return only === undefined || only.some(kind => kind === '' || kind === CodeActionKind.QuickFix || kind.startsWith(`${CodeActionKind.QuickFix}.`));
}

/** For clients that do not hand `data` back: the finding of the present text with the same rule, place and message. */
async function lookUp(session: Session, document: TextDocument, diagnostic: Diagnostic, token: CancellationToken): Promise<Finding | undefined> {
  const span = fromRange(document, diagnostic.range);
  const checked = await session.workspace.check(document.uri, abortOf(token));
  if (checked === undefined || checked === 'cancelled' || checked.version !== document.version) return undefined;
  return checked.findings.find(f => f.rule === diagnostic.code && f.start === span.start && f.end === span.end && f.message === diagnostic.message);
}
