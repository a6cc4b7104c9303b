// Registries in YAML and JSON: a mapping of entries, or (CSL-JSON) a list of items with an `id`.
import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, visit, type Alias, type Document, type Node, type Pair, type YAMLError, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Span } from '../span.ts';
import { checkId, readEntry } from './entry.ts';
import type { EntryField, Layout, Registry, RegistryFormat, RegistryProblem, SourceEntry } from './registry.ts';
import { lineAt, lineStart, splitChunks } from './text-lines.ts';
import type { Field, Mapping, Value } from './value.ts';
import { explain } from './yaml-errors.ts';

/** How deep values are read, and how many nodes aliases may add: far more than any registry has, far less than a bomb. */
const MAX_DEPTH = 8;
const MAX_ALIASED = 20_000;

/** Reads a registry of our own entries or of CSL-JSON. Where the text as a whole cannot be read, its entries are read one at a time. */
export function parseYamlRegistry(text: string, format: RegistryFormat, base: number): Registry {
  const document = parse(text);
  const json = /^\uFEFF?\s*[[{]\s*(?:\{\s*)?"/.test(text.slice(0, 1000));
  const reader = new Reader(text, base, json);
  const root = document.contents;
  const broken = document.errors.length > 0;
  const flow = (isMap(root) || isSeq(root)) && root.flow === true;
  if (broken && !flow) reader.readChunks(document);
  else reader.readRoot(document, document.errors);
  const { entries, problems, layout } = reader;
  return { format, entries, problems: problems.toSorted((a, b) => a.start - b.start), ...(layout ? { layout } : {}) };
}

/** `failsafe`: every scalar is its text, so that dates and numbers stay as they are written. */
function parse(text: string): Document.Parsed {
  return parseDocument(text, { schema: 'failsafe', version: '1.2', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
}

class Reader {
  readonly entries: SourceEntry[] = [];
  readonly problems: RegistryProblem[] = [];
  layout: Layout | undefined;
  readonly #text: string;
  readonly #base: number;
  readonly #json: boolean;
  readonly #seen = new Set<string>();
  #aliased = 0;
  /** Has the entry at hand lost what it repeats? */
  #lost = false;
  #named: ReadonlySet<string> | undefined;
  #targets: ReadonlyMap<Alias, Node> = new Map();
  #repeated: ReadonlySet<Node> = new Set();

  constructor(text: string, base: number, json: boolean) {
    this.#text = text;
    this.#base = base;
    this.#json = json;
  }

  /** Reads a document whose errors, if any, each spoil the entry that they stand in. */
  readRoot(document: Document.Parsed, errors: readonly YAMLError[], offset = 0): void {
    const root: unknown = document.contents;
    this.#targets = findTargets(document);
    this.#repeated = new Set(this.#targets.values());
    const spoiled = errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
    let next = 0;
    const loose: YAMLError[] = [];
    /** The first error between two places, which come in order; those after it mostly follow from it. */
    const errorIn = (from: number, to: number): YAMLError | undefined => {
      while (next < spoiled.length && spoiled[next]!.pos[0] < from) loose.push(spoiled[next++]!);
      const first = next < spoiled.length && spoiled[next]!.pos[0] < to ? spoiled[next] : undefined;
      while (next < spoiled.length && spoiled[next]!.pos[0] < to) next++;
      return first;
    };
    if (isMap(root)) {
      root.items.forEach((pair, i) => {
        const key = pair.key;
        if (!isNode(key)) return;
        const end = i + 1 < root.items.length ? rangeOf(root.items[i + 1]!.key).start : Math.max(rangeOf(root).end, this.#text.length - offset);
        this.#readPair(pair, offset, errorIn(rangeOf(key).start, end));
      });
    } else if (isSeq(root)) {
      root.items.forEach(item => {
        if (!isNode(item)) return;
        const { start, end } = rangeOf(item);
        this.#readItem(item, offset, errorIn(start, end + 1));
      });
    } else if (root !== null && !(isScalar(root) && isNothing(root.value))) {
      this.#report(rangeOf(root), offset, 'A source registry is expected to be a mapping of ids to entries (`my-source:` with its fields below it) or a list of entries that each have an `id`.');
    }
    const rest = loose[0] ?? spoiled[next];
    if (rest) this.#reportError(rest, offset);
    if (offset === 0 && (isMap(root) || isSeq(root))) this.layout = this.#layoutOf(root, 0);
  }

  /** Reads the entries of a broken text one at a time: from each line at the outermost indentation to the next. */
  readChunks(whole: Document.Parsed): void {
    const before = this.problems.length;
    for (const chunk of splitChunks(this.#text, this.#base > 0)) {
      const document = parse(this.#text.slice(chunk.start, chunk.end));
      const errors = document.errors;
      const root = document.contents;
      if (errors.length === 0 && (isMap(root) || isSeq(root))) {
        this.readRoot(document, [], chunk.start);
        continue;
      }
      const key = /^\s*(?:- +(?:id:\s*)?)?(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^\s:#][^:#\n]{0,200}))(?=\s*(?::|$))/m.exec(this.#text.slice(chunk.start, Math.min(chunk.end, chunk.start + 400)));
      const id = key ? (key[1] ?? key[2] ?? key[3])?.trim() : undefined;
      if (errors[0]) this.#reportError(errors[0], chunk.start, id, chunk.end);
      else this.#reportNoMapping(lineAt(this.#text, chunk.start), 0, id);
      if (id !== undefined) this.#seen.add(id);
    }
    if (this.problems.length === before && whole.errors[0]) this.#reportError(whole.errors[0], 0);
    const first = this.entries[0];
    const last = this.entries.at(-1);
    if (first && last) {
      const start = first.start - this.#base;
      this.layout = { style: 'block', indent: start - lineStart(this.#text, start), at: last.end, empty: false, json: false };
    }
  }

  #readPair(pair: Pair<unknown, unknown>, offset: number, error: YAMLError | undefined): void {
    const key = pair.key as Node;
    const id = isScalar(key) ? String(key.value ?? '') : '';
    const idSpan = this.#inner(key, offset);
    const value = isNode(pair.value) ? pair.value : undefined;
    if (error) {
      this.#reportError(error, offset, id);
      this.#seen.add(id);
      return;
    }
    const whole = { start: rangeOf(key).start, end: this.#trimmedEnd(value ? rangeOf(value).end : rangeOf(key).end, offset) };
    const target = this.#resolve(value);
    if (isAlias(value) && !target) {
      this.#reportAlias(value, offset, id);
      this.#seen.add(id);
      return;
    }
    if (id === '' || !isMap(target)) {
      if (this.#seen.has(id)) checkId(id, idSpan, this.#seen, this.problems);
      else this.#reportNoMapping(whole, offset, id);
      this.#seen.add(id);
      return;
    }
    this.#add(id, idSpan, whole, value as Node, target, offset);
  }

  #readItem(item: Node, offset: number, error: YAMLError | undefined): void {
    const target = this.#resolve(item);
    const whole = { start: rangeOf(item).start, end: this.#trimmedEnd(rangeOf(item).end, offset) };
    const idPair = isMap(target) ? target.items.find(p => isScalar(p.key) && p.key.value === 'id') : undefined;
    const id = idPair && isScalar(idPair.value) && !isNothing(idPair.value.value) ? String(idPair.value.value) : undefined;
    if (error) {
      this.#reportError(error, offset, id);
      return;
    }
    if (!isMap(target)) return this.#report(whole, offset, 'An entry of this list is expected to be a mapping of fields, with an `id`.');
    if (id === undefined) return this.#report({ start: whole.start, end: Math.min(whole.end, lineAt(this.#text, whole.start + offset).end - offset) }, offset, 'This entry has no `id`, so that no draft can cite it.');
    this.#add(id, this.#inner(idPair!.value as Node, offset), whole, item, target, offset);
  }

  #add(id: string, idSpan: Span, whole: Span, written: Node, target: YAMLMap, offset: number): void {
    if (!checkId(id, idSpan, this.#seen, this.problems)) return;
    const told = this.problems.length;
    this.#lost = false;
    const mapping = this.#toValue(target, written === target ? undefined : written, offset, 0, id) as Mapping;
    if (this.problems.length > told) return;
    this.#checkFields(id, target, offset);
    const own = written === target ? { layout: this.#layoutOf(target, offset), fields: this.#fieldsOf(target, offset) } : {};
    const entry = readEntry({ ...this.#span(whole, offset), id, idSpan, shared: this.#repeated.has(target) || undefined, ...own }, mapping, this.problems);
    this.entries.push(this.#lost ? { ...entry, missing: [] } : entry);
  }

  #checkFields(id: string, map: YAMLMap, offset: number): void {
    const names = new Set<unknown>();
    for (const { key } of map.items) {
      if (!isScalar(key) || key.value === '<<') continue;
      if (names.has(key.value)) this.#report(rangeOf(key), offset, `The field “${clip(String(key.value))}” is given twice in the entry “${clip(id)}”: only the first counts.`, id);
      names.add(key.value);
    }
  }

  /** A node as a value. What an alias repeats stands where the alias stands. */
  #toValue(node: Node, at: Node | undefined, offset: number, depth: number, id: string): Value | undefined {
    const place = this.#span(rangeOf(at ?? node), offset);
    const inner = at ? place : this.#inner(node, offset);
    if (at && ++this.#aliased > MAX_ALIASED) return undefined;
    if (isAlias(node)) {
      const target = this.#resolve(node);
      // In a text that is read entry by entry, the name may be another entry's: what it has is not known to be missing.
      if (!target && this.#anchors().has(node.source)) this.#lost = true;
      else if (!target) this.#reportAlias(node, offset, id);
      return target && depth < MAX_DEPTH ? this.#toValue(target, at ?? node, offset, depth + 1, id) : undefined;
    }
    if (isScalar(node)) {
      const plain = node.type === 'PLAIN';
      if (plain && isNothing(node.value)) return undefined;
      return { kind: 'scalar', text: String(node.value ?? ''), plain, ...inner };
    }
    if (depth >= MAX_DEPTH) return undefined;
    const end = at ? place.end : this.#base + offset + this.#trimmedEnd(rangeOf(node).end, offset);
    if (isSeq(node)) return { kind: 'list', items: node.items.flatMap(item => (isNode(item) ? (this.#toValue(item, at, offset, depth + 1, id) ?? []) : [])), start: place.start, end };
    if (!isMap(node)) return undefined;
    return { kind: 'mapping', fields: this.#toFields(node, at, offset, depth, id), start: place.start, end };
  }

  #toFields(map: YAMLMap, at: Node | undefined, offset: number, depth: number, id: string): Field[] {
    const fields: Field[] = [];
    const merged: Field[] = [];
    for (const pair of map.items) {
      if (!isScalar(pair.key)) continue;
      const name = String(pair.key.value ?? '');
      const value = isNode(pair.value) ? this.#toValue(pair.value, at, offset, depth + 1, id) : undefined;
      // YAML's merge key: the fields of another entry, where this one has none of that name.
      if (name === '<<' && value?.kind === 'mapping') merged.push(...value.fields);
      else if (name === '<<' && value?.kind === 'list') merged.push(...value.items.flatMap(v => (v.kind === 'mapping' ? v.fields : [])));
      else fields.push({ name, nameSpan: at ? this.#span(rangeOf(at), offset) : this.#inner(pair.key, offset), value });
    }
    return merged.length === 0 ? fields : [...fields, ...merged];
  }

  #resolve(node: Node | undefined): Node | undefined {
    return isAlias(node) ? this.#targets.get(node) : node;
  }

  #fieldsOf(map: YAMLMap, offset: number): EntryField[] {
    return map.items.flatMap(pair => {
      if (!isScalar(pair.key)) return [];
      const end = isNode(pair.value) ? rangeOf(pair.value).end : rangeOf(pair.key).end;
      return [{ name: String(pair.key.value ?? ''), ...this.#span({ start: rangeOf(pair.key).start, end: this.#trimmedEnd(end, offset) }, offset) }];
    });
  }

  #layoutOf(node: YAMLMap | YAMLSeq, offset: number): Layout {
    const { start, end } = rangeOf(node);
    const flow = node.flow === true;
    const last = node.items.at(-1);
    const lastNode = last === undefined ? undefined : isNode(last) ? last : isNode((last as Pair).value) ? ((last as Pair).value as Node) : ((last as Pair).key as Node);
    const first = node.items[0];
    const firstNode = first === undefined ? undefined : isNode(first) ? first : ((first as Pair).key as Node);
    const firstAt = firstNode ? rangeOf(firstNode).start + offset : start + offset;
    const from = lineStart(this.#text, firstAt);
    const indent = flow ? /^[ \t]*/.exec(this.#text.slice(from, firstAt))![0].length : firstAt - from;
    const at = lastNode ? this.#trimmedEnd(rangeOf(lastNode).end, offset) : flow ? start + 1 : end;
    return { style: flow ? 'flow' : 'block', indent, at: this.#base + offset + at, empty: node.items.length === 0, json: this.#json };
  }

  #reportNoMapping(span: Span, offset: number, id: string | undefined): void {
    const name = id === undefined || id === '' ? 'This entry' : `The entry “${clip(id)}”`;
    this.#report(span, offset, `${name} is expected to have fields below it (title, author, url and so on).`, id);
  }

  /** The names that anchors of the text may define; words after `&` in prose among them. */
  #anchors(): ReadonlySet<string> {
    return (this.#named ??= new Set(Array.from(this.#text.matchAll(/&([^\s,[\]{}&]{1,200})/g), match => match[1]!)));
  }

  #reportAlias(alias: Alias, offset: number, id: string): void {
    this.#report(rangeOf(alias), offset, `The entry “${clip(id)}” repeats “*${clip(alias.source)}”, which nothing above it defines as “&${clip(alias.source)}”.`, id);
  }

  #reportError(error: YAMLError, offset: number, id?: string, end = this.#text.length): void {
    // What is never closed is missed at the very end: the last line that can be seen is shown.
    let last = end;
    while (last > 0 && /\s/.test(this.#text[last - 1]!)) last--;
    const start = Math.min(error.pos[0] + offset, Math.max(0, last - 1));
    const line = lineAt(this.#text, start);
    const visible = start < last - 1 && start >= line.start && this.#text.slice(start, line.end).trim() !== '';
    // One letter, or a tab, is hard to see: it is shown with the rest of its line.
    const shown = /[\p{L}\p{N}\t]/u.test(this.#text[start] ?? '') ? line.end : Math.min(error.pos[1] + offset, line.end);
    const span = visible ? { start, end: Math.max(shown, start + 1) } : line;
    const whose = id === undefined || id === '' ? 'This place' : `The entry “${clip(id)}”`;
    this.#report(span, 0, `${whose} cannot be read: ${explain(error)}`, id);
  }

  #report(span: Span, offset: number, message: string, id?: string): void {
    this.problems.push({ ...this.#span(span, offset), message, ...(id === undefined || id === '' ? {} : { id }) });
  }

  #span(span: Span, offset: number): Span {
    return { start: this.#base + offset + span.start, end: this.#base + offset + Math.max(span.start, span.end) };
  }

  /** The words of a scalar without their quotation marks. */
  #inner(node: Node, offset: number): Span {
    const { start, end } = rangeOf(node);
    const closed = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') && end - start >= 2;
    if (closed) return this.#span({ start: start + 1, end: end - 1 }, offset);
    return this.#span({ start, end: isScalar(node) ? this.#trimmedEnd(end, offset) : end }, offset);
  }

  /** Without the white space and line ends that block values take with them. */
  #trimmedEnd(end: number, offset: number): number {
    let at = Math.min(end + offset, this.#text.length);
    while (at > offset && /\s/.test(this.#text[at - 1]!)) at--;
    return at - offset;
  }
}

/** What each alias repeats: the last anchor of its name before it. One walk, for the library searches the document anew for each. */
function findTargets(document: Document.Parsed): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target) targets.set(node, target);
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

function rangeOf(node: unknown): Span {
  const range = isNode(node) ? node.range : undefined;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === '~' || value === 'null';
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
