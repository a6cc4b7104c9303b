// Local captures of sources -> Passages.
import type { Passage } from '../model/context.ts';
import { textOfHtml } from './html.ts';

/** The captures that can be read as text: plain text, Markdown, transcripts with times, saved pages. A PDF needs a reader of its own and counts as absent. */
export function isTextCapture(fileName: string): boolean {
  return /\.(?:txt|text|md|markdown|vtt|srt|html?|xhtml)$/i.test(fileName);
}

/** A saved page with fewer words holds its text elsewhere, and tells nothing of what the source says. */
const FEWEST_WORDS = 30;

/** The words of a capture as one passage: of a transcript its spoken words alone, of a page the text that a reader sees. */
export function toPassages(source: string, fileName: string, text: string): readonly Passage[] {
  const page = /html?$/i.test(fileName);
  const words = page ? textOfHtml(text) : /\.(?:vtt|srt)$/i.test(fileName) ? spokenWords(text) : text;
  if (words.trim() === '' || (page && words.split(/\s+/).length < FEWEST_WORDS)) return [];
  return [{ source, text: words, whole: true }];
}

/** WebVTT and SubRip: without header, notes, cue numbers, times and `<v Speaker>` tags. */
function spokenWords(text: string): string {
  const spoken: string[] = [];
  let note = false;
  let start = true;
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim();
    if (trimmed === '') {
      note = false;
      start = true;
      continue;
    }
    if (start && /^(?:WEBVTT|NOTE|STYLE|REGION)\b/.test(trimmed)) note = true;
    const kept = !note && !trimmed.includes('-->') && !(start && /^\d+$/.test(trimmed));
    start = false;
    if (kept) spoken.push(trimmed.replace(/<[^<>]{0,200}>/g, ''));
  }
  return spoken.join('\n');
}
