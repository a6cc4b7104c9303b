// Highlights of the name under the cursor in its document.
import { DocumentHighlightKind, type CancellationToken, type DocumentHighlight, type DocumentHighlightParams } from 'vscode-languageserver';
import { fromPosition } from './from-proto.ts';
import { keyOf, nameAt, namesOf } from './names.ts';
import { answerFresh, type Session } from './session.ts';
import { toRange } from './to-proto.ts';

export async function computeHighlights(session: Session, params: DocumentHighlightParams, token: CancellationToken): Promise<DocumentHighlight[]> {
  const { uri } = params.textDocument;
  const found = await answerFresh(session, uri, token, async document => {
    const name = await nameAt(session, uri, fromPosition(document, params.position));
    if (!name) return [];
    const same = (await namesOf(session, uri)).filter(other => other.kind === name.kind && other.realm === name.realm && keyOf(other) === keyOf(name));
    return same.map(other => ({ range: toRange(document, other), kind: other.defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read }));
  });
  return found ?? [];
}
