// Reporting verbs in the passive: "a deal first reported by the Gazette", "the plan was criticized".
import type { ReportingVerb } from '../../language/reporting.ts';
import { words } from '../../language/word-list.ts';
import { BE, CALENDAR, DETERMINERS, isAdverb, isBreak, isFinite, type Phrase, phraseAfter, phraseBefore, POSSESSIVES } from './clause.ts';
import { clauseEnd, contentSpan, spanOf } from './content.ts';
import type { SentenceRelations } from './sentence-relations.ts';

/** Verbs whose agent vouches for what is told; of the others it tells whose act it was: "the plan proposed by the council". */
const VOUCHES = words('report announce disclose reveal confirm estimate say state note suggest cite quote allege claim acknowledge');
/** Verbs in whose passive somebody judges, believes or asks, whoever it is. */
const JUDGES = words('deem consider call describe regard view see label brand dub portray depict characterize accuse criticize criticise blame condemn denounce praise mock ridicule dismiss reject believe think understand suspect ask urge invite encourage warn nominate');
/** What is written, read out or explained by somebody may be a play or a fact. */
const OF_WORKS = words('write read explain interrupt recall echo list answer decide');

/** Adds the relation of the participle at `at`, if an agent stands behind it, or none and it is a stance. */
export function readPassive(relations: SentenceRelations, at: number, verb: ReportingVerb): void {
  const { clause } = relations;
  const { tokens, quoted, end } = clause;
  if ((verb.form !== 'past' && verb.form !== 'participle') || verb.class === 'show' || verb.class === 'quote' || OF_WORKS.has(verb.lemma)) return;
  if (VOUCHES.has(verb.lemma) === (relations.said !== undefined)) return;
  let by = at + 1;
  while (by < end && by - at < 5 && quoted[by] === -1 && tokens[by]!.lower !== 'by' && (isAdverb(tokens[by]) || CALENDAR.has(tokens[by]!.lower) || /^(?:on|last|this|week|month|year)$/.test(tokens[by]!.lower))) by++;
  if (by >= end || tokens[by]!.lower !== 'by') {
    if (relations.said !== undefined && JUDGES.has(verb.lemma)) readAgentless(relations, at, verb.lemma);
    return;
  }
  if (by + 1 >= end || quoted[by + 1] !== -1 || /ing$/.test(tokens[by + 1]!.lower) || tokens[by + 1]!.kind === 'number' || CALENDAR.has(tokens[by + 1]!.lower)) return;
  const agent = phraseAfter(clause, by + 1);
  if (!agent || !canAct(relations, agent)) return;
  let j = beforeAuxiliaries(relations, at);
  if (j < 0) return;
  if (quoted[j] === -1 && tokens[j]!.text === ',') j--;
  if (j < 0) return;
  const about = quoted[j] === -1 ? phraseBefore(clause, j + 1) : { from: j, to: j + 1 };
  // "It was reported by" has what is reported behind it.
  if (about && tokens[about.from]!.lower === 'it') return;
  const content = about && contentSpan(clause, about.from, about.to);
  if (content) relations.give({ from: at, to: at + 1 }, agent, [content], verb.lemma);
}

/** "The plan was widely criticized": the subject and what is said of it. */
function readAgentless(relations: SentenceRelations, at: number, lemma: string): void {
  const { clause } = relations;
  const { tokens, quoted } = clause;
  if (!BE.has(tokens[isAdverb(tokens[at - 1]) ? at - 2 : at - 1]?.lower ?? '')) return;
  const j = beforeAuxiliaries(relations, at);
  const about = j >= 0 && quoted[j] === -1 ? phraseBefore(clause, j + 1) : undefined;
  const content = about && contentSpan(clause, about.from, clauseEnd(clause, at + 1));
  if (content) relations.push({ cue: spanOf(clause, { from: at, to: at + 1 }), source: undefined, content: [content], sourceKind: 'none', explained: false, lemma });
}

/** The token before "has been", "was first" and the like. */
function beforeAuxiliaries({ clause: { tokens, quoted } }: SentenceRelations, at: number): number {
  let j = at - 1;
  while (j >= 0 && quoted[j] === -1 && (isAdverb(tokens[j]) || isFinite(tokens[j]))) j--;
  return j;
}

/** A name, a pronoun, or people and bodies that the phrase tells apart from things: not "by mail", "by a margin of 3". */
function canAct({ clause: { tokens } }: SentenceRelations, agent: Phrase): boolean {
  const first = tokens[agent.from]!;
  const last = tokens[agent.to - 1]!;
  if (first.capital || isBreak(first)) return first.capital;
  if (/^(?:him|her|them|us|me|some|many|most|others|critics)$/.test(first.lower)) return true;
  return (DETERMINERS.has(first.lower) || POSSESSIVES.has(first.lower) || last.lower.endsWith('s')) && !/^(?:margin|vote|way|means|mistake|percent|law|email|phone|mail|time|end|points?|%)$/.test(last.lower);
}
