// What editors show of a quotation: who speaks, and how its words stand to those of its source.
import { createWithholding } from '../engine/withhold.ts';
import type { Analysis, Attribution, Quote } from '../model/analysis.ts';
import { findChannel, speakerWords } from '../model/attribution/channel.ts';
import { findPassage, sourcesOfQuote, verifyQuote } from '../model/attribution/quote-check.ts';
import type { Evidence } from '../model/evidence/passages.ts';
import { describeChanges, knownPart } from '../rules/quotes/wording.ts';
import type { FixContext } from '../rules/rule.ts';
import { nameIds } from '../rules/source-ids.ts';
import { contains } from '../span.ts';
import { excerptLine } from './evidence-lines.ts';
import type { Card, Line } from './markup.ts';
import { sourceTitle } from './source-card.ts';

/** The quotation at an offset, its marks included; words that nobody speaks (a title, a term) are none. */
export function quoteAt({ quotes }: Analysis, offset: number): Quote | undefined {
  return quotes.find(quote => (quote.use === 'speech' || quote.attribution !== undefined) && contains(quote, { start: offset, end: offset }));
}

/** Who speaks, as the words of the draft say; undefined where none do. */
export function speakerOf(quote: Quote, analysis: Analysis): string | undefined {
  const attribution = attributionOf(quote, analysis);
  if (!attribution?.source) return undefined;
  const { start, end } = speakerWords(attribution.source, analysis.draft);
  return createWithholding(analysis)(attribution.speaker ?? analysis.draft.text.slice(start, end).replace(/\s+/gu, ' '));
}

export function attributionOf(quote: Quote, { attributions }: Analysis): Attribution | undefined {
  return quote.attribution === undefined ? undefined : attributions[quote.attribution];
}

export function quoteCard(quote: Quote, context: FixContext): Card {
  const { analysis } = context;
  const withhold = createWithholding(analysis);
  const attribution = attributionOf(quote, analysis);
  const channel = attribution && findChannel(attribution);
  const speaker = speakerOf(quote, analysis);
  const lines: Line[] = [{ label: 'Said by', text: speaker ?? 'the draft does not say' }];
  if (attribution?.source && speaker !== undefined) {
    const words = withhold(analysis.draft.text.slice(attribution.source.start, attribution.source.end).replace(/\s+/gu, ' '));
    if (words !== speaker) lines.push({ label: 'In the draft', text: `“${words}”` });
  }
  if (channel) lines.push({ label: 'Through', text: withhold(analysis.draft.text.slice(channel.start, channel.end)) });
  lines.push(...matchLines(quote, context));
  return { heading: 'Quotation', lines };
}

/** How the words stand to those of the cited source: word for word, nearly, not at all, or not checked, and why. */
function matchLines(quote: Quote, context: FixContext): Line[] {
  const { analysis } = context;
  const cited = sourcesOfQuote(quote, analysis);
  if (cited.length === 0) return [{ label: 'Match', text: 'not checked: no source of the registry is cited for it' }];
  const lines: Line[] = cited.map(id => {
    const entry = analysis.sources.get(id)?.entry;
    return { label: 'Source', text: entry ? `${id} · ${sourceTitle(entry)}` : id };
  });
  const verdict = verifyQuote(quote, cited, analysis);
  if (verdict === undefined) {
    const few = quote.use !== 'speech' || quote.text.trim().split(/\s+/u, 3).length < 3;
    lines.push({ label: 'Match', text: few ? 'not checked: too few words' : 'not checked: the registry has no excerpt or capture to hold it against' });
  } else if (verdict.kind === 'faithful') {
    const passage = findPassage(quote, cited, analysis);
    if (passage) lines.push({ label: 'Passage', text: `“${passage.text}”` }, ...whereLine(passage));
    lines.push({ label: 'Match', text: passage ? 'word for word' : 'word for word, gathered from several excerpts' }, ...(passage ? excerptLine(passage, context) : []));
  } else if (verdict.kind === 'near') {
    lines.push({ label: 'Passage', text: `“${verdict.match.text}”` }, ...whereLine(verdict.evidence), { label: 'Match', text: `differs: ${describeChanges(verdict.match.changes)}` }, ...excerptLine(verdict.evidence, context));
  } else lines.push({ label: 'Match', text: verdict.whole ? `not found in the text of ${nameIds(verdict.sources)}` : `not found in ${knownPart(verdict.sources, analysis)}` });
  return lines;
}

function whereLine({ source, locator }: Evidence): Line[] {
  return locator === undefined ? [] : [{ label: 'Where', text: `${source}, ${locator}` }];
}
