// quotes/inconsistent: the same quotation given in two wordings.
import { findVariants, type QuoteUnit } from '../../model/attribution/quote-variants.ts';
import { compareWords } from '../../model/attribution/quote-match.ts';
import { defineRule } from '../rule.ts';
import { describeChanges, nameChanges, replaceWords } from './wording.ts';

export const inconsistent = defineRule({
  id: 'quotes/inconsistent',
  summary: 'The same quotation given in two wordings.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',
  *check(analysis) {
    const { document } = analysis.context;
    for (const [a, b] of findVariants(analysis)) {
      for (const [one, other] of [[a, b], [b, a]] as const) {
        yield {
          start: one.start,
          end: one.end,
          message: `This quotation is given in two wordings: here ${describeChanges(compareWords(other.text, one.text)).replaceAll(' is not in the source', ' is added').replaceAll(' is left out', ' is missing')}.`,
          related: [{ document, start: other.start, end: other.end, message: `The other wording: “${other.text}”.` }],
          data: { other: [other.start, other.end] },
        };
      }
    }
  },
  fixes(finding, { analysis }) {
    const { document, start, data } = finding;
    const [from] = (data?.['other'] as readonly number[] | undefined) ?? [];
    const pair = findVariants(analysis).find(([a, b]) => (a.start === start && b.start === from) || (b.start === start && a.start === from));
    if (!pair) return [];
    const [one, other] = pair[0].start === start ? pair : [pair[1], pair[0]];
    const use = (target: QuoteUnit, source: QuoteUnit, title: string) => ({ title, safe: false, edits: [{ document, ...target.words, text: replaceWords(target.text, source.text) }] });
    return [use(one, other, `Use the other wording here: ${nameChanges(compareWords(other.text, one.text))}`), use(other, one, `Use this wording in the other place: ${nameChanges(compareWords(one.text, other.text))}`)];
  },
});
