// Who says what: quotations, attributions and the people of a draft.
import type { Citation, Draft, Leaf, Sentence } from '../../draft/draft.ts';
import type { Span } from '../../span.ts';
import { sourceNoun, tellsReason } from '../../language/speakers.ts';
import { tokenize } from '../../language/tokens.ts';
import type { Attribution, Person, Quote } from '../analysis.ts';
import { readLeafSpeech, type LeafSpeech } from './leaf-speech.ts';
import { announcesWords, findActor, findCredit, isMute, looksBack, namesSpeakers } from './neighbours.ts';
import { collectPeople, fullNames } from './people.ts';
import { nameSpeakers, type Mentioned } from './speaker-names.ts';
import { isFreeSpeech, surroundings } from './quote-use.ts';
import type { Relation } from './sentence-relations.ts';

export interface Speech {
  readonly quotes: readonly Quote[];
  readonly attributions: readonly Attribution[];
  readonly people: readonly Person[];
}

/**
 * Quotations with their speakers, attribution relations, and people, over the whole draft.
 * What rests on the words of a leaf alone is cached by its content; running quotations, neighbours and pronouns are read afresh, in one pass each.
 */
export function readSpeech(draft: Draft): Speech {
  const reader = new SpeechReader(draft);
  reader.collect();
  reader.joinRunning();
  reader.attributeFree();
  const people = collectPeople(draft);
  return { ...reader.give(people), people };
}

/** Sources by position: where a quotation looks for its speaker. */
interface DraftAttribution {
  readonly relation: Relation | undefined;
  readonly leaf: Leaf;
  readonly sentence: Sentence;
  readonly cue: Span | undefined;
  readonly source: Span | undefined;
  readonly content: Span[];
  direct: boolean;
  unquoted: boolean;
}

interface DraftQuote {
  readonly leaf: Leaf;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly inner: Span;
  readonly sentence: Sentence;
  readonly lastSentence: Sentence;
  closed: boolean;
  use: 'speech' | 'other';
  attribution: number | undefined;
  continues: number | undefined;
  /** Does it stand without marks, as a block quotation? */
  readonly block: boolean;
}

/** Whoever gives a figure or answers a poll there speaks no words beside it. */
const GIVES_FIGURES: ReadonlySet<string> = new Set(['estimate', 'estimated', 'give', 'poll', 'show']);

/** "She pauses." */
const SHORT = 40;

class SpeechReader {
  readonly #draft: Draft;
  readonly #attributions: DraftAttribution[] = [];
  readonly #quotes: DraftQuote[] = [];
  /** Quotations that nobody is said to have spoken, as indices into `#quotes`. */
  readonly #free: number[] = [];
  /** For each sentence of the draft the attributions of it. */
  readonly #said: number[][];
  readonly #citations: (readonly Citation[] | undefined)[];

  constructor(draft: Draft) {
    this.#draft = draft;
    this.#said = draft.sentences.map(() => []);
    const bySentence: Citation[][] = [];
    for (const citation of draft.citations) {
      if (citation.sentence === undefined) continue;
      const list = (bySentence[citation.sentence] ??= []);
      list.push(citation);
    }
    this.#citations = bySentence;
  }

  /** The quotations and relations of every leaf at their places in the draft. */
  collect(): void {
    for (const leaf of this.#draft.leaves) {
      const speech = readLeafSpeech(leaf.content);
      const firstAttribution = this.#attributions.length;
      const firstQuote = this.#quotes.length;
      for (const relation of speech.relations) {
        if (!relation.stance) this.#said[leaf.firstSentence + relation.sentence]?.push(this.#attributions.length);
        this.#attributions.push({
          relation, leaf,
          sentence: this.#sentence(leaf, relation.sentence),
          cue: relation.cue && leaf.toSource(relation.cue),
          source: relation.source && leaf.toSource(relation.source),
          content: relation.content.map(c => leaf.toSource(c)),
          direct: relation.quotes.length > 0,
          unquoted: relation.unquoted,
        });
      }
      for (const [i, quote] of speech.quotes.entries()) {
        const { first, last } = speech.extent[i]!;
        const span = leaf.toSource(quote);
        this.#quotes.push({
          leaf, index: i, start: span.start, end: span.end, inner: leaf.toSource(quote.inner), sentence: this.#sentence(leaf, first), lastSentence: this.#sentence(leaf, last),
          closed: quote.closed, use: 'other', attribution: undefined, continues: undefined, block: false,
        });
      }
      this.#link(leaf, speech, firstAttribution, firstQuote);
      if (speech.quotes.length === 0) this.#blockQuotation(leaf);
    }
  }

  /** Ties the quotations of a leaf to the relations in whose content they stand, and finds those that stand free. */
  #link(leaf: Leaf, speech: LeafSpeech, firstAttribution: number, firstQuote: number): void {
    for (const [r, relation] of speech.relations.entries()) {
      if (relation.stance) continue;
      for (const q of relation.quotes) {
        const quote = this.#quotes[firstQuote + q]!;
        if (quote.attribution !== undefined && this.#attributions[quote.attribution]!.relation!.cue) continue;
        quote.attribution = firstAttribution + r;
        quote.use = this.#isSpoken(leaf, speech, relation, q) ? 'speech' : 'other';
      }
    }
    if (leaf.content.kind === 'heading') return;
    for (const [q, mark] of speech.quotes.entries()) {
      const quote = this.#quotes[firstQuote + q]!;
      if (quote.attribution !== undefined) continue;
      const { before, after } = surroundings(leaf.content.prose, mark, leaf.content.sentences[speech.extent[q]!.first]!, leaf.content.sentences[speech.extent[q]!.last]!);
      const alone = !/[\p{L}\p{N}]/u.test(before.replace(/^.*[:.!?]["'”’]?\s/su, '')) && !/^[^.!?]*[\p{L}\p{N}]/u.test(after);
      if (!alone || !isFreeSpeech(leaf.content.prose, mark, this.#wordsBefore(leaf, mark.start - before.length), before, after)) continue;
      quote.use = 'speech';
      this.#free.push(firstQuote + q);
    }
  }

  /** Is a quotation in the content of a relation spoken, or only a term within what is reported? */
  #isSpoken(leaf: Leaf, speech: LeafSpeech, relation: Relation, q: number): boolean {
    const { inner } = speech.quotes[q]!;
    const words = leaf.content.prose.slice(inner.start, inner.end);
    if (!relation.unquoted) return true;
    return words.trim().split(/\s+/u, 3).length > 2 || /[.,!?…]["'’”]?$/u.test(words);
  }

  /** The words before an offset of a leaf; at its start those of the paragraph before. */
  #wordsBefore(leaf: Leaf, at: number): string {
    if (at > 0) return leaf.content.prose.slice(Math.max(0, at - 120), at);
    const previous = this.#draft.leaves[leaf.index - 1];
    const words = previous && reaches(previous, leaf) ? previous.content.prose.slice(-120).trimEnd() : '';
    // "… a placard that read “Stay”." What it says has been told.
    return /[”"’][.,]?$/u.test(words) ? '' : words;
  }

  /** A block quotation without marks counts as one where the lead-in before it ends in a colon, or a credit line stands under it. */
  #blockQuotation(leaf: Leaf): void {
    if (leaf.content.kind !== 'paragraph' || !isBlockQuote(leaf) || leaf.content.sentences.length === 0) return;
    const lead = this.#draft.leaves[leaf.index - 1];
    const announced = lead !== undefined && !isBlockQuote(lead) && /:["”’]?$/u.test(lead.content.prose.trimEnd());
    const under = this.#draft.leaves[leaf.index + 1];
    const credited = !announced && under !== undefined && under.block === leaf.block && isBlockQuote(under) && findCredit(under.content.prose, false) !== undefined;
    if (!announced && !credited) return;
    const first = leaf.content.sentences[0]!;
    const last = leaf.content.sentences.at(-1)!;
    const span = leaf.toSource({ start: first.start, end: last.end });
    const said = announced ? this.#said[lead.firstSentence + lead.content.sentences.length - 1] : undefined;
    if (credited) this.#free.push(this.#quotes.length);
    this.#quotes.push({
      leaf, index: -1, start: span.start, end: span.end, inner: span, sentence: this.#sentence(leaf, 0), lastSentence: this.#sentence(leaf, leaf.content.sentences.length - 1),
      closed: true, use: 'speech', attribution: said?.at(-1), continues: undefined, block: true,
    });
  }

  /** A quotation of several paragraphs opens at each and closes at the last. */
  joinRunning(): void {
    let open: number | undefined;
    for (const [i, quote] of this.#quotes.entries()) {
      const before = open === undefined ? undefined : this.#quotes[open]!;
      open = undefined;
      const speech = readLeafSpeech(quote.leaf.content);
      const mark = speech.quotes[quote.index];
      if (!mark) continue;
      if (before && follows(before.leaf, quote.leaf) && mark.start === 0) {
        before.closed = true;
        quote.continues = before.continues ?? this.#quotes.indexOf(before, Math.max(0, i - 1));
        quote.use = 'speech';
        quote.attribution ??= before.attribution;
        if (before.attribution === undefined && quote.attribution !== undefined) this.#carryBack(i, quote.attribution);
      }
      if (!quote.closed && mark.end >= quote.leaf.content.prose.trimEnd().length && !this.#hasTagInside(quote, speech)) open = i;
    }
  }

  /** The speaker of a running quotation may be named only at its end. */
  #carryBack(from: number, attribution: number): void {
    for (let i = from - 1; i >= 0 && this.#quotes[i]!.attribution === undefined && (this.#quotes[i + 1]!.continues !== undefined); i--) this.#quotes[i]!.attribution = attribution;
  }

  /** `“It never ends, said Moe`: the mark was forgotten before the tag. */
  #hasTagInside(quote: DraftQuote, speech: LeafSpeech): boolean {
    const { first } = speech.extent[quote.index]!;
    const start = speech.quotes[quote.index]!.start;
    return speech.relations.some(r => r.sentence === first && r.cue !== undefined && r.cue.start > start && r.content.some(c => c.start <= start + 1 && c.end < r.cue!.start));
  }

  /** Looks for the speaker of every quotation that stands free: in the sentence before and the one after, across paragraphs. */
  attributeFree(): void {
    for (const i of this.#free) {
      const quote = this.#quotes[i]!;
      if (quote.attribution === undefined) quote.attribution = this.#neighbour(i, quote);
      else if (quote.continues === undefined) continue;
      if (quote.attribution === undefined) {
        // Of two or three words nobody asks who said them: a motto, a rhetorical question.
        if (this.#text(quote).split(/\s+/u, 4).length < 4) quote.use = 'other';
        continue;
      }
      const attribution = this.#attributions[quote.attribution]!;
      attribution.content.push({ start: quote.start, end: quote.end });
      attribution.direct = true;
    }
  }

  #neighbour(i: number, quote: DraftQuote): number | undefined {
    const before = this.#quotes[i - 1];
    const previous = this.#draft.sentences[quote.sentence.index - 1];
    const next = this.#draft.sentences[quote.lastSentence.index + 1];
    // Right behind a quotation of someone known, in the same paragraph or in the one before.
    if (before?.attribution !== undefined && before.use === 'speech' && !this.#isOnSign(before.attribution) && (before.lastSentence.index === quote.sentence.index || before.lastSentence === previous) && reaches(before.leaf, quote.leaf)) return before.attribution;
    // One sentence further, in the same paragraph, as long as nobody else speaks or acts between them.
    if (before?.attribution !== undefined && before.use === 'speech' && before.leaf === quote.leaf && previous !== undefined && quote.sentence.index - before.lastSentence.index === 2 && this.#speakerOf(previous.index) === undefined && !this.#hasActor(previous)) return before.attribution;
    const own = this.#speakerOf(quote.sentence.index) ?? this.#speakerOf(quote.lastSentence.index) ?? this.#creditWithin(quote);
    if (own !== undefined) return own;
    // "Why she came: …" says where the words come from, if not whose they are.
    if (namesSpeakers(this.#wordsBefore(quote.leaf, quote.leaf.toProse(quote.start)).trimEnd()) && quote.start > quote.leaf.start) return this.#silent(quote.leaf, quote.sentence, undefined);
    if (previous && reaches(previous.leaf, quote.leaf)) {
      const found = this.#speakerOf(previous.index);
      if (found !== undefined) return found;
      // "What the neighbours told us:" says where the words come from, if not whose they are.
      if (announcesWords(previous.text)) return this.#silent(quote.leaf, quote.sentence, undefined);
      if (previous.leaf === quote.leaf || previous.text.length < SHORT) {
        const weak = this.#actor(previous, quote);
        if (weak !== undefined) return weak;
      }
    }
    if (!next || !reaches(quote.leaf, next.leaf)) return undefined;
    if (looksBack(next.text)) return this.#actor(next, quote) ?? this.#silent(quote.leaf, quote.sentence, undefined);
    return this.#speakerOf(next.index) ?? this.#creditLine(next, quote);
  }

  /** "a placard that read “Stay”": what stands on it ends with it. */
  #isOnSign(attribution: number): boolean {
    const source = this.#attributions[attribution]?.source;
    return source !== undefined && isMute(this.#draft.text.slice(source.start, source.end));
  }

  /** The last attribution of a sentence that says who speaks; not one that another speaker reports. */
  #speakerOf(sentence: number): number | undefined {
    const said = this.#said[sentence] ?? [];
    const isReported = ({ cue }: DraftAttribution) => cue !== undefined && said.some(b => this.#attributions[b]!.cue !== cue && this.#attributions[b]!.content.some(c => c.start <= cue.start && c.end >= cue.end));
    return said.findLast(a => {
      const attribution = this.#attributions[a]!;
      const { source } = attribution;
      return source !== undefined && !GIVES_FIGURES.has(attribution.relation?.lemma ?? '') && !isMute(this.#draft.text.slice(source.start, source.end)) && !isReported(attribution);
    });
  }

  /** An attribution without a verb: of a source where one is known. */
  #silent(leaf: Leaf, sentence: Sentence, source: Span | undefined): number {
    this.#attributions.push({ relation: undefined, leaf, sentence, cue: undefined, source: source && leaf.toSource(source), content: [], direct: true, unquoted: false });
    return this.#attributions.length - 1;
  }

  /** Is the sentence about somebody who is named in it? */
  #hasActor(sentence: Sentence): boolean {
    const tokens = readLeafSpeech(sentence.leaf.content).tokens[sentence.index - sentence.leaf.firstSentence];
    return tokens !== undefined && findActor(tokens, (this.#families ??= fullNames(this.#draft))) !== undefined;
  }

  /** The person whom the sentence before a quotation is about. */
  #actor(previous: Sentence, quote: DraftQuote): number | undefined {
    const tokens = readLeafSpeech(previous.leaf.content).tokens[previous.index - previous.leaf.firstSentence];
    const actor = tokens && findActor(tokens, (this.#families ??= fullNames(this.#draft)));
    return actor && this.#silent(previous.leaf, quote.sentence, actor);
  }
  #families: ReadonlySet<string> | undefined;

  /** A credit line under a pull quote. */
  #creditLine(next: Sentence, quote: DraftQuote): number | undefined {
    const credit = findCredit(next.text.split(/\s[“"„«]/u, 1)[0]!, next.leaf !== quote.leaf && isBlockQuote(next.leaf));
    return credit && this.#silent(next.leaf, next, { start: next.prose.start + credit.start, end: next.prose.start + credit.end });
  }

  /** A pull quote may have its credit line within the marks: its last sentence is a name and an office, and no more. */
  #creditWithin(quote: DraftQuote): number | undefined {
    const { lastSentence, sentence } = quote;
    if (lastSentence === sentence || !quote.closed || quote.index < 0) return undefined;
    const credit = findCredit(lastSentence.text.replace(/[.\s]*["”’']*$/u, ''), true);
    return credit && this.#silent(quote.leaf, lastSentence, { start: lastSentence.prose.start + credit.start, end: lastSentence.prose.start + credit.end });
  }

  give(people: readonly Person[]): { quotes: Quote[]; attributions: Attribution[] } {
    const quotes = this.#quotes.map((q): Quote => ({
      start: q.start, end: q.end, inner: q.inner, text: this.#text(q), leaf: q.leaf, sentence: q.sentence, use: q.use, closed: q.closed,
      ...(q.attribution === undefined ? {} : { attribution: q.attribution }),
      ...(q.continues === undefined ? {} : { continues: q.continues }),
      citations: this.#citationsOf(q),
    }));
    return { quotes, attributions: this.#named(people) };
  }

  #text(quote: DraftQuote): string {
    const speech = readLeafSpeech(quote.leaf.content);
    const mark = speech.quotes[quote.index];
    return mark ? quote.leaf.content.prose.slice(mark.inner.start, mark.inner.end) : quote.leaf.content.prose.slice(quote.sentence.prose.start, quote.lastSentence.prose.end);
  }

  /** The citations that name the source of a quotation: its sentences', else those of the lead-in or of the quotation that it goes on from. */
  #citationsOf(quote: DraftQuote): readonly Citation[] {
    const own: Citation[] = [];
    for (let s = quote.sentence.index; s <= quote.lastSentence.index; s++) own.push(...(this.#citations[s] ?? []));
    if (own.length > 0) return own;
    if (quote.continues !== undefined) {
      const first = this.#quotes[quote.continues]!;
      return this.#citations[first.lastSentence.index] ?? [];
    }
    const lead = this.#draft.sentences[quote.sentence.index - 1];
    if (quote.block && lead) return this.#citations[lead.index] ?? [];
    return [];
  }

  /** The attributions, with who is meant where the words are a pronoun or a surname. */
  #named(people: readonly Person[]): Attribution[] {
    const sources: Mentioned[] = [];
    for (const [index, { source, relation }] of this.#attributions.entries()) if (source && !relation?.stance) sources.push({ index, source, kind: relation?.sourceKind ?? 'named' });
    const speakers = nameSpeakers(this.#draft, people, sources.sort((a, b) => a.source.start - b.source.start));
    return this.#attributions.map((a, i): Attribution => {
      const meant = speakers.get(i);
      const kind = a.relation?.sourceKind ?? 'named';
      return {
        cue: a.cue, source: a.source, content: a.content,
        kind: !a.direct ? 'indirect' : a.unquoted ? 'mixed' : 'direct',
        sourceKind: meant?.pronoun ? meant.kind : a.source || a.relation ? kind : 'none',
        explained: meant?.pronoun === true || a.relation?.explained === true || (kind === 'anonymous' && this.#explainedNearby(a)),
        sentence: a.sentence,
        ...(meant ? { speaker: meant.words } : {}),
        ...(a.relation?.stance ? { stance: true } : {}),
      };
    });
  }

  /** The reason may stand in the sentences beside: `The officials asked not to be named because …`. That of another source is its own. */
  #explainedNearby({ sentence: { index, end }, source }: DraftAttribution): boolean {
    // ", who, like many others in the room, asked not to be named so as to speak freely"
    if (source && tellsReason(/^,? who\b[^.“”"]{0,300}/u.exec(this.#draft.text.slice(source.end, Math.min(end, source.end + 320)))?.[0] ?? '')) return true;
    for (let s = Math.max(0, index - 1); s <= index + 3; s++) {
      const text = this.#draft.sentences[s]?.text.slice(0, 400);
      if (s === index || text === undefined || !tellsReason(text)) continue;
      const others = (this.#said[s] ?? []).map(i => this.#attributions[i]!).filter(a => a.relation?.sourceKind === 'anonymous' || this.#isNew(a.source));
      if (others.length === 0 && this.#opensWithAnother(s, source)) continue;
      if (others.length === 0 || others.some(other => this.#nounOf(other.source) === this.#nounOf(source))) return true;
    }
    return false;
  }

  /** "A cook who asked not to be named because …" is not the aide of the sentence before. */
  #opensWithAnother(sentence: number, source: Span | undefined): boolean {
    const { prose, leaf, text } = this.#draft.sentences[sentence]!;
    const opening = /^(?:An?|Another|One|Two|Three|Four|Five|Several|Some)\s[^,.;:“”"]{2,80}?(?=,|\swho\b)/u.exec(text)?.[0];
    return opening !== undefined && this.#nounOf(leaf.toSource({ start: prose.start, end: prose.start + opening.length })) !== this.#nounOf(source);
  }

  /** "A palace aide", who was not spoken of before. */
  #isNew(source: Span | undefined): boolean {
    return source !== undefined && /^(?:an?|another|one|two|three|four|five|several)\s/i.test(this.#draft.text.slice(source.start, source.end));
  }

  #nounOf(source: Span | undefined): string {
    return source ? sourceNoun(tokenize(this.#draft.text, source.start, source.end)) : '';
  }

  #sentence(leaf: Leaf, index: number): Sentence {
    return this.#draft.sentences[leaf.firstSentence + index]!;
  }
}

function isBlockQuote(leaf: Leaf): boolean {
  return leaf.content.containers.some(c => c.kind === 'quote');
}

/** Is `next` the paragraph right after `leaf`, not in a footnote or table and with no heading between? */
function follows(leaf: Leaf, next: Leaf): boolean {
  return next.index === leaf.index + 1 && reaches(leaf, next);
}

/** Can a speaker named in one leaf speak in the other, its neighbour? */
function reaches(a: Leaf, b: Leaf): boolean {
  if (a === b) return true;
  if (b.index - a.index !== 1 || a.content.kind === 'heading' || b.content.kind === 'heading') return false;
  return ![...a.content.containers, ...b.content.containers].some(c => c.kind === 'footnote' || c.kind === 'table');
}
