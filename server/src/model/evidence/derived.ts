// Does a figure of the draft follow from those that a source gives side by side: a sum, a difference, a share, a change?
import type { Quantity } from '../../language/quantities.ts';
import type { Figure } from '../analysis.ts';
import type { SourceReading, SourceUnit } from './source-reading.ts';

/** Figures of a sentence or table that are reckoned with. */
const MOST = 14;
/** Longest run of numbers that a sum is looked for in. */
const LONGEST_RUN = 12;

/** Reckons with the unit's own figures, and with those of its paragraph or table. */
export function derives(figure: Figure, unit: SourceUnit, { units, blocks }: SourceReading): boolean {
  const own = unit.figures.map(({ quantity }) => quantity);
  if (followsFrom(figure, own)) return true;
  const block = blocks[unit.block]!;
  if (!unit.table) return block.length > 1 && followsFrom(figure, block.slice(0, MOST).flatMap(i => units[i]!.figures.map(({ quantity }) => quantity)), own);
  // Down a column.
  const rows = block.map(i => units[i]!).filter(row => row.table).slice(0, 60);
  const columns = Math.max(0, ...rows.map(row => row.figures.length));
  for (let column = 0; column < Math.min(columns, MOST); column++) {
    const numbers = rows.flatMap(row => row.figures[column]?.quantity ?? []);
    if (isSum(figure, numbers) || (numbers.length <= MOST && followsFrom(figure, numbers))) return true;
  }
  return false;
}

/** `with`: one of each pair is to be among these. */
function followsFrom(figure: Figure, numbers: readonly Quantity[], among: readonly Quantity[] = numbers): boolean {
  const { quantity } = figure;
  const usable = numbers.filter(one => !one.vague && one.kind !== 'score' && one.value > 0).slice(0, MOST);
  if (isSum(figure, usable)) return true;
  for (const [i, a] of usable.entries()) {
    for (const b of usable.slice(i + 1)) {
      if (!among.includes(a) && !among.includes(b)) continue;
      if (!alike(a, b)) {
        // "2 million dollars for 400 homes": what falls to one.
        if (quantity.kind === 'money' && (a.kind === 'money') !== (b.kind === 'money') && quantity.kind === (a.kind === 'money' ? a.kind : b.kind) && fits(quantity, a.kind === 'money' ? a.value / b.value : b.value / a.value)) return true;
        if (a.unit === 'percent' || b.unit === 'percent') {
          const [share, whole] = a.unit === 'percent' ? [a, b] : [b, a];
          if (alike(whole, quantity) && (fits(quantity, share.value * whole.value / 100) || fits(quantity, whole.value * (1 + share.value / 100)) || fits(quantity, whole.value * (1 - share.value / 100)))) return true;
        }
        continue;
      }
      const [low, high] = [Math.min(a.value, b.value), Math.max(a.value, b.value)];
      if (quantity.unit === 'percent' && a.unit !== 'percent') {
        if (fits(quantity, 100 * low / high) || fits(quantity, 100 * (high - low) / low) || fits(quantity, 100 * (high - low) / high) || fits(quantity, 100 * low / (low + high)) || fits(quantity, 100 * high / (low + high))) return true;
      } else if (quantity.kind === 'ratio') {
        if (fits(quantity, low / high) || fits(quantity, (high - low) / high)) return true;
      } else if (alike(quantity, a) || /^(?:percentage|basis) point$/.test(quantity.unit ?? '')) {
        if (fits(quantity, high - low) || fits(quantity, high + low) || fits(quantity, (high + low) / 2)) return true;
      }
      if (quantity.kind === 'number' && fits(quantity, high / low)) return true;
    }
  }
  return false;
}

/** Of numbers in a row, do some that stand together make it up? */
function isSum({ quantity }: Figure, numbers: readonly Quantity[]): boolean {
  for (let from = 0; from < Math.min(numbers.length, 60); from++) {
    let sum = numbers[from]!.value;
    for (let to = from + 1; to < Math.min(numbers.length, from + LONGEST_RUN) && alike(numbers[from]!, numbers[to]!); to++) {
      sum += numbers[to]!.value;
      if (alike(quantity, numbers[from]!) && fits(quantity, sum)) return true;
    }
  }
  return false;
}

function alike(a: Quantity, b: Quantity): boolean {
  const count = (q: Quantity) => q.kind === 'count' || q.kind === 'number';
  return a.unit === b.unit || (count(a) && count(b));
}

function fits({ value, precision, bound, kind }: Quantity, computed: number): boolean {
  const slack = bound === '~' ? Math.max(precision, Math.abs(value) * 0.05) : kind === 'ratio' ? Math.max(0.025, value * 0.06) : Math.min(precision, Math.max(0.5, Math.abs(value) * 0.02));
  if (Math.abs(computed - value) <= slack + 1e-9) return true;
  return bound === '>' || bound === '>=' ? computed > value && computed <= value * 1.15 : bound === '<' || bound === '<=' ? computed < value && computed >= value * 0.87 : false;
}
