// What no parser should see: stretches of a draft on which Markdown would take seconds are blanked out before, and listed.
import type { Unread } from './draft.ts';

/** Beyond it a draft is not analysed: about 300,000 words. */
export const LONGEST_DRAFT = 2_000_000;

/** The text with what must not be parsed turned into spaces (offsets stay), and what that was. `base` is added to the offsets. */
export function maskUnreadable(text: string, base: number): { body: string; unread: Unread[] } {
  if (text.length > LONGEST_DRAFT) {
    const end = text.search(/[\r\n]/);
    const message = `This draft is not checked: it has more than ${LONGEST_DRAFT.toLocaleString('en-US')} characters. Split it into several files.`;
    return { body: '', unread: [{ start: base, end: base + (end < 0 ? Math.min(text.length, 200) : end), message }] };
  }
  return { body: text, unread: [] };
}
