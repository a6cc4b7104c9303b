// Pandoc's citation syntax: `[see @a, p. 3; -@b]`, and what may stand at the start of a footnote's definition.
import type { Span } from '../span.ts';

/** One item of a citation group, offsets in the text that was read. */
export interface CitationItem extends Span {
  readonly key: string;
  readonly keySpan: Span;
  readonly locator?: string;
}

export interface CitationGroup extends Span {
  readonly items: readonly CitationItem[];
}

/**
 * The groups in square brackets that hold at least one `@key`. `plain(i)` says whether the unit at `i` may be syntax: not code, not escaped, not a link's.
 * Brackets nest; an `@key` belongs to the innermost pair. One pass.
 */
export function findCitationGroups(text: string, plain: (at: number) => boolean): CitationGroup[] {
  if (!text.includes('@')) return [];
  const groups: CitationGroup[] = [];
  const open: { start: number; keys: Key[]; semicolons: number[] }[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c !== '[' && c !== ']' && c !== '@' && c !== ';') continue;
    if (!plain(i)) continue;
    const top = open.at(-1);
    if (c === '[') open.push({ start: i, keys: [], semicolons: [] });
    else if (!top) continue;
    else if (c === ';') top.semicolons.push(i);
    else if (c === '@') {
      const key = readKey(text, i);
      if (!key) continue;
      top.keys.push(key);
      i = key.end - 1;
    } else {
      open.pop();
      if (top.keys.length > 0 && !/^\[\s{0,5}TK\b/.test(text.slice(top.start, top.start + 9))) groups.push({ start: top.start, end: i + 1, items: readItems(text, { start: top.start + 1, end: i }, top.keys, top.semicolons) });
    }
  }
  return groups;
}

/** The items `@id, locator; @id …` at the start of a footnote's definition, and where they end. */
export function readDefinitionItems(text: string, plain: (at: number) => boolean): CitationGroup | undefined {
  const items: CitationItem[] = [];
  let at = skipSpace(text, 0);
  let end = at;
  while (text[at] === '@' && plain(at)) {
    const key = readKey(text, at);
    if (!key) break;
    const locator = readLocator(text, key.end, text.length);
    end = locator?.end ?? key.end;
    items.push({ start: at, end, key: key.key, keySpan: key.span, ...(locator ? { locator: locator.text } : {}) });
    const next = skipSpace(text, end);
    if (text[next] !== ';') break;
    at = skipSpace(text, next + 1);
    end = next + 1;
  }
  return items.length > 0 ? { start: items[0]!.start, end, items } : undefined;
}

interface Key extends Span {
  readonly key: string;
  readonly span: Span;
}

const KEY = /@(?:\{([^{}\s]{1,200})\}|([\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*))/uy;

/** A key at `@`, unless a letter, digit or the like stands before it (an e-mail address, a handle inside a word). */
function readKey(text: string, at: number): Key | undefined {
  if (at > 0 && /[\p{L}\p{N}_.+-]/u.test(charBefore(text, at)) && !(text[at - 1] === '-' && (at === 1 || /[\s[;]/.test(text[at - 2]!)))) return undefined;
  KEY.lastIndex = at;
  const match = KEY.exec(text);
  if (!match) return undefined;
  const key = match[1] ?? match[2]!;
  const start = at + (match[1] === undefined ? 1 : 2);
  return { start: at, end: at + match[0].length, key, span: { start, end: start + key.length } };
}

function charBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(Math.max(0, at - 2), at) : text[at - 1]!;
}

/** The items between the semicolons. A second key in one item ("[see @a and @b]") is an item of its own, from its key on. */
function readItems(text: string, inside: Span, keys: readonly Key[], semicolons: readonly number[]): CitationItem[] {
  let next = 0;
  let from = inside.start;
  return keys.map((key, i) => {
    while (next < semicolons.length && semicolons[next]! < key.start) from = semicolons[next++]! + 1;
    const to = Math.min(semicolons[next] ?? inside.end, keys[i + 1]?.start ?? inside.end);
    const previous = keys[i - 1];
    const start = previous && previous.end > from ? key.start : skipSpace(text, from);
    const locator = readLocator(text, key.end, to);
    let end = to;
    while (end > key.end && /[\s-]/.test(text[end - 1]!)) end--;
    return { start, end, key: key.key, keySpan: key.span, ...(locator ? { locator: locator.text } : {}) };
  });
}

/** Pandoc's locator terms for English, plus what captures of speech and film need. */
const TERMS: ReadonlySet<string> = new Set((
  'bk book chap chaps chapter chapters col cols column columns fig figs figure figures fol folio l ll line lines n nn no nos note notes number op p pp page pages para paras paragraph paragraphs '
  + 'part parts pt sec secs section sections slide slides sheet table tables v verse vol vols volume volumes min minute timestamp annex appendix art article item'
).split(' '));
const NUMBER = '(?:\\d(?:[\\d:.\\w\\u2013-]|,(?=\\d)){0,20}|[ivxlcdm]{1,10}\\b|[a-z]\\b[\\d.-]{0,8})';
// Small expressions one after the other: one for the whole, with its words twice in it, takes longer to compile than a draft to check.
const LEAD = /\s{0,5},?\s{0,5}[[{]?/y;
const TERM = /(?:([a-z]{1,10})\b\.?|[§¶]{1,2})\s{0,3}/yi;
const NUMBER_AT = new RegExp(NUMBER, 'yi');
/** Without a term only a number that is all there is up to the next mark. */
const BARE_NUMBER = /\d[\d:.\w\u2013-]{0,20}(?=\s{0,3}(?:[,;\]}&]|$))/y;
const JOINT = /\s{0,2}(?:,|&|and|to|–|-)\s{0,2}/yi;

function readLocator(text: string, from: number, to: number): { text: string; end: number } | undefined {
  const within = text.slice(from, Math.min(to, from + 300));
  const start = matchEnd(LEAD, within, 0)!;
  const term = termEnd(within, start);
  let end = term === undefined ? matchEnd(BARE_NUMBER, within, start) : matchEnd(NUMBER_AT, within, term);
  if (end === undefined) return undefined;
  for (let more = 0; more < 8; more++) {
    const joint = matchEnd(JOINT, within, end);
    if (joint === undefined) break;
    const next = matchEnd(NUMBER_AT, within, termEnd(within, joint) ?? joint) ?? matchEnd(NUMBER_AT, within, joint);
    if (next === undefined) break;
    end = next;
  }
  // "p. 3." at the end of a sentence: the full stop is not the locator's.
  const words = within.slice(start, end).replace(/[.,:\-–]+$/, '');
  return { text: words, end: from + start + words.length };
}

/** Behind a term and the space after it; undefined where none stands. */
function termEnd(text: string, at: number): number | undefined {
  TERM.lastIndex = at;
  const match = TERM.exec(text);
  return match && (match[1] === undefined || TERMS.has(match[1].toLowerCase())) ? TERM.lastIndex : undefined;
}

/** Where a sticky expression that matches at `at` ends. */
function matchEnd(expression: RegExp, text: string, at: number): number | undefined {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : undefined;
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}
