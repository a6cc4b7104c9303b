// Claim comments with the figures that they name.
import type { Draft } from '../draft/draft.ts';
import type { Claim, DraftDate, Figure } from './analysis.ts';

/** The claim comments of the draft, each with the quantity that it names (from `value`, else the one figure of its subject) and when it held. */
export function collectClaims(_draft: Draft, _figures: readonly Figure[], _dates: readonly DraftDate[]): Claim[] {
  return [];
}
