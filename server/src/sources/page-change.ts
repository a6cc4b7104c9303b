// How the words of a page differ from those that were captured.
import { diffWords } from 'diff';

/** As much of a changed stretch as a message shows. */
const SHOWN = 60;
/** Longer texts are compared by paragraph only: the word-by-word comparison takes time by length and difference. */
const MOST_EDITS = 2_000;

/** One sentence; undefined where the words are the same, white space and typography apart. */
export function describeDifference(captured: string, now: string): string | undefined {
  const [before, after] = [plain(captured), plain(now)];
  if (before === after) return undefined;
  const parts = diffWords(before, after, { maxEditLength: MOST_EDITS });
  if (!parts) return 'The page has changed in many places since it was captured.';
  const changes = parts.filter(part => part.added || part.removed);
  if (changes.every(part => !/[\p{L}\p{N}]/u.test(part.value))) return undefined;
  const removed = changes.find(part => part.removed && /[\p{L}\p{N}]/u.test(part.value));
  const next = removed && parts[parts.indexOf(removed) + 1];
  const added = next?.added === true ? next : removed ? undefined : changes.find(part => part.added && /[\p{L}\p{N}]/u.test(part.value));
  const places = changes.filter((part, i) => part.removed || !changes[i - 1]?.removed).length;
  const what = removed && added ? `“${shorten(removed.value)}” is now “${shorten(added.value)}”` : removed ? `“${shorten(removed.value)}” is gone` : `“${shorten(added?.value ?? '')}” was added`;
  return `The page has changed since it was captured: ${what}${places > 1 ? `, and ${places - 1} more` : ''}.`;
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim();
}

function shorten(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > SHOWN ? `${trimmed.slice(0, SHOWN - 1)}…` : trimmed;
}
