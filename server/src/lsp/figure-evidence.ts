// What a hover shows of a figure and the sources that its sentence cites: the passage that gives it, or gives another.
import { createWithholding } from '../engine/withhold.ts';
import type { Figure } from '../model/analysis.ts';
import { verifyFigure } from '../model/evidence/figure-check.ts';
import type { FixContext } from '../rules/rule.ts';
import { nameIds } from '../rules/source-ids.ts';
import { describeQuantity } from './describe-quantity.ts';
import { excerptLine } from './excerpt-line.ts';
import type { Line } from './markup.ts';

/** Nothing where no text of the sources is known, or nothing can be said. */
export function figureEvidence(figure: Figure, context: FixContext): Line[] {
  const { analysis } = context;
  const verdict = verifyFigure(figure, analysis);
  if (!verdict) return [];
  const withhold = createWithholding(analysis);
  if (verdict.kind === 'absent') return [{ label: 'Match', text: withhold(`not in the text of ${nameIds(verdict.sources)}`) }];
  const { source, text, locator } = verdict.evidence;
  const match = verdict.kind === 'other' ? `differs: the source gives ${describeQuantity(verdict.quantity)}` : verdict.derived ? 'it follows from the figures of this passage' : 'the source gives it';
  return [
    { label: 'Passage', text: withhold(`“${text}”`) },
    { label: 'Where', text: withhold(locator === undefined ? source : `${source}, ${locator}`) },
    { label: 'Match', text: match },
    ...excerptLine(verdict.evidence, context),
  ];
}
