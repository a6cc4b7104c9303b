// What a sentence gives as somebody's plan or view, or as appearance or hearsay, without a verb of saying: "her plan to", "seems to", "is expected to", "reportedly", "Asked whether".
import { words } from '../../language/word-list.ts';
import { LIGHT_VERBS, STATES } from '../../language/stances.ts';
import { readPhrase, readState, type Unsaid } from './attitudes.ts';
import { OPINION_NOUNS, readNoun } from './opinion-nouns.ts';
import { ADVERBIAL, BE, type Clause, HAVE, isAdverb, isBreak, MODALS, type Phrase, phraseAfter, phraseBefore, PREPOSITIONS } from './clause.ts';
import { clauseEnd, contentSpan } from './content.ts';

const SEEM = words('seem seems seemed appear appears appeared');
const EXPECTED = words('expected supposed presumed rumored rumoured');
const HEARSAY = words('reportedly allegedly supposedly purportedly ostensibly apparently');

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
    const state = STATES.has(token.lower) ? readState(clause, i) : LIGHT_VERBS.has(token.lower) ? readPhrase(clause, i) : undefined;
    if (state) {
      found.push(state);
      covered = state.cue.to;
      continue;
    }
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
    else if (OPINION_NOUNS.has(token.lower)) {
      const noun = readNoun(clause, i);
      if (noun) give(noun.cue, noun.source, noun.from, clauseEnd(clause, noun.from));
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
