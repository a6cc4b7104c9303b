// The shape that every registry format is read into before its fields get their meaning: scalars, lists and mappings with their places.
import type { Span } from '../span.ts';

export type Value = Scalar | List | Mapping;

export interface Scalar extends Span {
  readonly kind: 'scalar';
  readonly text: string;
  /** Written without quotation marks or braces: only then can it be a word of the format (`true`, `null`). */
  readonly plain: boolean;
}

export interface List extends Span {
  readonly kind: 'list';
  readonly items: readonly Value[];
}

export interface Mapping extends Span {
  readonly kind: 'mapping';
  readonly fields: readonly Field[];
}

/** `title: Minutes`: the name as it is looked up, and where it stands; no value where the format writes nothing or null. */
export interface Field {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Value | undefined;
  /** The name as written in the file, where a format has names of its own (`urldate` for `accessed`). */
  readonly writtenName?: string;
}

/** The first field of that name that has a value; later ones do not count. */
export function fieldOf(mapping: Mapping, ...names: readonly string[]): Field | undefined {
  for (const name of names) {
    const field = mapping.fields.find(f => f.name === name && f.value !== undefined);
    if (field) return field;
  }
  return undefined;
}

/** The text of a scalar, white space trimmed; undefined for anything else and for nothing. */
export function textOf(value: Value | undefined): string | undefined {
  if (value?.kind !== 'scalar') return undefined;
  const text = value.text.trim();
  return text === '' ? undefined : text;
}
