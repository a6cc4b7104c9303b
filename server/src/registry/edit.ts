// Edits of registry texts: entries and fields added, removed and renamed; comments, order and all other text stay to the letter.
import type { Span } from '../span.ts';
import type { Layout, Registry, RegistryEdit, SourceEntry } from './registry.ts';

/** An entry to be written: its fields in order, as plain words. */
export interface NewEntry {
  readonly id: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** What stands where something is still to be found out. */
export const PLACEHOLDER_VALUE = 'TK';

/** The fields that an entry of the type needs, each a placeholder; under the registry's own names. */
export function entryTemplate(type = 'webpage'): NewEntry['fields'] {
  const names = type === 'interview' || type === 'personal_communication' ? ['author', 'issued']
    : /^(?:webpage|post|post-weblog|article-.+)$/.test(type) ? ['title', 'url', 'issued', 'accessed']
    : ['title', 'publisher', 'issued'];
  return [['type', type], ...names.map(name => [name, PLACEHOLDER_VALUE] as const)];
}

/** Adds an entry at the end of the registry. `text` is the whole document that the registry's offsets are in. */
export function addEntry(text: string, registry: Registry, entry: NewEntry): RegistryEdit {
  const newline = newlineOf(text);
  const { layout, format } = registry;
  if (format === 'bibtex') {
    const at = text.trimEnd().length;
    const gap = at === 0 ? '' : newline + newline;
    return insertion(at, `${gap}${bibtexEntry(entry, 2, newline)}${at === text.length ? newline : ''}`);
  }
  if (!layout) {
    // Nothing in the file but comments: they stay above.
    const at = text.trimEnd().length;
    const member = format === 'csl-json' ? `[${newline}  ${jsonEntry(entry, registry, 2, newline)}${newline}]` : blockEntry(entry, 0, 2, newline);
    return insertion(at, `${at === 0 ? '' : newline}${member}${at === text.length ? newline : ''}`);
  }
  const first = registry.entries[0];
  if (layout.style === 'block') {
    const step = first?.layout?.style === 'block' && first.layout.indent > layout.indent ? first.layout.indent - layout.indent : 2;
    const at = endOfLine(text, layout.at);
    const listed = first !== undefined && isListItem(text, first);
    const block = listed ? blockItem(entry, layout.indent, newline) : blockEntry(entry, layout.indent, step, newline);
    return insertion(at, `${newline}${hasBlankBetween(text, registry) ? newline : ''}${block}`);
  }
  return insertMember(text, layout, first, newline, indent => (layout.json ? jsonEntry(entry, registry, indent, newline) : flowEntry(entry, registry)));
}

/** Removes an entry with the rest of its last line. Undefined where there is no such entry or another one repeats its anchor. */
export function removeEntry(text: string, registry: Registry, id: string): RegistryEdit | undefined {
  const entry = registry.entries.find(e => e.id === id);
  if (!entry || isRepeated(text, entry)) return undefined;
  if (registry.format === 'bibtex' || registry.layout?.style === 'block') {
    const from = startOfLine(text, entry.start);
    const to = endOfLine(text, entry.end);
    const alone = /^[\s-]*$/.test(text.slice(from, entry.start)) && (registry.layout?.style === 'block' || /^\s*,?\s*$/.test(text.slice(entry.end, to)));
    if (!alone) return removal(entry.start, entry.end);
    const next = afterNewline(text, to);
    if (next === to && from > 0) return removal(beforeNewline(text, from), to);
    // Of the blank lines on both sides one is enough.
    const blankBefore = from === 0 || text.slice(startOfLine(text, beforeNewline(text, from)), from).trim() === '';
    const after = endOfLine(text, next);
    return removal(from, blankBefore && next < text.length && text.slice(next, after).trim() === '' ? afterNewline(text, after) : next);
  }
  let next = skipSpace(text, entry.end);
  if (text[next] === ',') {
    next = skipSpace(text, next + 1);
    return text[next] === '#' ? undefined : removal(entry.start, next);
  }
  let before = entry.start;
  while (before > 0 && /\s/.test(text[before - 1]!)) before--;
  if (text[before - 1] === ',') return removal(before - 1, entry.end);
  return text[before - 1] === '{' || text[before - 1] === '[' ? removal(entry.start, entry.end) : undefined;
}

/** Adds fields to an entry, each with a placeholder, under the names of the file's format. Undefined where there is no such entry, where all are there, or where the entry repeats another. */
export function addFields(text: string, registry: Registry, id: string, fieldNames: readonly string[]): RegistryEdit | undefined {
  const entry = registry.entries.find(e => e.id === id);
  const layout = entry?.layout;
  if (!entry || !layout) return undefined;
  const there = new Set(entry.fields?.map(f => f.name));
  const names = fieldNames.map(name => fieldNameIn(registry, name)).filter(name => !there.has(name));
  if (names.length === 0) return undefined;
  return insertFields(text, layout, names.map(name => ({ name, value: layout.style === 'bibtex' ? `{${PLACEHOLDER_VALUE}}` : layout.json ? JSON.stringify(PLACEHOLDER_VALUE) : PLACEHOLDER_VALUE })));
}

/**
 * Gives fields of an entry new values, under the names of the file's format: in place where it has them, else at its end.
 * Undefined where there is no such entry, or it repeats another.
 */
export function setFields(text: string, registry: Registry, id: string, fields: readonly (readonly [name: string, value: string])[]): readonly RegistryEdit[] | undefined {
  const entry = registry.entries.find(e => e.id === id);
  const layout = entry?.layout;
  if (!entry || !layout) return undefined;
  const edits: RegistryEdit[] = [];
  const added: { name: string; value: string }[] = [];
  for (const [field, value] of fields) {
    const name = fieldNameIn(registry, field);
    const span = entry.fieldSpans[name];
    // What another entry gives by an anchor stands there, and stays.
    if (span && span.start >= entry.start && span.end <= entry.end) edits.push({ ...span, text: writtenIn(text, span, registry, layout, field, value) });
    else {
      const empty = entry.fields?.find(one => one.name === name);
      const key = empty && /^[^:]+:(?=\s*(?:null|~)?\s*$)/i.exec(text.slice(empty.start, empty.end))?.[0];
      if (empty && key !== undefined) edits.push({ start: empty.start, end: empty.end, text: `${key} ${written(registry, layout, field, value)}` });
      else added.push({ name, value: written(registry, layout, field, value) });
    }
  }
  if (added.length > 0) edits.push(insertFields(text, layout, added));
  return edits.sort((a, b) => a.start - b.start);
}

/** A value as the format writes it. CSL-JSON has dates in parts. */
function written({ format }: Registry, { style, json }: Layout, field: string, value: string): string {
  if (style === 'bibtex') return `{${texWord(value)}}`;
  const date = format === 'csl-json' && (field === 'accessed' || field === 'issued') ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) : null;
  if (date) return `{"date-parts": [[${date.slice(1).map(Number).join(', ')}]]}`;
  return json ? JSON.stringify(value) : yamlWord(value);
}

/** The same in the place of a value that is there: within its quotation marks or braces, which are no part of the span. */
function writtenIn(text: string, span: Span, registry: Registry, layout: Layout, field: string, value: string): string {
  const [before, after] = [text[span.start - 1], text[span.end]];
  if (layout.style === 'bibtex') return before === '{' && after === '}' ? texWord(value) : before === '"' && after === '"' ? texWord(value).replaceAll('"', '') : `{${texWord(value)}}`;
  if (before === '"' && after === '"') return JSON.stringify(value).slice(1, -1);
  if (before === "'" && after === "'") return value.replaceAll("'", "''");
  return written(registry, layout, field, value);
}

/** Without what TeX would take for its own; in an address it is spelt otherwise. */
function texWord(value: string): string {
  return value.replace(/[{}\\]/g, c => (/^https?:/.test(value) ? `%${c.charCodeAt(0).toString(16).toUpperCase()}` : ''));
}

/** Longer passages are no excerpts. */
const LONGEST_EXCERPT = 1_000;

/**
 * Adds an excerpt to an entry, behind those that it has. Undefined where there is no such entry, where it repeats another, has the same excerpt already,
 * or has its excerpts written in a way to which nothing can be added to the letter.
 */
export function addExcerpt(text: string, registry: Registry, id: string, excerpt: { readonly text: string; readonly locator?: string }): RegistryEdit | undefined {
  const entry = registry.entries.find(e => e.id === id);
  const layout = entry?.layout;
  const words = excerpt.text.replace(/\s+/g, ' ').trim();
  if (!entry || !layout || layout.style === 'bibtex' || words === '' || words.length > LONGEST_EXCERPT || entry.excerpts.some(one => one.text.replace(/\s+/g, ' ').trim() === words)) return undefined;
  const member = layout.json ? JSON.stringify({ text: words, ...(excerpt.locator === undefined ? {} : { locator: excerpt.locator }) }) : `{text: ${JSON.stringify(words)}${excerpt.locator === undefined ? '' : `, locator: ${yamlWord(excerpt.locator)}`}}`;
  const span = entry.fieldSpans['excerpts'];
  const newline = newlineOf(text);
  const lines = (indent: number) => [`- text: ${JSON.stringify(words)}`, ...(excerpt.locator === undefined ? [] : [`  locator: ${yamlWord(excerpt.locator)}`])].map(line => newline + ' '.repeat(indent) + line).join('');
  if (!span) {
    if (layout.style === 'block') return insertion(endOfLine(text, layout.at), `${newline}${' '.repeat(layout.indent)}excerpts:${lines(layout.indent + 2)}`);
    return insertRaw(text, layout, [`${layout.json ? '"excerpts"' : 'excerpts'}: [${member}]`]);
  }
  // What another entry gives by an anchor stands there, and stays.
  if (span.start < entry.start || span.end > entry.end) return undefined;
  const written = text.slice(span.start, span.end).trimEnd();
  if (written.startsWith('[') && written.endsWith(']')) {
    const before = written.slice(0, -1).trimEnd();
    return insertion(span.start + before.length, before === '[' ? member : `${before.endsWith(',') ? '' : ','} ${member}`);
  }
  if (!/^-\s/.test(written)) return undefined;
  const indent = span.start - startOfLine(text, span.start);
  return text.slice(startOfLine(text, span.start), span.start).trim() === '' ? insertion(endOfLine(text, span.start + written.length), lines(indent)) : undefined;
}

/** Why a passage cannot be added to the excerpts of an entry, as a whole sentence; for where `addExcerpt` gives nothing. */
export function whyNoExcerpt({ format, entries }: Registry, id: string, words: string): string {
  if (format === 'bibtex') return 'A BibTeX file has no place for excerpts and where they stand; keep the source in a YAML or CSL-JSON registry for that.';
  if (words.length > LONGEST_EXCERPT) return `The passage is longer than the ${LONGEST_EXCERPT} characters that an excerpt may have.`;
  if (!entries.some(entry => entry.id === id && entry.layout)) return `No entry “${id}” of the registry can be changed: it is gone, or repeats another.`;
  return `The excerpts of “${id}” are written in a way to which nothing can be added to the letter; add it by hand.`;
}

/** Gives an entry another id. Undefined where there is no such entry, or the id is taken. */
export function renameId(text: string, registry: Registry, id: string, newId: string): RegistryEdit | undefined {
  const entry = registry.entries.find(e => e.id === id);
  if (!entry || registry.entries.some(e => e.id === newId)) return undefined;
  const { start, end } = entry.idSpan;
  const quote = text[start - 1];
  const written = registry.format === 'bibtex' ? newId
    : quote === '"' ? JSON.stringify(newId).slice(1, -1)
    : quote === "'" ? newId.replaceAll("'", "''")
    : yamlWord(newId);
  return { start, end, text: written };
}

/**
 * A first entry for a draft whose front matter has no `sources:` mapping: a mapping in the front matter, or a front matter.
 * `yaml` is the text between the fences; undefined where the draft has none. Undefined where the front matter has `sources:` of another kind.
 */
export function addSourcesMapping(text: string, yaml: Span | undefined, entry: NewEntry): RegistryEdit | undefined {
  const newline = newlineOf(text);
  const block = `sources:${newline}${blockEntry(entry, 2, 2, newline)}`;
  if (!yaml) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    return insertion(start, `---${newline}${block}${newline}---${newline}`);
  }
  const inside = text.slice(yaml.start, yaml.end);
  const key = /^sources[ \t]{0,10}:[ \t]{0,10}([^\n]{0,200})/m.exec(inside);
  if (key) {
    if (!/^(?:#.*)?\r?$/.test(key[1]!)) return undefined;
    const at = yaml.start + key.index + key[0].replace(/\r$/, '').length;
    return insertion(at, `${newline}${blockEntry(entry, 2, 2, newline)}`);
  }
  const ends = inside === '' || inside.endsWith('\n');
  // The closing fence stands on a line of its own, whether or not the text between the fences takes the last line end along.
  const fenceFollows = text[yaml.end] === '-';
  return insertion(yaml.end, `${ends || yaml.end === 0 ? '' : newline}${block}${ends && fenceFollows ? newline : ''}`);
}

/**
 * Copies to one entry the fields that it lacks and another has, as they are written there. An empty list where there is nothing to copy;
 * undefined where a field cannot be copied to the letter (another format or layout).
 */
export function copyFields(from: { text: string; entry: SourceEntry }, to: { text: string; entry: SourceEntry }): readonly RegistryEdit[] | undefined {
  const target = to.entry.layout;
  const there = new Set(to.entry.fields?.map(f => f.name));
  const lacking = from.entry.fields?.filter(f => !there.has(f.name));
  if (!lacking || !target || !from.entry.layout) return undefined;
  if (lacking.length === 0) return [];
  const source = from.entry.layout;
  if (source.style !== target.style || source.json !== target.json) return undefined;
  const members = lacking.map(field => from.text.slice(field.start, field.end));
  if (members.some(member => /[&*][\w-]/.test(member) && source.style !== 'bibtex' && !source.json && /(?:^|[\s[{,])[&*][\w-]/.test(member))) return undefined;
  const newline = newlineOf(to.text);
  if (target.style === 'block') {
    if (members.some(member => /[|>][+-]?\d/.test(member))) return undefined;
    const lines = members.map(member => member.replace(/\r?\n( *)/g, (_, spaces: string) => newline + ' '.repeat(Math.max(0, spaces.length - source.indent + target.indent))));
    return [insertion(endOfLine(to.text, target.at), lines.map(line => `${newline}${' '.repeat(target.indent)}${line}`).join(''))];
  }
  return [insertRaw(to.text, target, members)];
}

/** The names of a format's own fields. */
const BIBTEX: Readonly<Record<string, string>> = { 'container-title': 'journaltitle', issued: 'date', accessed: 'urldate', DOI: 'doi' };

/** A field's name as the registry's format has it: `issued` is `date` in BibTeX. */
export function fieldNameIn(registry: Pick<Registry, 'format'>, name: string): string {
  if (registry.format === 'bibtex') return Object.hasOwn(BIBTEX, name) ? BIBTEX[name]! : name;
  return registry.format === 'csl-json' && name === 'url' ? 'URL' : name;
}

function insertFields(text: string, layout: Layout, fields: readonly { name: string; value: string }[]): RegistryEdit {
  if (layout.style === 'block') {
    const newline = newlineOf(text);
    return insertion(endOfLine(text, layout.at), fields.map(f => `${newline}${' '.repeat(layout.indent)}${f.name}: ${f.value}`).join(''));
  }
  return insertRaw(text, layout, fields.map(f => (layout.style === 'bibtex' ? `${f.name} = ${f.value}` : layout.json ? `${JSON.stringify(f.name)}: ${f.value}` : `${f.name}: ${f.value}`)));
}

/** Adds members between brackets, each on a line of its own where the last one is. */
function insertRaw(text: string, layout: Layout, members: readonly string[]): RegistryEdit {
  const newline = newlineOf(text);
  const ownLine = layout.style === 'bibtex' || closesOnNextLine(text, layout.at);
  const gap = ownLine ? newline + ' '.repeat(layout.indent) : ' ';
  const joined = members.join(`,${gap}`);
  if (layout.style === 'bibtex') return insertion(layout.at, `,${gap}${joined}`);
  return insertion(layout.at, layout.empty ? joined : `,${gap}${joined}`);
}

function insertMember(text: string, layout: Layout, first: SourceEntry | undefined, newline: string, write: (indent: number) => string): RegistryEdit {
  const ownLine = first ? text.slice(startOfLine(text, first.start), first.start).trim() === '' : layout.json;
  const indent = ownLine ? (first ? layout.indent : layout.indent + 2) : 0;
  const gap = ownLine ? newline + ' '.repeat(indent) : layout.empty ? '' : ' ';
  const after = ownLine && layout.empty && !/^[ \t]*\r?\n/.test(text.slice(layout.at, layout.at + 200)) ? newline + ' '.repeat(layout.indent) : '';
  return insertion(layout.at, `${layout.empty ? '' : ','}${gap}${write(ownLine ? indent : -1)}${after}`);
}

function blockEntry(entry: NewEntry, indent: number, step: number, newline: string): string {
  const pad = ' '.repeat(indent);
  const lines = entry.fields.map(([name, value]) => `${pad}${' '.repeat(step)}${name}: ${yamlWord(value)}`);
  return [`${pad}${yamlWord(entry.id)}:`, ...lines].join(newline);
}

/** An item of a list, as in `- id: wh`; `indent` is the column of its fields' dash. */
function blockItem(entry: NewEntry, indent: number, newline: string): string {
  const dash = ' '.repeat(Math.max(0, indent - 2));
  return [`${dash}- id: ${yamlWord(entry.id)}`, ...entry.fields.map(([name, value]) => `${dash}  ${name}: ${yamlWord(value)}`)].join(newline);
}

function flowEntry(entry: NewEntry, registry: Registry): string {
  const fields = entry.fields.map(([name, value]) => `${fieldNameIn(registry, name)}: ${yamlWord(value)}`).join(', ');
  return isListOf(registry) ? `{id: ${yamlWord(entry.id)}, ${fields}}` : `${yamlWord(entry.id)}: {${fields}}`;
}

/** As JSON; on one line where `indent` is negative. */
function jsonEntry(entry: NewEntry, registry: Registry, indent: number, newline: string): string {
  const listed = isListOf(registry);
  const fields = Object.fromEntries([...(listed ? [['id', entry.id]] : []), ...entry.fields.map(([name, value]) => [fieldNameIn(registry, name), value])]) as Record<string, string>;
  const key = listed ? '' : `${JSON.stringify(entry.id)}: `;
  if (indent < 0) return `${key}{${Object.entries(fields).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(', ')}}`;
  return key + JSON.stringify(fields, undefined, 2).replaceAll('\n', newline + ' '.repeat(indent));
}

function bibtexEntry(entry: NewEntry, indent: number, newline: string): string {
  const type = entry.fields.find(([name]) => name === 'type')?.[1] ?? 'misc';
  const fields = entry.fields.filter(([name]) => name !== 'type').map(([name, value]) => `${' '.repeat(indent)}${Object.hasOwn(BIBTEX, name) ? BIBTEX[name]! : name} = {${value.replace(/[{}\\]/g, '')}}`);
  return `@${type === 'webpage' ? 'online' : type}{${[entry.id, ...fields].join(`,${newline}`)}${newline}}`;
}

/** A word of YAML: plain where that is safe, as most addresses are, else in double quotes. */
function yamlWord(word: string): string {
  if (/^https?:\/\/[\w.~/?=&%+:;()-]*[\w/=)]$/.test(word)) return word;
  return /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_./+-]*(?: [\p{L}\p{N}_][\p{L}\p{M}\p{N}_./+-]*)*$/u.test(word) && !/^(?:null|true|false)$/i.test(word) ? word : JSON.stringify(word);
}

function isListOf(registry: Registry): boolean {
  return registry.format === 'csl-json' || registry.entries.some(entry => entry.idSpan.start > entry.start + 1);
}

function isListItem(text: string, entry: SourceEntry): boolean {
  return /-[ \t]+$/.test(text.slice(startOfLine(text, entry.start), entry.start));
}

/** Is there a blank line between each two entries that can be read? */
function hasBlankBetween(text: string, registry: Registry): boolean {
  const [first, second] = registry.entries;
  return first !== undefined && second !== undefined && /\n[ \t]*\r?\n/.test(text.slice(first.end, second.start));
}

/** Does another entry repeat what this one names with an anchor? */
function isRepeated(text: string, entry: SourceEntry): boolean {
  const anchors = [...text.slice(entry.start, entry.end).matchAll(/(?:^|\s)&([^\s,[\]{}]+)/g)].map(m => `*${m[1]}`);
  return anchors.some(alias => text.slice(0, entry.start).includes(alias) || text.slice(entry.end).includes(alias));
}

function closesOnNextLine(text: string, at: number): boolean {
  return /^[ \t]*,?[ \t]*\r?\n/.test(text.slice(at, at + 200));
}

function insertion(at: number, text: string): RegistryEdit {
  return { start: at, end: at, text };
}

function removal(start: number, end: number): RegistryEdit {
  return { start, end, text: '' };
}

function newlineOf(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

function startOfLine(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Before the line end that follows. */
function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline < 0) return text.length;
  return newline > at && text[newline - 1] === '\r' ? newline - 1 : newline;
}

function afterNewline(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : text[at] === '\n' ? at + 1 : at;
}

function beforeNewline(text: string, at: number): number {
  return text.startsWith('\r\n', at - 2) ? at - 2 : text[at - 1] === '\n' ? at - 1 : at;
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}
