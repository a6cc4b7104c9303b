// Markers of unfinished work: TK, TKTK, $TK, [TK: note], [citation needed], [source?].
import type { Span } from '../span.ts';

export interface MarkerMatch extends Span {
  readonly kind: 'tk' | 'citation-needed' | 'source';
  readonly note?: string;
}

const MARKER = /\[\s{0,3}TK(?:TK){0,20}\b([^\][]{0,400})\]|\[\s{0,3}(citation needed|source\s?\?)\s{0,3}\]|(?<![\p{L}\p{N}_])([$€£¥]?)(TK(?:TK){0,20})(?![\p{L}\p{N}_])/giu;

/** The markers of a text, in order. `plain(i)` says whether the unit at `i` is words: not code, not an address. */
export function findMarkers(text: string, plain: (at: number) => boolean): MarkerMatch[] {
  const found: MarkerMatch[] = [];
  if (!/tk|\?\s{0,3}\]|citation needed/i.test(text)) return found;
  for (const match of text.matchAll(MARKER)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!plain(start) || !plain(end - 1)) continue;
    if (match[2] !== undefined) {
      found.push({ start, end, kind: /^c/i.test(match[2]) ? 'citation-needed' : 'source' });
      continue;
    }
    // "tk" in small letters is no marker: it is an address, a shop's till, a typing slip.
    if (!match[0].includes('TK')) continue;
    if (match[4] !== undefined && match[3] === '' && match[4] === 'TK' && isName(text, start, end)) continue;
    const note = match[1]?.replace(/^[\s:,;.–—-]+/, '').trim();
    found.push({ start, end, kind: 'tk', ...(note ? { note } : {}) });
  }
  return found;
}

/** Is the bare `TK` a part of a name or a code: "TK Maxx", "TK-421", "Lucy TK"? */
function isName(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 40);
  if (/^[\u00a0 ]\p{Lu}\p{Ll}/u.test(after) && !/^[\u00a0 ](?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)/.test(after)) return true;
  if (/^-\d/.test(after) || /^['’]s\b/.test(after) || /^\./.test(after) && /^\.\p{L}/u.test(after)) return true;
  return /[\p{L}\p{N}][-/@.]$/u.test(text.slice(Math.max(0, start - 3), start));
}
