// Which sentences need a source, and what supports them.
import type { DateMention } from '../../language/dates.ts';
import type { Quantity } from '../../language/quantities.ts';
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
  return draft.sentences.map(sentence => {
    const { probability, reason } = computeCheckworthiness(sentence.text, quantities[sentence.index]!, dates[sentence.index]!);
    return { sentence, checkworthy: probability, reason, support: support[sentence.index]! };
  });
}
