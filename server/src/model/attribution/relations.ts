// Finds attribution relations (cue, source, content) in the sentences of one leaf, in one pass over its tokens.
import { IMPERSONAL, particles, reportingVerb, SPEECH_NOUNS, WIDELY } from '../../language/reporting.ts';
import { stanceVerbs } from '../../language/stances.ts';
import { tokenize, type Token } from '../../language/tokens.ts';
import { type Clause, readClause } from './clause.ts';
import { spanOf } from './content.ts';
import { readEstimate, readGiven } from './given-figures.ts';
import { readImpersonal } from './impersonal.ts';
import { ESTIMATES, GIVES, VIEWS } from './lexicon.ts';
import type { QuotedSpan } from './marks.ts';
import { readPassive } from './passive.ts';
import { readVerb } from './reporting-verbs.ts';
import { isDocument, type Relation, SentenceRelations } from './sentence-relations.ts';
import { findUnsaid } from './stances.ts';
import { readAccording, readAsReported, readNoun, readView } from './tags.ts';
import { readWordless } from './wordless.ts';

/** A sentence longer than this is read in pieces: no writer's is, and what a verb looks at must stay bounded. */
const PIECE = 250;

/** The relations of a leaf in order, given the tokens of its sentences. Linear in the length of the prose. */
export function findRelations(prose: string, sentences: readonly (readonly Token[])[], quotes: readonly QuotedSpan[]): Relation[] {
  const relations: Relation[] = [];
  let from = 0;
  let document = false;
  for (const [index, sentence] of sentences.entries()) {
    let last: Relation | undefined;
    for (let at = 0; at < sentence.length; at += PIECE) {
      const tokens = sentence.length <= PIECE ? sentence : sentence.slice(at, at + PIECE);
      while (from < quotes.length && quotes[from]!.end <= tokens[0]!.start) from++;
      const clause = readClause(prose, tokens, quotes, from);
      const said = readSaid(clause, index, document);
      relations.push(...said, ...readStances(clause, index, document, said));
      last = said.at(-1);
    }
    document = last?.source !== undefined && isDocument(tokenize(prose, last.source.start, last.source.end), document);
  }
  return relations;
}

/** What somebody said, wrote, thought or found. */
function readSaid(clause: Clause, sentence: number, document: boolean): Relation[] {
  const relations = new SentenceRelations(clause, sentence, document);
  const { tokens, quoted, end } = clause;
  const titled = isTitle(clause);
  for (let i = 0; i < end; i++) {
    if (quoted[i] !== -1) continue;
    const token = tokens[i]!;
    if (token.kind !== 'word') continue;
    if (token.lower === 'according' && tokens[i + 1]?.lower === 'to') readAccording(relations, i, i + 2);
    else if (token.lower === 'as') readAsReported(relations, i);
    else if (!VIEWS.has(token.lower) || !readView(relations, i)) {
      const verb = reportingVerb(token.lower);
      if (verb && !(token.capital && i > 0 && verb.form !== 'past' && !titled)) readVerb(relations, i, verb, particles(verb.lemma));
      if (verb && relations.found.at(-1)?.cue?.start !== token.start) readPassive(relations, i, verb);
      if (SPEECH_NOUNS.has(token.lower) && tokens[i + 1]?.lower === 'that') readNoun(relations, i);
      if (IMPERSONAL.has(token.lower) || WIDELY.has(token.lower)) readImpersonal(relations, i);
      if (ESTIMATES.has(token.lower)) readEstimate(relations, i);
      if (GIVES.has(token.lower)) readGiven(relations, i);
    }
  }
  readWordless(clause, relations.found, (cue, source, content, lemma) => relations.give(cue, source, content, lemma));
  return relations.found;
}

/** What somebody wants, plans, favours or knows, and what seems or is expected to be so, apart from what was `said`. */
function readStances(clause: Clause, sentence: number, document: boolean, said: readonly Relation[]): Relation[] {
  const relations = new SentenceRelations(clause, sentence, document, said);
  const { tokens, quoted, end } = clause;
  const titled = isTitle(clause);
  const spoken = said.flatMap(r => r.content);
  const cues = new Set(said.map(r => r.cue?.start));
  /** What somebody is said to want is part of what is said. */
  const isFree = (token: Token) => !cues.has(token.start) && !spoken.some(c => c.start <= token.start && c.end >= token.end);
  for (let i = 0; i < end; i++) {
    if (quoted[i] !== -1 || tokens[i]!.kind !== 'word' || !isFree(tokens[i]!)) continue;
    const { lower, capital } = tokens[i]!;
    const said = reportingVerb(lower);
    for (const verb of stanceVerbs(lower) ?? []) if (!capital || i === 0 || verb.form === 'past' || titled) readVerb(relations, i, verb, verb.before);
    if (said && relations.found.at(-1)?.cue?.start !== tokens[i]!.start && (!capital || i === 0 || said.form === 'past' || titled)) readVerb(relations, i, said, particles(said.lemma));
    const acted = said ?? stanceVerbs(lower)?.find(v => !v.before);
    if (acted && relations.found.at(-1)?.cue?.start !== tokens[i]!.start) readPassive(relations, i, acted);
  }
  for (const { cue, source, content } of findUnsaid(clause)) {
    if (!isFree(tokens[cue.from]!) || !isFree(tokens[cue.to - 1]!)) continue;
    relations.push({ cue: spanOf(clause, cue), source: source && relations.spanOfSource(source, 'named').span, content: [content], sourceKind: source ? 'named' : 'none', explained: false, lemma: 'stance' });
  }
  return relations.found;
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
