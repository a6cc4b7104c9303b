// What a figure is about, read from the words around it in its sentence.
import type { LeafContent } from '../../draft/draft.ts';
import { findQuantities, type Quantity } from '../../language/quantities.ts';
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import { overlaps } from '../../span.ts';
import type { Figure, FigureClause, FigureWords } from '../analysis.ts';
import { readClause } from './clause.ts';
import { ADVERBS, CHANGE_NOUN, CHANGE_OF, CHANGE_VERB, FORECAST, PROPOSAL, TARGET, isCalendarWord, sameThing } from './lexicon.ts';
import { speaksOfAnother } from './otherness.ts';
import { phraseOf } from './phrases.ts';
import { stem } from './stem.ts';
import { isContent, isGiven, lowerAt, wordsOf, type Window } from './window.ts';

/** A figure of one leaf; spans are of its prose. */
export interface FigureReading {
  readonly quantity: Quantity;
  readonly kind: Figure['kind'];
  readonly measure?: string;
  readonly party?: string;
  readonly about?: FigureWords;
  readonly clause?: FigureClause;
  /** Where the next figure of the leaf begins; infinite for the last. */
  readonly nextFigure: number;
}

/** The figures of a leaf; code is not prose. */
export function readFigures(content: LeafContent): FigureReading[] {
  const code = content.markup.filter(span => span.kind === 'code');
  const quantities = findQuantities(content.prose).filter(quantity => !code.some(span => overlaps(span, quantity)));
  if (quantities.length === 0) return [];
  const tokens = toTokens(content.prose);
  let s = 0;
  let first = 0;
  return quantities.map((quantity, i) => {
    while (s + 1 < content.sentences.length && content.sentences[s + 1]!.start <= quantity.start) s++;
    const sentence = content.sentences[s] ?? { start: 0, end: content.prose.length };
    while (first < tokens.length && tokens[first]!.start < sentence.start) first++;
    const nextFigure = quantities[i + 1]?.start ?? Infinity;
    return { quantity, ...readWords(tokens, first, sentence.end, quantity, { previousFigure: quantities[i - 1]?.end ?? 0, nextFigure }), nextFigure };
  });
}

/** What the words say of one quantity in a sentence that begins with the token `sentenceFirst`. */
export function readFigure(tokens: readonly Token[], sentenceFirst: number, sentenceEnd: number, quantity: Quantity): FigureReading {
  return { quantity, ...readWords(tokens, sentenceFirst, sentenceEnd, quantity, { previousFigure: 0, nextFigure: Infinity }), nextFigure: Infinity };
}

/** The first token, from `low` on, that begins at an offset or behind it: a sentence may have thousands of figures. */
function firstFrom(tokens: readonly Token[], low: number, offset: number): number {
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The longest sentence that is read: beyond it only the words near the figure count. */
const REACH = 60;

/** Where the figure before ends and the next begins, in the prose. */
interface Neighbours {
  readonly previousFigure: number;
  readonly nextFigure: number;
}

function readWords(tokens: readonly Token[], sentenceFirst: number, sentenceEnd: number, quantity: Quantity, neighbours: Neighbours): Pick<FigureReading, 'kind' | 'measure' | 'about' | 'party' | 'clause'> {
  const at = firstFrom(tokens, sentenceFirst, quantity.start);
  let next = at;
  while (next < tokens.length && tokens[next]!.start < quantity.end) next++;
  const low = Math.max(sentenceFirst, at - REACH);
  let high = next;
  while (high < tokens.length && high < next + REACH && tokens[high]!.start < sentenceEnd) high++;
  let left = at - 1;
  if (quantity.boundSpan && quantity.boundSpan.start < quantity.start) while (left >= low && tokens[left]!.start >= quantity.boundSpan.start) left--;
  // "a record $946 million" is a level all the same.
  while (left >= low && (ADVERBS.has(tokens[left]!.lower) || tokens[left]!.lower === 'record' && /^(?:a|the|its)$/.test(tokens[left - 1]?.lower ?? ''))) left--;
  const window: Window = { tokens, low, at, next, high, left, quantity };
  const kind = kindOf(window, neighbours);
  const phrase = phraseOf(window, kind);
  const context = contextOf(window);
  const names = namesOf(window);
  const another = speaksOfAnother(window, quantity.unit === 'ordinal');
  const clause: FigureClause = { ...readClause({ ...window, counts: quantity.kind === 'count', duration: quantity.kind === 'duration', ...neighbours }), ...(another ? { another } : {}) };
  if (!phrase) return { kind, clause, about: { head: '', modifiers: [], definite: false, names, context } };
  const { words: measure, ...about } = phrase;
  const party = names[0];
  return { kind, clause, measure, ...(party === undefined ? {} : { party }), about: { ...about, head: sameThing(about.head), names, context } };
}

/** "samples from 90 meadows": whence something comes, not from what it changes. */
function isSource(window: Window): boolean {
  const { tokens, left, low, next, quantity } = window;
  if (quantity.kind !== 'count') return false;
  for (let i = left - 1; i >= Math.max(low, left - 10); i--) if (CHANGE_VERB.test(tokens[i]!.lower) || CHANGE_NOUN.test(tokens[i]!.lower) || /^(?:up|down)$/.test(tokens[i]!.lower)) return false;
  for (let i = next; i < next + 8; i++) if (lowerAt(window, i) === 'to' && (tokens[i + 1]?.type === 'number' || /^(?:about|some|more|just|nearly)$/.test(lowerAt(window, i + 1))) || /^(?:earlier|ago|previous|before|last)$/.test(lowerAt(window, i))) return false;
  return left - 1 >= low && tokens[left - 1]!.type === 'word';
}

/** What a contest is won by: "by 240 votes" tells how far two are apart, "by 240 people" who did it. */
const IN_CONTESTS = new Set(['vote', 'point', 'seat', 'goal', 'run', 'wicket', 'stroke', 'length', 'delegate', 'try']);

/** Is the figure a level, a change, a share …? */
function kindOf(window: Window, { previousFigure, nextFigure }: Neighbours): Figure['kind'] {
  const { tokens, at, next, left, low, quantity } = window;
  if (quantity.vague) return 'unknown';
  const before = lowerAt(window, left);
  const before2 = lowerAt(window, left - 1);
  const after = lowerAt(window, next);
  const after2 = lowerAt(window, next + 1);
  // "from a 45-minute meeting": the figure belongs to the noun behind it.
  const attributive = /^(?:an?|the|its|their)$/.test(lowerAt(window, at - 1)) && tokens.slice(at, next).some(token => token.text === '-');
  // "had been estimated at": what was thought before.
  if (before === 'been' && before2 === 'had' && tokens[left + 1]!.lower.endsWith('ed')) return 'unknown';
  if (/^(?:original|initial|earlier|prior|then|revised)$/.test(before) || (!attributive && (before === 'from' && !isSource(window) || before === 'against' || before === 'versus' || before === 'than')) || (before === 'to' && before2 === 'compared') || (before === 'with' && before2 === 'compared') || before === 'previous' || before === 'not') return 'unknown';
  // "by 43 percent to 38 percent": what the other of two has.
  if (before === 'to' && (before2 === '%' || before2 === 'percent' || lowerAt(window, left - 2) === 'per')) return lowerAt(window, left - 4) === 'from' || lowerAt(window, left - 3) === 'from' ? 'level' : 'unknown';
  // "compared with women's $93,000", "to Berg's 38 percent"
  const owner = /^['’]$/.test(before) && /s$/.test(before2) ? left - 2 : /['’]s$/.test(before) ? left - 1 : undefined;
  if (owner !== undefined && /^(?:with|to|against|than|versus)$/.test(lowerAt(window, owner))) return 'unknown';
  // "every 76 years": how often.
  if (before === 'every' && quantity.kind === 'duration') return 'level';
  if (/^(?:another|additional|extra|further|including|other|remaining|first|last|next|every|per|each|former)$/.test(before) || /^(?:another|additional|extra|further|including|other|remaining|first|last|next|every|each)$/.test(lowerAt(window, at - 1))) return 'part';
  if (quantity.kind === 'count' && tokens.slice(at, next).some(token => /^(?:more|other|additional|further|extra|fewer|new|remaining|surviving)$/.test(token.lower))) return 'part';
  if (CHANGE_NOUN.test(after) || (after !== '' && CHANGE_NOUN.test(after2) && !FUNCTION_WORDS.has(after)) || /^(?:more|less|fewer|higher|lower|above|below|ahead|behind|apart)$/.test(after) || (/^(?:larger|smaller|bigger|faster|slower|cheaper|worse|better|wider|taller|longer|shorter|older|younger|stronger|weaker)$/.test(after) && (after2 === 'than' || quantity.kind !== 'number' || !/\p{L}/u.test(after2))) || (before === 'of' && CHANGE_OF.test(before2))) return 'change';
  const byMeans = before === 'by' && (quantity.kind === 'duration' || (quantity.kind === 'count' && !CHANGE_VERB.test(before2) && !IN_CONTESTS.has(quantity.unit ?? '')));
  // "took 410 cars across", "grows a third of its apples": no change.
  const moved = quantity.kind === 'count' && /^(?:took|brought|moved|pushed|lifted|climb|climbs|climbed)$/.test(before) || after === 'of' && /^(?:grows?|grew|grown|growing)$/.test(before);
  if ((before === 'by' && !byMeans) || CHANGE_VERB.test(before) && !moved || before === 'down' || (before === 'up' && !/^mak(?:e|es|ing)$|^made$/.test(before2))) return 'change';
  if (after === 'out' && after2 === 'of') return 'part';
  // "in 18 of 20 cities", "three of the 19 miners": a part, and what it is a part of.
  const whole = next + (after === 'of' && /^(?:the|its|their|his|her|those|these)$/.test(after2) ? 2 : 1);
  if (after === 'of' && (tokens[whole]?.type === 'number' || tokens[whole] !== undefined && whole < window.high && tokens[whole]!.start === nextFigure)) return 'part';
  if (before === 'of' && (tokens[left - 1]?.type === 'number' || tokens[left - 1]?.end === previousFigure)) return 'unknown';
  // "of those 28 shots": all that were just spoken of, a sum of what the sentence before gave.
  if (/^(?:those|these)$/.test(lowerAt(window, at - 1)) && lowerAt(window, at - 2) === 'of') return 'unknown';
  if (/^(?:earlier|initial|first|previous|preliminary)$/.test(tokens[low]?.lower ?? '') || (lowerAt(window, low) === '(' && lowerAt(window, low + 1) === 'earlier')) return 'unknown';
  if (after === 'of' && (quantity.kind === 'percent' || quantity.kind === 'ratio')) return 'share';
  // "14 of the judges" are a part, "14 judges of the court" are not.
  if (after === 'of' && quantity.kind !== 'count' && /^(?:the|its|their|his|her|those|these|them|whom|which|our)$/.test(after2)) return 'part';
  if (after === 'of' && /^(?:those|these|them|whom|which)$/.test(after2)) return 'part';
  const given = isGiven(tokens, low, at);
  // "20 workers will be hired"
  let kind: Figure['kind'] = !given && /^(?:will|would)$/.test(after) && !/^(?:the|its|their|these|those|all|both)$/.test(lowerAt(window, at - 1)) ? 'forecast' : 'level';
  // "above the 39 percent of last year": what it is compared with.
  if (/^[<>]/.test(quantity.bound) && quantity.boundSpan && quantity.boundSpan.start < quantity.start && lowerAt(window, at - 1) === 'the') return 'unknown';
  let otherClause = false;
  let aside = false;
  for (let i = left; i >= Math.max(low, at - 14); i--) {
    const word = tokens[i]!.lower;
    if (word === ';' || word === '—' || (word === ',' && i < at - 4)) break;
    // "Fares will rise after the council backed": the verb before is of another clause; and "May 3" is no verb.
    if (/^(?:after|because|although)$/.test(word) && i < at - 1) otherClause = true;
    if (isCalendarWord(tokens[i]!)) continue;
    // "the low turnout of 31 percent" is no low of 31 percent.
    const plain = /^(?:high|low)$/.test(word) && tokens[i + 1]?.type === 'word' && isContent(tokens[i + 1]!);
    if (!plain && /^(?:peak(?:ed|s)?|record|highest|lowest|maximum|minimum|high|low)$/.test(word)) return 'peak';
    if (/^(?:total|totals|totaled|totalled|combined|altogether|overall)$/.test(word) && kind === 'level') kind = 'total';
    else if (otherClause && (FORECAST.test(word) || PROPOSAL.test(word) || TARGET.test(word))) continue;
    else if ((FORECAST.test(word) || (word === 'estimated' && tokens[i + 1]?.lower === 'to')) && kind === 'level') kind = 'forecast';
    // "asked 410 voters"
    else if (/^asked?s?$/.test(word) && quantity.kind === 'count' && i === left) continue;
    else if (PROPOSAL.test(word) && !(/^call(?:s|ed)?$/.test(word) && tokens[i + 1]?.lower !== 'for')) kind = 'proposal';
    else if (TARGET.test(word)) kind = 'target';
    // "Norda, another online shop, has 40 clerks": of the aside.
    if (word === ',') aside = true;
    if (/^(?:if|unless|whether)$/.test(word) ? !given : !(aside && word === 'another') && /^(?:another|including|except|besides)$/.test(word)) return 'part';
  }
  return kind;
}

/** The content words of the sentence, stems, each once; numbers and the figure's own unit aside. */
function contextOf({ tokens, low, high }: Window): string[] {
  const words = new Set<string>();
  for (let i = low; i < high && words.size < 40; i++) {
    const token = tokens[i]!;
    if (token.type === 'word' && isContent(token) && !isCalendarWord(token)) words.add(stem(token));
  }
  return [...words];
}

/** Words with a capital that do not open the sentence; days and months are none. */
function namesOf({ tokens, low, high }: Window): string[] {
  const names = new Set<string>();
  for (let i = low; i < high && names.size < 12; i++) {
    const token = tokens[i]!;
    if (token.type !== 'word' || !/^\p{Lu}/u.test(token.text) || token.text.length < 2 || isCalendarWord(token) || FUNCTION_WORDS.has(token.lower)) continue;
    if (i === low || /^[“"‘]$/.test(tokens[i - 1]!.text)) {
      // At the start of a sentence only what is followed by another name, or looks like no common word, is one.
      if (!/^\p{Lu}/u.test(tokens[i + 1]?.text ?? '') && !/['’]s$/.test(token.lower)) continue;
    }
    names.add(token.lower.replace(/['’]s$/, ''));
  }
  return [...names];
}

/** The words of a table's row head as what its figures measure. */
export function phraseOfHead(prose: string): { readonly about: FigureWords; readonly measure: string } | undefined {
  const tokens = toTokens(prose).filter(token => token.type === 'word' && !FUNCTION_WORDS.has(token.lower));
  const head = tokens.at(-1);
  if (!head || tokens.length > 5 || !isContent(head)) return undefined;
  const modifiers = tokens.slice(0, -1).filter(isContent).map(stem);
  return { about: { head: sameThing(stem(head)), modifiers, definite: false, names: [], context: [...modifiers, stem(head)] }, measure: wordsOf(tokens) };
}
