// What a sentence gives as somebody's state of mind, or as said in a phrase of verb and noun: "is worried about", "took issue with".
import { STATES, UTTERANCES } from '../../language/stances.ts';
import { words } from '../../language/word-list.ts';
import type { Span } from '../../span.ts';
import { BE, type Clause, isAdverb, isBreak, isFinite, nearestPhrase, NOMINATIVES, type Phrase, phraseBefore, PREPOSITIONS } from './clause.ts';
import { clauseEnd, contentSpan } from './content.ts';

/** What somebody holds, wants or feels, or what appears so to nobody in particular; cue and source in tokens, content in the prose. */
export interface Unsaid {
  readonly cue: Phrase;
  readonly source: Phrase | undefined;
  readonly content: Span;
}

const COPULAS = /^(?:seem|remain|becom|feel|felt|get|got|grow|grew|sound|look|became|appear|stay)(?:s|ed|es|e|ing)?$/;

/** "she's" */
const CONTRACTED = /^(?:he|she|they|we|i)'(?:s|re|m|ve|d|ll)$/;

/** The state of mind that the adjective at `at` tells, if it stands behind a copula and what it is about behind it. */
export function readState(clause: Clause, at: number): Unsaid | undefined {
  const { tokens, quoted, end } = clause;
  const behind = STATES.get(tokens[at]!.lower);
  const next = tokens[at + 1];
  if (!behind || !next || at + 1 >= end || quoted[at + 1] !== -1) return undefined;
  const opens = behind.has(next.lower);
  if (!opens && !(behind.has('that') && NOMINATIVES.has(next.lower))) return undefined;
  let j = at - 1;
  while (j >= 0 && (isAdverb(tokens[j]) || /^(?:very|so|more|less|most|as|too|quite|well|all|deeply|no|not)$/.test(tokens[j]!.lower))) j--;
  if (j < 0 || quoted[j] !== -1 || !(BE.has(tokens[j]!.lower) || COPULAS.test(tokens[j]!.lower) || CONTRACTED.test(tokens[j]!.lower))) return undefined;
  let verb = CONTRACTED.test(tokens[j]!.lower) ? j + 1 : j;
  while (verb > 0 && !CONTRACTED.test(tokens[verb - 1]!.lower) && (isFinite(tokens[verb - 1]) || isAdverb(tokens[verb - 1]))) verb--;
  const source = subjectAt(clause, verb);
  if (!source) return undefined;
  const content = contentSpan(clause, opens ? at + 2 : at + 1, clauseEnd(clause, at + 1));
  return content && { cue: { from: verb, to: opens && next.lower !== 'that' ? at + 2 : at + 1 }, source, content };
}

/** "took issue with", "made the case that", "issued a statement on": what the light verb at `at` and its noun tell. */
export function readPhrase(clause: Clause, at: number): Unsaid | undefined {
  const { tokens, quoted, end } = clause;
  let noun = at + 1;
  while (noun < end && noun - at < 7 && quoted[noun] === -1 && tokens[noun]!.kind === 'word' && !UTTERANCES.has(tokens[noun]!.lower) && !PREPOSITIONS.has(tokens[noun]!.lower) && !isFinite(tokens[noun])) noun++;
  const next = tokens[noun + 1];
  if (noun >= end || noun - at > 6 || quoted[noun] !== -1 || !UTTERANCES.has(tokens[noun]!.lower) || !next || noun + 1 >= end || quoted[noun + 1] !== -1) return undefined;
  if (!OPENS.has(next.lower) && !(next.lower === 'at' && BLOWS.has(tokens[noun]!.lower))) return undefined;
  let verb = at;
  while (verb > 0 && !CONTRACTED.test(tokens[verb - 1]!.lower) && (isFinite(tokens[verb - 1]) || isAdverb(tokens[verb - 1]))) verb--;
  const source = subjectAt(clause, verb);
  const content = source && contentSpan(clause, noun + 2, clauseEnd(clause, noun + 2));
  return content && { cue: { from: at, to: next.lower === 'that' || next.lower === 'to' ? noun + 1 : noun + 2 }, source, content };
}

const OPENS = words('with that to on about of against for whether regarding toward towards saying how why what which');
const BLOWS = words('aim swipe swipes shot shots jab jabs dig digs fun anger frustration outrage');

/** The subject of the verb whose words begin at `verb`; undefined where it is a thing ("it is clear"). */
function subjectAt(clause: Clause, verb: number): Phrase | undefined {
  const { tokens } = clause;
  const before = tokens[verb - 1];
  if (!before) return undefined;
  if (/^(?:who|that|which)$/.test(before.lower)) {
    const antecedent = nearestPhrase(clause, tokens[verb - 2]?.text === ',' ? verb - 2 : verb - 1);
    return antecedent ? { ...antecedent, relative: verb - 1 } : { from: verb - 1, to: verb };
  }
  if (isBreak(before)) return undefined;
  if (CONTRACTED.test(before.lower)) return { from: verb - 1, to: verb };
  const phrase = phraseBefore(clause, verb);
  return phrase && !/^(?:it|there|this|that|what)$/.test(tokens[phrase.from]!.lower) ? phrase : undefined;
}
