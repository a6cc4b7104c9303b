// Figures that stand beside each other in a sentence: the words between them, their kinds and how far each is rounded.
import type { Quantity } from '../../language/quantities.ts';
import type { Figure } from '../analysis.ts';

/** The words between two figures of one leaf, lower case. */
export function between(a: Figure, b: Figure): string {
  return a.sentence.leaf.content.prose.slice(a.prose.end, b.prose.start).toLowerCase();
}

export function before(figure: Figure, length = 40): string {
  const { prose } = figure.sentence.leaf.content;
  return prose.slice(Math.max(figure.sentence.prose.start, figure.prose.start - length), figure.prose.start).toLowerCase();
}

export function after(figure: Figure, length = 40): string {
  const { prose } = figure.sentence.leaf.content;
  return prose.slice(figure.prose.end, Math.min(figure.sentence.prose.end, figure.prose.end + length)).toLowerCase();
}

/** Half the last place that is meant: a number written out in full ("200,000") is taken to three digits, one in words and scales as it is written. */
export function roundingOf(quantity: Quantity): number {
  const { value, precision, numberSpan } = quantity;
  if (numberSpan.end - numberSpan.start < 5 || value === 0) return precision;
  return Math.min(precision, 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2));
}

export function isExact({ bound, upper }: Quantity): boolean {
  return bound === '=' && upper === null;
}

/** Half the last place of a number, as far as it can be rounded: a count of few is exact. */
export function slackOf({ value, kind, precision }: Quantity): number {
  return (kind === 'count' || kind === 'number') && Number.isInteger(value) && Math.abs(value) < 1000 ? 0 : precision;
}

/** Are the two measured alike, or does one leave its unit to the other? */
export function sameKind(a: Quantity, b: Quantity): boolean {
  if (a.kind === 'score' || b.kind === 'score' || a.kind === 'age' || b.kind === 'age' || a.kind === 'ratio' || b.kind === 'ratio') return false;
  return a.unit === b.unit || perOf(a.unit, b.unit) || perOf(b.unit, a.unit) || (a.unit === null && b.kind !== 'percent') || (b.unit === null && a.kind !== 'percent');
}

/** "from $900 to $1,080 a month": the rate stands once. */
export function perOf(one: string | null, rate: string | null): boolean {
  return one !== null && rate !== null && rate.startsWith(`${one} per `);
}

/** A computed value at the last place that the stated one gives. */
export function roundTo(value: number, precision: number): number {
  const place = precision * 2;
  return Number((Math.round(value / place) * place).toPrecision(12));
}
