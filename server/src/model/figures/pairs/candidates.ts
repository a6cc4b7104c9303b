// Which two figures of a draft are worth a comparison: of one unit, in two sentences, with values that cannot both hold and that could be given for one thing.
import { groupBySentence } from '../figures.ts';
import type { Analysis, Figure } from '../../analysis.ts';
import type { Quantity } from '../../../language/quantities.ts';
import { collectAmountWords } from '../amount-words.ts';
import { contradict, inTable, isNoCount, isPlacedApart, namedApart, sameTime, type BySentence } from '../apart.ts';
import { baseUnit, factorBetween } from '../compare.ts';
import { dimensionsApart, isCorrected, isRounded, otherPersons } from '../echoes.ts';
import { digitSlip, type DigitSlip } from '../digit-slips.ts';
import type { entriesOf } from '../entries.ts';
import { sameName } from '../likeness.ts';
import { deedsApart } from '../verbs.ts';

/** Figures that are measured in one unit, in the order of the text. */
export interface Group {
  /** What they are: "count", "metre", "USD", "ratio", "score". */
  readonly key: string;
  readonly figures: readonly Figure[];
  /** Numbers without a unit of their own among others that have one. */
  readonly bare: ReadonlySet<Figure>;
}

export interface Candidate {
  readonly here: Figure;
  readonly there: Figure;
  readonly slip: DigitSlip | undefined;
  /** By how much the one is larger, as a natural logarithm, in one unit; infinite where one is 0. */
  readonly distance: number;
}

/** With more figures of a unit a draft is a table of data. */
const MOST_OF_ONE_UNIT = 150;

/** Further apart, in logarithms (four and a half times), two values are given for one thing only by a slip of the keyboard. */
const FARTHEST = 1.5;

/** The figures of a draft by unit. Ages are left out: whose they are, names and pronouns tell (ages.ts); places in a row too (ordinals.ts). */
export function groupsOf(analysis: Analysis): { readonly groups: readonly Group[]; readonly all: readonly Figure[]; readonly bySentence: BySentence } {
  const all = [...analysis.asides.figures, ...analysis.figures, ...collectAmountWords(analysis)].filter(({ about, quantity, sentence }) => about && !quantity.vague && !sentence.leaf.content.containers.some(({ kind }) => kind === 'footnote')).toSorted((a, b) => a.start - b.start);
  const groups = new Map<string, Figure[]>();
  for (const figure of all) {
    if (figure.quantity.kind === 'age') continue;
    const key = keyOf(figure);
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  const numbers = all.filter(isBare);
  const none: ReadonlySet<Figure> = new Set();
  const found = [...groups].map(([key, figures]): Group => {
    if (key === 'count' || key === 'score' || numbers.length === 0) return { key, figures, bare: none };
    return { key, figures: [...figures, ...numbers].toSorted((a, b) => a.start - b.start), bare: new Set(numbers) };
  });
  return { groups: found.filter(({ figures }) => figures.length > 1 && figures.length <= MOST_OF_ONE_UNIT), all, bySentence: groupBySentence(analysis.figures) };
}

/** The pairs of a group that could be one figure of two values. */
export function* candidatesOf({ key, figures, bare }: Group, bySentence: BySentence, entryOf: ReturnType<typeof entriesOf>): Iterable<Candidate> {
  for (const [i, here] of figures.entries()) for (let k = i + 1; k < figures.length; k++) {
    const there = figures[k]!;
    if (here.sentence === there.sentence || bare.has(here) && bare.has(there)) continue;
    const slip = digitSlip(here.quantity, there.quantity);
    const distance = distanceOf(here.quantity, there.quantity);
    if (!slip && distance > FARTHEST || isPlacedApart(here, there) || !contradict(...comparable(here, there, bare)) || !slip && isNoCount(here) && isNoCount(there)) continue;
    if (entryOf(here.sentence.leaf.index) !== entryOf(there.sentence.leaf.index)) continue;
    if (key === 'score' && here.quantity.value === there.quantity.value && here.quantity.upper === there.quantity.upper) continue;
    if (namedApart(toCommon(here), toCommon(there), bySentence) || dimensionsApart(here, there) || deedsApart(here.clause?.predicate ?? '', there.clause?.predicate ?? '') || otherPersons(here, there) || isCorrected(here.sentence.text) || isCorrected(there.sentence.text)) continue;
    // "A 4-4 tie would leave it in place"
    if (key === 'score' && (isConditional(here) || isConditional(there) || !sameTime(here, there) || subjectsApart(here, there) || !isOneBallot(here.quantity, there.quantity) && !here.about!.context.some(word => there.about!.context.includes(word)))) continue;
    if (key !== 'score' && isRounded(here.quantity.value, there.quantity.value) || isHypothetical(here) || isHypothetical(there)) continue;
    if (isOfRow(here, there, figures) || isOfRow(there, here, figures)) continue;
    yield { here, there, slip, distance };
  }
}

/** Does the text's figure say what another cell says of the row in which the other stands? */
function isOfRow(inText: Figure, cell: Figure, figures: readonly Figure[]): boolean {
  const row = rowOf(cell);
  return row !== undefined && !inTable(inText) && figures.some(figure => figure !== cell && figure.quantity.value === inText.quantity.value && rowOf(figure) === row && figure.sentence.leaf.block === cell.sentence.leaf.block);
}

function rowOf({ sentence }: Figure): number | undefined {
  const table = sentence.leaf.content.containers.find(container => container.kind === 'table');
  return table && table.table * 10_000 + table.row;
}

/** "A straight canal would have 12 locks": of a thing that there is not. */
function isHypothetical({ sentence }: Figure): boolean {
  return /^An? [^,;]{0,40}\bwould\b/.test(sentence.text);
}

/** 219-211 and 218-212, 76-71 and 79-71: one side of a result is the same, or all the votes cast. */
function isOneBallot(a: Quantity, b: Quantity): boolean {
  const [cast, castOther] = [a.value + (a.upper ?? 0), b.value + (b.upper ?? 0)];
  return a.value === b.value || a.upper === b.upper || cast === castOther && cast > FEW_VOTES;
}

/** With as few votes two results often have one sum. */
const FEW_VOTES = 20;

/** "The Senate approved it 52-47", "It passed the House 54-47" */
function subjectsApart({ about: a, clause: one }: Figure, { about: b, clause: other }: Figure): boolean {
  const [mine, theirs] = [[...a!.names, ...(one?.subject ?? [])], [...b!.names, ...(other?.subject ?? [])]].map(words => words.map(word => word.toLowerCase()));
  return mine!.length > 0 && theirs!.length > 0 && !mine!.some(word => theirs!.some(name => sameName(word, name)));
}

function isConditional({ clause }: Figure): boolean {
  return clause?.scope.includes('if') === true;
}

/** A bare number is compared as it is written with what has a unit. */
function comparable(here: Figure, there: Figure, bare: ReadonlySet<Figure>): [Figure, Figure] {
  return bare.has(here) || bare.has(there) ? [here, there] : [toCommon(here), toCommon(there)];
}

function keyOf({ quantity }: Figure): string {
  const { kind, unit } = quantity;
  if (kind === 'score') return kind;
  if (kind === 'count' || kind === 'number') return 'count';
  if (kind === 'ratio' || kind === 'percent') return 'ratio';
  return baseUnit(unit?.includes(' per ') ? { ...quantity, unit: unit.split(' per ')[0]! } : quantity) ?? kind;
}

/** "puts it at 25 million": a number with no noun behind it may be in a unit that was named before. */
function isBare({ quantity, sentence, prose, about }: Figure): boolean {
  if (quantity.kind !== 'number' || quantity.unit !== null) return false;
  // "Nine billion went out of that door"
  if (about!.head === '' && Math.abs(quantity.value) >= 1e6) return true;
  const behind = sentence.leaf.content.prose.slice(prose.end, Math.min(sentence.prose.end, prose.end + 14));
  return /^(?:[^\p{L}\d]|$)/u.test(behind) && !/^-\p{L}/u.test(behind) && !/^\s+(?!(?:an?|per|in|on|at|for|of|to|and|but|by|from|last|this|against|after|before|when|the)\b)\p{Ll}/u.test(behind);
}

function distanceOf(a: Quantity, b: Quantity): number {
  const one = Math.abs(inPercent(a));
  const other = Math.abs(inPercent(b)) * (factorBetween(b.unit, a.unit) ?? 1);
  return one > 0 && other > 0 ? Math.abs(Math.log(one / other)) : Infinity;
}

/** "a third" as a percentage, to be held against one. */
function inPercent({ kind, value }: Quantity): number {
  return kind === 'ratio' && value < 1 ? value * 100 : value;
}

const commonQuantities = new WeakMap<Quantity, Quantity>();

/** Counts and numbers as such, so that "340 people" can be held against "the 430 evacuees"; a rate as its amount. */
export function toCommon(figure: Figure): Figure {
  const { quantity } = figure;
  let common = commonQuantities.get(quantity);
  if (!common) {
    common = quantity.kind === 'count' || quantity.kind === 'number' ? { ...quantity, unit: 'one', kind: 'count' } : quantity.unit?.includes(' per ') ? { ...quantity, unit: quantity.unit.split(' per ')[0]! } : quantity;
    commonQuantities.set(quantity, common);
  }
  return common === quantity ? figure : { ...figure, quantity: common };
}
