// The ids of sources in messages and titles, which are all spelt alike.

/** `“a”`; of several `“a” or “b”`. */
export function nameIds(ids: readonly string[]): string {
  return ids.map(id => `“${id}”`).join(' or ');
}
