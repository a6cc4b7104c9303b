// A page that has moved for good: its old address leads to a new one.
import { setFields } from '../../registry/edit.ts';
import { addressKey, allCitations, registryAt } from '../../model/sources.ts';
import { pageCheck, pageSpan } from '../../model/source-checks.ts';
import { defineRule } from '../rule.ts';

export const moved = defineRule({
  id: 'sources/moved',
  summary: 'A page that has moved for good.',
  severity: 'information',
  scope: 'project',
  when: 'command',

  *checkProject({ registries, checkResults }) {
    for (const { document, registry } of registries) {
      for (const entry of registry.entries) {
        const to = pageCheck(entry, checkResults)?.movedTo;
        // A DOI is the address that stays: that its page moves is its use.
        if (to === undefined || entry.url === undefined) continue;
        const { start, end } = pageSpan(entry);
        yield { document, start, end, message: `The page of “${entry.id}” has moved for good, to ${shorten(to)}.`, data: { id: entry.id, to } };
      }
    }
  },

  *check({ draft, sources, context }) {
    const known = new Set([...sources.values()].flatMap(({ entry }) => (entry.url === undefined ? [] : [addressKey(entry.url)])));
    for (const { kind, key, keySpan } of allCitations(draft)) {
      if (kind !== 'link' && kind !== 'definition') continue;
      const at = addressKey(key);
      const to = known.has(at) ? undefined : context.checkResults.get(at)?.movedTo;
      if (to !== undefined) yield { start: keySpan.start, end: keySpan.end, message: `This page has moved for good, to ${shorten(to)}.`, data: { to } };
    }
  },

  fixes({ document, start, end, data }, { analysis, project }) {
    const { id, to } = data as { id?: string; to: string };
    const title = `Update the address to ${shorten(to)}`;
    if (id === undefined) return [{ title, safe: false, preferred: true, edits: [{ document, start, end, text: inMarkdown(to) }] }];
    const at = registryAt(document, analysis, project);
    const edits = at && setFields(at.text, at.registry, id, [['url', to]]);
    return edits ? [{ title, safe: false, preferred: true, edits: edits.map(edit => ({ document, ...edit })) }] : [];
  },
});

/** Brackets would end a link early. */
function inMarkdown(address: string): string {
  return address.replace(/[()<>[\]]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function shorten(address: string): string {
  return address.length > 120 ? `${address.slice(0, 119)}…` : address;
}
