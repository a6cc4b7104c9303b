// quotes/mismatch: a quotation that is not in the excerpt or capture of its source.
import type { Analysis, Quote } from '../../model/analysis.ts';
import { sourcesOfQuote, verifyQuote, type Verdict } from '../../model/attribution/quote-check.ts';
import { isAbridged } from '../../model/attribution/quote-match.ts';
import { defineRule, type Finding, type Fix, type FixContext, type Report } from '../rule.ts';
import { nameIds } from '../source-ids.ts';
import { excerptFix } from './found-passage.ts';
import { describeChanges, knownPart, nameChanges, replaceWords } from './wording.ts';

export const mismatch = defineRule({
  id: 'quotes/mismatch',
  summary: 'A quotation that differs from its source, or is not in it.',
  severity: 'error',
  scope: 'draft',
  when: 'keystroke',
  *check(analysis) {
    for (const quote of analysis.quotes) {
      const verdict = verifyQuote(quote, sourcesOfQuote(quote, analysis), analysis);
      if (verdict && verdict.kind !== 'faithful') yield report(quote, verdict, analysis);
    }
  },
  fixes(finding, context) {
    const quote = context.analysis.quotes.find(q => q.start === finding.start && q.end === finding.end);
    return quote ? fixesFor(quote, finding, context) : [];
  },
});

function report(quote: Quote, verdict: Exclude<Verdict, { kind: 'faithful' }>, analysis: Analysis): Report {
  const { start, end } = quote;
  if (verdict.kind === 'near') return { start, end, severity: 'warning', message: `This quotation differs from ${nameIds([verdict.source])}${verdict.evidence.locator === undefined ? '' : ` (${verdict.evidence.locator})`}: ${describeChanges(verdict.match.changes)}.` };
  if (verdict.whole) return { start, end, severity: 'error', message: `This quotation is not in the text of ${nameIds(verdict.sources)}.` };
  return { start, end, severity: 'warning', message: `This quotation is not in ${knownPart(verdict.sources, analysis)}; add the passage to the excerpts, or check the words.` };
}

function fixesFor(quote: Quote, { document }: Finding, context: FixContext): Fix[] {
  const { analysis } = context;
  const verdict = verifyQuote(quote, sourcesOfQuote(quote, analysis), analysis);
  const fixes: Fix[] = [];
  // Of an abridged quotation only a stretch was compared.
  if (verdict?.kind === 'near' && !isAbridged(quote.text)) {
    const text = replaceWords(quote.text, verdict.match.text);
    fixes.push({ title: `Use the words of ${nameIds([verdict.source])}: ${nameChanges(verdict.match.changes)}`, safe: false, preferred: true, edits: [{ document, ...quote.inner, text }] });
  }
  if (quote.inner.start > quote.start) {
    const inner = analysis.draft.text.slice(quote.inner.start, quote.inner.end);
    fixes.push({ title: 'Paraphrase: take the quotation marks away', safe: false, edits: [{ document, start: quote.start, end: quote.end, text: inner }] });
  }
  if (verdict?.kind === 'near') fixes.push(...excerptFix(verdict.evidence, context));
  return fixes;
}
