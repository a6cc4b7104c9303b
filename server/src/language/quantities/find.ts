// The pass over the tokens that joins amounts into quantities: ranges, ratios, scores, bounds.
import { readAmount, readUnitAt, type Amount } from './amounts.ts';
import { readBoundAfter, readBoundBefore } from './bounds.ts';
import { carryUnits } from './carry.ts';
import { isAddress, isMonth, isRatioMark, isYear, passOver } from './exclusions.ts';
import { isDenominator, isHyphen, isNumberWord } from './fractions.ts';
import { isVulgarFraction } from './numbers.ts';
import { CURRENCY_SIGNS } from './currencies.ts';
import { isMultiple } from './multiples.ts';
import { SCALE_WORDS, unitNamed } from './units.ts';
import { toTokens, type Token } from './tokens.ts';
import { readVague } from './vague.ts';
import type { Bound, Quantity, QuantityKind } from '../quantities.ts';

export interface FindOptions {
  /** The text is known to be a figure: a number that looks like a year or a name counts. */
  readonly onlyFigure: boolean;
}

export function findInText(text: string, options: FindOptions): Quantity[] {
  const tokens = toTokens(text);
  const titleCase = isTitleCase(tokens);
  const found: Quantity[] = [];
  let floor = 0;
  let i = 0;
  while (i < tokens.length) {
    const vague = options.onlyFigure ? undefined : readVague(tokens, i);
    if (vague) {
      found.push(vague.quantity);
      i = vague.next;
      floor = i;
      continue;
    }
    const amount = mayBegin(tokens, i) ? readAmount(tokens, i) : undefined;
    if (!amount) {
      i++;
      continue;
    }
    const pass = options.onlyFigure ? 0 : passOver(tokens, i, amount, titleCase);
    const joined = pass > 0 && !startsRatio(tokens, amount) ? undefined : readPair(tokens, amount, floor);
    if (pass > 0 && joined?.kind !== 'ratio') {
      i += Math.max(pass, 1);
      continue;
    }
    const reading = joined ?? single(tokens, amount);
    const quantity = toQuantity(tokens, amount, reading, floor);
    found.push(quantity.quantity);
    i = Math.max(quantity.next, i + 1);
    floor = i;
  }
  return options.onlyFigure ? found : carryUnits(text, found);
}

/** Can an amount begin with this token? Most tokens are turned away here. */
function mayBegin(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (token.type === 'number') return true;
  if (token.type === 'sign') return CURRENCY_SIGNS.has(token.text) || isVulgarFraction(token.text) || ((token.text === '-' || token.text === '−') && (tokens[i + 1]?.type === 'number' || CURRENCY_SIGNS.has(tokens[i + 1]?.text ?? '')));
  const next = tokens[i + 1];
  if (isNumberWord(token.lower)) return true;
  switch (token.lower) {
    case 'half': case 'quarter': case 'third': case 'fifth': case 'tenth': return true;
    case 'minus': case 'negative': return next !== undefined;
    case 'a': case 'an':
      if (tokens[i + 2]?.lower === 'and' && next && unitNamed(next.lower)) return true;
      return (next?.text === '$' && next.joined && token.text === 'A') || next?.type === 'word' && (SCALE_WORDS.has(next.lower) || isDenominator(next.lower));
    default:
      if (isMultiple(token.lower)) return true;
      return token.text.length <= 6 && next !== undefined && (next.type === 'number' || next.text === '$' || next.text === '.' || CURRENCY_SIGNS.has(next.text));
  }
}

/** Headlines in title case: there a capital before a number is no sign of a name. */
function isTitleCase(tokens: readonly Token[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const token of tokens) {
    if (token.type !== 'word' || token.text.length < 4) continue;
    words++;
    const code = token.text.charCodeAt(0);
    if (code >= 65 && code <= 90) capitals++;
    if (words === 40) break;
  }
  return words > 3 && capitals > words * 0.75;
}

interface Reading {
  readonly value: number;
  readonly upper: number | null;
  readonly unit: string | null;
  readonly kind: QuantityKind;
  readonly bound: Bound;
  readonly precision: number;
  readonly counted?: string;
  readonly parts?: Amount['parts'];
  /** The first token, and the one after the last. */
  readonly first: number;
  readonly next: number;
}

function single(tokens: readonly Token[], amount: Amount): Reading {
  const { value, precision, first, next } = amount;
  const aged = amount.unit === null && isAgeOfPerson(tokens, amount);
  if (aged) return { value, upper: null, unit: 'year', kind: 'age', bound: '=', precision, first, next };
  const hanging = amount.unit === null ? readHanging(tokens, amount) : undefined;
  if (hanging) return { value, upper: null, ...hanging, bound: '=', precision, first, next };
  const beyond = amount.unit === null && number(amount) ? beyondBound(tokens, amount) : undefined;
  if (beyond) return { value, upper: null, unit: beyond.unit, kind: beyond.kind, bound: '=', precision, first, next: beyond.next, ...(beyond.counted === undefined ? {} : { counted: beyond.counted }) };
  const { unit } = amount;
  if (amount.kind === 'duration' && isAges(tokens, first)) return { value, upper: null, unit, kind: 'age', bound: '=', precision, first, next };
  const kind: QuantityKind = amount.kind === 'number' && amount.number.form === 'fraction' && value < 1 && value > 0 ? 'ratio' : amount.kind;
  return { value, upper: null, unit, kind, bound: '=', precision, first, next, ...(amount.parts ? { parts: amount.parts } : {}), ...(unit === null ? ofSet(tokens, amount) : withOuter(tokens, amount)) };
}

function number({ kind, number: { form } }: Amount): boolean {
  return kind === 'number' && form !== 'fraction';
}

/** "20 or more people", "300+ beds", "20-odd years": the bound stands between the number and what it counts. */
function beyondBound(tokens: readonly Token[], amount: Amount): ReturnType<typeof readUnitAt> {
  const bound = readBoundAfter(tokens, amount.numberNext);
  return bound && !/^(?:at|or about|roughly|approximately)$/.test(tokens[bound.first]!.lower) ? readUnitAt(tokens, bound.next + (tokens[bound.next]?.text === '-' && tokens[bound.next]!.joined ? 1 : 0)) : undefined;
}

/** "a 7- or 8-inch pipe": the unit of the second is that of the first. */
function readHanging(tokens: readonly Token[], { next, value }: Amount): { readonly unit: string | null; readonly kind: QuantityKind } | undefined {
  if (tokens[next]?.text !== '-' || !tokens[next]!.joined || !/^(?:or|and)$/.test(tokens[next + 1]?.lower ?? '') || tokens[next + 1]!.joined || !mayBegin(tokens, next + 2)) return undefined;
  const second = readAmount(tokens, next + 2);
  return second?.unit != null && second.value > value ? { unit: second.unit, kind: second.kind } : undefined;
}

/** "35m of its smart speakers": what the set holds. The number itself counts a part of it. */
function ofSet(tokens: readonly Token[], { next, kind, number }: Amount): { readonly counted?: string } {
  if (kind !== 'number' || number.form === 'fraction' || tokens[next]?.lower !== 'of' || !/^(?:its|the|their|these|those|his|her|our|such)$/.test(tokens[next + 1]?.lower ?? '')) return {};
  const set = readUnitAt(tokens, next + 2);
  return set?.kind === 'count' ? { counted: set.counted ?? set.unit } : {};
}

/** "the top three seeds", "its previous two sessions": the adjective stands before the number. */
function withOuter(tokens: readonly Token[], amount: Amount): { readonly counted?: string } {
  const before = tokens[amount.first - 1];
  if (amount.kind !== 'count' || !/^(?:top|previous)$/.test(before?.lower ?? '') || unitNamed(amount.unit ?? '')) return countedOf(amount);
  return { counted: `${before!.lower} ${amount.counted ?? amount.unit}` };
}

function countedOf({ counted }: Amount): { readonly counted?: string } {
  return counted === undefined ? {} : { counted };
}

/** "Jamie Armstrong, 25, said", "aged 25", "at age 25" */
function isAgeOfPerson(tokens: readonly Token[], amount: Amount): boolean {
  const token = tokens[amount.numberFirst]!;
  if (token.type !== 'number' || !Number.isInteger(amount.value) || amount.value < 1 || amount.value > 112 || amount.number.scale !== 1 || amount.first !== amount.numberFirst) return false;
  const before = tokens[amount.first - 1];
  if (before?.lower === 'aged' || before?.lower === 'age') return true;
  const after = tokens[amount.next];
  // "who was 10", "she turns 40 in May", where a pause or a time follows.
  const verb = amount.first - (/^(?:only|just|still|barely|now)$/.test(before?.lower ?? '') ? 2 : 1);
  if (/^(?:was|is|turn(?:s|ed)|were)$/.test(tokens[verb]?.lower ?? '') && /^(?:he|she|who|i)$/.test(tokens[verb - 1]?.lower ?? '') && amount.value > 3 && (after === undefined || /^(?:[.,;)?!”"]|when|at|and|on|in|but|years?)$/.test(after.lower))) return true;
  // "seven were over 70"
  if (/^(?:over|under|above|below)$/.test(before?.lower ?? '') && /^(?:was|were|is|are)$/.test(tokens[amount.first - 2]?.lower ?? '') && isOfPeople(tokens[amount.first - 3]) && amount.value > 9 && amount.value < 100 && (after === undefined || /^(?:[.,;)]|and|but|or|when)$/.test(after.lower))) return true;
  // "having turned 18 only in February"
  if (/^turn(?:ing|ed|s)$/.test(before?.lower ?? '') && amount.value > 9 && amount.value < 100 && /^(?:in|on|only|just|last|this|next|while|when)$/.test(after?.lower ?? '')) return true;
  const name = tokens[amount.first - 2];
  // "Dead at 84", "dies at 51", "turning 69", "now 64,"
  if (amount.value > 9 && /^[.,;)]?$/.test(after?.text ?? '') && (before?.lower === 'at' ? /^(?:dead|dies|died|dying)$/.test(name?.lower ?? '') : /^(?:turning|turned|turns)$/.test(before?.lower ?? '') || (before?.lower === 'now' && /^[,(—–]$/.test(name?.text ?? '')))) return true;
  // A headline that ends with "…, Woman, 82".
  if (before?.text === ',' && after === undefined && name?.type === 'word' && amount.value > 1 && /^\p{Lu}\p{Ll}/u.test(name.text) && !isMonth(name)) return true;
  return before?.text === ',' && name?.type === 'word' && /^\p{Lu}\p{Ll}/u.test(name.text) && !isMonth(name) && /^[,.;)]$/.test(tokens[amount.next]?.text ?? '') && tokens[amount.next + 1]?.type !== 'number';
}

function isOfPeople(token: Token | undefined): boolean {
  return token !== undefined && (isNumberWord(token.lower) || /^(?:most|many|all|both|half|none|them|people|victims|patients|residents|women|men|voters|members|workers)$/.test(token.lower));
}

/** "one in five", "three out of 10" */
function startsRatio(tokens: readonly Token[], amount: Amount): boolean {
  const after = tokens[amount.numberNext + (isHyphen(tokens, amount.numberNext) ? 1 : 0)]?.lower;
  return after === 'in' || after === 'out';
}

/** What an amount makes with the one after it: a ratio, a score, a range. */
function readPair(tokens: readonly Token[], a: Amount, floor: number): Reading | undefined {
  const ratio = readRatio(tokens, a);
  if (ratio) return ratio;
  const at = a.next;
  const mark = tokens[at];
  if (!mark) return undefined;
  const dash = mark.type === 'sign' && (mark.text === '-' || mark.text === '–' || mark.text === '—' || mark.text === '‑');
  let start = at + 1;
  if (mark.text === ':' && mark.joined && isRatioMark(tokens, a.numberFirst) && tokens[start]?.value !== undefined) return { value: a.value, upper: tokens[start]!.value!, unit: null, kind: 'score', bound: '=', precision: 0.5, first: a.first, next: start + 1 };
  // "a 3-to-1 vote", "6- to 8-inch": the hyphen hangs on the first number.
  if (dash && mark.joined && tokens[start]?.lower === 'to') {
    start += tokens[start + 1]?.text === '-' ? 2 : 1;
    const b = mayBegin(tokens, start) ? readAmount(tokens, start) : undefined;
    if (!b) return undefined;
    return isOdds(tokens, a, b) ? { value: a.value, upper: b.value, unit: null, kind: 'score', bound: '=', precision: 0.5, first: a.first, next: b.numberNext } : range(a, b, b.next);
  }
  if (!dash && mark.lower !== 'to' && mark.lower !== 'and' && mark.lower !== 'or') return undefined;
  if (mark.lower === 'to' && tokens[start]?.lower === 'around') start++;
  if (!mayBegin(tokens, start) && !(dash && tokens[start]?.type === 'number')) return undefined;
  const b = readAmount(tokens, start);
  if (!b || b.value < 0 !== a.value < 0 && !(dash && a.value < 0)) return undefined;
  if (dash) return readDash(tokens, a, b, mark);
  if (b.number.value === 1 && b.number.form === 'words' && mark.lower !== 'to') return undefined;
  const before = tokens[a.first - 1]?.lower ?? '';
  if (mark.lower === 'and') {
    if (!isBetween(tokens, a.first, floor)) return undefined;
    return isYear(tokens, b) ? undefined : range(a, b, b.next);
  }
  if (mark.lower === 'or') {
    const near = b.value > a.value && (a.number.form === 'words' || a.unit === null) && (b.value - a.value <= Math.max(3, a.value * 0.5)) && (a.unit === null || a.unit === b.unit);
    return near && a.next === a.numberNext && b.number.form === a.number.form ? range(a, b, b.next) : undefined;
  }
  if (isYear(tokens, b) && a.value < 1000) return undefined;
  if (isOdds(tokens, a, b)) return { value: a.value, upper: b.value, unit: null, kind: 'score', bound: '=', precision: 0.5, first: a.first, next: b.numberNext };
  if (before === 'from' ? !isSpread(tokens, a.first - 1, floor) : isChange(tokens, a, b, floor)) return undefined;
  return range(a, b, b.next);
}

/** "the vote was 412 to 187" */
const TOLD_BALLOT = /^(?:votes?|result|tally|count|ballot|verdict|score)$/;
const BALLOT = /^(?:carried|passed|defeated|rejected|approved|adopted|backed|beaten|upheld|overturned|re-elected|elected|agreed|outvoted|acquitted|convicted)$/;

/** "a 3 to 1 margin", "voted 19 to 15" */
function isOdds(tokens: readonly Token[], a: Amount, b: Amount): boolean {
  if (a.unit !== null || b.unit !== null || a.prefixed || b.prefixed || a.number.scale !== 1 || b.number.scale !== 1 || !Number.isInteger(a.value) || !Number.isInteger(b.value) || a.value < 0) return false;
  if (/^(?:margin|vote|ratio|majority|odds|favourite|favorite|win|victory|decision|ruling|defeat|loss)$/.test(tokens[b.numberNext]?.lower ?? '')) return true;
  const led = tokens[a.first - 1]?.lower ?? '';
  if (/^(?:of|by)$/.test(led) && /^(?:votes?|margins?|scores?|ratios?|majority|odds|tally|count|results?|ballot)$/.test(tokens[a.first - 2]?.lower ?? '')) return true;
  // "carried by six to two", "rejected 24 to 17"
  const ballot = tokens[a.first - (led === 'by' ? 2 : 1)]?.lower ?? '';
  if (BALLOT.test(ballot) && (led === 'by' || a.value + b.value > 4) && a.value < 1000) return true;
  if (/^(?:was|is|were|stood)$/.test(led) && TOLD_BALLOT.test(tokens[a.first - 2]?.lower ?? '') && a.value < 1000) return true;
  // "won, by five to four": no number grows by five to four.
  if (led === 'by' && a.value > b.value && a.value < 1000 && !CHANGE.test(ballot)) return true;
  return b.value === 1 || /^(?:vot(?:e|es|ed|ing)|split|won|lost|ruled)$/.test(tokens[a.first - 1]?.lower ?? '') && a.value < 1000;
}

const EVERY = /^(?:every|each)$/;

/** "one patient in three", "one colony in nine": one of those counted. */
function readOneIn(tokens: readonly Token[], a: Amount): Reading | undefined {
  if (a.value !== 1 || a.kind !== 'count' || a.number.form !== 'words' || !/^(?:in|out)$/.test(tokens[a.next]?.lower ?? '')) return undefined;
  const at = a.next + (tokens[a.next]!.lower === 'out' && tokens[a.next + 1]?.lower === 'of' ? 2 : 1) + (EVERY.test(tokens[a.next + 1]?.lower ?? '') ? 1 : 0);
  const b = tokens[at] && mayBegin(tokens, at) ? readAmount(tokens, at) : undefined;
  if (!b || b.unit !== null || b.prefixed || b.negative || b.number.scale !== 1 || !Number.isInteger(b.value) || b.value < 2 || b.value > 1000 || isYear(tokens, b) || isMonth(tokens[b.numberNext])) return undefined;
  return { value: 1 / b.value, upper: null, unit: null, kind: 'ratio', bound: '=', precision: 0.5 / b.value, first: a.first, next: b.numberNext };
}

function readRatio(tokens: readonly Token[], a: Amount): Reading | undefined {
  const one = readOneIn(tokens, a);
  if (one) return one;
  // "one-in-five", "a 1-in-10 chance"
  const hyphen = isHyphen(tokens, a.numberNext) && isHyphen(tokens, a.numberNext + 2) ? 1 : 0;
  if (a.next !== a.numberNext || a.number.scale !== 1 || !Number.isInteger(a.value) || a.value <= 0 || a.value >= 1000 || a.prefixed) return undefined;
  let at = a.numberNext + hyphen;
  const link = tokens[at]?.lower;
  const out = link === 'out' && tokens[at + 1]?.lower === 'of';
  if (link !== 'in' && !out) return undefined;
  at += hyphen + (out ? 2 : 1);
  const every = EVERY.test(tokens[at]?.lower ?? '');
  if (every) at++;
  const b = tokens[at] && mayBegin(tokens, at) ? readAmount(tokens, at) : undefined;
  if (!b || b.prefixed || b.number.scale !== 1 && b.number.form !== 'words' || !Number.isInteger(b.value) || b.value <= a.value || isMonth(tokens[b.numberNext]) || isYear(tokens, b)) return undefined;
  // "killed two in 10 days" is no share; neither is "12 in 345".
  if (b.kind === 'duration' || b.kind === 'percent' || b.kind === 'measure') return undefined;
  if (!out && !every && !(a.value === 1 && b.value <= 100 || b.value <= 10 || (b.value <= 100 && b.value % 5 === 0) || b.value === 12 || b.value % 100 === 0)) return undefined;
  if (!out && !every && a.value > 9 && b.value > 100) return undefined;
  // Of a set of that very size ("three of the 5 men") "in" does not speak.
  return { value: a.value / b.value, upper: null, unit: null, kind: 'ratio', bound: '=', precision: 0.5 / b.value, first: a.first, next: b.numberNext };
}

function readDash(tokens: readonly Token[], a: Amount, b: Amount, mark: Token): Reading | undefined {
  const tight = mark.joined && tokens[b.first]!.joined;
  const spaced = !mark.joined && !tokens[b.first]!.joined && mark.text !== '—';
  if (!tight && !spaced) return undefined;
  if (spaced && !(b.unit !== null && a.unit === null && a.value < b.value && a.number.form === 'digits' && b.number.form === 'digits' && b.kind !== 'count')) return undefined;
  if (mark.text === '—' && a.unit === null && b.unit === null) return undefined;
  const plainNumbers = a.unit === null && !a.prefixed && !b.prefixed && Number.isInteger(a.number.raw) && Number.isInteger(b.number.raw) && a.number.scale === 1 && b.number.scale === 1 && a.value >= 0;
  if (plainNumbers && a.number.form === 'digits' && b.number.form === 'digits' && a.value < 400 && b.value < 400) {
    const cue = tokens[a.first - 1]?.lower ?? '';
    const counted = b.unit !== null && !(b.kind === 'count' && b.number.next !== b.next && tokens[b.number.next]?.text === '-');
    const isRange = a.value < b.value && (counted || /^(?:about|around|from|between|ages?|aged|roughly|some|of|than|least|to)$/.test(cue));
    if (!isRange && isAddress(tokens, b.numberNext, b)) return undefined;
    if (!isRange) return { value: a.value, upper: b.value, unit: null, kind: 'score', bound: '=', precision: 0.5, first: a.first, next: b.numberNext };
  }
  if (a.number.form === 'words' && b.number.form === 'words' && b.unit === null) return undefined;
  return range(a, b, b.next);
}

/** Joins two ends. The scale and the unit of the second hold for the first where that has none and stays the smaller. */
function range(a: Amount, b: Amount, next: number): Reading | undefined {
  let low = a.value;
  let lowPrecision = a.precision;
  const high = b.value;
  if (a.unit !== null && b.unit !== null && a.unit !== b.unit && !b.unit.startsWith(`${a.unit} per `) && !(a.kind === 'count' && b.kind === 'count')) return undefined;
  if (a.number.scale === 1 && b.number.scale > 1 && Math.abs(a.number.raw) < Math.abs(b.number.raw) && b.number.raw < 1000) {
    low = Number((a.value * b.number.scale).toPrecision(15));
    lowPrecision = a.precision * b.number.scale;
  }
  if (Math.abs(low) === Math.abs(high)) return undefined;
  const unit = b.unit ?? a.unit;
  const kind = b.unit === null ? a.kind : b.kind;
  // A difference of units that only one end shows: "3% to 145", "5 or 6 million".
  if (a.unit !== null && b.unit === null && !a.prefixed) return undefined;
  if (low > high && !(high < 0)) return undefined;
  return { value: low, upper: high, unit, kind, bound: 'range', precision: Math.max(lowPrecision, b.precision), first: a.first, next, ...countedOf(b.unit === null ? a : b) };
}

function isBetween(tokens: readonly Token[], first: number, floor: number): boolean {
  for (let k = first - 1; k >= Math.max(floor, first - 4); k--) if (tokens[k]!.lower === 'between') return true;
  return false;
}

const SPREAD = /^(?:rang(?:e|es|ed|ing)|anywhere|somewhere|var(?:y|ies|ied|ying)|everything|prices?|priced|estimates?|estimated|ages?|aged|span(?:s|ned|ning)?|between|differ(?:s|ed|ing)?|sentences?|fines?)$/;
const CHANGE = /^(?:up|down|r[io]ses?|rose|risen|rising|f[ae]ll?s?|fell|fallen|falling|gain(?:s|ed|ing)?|los[te]s?|losing|climb(?:s|ed|ing)?|add(?:s|ed|ing)?|drop(?:s|ped|ping)?|jump(?:s|ed|ing)?|slip(?:s|ped|ping)?|edg(?:e|es|ed|ing)|advanc(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|gr[eo]ws?|grown|growing|cuts?|cutting|raises?|raised|raising|lower(?:s|ed|ing)?|slid|slides?|sank|sinks?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|tumbl(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|eas(?:e|es|ed|ing)|rall(?:y|ies|ied)|swell(?:s|ed)?|shr[aiu]nk|went|goes|going|moved?|doubled?|tripled?|expand(?:s|ed)?|widen(?:s|ed)?|narrow(?:s|ed)?|slow(?:s|ed)?|inched?|ticked|spiked?|rocketed|settled|finished|closed|ended|by|improved?|fallen|changed?|trimm?(?:s|ed)|reduc(?:e|es|ed|ing)|hik(?:e|es|ed|ing)|boost(?:s|ed)?|bump(?:s|ed)?|upgraded?|pushed|brought|took|taking|extended|narrower|higher|lower|won|beat|lost|defeated)$/;

/** "ranging from 3 to 5" against "rose from 3 to 5". */
function isSpread(tokens: readonly Token[], from: number, floor: number): boolean {
  for (let k = from - 1; k >= Math.max(floor, from - 6); k--) {
    const word = tokens[k]!.lower;
    if (SPREAD.test(word)) return true;
    if (CHANGE.test(word) || word === '.' || word === ';') return false;
  }
  return false;
}

/** "rose $1.10 to $68.20", "up 3% to 145": a change and where it led. */
function isChange(tokens: readonly Token[], a: Amount, b: Amount, floor: number): boolean {
  if (a.unit === null && b.unit !== null && !b.prefixed && a.number.next === a.next) return false;
  if (a.unit === null && b.prefixed) return true;
  // "$89 to $93 billion": the scale of the second holds for both.
  if (a.prefixed && b.prefixed && a.number.scale === 1 && b.number.scale > 1 && a.number.raw < b.number.raw) return false;
  for (let k = a.first - 1; k >= Math.max(floor, a.first - 5); k--) {
    const word = tokens[k]!.lower;
    if (CHANGE.test(word)) return true;
    if (/^(?:[.,;:]|and|of)$/.test(word)) return false;
  }
  return false;
}

function toQuantity(tokens: readonly Token[], a: Amount, reading: Reading, floor: number): { quantity: Quantity; next: number } {
  const before = readBoundBefore(tokens, reading.first, floor, reading.kind);
  const after = reading.bound === 'range' || reading.kind === 'score' ? undefined : readBoundAfter(tokens, reading.next) ?? innerBound(tokens, a, reading);
  const chosen = reading.kind === 'score' ? undefined : after && !before ? after : before;
  const aged = reading.unit === null && reading.kind === 'number' && isAges(tokens, reading.first);
  const bound = reading.bound === 'range' ? 'range' : chosen?.bound ?? reading.bound;
  const span = chosen ? { start: tokens[chosen.first]!.start, end: tokens[chosen.next - 1]!.end } : undefined;
  const quantity: Quantity = {
    start: tokens[reading.first]!.start, end: tokens[reading.next - 1]!.end,
    value: reading.value, upper: reading.upper, unit: aged ? 'year' : reading.unit, bound, kind: aged ? 'age' : reading.kind,
    numberSpan: { start: tokens[a.numberFirst]!.start, end: tokens[Math.max(a.number.bare, a.numberFirst + 1) - 1]!.end },
    ...(span && (bound !== 'range' || before) ? { boundSpan: span } : {}),
    ...(bound === '~' && chosen?.notReached ? { notReached: true } : {}),
    ...(/[<>]/.test(bound) && chosen?.close ? { close: true } : {}),
    precision: reading.precision,
    ...(reading.counted === undefined ? {} : { counted: reading.counted }),
    ...(reading.parts ? { parts: reading.parts.map(({ value, unit, first, next }) => ({ value, unit, start: tokens[first]!.start, end: tokens[next - 1]!.end })) } : {}),
  };
  return { quantity, next: Math.max(reading.next, after && chosen === after ? after.next : 0) };
}

/** "ages 16 to 24", "between the ages of 17 and 20" */
function isAges(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1]?.lower;
  return before === 'ages' || before === 'aged' || (before === 'of' && /^ages?$/.test(tokens[first - 2]?.lower ?? ''));
}

/** "300+ people", "20-plus years": the bound stands between number and noun. */
function innerBound(tokens: readonly Token[], a: Amount, reading: Reading): ReturnType<typeof readBoundAfter> {
  return reading.next > a.numberNext ? readBoundAfter(tokens, a.numberNext) : undefined;
}
