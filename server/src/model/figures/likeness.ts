// Are two figures about one thing? A scored comparison of what their clauses say, each agreement and each difference named.
import { contains } from '../../span.ts';
import type { Analysis, ClauseWord, Figure, FigureClause } from '../analysis.ts';
import { dateWords, datedBeside, sameTime } from './apart.ts';
import { PARTY, sameThing } from './lexicon.ts';
import { DIMENSION } from './otherness.ts';
import { phrasesApart, roundsApart } from './setting.ts';
import { findSlip } from './slips.ts';

/** Acts that a party does again and again. */
const REPEATED = new Set(['spend', 'raise', 'buy', 'revenu', 'score', 'win', 'lose', 'donate', 'award', 'fine', 'lend', 'invest', 'add', 'send', 'rise', 'fall', 'carry', 'receive', 'sign', 'shoot', 'offer'].map(sameThing));

/** How alike two figures are by what is said of them. */
export interface Likeness {
  readonly score: number;
  /** What they have in common, as words of the first. */
  readonly shared: readonly string[];
  /** The parts of the score, for people: "same verb +2". */
  readonly parts: readonly string[];
  /** How the two differ, where the one may be a slip for the other. */
  readonly slip?: string;
}

/** From here on two figures are taken to be about one thing. */
export const ALIKE = 2;

/** What the comparison asks of the draft as a whole. */
export interface Ground {
  /** How many figures' clauses hold a word: those that many hold tell little. */
  readonly frequency: ReadonlyMap<string, number>;
  /** The names of whom and what the draft is about, which a sentence may leave out. */
  readonly lead: ReadonlySet<string>;
  /** The words of the clause that the draft says itself: without who says it. */
  readonly wordsOf: (figure: Figure) => readonly ClauseWord[];
  /** How alike two figures are, in the order of the text; undefined where something sets them apart. Each pair is compared once. */
  readonly between: (here: Figure, there: Figure) => Likeness | undefined;
}

export function groundOf({ figures, attributions }: Pick<Analysis, 'figures' | 'attributions'>, lead: ReadonlySet<string> = new Set()): Ground {
  const known = new Map<Figure, readonly ClauseWord[]>();
  const wordsOf = (figure: Figure): readonly ClauseWord[] => {
    let words = known.get(figure);
    if (!words) known.set(figure, (words = withoutSpeaker(figure, attributions)));
    return words;
  };
  const frequency = new Map<string, number>();
  for (const figure of figures) for (const word of new Set(figure.clause?.words.map(({ word }) => word))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const compared = new Map<Figure, Map<Figure, Likeness | undefined>>();
  const between = (one: Figure, other: Figure): Likeness | undefined => {
    const [here, there] = one.start <= other.start ? [one, other] : [other, one];
    let row = compared.get(here);
    if (!row) compared.set(here, (row = new Map()));
    if (!row.has(there)) row.set(there, likenessOf(here, there, ground));
    return row.get(there);
  };
  const ground: Ground = { frequency, lead, wordsOf, between };
  return ground;
}

function withoutSpeaker({ clause, saidBy, sentence }: Figure, attributions: Analysis['attributions']): readonly ClauseWord[] {
  const attribution = saidBy === undefined ? undefined : attributions[saidBy];
  if (!clause || !attribution) return clause?.words ?? [];
  return clause.words.filter(word => {
    const at = sentence.leaf.toSource(word);
    return attribution.content.some(content => contains(content, at));
  });
}

/** Compares two figures whose quantities can be held against each other; undefined where something sets them apart. */
export function likenessOf(here: Figure, there: Figure, ground: Ground): Likeness | undefined {
  const [a, b] = [here.about, there.about];
  const [one, other] = [here.clause, there.clause];
  if (!a || !b || !one || !other) return undefined;
  const scopes = scopesApart(one.scope, other.scope);
  if (scopes === 'apart') return undefined;
  // "he", "his driver"
  if (isPronoun(one) && isRelated(other) || isPronoun(other) && isRelated(one)) return undefined;
  if (genderOf(one.pronoun) !== genderOf(other.pronoun) && genderOf(one.pronoun) !== '' && genderOf(other.pronoun) !== '') return undefined;
  const aged = (head: string) => head.startsWith('age ');
  // Two of one family have given names of their own.
  if (aged(a.head) && aged(b.head) && (a.head !== b.head || (a.modifiers.length > 0 && b.modifiers.length > 0 && !a.modifiers.some(given => b.modifiers.includes(given))))) return undefined;
  // "had 600 workers in 1950", "has 900 workers"
  const otherTense = one.setting.tense !== undefined && other.setting.tense !== undefined && one.setting.tense !== other.setting.tense;
  if (otherTense && (here.date === undefined) !== (there.date === undefined)) return undefined;
  const parts: string[] = [];
  let score = 0;
  let agreements = 0;
  const count = (points: number, what: string) => {
    if (points === 0) return;
    score += points;
    if (points > 0) agreements++;
    parts.push(`${what} ${points > 0 ? '+' : ''}${Math.round(points * 10) / 10}`);
  };
  const [wordsA, wordsB] = [ground.wordsOf(here), ground.wordsOf(there)];
  const [setA, setB] = [new Set(wordsA.map(({ word }) => word)), new Set(wordsB.map(({ word }) => word))];
  const taken = new Set<string>();
  const slip = findSlip(here.quantity, there.quantity);
  const swapped = slip !== undefined && slip.points >= 2;
  if (scopes === 'each') count(-2, 'each');

  // What is measured or counted
  // "Berg is worth $4 million": the owner is no measure.
  const isOwner = (head: string) => [...wordsA, ...wordsB].some(({ word, name }) => name && word === head);
  if (a.head !== '' && b.head !== '' && !(a.head === b.head && isOwner(a.head))) {
    // "120 people" says nothing of which people.
    if (a.head === b.head || one.predicate === b.head || other.predicate === a.head) count(a.head === 'person' && b.head === 'person' ? 1 : 2, 'same thing');
    else if (here.quantity.kind === 'count' || there.quantity.kind === 'count' || here.quantity.unit === 'ordinal' || (here.quantity.kind === 'age' && !a.head.startsWith('age ') && !b.head.startsWith('age '))) return undefined;
    else count(setA.has(b.head) || setB.has(a.head) ? -0.5 : -2, 'other thing');
  }
  // "awarded her $2 million", "the $2 million award": the verb says what the noun says.
  else if (a.head !== b.head && here.quantity.kind === 'money' && (one.predicate !== '' && one.predicate === b.head || other.predicate !== '' && other.predicate === a.head)) count(2, 'same thing');
  for (const head of [a.head, b.head]) if (head !== '') taken.add(head);

  const sameHead = a.head !== '' && a.head === b.head && !isOwner(a.head);

  // The verb
  const [verbA, verbB] = [one.predicate, other.predicate];
  if (verbA !== '' && verbB !== '') {
    if (verbA === verbB || isDirection(verbA) && isDirection(verbB)) count(verbA === a.head ? 1 : 2, 'same verb');
    // What somebody did at 29 and at 83 are two things, whatever else is told of either.
    else if (here.quantity.kind === 'age' || (!setA.has(verbB) && !setB.has(verbA))) count(-2.5, 'other verb');
  }
  taken.add(verbA).add(verbB);
  if (a.head === 'person' && b.head === 'person' && verbA !== verbB) count(-1, 'people who do other things');

  // Whose it is
  let sameSubject = false;
  const ofSubject = new Set<string>();
  const [subjectA, subjectB] = [one.subject, other.subject];
  if (subjectA.length > 0 && subjectB.length > 0) {
    const common = subjectA.filter(word => subjectB.some(other => sameName(word, other)));
    // "the club has paid", "the club was paid": the one is in the other's part.
    const otherPart = common.length > 0 && verbA !== '' && verbA === verbB && one.passive !== other.passive;
    if (otherPart) count(-2, 'other part');
    sameSubject = common.length > 0 && !otherPart;
    for (const word of common) ofSubject.add(word);
    // "A fire in the same street", told after "the fire": another of its kind.
    const introduced = sameSubject && isIntroduced(there) && !isIntroduced(here);
    // "the north mill", "the south mill"; "a litre of milk", "a litre of oil"
    const [kindA, kindB] = common.length > 0 ? [besideWord(subjectA, common[0]!), besideWord(subjectB, common[0]!)] : [];
    const isName = (word: string) => [...wordsA, ...wordsB].some(one => one.name && one.word === word);
    if (sameSubject && kindA !== undefined && kindB !== undefined && kindA !== kindB && !isName(common[0]!) && !setB.has(kindA) && !setA.has(kindB)) count(-3 - (slip?.points ?? 0), 'other kinds of subject');
    else if (introduced) count(there.date !== undefined && here.date === undefined ? -5 : -3, 'another of its kind');
    else if (sameSubject && isNarrower(there) && !isNarrower(here)) count(-4, 'one kind of subject');
    // "The temple has 108 steps", "the chapel beside the temple has 64"
    else if (common.length === 0 && verbA === '' && verbB === '' && one.setting.tense !== undefined && other.setting.tense !== undefined && !isName(subjectA.at(-1)!) && !isName(subjectB.at(-1)!) && !isParty(subjectA) && !isParty(subjectB)) count(-4, 'other subject');
    else if (sameSubject) count(1.5, 'same subject');
    else if (!otherPart && !(swapped && sameHead && (a.definite || b.definite)) && ![...subjectA].some(word => setB.has(word)) && ![...subjectB].some(word => setA.has(word))) count(isParty(subjectA) || isParty(subjectB) ? -1 : slip ? -2 - slip.points : here.quantity.kind === 'duration' && !isName(subjectA[0]!) && !isName(subjectB[0]!) ? -3 : -2, 'other subject');
  }

  // Names
  const [namesA, namesB] = [namesOf(wordsA), namesOf(wordsB)];
  const inBoth = (names: readonly (readonly string[])[], theirs: readonly string[]) => names.filter(name => name.some(part => theirs.some(word => sameName(word, part))));
  const sharedNames = inBoth(namesA, [...setB, ...b.names]);
  const sharedNamesB = inBoth(namesB, [...setA, ...a.names]);
  const ownA = namesA.length - sharedNames.length;
  const ownB = namesB.length - sharedNamesB.length;
  count(Math.min(3, Math.max(sharedNames.length, sharedNamesB.length) * 1.5), 'same names');
  if (ownA > 0 && ownB > 0) {
    if (sharedNames.length + sharedNamesB.length === 0) return undefined;
    count(-2, 'other names on both sides');
  }
  const otherPlace = ownA + ownB > 0 && sharedNames.length + sharedNamesB.length === 0 && [...wordsA, ...wordsB].some(({ place }) => place);
  // Whom the draft is about a sentence may leave out, but not who did it.
  const known = [...namesA, ...namesB].every(name => name.some(part => ground.lead.has(part)) && !name.some(part => subjectA.includes(part) || subjectB.includes(part)));
  if ((ownA > 0) !== (ownB > 0) && sharedNames.length + sharedNamesB.length === 0 && (!sameSubject || otherPlace)) count(known && (!otherPlace || slip !== undefined) ? -1 : one.pronoun === undefined && other.pronoun === undefined ? (otherPlace ? -4 : -2) : -1, 'names on one side');
  for (const name of [...sharedNames, ...sharedNamesB]) for (const part of name) taken.add(part);

  // All other words
  const shared = [...setA].filter(word => setB.has(word));
  const others = shared.filter(word => !taken.has(word) && word !== a.head);
  let weight = 0;
  let weightBeside = 0;
  for (const word of others) {
    const one = 1 / Math.max(1, Math.log2(ground.frequency.get(word) ?? 1));
    weight += one;
    if (!ofSubject.has(word)) weightBeside += one;
  }
  count(Math.min(4, weight), 'same words');
  // The digits alone say that something is alike, not what.
  if (swapped && !sameHead && others.length === 0 && !parts.some(part => part.startsWith('same thing'))) count(-2, 'nothing else in common');
  const sameVerb = verbA !== '' && (verbA === verbB || isDirection(verbA) && isDirection(verbB));
  // What is paid, raised or scored is so again and again: the rest must say that it is the same.
  if (sameVerb && !sameHead && REPEATED.has(verbA) && weightBeside < 1) count(-2, 'done more than once');
  if (here.quantity.kind === 'score') count(-2, 'a score');
  if (!swapped && !sameVerb && !sameHead && (weight < 1.5 || here.quantity.kind === 'age')) count(-2, 'neither thing nor verb');
  const [small, large] = setA.size <= setB.size ? [setA, setB] : [setB, setA];
  const otherPhrases = phrasesApart(one.setting, other.setting, setA, setB);
  if (!otherPlace && !otherPhrases && (sameHead || sameVerb) && small.size > 1 && [...small].every(word => large.has(word))) count(Math.min(1.5, small.size / 2), 'one says all that the other says');
  const lone = (own: ReadonlySet<string>, theirs: ReadonlySet<string>) => [...own].filter(word => !theirs.has(word) && !taken.has(word)).length;
  count(-Math.min(swapped ? 0.5 : 1.5, 0.5 * Math.min(lone(setA, setB), lone(setB, setA))), 'other words on both sides');

  // Which of several it is
  if (otherTense && verbA === '' && verbB === '') count(-4, 'other tense');
  if (roundsApart(one.setting, other.setting)) return undefined;
  if (otherPhrases) count(-3, 'other place or purpose');
  else if (isSubstitution(wordsA, wordsB)) count(-2, 'one word in place of another');

  // Modifiers of the thing itself
  const apart = (x: typeof a, y: ReadonlySet<string>) => x.modifiers.filter(word => !y.has(sameThing(word)) && ![...y].some(w => sameName(w, word)));
  // "of men's claims", "of women's claims"
  if (here.kind === 'share' && there.kind === 'share' && a.modifiers.length > 0 && b.modifiers.length > 0 && !a.modifiers.some(word => b.modifiers.some(other => sameName(word, other)))) return undefined;
  const [ownModifiersA, ownModifiersB] = [apart(a, setB), apart(b, setA)];
  if (ownModifiersA.length > 0 && ownModifiersB.length > 0) count(swapped ? -1.5 : -3, 'other modifiers');
  else if ([...ownModifiersA, ...ownModifiersB].some(word => word.startsWith('which'))) {
    // "30 percent of those infected" is no share of all.
    if (here.kind === 'share' || there.kind === 'share') return undefined;
    count(-2, 'one says which');
  }
  else {
    // What the draft is about need not be said again, nor what the other sentence says elsewhere where the digits are alike.
    const own = [...ownModifiersA.map(word => [word, b] as const), ...ownModifiersB.map(word => [word, a] as const)].filter(([word, other]) => !ground.lead.has(word) && !(slip && other.context.includes(word)));
    // "unemployment", "youth unemployment"
    const narrower = own.length > 0 && !slip && sameHead && here.quantity.kind === 'percent';
    // "the largest town of the province", "the largest in the north of the province"
    if (here.quantity.unit === 'ordinal' && own.length > 0 && a.modifiers.length > 0 && b.modifiers.length > 0) return undefined;
    count(narrower ? -2 : -0.5 * Math.min(2, own.length), 'modifiers on one side');
  }

  // Time
  if (here.date && there.date) {
    if (here.asOf !== undefined && here.asOf === there.asOf || dateWords(here) === dateWords(there)) count(1, 'same time');
    else if (!sameTime(here, there)) count(isOfItsClause(here) && isOfItsClause(there) ? -4 : -2, 'other time');
  } else if (here.date || there.date) {
    const date = (here.date ?? there.date)!;
    // A date elsewhere in the sentence may be of something else in it.
    const dated = here.date ? here : there;
    if (!(date.relative && date.grain === 'day' && date.daySpan === undefined)) count(datedBeside(dated) || date.start - dated.sentence.prose.start < 25 ? -2 : -1, 'dated on one side');
  }
  if (a.indefinite && b.indefinite && !sameSubject) count(-2, 'each one of several');
  if (isOpen(here) && isOpen(there)) count(-1, 'bounds');
  if (isPlan(here) || isPlan(there)) count(isPlan(here) && isPlan(there) ? -1 : -2, 'a plan');
  const few = here.quantity.kind === 'count' && Math.min(here.quantity.value, there.quantity.value) < 10;
  if (few) count(-1, 'few');
  // "No one was hurt", "in 2007 four were hurt"
  if (Math.min(here.quantity.value, there.quantity.value) === 0) count((here.date === undefined) === (there.date === undefined) ? -1 : -4, 'none');
  const told = new Set<string>();
  const prose = here.sentence.leaf.content.prose;
  for (const word of wordsA) if (setB.has(word.word)) told.add(prose.slice(word.start, word.end));
  if (slip) count(slip.points, slip.why);
  // "a good opinion of Mrs. Berg", "a good opinion of him"
  if (score >= ALIKE && sharedNames.length + sharedNamesB.length === 0 && gendersApart(here, there)) return undefined;
  return { score: agreements > 1 ? score : Math.min(score, 0), shared: [...told], parts, ...(slip ? { slip: slip.why } : {}) };
}

/** "In adults", "in children"; "the first half", "the second half": does what stands beside each figure set the two apart? */
export function settingsApart(here: Figure, there: Figure, ground: Ground): boolean {
  const [a, b] = [here.clause, there.clause];
  if (!a || !b) return false;
  const says = (figure: Figure) => new Set(ground.wordsOf(figure).map(({ word }) => word));
  return roundsApart(a.setting, b.setting) || phrasesApart(a.setting, b.setting, says(here), says(there));
}

/** Does a date stand in the figure's own clause, with no comma between? */
function isOfItsClause({ date, prose, sentence }: Figure): boolean {
  return date !== undefined && !/[,;:—–]/.test(sentence.leaf.content.prose.slice(Math.min(prose.end, date.end), Math.max(prose.start, date.start)));
}

/** "The bishop owned", "the duke owned": the same words but for one, in one order. Names have their own weight. */
function isSubstitution(a: readonly ClauseWord[], b: readonly ClauseWord[]): boolean {
  if (a.length !== b.length) return false;
  const differ = a.filter((word, i) => word.word !== b[i]!.word && !(word.name && b[i]!.name));
  return differ.length === 1;
}

/** "the children’s hospital", "the old bridge": by its owners or its size one of several. */
function isNarrower({ clause, sentence }: Figure): boolean {
  const { subject, subjectSpan } = clause!;
  if (!subjectSpan || subject.length < 2) return false;
  return subject.slice(0, -1).some(word => DIMENSION.has(word)) || /(?:s['’]|(?:men|women|children|people)['’]s) /.test(sentence.leaf.content.prose.slice(subjectSpan.start, subjectSpan.end));
}

function isPronoun({ subject, pronoun }: FigureClause): boolean {
  return subject.length === 0 && /^(?:he|she|they|it)$/.test(pronoun ?? '');
}

function isRelated({ subject, pronoun }: FigureClause): boolean {
  return subject.length > 0 && /^(?:his|her|their|its)$/.test(pronoun ?? '');
}

/** "A fire killed": is the subject spoken of for the first time? */
function isIntroduced({ clause, sentence }: Figure): boolean {
  return clause?.subjectSpan !== undefined && /\b(?:an?|another) (?:\S+ )?$/i.test(sentence.leaf.content.prose.slice(Math.max(0, clause.subjectSpan.start - 24), clause.subjectSpan.start));
}

/** The word before another in a subject, else the one behind it: "north" for "mill". */
function besideWord(subject: readonly string[], word: string): string | undefined {
  const at = subject.findIndex(other => sameName(word, other));
  return subject[at - 1] ?? (subject.length === 2 ? subject[at + 1] : undefined);
}

/** "the company", "the council": may be whom another sentence names. */
function isParty(subject: readonly string[]): boolean {
  return subject.length === 1 && PARTY.test(subject[0]!);
}

function isOpen({ quantity: { bound } }: Figure): boolean {
  return /^[<>]/.test(bound);
}

function isPlan({ kind }: Figure): boolean {
  return kind === 'proposal' || kind === 'target';
}

const HE = /\b(?:he|him|his|himself|mr)\b/i;
const SHE = /\b(?:she|her|hers|herself|mrs|ms|miss)\b/i;

/** Does the one sentence speak of a man alone, the other of a woman alone? */
export function gendersApart({ sentence: { text: a } }: Figure, { sentence: { text: b } }: Figure): boolean {
  return HE.test(a) ? !SHE.test(a) && SHE.test(b) && !HE.test(b) : SHE.test(a) && HE.test(b) && !SHE.test(b);
}

function genderOf(pronoun: string | undefined): string {
  return /^(?:he|his)$/.test(pronoun ?? '') ? 'he' : /^(?:she|her)$/.test(pronoun ?? '') ? 'she' : '';
}

/** The names of a clause, each as its words. */
function namesOf(words: readonly ClauseWord[]): string[][] {
  const names: string[][] = [];
  for (const { word, name, runs } of words) {
    if (!name) continue;
    if (runs && names.length > 0) names.at(-1)!.push(word);
    else if (!names.some(one => one.length === 1 && one[0] === word)) names.push([word]);
  }
  return names;
}

/** "Fares rise", "the line raises fares": what a change does, or somebody to it. */
function isDirection(verb: string): boolean {
  return verb === 'rise' || verb === 'fall' || verb === 'raise' || verb === 'cut';
}

/** An average is no total; what is not said to be a total may be one. */
export function scopesApart(a: readonly string[], b: readonly string[]): 'same' | 'each' | 'apart' {
  const apart = [...a.filter(scope => !b.includes(scope)), ...b.filter(scope => !a.includes(scope))].filter(scope => scope !== 'total');
  if (a.includes('if') || b.includes('if')) return 'apart';
  return apart.length === 0 ? 'same' : apart.every(scope => scope === 'each') ? 'each' : 'apart';
}

/** "Iraq" and "Iraqi", "Australia" and "Australian": one name, or the adjective that belongs to it. */
export function sameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 4) return false;
  const common = short.endsWith('y') || short.endsWith('a') || short.endsWith('o') ? short.slice(0, -1) : short;
  return common.length >= 4 && long.startsWith(common) && /^(?:a?n|i?an|i|es|ese|ish|ic|n|y|ia)$/.test(long.slice(common.length));
}
