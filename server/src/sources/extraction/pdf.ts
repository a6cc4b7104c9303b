// PDF -> text by page, with PDF.js (as unpdf packs it). Loaded when a PDF is read for the first time.
import { getDocumentProxy } from 'unpdf';
import type { SourceText, Unreadable } from '../source-text.ts';
import { countPictures, unpacksTooFar } from './pdf-bounds.ts';
import { joinLines, joinPages, toLines, withoutRunningHeads, type PdfLine, type PdfPageLines, type PdfPiece } from './pdf-layout.ts';
import { partNotes } from './pdf-notes.ts';
import { CELL_GAP, MOST_TEXT, TextBuilder } from './text-builder.ts';

const MOST_PAGES = 3_000;
/** Pieces of text on a page; a page of a newspaper has some thousand. */
const MOST_PIECES = 50_000;
/** Milliseconds for a page, and for all of them: what was read by then is more than a thread that is ended would give. */
const LONGEST_PAGE = 15_000;
const LONGEST = 35_000;
/** As far from its end as a PDF says that it ends. */
const TAIL = 2_048;

export async function readPdf(bytes: Uint8Array): Promise<SourceText | Unreadable> {
  if (unpacksTooFar(bytes)) return { problem: 'The PDF unpacks to more than Claimcheck reads. Put the pages that matter into a file of their own.' };
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // A copy: PDF.js takes the bytes for itself.
    pdf = await inTime(getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, useSystemFonts: false, disableFontFace: true, verbosity: 0, maxImageSize: 0, disableAutoFetch: true, disableStream: true, disableRange: true }), LONGEST_PAGE);
  } catch (error) {
    return {
      problem: error instanceof Error && error.name === 'PasswordException' ? 'The PDF is protected by a password. Save a copy without one, or its words as a text file, and name that as “file”.'
        : 'The PDF cannot be read: it is broken, or a part of it is missing. Fetch it once more, or save it anew with another program.',
    };
  }
  try {
    return await readPages(pdf, bytes);
  } finally {
    // A document that hangs is not waited for.
    void pdf.loadingTask.destroy().catch(() => undefined);
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function readPages(pdf: Pdf, bytes: Uint8Array): Promise<SourceText> {
  const started = performance.now();
  const pages: PdfLine[][] = [];
  let size = 0;
  let gutter: number | undefined;
  let missing = pdf.numPages > MOST_PAGES || !endsAsOne(bytes);
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
    if (size > MOST_TEXT || performance.now() - started > LONGEST) {
      missing = true;
      break;
    }
    const page = await readPage(pdf, number, gutter);
    gutter = page?.gutter ?? gutter;
    if (!page?.whole) missing = true;
    for (const { text } of page?.lines ?? []) size += text.length;
    pages.push(page?.lines ?? []);
    // Between two pages other work has its turn.
    await new Promise<void>(resolve => setTimeout(resolve, 0));
  }
  // Pages without a word, as many as there are pictures at least, were scanned; a cover and a back are seldom more than a picture.
  const wordless = pages.slice(1, -1).filter(lines => lines.length === 0).length;
  if (wordless > 0 && countPictures(bytes) >= wordless) missing = true;
  const builder = new TextBuilder();
  const known = new Set<string>();
  const parts = partNotes(withoutRunningHeads(pages));
  const bodies = parts.map(({ body }) => body);
  for (const lines of bodies) for (const { text } of lines) for (const word of text.match(/\p{L}+(?:-\p{L}+)*/gu) ?? []) known.add(word.toLowerCase());
  const stretches: { text: string; readonly locator: string; gap: '' | ' ' | '\n' | '\n\n' }[] = [];
  for (const [i, lines] of bodies.entries()) {
    let inTable = false;
    for (const [n, paragraph] of joinLines(lines, known).entries()) {
      const isRow = paragraph.includes(CELL_GAP);
      const last = stretches.at(-1);
      const goesOn = n === 0 && last ? joinPages(last.text, paragraph, known) : undefined;
      if (last && goesOn) last.text = goesOn.before;
      stretches.push({ text: paragraph, locator: `p. ${i + 1}`, gap: goesOn?.gap ?? (isRow && inTable ? '\n' : '\n\n') });
      inTable = isRow;
    }
  }
  // Notes come last: between two pages they would part a sentence.
  for (const [i, { notes }] of parts.entries()) for (const note of joinLines(notes, known)) stretches.push({ text: note, locator: `p. ${i + 1}`, gap: '\n\n' });
  for (const { text, locator, gap } of stretches) {
    builder.add(text, locator, gap);
    if (builder.isFull) break;
  }
  const title = await inTime(pdf.getMetadata(), 5_000).then(({ info }) => (info as { readonly Title?: unknown }).Title, () => undefined);
  return builder.build('pdf', { title: typeof title === 'string' ? title.trim() : undefined, truncated: missing });
}

/** Does the file say where it ends? One that was cut short does not, and lacks words that nobody misses. */
function endsAsOne(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(-TAIL)).includes('%%EOF');
}

async function readPage(pdf: Pdf, number: number, gutter: number | undefined): Promise<PdfPageLines & { readonly whole: boolean } | undefined> {
  try {
    return await inTime((async () => {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: false });
      const pieces: PdfPiece[] = [];
      for (const item of items.slice(0, MOST_PIECES)) {
        if (!('str' in item) || item.str.trim() === '') continue;
        const [a, b, , , x, y] = item.transform as readonly number[];
        // Text that stands on its side is a label of a chart or a mark at the margin.
        if (Math.abs(b!) > Math.abs(a!)) continue;
        pieces.push({ text: item.str, x: x!, y: y!, width: item.width, height: item.height || Math.abs(a!) || 10 });
      }
      page.cleanup();
      return { ...toLines(pieces, gutter), whole: items.length <= MOST_PIECES };
    })(), LONGEST_PAGE);
  } catch {
    return undefined;
  }
}

/** Rejects when the time is over; what it waited for may go on. */
async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([work, new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('out of time')), milliseconds);
    })]);
  } finally {
    clearTimeout(timer);
  }
}
