// Figures that cannot both hold: those that claims name, over the drafts of the project, and those that the words show to be the same.
import type { Analysis, NamedFigure } from '../analysis.ts';
import type { DraftSummary } from '../context.ts';
import type { Span } from '../../span.ts';
import { canBothHold, sameUnit, timesOverlap } from './compare.ts';

/** One of two figures in conflict, at its place. */
export interface ConflictSide extends Span {
  readonly document: string;
  readonly quantity: NamedFigure['quantity'];
  /** As written. */
  readonly words: string;
  readonly asOf?: string;
  readonly scope?: string;
}

/** A conflict between two claims' figures of one name; the first is in this draft. */
export interface NamedConflict {
  readonly name: string;
  readonly here: ConflictSide;
  readonly there: ConflictSide;
  /** The units cannot be compared at all: a percentage against dollars. */
  readonly units: boolean;
}

/** With so many figures of its name each is held against others of them, and so many that it cannot stand beside are named: more no one reads. */
const MOST_COMPARED = 1000;
const MOST_OTHERS = 50;

/** Conflicts among named figures, each given once for every figure of this draft that is in it (with its counterparts). */
export function namedConflicts(analysis: Analysis): NamedConflict[] {
  const own = ownNamed(analysis);
  if (own.length === 0) return [];
  const byName = new Map<string, (ConflictSide & { readonly name: string })[]>();
  for (const figure of [...own, ...analysis.context.others.flatMap(othersNamed)]) {
    const list = byName.get(figure.name);
    if (list) list.push(figure);
    else byName.set(figure.name, [figure]);
  }
  const found: NamedConflict[] = [];
  for (const here of own) {
    const before = found.length;
    const all = byName.get(here.name) ?? [];
    for (let i = 0; i < Math.min(all.length, MOST_COMPARED) && found.length - before < MOST_OTHERS; i++) {
      const there = all[i]!;
      if (there === here || !sameCase(here, there)) continue;
      const units = !sameUnit(here.quantity, there.quantity);
      if (units || !canBothHold(here.quantity, there.quantity)) found.push({ name: here.name, here, there, units });
    }
  }
  return found;
}

function ownNamed({ claims, context, draft }: Analysis): (ConflictSide & { readonly name: string })[] {
  return claims.flatMap(({ figure }) => (figure ? [{ ...figure, document: context.document, start: figure.span.start, end: figure.span.end, words: draft.text.slice(figure.span.start, figure.span.end) }] : []));
}

function othersNamed({ document, namedFigures }: DraftSummary): (ConflictSide & { readonly name: string })[] {
  return namedFigures.map(figure => ({ ...figure, document }));
}

/** Do the two speak of the same scope and time? What is unset matches any. */
function sameCase(a: ConflictSide, b: ConflictSide): boolean {
  if (a.scope !== undefined && b.scope !== undefined && fold(a.scope) !== fold(b.scope)) return false;
  return timesOverlap(a.asOf, b.asOf);
}

function fold(scope: string): string {
  return scope.trim().toLowerCase().replace(/\s+/g, ' ');
}
