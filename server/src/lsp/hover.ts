// Hovers: a sentence and what vouches for it, a claim, a citation, a figure, a date or a name and its source, a registry entry, a rule id.
import type { CancellationToken, Hover, HoverParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { ruleUrl } from '../engine/rule-pages.ts';
import { createWithholding } from '../engine/withhold.ts';
import type { Citation, ClaimComment, Sentence } from '../draft/draft.ts';
import type { Analysis, Claim, Figure, NamedFigure } from '../model/analysis.ts';
import { sayer } from '../model/figures/parties.ts';
import { describeClause } from '../model/figures/words.ts';
import { allCitations, definitionOf, idsAt } from '../model/sources.ts';
import { rules } from '../rules/index.ts';
import type { Finding, Place } from '../rules/rule.ts';
import { contains, overlaps, type Span } from '../span.ts';
import { canonicalUri, nameOf, relativePath } from '../workspace/uris.ts';
import type { ProjectView } from '../workspace/workspace.ts';
import { describeQuantity } from './describe-quantity.ts';
import { factCard, factsAt } from './fact-evidence.ts';
import { figureEvidence } from './figure-evidence.ts';
import { fromPosition } from './from-proto.ts';
import { toMarkup, webUrl, type Card, type Line } from './markup.ts';
import { quoteAt, quoteCard } from './quotations.ts';
import { abortOf, answerFresh, textDocument, type Session } from './session.ts';
import { sourceCard } from './source-card.ts';
import { sentenceCard, supportLines } from './support-card.ts';
import { toRange } from './to-proto.ts';

/** Other places that a hover lists; beyond them it says how many there are. */
const MOST_PLACES = 6;

interface Found {
  readonly span: Span;
  readonly cards: readonly Card[];
}

export async function computeHover(session: Session, params: HoverParams, token: CancellationToken): Promise<Hover | null> {
  const { uri } = params.textDocument;
  const hover = await answerFresh(session, uri, token, async document => {
    const offset = fromPosition(document, params.position);
    const kind = await session.workspace.kindOf(uri);
    const found =
      kind === 'draft' ? await hoverDraft(session, document, offset, token)
      : kind === 'registry' ? await hoverEntry(session, uri, offset)
      : kind === 'config' ? ruleAt(document.getText(), offset)
      : undefined;
    return found && { range: toRange(document, found.span), contents: toMarkup(found.cards, session.client.markdown) };
  });
  return hover ?? null;
}

async function hoverDraft(session: Session, document: TextDocument, offset: number, token: CancellationToken): Promise<Found | undefined> {
  const analysis = await session.workspace.analysisOf(document.uri);
  if (!analysis) return undefined;
  const { draft } = analysis;
  if (draft.controls.some(control => at(control, offset))) return ruleAt(document.getText(), offset);
  if (draft.frontMatter && at(draft.frontMatter, offset)) return hoverEntry(session, document.uri, offset);

  const cited = citationAt(analysis, offset) ?? claimSourceAt(analysis, offset);
  if (cited) return cited;

  const comment = draft.claims.find(claim => at(claim, offset));
  const sentence = comment ? undefined : draft.sentences.find(s => at(s, offset));
  const figure = sentence && analysis.figures.find(f => at(f, offset));
  const claims = analysis.claims.filter(claim => (comment ? claim.comment === comment || claim.comment.start === comment.start : claimIsAbout(claim, sentence, offset)));
  const view = await session.workspace.projectOf(document.uri);
  const reading = sentence && analysis.sentences[sentence.index];
  // A claim's own card tells of its sources.
  const sourcing = reading && claims.length === 0 ? sentenceCard(analysis, reading, view.config) : undefined;
  const quote = comment ? undefined : quoteAt(analysis, offset);
  const facts = comment ? [] : factsAt(analysis, offset);
  if (claims.length === 0 && !figure && !sourcing && !quote && facts.length === 0) return undefined;

  const checked = await session.workspace.check(document.uri, abortOf(token));
  const findings = checked === undefined || checked === 'cancelled' ? [] : checked.findings;
  const cards: Card[] = [];
  if (figure) cards.push(await figureCard(session, analysis, view, figure));
  for (const fact of facts) cards.push(factCard(fact, { analysis, project: view.project }));
  for (const claim of claims) cards.push(await claimCard(session, analysis, view, claim, findings));
  if (quote) cards.push(quoteCard(quote, { analysis, project: view.project }));
  if (sourcing) cards.push(sourcing);
  return { span: figure ?? facts[0]?.span ?? comment ?? (claims.length === 0 ? quote : undefined) ?? sentence!, cards };
}

// --- claims ---------------------------------------------------------------------------------

function claimIsAbout(claim: Claim, sentence: Sentence | undefined, offset: number): boolean {
  if (!sentence || claim.comment.sentence !== sentence.index) return false;
  return claim.comment.subject === undefined || at(claim.comment.subject, offset);
}

async function claimCard(session: Session, analysis: Analysis, view: ProjectView, claim: Claim, findings: readonly Finding[]): Promise<Card> {
  const { comment } = claim;
  const lines: Line[] = [];
  if (comment.text !== undefined) lines.push({ label: 'About', text: `“${comment.text}”` });
  lines.push({ label: 'Status', text: statusOf(comment) });
  if (comment.stakes === 'high') lines.push({ label: 'Stakes', text: 'high' });
  lines.push(...sourceLines(analysis, comment));
  if (claim.figure) {
    lines.push({ label: 'Figure', text: describeNamed(claim.figure) });
    lines.push(...(await placeLines(session, analysis, namedPlaces(analysis, view, claim.figure.name, claim.figure.span), 'Also')));
  }
  if (comment.note !== undefined) lines.push({ label: 'Note', text: comment.note });
  const about = [comment, ...(claim.figure ? [claim.figure.span] : []), ...(comment.subject ? [comment.subject] : [])];
  for (const finding of findings) {
    if (finding.document !== analysis.context.document && canonicalUri(finding.document) !== canonicalUri(analysis.context.document)) continue;
    if (about.some(span => overlaps(span, finding))) lines.push({ label: /\/(?:conflict|inconsistent|mismatch)/.test(finding.rule) ? 'Conflict' : 'Open', text: finding.message });
  }
  return { heading: comment.id === undefined ? 'Claim' : `Claim ${comment.id}`, lines };
}

function statusOf(comment: ClaimComment): string {
  const { status, by, on } = comment;
  return [status ?? 'not verified', by === undefined ? '' : `by ${by}`, on === undefined ? '' : `on ${on}`].filter(Boolean).join(' ');
}

function sourceLines(analysis: Analysis, comment: ClaimComment): Line[] {
  const support = comment.sentence === undefined ? [] : analysis.sentences[comment.sentence]?.support ?? [];
  const lines = supportLines(analysis, support.filter(({ kind }) => kind !== 'status'));
  return lines.length > 0 ? lines : [{ label: 'Source', text: 'none' }];
}

function describeNamed(figure: NamedFigure): string {
  return [`${figure.name} = ${describeQuantity(figure.quantity)}`, figure.asOf === undefined ? '' : `as of ${figure.asOf}`, figure.scope === undefined ? '' : `(${figure.scope})`].filter(Boolean).join(' ');
}

// --- figures --------------------------------------------------------------------------------

async function figureCard(session: Session, analysis: Analysis, view: ProjectView, figure: Figure): Promise<Card> {
  const { quantity } = figure;
  const lines: Line[] = [{ label: 'Value', text: describeQuantity(quantity) }, { label: 'Unit', text: quantity.unit ?? 'none' }];
  if (figure.measure !== undefined) lines.push({ label: 'Of', text: figure.measure });
  const { verb, subject, scope, direction } = describeClause(figure);
  const withhold = createWithholding(analysis);
  const whose = subject ?? figure.party;
  if (whose !== undefined) lines.push({ label: 'Whose', text: withhold(whose) });
  if (verb !== undefined) lines.push({ label: 'Verb', text: verb });
  if (figure.asOf !== undefined) lines.push({ label: 'When', text: figure.asOf });
  if (figure.kind !== 'unknown' && figure.kind !== 'level') lines.push({ label: 'Kind', text: direction === undefined ? figure.kind : `${figure.kind}, ${direction}` });
  if (scope !== undefined) lines.push({ label: 'Scope', text: scope });
  const speaker = sayer(figure, analysis);
  if (speaker !== undefined) lines.push({ label: 'Said by', text: withhold(speaker) });
  const name = figure.name ?? analysis.claims.find(claim => claim.figure && overlaps(claim.figure.span, figure))?.figure?.name;
  if (name !== undefined) lines.push({ label: 'Named', text: name });
  const places = name === undefined ? likePlaces(analysis, figure) : namedPlaces(analysis, view, name, figure);
  lines.push(...(await placeLines(session, analysis, places, 'Also')), ...figureEvidence(figure, { analysis, project: view.project }));
  return { heading: analysis.draft.text.slice(figure.start, figure.end), lines };
}

interface WordedPlace extends Place {
  readonly words: string;
}

/** Where else a named figure stands: in this draft and in the project's others. */
function namedPlaces(analysis: Analysis, view: ProjectView, name: string, here: Span): WordedPlace[] {
  const own = analysis.context.document;
  const places: WordedPlace[] = [];
  for (const { figure } of analysis.claims) {
    if (figure?.name === name && !overlaps(figure.span, here)) places.push({ document: own, ...spanOf(figure.span), words: describeQuantity(figure.quantity) });
  }
  for (const draft of view.project.drafts) {
    if (canonicalUri(draft.document) === canonicalUri(own)) continue;
    for (const figure of draft.namedFigures) if (figure.name === name) places.push({ document: draft.document, ...spanOf(figure), words: describeQuantity(figure.quantity) });
  }
  return places;
}

/** Where the draft gives a figure for what the words call the same thing, in the same unit. */
function likePlaces(analysis: Analysis, figure: Figure): WordedPlace[] {
  if (figure.measure === undefined) return [];
  return analysis.figures
    .filter(other => other !== figure && other.measure === figure.measure && other.quantity.unit === figure.quantity.unit && (other.party === undefined || figure.party === undefined || other.party === figure.party))
    .map(other => ({ document: analysis.context.document, start: other.start, end: other.end, words: describeQuantity(other.quantity) }));
}

async function placeLines(session: Session, analysis: Analysis, places: readonly WordedPlace[], label: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const place of places.slice(0, MOST_PLACES)) {
    const document = await textDocument(session, place.document);
    if (!document) continue;
    const line = document.positionAt(place.start).line + 1;
    const same = canonicalUri(place.document) === canonicalUri(analysis.context.document);
    const where = same ? `line ${line}` : `${nameOf(place.document)}, line ${line}`;
    // A link into the workspace: its address is the workspace's own spelling, which holds nothing but letters, digits, - . _ ~ / and %.
    const url = /^[a-z][a-z\d+.-]*:[\w.~%/:-]+$/i.test(place.document) ? `${place.document}#L${line}` : undefined;
    lines.push({ label, text: `${place.words}, ${where}`, ...(url === undefined ? {} : { url }) });
  }
  if (places.length > MOST_PLACES) lines.push({ label, text: `at ${places.length - MOST_PLACES} more places` });
  return lines;
}

// --- citations and entries ------------------------------------------------------------------

function citationAt(analysis: Analysis, offset: number): Found | undefined {
  const { draft, sources } = analysis;
  const citation = allCitations(draft).find(c => (c.kind === 'link' && c.worded ? false : at(c, offset)));
  if (citation) {
    const cards = citationCards(analysis, citation);
    return cards.length > 0 ? { span: citation, cards } : undefined;
  }
  const footnote = draft.footnotes.find(f => at(f.labelSpan, offset));
  if (!footnote) return undefined;
  const cards = footnote.citations.flatMap(c => citationCards({ draft, sources }, c));
  return cards.length > 0 ? { span: footnote.labelSpan, cards } : undefined;
}

/** What a citation leads to; a footnote's own citations stand for it. */
function citationCards(analysis: Pick<Analysis, 'draft' | 'sources'>, citation: Citation): Card[] {
  const { draft, sources } = analysis;
  if (citation.kind === 'footnote') {
    const definition = definitionOf(citation.key, draft);
    if (definition) {
      const cards = definition.citations.filter(c => c.kind !== 'footnote').flatMap(c => citationCards(analysis, c));
      const words = definition.prose.trim();
      return [...(words === '' ? [] : [{ heading: `Footnote ${definition.label}`, lines: [{ text: words }] }]), ...cards];
    }
  }
  const entry = sources.get(citation.key)?.entry;
  if (entry) return [sourceCard(entry, citation.locator)];
  const url = webUrl(citation.key);
  if (url !== undefined) {
    const known = idsAt(citation.key, sources).flatMap(id => sources.get(id)?.entry ?? []);
    return known.length > 0 ? known.map(source => sourceCard(source, citation.locator)) : [{ heading: 'Link', lines: [{ text: citation.key, url }] }];
  }
  return [{ heading: citation.key, lines: [{ text: 'No registry defines this source.' }] }];
}

function claimSourceAt({ draft, sources }: Analysis, offset: number): Found | undefined {
  for (const claim of draft.claims) {
    for (const { id, span } of claim.sources) {
      const entry = at(span, offset) ? sources.get(id)?.entry : undefined;
      if (entry) return { span, cards: [sourceCard(entry)] };
    }
  }
  return undefined;
}

/** An entry of a registry (or of a front matter): the source, and who cites it. */
async function hoverEntry(session: Session, uri: string, offset: number): Promise<Found | undefined> {
  const { project } = await session.workspace.projectOf(uri);
  const registry = project.registries.find(r => r.document === canonicalUri(uri));
  const entry = registry?.registry.entries.find(e => at(e.idSpan, offset));
  if (!registry || !entry) return undefined;
  const citing = project.drafts.filter(draft => draft.cited.includes(entry.id) && draft.registries.some(r => canonicalUri(r) === registry.document));
  const cited: Line = { label: 'Cited in', text: citing.length === 0 ? 'no draft' : citing.map(draft => relativePath(uri.slice(0, uri.lastIndexOf('/')), draft.document)).join(', ') };
  const card = sourceCard(entry);
  return { span: entry.idSpan, cards: [{ ...card, lines: [...card.lines, cited] }] };
}

// --- rules ----------------------------------------------------------------------------------

function ruleAt(text: string, offset: number): Found | undefined {
  const from = Math.max(0, offset - 60);
  for (const match of text.slice(from, offset + 60).matchAll(/[a-z-]{1,30}\/[a-z-]{1,30}/g)) {
    const span = { start: from + match.index, end: from + match.index + match[0].length };
    const rule = at(span, offset) ? rules.find(r => r.id === match[0]) : undefined;
    if (rule) return { span, cards: [{ heading: rule.id, lines: [{ text: rule.summary }, { label: 'Severity', text: rule.severity }, { label: 'More', text: 'the rule’s page', url: ruleUrl(rule.id) }] }] };
  }
  return undefined;
}

function at(span: Span, offset: number): boolean {
  return contains(span, { start: offset, end: offset });
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
