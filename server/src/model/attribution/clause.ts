// One sentence as tokens, with what its reader of attributions asks of them: which are quoted, where noun phrases begin and end.
import type { Token } from '../../language/tokens.ts';
import type { QuotedSpan } from './marks.ts';
import { words } from '../../language/word-list.ts';

export const DETERMINERS = words('the a an this that these those some any each every no another both all either neither several many most few one two three four five six seven eight nine ten');
export const POSSESSIVES = words('his her its their my our your whose');
export const NOMINATIVES = words('he she it they we i you there');
export const PREPOSITIONS = words('of in on at by for from to with about over under after before during against among between into through within without toward towards near per since until till upon via amid despite like including as behind beyond across around inside outside alongside');
export const MODALS = words('will would can could may might shall should must');
export const BE = words("is are was were be been being am isn't aren't wasn't weren't got gets get");
export const HAVE = words("has have had having hasn't haven't hadn't");
export const DO = words("do does did don't doesn't didn't");
/** Past forms that do not show it by their ending. */
export const PAST = words('sought took went came made gave got left held ran won lost fell rose met set put cut led kept saw drew broke spoke began became brought built bought sent spent stood wrote swept struck threw grew knew flew drove hit shot sold paid laid fought chose stuck hung sat lay dealt fed bid quit beat spread split stole sank swam drank woke wore tore bore hid rode shook shrank sang slept fled lent bent bred dug crept slid swung withdrew overtook overcame undertook underwent upheld outgrew forgot forgave froze bound flung leapt rang sprang stung wept');
export const SAYS = words('said says told tells');
const CONJUNCTIONS = words('and but or nor yet so because although though while whereas if unless when where since after before until as than that which who whom whether how why what');
const ADVERBS = words('also then later again now still even first earlier never always often long previously just only further too once recently repeatedly not soon ever already instead together himself herself themselves itself both all sometimes almost nearly perhaps simply rather quite once twice');
const LY_NOUNS = words('family assembly supply reply tally rally bully belly monopoly anomaly butterfly jelly melancholy doily folly gully');
const OPENERS = words('but and yet so however meanwhile still then now moreover furthermore nevertheless instead thus therefore here there indeed although though while when if because as since after before or nor plus besides today yesterday tomorrow earlier later');
export const CALENDAR = words('monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow january february march april may june july august september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec.');
/** Words with which an adverbial of time, place or manner begins behind a reporting verb. */
export const ADVERBIAL = words('on in at during after before by through via from outside earlier later yesterday today tonight monday tuesday wednesday thursday friday saturday sunday last this while when as following shortly recently again with upon over late early repeatedly publicly bluntly simply flatly this amid inside near next for under aboard ahead');

/** Tokens from `from` up to but without `to`. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** The relative pronoun behind it that stands for it: "Ada Brandt, who". */
  readonly relative?: number;
}

export interface Clause {
  readonly prose: string;
  /** All of the prose. */
  readonly quotes: readonly QuotedSpan[];
  readonly tokens: readonly Token[];
  /** For each token the index of the quotation that it is part of (its marks included), else -1. */
  readonly quoted: readonly number[];
  /** Indices of tokens that end the sentence: closing punctuation and what stands behind it. */
  readonly end: number;
}

/** Reads a sentence, or a piece of a very long one, given as its tokens; `quotes` are those of the whole prose, `from` the index of the first that ends after it starts. */
export function readClause(prose: string, tokens: readonly Token[], quotes: readonly QuotedSpan[], from: number): Clause {
  const start = tokens[0]?.start ?? 0;
  const quoted: number[] = [];
  let q = from;
  for (const token of tokens) {
    while (q < quotes.length && quotes[q]!.end <= token.start) q++;
    const quote = quotes[q];
    // A quotation that opens here and never closes hides nothing: its end is not known.
    quoted.push(quote && quote.start <= token.start && (quote.closed || quote.start < start) ? q : -1);
  }
  let end = tokens.length;
  while (end > 0 && quoted[end - 1] === -1 && /^[.!?…]$/u.test(tokens[end - 1]!.text)) end--;
  return { prose, quotes, tokens, quoted, end };
}

const FINITE: ReadonlySet<string> = new Set([...MODALS, ...BE, ...HAVE, ...DO]);

export function isFinite(token: Token | undefined): boolean {
  return token !== undefined && (FINITE.has(token.lower) || (token.lower.includes("'") && /(?:n't|'re|'ll|'ve|'d)$/.test(token.lower)));
}

/** "he", "she's", "they'd": a pronoun that can only be a subject. */
export function isSubject(token: Token | undefined): boolean {
  return token !== undefined && (NOMINATIVES.has(token.lower) || /^(?:he|she|it|they|we|i|you|there)'(?:s|re|ll|d|ve|m)$/.test(token.lower));
}

export function isAdverb(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && (ADVERBS.has(token.lower) || (token.lower.length > 4 && token.lower.endsWith('ly') && !token.capital && !LY_NOUNS.has(token.lower)));
}

export function isBreak(token: Token | undefined): boolean {
  return token === undefined || (token.kind === 'mark' && !/^[$€£%&#@/*]$/.test(token.text));
}

/** The apostrophe of a plural possessor: "the Tenants' League". */
function isPlural(tokens: readonly Token[], at: number): boolean {
  const [before, mark, after] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  return /^['’]$/.test(mark.text) && before?.end === mark.start && before.lower.endsWith('s') && after?.kind === 'word' && after.start > mark.end;
}

/** A noun phrase that ends before the token `end`; `[from, to)`. Undefined where none does. */
export function phraseBefore(clause: Clause, end: number): Phrase | undefined {
  const { tokens, quoted } = clause;
  let from = end;
  if (tokens[end - 1]?.text === ')' && quoted[end - 1] === -1) {
    const open = openingBracket(clause, end - 1);
    if (open !== undefined) return phraseBefore(clause, open);
  }
  while (from > 0 && end - from < 30) {
    const token = tokens[from - 1]!;
    if (quoted[from - 1] !== -1) {
      // A nickname or term in quotation marks is part of the phrase.
      const quote = quoted[from - 1]!;
      let open = from - 1;
      while (open > 0 && quoted[open - 1] === quote) open--;
      if (from === end || from - open > 5 || open === 0 || !tokens[open - 1]!.capital || !tokens[from]!.capital || /^[,.!?]$/.test(tokens[from - 2]!.text)) break;
      from = open;
      continue;
    }
    if (token.text === ')' && from < end) {
      // "Rep. Lee Cho (R-Ohio)"
      const open = openingBracket(clause, from - 1);
      if (open === undefined) break;
      from = open;
      continue;
    }
    if ((isBreak(token) && !isPlural(tokens, from - 1)) || isFinite(token) || (from < end && governs(tokens, from - 1))) break;
    if (token.lower === 'that' && PREPOSITIONS.has(tokens[from - 2]?.lower ?? '')) {
      from--;
      continue;
    }
    if (CONJUNCTIONS.has(token.lower) && !(token.lower === 'and' && joinsNames(clause, from - 1, end)) && !(PREPOSITIONS.has(token.lower) && token.lower !== 'as' && from - 1 > 0 && tokens[from - 2]!.kind === 'word')) break;
    from--;
    // "Moe said she believed": a pronoun in the nominative begins its phrase.
    if (/^(?:he|she|they|we|i)$/.test(token.lower) && tokens[from - 1]?.lower !== 'and') break;
  }
  while (from < end && (OPENERS.has(tokens[from]!.lower) || (isAdverb(tokens[from]) && from + 1 < end && tokens[from + 1]!.lower !== 'of'))) from++;
  if (from === end) return undefined;
  if (PREPOSITIONS.has(tokens[from]!.lower)) {
    const start = afterPreposition(tokens, from, end);
    if (start === undefined) return undefined;
    from = start;
  }
  const last = tokens[end - 1]!;
  if (quoted[end - 1] === -1 && ((last.kind === 'mark' && last.text !== '%') || PREPOSITIONS.has(last.lower) || DETERMINERS.has(last.lower) && end - from === 1 && !/^(?:this|that|some|many|most|few|several|both|all|one|two|three|another)$/.test(last.lower))) return undefined;
  return { from, to: end };
}

const TIMES = words('week weeks month months year years night day days morning afternoon evening weekend spring summer fall autumn winter quarter time hour hours');

/** Where the words of time that begin at `at` end: "Sunday", "last week", "two days ago", "earlier this month", "on May 12"; `at` itself where none do. */
export function afterTime({ tokens, quoted, end }: Clause, at: number): number {
  let to = at;
  for (let k = at; k < end && k - at < 8 && quoted[k] === -1; k++) {
    const { lower, kind } = tokens[k]!;
    const before = tokens[k - 1]?.lower ?? '';
    if (CALENDAR.has(lower) || (TIMES.has(lower) && k > at) || lower === 'ago' || (kind === 'number' && CALENDAR.has(before))) to = k + 1;
    else if (!/^(?:last|this|next|earlier|later|late|early|on|that|same|few|several|two|three|four|five|six|a|the|at)$/.test(lower) && kind !== 'number') break;
  }
  return to;
}

/** Is the word a verb in the past with its object behind it, so that no noun phrase reaches over it: "Moe said | Ada Brandt", "the club sold | its ground"? */
function governs(tokens: readonly Token[], at: number): boolean {
  const { lower, capital } = tokens[at]!;
  if (capital) return false;
  if (SAYS.has(lower)) return true;
  if (!PAST.has(lower) && !/[^e]ed$/.test(lower)) return false;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (!before || !after || before.kind !== 'word' || before.lower.endsWith("'s") || DETERMINERS.has(before.lower) || POSSESSIVES.has(before.lower) || PREPOSITIONS.has(before.lower)) return false;
  if (DETERMINERS.has(after.lower) || POSSESSIVES.has(after.lower) || NOMINATIVES.has(after.lower) || /^(?:them|him|us|me)$/.test(after.lower)) return true;
  return after.capital && (before.capital || NOMINATIVES.has(before.lower) || /[^s]s$/.test(before.lower));
}

/** Where a short bracket that ends at a token opens. */
export function openingBracket({ tokens }: Clause, close: number): number | undefined {
  for (let i = close - 1; i > 0 && close - i < 8; i--) if (tokens[i]!.text === '(') return i;
  return undefined;
}

/** The subject behind an introductory phrase: "In a statement the ministry" -> `the`. */
function afterPreposition(tokens: readonly Token[], from: number, end: number): number | undefined {
  for (let i = from + 2; i < end; i++) {
    const token = tokens[i]!;
    const previous = tokens[i - 1]!;
    if (PREPOSITIONS.has(previous.lower) || previous.lower === 'and') continue;
    if (DETERMINERS.has(token.lower) || POSSESSIVES.has(token.lower) || NOMINATIVES.has(token.lower)) return i;
    if (token.capital && (!previous.capital || CALENDAR.has(previous.lower)) && !DETERMINERS.has(previous.lower) && !POSSESSIVES.has(previous.lower)) return i;
  }
  // "In a meeting with the board of the Harbour Post Moe said": no comma parts the two names.
  return end - from > 3 && tokens[end - 1]!.capital && tokens[end - 2]!.capital ? end - 1 : undefined;
}

function joinsNames(clause: Clause, at: number, end: number): boolean {
  const before = clause.tokens[at - 1];
  const after = clause.tokens[at + 1];
  if (!before || !after || at + 1 >= end) return false;
  return (before.capital || before.lower === 'both' || /^(?:he|she|they)$/.test(before.lower)) && (after.capital || POSSESSIVES.has(after.lower) || DETERMINERS.has(after.lower)) || (before.kind === 'word' && !before.capital && after.kind === 'word' && at >= 1 && end - at <= 4 && at <= 3);
}

/** The noun phrase right before the token `end`, with what "of" ties to it: the antecedent of "who". */
export function nearestPhrase(clause: Clause, end: number): Phrase | undefined {
  const whole = phraseBefore(clause, end);
  if (!whole) return undefined;
  const { tokens } = clause;
  for (let i = whole.to - 1; i > whole.from; i--) {
    const opens = DETERMINERS.has(tokens[i]!.lower) || POSSESSIVES.has(tokens[i]!.lower) || (tokens[i]!.capital && !tokens[i - 1]!.capital && !PREPOSITIONS.has(tokens[i - 1]!.lower) && !DETERMINERS.has(tokens[i - 1]!.lower));
    if ((opens || (tokens[i]!.capital && /^(?:by|with|to)$/.test(tokens[i - 1]!.lower))) && !/^(?:of|the|a|an)$/.test(tokens[i - 1]!.lower)) return { from: i, to: whole.to };
  }
  return whole;
}

/** The noun phrase that begins at the token `from`: up to a break, a quotation, a finite verb or an adverbial. */
export function phraseAfter(clause: Clause, from: number, limit = clause.end): Phrase | undefined {
  const { tokens, quoted } = clause;
  let to = from;
  while (to < limit && to - from < 30) {
    const token = tokens[to]!;
    if (quoted[to] !== -1 && to > from && !(tokens[to - 1]!.capital && tokens[to]!.kind === 'mark')) break;
    if (isBreak(token) && quoted[to] === -1 && !isPlural(tokens, to)) break;
    if (token.lower === 'to' && tokens[to + 1] && !tokens[to + 1]!.capital && !DETERMINERS.has(tokens[to + 1]!.lower) && !POSSESSIVES.has(tokens[to + 1]!.lower)) break;
    if (to > from && (isFinite(token) || (ADVERBIAL.has(token.lower) && !(/^(?:at|in|with|by|for|from|under|near|inside|over)$/.test(token.lower) && !CALENDAR.has(tokens[to + 1]?.lower ?? '') && !/^(?:an?|the|interview|statement|speech|email|court|response)$/.test(token.lower === 'in' || token.lower === 'at' ? tokens[to + 1]?.lower ?? '' : ''))) || (CONJUNCTIONS.has(token.lower) && token.lower !== 'and') || NOMINATIVES.has(token.lower))) break;
    to++;
  }
  while (to > from && (PREPOSITIONS.has(tokens[to - 1]!.lower) || /^(?:and|not)$/.test(tokens[to - 1]!.lower))) to--;
  return to > from ? { from, to } : undefined;
}
