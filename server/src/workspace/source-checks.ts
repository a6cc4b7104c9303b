// What source checks found, as the Context and the Project need it; and which pages and files there are to check.
import type { Draft } from '../draft/draft.ts';
import { addressKey } from '../model/addresses.ts';
import type { Analysis } from '../model/analysis.ts';
import type { CheckResult, CheckResults, Passage, RegistryDocument } from '../model/context.ts';
import { fileKey, pageOf } from '../model/source-checks.ts';
import { allCitations, citedIds } from '../model/sources.ts';
import type { SourceEntry } from '../registry/registry.ts';
import type { SourceTarget } from '../sources/check-sources.ts';
import type { SourceRecord, SourceRecords } from '../sources/records.ts';
import { folderOf, isWithin, resolvePath } from './uris.ts';

/** What is known of the pages and files that one draft rests on. */
export interface DraftSourceChecks {
  readonly results: CheckResults;
  /** The words of pages and files that were read by a check. */
  readonly passages: readonly Passage[];
}

export class SourceChecks {
  readonly #records: SourceRecords;
  readonly #ofDraft = new WeakMap<Analysis, { readonly revision: number; readonly checks: DraftSourceChecks }>();
  readonly #ofProject = new WeakMap<readonly RegistryDocument[], { readonly revision: number; readonly results: CheckResults }>();
  /** The very same passages for as long as a record is the same: what was found in them is kept by their identity. */
  readonly #passages = new WeakMap<SourceRecord, Map<string, Passage>>();

  constructor(records: SourceRecords) {
    this.#records = records;
  }

  /** Of the sources in `registries`: the same object for as long as nothing was checked. */
  async ofProject(registries: readonly RegistryDocument[], folder: string): Promise<CheckResults> {
    if (this.#records.isEmpty) return NONE;
    const { revision } = this.#records;
    const known = this.#ofProject.get(registries);
    if (known?.revision === revision) return known.results;
    const results = new Map<string, CheckResult>();
    for (const { document, registry } of registries) {
      for (const entry of registry.entries) for (const { at, key } of placesOf(entry, document, folder)) await this.#add(at, key, results);
    }
    this.#ofProject.set(registries, { revision, results });
    return results;
  }

  /** Of the sources that a draft cites and the pages that it links to. */
  async ofDraft(analysis: Analysis, folder: string): Promise<DraftSourceChecks> {
    if (this.#records.isEmpty) return NOTHING;
    const { revision } = this.#records;
    const known = this.#ofDraft.get(analysis);
    if (known?.revision === revision) return known.checks;
    const results = new Map<string, CheckResult>();
    const passages: Passage[] = [];
    for (const id of citedIds(analysis.draft, analysis.sources)) {
      const source = analysis.sources.get(id);
      if (!source) continue;
      for (const { at, key } of placesOf(source.entry, source.document, folder)) {
        const record = await this.#add(at, key, results);
        const passage = record && this.#passage(record, id);
        if (passage) passages.push(passage);
      }
    }
    for (const { at } of linksOf(analysis.draft, confidentialKeys(analysis.sources.values()))) await this.#add(at, at, results);
    const checks = { results, passages };
    this.#ofDraft.set(analysis, { revision, checks });
    return checks;
  }

  async #add(at: string, key: string, results: Map<string, CheckResult>): Promise<SourceRecord | undefined> {
    const record = await this.#records.get(at);
    if (record) results.set(key, record);
    return record;
  }

  #passage(record: SourceRecord, source: string): Passage | undefined {
    const { text } = record;
    if (!text || text.text.trim() === '') return undefined;
    let bySource = this.#passages.get(record);
    if (!bySource) this.#passages.set(record, (bySource = new Map()));
    let passage = bySource.get(source);
    if (!passage) bySource.set(source, (passage = { source, text: text.text, whole: !text.truncated, locators: text.locators }));
    return passage;
  }
}

const NONE: CheckResults = new Map();
const NOTHING: DraftSourceChecks = { results: NONE, passages: [] };

/** The sources that a draft cites and the pages that it links to. */
export function targetsOfDraft(analysis: Analysis, folder: string): SourceTarget[] {
  const cited = citedIds(analysis.draft, analysis.sources).flatMap(id => analysis.sources.get(id) ?? []);
  const barred = confidentialKeys(analysis.sources.values());
  return unique([
    ...cited.flatMap(({ entry, document }) => targetOf(entry, document, folder, barred) ?? []),
    ...linksOf(analysis.draft, barred).map(({ url }) => ({ name: hostOf(url), url, archived: true })),
  ]);
}

/** The sources of registries, cited or not. */
export function targetsOfRegistries(registries: readonly RegistryDocument[], folder: string): SourceTarget[] {
  const barred = confidentialKeys(registries.flatMap(({ registry }) => registry.entries.map(entry => ({ entry }))));
  return registries.flatMap(({ document, registry }) => registry.entries.flatMap(entry => targetOf(entry, document, folder, barred) ?? []));
}

/** Each page and file once: the first that has it speaks for it, of a page the first that has a file to hold it against. */
export function unique(targets: readonly SourceTarget[]): SourceTarget[] {
  const pages = new Map<string, SourceTarget>();
  for (const target of targets) {
    const key = target.url === undefined ? undefined : addressKey(target.url);
    if (key !== undefined && (!pages.has(key) || (target.file && !pages.get(key)!.file))) pages.set(key, target);
  }
  const speakers = new Set(pages.values());
  const files = new Set([...speakers].flatMap(({ file }) => file?.uri ?? []));
  const others = targets.flatMap(({ name, file, archived }) => {
    if (file === undefined || files.has(file.uri)) return [];
    files.add(file.uri);
    return [{ name, file, archived }];
  });
  return [...speakers, ...others];
}

/** Undefined for a source without page and file, and for a confidential one, which is never asked for. */
function targetOf(entry: SourceEntry, document: string, folder: string, barred: ReadonlySet<string>): SourceTarget | undefined {
  const url = pageOf(entry);
  if (entry.confidential || (url !== undefined && barred.has(addressKey(url)))) return undefined;
  const file = fileOf(entry, document, folder);
  if (url === undefined && file === undefined) return undefined;
  return {
    name: entry.id,
    ...(url === undefined ? {} : { url }),
    ...(file === undefined ? {} : { file: { uri: file, ...(isWithin(folder, file) ? {} : { outside: true }), ...(entry.sha256 === undefined ? {} : { sha256: entry.sha256 }) } }),
    archived: entry.archived !== undefined,
  };
}

/** Where an entry's page and file are recorded, and the key by which the rules find each. */
function placesOf(entry: SourceEntry, document: string, folder: string): { readonly at: string; readonly key: string }[] {
  if (entry.confidential) return [];
  const url = pageOf(entry);
  const file = fileOf(entry, document, folder);
  return [...(file === undefined ? [] : [{ at: file, key: fileKey(document, entry.id) }]), ...(url === undefined ? [] : [{ at: addressKey(url), key: addressKey(url) }])];
}

/** It may lie outside the project's folder: then it is none of its captures, and is not read. */
function fileOf({ file }: SourceEntry, document: string, folder: string): string | undefined {
  return file === undefined || file.trim() === '' ? undefined : resolvePath(folderOf(document) ?? folder, file);
}

/** The addresses of confidential sources: a link to one would give it away. */
function confidentialKeys(sources: Iterable<{ readonly entry: SourceEntry }>): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { entry } of sources) {
    const url = entry.confidential ? pageOf(entry) : undefined;
    if (url !== undefined) keys.add(addressKey(url));
  }
  return keys;
}

function linksOf(draft: Draft, barred: ReadonlySet<string>): { readonly at: string; readonly url: string }[] {
  return allCitations(draft).flatMap(({ kind, key }) => {
    if ((kind !== 'link' && kind !== 'definition') || !/^https?:\/\//i.test(key)) return [];
    const at = addressKey(key);
    return barred.has(at) ? [] : [{ at, url: key }];
  });
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#:]*)/i.exec(url)?.[1] ?? url;
}
