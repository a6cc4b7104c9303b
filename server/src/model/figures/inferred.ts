// Figures of the text that the words show to be one quantity, and that cannot both hold.
import type { Quantity } from '../../language/quantities.ts';
import { contains, overlaps } from '../../span.ts';
import type { Analysis, Figure, FigureWords } from '../analysis.ts';
import { findVariants } from '../attribution/quote-variants.ts';
import { sameThing } from './lexicon.ts';
import { canBothHold, sameUnit, timesOverlap } from './compare.ts';
import { entriesOf } from './entries.ts';
import { groupBySentence } from './figures.ts';
import { ALIKE, groundOf, likenessOf, type Ground, type Likeness } from './likeness.ts';
import { partyConflicts, sameParty, sayer } from './parties.ts';
import { stem } from './reading.ts';
import { saysTheSame, statementOf } from './statements.ts';

/** Two figures that the words show to be one quantity; `here` is the first in the text. */
export interface InferredConflict {
  readonly here: Figure;
  readonly there: Figure;
  /** Why they are taken for the same, as a clause: "both count pupils". */
  readonly why: string;
  readonly nature: 'value' | 'magnitude' | 'parties';
  /** Who says each, where two parties are set against each other. */
  readonly parties?: readonly [string, string];
  /** How alike the two clauses are, where that is why. */
  readonly likeness?: Likeness;
}

/** With more figures of one unit than this a draft is a table of data, and pairs are no longer compared. */
const MOST_OF_ONE_UNIT = 60;

/** Conflicts among figures that no claim names the same, in this draft; each pair once, in the order of the text. */
export function inferredConflicts(analysis: Analysis): InferredConflict[] {
  const figures = analysis.figures.filter(figure => figure.about && !isAside(figure));
  const found: InferredConflict[] = partyConflicts(analysis).map(conflict => ({ ...conflict, nature: 'parties', why: 'two sources differ' }));
  const told = new Set(found.flatMap(({ here, there }) => [here, there]));
  const lead = leadNames(analysis);
  const bySentence = groupBySentence(analysis.figures);
  const families = new Set(analysis.people.map(person => stem({ lower: person.family.toLowerCase() })));
  const statements = new Map<Figure, ReadonlySet<string>>();
  const statement = (figure: Figure) => {
    let words = statements.get(figure);
    if (!words) statements.set(figure, (words = statementOf(figure, analysis)));
    return words;
  };
  const ground = groundOf(analysis);
  const entryOf = entriesOf(analysis.draft);
  for (const group of groupsOf(figures)) {
    if (group.length < 2 || group.length > MOST_OF_ONE_UNIT) continue;
    for (const [i, here] of group.entries()) {
      for (const there of group.slice(i + 1)) {
        if (told.has(here) && told.has(there) || entryOf(here.sentence.leaf.index) !== entryOf(there.sentence.leaf.index)) continue;
        const reason = conflictOf(here, there, group, { lead, families }, bySentence, statement) ?? alikeOf(here, there, group, bySentence, ground);
        if (reason) found.push({ here, there, ...reason, ...bySpeakers(here, there, reason, analysis) });
      }
    }
  }
  return withoutVariants(found, analysis).toSorted((a, b) => a.here.start - b.here.start || a.there.start - b.there.start);
}

/** One quotation in two wordings is one fault, and not that of its figures. */
function withoutVariants(found: readonly InferredConflict[], analysis: Analysis): readonly InferredConflict[] {
  if (found.length === 0) return found;
  const variants = findVariants(analysis).flatMap(([a, b]) => [[a, b], [b, a]] as const);
  return found.filter(({ here, there }) => !variants.some(([one, other]) => contains(one, here) && contains(other, there)));
}

/** Figures by the unit in which they can be compared. */
function groupsOf(figures: readonly Figure[]): Iterable<readonly Figure[]> {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = groupKey(figure);
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  return groups.values();
}

function groupKey({ quantity: { unit, kind }, about }: Figure): string {
  if (kind === 'age') return `age ${about!.head}`;
  // A death toll is a count of people in all but name.
  if (kind === 'count' || (kind === 'number' && about!.head === 'toll')) return `count ${about!.head}`;
  if (unit === null) return kind;
  return unit;
}

/** Footnotes speak of their sources; a table's figure without a head says nothing. */
function isAside(figure: Figure): boolean {
  return figure.sentence.leaf.content.containers.some(container => container.kind === 'footnote' || (container.kind === 'table' && figure.about!.head === ''));
}

/** So many sentences apart two parties are still set against each other; farther, the draft has forgotten the one by the other. */
const FACING = 6;

/** What two attributed parties say of one quantity is no fault of the draft where it sets them against each other. */
function bySpeakers(here: Figure, there: Figure, reason: Reason, analysis: Analysis): Partial<InferredConflict> {
  const [one, other] = [sayer(here, analysis), sayer(there, analysis)];
  if (one === undefined || other === undefined || there.sentence.index - here.sentence.index > FACING || reason.nature === 'magnitude' || sameParty(one, other)) return {};
  return { nature: 'parties', parties: [one, other] };
}

/** What the draft as a whole tells of names: those of its lead, and the family names of its people, as stems. */
interface Known {
  readonly lead: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
}

type Reason = Pick<InferredConflict, 'why' | 'nature' | 'likeness'>;

function conflictOf(here: Figure, there: Figure, group: readonly Figure[], known: Known, all: ReadonlyMap<number, readonly Figure[]>, statement: (figure: Figure) => ReadonlySet<string>): Reason | undefined {
  if (here.sentence === there.sentence || (inTable(here) && inTable(there)) || inOneList(here, there) || overlaps(here, there) || (here.name !== undefined && there.name !== undefined)) return undefined;
  const [one, other] = comparable(here, there);
  if (!sameUnit(one, other) || canBothHold(one, other)) return undefined;
  const a = here.about!;
  const b = there.about!;
  if (here.kind !== 'share' && (distinguished(here) || distinguished(there) || addsUp(here, there, all) || addsUp(there, here, all))) return undefined;
  if (one.kind === 'age') {
    if (ageConflict(a, b, group)) return { nature: 'value', why: `both give the ${here.measure ?? 'age'}` };
    return a.head === '' && b.head === '' && a.names.some(name => b.names.includes(name)) && saysTheSame(statement(here), statement(there), 4, 1) ? { nature: 'value', why: 'the two sentences say the same otherwise' } : undefined;
  }
  const slip = magnitudeSlip(here, there);
  if (slip && sameTime(here, there)) {
    const near = shared(a.context, b.context);
    if (slip.digits >= 3 || (slip.digits === 2 && (near >= 3 || (a.head !== '' && a.head === b.head)))) return { nature: 'magnitude', why: 'the digits are the same and the scale is not' };
  }
  if (here.kind === 'share' && there.kind === 'share' && a.head !== '' && a.head === b.head && sameTime(here, there) && !differentNames(a, b, known) && transposed(one, other) && compatible(a, b) === 'same') return { nature: 'value', why: `both give the ${here.measure ?? 'same share'}, in the same digits` };
  if (!isLevel(here) || !isLevel(there) || (here.kind === 'forecast') !== (there.kind === 'forecast') || !sameTime(here, there) || differentNames(a, b, known)) return undefined;
  if (here.quantity.unit !== null && alone(here, group) && alone(there, group) && paraphrase(here, there) && !ofAnother(here, there, statement(here), statement(there))) return { nature: 'value', why: 'the two sentences say the same otherwise' };
  if (restated(here, there, group, statement)) return { nature: 'value', why: 'the two sentences say the same otherwise' };
  if (a.head === '' || a.head !== b.head) return undefined;
  const same = compatible(a, b);
  if (transposed(here.quantity, there.quantity) && (same !== 'different' || digitsOf(here.quantity).length >= 4)) return { nature: 'value', why: `both ${verb(here)} ${nameOf(here, there)}, in the same digits` };
  // Small counts name now these, now those: "the two men".
  if (here.quantity.kind === 'score' && !(a.definite || b.definite)) return undefined;
  if (here.quantity.kind === 'count' && Math.min(here.quantity.value, there.quantity.value) < 10) return undefined;
  // What counts people or things needs more than a date: one storm killed 12 in May, another 31.
  const dated = here.asOf !== undefined && here.asOf === there.asOf && datedBeside(here) && datedBeside(there);
  const anchored = b.definite || (a.definite && !b.indefinite) || (a.modifiers.length > 0 && !b.indefinite) || (dated && (here.quantity.kind !== 'count' || saysTheSame(statement(here), statement(there), 1, 3)));
  if (same === 'same' && anchored && onlyTwo(here, there, group)) return { nature: 'value', why: `both ${verb(here)} ${nameOf(here, there)}` };
  return undefined;
}

/** Do their clauses say so much alike that the two must be one figure? */
function alikeOf(here: Figure, there: Figure, group: readonly Figure[], all: ReadonlyMap<number, readonly Figure[]>, ground: Ground): Reason | undefined {
  if (!mayBeSame(here, there, all)) return undefined;
  const likeness = likenessOf(here, there, ground);
  if (!likeness || likeness.score < ALIKE) return undefined;
  // With a third value for the same, the figures belong to several things.
  const third = group.some(other => other !== here && other !== there && mayBeSame(here, other, all) && mayBeSame(there, other, all) && (likenessOf(here, other, ground)?.score ?? 0) >= likeness.score && (likenessOf(there, other, ground)?.score ?? 0) >= likeness.score);
  if (third || hasItsOwn(here, there, likeness, all, ground) || hasItsOwn(there, here, likeness, all, ground)) return undefined;
  return { nature: 'value', why: 'their clauses say the same otherwise', likeness };
}

/** Does the sentence of `other` hold another figure with which `one` agrees, and which is as much like it? */
function hasItsOwn(one: Figure, other: Figure, likeness: Likeness, all: ReadonlyMap<number, readonly Figure[]>, ground: Ground): boolean {
  return (all.get(other.sentence.index) ?? []).some(figure => {
    if (figure === other) return false;
    const [a, b] = comparable(one, figure);
    return sameUnit(a, b) && canBothHold(a, b) && (likenessOf(one, figure, ground)?.score ?? 0) >= likeness.score;
  });
}

function mayBeSame(here: Figure, there: Figure, all: ReadonlyMap<number, readonly Figure[]>): boolean {
  if (here.sentence === there.sentence || (inTable(here) && inTable(there)) || inOneList(here, there) || (here.name !== undefined && there.name !== undefined)) return false;
  const [one, other] = comparable(here, there);
  if (!sameUnit(one, other) || canBothHold(one, other) || !sameKind(here, there) || !sameTime(here, there)) return false;
  return !(isNoCount(here) || isNoCount(there) || distinguished(here) || distinguished(there) || addsUp(here, there, all) || addsUp(there, here, all));
}

function sameKind(here: Figure, there: Figure): boolean {
  const [a, b] = [here.kind, there.kind].map(kind => (kind === 'total' ? 'level' : kind));
  return a === b && a !== 'part' && a !== 'unknown' && a !== 'proposal' && a !== 'target';
}

/** One family name, and no second given name with it: brothers and spouses are several people. */
function ageConflict(a: FigureWords, b: FigureWords, group: readonly Figure[]): boolean {
  if (!a.head.startsWith('age ') || a.head !== b.head) return false;
  const given = new Set(group.map(figure => figure.about!.modifiers.join(' ')).filter(name => name !== ''));
  return given.size <= 1;
}

function verb(figure: Figure): string {
  return figure.quantity.kind === 'count' ? 'count' : 'give';
}

function nameOf(here: Figure, there: Figure): string {
  const [one, other] = here.measure === 'person' ? [there, here] : [here, there];
  const noun = (one.measure?.length ?? 99) <= (other.measure?.length ?? 99) || other.measure === 'person' ? one.measure : other.measure;
  return `the ${noun ?? 'same quantity'}`;
}

function isLevel(figure: Figure): boolean {
  return figure.kind === 'level' || figure.kind === 'total' || figure.kind === 'forecast';
}

/** Both undated, or dated alike; a date that could not be resolved equals only the same words. */
function sameTime(here: Figure, there: Figure): boolean {
  if (!here.date || !there.date) return true;
  if (here.asOf !== undefined && there.asOf !== undefined) return timesOverlap(here.asOf, there.asOf);
  return here.asOf === there.asOf && here.date.grain === there.date.grain && words(here) === words(there);
}

function words(figure: Figure): string {
  return figure.sentence.leaf.content.prose.slice(figure.date!.start, figure.date!.end).toLowerCase();
}

/** Counts of one thing compare whatever noun stands for it. */
function comparable(here: Figure, there: Figure): readonly [Quantity, Quantity] {
  const [a, b] = [here.quantity, there.quantity];
  return (a.kind === 'count' || b.kind === 'count') && here.about!.head === there.about!.head ? [{ ...a, unit: 'one' }, { ...b, unit: 'one' }] : [a, b];
}

function inTable(figure: Figure): boolean {
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

/** The names in the first two paragraphs: whom the draft is about where a sentence does not say. */
function leadNames({ figures, people, draft }: Analysis): ReadonlySet<string> {
  const names = new Set<string>();
  const last = draft.leaves[Math.min(2, draft.leaves.length - 1)]?.end ?? 0;
  for (const figure of figures) if (figure.start < last) for (const name of figure.about?.names ?? []) names.add(stem({ lower: name }));
  for (const person of people) if ((person.mentions[0]?.start ?? Infinity) < last) names.add(stem({ lower: person.family.toLowerCase() }));
  return names;
}

/** Does each sentence name someone or something, and none the same; or one of them alone, and no one whom the draft is about? */
function differentNames(a: FigureWords, b: FigureWords, known: Known): boolean {
  const one = namesIn(a, known);
  const other = namesIn(b, known);
  if (one.length > 0 && other.length > 0) return !one.some(name => other.includes(name));
  const named = one.length > 0 ? one : other;
  return named.length > 0 && !named.some(name => known.lead.has(name));
}

/** The names of a sentence; a family name known from elsewhere counts also where it opens the sentence. */
function namesIn({ names, context }: FigureWords, { families }: Known): readonly string[] {
  return [...names.map(name => stem({ lower: name })), ...context.filter(word => families.has(word))];
}

/** The modifiers of both: the same, one lacks what the other has and points back, or each has its own. */
function compatible(a: FigureWords, b: FigureWords): 'same' | 'different' {
  const owned = a.modifiers.some(isOwner) && b.modifiers.some(isOwner);
  const apart = (one: FigureWords, other: FigureWords) => one.modifiers.filter(word => !other.modifiers.includes(word) && (owned || !isOwner(word)) && sameThing(word) !== one.head);
  const onlyA = apart(a, b);
  const onlyB = apart(b, a);
  if (onlyA.length === 0 && onlyB.length === 0) return 'same';
  // "2,480 pupils in 31 schools … the 2,840 pupils": the second points back and adds nothing.
  if (onlyB.length === 0 && b.definite) return 'same';
  const knownB = onlyB.every(word => a.context.includes(word));
  const knownA = onlyA.every(word => b.context.includes(word));
  return knownA && knownB && (a.definite || b.definite) ? 'same' : 'different';
}

/** Does the date stand by the figure, so that it is surely the figure's own? */
function datedBeside({ date, prose }: Figure): boolean {
  return date !== undefined && Math.max(date.start - prose.end, prose.start - date.end) <= 25;
}

/** Words that set the thing of a sentence apart from one spoken of before; "Second, …" only counts the points made. */
const ANOTHER = /\b(?:another|other|separate|different|previous|rival|similar|elsewhere|by contrast|in one \w+|(?:second|third|fourth)(?![- ](?:quarter|half|time|year|straight|consecutive)))\b/i;

function distinguished(figure: Figure): boolean {
  return ANOTHER.test(figure.sentence.text.replace(/^(?:Second|Third|Fourth),/, ''));
}

/** "14 witnesses for the state and nine for the defence … the 23 witnesses": the one is a sum of the other and its neighbours. */
function addsUp(part: Figure, whole: Figure, all: ReadonlyMap<number, readonly Figure[]>): boolean {
  const near = (all.get(part.sentence.index) ?? []).filter(figure => figure !== part && figure.quantity.upper === null && figure.quantity.kind === part.quantity.kind || figure.quantity.unit === null && figure !== part);
  const { value } = whole.quantity;
  const close = (sum: number) => Math.abs(sum - value) <= 1e-9 * Math.max(1, Math.abs(value));
  return near.length > 0 && (near.some(figure => close(part.quantity.value + figure.quantity.value)) || close(near.reduce((sum, figure) => sum + figure.quantity.value, part.quantity.value)));
}

function isOwner(word: string): boolean {
  return /^(?:his|her|their|my|our|your)$/.test(word);
}

/** Are these the only two values of their kind in the draft? With a third, the figures belong to several things. */
function onlyTwo(here: Figure, there: Figure, group: readonly Figure[]): boolean {
  return group.every(other => other.about!.head !== here.about!.head || !isLevel(other) || compatible(other.about!, here.about!) === 'different' || !sameTime(other, here) || !sameTime(other, there) || other.quantity.value === here.quantity.value || other.quantity.value === there.quantity.value);
}

/** Does one sentence hold all that the other says, but for the figure? */
function paraphrase(here: Figure, there: Figure): boolean {
  const a = here.about!.context;
  const b = there.about!.context;
  const [small, large] = a.length <= b.length ? [a, b] : [b, a];
  if (small.length < 3 || !small.every(word => large.includes(word))) return false;
  const [shorter, longer] = a.length <= b.length ? [here, there] : [there, here];
  if (!shorter.about!.names.every(name => longer.about!.names.includes(name) || longer.about!.context.includes(stem({ lower: name })))) return false;
  return here.about!.names.some(name => there.about!.names.includes(name)) || small.length >= 4;
}

/** Do the two clauses tell the same of their figures, whoever says it? Counts of few, and figures beside others of their kind, are told apart by more than words. */
function restated(here: Figure, there: Figure, group: readonly Figure[], statement: (figure: Figure) => ReadonlySet<string>): boolean {
  if (here.quantity.unit !== there.quantity.unit || here.quantity.unit === null || here.about!.indefinite || there.about!.indefinite || Math.min(here.quantity.value, there.quantity.value) < 10) return false;
  if (isNoCount(here) || isNoCount(there)) return false;
  if (!/^(?:count|money|measure)$/.test(here.quantity.kind) || !group.every(other => other === here || other === there || other.sentence !== here.sentence && other.sentence !== there.sentence || !isLevel(other))) return false;
  const [a, b] = [statement(here), statement(there)];
  return (saysTheSame(a, b, 2, 0) || saysTheSame(a, b, 3, 2)) && !ofAnother(here, there, a, b);
}

/** Is the one his and the other hers, or does the one name somebody or some place that the other neither names nor means by a pronoun? */
function ofAnother(here: Figure, there: Figure, a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [male, female] = [/\b(?:he|his|him)\b/i, /\b(?:she|hers?)\b/i];
  const [one, other] = [here.sentence.text, there.sentence.text];
  if ((male.test(one) && !female.test(one) && female.test(other) && !male.test(other)) || (female.test(one) && !male.test(one) && male.test(other) && !female.test(other))) return true;
  const [named, words, plain] = a.size > b.size ? [here, b, other] : [there, a, one];
  return !/\b(?:his|her|its|their)\b/i.test(plain) && named.about!.names.some(name => (a.size > b.size ? a : b).has(stem({ lower: name })) && !words.has(stem({ lower: name })));
}

/** "a 20-city index": the figure only says which index. "5. 28 million": it is the end of a number that the text breaks. */
function isNoCount({ quantity, sentence }: Figure): boolean {
  const { prose } = sentence.leaf.content;
  return prose[quantity.numberSpan.end] === '-' || /\d[.,]\s*$/.test(prose.slice(Math.max(0, quantity.start - 4), quantity.start));
}

/** Is it the only figure of its unit in its sentence? */
function alone(figure: Figure, group: readonly Figure[]): boolean {
  return group.every(other => other === figure || other.sentence !== figure.sentence);
}

function shared(a: readonly string[], b: readonly string[]): number {
  return a.filter(word => b.includes(word)).length;
}

/** "$412 million" and "$412 billion" */
function magnitudeSlip(here: Figure, there: Figure): { digits: number } | undefined {
  const a = here.quantity;
  const b = there.quantity;
  if (a.upper !== null || b.upper !== null || a.value <= 0 || b.value <= 0 || a.unit !== b.unit || (a.kind !== 'money' && a.kind !== 'count')) return undefined;
  const ratio = Math.max(a.value, b.value) / Math.min(a.value, b.value);
  if (Math.abs(ratio - 1e3) > 1e-6 && Math.abs(ratio - 1e6) > 1e-3 || Math.min(a.value, b.value) < 1e6) return undefined;
  return { digits: digitsOf(a).length };
}

/** The digits that say something: 2,480 -> 248, 1.2 billion -> 12. */
function digitsOf(quantity: Quantity): string {
  return String(Number(quantity.value.toPrecision(12))).replace(/e.*$/, '').replace(/[.-]/g, '').replace(/^0+|0+$/g, '');
}

/** Are the two numbers written with the same digits in another order? */
function transposed(a: Quantity, b: Quantity): boolean {
  if (a.upper !== null || b.upper !== null) return false;
  const one = digitsOf(a);
  const other = digitsOf(b);
  if (one.length < 3 || one.length !== other.length || one === other || Math.floor(Math.log10(Math.abs(a.value))) !== Math.floor(Math.log10(Math.abs(b.value)))) return false;
  return [...one].toSorted().join('') === [...other].toSorted().join('');
}
