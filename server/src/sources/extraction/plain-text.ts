// Plain text and Markdown: the words as they stand, by page where the text has form feeds, by time where its lines begin with one, else by paragraph.
import type { SourceText } from '../source-text.ts';
import { CELL_GAP, cleanWords, TextBuilder } from './text-builder.ts';

export function readPlainText(text: string): SourceText {
  const builder = new TextBuilder();
  const pages = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').split('\f');
  const timed = isTimed(text);
  let paragraph = 0;
  let time: string | undefined;
  for (const [i, page] of pages.entries()) {
    for (const block of page.split(/\n[^\S\n]*\n[^\S\n]*(?:\n\s*)?/)) {
      for (const { lines, table } of partsOf(block, timed)) {
        const stamp = timed ? TIME.exec(lines[0]!) : undefined;
        if (stamp) time = clockOf(stamp);
        const words = table ? lines.map(line => cellsOf(line).join(CELL_GAP)).join('\n') : cleanWords(lines.join('\n').slice(stamp?.[0].length ?? 0));
        if (words === '') continue;
        paragraph++;
        builder.add(words, time ?? (pages.length > 1 ? `p. ${i + 1}` : `para. ${paragraph}`));
        if (builder.isFull) return builder.build('text');
      }
    }
  }
  return builder.build('text');
}

/** The time at which somebody begins to speak, as transcripts have it: `[00:12:31]`, `(12:31)`, `00:12:31`. */
const TIME = /^[^\S\n]{0,20}(?:\[(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?\]|\((?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?\)|(\d{1,2}):(\d{2}):(\d{2})(?:[.,]\d{1,3})?(?=\s|$))/;
/** A text with fewer lines that begin with a time is a programme or a diary. */
const FEWEST_TIMES = 3;

/** `00:12:31` */
function clockOf([, ...parts]: RegExpExecArray): string {
  const at = parts.findIndex((part, i) => i % 3 === 1 && part !== undefined);
  return [parts[at - 1] ?? '0', parts[at]!, parts[at + 1]!].map(part => part.padStart(2, '0')).join(':');
}

function isTimed(text: string): boolean {
  let found = 0;
  for (const line of text.split('\n', MOST_LINES)) if (TIME.test(line) && ++found >= FEWEST_TIMES) return true;
  return false;
}

const MOST_LINES = 5_000;

interface Part {
  readonly lines: readonly string[];
  readonly table: boolean;
}

/** What stands between two empty lines: tables set with blanks, paragraphs that are set in, turns of a talk. */
function partsOf(block: string, timed: boolean): Part[] {
  const lines = block.split('\n');
  const parts: Part[] = [];
  let from = 0;
  const close = (to: number) => {
    if (to > from) parts.push({ lines: lines.slice(from, to), table: false });
    from = to;
  };
  let looked = 0;
  for (let i = 0; i < lines.length; i++) {
    if (i >= looked) {
      const { end, table } = rowsFrom(lines, i);
      looked = end;
      if (table) {
        close(i);
        parts.push({ lines: lines.slice(i, end), table });
        from = end;
      }
    }
    if (i < from) continue;
    if ((timed && TIME.test(lines[i]!)) || (i > from && isSetIn(lines[i - 1]!, lines[i]!))) close(i);
  }
  close(lines.length);
  return parts;
}

/** Does a paragraph begin here without an empty line before it? */
function isSetIn(before: string, line: string): boolean {
  return indentOf(line) >= 2 && indentOf(before) < indentOf(line) && /[.!?:]["”’)]?\s*$/.test(before.slice(-40));
}

function indentOf(line: string): number {
  return /^\s*/.exec(line)![0].length;
}

/** As few rows as make a table, and the longest that one of their cells may be, the first aside. */
const FEWEST_ROWS = 3;
const LONGEST_CELL = 24;
const LONGEST_ROW = 300;

/** The lines from this one on that have as many cells as it, parted by blanks or tabs; a table where there are some and most have figures. */
function rowsFrom(lines: readonly string[], from: number): { readonly end: number; readonly table: boolean } {
  const columns = cellsOf(lines[from]!).length;
  if (columns < 2) return { end: from + 1, table: false };
  let end = from;
  let withFigures = 0;
  for (; end < lines.length; end++) {
    const [, ...cells] = cellsOf(lines[end]!);
    if (cells.length !== columns - 1 || cells.some(cell => cell.length > LONGEST_CELL)) break;
    if (cells.some(cell => /\d/.test(cell))) withFigures++;
  }
  return { end: Math.max(end, from + 1), table: end - from >= FEWEST_ROWS && withFigures * 2 > end - from };
}

function cellsOf(line: string): string[] {
  return line.length > LONGEST_ROW ? [line] : line.trim().split(/[^\S\t]{2,}|[^\S\t]*\t\s*/).map(cleanWords);
}
