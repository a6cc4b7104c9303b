// What a form of arithmetic is: words around figures, and what follows from those.
import type { Figure } from '../analysis.ts';
import type { Reckoning } from './reckonings.ts';

/** A match of a form: its figures by name, and its other words. */
export interface Reading {
  readonly figure: (name: string) => Figure;
  readonly text: (name: string) => string;
  /** The year of the draft's date. */
  readonly year: number | undefined;
}

export interface Form {
  readonly pattern: RegExp;
  readonly reckon: (reading: Reading) => Reckoning | undefined;
}
