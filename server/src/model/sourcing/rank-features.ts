// Superlatives, firsts and rankings in a sentence.
import { words as wordList } from '../../language/word-list.ts';
import { COUNTABLE_AFTER_MOST, MEASURED_SUPERLATIVES, ORDINALS, PRONOUNS, VERDICT_SUPERLATIVES } from './lexicon.ts';
import type { Add } from './word-facts.ts';

/** Adds what kinds of superlatives, firsts and rankings there are. */
export function addRank(words: readonly string[], add: Add): void {
  const most = words.some((w, i) => (w === 'most' || w === 'least') && (COUNTABLE_AFTER_MOST.has(words[i + 1] ?? '') || (words[i - 1] === 'the' && words.slice(i + 2, i + 5).some(after => after === 'in' || after === 'of'))));
  const pioneering = words.some((w, i) => w === 'first' && words[i - 1] === 'the' && words.slice(i + 1, i + 7).includes('to'));
  const superlatives = superlativesOf(words);
  if (most || isDatedVerdict(words) || isUnmatched(words) || superlatives.some(i => !isInPassing(words, i))) add('superlative');
  else if (superlatives.length > 0) add('superlative in passing');
  else if (words.some((_, i) => isOrdinal(words, i)) && (pioneering || words.some(w => ORDINAL_CONTEXT.has(w)))) add(words.includes('since') || words.includes('ever') ? 'first since or ever' : 'first');
  else if (words.some(w => VERDICT_SUPERLATIVES.has(w))) add('superlative of taste');
  if (isAbsolute(words)) add('absolute');
  if (words.some((w, i) => w === 'ranks' || w === 'ranked' || w === 'rank' || (w === 'ranking' && !RANKING_OF_PEOPLE.has(words[i + 1] ?? '')) || (w === 'number' && words[i + 1] === 'one') || (w === 'all' && words[i + 1] === 'time') || w === 'unprecedented')) add('ranking');
}

/** "The court has never ordered it", "no side has ever won it", "every town that tried it has kept it": one case would disprove it. What "I have never" done is a confession. */
function isAbsolute(words: readonly string[]): boolean {
  if ((words[0] === 'no' && words.includes('ever')) || (words[0] === 'every' && words.slice(2, 16).some(w => PERFECT.has(w)))) return words.some(w => PERFECT.has(w));
  return words.some((w, i) => w === 'never' && i > 1 && PERFECT.has(words[i - 1]!) && !SPEAKERS.has(words[i - 2]!));
}

const PERFECT = new Set(['has', 'have', 'had']);
const SPEAKERS = new Set(['i', 'we', 'you', 'who', 'he', 'she']);

/** "taxes on the wealthiest", "the closure of the country's oldest plants": which ones are meant, not what is stated of them. "One of the oldest plants" states it. */
function isInPassing(words: readonly string[], at: number): boolean {
  let i = at - 1;
  while (i > 0 && at - i < 4 && words[i] !== 'the' && PRONOUNS.get(words[i]!) === undefined && !/'s?$/.test(words[i]!)) i--;
  // "of the world's": the owner's own words.
  if (/'s?$/.test(words[i] ?? '')) while (i > 0 && at - i < 4 && words[i] !== 'the' && !BEFORE_A_THING.has(words[i - 1]!)) i--;
  i--;
  return BEFORE_A_THING.has(words[i] ?? '') && !(words[i] === 'of' && OUT_OF.has(words[i - 1] ?? '')) && !words.includes('since') && !words.includes('ever');
}

/** Prepositions; those of a level that is reached ("to its lowest", "at the highest rate") are left out. */
const BEFORE_A_THING = new Set(['of', 'for', 'on', 'by', 'from', 'with', 'against', 'between', 'into', 'through', 'in', 'near', 'behind', 'under', 'across']);
const OUT_OF = new Set(['one', 'two', 'three', 'four', 'five', 'some', 'any', 'many', 'most', 'all', 'several']);

/** "The ranking Democrat" is a seat on a committee. */
const RANKING_OF_PEOPLE = new Set(['democrat', 'republican', 'member', 'members', 'minority', 'officer', 'officers', 'official', 'officials', 'senator']);
/** "The first tunnel", "its third owner". */
function isOrdinal(words: readonly string[], i: number): boolean {
  return i > 0 && ORDINALS.has(words[i]!) && !FIRST_THINGS.has(words[i + 1] ?? '') && (words[i - 1] === 'the' || words[i - 1] === 'a' || OWNERS.has(words[i - 1]!));
}

const OWNERS = new Set(['its', 'his', 'her', 'their', 'our']);

/** "The last seven years", "the last time around" and "his last speech" only say when or which. Of what is foreseen ("will give her first speech") an owner's first is none either. */
export function isFirstStated(words: readonly string[], foreseen: boolean): boolean {
  return words.some((w, i) => isOrdinal(words, i) && !(w === 'last' && (OWNERS.has(words[i - 1]!) || SPANS.has(words[i + 1] ?? '') || /^\d/.test(words[i + 1] ?? ''))) && !(foreseen && OWNERS.has(words[i - 1]!)));
}

const SPANS = new Set(['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'few', 'several', 'couple', 'time', 'decade', 'century']);

/** "The first step", "his last word": an order of thoughts, not of the world. */
const FIRST_THINGS = new Set(['of', 'and', 'thing', 'things', 'step', 'steps', 'duty', 'responsibility', 'priority', 'goal', 'point', 'question', 'place', 'word', 'words', 'job', 'order', 'part', 'half', 'element', 'purpose', 'way', 'lady']);
const ORDINAL_CONTEXT = new Set(['since', 'ever', 'history', 'world', 'country', 'nation', 'state', 'record', 'national', 'time', 'years', 'decades', 'century', 'woman', 'president', 'major', 'modern']);

/** Where the words stand that compare with all others by measure. */
function superlativesOf(words: readonly string[]): number[] {
  // "second-largest", "best-studied"
  const isSuperlative = (w: string) => MEASURED_SUPERLATIVES.has(w) || (w.includes('-') && (MEASURED_SUPERLATIVES.has(w.slice(w.lastIndexOf('-') + 1)) || /^(?:best|least|most)-\w+ed$/.test(w)));
  return words.flatMap((w, i) => (isSuperlative(w) && words[i - 1] !== 'at' && !(w === 'latest' && words[i - 1] !== 'since') ? [i] : []));
}

/** "The worst storm since 1962" is measured; "the worst thing about it" is a verdict. */
function isDatedVerdict(words: readonly string[]): boolean {
  return words.some((w, i) => VERDICT_SUPERLATIVES.has(w) && words[i - 1] !== 'at') && words.some((w, i) => (w === 'since' && /^(?:1[5-9]|20)\d\d$/.test(words[i + 1] ?? '')) || (w === 'since' && words[i + 1] === 'the') || (w === 'on' && words[i + 1] === 'record') || (w === 'in' && words.slice(i + 1, i + 4).includes('history')));
}

/** "No other port handles more ships", "no plan has ever drawn so many letters", "more often than any other port": a superlative turned round. */
function isUnmatched(words: readonly string[]): boolean {
  if (words.some((w, i) => w === 'than' && words[i + 1] === 'any' && words[i + 2] === 'other')) return true;
  return (words[0] === 'no' || words[0] === 'nowhere' || words[0] === 'never') && words.some((w, i) => (w === 'other' && i < 3) || w === 'ever' || w === 'never' || w === 'before') && words.some((w, i) => w === 'more' || w === 'fewer' || (w === 'so' && (words[i + 1] === 'many' || words[i + 1] === 'few' || words[i + 1] === 'much')) || (w === 'as' && words[i + 1] === 'many') || (w.length > 4 && w.endsWith('er') && words[i - 1] === 'a'));
}

/**
 * Is there a superlative that could be looked up? "The largest port" could; "the most masterful speech", "her biggest mistake" and "the stakes were highest" are judged, not measured,
 * "the wealthiest families" and "some of the oldest streets" say which ones are meant, and "her oldest daughter" is a name.
 */
export function isSuperlativeStated(words: readonly string[]): boolean {
  const bounded = hasHorizon(words);
  if (isDatedVerdict(words) || isUnmatched(words)) return true;
  if (words.some((w, i) => (w === 'most' || w === 'least') && (LOOKED_UP.has(words[i + 1] ?? '') || (words[i - 1] === 'the' && words[i + 1] !== 'recent' && (bounded || (!JUDGEMENTS.has(words[i + 1] ?? '') && words.slice(i + 2, i + 6).includes('in'))))))) return true;
  return superlativesOf(words).some(i => !isInPassing(words, i) && !isKin(words, i) && !isSomeOf(words, i) && (bounded || (!isJudged(words, i) && !isClassOfPeople(words, i))));
}

/** "Since the war", "in the party's history", "in a generation", "ever". */
function hasHorizon(words: readonly string[]): boolean {
  return words.some((w, i) => w === 'since' || (w === 'ever' && words[i - 1] !== 'never') || w === 'record' || w === 'decades' || w === 'generation' || w === 'generations' || w === 'century' || (w === 'in' && words.slice(i + 1, i + 5).includes('history')) || (w === 'in' && words.slice(i + 2, i + 4).includes('years')));
}

/** What a superlative with "most" must name to be found in a register or a statistic. */
const LOOKED_UP = new Set([...COUNTABLE_AFTER_MOST].filter(word => !['powerful', 'successful', 'experienced', 'recent', 'productive', 'valuable', 'dangerous', 'senior'].includes(word)));

/** Adjectives that say what somebody thinks of a thing. */
const JUDGEMENTS = wordList(`
  powerful important significant successful famous influential interesting striking memorable remarkable beautiful exciting masterful innovative prominent controversial effective dramatic surprising fateful consequential compelling impressive notable
  promising respected beloved admired hated feared coveted credible qualified vulnerable serious basic punishing likely obvious brilliant charming elegant gifted talented outspoken vocal visible divisive polarizing crucial critical vital essential urgent
  pressing troubling disturbing shocking embarrassing humiliating painful difficult challenging ambitious aggressive reliable trusted loyal recognizable recognisable iconic celebrated distinguished accomplished fascinating intriguing revealing extraordinary incredible amazing`);

function isKin(words: readonly string[], at: number): boolean {
  return KIN.has(words[at + 1] ?? '');
}

const KIN = new Set(['daughter', 'daughters', 'son', 'sons', 'child', 'children', 'brother', 'brothers', 'sister', 'sisters', 'sibling', 'siblings', 'grandson', 'granddaughter', 'grandchild', 'cousin', 'friend', 'friends']);

/** "Some of the largest": which ones, unless it is said who they are. */
function isSomeOf(words: readonly string[], at: number): boolean {
  let i = at - 1;
  while (i > 0 && at - i < 5 && words[i] !== 'of') i--;
  return words[i] === 'of' && words[i - 1] === 'some' && !IS.has(words[i - 2] ?? '') && words[i - 2] !== 'among' && !words.slice(at + 1, at + 5).some(word => word === 'include' || word === 'are' || word === 'were');
}

const IS = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'has', 'have', 'had', 'became', 'become']);

/** "The richest Americans", "the poorest families": a class. */
function isClassOfPeople(words: readonly string[], at: number): boolean {
  return CLASSES.has(words[at]!) && [words[at + 1] ?? '', words[at + 2] ?? ''].some(word => PEOPLE.has(word)) && !words.slice(Math.max(0, at - 4), at).some(word => IS.has(word) || word === 'among');
}

const CLASSES = new Set(['wealthiest', 'richest', 'poorest', 'youngest', 'oldest', 'healthiest', 'weakest']);
const PEOPLE = new Set(['people', 'americans', 'britons', 'families', 'households', 'voters', 'members', 'citizens', 'residents', 'taxpayers', 'earners', 'donors', 'children', 'students', 'workers', 'men', 'women', 'patients', 'among', 'individuals']);

/** Does it go with a noun that nobody has counted or measured, behind it ("biggest mistake") or before it ("stakes were highest")? */
function isJudged(words: readonly string[], at: number): boolean {
  for (let i = at + 1; i <= at + 4 && i < words.length && !NOUN_ENDS.has(words[i]!); i++) if (JUDGED.has(words[i]!)) return true;
  return IS.has(words[at - 1] ?? '') && JUDGED.has(words[at - 2] ?? '');
}

const NOUN_ENDS = new Set(['of', 'in', 'to', 'for', 'on', 'at', 'by', 'with', 'from', 'that', 'who', 'which', 'is', 'are', 'was', 'were', 'has', 'have', 'had', 'than', 'since']);
const JUDGED = wordList(`
  factor factors mistake mistakes error problem problems challenge challenges question questions obstacle obstacles hurdle hurdles concern concerns worry worries fear fears threat threats danger risk risks test tests surprise surprises
  shock story stories news moment moments lesson lessons reason reasons irony takeaway takeaways controversy controversies weakness weaknesses strength strengths asset assets liability advantage appeal selling point points priority priorities
  goal goals hope dream enemy enemies foe foes rival rivals friend friends ally allies supporter supporters critic critics champion advocate advocates defender fan fans opponent opponents voice voices name names star stars
  stage platform applause cheer cheers laugh hit punch blow attack attacks argument arguments case claim lie lies thing things part impression impact influence imprint role step move push contrast sign signs ties bond bonds feeling way tool tools
  weapon weapons stakes waste failure failures achievement achievements accomplishment legacy moral mystery secret scandal scandals disappointment regret passion crisis difference differences issue issues topic decision decisions task job opportunity help
  criticism criticisms complaint complaints refrain reaction reactions booster boosters cheerleader cheerleaders victory success setback embarrassment`);

/** "It ranks third", "was ranked among": "rank and file" and "close ranks" are no ranking, and "unprecedented" but in history is a judgement. */
export function isRanked(words: readonly string[]): boolean {
  return words.some((w, i) => ((w === 'rank' || w === 'ranks' || w === 'ranked' || w === 'ranking') && (RANKS.has(words[i + 1] ?? '') || /^\d/.test(words[i + 1] ?? '')) && !RANK_AND_FILE.has(words[i - 1] ?? ''))
    || (w === 'number' && words[i + 1] === 'one') || (w === 'all' && words[i + 1] === 'time')) || (words.includes('unprecedented') && words.some((w, i) => w === 'in' && words.slice(i + 1, i + 5).includes('history')));
}

const RANKS = new Set([...ORDINALS, 'number', 'no', 'among', 'as', 'at', 'in', 'near', 'top', 'above', 'below', 'behind', 'ahead', 'higher', 'lower', 'the']);
const RANK_AND_FILE = new Set(['break', 'broke', 'breaking', 'broken', 'close', 'closed', 'closing', 'the', 'their', 'its', 'his', 'her', 'own', 'of', 'party', 'military']);
