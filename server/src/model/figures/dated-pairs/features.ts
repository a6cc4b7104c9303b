// What speaks for and against two dates being given for one event: how they differ, what their words share, how each points and holds, where they stand.
import { fromIso, toNumber } from '../../../language/dates/calendar.ts';
import { gapOf, matching, meets, type Candidate, type DraftDates } from './candidates.ts';
import type { DateFacts, Word } from './facts.ts';
import { keysOf } from './word-keys.ts';

/** Takes a feature by its name; 1 where no value is given. */
export type AddFeature = (name: string, value?: number) => void;

/** Gives the features of a pair. `reference`: the draft's own date, if it is known. The names stand in the file of the trees. */
export function addFeatures(f: AddFeature, candidate: Candidate, dates: DraftDates, reference: string | undefined): void {
  const { facts } = dates;
  addPair(f, facts[candidate.i]!, facts[candidate.k]!, candidate, dates, toDay(reference));
  addRivals(f, candidate, dates);
}

const FIRST_SHARED = { the: 'first shared: the', owned: 'first shared: owned', a: 'first shared: a' } as const;
const SECOND_SHARED = { the: 'second shared: the', owned: 'second shared: owned', a: 'second shared: a' } as const;

/** Do two words tell of one thing? */
function alike(a: Word, b: Word): boolean {
  return a.keys.some(key => b.keys.includes(key));
}

function isSince({ wording: { preposition }, inVerbs, inEvents }: DateFacts): boolean {
  return preposition === 'from' || preposition === 'since' || ['force', 'begin'].some(kind => inVerbs.has(kind) || inEvents.has(kind));
}

function toDay(iso: string | undefined): number | undefined {
  const day = fromIso(iso);
  return day && toNumber(day);
}

function addPair(f: AddFeature, a: DateFacts, b: DateFacts, { likeness }: Candidate, { weightOf, headline }: DraftDates, reference: number | undefined): void {
  const [x, y] = [a.date.mention, b.date.mention];
  const [wa, wb] = [a.wording, b.wording];
  // How the two differ
  const gap = gapOf(a, b);
  f('days between', Math.log2(1 + gap));
  f(`grains ${[x.grain, y.grain].toSorted().join(' ')}`);
  const [ya, ma, da] = parts(x.from!);
  const [yb, mb, db] = parts(y.from!);
  const sameYear = ya === yb || a.guessed !== b.guessed;
  if (x.grain === y.grain && (x.grain === 'day' || x.grain === 'month' || x.grain === 'year')) f(`differ: ${differ(x.grain)}`);
  if (a.weekday && b.weekday) f('two weekdays');
  else if (a.weekday || b.weekday) f('weekday against date');
  if (a.weekday || b.weekday) f('weekday');
  if (a.guessed && b.guessed) f('no year');
  else if (a.guessed || b.guessed) f('one year');
  if (!sameYear) f('other years');
  if (gap === 7) f('a week');
  if (x.yearWritten && y.yearWritten) f('years written');
  if (x.weekday || y.weekday) f('weekday beside');
  if (reference !== undefined) {
    const [ra, rb] = [a.from - reference, b.from - reference];
    f(ra > 0 && rb > 0 ? 'both ahead' : ra <= 0 && rb <= 0 ? 'both past' : 'past and ahead');
    if (Math.abs(ra) <= 1 || Math.abs(rb) <= 1) f('about the draft’s date');
    f('from draft', Math.log2(1 + Math.min(Math.abs(ra), Math.abs(rb))));
  }
  // What they share
  f('shared in clauses', likeness.clause);
  f('shared across', likeness.across);
  f('shared in sentences', likeness.sentence);
  f('likeness', likeness.score);
  f('words beside', likeness.beside);
  if (likeness.clause === 0) f('nothing in clauses');
  const least = Math.min(wa.clause.length, wb.clause.length);
  const told = matching(wa.clause, b.inClause);
  const again = matching(wb.clause, a.inClause);
  f('overlap', least === 0 ? 0 : told.length / least);
  const leastSentence = Math.min(wa.sentence.length, wb.sentence.length);
  f('overlap of sentences', leastSentence === 0 ? 0 : matching(wa.sentence, b.inSentence).length / leastSentence);
  // Words near the dates
  f('shared near', sum(matching(a.near, b.inNear)));
  f('near in clause', matching(a.near, b.inClause).length + matching(b.near, a.inClause).length);
  const [closest, closestB] = [wa.clause[0], wb.clause[0]];
  if (closest && closestB && alike(closest, closestB)) f('same word beside');
  if (closest && meets(closest.keys, b.inClause)) f('first’s word in clause');
  if (closestB && meets(closestB.keys, a.inClause)) f('second’s word in clause');
  // Verbs and events
  const [va, vb] = [wa.verb, wb.verb];
  if (va && vb) f(alike(va, vb) ? 'same verb' : 'other verbs');
  else if (va || vb) f('one verb');
  if (va && meets(va.keys, b.inClause)) f('first’s verb in clause');
  if (vb && meets(vb.keys, a.inClause)) f('second’s verb in clause');
  if (va && meets(va.keys, b.inEvents) || vb && meets(vb.keys, a.inEvents)) f('verb and noun of it');
  if (matching(a.verbs, b.inVerbs).length > 0) f('any verb shared');
  if (matching(a.events, b.inEvents).length > 0) f('event noun shared');
  else if (a.events.length > 0 && b.events.length > 0) f('other event nouns');
  // One event of one thing: "the dam failed", "the failure of the dam"
  const sharedEvent = matching([...a.verbs, ...a.events], b.inEventsOfAnyKind);
  if (sharedEvent.length > 0) f('event and what it befell', told.filter(word => !sharedEvent.includes(word) && !meets(word.keys, a.inEventsOfAnyKind)).length);
  // What the draft is about
  if (meets([...headline], a.inEventsOfAnyKind) && meets([...headline], b.inEventsOfAnyKind)) f('both of the headline');
  f('of the headline', Math.min(matching(wa.clause, headline).length, matching(wb.clause, headline).length));
  // "takes effect on", "from 1 May"
  if (isSince(a) && isSince(b)) f('both hold from');
  f('nouns shared', told.filter(({ verb, name }) => !verb && !name).length);
  f('rarest shared', told.reduce((most, { keys }) => Math.max(most, weightOf(keys)), 0));
  const [sa, sb] = [wa.subject, wb.subject];
  if (sa && sb) f(alike(sa, sb) ? 'same subject' : meets(sa.keys, b.inSentence) || meets(sb.keys, a.inSentence) ? 'subject in other' : 'other subjects');
  const [oa, ob] = [wa.object, wb.object];
  if (oa && ob) f(alike(oa, ob) ? 'same object' : meets(oa.keys, b.inSentence) || meets(ob.keys, a.inSentence) ? 'object in other' : 'other objects');
  if (wa.phase !== '' && wb.phase !== '') f(wa.phase === wb.phase ? `both ${wa.phase}` : 'begin and end');
  else if (wa.phase !== wb.phase) f('one phase');
  // "the second debate", "the third debate"
  let apart = 0;
  let same = 0;
  for (const word of wa.clause) {
    const other = wb.clause.find(({ keys }) => keys[0] === word.keys[0]);
    if (!other) continue;
    if (word.before !== '' && other.before !== '' && word.before !== other.before) {
      if (!meets(keysOf(word.before), b.inSentence) && !meets(keysOf(other.before), a.inSentence)) apart++;
    } else if (word.before !== '' && word.before === other.before) same++;
  }
  if (wa.ordinals.some(word => !wb.ordinals.includes(word)) && wb.ordinals.some(word => !wa.ordinals.includes(word))) f('ordinals apart');
  else if (wa.ordinals.length !== wb.ordinals.length) f('one ordinal');
  f('modifiers apart', apart);
  f('modifiers alike', same);
  for (const kind of ['open', 'close', 'begin', 'end', 'poll', 'kill', 'found', 'publish', 'arrest', 'strike', 'crash', 'burn']) if (a.inClause.has(kind) && b.inClause.has(kind)) f(`shared ${kind}`);
  // What points at something known
  for (const kind of ['the', 'owned', 'a'] as const) if (again.some(({ pointing }) => pointing === kind)) f(SECOND_SHARED[kind]);
  for (const kind of ['the', 'owned', 'a'] as const) if (told.some(({ pointing }) => pointing === kind)) f(FIRST_SHARED[kind]);
  // Names
  const shared = matching(a.names, b.inSentence).length + matching(b.names, a.inSentence).length;
  f('names shared', Math.min(4, shared));
  const own = (one: DateFacts, other: DateFacts) => one.names.filter(({ keys }) => !meets(keys, other.inSentence) && !meets(keys, other.inBeside)).length;
  const [ownA, ownB] = [own(a, b), own(b, a)];
  f('own names', Math.min(ownA, ownB));
  f('own names of one', Math.max(ownA, ownB));
  if (wa.numbers.length > 0 && wb.numbers.length > 0) f(wa.numbers.some(number => wb.numbers.includes(number)) ? 'number shared' : 'other numbers');
  // The paragraphs around
  f('shared with beside', matching(wa.clause, b.inBeside).length + matching(wb.clause, a.inBeside).length);
  f('words of clause', least);
  f('words of longer clause', Math.max(wa.clause.length, wb.clause.length));
  // How each holds
  f(`first ${wa.preposition}`);
  f(`second ${wb.preposition}`);
  if (wa.preposition === wb.preposition) f('same preposition');
  if (wa.tense !== '' && wb.tense !== '') f(wa.tense === wb.tense ? `both ${wa.tense}` : `${[wa.tense, wb.tense].toSorted().join(' and ')}`);
  for (const mark of wa.marks) f(wb.marks.has(mark) ? `both ${mark}` : `one ${mark}`);
  for (const mark of wb.marks) if (!wa.marks.has(mark)) f(`one ${mark}`);
  if (wb.pronoun !== '') f('second pronoun');
  if (wa.opens) f('first opens');
  if (wb.opens) f('second opens');
  // Where they stand
  f(`first in ${a.place}`);
  f(`second in ${b.place}`);
  const distance = Math.abs(b.date.sentence.index - a.date.sentence.index);
  f('distance', Math.log2(1 + distance));
  if (a.date.sentence.leaf === b.date.sentence.leaf) f('same paragraph');
  if (a.quoted || b.quoted) f(a.quoted && b.quoted ? 'both quoted' : 'one quoted');
  if (a.speaker !== undefined && b.speaker !== undefined) f(a.speaker === b.speaker ? 'same speaker' : 'other speakers');

  function sum(words: readonly Word[]): number {
    return words.reduce((total, { keys }) => total + weightOf(keys), 0);
  }

  function differ(grain: string): string {
    if (grain === 'year') return Math.abs(ya - yb) === 1 ? 'year by one' : digits(String(ya), String(yb));
    if (grain === 'month') return sameYear ? (Math.abs(ma - mb) === 1 ? 'next month' : 'month') : ma === mb ? (Math.abs(ya - yb) === 1 ? 'year by one' : 'year') : 'month and year';
    if (sameYear && ma === mb) return Math.abs(da - db) === 1 ? 'day by one' : Math.abs(da - db) === 10 ? 'day by ten' : digits(pad(da), pad(db)) === 'swapped' ? 'day swapped' : da % 10 === db % 10 ? 'ten' : Math.floor(da / 10) === Math.floor(db / 10) ? 'one figure' : 'day';
    if (gap <= 3) return 'few days';
    if (da === db && sameYear) return Math.abs(ma - mb) === 1 ? 'next month, same day' : 'month, same day';
    if (da === db && ma === mb) return 'year';
    return sameYear ? (gap <= 14 ? 'fortnight' : 'day and month') : 'all';
  }
}

function parts(iso: string): [number, number, number] {
  return [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

function digits(a: string, b: string): string {
  const wrong = [...a].filter((figure, i) => figure !== b[i]).length;
  return wrong === 1 ? 'one figure' : [...a].toSorted().join('') === [...b].toSorted().join('') ? 'swapped' : 'other';
}

/** How the pair stands among the other dates of the draft. */
function addRivals(f: AddFeature, { i, k, likeness: { score } }: Candidate, { facts, likenessBetween, best }: DraftDates): void {
  const other = (n: number) => (best[n]![0] === score ? best[n]![1]! : best[n]![0]!);
  f('above first’s next', score - other(i));
  f('above second’s next', score - other(k));
  if (best[i]![0] === score && best[k]![0] === score) f('best of both');
  else if (best[i]![0] === score || best[k]![0] === score) f('best of one');
  const [a, b] = [facts[i]!, facts[k]!];
  let again = 0;
  let between = 0;
  let stands = false;
  for (let n = 0; n < facts.length; n++) {
    if (n === i || n === k) continue;
    const one = facts[n]!;
    const [toFirst, toSecond] = [likenessBetween(n, i), likenessBetween(n, k)];
    if (one.from === a.from && one.to === a.to || one.from === b.from && one.to === b.to) again = Math.max(again, toFirst, toSecond);
    else between = Math.max(between, Math.min(toFirst, toSecond));
    stands ||= one.date.sentence === a.date.sentence && one.from <= b.to && b.from <= one.to || one.date.sentence === b.date.sentence && one.from <= a.to && a.from <= one.to;
  }
  f('told again', again);
  f('third like both', between);
  f('dates', Math.log2(facts.length));
  if (stands) f('stands in the other’s sentence');
}
