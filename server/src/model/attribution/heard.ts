// What a court, an inquest or a committee was told: "The jury heard that it was late", "It was late, the court heard from Ada Brandt."
import { words } from '../../language/word-list.ts';
import { headIndex } from '../../language/speakers.ts';
import { BE, HAVE, isBreak, phraseAfter, phraseBefore } from './clause.ts';
import { contentAround, contentBefore, contentSpan, hasClause, isMiddle, listOf, reportedLimit } from './content.ts';
import type { SentenceRelations } from './sentence-relations.ts';

export const HEARS = words('heard hears');

/** Before whom people speak on the record. */
const HEARERS = words('court jury jurors inquest tribunal inquiry hearing trial judge judges magistrates commission committee panel councillors mps lawmakers senators');

/** Reads "heard", or "told" in the passive; whoever spoke is the source where they are named ("from Ada Brandt"), else those who heard it. */
export function readHeard(relations: SentenceRelations, at: number): void {
  const { tokens, end } = relations.clause;
  const passive = tokens[at]!.lower === 'told';
  let verb = at;
  while (verb > 1 && (HAVE.has(tokens[verb - 1]!.lower) || (passive && BE.has(tokens[verb - 1]!.lower)))) verb--;
  if (passive && (verb === at || !BE.has(tokens[at - 1]!.lower))) return;
  const hearers = phraseBefore(relations.clause, verb);
  if (!hearers || !HEARERS.has(tokens[hearers.from + headIndex(tokens.slice(hearers.from, hearers.to))]!.lower)) return;
  let behind = at + 1;
  let source = hearers;
  if (tokens[behind]?.lower === (passive ? 'by' : 'from')) {
    const speaker = phraseAfter(relations.clause, behind + 1);
    if (!speaker) return;
    source = speaker;
    behind = speaker.to;
  }
  const next = tokens[behind];
  const content = behind >= end || isBreak(next)
    ? listOf(contentBefore(relations.clause, relations.used, hearers.from)) ?? (next?.text === ',' && isMiddle(relations.clause, behind) ? contentAround(relations.clause, relations.used, hearers.from, behind) : undefined)
    : next!.lower === 'that' ? listOf(contentSpan(relations.clause, behind + 1, reportedLimit(relations.clause, behind)))
    : next!.lower === 'how' || hasClause(relations.clause, behind, end) ? listOf(contentSpan(relations.clause, behind, reportedLimit(relations.clause, behind))) : undefined;
  if (content) relations.give({ from: at, to: at + 1 }, source, content, 'hear');
}
