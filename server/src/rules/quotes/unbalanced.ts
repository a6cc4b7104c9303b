// quotes/unbalanced: a quotation mark that never closes.
import type { Analysis, Quote } from '../../model/analysis.ts';
import { defineRule } from '../rule.ts';

export const unbalanced = defineRule({
  id: 'quotes/unbalanced',
  summary: 'A quotation mark that never closes.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',
  *check(analysis) {
    for (const quote of analysis.quotes) {
      if (quote.closed) continue;
      yield { start: quote.start, end: endOf(quote), message: `This quotation opens with ${markOf(quote, analysis)} and never closes.` };
    }
  },
  fixes(finding, { analysis }) {
    const quote = analysis.quotes.find(q => q.start === finding.start && !q.closed);
    if (!quote) return [];
    const at = closingPlace(quote, analysis);
    return [{ title: 'Close the quotation', safe: false, preferred: true, edits: [{ document: finding.document, start: at, end: at, text: CLOSING[markOf(quote, analysis)] ?? '"' }] }];
  },
});

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '”': '”', '„': '“', '‘': '’', "'": "'", '«': '»', '»': '«', "''": "''", '``': "''" };

function markOf(quote: Quote, { draft }: Analysis): string {
  return draft.text.slice(quote.start, quote.inner.start);
}

/** The finding covers the sentence in which the quotation opens: where it should end is not known. */
function endOf(quote: Quote): number {
  return Math.min(quote.end, Math.max(quote.sentence.end, quote.inner.start));
}

/** Before the words that say who speaks, where they follow in the same sentence; else at the end of the sentence. */
function closingPlace(quote: Quote, { attributions }: Analysis): number {
  const tag = attributions.find(a => a.sentence === quote.sentence && a.cue !== undefined && a.cue.start > quote.start && a.content.some(c => c.start <= quote.inner.start && c.end < a.cue!.start));
  const said = tag?.content.find(c => c.start <= quote.inner.start);
  if (!said) return endOf(quote);
  // The comma before the tag belongs inside the marks.
  const text = quote.leaf.content.prose;
  return text.charAt(quote.leaf.toProse(said.end)) === ',' ? said.end + 1 : said.end;
}
