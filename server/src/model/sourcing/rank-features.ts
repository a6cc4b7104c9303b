// Superlatives, firsts and rankings in a sentence.
import { COUNTABLE_AFTER_MOST, MEASURED_SUPERLATIVES, ORDINALS, PRONOUNS, VERDICT_SUPERLATIVES } from './lexicon.ts';
import type { Add } from './word-facts.ts';

/** Adds what kinds of superlatives, firsts and rankings there are. */
export function addRank(words: readonly string[], add: Add): void {
  const isSuperlative = (w: string) => MEASURED_SUPERLATIVES.has(w) || (w.includes('-') && MEASURED_SUPERLATIVES.has(w.slice(w.lastIndexOf('-') + 1)));
  const most = words.some((w, i) => (w === 'most' || w === 'least') && (COUNTABLE_AFTER_MOST.has(words[i + 1] ?? '') || (words[i - 1] === 'the' && words.slice(i + 2, i + 5).some(after => after === 'in' || after === 'of'))));
  // "The worst storm since 1962" is measured; "the worst thing about it" is a verdict.
  const dated = words.some((w, i) => VERDICT_SUPERLATIVES.has(w) && words[i - 1] !== 'at') && words.some((w, i) => (w === 'since' && /^(?:1[5-9]|20)\d\d$/.test(words[i + 1] ?? '')) || (w === 'on' && words[i + 1] === 'record') || (w === 'in' && words.slice(i + 1, i + 4).includes('history')));
  // "No other port handles more ships", "no plan has ever drawn so many letters": a superlative turned round.
  const unmatched = (words[0] === 'no' || words[0] === 'nowhere' || words[0] === 'never') && words.some((w, i) => (w === 'other' && i < 3) || w === 'ever' || w === 'never' || w === 'before') && words.some((w, i) => w === 'more' || w === 'fewer' || (w === 'so' && (words[i + 1] === 'many' || words[i + 1] === 'few' || words[i + 1] === 'much')) || (w === 'as' && words[i + 1] === 'many') || (w.length > 4 && w.endsWith('er') && words[i - 1] === 'a'));
  const pioneering = words.some((w, i) => w === 'first' && words[i - 1] === 'the' && words.slice(i + 1, i + 7).includes('to'));
  const superlatives = words.flatMap((w, i) => (isSuperlative(w) && words[i - 1] !== 'at' && !(w === 'latest' && words[i - 1] !== 'since') ? [i] : []));
  if (most || dated || unmatched || superlatives.some(i => !isInPassing(words, i))) add('superlative');
  else if (superlatives.length > 0) add('superlative in passing');
  else if (words.some((w, i) => ORDINALS.has(w) && i > 0 && !FIRST_THINGS.has(words[i + 1] ?? '') && ['the', 'its', 'his', 'her', 'their', 'our', 'a'].includes(words[i - 1]!)) && (pioneering || words.some(w => ORDINAL_CONTEXT.has(w)))) add(words.includes('since') || words.includes('ever') ? 'first since or ever' : 'first');
  else if (words.some(w => VERDICT_SUPERLATIVES.has(w))) add('superlative of taste');
  if (words.some((w, i) => w === 'ranks' || w === 'ranked' || w === 'rank' || (w === 'ranking' && !RANKING_OF_PEOPLE.has(words[i + 1] ?? '')) || (w === 'number' && words[i + 1] === 'one') || (w === 'all' && words[i + 1] === 'time') || w === 'unprecedented')) add('ranking');
}

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
/** "The first step", "his last word": an order of thoughts, not of the world. */
const FIRST_THINGS = new Set(['of', 'and', 'thing', 'things', 'step', 'steps', 'duty', 'responsibility', 'priority', 'goal', 'point', 'question', 'place', 'word', 'words', 'job', 'order', 'part', 'half', 'element', 'purpose', 'way', 'lady']);
const ORDINAL_CONTEXT = new Set(['since', 'ever', 'history', 'world', 'country', 'nation', 'state', 'record', 'national', 'time', 'years', 'decades', 'century', 'woman', 'president', 'major', 'modern']);
