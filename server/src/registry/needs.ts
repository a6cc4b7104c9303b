// What an entry of each type needs, so that a reader could find the source again (annotation-language, section 2).

/** What an entry has, under the names of the registry; `container-title` and `DOI` as in CSL. */
export type Has = ReadonlySet<string>;

const PAGE = /^(?:webpage|post|post-weblog|article-.+)$/;
const DOCUMENTS: ReadonlySet<string> = new Set(['report', 'dataset', 'legal_case', 'legislation', 'speech', 'broadcast', 'book', 'chapter']);
const CONVERSATIONS: ReadonlySet<string> = new Set(['interview', 'personal_communication']);

/** The groups of fields of which the type needs one each and the entry has none. An anonymous source stands in for an author, and where nothing but a title is asked for, for that. */
export function missingFields(type: string | undefined, has: Has): readonly (readonly string[])[] {
  const anonymous = has.has('anonymous');
  return needs(type).filter(group => !group.some(name => has.has(name)) && !(anonymous && (group.includes('author') || !isKnown(type))));
}

function isKnown(type: string | undefined): boolean {
  return type !== undefined && (PAGE.test(type) || DOCUMENTS.has(type) || CONVERSATIONS.has(type));
}

function needs(type: string | undefined): readonly (readonly string[])[] {
  if (type === undefined) return [['title']];
  if (PAGE.test(type)) return [['title', 'author'], ['url', 'DOI', 'archived', 'file'], ['issued', 'accessed']];
  if (DOCUMENTS.has(type)) return [['title'], ['author', 'publisher', 'container-title'], ['issued']];
  if (CONVERSATIONS.has(type)) return [['author', 'anonymous'], ['issued']];
  return [['title']];
}
