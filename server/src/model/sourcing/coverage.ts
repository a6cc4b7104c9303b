// A draft's coverage: how many of its sentences need a source, and how many have one, are verified, or are open.
import type { Draft, Leaf, LeafContent } from '../../draft/draft.ts';
import type { Analysis, SentenceReading } from '../analysis.ts';
import { isBehind } from './support.ts';

/** Sentences that are check-worthy, or that a claim comment speaks of. `sourced + open = claims`; the verified are among them. */
export interface Coverage {
  readonly claims: number;
  /** Something vouches for the sentence: a source, a speaker, or that the reporter saw it or everybody knows it. */
  readonly sourced: number;
  /** A claim comment says `status=verified`, `observed` or `common-knowledge`. */
  readonly verified: number;
  readonly open: number;
}

export const NO_COVERAGE: Coverage = { claims: 0, sourced: 0, verified: 0, open: 0 };

/** Does the draft state something here that a fact-checker would want a source for, at this threshold (0 to 1)? Quoted speech, headlines, cells and footnotes do not count: others speak there, or other words stand for them. */
export function isCheckworthy(reading: SentenceReading, threshold: number, draft: Draft): boolean {
  return reading.checkworthy >= threshold && reading.specific && !reading.spoken && isProse(reading) && !isHeadline(reading, draft);
}

/** The coverage of a draft at a threshold of check-worthiness. */
export function computeCoverage({ draft, sentences, claims }: Analysis, threshold: number): Coverage {
  const marked = new Map<number, boolean>();
  for (const { comment } of claims) {
    if (comment.sentence === undefined) continue;
    const settled = comment.status === 'verified' || comment.status === 'observed' || comment.status === 'common-knowledge';
    marked.set(comment.sentence, settled && marked.get(comment.sentence) !== false);
  }
  const counted = sentences.filter(reading => marked.has(reading.sentence.index) || isCheckworthy(reading, threshold, draft));
  const sourced = counted.filter(({ support }) => support.some(isBehind)).length;
  const verified = counted.filter(({ sentence }) => marked.get(sentence.index) === true).length;
  return { claims: counted.length, sourced, verified, open: counted.length - sourced };
}

/** The coverage of several drafts together. */
export function addCoverage(a: Coverage, b: Coverage): Coverage {
  return { claims: a.claims + b.claims, sourced: a.sourced + b.sourced, verified: a.verified + b.verified, open: a.open + b.open };
}

/** Headings, table cells and footnotes are never unsourced on their own. */
function isProse({ sentence }: SentenceReading): boolean {
  const { kind, containers } = sentence.leaf.content;
  return kind === 'paragraph' && !containers.some(c => c.kind === 'footnote' || c.kind === 'table');
}

/** Is the sentence a headline that is set as a paragraph: in title case, or above a text without headings and told again in its first paragraphs? Nothing else stands in the paragraph. */
function isHeadline({ sentence }: SentenceReading, draft: Draft): boolean {
  const { content } = sentence.leaf;
  if (content.sentences.length > 2 || content.prose.length > 300) return false;
  return isTitleCase(content) || (sentence.leaf.index === 0 && isRetold(sentence.leaf, draft));
}

const titleCases = new WeakMap<LeafContent, boolean>();

/** "Council Sells Last Two Ferries to Rival": every word of four letters and more begins with a capital. */
function isTitleCase(content: LeafContent): boolean {
  let known = titleCases.get(content);
  if (known === undefined) titleCases.set(content, (known = hasTitleCase(content.prose)));
  return known;
}

function hasTitleCase(prose: string): boolean {
  const long = prose.match(/[\p{L}][\p{L}\p{M}'’-]{3,}/gu) ?? [];
  const small = long.filter(word => word[0] === word[0]!.toLowerCase());
  return long.length >= 3 && small.every(word => /^(?:with|from|over|into|than|upon|amid|after|when|this|that|under|about)$/.test(word)) && small.length * 4 < long.length;
}

/** A headline has so many words at most, and so many paragraphs follow it at least. */
const LONGEST_HEADLINE = 18;
const SHORTEST_STORY = 4;

/** Has the draft no headings and front matter, and do its next two paragraphs repeat two fifths of the words of this first one, or more? */
function isRetold(first: Leaf, { leaves, frontMatter }: Draft): boolean {
  if (frontMatter || leaves.length <= SHORTEST_STORY || leaves.some(({ content }) => content.kind === 'heading')) return false;
  const words = first.content.prose.split(/\s+/u);
  if (words.length > LONGEST_HEADLINE) return false;
  const own = stems(first.content.prose);
  const next = stems(leaves.slice(1, 3).map(({ content }) => content.prose.slice(0, 1_000)).join(' '));
  const shared = [...own].filter(stem => next.has(stem)).length;
  return own.size >= 3 && shared * 5 >= own.size * 2;
}

function stems(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]{2,30}/gu) ?? []).filter(word => word.length > 3 || /\d/.test(word)).map(word => word.slice(0, 5)));
}
