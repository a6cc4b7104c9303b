// attribution/second-reference: a person's surname alone with no earlier full reference.
import type { Analysis } from '../../model/analysis.ts';
import { findUnintroduced } from '../../model/attribution/introductions.ts';
import { defineRule } from '../rule.ts';

export const secondReference = defineRule({
  id: 'attribution/second-reference',
  summary: 'A surname alone before its bearer was named in full.',
  severity: 'information',
  scope: 'draft',
  when: 'keystroke',
  *check({ draft, attributions }) {
    for (const { start, end, words } of findUnintroduced(draft, attributions)) yield { start, end, message: `“${words.join(' ')}” is not named in full before this.` };
  },
  fixes({ document, start, end }, { analysis }) {
    const family = analysis.draft.text.slice(start, end);
    // A courtesy title gives way to the given name.
    const title = /\b(?:Mr|Mrs|Ms|Miss)\.?\s$/u.exec(analysis.draft.text.slice(Math.max(0, start - 6), start))?.[0].length ?? 0;
    return knownNames(family, analysis).map(text => ({ title: `Write “${text}”`, safe: false, edits: [{ document, start: start - title, end, text }] }));
  },
});

/** Full names with this surname: of the desk, of the registry's authors whose names a reader may see, and of the draft itself. */
function knownNames(family: string, { context, sources, people }: Analysis): string[] {
  const names = new Set<string>();
  for (const person of context.desk) if ((person.family ?? person.name.split(' ').at(-1)) === family) names.add(person.name);
  for (const { entry } of sources.values()) {
    if (entry.confidential) continue;
    for (const author of entry.authors) if (author.family === family && author.given !== undefined) names.add(`${author.given} ${family}`);
  }
  for (const person of people) if (person.family === family && person.given !== undefined) names.add(person.name);
  return [...names];
}
