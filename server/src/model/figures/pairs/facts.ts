// What is read once of each figure before it is held against others: its noun, the words around it, how it points back, what sets it apart.
import { toTokens } from '../../../language/quantities/tokens.ts';
import type { Analysis, Figure } from '../../analysis.ts';
import type { Leaf } from '../../../draft/draft.ts';
import type { Quantity } from '../../../language/quantities.ts';
import { sameThing } from '../lexicon.ts';
import type { Ground } from '../likeness.ts';
import { sayerWords } from '../parties.ts';
import { stem } from '../stem.ts';
import { cellHeads } from '../tables.ts';

export interface FigureFacts {
  /** The noun that it counts or measures, as a stem; '' where the words do not say. */
  readonly noun: string;
  /** The words of its clause, as stems. */
  readonly clause: ReadonlySet<string>;
  /** Those, and the content words that it is read with. */
  readonly context: ReadonlySet<string>;
  /** Those, and all longer words of its sentence; of a cell, those of the heads of its row and column. */
  readonly sentence: ReadonlySet<string>;
  /** Names in its clause and beside it, as stems. */
  readonly names: readonly string[];
  /** By what it points at something known: "the", "owned", "all"; "a" for something new; "none". */
  readonly pointing: string;
  /** Words beside it that say which, or how: "another", "earlier", "rate", "approx". */
  readonly marks: ReadonlySet<string>;
  /** Who says it, in the draft's words. */
  readonly sayer: string | undefined;
  readonly quoted: boolean;
  readonly place: Place;
}

/** Where in a draft a figure stands. */
export type Place = 'title' | 'alt' | 'headline' | 'heading' | 'table' | 'list' | 'quote' | 'lead' | 'text';

/** Reads the facts of the figures of one draft; each figure's once. */
export function factsOf(analysis: Analysis, ground: Ground): (figure: Figure) => FigureFacts {
  const { draft, quotes } = analysis;
  const headsOf = cellHeads(draft);
  const headline = draft.leaves.find(({ content }) => content.kind === 'heading' && content.depth === 1);
  const lead = draft.leaves.find(({ content }) => content.kind !== 'heading');
  const known = new Map<Figure, FigureFacts>();
  return figure => {
    let facts = known.get(figure);
    if (!facts) known.set(figure, (facts = read(figure)));
    return facts;
  };

  function read(figure: Figure): FigureFacts {
    const own = ground.wordsOf(figure);
    const { context: around, noun, pointing, marks, sentence: words } = wordingOf(figure);
    const clause = new Set(own.map(({ word }) => word));
    const context = new Set([...clause, ...around]);
    const sentence = new Set([...context, ...words]);
    const { leaf } = figure.sentence;
    const heads = headsOf(leaf);
    for (const head of [heads?.row, heads?.column]) if (head) for (const word of longerWords(head.content.prose)) sentence.add(word);
    const names = new Set([...own.flatMap(({ word, name }) => (name ? [word] : [])), ...figure.about!.names.map(name => stem({ lower: name.toLowerCase() }))]);
    return { noun, clause, context, sentence, names: [...names], pointing, marks, sayer: sayerWords(figure, analysis), quoted: quotes.some(({ start, end }) => start <= figure.start && figure.end <= end), place: placeOf(leaf) };
  }

  function placeOf(leaf: Leaf): Place {
    const { kind, containers } = leaf.content;
    if (kind === 'title' || kind === 'alt') return kind;
    if (kind === 'heading') return leaf === headline ? 'headline' : 'heading';
    const inside = (container: string) => containers.some(one => one.kind === container);
    return inside('table') ? 'table' : inside('list') ? 'list' : inside('quote') ? 'quote' : leaf === lead ? 'lead' : 'text';
  }
}

/** What a figure's sentence alone tells. */
interface Wording {
  readonly noun: string;
  readonly context: readonly string[];
  readonly sentence: readonly string[];
  readonly pointing: string;
  readonly marks: ReadonlySet<string>;
}

/** By the quantity, which is the same object for as long as the words of its leaf stay; a cell has its words from its heads. */
const wordings = new WeakMap<Quantity, Wording>();

function wordingOf(figure: Figure): Wording {
  let wording = wordings.get(figure.quantity);
  if (!wording) wordings.set(figure.quantity, (wording = { noun: nounOf(figure), context: figure.about!.context.map(sameThing), sentence: longerWords(figure.sentence.text), pointing: pointingOf(figure), marks: marksOf(figure) }));
  return wording;
}

/** As many words of a sentence are read. */
const MOST_WORDS = 60;

function longerWords(text: string): string[] {
  const words: string[] = [];
  for (const { type, lower } of toTokens(text.slice(0, 1000))) if (type === 'word' && lower.length > 3 && words.length < MOST_WORDS) words.push(sameThing(stem({ lower })));
  return words;
}

/** The noun of a figure; of "Trees to be planted: 655" the first of its label, of "the libraries, four of which" the one before. */
function nounOf({ about, sentence, prose }: Figure): string {
  if (about!.head !== '') return about!.head;
  const text = sentence.leaf.content.prose;
  const antecedent = /^ of (?:which|whom)\b/.test(text.slice(prose.end, prose.end + 9)) ? /(\p{L}+),? (?:and |but )?$/u.exec(text.slice(sentence.prose.start, prose.start))?.[1] : undefined;
  if (antecedent !== undefined) return sameThing(stem({ lower: antecedent.toLowerCase() }));
  const label = /^([\p{L}'’-]{3,})(?: [\p{L}'’-]+){0,5}: $/u.exec(text.slice(sentence.prose.start, prose.start));
  return label ? stem({ lower: label[1]!.toLowerCase() }) : '';
}

const BACK = /\b(?:the|these|those|all|both|its|their|his|her|that|this|every one of the)(?: (?:more than|nearly|about|roughly|some|estimated|other|full|whole|entire|latest|first|\p{Ll}+ed))? ?$|\p{L}['’]s? $/iu;
const OWNED = /^(?:its|their|his|her|\p{L}['’])/iu;
const OF_KNOWN = /(?:\b(?:the|its|their|his|her|that|this)|['’]s?) (?:[\p{L}-]+ ){1,3}(?:of|at) (?:more than |nearly |about |only |just |some )?$/iu;
const OPENS_WITH = /^(?:With|At|Of|All)(?: (?:the|a|an|only|just|its|their|about|some|nearly|more than))? $/;
const NEW = /\b(?:an?|another)(?: [\p{L}-]+)? ?$/iu;

/** "the 430 evacuees", "its 430 homes", "the overrun of $43 million", "a 98-metre mast" */
function pointingOf({ sentence, prose, quantity }: Figure): string {
  const text = sentence.leaf.content.prose;
  const before = text.slice(Math.max(sentence.prose.start, prose.start - 50), prose.start);
  const hyphen = text[quantity.numberSpan.end] === '-';
  const back = BACK.exec(before);
  if (back) return hyphen ? 'the, before a hyphen' : OWNED.test(back[0]) ? 'owned' : /all|both/i.test(back[0]) ? 'all' : 'the';
  const of = OF_KNOWN.exec(before);
  if (of) return OWNED.test(of[0]) ? 'of something owned' : 'of something known';
  if (OPENS_WITH.test(before)) return 'opens with';
  return NEW.test(before) ? (hyphen ? 'a, before a hyphen' : 'a') : hyphen ? 'before a hyphen' : 'none';
}

/** Just before a figure, with a word or two between. */
const BEFORE: readonly (readonly [mark: string, words: RegExp])[] = [
  ['another', /\b(?:another|other|different|separate|rival|instead of|rather than|second|third|sister|further|more|additional|extra)(?: (?!of\b)[\p{L}-]+){0,2} ?$/iu],
  ['earlier', /\b(?:previous|former|old|earlier|last|previously|initially|originally|at first|revised)(?: (?!of\b)[\p{L}-]+){0,2} ?$/iu],
  ['each', /\b(?:each|every|average|averaged|averaging|normal|usual|standard|required|per|typical)(?: (?!of\b)[\p{L}-]+){0,2} ?$/iu],
  ['approx', /\b(?:at least|more than|over|up to|as many as|fewer than|less than|no more than|under|almost|nearly|about|around|roughly|some) ?$/i],
  ['baseline', /\b(?:from|against|compared with|up from|down from|instead of|rather than|than) (?:the )?$/i],
  ['by', /\b(?:by|of which|including|among them|of them|of those) ?$/i],
  ['to', /\bto ?$/i],
];
const BEHIND: readonly (readonly [mark: string, words: RegExp])[] = [
  ['another', /^,? (?:\p{L}+ )?(?:others?|more|elsewhere|each|apiece)\b/iu],
  // "12 wooden locks, and the others are of steel": a part of them.
  ['part', /^[^.;]{0,40}\bthe (?:others|rest|remainder|remaining)\b/iu],
  ['of them', /^,? of (?:them|these|those)\b/iu],
  ['earlier', /^,? (?:\p{L}+ )?(?:a year (?:ago|earlier|before)|earlier|last (?:year|month|week)|the (?:year|month|week) before|in (?:19|20)\d\d)\b/iu],
  ['rate', /^[^.;]{0,30}\b(?:an?|per|each|every) (?:day|week|month|year|hour|night|head|person|share|household|unit|tonne|barrel|litre|game|match)\b/iu],
];

function marksOf({ quantity, sentence, prose }: Figure): ReadonlySet<string> {
  const text = sentence.leaf.content.prose;
  const before = text.slice(Math.max(sentence.prose.start, prose.start - 34), prose.start);
  const behind = text.slice(prose.end, Math.min(sentence.prose.end, prose.end + 44));
  // "74 more cases"
  const more = /^(?:more|other|further|additional|extra)\b/i.test(text.slice(quantity.numberSpan.end, prose.end).trimStart()) ? ['another' as const] : [];
  return new Set([...[...BEFORE.filter(([, words]) => words.test(before)), ...BEHIND.filter(([, words]) => words.test(behind))].map(([mark]) => mark), ...more]);
}
