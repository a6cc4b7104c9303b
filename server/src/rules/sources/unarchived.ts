// A page of which there is neither an archived copy nor a capture: once it changes, nobody can tell what it said.
import { setFields } from '../../registry/edit.ts';
import { registryAt } from '../../model/sources.ts';
import { pageCheck, pageSpan } from '../../model/source-checks.ts';
import { defineRule } from '../rule.ts';

export const unarchived = defineRule({
  id: 'sources/unarchived',
  summary: 'A page without an archived copy or a capture.',
  severity: 'information',
  scope: 'project',
  when: 'command',

  *checkProject({ registries, checkResults }) {
    for (const { document, registry } of registries) {
      for (const entry of registry.entries) {
        const page = pageCheck(entry, checkResults);
        // Only an address needs it: what a DOI names is kept.
        if (page?.outcome !== 'reached' || entry.url === undefined || entry.archived !== undefined || entry.file !== undefined) continue;
        const { start, end } = pageSpan(entry);
        yield {
          document, start, end,
          message: `There is no archived copy and no capture of “${entry.id}”.${page.archived === undefined ? '' : ' An archive holds one.'}`,
          data: { id: entry.id, ...(page.archived === undefined ? {} : { archived: page.archived }) },
        };
      }
    }
  },

  fixes({ document, data }, { analysis, project }) {
    const { id, archived } = data as { id: string; archived?: string };
    const at = archived === undefined ? undefined : registryAt(document, analysis, project);
    const edits = at && setFields(at.text, at.registry, id, [['archived', archived!]]);
    return edits ? [{ title: `Add the archived copy ${archived}`, safe: false, preferred: true, edits: edits.map(edit => ({ document, ...edit })) }] : [];
  },
});
