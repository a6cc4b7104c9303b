// How a draft attributes its quotations: "X said" or "said X", "said" or "says", the comma within the marks or behind them, surnames with or without a courtesy title.
import type { Draft } from '../../draft/draft.ts';
import type { Analysis, Person } from '../analysis.ts';
import { collectNames } from './people.ts';

export interface HouseStyle {
  /** "said Brandt" rather than "Brandt said". */
  readonly inverted: boolean;
  readonly verb: 'said' | 'says';
  /** ‘Late’, said Brandt: the comma stands behind the closing mark. */
  readonly commaOutside: boolean;
}

/** What most of the draft's own tags do; "X said" with the comma inside where it has none. */
export function readHouseStyle({ attributions, quotes, draft: { text } }: Analysis): HouseStyle {
  let inverted = 0;
  let says = 0;
  let outside = 0;
  for (const { cue, source, kind, stance, sourceKind } of attributions) {
    if (!cue || !source || stance || kind === 'indirect' || sourceKind === 'none') continue;
    const verb = text.slice(cue.start, cue.end).toLowerCase();
    if (/^(?:say|says)$/u.test(verb)) says++;
    else if (verb === 'said') says--;
    // A pronoun comes first in any style.
    if (/^(?:he|she|they|it|we|I)$/iu.test(text.slice(source.start, source.end))) continue;
    inverted += source.start >= cue.end ? 1 : -1;
  }
  for (const { attribution, inner, end, start } of quotes) {
    if (attribution === undefined || inner.start === start) continue;
    if (text[end] === ',') outside++;
    else if (text[inner.end - 1] === ',') outside--;
  }
  return { inverted: inverted > 0, verb: says > 0 ? 'says' : 'said', commaOutside: outside > 0 };
}

/** How the draft calls a person once the full name has been given: the surname, with the courtesy title where it uses one. */
export function laterReference(person: Person, draft: Draft): string {
  const named = collectNames(draft).find(n => n.words.length === 1 && n.words[0] === person.family && n.title !== undefined && /^(?:mr|mrs|ms|miss|dr|doctor)$/u.test(n.title) && n.whole.start < n.start);
  return named ? draft.text.slice(named.whole.start, named.end) : person.family;
}
