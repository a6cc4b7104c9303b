// Numbers in digits and in words: "1.2bn", "1.3×10^6", "two million", "half a dozen", "2½", "3/4", "1 over 20".
import { readNumberWords } from './number-words.ts';
import { ONES, TENS, fractionAfter, isHyphen, isNounStart, isNumberWord } from './fractions.ts';
import { FUNCTION_WORDS } from './nouns.ts';
import { lastPlace, ofScale, plain, withScale, type NumberReading } from './scales.ts';
import type { Token } from './tokens.ts';

const VULGAR: ReadonlyMap<string, number> = new Map(Object.entries({ '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4, '⅕': 1 / 5, '⅖': 2 / 5, '⅗': 3 / 5, '⅘': 4 / 5, '⅙': 1 / 6, '⅚': 5 / 6, '⅛': 1 / 8, '⅜': 3 / 8, '⅝': 5 / 8, '⅞': 7 / 8 }));

export function isVulgarFraction(sign: string): boolean {
  return VULGAR.has(sign);
}

/** The number that begins at token `i`, or undefined. Signs and currencies are the caller's. */
export function readNumber(tokens: readonly Token[], i: number): NumberReading | undefined {
  const reading = readPlain(tokens, i);
  return reading?.value === 1 && tokens[reading.next]?.lower === 'over' ? readOver(tokens, i, reading) ?? reading : reading;
}

function readPlain(tokens: readonly Token[], i: number): NumberReading | undefined {
  const token = tokens[i];
  if (!token) return undefined;
  // A dozen digits and more in one run are an identifier.
  if (token.type === 'number') return token.value === undefined || (token.value >= 1e12 && !token.grouped && !token.decimals) ? undefined : readDigits(tokens, i, token.value);
  if (token.type === 'sign') {
    const fraction = VULGAR.get(token.text);
    return fraction === undefined ? undefined : withScale(tokens, i, i + 1, fraction, 0.001, 'fraction');
  }
  const words = readInverted(tokens, i) ?? readHeadlineShare(tokens, i) ?? readNumberWords(tokens, i);
  return words?.form === 'fraction' && words.scale === 1 ? ofScale(tokens, words) : words;
}

const TAKES_A_SHARE = /^(?:cut|shut|shed|los[et]|clos|sell|sold|buy|bought|own|axe?|slash|wip|burn|destroy|halt|idl|drop|spend|cost|miss|kill|hit|cover|tak|need|want|leav|scrap|ditch|writ|rais|waste?|earn|owe?|nearly|almost|about|over|than|up to|by|with)(?:s|es|e|ed|ing|d)?$/;

/** "Mill cuts third of jobs", "Quarter of pupils missed school": a share without its article, as headlines have it. "Third of May" and "third of five" are places in a row. */
function readHeadlineShare(tokens: readonly Token[], i: number): NumberReading | undefined {
  const { lower } = tokens[i]!;
  const under = lower === 'third' ? 3 : lower === 'quarter' ? 4 : lower === 'fifth' ? 5 : lower === 'tenth' ? 10 : undefined;
  if (under === undefined || tokens[i + 1]?.lower !== 'of' || !(i === 0 || TAKES_A_SHARE.test(tokens[i - 1]!.lower))) return undefined;
  const noun = tokens[i + 2];
  if (noun?.type !== 'word' || noun.text !== noun.lower || isNumberWord(noun.lower) || FUNCTION_WORDS.has(noun.lower) && !/^(?:its|their|his|her|all)$/.test(noun.lower)) return undefined;
  return plain(i, i + 1, 1 / under, 0.005, 'fraction');
}

/** "four-and-twenty" */
function readInverted(tokens: readonly Token[], i: number): NumberReading | undefined {
  const ones = ONES.get(tokens[i]!.lower);
  if (ones === undefined || ones < 1 || ones > 9 || !isHyphen(tokens, i + 1) || tokens[i + 2]!.lower !== 'and' || !isHyphen(tokens, i + 3)) return undefined;
  const tens = TENS.get(tokens[i + 4]!.lower);
  return tens === undefined ? undefined : plain(i, i + 5, tens + ones, 0.5, 'words');
}

function readDigits(tokens: readonly Token[], i: number, value: number): NumberReading {
  const token = tokens[i]!;
  const fraction = tokens[i + 1]?.joined ? VULGAR.get(tokens[i + 1]!.text) : undefined;
  if (fraction !== undefined) return withScale(tokens, i, i + 2, value + fraction, 0.001, 'digits');
  const precision = token.decimals ? 0.5 * 10 ** -token.decimals : lastPlace(value);
  const power = readPower(tokens, i, value);
  if (power) return withScale(tokens, i, power.next, power.value, Math.max(Math.abs(power.value / (value || 1)) * precision, Number.MIN_VALUE), 'digits');
  // "10 1/2 miles"
  const [over, slash, under] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  if (over?.type === 'number' && !over.joined && isSlash(slash) && under?.type === 'number' && under.joined && over.value! < under.value! && under.value! <= 16 && Number.isInteger(value) && !isSlash(tokens[i + 4])) {
    return withScale(tokens, i, i + 4, value + over.value! / under.value!, 0.001, 'digits');
  }
  if (slash?.type === 'number' && isSlash(over) && slash.joined && isFraction(tokens, i, value, slash.value!)) return withScale(tokens, i, i + 3, value / slash.value!, 0.001, 'fraction');
  const part = Number.isInteger(value) ? fractionAfter(tokens, i + 1) : undefined;
  if (part) return withScale(tokens, i, part.next, value + part.value, 0.05, 'digits');
  return withHundreds(tokens, withScale(tokens, i, i + 1, value, precision, 'digits'));
}

function isSlash(token: Token | undefined): boolean {
  return token?.joined === true && (token.text === '/' || token.text === '⁄');
}

/** "1/16 of", "3/4 cup", "2/3": no date, no score. */
function isFraction(tokens: readonly Token[], i: number, over: number, under: number): boolean {
  if (over < 1 || over >= under || !Number.isInteger(over) || !Number.isInteger(under)) return false;
  const after = tokens[i + 3];
  if (isSlash(after) || (after?.text === '-' && after.joined)) return false;
  if (after?.lower === 'of') return under <= 1000;
  if (isNounStart(after)) return [2, 3, 4, 5, 8, 10, 16].includes(under) && /^(?:inch|mile|cup|hour|pint|teaspoon|tablespoon|acre|point|price)/.test(after!.lower);
  if (tokens[i + 1]!.text === '⁄') return true;
  return under <= 4 && !/^(?:on|since|by|until|from|to|of|before|after|and)$/.test(tokens[i - 1]?.lower ?? '') && after?.type !== 'number';
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LARGEST_EXPONENT = 30;

/** "1.3×10^6", "2 x 10⁸", "3×10−8", "10^6" */
function readPower(tokens: readonly Token[], i: number, value: number): { readonly value: number; readonly next: number } | undefined {
  const sign = tokens[i + 1];
  if (!sign) return undefined;
  if ((sign.text === '×' || sign.lower === 'x' || sign.text === '·') && tokens[i + 2]?.value === 10) {
    const exponent = readExponent(tokens, i + 3, true);
    if (exponent) return { value: Number((value * 10 ** exponent.value).toPrecision(15)), next: exponent.next };
  }
  if (sign.text !== '^' || !sign.joined) return undefined;
  const exponent = readExponent(tokens, i + 1, false);
  const power = exponent && value ** exponent.value;
  return power !== undefined && Number.isFinite(power) ? { value: Number(power.toPrecision(15)), next: exponent!.next } : undefined;
}

function readExponent(tokens: readonly Token[], at: number, ofTen: boolean): { readonly value: number; readonly next: number } | undefined {
  let k = at;
  const caret = tokens[k]?.text === '^' && tokens[k]!.joined;
  if (caret) k++;
  let sign = 1;
  if (tokens[k]?.joined && /^[-−⁻+]$/.test(tokens[k]!.text)) {
    if (tokens[k]!.text !== '+') sign = -1;
    k++;
  } else if (!caret && !SUPERSCRIPTS.includes(tokens[k]?.text ?? ' ')) return undefined;
  if (!caret && !ofTen) return undefined;
  const token = tokens[k];
  if (!token?.joined) return undefined;
  if (token.type === 'number') return Number.isInteger(token.value) && token.value! <= LARGEST_EXPONENT ? { value: sign * token.value!, next: k + 1 } : undefined;
  let digits = '';
  while (digits.length < 2 && tokens[k]?.joined && SUPERSCRIPTS.includes(tokens[k]!.text)) digits += SUPERSCRIPTS.indexOf(tokens[k++]!.text);
  return digits === '' || Number(digits) > LARGEST_EXPONENT ? undefined : { value: sign * Number(digits), next: k };
}

/** "3 hundred and 21", "4 thousand 3 hundred": digits with the words of their scales. */
function withHundreds(tokens: readonly Token[], reading: NumberReading): NumberReading {
  let { value, next, scale, precision } = reading;
  if (scale < 100 || scale > 1e12 || reading.next !== reading.bare + 1 || tokens[reading.bare]?.joined || !Number.isInteger(reading.raw)) return reading;
  // Each part is smaller than the one before it, so that there are no more than a few.
  for (let n = 0; n < 4 && scale >= 100; n++) {
    const and = tokens[next]?.lower === 'and' ? 1 : 0;
    const token = tokens[next + and];
    const words = and > 0 && token?.type === 'word' && isNumberWord(token.lower) ? readNumberWords(tokens, next + 1) : undefined;
    if (words && (words.form !== 'words' || words.scale !== 1 || !Number.isInteger(words.value))) break;
    const part = words ?? (token?.type === 'number' && !token.joined && !token.decimals && token.value !== undefined ? withScale(tokens, next + and, next + and + 1, token.value, 0.5, 'digits') : undefined);
    if (!part || part.letterM || part.value < 1 || part.value >= scale || part.scale >= scale || (part.scale === 1 && !(and > 0 && scale === 100))) break;
    value += part.value;
    ({ next, scale } = part);
    precision = Math.min(precision, part.precision);
  }
  return next === reading.next ? reading : { ...reading, value, raw: value, scale: 1, precision, next, bare: next };
}

/** "1 over 20", "one over three" at the end of a clause; "no one over 21 may" is none. */
function readOver(tokens: readonly Token[], i: number, one: NumberReading): NumberReading | undefined {
  if (one.scale !== 1 || /^(?:no|any|every|some|only|each|the|this|that|last|another)$/.test(tokens[i - 1]?.lower ?? '')) return undefined;
  const under = readPlain(tokens, one.next + 1);
  if (!under || under.form === 'fraction' || under.value <= 1 || !Number.isInteger(under.value)) return undefined;
  const after = tokens[under.next];
  if (after && !/^[.,;:!?)]$/.test(after.text)) return undefined;
  return plain(i, under.next, 1 / under.value, 0.5 / (under.value * under.value), 'fraction');
}
