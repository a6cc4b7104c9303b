// Word lists as they are written in this folder: words separated by white space.

/** The words of a list, for asking whether a word is one of them. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
