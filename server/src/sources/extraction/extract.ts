// A source's file -> its words with their places: web pages, PDF, DOCX, transcripts and text. Nothing of a file is run or fetched.
import type { SourceFile, SourceText, Unreadable } from '../source-text.ts';
import { decodeText } from './charset.ts';
import { formatOf } from './format.ts';
import { readPlainText } from './plain-text.ts';
import { readTranscript } from './transcript.ts';

/** Larger files are not read: a source of words is seldom a tenth of it. */
export const MOST_BYTES = 32 * 1024 * 1024;

/** Never rejects: a file that cannot be read gives a sentence that says why. */
export async function extractText(file: SourceFile): Promise<SourceText | Unreadable> {
  if (file.bytes.length === 0) return { problem: 'The file is empty.' };
  if (file.bytes.length > MOST_BYTES) return { problem: `The file is larger than ${MOST_BYTES / 1024 / 1024} MB, which is more than Claimcheck reads. Put the part that matters into a file of its own.` };
  const format = formatOf(file);
  if (typeof format === 'object') return format;
  try {
    const text = await read(file, format);
    return !('problem' in text) && text.text === '' ? { problem: NO_WORDS[text.format] } : text;
  } catch {
    return { problem: 'The file cannot be read: it is broken, or made in a way that Claimcheck does not know. Save it anew with another program, or its words as a text file.' };
  }
}

const NO_WORDS: Readonly<Record<SourceText['format'], string>> = {
  html: 'The page has no words of its own: it is likely built by a script, which Claimcheck does not run. Save the page from a browser, and name that as “file”.',
  pdf: 'The PDF has no text that can be read: it holds pictures of pages, or is damaged. Have its text recognised, or put the words that matter into a text file, and name that as “file”.',
  docx: 'The document has no text.',
  transcript: 'The transcript has no words.',
  text: 'The file has no words.',
};

/** The readers of formats and the finder of articles are loaded when they are first needed: the start of the program does not wait for them. */
async function read(file: SourceFile, format: SourceText['format']): Promise<SourceText | Unreadable> {
  switch (format) {
    case 'pdf': return (await load(import('./pdf.ts')))?.readPdf(file.bytes) ?? notHere('PDF files');
    case 'docx': return (await load(import('./docx.ts')))?.readDocx(file.bytes) ?? notHere('Word documents');
    case 'transcript': return readTranscript(decodeText(file.bytes, file.contentType));
    case 'text': return readPlainText(decodeText(file.bytes, file.contentType));
    case 'html': {
      const html = decodeText(file.bytes, file.contentType);
      const [{ readHtml }, { readArticle, readPage }] = await Promise.all([import('./html-blocks.ts'), import('./html-page.ts')]);
      const page = readHtml(html);
      const article = (await load(import('./article.ts')))?.findArticle(html, page);
      return article ? readArticle(html, page, article) : readPage(html, page);
    }
  }
}

/** Undefined where the reader is left out of this build, as large ones are of the one for browsers. */
async function load<T>(module: Promise<T>): Promise<T | undefined> {
  try {
    return await module;
  } catch {
    return undefined;
  }
}

function notHere(what: string): Unreadable {
  return { problem: `${what} cannot be read in the browser; the desktop editor and the command line can.` };
}
