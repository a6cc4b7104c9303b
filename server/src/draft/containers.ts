// What encloses the leaf that is being read: lists, quotes, tables, footnotes.
import type { Span } from '../span.ts';
import type { Container } from './draft.ts';

export interface OpenFootnote {
  readonly kind: 'footnote';
  readonly start: number;
  readonly firstLeaf: number;
  label: string;
  labelSpan: Span;
  /** Has no leaf been read yet? What cites a source stands at its start. */
  fresh: boolean;
}

type OpenList = { kind: 'list'; ordered: boolean; list: number; item: number };
type OpenTable = { kind: 'table'; row: number; column: number; table: number };
type Open = OpenList | OpenTable | { kind: 'quote' } | OpenFootnote;

/** The open containers of a block, as its tokens come; lists and tables are counted through the block. */
export class OpenContainers {
  readonly #open: Open[] = [];
  #lists = 0;
  #tables = 0;

  openQuote(): void {
    this.#open.push({ kind: 'quote' });
  }

  openList(ordered: boolean): void {
    this.#open.push({ kind: 'list', ordered, list: this.#lists++, item: -1 });
  }

  nextItem(): void {
    const list = this.#open.findLast(c => c.kind === 'list');
    if (list) list.item++;
  }

  openTable(): void {
    this.#open.push({ kind: 'table', row: -1, column: -1, table: this.#tables++ });
  }

  nextRow(): void {
    const table = this.#open.at(-1);
    if (table?.kind !== 'table') return;
    table.row++;
    table.column = -1;
  }

  nextCell(): void {
    const table = this.#open.at(-1);
    if (table?.kind === 'table') table.column++;
  }

  openFootnote(start: number, firstLeaf: number): void {
    this.#open.push({ kind: 'footnote', label: '', fresh: true, start, labelSpan: { start, end: start }, firstLeaf });
  }

  /** The footnote whose definition is the innermost container. */
  get footnote(): OpenFootnote | undefined {
    const last = this.#open.at(-1);
    return last?.kind === 'footnote' ? last : undefined;
  }

  close(): void {
    this.#open.pop();
  }

  /** As they are now, outermost first. */
  toContainers(): Container[] {
    return this.#open.map(container => (container.kind === 'footnote' ? { kind: 'footnote', label: container.label } : { ...container }));
  }
}
