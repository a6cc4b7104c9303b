// The relations of one sentence as they are found: what every reader of them sees of the others, and adds to.
import type { Span } from '../../span.ts';
import { headIndex, isExplained, PRONOUNS, speakerKind } from '../../language/speakers.ts';
import type { Token } from '../../language/tokens.ts';
import type { Clause, Phrase } from './clause.ts';
import { quotesIn, spanOf } from './content.ts';
import { DOCUMENTS } from './lexicon.ts';

/** An attribution relation of one leaf; spans are of its prose. */
export interface Relation {
  readonly cue: Span | undefined;
  readonly source: Span | undefined;
  /** Empty where a colon at the end leads in what the next paragraph says. */
  readonly content: Span[];
  readonly sourceKind: 'named' | 'anonymous' | 'vague' | 'none';
  readonly explained: boolean;
  /** The pronoun in which the source consists, in small letters. */
  readonly pronoun?: string;
  /** Index of the sentence of the leaf. */
  readonly sentence: number;
  /** Indices of the quotations in its content. */
  readonly quotes: number[];
  /** Has the content words outside quotation marks? */
  readonly unquoted: boolean;
  readonly lemma: string;
  /** See `Attribution.stance`. */
  readonly stance?: true;
}

/** What the sentence before tells: did somebody say something in it (`spoke`), and was it a document? */
export interface Before {
  readonly spoke?: true;
  readonly document?: boolean;
}

/** The relations of a sentence, in the order in which they are read. */
export class SentenceRelations {
  readonly clause: Clause;
  readonly sentence: number;
  readonly found: Relation[] = [];
  /** The source of the last relation, for verbs that share its subject. */
  subject: Phrase | undefined;
  /** The token at which the last relation's words end: what goes before is spoken for. */
  used = 0;
  /** Where stances are read: what was said. */
  readonly said: readonly Relation[] | undefined;
  /** Whom "it" and "they" may be. */
  readonly before: Before;

  constructor(clause: Clause, sentence: number, before: Before, said?: readonly Relation[]) {
    this.clause = clause;
    this.sentence = sentence;
    this.before = before;
    this.said = said;
  }

  /** Adds a relation whose source has words. */
  give(cue: Phrase, source: Phrase, content: Span[], lemma: string): void {
    const { tokens } = this.clause;
    const words = tokens.slice(source.from, source.to);
    const description = this.#description(source);
    const sourceKind = speakerKind(words, description);
    const { span, pronoun } = this.spanOfSource(source, sourceKind);
    this.push({ cue: spanOf(this.clause, cue), source: span, content, sourceKind, explained: sourceKind === 'anonymous' && isExplained(description), lemma, ...(pronoun ? { pronoun } : {}) });
    this.subject = source;
    // Words up to the tag are spoken for.
    let used = Math.max(cue.to, source.to);
    while (used < tokens.length && content.some(c => tokens[used]!.start >= c.start && tokens[used]!.end <= c.end)) used++;
    this.used = used;
  }

  /** The words of a source, a relative pronoun behind a name with it, and the pronoun that it is: "she" of "she's". */
  spanOfSource(source: Phrase, kind: Relation['sourceKind']): { span: Span; pronoun: string | undefined } {
    const words = this.clause.tokens.slice(source.from, source.to);
    const bare = words[0]!.lower.replace(/'(?:s|re|m|ve|d|ll)$/, '');
    const pronoun = words.length === 1 && PRONOUNS.has(bare) ? bare : undefined;
    const { start, end } = spanOf(this.clause, source.relative !== undefined && kind === 'named' ? { from: source.from, to: source.relative + 1 } : source);
    return { span: { start, end: pronoun !== undefined && source.relative === undefined ? start + pronoun.length : end }, pronoun };
  }

  /** Adds a relation as it is given. */
  push(relation: Omit<Relation, 'sentence' | 'quotes' | 'unquoted'>): void {
    const quotes: number[] = [];
    let unquoted = false;
    for (const span of relation.content) {
      let covered = span.start;
      for (const index of quotesIn(this.clause, span)) {
        quotes.push(index);
        const quote = this.clause.quotes[index]!;
        unquoted ||= /[\p{L}\p{N}]/u.test(this.clause.prose.slice(covered, Math.max(covered, quote.start)));
        covered = Math.max(covered, quote.end);
      }
      unquoted ||= /[\p{L}\p{N}]/u.test(this.clause.prose.slice(covered, span.end));
    }
    this.found.push({ ...relation, sentence: this.sentence, quotes, unquoted, ...(this.said ? { stance: true as const } : {}) });
  }

  /** The source's words with what stands beside them: to the end of the sentence or the next quotation, at most 300 characters. */
  #description(source: Phrase): string {
    const { tokens, quoted, prose, end } = this.clause;
    let to = source.to;
    while (to < end && quoted[to] === -1 && tokens[to]!.end - tokens[source.from]!.start < 300) to++;
    return prose.slice(tokens[source.from]!.start, tokens[Math.max(source.from, to - 1)]!.end);
  }
}

/** Is a document the head of the phrase? "It" and "they" are where the sentence before had one for its source. */
export function isDocument(phrase: readonly Token[], before: boolean): boolean {
  if (phrase.length === 1 && /^(?:it|they)$/.test(phrase[0]!.lower)) return before;
  return phrase.length > 1 && DOCUMENTS.has(phrase[headIndex(phrase)]!.lower);
}
