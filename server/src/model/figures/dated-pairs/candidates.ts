// Which two dates of a draft are worth a comparison: those that cannot both hold, a few for each date, by how much their words share and how close they lie.
import { weekdayOf } from '../../../language/dates/calendar.ts';
import type { Analysis } from '../../analysis.ts';
import { entriesOf } from '../entries.ts';
import { cellOf, factsOf, headlineKeys, type DateFacts, type Word } from './facts.ts';

export interface Likeness {
  /** Words of the two clauses that tell of one thing, each by how rare it is among the dates. */
  readonly clause: number;
  /** Words of the one's clause that stand anywhere in the other's sentence. */
  readonly across: number;
  readonly sentence: number;
  /** Words of the one's sentence in those beside the other. */
  readonly beside: number;
  readonly score: number;
}

/** Two dates, by their places among those of the draft. */
export interface Candidate {
  readonly i: number;
  readonly k: number;
  readonly likeness: Likeness;
  /** How much the two share and how close they lie. */
  readonly promise: number;
}

export interface DraftDates {
  readonly facts: readonly DateFacts[];
  readonly candidates: readonly Candidate[];
  /** What the words of the headline are known by. */
  readonly headline: ReadonlySet<string>;
  /** How much it says that two dates share a word with these keys: the rarer, the more. */
  readonly weightOf: (keys: readonly string[]) => number;
  /** How alike two dates are, whether they can both hold or not. */
  readonly likenessBetween: (i: number, k: number) => number;
  /** Of each date, its two highest scores among those that it cannot hold with. */
  readonly best: readonly (readonly number[])[];
}

/** So many partners of a date are looked at closely. */
const MOST_PARTNERS = 4;

export function readDraftDates(analysis: Pick<Analysis, 'dates' | 'asides' | 'draft' | 'quotes' | 'attributions'>): DraftDates {
  const facts = factsOf(analysis);
  const frequency = new Map<string, number>();
  for (const { inSentence } of facts) for (const key of inSentence) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const weightOf = (keys: readonly string[]) => {
    let least = Infinity;
    for (const key of keys) least = Math.min(least, frequency.get(key) ?? 1);
    return 1 / Math.log2(1 + Math.max(least, 2) / 1.2);
  };
  const entryOf = entriesOf(analysis.draft);
  const likenesses = new Likenesses(facts, weightOf);
  const partners: Candidate[][] = facts.map(() => []);
  const best = facts.map(() => [0, 0]);
  const scores = new Float64Array(facts.length ** 2);
  for (let i = 0; i < facts.length; i++) for (let k = i + 1; k < facts.length; k++) {
    if (k === i + 1) likenesses.read(i);
    const [a, b] = [facts[i]!, facts[k]!];
    if (a.date.sentence === b.date.sentence) continue;
    const likeness = likenesses.with(k);
    scores[i * facts.length + k] = likeness.score;
    if (overlap(a, b)) continue;
    for (const one of [i, k]) {
      const two = best[one]!;
      if (likeness.score > two[0]!) [two[1], two[0]] = [two[0]!, likeness.score];
      else if (likeness.score > two[1]!) two[1] = likeness.score;
    }
    const promise = likeness.score + 3 / (1 + Math.log2(1 + gapOf(a, b)));
    if (isLess(partners[i]!, promise) && isLess(partners[k]!, promise) || placedApart(a, b) || numberedApart(a, b) || entryOf(a.date.sentence.leaf.index) !== entryOf(b.date.sentence.leaf.index)) continue;
    const candidate = { i, k, likeness, promise };
    insert(partners[i]!, candidate);
    insert(partners[k]!, candidate);
  }
  const candidates = [...new Set(partners.flat())].toSorted((x, y) => x.i - y.i || x.k - y.k);
  return { facts, candidates, headline: facts.length > 1 ? headlineKeys(analysis.draft) : new Set(), weightOf, likenessBetween: (i, k) => scores[Math.min(i, k) * facts.length + Math.max(i, k)]!, best };
}

function isLess(partners: readonly Candidate[], promise: number): boolean {
  return partners.length === MOST_PARTNERS && partners.at(-1)!.promise >= promise;
}

function insert(partners: Candidate[], candidate: Candidate): void {
  if (isLess(partners, candidate.promise)) return;
  let at = partners.length;
  while (at > 0 && partners[at - 1]!.promise < candidate.promise) at--;
  partners.splice(at, 0, candidate);
  if (partners.length > MOST_PARTNERS) partners.pop();
}

/** Days between the first days of two dates. */
export function gapOf(a: DateFacts, b: DateFacts): number {
  return Math.abs(b.from + shiftOf(a, b) - a.from);
}

/** By how many days the second is moved where only one of the two leaves its year out, which is then taken as that which brings the two closest. */
function shiftOf(a: DateFacts, b: DateFacts): number {
  if (a.guessed === b.guessed) return 0;
  return -Math.round(Math.round((b.from - a.from) / 365.25) * 365.25);
}

function overlap(a: DateFacts, b: DateFacts): boolean {
  const [x, y] = [a.date.mention, b.date.mention];
  if (a.from <= b.to && b.from <= a.to) return true;
  if (x.grain === 'day' && y.grain === 'day') {
    if ((a.weekday || b.weekday) && weekdayOf(a.from) === weekdayOf(b.from) && Math.abs(a.from - b.from) <= 14) return true;
    if (a.guessed !== b.guessed && x.from!.slice(5) === y.from!.slice(5)) return true;
    return false;
  }
  if (a.guessed !== b.guessed || x.yearUnsure || y.yearUnsure) {
    // "in March" against "3 March 2021"
    const [long, short] = a.to - a.from > b.to - b.from ? [x, y] : [y, x];
    if (long.grain === 'month' && long.from!.slice(5, 7) === short.from!.slice(5, 7)) return true;
  }
  return false;
}

const NUMBERED = /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|2nd|3rd|[4-9]th|another)$/;

/** "The second debate, on 3 May" and "the third debate, on 9 May": the same thing, counted. */
function numberedApart({ wording: { clause } }: DateFacts, b: DateFacts): boolean {
  return clause.some(({ keys, before }) => (NUMBERED.test(before) || before === 'first') && b.wording.clause.some(other => other.keys[0] === keys[0] && other.before !== before && (NUMBERED.test(other.before) || before !== 'first' && other.before === 'first')));
}

/** Two rows of one table, two items of one list. */
function placedApart(a: DateFacts, b: DateFacts): boolean {
  const [one, other] = [a.date.sentence.leaf, b.date.sentence.leaf];
  if (one.block !== other.block) return false;
  const [cell, otherCell] = [cellOf(one), cellOf(other)];
  if (cell && otherCell) return cell.table === otherCell.table;
  const item = (leaf: typeof one) => leaf.content.containers.find(container => container.kind === 'list');
  const [mine, theirs] = [item(one), item(other)];
  return mine !== undefined && theirs !== undefined && mine.list === theirs.list && mine.item !== theirs.item;
}

/** Does a word with these keys tell of one thing with any of the set? */
export function meets(keys: readonly string[], set: ReadonlySet<string>): boolean {
  for (const key of keys) if (set.has(key)) return true;
  return false;
}

/** The words of which the set has a key. */
export function matching(words: readonly Word[], set: ReadonlySet<string>): Word[] {
  return words.filter(({ keys }) => meets(keys, set));
}


/** How alike a date is to each of the others: by the words, as most of them stand beside one date or two. */
class Likenesses {
  private readonly facts: readonly DateFacts[];
  private readonly weightOf: DraftDates['weightOf'];
  private readonly postings = new Map<string, Posting[]>();
  private readonly clause: Float64Array;
  private readonly across: Float64Array;
  private readonly sentence: Float64Array;
  private readonly beside: Float64Array;

  constructor(facts: readonly DateFacts[], weightOf: DraftDates['weightOf']) {
    this.facts = facts;
    this.weightOf = weightOf;
    [this.clause, this.across, this.sentence, this.beside] = [0, 1, 2, 3].map(() => new Float64Array(facts.length)) as [Float64Array, Float64Array, Float64Array, Float64Array];
    for (const [date, { inClause, inSentence, inBeside }] of facts.entries()) {
      for (const key of inSentence) this.post(key, { date, where: inClause.has(key) ? CLAUSE : SENTENCE });
      for (const key of inBeside) if (!inSentence.has(key)) this.post(key, { date, where: BESIDE });
    }
  }

  /** Reads what the words of a date share with those of the others; `with` gives it until the next is read. */
  read(i: number): void {
    const { facts, weightOf, clause, across, sentence, beside, postings } = this;
    for (const sums of [clause, across, sentence, beside]) sums.fill(0);
    const { wording, inClause, inSentence, inBeside } = facts[i]!;
    const place = new Map<number, number>();
    for (const keys of distinct(wording.sentence)) {
      place.clear();
      for (const key of keys) for (const { date, where } of postings.get(key) ?? []) if (date > i) place.set(date, Math.max(place.get(date) ?? 0, where));
      if (place.size === 0) continue;
      const weight = weightOf(keys);
      const mine = meets(keys, inClause);
      for (const [k, where] of place) {
        if (where === BESIDE) beside[k]! += weight;
        else {
          sentence[k]! += weight;
          if (mine && where === CLAUSE) clause[k]! += weight;
          else if (mine || where === CLAUSE) across[k]! += weight;
        }
      }
    }
    // Words of the others that stand beside this one.
    for (const key of inBeside) if (!inSentence.has(key)) for (const { date, where } of postings.get(key) ?? []) if (date > i && where !== BESIDE) beside[date]! += weightOf([key]) / 2;
  }

  with(k: number): Likeness {
    const [clause, across, sentence, beside] = [this.clause[k]!, this.across[k]!, this.sentence[k]!, this.beside[k]!];
    return { clause, across, sentence, beside, score: clause + 0.5 * across + 0.2 * (sentence - clause - across) + 0.15 * beside };
  }

  private post(key: string, posting: Posting): void {
    const list = this.postings.get(key);
    if (list) list.push(posting);
    else this.postings.set(key, [posting]);
  }
}

const BESIDE = 1;
const SENTENCE = 2;
const CLAUSE = 3;

interface Posting {
  readonly date: number;
  /** The closest place where the key stands. */
  readonly where: typeof BESIDE | typeof SENTENCE | typeof CLAUSE;
}

function distinct(words: readonly Word[]): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  for (const { keys } of words) if (!found.has(keys[0]!)) found.set(keys[0]!, keys);
  return [...found.values()];
}
