// The rows of a table of a web page, as its cells come: heads of several rows put together, cells that reach over rows and columns put in each of them.
import { CELL_GAP } from './text-builder.ts';

const MOST_CELLS = 200;
/** More rows of heads than this are no head. */
const MOST_HEADS = 3;

/** A cell that is open: over how many columns and rows it reaches, and whether it is a head. */
export interface OpenCell {
  readonly columns: number;
  readonly rows: number;
  readonly head: boolean;
}

export class HtmlTable {
  cell: OpenCell | undefined;
  /** Does it lay out the page, so that its cells are no figures of rows? */
  layout = false;
  readonly #emit: (text: string, row?: number) => void;
  #row = 0;
  #cells: string[] = [];
  /** Has the row at hand heads alone? */
  #heads = true;
  /** Which of its cells reach over how many columns. */
  readonly #reaching = new Map<number, number>();
  /** Cells that reach down from rows above, by column. */
  readonly #spanning = new Map<number, { readonly text: string; rows: number }>();
  /** Rows of heads that stand above all others, with each head in every column that it reaches over; they become one row. */
  readonly #head: string[][] = [];

  /** `emit` takes the words of a row and its number, from 1; without a number those of a row that is one cell. */
  constructor(emit: (text: string, row?: number) => void) {
    this.#emit = emit;
  }

  /** Has the row at hand no words yet? */
  get isEmpty(): boolean {
    return this.#cells.every(cell => cell === '');
  }

  layOut(): void {
    this.layout = true;
    this.#leaveHead();
    for (const cell of this.#cells.splice(0)) if (cell !== '') this.#emit(cell);
  }

  closeCell(text: string): void {
    if (!this.cell) return;
    const { columns, rows, head } = this.cell;
    this.cell = undefined;
    this.#fillSpans();
    const at = this.#cells.length;
    if (at >= MOST_CELLS) return;
    if (rows > 1) this.#spanning.set(at, { text, rows: rows - 1 });
    if (columns > 1) this.#reaching.set(at, columns);
    if (text !== '' && !head) this.#heads = false;
    this.#cells.push(text, ...Array.from({ length: columns - 1 }, () => ''));
  }

  closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#fillSpans();
    const cells = this.#cells;
    this.#cells = [];
    if (this.#heads && this.#row === this.#head.length && this.#row < MOST_HEADS && this.#isStacked(cells)) {
      for (const [at, columns] of this.#reaching) cells.fill(cells[at]!, at, at + columns);
      this.#head.push(cells);
      this.#row++;
    } else {
      if (this.#heads) this.#leaveHead();
      else this.#joinHead();
      this.#emitRow(cells);
    }
    this.#heads = true;
    this.#reaching.clear();
  }

  /** To be called after its last row. */
  end(): void {
    this.#leaveHead();
  }

  /** A head that reaches over the whole width is a title. */
  #isStacked(cells: readonly string[]): boolean {
    return cells.length > 1 && this.#reaching.get(0) !== cells.length && cells.some(cell => cell !== '');
  }

  #fillSpans(): void {
    for (let span = this.#spanning.get(this.#cells.length); span; span = this.#spanning.get(this.#cells.length)) {
      if (--span.rows <= 0) this.#spanning.delete(this.#cells.length);
      this.#cells.push(span.text);
    }
  }

  /** “Ships” above “2023” and “2024” is “Ships 2023” and “Ships 2024”. */
  #joinHead(): void {
    const rows = this.#head.splice(0);
    if (rows.length === 0) return;
    this.#row--;
    const width = Math.max(...rows.map(row => row.length));
    this.#emitRow(Array.from({ length: width }, (_, i) => [...new Set(rows.map(row => row[i] ?? ''))].filter(cell => cell !== '').join(' ')));
  }

  /** Rows of heads above nothing are rows as others. */
  #leaveHead(): void {
    const rows = this.#head.splice(0);
    this.#row -= rows.length;
    for (const row of rows) this.#emitRow(row);
  }

  #emitRow(cells: readonly string[]): void {
    const filled = cells.filter(cell => cell !== '');
    if (filled.length === 0) return;
    this.#row++;
    if (filled.length === 1) this.#emit(filled[0]!);
    else this.#emit(cells.map(cell => cell.replaceAll(CELL_GAP, ' / ')).join(CELL_GAP).trimEnd(), this.#row);
  }
}
