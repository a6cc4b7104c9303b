// Quantities in English news copy: value, unit, bound, and what is counted.
import type { Span } from '../span.ts';
import { findInText } from './quantities/find.ts';

export { readHeadUnit, withHeadUnit, type HeadUnit } from './quantities/heads.ts';

/** `~` about, nearly, some; `<` less than; `<=` at most, no more than, up to, as much as; `>` more than; `>=` at least; `range` from value to upper. */
export type Bound = '=' | '~' | '<' | '<=' | '>' | '>=' | 'range';

export type QuantityKind = 'percent' | 'money' | 'count' | 'measure' | 'duration' | 'age' | 'temperature' | 'ratio' | 'score' | 'number';

/** A quantity, in the text that was given; the span is that of the figure and its unit ("145%", "$1.2 billion", "32 companies"), without bound words. */
export interface Quantity extends Span {
  /** In the unit's own scale: "$1.2 billion" is 1200000000 USD, "two-thirds" is 0.6666666666666666. For a score the first number. */
  readonly value: number;
  /** The other end of a range, the second number of a score; else null. */
  readonly upper: number | null;
  /** `percent`, `percentage point`, `basis point`, an ISO 4217 code, the singular name of an SI or common unit ("kilometre", "barrel", "USD per barrel"), or the singular noun that is counted ("company"); null for a bare number. */
  readonly unit: string | null;
  /** Of a count, where the noun has adjectives or nouns before it: all of them, in the singular: "small Norwegian company", "job cut"; `unit` is its last word. */
  readonly counted?: string;
  readonly bound: Bound;
  readonly kind: QuantityKind;
  /** Approximate, from below: "nearly 300" is no more than that. */
  readonly notReached?: true;
  /** Bounded, and not far beyond: "just over 300". */
  readonly close?: true;
  /** The number alone, as written: "$1.2 billion" 's `1.2`. */
  readonly numberSpan: Span;
  /** The words that bound it ("no more than"), if any: before or after the figure. */
  readonly boundSpan?: Span;
  /** Half the last place written: 145 -> 0.5, 1.2 billion -> 50000000, 6.25 -> 0.005; for round numbers (3,000) half of the last non-zero place. The interval value ± precision holds every number that would be written so. */
  readonly precision: number;
  /** The unit and the scale stand in the head of the table's column or row ("Revenue ($m)"), not in the words of the span. */
  readonly fromHead?: true;
  /** Of a time told in more than one unit ("two hours and 31 minutes"), each as it is written; the value is in the first unit, and the span of the number is that of the first number. */
  readonly parts?: readonly QuantityPart[];
  /** Only the size is said ("dozens of people": from 12 to 120): no other figure contradicts it. */
  readonly vague?: true;
}

/** The hours, or the minutes, of a time. */
export interface QuantityPart extends Span {
  readonly value: number;
  readonly unit: string;
}

/**
 * The quantities of one paragraph or sentence, in order, never overlapping. Years, dates, times, ordinals, and numbers that are names ("Boeing 737", "Highway 61", "Section 3") are none.
 * Linear in the length of the text; a run of digits longer than 40 is skipped.
 */
export function findQuantities(text: string): Quantity[] {
  return findInText(text, { onlyFigure: false });
}

/**
 * Reads a text that is known to be one figure ("at least 32 companies", "10–15%", "$1.2 billion", "2024"), as the `value` of a claim comment is.
 * Undefined where it holds none, or more than one.
 */
export function readQuantity(text: string): Quantity | undefined {
  const found = findInText(text, { onlyFigure: true });
  return found.length === 1 ? found[0] : undefined;
}
