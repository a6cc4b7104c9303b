// Lines of a registry text, and the stretches of a broken one that are read by themselves.
import type { Span } from '../span.ts';

/** The stretches of a block text that begin at its outermost indentation. A part of a front matter ends where a line is indented less: what follows is no entry. */
export function splitChunks(text: string, isPart: boolean): Span[] {
  const starts: number[] = [];
  let outermost: number | undefined;
  /** The indentation of the fields of the entry at hand. */
  let inner: number | undefined;
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at);
    let first = at;
    while (first < end && text[first] === ' ') first++;
    const char = text[first];
    const isText = first < end && char !== '#' && char !== '\r' && char !== '\t' && !/^(?:---|\.\.\.|%)/.test(text.slice(first, first + 3));
    if (isText) {
      outermost ??= first - at;
      if (isPart && first - at < outermost) return toSpans(at);
      const indent = first - at;
      // A key between the columns of entries and of fields is an entry that is indented too far.
      const astray = inner !== undefined && indent < inner && /^[\p{L}\p{N}_"'][^:\n]{0,200}:[ \t]*\r?$/u.test(text.slice(first, Math.min(end, first + 250)));
      if (indent <= outermost || astray) {
        starts.push(at);
        inner = undefined;
      } else inner ??= indent;
    }
    at = end + 1;
  }
  return toSpans(text.length);

  function toSpans(end: number): Span[] {
    return starts.map((start, i) => ({ start, end: starts[i + 1] ?? end }));
  }
}

/** The line that holds an offset, without the white space around it; of a very long line, the part about the offset. */
export function lineAt(text: string, offset: number): Span {
  let start = lineStart(text, offset);
  let end = start;
  while (end < text.length && text[end] !== '\n' && end - offset < 200) end++;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** Bounded, for a file may be one line, and this is asked for every entry. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && offset - start < 200) start--;
  return start;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
