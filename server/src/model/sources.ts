// Which sources a draft may cite, and what its citations mean.
import { distance } from 'fastest-levenshtein';
import type { Citation, Draft, FootnoteDefinition } from '../draft/draft.ts';
import { isPlainKey } from '../registry/entry.ts';
import type { PersonName, Registry, SourceEntry } from '../registry/registry.ts';
import { addressKey, addressKeysOf } from './addresses.ts';
import type { Analysis, Source } from './analysis.ts';
import type { Context, Project } from './context.ts';

export { addressKey, addressKeysOf, sameAddress } from './addresses.ts';

/** Sources by id. */
export type Sources = ReadonlyMap<string, Source>;

/** Every source that the draft may cite, by id: front matter over its files over the project's; in one file the first of an id. */
export function collectSources(draft: Draft, context: Context): Sources {
  const sources = new Map<string, Source>();
  const own = draft.frontMatter?.registry;
  const documents = [...(own ? [{ document: context.document, registry: own }] : []), ...context.registries];
  for (const { document, registry } of documents) {
    for (const entry of registry.entries) if (!sources.has(entry.id)) sources.set(entry.id, { entry, document });
  }
  return sources;
}

/** What a citation names. */
export interface Cited {
  /** Ids of the registry's sources, each once; a link names the sources that have its address. */
  readonly ids: readonly string[];
  /** Addresses of pages, as written. */
  readonly addresses: readonly string[];
  /** Keys and labels that nothing defines. */
  readonly unknown: readonly string[];
  /** The definition that a footnote reference leads to. */
  readonly footnote?: FootnoteDefinition;
  /** The words of a footnote that names its source in words. */
  readonly words?: string;
}

/** What a citation of the draft names: `[^wh]` the sources, pages or words of its definition (and the source of that id), `[@id]` the source, a link its page. */
export function resolveCitation(citation: Citation, draft: Draft, sources: Sources): Cited {
  const ids = new Set<string>();
  const addresses = new Set<string>();
  const unknown = new Set<string>();
  const add = ({ kind, key }: Citation): void => {
    if (kind === 'link' || (kind === 'definition' && isAddress(key))) {
      addresses.add(key);
      for (const id of idsAt(key, sources)) ids.add(id);
    } else if (sources.has(key)) ids.add(key);
    else unknown.add(key);
  };
  if (citation.kind !== 'footnote') {
    add(citation);
    return { ids: [...ids], addresses: [...addresses], unknown: [...unknown] };
  }
  const footnote = definitionOf(citation.key, draft);
  if (sources.has(citation.key)) ids.add(citation.key);
  // A footnote within a footnote is not followed: it could lead in a circle.
  for (const inner of footnote?.citations ?? []) if (inner.kind !== 'footnote') add(inner);
  if (!footnote && ids.size === 0) unknown.add(citation.key);
  const words = footnote?.prose.trim();
  return { ids: [...ids], addresses: [...addresses], unknown: [...unknown], ...(footnote ? { footnote } : {}), ...(words ? { words } : {}) };
}

/** The definition of a footnote's label, compared as Markdown does; the first of two. */
export function definitionOf(label: string, draft: Draft): FootnoteDefinition | undefined {
  let byLabel = definitions.get(draft);
  if (!byLabel) {
    byLabel = new Map();
    for (const footnote of draft.footnotes) {
      const normal = normalLabel(footnote.label);
      if (!byLabel.has(normal)) byLabel.set(normal, footnote);
    }
    definitions.set(draft, byLabel);
  }
  return byLabel.get(normalLabel(label));
}

const definitions = new WeakMap<Draft, Map<string, FootnoteDefinition>>();

/** A footnote label as CommonMark compares it: case and the width of white space do not count. */
export function normalLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}

/** The ids that the draft cites anywhere: in brackets, by footnotes, in claim comments, and by linking to the address of a source. Ids that nothing defines are among them. */
export function citedIds(draft: Draft, sources: Sources): readonly string[] {
  const cited = new Set<string>();
  for (const citation of allCitations(draft)) {
    if (citation.kind === 'link' || (citation.kind === 'definition' && isAddress(citation.key))) for (const id of idsAt(citation.key, sources)) cited.add(id);
    else cited.add(citation.key);
  }
  for (const footnote of draft.footnotes) if (sources.has(footnote.label)) cited.add(footnote.label);
  for (const claim of draft.claims) for (const { id } of claim.sources) cited.add(id);
  return [...cited].toSorted();
}

/** The citations of the draft and of its footnotes, each once. */
export function allCitations(draft: Draft): readonly Citation[] {
  return [...new Set([...draft.citations, ...draft.footnotes.flatMap(footnote => footnote.citations)])];
}

/** Ids of entries that the draft could cite if they could be read. A citation of one is no unknown key: the entry's own fault is reported. */
export function unreadableIds(draft: Draft, context: Context): ReadonlySet<string> {
  const registries = [draft.frontMatter?.registry, ...context.registries.map(r => r.registry)];
  return new Set(registries.flatMap(registry => registry?.problems.flatMap(problem => problem.id ?? []) ?? []));
}

/** Is there a registry, or a part of one, of which not even the ids are known? Then what a key means cannot be told. */
export function hasUnreadRegistry(draft: Draft, context: Context): boolean {
  const registries = [draft.frontMatter?.registry, ...context.registries.map(r => r.registry)];
  return (context.unreadable ?? []).length > 0
    || hidesSources(draft)
    || registries.some(registry => registry?.problems.some(problem => problem.id === undefined));
}

/** Is there something wrong with the front matter that may keep its sources, or some of them, from being read? */
function hidesSources({ text, frontMatter }: Draft): boolean {
  if (!frontMatter || frontMatter.problems.length === 0) return false;
  const sources = /^sources[ \t]*:/m.exec(text.slice(frontMatter.yaml.start, frontMatter.yaml.end));
  if (!sources) return false;
  const from = frontMatter.yaml.start + sources.index;
  const found = frontMatter.registry !== undefined || frontMatter.sourcePaths.length > 0;
  return !found || frontMatter.problems.some(problem => problem.about === 'sources' || problem.start >= from);
}

/** The ids of the entries that have this address or DOI. */
export function idsAt(address: string, sources: Sources): readonly string[] {
  if (sources.size === 0) return [];
  let index = addressIndexes.get(sources);
  if (!index) {
    index = new Map();
    for (const [id, { entry }] of sources) {
      for (const key of addressKeysOf(entry)) {
        const ids = index.get(key);
        if (ids) ids.push(id);
        else index.set(key, [id]);
      }
    }
    addressIndexes.set(sources, index);
  }
  return index.get(addressKey(address)) ?? [];
}

const addressIndexes = new WeakMap<Sources, Map<string, string[]>>();

/** A registry as a fix may edit it: the document's text, and the entries in that text's offsets. */
export interface EditableRegistry {
  readonly document: string;
  readonly text: string;
  readonly registry: Registry;
}

/** The registry in a document: the front matter of the draft at hand, or a registry document of the project. */
export function registryAt(document: string, analysis: Pick<Analysis, 'draft' | 'context'>, project: Project): EditableRegistry | undefined {
  const { draft, context } = analysis;
  if (document === context.document && draft.frontMatter?.registry) return { document, text: draft.text, registry: draft.frontMatter.registry };
  return [...context.registries, ...project.registries].find(r => r.document === document);
}

/** Where a new entry of the draft goes: its front matter if that has entries, else the first registry file that it uses. */
export function homeForNewEntry({ draft, context }: Pick<Analysis, 'draft' | 'context'>): EditableRegistry | undefined {
  if (draft.frontMatter?.registry) return { document: context.document, text: draft.text, registry: draft.frontMatter.registry };
  return context.registries[0];
}

/** How a draft cites an id inside brackets: `@id`, in braces where the id has letters that end a plain key. */
export function citationKey(id: string): string {
  return isPlainKey(id) ? `@${id}` : `@{${id}}`;
}

/** Words longer than this are no slip of the pen, and comparing them costs time. */
const LONGEST_SLIP = 64;

/** Up to three keys that the writer may have meant, the nearest first: at most one slip for every three letters, or the one begins with the other. */
export function nearestKeys(key: string, candidates: Iterable<string>): readonly string[] {
  if (key.length === 0 || key.length > LONGEST_SLIP) return [];
  const wanted = key.toLowerCase();
  const near: { candidate: string; slips: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const other = candidate.toLowerCase();
    if (candidate === key || other.length > LONGEST_SLIP) continue;
    const slips = distance(wanted, other);
    const shorter = Math.min(wanted.length, other.length);
    const begins = shorter >= 4 && (other.startsWith(wanted) || wanted.startsWith(other));
    // One letter for another in a key of two is another key; two letters in the other order are one slip.
    if (slips <= Math.floor(shorter / 3) || other === wanted || (slips === 2 && shorter >= 3 && sameLetters(wanted, other))) near.push({ candidate, slips });
    else if (begins) near.push({ candidate, slips: LONGEST_SLIP + slips });
  }
  return near.toSorted((a, b) => a.slips - b.slips || (a.candidate < b.candidate ? -1 : 1)).slice(0, 3).map(n => n.candidate);
}

function sameLetters(a: string, b: string): boolean {
  return a.length === b.length && [...a].toSorted().join('') === [...b].toSorted().join('');
}

/** A source as a reader would want it: for hovers, completion and lists. */
export interface SourceDescription {
  /** The title, else the best that there is; never empty. */
  readonly title: string;
  /** "Karl Lindgren and Jo Whitby"; of a confidential source only how it may be described. */
  readonly author?: string;
  readonly publisher?: string;
  /** "19 September 2025" */
  readonly date?: string;
  readonly accessed?: string;
  readonly address?: string;
  readonly archived?: string;
  readonly terms?: string;
  readonly excerpts: readonly { readonly text: string; readonly locator?: string }[];
  readonly confidential: boolean;
}

/** Describes a source. Nothing in it tells who a confidential source is: words that hold a part of the name are left out, and so are its addresses. */
export function describeSource(entry: SourceEntry): SourceDescription {
  const open = !entry.confidential;
  const safe = <T extends string | undefined>(words: T): T | undefined => (open || words === undefined || !namesSource(words, entry) ? words : undefined);
  const author = open ? entry.authors.map(nameText).filter(name => name !== '') : [];
  const described = open ? undefined : safe(entry.anonymous?.description);
  const address = open ? (entry.url ?? (entry.doi === undefined ? undefined : `https://doi.org/${entry.doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s?)/i, '')}`)) : undefined;
  const by = open ? joined(author) : described;
  const description: { -readonly [K in keyof SourceDescription]: SourceDescription[K] | undefined } = {
    title: safe(entry.title) ?? described ?? (open ? (joined(author) ?? safe(entry.publisher)) : 'A confidential source') ?? entry.id,
    author: by,
    publisher: safe(entry.publisher) ?? safe(entry.containerTitle),
    date: entry.issued === undefined ? undefined : readableDate(entry.issued),
    accessed: entry.accessed === undefined ? undefined : readableDate(entry.accessed),
    address,
    archived: open ? entry.archived : undefined,
    terms: entry.terms,
    excerpts: entry.excerpts.filter(excerpt => safe(excerpt.text) !== undefined && (excerpt.locator === undefined || safe(excerpt.locator) !== undefined)).map(({ text, locator }) => ({ text, ...(locator === undefined ? {} : { locator }) })),
    confidential: entry.confidential,
  };
  return Object.fromEntries(Object.entries(description).filter(([, value]) => value !== undefined)) as unknown as SourceDescription;
}

/** A name as it is printed: "Karl Lindgren". */
export function nameText(name: PersonName): string {
  return name.literal ?? [name.given, name.family].filter(Boolean).join(' ');
}

/** `2025-09-19` as "19 September 2025", `2025-09` as "September 2025", `2025` as it is. */
export function readableDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ');
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Does the text hold a word of the source's name? */
function namesSource(text: string, entry: SourceEntry): boolean {
  const words = new Set(wordsOf(text));
  return entry.authors.some(author => wordsOf([author.family, author.given, author.literal].filter(Boolean).join(' ')).some(word => word.length > 1 && words.has(word)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).filter(word => word !== '');
}

function joined(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  if (names.length > 3) return `${names[0]} and others`;
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Is it the address of a page, not the id of a source? */
export function isAddress(key: string): boolean {
  return /^https?:\/\//i.test(key);
}
