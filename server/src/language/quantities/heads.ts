// The unit that the head of a column or a row gives the numbers under it: "Revenue ($m)", "Turnout, %", "Distance in km", "Staff (thousands)".
import { CURRENCY_CODES, CURRENCY_SIGNS, LETTER_CURRENCIES } from './currencies.ts';
import { codeOfCurrency } from './money.ts';
import { CASED_UNITS, SCALE_LETTERS, SCALE_WORDS, UNIT_LETTERS, unitNamed, type AmountKind } from './units.ts';
import { toTokens, type Token } from './tokens.ts';
import type { Quantity } from '../quantities.ts';

export interface HeadUnit {
  /** Null where the head gives a scale alone ("thousands"). */
  readonly unit: string | null;
  readonly kind: AmountKind;
  readonly scale: number;
}

/** The unit in the words of a head: in brackets, after a comma or after "in", or the whole of it. Undefined where none stands there alone. */
export function readHeadUnit(head: string): HeadUnit | undefined {
  const text = head.slice(0, 200).trim();
  const bracket = /[([]([^()[\]]{1,40})[)\]]\s*$/.exec(text)?.[1];
  const tail = /(?:,|\bin)\s+([^,]{1,40})$/.exec(text)?.[1];
  for (const part of [bracket, tail, text]) {
    const unit = part === undefined ? undefined : readAll(toTokens(part));
    // "Year", "Day" and "Point" alone name the rows.
    if (!unit || (part === text && /^[a-z]*[a-rt-z]$/i.test(text) && !CASED_UNITS.has(text) && !RAND.test(text))) continue;
    return unit.kind === 'duration' && /^ages?\b/i.test(text) ? { ...unit, kind: 'age' } : unit;
  }
  return undefined;
}

/** The bare numbers of a cell under such a head; other quantities say themselves what they are. */
export function withHeadUnit(quantity: Quantity, { unit, kind, scale }: HeadUnit): Quantity {
  if (quantity.unit !== null || (quantity.kind !== 'number' && quantity.kind !== 'ratio')) return quantity;
  const times = (value: number) => Number((value * scale).toPrecision(15));
  return { ...quantity, fromHead: true, value: times(quantity.value), upper: quantity.upper === null ? null : times(quantity.upper), precision: quantity.precision * scale, unit, kind };
}

/** Rand with their scale, as the heads of South African tables have them. */
const RAND = /^R(m|bn)$/;

/** All tokens together must be a unit: "US$ million", "€bn", "millions of dollars", "square km", "%". */
function readAll(tokens: readonly Token[]): HeadUnit | undefined {
  let at = tokens[0]?.lower === 'in' ? 1 : 0;
  const rest = () => tokens.length - at;
  if (rest() < 1 || rest() > 6) return undefined;
  let unit: string | undefined;
  let kind: AmountKind = 'number';
  let scale = 1;
  const takeScale = () => {
    const token = tokens[at];
    // "£'000", "€000s"
    const thousands = token && /^['’‘]$/.test(token.text) ? at + 1 : at;
    if (scale === 1 && tokens[thousands]?.text === '000') {
      scale = 1e3;
      at = thousands + 1;
      if (tokens[at]?.joined && tokens[at]!.lower === 's') at++;
      return;
    }
    if (token?.type !== 'word' || scale !== 1) return;
    const found = SCALE_WORDS.get(token.lower) ?? SCALE_WORDS.get(token.lower.replace(/s$/, '')) ?? (token.lower === 'thousands' ? 1e3 : unit === undefined && rest() > 1 ? undefined : SCALE_LETTERS.get(token.text.length === 1 && unit === undefined ? '' : token.lower));
    if (found === undefined || found === 12) return;
    scale = found;
    at++;
    if (tokens[at]?.lower === 'of') at++;
  };
  const takeUnit = () => {
    if (unit !== undefined) return;
    const sign = tokens[at]!;
    const money = sign.type === 'sign' ? CURRENCY_SIGNS.get(sign.text) : undefined;
    if (money !== undefined) {
      [unit, kind] = [money, 'money'];
      at++;
      return;
    }
    const code = sign.type === 'word' ? codeOfCurrency(tokens, at) : undefined;
    if (code) {
      [unit, kind, scale] = [code.unit, 'money', scale * code.scale];
      at = code.next;
      return;
    }
    // "Rs crore", "N billion", "R m": one or two letters are money where a scale follows.
    const letters = CURRENCY_CODES.get(sign.text);
    if (letters !== undefined && (sign.text.length === 2 || LETTER_CURRENCIES.includes(sign.text)) && rest() > 1) {
      [unit, kind] = [letters, 'money'];
      at++;
      return;
    }
    const rand = RAND.exec(sign.text);
    if (rand) {
      [unit, kind, scale] = ['ZAR', 'money', scale * SCALE_LETTERS.get(rand[1]!)!];
      at++;
      return;
    }
    const cased = CASED_UNITS.get(sign.text);
    const letter = rest() === 1 && tokens.length === 1 && sign.text !== 'm' ? UNIT_LETTERS.get(sign.text) : undefined;
    if (cased ?? letter) {
      [unit, kind, scale] = [(cased ?? letter)!.name, (cased ?? letter)!.kind, scale * (cased?.scale ?? 1)];
      at++;
      return;
    }
    // The longest name that the tokens from here make.
    for (let n = Math.min(3, rest()); n >= 1; n--) {
      const words = tokens.slice(at, at + n).map((token, i) => (i > 0 && !token.joined ? ` ${token.lower}` : token.lower)).join('');
      const named = unitNamed(words);
      if (!named || (n === 1 && words.length === 1 && words !== '%')) continue;
      [unit, kind] = [named.name, named.kind];
      at += n;
      return;
    }
  };
  while (rest() > 0) {
    const before = at;
    takeScale();
    if (rest() > 0) takeUnit();
    takeScale();
    if (at === before) return undefined;
  }
  return unit === undefined && scale === 1 ? undefined : { unit: unit ?? null, kind, scale };
}
