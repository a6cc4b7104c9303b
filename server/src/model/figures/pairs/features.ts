// What speaks for and against two figures of a draft being one: the features from which the trees in figure-forest.ts were learned.
import type { Figure } from '../../analysis.ts';
import { addsUp, datedBeside, sameTime, type BySentence } from '../apart.ts';
import { isRounded, lengthOf } from '../echoes.ts';
import { PARTY, sameThing } from '../lexicon.ts';
import { gendersApart, sameName, scopesApart, type Ground } from '../likeness.ts';
import { sameParty } from '../parties.ts';
import { restates } from '../restatement.ts';
import { phrasesApart, roundsApart } from '../setting.ts';
import { kinship } from '../things.ts';
import type { Candidate, Group } from './candidates.ts';
import type { FigureFacts, Place } from './facts.ts';

/** Takes the features of a pair, each by its name; what is not told is 0. */
export type AddFeature = (name: string, value?: number) => void;

/** What the draft as a whole tells of the figures of one unit. */
export interface GroupFacts {
  readonly group: Group;
  /** How many different values the group's figures have, in all and of each noun. */
  readonly values: number;
  readonly valuesOf: ReadonlyMap<string, number>;
}

export interface DraftFacts {
  readonly factsOf: (figure: Figure) => FigureFacts;
  readonly ground: Ground;
  readonly bySentence: BySentence;
  /** In how many figures' contexts, and sentences, a word stands. */
  readonly inContexts: ReadonlyMap<string, number>;
  readonly inSentences: ReadonlyMap<string, number>;
}

export function readGroup(group: Group, factsOf: DraftFacts['factsOf']): GroupFacts {
  const byNoun = new Map<string, Set<number>>();
  for (const figure of group.figures) {
    const { noun } = factsOf(figure);
    let values = byNoun.get(noun);
    if (!values) byNoun.set(noun, (values = new Set()));
    values.add(figure.quantity.value);
  }
  return { group, values: new Set(group.figures.map(({ quantity }) => quantity.value)).size, valuesOf: new Map([...byNoun].map(([noun, values]) => [noun, values.size])) };
}

export function addFeatures(candidate: Candidate, group: GroupFacts, draft: DraftFacts, add: AddFeature): void {
  addNumbers(candidate, group, add);
  addNouns(candidate, group, draft, add);
  addWording(candidate, draft, add);
  addClauses(candidate, draft, add);
  addNames(candidate, draft, add);
  addTimes(candidate, add);
  addOthers(candidate, group, draft, add);
  addPlaces(candidate, draft, add);
}

/** As far apart two values may be, in logarithms, for each class of distance. */
const DISTANCES = [0.06, 0.15, 0.35, 0.7, 1.5, 3] as const;

function addNumbers({ here, there, slip, distance }: Candidate, { group }: GroupFacts, add: AddFeature): void {
  const [a, b] = [here.quantity, there.quantity];
  const [one, other] = [Math.abs(a.value), Math.abs(b.value)];
  add(`slip: ${slip ? slip.why : 'none'}`);
  add('slip', Math.max(0, slip?.points ?? 0) / 4);
  const near = DISTANCES.findIndex(limit => distance < limit);
  add(`distance: ${near < 0 ? 'far' : near}`);
  add('distance', Math.min(distance, 4) / 4);
  if (Math.max(one, other) <= 12) add('small');
  if (Math.min(one, other) < 3) add('tiny');
  if (Math.max(one, other) >= 1000) add('large');
  add('digits', Math.min(4, lengthOf(one), lengthOf(other)) / 4);
  add(`unit: ${unitClass(group.key, here, there)}`);
  if (group.bare.has(here) !== group.bare.has(there)) add('one has no unit');
  if (a.unit !== b.unit && group.key !== 'count') add('other unit');
  if (a.kind !== b.kind) add('other kind of quantity');
  if (a.upper !== null || b.upper !== null) add('range');
  if (a.bound !== '=' && b.bound !== '=') add('both bounded');
  else if (a.bound !== '=' || b.bound !== '=') add('one bounded');
  add(here.kind === there.kind ? `both ${here.kind}` : `${[here.kind, there.kind].toSorted().join(' and ')}`);
}

function unitClass(key: string, { quantity: a }: Figure, { quantity: b }: Figure): string {
  if (key === 'count') return a.kind !== b.kind ? 'count and number' : a.kind;
  if (/^(?:metre|gram|litre|square metre|cubic metre|watt|degree)/.test(key)) return 'measure';
  if (key === 'second' || key === 'month') return 'duration';
  return key === 'ratio' || key === 'score' ? key : a.kind;
}

function addNouns({ here, there, slip }: Candidate, { values, valuesOf }: GroupFacts, { factsOf }: DraftFacts, add: AddFeature): void {
  const [a, b] = [factsOf(here), factsOf(there)];
  const kin = kinship(a.noun, b.noun);
  const lacking = a.noun === '' || b.noun === '';
  add(`noun: ${a.noun === '' && b.noun === '' ? 'none' : lacking ? 'one' : kin === 2 ? (a.noun === 'person' ? 'person' : 'same') : kin === 1.5 ? 'kin' : kin === 1 ? 'people' : 'other'}`);
  if (kin === 2) {
    if (a.noun !== 'person') add('same noun, slip', Math.max(0, slip?.points ?? 0) / 4);
    const told = valuesOf.get(a.noun) ?? 1;
    add(`values of the noun: ${Math.min(told, 6)}`);
    add('values of the noun', Math.min(told, 8) / 8);
  }
  add('values', Math.min(20, values) / 20);
  if (lacking && a.noun !== b.noun) {
    const noun = a.noun === '' ? b.noun : a.noun;
    const other = a.noun === '' ? a : b;
    if (other.clause.has(noun)) add('noun in the clause');
    else if (other.sentence.has(noun)) add('noun in the sentence');
    else for (const word of other.clause) if (kinship(noun, word) >= 1.5) {
      add('its kin in the clause');
      break;
    }
  } else if (!lacking && kin < 1.5) {
    const [one, other] = [a.clause.has(b.noun), b.clause.has(a.noun)];
    if (one && other) add('each noun in the other clause');
    else if (one || other) add('noun in the other clause');
  }
  const [mine, theirs] = [here, there].map(({ about }) => about!.modifiers.filter(word => !PARTY.test(word)));
  const own = (words: readonly string[], others: readonly string[], facts: FigureFacts) => words.some(word => !others.includes(word) && !facts.sentence.has(sameThing(word)) && !facts.sentence.has(word));
  add('shared modifiers', Math.min(2, mine!.filter(word => theirs!.includes(word)).length) / 2);
  const [first, second] = [own(mine!, theirs!, b), own(theirs!, mine!, a)];
  if (first && second) add('modifiers on both sides');
  else if (first) add('modifiers on the first');
  else if (second) add('modifiers on the second');
  if ([...mine!, ...theirs!].some(word => word.startsWith('which'))) add('one says which');
}

function addWording({ here, there }: Candidate, { factsOf, inContexts, inSentences }: DraftFacts, add: AddFeature): void {
  const [a, b] = [factsOf(here), factsOf(there)];
  add(`first: ${a.pointing}`);
  add(`second: ${b.pointing}`);
  if (here.about!.definite) add('first definite');
  if (there.about!.definite) add('second definite');
  if (here.about!.indefinite) add('first indefinite');
  if (there.about!.indefinite) add('second indefinite');
  for (const mark of a.marks) add(`first ${mark}`);
  for (const mark of b.marks) add(`second ${mark}`);
  let clauses = 0;
  let number = 0;
  for (const word of a.context) {
    if (!b.context.has(word) || word === a.noun || word === b.noun) continue;
    clauses += rarity(inContexts, word);
    number++;
  }
  let sentences = 0;
  for (const word of a.sentence) if (b.sentence.has(word) && word !== a.noun && word !== b.noun) sentences += rarity(inSentences, word);
  add('same words in the clauses', Math.min(clauses, 4) / 2);
  if (clauses === 0) add('no word in both clauses');
  add('same words in the sentences', Math.min(sentences, 5) / 2.5);
  if (sentences === 0) add('no word in both sentences');
  const size = Math.min(a.context.size, b.context.size);
  if (size > 0) add('share of words', number / size);
  if (a.noun === '' && b.noun === '' && clauses === 0) add('nothing in common');
}

/** A word of few figures says more. */
function rarity(frequency: ReadonlyMap<string, number>, word: string): number {
  return 1 / Math.log2(1 + (frequency.get(word) ?? 1));
}

function addClauses({ here, there }: Candidate, { factsOf, ground }: DraftFacts, add: AddFeature): void {
  if (gendersApart(here, there)) add('genders apart');
  const [a, b] = [factsOf(here), factsOf(there)];
  const [one, other] = [here.clause, there.clause];
  if (!one || !other) return;
  const [verb, verbOther] = [one.predicate, other.predicate];
  if (verb !== '' && verb === verbOther) add('same verb');
  else if (verb !== '' && verbOther !== '') add(a.clause.has(verbOther) || b.clause.has(verb) ? 'verb in the other clause' : 'other verbs');
  else if (verb !== '' || verbOther !== '') add('one verb');
  const [subject, subjectOther] = [one.subject, other.subject];
  if (subject.length > 0 && subjectOther.length > 0) {
    const same = subject.some(word => subjectOther.some(name => sameName(word, name)));
    add(same ? 'same subject' : subject.some(word => b.sentence.has(word)) || subjectOther.some(word => a.sentence.has(word)) ? 'subject in the other sentence' : 'other subjects');
    if (same && verb === verbOther) add('same subject and verb');
  } else if (subject.length > 0 || subjectOther.length > 0) add('one subject');
  const scopes = scopesApart(one.scope.filter(isScope), other.scope.filter(isScope));
  if (scopes !== 'same') add(`scopes: ${scopes}`);
  if (one.another) add('first in a sentence of another');
  if (other.another) add('second in a sentence of another');
  if (one.direction && other.direction) add(one.direction === other.direction ? 'same direction' : 'other direction');
  else if (one.direction || other.direction) add('one direction');
  if (one.setting.tense && other.setting.tense && one.setting.tense !== other.setting.tense) add('other tense');
  if (roundsApart(one.setting, other.setting)) add('other round');
  if (phrasesApart(one.setting, other.setting, a.clause, b.clause)) add('other place or purpose');
  if (restates(here, there, ground.wordsOf)) add('said again');
}

function isScope(scope: string): boolean {
  return scope !== 'total' && scope !== 'first';
}

function addNames({ here, there }: Candidate, { factsOf }: DraftFacts, add: AddFeature): void {
  const [a, b] = [factsOf(here), factsOf(there)];
  const among = (name: string, names: readonly string[]) => names.some(other => sameName(name, other));
  const shared = a.names.filter(name => among(name, b.names)).length;
  const own = a.names.some(name => !b.sentence.has(name) && !among(name, b.names));
  const ownOther = b.names.some(name => !a.sentence.has(name) && !among(name, a.names));
  add('same names', Math.min(2, shared) / 2);
  if (own && ownOther) add(shared > 0 ? 'other names beside shared ones' : 'other names');
  else if (own) add('names on the first');
  else if (ownOther) add('names on the second');
}

function addTimes({ here, there }: Candidate, add: AddFeature): void {
  if (here.date && there.date) {
    add(sameTime(here, there) ? (here.asOf === there.asOf ? 'same time' : 'times overlap') : datedBeside(here) && datedBeside(there) ? 'other times beside' : 'other times');
  } else if (here.date) add(`first dated${datedBeside(here) ? ' beside' : ''}: ${here.date.grain}`);
  else if (there.date) add(`second dated${datedBeside(there) ? ' beside' : ''}: ${there.date.grain}`);
}

/** As many times as large a third value may be and still be one of the same thing. */
const OF_SIZE = 5;
const LIKE = 3;

/** Above the text stand figures that it repeats. */
const ABOVE: ReadonlySet<Place> = new Set(['title', 'headline', 'alt']);

/** Does a figure of its kind say the same, rounded or not? */
function agree({ quantity: a }: Figure, { quantity: b }: Figure): boolean {
  return a.value === b.value || Math.abs(a.value - b.value) <= 0.06 * Math.abs(b.value) && isRounded(a.value, b.value);
}

/** What other figures of the draft say to it: they repeat one of the two, or are of the same thing with a third value. */
function addOthers({ here, there }: Candidate, { group }: GroupFacts, { factsOf, bySentence }: DraftFacts, add: AddFeature): void {
  const [a, b] = [factsOf(here), factsOf(there)];
  const [value, valueOther] = [here.quantity.value, there.quantity.value];
  const [most, least] = [Math.max(Math.abs(value), Math.abs(valueOther)), Math.min(Math.abs(value), Math.abs(valueOther))];
  let [again, againOther, borneOut, borneOutOther] = [false, false, false, false];
  const rivals = new Set<number>();
  const rivalsOfSize = new Set<number>();
  const like = new Set<number>();
  for (const figure of group.figures) {
    if (figure === here || figure === there) continue;
    const third = figure.quantity.value;
    const { noun } = factsOf(figure);
    const kin = Math.max(kinship(noun, a.noun), kinship(noun, b.noun));
    if (third <= most * LIKE && third * LIKE >= least) like.add(third);
    if (!ABOVE.has(factsOf(figure).place)) {
      borneOut ||= figure.sentence !== here.sentence && agree(here, figure);
      borneOutOther ||= figure.sentence !== there.sentence && agree(there, figure);
    }
    if (third === value && (kin > 0 || noun === '')) again = true;
    else if (third === valueOther && (kin > 0 || noun === '')) againOther = true;
    else if (kin >= 1.5 || noun === '' && a.noun === '' && b.noun === '') {
      rivals.add(third);
      if (third <= most * OF_SIZE && third * OF_SIZE >= least) rivalsOfSize.add(third);
    }
  }
  if (again) add('first value again');
  if (againOther) add('second value again');
  if (borneOut) add(`first borne out${ABOVE.has(a.place) ? ', above the text' : ''}`);
  if (borneOutOther) add(`second borne out${ABOVE.has(b.place) ? ', above the text' : ''}`);
  add('third values', Math.min(6, rivals.size) / 6);
  if (rivals.size === 0) add('no third value');
  if (rivalsOfSize.size === 0) add('no third value of its size');
  add('values of their size', Math.min(8, like.size) / 8);
  if (like.size === 0) add('no value of their size');
  const stands = (number: number, beside: Figure) => (bySentence.get(beside.sentence.index) ?? []).some(figure => figure !== beside && figure.quantity.value === number);
  if (stands(value, there)) add('first value beside the second');
  if (stands(valueOther, here)) add('second value beside the first');
  if (addsUp(here, there, bySentence)) add('first adds up to the second');
  if (addsUp(there, here, bySentence)) add('second adds up to the first');
}

/** As many sentences apart, for each class. */
const SENTENCES = [1, 2, 4, 8, 16] as const;

function addPlaces({ here, there }: Candidate, { factsOf }: DraftFacts, add: AddFeature): void {
  const [a, b] = [factsOf(here), factsOf(there)];
  add(`place: ${a.place} and ${b.place}`);
  add(`first in ${a.place}`);
  add(`second in ${b.place}`);
  const apart = SENTENCES.findIndex(limit => Math.abs(there.sentence.index - here.sentence.index) <= limit);
  add(`sentences apart: ${apart < 0 ? 'many' : apart}`);
  if (here.sentence.leaf === there.sentence.leaf) add('one paragraph');
  if (a.quoted !== b.quoted) add('one quoted');
  else if (a.quoted) add('both quoted');
  if (a.sayer !== undefined && b.sayer !== undefined) add(sameParty(a.sayer, b.sayer) ? 'same speaker' : 'other speakers');
  else if (a.sayer !== undefined || b.sayer !== undefined) add('one speaker');
}
