// The people and bodies of a draft: every name at its place, full names, and the later references to them by surname.
import { findEntities, type Entity } from '../../language/entities.ts';
import { PARTICLES, findNames, type NameMention } from '../../language/names.ts';
import type { Draft, Leaf, LeafContent, Sentence } from '../../draft/draft.ts';
import type { Span } from '../../span.ts';
import type { Person } from '../analysis.ts';
import { readLeafSpeech } from './leaf-speech.ts';

/** A name at its place in the draft; `start` and `end` are those of the name, `whole` those of its title and it. */
export interface DraftName extends Omit<NameMention, 'start' | 'end' | 'whole'>, Span {
  readonly whole: Span;
  readonly leaf: Leaf;
  readonly sentence: Sentence;
  /** Does it stand in a quotation? */
  readonly quoted: boolean;
}

interface LeafName extends NameMention {
  readonly sentence: number;
  readonly quoted: boolean;
}

const byLeaf = new WeakMap<LeafContent, readonly LeafName[]>();
const byDraft = new WeakMap<Draft, readonly DraftName[]>();

/** Every name of the draft, in order. */
export function collectNames(draft: Draft): readonly DraftName[] {
  let names = byDraft.get(draft);
  if (names) return names;
  names = draft.leaves.flatMap(leaf =>
    namesOf(leaf.content).map((name): DraftName => ({ ...name, ...leaf.toSource({ start: name.start, end: name.end }), whole: leaf.toSource(name.whole), leaf, sentence: draft.sentences[leaf.firstSentence + name.sentence]!, quoted: name.quoted })),
  );
  byDraft.set(draft, names);
  return names;
}

function namesOf(content: LeafContent): readonly LeafName[] {
  let names = byLeaf.get(content);
  if (names) return names;
  const { tokens, quotes } = readLeafSpeech(content);
  let q = 0;
  names = tokens.flatMap((sentence, index) =>
    findNames(sentence).map(name => {
      while (q < quotes.length && quotes[q]!.end <= name.start) q++;
      return { ...name, sentence: index, quoted: quotes[q] !== undefined && quotes[q]!.start < name.start };
    }),
  );
  byLeaf.set(content, names);
  return names;
}

/** Every person, body and place that the draft names, in order. A surname alone is a person's where the draft names one with it in full; a name that begins with a word of the draft ("Harvest Table", beside "the harvest") is a body's, unless its surname comes back alone. */
export function collectEntities(draft: Draft): Entity[] {
  const found = draft.leaves.flatMap(leaf =>
    readLeafSpeech(leaf.content)
      .tokens.flatMap(findEntities)
      .map(({ start, end, kind, title }): Entity => ({ ...leaf.toSource({ start, end }), kind, ...(title ? { title: leaf.toSource(title) } : {}) })),
  );
  const words = (e: Entity) => draft.text.slice(e.start, e.end).replace(/['’]s$/u, '').split(/\s+/u);
  const written = new Set(draft.leaves.flatMap(leaf => readLeafSpeech(leaf.content).tokens.flatMap(tokens => tokens.filter(t => t.kind === 'word' && !t.capital).map(t => t.lower))));
  const alone = new Set(found.map(words).filter(parts => parts.length === 1).map(([word]) => word));
  const isNamedByWord = (e: Entity) => {
    const parts = words(e);
    const first = parts[0]!.toLowerCase();
    // "will" stands in every draft, and Will is a name.
    return e.kind === 'person' && e.title === undefined && parts.length > 1 && written.has(first) && first !== 'will' && !PARTICLES.has(first) && !alone.has(parts.at(-1)!);
  };
  for (const [i, e] of found.entries()) if (isNamedByWord(e)) found[i] = { ...e, kind: 'body' };
  const families = new Set(found.filter(e => e.kind === 'person').map(e => draft.text.slice(e.start, e.end).replace(/,? (?:Jr|Sr|II|III|IV)\.?$/u, '').split(/\s+/u)).filter(w => w.length > 1).map(w => w.at(-1)!));
  return found.map(e => (e.kind === 'body' && families.has(draft.text.slice(e.start, e.end)) ? { ...e, kind: 'person' } : e));
}

/**
 * The people who are named in full, each with the places where the full name or the surname alone stands.
 * A run of capitals is a person where a title, an age, a role in apposition or the like shows it, or where its last word comes back alone.
 */
export function collectPeople(draft: Draft): readonly Person[] {
  let people = peopleOf.get(draft);
  if (!people) peopleOf.set(draft, (people = readPeople(draft)));
  return people;
}

const peopleOf = new WeakMap<Draft, readonly Person[]>();

function readPeople(draft: Draft): Person[] {
  const people = new Map<string, { name: string; family: string; given: string; mentions: (Span & { full: boolean })[] }>();
  const names = collectNames(draft);
  const alone = new Set(names.filter(n => n.words.length === 1 && n.kind !== 'body').map(n => n.words[0]!));
  for (const name of names) {
    if (name.words.length < 2 || name.words.length > 5 || name.kind === 'body') continue;
    const last = familyOf(name);
    if (name.kind !== 'person' && !alone.has(last)) continue;
    const full = name.words.join(' ');
    if (people.has(full)) continue;
    // "Lin Meiling" who is "Lin" from then on: of some names the family's comes first.
    const family = !alone.has(last) && name.words.length < 4 && alone.has(name.words[0]!) ? name.words[0]! : last;
    const given = family === last ? full.slice(0, full.lastIndexOf(family)) : full.slice(family.length);
    people.set(full, { name: full, family, given: given.trim(), mentions: [] });
  }
  const latest = new Map<string, string>();
  for (const person of people.values()) if (!latest.has(person.family)) latest.set(person.family, person.name);
  for (const name of names) {
    const full = name.words.join(' ');
    const named = people.get(full);
    if (named) latest.set(named.family, full);
    // Of two people with one surname it is the one who was named in full last.
    const person = named ?? (name.words.length === 1 && !(name.kind === 'body' && /\b(?:the|an?|this|that)\s$/i.test(draft.text.slice(Math.max(0, name.start - 6), name.start))) ? people.get(latest.get(full) ?? '') : undefined);
    person?.mentions.push({ start: name.start, end: name.end, full: name.words.length > 1 });
  }
  return [...people.values()].sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

/** The surname: the last word, "Jr." and the like left out. */
export function familyOf({ words }: Pick<NameMention, 'words'>): string {
  const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i.test(words.at(-1)!) && words.length > 2;
  return words.at(suffix ? -2 : -1)!;
}

/** Surnames of the people who are named in full. */
export function fullNames(draft: Draft): ReadonlySet<string> {
  return new Set(collectPeople(draft).map(p => p.family));
}
