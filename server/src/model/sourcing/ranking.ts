// Which sources of the registry a sentence most likely rests on: for the quick fixes that cite one.
import type { SourceEntry } from '../../registry/registry.ts';
import { words as wordList } from '../../language/word-list.ts';
import type { Sentence } from '../../draft/draft.ts';
import type { Source } from '../analysis.ts';

export interface RankedSource {
  readonly id: string;
  readonly source: Source;
  /** The words that sentence and entry share, the most telling first. Empty where nothing speaks for the entry. */
  readonly shared: readonly string[];
  /** The same as it is shown: "the name “Aldmouth”, the figure “412” and the words “ferries”, “piers”"; empty without any. */
  readonly reason: string;
}

const STOP = wordList(`
  the a an and or of in on at to for by with from as is was were are be been it its that this these those he she they his her their them him we our you your us i
  said say says will would has have had not no but more than most about after before over under between during until since into out up down off per each every all any some
  one two three four five six new old year years month months week weeks day days first last when where which who whom whose what how there here then now also only both other
  such same so if can could may might must should do does did percent per cent million billion thousand number numbers`);

/** What makes a word telling: a figure or a name seldom stands in a sentence and a source by chance. */
const WEIGHT = { figure: 3, name: 2, word: 1 } as const;
type Kind = keyof typeof WEIGHT;

/** As many words as a reason names. */
const SHOWN = 4;

/**
 * The sources by the figures, names and words of their title, publisher, author and excerpts that they share with the sentence, weighed by how few of the other entries have them; ties by id.
 * Confidential entries last, and never by their author.
 */
export function rankSources(sentence: Pick<Sentence, 'text'>, sources: ReadonlyMap<string, Source>): RankedSource[] {
  const indexed = indexOf(sources);
  const wanted = [...contentWords(sentence.text)];
  return [...sources]
    .map(([id, source]) => {
      const shared: { word: string; kind: Kind; weight: number }[] = [];
      for (const [i, [word, written]] of wanted.entries()) {
        if (!indexed.words.get(id)!.has(word)) continue;
        const kind = kindOf(word, written, i === 0);
        shared.push({ word: written, kind, weight: WEIGHT[kind] / (indexed.frequency.get(word) ?? 1) });
      }
      shared.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
      return { id, source, shared: shared.map(s => s.word), reason: reasonOf(shared.slice(0, SHOWN)), score: shared.reduce((sum, s) => sum + s.weight, 0) };
    })
    .toSorted((a, b) => Number(a.source.entry.confidential) - Number(b.source.entry.confidential) || b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id, source, shared, reason }) => ({ id, source, shared, reason }));
}

function reasonOf(shared: readonly { readonly word: string; readonly kind: Kind }[]): string {
  const parts = (['figure', 'name', 'word'] as const).flatMap(kind => {
    const found = shared.filter(s => s.kind === kind).map(s => `“${s.word}”`);
    return found.length === 0 ? [] : [`the ${kind}${found.length > 1 ? 's' : ''} ${found.join(', ')}`];
  });
  return parts.length === 0 ? '' : `shares ${parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`}`;
}

/** The first word of a sentence has its capital from that. */
function kindOf(word: string, written: string, first: boolean): Kind {
  if (/\d/.test(word)) return 'figure';
  return !first && written[0] !== written[0]!.toLowerCase() ? 'name' : 'word';
}

interface Indexed {
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
  readonly frequency: ReadonlyMap<string, number>;
}

/** The words of a set of sources stay as long as the sources do. */
const indexes = new WeakMap<ReadonlyMap<string, Source>, Indexed>();

function indexOf(sources: ReadonlyMap<string, Source>): Indexed {
  let indexed = indexes.get(sources);
  if (!indexed) {
    const words = new Map([...sources].map(([id, { entry }]) => [id, wordsOf(entry)] as const));
    const frequency = new Map<string, number>();
    for (const set of words.values()) for (const word of set) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    indexes.set(sources, (indexed = { words, frequency }));
  }
  return indexed;
}

const entryWords = new WeakMap<SourceEntry, ReadonlySet<string>>();

function wordsOf(entry: SourceEntry): ReadonlySet<string> {
  let known = entryWords.get(entry);
  if (!known) {
    const { title, publisher, containerTitle, confidential, authors, excerpts } = entry;
    known = new Set(contentWords([title, publisher, containerTitle, ...(confidential ? [] : authors.flatMap(a => [a.family, a.literal])), ...excerpts.map(e => e.text)].join(' ')).keys());
    entryWords.set(entry, known);
  }
  return known;
}

/** The words that say what a text is about, in small letters and without endings, each as it is written. */
function contentWords(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [match] of [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.,%’'-]*/gu)].slice(0, 2_000)) {
    const written = match.replace(/[.,’'-]+$/, '').replace(/['’]s$/, '');
    const word = written.toLowerCase();
    if (word.length < 2 || STOP.has(word)) continue;
    const stem = /\d/.test(word) ? word.replaceAll(',', '') : word.length > 4 ? word.replace(/ies$/, 'y').replace(/e?s$/, '') : word;
    if (!found.has(stem)) found.set(stem, written);
  }
  return found;
}
