// What the sentence beside a quotation tells of its speaker where it has no reporting verb: who acts in it, whose words it announces, whose name stands under a pull quote.
import { ROLE_NOUNS } from '../../language/names.ts';
import type { Token } from '../../language/tokens.ts';
import type { Span } from '../../span.ts';
import { DETERMINERS, POSSESSIVES } from './clause.ts';

/** A sentence that speaks of words which somebody says or writes: "The letter came on Monday.", "Her verdict?" */
const ANNOUNCES = /\b(?:(?:remarks|testimony|speech|statement|letter|tweet|tweeted|email|message)\b|(?:his|her|their|\p{L}+['’]s) (?:\p{L}+ )?(?:verdict|advice|reply|response|answer|explanation|conclusion|motto|warning|reaction|assessment|take|view|plea)\b)/iu;

/** A sentence that looks back on words: "That was how Ada Brandt put it." */
const LOOKS_BACK = /^(?:That|This|Those|These|So|Thus|Such)\b[^.]{0,60}?\b(?:how|what|words?|verdict|message|warning|sentiments?|advice|answer|response|view|question|summed|described|put)\b/u;

/** Does the sentence before a quotation announce it, with a colon or by a word for what is said or written? */
export function announcesWords(sentence: string): boolean {
  return /:["”’]?$/u.test(sentence) || ANNOUNCES.test(sentence);
}

/** Does the sentence after a quotation say whose words they were? */
export function looksBack(sentence: string): boolean {
  return LOOKS_BACK.test(sentence);
}

/** Do the words of a lead-in that ends in a colon speak of people: "Why she came:", "What the neighbours told us:"? "The reaction was swift:" does not. */
export function namesSpeakers(lead: string): boolean {
  if (!lead.endsWith(':')) return false;
  const words = lead.slice(-160).split(/[.!?]\s/u).at(-1)!.split(/\s+/u);
  return words.some((word, i) => {
    const bare = word.toLowerCase().replace(/[^\p{L}-]/gu, '');
    return /^(?:he|she|they|we|his|her|their|our|name)$/u.test(bare) || ROLE_NOUNS.has(bare) || ROLE_NOUNS.has(bare.replace(/s$/u, '')) || (i > 0 && /^\p{Lu}/u.test(word));
  });
}

const SIGN = /\b(?:banners?|signs?|placards?|posters?|billboards?|stickers?|plaques?|slogans?|graffiti|t-shirts?|shirts?|hats?|caps?|headlines?|inscriptions?|labels?|captions?|screens?|tattoos?)(?:\s(?:that|which))?$/iu;

/** Collections of figures and pictures, with what they are "of" or "from". */
const DATA = /\b(?:records?|figures|data|statistics|polls?|surveys?|charts?|tables?|returns|census|ledgers?|registers?|index|indices|tall(?:y|ies)|counts?|videos?|footage|photos?|photographs?|images?|maps?)(?:\s(?:of|from|by|for|in|at|on|with)\b.{0,200})?$/iu;

/** Are the words of a source those of a sign, which says what is on it and no more, or of data, which has no sentences to be quoted? */
export function isMute(source: string): boolean {
  return SIGN.test(source) || DATA.test(source);
}

/** The person whom a sentence is about ("Moe shrugged."), as a span of the prose: a pronoun, a role, a full name, or a surname that `families` has. */
export function findActor(tokens: readonly Token[], families: ReadonlySet<string>): Span | undefined {
  let i = 0;
  if (/^(?:but|and|then|still|later|so|yet)$/.test(tokens[0]?.lower ?? '')) i++;
  return actorAt(tokens, i, families) ?? actorAt(tokens, afterIntroduction(tokens, i), families);
}

/** "After the match, she": the token behind the comma. */
function afterIntroduction(tokens: readonly Token[], from: number): number {
  for (let i = from; i < tokens.length && i - from < 16; i++) if (tokens[i]!.text === ',') return /^["”’]$/u.test(tokens[i + 1]?.text ?? '') ? i + 2 : i + 1;
  return tokens.length;
}

function actorAt(tokens: readonly Token[], from: number, families: ReadonlySet<string>): Span | undefined {
  const first = tokens[from];
  if (!first) return undefined;
  if (/^(?:he|she|they)$/.test(first.lower)) return { start: first.start, end: first.end };
  if (DETERMINERS.has(first.lower) || POSSESSIVES.has(first.lower)) {
    for (let i = from + 1; i < tokens.length && i - from < 5 && tokens[i]!.kind === 'word'; i++) {
      if (ROLE_NOUNS.has(tokens[i]!.lower.replace(/s$/, '')) || ROLE_NOUNS.has(tokens[i]!.lower)) return { start: first.start, end: tokens[i]!.end };
    }
    return undefined;
  }
  let to = from;
  while (to < tokens.length && tokens[to]!.capital && to - from < 5) to++;
  const last = tokens[to - 1];
  if (to === from || !last || tokens[to]?.lower === 'of') return undefined;
  return to - from > 1 || families.has(last.text) ? { start: first.start, end: last.end } : undefined;
}

/** `— Ada Brandt, nurse`; without the dash (`bare`) only where the line is nothing but a name and what stands beside it. The span is in the text that was given. */
export function findCredit(text: string, bare: boolean): Span | undefined {
  if (text.length > 160) return undefined;
  const match = /^[—–―-]+\s*((?:\p{Lu}[\p{L}’'.-]+\s?){1,6})/u.exec(text) ?? (bare ? /^((?:\p{Lu}[\p{L}’'.-]+\s?){2,5})(?:,|$)/u.exec(text) : null);
  const name = match?.[1]?.trimEnd();
  if (!match || name === undefined) return undefined;
  const start = match[0].indexOf(name);
  return { start, end: start + name.length };
}
