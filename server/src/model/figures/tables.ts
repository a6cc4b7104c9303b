// Figures in tables: what they measure stands in the first cell of their row, when in the head of their column.
import type { Draft, Leaf } from '../../draft/draft.ts';

/** The head of the row and of the column of a body cell; undefined for any other leaf. */
export interface CellHeads {
  readonly row: Leaf | undefined;
  readonly column: Leaf | undefined;
  /** Every cell of the head row, by column. */
  readonly columns: ReadonlyMap<number, Leaf>;
  readonly columnIndex: number;
}

/** Looks up the heads of table cells of a draft. */
export function cellHeads(draft: Draft): (leaf: Leaf) => CellHeads | undefined {
  const tables = new Map<string, { readonly columns: Map<number, Leaf>; readonly rows: Map<number, Leaf> }>();
  for (const leaf of draft.leaves) {
    const cell = cellOf(leaf);
    if (!cell) continue;
    const key = `${leaf.block.index} ${cell.table}`;
    let table = tables.get(key);
    if (!table) tables.set(key, (table = { columns: new Map(), rows: new Map() }));
    if (cell.row === 0) table.columns.set(cell.column, leaf);
    else if (cell.column === 0) table.rows.set(cell.row, leaf);
  }
  return leaf => {
    const cell = cellOf(leaf);
    const table = cell && tables.get(`${leaf.block.index} ${cell.table}`);
    if (!cell || !table || cell.row === 0 || cell.column === 0) return undefined;
    return { row: table.rows.get(cell.row), column: table.columns.get(cell.column), columns: table.columns, columnIndex: cell.column };
  };
}

function cellOf(leaf: Leaf) {
  return leaf.content.containers.find(container => container.kind === 'table');
}
