// Sets paragraphs and tables as pages of one or two columns, with running heads, page numbers and words parted at line ends.
import { PAGE, widthOf, type PdfText } from './write-pdf.ts';

export interface PageStyle {
  readonly columns: 1 | 2;
  readonly size: number;
  /** Blanks are widened until both edges are straight. */
  readonly justified: boolean;
  readonly hyphenated: boolean;
  readonly head?: string;
  readonly numbered: boolean;
  readonly title?: string;
}

/** A paragraph, or the rows of a table. */
export type PdfBlock = string | readonly (readonly string[])[];

const MARGIN = 56;
const GUTTER = 18;

export function layOut(blocks: readonly PdfBlock[], style: PageStyle): PdfText[][] {
  const { size } = style;
  const leading = size * 1.25;
  const width = (PAGE.width - 2 * MARGIN - (style.columns - 1) * GUTTER) / style.columns;
  const pages: PdfText[][] = [];
  let column = style.columns;
  let y = 0;
  let top = 0;
  const next = () => {
    if (++column > style.columns) {
      pages.push([]);
      column = 1;
      top = PAGE.height - MARGIN;
      const page = pages.at(-1)!;
      if (style.head !== undefined) page.push({ text: style.head, x: MARGIN, y: PAGE.height - 30, size: 8 });
      if (style.numbered) page.push({ text: pages.length % 2 ? `Page ${pages.length}` : `- ${pages.length} -`, x: PAGE.width / 2, y: 28, size: 8 });
      if (pages.length === 1 && style.title !== undefined) {
        page.push({ text: style.title, x: MARGIN, y: top - 16, size: 18 });
        top -= 40;
      }
    }
    y = top;
  };
  next();
  const put = (words: readonly string[], indent: number, spread: boolean) => {
    if (y - leading < MARGIN) next();
    y -= leading;
    const x = MARGIN + (column - 1) * (width + GUTTER) + indent;
    const page = pages.at(-1)!;
    if (!spread || words.length < 2) {
      page.push({ text: words.join(' '), x, y, size });
      return;
    }
    const free = width - indent - words.reduce((sum, word) => sum + widthOf(word, size), 0);
    let at = x;
    for (const word of words) {
      page.push({ text: word, x: at, y, size });
      at += widthOf(word, size) + free / (words.length - 1);
    }
  };
  for (const block of blocks) {
    if (typeof block !== 'string') {
      y -= leading / 2;
      for (const row of block) {
        if (y - leading < MARGIN) next();
        y -= leading;
        row.forEach((cell, i) => pages.at(-1)!.push({ text: cell, x: MARGIN + (column - 1) * (width + GUTTER) + i * width / row.length, y, size }));
      }
      y -= leading / 2;
      continue;
    }
    let line: string[] = [];
    let used = 0;
    for (const word of block.split(' ')) {
      const needed = widthOf(`${line.length > 0 ? ' ' : ''}${word}`, size);
      if (used + needed <= width) {
        line.push(word);
        used += needed;
        continue;
      }
      const cut = style.hyphenated ? hyphenAt(word, width - used - widthOf(' -', size), size) : 0;
      if (cut > 0) {
        put([...line, `${word.slice(0, cut)}-`], 0, style.justified);
        line = [word.slice(cut)];
      } else {
        put(line, 0, style.justified);
        line = [word];
      }
      used = widthOf(line[0]!, size);
    }
    if (line.length > 0) put(line, 0, false);
    y -= leading * 0.6;
  }
  return pages;
}

/** Where a word of small letters may be parted so that its head fits. */
function hyphenAt(word: string, room: number, size: number): number {
  if (!/^[a-z]{7,}[.,]?$/.test(word)) return 0;
  for (let cut = word.length - 3; cut >= 3; cut--) if (widthOf(word.slice(0, cut), size) <= room) return cut;
  return 0;
}
