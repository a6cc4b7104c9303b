// Reporting verbs: whose they are and what they report, in front, behind or around.
import type { ReportingVerb } from '../../language/reporting.ts';
import { ROLE_NOUNS } from '../../language/names.ts';
import { headIndex } from '../../language/speakers.ts';
import type { Span } from '../../span.ts';
import { ADVERBIAL, afterTime, CALENDAR, type Clause, DETERMINERS, isAdverb, isBreak, isFinite, isSubject, NOMINATIVES, type Phrase, phraseAfter, phraseBefore, POSSESSIVES, PREPOSITIONS, SAYS } from './clause.ts';
import { contentAround, contentBefore, contentSpan, endsWithQuote, hasClause, isMiddle, isNamed, isPointing, isSpeech, listOf, plainFrom, quoteAround, quoteBehind, quoteSpan, reportedLimit, skipAdverbial, thatBehind } from './content.ts';
import { ADDRESSED, DOCUMENTS, FINDS_FAULT, INTERROGATIVE, NOUNS, SUBORDINATORS, VEHICLES, WITH_INFINITIVE, WITH_OBJECT } from './lexicon.ts';
import { isDocument, type SentenceRelations } from './sentence-relations.ts';
import { FOND, invertedSubject, subjectOf } from './subject.ts';

/** Adds the relation of the verb at `at`, if it has one. Where `needed` is given, one of its words must stand behind the verb, or `as` a little further on. */
export function readVerb(relations: SentenceRelations, at: number, verb: ReportingVerb, needed: ReadonlySet<string> | undefined): void {
  const { tokens } = relations.clause;
  let right = at + 1;
  if (needed) {
    if (needed.has(tokens[right]?.lower ?? '')) right++;
    else if (!needed.has('as') || !isLikened(relations.clause, right)) return;
  } else if (/^(?:out|up|down|off|upon)$/.test(tokens[right]?.lower ?? '') || (tokens[right]?.lower === 'for' && verb.class !== 'object' && verb.class !== 'say')) return;
  // "as Moe put it", not "Moe put it on the table"
  if (verb.lemma === 'put' && right < relations.clause.end && !isBreak(tokens[right]) && relations.clause.quoted[right] === -1 && !isAdverb(tokens[right])) return;
  // "called on the council to resign"
  if (verb.lemma === 'call' && /^(?:on|for)$/.test(tokens[right]?.lower ?? '')) right++;
  const previous = tokens[at - 1];
  if ((verb.form === 'present' || verb.form === 'base') && previous && (DETERMINERS.has(previous.lower) && !/^(?:some|many|most|few|several|both|all|this|that|another|each|one|two|three|four|five|six|seven|eight|nine|ten)$/.test(previous.lower) || POSSESSIVES.has(previous.lower) || (PREPOSITIONS.has(previous.lower) && !(previous.lower === 'to' && FOND.has(tokens[at - 2]?.lower ?? ''))) || /'s$/.test(previous.lower))) return;
  // "its plan was", "two reports show": a noun; but "which he expects will fail".
  if (verb.form !== 'past' && isFinite(tokens[right]) && !relativeBefore(relations.clause, at)) return;
  if ((verb.form === 'present' || verb.form === 'base') && NOUNS.has(verb.lemma) && !takesObject(relations, right, verb) && !relativeBefore(relations.clause, at)) return;
  // "people like him", "came back to": a verb only behind an auxiliary or a pronoun.
  if (verb.form === 'base' && (verb.lemma === 'like' || verb.lemma === 'back') && !(isFinite(previous) || NOMINATIVES.has(previous?.lower ?? '') || (isAdverb(previous) && (isFinite(tokens[at - 2]) || NOMINATIVES.has(tokens[at - 2]?.lower ?? ''))))) return;
  if (verb.form === 'past' && /^(?:call|name|dub)$/.test(verb.lemma) && isNaming(relations.clause, at)) return;
  if (verb.form === 'ing' && readOpening(relations, at, right, verb)) return;
  const left = subjectOf(relations.clause, relations.subject, at, verb, relations.said !== undefined);
  if (left === 'no') return;
  let source = left?.phrase;
  let inverted = false;
  if (!source) {
    if (verb.form === 'ing' || verb.form === 'participle' || verb.class === 'object' || verb.class === 'show') return;
    source = invertedSubject(relations.clause, at, right);
    if (!source) return;
    inverted = true;
  }
  if (!inverted && isOwnThought(relations, source, at, verb)) return;
  const cue = { from: at, to: right };
  if (inverted) {
    const content = [contentBefore(relations.clause, relations.used, at) ?? quoteAround(relations.clause, at, source.to)].filter(s => s !== undefined);
    if (content.length === 0 && (verb.class === 'say' || verb.class === 'clause')) content.push(...splitByTag(relations, at, source));
    const behind = quoteBehind(relations.clause, source.to);
    if (behind && behind.start !== content[0]?.start) content.push(behind);
    if (content.length > 0) relations.give(cue, source, content, verb.lemma);
    return;
  }
  const content = reportedBy(relations, right, verb, source, left!.inherited);
  if (content) relations.give(cue, source, content, verb.lemma);
}

/** "The quay, says its builder, Ada Brandt, bears 40 tons": what stands before and behind. */
function splitByTag({ clause, used }: SentenceRelations, at: number, source: Phrase): Span[] {
  const { tokens, quoted } = clause;
  if (at - used < 2 || tokens[at - 1]?.text !== ',' || tokens[source.to]?.text !== ',') return [];
  let comma = source.to;
  // A name beside the source.
  if (tokens[comma + 1]?.capital) for (let k = comma + 2; k < clause.end && k - comma < 6 && quoted[k] === -1; k++) if (tokens[k]!.text === ',') comma = k;
  return isMiddle(clause, comma) ? contentAround(clause, used, at, comma) ?? [] : [];
}

/** "in a play called “The Pier”", "joined a group called Friends of Lund": a name and no opinion. */
function isNaming({ tokens }: Clause, at: number): boolean {
  for (let k = at - 1; k > 0 && at - k < 5 && tokens[k]!.kind === 'word'; k--) {
    // "a Danish song called": an adjective.
    if ((tokens[k]!.capital && k === at - 1) || isFinite(tokens[k])) return false;
    if (/^(?:an?|another|one)$/.test(tokens[k]!.lower)) return !isBreak(tokens[k - 1]) && !/^(?:and|but|as|while|that|when|if|because|though|although|said|says)$/.test(tokens[k - 1]!.lower);
  }
  return false;
}

/** "which Moe expects" */
function relativeBefore(clause: Clause, at: number): boolean {
  const subject = phraseBefore(clause, at);
  return subject !== undefined && /^(?:which|that|who|whom)$/.test(clause.tokens[subject.from - 1]?.lower ?? '');
}

/** "views the port | as a rival" */
function isLikened({ tokens, quoted, end }: Clause, from: number): boolean {
  for (let k = from + 1; k < end && k - from < 12 && quoted[k] === -1 && !isBreak(tokens[k]); k++) if (tokens[k]!.lower === 'as') return tokens[k - 1]!.lower !== 'such' && tokens[k - 1]!.lower !== 'well';
  return false;
}

/** "Noting that it was late, Moe left": the subject stands behind the comma. */
function readOpening(relations: SentenceRelations, at: number, right: number, { lemma }: ReportingVerb): boolean {
  const { tokens, quoted, end } = relations.clause;
  if (at > 0 && (at > 6 || !/^(?:after|while|before|by|in|for|since|without)$/.test(tokens[at - 1]!.lower) || tokens.slice(0, at).some(isBreak))) return false;
  let comma = right;
  while (comma < end && comma - right < 40 && (quoted[comma] !== -1 || tokens[comma]!.text !== ',')) comma++;
  if (tokens[comma]?.text !== ',') return false;
  // "Calling the police, Moe left" reports nothing.
  const that = tokens[right]!.lower === 'that';
  if (!that && quoted[right] === -1 && !hasClause(relations.clause, right, comma) && !FINDS_FAULT.has(lemma) && !INTERROGATIVE.has(tokens[right]!.lower) && !(WITH_OBJECT.has(lemma) && (DETERMINERS.has(tokens[right]!.lower) || POSSESSIVES.has(tokens[right]!.lower)))) return false;
  let to = comma + 1;
  while (to < end && to - comma < 6 && (tokens[to]!.capital || /^(?:he|she|they)$/.test(tokens[comma + 1]!.lower) && to === comma + 1)) to++;
  const content = contentSpan(relations.clause, that ? right + 1 : right, comma);
  if (to === comma + 1 || !content) return false;
  const source = { from: comma + 1, to };
  relations.give({ from: at, to: right }, source, [content], 'opening');
  // What follows is read by itself.
  relations.used = comma + 1;
  return true;
}

/** "Moe said he believed", "Moe said she wanted": what a speaker says of their own mind is part of what is said. */
function isOwnThought(relations: SentenceRelations, source: Phrase, at: number, verb: ReportingVerb): boolean {
  const { tokens } = relations.clause;
  if ((verb.class !== 'think' && !relations.said) || source.to - source.from !== 1 || !/^(?:he|she|they|it)$/.test(tokens[source.from]!.lower)) return false;
  const { start } = tokens[source.from]!;
  return (relations.said ?? relations.found).some(r => r.unquoted && r.quotes.length === 0 && r.content.some(c => c.start === start && c.end > tokens[at]!.start));
}

/** Does what follows a word that may be noun or verb ("claims", "report") make it a verb? */
function takesObject(relations: SentenceRelations, right: number, verb: ReportingVerb): boolean {
  const { tokens, quoted, end } = relations.clause;
  const next = tokens[right];
  // "…, the club's fixture list shows."
  if (!next || right >= end || next.text === ';') return (verb.class === 'show' || verb.form === 'present') && isTag(relations, right);
  if (verb.class === 'show') {
    const subject = phraseBefore(relations.clause, right - 1);
    if (next.kind === 'number' || /^[$€£]$/.test(next.text) || (subject && next.kind === 'word' && !PREPOSITIONS.has(next.lower) && isDocument(tokens.slice(subject.from, subject.to), false))) return true;
  }
  if (quoted[right] !== -1 || next.text === ',' || next.text === ':') return true;
  // "The union claims 40 jobs have gone."
  if (next.kind === 'number' && verb.class !== 'object' && hasClause(relations.clause, right, end)) return true;
  // "The mayor calls fishing a trade for the brave"
  const caller = tokens[right - 2];
  if (verb.lemma === 'call' && verb.form === 'present' && DETERMINERS.has(tokens[right + 1]?.lower ?? '') && caller && (caller.capital || caller.text === ',' || NOMINATIVES.has(caller.lower) || ROLE_NOUNS.has(caller.lower))) return true;
  return next.lower === 'that' || (verb.lemma === 'call' && /^(?:for|on)$/.test(next.lower)) || DETERMINERS.has(next.lower) || POSSESSIVES.has(next.lower) || isSubject(next) || /^(?:him|her|them|us|me|whether|how|if|to)$/.test(next.lower) || next.capital;
}

/** Does a comma with a statement before it stand in front of the noun phrase of the verb? */
function isTag(relations: SentenceRelations, right: number): boolean {
  const subject = phraseBefore(relations.clause, right - 1);
  return subject !== undefined && contentBefore(relations.clause, relations.used, subject.from) !== undefined;
}

/** Does the verb stand at the end, so that all before it is what is said, other reports included: "The union wanted more and said so, the board said."? */
function closesSentence({ clause, found }: SentenceRelations, right: number, verb: ReportingVerb): boolean {
  if (verb.class !== 'say' && verb.class !== 'clause') return false;
  if (afterTime(clause, right) < clause.end && skipAdverbial(clause, right, clause.end) < clause.end) return false;
  if (right < clause.end && !ADVERBIAL.has(clause.tokens[right]!.lower)) return false;
  // "“A,” Moe said, and B, Brandt said."
  return found.every(({ cue, content }) => content.every(c => cue === undefined || c.start > cue.start));
}

/** What is reported after (or, for a tag, before) the verb whose words end at `right`. */
function reportedBy(relations: SentenceRelations, right: number, verb: ReportingVerb, source: Phrase, inherited: boolean): Span[] | undefined {
  const { tokens, quoted, end } = relations.clause;
  const strong = verb.class === 'say' || verb.class === 'think';
  const tag = inherited ? undefined : contentBefore(relations.clause, closesSentence(relations, right, verb) ? 0 : relations.used, source.from);
  let r = right;
  while (r < end && quoted[r] === -1 && isAdverb(tokens[r]) && tokens[r + 1]?.lower !== 'to') r++;
  // "announced Sunday she would", "said last week rents rose"
  const late = afterTime(relations.clause, r);
  if (late > r && late < end && (isSubject(tokens[late]) || (verb.class === 'say' && quoted[late] === -1 && hasClause(relations.clause, late, end)))) r = late;
  const limit = ownLimit(relations.clause, source, r, reportedLimit(relations.clause, r));
  // `"Hm," Moe said when she was asked why`: a quotation right before the speaker is what is said.
  if (tag && endsWithQuote(relations.clause, source.from) && tokens[right]?.lower !== 'that') return withBehind(relations, tag, r, limit);
  if (!tag && opensReported(relations.clause, r, limit, verb)) return listOf(contentSpan(relations.clause, r, limit));
  // A quotation, `that` or a colon not far behind the verb.
  for (let k = r; k < limit && k - r < 24; k++) {
    const token = tokens[k]!;
    if (quoted[k] !== -1) {
      if (tag && tokens[k - 1]?.text === ',' && endsWithQuote(relations.clause, source.from)) return [tag, quoteSpan(relations.clause, quoted[k]!)];
      if (verb.class === 'object' || k - r < 9 || isSpeech(relations.clause, quoted[k]!)) return [contentSpan(relations.clause, plainFrom(relations.clause, r, k), limit)!];
      break;
    }
    if (token.lower === 'that' && !isPointing(relations.clause, k)) {
      const content = contentSpan(relations.clause, k + 1, limit);
      return content ? [content] : undefined;
    }
    if (token.text === ':') {
      const content = contentSpan(relations.clause, k + 1, end);
      // A colon at the end of a paragraph leads in what stands in the next.
      return content ? [content] : [];
    }
    if ((token.text === ',' && quoted[k + 1] === -1) || token.text === ';' || token.text === '—') break;
  }
  const next = tokens[r];
  const asThey = tokens[source.from - 1]?.lower === 'as' && !inherited;
  const stop = asThey && next && ADVERBIAL.has(next.lower) ? skipAdverbial(relations.clause, r, end) : r;
  if (asThey && (stop >= end || isBreak(tokens[stop]))) {
    // "As Moe put it, it is late"; "It is late, as Moe noted."
    const opens = source.from === 1 || /^(?:but|and)$/.test(tokens[source.from - 2]?.lower ?? '') || isBreak(tokens[source.from - 2]) && tokens[stop]?.text === ',' && contentBefore(relations.clause, relations.used, source.from - 1) === undefined;
    return listOf(opens ? contentSpan(relations.clause, stop + 1, end) : contentBefore(relations.clause, relations.used, source.from - 1));
  }
  if (!next || r >= limit || next.text === ',' || next.text === ';' || next.text === '—' || next.text === '.') {
    if (inherited || (verb.class === 'object' && !endsWithQuote(relations.clause, source.from))) return undefined;
    const that = next?.text !== ',' && next?.text !== '—' ? undefined : tokens[r + 1]?.lower === 'that' && !isPointing(relations.clause, r + 1) ? r + 1 : thatBehind(relations.clause, r);
    if (that !== undefined) return listOf(contentSpan(relations.clause, that + 1, limit));
    if (!tag) return next?.text === ',' && (isMiddle(relations.clause, r) || source.from - relations.used > 2) ? contentAround(relations.clause, relations.used, source.from, r) : undefined;
    const behind = quoteBehind(relations.clause, r) ?? (next?.text === ',' && isMiddle(relations.clause, r) ? contentSpan(relations.clause, r + 1, end) : undefined);
    return behind ? [tag, behind] : [tag];
  }
  if (INTERROGATIVE.has(next.lower) && verb.class !== 'object' && verb.class !== 'quote') return listOf(contentSpan(relations.clause, r, limit));
  let start = r;
  // The paper of the draft is "it": "“No,” Moe told it."
  const told = verb.lemma === 'tell' && /^(?:it|you)$/.test(next.lower) && (isBreak(tokens[r + 1]) || r + 1 >= limit || /^(?:that|on|in|at|last|by)$/.test(tokens[r + 1]!.lower));
  if (ADDRESSED.has(verb.lemma) && (told || !NOMINATIVES.has(next.lower))) {
    const person = told ? { from: r, to: r + 1 } : phraseAfter(relations.clause, r, limit);
    if (person && (tokens[person.to]?.lower === 'to' || verb.lemma === 'tell' || isBreak(tokens[person.to]) || (tokens[person.to]?.lower === 'not' && tokens[person.to + 1]?.lower === 'to') || NOMINATIVES.has(tokens[person.to]?.lower ?? '') || person.to >= limit)) {
      start = person.to;
      while (start < limit && CALENDAR.has(tokens[start]!.lower)) start++;
    }
  }
  const follower = tokens[start]?.lower === 'not' && tokens[start + 1]?.lower === 'to' ? tokens[start + 1] : tokens[start];
  if (start >= limit || follower === undefined || isBreak(follower)) {
    if (start > r && verb.class === 'object' ) return listOf(contentSpan(relations.clause, r, limit));
    if (tag) return withBehind(relations, tag, start);
    // "told the board, however, that"
    const that = start > r && follower?.text === ',' ? thatBehind(relations.clause, start) : undefined;
    if (that !== undefined) return listOf(contentSpan(relations.clause, that + 1, limit));
    // "Since May, Moe told the court, the boat had leaked."
    return start > r && follower?.text === ',' && (isMiddle(relations.clause, start) || (PREPOSITIONS.has(tokens[relations.used]!.lower) && hasClause(relations.clause, start + 1, end))) ? contentAround(relations.clause, relations.used, source.from, start) : undefined;
  }
  // "It was late, the port said last week."
  if (tag && afterTime(relations.clause, start) > start) return withBehind(relations, tag, afterTime(relations.clause, start));
  const adverbial = ADVERBIAL.has(follower.lower) && !(follower.lower === 'this' || follower.lower === 'last' && strong) || /^(?:to|of|about|for|as)$/.test(follower.lower) && verb.class !== 'object' && !WITH_INFINITIVE.has(verb.lemma) && !/^(?:of|about)$/.test(follower.lower);
  if (tag && /^(?:as|while|when|after|before|because|since|until|amid|during|in|on|at)$/.test(follower.lower) && (SUBORDINATORS.has(follower.lower) || !hasClause(relations.clause, start + 1, limit))) return withBehind(relations, tag, skipAdverbial(relations.clause, start, limit));
  if (adverbial && tag && !hasClause(relations.clause, start + 1, limit)) return withBehind(relations, tag, skipAdverbial(relations.clause, start, limit));
  if (tag && endsWithQuote(relations.clause, source.from) && !NOMINATIVES.has(follower.lower)) return withBehind(relations, tag, skipAdverbial(relations.clause, start, limit));
  const clause = isSubject(follower) || hasClause(relations.clause, start, limit);
  if (verb.class === 'quote') return undefined;
  if (adverbial && !clause && strong) {
    // "said through a spokesman, Lars Moe, that"
    const comma = skipAdverbial(relations.clause, start, limit);
    const that = tokens[comma]?.text === ',' ? thatBehind(relations.clause, comma) : undefined;
    return that === undefined ? listOf(tokens[comma]?.text === ',' ? quoteBehind(relations.clause, comma, limit) : undefined) : listOf(contentSpan(relations.clause, that + 1, limit));
  }
  if (strong) {
    return listOf(contentSpan(relations.clause, afterVehicle(relations.clause, start, limit), limit));
  }
  if (verb.class === 'object') return adverbial ? undefined : listOf(contentSpan(relations.clause, start, limit));
  if (clause && !adverbial) return listOf(contentSpan(relations.clause, start, limit));
  if (follower.lower === 'to' && (WITH_INFINITIVE.has(verb.lemma) || start > r)) return listOf(contentSpan(relations.clause, start, limit));
  if (!adverbial && WITH_OBJECT.has(verb.lemma) && isNamed(relations.clause, source)) return listOf(contentSpan(relations.clause, start, limit));
  if (verb.class === 'show' && !adverbial && DOCUMENTS.has(tokens[source.from + headIndex(tokens.slice(source.from, source.to))]!.lower)) return listOf(contentSpan(relations.clause, start, limit));
  if (/^(?:of|about)$/.test(follower.lower) && /^(?:warn|complain|speculate|boast|write|ask|joke|testify|lament|caution|wonder)$/.test(verb.lemma)) return listOf(contentSpan(relations.clause, start, limit));
  return undefined;
}

/** "said in a statement (on Monday) it had waited", "said in June it had": where the reported words begin behind what they stood in. */
function afterVehicle(clause: Clause, at: number, limit: number): number {
  const { tokens, quoted } = clause;
  if (!/^(?:in|on|at|during|by|via|through)$/.test(tokens[at]?.lower ?? '')) return at;
  const late = afterTime(clause, at + 1);
  if (late > at + 1 && late < limit && quoted[late] === -1 && isSubject(tokens[late]!)) return late;
  for (let k = at + 1; k < limit && k - at < 8 && quoted[k] === -1 && tokens[k]!.kind === 'word'; k++) {
    if (!VEHICLES.has(tokens[k]!.lower) || VEHICLES.has(tokens[k + 1]?.lower ?? '')) continue;
    const next = afterTime(clause, k + 1);
    return next < limit && quoted[next] === -1 && isSubject(tokens[next]!) ? next : at;
  }
  return at;
}

/** Within "who asked not to be named" the limit is the verb that goes on behind it: ", said it was late". */
function ownLimit({ tokens, quoted }: Clause, source: Phrase, from: number, limit: number): number {
  if (source.relative === undefined) return limit;
  for (let k = from + 1; k < limit; k++) {
    const before = tokens[k - 1]!;
    if (quoted[k] === -1 && SAYS.has(tokens[k]!.lower) && !before.capital && !isSubject(before) && !/s$/.test(before.lower)) return k;
  }
  return limit;
}

/** Does what is reported begin right behind the verb, with a subject of its own: "said he was late", "said the port closed"? */
function opensReported(clause: Clause, r: number, limit: number, verb: ReportingVerb): boolean {
  const { tokens, quoted } = clause;
  const next = tokens[r];
  if (!next || r >= limit || quoted[r] !== -1 || next.kind === 'mark' || verb.class === 'object' || verb.class === 'quote' || verb.class === 'show' || ADDRESSED.has(verb.lemma)) return false;
  if (isSubject(next) && next.lower !== 'you') return true;
  return !ADVERBIAL.has(next.lower) && next.lower !== 'that' && next.lower !== 'to' && next.lower !== 'of' && (verb.class === 'say' || verb.class === 'think' || hasClause(clause, r, limit));
}

function withBehind(relations: SentenceRelations, tag: Span, at: number, limit = relations.clause.end): Span[] {
  const behind = quoteBehind(relations.clause, at, limit);
  return behind ? [tag, behind] : [tag];
}
