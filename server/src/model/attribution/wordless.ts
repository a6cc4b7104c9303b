// Attributions that no verb of saying makes: a colon after a name, a credit line, a lead-in to a list, a name beside a quotation, "in a poll".
import type { Span } from '../../span.ts';
import { speakerKind } from '../../language/speakers.ts';
import {
  ADVERBIAL, BE, type Clause, DETERMINERS, HAVE, isAdverb, isFinite, type Phrase, phraseAfter, phraseBefore, PREPOSITIONS,
} from './clause.ts';
import { contentSpan, isNamed, quoteEnding, quoteSpan, restAfter } from './content.ts';
import { readEstimated } from './estimated.ts';
import { LISTS } from './lexicon.ts';
import { readClosingTag } from './closing-tag.ts';
import { readDocumentSubject } from './long-subject.ts';
import { readOwnFigures } from './own-figures.ts';
import { openingSubject } from './subject.ts';

/** Cue, source and content of an attribution, and what made it one. */
export type Give = (cue: Phrase, source: Phrase, content: Span[], lemma: string) => void;

/** What the reader of verbs has found in the sentence so far. */
interface Relation {
  readonly content: readonly Span[];
  readonly quotes: readonly number[];
}

/** Reads a sentence whose verbs have been read; `found` grows as `give` is called. */
export function readWordless(clause: Clause, found: readonly Relation[], give: Give): void {
  leadIn(clause, found, give);
  beforeColon(clause, found, give);
  credit(clause, found, give);
  besideQuote(clause, found, give);
  inPoll(clause, found, give);
  readEstimated(clause, give);
  readOwnFigures(clause, found, give);
  readDocumentSubject(clause, found, give);
  readClosingTag(clause, found, give);
}

/** "The council set out these rules:", where the next paragraph or a list has what is announced. */
function leadIn(clause: Clause, found: readonly Relation[], give: Give): void {
  const { tokens, quoted, end } = clause;
  if (end < 4 || tokens[end - 1]!.text !== ':' || quoted[end - 1] !== -1 || found.some(f => f.content.length === 0)) return;
  for (let k = end - 2; k > 0 && end - k < 14; k--) {
    const token = tokens[k]!;
    if (quoted[k] !== -1 || token.text === ';') return;
    if (!LISTS.has(token.lower) || (/^(?:set|laid|drew|spelled|spelt|put)$/.test(token.lower) && !/^(?:out|up|down|forward)$/.test(tokens[k + 1]!.lower))) continue;
    let j = k;
    while (j > 0 && (isAdverb(tokens[j - 1]) || HAVE.has(tokens[j - 1]!.lower))) j--;
    if (BE.has(tokens[j - 1]?.lower ?? 'is')) return;
    const subject = phraseBefore(clause, j);
    if (subject && !/^(?:i|we|you|that|which|who|this)$/.test(tokens[subject.from]!.lower)) give({ from: k, to: k + 1 }, subject, [], 'list');
    return;
  }
}

/** `Moe: “…”`, `Moe put it more carefully: “…”`, where no verb was found: the name or the subject before the colon. */
function beforeColon(clause: Clause, found: readonly Relation[], give: Give): void {
  const { tokens, quoted, end } = clause;
  for (let k = 1; k < end - 1 && k < 60; k++) {
    if (tokens[k]!.text !== ':' || quoted[k] !== -1) continue;
    const quote = quoted[k + 1]!;
    if (quote === -1 || found.some(f => f.quotes.includes(quote))) return;
    const comma = tokens.findIndex((t, i) => i < k && t.text === ',');
    const named = comma > 0 && tokens[0]!.capital && tokens[comma - 1]!.capital ? { from: 0, to: comma } : phraseBefore(clause, k);
    const source = openingSubject(clause, k) ?? (named && named.from <= 3 && k < 12 && tokens[named.from]!.kind === 'word' && isNamed(clause, named) ? named : undefined);
    if (source) give({ from: k, to: k + 1 }, source, [quoteSpan(clause, quote)], 'colon');
    return;
  }
}

/** `“…” — Ann Bo`, as under a pull quote. */
function credit(clause: Clause, found: readonly Relation[], give: Give): void {
  const { tokens, quoted, end } = clause;
  for (let k = 1; k < end - 1; k++) {
    if (!/^[—―–-]$/.test(tokens[k]!.text) || quoted[k - 1] === -1 || quoted[k] !== -1) continue;
    const phrase = phraseAfter(clause, k + 1);
    const quote = quoted[k - 1]!;
    if (phrase && tokens[phrase.from]!.capital && !found.some(f => f.quotes.includes(quote)) && phrase.to >= Math.min(end, k + 3)) give({ from: k, to: k + 1 }, phrase, [quoteSpan(clause, quote)], 'credit');
    return;
  }
}

/** `“Never,” Moe fumed`: whatever verb stands between a name behind a quotation and the end of its clause, it reports. */
function besideQuote(clause: Clause, found: readonly Relation[], give: Give): void {
  const { tokens, quoted, end } = clause;
  for (let k = 1; k < end; k++) {
    const quote = quoted[k - 1]!;
    if (quote === -1 || quoted[k] !== -1 || !/[,!?]["'’”]*$/u.test(quoteEnding(clause, quote)) || found.some(f => f.quotes.includes(quote))) continue;
    const inverted = tokens[k]!.kind === 'word' && !tokens[k]!.capital && /[^s]s$|ed$/.test(tokens[k]!.lower) && !isFinite(tokens[k]) && tokens[k + 1]?.capital ? phraseAfter(clause, k + 1) : undefined;
    if (inverted) {
      give({ from: k, to: k + 1 }, inverted, [quoteSpan(clause, quote)], tokens[k]!.lower);
      continue;
    }
    let to = k;
    while (to < end && to - k < 5 && (tokens[to]!.capital || (to === k && /^(?:he|she|they)$/.test(tokens[to]!.lower)))) to++;
    const verb = tokens[to];
    if (to === k || to >= end || !verb || verb.kind !== 'word' || isFinite(verb) || !/(?:ed|s)$/.test(verb.lower)) continue;
    const next = tokens[to + 1];
    if (to + 1 < end && next && next.text !== ',' && !ADVERBIAL.has(next.lower) && !isAdverb(next)) continue;
    give({ from: to, to: to + 1 }, { from: k, to }, [quoteSpan(clause, quote)], verb.lower);
  }
}

/** "In a survey by the union, 61 percent …", "… led in a Lund Radio poll", where nothing else says who found it. */
function inPoll(clause: Clause, found: readonly Relation[], give: Give): void {
  const { tokens, quoted, end } = clause;
  for (let i = 0; i < end; i++) {
    // What opens a sentence holds for the answers in it too: "In a survey by the port, half said yes."
    if (found.length > 0 && i > 1) return;
    if (tokens[i]!.lower !== 'in' || quoted[i] !== -1) continue;
    let k = i + 1;
    while (k < end && k - i < 9 && quoted[k] === -1 && tokens[k]!.kind === 'word' && !/^(?:polls?|surveys?|census)$/.test(tokens[k]!.lower) && !PREPOSITIONS.has(tokens[k]!.lower)) k++;
    if (!/^(?:polls?|surveys?|census)$/.test(tokens[k]?.lower ?? '')) continue;
    // "rose in the polls": in all of them.
    if (k === i + 2 && /s$/.test(tokens[k]!.lower) && tokens[k]!.lower !== 'census' && DETERMINERS.has(tokens[i + 1]!.lower)) return;
    const source = phraseAfter(clause, i + 1);
    const content = source && (i === 0 ? restAfter(clause, source.to) : contentSpan(clause, 0, i));
    if (source && source.to > k && content && speakerKind(tokens.slice(source.from, source.to), '') !== 'vague') give({ from: i, to: i + 1 }, source, [content], 'poll');
    return;
  }
}
