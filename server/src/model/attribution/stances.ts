// What a sentence gives as somebody's plan or view, or as appearance or hearsay, without a verb of saying: "her plan to", "seems to", "is expected to", "reportedly", "Asked whether".
import { readPhrase, readState, type Unsaid } from './attitudes.ts';
import { readNoun } from './opinion-nouns.ts';
import { ADVERBIAL, BE, type Clause, HAVE, isAdverb, isBreak, MODALS, type Phrase, phraseAfter, phraseBefore, PREPOSITIONS } from './clause.ts';
import { clauseEnd, contentSpan } from './content.ts';
import type { Cue } from './cue-words.ts';

/** The relations of this kind that rest on the `cues` of one sentence. What each cue looks at is bounded by the sentence's length. */
export function findUnsaid(clause: Clause, cues: readonly Cue[]): Unsaid[] {
  const { tokens, end } = clause;
  const found: Unsaid[] = [];
  let covered = 0;
  const give = (unsaid: Unsaid | undefined) => {
    if (!unsaid) return;
    found.push(unsaid);
    covered = unsaid.cue.to;
  };
  const make = (cue: Phrase, source: Phrase | undefined, from: number, to: number): Unsaid | undefined => {
    const content = contentSpan(clause, from, to);
    return content && { cue, source, content };
  };
  for (const { at, word } of cues) {
    if (at < covered) continue;
    const cue = { from: at, to: at + 1 };
    const next = tokens[at + 1];
    switch (word.unsaid) {
      case 'state':
        give(readState(clause, at));
        break;
      case 'phrase':
        give(readPhrase(clause, at));
        break;
      case 'appearance': {
        const verb = beforeAuxiliaries(clause, at);
        const subject = phraseBefore(clause, verb) ?? (/^(?:who|which|that)$/.test(tokens[verb - 1]?.lower ?? '') ? { from: verb - 1, to: verb } : undefined);
        if (subject && next && at + 1 < end && (next.lower === 'to' || (!/^appear/.test(tokens[at]!.lower) && !isBreak(next)) || describes(clause, at + 1))) give(make(cue, undefined, subject.from, clauseEnd(clause, at + 1)));
        break;
      }
      case 'expected': {
        const subject = next?.lower === 'to' && BE.has(tokens[at - 1]?.lower ?? '') ? phraseBefore(clause, at - 1) : undefined;
        if (subject) give(make({ from: at - 1, to: at + 1 }, undefined, subject.from, clauseEnd(clause, at + 1)));
        break;
      }
      case 'hearsay':
        give(make(cue, undefined, clauseStart(clause, at), clauseEnd(clause, at + 1)));
        break;
      case 'asked': {
        const question = at === 0 || BE.has(tokens[at - 1]!.lower) || isBreak(tokens[at - 1]) || tokens[at - 1]!.lower === 'when' ? questionAfter(clause, at + 1) : undefined;
        if (question !== undefined) give(make(cue, next?.lower === 'by' ? phraseAfter(clause, at + 2, question) : undefined, question, clauseEnd(clause, question)));
        break;
      }
      case 'noun': {
        const noun = readNoun(clause, at);
        if (noun) give(make(noun.cue, noun.source, noun.from, clauseEnd(clause, noun.from)));
        break;
      }
      case undefined:
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
