// Finds the words that a claim comment's `text` names in its sentence.
import type { Span } from '../span.ts';
import type { Sentence } from './draft.ts';

/** The span in the draft of `words` in the sentence, quotation marks, dashes and white space aside; the whole sentence where no words are given; undefined where they are not in it. */
export function subjectOf(sentence: Sentence, words: string | undefined): Span | undefined {
  if (words === undefined) return { start: sentence.start, end: sentence.end };
  const at = fold(sentence.text).indexOf(fold(words.trim()));
  if (at < 0) return undefined;
  return sentence.leaf.toSource({ start: sentence.prose.start + at, end: sentence.prose.start + at + words.trim().length });
}

/** Unit for unit, so that offsets stay. */
function fold(text: string): string {
  return text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/\s/g, ' ');
}
