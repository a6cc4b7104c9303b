// Finds attribution relations (cue, source, content) in the sentences of one leaf, in one pass over its tokens.
import type { Span } from '../../span.ts';
import { particles, reportingVerb, stanceParticles, stanceVerb, SPEECH_NOUNS, IMPERSONAL, WIDELY, type ReportingVerb } from '../../language/reporting.ts';
import { tokenize, type Token } from '../../language/tokens.ts';
import { headIndex, isExplained, PRONOUNS, speakerKind } from '../../language/speakers.ts';
import {
  ADVERBIAL, BE, CALENDAR, type Clause, DETERMINERS, HAVE, isAdverb, isBreak, isFinite, NOMINATIVES, type Phrase, phraseAfter, phraseBefore,
  POSSESSIVES, PREPOSITIONS, readClause,
} from './clause.ts';
import {
  contentAround, contentBefore, contentSpan, endsWithQuote, hasClause, isMiddle, isNamed, isPointing, isSpeech, listOf, plainFrom, quoteAround,
  quoteBehind, quotesIn, quoteSpan, reportedLimit, restAfter, skipAdverbial, spanOf, thatBehind,
} from './content.ts';
import { subjectOf, invertedSubject } from './subject.ts';
import { findUnsaid } from './stances.ts';
import { readWordless } from './wordless.ts';
import type { QuotedSpan } from './marks.ts';
import { WITH_OBJECT, WITH_INFINITIVE, DOCUMENTS, GIVES, ADDRESSED, FINDS_FAULT, NOUNS, ESTIMATES, SUBORDINATORS, INTERROGATIVE, VIEWS } from './lexicon.ts';

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

/** A sentence longer than this is read in pieces: no writer's is, and what a verb looks at must stay bounded. */
const PIECE = 250;

/** The relations of a leaf in order, given the tokens of its sentences. Linear in the length of the prose. */
export function findRelations(prose: string, sentences: readonly (readonly Token[])[], quotes: readonly QuotedSpan[]): Relation[] {
  const relations: Relation[] = [];
  let from = 0;
  let document = false;
  for (const [index, sentence] of sentences.entries()) {
    let last: Relation | undefined;
    for (let at = 0; at < sentence.length; at += PIECE) {
      const tokens = sentence.length <= PIECE ? sentence : sentence.slice(at, at + PIECE);
      while (from < quotes.length && quotes[from]!.end <= tokens[0]!.start) from++;
      const clause = readClause(prose, tokens, quotes, from);
      const said = new SentenceReader(clause, index, document).read();
      relations.push(...said, ...new SentenceReader(clause, index, document).readStances(said));
      last = said.at(-1);
    }
    document = last?.source !== undefined && isDocument(tokenize(prose, last.source.start, last.source.end), document);
  }
  return relations;
}

class SentenceReader {
  readonly #clause: Clause;
  readonly #sentence: number;
  readonly #found: Relation[] = [];
  /** The source of the last relation, for verbs that share its subject. */
  #subject: Phrase | undefined;
  /** The token at which the last relation's words end: what goes before is spoken for. */
  #used = 0;
  /** Are stances read, not what was said? */
  #stance = false;
  #said: readonly Relation[] = [];
  /** Is a document the source of the sentence before, so that "it" is one? */
  readonly #document: boolean;

  constructor(clause: Clause, sentence: number, document: boolean) {
    this.#clause = clause;
    this.#sentence = sentence;
    this.#document = document;
  }

  read(): Relation[] {
    const { tokens, quoted, end } = this.#clause;
    for (let i = 0; i < end; i++) {
      if (quoted[i] !== -1) continue;
      const token = tokens[i]!;
      if (token.kind !== 'word') continue;
      if (token.lower === 'according' && tokens[i + 1]?.lower === 'to') this.#according(i, i + 2);
      else if (token.lower === 'as') this.#asReported(i);
      else if (!VIEWS.has(token.lower) || !this.#view(i)) {
        const verb = reportingVerb(token.lower);
        if (verb && !(token.capital && i > 0 && verb.form !== 'past')) this.#verb(i, verb);
        if (SPEECH_NOUNS.has(token.lower) && tokens[i + 1]?.lower === 'that') this.#noun(i);
        if (IMPERSONAL.has(token.lower) || WIDELY.has(token.lower)) this.#impersonal(i);
        if (ESTIMATES.has(token.lower)) this.#estimate(i);
        if (GIVES.has(token.lower)) this.#gives(i);
      }
    }
    readWordless(this.#clause, this.#found, (cue, source, content, lemma) => this.#give(cue, source, content, lemma));
    return this.#found;
  }

  /** What somebody wants, plans, favours or knows, and what seems or is expected to be so, apart from what was `said`. */
  readStances(said: readonly Relation[]): Relation[] {
    this.#stance = true;
    this.#said = said;
    const { tokens, quoted, end } = this.#clause;
    const cues = new Set(said.map(r => r.cue?.start));
    for (let i = 0; i < end; i++) {
      if (quoted[i] !== -1 || tokens[i]!.kind !== 'word' || cues.has(tokens[i]!.start)) continue;
      const verb = stanceVerb(tokens[i]!.lower);
      if (verb && !(tokens[i]!.capital && i > 0 && verb.form !== 'past')) this.#verb(i, verb);
    }
    for (const { cue, source, content } of findUnsaid(this.#clause)) {
      if (cues.has(tokens[cue.from]!.start) || cues.has(tokens[cue.to - 1]!.start)) continue;
      this.#push({ cue: spanOf(this.#clause, cue), source: source && spanOf(this.#clause, source), content: [content], sourceKind: source ? 'named' : 'none', explained: false, lemma: 'stance' });
    }
    return this.#found;
  }

  /** "…, according to X", "According to X, …" */
  #according(cue: number, at: number): void {
    const phrase = phraseAfter(this.#clause, at);
    if (!phrase) return;
    let before = contentBefore(this.#clause, this.#used, cue);
    if (!before && cue > 2 && this.#used >= cue - 1) {
      // "…, Moe said, according to the Gazette": it vouches for all that goes before.
      this.#used = 0;
      before = contentBefore(this.#clause, this.#used, cue);
    }
    const content = before ?? restAfter(this.#clause, phrase.to);
    if (content || this.#clause.tokens[phrase.to]?.text === ':') this.#give({ from: cue, to: at }, phrase, content ? [content] : [], 'according');
  }

  /** "in X's view", "in the opinion of X" */
  #view(at: number): boolean {
    const { tokens } = this.#clause;
    let start = at - 1;
    while (start > 0 && at - start < 6 && tokens[start]!.lower !== 'in' && tokens[start]!.lower !== 'by' && tokens[start]!.kind === 'word') start--;
    if (!/^(?:in|by)$/.test(tokens[start]?.lower ?? '') || at - start < 2) return false;
    let phrase: Phrase = { from: start + 1, to: at };
    if (tokens[at + 1]?.lower === 'of') {
      const owner = phraseAfter(this.#clause, at + 2);
      if (!owner) return false;
      phrase = owner;
    } else if (!/'s?$|^(?:his|her|their|its|my|our)$/.test(tokens[at - 1]!.lower) && !(tokens[at - 1]!.text === '’' || tokens[at - 1]!.text === "'")) return false;
    const content = contentBefore(this.#clause, this.#used, start) ?? restAfter(this.#clause, Math.max(phrase.to, at + 1));
    if (content) this.#give({ from: start, to: at + 1 }, phrase, [content], 'view');
    return content !== undefined;
  }

  /** "his claim that …", "the allegation by X that …" */
  #noun(at: number): void {
    const { tokens, end } = this.#clause;
    const content = contentSpan(this.#clause, at + 2, end);
    if (!content) return;
    let owner: Phrase | undefined;
    let from = at - 1;
    while (from > 0 && at - from < 4 && !POSSESSIVES.has(tokens[from]!.lower) && !/'s$/.test(tokens[from]!.lower) && !DETERMINERS.has(tokens[from]!.lower) && tokens[from]!.kind === 'word') from--;
    const possessor = tokens[from];
    if (possessor && POSSESSIVES.has(possessor.lower)) owner = { from, to: from + 1 };
    else if (possessor && /'s$/.test(possessor.lower)) owner = phraseBefore(this.#clause, from + 1);
    if (owner) this.#give({ from: at, to: at + 1 }, owner, [content], 'noun');
  }

  /** "The ministry put the toll at 287", "the survey gave the magnitude as 6.8", "the institute made it 6.7" */
  #estimate(at: number): void {
    const { tokens, quoted, end } = this.#clause;
    const subject = phraseBefore(this.#clause, at);
    if (!subject || isFinite(tokens[at - 1]) || quoted[at - 1] !== -1) return;
    for (let k = at + 1; k < end && k - at < 9 && quoted[k] === -1; k++) {
      const token = tokens[k]!;
      if (isBreak(token)) return;
      const value = /^(?:at|as)$/.test(token.lower) || (token.lower === 'it' && tokens[at]!.lower === 'made') ? tokens[k + 1] : undefined;
      if (value === undefined) continue;
      const figure = value.kind === 'number' || /^[$€£]$/.test(value.text) || (/^(?:about|around|nearly|almost|just|over|under|at|more|less|only|some)$/.test(value.lower) && tokens.slice(k + 2, k + 5).some(t => t.kind === 'number'));
      if (!figure) return;
      const content = contentSpan(this.#clause, at + 1, reportedLimit(this.#clause, at + 1));
      if (content) this.#give({ from: at, to: at + 1 }, subject, [content], 'estimate');
      return;
    }
  }

  /** "The survey counted 300 boats", and behind what it said: "It listed 12 ports." */
  #gives(at: number): void {
    const { tokens, quoted, end } = this.#clause;
    if (at === 0 || at + 1 >= end || quoted[at - 1] !== -1 || isFinite(tokens[at - 1]) || this.#found.at(-1)?.cue?.start === tokens[at]!.start) return;
    const subject = phraseBefore(this.#clause, isAdverb(tokens[at - 1]) ? at - 1 : at);
    if (!subject || !isDocument(tokens.slice(subject.from, subject.to), this.#document)) return;
    const next = tokens[at + 1]!;
    const object = next.kind !== 'mark' || /^[$€£]$/.test(next.text);
    if (!object || PREPOSITIONS.has(next.lower) || isFinite(next) || tokens[subject.to - 1]!.lower === tokens[at]!.lower) return;
    const content = contentSpan(this.#clause, at + 1, reportedLimit(this.#clause, at + 1));
    if (content) this.#give({ from: at, to: at + 1 }, subject, [content], 'give');
  }

  /** "it was reported that …", "is believed to …", "X is widely seen as …" */
  #impersonal(at: number): void {
    const { tokens, end } = this.#clause;
    let j = at - 1;
    while (j > 0 && (isAdverb(tokens[j]) || tokens[j]!.lower === 'widely')) j--;
    const aux = tokens[j];
    if (!aux || !BE.has(aux.lower)) return;
    while (j > 0 && (BE.has(tokens[j - 1]!.lower) || HAVE.has(tokens[j - 1]!.lower) || isAdverb(tokens[j - 1]))) j--;
    const widely = tokens.slice(Math.max(0, at - 3), at).some(t => /^(?:widely|generally|commonly|popularly|broadly)$/.test(t.lower));
    const subject = tokens[j - 1];
    const it = subject?.lower === 'it' && (j === 1 || isBreak(tokens[j - 2]) || /^(?:and|but|that|though|although|while)$/.test(tokens[j - 2]!.lower));
    if (!widely && !IMPERSONAL.has(tokens[at]!.lower)) return;
    const next = tokens[at + 1];
    // "widely considered the best", but "his remarks were widely reported"
    const to = next?.lower === 'to' || next?.lower === 'as' || (widely && /^(?:considered|seen|viewed|regarded)$/.test(tokens[at]!.lower) && next?.kind === 'word' && !PREPOSITIONS.has(next.lower));
    let that = at + 1;
    // "It was reported last week that": time and place may stand between, an agent ("by the Gazette") says who.
    while (that < end && that - at < 9 && tokens[that]!.lower !== 'that' && tokens[that]!.lower !== 'by' && tokens[that]!.lower !== 'to' && !isFinite(tokens[that])) that++;
    const agent = tokens[that]?.lower === 'by' ? phraseAfter(this.#clause, that + 1) : undefined;
    if (it && agent) {
      let clause = agent.to;
      while (clause < end && tokens[clause]!.lower !== 'that') clause++;
      const rest = contentSpan(this.#clause, clause < end ? clause + 1 : agent.to, end);
      if (rest) this.#give({ from: at, to: at + 1 }, agent, [rest], 'report');
      return;
    }
    const reportsClause = it && tokens[that]?.lower === 'that';
    const reportsSubject = to && (widely || /^(?:said|rumored|rumoured|understood|alleged|reported)$/.test(tokens[at]!.lower));
    if (!reportsClause && !reportsSubject && !(widely && it)) return;
    const content = reportsClause ? contentSpan(this.#clause, that + 1, end) : contentSpan(this.#clause, this.#used, end);
    if (content) this.#push({ cue: spanOf(this.#clause, { from: it ? j - 1 : j, to: at + 1 }), source: undefined, content: [content], sourceKind: 'none', explained: false, lemma: widely || reportsClause ? 'impersonal' : 'passive' });
  }

  #verb(at: number, verb: ReportingVerb): void {
    const { tokens } = this.#clause;
    const needed = this.#stance ? stanceParticles(verb.lemma) : particles(verb.lemma);
    let right = at + 1;
    if (needed) {
      if (!needed.has(tokens[right]?.lower ?? '')) return;
      right++;
    } else if (/^(?:out|up|down|off|upon)$/.test(tokens[right]?.lower ?? '') || (tokens[right]?.lower === 'for' && verb.class !== 'object')) return;
    // "called on the council to resign"
    if (verb.lemma === 'call' && /^(?:on|for)$/.test(tokens[right]?.lower ?? '')) right++;
    const previous = tokens[at - 1];
    if ((verb.form === 'present' || verb.form === 'base') && previous && (DETERMINERS.has(previous.lower) && !/^(?:some|many|most|few|several|both|all|this|that|another|each|one|two|three|four|five|six|seven|eight|nine|ten)$/.test(previous.lower) || POSSESSIVES.has(previous.lower) || PREPOSITIONS.has(previous.lower) || /'s$/.test(previous.lower))) return;
    // "its plan was", "two reports show": a noun.
    if (verb.form !== 'past' && isFinite(tokens[right])) return;
    if ((verb.form === 'present' || verb.form === 'base') && NOUNS.has(verb.lemma) && !this.#takesObject(right, verb)) return;
    if (verb.form === 'ing' && this.#opening(at, right, verb)) return;
    const left = subjectOf(this.#clause, this.#subject, at, verb);
    if (left === 'no' || (this.#stance && left && /^(?:i|we|you)$/.test(tokens[left.phrase.from]!.lower))) return;
    let source = left?.phrase;
    let inverted = false;
    if (!source) {
      if (verb.form === 'ing' || verb.form === 'participle' || verb.class === 'object' || verb.class === 'show') return;
      source = invertedSubject(this.#clause, at, right);
      if (!source) return;
      inverted = true;
    }
    if (!inverted && this.#isOwnThought(source, at, verb)) return;
    const cue = { from: at, to: right };
    if (inverted) {
      const content = [contentBefore(this.#clause, this.#used, at) ?? quoteAround(this.#clause, at, source.to)].filter(s => s !== undefined);
      const behind = quoteBehind(this.#clause, source.to);
      if (behind && behind.start !== content[0]?.start) content.push(behind);
      if (content.length > 0) this.#give(cue, source, content, verb.lemma);
      return;
    }
    const content = this.#right(right, verb, source, left!.inherited);
    if (content) this.#give(cue, source, content, verb.lemma);
  }

  /** "Noting that it was late, Moe left": the subject stands behind the comma. */
  #opening(at: number, right: number, { lemma }: ReportingVerb): boolean {
    const { tokens, quoted, end } = this.#clause;
    if (at > 1 || (at === 1 && !/^(?:after|while|before|by)$/.test(tokens[0]!.lower))) return false;
    let comma = right;
    while (comma < end && comma - right < 40 && (quoted[comma] !== -1 || tokens[comma]!.text !== ',')) comma++;
    if (tokens[comma]?.text !== ',') return false;
    // "Calling the police, Moe left" reports nothing.
    const that = tokens[right]!.lower === 'that';
    if (!that && quoted[right] === -1 && !hasClause(this.#clause, right, comma) && !FINDS_FAULT.has(lemma)) return false;
    let to = comma + 1;
    while (to < end && to - comma < 6 && (tokens[to]!.capital || /^(?:he|she|they)$/.test(tokens[comma + 1]!.lower) && to === comma + 1)) to++;
    const content = contentSpan(this.#clause, that ? right + 1 : right, comma);
    if (to === comma + 1 || !content) return false;
    const source = { from: comma + 1, to };
    this.#give({ from: at, to: right }, source, [content], 'opening');
    // What follows is read by itself.
    this.#used = comma + 1;
    return true;
  }

  /** "As reported by the Gazette, it was late"; "it was late, as noted by Moe" */
  #asReported(at: number): void {
    const { tokens, end } = this.#clause;
    const by = tokens[at + 1]?.lower === 'first' ? at + 3 : at + 2;
    const verb = reportingVerb(tokens[by - 1]?.lower ?? '');
    if (tokens[by]?.lower !== 'by' || by >= end || (verb?.form !== 'past' && verb?.form !== 'participle')) return;
    const source = phraseAfter(this.#clause, by + 1);
    const content = source && (at === 0 ? restAfter(this.#clause, source.to) : contentBefore(this.#clause, this.#used, at));
    if (source && content) this.#give({ from: at, to: by + 1 }, source, [content], 'as');
  }

  /** "Moe said he believed", "Moe said she wanted": what a speaker says of their own mind is part of what is said. */
  #isOwnThought(source: Phrase, at: number, verb: ReportingVerb): boolean {
    const { tokens } = this.#clause;
    if ((verb.class !== 'think' && !this.#stance) || source.to - source.from !== 1 || !/^(?:he|she|they|it)$/.test(tokens[source.from]!.lower)) return false;
    const { start } = tokens[source.from]!;
    return (this.#stance ? this.#said : this.#found).some(r => r.unquoted && r.quotes.length === 0 && r.content.some(c => c.start === start && c.end > tokens[at]!.start));
  }

  /** Does what follows a word that may be noun or verb ("claims", "report") make it a verb? */
  #takesObject(right: number, verb: ReportingVerb): boolean {
    const { tokens, quoted, end } = this.#clause;
    const next = tokens[right];
    // "…, the club's fixture list shows."
    if (!next || right >= end) return verb.class === 'show' && this.#isTag(right);
    if (verb.class === 'show') {
      const subject = phraseBefore(this.#clause, right - 1);
      if (next.kind === 'number' || /^[$€£]$/.test(next.text) || (subject && next.kind === 'word' && !PREPOSITIONS.has(next.lower) && isDocument(tokens.slice(subject.from, subject.to), false))) return true;
    }
    if (quoted[right] !== -1 || next.text === ',' || next.text === ':') return true;
    return next.lower === 'that' || (verb.lemma === 'call' && /^(?:for|on)$/.test(next.lower)) || DETERMINERS.has(next.lower) || POSSESSIVES.has(next.lower) || NOMINATIVES.has(next.lower) || /^(?:him|her|them|us|me|whether|how|if|to)$/.test(next.lower) || next.capital;
  }

  /** Does a comma with a statement before it stand in front of the noun phrase of the verb? */
  #isTag(right: number): boolean {
    const subject = phraseBefore(this.#clause, right - 1);
    return subject !== undefined && contentBefore(this.#clause, this.#used, subject.from) !== undefined;
  }

  /** What is reported after (or, for a tag, before) the verb whose words end at `right`. */
  #right(right: number, verb: ReportingVerb, source: Phrase, inherited: boolean): Span[] | undefined {
    const { tokens, quoted, end } = this.#clause;
    const strong = verb.class === 'say' || verb.class === 'think';
    const tag = inherited ? undefined : contentBefore(this.#clause, this.#used, source.from);
    let r = right;
    while (r < end && quoted[r] === -1 && isAdverb(tokens[r])) r++;
    // "announced Sunday she would"
    if (r + 1 < end && CALENDAR.has(tokens[r]!.lower) && (NOMINATIVES.has(tokens[r + 1]!.lower) || (verb.class === 'say' && hasClause(this.#clause, r + 1, end)))) r++;
    const limit = reportedLimit(this.#clause, r);
    // A quotation, `that` or a colon not far behind the verb.
    for (let k = r; k < limit && k - r < 24; k++) {
      const token = tokens[k]!;
      if (quoted[k] !== -1) {
        if (tag && tokens[k - 1]?.text === ',' && endsWithQuote(this.#clause, source.from)) return [tag, quoteSpan(this.#clause, quoted[k]!)];
        if (verb.class === 'object' || k - r < 9 || isSpeech(this.#clause, quoted[k]!)) return [this.#wide(plainFrom(this.#clause, r, k), limit)];
        break;
      }
      if (token.lower === 'that' && !isPointing(this.#clause, k)) {
        const content = contentSpan(this.#clause, k + 1, limit);
        return content ? [content] : undefined;
      }
      if (token.text === ':') {
        const content = contentSpan(this.#clause, k + 1, end);
        // A colon at the end of a paragraph leads in what stands in the next.
        return content ? [content] : [];
      }
      if ((token.text === ',' && quoted[k + 1] === -1) || token.text === ';' || token.text === '—') break;
    }
    const next = tokens[r];
    const asThey = tokens[source.from - 1]?.lower === 'as' && !inherited;
    const stop = asThey && next && ADVERBIAL.has(next.lower) ? skipAdverbial(this.#clause, r, end) : r;
    if (asThey && (stop >= end || isBreak(tokens[stop]))) {
      // "As Moe put it, it is late"; "It is late, as Moe noted."
      const opens = source.from === 1 || /^(?:but|and)$/.test(tokens[source.from - 2]?.lower ?? '') || isBreak(tokens[source.from - 2]) && tokens[stop]?.text === ',' && contentBefore(this.#clause, this.#used, source.from - 1) === undefined;
      return listOf(opens ? contentSpan(this.#clause, stop + 1, end) : contentBefore(this.#clause, this.#used, source.from - 1));
    }
    if (!next || r >= limit || next.text === ',' || next.text === ';' || next.text === '—' || next.text === '.') {
      if (inherited || (verb.class === 'object' && !endsWithQuote(this.#clause, source.from))) return undefined;
      const that = next?.text !== ',' && next?.text !== '—' ? undefined : tokens[r + 1]?.lower === 'that' && !isPointing(this.#clause, r + 1) ? r + 1 : thatBehind(this.#clause, r);
      if (that !== undefined) return listOf(contentSpan(this.#clause, that + 1, limit));
      if (!tag) return next?.text === ',' && (isMiddle(this.#clause, r) || source.from - this.#used > 2) ? contentAround(this.#clause, this.#used, source.from, r) : undefined;
      const behind = quoteBehind(this.#clause, r) ?? (next?.text === ',' && isMiddle(this.#clause, r) ? contentSpan(this.#clause, r + 1, end) : undefined);
      return behind ? [tag, behind] : [tag];
    }
    if (INTERROGATIVE.has(next.lower) && verb.class !== 'object' && verb.class !== 'quote') return listOf(contentSpan(this.#clause, r, limit));
    let start = r;
    // The paper of the draft is "it": "“No,” Moe told it."
    const told = verb.lemma === 'tell' && /^(?:it|you)$/.test(next.lower) && (isBreak(tokens[r + 1]) || r + 1 >= limit || /^(?:that|on|in|at|last|by)$/.test(tokens[r + 1]!.lower));
    if (ADDRESSED.has(verb.lemma) && (told || !NOMINATIVES.has(next.lower))) {
      const person = told ? { from: r, to: r + 1 } : phraseAfter(this.#clause, r, limit);
      if (person && (tokens[person.to]?.lower === 'to' || verb.lemma === 'tell' || isBreak(tokens[person.to]) || NOMINATIVES.has(tokens[person.to]?.lower ?? '') || person.to >= limit)) {
        start = person.to;
        while (start < limit && CALENDAR.has(tokens[start]!.lower)) start++;
      }
    }
    const follower = tokens[start];
    if (start >= limit || follower === undefined || isBreak(follower)) {
      if (start > r && verb.class === 'object' ) return listOf(contentSpan(this.#clause, r, limit));
      return tag ? this.#withBehind(tag, start) : undefined;
    }
    const adverbial = ADVERBIAL.has(follower.lower) && !(follower.lower === 'this' || follower.lower === 'last' && strong) || /^(?:to|of|about|for|as)$/.test(follower.lower) && verb.class !== 'object' && !WITH_INFINITIVE.has(verb.lemma) && !/^(?:of|about)$/.test(follower.lower);
    if (tag && /^(?:as|while|when|after|before|because|since|until|amid|during|in|on|at)$/.test(follower.lower) && (SUBORDINATORS.has(follower.lower) || !hasClause(this.#clause, start + 1, limit))) return this.#withBehind(tag, skipAdverbial(this.#clause, start, limit));
    if (adverbial && tag && !hasClause(this.#clause, start + 1, limit)) return this.#withBehind(tag, skipAdverbial(this.#clause, start, limit));
    if (tag && endsWithQuote(this.#clause, source.from) && !NOMINATIVES.has(follower.lower)) return this.#withBehind(tag, skipAdverbial(this.#clause, start, limit));
    const clause = NOMINATIVES.has(follower.lower) || hasClause(this.#clause, start, limit);
    if (verb.class === 'quote') return undefined;
    if (adverbial && !clause && strong) {
      // "said through a spokesman, Lars Moe, that"
      const comma = skipAdverbial(this.#clause, start, limit);
      const that = tokens[comma]?.text === ',' ? thatBehind(this.#clause, comma) : undefined;
      return that === undefined ? undefined : listOf(contentSpan(this.#clause, that + 1, limit));
    }
    if (strong) {
      return listOf(contentSpan(this.#clause, start, limit));
    }
    if (verb.class === 'object') return adverbial ? undefined : listOf(contentSpan(this.#clause, start, limit));
    if (clause && !adverbial) return listOf(contentSpan(this.#clause, start, limit));
    if (follower.lower === 'to' && WITH_INFINITIVE.has(verb.lemma)) return listOf(contentSpan(this.#clause, start, limit));
    if (!adverbial && WITH_OBJECT.has(verb.lemma) && isNamed(this.#clause, source)) return listOf(contentSpan(this.#clause, start, limit));
    if (verb.class === 'show' && !adverbial && DOCUMENTS.has(tokens[source.from + headIndex(tokens.slice(source.from, source.to))]!.lower)) return listOf(contentSpan(this.#clause, start, limit));
    if (/^(?:of|about)$/.test(follower.lower) && /^(?:warn|complain|speculate|boast|write|ask|joke|testify|lament|caution|wonder)$/.test(verb.lemma)) return listOf(contentSpan(this.#clause, start, limit));
    return undefined;
  }

  #withBehind(tag: Span, at: number): Span[] {
    const behind = quoteBehind(this.#clause, at);
    return behind ? [tag, behind] : [tag];
  }

  #wide(from: number, limit: number): Span {
    return contentSpan(this.#clause, from, limit)!;
  }

  #give(cue: Phrase, source: Phrase, content: Span[], lemma: string): void {
    const { tokens } = this.#clause;
    const words = tokens.slice(source.from, source.to);
    const description = this.#description(source);
    const sourceKind = speakerKind(words, description);
    const head = words[0]!;
    const pronoun = words.length === 1 && PRONOUNS.has(head.lower) ? head.lower : undefined;
    this.#push({ cue: spanOf(this.#clause, cue), source: spanOf(this.#clause, source), content, sourceKind, explained: sourceKind === 'anonymous' && isExplained(description), lemma, ...(pronoun ? { pronoun } : {}) });
    this.#subject = source;
    // Words up to the tag are spoken for.
    let used = Math.max(cue.to, source.to);
    while (used < tokens.length && content.some(c => tokens[used]!.start >= c.start && tokens[used]!.end <= c.end)) used++;
    this.#used = used;
  }

  /** The source's words with what stands beside them: to the end of the sentence or the next quotation, at most 300 characters. */
  #description(source: Phrase): string {
    const { tokens, quoted, prose, end } = this.#clause;
    let to = source.to;
    while (to < end && quoted[to] === -1 && tokens[to]!.end - tokens[source.from]!.start < 300) to++;
    return prose.slice(tokens[source.from]!.start, tokens[Math.max(source.from, to - 1)]!.end);
  }

  #push(relation: Omit<Relation, 'sentence' | 'quotes' | 'unquoted'>): void {
    const quotes: number[] = [];
    let unquoted = false;
    for (const span of relation.content) {
      let covered = span.start;
      for (const index of quotesIn(this.#clause, span)) {
        quotes.push(index);
        const quote = this.#clause.quotes[index]!;
        unquoted ||= /[\p{L}\p{N}]/u.test(this.#clause.prose.slice(covered, Math.max(covered, quote.start)));
        covered = Math.max(covered, quote.end);
      }
      unquoted ||= /[\p{L}\p{N}]/u.test(this.#clause.prose.slice(covered, span.end));
    }
    this.#found.push({ ...relation, sentence: this.#sentence, quotes, unquoted, ...(this.#stance ? { stance: true as const } : {}) });
  }
}

/** Is a document the head of the phrase? "It" and "they" are where the sentence before had one for its source. */
function isDocument(phrase: readonly Token[], before: boolean): boolean {
  if (phrase.length === 1 && /^(?:it|they)$/.test(phrase[0]!.lower)) return before;
  return phrase.length > 1 && DOCUMENTS.has(phrase[headIndex(phrase)]!.lower);
}
