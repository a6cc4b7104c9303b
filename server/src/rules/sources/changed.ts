// A page or file that is no longer what was captured.
import { fileCheck, fileSpan, pageCheck, pageSpan } from '../../model/source-checks.ts';
import { defineRule } from '../rule.ts';

export const changed = defineRule({
  id: 'sources/changed',
  summary: 'A page or file that differs from what was captured.',
  severity: 'warning',
  scope: 'project',
  when: 'command',

  *checkProject({ registries, checkResults }) {
    for (const { document, registry } of registries) {
      for (const entry of registry.entries) {
        const file = fileCheck(entry, document, checkResults)?.sha256;
        const page = pageCheck(entry, checkResults)?.change;
        const captured = entry.sha256?.toLowerCase();
        if (file !== undefined && captured !== undefined && file !== captured) {
          const { start, end } = fileSpan(entry);
          yield { document, start, end, message: `The file of “${entry.id}” is not the one that was captured: its fingerprint is another.`, data: { id: entry.id } };
        } else if (page && entry.file !== undefined && (captured === undefined || page.capture === captured)) {
          // A new capture settles what was found against the old one.
          const { start, end } = pageSpan(entry);
          yield { document, start, end, message: `“${entry.id}”: ${page.message}`, data: { id: entry.id } };
        }
      }
    }
  },
});
