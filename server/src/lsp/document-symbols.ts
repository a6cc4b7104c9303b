// The outline: claims and quotations under their headings.
import { SymbolKind, type CancellationToken, type DocumentSymbol, type DocumentSymbolParams, type SymbolInformation } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Draft } from '../draft/draft.ts';
import type { Analysis, Claim } from '../model/analysis.ts';
import type { Span } from '../span.ts';
import { describeQuantity } from './describe-quantity.ts';
import { plainWords } from './markup.ts';
import { speakerOf } from './quotations.ts';
import { answerFresh, type Session } from './session.ts';
import { toRange } from './to-proto.ts';

/** Words of a claim that an outline shows. */
const MOST_CHARACTERS = 80;

/** The claims and quotations of the draft, each under the headings that it stands under; headings without any are left to the editor's own outline. */
export async function computeDocumentSymbols(session: Session, params: DocumentSymbolParams, token: CancellationToken): Promise<DocumentSymbol[] | SymbolInformation[]> {
  const { uri } = params.textDocument;
  const symbols = await answerFresh(session, uri, token, async document => {
    if ((await session.workspace.kindOf(uri)) !== 'draft') return [];
    const analysis = await session.workspace.analysisOf(uri);
    if (!analysis) return [];
    return session.client.hierarchicalSymbols ? outline(document, analysis) : analysis.claims.map(claim => flatSymbol(document, uri, analysis, claim));
  });
  return symbols ?? [];
}

/** What a list shows for a claim: its words and what is known of it. */
export function describeClaim({ draft }: Pick<Analysis, 'draft'>, { comment, sentence, figure }: Claim): { name: string; detail: string } {
  const words = plainWords(comment.text ?? sentence?.text ?? (comment.subject ? draft.text.slice(comment.subject.start, comment.subject.end) : ''));
  const name = words === '' ? 'Claim' : words.length <= MOST_CHARACTERS ? words : `${words.slice(0, MOST_CHARACTERS).trimEnd()}…`;
  const detail = [
    comment.id, comment.status, figure && `${figure.name} = ${describeQuantity(figure.quantity)}`, comment.sources.length > 0 ? comment.sources.map(source => source.id).join(' ') : undefined,
  ].filter(Boolean).join(' · ');
  return { name, detail };
}

/** From the first word that a claim is about to the end of its comment. */
export function claimSpan({ comment, sentence }: Claim): Span {
  return { start: Math.min(comment.start, comment.subject?.start ?? comment.start, sentence?.start ?? comment.start), end: comment.end };
}

interface Section {
  readonly depth: number;
  readonly symbol: DocumentSymbol & { children: DocumentSymbol[] };
}

function outline(document: TextDocument, analysis: Analysis): DocumentSymbol[] {
  const top: DocumentSymbol[] = [];
  const open: Section[] = [];
  const items = [
    ...headings(document, analysis.draft).map(heading => ({ start: heading.span.start, heading, claim: undefined, quote: undefined })),
    ...analysis.claims.map(claim => ({ start: claimSpan(claim).start, heading: undefined, claim, quote: undefined })),
    ...analysis.quotes.filter(quote => quote.use === 'speech').map(quote => ({ start: quote.start, heading: undefined, claim: undefined, quote })),
  ].sort((a, b) => a.start - b.start);
  for (const { heading, claim, quote } of items) {
    if (heading) {
      while (open.length > 0 && open.at(-1)!.depth >= heading.depth) open.pop();
      (open.at(-1)?.symbol.children ?? top).push(heading.symbol);
      open.push(heading);
    } else if (claim) {
      const span = claimSpan(claim);
      const { name, detail } = describeClaim(analysis, claim);
      const range = toRange(document, span);
      (open.at(-1)?.symbol.children ?? top).push({ name, detail, kind: SymbolKind.Event, range, selectionRange: toRange(document, claim.comment.subject && claim.comment.subject.start >= span.start ? claim.comment.subject : claim.comment) });
    } else if (quote) {
      const words = plainWords(quote.text);
      const range = toRange(document, quote);
      const name = `“${words.length <= MOST_CHARACTERS ? words : `${words.slice(0, MOST_CHARACTERS).trimEnd()}…`}”`;
      (open.at(-1)?.symbol.children ?? top).push({ name, detail: plainWords(speakerOf(quote, analysis) ?? 'no speaker'), kind: SymbolKind.Interface, range, selectionRange: range });
    }
  }
  return top.filter(hasContent);
}

function hasContent(symbol: DocumentSymbol): boolean {
  if (symbol.kind !== SymbolKind.String) return true;
  symbol.children = symbol.children?.filter(hasContent) ?? [];
  return symbol.children.length > 0;
}

/** The headings with the stretch of text under each: up to the next heading of its depth or above. */
function headings(document: TextDocument, draft: Draft): (Section & { readonly span: Span })[] {
  const found = draft.leaves.filter(leaf => leaf.content.kind === 'heading' && leaf.content.containers.length === 0);
  return found.map((leaf, i) => {
    const depth = leaf.content.depth ?? 1;
    const next = found.slice(i + 1).find(other => (other.content.depth ?? 1) <= depth);
    const span = { start: leaf.start, end: next?.start ?? draft.text.length };
    const name = plainWords(leaf.content.prose);
    return { depth, span, symbol: { name: name === '' ? 'Untitled' : name, kind: SymbolKind.String, range: toRange(document, span), selectionRange: toRange(document, leaf), children: [] } };
  });
}

function flatSymbol(document: TextDocument, uri: string, analysis: Analysis, claim: Claim): SymbolInformation {
  return { name: describeClaim(analysis, claim).name, kind: SymbolKind.Event, location: { uri, range: toRange(document, claimSpan(claim)) } };
}
