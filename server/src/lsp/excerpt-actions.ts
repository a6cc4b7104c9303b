// The code action on a quotation, figure, date or name that its source bears out: the passage goes to the excerpts of the source's entry.
import { CodeActionKind, MessageType, ShowMessageNotification, type CancellationToken, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import type { Analysis } from '../model/analysis.ts';
import { findPassage, sourcesOfQuote } from '../model/attribution/quote-check.ts';
import { verifyFigure } from '../model/evidence/figure-check.ts';
import type { Evidence } from '../model/evidence/passages.ts';
import { plainMessage } from '../protocol.ts';
import { addPassage, addPassageTitle } from '../rules/quotes/found-passage.ts';
import type { FixContext } from '../rules/rule.ts';
import { nameIds } from '../rules/source-ids.ts';
import { contains, type Span } from '../span.ts';
import { CHANGED } from './apply-edits.ts';
import { factsAt } from './fact-evidence.ts';
import { fromRange } from './from-proto.ts';
import { quoteAt } from './quotations.ts';
import { openDocument, type Session } from './session.ts';
import { toWorkspaceEdit } from './to-proto.ts';

/** What an action carries until it is chosen: the passage, and the version of the draft in which it was asked for. */
interface ExcerptData {
  readonly excerpt: Evidence;
  readonly uri: string;
  readonly version: number;
}

/** For the quotation, or else the figure, the date or the name, where the selection begins; of what cannot be added a disabled action says why, where the editor shows such. */
export async function computeExcerptActions(session: Session, { textDocument: { uri }, range, context }: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
  const document = session.documents.get(uri);
  if (!document || !wantsRewriting(context.only) || (await session.workspace.kindOf(uri)) !== 'draft') return [];
  const { version } = document;
  const analysis = await session.workspace.analysisOf(uri);
  if (!analysis || token.isCancellationRequested || analysis.draft.text !== document.getText()) return [];
  const fixContext: FixContext = { analysis, project: (await session.workspace.projectOf(uri)).project };
  const actions: CodeAction[] = [];
  for (const evidence of evidenceAt(analysis, fromRange(document, range))) {
    const added = addPassage(evidence, fixContext);
    if (!added) continue;
    const action = { title: addPassageTitle(evidence.source), kind: CodeActionKind.RefactorRewrite };
    if ('refusal' in added) {
      if (session.client.disabledActions) actions.push({ ...action, disabled: { reason: added.refusal } });
    } else if (session.client.resolvesActions) actions.push({ ...action, data: { excerpt: evidence, uri, version } satisfies ExcerptData });
    else {
      const edit = await toWorkspaceEdit(session, [added.edit]);
      if (edit) actions.push({ ...action, edit });
    }
  }
  return session.documents.get(uri)?.version === version ? actions : [];
}

/** The edit of an action that was chosen, for the registry as it is by then; an action without an edit where there is none any more, and a message says so. */
export async function resolveExcerptAction(session: Session, action: CodeAction): Promise<CodeAction> {
  if (!isExcerptData(action.data)) return action;
  const { excerpt, uri, version } = action.data;
  const refuse = (message: string) => {
    void session.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: plainMessage(message) });
    return action;
  };
  const analysis = openDocument(session, uri)?.version === version ? await freshAnalysis(session, uri, excerpt.source) : undefined;
  if (!analysis) return refuse(CHANGED);
  const added = addPassage(excerpt, { analysis, project: (await session.workspace.projectOf(uri)).project });
  if (!added || 'refusal' in added) return refuse(added?.refusal ?? `${nameIds([excerpt.source])} has this passage among its excerpts, or is no source any more.`);
  const edit = await toWorkspaceEdit(session, [added.edit]);
  return edit ? { ...action, edit } : refuse('This editor cannot make that change.');
}

/** The file of a registry may have changed without a word from the editor: it is read anew. */
async function freshAnalysis({ workspace, documents }: Session, uri: string, source: string): Promise<Analysis | undefined> {
  const registry = (await workspace.analysisOf(uri))?.sources.get(source)?.document;
  if (registry !== undefined && !documents.get(registry)) workspace.fileChanged(registry);
  return workspace.analysisOf(uri);
}

function evidenceAt(analysis: Analysis, { start }: Span): Evidence[] {
  const quote = quoteAt(analysis, start);
  const found = quote && findPassage(quote, sourcesOfQuote(quote, analysis), analysis);
  if (found) return [found];
  const figure = analysis.figures.find(one => contains(one, { start, end: start }));
  const verdict = figure && verifyFigure(figure, analysis);
  if (verdict?.kind === 'present') return [verdict.evidence];
  return factsAt(analysis, start).flatMap(fact => (fact.verdict.kind === 'present' ? [fact.verdict.evidence] : [])).slice(0, 1);
}

function wantsRewriting(only: readonly string[] | undefined): boolean {
  return only === undefined || only.some(kind => kind === '' || kind === CodeActionKind.Refactor || kind === CodeActionKind.RefactorRewrite);
}

function isExcerptData(data: unknown): data is ExcerptData {
  if (typeof data !== 'object' || data === null || !('excerpt' in data) || !('uri' in data) || !('version' in data)) return false;
  const { excerpt } = data;
  return typeof data.uri === 'string' && typeof data.version === 'number' && typeof excerpt === 'object' && excerpt !== null
    && 'source' in excerpt && typeof excerpt.source === 'string' && 'text' in excerpt && typeof excerpt.text === 'string' && (!('locator' in excerpt) || typeof excerpt.locator === 'string');
}
