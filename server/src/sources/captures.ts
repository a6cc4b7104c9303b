// Local captures of sources -> Passages, as far as they are text: these are read while a draft is typed. What takes longer is read by a source check.
import type { Passage } from '../model/context.ts';
import type { SourceText } from './source-text.ts';

/** The captures that can be read as text: plain text, Markdown, transcripts with times, saved pages. */
export function isTextCapture(fileName: string): boolean {
  return PAGE.test(fileName) || TRANSCRIPT.test(fileName) || /\.(?:txt|text|md|markdown)$/i.test(fileName);
}

const PAGE = /\.x?html?$/i;
const TRANSCRIPT = /\.(?:vtt|srt)$/i;
/** A saved page with fewer words holds its text elsewhere, and tells nothing of what the source says. */
const FEWEST_WORDS = 30;

/** The words of a capture as one passage: of a transcript its spoken words alone, of a page the text that a reader sees. */
export async function toPassages(source: string, fileName: string, text: string): Promise<readonly Passage[]> {
  const read = await readCapture(fileName, text);
  const words = read.text;
  if (words === '' || (read.format === 'html' && words.split(/\s+/, FEWEST_WORDS).length < FEWEST_WORDS)) return [];
  return [{ source, text: words, locators: read.locators, whole: !read.truncated }];
}

/** The readers are loaded when a draft has a capture of their kind: most have none. */
async function readCapture(fileName: string, text: string): Promise<SourceText> {
  if (PAGE.test(fileName)) return (await import('./extraction/html-page.ts')).readPage(text);
  if (TRANSCRIPT.test(fileName)) return (await import('./extraction/transcript.ts')).readTranscript(text);
  return (await import('./extraction/plain-text.ts')).readPlainText(text);
}
