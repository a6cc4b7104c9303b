// Words of numbers and fractions: ones, tens, and the ordinals that fractions are made with ("two thirds", "one twenty-fifth").
import type { Token } from './tokens.ts';

export const ONES: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ').map((word, i) => [word, i] as const), ['nought', 0], ['naught', 0],
]);
export const TENS: ReadonlyMap<string, number> = new Map('twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i] as const));

/** What a whole is cut into; "second" is left out, for two seconds are a time. */
const DENOMINATORS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    half: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11, twelfth: 12, thirteenth: 13, fourteenth: 14, fifteenth: 15, sixteenth: 16, seventeenth: 17, eighteenth: 18, nineteenth: 19,
    twentieth: 20, thirtieth: 30, fortieth: 40, fiftieth: 50, sixtieth: 60, seventieth: 70, eightieth: 80, ninetieth: 90, hundredth: 100, thousandth: 1e3, millionth: 1e6, billionth: 1e9, trillionth: 1e12,
  }).flatMap(([word, n]) => [[word, n], [word === 'half' ? 'halves' : `${word}s`, n]] as const),
);
const ORDINAL = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w{3,6}teenth|\w{3,6}tieth|(?:hundred|thousand|million|billion|trillion)th)s?$/;

export function isNumberWord(word: string): boolean {
  return ONES.has(word) || TENS.has(word) || word === 'hundred' || word === 'dozen';
}

export function isOrdinal(word: string): boolean {
  return ORDINAL.test(word);
}

/** May a fraction begin with this word after "a"? */
export function isDenominator(word: string): boolean {
  return DENOMINATORS.has(word) || TENS.has(word);
}

export interface Denominator {
  readonly under: number;
  /** In the plural. */
  readonly many: boolean;
  /** Of two words: "twenty-fifth". */
  readonly compound: boolean;
  readonly next: number;
}

export function readDenominator(tokens: readonly Token[], at: number): Denominator | undefined {
  const word = tokens[at]?.lower ?? '';
  const tens = TENS.get(word);
  if (tens === undefined) {
    const under = DENOMINATORS.get(word);
    return under === undefined ? undefined : { under, many: word.endsWith('s'), compound: false, next: at + 1 };
  }
  const hyphen = isHyphen(tokens, at + 1) ? 1 : 0;
  const last = tokens[at + 1 + hyphen]?.lower ?? '';
  const ones = /^firsts?$/.test(last) ? 1 : DENOMINATORS.get(last);
  return ones === undefined || ones === 2 || ones > 9 || last.startsWith('quarter') ? undefined : { under: tens + ones, many: last.endsWith('s'), compound: true, next: at + 2 + hyphen };
}

export function isHyphen(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '-' && tokens[at]!.joined && tokens[at + 1]?.joined === true;
}

/** "and a half", "and two thirds", where no noun follows that would be "a third man", and no whole of which it is a part of its own ("and a quarter of the men"). */
export function fractionAfter(tokens: readonly Token[], at: number): { readonly value: number; readonly next: number } | undefined {
  // "three-and-a-half", "two-and-a-quarter"
  if (isHyphen(tokens, at) && tokens[at + 1]!.lower === 'and' && isHyphen(tokens, at + 2) && tokens[at + 3]!.lower === 'a' && isHyphen(tokens, at + 4)) {
    const word = tokens[at + 5]!.lower;
    return word === 'half' || word === 'quarter' ? { value: word === 'half' ? 0.5 : 0.25, next: at + 6 } : undefined;
  }
  if (tokens[at]?.lower !== 'and') return undefined;
  const many = tokens[at + 1]?.lower ?? '';
  let over = many === 'a' || many === 'an' ? 1 : ONES.get(many) ?? TENS.get(many);
  if (over === undefined || over < 1) return undefined;
  let k = at + 2;
  if (TENS.has(many)) {
    const ones = ONES.get(tokens[k + (isHyphen(tokens, k) ? 1 : 0)]?.lower ?? '') ?? 0;
    if (ones > 0 && ones < 10) {
      over += ones;
      k += isHyphen(tokens, k) ? 2 : 1;
    }
  }
  const fraction = readDenominator(tokens, k + (isHyphen(tokens, k) ? 1 : 0));
  if (!fraction || over >= fraction.under || fraction.many !== over > 1) return undefined;
  const { under, next } = fraction;
  const after = tokens[next];
  if (under !== 2 && !tokens[next - 1]!.lower.startsWith('quarter') && after?.type === 'word' && over === 1 || /^(?:of|in)$/.test(after?.lower ?? '')) return undefined;
  return { value: over / under, next };
}

/** Could the word begin or be a noun, so that an ordinal before it is one ("a fifth man") and no fraction? */
export function isNounStart(token: Token | undefined): boolean {
  return token?.type === 'word' && !/^(?:to|in|on|at|from|since|over|by|and|or|as|for|last|this|after|compared|of)$/.test(token.lower);
}
