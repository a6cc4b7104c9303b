// Sentences of English news copy.
import type { Span } from '../span.ts';
import { abbreviationKind, type AbbreviationKind, isRole, startsSentence } from './abbreviations.ts';
import { isReportingForm } from './reporting.ts';

/** The segmenter is quadratic in some engines, so that it gets no more than this at a time. */
const PIECE = 2000;
/** How far a decision looks to either side. */
const REACH = 80;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The sentences of one paragraph, without the white space between them. Covers every character that is no white space. Linear time.
 * Unicode's sentence boundaries (UAX 29), which split at too many full stops but miss next to none, less those at which an abbreviation, a question inside its
 * sentence (`"Why?" she asked`) or a list number stands, and with those before a figure ("It fell. 32 firms closed."). Sentences inside a quotation are split.
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = skipSpace(text, 0);
  for (const boundary of ONE_SENTENCE.test(text) ? [] : candidates(text)) {
    const next = skipSpace(text, boundary);
    if (next <= start || next >= text.length) continue;
    const end = skipSpaceBack(text, boundary);
    if (end <= start || !endsSentence(text, start, end, next)) continue;
    sentences.push({ start, end });
    start = next;
  }
  const end = skipSpaceBack(text, text.length);
  if (end > start) sentences.push({ start, end });
  return sentences;
}

/** No mark that could end a sentence stands in it, but for one at its very end: the segmenter need not be asked. */
const ONE_SENTENCE = /^[^\p{Sentence_Terminal}\u2024\u2026\ufe52\uff0e]*(?:[.!?]["”’')\]]*)?$/u;

/** Offsets at which a sentence may end, ascending. */
function candidates(text: string): number[] {
  // A line break inside a paragraph is white space like any other; the segmenter takes it for the end of one.
  const flat = text.replace(/[\n\r\u0085\u2028\u2029]/g, ' ');
  const found: number[] = [];
  let at = 0;
  while (at < flat.length) {
    const piece = flat.slice(at, at + PIECE);
    const last = at + piece.length >= flat.length;
    let from = 0;
    for (const { index } of segmenter.segment(piece)) {
      if (index === 0) continue;
      found.push(at + index);
      from = index;
    }
    // The last segment of a piece may go on in the next one; where it is the whole piece, its end is no boundary.
    at += last || from === 0 ? piece.length : from;
  }
  // The segmenter reads "fell. 32 firms" and "fell. iPhone" as one sentence, because a small letter comes next.
  for (const match of flat.matchAll(/[.!?]["”’)\]]{0,3} (?=["“‘($€£]{0,3}(?:\d|[ei]\p{Lu}))/gu)) found.push(match.index + match[0].length);
  // It does not end one at an ellipsis, either: "He waited… She left."
  if (flat.includes('…')) for (const match of flat.matchAll(/\p{Ll}{3}…["”’)]{0,2} (?=["“‘]?\p{Lu}\p{Ll})/gu)) found.push(match.index + match[0].length);
  return [...new Set(found)].sort((a, b) => a - b);
}

/** Does a sentence that began at `start` end at `end`, with other words from `next` on? */
function endsSentence(text: string, start: number, end: number, next: number): boolean {
  let stop = end;
  while (stop > start && isCloser(text[stop - 1])) stop--;
  const closed = stop < end;
  const mark = text[stop - 1];
  if (mark === undefined || !/[.!?…。！？]/u.test(mark)) return false;
  const after = text.slice(next, next + REACH);
  const word = nextWord(after);
  if (/^\p{Ll}/u.test(word) && !/^[ei]\p{Lu}/u.test(word)) return false;
  if (/^[—–,;:-]/u.test(after)) return false;
  if (mark === '!' || mark === '?') {
    if (!closed && mark === '!' && abbreviationKind(word) === 'company') return false;
    return !(closed && (isSpeakerTag(after) || isShortTag(after, true)));
  }
  if (mark !== '.') return true;
  if (closed && isShortTag(after)) return false;
  if (text.startsWith('..', stop - 2)) return !/\s/u.test(text[stop - 4] ?? '') || text.startsWith('....', stop - 4);
  const before = text.slice(Math.max(start, stop - 1 - REACH), stop - 1);
  const last = /[^\s"“”‘([—–/]*$/u.exec(before)?.[0] ?? '';
  // "1." or "(a)." at the start of a paragraph numbers it.
  if (start + last.length + 1 === stop && !closed && /^(?:\d{1,3}|\p{L}|[ivx]{1,4})$/u.test(last)) return false;
  // "(b. 1961)"
  if (/\((?:b|d|c|r)$/u.test(before)) return false;
  const kind = abbreviationKind(last.replace(/^\p{P}+/u, ''));
  if (kind === undefined) return true;
  if (closed) return text[stop] !== ')' || !(kind === 'region' || kind === 'after-name' || kind === 'before-name');
  const previous = /([^\s]{0,30})\s+\S*$/u.exec(before)?.[1] ?? '';
  // "At 5 p.m. Xi spoke": an adverbial alone is no sentence.
  if (kind === 'clock' && /^(?:at|by|around|about|from|before|after|until|shortly after|just after|just before) [\d:.]{1,5} [ap]\.m$/iu.test(text.slice(start, stop - 1))) return false;
  return endsAfterAbbreviation(kind, last, previous, word, after);
}

/** Does a sentence end after the abbreviation `last`? `previous` is the word before it, `word` the one after, `after` the text from there. */
function endsAfterAbbreviation(kind: AbbreviationKind, last: string, previous: string, word: string, after: string): boolean {
  const number = /^[$€£#]?\d/u.test(after);
  const starter = startsSentence(word) || /^["“‘(]/u.test(after);
  switch (kind) {
    case 'before-name':
      return false;
    case 'saint-or-street':
      return starter && /^\p{Lu}/u.test(previous);
    case 'before-number':
      return !number && !/^(?:[IVXLC]{2,5}|TK|[B-HJ-Z])$/u.test(word);
    case 'calendar':
      // "in Nov. Dec. data are due": a month after a month begins the next sentence, a month after a weekday does not.
      return !number && !(abbreviationKind(word) === 'calendar' && !isMonth(last));
    case 'clock':
      return !number && !/^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!s)|[ECMP][SD]?T|GMT|UTC|BST|CET|Eastern|Central|Mountain|Pacific|Greenwich|Local|Beijing|London|Tokyo|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)/u.test(word);
    case 'company':
      return !number && abbreviationKind(word) !== 'company' && !isRole(word) && !/^[&(]/u.test(after);
    case 'region':
      return last.includes('.') ? starter : (previous.endsWith(',') || last.includes('-')) && !isRole(word);
    case 'street':
      return !/^[NS]?[EW]?\b(?:$|[.,])/u.test(word) || word === '';
    case 'degree':
      // "J.D. Vance" is a name, "a J.D. from Yale" is none.
      return starter || /^(?:an?|his|her|their|and|or|the|[^,]*,)$/iu.test(previous);
    case 'unit':
      return true;
    case 'initial':
      // "It was 40 C. Fires spread."
      if (/^[CFK]$/u.test(last) && /\d°?$/u.test(previous)) return true;
      return starter && last !== 'J';
    case 'in-body':
    case 'after-name':
    case 'dotted':
      return starter;
  }
}

/** `Rep. Maxine Waters asked.`, `Smith told reporters`: who speaks, after a question or exclamation in quotation marks. */
function isSpeakerTag(after: string): boolean {
  const words = after.split(/\s+/u, 9);
  for (const [i, raw] of words.entries()) {
    if (raw === '' || (i === 0 && startsSentence(raw))) break;
    const word = raw.replace(/[.,;:!?"”’)]+$/u, '');
    if (i > 0 && isReportingForm(word.toLowerCase())) {
      if (raw !== word) return true;
      const follower = words[i + 1] ?? '';
      // "Smith said he would wait" is a sentence of its own.
      return follower === '' || word === 'told' || /day[.,]?$/u.test(follower) || !/^(?:that|he|she|it|they|we|the|an?|his|her|their|its|there|this|no|some|if|whether|[\p{Lu}\d].*)$/u.test(follower);
    }
    if (!/^(?:\p{Lu}|of\b|the\b|de\b|von\b|van\b|al-)/u.test(word)) return false;
    if (raw !== word && !(raw.endsWith('.') && (raw.length <= 5 || abbreviationKind(word) !== undefined))) return false;
  }
  return false;
}

/** `Moe said.` behind a quotation that closes with a full stop where a comma should be; with `anyVerb` also `Moe fumed.` */
function isShortTag(after: string, anyVerb = false): boolean {
  const match = /^(\p{Lu}\S*(?: \p{Lu}\S*){0,3}) (\p{Ll}+)[.,](?:\s|$)/u.exec(after);
  return match !== null && !startsSentence(match[1]!.toLowerCase()) && (isReportingForm(match[2]!) || (anyVerb && match[2]!.endsWith('ed')));
}

function nextWord(after: string): string {
  return /^["“”‘’'([«]*([\p{L}\p{N}][\p{L}\p{N}'’.-]*)?/u.exec(after)?.[1]?.replace(/\.+$/u, '') ?? '';
}

function isMonth(word: string): boolean {
  return !/^(?:mon|tue|wed|thu|fri|sat|sun)/iu.test(word);
}

function isCloser(char: string | undefined): boolean {
  return char !== undefined && /["”’'»›)\]*_]/u.test(char);
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && /\s/u.test(text[at]!)) at++;
  return at;
}

function skipSpaceBack(text: string, at: number): number {
  while (at > 0 && /\s/u.test(text[at - 1]!)) at--;
  return at;
}
