// Markers of unfinished work: TK, TKTK, $TK, [TK: note], [citation needed], [source?].
import type { Span } from '../span.ts';

export interface MarkerMatch extends Span {
  readonly kind: 'tk' | 'citation-needed' | 'source';
  readonly note?: string;
  /** `TK` alone, which may be a name where the draft says so. */
  readonly bare?: boolean;
}

const MARKER = /\[\s{0,3}TK(?:TK){0,20}\b([^\][]{0,400})\]|\[\s{0,3}(citation needed|source\s?\?)\s{0,3}\]|(?<![\p{L}\p{N}_])([$€£¥]?)(TK(?:TK){0,20})(?:(bn|mn?|tn|trn|k|km|kg|cm|mm|ha|pc|pct|pp?|st|nd|rd|th|am|pm)(?![\p{L}\p{N}_])|(?![\p{L}\p{N}_]))/giu;

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
    if (!match[0].includes('TK') || (match[5] !== undefined && match[5] !== match[5].toLowerCase())) continue;
    if (match[4] === 'TK' && match[3] === '' && isName(text, start, end)) continue;
    const note = match[1]?.replace(/^[\s:,;.–—-]+/, '').trim();
    found.push({ start, end, kind: 'tk', ...(note ? { note } : {}), ...(match[4] === 'TK' && match[3] === '' ? { bare: true } : {}) });
  }
  return found;
}

/** Does the text give `TK` as the short form of a name, "Tarn Kestrel (TK)"? Then the bare letters are that name. */
export function definesAbbreviation(text: string): boolean {
  for (let at = text.indexOf('(TK)'); at >= 0; at = text.indexOf('(TK)', at + 4)) {
    const names = text.slice(Math.max(0, at - 80), at).trimEnd().split(/[\s-]+/).slice(-5).filter(word => /^\p{Lu}/u.test(word));
    const last = names.at(-1) ?? '';
    if (/^T\p{L}*k/iu.test(last) || (last.startsWith('K') && names.some(name => name.startsWith('T')))) return true;
  }
  return false;
}

/** Is the bare `TK` a part of a name, a code or a handle: "TK Maxx", "TK-MAXX", "TK-421", "TK's", "#TK"? */
function isName(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 40);
  if (/^[\u00a0 ]\p{Lu}\p{Ll}/u.test(after) && !/^[\u00a0 ](?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)/.test(after)) return true;
  if (/^-[\d\p{Lu}]/u.test(after) || /^['’]s\b/.test(after) || /^\./.test(after) && /^\.\p{L}/u.test(after)) return true;
  return /[\p{L}\p{N}][-/@.]$|[@#]$/u.test(text.slice(Math.max(0, start - 3), start));
}
