// Holds a quotation against the passages of the sources that its citations name.
import type { Analysis, Quote } from '../analysis.ts';
import { resolveCitation } from '../sources.ts';
import { isGathered, locateQuote, matchQuote, preparePassage, quoteWords, type PreparedPassage, type QuoteMatch } from './quote-match.ts';

export type Verdict =
  | { readonly kind: 'faithful' }
  | { readonly kind: 'near'; readonly source: string; readonly match: Extract<QuoteMatch, { kind: 'near' }> }
  /** `whole`: a whole capture lacks it; otherwise only excerpts do, which need not hold everything. */
  | { readonly kind: 'absent'; readonly source: string; readonly whole: boolean };

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
  let near: { source: string; match: Extract<QuoteMatch, { kind: 'near' }> } | undefined;
  let silent = false;
  let whole = false;
  for (const id of cited) {
    const passages = passagesOf(id, analysis);
    silent ||= passages.length === 0;
    for (const passage of passages) {
      const match = matchIn(passage, quote.text);
      if (match.kind === 'exact') return { kind: 'faithful' };
      if (match.kind === 'near' && (near === undefined || match.changes.length < near.match.changes.length)) near = { source: id, match };
      whole ||= passage.whole;
    }
    if (isGathered(quote.text, passages.filter(p => !p.whole).map(p => prepared(p).passage))) return { kind: 'faithful' };
  }
  if (near) return { kind: 'near', ...near };
  return silent ? undefined : { kind: 'absent', source: cited.length === 1 ? cited[0]! : cited.join(' or '), whole };
}

/** The passage in which a faithful quotation stands, with the source that it is of; undefined where it stands in none as a whole. */
export function findPassage(quote: Quote, cited: readonly string[], analysis: Analysis): { readonly source: string; readonly text: string } | undefined {
  for (const id of cited) {
    for (const passage of passagesOf(id, analysis)) {
      if (matchIn(passage, quote.text).kind !== 'exact') continue;
      const span = locateQuote(quote.text, prepared(passage).passage);
      if (span) return { source: id, text: passage.text.slice(span.start, span.end) };
    }
  }
  return undefined;
}

/** What was found before in an excerpt or capture: a long one takes longer to search than a keystroke may. */
const searched = new WeakMap<object, { readonly passage: PreparedPassage; readonly matches: Map<string, QuoteMatch> }>();
/** A draft that is typed asks for many wordings of one quotation, each of them once. */
const MOST_MATCHES = 500;

function prepared({ text, origin }: Searched): { readonly passage: PreparedPassage; readonly matches: Map<string, QuoteMatch> } {
  let known = searched.get(origin);
  if (!known) searched.set(origin, (known = { passage: preparePassage(text), matches: new Map() }));
  return known;
}

function matchIn(passage: Searched, quoted: string): QuoteMatch {
  const known = prepared(passage);
  let match = known.matches.get(quoted);
  if (!match) {
    if (known.matches.size >= MOST_MATCHES) known.matches.clear();
    known.matches.set(quoted, (match = matchQuote(quoted, known.passage)));
  }
  return match;
}

/** A stretch of a source's own words. `origin` is the same object for as long as the words are. */
interface Searched {
  readonly text: string;
  readonly whole: boolean;
  readonly origin: object;
}

/** The stretches of a source's own words that are known: its excerpts and its capture. */
function passagesOf(id: string, { sources, context }: Analysis): Searched[] {
  const excerpts = sources.get(id)?.entry.excerpts ?? [];
  return [
    ...excerpts.map(excerpt => ({ text: excerpt.text, whole: false, origin: excerpt })),
    ...context.passages.filter(p => p.source === id).map(passage => ({ text: passage.text, whole: passage.whole, origin: passage })),
  ];
}
