// Whose a reporting verb is: the subject before it, behind it, or shared with the verb before.
import { reportingVerb, SPEECH_NOUNS, type ReportingVerb } from '../../language/reporting.ts';
import { headIndex } from '../../language/speakers.ts';
import {
  ADVERBIAL, BE, CALENDAR, type Clause, DETERMINERS, DO, HAVE, isAdverb, isBreak, isFinite, MODALS, nearestPhrase, NOMINATIVES, PAST, type Phrase,
  phraseAfter, phraseBefore, POSSESSIVES, PREPOSITIONS,
} from './clause.ts';
import { words } from '../../language/word-list.ts';
import { ADDRESSED, DOCUMENTS, VEHICLES } from './lexicon.ts';

const OF_MANY = words('say believe think argue note suggest insist contend expect wonder suspect speculate predict agree disagree feel consider maintain assert allege complain');
/** "she's", "they've" */
const CONTRACTION = /^(?:he|she|they|we|i|who)'(s|re|m|ve|d|ll)$/;
/** Determiners that stand for people or things by themselves. */
const STAND_ALONE = words('this that these those some any each another both all either neither several many most few one two three four five six seven eight nine ten');
const CONTRACTED = /^(?:it|that|there|he|she|who|what|let|everyone|nobody|here)'s$/;
/** What somebody "likes to say" they say. */
export const FOND = words('like likes liked love loves loved used tend tends tended');
const INTERROGATIVE = words('whether if how why what who where when which');

/** The subject of the verb at `at`. 'no' where the words before show that it is no verb of the kind, or passive. `unsaid` lets pass what may, should or is to be said. */
export function subjectOf(clause: Clause, subject: Phrase | undefined, at: number, verb: ReportingVerb, unsaid: boolean): { phrase: Phrase; inherited: boolean } | 'no' | undefined {
  const { tokens, quoted } = clause;
  let j = skipWhen(clause, at - 1);
  let be = false;
  let have = false;
  let aux = false;
  while (j >= 0 && quoted[j] === -1 && (isAdverb(tokens[j]) || BE.has(tokens[j]!.lower) || HAVE.has(tokens[j]!.lower) || DO.has(tokens[j]!.lower) || MODALS.has(tokens[j]!.lower))) {
    const lower = tokens[j]!.lower;
    if (MODALS.has(lower) && verb.form === 'base' && lower !== 'will' && lower !== 'would' && !unsaid) return 'no';
    be ||= BE.has(lower);
    have ||= HAVE.has(lower);
    aux ||= isFinite(tokens[j]);
    j--;
  }
  const contracted = j >= 0 && quoted[j] === -1 ? CONTRACTION.exec(tokens[j]!.lower)?.[1] : undefined;
  if (contracted !== undefined) {
    // "she's hoping", "they've said"; "they're told" is passive, as "she's hoping" is not.
    const going = verb.form === 'ing' || (verb.form === 'base' ? /^(?:d|ll)$/.test(contracted) || aux : /^(?:s|ve|d)$/.test(contracted));
    return going && !(be && verb.form !== 'ing') ? { phrase: { from: j, to: j + 1 }, inherited: false } : 'no';
  }
  j = skipTime(clause, j);
  if (be && verb.form !== 'ing') return 'no';
  if (verb.form === 'participle' && !have) return 'no';
  if (j < 0) return verb.form === 'ing' ? 'no' : undefined;
  const before = tokens[j]!;
  if (quoted[j] !== -1) {
    if (verb.form !== 'ing' || be) return undefined;
    const phrase = subject ?? openingSubject(clause, j);
    return phrase ? { phrase, inherited: true } : 'no';
  }
  if (before.lower === 'to') {
    // "“No,” she liked to say": a habit of the one before it.
    const fond = FOND.has(tokens[j - 1]?.lower ?? '') && quoted[j - 1] === -1 ? phraseBefore(clause, j - 1) : undefined;
    if (fond && verb.form === 'base' && verb.class === 'say') return { phrase: fond, inherited: false };
    if (!/^(?:on|continued|came|appeared|seemed|wanted|used|has|had|took)$/.test(tokens[j - 1]?.lower ?? '') || verb.class === 'object') return 'no';
    const phrase = subject ?? openingSubject(clause, j - 1);
    return phrase ? { phrase, inherited: true } : 'no';
  }
  if (/^(?:and|but|then|or)$/.test(before.lower) || (verb.form === 'ing' && !be && /^(?:[,—–-]|while|after|before|by|without)$/.test(before.lower)) || (before.text === ',' && /^(?:and|but)$/.test(tokens[j + 1]?.lower ?? ''))) {
    if (verb.form === 'base' && !aux && before.lower !== 'and') return 'no';
    const phrase = subject ?? openingSubject(clause, j);
    return phrase ? { phrase, inherited: true } : 'no';
  }
  if (verb.form === 'ing' && !be) {
    // "a statement saying that", "a letter warning of"
    // "with Ada Moe calling it late"
    let from = j + 1;
    while (from > 0 && j - from < 5 && tokens[from - 1]!.capital) from--;
    if (from <= j && tokens[from - 1]?.lower === 'with') return { phrase: { from, to: j + 1 }, inherited: false };
    const phrase = phraseBefore(clause, j + 1);
    const bears = SPEECH_NOUNS.has(tokens[j]!.lower) || (verb.class === 'show' && (DOCUMENTS.has(tokens[j]!.lower) || VEHICLES.has(tokens[j]!.lower))) || (verb.lemma === 'say' && /^(?:percent|per|voters|people|\d.*|two|three|four|five|six|seven|eight|nine|ten|half|most|many|some|others)$/.test(tokens[j]!.lower));
    if (phrase && bears) return { phrase: issuerOf(clause, phrase) ?? phrase, inherited: false };
    // "both boards warning that", "with half saying so", and where nothing is said "a club backing the plan"
    const start = phrase && (/^(?:both|all)$/.test(tokens[phrase.from - 1]?.lower ?? '') ? phrase.from - 1 : phrase.from);
    if (start !== undefined && (tokens[start - 1]?.lower === 'with' || (tokens[start - 1]?.text === ',' && /^(?:both|each|some|many|most|one|others|all|several|few)$/.test(tokens[start]!.lower)))) return { phrase: { from: start, to: j + 1 }, inherited: false };
    const nearest = unsaid ? nearestPhrase(clause, j + 1) : undefined;
    return nearest && governsObject(clause, at) && canSpeak(clause, nearest, verb, aux) ? { phrase: nearest, inherited: false } : 'no';
  }
  if (/^[,—–)-]$/.test(before.text)) {
    if (namesSpeaker(clause, at, verb)) return undefined;
    const phrase = subjectAside(clause, j);
    return phrase ? { phrase, inherited: false } : undefined;
  }
  if (/^(?:who|that|which)$/.test(before.lower)) {
    const comma = tokens[j - 1]?.text === ',';
    let phrase = nearestPhrase(clause, comma ? j - 1 : j);
    // "Ann Bo, a staffer at the ministry who told": the name is the source.
    if (phrase && tokens[phrase.from - 1]?.text === ',' && tokens[phrase.from - 2]?.capital) phrase = phraseBefore(clause, phrase.from - 1) ?? phrase;
    if (phrase && reportingVerb(tokens[phrase.from]!.lower)?.class === 'say' && phrase.to - phrase.from > 1) phrase = { from: phrase.from + 1, to: phrase.to };
    return phrase ? { phrase: { ...phrase, relative: j }, inherited: false } : 'no';
  }
  const nearest = phraseBefore(clause, j + 1);
  const phrase = verb.form === 'past' && verb.class === 'say' ? behindRelative(clause, nearest) : nearest;
  if (!phrase || !canSpeak(clause, phrase, verb, aux)) return isBreak(before) ? undefined : 'no';
  return { phrase, inherited: false };
}

/** "backing the plan", "talking about Moe", not "nominating contests", "learning opportunity". */
function governsObject({ tokens, quoted, end }: Clause, at: number): boolean {
  const next = tokens[at + 1];
  const before = tokens[at - 1]!;
  if (!next || at + 1 >= end || /^(?:hours|days|weeks|months|years|time|minutes|seconds|percent|%|then|there|it)$/.test(before.lower)) return false;
  return quoted[at + 1] !== -1 || next.capital || DETERMINERS.has(next.lower) || POSSESSIVES.has(next.lower) || INTERROGATIVE.has(next.lower) || /^(?:that|him|her|them|us|me|it|about|for|against|to|on)$/.test(next.lower);
}

/** "The club issued a statement saying": whoever issues it says so. */
function issuerOf(clause: Clause, statement: Phrase): Phrase | undefined {
  const { tokens } = clause;
  const at = statement.from - 1;
  return at > 0 && tokens[at]!.kind === 'word' && (PAST.has(tokens[at]!.lower) || /[^e](?:ed|s)$/.test(tokens[at]!.lower)) && !PREPOSITIONS.has(tokens[at]!.lower) ? phraseBefore(clause, at) : undefined;
}

/** "An aide who was not allowed to speak said": behind a verb of a relative clause the subject is what the clause is about. */
function behindRelative(clause: Clause, phrase: Phrase | undefined): Phrase | undefined {
  const { tokens, quoted } = clause;
  let verb = (phrase?.from ?? 0) - 1;
  while (verb > 0 && isAdverb(tokens[verb])) verb--;
  if (!phrase || verb < 0 || !(isFinite(tokens[verb]) || PAST.has(tokens[verb]!.lower) || /[^e]ed$/.test(tokens[verb]!.lower))) return phrase;
  for (let k = phrase.from - 1; k > 0 && phrase.from - k < 30; k--) {
    if (quoted[k] !== -1 || isBreak(tokens[k])) return phrase;
    if (tokens[k]!.lower === 'who') return nearestPhrase(clause, k) ?? phrase;
  }
  return phrase;
}

/** The noun phrase at the start of the sentence, for verbs that are joined to its own verb by "and". */
export function openingSubject(clause: Clause, limit: number): Phrase | undefined {
  const { tokens, quoted } = clause;
  for (let i = 1; i < limit && i < 40; i++) {
    if (quoted[i] !== -1) continue;
    const token = tokens[i]!;
    if (!isFinite(token) && !PAST.has(token.lower) && (token.capital || !(/[^e]ed$/.test(token.lower) || reportingVerb(token.lower)?.form === 'past' || reportingVerb(token.lower)?.form === 'present'))) continue;
    let j = i;
    while (j > 0 && isAdverb(tokens[j - 1])) j--;
    const phrase = tokens[j - 1]?.text === ',' ? beforeApposition(clause, j - 1) : phraseBefore(clause, j);
    if (phrase) return phrase;
  }
  return undefined;
}

/** "…, said X": the phrase after the verb. */
export function invertedSubject(clause: Clause, at: number, right: number): Phrase | undefined {
  const { tokens, quoted, end } = clause;
  const previous = tokens[at - 1];
  const afterQuote = at > 0 && quoted[at - 1] !== -1;
  if (previous && !afterQuote && previous.text !== ',' && previous.text !== '—' && previous.text !== '…') return undefined;
  if (!previous && !(tokens[at]!.capital && tokens[right]?.capital)) return undefined;
  const next = tokens[right];
  if (!next || quoted[right] !== -1 || (next.kind !== 'word' && !isNumbered(clause, right)) || (ADVERBIAL.has(next.lower) && !DETERMINERS.has(next.lower)) || next.lower === 'that' || isAdverb(next) || INTERROGATIVE.has(next.lower)) return undefined;
  const phrase = phraseAfter(clause, right);
  if (!phrase) return undefined;
  // "Moe, the chair, said the bank would pay": a finite verb shows that the phrase is the subject of what is reported.
  if (!afterQuote && isFinite(tokens[phrase.to]) && phrase.to < end) return undefined;
  return phrase;
}

/** "said 34-year-old Ada Brandt", "said 2019 champion Ada Brandt": a number that opens what goes before a name. */
function isNumbered({ tokens, quoted, end }: Clause, at: number): boolean {
  if (tokens[at]!.kind !== 'number') return false;
  for (let k = at + 1; k < end && k - at < 6 && quoted[k] === -1; k++) {
    if (tokens[k]!.capital) return true;
    if (isBreak(tokens[k]) && tokens[k]!.text !== '-') return false;
  }
  return false;
}

/** "…, said Ada Brandt, director of the port": behind the verb stands a name and no clause. */
function namesSpeaker(clause: Clause, at: number, verb: ReportingVerb): boolean {
  const { tokens, quoted, end } = clause;
  if ((verb.class !== 'say' && verb.class !== 'clause') || (verb.form !== 'past' && verb.form !== 'present')) return false;
  const next = tokens[at + 1];
  if (!next || at + 1 >= end || quoted[at + 1] !== -1 || !next.capital || CALENDAR.has(next.lower) || ADDRESSED.has(verb.lemma)) return false;
  const phrase = phraseAfter(clause, at + 1);
  if (!phrase) return false;
  if (phrase.to >= end) return true;
  if (tokens[phrase.to]!.text !== ',') return false;
  for (let k = phrase.to; k < end; k++) if (quoted[k] !== -1 || isFinite(tokens[k]) || PAST.has(tokens[k]!.lower) || /[^e]ed$/.test(tokens[k]!.lower)) return false;
  return true;
}

/** "have in the past said", "had in recent days warned": the token before the words of time, where an auxiliary stands there. */
function skipWhen({ tokens, quoted }: Clause, j: number): number {
  let k = j;
  while (k > 0 && j - k < 4 && quoted[k] === -1 && tokens[k]!.kind === 'word' && tokens[k]!.lower !== 'in') k--;
  return k > 0 && k < j && tokens[k]!.lower === 'in' && /^(?:past|days|weeks|months|years|interviews)$/.test(tokens[j]!.lower) && HAVE.has(tokens[k - 1]!.lower) ? k - 1 : j;
}

/** "Brandt last week said", "Brandt on Friday said": the token before the time. */
function skipTime(clause: Clause, j: number): number {
  const { tokens, quoted } = clause;
  let k = j;
  if (k < 1 || quoted[k] !== -1) return j;
  if (CALENDAR.has(tokens[k]!.lower)) k = tokens[k - 1]!.lower === 'on' ? k - 2 : k - 1;
  else if (/^(?:week|month|year|night|weekend|spring|summer|fall|autumn|winter)$/.test(tokens[k]!.lower) && /^(?:last|this|next|earlier)$/.test(tokens[k - 1]!.lower)) k -= 2;
  else if (tokens[k]!.lower === 'ago') while (k > 0 && j - k < 5 && /^(?:ago|weeks?|months?|years?|days?|hours?|two|three|four|five|six|seven|several|few|an?|than|less|more|\d+)$/.test(tokens[k]!.lower)) k--;
  return k >= 0 && k < j && quoted[k] === -1 && (tokens[k]!.kind === 'word' || tokens[k]!.text === ')') && !CALENDAR.has(tokens[k]!.lower) ? k : j;
}

/** The subject of a verb behind the comma that closes what stands beside it: "Ada Brandt, who was there, said". */
export function subjectAside(clause: Clause, comma: number): Phrase | undefined {
  return beforeAsides(clause, comma) ?? beforeApposition(clause, comma) ?? beforeRelative(clause, comma) ?? beforeDashes(clause, comma);
}

/** "An aide to the mayor – “the best of bosses” – said": what stands before the first dash. */
function beforeDashes(clause: Clause, dash: number): Phrase | undefined {
  const { tokens, quoted } = clause;
  if (!DASH.test(tokens[dash]!.text)) return undefined;
  for (let k = dash - 1; k > 0 && dash - k < 40; k--) {
    if (quoted[k] === -1 && DASH.test(tokens[k]!.text) && tokens[k]!.end < tokens[k + 1]!.start) return phraseBefore(clause, k);
    if (quoted[k] === -1 && /^[;:]$/.test(tokens[k]!.text)) return undefined;
  }
  return undefined;
}

const DASH = /^[—–-]{1,2}$/;

/** "A docker who was on the pier, and who was not allowed to speak, said": what opens the sentence before "who". */
function beforeRelative({ tokens, quoted }: Clause, comma: number): Phrase | undefined {
  if (tokens[comma]!.text !== ',' || !DETERMINERS.has(tokens[0]!.lower)) return undefined;
  let who = 1;
  while (who < comma && who < 12 && quoted[who] === -1 && !isBreak(tokens[who]) && !isFinite(tokens[who]) && tokens[who]!.lower !== 'who') who++;
  if (tokens[who]?.lower !== 'who') return undefined;
  for (let k = who; k < comma; k++) {
    if (quoted[k] !== -1 || /^[;:]$/.test(tokens[k]!.text)) return undefined;
    // Only another "who" goes on with what stands beside the subject.
    if (tokens[k]!.text === ',' && !/^(?:and|but|or|who)$/.test(tokens[k + 1]!.lower)) return undefined;
    if (tokens[k]!.text === ',' && tokens[k + 1]!.lower !== 'who' && !tokens.slice(k + 1, k + 4).some(t => t.lower === 'who')) return undefined;
  }
  return { from: 0, to: who };
}

/** "Jane Moe, the head of Halden Inc., said": the phrase before the comma that opens what stands beside it. */
function beforeApposition(clause: Clause, comma: number): Phrase | undefined {
  const { tokens, quoted } = clause;
  for (let k = comma - 1; k > 0 && comma - k < 40; k--) {
    if (quoted[k] !== -1) return undefined;
    const text = tokens[k]!.text;
    if (text === ';' || text === ':') return undefined;
    if (!/^[,—–(-]$/.test(text)) continue;
    const next = tokens[k + 1]!;
    const phrase = phraseBefore(clause, k);
    if (!phrase) continue;
    // "Trump, in Kentucky, said"
    if (PREPOSITIONS.has(next.lower) && tokens.slice(phrase.from, phrase.to).every(t => t.capital || t.kind !== 'word') && (phrase.from === 0 || opensClause(clause, phrase.from - 1))) return phrase;
    const owned = tokens.slice(phrase.from, k - 1).some(t => t.lower.endsWith("'s"));
    const name = tokens[k - 1]!.capital || owned || DETERMINERS.has(tokens[phrase.from]!.lower) || POSSESSIVES.has(tokens[phrase.from]!.lower);
    if (name && (phrase.from === 0 || opensClause(clause, phrase.from - 1)) && (DETERMINERS.has(next.lower) || POSSESSIVES.has(next.lower) || /^(?:who|which|whose|one|chief|co-founder|now|then|formerly|former|himself|herself)$/.test(next.lower) || next.kind === 'number' || (next.kind === 'word' && !isFinite(next) && !isAdverb(next) && !PREPOSITIONS.has(next.lower)) || /^(?:of|from|in)$/.test(next.lower))) {
      // "His lawyer, Ann Bo, said": the name is part of the source.
      return !tokens[k - 1]!.capital && next.capital && !DETERMINERS.has(next.lower) && tokens[comma - 1]!.capital ? { from: phrase.from, to: comma } : phrase;
    }
  }
  return undefined;
}

/** "Ada Brandt, speaking in Lund, her home town, said": the noun phrase that opens the sentence, where all up to the last comma stands beside it. */
function beforeAsides(clause: Clause, comma: number): Phrase | undefined {
  const { tokens, quoted } = clause;
  // Behind a quotation it opens the tag: "“No,” Ada Brandt, a docker in Lund, Scania, said".
  let first = 0;
  while (first < comma && (quoted[first] !== -1 || (first > 0 && tokens[first]!.text === ','))) first++;
  if (first >= comma || !(first > 0 || tokens[0]!.capital) || /(?:ed|ing)$/.test(tokens[first]!.lower)) return undefined;
  let open = first;
  while (open < comma && quoted[open] === -1 && tokens[open]!.text !== ',' && open - first < 20) open++;
  const phrase = tokens[open]!.text === ',' && open < comma ? phraseBefore(clause, open) : undefined;
  if (!phrase || phrase.from > first || CALENDAR.has(tokens[open - 1]!.lower)) return undefined;
  for (let k = first + 1; k < open; k++) if (PAST.has(tokens[k]!.lower) || /[^e]ed$/.test(tokens[k]!.lower)) return undefined;
  const next = tokens[isAdverb(tokens[open + 1]) ? open + 2 : open + 1]!;
  if (!/^(?:who|which|whose)$|ing$/.test(next.lower) && !DETERMINERS.has(next.lower) && !POSSESSIVES.has(next.lower) && !PREPOSITIONS.has(next.lower) && next.kind !== 'number') return undefined;
  for (let k = open + 1; k < comma; k++) {
    if (quoted[k] === -1 && /^[;:]$/.test(tokens[k]!.text)) return undefined;
    if (quoted[k] === -1 && tokens[k]!.text === ',' && (/^(?:and|but|while|as|because|that)$/.test(tokens[k + 1]!.lower) || NOMINATIVES.has(tokens[k + 1]!.lower))) return undefined;
  }
  return phrase;
}

function opensClause(clause: Clause, at: number): boolean {
  const token = clause.tokens[at];
  return token === undefined || clause.quoted[at] !== -1 || isBreak(token) || /^(?:and|but|as|while|because|that|when|if|so|although|though|where|since|to|in|for|by|with|on|at)$/.test(token.lower) || isAdverb(token);
}

/** Can the phrase be the subject of a reporting verb? */
function canSpeak(clause: Clause, phrase: Phrase, verb: ReportingVerb, aux: boolean): boolean {
  const { tokens } = clause;
  const first = tokens[phrase.from]!;
  const last = tokens[phrase.to - 1]!;
  const single = phrase.to - phrase.from === 1;
  if (single && last.lower === 'there') return false;
  // "his proposed cut", "the alleged plot", "Moe's stated aim": a participle before its noun.
  if (DETERMINERS.has(last.lower) && !STAND_ALONE.has(last.lower) || (!single && POSSESSIVES.has(last.lower)) || (verb.class !== 'say' && last.lower.endsWith("'s") && !CONTRACTED.test(last.lower))) return false;
  // "some state officials", "many address" hold nouns; only verbs that are no nouns stand behind a bare quantity.
  if (single && /^(?:some|many|most|several|few|both|all|one|two|three)$/.test(last.lower) && verb.form === 'base') return OF_MANY.has(verb.lemma);
  if (verb.form === 'base' && !aux) {
    const head = tokens[phrase.from + headIndex(tokens.slice(phrase.from, phrase.to))]!;
    const plural = [last, head].some(t => /(?:[^su]s|people|men|women|police|media|staff|half|percent|%|third|majority|quarter)$/.test(t.lower) && !POSSESSIVES.has(t.lower) && !DETERMINERS.has(t.lower) && !/'s$/.test(t.lower)) || /^(?:i|we|they|you|some|many|others|most|few|several|both|all|who|research|evidence)$/.test(first.lower) || tokens.slice(phrase.from, phrase.to).some(t => t.lower === 'and');
    if (!plural) return false;
  }
  // "officials demands" would be two nouns; "official claims" is one thing.
  if (verb.form === 'present' && !last.capital && single && !NOMINATIVES.has(last.lower) && !/^(?:who|this|that|one|research|evidence|everyone|nobody|everybody|someone|management|law)$/.test(last.lower)) return false;
  return !(single && last.kind === 'word' && !last.capital && /(?:ing|ly|ed)$/.test(last.lower));
}
