// Numbers in digits and in words: "1.2bn", "two million", "half a dozen", "2½", "one hundred and twenty-five".
import { SCALE_LETTERS, SCALE_WORDS } from './units.ts';
import type { Token } from './tokens.ts';

export interface NumberReading {
  readonly value: number;
  /** Half the last place written. */
  readonly precision: number;
  /** Before the scale: the 1.2 of "1.2 billion". */
  readonly raw: number;
  /** 1e9 in "1.2 billion"; 1 without one. */
  readonly scale: number;
  readonly form: 'digits' | 'words' | 'fraction';
  /** The first token and the one after the last, the scale included. */
  readonly first: number;
  readonly next: number;
  /** The token after the number alone. */
  readonly bare: number;
  /** The scale is the single letter `m`, which without a currency may be metres. */
  readonly letterM: boolean;
}

const ONES: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ').map((word, i) => [word, i] as const),
);
const TENS: ReadonlyMap<string, number> = new Map('twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i] as const));
const FRACTIONS: ReadonlyMap<string, number> = new Map(
  Object.entries({ half: 2, halves: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, twelfth: 12, sixteenth: 16, twentieth: 20, hundredth: 100, thousandth: 1000 }).flatMap(([word, n]) => [[word, n], [`${word}s`, n]] as const),
);
const VULGAR: ReadonlyMap<string, number> = new Map(Object.entries({ '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4, '⅕': 1 / 5, '⅖': 2 / 5, '⅗': 3 / 5, '⅘': 4 / 5, '⅙': 1 / 6, '⅚': 5 / 6, '⅛': 1 / 8, '⅜': 3 / 8, '⅝': 5 / 8, '⅞': 7 / 8 }));
const ORDINAL_WORD = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|\w+tieth|hundredth)s?$/;

export function isNumberWord(word: string): boolean {
  return ONES.has(word) || TENS.has(word) || word === 'hundred' || word === 'dozen';
}

export function isVulgarFraction(sign: string): boolean {
  return VULGAR.has(sign);
}

/** The number that begins at token `i`, or undefined. Signs and currencies are the caller's. */
export function readNumber(tokens: readonly Token[], i: number): NumberReading | undefined {
  const token = tokens[i];
  if (!token) return undefined;
  // A dozen digits and more in one run are an identifier.
  if (token.type === 'number') return token.value === undefined || (token.value >= 1e12 && !token.grouped) ? undefined : readDigits(tokens, i, token.value);
  if (token.type === 'sign') {
    const fraction = VULGAR.get(token.text);
    return fraction === undefined ? undefined : withScale(tokens, i, i + 1, fraction, 0.001, 'fraction');
  }
  const words = readWords(tokens, i);
  return words?.form === 'fraction' && words.scale === 1 ? ofScale(tokens, words) : words;
}

function readDigits(tokens: readonly Token[], i: number, value: number): NumberReading {
  const token = tokens[i]!;
  const fraction = tokens[i + 1]?.joined ? VULGAR.get(tokens[i + 1]!.text) : undefined;
  if (fraction !== undefined) return withScale(tokens, i, i + 2, value + fraction, 0.001, 'digits');
  // "10 1/2 miles"
  const [over, slash, under] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  if (over?.type === 'number' && !over.joined && slash?.text === '/' && slash.joined && under?.type === 'number' && under.joined && over.value! < under.value! && under.value! <= 16 && Number.isInteger(value) && !tokens[i + 4]?.text.startsWith('/')) {
    return withScale(tokens, i, i + 4, value + over.value! / under.value!, 0.001, 'digits');
  }
  if (slash?.type === 'number' && over?.text === '/' && over.joined && slash.joined && [2, 3, 4, 5, 8, 10, 16].includes(slash.value!) && value < slash.value! && tokens[i + 3]?.text !== '/' && isNounLike(tokens[i + 3])) {
    return withScale(tokens, i, i + 3, value / slash.value!, 0.001, 'fraction');
  }
  return withScale(tokens, i, i + 1, value, token.decimals ? 0.5 * 10 ** -token.decimals : lastPlace(value), 'digits');
}

function isNounLike(token: Token | undefined): boolean {
  return token?.type === 'word' && /^(?:inch|mile|cup|hour|pint|teaspoon|tablespoon|acre|point|of|price)/.test(token.lower);
}

/** Half of the last place that says something: 145 -> 0.5, 3,000 -> 500. Numbers below 100 are taken as written to the unit. */
function lastPlace(value: number): number {
  if (value < 100 || !Number.isInteger(value)) return 0.5;
  let place = 1;
  while (value % (place * 10) === 0 && place < 1e15) place *= 10;
  return place / 2;
}

/** "a quarter of a million": the scale that a fraction is of. */
function ofScale(tokens: readonly Token[], reading: NumberReading): NumberReading {
  if (tokens[reading.next]?.lower !== 'of' || tokens[reading.next + 1]?.lower !== 'a') return reading;
  const factor = SCALE_WORDS.get(tokens[reading.next + 2]?.lower ?? '');
  if (factor === undefined || factor < 1000) return reading;
  return { ...reading, value: scaled(reading.value, factor), precision: reading.precision * factor, scale: factor, next: reading.next + 3 };
}

/** Adds the scale that follows: a word ("million", "hundred thousand") or letters written at the number ("bn"). */
function withScale(tokens: readonly Token[], first: number, bare: number, raw: number, precision: number, form: NumberReading['form']): NumberReading {
  let next = bare;
  let scale = 1;
  let letterM = false;
  for (let k = 0; k < 3; k++) {
    const hyphen = tokens[next]?.text === '-' && tokens[next]!.joined && tokens[next + 1]?.joined && SCALE_WORDS.has(tokens[next + 1]!.lower) ? 1 : 0;
    const token = tokens[next + hyphen];
    if (token?.type !== 'word') break;
    if (token.joined && !hyphen && k === 0 && form === 'digits') {
      const letters = SCALE_LETTERS.get(token.lower);
      // "mm" is millimetres and "t" tonnes unless a currency says otherwise: the caller looks.
      if (letters !== undefined && (token.lower !== 't' && token.text !== 'mm') && token.text !== 'MB' && !(token.text === 'b' && raw < 1)) {
        letterM = token.lower === 'm';
        scale = letters;
        next++;
        break;
      }
    }
    const factor = SCALE_WORDS.get(token.lower);
    if (factor === undefined || (factor === 12 && k > 0) || (/s$/.test(token.lower) && factor !== 1e7 && factor !== 1e5 && factor !== 12)) break;
    scale *= factor;
    next += 1 + hyphen;
  }
  const own = scale > 1 && Number.isInteger(raw) && form !== 'fraction' && raw < 1000 ? 0.5 : precision;
  return mixed(tokens, { value: scaled(raw, scale), precision: own * scale, raw, scale, form, first, next, bare, letterM });
}

/** "three million and a half": the fraction is of the scale. */
function mixed(tokens: readonly Token[], reading: NumberReading): NumberReading {
  const part = reading.scale >= 1e3 && Number.isInteger(reading.raw) ? fractionAfter(tokens, reading.next) : undefined;
  return part ? { ...reading, value: scaled(reading.raw + part.value, reading.scale), raw: reading.raw + part.value, precision: 0.05 * reading.scale, next: part.next, bare: part.next } : reading;
}

/** "and a half", "and two thirds", where no noun follows that would be "a third man", and no whole of which it is a part of its own ("and a quarter of the men"). */
function fractionAfter(tokens: readonly Token[], at: number): { readonly value: number; readonly next: number } | undefined {
  if (tokens[at]?.lower !== 'and') return undefined;
  const many = tokens[at + 1]?.lower ?? '';
  const over = many === 'a' || many === 'an' ? 1 : ONES.get(many);
  const hyphen = tokens[at + 2]?.text === '-' && tokens[at + 2]!.joined ? 1 : 0;
  const word = tokens[at + 2 + hyphen]?.lower ?? '';
  const under = FRACTIONS.get(word);
  if (over === undefined || under === undefined || over < 1 || over >= under || /(?:s|halves)$/.test(word) !== over > 1) return undefined;
  const next = at + 3 + hyphen;
  const after = tokens[next];
  if (word !== 'half' && word !== 'quarter' && after?.type === 'word' && over === 1 || /^(?:of|in)$/.test(after?.lower ?? '')) return undefined;
  return { value: over / under, next };
}

/** 1.1 × 1e6 as it is meant, without the binary noise of the product. */
function scaled(raw: number, scale: number): number {
  const value = raw * scale;
  return scale === 1 || Math.abs(value) >= 1e21 ? value : Number(value.toPrecision(15));
}

/** A number in words. Bounded: no reading is longer than 16 tokens. */
function readWords(tokens: readonly Token[], i: number): NumberReading | undefined {
  const first = tokens[i]!;
  if (first.lower === 'half') return readHalf(tokens, i);
  if (first.lower === 'quarter' && (SCALE_WORDS.has(tokens[i + 1]?.lower ?? '') || tokens[i + 1]?.text === '-')) {
    return SCALE_WORDS.has(tokens[i + 1]!.lower) ? withScale(tokens, i, i + 1, 0.25, 0.001, 'fraction') : plain(i, i + 1, 0.25, 0.001, 'fraction');
  }
  if (first.lower === 'a' || first.lower === 'an') return readArticle(tokens, i);
  let total = 0;
  let group = 0;
  let at = i;
  let count = 0;
  let smallest = Infinity;
  let lastOnes = false;
  let lastTens = false;
  for (; count < 16; count++) {
    let token = tokens[at];
    let skip = 0;
    if (count > 0 && token?.text === '-' && token.joined && tokens[at + 1]?.joined) {
      skip = 1;
      token = tokens[at + 1];
    } else if (count > 0 && token?.lower === 'and' && fractionAfter(tokens, at)) {
      break;
    } else if (count > 0 && token?.lower === 'and' && (smallest >= 100) && isNumberWord(tokens[at + 1]?.lower ?? '') && tokens[at + 1]?.lower !== 'dozen') {
      skip = 1;
      token = tokens[at + 1];
    }
    if (token?.type !== 'word') break;
    const word = token.lower;
    const ones = ONES.get(word);
    const tens = TENS.get(word);
    if (ones !== undefined) {
      if (lastOnes || (lastTens && (ones > 9 || ones === 0)) || (count > 0 && !lastTens && group % 100 !== 0)) break;
      group += ones;
      lastOnes = true;
      lastTens = false;
      smallest = 1;
    } else if (tens !== undefined) {
      if (lastOnes || lastTens || group % 100 !== 0) break;
      group += tens;
      lastTens = true;
      smallest = Math.min(smallest, 10);
    } else if (word === 'hundred' && count > 0 && group > 0 && group < 100) {
      group *= 100;
      smallest = 100;
      lastOnes = lastTens = false;
    } else if (SCALE_WORDS.has(word) && !/s$/.test(word) && word !== 'dozen' && word !== 'hundred' && count > 0 && group > 0) {
      const factor = SCALE_WORDS.get(word)!;
      total += group * factor;
      group = 0;
      smallest = factor;
      lastOnes = lastTens = false;
    } else if (word === 'dozen' && count > 0 && total === 0) {
      return withFraction(tokens, i, at + skip, group);
    } else break;
    at += 1 + skip;
  }
  if (count === 0) return undefined;
  const value = total + group;
  // "twenty-fifth", "two thirds"
  const hyphen = tokens[at]?.text === '-' && tokens[at]!.joined ? 1 : 0;
  const after = tokens[at + hyphen];
  if (after?.type === 'word' && ORDINAL_WORD.test(after.lower) || after?.lower === 'half' || after?.lower === 'halves' || after?.lower === 'quarter' || after?.lower === 'quarters') {
    const under = FRACTIONS.get(after!.lower);
    const many = after!.lower.endsWith('s') || after!.lower === 'halves';
    // "seven fifths" is a fraction, "five quarters" are a year and a bit.
    if (under !== undefined && (value < under || (under > 2 && under !== 4)) && value > 0 && (value === 1 ? !many : many) && (hyphen || tokens[at + 1]?.lower !== 'place')) {
      if (value === 1 && !hyphen && after!.lower !== 'half' && tokens[at + 1]?.lower !== 'of') return undefined;
      return plain(i, at + hyphen + 1, value / under, 0.005, 'fraction');
    }
    if (hyphen && ORDINAL_WORD.test(after!.lower)) return undefined;
  }
  if (smallest >= 1e3 && group === 0) {
    return mixed(tokens, { value, precision: smallest / 2, raw: value / smallest, scale: smallest, form: 'words', first: i, next: at, bare: Math.max(i + 1, at - 1), letterM: false });
  }
  return withFraction(tokens, i, at, value);
}

/** "two and a half", "two point five", "5 and a half": the part after the whole, then the scale. */
function withFraction(tokens: readonly Token[], first: number, at: number, value: number): NumberReading {
  const part = fractionAfter(tokens, at);
  if (part) return withScale(tokens, first, part.next, value + part.value, 0.05, 'words');
  if (tokens[at]?.lower === 'point' && ONES.has(tokens[at + 1]?.lower ?? '')) {
    let digits = '';
    let k = at + 1;
    for (; k < at + 8 && (ONES.get(tokens[k]?.lower ?? '') ?? 10) < 10; k++) digits += ONES.get(tokens[k]!.lower);
    if (digits) return withScale(tokens, first, k, Number(`${value}.${digits}`), 0.5 * 10 ** -digits.length, 'words');
  }
  return withScale(tokens, first, at, value, lastPlace(value), 'words');
}

/** "half", "half a million", "half-a-dozen", "half an hour": the article is taken in only before a scale. */
function readHalf(tokens: readonly Token[], i: number): NumberReading {
  let at = i + 1;
  if (tokens[at]?.text === '-') at++;
  if (tokens[at]?.lower === 'a' || tokens[at]?.lower === 'an') {
    at++;
    if (tokens[at]?.text === '-') at++;
  }
  const factor = SCALE_WORDS.get(tokens[at]?.lower ?? '');
  if (factor !== undefined) return { value: factor / 2, precision: factor * 0.05, raw: 0.5, scale: factor, form: 'fraction', first: i, next: at + 1, bare: i + 1, letterM: false };
  return plain(i, i + 1, 0.5, 0.05, 'fraction');
}

/** "a million", "a hundred", "a dozen", "a third of", "a half". */
function readArticle(tokens: readonly Token[], i: number): NumberReading | undefined {
  const next = tokens[i + 1];
  if (next?.type !== 'word' || next.joined) return undefined;
  if (next.lower === 'half' && ['million', 'billion', 'dozen', 'trillion'].includes(tokens[i + 2]?.lower ?? '')) {
    const half = readHalf(tokens, i + 1);
    return { ...half, first: i };
  }
  const factor = SCALE_WORDS.get(next.lower);
  if (factor !== undefined && !next.lower.endsWith('s') && next.lower.length > 3) {
    const reading = withScale(tokens, i, i + 1, 1, 0.5, 'words');
    if (factor === 100 && tokens[reading.next]?.lower === 'and' && isNumberWord(tokens[reading.next + 1]?.lower ?? '')) {
      const rest = readWords(tokens, reading.next + 1);
      if (rest && rest.value < 100) return { ...reading, value: 100 + rest.value, precision: 0.5, next: rest.next, bare: rest.next, scale: 1, raw: 100 + rest.value };
    }
    return reading;
  }
  const under = FRACTIONS.get(next.lower);
  if (under === undefined || next.lower.endsWith('s') || next.lower === 'halves') return undefined;
  // "a third of the men" is a share; "a third man", "a quarter" are not.
  const after = tokens[i + 2]?.lower ?? '';
  const before = tokens[i - 1]?.lower ?? '';
  if (after === 'of' ? !(next.lower === 'second' || (next.lower === 'quarter' && ['losses', 'growth', 'profit', 'profits', 'decline', 'declines'].includes(tokens[i + 3]?.lower ?? ''))) : /^(?:more|less|fewer|higher|lower|larger|smaller|percentage)$/.test(after) || (/^(?:by|nearly|about|almost|than|roughly|around)$/.test(before) && !isNounStart(tokens[i + 2]))) {
    return plain(i, i + 2, 1 / under, 0.005, 'fraction');
  }
  return undefined;
}

function isNounStart(token: Token | undefined): boolean {
  return token?.type === 'word' && !/^(?:to|in|on|at|from|since|over|by|and|or|as|for|last|this|after|compared)$/.test(token.lower);
}

function plain(first: number, next: number, value: number, precision: number, form: NumberReading['form']): NumberReading {
  return { value, precision, raw: value, scale: 1, form, first, next, bare: next, letterM: false };
}
