// BibTeX and BibLaTeX registries: their types and fields under the registry's own names.
import { parseBibtex, type BibEntry, type BibField } from './bibtex-syntax.ts';
import { fromParts, readDateText } from './dates.ts';
import { checkId, readEntry } from './entry.ts';
import type { Registry, RegistryProblem, SourceEntry } from './registry.ts';
import { fromTex, fromVerbatim } from './tex.ts';
import type { Field, Mapping, Value } from './value.ts';

/** Entry types as CSL's; a type that is CSL's already stays. */
const TYPES: Readonly<Record<string, string>> = {
  online: 'webpage', electronic: 'webpage', www: 'webpage',
  report: 'report', techreport: 'report', manual: 'report',
  book: 'book', mvbook: 'book', booklet: 'book', collection: 'book', mvcollection: 'book', proceedings: 'book', reference: 'book',
  inbook: 'chapter', bookinbook: 'chapter', suppbook: 'chapter', incollection: 'chapter', inreference: 'entry-encyclopedia',
  inproceedings: 'paper-conference', conference: 'paper-conference',
  phdthesis: 'thesis', mastersthesis: 'thesis', unpublished: 'manuscript', misc: 'document',
  jurisdiction: 'legal_case', legal: 'treaty', letter: 'personal_communication', movie: 'motion_picture', video: 'motion_picture', audio: 'song', image: 'graphic', artwork: 'graphic',
};

/** Fields under the registry's names, the first that an entry has: biblatex's before BibTeX's. */
const FIELDS: readonly (readonly [name: string, bib: readonly string[]])[] = [
  ['publisher', ['publisher', 'institution', 'organization', 'school', 'holder']],
  ['container-title', ['journaltitle', 'journal', 'booktitle', 'maintitle']],
  ['origin', ['origin']],
];
const VERBATIM: readonly (readonly [name: string, bib: readonly string[]])[] = [
  ['url', ['url']], ['DOI', ['doi']], ['archived', ['archived', 'archiveurl']], ['sha256', ['sha256']], ['level', ['level']], ['terms', ['terms']],
];

const ADDRESS = /https?:\/\/[^\s{}]+/;

/** Reads a BibTeX or BibLaTeX file. */
export function parseBibtexRegistry(text: string): Registry {
  const file = parseBibtex(text);
  const problems: RegistryProblem[] = file.problems.map(({ key, ...p }) => ({ ...p, ...(key === undefined ? {} : { id: key }) }));
  const byKey = new Map(file.entries.map(entry => [entry.key.toLowerCase(), entry]));
  const parents = new Set(file.entries.flatMap(entry => parentKeyOf(entry)?.key ?? []));
  const seen = new Set<string>();
  const entries: SourceEntry[] = [];
  for (const entry of file.entries) {
    // Containers of biblatex's own: read for those who refer to them.
    if (entry.type === 'xdata' || entry.type === 'set') continue;
    if (!checkId(entry.key, entry.keySpan, seen, problems)) continue;
    const mapping: Mapping = { kind: 'mapping', start: entry.start, end: entry.end, fields: toFields(entry, byKey) };
    entries.push(readEntry({
      start: entry.start, end: entry.end, id: entry.key, idSpan: entry.keySpan,
      shared: parents.has(entry.key.toLowerCase()) || undefined,
      fields: entry.fields.map(f => ({ name: f.name, start: f.start, end: f.end })),
      layout: { style: 'bibtex', indent: indentOf(text, entry), at: entry.at, empty: entry.fields.length === 0, json: false },
    }, mapping, problems));
  }
  const sorted = problems.toSorted((a, b) => a.start - b.start);
  return { format: 'bibtex', entries, problems: sorted, layout: { style: 'bibtex', indent: 0, at: text.trimEnd().length, empty: entries.length === 0, json: false } };
}

function toFields(entry: BibEntry, byKey: ReadonlyMap<string, BibEntry>): Field[] {
  const fields: Field[] = [];
  const bib = (name: string): BibField | undefined => entry.fields.find(f => f.name === name && f.tex.trim() !== '') ?? inherited(entry, name, byKey);
  const add = (name: string, field: BibField, value: Value): void => void fields.push({ name, nameSpan: field.nameSpan, value, writtenName: field.name });
  const scalar = (field: BibField, text: string): Value => ({ kind: 'scalar', text, plain: false, ...field.valueSpan });
  const first = (names: readonly string[]) => names.map(bib).find(f => f !== undefined);

  fields.push({ name: 'type', nameSpan: { start: entry.start + 1, end: entry.start + 1 + entry.type.length }, writtenName: '@', value: { kind: 'scalar', text: cslType(entry, bib), plain: true, start: entry.start + 1, end: entry.start + 1 + entry.type.length } });
  const title = bib('title');
  const subtitle = bib('subtitle');
  if (title) add('title', title, scalar(title, subtitle ? `${fromTex(title.tex)}: ${fromTex(subtitle.tex)}` : fromTex(title.tex)));
  for (const [name, names] of FIELDS) {
    const field = first(names);
    if (field) add(name, field, scalar(field, fromTex(field.tex)));
  }
  for (const [name, names] of VERBATIM) {
    const field = first(names);
    if (field) add(name, field, scalar(field, fromVerbatim(field.tex)));
  }
  // BibTeX's own styles know neither addresses nor days of access: both stand in words.
  for (const words of [bib('howpublished'), bib('note')]) {
    const address = words && ADDRESS.exec(words.tex)?.[0].replace(/[.,;:]{1,3}$/, '');
    if (address && !bib('url') && !fields.some(f => f.name === 'url')) add('url', words, scalar(words, fromVerbatim(address)));
    if (words && !bib('urldate') && /\b(?:accessed|retrieved|visited)\b/i.test(words.tex)) add('accessed', words, { kind: 'mapping', fields: [{ name: 'literal', nameSpan: words.nameSpan, value: scalar(words, fromTex(words.tex)) }], ...words.valueSpan });
  }
  const file = bib('file');
  if (file) add('file', file, scalar(file, captured(fromVerbatim(file.tex))));
  const author = bib('author') ?? (entry.type === 'report' || entry.type === 'online' ? undefined : bib('editor'));
  if (author) add('author', author, { kind: 'list', items: readNames(author.tex).map(name => toPerson(name, author)), ...author.valueSpan });
  addDate('issued', bib('date') ?? bib('year'), bib('date') ? undefined : bib('month'), bib('date') ? undefined : bib('day'));
  addDate('accessed', bib('urldate') ?? bib('accessed'));
  const excerpt = bib('excerpts') ?? bib('excerpt');
  if (excerpt) add('excerpts', excerpt, scalar(excerpt, fromTex(excerpt.tex)));
  const anonymous = bib('anonymous');
  if (anonymous) {
    const parts = ([['description', anonymous], ['reason', bib('reason')], ['approved-by', bib('approved-by')]] as const)
      .flatMap(([name, field]) => (field ? [{ name, nameSpan: field.nameSpan, value: scalar(field, fromTex(field.tex)) }] : []));
    const flag = /^(?:true|yes|false|no)$/i.test(anonymous.tex.trim());
    if (flag && parts.length === 1) add('anonymous', anonymous, scalar(anonymous, anonymous.tex.trim()));
    else add('anonymous', anonymous, { kind: 'mapping', fields: flag ? parts.slice(1) : parts, ...anonymous.valueSpan });
  }
  return fields;

  function addDate(name: string, field: BibField | undefined, month?: BibField, day?: BibField): void {
    if (!field) return;
    const text = fromTex(field.tex);
    // "in press" and "n.d." say that there is no date; they are no mistake.
    if (!/\d/.test(text)) return add(name, field, { kind: 'mapping', fields: [{ name: 'literal', nameSpan: field.nameSpan, value: scalar(field, text) }], ...field.valueSpan });
    const year = /^(\d{4})[a-z]?$/.exec(text)?.[1];
    if (year === undefined) return add(name, field, scalar(field, field.name === 'year' && readDateText(text).bad ? (/\d{4}/.exec(text)?.[0] ?? text) : text));
    const monthNumber = month ? readMonth(fromTex(month.tex)) : undefined;
    const iso = fromParts([year, monthNumber, monthNumber === undefined || !day ? undefined : fromTex(day.tex)]).iso;
    add(name, field, scalar(field, iso ?? year));
  }
}

function cslType(entry: BibEntry, bib: (name: string) => BibField | undefined): string {
  const kind = bib('entrysubtype')?.tex.trim().toLowerCase();
  if (entry.type === 'article') return kind === 'newspaper' || kind === 'magazine' ? `article-${kind}` : 'article-journal';
  // Styles without a type for pages put them under `misc`.
  if (entry.type === 'misc' && (bib('url') || ADDRESS.test(bib('howpublished')?.tex ?? ''))) return 'webpage';
  return Object.hasOwn(TYPES, entry.type) ? TYPES[entry.type]! : entry.type;
}

/** A field that `crossref` or `xdata` brings along: the parent's title is the child's book title. One step, as BibTeX has it. */
function inherited(entry: BibEntry, name: string, byKey: ReadonlyMap<string, BibEntry>): BibField | undefined {
  const { via, key } = parentKeyOf(entry) ?? {};
  const parent = key === undefined ? undefined : byKey.get(key);
  if (!via || !parent || parent === entry) return undefined;
  const plain = via.name === 'xdata';
  if (!plain && ['title', 'subtitle', 'author', 'file', 'sha256', 'terms', 'anonymous', 'url', 'doi', 'urldate'].includes(name)) return undefined;
  const field = parent.fields.find(f => f.name === (!plain && name === 'booktitle' ? 'title' : name));
  // It stands where the entry refers to the parent.
  return field ? { ...field, nameSpan: via.nameSpan, valueSpan: via.valueSpan } : undefined;
}

function parentKeyOf(entry: BibEntry): { via: BibField; key: string } | undefined {
  const via = entry.fields.find(f => f.name === 'crossref' || f.name === 'xdata');
  return via && { via, key: via.tex.trim().toLowerCase() };
}

/** The path of reference managers' `description:path:type` lists, else the text itself. */
function captured(text: string): string {
  const first = text.split(';')[0]!;
  const parts = /^([^:]{0,200}):([^:]{1,500}):([\w./+-]{1,60})$/.exec(first);
  return parts ? parts[2]! : text;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function readMonth(text: string): string | undefined {
  if (/^\d{1,2}$/.test(text)) return text;
  const index = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : String(index + 1);
}

/** The names of a list of names: divided by `and` outside of braces. */
function readNames(tex: string): string[] {
  return splitOutsideBraces(tex, /^\s+and\s+/i).map(name => name.trim()).filter(name => name !== '' && name.toLowerCase() !== 'others');
}

/** `{Union of Dock Staff}`, `First von Last`, `von Last, First`, `von Last, Jr, First`. */
function toPerson(name: string, field: BibField): Value {
  const part = (partName: string, text: string): Field[] => {
    const plain = fromTex(text);
    return plain === '' ? [] : [{ name: partName, nameSpan: field.nameSpan, value: { kind: 'scalar', text: plain, plain: false, ...field.valueSpan } }];
  };
  const mapping = (fields: Field[]): Value => ({ kind: 'mapping', fields, ...field.valueSpan });
  if (/^\{[^{}]*\}$/.test(name)) return mapping(part('literal', name));
  const [last, ...rest] = splitOutsideBraces(name, /^,/);
  if (rest.length > 0) return mapping([...part('family', last!), ...part('given', rest.at(-1)!)]);
  const words = splitOutsideBraces(name, /^\s+/).filter(word => word !== '');
  if (words.length === 1) return mapping(part('literal', name));
  // The family name begins at the first word in lower case ("van"), else it is the last word.
  const von = words.findIndex((word, i) => i < words.length - 1 && /^\p{Ll}/u.test(fromTex(word)));
  const from = von < 0 ? words.length - 1 : von;
  return mapping([...part('given', words.slice(0, from).join(' ')), ...part('family', words.slice(from).join(' '))]);
}

/** Splits at what `divider` (anchored) matches outside of braces. */
function splitOutsideBraces(text: string, divider: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (char === '{') depth++;
    else if (char === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (char === ',' || /\s/.test(char!))) {
      const match = divider.exec(text.slice(i, i + 60));
      if (!match) continue;
      parts.push(text.slice(from, i));
      i += match[0].length - 1;
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** Spaces before a field: those of the first field that begins a line. */
function indentOf(text: string, entry: BibEntry): number {
  const first = entry.fields[0];
  if (!first) return 2;
  const before = text.slice(Math.max(0, first.start - 100), first.start);
  return /\n([ \t]*)$/.exec(before)?.[1]!.length ?? 2;
}
