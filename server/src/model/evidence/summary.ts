// How much of a draft was held against the words of its sources.
import type { Analysis } from '../analysis.ts';
import { sourcesOfQuote, verifyQuote } from '../attribution/quote-check.ts';
import { verifyDate } from './date-check.ts';
import { verifyFigure } from './figure-check.ts';
import { namesToVerify, verifyName } from './name-check.ts';

/** What was held against sources' words, and how many differ. A date or a name that a source lacks differs from nothing. */
export interface EvidenceSummary {
  readonly quotations: number;
  readonly figures: number;
  readonly dates: number;
  /** Each once, however often it stands in the draft. */
  readonly names: number;
  readonly mismatches: number;
}

/** Quotations, figures, dates and names whose sources' words are known. */
export function summarizeEvidence(analysis: Analysis): EvidenceSummary {
  const quotations = analysis.quotes.flatMap(quote => verifyQuote(quote, sourcesOfQuote(quote, analysis), analysis) ?? []);
  const figures = analysis.figures.flatMap(figure => verifyFigure(figure, analysis) ?? []);
  const dates = analysis.dates.flatMap(date => verifyDate(date, analysis) ?? []);
  const names = new Map(namesToVerify(analysis).flatMap(name => {
    const verdict = verifyName(name, analysis);
    return verdict ? [[name.words.join(' '), verdict.kind] as const] : [];
  }));
  return {
    quotations: quotations.length, figures: figures.length, dates: dates.length, names: names.size,
    mismatches: quotations.filter(({ kind }) => kind !== 'faithful').length + figures.filter(({ kind }) => kind !== 'present').length + dates.filter(({ kind }) => kind === 'other').length + [...names.values()].filter(kind => kind === 'other').length,
  };
}
