// What is reported, believed or seen to be so, and no one is said to say so: "it was reported that", "is widely seen as".
import { IMPERSONAL } from '../../language/reporting.ts';
import type { Token } from '../../language/tokens.ts';
import { BE, DETERMINERS, HAVE, isAdverb, isBreak, isFinite, isSubject, PAST, phraseAfter, POSSESSIVES, PREPOSITIONS } from './clause.ts';
import { contentSpan, spanOf } from './content.ts';
import type { SentenceRelations } from './sentence-relations.ts';

/** "it was reported that …", "is believed to …", "X is widely seen as …" */
export function readImpersonal(relations: SentenceRelations, at: number): void {
  const { tokens, end } = relations.clause;
  let j = at - 1;
  while (j > 0 && (isAdverb(tokens[j]) || tokens[j]!.lower === 'widely')) j--;
  const aux = tokens[j];
  if (!aux || !BE.has(aux.lower)) return;
  while (j > 0 && (BE.has(tokens[j - 1]!.lower) || HAVE.has(tokens[j - 1]!.lower) || isAdverb(tokens[j - 1]))) j--;
  const widely = tokens.slice(Math.max(0, at - 3), at).some(t => /^(?:widely|generally|commonly|popularly|broadly)$/.test(t.lower));
  const subject = tokens[j - 1];
  const it = subject?.lower === 'it' && (j === 1 || isBreak(tokens[j - 2]) || /^(?:and|but|that|though|although|while)$/.test(tokens[j - 2]!.lower));
  if (!widely && !IMPERSONAL.has(tokens[at]!.lower)) return;
  const next = tokens[at + 1];
  // "widely considered the best", but "his remarks were widely reported"
  const to = next?.lower === 'to' || next?.lower === 'as' || (widely && /^(?:considered|seen|viewed|regarded)$/.test(tokens[at]!.lower) && next?.kind === 'word' && !PREPOSITIONS.has(next.lower));
  let that = at + 1;
  // "It was reported last week that": time and place may stand between, an agent ("by the Gazette") says who.
  while (that < end && that - at < 9 && tokens[that]!.lower !== 'that' && tokens[that]!.lower !== 'by' && tokens[that]!.lower !== 'to' && !isFinite(tokens[that])) that++;
  const agent = tokens[that]?.lower === 'by' ? phraseAfter(relations.clause, that + 1) : undefined;
  if (it && agent) {
    let clause = agent.to;
    while (clause < end && tokens[clause]!.lower !== 'that') clause++;
    const rest = contentSpan(relations.clause, clause < end ? clause + 1 : agent.to, end);
    if (rest) relations.give({ from: at, to: at + 1 }, agent, [rest], 'report');
    return;
  }
  // "The boat, it was said, had leaked."
  if (it && j > 2 && /^[,—–]$/.test(tokens[j - 2]?.text ?? '') && (at + 1 >= end || /^[,—–]$/.test(next?.text ?? ''))) {
    const content = [contentSpan(relations.clause, 0, j - 2), at + 2 < end ? contentSpan(relations.clause, at + 2, end) : undefined].filter(span => span !== undefined);
    if (content.length > 0) relations.push({ cue: spanOf(relations.clause, { from: j - 1, to: at + 1 }), source: undefined, content, sourceKind: 'none', explained: false, lemma: 'impersonal' });
    return;
  }
  // "It is thought the fire began in a bin."
  const bare = it && next?.kind === 'word' && next.lower !== 'that' && (DETERMINERS.has(next.lower) || POSSESSIVES.has(next.lower) || isSubject(next) || next.capital) && hasVerb(tokens, at + 2, Math.min(end, at + 10));
  const reportsClause = it && (bare || tokens[that]?.lower === 'that');
  const reportsSubject = to && (widely || /^(?:said|rumored|rumoured|understood|alleged|reported)$/.test(tokens[at]!.lower));
  if (!reportsClause && !reportsSubject && !(widely && it)) return;
  const content = reportsClause ? contentSpan(relations.clause, bare ? at + 1 : that + 1, end) : contentSpan(relations.clause, relations.used, end);
  if (content) relations.push({ cue: spanOf(relations.clause, { from: it ? j - 1 : j, to: at + 1 }), source: undefined, content: [content], sourceKind: 'none', explained: false, lemma: widely || reportsClause ? 'impersonal' : 'passive' });
}

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to && !isBreak(tokens[k]); k++) if (isFinite(tokens[k]) || PAST.has(tokens[k]!.lower) || /[^e]ed$/.test(tokens[k]!.lower)) return true;
  return false;
}
