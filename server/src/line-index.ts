// The one conversion between offsets and lines and columns, in both directions.
import type { Span } from './span.ts';

/** A place in a text: line and column count from 1, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The lines of a text. A line ends at `\r\n`, `\n` or a lone `\r`, as in the Language Server Protocol; a byte-order mark is a character of the first line.
 * Built in linear time, asked in logarithmic time.
 */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === LF || (unit === CR && text.charCodeAt(i + 1) !== LF)) this.#starts.push(i + 1);
    }
  }

  /** At least 1: an empty text has one empty line, a text that ends in a line break an empty last one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The line (from 1) that holds the offset. Offsets outside the text count as its start or end. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Line and column of an offset. One outside the text counts as its start or end; one inside a line break as the end of the line before it. */
  toPosition(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineAt(inside);
    const span = this.lineSpan(line);
    return { line, column: Math.min(inside, span.end) - span.start + 1 };
  }

  /** The offset of a place. A column beyond the line counts as the line's end, a line beyond the text as the text's end. */
  toOffset(position: Position): number {
    if (position.line < 1) return 0;
    if (position.line > this.lineCount) return this.#text.length;
    const span = this.lineSpan(position.line);
    return Math.max(span.start, Math.min(span.start + position.column - 1, span.end));
  }

  /** The line (from 1) without its line break; a line that is not there is empty, at the end of the text. */
  lineSpan(line: number): Span {
    const start = this.#starts[line - 1];
    if (start === undefined) return { start: this.#text.length, end: this.#text.length };
    let end = this.#starts[line] ?? this.#text.length;
    if (end > start && this.#text.charCodeAt(end - 1) === LF && line < this.lineCount) end--;
    if (end > start && this.#text.charCodeAt(end - 1) === CR && line < this.lineCount) end--;
    return { start, end };
  }

  /** From the start of the first line that the span touches to the end of its last line, its line break included. */
  wholeLines(span: Span): Span {
    const last = this.lineAt(Math.max(span.start, span.end > span.start ? span.end - 1 : span.end));
    return { start: this.#starts[this.lineAt(span.start) - 1]!, end: this.#starts[last] ?? this.#text.length };
  }

  lineText(line: number): string {
    const span = this.lineSpan(line);
    return this.#text.slice(span.start, span.end);
  }
}

const LF = 10;
const CR = 13;
