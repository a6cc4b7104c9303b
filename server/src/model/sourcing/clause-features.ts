// Who does what in a sentence, in which tense, and when: as far as closed lists tell.
import type { DateMention } from '../../language/dates.ts';
import { AUXILIARIES, CHANGE_PAST, CHANGE_PRESENT, DISCOURSE, HAVE, MODALS, OBLIGATION, OPINION_VERBS, PAST_VERBS, PLAIN_VERBS, PREPOSITION_STARTS, RECORD } from './lexicon.ts';
import { type Add, type Facts, named } from './word-facts.ts';

const subjectFeature = named('subject');
const verbFeature = named('verb');
const mainFeature = named('subject and verb');
const laterFeature = named('later clause');

interface Tense {
  readonly past: boolean;
  readonly perfect: boolean;
}

/** Finite forms anywhere in the sentence. */
export function addTense(words: readonly string[], facts: Facts, add: Add): Tense {
  let past = false;
  let perfect = false;
  for (let i = 0; i < words.length; i++) {
    const w = words[i]!;
    if (!past && (facts[i]?.past || (i > 0 && isRegularPast(w)))) past = true;
    const next = words[i + 1];
    if (!perfect && next !== undefined && facts[i]?.have) {
      const after = next === 'not' || next === 'never' || next === 'already' || next === 'also' || next === 'been' || next === 'just' || next === 'now' || next === 'always' ? words[i + 2] ?? next : next;
      perfect = isParticiple(after) || isParticiple(next);
    }
  }
  if (words.some((_, i) => facts[i]?.be === true && (isParticiple(words[i + 1] ?? '') || (words[i + 1] !== undefined && isParticiple(words[i + 2] ?? '') && ADVERBS.has(words[i + 1]!))))) add('passive');
  if (past) add('tense: past somewhere');
  if (perfect) add('tense: perfect somewhere');
  return { past, perfect };
}

const ADVERBS = new Set(['not', 'also', 'never', 'already', 'still', 'now', 'just', 'only', 'then', 'being', 'ever']);
const isRegularPast = (w: string) => w.length > 4 && w.endsWith('ed') && !NOT_PAST.has(w);
const NOT_PAST = new Set(['indeed', 'speed', 'exceed', 'proceed', 'succeed', 'united', 'hundred', 'unemployed', 'breed', 'hatred', 'sacred', 'naked', 'kindred', 'wicked', 'needed']);
const isParticiple = (w: string) => (w.length > 3 && (w.endsWith('ed') || w.endsWith('en') || w.endsWith('wn'))) || w === 'been' || w === 'done' || w === 'gone' || (PAST_VERBS.has(w) && !AUXILIARIES.has(w)) || RECORD.has(w) || CHANGE_PAST.has(w);

export function addDates(words: readonly string[], dates: readonly DateMention[], { past, perfect }: Tense, add: Add): void {
  if (dates.length === 0) return;
  const dated = dates.some(d => d.yearWritten || d.grain === 'year');
  add(dated ? 'date: year' : 'date: other');
  if (!past && !perfect) return;
  // "In 2014 it closed" and "last year it closed" date an event; "the 2014 report" names a thing.
  if (words.some((w, i) => YEAR.test(w) && i > 0 && (BEFORE_YEAR.has(words[i - 1]!) || /^\d/.test(words[i - 1]!) || (words[i - 1] === 'the' && BEFORE_YEAR.has(words[i - 2] ?? ''))))) add('dated event: year');
  else if (dates.some(d => d.grain === 'year' && !d.yearWritten)) add('dated event: last year');
  else if (dated) add('dated thing');
  else add('dated event: other');
}

/** Is something dated by a year? "In the 2014 race", "in 2014" and "because of the 2014 flood" do, "fans of the 2014 team" and "a word on the 2014 race" only say which season is meant. */
export function isEventDated(words: readonly string[]): boolean {
  return words.some((w, i) => YEAR.test(w) && i > 0 && (BEFORE_YEAR.has(words[i - 1]!) || /^\d/.test(words[i - 1]!)
    || (words[i - 1] === 'the' && (WHEN.has(words[i - 2] ?? '') || (BEFORE_YEAR.has(words[i - 2] ?? '') && !words.slice(i + 1, i + 4).some(word => SEASONS.has(word)))))));
}

const WHEN = new Set(['in', 'since', 'by', 'until', 'till', 'during', 'before', 'after', 'following']);
const SEASONS = new Set(['race', 'races', 'campaign', 'campaigns', 'cycle', 'contest', 'contests', 'field', 'season', 'candidate', 'candidates', 'hopefuls', 'ticket', 'primary', 'primaries', 'team', 'squad', 'title', 'edition', 'festival', 'tournament', 'championship', 'championships']);
const YEAR = /^(?:1[5-9]|20)\d\ds?$/;
const BEFORE_YEAR = new Set(['in', 'since', 'by', 'until', 'till', 'from', 'during', 'before', 'after', 'of', 'to', 'early', 'mid', 'late', 'and', 'around', 'about', 'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'jan', 'feb', 'aug', 'sept', 'oct', 'nov', 'dec', 'spring', 'summer', 'fall', 'autumn', 'winter']);

/** How far the subject of a main clause may reach, in words. */
const SUBJECT_REACH = 10;

/** Who does what in the main clause: its first subject and the first finite verb behind it, as far as closed lists tell. */
export function addMainClause(words: readonly string[], facts: Facts, comma: number, add: Add): void {
  let at = 0;
  // "In the last four years, we …": the clause begins behind the comma.
  if (comma > 0 && comma < 16 && comma < words.length - 1 && PREPOSITION_STARTS.has(words[0]!)) at = comma;
  else if (comma > 0 && comma <= 3 && comma < words.length - 1) at = comma;
  const limit = at + 4;
  while (at < words.length - 1 && at < limit && DISCOURSE.has(words[at]!)) at++;
  const subject = subjectOf(words, at);
  let verb = 'none';
  const last = Math.min(words.length, at + SUBJECT_REACH);
  for (let i = at; i < last && verb === 'none'; i++) verb = finiteAt(words, i, i === at);
  if (verb === 'none' && PLAIN_VERBS.has(words[at] ?? '')) verb = 'imperative';
  add(subjectFeature(subject));
  add(verbFeature(verb));
  add(mainFeature(subject, verb));
  addSecondClause(words, facts, at + 2, add);
}

/** "I think that they cut it", "…, and he signed it": subject and verb of the clauses behind the first. */
function addSecondClause(words: readonly string[], facts: Facts, from: number, add: Add): void {
  for (let i = from; i + 1 < words.length; i++) {
    const subject = facts[i]?.subject;
    if (subject === undefined) continue;
    const verb = finiteAt(words, i + 1, false);
    if (verb !== 'none') add(laterFeature(subject, verb));
  }
}

function subjectOf(words: readonly string[], at: number): string {
  const w = words[at] ?? '';
  const apostrophe = w.indexOf("'");
  const stem = apostrophe > 0 ? w.slice(0, apostrophe) : w;
  return SUBJECTS.get(stem) ?? 'other';
}

const SUBJECTS = new Map(Object.entries({
  i: 'I', we: 'we', you: 'you', he: 'he or she', she: 'he or she', they: 'they', it: 'it', this: 'this', that: 'this', these: 'this', those: 'this', there: 'there', here: 'there',
  the: 'the', a: 'a', an: 'a', my: 'my', our: 'our', your: 'your', his: 'their', her: 'their', their: 'their', its: 'their',
  who: 'question word', what: 'question word', why: 'question word', how: 'question word', where: 'question word', when: 'question word', which: 'question word',
  let: 'let', "let's": 'let', some: 'some', many: 'some', most: 'some', all: 'every', every: 'every', each: 'every', everyone: 'every', everybody: 'every', no: 'no', nobody: 'no', none: 'no', nothing: 'no',
  people: 'people', americans: 'people', families: 'people', workers: 'people', one: 'one', not: 'no', if: 'if', to: 'to',
}));

/** The kind of finite verb at a word, `none` where there is none. */
function finiteAt(words: readonly string[], i: number, first: boolean): string {
  const w = words[i]!;
  const next = words[i + 1] ?? '';
  const after = words[i + 2] ?? '';
  if (w.endsWith("'ll") || w === 'will' || w === "won't" || w === 'shall') return 'future';
  if (OBLIGATION.has(w) && !(first && w === 'need')) return 'obligation';
  if (MODALS.has(w)) return w === 'would' || w === "wouldn't" || w.endsWith("'d") ? 'would' : w.startsWith('can') ? 'can' : 'might';
  if ((w === 'have' || w === 'has' || w === "i've" || w === "we've" || w === "you've" || w === "they've") && ((next === 'to') || (next === 'got' && after === 'to'))) return 'obligation';
  if ((next === 'going' && after === 'to') || next === 'gonna') return 'future';
  if (HAVE.has(w) && (w !== "he's" && w !== "she's" && w !== "it's" && w !== "that's" || isParticiple(next))) return isParticiple(next) || next === 'never' || next === 'not' || next === 'already' || next === 'also' || next === 'now' ? 'perfect' : w === 'had' ? 'past' : 'have';
  if (w === 'was' || w === 'were' || w === "wasn't" || w === "weren't") return 'was';
  if (w === 'did' || w === "didn't") return 'past';
  if (w === 'do' || w === "don't" || w === 'does' || w === "doesn't") return OPINION_VERBS.has(next) ? 'opinion' : 'do';
  if (AUXILIARIES.has(w)) return next.endsWith('ing') && next.length > 5 ? 'is doing' : 'is';
  if (first) return 'none';
  if (OPINION_VERBS.has(w)) return 'opinion';
  if (PAST_VERBS.has(w) || CHANGE_PAST.has(w) || (RECORD.has(w) && w.endsWith('ed')) || isRegularPast(w)) return 'past';
  if (PLAIN_VERBS.has(w)) return 'plain';
  if (w.endsWith('s') && (PLAIN_VERBS.has(w.slice(0, -1)) || (w.endsWith('es') && PLAIN_VERBS.has(w.slice(0, -2))) || CHANGE_PRESENT.has(w))) return 'plain';
  return 'none';
}
