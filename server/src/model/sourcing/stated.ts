// What a sentence states of all that it mentions: a figure of speech, a superlative of taste, a forecast or a word on the story itself needs no source.
import type { Quantity } from '../../language/quantities.ts';
import { isEventDated } from './clause-features.ts';
import { addFigures, type Seen } from './features.ts';
import { isActOnRecord, isCauseStated, isChange, isLegal } from './homographs.ts';
import { isIdleFigure } from './idle-figures.ts';
import { ALLEGATION, MODALS, PAST_VERBS, PLAIN_VERBS } from './lexicon.ts';
import { isFirstStated, isRanked, isSuperlativeStated } from './rank-features.ts';

/** A feature that only counts beside others: "the leaked letters". */
export const ALLEGATION_IN_PASSING = 'allegation in passing';

const NOTHING: ReadonlySet<string> = new Set();

/**
 * The features of the sentence that it states, without those that it only mentions. Empty where it states nothing that a source could bear out:
 * a question, advice, what writers tell of themselves (quotations apart), a scene, a correction, what follows from the sentence before.
 * `origin`: where the sentence begins in the prose in which the quantities' offsets count. Linear in its length.
 */
export function collectStated(text: string, { features, words }: Seen, quantities: readonly Quantity[], origin: number): ReadonlySet<string> {
  if (features.has('question') || isOfWriterOrReader(features, words) || isAdvice(words) || isOfTheStory(text) || isScene(words) || FOLLOWS.test(text)) return NOTHING;
  const stated = new Set(features);
  leaveFirmFigures(stated, text, quantities, origin);
  if (features.has('superlative') && !isSuperlativeStated(words)) stated.delete('superlative');
  if (features.has('ranking') && !isRanked(words)) stated.delete('ranking');
  if (features.has('list: allegation') && words.every((_, i) => !isAlleged(words, i))) {
    stated.delete('list: allegation');
    stated.add(ALLEGATION_IN_PASSING);
  }
  if (features.has('list: cause') && !isCauseStated(words)) stated.delete('list: cause');
  if (features.has('list: record') && words.every((_, i) => !isActOnRecord(words, i))) stated.delete('list: record');
  if (features.has('list: legal') && words.every((_, i) => !isLegal(words, i))) stated.delete('list: legal');
  if (features.has('change of a measure') && words.every((_, i) => !isChange(words, i))) stated.delete('change of a measure');
  if ((features.has('first') || features.has('first since or ever')) && !isFirstStated(words, features.has('verb: future'))) for (const name of FIRSTS) stated.delete(name);
  if (features.has('dated event: last year') && isNextYear(words)) stated.delete('dated event: last year');
  if (features.has('dated event: year') && !isEventDated(words)) stated.delete('dated event: year');
  if (isLeftOpen(words)) for (const name of [...WEAK, 'change of a measure']) stated.delete(name);
  if (features.has('verb: obligation')) stated.delete('superlative');
  if (isForecast(features, words)) leaveWhatIsHard(stated, features, words);
  return APPEAL.test(text) && !stated.has('figure: any') ? NOTHING : stated;
}

/** The writer and the reader; "mine" is more often where coal comes from. */
const WRITER_OR_READER = /^(?:i|me|my|myself|you|your|yours|yourself)(?:'|$)/;

function isOfWriterOrReader(features: ReadonlySet<string>, words: readonly string[]): boolean {
  return (features.has('pronoun: I') || features.has('pronoun: you')) && !features.has('quotation marks') && words.some(word => WRITER_OR_READER.test(word));
}

/** "Put the rest into bonds", "Avoid the bridge": without a subject, in the plain form, and nothing told of the past. */
function isAdvice(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  if (words.some(w => w === 'was' || w === 'were' || w === 'had' || (w.length > 4 && w.endsWith('ed')))) return false;
  return ((PLAIN_VERBS.has(first) && !PAST_VERBS.has(first) && first !== 'judge') || ADVISED.has(first)) && AFTER_ADVICE.has(second);
}

const ADVISED = new Set(['put', 'add', 'check', 'divide', 'multiply', 'consider', 'start', 'apply', 'set']);
const AFTER_ADVICE = new Set(['a', 'an', 'the', 'your', 'this', 'that', 'these', 'those', 'another', 'some', 'any', 'all', 'more', 'less', 'at', 'out', 'up', 'it', 'them', 'sure', 'yourself', 'half']);

/** A correction, or the head of a running file. */
function isOfTheStory(text: string): boolean {
  return /\b(?:earlier|previous) versions? of this (?:article|story|report|post|column)\b/i.test(text)
    || /\bthis (?:article|story|report|post|column) (?:has been|was) (?:revised|updated|corrected|amended)\b/i.test(text)
    || /\(all times /i.test(text);
}

/** What the reporter saw: the weather, who came with whom, who stepped before the audience. */
function isScene(words: readonly string[]): boolean {
  return words.some((w, i) => i < SCENE_REACH && ((w === 'it' && (words[i + 1] === 'was' || words[i + 1] === 'is') && WEATHER.has(words[i + 2] ?? '')) || ((w === 'was' || w === 'were') && words[i + 1] === 'joined' && words[i + 2] === 'by')
    || (w === 'took' && words[i + 1] === 'the' && (words[i + 2] === 'stage' || words[i + 3] === 'stage'))));
}

const SCENE_REACH = 10;
const WEATHER = new Set(['raining', 'snowing', 'drizzling', 'pouring', 'dark', 'sunny', 'windy', 'foggy', 'freezing', 'dusk', 'dawn', 'noon', 'midnight']);

/** "That means", "that works out to", "that is a total of": reckoned from the sentence before, which has its own finding. */
const FOLLOWS = /^["“(]?(?:That|This|Which) (?:means|equals|works out|adds up|comes to|translates)\b|^["“(]?That(?:['’]s| is| makes| leaves) (?:a total|a sum|the equivalent) of\b/;

/** "As we saw in 2009", "as everyone knows": the writer counts on what every reader knows. */
const APPEAL = /\bas (?:we(?: all| now| have| ['’]ve)? (?:saw|seen|know|learned|learnt|remember)|every(?:one|body) (?:knows|remembers)|(?:you|readers) (?:may|might|will) (?:recall|remember|know))\b/i;

/** The figures that somebody would look up; what the others gave is taken away. */
function leaveFirmFigures(stated: Set<string>, text: string, quantities: readonly Quantity[], origin: number): void {
  if (quantities.length === 0) return;
  const firm = quantities.filter(quantity => !isIdleFigure(quantity, text, origin));
  if (firm.length === quantities.length) return;
  for (const name of stated) if (name.startsWith('figure: ')) stated.delete(name);
  addFigures(firm, name => void stated.add(name));
  if (firm.length === 0) stated.delete('change by a figure');
}

/** Kinds that make a claim only with another. */
const WEAK = ['list: cause', 'list: legal', 'list: record'];

/** "Her leaked letters" names them, "might be hacked" fears it. */
function isAlleged(words: readonly string[], i: number): boolean {
  if (!ALLEGATION.has(words[i]!)) return false;
  const previous = words[i - 1] ?? '';
  if (words[i + 1] !== undefined && (BEFORE_A_PARTICIPLE.has(previous) || /['’]s?$/.test(previous)) && words[i]!.endsWith('ed')) return false;
  return !words.slice(Math.max(0, i - 4), i).some(word => MODALS.has(word) && word !== 'would');
}

const BEFORE_A_PARTICIPLE = new Set(['the', 'a', 'an', 'his', 'her', 'its', 'their', 'our', 'these', 'those', 'of', 'with', 'from', 'about', 'on', 'for', 'against', 'any', 'some', 'more']);

function isNextYear(words: readonly string[]): boolean {
  return words.some((w, i) => w === 'next' && words[i + 1] === 'year') && !words.includes('last') && !words.includes('ago') && !words.includes('earlier') && !words.includes('previous');
}

/** "It is not clear what effect it has": nothing is stated of it. */
function isLeftOpen(words: readonly string[]): boolean {
  return words.some((w, i) => (w === "it's" || (w === 'it' && (words[i + 1] === 'is' || words[i + 1] === 'was' || words[i + 1] === 'remains'))) && words.slice(i + 1, i + 5).some((open, k, near) => open === 'unclear' || open === 'uncertain' || (open === 'clear' && near[k - 1] === 'not')));
}

const FORECAST = ['verb: future', 'verb: would', 'verb: can', 'verb: might'];

/** "The ruling could go to the high court", "the port is set to lose its licence", "the minister wants to sell the yard". What would have been is past. */
function isForecast(features: ReadonlySet<string>, words: readonly string[]): boolean {
  if (FORECAST.some(name => features.has(name))) return !words.some((w, i) => (w === 'would' || w === 'could' || w === 'might') && (words[i + 1] === 'have' || words[i + 2] === 'have'));
  return words.some((w, i) => i < FORWARD_REACH && words[i + 1] === 'to' && ((FORWARD.has(w) && BE_FORMS.has(words[i - 1] ?? '')) || INTENTIONS.has(w)) && !RELATIVES.has(words[i - 1] ?? ''));
}

const FORWARD_REACH = 14;
const FORWARD = new Set(['set', 'likely', 'unlikely', 'expected', 'poised', 'due', 'about', 'scheduled', 'slated', 'bound', 'certain', 'sure', 'ready', 'going', 'eager', 'determined']);
const BE_FORMS = new Set(['is', 'are', 'was', 'were', "isn't", "aren't", 'not', 'also', 'now', 'still', 'widely', 'almost', 'more', 'most', 'all', 'both']);
const INTENTIONS = new Set(['wants', 'want', 'hopes', 'hope', 'plans', 'plan', 'intends', 'intend', 'aims', 'aim', 'seeks', 'promises', 'promise', 'promised', 'pledged', 'pledges', 'vowed', 'vows']);
const RELATIVES = new Set(['who', 'that', 'which']);

const FIGURES = ['figure: percent', 'figure: money', 'figure: ratio', 'figure: count', 'figure: small count', 'figure: measure', 'figure: score', 'figure: temperature', 'figure: number'];
const FIRSTS = ['first', 'first since or ever'];
const HEDGES = new Set(['probably', 'likely', 'perhaps', 'maybe', 'possibly', 'hopefully', 'presumably']);

/** Of a forecast only what is measured, ranked or dated: not what it will lead to, how long it will take, or a first that is only likely. */
function leaveWhatIsHard(stated: Set<string>, features: ReadonlySet<string>, words: readonly string[]): void {
  for (const name of ['list: allegation', 'legal verdict', 'figure: duration', 'figure: one or two', 'figure: small number', 'dated event: last year', ...(features.has('verb: might') ? ['figure: measure'] : [])]) stated.delete(name);
  if (!FIGURES.some(name => stated.has(name))) for (const name of WEAK) stated.delete(name);
  if (features.has('verb: might') || words.some(word => HEDGES.has(word))) for (const name of [...FIRSTS, 'superlative', 'ranking']) stated.delete(name);
}
