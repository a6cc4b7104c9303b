// The Analysis: what a draft says. Rules read it and nothing else; what a rule lacks, this learns.
import type { Span } from '../span.ts';
import type { ClaimComment, Citation, Draft, DraftProblem, Leaf, Sentence } from '../draft/draft.ts';
import type { SourceEntry } from '../registry/registry.ts';
import type { Quantity } from '../language/quantities.ts';
import type { DateMention } from '../language/dates.ts';
import type { Context } from './context.ts';

export interface Analysis {
  readonly draft: Draft;
  readonly context: Context;
  /** Parallel to `draft.sentences`. */
  readonly sentences: readonly SentenceReading[];
  readonly claims: readonly Claim[];
  /** Every source that the draft may cite, by id: front matter over its files over the project's. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly figures: readonly Figure[];
  readonly dates: readonly DraftDate[];
  /** Those of `Draft.asides`. */
  readonly asides: { readonly figures: readonly Figure[]; readonly dates: readonly DraftDate[] };
  readonly attributions: readonly Attribution[];
  readonly quotes: readonly Quote[];
  readonly people: readonly Person[];
}

/** What is known of one sentence. */
export interface SentenceReading {
  readonly sentence: Sentence;
  /** Probability, 0 to 1, that a fact-checker would want a source for it. */
  readonly checkworthy: number;
  /** What makes it (or keeps it from being) a claim, in words for the message: "a superlative". */
  readonly reason: string;
  /** Does something in it speak for a claim by itself (a statistic, a superlative), not only the shape of a statement? */
  readonly specific: boolean;
  /** What supports it, the strongest first; empty = unsourced. */
  readonly support: readonly Support[];
  /** Is all of it quoted speech: somebody's words, which the draft does not state itself? */
  readonly spoken: boolean;
}

/** A relation between a sentence and what vouches for it. */
export interface Support {
  /**
   * - `citation`, `footnote`, `link`, `claim-source`, `status`: an annotation of the sentence
   * - `attribution`: its own words name who says so
   * - `carried`: the words that name the speaker stand in a neighbouring sentence: a running quotation, "another 40 were damaged", "the survey was conducted in May"
   * - `lead-in`: it stands in a list, table or quotation that a supported sentence leads into
   * - `source-line`: a source line, a credit, or "(source: …)" in the sentence
   */
  readonly kind: 'citation' | 'footnote' | 'link' | 'claim-source' | 'attribution' | 'status' | 'lead-in' | 'carried' | 'source-line';
  /** Where the support stands, in the draft. */
  readonly span: Span;
  /** The ids of the registry's sources behind it, if any. */
  readonly sources: readonly string[];
  /** The addresses of pages behind it, as written, where no source of the registry has them. Left out: none. */
  readonly addresses?: readonly string[];
  /** Does it cite something that nothing defines? Then nothing stands behind it yet. */
  readonly unknown?: true;
}

/** A source as the draft sees it: an entry and where it is defined. */
export interface Source {
  readonly entry: SourceEntry;
  /** The document that defines it; the draft's own for its front matter. */
  readonly document: string;
}

/** A claim comment with what it is about. */
export interface Claim {
  readonly comment: ClaimComment;
  readonly sentence: Sentence | undefined;
  /** The figure it names, as read from `value` or from the sentence. */
  readonly figure: NamedFigure | undefined;
  /** What is wrong with its `value`, `text` or `figure`, seen beside its sentence (reported by draft/annotation). Left out: none. */
  readonly problems?: readonly (DraftProblem & { readonly severity?: 'warning' })[];
}

/** A quantity that a claim comment names: the same name is the same quantity in every draft of the project. */
export interface NamedFigure {
  readonly name: string;
  readonly quantity: Quantity;
  /** ISO date, month, year or `from/to`, of the attribute or of a date in the sentence, never of the draft. */
  readonly asOf?: string;
  readonly scope?: string;
  /** The figure in the text where it stands there, else the claim's subject. */
  readonly span: Span;
}

/** A quantity in the text, with what it is about as far as the words say. */
export interface Figure extends Span {
  readonly quantity: Quantity;
  readonly sentence: Sentence;
  /** In the leaf's prose. */
  readonly prose: Span;
  /** The quantity measured, as a lower-case lemma with its modifiers: "precursor levy", "company on list"; undefined where the words do not say. */
  readonly measure?: string;
  /** Whose it is: party, place, organisation. */
  readonly party?: string;
  /** When it held: its own date expression, resolved. */
  readonly asOf?: string;
  readonly kind: 'level' | 'change' | 'share' | 'total' | 'part' | 'peak' | 'forecast' | 'proposal' | 'target' | 'unknown';
  /** The attribution in whose content it stands: index into `Analysis.attributions`. */
  readonly saidBy?: number;
  /** The name that a claim comment gives it. */
  readonly name?: string;
  /** The date expression behind `asOf`, also where it could not be resolved. */
  readonly date?: DateMention;
  /** The words behind `measure`, for comparing figures that no claim names. */
  readonly about?: FigureWords;
  /** What its clause says of it. */
  readonly clause?: FigureClause;
}

/** The clause in which a figure stands, as lower-case lemmas in which words that mean the same are one. */
export interface FigureClause {
  /** The class of the verb that it stands with: "employ", "toll" for killing and dying; '' where the verb says no more than that there is such a figure ("has", "was", "reached"). */
  readonly predicate: string;
  /** The verb as it stands there, in the leaf's prose. */
  readonly verb?: Span;
  /** Nouns and names of the verb's subject; empty where the figure is its subject. */
  readonly subject: readonly string[];
  /** The subject as it stands there, from its first such word to its last, in the leaf's prose. */
  readonly subjectSpan?: Span;
  /** Is the subject what it is done to? */
  readonly passive?: true;
  /** The pronoun that is, or owns, the subject. */
  readonly pronoun?: string;
  /** Of how much or when it is given: "average", "per second", "each". */
  readonly scope: readonly string[];
  /** Is it, by a word beside it, of another thing than the one spoken of before: "a second blast"? */
  readonly another?: true;
  /** Where, for whom, in which round and tense. */
  readonly setting: FigureSetting;
  /** Which way a change goes. */
  readonly direction?: 'up' | 'down';
  /** Every word that says something, the figure aside, in order. */
  readonly words: readonly ClauseWord[];
}

/** A word of a clause; the span is of the leaf's prose. */
export interface ClauseWord extends Span {
  readonly word: string;
  readonly name?: true;
  /** Does it go on with the name of the word before: "Moe" in "Ann Moe"? */
  readonly runs?: true;
  /** Does the name stand behind "in", "at", "near", "of"? */
  readonly place?: true;
}

/** What tells one clause from another of its form. */
export interface FigureSetting {
  /** "first" and "half" 's "second": which of several in a row. */
  readonly rounds: readonly string[];
  /** Prepositions with the heads of their phrases; '' with the object of the verb. Names and times are none. */
  readonly phrases: readonly (readonly [preposition: string, head: string])[];
  /** Of a verb that says what is or was. */
  readonly tense?: 'past' | 'present';
}

/** What the words around a figure say of it, as lower-case lemmas. */
/** What the words around a figure say of it, as lower-case lemmas. */
export interface FigureWords {
  /** The noun that is measured or counted, and what stands for it: "tariff" for levy, tariff and duty. */
  readonly head: string;
  /** Its modifiers: adjectives and nouns before it, and the nouns of the phrases after it. */
  readonly modifiers: readonly string[];
  /** "the 31 companies", "all 2,840 pupils": something already spoken of. */
  readonly definite: boolean;
  /** "a five-year study": something spoken of for the first time. */
  readonly indefinite?: boolean;
  /** The names in the sentence, the speaker's aside. */
  readonly names: readonly string[];
  /** Content words of the sentence. */
  readonly context: readonly string[];
}

/** A date in the text at its place. */
export interface DraftDate extends Span {
  readonly mention: DateMention;
  readonly sentence: Sentence;
}

/** An attribution relation as PolNeAR defines it: cue, source, content. Spans are of the draft. */
export interface Attribution {
  readonly cue: Span | undefined;
  readonly source: Span | undefined;
  readonly content: readonly Span[];
  readonly kind: 'direct' | 'indirect' | 'mixed';
  /** How well the source is known: by name or office; by description alone ("a senior official"); by nothing that could be asked ("sources", "experts"); not at all ("it was reported"). */
  readonly sourceKind: 'named' | 'anonymous' | 'vague' | 'none';
  /** For an anonymous source: do the words say why it is not named, or how it knows? */
  readonly explained: boolean;
  /** The sentence in which the cue (or else the content) stands. */
  readonly sentence: Sentence;
  /** Who is meant, after resolving pronouns, as the words of the nearest full mention. */
  readonly speaker?: string;
  /** Does it tell what somebody wants, plans, favours or knows, or what seems or is expected to be so? The draft says so itself: it vouches for nothing, and nobody need be named for it. */
  readonly stance?: true;
}

/** Quoted words. */
export interface Quote extends Span {
  /** Between the marks, in the draft. */
  readonly inner: Span;
  /** The words between the marks. */
  readonly text: string;
  readonly leaf: Leaf;
  readonly sentence: Sentence;
  /** Speech, or a scare quote, a title, a term, a nickname, a sign. */
  readonly use: 'speech' | 'other';
  /** Does the mark close, here or (a quotation of several paragraphs) in a later paragraph? */
  readonly closed: boolean;
  /** The attribution that says who speaks: index into `Analysis.attributions`. */
  readonly attribution?: number;
  /** Part of the running quotation that begins at this index into `Analysis.quotes`. */
  readonly continues?: number;
  /** The citations that name its source. */
  readonly citations: readonly Citation[];
}

export interface Person {
  /** In full, as the draft writes it: the family's name may come first. */
  readonly name: string;
  /** By which the draft calls them once they have been named in full. */
  readonly family: string;
  readonly given?: string;
  /** Every mention, in the draft, in order. */
  readonly mentions: readonly (Span & { readonly full: boolean })[];
}
