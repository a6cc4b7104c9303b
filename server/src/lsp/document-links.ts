// Links: the addresses that a draft cites, those of registry entries and their captures, and the files that a draft or a configuration names.
import type { CancellationToken, DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { allCitations } from '../model/sources.ts';
import type { SourceEntry } from '../registry/registry.ts';
import type { Span } from '../span.ts';
import { canonicalUri, folderOf, resolvePath } from '../workspace/uris.ts';
import { webUrl } from './markup.ts';
import { answerFresh, type Session } from './session.ts';
import { toRange } from './to-proto.ts';

/** Fields of an entry that hold an address, and those that hold a path, by the spellings that the formats have for them. */
const ADDRESS_FIELDS = ['url', 'URL', 'archived'];
const PATH_FIELDS = ['file'];

export async function computeDocumentLinks(session: Session, params: DocumentLinkParams, token: CancellationToken): Promise<DocumentLink[]> {
  const { uri } = params.textDocument;
  const links = await answerFresh(session, uri, token, document => linksOf(session, document));
  return links ?? [];
}

async function linksOf(session: Session, document: TextDocument): Promise<DocumentLink[]> {
  const { workspace } = session;
  const { uri } = document;
  const kind = await workspace.kindOf(uri);
  if (kind === 'other') return [];
  const folder = folderOf(uri) ?? '';
  const links: DocumentLink[] = [];
  const add = (span: Span, target: string | undefined, tooltip: string) => {
    if (target !== undefined && span.end > span.start) links.push({ range: toRange(document, span), target, tooltip });
  };
  const view = await workspace.projectOf(uri);
  for (const { document: registry, registry: { entries } } of view.project.registries) {
    if (registry === canonicalUri(uri)) for (const entry of entries) addEntry(entry, folder, document.getText(), add);
  }
  if (kind === 'draft') {
    const draft = await workspace.draftOf(uri);
    for (const citation of draft ? allCitations(draft) : []) {
      if (citation.kind === 'link' || citation.kind === 'definition') add(citation.keySpan, webUrl(citation.key), 'Open the cited page');
    }
    for (const { path, span } of draft?.frontMatter?.sourcePaths ?? []) if (!/[*?[\]{}]/.test(path)) add(span, resolvePath(folder, path), 'Open the registry');
  }
  if (kind === 'config' && view.configFile && canonicalUri(view.configFile.uri) === canonicalUri(uri)) {
    for (const { path, span } of view.configFile.extends) add(span, resolvePath(folder, path), 'Open the configuration');
  }
  return links;
}

function addEntry(entry: SourceEntry, folder: string, text: string, add: (span: Span, target: string | undefined, tooltip: string) => void): void {
  const wordsOf = (span: Span) => text.slice(span.start, span.end).replace(/^(["'{])(.*)["'}]$/s, '$2');
  for (const field of ADDRESS_FIELDS) {
    const span = entry.fieldSpans[field];
    if (span) add(span, webUrl(wordsOf(span)), 'Open the source');
  }
  for (const field of PATH_FIELDS) {
    const span = entry.fieldSpans[field];
    if (span && entry.file !== undefined) add(span, resolvePath(folder, entry.file), 'Open the capture');
  }
}
