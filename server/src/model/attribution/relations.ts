// Finds attribution relations (cue, source, content) in the sentences of one leaf, in one pass over its tokens.
import type { Span } from '../../span.ts';
import { particles, reportingVerb, SPEECH_NOUNS, IMPERSONAL, WIDELY, type ReportingVerb } from '../../language/reporting.ts';
import type { Token } from '../../language/tokens.ts';
import { headIndex, isExplained, PRONOUNS, speakerKind } from '../../language/speakers.ts';
import {
  ADVERBIAL, BE, CALENDAR, DETERMINERS, DO, HAVE, isAdverb, isBreak, isFinite, MODALS, NOMINATIVES, nearestPhrase, phraseAfter, phraseBefore, POSSESSIVES, PREPOSITIONS, readClause, type Clause,
} from './clause.ts';
import type { QuotedSpan } from './marks.ts';

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
}

type Phrase = { readonly from: number; readonly to: number };

/** A sentence longer than this is read in pieces: no writer's is, and what a verb looks at must stay bounded. */
const PIECE = 250;

/** The relations of a leaf in order, given the tokens of its sentences. Linear in the length of the prose. */
export function findRelations(prose: string, sentences: readonly (readonly Token[])[], quotes: readonly QuotedSpan[]): Relation[] {
  const relations: Relation[] = [];
  let from = 0;
  for (const [index, sentence] of sentences.entries()) {
    for (let at = 0; at < sentence.length; at += PIECE) {
      const tokens = sentence.length <= PIECE ? sentence : sentence.slice(at, at + PIECE);
      while (from < quotes.length && quotes[from]!.end <= tokens[0]!.start) from++;
      relations.push(...new SentenceReader(readClause(prose, tokens, quotes, from), quotes, index).read());
    }
  }
  return relations;
}

/** Verbs that may take a plain thing as what is made known: "announced a plan", "predicted a slowdown". */
const WITH_OBJECT = words('announce report confirm reveal disclose predict forecast expect estimate suggest acknowledge admit promise warn argue claim cite note fear doubt blame hint mention stress emphasize emphasise threaten pledge vow caution declare allege concede recall signal');
const WITH_INFINITIVE = words('promise vow pledge threaten claim expect hope agree want refuse decline plan intend propose swear seek ask offer urge beg');
const OF_MANY = words('say believe think argue note suggest insist contend expect wonder suspect speculate predict agree disagree feel consider maintain assert allege complain');
const DOCUMENTS = words('poll polls survey surveys study studies report reports data figures records statistics documents document filing filings results research analysis index census video footage minutes transcript memo letter chart tables numbers findings estimates review audit');
const ADDRESSED = words('tell inform remind assure ask warn advise reassure urge message email text promise');
/** Verbs whose base or present form is as often a noun. */
const NOUNS = words('state report claim call demand comment complain answer reply record show post protest challenge fear estimate forecast plan pledge promise vow threat question support back attack advocate detail brand label praise blame object view signal hint mention note stress tweet remark charge respond concern request favor favour echo address hope guess doubt suspect voice');
/** Past forms that do not show it by their ending. */
const IRREGULAR = words('sought took went came made gave got left held ran won lost fell rose met set put cut led kept saw drew broke spoke began became brought built bought sent spent stood wrote swept struck threw grew knew flew drove hit shot sold paid laid fought chose stuck won hung sat lay dealt fed bid quit beat spread split');
/** Verbs with which a source gives a figure. */
const ESTIMATES = words('put puts gave gives set sets made makes placed places pegged pegs');
const SUBORDINATORS = words('as while when after before because since until');
const INTERROGATIVE = words('whether if how why what who where when which');
const VIEWS = words('view opinion words estimation telling assessment eyes account judgment judgement reading estimate');

class SentenceReader {
  readonly #clause: Clause;
  readonly #quotes: readonly QuotedSpan[];
  readonly #sentence: number;
  readonly #found: Relation[] = [];
  /** The source of the last relation, for verbs that share its subject. */
  #subject: Phrase | undefined;
  /** The token at which the last relation's words end: what goes before is spoken for. */
  #used = 0;

  constructor(clause: Clause, quotes: readonly QuotedSpan[], sentence: number) {
    this.#clause = clause;
    this.#quotes = quotes;
    this.#sentence = sentence;
  }

  read(): Relation[] {
    const { tokens, quoted, end } = this.#clause;
    for (let i = 0; i < end; i++) {
      if (quoted[i] !== -1) continue;
      const token = tokens[i]!;
      if (token.kind !== 'word') continue;
      if (token.lower === 'according' && tokens[i + 1]?.lower === 'to') this.#according(i, i + 2);
      else if (VIEWS.has(token.lower)) this.#view(i);
      else {
        const verb = reportingVerb(token.lower);
        if (verb && !(token.capital && i > 0 && verb.form !== 'past')) this.#verb(i, verb);
        if (SPEECH_NOUNS.has(token.lower) && tokens[i + 1]?.lower === 'that') this.#noun(i);
        if (IMPERSONAL.has(token.lower) || WIDELY.has(token.lower)) this.#impersonal(i);
        if (ESTIMATES.has(token.lower)) this.#estimate(i);
      }
    }
    this.#colon();
    this.#credit();
    this.#anyVerb();
    return this.#found;
  }

  /** "…, according to X", "According to X, …" */
  #according(cue: number, at: number): void {
    const phrase = phraseAfter(this.#clause, at);
    if (!phrase) return;
    let before = this.#before(cue);
    if (!before && cue > 2 && this.#used >= cue - 1) {
      // "…, Moe said, according to the Gazette": it vouches for all that goes before.
      this.#used = 0;
      before = this.#before(cue);
    }
    const content = before ?? this.#restAfter(phrase.to);
    if (content || this.#clause.tokens[phrase.to]?.text === ':') this.#give({ from: cue, to: at }, phrase, content ? [content] : [], 'according');
  }

  /** "in X's view", "in the opinion of X" */
  #view(at: number): void {
    const { tokens } = this.#clause;
    let start = at - 1;
    while (start > 0 && at - start < 6 && tokens[start]!.lower !== 'in' && tokens[start]!.lower !== 'by' && tokens[start]!.kind === 'word') start--;
    if (!/^(?:in|by)$/.test(tokens[start]?.lower ?? '') || at - start < 2) return;
    let phrase: Phrase = { from: start + 1, to: at };
    if (tokens[at + 1]?.lower === 'of') {
      const owner = phraseAfter(this.#clause, at + 2);
      if (!owner) return;
      phrase = owner;
    } else if (!/'s?$|^(?:his|her|their|its|my|our)$/.test(tokens[at - 1]!.lower) && !(tokens[at - 1]!.text === '’' || tokens[at - 1]!.text === "'")) return;
    const content = this.#before(start) ?? this.#restAfter(Math.max(phrase.to, at + 1));
    if (content) this.#give({ from: start, to: at + 1 }, phrase, [content], 'view');
  }

  /** "his claim that …", "the allegation by X that …" */
  #noun(at: number): void {
    const { tokens, end } = this.#clause;
    const content = this.#content(at + 2, end);
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
      const content = this.#content(at + 1, this.#limit(at + 1));
      if (content) this.#give({ from: at, to: at + 1 }, subject, [content], 'estimate');
      return;
    }
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
      const rest = this.#content(clause < end ? clause + 1 : agent.to, end);
      if (rest) this.#give({ from: at, to: at + 1 }, agent, [rest], 'report');
      return;
    }
    const reportsClause = it && tokens[that]?.lower === 'that';
    const reportsSubject = to && (widely || /^(?:said|rumored|rumoured|understood|alleged|reported)$/.test(tokens[at]!.lower));
    if (!reportsClause && !reportsSubject && !(widely && it)) return;
    const content = reportsClause ? this.#content(that + 1, end) : this.#content(this.#used, end);
    if (content) this.#push({ cue: this.#span({ from: it ? j - 1 : j, to: at + 1 }), source: undefined, content: [content], sourceKind: 'none', explained: false, lemma: widely || reportsClause ? 'impersonal' : 'passive' });
  }

  #verb(at: number, verb: ReportingVerb): void {
    const { tokens } = this.#clause;
    const needed = particles(verb.lemma);
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
    const left = this.#left(at, verb);
    if (left === 'no') return;
    let source = left?.phrase;
    let inverted = false;
    if (!source) {
      if (verb.form === 'ing' || verb.form === 'participle' || verb.class === 'object' || verb.class === 'show') return;
      source = this.#inverted(at, right);
      if (!source) return;
      inverted = true;
    }
    const cue = { from: at, to: right };
    if (inverted) {
      const content = [this.#before(at) ?? this.#quotesAround(at, source.to)].filter(s => s !== undefined);
      const behind = this.#quoteBehind(source.to);
      if (behind && behind.start !== content[0]?.start) content.push(behind);
      if (content.length > 0) this.#give(cue, source, content, verb.lemma);
      return;
    }
    const content = this.#right(right, verb, source, left!.inherited);
    if (content) this.#give(cue, source, content, verb.lemma);
  }

  /** Does what follows a word that may be noun or verb ("claims", "report") make it a verb? */
  #takesObject(right: number, verb: ReportingVerb): boolean {
    const { tokens, quoted, end } = this.#clause;
    const next = tokens[right];
    if (!next || right >= end) return false;
    if (quoted[right] !== -1 || next.text === ',' || next.text === ':') return true;
    return next.lower === 'that' || (verb.lemma === 'call' && /^(?:for|on)$/.test(next.lower)) || DETERMINERS.has(next.lower) || POSSESSIVES.has(next.lower) || NOMINATIVES.has(next.lower) || /^(?:him|her|them|us|me|whether|how|if|to)$/.test(next.lower) || next.capital;
  }

  /** The subject of the verb at `at`. 'no' where the words before show that it is no verb of the kind, or passive. */
  #left(at: number, verb: ReportingVerb): { phrase: Phrase; inherited: boolean } | 'no' | undefined {
    const { tokens, quoted } = this.#clause;
    let j = at - 1;
    let be = false;
    let have = false;
    let aux = false;
    while (j >= 0 && quoted[j] === -1 && (isAdverb(tokens[j]) || BE.has(tokens[j]!.lower) || HAVE.has(tokens[j]!.lower) || DO.has(tokens[j]!.lower) || MODALS.has(tokens[j]!.lower))) {
      const lower = tokens[j]!.lower;
      if (MODALS.has(lower) && verb.form === 'base' && lower !== 'will' && lower !== 'would') return 'no';
      be ||= BE.has(lower);
      have ||= HAVE.has(lower);
      aux ||= isFinite(tokens[j]);
      j--;
    }
    j = this.#skipTime(j);
    if (be && verb.form !== 'ing') return 'no';
    if (verb.form === 'participle' && !have) return 'no';
    if (j < 0) return verb.form === 'ing' ? 'no' : undefined;
    const before = tokens[j]!;
    if (quoted[j] !== -1) {
      if (verb.form !== 'ing' || be) return undefined;
      const phrase = this.#subject ?? this.#opening(j);
      return phrase ? { phrase, inherited: true } : 'no';
    }
    if (before.lower === 'to') {
      if (!/^(?:on|continued|came|appeared|seemed|wanted|used|has|had|took)$/.test(tokens[j - 1]?.lower ?? '') || verb.class === 'object') return 'no';
      const phrase = this.#subject ?? this.#opening(j - 1);
      return phrase ? { phrase, inherited: true } : 'no';
    }
    if (/^(?:and|but|then|or)$/.test(before.lower) || (verb.form === 'ing' && !be && /^(?:[,—–-]|while|after|before|by|without)$/.test(before.lower)) || (before.text === ',' && /^(?:and|but)$/.test(tokens[j + 1]?.lower ?? ''))) {
      if (verb.form === 'base' && !aux && before.lower !== 'and') return 'no';
      const phrase = this.#subject ?? this.#opening(j);
      return phrase ? { phrase, inherited: true } : 'no';
    }
    if (verb.form === 'ing' && !be) {
      // "a statement saying that", "a letter warning of"
      const phrase = phraseBefore(this.#clause, j + 1);
      return phrase && (SPEECH_NOUNS.has(tokens[j]!.lower) || (verb.lemma === 'say' && /^(?:percent|per|voters|people|\d.*|two|three|four|five|six|seven|eight|nine|ten|half|most|many|some|others)$/.test(tokens[j]!.lower))) ? { phrase, inherited: false } : 'no';
    }
    if (before.text === ',' || before.text === '—' || before.text === '–' || before.text === ')') {
      const phrase = this.#beforeApposition(j);
      return phrase ? { phrase, inherited: false } : undefined;
    }
    if (/^(?:who|that|which)$/.test(before.lower)) {
      const comma = tokens[j - 1]?.text === ',';
      let phrase = nearestPhrase(this.#clause, comma ? j - 1 : j);
      // "Ann Bo, a staffer at the ministry who told": the name is the source.
      if (phrase && tokens[phrase.from - 1]?.text === ',' && tokens[phrase.from - 2]?.capital) phrase = phraseBefore(this.#clause, phrase.from - 1) ?? phrase;
      if (phrase && reportingVerb(tokens[phrase.from]!.lower)?.class === 'say' && phrase.to - phrase.from > 1) phrase = { from: phrase.from + 1, to: phrase.to };
      return phrase ? { phrase, inherited: false } : 'no';
    }
    const phrase = phraseBefore(this.#clause, j + 1);
    if (!phrase || !this.#canSpeak(phrase, verb, aux)) return isBreak(before) ? undefined : 'no';
    return { phrase, inherited: false };
  }

  /** "Brandt last week said", "Brandt on Friday said": the token before the time. */
  #skipTime(j: number): number {
    const { tokens, quoted } = this.#clause;
    let k = j;
    if (k < 1 || quoted[k] !== -1) return j;
    if (CALENDAR.has(tokens[k]!.lower)) k = tokens[k - 1]!.lower === 'on' ? k - 2 : k - 1;
    else if (/^(?:week|month|year|night|weekend|spring|summer|fall|autumn|winter)$/.test(tokens[k]!.lower) && /^(?:last|this|next|earlier)$/.test(tokens[k - 1]!.lower)) k -= 2;
    else if (tokens[k]!.lower === 'ago') while (k > 0 && j - k < 5 && /^(?:ago|weeks?|months?|years?|days?|hours?|two|three|four|five|six|seven|several|few|an?|than|less|more|\d+)$/.test(tokens[k]!.lower)) k--;
    return k >= 0 && k < j && quoted[k] === -1 && (tokens[k]!.kind === 'word' || tokens[k]!.text === ')') && !CALENDAR.has(tokens[k]!.lower) ? k : j;
  }

  /** The noun phrase at the start of the sentence, for verbs that are joined to its own verb by "and". */
  #opening(limit: number): Phrase | undefined {
    const { tokens, quoted } = this.#clause;
    for (let i = 1; i < limit && i < 40; i++) {
      if (quoted[i] !== -1) continue;
      const token = tokens[i]!;
      if (!isFinite(token) && !IRREGULAR.has(token.lower) && (token.capital || !(/[^e]ed$/.test(token.lower) || reportingVerb(token.lower)?.form === 'past' || reportingVerb(token.lower)?.form === 'present'))) continue;
      let j = i;
      while (j > 0 && isAdverb(tokens[j - 1])) j--;
      const phrase = tokens[j - 1]?.text === ',' ? this.#beforeApposition(j - 1) : phraseBefore(this.#clause, j);
      if (phrase) return phrase;
    }
    return undefined;
  }

  /** "Jane Moe, the head of Halden Inc., said": the phrase before the comma that opens what stands beside it. */
  #beforeApposition(comma: number): Phrase | undefined {
    const { tokens, quoted } = this.#clause;
    for (let k = comma - 1; k > 0 && comma - k < 40; k--) {
      if (quoted[k] !== -1) return undefined;
      const text = tokens[k]!.text;
      if (text === ';' || text === ':') return undefined;
      if (text !== ',' && text !== '—' && text !== '–' && text !== '(') continue;
      const next = tokens[k + 1]!;
      const phrase = phraseBefore(this.#clause, k);
      if (!phrase) return undefined;
      // "Trump, in Kentucky, said"
      if (PREPOSITIONS.has(next.lower) && tokens.slice(phrase.from, phrase.to).every(t => t.capital || t.kind !== 'word') && (phrase.from === 0 || this.#opensClause(phrase.from - 1))) return phrase;
      const name = tokens[k - 1]!.capital || DETERMINERS.has(tokens[phrase.from]!.lower) || POSSESSIVES.has(tokens[phrase.from]!.lower);
      if (name && (phrase.from === 0 || this.#opensClause(phrase.from - 1)) && (DETERMINERS.has(next.lower) || POSSESSIVES.has(next.lower) || /^(?:who|which|whose|one|chief|co-founder|now|then|formerly|former|himself|herself)$/.test(next.lower) || next.kind === 'number' || (next.kind === 'word' && !isFinite(next) && !isAdverb(next) && !PREPOSITIONS.has(next.lower)) || /^(?:of|from|in)$/.test(next.lower))) {
        // "His lawyer, Ann Bo, said": the name is part of the source.
        return !tokens[k - 1]!.capital && next.capital && !DETERMINERS.has(next.lower) && tokens[comma - 1]!.capital ? { from: phrase.from, to: comma } : phrase;
      }
    }
    return undefined;
  }

  #opensClause(at: number): boolean {
    const token = this.#clause.tokens[at];
    return token === undefined || this.#clause.quoted[at] !== -1 || isBreak(token) || /^(?:and|but|as|while|because|that|when|if|so|although|though|where|since|to|in|for|by|with|on|at)$/.test(token.lower) || isAdverb(token);
  }

  /** "…, said X": the phrase after the verb. */
  #inverted(at: number, right: number): Phrase | undefined {
    const { tokens, quoted, end } = this.#clause;
    const previous = tokens[at - 1];
    const afterQuote = at > 0 && quoted[at - 1] !== -1;
    if (previous && !afterQuote && previous.text !== ',' && previous.text !== '—' && previous.text !== '…') return undefined;
    if (!previous && !(tokens[at]!.capital && tokens[right]?.capital)) return undefined;
    const next = tokens[right];
    if (!next || quoted[right] !== -1 || next.kind !== 'word' || (ADVERBIAL.has(next.lower) && !DETERMINERS.has(next.lower)) || next.lower === 'that' || INTERROGATIVE.has(next.lower)) return undefined;
    const phrase = phraseAfter(this.#clause, right);
    if (!phrase) return undefined;
    // "Moe, the chair, said the bank would pay": a finite verb shows that the phrase is the subject of what is reported.
    if (!afterQuote && isFinite(tokens[phrase.to]) && phrase.to < end) return undefined;
    return phrase;
  }

  /** Can the phrase be the subject of a reporting verb? */
  #canSpeak(phrase: Phrase, verb: ReportingVerb, aux: boolean): boolean {
    const { tokens } = this.#clause;
    const first = tokens[phrase.from]!;
    const last = tokens[phrase.to - 1]!;
    const single = phrase.to - phrase.from === 1;
    if (single && last.lower === 'there') return false;
    // "some state officials", "many address" hold nouns; only verbs that are no nouns stand behind a bare quantity.
    if (single && /^(?:some|many|most|several|few|both|all|one|two|three)$/.test(last.lower) && verb.form === 'base') return OF_MANY.has(verb.lemma);
    if (verb.form === 'base' && !aux) {
      const head = tokens[phrase.from + headIndex(tokens.slice(phrase.from, phrase.to))]!;
      const plural = [last, head].some(t => /(?:[^su]s|people|men|women|police|media|staff|half|percent|third|majority|quarter)$/.test(t.lower) && !POSSESSIVES.has(t.lower) && !DETERMINERS.has(t.lower) && !/'s$/.test(t.lower)) || /^(?:i|we|they|you|some|many|others|most|few|several|both|all|who|research|evidence)$/.test(first.lower) || tokens.slice(phrase.from, phrase.to).some(t => t.lower === 'and');
      if (!plural) return false;
    }
    // "officials demands" would be two nouns; "official claims" is one thing.
    if (verb.form === 'present' && !last.capital && single && !NOMINATIVES.has(last.lower) && !/^(?:who|this|that|one|research|evidence|everyone|nobody|everybody|someone|management|law)$/.test(last.lower)) return false;
    return !(single && last.kind === 'word' && !last.capital && /(?:ing|ly|ed)$/.test(last.lower));
  }

  /** What is reported after (or, for a tag, before) the verb whose words end at `right`. */
  #right(right: number, verb: ReportingVerb, source: Phrase, inherited: boolean): Span[] | undefined {
    const { tokens, quoted, end } = this.#clause;
    const strong = verb.class === 'say' || verb.class === 'think';
    const tag = inherited ? undefined : this.#before(source.from);
    let r = right;
    while (r < end && quoted[r] === -1 && isAdverb(tokens[r])) r++;
    const limit = this.#limit(r);
    // A quotation, `that` or a colon not far behind the verb.
    for (let k = r; k < limit && k - r < 24; k++) {
      const token = tokens[k]!;
      if (quoted[k] !== -1) {
        if (tag && tokens[k - 1]?.text === ',' && this.#endsWithQuote(source.from)) return [tag, this.#quoteSpan(quoted[k]!)];
        if (verb.class === 'object' || k - r < 9 || this.#isSpeech(quoted[k]!)) return [this.#wide(this.#plainFrom(r, k), limit)];
        break;
      }
      if (token.lower === 'that' && !this.#isPointing(k)) {
        const content = this.#content(k + 1, limit);
        return content ? [content] : undefined;
      }
      if (token.text === ':') {
        const content = this.#content(k + 1, end);
        // A colon at the end of a paragraph leads in what stands in the next.
        return content ? [content] : [];
      }
      if ((token.text === ',' && quoted[k + 1] === -1) || token.text === ';' || token.text === '—') break;
    }
    const next = tokens[r];
    if (!next || r >= limit || next.text === ',' || next.text === ';' || next.text === '—' || next.text === '.') {
      if (inherited || (verb.class === 'object' && !this.#endsWithQuote(source.from))) return undefined;
      const that = next?.text === ',' || next?.text === '—' ? this.#thatBehind(r) : undefined;
      if (that !== undefined) return this.#list(this.#content(that + 1, limit));
      if (!tag) return next?.text === ',' && (this.#isMiddle(r) || source.from - this.#used > 2) ? this.#around(source.from, r) : undefined;
      const behind = this.#quoteBehind(r) ?? (next?.text === ',' && this.#isMiddle(r) ? this.#content(r + 1, end) : undefined);
      return behind ? [tag, behind] : [tag];
    }
    if (INTERROGATIVE.has(next.lower) && verb.class !== 'object' && verb.class !== 'quote') return this.#list(this.#content(r, limit));
    let start = r;
    if (ADDRESSED.has(verb.lemma) && !NOMINATIVES.has(next.lower)) {
      const person = phraseAfter(this.#clause, r, limit);
      if (person && (tokens[person.to]?.lower === 'to' || verb.lemma === 'tell' || isBreak(tokens[person.to]) || NOMINATIVES.has(tokens[person.to]?.lower ?? '') || person.to >= limit)) {
        start = person.to;
        while (start < limit && CALENDAR.has(tokens[start]!.lower)) start++;
      }
    }
    const follower = tokens[start];
    if (start >= limit || follower === undefined || isBreak(follower)) {
      if (start > r && verb.class === 'object' ) return this.#list(this.#content(r, limit));
      return tag ? this.#withBehind(tag, start) : undefined;
    }
    const adverbial = ADVERBIAL.has(follower.lower) && !(follower.lower === 'this' || follower.lower === 'last' && strong) || /^(?:to|of|about|for|as)$/.test(follower.lower) && verb.class !== 'object' && !WITH_INFINITIVE.has(verb.lemma) && !/^(?:of|about)$/.test(follower.lower);
    if (tag && /^(?:as|while|when|after|before|because|since|until|amid|during|in|on|at)$/.test(follower.lower) && (SUBORDINATORS.has(follower.lower) || !this.#hasClause(start + 1, limit))) return this.#withBehind(tag, this.#skipAdverbial(start, limit));
    if (adverbial && tag && !this.#hasClause(start + 1, limit)) return this.#withBehind(tag, this.#skipAdverbial(start, limit));
    if (tag && this.#endsWithQuote(source.from) && !NOMINATIVES.has(follower.lower)) return this.#withBehind(tag, this.#skipAdverbial(start, limit));
    const clause = NOMINATIVES.has(follower.lower) || this.#hasClause(start, limit);
    if (verb.class === 'quote') return undefined;
    if (strong) {
      if (adverbial && !clause) return undefined;
      return this.#list(this.#content(start, limit));
    }
    if (verb.class === 'object') return adverbial ? undefined : this.#list(this.#content(start, limit));
    if (clause && !adverbial) return this.#list(this.#content(start, limit));
    if (follower.lower === 'to' && WITH_INFINITIVE.has(verb.lemma)) return this.#list(this.#content(start, limit));
    if (!adverbial && WITH_OBJECT.has(verb.lemma) && this.#isNamed(source)) return this.#list(this.#content(start, limit));
    if (verb.class === 'show' && !adverbial && DOCUMENTS.has(tokens[source.from + headIndex(tokens.slice(source.from, source.to))]!.lower)) return this.#list(this.#content(start, limit));
    if (/^(?:of|about)$/.test(follower.lower) && /^(?:warn|complain|speculate|boast|write|ask|joke|testify|lament|caution|wonder)$/.test(verb.lemma)) return this.#list(this.#content(start, limit));
    return undefined;
  }

  #isNamed(source: Phrase): boolean {
    const { tokens } = this.#clause;
    return tokens.slice(source.from, source.to).some((t, i) => (t.capital && (i > 0 || !DETERMINERS.has(t.lower))) || NOMINATIVES.has(t.lower));
  }

  #withBehind(tag: Span, at: number): Span[] {
    const behind = this.#quoteBehind(at);
    return behind ? [tag, behind] : [tag];
  }

  /** Where the adverbial that begins at `at` ends: at a comma, a quotation or the limit. */
  #skipAdverbial(at: number, limit: number): number {
    const { tokens, quoted } = this.#clause;
    while (at < limit && quoted[at] === -1 && tokens[at]!.text !== ',' && tokens[at]!.text !== ';' && tokens[at]!.text !== '—') at++;
    return at;
  }

  /** Does a clause with a finite verb begin here? Looks a few words ahead, not over a comma or a relative pronoun. */
  #hasClause(from: number, limit: number): boolean {
    const { tokens, quoted } = this.#clause;
    for (let k = from; k < limit && k - from < 14; k++) {
      const token = tokens[k]!;
      if (quoted[k] !== -1 || (isBreak(token) && !/^["'’”“]$/.test(token.text)) || /^(?:that|which|who|whose|where|when|while|as|to)$/.test(token.lower)) return false;
      if (k > from && isFinite(token)) return true;
      if (k > from && NOMINATIVES.has(token.lower) && token.lower !== 'you') return true;
    }
    return false;
  }

  /** "that day", "that vote was": a determiner or pronoun, no conjunction. Only where nothing clause-like follows. */
  #isPointing(at: number): boolean {
    const next = this.#clause.tokens[at + 1];
    return next === undefined || isBreak(next) && this.#clause.quoted[at + 1] === -1 && next.text !== ',';
  }

  /** "said, among other things, that" */
  #thatBehind(comma: number): number | undefined {
    const { tokens, quoted, end } = this.#clause;
    for (let k = comma + 2; k < end && k - comma < 14 && quoted[k] === -1; k++) if (tokens[k]!.lower === 'that' && /^[,—–]$/.test(tokens[k - 1]!.text)) return k;
    return undefined;
  }

  /** `The plan, Moe said, has failed`: both parts. */
  #around(source: number, comma: number): Span[] | undefined {
    const { tokens, end } = this.#clause;
    if (source - this.#used < 2 || tokens[source - 1]!.text !== ',') return undefined;
    const after = this.#content(comma + 1, end);
    // "In the long run, Moe said, it will": what goes before is an adverbial.
    if (CALENDAR.has(tokens[source - 2]!.lower) || PREPOSITIONS.has(tokens[this.#used]!.lower)) return this.#list(after);
    const before = this.#content(this.#used, source);
    return before && after ? [before, after] : undefined;
  }

  #isMiddle(comma: number): boolean {
    const next = this.#clause.tokens[comma + 1];
    return next !== undefined && this.#clause.quoted[comma + 1] === -1 && next.kind === 'word' && !/(?:ing)$/.test(next.lower) && !/^(?:who|which|whose|and|but|while|as|after|before|when|in|on|with|at|during|though|although|because|citing|per|a|an|the|according)$/.test(next.lower);
  }

  /** The end of what a verb reports: the sentence's, or where another reporting verb takes over ("…, and added"). */
  #limit(from: number): number {
    const { tokens, quoted, end } = this.#clause;
    for (let k = from + 1; k < end; k++) {
      if (quoted[k] !== -1 || quoted[k - 1] !== -1) continue;
      const token = tokens[k]!;
      if (token.text === ';') return k;
      const joined = /^(?:and|but)$/.test(tokens[k - 1]!.lower) || (tokens[k - 1]!.text === ',' && token.lower.endsWith('ing')) || (isAdverb(tokens[k - 1]) && /^(?:and|but)$/.test(tokens[k - 2]?.lower ?? ''));
      if (!joined) continue;
      const verb = reportingVerb(token.lower);
      if (verb && (verb.form === 'past' || verb.form === 'ing' || verb.form === 'present') && verb.class !== 'show' && !(verb.class === 'object' && verb.form === 'ing')) {
        let cut = k - 1;
        while (cut > from && (isAdverb(tokens[cut]) || /^(?:and|but)$/.test(tokens[cut]!.lower) || tokens[cut]!.text === ',')) cut--;
        return cut + 1;
      }
    }
    return end;
  }

  /** What stands before the tag that begins at token `at`: up to the comma or closing quotation mark there. Undefined where there is none. */
  #before(at: number): Span | undefined {
    const { tokens, quoted } = this.#clause;
    let last = at - 1;
    if (last < this.#used) return undefined;
    const mark = tokens[last]!;
    const quote = quoted[last]!;
    if (quote === -1) {
      if (mark.text !== ',' && mark.text !== '—' && mark.text !== '–') return tokens[at]!.lower === 'according' ? this.#content(this.#used, at) : undefined;
      last--;
      if (last < this.#used) return undefined;
    }
    let first = this.#used;
    // What the last attribution reported stays its own.
    while (first < last && (/^(?:and|but)$/.test(tokens[first]!.lower) || (quoted[first] === -1 && isBreak(tokens[first])))) first++;
    if (quoted[last] === -1 && !this.#isClauseBefore(first, last)) return undefined;
    const start = quoted[first] === -1 ? tokens[first]!.start : this.#quotes[quoted[first]!]!.start;
    const end = quoted[last] === -1 ? tokens[last]!.end : this.#quotes[quoted[last]!]!.end;
    return { start, end };
  }

  /** Is there enough before a tag to be what is reported? "On Tuesday," and "In a statement," are not. */
  #isClauseBefore(first: number, last: number): boolean {
    const { tokens, quoted } = this.#clause;
    if (last - first < 2) return false;
    for (let k = first; k <= last; k++) {
      if (quoted[k] !== -1 || isFinite(tokens[k]) || /(?:ed|s|en|ew|ose|ell|ame|ade|aid|old|ook|ent|ost|un|aw|ut|et)$/.test(tokens[k]!.lower)) return !(PREPOSITIONS.has(tokens[first]!.lower) && last - first < 4);
    }
    return false;
  }

  #endsWithQuote(at: number): boolean {
    return at > 0 && (this.#clause.quoted[at - 1] !== -1 || (at > 1 && this.#clause.tokens[at - 1]!.text === ',' && this.#clause.quoted[at - 2] !== -1));
  }

  /** A quotation that goes on behind the tag: `…,” she said, “and we will`. */
  #quoteBehind(at: number): Span | undefined {
    const { tokens, quoted, end } = this.#clause;
    for (let k = at; k < end && k - at < 30; k++) {
      const quote = quoted[k]!;
      if (quote !== -1) return k === at || /^[,:;—–]$/.test(tokens[k - 1]!.text) || this.#isSpeech(quote) ? this.#quoteSpan(quote) : undefined;
      if (tokens[k]!.text === ';') return undefined;
    }
    return undefined;
  }

  #quotesAround(at: number, to: number): Span | undefined {
    const { quoted, end } = this.#clause;
    for (let k = to; k < end; k++) if (quoted[k] !== -1) return this.#quoteSpan(quoted[k]!);
    return at > 0 && quoted[at - 1] !== -1 ? this.#quoteSpan(quoted[at - 1]!) : undefined;
  }

  /** `Moe: “…”`, `Moe put it more carefully: “…”`, where no verb was found: the name or the subject before the colon. */
  #colon(): void {
    const { tokens, quoted, end } = this.#clause;
    for (let k = 1; k < end - 1 && k < 60; k++) {
      if (tokens[k]!.text !== ':' || quoted[k] !== -1) continue;
      const quote = quoted[k + 1]!;
      if (quote === -1 || this.#found.some(f => f.quotes.includes(quote))) return;
      const comma = tokens.findIndex((t, i) => i < k && t.text === ',');
      const named = comma > 0 && tokens[0]!.capital && tokens[comma - 1]!.capital ? { from: 0, to: comma } : phraseBefore(this.#clause, k);
      const source = named && named.from <= 3 && k < 12 && tokens[named.from]!.kind === 'word' && this.#isNamed(named) ? named : this.#opening(k);
      if (source) this.#give({ from: k, to: k + 1 }, source, [this.#quoteSpan(quote)], 'colon');
      return;
    }
  }

  /** `“Never,” Moe fumed`: whatever verb stands between a name behind a quotation and the end of its clause, it reports. */
  #anyVerb(): void {
    const { tokens, quoted, end } = this.#clause;
    for (let k = 1; k < end; k++) {
      const quote = quoted[k - 1]!;
      if (quote === -1 || quoted[k] !== -1 || !/[,!?]["'’”]*$/u.test(this.#text(quote)) || this.#found.some(f => f.quotes.includes(quote))) continue;
      let to = k;
      while (to < end && to - k < 5 && (tokens[to]!.capital || (to === k && /^(?:he|she|they)$/.test(tokens[to]!.lower)))) to++;
      const verb = tokens[to];
      if (to === k || to >= end || !verb || verb.kind !== 'word' || isFinite(verb) || !/(?:ed|s)$/.test(verb.lower)) continue;
      const next = tokens[to + 1];
      if (to + 1 < end && next && next.text !== ',' && !ADVERBIAL.has(next.lower) && !isAdverb(next)) continue;
      this.#give({ from: to, to: to + 1 }, { from: k, to }, [this.#quoteSpan(quote)], verb.lower);
    }
  }

  #text(quote: number): string {
    const { inner } = this.#quotes[quote]!;
    return this.#clause.prose.slice(Math.max(inner.start, inner.end - 3), inner.end);
  }

  /** `“…” — Ann Bo`, as under a pull quote. */
  #credit(): void {
    const { tokens, quoted, end } = this.#clause;
    for (let k = 1; k < end - 1; k++) {
      if (!/^[—―–-]$/.test(tokens[k]!.text) || quoted[k - 1] === -1 || quoted[k] !== -1) continue;
      const phrase = phraseAfter(this.#clause, k + 1);
      const quote = quoted[k - 1]!;
      if (phrase && tokens[phrase.from]!.capital && !this.#found.some(f => f.quotes.includes(quote)) && phrase.to >= Math.min(end, k + 3)) this.#give({ from: k, to: k + 1 }, phrase, [this.#quoteSpan(quote)], 'credit');
      return;
    }
  }

  /** The words between the source of an introductory attribution and the end: "According to X, …". */
  #restAfter(at: number): Span | undefined {
    const { tokens, quoted, end } = this.#clause;
    let comma = at;
    while (comma < end && (quoted[comma] !== -1 || tokens[comma]!.text !== ',')) comma++;
    // An apposition stands between commas: the last comma before a clause counts; the first is near enough.
    return this.#content(comma < end ? comma + 1 : at, end);
  }

  #isSpeech(quote: number): boolean {
    const { inner } = this.#quotes[quote]!;
    return /\s/.test(this.#clause.prose.slice(inner.start, inner.end).trim());
  }

  #quoteSpan(quote: number): Span {
    const { start, end } = this.#quotes[quote]!;
    return { start, end };
  }

  /** Where what is reported begins when a quotation follows at token `k`: at the quotation, or at plain words right before it that belong to it. */
  #plainFrom(r: number, k: number): number {
    const { tokens } = this.#clause;
    for (let i = k - 1; i >= r; i--) {
      if (tokens[i]!.text === ',' || tokens[i]!.text === ':') return i + 1;
      if (tokens[i]!.lower === 'that') return i + 1;
    }
    return ADVERBIAL.has(tokens[r]!.lower) ? k : r;
  }

  #wide(from: number, limit: number): Span {
    return this.#content(from, limit)!;
  }

  #list(span: Span | undefined): Span[] | undefined {
    return span && [span];
  }

  /** Tokens `[from, to)` as a span, its quotations whole, commas at its ends left out. */
  #content(from: number, to: number): Span | undefined {
    const { tokens, quoted } = this.#clause;
    while (from < to && quoted[from] === -1 && isBreak(tokens[from])) from++;
    while (to > from && quoted[to - 1] === -1 && isBreak(tokens[to - 1])) to--;
    if (to <= from) return undefined;
    const first = quoted[from]!;
    const last = quoted[to - 1]!;
    return { start: first === -1 ? tokens[from]!.start : this.#quotes[first]!.start, end: last === -1 ? tokens[to - 1]!.end : this.#quotes[last]!.end };
  }

  #span(phrase: Phrase): Span {
    const { tokens } = this.#clause;
    return { start: tokens[phrase.from]!.start, end: tokens[phrase.to - 1]!.end };
  }

  #give(cue: Phrase, source: Phrase, content: Span[], lemma: string): void {
    const { tokens } = this.#clause;
    const words = tokens.slice(source.from, source.to);
    const description = this.#description(source);
    const sourceKind = speakerKind(words, description);
    const head = words[0]!;
    const pronoun = words.length === 1 && PRONOUNS.has(head.lower) ? head.lower : undefined;
    this.#push({ cue: this.#span(cue), source: this.#span(source), content, sourceKind, explained: sourceKind === 'anonymous' && isExplained(description), lemma, ...(pronoun ? { pronoun } : {}) });
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
      for (const index of this.#quotesIn(span)) {
        quotes.push(index);
        const quote = this.#quotes[index]!;
        unquoted ||= /[\p{L}\p{N}]/u.test(this.#clause.prose.slice(covered, Math.max(covered, quote.start)));
        covered = Math.max(covered, quote.end);
      }
      unquoted ||= /[\p{L}\p{N}]/u.test(this.#clause.prose.slice(covered, span.end));
    }
    this.#found.push({ ...relation, sentence: this.#sentence, quotes, unquoted });
  }

  #quotesIn(span: Span): number[] {
    let low = 0;
    let high = this.#quotes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#quotes[middle]!.end <= span.start) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (; low < this.#quotes.length && this.#quotes[low]!.start < span.end; low++) found.push(low);
    return found;
  }
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
