// A passage that was found in a source goes to the excerpts of the source's entry, for others to check.
import type { Evidence } from '../../model/evidence/passages.ts';
import { registryAt } from '../../model/sources.ts';
import { addExcerpt, whyNoExcerpt } from '../../registry/edit.ts';
import type { Edit, Fix, FixContext } from '../rule.ts';
import { nameIds } from '../source-ids.ts';

/** The edit that adds a passage, or why there can be none, as a whole sentence. Undefined for words that the excerpts have already. */
export function addPassage({ source, text, locator }: Evidence, { analysis, project }: FixContext): { readonly edit: Edit } | { readonly refusal: string } | undefined {
  const known = analysis.sources.get(source);
  const words = plain(text);
  if (!known || words === '' || known.entry.excerpts.some(excerpt => plain(excerpt.text).includes(words))) return undefined;
  const at = registryAt(known.document, analysis, project);
  if (!at) return { refusal: `The registry of ${nameIds([source])} cannot be read.` };
  const edit = addExcerpt(at.text, at.registry, source, { text: words, ...(locator === undefined ? {} : { locator }) });
  return edit ? { edit: { document: at.document, ...edit } } : { refusal: whyNoExcerpt(at.registry, source, words) };
}

export function addPassageTitle(source: string): string {
  return `Add the passage to the excerpts of ${nameIds([source])}`;
}

/** For the quick fixes of a rule: none where there is nothing to add, or it cannot be. */
export function excerptFix(evidence: Evidence, context: FixContext): Fix[] {
  const added = addPassage(evidence, context);
  return added && 'edit' in added ? [{ title: addPassageTitle(evidence.source), safe: false, edits: [added.edit] }] : [];
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
