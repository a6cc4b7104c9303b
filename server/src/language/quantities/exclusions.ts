// Numbers that are no quantities: years, dates, times, ordinals, and names ("Boeing 737", "Section 3").
import { isNumberWord } from './fractions.ts';
import { FUNCTION_WORDS } from './nouns.ts';
import type { Amount } from './amounts.ts';
import type { Token } from './tokens.ts';

const MONTH = /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

/** Is the word the name or abbreviation of a month, with a capital? */
export function isMonth(token: Token | undefined): boolean {
  return token?.type === 'word' && token.text.length >= 3 && token.text.charCodeAt(0) < 91 && MONTH.test(token.lower);
}

/** Words before a number that make it a label, not a count: "page 3", "Section 427". */
const LABELS = new Set(
  ('section sections article articles part parts chapter chapters page pages pp p para paras par paragraph sec no nos number numbers line row rows seat seats room apartment apt suite highway route interstate road exit gate terminal platform track channel station flight '
  + 'game games level grade type class category phase stage step version volume vol vols issue episode season series round week day minute verse psalm act title rule amendment clause schedule annex appendix figure fig table exhibit count item question lot box building block unit ward district zone area precinct tier model form windows formula group boeing airbus iphone ipad android playstation xbox covid agenda zip code postcode isbn top division league super chapter bill proposition measure order resolution case docket psalms').split(' '),
);
const LABELS_ONLY_CAPITAL = new Set('seat seats count game games week day minute group unit area model series season round top number numbers table figure bill order case measure track station building block class part parts form issue act road line division title rule question item'.split(' '));

/** Words before a hyphen that leave the number a number: "minus-130", "sub-300". */
const PREFIXES = new Set('minus plus sub under over about around some nearly almost then now the a an to a pre post mid super non up per'.split(' '));

const YEAR_BEFORE = new Set('in since by until till during year years before after from through fiscal early late mid of circa ca between around spring summer autumn fall winter the and to for its their his her s c ad bc election elections class back'.split(' '));

const PEOPLE_AND_THINGS = new Set('person worker employee job troop soldier officer family resident member patient student home house household unit copy ticket hire voter man woman child'.split(' '));

const DIRECTION = /^(?:[NSEW]|NE|NW|SE|SW)$/;
const STREET = /^(?:street|st|road|rd|avenue|ave|drive|dr|lane|ln|boulevard|blvd|way|place|square|court|terrace|parkway|highway|crescent|row)$/;

/** How many tokens from `i` on to pass over because the number there is no quantity; 0 if it is one. */
export function passOver(tokens: readonly Token[], i: number, amount: Amount, titleCase: boolean): number {
  const first = tokens[amount.numberFirst]!;
  const { number } = amount;
  const bare = amount.unit === null || amount.kind === 'count';
  const skip = Math.max(number.next - i, 1);
  if (amount.prefixed) return 0;
  if (number.form === 'digits' && first.type === 'number') return passDigits(tokens, i, amount, bare, titleCase, skip);
  if (number.form === 'words') return passWords(tokens, amount, titleCase, skip);
  return passFraction(tokens, amount, skip);
}

function passDigits(tokens: readonly Token[], i: number, amount: Amount, bare: boolean, titleCase: boolean, skip: number): number {
  const at = amount.numberFirst;
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const after = tokens[amount.numberNext];
  const unscaled = amount.number.scale === 1;
  if (after?.joined && after.type === 'number') return skip + 1;
  // "a 4K television"
  if ((amount.number.raw === 4 || amount.number.raw === 8) && amount.number.scale === 1000 && /^(?:tvs?|televisions?|videos?|resolution|displays?|screens?|monitors?|cameras?|content|streaming|uhd|footage|projectors?)$/.test(after?.lower ?? '')) return skip;
  if (unscaled && isEra(tokens, at, amount)) return skip;
  // 9/11, 24/7, 9/19/2025; 4:12, 3:1; 555-1234-567
  const sign = tokens[at + 1];
  if (sign?.joined && tokens[at + 2]?.joined && tokens[at + 2]!.type === 'number' && amount.number.next === at + 1) {
    if (sign.text === ':' && isRatioMark(tokens, at)) return 0;
    if (sign.text === '/' || sign.text === ':') return runOf(tokens, at, sign.text) - i;
    if (sign.text === '-' || sign.text === '–') {
      const end = runOf(tokens, at, sign.text);
      if (end > at + 3 || isPhoneLike(token, tokens[at + 2]!)) return end - i;
      if (isYearNumber(token) && (tokens[at + 2]!.text.length === 2 || isYearNumber(tokens[at + 2]!)) && tokens[end]?.text !== '%') return end - i;
    }
  }
  if (after?.joined && after.type === 'word' && unscaled && amount.unit === null) return skip + 1;
  if (isTimeOfDay(tokens, amount.numberNext) || /^0\d/.test(token.text) && bare && !(before?.text === '(')) return skip;
  // "401(k)"
  if (after?.text === '(' && after.joined && tokens[amount.numberNext + 1]?.type === 'word' && tokens[amount.numberNext + 1]!.text.length <= 2 && tokens[amount.numberNext + 2]?.text === ')') return skip;
  if (before && token.joined) {
    if (/[@#_&\\^=:/]/.test(before.text) && before.type === 'sign' && !(before.text === '/' && !bare)) return skip;
    if (before.text === "'" || before.text === '’' || before.text === '‘') return bare && (after?.lower === 's' || token.text.length === 2) ? skip : 0;
    if ((before.text === '-' || before.text === '‑') && before.joined && tokens[at - 2]?.type === 'word' && !PREFIXES.has(tokens[at - 2]!.lower) && amount.first === at) return skip;
    if (before.text === '.' && tokens[at - 2]?.joined && bare && /^[pv]$/.test(tokens[at - 2]?.lower ?? '')) return skip;
  }
  if (isPartOfCode(tokens, at, amount)) return tokens[at + 1]?.text === '-' && tokens[at + 2]?.type === 'word' ? skip + 2 : skip;
  // "+44 20 7946 0958"
  if (before?.text === '+' && token.joined && !before.joined && after?.type === 'number' && bare) {
    let end = amount.numberNext;
    while (tokens[end]?.type === 'number' || (tokens[end]?.text === '-' && tokens[end + 1]?.type === 'number')) end++;
    return end - i;
  }
  // "call 911", "911 calls"
  if (token.text === '911' && bare && (amount.unit === null || /^(?:call|tape|operator|dispatcher|recording)$/.test(amount.unit))) return skip;
  if (unscaled && amount.unit === null) {
    // "the top 100", "the last 16"; "7. Rivers", the number of an item; "In 774,".
    if (amount.first === at && (before?.lower === 'top' ? after?.text !== '-' : /^(?:last|final)$/.test(before?.lower ?? '') && (/^(?:[.,;:)]|of|in|)$/.test(after?.lower ?? '') || (after?.lower === 'and' && tokens[amount.numberNext + 1]?.type === 'word')))) return skip;
    if (at === 0 && after?.text === '.' && after.joined && token.value! < 100 && !token.decimals && /^\p{Lu}/u.test(tokens[at + 2]?.text ?? '')) return skip;
    if (token.text.length === 3 && after?.text === ',' && before?.text === 'In' && amount.first === at) return skip;
  }
  if (unscaled && bare) {
    // "At the end of June 29,800 people": no day and no year.
    if ((isMonth(before) || (before?.text === '.' && before.joined && isMonth(tokens[at - 2]))) && (amount.unit === null || !token.text.includes(',') && (token.grouped || token.value! <= 31 || isYearNumber(token)))) return skip;
    if (isMonth(after) && token.value! <= 31 && Number.isInteger(token.value)) return skip;
    // "May 5-7", "5 to 7 May" and "5, 6 or 7 May" are dates; the range reader never sees them, for they stand by a month.
    const days = token.value! <= 31 ? daysBefore(tokens, amount.numberNext) : undefined;
    if (days !== undefined) return days - i;
    if (before && /^[-–]$/.test(before.text) && before.joined && tokens[at - 2]?.type === 'number' && (isMonth(tokens[at - 3]) || (tokens[at - 3]?.text === '.' && isMonth(tokens[at - 4])))) return skip;
    if (isYear(tokens, amount)) return skip;
    if (isLabel(tokens, at, token, amount)) return labelRun(tokens, amount.numberNext) - i;
    if (isNamePart(tokens, at, token, amount, titleCase) || isBeforeName(tokens, amount, titleCase)) return Math.max(skip, runOf(tokens, at, '-') - i);
    if (isAddress(tokens, amount.numberNext, amount)) return skip;
    if (before?.text === '(' && token.text.length === 3 && after?.text === ')' && tokens[amount.numberNext + 1]?.type === 'number') return runOf(tokens, amount.numberNext + 1, '-') - i;
    if (before?.text === '(' && after?.text === ')' && token.value! < 100 && !token.decimals) return skip;
  }
  return 0;
}

/** Where the days end that go on behind a first one, before a month: "to 7", ", 6 or 7", with their ordinal's letters; undefined where no month follows. */
function daysBefore(tokens: readonly Token[], at: number): number | undefined {
  for (let k = at, days = 0; days < 8; days++) {
    const listed = tokens[k]?.text === ',';
    const last = /^(?:to|and|or|-|–)$/.test(tokens[listed ? k + 1 : k]?.lower ?? '');
    if (!listed && !last) return undefined;
    k += listed && last ? 2 : 1;
    if (tokens[k]?.type !== 'number' || tokens[k]!.value! > 31) return undefined;
    k++;
    if (last) return isMonth(tokens[k]) ? k : undefined;
  }
  return undefined;
}

/** "A.D. 1000", "300 BC", "between AD 900 and 1100". */
function isEra(tokens: readonly Token[], at: number, amount: Amount): boolean {
  const isMark = (k: number, marks: RegExp) => marks.test(`${tokens[k]?.text ?? ''}${tokens[k + 1]?.text === '.' && tokens[k + 1]!.joined ? tokens[k + 2]?.text ?? '' : ''}`);
  if (amount.unit === null && isMark(amount.numberNext, /^(?:BCE?|CE|AD)/)) return true;
  if (amount.first !== at) return false;
  const before = tokens[at - 1];
  if (before?.text === 'AD' || (before?.text === '.' && tokens[at - 2]?.text === 'D' && tokens[at - 4]?.text === 'A')) return true;
  return /^(?:and|to|-|–)$/.test(before?.lower ?? '') && tokens[at - 2]?.type === 'number' && (tokens[at - 3]?.text === 'AD' || (tokens[at - 3]?.text === '.' && tokens[at - 4]?.text === 'D' && tokens[at - 6]?.text === 'A'));
}

/** The last part of a name or a code: "v3.1.4", "PM2.5", "P5+1", "H.R. 1234", "7-Eleven", "50 Cent", "3M". */
function isPartOfCode(tokens: readonly Token[], at: number, amount: Amount): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const beyond = tokens[at - 2];
  const after = tokens[at + 1];
  if (before?.joined && token.joined && (before.text === '.' || before.text === '+') && beyond?.type === 'word' && /\d$/.test(beyond.text)) return true;
  if (amount.unit === null && before?.text === '.' && before.joined && !token.joined && amount.first === at && /^[A-Z]$/.test(beyond?.text ?? '')) return true;
  if (after?.text === '-' && after.joined && tokens[at + 2]?.joined && /^\p{Lu}/u.test(tokens[at + 2]!.text) && isNumberWord(tokens[at + 2]!.lower)) return true;
  return after?.text === 'Cent' && !after.joined || (token.text === '3' && after?.text === 'M' && after.joined && amount.unit === null && amount.first === at);
}

/** "a ratio of 3:1", "the 3:1 odds": no time of day. */
export function isRatioMark(tokens: readonly Token[], at: number): boolean {
  const noun = /^(?:ratio|odds|majority|margin|scale|split|leverage)$/;
  return noun.test(tokens[at + 3]?.lower ?? '') || (tokens[at - 1]?.lower === 'of' && noun.test(tokens[at - 2]?.lower ?? ''));
}

function isPhoneLike(a: Token, b: Token): boolean {
  return a.text.length === 3 && b.text.length === 4;
}

/** The token after a run like 1/2/3 or 1-2-3. */
function runOf(tokens: readonly Token[], at: number, sign: string): number {
  let k = at + 1;
  while (tokens[k]?.text === sign && tokens[k]!.joined && tokens[k + 1]?.type === 'number' && tokens[k + 1]!.joined) k += 2;
  return k;
}

/** "pp. 7-9", "Sections 3 and 4", "Rooms 1, 2 and 3": the numbers that share one label. */
function labelRun(tokens: readonly Token[], at: number): number {
  let k = at;
  for (let n = 0; n < 6; n++) {
    const sign = tokens[k]?.lower ?? '';
    if (!/^(?:-|–|,|and|or|to|&)$/.test(sign) || tokens[k + 1]?.type !== 'number' || (sign === ',' && !/^(?:,|and|or)$/.test(tokens[k + 2]?.lower ?? ''))) break;
    if (sign !== '-' && sign !== '–' && tokens[k + 2]?.type === 'word' && !FUNCTION_WORDS.has(tokens[k + 2]!.lower)) break;
    k += 2;
  }
  return k;
}

/** Is what follows the number a mark of the clock: "a.m.", "pm", "o'clock", "GMT"? */
function isTimeOfDay(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.type !== 'word') return false;
  if (token.lower === 'am' || token.lower === 'pm') return token.joined || token.text === token.lower || token.text === token.text.toUpperCase();
  if ((token.lower === 'a' || token.lower === 'p') && tokens[at + 1]?.text === '.' && tokens[at + 1]!.joined && tokens[at + 2]?.lower === 'm' && tokens[at + 2]!.joined) return true;
  return /^o[’']clock$|^gmt$|^utc$/.test(token.lower);
}

function isYearNumber(token: Token): boolean {
  return token.type === 'number' && token.text.length === 4 && token.value !== undefined && token.value >= 1000 && token.value <= 2200 && Number.isInteger(token.value) && !token.decimals;
}

/** Is the number a year? Four digits without a mark of thousands, and nothing says otherwise. */
export function isYear(tokens: readonly Token[], amount: Amount): boolean {
  const token = tokens[amount.numberFirst]!;
  if (!isYearNumber(token) || amount.number.scale !== 1 || amount.prefixed || amount.negative) return false;
  if (amount.unit !== null && amount.kind !== 'count') return false;
  const before = tokens[amount.first - 1]?.lower ?? '';
  const year = token.value!;
  const prepared = (YEAR_BEFORE.has(before) && !/^(?:and|or)$/.test(before)) || (/^(?:and|or)$/.test(before) && (year > 1500 || (tokens[amount.first - 2] !== undefined && isYearNumber(tokens[amount.first - 2]!)))) || isMonth(tokens[amount.first - 1]);
  if (amount.unit !== null) {
    if (year >= 1900) return !(/^(?:than|least|most|about|some|nearly|almost|roughly|approximately|estimated|another|only|has|have|had|employs|with|hired|killed)$/.test(before) || (PEOPLE_AND_THINGS.has(amount.unit) && !prepared));
    return prepared && before !== 'of' && before !== 'the' && before !== 'to' && before !== 'and' && before !== 'for' && before !== 'from' && before !== 'between' && before !== 'around';
  }
  if (year > 2100) return prepared;
  if (/^(?:and|or)$/.test(before) && prepared) return true;
  if (year >= 1500) return year >= 1900 || prepared || !/^(?:to|at|than|least)$/.test(before);
  if (/^(?:in|since|circa|ad|year|until)$/.test(before)) return true;
  // "between 1121 and 1128" where nothing is counted
  const beyond = tokens[amount.numberNext + 2];
  return before === 'between' && tokens[amount.numberNext]?.lower === 'and' && tokens[amount.numberNext + 1] !== undefined && isYearNumber(tokens[amount.numberNext + 1]!) && (beyond?.type !== 'word' || FUNCTION_WORDS.has(beyond.lower));
}

function isLabel(tokens: readonly Token[], at: number, token: Token, amount: Amount): boolean {
  if (token.decimals && amount.unit !== null) return false;
  let k = at - 1;
  let dotted = false;
  if (tokens[k]?.text === '.' && tokens[k]!.joined) {
    k--;
    dotted = true;
  }
  const before = tokens[k];
  if (before?.type !== 'word' || !LABELS.has(before.lower)) return before?.text === '№' || (before?.text === '#');
  if (dotted && !/^(?:no|nos|p|pp|sec|para|paras|par|vol|vols|fig|art|apt|ch)$/.test(before.lower)) return false;
  if ((before.lower === 'no' || before.lower === 'p' || before.lower === 'par' || before.lower === 'fig') && !dotted) return before.text === 'No';
  const capital = before.text.charCodeAt(0) < 91;
  if (amount.kind === 'count' && amount.number.next + 1 === amount.next && !/^(?:page|pages|section|chapter)$/.test(before.lower)) return capital && !FUNCTION_WORDS.has(before.lower) && k > 0;
  return capital || !LABELS_ONLY_CAPITAL.has(before.lower);
}

/** Verbs of headlines, after which a number counts: "Floods Kill 12". */
const TAKES_A_COUNT = /^(?:kill|hurt|injur|wound|arrest|detain|charg|indict|rescu|sav|fre|releas|strand|trap|los|win|cut|add|hir|fir|recall|leav|left|evacuat|displac|sicken|infect|claim|top|hit|reach|near|exceed|fac|pass|earn|rais|pay|seiz|cost|kidnap|execut|convict|suspend|deport|evict|bur|recover|find)(?:s|es|ed|e|ing)?$/;

/** "Boeing 737", "S&P 500", "Euro 2020": digits after a word with a capital that is no beginning of a sentence. */
function isNamePart(tokens: readonly Token[], at: number, token: Token, amount: Amount, titleCase: boolean): boolean {
  const before = tokens[at - 1];
  if (amount.first !== at || before?.type !== 'word' || (titleCase && !/^(?:[A-Z\d]{1,5}|\p{Ll}?\p{Lu}+\p{Ll}*\p{Lu}\p{L}*)$/u.test(before.text))) return false;
  const inner = /[a-z][A-Z]/.test(before.text);
  if (token.grouped || (token.decimals && !inner) || token.text.length > 4) return false;
  const code = before.text.charCodeAt(0);
  const capital = code >= 65 && code <= 90;
  if (isGapped(tokens, at, amount)) return false;
  if ((!capital && !inner) || FUNCTION_WORDS.has(before.lower) || (/['’]s$/.test(before.lower) && tokens[at - 2]?.text !== '&') || TAKES_A_COUNT.test(before.lower)) return false;
  // "beat Dutton 45-40"
  const dash = tokens[at + 1];
  if (amount.unit === null && token.value! < 100 && dash?.joined && /^[-–]$/.test(dash.text) && tokens[at + 2]?.joined && (tokens[at + 2]!.value ?? 100) < 100 && tokens[at + 2]!.text.length < 3 && !(tokens[at + 3]?.joined && /^[-–\p{L}]/u.test(tokens[at + 3]!.text)) && before.text.length > 2) return false;
  const previous = tokens[at - 2];
  const opens = previous === undefined || /^[.!?:"“”‘(|—–]$/.test(previous.text);
  if (opens && /(?:ly|ed|ing)$/.test(before.lower)) return false;
  if (opens && amount.kind === 'count') return false;
  // "In Ohio 12 people died": a place after a preposition is followed by a count of things.
  if (amount.kind === 'count' && previous && /^(?:in|at|on|by|from)$/.test(previous.lower)) return false;
  return !opens || amount.unit === null;
}

/** As far back, in tokens, the number may stand whose verb and noun a gapped one shares. */
const GAP_REACH = 14;

/** "Ontario has 390, Quebec 121", "Democrats won 19 seats and Republicans 22": a name and a number at the end of a clause, in a list that another number began. */
function isGapped(tokens: readonly Token[], at: number, amount: Amount): boolean {
  const after = tokens[amount.numberNext];
  if (amount.unit !== null || after !== undefined && !/^(?:[,.;)]|and|but)$/.test(after.lower)) return false;
  const name = nameBefore(tokens, at);
  // "27 injured and the Red Cross 34"; "the Boeing 737" is a model.
  const k = name < at - 2 && tokens[name]?.lower === 'the' ? name - 1 : name;
  if (k === at - 1 || !LISTED.test(tokens[k]?.lower ?? '')) return false;
  for (let j = k - 1; j >= Math.max(0, k - GAP_REACH); j--) {
    const token = tokens[j]!;
    if (token.text === '.' && !tokens[j + 1]?.joined || /^[!?]$/.test(token.text)) return false;
    if (token.type !== 'number' || isYearNumber(token) || isMonth(tokens[j - 1]) || isMonth(tokens[j + 1])) continue;
    const named = nameBefore(tokens, j);
    if (named === j - 1) return tokens[named]?.type === 'word' || tokens[named]?.type === 'sign' && !/^[#№-]$/.test(tokens[named]!.text);
    // "a Boeing 737, Airbus 320": names of things, not a list of numbers.
    if (!LISTED.test(tokens[named]?.lower ?? '')) return false;
  }
  return false;
}

const LISTED = /^(?:,|;|and|but)$/;

/** The token before the words with a capital, three at most, that stand before another. */
function nameBefore(tokens: readonly Token[], at: number): number {
  let k = at - 1;
  while (k > at - 4 && tokens[k]?.type === 'word' && /^\p{Lu}\p{Ll}/u.test(tokens[k]!.text)) k--;
  return k;
}

/** "a 787 Dreamliner", "the 90049 ZIP code": digits before a name in the singular. */
function isBeforeName(tokens: readonly Token[], amount: Amount, titleCase: boolean): boolean {
  const after = tokens[amount.numberNext];
  if (titleCase || amount.unit !== null || amount.first !== amount.numberFirst || after?.type !== 'word' || after.joined || tokens[amount.numberFirst]!.grouped || tokens[amount.numberFirst]!.decimals) return false;
  return /^\p{Lu}[\p{Lu}\p{Ll}]/u.test(after.text) && !WEEKDAY.test(after.lower) && !FUNCTION_WORDS.has(after.lower);
}

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** "12 Old Mill Road", "9 E 71st St", "22 Rue Cler" */
export function isAddress(tokens: readonly Token[], at: number, amount: Amount): boolean {
  if (amount.kind === 'count' && amount.next > at && !/[A-Z]/.test(tokens[amount.next - 1]!.text.charAt(0))) return false;
  if (/^(?:Rue|Ave|Avenue|Via|Calle|Boulevard|Blvd)$/.test(tokens[at]?.text ?? '') && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')) return true;
  for (let k = at; k < at + 5; k++) {
    const token = tokens[k];
    if (token?.joined && /^(?:st|nd|rd|th)$/.test(token.lower) || (k === at && DIRECTION.test(token?.text ?? ''))) continue;
    if (token?.type === 'number' && token.joined === false) continue;
    if (token?.type !== 'word' || !/^[A-Z\d]/.test(token.text)) return false;
    if (k > at && STREET.test(token.lower)) return true;
  }
  return false;
}

/** "one" as a pronoun, "two" in "the two will meet" and other words that count nothing. */
function passWords(tokens: readonly Token[], amount: Amount, titleCase: boolean, skip: number): number {
  const at = amount.numberFirst;
  const before = tokens[at - 1];
  const after = tokens[amount.numberNext];
  if (before?.text === '-' && before.joined && tokens[at - 2]?.type === 'word' && before.joined && amount.first === at) return skip;
  if (isTimeOfDay(tokens, amount.numberNext)) return skip;
  if (after?.text === '-' && after.joined && amount.unit === null && tokens[amount.numberNext + 1]?.joined && !/^(?:odd|plus|ish)$/.test(tokens[amount.numberNext + 1]!.lower)) return skip;
  if (before?.type === 'word' && LABELS.has(before.lower) && before.text.charCodeAt(0) < 91 && amount.next === amount.numberNext && !FUNCTION_WORDS.has(before.lower) && before.lower !== 'top') return skip;
  if (before?.type === 'word' && /^(?:chapter|section|page|phase|stage|level|room|part|version|article)$/.test(before.lower) && amount.unit === null) return skip;
  // "Group of Seven", "Gang of Eight"
  if (before?.lower === 'of' && amount.unit === null && /^[A-Z]/.test(tokens[at]!.text) && /^[A-Z]/.test(tokens[at - 2]?.text ?? '')) return skip;
  if (isMonth(before) || isMonth(after)) return skip;
  if (amount.number.scale === 1 && amount.number.value === 1) return amount.negative || isOneCount(tokens, amount) ? 0 : skip;
  // "the Six Nations", "of Fifty Shades": a capital within a sentence, and another after it.
  if (!titleCase && at > 0 && /^[A-Z]/.test(tokens[at]!.text) && after?.type === 'word' && /^\p{Lu}\p{Ll}/u.test(after.text) && !/^[.!?:;"“”‘’'()|—–•*-]$/.test(before!.text)) return skip;
  // The name of a body or a work: "Big Four", "Ocean's Eleven".
  if (amount.unit === null && /^[A-Z]/.test(tokens[at]!.text) && before?.type === 'word' && /^[A-Z]/.test(before.text) && !FUNCTION_WORDS.has(before.lower)) return skip;
  // "the two", "these four", "the bottom three": people and things just named, not counted.
  if (amount.unit === null && amount.number.value <= 12 && /^(?:the|these|those|other|last|first|bottom|top|final|its|their|our|all|us|you|them)$/.test(before?.lower ?? '') && !/^(?:percent|per|-)$/.test(after?.lower ?? '')) return skip;
  return amount.value === 0 && amount.unit === null ? skip : 0;
}

/** Does "one" count? Only before a unit, a scale or "in five", and not in "one day", "no one", "one of". */
function isOneCount(tokens: readonly Token[], amount: Amount): boolean {
  const before = tokens[amount.numberFirst - 1]?.lower ?? '';
  const after = tokens[amount.numberNext];
  if (before === 'no' || before === 'any' || before === 'every' || before === 'this' || before === 'that' || before === 'which' || before === 'the') return false;
  if ((after?.lower === 'in' || after?.lower === 'out' || after?.lower === 'to') && isSmallNumber(tokens, amount.numberNext)) return true;
  // "between one and two million"
  if (after?.lower === 'and' && before === 'between' && isSmallNumber(tokens, amount.numberNext)) return true;
  if (amount.unit === null) return false;
  if (amount.kind === 'duration') return tokens[amount.numberNext]?.text === '-' || !(amount.unit === 'day' && /^(?:,|$|the|he|she|it|they|i|we|when|in|of|at|will|to)$/.test(tokens[amount.next]?.lower ?? ''));
  return amount.unit !== 'time' && !(amount.kind === 'measure' && amount.unit === 'point');
}

function isSmallNumber(tokens: readonly Token[], at: number): boolean {
  let k = at + 1;
  if (tokens[k]?.lower === 'of') k++;
  if (tokens[k]?.lower === 'every') k++;
  const token = tokens[k];
  return token?.type === 'number' ? token.value !== undefined && token.value > 1 && token.value <= 1000 : /^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred|a)$/.test(token?.lower ?? '');
}

/** "half" as an adverb or an ordinal fraction that names no share: "the first half", "half way". */
function passFraction(tokens: readonly Token[], amount: Amount, skip: number): number {
  const at = amount.numberFirst;
  const word = tokens[at]!.lower;
  if (tokens[at]!.type !== 'word' || amount.number.scale > 1 || amount.unit !== null) return 0;
  const before = tokens[at - 1]?.lower ?? '';
  const after = tokens[amount.numberNext]?.lower ?? '';
  if (word === 'half') {
    if (/^(?:first|second|other|last|latter|better|in|opening|a|this|each|next|one|final|final|top|bottom|same)$/.test(before) || before === '-') return skip;
    return after === 'of' || after === 'the' || after === 'its' || after === 'their' || after === 'his' || after === 'her' || after === 'our' || /^(?:than|nearly|about|almost|by|roughly|around|over)$/.test(before) || after === 'that' ? 0 : skip;
  }
  return 0;
}
