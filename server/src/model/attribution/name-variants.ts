// Names of one person or body that are spelt or titled in two ways.
import { distance } from 'fastest-levenshtein';
import type { Draft } from '../../draft/draft.ts';
import type { Span } from '../../span.ts';
import { ROLE_NOUNS } from '../../language/names.ts';
import type { Attribution } from '../analysis.ts';
import { isSameOffice, mayBeOne } from './name-bearers.ts';
import { collectNames, collectPeople, familyOf, type DraftName } from './people.ts';
import { findOfficeVariants } from './office-variants.ts';

/** `about`: in what the two differ. Of an office the `whole` of each reaches from the name to the office beside it, whichever stands first. */
export interface NameVariant {
  readonly a: DraftName;
  readonly b: DraftName;
  readonly about: 'spelling' | 'title' | 'office';
}

/** Titles that no one bears two of at once. */
const EXCLUSIVE: readonly ReadonlySet<string>[] = [
  ['judge', 'justice', 'magistrate'],
  ['captain', 'major', 'colonel', 'general', 'lieutenant', 'sergeant', 'admiral', 'commander'],
  ['senator', 'representative', 'governor', 'mayor'],
  ['detective', 'inspector', 'superintendent', 'constable', 'sheriff', 'sergeant'],
  ['bishop', 'archbishop', 'cardinal', 'rabbi', 'imam', 'pope'],
  ['mr', 'mrs', 'ms', 'miss'],
  ['king', 'prince', 'queen', 'princess'],
].map(list => new Set(list));

/** Those of which a man and his wife have two, and those that are followed by a given name. */
const COURTESY: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'king', 'prince', 'queen', 'princess', 'pope']);

/** Words that say that a name has changed, or that two people bear it. */
export const EXPLAINED = /\b(?:born|née|nee|formerly|previously|renamed|maiden|known as|changed (?:his|her|its|their) name|spelled|spelt|alias|pen name|stage name|now called|later called|brothers?|sisters?|twins?|cousins?|promoted|elevated|appointed|sworn in|became)\b/iu;

/** So many names with one part in common are compared. */
const BUCKET = 12;
/** So many surnames are compared with one that stands alone. */
const FAMILIES = 60;

/** Pairs of names that cannot both be right, each pair of wordings once, at their first mentions. Linear but for bounded comparisons. */
export function findNameVariants(draft: Draft, attributions: readonly Attribution[]): NameVariant[] {
  const names = readNames(draft).filter(n => !n.quoted);
  return [...spellings(names, draft), ...titles(names), ...findOfficeVariants(names, draft), ...surnames(names, attributions)].filter(({ a, b }) => a.sentence !== b.sentence && !EXPLAINED.test(a.sentence.text) && !EXPLAINED.test(b.sentence.text)).sort((x, y) => x.b.start - y.b.start);
}

/** The names of a draft, each as that of a person where any mention shows one, and without the "Inc." that a later mention leaves out. */
function readNames(draft: Draft): readonly DraftName[] {
  const people = new Set(collectPeople(draft).map(p => p.name));
  // "@HarbourRadio" is an address.
  return collectNames(draft).filter(name => !/[@#]/.test(draft.text.charAt(name.start - 1))).map(name => {
    // "Prosecutor Marta Brandt": a calling with a capital is no part of the name.
    const calling = name.words.length > 2 && name.title === undefined && name.kind !== 'body' && isCalling(name.words[0]!) ? /^\S+\s+/u.exec(draft.text.slice(name.start, name.end))?.[0] : undefined;
    if (calling !== undefined) return { ...name, kind: 'person', words: name.words.slice(1), start: name.start + calling.length };
    if (name.kind === 'unknown' && people.has(name.words.join(' '))) return { ...name, kind: 'person' };
    // "Shares of Brandt Freight" begin a sentence.
    const lead = name.first && name.words.length > 3 ? /^\p{Lu}\p{Ll}+s\s+of\s+/u.exec(draft.text.slice(name.start, name.end))?.[0] : undefined;
    if (lead !== undefined) return { ...name, words: name.words.slice(2), start: name.start + lead.length };
    const form = name.words.length > 2 ? LEGAL_FORM.exec(draft.text.slice(name.start, name.end))?.[0] : undefined;
    return form === undefined ? name : { ...name, words: name.words.slice(0, -1), end: name.end - form.length };
  });
}

/** Callings that are names as well are none here. */
function isCalling(word: string): boolean {
  return ROLE_NOUNS.has(word.toLowerCase()) && !/^(?:dean|cook|baker|butcher|carpenter|singer|mason|fisher|guy|bishop|abbot|deacon|carter|miller)$/i.test(word);
}

export const LEGAL_FORM = /,?\s+(?:Inc|Corp|Ltd|LLC|LLP|Co|Plc|PLC|plc|AG|SA|NV|GmbH)\.?$/u;

/** No name has more words; a line of capitals may have thousands, and each word of it is a key as long as the line. */
const LONGEST = 30;

function spellings(names: readonly DraftName[], draft: Draft): NameVariant[] {
  const firsts = new Map<string, DraftName>();
  /** The sentences of each full name: two that stand in one are two. */
  const places = new Map<string, Set<number>>();
  for (const name of names) {
    // "HealthWatch" may be "Health Watch".
    if (name.words.length < 2 && !/^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}/u.test(name.words[0]!)) continue;
    const full = name.words.join(' ');
    const sentences = places.get(full) ?? new Set();
    places.set(full, sentences.add(name.sentence.index));
    const before = firsts.get(full);
    // A later mention may show what the first did not: that it is a person.
    if (!before) firsts.set(full, name);
    else if (before.kind === 'unknown' && name.kind !== 'unknown') firsts.set(full, { ...before, kind: name.kind, evidence: name.evidence });
  }
  const found: NameVariant[] = [];
  const buckets = new Map<string, DraftName[]>();
  const joined = new Map<string, DraftName>();
  for (const name of firsts.values()) {
    // "Bay Side" and "Bayside", "Anne-Marie" and "Anne Marie"
    const letters = plain(name.words.join('')).replaceAll('-', '');
    const apart = joined.get(letters);
    if (apart && plain(apart.words.join(' ')) !== plain(name.words.join(' '))) found.push({ a: apart, b: name, about: 'spelling' });
    else if (!apart) joined.set(letters, name);
    if (name.words.length < 2 || name.words.length > LONGEST) continue;
    const seen = new Set<DraftName>();
    for (const [i] of name.words.entries()) {
      const key = name.words.map((w, k) => (k === i ? '*' : w.toLowerCase())).join(' ');
      const bucket = buckets.get(key) ?? [];
      for (const other of bucket) {
        if (seen.has(other) || !isOne(other, name, i, draft) || areSideBySide(places, other, name)) continue;
        seen.add(other);
        found.push({ a: other, b: name, about: 'spelling' });
      }
      if (bucket.length < BUCKET) bucket.push(name);
      buckets.set(key, bucket);
    }
  }
  return found;
}

/** Are the two, which differ in one word, one person or body? */
function isOne(a: DraftName, b: DraftName, i: number, draft: Draft): boolean {
  if (isSlip(a, b, i) && sameBearer(a, b, i)) return !isPersonal(a, b) || mayBeOne(a, b, soundsAlike(a.words[i]!, b.words[i]!), draft);
  // "Susan Clarke, the head of planning", "Sarah Clarke, the head of planning"
  return i === 0 && a.words.length === 2 && a.kind !== 'body' && b.kind !== 'body' && plain(a.words[0]!)[0] === plain(b.words[0]!)[0] && isSameOffice(a, b, draft);
}

/** Are two names told of in one sentence anywhere? Names that come this often are not compared further. */
function areSideBySide(places: ReadonlyMap<string, ReadonlySet<number>>, a: DraftName, b: DraftName): boolean {
  const [few, many] = [places.get(a.words.join(' '))!, places.get(b.words.join(' '))!].toSorted((x, y) => x.size - y.size) as [ReadonlySet<number>, ReadonlySet<number>];
  let n = 0;
  for (const place of few) {
    if (many.has(place)) return true;
    if (n++ === MOST_PLACES) break;
  }
  return false;
}

/** So many mentions of a name are looked at. */
const MOST_PLACES = 50;

/** The same name in another spelling: "Helen" and "Hellen", "Aleksandr" and "Alexander". */
function soundsAlike(a: string, b: string): boolean {
  return isTransliteration(a, b) || sound(plain(a)) === sound(plain(b)) || unaccented(plain(a)) === unaccented(plain(b));
}

/** Is the one word in which two names differ the same word, spelt wrong, by ear, or in a long surname with letters left out? */
function isSlip(a: DraftName, b: DraftName, i: number): boolean {
  const [x, y] = [a.words[i]!, b.words[i]!];
  // "J. R. Haldane" and "J. K. Haldane": of a name with two initials.
  if (a.words.length === 3 && i < 2 && [x, y, a.words[1 - i]!].every(word => /^\p{Lu}\.?$/u.test(word))) return x[0] !== y[0];
  if (!isPersonal(a, b)) return Math.min(x.length, y.length) > 4 && isMisspelling(x, y) || plain(x) !== plain(y) && unaccented(plain(x)) === unaccented(plain(y)) || i === 0 && a.words.length === 2 && a.kind === 'unknown' && b.kind === 'unknown' && Math.min(x.length, y.length) > 4 && isTransliteration(x, y);
  // "Paul" and "Paula", "Mario" and "Maria" are two members of a family.
  if (i === 0 && isOtherSex(plain(x), plain(y))) return false;
  // Two judges or doctors are rarely namesakes but for a vowel.
  const sameTitle = i === 0 && a.title !== undefined && a.title === b.title && !COURTESY.has(a.title) && Math.min(x.length, y.length) >= 4 && x[0] === y[0] && distance(plain(x), plain(y)) <= 2;
  return sameTitle || isMisspelling(x, y) || isTransliteration(x, y) || (i === a.words.length - 1 && isShortened(plain(x), plain(y)));
}

function isOtherSex(x: string, y: string): boolean {
  return `${x}a` === y || `${y}a` === x || (x.slice(0, -1) === y.slice(0, -1) && /^(?:oa|ao)$/.test(x.slice(-1) + y.slice(-1)));
}

/** A long surname without up to three letters of its middle: "Featherstone", "Feathertone". */
export function isShortened(x: string, y: string): boolean {
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length < 8 || long.length - short.length > 3) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  return start >= 4 && start <= short.length - 2 && long.endsWith(short.slice(start));
}

/** The edits that put one of the two in the place of `wrong` at every mention in the draft, the surname alone among them; a name in a quotation is one, too. */
export function replaceVariant({ a, b, about }: NameVariant, wrong: DraftName, draft: Draft): (Span & { readonly text: string })[] {
  const right = wrong === a ? b : a;
  const names = readNames(draft);
  if (about === 'office') return [{ start: wrong.whole.start, end: wrong.whole.end, text: draft.text.slice(right.whole.start, right.whole.end) }];
  if (about === 'title') {
    const text = draft.text.slice(right.whole.start, right.start);
    return names.filter(n => n.title === wrong.title && !n.qualified && n.words.join(' ') === wrong.words.join(' ') && n.whole.start < n.start).map(n => ({ start: n.whole.start, end: n.start, text }));
  }
  const bad = wrong.words.length === 1 || right.words.length === 1 ? { from: spelt(wrong, draft), to: spelt(right, draft) } : undefined;
  const edits: (Span & { text: string })[] = [];
  for (const name of names) {
    const whole = name.words.join(' ');
    if (bad === undefined && whole === wrong.words.join(' ')) edits.push({ start: name.start, end: name.end, text: right.words.join(' ') });
    else {
      // The word that differs, where it stands alone or, for a surname alone, at the end of a full name.
      const i = bad === undefined && wrong.words.length === right.words.length ? wrong.words.findIndex((w, k) => w !== right.words[k]) : -1;
      if (bad === undefined && i < 0) continue;
      const [from, to] = bad === undefined ? [wrong.words[i]!, right.words[i]!] : [bad.from, bad.to];
      const isLast = bad !== undefined || i === wrong.words.length - 1;
      if (isLast && name.words.at(-1) === from && (name.words.length === 1 || bad !== undefined)) edits.push({ start: name.end - from.length, end: name.end, text: to });
    }
  }
  return edits;
}

/** The word of a mention that is a surname: of a variant by surname the span may be the surname of a full name. */
function spelt({ start, end }: DraftName, { text }: Draft): string {
  return text.slice(start, end);
}

/** Alike but for accents; one or two letters apart, and not merely in number, direction or number word; or spelt alike but for a silent letter ("Jon", "John") or the same sound ("Stephen", "Steven"). */
export function isMisspelling(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)];
  const length = Math.min(x.length, y.length);
  if (x !== y && unaccented(x) === unaccented(y)) return true;
  if (x === y || length < 3 || length > 40 || `${x}s` === y || `${y}s` === x || /\d/.test(x + y)) return false;
  if (sound(x) === sound(y)) return true;
  if (length < 4 || x[0] !== y[0] || /^(?:north|south|east|west)(?:ern|ward|erly)?(?:-|$)/.test(x)) return false;
  if (x.length !== y.length && ENDING.test(x) !== ENDING.test(y)) return false;
  return distance(x, y) <= (length >= 7 ? 2 : 1) || (length >= 5 && isSwapped(x, y));
}

/** Two letters that changed places: "Byrne", "Bryne". */
function isSwapped(x: string, y: string): boolean {
  if (x.length !== y.length || x === y) return false;
  let i = 0;
  while (x[i] === y[i]) i++;
  return x[i] === y[i + 1] && x[i + 1] === y[i] && x.slice(i + 2) === y.slice(i + 2);
}

/** Is the surname that of another, spelt wrong or by ear? */
export function isFamilyVariant(family: string, word: string): boolean {
  return (family.length >= 6 && isMisspelling(family, word)) || (family.length >= 5 && (isTransliteration(family, word) || isSwapped(plain(family), plain(word))));
}

/** The same name from another alphabet, or spelt by ear: "Petrov" and "Petroff", "Mohammed" and "Muhammad", "Meyer" and "Maier". */
export function isTransliteration(a: string, b: string): boolean {
  const [x, y] = [unaccented(plain(a)), unaccented(plain(b))];
  const length = Math.min(x.length, y.length);
  return x !== y && length >= 4 && Math.abs(x.length - y.length) <= 3 && `${x}s` !== y && `${y}s` !== x && skeleton(x) === skeleton(y) && distance(x, y) <= 3 && skeleton(x).replaceAll('a', '').length > 1;
}

/** Consonants as they sound, each vowel or run of vowels as one; a last vowel counts, for it tells Julia from Julian's kin. */
export function skeleton(word: string): string {
  return word
    .replace(/x/g, 'ks')
    // "Lewis" and "Louis"
    .replace(/(?<=[aeo])w(?=[aeiouy])/g, 'u')
    .replace(/sch/g, 'sh')
    .replace(/tch|tsch/g, 'ch')
    .replace(/que$/g, 'k')
    .replace(/kh|gh|q(?!u)|ck|c(?=[aoulr]|$)/g, 'k')
    .replace(/(?<!\p{L})g(?=ad)/gu, 'k')
    .replace(/g(?=e[aeiouy]|i[aeouy])/g, 'j')
    .replace(/zh|dj|dzh/g, 'j')
    .replace(/ph|ff|w|f|v/g, 'v')
    .replace(/ts|tz|z|ss/g, 's')
    .replace(/dt|th/g, 't')
    .replace(/iy|yy|ij/g, 'i')
    // "Aleksandr" and "Alexander"
    .replace(/(?<=[^aeiouy])er$/g, 'r')
    .replace(/(\p{L})\1/gu, '$1')
    .replace(/(?<=[^s])h(?=[^aeiouy]|$)/g, '')
    .replace(/[aeiouy]+/g, 'a');
}

/** A change of these is another word, no slip: "Democrat", "Democratic". */
const ENDING = /(?:an|ans|ic|y|ies|al|ed|ing|er|ers)$/;

function sound(word: string): string {
  return word.replace(/ph/g, 'v').replace(/w/g, 'v').replace(/^k/, 'c').replace(/(\p{L})\1/gu, '$1').replace(/(?<=[aeiounrt])h|(?<=[nrl])e$/g, '');
}

function unaccented(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('ł', 'l');
}

function plain(word: string): string {
  return word.normalize('NFC').toLowerCase().replace(/[’'‘.]/gu, '').replace(/[–—/]/gu, '-');
}

/** Could the two be one, by their kinds and the word in which they differ? */
function sameBearer(a: DraftName, b: DraftName, position: number): boolean {
  const person = a.kind === 'person' || b.kind === 'person';
  if (person) return a.kind !== 'body' && b.kind !== 'body' && (a.words.length === 2 || position === 0 || position === a.words.length - 1 || a.words[position]!.length < 3);
  const long = Math.min(a.words[position]!.length, b.words[position]!.length) >= 6;
  return (a.kind === 'body' && b.kind === 'body') || a.words.length > 2 || ((a.kind === 'body' || b.kind === 'body') && long) || (a.kind === b.kind && long);
}

function isPersonal(a: DraftName, b: DraftName): boolean {
  return a.kind === 'person' || b.kind === 'person';
}

/** A surname alone that speaks or bears a title, belongs to nobody and is a letter or two from that of a person. */
function surnames(names: readonly DraftName[], attributions: readonly Attribution[]): NameVariant[] {
  const starts = new Set(attributions.filter(a => !a.stance).map(a => a.source?.start));
  const speaks = ({ start, whole }: DraftName) => starts.has(whole.start) || starts.has(start);
  const known = new Set(names.filter(n => n.words.length > 1).flatMap(n => n.words));
  const families = new Map<string, DraftName>();
  /** Of those that only a title tells from bodies and places. */
  const possible = new Map<string, DraftName>();
  for (const name of names) {
    if (name.words.length < 2 || name.kind === 'body') continue;
    const list = name.kind === 'person' || speaks(name) ? families : possible;
    if (!list.has(familyOf(name))) list.set(familyOf(name), name);
  }
  const seen = new Set<string>();
  const found: NameVariant[] = [];
  const titled = new Map<string, DraftName[]>();
  for (const name of names) {
    const word = name.words[0]!;
    if (name.words.length > 1 || word.length < 5 || known.has(word) || seen.has(word) || !(speaks(name) || name.title !== undefined || name.evidence === 'strong')) continue;
    seen.add(word);
    const near = [...[...families].slice(0, FAMILIES), ...(name.title === undefined && name.evidence !== 'strong' ? [] : [...possible].slice(0, FAMILIES))].filter(([family]) => isFamilyVariant(family, word));
    // "Lord Bramwell", "Lord Bramwel": neither is named in full.
    if (name.title !== undefined && !COURTESY.has(name.title)) {
      const bearers = titled.get(name.title) ?? [];
      titled.set(name.title, bearers);
      const other = near.length === 0 ? bearers.find(bearer => isFamilyVariant(bearer.words[0]!, word)) : undefined;
      if (other && other.kind !== 'body' && name.kind !== 'body') found.push({ a: other, b: name, about: 'spelling' });
      if (bearers.length < BUCKET) bearers.push(name);
    }
    const [match] = near;
    if (match && near.length === 1) found.push({ a: { ...match[1], start: match[1].end - match[0].length }, b: name, about: 'spelling' });
  }
  return found;
}

function titles(names: readonly DraftName[]): NameVariant[] {
  const found: NameVariant[] = [];
  const seen = new Set<string>();
  const byFamily = new Map<string, DraftName[]>();
  const given = new Map<string, Set<string>>();
  for (const name of names) {
    if (name.words.length < 2 || name.kind === 'body') continue;
    const bearers = given.get(familyOf(name)) ?? new Set<string>();
    given.set(familyOf(name), bearers.add(name.words[0]!));
  }
  /** Without a given name it is the one bearer of the surname; "Mr. Moe" and "Mrs. Moe" may well be two people. */
  const isOne = (a: DraftName, b: DraftName) => sameGiven(a, b) || (a.words.length !== b.words.length && !COURTESY.has(a.title!) && given.get(familyOf(a))?.size === 1);
  for (const name of names) {
    if (name.title === undefined || name.qualified || name.kind === 'body') continue;
    const family = familyOf(name);
    const list = byFamily.get(family) ?? [];
    for (const other of list) {
      if (other.title === name.title || !EXCLUSIVE.some(set => set.has(other.title!) && set.has(name.title!)) || !isOne(other, name)) continue;
      const key = `${other.start} ${name.title}`;
      if (seen.has(key)) continue;
      seen.add(key);
      found.push({ a: other, b: name, about: 'title' });
    }
    if (list.length < BUCKET && !list.some(o => o.title === name.title && sameGiven(o, name))) list.push(name);
    byFamily.set(family, list);
  }
  return found;
}

/** Of two mentions with given names these must agree. */
function sameGiven(a: DraftName, b: DraftName): boolean {
  return a.words.length > 1 && b.words.length > 1 && a.words[0] === b.words[0];
}
