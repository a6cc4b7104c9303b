// Facts: numbers that stand beside their label, in a table ("| Length | 7.2 km |") or on a line of a fact box ("Length: 7.2 km").
import type { Draft, Leaf } from '../../draft/draft.ts';
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import { readHeadUnit, type HeadUnit } from '../../language/quantities.ts';
import { toTokens } from '../../language/quantities/tokens.ts';
import type { Figure } from '../analysis.ts';
import { inTable } from './apart.ts';
import { isCalendarWord, sameThing } from './lexicon.ts';
import { stem } from './stem.ts';
import { cellHeads, type CellHeads } from './tables.ts';

/** A number and the label that says what it is. */
export interface Fact {
  readonly figure: Figure;
  readonly label: string;
  /** The words of the label that say something, as stems. */
  readonly words: readonly string[];
  /** Those of the column's head; none where the table has one column of numbers. */
  readonly column: readonly string[];
  readonly head: Leaf | undefined;
  /** The money in which the table counts but where a row's label says otherwise. */
  readonly money: HeadUnit | undefined;
  readonly years: readonly string[];
  /** Has its row or line no other number? */
  readonly alone: boolean;
  /** Is it the only one of its row in its unit, so that no head need tell which? */
  readonly unique: boolean;
  /** Is it of the last of the years that stand in the heads of its row? */
  readonly newest: boolean;
  /** The facts of one row or line. */
  readonly row: Leaf;
  readonly place: 'row' | 'line';
}

/** Of tables whose scale stands nowhere: thousands, lakh, millions, crore, billions. */
export const SCALES = [1e3, 1e5, 1e6, 1e7, 1e9];

/** A line with more before its colon is a sentence. */
const LONGEST_LABEL = 60;
/** As far behind the colon, in characters, the number of a line stands. */
const REACH = 12;
/** So many lines make a fact box. */
const LEAST_LINES = 3;

/** The facts of a draft, in the order of the text. */
export function collectFacts(figures: readonly Figure[], draft: Draft): Fact[] {
  return [...tableFacts(figures, draft), ...lineFacts(figures)].toSorted((a, b) => a.figure.start - b.figure.start);
}

function tableFacts(figures: readonly Figure[], draft: Draft): Fact[] {
  const headsOf = cellHeads(draft);
  const rows = new Map<Leaf, Fact[]>();
  for (const figure of figures) {
    const heads = inTable(figure) ? headsOf(figure.sentence.leaf) : undefined;
    if (!heads?.row) continue;
    const label = heads.row.content.prose.trim();
    const column = heads.column?.content.prose ?? '';
    const row = rows.get(heads.row) ?? [];
    if (row.length === 0) rows.set(heads.row, row);
    row.push({ figure, label, words: wordsOf(label), column: heads.columns.size > 2 ? wordsOf(column).filter(word => !SAYS_NOTHING.has(word)) : [], head: heads.column, money: moneyOf(heads), years: column.match(YEAR) ?? label.match(YEAR) ?? [], alone: true, unique: true, newest: true, row: heads.row, place: 'row' });
  }
  const lastYears = new Map<Leaf, string>();
  for (const { head, years } of [...rows.values()].flat()) for (const year of years) if (head && year > (lastYears.get(head) ?? '')) lastYears.set(head, year);
  return [...rows.values()].flatMap(row => {
    const last = [...row.flatMap(({ years }) => years), ...row.flatMap(({ head }) => (head ? lastYears.get(head) ?? [] : []))].toSorted().at(-1);
    return row.map(fact => ({
      ...fact, alone: row.length === 1, unique: row.length === 1 || fact.figure.quantity.unit !== null && row.every(other => other === fact || other.figure.quantity.unit !== fact.figure.quantity.unit),
      newest: last === undefined || fact.years.length === 0 || fact.years.includes(last),
    }));
  });
}

/** Words of heads that say how a column is reckoned, and not of what. */
const SAYS_NOTHING = new Set(['chang', 'total', 'number', 'amount', 'valu', 'percent', 'figur']);
const YEAR = /\b(?:19|20)\d\d\b/g;

function moneyOf({ columns, caption }: CellHeads): HeadUnit | undefined {
  const corner = columns.get(0)?.content.prose ?? '';
  const unit = caption ?? (corner.length < 20 ? readHeadUnit(corner) : undefined);
  return unit?.kind === 'money' ? unit : undefined;
}

function lineFacts(figures: readonly Figure[]): Fact[] {
  const boxes = new Map<string, Fact[]>();
  const seen = new Set<Leaf>();
  for (const figure of figures) {
    const { leaf } = figure.sentence;
    if (inTable(figure) || seen.has(leaf) || leaf.content.prose.length > 160) continue;
    const label = labelOf(figure);
    if (label === undefined) continue;
    seen.add(leaf);
    const words = wordsOf(label);
    if (words.length === 0) continue;
    const key = leaf.content.containers.length > 0 ? String(leaf.block.index) : 'lines';
    const box = boxes.get(key) ?? [];
    if (box.length === 0) boxes.set(key, box);
    box.push({ figure, label, words, column: [], head: undefined, money: undefined, years: label.match(YEAR) ?? [], alone: true, unique: true, newest: true, row: leaf, place: 'line' });
  }
  return [...boxes.values()].filter(({ length }) => length >= LEAST_LINES).flat();
}

/** "Length: 7.2 km", "7.2 km: the length of the line" */
export function labelOf({ sentence: { leaf }, prose: at, quantity }: Figure): string | undefined {
  const { prose } = leaf.content;
  const colon = prose.indexOf(':');
  if (colon < 0) return undefined;
  const start = quantity.boundSpan && quantity.boundSpan.start < at.start ? quantity.boundSpan.start : at.start;
  if (colon < start) return colon <= LONGEST_LABEL && start - colon <= REACH && !/[.!?;]/.test(prose.slice(0, colon)) ? prose.slice(0, colon) : undefined;
  return start < 3 && at.end === colon && quantity.kind !== 'number' ? prose.slice(colon + 1) : undefined;
}

/** The words that say something, as stems in which words that mean the same are one. */
export function wordsOf(text: string): string[] {
  return [...new Set(toTokens(text.slice(0, 600)).filter(token => token.type === 'word' && token.lower.length > 2 && !FUNCTION_WORDS.has(token.lower) && !isCalendarWord(token)).map(token => sameThing(stem(token))))];
}
