// Claim comments with the figures that they name.
import type { Attribute, ClaimComment, Draft } from '../draft/draft.ts';
import { readQuantity, type Quantity } from '../language/quantities.ts';
import { contains, overlaps, type Span } from '../span.ts';
import type { Claim, DraftDate, Figure, NamedFigure } from './analysis.ts';
import { agrees } from './figures/compare.ts';
import { groupBySentence } from './figures/figures.ts';
import { describeQuantity } from './figures/words.ts';

type Problem = NonNullable<Claim['problems']>[number];

/** The claim comments of the draft, each with the quantity that it names (from `value`, else the one figure of its subject) and when it held. */
export function collectClaims(draft: Draft, figures: readonly Figure[], dates: readonly DraftDate[]): Claim[] {
  if (draft.claims.length === 0) return [];
  const figuresBySentence = groupBySentence(figures);
  const datesBySentence = groupBySentence(dates);
  return draft.claims.map(comment => {
    const sentence = comment.sentence === undefined ? undefined : draft.sentences[comment.sentence];
    if (comment.figure === undefined && comment.value === undefined) return { comment, sentence, figure: undefined };
    const inSubject = (figuresBySentence.get(comment.sentence ?? -1) ?? []).filter(figure => !comment.subject || contains(comment.subject, figure) || overlaps(comment.subject, figure));
    return { comment, sentence, ...readClaim(comment, inSubject, datesBySentence.get(comment.sentence ?? -1) ?? []) };
  });
}

function readClaim(comment: ClaimComment, inSubject: readonly Figure[], dates: readonly DraftDate[]): Pick<Claim, 'figure' | 'problems'> {
  const value = comment.attributes.find(attribute => attribute.name === 'value');
  const named = comment.attributes.find(attribute => attribute.name === 'figure');
  if (value && value.value.trim() !== '') {
    const quantity = readQuantity(value.value);
    if (!quantity) return { figure: undefined, problems: [at(value, `The value “${value.value}” is not exactly one figure: write it as in prose, for example 20% or "$1.2 billion".`)] };
    const same = inSubject.find(figure => agrees(quantity, figure.quantity));
    const problems: Problem[] = same || !comment.subject ? [] : [{ ...at(value, disagreement(comment, value, inSubject)), severity: 'warning' }];
    return { figure: toNamed(comment, quantity, same, dates), ...(problems.length > 0 ? { problems } : {}) };
  }
  if (!named || comment.figure === undefined || !comment.subject) return { figure: undefined };
  if (inSubject.length === 1) return { figure: toNamed(comment, inSubject[0]!.quantity, inSubject[0], dates) };
  const message = inSubject.length === 0
    ? `The ${comment.text === undefined ? 'sentence' : 'text'} before this comment has no figure that “${comment.figure}” could name: add value="…".`
    : `The ${comment.text === undefined ? 'sentence' : 'text'} has ${inSubject.length} figures, and “${comment.figure}” names one: say which with text="…" or value="…".`;
  return { figure: undefined, problems: [at(named, message)] };
}

function at(attribute: Attribute, message: string): Problem {
  return { start: attribute.valueSpan.start, end: attribute.valueSpan.end, message };
}

function disagreement(comment: ClaimComment, value: Attribute, inSubject: readonly Figure[]): string {
  const where = comment.text === undefined ? 'the sentence' : 'the text';
  if (inSubject.length === 0) return `The value “${value.value}” is not in ${where}, which has no figure.`;
  const others = inSubject.slice(0, 3).map(figure => describeQuantity(figure.quantity));
  return `No figure of ${where} agrees with the value “${value.value}”: it says ${others.join(', ')}.`;
}

function toNamed(comment: ClaimComment, quantity: Quantity, same: Figure | undefined, dates: readonly DraftDate[]): NamedFigure | undefined {
  if (comment.figure === undefined || !comment.subject) return undefined;
  const span: Span = same ?? comment.subject;
  const asOf = comment.asOf ?? same?.asOf ?? (dates.length === 1 ? dates[0]!.mention.iso : undefined);
  return {
    name: comment.figure, quantity, span: { start: span.start, end: span.end },
    ...(asOf === undefined ? {} : { asOf }), ...(comment.scope === undefined ? {} : { scope: comment.scope }),
  };
}
