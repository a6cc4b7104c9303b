// One top-level Markdown block: its leaves, citations, comments and markers, with offsets relative to it. A pure function of its text and labels.
import { decodeString } from 'micromark-util-decode-string';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Span } from '../span.ts';
import { readComment, type CommentReading } from './comments.ts';
import { isPlainParagraph } from './chunks.ts';
import { OpenContainers } from './containers.ts';
import type { BlockContent, LeafContent, LeafKind } from './draft.ts';
import { HtmlText } from './html.ts';
import { CODE, LeafBuilder, LINK, LITERAL, type LeafWords } from './inline.ts';
import { parseMarkdown, trimmedEnd, type MarkdownEvent } from './markdown.ts';
import { SourceMap } from './source-map.ts';

/** What the labels that a block mentions mean in the draft as a whole. */
export interface Labels {
  /** Link definitions: normalized label to address. */
  readonly references: ReadonlyMap<string, string>;
  /** Normalized footnote labels. */
  readonly footnotes: ReadonlySet<string>;
}

export const NO_LABELS: Labels = { references: new Map(), footnotes: new Set() };

/** A block with what only draft/ looks at. */
export interface ParsedBlock extends BlockContent {
  readonly leaves: readonly ParsedLeaf[];
  /** The words that stand for its images. */
  readonly alts: readonly ParsedLeaf[];
  readonly comments: readonly ParsedComment[];
  readonly footnotes: readonly ParsedFootnote[];
  readonly definitions: readonly { readonly label: string; readonly url: string }[];
  /** The parser gave up on it. */
  readonly failed?: boolean;
  /** A leaf had too many brackets and asterisks: from some point on they were read as words. */
  readonly exhausted?: boolean;
}

export interface ParsedLeaf extends LeafContent, Span, Omit<LeafWords, 'comments'> {}

export interface ParsedComment extends Span, CommentReading {
  readonly map: SourceMap;
  /** Where it belongs: a sentence of a leaf of this block; the last sentence before leaf number `leaf` (perhaps of an earlier block), for a comment on a line of its own; or nowhere. */
  readonly binding: { readonly kind: 'leaf'; readonly leaf: number; readonly sentence: number } | { readonly kind: 'before'; readonly leaf: number } | { readonly kind: 'none' };
}

export interface ParsedFootnote extends Span {
  readonly label: string;
  readonly labelSpan: Span;
  /** Its leaves, from `firstLeaf` up to but without `endLeaf`. */
  readonly firstLeaf: number;
  readonly endLeaf: number;
}

/** Reads one block. May throw or take long on hostile text; bounds.ts keeps that from it. */
export function buildBlock(text: string, labels: Labels): ParsedBlock {
  return new BlockReader(text, labels).read();
}

/** A block of more images is a page of them. */
const MOST_ALTS = 100;

/** A stretch of plain words as a leaf of its own. */
export function wordsAsLeaf(kind: LeafKind, text: string, { start, end }: Span): ParsedLeaf {
  const builder = new LeafBuilder();
  builder.addWords(text.slice(start, end).replace(/[\r\n]/g, ' '), start, end, LITERAL);
  const { comments: _, ...words } = builder.finish({ startsDefinition: false });
  return { kind, start, end, containers: [], ...words };
}

/** A link whose words are being read. */
interface OpenLink {
  address: Span | undefined;
  label: string;
  url: string | undefined;
}

class BlockReader {
  readonly #text: string;
  readonly #labels: Labels;
  readonly #containers = new OpenContainers();
  readonly #leaves: ParsedLeaf[] = [];
  readonly #alts: ParsedLeaf[] = [];
  readonly #comments: ParsedComment[] = [];
  readonly #footnotes: ParsedFootnote[] = [];
  readonly #definitions: { label: string; url: string }[] = [];
  #leaf: { builder: LeafBuilder; kind: LeafKind; start: number; depth?: number } | undefined;
  #depth = 0;
  readonly #links: OpenLink[] = [];
  /** The type of the token that hides what is in it. */
  #skip: string | undefined;
  #skipDepth = 0;
  #html: HtmlText | undefined;
  #code = false;

  constructor(text: string, labels: Labels) {
    this.#text = text;
    this.#labels = labels;
  }

  read(): ParsedBlock {
    if (isPlainParagraph(this.#text)) return this.#readPlain();
    const { events, exhausted } = parseMarkdown(this.#text, { references: [...this.#labels.references.keys()], footnotes: [...this.#labels.footnotes] });
    for (const event of events) {
      const type: string = event[1].type;
      if (this.#skip !== undefined) {
        if (type === this.#skip) this.#skipDepth += event[0] === 'enter' ? 1 : -1;
        if (this.#skipDepth === 0) this.#skip = undefined;
        else this.#readHidden(event);
        if (this.#skip !== undefined || event[0] === 'exit') continue;
      }
      if (event[0] === 'enter') this.#enter(type, event);
      else this.#exit(type, event);
    }
    return { text: this.#text, leaves: this.#leaves, alts: this.#alts, comments: this.#comments, footnotes: this.#footnotes, definitions: this.#definitions, ...(exhausted ? { exhausted } : {}) };
  }

  #readPlain(): ParsedBlock {
    const { length } = this.#text;
    const builder = new LeafBuilder();
    builder.addWords(this.#text.replaceAll('\n', ' '), 0, length, 0);
    this.#leaf = { builder, kind: 'paragraph', start: 0 };
    this.#close(length);
    return { text: this.#text, leaves: this.#leaves, alts: [], comments: [], footnotes: [], definitions: [] };
  }

  #hide(type: string): void {
    this.#skip = type;
    this.#skipDepth = 1;
  }

  /** The few things that count inside what is hidden: addresses. */
  #readHidden([kind, token]: MarkdownEvent): void {
    if (kind !== 'enter') return;
    const span = { start: token.start.offset, end: token.end.offset };
    const link = this.#links.at(-1);
    switch (token.type as string) {
      case 'resourceDestinationString':
        if (this.#skip === 'resource' && link) {
          link.address = span;
          link.url = decodeString(this.#slice(span));
        }
        return;
      case 'referenceString':
        if (this.#skip === 'reference' && link) link.label = this.#slice(span);
        return;
      case 'labelText':
        if (this.#skip === 'image' && span.start < span.end && this.#alts.length < MOST_ALTS) this.#alts.push(wordsAsLeaf('alt', this.#text, span));
        return;
      case 'definitionLabelString':
        this.#definitions.push({ label: normalize(this.#slice(span)), url: '' });
        return;
      case 'definitionDestinationString': {
        const last = this.#definitions.at(-1);
        if (last) last.url = decodeString(this.#slice(span));
      }
    }
  }

  #enter(type: string, [, token]: MarkdownEvent): void {
    const start = token.start.offset;
    const end = token.end.offset;
    const leaf = this.#leaf?.builder;
    switch (type) {
      case 'blockQuote':
        this.#containers.openQuote();
        return;
      case 'listOrdered':
      case 'listUnordered':
        this.#containers.openList(type === 'listOrdered');
        return;
      case 'listItemPrefix':
        this.#containers.nextItem();
        return;
      case 'gfmFootnoteDefinition':
        this.#containers.openFootnote(start, this.#leaves.length);
        return;
      case 'gfmFootnoteDefinitionLabelString': {
        const { footnote } = this.#containers;
        if (footnote) {
          footnote.label = this.#slice({ start, end });
          footnote.labelSpan = { start, end };
        }
        this.#hide(type);
        return;
      }
      case 'table':
        this.#containers.openTable();
        return;
      case 'tableRow':
        this.#containers.nextRow();
        return;
      case 'tableHeader':
      case 'tableData':
        this.#containers.nextCell();
        return;
      case 'tableContent':
        this.#open('cell', start);
        return;
      case 'paragraph':
        this.#open('paragraph', start);
        return;
      case 'atxHeading':
        this.#depth = 0;
        return;
      case 'atxHeadingSequence':
        this.#depth ||= end - start;
        return;
      case 'atxHeadingText':
        this.#open('heading', start, this.#depth);
        return;
      case 'setextHeading':
        this.#depth = this.#text.slice(start, end).trimEnd().endsWith('=') ? 1 : 2;
        return;
      case 'setextHeadingText':
        this.#open('heading', start, this.#depth);
        return;
      case 'htmlFlow':
        this.#html = new HtmlText(start);
        return;
      case 'htmlFlowData':
      case 'htmlTextData':
        this.#html?.add(this.#text.slice(start, end), start, end);
        return;
      case 'tableDelimiterRow':
      case 'codeFenced':
      case 'codeIndented':
      case 'definition':
      case 'taskListCheck':
      case 'image':
        if (type === 'image') leaf?.addGap();
        this.#hide(type);
        return;
      case 'resource':
      case 'reference':
        this.#hide(type);
        return;
      case 'lineEnding':
        if (this.#html) this.#html.add('\n', start, end);
        else leaf?.addWords(' ', start, end, this.#flags());
        return;
      default:
        if (leaf) this.#enterInline(type, leaf, start, end);
    }
  }

  #enterInline(type: string, leaf: LeafBuilder, start: number, end: number): void {
    switch (type) {
      case 'data':
        leaf.addWords(this.#text.slice(start, end), start, end, this.#flags());
        return;
      case 'codeTextData':
        leaf.addWords(this.#text.slice(start, end), start, end, this.#flags() | CODE);
        return;
      case 'characterEscapeValue':
        leaf.addWords(this.#text.slice(start, end), start, end, this.#flags() | LITERAL);
        return;
      case 'characterReference':
        leaf.addWords(decodeString(this.#text.slice(start, end)), start, end, this.#flags() | LITERAL);
        this.#hide(type);
        return;
      case 'codeText':
        this.#code = true;
        leaf.openMarkup('code', start);
        return;
      case 'emphasis':
      case 'strong':
        leaf.openMarkup(type, start);
        return;
      case 'strikethrough':
        leaf.openMarkup('delete', start);
        return;
      case 'link':
        this.#links.push({ address: undefined, label: '', url: undefined });
        leaf.openMarkup('link', start);
        return;
      case 'labelText': {
        const link = this.#links.at(-1);
        if (link && link.label === '') link.label = this.#text.slice(start, end);
        return;
      }
      case 'htmlText':
        this.#html = new HtmlText(start);
        return;
      case 'gfmFootnoteCall': {
        // `[^label]`, or `![^label]` whose `!` is text.
        const labelSpan = { start: start + 2, end: end - 1 };
        leaf.addFootnote({ start, end }, this.#text.slice(labelSpan.start, labelSpan.end), labelSpan);
        this.#hide(type);
        return;
      }
      case 'autolink':
        this.#addAddress(leaf, { start, end }, { start: start + 1, end: end - 1 });
        this.#hide(type);
        return;
      case 'literalAutolink':
        this.#addAddress(leaf, { start, end }, { start, end });
        this.#hide(type);
    }
  }

  #exit(type: string, [, token]: MarkdownEvent): void {
    const end = token.end.offset;
    const leaf = this.#leaf?.builder;
    switch (type) {
      case 'blockQuote':
      case 'listOrdered':
      case 'listUnordered':
      case 'table':
        this.#containers.close();
        return;
      case 'gfmFootnoteDefinition': {
        const { footnote } = this.#containers;
        this.#containers.close();
        if (footnote) this.#footnotes.push({ start: footnote.start, end: trimmedEnd(this.#text, footnote.start, end), label: footnote.label, labelSpan: footnote.labelSpan, firstLeaf: footnote.firstLeaf, endLeaf: this.#leaves.length });
        return;
      }
      case 'paragraph':
      case 'tableContent':
      case 'atxHeadingText':
      case 'setextHeadingText':
        this.#close(end);
        return;
      case 'htmlFlow':
        this.#closeHtmlFlow(end);
        return;
      case 'htmlText':
        this.#closeHtmlText(end);
        return;
      case 'codeText':
        this.#code = false;
        leaf?.closeMarkup();
        return;
      case 'emphasis':
      case 'strong':
      case 'strikethrough':
        leaf?.closeMarkup();
        return;
      case 'link':
        if (leaf) this.#closeLink(leaf, end);
    }
  }

  #open(kind: LeafKind, start: number, depth?: number): void {
    this.#leaf = { builder: new LeafBuilder(), kind, start, ...(depth === undefined ? {} : { depth }) };
  }

  #close(end: number): void {
    const open = this.#leaf;
    if (!open) return;
    this.#leaf = undefined;
    const { footnote } = this.#containers;
    const startsDefinition = footnote?.fresh === true;
    if (footnote) footnote.fresh = false;
    const { comments, ...words } = open.builder.finish({ startsDefinition });
    const index = this.#leaves.length;
    let alone = false;
    const placed = comments.toReversed().map(({ comment, sentence }, i, all): ParsedComment => {
      const next = all[i - 1]?.comment;
      alone = next && /^[ \t]*$/.test(this.#text.slice(comment.end, next.start)) ? alone : /^[ \t]*(?:[\r\n]|$)/.test(this.#text.slice(comment.end, comment.end + 1000));
      const binding = sentence !== undefined ? { kind: 'leaf' as const, leaf: index, sentence } : alone ? { kind: 'before' as const, leaf: index } : { kind: 'none' as const };
      return { start: comment.start, end: comment.end, map: comment.map, ...readComment(comment.text), binding };
    });
    this.#comments.push(...placed.toReversed());
    if (words.prose === '' && words.citations.length === 0 && words.problems.length === 0) return;
    this.#leaves.push({ kind: open.kind, start: open.start, end: trimmedEnd(this.#text, open.start, end), ...(open.depth === undefined ? {} : { depth: open.depth }), containers: this.#containers.toContainers(), ...words });
  }

  #flags(): number {
    return (this.#code ? CODE : 0) | (this.#links.length > 0 ? LINK : 0);
  }

  #slice(span: Span): string {
    return this.#text.slice(span.start, span.end);
  }

  // ---- links ---------------------------------------------------------------

  #closeLink(leaf: LeafBuilder, end: number): void {
    const link = this.#links.pop()!;
    const isReference = link.url === undefined;
    const label = normalize(link.label);
    const url = link.url ?? this.#labels.references.get(label) ?? this.#definitions.find(d => d.label === label)?.url ?? '';
    const { at, start } = leaf.closeMarkup(url);
    const address = link.address ?? (isReference ? { start, end } : { start: end - 1, end: end - 1 });
    if (isWeb(url)) leaf.addLink(at, { start, end }, url, address);
  }

  #addAddress(leaf: LeafBuilder, span: Span, address: Span): void {
    const words = this.#slice(address);
    const url = /^www\./i.test(words) ? `http://${words}` : words;
    if (isWeb(url)) leaf.addUrl(span, url, address);
    else {
      leaf.openMarkup('link', span.start);
      leaf.addWords(words, address.start, address.end, this.#flags() | LINK | CODE);
      leaf.closeMarkup(/^[a-z][a-z0-9+.-]{1,31}:/i.test(words) ? words : `mailto:${words}`);
    }
  }

  // ---- HTML ----------------------------------------------------------------

  #closeHtmlText(end: number): void {
    const html = this.#html;
    const leaf = this.#leaf?.builder;
    this.#html = undefined;
    if (!html || !leaf) return;
    if (html.text.startsWith('<!--')) leaf.addComment(html.comment(0, html.text.length));
    else if (/^<br\b/i.test(html.text)) leaf.addWords(' ', html.start, end, this.#flags());
  }

  /** Block-level HTML is no prose, but the comments in it are read; what follows one that fills whole lines is prose again. */
  #closeHtmlFlow(end: number): void {
    const html = this.#html;
    this.#html = undefined;
    if (!html) return;
    const { text } = html;
    let from = 0;
    for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', from)) {
      const close = text.indexOf('-->', at + 2);
      if (close < 0) break;
      from = close + 3;
      const comment = html.comment(at, from);
      this.#comments.push({ start: comment.start, end: comment.end, map: comment.map, ...readComment(comment.text), binding: { kind: 'before', leaf: this.#leaves.length } });
    }
    if (/^\s*<!--/.test(text) && /\S/.test(text.slice(from))) this.#readRest(html, from, end);
  }

  /** The words after a comment of several lines, on the line of its `-->`. */
  #readRest(html: HtmlText, from: number, end: number): void {
    const words = this.#text.slice(html.toSource(from), end).trimStart();
    const rest = buildBlock(words, this.#labels);
    const by = end - words.length;
    const leaf = rest.leaves[0];
    if (!leaf || rest.leaves.length !== 1) return;
    const move = <S extends Span>(span: S): S => ({ ...span, start: span.start + by, end: span.end + by });
    const map = new SourceMap(leaf.map.pieces.map(move));
    this.#leaves.push({
      ...move(leaf), containers: this.#containers.toContainers(), map,
      citations: leaf.citations.map(c => ({ ...move(c), keySpan: move(c.keySpan) })), markers: leaf.markers.map(move), problems: leaf.problems.map(move),
    });
    for (const comment of rest.comments) {
      const binding = comment.binding.kind === 'leaf' ? { ...comment.binding, leaf: this.#leaves.length - 1 } : comment.binding;
      this.#comments.push({ ...move(comment), map: new SourceMap(comment.map.pieces.map(move)), binding });
    }
  }
}

function isWeb(url: string): boolean {
  return /^https?:\/\/[^/\s]/i.test(url);
}

/** A label as micromark compares it; line breaks inside it may have carried the marks of a quote. */
export function normalize(label: string): string {
  return normalizeIdentifier(label.replace(/[\r\n]+[ \t>]*/g, ' '));
}
