// A total in the line that leads to a list, and the parts that the list's items give: "Cuts of $12m will come from three places:".
import type { Analysis, Figure } from '../analysis.ts';
import { groupBySentence } from './figures.ts';
import { sum, type Reckoning } from './reckonings.ts';
import { isReckonable } from './rounding.ts';

/** Words by which a list is all of what its lead-in says. */
const WHOLLY = /\b(?:as follows|the following|made up of|consists? of|comprises?|breaks? down|broken down|(?:is|are|was|were|be) (?:split|divided|shared|spent)|goes to|go to|from|to|between|among|into|in|on) ?(?:(?:two|three|four|five|six|seven|eight|\d) [\p{L}-]+(?: [\p{L}-]+)?)?[^.;:]{0,60}:\s*$|\b(?:two|three|four|five|six|seven|eight|\d) (?:[\p{L}-]+ )?(?:parts|places|areas|sources|items|groups|ways|sums|payments|instalments|categories|kinds|types|projects|blocks|tranches)\b[^.;:]{0,60}:\s*$/iu;
/** Words by which it is only some of it. */
const SOME = /\b(?:include|includes|including|among them|such as|for example|the (?:largest|biggest|main|top)|some of)\b/i;

/** What a list's last item opens with, where it is the total. */
const IN_TOTAL = /^\W*(?:in total|total|in all|altogether|all told|together)\b/i;

const MOST_ITEMS = 12;

/** The totals that lead to a list of their parts, in the order of the text. */
export function listTotals({ draft, figures }: Analysis): Reckoning[] {
  const bySentence = groupBySentence(figures);
  const found: Reckoning[] = [];
  for (const [i, leaf] of draft.leaves.entries()) {
    const lead = draft.sentences[leaf.firstSentence + leaf.content.sentences.length - 1];
    if (leaf.content.sentences.length === 0 || !lead || !lead.text.trimEnd().endsWith(':') || leaf.content.containers.some(({ kind }) => kind === 'table')) continue;
    const text = lead.text;
    const inAll = ownTotal(itemsBehind(i));
    if (inAll) found.push(inAll);
    if (!WHOLLY.test(text) || SOME.test(text)) continue;
    const items = itemsBehind(i);
    if (items.length < 2 || items.length > MOST_ITEMS) continue;
    for (const whole of bySentence.get(lead.index) ?? []) {
      if (!isReckonable(whole) || whole.quantity.bound !== '=' || !/^(?:money|count)$/.test(whole.quantity.kind)) continue;
      const parts = items.map(item => item.find(({ quantity }) => (whole.quantity.kind === 'money' ? quantity.unit === whole.quantity.unit : /^(?:count|number)$/.test(quantity.kind)) && quantity.bound === '='));
      if (parts.some(part => part === undefined || !isReckonable(part) || part.quantity.value >= whole.quantity.value)) continue;
      const added = sum(parts as Figure[], whole);
      // Far off, the list is of something else.
      if (added && (added.fits || Math.abs(added.computed - whole.quantity.value) <= 0.25 * whole.quantity.value)) found.push(added);
    }
  }
  return found;

  /** A list whose last item is the total of the others: "in total, $1.2 billion". */
  function ownTotal(items: readonly (readonly Figure[])[]): Reckoning | undefined {
    const last = items.at(-1)?.[0];
    if (!last || items.length < 3 || items.length > MOST_ITEMS || !IN_TOTAL.test(last.sentence.text) || !isReckonable(last)) return undefined;
    const parts = items.slice(0, -1).map(([figure]) => figure!);
    if (parts.some(({ quantity }) => quantity.bound !== '=' || quantity.unit !== last.quantity.unit || quantity.value >= last.quantity.value)) return undefined;
    const added = sum(parts, last);
    return added && (added.fits || Math.abs(added.computed - last.quantity.value) <= 0.25 * last.quantity.value) ? added : undefined;
  }

  /** The figures of each item of the list that begins behind a leaf: no list, where an item has none or holds a list of its own. */
  function itemsBehind(at: number): Figure[][] {
    const items = new Map<number, Figure[]>();
    const first = draft.leaves[at + 1];
    for (let k = at + 1; k < draft.leaves.length && draft.leaves[k]!.block === first!.block; k++) {
      const { content, firstSentence } = draft.leaves[k]!;
      const [own, inner] = content.containers.filter(container => container.kind === 'list');
      if (!own || inner || own.list !== 0) return [];
      const figures = content.sentences.flatMap((_, n) => bySentence.get(firstSentence + n) ?? []);
      items.set(own.item, [...(items.get(own.item) ?? []), ...figures]);
    }
    return [...items.values()].some(item => item.length === 0) ? [] : [...items.values()];
  }
}
