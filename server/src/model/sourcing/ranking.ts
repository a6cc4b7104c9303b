// Which sources of the registry a sentence most likely rests on: for the quick fixes that cite one.
import type { Sentence } from '../../draft/draft.ts';
import type { Source } from '../analysis.ts';

export interface RankedSource {
  readonly id: string;
  readonly source: Source;
  /** The words that sentence and entry share, the rarest first: the reason that is shown. Empty where nothing speaks for the entry. */
  readonly shared: readonly string[];
}

const STOP = new Set(`
  the a an and or of in on at to for by with from as is was were are be been it its that this these those he she they his her their them him we our you your us i
  said say says will would has have had not no but more than most about after before over under between during until since into out up down off per each every all any some
  one two three four five six new old year years month months week weeks day days first last when where which who whom whose what how there here then now also only both other
  such same so if can could may might must should do does did percent per cent million billion thousand number numbers`.trim().split(/\s+/));

/** The sources by the words, names and figures that they share with the sentence, weighed by how few of the other entries have them; ties by id. Confidential entries last. */
export function rankSources(sentence: Pick<Sentence, 'text'>, sources: ReadonlyMap<string, Source>): RankedSource[] {
  const wordsOf = new Map([...sources].map(([id, { entry }]) => [id, contentWords([
    entry.title, entry.publisher, entry.containerTitle, ...(entry.confidential ? [] : entry.authors.flatMap(a => [a.family, a.literal])), ...entry.excerpts.map(e => e.text),
  ].join(' '))]));
  const frequency = new Map<string, number>();
  for (const words of wordsOf.values()) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const wanted = contentWords(sentence.text);
  const weight = (word: string) => 1 / (frequency.get(word) ?? 1);
  return [...sources]
    .map(([id, source]) => {
      const shared = [...wordsOf.get(id)!].filter(word => wanted.has(word)).toSorted((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
      return { id, source, shared, score: shared.reduce((sum, word) => sum + weight(word), 0) };
    })
    .toSorted((a, b) => Number(a.source.entry.confidential) - Number(b.source.entry.confidential) || b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id, source, shared }) => ({ id, source, shared }));
}

function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}.,%-]*/gu) ?? [];
  return new Set(words.slice(0, 2_000).map(word => word.replace(/[.,-]+$/, '').replace(/['’]s$/, '')).filter(word => word.length > 1 && !STOP.has(word)));
}
