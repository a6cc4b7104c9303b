// What a hover shows of a date or a name and the sources that its sentence cites: the passage that has it, or has another.
import { createWithholding } from '../engine/withhold.ts';
import type { Analysis } from '../model/analysis.ts';
import { verifyDate, type DateVerdict } from '../model/evidence/date-check.ts';
import { namesToVerify, verifyName, type NameVerdict } from '../model/evidence/name-check.ts';
import type { FixContext } from '../rules/rule.ts';
import { nameIds } from '../rules/source-ids.ts';
import { contains, type Span } from '../span.ts';
import { evidenceLines } from './evidence-lines.ts';
import type { Card } from './markup.ts';

interface Fact {
  readonly span: Span;
  readonly verdict: DateVerdict | NameVerdict;
}

/** The date and the name at an offset of which a source's words tell something. */
export function factsAt(analysis: Analysis, offset: number): Fact[] {
  const at = (span: Span) => contains(span, { start: offset, end: offset });
  const checked = [...analysis.dates.filter(at).map(date => [date, verifyDate(date, analysis)] as const), ...namesToVerify(analysis).filter(at).map(name => [name, verifyName(name, analysis)] as const)];
  return checked.flatMap(([{ start, end }, verdict]) => (verdict ? [{ span: { start, end }, verdict }] : []));
}

export function factCard({ span, verdict }: Fact, context: FixContext): Card {
  const heading = createWithholding(context.analysis)(context.analysis.draft.text.slice(span.start, span.end));
  return { heading, lines: evidenceLines(verdict.kind === 'absent' ? undefined : verdict.evidence, describe(verdict), context) };
}

function describe(verdict: DateVerdict | NameVerdict): string {
  if (verdict.kind === 'absent') return `not in the text of ${nameIds(verdict.sources)}`;
  if (verdict.kind === 'other') return `differs: the source has “${verdict.words}”`;
  if ('spelt' in verdict) return `the source has it as “${verdict.spelt}”`;
  return 'coarser' in verdict ? 'the source is less exact' : 'the source has it';
}
