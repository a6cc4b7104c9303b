// The inside of one leaf block: markdown tokens -> words with a source map, and what was taken out of them (citations, comments, markers).
import { splitSentences } from '../language/sentences.ts';
import type { Span } from '../span.ts';
import { findCitationGroups, readDefinitionItems } from './citations.ts';
import type { Citation, DraftProblem, MarkupSpan } from './draft.ts';
import { findMarkers, type MarkerMatch } from './markers.ts';
import { SourceMap, type Piece } from './source-map.ts';

/** Citations, comments and markers of a leaf; offsets in the block's text, `at` in the prose, `sentence` counted in the leaf. */
export interface LeafWords {
  readonly prose: string;
  readonly map: SourceMap;
  readonly sentences: readonly Span[];
  readonly markup: readonly MarkupSpan[];
  readonly citations: readonly CitationWords[];
  readonly comments: readonly PlacedComment[];
  readonly markers: readonly (MarkerMatch & { readonly sentence: number | undefined })[];
  readonly problems: readonly DraftProblem[];
}

export type CitationWords = Omit<Citation, 'leaf' | 'sentence'> & { readonly sentence: number | undefined };

/** A comment's place: `inside` maps the words between `<!--` and `-->` (without the marks of the quotes and lists around) to the block's text. */
export interface CommentText extends Span {
  readonly text: string;
  readonly map: SourceMap;
}

export interface PlacedComment {
  readonly comment: CommentText;
  /** The sentence that ends before it, counted in the leaf. */
  readonly sentence: number | undefined;
}

/** What a stretch of the raw words is, where it is not plain text. */
export const CODE = 1;
export const LINK = 2;
/** Escaped, or from a character reference: words, never syntax. */
export const LITERAL = 4;

interface RawPiece extends Piece {
  readonly flags: number;
}

interface Taken {
  /** Between which raw units it stood. */
  readonly at: number;
  readonly span: Span;
}

interface OpenMarkup {
  readonly kind: MarkupSpan['kind'];
  readonly at: number;
  readonly start: number;
}

/** Collects the tokens of one leaf, then reads the words as a whole. */
export class LeafBuilder {
  #raw = '';
  readonly #pieces: RawPiece[] = [];
  readonly #markup: MarkupSpan[] = [];
  readonly #open: OpenMarkup[] = [];
  readonly #footnotes: (Taken & { label: string; labelSpan: Span })[] = [];
  readonly #urls: (Taken & { url: string; addressSpan: Span })[] = [];
  readonly #links: { at: number; end: number; span: Span; url: string; addressSpan: Span }[] = [];
  readonly #comments: (Taken & { comment: CommentText })[] = [];
  readonly #gaps: number[] = [];

  /** Words that stand at `start`–`end`. */
  addWords(words: string, start: number, end: number, flags: number): void {
    if (words === '') return;
    const last = this.#pieces.at(-1);
    if (last && last.flags === flags && last.end === start && last.end - last.start === last.length && words.length === end - start) {
      this.#pieces[this.#pieces.length - 1] = { ...last, length: last.length + words.length, end };
    } else this.#pieces.push({ at: this.#raw.length, length: words.length, start, end, flags });
    this.#raw += words;
  }

  openMarkup(kind: MarkupSpan['kind'], start: number): void {
    this.#open.push({ kind, at: this.#raw.length, start });
  }

  closeMarkup(url?: string): { at: number; start: number } {
    const { kind, at, start } = this.#open.pop()!;
    this.#markup.push({ kind, start: at, end: this.#raw.length, ...(url === undefined ? {} : { url }) });
    return { at, start };
  }

  /** A link that was just closed: `[words](url)`, with or without words. */
  addLink(at: number, span: Span, url: string, addressSpan: Span): void {
    this.#links.push({ at, end: this.#raw.length, span, url, addressSpan });
  }

  addUrl(span: Span, url: string, addressSpan: Span): void {
    this.#urls.push({ at: this.#raw.length, span, url, addressSpan });
  }

  addFootnote(span: Span, label: string, labelSpan: Span): void {
    this.#footnotes.push({ at: this.#raw.length, span, label, labelSpan });
  }

  /** Something without words, a picture. */
  addGap(): void {
    this.#gaps.push(this.#raw.length);
  }

  addComment(comment: CommentText): void {
    this.#comments.push({ at: this.#raw.length, span: comment, comment });
  }

  finish(options: { readonly startsDefinition: boolean }): LeafWords {
    const raw = this.#raw;
    const rawMap = new SourceMap(this.#pieces);
    const flagsAt = (at: number) => this.#pieceAt(at)?.flags ?? 0;
    const plain = (at: number) => flagsAt(at) === 0;
    const problems: DraftProblem[] = [];
    const cuts: Span[] = [];
    const cut = (span: Span) => cuts.push({ start: beforeSpace(raw, span.start), end: span.end });

    const found: { kind: Citation['kind']; key: string; span: Span; keySpan: Span; locator?: string; worded: boolean; at: number }[] = [];
    const addItems = (kind: 'key' | 'definition', items: ReturnType<typeof findCitationGroups>[number]['items'], at: number) => {
      for (const item of items) found.push({ kind, key: item.key, span: rawMap.toSource(item), keySpan: rawMap.toSource(item.keySpan), ...(item.locator === undefined ? {} : { locator: item.locator }), worded: false, at });
    };

    const definition = options.startsDefinition ? readDefinitionItems(raw, plain) : undefined;
    if (definition) {
      addItems('definition', definition.items, definition.start);
      cuts.push({ start: 0, end: afterPunctuation(raw, definition.end) });
    }
    for (const group of findCitationGroups(raw, plain)) {
      if (definition && group.start < definition.end) continue;
      addItems('key', group.items, group.start);
      cut(group);
    }
    for (const match of raw.matchAll(/\[\^([^\][\s]{1,999})\]/g)) {
      if (!plain(match.index)) continue;
      const span = { start: match.index, end: match.index + match[0].length };
      found.push({ kind: 'footnote', key: match[1]!, span: rawMap.toSource(span), keySpan: rawMap.toSource({ start: span.start + 2, end: span.end - 1 }), worded: false, at: span.start });
      cut(span);
    }
    for (const broken of findBrokenComments(raw, plain)) {
      problems.push({ ...rawMap.toSource(broken), message: broken.message });
      cut(broken);
    }
    for (const { at, span, label, labelSpan } of this.#footnotes) {
      found.push({ kind: 'footnote', key: label, span, keySpan: labelSpan, worded: false, at });
      cut({ start: at, end: at });
    }
    for (const { at, span, url, addressSpan } of this.#urls) {
      const first = options.startsDefinition && /^(?:[^;]*;)?\s*$/.test(raw.slice(0, at)) && raw.slice(0, at).length < 400;
      found.push({ kind: first ? 'definition' : 'link', key: url, span, keySpan: addressSpan, worded: false, at });
      cut({ start: at, end: at });
    }
    for (const { at } of this.#comments) cut({ start: at, end: at });
    for (const at of this.#gaps) cut({ start: at, end: at });

    const kept = new Kept(raw, this.#pieces, cuts);
    const sentences = splitSentences(kept.prose);
    const sentenceBefore = (at: number) => lastBefore(sentences, at);
    const sentenceAround = (at: number) => firstEndingAfter(sentences, at);
    for (const { at, end, span, url, addressSpan } of this.#links) {
      const worded = kept.prose.slice(kept.at(at), kept.at(end)).trim() !== '';
      found.push({ kind: 'link', key: url, span, keySpan: addressSpan, worded, at });
    }
    const citations = found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end).map(({ span, at, ...citation }): CitationWords => {
      const proseAt = kept.at(at);
      const around = sentenceAround(proseAt);
      const sentence = citation.worded ? around : sentenceBefore(proseAt) ?? (sentences.length > 0 ? 0 : undefined);
      return { ...citation, ...span, at: proseAt, sentence };
    });
    const markers = findMarkers(raw, at => (flagsAt(at) & CODE) === 0).map(marker => {
      const proseAt = kept.at(marker.start);
      return { ...marker, ...rawMap.toSource(marker), sentence: sentenceAround(proseAt) ?? sentenceBefore(proseAt) };
    });
    const markup = this.#markup.map(m => ({ ...m, start: kept.at(m.start), end: kept.at(m.end) })).filter(m => m.start < m.end).sort((a, b) => a.start - b.start || b.end - a.end);
    const comments = this.#comments.map(({ at, comment }) => ({ comment, sentence: sentenceBefore(kept.at(at)) }));
    return { prose: kept.prose, map: kept.map, sentences, markup, citations, comments, markers, problems };
  }

  #pieceAt(at: number): RawPiece | undefined {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (this.#pieces[mid]!.at <= at) low = mid;
      else high = mid - 1;
    }
    return this.#pieces[low];
  }
}

/** The raw words without what was cut out of them, trimmed. */
class Kept {
  readonly prose: string;
  readonly map: SourceMap;
  /** Cuts in order, without overlap, and how many units were dropped before each. */
  readonly #cuts: Span[] = [];
  readonly #dropped: number[] = [];
  readonly #length: number;

  constructor(raw: string, pieces: readonly Piece[], cuts: readonly Span[]) {
    const sorted = cuts.filter(c => c.start < c.end).sort((a, b) => a.start - b.start);
    const add = (span: Span) => {
      const last = this.#cuts.at(-1);
      if (last && span.start <= last.end) this.#cuts[this.#cuts.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
      else if (span.start < span.end) this.#cuts.push(span);
    };
    for (const span of sorted) add(span);
    // Trimming comes last, for a cut at an end of the leaf lays bare the white space beside it.
    const first = this.#cuts[0];
    let start = 0;
    while (start < raw.length && (isSpace(raw, start) || (first && first.start <= start && start < first.end))) start++;
    const last = this.#cuts.at(-1);
    let end = raw.length;
    while (end > start && (isSpace(raw, end - 1) || (last && last.start < end && end <= last.end))) end--;
    const inner = this.#cuts.splice(0);
    add({ start: 0, end: start });
    for (const span of inner) add(span);
    if (end < raw.length) add({ start: end, end: raw.length });

    let prose = '';
    let dropped = 0;
    let at = 0;
    const kept: Span[] = [];
    for (const c of this.#cuts) {
      if (c.start > at) kept.push({ start: at, end: c.start });
      prose += raw.slice(at, c.start);
      this.#dropped.push(dropped);
      dropped += c.end - c.start;
      at = c.end;
    }
    prose += raw.slice(at);
    if (at < raw.length) kept.push({ start: at, end: raw.length });
    this.prose = prose;
    this.#length = prose.length;
    this.map = new SourceMap(piecesOf(pieces, kept));
  }

  /** A raw offset in the prose: of the nearest kept unit at or after it. */
  at(raw: number): number {
    let low = 0;
    let high = this.#cuts.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.#cuts[mid]!.start < raw) low = mid + 1;
      else high = mid;
    }
    const index = low - 1;
    if (index < 0) return raw;
    const c = this.#cuts[index]!;
    return Math.min(this.#length, Math.max(c.end, raw) - (c.end - c.start) - this.#dropped[index]!);
  }
}

/** The pieces of the kept stretches of the raw words, counted anew. A piece whose parts do not answer unit to unit is kept or dropped as a whole. */
function piecesOf(pieces: readonly Piece[], kept: readonly Span[]): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  let i = 0;
  for (const span of kept) {
    while (i < pieces.length && pieces[i]!.at + pieces[i]!.length <= span.start) i++;
    for (let j = i; j < pieces.length && pieces[j]!.at < span.end; j++) {
      const piece = pieces[j]!;
      const from = Math.max(span.start, piece.at);
      const to = Math.min(span.end, piece.at + piece.length);
      const exact = piece.end - piece.start === piece.length;
      out.push({ at, length: to - from, start: exact ? piece.start + (from - piece.at) : piece.start, end: exact ? piece.start + (to - piece.at) : piece.end });
      at += to - from;
    }
  }
  return out;
}

const BROKEN = /<!--(?:\s{0,9}(claim)(?![\w-])(?:\s{1,9}[a-z-]{1,20}=(?:"[^"]{0,500}"|'[^']{0,500}'|[^\s"'<>=]{0,200})){0,20}|\s{0,9}(claimcheck-[a-z-]{0,30})(?:\s{1,9}[a-z-]{1,40}\/[a-z-]{1,40}){0,20})?(?:\s{0,3}(?:-{1,2}|–|—)?>|\s{0,3}(?:--|—)(?!\S))?/y;

/** Comments that begin and never end. Markdown would hide the rest of the draft, or show the annotation to readers; here the words after it count. */
function findBrokenComments(raw: string, plain: (at: number) => boolean): (Span & { message: string })[] {
  const found: (Span & { message: string })[] = [];
  for (let at = raw.indexOf('<!--'); at >= 0; at = raw.indexOf('<!--', at + 4)) {
    if (!plain(at)) continue;
    BROKEN.lastIndex = at;
    const match = BROKEN.exec(raw)!;
    const what = match[1] ? 'claim comment' : match[2] ? 'control comment' : 'comment';
    found.push({ start: at, end: at + match[0].length, message: `This ${what} never closes, so it is not read; expected “-->” at its end.` });
  }
  return found;
}

/** The last sentence that begins before `at`. */
function lastBefore(sentences: readonly Span[], at: number): number | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (sentences[mid]!.start < at) low = mid + 1;
    else high = mid;
  }
  return low === 0 ? undefined : low - 1;
}

/** The sentence that `at` stands in or before. */
function firstEndingAfter(sentences: readonly Span[], at: number): number | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (sentences[mid]!.end > at) high = mid;
    else low = mid + 1;
  }
  return low < sentences.length ? low : undefined;
}

function beforeSpace(raw: string, at: number): number {
  while (at > 0 && isSpace(raw, at - 1)) at--;
  return at;
}

function afterPunctuation(raw: string, at: number): number {
  while (at < raw.length && /[\s.,;:]/.test(raw[at]!)) at++;
  return at;
}

function isSpace(raw: string, at: number): boolean {
  const code = raw.charCodeAt(at);
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || (code > 0x167f && /\s/.test(raw[at]!));
}
