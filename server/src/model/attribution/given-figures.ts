// Attributions of a figure or a list to whoever gives it: "the ministry put the toll at 287", "the survey counted 300 boats".
import { HAVE, isAdverb, isBreak, isFinite, nearestPhrase, phraseBefore, PREPOSITIONS } from './clause.ts';
import { contentSpan, reportedLimit } from './content.ts';
import { words } from '../../language/word-list.ts';
import { isDocument, type SentenceRelations } from './sentence-relations.ts';
import { subjectAside } from './subject.ts';

/** "The ministry put the toll at 287", "the survey gave the magnitude as 6.8", "the institute made it 6.7" */
export function readEstimate(relations: SentenceRelations, at: number): void {
  const { tokens, quoted, end } = relations.clause;
  if (at === 0 || quoted[at - 1] !== -1) return;
  // "It had put the toll at 43"; "had it put at 43" has no subject there.
  let verb = at;
  while (verb > 1 && (HAVE.has(tokens[verb - 1]!.lower) || isAdverb(tokens[verb - 1]))) verb--;
  const subject = phraseBefore(relations.clause, verb) ?? (tokens[verb - 1]!.text === ',' ? subjectAside(relations.clause, verb - 1) : undefined);
  if (!subject || isFinite(tokens[verb - 1])) return;
  for (let k = at + 1; k < end && k - at < REACH && quoted[k] === -1; k++) {
    const token = tokens[k]!;
    if (isBreak(token)) return;
    const value = /^(?:at|as)$/.test(token.lower) || (token.lower === 'it' && tokens[at]!.lower === 'made') ? tokens[k + 1] : undefined;
    if (value === undefined) continue;
    const figure = value.kind === 'number' || /^[$€£]$/.test(value.text) || NUMBER_WORDS.has(value.lower) || /^(?:half|two-thirds|three-quarters|(?:one|two|three|four)-\p{L}+|zero)$/u.test(value.lower) || (/^(?:about|around|nearly|almost|just|over|under|at|more|less|only|some)$/.test(value.lower) && tokens.slice(k + 2, k + 5).some(t => t.kind === 'number'));
    if (!figure) return;
    const content = contentSpan(relations.clause, at + 1, reportedLimit(relations.clause, at + 1));
    if (content) relations.give({ from: at, to: at + 1 }, subject, [content], 'estimate');
    return;
  }
}

/** "The bank's estimate of growth is 3.1 percent", "growth beat the bank's forecast of 3.1 percent": a figure by the name of who reckoned it. */
export function readOwned(relations: SentenceRelations, at: number): void {
  const { tokens, quoted, end } = relations.clause;
  if (!/'s$|s'$/.test(tokens[at - 1]?.lower ?? '') || quoted[at - 1] !== -1 || !/^(?:of|for|that)$/.test(tokens[at + 1]?.lower ?? '')) return;
  const owner = nearestPhrase(relations.clause, at);
  const limit = reportedLimit(relations.clause, at + 1);
  if (!owner || !tokens.slice(at + 1, Math.min(end, limit, at + REACH)).some(t => t.kind === 'number')) return;
  const content = contentSpan(relations.clause, at + 1, limit);
  if (content && !relations.found.some(r => r.content.some(c => c.start <= content.start && c.end >= content.start))) relations.give({ from: at, to: at + 1 }, owner, [content], 'estimate');
}

/** How far a figure may stand from the estimate that it is, in tokens. */
const REACH = 16;
const COUNTS = words('counted recorded logged listed tallied measured');
const NUMBER_WORDS = words('two three four five six seven eight nine ten eleven twelve');

/** "The survey counted 300 boats", and behind what it said: "It listed 12 ports." */
export function readGiven(relations: SentenceRelations, at: number): void {
  const { tokens, quoted, end } = relations.clause;
  if (at === 0 || at + 1 >= end || quoted[at - 1] !== -1 || isFinite(tokens[at - 1]) || relations.found.at(-1)?.cue?.start === tokens[at]!.start) return;
  const subject = phraseBefore(relations.clause, isAdverb(tokens[at - 1]) ? at - 1 : at);
  if (!subject) return;
  const words = tokens.slice(subject.from, subject.to);
  // "…, inspectors wrote. They counted six aides": who was heard before counts on.
  const counts = relations.before.spoke === true && COUNTS.has(tokens[at]!.lower) && words.length === 1 && /^(?:it|they)$/.test(words[0]!.lower);
  if (!counts && !isDocument(words, relations.before.document === true)) return;
  const next = tokens[at + 1]!;
  const object = next.kind !== 'mark' || /^[$€£]$/.test(next.text);
  if (!object || PREPOSITIONS.has(next.lower) || isFinite(next) || tokens[subject.to - 1]!.lower === tokens[at]!.lower) return;
  const content = contentSpan(relations.clause, at + 1, reportedLimit(relations.clause, at + 1));
  if (content) relations.give({ from: at, to: at + 1 }, subject, [content], 'give');
}
