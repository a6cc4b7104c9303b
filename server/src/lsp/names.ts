// The names that a writer gives: source ids, footnote labels, claim ids, figure names. Where each stands, for definition, references, highlights and rename.
import type { CancellationToken } from 'vscode-languageserver';
import { isMap, isScalar, parseDocument } from 'yaml';
import type { Analysis } from '../model/analysis.ts';
import { allCitations, definitionOf, normalLabel } from '../model/sources.ts';
import type { Place } from '../rules/rule.ts';
import type { Span } from '../span.ts';
import { canonicalUri } from '../workspace/uris.ts';
import type { ProjectView } from '../workspace/workspace.ts';
import type { Session } from './session.ts';

export type NameKind = 'source' | 'footnote' | 'claim' | 'figure';

/** A name at a place. */
export interface Name extends Place {
  readonly kind: NameKind;
  readonly name: string;
  /** Does it define what is named here (a registry entry, a footnote's definition, a claim's `id`, a figure's entry in claimcheck.yaml), or use it? */
  readonly defines: boolean;
  /**
   * The document within which the name means one thing: the registry (or front matter) that defines a source, the draft for footnotes and claims, the project's folder for figures.
   * Empty for a source that nothing defines.
   */
  readonly realm: string;
}

/** The name at an offset, an end included: a cursor behind the last letter still means it. */
export async function nameAt(session: Session, uri: string, offset: number): Promise<Name | undefined> {
  const names = await namesOf(session, uri);
  return names.find(name => name.start <= offset && offset < name.end) ?? names.find(name => name.end === offset);
}

/** Every place of the project where the same thing is named, in the order of its documents. */
export async function occurrencesOf(session: Session, name: Name, token?: CancellationToken): Promise<Name[]> {
  const found: Name[] = [];
  for (const uri of await documentsFor(session, name)) {
    if (token?.isCancellationRequested) return [];
    found.push(...(await namesOf(session, uri)).filter(other => isSame(name, other)));
  }
  return found;
}

/** Every name that is taken where `name` counts: what it may not be renamed to. */
export async function namesBeside(session: Session, name: Name): Promise<Set<string>> {
  const taken = new Set<string>();
  for (const uri of await documentsFor(session, name)) {
    for (const other of await namesOf(session, uri)) if (other.kind === name.kind && !isSame(name, other)) taken.add(keyOf(other));
    // An id that the draft could cite from another registry would change what a citation means.
    if (name.kind === 'source') for (const id of (await session.workspace.analysisOf(uri))?.sources.keys() ?? []) if (id !== name.name) taken.add(id);
  }
  return taken;
}

/** What two spellings of a name have in common: footnote labels know no case, and any white space is one space. */
export function keyOf(name: Pick<Name, 'kind' | 'name'>): string {
  return name.kind === 'footnote' ? normalLabel(name.name) : name.name;
}

function isSame(a: Name, b: Name): boolean {
  return a.kind === b.kind && a.realm === b.realm && keyOf(a) === keyOf(b);
}

/** The names in one document, whatever it is, in the order of its text. */
export async function namesOf(session: Session, uri: string): Promise<Name[]> {
  const document = canonicalUri(uri);
  const kind = await session.workspace.kindOf(uri);
  if (kind === 'other') return [];
  const view = await session.workspace.projectOf(uri);
  const names: Name[] = [];
  for (const registry of view.project.registries) {
    if (registry.document !== document) continue;
    for (const entry of registry.registry.entries) names.push({ kind: 'source', name: entry.id, document, ...spanOf(entry.idSpan), defines: true, realm: document });
  }
  if (kind === 'config') names.push(...figureKeys((await session.workspace.textOf(uri)) ?? '', document, view));
  if (kind === 'draft') {
    const analysis = await session.workspace.analysisOf(uri);
    if (analysis) names.push(...draftNames(analysis, document, view));
  }
  return names.sort((a, b) => a.start - b.start || a.end - b.end);
}

function draftNames({ draft, sources }: Analysis, document: string, view: ProjectView): Name[] {
  const names: Name[] = [];
  const source = (id: string, span: Span): Name => ({ kind: 'source', name: id, document, ...spanOf(span), defines: false, realm: sources.get(id)?.document ?? '' });
  for (const citation of allCitations(draft)) {
    const { kind, key, keySpan } = citation;
    if (kind === 'key' || (kind === 'definition' && !/^https?:/i.test(key))) names.push(source(key, keySpan));
    // A label that no footnote defines but a registry does is that source's id.
    if (kind === 'footnote') {
      if (definitionOf(key, draft) || !sources.has(key)) names.push({ kind: 'footnote', name: key, document, ...spanOf(keySpan), defines: false, realm: document });
      else names.push(source(key, keySpan));
    }
  }
  for (const { label, labelSpan } of draft.footnotes) names.push({ kind: 'footnote', name: label, document, ...spanOf(labelSpan), defines: true, realm: document });
  for (const claim of draft.claims) {
    for (const { id, span } of claim.sources) names.push(source(id, span));
    for (const attribute of claim.attributes) {
      const at = spanOf(attribute.valueSpan);
      if (attribute.name === 'id' && claim.id === attribute.value) names.push({ kind: 'claim', name: claim.id, document, ...at, defines: true, realm: document });
      if (attribute.name === 'figure' && claim.figure === attribute.value) names.push({ kind: 'figure', name: claim.figure, document, ...at, defines: false, realm: view.folder });
    }
  }
  return names;
}

/** The names under `figures:` in claimcheck.yaml. */
function figureKeys(text: string, document: string, view: ProjectView): Name[] {
  const root = parseDocument(text, { prettyErrors: false, logLevel: 'silent' }).contents;
  const figures = isMap(root) ? root.get('figures') : undefined;
  if (!isMap(figures)) return [];
  return figures.items.flatMap(({ key }) => {
    if (!isScalar(key) || !key.range) return [];
    const quoted = key.type === 'QUOTE_DOUBLE' || key.type === 'QUOTE_SINGLE' ? 1 : 0;
    return [{ kind: 'figure' as const, name: String(key.value), document, start: key.range[0] + quoted, end: key.range[1] - quoted, defines: true, realm: view.folder }];
  });
}

async function documentsFor(session: Session, name: Name): Promise<string[]> {
  if (name.kind === 'footnote' || name.kind === 'claim') return [name.document];
  const view = await session.workspace.projectOf(name.document);
  const documents = new Set([name.document, ...view.drafts]);
  for (const registry of view.project.registries) documents.add(registry.document);
  if (view.configFile) documents.add(view.configFile.uri);
  return [...documents].sort();
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
