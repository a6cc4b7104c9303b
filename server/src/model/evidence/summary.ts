// How much of a draft was held against the words of its sources.
import type { Analysis } from '../analysis.ts';
import { verifyFigure } from './figure-check.ts';
import { sourcesOfQuote, verifyQuote } from '../attribution/quote-check.ts';

/** Quotations and figures whose sources' words are known, and how many of them differ. */
export function summarizeEvidence(analysis: Analysis): { readonly quotations: number; readonly figures: number; readonly mismatches: number } {
  const quotations = analysis.quotes.flatMap(quote => verifyQuote(quote, sourcesOfQuote(quote, analysis), analysis) ?? []);
  const figures = analysis.figures.flatMap(figure => verifyFigure(figure, analysis) ?? []);
  return {
    quotations: quotations.length, figures: figures.length,
    mismatches: quotations.filter(({ kind }) => kind !== 'faithful').length + figures.filter(({ kind }) => kind !== 'present').length,
  };
}
