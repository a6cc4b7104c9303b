// figures/arithmetic: a stated change, share, sum, rate, difference or number of years that does not follow from the numbers beside it.
import { findMiscalculations, type Miscalculation } from '../../model/figures/arithmetic.ts';
import { writeLike, writeShareLike } from '../../model/figures/rounding.ts';
import { describeQuantity } from '../../model/figures/words.ts';
import { defineRule } from '../rule.ts';

export const arithmetic = defineRule({
  id: 'figures/arithmetic',
  summary: 'A percentage change, share, total, rate or difference that does not follow from the numbers given beside it.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',

  *check(analysis) {
    const { draft, context } = analysis;
    for (const found of findMiscalculations(analysis)) {
      if (found.nature === 'points') continue;
      const { stated, from, computed } = found;
      const leaf = stated.sentence.leaf;
      const inWords = stated.quantity.kind === 'ratio' && stated.quantity.unit === null;
      const replaced = leaf.toSource(inWords ? stated.prose : stated.quantity.numberSpan);
      yield {
        start: stated.start, end: stated.end, message: message(found, draft.text.slice(stated.start, stated.end).replace(/\s+/g, ' ')),
        related: from.map(figure => ({ document: context.document, start: figure.start, end: figure.end, message: 'It should follow from this figure.' })),
        data: { replaced: { start: replaced.start, end: replaced.end }, computed: inWords ? writeShareLike(computed, analysis.figures) : writeLike(computed, stated) },
      };
    }
  },

  fixes({ document, data }) {
    const { replaced, computed } = data as { replaced: { start: number; end: number }; computed: string };
    return [{ title: `Replace by ${computed}`, safe: false, preferred: true, edits: [{ document, start: replaced.start, end: replaced.end, text: computed }] }];
  },
});

const TIMES: ReadonlyMap<number | undefined, string> = new Map([[0.5, 'half of'], [2, 'twice'], [3, 'three times'], [4, 'four times'], [5, 'five times'], [6, 'six times'], [7, 'seven times'], [8, 'eight times'], [9, 'nine times'], [10, 'ten times']]);

function message({ from, nature, computed, stated, times }: Miscalculation, words: string): string {
  const result = describeQuantity({ ...stated.quantity, value: computed, bound: '=' });
  const [a, b] = from.map(figure => describeQuantity({ ...figure.quantity, bound: '=' }));
  switch (nature) {
    case 'change': return `“${words}” does not follow: between ${a} and ${b} lies a change of ${result}.`;
    case 'share': case 'rate': return `“${words}” does not follow: from ${b === undefined ? a : `${a} and ${b}`} it is ${result}.`;
    case 'difference': return `“${words}” does not follow: ${b === undefined ? `the two numbers of ${a}` : `${a} and ${b}`} are ${result} apart.`;
    case 'multiple': return `“${words}” does not follow: ${TIMES.get(times) ?? 'that multiple of'} ${a} is ${result}.`;
    case 'years': return `“${words}” does not follow: by the years beside it, it is ${result}.`;
    default: return `“${words}” does not add up: the numbers beside it come to ${result}.`;
  }
}
