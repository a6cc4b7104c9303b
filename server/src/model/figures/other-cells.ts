// Whose the number of a sentence is, where a table or list holds it too: that of another cell than the one that it seems to contradict.
import type { Leaf } from '../../draft/draft.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { inTable } from './apart.ts';
import { labelOf, wordsOf } from './fact-lines.ts';
import { sameThing } from './lexicon.ts';
import { cellHeads } from './tables.ts';

/** As far before a sentence, in characters, it is told whom its "they" means. */
const BEFORE = 200;

interface Cell {
  readonly figure: Figure;
  readonly row: Leaf;
  readonly column: Leaf | undefined;
}

/**
 * Tells of a figure of the text and one of a table or a labelled line whether the draft itself shows that they are two things:
 * another cell of the row has the text's number, or another of the column whose row is spoken of there; what the sentence is about is another row; or the line's label heads several lines.
 * Either may be the first; false where neither or both stand in tables and lists.
 */
export function readOtherCells(analysis: Pick<Analysis, 'figures' | 'draft'>): (here: Figure, there: Figure) => boolean {
  // Read when first asked: few drafts have anything to ask about.
  let isOther: ReturnType<typeof readTables> | undefined;
  return (here, there) => (isOther ??= readTables(analysis))(here, there);
}

function readTables({ figures, draft }: Pick<Analysis, 'figures' | 'draft'>): (here: Figure, there: Figure) => boolean {
  const headsOf = cellHeads(draft);
  const cells = new Map<Figure, Cell>();
  const byRow = new Map<Leaf, Cell[]>();
  const byColumn = new Map<Leaf, Cell[]>();
  const rowsOfBlock = new Map<number, Set<Leaf>>();
  const labels = new Map<Figure, string>();
  const lines = new Map<string, Set<Leaf>>();
  for (const figure of figures) {
    if (!inTable(figure)) {
      const label = labelOf(figure)?.trim().toLowerCase();
      if (label === undefined) continue;
      labels.set(figure, label);
      lines.set(label, (lines.get(label) ?? new Set()).add(figure.sentence.leaf));
      continue;
    }
    const heads = headsOf(figure.sentence.leaf);
    if (!heads?.row) continue;
    const cell = { figure, row: heads.row, column: heads.column };
    cells.set(figure, cell);
    append(byRow, cell.row, cell);
    if (cell.column) append(byColumn, cell.column, cell);
    rowsOfBlock.set(cell.row.block.index, (rowsOfBlock.get(cell.row.block.index) ?? new Set()).add(cell.row));
  }
  const wordsOfRow = (row: Leaf) => wordsOf(row.content.prose);

  function isOther(figure: Figure, cell: Cell): boolean {
    const has = (other: Cell) => other !== cell && other.figure.quantity.value === figure.quantity.value && (other.figure.quantity.unit === null || other.figure.quantity.unit === figure.quantity.unit);
    if (byRow.get(cell.row)?.some(has)) return true;
    const own = wordsOfRow(cell.row);
    const { leaf, prose } = figure.sentence;
    const others = cell.column ? (byColumn.get(cell.column) ?? []).filter(has) : [];
    if (others.length > 0) {
      const around = new Set(wordsOf(leaf.content.prose.slice(Math.max(0, prose.start - BEFORE), prose.end)));
      if (others.some(({ row }) => wordsOfRow(row).some(word => !own.includes(word) && around.has(word)))) return true;
    }
    // "Sales at older stores grew by 3 percent": what grew is another row than "Stores".
    const subject = (figure.clause?.subject ?? []).map(sameThing);
    if (subject.length === 0 || subject.some(word => own.includes(word))) return false;
    return [...rowsOfBlock.get(cell.row.block.index) ?? []].some(row => row !== cell.row && wordsOfRow(row).some(word => subject.includes(word)));
  }

  return (here, there) => {
    for (const [one, other] of [[here, there], [there, here]] as const) {
      const cell = cells.get(other);
      if (cell && !cells.has(one) && isOther(one, cell)) return true;
      // "Price" of each of five hotels is no key to one of them.
      const label = labels.get(other);
      if (label !== undefined && (lines.get(label)?.size ?? 0) > 1) return true;
    }
    return false;
  };
}

function append(map: Map<Leaf, Cell[]>, key: Leaf, cell: Cell): void {
  const list = map.get(key);
  if (list) list.push(cell);
  else map.set(key, [cell]);
}
