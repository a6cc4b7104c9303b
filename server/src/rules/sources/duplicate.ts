// One page under two ids: the same address or the same DOI.
import { copyFields, removeEntry } from '../../registry/edit.ts';
import type { Citation, Draft } from '../../draft/draft.ts';
import type { EntryAt, Project, RegistryDocument } from '../../model/context.ts';
import { addressKeysOf, allCitations, definitionOf, registryAt } from '../../model/sources.ts';
import { defineRule, type Edit, type Fix, type FixContext } from '../rule.ts';

export const duplicate = defineRule({
  id: 'sources/duplicate',
  summary: 'One address or DOI under two source ids.',
  severity: 'warning',
  scope: 'project',
  when: 'keystroke',

  *checkProject(project) {
    const seenTogether = togetherIn(project);
    const byAddress = new Map<string, (EntryAt & { readonly reach: RegistryDocument['reach'] })[]>();
    for (const { document, registry, reach } of project.registries) {
      for (const entry of registry.entries) {
        for (const key of addressKeysOf(entry)) {
          const places = byAddress.get(key);
          if (places) places.push({ document, entry, reach });
          else byAddress.set(key, [{ document, entry, reach }]);
        }
      }
    }
    /** Two entries that share both address and DOI are one finding. */
    const told = new Map<EntryAt['entry'], Set<EntryAt['entry']>>();
    for (const [key, places] of byAddress) {
      for (const place of places) {
        const before = told.get(place.entry) ?? new Set();
        told.set(place.entry, before);
        const others = places.filter(other => other.entry.id !== place.entry.id && !before.has(other.entry) && seenTogether(place, other));
        if (others.length === 0) continue;
        for (const other of others) before.add(other.entry);
        const { entry, document } = place;
        yield {
          document, start: entry.idSpan.start, end: entry.idSpan.end,
          message: `“${entry.id}” and ${others.map(other => `“${other.entry.id}”`).join(', ')} have the same ${key.startsWith('doi:') ? 'DOI' : 'address'}: one source under two ids.`,
          related: others.map(other => ({ document: other.document, start: other.entry.idSpan.start, end: other.entry.idSpan.end, message: `“${other.entry.id}” is the same source.` })),
          data: { id: entry.id, other: others[0]!.entry.id, otherDocument: others[0]!.document },
        };
      }
    }
  },

  fixes({ document, data }, context) {
    const { id, other, otherDocument } = data as { id: string; other: string; otherDocument: string };
    const here = { id, document };
    const there = { id: other, document: otherDocument };
    return [...merge(here, there, context), ...merge(there, here, context)];
  },
});

/** Tells whether a draft can cite from both documents: of two drafts that cannot see each other's entries, each may have its own. */
function togetherIn({ drafts }: Project) {
  const visible = drafts.map(draft => new Set(draft.registries));
  return (a: { document: string; reach: string }, b: { document: string; reach: string }): boolean =>
    a.document === b.document || a.reach === 'project' || b.reach === 'project' || visible.some(documents => documents.has(a.document) && documents.has(b.document));
}

interface Named {
  readonly id: string;
  readonly document: string;
}

/** Removes one entry and cites the other in its place; not where another draft cites the one that would go. */
function merge(gone: Named, kept: Named, { analysis, project }: FixContext): Fix[] {
  const from = registryAt(gone.document, analysis, project);
  const to = registryAt(kept.document, analysis, project);
  const goneEntry = from?.registry.entries.find(entry => entry.id === gone.id);
  const keptEntry = to?.registry.entries.find(entry => entry.id === kept.id);
  const own = analysis.context.document;
  if (!from || !to || !goneEntry || !keptEntry || project.drafts.some(draft => draft.document !== own && draft.cited.includes(gone.id))) return [];
  const removal = removeEntry(from.text, from.registry, gone.id);
  const copies = copyFields({ text: from.text, entry: goneEntry }, { text: to.text, entry: keptEntry });
  if (!removal || !copies) return [];
  const registryEdits: Edit[] = [{ document: gone.document, ...removal }, ...copies.map(edit => ({ document: kept.document, ...edit }))];
  // The copy goes to the end of one entry, which may be where the removal of the next begins: then it comes first.
  return [{ title: `Merge “${gone.id}” into “${kept.id}”`, safe: false, edits: [...citeInstead(analysis.draft, own, gone.id, kept.id), ...registryEdits] }];
}

function citeInstead(draft: Draft, document: string, gone: string, kept: string): Edit[] {
  const edits: Edit[] = [];
  const citations = allCitations(draft).toSorted((a, b) => a.start - b.start);
  const isBeside = (a: Citation | undefined, b: Citation | undefined) => a?.kind === 'key' && b?.kind === 'key' && /^\s*;\s*$/.test(draft.text.slice(a.end, b.start));
  for (const [i, citation] of citations.entries()) {
    if (citation.kind === 'link' || citation.key !== gone) continue;
    const before = citations[i - 1];
    const after = citations[i + 1];
    // In "[@gone; @kept, p. 3]" nothing is left to say with the first.
    if (draft.text.slice(citation.start, citation.end) === `@${gone}`) {
      if (before?.key === kept && isBeside(before, citation)) {
        edits.push({ document, start: before.end, end: citation.end, text: '' });
        continue;
      }
      if (after?.key === kept && isBeside(citation, after)) {
        edits.push({ document, start: citation.start, end: after.start, text: '' });
        continue;
      }
    }
    // A footnote with a definition is no citation by id; its label stays.
    if (citation.kind === 'footnote' && definitionOf(citation.key, draft)) continue;
    edits.push({ document, start: citation.keySpan.start, end: citation.keySpan.end, text: kept });
  }
  for (const claim of draft.claims) {
    const named = claim.sources.some(source => source.id === kept);
    for (const { id, span } of claim.sources) {
      if (id !== gone) continue;
      const spaceBefore = draft.text[span.start - 1] === ' ';
      edits.push(named ? { document, start: spaceBefore ? span.start - 1 : span.start, end: spaceBefore || draft.text[span.end] !== ' ' ? span.end : span.end + 1, text: '' } : { document, ...span, text: kept });
    }
  }
  return edits;
}
