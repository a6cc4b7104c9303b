// What no parser should see: stretches of a draft on which Markdown takes seconds or overflows the stack are blanked out before, and listed for the writer.
import type { Unread } from './draft.ts';

/** Beyond it a draft is not analysed: about 300,000 words. */
export const LONGEST_DRAFT = 2_000_000;

/** Quotes and lists in one another. The parser's work on a line grows with the square of it, and at a few thousand the stack overflows. */
const DEEPEST = 50;

/** Cells of one table, and bars on one line: the parser's work grows with the square of both. */
const MOST_CELLS = 1500;
const MOST_COLUMNS = 200;

/** Lines after a quote or list item that belong to it without saying so: each costs a look back over all before. */
const MOST_LAZY_LINES = 500;

/** Lines without a blank one between them. */
const MOST_LINES = 2000;

/** Lines of one list or footnote, blank ones between them or not. */
const MOST_LIST_LINES = 5000;

/** The text with what must not be parsed turned into spaces (so that offsets stay), and what that was. `base` is added to the offsets. */
export function maskUnreadable(text: string, base: number): { body: string; unread: Unread[] } {
  const whole = whyNothing(text);
  if (whole) {
    const end = text.search(/[\r\n]/);
    return { body: '', unread: [{ start: base, end: base + codePointEnd(text, Math.min(end < 0 ? text.length : end, 200)), message: whole }] };
  }
  const masked = findUnreadable(text);
  if (masked.length === 0) return { body: text, unread: [] };
  let body = '';
  let at = 0;
  for (const { start, end } of masked) {
    body += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return { body: body + text.slice(at), unread: masked.map(({ start, end, message }) => ({ start: base + start, end: base + end, message })) };
}

function whyNothing(text: string): string | undefined {
  if (text.length > LONGEST_DRAFT) return 'This draft is not checked, for it has more than 2,000,000 characters; split it into several files.';
  if (isBinary(text)) return 'This draft is not checked, for it is no text; save it as Markdown in UTF-8.';
  return undefined;
}

/** As git decides it: a NUL near the start. And text whose bytes were no UTF-8, or that is mostly control characters. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 8000);
  if (head.includes('\0')) return true;
  // eslint-disable-next-line no-control-regex -- control characters are what is counted
  const odd = head.match(/[\u0001-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/g)?.length ?? 0;
  return odd > 20 && odd > head.length / 10;
}

function findUnreadable(text: string): Unread[] {
  const masked: { start: number; end: number; message: string }[] = [];
  let cells = 0;
  let lazy = 0;
  let lines = 0;
  let listLines = 0;
  let inContainer = false;
  // A pattern: in a long text `includes` takes ten times as long to find nothing.
  const returns = /\r/.test(text);
  const barred = /\|/.test(text);
  for (let start = 0; start < text.length;) {
    const end = returns ? lineEnd(text, start) : lineFeed(text, start);
    const line = !barred && isPlainStart(text.charCodeAt(start)) ? PLAIN_LINE : readLine(text, start, end);
    if (line.blank) {
      cells = 0;
      lazy = 0;
      lines = 0;
      inContainer = false;
    } else {
      listLines = lines === 0 && line.markers === 0 && !' \t'.includes(text[start]!) ? 0 : listLines + 1;
      lines++;
      cells += line.bars;
      inContainer ||= line.markers > 0;
      lazy = inContainer && line.markers === 0 ? lazy + 1 : 0;
      const message = line.depth > DEEPEST ? `This line is nested in more than ${DEEPEST} quotes and lists and is not checked.`
        : line.bars > MOST_COLUMNS ? `This line has more than ${MOST_COLUMNS} cells of a table and is not checked.`
        : cells > MOST_CELLS && line.bars > 0 ? `This table has more than ${MOST_CELLS} cells; it is not checked from here on.`
        : lazy > MOST_LAZY_LINES ? `This quote or list runs on for more than ${MOST_LAZY_LINES} lines; it is not checked from here on.`
        : listLines > MOST_LIST_LINES ? `This list runs on for more than ${MOST_LIST_LINES} lines; it is not checked from here on.`
        : lines > MOST_LINES ? `These are more than ${MOST_LINES} lines without a blank one; they are not checked from here on.` : undefined;
      // The end of a code block or comment must be seen, or it would hide the rest of the draft.
      const closes = message !== undefined && line.depth <= DEEPEST && /^[ \t>]{0,100}(?:```|~~~)|-->/.test(text.slice(start, Math.min(end, start + 2000)));
      if (message !== undefined && !closes) {
        const last = masked.at(-1);
        if (last && last.message === message && text.slice(last.end, start).trim() === '') last.end = end;
        else masked.push({ start, end, message });
      }
    }
    start = afterLineEnding(text, end);
  }
  return masked;
}

interface Line {
  readonly blank: boolean;
  /** Marks of quotes, lists and footnotes at its start. */
  readonly markers: number;
  /** How deep it may be nested, by its marks and its indentation. */
  readonly depth: number;
  readonly bars: number;
}

/** A line that begins with a letter and has no bar: most lines of news copy. */
const PLAIN_LINE: Line = { blank: false, markers: 0, depth: 0, bars: 0 };

function isPlainStart(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function readLine(text: string, start: number, end: number): Line {
  let markers = 0;
  let columns = 0;
  let at = start;
  for (; at < end; at++) {
    const c = text[at]!;
    if (c === ' ') columns++;
    else if (c === '\t') columns += 4;
    else if (c === '>') markers++;
    else {
      const length = markerLength(text, at, end);
      if (length === 0) break;
      markers++;
      at += length - 1;
    }
  }
  const blank = at >= end && markers === 0;
  let bars = 0;
  for (; at < end; at++) if (text[at] === '|') bars++;
  // White space alone nests nothing: it may be a poem or code. With a mark after it, two columns are one level at least.
  return { blank, markers, depth: markers === 0 ? 0 : markers + columns / 2, bars };
}

/** The length of a list item's or a footnote definition's mark. */
function markerLength(text: string, at: number, end: number): number {
  const c = text[at]!;
  if (c === '-' || c === '+' || c === '*') return isSpace(text, at + 1, end) ? 1 : 0;
  if (c === '[') return text[at + 1] === '^' ? /^\[\^[^\][\s]{1,80}\]:/.exec(text.slice(at, Math.min(end, at + 90)))?.[0].length ?? 0 : 0;
  let digits = 0;
  while (digits < 9 && at + digits < end && text[at + digits]! >= '0' && text[at + digits]! <= '9') digits++;
  const delimiter = text[at + digits];
  return digits > 0 && (delimiter === '.' || delimiter === ')') && isSpace(text, at + digits + 1, end) ? digits + 1 : 0;
}

function isSpace(text: string, at: number, end: number): boolean {
  return at >= end || text[at] === ' ' || text[at] === '\t';
}

function lineEnd(text: string, at: number): number {
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** The end of a line in a text without carriage returns. */
function lineFeed(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}

function afterLineEnding(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}

function codePointEnd(text: string, at: number): number {
  const low = text.charCodeAt(at);
  return low >= 0xdc00 && low <= 0xdfff ? at + 1 : at;
}
