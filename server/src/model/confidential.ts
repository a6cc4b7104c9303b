// Where a draft names a source whose name must not appear.
import type { Span } from '../span.ts';
import type { PersonName, SourceEntry } from '../registry/registry.ts';
import type { Draft } from '../draft/draft.ts';
import type { Person, Source } from './analysis.ts';
import type { DeskPerson } from './context.ts';

/** A place in the draft that names a confidential source. What it says is in the draft; it is repeated nowhere. */
export interface NamedConfidential extends Span {
  readonly source: string;
}

/**
 * The places outside the front matter, comments and footnotes included, that name a confidential source: by its full name in either order, or by the family name
 * where no other person of the draft, of its registries or of the desk bears it. In order; spans of one source do not overlap.
 */
export function findConfidentialNames(draft: Draft, sources: ReadonlyMap<string, Source>, people: readonly Person[], desk: readonly DeskPerson[]): NamedConfidential[] {
  const entries = [...sources.values()].map(source => source.entry);
  const found: NamedConfidential[] = [];
  for (const entry of entries) {
    if (!entry.confidential) continue;
    const spans = entry.authors.flatMap(author => findPerson(author, entry, entries, draft, people, desk));
    for (const span of withoutOverlap(spans)) found.push({ ...span, source: entry.id });
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

interface Name {
  readonly given: readonly string[];
  readonly family: string;
}

function findPerson(author: PersonName, entry: SourceEntry, entries: readonly SourceEntry[], draft: Draft, people: readonly Person[], desk: readonly DeskPerson[]): Span[] {
  const name = nameOf(author);
  if (!name) return author.literal && isName(author.literal) ? search(draft, words(author.literal.trim().split(/\s+/)), 'u') : [];
  const spans = name.given.length > 0 ? search(draft, `(?:${fullName(name)})`, 'iu') : [];
  const others = entries.filter(other => other !== entry).flatMap(other => other.authors.map(nameOf)).filter(other => other !== undefined)
    .concat(people.map(p => ({ given: p.given?.split(/\s+/) ?? [], family: p.family })), desk.map(p => nameOf({ literal: p.name })).filter(p => p !== undefined));
  if (others.some(other => same(other.family, name.family) && other.given.length > 0 && !sameGiven(other.given, name.given))) return spans;
  const family = search(draft, `(?:${word(name.family)}|${word(name.family.toUpperCase())})`, 'u');
  // "Anna Roe" beside a confidential "John Roe" is another bearer of the name, whether or not the people of the draft have been collected.
  if (family.some(span => isOtherBearer(draft.text, span, name))) return spans;
  return [...spans, ...family];
}

/** Words with which the names of bodies end, not those of people. */
const BODY = /^(?:agency|alliance|analytics|association|authority|bank|board|bureau|cent(?:er|re)|college|commission|committee|company|corp|corporation|council|court|department|directorate|embassy|federation|force|forum|foundation|fund|group|holdings|hospital|inc|institute|institution|laborator(?:y|ies)|limited|llc|llp|ltd|ministry|museum|network|news|office|organi[sz]ation|parliament|partners|party|plc|police|post|press|research|school|secretariat|senate|service|services|society|staff|team|times|treasury|trust|union|university)\.?$/i;

/** Is a literal author a name that a reader could recognise? "a senior official" and "ministry staff" are none, and a body that is known for its own sake is not a person. */
function isName(literal: string): boolean {
  const parts = literal.trim().split(/\s+/);
  return parts.every(part => /^\p{Lu}/u.test(part) || /^(?:al|bin|da|de|del|der|di|du|el|ibn|la|le|of|the|van|von|y|zu)$/.test(part)) && /^\p{Lu}/u.test(parts[0]!) && !parts.some(part => BODY.test(part) || part === 'of' || part === 'the');
}

/** A literal name of two to four capitalised words is taken as given names and a family name. */
function nameOf(author: PersonName): Name | undefined {
  if (author.family) return { family: author.family.trim(), given: author.given?.trim().split(/\s+/).filter(Boolean) ?? [] };
  const parts = author.literal?.trim().split(/\s+/) ?? [];
  if (parts.length < 2 || parts.length > 4 || !parts.every(part => /^\p{Lu}/u.test(part)) || !isName(author.literal!)) return undefined;
  return { family: parts.at(-1)!, given: parts.slice(0, -1) };
}

/** Middle names may come or go: "Jane Roe", "Jane A. Roe", "Roe, Jane". */
function fullName({ given, family }: Name): string {
  const first = word(given[0]!);
  const middle = `(?:${GAP}\\p{L}[\\p{L}.'’]{0,20}){0,2}`;
  return `${first}${given.length > 1 ? `(?:${GAP}${words(given.slice(1))})?` : ''}${middle}?${GAP}${word(family)}|${word(family)}(?:,\\s{0,3}|${GAP})${first}`;
}

/** Between the parts of a name: white space and markup in prose, a hyphen, a dot or an underscore in an address. */
const GAP = "[\\s._*>-]{1,6}";

function words(parts: readonly string[]): string {
  return parts.map(word).join(GAP);
}

/** A word as a pattern: with or without its accents, with either apostrophe. */
function word(text: string): string {
  return [...text.normalize('NFC')].map(c => {
    if (/['’]/.test(c)) return "['’]";
    if (/\s/.test(c)) return GAP;
    // With the u flag an escaped hyphen is an error outside a class.
    if (/[-\u2010\u2011]/.test(c)) return '[-\\u2010\\u2011]';
    const plain = c.normalize('NFD').replace(/\p{M}/gu, '');
    return plain === c || plain === '' ? escape(c) : `(?:${escape(c)}|${escape(c.normalize('NFD'))}|${escape(plain)})`;
  }).join('');
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The matches in the text after the front matter, and those that only the prose shows (a name across markup). */
function search(draft: Draft, pattern: string, flags: string): Span[] {
  const from = draft.frontMatter?.end ?? 0;
  const regexp = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{M}\\p{N}])`, `g${flags}`);
  const spans: Span[] = [];
  for (const match of draft.text.slice(from).matchAll(regexp)) spans.push({ start: from + match.index, end: from + match.index + match[0].length });
  for (const leaf of draft.leaves) {
    for (const match of leaf.content.prose.matchAll(regexp)) spans.push(leaf.toSource({ start: match.index, end: match.index + match[0].length }));
  }
  return spans;
}

const TITLE = /(?:^|\s)(?:Mrs?|Ms|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|President|Minister|Senator|Sen|Rep|Gov|Governor|Mayor|Judge|Justice|Captain|Capt|Sgt|Sergeant|Officer|Inspector|Detective|General|Gen|Colonel|Col|Major|Rev|Father|Sister|Brother|Mayoress|Councillor|Secretary|Chairman|Chairwoman|Director)\.?$/u;

const DAY_OR_MONTH = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** Does a given name that is not the source's stand before the family name? */
function isOtherBearer(text: string, span: Span, name: Name): boolean {
  const before = text.slice(Math.max(0, span.start - 60), span.start);
  const match = /(^|[.!?:"“'‘(\n]\s{0,3}|\S\s)(\p{Lu}[\p{Ll}'’-]{1,30}|\p{Lu}\.)[ \u00a0]$/u.exec(before);
  if (!match || TITLE.test(before.trimEnd())) return false;
  const given = match[2]!;
  if (DAY_OR_MONTH.test(given)) return false;
  if (name.given.some(part => same(part, given) || (given.endsWith('.') && same(part[0]!, given[0]!)))) return false;
  // The first word of a sentence is capitalised whatever it is ("When Roe left").
  return /\S\s$/.test(match[1]!) && !/[.!?:"“'‘(]\s$/.test(match[1]!);
}

function same(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function sameGiven(a: readonly string[], b: readonly string[]): boolean {
  const [first, second] = [a[0], b[0]];
  if (!first || !second) return true;
  return same(first, second) || (first.replace('.', '').length === 1 && fold(second).startsWith(fold(first[0]!))) || (second.replace('.', '').length === 1 && fold(first).startsWith(fold(second[0]!)));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function withoutOverlap(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (!last || span.start >= last.end) out.push(span);
  }
  return out;
}
