// A registry file or entry that cannot be read.
import { defineRule } from '../rule.ts';

export const invalid = defineRule({
  id: 'sources/invalid',
  summary: 'A source registry, or an entry of one, that cannot be read.',
  severity: 'error',
  scope: 'project',
  when: 'keystroke',

  *check({ draft }) {
    for (const { start, end, message, about } of draft.frontMatter?.problems ?? []) if (about === 'sources') yield { start, end, message };
  },

  *checkProject({ registries, unreadable }) {
    for (const { document, registry } of registries) for (const { start, end, message } of registry.problems) yield { document, start, end, message };
    for (const { document, start, end, message } of unreadable ?? []) yield { document, start, end, message };
  },
});
