// One person with two offices that differ in their field alone: "the finance minister" here, "the trade minister" there.
import type { Draft } from '../../draft/draft.ts';
import { words } from '../../language/word-list.ts';
import type { Span } from '../../span.ts';
import type { NameVariant } from './name-variants.ts';
import type { DraftName } from './people.ts';

/** What an office is for; the words of a line name one field. */
const FIELDS: ReadonlyMap<string, string> = new Map(
  [
    'financial finance', 'operating operations', 'executive', 'legal', 'medical', 'technology technical', 'information', 'marketing', 'commercial', 'scientific science', 'risk', 'compliance', 'nursing', 'investment', 'security', 'communications',
    'foreign', 'interior', 'health', 'education schools', 'justice', 'trade', 'transport transportation', 'defence defense', 'agriculture farm', 'labour labor employment', 'energy', 'environment', 'home', 'culture', 'housing', 'tourism', 'sports sport', 'fisheries', 'planning', 'development', 'research', 'sales', 'artistic', 'music',
  ].flatMap(line => line.split(' ').map(word => [word, line.split(' ')[0]!] as const)),
);

const HEADS = 'officer|minister|secretary|director|editor|commissioner';
/** Asked first: few names have an office beside them, and reading one takes many times as long. */
const HEAD = new RegExp(HEADS, 'i');
const OFFICE = String.raw`((?:(?!the\s)\p{L}[\p{L}-]{2,20}\s+){1,3}?)(${HEADS})\b`;
const BEHIND = new RegExp(String.raw`^,\s+(?:(?:the|its|their)\s+|(?:\p{L}[\p{L}-]*\s+){1,3}\p{L}+['’]s\s+)?${OFFICE}`, 'iu');
const BEFORE = new RegExp(String.raw`(?:^|[\s’'(])${OFFICE},?\s+$`, 'iu');

/** Words beside an office that say that there are two, or that one is over. */
const CHANGED = words('former then previous previously deputy shadow also both until acting interim incoming outgoing later named appointed promoted moved replaced ex assistant vice designate');

/** As far as an office stands from a name. */
const REACH = 90;

/** As far beside the two a word tells of a change. */
const BESIDE = 40;

/** So many offices of one person are compared. */
const MOST = 6;

/** The first mention of each office of a person who is named in full, against one of another field; none beside words that tell of a change. */
export function findOfficeVariants(names: readonly DraftName[], { text }: Draft): NameVariant[] {
  const found: NameVariant[] = [];
  const byName = new Map<string, { readonly name: DraftName; readonly head: string; readonly field: string }[]>();
  for (const name of names) {
    if (name.words.length < 2 || name.kind === 'body') continue;
    const office = officeBehind(name, text) ?? officeBefore(name, text);
    if (!office || isChanged(office.name.whole, text)) continue;
    const key = name.words.join(' ');
    const offices = byName.get(key) ?? [];
    byName.set(key, offices);
    if (offices.length === MOST || offices.some(o => o.head === office.head && o.field === office.field)) continue;
    const other = offices.find(o => o.head === office.head);
    offices.push(office);
    if (other) found.push({ a: other.name, b: office.name, about: 'office' });
  }
  return found;
}

function isChanged({ start, end }: Span, text: string): boolean {
  return text.slice(Math.max(0, start - BESIDE), end + BESIDE).toLowerCase().split(/[^\p{L}]+/u).some(word => CHANGED.has(word));
}

/** "Ada Brandt, the chief operating officer" */
function officeBehind(name: DraftName, text: string) {
  if (text[name.end] !== ',') return undefined;
  const behind = text.slice(name.end, name.end + REACH);
  const match = HEAD.test(behind) ? BEHIND.exec(behind) : null;
  return match && readOffice(match, { ...name, whole: { start: name.start, end: name.end + match[0].length } });
}

/** "the trade minister, Ada Brandt" */
function officeBefore(name: DraftName, text: string) {
  const before = text.slice(Math.max(0, name.start - REACH), name.start);
  const match = HEAD.test(before) ? BEFORE.exec(before) : null;
  if (!match) return undefined;
  const lead = /^[\s’'(]/u.test(match[0]) ? 1 : 0;
  return readOffice(match, { ...name, whole: { start: name.start - match[0].length + lead, end: name.end } });
}

/** The office of one field that a match holds; "of health" behind it is read as no field. */
function readOffice(match: RegExpExecArray, name: DraftName) {
  const fields = match[1]!.trim().toLowerCase().split(/\s+/u).flatMap(word => FIELDS.get(word) ?? []);
  return fields.length === 1 ? { name, head: match[2]!.toLowerCase(), field: fields[0]! } : undefined;
}
