// A running log ("The latest"): entries headed by the time of day at which each was written. Figures move on from one to the next.
import type { Draft } from '../../draft/draft.ts';

const TIME_OF_DAY = /^(?:at )?\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.? ?m\.?)?(?: [A-Z]{2,4})?[.:]?$/i;

/** The entry in which a leaf stands, by the leaf's index: 0 before the first. A draft without entries is one. */
export function entriesOf({ leaves }: Pick<Draft, 'leaves'>): (leaf: number) => number {
  const heads = leaves.filter(({ content }) => content.prose.length < 16 && !content.containers.some(({ kind }) => kind === 'table') && /[:.m]/i.test(content.prose) && TIME_OF_DAY.test(content.prose)).map(({ index }) => index);
  if (heads.length < 2) return () => 0;
  const entries: number[] = [];
  let entry = 0;
  for (let i = 0, h = 0; i < leaves.length; i++) {
    if (heads[h] === i) {
      entry++;
      h++;
    }
    entries.push(entry);
  }
  return leaf => entries[leaf] ?? 0;
}
