// What readers of numbers share: the reading itself, and the scale that follows a number ("1.2 billion", "1.2bn").
import { SCALE_LETTERS, SCALE_WORDS } from './units.ts';
import { fractionAfter } from './fractions.ts';
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

/** A number without a scale. */
export function plain(first: number, next: number, value: number, precision: number, form: NumberReading['form']): NumberReading {
  return { value, precision, raw: value, scale: 1, form, first, next, bare: next, letterM: false };
}

/** Adds the scale that follows: a word ("million", "hundred thousand") or letters written at the number ("bn"). */
export function withScale(tokens: readonly Token[], first: number, bare: number, raw: number, precision: number, form: NumberReading['form']): NumberReading {
  let next = bare;
  let scale = 1;
  let letterM = false;
  for (let k = 0; k < 3; k++) {
    const hyphen = tokens[next]?.text === '-' && tokens[next]!.joined && tokens[next + 1]?.joined && SCALE_WORDS.has(tokens[next + 1]!.lower) ? 1 : 0;
    const token = tokens[next + hyphen];
    if (token?.type !== 'word') break;
    if (token.joined && !hyphen && k === 0 && form === 'digits') {
      const letters = SCALE_LETTERS.get(token.lower);
      // "400m²" is an area.
      if (token.text === 'm' && isPower(tokens[next + 1])) break;
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
  // A dozen is twelve, give or take one.
  return mixed(tokens, { value: scaled(raw, scale), precision: scale === 12 ? Math.min(1.5 * raw, 6) : own * scale, raw, scale, form, first, next, bare, letterM });
}

/** The sign that makes an area or a space of the unit before it. */
export function isPower(token: Token | undefined): boolean {
  return token?.joined === true && /^[²³]$/.test(token.text);
}

/** "three million and a half": the fraction is of the scale; in "one billion and a half million" it is of its own. */
export function mixed(tokens: readonly Token[], reading: NumberReading): NumberReading {
  const part = reading.scale >= 1e3 && Number.isInteger(reading.raw) ? fractionAfter(tokens, reading.next) : undefined;
  if (!part) return reading;
  const own = SCALE_WORDS.get(tokens[part.next]?.lower ?? '');
  if (own !== undefined && own >= 1e3 && own < reading.scale) return { ...reading, value: reading.value + scaled(part.value, own), precision: 0.05 * own, next: part.next + 1, bare: part.next + 1, scale: own, raw: scaled(reading.value, 1 / own) + part.value };
  return { ...reading, value: scaled(reading.raw + part.value, reading.scale), raw: reading.raw + part.value, precision: 0.05 * reading.scale, next: part.next, bare: part.next };
}

/** "a quarter of a million", "three quarters billion": the scale that a fraction is of. */
export function ofScale(tokens: readonly Token[], reading: NumberReading): NumberReading {
  const of = tokens[reading.next]?.lower === 'of' && tokens[reading.next + 1]?.lower === 'a' ? 2 : 0;
  const word = tokens[reading.next + of]?.lower ?? '';
  const factor = SCALE_WORDS.get(word);
  if (factor === undefined || factor < 1000 || word.endsWith('s')) return reading;
  return { ...reading, value: scaled(reading.value, factor), precision: reading.precision * factor, scale: factor, next: reading.next + of + 1 };
}

/** Half of the last place that says something: 145 -> 0.5, 3,000 -> 500. Numbers below 100 are taken as written to the unit. */
export function lastPlace(value: number): number {
  if (value < 100 || !Number.isInteger(value)) return 0.5;
  let place = 1;
  while (value % (place * 10) === 0 && place < 1e15) place *= 10;
  return place / 2;
}

/** 1.1 × 1e6 as it is meant, without the binary noise of the product. */
export function scaled(raw: number, scale: number): number {
  const value = raw * scale;
  return scale === 1 || Math.abs(value) >= 1e21 ? value : Number(value.toPrecision(15));
}
