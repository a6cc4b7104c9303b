// The headline of a draft that marks none: its first short paragraphs.
import type { Draft, Leaf } from '../../draft/draft.ts';

const WORDS = 16;
/** A headline and what stands under it. */
const MOST = 3;
/** So many paragraphs follow a headline at least; a note of a few sentences has none. */
const BODY = 4;

const known = new WeakMap<Draft, number>();

/** Is the leaf a heading, or a short first paragraph of a draft without headings and front matter, as a text that was pasted has? Such a line leaves to the body who is meant. */
export function isHeadline(leaf: Leaf, draft: Draft): boolean {
  if (leaf.content.kind === 'heading') return true;
  let count = known.get(draft);
  if (count === undefined) known.set(draft, (count = countHeadlines(draft)));
  return leaf.index < count;
}

function countHeadlines({ leaves, frontMatter }: Draft): number {
  if (frontMatter || leaves.some(l => l.content.kind === 'heading')) return 0;
  let count = 0;
  while (count < MOST && leaves[count]?.content.kind === 'paragraph' && leaves[count]!.content.containers.length === 0 && leaves[count]!.content.sentences.length === 1 && leaves[count]!.content.prose.split(/\s+/u, WORDS + 1).length <= WORDS) count++;
  return leaves.length - count >= BODY ? count : 0;
}
