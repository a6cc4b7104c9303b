// Two parties that give one number in two ways, in one sentence or in sentences near each other: "Villagers said 70 men were in the pit. The police spoke of 40."
// Each number needs a giver of its own; the second says the same again, points back at it, or leaves it out.
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import { words } from '../../language/word-list.ts';
import { unitNamed } from '../../language/quantities/units.ts';
import type { Analysis, Figure } from '../analysis.ts';
import type { Quantity } from '../../language/quantities.ts';
import { baseUnit, canBothHold, timesOverlap } from './compare.ts';
import { readGiver, type Giver } from './givers.ts';
import { ADVERBS, DETERMINERS, NOT_CONTENT, TIME_WORDS, isCalendarWord, sameThing } from './lexicon.ts';
import { stem } from './stem.ts';
import { isPeople, kinship } from './things.ts';

export interface Dispute {
  readonly here: Figure;
  readonly there: Figure;
  /** Who says each, in the words of the draft. */
  readonly parties: readonly [string, string];
}

/** So many sentences apart, and so many figures back, two statements are read together. */
const NEAR = 4;
const MOST_BEFORE = 10;
/** A sentence longer than this is a list. */
const LONGEST = 600;

/** What a statement of a number may say without saying what is counted: that there is one, that somebody came. */
const EMPTY = new Set([...words('number numbers figure figures total count cost period tally sum amount estimate size share proportion rate scale case be been being come came turn turned out take took taken part attend attended run stand stood amount amounted reach reached lost close closer nearer real true actual actually instead however meanwhile itself fact there own such same kind really only least fewer given likely likelier mark right realistic')].flatMap(word => [word, sameThing(stem({ lower: word }))]));
/** Words of what somebody offers, wants or aims at: another may well want something else. */
const WANTED = /^(?:propos(?:e|es|ed|al|als|ing)|offer(?:s|ed|ing)?|want(?:s|ed)?|ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|plan(?:s|ned)?|bids?|seek(?:s|ing)?|sought|request(?:s|ed)?|suggest(?:s|ed)?|recommend(?:s|ed)?|vow(?:s|ed)?|pledg(?:e|es|ed)|promis(?:e|es|ed)|targets?|targeted|goals?|aim(?:s|ed)?|should|favou?r(?:s|ed)?|needs?|hop(?:e|es|ed)|enough)$/;
const FORECAST = /^(?:will|would|could|may|might|expects?|expected|forecasts?|predict(?:s|ed)?|estimates?|estimated|project(?:s|ed)?|likely)$/;
const PAST = /^(?:had|has|have|was|were|did)$/;
/** Pollsters ask other people each time. */
export const POLL = /\b(?:polls?|polling (?!stations?|place|day|district)|pollsters?|surveys?|surveyed|respondents|voters)\b/i;
/** A number that is of another moment than the one before. */
const OTHER_TIME = /\b(?:earlier|initially|at first|previously|later|now|since|so far|by (?:then|now|noon|midday|midnight|evening|morning|nightfall|[A-Z]\w+day)|last (?:year|month|week)|the (?:year|month|week|day) before|previous|revised|updated)\b/i;
/** A number beside which the other may stand: a further one, or one of a part. */
const FURTHER = /\b(?:another|other|others|further|extra|additional|additionally|more|of (?:them|whom|which|these|those)|each|every|per|apiece|average|half)\b/i;
/** "four had done so" */
const DOES_SO = /\b(?:done|do|does|did) so\b/i;
const PERSONAL = /^(?:i|we|he|she|they|it|you|his|her|their|its|our|my|your)$/;

/** What a figure's part of a sentence states. */
interface Statement {
  readonly giver: Giver;
  /** What it says of its number, as stems, without who gives it. */
  readonly told: ReadonlySet<string>;
  /** What else its sentence tells. */
  readonly beside: (from: number, to: number) => ReadonlySet<string>;
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Pairs of figures in dispute, the first in the text first. */
export function disputes(analysis: Pick<Analysis, 'figures' | 'attributions' | 'draft'>): Dispute[] {
  const { figures } = analysis;
  const known = new Map<Figure, Statement | undefined>();
  const statement = (figure: Figure) => {
    if (!known.has(figure)) known.set(figure, readStatement(figure, analysis));
    return known.get(figure);
  };
  const found: Dispute[] = [];
  for (const [i, there] of figures.entries()) {
    if (!isGiven(there)) continue;
    for (let k = i - 1; k >= 0 && k >= i - MOST_BEFORE; k--) {
      const here = figures[k]!;
      if (there.sentence.index - here.sentence.index > NEAR) break;
      if (!isGiven(here) || isFormer(here) || !comparable(here, there) || !contradicts(here, there)) continue;
      const [one, other] = [statement(here), statement(there)];
      if (!one || !other || !differ(one.giver, other.giver) || !sayTheSame(here, there, one, other, figures.slice(k + 1, i))) continue;
      found.push({ here, there, parties: [one.giver.words, other.giver.words] });
      break;
    }
  }
  return found;
}

function isGiven({ quantity, kind, name }: Figure): boolean {
  return name === undefined && kind !== 'change' && kind !== 'peak' && (quantity.upper === null || quantity.bound === 'range') && !quantity.vague && /^(?:count|number|money|percent|measure|duration|ratio)$/.test(quantity.kind) && !(quantity.kind === 'number' && quantity.value < 2);
}

function before({ sentence, prose }: Figure): string {
  return sentence.leaf.content.prose.slice(Math.max(sentence.prose.start, prose.start - 30), prose.start);
}

/** "down from 40": what it was before. */
function isFormer(figure: Figure): boolean {
  return /\b(?:after|from|than|against|compared (?:with|to)|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) of (?:the|its|their|our|all))(?: (?:about|around|only|just|some|nearly))? $/.test(before(figure)) && !/^.{0,12} (?:given|put|cited) by /.test(figure.sentence.leaf.content.prose.slice(figure.prose.end, figure.prose.end + 24));
}

/** The 14 in "14 of the 20 lifts". */
function isOfAll({ sentence, prose }: Figure): boolean {
  return /^ of (?:the|its|their|our|all) /.test(sentence.leaf.content.prose.slice(prose.end, prose.end + 12));
}

/** "of whom six were children" */
function isPart(figure: Figure): boolean {
  return figure.kind === 'part' || /\bof (?:whom|which|them|these|those),? (?:\w+ )?$/.test(before(figure));
}

/** In one unit, or the second without its own. */
function comparable({ quantity: a }: Figure, { quantity: b }: Figure): boolean {
  const counts = (kind: string) => kind === 'count' || kind === 'number';
  // Ranges of seats are polls.
  if ((a.upper !== null || b.upper !== null) && !/^(?:money|measure|duration)$/.test(a.kind)) return false;
  return isBare(a, b) || isRate(a, b) || counts(a.kind) && counts(b.kind) || baseUnit(a) === baseUnit(b) && (a.kind === b.kind || baseUnit(a) === 'ratio');
}

function isBare(a: Quantity, b: Quantity): boolean {
  return b.kind === 'number' && /^(?:count|number|money|percent|duration|measure)$/.test(a.kind);
}

/** "€3m a year", "€2m": the second leaves out the time. */
function isRate(a: Quantity, b: Quantity): boolean {
  return a.unit !== null && b.unit !== null && a.unit.startsWith(`${b.unit} per `) && / per (?:year|month|week|day|hour)$/.test(a.unit);
}

function contradicts({ quantity: a, asOf }: Figure, { quantity: b, asOf: then }: Figure): boolean {
  if (!timesOverlap(asOf, then)) return false;
  const plain = isBare(a, b) || isRate(a, b) || a.kind === 'number' || a.kind === 'count';
  return plain ? !canBothHold({ ...a, unit: null, kind: 'number' }, { ...b, unit: null, kind: 'number' }) : !canBothHold(a, b);
}

/** Two parties, neither of them the other's spokesman, nor two of one kind ("the Ohio police", "the Iowa police") that each report their own. */
function differ(one: Giver, other: Giver): boolean {
  if (one.names.size === 0 || other.names.size === 0) return false;
  const within = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].every(word => b.has(word));
  if (within(one.core, other.names) || within(other.core, one.names)) return false;
  if (other.gives) return true;
  return one.head !== other.head && (!(one.records || other.records) || one.institution && other.institution);
}

function sayTheSame(here: Figure, there: Figure, one: Statement, other: Statement, between: readonly Figure[]): boolean {
  const gap = there.sentence.index - here.sentence.index;
  // One part of a sentence has one giver, or the one within the other's words: "the city has counted 40, the ministry said".
  if (gap === 0 && one.giver.from === other.giver.from) return false;
  if (gap > 0 && here.sentence.leaf !== there.sentence.leaf && there.sentence.leaf.index - here.sentence.leaf.index > 1) return false;
  if (POLL.test(here.sentence.text) || POLL.test(there.sentence.text)) return false;
  if (WANTED.test(one.giver.verb) || WANTED.test(other.giver.verb) || one.tokens.some(({ lower }) => WANTED.test(lower)) !== other.tokens.some(({ lower }) => WANTED.test(lower)) && other.tokens.some(({ lower }) => WANTED.test(lower))) return false;
  if (OTHER_TIME.test(other.text) && !OTHER_TIME.test(one.text) || other.told.size > 0 && OTHER_TIME.test(one.text) && !OTHER_TIME.test(other.text) || FURTHER.test(one.text) !== FURTHER.test(other.text) && FURTHER.test(other.text)) return false;
  if (one.giver.own || other.giver.own) return false;
  // "It was 39 per cent in 2022"
  const days = new Set(toTokens(here.sentence.text).filter(isDay).map(({ lower }) => lower));
  if (other.tokens.some(token => isDay(token) && !days.has(token.lower))) return false;
  // What came true is no answer to what was expected.
  if (FORECAST.test(other.giver.verb) && !/^(?:estimates?|estimated)$/.test(other.giver.verb) && here.kind !== 'forecast' && !FORECAST.test(one.giver.verb) && !one.tokens.some(({ lower }) => FORECAST.test(lower))) return false;
  const come = (statement: Statement) => (statement.tokens.some(({ lower }) => FORECAST.test(lower)) || FORECAST.test(statement.giver.verb) ? 'will' : statement.tokens.some(({ lower }) => PAST.test(lower)) ? 'has' : '');
  const times = [come(one), come(other)];
  if (times[0] !== times[1] && times[0] !== '' && times[1] !== '') return false;
  const all = gap === 0 ? one.beside(other.giver.from, other.giver.to) : one.beside(0, 0);
  const sameCount = kinship(unitOf(here), unitOf(there)) >= 1;
  const isTold = (word: string, told: ReadonlySet<string>) => told.has(word) || sameCount && word === sameThing(unitOf(there)) || [...told].some(known => kinship(known, word) >= 1.5 || known.length >= 5 && word.startsWith(known) || word.length >= 5 && known.startsWith(word));
  const counted = here.quantity.kind === 'number' && other.giver.gives && gap === 0 ? sameThing(unitOf(there)) : '';
  const news = [...other.told].filter(word => word !== counted && !isTold(word, all));
  const shared = [...other.told].filter(word => isTold(word, one.told));
  const measured = shared.length >= 1 || other.tokens.some(({ lower }) => /^(?:crowd|turnout|attendance)$/.test(lower));
  const gives = one.giver.gives || other.giver.gives;
  const [a, b] = [predicateOf(here), predicateOf(there)];
  // A crowd is of people, a toll of the dead.
  const crowd = other.tokens.some(({ lower }) => /^(?:crowd|turnout|attendance)$/.test(lower));
  if (crowd && !(isPeople(unitOf(here)) || [...one.told].some(word => isPeople(word)) || one.tokens.some(({ lower }) => /^(?:crowd|turnout|attendance|attend|attended|part)$/.test(lower)))) return false;
  if (other.told.size === 0) {
    // Nothing but the number: it answers the last one that a party gave, and no other stands between.
    return gap <= 1 && !other.giver.attributed && !between.some(figure => isGiven(figure) && (figure.kind !== 'part' || isOfAll(figure)) && figure.kind !== 'unknown' && !isFormer(figure) && comparable(figure, there)) && (here.kind !== 'part' || isOfAll(here) || DOES_SO.test(there.sentence.text) || gap === 0 && one.giver.verb === '' && other.giver.verb === '') && (there.quantity.kind !== 'duration' || here.quantity.kind === 'duration') && (there.quantity.kind !== 'number' || !/^(?:duration|measure)$/.test(here.quantity.kind) || /\b(?:it|that) (?:is|was|at|took|takes|will|would)\b/.test(there.sentence.text));
  }
  // "The mill expects sales of 400 tonnes. The bakery expects sales of 300 tonnes."
  if (one.giver.records && other.giver.records) return false;
  if (there.quantity.kind === 'number' && /^(?:duration|measure)$/.test(here.quantity.kind)) return false;
  if (isPart(there) || isPart(here) && (news.length > 0 || shared.length < 2 || here.kind !== 'part')) return false;
  if (there.quantity.kind === 'count' && here.quantity.kind === 'count' && !sameCount) return false;
  if (a !== '' && b !== '' && a !== b) return false;
  // "Fire destroyed 394 stalls", "the market has 1,700 stalls": the second must tell the deed too, where it tells more than the number.
  const verb = here.clause?.verb;
  if (a !== '' && b === '' && verb && !gives && !isTold(sameThing(stem({ lower: here.sentence.leaf.content.prose.slice(verb.start, verb.end).toLowerCase() })), other.told)) return false;
  const named = other.tokens.some((token, n) => n > 0 && isNamed(token) && news.includes(sameThing(stem(token))));
  if (named && !crowd) return false;
  if (news.length === 0) return gap <= 1 || shared.length >= 2 || other.giver.gives;
  if (gives && gap <= 1 && news.length === 1 && measured) return true;
  return news.length === 1 && shared.filter(word => !isPeople(word)).length >= 2;
}

function isNamed(token: Token): boolean {
  return token.type === 'word' && /^\p{Lu}/u.test(token.text);
}

/** A year, a month, a weekday. */
function isDay(token: Token): boolean {
  return isCalendarWord(token) || token.type === 'number' && /^(?:19|20)\d\d$/.test(token.text);
}

/** The noun that is counted, as a stem; '' where none is. */
function unitOf({ quantity }: Figure): string {
  return quantity.kind === 'count' && quantity.unit !== null ? stem({ lower: quantity.unit }) : '';
}

/** The class of the verb, where it is none of giving a number. */
function predicateOf({ clause }: Figure): string {
  const predicate = clause?.predicate ?? '';
  return /^(?:lose|lost|speak|say|put|count|arriv|giv|reckon|estimat|list|report|record|mak|get|com|cost|appli|ask)/.test(predicate) ? '' : predicate;
}

function readStatement(figure: Figure, analysis: Pick<Analysis, 'attributions' | 'draft'>): Statement | undefined {
  const { sentence } = figure;
  if (sentence.text.length > LONGEST || sentence.leaf.content.kind === 'heading' || sentence.leaf.content.containers.some(({ kind }) => kind === 'table')) return undefined;
  const tokens = toTokens(sentence.text);
  const giver = readGiver(figure, tokens, analysis);
  if (!giver) return undefined;
  const offset = sentence.prose.start;
  const counts = figure.quantity.kind === 'count';
  const own = tokens.slice(giver.from, giver.to).filter((_, n) => !giver.tokens.has(giver.from + n));
  const told = own.filter((token, n) => tells(token) && !/^(?:that|those|these|such)$/.test(own[n - 1]?.lower ?? '') && (counts || token.end + offset <= figure.quantity.start || token.start + offset >= figure.quantity.end)).map(token => sameThing(stem(token))).filter(word => !EMPTY.has(word));
  return { giver, told: new Set(told), beside: (from, to) => new Set(tokens.filter((token, n) => (n < from || n >= to) && tells(token)).map(token => sameThing(stem(token)))), text: own.map(({ text }) => text).join(' '), tokens: own };
}

function tells(token: Token): boolean {
  return token.type === 'word' && token.text.length > 1 && !FUNCTION_WORDS.has(token.lower) && !DETERMINERS.has(token.lower) && !PERSONAL.test(token.lower) && !NOT_CONTENT.has(token.lower) && !ADVERBS.has(token.lower) && !TIME_WORDS.has(token.lower) && unitNamed(token.lower)?.kind !== 'money'
    && !isCalendarWord(token) && !/^\d/.test(token.text) && !(token.lower.endsWith('ly') && token.lower.length > 4);
}
