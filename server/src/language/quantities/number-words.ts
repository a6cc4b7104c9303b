// Numbers in words: "two hundred and three thousand", "half a dozen", "two and a half", "nine point two", "three fifths".
import { ONES, TENS, fractionAfter, isHyphen, isNounStart, isNumberWord, isOrdinal, readDenominator } from './fractions.ts';
import { lastPlace, mixed, ofScale, plain, scaled, withScale, type NumberReading } from './scales.ts';
import { SCALE_WORDS } from './units.ts';
import type { Token } from './tokens.ts';

/** The number in words that begins at token `i`. Bounded: no more than 24 words are joined. */
export function readNumberWords(tokens: readonly Token[], i: number): NumberReading | undefined {
  const { lower } = tokens[i]!;
  if (lower === 'half') return readHalf(tokens, i);
  if (lower === 'quarter') {
    const next = tokens[i + 1];
    if (SCALE_WORDS.has(next?.lower ?? '')) return withScale(tokens, i, i + 1, 0.25, 0.001, 'fraction');
    return next?.text === '-' ? plain(i, i + 1, 0.25, 0.001, 'fraction') : undefined;
  }
  if (lower === 'a' || lower === 'an') return readArticle(tokens, i);
  const whole = readCardinal(tokens, i);
  if (!whole) return undefined;
  const fraction = readFraction(tokens, i, whole);
  if (fraction) return fraction === 'ordinal' ? undefined : fraction;
  if (whole.rounded) return mixed(tokens, { value: whole.value, precision: whole.smallest / 2, raw: whole.value / whole.smallest, scale: whole.smallest, form: 'words', first: i, next: whole.next, bare: Math.max(i + 1, whole.next - 1), letterM: false });
  return withFraction(tokens, i, whole.next, whole.value);
}

interface Cardinal {
  readonly value: number;
  readonly next: number;
  /** The last place that was said: 100 in "two hundred". */
  readonly smallest: number;
  /** It ends with thousand, million …: "two hundred thousand". */
  readonly rounded: boolean;
  /** The tens that it ends with: 30 in "one hundred and thirty", else 0. */
  readonly tens: number;
}

/** A whole number in words. */
function readCardinal(tokens: readonly Token[], i: number): Cardinal | undefined {
  let total = 0;
  let group = 0;
  /** What the last scale word made: "three lakh" in "three lakh crore". */
  let chunk = 0;
  let at = i;
  let count = 0;
  let smallest = Infinity;
  let last: 'ones' | 'tens' | 'scale' | undefined;
  let tens = 0;
  for (; count < 24; count++) {
    let token = tokens[at];
    let skip = 0;
    if (count > 0 && isHyphen(tokens, at)) skip = 1;
    // "fifty - two", as tokenised copy has it.
    else if (last === 'tens' && token?.text === '-' && !token.joined && (ONES.get(tokens[at + 1]?.lower ?? '') ?? 10) < 10) skip = 1;
    else if (count > 0 && token?.lower === 'and') {
      if (smallest < 100 || fractionAfter(tokens, at) || !isNumberWord(tokens[at + 1]?.lower ?? '') || tokens[at + 1]!.lower === 'dozen') break;
      skip = 1;
    }
    token = tokens[at + skip];
    if (token?.type !== 'word') break;
    const word = token.lower;
    const ones = ONES.get(word);
    const ten = TENS.get(word);
    if (ones !== undefined) {
      if (last === 'ones' || (last === 'tens' && (ones > 9 || ones === 0)) || (count > 0 && last !== 'tens' && group % 100 !== 0)) break;
      group += ones;
      last = 'ones';
      smallest = 1;
    } else if (ten !== undefined) {
      if (last === 'ones' || last === 'tens' || group % 100 !== 0) break;
      group += ten;
      tens = ten;
      last = 'tens';
      smallest = Math.min(smallest, 10);
    } else if (word === 'hundred' && (count > 0 ? group > 0 && group < 100 : !/^(?:few|several|many|couple|some|of)$/.test(tokens[at - 1]?.lower ?? '') && (SCALE_WORDS.get(tokens[at + 1]?.lower ?? '') ?? 0) >= 1e3)) {
      group = count > 0 ? group * 100 : 100;
      smallest = 100;
      last = undefined;
    } else if (SCALE_WORDS.has(word) && !/s$/.test(word) && word !== 'dozen' && word !== 'hundred' && count > 0 && (group > 0 || last === 'scale')) {
      const factor = SCALE_WORDS.get(word)!;
      if (group > 0) chunk = group * factor;
      else {
        total -= chunk;
        chunk *= factor;
      }
      total += chunk;
      group = 0;
      smallest = last === 'scale' ? smallest * factor : factor;
      last = 'scale';
    } else break;
    at += 1 + skip;
  }
  if (count === 0 || total > 1e21) return undefined;
  return { value: total + group, next: at, smallest, rounded: smallest >= 1e3 && group === 0, tens: last === 'tens' ? tens : 0 };
}

/** "two thirds", "one-fifth", "three twenty-fifths"; `ordinal` for "twenty-fifth", "one third party". */
function readFraction(tokens: readonly Token[], first: number, whole: Cardinal): NumberReading | 'ordinal' | undefined {
  const { value, next } = whole;
  const hyphen = isHyphen(tokens, next);
  const apart = !hyphen && tokens[next]?.text === '-' && !tokens[next]!.joined && value < 10;
  const at = next + (hyphen || apart ? 1 : 0);
  const word = tokens[at]?.lower ?? '';
  const part = readDenominator(tokens, at);
  // "a six-second clip"; "twenty-second" is an ordinal.
  if (!part || value === 0) return hyphen && isOrdinal(word) && !(word === 'second' && whole.tens === 0) ? 'ordinal' : undefined;
  let over = value;
  let { under } = part;
  if (whole.tens > 0 && !part.compound && under > 2 && under < 10 && !word.startsWith('quarter')) {
    // "one hundred thirty-fifths" are 100/35, "thirty-fifth" is an ordinal; without a hyphen "thirty fifths" are six.
    if (!part.many) return 'ordinal';
    const together = hyphen || tokens[next - 2]?.lower !== 'and';
    if (value > whole.tens && together) {
      over = value - whole.tens;
      under += whole.tens;
    } else if (hyphen) return 'ordinal';
  }
  // "seven fifths" is a fraction, "five quarters" are a year and a bit.
  const proper = over < under || (under > 2 && under !== 4);
  if (!proper || (over === 1 ? part.many : !part.many) || (!hyphen && tokens[at + 1]?.lower === 'place')) return (hyphen || (!part.many && under >= 100)) && isOrdinal(word) ? 'ordinal' : undefined;
  if (over === 1 && !hyphen && under !== 2 && !SCALE_WORDS.has(tokens[part.next]?.lower ?? '') && isNounStart(tokens[part.next])) return 'ordinal';
  if (apart && /^(?:hal|quarter)/.test(word)) return undefined;
  return ofScale(tokens, plain(first, part.next, over / under, 0.005 / Math.max(1, under / 100), 'fraction'));
}

/** "two and a half", "two point five", "5 and a half": the part after the whole, then the scale. */
function withFraction(tokens: readonly Token[], first: number, at: number, value: number): NumberReading {
  const part = fractionAfter(tokens, at);
  if (part) return withScale(tokens, first, part.next, value + part.value, 0.05, 'words');
  if (tokens[at]?.lower === 'point') {
    let digits = '';
    let k = at + 1;
    for (; k < at + 8; k++) {
      const word = tokens[k]?.lower ?? '';
      const digit = word === 'oh' ? 0 : ONES.get(word) ?? 10;
      if (digit > 9) break;
      digits += digit;
    }
    const compound = digits === '' ? readCardinal(tokens, k) : undefined;
    if (compound && compound.value < 100) {
      digits = String(compound.value);
      k = compound.next;
    }
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

/** "a drop of a third": how much, and not which one. */
const CHANGE_NOUN = /^(?:drop|fall|rise|increase|decrease|decline|cut|reduction|jump|gain|loss|growth|surge|slump|hike|saving|discount)$/;

/** "a million", "a hundred", "a dozen", "a third of", "a hundredth". */
function readArticle(tokens: readonly Token[], i: number): NumberReading | undefined {
  const next = tokens[i + 1];
  if (next?.type !== 'word' || next.joined) return undefined;
  if (next.lower === 'half' && ['million', 'billion', 'dozen', 'trillion'].includes(tokens[i + 2]?.lower ?? '')) return { ...readHalf(tokens, i + 1), first: i };
  const factor = SCALE_WORDS.get(next.lower);
  if (factor !== undefined && !next.lower.endsWith('s') && next.lower.length > 3) return afterArticle(tokens, i, factor);
  const part = readDenominator(tokens, i + 1);
  if (!part || part.many) return undefined;
  // "a third of the men" is a share; "a third man", "a quarter" are not.
  const after = tokens[part.next]?.lower ?? '';
  const before = tokens[i - 1]?.lower ?? '';
  const share = after === 'of' ? !(next.lower === 'quarter' && ['losses', 'growth', 'profit', 'profits', 'decline', 'declines'].includes(tokens[i + 3]?.lower ?? '')) : /^(?:more|less|fewer|higher|lower|larger|smaller|percentage)$/.test(after);
  // Nobody comes in as a hundredth; whole texts are read for claims.
  const alone = i === 0 && after === '' || part.under >= 100 && !isNounStart(tokens[part.next]);
  const changed = /^(?:by|up|down|fell|rose|dropped|nearly|about|almost|than|roughly|around)$/.test(before) || before === 'of' && CHANGE_NOUN.test(tokens[i - 2]?.lower ?? '') || before === 'or' && /^[,(]$/.test(tokens[i - 2]?.text ?? '');
  // "of whom a third are"
  const amongThem = /^(?:which|whom)$/.test(before) && /^(?:is|are|was|were|will|would|has|have|had|went|goes|go|came|comes|come)$/.test(after);
  if (!share && !alone && !amongThem && !(changed && !isNounStart(tokens[part.next]))) return undefined;
  return plain(i, part.next, 1 / part.under, 0.005 / Math.max(1, part.under / 100), 'fraction');
}

/** "a hundred", "a hundred and fifty thousand", "a million", "a hundred trillionths". */
function afterArticle(tokens: readonly Token[], i: number, factor: number): NumberReading {
  const reading = withScale(tokens, i, i + 1, 1, 0.5, 'words');
  const part = readDenominator(tokens, reading.next);
  if (part?.many && part.under >= 1e3) return plain(i, part.next, scaled(reading.value, 1 / part.under), 0.5 / part.under, 'fraction');
  if (factor === 100 && tokens[reading.next]?.lower === 'and' && isNumberWord(tokens[reading.next + 1]?.lower ?? '')) {
    const rest = readNumberWords(tokens, reading.next + 1);
    if (rest && rest.form === 'words' && rest.value < 100) return { ...reading, value: 100 + rest.value, precision: 0.5, next: rest.next, bare: rest.next, scale: 1, raw: 100 + rest.value };
    if (rest && rest.form === 'words' && rest.raw < 100 && rest.scale >= 1e3) return { ...reading, value: (100 + rest.raw) * rest.scale, precision: 0.5 * rest.scale, next: rest.next, bare: rest.bare, scale: rest.scale, raw: 100 + rest.raw };
  }
  return reading;
}
