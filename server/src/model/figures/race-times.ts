// Times of a race ("2:09:14", "3:58.2"), which are no figures, and conflict as figures do: one runner's time in the text and in the table of results, or twice in the text.
import type { Draft, Leaf, LeafContent, Sentence } from '../../draft/draft.ts';
import type { Span } from '../../span.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { inTable } from './apart.ts';
import { digitSlip } from './digit-slips.ts';
import { cellHeads } from './tables.ts';

export interface TimeConflict {
  readonly here: Figure;
  readonly there: Figure;
  /** As a clause: "both give the time of Moe". */
  readonly why: string;
}

interface Time {
  readonly figure: Figure;
  /** The family name of whoever ran it, as written. */
  readonly who: string;
}

const TIME = /(?<![\d:.])(?:(\d{1,2}):([0-5]\d):([0-5]\d(?:\.\d{1,2})?)|(\d{1,2}):([0-5]\d\.\d{1,2}))(?![\d:]|\.\d| ?[ap]\.?m\b)/g;
/** Words by which a time is of another race. */
const OTHER_RACE = /\b(?:best|record|last year|previous(?:ly)?|earlier|once|in (?:19|20)\d\d|half-?way|splits?|than|outside|inside|behind)\b[^,;]*$/i;
const OTHER_RACE_BEHIND = /^,? (?:(?:that )?(?:she|he|they) (?:ran|set)|in (?:19|20)\d\d|last year|at half|(?:a |her |his )?(?:personal )?best)|^ (?:behind|ahead|faster|slower)/i;
const NAME = /(?:\p{Lu}[\p{L}'’]*(?:-\p{Lu}[\p{L}'’]*)*\.? )*(\p{Lu}\p{L}['’\p{L}]*(?:-\p{Lu}[\p{L}'’]*)*)/gu;

/** As many times as a draft may have before it is a list of results. */
const MOST = 60;

/** Pairs of times of one runner that differ as a slip does. */
export function timeConflicts({ draft, people }: Pick<Analysis, 'draft' | 'people'>): TimeConflict[] {
  if (draft.leaves.every(({ content }) => timesOf(content).length === 0)) return [];
  const headsOf = cellHeads(draft);
  const rows = draft.leaves.flatMap(leaf => (timesOf(leaf.content).length > 0 && headsOf(leaf) ? rowName(draft, leaf) ?? [] : []));
  const times = collectTimes(draft, new Set([...rows, ...people.map(({ family }) => family)]));
  if (times.length < 2 || times.length > MOST) return [];
  const found: TimeConflict[] = [];
  for (const [i, here] of times.entries()) for (const there of times.slice(i + 1)) {
    if (here.who !== there.who || here.figure.quantity.value === there.figure.quantity.value || inTable(here.figure) && inTable(there.figure) || here.figure.sentence === there.figure.sentence) continue;
    // A third time that agrees with one of the two: the other is of another race.
    if (times.some(other => other !== here && other !== there && other.who === here.who && (other.figure.quantity.value === here.figure.quantity.value || other.figure.quantity.value === there.figure.quantity.value))) continue;
    if (isSlip(here.figure, there.figure)) found.push({ here: here.figure, there: there.figure, why: `both give the time of ${here.who}` });
  }
  return found;
}

/** Times that differ in one digit, or in the order of two, as written. */
function isSlip(here: Figure, there: Figure): boolean {
  const digits = ({ sentence, prose }: Figure) => Number(sentence.leaf.content.prose.slice(prose.start, prose.end).replace(/[:.]/g, ''));
  const value = (figure: Figure) => ({ ...figure.quantity, value: digits(figure), kind: 'number' as const });
  return (digitSlip(value(here), value(there))?.points ?? 0) >= 2;
}

function collectTimes(draft: Draft, known: ReadonlySet<string>): Time[] {
  const headsOf = cellHeads(draft);
  return draft.leaves.flatMap(leaf => timesOf(leaf.content).flatMap(({ start, end, seconds }) => {
    const sentence = sentenceOf(draft, leaf, start);
    if (!sentence) return [];
    const heads = headsOf(leaf);
    const before = leaf.content.prose.slice(sentence.prose.start, start);
    if (!heads && (OTHER_RACE.test(before.slice(-50)) || OTHER_RACE_BEHIND.test(leaf.content.prose.slice(end, Math.min(sentence.prose.end, end + 30))))) return [];
    // In a table the runner is in another cell of the row.
    const who = heads ? rowName(draft, leaf) : nearestOf(before, known);
    const quantity: Figure['quantity'] = { start, end, value: seconds, upper: null, unit: 'second', bound: '=', kind: 'duration', numberSpan: { start, end }, precision: 0 };
    return who === undefined ? [] : [{ who, figure: { ...leaf.toSource({ start, end }), quantity, sentence, prose: { start, end }, kind: 'level' as const } }];
  }));
}

/** A time in the prose of a leaf. */
export interface RaceTime extends Span {
  readonly seconds: number;
}

const cache = new WeakMap<LeafContent, readonly RaceTime[]>();

/** The times of a leaf, in order: hours, minutes and seconds, or minutes and seconds with a fraction. */
export function timesOf(content: LeafContent): readonly RaceTime[] {
  let found = cache.get(content);
  if (!found) {
    found = content.prose.includes(':') ? [...content.prose.matchAll(TIME)].map(match => ({ start: match.index, end: match.index + match[0].length, seconds: match[1] === undefined ? Number(match[4]) * 60 + Number(match[5]) : Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]) })) : [];
    cache.set(content, found);
  }
  return found;
}

/** Of the names known, that which stands last before a time: "Ann Berg, of Ostra, won in". */
function nearestOf(before: string, known: ReadonlySet<string>): string | undefined {
  return [...before.slice(-LONGEST_LEAD).matchAll(NAME)].map(match => match[1]!.replace(/['’]s?$/, '')).findLast(name => known.has(name));
}

/** As far before a time, in characters, its runner may be named. */
const LONGEST_LEAD = 200;

/** The name in the row of a cell: the first cell that holds a capitalised word and no digit. */
function rowName(draft: Draft, leaf: Leaf): string | undefined {
  const cell = leaf.content.containers.find(container => container.kind === 'table');
  let name: string | undefined;
  for (let i = leaf.index - 1; cell && i >= 0; i--) {
    const other = draft.leaves[i]!;
    const its = other.content.containers.find(container => container.kind === 'table');
    if (its?.table !== cell.table || its.row !== cell.row) break;
    if (its.column <= 1 && !/\d/.test(other.content.prose)) name = [...other.content.prose.matchAll(NAME)].at(-1)?.[1] ?? name;
  }
  return name;
}

function sentenceOf(draft: Draft, leaf: Leaf, offset: number): Sentence | undefined {
  const at = leaf.content.sentences.findLastIndex(({ start }) => start <= offset);
  return at < 0 ? undefined : draft.sentences[leaf.firstSentence + at];
}
