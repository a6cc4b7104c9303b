// An entry of a registry that no draft cites.
import { removeEntry } from '../../registry/edit.ts';
import { registryAt } from '../../model/sources.ts';
import { defineRule } from '../rule.ts';

export const unused = defineRule({
  id: 'sources/unused',
  summary: 'A registry entry that no draft cites.',
  severity: 'hint',
  scope: 'project',
  when: 'keystroke',

  *checkProject({ drafts, registries }) {
    const citedByAny = new Set(drafts.flatMap(draft => draft.cited));
    // An entry may stand in the registry only to name where others have their knowledge from.
    const origins = new Set(registries.flatMap(({ registry }) => registry.entries.flatMap(entry => entry.origin ?? [])));
    for (const { document, registry, reach } of registries) {
      const seers = reach === 'project' ? drafts : drafts.filter(draft => draft.registries.includes(document));
      if (seers.length === 0) continue;
      const cited = reach === 'project' ? citedByAny : new Set(seers.flatMap(draft => draft.cited));
      for (const { id, idSpan, shared } of registry.entries) {
        if (cited.has(id) || origins.has(id) || shared) continue;
        yield { document, start: idSpan.start, end: idSpan.end, message: `No draft cites the source “${id}”.`, data: { id } };
      }
    }
  },

  fixes({ document, data }, { analysis, project }) {
    const id = data?.['id'] as string;
    const at = registryAt(document, analysis, project);
    const edit = at && removeEntry(at.text, at.registry, id);
    return edit ? [{ title: `Remove the source “${id}”`, safe: false, edits: [{ document, ...edit }] }] : [];
  },
});
