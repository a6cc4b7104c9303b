// Gives the fields of an entry their meaning, whatever the format they were read from.
import type { Span } from '../span.ts';
import { readDate } from './dates.ts';
import { missingFields } from './needs.ts';
import type { EntryField, Excerpt, Layout, PersonName, RegistryProblem, SourceEntry } from './registry.ts';
import { fieldOf, textOf, type Field, type Mapping, type Scalar, type Value } from './value.ts';

/** Where an entry stands, and how it is laid out. */
export interface EntryFrame extends Span {
  readonly id: string;
  readonly idSpan: Span;
  readonly layout?: Layout;
  readonly fields?: readonly EntryField[];
  readonly shared?: true | undefined;
}

/** What stands for a value that is still to come: it fills no need and is no mistake either. */
export const PLACEHOLDER = /^\$?(?:TK)+$/;

const LEVELS = ['primary', 'secondary'] as const;
const TERMS = ['on-record', 'background', 'deep-background', 'off-record'] as const;

/** Reads an entry; what cannot be read of it goes to `problems`. */
export function readEntry(frame: EntryFrame, mapping: Mapping, problems: RegistryProblem[]): SourceEntry {
  const custom = fieldOf(mapping, 'custom')?.value;
  const own = custom?.kind === 'mapping' ? { ...mapping, fields: [...mapping.fields, ...custom.fields] } : mapping;
  const has = new Set<string>();
  const fieldSpans: Record<string, Span> = Object.create(null) as Record<string, Span>;
  const report = (at: Span, message: string) => problems.push({ start: at.start, end: at.end, message, id: frame.id });

  for (const field of own.fields) {
    if (field.value === undefined) continue;
    const name = field.writtenName ?? field.name;
    fieldSpans[name] ??= { start: field.value.start, end: field.value.end };
    if (isFilled(field.value)) has.add(field.name === 'URL' ? 'url' : field.name === 'doi' ? 'DOI' : field.name);
  }

  const word = (name: string, ...others: string[]): string | undefined => {
    const field = fieldOf(own, name, ...others);
    if (!field) return undefined;
    if (field.value!.kind === 'scalar') return filled(field.value);
    report(field.value!, `The field “${field.writtenName ?? field.name}” of the entry “${frame.id}” is expected to be a text.`);
    return undefined;
  };
  const date = (name: string): string | undefined => {
    const field = fieldOf(own, name);
    if (!field || !isFilled(field.value!)) return undefined;
    const read = readDate(field.value!);
    if (read.bad) report(field.value!, `${quoted(field.value!)} is no date that can be read: write the field “${field.writtenName ?? name}” of the entry “${frame.id}” as 2025-09-19, 2025-09 or 2025.`);
    return read.iso;
  };
  const choice = <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
    const field = fieldOf(own, name);
    const text = filled(field?.value);
    if (text === undefined) return undefined;
    const known = allowed.find(a => a === text);
    if (known === undefined) report(field!.value!, `“${text}” is no known value for the field “${name}” of the entry “${frame.id}”: expected ${listed(allowed)}.`);
    return known;
  };

  const type = word('type');
  const title = word('title');
  const publisher = word('publisher');
  const containerTitle = word('container-title');
  const url = word('url', 'URL');
  const doi = word('DOI', 'doi');
  const archived = word('archived');
  const file = word('file');
  const sha256 = word('sha256');
  const origin = word('origin');
  const issued = date('issued');
  const accessed = date('accessed');
  const level = choice('level', LEVELS);
  const terms = choice('terms', TERMS);
  const anonymous = readAnonymous(fieldOf(own, 'anonymous')?.value);
  if (!anonymous) has.delete('anonymous');
  const writtenTerms = filled(fieldOf(own, 'terms')?.value);

  return {
    start: frame.start, end: frame.end, id: frame.id, idSpan: frame.idSpan,
    ...present({ type, title, publisher, containerTitle, issued, accessed, url, doi, archived, file, sha256, level, terms, origin, anonymous }),
    authors: readAuthors(fieldOf(own, 'author')?.value),
    excerpts: readExcerpts(fieldOf(own, 'excerpts')?.value),
    // Terms that cannot be read protect the source as the strictest would.
    confidential: anonymous !== undefined || (writtenTerms !== undefined && writtenTerms !== 'on-record'),
    fieldSpans,
    missing: missingFields(type, has),
    ...present({ shared: frame.shared, layout: frame.layout, fields: frame.fields }),
  };
}

/** Could a draft cite this id, as `[@id]` or `[@{id}]`? */
export function isValidId(id: string): boolean {
  return /^[^\s{}]{1,200}$/.test(id);
}

/** May the id stand after `@` without braces? Pandoc's grammar: letters, digits and `_`, and single `:.#$%&-+?<>~/` between them. */
export function isPlainKey(id: string): boolean {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u.test(id);
}

/** Reports an id that a draft could not cite, and one that the file has already. Tells whether the entry counts. */
export function checkId(id: string, span: Span, seen: Set<string>, problems: RegistryProblem[]): boolean {
  if (seen.has(id)) {
    problems.push({ start: span.start, end: span.end, id, message: `The id “${id}” is given twice in this file: only the first entry counts.` });
    return false;
  }
  seen.add(id);
  if (!isValidId(id)) problems.push({ start: span.start, end: span.end, id, message: `The id “${JSON.stringify(id).slice(1, -1)}” cannot be cited: expected one word without braces.` });
  return true;
}

/** `author` as a name, a person, or a list of either. */
function readAuthors(value: Value | undefined): PersonName[] {
  if (!value) return [];
  if (value.kind === 'list') return value.items.flatMap(readAuthors);
  if (value.kind === 'scalar') return filled(value) === undefined ? [] : [{ literal: filled(value)! }];
  const part = (name: string) => filled(fieldOf(value, name)?.value);
  const family = [part('non-dropping-particle'), part('family')].filter(Boolean).join(' ');
  const given = [part('given'), part('dropping-particle')].filter(Boolean).join(' ');
  const literal = part('literal') ?? part('name');
  const name = present({ family: family || undefined, given: given || undefined, literal });
  return Object.keys(name).length === 0 ? [] : [name];
}

/** `excerpts` as a list of `{text, locator}`; a bare text is an excerpt too. */
function readExcerpts(value: Value | undefined): Excerpt[] {
  if (!value) return [];
  if (value.kind === 'list') return value.items.flatMap(readExcerpts);
  const field = value.kind === 'mapping' ? fieldOf(value, 'text')?.value : value;
  const text = filled(field);
  if (field === undefined || text === undefined) return [];
  const locator = value.kind === 'mapping' ? filled(fieldOf(value, 'locator')?.value) : undefined;
  return [{ text, ...present({ locator }), span: { start: field.start, end: field.end } }];
}

/** `anonymous: true`, a description, or `{description, reason, approved-by}`. */
function readAnonymous(value: Value | undefined): SourceEntry['anonymous'] {
  if (!value || value.kind === 'list') return undefined;
  if (value.kind === 'scalar') {
    const text = textOf(value);
    if (text === undefined || /^(?:false|no)$/i.test(text)) return undefined;
    return /^(?:true|yes)$/i.test(text) ? {} : { description: text };
  }
  const part = (name: string) => filled(fieldOf(value, name)?.value);
  return present({ description: part('description'), reason: part('reason'), approvedBy: part('approved-by') });
}

/** The text of a scalar that says something: no placeholder. */
function filled(value: Value | undefined): string | undefined {
  const text = textOf(value);
  return text === undefined || PLACEHOLDER.test(text) ? undefined : text;
}

function isFilled(value: Value): boolean {
  if (value.kind === 'scalar') return filled(value) !== undefined;
  if (value.kind === 'list') return value.items.some(isFilled);
  return value.fields.some((field: Field) => field.value !== undefined && isFilled(field.value));
}

function quoted(value: Value): string {
  return value.kind === 'scalar' ? `“${clipped(value)}”` : 'This';
}

function clipped(value: Scalar): string {
  const text = value.text.trim();
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** The properties that are not undefined. */
function present<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
