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
        const lacks = missing.map(group => `no ${listed(group.map(name => fieldNameIn(registry, name)), 'or')}`).join(', and ');
        const kind = type === undefined ? 'a source' : `a source of the type “${type}”`;
        yield {
          document, start: idSpan.start, end: idSpan.end,
          message: `The entry “${id}” has ${lacks}, which ${kind} needs.`,
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
    return [{ title: `Add ${listed(fields.map(name => fieldNameIn(at.registry, name)), 'and')} to “${id}”`, safe: false, edits: [{ document, ...edit }] }];
  },
});

/** `a`, `a or b`, `a, b or c`. */
function listed(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
