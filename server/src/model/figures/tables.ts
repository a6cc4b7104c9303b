// Figures in tables: what they measure stands in the first cell of their row, when in the head of their column.
import type { Draft, Leaf } from '../../draft/draft.ts';
import { readHeadUnit, type HeadUnit } from '../../language/quantities.ts';

/** The head of the row and of the column of a body cell; undefined for any other leaf. */
export interface CellHeads {
  readonly row: Leaf | undefined;
  readonly column: Leaf | undefined;
  /** Every cell of the head row, by column. */
  readonly columns: ReadonlyMap<number, Leaf>;
  readonly columnIndex: number;
  /** The unit that the line above or below the table gives all its numbers: "Figures in £ million". */
  readonly caption: HeadUnit | undefined;
}

/** Looks up the heads of table cells of a draft. */
export function cellHeads(draft: Draft): (leaf: Leaf) => CellHeads | undefined {
  const tables = new Map<string, Table>();
  for (const leaf of draft.leaves) {
    const cell = cellOf(leaf);
    if (!cell) continue;
    const key = `${leaf.block.index} ${cell.table}`;
    let table = tables.get(key);
    if (!table) tables.set(key, (table = { columns: new Map(), labels: [new Map(), new Map()], first: leaf.index, last: leaf.index, labelColumn: undefined, caption: undefined }));
    table.last = leaf.index;
    if (cell.row === 0) table.columns.set(cell.column, leaf);
    else table.labels[cell.column]?.set(cell.row, leaf);
  }
  return leaf => {
    const cell = cellOf(leaf);
    const table = cell && tables.get(`${leaf.block.index} ${cell.table}`);
    if (!cell || !table || cell.row === 0 || cell.column === 0) return undefined;
    table.labelColumn ??= isRanked(table) ? 1 : 0;
    if (cell.column === table.labelColumn) return undefined;
    table.caption ??= { unit: captionUnit(draft.leaves[table.first - 1]) ?? captionUnit(draft.leaves[table.last + 1]) };
    return { row: table.labels[table.labelColumn].get(cell.row), column: table.columns.get(cell.column), columns: table.columns, columnIndex: cell.column, caption: table.caption.unit };
  };
}

interface Table {
  readonly columns: Map<number, Leaf>;
  /** The cells of the first two columns, by row. */
  readonly labels: readonly [Map<number, Leaf>, Map<number, Leaf>];
  /** Indices of leaves. */
  readonly first: number;
  last: number;
  labelColumn: 0 | 1 | undefined;
  caption: { readonly unit: HeadUnit | undefined } | undefined;
}

/** Does the first column only count the rows, so that the second names them: "1 | North | 31"? */
function isRanked({ labels: [first, second] }: Table): boolean {
  return first.size > 1 && [...first.values()].every(({ content }, i) => content.prose.trim().replace(/[.)=]$/, '') === String(i + 1)) && [...second.values()].every(({ content }) => /\p{L}{2}/u.test(content.prose));
}

/** A line by a table that is longer speaks of more than its unit. */
const LONGEST_CAPTION = 120;

/** "Figures in £ million", "Budget by service (£m)", "All amounts in thousands of euros" */
function captionUnit(leaf: Leaf | undefined): HeadUnit | undefined {
  if (!leaf || cellOf(leaf) || leaf.content.prose.length > LONGEST_CAPTION) return undefined;
  const { prose } = leaf.content;
  const said = /\b(?:figures|amounts|numbers|values|sums|prices|totals|all|data)\b[^.;:]{0,20}\b(?:in|are) ([^.;,()]{1,40})/i.exec(prose)?.[1] ?? /^in ([^.;,()]{1,40})\.?$/i.exec(prose)?.[1] ?? /[(,]\s*(?:in )?([^(),]{1,30})\)?[.:]?\s*$/i.exec(prose)?.[1] ?? (prose.length < 20 ? prose : undefined);
  const unit = said === undefined ? undefined : readHeadUnit(said.trim());
  return unit && (unit.kind === 'money' || unit.unit === null) ? unit : undefined;
}

function cellOf(leaf: Leaf) {
  return leaf.content.containers.find(container => container.kind === 'table');
}
