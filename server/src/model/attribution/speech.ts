// Who says what: quotations, attributions and the people of a draft.
import type { Draft } from '../../draft/draft.ts';
import type { Attribution, Person, Quote } from '../analysis.ts';

export interface Speech {
  readonly quotes: readonly Quote[];
  readonly attributions: readonly Attribution[];
  readonly people: readonly Person[];
}

/** Quotations with their speakers, attribution relations, and people, over the whole draft. */
export function readSpeech(_draft: Draft): Speech {
  return { quotes: [], attributions: [], people: [] };
}
