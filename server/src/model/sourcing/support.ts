// What vouches for a sentence: citations, attributions, claim comments, lead-ins and source lines, as explicit relations.
import { overlaps, type Span } from '../../span.ts';
import type { Leaf, LeafContent, Sentence } from '../../draft/draft.ts';
import type { Analysis, Attribution, Support } from '../analysis.ts';
import { isAddress, resolveCitation } from '../sources.ts';
import { carryOn } from './carry.ts';
import { collectTurns } from './turns.ts';

export type Reading = Omit<Analysis, 'sentences'>;

/** The support of every sentence, parallel to `draft.sentences`; the strongest first. */
export function collectSupport(reading: Reading): Support[][] {
  const own = collectOwnSupport(reading);
  carryIntoQuotations(reading, own);
  carryFromLeadIns(reading, own);
  carryFromSourceLines(reading, own);
  carryFromTurns(reading, own);
  carryOn(reading, own);
  return own;
}

/** A support that names nobody yet could not be asked: a citation of something that nothing defines. */
export function isBehind(support: Support): boolean {
  return support.unknown !== true;
}

/** Does the attribution name someone who could be asked? A vague one ("experts say") is no source (attribution/vague reports it), and a stance is the draft's own statement. */
export function vouches({ stance, sourceKind }: Attribution): boolean {
  return stance !== true && sourceKind !== 'vague' && sourceKind !== 'none';
}

/** What stands in the sentence itself, or binds to it. */
function collectOwnSupport({ draft, claims, attributions, sources }: Reading): Support[][] {
  const support: Support[][] = draft.sentences.map(() => []);
  for (const citation of draft.citations) {
    if (citation.sentence === undefined || citation.kind === 'definition') continue;
    const kind = citation.kind === 'footnote' ? 'footnote' : citation.kind === 'link' ? 'link' : 'citation';
    const cited = resolveCitation(citation, draft, sources);
    const addresses = cited.ids.length > 0 ? [] : cited.addresses;
    const empty = cited.ids.length === 0 && addresses.length === 0 && cited.words === undefined;
    support[citation.sentence]?.push({
      kind, span: { start: citation.start, end: citation.end }, sources: cited.ids,
      ...(addresses.length > 0 ? { addresses } : {}), ...(empty && cited.unknown.length > 0 ? { unknown: true } : {}),
    });
  }
  for (const { comment } of claims) {
    if (comment.sentence === undefined) continue;
    const list = support[comment.sentence];
    const span = { start: comment.start, end: comment.end };
    if (comment.sources.length > 0) {
      const ids = comment.sources.map(s => s.id);
      list?.push({ kind: 'claim-source', span, sources: ids, ...(ids.some(id => sources.has(id) || isAddress(id)) ? {} : { unknown: true }) });
    }
    if (comment.status === 'observed' || comment.status === 'common-knowledge') list?.push({ kind: 'status', span, sources: [] });
  }
  for (const attribution of attributions) {
    const span = attribution.source ?? attribution.cue;
    if (!span || !vouches(attribution)) continue;
    const sentences = new Set([attribution.sentence.index]);
    for (const content of attribution.content) for (const index of sentencesIn(draft.sentences, content.start, content.end)) sentences.add(index);
    for (const index of sentences) support[index]?.push({ kind: index === attribution.sentence.index ? 'attribution' : 'carried', span, sources: [] });
  }
  return support;
}

/** Sentences that lie in a quotation are vouched for by whoever speaks, also where the words that say so stand in a neighbouring sentence or paragraph. */
function carryIntoQuotations({ draft, quotes, attributions }: Reading, support: Support[][]): void {
  for (const quote of quotes) {
    const first = quote.continues === undefined ? quote : quotes[quote.continues];
    const attribution = attributions[quote.attribution ?? first?.attribution ?? -1];
    const span = attribution?.source ?? attribution?.cue;
    if (!attribution || !span || attribution.sourceKind === 'vague' || attribution.sourceKind === 'none') continue;
    for (const index of sentencesIn(draft.sentences, quote.start, quote.end)) {
      if (support[index]?.length === 0) support[index].push({ kind: 'carried', span, sources: [] });
    }
  }
}

/** Items of a list, rows of a table and a block quotation rest on the sentence that leads into them, if that has support and ends in a colon (or is the list's own first line). */
function carryFromLeadIns({ draft }: Reading, support: Support[][]): void {
  let leadIn: Leaf | undefined;
  for (const leaf of draft.leaves) {
    const enclosed = leaf.content.containers.some(c => c.kind !== 'footnote');
    if (!enclosed) {
      leadIn = leaf.content.kind === 'paragraph' && /:["'”’)\]*_]*\s*$/.test(leaf.content.prose) ? leaf : undefined;
      continue;
    }
    if (!leadIn) continue;
    const lead = lastSupport(leadIn, support);
    if (!lead) continue;
    for (const sentence of sentencesOf(leaf, draft.sentences)) {
      if (support[sentence.index]?.length === 0) support[sentence.index]!.push({ ...lead, kind: 'lead-in' });
    }
  }
}

const SOURCE_LINE = /^(?:sources?|data|figures|credit|photo(?:graph)?s?|picture|pictures|graphic|chart|image|illustration|map|video)\s*(?:by|:|\/)/i;
const CREDIT_AT_END = /\b(?:(?:[Pp]hoto(?:graph)?|[Pp]icture|[Ii]mage|[Gg]raphic|[Ii]llustration|[Cc]redit)s?\s?[:/]|(?:[Pp]hoto(?:graph)?|[Ii]llustration)s? by \p{Lu})[^!?]{1,120}$/u;
/** "— Harbour Act, section 4" beneath a block quotation. */
const QUOTATION_CREDIT = /^(?:—|–|--?)\s*[\p{L}\p{N}“"‘'].{0,200}$/u;
/** "(source: port office)", "[Data: labour bureau]" */
const SOURCE_IN_BRACKETS = /[([](?:[Ss]ources?|[Dd]ata|[Ff]igures): {0,2}[\p{L}\p{N}“"‘'][^()[\]]{1,120}[)\]]/u;

/** A table rests on the source line beneath it, a caption on its credit, a block quotation on the line that says whose it is, a sentence on the source in its brackets. Such a line is itself no claim. */
function carryFromSourceLines({ draft }: Reading, support: Support[][]): void {
  const { leaves } = draft;
  leaves.forEach((leaf, i) => {
    if (leaf.content.kind !== 'paragraph') return;
    const { brackets, isSourceLine, isQuotationCredit, endsInCredit } = sourceWordsOf(leaf.content);
    for (const { sentence, span } of brackets) support[leaf.firstSentence + sentence]!.push({ kind: 'source-line', span: leaf.toSource(span), sources: [] });
    const isCredit = isQuotationCredit && leaves[i - 1]?.block === leaf.block;
    if (!isSourceLine && !isCredit && !endsInCredit) return;
    const line = { start: leaf.start, end: leaf.end };
    const cited = [...new Set(sentencesOf(leaf, draft.sentences).flatMap(s => support[s.index]!.flatMap(({ sources }) => sources)))];
    for (const sentence of sentencesOf(leaf, draft.sentences)) support[sentence.index]!.push({ kind: 'source-line', span: line, sources: cited });
    if (!isSourceLine && !isCredit) return;
    const above = leaves[i - 1]?.block;
    if (!isCredit && !leaves[i - 1]?.content.containers.some(c => c.kind === 'table')) return;
    for (let j = i - 1; j >= 0 && leaves[j]!.block === above; j--) {
      if (isCredit && QUOTATION_CREDIT.test(leaves[j]!.content.prose)) break;
      for (const sentence of sentencesOf(leaves[j]!, draft.sentences)) support[sentence.index]!.push({ kind: 'source-line', span: line, sources: cited });
    }
  });
}

/** What is said in an interview is vouched for by whoever's turn it is. */
function carryFromTurns({ draft }: Reading, support: Support[][]): void {
  for (const { leaf, label } of collectTurns(draft)) {
    for (const sentence of sentencesOf(leaf, draft.sentences)) if (support[sentence.index]!.length === 0) support[sentence.index]!.push({ kind: 'attribution', span: label, sources: [] });
  }
}

/** What a paragraph's words say of its sources. */
interface SourceWords {
  readonly brackets: readonly { readonly sentence: number; readonly span: Span }[];
  readonly isSourceLine: boolean;
  readonly isQuotationCredit: boolean;
  readonly endsInCredit: boolean;
}

const sourceWordsByLeaf = new WeakMap<LeafContent, SourceWords>();

function sourceWordsOf(content: LeafContent): SourceWords {
  let found = sourceWordsByLeaf.get(content);
  if (!found) sourceWordsByLeaf.set(content, (found = readSourceWords(content)));
  return found;
}

function readSourceWords({ prose, sentences, containers }: LeafContent): SourceWords {
  const brackets = sentences.flatMap(({ start, end }, sentence) => {
    const bracket = end - start < 5_000 ? SOURCE_IN_BRACKETS.exec(prose.slice(start, end)) : null;
    return bracket ? [{ sentence, span: { start: start + bracket.index, end: start + bracket.index + bracket[0].length } }] : [];
  });
  const short = prose.length <= 600;
  return { brackets, isSourceLine: short && SOURCE_LINE.test(prose), isQuotationCredit: short && containers.some(c => c.kind === 'quote') && QUOTATION_CREDIT.test(prose), endsInCredit: short && CREDIT_AT_END.test(prose) };
}

function lastSupport(leaf: Leaf, support: readonly Support[][]): Support | undefined {
  const last = leaf.firstSentence + leaf.content.sentences.length - 1;
  return support[last]?.[0];
}

/** The sentences of a leaf. */
function sentencesOf(leaf: Leaf, sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.slice(leaf.firstSentence, leaf.firstSentence + leaf.content.sentences.length);
}

/** The indices of the sentences that share words with a stretch of the draft. Sentences are in order: a binary search, then as many steps as there are hits. */
function sentencesIn(sentences: readonly Sentence[], start: number, end: number): number[] {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let i = low; i < sentences.length && sentences[i]!.start < end; i++) if (overlaps(sentences[i]!, { start, end })) found.push(i);
  return found;
}
