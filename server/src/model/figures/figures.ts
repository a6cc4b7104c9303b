// Figures at their place: what each is about, as far as the words say.
import { findDates, type DateMention } from '../../language/dates.ts';
import type { Draft, Leaf, LeafContent, Sentence } from '../../draft/draft.ts';
import { readHeadUnit, readQuantity, withHeadUnit } from '../../language/quantities.ts';
import { contains } from '../../span.ts';
import type { Attribution, DraftDate, Figure } from '../analysis.ts';
import { isOfAnother } from './apart.ts';
import { agrees } from './compare.ts';
import { phraseOfHead, readFigures, type FigureReading } from './reading.ts';
import { cellHeads, type CellHeads } from './tables.ts';

/** The dates of the draft, resolved against `reference` (the front matter's date, else the caller's). */
export function collectDates(draft: Draft, reference: string | undefined): DraftDate[] {
  return draft.leaves.flatMap(leaf => {
    const mentions = datesOf(leaf.content, reference);
    // They are wanted soon, and are read from the tokens that the dates were read from.
    figuresOf(leaf.content);
    return mentions.flatMap(mention => {
      const sentence = sentenceAt(draft, leaf, mention.start);
      return sentence ? [{ ...leaf.toSource(mention), mention, sentence }] : [];
    });
  });
}

/** As many attributions of a sentence are asked what figures are in their words. */
const MOST_SAID = 200;

/** The quantities of the draft with what they are about. */
export function collectFigures(draft: Draft, dates: readonly DraftDate[], attributions: readonly Attribution[]): Figure[] {
  const datesBySentence = groupBySentence(dates);
  const saidBySentence = new Map<number, number[]>();
  for (const [i, attribution] of attributions.entries()) {
    if (attribution.stance) continue;
    // Content may reach over sentences: each attribution is asked of its own and the next few.
    for (let s = attribution.sentence.index - 1; s <= attribution.sentence.index + 1; s++) {
      const list = saidBySentence.get(s);
      if (list) {
        if (list.length < MOST_SAID) list.push(i);
      } else saidBySentence.set(s, [i]);
    }
  }
  const headsOf = cellHeads(draft);
  const datesByLeaf = new Map<Leaf, DraftDate>();
  for (const date of dates) if (!datesByLeaf.has(date.sentence.leaf)) datesByLeaf.set(date.sentence.leaf, date);
  const figures = draft.leaves.flatMap(leaf => figuresOf(leaf.content).flatMap(found => {
    const heads = headsOf(leaf);
    const reading = heads ? inCell(inUnitOfHead(found, heads), heads, datesByLeaf) : found;
    const sentence = sentenceAt(draft, leaf, reading.quantity.start);
    if (!sentence) return [];
    const date = heads?.column ? datesByLeaf.get(heads.column) : dateOf(reading, datesBySentence.get(sentence.index) ?? [], leaf.content.prose);
    const figure = toFigure(reading, sentence, date);
    const saidBy = saidBySentence.get(sentence.index)?.find(i => attributions[i]!.content.some(content => contains(content, figure)));
    return [saidBy === undefined ? figure : { ...figure, saidBy }];
  }));
  return withNames(draft, figures);
}

/** The figures and dates of the title and of the words that stand for images. */
export function collectAsides({ asides }: Pick<Draft, 'asides'>, reference: string | undefined): { readonly figures: readonly Figure[]; readonly dates: readonly DraftDate[] } {
  const figures: Figure[] = [];
  const dates: DraftDate[] = [];
  for (const { leaf, sentences } of asides) {
    const sentenceOf = (offset: number) => sentences[sentenceIn(leaf.content, offset)];
    const own = datesOf(leaf.content, reference).flatMap(mention => {
      const sentence = sentenceOf(mention.start);
      return sentence ? [{ ...leaf.toSource(mention), mention, sentence }] : [];
    });
    dates.push(...own);
    for (const reading of figuresOf(leaf.content)) {
      const sentence = sentenceOf(reading.quantity.start);
      if (sentence) figures.push(toFigure(reading, sentence, dateOf(reading, own.filter(date => date.sentence === sentence), leaf.content.prose)));
    }
  }
  return { figures, dates };
}

/** A reading at its place. */
export function toFigure({ quantity, kind, about, clause, measure, party }: Omit<FigureReading, 'nextFigure'>, sentence: Sentence, date?: DraftDate): Figure {
  return {
    ...sentence.leaf.toSource(quantity), quantity, sentence, prose: { start: quantity.start, end: quantity.end }, kind,
    ...(about ? { about } : {}), ...(clause ? { clause } : {}), ...(measure === undefined ? {} : { measure }), ...(party === undefined ? {} : { party }),
    ...(date?.mention.iso === undefined ? {} : { asOf: date.mention.iso }), ...(date ? { date: date.mention } : {}),
  };
}

/** Rows that count, among those of a table in one currency. */
const COUNTS = /\b(?:number|staff|employ\w*|headcount|work\w*|people|members?|customers?|subscribers?|passengers?|stores?|shops?|branches|sites|units?|vehicles?|cars|homes|ships?|margin|ratio|rate|share|score|rank|average age)\b/i;

/** A bare number of a cell has the unit that the head of its column gives, else that of its row, else the money that stands alone in the corner of the table, else that of the line by the table. */
function inUnitOfHead(reading: FigureReading, { row, column, columns, caption }: CellHeads): FigureReading {
  const { quantity } = reading;
  if (quantity.unit !== null) return reading;
  const corner = row && !COUNTS.test(row.content.prose) ? columns.get(0) : undefined;
  const ofCorner = corner && corner.content.prose.length < 20 ? readHeadUnit(corner.content.prose) : undefined;
  const unit = (column && readHeadUnit(column.content.prose)) ?? (row && readHeadUnit(row.content.prose)) ?? (ofCorner?.kind === 'money' ? ofCorner : undefined) ?? (caption?.kind === 'money' && row && COUNTS.test(row.content.prose) ? undefined : caption);
  return unit ? { ...reading, quantity: withHeadUnit(quantity, unit) } : reading;
}

/** A figure in a table measures what the head of its row says. In an older column than another of the table it is no present level. */
function inCell(reading: FigureReading, { row, column, columns }: CellHeads, dates: ReadonlyMap<Leaf, DraftDate>): FigureReading {
  const phrase = row && phraseOfHead(row.content.prose);
  if (!phrase) return reading;
  const own = column && dates.get(column)?.mention.from;
  const older = own !== undefined && [...columns.values()].some(other => (dates.get(other)?.mention.from ?? '') > own);
  const share = /change|%|percent|per cent|growth|difference/i.test(column?.content.prose ?? '');
  // A cell is no clause.
  const { clause: _, ...rest } = reading;
  return { ...rest, kind: older ? 'unknown' : share ? 'change' : 'level', ...phrase };
}

/** Gives figures the names that claim comments have for them. */
function withNames(draft: Draft, figures: readonly Figure[]): Figure[] {
  const names = new Map<Figure, string>();
  const bySentence = draft.claims.some(comment => comment.figure !== undefined) ? groupBySentence(figures) : undefined;
  for (const comment of bySentence ? draft.claims : []) {
    if (comment.figure === undefined || comment.sentence === undefined) continue;
    const inSubject = (bySentence!.get(comment.sentence) ?? []).filter(figure => !comment.subject || contains(comment.subject, figure));
    const value = comment.value === undefined ? undefined : readQuantity(comment.value);
    const figure = value ? inSubject.find(one => agrees(value, one.quantity)) : inSubject.length === 1 ? inSubject[0] : undefined;
    if (figure) names.set(figure, comment.figure);
  }
  return figures.map(figure => {
    const name = names.get(figure);
    return name === undefined ? figure : { ...figure, name };
  });
}

/** What belongs to each sentence, by its index. */
export function groupBySentence<T extends { readonly sentence: Sentence }>(items: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.sentence.index);
    if (group) group.push(item);
    else groups.set(item.sentence.index, [item]);
  }
  return groups;
}

/** The date that is the figure's own: the nearest after it with no other figure between, else the only one of its sentence. */
function dateOf({ quantity: { start, end }, nextFigure }: FigureReading, dates: readonly DraftDate[], prose: string): DraftDate | undefined {
  if (dates.length === 0 || dates[0]!.sentence.prose.start > start) return undefined;
  // Only those near it are looked at one by one: a sentence may have thousands of dates and figures.
  const behind = firstOf(dates, date => date.mention.start >= end);
  const others = new Set<DraftDate>();
  for (let i = behind; i < dates.length && dates[i]!.mention.start - end < DATE_REACH; i++) {
    const date = dates[i]!;
    if (isOfAnother(prose.slice(end, date.mention.start))) others.add(date);
    else if (date.mention.start < nextFigure) return date;
  }
  const before = firstOf(dates, date => date.mention.end > start);
  const own = dates.length - others.size;
  return before > 0 && own === before ? dates[before - 1] : own === 1 ? dates.find(date => !others.has(date)) : undefined;
}

/** As far behind its figure a date may begin, in characters. */
const DATE_REACH = 60;

/** The index of the first item that passes a test which all after it pass; their number where none does. */
function firstOf<T>(items: readonly T[], passes: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const dateCache = new WeakMap<LeafContent, Map<string | undefined, readonly DateMention[]>>();

function datesOf(content: LeafContent, reference: string | undefined): readonly DateMention[] {
  let byReference = dateCache.get(content);
  if (!byReference) dateCache.set(content, (byReference = new Map()));
  let found = byReference.get(reference);
  if (!found) {
    // A draft's date changes rarely: one other is worth keeping, no more.
    if (byReference.size > 1) byReference.clear();
    byReference.set(reference, (found = findDates(content.prose, reference)));
  }
  return found;
}

const figureCache = new WeakMap<LeafContent, readonly FigureReading[]>();

function figuresOf(content: LeafContent): readonly FigureReading[] {
  let found = figureCache.get(content);
  if (!found) figureCache.set(content, (found = readFigures(content)));
  return found;
}

/** The sentence of the leaf that holds an offset of its prose. */
function sentenceAt(draft: Draft, leaf: Leaf, offset: number): Sentence | undefined {
  return leaf.content.sentences.length === 0 ? undefined : draft.sentences[leaf.firstSentence + sentenceIn(leaf.content, offset)];
}

/** Which sentence of a leaf, counted in it, holds an offset of its prose. */
function sentenceIn({ sentences: spans }: LeafContent, offset: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (spans[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
