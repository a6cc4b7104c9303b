// Which sentences need a source, and what supports them.
import type { LeafContent, Sentence } from '../../draft/draft.ts';
import type { DateMention } from '../../language/dates.ts';
import type { Quantity } from '../../language/quantities.ts';
import type { Span } from '../../span.ts';
import type { Analysis, SentenceReading } from '../analysis.ts';
import { type Checkworthiness, computeCheckworthiness } from './checkworthy.ts';
import { collectSupport } from './support.ts';

/** Reads every sentence: how check-worthy it is and why, and what vouches for it. Parallel to `draft.sentences`. */
export function readSentences(reading: Omit<Analysis, 'sentences'>): SentenceReading[] {
  const { draft } = reading;
  const quantities: Quantity[][] = draft.sentences.map(() => []);
  for (const figure of reading.figures) quantities[figure.sentence.index]?.push(figure.quantity);
  const dates: DateMention[][] = draft.sentences.map(() => []);
  for (const date of reading.dates) dates[date.sentence.index]?.push(date.mention);
  const support = collectSupport(reading);
  const spoken = reading.quotes.filter(q => q.use === 'speech');
  const inSpeech = draft.sentences.map(sentence => isWithin(sentence, spoken));
  return draft.sentences.map(sentence => {
    const { probability, reason, specific } = checkworthinessOf(sentence, quantities[sentence.index]!, dates[sentence.index]!);
    return { sentence, checkworthy: probability, reason, specific, support: support[sentence.index]!, spoken: inSpeech[sentence.index]! };
  });
}

interface Known {
  readonly quantities: readonly Quantity[];
  readonly dates: readonly DateMention[];
  readonly checkworthiness: Checkworthiness;
}

/** By leaf, then by where the sentence starts in its prose: a letter typed elsewhere asks no sentence again. */
const cache = new WeakMap<LeafContent, Map<number, Known>>();

function checkworthinessOf(sentence: Sentence, quantities: readonly Quantity[], dates: readonly DateMention[]): Checkworthiness {
  const { content } = sentence.leaf;
  const ofLeaf = cache.get(content) ?? new Map<number, Known>();
  cache.set(content, ofLeaf);
  const known = ofLeaf.get(sentence.prose.start);
  // A date may hang on the draft's own date, a cell's figure on the head of its row: what was read then must be what is read now.
  if (known && isSame(known.quantities, quantities) && isSame(known.dates, dates)) return known.checkworthiness;
  const checkworthiness = computeCheckworthiness(sentence.text, quantities, dates, sentence.prose.start);
  ofLeaf.set(sentence.prose.start, { quantities, dates, checkworthiness });
  return checkworthiness;
}

const isSame = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((x, i) => x === b[i]);

/** Does one of the stretches, which are in order, hold all of the sentence but its closing punctuation? */
function isWithin(sentence: Span, stretches: readonly Span[]): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.end < sentence.end - 1) low = middle + 1;
    else high = middle;
  }
  const stretch = stretches[low];
  return stretch !== undefined && stretch.start <= sentence.start;
}
