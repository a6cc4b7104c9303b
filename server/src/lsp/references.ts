// All references to a source, a footnote, a claim or a figure, across the project.
import type { CancellationToken, Location, ReferenceParams } from 'vscode-languageserver';
import { fromPosition } from './from-proto.ts';
import { nameAt, occurrencesOf } from './names.ts';
import { answerFresh, type Session } from './session.ts';
import { toLocations } from './to-proto.ts';

export async function computeReferences(session: Session, params: ReferenceParams, token: CancellationToken): Promise<Location[]> {
  const { uri } = params.textDocument;
  const found = await answerFresh(session, uri, token, async document => {
    const name = await nameAt(session, uri, fromPosition(document, params.position));
    if (!name) return [];
    const all = await occurrencesOf(session, name, token);
    return toLocations(session, params.context.includeDeclaration ? all : all.filter(other => !other.defines));
  });
  return found ?? [];
}
