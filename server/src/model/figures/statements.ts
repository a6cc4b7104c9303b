// What a sentence states of its figure, without who says so: two that say the same with other values contradict each other, in whatever words.
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import { unitNamed } from '../../language/quantities/units.ts';
import { contains } from '../../span.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { ADVERBS, NOT_CONTENT, TIME_WORDS, isCalendarWord, sameThing } from './lexicon.ts';
import { stem } from './stem.ts';

/** Verbs that a statement loses nothing without: they say that there is a number, or that somebody gives it. */
const EMPTY = new Set('is are was were be been being stand stood remain stay put puts count counted estimat amount reach total number give gave given say said told expect forecast project predict report record announc found find list set accord show showed hit come came have had there'.split(' ').map(word => stem({ lower: word })));

/** The words of the figure's clause that tell what it is, as stems: the nouns and verbs without the speaker, the verbs of saying and being, and the figure itself. */
export function statementOf(figure: Figure, { attributions }: Pick<Analysis, 'attributions'>): ReadonlySet<string> {
  const { sentence, prose } = figure;
  const tokens = toTokens(sentence.text);
  const offset = sentence.prose.start;
  const attribution = figure.saidBy === undefined ? undefined : attributions[figure.saidBy];
  const said = (token: Token) => {
    if (!attribution) return true;
    const at = sentence.leaf.toSource({ start: token.start + offset, end: token.end + offset });
    return attribution.content.some(content => contains(content, at));
  };
  const at = tokens.findIndex(token => token.end > prose.start - offset);
  const [first, next] = clauseAround(tokens, at);
  const words = new Set<string>();
  for (let i = first; i < next && words.size < 40; i++) {
    const token = tokens[i]!;
    if (token.start + offset < prose.end && token.end + offset > prose.start && figure.quantity.kind !== 'count') continue;
    if (!tells(token) || !said(token)) continue;
    const word = stem(token);
    if (!EMPTY.has(word)) words.add(sameThing(word));
  }
  return words;
}

/** From the nearest semicolon, colon, dash or "but" before a token to the nearest after it. */
function clauseAround(tokens: readonly Token[], at: number): readonly [number, number] {
  let first = at;
  while (first > 0 && !breaks(tokens, first - 1)) first--;
  let next = at;
  while (next < tokens.length && !breaks(tokens, next)) next++;
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
