// Pieces of text at their places on a page -> lines in the order in which people read them, and lines -> paragraphs.
import { CELL_GAP } from './text-builder.ts';

/** A run of letters; y grows upwards, all in points. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly height: number;
  /** Does it begin a column or a part of the page? It goes on from the line before, but not from the space between them. */
  readonly first: boolean;
}

/** Columns side by side; more than these is a table. */
const MOST_COLUMNS = 4;

export interface PdfPageLines {
  readonly lines: PdfLine[];
  /** Where its first two columns part; undefined for one column. */
  readonly gutter: number | undefined;
}

/** Lines, column by column where the page has columns. `before`: where those of an earlier page part: a page of few lines has columns as that one has. */
export function toLines(pieces: readonly PdfPiece[], before?: number): PdfPageLines {
  const rows = toRows(pieces);
  const gutter = findGutter(rows) ?? (before !== undefined && partsAt(rows, before) ? before : undefined);
  return { lines: readRegion(rows, MOST_COLUMNS, gutter), gutter };
}

// --- rows and columns ---------------------------------------------------------------------------

/** Pieces on one base line, from the left. */
type Row = readonly PdfPiece[];

function toRows(pieces: readonly PdfPiece[]): Row[] {
  const sorted = pieces.toSorted((a, b) => b.y - a.y || a.x - b.x);
  const rows: PdfPiece[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    // Marks of notes and raised letters stand less than half a line higher.
    if (row && row[0]!.y - piece.y < Math.min(0.5 * Math.max(row[0]!.height, piece.height), 6)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(row => row.toSorted((a, b) => a.x - b.x));
}

function readRegion(rows: readonly Row[], columns: number, gutter = columns > 1 ? findGutter(rows) : undefined): PdfLine[] {
  if (gutter === undefined) return rows.map((row, i) => toLine(row, i === 0));
  const lines: PdfLine[] = [];
  let band: Row[] = [];
  const flush = () => {
    // The lines of two columns seldom stand at one height: each column has rows of its own, with the raised marks that belong to them.
    const left = toRows(band.flat().filter(piece => piece.x < gutter));
    const right = toRows(band.flat().filter(piece => piece.x >= gutter));
    lines.push(...readRegion(left, columns - 1), ...readRegion(right, columns - 1));
    band = [];
  };
  for (const row of rows) {
    // A headline over both columns parts what is above it from what is below.
    if (row.some(piece => piece.x < gutter && piece.x + piece.width > gutter + 1)) {
      flush();
      lines.push(toLine(row, true));
    } else band.push(row);
  }
  flush();
  return lines;
}

/** The middle of an upright strip that hardly any row crosses, with text of several lines on both sides. A table has such strips as well, but few letters in its cells. */
function findGutter(rows: readonly Row[]): number | undefined {
  if (rows.length < 6) return undefined;
  const left = Math.min(...rows.map(row => row[0]!.x));
  const right = Math.max(...rows.map(row => Math.max(...row.map(piece => piece.x + piece.width))));
  const width = Math.ceil(right - left);
  if (!(width > 100) || width > 5_000) return undefined;
  const covered = new Uint32Array(width + 1);
  for (const row of rows) {
    let done = 0;
    for (const piece of row) {
      const from = Math.max(done, Math.floor(piece.x - left));
      const to = Math.min(width, Math.ceil(piece.x + piece.width - left));
      for (let x = from; x < to; x++) covered[x]!++;
      done = Math.max(done, to);
    }
  }
  const height = median(rows.map(row => row[0]!.height));
  const allowed = Math.max(1, Math.floor(rows.length * 0.25));
  let best: { readonly at: number; readonly size: number } | undefined;
  for (let x = Math.floor(width * 0.12); x < width * 0.88; x++) {
    if (covered[x]! > allowed) continue;
    let end = x;
    while (end < width && covered[end]! <= allowed) end++;
    const size = end - x;
    if (size >= Math.max(6, height * 0.6) && (!best || size > best.size)) best = { at: left + x + size / 2, size };
    x = end;
  }
  if (!best) return undefined;
  const { at } = best;
  const sides = [(piece: PdfPiece) => piece.x + piece.width <= at + 1, (piece: PdfPiece) => piece.x >= at - 1];
  const texts = sides.map(side => rows.filter(row => row.every(piece => sides[0]!(piece) || sides[1]!(piece))).map(row => row.filter(side).map(piece => piece.text).join(' ')).filter(text => text !== ''));
  return texts.every(text => text.length >= 4 && median(text.map(line => line.length)) >= 18) ? at : undefined;
}

/** Has a page lines on both sides of a strip that hardly any of its rows crosses? Too few of them to tell where it is. */
function partsAt(rows: readonly Row[], at: number): boolean {
  const crossing = rows.filter(row => row.some(piece => piece.x < at - 1 && piece.x + piece.width > at + 1)).length;
  const sides = [rows.filter(row => row.some(piece => piece.x < at)).length, rows.filter(row => row.filter(piece => piece.x >= at).map(piece => piece.text).join(' ').length > LONGEST_CELL).length];
  return crossing <= Math.max(1, rows.length * 0.25) && sides.every(count => count > 0);
}

/** The cells of a table have fewer letters than a line of text. */
const LONGEST_CELL = 18;

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

// --- lines ----------------------------------------------------------------------------------------

function toLine(row: Row, first: boolean): PdfLine {
  const height = median(row.flatMap(piece => Array.from({ length: Math.min(20, piece.text.length) }, () => piece.height)));
  const base = row.find(piece => piece.height >= height * 0.95) ?? row[0]!;
  let text = '';
  let end: number | undefined;
  for (const piece of row) {
    const words = piece.text.replace(/\s+/g, ' ');
    const raised = piece.height < height * 0.8 && piece.y > base.y + height * 0.15;
    if (raised && text !== '' && /^[\s\d,*†‡]{1,6}$/.test(words) && /[\p{L}.,;:!?"”’)%\d]$/u.test(text)) {
      // The mark of a note is no part of the number or word before it; the 2 of km2 is of the unit.
      if (/\b[ckm]?m$/.test(text) && /^[23]$/.test(words.trim())) text += words.trim() === '2' ? '²' : '³';
      end = piece.x + piece.width;
      continue;
    }
    const gap = end === undefined ? 0 : piece.x - end;
    // Justified lines have wide blanks; the cells of a table stand further apart.
    if (gap > height * 1.8) text = `${text.trimEnd()}${CELL_GAP}${words.trimStart()}`;
    else if (gap > height * 0.15 && !text.endsWith(' ') && !words.startsWith(' ')) text += ` ${words}`;
    else text += words;
    end = piece.x + piece.width;
  }
  return { text: text.replace(/ {2,}/g, ' ').trim(), x: row[0]!.x, y: base.y, right: end ?? row[0]!.x, height, first };
}

// --- running heads ----------------------------------------------------------------------------------

interface Numbered {
  readonly line: PdfLine;
  /** By how much its number is greater than that of the page, and how high it stands. */
  readonly key: string;
}

/** Lines at the edges of pages that begin or end with a number as great as the page's, or greater by the same on several pages, at the same height; and what stands beside them. */
function pageNumbers(pages: readonly (readonly PdfLine[])[]): ReadonlySet<PdfLine> {
  const numbered = pages.map((lines, page) => edgesOf(lines).flatMap((line): Numbered[] => {
    const number = /^(\d{1,4})(?: \||$)/.exec(line.text)?.[1] ?? /\| (\d{1,4})$/.exec(line.text)?.[1];
    return number === undefined ? [] : [{ line, key: `${Number(number) - page} ${Math.round(line.y / 4)}` }];
  }));
  const counts = new Map<string, number>();
  for (const one of numbered) for (const key of new Set(one.map(({ key: k }) => k))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const found = new Set<PdfLine>();
  for (const [page, one] of numbered.entries()) {
    for (const { line, key } of one) {
      if (counts.get(key)! < Math.max(2, pages.length * 0.3)) continue;
      for (const other of edgesOf(pages[page]!)) if (Math.abs(other.y - line.y) < 2) found.add(other);
    }
  }
  return found;
}

/** As many lines at the top and the bottom of a page as may be its running head and number. */
const EDGE = 3;

/** Pages without what stands at the edge of many: title, date and number. */
export function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const counts = new Map<string, number>();
  for (const lines of pages) for (const key of new Set(edgesOf(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const numbers = pageNumbers(pages);
  // A number in the same place of two pages may be a cell of a table.
  const often = (key: string) => Math.max(/\p{L}/u.test(key) ? 2 : 3, Math.floor(pages.length * 0.3));
  return pages.map(lines => {
    const edges = new Set(edgesOf(lines).filter(line => (counts.get(keyOf(line)) ?? 0) >= often(keyOf(line)) || (pages.length > 1 && isPageNumber(line.text))));
    // What follows a page number at the head of a column begins the column.
    let first = false;
    return lines.flatMap(line => {
      first ||= line.first;
      if (edges.has(line) || numbers.has(line)) return [];
      const kept = { ...line, first };
      first = false;
      return [kept];
    });
  });
}

function edgesOf(lines: readonly PdfLine[]): PdfLine[] {
  const inOrder = lines.toSorted((a, b) => b.y - a.y);
  return [...new Set([...inOrder.slice(0, EDGE), ...inOrder.slice(-EDGE)])];
}

/** The same on every page, its number aside; at the same height, for a sentence may come twice. */
function keyOf({ text, y }: PdfLine): string {
  return `${Math.round(y / 4)} ${text.replace(/\d+/g, '#').toLowerCase()}`;
}

/** A number alone at the very edge is as often a cell of a table: it must stand like a page number. */
function isPageNumber(text: string): boolean {
  return /^(?:page|p\.?|seite)\s{0,2}\d{1,4}(?:\s{0,2}(?:of|\/)\s{0,2}\d{1,4})?$/i.test(text) || /^[-–—]\s?\d{1,4}\s?[-–—]$/.test(text) || /^\d{1,4}\s?(?:of|\/)\s?\d{1,4}$/i.test(text);
}

// --- paragraphs ---------------------------------------------------------------------------------------

/**
 * Lines of a page put together to paragraphs; the rows of a table stay lines. A word that was parted at the end of a line is put together,
 * without its hyphen unless `known` (the words of the document, in small letters) has it with one only.
 */
export function joinLines(lines: readonly PdfLine[], known: ReadonlySet<string>): string[] {
  const paragraphs: string[] = [];
  const spacing = median(lines.slice(1).map((line, i) => lines[i]!.y - line.y).filter(gap => gap > 0));
  const right = median(lines.map(line => line.right - line.x));
  let current = '';
  let before: PdfLine | undefined;
  for (const line of lines) {
    if (before === undefined || current === '') current = line.text;
    else if (endsParagraph(before, line, spacing, right)) {
      paragraphs.push(current);
      current = line.text;
    } else current = joinWords(current, line.text, known);
    before = line;
  }
  if (current !== '') paragraphs.push(current);
  return paragraphs;
}

function endsParagraph(before: PdfLine, line: PdfLine, spacing: number, width: number): boolean {
  if (before.text.includes(CELL_GAP) || line.text.includes(CELL_GAP)) return true;
  const ended = /[.!?:"”’)]$/.test(before.text);
  const goesOn = /^\p{Ll}/u.test(line.text) || /[-\u00ad,;]$/.test(before.text);
  // In the next column, or under a figure: what reads on goes on.
  if (line.first) return !goesOn;
  if (Math.abs(before.height - line.height) > before.height * 0.15) return true;
  if (before.y - line.y > spacing * 1.35 && !goesOn) return true;
  if (ended && (before.right - before.x < width * 0.85 || line.x - before.x > line.height * 0.7)) return true;
  // A list has no full stops.
  return /^(?:[•▪◦‣–—-]|\(?\d{1,2}[.)]|\([a-z]\))\s/.test(line.text) || (!ended && !goesOn && before.right - before.x < width * 0.6);
}

/** How the first paragraph of a page goes on from the last one before: what that one ends with, and what parts the two. Undefined where it begins something new. */
export function joinPages(before: string, after: string, known: ReadonlySet<string>): { readonly before: string; readonly gap: '' | ' ' } | undefined {
  if (before.includes(CELL_GAP) || after.includes(CELL_GAP) || /[.!?:"”’)]$/.test(before) || !(/^\p{Ll}/u.test(after) || /[-\u00ad,;]$/.test(before))) return undefined;
  const joined = joinWords(before, after, known);
  const head = joined.slice(0, joined.length - after.length);
  return { before: head.trimEnd(), gap: head.endsWith(' ') ? ' ' : '' };
}

function joinWords(before: string, after: string, known: ReadonlySet<string>): string {
  const parted = /(\p{L}+)[-\u00ad\u2010]$/u.exec(before.slice(-60));
  const rest = parted && /^(\p{Ll}+)/u.exec(after.slice(0, 60));
  if (parted && rest) {
    const withHyphen = known.has(`${parted[1]}-${rest[1]}`.toLowerCase()) && !known.has(`${parted[1]}${rest[1]}`.toLowerCase());
    return `${before.slice(0, -1)}${withHyphen ? '-' : ''}${after}`;
  }
  // "2024-" and "25": a range goes on.
  return /[\p{L}\p{N}][-\u2010/]$/u.test(before.slice(-2)) ? before + after : `${before} ${after}`;
}
