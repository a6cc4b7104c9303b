// What a file is: told by its bytes, then by its name, then by what a server called it.
import type { SourceFile } from '../source-text.ts';

export type SourceFormat = 'html' | 'pdf' | 'docx' | 'transcript' | 'text';

/** The format, or why the file is none that is read, as a whole sentence. */
export function formatOf({ bytes, name, contentType }: SourceFile): SourceFormat | { readonly problem: string } {
  const head = latin(bytes.subarray(0, 1_024));
  if (head.includes('%PDF-')) return 'pdf';
  const archive = head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006');
  if (archive) return isWordFile(bytes, name, contentType) ? 'docx' : { problem: `The file is an archive or another kind of document; ${READS}` };
  if (/^\0\0\0.ftyp/s.test(head)) return { problem: `The file is a recording or a film; ${READS}` };
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature));
  if (known) return { problem: `The file is ${known[1]}; ${READS}` };
  if (isBinary(bytes)) return { problem: `The file is no text; ${READS}` };
  const start = head.replace(/^(?:ï»¿|ÿþ|þÿ)/, '').replaceAll('\0', '').trimStart();
  if (/^WEBVTT(?:\s|$)/.test(start) || /^\d{1,6}\s{1,4}\d{1,3}:\d\d:\d\d[,.]\d{1,3}\s{1,4}-->/.test(start)) return 'transcript';
  if (/^(?:<\?xml[^>]{0,200}>\s{0,50})?(?:<!--[^>]{0,300}-->\s{0,50})?<(?:!doctype\s+html|html|head|body|article|div|section|p|table|title|meta)\b/i.test(start)) return 'html';
  const byName = /\.([a-z\d]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (/^(?:srt|vtt)$/.test(byName)) return 'transcript';
  if (/^(?:x?html?|shtml|aspx?|php|jsp)$/.test(byName) && /<[a-z!]/i.test(start)) return 'html';
  if (/^(?:txt|text|md|markdown|csv|tsv|log|rst|json)$/.test(byName)) return 'text';
  if (/^\s*(?:text\/html|application\/xhtml)/i.test(contentType ?? '')) return 'html';
  return /^\s*text\/(?:vtt|srt)|application\/x-subrip/i.test(contentType ?? '') ? 'transcript' : /^<\?xml\b/.test(start) ? 'html' : 'text';
}

const READS = 'Claimcheck reads web pages, PDF, DOCX, transcripts and plain text.';

/** What files that hold no words for us begin with. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['\u0089PNG', 'a picture'], ['ÿØÿ', 'a picture'], ['GIF8', 'a picture'], ['RIFF', 'a picture or a recording'], ['ID3', 'a recording'], ['OggS', 'a recording'],
  ['\u001f\u008b', 'packed'], ['7z¼¯', 'packed'], ['Rar!', 'packed'],
  ['ÐÏ\u0011à', 'a document of an old Office version, or one that is protected by a password, which cannot be read here'], ['{\\rtf', 'a document in Rich Text Format, which cannot be read here'],
];

/** A Word file names its main part near the start or the end of the archive. */
function isWordFile(bytes: Uint8Array, name: string, contentType: string | undefined): boolean {
  const ends = latin(bytes.subarray(0, 8_192)) + latin(bytes.subarray(Math.max(0, bytes.length - 65_536)));
  return ends.includes('word/document') || (/\.docx$/i.test(name) && ends.includes('[Content_Types].xml')) || /wordprocessingml/.test(contentType ?? '');
}

/** Has it more control characters than a text would? UTF-16 with its mark is text. */
function isBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false;
  const head = bytes.subarray(0, 8_192);
  let control = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  return control > head.length / 20;
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4_096) text += String.fromCharCode(...bytes.subarray(i, i + 4_096));
  return text;
}
