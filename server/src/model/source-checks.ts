// What source checks found of a source: where its page and its file are recorded, and where in the registry they are named.
import type { SourceEntry } from '../registry/registry.ts';
import type { Analysis } from './analysis.ts';
import type { Span } from '../span.ts';
import { addressKey } from './addresses.ts';
import type { CheckResult, CheckResults } from './context.ts';

/** The page of an entry: its address, or of a DOI the resolver's. Undefined where it has neither. */
export function pageOf({ url, doi }: SourceEntry): string | undefined {
  if (url !== undefined && /^https?:\/\//i.test(url.trim())) return url.trim();
  const number = doi === undefined ? undefined : /10\.\d{4,9}\/\S+/.exec(doi)?.[0];
  return number === undefined ? undefined : `https://doi.org/${number}`;
}

/** The key of what was found of an entry's local file, among `CheckResults`. */
export function fileKey(document: string, id: string): string {
  return `${document}\n${id}`;
}

/** What was found of an entry's page; nothing for a confidential one, which is never asked for. */
export function pageCheck(entry: SourceEntry, results: CheckResults | undefined): CheckResult | undefined {
  const page = entry.confidential ? undefined : pageOf(entry);
  return page === undefined ? undefined : results?.get(addressKey(page));
}

/** What was found of an entry's local file. */
export function fileCheck(entry: SourceEntry, document: string, results: CheckResults | undefined): CheckResult | undefined {
  return entry.confidential ? undefined : results?.get(fileKey(document, entry.id));
}

/** Has a check that somebody asked for reached the source's page or file? Until then its text may be an old one. */
export function wasRead(id: string, { sources, context }: Pick<Analysis, 'sources' | 'context'>): boolean {
  const source = sources.get(id);
  if (!source) return false;
  return pageCheck(source.entry, context.checkResults)?.outcome === 'reached' || fileCheck(source.entry, source.document, context.checkResults)?.outcome === 'reached';
}

/** Where the entry names its page. */
export function pageSpan({ fieldSpans, idSpan }: SourceEntry): Span {
  return fieldSpans['url'] ?? fieldSpans['URL'] ?? fieldSpans['DOI'] ?? fieldSpans['doi'] ?? idSpan;
}

/** Where the entry names its file. */
export function fileSpan({ fieldSpans, idSpan }: SourceEntry): Span {
  return fieldSpans['file'] ?? idSpan;
}
