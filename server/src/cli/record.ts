// A draft as the engine sees it: the record of `claimcheck analyze`. Fields may be added, never renamed.
import type { Analysis, Attribution, Claim, Figure, SentenceReading } from '../model/analysis.ts';
import type { Finding } from '../rules/rule.ts';
import type { Span } from '../span.ts';

/** The record of one draft. `toPath` names another document that a finding points at; the findings are those of the draft alone. */
export function toRecord(id: unknown, analysis: Analysis, findings: readonly Finding[], toPath: (document: string) => string): Record<string, unknown> {
  const { document } = analysis.context;
  return {
    id,
    sentences: analysis.sentences.map(toSentence),
    figures: analysis.figures.map(figure => toFigure(figure)),
    attributions: analysis.attributions.map(toAttribution),
    claims: analysis.claims.map(claim => toClaim(claim)),
    findings: findings.map(({ rule, severity, start, end, message, related }) => ({
      rule, severity, start, end, message,
      related: related.map(place => ({ start: place.start, end: place.end, ...(place.document === document ? {} : { path: toPath(place.document) }) })),
    })),
  };
}

function toSentence({ sentence, checkworthy, reason, support }: SentenceReading): Record<string, unknown> {
  return { start: sentence.start, end: sentence.end, checkworthy: Math.round(checkworthy * 1e4) / 1e4, sourced: support.length > 0, reason, support: support.map(({ kind }) => kind) };
}

function toFigure({ start, end, quantity, sentence, measure, party, asOf, kind, saidBy, name }: Figure): Record<string, unknown> {
  return {
    start, end, value: quantity.value, upper: quantity.upper, unit: quantity.unit, bound: quantity.bound, quantity: measure ?? null, asOf: asOf ?? null, sentence: sentence.index, kind,
    ...(party === undefined ? {} : { party }), ...(saidBy === undefined ? {} : { saidBy }), ...(name === undefined ? {} : { name }),
  };
}

function toAttribution({ cue, source, content, kind, sourceKind, stance }: Attribution): Record<string, unknown> {
  return {
    cue: cue ? toPair(cue) : null, source: source ? toPair(source) : null, content: content.map(toPair), kind,
    anonymous: sourceKind === 'anonymous', vague: !stance && (sourceKind === 'vague' || sourceKind === 'none'),
  };
}

function toClaim({ comment, figure }: Claim): Record<string, unknown> {
  const { start, end } = comment.subject ?? comment;
  return { start, end, sources: comment.sources.map(({ id }) => id), status: comment.status ?? null, figure: figure?.name ?? comment.figure ?? null };
}

function toPair({ start, end }: Span): [number, number] {
  return [start, end];
}
