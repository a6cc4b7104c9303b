// Plain text and Markdown: the words as they stand, by page where the text has form feeds, else by paragraph.
import type { SourceText } from '../source-text.ts';
import { cleanWords, TextBuilder } from './text-builder.ts';

export function readPlainText(text: string): SourceText {
  const builder = new TextBuilder();
  const pages = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').split('\f');
  let paragraph = 0;
  for (const [i, page] of pages.entries()) {
    for (const part of page.split(/\n[^\S\n]*\n\s*/)) {
      const words = cleanWords(part);
      if (words === '') continue;
      paragraph++;
      builder.add(words, pages.length > 1 ? `p. ${i + 1}` : `para. ${paragraph}`);
      if (builder.isFull) return builder.build('text');
    }
  }
  return builder.build('text');
}
