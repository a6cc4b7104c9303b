// “Source This Paragraph…”: the open claims around a place, the ways to settle each, and settling one.
import type { CancellationToken } from 'vscode-languageserver';
import { hashSentence } from '../draft/hash.ts';
import type { Draft, Sentence } from '../draft/draft.ts';
import type { Analysis } from '../model/analysis.ts';
import { citationKey } from '../model/sources.ts';
import {
  CLAIM_CHOICES, OPEN_CLAIMS, SETTLE_CLAIM, SOURCE_PLACE,
  type ClaimChoicesResult, type ClaimParams, type EditResult, type OpenClaim, type OpenClaimsParams, type ProtocolPlace, type SettleClaimParams, type SourcePlaceParams,
} from '../protocol.ts';
import type { Edit } from '../rules/rule.ts';
import { citeAt } from '../rules/sourcing/edits.ts';
import { choicesFor } from '../rules/sourcing/choices.ts';
import { overlaps, type Span } from '../span.ts';
import { applyEdits, CHANGED } from './apply-edits.ts';
import { fromRange } from './from-proto.ts';
import { newEntryEdit } from './new-source.ts';
import { abortOf, openDocument, textDocument, type Session } from './session.ts';
import { sourceDetail, sourceTitle } from './source-card.ts';
import { toRange } from './to-proto.ts';

export function registerSourceClaims(session: Session): void {
  const { connection } = session;
  connection.onRequest(OPEN_CLAIMS, (params: OpenClaimsParams, token) => openClaims(session, params, token));
  connection.onRequest(CLAIM_CHOICES, (params: ClaimParams) => claimChoices(session, params));
  connection.onRequest(SETTLE_CLAIM, (params: SettleClaimParams) => settleClaim(session, params));
  connection.onRequest(SOURCE_PLACE, (params: SourcePlaceParams) => sourcePlace(session, params));
}

/** What sourcing/unsourced has found in the paragraph (or section) of the place, in order. */
async function openClaims(session: Session, { uri, range, scope }: OpenClaimsParams, token: CancellationToken): Promise<OpenClaim[]> {
  const checked = await session.workspace.check(uri, abortOf(token));
  const draft = await session.workspace.draftOf(uri);
  const document = await textDocument(session, uri);
  if (checked === undefined || checked === 'cancelled' || !draft || !document || checked.text !== document.getText() || draft.text !== checked.text) return [];
  const around = scopeOf(draft, fromRange(document, range), scope);
  return checked.findings.filter(({ rule, start, end }) => rule === 'sourcing/unsourced' && overlaps(around, { start, end })).flatMap(({ start, message }) => {
    const sentence = draft.sentences.find(s => s.start === start);
    return sentence ? [{ sentence: sentence.index, hash: hashSentence(sentence.text), text: sentence.text, message }] : [];
  });
}

/** The selection if there is one; else the Markdown block of the place, or all from the heading above it to the next that is not below that. */
function scopeOf({ text, blocks, leaves }: Draft, selection: Span, scope: OpenClaimsParams['scope']): Span {
  if (scope === 'section') {
    const headings = leaves.filter(({ content }) => content.kind === 'heading');
    const above = headings.findLast(heading => heading.start <= selection.start);
    const next = headings.find(heading => heading.start > selection.start && (heading.content.depth ?? 1) <= (above?.content.depth ?? 6));
    return { start: above?.start ?? 0, end: next?.start ?? text.length };
  }
  if (selection.end > selection.start) return selection;
  const block = blocks.findLast(({ start }) => start <= selection.start);
  return block ? { start: block.start, end: block.end } : selection;
}

interface Target {
  readonly analysis: Analysis;
  readonly sentence: Sentence;
}

/** The sentence with this index, or the nearest with its words: annotations made since move it, and change neither. */
async function targetOf(session: Session, { uri, sentence, hash }: ClaimParams): Promise<Target | undefined> {
  const analysis = await session.workspace.analysisOf(uri);
  const document = await textDocument(session, uri);
  if (!analysis || analysis.draft.text !== document?.getText()) return undefined;
  const { sentences } = analysis.draft;
  const at = sentences[sentence];
  const found = at && hashSentence(at.text) === hash ? at : sentences.filter(({ text }) => hashSentence(text) === hash).toSorted((a, b) => Math.abs(a.index - sentence) - Math.abs(b.index - sentence))[0];
  return found && { analysis, sentence: found };
}

async function claimChoices(session: Session, params: ClaimParams): Promise<ClaimChoicesResult | null> {
  const target = await targetOf(session, params);
  const document = openDocument(session, params.uri);
  if (!target || !document) return null;
  const { analysis, sentence } = target;
  const { project } = await session.workspace.projectOf(params.uri);
  const choices = choicesFor(sentence, { analysis, project }).map(({ key, title, source, reason }) => {
    const entry = source === undefined ? undefined : analysis.sources.get(source)?.entry;
    if (!entry) return { key, group: key === 'cite-new' ? 'new' as const : 'words' as const, title, detail: '' };
    const detail = [reason ?? '', sourceDetail(entry)].filter(part => part !== '').join(' · ');
    return { key, group: reason === '' ? 'other' as const : 'likely' as const, title: entry.id, description: sourceTitle(entry), detail };
  });
  return { version: document.version, range: toRange(document, sentence), choices };
}

async function settleClaim(session: Session, params: SettleClaimParams): Promise<EditResult> {
  const target = await targetOf(session, params);
  const document = openDocument(session, params.uri);
  if (!target || document?.version !== params.version) return { done: false, message: CHANGED };
  const { analysis, sentence } = target;
  const { project } = await session.workspace.projectOf(params.uri);
  let edits: readonly Edit[] | undefined;
  if (params.choice === 'cite-new' && params.source) {
    const entry = await newEntryEdit(session, { ...params.source, uri: params.uri });
    if (typeof entry === 'string') return { done: false, message: entry };
    edits = [{ document: document.uri, ...citeAt(sentence, `[${citationKey(params.source.id)}]`, analysis) }, entry];
  } else edits = choicesFor(sentence, { analysis, project }).find(({ key }) => key === params.choice)?.edits;
  if (!edits) return { done: false, message: `There is no such way to settle this sentence: “${params.choice}”.` };
  return applyEdits(session, 'Source this claim', edits, new Map([[document.uri, params.version]]));
}

/** Where the entry of a source stands: its first placeholder, else its id. */
async function sourcePlace(session: Session, { uri, id }: SourcePlaceParams): Promise<ProtocolPlace | null> {
  const analysis = await session.workspace.analysisOf(uri);
  const source = analysis?.sources.get(id);
  const document = source && await textDocument(session, source.document);
  if (!source || !document) return null;
  const { entry } = source;
  const text = document.getText();
  const placeholder = Object.values(entry.fieldSpans).filter(span => /^["']?\$?(?:TK)+["']?$/.test(text.slice(span.start, span.end))).toSorted((a, b) => a.start - b.start)[0];
  return { uri: document.uri, range: toRange(document, placeholder ?? entry.idSpan) };
}
