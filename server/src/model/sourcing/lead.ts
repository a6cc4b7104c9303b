// A lead that the story bears out: what the first paragraphs sum up, with its source in the next sentences or further down.
import type { Draft, Leaf } from '../../draft/draft.ts';
import type { Quantity } from '../../language/quantities.ts';
import type { Figure, Support } from '../analysis.ts';
import { agrees } from '../figures/compare.ts';
import type { NamedSources } from './antecedents.ts';
import { contentWords, countShared } from './content-words.ts';
import { announcedBy, tellingOf } from './continuations.ts';
import { isBehind } from './support.ts';

/** As many sentences as a lead has: each is held against the whole story. */
const LONGEST_LEAD = 5;
/** As many paragraphs: a headline, and those that sum up. */
const LEAD_PARAGRAPHS = 3;
/** How many words the lead must share with the sentence that bears it out. */
const SHARED = 3;
/** How many sentences on a source that is announced must be named. */
const NEXT = 2;
/** A figure that is rounded ("past the $1 billion mark") may lie as far from the one that it rounds. */
const ROUNDED = 0.12;

/**
 * The first paragraphs sum up what the story gives with its source further down. A sentence of theirs rests on it where every figure of it stands in supported sentences that speak of the same;
 * the figures of the next sentences may be the exact ones for its rounded ones.
 */
export function carryIntoLead(draft: Draft, support: Support[][], figuresOf: ReadonlyMap<number, readonly Figure[]>, isRunningText: (leaf: Leaf) => boolean): void {
  const lead = draft.leaves.filter(isRunningText).slice(0, LEAD_PARAGRAPHS);
  const first = lead[0];
  let left = LONGEST_LEAD;
  for (const leaf of lead) {
    for (let index = leaf.firstSentence; index < leaf.firstSentence + leaf.content.sentences.length && left > 0; index++, left--) {
      const own = figuresOf.get(index) ?? [];
      if (own.length === 0 || own.length > 12 || support[index]!.length > 0) continue;
      const about = contentWords(draft.sentences[index]!.text);
      const found = own.map(figure => bearsOut(figure, about, index, leaf === first ? Infinity : index + NEXT));
      if (found.every(f => f !== undefined)) support[index]!.push({ ...found[0]!, kind: 'carried' });
    }
  }

  function bearsOut(figure: Figure, about: ReadonlySet<string>, after: number, until: number): Support | undefined {
    for (const [index, others] of figuresOf) {
      if (index <= after || index > until) continue;
      const near = index <= after + NEXT;
      if (!others.some(other => isSame(figure.quantity, other.quantity) || (near && isRounded(figure.quantity, other.quantity)))) continue;
      const behind = support[index]?.find(isBehind);
      if (behind && countShared(contentWords(draft.sentences[index]!.text), about) >= SHARED) return behind;
    }
    return undefined;
  }
}

/** A sentence that announces a poll or a study ("in one of the first polls"), or gives what voters told one, rests on the one that the next sentences name. */
export function carryBack(draft: Draft, support: Support[][], figuresOf: ReadonlyMap<number, readonly Figure[]>, { bases, noun }: NamedSources): void {
  for (const leaf of draft.leaves) {
    if (leaf.content.kind !== 'paragraph' || leaf.content.containers.length > 0) continue;
    for (let i = 0; i < leaf.content.sentences.length; i++) {
      const index = leaf.firstSentence + i;
      if (support[index]!.length > 0) continue;
      for (let next = index + 1; next <= index + NEXT; next++) {
        const named = bases.get(next);
        if (!named?.has('document')) continue;
        const behind = support[next]?.find(isBehind);
        if (!behind) continue;
        const telling = tellingOf(leaf.content, i);
        if (!telling.years.every(year => draft.sentences[next]!.text.includes(year))) continue;
        const told = named.has('poll') && telling.polled && figuresOf.get(index)?.some(({ quantity: { kind } }) => kind === 'percent' || kind === 'ratio');
        if (!told && !noun.has(announcedBy(leaf.content, i))) continue;
        support[index]!.push({ ...behind, kind: 'carried' });
        break;
      }
    }
  }
}

function isSame(one: Quantity, other: Quantity): boolean {
  return other.unit === one.unit && agrees(one, other);
}

/** "past the $1 billion mark" beside "nearly $1.1 billion". */
function isRounded(round: Quantity, exact: Quantity): boolean {
  return round.unit === exact.unit && (round.kind === 'money' || round.kind === 'percent' || round.kind === 'count') && round.upper === null && exact.upper === null
    && round.precision > exact.precision && Math.abs(round.value - exact.value) <= ROUNDED * Math.abs(exact.value);
}
