// Do two dated deeds tell of one, so that their dates must agree?
import { fromIso, toNumber } from '../../language/dates/calendar.ts';
import type { BlockContent, Draft } from '../../draft/draft.ts';
import type { DraftDate } from '../analysis.ts';
import { areDeadlines } from './deadlines.ts';
import type { Occurrence } from './occurrences.ts';
import { sameThing } from './lexicon.ts';
import { stem } from './stem.ts';

/** What happens once to one thing or one person: found, die, sign, … in the classes of the verbs. A list of what can happen only once, not of what news tells. */
const ONCE = stems('found bear kill open close sign convict kidnap steal sink destroy explode collapse premiere debut marry bury burn abolish dissolve inaugurate unveil publish complete demolish drown vanish disappear assassinate annex invade buy merge hijack derail crash erupt finish graduate retire emigrate divorce build dedicate consecrate incorporate christen baptise baptize end begin arrest sentence resign adopt force');

/** Of these no purpose or place makes another. */
export const IN_A_LIFE = stems('bear kill found assassinate drown');
/** What comes every year, or every few. */
const AGAIN = stems('win elect vote award beat host nominate appoint compete qualify celebrate attend perform tour defeat lead visit');
/** What several bodies do to one text or thing, one after the other. */
const BY_BODIES = stems('adopt approve pass ratify reject sign buy sell');
/** What is done to one thing or person day after day. */
const OFTEN = stems('question interview treat see test examine observe quote contact inform brief update pay search visit attack watch');

/**
 * Three ways to know one deed again: what happens once to one thing happened to the same; the two clauses say the same in as many words; or doer and theme are the same and the one date looks like a slip of the other.
 * Deeds that may come again (visits, meetings, votes) are told apart by their dates, so that only a slip counts. `several`: the draft tells of more than one such event.
 */
export function sameOccurrence(a: Occurrence, b: Occurrence, several: boolean): boolean {
  if (a.deed !== b.deed || a.noun !== b.noun || a.planned !== b.planned || a.modifiers.includes('other') !== b.modifiers.includes('other')) return false;
  const named = shares(a.names, b.words) || shares(b.names, a.words);
  if (a.names.size > 0 && b.names.size > 0 && !named) return false;
  const numbers = (words: ReadonlySet<string>) => [...words].filter(word => /^\d/.test(word));
  const [mine, theirs] = [numbers(a.words), numbers(b.words)];
  if (mine.length > 0 && theirs.length > 0 && !mine.some(number => theirs.includes(number))) return false;
  if (a.deed.startsWith('next ')) return (a.theme === '' || b.theme === '' || a.theme === b.theme) && (a.modifiers.length === 0 || b.modifiers.length === 0 || a.modifiers[0] === b.modifiers[0]) && !farApart(a.date, b.date);
  if (a.noun && a.deed.startsWith('of ')) return !several && a.theme !== '' && a.theme === b.theme && isSlip(a.date, b.date);
  if (a.noun) return !several && (a.theme === '' || b.theme === '' || a.theme === b.theme) && isSlip(a.date, b.date);
  // "Schools will reopen on", "Schools … will reopen on": all of them.
  const all = a.planned && isBarePlural(a) && isBarePlural(b) && isSlip(a.date, b.date);
  if ((a.indefinite && b.indefinite && !all) || a.theme !== b.theme || (a.theme === '-' && a.pronoun !== b.pronoun) || (a.plural !== b.plural && !a.named) || otherDoer(a, b)) return false;
  if (a.modifiers.length > 0 && b.modifiers.length > 0 && !a.modifiers.some(word => b.modifiers.includes(word))) return false;
  if (all && a.theme !== '-' && alikeBehind(a, b)) return true;
  const [small, large] = a.words.size <= b.words.size ? [a, b] : [b, a];
  const common = [...small.words].filter(word => large.words.has(word)).length;
  if (a.theme !== '-') {
    if (ONCE.has(a.deed) && !a.indefinite && !b.indefinite && (IN_A_LIFE.has(a.deed) || asFarAsTold(a, b)) && (a.named || a.doer === undefined || b.doer === undefined || isSlip(a.date, b.date))) return true;
    if (!alikeBehind(a, b)) return false;
    if (small.words.size >= 3 && common === small.words.size && (named || common >= 4)) return true;
    if (common >= 4 && common >= 0.6 * small.words.size && [...small.names].every(name => large.words.has(name)) && small.names.size >= 2) return true;
  }
  // "The first case was confirmed": of the first there is one.
  if (a.passive && b.passive && !a.indefinite && !b.indefinite && a.theme !== '-' && a.modifiers.includes('first') && b.modifiers.includes('first') && alikeBehind(a, b) && !farApart(a.date, b.date)) return true;
  if (a.passive && b.passive && !a.indefinite && !b.indefinite && a.theme !== '-' && !OFTEN.has(a.deed) && !(a.doer !== undefined && b.doer !== undefined && !named) && isSlip(a.date, b.date) && !(a.date.mention.grain !== 'day' && AGAIN.has(a.deed)) && common >= 1 && (a.doer === undefined || b.doer === undefined)) return true;
  return isSlip(a.date, b.date) && !(a.date.mention.grain !== 'day' && AGAIN.has(a.deed)) && common >= 0.5 * small.words.size && (a.doer !== undefined && a.doer === b.doer || a.theme === '-' || named ? common >= 2 : common >= 3);
}

function isBarePlural({ plural, indefinite, article, named }: Occurrence): boolean {
  return plural && indefinite && article === undefined && !named;
}

/** Kinds of what happens to one thing or person once, so that two turns of phrase for it tell of one. */
const ONE_TIME = new Set('leave retire dismiss found open reopen close merge burn explode crash collapse ground sink kill float force landfall marry lead office free arrest sentence convict begin end complete join bear abolish demolish arrive strike escape burst steal sign vanish disband flee crown acquit dry'.split(' '));

/** Of these, where a thing begins or ends. */
const BOUND = new Set(['open', 'close', 'begin', 'end', 'complete']);

/**
 * A deed and the noun or the other words that tell of it again: "stepped down on 3 March … her resignation on 13 March", "broke into the shop … the burglary", "took over in 2017 … became chief executive in 2019".
 * Both must be the only ones of their kind with a date in the draft, the one date near the other or a slip of it. `several`: does the draft tell of more than one event of a noun?
 */
export function retold(a: Occurrence, b: Occurrence, several: (noun: string) => boolean): boolean {
  if (a.noun && b.noun ? a.deed === b.deed && !(a.indefinite && !b.indefinite && a.date.start < b.date.start) : !a.noun && !b.noun && !a.kinds?.some(kind => ONE_TIME.has(kind) && b.kinds?.includes(kind))) return false;
  // Where the words say that it is the same, any two days or months of a year are told of one.
  const named = a.noun !== b.noun && (a.noun ? a : b).theme !== '' && a.date.mention.from?.slice(0, 4) === b.date.mention.from?.slice(0, 4);
  // The trial that finished and the trial that ran until: in one draft the same one.
  const same = !a.noun && !b.noun && a.deed !== b.deed && a.kinds!.some(kind => BOUND.has(kind) && b.kinds!.includes(kind)) && a.theme !== '-' && a.theme === b.theme && !a.plural && !a.indefinite && !b.indefinite && isNear(a.date, b.date, 45);
  if (!isSlip(a.date, b.date) && !isNear(a.date, b.date) && !named && !same && !(a.noun !== b.noun && areDeadlines(a, b) && isNear(a.date, b.date, 45))) return false;
  if (a.modifiers.length > 0 && b.modifiers.length > 0 && a.theme === b.theme && !a.modifiers.some(word => b.modifiers.includes(word))) return false;
  // "Became chief executive" is "took over as chief executive"; "became a father" is not.
  const alike = a.noun === b.noun ? alikeBehind(a, b) : a.noun ? a.complement.size === 0 || shares(a.complement, b.words) : b.complement.size === 0 || shares(b.complement, a.words);
  if (!alike || a.modifiers.includes('other') !== b.modifiers.includes('other') || (a.deed === 'become') !== (b.deed === 'become') && (a.complement.size === 0 || b.complement.size === 0)) return false;
  const numbers = (words: ReadonlySet<string>) => [...words].filter(word => /^\d/.test(word));
  const [mine, theirs] = [numbers(a.words), numbers(b.words)];
  if (mine.length > 0 && theirs.length > 0 && !mine.some(number => theirs.includes(number))) return false;
  if (!a.noun && !b.noun) {
    if (a.planned !== b.planned || a.indefinite && !isSlip(a.date, b.date) || b.indefinite || otherDoer(a, b)) return false;
    const [told, again] = a.theme === '-' ? [b, a] : [a, b];
    if (told.theme === '-' || told.pronoun !== undefined && again.theme === '-') return false;
    if (again.theme !== '-') return sameThing(a.theme) === sameThing(b.theme) && (a.plural === b.plural || a.named);
    // "We opened the doors on", says who opened them.
    if (again.pronoun === 'we') return isSlip(a.date, b.date) && !told.plural;
    if (again.pronoun === 'they') return again === b && !told.named && !told.indefinite;
    return again.pronoun === 'it' ? !told.plural && !/^(?:man|woman|boy|girl)$/.test(told.theme) : (again.pronoun === 'he' || again.pronoun === 'she') && again === b && (told.named || !told.indefinite && PERSON.test(told.theme));
  }
  const [noun, other] = a.noun && !(b.noun && b.date.start > a.date.start) ? [a, b] : [b, a];
  const themes = [other.theme, other.doer].filter(word => word !== undefined && word !== '' && word !== '-').map(word => sameThing(word!));
  if (noun.theme !== '') return (themes.includes(sameThing(noun.theme)) || (noun.named || other.names.has(noun.theme)) && other.words.has(noun.theme)) && !several(noun.deed);
  if (other.theme !== '-' && noun.complement.has(other.theme)) return !several(noun.deed);
  // Told again, without a word of whose it was: of what was told before.
  if (other.date.start > noun.date.start && !(isSlip(a.date, b.date) && a.date.mention.grain === 'day' && !other.indefinite && !other.planned)) return false;
  if (noun.names.size > 0 && ![...noun.names].some(name => other.words.has(name))) return false;
  return (noun.pronoun === undefined || other.pronoun === undefined || other.pronoun === noun.pronoun) && !several(noun.deed);
}

/** Could another deed of the kind be the one that one of two tells of? */
export function mayBe(other: Occurrence, a: Occurrence, b: Occurrence): boolean {
  const themes = (occurrence: Occurrence) => [occurrence.theme, occurrence.doer].filter(word => word !== undefined && word !== '' && word !== '-').map(word => sameThing(word!));
  const [mine, theirs] = [themes(other), [...themes(a), ...themes(b)]];
  return mine.length === 0 || themes(a).length === 0 || themes(b).length === 0 || mine.some(word => theirs.includes(word));
}

/** "the footballer", "the chairman": he or she. */
const PERSON = /(?:er|or|ist|ian|man|woman|ee)$/;

/** Days at most three apart, or as many as are given. */
export function isNear({ mention: a }: DraftDate, { mention: b }: DraftDate, days = 3): boolean {
  return a.grain === 'day' && b.grain === 'day' && a.from !== undefined && b.from !== undefined && Math.abs(toNumber(fromIso(a.from)!) - toNumber(fromIso(b.from)!)) <= days;
}

/** What a thing has done to it once, and most drafts tell of one thing alone. */
const MADE = stems('found build');

/**
 * The only two dates of a founding or a building in a draft, the one a slip of the other, where the words do not say of what: "a firm, which she founded in 2011 … since founding the company in 2012", "the Estrela, built in 1987 … the vessel, which was built in 1978".
 */
export function onlyOneMade(a: Occurrence, b: Occurrence, draft: Draft): boolean {
  if (!MADE.has(a.deed) || a.deed !== b.deed || a.noun || b.noun || a.planned !== b.planned || a.indefinite && !a.relative || b.indefinite && !b.relative || !isSlip(a.date, b.date) || otherDoer(a, b)) return false;
  if (a.relative || b.relative) return a.relative !== b.relative && (a.relative ? b : a).doer === undefined && (a.pronoun !== undefined || b.pronoun !== undefined) && !(a.pronoun !== undefined && b.pronoun !== undefined && a.pronoun !== b.pronoun);
  if (a.theme === '-' || b.theme === '-' || a.named === b.named) return false;
  const [name, thing] = a.named ? [a, b] : [b, a];
  return isCalled(name.theme, thing.theme, draft.text);
}

/** Is something of this name said to be such a thing: "the ferry Estrela", "Aker Works, a company"? */
function isCalled(name: string, thing: string, text: string): boolean {
  const lower = text.toLowerCase();
  const kind = sameThing(thing);
  for (let at = lower.indexOf(name), n = 0; at >= 0 && n < 20; at = lower.indexOf(name, at + name.length), n++) {
    const words = `${lower.slice(Math.max(0, at - 30), at).split(/[^\p{L}\s]/u).at(-1)!} ${/^[^.;,]{0,40}, (?:an?|the|its) ([^.;,]{0,40})/.exec(lower.slice(at, at + 90))?.[1] ?? ''}`;
    if (words.split(/\s+/).some(word => word.length > 2 && sameThing(stem({ lower: word })) === kind)) return true;
  }
  return false;
}

/** May what stands behind the two deeds go together? "Opened to cars" is not "opened to walkers". */
export function alikeBehind(a: Occurrence, b: Occurrence): boolean {
  return a.complement.size === 0 || b.complement.size === 0 || shares(a.complement, b.complement) && !areOpposed(a.complement, b.complement);
}

/** The same, where dates that are no slip of each other must be of what is told in as many words: "opened in 1931" is not "opened to lorries in 1951", an album not the first album. */
export function asFarAsTold(a: Occurrence, b: Occurrence): boolean {
  const sides = (occurrence: Occurrence) => occurrence.modifiers.some(word => SIDE.test(word));
  return alikeBehind(a, b) && a.modifiers.includes('other') === b.modifiers.includes('other') && (isSlip(a.date, b.date) || (a.complement.size > 0) === (b.complement.size > 0) && sides(a) === sides(b));
}

/** "the north wing", "the south wing": the one has a side or a place in a row that the other has not. */
function areOpposed(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const only = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...one].some(word => SIDE.test(word) && !other.has(word));
  return only(a, b) && only(b, a);
}

const SIDE = /^(?:(?:north|south|east|west)(?:ern)?|upper|lower|inner|outer|left|right|first|second|third|fourth|fifth|last|men|women|boy|girl|junior|senior|adult|child|deputy)$/;

/** Was it done by somebody else? The police and its officers are one, so are those whom nothing names but what they did. */
function otherDoer(a: Occurrence, b: Occurrence): boolean {
  // "A court", "an appeals court": two that are spoken of for the first time.
  if (a.doerIndefinite && b.doerIndefinite) return true;
  // A law is adopted by one house, then by the other.
  if (BY_BODIES.has(a.deed) && (a.doer === undefined ? b : a).doerNamed && (a.doer === undefined) !== (b.doer === undefined)) return true;
  return a.doer !== undefined && b.doer !== undefined && a.doer !== b.doer && !(/^(?:polic|officer|detectiv|agent|authority|authorit|investigator|soldier|troop)$/.test(a.doer) && /^(?:polic|officer|detectiv|agent|authority|authorit|investigator|soldier|troop)$/.test(b.doer));
}

/** Does the draft tell of several events that a noun names? Then "the March 3 attack" and "the attack on March 4" may be two. */
export function tellsOfSeveral(noun: string, draft: Draft): boolean {
  const word = noun.replace('of ', '');
  const pattern = new RegExp(`\\b${word}e?s\\b(?! (?:are|can|cost|kill|cause|have|do|happen|often|rarely)\\b)|\\b(?:second|third|another|earlier|previous|later|latest|first) (?:[a-z]+ )?${word}`, 'i');
  return draft.blocks.some(({ content }) => blockTells(word, pattern, content)) || (draft.frontMatter !== undefined && pattern.test(draft.text.slice(draft.frontMatter.start, draft.frontMatter.end)));
}

/** By block, then by noun: no match reaches over a line, and a keystroke asks the changed block alone. */
const severalByBlock = new WeakMap<BlockContent, Map<string, boolean>>();

function blockTells(word: string, pattern: RegExp, content: BlockContent): boolean {
  let nouns = severalByBlock.get(content);
  if (!nouns) severalByBlock.set(content, (nouns = new Map()));
  let tells = nouns.get(word);
  if (tells === undefined) nouns.set(word, (tells = pattern.test(content.text)));
  return tells;
}

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of a) if (b.has(word)) return true;
  return false;
}

/** Do days lie further apart than a slip of memory or of the key would put them? */
function farApart(a: DraftDate, b: DraftDate): boolean {
  const [x, y] = [a.mention, b.mention];
  return x.grain !== 'day' || y.grain !== 'day' || x.from === undefined || y.from === undefined || !isSlip(a, b) && Math.abs(toNumber(fromIso(x.from)!) - toNumber(fromIso(y.from)!)) > 10;
}

/** Could the one date be a slip of the other? The same but for the day, the month, or one or two figures of the year; or a few days apart. */
export function isSlip({ mention: a }: DraftDate, { mention: b }: DraftDate): boolean {
  if (a.from === undefined || b.from === undefined || a.grain !== b.grain) return false;
  const [y, m, d] = a.from.split('-');
  const [y2, m2, d2] = b.from.split('-');
  if (a.grain === 'year') return yearSlip(y!, y2!);
  if (a.grain === 'month') return y === y2 ? Math.abs(Number(m) - Number(m2)) <= 2 : m === m2 && yearSlip(y!, y2!);
  if (a.grain !== 'day') return false;
  if (y !== y2) return m === m2 && d === d2 && yearSlip(y!, y2!);
  return m === m2 ? Math.abs(Number(d) - Number(d2)) <= 2 || Number(d) % 10 === Number(d2) % 10 || [...d!].toReversed().join('') === d2 : d === d2 && Math.abs(Number(m) - Number(m2)) <= 2;
}

/** One figure wrong, or two that have changed places: 1911 and 1921, 1989 and 1998. */
function yearSlip(a: string, b: string): boolean {
  const wrong = [...a].filter((figure, i) => figure !== b[i]).length;
  return wrong === 1 || (wrong === 2 && [...a].toSorted().join('') === [...b].toSorted().join(''));
}

function stems(verbs: string): ReadonlySet<string> {
  return new Set(verbs.split(' ').map(verb => stem({ lower: verb })));
}
