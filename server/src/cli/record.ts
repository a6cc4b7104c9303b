// A draft as the engine sees it: the record of `claimcheck analyze`. Fields may be added, never renamed.
import type { Analysis, Attribution, Claim, Figure, SentenceReading } from '../model/analysis.ts';
import { findChannel, speakerWords } from '../model/attribution/channel.ts';
import { collectEntities } from '../model/attribution/people.ts';
import { describeClause } from '../model/figures/words.ts';
import { isBehind } from '../model/sourcing/support.ts';
import type { Quantity } from '../language/quantities.ts';
import type { Finding } from '../rules/rule.ts';
import type { Span } from '../span.ts';

/** The record of one draft. `toPath` names another document that a finding points at; the findings are those of the draft alone. */
export function toRecord(id: unknown, analysis: Analysis, findings: readonly Finding[], toPath: (document: string) => string): Record<string, unknown> {
  const { document } = analysis.context;
  return {
    id,
    sentences: analysis.sentences.map(toSentence),
    figures: analysis.figures.flatMap(figure => toFigures(figure)),
    attributions: analysis.attributions.map(attribution => toAttribution(attribution)),
    quotes: toQuotes(analysis),
    names: collectEntities(analysis.draft).map(({ start, end, kind, title }) => ({ start, end, kind, title: title ? toPair(title) : null })),
    claims: analysis.claims.map(claim => toClaim(claim)),
    findings: findings.map(({ rule, severity, start, end, message, related }) => ({
      rule, severity, start, end, message,
      related: related.map(place => ({ start: place.start, end: place.end, ...(place.document === document ? {} : { path: toPath(place.document) }) })),
    })),
  };
}

function toSentence({ sentence, checkworthy, reason, support }: SentenceReading): Record<string, unknown> {
  return { start: sentence.start, end: sentence.end, checkworthy: Math.round(checkworthy * 1e4) / 1e4, sourced: support.some(isBehind), reason, support: support.map(({ kind }) => kind) };
}

/** A time of several units is given by its parts, as it is written. */
function toFigures(figure: Figure): Record<string, unknown>[] {
  const record = toFigure(figure);
  return figure.quantity.parts?.map(part => ({ ...record, ...figure.sentence.leaf.toSource(part), value: part.value, unit: part.unit })) ?? [record];
}

function toFigure(figure: Figure): Record<string, unknown> {
  const { start, end, quantity, sentence, measure, party, asOf, kind, saidBy, name } = figure;
  return {
    start, end, value: quantity.value, upper: quantity.upper, unit: toUnit(quantity), bound: quantity.bound, quantity: measure ?? null, asOf: asOf ?? null, sentence: sentence.index, kind,
    ...(party === undefined ? {} : { party }), ...describeClause(figure), ...(saidBy === undefined ? {} : { saidBy }), ...(name === undefined ? {} : { name }),
  };
}

/** What is counted with its adjectives, and ages as such. */
function toUnit({ unit, kind, counted }: Quantity): string | null {
  return kind === 'age' && unit !== null ? `${unit} of age` : counted ?? unit;
}

function toAttribution(attribution: Attribution): Record<string, unknown> {
  const { cue, source, content, kind, sourceKind, stance, speaker } = attribution;
  const channel = findChannel(attribution);
  return {
    cue: cue ? toPair(cue) : null, source: source ? toPair(source) : null, content: content.map(toPair), kind,
    anonymous: sourceKind === 'anonymous', vague: !stance && (sourceKind === 'vague' || sourceKind === 'none'),
    channel: channel ? toPair(channel) : null, ...(speaker === undefined ? {} : { speaker }), ...(stance ? { stance } : {}),
  };
}

/** Everything that the draft gives as somebody's words: quoted, or reported without quotation marks; and quoted words that are nobody's, with the kind `none`. In the order of the text. */
function toQuotes({ draft, quotes, attributions }: Analysis): Record<string, unknown>[] {
  const quoted = new Set<number>();
  const found: { content: Span; kind: string; attribution: number | undefined }[] = quotes.map(quote => {
    if (quote.attribution !== undefined) quoted.add(quote.attribution);
    const kind = quote.attribution === undefined ? (quote.use === 'speech' ? 'direct' : 'none') : attributions[quote.attribution]!.kind === 'mixed' ? 'mixed' : 'direct';
    return { content: quote.inner, kind, attribution: quote.attribution };
  });
  for (const [index, { content, stance }] of attributions.entries()) {
    if (stance || quoted.has(index)) continue;
    for (const span of content) found.push({ content: withoutThat(span, draft.text), kind: 'indirect', attribution: index });
  }
  return found
    .sort((a, b) => a.content.start - b.content.start)
    .map(({ content, kind, attribution }) => {
      const by = attribution === undefined ? undefined : attributions[attribution];
      const channel = by && findChannel(by);
      return { kind, content: toPair(content), speaker: by?.source ? toPair(speakerWords(by.source, draft)) : null, channel: channel ? toPair(channel) : null, attribution: attribution ?? null };
    });
}

/** "that the pier was shut," -> "the pier was shut" */
function withoutThat({ start, end }: Span, text: string): Span {
  const words = text.slice(start, end);
  const from = start + (/^that\s+/iu.exec(words)?.[0].length ?? 0);
  const to = end - (/[,;:\s]*$/u.exec(words)?.[0].length ?? 0);
  return from < to ? { start: from, end: to } : { start, end };
}

function toClaim({ comment, figure }: Claim): Record<string, unknown> {
  const { start, end } = comment.subject ?? comment;
  return { start, end, sources: comment.sources.map(({ id }) => id), status: comment.status ?? null, figure: figure?.name ?? comment.figure ?? null };
}

function toPair({ start, end }: Span): [number, number] {
  return [start, end];
}
