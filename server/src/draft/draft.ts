// The Draft: a Markdown text as its writer means it. Blocks, leaf blocks with their prose and sentences, citations, annotations, markers; all with exact offsets.
import type { Span } from '../span.ts';
import type { Registry } from '../registry/registry.ts';

/**
 * A draft, parsed. A value: frozen in meaning, never written to. Parsing never fails: what cannot be read is a problem beside a usable Draft.
 * Every span in a Draft is in offsets of `text` unless it says "in the prose".
 */
export interface Draft {
  /** The document's own text, a leading byte-order mark included. */
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  readonly blocks: readonly Block[];
  /** Leaf blocks (paragraph, heading, table cell, paragraph of a list item or a footnote) in the order of the text, the footnote definitions' among them. */
  readonly leaves: readonly Leaf[];
  /**
   * Words that readers see and that are no running text: the title in the front matter, and what stands for an image.
   * They hold no citation, claim or marker; their sentences are not among `sentences`, and have negative indices of their own.
   */
  readonly asides: readonly Aside[];
  /** All sentences in the order of the text. `sentences[i].index === i`. */
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  readonly footnotes: readonly FootnoteDefinition[];
  readonly claims: readonly ClaimComment[];
  readonly controls: readonly ControlComment[];
  readonly markers: readonly Marker[];
  /** Annotations that cannot be read (rule draft/annotation). */
  readonly problems: readonly DraftProblem[];
  /** Stretches that were not analysed, and why, in words for the writer: too long, too deeply nested, binary. */
  readonly unread: readonly Unread[];
}

/** A top-level Markdown block: the unit of caching. `content` is the very same object as long as the block's text and labels are the same. */
export interface Block extends Span {
  readonly index: number;
  readonly content: BlockContent;
}

/** What a block holds, offsets relative to its start. Only draft/ looks inside; others use its identity as a cache key. */
export interface BlockContent {
  readonly text: string;
  readonly leaves: readonly LeafContent[];
}

/** `title` and `alt` are kinds of `Draft.asides` alone. */
export type LeafKind = 'paragraph' | 'heading' | 'cell' | 'title' | 'alt';

/** What a leaf holds, independent of where it stands: safe as a cache key (WeakMap) for everything that depends on its words alone. */
export interface LeafContent {
  readonly kind: LeafKind;
  /**
   * The words as a reader reads them, on one line: markup, comments, footnote references, `[@…]` and bare URLs are left out with the white space before them,
   * the words of links and code are kept, character references decoded, line breaks turned into one space.
   *
   *     source   The **levy** is 20%.[^wh] It &amp; others …
   *     prose    The levy is 20%. It & others …
   */
  readonly prose: string;
  /** The sentences, in the prose; white space between them belongs to none. */
  readonly sentences: readonly Span[];
  /** What encloses the leaf, outermost first. */
  readonly containers: readonly Container[];
  /** Stretches of the prose that are set in markup: a link's words, emphasis, code. */
  readonly markup: readonly MarkupSpan[];
  /** 1–6 for a heading. */
  readonly depth?: number;
}

export type Container =
  | { readonly kind: 'list'; readonly ordered: boolean; /** which list of the block, and which item of it, from 0 */ readonly list: number; readonly item: number }
  | { readonly kind: 'quote' }
  | { readonly kind: 'table'; /** 0 is the header row */ readonly row: number; readonly column: number; readonly table: number }
  | { readonly kind: 'footnote'; readonly label: string };

/** In the prose. */
export interface MarkupSpan extends Span {
  readonly kind: 'link' | 'emphasis' | 'strong' | 'code' | 'delete' | 'image';
  /** The address of a link or image. */
  readonly url?: string;
}

/** A leaf at its place in the draft. */
export interface Leaf extends Span {
  readonly index: number;
  readonly block: Block;
  readonly content: LeafContent;
  /** Indices into `Draft.sentences`: from `firstSentence`, `content.sentences.length` of them. */
  readonly firstSentence: number;
  /** A span in the prose as a span of the draft: from the first unit of its first character to the end of its last. An empty span stays empty. */
  toSource(prose: Span): Span;
  /** An offset of the draft as an offset in the prose: that of the nearest kept character at or after it; the prose's length at the end. */
  toProse(offset: number): number;
}

/** A leaf that is none of the running text, with its sentences. */
export interface Aside {
  readonly leaf: Leaf;
  readonly sentences: readonly Sentence[];
}

export interface Sentence extends Span {
  readonly index: number;
  readonly leaf: Leaf;
  /** The sentence in the leaf's prose. */
  readonly prose: Span;
  /** `leaf.content.prose` from `prose.start` to `prose.end`. */
  readonly text: string;
}

/** Something that ties a sentence to a source (annotation-language, section 1). */
export interface Citation extends Span {
  /**
   * - `key`: one item of `[@a, p. 3; see @b]`
   * - `footnote`: `[^label]`
   * - `link`: `[words](https://…)`, `<https://…>` or a bare URL, http(s) only
   * - `definition`: an item `@id, locator` or a URL at the start of a footnote's definition
   */
  readonly kind: 'key' | 'footnote' | 'link' | 'definition';
  /** The source id, the footnote's label as written, or the address. */
  readonly key: string;
  /** The key's own letters: `wh` in `[^wh]`, `customs-aug` in `[@customs-aug, p. 3]`, the address of a link. */
  readonly keySpan: Span;
  /** `p. 3` in `[@customs-aug, p. 3]`. */
  readonly locator?: string;
  /** Has the link words of its own, which are part of its sentence? */
  readonly worded: boolean;
  readonly leaf: Leaf;
  /** Where it stands in the prose (where its words begin, if it has any). */
  readonly at: number;
  /** The sentence it belongs to: index into `Draft.sentences`; undefined in a leaf without one. */
  readonly sentence: number | undefined;
}

export interface FootnoteDefinition extends Span {
  readonly label: string;
  /** `wh` in `[^wh]: …` */
  readonly labelSpan: Span;
  /** The citations in its text, `definition` and others. */
  readonly citations: readonly Citation[];
  /** Its words as prose, without leading citation: the free text of a footnote that names its source in words. */
  readonly prose: string;
}

export type ClaimStatus = 'todo' | 'needs-source' | 'verified' | 'disputed' | 'unverifiable' | 'observed' | 'common-knowledge';

export interface Attribute {
  readonly name: string;
  readonly nameSpan: Span;
  /** Decoded. */
  readonly value: string;
  /** Without the quotation marks. */
  readonly valueSpan: Span;
}

/** `<!-- claim … -->`, read and bound. A field is present only where its value can be read. */
export interface ClaimComment extends Span {
  readonly attributes: readonly Attribute[];
  readonly id?: string;
  readonly text?: string;
  readonly sources: readonly { readonly id: string; readonly span: Span }[];
  readonly figure?: string;
  readonly value?: string;
  readonly asOf?: string;
  readonly scope?: string;
  readonly stakes?: 'high';
  readonly status?: ClaimStatus;
  readonly by?: string;
  readonly on?: string;
  readonly note?: string;
  readonly hash?: string;
  /** The sentence it binds to: index into `Draft.sentences`; undefined (and a problem) where none ends before it. */
  readonly sentence: number | undefined;
  /** The words it is about, in the draft: those of `text`, else the sentence. */
  readonly subject: Span | undefined;
}

export interface ControlComment extends Span {
  readonly kind: 'disable-next-line' | 'disable-line' | 'disable' | 'enable' | 'disable-file';
  /** Rule ids or groups as written; empty = all. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly reason?: string;
  /** What it silences: whole lines, or for `disable` up to its `enable` or the end. Undefined for `enable`. */
  readonly reach: Span | undefined;
}

/** `TK`, `TKTK`, `$TK`, `[TK: note]`, `[citation needed]`, `[source?]` */
export interface Marker extends Span {
  readonly kind: 'tk' | 'citation-needed' | 'source';
  readonly note?: string;
  readonly sentence: number | undefined;
}

export interface DraftProblem extends Span {
  /** A whole sentence that says what is wrong and what is expected. */
  readonly message: string;
  /** A replacement for the span, where one is near. */
  readonly didYouMean?: string;
}

export interface Unread extends Span {
  readonly message: string;
}

export interface FrontMatter extends Span {
  /** The YAML between the fences. */
  readonly yaml: Span;
  readonly title?: string;
  /** Where the title stands letter by letter, without its quotation marks; undefined where YAML writes it otherwise than it reads. */
  readonly titleSpan?: Span;
  /** ISO date, if it is one. */
  readonly date?: string;
  readonly ready: boolean;
  /** The entries of a `sources:` mapping, offsets in the draft. */
  readonly registry: Registry | undefined;
  /** Paths of a `sources:` path or list. */
  readonly sourcePaths: readonly { readonly path: string; readonly span: Span }[];
  /** YAML that cannot be read, a date that is none. Reported as sources/invalid where it is about sources, else as draft/annotation. */
  readonly problems: readonly (DraftProblem & { readonly about: 'sources' | 'front-matter' })[];
}
