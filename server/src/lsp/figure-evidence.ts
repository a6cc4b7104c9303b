// What a hover shows of a figure and the sources that its sentence cites: the passage that gives it, or gives another.
import type { Figure } from '../model/analysis.ts';
import { verifyFigure } from '../model/evidence/figure-check.ts';
import type { FixContext } from '../rules/rule.ts';
import { nameIds } from '../rules/source-ids.ts';
import { describeQuantity } from './describe-quantity.ts';
import { evidenceLines } from './evidence-lines.ts';
import type { Line } from './markup.ts';

/** Nothing where no text of the sources is known, or nothing can be said. */
export function figureEvidence(figure: Figure, context: FixContext): Line[] {
  const verdict = verifyFigure(figure, context.analysis);
  if (!verdict) return [];
  if (verdict.kind === 'absent') return evidenceLines(undefined, `not in the text of ${nameIds(verdict.sources)}`, context);
  const match = verdict.kind === 'other' ? `differs: the source gives ${describeQuantity(verdict.quantity)}` : verdict.derived ? 'it follows from the figures of this passage' : 'the source gives it';
  return evidenceLines(verdict.evidence, match, context);
}
