// Whether two names that differ in a word can be those of one person, by the words with which the draft introduces each.
import type { Draft } from '../../draft/draft.ts';
import { ROLE_NOUNS } from '../../language/names.ts';
import type { DraftName } from './people.ts';

/** What a draft says of the bearer of a name beside it: "Ada Brandt, 41, the head of planning", "the dancer Ada Brandt". */
interface Introduction {
  readonly age: number | undefined;
  readonly words: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly kin: boolean;
}

/** As far beside a name its introduction is read. */
const REACH = 90;
const BEHIND = /^,(?:\s+(\d{1,3}),?)?\s*([^.;:—–()“”"]{0,80})/u;
const BEFORE = /(?:^|[\s’'(])[Tt]he\s+((?:\p{Ll}[\p{Ll}-]*\s+){0,3}\p{Ll}[\p{Ll}-]+),?\s+$/u;
const KIN = /\b(?:mother|father|son|daughter|wife|husband|brother|sister|twin|cousin|uncle|aunt|nephew|niece|widow|widower|namesake|grandson|granddaughter|stepson|stepdaughter|related|relation)\b/iu;
const SMALL_WORDS = new Set('the and for who whose which that was has had have with from said says were are is his her its their our of in at to as on by a an'.split(' '));

function introductionOf(name: DraftName, { text }: Draft): Introduction {
  const behind = BEHIND.exec(text.slice(name.end, name.end + REACH));
  const before = BEFORE.exec(text.slice(Math.max(0, name.whole.start - REACH), name.whole.start))?.[1] ?? '';
  // A clause behind the first role is told of something else.
  const said = `${before} ${(behind?.[2] ?? '').split(/,|\b(?:said|says|told|who|which)\b/u)[0]!}`;
  const words = new Set(said.toLowerCase().split(/[^\p{L}-]+/u).filter(word => word.length > 1 && !SMALL_WORDS.has(word)));
  // "a painter", "the trust's chair": the last noun before "of", whatever calling that is.
  const calling = /^\s*(?:an?|the|his|her|their|its)\s+((?:\p{Ll}[\p{Ll}’'-]*\s+){0,4}?\p{Ll}[\p{Ll}-]+)\s*(?:$|\s(?:of|in|at|from|for|with|on)\b)/u.exec((behind?.[2] ?? '').split(/,|\b(?:said|says|told|who|which)\b/u)[0]!)?.[1]?.split(/\s+/u).at(-1);
  return { age: behind?.[1] === undefined ? undefined : Number(behind[1]), words, roles: new Set([...[...words].filter(word => ROLE_NOUNS.has(word)), ...(calling === undefined ? [] : [calling])]), kin: KIN.test(said) };
}

/** Could one person be introduced in both ways? Not at two ages, nor as somebody's kin. Two callings are those of two people, but where the names sound alike (`byEar`). */
export function mayBeOne(a: DraftName, b: DraftName, byEar: boolean, draft: Draft): boolean {
  const [x, y] = [introductionOf(a, draft), introductionOf(b, draft)];
  if (x.kin || y.kin || x.age !== undefined && y.age !== undefined && x.age !== y.age) return false;
  return byEar || x.roles.size === 0 || y.roles.size === 0 || [...x.roles].some(role => y.roles.has(role));
}

/** Are both introduced by the same calling and more, as only one person is: "the head of planning", here and there? */
export function isSameOffice(a: DraftName, b: DraftName, draft: Draft): boolean {
  const [x, y] = [introductionOf(a, draft), introductionOf(b, draft)];
  if (x.kin || y.kin || x.age !== undefined && y.age !== undefined && x.age !== y.age) return false;
  const [few, many] = x.words.size <= y.words.size ? [x.words, y.words] : [y.words, x.words];
  return few.size >= 2 && [...few].every(word => many.has(word)) && [...x.roles].some(role => y.roles.has(role));
}
