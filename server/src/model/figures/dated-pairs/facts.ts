// What is read once of each date before it is held against others: of what it is the date, as its words tell, and what sets that apart.
import { FUNCTION_WORDS } from '../../../language/quantities/nouns.ts';
import { toTokens, type Token } from '../../../language/quantities/tokens.ts';
import type { DateMention } from '../../../language/dates.ts';
import { fromIso, toNumber } from '../../../language/dates/calendar.ts';
import type { Draft, Leaf, LeafContent } from '../../../draft/draft.ts';
import type { Analysis, DraftDate } from '../../analysis.ts';
import { AUXILIARY, verbAt } from '../clause-parts.ts';
import { clauseAround } from './clause-bounds.ts';
import { ADVERBS, NOT_CONTENT, TIME_WORDS, isCalendarWord } from '../lexicon.ts';
import { predicateOf, isAlsoNoun } from '../verbs.ts';
import { isEventNoun, phraseAt } from '../event-kinds.ts';
import { keysOf } from './word-keys.ts';

/** A word that says something, with what it is known by. */
export interface Word {
  /** Its token. */
  readonly place: number;
  readonly text: string;
  readonly keys: readonly string[];
  readonly name: boolean;
  readonly verb: boolean;
  /** Does it name an event, as a noun? */
  readonly event: boolean;
  /** How many tokens stand between it and the date. */
  readonly away: number;
  /** The word just before it, if that says something: "third" in "the third debate". */
  readonly before: string;
  /** "the", "a", "owned" or "" before it. */
  readonly pointing: string;
}

export interface DateWording {
  /** Words of the clause, nearest first. */
  readonly clause: readonly Word[];
  /** All of the sentence. */
  readonly sentence: readonly Word[];
  /** Of the sentences beside it in its paragraph. */
  readonly beside: readonly Word[];
  /** The verb that the date stands with. */
  readonly verb: Word | undefined;
  /** The noun or name before the verb, and the one behind it. */
  readonly subject: Word | undefined;
  readonly object: Word | undefined;
  /** Does something begin on the date, or end? */
  readonly phase: 'begin' | 'end' | '';
  /** Numbers and years in the clause. */
  readonly numbers: readonly string[];
  /** "the second debate", "the final round" */
  readonly ordinals: readonly string[];
  readonly preposition: string;
  readonly tense: 'past' | 'planned' | 'present' | '';
  /** Words that set the event apart from others of its kind, or that say how the date holds. */
  readonly marks: ReadonlySet<string>;
  readonly opens: boolean;
  readonly pronoun: string;
}

/** The words of a wording sorted out, and the keys of each lot. */
interface Keys {
  readonly inClause: ReadonlySet<string>;
  readonly inSentence: ReadonlySet<string>;
  readonly inBeside: ReadonlySet<string>;
  /** Words of the clause close to the date. */
  readonly near: readonly Word[];
  readonly inNear: ReadonlySet<string>;
  readonly verbs: readonly Word[];
  readonly inVerbs: ReadonlySet<string>;
  readonly events: readonly Word[];
  readonly inEvents: ReadonlySet<string>;
  /** Of what happens, told by verbs or by nouns. */
  readonly inEventsOfAnyKind: ReadonlySet<string>;
  readonly names: readonly Word[];
}

/** Where in a draft a date stands. */
export type Place = 'title' | 'alt' | 'headline' | 'heading' | 'table' | 'list' | 'quote' | 'lead' | 'caption' | 'text';

export interface DateFacts extends Keys {
  readonly date: DraftDate;
  readonly wording: DateWording;
  readonly place: Place;
  /** First and last day, since 1970-01-01. */
  readonly from: number;
  readonly to: number;
  /** "on Friday", "yesterday": a day without its month. */
  readonly weekday: boolean;
  /** Is the year, which the text leaves out, guessed? */
  readonly guessed: boolean;
  readonly quoted: boolean;
  readonly speaker: string | undefined;
}

/** With more dates a draft is a chronicle. */
const MOST_DATES = 100;
/** With fewer dates in fewer sentences it is a note, in which every word that two dates share is rare: nothing was learned from such. */
const FEWEST_DATES = 5;
const FEWEST_SENTENCES = 14;

/** The dates of a draft that can be held against others, in the order of the text. */
export function factsOf(analysis: Pick<Analysis, 'dates' | 'asides' | 'draft' | 'quotes' | 'attributions'>): DateFacts[] {
  const { draft, quotes, attributions } = analysis;
  const all = [...analysis.asides.dates, ...analysis.dates].filter(({ mention, sentence }) => fromIso(mention.from) !== undefined && fromIso(mention.to) !== undefined && mention.grain !== 'decade' && !sentence.leaf.content.containers.some(({ kind }) => kind === 'footnote'));
  if (all.length < 2 || all.length < FEWEST_DATES && draft.sentences.length < FEWEST_SENTENCES || all.length > MOST_DATES) return [];
  const headline = draft.leaves.find(({ content }) => content.kind === 'heading' && content.depth === 1);
  const lead = draft.leaves.find(({ content }) => content.kind === 'paragraph' && content.prose.length > 80);
  const rows = rowsOf(all, draft.leaves);
  const speakers = new Map<number, string>();
  for (const { sentence, speaker } of attributions) if (speaker !== undefined) speakers.set(sentence.index, speaker);
  return all.map(date => {
    const { mention, sentence } = date;
    const wording = inRow(wordingOf(date), rows(sentence.leaf));
    const bare = /^(?:last |next |this )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|tomorrow)/i.test(sentence.leaf.content.prose.slice(mention.start, mention.end)) && mention.daySpan === undefined;
    return {
      date, wording, place: placeOf(sentence.leaf), from: dayOf(mention.from!), to: dayOf(mention.to!), weekday: bare && mention.grain === 'day',
      guessed: !mention.yearWritten && !bare && (mention.daySpan !== undefined || mention.grain === 'month' || mention.grain === 'range' || mention.grain === 'year-part'),
      quoted: quotes.some(({ start, end }) => start <= date.start && date.end <= end), speaker: speakers.get(sentence.index),
      ...keysIn(wording),
    };
  }).toSorted((a, b) => a.date.start - b.date.start);

  function placeOf(leaf: Leaf): Place {
    const { kind, containers, prose, markup } = leaf.content;
    if (kind === 'title' || kind === 'alt') return kind;
    if (kind === 'heading') return leaf === headline ? 'headline' : 'heading';
    const inside = (container: string) => containers.some(one => one.kind === container);
    if (inside('table')) return 'table';
    if (inside('list')) return 'list';
    if (inside('quote')) return 'quote';
    if (leaf === lead) return 'lead';
    return markup.some(span => (span.kind === 'emphasis' || span.kind === 'image') && span.end - span.start > 0.6 * prose.length) ? 'caption' : 'text';
  }
}

const keysByWording = new WeakMap<DateWording, Keys>();

/** So many tokens from a date a word is close to it. */
const NEAR = 5;

function keysIn(wording: DateWording): Keys {
  let keys = keysByWording.get(wording);
  if (!keys) {
    const { clause, sentence, beside } = wording;
    const near = clause.filter(({ away }) => away < NEAR);
    const verbs = clause.filter(({ verb }) => verb);
    const events = clause.filter(({ event }) => event);
    keys = { inClause: keySet(clause), inSentence: keySet(sentence), inBeside: keySet(beside), near, inNear: keySet(near), verbs, inVerbs: keySet(verbs), events, inEvents: keySet(events), inEventsOfAnyKind: keySet([...verbs, ...events]), names: clause.filter(({ name }) => name) };
    keysByWording.set(wording, keys);
  }
  return keys;
}

function keySet(words: readonly Word[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const word of words) for (const key of word.keys) keys.add(key);
  return keys;
}

function dayOf(iso: string): number {
  return toNumber(fromIso(iso)!);
}

/** The other cells of a cell's row, and the head of its column. */
function rowsOf(dates: readonly DraftDate[], leaves: readonly Leaf[]): (leaf: Leaf) => readonly Leaf[] {
  if (!dates.some(({ sentence }) => cellOf(sentence.leaf))) return () => [];
  const rows = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const cell = cellOf(leaf);
    if (!cell) continue;
    const key = `${leaf.block.index} ${cell.table} ${cell.row}`;
    const row = rows.get(key);
    if (row) row.push(leaf);
    else rows.set(key, [leaf]);
  }
  return leaf => {
    const cell = cellOf(leaf);
    if (!cell) return [];
    const row = rows.get(`${leaf.block.index} ${cell.table} ${cell.row}`) ?? [];
    const head = cell.row === 0 ? undefined : rows.get(`${leaf.block.index} ${cell.table} 0`)?.find(other => cellOf(other)?.column === cell.column);
    return [...row.filter(other => other !== leaf).slice(0, 6), ...(head ? [head] : [])];
  };
}

export function cellOf(leaf: Leaf) {
  return leaf.content.containers.find(container => container.kind === 'table');
}

function inRow(wording: DateWording, row: readonly Leaf[]): DateWording {
  if (row.length === 0) return wording;
  const words = row.flatMap(({ content }) => leafWords(content));
  return { ...wording, clause: [...wording.clause, ...words], sentence: [...wording.sentence, ...words] };
}

/** What the words of the title and the headline are known by. */
export function headlineKeys({ asides, leaves }: Draft): ReadonlySet<string> {
  const headline = leaves.find(({ content }) => content.kind === 'heading' && content.depth === 1);
  return keySet([...asides.flatMap(({ leaf }) => (leaf.content.kind === 'title' ? [leaf] : [])), ...(headline ? [headline] : [])].flatMap(({ content }) => leafWords(content)));
}

const wordsByLeaf = new WeakMap<LeafContent, readonly Word[]>();

function leafWords(content: LeafContent): readonly Word[] {
  let words = wordsByLeaf.get(content);
  if (!words) wordsByLeaf.set(content, (words = wordsOf(toTokens(content.prose.slice(0, 400)), 0, 60, 0, 0)));
  return words;
}

/** By the mention, which is the same object for as long as the words of its leaf stay. */
const wordings = new WeakMap<DateMention, DateWording>();

function wordingOf(date: DraftDate): DateWording {
  let wording = wordings.get(date.mention);
  if (!wording) wordings.set(date.mention, (wording = readWording(date)));
  return wording;
}

/** As far from its date, in UTF-16 units, a sentence is read. */
const REACH = 500;

function readWording({ mention, sentence }: DraftDate): DateWording {
  const { content } = sentence.leaf;
  const begins = Math.min(mention.start, mention.weekday?.span.start ?? Infinity);
  const ends = Math.max(mention.end, mention.weekday?.span.end ?? 0);
  let from = Math.max(sentence.prose.start, begins - REACH);
  let to = Math.min(sentence.prose.end, ends + REACH);
  // "Tuesday 12 May. The rain began": a date alone is that of what follows.
  const alone = sentence.prose.end - sentence.prose.start - (ends - begins) < 6;
  if (alone) [from, to] = [sentence.prose.start, Math.min(content.prose.length, ends + 220)];
  const text = content.prose.slice(from, to);
  const tokens = toTokens(text);
  let at = tokens.findIndex(token => token.end > begins - from);
  if (at < 0) at = tokens.length;
  let next = at;
  while (next < tokens.length && tokens[next]!.start < ends - from) next++;
  const { first, last, antecedent } = clauseAround(tokens, at, next);
  const sentenceWords = wordsOf(tokens, 0, tokens.length, at, next);
  const ordered = wordsOf(tokens, first, last, at, next);
  const told = antecedent ? wordsOf(tokens, antecedent.from, antecedent.to, at, next).filter(({ place }) => place < first || place >= last) : [];
  const clause = [...told, ...ordered].toSorted((a, b) => a.away - b.away);
  const beside = alone ? [] : besideOf(content, sentence.prose);
  const verb = clause.find(word => word.verb);
  const verbAtPlace = verb ? ordered.findIndex(word => word.place === verb.place) : -1;
  const before = text.slice(Math.max(0, (tokens[at]?.start ?? 0) - 60), tokens[at]?.start ?? 0);
  const clauseText = text.slice(tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0);
  return {
    clause, sentence: sentenceWords, beside, verb, subject: verbAtPlace > 0 ? ordered[verbAtPlace - 1] : undefined, object: verbAtPlace >= 0 ? ordered[verbAtPlace + 1] : undefined, phase: phaseOf(text.slice(tokens[first]?.start ?? 0, tokens[at]?.start ?? 0), text.slice(tokens[next - 1]?.end ?? 0, tokens[last - 1]?.end ?? 0)),
    numbers: tokens.slice(first, last).flatMap((token, i) => (token.type === 'number' && (i + first < at || i + first >= next) ? [token.text] : [])),
    ordinals: tokens.slice(first, last).filter(({ lower }) => ORDINAL.test(lower)).map(({ lower }) => lower),
    preposition: prepositionBefore(tokens, at), tense: tenseOf(clauseText), marks: marksOf(clauseText, before, text.slice(tokens[next - 1]?.end ?? 0).slice(0, 50)),
    opens: at <= 1, pronoun: /^(?:he|she|it|they|we|that|this)$/.test(tokens[first]?.lower ?? '') ? tokens[first]!.lower : '',
  };
}

const ORDINAL = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|[4-9]th|final|last|next|previous|another|original)$/;

function besideOf(content: LeafContent, own: { readonly start: number; readonly end: number }): Word[] {
  const index = content.sentences.findIndex(({ start }) => start === own.start);
  return [index - 1, index + 1].flatMap(i => {
    const span = content.sentences[i];
    return span ? wordsOf(toTokens(content.prose.slice(span.start, Math.min(span.end, span.start + REACH))), 0, 60, 0, 0) : [];
  });
}

/** The words of a stretch that say something; without the date between `at` and `next`. */
function wordsOf(tokens: readonly Token[], first: number, last: number, at: number, next: number): Word[] {
  const words: Word[] = [];
  for (let i = first; i < Math.min(last, tokens.length); i++) {
    if (i >= at && i < next) continue;
    const token = tokens[i]!;
    const turn = token.type === 'word' ? phraseAt(tokens, i) : undefined;
    if (turn && turn.last < last) {
      words.push({ place: i, text: tokens.slice(i, turn.last + 1).map(({ text }) => text).join(' '), keys: [turn.kind, ...tokens.slice(i + 1, turn.last + 1).flatMap(({ lower }) => (lower.length < 4 || FUNCTION_WORDS.has(lower) ? [] : keysOf(lower)))], name: false, verb: true, event: false, away: i < at ? Math.max(0, at - turn.last - 1) : i - next, pointing: '', before: '' });
      i = turn.last;
      continue;
    }
    if (token.type !== 'word' || token.text.length < 3 || FUNCTION_WORDS.has(token.lower) || NOT_CONTENT.has(token.lower) && !isEventNoun(token.lower) || TIME_WORDS.has(token.lower) && !isEventNoun(token.lower) || ADVERBS.has(token.lower) || AUXILIARY.test(token.lower) || isCalendarWord(token) || REPORTING.test(token.lower) && !isReport(tokens, i) || token.lower.length > 4 && token.lower.endsWith('ly')) continue;
    const name = /^\p{Lu}/u.test(token.text) && (i > 0 || tokens.length < 2);
    const known = predicateOf(token.lower);
    const verb = !name && (verbAt(tokens, i) !== undefined || known !== undefined && known !== '' && !isAlsoNoun(token.lower));
    const before = tokens[i - 1]?.lower ?? '';
    const two = tokens[i - 2]?.lower ?? '';
    const pointing = /^(?:the|this|that|these|those)$/.test(before) || /^(?:the|this|that)$/.test(two) ? 'the' : /^(?:its|his|her|their|our)$/.test(before) || /['’]s$/.test(before) ? 'owned' : /^(?:an?|another)$/.test(before) || /^an?$/.test(two) ? 'a' : '';
    words.push({ place: i, text: token.text, keys: keysOf(token.lower), name, verb, event: !verb && isEventNoun(token.lower), away: i < at ? at - i - 1 : i - next, pointing, before: tokens[i - 1]?.type === 'word' && !FUNCTION_WORDS.has(before) && !REPORTING.test(before) ? before : '' });
  }
  return words;
}

const REPORTING = /^(?:said|says|say|saying|told|tells|according|added|adds|reported|reports|announced|announces|noted|stated|statement|spokesman|spokeswoman|spokesperson)$/;

/** "the first reports", "its statement": what is reported on, not by whom. */
function isReport(tokens: readonly Token[], i: number): boolean {
  return /^(?:reports|statement)$/.test(tokens[i]!.lower) && /^(?:the|an?|its|his|her|their|our|annual|quarterly|monthly|full|interim|final|first|second|third|two|three|these|those|all)$|['’]s$/.test(tokens[i - 1]?.lower ?? '');
}

function prepositionBefore(tokens: readonly Token[], at: number): string {
  let k = at - 1;
  while (k > 0 && /^(?:about|around|the|early|late|mid|midnight|noon|end|beginning|start|of|night|evening|morning|-|,|last|next|this)$/.test(tokens[k]!.lower) && at - k < 4) k--;
  const lower = tokens[k]?.lower ?? '';
  return /^(?:on|in|by|until|till|since|from|to|after|before|between|for|as|at|of|during|through|than|with)$/.test(lower) ? (lower === 'till' ? 'until' : lower) : lower === '' ? 'start' : 'none';
}

function tenseOf(text: string): DateWording['tense'] {
  if (/\b(?:will|shall|is to|are to|due|scheduled|planned|plans?|expected|would|set to|going to|may|could|is set|are set|must|should)\b/i.test(text)) return 'planned';
  if (/\b(?:was|were|had|did)\b|\b\p{L}{2,}ed\b/iu.test(text) || /\b(?:began|met|took|went|came|fell|gave|won|held|left|sent|ran|broke|made|found|got|saw|struck|hit|rose|led|shut|cut|put)\b/i.test(text)) return 'past';
  return /\b(?:is|are|has|have|\p{L}{3,}s)\b/iu.test(text) ? 'present' : '';
}

const BEGINS = /\b(?:from|since|start(?:s|ed|ing)?|beg[iau]n(?:s|ning)?|opens?|opened|opening|launch(?:es|ed)?|commenc\p{L}*|broke out|comes? in(?:to)?|came in(?:to)?|takes? effect|took effect|in force|get(?:s|ting)? under ?way|got under ?way|kick(?:s|ed)? off|first|takes? over|took over|outset|onset|inaugurat\p{L}*|set up|founded|established|joined|introduced)\b/giu;
const ENDS = /\b(?:until|till|through|ends?|ended|ending|clos(?:es?|ed|ing|ure)|shut(?:s|ting)?|expir\p{L}*|laps\p{L}*|finish\p{L}*|conclud\p{L}*|r[ua]ns? out|wind up|wound up|winds up|deadline|be in by|last|stop(?:s|ped|ping)?|over|complet\p{L}*|by|leav(?:e|es|ing)|left|final)\b/giu;

/** By the word closest before the date, else by the first behind it. */
function phaseOf(before: string, behind: string): DateWording['phase'] {
  const last = (words: RegExp) => [...before.matchAll(words)].at(-1)?.index ?? -1;
  const [begins, ends] = [last(BEGINS), last(ENDS)];
  if (begins !== ends) return begins > ends ? 'begin' : 'end';
  const first = (words: RegExp) => behind.search(words) >>> 0;
  const [starts, stops] = [first(BEGINS), first(ENDS)];
  return starts === stops ? '' : starts < stops ? 'begin' : 'end';
}

const MARKS: readonly (readonly [mark: string, words: RegExp])[] = [
  ['first', /\bfirst\b/i], ['second', /\b(?:second|third|fourth|fifth)\b/i], ['again', /\b(?:again|another|further|more|repeat\p{L}*|later|subsequent\p{L}*)\b/iu], ['earlier', /\b(?:earlier|previous(?:ly)?|former|formerly|last year|old|prior|a year before)\b/i],
  ['next', /\b(?:next|then|later|following|subsequent(?:ly)?|new)\b/i], ['original', /\b(?:original(?:ly)?|initial(?:ly)?|instead|postponed|delayed|rescheduled|put back|put off|brought forward|moved|had been due|was due|would have|supposed)\b/i],
  ['every', /\b(?:every|each|annual(?:ly)?|weekly|monthly|usual(?:ly)?|always)\b/i], ['deadline', /\b(?:deadline|until|by|no later than|closes?|closing|expires?|ends?)\b/i], ['begins', /\b(?:from|since|starts?|started|begins?|began|begun|opens?|opened|beginning|starting)\b/i], ['ends', /\b(?:ends?|ended|closes?|closed|finish\p{L}*|expires?|last)\b/iu],
  ['anniversary', /\b(?:anniversary|years? (?:after|ago|earlier|later|before))\b/i], ['other', /\b(?:other|others|both|two|three|several|separate)\b/i], ['not', /\b(?:not|never|no|n['’]t)\b/i], ['compare', /\b(?:than|compared|against|up from|down from|same)\b/i], ['extended', /\bexten(?:d|sion)\p{L}*/iu],
  ['when', /\bwhen\b/i], ['saying', /\b(?:tweet\p{L}*|post(?:s|ed)?|wrote|writes?|interview\p{L}*|speech\p{L}*|emails?|e-?mailed|messages?|said|told|spoke|rall(?:y|ies)|appear\p{L}*|visit\p{L}*|met|meets?|meetings?)\b/iu], ['publish', /\b(?:published|released|issued|dated|issue|edition|report|letter|statement|interview|email|memo)\b/i],
];

function marksOf(clause: string, before: string, behind: string): ReadonlySet<string> {
  const found = new Set(MARKS.filter(([, words]) => words.test(clause)).map(([mark]) => mark));
  if (/\b(?:between|from) [^.;]{0,25}$/i.test(before)) found.add('range before');
  if (/^ ?(?:to|and|until|–|-) ?(?:\p{Lu}|\d)/u.test(behind)) found.add('range behind');
  if (/^ \p{Ll}/u.test(behind) && /\b(?:the|its|his|her|their|an?) ?$/i.test(before)) found.add('before noun');
  if (/\($/.test(before.trimEnd())) found.add('in brackets');
  return found;
}
