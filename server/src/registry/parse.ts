// Reads a registry text of any format.
import { parseBibtexRegistry } from './bibtex.ts';
import type { Registry, RegistryFormat } from './registry.ts';
import { parseYamlRegistry } from './yaml.ts';

/** The longest text that is read, in UTF-16 units: some 5,000 full entries. */
export const MAX_REGISTRY_LENGTH = 2_000_000;

/** The format that a file's name (and, for `.json`, its text) tells: `.yaml`/`.yml`/`.json` of our own entries, CSL-JSON (an array), `.bib`. */
export function registryFormat(fileName: string, text: string): RegistryFormat {
  if (/\.bib(?:tex)?$/i.test(fileName)) return 'bibtex';
  if (/\.json$/i.test(fileName) && /^\uFEFF?\s*\[/.test(text.slice(0, 10_000))) return 'csl-json';
  return 'yaml';
}

/**
 * Reads a registry. Never throws, and never takes more than linear time. `base` is added to every offset of YAML (where the text is a part of a draft: its front matter's `sources:` mapping).
 * Such a part of block style begins at the start of its first entry's line, so that all entries are indented alike.
 */
export function parseRegistry(text: string, format: RegistryFormat, base = 0): Registry {
  if (text.length > MAX_REGISTRY_LENGTH) {
    const end = text.indexOf('\n');
    return { format, entries: [], problems: [{ start: base, end: base + Math.min(end < 0 ? text.length : end, 80), message: `This source registry is too long to be read: expected at most ${MAX_REGISTRY_LENGTH / 1_000_000} million characters.` }] };
  }
  try {
    if (format === 'bibtex') return parseBibtexRegistry(text);
    return parseYamlRegistry(text, format, base);
  } catch {
    // The parsers bound their own depth; what slips through is still no reason to fail.
    return { format, entries: [], problems: [{ start: base, end: base + Math.min(text.length, 1), message: 'This source registry cannot be read: it is nested too deeply.' }] };
  }
}
