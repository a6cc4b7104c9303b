// The edit that creates a source: in the front matter or in the registry file that the draft uses.
import { addEntry, addSourcesMapping, entryTemplate } from '../../registry/edit.ts';
import { homeForNewEntry } from '../../model/sources.ts';
import type { Edit, FixContext } from '../rule.ts';

/** The edit that gives the draft a source of this id, every value a placeholder, and where the entry goes, in words. Empty where there is no place for it. */
export function createEntry(id: string, { analysis }: FixContext): { readonly where: string; readonly edit: Edit }[] {
  const { draft, context } = analysis;
  const entry = { id, fields: entryTemplate() };
  const home = homeForNewEntry(analysis);
  if (home) {
    const where = home.document === context.document ? 'the front matter' : nameOf(home.document);
    return [{ where, edit: { document: home.document, ...addEntry(home.text, home.registry, entry) } }];
  }
  const edit = addSourcesMapping(draft.text, draft.frontMatter?.yaml, entry);
  return edit ? [{ where: 'the front matter', edit: { document: context.document, ...edit } }] : [];
}

/** The file's name in a URI, as a reader knows it. */
function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
