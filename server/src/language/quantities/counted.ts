// What is counted: the noun after a number, with or without adjectives, and the word at its hyphen ("12-member").
import { isNumberWord, isOrdinal } from './fractions.ts';
import { FUNCTION_WORDS, isPlural, singular } from './nouns.ts';
import type { NumberReading } from './scales.ts';
import type { Token } from './tokens.ts';
import { unitNamed, type UnitReading } from './units.ts';

/** "12-member panel": the word at the hyphen. Words that only seem to count are left out. */
const NOT_COUNTED = /^(?:way|deep|sided|off|handed|faced|fold|legged|thirds?|quarters?|halves|half|plus|ish|something|odd|level|time|size|old|tier|bit|the|of|in|on|to|and|or|up|down|out|by|a|an|is|was|inspired|based|related|only|born|led|era|style)$/;

export function readHyphenNoun(tokens: readonly Token[], at: number): UnitReading | undefined {
  const token = tokens[at];
  if (token?.type !== 'word' || NOT_COUNTED.test(token.lower) || FUNCTION_WORDS.has(token.lower) || /(?:ed|ing|ly)$/.test(token.lower) || isOrdinal(token.lower) || /[A-Z]/.test(token.text)) return undefined;
  // A 300-strong crowd has 300 members.
  return { unit: token.lower === 'strong' ? 'member' : singular(token.lower), kind: 'count', next: at + 1 };
}

const LONGEST_NOUN_PHRASE = 6;
/** Plurals that stand before another noun. */
const ATTRIBUTIVE_PLURAL = /^(?:police|staff|aircraft|cattle|fish|savings|sports|arms|drugs|goods|sales|systems|services|operations|communications|rights|women|men|people|dead|injured|wounded|homeless|unemployed|missing|utilities|securities|futures|bonds|appeals|claims|relations|affairs|elections|weapons|customs|parks|games|headquarters)$/;

/** The noun that is counted: the first plural after the number, adjectives skipped; after "one" the next noun-like word. */
export function readCountedNoun(tokens: readonly Token[], at: number, number: NumberReading): UnitReading | undefined {
  if (number.value === 1 && number.scale === 1) return number.form === 'words' && number.precision === 0.5 ? readOneThing(tokens, at) : undefined;
  let length = 0;
  for (let k = at; length < LONGEST_NOUN_PHRASE && k < at + 2 * LONGEST_NOUN_PHRASE; k++) {
    const token = tokens[k];
    if (token?.text === '-' && token.joined && tokens[k + 1]?.joined) continue;
    length++;
    // "5 male and female dancers"
    if (k === at + 1 && (token?.lower === 'and' || token?.lower === 'or') && isPlural(tokens[k + 2]?.lower ?? '') && tokens[k + 1]?.type === 'word') continue;
    // "two U.S. soldiers"
    if (isInitials(tokens, k)) {
      k += tokens[k + 3]?.text === '.' && tokens[k + 3]!.joined ? 3 : 2;
      continue;
    }
    if (token?.type !== 'word' || (token.joined && k === at) || FUNCTION_WORDS.has(token.lower)) return undefined;
    const joinedAfter = tokens[k + 1]?.joined && (tokens[k + 1]!.text === '-' || tokens[k + 1]!.text === '$');
    if (!joinedAfter && isPlural(token.lower)) {
      // "police officers", "savings plans"
      const follower = tokens[k + 1];
      const last = follower?.type === 'word' && follower.text.charCodeAt(0) > 96 && isPlural(follower.lower) && !FUNCTION_WORDS.has(follower.lower) && ATTRIBUTIVE_PLURAL.test(token.lower) ? k + 1 : k;
      return { unit: singular(tokens[last]!.lower), kind: 'count', next: last + 1, ...withPhrase(tokens, at, last) };
    }
    if (k > at && /(?:ed)$/.test(token.lower) && !joinedAfter && tokens[k + 1]?.type !== 'word') return undefined;
  }
  return undefined;
}

function isInitials(tokens: readonly Token[], k: number): boolean {
  return /^[A-Z]$/.test(tokens[k]?.text ?? '') && tokens[k + 1]?.text === '.' && tokens[k + 1]!.joined && /^[A-Z]$/.test(tokens[k + 2]?.text ?? '') && tokens[k + 2]!.joined;
}

const NO_ONE_THING = /^(?:day|night|morning|evening|afternoon|thing|things|way|reason|time|times|point|hand|side|moment|occasion|case|example|person|man|woman|level|stage|sense|respect|word|step|kind|type|sort|part|place|end|go|bit|common|simple|final|last|big|such|more|less|too|so|very|being|can|could|may|might|must|should|would|will|has|had|does|did|is|was)$/;

/** Verbs that a noun may stand before in small letters, of which the form does not tell. */
const PAST = /^(?:caught|read|took|came|went|made|found|fell|rose|won|lost|held|left|met|sent|sold|hit|cut|put|ran|saw|got|gave|grew|kept|led|paid|spoke|stood|struck|threw|wrote|broke|became|began|brought|built|bought|drew|drove|fought|flew|heard|knew|laid|let|set|shot|rang|sought|spent|stole|swept|taught|thought|wore|died|sang|sank|swore|slid|shut|burst|cost|reads|says)$/;
const ONLY_ADJECTIVE = /^(?:former|senior|local|major|minor|new|old|early|late|other|recent|young|leading|possible|key|main|top|small|large|great)$/;

/** "one lorry caught fire"; but "one shot" and "one paid helper". */
function isVerb(tokens: readonly Token[], at: number, k: number): boolean {
  if (!PAST.test(tokens[k]!.lower)) return false;
  const next = tokens[k + 1];
  return k > at || !(/^(?:shot|hit|cut)$/.test(tokens[k]!.lower) || (next?.type === 'word' && next.text === next.lower && !FUNCTION_WORDS.has(next.lower)));
}

/** "one proposal", "one local store": the noun stands before the next verb, preposition or pause. */
function readOneThing(tokens: readonly Token[], at: number): UnitReading | undefined {
  let last: number | undefined;
  for (let k = at; k < at + 3; k++) {
    const token = tokens[k];
    if (token?.type !== 'word' || token.joined || FUNCTION_WORDS.has(token.lower) || NO_ONE_THING.test(token.lower) || isVerb(tokens, at, k) || /['’]/.test(token.text) || isNumberWord(token.lower) || /(?:ed|ly)$/.test(token.lower) || (k > at && isPlural(token.lower) && !ATTRIBUTIVE_PLURAL.test(token.lower)) || token.text !== token.lower) break;
    last = k;
  }
  // Words that end as adjectives do are no thing that is counted.
  if (last === undefined || ONLY_ADJECTIVE.test(tokens[last]!.lower) || /(?:ous|ful|ive|ible|able|ical|ing)$/.test(tokens[last]!.lower) || isPlural(tokens[last]!.lower)) return undefined;
  return { unit: tokens[last]!.lower, kind: 'count', next: last + 1, ...withPhrase(tokens, at, last) };
}

const DEGREES: ReadonlyMap<string, string> = new Map([
  ...'small large old young new high low long short great cheap rich poor strong weak'.split(' ').flatMap(word => (['er', 'est'] as const).map(end => [word.endsWith('e') ? `${word}${end.slice(1)}` : `${word}${end}`, word] as const)), ['bigger', 'big'], ['biggest', 'big'],
]);

/** Adverbs and participles by their form; names and words that only look like them are none. */
function addsNothing({ text, lower }: Token): boolean {
  return /^(?:more|and|or)$/.test(lower) || (/(?:ed|ing|ly)$/.test(lower) && !/^\p{Lu}/u.test(text) && !/^(?:red|need|seed|speed|breed|weed|bed|lightning|housing|building|wedding|meeting|evening|morning|spring|king|wing|ring|parking|boxing|racing|nursing|banking|engineering|family|early|daily|weekly|monthly|yearly|quarterly|elderly|only|friendly|likely|deadly|orderly|supply|assembly|fly)$/.test(lower));
}

/** The noun with the adjectives and nouns before it, as a dictionary has them: "small Norwegian company". Adverbs, participles and "more" add nothing to what is counted. */
function withPhrase(tokens: readonly Token[], at: number, last: number): { readonly counted?: string } {
  let words = '';
  for (let k = at; k < last; k++) {
    const token = tokens[k]!;
    if (token.text === '-' || token.text === '.') words = `${words.trimEnd()}${token.text}${tokens[k + 1]!.joined ? '' : ' '}`;
    else if (tokens[k + 1]!.text === '-' || tokens[k - 1]?.text === '-' || !addsNothing(token)) words += `${DEGREES.get(token.lower) ?? token.text} `;
  }
  return words === '' || unitNamed(singular(tokens[last]!.lower)) ? {} : { counted: `${words}${singular(tokens[last]!.lower)}` };
}
