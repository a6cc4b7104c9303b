// Sends edits that a command asks for to the client.
import type { EditResult } from '../protocol.ts';
import type { Edit } from '../rules/rule.ts';
import { openDocument, textDocument, type Session } from './session.ts';
import { toRange, toWorkspaceEdit } from './to-proto.ts';

/** What a command answers where the text is no longer the one that it was asked about. */
export const CHANGED = 'The draft has changed meanwhile. Try again.';

/** Sends edits to the client, as one step to undo, each with the version of its document: one that has moved on refuses them. */
export async function applyEdits(session: Session, label: string, edits: readonly Edit[], versions: ReadonlyMap<string, number>): Promise<EditResult> {
  const edit = await toWorkspaceEdit(session, edits);
  const first = edits[0];
  if (!edit || !first) return { done: false, message: 'This editor cannot make that change.' };
  if ([...versions].some(([uri, version]) => openDocument(session, uri)?.version !== version)) return { done: false, message: CHANGED };
  const before = await textDocument(session, first.document);
  const start = before ? toRange(before, { start: first.start, end: first.start }).start : { line: 0, character: 0 };
  const { applied, failureReason } = await session.connection.workspace.applyEdit({ label, edit });
  if (!applied) return { done: false, message: failureReason === undefined ? CHANGED : `The change was refused: ${failureReason}` };
  return { done: true, uri: before?.uri ?? first.document, range: { start, end: start } };
}
