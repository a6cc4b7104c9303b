// What a sentence gives as somebody's plan or view, or as appearance or hearsay, without a verb of saying: "her plan to", "seems to", "is expected to", "reportedly", "Asked whether".
import { words } from '../../language/word-list.ts';
import type { Span } from '../../span.ts';
import { ADVERBIAL, BE, type Clause, HAVE, isAdverb, isBreak, isFinite, MODALS, NOMINATIVES, type Phrase, phraseAfter, phraseBefore, POSSESSIVES, PREPOSITIONS } from './clause.ts';
import { contentSpan } from './content.ts';

export interface Unsaid {
  readonly cue: Phrase;
  readonly source: Phrase | undefined;
  readonly content: Span;
}

const SEEM = words('seem seems seemed appear appears appeared');
const EXPECTED = words('expected supposed presumed scheduled slated poised rumored rumoured');
const HEARSAY = words('reportedly allegedly supposedly purportedly ostensibly apparently');
const NOUNS = words('claim claims assertion assertions allegation allegations accusation accusations promise promises pledge pledges vow vows threat threats denial insistence complaint complaints warning warnings belief prediction predictions admission request requests refusal decision desire description criticism endorsement support contention suggestion hope hopes fear fears concern concerns');
const OPENS = words('to of about on for against that whether');

/** The relations of this kind in one sentence. One pass; what each cue looks at is bounded by the sentence's length in all. */
export function findUnsaid(clause: Clause): Unsaid[] {
  const { tokens, quoted, end } = clause;
  const found: Unsaid[] = [];
  let covered = 0;
  const give = (cue: Phrase, source: Phrase | undefined, from: number, to: number) => {
    const content = contentSpan(clause, from, to);
    if (content) found.push({ cue, source, content });
    covered = cue.to;
  };
  for (let i = 0; i < end; i++) {
    if (quoted[i] !== -1 || i < covered) continue;
    const token = tokens[i]!;
    const next = tokens[i + 1];
    if (SEEM.has(token.lower)) {
      const subject = phraseBefore(clause, beforeAuxiliaries(clause, i));
      if (subject && next && i + 1 < end && (next.lower === 'to' || (!/^appear/.test(token.lower) && !isBreak(next)) || describes(clause, i + 1))) give({ from: i, to: i + 1 }, undefined, subject.from, clauseEnd(clause, i + 1));
    } else if (EXPECTED.has(token.lower) && next?.lower === 'to' && BE.has(tokens[i - 1]?.lower ?? '')) {
      const subject = phraseBefore(clause, i - 1);
      if (subject) give({ from: i - 1, to: i + 1 }, undefined, subject.from, clauseEnd(clause, i + 1));
    } else if (HEARSAY.has(token.lower)) give({ from: i, to: i + 1 }, undefined, clauseStart(clause, i), clauseEnd(clause, i + 1));
    else if (token.lower === 'asked' && (i === 0 || BE.has(tokens[i - 1]!.lower) || isBreak(tokens[i - 1]) || tokens[i - 1]!.lower === 'when')) {
      const question = questionAfter(clause, i + 1);
      if (question) give({ from: i, to: i + 1 }, next?.lower === 'by' ? phraseAfter(clause, i + 2, question) : undefined, question, clauseEnd(clause, question));
    }
    else if (NOUNS.has(token.lower) && i > 0 && next && OPENS.has(next.lower)) {
      const owner = ownerOf(clause, i);
      if (owner) give({ from: i, to: i + 1 }, owner, next.lower === 'that' ? i + 2 : i + 1, clauseEnd(clause, i + 1));
    }
  }
  return found;
}

/** Where the question begins that somebody is asked: "asked by a reporter on Friday whether". */
function questionAfter({ tokens, quoted, end }: Clause, from: number): number | undefined {
  for (let k = from; k < end && k - from < 10 && quoted[k] === -1 && !isBreak(tokens[k]); k++) {
    if (/^(?:whether|if|about|why|how|what|who|when|where)$/.test(tokens[k]!.lower)) return k;
  }
  return undefined;
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

/** "appeared calm", not "appeared in court". */
function describes({ tokens }: Clause, at: number): boolean {
  const { lower, kind } = tokens[at]!;
  return kind === 'word' && !PREPOSITIONS.has(lower) && !ADVERBIAL.has(lower) && /(?:ed|ing|ful|ous|ive|able|ible|ent|ant|less|al|ic|y|likely)$/.test(lower);
}

function beforeAuxiliaries({ tokens }: Clause, at: number): number {
  let k = at;
  while (k > 0 && (isAdverb(tokens[k - 1]) || HAVE.has(tokens[k - 1]!.lower) || MODALS.has(tokens[k - 1]!.lower) || /^(?:did|do|does)/.test(tokens[k - 1]!.lower))) k--;
  return k;
}

function clauseStart({ tokens, quoted }: Clause, at: number): number {
  let k = at;
  while (k > 0 && quoted[k - 1] === -1 && !/^[;:—–]$/.test(tokens[k - 1]!.text) && !/^(?:who|which|that|because|while)$/.test(tokens[k - 1]!.lower)) k--;
  return k;
}

/** Up to what goes on with a subject of its own, or a dash. */
function clauseEnd({ tokens, quoted, end }: Clause, from: number): number {
  for (let k = from; k < end; k++) {
    if (quoted[k] !== -1) continue;
    if (/^[;—–]$/.test(tokens[k]!.text)) return k;
    if (tokens[k]!.text !== ',') continue;
    const next = tokens[k + 1];
    const then = tokens[k + 2];
    if (next && (NOMINATIVES.has(next.lower) || (/^(?:but|and|while|though|although|because)$/.test(next.lower) && then && (NOMINATIVES.has(then.lower) || then.capital)) || isFinite(then))) return k;
  }
  return end;
}
