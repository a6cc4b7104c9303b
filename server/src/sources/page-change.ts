// How the words of a page differ from those that were captured.
import { diffArrays } from 'diff';

/** As much of a changed stretch as a message shows. */
const SHOWN = 60;
/** Texts that differ in more words are not compared word by word: it takes time by length and difference. */
const MOST_EDITS = 2_000;

/** One sentence; undefined where the words are the same, white space, punctuation and typography apart. */
export function describeDifference(captured: string, now: string): string | undefined {
  const parts = diffArrays(wordsOf(captured), wordsOf(now), { comparator: (a, b) => bare(a) === bare(b), maxEditLength: MOST_EDITS });
  if (!parts) return 'The page has changed in many places since it was captured.';
  const changes = parts.flatMap((part, i) => {
    // What is put in the place of something stands behind it, and is told with it.
    const added = part.removed && parts[i + 1]?.added ? parts[i + 1] : part.added && !parts[i - 1]?.removed ? part : undefined;
    return part.removed || added ? [{ removed: part.removed ? part.value : [], added: added?.value ?? [] }] : [];
  });
  const [first] = changes;
  if (!first) return undefined;
  const [removed, added] = [shorten(first.removed), shorten(first.added)];
  const what = removed !== '' && added !== '' ? `“${removed}” is now “${added}”` : removed !== '' ? `“${removed}” is gone` : `“${added}” was added`;
  return `The page has changed since it was captured: ${what}${changes.length > 1 ? `, and ${changes.length - 1} more` : ''}.`;
}

function wordsOf(text: string): string[] {
  return text.normalize('NFC').split(/\s+/).filter(word => bare(word) !== '');
}

function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}£$€¥%+−-]+|[^\p{L}\p{N}%]+$/gu, '').replace(/[’‘]/g, "'").replace(/[–—]/g, '-');
}

function shorten(words: readonly string[]): string {
  const text = words.map((word, i) => (i === 0 || i === words.length - 1 ? bare(word) : word)).join(' ').replace(/[“”"]/g, '');
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}
