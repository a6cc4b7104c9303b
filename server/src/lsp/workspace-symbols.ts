// Workspace symbols: every claim, source and named figure, found by a part of its name.
import { SymbolKind, type CancellationToken, type SymbolInformation, type WorkspaceSymbolParams } from 'vscode-languageserver';
import { nameOf } from '../workspace/uris.ts';
import { claimSpan, describeClaim } from './document-symbols.ts';
import { textDocument, type Session } from './session.ts';
import { sourceTitle } from './source-card.ts';
import { toRange } from './to-proto.ts';

/** More would be no answer. */
const MOST_SYMBOLS = 500;

export async function computeWorkspaceSymbols(session: Session, params: WorkspaceSymbolParams, token: CancellationToken): Promise<SymbolInformation[]> {
  const found: SymbolInformation[] = [];
  const registriesDone = new Set<string>();
  for (const uri of await session.workspace.documents()) {
    if (token.isCancellationRequested || found.length >= MOST_SYMBOLS) break;
    const document = await textDocument(session, uri);
    if (!document) continue;
    const add = (name: string, kind: SymbolKind, span: { start: number; end: number }) => {
      if (found.length < MOST_SYMBOLS && isLike(params.query, name)) found.push({ name, kind, containerName: nameOf(uri), location: { uri: document.uri, range: toRange(document, span) } });
    };
    const { project } = await session.workspace.projectOf(uri);
    for (const { document: registry, registry: { entries } } of project.registries) {
      if (registry !== uri || registriesDone.has(uri)) continue;
      registriesDone.add(uri);
      for (const entry of entries) add([entry.id, sourceTitle(entry)].filter(Boolean).join(': '), SymbolKind.Object, entry.idSpan);
    }
    if ((await session.workspace.kindOf(uri)) !== 'draft') continue;
    const analysis = await session.workspace.analysisOf(uri);
    for (const claim of analysis?.claims ?? []) {
      const { name } = describeClaim(analysis!, claim);
      add([claim.comment.id ?? claim.figure?.name, name].filter(Boolean).join(': '), SymbolKind.Event, claimSpan(claim));
    }
  }
  return found;
}

/** Do the letters of the query stand in the name in their order? As editors match what is typed. */
function isLike(query: string, name: string): boolean {
  const letters = name.toLowerCase();
  let from = 0;
  for (const letter of query.toLowerCase().replace(/\s+/g, '')) {
    const found = letters.indexOf(letter, from);
    if (found < 0) return false;
    from = found + letter.length;
  }
  return true;
}
