// An entry without the fields that its type needs.
import { addFields, fieldNameIn } from '../../registry/edit.ts';
import { registryAt } from '../../model/sources.ts';
import { defineRule } from '../rule.ts';

export const incomplete = defineRule({
  id: 'sources/incomplete',
  summary: 'A registry entry without the fields that its type needs.',
  severity: 'information',
  scope: 'project',
  when: 'keystroke',

  *checkProject({ registries }) {
    for (const { document, registry } of registries) {
      for (const { id, idSpan, type, missing } of registry.entries) {
        if (missing.length === 0) continue;
        const groups = missing.map(group => `no ${group.map(name => fieldNameIn(registry, name)).join(' or ')}`);
        const lacks = groups.length === 1 ? groups[0] : `${groups.slice(0, -1).join(', ')} and ${groups.at(-1)}`;
        const kind = type === undefined ? 'a source' : `a source of the type "${type}"`;
        yield {
          document, start: idSpan.start, end: idSpan.end,
          message: `The entry "${id}" has ${lacks}, which ${kind} needs.`,
          data: { id, fields: missing.map(group => group[0]!) },
        };
      }
    }
  },

  fixes({ document, data }, { analysis, project }) {
    const { id, fields } = data as { id: string; fields: readonly string[] };
    const at = registryAt(document, analysis, project);
    const edit = at && addFields(at.text, at.registry, id, fields);
    if (!edit) return [];
    const names = fields.map(name => fieldNameIn(at.registry, name));
    return [{ title: `Add ${names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`} to "${id}"`, safe: false, edits: [{ document, ...edit }] }];
  },
});
