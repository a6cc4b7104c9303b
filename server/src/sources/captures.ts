// Local captures of sources -> Passages.
import type { Passage } from '../model/context.ts';

/** The captures that are read as they are; others (HTML, PDF) need a reader of their own and count as absent. */
export function isPlainCapture(fileName: string): boolean {
  return /\.(?:txt|text|md|markdown|vtt|srt)$/i.test(fileName);
}

/** The words of a capture as one passage; of a transcript with times, its spoken words alone. */
export function toPassages(source: string, fileName: string, text: string): readonly Passage[] {
  const words = /\.(?:vtt|srt)$/i.test(fileName) ? spokenWords(text) : text;
  return words.trim() === '' ? [] : [{ source, text: words, whole: true }];
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
