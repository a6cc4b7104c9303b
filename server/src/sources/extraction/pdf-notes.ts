// Tells the notes at the foot of a column or page from what they stand below: they part a sentence that goes on in the next column or on the next page.
import type { PdfLine } from './pdf-layout.ts';
import { CELL_GAP } from './text-builder.ts';

/** Notes are set in letters that are smaller than the text's by this at least. */
const SMALLER = 0.9;
/** The number, star or letter with which a note begins. */
const MARK = /^(?:\(?\d{1,3}[.)]?|[*†‡§]{1,3}|\(?[a-z][.)])\s{0,3}\S/;

export interface PageParts {
  readonly body: readonly PdfLine[];
  readonly notes: readonly PdfLine[];
}

/** Parts every page. Linear. */
export function partNotes(pages: readonly (readonly PdfLine[])[]): PageParts[] {
  const most = heightOfText(pages) * SMALLER;
  return pages.map(lines => {
    const isNote = lines.map(() => false);
    // At the foot of the page notes may reach over all columns.
    mark(lines, 0, lines.length, most, isNote);
    let from = 0;
    for (let i = 1; i <= lines.length; i++) {
      if (i < lines.length && !lines[i]!.first) continue;
      mark(lines, from, i, most, isNote);
      from = i;
    }
    return { body: lines.filter((_, i) => !isNote[i]), notes: lines.filter((_, i) => isNote[i]) };
  });
}

/** Marks the notes at the end of a stretch of lines: small, below lines that are not, and the first of them with a mark; tables are none. */
function mark(lines: readonly PdfLine[], from: number, to: number, most: number, isNote: boolean[]): void {
  let start = to;
  while (start > from && lines[start - 1]!.height <= most && !lines[start - 1]!.text.includes(CELL_GAP)) start--;
  while (start < to && !MARK.test(lines[start]!.text)) start++;
  if (start > from) isNote.fill(true, start, to);
}

/** The height in which most letters of the file are set. */
function heightOfText(pages: readonly (readonly PdfLine[])[]): number {
  const letters = new Map<number, number>();
  for (const lines of pages) for (const { height, text } of lines) letters.set(height, (letters.get(height) ?? 0) + text.length);
  let best = 0;
  for (const [height, count] of letters) if (count > (letters.get(best) ?? 0)) best = height;
  return best;
}
