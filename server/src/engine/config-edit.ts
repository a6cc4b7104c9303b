// Edits of a `claimcheck.yaml` that leave its comments and its form as they are.
import { isMap, isPair, isScalar, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import type { RuleId } from '../rules/rule.ts';
import type { Span } from '../span.ts';

/** An edit of the configuration text; of the empty text where there is no file. */
export interface ConfigEdit extends Span {
  readonly text: string;
}

/**
 * The edits that turn a rule off. Without a file, or with one that says nothing, they write it.
 * None where the file cannot be read well enough to be edited: then its own problems come first.
 */
export function turnOffRule(configText: string | undefined, rule: RuleId): readonly ConfigEdit[] {
  if (configText === undefined || configText.trim() === '') return [insert(configText?.length ?? 0, `rules:\n  ${rule}: off\n`)];
  const text = configText;
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) return [];
  const root: unknown = document.contents;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (root === null || (isScalar(root) && root.value === null && root.source === '')) return [insert(text.length, `${text.endsWith('\n') ? '' : eol}rules:${eol}  ${rule}: off${eol}`)];
  if (!isMap(root)) return [];
  const rules = pairOf(root, 'rules');
  if (rules === undefined) return [addPair(text, root, 'rules', rule, eol)];
  if (isEmpty(rules.value)) return [insert(endOfLine(text, endOf(rules.key)), `${eol}${indentOf(text, rules.key)}  ${rule}: off`)];
  if (!isMap(rules.value)) return [];
  const own = pairOf(rules.value, rule);
  if (own === undefined) return [addPair(text, rules.value, rule, undefined, eol)];
  return turnOff(text, own, eol);
}

/** Sets the value of a rule that the file names already. */
function turnOff(text: string, pair: Pair, eol: string): readonly ConfigEdit[] {
  const { value } = pair;
  if (isEmpty(value)) return [insert(text.indexOf(':', endOf(pair.key)) + 1, ' off')];
  if (!isMap(value) || value.anchor !== undefined) return [{ ...spanOf(value), text: 'off' }];
  const severity = pairOf(value, 'severity');
  if (severity === undefined) return [addPair(text, value, 'severity', undefined, eol)];
  if (isEmpty(severity.value)) return [insert(text.indexOf(':', endOf(severity.key)) + 1, ' off')];
  return [{ ...spanOf(severity.value), text: 'off' }];
}

/** Adds `key: off` (or `key:` with `inner: off` in it) to a map, in the map's own style. */
function addPair(text: string, map: YAMLMap, key: string, inner: string | undefined, eol: string): ConfigEdit {
  const { start } = spanOf(map);
  if (map.flow === true) return insert(start + 1, `${key}: ${inner === undefined ? 'off' : `{${inner}: off}`}${map.items.length === 0 ? '' : ', '}`);
  const indent = indentOf(text, map.items[0]!.key);
  const written = inner === undefined ? `${key}: off` : `${key}:${eol}${indent}  ${inner}: off`;
  const at = endOfLine(text, start + text.slice(start, spanOf(map).end).trimEnd().length);
  return insert(at, `${eol}${indent}${written}`);
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find(pair => isPair(pair) && isScalar(pair.key) && pair.key.value === key);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (isScalar(value) && value.value === null && value.source === '');
}

function spanOf(node: unknown): Span {
  const [start, end] = (node as Node).range!;
  return { start, end };
}

function endOf(node: unknown): number {
  return spanOf(node).end;
}

/** The blanks that a new line needs to stand under the key; a key after `- ` or in the middle of a line counts by its column. */
function indentOf(text: string, key: unknown): string {
  const { start } = spanOf(key);
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  return ' '.repeat(text.slice(lineStart, start).replace('\uFEFF', '').length);
}

/** The end of the line, its comment included. */
function endOfLine(text: string, at: number): number {
  const found = /[\r\n]/g;
  found.lastIndex = at;
  return found.exec(text)?.index ?? text.length;
}

function insert(offset: number, text: string): ConfigEdit {
  return { start: offset, end: offset, text };
}
