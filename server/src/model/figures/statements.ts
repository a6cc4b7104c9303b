// What a sentence states of its figure, without who says so: two that say the same with other values contradict each other, in whatever words.
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import { unitNamed } from '../../language/quantities/units.ts';
import { contains, type Span } from '../../span.ts';
import type { Sentence } from '../../draft/draft.ts';
import type { Quantity } from '../../language/quantities.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { ADVERBS, NOT_CONTENT, TIME_WORDS, isCalendarWord, sameThing } from './lexicon.ts';
import { stem } from './stem.ts';
import { firstEndingAfter } from './window.ts';

/** Verbs that a statement loses nothing without: they say that there is a number, or that somebody gives it. */
const EMPTY = new Set('is are was were be been being stand stood remain stay put puts count counted estimat amount reach total number give gave given say said told expect forecast project predict report record announc found find list set accord show showed hit come came have had there'.split(' ').map(word => stem({ lower: word })));

/** The words of the figure's clause that tell what it is, as stems: the nouns and verbs without the speaker, the verbs of saying and being, and the figure itself. */
export function statementOf(figure: Figure, { attributions }: Pick<Analysis, 'attributions'>): ReadonlySet<string> {
  const { leaf } = figure.sentence;
  const attribution = figure.saidBy === undefined ? undefined : attributions[figure.saidBy];
  const words = new Set<string>();
  for (const { word, start, end } of wordsAround(figure)) {
    if (words.size === MOST_WORDS) break;
    if (attribution) {
      const at = leaf.toSource({ start, end });
      if (!attribution.content.some(content => contains(content, at))) continue;
    }
    words.add(word);
  }
  return words;
}

/** A statement has so many words at most, and is looked for so many tokens around its figure: a list of thousands of figures stays linear. */
const MOST_WORDS = 40;
const REACH = 150;

/** A word of a statement, in the leaf's prose. */
interface StatedWord extends Span {
  readonly word: string;
}

/** By the quantity, which stays the same object as long as the words of its leaf do. */
const wordsByQuantity = new WeakMap<Quantity, readonly StatedWord[]>();

function wordsAround({ quantity, sentence }: Figure): readonly StatedWord[] {
  let words = wordsByQuantity.get(quantity);
  if (!words) wordsByQuantity.set(quantity, (words = readWords(quantity, sentence)));
  return words;
}

function readWords(quantity: Quantity, { text, prose }: Sentence): StatedWord[] {
  const tokens = toTokens(text);
  const offset = prose.start;
  const [first, next] = clauseAround(tokens, firstEndingAfter(tokens, quantity.start - offset));
  const words: StatedWord[] = [];
  for (let i = first; i < next; i++) {
    const token = tokens[i]!;
    const [start, end] = [token.start + offset, token.end + offset];
    if (start < quantity.end && end > quantity.start && quantity.kind !== 'count' || !tells(token)) continue;
    const word = stem(token);
    if (!EMPTY.has(word)) words.push({ word: sameThing(word), start, end });
  }
  return words;
}

/** From the nearest semicolon, colon, dash or "but" before a token to the nearest after it. */
function clauseAround(tokens: readonly Token[], at: number): readonly [number, number] {
  let first = at;
  while (first > Math.max(0, at - REACH) && !breaks(tokens, first - 1)) first--;
  let next = at;
  while (next < Math.min(tokens.length, at + REACH) && !breaks(tokens, next)) next++;
  return [first, next];
}

function breaks(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  return token.type === 'sign' ? /^[;:—–“”"]$/.test(token.text) : tokens[i - 1]?.text === ',' && /^(?:and|but|while|whereas|although|though|against)$/.test(token.lower);
}

function tells(token: Token): boolean {
  return token.type === 'word' && token.text.length > 2 && !FUNCTION_WORDS.has(token.lower) && !NOT_CONTENT.has(token.lower) && !ADVERBS.has(token.lower) && !TIME_WORDS.has(token.lower) && unitNamed(token.lower)?.kind !== 'money'
    && !isCalendarWord(token) && !/^\d/.test(token.text) && !(token.lower.endsWith('ly') && token.lower.length > 4) && !/^(?:first|second|third|fourth)$/.test(token.lower);
}

/** Is all that the shorter says in the longer, which says at most so much more? */
export function saysTheSame(a: ReadonlySet<string>, b: ReadonlySet<string>, least: number, more: number): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return small.size >= least && large.size - small.size <= more && [...small].every(word => large.has(word));
}
