// The Markdown parser as Claimcheck uses it: micromark's tokens, with comments read as part of the text around them.
import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { htmlFlow } from 'micromark-core-commonmark';
import type { Construct, Event, ParseContext, State, TokenizeContext } from 'micromark-util-types';
import type { Span } from '../span.ts';

/** micromark's events: what begins and ends where, in the order of the text; token offsets count UTF-16 units. */
export type MarkdownEvent = Event;

/** The labels that a text refers to or defines, as micromark normalizes them. */
export interface Labels {
  /** Of link definitions, `[label]: url`. */
  readonly references: readonly string[];
  /** Of footnotes, `[^label]: …`. */
  readonly footnotes: readonly string[];
}

/** The events of a text, inlines included, read as if `labels` were defined in it; `exhausted`: a leaf had so many marks that those after the first few hundred were read as words. May throw or take long on hostile text: see bounds.ts. */
export function parseMarkdown(text: string, labels: Labels): { readonly events: readonly Event[]; readonly exhausted: boolean } {
  const parser = readyParser(text);
  for (const label of labels.references) parser.defined.push(label);
  for (const label of labels.footnotes) parser.gfmFootnotes.push(label);
  const events = postprocess(parser.document().write(toChunks(text)));
  return { events, exhausted: parser.source.exhausted };
}

/** The spans of the top-level blocks, each from the start of its first line to the end of its last without the blank lines after it. Inlines are not parsed. */
export function findBlocks(text: string): Span[] {
  const flow = readyParser(text).document().write(toChunks(text));
  const starts: number[] = [];
  const containers: Span[] = [];
  const tokenizers = new Set<TokenizeContext>();
  let depth = 0;
  for (const [kind, token] of flow) {
    if (token.type === 'chunkFlow') {
      if (kind === 'enter' && token._tokenizer) tokenizers.add(token._tokenizer);
    } else if (!CONTAINERS.has(token.type)) continue;
    else if (kind === 'exit') depth--;
    else if (depth++ === 0) {
      starts.push(token.start.offset);
      containers.push({ start: token.start.offset, end: token.end.offset });
    }
  }
  for (const tokenizer of tokenizers) {
    // The events of one tokenizer may run through several containers and what follows them: those inside are not top-level.
    let inside = 0;
    let next = firstAfter(containers, tokenizer.events[0]?.[1].start.offset ?? 0);
    for (const [kind, token] of tokenizer.events) {
      if (kind === 'exit') inside--;
      else if (inside++ === 0 && !BETWEEN_BLOCKS.has(token.type)) {
        const at = token.start.offset;
        while (next < containers.length && containers[next]!.end <= at) next++;
        const container = containers[next];
        if (!container || at < container.start) starts.push(at);
      }
    }
  }
  starts.sort((a, b) => a - b);
  return starts.map(at => lineStart(text, at)).filter((at, i, all) => i === 0 || (at !== all[i - 1] && standsAlone(text, at)))
    .map((start, i, all) => ({ start, end: trimmedEnd(text, start, all[i + 1] ?? text.length) }));
}

const CONTAINERS = new Set<string>(['blockQuote', 'listOrdered', 'listUnordered', 'gfmFootnoteDefinition']);
const BETWEEN_BLOCKS = new Set<string>(['lineEnding', 'lineEndingBlank', 'linePrefix', 'whitespace']);

/**
 * Would the block that begins here be read the same on its own? What interrupts the block before it, with no blank line between, is read by other rules (`2)` begins no
 * list there): unless it begins with a letter it stays with that block.
 */
function standsAlone(text: string, at: number): boolean {
  const before = at - (text[at - 2] === '\r' && text[at - 1] === '\n' ? 2 : 1);
  const isBlankBefore = /^[ \t]*$/.test(text.slice(lineStart(text, before), before));
  return isBlankBefore || /^ {0,3}\p{L}/u.test(text.slice(at, at + 5));
}

/** The index of the first span that ends after `at`; the spans are in order. */
function firstAfter(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (spans[mid]!.end > at) high = mid;
    else low = mid + 1;
  }
  return low;
}

function lineStart(text: string, at: number): number {
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

/** The end of the span without the white space of Markdown before it. */
export function trimmedEnd(text: string, start: number, end: number): number {
  while (end > start && ' \t\r\n'.includes(text[end - 1]!)) end--;
  return end;
}

/** micromark takes a byte-order mark off the start without counting it. The file's own is not given to it; any other is a character of the text, for which another invisible one stands in. */
function toChunks(text: string) {
  return preprocess()(text.startsWith('\uFEFF') ? `\u2060${text.slice(1)}` : text, undefined, true);
}

interface Parser extends ParseContext {
  gfmFootnotes: string[];
  source: CommentIndex;
}

/** micromark looks through all labels at each: with ten thousand footnotes that takes longer than all the rest. */
class LabelList extends Array<string> {
  readonly #known = new Set<string>();

  override push(...labels: string[]): number {
    for (const label of labels) this.#known.add(label);
    return super.push(...labels);
  }

  override includes(label: string): boolean {
    return this.#known.has(label);
  }
}

/** One parser serves every parse, for making one costs as much as parsing a paragraph. What a parse leaves in it is taken out before the next; parses do not overlap. */
const parser = parse() as Parser;

function readyParser(text: string): Parser {
  parser.constructs = CONSTRUCTS;
  parser.defined = new LabelList();
  parser.lazy = {};
  parser.gfmFootnotes = new LabelList();
  parser.source = { text, from: 0, end: undefined, exhausted: false };
  return parser;
}

/** The last search for the end of a comment: looking again from within it costs nothing, which keeps many starts with few ends linear. */
interface CommentIndex {
  readonly text: string;
  from: number;
  /** The offset of the first `-->` at or after `from`, -1 for none, undefined before the first search. */
  end: number | undefined;
  /** Was a leaf so full of marks that some were read as words? */
  exhausted: boolean;
}

function commentEnd(source: CommentIndex, from: number): number {
  const known = source.end !== undefined && source.from <= from && (source.end < 0 || from <= source.end);
  if (!known) {
    source.end = source.text.indexOf('-->', from);
    source.from = from;
  }
  return source.end!;
}

/**
 * Block-level HTML, but for comments that are read inline, so that one on a line of its own does not cut a paragraph in two and does not hide the words after it:
 * those on one line, those over several lines of attributes, and those that never end (which would hide the rest of the draft).
 */
const htmlFlowBesideComments: Construct = {
  ...htmlFlow,
  tokenize(this: TokenizeContext, effects, ok, nok): State {
    const html = htmlFlow.tokenize.call(this, effects, ok, nok);
    return code => (isInlineComment((this.parser as Parser).source, this.now().offset, this.interrupt === true) ? nok(code) : html(code));
  },
};

/** Is the comment at `at` to be read inline? `interrupts`: it begins a line of a paragraph, not the first. */
function isInlineComment(source: CommentIndex, at: number, interrupts: boolean): boolean {
  const { text } = source;
  if (!text.startsWith('<!--', at)) return false;
  const end = commentEnd(source, at + 2);
  if (end < 0) return true;
  // A line of the comment that could begin a block of its own would end the paragraph: then the comment is a block.
  const inner = text.slice(at, end + 3);
  if (inner.length > LONGEST_INLINE_COMMENT || !inner.split(/\r\n?|\n/).slice(1).every(line => /^[ \t>]*(?:[A-Za-z]|-->)/.test(line))) return false;
  WORDS_AFTER.lastIndex = end + 3;
  if (WORDS_AFTER.test(text)) return true;
  // Alone on its line it need not be a block, and is none where it would cut a paragraph in two: what could be an underline or a definition goes on with no paragraph.
  PARAGRAPH_AFTER.lastIndex = end + 3;
  return interrupts && PARAGRAPH_AFTER.test(text);
}

/** Words on the line, after this comment and others. */
const WORDS_AFTER = /(?:[ \t]{0,99}<!--[^\r\n>]{0,999}-->){0,20}[ \t]*(?!<!--)[^ \t\r\n]/y;
const PARAGRAPH_AFTER = /[^\r\n]*(?:\r\n?|\n)[ \t>]*(?!(?:=+|-+)[ \t]*(?:[\r\n]|$)|\[[^\][\r\n]{1,200}\]:)[^ \t\r\n]/y;

/** Beyond it a comment of several lines is a block; what keeps looking at them linear. */
const LONGEST_INLINE_COMMENT = 4000;

/**
 * Every construct of running text whose cost grows with what stands before or after it in the same leaf is allowed so many tries a leaf: after that its characters are
 * words. Without the bound `*[a*](b)_` written 8,000 times takes 13 seconds, and `<!--` written 25,000 times scans the leaf 25,000 times.
 */
const MOST_TRIES = 600;

/** Tries times the length of the text that each may scan. */
const MOST_STEPS = 30_000_000;

/** `!` `*` `<` `[` `]` `_` backtick `~` */
const COSTLY = new Set(['33', '42', '60', '91', '93', '95', '96', '126']);

const tries = new WeakMap<TokenizeContext, number>();

function isExhausted(context: TokenizeContext): boolean {
  const count = tries.get(context) ?? 0;
  const { source } = context.parser as Parser;
  if (count < MOST_TRIES && count * source.text.length < MOST_STEPS) return false;
  source.exhausted = true;
  return true;
}

function bounded(construct: Construct): Construct {
  return {
    ...construct,
    // Asked before a token is begun at the character: where it says no, the character is one with the words before it, and costs nothing.
    previous(code) {
      return !isExhausted(this) && (construct.previous?.call(this, code) ?? true);
    },
    tokenize(effects, ok, nok) {
      if (isExhausted(this)) return nok;
      tries.set(this, (tries.get(this) ?? 0) + 1);
      return construct.tokenize.call(this, effects, ok, nok);
    },
  };
}

/** What a bare address looks like at its first character. */
const ADDRESSES: Readonly<Record<string, RegExp>> = {
  emailAutolink: /[\w+.-]{1,200}@/y,
  protocolAutolink: /https?:\/\//iy,
  wwwAutolink: /www\./iy,
};

/**
 * GFM tries every word as an address, looking back over the leaf's brackets each time, and makes it a token of its own. Looking ahead first, in the text itself, leaves
 * words alone and is linear.
 */
function lookingAhead(construct: Construct): Construct {
  const address = ADDRESSES[construct.name ?? ''];
  if (!address) return construct;
  return {
    ...construct,
    previous(code) {
      return (construct.previous?.call(this, code) ?? true) && isAddressAt(this, address) && !isExhausted(this);
    },
    tokenize(effects, ok, nok) {
      return isAddressAt(this, address) && !isExhausted(this) ? construct.tokenize.call(this, effects, ok, nok) : nok;
    },
  };
}

function isAddressAt(context: TokenizeContext, address: RegExp): boolean {
  address.lastIndex = context.now().offset;
  return address.test((context.parser as Parser).source.text);
}

/** CommonMark and GFM, with comments and bounds as above. */
const CONSTRUCTS = createConstructs();

function createConstructs(): ParseContext['constructs'] {
  const { constructs } = parse({ extensions: [gfm()] });
  const text = Object.entries(constructs.text).map(([code, list]) => [code, [list].flat().map(construct => {
    const ahead = lookingAhead(construct!);
    return COSTLY.has(code) && ahead === construct ? bounded(construct) : ahead;
  })]);
  const flow = { ...constructs.flow, 60: [constructs.flow[60]].flat().map(construct => (construct!.name === 'htmlFlow' ? htmlFlowBesideComments : construct!)) };
  // Partial: an indented code block is no paragraph that a list could interrupt (CommonMark, "List items", rule 1); micromark takes `2)` after one as words.
  const flowInitial = Object.fromEntries(Object.entries(constructs.flowInitial).map(([code, list]) => [code, [list].flat().map(construct => ({ ...construct!, partial: true }))]));
  return { ...constructs, text: Object.fromEntries(text) as typeof constructs.text, flow, flowInitial };
}
