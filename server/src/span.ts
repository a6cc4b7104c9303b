// The one value that every folder shares: a stretch of a text.

/** A stretch of a text: UTF-16 code units, `start` inclusive, `end` exclusive. Which text is said where the span is held. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Do the two spans share at least one code unit? An empty span overlaps a span that it lies in or touches. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

/** Does `outer` hold all of `inner`? */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The span moved by `by` code units; every other property is kept. */
export function shift<S extends Span>(span: S, by: number): S {
  return by === 0 ? span : { ...span, start: span.start + by, end: span.end + by };
}
