// figures/percent-points: "percent" where the percentages given differ by that many points.
import { findMiscalculations } from '../../model/figures/arithmetic.ts';
import { describeQuantity } from '../../model/figures/words.ts';
import { defineRule } from '../rule.ts';

export const percentPoints = defineRule({
  id: 'figures/percent-points',
  summary: '“Percent” where the two percentages given differ by that many points.',
  severity: 'warning',
  scope: 'draft',
  when: 'keystroke',

  *check(analysis) {
    const { draft, context } = analysis;
    for (const { stated, from, nature } of findMiscalculations(analysis)) {
      if (nature !== 'points') continue;
      const [old, now] = from;
      const words = draft.text.slice(stated.start, stated.end).replace(/\s+/g, ' ');
      const number = stated.sentence.leaf.toSource(stated.quantity.numberSpan);
      yield {
        start: stated.start, end: stated.end,
        message: `Between ${describeQuantity(old!.quantity)} and ${describeQuantity(now!.quantity)} lie ${stated.quantity.value} percentage points, not ${words}.`,
        related: from.map(figure => ({ document: context.document, start: figure.start, end: figure.end, message: 'One of the two percentages.' })),
        data: { unit: { start: number.end, end: stated.end }, one: stated.quantity.value === 1 },
      };
    }
  },

  fixes({ document, data }) {
    const { unit, one } = data as { unit: { start: number; end: number }; one: boolean };
    const words = one ? 'percentage point' : 'percentage points';
    return [{ title: `Change to “${words}”`, safe: false, preferred: true, edits: [{ document, start: unit.start, end: unit.end, text: ` ${words}` }] }];
  },
});
