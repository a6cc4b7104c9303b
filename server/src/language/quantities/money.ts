// Money: currencies before and after an amount, and the scales that stand with them ("MEUR", "$1.2m", "75 USD million").
import { CURRENCY_CODES, CURRENCY_QUALIFIERS, CURRENCY_SIGNS, DOLLARS, LETTER_CURRENCIES, QUALIFIED_CURRENCIES } from './currencies.ts';
import { SCALE_LETTERS, SCALE_WORDS, unitNamed, type UnitReading } from './units.ts';
import type { NumberReading } from './scales.ts';
import type { Token } from './tokens.ts';

/** After a currency `t` and `mm` are scales too. */
export function withMoneyScale(tokens: readonly Token[], number: NumberReading): NumberReading {
  const letters = tokens[number.next];
  if (number.scale !== 1 || number.form !== 'digits' || letters?.type !== 'word') return { ...number, letterM: false };
  const scale = letters.joined ? (letters.lower === 't' ? 1e12 : letters.lower === 'mm' ? 1e6 : undefined) : letters.text === 'm' ? 1e6 : letters.text === 'b' ? 1e9 : letters.text === 'K' || letters.text === 'k' ? 1e3 : letters.text === 'M' ? 1e6 : letters.text === 'B' ? 1e9 : undefined;
  if (scale === undefined) return { ...number, letterM: false };
  return withFactor(number, scale, number.next + 1);
}

export function withFactor(number: NumberReading, scale: number, next: number): NumberReading {
  return number.scale === 1 ? { ...number, scale, value: Number((number.raw * scale).toPrecision(15)), precision: number.precision * scale, next, letterM: false } : number;
}

/** Codes that are no words in small letters either. */
const SMALL_CODES: ReadonlySet<string> = new Set(['usd', 'eur', 'gbp', 'inr', 'rmb', 'cny', 'jpy', 'aud', 'cad', 'nzd', 'chf', 'mxn']);
/** A code with the letters of a scale before or after it: "MEUR", "USDbn". */
const SCALED_CODE = /^(M|m|k|K|B|bn|Bn|mn|Mn)?([A-Z]{3})(m|mn|mln|bn|b|k|tn|trn)?$/;

function currencyCode(text: string): { readonly unit: string; readonly scale: number } | undefined {
  const unit = CURRENCY_CODES.get(text);
  if (unit !== undefined) return { unit, scale: 1 };
  const match = text.length > 3 && text.length < 7 ? SCALED_CODE.exec(text) : null;
  const code = match && (match[1] !== undefined || match[3] !== undefined) ? CURRENCY_CODES.get(match[2]!) : undefined;
  const scale = SCALE_LETTERS.get((match?.[1] ?? match?.[3] ?? '').toLowerCase());
  return code === undefined || scale === undefined || (match![1] !== undefined && match![3] !== undefined) ? undefined : { unit: code, scale };
}

function isLetterCurrency(text: string): boolean {
  return text.length === 1 && LETTER_CURRENCIES.includes(text);
}

/** A code, or letters and a dollar sign, at a token that no number need follow: "EURm", "US$". */
export function codeOfCurrency(tokens: readonly Token[], at: number): { readonly unit: string; readonly scale: number; readonly next: number } | undefined {
  const token = tokens[at]!;
  if (tokens[at + 1]?.text === '$' && tokens[at + 1]!.joined) {
    const dollars = DOLLARS.get(token.text);
    return dollars === undefined ? undefined : { unit: dollars, scale: 1, next: at + 2 };
  }
  const code = token.text.length > 2 ? currencyCode(token.text) : undefined;
  return code && { ...code, next: at + 1 };
}

export function readCurrencyBefore(tokens: readonly Token[], i: number): { unit: string; next: number; scale: number } | undefined {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token || !next) return undefined;
  if (token.type === 'sign') {
    const unit = CURRENCY_SIGNS.get(token.text);
    if (unit === undefined) return undefined;
    if (unit === 'USD' && next.type === 'word' && next.joined) {
      const dollar = DOLLARS.get(next.text) ?? DOLLARS.get(next.text.replace(/\d.*$/, ''));
      if (dollar !== undefined && tokens[i + 2]?.type === 'number') return { unit: dollar, next: i + 2, scale: 1 };
      return undefined;
    }
    return { unit, next: i + 1, scale: 1 };
  }
  if (token.type !== 'word' || token.text.length > 6) return undefined;
  const letter = token.text.charCodeAt(0);
  // Codes begin with a capital, a few also in small letters: most words are turned away here.
  if ((letter < 65 || letter > 90) && !(next.text === '$' && (token.text.length > 1 || token.text === 'c')) && !SMALL_CODES.has(token.text) && !/^(?:rs|[mk][A-Z]{3}|bn[A-Z]{3})$/.test(token.text)) return undefined;
  if (next.text === '$') {
    const unit = DOLLARS.get(token.text) ?? DOLLARS.get(token.text.toUpperCase());
    if (unit !== undefined && (next.joined || (token.text.length <= 3 && token.text !== 'US' && tokens[i + 2]?.type === 'number'))) return { unit, next: i + 2, scale: 1 };
    return undefined;
  }
  const code = currencyCode(token.text) ?? (letter > 90 ? currencyCode(token.text.toUpperCase()) : undefined);
  if (!code || (isLetterCurrency(token.text) && !next.joined)) return undefined;
  if (next.text === '.' && next.joined && token.lower === 'rs' && tokens[i + 2]?.type === 'number') return { ...code, next: i + 2 };
  if (next.type === 'number' || (CURRENCY_SIGNS.has(next.text) && tokens[i + 2]?.type === 'number')) return { ...code, next: next.type === 'number' ? i + 1 : i + 2 };
  return undefined;
}
const POUNDS_OF_MONEY = /^(?:fine|fines|worth|deal|bill|loan|note|coin|house|contract|prize|salary|bonus|fee|investment|project)$/;

/** "5 million dollars", "8.99 Australian dollars", "583 million yuan"; pounds and won only where they must be money. */
export function readCurrencyWords(tokens: readonly Token[], at: number, number: NumberReading): UnitReading | undefined {
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
    if (words === 1 && token.text.length <= 6) {
      const code = currencyCode(SMALL_CODES.has(token.text) ? token.text.toUpperCase() : token.text);
      // "3 USD50 cards"
      const another = tokens[k + 1]?.type === 'number' && tokens[k + 1]!.joined;
      if (code && !another && code.unit !== 'TRY' && token.text !== 'RM' && !isLetterCurrency(token.text)) {
        const scale = code.scale === 1 && number.scale === 1 ? SCALE_WORDS.get(tokens[k + 1]?.lower ?? '') ?? 1 : code.scale;
        return { unit: code.unit, kind: 'money', next: k + (scale > 1 && code.scale === 1 ? 2 : 1), ...(scale > 1 ? { scale } : {}) };
      }
    }
    const stem = word.endsWith('s') && word.length > 3 ? word.slice(0, -1) : word;
    let unit = stem === 'pound' ? 'GBP' : word === 'won' ? 'KRW' : unitNamed(stem)?.kind === 'money' ? unitNamed(stem)!.name : unitNamed(word)?.kind === 'money' ? unitNamed(word)!.name : undefined;
    if (unit === undefined) {
      const qualified = qualifier === '' ? undefined : QUALIFIED_CURRENCIES[stem]?.[qualifier];
      if (qualified !== undefined) return { unit: qualified, kind: 'money', next: k + 1 };
      continue;
    }
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
