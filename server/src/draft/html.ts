// HTML as the parser gives it, line by line, and the comments in it.
import type { CommentText } from './inline.ts';
import { SourceMap, type Piece } from './source-map.ts';

/** The text of an HTML token without the marks of the quotes and lists around it, and where its lines stand. */
export class HtmlText {
  readonly start: number;
  readonly #pieces: Piece[] = [];
  #text = '';

  constructor(start: number) {
    this.start = start;
  }

  get text(): string {
    return this.#text;
  }

  add(words: string, start: number, end: number): void {
    this.#pieces.push({ at: this.#text.length, length: words.length, start, end });
    this.#text += words;
  }

  /** Where an offset of the text stands. */
  toSource(at: number): number {
    return new SourceMap(this.#pieces).toSource({ start: at, end: this.#text.length }).start;
  }

  /** The comment `<!--…-->` from `from` to `to`. */
  comment(from: number, to: number): CommentText {
    const span = new SourceMap(this.#pieces).toSource({ start: from, end: to });
    // `<!-->` and `<!--->` are comments too, with nothing in them.
    const start = Math.min(from + 4, to - 1);
    const end = Math.max(start, to - 3);
    const pieces: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const first = Math.max(piece.at, start);
      const last = Math.min(piece.at + piece.length, end);
      if (first >= last) continue;
      const exact = piece.end - piece.start === piece.length;
      pieces.push({ at, length: last - first, start: exact ? piece.start + (first - piece.at) : piece.start, end: exact ? piece.start + (last - piece.at) : piece.end });
      at += last - first;
    }
    return { ...span, text: this.#text.slice(start, end), map: new SourceMap(pieces) };
  }
}
