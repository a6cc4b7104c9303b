// One amount at its place: sign, currency, number, unit, rate, counted noun.
import { FUNCTION_WORDS, isPlural, singular } from './nouns.ts';
import { readNumber, type NumberReading } from './numbers.ts';
import { CURRENCY_CODES, CURRENCY_QUALIFIERS, CURRENCY_SIGNS, DOLLARS, RATE_NOUNS, UNIT_LETTERS, longestUnitFrom, unitNamed, type Unit, type UnitKind } from './units.ts';
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
  readonly kind: UnitKind | 'count' | 'age' | 'number';
  /** The currency stands before the number. */
  readonly prefixed: boolean;
}

export interface UnitReading {
  readonly unit: string;
  readonly kind: Amount['kind'];
  readonly next: number;
}

/** The amount that begins at token `i`. It does not ask whether the number is a name or a year. */
export function readAmount(tokens: readonly Token[], i: number): Amount | undefined {
  let at = i;
  let negative = false;
  const takeMinus = () => {
    const token = tokens[at];
    if (token?.type === 'sign' && (token.text === '-' || token.text === '−') && tokens[at + 1]?.joined && (at !== i || !token.joined || tokens[at - 1]?.text === '(' || tokens[at - 1]?.text === '|')) {
      negative = true;
      at++;
    } else if (token?.lower === 'minus' && tokens[at + 1]) {
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
    const scaled = withMoneyScale(tokens, number);
    // "$5 US", "$5 million Canadian"
    const after = tokens[scaled.next];
    let next = scaled.next;
    let unit = currency.unit;
    if (currency.unit === 'USD' && after?.text === 'U' && tokens[next + 1]?.text === '.' && tokens[next + 2]?.text === 'S' && !after.joined) next += tokens[next + 3]?.text === '.' ? 4 : 3;
    else if (currency.unit === 'USD' && after?.type === 'word' && !after.joined && (after.text === 'US' || after.text === 'USD' || after.text === 'Canadian' || after.text === 'Australian' || after.text === 'CAD' || after.text === 'AUD')) {
      unit = after.text === 'Canadian' || after.text === 'CAD' ? 'CAD' : after.text === 'Australian' || after.text === 'AUD' ? 'AUD' : 'USD';
      if (after.text !== 'US' || tokens[next + 1]?.lower === 'per' || tokens[next + 1] === undefined || tokens[next + 1]!.type === 'sign') next++;
    }
    const rate = readRate(tokens, next);
    return finish(base, scaled, { unit: rate ? `${unit} per ${rate.unit}` : unit, kind: 'money', next: rate?.next ?? next });
  }
  const reading = readUnit(tokens, number);
  if (reading) {
    const scaled = number.letterM && reading.kind === 'money' ? withMoneyScale(tokens, number) : number;
    return withCents(tokens, withInches(tokens, finish(base, scaled, reading)));
  }
  if (number.letterM) return finish(base, ...readLetterM(tokens, number));
  return finish(base, number, undefined);
}

/** "5 feet 2 inches", "6-foot-4", "5 ft 2 in": one height, in feet. */
function withInches(tokens: readonly Token[], amount: Amount): Amount {
  if (amount.unit !== 'foot' || !Number.isInteger(amount.value) || amount.value > 9) return amount;
  let at = amount.next;
  const hyphen = tokens[at]?.text === '-' && tokens[at]!.joined;
  if (hyphen || tokens[at]?.lower === 'and') at++;
  const inches = tokens[at];
  if (inches?.type !== 'number' || inches.value === undefined || inches.value >= 12 || (hyphen && !inches.joined)) return amount;
  const unit = /^(?:in|inch|inches)$/.test(tokens[at + 1]?.lower ?? '');
  if (!unit && !(hyphen && !tokens[at + 1]?.joined)) return amount;
  return { ...amount, value: amount.value + inches.value / 12, precision: 0.5 / 12, next: at + (unit ? 2 : 1) };
}

/** "three dollars and 50 cents", "two pounds 20 pence": one amount of money. */
function withCents(tokens: readonly Token[], amount: Amount): Amount {
  const pounds = amount.unit === 'pound';
  if (amount.prefixed || !Number.isInteger(amount.value) || amount.number.scale !== 1 || !(pounds || amount.kind === 'money' && /^[A-Z]{3}$/.test(amount.unit ?? ''))) return amount;
  const at = amount.next + (tokens[amount.next]?.lower === 'and' ? 1 : 0);
  const number = tokens[at]?.type === 'sign' ? undefined : readNumber(tokens, at);
  if (!number || number.scale !== 1 || !Number.isInteger(number.value) || number.value >= 100) return amount;
  const unit = unitNamed(tokens[number.next]?.lower ?? '')?.name;
  return (unit === 'cent' && !pounds) || unit === 'penny' ? { ...amount, ...(pounds ? { unit: 'GBP', kind: 'money' as const } : {}), value: Number((amount.value + number.value / 100).toPrecision(15)), precision: 0.005, next: number.next + 1 } : amount;
}

function finish(base: Pick<Amount, 'number' | 'negative' | 'first' | 'numberFirst' | 'prefixed'>, number: NumberReading, reading: UnitReading | undefined): Amount {
  return {
    ...base, number, value: base.negative ? -number.value : number.value, precision: number.precision, numberNext: number.next,
    next: reading?.next ?? number.next, unit: reading?.unit ?? null, kind: reading?.kind ?? 'number',
  };
}

/** After a currency `t` and `mm` are scales too. */
function withMoneyScale(tokens: readonly Token[], number: NumberReading): NumberReading {
  const letters = tokens[number.next];
  if (number.scale !== 1 || number.form !== 'digits' || letters?.type !== 'word') return { ...number, letterM: false };
  const scale = letters.joined ? (letters.lower === 't' ? 1e12 : letters.lower === 'mm' ? 1e6 : undefined) : letters.text === 'm' ? 1e6 : letters.text === 'b' ? 1e9 : letters.text === 'K' || letters.text === 'k' ? 1e3 : letters.text === 'M' ? 1e6 : letters.text === 'B' ? 1e9 : undefined;
  if (scale === undefined) return { ...number, letterM: false };
  return { ...number, scale, value: Number((number.raw * scale).toPrecision(15)), precision: number.precision * scale, next: number.next + 1, letterM: false };
}

function readCurrencyBefore(tokens: readonly Token[], i: number): { unit: string; next: number } | undefined {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token || !next) return undefined;
  if (token.type === 'sign') {
    const unit = CURRENCY_SIGNS.get(token.text);
    if (unit === undefined) return undefined;
    if (unit === 'USD' && next.type === 'word' && next.joined) {
      const dollar = DOLLARS.get(next.text) ?? DOLLARS.get(next.text.replace(/\d.*$/, ''));
      if (dollar !== undefined && tokens[i + 2]?.type === 'number') return { unit: dollar, next: i + 2 };
      return undefined;
    }
    return { unit, next: i + 1 };
  }
  if (token.type !== 'word' || token.text.length > 4) return undefined;
  const letter = token.text.charCodeAt(0);
  // Only capitals (and `rs`) begin a code: most words are turned away here.
  if ((letter < 65 || letter > 90) && token.text !== 'rs' && token.text !== 'c' && token.text !== 'mxn') return undefined;
  if (next.text === '$') {
    const unit = DOLLARS.get(token.text) ?? DOLLARS.get(token.text.toUpperCase());
    if (unit !== undefined && (next.joined || (token.text.length <= 3 && token.text !== 'US' && tokens[i + 2]?.type === 'number'))) return { unit, next: i + 2 };
    return undefined;
  }
  const unit = CURRENCY_CODES.get(token.text);
  if (unit === undefined) return undefined;
  if (next.text === '.' && next.joined && token.lower === 'rs' && tokens[i + 2]?.type === 'number') return { unit, next: i + 2 };
  if (next.type === 'number' || (CURRENCY_SIGNS.has(next.text) && tokens[i + 2]?.type === 'number')) return { unit, next: next.type === 'number' ? i + 1 : i + 2 };
  return undefined;
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
  if (!hyphen && number.form === 'digits' && number.scale === 1 && (spaced === 'm' || spaced === 'g') && (tokens[at + 1]?.type !== 'word' || FUNCTION_WORDS.has(tokens[at + 1]!.lower))) return { unit: spaced === 'm' ? 'metre' : 'gram', kind: 'measure', next: at + 1 };
  const money = readCurrencyWords(tokens, at, number);
  if (money) return withAgeAndRate(tokens, money, number);
  // "half a percentage point", "half an hour", "two-thirds of a mile"
  if (number.form === 'fraction' && (tokens[at]?.lower === 'a' || tokens[at]?.lower === 'an' || (tokens[at]?.lower === 'of' && /^an?$/.test(tokens[at + 1]?.lower ?? '')))) {
    const noun = at + (tokens[at]!.lower === 'of' ? 2 : 1);
    const unit = matchUnit(tokens, noun, false, number);
    if (unit) return unit;
  }
  if (number.form === 'fraction' && number.value < 1) return undefined;
  return hyphen ? readHyphenNoun(tokens, at) : readCountedNoun(tokens, at, number);
}

/** The unit or the counted noun at a token, after a number that is no single one. */
export function readUnitAt(tokens: readonly Token[], at: number): UnitReading | undefined {
  return readUnit(tokens, { value: 100, precision: 50, raw: 100, scale: 1, form: 'words', first: at, next: at, bare: at, letterM: false });
}

function matchUnit(tokens: readonly Token[], at: number, hyphen: boolean, number: NumberReading): UnitReading | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const joined = token.joined;
  if (joined && token.type === 'word' && number.form === 'digits' && number.scale === 1) {
    const letter = UNIT_LETTERS.get(token.text);
    if (letter && !(letter.name === 'second' && !token.text.startsWith('.') && Number.isInteger(number.value)) && !(letter.name === 'time' && tokens[at + 1]?.joined && tokens[at + 1]?.type === 'number') && !(hyphen && token.text !== 'm')) return { unit: letter.name, kind: letter.kind, next: at + 1 };
    if (/^(?:pc|pct)$/.test(token.lower)) return { unit: 'percent', kind: 'percent', next: at + 1 };
  }
  // "68 p", as the London market writes it.
  if (token.text === 'p' && !joined && number.form === 'digits' && tokens[at + 1]?.text !== '.') return { unit: 'penny', kind: 'money', next: at + 1 };
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
    if (n > 0 && next.type === 'sign' && next.text !== '/' && next.text !== '°') break;
    words += (n > 0 && !(next.joined && (next.type === 'sign' || tokens[k - 1]?.text === '/' || tokens[k - 1]?.text === '°' || tokens[k - 1]?.text === 'º')) ? ' ' : '') + next.lower;
    const unit = unitNamed(words);
    if (unit && allowed(words, tokens, k, joined, number)) best = { unit, next: k + 1 };
    k++;
  }
  if (!best) return undefined;
  return { unit: best.unit.name, kind: best.unit.kind, next: best.next };
}

/** Short aliases that are also words or initials count only where the text leaves no doubt. */
function allowed(alias: string, tokens: readonly Token[], k: number, joined: boolean, number: NumberReading): boolean {
  switch (alias) {
    case 'x': case 'fold': return joined;
    case 'times': return tokens[k]!.text === 'times';
    case 'time': return tokens[k - 1]?.text === '-' || number.value === 1;
    case 'second': case 'minute': return tokens[k - 1]?.text === '-' || number.value <= 1 || number.form === 'fraction' || !Number.isInteger(number.value);
    case 'percentage': return number.form === 'digits' && /^(?:of|$)/.test(tokens[k + 1]?.lower ?? '');
    case 'quarter': return false;
    case 'point': return tokens[k - 1]?.text === '-' || number.value <= 1;
    default: return true;
  }
}

const POUNDS_OF_MONEY = /^(?:fine|fines|worth|deal|bill|loan|note|coin|house|contract|prize|salary|bonus|fee|investment|project)$/;

/** "5 million dollars", "8.99 Australian dollars", "583 million yuan"; pounds and won only where they must be money. */
function readCurrencyWords(tokens: readonly Token[], at: number, number: NumberReading): UnitReading | undefined {
  for (let words = 1; words <= 3; words++) {
    let k = at + words - 1;
    let qualifier = '';
    for (let q = at; q < k; q++) qualifier += `${qualifier ? ' ' : ''}${tokens[q]?.lower ?? ''}`;
    if (words > 1 && tokens[at]?.lower === 'u' && tokens[at + 1]?.text === '.') {
      qualifier = 'us';
      k = at + (tokens[at + 3]?.text === '.' ? 4 : 3);
    }
    const token = tokens[k];
    if (token?.type !== 'word') return undefined;
    const word = token.lower;
    if (words === 1 && token.text.length <= 4) {
      const code = CURRENCY_CODES.get(token.text);
      if (code !== undefined && code !== 'TRY' && token.text !== 'RM') return { unit: code, kind: 'money', next: k + 1 };
    }
    const stem = word.endsWith('s') && word.length > 3 ? word.slice(0, -1) : word;
    let unit = stem === 'pound' ? 'GBP' : word === 'won' ? 'KRW' : unitNamed(stem)?.kind === 'money' ? unitNamed(stem)!.name : unitNamed(word)?.kind === 'money' ? unitNamed(word)!.name : undefined;
    if (unit === undefined) continue;
    if (qualifier !== '') {
      const exact = CURRENCY_QUALIFIERS[unit]?.[qualifier];
      if (exact === undefined) return undefined;
      unit = exact;
    } else if (stem === 'pound') {
      const after = tokens[k + 1]?.lower ?? '';
      const before = tokens[number.first - 1]?.lower ?? '';
      if (!(number.scale >= 1e6 && after !== 'of') && after !== 'sterling' && !POUNDS_OF_MONEY.test(after) && !/^(?:cost|costs|paid|pay|fined|worth|owes?|owed)$/.test(before)) return undefined;
      if (after === 'sterling') return { unit, kind: 'money', next: k + 2 };
    } else if (word === 'won' && number.value < 100) return undefined;
    return { unit, kind: 'money', next: k + 1 };
  }
  return undefined;
}

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
  return rate ? { unit: `${reading.unit} per ${rate.unit}`, kind: reading.kind, next: rate.next } : { ...reading, next };
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
  else if (token.lower !== 'per' && token.lower !== 'a' && token.lower !== 'an') return undefined;
  const word = tokens[noun];
  // "$6.78 billion a year earlier" is no rate; "$90m a year from 2029" is.
  const after = tokens[noun + 1]?.lower ?? '';
  if (word?.type !== 'word' || /^(?:earlier|ago|before|later|after|back|from|old)$/.test(after) && !(after === 'from' && tokens[noun + 2]?.type === 'number')) return undefined;
  if (tokens[noun - 1]?.lower !== 'per' && tokens[at]?.lower !== 'per' && !RATE_NOUNS.has(word.lower)) return undefined;
  const longest = longestUnitFrom(word.lower);
  for (let n = Math.min(longest, 3); n >= 1; n--) {
    const words = tokens.slice(noun, noun + n).map(t => t.lower).join(' ');
    const unit = unitNamed(words);
    if (unit) return { unit: unit.name, next: noun + n };
  }
  if (FUNCTION_WORDS.has(word.lower) || word.lower === 'cent') return undefined;
  return { unit: singular(word.lower), next: noun + 1 };
}

/** "12-member panel": the word at the hyphen. Words that only seem to count are left out. */
const NOT_COUNTED = /^(?:way|sided|off|handed|faced|fold|legged|thirds?|quarters?|halves|half|plus|ish|something|odd|level|time|size|man|woman|old|tier|bit|the|of|in|on|to|and|or|up|down|out|by|a|an|is|was|inspired|based|related|only|born|led|era|style)$/;

function readHyphenNoun(tokens: readonly Token[], at: number): UnitReading | undefined {
  const token = tokens[at];
  if (token?.type !== 'word' || NOT_COUNTED.test(token.lower) || FUNCTION_WORDS.has(token.lower) || /(?:ed|ing|ly|th|st|nd|rd)$/.test(token.lower) || /[A-Z]/.test(token.text)) return undefined;
  return { unit: singular(token.lower), kind: 'count', next: at + 1 };
}

const LONGEST_NOUN_PHRASE = 6;
/** Plurals that stand before another noun. */
const ATTRIBUTIVE_PLURAL = /^(?:police|staff|aircraft|cattle|fish|savings|sports|arms|drugs|goods|sales|systems|services|operations|communications|rights|women|men|people|dead|injured|wounded|homeless|unemployed|missing|utilities|securities|futures|bonds|appeals|claims|relations|affairs|elections|weapons|customs|parks|games|headquarters)$/;

/** The noun that is counted: the first plural after the number, adjectives skipped; after "one" the next noun-like word. */
function readCountedNoun(tokens: readonly Token[], at: number, number: NumberReading): UnitReading | undefined {
  if (number.value === 1 && number.scale === 1) return number.form === 'words' && number.precision === 0.5 ? readOneThing(tokens, at) : undefined;
  let length = 0;
  for (let k = at; length < LONGEST_NOUN_PHRASE && k < at + 2 * LONGEST_NOUN_PHRASE; k++) {
    const token = tokens[k];
    if (token?.text === '-' && token.joined && tokens[k + 1]?.joined) continue;
    length++;
    if (token?.type !== 'word' || (token.joined && k === at) || FUNCTION_WORDS.has(token.lower)) return undefined;
    const joinedAfter = tokens[k + 1]?.joined && (tokens[k + 1]!.text === '-' || tokens[k + 1]!.text === '$');
    if (!joinedAfter && isPlural(token.lower)) {
      // "police officers", "savings plans"
      const follower = tokens[k + 1];
      const last = follower?.type === 'word' && follower.text.charCodeAt(0) > 96 && isPlural(follower.lower) && !FUNCTION_WORDS.has(follower.lower) && ATTRIBUTIVE_PLURAL.test(token.lower) ? k + 1 : k;
      return { unit: singular(tokens[last]!.lower), kind: 'count', next: last + 1 };
    }
    if (k > at && /(?:ed)$/.test(token.lower) && !joinedAfter && tokens[k + 1]?.type !== 'word') return undefined;
  }
  return undefined;
}

const NO_ONE_THING = /^(?:day|night|morning|evening|afternoon|thing|things|way|reason|time|times|point|hand|side|moment|occasion|case|example|person|man|woman|level|stage|sense|respect|word|step|kind|type|sort|part|place|end|go|bit|common|simple|final|last|big|such|more|less|too|so|very|being|can|could|may|might|must|should|would|will|has|had|does|did|is|was)$/;

/** "one proposal", "one local store": the noun stands before the next verb, preposition or pause. */
function readOneThing(tokens: readonly Token[], at: number): UnitReading | undefined {
  let last: number | undefined;
  for (let k = at; k < at + 3; k++) {
    const token = tokens[k];
    if (token?.type !== 'word' || token.joined || FUNCTION_WORDS.has(token.lower) || NO_ONE_THING.test(token.lower) || /(?:ed|ly)$/.test(token.lower) || (k > at && isPlural(token.lower)) || token.text !== token.lower) break;
    last = k;
  }
  // Words that end as adjectives do are no thing that is counted.
  if (last === undefined || /(?:ous|ful|ive|ible|able|ical|ing)$/.test(tokens[last]!.lower) || isPlural(tokens[last]!.lower)) return undefined;
  return { unit: tokens[last]!.lower, kind: 'count', next: last + 1 };
}

/** `35m` without a currency: metres where something is long or away, or small; else millions. */
function readLetterM(tokens: readonly Token[], number: NumberReading): [NumberReading, UnitReading | undefined] {
  const after = tokens[number.next];
  const counted = readCountedNoun(tokens, number.next, number);
  const metres = { ...number, scale: 1, value: number.raw, precision: number.precision / number.scale };
  const isMetres = !/[M]/.test(tokens[number.next - 1]?.text ?? '') && (/^(?:long|high|tall|wide|deep|above|below|away|from|sprint|hurdles|freestyle|relay|final|race|butterfly|backstroke|breaststroke|tower|pool|drop|wave|waves)$/.test(after?.lower ?? '') || (counted === undefined && after?.lower !== 'of' && number.raw >= 5 && number.raw % 5 === 0 && number.raw <= 800));
  if (isMetres) return [metres, { unit: 'metre', kind: 'measure', next: number.next }];
  return [number, counted];
}
