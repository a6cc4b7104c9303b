// Who is meant by the words of a source: a full name for a surname, and for a pronoun the nearest person or body that fits.
import type { Draft } from '../../draft/draft.ts';
import type { Span } from '../../span.ts';
import type { Attribution, Person } from '../analysis.ts';
import { collectNames } from './people.ts';

type SourceKind = Attribution['sourceKind'];

/** A source in the draft, in the order of the text. */
export interface Mentioned {
  readonly index: number;
  readonly source: Span;
  readonly kind: SourceKind;
}

export interface Meant {
  readonly words: string;
  readonly kind: SourceKind;
  /** Was a pronoun resolved, so that the source is no first mention? */
  readonly pronoun: boolean;
}

type Gender = 'he' | 'she';

interface Candidate {
  readonly words: string;
  readonly kind: SourceKind;
  readonly gender: Gender | undefined;
}

const HUMAN = /\b(?:man|woman|spokes\w+|officials?|minister|president|mayor|director|lawyer|chief|coach|senator|governor|judge|person|people|engineer|steward|doctor|nurse|teacher|aide|adviser|source|clerk)\b/iu;
const FEMALE = /\b(?:woman|spokeswoman|mother|wife|daughter|sister|aunt|widow|actress|congresswoman|chairwoman|businesswoman|waitress|queen|princess|mrs|ms|miss)\b/iu;
const MALE = /\b(?:man|spokesman|father|husband|son|brother|uncle|actor|congressman|chairman|businessman|waiter|king|prince|mr)\b/iu;

/** For the sources whose words are a pronoun or hold a known surname: who is meant. One pass over sources and names. */
export function nameSpeakers(draft: Draft, people: readonly Person[], sources: readonly Mentioned[]): ReadonlyMap<number, Meant> {
  const meant = new Map<number, Meant>();
  const mentions = people.flatMap(person => person.mentions.map(m => ({ ...m, words: person.name }))).sort((a, b) => a.start - b.start);
  const genders = readGenders(draft, mentions);
  const openers = new Set(collectNames(draft).filter(n => !n.quoted && n.whole.start === n.sentence.start).map(n => n.start));
  let next = 0;
  let recent: Candidate[] = [];
  let body: Candidate | undefined;
  const remember = (candidate: Candidate) => {
    recent = [candidate, ...recent.filter(c => c.words !== candidate.words)].slice(0, 6);
  };
  for (const { index, source, kind } of sources) {
    // Whoever opens a sentence is spoken of, whether they speak or not.
    for (; next < mentions.length && mentions[next]!.start < source.start; next++) {
      const { words, start } = mentions[next]!;
      if (openers.has(start)) remember({ words, kind: 'named', gender: genders.get(words) });
    }
    const words = draft.text.slice(source.start, source.end).replace(/\s+/gu, ' ');
    const pronoun = /^(?:he|she|it|they|who)$/i.test(words) ? words.toLowerCase() : undefined;
    if (pronoun === undefined) {
      const named = kind === 'named' ? headName(draft.text, source, mentions, next) : undefined;
      if (named !== undefined && named !== words) meant.set(index, { words: named, kind, pronoun: false });
      const candidate = { words: named ?? words, kind, gender: (named === undefined ? undefined : genders.get(named)) ?? genderOf(words) };
      if (named !== undefined || kind === 'anonymous' || HUMAN.test(words)) remember(candidate);
      else body = candidate;
    } else {
      const found = pronoun === 'it' ? body : pronoun === 'he' || pronoun === 'she' ? recent.find(c => c.gender === pronoun) ?? recent.find(c => c.gender === undefined) : recent[0] ?? body;
      if (found) meant.set(index, { words: found.words, kind: found.kind, pronoun: true });
    }
  }
  return meant;
}

/** The person whom a source names itself: not "a spokesman for Moe" or "Moe's lawyer". */
function headName(text: string, source: Span, mentions: readonly (Span & { readonly words: string })[], next: number): string | undefined {
  for (let i = next; i < mentions.length && mentions[i]!.start < source.end; i++) {
    const { start, end, words } = mentions[i]!;
    const before = text.slice(source.start, start);
    const after = text.slice(end, source.end);
    if (!/\b(?:of|for|by|to|with|from|at|about|and|near|behind)\s/iu.test(before) && /^(?:$|,|\s\(|\swho$)/u.test(after)) return words;
  }
  return undefined;
}

function genderOf(words: string): Gender | undefined {
  return FEMALE.test(words) ? 'she' : MALE.test(words) ? 'he' : undefined;
}

/** By full name, as titles and the pronouns of sentences that name one person alone tell it. */
function readGenders(draft: Draft, mentions: readonly (Span & { readonly words: string })[]): ReadonlyMap<string, Gender> {
  const genders = new Map<string, Gender>();
  let i = 0;
  for (const sentence of draft.sentences) {
    while (i < mentions.length && mentions[i]!.start < sentence.start) i++;
    const first = mentions[i];
    if (!first || first.start >= sentence.end) continue;
    let only = true;
    for (let k = i + 1; k < mentions.length && mentions[k]!.start < sentence.end; k++) only &&= mentions[k]!.words === first.words;
    if (!only || genders.has(first.words)) continue;
    const at = sentence.leaf.toProse(first.start) - sentence.prose.start;
    const before = sentence.text.slice(Math.max(0, at - 25), at);
    const after = sentence.text.slice(at).replace(/[“"‘][^”"’]{0,2000}[”"’]/gu, ' ');
    const she = /\b(?:Ms|Mrs|Miss)\.?\s$/u.test(before) || /\b(?:she|her|hers|herself)\b/iu.test(after) || FEMALE.test(after);
    const he = /\bMr\.?\s$/u.test(before) || /\b(?:he|his|him|himself)\b/iu.test(after) || MALE.test(after);
    if (she !== he) genders.set(first.words, she ? 'she' : 'he');
  }
  return genders;
}
