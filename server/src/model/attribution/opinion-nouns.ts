// Nouns that tell what somebody holds or has said: "Moe's refusal to", "claims by the union that", "calls for reform".
import { words } from '../../language/word-list.ts';
import { type Clause, DETERMINERS, type Phrase, phraseAfter, phraseBefore, POSSESSIVES, PREPOSITIONS } from './clause.ts';

export const OPINION_NOUNS = words(`
  claim claims assertion assertions allegation allegations accusation accusations promise promises pledge pledges vow vows threat threats denial insistence complaint complaints
  warning warnings belief prediction predictions admission request requests refusal decision desire description criticism
  endorsement support contention suggestion hope hopes fear fears concern concerns calls demand demands worry worries rumors rumours speculation praise pressure view opinion opinions proposal
  argument arguments intention willingness reluctance faith trust interest stance objection objections skepticism scepticism doubts`);
/** Of these it is enough that there are some: "calls for reform", "fears of a strike". */
const ABROAD = words('calls fears complaints accusations allegations warnings promises threats predictions claims assertions demands hopes pledges requests rumors rumours criticism concerns worries speculation');
const OPENS = words('to of about on for against that whether');

/** Whose the noun at `at` is, and the token at which begins what it is about; undefined where the words beside it tell neither. */
export function readNoun(clause: Clause, at: number): { cue: Phrase; source: Phrase | undefined; from: number } | undefined {
  const { tokens, quoted, end } = clause;
  const next = tokens[at + 1];
  if (at === 0 && !ABROAD.has(tokens[0]!.lower) || !next || at + 2 >= end || quoted[at + 1] !== -1) return undefined;
  const cue = { from: at, to: at + 1 };
  const that = next.lower === 'that';
  const source = ownerOf(clause, at);
  if (source) return OPENS.has(next.lower) ? { cue, source, from: that ? at + 2 : at + 1 } : undefined;
  if (/^(?:by|from|among)$/.test(next.lower)) {
    const giver = tokens[at + 2]!.capital || DETERMINERS.has(tokens[at + 2]!.lower) || tokens[at + 2]!.lower.endsWith('s') ? phraseAfter(clause, at + 2) : undefined;
    return giver && { cue, source: giver, from: tokens[giver.to]?.lower === 'that' ? giver.to + 1 : giver.to };
  }
  return that || (ABROAD.has(tokens[at]!.lower) && /^(?:for|to|of|about|over|against)$/.test(next.lower)) ? { cue, source: undefined, from: at + 2 } : undefined;
}

/** "his", "Moe's", "the port's long-held": whose the noun at `at` is. */
function ownerOf(clause: Clause, at: number): Phrase | undefined {
  const { tokens } = clause;
  for (let k = at - 1; k >= 0 && at - k < 4 && tokens[k]!.kind === 'word'; k--) {
    const { lower } = tokens[k]!;
    if (POSSESSIVES.has(lower) && lower !== 'whose') return { from: k, to: k + 1 };
    if (/'s$/.test(lower) && !/^(?:it|that|there|he|she|who|what|let)'s$/.test(lower)) return phraseBefore(clause, k + 1);
    if (PREPOSITIONS.has(lower)) return undefined;
  }
  return undefined;
}
