// What a source's own text says in figures: its sentences and the rows of its tables, each with its quantities and words, ready to be asked.
import { findQuantities, type Quantity } from '../../language/quantities.ts';
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import { splitSentences } from '../../language/sentences.ts';
import type { Span } from '../../span.ts';
import { isCalendarWord, NOT_CONTENT } from '../figures/lexicon.ts';
import { stem } from '../figures/stem.ts';

/** A quantity of a source; spans are of the passage's text. */
export interface SourceFigure extends Span {
  readonly quantity: Quantity;
  /** The factors by which the head of a table may say that its numbers count: "in thousands". */
  readonly scales: readonly number[];
  /** Is it a bare number of a table, whose unit stands in a head? */
  readonly bare: boolean;
  /** Of a cell: the words of its row's and its column's heads. */
  readonly heads: readonly string[];
}

/** A sentence or a row. */
export interface SourceUnit extends Span {
  readonly figures: readonly SourceFigure[];
  /** Which paragraph or table it belongs to. */
  readonly block: number;
  readonly table: boolean;
}

export interface SourceReading {
  readonly units: readonly SourceUnit[];
  /** By word, cut to its stem: the units that hold it (of a table, also in its heads and its caption), ascending. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  /** By block: its units. */
  readonly blocks: readonly (readonly number[])[];
}

const readings = new WeakMap<object, SourceReading>();

/** Read once for each passage; `origin` is the same object for as long as its words are. Linear. */
export function readingOf({ origin, text }: { readonly origin: object; readonly text: string }): SourceReading {
  let reading = readings.get(origin);
  if (!reading) readings.set(origin, (reading = readSource(text)));
  return reading;
}

/** Parts the cells of a row, as the readers of files write them. */
const CELL_GAP = ' | ';
/** Longer paragraphs are no paragraphs; they are read in pieces. */
const LONGEST_BLOCK = 20_000;

function readSource(text: string): SourceReading {
  const units: SourceUnit[] = [];
  const words: (readonly string[])[] = [];
  const blocks: number[][] = [];
  let before: readonly string[] = [];
  for (const block of blocksOf(text)) {
    const own: number[] = [];
    blocks.push(own);
    const add = (unit: SourceUnit, unitWords: readonly string[]) => {
      own.push(units.length);
      units.push(unit);
      words.push(unitWords);
    };
    if (text.slice(block.start, block.end).includes(CELL_GAP)) readTable(text, block, blocks.length - 1, before, add);
    else before = readParagraph(text, block, blocks.length - 1, add);
  }
  const byWord = new Map<string, number[]>();
  for (const [i, list] of words.entries()) {
    for (const word of new Set(list)) {
      const at = byWord.get(word);
      if (at) at.push(i);
      else byWord.set(word, [i]);
    }
  }
  return { units, byWord, blocks };
}

/** Paragraphs are parted by an empty line. */
function* blocksOf(text: string): Iterable<Span> {
  let start = 0;
  while (start < text.length) {
    const gap = text.indexOf('\n\n', start);
    const end = Math.min(gap < 0 ? text.length : gap, start + LONGEST_BLOCK);
    if (text.slice(start, end).trim() !== '') yield { start, end };
    start = end === gap ? end + 2 : end;
  }
}

/** Gives the words of its last sentence: they may lead into a table. */
function readParagraph(text: string, { start, end }: Span, block: number, add: (unit: SourceUnit, words: readonly string[]) => void): readonly string[] {
  // A line break within a paragraph is a blank; offsets stay.
  const prose = text.slice(start, end).replace(/\s/g, ' ');
  const quantities = findQuantities(prose);
  const tokens = toTokens(prose);
  let q = 0;
  let t = 0;
  let last: readonly string[] = [];
  for (const sentence of splitSentences(prose)) {
    const figures: SourceFigure[] = [];
    while (q < quantities.length && quantities[q]!.start < sentence.end) figures.push(toFigure(quantities[q++]!, start));
    const words: string[] = [];
    while (t < tokens.length && tokens[t]!.start < sentence.end) {
      const word = contentWord(tokens[t++]!);
      if (word !== undefined) words.push(word);
    }
    add({ start: start + sentence.start, end: start + sentence.end, figures, block, table: false }, words);
    last = words;
  }
  return last;
}

function toFigure(quantity: Quantity, at: number): SourceFigure {
  return { start: at + quantity.start, end: at + quantity.end, quantity, scales: [1], bare: false, heads: [] };
}

/** The first row is the head, unless it is full of figures. `above`: the words that lead into it. */
function readTable(text: string, block: Span, index: number, above: readonly string[], add: (unit: SourceUnit, words: readonly string[]) => void): void {
  let heads: readonly string[] = [];
  let caption = above;
  let at = block.start;
  let first = true;
  for (const line of text.slice(block.start, block.end).split('\n')) {
    const start = at;
    at += line.length + 1;
    const cells = cellsOf(line, start);
    if (cells.length < 2) {
      if (line.trim() !== '') caption = readParagraph(text, { start, end: start + line.length }, index, add);
      continue;
    }
    const numbers = cells.filter(cell => isFigure(cell.text)).length;
    if (first && (numbers === 0 || cells.every(cell => !isFigure(cell.text) || isYear(cell.text)))) heads = cells.map(cell => cell.text);
    first = false;
    const row = cells[0]!.text;
    const figures = cells.flatMap((cell, i) => {
      const head = heads[i] ?? '';
      const about = `${i > 0 ? row : ''} ${head} ${heads[0] ?? ''}`;
      const found = findQuantities(cell.text);
      const scales = scalesOf(`${head} ${row} ${heads[0] ?? ''} ${caption.join(' ')}`);
      return found.map(quantity => ({ ...toFigure(quantity, cell.start), scales, bare: quantity.unit === null, heads: wordsOf(about) }));
    });
    add({ start, end: start + line.length, figures, block: index, table: true }, [...wordsOf(line), ...heads.flatMap(wordsOf), ...caption]);
  }
}

function cellsOf(line: string, start: number): { readonly text: string; readonly start: number }[] {
  const cells: { text: string; start: number }[] = [];
  let at = 0;
  for (const text of line.split(CELL_GAP)) {
    cells.push({ text, start: start + at });
    at += text.length + CELL_GAP.length;
  }
  return cells;
}

function isFigure(cell: string): boolean {
  return /^[^\p{L}]{0,4}\d[\d.,\s]*[^\p{L}]{0,3}(?:\p{L}{1,8})?$/u.test(cell.trim());
}

function isYear(cell: string): boolean {
  return /^(?:FY\s?)?(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?$/.test(cell.trim());
}

function scalesOf(head: string): readonly number[] {
  if (/\bbillions?\b|\bbn\b/i.test(head)) return [1, 1e9];
  if (/\bmillions?\b|\bmn?\b|\bmln\b|[$€£]m\b/i.test(head)) return [1, 1e6];
  return /\bthousands?\b|\b[’']?000s?\b|[$€£]k\b/i.test(head) ? [1, 1e3] : [1];
}

/** The words of a text that say something, cut to their stems; figures and words of time are none. */
export function wordsOf(text: string): string[] {
  return toTokens(text).flatMap(token => contentWord(token) ?? []);
}

function contentWord(token: Token): string | undefined {
  if (token.type !== 'word' || token.text.length < 2 || FUNCTION_WORDS.has(token.lower) || NOT_CONTENT.has(token.lower) || isCalendarWord(token)) return undefined;
  return stem(token);
}
