// Pairs the quotation marks of a leaf's prose, whatever the house style, and tells them from apostrophes.
import type { Span } from '../../span.ts';

/** Quoted words in the prose: `start` at the opening mark, `end` after the closing one. */
export interface QuotedSpan extends Span {
  readonly inner: Span;
  readonly marks: 'double' | 'single' | 'angle';
  /** False where no mark closes it before the end of the prose, or before the next one opens. It then reaches to there. */
  readonly closed: boolean;
}

/** Words whose apostrophe stands at the front: `’em`, `’twas`. */
const ELISION = /^(?:em|til|till|cause|tis|twas|twere|n|bout|round|cos|kay|sup|ere|s|\d\ds?)(?![\p{L}\p{N}])/iu;

const DOUBLE = /["“”„‟«»]|''|``/gu;

/**
 * The outermost quotations of a prose, in order, never overlapping; what is quoted within a quotation is part of it.
 * Straight, curly, low and angle marks; doubled apostrophes; single marks only where they can be no apostrophes. Linear time.
 */
export function pairMarks(prose: string): QuotedSpan[] {
  const doubles = pairDoubles(prose);
  const singles = pairSingles(prose, doubles);
  return outermost([...doubles, ...singles]);
}

function pairDoubles(prose: string): QuotedSpan[] {
  const found: QuotedSpan[] = [];
  let open: { readonly start: number; readonly inner: number; readonly angle: boolean; readonly mark: string } | undefined;
  /** Within straight marks curly ones may be nested, and the other way round. */
  let nested = 0;
  /** Quotations with the same marks within the open one, which house styles forbid and people write. */
  let same = 0;
  const give = (innerEnd: number, end: number, closed: boolean) => {
    if (open) found.push({ start: open.start, end, inner: { start: open.inner, end: innerEnd }, marks: open.angle ? 'angle' : 'double', closed });
    open = undefined;
    same = 0;
  };
  const marks = [...prose.matchAll(DOUBLE)];
  for (const [index, match] of marks.entries()) {
    const mark = match[0];
    // Of three apostrophes in a row the nested single mark is the inner one.
    const at = mark === "''" && open !== undefined && prose[match.index + 2] === "'" ? match.index + 1 : match.index;
    const end = at + mark.length;
    // Nothing can close at the start of a paragraph.
    const opening = at === 0 ? 'opens' : side(prose, at, end, mark);
    // 6' 2" and 12" are measures.
    if (mark === '"' && open === undefined && /\d/.test(prose[at - 1] ?? '')) continue;
    if (open === undefined) {
      if (opening === 'closes') continue;
      open = { start: at, inner: end, angle: mark === '«' || mark === '»', mark };
      nested = 0;
    } else if (family(mark) !== family(open.mark) && (opening === 'opens' || nested > 0)) {
      nested += opening === 'opens' ? 1 : -1;
    } else if (opening === 'closes' && same > 0) {
      same--;
    } else if (opening === 'opens' && closesTwice(prose, marks, index)) {
      same++;
    } else if (opening === 'opens') {
      // A second opening mark: the first never closed.
      const before = trimEnd(prose, open.inner, at);
      give(before, before, false);
      open = { start: at, inner: end, angle: mark === '«' || mark === '»', mark };
      nested = 0;
    } else give(at, end, true);
  }
  if (open) {
    const last = trimEnd(prose, open.inner, prose.length);
    give(last, last, false);
  }
  return found;
}

/** Do the next two marks behind an opening one both close? Then it opened within another. */
function closesTwice(prose: string, marks: readonly RegExpExecArray[], index: number): boolean {
  return [marks[index + 1], marks[index + 2]].every(m => m !== undefined && m.index > 0 && side(prose, m.index, m.index + m[0].length, m[0]) === 'closes');
}

function family(mark: string): string {
  return /["'`]/.test(mark) ? 'straight' : /[«»]/.test(mark) ? 'angle' : 'curly';
}

/** Can the mark only open, only close, or do either where it stands? */
function side(prose: string, at: number, end: number, mark: string): 'opens' | 'closes' | 'either' {
  const before = prose[at - 1];
  const after = prose[end];
  const spaceBefore = before === undefined || /[\s([{—–/-]/u.test(before);
  const spaceAfter = after === undefined || /[\s)\]},.;:!?…—–-]/u.test(after);
  // Curly marks are now and then the wrong way round; where they stand tells.
  if (mark === '“' || mark === '``') return spaceAfter && !spaceBefore ? 'closes' : 'opens';
  if (mark === '”') return spaceBefore && !spaceAfter ? 'either' : 'closes';
  if (mark === '„' || mark === '‟') return 'opens';
  if (mark === '«') return spaceAfter && !spaceBefore ? 'closes' : 'opens';
  if (mark === '»') return spaceBefore && !spaceAfter ? 'opens' : 'closes';
  if (spaceBefore && !spaceAfter) return 'opens';
  if (!spaceBefore && spaceAfter) return 'closes';
  return 'either';
}

/**
 * Single marks. A mark before a letter and after none opens, unless it stands for letters left out (’90s, ’em). What closes it is the first mark after a
 * punctuation mark, or after a letter other than s; a mark after an s and before another word is taken for a possessive (nurses’ rota) as long as another can close.
 */
function pairSingles(prose: string, doubles: readonly QuotedSpan[]): QuotedSpan[] {
  const found: QuotedSpan[] = [];
  let open = -1;
  let possessive = -1;
  const close = (at: number) => found.push({ start: open, end: at + 1, inner: { start: open + 1, end: at }, marks: 'single', closed: true });
  const settle = (until: number) => {
    if (open < 0) return;
    // A whole sentence is not closed by a mark that goes on in the middle of it: that is a possessive in a quotation of several paragraphs.
    if (possessive >= 0 && !(beginsSpeech(prose, open) && /[.!?]\s|(?:\S+\s+){4}/u.test(prose.slice(open, Math.min(possessive, open + 200))))) close(possessive);
    else if (beginsSpeech(prose, open) || /^‘\p{Ll}[\p{Ll}\s]/u.test(prose.slice(open, open + 3))) {
      const end = trimEnd(prose, open + 1, Math.min(until, around(doubles, open)?.inner.end ?? until));
      found.push({ start: open, end, inner: { start: open + 1, end }, marks: 'single', closed: false });
    }
  };
  for (const match of prose.matchAll(/[‘’']/gu)) {
    const at = match.index;
    const before = prose[at - 1] ?? ' ';
    const after = prose[at + 1] ?? ' ';
    if (before === "'" || after === "'" || (isAlphanumeric(before) && isAlphanumeric(after))) continue;
    if (open >= 0 && around(doubles, open) !== around(doubles, at)) {
      // It opened inside a double quotation that is over, or before one that has begun within it.
      if (around(doubles, open) === undefined) continue;
      settle(at);
      open = possessive = -1;
    }
    const opens = match[0] !== '’' && /[\s([{—–"“/-]/u.test(before) && !/[\s.,;:!?)]/u.test(after) && !ELISION.test(prose.slice(at + 1, at + 8));
    if (opens) {
      settle(at);
      open = at;
      possessive = -1;
    } else if (open >= 0 && match[0] !== '‘' && !/\s/u.test(before)) {
      if (/[sxz]/iu.test(before) && /^\s\p{L}/u.test(prose.slice(at + 1, at + 3))) {
        if (possessive < 0) possessive = at;
      } else {
        close(at);
        open = possessive = -1;
      }
    }
  }
  settle(prose.length);
  return found;
}

/** Could speech begin here: at the start of a sentence or after a colon or comma, with a capital letter? */
function beginsSpeech(prose: string, open: number): boolean {
  return /^\p{Lu}/u.test(prose.slice(open + 1, open + 3)) && (open === 0 || /[.!?:,’'”"]\s$/u.test(prose.slice(Math.max(0, open - 2), open)));
}

/** The double quotation in which an offset lies. */
function around(doubles: readonly QuotedSpan[], at: number): QuotedSpan | undefined {
  let low = 0;
  let high = doubles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doubles[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  const found = doubles[low];
  return found && found.start < at ? found : undefined;
}

function isAlphanumeric(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char);
}

/** Those that lie in no other. Where a single quotation and a double one cross, the double one counts. */
function outermost(spans: readonly QuotedSpan[]): QuotedSpan[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: QuotedSpan[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (!last || span.start >= last.end) kept.push(span);
    else if (last.marks === 'single' && (span.end > last.end || !last.closed)) kept[kept.length - 1] = span;
  }
  return kept;
}

function trimEnd(prose: string, start: number, end: number): number {
  while (end > start && /\s/u.test(prose[end - 1]!)) end--;
  return end;
}
