// The clause of a figure: the verb that it stands with, whose subject it is given of, and the words that say the rest.
import { FUNCTION_WORDS, singular } from '../../language/quantities/nouns.ts';
import type { Token } from '../../language/quantities/tokens.ts';
import { unitNamed } from '../../language/quantities/units.ts';
import type { FigureClause, ClauseWord } from '../analysis.ts';
import { ADVERBS, DETERMINERS, NOT_CONTENT, TIME_WORDS, isCalendarWord, sameThing } from './lexicon.ts';
import { readSetting } from './setting.ts';
import { stem } from './stem.ts';
import { isAlsoNoun, predicateOf } from './verbs.ts';
import { isGiven } from './window.ts';

/** The tokens of a sentence, as far as they are read, and the figure in it: `at` its first token, `next` the one after its last. */
export interface ClauseWindow {
  readonly tokens: readonly Token[];
  readonly low: number;
  readonly at: number;
  readonly next: number;
  readonly high: number;
  /** Does the figure's last token name what it counts? */
  readonly counts: boolean;
  readonly duration?: boolean;
  /** Where the figure before ends and the next begins, in the text of the tokens. */
  readonly previousFigure: number;
  readonly nextFigure: number;
}

const MOST_WORDS = 40;
const LASTS = /^(?:takes?|took|taken|taking|needs?|needed|lasts?|lasted|lasting)$/;

export function readClause(window: ClauseWindow): FigureClause {
  const { tokens, low, at, next, high } = window;
  let opens = at;
  while (opens > low && !breaksClause(tokens, opens - 1)) opens--;
  let closes = next;
  while (closes < high && !breaksClause(tokens, closes)) closes++;
  const [first, last] = [cutBefore(window, opens), cutBehind(window, closes)];
  // "The rate of 3 percent will move the board": the verb says nothing of the figure.
  const verb = isGiven(tokens, first, at) ? undefined : (isSubject(window) ? verbAfter(window, last) : undefined) ?? verbBefore(window, first) ?? verbAfter(window, last) ?? (first > opens ? verbBefore(window, opens) : undefined);
  const titles = isTitleCase(tokens, low, high);
  const words: ClauseWord[] = [];
  for (let i = first; i < last && words.length < MOST_WORDS; i++) {
    const token = tokens[i]!;
    if (i >= at && i < next && !(window.counts && i > at)) continue;
    if (!tellsSomething(token)) continue;
    const word = meaningOf(token, tokens[i - 1]);
    if (word === '') continue;
    words.push({ word, start: token.start, end: token.end, ...(!titles && isNameAt(tokens, i, low) ? { name: true, ...(i > first && isNameAt(tokens, i - 1, low) && !/['’]s$/.test(tokens[i - 1]!.lower) ? { runs: true } : {}), ...(isPlace(tokens, i, low) ? { place: true } : {}) } : {}) });
  }
  const subject = verb && verb.at < at && verb.at >= first ? subjectOf(tokens, low, opens, first, verb.at) : first > opens ? nounsIn(tokens, first, at, low) : { subject: [] };
  const passive = verb !== undefined && isPassive(tokens, verb.at);
  const direction = directionOf(window, verb?.predicate);
  // "takes two hours", "lasts four hours", "needs 41 hours"
  const lasts = window.duration === true && verb !== undefined && LASTS.test(tokens[verb.at]!.lower) && verb.at < at;
  return { predicate: lasts ? 'last' : verb?.predicate ?? '', ...(verb ? { verb: { start: tokens[verb.at]!.start, end: tokens[verb.at]!.end } } : {}), words, ...subject, ...(passive ? { passive } : {}), scope: scopeOf(window, first, last), setting: readSetting({ tokens, first, last, at, next, ...(verb ? { verb: verb.at } : {}) }), ...(direction === undefined ? {} : { direction }) };
}

/** What a word says: its class where it is a known verb or noun, '' for verbs that say nothing of their own. */
function meaningOf(token: Token, before: Token | undefined): string {
  if (token.lower === 'income' && before?.lower === 'net') return sameThing('profit');
  const predicate = predicateOf(token.lower);
  return predicate === undefined ? sameThing(stem(token)) : predicate === '' && !isAlsoNoun(token.lower) ? '' : sameThing(predicate === '' ? stem(token) : predicate);
}

function breaksClause(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.type === 'sign') return /^[;:—–()]$/.test(token.text) || (/^[“”"]$/.test(token.text) && !isTitleMark(tokens, i));
  return /^(?:but|while|whereas|although|though)$/.test(token.lower) || tokens[i - 1]?.text === ',' && /^(?:and|against|with)$/.test(token.lower);
}

const UP = /^(?:increases?|rises?|gains?|jumps?|surges?|hikes?|climbs?|growth|up|higher|more)$/;
const DOWN = /^(?:decreases?|falls?|drops?|declines?|cuts?|reductions?|slumps?|slides?|plunges?|loss|losses|down|lower|less|fewer)$/;

/** Which way a change goes: by its noun ("a 28% increase", "a fall of 3%"), by "up" and "down", or by its verb. */
function directionOf({ tokens, at, next, high, low }: ClauseWindow, predicate: string | undefined): FigureClause['direction'] {
  const near = [tokens[at - 1], at - 2 >= low ? tokens[at - 2] : undefined, next < high ? tokens[next] : undefined, next + 1 < high ? tokens[next + 1] : undefined];
  for (const token of near) {
    if (token && UP.test(token.lower)) return 'up';
    if (token && DOWN.test(token.lower)) return 'down';
  }
  return predicate === 'rise' ? 'up' : predicate === 'fall' ? 'down' : undefined;
}

/** Words that say of how much, or of when, a figure is given: an average is no total, a daily figure no yearly one. */
const SCOPES: ReadonlyMap<string, string> = new Map(Object.entries({
  average: 'average', averaged: 'average', averages: 'average', averaging: 'average', median: 'average', mean: 'average', typical: 'average', typically: 'average', usually: 'average',
  annual: 'year', annually: 'year', yearly: 'year', monthly: 'month', weekly: 'week', daily: 'day', nightly: 'night', hourly: 'hour', quarterly: 'quarter',
  each: 'each', apiece: 'each', every: 'each', net: 'net', gross: 'gross', cumulative: 'total', combined: 'total',
  initial: 'first', initially: 'first', original: 'first', originally: 'first', preliminary: 'first', previous: 'first', previously: 'first', former: 'first', formerly: 'first', revised: 'revised', adjusted: 'revised', earlier: 'first',
}));

/** "Ann Moe, for Labour, said": whom the speaker stands for. */
function isSpeakersParty(tokens: readonly Token[], i: number): boolean {
  return /^\p{Lu}/u.test(tokens[i - 2]?.text ?? '') && /^\p{Lu}/u.test(tokens[tokens[i + 1]?.lower === 'the' ? i + 2 : i + 1]?.text ?? '');
}

function scopeOf({ tokens, low, at, next }: ClauseWindow, first: number, last: number): string[] {
  const found = new Set<string>();
  for (let i = Math.max(first, at - 14); i < Math.min(last, next + 6); i++) {
    if (i === at) i = next;
    const { lower } = tokens[i] ?? { lower: '' };
    const scope = SCOPES.get(lower);
    if (scope === 'year' && tokens[i + 1]?.lower === 'inflation') continue;
    if (scope === 'net' && /^(?:income|profit|profits|earnings|loss|losses)$/.test(tokens[i + 1]?.lower ?? '')) continue;
    if (scope !== undefined) found.add(scope);
    // "raised $4 million that day"
    else if ((lower === 'that' || lower === 'same') && i >= next && /^(?:day|night|week|month|year|quarter|season|weekend)$/.test(tokens[i + 1]?.lower ?? '')) found.add('then');
    // "$4 a share", "100 particles per second"
    else if ((lower === 'per' || (lower === 'a' || lower === 'an') && i === next) && i >= next && i + 1 < last) found.add(`per ${singular(tokens[i + 1]!.lower)}`);
  }
  // "A 4-4 ruling would leave it in place"
  // "The sentence of six years would have been longer": what is there already is so on no condition.
  const given = isGiven(tokens, low, at);
  if (!given) for (let i = next; i < Math.min(last, next + 7); i++) if (tokens[i]!.lower === 'would') found.add('if');
  for (let i = low; i < at; i++) {
    const { lower } = tokens[i]!;
    if (!given && /^(?:if|unless|whether)$/.test(lower) || (lower === 'asked' && i < low + 2)) found.add('if');
    // "for women under 30, the rate is", "among men": of whom it is said.
    const opens = i === low || /^(?:that|[,“"‘])$/.test(tokens[i - 1]!.lower);
    if ((lower === 'among' && !/^(?:the|its|their|them|those)$/.test(tokens[i + 1]?.lower ?? '')) || (lower === 'for' && opens && tokens[i + 1]?.lower !== 'example' && !isSpeakersParty(tokens, i))) for (let k = i + 1; k < Math.min(at, i + 5); k++) if (tellsSomething(tokens[k]!)) {
      found.add(`among ${tokens[k]!.lower}`);
      break;
    }
  }
  for (let i = at - 1; i >= first; i--) {
    const { lower } = tokens[i]!;
    if (tokens[i]!.text === ',') break;
    // "after the state had counted three million": another time.
    // "Fares will rise after the council backed" tells the news.
    if (/^(?:after|before|until)$/.test(lower) && (lower !== 'after' || tokens.slice(i + 1, at).some(token => token.lower === 'had')) && tokens.slice(i + 1, at).some((_, k) => verbAt(tokens, i + 1 + k, at) !== undefined)) found.add(lower);
  }
  return [...found];
}

/** "Berg has 69, Moe has 41 and Lind seven": another figure's clause ends at the last comma or conjunction behind which a verb or a name leads to this one. */
function cutBefore({ tokens, at, low, previousFigure }: ClauseWindow, opens: number): number {
  let led = false;
  for (let i = at - 1; i > opens && tokens[i]!.start >= previousFigure; i--) {
    const token = tokens[i]!;
    if (led && (token.text === ',' || /^(?:and|or)$/.test(token.lower)) && previousFigure > tokens[opens]!.start) return i + 1;
    led ||= verbAt(tokens, i, at) !== undefined || isNameAt(tokens, i, low);
  }
  return opens;
}

function cutBehind({ tokens, next, low, nextFigure }: ClauseWindow, closes: number): number {
  // "has branches in 11 countries and is based in Lorne": another predicate.
  for (let i = next; i + 1 < closes && tokens[i]!.start < nextFigure; i++) if (tokens[i]!.lower === 'and' && /^(?:is|are|was|were|has|had|have|will)$/.test(tokens[i + 1]!.lower)) return i;
  for (let i = next; i < closes && tokens[i]!.start < nextFigure; i++) {
    const token = tokens[i]!;
    if (nextFigure > tokens[closes - 1]!.end || !(token.text === ',' || /^(?:and|or)$/.test(token.lower))) continue;
    for (let k = i + 1; k < closes && tokens[k]!.start < nextFigure; k++) if (verbAt(tokens, k, -1) !== undefined || isNameAt(tokens, k, low)) return i;
  }
  return closes;
}

/** As many words a title between quotation marks may have; longer, or closed by a comma, it is speech. */
const LONGEST_TITLE = 6;

/** A quotation mark about a title or a term, which breaks no clause. */
function isTitleMark(tokens: readonly Token[], i: number): boolean {
  const mark = tokens[i]!.text;
  for (const step of mark === '“' ? [1] : mark === '”' ? [-1] : [1, -1]) {
    for (let k = i + step, n = 0; n <= LONGEST_TITLE && tokens[k]; k += step, n++) {
      if (!/^[“”"]$/.test(tokens[k]!.text)) continue;
      if (n > 0 && !/^[,.?!]$/.test(tokens[Math.max(i, k) - 1]!.text)) return true;
      break;
    }
  }
  return false;
}

interface Verb {
  readonly at: number;
  /** '' for a verb that says no more than that there is such a figure. */
  readonly predicate: string;
}

function verbBefore({ tokens, at, next, high }: ClauseWindow, first: number): Verb | undefined {
  for (let i = at - 1; i >= first; i--) {
    const predicate = verbAt(tokens, i, at);
    if (predicate === undefined) continue;
    if (predicate !== '') return { at: i, predicate };
    // "there were 51 people killed", "the list has 51 names crossed out": the participle behind says more.
    const behind = next < high ? predicateOf(tokens[next]!.lower) : undefined;
    return { at: i, predicate: behind !== undefined && /(?:ed|en|wn|ilt|old|ost|ound)$/.test(tokens[next]!.lower) ? behind : '' };
  }
  return undefined;
}

/** "One person died and 100 were injured": does a verb follow the figure, and none stand just before it? */
function isSubject({ tokens, low, at, next, high }: ClauseWindow): boolean {
  if (next >= high || !/^(?:is|are|was|were|have|has|had|died|will|would)$/.test(tokens[next]!.lower)) return false;
  const before = tokens[at - 1];
  return at === low || before === undefined || /^(?:and|,|that|but|while|the|when|where|said)$/.test(before.lower);
}

/** The first verb behind, where the figure is its subject: "51 people were killed". */
function verbAfter({ tokens, next }: ClauseWindow, last: number): Verb | undefined {
  let plain: Verb | undefined;
  for (let i = next; i < last && i < next + 14; i++) {
    const predicate = verbAt(tokens, i, -1);
    if (predicate === undefined) {
      if (plain && !ADVERBS.has(tokens[i]!.lower) && !tokens[i]!.lower.endsWith('ly') && tokens[i]!.lower !== 'not') return plain;
      continue;
    }
    if (predicate !== '') return { at: i, predicate };
    plain ??= { at: i, predicate };
  }
  return plain;
}

/** "was paid", "had been sold", "were badly hurt" */
function isPassive(tokens: readonly Token[], verb: number): boolean {
  if (!/(?:ed|en|wn|id|old|ost|ut|ught|un|ne)$/.test(tokens[verb]!.lower)) return false;
  // "the firm, founded by two brothers,"
  if (tokens[verb + 1]?.lower === 'by' && tokens[verb - 1]?.text === ',') return true;
  for (let i = verb - 1; i >= 0 && verb - i < 4; i--) {
    if (/^(?:is|are|was|were|been|being|be)$/.test(tokens[i]!.lower)) return true;
    if (!ADVERBS.has(tokens[i]!.lower) && !tokens[i]!.lower.endsWith('ly')) return false;
  }
  return false;
}

const MODAL = /^(?:to|will|would|can|could|may|might|must|shall|should|not|n't|never|also|has|have|had|is|are|was|were|been|being|be|i|you|he|she|it|we|they|who|which|that)$/;

/** Is the token a verb, and of which class? */
function verbAt(tokens: readonly Token[], i: number, figure: number): string | undefined {
  const token = tokens[i]!;
  if (token.type !== 'word') return undefined;
  const before = tokens[i - 1]?.lower ?? '';
  const predicate = predicateOf(token.lower);
  if (predicate === undefined) {
    if (token.lower.length < 5 || !token.lower.endsWith('ed') || token.text !== token.lower) return undefined;
    // "an estimated 300", "the armed men": a participle within the phrase is no verb of the clause.
    return DETERMINERS.has(before) || /(?:eed|ead|hundred|sacred|kindred)$/.test(token.lower) ? undefined : sameThing(stem(token));
  }
  // "a mast that is"
  const relative = before === 'that' && /^(?:is|are|was|were|has|have|had)$/.test(token.lower);
  if (DETERMINERS.has(before) && !relative || /['’]s$/.test(before)) return undefined;
  if (!isAlsoNoun(token.lower)) return sameThing(predicate);
  // "raised ticket prices by"
  if (/^(?:prices|costs)$/.test(token.lower) && tokens[i + 1]?.lower === 'by') return undefined;
  const after = tokens[i + 1];
  if (MODAL.test(before) || before.endsWith('ly')) return sameThing(predicate);
  if (after?.lower === 'of' || /^(?:of|in|on|at|for|from|with|by|and|or)$/.test(before) || before === '') return undefined;
  return i + 1 === figure || after?.type === 'number' || (after !== undefined && (DETERMINERS.has(after.lower) || /^(?:about|some|nearly|almost|around|roughly|only|just|more|at|up|to|by)$/.test(after.lower))) ? sameThing(predicate) : undefined;
}

/** The subject of a verb: the words before it back to where its clause begins. Where that leaves none ("… and employs"), those that open the sentence's clause. */
function subjectOf(tokens: readonly Token[], low: number, opens: number, first: number, verb: number): Pick<FigureClause, 'subject' | 'subjectSpan' | 'pronoun'> {
  let start = verb;
  while (start > first && verb - start < 24) {
    const token = tokens[start - 1]!;
    if (token.type === 'sign' && (/^[,(]$/.test(token.text) || /^[“”"]$/.test(token.text) && !isTitleMark(tokens, start - 1))) break;
    if (/^(?:that|and|but|which|who|when|because|as|if|after|before|where|or|says|said|since|until)$/.test(token.lower)) break;
    start--;
  }
  // "Harbourco, which has built 13 ships": the subject stands before the pronoun.
  if (start > first && (/^(?:which|who)$/.test(tokens[start - 1]!.lower) || tokens[start - 1]!.lower === 'that' && start === verb && tokens[start - 2]?.type === 'word' && !FUNCTION_WORDS.has(tokens[start - 2]!.lower) && verbAt(tokens, start - 2, -1) === undefined && predicateOf(tokens[start - 2]!.lower) === undefined)) {
    let end = start - 1;
    while (end > first && tokens[end - 1]!.text === ',') end--;
    let begin = end;
    while (begin > first && end - begin < 8 && tokens[begin - 1]!.type !== 'sign' && !/^(?:that|and|but|which|who|of|by|with|in|at|for|to|from|as)$/.test(tokens[begin - 1]!.lower) && verbAt(tokens, begin - 1, -1) === undefined) begin--;
    const antecedent = nounsIn(tokens, begin, end, low);
    if (antecedent.subject.length > 0) return antecedent;
  }
  let found = nounsIn(tokens, start, verb, low);
  if (found.subject.length === 0 && found.pronoun === undefined && !tokens.slice(start, verb).some(token => token.type === 'word' && !FUNCTION_WORDS.has(token.lower) && !ADVERBS.has(token.lower) && !token.lower.endsWith('ly'))) {
    // "…, and the yard shed jobs, closing at 20": the subject of the clause before.
    let end = start;
    while (end > opens) {
      let begin = end - 1;
      while (begin > opens && !/^(?:,|and|but|or|that|which|who)$/.test(tokens[begin - 1]!.lower)) begin--;
      // "The yard, which builds ships, employs": the clause between is another's.
      const relative = /^(?:which|who|where|whose)$/.test(tokens[begin - 1]?.lower ?? '') || /^(?:which|who|where|whose)$/.test(tokens[begin]?.lower ?? '');
      if (!relative && tokens.slice(begin, end).some((_, k) => verbAt(tokens, begin + k, -1) !== undefined)) {
        found = nounsIn(tokens, begin, end, low);
        if (found.subject.length > 0 || found.pronoun !== undefined) break;
      }
      end = begin - 1 > opens ? begin - 1 : opens;
    }
    // "Ann Moe, mayor since May, is serving"
    if (found.subject.length === 0 && found.pronoun === undefined) found = nounsIn(tokens, opens, tokens.findIndex((token, k) => k >= opens && token.text === ','), low);
  }
  return found;
}

function nounsIn(tokens: readonly Token[], from: number, to: number, low: number): Pick<FigureClause, 'subject' | 'subjectSpan' | 'pronoun'> {
  const subject: string[] = [];
  let pronoun: string | undefined;
  let span: { start: number; end: number } | undefined;
  for (let i = from; i < to && subject.length < 8; i++) {
    const token = tokens[i]!;
    if (token.type !== 'word') continue;
    if (subject.length > 0 && verbAt(tokens, i, -1) !== undefined) break;
    if (/^(?:he|she|it|they|we|i|you|his|her|its|their)$/.test(token.lower)) pronoun ??= token.lower;
    else if (/^(?:in|on|at|by|for|to|with|from|during|since|under|near|beside|behind|above|below|beneath|inside|outside|opposite|between|among|around|along)$/.test(token.lower)) {
      if (subject.length > 0) break;
    }
    else if (tellsSomething(token) && !(token.lower.endsWith('ed') && !isNameAt(tokens, i, low))) {
      const word = predicateOf(token.lower) === '' && !isAlsoNoun(token.lower) ? '' : sameThing(stem(token));
      if (word === '') continue;
      subject.push(word);
      span = { start: span?.start ?? token.start, end: token.end };
    }
  }
  return { subject, ...(span ? { subjectSpan: span } : {}), ...(pronoun === undefined ? {} : { pronoun }) };
}

/** "in Ostra Bay", "near the Bruun Bridge" */
function isPlace(tokens: readonly Token[], i: number, low: number): boolean {
  let k = i - 1;
  while (k > low && i - k < 5 && (isNameAt(tokens, k, low) || tokens[k]!.lower === 'the')) k--;
  return k >= low && /^(?:in|at|near|outside|across|around|throughout|of)$/.test(tokens[k]!.lower);
}

/** A headline in title case: there a capital shows no name. */
function isTitleCase(tokens: readonly Token[], low: number, high: number): boolean {
  let words = 0;
  let capitals = 0;
  for (let i = low; i < high && words < 40; i++) {
    const token = tokens[i]!;
    if (token.type !== 'word' || token.text.length < 4) continue;
    words++;
    if (/^\p{Lu}/u.test(token.text)) capitals++;
  }
  return words >= 3 && capitals >= words * 0.75;
}

/** A word with a capital that does not open the sentence; at its start only before another, or with a possessive. */
export function isNameAt(tokens: readonly Token[], i: number, low: number): boolean {
  const token = tokens[i]!;
  if (token.type !== 'word' || token.text.length < 2 || !/^\p{Lu}/u.test(token.text) || isCalendarWord(token) || FUNCTION_WORDS.has(token.lower)) return false;
  const opens = i === low || /^[“"‘]$/.test(tokens[i - 1]!.text) || !token.joined && /^[-–—]+$/.test(tokens[i - 1]!.text);
  return !opens || /^\p{Lu}/u.test(tokens[i + 1]?.text ?? '') || /['’]s$/.test(token.lower);
}

function tellsSomething(token: Token): boolean {
  return token.type === 'word' && token.text.length > 1 && !FUNCTION_WORDS.has(token.lower) && !NOT_CONTENT.has(token.lower) && !ADVERBS.has(token.lower) && !TIME_WORDS.has(token.lower) && !isCalendarWord(token)
    && unitNamed(token.lower)?.kind !== 'money' && !(token.lower.endsWith('ly') && token.lower.length > 4) && !/^(?:first|second|third|fourth)$/.test(token.lower);
}
