// Which sentences need a source, and what supports them.
import type { DateMention } from '../../language/dates.ts';
import type { Quantity } from '../../language/quantities.ts';
import type { Span } from '../../span.ts';
import type { Analysis, SentenceReading } from '../analysis.ts';
import { computeCheckworthiness } from './checkworthy.ts';
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
    const { probability, reason, specific } = computeCheckworthiness(sentence.text, quantities[sentence.index]!, dates[sentence.index]!);
    return { sentence, checkworthy: probability, reason, specific, support: support[sentence.index]!, spoken: inSpeech[sentence.index]! };
  });
}

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
