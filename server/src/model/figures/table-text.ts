// A table against the text: a sentence that speaks of a row and gives another number than its cell.
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import { toTokens } from '../../language/quantities/tokens.ts';
import type { Leaf } from '../../draft/draft.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { contradict, inTable } from './apart.ts';
import { groupBySentence } from './figures.ts';
import { sameThing } from './lexicon.ts';
import { digitSlip } from './digit-slips.ts';
import { SCALES } from './fact-lines.ts';
import { factConflicts } from './fact-text.ts';
import { readOtherCells } from './other-cells.ts';
import { stem } from './stem.ts';
import { cellHeads } from './tables.ts';
import { kinship } from './things.ts';

export interface TableConflict {
  /** The first of the two in the text. */
  readonly here: Figure;
  readonly there: Figure;
  /** As a clause: "the table gives another in the row “North”". */
  readonly why: string;
}

interface Cell {
  readonly figure: Figure;
  /** The words of the column's head, as stems. */
  readonly column: readonly string[];
  readonly years: readonly string[];
}

interface Row {
  readonly label: string;
  readonly words: readonly string[];
  readonly cells: Cell[];
}

/** Words that begin with as many of the same letters are of one root: "satisfied", "satisfaction". */
const ROOT = 6;
/** With more rows a table is data, and the text speaks of few of them. */
const MOST_ROWS = 200;

/** Each figure of the text at most once, with the cell that it should be. Rows are found by the words of their first cell: a sentence that holds those of several speaks of none of them alone. */
export function tableConflicts(analysis: Pick<Analysis, 'figures' | 'draft' | 'context'>): TableConflict[] {
  const found = rowConflicts(analysis);
  const paired = new Set(found.flatMap(({ here, there }) => [here, there]));
  return [...found, ...factConflicts(analysis).filter(({ here, there }) => !paired.has(here) && !paired.has(there))];
}

function rowConflicts({ figures, draft }: Pick<Analysis, 'figures' | 'draft'>): TableConflict[] {
  const rows = rowsOf(figures, cellHeads(draft));
  if (rows.length === 0 || rows.length > MOST_ROWS) return [];
  const byFirst = new Map<string, Row[]>();
  for (const row of rows) byFirst.set(row.words[0]!, [...(byFirst.get(row.words[0]!) ?? []), row]);
  const isOtherCell = readOtherCells({ figures, draft });
  const found: TableConflict[] = [];
  const bySentence = groupBySentence(figures);
  const known = new Map<string, { readonly words: ReadonlySet<string>; readonly row: Row | undefined; readonly others: readonly Row[] }>();
  for (const figure of figures) {
    if (inTable(figure) || !/^(?:level|total|share|part)$/.test(figure.kind) || !/^(?:count|number|percent|money)$/.test(figure.quantity.kind)) continue;
    const { text } = figure.sentence;
    let sentence = known.get(text);
    if (!sentence) {
      const words = new Set(wordsOf(text));
      const named = [...words].flatMap(word => byFirst.get(word) ?? []).filter(row => row.words.every(word => words.has(word))).toSorted((a, b) => b.words.length - a.words.length);
      // Of "Serious side effects" and "Patients" the one that says more is meant; of two that say as much, none.
      known.set(text, (sentence = { words, row: named[0]?.words.length === named[1]?.words.length ? undefined : named[0], others: named.slice(1) }));
    }
    // "the North has 14 and the Upper North 11"
    if (sentence.others.some(({ cells }) => cells.some(({ figure: other }) => other.quantity.value === figure.quantity.value))) continue;
    const cell = sentence.row && cellFor(figure, sentence.row, sentence.words, (bySentence.get(figure.sentence.index) ?? []).filter(other => other !== figure));
    if (!cell || isOtherCell(figure, cell)) continue;
    const [here, there] = cell.start < figure.start ? [cell, figure] : [figure, cell];
    found.push({ here, there, why: `the table gives another in the row “${sentence.row!.label}”` });
  }
  return found;
}

/** The cell that the figure contradicts. The words must tell the column; where they tell several, or the sentence has a date, the digits must show a slip. */
function cellFor(figure: Figure, row: Row, words: ReadonlySet<string>, neighbours: readonly Figure[]): Figure | undefined {
  const cells = row.cells.filter(cell => comparable(figure, cell.figure));
  // What agrees with any cell of the row is that cell.
  if (cells.length === 0 || row.cells.some(({ figure: { quantity: other } }) => other.value === figure.quantity.value || other.unit === null && SCALES.some(scale => Math.abs(other.value * scale - figure.quantity.value) <= figure.quantity.precision))) return undefined;
  const noun = figure.about?.head ?? '';
  const told = cells.filter(({ column }) => column.some(word => word === noun || words.has(word) || kinship(word, noun) >= 1.5 || (word.length >= ROOT && [...words].some(other => other.slice(0, ROOT) === word.slice(0, ROOT)))));
  const year = /^\d{4}/.exec(figure.asOf ?? '')?.[0];
  const fitting = told.filter(({ years }) => year === undefined || years.length === 0 || years.includes(year));
  // "Seats", "Seats in 2021": without a date the text speaks of the one that has none.
  const undated = fitting.filter(({ years }) => years.length === 0);
  const columns = year === undefined && undated.length > 0 ? undated : fitting;
  const slips = columns.filter(cell => slipOf(figure, cell.figure) >= ONE_DIGIT_OF_MANY);
  if (slips.length === 1) return slips[0]!.figure;
  // "struck 84 on the drug and 33 on placebo": the sentence gives the row's other cells, and this is a slip of the one that is left.
  const beside = row.cells.filter(({ figure: other }) => neighbours.some(({ quantity }) => quantity.value === other.quantity.value));
  const left = cells.filter(cell => !beside.includes(cell) && slipOf(figure, cell.figure) > 0);
  if (beside.length > 0 && left.length === 1) return left[0]!.figure;
  // No word tells the column, or the words tell several: digits that are swapped do.
  const swapped = (told.length === 0 ? cells : columns).filter(({ figure: cell, years }) => slipOf(figure, cell) >= SWAPPED && (year === undefined || years.length === 0 || years.includes(year)));
  if (swapped.length === 1) return swapped[0]!.figure;
  const [only] = columns;
  // A count of things must be what the column counts: "took 14 seats" beside "Seats".
  return columns.length === 1 && (!figure.date || figure.date.grain === 'day') && figure.quantity.bound === '=' && figure.clause?.scope.includes('if') !== true && noun !== '' && only!.column.includes(noun) ? only!.figure : undefined;
}

/** The weight of one digit in three that differs, and of two that are swapped. */
const ONE_DIGIT_OF_MANY = 2;
const SWAPPED = 2.5;

/** How surely the digits of the one are a slip of the other's. */
function slipOf(figure: Figure, cell: Figure): number {
  return digitSlip(figure.quantity, cell.quantity)?.points ?? 0;
}

function comparable(figure: Figure, cell: Figure): boolean {
  const [a, b] = [figure.quantity, cell.quantity];
  // "£1,240 a month" in the text, "£1,420" in the table
  if (a.kind === 'money' && b.kind === 'money' && a.unit !== b.unit) return a.unit?.split(' per ')[0] === b.unit?.split(' per ')[0] && contradict({ ...figure, quantity: { ...a, unit: b.unit } }, cell);
  if (a.kind === 'percent' || b.kind === 'percent' || a.kind === 'money' || b.kind === 'money') return a.unit === b.unit && contradict(figure, cell);
  return contradict({ ...figure, quantity: { ...a, unit: null, kind: 'number' } }, { ...cell, quantity: { ...b, unit: null, kind: 'number' } });
}

function rowsOf(figures: readonly Figure[], headsOf: ReturnType<typeof cellHeads>): Row[] {
  const rows = new Map<Leaf, Row>();
  for (const figure of figures) {
    const heads = inTable(figure) ? headsOf(figure.sentence.leaf) : undefined;
    if (!heads?.row || !heads.column) continue;
    let row = rows.get(heads.row);
    if (!row) {
      const label = heads.row.content.prose.trim();
      rows.set(heads.row, (row = { label, words: wordsOf(label), cells: [] }));
    }
    const column = heads.column.content.prose;
    row.cells.push({ figure, column: wordsOf(column), years: column.match(/\b(?:19|20)\d\d\b/g) ?? [] });
  }
  // "Total" and "All" are spoken of everywhere.
  return [...rows.values()].filter(({ words }) => words.length > 0 && !/^(?:total|all|average|overall|sum|mean)$/.test(words[0]!));
}

function wordsOf(text: string): string[] {
  return toTokens(text).filter(({ type, lower }) => type === 'word' && lower.length > 2 && !FUNCTION_WORDS.has(lower)).map(token => sameThing(stem(token)));
}
