// Surnames that stand alone before their bearer was named in full.
import type { Attribution } from '../analysis.ts';
import type { Draft } from '../../draft/draft.ts';
import { words } from '../../language/word-list.ts';
import { collectNames, familyOf, type DraftName } from './people.ts';

/**
 * The first mention of every person by surname alone whom no earlier full name introduces. Only where the words leave no doubt that one person is meant:
 * an age, "who" or a role beside the name, kin ("Brandt's wife"), "Mr. Brandt" who speaks, speech of a kind that only people are given to ("told the jury", "joked"),
 * or, where the name is said to speak, a full name with a title or role that comes too late.
 * Not: mononyms after a role ("the forward Kito"), surnames after an office ("Mayor Brandt"), names in headings, lists, tables and quotations.
 */
export function findUnintroduced(draft: Draft, attributions: readonly Attribution[]): DraftName[] {
  const names = collectNames(draft);
  const introduced = new Set<string>();
  const found: DraftName[] = [];
  const speaking = new Map(attributions.filter(a => !a.stance).map(a => [a.source?.start, a]));
  const people = new Set(names.filter(n => n.words.length > 1 && n.kind === 'person' && n.evidence !== 'none').map(familyOf));
  for (const name of names) {
    if (name.leaf.content.kind === 'heading') continue;
    const word = name.words[0]!;
    if (name.words.length > 1) {
      for (const part of name.words) introduced.add(part);
      continue;
    }
    if (introduced.has(word)) continue;
    const said = speaking.get(name.whole.start) ?? speaking.get(name.start);
    const courtesy = name.title !== undefined && COURTESY.has(name.title) && said?.cue !== undefined && SPOKE.test(draft.text.slice(said.cue.start, said.cue.end));
    if ((name.title !== undefined && !courtesy) || name.evidence === 'role' || /^\p{Lu}+$/u.test(word)) {
      introduced.add(word);
      continue;
    }
    const listed = name.leaf.content.kind === 'cell' || name.leaf.content.containers.some(c => c.kind === 'list' || c.kind === 'footnote');
    if (listed || name.quoted || name.kind === 'body') continue;
    if (courtesy || name.evidence === 'strong' || ofKin(draft, name) || (said && (people.has(word) || isPersonal(draft, said)))) {
      found.push(name);
      introduced.add(word);
    }
  }
  return found;
}

/** Titles that anyone has: they tell the reader no more than the surname. */
const COURTESY = words('mr mrs ms miss');

const SPOKE = /^(?:said|says|told|tells|added|adds|asked|asks|wrote|replied)$/i;
/** Neither firms nor countries do so; they do tell courts and committees things. */
const PERSONAL = /^(?:jok|quipp?|laugh|smil|sigh|shrug|grin|sobb?|chuckl|whisper|mutter|mumbl|testif|deadpan|yell|shout|beam|snapp?|wept|cri)(?:ed|es|s|ied|ies)?$/;
const AUDIENCE = /^\s+(?:the\s+)?(?:House|Commons|Senate|Lords|chamber|[Pp]arliament|jury|jurors|congregation|crowd|rally|mourners)\b/u;

/** Does the attribution tell of speech of which bodies are not said to be capable? */
function isPersonal({ text }: Draft, { cue }: Attribution): boolean {
  if (!cue) return false;
  const verb = text.slice(cue.start, cue.end).toLowerCase();
  return PERSONAL.test(verb) || (/^(?:told|tells)$/.test(verb) && AUDIENCE.test(text.slice(cue.end, cue.end + 40)));
}

/** "Brandt's wife" */
function ofKin(draft: Draft, name: DraftName): boolean {
  return /^['’]s (?:late |older |younger |eldest |former )?(?:wife|husband|mother|father|son|daughter|brother|sister|widow|parents|children|girlfriend|boyfriend|fiancée?)\b/u.test(draft.text.slice(name.end, name.end + 40));
}
