// Words for the messages and fixes of the rules about quotations: how two wordings differ, and one put in place of the other.
import type { Analysis } from '../../model/analysis.ts';
import type { WordChange } from '../../model/attribution/quote-match.ts';
import { nameIds } from '../source-ids.ts';

/** As many differences as a message names. */
const SHOWN = 3;

/** `“just run” for “run”`, as a list. */
export function describeChanges(changes: readonly WordChange[]): string {
  const shown = changes.slice(0, SHOWN).map(({ source, quoted }) => {
    if (source === '') return `“${quoted}” is not in the source`;
    if (quoted === '') return `“${source}” is left out`;
    return `“${quoted}” stands for “${source}”`;
  });
  const more = changes.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What is known of sources whose whole text is not: their excerpts, or the part of a page or file that could be read. */
export function knownPart(sources: readonly string[], { context }: Pick<Analysis, 'context'>): string {
  return context.passages.some(({ source }) => sources.includes(source)) ? `the part of ${nameIds(sources)} that could be read` : `the excerpts of ${nameIds(sources)}`;
}

/** For the title of a fix: `“run” instead of “just run”`, at most two differences. */
export function nameChanges(changes: readonly WordChange[]): string {
  const shown = changes.slice(0, 2).map(({ source, quoted }) => (source === '' ? `without “${shorten(quoted)}”` : quoted === '' ? `with “${shorten(source)}”` : `“${shorten(source)}” instead of “${shorten(quoted)}”`));
  return `${shown.join(', ')}${changes.length > shown.length ? ' …' : ''}`;
}

function shorten(words: string): string {
  return words.length > 40 ? `${words.slice(0, 39)}…` : words;
}

/** Another wording in the place of quoted words: with their closing punctuation, and a capital where they began with one. */
export function replaceWords(quoted: string, wording: string): string {
  const tail = /[.,;:!?…—–-]*["'’”]?\s*$/u.exec(quoted)?.[0] ?? '';
  const words = wording.replace(/[.,;:!?…—–-]+$/u, '');
  const first = /^\p{Lu}/u.test(quoted) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  return first + tail;
}
