// Holds a name of the draft against the texts of the sources that its sentence cites.
import { distance } from 'fastest-levenshtein';
import { DEMONYMS } from '../../language/gazetteer.ts';
import { BODY_WORDS, CALENDAR, ROLE_NOUNS, TITLES } from '../../language/names.ts';
import { tokenize } from '../../language/tokens.ts';
import { words } from '../../language/word-list.ts';
import { contains, type Span } from '../../span.ts';
import type { Analysis, Person } from '../analysis.ts';
import { EXPLAINED, LEGAL_FORM, skeleton } from '../attribution/name-variants.ts';
import { collectNames, type DraftName } from '../attribution/people.ts';
import { sameThing } from '../figures/lexicon.ts';
import { stem } from '../figures/stem.ts';
import { areComplete, createVerdicts, LONGEST_SENTENCE, sourcesOfSentence, type CitedPassage } from './cited.ts';
import { passagesOf, toEvidence, type Evidence } from './passages.ts';
import { rankInContext } from './ranking.ts';
import { foldWord, isFormOf, isShortFor, isSlipOf, mayBeOne, nameWords, sameWord, wordKey, wordKeys } from './same-name.ts';
import { besideName, sourceNames, type Beside, type SourceName, type SourceNames } from './source-names.ts';
import { readingOf, wordsOf } from './source-reading.ts';

export type NameVerdict =
  /** The source has it, or a form of it: `spelt`, where that looks otherwise. */
  | { readonly kind: 'present'; readonly evidence: Evidence; readonly spelt?: string }
  /** The source spells it otherwise, or gives another one in its place; `wrong` is the draft's word and `right` the source's, `words` the source's whole name. */
  | { readonly kind: 'other'; readonly source: string; readonly about: 'spelling' | 'person' | 'body'; readonly wrong: string; readonly right: string; readonly words: string; readonly evidence: Evidence }
  /** The whole texts of all cited sources lack it. */
  | { readonly kind: 'absent'; readonly sources: readonly string[] };

const verdicts = createVerdicts<NameVerdict | undefined>();

/** Undefined where nothing can be said: no sources, none of whose text is known, a name in a quotation, in a heading or of the source itself, or a word that may be no name. */
export function verifyName(name: DraftName, analysis: Analysis): NameVerdict | undefined {
  const cited = sourcesOfSentence(name.sentence, analysis);
  if (!cited || name.quoted || name.sentence.text.length > LONGEST_SENTENCE || name.leaf.content.kind === 'heading' || !isTelling(name)) return undefined;
  const person = personOf(name, analysis);
  const asked: Asked = { ...toAsked(name, person), sentence: name.sentence.text };
  if (asked.keys.length === 0 || cited.some(id => isOfEntry(asked, id, analysis))) return undefined;
  const key = [name.start - name.sentence.start, asked.words.join(' '), asked.kind, asked.sentence].join('\n');
  const verdict = verdicts(cited, key, analysis, passages => compute(asked, cited, passages));
  // A capital at the start of a sentence may be that of any word.
  if (verdict?.kind !== 'present' && person === undefined && name.first && (name.words.length === 1 || name.kind === 'unknown' && verdict?.kind === 'absent')) return undefined;
  if (verdict?.kind !== 'other') return verdict;
  // A surname alone, whose full name differs in the other part.
  if (!name.words.some(word => word === verdict.wrong)) return undefined;
  return isKnownOtherwise(verdict, analysis) ? undefined : verdict;
}

/** The names in a draft that may be held against sources, in order. */
export function namesToVerify({ draft }: Analysis): readonly DraftName[] {
  return collectNames(draft);
}

/** The mentions in the draft of what a verdict says is written otherwise, each with the span of the word that differs. */
export function placesOfName(name: DraftName, { wrong }: Extract<NameVerdict, { kind: 'other' }>, analysis: Analysis): Span[] {
  const { draft } = analysis;
  const person = personOf(name, analysis);
  const full = person?.name ?? name.words.join(' ');
  return collectNames(draft).flatMap(other => {
    const isOne = other.words.join(' ') === full || other === name || (person !== undefined && other.words.length === 1 && personOf(other, analysis) === person);
    const at = isOne ? draft.text.slice(other.start, other.end).indexOf(wrong) : -1;
    return at < 0 ? [] : [{ start: other.start + at, end: other.start + at + wrong.length }];
  });
}

interface Asked {
  readonly words: readonly string[];
  readonly keys: readonly string[];
  readonly kind: DraftName['kind'];
  readonly beside: Beside;
  readonly sentence: string;
}

function toAsked(name: DraftName, person: Person | undefined): Omit<Asked, 'sentence'> {
  const words = person && name.words.length === 1 ? person.name.split(' ') : withoutForm(name.words);
  const { start } = name.sentence;
  const inProse = (span: Span) => ({ start: name.leaf.toProse(span.start) - name.sentence.prose.start, end: name.leaf.toProse(span.end) - name.sentence.prose.start });
  const kind = person && name.kind === 'unknown' ? 'person' : name.kind;
  return { words, keys: nameWords(words), kind, beside: start <= name.start ? besideName(tokenize(name.sentence.text), { ...inProse(name), whole: inProse(name.whole), ...(name.title === undefined ? {} : { title: name.title }) }) : NOTHING };
}

const NOTHING: Beside = { roles: new Set(), speaks: false };

function withoutForm(words: readonly string[]): readonly string[] {
  return words.length > 1 && LEGAL_FORM.test(` ${words.at(-1)!}`) ? words.slice(0, -1) : words;
}

/** Does the name tell one from others? Peoples, titles, months, capitals alone and words of bodies do not. */
function isTelling({ words, kind }: DraftName): boolean {
  if (words.length > MOST_WORDS) return false;
  if (words.length > 1) return true;
  const word = foldWord(words[0]!);
  return word.length > 2 && !DEMONYMS.has(word) && !DEMONYMS.has(word.replace(/s$/, '')) && !CALENDAR.has(word) && !TITLES.has(word) && !ROLE_NOUNS.has(word) && !(BODY_WORDS.has(word) && kind !== 'person');
}

const MOST_WORDS = 8;

const peopleAt = new WeakMap<readonly Person[], ReadonlyMap<number, Person>>();

/** The person who is mentioned there. */
function personOf({ start }: DraftName, { people }: Analysis): Person | undefined {
  let byStart = peopleAt.get(people);
  if (!byStart) peopleAt.set(people, (byStart = new Map(people.flatMap(person => person.mentions.map(mention => [mention.start, person] as const)))));
  return byStart.get(start);
}

/** Is it the name of the source, its author or its publisher, as the registry has them? */
function isOfEntry({ keys }: Pick<Asked, 'keys'>, id: string, { sources }: Analysis): boolean {
  const entry = sources.get(id)?.entry;
  if (!entry) return false;
  const authors = entry.authors.flatMap(({ family = '', given = '', literal = '' }) => [`${given} ${family}`, literal]);
  return [entry.title, entry.publisher, entry.containerTitle, ...authors].some(text => {
    const known = text === undefined ? [] : nameWords(text.split(/\s+/));
    return keys.every(key => known.includes(key));
  });
}

/** Does another text that the draft can cite have the draft's word, or the draft the source's? Then two may be meant, or the sources differ. */
function isKnownOtherwise({ wrong, right, source }: Extract<NameVerdict, { kind: 'other' }>, analysis: Analysis): boolean {
  if (collectNames(analysis.draft).some(({ words }) => words.some(word => sameWord(word, right)))) return true;
  const word = wordKey(wrong);
  return [...analysis.sources.keys()].some(id => id !== source && passagesOf(id, analysis).some(passage => sourceNames({ passage, reading: readingOf(passage) }).words.has(word)));
}

// --- one name against the passages --------------------------------------------------------------

interface Read extends CitedPassage {
  readonly names: SourceNames;
  /** By unit, how much of the draft's sentence it says. */
  readonly scores: ReadonlyMap<number, number>;
}

/** As many units that share words with the sentence, and that share a word of the name, are asked for their names. */
const BEST = 8;
const MOST_UNITS = 200;
/** A sentence of the source that shares so much of the draft's words speaks of the same. */
const SAME_TOPIC = 0.4;
/** So much, and it says the same of whoever is named. */
const SAME_STATEMENT = 0.5;
/** So much, and "Lund City Council" stands for the source's "Halden City Council": by its first word one body is told from another. */
const OTHER_OWNER = 0.6;
/** So much, where surname and office are the same. */
const SOME = 0.15;
/** A name that is only sought for near it. */
const SAME_PLACE = 0.3;

function compute(asked: Asked, cited: readonly string[], passages: readonly CitedPassage[]): NameVerdict | undefined {
  // The name's own words are what is asked.
  const own = new Set(wordsOf(asked.words.join(' ')));
  const weights = new Map(wordsOf(asked.sentence).filter(word => !own.has(word)).map(word => [word, 1]));
  const read: Read[] = passages.map(one => ({ ...one, names: sourceNames(one), scores: new Map(rankInContext(weights, one.reading).map(({ unit, score }) => [unit, score])) }));
  const whole = findWhole(asked, read);
  if (whole) return whole;
  const near = read.flatMap(one => unitsNear(asked, one).flatMap(unit => one.names.namesOf(unit)).map(name => ({ one, name, score: one.scores.get(name.unit) ?? 0 })));
  const form = near.filter(({ name }) => isForm(asked, name)).sort((a, b) => b.score - a.score)[0];
  if (form) return { kind: 'present', evidence: toEvidence(form.one.source, form.one.passage, form.one.reading.units[form.name.unit]!), ...(sameLook(asked, form.name) ? {} : { spelt: form.name.words.join(' ') }) };
  if (!areComplete(cited, passages)) return undefined;
  const rivals = near.flatMap(place => {
    const difference = differ(asked, place);
    return difference ? [{ ...place, ...difference }] : [];
  }).filter(({ wrong }) => !read.some(({ names }) => names.words.has(wordKey(wrong))));
  const slips = rivals.filter(({ about }) => about === 'spelling');
  const list = (slips.length > 0 ? slips : rivals).sort((a, b) => b.score - a.score);
  const [best] = list;
  // Two that it might be are none that it is.
  if (best && list.every(other => sameWord(other.right, best.right))) {
    const { one, name, about, wrong, right } = best;
    return { kind: 'other', source: one.source, about, wrong, right, words: one.passage.text.slice(name.start, name.end).replace(/\s+/g, ' '), evidence: toEvidence(one.source, one.passage, one.reading.units[name.unit]!) };
  }
  return best || asked.words.length === 1 && /^\p{Lu}+$/u.test(asked.words[0]!) ? undefined : { kind: 'absent', sources: cited };
}

/** A sentence with all words of the name; the one that says most of what the draft's does. */
function findWhole({ words, keys }: Asked, read: readonly Read[]): NameVerdict | undefined {
  let best: { readonly one: Read; readonly unit: number; readonly score: number } | undefined;
  const forms = words.flatMap(word => word.split(/[-–/]/)).map(wordKeys).filter(([key]) => keys.includes(key!));
  for (const one of read) {
    const lists = forms.map(list => list.flatMap(key => one.names.capitals.get(key) ?? []));
    const [shortest, ...others] = lists.toSorted((a, b) => a.length - b.length);
    const rest = others.map(list => new Set(list));
    for (const unit of shortest ?? []) {
      const score = one.scores.get(unit) ?? 0;
      if (rest.every(units => units.has(unit)) && (!best || score > best.score)) best = { one, unit, score };
    }
  }
  return best && { kind: 'present', evidence: toEvidence(best.one.source, best.one.passage, best.one.reading.units[best.unit]!) };
}

function unitsNear({ words }: Asked, { names, scores }: Read): readonly number[] {
  const units = new Set([...scores].filter(([, score]) => score >= SAME_PLACE).slice(0, BEST).map(([unit]) => unit));
  for (const word of words) for (const unit of (names.capitals.get(wordKey(word)) ?? []).slice(0, MOST_UNITS)) units.add(unit);
  return [...units];
}

/** Is the source's name another form of the draft's? */
function isForm(asked: Asked, { keys, words }: SourceName): boolean {
  if (isShortFor(words.join(''), asked.words) || isShortFor(asked.words.join(''), words)) return true;
  if (isNamesake(asked, keys)) return false;
  return mayBeOne(asked.keys, keys);
}

/** "Petrova" alone is no form of "Anna Petrova" where its sentence names Jane: that shows elsewhere; and "Lund" is none of "Lund University Hospital". */
function isNamesake({ keys, kind }: Asked, there: readonly string[]): boolean {
  return kind === 'body' && there.length < keys.length && there.length === 1;
}

function sameLook({ words }: Asked, name: SourceName): boolean {
  const there = new Set(name.words.map(word => foldWord(word)));
  return words.map(word => foldWord(word)).every(word => there.has(word));
}

interface Difference {
  readonly about: 'spelling' | 'person' | 'body';
  readonly wrong: string;
  readonly right: string;
}

/** In which one word a name of the source differs from the draft's, where it is the same or stands in its place. */
function differ(asked: Asked, { one, name, score }: { readonly one: Read; readonly name: SourceName; readonly score: number }): Difference | undefined {
  const rest = tellingWords(name);
  const left: string[] = [];
  for (const word of tellingWords(asked)) {
    const at = rest.findIndex(other => sameWord(word, other) || isFormOf(foldWord(word), foldWord(other), name.keys));
    if (at >= 0) rest.splice(at, 1);
    else left.push(word);
  }
  const [wrong] = left;
  if (wrong === undefined || left.length > 1) return undefined;
  const isPerson = [asked, name].some(({ kind, beside }) => kind === 'person' || (kind === 'unknown' && beside.speaks));
  if (isPerson && (asked.kind === 'body' || name.kind === 'body') || !isReadable(one.passage.text, name)) return undefined;
  const [mine, folded] = [asked.keys.length, foldWord(wrong)];
  if (isPeople(folded) && asked.kind !== 'body' || rest.some(other => (isPeople(folded) || isPeople(foldWord(other))) && foldWord(other).startsWith(folded.slice(0, 4)))) return undefined;
  // "Saudi Arabia", "Saudi Arabian"
  if (!isPerson && rest.some(other => [[folded, foldWord(other)], [foldWord(other), folded]].some(([short, long]) => long!.startsWith(short!) && /^(?:n|an|ian|i|ish|ese)$/.test(long!.slice(short!.length))))) return undefined;
  const slip = rest.find(other => isSlipOf(folded, foldWord(other), name.keys));
  if (slip !== undefined) {
    if (mine > 1 && name.keys.length > 1 ? asked.kind === 'body' || isNearby(asked, name, score, folded, foldWord(slip)) : isAloneSlip(asked, name, score, folded, foldWord(slip))) return { about: 'spelling', wrong, right: bare(slip) };
    return undefined;
  }
  if (mine < 2 || rest.length !== 1 || name.keys.length !== mine || EXPLAINED.test(asked.sentence) || EXPLAINED.test(one.passage.text.slice(one.reading.units[name.unit]!.start, one.reading.units[name.unit]!.end))) return undefined;
  const right = bare(rest[0]!);
  if (right.length < 3 || foldWord(right).length < 3 || folded.length < 3) return undefined;
  if (asked.kind === 'body' && name.kind === 'body') return mine > 2 && score >= (wrong === asked.words[0] ? OTHER_OWNER : SAME_TOPIC) && !isSameKind(wrong, right) ? { about: 'body', wrong, right } : undefined;
  if (asked.kind === 'body' || name.kind === 'body') return undefined;
  const role = [...asked.beside.roles].some(word => name.beside.roles.has(word));
  const family = sameWord(asked.words.at(-1)!, name.words.at(-1)!);
  const said = isPerson && family && asked.beside.speaks && name.beside.speaks && score >= SAME_STATEMENT;
  return (role && score >= (family ? SOME : SAME_PLACE)) || said ? { about: 'person', wrong, right } : undefined;
}

/** The words of a name but for "of" and the like. */
function tellingWords({ words, keys }: Pick<Asked, 'words' | 'keys'>): string[] {
  return words.filter(word => nameWords([word]).some(key => keys.includes(key)));
}

/** "Swedes", "Swedish": what is said of a country in many forms. */
function isPeople(word: string): boolean {
  return DEMONYMS.has(word) || DEMONYMS.has(word.replace(/s$/, ''));
}

const KINDS_OF_BODIES = words('office bureau agency authority administration department ministry service services commission committee board council panel institute institution organization organisation centre center college university school academy company corporation group firm association union federation league society alliance trust foundation fund court tribunal police force national federal state royal international global world');

/** "Statistics Office" and "Statistics Bureau", "Accord" and "Agreement": one body or treaty is called by several such words, most of all in another language. */
function isSameKind(a: string, b: string): boolean {
  const [x, y] = [foldWord(a), foldWord(b)];
  return (KINDS_OF_BODIES.has(x) && KINDS_OF_BODIES.has(y)) || sameThing(stem({ lower: x })) === sameThing(stem({ lower: y }));
}

/** Letters that a file's fonts do not tell come out as question marks or boxes. */
function isReadable(text: string, { start, end }: Span): boolean {
  return !/[?\uFFFD\p{Co}]/u.test(text.slice(Math.max(0, start - 1), end + 1));
}

/** Of people of one surname "Paul" and "Paula", "Gianni" and "Giovanni" are two, unless the same is said of them. */
function isNearby(asked: Asked, name: SourceName, score: number, wrong: string, right: string): boolean {
  const otherSex = `${wrong}a` === right || `${right}a` === wrong || `${wrong}e` === right || `${right}e` === wrong || (wrong.slice(0, -1) === right.slice(0, -1) && /^(?:oa|ao)$/.test(wrong.slice(-1) + right.slice(-1)));
  const given = foldWord(asked.words[0]!) === wrong;
  return !(given && (otherSex || distance(wrong, right) > 1)) || score >= SAME_PLACE || [...asked.beside.roles].some(word => name.beside.roles.has(word));
}

/** One word alone is another only in a sentence that says the same, and not where the one is made of the other ("Norway", "Norwegian") or is its name in another language ("Basle", "Basel"). */
function isAloneSlip(asked: Asked, name: SourceName, score: number, wrong: string, right: string): boolean {
  if (score < SAME_PLACE || Math.min(wrong.length, right.length) < 5 || consonants(wrong) === consonants(right)) return false;
  const isPerson = asked.kind === 'person' || asked.beside.speaks;
  if (isPerson) return name.kind !== 'body';
  return score >= SAME_TOPIC && name.keys.length === 1 && !name.first && asked.kind !== 'body' && name.kind !== 'body' && !isDerived(wrong, right);
}

function consonants(word: string): string {
  return skeleton(word).replaceAll('a', '');
}

/** "India" and "Indian", "Lund" and "Lunder" */
function isDerived(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return same >= short.length - 1 && /^(?:.?(?:n|an|ian|i|ish|ese|er|s|ns|en|ers|e|y|ic))?$/.test(long.slice(same));
}

function bare(word: string): string {
  return word.replace(/['’]s$/u, '');
}

/** Is this a name of the draft in which the offset lies, with the words around it that belong to it? */
export function nameAt(analysis: Analysis, offset: number): DraftName | undefined {
  return collectNames(analysis.draft).find(name => contains(name, { start: offset, end: offset }));
}
