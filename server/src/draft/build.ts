// text -> Draft.
import type { Span } from '../span.ts';
import { maskUnreadable } from './bounds.ts';
import { buildBlock, NO_LABELS, normalize, wordsAsLeaf, type Labels, type ParsedBlock, type ParsedComment, type ParsedLeaf } from './block.ts';
import type { Aside, Block, BlockContent, Citation, ClaimComment, ControlComment, Draft, DraftProblem, FootnoteDefinition, FrontMatter, Leaf, Marker, Sentence, Unread } from './draft.ts';
import { findFences, readFrontMatter } from './front-matter.ts';
import { findCuts, isParagraph } from './chunks.ts';
import { findBlocks, trimmedEnd } from './markdown.ts';
import type { ClaimWords } from './comments.ts';
import { placeControls } from './controls.ts';
import { definesAbbreviation } from './markers.ts';
import { nearSubject, subjectOf } from './subject.ts';

/** Block contents by text, labels and options: pass the same one for every version of a draft, and for every draft of a workspace. Bounded. */
export interface BlockCache {
  get(key: string): BlockContent | undefined;
  set(key: string, content: BlockContent): void;
}

/** A cache that forgets the blocks that were not asked for longest. */
export function createBlockCache(limit = 20_000): BlockCache {
  const blocks = new Map<string, BlockContent>();
  return {
    get(key) {
      const content = blocks.get(key);
      if (content) {
        blocks.delete(key);
        blocks.set(key, content);
      }
      return content;
    },
    set(key, content) {
      blocks.delete(key);
      blocks.set(key, content);
      if (blocks.size > limit) blocks.delete(blocks.keys().next().value!);
    },
  };
}

/** Parses a draft. Never throws, never takes more than linear time. With a cache only the blocks that changed since are parsed. */
export function buildDraft(text: string, cache: BlockCache = createBlockCache()): Draft {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const front = frontOf(text, start, cache);
  const frontMatter = front?.frontMatter;
  const bodyStart = frontMatter ? frontMatter.end : start;
  const { body, unread } = maskUnreadable(text.slice(bodyStart), bodyStart);
  const units = readBlocks(body, bodyStart, cache, unread);
  return assemble(text, front, units, unread);
}

/** Read again only where its own text has changed: a registry of a hundred sources may stand in it. */
function frontOf(text: string, start: number, cache: BlockCache): Front | undefined {
  const fences = findFences(text, start);
  if (!fences) return undefined;
  const key = `\u0002${text.slice(0, fences.whole.end)}`;
  let found = cache.get(key) as Front | undefined;
  if (!found) {
    const frontMatter = readFrontMatter(text, fences);
    found = { text: key, leaves: frontMatter.titleSpan ? [wordsAsLeaf('title', text, frontMatter.titleSpan)] : [], frontMatter };
    cache.set(key, found);
  }
  return found;
}

/** Kept in the same cache as the blocks. */
interface Front extends BlockContent {
  readonly frontMatter: FrontMatter;
  /** The title, if it can be read. */
  readonly leaves: readonly ParsedLeaf[];
}

interface Unit extends Span {
  readonly content: ParsedBlock;
}

function readBlocks(body: string, base: number, cache: BlockCache, unread: Unread[]): Unit[] {
  const spans = findAllBlocks(body, base, cache, unread);
  const texts = spans.map(span => body.slice(span.start, span.end));
  const read = (text: string, labels: Labels, key: string): ParsedBlock => {
    const known = cache.get(key) as ParsedBlock | undefined;
    if (known) return known;
    let content: ParsedBlock;
    try {
      content = buildBlock(text, labels);
    } catch {
      content = { text, leaves: [], alts: [], comments: [], footnotes: [], definitions: [], failed: true };
    }
    cache.set(key, content);
    return content;
  };

  // First what the draft defines: whatever a block defines, it defines whatever is defined elsewhere.
  const references = new Map<string, string>();
  const footnotes = new Set<string>();
  for (const text of texts) {
    if (!text.includes(']:')) continue;
    const content = read(text, NO_LABELS, `\0${text}`);
    for (const { label, url } of content.definitions) if (!references.has(label)) references.set(label, url);
    for (const { label } of content.footnotes) footnotes.add(normalize(label));
  }
  return spans.map((span, i) => {
    const text = texts[i]!;
    const { labels, key } = labelsFor(text, references, footnotes);
    const content = read(text, labels, `${key}\0${text}`);
    const unit = { start: base + span.start, end: base + span.end, content };
    if (content.exhausted) unread.push({ start: unit.start, end: unit.end, message: 'This part of the draft has so many brackets, asterisks or other marks that not all of its links and comments were read.' });
    if (content.failed) unread.push({ start: unit.start, end: unit.end, message: 'This part of the draft is nested too deeply to be read.' });
    return unit;
  });
}

/** The spans of the top-level blocks in the text after the front matter. */
function findAllBlocks(body: string, base: number, cache: BlockCache, unread: Unread[]): Span[] {
  const cuts = findCuts(body);
  return cuts.flatMap((start, i) => {
    const chunk = body.slice(start, trimmedEnd(body, start, cuts[i + 1] ?? body.length));
    if (isParagraph(chunk)) return [{ start, end: start + chunk.length }];
    const key = `\u0001${chunk}`;
    let found = cache.get(key) as Chunk | undefined;
    if (!found) {
      found = { text: chunk, leaves: [], ...tryFindBlocks(chunk) };
      cache.set(key, found);
    }
    if (!found.spans) unread.push({ start: base + start, end: base + start + chunk.length, message: 'This part of the draft is nested too deeply to be read.' });
    return (found.spans ?? []).map(span => ({ start: start + span.start, end: start + span.end }));
  });
}

/** Kept in the same cache as the blocks. */
interface Chunk extends BlockContent {
  readonly spans?: readonly Span[];
}

function tryFindBlocks(chunk: string): { spans?: readonly Span[] } {
  try {
    return { spans: findBlocks(chunk) };
  } catch {
    return {};
  }
}

/** The labels that a block mentions, as far as the draft defines them, and a key that tells them apart. */
function labelsFor(text: string, references: ReadonlyMap<string, string>, footnotes: ReadonlySet<string>): { labels: Labels; key: string } {
  if ((references.size === 0 && footnotes.size === 0) || !text.includes('[')) return { labels: NO_LABELS, key: '' };
  const own = new Map<string, string>();
  const ownFootnotes = new Set<string>();
  for (const label of mentioned(text)) {
    const url = references.get(label);
    if (url !== undefined) own.set(label, url);
    if (label.startsWith('^') && footnotes.has(label.slice(1))) ownFootnotes.add(label.slice(1));
  }
  if (own.size === 0 && ownFootnotes.size === 0) return { labels: NO_LABELS, key: '' };
  return { labels: { references: own, footnotes: ownFootnotes }, key: JSON.stringify([[...own].sort(), [...ownFootnotes].sort()]) };
}

/** Whatever stands between a `[` and the next `]`, normalized: more than the labels, never fewer. */
function* mentioned(text: string): Iterable<string> {
  let open = -1;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '[') open = i;
    else if (c === ']' && open >= 0) {
      const inner = text.slice(open + 1, i);
      open = -1;
      if (inner.length > 1000) continue;
      yield normalize(inner);
    }
  }
}

function assemble(text: string, front: Front | undefined, units: readonly Unit[], unread: Unread[]): Draft {
  const blocks: Block[] = [];
  const leaves: Leaf[] = [];
  const asides: Aside[] = [];
  const sentences: Sentence[] = [];
  const citations: Citation[] = [];
  const footnotes: FootnoteDefinition[] = [];
  const claims: ClaimComment[] = [];
  const controls: { words: ParsedComment; by: number }[] = [];
  const markers: Marker[] = [];
  const problems: DraftProblem[] = [];
  const ids = new Map<string, ClaimComment>();
  let abbreviation: boolean | undefined;
  const isAbbreviation = () => (abbreviation ??= definesAbbreviation(text));

  let read = 0;
  const addAside = (parsed: ParsedLeaf, block: Block) => {
    const leaf = new PlacedLeaf(parsed, block, -1 - asides.length, -1 - read);
    asides.push({ leaf, sentences: parsed.sentences.map(prose => ({ ...leaf.toSource(prose), index: -1 - read++, leaf, prose, text: parsed.prose.slice(prose.start, prose.end) })) });
  };
  if (front) for (const title of front.leaves) addAside(title, { start: 0, end: front.frontMatter.end, index: -1, content: front });

  for (const unit of units) {
    const { content } = unit;
    const block: Block = { start: unit.start, end: unit.end, index: blocks.length, content };
    blocks.push(block);
    const by = unit.start;
    const move = <S extends Span>(span: S): S => ({ ...span, start: span.start + by, end: span.end + by });
    const firstLeaf = leaves.length;
    const leafCitations: Citation[][] = [];
    for (const parsed of content.leaves) {
      const leaf = new PlacedLeaf(parsed, block, leaves.length, sentences.length);
      leaves.push(leaf);
      for (const prose of parsed.sentences) sentences.push({ ...leaf.toSource(prose), index: sentences.length, leaf, prose, text: parsed.prose.slice(prose.start, prose.end) });
      const own = parsed.citations.map((citation): Citation => ({ ...move(citation), keySpan: move(citation.keySpan), leaf, sentence: citation.sentence === undefined ? undefined : leaf.firstSentence + citation.sentence }));
      leafCitations.push(own);
      citations.push(...own);
      for (const { bare, ...marker } of parsed.markers) if (!bare || !isAbbreviation()) markers.push({ ...move(marker), sentence: marker.sentence === undefined ? undefined : leaf.firstSentence + marker.sentence });
      for (const problem of parsed.problems) problems.push(move(problem));
    }
    for (const alt of content.alts) addAside(alt, block);
    for (const footnote of content.footnotes) {
      const inside = content.leaves.slice(footnote.firstLeaf, footnote.endLeaf);
      footnotes.push({
        ...move({ start: footnote.start, end: footnote.end }), label: footnote.label, labelSpan: move(footnote.labelSpan),
        citations: leafCitations.slice(footnote.firstLeaf, footnote.endLeaf).flat(), prose: inside.map(leaf => leaf.prose).filter(Boolean).join(' '),
      });
    }
    for (const comment of content.comments) {
      const at = (span: Span) => move(comment.map.toSource(span));
      for (const problem of comment.problems) problems.push({ ...problem, ...at(problem) });
      if (comment.words?.kind === 'control') controls.push({ words: comment, by });
      if (comment.words?.kind !== 'claim') continue;
      const sentence = sentenceOf(comment, firstLeaf);
      const span = { start: comment.start + by, end: comment.end + by };
      const words = comment.words;
      const bound = sentence === undefined ? undefined : sentences[sentence];
      if (!bound) problems.push({ ...span, message: 'No sentence ends before this claim comment in its paragraph; a claim comment stands after the sentence that it is about.' });
      const textAttribute = comment.words.attributes.find(a => a.name === 'text');
      const subject = bound && subjectOf(bound, words.text);
      if (bound && !subject && textAttribute) {
        const near = nearSubject(bound, textAttribute.value);
        problems.push({ ...at(textAttribute.valueSpan), message: 'These words are not in the sentence that the claim comment belongs to.', ...(near === undefined ? {} : { didYouMean: near }) });
      }
      const claim: ClaimComment = {
        ...claimFields(words), ...span, sentence, subject: subject ?? (bound && { start: bound.start, end: bound.end }),
        attributes: words.attributes.map(a => ({ ...a, nameSpan: at(a.nameSpan), valueSpan: at(a.valueSpan) })),
        sources: words.sources.map(s => ({ id: s.id, span: at(s.span) })),
      };
      if (claim.id !== undefined) {
        if (ids.has(claim.id)) problems.push({ ...claim.attributes.find(a => a.name === 'id')!.valueSpan, message: `Another claim of this draft has the id “${claim.id}”; an id names one claim.` });
        else ids.set(claim.id, claim);
      }
      claims.push(claim);
    }
  }

  function sentenceOf(comment: ParsedComment, firstLeaf: number): number | undefined {
    const { binding } = comment;
    if (binding.kind === 'none') return undefined;
    if (binding.kind === 'leaf') return leaves[firstLeaf + binding.leaf]!.firstSentence + binding.sentence;
    const before = firstLeaf + binding.leaf < leaves.length ? leaves[firstLeaf + binding.leaf]!.firstSentence : sentences.length;
    return before > 0 ? before - 1 : undefined;
  }

  return {
    text, frontMatter: front?.frontMatter, blocks, leaves, asides, sentences, citations, footnotes, claims, markers, unread: inOrder(unread),
    controls: placeControls(text, controls.map(({ words, by }): Omit<ControlComment, 'reach'> => toControl(words, by))),
    problems: inOrder(problems),
  };
}

function claimFields({ kind: _kind, ...fields }: ClaimWords): Omit<ClaimWords, 'kind'> {
  return fields;
}

function toControl(comment: ParsedComment, by: number): Omit<ControlComment, 'reach'> {
  const words = comment.words;
  if (words?.kind !== 'control') throw new TypeError('not a control comment');
  return {
    start: comment.start + by, end: comment.end + by, kind: words.action, ...(words.reason === undefined ? {} : { reason: words.reason }),
    rules: words.rules.map(rule => {
      const span = comment.map.toSource(rule.span);
      return { id: rule.id, span: { start: span.start + by, end: span.end + by } };
    }),
  };
}

function inOrder<S extends Span>(spans: readonly S[]): S[] {
  return spans.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

class PlacedLeaf implements Leaf {
  readonly start: number;
  readonly end: number;
  readonly index: number;
  readonly block: Block;
  readonly content: ParsedLeaf;
  readonly firstSentence: number;

  constructor(content: ParsedLeaf, block: Block, index: number, firstSentence: number) {
    this.content = content;
    this.block = block;
    this.index = index;
    this.firstSentence = firstSentence;
    this.start = block.start + content.start;
    this.end = block.start + content.end;
  }

  toSource(prose: Span): Span {
    // A leaf without words has a map without pieces.
    if (this.content.prose === '') return { start: this.start, end: this.start };
    const span = this.content.map.toSource(prose);
    return { start: this.block.start + span.start, end: this.block.start + span.end };
  }

  toProse(offset: number): number {
    return this.content.map.fromSource(offset - this.block.start);
  }
}
