// Figures at their place: what each is about, as far as the words say.
import type { Draft } from '../../draft/draft.ts';
import type { Attribution, DraftDate, Figure } from '../analysis.ts';

/** The dates of the draft, resolved against `reference` (the front matter's date, else the caller's). */
export function collectDates(_draft: Draft, _reference: string | undefined): DraftDate[] {
  return [];
}

/** The quantities of the draft with what they are about. */
export function collectFigures(_draft: Draft, _dates: readonly DraftDate[], _attributions: readonly Attribution[]): Figure[] {
  return [];
}
