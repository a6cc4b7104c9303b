// Go to definition: a registry entry, a footnote, a figure's description, a claim.
import type { CancellationToken, DefinitionParams, Location } from 'vscode-languageserver';
import { fromPosition } from './from-proto.ts';
import { nameAt, occurrencesOf } from './names.ts';
import { answerFresh, type Session } from './session.ts';
import { toLocations } from './to-proto.ts';

/** Where the name at the place is defined; for a figure that claimcheck.yaml does not describe, where it is first named. */
export async function computeDefinition(session: Session, params: DefinitionParams, token: CancellationToken): Promise<Location[]> {
  const { uri } = params.textDocument;
  const found = await answerFresh(session, uri, token, async document => {
    const name = await nameAt(session, uri, fromPosition(document, params.position));
    if (!name) return [];
    const all = await occurrencesOf(session, name, token);
    const definitions = all.filter(other => other.defines);
    return toLocations(session, definitions.length > 0 || name.kind !== 'figure' ? definitions : all.slice(0, 1));
  });
  return found ?? [];
}
