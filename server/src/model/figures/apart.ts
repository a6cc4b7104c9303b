// What sets two figures apart before their words are compared: their place, their time, their kind, words such as "another".
import type { Quantity } from '../../language/quantities.ts';
import { overlaps } from '../../span.ts';
import type { Figure } from '../analysis.ts';
import { canBothHold, sameUnit, timesOverlap } from './compare.ts';
import { findSlip } from './slips.ts';

/** The figures of each sentence, by its index. */
export type BySentence = ReadonlyMap<number, readonly Figure[]>;

/** Can the two be one figure of two values, as far as their place, kind, unit and time go? */
export function couldConflict(here: Figure, there: Figure, all: BySentence): boolean {
  return !isPlacedApart(here, there) && sameKind(here, there) && contradict(here, there) && !datesApart(here, there) && !(isNoCount(here) || isNoCount(there)) && !isToldApart(here, there, all);
}

/** One sentence, two rows of a table or items of a list, or two claims' names: the writer keeps them apart. */
export function isPlacedApart(here: Figure, there: Figure): boolean {
  return here.sentence === there.sentence || (inTable(here) && inTable(there)) || inOneList(here, there) || overlaps(here, there) || (here.name !== undefined && there.name !== undefined);
}

/** Is the one another's by the words, or a sum of the other and its neighbours? */
export function isToldApart(here: Figure, there: Figure, all: BySentence): boolean {
  return here.clause?.another === true || there.clause?.another === true || namedApart(here, there, all) || addsUp(here, there, all) || addsUp(there, here, all);
}

/** "the rate on a 30-year loan", "rates on 15-year loans": figures that are a name for a kind of thing set apart what is said of the kinds, and are no values themselves. */
export function namedApart(here: Figure, there: Figure, all: BySentence): boolean {
  const [one, other] = [kindsIn(here, all), kindsIn(there, all)];
  return one.some(a => other.some(b => a.quantity.unit === b.quantity.unit && a.about!.head === b.about!.head && a.quantity.value !== b.quantity.value));
}

const kindsOfSentence = new WeakMap<readonly Figure[], readonly Figure[]>();

/** The figures of a sentence that only say which kind of a thing is meant: durations and measures before a noun, of no thing spoken of before. */
function kindsIn({ sentence: { index } }: Figure, all: BySentence): readonly Figure[] {
  const figures = all.get(index);
  if (!figures) return [];
  let kinds = kindsOfSentence.get(figures);
  if (!kinds) kindsOfSentence.set(figures, (kinds = kindsAmong(figures)));
  return kinds;
}

function kindsAmong(figures: readonly Figure[]): readonly Figure[] {
  return figures.filter(({ quantity, about, prose, sentence }) => about !== undefined && about.head !== '' && !about.definite && (quantity.kind === 'duration' || quantity.kind === 'measure') && /\d-\p{L}|\p{L}-\p{L}/u.test(sentence.leaf.content.prose.slice(prose.start, prose.end)));
}

/** Are the two values, in one unit, such that they cannot both hold? */
export function contradict(here: Figure, there: Figure): boolean {
  const [one, other] = comparable(here, there);
  return sameUnit(one, other) && (!canBothHold(one, other) || farBelow(one, other) || farBelow(other, one));
}

/** "only 100" beside "up to 600 million": an upper bound holds of it, but nobody would name such a bound. */
function farBelow(plain: Quantity, bounded: Quantity): boolean {
  return bounded.bound === '<=' && plain.bound === '=' && plain.value > 0 && bounded.value / plain.value >= 1000;
}

/** Counts of one thing compare whatever noun stands for it. */
export function comparable(here: Figure, there: Figure): readonly [Quantity, Quantity] {
  const [a, b] = [here.quantity, there.quantity];
  // A sentence is what the court said, to the month.
  if (a.kind === 'duration' && b.kind === 'duration' && here.about!.head === 'sentenc' && there.about!.head === 'sentenc') return [{ ...a, precision: 0 }, { ...b, precision: 0 }];
  return (a.kind === 'count' || b.kind === 'count') && here.about!.head === there.about!.head ? [inOnes(a), inOnes(b)] : [a, b];
}

const ones = new WeakMap<Quantity, Quantity>();

function inOnes(quantity: Quantity): Quantity {
  let one = ones.get(quantity);
  if (!one) ones.set(quantity, (one = { ...quantity, unit: 'one' }));
  return one;
}

export function isLevel(figure: Figure): boolean {
  return figure.kind === 'level' || figure.kind === 'total' || figure.kind === 'forecast';
}

/** A level against a level, a change against a change; a part is one of several. What is proposed or aimed at goes with a level, for less. */
function sameKind(here: Figure, there: Figure): boolean {
  const alike = here.kind === there.kind;
  const a = asLevel(here.kind, alike);
  const b = asLevel(there.kind, alike);
  // "will hire 2,350 welders", "the 2,530 welders": where the digits say that they are one, a plan and what it is then called.
  if (a !== b && here.about!.head === there.about!.head && here.about!.head !== '' && (here.about!.definite || there.about!.definite) && (findSlip(here.quantity, there.quantity)?.points ?? 0) >= 2) return (a === 'level' || a === 'forecast') && (b === 'level' || b === 'forecast');
  return a === b && a !== 'part' && a !== 'unknown';
}

function asLevel(kind: Figure['kind'], alike: boolean): Figure['kind'] {
  return kind === 'total' || kind === 'proposal' || kind === 'target' || (kind === 'share' && !alike) ? 'level' : kind;
}

/** Both undated, or dated alike; a date that could not be resolved equals only the same words. */
export function sameTime(here: Figure, there: Figure): boolean {
  if (!here.date || !there.date) return true;
  if (here.asOf !== undefined && there.asOf !== undefined) return timesOverlap(here.asOf, there.asOf);
  return here.asOf === there.asOf && here.date.grain === there.date.grain && dateWords(here) === dateWords(there);
}

/** Two dates of which one stands by its figure, or a year or more apart: two times. Other dates of a sentence may be of something else in it. */
function datesApart(here: Figure, there: Figure): boolean {
  if (sameTime(here, there)) return false;
  return datedBeside(here) || datedBeside(there) || opensDated(here) && opensDated(there) || (here.asOf !== undefined && there.asOf !== undefined && here.asOf.slice(0, 4) !== there.asOf.slice(0, 4));
}

/** "On Friday the river rose to": a date that opens its sentence is that of all of it. */
function opensDated({ date, sentence }: Figure): boolean {
  return date !== undefined && date.start - sentence.prose.start < 5;
}

export function dateWords(figure: Figure): string {
  return figure.sentence.leaf.content.prose.slice(figure.date!.start, figure.date!.end).toLowerCase().replaceAll('-', ' ');
}

/** Does the date stand by the figure, so that it is surely the figure's own? */
export function datedBeside({ date, prose, sentence }: Figure): boolean {
  if (date === undefined || Math.max(date.start - prose.end, prose.start - date.end) > 25) return false;
  return date.start < prose.end || !isOfAnother(sentence.leaf.content.prose.slice(prose.end, date.start));
}

/** "at 5 percent and the fair on June 3": what stands between a figure and a date behind it, where the date is of something else. */
export function isOfAnother(between: string): boolean {
  return /[;:—]|\b(?:and|but|while) (?:the|a|an|its|his|her|their) \w/.test(between);
}

export function inTable(figure: Figure): boolean {
  return figure.sentence.leaf.content.containers.some(container => container.kind === 'table');
}

/** Items of one list are told apart by their place in it, as the rows of a table are. */
function inOneList(here: Figure, there: Figure): boolean {
  if (here.sentence.leaf.block !== there.sentence.leaf.block) return false;
  const others = there.sentence.leaf.content.containers;
  return here.sentence.leaf.content.containers.some((container, depth) => {
    const other = others[depth];
    return container.kind === 'list' && other?.kind === 'list' && container.list === other.list && container.item !== other.item;
  });
}

/** "14 witnesses for the state and nine for the defence … the 23 witnesses": the one is a sum of the other and its neighbours. */
export function addsUp(part: Figure, whole: Figure, all: BySentence): boolean {
  const { value } = whole.quantity;
  const close = (sum: number) => Math.abs(sum - value) <= 1e-9 * Math.max(1, Math.abs(value));
  let sum = part.quantity.value;
  let neighbours = 0;
  for (const figure of all.get(part.sentence.index) ?? []) {
    const { quantity } = figure;
    if (figure === part || !(quantity.upper === null && quantity.kind === part.quantity.kind || quantity.unit === null)) continue;
    if (close(part.quantity.value + quantity.value)) return true;
    sum += quantity.value;
    neighbours++;
  }
  return neighbours > 0 && close(sum);
}

/** "a 20-city index": the figure only says which index. "5. 28 million": it is the end of a number that the text breaks. */
export function isNoCount({ quantity, sentence, prose: at }: Figure): boolean {
  // "my 14-year-olds"
  if (quantity.kind === 'age') return /olds$/i.test(sentence.leaf.content.prose.slice(at.start, at.end + 1).trimEnd());
  if (quantity.kind !== 'count' && quantity.kind !== 'money' && quantity.kind !== 'measure') return false;
  const { prose } = sentence.leaf.content;
  return prose[quantity.numberSpan.end] === '-' && quantity.kind === 'count' || /\d[.,]\s*$/.test(prose.slice(Math.max(0, quantity.start - 4), quantity.start));
}
