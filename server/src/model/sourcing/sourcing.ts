// Which sentences need a source, and what supports them.
import type { Analysis, SentenceReading } from '../analysis.ts';

/** Reads every sentence: how check-worthy it is and why, and what vouches for it. Parallel to `draft.sentences`. */
export function readSentences(_analysis: Omit<Analysis, 'sentences'>): SentenceReading[] {
  return [];
}
