// Results that a table states: a column of changes, a row or a column of totals.
import type { Leaf } from '../../draft/draft.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { apart, change, share, sum, type Reckoning } from './reckonings.ts';
import { isReckonable } from './rounding.ts';

interface Table {
  /** Row, then column; the head is row 0. */
  readonly cells: Map<number, Map<number, Leaf>>;
  columns: number;
}

/** What the tables of a draft state of their own numbers. */
export function tableReckonings({ draft, figures }: Analysis): Reckoning[] {
  const byLeaf = new Map<Leaf, Figure[]>();
  for (const figure of figures) {
    if (!cellOf(figure.sentence.leaf)) continue;
    const list = byLeaf.get(figure.sentence.leaf);
    if (list) list.push(figure);
    else byLeaf.set(figure.sentence.leaf, [figure]);
  }
  if (byLeaf.size < 3) return [];
  const tables = new Map<string, Table>();
  for (const leaf of draft.leaves) {
    const cell = cellOf(leaf);
    if (!cell) continue;
    const key = `${leaf.block.index} ${cell.table}`;
    let table = tables.get(key);
    if (!table) tables.set(key, (table = { cells: new Map(), columns: 0 }));
    const row = table.cells.get(cell.row);
    if (row) row.set(cell.column, leaf);
    else table.cells.set(cell.row, new Map([[cell.column, leaf]]));
    table.columns = Math.max(table.columns, cell.column + 1);
  }
  return [...tables.values()].flatMap(table => {
    // A cell that holds more than its figure is no number of a column.
    const at = (row: number, column: number): Figure | undefined => {
      const leaf = table.cells.get(row)?.get(column);
      const own = leaf && byLeaf.get(leaf);
      return own?.length === 1 && isReckonable(own[0]!) && own[0]!.quantity.bound === '=' ? own[0] : undefined;
    };
    const head = (row: number, column: number) => table.cells.get(row)?.get(column)?.content.prose.trim() ?? '';
    const shares = [...sharesIn(table, at, head), ...rowShares(table, at)];
    // A wrong share makes its column's total wrong: one fault.
    const totals = totalRow(table, at, head).filter(({ from }) => !shares.some(({ fits, stated }) => !fits && from.includes(stated)));
    return [...changesIn(table, at, head), ...differencesIn(table, at, head), ...shares, ...totals, ...totalColumn(table, at, head), ...sumColumn(table, at, head)];
  });
}

type At = (row: number, column: number) => Figure | undefined;
type Head = (row: number, column: number) => string;

const CHANGE = /^(?:%\s*)?(?:percent(?:age)? |per cent )?change(?:\s*[(,]?\s*(?:%|in %|percent|per cent)\)?)?$|^growth(?:\s*\(?%\)?)?$/i;
const TOTAL = /^(?:grand |overall |sub-?)?totals?$|^all$|^sum$|^altogether$/i;

/** Each change against the two columns of figures before it; which of the two is the older their years say. */
function changesIn(table: Table, at: At, head: Head): Reckoning[] {
  const found: Reckoning[] = [];
  for (let column = 3; column < table.columns; column++) {
    if (!CHANGE.test(head(0, column))) continue;
    const [left, right] = [/\b(\d{4})\b/.exec(head(0, column - 2))?.[1], /\b(\d{4})\b/.exec(head(0, column - 1))?.[1]];
    for (const row of table.cells.keys()) {
      const [one, other, stated] = [at(row, column - 2), at(row, column - 1), at(row, column)];
      if (!one || !other || stated?.quantity.unit !== 'percent' || one.quantity.kind === 'percent') continue;
      const options = [...(left !== undefined && right !== undefined && left < right ? [] : [change(other, one, stated)]), ...(left !== undefined && right !== undefined && left > right ? [] : [change(one, other, stated)])].filter(option => option !== undefined);
      const fit = options.find(option => option.fits) ?? options[0];
      if (fit) found.push(fit);
    }
  }
  return found;
}

const DIFFERENCE = /\b(?:increase|rise|change|difference|gain|loss|saving|cut|drop|fall|extra|more|less|gap|margin|up|down)s?\b|^\+(?:\/[-–−])?$|[±Δ]/i;

/** A column of differences: in most rows that between the two columns before it. */
function differencesIn(table: Table, at: At, head: Head): Reckoning[] {
  const rows = [...table.cells.keys()].filter(row => row > 0);
  return Array.from({ length: Math.max(0, table.columns - 3) }, (_, i) => i + 3).flatMap(column => {
    if (!DIFFERENCE.test(head(0, column))) return [];
    const found = rows.flatMap(row => {
      const [one, other, stated] = [at(row, column - 2), at(row, column - 1), at(row, column)];
      return one && other && stated && stated.quantity.kind !== 'percent' ? apart(one, other, stated) ?? [] : [];
    });
    const wrong = found.filter(({ fits }) => !fits);
    return found.length > 2 && wrong.length * 3 <= found.length ? found : [];
  });
}

/** The last row, where it is a total: in every column the sum of the rows above. */
function totalRow(table: Table, at: At, head: Head): Reckoning[] {
  const rows = [...table.cells.keys()].filter(row => row > 0).toSorted((a, b) => a - b);
  const last = rows.at(-1);
  if (last === undefined || rows.length < 3 || rows.slice(0, -1).some(row => TOTAL.test(head(row, 0)) || PART.test(head(row, 0)))) return [];
  const found = Array.from({ length: table.columns - 1 }, (_, i) => i + 1).flatMap(column => {
    if (CHANGE.test(head(0, column)) || NO_SUM.test(head(0, column))) return [];
    const parts = rows.slice(0, -1).map(row => at(row, column));
    return summed(parts, at(last, column));
  });
  // "The company", "All regions": that the last row is a total its other columns show.
  const right = found.filter(({ fits }) => fits).length;
  return TOTAL.test(head(last, 0)) || (rows.length > 3 && right > 0 && right >= found.length - 1 && found.every(({ fits, computed, stated }) => fits || Math.abs(computed - stated.quantity.value) <= 0.12 * stated.quantity.value)) ? found : [];
}

const SHARE = /^(?:%|share|percent(?:age)?|per cent|pct\.?)(?:\s*\(?%\)?)?$|^(?:%|share|percent(?:age)?|per cent) of (?:the )?(?:total|votes?|all)$/i;

/** A column of shares beside one of numbers: each number's share of the column's total, given or not. Where most of them are shares of it, the others should be. */
function sharesIn(table: Table, at: At, head: Head): Reckoning[] {
  const rows = [...table.cells.keys()].filter(row => row > 0).toSorted((a, b) => a - b);
  const last = rows.at(-1)!;
  const total = TOTAL.test(head(last, 0));
  const members = total ? rows.slice(0, -1) : rows;
  return Array.from({ length: Math.max(0, table.columns - 2) }, (_, i) => i + 2).flatMap(column => {
    if (!SHARE.test(head(0, column))) return [];
    const parts = members.map(row => at(row, column - 1));
    const all = total ? at(last, column) : undefined;
    // A column whose shares make something else than a hundred holds other shares.
    if (all && (all.quantity.unit !== 'percent' || all.quantity.value !== 100)) return [];
    const whole = total ? at(last, column - 1)?.quantity.value : parts.every(part => part !== undefined) && parts.length > 2 ? parts.reduce((n, part) => n + part!.quantity.value, 0) : undefined;
    const example = total ? at(last, column - 1) : parts[0];
    if (whole === undefined || !example) return [];
    const found = members.flatMap((row, k) => {
      const [part, stated] = [parts[k], at(row, column)];
      const of = total ? example : { ...example, quantity: { ...example.quantity, value: whole } };
      const reckoning = part && stated?.quantity.unit === 'percent' ? share(part, of, stated, stated) : undefined;
      return reckoning ? [total ? reckoning : { ...reckoning, from: [part!] }] : [];
    });
    const right = found.filter(({ fits }) => fits).length;
    return all || right > 2 || (right === 2 && found.length === 3) ? found : [];
  });
}

/** A column of percentages that in most rows are the share which one column before it is of another: "Wrote", "Passed", "Pass rate". */
function rowShares(table: Table, at: At): Reckoning[] {
  const rows = [...table.cells.keys()].filter(row => row > 0);
  const number = (row: number, column: number): Figure | undefined => {
    const figure = at(row, column);
    return figure && /^(?:count|number|money)$/.test(figure.quantity.kind) ? { ...figure, quantity: { ...figure.quantity, unit: null, kind: 'number' } } : undefined;
  };
  return Array.from({ length: Math.max(0, table.columns - 3) }, (_, i) => i + 3).flatMap(column => {
    const before = Array.from({ length: column - 1 }, (_, i) => i + 1);
    const options = before.flatMap(part => before.filter(whole => whole !== part).map(whole => rows.flatMap(row => {
      const [one, all, stated] = [number(row, part), number(row, whole), at(row, column)];
      return one && all && stated?.quantity.unit === 'percent' && one.quantity.value <= all.quantity.value ? share(one, all, stated, stated) ?? [] : [];
    })));
    const right = (found: readonly Reckoning[]) => found.filter(({ fits }) => fits).length;
    const best = options.toSorted((a, b) => right(b) - right(a))[0] ?? [];
    return right(best) > 1 && right(best) * 3 >= best.length * 2 ? best : [];
  });
}

/** The column headed "Total": in every row the sum of the columns before it. */
function totalColumn(table: Table, at: At, head: Head): Reckoning[] {
  const last = table.columns - 1;
  if (last < 3 || !TOTAL.test(head(0, last))) return [];
  const columns = Array.from({ length: last - 1 }, (_, i) => i + 1);
  if (columns.some(column => CHANGE.test(head(0, column)) || NO_SUM.test(head(0, column)))) return [];
  return [...table.cells.keys()].filter(row => row > 0 && !NO_SUM.test(head(row, 0))).flatMap(row => summed(columns.map(column => at(row, column)), at(row, last)));
}

/** A last column that is the sum of those before it in every row but one: "Points" behind the rounds. */
function sumColumn(table: Table, at: At, head: Head): Reckoning[] {
  const last = table.columns - 1;
  if (last < 3 || TOTAL.test(head(0, last)) || CHANGE.test(head(0, last)) || NO_SUM.test(head(0, last))) return [];
  const rows = [...table.cells.keys()].filter(row => row > 0);
  for (let first = 1; first <= last - 2; first++) {
    const columns = Array.from({ length: last - first }, (_, i) => first + i);
    const found = rows.flatMap(row => summed(columns.map(column => at(row, column)), at(row, last)));
    const wrong = found.filter(({ fits }) => !fits);
    if (found.length > 3 && found.length >= rows.length - 1 && wrong.length === 1) return wrong;
  }
  return [];
}

/** Heads of what does not add up: averages, rates, ranks. */
const NO_SUM = /\b(?:average|avg|mean|median|rate|rank|price|per|ratio|index|age|year|difference|change|growth|margin)\b/i;
/** Rows that are parts of another row: "of which abroad". */
const PART = /^(?:of which|including|thereof|incl)\b|^[-–—•]/i;

function summed(parts: readonly (Figure | undefined)[], stated: Figure | undefined): Reckoning[] {
  const known = parts.filter(part => part !== undefined);
  if (!stated || known.length !== parts.length || known.length < 2) return [];
  const found = sum(known, stated);
  // Far off, the total is of more than the table shows.
  return found && (found.fits || Math.abs(found.computed - stated.quantity.value) <= 0.5 * stated.quantity.value) ? [found] : [];
}

function cellOf(leaf: Leaf) {
  return leaf.content.containers.find(container => container.kind === 'table');
}
