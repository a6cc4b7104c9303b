// What a figure measures where a label or a count names it: "Homes destroyed: 31", "put the number of cocoa farmers at 140,000".
import { FUNCTION_WORDS, isPlural } from '../../language/quantities/nouns.ts';
import type { Token } from '../../language/quantities/tokens.ts';
import { GENERIC_HEADS, isCalendarWord } from './lexicon.ts';
import { stem } from './stem.ts';
import { isContent, lowerAt, wordsOf, type Phrase, type Window } from './window.ts';

/** A longer label is a sentence. */
const LONGEST_LABEL = 9;
/** Participles that stand behind the noun of a label: "Votes cast", "Ore mined". */
const DONE = /^(?:[a-z]{2,}ed|cast|burnt|sold|built|lost|found|held|made|met|paid|sent|shot|spent|won|hit|hurt|left|born|killed|read|seen|taken|given|grown|known|drawn|so|far)$/;

/** "Deaths in the floods: 14", "Ore mined: 46.1Mt": a label opens the sentence, and the figure follows its colon. */
export function labelPhrase(window: Window): Phrase | undefined {
  const { tokens, low, left } = window;
  if (lowerAt(window, left) !== ':' || left - low > LONGEST_LABEL || left === low) return undefined;
  let end = low;
  while (end < left && tokens[end]!.type === 'word' && !FUNCTION_WORDS.has(tokens[end]!.lower)) end++;
  // "Number of homes": the homes are counted.
  if (end === low + 1 && GENERIC_HEADS.has(tokens[low]!.lower) && lowerAt(window, end) === 'of') return countedAfter(window, end + 1, left);
  let last = end - 1;
  while (last > low && DONE.test(tokens[last]!.lower)) last--;
  const head = tokens[last];
  if (!head || last < low || !isContent(head) || GENERIC_HEADS.has(head.lower) || isCalendarWord(head)) return undefined;
  const behind = tokens.slice(last + 1, left).filter(token => isContent(token) && !isCalendarWord(token)).map(stem);
  return { head: stem(head), modifiers: [...tokens.slice(low, last).filter(isContent).map(stem), ...behind], definite: true, words: wordsOf(tokens.slice(low, last + 1).filter(token => token.type === 'word')) };
}

/** As far before a figure, in tokens, "the number of" may stand. */
const REACH = 14;

/** "put the number of homes destroyed at 31", "the number of nurses was 35,700": what is counted. */
export function numberOfPhrase(window: Window): Phrase | undefined {
  const { tokens, low, left } = window;
  if (!/^(?:at|is|was|were|to|as|stood|reached)$/.test(lowerAt(window, left))) return undefined;
  for (let i = left - 1; i >= Math.max(low, left - REACH); i--) {
    const token = tokens[i]!;
    if (token.type === 'number' || /^[;:.]$/.test(token.text) || /^(?:but|while|said|says)$/.test(token.lower)) return undefined;
    if (/^(?:number|tally|count)$/.test(token.lower) && lowerAt(window, i + 1) === 'of' && /^(?:the|its|their|this)$/.test(lowerAt(window, i - 1))) {
      const counted = countedAfter(window, i + 2, left);
      // A toll that one office puts at so many is its own, and not that of the draft.
      return counted && /death|dead|fatalit|casualt/.test(counted.words) ? undefined : counted;
    }
  }
  return undefined;
}

/** The first plural noun from a token on, with the words before it; what stands behind it modifies it. */
function countedAfter(window: Window, from: number, to: number): Phrase | undefined {
  const { tokens } = window;
  for (let i = from; i < Math.min(to, from + 5); i++) {
    const token = tokens[i]!;
    if (token.type !== 'word' || FUNCTION_WORDS.has(token.lower)) return undefined;
    if (!isPlural(token.lower) && !/^(?:injured|wounded|dead|missing|homeless|unemployed|jobless)$/.test(token.lower)) continue;
    const modifies = (other: Token) => isContent(other) && !isCalendarWord(other);
    return { head: stem(token), modifiers: [...tokens.slice(from, i), ...tokens.slice(i + 1, to)].filter(modifies).map(stem).slice(0, 6), definite: true, words: wordsOf(tokens.slice(from, i + 1)) };
  }
  return undefined;
}
