// The syntax of BibTeX files: entries, their keys and fields with exact places, in one pass; a broken entry does not spoil the next.
// Own reader, for @retorquere/bibtex-parser tells no offsets, takes 60 ms to load and half a millisecond an entry; a test compares the two.
import type { Span } from '../span.ts';

/** `@report{key, name = {value}, …}` */
export interface BibEntry extends Span {
  /** Lower case: `report`. */
  readonly type: string;
  readonly key: string;
  readonly keySpan: Span;
  readonly fields: readonly BibField[];
  /** After the last field, or after the key: where another field goes. */
  readonly at: number;
}

export interface BibField extends Span {
  /** Lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  /** TeX, the parts joined by `#` put together and `@string` names replaced. */
  readonly tex: string;
  /** Between the braces or quotation marks; of several parts, all of them. */
  readonly valueSpan: Span;
}

export interface BibProblem extends Span {
  readonly message: string;
  readonly key?: string;
}

export interface BibFile {
  readonly entries: readonly BibEntry[];
  readonly problems: readonly BibProblem[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads a file; text outside of entries is a comment, as BibTeX has it. */
export function parseBibtex(text: string): BibFile {
  return new BibParser(text).file();
}

class Broken extends Error {
  readonly span: Span;
  constructor(start: number, end: number, message: string) {
    super(message);
    this.span = { start, end };
  }
}

class BibParser {
  readonly #text: string;
  readonly #strings = new Map<string, string>(MONTHS.map((name, i) => [name, String(i + 1)]));
  readonly #entries: BibEntry[] = [];
  readonly #problems: BibProblem[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  file(): BibFile {
    for (;;) {
      const start = this.#text.indexOf('@', this.#at);
      if (start < 0) return { entries: this.#entries, problems: this.#problems };
      this.#at = start + 1;
      const type = this.#name().toLowerCase();
      this.#space();
      const open = this.#text[this.#at];
      // An e-mail address in a comment, say.
      if (type === '' || (open !== '{' && open !== '(') || /[\w.]/.test(this.#text[start - 1] ?? '')) continue;
      this.#at++;
      let key: string | undefined;
      try {
        if (type === 'comment' || type === 'preamble') this.#braced(open);
        else if (type === 'string') this.#string(open);
        else {
          this.#space();
          const keyStart = this.#at;
          key = this.#key(open);
          this.#entry(start, type, key, keyStart, open);
        }
      } catch (error) {
        if (!(error instanceof Broken)) throw error;
        const end = Math.min(error.span.end, this.#text.length);
        this.#problems.push({ start: Math.min(error.span.start, end), end, message: `${key ? `The entry “${key.slice(0, 60)}”` : 'This entry'} cannot be read: ${error.message}`, ...(key ? { key } : {}) });
        this.#recover();
      }
    }
  }

  #entry(start: number, type: string, key: string, keyStart: number, open: string): void {
    const close = closing(open);
    const fields: BibField[] = [];
    let at = this.#at;
    for (;;) {
      this.#space();
      const char = this.#text[this.#at];
      if (char === close) {
        this.#at++;
        this.#entries.push({ start, end: this.#at, type, key, keySpan: { start: keyStart, end: keyStart + key.length }, fields, at });
        return;
      }
      if (char === undefined || this.#atEntry()) throw new Broken(start, Math.max(keyStart + key.length, start + 1), `its closing ${close} is missing.`);
      if (char === ',') {
        this.#at++;
        continue;
      }
      const nameStart = this.#at;
      const name = this.#fieldName();
      const nameSpan = { start: nameStart, end: this.#at };
      this.#space();
      if (name === '' || this.#text[this.#at] !== '=') throw new Broken(nameStart, Math.max(this.#at, nameStart + 1), 'expected `name = {value}` here; is a comma missing before it?');
      this.#at++;
      const { tex, span } = this.#value();
      fields.push({ name: name.toLowerCase(), nameSpan, tex, valueSpan: span, start: nameStart, end: this.#at });
      at = this.#at;
      this.#space();
      const after = this.#text[this.#at];
      if (after !== ',' && after !== close && after !== undefined && !this.#atEntry()) throw new Broken(at - 1, at, 'a comma is missing after this field.');
    }
  }

  #string(open: string): void {
    this.#space();
    const name = this.#fieldName().toLowerCase();
    this.#space();
    if (this.#text[this.#at] !== '=') throw new Broken(this.#at, this.#at + 1, 'expected `@string{name = {words}}`.');
    this.#at++;
    this.#strings.set(name, this.#value().tex);
    this.#space();
    if (this.#text[this.#at] !== closing(open)) throw new Broken(this.#at - 1, this.#at, `its closing ${closing(open)} is missing.`);
    this.#at++;
  }

  /** Parts joined by `#`. */
  #value(): { tex: string; span: Span } {
    let tex = '';
    let span: Span | undefined;
    for (;;) {
      this.#space();
      const start = this.#at;
      const char = this.#text[start];
      let inner: Span;
      if (char === '{') {
        this.#at++;
        this.#braced('{');
        inner = { start: start + 1, end: this.#at - 1 };
        tex += this.#text.slice(inner.start, inner.end);
      } else if (char === '"') {
        this.#quoted();
        inner = { start: start + 1, end: this.#at - 1 };
        tex += this.#text.slice(inner.start, inner.end);
      } else {
        const word = this.#fieldName();
        if (word === '') throw new Broken(start, start + 1, 'expected a value in braces or quotation marks.');
        inner = { start, end: this.#at };
        // A long name that stands for a longer text could grow without bound when names are built from names.
        const known = this.#strings.get(word.toLowerCase());
        tex += known !== undefined && tex.length + known.length < 20_000 ? known : word;
      }
      span = span ? { start: span.start, end: inner.end } : inner;
      this.#space();
      if (this.#text[this.#at] !== '#') {
        this.#at = trimBack(this.#text, this.#at, start);
        return { tex, span };
      }
      this.#at++;
    }
  }

  /** From after the opening bracket to after its closing one. */
  #braced(open: string): void {
    const from = this.#at - 1;
    let depth = 1;
    for (; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at];
      if (char === '\\') this.#at++;
      else if (char === '{' || (open === '(' && char === '(')) depth++;
      else if ((char === '}' || (open === '(' && char === ')')) && --depth === 0) {
        this.#at++;
        return;
      } else if (char === '\n' && this.#atEntry(this.#at + 1)) break;
    }
    throw new Broken(from, this.#lineEnd(from), 'this brace never closes.');
  }

  #quoted(): void {
    const from = this.#at++;
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at];
      if (char === '\\') this.#at++;
      else if (char === '{') depth++;
      else if (char === '}') depth--;
      else if (char === '"' && depth <= 0) {
        this.#at++;
        return;
      } else if (char === '\n' && this.#atEntry(this.#at + 1)) break;
    }
    throw new Broken(from, this.#lineEnd(from), 'this quotation mark never closes.');
  }

  #key(open: string): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !',={}\n\r"@'.includes(this.#text[this.#at]!) && !(open === '(' && this.#text[this.#at] === ')')) this.#at++;
    const key = this.#text.slice(start, this.#at).trimEnd();
    this.#space();
    const after = this.#text[this.#at];
    if (key === '') throw new Broken(start - 1, start, 'it has no key, so that no draft can cite it.');
    if (after === '=') throw new Broken(start, start + key.length, 'its key, or the comma after it, is missing.');
    if (after !== ',' && after !== closing(open)) throw new Broken(start, start + key.length, 'a comma is missing after the key.');
    return key;
  }

  #name(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && this.#at - start < 100 && /[A-Za-z_-]/.test(this.#text[this.#at]!)) this.#at++;
    return this.#text.slice(start, this.#at);
  }

  #fieldName(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !/[\s=,#{}()"@%\\]/.test(this.#text[this.#at]!)) this.#at++;
    return this.#text.slice(start, this.#at);
  }

  #space(): void {
    while (this.#at < this.#text.length && /\s/.test(this.#text[this.#at]!)) this.#at++;
  }

  /** The rest of a line, so that what is wrong can be seen. */
  #lineEnd(from: number): number {
    let end = from;
    while (end < this.#text.length && end - from < 200 && this.#text[end] !== '\n' && this.#text[end] !== '\r') end++;
    return end;
  }

  /** Goes to the next line that begins an entry. */
  #recover(): void {
    for (;;) {
      if (this.#atEntry()) return;
      const line = this.#text.indexOf('\n', this.#at);
      if (line < 0) {
        this.#at = this.#text.length;
        return;
      }
      this.#at = line + 1;
      while (this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') this.#at++;
    }
  }

  /** Does `@type{` stand here, after white space of its line? */
  #atEntry(from = this.#at): boolean {
    let at = from;
    while (at - from < 40 && (this.#text[at] === ' ' || this.#text[at] === '\t')) at++;
    return this.#text[at] === '@' && /^@[A-Za-z]{1,30}\s{0,10}[{(]/.test(this.#text.slice(at, at + 44));
  }
}

function closing(open: string): string {
  return open === '(' ? ')' : '}';
}

function trimBack(text: string, at: number, from: number): number {
  while (at > from && /\s/.test(text[at - 1]!)) at--;
  return at;
}
