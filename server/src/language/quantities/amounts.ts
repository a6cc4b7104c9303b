// One amount at its place: sign, currency, number, unit, rate, counted noun.
import { readCountedNoun, readHyphenNoun } from './counted.ts';
import { CURRENCY_SIGNS } from './currencies.ts';
import { readCurrencyBefore, readCurrencyWords, withFactor, withMoneyScale } from './money.ts';
import { FUNCTION_WORDS, singular } from './nouns.ts';
import { fractionAfter } from './fractions.ts';
import { readMultiple } from './multiples.ts';
import { readNumber } from './numbers.ts';
import { CASED_UNITS, RATE_NOUNS, UNIT_LETTERS, longestUnitFrom, unitNamed, type AmountKind, type Unit, type UnitReading } from './units.ts';
import { isPower, plain, type NumberReading } from './scales.ts';
import type { Token } from './tokens.ts';

export interface Amount {
  readonly number: NumberReading;
  readonly value: number;
  readonly precision: number;
  readonly negative: boolean;
  /** The first token (sign and currency included), the first of the number, the one after the number, the one after the unit. */
  readonly first: number;
  readonly numberFirst: number;
  readonly numberNext: number;
  readonly next: number;
  readonly unit: string | null;
  readonly kind: AmountKind;
  readonly counted?: string;
  /** The numbers with their units of "two hours and 31 minutes". */
  readonly parts?: readonly AmountPart[];
  /** The currency stands before the number. */
  readonly prefixed: boolean;
}

export interface AmountPart {
  readonly value: number;
  readonly unit: string;
  /** The first token and the one after the last. */
  readonly first: number;
  readonly next: number;
}

/** The amount that begins at token `i`. It does not ask whether the number is a name or a year. */
export function readAmount(tokens: readonly Token[], i: number): Amount | undefined {
  const special = readMultiple(tokens, i) ?? readAndAHalf(tokens, i);
  if (special) return special;
  let at = i;
  let negative = false;
  const takeMinus = () => {
    const token = tokens[at];
    if (token?.type === 'sign' && (token.text === '-' || token.text === '−') && tokens[at + 1]?.joined && (at !== i || !token.joined || tokens[at - 1]?.text === '(' || tokens[at - 1]?.text === '|')) {
      negative = true;
      at++;
    } else if (tokens[at + 1] && (token?.lower === 'minus' || (token?.lower === 'negative' && mayBeNegative(tokens, at)))) {
      negative = true;
      at += tokens[at + 1]!.text === '-' ? 2 : 1;
    }
  };
  takeMinus();
  const currency = readCurrencyBefore(tokens, at);
  if (currency) at = currency.next;
  if (currency && !negative) takeMinus();
  const number = readNumber(tokens, at);
  if (!number || (currency && number.form === 'words' && tokens[at]!.lower === 'a')) return undefined;
  const base = { number, negative, first: i, numberFirst: at, prefixed: currency !== undefined };
  if (currency) {
    const scaled = currency.scale === 1 ? withMoneyScale(tokens, number) : withFactor(number, currency.scale, number.next);
    // "$5 US", "$5 million Canadian"
    const after = tokens[scaled.next];
    let next = scaled.next;
    let unit = currency.unit;
    if (currency.unit === 'USD' && after?.text === 'U' && tokens[next + 1]?.text === '.' && tokens[next + 2]?.text === 'S' && !after.joined) next += tokens[next + 3]?.text === '.' ? 4 : 3;
    else if (currency.unit === 'USD' && currency.scale === 1 && after?.type === 'word' && !after.joined && (after.text === 'US' || after.text === 'USD' || after.text === 'Canadian' || after.text === 'Australian' || after.text === 'CAD' || after.text === 'AUD')) {
      unit = after.text === 'Canadian' || after.text === 'CAD' ? 'CAD' : after.text === 'Australian' || after.text === 'AUD' ? 'AUD' : 'USD';
      if (after.text !== 'US' || tokens[next + 1]?.lower === 'per' || tokens[next + 1] === undefined || tokens[next + 1]!.type === 'sign') next++;
    }
    const rate = readRate(tokens, next);
    return finish(base, scaled, { unit: rate ? `${unit} per ${rate.unit}` : unit, kind: 'money', next: rate?.next ?? next });
  }
  const primes = readPrimes(tokens, number);
  if (primes) return finish(base, primes, { unit: 'foot', kind: 'measure', next: primes.next });
  const reading = readUnit(tokens, number);
  if (reading) {
    const scaled = reading.scale !== undefined ? withFactor(number, reading.scale, number.next) : number.letterM && reading.kind === 'money' ? withMoneyScale(tokens, number) : number;
    return withSmallerUnits(tokens, withCents(tokens, withInches(tokens, finish(base, scaled, reading))));
  }
  if (number.letterM) return finish(base, ...readLetterM(tokens, number));
  return finish(base, number, undefined);
}

/** "a negative 3% return", "from negative two": but one who tests negative two days later is not below zero. */
function mayBeNegative(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]!.type !== 'word' || /^(?:a|an|the|of|at|to|from|by|and|or|into|is|was|minus|)$/.test(tokens[at - 1]?.lower ?? '');
}

/** "an hour and a half", "a mile and a quarter"; "an hour and ten minutes" */
function readAndAHalf(tokens: readonly Token[], i: number): Amount | undefined {
  if (!/^(?:an?|one)$/.test(tokens[i]!.lower) || tokens[i + 2]?.lower !== 'and') return undefined;
  const unit = unitNamed(tokens[i + 1]!.lower);
  if (tokens[i]!.lower !== 'one' && unit?.kind === 'duration') {
    const one = plain(i, i + 1, 1, 0.5, 'words');
    const whole = withSmallerUnits(tokens, finish({ number: one, negative: false, first: i, numberFirst: i, prefixed: false }, one, { unit: unit.name, kind: 'duration', next: i + 2 }));
    if (whole.parts) return whole;
  }
  const part = unit && (unit.kind === 'duration' || unit.kind === 'measure') ? fractionAfter(tokens, i + 2) : undefined;
  if (!unit || !part) return undefined;
  const number = { ...plain(i, i + 1, 1 + part.value, 0.05, 'words'), next: part.next };
  return { ...finish({ number, negative: false, first: i, numberFirst: i, prefixed: false }, number, { unit: unit.name, kind: unit.kind, next: part.next }), numberNext: part.next };
}

/** 5'11", 6′2″ */
function readPrimes(tokens: readonly Token[], number: NumberReading): NumberReading | undefined {
  const prime = tokens[number.next];
  const inches = tokens[number.next + 1];
  if (number.form !== 'digits' || number.scale !== 1 || number.value > 9 || !Number.isInteger(number.value) || !prime?.joined || !/^['’′]$/.test(prime.text) || !inches?.joined || inches.type !== 'number' || !(inches.value! < 12)) return undefined;
  const end = number.next + 2;
  const close = tokens[end]?.joined === true && /^["”″]$/.test(tokens[end]!.text) ? 1 : 0;
  return { ...number, value: number.value + inches.value! / 12, precision: 0.5 / 12, next: end + close };
}

/** "5 feet 2 inches", "6-foot-4", "5 ft 2 in": one height, in feet. */
function withInches(tokens: readonly Token[], amount: Amount): Amount {
  if (amount.unit !== 'foot' || !Number.isInteger(amount.value)) return amount;
  let at = amount.next;
  const hyphen = tokens[at]?.text === '-' && tokens[at]!.joined;
  if (hyphen || tokens[at]?.lower === 'and') at++;
  const inches = tokens[at];
  if (inches?.type !== 'number' || inches.value === undefined || inches.value >= 12 || (hyphen && !inches.joined)) return amount;
  const unit = /^(?:in|inch|inches)$/.test(tokens[at + 1]?.lower ?? '');
  if (!unit && !(hyphen && amount.value < 9 && !tokens[at + 1]?.joined)) return amount;
  return { ...amount, value: amount.value + inches.value / 12, precision: 0.5 / 12, next: at + (unit ? 2 : 1) };
}

/** Into what a unit of time is divided, and how many of that make one. */
const DIVISIONS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  year: { month: 12, week: 52, day: 365 }, month: { week: 5, day: 31 }, week: { day: 7 }, day: { hour: 24, minute: 1440 }, hour: { minute: 60 }, minute: { second: 60 },
};
/** A year has no whole number of weeks: its parts are shares of its mean length in days. */
const DAYS: Readonly<Record<string, number>> = { year: 365.2425, month: 30.436875, week: 7, day: 1 };

/** "two hours, 31 minutes and 12 seconds", "six years and four months", "a one-hour-and-fifty-minute speech": one time, in its largest unit. */
function withSmallerUnits(tokens: readonly Token[], amount: Amount): Amount {
  if (amount.kind !== 'duration' || !Number.isInteger(amount.value) || amount.value < 1 || amount.number.scale !== 1) return amount;
  let { value, precision, next } = amount;
  let smallest = amount.unit!;
  let factor = 1;
  const parts: AmountPart[] = [{ value: amount.value, unit: smallest, first: amount.first, next }];
  for (let n = 0; n < 3; n++) {
    const hyphen = tokens[next]?.text === '-' && tokens[next]!.joined && tokens[next + 1]?.lower === 'and' && tokens[next + 2]?.text === '-';
    const at = hyphen ? next + 3 : next + (tokens[next]?.text === ',' ? 1 : 0) + (tokens[next + (tokens[next]?.text === ',' ? 1 : 0)]?.lower === 'and' ? 1 : 0);
    const number = tokens[at] && tokens[at]!.type !== 'sign' ? readNumber(tokens, at) : undefined;
    if (!number || number.scale !== 1 || number.form === 'fraction' || number.value < 1 || (tokens[at]!.lower === 'a' || tokens[at]!.lower === 'an')) break;
    const unitAt = number.next + (tokens[number.next]?.text === '-' && tokens[number.next]!.joined ? 1 : 0);
    // "26h 41min 08s"
    const unit = unitNamed(tokens[unitAt]?.lower ?? '') ?? (tokens[unitAt]?.text === 's' && tokens[unitAt]!.joined ? UNIT_LETTERS.get('s') : undefined);
    const most = unit?.kind === 'duration' ? DIVISIONS[smallest]?.[unit.name] : undefined;
    if (most === undefined || number.value >= most || !Number.isInteger(number.value) && unit!.name !== 'second') break;
    factor *= DAYS[smallest] !== undefined && DAYS[unit!.name] !== undefined && unit!.name !== 'month' ? DAYS[smallest]! / DAYS[unit!.name]! : most;
    value += number.value / factor;
    precision = number.precision / factor;
    smallest = unit!.name;
    next = unitAt + 1;
    parts.push({ value: number.value, unit: smallest, first: at, next });
  }
  if (parts.length === 1) return amount;
  const hyphen = tokens[next]?.text === '-' ? 1 : 0;
  const aged = /^olds?$/.test(tokens[next + hyphen]?.lower ?? '');
  const rate = aged ? undefined : readRate(tokens, next);
  return { ...amount, value: Number(value.toPrecision(15)), precision, parts, unit: rate ? `${amount.unit!} per ${rate.unit}` : amount.unit, next: aged ? next + hyphen + 1 : rate?.next ?? next, ...(aged ? { kind: 'age' as const } : {}) };
}

/** "three dollars and 50 cents", "two pounds 20 pence": one amount of money. */
function withCents(tokens: readonly Token[], amount: Amount): Amount {
  const pounds = amount.unit === 'pound';
  if (amount.prefixed || !Number.isInteger(amount.value) || amount.number.scale !== 1 || !(pounds || amount.kind === 'money' && /^[A-Z]{3}$/.test(amount.unit ?? ''))) return amount;
  const at = amount.next + (tokens[amount.next]?.lower === 'and' ? 1 : 0);
  const number = tokens[at]?.type === 'sign' ? undefined : readNumber(tokens, at);
  if (!number || number.scale !== 1 || !Number.isInteger(number.value) || number.value >= 100) return amount;
  const unit = unitNamed(tokens[number.next]?.lower ?? '')?.name;
  // "15 dollars 50", before a pause: the word for cents goes without saying.
  const after = tokens[number.next];
  const unsaid = !pounds && number.value >= 10 && (number.next === at + 1 || number.form === 'words') && (after === undefined || /^[.,;:!?)]$/.test(after.text) || (at === amount.next && /^(?:more|less|each|for|in|and|or|to|from)$/.test(after.lower)));
  if (unsaid) return { ...amount, value: Number((amount.value + number.value / 100).toPrecision(15)), precision: 0.005, next: number.next };
  return (unit === 'cent' && !pounds) || unit === 'penny' ? { ...amount, ...(pounds ? { unit: 'GBP', kind: 'money' as const } : {}), value: Number((amount.value + number.value / 100).toPrecision(15)), precision: 0.005, next: number.next + 1 } : amount;
}

function finish(base: Pick<Amount, 'number' | 'negative' | 'first' | 'numberFirst' | 'prefixed'>, number: NumberReading, reading: UnitReading | undefined): Amount {
  return {
    ...base, number, value: base.negative ? -number.value : number.value, precision: number.precision, numberNext: number.next,
    next: reading?.next ?? number.next, unit: reading?.unit ?? null, kind: reading?.kind ?? 'number', ...(reading?.counted === undefined ? {} : { counted: reading.counted }),
  };
}

/** The unit after a number, with its rate; else the counted noun. */
function readUnit(tokens: readonly Token[], number: NumberReading): UnitReading | undefined {
  let at = number.next;
  let hyphen = false;
  const token = tokens[at];
  if (!token) return undefined;
  if (token.type === 'sign') {
    if ((token.text === '-' || token.text === '‑' || token.text === '–') && token.joined && tokens[at + 1]?.type === 'word' && tokens[at + 1]!.joined) {
      hyphen = true;
      at++;
    } else {
      // "5,000 €", as on the Continent.
      const sign = CURRENCY_SIGNS.get(token.text);
      if (sign !== undefined) return tokens[at + 1]?.type === 'number' && tokens[at + 1]!.joined ? undefined : { unit: sign, kind: 'money', next: at + 1 };
    }
  }
  const direct = matchUnit(tokens, at, hyphen, number);
  if (direct) return withAgeAndRate(tokens, direct, number);
  const spaced = tokens[at]?.text;
  if (!hyphen && number.form === 'digits' && number.scale === 1 && spaced !== undefined && (SPACED_LETTERS.has(spaced) || spaced === 's' && tokens[number.bare - 1]?.decimals) && (tokens[at + 1]?.type !== 'word' || tokens[at + 1]!.lower === 'x' || FUNCTION_WORDS.has(tokens[at + 1]!.lower))) {
    const { name, kind } = UNIT_LETTERS.get(spaced)!;
    return withAgeAndRate(tokens, { unit: name, kind, next: at + 1 }, number);
  }
  // "a 12 C melting point": no name follows.
  if (!hyphen && spaced === 'C' && !tokens[at]!.joined && number.form === 'digits' && number.scale === 1 && !/^[\p{Lu}.&-]/u.test(tokens[at + 1]?.text ?? '')) return { unit: 'degree Celsius', kind: 'temperature', next: at + 1 };
  const money = readCurrencyWords(tokens, at, number);
  if (money) return withAgeAndRate(tokens, money, number);
  // "half a percentage point", "half an hour", "two-thirds of a mile"
  if (number.form === 'fraction' && (tokens[at]?.lower === 'a' || tokens[at]?.lower === 'an' || (tokens[at]?.lower === 'of' && /^(?:an?|one|1)$/.test(tokens[at + 1]?.lower ?? '')))) {
    const article = at + (tokens[at]!.lower === 'of' ? 2 : 1);
    // "1/16 of a US pint"
    const noun = article + (/^(?:US|UK|Imperial|imperial|metric|full|single)$/.test(tokens[article]?.text ?? '') ? 1 : 0);
    const unit = matchUnit(tokens, noun, false, number);
    if (unit) return unit;
  }
  if (number.form === 'fraction' && number.value < 1) return undefined;
  return hyphen ? (number.value === 0 ? undefined : readHyphenNoun(tokens, at)) : readCountedNoun(tokens, at, number);
}

/** Of the letters that are units, those that a blank may part from their number. */
const SPACED_LETTERS: ReadonlySet<string> = new Set(['m', 'g', 't', 'L', 'W', 'V']);

const ANY_NUMBER = plain(0, 0, 100, 50, 'words');

/** The unit or the counted noun at a token, after a number that is no single one. */
export function readUnitAt(tokens: readonly Token[], at: number): UnitReading | undefined {
  return readUnit(tokens, { ...ANY_NUMBER, first: at, next: at, bare: at });
}

function matchUnit(tokens: readonly Token[], at: number, hyphen: boolean, number: NumberReading): UnitReading | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const joined = token.joined;
  const cased = number.form === 'digits' && number.scale === 1 ? CASED_UNITS.get(joined && token.text === 'mt' ? 'Mt' : token.text) : undefined;
  if (cased && !(tokens[at + 1]?.joined && tokens[at + 1]!.type === 'number')) return { unit: cased.name, kind: cased.kind, next: at + 1, ...(cased.scale === 1 ? {} : { scale: cased.scale }) };
  if (joined && !isPower(tokens[at + 1]) && token.type === 'word' && number.form === 'digits' && number.scale === 1) {
    const letter = UNIT_LETTERS.get(token.text);
    if (letter && !(letter.name === 'second' && !token.text.startsWith('.') && Number.isInteger(number.value)) && !(letter.name === 'time' && tokens[at + 1]?.joined && tokens[at + 1]?.type === 'number') && !(hyphen && token.text !== 'm')) return { unit: letter.name, kind: letter.kind, next: at + 1 };
    if (/^(?:pc|pct)$/.test(token.lower)) return { unit: 'percent', kind: 'percent', next: at + 1 };
  }
  // "68 p", as the London market writes it.
  if (token.text === 'p' && !joined && number.form === 'digits' && (tokens[at + 1]?.text !== '.' || tokens[number.bare - 1]?.decimals)) return { unit: 'penny', kind: 'money', next: at + 1 };
  const longest = longestUnitFrom(token.lower);
  if (longest === 0) return undefined;
  let words = '';
  let best: { unit: Unit; next: number } | undefined;
  let k = at;
  for (let n = 0; n < longest + 1; n++) {
    let next = tokens[k];
    if (n > 0 && next?.text === '-' && next.joined && tokens[k + 1]?.joined) next = tokens[++k];
    else if (n > 0 && next?.text === '.' && tokens[k + 1]?.type === 'word' && words === 'sq') next = tokens[++k];
    if (!next || (next.type === 'number' && !next.joined)) break;
    if (n > 0 && next.type === 'sign' && !/^[/°²³]$/.test(next.text)) break;
    words += (n > 0 && !(next.joined && (next.type === 'sign' || tokens[k - 1]?.text === '/' || tokens[k - 1]?.text === '°' || tokens[k - 1]?.text === 'º')) ? ' ' : '') + next.lower;
    const unit = unitNamed(words);
    if (unit && allowed(words, tokens, k, joined, number)) best = { unit, next: k + 1 };
    k++;
  }
  if (!best) return undefined;
  // "a quarter-point cut" of a rate
  if (best.unit.name === 'point' && hyphen && number.form === 'fraction' && /^(?:interest|rate|cuts?|hikes?|increases?|rises?|reductions?|moves?|decreases?|drops?|raises?|easing)$/.test(tokens[best.next]?.lower ?? '')) return { unit: 'percentage point', kind: 'percent', next: best.next };
  return { unit: best.unit.name, kind: best.unit.kind, next: best.next };
}

/** Short aliases that are also words or initials count only where the text leaves no doubt. */
function allowed(alias: string, tokens: readonly Token[], k: number, joined: boolean, number: NumberReading): boolean {
  switch (alias) {
    case 'x': case 'fold': return joined;
    case 'times': return tokens[k]!.text === 'times';
    case 'time': return tokens[k - 1]?.text === '-' || number.value === 1;
    case 'second': case 'minute': return tokens[k - 1]?.text === '-' || number.value <= 1 || number.form === 'fraction' || !Number.isInteger(number.value);
    case 'percentage': return /^(?:of|)$/.test(tokens[k + 1]?.lower ?? '');
    case 'cup': return number.form === 'fraction';
    case 'ms': return tokens[k]!.text === 'ms';
    case 'degree': return !(tokens[k - 1]?.text !== '-' && number.value > 1 && STUDIES.test(tokens[k + 1]?.lower ?? ''));
    case 'quarter': return false;
    case 'point': return tokens[k - 1]?.text === '-' || number.value <= 1;
    default: return true;
  }
}

/** Of these a degree is one of a university: "61 degree courses". */
const STUDIES = /^(?:courses|programmes|programs|holders|students|apprenticeships|places|subjects|candidates|certificates|ceremonies|schemes|awards|graduates|qualifications|options)$/;

function withAgeAndRate(tokens: readonly Token[], reading: UnitReading, number: NumberReading): UnitReading {
  if (reading.unit === 'pound' || reading.unit === 'ounce') {
    const money = readCurrencyWords(tokens, reading.next - 1, number);
    if (money && reading.unit === 'pound') return withAgeAndRate(tokens, money, number);
  }
  let { next } = reading;
  if (reading.kind === 'duration') {
    const hyphen = tokens[next]?.text === '-' ? 1 : 0;
    if (tokens[next + hyphen]?.lower === 'old' || tokens[next + hyphen]?.lower === 'olds') return { unit: reading.unit, kind: 'age', next: next + hyphen + 1 };
    if (tokens[next]?.lower === 'of' && tokens[next + 1]?.lower === 'age') return { unit: reading.unit, kind: 'age', next: next + 2 };
  }
  // "percent points", "percentage points"
  if (reading.kind === 'percent') {
    if (reading.unit === 'percent' && /^points?$/.test(tokens[next]?.lower ?? '')) return { unit: 'percentage point', kind: 'percent', next: next + 1 };
    return reading;
  }
  if (reading.unit === 'cent' && tokens[next]?.lower === 'us') next++;
  const rate = readRate(tokens, next);
  return rate && rate.unit !== reading.unit ? { ...reading, unit: `${reading.unit} per ${rate.unit}`, next: rate.next } : { ...reading, next };
}

/** "a barrel", "per share", "an hour", "/kg", "-a-day". */
function readRate(tokens: readonly Token[], at: number): { unit: string; next: number } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  let noun = at + 1;
  if (token.text === '/' && token.joined && tokens[noun]?.type === 'word' && tokens[noun]!.joined) {
    const unit = unitNamed(tokens[noun]!.lower);
    return unit ? { unit: unit.name, next: noun + 1 } : undefined;
  }
  if (token.text === '-' && token.joined && /^(?:a|an|per)$/.test(tokens[at + 1]?.lower ?? '') && tokens[at + 2]?.text === '-') noun = at + 3;
  // "52 cubic metres each second", "£40 for each passenger": not "each of them", and no "two men each day".
  else if (token.lower === 'for' && /^(?:each|every)$/.test(tokens[at + 1]?.lower ?? '') && isLoneNoun(tokens, at + 2)) noun = at + 2;
  else if (!/^(?:per|an?|each|every)$/.test(token.lower)) return undefined;
  const word = tokens[noun];
  // "$6.78 billion a year earlier" is no rate; "$90m a year from 2029" is.
  const after = tokens[noun + 1]?.lower ?? '';
  if (word?.type !== 'word' || /^(?:earlier|ago|before|later|after|back|from|old)$/.test(after) && !(after === 'from' && tokens[noun + 2]?.type === 'number')) return undefined;
  if (tokens[noun - 1]?.lower !== 'per' && !/^(?:per|for)$/.test(tokens[at]!.lower) && !RATE_NOUNS.has(word.lower)) return undefined;
  const unit = matchUnit(tokens, noun, false, ANY_NUMBER);
  if (unit) return unit;
  const single = unitNamed(word.lower);
  if (single) return { unit: single.name, next: noun + 1 };
  if (FUNCTION_WORDS.has(word.lower) || word.lower === 'cent') return undefined;
  return { unit: singular(word.lower), next: noun + 1 };
}

/** Words of size, and of jumps and throws, before a length; waters and their levels about it. */
const LENGTH_BEFORE = /^(?:reach|outreach|height|length|depth|width|distance|span|wingspan|radius|diameter|elevation|altitude|tall|thickness|perimeter|beam|draught|draft|blades?|rotor|hull|ceiling|mast|cleared|leapt|leaped|jumped|threw|hurled|vaulted|swam|dived|waded)$/;
const WATER = /^(?:river|rivers|tide|tides|flood|floods|flooding|rain|rainfall|gauge|waves?|swell|swells|snow|snowfall|surge)$/;

/** Does no other noun follow, of which this one would be a part? */
function isLoneNoun(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at]?.type === 'word' && tokens[at]!.text === tokens[at]!.lower && (next?.type !== 'word' || FUNCTION_WORDS.has(next.lower)) && next?.text !== '-';
}

/** "a reach of 48m", "the depth was 3m" */
function isLength(tokens: readonly Token[], { first }: NumberReading): boolean {
  for (let k = first - 1; k >= first - 4; k--) if (LENGTH_BEFORE.test(tokens[k]?.lower ?? '')) return true;
  return false;
}

/** "the river peaked at 3.5m", where waters are near and nothing is counted. */
function isLevel(tokens: readonly Token[], { first, next, raw }: NumberReading): boolean {
  const before = tokens[first - 1]?.lower ?? '';
  const led = before === 'of' ? /^(?:record|level|peak|crest|,)$/.test(tokens[first - 2]?.lower ?? '') : /^(?:at|to|below|above|reached|by|rose)$/.test(before);
  if (!led || raw > 20) return false;
  for (let k = Math.max(0, first - 12); k < Math.min(tokens.length, next + 12); k++) if (WATER.test(tokens[k]!.lower)) return true;
  return false;
}

/** What stands behind its size: "12m above", "a 60m tower". */
const HAS_LENGTH = /^(?:long|high|tall|wide|deep|thick|apart|above|below|away|from|sprint|hurdles|freestyle|relay|final|race|butterfly|backstroke|breaststroke|tower|pool|wave|waves|ship|vessel|boat|yacht|ferry|wall|fence|mast|crane|bridge|tunnel|tank|cliff|statue|trench|crater|stretch|strip|blade|pier|pipe|pipeline|shaft|column|spire|chimney|turbine|telescope|dish|antenna|ladder|ledge|runway|walkway|seawall|dyke|rope|pole|barge|trawler|hull|sculpture|canal|snake|whale|shark|squid)$/;

/** `35m` without a currency: metres where something is long or away, or small; else millions. */
function readLetterM(tokens: readonly Token[], number: NumberReading): [NumberReading, UnitReading | undefined] {
  const after = tokens[number.next];
  const counted = readCountedNoun(tokens, number.next, number);
  const metres = { ...number, scale: 1, value: number.raw, precision: number.precision / number.scale };
  const bare = counted === undefined && after?.lower !== 'of';
  const isMetres = !/[M]/.test(tokens[number.next - 1]?.text ?? '') && (HAS_LENGTH.test(after?.lower ?? '') || after?.lower === 'drop' || isLength(tokens, number) || (bare && (isLevel(tokens, number) || number.raw >= 5 && number.raw % 5 === 0 && number.raw <= 800)));
  if (isMetres) return [metres, { unit: 'metre', kind: 'measure', next: number.next }];
  return [number, counted];
}
