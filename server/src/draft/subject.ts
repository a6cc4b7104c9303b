// Finds the words that a claim comment's `text` names in its sentence.
import search from 'approx-string-match';
import type { Span } from '../span.ts';
import type { Sentence } from './draft.ts';

/** The span in the draft of `words` in the sentence, quotation marks, dashes and white space aside; the whole sentence where no words are given; undefined where they are not in it. */
export function subjectOf(sentence: Sentence, words: string | undefined): Span | undefined {
  if (words === undefined) return { start: sentence.start, end: sentence.end };
  const at = fold(sentence.text).indexOf(fold(words.trim()));
  if (at < 0) return undefined;
  return sentence.leaf.toSource({ start: sentence.prose.start + at, end: sentence.prose.start + at + words.trim().length });
}

/** The words of the sentence that were probably meant; undefined where none are near. */
export function nearSubject(sentence: Sentence, words: string): string | undefined {
  const wanted = fold(words.trim()).toLowerCase();
  if (wanted.length < 4 || wanted.length > 200 || sentence.text.length > 4000) return undefined;
  const matches = search(fold(sentence.text).toLowerCase(), wanted, Math.floor(wanted.length / 4));
  const best = matches.reduce<(typeof matches)[number] | undefined>((a, b) => (a && a.errors <= b.errors ? a : b), undefined);
  if (!best) return undefined;
  const { start, end } = wholeWords(sentence.text, best);
  const near = sentence.text.slice(start, end);
  // What would have to be written as a character reference is left to the writer.
  return /["'<>&]/.test(near) ? undefined : near;
}

function wholeWords(text: string, { start, end }: Span): Span {
  while (start > 0 && /[\p{L}\p{N}]/u.test(text[start]!) && /[\p{L}\p{N}]/u.test(text[start - 1]!)) start--;
  while (end < text.length && end > 0 && /[\p{L}\p{N}]/u.test(text[end]!) && /[\p{L}\p{N}]/u.test(text[end - 1]!)) end++;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** Unit for unit, so that offsets stay. */
function fold(text: string): string {
  return text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/\s/g, ' ');
}
