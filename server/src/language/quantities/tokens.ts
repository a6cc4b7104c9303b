// Tokens of news copy as the readers of quantities and dates want them: numbers, words, signs.
import type { Span } from '../../span.ts';
import { LETTER_CURRENCIES } from './currencies.ts';

/** A number in digits, a word, or one other character. White space is no token. */
export interface Token extends Span {
  readonly type: 'number' | 'word' | 'sign';
  /** As written. */
  readonly text: string;
  readonly lower: string;
  /** No white space between this and the token before it. */
  readonly joined: boolean;
  /** Of a number in digits: its value; undefined for one that no reader could mean (more than 40 digits, 1.2.3). */
  readonly value?: number;
  /** Of a number in digits: how many places stand after the point. */
  readonly decimals?: number;
  /** Of a number in digits: are its thousands marked off (`1,250`)? */
  readonly grouped?: boolean;
}

const LONGEST_NUMBER = 40;

/** A currency code or sign written together with its number (`USD115`, `Rs500`). */
const CODE_AND_DIGITS = /^(?:USD|EUR|GBP|JPY|CNY|RMB|AUD|CAD|NZD|HKD|SGD|CHF|INR|ZAR|SEK|NOK|DKK|BRL|MXN|KRW|RUB|TRY|THB|IDR|MYR|PHP|TWD|PLN|CZK|HUF|ILS|SAR|AED|EGP|NGN|KES|UAH|ARS|CLP|COP|VND|PKR|BDT|LKR|QAR|KWD|RON|ISK|Rs|RM|Rp|[KUT]?[Ss]hs?|Php|NIS|Dhs?|Tk)(?=\d)/;
/** How an amount is written after a letter: `500 million`, `590bn`, `1,200`, `94.50`. */
const AMOUNT = String.raw`\d{1,3}(?:[.,]\d+)*(?:(?:m|bn|mn|trn|tn)\b|\s?(?:million|billion|trillion)\b)|\d{1,3}(?:,\d{3})+(?!\w)|\d{1,4}\.\d\d(?![\p{L}\d]|[-.][\p{L}\d])`;
/** A letter that is a currency where an amount follows (`R500 million`, `Y590bn`, `N1,200`) and else part of a name (`R2`, `N95`). */
const LETTER_AND_AMOUNT = new RegExp(`[${LETTER_CURRENCIES}](?=${AMOUNT})`, 'uy');
const ANY_LETTER_AND_AMOUNT = new RegExp(String.raw`(?<![\p{L}\d])[${LETTER_CURRENCIES}](?=${AMOUNT})`, 'gu');
/** A letter and a number of which only the words around tell that it is money: "pay R500", "N905 a litre". */
const LETTER_AND_NUMBER = new RegExp(String.raw`[${LETTER_CURRENCIES}]\d{1,6}(?:\.\d{1,2})?(?![\d\p{L}]|[-.,/]\d|-\p{L})(?:(?<rate> (?:an?|per|each|every) \p{L}|/\p{Ll}{2,})|(?<alone>[.,;:)!?”"]|$| (?:in|for|at|on|to|from|of|or|and|but|by|last|this|more|less|than|as|was|were|is|when|while|he|she|it|they|after|before)\b))?`, 'uy');
/** Words before the name of a road, a room, a model. */
const NAME_BEFORE = /\b(?:the|an?|this|that|route|road|highway|motorway|bypass|junction|exit|gate|room|block|class|model|type|number|no|group|reactor|via|near|along)$/;
/** Words before a price, in lower case. */
const MONEY_BEFORE = /\b(?:pay|pays|paid|paying|costs?|costing|priced? (?:at|of)|prices? (?:of|at|was|is|to|by)|fees? of|fares? of|levy of|tax of|tariff of|fined?|fines? of|worth|charg(?:e|es|ed|ing)|earn(?:s|ed|ing)?|ow(?:e|es|ed)|dividend of|wages? of|salary of|pension of|grants? of|payout of|sold (?:for|at)|sells? (?:for|at)|selling (?:for|at)|bought for|buys? for|loan of|deposit of|bail of|reward of|spen[dt]|spending|borrowed|raised|donated|stole|refund of)(?: (?:a|an|about|around|only|just|up to|at least|more than|over|under|nearly|almost|some|between|less than|them|him|her|us|me|you|as much as|as little as|the|extra|its?|their|another|from)){0,3}$/;
/** The cross of a power of ten: `1.3x10^6`. */
const CROSS = /x(?=10(?:\^|[⁰¹²³⁴-⁹⁻]|[-−]\d))/y;
const DOLLAR_AND_DIGITS = /^[A-Z]{1,3}(?=\d)/;

/** The text that was read last: several readers in turn ask for the same paragraph. */
let last: { readonly text: string; readonly tokens: readonly Token[] } = { text: '', tokens: [] };

/** All tokens of a text, in order. Linear: every character is looked at a bounded number of times. */
export function toTokens(text: string): readonly Token[] {
  if (text !== last.text) last = { text, tokens: readTokens(text) };
  return last.tokens;
}

function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let end = 0;
  let letters: Set<string> | undefined;
  const known = () => (letters ??= new Set([...text.matchAll(ANY_LETTER_AND_AMOUNT)].map(([letter]) => letter)));
  const push = (type: Token['type'], start: number, stop: number, more?: Partial<Token>) => {
    const words = text.slice(start, stop);
    tokens.push({ type, start, end: stop, text: words, lower: type === 'word' ? words.toLowerCase() : words, joined: tokens.length > 0 && start === end, ...more });
    end = stop;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
    } else if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(at + 1)) && !isWordAt(text, at - 1))) {
      const number = readDigits(text, at);
      push('number', at, number.end, number);
      at = number.end;
    } else if (isLetter(code, text, at)) {
      let stop = at;
      while (stop < text.length) {
        const c = text.charCodeAt(stop);
        if (isDigit(c) || isLetter(c, text, stop)) stop += c >= 0xd800 && c <= 0xdbff ? 2 : 1;
        // An apostrophe inside a word belongs to it.
        else if ((c === 39 || c === 0x2019) && isLetter(text.charCodeAt(stop + 1), text, stop + 1)) stop++;
        else break;
      }
      stop = splitAt(text, at, stop, known);
      push('word', at, stop);
      at = stop;
    } else {
      const stop = at + (code >= 0xd800 && code <= 0xdbff ? 2 : 1);
      push('sign', at, Math.min(stop, text.length));
      at = stop;
    }
  }
  return tokens;
}

/** Where a word that begins with a currency ends, if digits follow it at once; else its own end. */
function splitAt(text: string, at: number, stop: number, known: () => Set<string>): number {
  if (stop - at > 12 || stop - at < 2) return stop;
  if (text[at - 1] === '$') return at + (DOLLAR_AND_DIGITS.exec(text.slice(at, stop))?.[0].length ?? stop - at);
  if (isDigit(text.charCodeAt(at + 1))) {
    const first = text[at]!;
    if (LETTER_CURRENCIES.includes(first)) return isLetterAmount(text, at, known) ? at + 1 : stop;
    CROSS.lastIndex = at;
    return first === 'x' && CROSS.test(text) ? at + 1 : stop;
  }
  return at + (CODE_AND_DIGITS.exec(text.slice(at, stop))?.[0].length ?? stop - at);
}

/** As far back, in characters, the words before a price are sought. */
const MONEY_REACH = 40;

/** Is the capital at an offset a currency? An amount is written as none but money is, has a rate behind it, follows words of price, or stands alone where the text has amounts of that letter. */
function isLetterAmount(text: string, at: number, known: () => Set<string>): boolean {
  LETTER_AND_AMOUNT.lastIndex = at;
  if (LETTER_AND_AMOUNT.test(text)) return true;
  LETTER_AND_NUMBER.lastIndex = at;
  const number = LETTER_AND_NUMBER.exec(text);
  if (!number) return false;
  const before = text.slice(Math.max(0, at - MONEY_REACH), at).trimEnd().toLowerCase();
  if (number.groups?.rate !== undefined || MONEY_BEFORE.test(before)) {
    known().add(text[at]!);
    return true;
  }
  return number.groups?.alone !== undefined && !NAME_BEFORE.test(before) && known().has(text[at]!);
}

/** Digits with marks of thousands and a decimal point: `1,250`, `1.2`, `.001`, `1,00,000`, `10 000`, `1’250`, `1.250,50`, `1.3e6`. */
function readDigits(text: string, start: number): { end: number; value?: number; decimals: number; grouped: boolean } {
  let at = start;
  let digits = '';
  let grouped = false;
  const run = () => {
    const from = at;
    while (isDigit(text.charCodeAt(at))) at++;
    return text.slice(from, at);
  };
  if (text[at] !== '.') {
    digits = run();
    const group = digits.length <= 3 && digits !== '0' ? groupOf(text, start, at) : undefined;
    if (group) {
      grouped = true;
      GROUPS[group].lastIndex = start;
      const written = GROUPS[group].exec(text)![0];
      at = start + written.length;
      digits = written.replaceAll(/\D/g, '');
      if (group === 'point' && text[at] === ',') {
        at++;
        const cents = run();
        return { end: at, value: Number(`${digits}.${cents}`), decimals: cents.length, grouped };
      }
    }
  }
  let decimals = 0;
  if (text[at] === '.' && isDigit(text.charCodeAt(at + 1))) {
    at++;
    const fraction = run();
    decimals = fraction.length;
    digits += `.${fraction}`;
    if (text[at] === '.' && isDigit(text.charCodeAt(at + 1))) {
      while (isDigit(text.charCodeAt(at)) || (text[at] === '.' && isDigit(text.charCodeAt(at + 1)))) at++;
      return { end: at, decimals, grouped };
    }
  }
  if (digits.length > LONGEST_NUMBER) return { end: at, decimals, grouped };
  // A capital E is also the letter of a room or a flight: it needs a decimal point or a sign.
  const power = !grouped && (text[at] === 'e' || (text[at] === 'E' && (decimals > 0 || !isDigit(text.charCodeAt(at + 1))))) ? /^[eE]([-+−]?\d{1,2})(?![\p{L}\d]|\.\d)/u.exec(text.slice(at, at + 6)) : null;
  const exponent = Number(power?.[1]?.replace('−', '-') ?? 0);
  if (power && Math.abs(exponent) <= 30) return { end: at + power[0].length, value: Number(`${digits}e${exponent}`), decimals: decimals - exponent, grouped };
  return { end: at, value: Number(digits), decimals, grouped };
}

/** How thousands are marked off. Each is bounded: no number is longer than 40 digits. */
const GROUPS = {
  comma: /\d{1,3}(?:,\d{3}(?!\d)){1,12}/y,
  lakh: /\d{1,2}(?:,\d{2}){1,12},\d{3}(?!\d|,\d)/y,
  space: /\d{1,3}(?:[\u202f\xa0\u2009]\d{3}(?!\d)){1,12}/y,
  blank: /\d{1,3}(?: \d{3}(?![\w’']|[-–/]\d| \d{1,2}(?!\d)| \d{4}|,\d|(?<!00) \p{Lu})){1,12}/uy,
  quote: /\d{1,3}(?:['’]\d{3}(?!\d)){1,12}/y,
  point: /\d{1,3}(?:\.\d{3}){1,12}(?=,\d{1,2}(?!\d|,\d))|\d{1,3}(?:\.\d{3}){2}(?![\d.])|\d{1,2}(?:\.\d{3}){3}(?![\d.])/y,
};

/** Which marks of thousands follow the first digits. */
function groupOf(text: string, start: number, at: number): keyof typeof GROUPS | undefined {
  const mark = text.charCodeAt(at);
  if (!isDigit(text.charCodeAt(at + 1))) return undefined;
  const fits = (group: keyof typeof GROUPS) => {
    GROUPS[group].lastIndex = start;
    return GROUPS[group].test(text) ? group : undefined;
  };
  switch (mark) {
    case 44: return fits('comma') ?? fits('lakh');
    case 46: return fits('point');
    case 39: case 0x2019: return fits('quote');
    case 0x202f: case 0xa0: case 0x2009: return fits('space');
    // A plain space also parts two numbers: "in 2019 120", "555 1234", "No. 5 100".
    case 32: return /[\d.,:+(#)\-–/]/.test(text.charAt(start - 1)) || /\d[ .]?$/.test(text.slice(Math.max(0, start - 2), start)) || text[start] === '0' ? undefined : fits('blank');
    default: return undefined;
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0x200a || code === 0x2002 || code === 0x2003 || code === 0xfeff;
}

const OTHER_LETTER = /^[\p{L}\p{M}]/u;

function isLetter(code: number, text: string, at: number): boolean {
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  if (Number.isNaN(code) || (code >= 0x2000 && code <= 0x2bff) || code === 0xb0 || code === 0xa0) return false;
  return OTHER_LETTER.test(text.slice(at, at + 2));
}

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at >= 0 && (isDigit(code) || isLetter(code, text, at));
}
