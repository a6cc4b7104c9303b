// Completion: source ids where a draft cites, attributes and values in claim comments, rule ids in control comments, keys and values in claimcheck.yaml.
import {
  CompletionItemKind, InsertTextFormat, MarkupKind, type CancellationToken, type CompletionItem, type CompletionList, type CompletionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClaimAttribute } from '../draft/comments.ts';
import type { ClaimStatus, ControlComment } from '../draft/draft.ts';
import type { Analysis } from '../model/analysis.ts';
import { rules } from '../rules/index.ts';
import type { Span } from '../span.ts';
import { completeConfig } from './config-completion.ts';
import { describeQuantity } from './describe-quantity.ts';
import { fromPosition } from './from-proto.ts';
import { toMarkup } from './markup.ts';
import { answerFresh, type Session } from './session.ts';
import { sourceCard, sourceDetail, sourceTitle } from './source-card.ts';
import { toRange } from './to-proto.ts';

export const COMPLETION_TRIGGERS = ['@', '^', '=', '"', ';', '<', '-', ' ', '/', ':'];

/** How far back a comment or a bracket may have been opened. */
const LOOK_BACK = 4000;

/** Something to offer, before it has a range. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly documentation?: CompletionItem['documentation'];
  /** What is inserted; the label where it is left out. */
  readonly text?: string;
  /** Is `text` a snippet? Then `plain` is what a client without snippets inserts. */
  readonly snippet?: string;
  /** Asks for completion again once it is inserted. */
  readonly again?: boolean;
}

/** Offers for the stretch of text that is being written. */
export interface Offers {
  readonly span: Span;
  readonly offers: readonly Offer[];
}

export async function computeCompletion(session: Session, params: CompletionParams, token: CancellationToken): Promise<CompletionList> {
  const { uri } = params.textDocument;
  const list = await answerFresh(session, uri, token, async document => {
    const offset = fromPosition(document, params.position);
    const kind = await session.workspace.kindOf(uri);
    const found = kind === 'draft' ? await completeDraft(session, document, offset) : kind === 'config' ? completeConfig(document.getText(), offset) : undefined;
    if (!found) return { isIncomplete: false, items: [] };
    return { isIncomplete: false, items: found.offers.map((offer, i) => toItem(session, document, found.span, offer, i)) };
  });
  return list ?? { isIncomplete: false, items: [] };
}

function toItem(session: Session, document: TextDocument, span: Span, offer: Offer, rank: number): CompletionItem {
  const snippet = session.client.snippets ? offer.snippet : undefined;
  const newText = snippet ?? offer.text ?? offer.label;
  return {
    label: offer.label,
    kind: offer.kind,
    sortText: String(rank).padStart(5, '0'),
    filterText: offer.label,
    textEdit: { range: toRange(document, span), newText },
    ...(snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    ...(offer.detail === undefined ? {} : { detail: offer.detail }),
    ...(offer.documentation === undefined ? {} : { documentation: offer.documentation }),
    ...(offer.again && session.client.commands ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } } : {}),
  };
}

async function completeDraft(session: Session, document: TextDocument, offset: number): Promise<Offers | undefined> {
  const before = document.getText().slice(Math.max(0, offset - LOOK_BACK), offset);
  const opened = before.lastIndexOf('<!--');
  if (opened >= 0 && !before.includes('-->', opened)) return completeComment(session, document, offset, before.slice(opened + 4));
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/<!?-?$/.test(line)) return completeOpening(document.getText(), offset, /<!?-?$/.exec(line)![0].length);

  const key = /\[[^[\]]*@([\w.:/+-]*)$/.exec(line) ?? /^\s{0,3}\[\^[^\]\s]+\]:(?:[^;]*;)*\s*@([\w.:/+-]*)$/.exec(line);
  if (key) return { span: { start: offset - key[1]!.length, end: offset }, offers: sourceOffers(session, await session.workspace.analysisOf(document.uri)) };
  const label = /\[\^([^\]\s[]*)$/.exec(line);
  if (label && label.index > 0) return completeLabel(session, document, offset, label[1]!);
  return undefined;
}

/** After `<`, `<!` or `<!-`: the comments that Claimcheck reads. */
function completeOpening(text: string, offset: number, length: number): Offers {
  return { span: { start: offset - length, end: pastBracket(text, offset) }, offers: commentOffers('<!-- ', ' -->') };
}

/** Editors close `<` with `>` at once: it gives way to the `-->` that is inserted. */
function pastBracket(text: string, offset: number): number {
  return text[offset] === '>' ? offset + 1 : offset;
}

async function completeComment(session: Session, document: TextDocument, offset: number, comment: string): Promise<Offers | undefined> {
  const typed = (pattern: RegExp): Span => ({ start: offset - pattern.exec(comment)![0].length, end: offset });
  const text = document.getText();
  const closed = /^(?:(?!<!--)[^\n]){0,400}?-->/.test(text.slice(offset, offset + 400));
  if (/^\s*[a-z-]*$/.test(comment)) return { span: { ...typed(/[a-z-]*$/), ...(closed ? {} : { end: pastBracket(text, offset) }) }, offers: commentOffers(/^\s/.test(comment) ? '' : ' ', closed ? '' : ' -->') };
  if (/^\s*claimcheck-(?:disable|enable)[a-z-]*\s/.test(comment)) {
    return comment.includes(' -- ') ? undefined : { span: typed(/[a-z/-]*$/), offers: ruleOffers() };
  }
  if (!/^\s*claim\s/.test(comment)) return undefined;

  const value = /([a-z-]+)=(?:"([^"]*)|'([^']*)|([^\s"'<>=]*))$/.exec(comment);
  if (value) return completeValue(session, document, offset, value[1]!, value[2] ?? value[3] ?? value[4] ?? '', value[2] === undefined && value[3] === undefined);
  if (!/(?:^|[\s"'])[a-z-]*$/.test(comment) || /=\s*$/.test(comment)) return undefined;
  const used = new Set([...comment.matchAll(/([a-z-]+)\s*=/g)].map(match => match[1]!));
  return { span: typed(/[a-z-]*$/), offers: (Object.keys(ATTRIBUTES) as ClaimAttribute[]).filter(name => !used.has(name)).map(attributeOffer) };
}

// --- comments -------------------------------------------------------------------------------

/** What each comment does, and what a snippet of it asks for behind its first word. The compiler holds the table to the comments that are read. */
const COMMENTS: Readonly<Record<'claim' | `claimcheck-${ControlComment['kind']}`, { readonly detail: string; readonly asks: string }>> = {
  'claim': { detail: 'A claim, bound to the sentence before it', asks: ' $0' },
  'claimcheck-disable-next-line': { detail: 'Silences rules on the next line', asks: ' ${1} -- ${2:reason}' },
  'claimcheck-disable-line': { detail: 'Silences rules on this line', asks: ' ${1} -- ${2:reason}' },
  'claimcheck-disable': { detail: 'Silences rules from here on', asks: ' ${1} -- ${2:reason}' },
  'claimcheck-enable': { detail: 'Ends what claimcheck-disable began', asks: '' },
  'claimcheck-disable-file': { detail: 'Silences rules in the whole draft', asks: ' ${1} -- ${2:reason}' },
};

function commentOffers(before: string, after: string): Offer[] {
  return Object.entries(COMMENTS).map(([label, { detail, asks }]) => ({
    label: before.startsWith('<') ? `<!-- ${label} -->` : label, detail, kind: CompletionItemKind.Snippet, text: `${before}${label}${after === '' ? ' ' : after}`, snippet: `${before}${label}${asks}${after}`, again: true,
  }));
}

/** What each attribute is for, in the order in which they are offered. The compiler holds the table to the attributes that are read. */
const ATTRIBUTES: Readonly<Record<ClaimAttribute, { readonly about: string; readonly quoted?: boolean }>> = {
  'source': { about: 'Ids of the sources that vouch for it' },
  'status': { about: 'How far it is checked' },
  'figure': { about: 'The name of its quantity: the same name is the same quantity in every draft' },
  'value': { about: 'The figure, as in prose', quoted: true },
  'as-of': { about: 'The date, or from/to, at which it held' },
  'scope': { about: 'What it covers', quoted: true },
  'stakes': { about: 'high: needs several independent sources' },
  'text': { about: 'The words of the sentence that it is about', quoted: true },
  'id': { about: 'A name for this claim, unique in the draft' },
  'by': { about: 'Who set the status' },
  'on': { about: 'When the status was set' },
  'note': { about: 'Why', quoted: true },
  'hash': { about: 'Fingerprint of the sentence when it was verified' },
};

function attributeOffer(name: ClaimAttribute): Offer {
  const { about, quoted } = ATTRIBUTES[name];
  return { label: name, kind: CompletionItemKind.Property, detail: about, text: `${name}=`, snippet: quoted ? `${name}="$1"$0` : `${name}=$0`, again: true };
}

const STATUSES: Readonly<Record<ClaimStatus, string>> = {
  todo: 'Not looked at yet',
  'needs-source': 'A source is still to be found',
  verified: 'Checked against its sources',
  disputed: 'Contradicted by someone who should know',
  unverifiable: 'Cannot be checked',
  observed: 'The reporter saw it',
  'common-knowledge': 'Needs no source',
};

async function completeValue(session: Session, document: TextDocument, offset: number, attribute: string, written: string, bare: boolean): Promise<Offers | undefined> {
  const analysis = await session.workspace.analysisOf(document.uri);
  // Several sources stand in one value, with spaces between them: only the last is being written.
  const typed = attribute === 'source' ? /[^\s]*$/.exec(written)![0] : written;
  const span = { start: offset - typed.length, end: offset };
  if (attribute === 'source') return { span, offers: sourceOffers(session, analysis) };
  if (attribute === 'status') return { span, offers: Object.entries(STATUSES).map(([label, detail]) => ({ label, detail, kind: CompletionItemKind.EnumMember })) };
  if (attribute === 'stakes') return { span, offers: [{ label: 'high', detail: 'Needs several independent sources', kind: CompletionItemKind.EnumMember }] };
  if (attribute === 'figure') return { span, offers: await figureOffers(session, document.uri) };
  if (attribute === 'value' && analysis) return { span, offers: valueOffers(analysis, offset, bare) };
  if (attribute === 'by') return { span, offers: [...new Set(analysis?.draft.claims.flatMap(claim => claim.by ?? []) ?? [])].map(label => ({ label, kind: CompletionItemKind.Value })) };
  return undefined;
}

/** The figures of the sentence that the comment stands behind, as written there. */
function valueOffers(analysis: Analysis, offset: number, bare: boolean): Offer[] {
  const sentence = analysis.draft.sentences.findLast(s => s.end <= offset);
  return analysis.figures.filter(figure => figure.sentence === sentence).map(figure => {
    const label = analysis.draft.text.slice(figure.start, figure.end);
    return { label, kind: CompletionItemKind.Value, detail: describeQuantity(figure.quantity), text: bare && /[\s"'<>=]/.test(label) ? `"${label.replaceAll('"', '&quot;')}"` : label };
  });
}

/** The names of figures that the project uses, most used first, and those that claimcheck.yaml describes. */
async function figureOffers(session: Session, uri: string): Promise<Offer[]> {
  const { project, config } = await session.workspace.projectOf(uri);
  const uses = new Map<string, number>([...config.figures.keys()].map(name => [name, 0]));
  const values = new Map<string, string>();
  for (const { name, quantity } of project.drafts.flatMap(draft => draft.namedFigures)) {
    uses.set(name, (uses.get(name) ?? 0) + 1);
    if (!values.has(name)) values.set(name, describeQuantity(quantity));
  }
  return [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([label]) => {
    const detail = values.get(label) ?? config.figures.get(label)?.unit;
    return { label, kind: CompletionItemKind.Reference, ...(detail === undefined ? {} : { detail }) };
  });
}

export function ruleOffers(): Offer[] {
  const groups = [...new Set(rules.map(rule => rule.id.slice(0, rule.id.indexOf('/'))))];
  return [
    ...rules.map(rule => ({ label: rule.id, kind: CompletionItemKind.Value, detail: rule.summary })),
    ...groups.map(label => ({ label, kind: CompletionItemKind.Module, detail: `Every rule of ${label}/` })),
  ];
}

// --- sources --------------------------------------------------------------------------------

/** The sources that the draft can cite: those that it cites already first, then by id. */
function sourceOffers(session: Session, analysis: Analysis | undefined): Offer[] {
  if (!analysis) return [];
  const cited = new Set([...analysis.draft.citations.map(citation => citation.key), ...analysis.draft.claims.flatMap(claim => claim.sources.map(source => source.id))]);
  return [...analysis.sources.values()]
    .sort((a, b) => Number(cited.has(b.entry.id)) - Number(cited.has(a.entry.id)) || (a.entry.id < b.entry.id ? -1 : 1))
    .map(({ entry }) => ({
      label: entry.id,
      kind: CompletionItemKind.Reference,
      detail: [sourceTitle(entry), sourceDetail(entry)].filter((part, i, all) => part !== '' && all.indexOf(part) === i).join(' · '),
      documentation: session.client.markdown ? toMarkup([sourceCard(entry)], true) : { kind: MarkupKind.PlainText, value: toMarkup([sourceCard(entry)], false).value },
    }));
}

/** After `[^`: the draft's footnotes, then the sources, whose ids are labels too. */
async function completeLabel(session: Session, document: TextDocument, offset: number, typed: string): Promise<Offers> {
  const analysis = await session.workspace.analysisOf(document.uri);
  const labels = [...new Set(analysis?.draft.footnotes.map(footnote => footnote.label) ?? [])];
  const footnotes = labels.map((label): Offer => {
    const prose = analysis?.draft.footnotes.find(footnote => footnote.label === label)?.prose.trim() ?? '';
    return { label, kind: CompletionItemKind.Reference, detail: prose === '' ? 'Footnote' : prose };
  });
  const closing = document.getText().startsWith(']', offset) ? '' : ']';
  const offers = [...footnotes, ...sourceOffers(session, analysis).filter(offer => !labels.includes(offer.label))];
  return { span: { start: offset - typed.length, end: offset }, offers: offers.map(offer => ({ ...offer, text: `${offer.label}${closing}` })) };
}
