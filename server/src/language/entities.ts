// People, bodies and places in a sentence, with titles, for whoever reads `analyze`. No finding rests on what kind a name is taken for: the rules ask names.ts, which is more careful.
import { startsSentence } from './abbreviations.ts';
import { DEMONYMS, PLACES } from './gazetteer.ts';
import { BODY_WORDS, CALENDAR, PARTICLES, ROLE_NOUNS, TITLES } from './names.ts';
import { reportingVerb } from './reporting.ts';
import { bareWord, type Token } from './tokens.ts';
import type { Span } from '../span.ts';
import { words } from './word-list.ts';

export interface Entity extends Span {
  readonly kind: 'person' | 'body' | 'place';
  /** The words that say a person's office, before the name or in apposition to it: `Prime Minister`, `chief executive of Halden Inc.` */
  readonly title?: Span;
}

/** Words of a title besides the titles themselves: "Chief Executive Officer", "Deputy Foreign Minister". */
const TITLE_PARTS = words(`
  prime rear vice deputy assistant associate acting interim former first second lady crown grand foreign finance health defense defence interior justice treasury state energy trade commerce labor labour education housing home transport transportation
  agriculture environment culture security homeland attorney national chief executive operating financial technology information legal medical marketing officer managing co-founder founder co-chief house senate majority minority opposition whip
  leader cabinet press budget climate border special presidential white military surgeon solicitor lord police fire court supreme associate czar envoy adviser advisor aide spokesman spokeswoman spokesperson analyst economist strategist
  head owner partner manager editor publisher correspondent anchor host reporter columnist professor ayatollah sheikh emir sultan emperor duke duchess count countess earl baron baroness saint sister brother mother comptroller treasurer clerk
  candidate nominee lawmaker congressman congresswoman assemblyman assemblywoman delegate backbencher shadow exchequer ex-president ex-premier ex-minister ex-chancellor`);

/** These end a title: what follows is the name. */
const OFFICES = words(`
  czar envoy adviser advisor aide spokesman spokeswoman spokesperson analyst economist strategist leader whip founder co-founder head owner partner manager editor publisher correspondent anchor host reporter columnist ayatollah sheikh emir sultan
  emperor duke duchess comptroller treasurer candidate nominee lawmaker congressman congresswoman assemblyman assemblywoman lady officer president minister cfo coo cto`);

const COMPANY = /^(?:Inc|Corp|Ltd|LLC|Co|Plc|PLC|plc|LLP|LP|GmbH|gmbh|AG|SE|NV|SA|SpA|AB|ASA|Oyj|Pty|Bhd|KK|Holdings|Group)\.?$/u;
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/u;
/** Parts of the names of places. */
const PLACE_WORDS = words('street avenue road square park river lake mount mountain mountains island islands bay beach sea ocean gulf valley forest county city town village hill hills heights harbor harbour creek canyon desert peninsula canal bridge airport station port fort san santa los las são strait coast springs falls province district region borough');
/** Parts of the names of places and bodies alike, which alone show neither. */
const EITHER = words('new north south east west northern southern eastern western central upper lower great st state states kingdom republic park square bridge airport station port');
const LOCATIVE = words('in near outside across around throughout toward towards into inside above');

const AGENT = words('agreed sued bought sold met hired fired declined plans planned cut raised launched opened closed signed filed owns runs operates won lost beat faces faced offered plans makes made has had is was will would wants hopes broke fought attacked seized controls');

/** No name with its title has more words. */
const LONGEST = 16;

/** Entities in the tokens of one sentence, in order. One linear pass. */
export function findEntities(tokens: readonly Token[]): Entity[] {
  const found: Entity[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isName(tokens, i)) continue;
    let end = i + 1;
    while (end < tokens.length && end - i < LONGEST && goesOn(tokens, end)) end++;
    readRun(tokens, i, end, found);
    i = end - 1;
  }
  return found;
}

function isName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return false;
  if (!token.capital) return /^(?:al|el|ex|d’|d')-?\p{Lu}/u.test(token.text) || /^\p{Ll}{1,2}\p{Lu}\p{Ll}+/u.test(token.text);
  if (isDay(tokens, at) || token.text === 'I' || /['’](?:d|m|re|ve|ll|t)$/u.test(token.text)) return false;
  // A capital at the start of a sentence may be that of any word.
  return !((at === 0 || /^[“"‘:.]$/u.test(tokens[at - 1]!.text)) && startsSentence(bareWord(token).toLowerCase()));
}

function isDay(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const word = token.lower.replace(/\.$/u, '');
  return CALENDAR.has(word) && (token.text.endsWith('.') || /day$/u.test(word) || !tokens[at + 1]?.capital || !/^(?:jan|april|may|june|august)$/u.test(word));
}

/** Does the token at `at` belong to the name that the one before it is part of? */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1]!;
  // "St. Olaf’s Church" is one name, "Halden’s Ada Brandt" two.
  if (/['’]s?$/u.test(before.text) && bareWord(before) !== before.text) return /^St\.?$/u.test(tokens[at - 2]?.text ?? '') && token.capital && BODY_WORDS.has(plain(token));
  if (isName(tokens, at)) return true;
  const next = tokens[at + 1];
  if (token.kind === 'number') return before.capital && /^(?:local|unit|section|district|channel|route|group|force|company|platform)$/u.test(before.lower);
  if (PARTICLES.has(token.lower) && !/^(?:e|y)$/u.test(token.lower)) return next !== undefined && (isName(tokens, at + 1) || (PARTICLES.has(next.lower) && isName(tokens, at + 2)));
  if (/^(?:plc|gmbh)$/u.test(token.text)) return true;
  if (token.text === '&') return isName(tokens, at + 1);
  const body = BODY_WORDS.has(before.lower) && !PLACE_WORDS.has(before.lower) || /^(?:secretary|university|chancellor)$/u.test(before.lower);
  if (/^(?:of|for)$/u.test(token.lower)) return body && (isName(tokens, at + 1) || (next?.lower === 'the' && isName(tokens, at + 2)));
  if (token.lower === 'the') return /^(?:of|for)$/u.test(before.lower) && isName(tokens, at + 1);
  // "Department of Health and Human Services"
  if (token.lower === 'and') return isName(tokens, at + 1) && (inDepartment(tokens, at) || inBody(tokens, at)) && (inDepartment(tokens, at) || [tokens[at + 1], tokens[at + 2], tokens[at + 3]].some(t => t?.capital && BODY_WORDS.has(plain(t)) || t !== undefined && COMPANY.test(t.text)));
  return false;
}

/** "Ministry of Health": what it is for may be two things. */
function inDepartment(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > 0 && at - i < 4; i--) {
    if (/^(?:of|for)$/u.test(tokens[i]!.lower)) return /^(?:ministry|department|committee|subcommittee|office|institute|college|commission|agency|centre|center|school|faculty|federation|association|union)$/u.test(tokens[i - 1]!.lower);
  }
  return false;
}

function inBody(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 5; i--) {
    if (!tokens[i]!.capital && !/^(?:of|for|the)$/u.test(tokens[i]!.lower)) return false;
    if (/^(?:of|for)$/u.test(tokens[i]!.lower)) return true;
  }
  return false;
}

function plain(token: Token): string {
  return bareWord(token).toLowerCase().replace(/\.$/u, '');
}

/** A run of capitals: an office with the name of its body before it and that of its holder behind, or one name. */
function readRun(tokens: readonly Token[], start: number, end: number, found: Entity[]): void {
  let from = start;
  let office = -1;
  for (let i = from; i < end - 1; i++) {
    const word = plain(tokens[i]!);
    const title = TITLES.has(word) || OFFICES.has(word) || isOffice(tokens, i) || /^(?:ex|then)-/u.test(word);
    if (/^(?:mr|mrs|ms|miss|dr|prof)$/u.test(word) && end - i < 5) office = i;
    else if (title && tokens[i + 1]!.capital && !BODY_WORDS.has(plain(tokens[end - 1]!)) && !COMPANY.test(tokens[end - 1]!.text)) office = i;
  }
  if (office >= 0) {
    let first = office;
    while (first > from && isTitlePart(tokens[first - 1]!)) first--;
    const bodyTo = first;
    // "Then Mayor", "former President"
    if (first === from && tokens[from - 1] && /^(?:former|then|late|acting|deputy|ex|incoming|outgoing)$/u.test(tokens[from - 1]!.lower)) first--;
    if (bodyTo > from) {
      while (from < bodyTo && (isPeople(tokens[from]!) || /^(?:former|then|late|acting|outgoing|incoming|retired)$/u.test(plain(tokens[from]!)))) from++;
      if (from < bodyTo) put(tokens, from, bodyTo, 'before-title', found);
      first = Math.min(start, bodyTo);
    }
    give(tokens, office + 1, end, 'person', found, { start: tokens[first]!.start, end: tokens[office]!.end });
    return;
  }
  // "the German", "Israeli forces"
  while (from < end && isPeople(tokens[from]!) && !isPlace(tokens, from, end) && !(end - from > 1 && isBody(tokens, from, end))) from++;
  // "a Bavarian Green", "an Ohio Republican"
  while (end > from && isPeople(tokens[end - 1]!) && !isBody(tokens, from, end)) end--;
  if (from < end) put(tokens, from, end, 'name', found);
}

/** "Prosecutor Ada Brandt": a role with a capital before two names; "Dean" and "Cook" are names as well. */
function isOffice(tokens: readonly Token[], at: number): boolean {
  const word = plain(tokens[at]!);
  return ROLE_NOUNS.has(word) && !NAMES_TOO.has(word) && tokens[at + 1]?.capital === true;
}

const NAMES_TOO = words('dean cook baker butcher carpenter farmer guard singer mason fisher driver guy fellow principal gardener monk nun son');

function isPlace(tokens: readonly Token[], from: number, end: number): boolean {
  return PLACES.has(tokens.slice(from, end).map(plain).join(' '));
}

function isPeople(token: Token): boolean {
  const word = plain(token);
  return DEMONYMS.has(word) || (word.endsWith('s') && DEMONYMS.has(word.slice(0, -1))) || (word.includes('-') && word.split('-').every(part => DEMONYMS.has(part)));
}

function isTitlePart(token: Token): boolean {
  const word = plain(token);
  return TITLE_PARTS.has(word) || TITLES.has(word) || /^(?:ex|vice|co)-/u.test(word) || /^(?:of|for|the|and)$/u.test(word);
}

function isBody(tokens: readonly Token[], from: number, end: number): boolean {
  const parts = tokens.slice(from, end);
  if (parts.some(t => COMPANY.test(t.text) && t !== parts[0])) return true;
  if (parts.length > 1 && parts.some(t => t.kind === 'number' || t.text === '&')) return true;
  return parts.some(t => BODY_WORDS.has(plain(t)) && !PLACE_WORDS.has(plain(t)) && !EITHER.has(plain(t)) && !DEMONYMS.has(plain(t)));
}

function put(tokens: readonly Token[], from: number, end: number, role: 'name' | 'before-title', found: Entity[]): void {
  const parts = tokens.slice(from, end);
  const last = parts.at(-1)!;
  // A title in quotation marks.
  if (/^["“‘]$/u.test(tokens[from - 1]?.text ?? '') && /^["”’]$/u.test(tokens[end]?.text ?? '')) return;
  if (isPlace(tokens, from, end)) return give(tokens, from, end, 'place', found);
  // "Federal courts", "the Court": a word of a body alone names none, but for these.
  if (parts.length === 1 && BODY_WORDS.has(plain(last)) && !/^(?:congress|parliament|senate)$/u.test(plain(last)) && !/^\p{Lu}{2,}$/u.test(last.text)) return;
  if (isBody(tokens, from, end)) return give(tokens, from, end, 'body', found);
  if (role === 'before-title') return give(tokens, from, end, 'body', found);
  const before = tokens[from - 1];
  const first = from === 0 || /^[“"‘:]$/u.test(before!.text);
  const korean = parts.length === 2 && /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(last.text);
  const place = !korean && parts.some(t => PLACE_WORDS.has(plain(t))) || isLocated(tokens, from, end);
  if (parts.length === 1) {
    const word = last.text.replace(/['’]s$/u, '');
    const verb = tokens[end]?.lower ?? '';
    if (TITLES.has(plain(last)) || ROLE_NOUNS.has(plain(last)) || ROLE_NOUNS.has(plain(last).replace(/s$/u, '')) || BODY_WORDS.has(plain(last))) return;
    if (/^\p{Lu}[\p{Lu}\d&.-]+$/u.test(word) && word.length < 9 && !/^[A-Z]\.$/u.test(word)) return give(tokens, from, end, 'body', found);
    if (/^\p{Ll}?\p{Lu}\p{Ll}+\p{Lu}/u.test(word) && !/^(?:Mc|Mac|O’|O'|De|La|Le)\p{Lu}/u.test(word)) return give(tokens, from, end, 'body', found);
    if (/^\p{Lu}$/u.test(word)) return before?.lower === 'on' ? give(tokens, from, end, 'body', found) : undefined;
    // "D-Ohio"
    if (/^[DRI]-\p{Lu}/u.test(word)) return;
    if (place) return give(tokens, from, end, 'place', found);
    const acts = reportingVerb(verb) !== undefined || AGENT.has(verb) || (/^(?:and|,)$/u.test(verb || tokens[end]?.text || '') && isName(tokens, end + 1));
    if (first && !acts && !/['’]s$/u.test(last.text)) return;
    if (first && (/(?:ly|ing|ed)$/u.test(plain(last)) || /[^s]s$/u.test(plain(last)) && !/['’]s$/u.test(last.text) && !acts)) return;
    return give(tokens, from, end, isHuman(tokens, from, end) ? 'person' : 'body', found);
  }
  if (place) return give(tokens, from, end, 'place', found);
  // "analysts at Morgan Stanley", "Goldman Sachs economist Ada Brandt"
  const employs = before?.lower === 'at' || (ROLE_NOUNS.has(tokens[end]?.lower ?? '') && isName(tokens, end + 1));
  if (employs && !korean) return give(tokens, from, end, 'body', found);
  if (parts.length > 5) return give(tokens, from, end, 'body', found);
  if (before?.lower === 'the') return;
  give(tokens, from, end, 'person', found, appositionTitle(tokens, end) ?? roleBefore(tokens, from));
}

/** Of one word alone: the pronouns behind it tell, or that it speaks, or that it has a campaign or a family. */
function isHuman(tokens: readonly Token[], from: number, end: number): boolean {
  for (let i = end; i < tokens.length && i - end < 30; i++) {
    if (/^(?:he|she|his|her|him)$/u.test(tokens[i]!.lower)) return true;
    if (/^(?:it|its)$/u.test(tokens[i]!.lower)) return false;
  }
  const next = tokens[end]?.lower ?? '';
  const speaks = (word: string) => reportingVerb(word)?.class === 'say' || /^(?:asked|added|wrote|joked|laughed|recalled|tweeted|wept|smiled|insisted|argued)$/u.test(word);
  const inverted = tokens[from - 1] !== undefined && speaks(tokens[from - 1]!.lower) && (tokens[end] === undefined || tokens[end]!.kind === 'mark');
  return speaks(next) || inverted || next === 'met' || /^(?:campaign|administration|presidency|camp|supporters|aides|family|era|rally|voters|himself|herself)$/u.test(next);
}

/** "in Menlo Park", "Lund, Ohio", "on Capitol Hill" */
function isLocated(tokens: readonly Token[], from: number, end: number): boolean {
  const before = tokens[from - 1];
  if (before && LOCATIVE.has(before.lower)) return true;
  if (end - from === 1 && before && /^(?:from|to|at)$/u.test(before.lower)) return true;
  if (tokens[end]?.text === ',' && tokens[end + 1]?.capital) {
    for (let k = end + 2; k <= end + 4; k++) if (PLACES.has(tokens.slice(end + 1, k).map(plain).join(' '))) return true;
  }
  return end - from === 1 && tokens[from - 1]?.text === ',' && tokens[from - 2] !== undefined && PLACES.has(plain(tokens[from - 2]!));
}

/** ", the chief executive of Halden Inc.,": the office without its article, up to the closing comma. */
function appositionTitle(tokens: readonly Token[], end: number): Span | undefined {
  if (tokens[end]?.text !== ',') return undefined;
  let from = end + 1;
  const article = /^(?:the|an?|its|their|his|her)$/u.test(tokens[from]?.lower ?? '');
  if (article) from++;
  let role = -1;
  let to = from;
  for (; to < tokens.length && to - from < 14; to++) {
    const token = tokens[to]!;
    if (token.kind === 'mark' && !/^[&’'-]$/u.test(token.text) || /^(?:who|which|that|and|was|is|said)$/u.test(token.lower)) break;
    if (role < 0 && /^(?:of|in|at|for|from|with|to)$/u.test(token.lower)) return undefined;
    if (role < 0 && (ROLE_NOUNS.has(token.lower) || TITLES.has(plain(token)))) role = to;
  }
  return role < 0 || to === from ? undefined : { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}

/** "Halden analyst Ada Brandt", "the health secretary Ada Brandt": a role in small letters right before the name. */
function roleBefore(tokens: readonly Token[], from: number): Span | undefined {
  const before = tokens[from - 1];
  if (!before || before.capital || !ROLE_NOUNS.has(before.lower)) return undefined;
  let start = from - 1;
  const ofRole = (t: Token) => !t.capital && t.kind === 'word' && (ROLE_NOUNS.has(t.lower) || TITLE_PARTS.has(t.lower) || /(?:al|ic|ive|ior|ary|time|er)$/u.test(t.lower)) && !/^(?:after|under|over|never|however|whether|every|very|former)$/u.test(t.lower);
  while (start > 0 && from - start < 5 && ofRole(tokens[start - 1]!)) start--;
  while (start > 0 && from - start < 9 && tokens[start - 1]!.capital && isName(tokens, start - 1)) start--;
  if (/^(?:former|then|acting|late)$/u.test(tokens[start - 1]?.lower ?? '')) start--;
  return { start: tokens[start]!.start, end: before.end };
}

function give(tokens: readonly Token[], from: number, end: number, kind: Entity['kind'], found: Entity[], title?: Span): void {
  const last = tokens[end - 1]!;
  const dot = kind === 'body' || kind === 'place' || SUFFIX.test(last.text) ? bareWord(last).length : bareWord(last).replace(/\.$/u, '').length;
  found.push({ start: tokens[from]!.start, end: last.start + dot, kind, ...(title ? { title } : {}) });
}
