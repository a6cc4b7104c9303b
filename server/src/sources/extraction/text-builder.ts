// Puts the words of a source together, a block at a time, with the place of each and a limit to the whole.
import type { LocatedSpan, SourceText } from '../source-text.ts';

/** Characters of a source that are kept: some 1,500 printed pages. */
export const MOST_TEXT = 4_000_000;

/** Parts the cells of a row, which is a line of its own. */
export const CELL_GAP = ' | ';

export class TextBuilder {
  readonly #parts: string[] = [];
  readonly #locators: LocatedSpan[] = [];
  readonly #limit: number;
  #length = 0;
  #truncated = false;

  constructor(limit = MOST_TEXT) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.#truncated;
  }

  get length(): number {
    return this.#length;
  }

  /** Adds words behind those that are there, parted by `gap`. Neighbours with one locator are one stretch. */
  add(words: string, locator?: string, gap: '' | ' ' | '\n' | '\n\n' = '\n\n'): void {
    if (words === '' || this.#truncated) return;
    if (this.#length > 0) this.#push(gap);
    const start = this.#length;
    const room = this.#limit - start;
    if (words.length > room) this.#truncated = true;
    // A character of two units is not cut in half.
    this.#push(words.length > room ? words.slice(0, Math.max(0, room)).replace(/[\ud800-\udbff]$/, '') : words);
    if (locator === undefined || this.#length === start) return;
    const last = this.#locators.at(-1);
    if (last?.locator === locator) this.#locators[this.#locators.length - 1] = { ...last, end: this.#length };
    else this.#locators.push({ start, end: this.#length, locator });
  }

  /** What was left out of the source besides is said by `truncated`. */
  build(format: SourceText['format'], { title, truncated = false }: { readonly title?: string | undefined; readonly truncated?: boolean } = {}): SourceText {
    return { format, text: this.#parts.join(''), locators: this.#locators, ...(title === undefined || title === '' ? {} : { title: title.slice(0, 300) }), truncated: truncated || this.#truncated };
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

/** Characters that are no words and part none: soft hyphens, marks of no width, control characters. */
// eslint-disable-next-line no-control-regex -- control characters are what is taken out
const UNSEEN = /[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000e-\u001f\u007f-\u009f]+/g;

/** Words as a reader sees them: unseen characters left out, blanks collapsed, line breaks kept. */
export function cleanWords(text: string): string {
  return text.replace(UNSEEN, '').replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').trim();
}
