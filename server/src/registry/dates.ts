// Dates of a registry: ISO dates, perhaps partial, in the forms of YAML, CSL-JSON and BibLaTeX.
import { fieldOf, textOf, type Value } from './value.ts';

/** A date read: `iso` as `2025`, `2025-09` or `2025-09-19`; undefined for words that are no date but may stand for one ("Spring 2025" as CSL's literal). */
export interface ReadDate {
  readonly iso?: string;
  /** Is it written in a way that no reader of the format accepts? */
  readonly bad: boolean;
}

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[Tt ]\d{2}:\d{2}[\d:.]{0,20} ?(?:[Zz]|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?)?)?[?~%]?$/;

/** Reads `2025-09-19`, `2025-09`, `2025`, a time stamp (its date), a period `2025-09/2025-10` (its first day), or CSL's `{date-parts: [[2025, 9, 19]]}`, `{raw: …}`, `{literal: …}`, `{year: …, month: …, day: …}`. */
export function readDate(value: Value): ReadDate {
  if (value.kind === 'scalar') return readDateText(value.text);
  if (value.kind === 'list') return value.items[0] ? readDate(value.items[0]) : { bad: true };
  const parts = fieldOf(value, 'date-parts')?.value;
  if (parts?.kind === 'list') {
    const first = parts.items[0];
    return fromParts(first?.kind === 'list' ? first.items.map(textOf) : parts.items.map(textOf));
  }
  const raw = fieldOf(value, 'raw', 'iso')?.value;
  if (raw) return readDate(raw);
  if (fieldOf(value, 'literal', 'season')) return { bad: false };
  if (fieldOf(value, 'year')) return fromParts(['year', 'month', 'day'].map(name => textOf(fieldOf(value, name)?.value)));
  return { bad: true };
}

/** The same for a text. */
export function readDateText(text: string): ReadDate {
  const trimmed = text.trim();
  const slash = trimmed.indexOf('/');
  const [first, last] = slash < 0 ? [trimmed, undefined] : [trimmed.slice(0, slash), trimmed.slice(slash + 1)];
  const match = ISO.exec(first);
  if (!match || (last !== undefined && last !== '' && last !== '..' && !ISO.test(last))) return { bad: true };
  return fromParts([match[1], match[2], match[3]]);
}

/** A date from a year, a month and a day as digits; the later ones may be missing. */
export function fromParts(parts: readonly (string | undefined)[]): ReadDate {
  const [year, month, day] = parts.map(p => (p !== undefined && /^\d{1,4}$/.test(p) ? Number(p) : undefined));
  if (year === undefined || parts[0]!.length !== 4 || parts.length > 3) return { bad: true };
  const written = String(year).padStart(4, '0');
  if (parts[1] === undefined) return { iso: written, bad: false };
  if (month === undefined || month < 1 || month > 12) return { bad: true };
  const withMonth = `${written}-${String(month).padStart(2, '0')}`;
  if (parts[2] === undefined) return { iso: withMonth, bad: false };
  if (day === undefined || day < 1 || day > daysIn(year, month)) return { bad: true };
  return { iso: `${withMonth}-${String(day).padStart(2, '0')}`, bad: false };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
