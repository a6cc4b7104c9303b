// Surnames that stand alone before their bearer was named in full.
import type { Attribution } from '../analysis.ts';
import type { Draft } from '../../draft/draft.ts';
import { DEMONYMS, PLACES } from '../../language/gazetteer.ts';
import { ROLE_NOUNS } from '../../language/names.ts';
import { words } from '../../language/word-list.ts';
import { isHeadline } from './headline.ts';
import { isFamilyVariant } from './name-variants.ts';
import { readLeafSpeech } from './leaf-speech.ts';
import { collectNames, familyOf, type DraftName } from './people.ts';

/**
 * The first mention of every person by surname alone whom no earlier full name introduces. Only where the words leave no doubt that one person is meant:
 * an age, "who" or a role beside the name, kin ("Brandt's wife"), "Mr. Brandt" who speaks, speech of a kind that only people are given to ("told the jury", "joked"),
 * or, where the name is said to speak, a full name with a title or role that comes too late,
 * their own words are quoted in the first person singular, a "she" can mean nobody else, or they open a paragraph in which "she" speaks next.
 * Not: mononyms after a role ("the forward Kito"), surnames after an office ("Mayor Brandt"), names in headings, lists, tables, quotations and a headline without a mark of one.
 */
export function findUnintroduced(draft: Draft, attributions: readonly Attribution[]): DraftName[] {
  const names = collectNames(draft);
  const introduced = new Set<string>();
  const found: DraftName[] = [];
  const speaking = new Map(attributions.filter(a => !a.stance).map(a => [a.source?.start, a]));
  const people = new Set(names.filter(n => n.words.length > 1 && n.kind === 'person' && n.evidence !== 'none').map(familyOf));
  for (const [index, name] of names.entries()) {
    if (name.leaf.content.kind === 'heading') continue;
    const word = name.words[0]!;
    if (name.words.length > 1) {
      for (const part of name.words) introduced.add(part);
      continue;
    }
    if (introduced.has(word) || isHeadline(name.leaf, draft)) continue;
    const said = speaking.get(name.whole.start) ?? speaking.get(name.start);
    const courtesy = name.title !== undefined && COURTESY.has(name.title) && said?.cue !== undefined && SPOKE.test(draft.text.slice(said.cue.start, said.cue.end));
    if ((name.title !== undefined && !courtesy) || name.evidence === 'role' || /^\p{Lu}+$/u.test(word)) {
      introduced.add(word);
      continue;
    }
    const listed = name.leaf.content.kind === 'cell' || name.leaf.content.containers.some(c => c.kind === 'list' || c.kind === 'footnote');
    if (listed || name.quoted || name.kind === 'body') continue;
    if (courtesy && isNear(word, introduced)) continue;
    if (courtesy || name.evidence === 'strong' || ofKin(draft, name) || (isSurname(word) && ownsBody(draft, name)) || (said && (people.has(word) || isPersonal(draft, said) || (said.source?.end === name.end && isSurname(word) && (speaksOfSelf(said) || isOnlyOne(draft, index, said)) && !isNear(word, introduced)))) || (isSurname(word) && (said?.source?.end === name.end || ofWhom(draft, name) || smiles(draft, name)) && speaksOn(draft, index, attributions) && !isNear(word, introduced))) {
      found.push(name);
      introduced.add(word);
    }
  }
  return found;
}

/** Is it a name that was given in full, spelt a little otherwise? That is the slip to report. */
function isNear(word: string, introduced: ReadonlySet<string>): boolean {
  return [...introduced].slice(0, MOST).some(known => known.toLowerCase() === word.toLowerCase() || isFamilyVariant(known, word));
}

/** Does the name at an index of the draft's open its paragraph, and does "he" or "she" speak next in it, with nobody else between whom that could mean? "Brandt said the roof held. “It was close,” he added." */
function speaksOn(draft: Draft, at: number, attributions: readonly Attribution[]): boolean {
  const name = collectNames(draft)[at]!;
  const { leaf, sentence } = name;
  if (sentence.index !== leaf.firstSentence || name.whole.start !== sentence.start) return false;
  const next = attributions.find(a => a.sentence.leaf === leaf && !a.stance && a.source !== undefined && a.source.start > name.end && (a.sentence !== sentence || a.source.start > (a.content[0]?.start ?? 0)));
  if (!next?.source || !/^(?:he|she)$/iu.test(draft.text.slice(next.source.start, next.source.end))) return false;
  const [from, to] = [leaf.toProse(name.end), leaf.toProse(next.source.start)];
  const { tokens, quotes } = readLeafSpeech(leaf.content);
  const isQuoted = (offset: number) => quotes.some(q => q.start < offset && offset < q.end);
  const others = tokens.flat().some(t => t.start > from && t.start < to && ROLE_NOUNS.has(t.lower) && !isQuoted(t.start));
  return !others && !collectNames(draft).some(n => n.leaf === leaf && n.start > name.end && n.start < next.source!.start && !n.quoted && n.kind !== 'body' && !n.words.includes(name.words[0]!) && !PLACES.has(n.words.join(' ').toLowerCase()) && !DEMONYMS.has(n.words[0]!.toLowerCase()));
}

/** "Brandt laughed." */
function smiles({ text }: Draft, { end }: DraftName): boolean {
  const verb = /^ (\p{Ll}{3,12})\b/u.exec(text.slice(end, end + 16))?.[1];
  return verb !== undefined && PERSONAL.test(verb);
}

/** "Brandt, whose" */
function ofWhom(draft: Draft, name: DraftName): boolean {
  return /^, whose\b/u.test(draft.text.slice(name.end, name.end + 10));
}

/** “I was there,” Brandt said: no firm and no country says "I". */
function speaksOfSelf({ kind, content, sentence: { leaf } }: Attribution): boolean {
  if (kind === 'indirect') return false;
  return content.some(({ start, end }) => /(?:^|[\s“"‘'(—–])(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]yself)(?=[\s,.;!?”"’')—–]|$)/u.test(quotedWords(leaf.content.prose.slice(leaf.toProse(start), leaf.toProse(end)))));
}

/** So many sentences back a pronoun may reach. */
const BACK = 12;

/** The name at an index of the draft's: "Brandt said she had waited." or "Brandt said. She left.", where nobody else is spoken of before whom the pronoun could mean. */
function isOnlyOne(draft: Draft, at: number, { content }: Attribution): boolean {
  const name = collectNames(draft)[at]!;
  const { sentence } = name;
  const next = draft.sentences[sentence.index + 1];
  const tells = content.some(({ start, end }) => /^(?:that )?(?:he|she)\b/iu.test(draft.text.slice(start, end).slice(0, 20))) || (next?.leaf === sentence.leaf && /^(?:He|She)\b/u.test(next.text));
  if (!tells || /\bits?\b/iu.test(sentence.text)) return false;
  for (let s = sentence.index; s >= 0 && sentence.index - s < BACK; s--) {
    const { leaf, prose } = draft.sentences[s]!;
    if (leaf.content.kind === 'heading') continue;
    const tokens = readLeafSpeech(leaf.content).tokens[s - leaf.firstSentence] ?? [];
    const until = leaf.toProse(name.start);
    if (tokens.some(t => (s < sentence.index || t.start < until) && t.start >= prose.start && (ROLE_NOUNS.has(t.lower) || ROLE_NOUNS.has(t.lower.replace(/s$/u, '')) || /^(?:he|she|him|her|who|person|people|patient|child|baby|girl|boy)$/u.test(t.lower)))) return false;
  }
  const names = collectNames(draft);
  for (let i = at - 1; i >= 0 && sentence.index - names[i]!.sentence.index <= BACK; i--) {
    const { leaf, kind, words: parts } = names[i]!;
    if (leaf.content.kind !== 'heading' && kind !== 'body' && !PLACES.has(parts.join(' ').toLowerCase()) && !DEMONYMS.has(parts[0]!.toLowerCase())) return false;
  }
  return true;
}

/** What stands between marks; words in single marks within are somebody else's. */
function quotedWords(words: string): string {
  return words.slice(0, 2000).replace(/[‘][^‘’]{0,400}[’]/gu, ' ');
}

/** No nation, people or place, and no acronym. */
function isSurname(word: string): boolean {
  const lower = word.toLowerCase();
  return !PLACES.has(lower) && !DEMONYMS.has(lower) && !DEMONYMS.has(lower.replace(/s$/u, '')) && /^\p{Lu}[\p{L}’'-]*\p{Ll}$/u.test(word);
}

/** So many names are looked at for one that is spelt nearly so. */
const MOST = 200;

/** Titles that anyone has: they tell the reader no more than the surname. */
const COURTESY = words('mr mrs ms miss');

const SPOKE = /^(?:said|says|told|tells|added|adds|asked|asks|wrote|replied)$/i;
/** Neither firms nor countries do so; they do tell courts and committees things. */
const PERSONAL = /^(?:jok|quipp?|laugh|smil|sigh|shrug|grin|sobb?|chuckl|whisper|mutter|mumbl|testif|deadpan|yell|shout|beam|snapp?|wept|cri)(?:ed|es|s|ied|ies)?$/;
const AUDIENCE = /^\s+(?:the\s+)?(?:House|Commons|Senate|Lords|chamber|[Pp]arliament|jury|jurors|congregation|crowd|rally|mourners)\b/u;

/** Does the attribution tell of speech of which bodies are not said to be capable? */
function isPersonal({ text }: Draft, { cue }: Attribution): boolean {
  if (!cue) return false;
  const verb = text.slice(cue.start, cue.end).toLowerCase();
  return PERSONAL.test(verb) || (/^(?:told|tells)$/.test(verb) && AUDIENCE.test(text.slice(cue.end, cue.end + 40)));
}

/** "Brandt shook her head" */
function ownsBody(draft: Draft, name: DraftName): boolean {
  return name.first && /^ (?:\p{Ll}+ly )?(?!that|when|with|from|about|over|into|what|how)\p{Ll}{3,12} (?:his|her) (?:head(?! of)|eyes?|hands?|shoulders?|arms?|face|voice|hair|tears|fists?|throat|lips?|brow|breath|wife|husband|mother|father|son|daughter|brother|sister|children|parents)\b/u.test(draft.text.slice(name.end, name.end + 60));
}

/** "Brandt's wife" */
function ofKin(draft: Draft, name: DraftName): boolean {
  return /^['’]s (?:late |older |younger |eldest |former )?(?:wife|husband|mother|father|son|daughter|brother|sister|widow|parents|children|girlfriend|boyfriend|fiancée?)\b/u.test(draft.text.slice(name.end, name.end + 40));
}
