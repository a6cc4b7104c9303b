// Completion in claimcheck.yaml: keys, rule ids, options and their values. Read by lines and indentation, for what is being written is seldom whole YAML.
import { CompletionItemKind } from 'vscode-languageserver';
import type { GenericSchema } from 'valibot';
import { optionSchemas } from '../engine/config-file.ts';
import { SEVERITIES } from '../engine/config.ts';
import { rules } from '../rules/index.ts';
import type { Offer, Offers } from './completion.ts';

const KEYS: Readonly<Record<string, string>> = {
  extends: 'Configurations that this one builds on',
  sources: 'Registries of the whole project; globs',
  files: 'Which files are drafts; globs',
  ignore: 'Which files are not; globs',
  rules: 'Severity and options of rules',
  gate: 'Rules that become errors in a draft that is ready',
  baseline: 'A file of findings that are not shown',
  figures: 'Quantities with a name: synonyms, unit',
  desk: 'People whom the desk knows',
};
const FIGURE_KEYS: Readonly<Record<string, string>> = { synonyms: 'Other words for it', unit: 'The unit that it must have' };
const DESK_KEYS: Readonly<Record<string, string>> = { name: 'Full name', family: 'Family name', title: 'Office or title', also: 'Other names' };
const SEVERITY_WORDS: Readonly<Record<(typeof SEVERITIES)[number], string>> = { error: 'Fails the check', warning: 'Shown, counted', information: 'Shown quietly', hint: 'Shown faintly', off: 'Not checked' };

/** What may stand at an offset of a configuration. */
export function completeConfig(text: string, offset: number): Offers | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (before.length > 1000 || /(?:^|\s)#/.test(before)) return undefined;
  const typed = /[\w/.-]*$/.exec(before)![0];
  const span = { start: offset - typed.length, end: offset };
  const { path, rest } = pathAt(text.slice(0, lineStart), before.slice(0, before.length - typed.length));
  const afterColon = /^[\t ]*\S*?:[\t ]+$/.test(rest);
  if (afterColon) {
    const key = /([\w/.-]+)["']?:\s+$/.exec(rest)?.[1];
    return key === undefined ? undefined : { span, offers: valuesOf([...path, key]) };
  }
  // A key is wanted at the beginning of a line, of a list item or of a map in braces; a colon is added where none follows.
  if (!/^[\t ]*(?:-[\t ]+)?$/.test(rest)) return undefined;
  const colon = /^[\w/.-]*\s*:/.test(text.slice(offset, offset + 80)) ? '' : ': ';
  const isItem = /-[\t ]+$/.test(rest);
  const keys = keysOf(path, isItem);
  if (keys.length > 0) return { span, offers: keys.map(offer => ({ ...offer, text: `${offer.label}${colon}`, again: true })) };
  return isItem ? { span, offers: valuesOf(path) } : undefined;
}

/** The keys above a line, the outermost first, and what of the line follows the last of them. */
function pathAt(above: string, line: string): { path: string[]; rest: string } {
  let indent = /^[\t ]*(?:-[\t ]+)*/.exec(line)![0].length;
  const isItem = /^[\t ]*-/.test(line);
  if (isItem) indent = line.indexOf('-') + 1;
  const path: string[] = [];
  for (const candidate of above.split('\n').slice(-400).reverse()) {
    const match = /^([\t ]*(?:-[\t ]+)?)["']?([\w/.-]+)["']?:(?:\s|$)/.exec(candidate);
    if (!match || match[1]!.length >= indent) continue;
    indent = match[1]!.length;
    path.unshift(match[2]!);
    if (indent === 0) break;
  }
  // `rules: {sourcing: {sev`: the maps in braces that the line opens and does not close.
  let rest = line;
  for (let opened = /^[\t ]*(?:-[\t ]+)?["']?([\w/.-]+)["']?:[\t ]*([[{])/.exec(rest); opened; opened = /^[\t ]*["']?([\w/.-]+)["']?:[\t ]*([[{])/.exec(rest)) {
    const inner = rest.slice(opened[0].length);
    const close = opened[2] === '{' ? '}' : ']';
    if (inner.includes(close)) break;
    path.push(opened[1]!);
    rest = opened[2] === '[' ? `- ${inner.slice(inner.lastIndexOf(',') + 1).trimStart()}` : inner.slice(inner.lastIndexOf(',') + 1).trimStart();
  }
  return { path, rest };
}

function keysOf(path: readonly string[], isItem: boolean): Offer[] {
  const [top, second] = path;
  if (path.length === 0) return isItem ? [] : entries(KEYS);
  if (path.length === 1) {
    if (top === 'rules') return ruleKeys();
    if (top === 'desk') return entries(DESK_KEYS);
  }
  if (path.length === 2 && top === 'figures') return entries(FIGURE_KEYS);
  if (path.length === 2 && top === 'rules') {
    const rule = rules.find(candidate => candidate.id === second);
    return [{ label: 'severity', kind: CompletionItemKind.Property, detail: 'The highest that it may reach' }, ...Object.keys(optionSchemas(rule)).map(label => ({ label, kind: CompletionItemKind.Property, detail: `Option of ${second}` }))];
  }
  return [];
}

function valuesOf(path: readonly string[]): Offer[] {
  const [top, second, third] = path;
  if (top === 'gate') return ruleKeys();
  if (top !== 'rules' || second === undefined) return [];
  if (path.length === 2 || third === 'severity') return SEVERITIES.map(label => ({ label, kind: CompletionItemKind.EnumMember, detail: SEVERITY_WORDS[label] }));
  const schema = optionSchemas(rules.find(candidate => candidate.id === second))[third ?? ''];
  return schema === undefined ? [] : choicesOf(schema).map(label => ({ label, kind: CompletionItemKind.Value }));
}

/** The values that a schema allows, where they can be counted. */
function choicesOf(schema: GenericSchema): string[] {
  const node = schema as { type?: string; options?: readonly unknown[]; wrapped?: GenericSchema; pipe?: readonly GenericSchema[] };
  if (node.type === 'boolean') return ['true', 'false'];
  if (node.type === 'picklist') return (node.options ?? []).map(String);
  if (node.wrapped) return choicesOf(node.wrapped);
  return [];
}

function ruleKeys(): Offer[] {
  const groups = [...new Set(rules.map(rule => rule.id.slice(0, rule.id.indexOf('/'))))];
  return [
    ...rules.map(rule => ({ label: rule.id, kind: CompletionItemKind.Property, detail: rule.summary })),
    ...groups.map(label => ({ label, kind: CompletionItemKind.Module, detail: `Every rule of ${label}/` })),
  ];
}

function entries(keys: Readonly<Record<string, string>>): Offer[] {
  return Object.entries(keys).map(([label, detail]) => ({ label, detail, kind: CompletionItemKind.Property }));
}
