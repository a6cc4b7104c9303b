// Figures of the text that the words show to be one quantity, and that cannot both hold.
import { contains, overlaps } from '../../span.ts';
import type { Analysis, Figure, FigureClause, FigureWords } from '../analysis.ts';
import { findVariants } from '../attribution/quote-variants.ts';
import { ageConflicts } from './ages.ts';
import { collectAmountWords } from './amount-words.ts';
import { comparable, contradict, couldConflict, datedBeside, isLevel, isNoCount, isPlacedApart, isToldApart, sameTime, type BySentence } from './apart.ts';
import { echoConflicts } from './echoes.ts';
import { baseUnit } from './compare.ts';
import { entriesOf } from './entries.ts';
import { groupBySentence } from './figures.ts';
import { readHeadline } from './headline.ts';
import { PARTY, sameThing } from './lexicon.ts';
import { ALIKE, groundOf, scopesApart, settingsApart, type Ground, type Likeness } from './likeness.ts';
import { collectOrdinals } from './ordinals.ts';
import { readOtherCells } from './other-cells.ts';
import { AGE_AGAIN } from './phrases.ts';
import { learnedConflicts } from './pairs/pairs.ts';
import { partyConflicts, sameParty, sayer, sayerWords } from './parties.ts';
import { restates } from './restatement.ts';
import { digitsOf, magnitudeSlip, transposed } from './slips.ts';
import { ballotConflicts } from './ballots.ts';
import { timeConflicts } from './race-times.ts';
import { stem } from './stem.ts';
import { tableConflicts } from './table-text.ts';

/** Two figures that the words show to be one quantity; `here` is the first in the text. */
export interface InferredConflict {
  readonly here: Figure;
  readonly there: Figure;
  /** Why they are taken for the same, as a clause: "both count pupils". */
  readonly why: string;
  readonly nature: 'value' | 'magnitude' | 'direction' | 'headline' | 'parties';
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
  const headline = readHeadline(analysis);
  const lead = leadNames(analysis);
  const known: Known = {
    supported: headline.supported,
    lead,
    families: new Set(analysis.people.map(person => stem({ lower: person.family.toLowerCase() }))),
    all: groupBySentence(analysis.figures),
    ground: groundOf(analysis, lead),
    sayers: figure => sayerWords(figure, analysis),
  };
  const entryOf = entriesOf(analysis.draft);
  for (const group of groupsOf([...figures, ...collectOrdinals(analysis), ...collectAmountWords(analysis)])) {
    if (group.length < 2 || group.length > MOST_OF_ONE_UNIT) continue;
    for (const [i, here] of group.entries()) {
      for (const there of group.slice(i + 1)) {
        if (told.has(here) && told.has(there) || entryOf(here.sentence.leaf.index) !== entryOf(there.sentence.leaf.index)) continue;
        // The headline's own reason says more.
        if (headline.conflicts.some(conflict => conflict.here === here && conflict.there === there)) continue;
        const reason = conflictOf(here, there, group, known);
        if (reason) found.push({ here, there, ...reason, ...bySpeakers(here, there, reason, analysis) });
      }
    }
  }
  const paired = new Set(found.flatMap(({ here, there }) => [here, there]));
  for (const { here, there, why } of tableConflicts(analysis)) if (!paired.has(here) || !paired.has(there)) found.push({ here, there, nature: 'value', why });
  for (const { here, there, why } of timeConflicts(analysis)) found.push({ here, there, nature: 'value', why });
  for (const { here, there } of ballotConflicts(analysis)) if (!paired.has(here) && !paired.has(there)) found.push({ here, there, nature: 'value', why: 'both tell how the vote went' });
  for (const { here, there, why } of ageConflicts(analysis)) if (!paired.has(there)) found.push({ here, there, nature: 'value', why });
  for (const { here, there, why } of echoConflicts(figures, known.all, known.ground)) if (!paired.has(here) && !paired.has(there) && entryOf(here.sentence.leaf.index) === entryOf(there.sentence.leaf.index) && !headline.conflicts.some(conflict => conflict.here === here)) found.push({ here, there, nature: 'value', why });
  const isOtherCell = readOtherCells(analysis);
  const toldPairs = [...found, ...headline.conflicts];
  for (const { here, there, why } of learnedConflicts(analysis, known.ground, headline.supported)) if (!isOtherCell(here, there) && !toldPairs.some(told => touches(told, here) && touches(told, there))) found.push({ here, there, nature: 'value', why, ...bySpeakers(here, there, { nature: 'value', why }, analysis) });
  for (const { here, there, shared } of headline.conflicts) {
    if (!paired.has(here)) found.push({ here, there, nature: 'headline', why: `the headline’s figure stands nowhere in the text, and its first sentences give another for the same (${shared.slice(0, 4).map(word => `“${word}”`).join(', ')})` });
  }
  return withoutVariants(found, analysis).toSorted((a, b) => a.here.start - b.here.start || a.there.start - b.there.start);
}

/** Is the figure, or one whose words it shares, on either side of a pair? */
function touches({ here, there }: Pick<InferredConflict, 'here' | 'there'>, figure: Figure): boolean {
  return overlaps(here, figure) || overlaps(there, figure);
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

function groupKey({ quantity, about }: Figure): string {
  const { unit, kind } = quantity;
  if (kind === 'age') return 'age';
  if (unit === 'ordinal') return `ordinal ${about!.head}`;
  // A death toll is a count of people in all but name.
  if (kind === 'count' || (kind === 'number' && (about!.head === 'toll' || about!.head === 'injured' || about!.head === 'attendanc'))) return `count ${about!.head}`;
  // A share in words goes with one in percent, cents with dollars.
  return baseUnit(quantity) ?? kind;
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
  readonly all: BySentence;
  /** Figures of the headline with which the text agrees somewhere. */
  readonly supported: ReadonlySet<Figure>;
  readonly ground: Ground;
  /** Who says a figure. */
  readonly sayers: (figure: Figure) => string | undefined;
}

const NONE: ReadonlySet<string> = new Set();

type Reason = Pick<InferredConflict, 'why' | 'nature' | 'likeness'>;

function conflictOf(here: Figure, there: Figure, group: readonly Figure[], known: Known): Reason | undefined {
  if (isPlacedApart(here, there)) return undefined;
  const again = againOf(here, there, group, known);
  if (again) return again;
  if (isNoCount(here) || isNoCount(there) || isStandard(here) || isStandard(there)) return undefined;
  const [one, other] = comparable(here, there);
  if (!contradict(here, there)) return oppositeOf(here, there, known);
  // The same digits in another scale come about by a slip, whatever stands beside them.
  const slip = slipOf(here, there, known.all);
  if (slip) return slip;
  if (here.kind !== 'share' && isToldApart(here, there, known.all)) return undefined;
  if (one.kind === 'age' && ageConflict(here.about!, there.about!, group)) return { nature: 'value', why: `both give the ${here.measure ?? 'age'}` };
  if (one.kind === 'age' && isAgeAgain(here, there, group)) return { nature: 'value', why: `one gives the ${here.about!.head === AGE_AGAIN ? there.measure! : here.measure!}, the other speaks of the same person` };
  return (one.kind === 'age' || one.unit === 'ordinal' ? undefined : measureConflict(here, there, group, known)) ?? alikeOf(here, there, group, known);

  function measureConflict(here: Figure, there: Figure, group: readonly Figure[], known: Known): Reason | undefined {
    const a = here.about!;
    const b = there.about!;
    if (a.head === '' || a.head !== b.head || !sameTime(here, there) || differentNames(here, there, known) || differentOwners(here, there) || settingsApart(here, there, known.ground)) return undefined;
    if (here.kind === 'share' && there.kind === 'share') return transposed(one, other) && compatible(a, b, NONE) === 'same' ? { nature: 'value', why: `both give the ${here.measure ?? 'same share'}, in the same digits` } : undefined;
    if (!isLevel(here) || !isLevel(there) || (here.kind === 'forecast') !== (there.kind === 'forecast') || (here.clause && there.clause && scopesApart(here.clause.scope, there.clause.scope) !== 'same')) return undefined;
    // "40 people in hospital", "the 312 people infected": of people it must be said alike which.
    if (a.head === 'person' && (a.modifiers.length > 0) !== (b.modifiers.length > 0)) return undefined;
    const lead = here.quantity.kind === 'percent' ? known.lead : NONE;
    const same = compatible(a, b, lead);
    if (transposed(here.quantity, there.quantity) && (same !== 'different' || digitsOf(here.quantity).length >= 4)) return { nature: 'value', why: `both ${verb(here)} ${nameOf(here, there)}, in the same digits` };
    // Small counts name now these, now those: "the two men".
    if (here.quantity.kind === 'score' && !(a.definite || b.definite)) return undefined;
    if (here.quantity.kind === 'count' && Math.min(here.quantity.value, there.quantity.value) < 10) return undefined;
    // What counts people or things needs more than a date: one storm killed 12 in May, another 31.
    const dated = here.asOf !== undefined && here.asOf === there.asOf && datedBeside(here) && datedBeside(there);
    const anchored = b.definite || (a.definite && !b.indefinite) || (a.modifiers.length > 0 && !b.indefinite) || (dated && here.quantity.kind !== 'count');
    return same === 'same' && anchored && onlyTwo(here, there, group, lead) ? { nature: 'value', why: `both ${verb(here)} ${nameOf(here, there)}` } : undefined;
  }
}

/** "the normal 28 teeth", "the usual fee of £4": what a thing has or costs as a rule. */
function isStandard({ sentence, prose }: Figure): boolean {
  return /\b(?:normal|usual|standard|typical|required|statutory)\b[^,;]{0,12}$/i.test(sentence.leaf.content.prose.slice(Math.max(sentence.prose.start, prose.start - 24), prose.start));
}

/** "$412 million" and "$412 billion"; other powers of ten need words that agree, of two digits more than of three. */
function slipOf(here: Figure, there: Figure, all: BySentence): Reason | undefined {
  const slip = magnitudeSlip(here.quantity, there.quantity);
  if (!slip || !sameTime(here, there)) return undefined;
  const [a, b] = [here.about!, there.about!];
  const common = shared(a.context, b.context);
  const sure = slip.word
    ? slip.digits >= 3 || slip.digits === 2 && (common >= 3 || a.head !== '' && a.head === b.head || a.definite || b.definite || /^.+ per /.test(here.quantity.unit ?? ''))
    : slip.digits >= 2 && common >= (a.head !== '' && a.head === b.head ? 1 : 2) + (slip.digits === 2 ? 1 : 0) && isLevel(here) && isLevel(there) && here.quantity.bound === '=' && there.quantity.bound === '=' && !isToldApart(here, there, all);
  return sure ? { nature: 'magnitude', why: 'the digits are the same and the scale is not' } : undefined;
}

/** Is one statement made twice, with two numbers? With a third number it is a series. */
function againOf(here: Figure, there: Figure, group: readonly Figure[], { ground, supported }: Known): Reason | undefined {
  if (supported.has(here) || supported.has(there)) return undefined;
  if (!restates(here, there, ground.wordsOf) || group.some(third => third !== here && third !== there && restates(here, third, ground.wordsOf) && restates(there, third, ground.wordsOf))) return undefined;
  return { nature: 'value', why: 'the two sentences say the same otherwise' };
}

/** Do their clauses say so much alike that the two must be one figure? */
function alikeOf(here: Figure, there: Figure, group: readonly Figure[], known: Known): Reason | undefined {
  const { all, ground, supported } = known;
  if (supported.has(here) || supported.has(there) || !couldConflict(here, there, all)) return undefined;
  const likeness = ground.between(here, there);
  if (!likeness || likeness.score < ALIKE) return undefined;
  const asLike = (one: Figure, other: Figure) => couldConflict(one, other, all) && (ground.between(one, other)?.score ?? 0) >= likeness.score;
  // With a third value for the same, the figures belong to several things.
  if (group.some(third => third !== here && third !== there && asLike(here, third) && asLike(there, third) && !isBrokenDown(here, there, third) && !isBrokenDown(there, here, third))) return undefined;
  return hasItsOwn(here, there, likeness, known) || hasItsOwn(there, here, likeness, known) ? undefined : { nature: 'value', why: whyAlike(here, there, likeness), likeness };
}

/** "a tenth of its apples and pears … a third of its apples and half of its pears": two figures of a sentence that split the thing of a third between them. */
function isBrokenDown({ clause }: Figure, part: Figure, other: Figure): boolean {
  const [a, b] = [part.about!.head, other.about!.head];
  const says = (head: string) => clause?.words.some(({ word }) => word === head);
  return part.sentence === other.sentence && a !== '' && b !== '' && a !== b && says(a) === true && says(b) === true;
}

/** "a 28% increase in claims", "a 28% fall in claims": one change in two directions. */
function oppositeOf(here: Figure, there: Figure, { all, ground }: Known): Reason | undefined {
  const [one, other] = [here.clause?.direction, there.clause?.direction];
  if (here.kind !== 'change' || there.kind !== 'change' || one === undefined || other === undefined || one === other || !sameTime(here, there) || isToldApart(here, there, all) || here.quantity.unit !== there.quantity.unit || here.quantity.value !== there.quantity.value) return undefined;
  const likeness = ground.between(here, there);
  return likeness && likeness.score >= ALIKE ? { nature: 'direction', why: `${whyAlike(here, there, likeness)}, and one goes up where the other goes down`, likeness } : undefined;
}

/** Does the sentence of `other` hold another figure with which `one` agrees, and which is as much like it? */
function hasItsOwn(one: Figure, other: Figure, likeness: Likeness, { all, ground }: Known): boolean {
  return (all.get(other.sentence.index) ?? []).some(figure => figure !== other && !contradict(one, figure) && comparable(one, figure)[0].unit === comparable(one, figure)[1].unit && ((ground.between(one, figure)?.score ?? 0) >= likeness.score || figure.kind === 'unknown' && figure.quantity.value === one.quantity.value && figure.quantity.kind !== 'count'));
}

/** Why two clauses are taken to be about one thing, with the words that they share. */
function whyAlike(here: Figure, there: Figure, { shared, slip }: Likeness): string {
  const words = shared.slice(0, 4).map(word => `“${word}”`);
  const list = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}` : words[0];
  const thing = here.measure !== undefined && there.measure !== undefined && here.about!.head === there.about!.head ? `both ${verb(here)} ${nameOf(here, there)}` : 'both clauses say the same otherwise';
  const said = list === undefined ? thing : `${thing} (${list})`;
  return slip === undefined ? said : `${said}, and ${slip}`;
}

/** One family name, and no second given name with it: brothers and spouses are several people. */
function ageConflict(a: FigureWords, b: FigureWords, group: readonly Figure[]): boolean {
  if (!a.head.startsWith('age ') || a.head !== b.head) return false;
  const given = new Set(group.map(figure => figure.about!.modifiers.join(' ')).filter(name => name !== ''));
  return given.size <= 1;
}

/** As far apart as two ages that one slip or one birthday made, in years. */
const CLOSE_AGES = 5;

/** "Ann Berg, 52", "the defendant, who is 47", "the 54-year-old said": one person has an age in the draft, and the other figure names nobody. */
function isAgeAgain(here: Figure, there: Figure, group: readonly Figure[]): boolean {
  const heads = new Set(group.map(figure => figure.about!.head).filter(head => head.startsWith('age ')));
  const given = new Set(group.flatMap(figure => (figure.about!.head.startsWith('age ') ? figure.about!.modifiers : [])));
  return heads.size === 1 && given.size <= 1 && there.about!.head === AGE_AGAIN && here.about!.head.startsWith('age ') && Math.abs(here.quantity.value - there.quantity.value) <= CLOSE_AGES && sameTime(here, there);
}

function verb(figure: Figure): string {
  return figure.quantity.kind === 'count' ? 'count' : 'give';
}

function nameOf(here: Figure, there: Figure): string {
  const [one, other] = here.measure === 'person' ? [there, here] : [here, there];
  const noun = (one.measure?.length ?? 99) <= (other.measure?.length ?? 99) || other.measure === 'person' ? one.measure : other.measure;
  return `the ${noun ?? 'same quantity'}`;
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
function differentNames(here: Figure, there: Figure, known: Known): boolean {
  const one = namesIn(here, known);
  const other = namesIn(there, known);
  if (one.length > 0 && other.length > 0) return !one.some(name => other.includes(name));
  const named = one.length > 0 ? one : other;
  return named.length > 0 && !named.some(name => known.lead.has(name));
}

/** "The museum drew", "the zoo drew": each of its own subject. */
function differentOwners({ clause: one, about: a }: Figure, { clause: other, about: b }: Figure): boolean {
  if (!one || !other || one.subject.length === 0 || other.subject.length === 0 || a!.definite || b!.definite || one.predicate !== other.predicate) return false;
  const says = (clause: FigureClause, word: string) => clause.words.some(one => one.word === word) || PARTY.test(word);
  return !one.subject.some(word => says(other, word)) && !other.subject.some(word => says(one, word));
}

/** The names of a sentence, the speaker's aside; a family name known from elsewhere counts also where it opens the sentence. */
function namesIn(figure: Figure, { families, sayers }: Known): readonly string[] {
  const { names, context } = figure.about!;
  const speaker = sayers(figure)?.toLowerCase().split(/[^\p{L}\p{N}]+/u).map(word => stem({ lower: word })) ?? [];
  return [...names.map(name => stem({ lower: name })), ...context.filter(word => families.has(word))].filter(name => !speaker.includes(name));
}

/** The modifiers of both: the same, one lacks what the other has and points back, or each has its own. */
function compatible(a: FigureWords, b: FigureWords, lead: ReadonlySet<string>): 'same' | 'different' {
  const owned = a.modifiers.some(isOwner) && b.modifiers.some(isOwner);
  const apart = (one: FigureWords, other: FigureWords) => one.modifiers.filter(word => !other.modifiers.includes(word) && (owned || !isOwner(word)) && sameThing(word) !== one.head && !lead.has(word));
  const onlyA = apart(a, b);
  const onlyB = apart(b, a);
  if (onlyA.length === 0 && onlyB.length === 0) return 'same';
  // "2,480 pupils in 31 schools … the 2,840 pupils": the second points back and adds nothing.
  if (onlyB.length === 0 && b.definite) return 'same';
  const knownB = onlyB.every(word => a.context.includes(word));
  const knownA = onlyA.every(word => b.context.includes(word));
  return knownA && knownB && (a.definite || b.definite) ? 'same' : 'different';
}

function isOwner(word: string): boolean {
  return /^(?:his|her|their|my|our|your)$/.test(word);
}

/** Are these the only two values of their kind in the draft? With a third, the figures belong to several things. */
function onlyTwo(here: Figure, there: Figure, group: readonly Figure[], lead: ReadonlySet<string>): boolean {
  return group.every(other => other.about!.head !== here.about!.head || !isLevel(other) || compatible(other.about!, here.about!, lead) === 'different' || !sameTime(other, here) || !sameTime(other, there) || other.quantity.value === here.quantity.value || other.quantity.value === there.quantity.value);
}

function shared(a: readonly string[], b: readonly string[]): number {
  return a.filter(word => b.includes(word)).length;
}
