// figures/conflict: two figures for one quantity that cannot both hold.
import * as v from 'valibot';
import { sameUnit } from '../../model/figures/compare.ts';
import { namedConflicts, type ConflictSide, type NamedConflict } from '../../model/figures/conflicts.ts';
import { acrossConflicts, type AcrossConflict } from '../../model/figures/across.ts';
import { inferredConflicts, type InferredConflict } from '../../model/figures/inferred.ts';
import { describeQuantity } from '../../model/figures/words.ts';
import type { Analysis, Figure } from '../../model/analysis.ts';
import { readQuantity } from '../../language/quantities.ts';
import { endOfAnnotations } from '../sourcing/edits.ts';
import { defineRule, type Edit, type Fix, type Report } from '../rule.ts';

export const conflict = defineRule({
  id: 'figures/conflict',
  summary: 'Two figures for the same quantity that cannot both hold.',
  severity: 'error',
  scope: 'draft',
  when: 'keystroke',
  options: v.strictObject({ 'across-drafts': v.optional(v.pipe(v.boolean(), v.description('Also compares figures that no claim names with those of the other drafts of the project.')), false) }),

  *check(analysis, options) {
    const byFigure = new Map<string, NamedConflict[]>();
    for (const found of namedConflicts(analysis)) {
      const key = `${found.here.start} ${found.here.end} ${found.name}`;
      const list = byFigure.get(key);
      if (list) list.push(found);
      else byFigure.set(key, [found]);
    }
    for (const found of byFigure.values()) yield reportNamed(found, analysis.context.document);
    yield* reportUnits(analysis);
    yield* reportInferred(inferredConflicts(analysis), analysis);
    if (options['across-drafts']) for (const found of acrossConflicts(analysis)) yield reportAcross(found, analysis);
  },

  fixes(finding, { analysis }) {
    const data = finding.data as Data | undefined;
    if (!data) return [];
    return data.kind === 'named' ? fixNamed(finding, data, analysis) : fixInferred(finding, data, analysis);
  },
});

interface Other {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

type Data = { readonly kind: 'named'; readonly name: string; readonly words: string; readonly other: Other } | { readonly kind: 'inferred'; readonly words: string; readonly other: Other };

function reportNamed(found: readonly NamedConflict[], document: string): Report {
  const { here, name } = found[0]!;
  const others = found.map(({ there }) => `${describeQuantity(there.quantity)}${there.document === document ? '' : ' in another draft'}`);
  const said = [...new Set(others)];
  const first = found[0]!.there;
  return {
    start: here.start, end: here.end,
    message: found[0]!.units
      ? `“${name}” is ${describeQuantity(here.quantity)} here and ${said.join(', ')} elsewhere: one quantity has one unit.`
      : `“${name}” is ${describeQuantity(here.quantity)} here and ${said.join(', ')} elsewhere; both claims name the same quantity${times(here, first)}, and the two cannot both hold.`,
    related: found.map(({ there }) => ({ document: there.document, start: there.start, end: there.end, message: `Here “${name}” is ${describeQuantity(there.quantity)}.` })),
    data: { kind: 'named', name, words: here.words, other: { document: first.document, start: first.start, end: first.end, words: first.words } } satisfies Data,
  };
}

function times(here: ConflictSide, there: ConflictSide): string {
  return here.asOf !== undefined && here.asOf === there.asOf ? ` as of ${here.asOf}` : here.asOf === undefined && there.asOf === undefined ? ', neither with a date of its own' : '';
}

/** A named figure whose unit is not the one that claimcheck.yaml gives it. */
function* reportUnits({ claims, context }: Analysis): Iterable<Report> {
  for (const { figure } of claims) {
    const unit = figure && context.figures.get(figure.name)?.unit;
    if (!figure || unit === undefined || isOfUnit(figure.quantity, unit)) continue;
    yield {
      start: figure.span.start, end: figure.span.end, severity: 'warning',
      message: `“${figure.name}” is measured in ${unit} (claimcheck.yaml), and here it is ${describeQuantity(figure.quantity)}.`,
    };
  }
}

/** The configured unit is read as in prose: "percent", "%", "USD", "dollars", "company", "companies". */
function isOfUnit(quantity: Parameters<typeof describeQuantity>[0], unit: string): boolean {
  const asPhrase = readQuantity(`2 ${unit.trim()}`) ?? readQuantity(`${unit.trim()}2`);
  if (quantity.unit === unit.trim() || quantity.unit?.toLowerCase() === unit.trim().toLowerCase()) return true;
  if (!asPhrase || asPhrase.unit === null) return quantity.unit !== null && quantity.unit.split(' ').at(-1) === unit.trim().split(' ').at(-1);
  return quantity.unit !== null && sameUnit(quantity, asPhrase);
}

/** One report for each figure, with every other that it cannot stand beside. A conflict of the draft with itself comes before two sources that differ. */
function* reportInferred(conflicts: readonly InferredConflict[], { draft, context }: Analysis): Iterable<Report> {
  const words = (figure: Figure) => draft.text.slice(figure.start, figure.end).replace(/\s+/g, ' ');
  const byFigure = new Map<Figure, (InferredConflict & { readonly other: Figure; readonly n: 0 | 1 })[]>();
  for (const conflict of conflicts) for (const [one, other, n] of [[conflict.here, conflict.there, 0], [conflict.there, conflict.here, 1]] as const) {
    const list = byFigure.get(one);
    if (list) list.push({ ...conflict, other, n });
    else byFigure.set(one, [{ ...conflict, other, n }]);
  }
  for (const [one, all] of byFigure) {
    const first = all.find(({ parties }) => !parties) ?? all[0]!;
    const like = all.filter(({ nature }) => nature === first.nature);
    const { other, why, nature, parties, n } = first;
    const others = [...new Set(like.map(conflict => `“${words(conflict.other)}”`))].join(', ');
    const message = parties
      ? `Sources differ: here “${parties[n]}” gives “${words(one)}”, elsewhere “${parties[1 - n]}” gives “${words(other)}”.`
      : nature === 'magnitude'
        ? `“${words(one)}” here and ${others} elsewhere: ${why}, so one of them may be a slip.`
        : `“${words(one)}” here and ${others} elsewhere cannot both hold: ${why}.`;
    yield {
      start: one.start, end: one.end, severity: parties ? 'information' : 'warning', ...(parties ? { ungated: true } : {}), message,
      related: like.map(conflict => ({ document: context.document, start: conflict.other.start, end: conflict.other.end, message: `Here it says “${words(conflict.other)}”.` })),
      ...(parties || one.quantity.fromHead || other.quantity.fromHead ? {} : { data: { kind: 'inferred', words: words(one), other: { document: context.document, start: other.start, end: other.end, words: words(other) } } satisfies Data }),
    };
  }
}

function fixNamed(finding: { readonly start: number; readonly end: number; readonly document: string }, { name, words, other }: Data & { kind: 'named' }, analysis: Analysis): Fix[] {
  const { draft, context } = analysis;
  const fixes: Fix[] = [];
  const mine = analysis.claims.find(({ figure }) => figure?.name === name && figure.span.start === finding.start && figure.span.end === finding.end);
  if (!mine?.figure) return [];
  // The words of a cell are no figure elsewhere, where its head does not give the unit.
  const fromHead = analysis.figures.some(({ quantity, start, end }) => quantity.fromHead && (start === finding.start && end === finding.end || start === other.start && end === other.end));
  const inText = !fromHead && analysis.figures.some(figure => figure.start === finding.start && figure.end === finding.end);
  const theirs = analysis.claims.find(({ figure }) => figure?.name === name && other.document === context.document && figure.span.start === other.start && figure.span.end === other.end);
  if (inText && words !== other.words && readQuantity(other.words)) {
    fixes.push({ title: `Use “${other.words}” here`, safe: false, edits: [{ document: finding.document, start: finding.start, end: finding.end, text: other.words }, ...valueEdit(mine, other.words, finding.document)] });
  }
  if (theirs && !fromHead && analysis.figures.some(figure => figure.start === other.start && figure.end === other.end) && words !== other.words && readQuantity(words)) {
    fixes.push({ title: `Use “${words}” at the other place`, safe: false, edits: [{ document: other.document, start: other.start, end: other.end, text: words }, ...valueEdit(theirs, words, other.document)] });
  }
  const both = [mine, ...(theirs ? [theirs] : [])];
  for (const attribute of ['as-of', 'scope'] as const) {
    const lacking = both.filter(({ comment }) => !comment.attributes.some(a => a.name === attribute));
    if (lacking.length > 0) fixes.push({ title: `Give ${lacking.length === 2 ? 'both figures' : 'this figure'} ${attribute === 'as-of' ? 'the date at which each held (as-of)' : 'a scope'}`, safe: false, edits: lacking.map(({ comment }) => insertAttribute(draft.text, comment, `${attribute}=TK`, context.document)) });
  }
  const named = mine.comment.attributes.find(a => a.name === 'figure');
  if (named) fixes.push({ title: 'Mark as a different quantity', safe: false, edits: [{ document: finding.document, start: named.valueSpan.start, end: named.valueSpan.end, text: `${name}-2` }] });
  return fixes;
}

function reportAcross({ here, there }: AcrossConflict, { draft }: Analysis): Report {
  const words = draft.text.slice(here.start, here.end).replace(/\s+/g, ' ');
  return {
    start: here.start, end: here.end, severity: 'warning',
    message: `“${words}” here and “${there.words}” in another draft cannot both hold: both give the ${there.measure ?? here.measure ?? 'same quantity'}.`,
    related: [{ document: there.document, start: there.start, end: there.end, message: `Here it says “${there.words}”.` }],
    data: { kind: 'inferred', words, other: { document: there.document, start: there.start, end: there.end, words: there.words } } satisfies Data,
  };
}

/** Either value at every place where the other stands in this conflict, both named as one figure, or each by a name of its own. */
function fixInferred({ document, start, end }: { readonly start: number; readonly end: number; readonly document: string }, { words, other }: Data, analysis: Analysis): Fix[] {
  const fixes: Fix[] = [];
  const [here, there] = [{ document, start, end, words }, { document: other.document, start: other.start, end: other.end, words: other.words }];
  const numbers = words === other.words ? undefined : numbersOf(here, there, analysis);
  if (numbers) {
    const [mine, theirs] = numbers;
    if (mine && theirs) {
      fixes.push({ title: `Use “${theirs.words}” here`, safe: false, edits: [{ document, start: mine.start, end: mine.end, text: theirs.words }] });
      fixes.push({ title: `Use “${mine.words}” at the other place`, safe: false, edits: [{ document, start: theirs.start, end: theirs.end, text: mine.words }] });
    }
  } else if (words !== other.words) {
    const [mine, theirs] = sidesOf(here, there, analysis);
    fixes.push({ title: titleOf(other.words, mine, 'here'), safe: false, edits: mine.map(place => ({ document: place.document, start: place.start, end: place.end, text: other.words })) });
    fixes.push({ title: titleOf(words, theirs, 'at the other place'), safe: false, edits: theirs.map(place => ({ document: place.document, start: place.start, end: place.end, text: words })) });
  }
  return [...fixes, ...fixNames(here, there, analysis)];
}

/** The numbers alone of two figures that are told in other words ("340 people", "the 430 evacuees"), where the one can stand for the other; empty where it cannot, undefined where the words are the same. */
function numbersOf(here: WordedSpan, there: WordedSpan, { figures, draft }: Analysis): readonly WordedSpan[] | undefined {
  const [mine, theirs] = [here, there].map(({ start, end }) => figures.find(figure => figure.start === start && figure.end === end));
  if (!mine || !theirs || here.document !== there.document || mine.quantity.kind === 'money' && theirs.quantity.kind === 'money') return undefined;
  const [one, other] = [mine, theirs].map(({ quantity, sentence }) => {
    const { start, end } = sentence.leaf.toSource(quantity.numberSpan);
    const words = draft.text.slice(start, end);
    return { document: here.document, start, end, words, scale: quantity.value / Number(words.replaceAll(',', '')), kind: quantity.kind };
  });
  const rest = (place: WordedSpan, number: WordedSpan) => place.words.replace(number.words, '').trim().toLowerCase();
  if (one!.kind === other!.kind && rest(here, one!) === rest(there, other!)) return undefined;
  return one!.scale === other!.scale && (one!.kind === 'score') === (other!.kind === 'score') ? [one!, other!] : [];
}

interface WordedSpan {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** The places of this draft that stand against each other in the same two values: those that say what is said here, and those that say the other. */
function sidesOf(here: WordedSpan, there: WordedSpan, analysis: Analysis): readonly [WordedSpan[], WordedSpan[]] {
  const sides: readonly [WordedSpan[], WordedSpan[]] = [[here], [there]];
  if (here.document !== there.document) return sides;
  const add = (side: WordedSpan[], place: WordedSpan) => {
    if (!side.some(one => one.start === place.start)) side.push(place);
  };
  const toPlace = ({ start, end }: Figure): WordedSpan => ({ document: here.document, start, end, words: analysis.draft.text.slice(start, end).replace(/\s+/g, ' ') });
  for (const conflict of inferredConflicts(analysis)) {
    const [one, other] = [toPlace(conflict.here), toPlace(conflict.there)];
    for (const [a, b] of [[one, other], [other, one]] as const) {
      if (a.words !== here.words || b.words !== there.words) continue;
      add(sides[0], a);
      add(sides[1], b);
    }
  }
  return sides;
}

function titleOf(words: string, places: readonly WordedSpan[], where: string): string {
  return places.length > 1 ? `Use “${words}” at all ${places.length} places` : `Use “${words}” ${where}`;
}

/** Claim comments that name the two: the same name, so that they are held against each other in every draft, or two names, so that they are not. */
function fixNames(here: WordedSpan, there: WordedSpan, analysis: Analysis): Fix[] {
  const { figures, draft, context } = analysis;
  if (here.document !== there.document) return [];
  const [one, other] = [here, there].map(({ start, end }) => figures.find(figure => figure.start === start && figure.end === end));
  if (!one || !other || one.name !== undefined || other.name !== undefined) return [];
  const taken = new Set(analysis.claims.flatMap(({ figure }) => (figure ? [figure.name] : [])));
  const measure = one.measure ?? other.measure ?? 'figure';
  const base = measure.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'figure';
  const free = (from: string) => {
    let name = from;
    for (let n = 2; taken.has(name); n++) name = `${from}-${n}`;
    taken.add(name);
    return name;
  };
  const claim = (figure: Figure, name: string): Edit => {
    const at = endOfAnnotations(figure.sentence, draft.text);
    const value = draft.text.slice(figure.start, figure.end).replace(/\s+/g, ' ').replaceAll('"', '&quot;');
    return { document: context.document, start: at, end: at, text: ` <!-- claim figure=${name} value="${value}" -->` };
  };
  const name = free(base);
  return [
    { title: `Name both as one figure (${name})`, safe: false, edits: [claim(one, name), claim(other, name)] },
    { title: 'Mark as different quantities', safe: false, edits: [claim(one, name), claim(other, free(base))] },
  ];
}

/** The claim's `value`, where it has one, follows the figure. */
function valueEdit({ comment }: Analysis['claims'][number], words: string, document: string): Edit[] {
  const value = comment.attributes.find(attribute => attribute.name === 'value');
  if (!value) return [];
  const quoted = value.valueSpan.start > value.nameSpan.end + 1;
  return [{ document, start: value.valueSpan.start, end: value.valueSpan.end, text: quoted || !/[\s"'<>=]/.test(words) ? words : `"${words.replaceAll('"', '&quot;')}"` }];
}

function insertAttribute(text: string, comment: { readonly start: number; readonly end: number }, words: string, document: string): Edit {
  const close = text.lastIndexOf('-->', comment.end);
  const before = text.slice(comment.start, close).trimEnd().length + comment.start;
  return { document, start: before, end: before, text: ` ${words}` };
}
