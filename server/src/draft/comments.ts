// Claim comments and control comments: what their words say, before anything is known of the sentence they belong to.
import { decodeString } from 'micromark-util-decode-string';
import { distance } from 'fastest-levenshtein';
import type { Span } from '../span.ts';
import type { Attribute, ClaimComment, ClaimStatus, ControlComment, DraftProblem } from './draft.ts';

/** A claim comment as its words say it; offsets in the comment's text. */
export type ClaimWords = Omit<ClaimComment, keyof Span | 'sentence' | 'subject'> & { readonly kind: 'claim' };

export interface ControlWords {
  readonly kind: 'control';
  readonly action: ControlComment['kind'];
  readonly rules: ControlComment['rules'];
  readonly reason?: string;
}

export interface CommentReading {
  /** Undefined for a comment that is none of ours, or that cannot be read at all. */
  readonly words: ClaimWords | ControlWords | undefined;
  readonly problems: readonly DraftProblem[];
}

const STATUSES: readonly ClaimStatus[] = ['todo', 'needs-source', 'verified', 'disputed', 'unverifiable', 'observed', 'common-knowledge'];
const ATTRIBUTES = ['id', 'text', 'source', 'figure', 'value', 'as-of', 'scope', 'stakes', 'status', 'by', 'on', 'note', 'hash'] as const;
const ACTIONS: readonly ControlComment['kind'][] = ['disable-next-line', 'disable-line', 'disable', 'enable', 'disable-file'];

/** An attribute that a claim comment may have. */
export type ClaimAttribute = (typeof ATTRIBUTES)[number];
const controlActions: readonly string[] = ACTIONS.map(action => `claimcheck-${action}`);

/** Reads what stands between `<!--` and `-->`. */
export function readComment(inside: string): CommentReading {
  const word = /^\s*([\p{L}\p{N}_-]+)/u.exec(inside);
  if (!word) return { words: undefined, problems: [] };
  const start = word[0].length - word[1]!.length;
  const end = word[0].length;
  if (word[1] === 'claim' && (end === inside.length || /\s/.test(inside[end]!))) return readClaim(inside, end);
  const control = CONTROL.exec(inside);
  if (control) return readControl(inside, { start, end: start + control[1]!.length });
  const almost = ALMOST_CLAIM.exec(inside);
  if (almost && isNearClaim(almost[1]!) && (ATTRIBUTES as readonly string[]).includes(almost[2]!)) {
    return { words: undefined, problems: [{ start, end: start + almost[1]!.length, message: `“${almost[1]}” begins no claim comment, so this one is not read.`, didYouMean: 'claim' }] };
  }
  return { words: undefined, problems: [] };
}

/** What was meant as a control comment, however it is spelt: `claimcheck-disable…`, `Claimcheck: disable`, `claim-check-enable`. */
const CONTROL = /^\s*(claim-?check(?:[-_][\w-]*|[ \t]*:?[ \t]*(?:disable|enable)[\w-]*))/i;
/** `Claim status=todo`, `claim: status=todo`, `clam status=todo`: perhaps ours but for the first word. */
const ALMOST_CLAIM = /^\s*(\p{L}{3,8}:?)\s+([a-z-]{1,20})\s*=/u;

function isNearClaim(word: string): boolean {
  const plain = word.replace(':', '').toLowerCase();
  return sorted(plain) === sorted('claim') || distance(plain, 'claim') <= 1;
}

// ---- claims --------------------------------------------------------------

function readClaim(text: string, from: number): CommentReading {
  const problems: DraftProblem[] = [];
  const attributes: Attribute[] = [];
  const fields: { -readonly [K in keyof ClaimWords]?: ClaimWords[K] } = {};
  const sources: { id: string; span: Span }[] = [];
  const seen = new Set<string>();
  for (const attribute of readAttributes(text, from, problems)) {
    attributes.push(attribute);
    const { name, nameSpan } = attribute;
    if (!(ATTRIBUTES as readonly string[]).includes(name)) {
      problems.push({ ...nameSpan, message: `A claim comment has no attribute “${clip(name)}”.`, ...near(name, ATTRIBUTES) });
      continue;
    }
    if (seen.has(name)) {
      problems.push({ ...nameSpan, message: `The attribute “${name}” stands twice in this claim comment; the first one counts.` });
      continue;
    }
    seen.add(name);
    readField(attribute, fields, sources, problems);
  }
  return { words: { kind: 'claim', attributes, sources, ...fields }, problems };
}

/** HTML's attribute syntax. What cannot be read is one problem, and reading goes on after it. */
function readAttributes(text: string, from: number, problems: DraftProblem[]): Attribute[] {
  const attributes: Attribute[] = [];
  let at = from;
  let bare: Span | undefined;
  const closeBare = () => {
    if (bare) problems.push({ ...bare, message: `“${clip(text.slice(bare.start, bare.end))}” in a claim comment cannot be read; an attribute is written name=value or name="two words".` });
    bare = undefined;
  };
  for (;;) {
    at = skipSpace(text, at);
    if (at >= text.length) break;
    const name = matchAt(/[^\s="'<>]{1,1000}/y, text, at);
    const equals = name === '' ? -1 : equalsAfter(text, at + name.length);
    if (equals < 0) {
      const end = name === '' ? at + matchAt(/[\s\S][^\s]{0,1000}/y, text, at).length : at + name.length;
      bare = { start: bare?.start ?? at, end };
      at = end;
      continue;
    }
    closeBare();
    const nameSpan = { start: at, end: at + name.length };
    const valueAt = skipSpace(text, equals + 1);
    const mark = text[valueAt];
    if (mark === '"' || mark === "'") {
      const close = text.indexOf(mark, valueAt + 1);
      if (close < 0) {
        problems.push({ start: valueAt, end: text.trimEnd().length, message: `The value of “${clip(name)}” begins with a quotation mark (${mark}) that never closes.` });
        break;
      }
      attributes.push({ name, nameSpan, value: decode(text.slice(valueAt + 1, close)), valueSpan: { start: valueAt + 1, end: close } });
      at = close + 1;
      continue;
    }
    const value = matchAt(/[^\s"'<>=]{1,4000}/y, text, valueAt);
    if (value === '') {
      problems.push({ start: at, end: equals + 1, message: `The attribute “${clip(name)}” has no value.` });
      at = equals + 1;
      continue;
    }
    attributes.push({ name, nameSpan, value: decode(value), valueSpan: { start: valueAt, end: valueAt + value.length } });
    at = valueAt + value.length;
  }
  closeBare();
  return attributes;
}

function equalsAfter(text: string, at: number): number {
  const next = skipSpace(text, at);
  return text[next] === '=' ? next : -1;
}

type Fields = { -readonly [K in keyof ClaimWords]?: ClaimWords[K] };

function readField(attribute: Attribute, fields: Fields, sources: { id: string; span: Span }[], problems: DraftProblem[]): void {
  const { name, value, valueSpan } = attribute;
  const bad = (message: string, didYouMean?: string) => {
    problems.push({ ...valueSpan, message, ...(didYouMean === undefined ? {} : { didYouMean }) });
  };
  const trimmed = value.trim();
  if (trimmed === '') {
    problems.push({ ...attribute.nameSpan, message: `The attribute “${name}” has no value.` });
    return;
  }
  switch (name) {
    case 'id':
    case 'figure':
      if (/^[\p{L}\p{M}\p{N}._-]+$/u.test(trimmed)) fields[name] = trimmed;
      else bad(`A claim's ${name} consists of letters, digits, “-”, “_” and “.”; “${clip(trimmed)}” does not.`, nameLike(trimmed));
      return;
    case 'source':
      readSources(attribute, sources, problems);
      return;
    case 'status':
      if ((STATUSES as readonly string[]).includes(trimmed)) fields.status = trimmed as ClaimStatus;
      else bad(`“${clip(trimmed)}” is no status; expected one of ${STATUSES.join(', ')}.`, near(trimmed, STATUSES).didYouMean);
      return;
    case 'stakes':
      if (trimmed === 'high') fields.stakes = 'high';
      else bad(`“${clip(trimmed)}” is no value of stakes; the only one is “high”.`, near(trimmed, ['high']).didYouMean);
      return;
    case 'as-of':
      if (isPeriod(trimmed)) fields.asOf = trimmed;
      else bad(`“${clip(trimmed)}” is no date; expected one such as 2025-09-19, 2025-09, 2025 or 2025-01/2025-06.`);
      return;
    case 'on':
      if (isDay(trimmed)) fields.on = trimmed;
      else bad(`“${clip(trimmed)}” is no day; expected a date such as 2025-09-19.`);
      return;
    case 'hash':
      if (/^[0-9a-f]{8}$/i.test(trimmed)) fields.hash = trimmed.toLowerCase();
      else bad(`“${clip(trimmed)}” is no fingerprint; expected the 8 hexadecimal digits that “Mark claim as verified” writes.`);
      return;
    case 'text':
    case 'value':
    case 'scope':
    case 'by':
    case 'note':
      fields[name] = trimmed;
  }
}

function readSources(attribute: Attribute, sources: { id: string; span: Span }[], problems: DraftProblem[]): void {
  // A character reference in a source id would shift the offsets of those after it; none has one, so the whole value stands for it then.
  const exact = attribute.value.length === attribute.valueSpan.end - attribute.valueSpan.start;
  for (const match of attribute.value.matchAll(/[^\s,;]+/g)) {
    const span = exact ? { start: attribute.valueSpan.start + match.index, end: attribute.valueSpan.start + match.index + match[0].length } : attribute.valueSpan;
    const id = match[0].replace(/^@/, '');
    if (id === match[0]) sources.push({ id, span });
    else {
      problems.push({ ...span, message: `A source id in a claim comment is written without “@”.`, didYouMean: id });
      sources.push({ id, span: { start: span.start + 1, end: span.end } });
    }
  }
}

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** An ISO date, month, year, or two of them with `/` between. */
function isPeriod(text: string): boolean {
  const parts = text.split('/');
  return parts.length <= 2 && parts.every(isPartialDate);
}

function isPartialDate(text: string): boolean {
  const match = ISO.exec(text);
  if (!match) return false;
  const month = match[2] === undefined ? 1 : Number(match[2]);
  const day = match[3] === undefined ? 1 : Number(match[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(match[1]), month);
}

/** Is the text a day that the calendar has, `2025-09-19`? */
export function isDay(text: string): boolean {
  return text.length === 10 && isPartialDate(text);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The value with everything that a name cannot hold turned into hyphens. */
function nameLike(value: string): string | undefined {
  const name = value.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-').replace(/^-+|-+$/g, '');
  return name === '' ? undefined : name;
}

// ---- control comments ----------------------------------------------------

function readControl(text: string, word: Span): CommentReading {
  const action = ACTIONS.find(a => `claimcheck-${a}` === text.slice(word.start, word.end));
  if (!action) {
    const name = text.slice(word.start, word.end);
    return { words: undefined, problems: [{ ...word, message: `“${clip(name)}” is no control comment; expected ${controlActions.slice(0, -1).join(', ')} or ${controlActions.at(-1)}.`, ...near(name, controlActions) }] };
  }
  const problems: DraftProblem[] = [];
  const dashes = /(?:^|\s)--(?:\s|$)/.exec(text.slice(word.end));
  const end = dashes ? word.end + dashes.index : text.length;
  const reason = dashes ? text.slice(end + dashes[0].length).trim() : '';
  const rules: { id: string; span: Span }[] = [];
  for (const match of text.slice(word.end, end).matchAll(/[^\s,]+/g)) {
    const span = { start: word.end + match.index, end: word.end + match.index + match[0].length };
    if (/^[a-z][a-z-]*(?:\/[a-z][a-z-]*)?$/.test(match[0])) rules.push({ id: match[0], span });
    else problems.push({ ...span, message: `“${clip(match[0])}” is neither a rule (figures/conflict) nor a group of rules (figures); a reason stands after “ -- ”.` });
  }
  // What was meant for one rule must not silence all of them.
  if (rules.length === 0 && problems.length > 0) return { words: undefined, problems };
  return { words: { kind: 'control', action, rules, ...(reason ? { reason } : {}) }, problems };
}

// ---- words ---------------------------------------------------------------

function near(word: string, known: readonly string[]): { didYouMean?: string } {
  if (word.length > 60) return {};
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    // Swapped letters are one slip, not two.
    const d = sorted(word.toLowerCase()) === sorted(candidate) ? 1 : distance(word.toLowerCase(), candidate);
    if (d < least) [best, least] = [candidate, d];
  }
  return best === undefined ? {} : { didYouMean: best };
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

function decode(text: string): string {
  // decodeString also undoes Markdown's backslash escapes, which HTML does not know.
  return text.includes('&') ? text.replace(/&(?:#x?[0-9a-f]{1,7}|[a-z][a-z0-9]{0,31});/gi, decodeString) : text;
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}
