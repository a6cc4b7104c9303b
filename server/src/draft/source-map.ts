// Where each unit of a derived text (prose, a comment's inside) stands in the text it was made from.
import type { Span } from '../span.ts';

/** A stretch of the derived text from one stretch of the source. Where both have the same length, unit answers to unit; else the whole to the whole (a character reference, a line break). */
export interface Piece {
  readonly at: number;
  readonly length: number;
  readonly start: number;
  readonly end: number;
}

/** Compact, immutable, searched by bisection. Pieces are in order and cover the derived text without gaps; the source may have gaps. */
export class SourceMap {
  readonly #pieces: readonly Piece[];
  readonly #length: number;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    const last = pieces.at(-1);
    this.#length = last ? last.at + last.length : 0;
  }

  get pieces(): readonly Piece[] {
    return this.#pieces;
  }

  /** A span of the derived text in the source: from the first unit of its first character to the end of its last. An empty span stays empty, before the character that it stands before. */
  toSource(span: Span): Span {
    if (this.#pieces.length === 0) return { start: 0, end: 0 };
    const start = this.#startOf(span.start);
    if (span.end <= span.start) return { start, end: start };
    return { start, end: Math.max(start, this.#endOf(span.end)) };
  }

  /** A source offset in the derived text: that of the nearest kept character at or after it; the text's length where none is. */
  fromSource(offset: number): number {
    const pieces = this.#pieces;
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (pieces[mid]!.end > offset) high = mid;
      else low = mid + 1;
    }
    const piece = pieces[low];
    if (!piece) return this.#length;
    if (offset <= piece.start || piece.end - piece.start !== piece.length) return piece.at;
    return piece.at + (offset - piece.start);
  }

  #startOf(at: number): number {
    const piece = this.#pieceAt(at);
    if (!piece) return this.#pieces.at(-1)!.end;
    return piece.end - piece.start === piece.length ? piece.start + (at - piece.at) : piece.start;
  }

  #endOf(at: number): number {
    const piece = this.#pieceAt(at - 1) ?? this.#pieces.at(-1)!;
    return piece.end - piece.start === piece.length ? Math.min(piece.end, piece.start + (at - piece.at)) : piece.end;
  }

  /** The piece that holds the unit at `at`. */
  #pieceAt(at: number): Piece | undefined {
    const pieces = this.#pieces;
    if (at >= this.#length) return undefined;
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (pieces[mid]!.at <= at) low = mid;
      else high = mid - 1;
    }
    return pieces[low];
  }
}
