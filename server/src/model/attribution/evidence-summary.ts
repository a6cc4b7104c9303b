// How much of a draft was held against the words of its sources.
import type { Analysis } from '../analysis.ts';
import { sourcesOfQuote, verifyQuote } from './quote-check.ts';

/** Quotations and figures whose sources' words are known, and how many of them differ. */
export function summarizeEvidence(analysis: Analysis): { readonly quotations: number; readonly figures: number; readonly mismatches: number } {
  const verdicts = analysis.quotes.flatMap(quote => verifyQuote(quote, sourcesOfQuote(quote, analysis), analysis) ?? []);
  return { quotations: verdicts.length, figures: 0, mismatches: verdicts.filter(({ kind }) => kind !== 'faithful').length };
}
