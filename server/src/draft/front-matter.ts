// The YAML front matter of a draft: title, date, status, sources.
import { isMap, isScalar, isSeq, parseDocument, type Node, type YAMLMap } from 'yaml';
import { parseRegistry } from '../registry/parse.ts';
import { explain } from '../registry/yaml-errors.ts';
import type { Registry } from '../registry/registry.ts';
import type { Span } from '../span.ts';
import { isDay } from './comments.ts';
import type { FrontMatter } from './draft.ts';

const FENCE = /---[ \t]*(?:\r\n|\r|\n|$)/y;

/** Where a draft's front matter stands, and the YAML in it. */
export interface Fences {
  readonly whole: Span;
  readonly yaml: Span;
}

/** The front matter between the `---` lines that were found. It rests on the text up to the second of them alone. */
export function readFrontMatter(text: string, fences: Fences): FrontMatter {
  return readYaml(text, fences.whole, fences.yaml);
}

/** The `---` lines at the very start of `text`, from `from` on (after a byte-order mark); undefined where there are none, or no second one. */
export function findFences(text: string, from: number): Fences | undefined {
  FENCE.lastIndex = from;
  const open = FENCE.exec(text);
  if (!open) return undefined;
  const start = from + open[0].length;
  const lines = /\r\n|\r|\n/g;
  for (let line = start; line <= text.length && open[0].length > open[0].trimEnd().length;) {
    FENCE.lastIndex = line;
    const close = FENCE.exec(text);
    if (close) return { whole: { start: from, end: line + close[0].trimEnd().length }, yaml: { start, end: line } };
    lines.lastIndex = line;
    const ending = lines.exec(text);
    if (!ending) return undefined;
    line = ending.index + ending[0].length;
  }
  return undefined;
}

type Problem = FrontMatter['problems'][number];

/**
 * Parses the YAML as a whole, or, where it has an error, without the top-level keys that cannot be read on their own: a headline with a colon in it must not cost the draft its sources.
 * What is wrong with such a key becomes a problem; a headline is taken as it is written. The key `sources` stays, for the registry's reader recovers entry by entry.
 */
function parseByKeys(text: string, yaml: Span, problems: Problem[]): { document: ReturnType<typeof parse>; rawTitle?: string } {
  const source = text.slice(yaml.start, yaml.end);
  const document = parse(source);
  if (document && document.errors.length === 0) return { document };
  const keys = [...source.matchAll(TOP_LEVEL_KEY)];
  if (keys.length > MOST_KEYS) return { document };
  let rest = source;
  let rawTitle: string | undefined;
  keys.forEach((key, i) => {
    const from = key.index;
    const to = keys[i + 1]?.index ?? source.length;
    if (key[1] === 'sources') return;
    const chunk = source.slice(from, to);
    const error = parse(chunk)?.errors[0];
    if (!error) return;
    const firstLine = /^.*/.exec(chunk)![0];
    if (key[1] === 'title' && !chunk.slice(firstLine.length).trim()) rawTitle = firstLine.slice(key[0].length).trim();
    // A quotation mark that never closes is noticed at the end; the writer wants to see where it opens.
    const start = yaml.start + from + (error.pos[0] < firstLine.length ? error.pos[0] : 0);
    problems.push({ start, end: yaml.start + from + firstLine.length, about: 'front-matter', message: `The front matter cannot be read here: ${explain(error)}` });
    rest = rest.slice(0, from) + chunk.replace(/[^\r\n]/g, ' ') + rest.slice(to);
  });
  return { document: rest === source ? document : parse(rest), ...(rawTitle ? { rawTitle } : {}) };
}

/** Each broken key costs a copy of the front matter. */
const MOST_KEYS = 100;

const TOP_LEVEL_KEY = /^([A-Za-z_][\w-]{0,60})[ \t]{0,20}:(?=[ \t]|\r|\n|$)/gm;

function readYaml(text: string, whole: Span, yaml: Span): FrontMatter {
  const problems: Problem[] = [];
  const base = yaml.start;
  const result: { -readonly [K in keyof FrontMatter]: FrontMatter[K] } = { ...whole, yaml, ready: false, registry: undefined, sourcePaths: [], problems };
  const { document, rawTitle } = parseByKeys(text, yaml, problems);
  if (!document) {
    problems.push({ ...yaml, about: 'front-matter', message: 'The front matter is no YAML that can be read.' });
    return result;
  }
  if (rawTitle !== undefined) result.title = rawTitle;
  const map = isMap(document.contents) ? document.contents : undefined;
  if (!map && document.contents && document.errors.length === 0) {
    problems.push({ ...spanOf(document.contents as Node, base, yaml), about: 'front-matter', message: 'The front matter is no mapping; expected lines such as “title: …”.' });
  }
  const sources = map && pairOf(map, 'sources');
  const sourcesFrom = sources ? (sources.key.range?.[0] ?? 0) + base : Infinity;
  const sourcesEnd = sources?.value?.range ? sources.value.range[2] + base : sourcesFrom;
  const readsEntries = isMap(sources?.value);
  for (const error of document.errors) {
    const start = Math.min(base + error.pos[0], yaml.end);
    // An entry's own errors are reported by the registry's reader.
    if (readsEntries && start >= sourcesFrom && start <= sourcesEnd) continue;
    problems.push({ start, end: Math.max(start, Math.min(base + error.pos[1], yaml.end)), about: start >= sourcesFrom && start <= sourcesEnd ? 'sources' : 'front-matter', message: `The front matter cannot be read here: ${explain(error)}` });
  }
  if (!map) return result;

  const title = pairOf(map, 'title')?.value;
  if (isScalar(title) && title.value !== null && title.value !== undefined) {
    result.title = String(title.source ?? title.value);
    const letters = lettersOf(spanOf(title as Node, base, yaml), result.title, text);
    if (letters) result.titleSpan = letters;
  }
  const date = pairOf(map, 'date')?.value;
  if (date && !(isScalar(date) && date.value === null)) {
    const day = isScalar(date) ? dayOf(String(date.source ?? date.value)) : undefined;
    if (day) result.date = day;
    else problems.push({ ...spanOf(date, base, yaml), about: 'front-matter', message: 'The date of the draft cannot be read; expected one such as 2025-09-19.' });
  }
  const status = pairOf(map, 'status')?.value;
  result.ready = isScalar(status) && typeof status.value === 'string' && status.value.trim().toLowerCase() === 'ready';
  if (sources?.value) readSources(sources.value);
  return result;

  function readSources(value: Node): void {
    if (isMap(value)) {
      result.registry = readEntries(text, value, base);
      return;
    }
    const items = isSeq(value) ? (value.items as Node[]) : [value];
    const paths: { path: string; span: Span }[] = [];
    for (const item of items) {
      if (isScalar(item) && (item.value === null || item.value === undefined) && items.length === 1) continue;
      if (isScalar(item) && typeof item.value === 'string' && item.value.trim() !== '') paths.push({ path: item.value, span: spanOf(item, base, yaml) });
      else problems.push({ ...spanOf(item, base, yaml), about: 'sources', message: '“sources” is a mapping of entries, the path of a registry file, or a list of paths.' });
    }
    result.sourcePaths = paths;
  }
}

/** The entries, read from the start of their first line, so that their indentation is the same for all. */
function readEntries(text: string, map: YAMLMap, base: number): Registry {
  const [from, , to] = map.range!;
  let start = base + from;
  while (!map.flow && start > base && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return parseRegistry(text.slice(start, base + to), 'yaml', start);
}

/** Looking for repeated keys is quadratic. */
const LONGEST_FOR_UNIQUE_KEYS = 100_000;

function parse(yaml: string): ReturnType<typeof parseDocument> | undefined {
  try {
    return parseDocument(yaml, { prettyErrors: false, logLevel: 'silent', uniqueKeys: yaml.length < LONGEST_FOR_UNIQUE_KEYS });
  } catch {
    return undefined;
  }
}

function pairOf(map: YAMLMap, name: string): { key: Node; value: Node | undefined } | undefined {
  for (const { key, value } of map.items) {
    if (isScalar(key) && key.value === name) return { key: key as Node, value: (value as Node | null) ?? undefined };
  }
  return undefined;
}

/** `2025-09-19`, `2025-09-19 10:00`, `2025-09-19T10:00:00Z`: the day. */
function dayOf(value: string): string | undefined {
  const match = /^\s*(\d{4}-\d{2}-\d{2})(?:[Tt\s].*)?$/s.exec(value);
  return match && isDay(match[1]!) ? match[1] : undefined;
}

/** Where a scalar's own letters stand: within its quotation marks, unless it is folded or has escapes. */
function lettersOf(scalar: Span, value: string, text: string): Span | undefined {
  const quote = /^["']/.test(text.slice(scalar.start, scalar.start + 1)) ? 1 : 0;
  const span = { start: scalar.start + quote, end: scalar.start + quote + value.length };
  return value.trim() !== '' && text.slice(span.start, span.end) === value ? span : undefined;
}

function spanOf(node: Node, base: number, yaml: Span): Span {
  const range = node.range;
  if (!range) return { start: yaml.start, end: yaml.start };
  return { start: base + range[0], end: Math.max(base + range[0], Math.min(base + range[1], yaml.end)) };
}
