// What the other drafts of a project need to know of a draft.
import type { Analysis } from './analysis.ts';
import type { DraftSummary } from './context.ts';

/** The summary of a draft; it rests on the draft and its registries, not on the other drafts. */
export function summarize(analysis: Analysis): DraftSummary {
  return { document: analysis.context.document, cited: [], claimIds: [], namedFigures: [], registries: [] };
}
