// A source's file -> its words: what the bytes are is told by the bytes, then by the name, then by what a server called it.
import { textOfHtml } from '../html.ts';
import type { SourceFile, SourceText, Unreadable } from '../source-text.ts';

/** Never rejects: a file that cannot be read gives a sentence that says why. */
export async function extractText({ bytes, name }: SourceFile): Promise<SourceText | Unreadable> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problem: 'The file is no text that Claimcheck can read.' };
  }
  const isPage = /\.x?html?$/i.test(name) || /^\s*<(?:!doctype|html)\b/i.test(text.slice(0, 500));
  return { format: isPage ? 'html' : 'text', text: isPage ? textOfHtml(text) : text, locators: [], truncated: false };
}
