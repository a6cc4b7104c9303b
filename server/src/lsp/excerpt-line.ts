// What a hover says below a passage of a source that is not among the excerpts of its entry.
import type { Evidence } from '../model/evidence/passages.ts';
import { addPassage } from '../rules/quotes/found-passage.ts';
import type { FixContext } from '../rules/rule.ts';
import { nameIds } from '../rules/source-ids.ts';
import type { Line } from './markup.ts';

export function excerptLine(evidence: Evidence, context: FixContext): Line[] {
  const added = addPassage(evidence, context);
  if (!added) return [];
  return [{ label: 'Excerpt', text: 'edit' in added ? `not kept yet; the code actions here (in VS Code Ctrl+. or ⌘.) add the passage to ${nameIds([evidence.source])}` : `not kept. ${added.refusal}` }];
}
