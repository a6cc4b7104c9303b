// Who is spoken of as a source: by name or office, by description alone, or by nothing that could be asked.
import { ROLE_NOUNS } from './names.ts';
import type { Token } from './tokens.ts';
import { words } from './word-list.ts';

/** See `Attribution.sourceKind` in model/analysis.ts. */
export type SpeakerKind = 'named' | 'anonymous' | 'vague';

export const PRONOUNS: ReadonlySet<string> = words('he she it they we i you who');

/** People and papers of whom there are many, and whom no one can ask as long as no one says which. */
const VAGUE_HEADS = words(`
  sources experts critics observers analysts studies research reports insiders commentators pundits skeptics sceptics detractors opponents proponents supporters advocates economists scientists
  statistics data watchers rumors rumours estimates evidence polls surveys some many historians scholars specialists psychologists theorists naysayers doubters campaigners`);
/** Vague where nothing but "many" or the like says which: "many doctors believe". */
const PROFESSIONS = words('doctors physicians clinicians nurses lawyers attorneys teachers educators engineers traders investors bankers academics professionals psychiatrists surgeons farmers landlords employers executives lecturers dentists');
/** Vague on their own or with a quantity alone: with an adjective or a purpose behind them they are a group that can be found. */
const BARE_ONLY = words('statistics data estimates opponents proponents supporters advocates campaigners rumors rumours reports evidence');
/** Heads that are vague with nothing but a bare plural or a quantity before them; "the study", "a study" and "the source" refer to one. */
const MASS_HEADS = words('research evidence');
/** "some", "many" and "others" stand for people by themselves. */
const QUANTITIES = words('some many several most other few numerous various certain countless multiple leading top prominent independent outside local unnamed anonymous unidentified unconfirmed media news press more');
/** Words before a vague head that leave it as vague: "legal experts", "industry sources". Any lower-case word may; these name a body or a person and do not. */
const SINGULAR_DETERMINERS = words('the this that these those both');
/** After a vague head: says which ones, so that they could be asked. */
const IDENTIFIERS = words('at from with by polled surveyed interviewed including such like led cited published quoted contacted commissioned named working whose under attending assembled convened inside within conducted presented');

/** One person or several who are described and not named. */
const ANONYMOUS_HEADS = words('official officials diplomat diplomats aide aides adviser advisers advisor advisors insider insiders source sources person people persons staffer staffers minister ministers executive executives operative operatives strategist strategists lawmaker lawmakers employee employees negotiator negotiators envoy envoys backbencher backbenchers frontbencher frontbenchers whip whips commander commanders figure figures officer officers administrator administrators recruiter recruiters bureaucrat bureaucrats contractor contractors manager managers whistleblower whistleblowers');
/** Heads that are anonymous only with `familiar with`, `close to`, `briefed on` or the like behind them, or with `former` before. */
const PLAIN_HEADS = words('person people persons employee employees lawmakers backbenchers frontbenchers whips');
/** Heads that need a word that says of what: "a club figure", "a council officer"; a police officer and a press officer speak for their body. */
const BROAD_HEADS = words('figure figures officer officers commander commanders');
const OF_RECORD = words('police press information relations affairs medical executive chief duty public returning');
const SENIOR = words('senior top high-ranking high-level');
const COUNTS = words('number host range variety handful dozens scores hundreds thousands plenty lots lot majority');
/** Bodies small enough that one of their members is somebody. */
const BODIES = words('committee board council cabinet panel team staff delegation party government parliament jury crew union campaign congregation faculty squad');
const INDEFINITE = words('a an one two three four five six several another multiple senior top high-ranking high-level unnamed anonymous unidentified');

const WITHHELD = /\b(?:familiar with|close to|with (?:[a-z-]{1,20} ){0,2}knowledge\b|who (?:has|have|had) (?:[a-z-]{1,20} ){0,2}knowledge of|briefed on|privy to|acquainted with|in a position to know|on (?:the )?condition (?:of anonymity|that)|(?:asked|asking|requested|requesting|wished|preferred|preferring|wanted|insisted|insisting|spoke|speaking|demanded) (?:not to be|to remain|to stay|for|on|to be|that (?:his|her|their)) (?:named|identified|quoted|anonym\w+|unnamed|unidentified|name\w*|background|condition)|declined to (?:be (?:named|identified|quoted)|give (?:his|her|their) (?:full )?names?)|declining to be|anonymously|(?:asked for|asking for|requested|requesting|granted|sought|demanded|insisted on) anonymity|(?:was|were|is|are) not (?:authori[sz]ed|permitted|allowed)|not (?:authori[sz]ed|permitted|allowed) to (?:speak|discuss|comment|talk|be)|wasn't authori[sz]ed|weren't authori[sz]ed|did not want to be|didn't want to be|would not be named|refused to be (?:named|identified)|(?:did not|didn't|do not|don't|does not|doesn't|would not|wouldn't|refused|refusing|declined|declining|not) (?:(?:want|wish|agree) )?(?:to )?(?:give|have|use|share|provide|disclose) (?:his|her|their) (?:full |last |first |real |own )?names?|who (?:cannot|could not|can not) be named)/iu;

/** A reason for the anonymity, or a way of knowing; neither "familiar with the matter", "close to the talks" nor "who declined to be named" is one (docs/rules/attribution/anonymous.md). */
const EXPLAINED = /\b(?:because\b|for fear|(?:out of|over) (?:fear|concern)s?|fear(?:s|ed|ing)\b|afraid|not (?:been )?(?:authori[sz]ed|permitted|allowed|cleared)|(?:wasn't|weren't|isn't|aren't) (?:authori[sz]ed|permitted|allowed)|lack(?:s|ed|ing)? (?:the )?authori[sz]ation|without authori[sz]ation|to (?:discuss|describe|speak (?:candidly|freely|openly|frankly|about)|talk (?:candidly|freely|openly|frankly|about)|protect|avoid|preserve|disclose|reveal|share|recount)\b|citing|to be (?:candid|frank)|who (?:was|were|is|are) (?:at|in|on|present|involved|there|part|among|barred|banned)|present (?:at|in|for)|who (?:attended|saw|witnessed|took part|participated|sat|heard|reviewed|read|wrote|drafted|worked|took|helped|had attended|had reviewed|had read)|(?:has|have|had|having) (?:seen|read|reviewed|heard|attended|viewed|listened|witnessed|taken part)|briefed (?:on|about|by)|with direct knowledge|first-?hand|involved in|direct(?:ly)? (?:knowledge|involved)|in the room|took part in|worked on|sensitiv\w+|confidential\w*|retaliation|reprisals?|repercussions|privacy|safety|jeopardi[sz]e|classified|ongoing|private (?:talks|conversations|discussions|meetings?|matters|deliberations))/iu;

/**
 * How well a source is known by its words. `source` are the tokens of the noun phrase, `description` the text of the phrase and of what stands in apposition to it.
 * A proper name of a person or body in the phrase names it, "a spokesman for the ministry" and "police" too; "sources" names no one.
 */
export function speakerKind(source: readonly Token[], description: string): SpeakerKind {
  const tokens = source.filter(t => t.kind !== 'mark');
  // "many here", "some locally" are no better known for the place.
  while (tokens.length > 1 && /^(?:here|there|elsewhere|locally|nearby|today|now|nowadays)$/.test(tokens.at(-1)!.lower)) tokens.pop();
  const first = tokens[0];
  if (!first) return 'named';
  if (tokens.length === 1 && PRONOUNS.has(first.lower)) return 'named';
  // "An official of the port, Ada Brandt,": the name stands in apposition.
  if (source.some((t, i) => t.text === ',' && source[i + 1]?.capital && source[i + 2]?.capital)) return 'named';
  // "A number of studies" are studies.
  const of = tokens.findIndex(t => t.lower === 'of');
  if (of > 0 && of < 4 && COUNTS.has(tokens[of - 1]!.lower) && tokens[of + 1] && !/^(?:the|these|those|his|her|its|their|our)$/.test(tokens[of + 1]!.lower)) return speakerKind(source.slice(source.indexOf(tokens[of]!) + 1), description);
  const head = headIndex(tokens);
  const noun = tokens[head]!;
  if (isWithheld(tokens, head, description)) return 'anonymous';
  // "critics, among them Ada Brandt": one of them can be asked.
  return isVague(tokens, head, noun) && !/\b(?:including|among them|such as|led by|notably)\s[^.;]{0,40}?\p{Lu}/u.test(description) ? 'vague' : 'named';
}

/** Do the words give a reason for the anonymity, or say how the source knows? */
export function isExplained(description: string): boolean {
  return EXPLAINED.test(description.replaceAll('’', "'"));
}

/** The noun for an anonymous source, in the singular: `official`. */
export function sourceNoun(source: readonly Token[]): string {
  const tokens = source.filter(t => t.kind !== 'mark');
  const noun = tokens[headIndex(tokens)]?.lower ?? '';
  return noun === 'people' ? 'person' : noun.replace(/s$/, '');
}

/** Does a sentence say that somebody is not named, and why or how they know? */
export function tellsReason(sentence: string): boolean {
  const plain = sentence.replaceAll('’', "'");
  return WITHHELD.test(plain) && EXPLAINED.test(plain);
}

/** The head of a noun phrase: the last word before the first preposition, relative or participle behind it. */
export function headIndex(tokens: readonly Token[]): number {
  for (let i = 1; i < tokens.length; i++) {
    if (AFTER_HEAD.has(tokens[i]!.lower)) return i - 1;
  }
  return tokens.length - 1;
}

const AFTER_HEAD = words('of for at in from with by to on about near inside within outside who whose which that and polled surveyed interviewed including such like led cited published quoted contacted familiar close briefed working speaking under into against behind over involved close conducted presented attending whom commissioned named');

function isVague(tokens: readonly Token[], head: number, noun: Token): boolean {
  if (PROFESSIONS.has(noun.lower)) return tokens.length === 2 && /^(?:many|most|some|countless|numerous)$/.test(tokens[0]!.lower);
  if (!VAGUE_HEADS.has(noun.lower) || (noun.capital && head > 0 && tokens[0]!.capital && tokens[head - 1]!.capital)) return false;
  const before = tokens.slice(0, head);
  const after = tokens[head + 1];
  // "some of the nurses", "many in the town", "some who stayed" say who as well as they can.
  if (QUANTITIES.has(noun.lower)) return tokens.length === 1;
  if (after && (IDENTIFIERS.has(after.lower) || after.lower === 'and')) return false;
  if (before.some(t => SINGULAR_DETERMINERS.has(t.lower) || /^(?:his|her|its|our|my|your)$/.test(t.lower) || /['’]s?$/.test(t.text))) return false;
  // "Goldman analysts", "Harvard studies", "U.S. government sources": a body is named; a nationality or a bare adjective is none.
  if (before.some((t, i) => t.capital && !(i === 0 && isPlainWord(t)))) return false;
  if (before.some(t => t.kind === 'number')) return !MASS_HEADS.has(noun.lower) && noun.lower !== 'sources';
  if (BARE_ONLY.has(noun.lower)) return after === undefined && before.every(t => QUANTITIES.has(t.lower));
  if (after && /^(?:for|to|on)$/.test(after.lower) && noun.lower !== 'sources') return !tokens.slice(head + 2).some(t => t.capital);
  return true;
}

function isWithheld(tokens: readonly Token[], head: number, description: string): boolean {
  const noun = tokens[head]!;
  const before = tokens.slice(0, head);
  const definite = before.some(t => /^(?:the|this|that|these|those|his|her|their|its|our|my|some)$|['’]s$|['’]$/.test(t.lower));
  if (definite) return false;
  const indefinite = before.some(t => INDEFINITE.has(t.lower));
  const named = tokens.slice(0, head + 1).some((t, i) => t.capital && i > 0 && !isBodyWord(t) && tokens[i - 1]!.capital && !INDEFINITE.has(tokens[i - 1]!.lower));
  if (definite) return false;
  if (/^members?$/.test(noun.lower) && indefinite && tokens.slice(head + 1).some(t => BODIES.has(t.lower))) return !named;
  // "sources at the club" describes them, "sources" does not.
  if (noun.lower === 'sources' && /^(?:at|in|within|inside|from|close|near|with)$/.test(tokens[head + 1]?.lower ?? '')) return true;
  if (!named && (ANONYMOUS_HEADS.has(noun.lower) || ROLE_NOUNS.has(noun.lower.replace(/s$/, '')) || /^(?:someone|somebody|one|two|three|four|five|several|those|individuals?|figures?|members?|parties|men|women)$/.test(noun.lower)) && WITHHELD.test(description.replaceAll('’', "'"))) return true;
  if (!indefinite || (PLAIN_HEADS.has(noun.lower) && !before.some(t => /^(?:former|ex-?|ex-employee|longtime|current)$/.test(t.lower)))) return false;
  // "a senior editor"
  const senior = before.some(t => SENIOR.has(t.lower)) && ROLE_NOUNS.has(noun.lower.replace(/s$/, ''));
  if (!ANONYMOUS_HEADS.has(noun.lower)) return senior && !named;
  const of = before.filter(t => !INDEFINITE.has(t.lower) || SENIOR.has(t.lower));
  if (BROAD_HEADS.has(noun.lower) && !senior && (of.length === 0 || of.some(t => OF_RECORD.has(t.lower)))) return false;
  if (noun.lower === 'sources') return tokens.length > head + 1 || before.some(t => /^(?:senior|top|two|three|four|five|several)$/.test(t.lower));
  return !named;
}

/** A capital at the start of a sentence says nothing. */
function isPlainWord(token: Token): boolean {
  return !/\./.test(token.text) && !/^\p{Lu}{2,}/u.test(token.text) && (QUANTITIES.has(token.lower) || COMMON_ADJECTIVES.has(token.lower) || /(?:al|ic|ical|ous|ive|ent|ant|ary|y|ior|ern|ed|ing)$/.test(token.lower));
}

function isBodyWord(token: Token): boolean {
  return /^(?:U\.?S\.?|U\.?K\.?|E\.?U\.?|U\.?N\.?|NATO|White|House|State|Department|Pentagon|Fed|Treasury|Justice|Defense|Republican|Democratic|Senate)$/.test(token.text) || /(?:an|ish|ese|i|ch)$/.test(token.text);
}

const COMMON_ADJECTIVES = words('legal health policy security market industry government defense defence trade energy climate election media military police public company court party labor labour campaign outside party foreign early earlier recent new previous past multiple separate');
