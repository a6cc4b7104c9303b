// What an attribution reports: the words before, behind or around the verb and its source, as spans of the prose.
import { reportingVerb } from '../../language/reporting.ts';
import { words } from '../../language/word-list.ts';
import type { Span } from '../../span.ts';
import { ADVERBIAL, CALENDAR, DETERMINERS, isAdverb, isBreak, isFinite, isSubject, NOMINATIVES, PAST, POSSESSIVES, PREPOSITIONS, type Clause, type Phrase } from './clause.ts';

/** "Asked whether it was late, Moe said": words that open the occasion of what is said. */
const INTRODUCES = words('asked pressed questioned pushed quizzed speaking writing appearing responding replying referring talking testifying');

/** The end of what a verb reports: the sentence's, or where another reporting verb takes over ("…, and added"). */
export function reportedLimit(clause: Clause, from: number): number {
  const { tokens, quoted } = clause;
  const end = introductionEnd(clause, from);
  for (let k = from + 1; k < end; k++) {
    if (quoted[k] !== -1 || quoted[k - 1] !== -1) continue;
    const token = tokens[k]!;
    if (token.text === ';') return k;
    if (token.text === ',' && /^(?:but|while|though|although)$/.test(tokens[k + 1]?.lower ?? '') && opensOwnReport(clause, k + 2)) return k;
    if (token.text === ',' && isClosingTag(clause, k + 1)) return k;
    const joined = /^(?:and|but)$/.test(tokens[k - 1]!.lower) || (token.lower.endsWith('ing') && /^(?:,|before|after|while|by)$/.test(tokens[k - 1]!.lower)) || (isAdverb(tokens[k - 1]) && /^(?:and|but)$/.test(tokens[k - 2]?.lower ?? ''));
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

/** ", | the board said on Monday.": a tag to all that stands before it. */
function isClosingTag({ tokens, quoted, end }: Clause, from: number): boolean {
  for (let k = from + 1; k < end && k - from < 9 && quoted[k] === -1 && !isBreak(tokens[k]) && !isFinite(tokens[k]); k++) {
    const verb = reportingVerb(tokens[k]!.lower);
    if (!verb || (verb.class !== 'say' && verb.class !== 'clause') || (verb.form !== 'past' && verb.form !== 'present')) continue;
    return k + 1 >= end || (ADVERBIAL.has(tokens[k + 1]!.lower) && !tokens.slice(k + 1, end).some(isBreak));
  }
  return false;
}

/** "When Moe told the board it was late, | she left": what stands in a clause that opens the sentence ends with it. */
function introductionEnd({ tokens, quoted, end }: Clause, from: number): number {
  let first = 0;
  if (/^(?:but|and|yet|so)$/.test(tokens[0]?.lower ?? '')) first++;
  if (first >= from || quoted[first] !== -1 || !SUBORDINATE.has(tokens[first]!.lower)) return end;
  for (let k = first + 1; k < end; k++) {
    if (quoted[k] !== -1 || tokens[k]!.text !== ',') continue;
    // The verb stands behind the clause already.
    if (k <= from) return end;
    const next = tokens[k + 1];
    if (k > from && next && quoted[k + 1] === -1 && (isSubject(next) || next.capital || DETERMINERS.has(next.lower) || POSSESSIVES.has(next.lower))) return k;
  }
  return end;
}
const SUBORDINATE = words('when while as if after before since although though because once until unless whenever whereas');

/** ", but | Moe denied it": a subject of its own with a reporting verb. */
function opensOwnReport({ tokens, quoted, end }: Clause, from: number): boolean {
  for (let k = from; k < end && k - from < 9 && quoted[k] === -1 && !isBreak(tokens[k]); k++) {
    const verb = k > from ? reportingVerb(tokens[k]!.lower) : undefined;
    if (verb && (verb.form === 'past' || verb.form === 'present' || verb.class === 'say') && verb.class !== 'quote' && !PREPOSITIONS.has(tokens[k - 1]!.lower) && !DETERMINERS.has(tokens[k - 1]!.lower)) return true;
  }
  return false;
}

/** What stands before the tag that begins at token `at`: up to the comma or closing quotation mark there. Undefined where there is none. */
export function contentBefore(clause: Clause, used: number, at: number): Span | undefined {
  const { tokens, quoted } = clause;
  let last = at - 1;
  if (last < used) return undefined;
  const mark = tokens[last]!;
  const quote = quoted[last]!;
  if (quote === -1) {
    if (mark.text !== ',' && mark.text !== '—' && mark.text !== '–') return tokens[at]!.lower === 'according' ? contentSpan(clause, used, at) : undefined;
    last--;
    if (last < used) return undefined;
  }
  let first = used;
  // What the last attribution reported stays its own.
  while (first < last && (/^(?:and|but)$/.test(tokens[first]!.lower) || (quoted[first] === -1 && isBreak(tokens[first])))) first++;
  if (quoted[last] === -1 && (!isClauseBefore(clause, first, last) || (first === 0 && INTRODUCES.has(tokens[0]!.lower)))) return undefined;
  const start = quoted[first] === -1 ? tokens[first]!.start : clause.quotes[quoted[first]!]!.start;
  const end = quoted[last] === -1 ? tokens[last]!.end : clause.quotes[quoted[last]!]!.end;
  return { start, end };
}

export function endsWithQuote(clause: Clause, at: number): boolean {
  return at > 0 && (clause.quoted[at - 1] !== -1 || (at > 1 && clause.tokens[at - 1]!.text === ',' && clause.quoted[at - 2] !== -1));
}

/** A quotation that goes on behind the tag: `…,” she said, “and we will`. */
export function quoteBehind(clause: Clause, at: number, limit = clause.end): Span | undefined {
  const { tokens, quoted } = clause;
  for (let k = at; k < limit && k - at < 30; k++) {
    const quote = quoted[k]!;
    if (quote !== -1) return k === at || /^[,:;—–]$/.test(tokens[k - 1]!.text) || isSpeech(clause, quote) ? quoteSpan(clause, quote) : undefined;
    if (tokens[k]!.text === ';') return undefined;
  }
  return undefined;
}

export function quoteAround(clause: Clause, at: number, to: number): Span | undefined {
  const { quoted, end } = clause;
  for (let k = to; k < end; k++) if (quoted[k] !== -1) return quoteSpan(clause, quoted[k]!);
  return at > 0 && quoted[at - 1] !== -1 ? quoteSpan(clause, quoted[at - 1]!) : undefined;
}

/** The words between the source of an introductory attribution and the end: "According to X, …". */
export function restAfter(clause: Clause, at: number): Span | undefined {
  const { tokens, quoted, end } = clause;
  let comma = at;
  while (comma < end && (quoted[comma] !== -1 || tokens[comma]!.text !== ',')) comma++;
  // An apposition stands between commas: the last comma before a clause counts; the first is near enough.
  return contentSpan(clause, comma < end ? comma + 1 : at, end);
}

export function isSpeech(clause: Clause, quote: number): boolean {
  const { inner } = clause.quotes[quote]!;
  return /\s/.test(clause.prose.slice(inner.start, inner.end).trim());
}

export function quoteSpan(clause: Clause, quote: number): Span {
  const { start, end } = clause.quotes[quote]!;
  return { start, end };
}

/** Where what is reported begins when a quotation follows at token `k`: at the quotation, or at plain words right before it that belong to it. */
export function plainFrom(clause: Clause, r: number, k: number): number {
  const { tokens } = clause;
  for (let i = k - 1; i >= r; i--) {
    if (tokens[i]!.text === ',' || tokens[i]!.text === ':') return i + 1;
    if (tokens[i]!.lower === 'that') return i + 1;
  }
  return ADVERBIAL.has(tokens[r]!.lower) ? k : r;
}

/** Tokens `[from, to)` as a span, its quotations whole, commas at its ends left out. */
export function contentSpan(clause: Clause, from: number, to: number): Span | undefined {
  const { tokens, quoted } = clause;
  while (from < to && quoted[from] === -1 && isBreak(tokens[from])) from++;
  while (to > from && quoted[to - 1] === -1 && isBreak(tokens[to - 1])) to--;
  if (to <= from) return undefined;
  const first = quoted[from]!;
  const last = quoted[to - 1]!;
  return { start: first === -1 ? tokens[from]!.start : clause.quotes[first]!.start, end: last === -1 ? tokens[to - 1]!.end : clause.quotes[last]!.end };
}

/** Where the adverbial that begins at `at` ends: at a comma, a quotation or the limit. */
export function skipAdverbial(clause: Clause, at: number, limit: number): number {
  const { tokens, quoted } = clause;
  while (at < limit && quoted[at] === -1 && tokens[at]!.text !== ',' && tokens[at]!.text !== ';' && tokens[at]!.text !== '—') at++;
  return at;
}

/** Does a clause with a finite verb begin here? Looks a few words ahead, not over a comma or a relative pronoun. */
export function hasClause(clause: Clause, from: number, limit: number): boolean {
  const { tokens, quoted } = clause;
  for (let k = from; k < limit && k - from < 14; k++) {
    const token = tokens[k]!;
    if (quoted[k] !== -1 || (isBreak(token) && !/^["'’”“]$/.test(token.text)) || /^(?:that|which|who|whose|where|when|while|as|to)$/.test(token.lower)) return false;
    if (k > from && isFinite(token)) return true;
    if (isSubject(token) && (k > from || !NOMINATIVES.has(token.lower)) && token.lower !== 'you') return true;
  }
  return false;
}

/** "that day", "that vote was": a determiner or pronoun, no conjunction. Only where nothing clause-like follows. */
export function isPointing(clause: Clause, at: number): boolean {
  let next = clause.tokens[at + 1];
  if (next && /^(?:night|day|week|month|year|afternoon|morning|evening|time|summer|winter|spring|autumn|fall|weekend)$/.test(next.lower)) next = clause.tokens[at + 2];
  return next === undefined || isBreak(next) && clause.quoted[at + 1] === -1 && next.text !== ',';
}

export function isMiddle(clause: Clause, comma: number): boolean {
  const next = clause.tokens[comma + 1];
  return next !== undefined && clause.quoted[comma + 1] === -1 && next.kind === 'word' && !/(?:ing)$/.test(next.lower) && !/^(?:who|which|whose|and|but|while|as|after|before|when|in|on|with|at|during|though|although|because|citing|per|a|an|the|according)$/.test(next.lower);
}

/** "said, among other things, that" */
export function thatBehind(clause: Clause, comma: number): number | undefined {
  const { tokens, quoted, end } = clause;
  for (let k = comma + 2; k < end && k - comma < 14 && quoted[k] === -1; k++) if (tokens[k]!.lower === 'that' && /^[,—–]$/.test(tokens[k - 1]!.text)) return k;
  return undefined;
}

/** `The plan, Moe said, has failed`: both parts. */
export function contentAround(clause: Clause, used: number, source: number, comma: number): Span[] | undefined {
  const { tokens, end } = clause;
  if (source - used < 2 || tokens[source - 1]!.text !== ',') return undefined;
  const after = contentSpan(clause, comma + 1, end);
  // "In the long run, Moe said, it will": what goes before is an adverbial.
  if (CALENDAR.has(tokens[source - 2]!.lower) || PREPOSITIONS.has(tokens[used]!.lower)) return listOf(after);
  const before = contentSpan(clause, used, source);
  return before && after ? [before, after] : undefined;
}

export function isNamed(clause: Clause, source: Phrase): boolean {
  const { tokens } = clause;
  return tokens.slice(source.from, source.to).some((t, i) => (t.capital && (i > 0 || !DETERMINERS.has(t.lower))) || NOMINATIVES.has(t.lower));
}

export function listOf(span: Span | undefined): Span[] | undefined {
  return span && [span];
}

export function quoteEnding(clause: Clause, quote: number): string {
  const { inner } = clause.quotes[quote]!;
  return clause.prose.slice(Math.max(inner.start, inner.end - 3), inner.end);
}

export function spanOf(clause: Clause, phrase: Phrase): Span {
  const { tokens } = clause;
  return { start: tokens[phrase.from]!.start, end: tokens[phrase.to - 1]!.end };
}

export function quotesIn(clause: Clause, span: Span): number[] {
  let low = 0;
  let high = clause.quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (clause.quotes[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (; low < clause.quotes.length && clause.quotes[low]!.start < span.end; low++) found.push(low);
  return found;
}

/** Is there enough before a tag to be what is reported? "On Tuesday," and "In a statement," are not. */
function isClauseBefore(clause: Clause, first: number, last: number): boolean {
  const { tokens, quoted } = clause;
  if (last - first < 2) return false;
  for (let k = first; k <= last; k++) {
    if (quoted[k] !== -1 || isFinite(tokens[k]) || PAST.has(tokens[k]!.lower) || /(?:ed|s|en|ew|ose|ell|ame|ade|aid|old|ook|ent|ost|un|aw|ut|et)$/.test(tokens[k]!.lower)) return !(PREPOSITIONS.has(tokens[first]!.lower) && last - first < 4);
  }
  return false;
}

/** Up to what goes on with a subject of its own, or a dash. */
export function clauseEnd(clause: Clause, from: number): number {
  const { tokens, quoted } = clause;
  const end = introductionEnd(clause, from);
  for (let k = from; k < end; k++) {
    if (quoted[k] !== -1) continue;
    if (/^[;—–]$/.test(tokens[k]!.text)) return k;
    if (tokens[k]!.text !== ',') continue;
    const next = tokens[k + 1];
    const then = tokens[k + 2];
    if (next && (NOMINATIVES.has(next.lower) || (/^(?:but|and|while|though|although|because)$/.test(next.lower) && then && (NOMINATIVES.has(then.lower) || then.capital)) || isFinite(then))) return k;
  }
  return end;
}
