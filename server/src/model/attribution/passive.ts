// Reporting verbs in the passive that name who says so: "the plan was rejected by the council", "a deal first reported by the Gazette".
import type { ReportingVerb } from '../../language/reporting.ts';
import { words } from '../../language/word-list.ts';
import { BE, CALENDAR, DETERMINERS, HAVE, isAdverb, isBreak, isFinite, type Phrase, phraseAfter, phraseBefore, POSSESSIVES } from './clause.ts';
import { contentSpan } from './content.ts';
import type { SentenceRelations } from './sentence-relations.ts';

/** Verbs whose agent vouches for what is told; of the others it tells whose act it was: "the plan proposed by the council". */
const VOUCHES = words('report announce disclose reveal confirm estimate say state note suggest cite quote allege claim acknowledge');
/** What is written, read out or explained by somebody may be a play or a fact. */
const OF_WORKS = words('write read explain interrupt recall echo list answer decide');

/** Adds the relation of the participle at `at`, if an agent stands behind it. */
export function readPassive(relations: SentenceRelations, at: number, verb: ReportingVerb): void {
  const { clause } = relations;
  const { tokens, quoted, end } = clause;
  if ((verb.form !== 'past' && verb.form !== 'participle') || verb.class === 'show' || verb.class === 'quote' || OF_WORKS.has(verb.lemma)) return;
  if (VOUCHES.has(verb.lemma) === (relations.said !== undefined)) return;
  let by = at + 1;
  while (by < end && by - at < 5 && quoted[by] === -1 && tokens[by]!.lower !== 'by' && (isAdverb(tokens[by]) || CALENDAR.has(tokens[by]!.lower) || /^(?:on|last|this|week|month|year)$/.test(tokens[by]!.lower))) by++;
  if (by + 1 >= end || tokens[by]!.lower !== 'by' || quoted[by + 1] !== -1 || /ing$/.test(tokens[by + 1]!.lower) || tokens[by + 1]!.kind === 'number' || CALENDAR.has(tokens[by + 1]!.lower)) return;
  const agent = phraseAfter(clause, by + 1);
  if (!agent || !canAct(relations, agent)) return;
  let j = at - 1;
  while (j >= 0 && quoted[j] === -1 && (isAdverb(tokens[j]) || BE.has(tokens[j]!.lower) || HAVE.has(tokens[j]!.lower) || isFinite(tokens[j]))) j--;
  if (j < 0) return;
  if (quoted[j] === -1 && tokens[j]!.text === ',') j--;
  if (j < 0) return;
  const about = quoted[j] === -1 ? phraseBefore(clause, j + 1) : { from: j, to: j + 1 };
  // "It was reported by" has what is reported behind it.
  if (about && tokens[about.from]!.lower === 'it') return;
  const content = about && contentSpan(clause, about.from, about.to);
  if (content) relations.give({ from: at, to: at + 1 }, agent, [content], verb.lemma);
}

/** A name, a pronoun, or people and bodies that the phrase tells apart from things: not "by mail", "by a margin of 3". */
function canAct({ clause: { tokens } }: SentenceRelations, agent: Phrase): boolean {
  const first = tokens[agent.from]!;
  const last = tokens[agent.to - 1]!;
  if (first.capital || isBreak(first)) return first.capital;
  if (/^(?:him|her|them|us|me|some|many|most|others|critics)$/.test(first.lower)) return true;
  return (DETERMINERS.has(first.lower) || POSSESSIVES.has(first.lower) || last.lower.endsWith('s')) && !/^(?:margin|vote|way|means|mistake|percent|law|email|phone|mail|time|end|points?|%)$/.test(last.lower);
}
