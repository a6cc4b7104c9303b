// What a figure is about, read from the words around it in its sentence.
import type { LeafContent } from '../../draft/draft.ts';
import { findQuantities, type Quantity } from '../../language/quantities.ts';
import { overlaps } from '../../span.ts';
import type { Figure, FigureWords } from '../analysis.ts';

/** A figure of one leaf; spans are of its prose. */
export interface FigureReading {
  readonly quantity: Quantity;
  readonly kind: Figure['kind'];
  readonly measure?: string;
  readonly party?: string;
  readonly about?: FigureWords;
  /** Where the next figure of the leaf begins; infinite for the last. */
  readonly nextFigure: number;
}

/** The figures of a leaf; code is not prose. */
export function readFigures(content: LeafContent): FigureReading[] {
  const code = content.markup.filter(span => span.kind === 'code');
  const quantities = findQuantities(content.prose).filter(quantity => !code.some(span => overlaps(span, quantity)));
  return quantities.map((quantity, i) => ({ quantity, kind: 'unknown', nextFigure: quantities[i + 1]?.start ?? Infinity }));
}
