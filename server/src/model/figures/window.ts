// The words around a figure, and the phrases read from them.
import { FUNCTION_WORDS, isPlural, singular } from '../../language/quantities/nouns.ts';
import type { Token } from '../../language/quantities/tokens.ts';
import type { Quantity } from '../../language/quantities.ts';
import { NOT_CONTENT } from './lexicon.ts';

/** A noun phrase: its head, what modifies it, and whether it points at something known. */
export interface Phrase {
  readonly head: string;
  readonly modifiers: readonly string[];
  readonly definite: boolean;
  readonly indefinite?: boolean;
  /** For people to read: "operating profit". */
  readonly words: string;
}

/** The tokens about one figure of a sentence. */
export interface Window {
  readonly tokens: readonly Token[];
  /** The first token of the sentence (or of its reach), the figure's first, the one after it, and the end of the reach. */
  readonly low: number;
  readonly at: number;
  readonly next: number;
  readonly high: number;
  /** The nearest token before the figure that is no bound, article or adverb. */
  readonly left: number;
  readonly quantity: Quantity;
}

/** A token in small letters; '' outside the sentence. */
export function lowerAt({ tokens, low, high }: Window, i: number): string {
  return i >= low && i < high ? tokens[i]!.lower : '';
}

/** A noun phrase in lower case, its head singular. */
export function wordsOf(tokens: readonly Token[]): string {
  return tokens.map((token, i) => (i === tokens.length - 1 && isPlural(token.lower) ? singular(token.lower) : token.lower)).join(' ');
}

/** "the sentence of six years", "April's rate of 3.6 percent": what is there already, whatever is said of it. */
export function isGiven(tokens: readonly Token[], low: number, at: number): boolean {
  if (tokens[at - 1]?.lower !== 'of') return false;
  for (let i = at - 2; i >= Math.max(low, at - 6) && tokens[i]!.type === 'word'; i--) if (/^(?:the|his|her|its|their)$|['’]s$/.test(tokens[i]!.lower)) return true;
  return false;
}

/** Does the word say something by itself? */
export function isContent(token: Token): boolean {
  return token.type === 'word' && token.text.length > 1 && !FUNCTION_WORDS.has(token.lower) && !NOT_CONTENT.has(token.lower) && !/^\d/.test(token.text) && !(token.lower.endsWith('ly') && token.lower.length > 4);
}

/** The index of the first token that ends behind an offset; their number if none does. By halving: a sentence may hold thousands of figures. */
export function firstEndingAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
