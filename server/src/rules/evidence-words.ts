// How messages quote the passage of a source that they rest on.
import type { Evidence } from '../model/evidence/passages.ts';

/** As much of a passage as a message shows. */
const SHOWN = 160;

/** The passage in quotation marks, cut where it is long, with where it stands: `“The crane fell in May” (p. 3)`. */
export function quotePassage({ text, locator }: Evidence): string {
  const words = text.replace(/\s+/g, ' ');
  const shown = words.length > SHOWN ? `${words.slice(0, SHOWN - 1)}…` : words;
  return `“${shown.replace(/[.!?]$/, '')}”${locator === undefined ? '' : ` (${locator})`}`;
}
