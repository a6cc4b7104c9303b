// A figure that a draft comes back to with another value, in other words: "forced 340 people from their beds" and, four paragraphs on, "the 430 evacuees".
// What tells that it comes back: the two numbers differ as a slip does, the second points at something known, and the words name one thing.
import type { Quantity } from '../../language/quantities.ts';
import type { Figure } from '../analysis.ts';
import { isBareAge } from './ages.ts';
import { addsUp, contradict, datedBeside, inTable, isNoCount, isPlacedApart, isToldApart, namedApart, sameTime, type BySentence } from './apart.ts';
import { PARTY, sameThing } from './lexicon.ts';
import { scopesApart, type Ground } from './likeness.ts';
import { digitSlip } from './digit-slips.ts';
import { stem } from './stem.ts';
import { kinship } from './things.ts';

export interface Echo {
  readonly here: Figure;
  readonly there: Figure;
  /** Why, as a clause. */
  readonly why: string;
  /** The parts of the score, for people: "one thing +2". */
  readonly parts: readonly string[];
  readonly score: number;
}

/** From here on a figure is taken for the earlier one come back. */
export const ECHO = 4.5;

/** With more figures of a kind a draft is a table of data. */
const MOST = 60;

/** Pairs of figures of which the second is the first come back with another value; each figure in one pair at most. */
export function echoConflicts(figures: readonly Figure[], all: BySentence, ground: Ground): Echo[] {
  const found: Echo[] = [];
  for (const group of groupsOf(figures)) {
    if (group.length < 2 || group.length > MOST) continue;
    const draft: Told = { group, all, ground, words: wordsOf(group), common: new Map(group.map(figure => [figure, toCommon(figure)])), pointing: new Map(group.map(figure => [figure, pointsBack(figure)])) };
    for (const [i, here] of group.entries()) for (const there of group.slice(i + 1)) {
      const echo = echoOf(here, there, draft);
      if (echo && echo.score >= ECHO) found.push(echo);
    }
  }
  const taken = new Set<Figure>();
  return found.toSorted((a, b) => b.score - a.score || a.here.start - b.here.start).filter(({ here, there }) => {
    if (taken.has(here) || taken.has(there)) return false;
    taken.add(here).add(there);
    return true;
  });
}

function groupsOf(figures: readonly Figure[]): Iterable<readonly Figure[]> {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = keyOf(figure.quantity);
    // "the under-30s"
    if (key === undefined || inTable(figure) || figure.sentence.leaf.content.prose.charAt(figure.prose.start - 1) === '-' || isBareAge(figure)) continue;
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  return groups.values();
}

/** Counts and bare numbers are of one kind, whatever they count. */
function keyOf({ kind, unit, upper, vague }: Quantity): string | undefined {
  if (upper !== null || vague || kind === 'age' || kind === 'score' || kind === 'ratio') return undefined;
  if (kind === 'count' || kind === 'number') return 'count';
  return unit === null ? undefined : unit.split(' per ')[0]!;
}

/** What the draft tells beside two figures: the others of their kind, and what is said of each. */
interface Told {
  readonly group: readonly Figure[];
  readonly all: BySentence;
  readonly ground: Ground;
  readonly words: { readonly of: ReadonlyMap<Figure, ReadonlySet<string>>; readonly frequency: ReadonlyMap<string, number> };
  /** Each as `toCommon` gives it. */
  readonly common: ReadonlyMap<Figure, Figure>;
  /** How clearly each points back. */
  readonly pointing: ReadonlyMap<Figure, number>;
}

/** How surely the later figure is the earlier one come back; undefined where something sets them apart. */
function echoOf(here: Figure, there: Figure, { group, all, ground, words, common, pointing: pointers }: Told): Echo | undefined {
  // Of most pairs the digits alone say enough.
  const slip = digitSlip(here.quantity, there.quantity);
  if (!slip) return undefined;
  const pointing = pointers.get(there)!;
  const [x, y] = [nounOf(here), nounOf(there)];
  const kin = kinship(x, y);
  const sameNoun = kin === 2 && x !== 'person';
  const back = Math.max(pointing, isTheToll(here, there, group) ? 1 : 0);
  if (back === 0 && (slip.scaled || slip.points < 2 && !(slip.points === 1 && sameNoun)) || slip.points < 0 && (pointing < 2 || x === 'person' || y === 'person') || slip.points < 1 && (pointing < 1.5 || isRestricted(there))) return undefined;
  const [a, b] = [common.get(here)!, common.get(there)!];
  if (isPlacedApart(here, there) || !contradict(a, b) || isRounded(here.quantity.value, there.quantity.value)) return undefined;
  if (isNoCount(here) || isNoCount(there) && back < 2 || !kindsGoTogether(here, there, slip.points, back) || dimensionsApart(here, there) || isSetApart(here) || isSetApart(there) || otherPersons(here, there)) return undefined;
  if ((back === 0 ? isToldApart(a, b, all) : namedApart(a, b, all)) || addsUp(a, b, all) || addsUp(b, a, all)) return undefined;
  // Without such a pointer the two clauses must be able to tell of one thing.
  const apart = ground.between(here, there)?.parts.filter(part => / -/.test(part)) ?? [];
  const times = timeBetween(here, there, back);
  if (times === undefined || apart.some(part => (pointing === 0 ? slip.points >= 3.5 ? OTHERS_OF_ANOTHER : OTHERS : OTHERS_OF_ONE_KIND).test(part))) return undefined;
  const parts: string[] = [];
  let score = 0;
  const count = (points: number, what: string) => {
    if (points === 0) return;
    score += points;
    parts.push(`${what} ${points > 0 ? '+' : ''}${Math.round(points * 10) / 10}`);
  };
  count(slip.points, slip.why);
  count(back, 'points back');
  count(times, 'time');

  const counts = here.quantity.kind === 'count' && there.quantity.kind === 'count';
  if (counts && kin === 0) return undefined;
  const named = kin > 0 ? kin : namedIn(there, here) || namedIn(here, there) ? 1.5 : 0;
  count(named, 'one thing');
  // "the key rate", "the deposit rate"
  if (kin === 2 && here.quantity.kind === 'percent' && modifiersApart(here, there)) return undefined;
  // "the $1.6 million mortgage" beside "paid $4.6 million": the thing has a name, and it is not told of before.
  if (named === 0 && y !== '' && back < 2 && slip.points < 2.5 && here.quantity.kind === 'money') return undefined;
  if (named === 0 && x !== '' && y !== '' && !(back === 2)) count(-0.5, 'other things');

  const scopes = scopesApart(scopeOf(here, back), scopeOf(there, back));
  if (scopes === 'apart') count(-2, 'scope');

  const [contextA, contextB] = [words.of.get(here)!, words.of.get(there)!];
  let shared = 0;
  for (const word of contextA) if (contextB.has(word) && word !== x && word !== y) shared += 1 / Math.log2(Math.max(2, words.frequency.get(word) ?? 2));
  count(Math.min(2, shared), 'same words');
  // The digits and an article alone say that something is alike, not what.
  const bare = (x === '' || y === '') && a.quantity.kind === 'count';
  const least = (bare ? 0.9 : 0.5) + (slip.points < 2.5 || bare && slip.points < 3.5 ? 0.5 : 0);
  const linked = named > 0 || back === 2 || shared >= least || pointsAtThem(there) || back >= 1 && slip.points >= 3.5 || back > 0 && slip.points >= 2.5 && here.sentence.leaf.content.kind === 'heading';
  if (!linked || back === 0 && (x === '' && y === '' && bare || slip.points < 2 && shared < 1.4) || slip.points < 1 && back < 2 && (named < 1.5 || shared < 0.4)) return undefined;

  const [namesA, namesB] = [namesOf(here, ground), namesOf(there, ground)];
  const otherNames = namesA.length > 0 && namesB.length > 0 && !namesA.some(name => namesB.includes(name)) && !namesA.some(name => contextB.has(name)) && !namesB.some(name => contextA.has(name));
  if (otherNames && back === 0 && slip.points < 2) return undefined;
  if (otherNames && back < 1.5) count(-1, 'other names');

  // Another value of the same thing: the figures may belong to several.
  const rivals = new Set<number>();
  let again = 0;
  for (const other of group) {
    if (other === here || other === there) continue;
    if (!contradict(common.get(other)!, b)) {
      // "lowered from 5.75 percent", and then "the rate of 5.75 percent": the old value for the new.
      if (other.kind !== 'unknown' && other.quantity.value === there.quantity.value && (kinship(other.about!.head, y) > 0 || other.about!.head === '' || y === '')) again++;
    } else if (isOfSize(other, here) && isOfSize(other, there) && contradict(common.get(other)!, a) && (here.quantity.kind === 'count' || there.quantity.kind === 'count' || x !== '' && y !== '' ? Math.max(kinship(other.about!.head, x), kinship(other.about!.head, y)) >= Math.min(1.5, kin || 1.5) : other.quantity.kind === here.quantity.kind)) rivals.add(other.quantity.value);
  }
  if (again > 0) count(-2, 'the second value stands elsewhere too');
  if (rivals.size === 0) count(1, 'no third value');
  else count(-0.5 * Math.min(4, rivals.size - 1), 'other values');
  if (here.sentence.leaf.index <= 1) count(0.5, 'in the lead');
  const told = ground.wordsOf(here).filter(({ word }) => contextB.has(word)).slice(0, 3).map(({ start, end }) => `“${here.sentence.leaf.content.prose.slice(start, end)}”`).join(', ');
  return { here, there, parts, score, why: `${back > 0 ? 'the second speaks of something given before' : 'both speak of one thing'}${told === '' ? '' : ` (${told})`}, and ${slip.why}` };
}

/** 204 and "some 200": the one is the other, rounded. */
export function isRounded(a: number, b: number): boolean {
  const [short, long] = lengthOf(a) <= lengthOf(b) ? [a, b] : [b, a];
  return lengthOf(short) < lengthOf(long) && Number(long.toPrecision(lengthOf(short))) === short && Math.abs(long - short) <= ROUNDING * long;
}

/** Nobody rounds by more. */
const ROUNDING = 0.1;

export function lengthOf(n: number): number {
  return Number(n.toPrecision(9)).toExponential().replace(/e.*$/, '').replace('.', '').length;
}

/** Counts and numbers as such, so that "340 people" can be held against "the 430 evacuees"; a rate as its amount. */
function toCommon(figure: Figure): Figure {
  const quantity = commonQuantity(figure.quantity);
  return quantity === figure.quantity ? figure : { ...figure, quantity };
}

/** The same object for as long as the words of its leaf stay. */
const commonQuantities = new WeakMap<Quantity, Quantity>();

function commonQuantity(quantity: Quantity): Quantity {
  let common = commonQuantities.get(quantity);
  if (!common) {
    common = quantity.kind === 'count' || quantity.kind === 'number' ? { ...quantity, unit: 'one', kind: 'count' } : quantity.unit?.includes(' per ') ? { ...quantity, unit: quantity.unit.split(' per ')[0]! } : quantity;
    commonQuantities.set(quantity, common);
  }
  return common;
}

/** Has each modifiers of its own, its owner aside? */
export function modifiersApart({ about: a }: Figure, { about: b }: Figure): boolean {
  const [one, other] = [a, b].map(about => about!.modifiers.filter(word => !PARTY.test(word)));
  return one!.length > 0 && other!.length > 0 && !one!.some(word => other!.includes(word));
}

/** The noun that a figure counts or measures; of "Trees to be planted: 655" the first of its label. */
function nounOf({ about, sentence, prose }: Figure): string {
  if (about!.head !== '') return about!.head;
  const label = /^([\p{L}'’-]{3,})(?: [\p{L}'’-]+){0,5}: $/u.exec(sentence.leaf.content.prose.slice(sentence.prose.start, prose.start));
  return label ? stem({ lower: label[1]!.toLowerCase() }) : '';
}

const OTHERS = /^(?:done more than once|other (?:subject|kinds of subject|part|modifiers|names on both sides)|another of its kind)/;
/** Where the digits show a slip, not the modifiers. */
const OTHERS_OF_ANOTHER = /^(?:done more than once|other (?:subject|kinds of subject|part|names on both sides)|another of its kind)/;
const OTHERS_OF_ONE_KIND = /^(?:other kinds of subject|another of its kind)/;

/** "the 12 cranes that failed": some of them. */
function isRestricted({ about }: Figure): boolean {
  return about!.modifiers.some(word => word.startsWith('which'));
}

/** As many times as large a third value may be and still be one of the same thing. */
const OF_SIZE = 5;

function isOfSize({ quantity: a }: Figure, { quantity: b }: Figure): boolean {
  return a.value <= b.value * OF_SIZE && b.value <= a.value * OF_SIZE;
}

/** "another 40 homes", "the other 40 homes", "a second bridge of 90 metres": words beside the figure that set its thing apart. */
function isSetApart({ sentence, prose }: Figure): boolean {
  const text = sentence.leaf.content.prose;
  return /\b(?:another|other|different|separate|rival|instead of|rather than|not|similar|second|third|sister|previous|former|old|earlier|last|each|every|average|normal|usual|standard|required|only one)(?: (?!of\b)[\p{L}-]+){0,2} ?$/iu.test(text.slice(Math.max(sentence.prose.start, prose.start - 30), prose.start))
    // "the newspaper puts the number of dead at 22": a party's own.
    || /\bputs? (?:the|its|it|their)\b[^,;]*$/i.test(text.slice(Math.max(sentence.prose.start, prose.start - 60), prose.start))
    || /^ (?:\p{L}+ )?(?:others?|elsewhere|a year (?:ago|earlier|before)|earlier)\b/iu.test(text.slice(prose.end, Math.min(sentence.prose.end, prose.end + 30)))
    || isCorrected(sentence.text);
}

/** "had previously put it at four", "earlier reports": does a sentence tell what was said before? */
export function isCorrected(sentence: string): boolean {
  return /\b(?:previously|initially|originally|at first|first (?:said|thought|put|reported)|revised|(?:earlier|previous|first|initial) (?:reports?|counts?|estimates?|figures?|tall(?:y|ies)|tolls?))\b/i.test(sentence);
}

/** "her fortune", "his fortune" */
export function otherPersons(here: Figure, there: Figure): boolean {
  const [a, b] = [genderOf(here), genderOf(there)];
  return a !== b && a !== '' && b !== '';
}

function genderOf({ clause, sentence, prose }: Figure): string {
  const before = sentence.leaf.content.prose.slice(Math.max(sentence.prose.start, prose.start - 30), prose.start);
  const pronoun = /\b(his|her)\b[^,;]*$/i.exec(before)?.[1]?.toLowerCase() ?? clause?.pronoun ?? '';
  return /^(?:he|his)$/.test(pronoun) ? 'he' : /^(?:she|her)$/.test(pronoun) ? 'she' : '';
}

/** The toll of the event that the draft is about: in its first paragraphs, and with no third value. */
function isTheToll(here: Figure, there: Figure, group: readonly Figure[]): boolean {
  return here.about!.head === 'toll' && there.about!.head === 'toll' && here.sentence.leaf.index <= 1 && group.every(other => other === here || other.date !== undefined && !sameTime(other, there) || other === there || other.about!.head !== here.about!.head || other.quantity.value === here.quantity.value || other.quantity.value === there.quantity.value);
}

const BACK = /\b(?:the|these|those|all|both|its|their|his|her|that|this|every one of the)(?: (?:more than|nearly|about|roughly|some|estimated|other|full|whole|entire|latest|first|\p{Ll}+ed))? ?$|\p{L}['’]s? $/iu;
const OF_KNOWN = /(?:\b(?:the|its|their|his|her|that|this)|['’]s?) (?:[\p{L}-]+ ){1,3}(?:of|at) (?:more than |nearly |about |only |just |some )?$/iu;
const WITH = /^(?:With|At|Of|All)(?: (?:the|a|an|only|just|its|their|about|some|nearly|more than))? $/;

/** "the 430 evacuees", "the overrun of $43 million", "the 98-metre Norna", "With 64 percent of voters": how clearly a figure speaks of something known. */
function pointsBack(figure: Figure): number {
  let back = pointingByQuantity.get(figure.quantity);
  if (back === undefined) pointingByQuantity.set(figure.quantity, (back = readPointing(figure)));
  return back;
}

const pointingByQuantity = new WeakMap<Quantity, number>();

function readPointing({ sentence, prose, quantity }: Figure): number {
  const text = sentence.leaf.content.prose;
  const before = text.slice(Math.max(sentence.prose.start, prose.start - 50), prose.start);
  const hyphen = text[quantity.numberSpan.end] === '-';
  const back = BACK.exec(before);
  // Whose it is the sentence before may have changed.
  const owned = /^(?:its|their|his|her|\p{L}['’])/iu;
  if (back) return hyphen ? 2 : owned.test(back[0]) ? 1 : 1.5;
  const of = OF_KNOWN.exec(before);
  if (of) return owned.test(of[0]) ? 0.5 : 1;
  return WITH.test(before) && prose.start - sentence.prose.start < 20 ? 1 : 0;
}

/** "All 241 of those aboard", "the 19 of them": the words say no more than that they were spoken of. */
function pointsAtThem({ sentence, prose }: Figure): boolean {
  return /^ of (?:those|them|these)\b/.test(sentence.leaf.content.prose.slice(prose.end, prose.end + 10));
}

/** May a figure of the one kind come back as one of the other? A change as a change, what is planned as what is then so. */
function kindsGoTogether(here: Figure, there: Figure, slip: number, back: number): boolean {
  const [a, b] = [here.kind, there.kind];
  if (a === 'unknown' || b === 'unknown' || a === 'part' && (back < 1.5 || slip < 2.5) || b === 'part' && back < 1) return false;
  if (a === b) return true;
  if (a === 'change' || b === 'change') return slip >= 3 || back > 0 && (slip >= 2 || here.clause?.direction !== undefined && here.clause.direction === there.clause?.direction);
  if (a === 'peak' || b === 'peak' || a === 'target' || b === 'target') return slip >= 2;
  return back > 0 || slip >= 2 || (a === 'total' || a === 'level' || a === 'share') && (b === 'total' || b === 'level' || b === 'share');
}

/** Points for the dates of two figures; undefined where they are of two times. */
function timeBetween(here: Figure, there: Figure, back: number): number | undefined {
  if (here.date && there.date) {
    if (sameTime(here, there)) return 0.5;
    if (back === 2 && !datedBeside(there)) return -0.25;
    if (back > 0 && !datedBeside(here) && !datedBeside(there)) return -0.5;
    if (datedBeside(here) || datedBeside(there) || here.asOf?.slice(0, 4) !== there.asOf?.slice(0, 4)) return undefined;
    return -1;
  }
  const dated = here.date ? here : there.date ? there : undefined;
  if (!dated) return 0;
  // What points back has been dated already, and a thing is what it is at any time.
  if (back === 2 || dated === here && back > 0) return -0.25;
  const { grain, relative } = dated.date!;
  const points = grain === 'day' ? -0.5 : datedBeside(dated) ? relative ? -2 : -1.5 : -1;
  return back > 1 ? points / 2 : points;
}

/** "62 beds were taken up" and, elsewhere, a bare number with "beds" beside it: is the noun of the one in the clause of the other? */
function namedIn({ about: one, quantity }: Figure, { clause, about }: Figure): boolean {
  const noun = one!.head;
  if (noun === '' || about!.head !== '' || !clause) return false;
  // "the deposit rate" is not "the key rate".
  if (quantity.kind === 'percent' && !one!.modifiers.every(word => clause.words.some(other => sameThing(word) === other.word))) return false;
  return clause.words.some(({ word }) => kinship(noun, word) >= 1.5);
}

const DIMENSIONS: readonly (readonly [string, RegExp])[] = [['length', /\b(?:long|length)\b/i], ['height', /\b(?:high|tall|height|altitude|feet up|metres up)\b/i], ['depth', /\b(?:deep|depth|below|beneath|underground)\b/i], ['width', /\b(?:wide|width|broad|across|diameter)\b/i], ['weight', /\b(?:weigh(?:s|ed|ing)?|weight|heavy)\b/i], ['distance', /\b(?:away|apart|distance|north|south|east|west) ?(?:from|of)?\b/i]];

/** "12 miles below" and "eight miles long" measure two things. */
export function dimensionsApart(here: Figure, there: Figure): boolean {
  if (here.quantity.kind !== 'measure') return false;
  const [one, other] = [dimensionOf(here), dimensionOf(there)];
  return one !== undefined && other !== undefined && one !== other;
}

function dimensionOf({ sentence, prose }: Figure): string | undefined {
  const text = sentence.leaf.content.prose;
  const near = `${text.slice(Math.max(sentence.prose.start, prose.start - 25), prose.start)} ${text.slice(prose.end, Math.min(sentence.prose.end, prose.end + 16))}`;
  return DIMENSIONS.find(([, word]) => word.test(near))?.[0];
}

/** What is there already is so on no condition. */
function scopeOf({ clause }: Figure, back: number): readonly string[] {
  return (clause?.scope ?? []).filter(scope => scope !== 'total' && scope !== 'first' && !(scope === 'if' && back > 0));
}

/** The words of each figure's clause and sentence, and how many of the figures have each. */
function wordsOf(figures: readonly Figure[]): Told['words'] {
  const of = new Map<Figure, ReadonlySet<string>>();
  const frequency = new Map<string, number>();
  for (const figure of figures) {
    const words = wordsAround(figure);
    of.set(figure, words);
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  return { of, frequency };
}

const wordsByQuantity = new WeakMap<Quantity, ReadonlySet<string>>();

function wordsAround({ quantity, clause, about }: Figure): ReadonlySet<string> {
  let words = wordsByQuantity.get(quantity);
  if (!words) wordsByQuantity.set(quantity, (words = new Set([...(clause?.words.map(({ word }) => word) ?? []), ...about!.context.map(sameThing)])));
  return words;
}

function namesOf(figure: Figure, ground: Ground): string[] {
  return ground.wordsOf(figure).filter(({ name }) => name).map(({ word }) => word);
}
