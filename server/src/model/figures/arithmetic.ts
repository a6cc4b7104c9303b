// Sums, changes, shares and differences that a draft states beside the numbers they follow from.
import type { Draft } from '../../draft/draft.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { isExact, roundTo } from './beside.ts';
import { difference, doubt, percentChange, statedDifference } from './changes.ts';
import { groupBySentence } from './figures.ts';
import { parts, percentOfAmount, shareOf, total } from './sums.ts';
import { cellHeads } from './tables.ts';

/** A stated result that does not follow from the numbers beside it. */
export interface Miscalculation {
  /** The stated result. */
  readonly stated: Figure;
  /** The numbers that it should follow from. */
  readonly from: readonly Figure[];
  readonly nature: 'change' | 'share' | 'sum' | 'difference' | 'points';
  /** What follows from them, in the unit of the stated result, rounded as that is. */
  readonly computed: number;
}

const POINTS_BACK = /^(?:That|This|It) (?:is|was|would be|represents?|amounts to|means|marks) /;

/** Every statement of the draft that can be recomputed and comes out otherwise, in the order of the text. */
export function findMiscalculations(analysis: Analysis): Miscalculation[] {
  const found: Miscalculation[] = [];
  const told = new Set<Figure>();
  const add = (one: Miscalculation | undefined) => {
    if (!one || told.has(one.stated)) return;
    told.add(one.stated);
    found.push(one);
  };
  let previous: readonly Figure[] = [];
  for (const own of groupBySentence(analysis.figures).values()) {
    const { sentence } = own[0]!;
    // "That is a rise of 8 percent" speaks of the two levels in the sentence before.
    const before = previous[0]?.sentence;
    const figures = before?.leaf === sentence.leaf && before.index === sentence.index - 1 && POINTS_BACK.test(sentence.text) ? [...previous.slice(-2), ...own] : own;
    previous = own;
    if (figures.length < 2 || sentence.leaf.content.containers.some(container => container.kind === 'table')) continue;
    for (const i of figures.keys()) {
      add(percentChange(figures, i));
      add(statedDifference(figures, i));
      add(shareOf(figures, i));
      add(difference(figures, i));
      add(percentOfAmount(figures, i));
      if (i > 1) add(total(figures, i));
      if (i === 0 && figures.length > 2) add(parts(figures));
    }
  }
  for (const one of columnChanges(analysis)) add(one);
  return found.toSorted((a, b) => a.stated.start - b.stated.start);
}

/** In a table with a column of changes: each against the two columns of figures before it. */
function columnChanges({ draft, figures }: Analysis): Miscalculation[] {
  const cells = new Map(figures.map(figure => [figure.sentence.leaf, figure] as const));
  const headsOf = cellHeads(draft);
  return figures.flatMap(stated => {
    const heads = stated.quantity.unit === 'percent' ? headsOf(stated.sentence.leaf) : undefined;
    if (!heads?.column || heads.columnIndex < 3 || !/^(?:%\s*)?change(?:\s*\(?%\)?)?$|^growth$/i.test(heads.column.content.prose.trim())) return [];
    const [newer, older] = [cellBefore(draft, stated, 2), cellBefore(draft, stated, 1)].map(leaf => leaf && cells.get(leaf));
    if (!newer || !older || newer.quantity.unit !== older.quantity.unit || newer.quantity.kind === 'percent' || !isExact(newer.quantity) || !isExact(older.quantity) || older.quantity.value <= 0) return [];
    const change = (a: Figure, b: Figure) => 100 * (a.quantity.value - b.quantity.value) / b.quantity.value;
    const options = newer.date && older.date && (newer.date.from ?? '') < (older.date.from ?? '') ? [change(older, newer)] : newer.date && older.date ? [change(newer, older)] : [change(newer, older), change(older, newer)];
    const fits = options.some(relative => Math.abs(Math.abs(relative) - Math.abs(stated.quantity.value)) <= stated.quantity.precision + doubt(older.quantity, newer.quantity, relative));
    return fits ? [] : [{ stated, from: [newer, older], nature: 'change' as const, computed: roundTo(options[0]!, stated.quantity.precision) }];
  });
}

/** The cell so many columns to the left in the same row. */
function cellBefore(draft: Draft, figure: Figure, columns: number) {
  const { leaf } = figure.sentence;
  const own = leaf.content.containers.find(container => container.kind === 'table')!;
  const candidate = draft.leaves[leaf.index - columns];
  const cell = candidate?.block === leaf.block ? candidate.content.containers.find(container => container.kind === 'table') : undefined;
  return cell && cell.row === own.row && cell.column === own.column - columns ? candidate : undefined;
}
