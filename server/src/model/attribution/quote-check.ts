// Holds a quotation against the passages of the sources that its citations name.
import type { Analysis, Quote } from '../analysis.ts';
import { passagesOf, toEvidence, type Evidence, type KnownPassage } from '../evidence/passages.ts';
import { resolveCitation } from '../sources.ts';
import { isGathered, matchQuote, preparePassage, quoteWords, type PreparedPassage, type QuoteMatch } from './quote-match.ts';

export type Verdict =
  /** `evidence` is left out where its parts stand in several excerpts. */
  | { readonly kind: 'faithful'; readonly evidence?: Evidence }
  | { readonly kind: 'near'; readonly source: string; readonly match: Extract<QuoteMatch, { kind: 'near' }>; readonly evidence: Evidence }
  /** `whole`: a whole capture lacks it; otherwise only excerpts do, which need not hold everything. */
  | { readonly kind: 'absent'; readonly sources: readonly string[]; readonly whole: boolean };

/** The ids of the registry's sources that a quotation is cited to: by its citations, or by the claim comments of its sentence. */
export function sourcesOfQuote(quote: Quote, { draft, sources }: Analysis): string[] {
  const ids = new Set<string>();
  for (const citation of quote.citations) for (const id of resolveCitation(citation, draft, sources).ids) ids.add(id);
  let last = quote.sentence.index;
  while ((draft.sentences[last + 1]?.start ?? quote.end) < quote.end) last++;
  for (const comment of draft.claims) {
    if (comment.sentence === undefined || comment.sentence < quote.sentence.index || comment.sentence > last) continue;
    for (const { id } of comment.sources) if (sources.has(id)) ids.add(id);
  }
  return [...ids];
}

/** Undefined where nothing can be said: no words to check, or a cited source without passages that might have it. */
export function verifyQuote(quote: Quote, cited: readonly string[], analysis: Analysis): Verdict | undefined {
  // One or two words are as often a term as a quotation.
  if (quote.use !== 'speech' || cited.length === 0 || quoteWords(quote.text).length < 3) return undefined;
  let near: Extract<Verdict, { kind: 'near' }> | undefined;
  let silent = false;
  let whole = false;
  for (const id of cited) {
    const passages = passagesOf(id, analysis);
    silent ||= passages.length === 0;
    for (const passage of passages) {
      const match = matchIn(passage, quote.text);
      if (match.kind === 'exact') return { kind: 'faithful', ...(match.span ? { evidence: toEvidence(id, passage, match.span) } : {}) };
      if (match.kind === 'near' && (near === undefined || match.changes.length < near.match.changes.length)) near = { kind: 'near', source: id, match, evidence: toEvidence(id, passage, match.span) };
      whole ||= passage.whole;
    }
    if (isGathered(quote.text, passages.filter(p => !p.whole).map(p => prepared(p).passage))) return { kind: 'faithful' };
  }
  if (near) return near;
  return silent ? undefined : { kind: 'absent', sources: cited, whole };
}

/** The passage in which a faithful quotation stands; undefined where it stands in none as a whole. */
export function findPassage(quote: Quote, cited: readonly string[], analysis: Analysis): Evidence | undefined {
  const verdict = verifyQuote(quote, cited, analysis);
  return verdict?.kind === 'faithful' ? verdict.evidence : undefined;
}

/** What was found before in an excerpt or capture: a long one takes longer to search than a keystroke may. */
const searched = new WeakMap<object, { readonly passage: PreparedPassage; readonly matches: Map<string, QuoteMatch> }>();
/** A draft that is typed asks for many wordings of one quotation, each of them once. */
const MOST_MATCHES = 500;

function prepared({ text, origin }: KnownPassage): { readonly passage: PreparedPassage; readonly matches: Map<string, QuoteMatch> } {
  let known = searched.get(origin);
  if (!known) searched.set(origin, (known = { passage: preparePassage(text), matches: new Map() }));
  return known;
}

function matchIn(passage: KnownPassage, quoted: string): QuoteMatch {
  const known = prepared(passage);
  let match = known.matches.get(quoted);
  if (!match) {
    if (known.matches.size >= MOST_MATCHES) known.matches.clear();
    known.matches.set(quoted, (match = matchQuote(quoted, known.passage)));
  }
  return match;
}
