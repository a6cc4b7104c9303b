// What the words of one leaf alone say about speech: its quotations and attribution relations. Cached by the leaf's content.
import { tokenize, type Token } from '../../language/tokens.ts';
import type { LeafContent } from '../../draft/draft.ts';
import { pairMarks, type QuotedSpan } from './marks.ts';
import { findRelations } from './relations.ts';
import type { Relation } from './sentence-relations.ts';

export interface LeafSpeech {
  /** The tokens of each sentence. */
  readonly tokens: readonly (readonly Token[])[];
  readonly quotes: readonly QuotedSpan[];
  readonly relations: readonly Relation[];
  /** For each sentence the indices of its relations. */
  readonly bySentence: readonly (readonly number[])[];
  /** For each quotation the index of the sentence in which it begins, and of that in which it ends. */
  readonly extent: readonly { readonly first: number; readonly last: number }[];
}

const cache = new WeakMap<LeafContent, LeafSpeech>();

/** The quotations and relations of a leaf; spans are of its prose. */
export function readLeafSpeech(content: LeafContent): LeafSpeech {
  let found = cache.get(content);
  if (found === undefined) cache.set(content, (found = read(content)));
  return found;
}

function read(content: LeafContent): LeafSpeech {
  const quotes = pairMarks(withoutCode(content));
  const tokens = content.sentences.map(s => tokenize(content.prose, s.start, s.end));
  const relations = findRelations(content.prose, tokens, quotes);
  const bySentence: number[][] = content.sentences.map(() => []);
  for (const [i, relation] of relations.entries()) bySentence[relation.sentence]!.push(i);
  let s = 0;
  const extent = quotes.map(quote => {
    while (s + 1 < content.sentences.length && content.sentences[s]!.end <= quote.start) s++;
    let last = s;
    while (last + 1 < content.sentences.length && content.sentences[last + 1]!.start < quote.end) last++;
    return { first: s, last };
  });
  return { tokens, quotes, relations, bySentence, extent };
}

/** The prose with what is set as code blanked out: a mark in it quotes nothing. */
function withoutCode({ prose, markup }: LeafContent): string {
  let out = '';
  let at = 0;
  for (const span of markup) {
    if (span.kind !== 'code' || span.start < at) continue;
    out += prose.slice(at, span.start) + 'x'.repeat(span.end - span.start);
    at = span.end;
  }
  return out + prose.slice(at);
}
