// figures/arithmetic: a stated change, share, sum or difference that does not follow from the numbers beside it.
import { findMiscalculations, type Miscalculation } from '../../model/figures/arithmetic.ts';
import { describeQuantity } from '../../model/figures/words.ts';
import { defineRule } from '../rule.ts';

export const arithmetic = defineRule({
  id: 'figures/arithmetic',
  summary: 'A percentage change, share, total or difference that does not follow from the numbers given beside it.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',

  *check(analysis) {
    const { draft, context } = analysis;
    for (const found of findMiscalculations(analysis)) {
      if (found.nature === 'points') continue;
      const { stated, from } = found;
      const leaf = stated.sentence.leaf;
      const number = leaf.toSource(stated.quantity.numberSpan);
      yield {
        start: stated.start, end: stated.end, message: message(found, draft.text.slice(stated.start, stated.end).replace(/\s+/g, ' ')),
        related: from.map(figure => ({ document: context.document, start: figure.start, end: figure.end, message: 'It should follow from this figure.' })),
        data: { number: { start: number.start, end: number.end }, computed: numberWords(found) },
      };
    }
  },

  fixes({ document, data }) {
    const { number, computed } = data as { number: { start: number; end: number }; computed: string };
    return [{ title: `Replace by ${computed}`, safe: false, preferred: true, edits: [{ document, start: number.start, end: number.end, text: computed }] }];
  },
});

/** The computed value as the number of the stated figure is written: before its scale, with as many decimals. */
function numberWords({ stated: { quantity }, computed }: Miscalculation): string {
  const scale = [1e12, 1e9, 1e6].find(factor => Math.abs(quantity.value) >= factor && quantity.precision >= factor / 1e4) ?? 1;
  const value = computed / scale;
  const decimals = Math.min(6, Math.max(0, Math.round(-Math.log10(quantity.precision * 2 / scale))));
  const [whole, fraction] = value.toFixed(decimals).split('.');
  return whole!.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}

function message({ from, nature, computed, stated }: Miscalculation, words: string): string {
  const result = describeQuantity({ ...stated.quantity, value: computed, bound: '=' });
  const [a, b] = from.map(figure => describeQuantity({ ...figure.quantity, bound: '=' }));
  switch (nature) {
    case 'change': return `“${words}” does not follow: between ${a} and ${b} lies a change of ${result}.`;
    case 'share': return `“${words}” does not follow: from ${a} and ${b} it is ${result}.`;
    case 'difference': return `“${words}” does not follow: ${a} and ${b} are ${result} apart.`;
    default: return `“${words}” does not add up: the numbers beside it come to ${result}.`;
  }
}
