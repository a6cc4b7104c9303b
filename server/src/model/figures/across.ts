// Figures that no claim names, compared with those of the project's other drafts.
import type { Analysis, Figure } from '../analysis.ts';
import type { DraftSummary, SummaryFigure } from '../context.ts';
import { canBothHold, sameUnit, timesOverlap } from './compare.ts';

export interface AcrossConflict {
  readonly here: Figure;
  readonly there: SummaryFigure & { readonly document: string };
}

/** A summary stays small. */
const MOST_FIGURES = 200;

/** The figures of a draft that another may be held against: levels that say what they measure and of whom. */
export function summarizeFigures({ figures, draft }: Pick<Analysis, 'figures' | 'draft'>): SummaryFigure[] {
  const found: SummaryFigure[] = [];
  for (const figure of figures) {
    if (!isDistinct(figure) || found.length === MOST_FIGURES) continue;
    const { start, end, quantity, about, kind, measure, asOf } = figure;
    found.push({ start, end, quantity, about, kind, words: draft.text.slice(start, end), ...(measure === undefined ? {} : { measure }), ...(asOf === undefined ? {} : { asOf }) });
  }
  return found;
}

function isDistinct(figure: Figure): figure is Figure & SummaryFigure {
  return figure.name === undefined && figure.about !== undefined && figure.about.head !== '' && (figure.kind === 'level' || figure.kind === 'total' || figure.kind === 'forecast') && figure.about.modifiers.length + figure.about.names.length > 0;
}

/**
 * Figures of this draft that cannot hold beside those of another: same measure with the same modifiers, a name in common, and the same time.
 * Undated figures of two drafts may be of two days: at least one of each pair is dated, or what they measure is told by two words and more.
 */
export function acrossConflicts(analysis: Pick<Analysis, 'figures' | 'context'>): AcrossConflict[] {
  const others = new Map<string, (SummaryFigure & { readonly document: string })[]>();
  for (const other of analysis.context.others) for (const figure of othersFigures(other)) {
    const group = others.get(figure.about.head);
    if (group) group.push(figure);
    else others.set(figure.about.head, [figure]);
  }
  if (others.size === 0) return [];
  return analysis.figures.filter(isDistinct).flatMap(here => (others.get(here.about.head) ?? []).filter(there => conflicts(here, there)).map(there => ({ here, there })));
}

function othersFigures({ document, figures }: DraftSummary): (SummaryFigure & { readonly document: string })[] {
  return (figures ?? []).map(figure => ({ ...figure, document }));
}

function conflicts(here: Figure & SummaryFigure, there: SummaryFigure): boolean {
  const [a, b] = [here.about, there.about];
  if (here.kind !== there.kind || !sameUnit(here.quantity, there.quantity) || canBothHold(here.quantity, there.quantity)) return false;
  if (a.modifiers.length !== b.modifiers.length || !a.modifiers.every(word => b.modifiers.includes(word))) return false;
  if (!a.names.some(name => b.names.includes(name))) return false;
  if (here.asOf !== undefined && there.asOf !== undefined) return timesOverlap(here.asOf, there.asOf);
  return here.asOf === there.asOf && a.modifiers.length > 0;
}
