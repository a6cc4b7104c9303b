// Surnames that stand alone before their bearer was named in full.
import type { Attribution } from '../analysis.ts';
import type { Draft } from '../../draft/draft.ts';
import { collectNames, familyOf, type DraftName } from './people.ts';

/**
 * The first mention of every person by surname alone whom no earlier full name introduces. Only where the words leave no doubt that one person is meant:
 * an age, "who" or a role beside the name, kin ("Brandt's wife"), or, where the name is said to speak, a full name with a title or role that comes too late.
 * Not: mononyms after a role ("the forward Kito"), surnames after a title, names in headings, lists, tables and quotations.
 */
export function findUnintroduced(draft: Draft, attributions: readonly Attribution[]): DraftName[] {
  const names = collectNames(draft);
  const introduced = new Set<string>();
  const found: DraftName[] = [];
  const speaking = new Set(attributions.map(a => a.source?.start));
  const people = new Set(names.filter(n => n.words.length > 1 && n.kind === 'person' && n.evidence !== 'none').map(familyOf));
  for (const name of names) {
    if (name.leaf.content.kind === 'heading') continue;
    const word = name.words[0]!;
    if (name.words.length > 1) {
      for (const part of name.words) introduced.add(part);
      continue;
    }
    if (introduced.has(word)) continue;
    if (name.title !== undefined || name.evidence === 'role' || /^\p{Lu}+$/u.test(word)) {
      introduced.add(word);
      continue;
    }
    const listed = name.leaf.content.kind === 'cell' || name.leaf.content.containers.some(c => c.kind === 'list' || c.kind === 'footnote');
    if (listed || name.quoted || name.kind === 'body') continue;
    if (name.evidence === 'strong' || ofKin(draft, name) || (people.has(word) && speaking.has(name.start))) {
      found.push(name);
      introduced.add(word);
    }
  }
  return found;
}

/** "Brandt's wife" */
function ofKin(draft: Draft, name: DraftName): boolean {
  return /^['’]s (?:late |older |younger |eldest |former )?(?:wife|husband|mother|father|son|daughter|brother|sister|widow|parents|children|girlfriend|boyfriend|fiancée?)\b/u.test(draft.text.slice(name.end, name.end + 40));
}
