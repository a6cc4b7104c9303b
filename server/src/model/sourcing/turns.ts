// The turns of an interview: paragraphs that begin with the label of who speaks ("**MOE:** We have 6,400 members.", "Q: …", "A: …").
import type { Draft, Leaf } from '../../draft/draft.ts';
import type { Span } from '../../span.ts';

/** A paragraph of an interview and the label, here or above it, that says who speaks. Spans are of the draft's text. */
export interface Turn {
  readonly leaf: Leaf;
  readonly label: Span;
}

const LABEL = /^(?:[QA]|\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){0,3})(?=:\s+\S)/u;
/** How often a label must come back, so that "**Update:**" and "NOTE:" are none. */
const LEAST = 2;

/** In order; empty where no two speakers take turns. A paragraph without a label between two turns belongs to the one above it. Linear. */
export function collectTurns({ leaves, text }: Draft): Turn[] {
  const labels = leaves.map(leaf => labelOf(leaf, text));
  const counts = new Map<string, number>();
  for (const label of labels) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  const speakers = new Set([...counts].filter(([, count]) => count >= LEAST).map(([label]) => label));
  if (speakers.size < 2) return [];
  const turns: Turn[] = [];
  let between: Turn[] = [];
  let open: Span | undefined;
  for (const [i, leaf] of leaves.entries()) {
    const label = labels[i];
    if (label !== undefined && speakers.has(label)) {
      open = leaf.toSource({ start: 0, end: label.length });
      turns.push(...between, { leaf, label: open });
      between = [];
    } else if (leaf.content.kind === 'heading') {
      open = undefined;
      between = [];
    } else if (open && isPlain(leaf)) between.push({ leaf, label: open });
  }
  return turns;
}

/** A label stands in capitals or is set off by emphasis: "Moe: the facts" is a title. */
function labelOf(leaf: Leaf, text: string): string | undefined {
  if (!isPlain(leaf)) return undefined;
  const label = LABEL.exec(leaf.content.prose.slice(0, 80))?.[0];
  return label !== undefined && (label === label.toUpperCase() || /^[*_]/.test(text.slice(leaf.start, leaf.start + 1))) ? label : undefined;
}

function isPlain({ content }: Leaf): boolean {
  return content.kind === 'paragraph' && content.containers.length === 0;
}
