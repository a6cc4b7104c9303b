// Finds attribution relations (cue, source, content) in the sentences of one leaf, in one pass over its tokens.
import { particles } from '../../language/reporting.ts';
import { tokenize, type Token } from '../../language/tokens.ts';
import { type Clause, readClause } from './clause.ts';
import { spanOf } from './content.ts';
import { type Cue, cueWord } from './cue-words.ts';
import { readEstimate, readGiven, readOwned } from './given-figures.ts';
import { readHeard } from './heard.ts';
import { readImpersonal } from './impersonal.ts';
import type { QuotedSpan } from './marks.ts';
import { readPassive } from './passive.ts';
import { readVerb } from './reporting-verbs.ts';
import { type Before, isDocument, type Relation, SentenceRelations } from './sentence-relations.ts';
import { findUnsaid } from './stances.ts';
import { readAccording, readAsReported, readNoun, readPer, readView } from './tags.ts';
import { readWordless } from './wordless.ts';

/** A sentence longer than this is read in pieces: no writer's is, and what a verb looks at must stay bounded. */
const PIECE = 250;

/** The relations of a leaf in order, given the tokens of its sentences. Linear in the length of the prose. */
export function findRelations(prose: string, sentences: readonly (readonly Token[])[], quotes: readonly QuotedSpan[]): Relation[] {
  const relations: Relation[] = [];
  let from = 0;
  let before: Before = {};
  for (const [index, sentence] of sentences.entries()) {
    let last: Relation | undefined;
    for (let at = 0; at < sentence.length; at += PIECE) {
      const tokens = sentence.length <= PIECE ? sentence : sentence.slice(at, at + PIECE);
      while (from < quotes.length && quotes[from]!.end <= tokens[0]!.start) from++;
      const clause = readClause(prose, tokens, quotes, from);
      const cues = collectCues(clause);
      const said = readSaid(clause, cues, index, before);
      relations.push(...said, ...readStances(clause, cues, index, before, said));
      last = said.at(-1);
    }
    before = last?.source === undefined ? {} : { spoke: true, document: isDocument(tokenize(prose, last.source.start, last.source.end), before.document === true) };
  }
  return relations;
}

/** What somebody said, wrote, thought or found. */
function readSaid(clause: Clause, cues: readonly Cue[], sentence: number, before: Before): Relation[] {
  const relations = new SentenceRelations(clause, sentence, before);
  const { tokens } = clause;
  for (const { at, word, verbal } of cues) {
    if (word.tag === 'according') {
      if (tokens[at + 1]?.lower === 'to') readAccording(relations, at, at + 2);
      continue;
    }
    if (word.tag === 'per') {
      readPer(relations, at);
      continue;
    }
    if (word.tag === 'as') {
      readAsReported(relations, at);
      continue;
    }
    if (word.tag === 'view' && readView(relations, at)) continue;
    const verb = word.reporting;
    if (verb && (verbal || verb.form === 'past')) readVerb(relations, at, verb, particles(verb.lemma));
    if (verb && !isRead(relations, at)) readPassive(relations, at, verb);
    if (word.speechNoun && tokens[at + 1]?.lower === 'that') readNoun(relations, at);
    if (word.impersonal) readImpersonal(relations, at);
    if (word.estimates) readEstimate(relations, at);
    if (word.gives) readGiven(relations, at);
    if (word.reckoning && !isRead(relations, at)) readOwned(relations, at);
    if (word.heard && !isRead(relations, at)) readHeard(relations, at);
  }
  readWordless(clause, relations.found, (cue, source, content, lemma) => relations.give(cue, source, content, lemma));
  return relations.found;
}

/** What somebody wants, plans, favours or knows, and what seems or is expected to be so, apart from what was `said`. */
function readStances(clause: Clause, cues: readonly Cue[], sentence: number, before: Before, said: readonly Relation[]): Relation[] {
  const relations = new SentenceRelations(clause, sentence, before, said);
  const { tokens } = clause;
  /** What somebody is said to want is part of what is said. */
  const isFree = ({ start, end }: Token) => !said.some(r => r.cue?.start === start || r.content.some(c => c.start <= start && c.end >= end));
  const free = cues.filter(({ at }) => isFree(tokens[at]!));
  for (const { at, word, verbal } of free) {
    for (const verb of word.stances) if (verbal || verb.form === 'past') readVerb(relations, at, verb, verb.before);
    const verb = word.reporting;
    if (verb && (verbal || verb.form === 'past') && !isRead(relations, at)) readVerb(relations, at, verb, particles(verb.lemma));
    const acted = verb ?? word.stances.find(v => !v.before);
    if (acted && !isRead(relations, at)) readPassive(relations, at, acted);
  }
  for (const { cue, source, content } of findUnsaid(clause, free)) {
    if (!isFree(tokens[cue.from]!) || !isFree(tokens[cue.to - 1]!) || relations.found.some(r => r.cue?.start === tokens[cue.from]!.start)) continue;
    relations.push({ cue: spanOf(clause, cue), source: source && relations.spanOfSource(source, 'named').span, content: [content], sourceKind: source ? 'named' : 'none', explained: false, lemma: 'stance' });
  }
  return relations.found;
}

/** Does the last relation rest on the word at `at`? */
function isRead({ found, clause }: SentenceRelations, at: number): boolean {
  return found.length > 0 && found[found.length - 1]!.cue?.start === clause.tokens[at]!.start;
}

/** The words outside quotation marks on which a relation may rest. */
function collectCues(clause: Clause): Cue[] {
  const { tokens, quoted, end } = clause;
  const cues: Cue[] = [];
  let titled: boolean | undefined;
  for (let at = 0; at < end; at++) {
    if (quoted[at] !== -1 || tokens[at]!.kind !== 'word') continue;
    const word = cueWord(tokens[at]!.lower);
    if (word) cues.push({ at, word, verbal: !tokens[at]!.capital || at === 0 || (titled ??= isTitle(clause)) });
  }
  return cues;
}

/** "Moe Says Brandt Will Go": nearly all the longer words begin with a capital letter. */
function isTitle({ tokens, quoted, end }: Clause): boolean {
  let capitals = 0;
  let long = 0;
  for (let i = 0; i < end; i++) {
    if (quoted[i] !== -1 || tokens[i]!.kind !== 'word' || tokens[i]!.text.length < 4) continue;
    long++;
    if (tokens[i]!.capital) capitals++;
  }
  return long > 2 && capitals >= long - 1;
}
