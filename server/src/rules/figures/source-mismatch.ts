// figures/source-mismatch: a figure for which the source that is cited gives another, or none.
import { sourcesOfSentence } from '../../model/evidence/cited.ts';
import { verifyFigure, type FigureVerdict } from '../../model/evidence/figure-check.ts';
import { factorBetween } from '../../model/figures/compare.ts';
import { writeLike } from '../../model/figures/rounding.ts';
import { describeQuantity } from '../../model/figures/words.ts';
import { wasRead } from '../../model/source-checks.ts';
import { quotePassage } from '../evidence-words.ts';
import { excerptFix } from '../quotes/found-passage.ts';
import { defineRule, type Fix } from '../rule.ts';
import { nameIds } from '../source-ids.ts';

export const sourceMismatch = defineRule({
  id: 'figures/source-mismatch',
  summary: 'A figure for which the cited source gives another value, or none at all.',
  severity: 'warning',
  scope: 'draft',
  when: 'command',

  *check(analysis) {
    if (analysis.context.checkResults.size === 0) return;
    for (const figure of analysis.figures) {
      const cited = sourcesOfSentence(figure.sentence, analysis);
      if (!cited?.every(id => wasRead(id, analysis))) continue;
      const verdict = verifyFigure(figure, analysis);
      const { start, end } = figure;
      if (verdict?.kind === 'other') yield { start, end, message: otherMessage(verdict) };
      else if (verdict?.kind === 'absent') yield { start, end, severity: 'information', message: `This figure is not in the text of ${nameIds(verdict.sources)}, and follows from none that is.` };
    }
  },

  fixes({ document, start, end }, context) {
    const figure = context.analysis.figures.find(one => one.start === start && one.end === end);
    const verdict = figure && verifyFigure(figure, context.analysis);
    if (verdict?.kind !== 'other') return [];
    const fixes: Fix[] = [];
    const factor = verdict.quantity.unit === null ? 1 : factorBetween(verdict.quantity.unit, figure!.quantity.unit);
    if (factor !== undefined && verdict.quantity.upper === null && figure!.quantity.upper === null && !figure!.quantity.parts) {
      const text = writeLike(verdict.quantity.value * factor, figure!);
      fixes.push({ title: `Use the figure of ${nameIds([verdict.source])}: ${text}`, safe: false, preferred: true, edits: [{ document, ...figure!.sentence.leaf.toSource(figure!.quantity.numberSpan), text }] });
    }
    return [...fixes, ...excerptFix(verdict.evidence, context)];
  },
});

function otherMessage({ source, quantity, evidence }: Extract<FigureVerdict, { kind: 'other' }>): string {
  return `${nameIds([source])} gives another figure for what seems the same, ${describeQuantity(quantity)}: ${quotePassage(evidence)}.`;
}
