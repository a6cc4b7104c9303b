// Completion in claimcheck.yaml: keys, rule ids, options and their values. Read by lines and indentation, for what is being written is seldom whole YAML.
import { CompletionItemKind } from 'vscode-languageserver';
import { configKeysAt, type ConfigItem } from '../engine/config-schema.ts';
import type { Offer, Offers } from './completion.ts';

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

/** The keys of the map that stands at the path, or of the item that is being written there. */
function keysOf(path: readonly string[], isItem: boolean): Offer[] {
  const own = isItem ? [] : offersAt(path, 'key');
  return own.length > 0 ? own : offersAt([...path, 0], 'key');
}

function valuesOf(path: readonly string[]): Offer[] {
  const own = offersAt(path, 'value');
  return own.length > 0 ? own : offersAt([...path, 0], 'value');
}

function offersAt(path: readonly (string | number)[], kind: ConfigItem['kind']): Offer[] {
  return configKeysAt(path).filter(item => item.kind === kind).map(({ label, description }) => ({
    label, kind: kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.Value, ...(description === undefined ? {} : { detail: description }),
  }));
}
