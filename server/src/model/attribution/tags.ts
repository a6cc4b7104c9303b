// Attributions by a phrase or noun that stands beside what is reported: "according to X", "in X's view", "as reported by X", "X's claim that".
import { reportingVerb } from '../../language/reporting.ts';
import { DETERMINERS, type Phrase, phraseAfter, phraseBefore, POSSESSIVES } from './clause.ts';
import { contentBefore, contentSpan, restAfter, spanOf } from './content.ts';
import { DOCUMENTS, OWN_FIGURES } from './lexicon.ts';
import type { SentenceRelations } from './sentence-relations.ts';

/** "…, according to X", "According to X, …" */
export function readAccording(relations: SentenceRelations, cue: number, at: number): void {
  const phrase = phraseAfter(relations.clause, at);
  if (!phrase) return;
  let before = contentBefore(relations.clause, relations.used, cue);
  if (!before && cue > 2 && relations.used >= cue - 1) {
    // "…, Moe said, according to the Gazette": it vouches for all that goes before.
    relations.used = 0;
    before = contentBefore(relations.clause, relations.used, cue);
  }
  const content = before ?? restAfter(relations.clause, phrase.to);
  if (content || relations.clause.tokens[phrase.to]?.text === ':') relations.give({ from: cue, to: at }, phrase, content ? [content] : [], 'according');
}

/** "…, per the council's plan", "Per X, …": set off by a comma and no rate. */
export function readPer(relations: SentenceRelations, at: number): void {
  const { tokens } = relations.clause;
  const next = tokens[at + 1];
  if (!next || (at > 0 && tokens[at - 1]!.text !== ',') || !(next.capital || DETERMINERS.has(next.lower) || POSSESSIVES.has(next.lower)) || /^an?$/.test(next.lower)) return;
  readAccording(relations, at, at + 1);
}

/** "in X's view", "in the opinion of X", "by her own count", "on the bank's figures" */
export function readView(relations: SentenceRelations, at: number): boolean {
  const { tokens } = relations.clause;
  let start = at - 1;
  while (start > 0 && at - start < 6 && !/^(?:in|by|on)$/.test(tokens[start]!.lower) && tokens[start]!.kind === 'word') start--;
  // "on the ministry's figures" beside a comma; "comments on the ministry's figures" has none.
  const [prepositions, apart] = OWN_FIGURES.has(tokens[at]!.lower) ? [/^(?:by|on)$/, start <= 0 || tokens[start - 1]!.text === ','] : [/^(?:in|by)$/, true];
  if (!prepositions.test(tokens[start]?.lower ?? '') || at - start < 2 || !apart) return false;
  let phrase: Phrase = { from: start + 1, to: at };
  if (tokens[at + 1]?.lower === 'of') {
    const owner = phraseAfter(relations.clause, at + 2);
    if (!owner) return false;
    phrase = owner;
  } else if (tokens[at - 1]!.lower === 'own') {
    phrase = { from: start + 1, to: at - 1 };
  } else if (!/'s?$|^(?:his|her|their|its|my|our)$/.test(tokens[at - 1]!.lower) && !(tokens[at - 1]!.text === '’' || tokens[at - 1]!.text === "'")) return false;
  const content = contentBefore(relations.clause, relations.used, start) ?? restAfter(relations.clause, Math.max(phrase.to, at + 1));
  if (content) relations.give({ from: start, to: at + 1 }, phrase, [content], 'view');
  return content !== undefined;
}

/** "his claim that …", "the allegation by X that …" */
export function readNoun(relations: SentenceRelations, at: number): void {
  const { tokens, end } = relations.clause;
  const content = contentSpan(relations.clause, at + 2, end);
  if (!content) return;
  let owner: Phrase | undefined;
  let from = at - 1;
  while (from > 0 && at - from < 4 && !POSSESSIVES.has(tokens[from]!.lower) && !/'s$/.test(tokens[from]!.lower) && !DETERMINERS.has(tokens[from]!.lower) && tokens[from]!.kind === 'word') from--;
  const possessor = tokens[from];
  if (possessor && POSSESSIVES.has(possessor.lower)) owner = { from, to: from + 1 };
  else if (possessor && /'s$/.test(possessor.lower)) owner = phraseBefore(relations.clause, from + 1);
  // "features a Gazette report that": named by who made it. "Moe cites a Gazette report that" is read already.
  else if (!relations.found.some(r => r.content.some(c => c.start === content.start)) && DOCUMENTS.has(tokens[at]!.lower) && DETERMINERS.has(possessor?.lower ?? '') && tokens.slice(from + 1, at).some(t => t.capital)) owner = { from, to: at + 1 };
  if (owner) relations.give({ from: at, to: at + 1 }, owner, [content], 'noun');
  // "There have been claims that …": whose?
  else if (tokens[0]!.lower === 'there' && at < 7 && !tokens.slice(0, at).some(t => t.kind === 'mark' || /^(?:no|not|never|by|from|any|little|if)$/.test(t.lower) || /n't$/.test(t.lower))) relations.push({ cue: spanOf(relations.clause, { from: 0, to: at + 1 }), source: undefined, content: [content], sourceKind: 'none', explained: false, lemma: 'impersonal' });
}

/** "As reported by the Gazette, it was late"; "it was late, as noted by Moe" */
export function readAsReported(relations: SentenceRelations, at: number): void {
  const { tokens, end } = relations.clause;
  const by = tokens[at + 1]?.lower === 'first' ? at + 3 : at + 2;
  const verb = reportingVerb(tokens[by - 1]?.lower ?? '');
  if (tokens[by]?.lower !== 'by' || by >= end || (verb?.form !== 'past' && verb?.form !== 'participle')) return;
  const source = phraseAfter(relations.clause, by + 1);
  const content = source && (at === 0 ? restAfter(relations.clause, source.to) : contentBefore(relations.clause, relations.used, at));
  if (source && content) relations.give({ from: at, to: by + 1 }, source, [content], 'as');
}
