// Tokens of news copy as the readers of quantities and dates want them: numbers, words, signs.
import type { Span } from '../../span.ts';

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
const CODE_AND_DIGITS = /^(USD|EUR|GBP|JPY|CNY|RMB|AUD|CAD|NZD|HKD|SGD|CHF|INR|ZAR|SEK|NOK|DKK|BRL|MXN|KRW|Rs|RM|Sh)(?=\d)/;

const DOLLAR_AND_DIGITS = /^[A-Z]{1,3}(?=\d)/;

/** All tokens of a text, in order. Linear: every character is looked at a bounded number of times. */
export function toTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let end = 0;
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
      const split = stop - at < 12 ? (text[at - 1] === '$' ? DOLLAR_AND_DIGITS : CODE_AND_DIGITS).exec(text.slice(at, stop)) : null;
      if (split) stop = at + split[0].length;
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

/** Digits with marks of thousands and a decimal point: `1,250`, `1.2`, `.001`, `1,00,000`, `10 000` with a no-break space. */
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
    for (;;) {
      const mark = text.charCodeAt(at);
      if (digits.length > LONGEST_NUMBER || !(mark === 44 || mark === 0x202f || mark === 0xa0 || mark === 0x2009)) break;
      const group = /^\d{2,3}(?!\d)/.exec(text.slice(at + 1, at + 5))?.[0];
      // Indian copy marks off two digits before the last three: 1,00,000.
      if (group === undefined || (!grouped && digits.length > 3) || digits === '0') break;
      if (group.length === 2 && !(text[at + 3] === ',' && /^\d{3}(?!\d)|^\d{2},/.test(text.slice(at + 4, at + 8)) && mark === 44)) break;
      digits += group;
      at += 1 + group.length;
      grouped = true;
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
  return { end: at, value: Number(digits), decimals, grouped };
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
