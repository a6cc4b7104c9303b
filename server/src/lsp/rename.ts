// Rename of source ids, footnotes, claim ids and figure names, across the project, as one versioned edit.
import { LSPErrorCodes, ResponseError, type CancellationToken, type PrepareRenameParams, type Range, type RenameParams, type WorkspaceEdit } from 'vscode-languageserver';
import { renameId } from '../registry/edit.ts';
import type { Edit } from '../rules/rule.ts';
import { fromPosition } from './from-proto.ts';
import { keyOf, nameAt, namesBeside, occurrencesOf, type Name, type NameKind } from './names.ts';
import { answerFresh, type Session } from './session.ts';
import { toRange, toWorkspaceEdit } from './to-proto.ts';

const WORDS: Readonly<Record<NameKind, { readonly thing: string; readonly valid: RegExp; readonly expected: string }>> = {
  source: {
    thing: 'source id',
    // What is a key in Pandoc's grammar, a bare value in a claim comment and a plain word in YAML and BibTeX alike.
    valid: /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.:/+-]{0,98}[\p{L}\p{N}_])?$/u,
    expected: 'It begins and ends with a letter, a digit or an underscore; between them . : / + - may stand too.',
  },
  footnote: { thing: 'footnote label', valid: /^[^\s[\]\\^]{1,100}$/u, expected: 'It has no white space, brackets, carets or backslashes.' },
  claim: { thing: 'claim id', valid: /^[A-Za-z0-9._-]{1,100}$/, expected: 'It has letters, digits and - _ . only.' },
  figure: { thing: 'figure name', valid: /^[A-Za-z0-9._-]{1,100}$/, expected: 'It has letters, digits and - _ . only.' },
};

/** What would be renamed at the place; `null` where nothing can be. */
export async function prepareRename(session: Session, params: PrepareRenameParams, token: CancellationToken): Promise<{ range: Range; placeholder: string } | null> {
  const { uri } = params.textDocument;
  const prepared = await answerFresh(session, uri, token, async document => {
    const name = await nameAt(session, uri, fromPosition(document, params.position));
    return name && isRenamable(name) ? { range: toRange(document, name), placeholder: name.name } : null;
  });
  return prepared ?? null;
}

/** The edit that renames; an error with a whole sentence for a new name that cannot be, or is taken. */
export async function computeRename(session: Session, params: RenameParams, token: CancellationToken): Promise<WorkspaceEdit | null> {
  const { uri } = params.textDocument;
  const newName = params.newName.trim();
  const edit = await answerFresh(session, uri, token, async document => {
    const name = await nameAt(session, uri, fromPosition(document, params.position));
    if (!name || !isRenamable(name)) return null;
    const { thing, valid, expected } = WORDS[name.kind];
    if (!valid.test(newName)) throw refusal(`“${newName}” cannot be a ${thing}. ${expected}`);
    if (newName === name.name) return null;
    if ((await namesBeside(session, name)).has(keyOf({ kind: name.kind, name: newName }))) throw refusal(`The ${thing} “${newName}” is taken. Choose another.`);
    const places = await occurrencesOf(session, name, token);
    const edits = await Promise.all(places.map(place => editOf(session, place, newName)));
    return (await toWorkspaceEdit(session, edits)) ?? null;
  });
  return edit ?? null;
}

/** A registry has its own way to write an id; elsewhere it stands as it is. */
async function editOf(session: Session, { kind, defines, document, start, end, name }: Name, newName: string): Promise<Edit> {
  if (kind === 'source' && defines) {
    const { project } = await session.workspace.projectOf(document);
    const registry = project.registries.find(r => r.document === document);
    const edit = registry && renameId(registry.text, registry.registry, name, newName);
    if (edit?.start === start) return { ...edit, document };
  }
  return { document, start, end, text: newName };
}

/** A source that nothing defines has no one meaning: its uses are not renamed together. */
function isRenamable(name: Name): boolean {
  return name.kind !== 'source' || name.realm !== '';
}

function refusal(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
