// A new entry for a draft's registry, with TK where a field is still to be filled in.
import { homeForNewEntry } from '../model/sources.ts';
import type { NewSourceParams } from '../protocol.ts';
import { addEntry, addSourcesMapping, entryTemplate, type NewEntry } from '../registry/edit.ts';
import { isValidId } from '../registry/entry.ts';
import type { Edit } from '../rules/rule.ts';
import type { Session } from './session.ts';

/** The edit that adds the entry to the registry that the draft uses, else to its front matter; or a sentence that says why it cannot be. */
export async function newEntryEdit(session: Session, { uri, type, id, title, url }: NewSourceParams): Promise<Edit | string> {
  const analysis = await session.workspace.analysisOf(uri);
  if (!analysis) return 'This file is not one of the drafts that Claimcheck reads.';
  if (!isValidId(id)) return `“${id}” cannot be the id of a source. Use letters, digits and _, with single - . : / between them.`;
  if (analysis.sources.has(id)) return `There is a source with the id “${id}” already.`;
  const entry: NewEntry = { id, fields: fieldsOf(type, { title, url }) };
  const home = homeForNewEntry(analysis);
  if (home) return { document: home.document, ...addEntry(home.text, home.registry, entry) };
  const { draft, context } = analysis;
  const edit = addSourcesMapping(draft.text, draft.frontMatter?.yaml, entry);
  return edit ? { document: context.document, ...edit } : 'The front matter of this draft names registries that cannot be read. Mend them first.';
}

/** What the type needs, filled in as far as it is known; what is known and not needed comes last. */
function fieldsOf(type: string, known: Readonly<Record<string, string>>): NewEntry['fields'] {
  const template = entryTemplate(type);
  const given = Object.entries(known).filter(([, value]) => value.trim() !== '');
  return [
    ...template.map(([name, placeholder]) => [name, given.find(([key]) => key === name)?.[1].trim() ?? placeholder] as const),
    ...given.filter(([key]) => !template.some(([name]) => name === key)).map(([key, value]) => [key, value.trim()] as const),
  ];
}
