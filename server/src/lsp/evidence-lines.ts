// What a hover shows of a source's passage: its words, where they stand, how the draft's match them, and whether the registry keeps them.
import { createWithholding } from '../engine/withhold.ts';
import type { Evidence } from '../model/evidence/passages.ts';
import { addPassage } from '../rules/quotes/found-passage.ts';
import type { FixContext } from '../rules/rule.ts';
import { nameIds } from '../rules/source-ids.ts';
import type { Line } from './markup.ts';

/** The passage on which a verdict rests, if one does, and the verdict in words. */
export function evidenceLines(evidence: Evidence | undefined, match: string, context: FixContext): Line[] {
  const withhold = createWithholding(context.analysis);
  const verdict: Line = { label: 'Match', text: withhold(match) };
  if (!evidence) return [verdict];
  const { source, text, locator } = evidence;
  return [{ label: 'Passage', text: withhold(`“${text}”`) }, { label: 'Where', text: withhold(locator === undefined ? source : `${source}, ${locator}`) }, verdict, ...excerptLine(evidence, context)];
}

/** Below a passage that is not among the excerpts of its entry: how to keep it, or why it cannot be. */
export function excerptLine(evidence: Evidence, context: FixContext): Line[] {
  const added = addPassage(evidence, context);
  if (!added) return [];
  return [{ label: 'Excerpt', text: 'edit' in added ? `not kept yet; the code actions here (in VS Code Ctrl+. or ⌘.) add the passage to ${nameIds([evidence.source])}` : `not kept. ${added.refusal}` }];
}
