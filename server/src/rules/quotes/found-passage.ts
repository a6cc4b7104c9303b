// The fix of rules that have found a passage of a source: it goes to the excerpts of the source's entry, for others to check.
import type { Evidence } from '../../model/evidence/passages.ts';
import { registryAt } from '../../model/sources.ts';
import { addExcerpt } from '../../registry/edit.ts';
import type { Fix, FixContext } from '../rule.ts';

/** None for a passage that is an excerpt already, and where the registry cannot be edited to the letter. */
export function excerptFix({ source, text, locator, whole }: Evidence, { analysis, project }: FixContext): Fix[] {
  const document = analysis.sources.get(source)?.document;
  const at = whole && document !== undefined ? registryAt(document, analysis, project) : undefined;
  const edit = at && addExcerpt(at.text, at.registry, source, { text, ...(locator === undefined ? {} : { locator }) });
  return edit && at ? [{ title: `Add the passage to the excerpts of ${source}`, safe: false, edits: [{ document: at.document, ...edit }] }] : [];
}
