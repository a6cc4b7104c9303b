// Facts against the text: a sentence that speaks of what a label names and gives another number.
import type { Leaf, LeafContent } from '../../draft/draft.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { withHeadUnit, type Quantity } from '../../language/quantities.ts';
import { contradict, inTable } from './apart.ts';
import { factorBetween } from './compare.ts';
import { digitSlip } from './digit-slips.ts';
import { collectFacts, SCALES, wordsOf, type Fact } from './fact-lines.ts';
import { sameThing } from './lexicon.ts';
import { readOtherCells } from './other-cells.ts';
import { stem } from './stem.ts';
import { kinship } from './things.ts';

export interface FactConflict {
  /** The first of the two in the text. */
  readonly here: Figure;
  readonly there: Figure;
  /** As a clause: "the table gives another in the row “North”". */
  readonly why: string;
}

/** With more facts, or more numbers in its text, a draft is data. */
const MOST_FACTS = 120;
const MOST_STATEMENTS = 500;
/** As much of a label must be said of a number that differs as a slip seldom does, as one often does, and otherwise. */
const ENOUGH_OF_SWAPPED = 0.4;
const ENOUGH_OF_SLIP = 0.55;
const ENOUGH_OF_LIKELY_SLIP = 0.5;
const ENOUGH_OF_SCALED = 0.65;
const ENOUGH = 0.7;
/** The points of a slip (digit-slips.ts) that say something, and those of two digits swapped. */
const SLIP = 2;
const SWAPPED = 3;
/** Further apart two numbers are no two of one thing, unless a slip made the one of the other. */
const FARTHEST = 1.55;
const FARTHEST_OF_OTHER_DIGITS = 1.35;
const FARTHEST_OF_SLIP = 2.6;
/** What a slip of the size makes of a number. */
const SIZES = [10, 1e3, 1e6];
/** Further before the draft's own date, in days, a number is of another time. */
const LONG_AGO = 60;

interface Statement {
  readonly figure: Figure;
  /** Words of the part of the sentence between two commas, of the sentence, and of the one before it. */
  readonly near: ReadonlySet<string>;
  readonly sentence: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  /** The words of `near` as they stand. */
  readonly text: string;
}

/** Each figure of the text at most once, with the fact that it should be. */
export function factConflicts({ figures, draft, context }: Pick<Analysis, 'figures' | 'draft' | 'context'>): FactConflict[] {
  const facts = collectFacts(figures, draft);
  if (facts.length === 0 || facts.length > MOST_FACTS) return [];
  const boxed = new Set(facts.map(({ row }) => row));
  const statements = figures.filter(figure => !inTable(figure) && !boxed.has(figure.sentence.leaf) && isStatement(figure)).slice(0, MOST_STATEMENTS + 1).map(toStatement);
  if (statements.length > MOST_STATEMENTS) return [];
  const units = columnUnits(facts, statements);
  const heads = wordsOf([...draft.asides.map(({ leaf }) => leaf), ...draft.leaves.filter(({ content }) => content.kind === 'heading')].slice(0, 20).map(({ content }) => content.prose).join(' '));
  const [first] = draft.leaves.filter(({ content }) => content.kind === 'paragraph');
  const [ofHeads, ofLead] = [new Set(heads), new Set([...heads, ...wordsOf(first?.content.prose ?? '')])];
  // What the draft is about, as its heads and its first paragraph say; that paragraph does not speak for itself.
  const topicOf = ({ figure }: Statement): ReadonlySet<string> => (figure.sentence.leaf === first ? ofHeads : ofLead);
  const date = draft.frontMatter?.date ?? context.date;
  const found: FactConflict[] = [];
  const scored = statements.flatMap(statement => facts.flatMap((fact): Scored[] => {
    const fit = fitOf(fact, statement, date, units);
    return fit === 'no' ? [] : [{ fact, statement, agrees: fit === 'agrees', ...(fit === 'agrees' ? { slip: 0, far: 1 } : differenceOf(statement.figure, inSize(fact, statement.figure, units))), ...scoreOf(fact, statement, topicOf(statement)) }];
  }));
  const likely = scored.filter(pair => !pair.agrees && isLikely(pair, date, topicOf(pair.statement), pair.statement.figure.sentence.leaf === first)).toSorted((a, b) => rank(b) - rank(a));
  const isOtherCell = readOtherCells({ figures, draft });
  const agreeing = scored.filter(({ agrees }) => agrees);
  for (const pair of likely) {
    const { fact, statement, slip, score } = pair;
    const least = score - (slip >= SLIP ? 0.1 : 0.3);
    if (isOtherCell(statement.figure, fact.figure)) continue;
    // The figure is another fact's, or the fact another figure's.
    if (agreeing.some(other => other.statement === statement && (other.fact.row === fact.row || other.score >= least) || other.fact === fact && (other.score >= least || other.statement.figure.sentence === statement.figure.sentence))) continue;
    const ofStatement = likely.filter(other => other.statement === statement);
    if (ofStatement[0] !== pair || ofStatement.some(other => other !== pair && other.fact.figure.quantity.value !== fact.figure.quantity.value && rank(pair) - rank(other) < 0.1)) continue;
    if (likely.some(other => other.fact === fact && other.statement.figure.sentence === statement.figure.sentence && rank(other) > rank(pair))) continue;
    const [here, there] = fact.figure.start < statement.figure.start ? [fact.figure, statement.figure] : [statement.figure, fact.figure];
    found.push({ here, there, why: fact.place === 'row' ? `the table gives another in the row “${fact.label}”` : `the line “${fact.label}” gives another` });
  }
  return found;
}

interface Scored {
  readonly fact: Fact;
  readonly statement: Statement;
  readonly agrees: boolean;
  readonly slip: number;
  /** How many times as large the one is as the other. */
  readonly far: number;
  /** How much of the label and the head is said of the figure, and of the label alone in its sentence, from 0 to 1. */
  readonly score: number;
  readonly named: number;
}

function rank({ score, slip, statement }: Scored): number {
  return score + (slip >= SLIP ? slip / 4 : 0) + (statement.figure.kind === 'unknown' ? -0.2 : 0);
}

/** Is so much of the fact's label said of the figure that they are likely to be one? */
function isLikely({ fact, statement: { figure, text }, slip, far, score, named }: Scored, date: string | undefined, topic: ReadonlySet<string>, leads: boolean): boolean {
  if (score < (slip >= SWAPPED ? ENOUGH_OF_SWAPPED : slip > SLIP ? ENOUGH_OF_LIKELY_SLIP : slip >= SLIP ? ENOUGH_OF_SLIP : ENOUGH) || !fact.alone && named < 0.5) return false;
  if (slip >= SLIP) return far <= FARTHEST_OF_SLIP || score >= ENOUGH_OF_SCALED && SIZES.some(size => Math.abs(far / size - 1) < 1e-6);
  const { about, quantity } = figure;
  if (far > (slip < 0 ? FARTHEST_OF_OTHER_DIGITS : FARTHEST) || !/^(?:level|forecast|change)$/.test(figure.kind) && !(figure.kind === 'share' && fact.figure.kind === 'change') || figure.kind === 'forecast' && slip < 1 && quantity.kind !== 'count' || quantity.bound !== '=' || OTHER_TIME.test(text) && !OTHER_TIME.test(fact.label)) return false;
  if (figure.date && (fact.years.length > 0 && figure.date.grain !== 'year' || daysBetween(figure.asOf, date) > LONG_AGO)) return false;
  // "its rival Berg sold 40,000": of somebody of whom the draft does not speak otherwise.
  const before = new Set(wordsOf(figure.sentence.leaf.content.prose.slice(figure.sentence.prose.start, figure.prose.start)));
  const names = (about?.names ?? []).map(name => sameThing(stem({ lower: name.toLowerCase() }))).filter(name => before.has(name));
  if (!leads && names.length > 0 && !names.some(name => topic.has(name) || fact.words.includes(name))) return false;
  if (quantity.kind !== 'count') return true;
  const told = (word: string) => [...fact.words, ...fact.column].some(other => other === word || sameRoot(other, word)) || topic.has(word);
  // What the figure counts is what the label says, and no more.
  return wordsOf(quantity.counted ?? '').slice(0, -1).every(told) && (slip >= 1 || told(sameThing(about?.head ?? '')));
}

const OTHER_TIME = /\b(?:would|last (?:year|month|week|season)|a (?:year|month|week) (?:ago|earlier|before)|previous(?:ly)?|earlier|elsewhere|rival|another|other)\b/i;

function daysBetween(iso: string | undefined, date: string | undefined): number {
  if (iso === undefined || date === undefined || !/^\d{4}-\d\d/.test(iso)) return 0;
  return (Number(date.slice(0, 4)) - Number(iso.slice(0, 4))) * 365 + (Number(date.slice(5, 7)) - Number(iso.slice(5, 7))) * 30;
}

function differenceOf({ quantity: a }: Figure, { quantity: b }: Figure): { readonly slip: number; readonly far: number } {
  const value = Number((Math.abs(b.value) * (factorBetween(b.unit, a.unit) ?? 1)).toPrecision(9));
  const slip = digitSlip(a, { ...b, value, unit: a.unit, kind: a.kind });
  const far = Math.max(a.value, value) / Math.min(a.value, value);
  // One digit that is the same says little.
  return { slip: slip?.scaled && slip.points < SLIP && Math.abs(far - 10) < 1e-6 ? SLIP : slip?.points ?? 0, far };
}

/** A number that says how something stands. */
function isStatement(figure: Figure): boolean {
  const { quantity, kind, sentence } = figure;
  if (/\bnumber\s*$|\d\s*(?:to|[-–])\s*$/i.test(sentence.leaf.content.prose.slice(Math.max(0, figure.prose.start - 8), figure.prose.start))) return false;
  return kind !== 'part' && (kind !== 'change' || quantity.kind === 'percent') && !quantity.vague && quantity.upper === null && !/^(?:score|age|ratio)$/.test(quantity.kind) && !sentence.leaf.content.containers.some(({ kind: container }) => container === 'footnote' || container === 'table') && sentence.leaf.content.kind !== 'heading';
}

const statementCache = new WeakMap<LeafContent, Map<number, Omit<Statement, 'figure'>>>();

/** The words around a figure are read once for as long as its paragraph stays the same. */
function toStatement(figure: Figure): Statement {
  const { content } = figure.sentence.leaf;
  let known = statementCache.get(content);
  if (!known) statementCache.set(content, (known = new Map()));
  let words = known.get(figure.prose.start);
  if (!words) known.set(figure.prose.start, (words = wordsAround(figure)));
  return { figure, ...words };
}

function wordsAround({ sentence, prose: at, about }: Figure): Omit<Statement, 'figure'> {
  const { prose } = sentence.leaf.content;
  const before = prose.slice(sentence.prose.start, at.start);
  const after = prose.slice(at.end, sentence.prose.end);
  const from = Math.max(...[...before.matchAll(APART)].map(({ index }) => index), 0);
  const to = after.search(APART);
  const text = `${before.slice(from)} ${prose.slice(at.start, at.end)} ${to < 0 ? after : after.slice(0, to)}`;
  const own = about ? [about.head, ...about.modifiers] : [];
  return {
    text,
    near: new Set([...wordsOf(text.replaceAll('-', ' ')), ...own.filter(word => word !== '').map(sameThing)]),
    sentence: new Set(wordsOf(prose.slice(sentence.prose.start, sentence.prose.end).replace(DATELINE, ''))),
    before: new Set(wordsOf(prose.slice(Math.max(0, sentence.prose.start - 200), sentence.prose.start))),
  };
}

/** What parts one statement of a sentence from the next. */
const APART = /[,;:–—](?=\s)|\band\b|\bbut\b/g;

/** "OSTRA (AP) — " */
const DATELINE = /^[\p{Lu}\p{Lt} .,'’()-]{3,60}[—–:-]\s/u;

/** Can the figure be the fact, and does it agree with it? */
function fitOf(fact: Fact, { figure, near }: Statement, date: string | undefined, units: ReadonlyMap<Leaf, ColumnUnit>): 'no' | 'agrees' | 'contradicts' {
  let [one, other] = [figure, inSize(fact, figure, units)];
  const [a, b] = [figure.quantity, other.quantity];
  if (fact.figure.kind === 'unknown' && fact.years.length === 0 || (figure.kind === 'change') !== (fact.figure.kind === 'change') && !(fact.figure.kind === 'change' && figure.kind === 'share') || b.upper !== null || b.vague) return 'no';
  if (isCount(a.kind) && isCount(b.kind)) {
    // What is counted must be what the label, the head or the unit says.
    const noun = sameThing(figure.about?.head ?? a.unit ?? '');
    const counted = [...fact.words, ...fact.column, ...(b.unit === null ? [] : [b.unit])];
    if (b.kind === 'count' && b.unit !== null && a.kind === 'count' && kinship(a.unit ?? '', b.unit) < 1.5) return 'no';
    if (a.kind === 'count' ? !counted.some(word => kinship(word, noun) >= 1.5 || sameRoot(word, noun) || word === a.unit) : !counted.some(word => near.has(word))) return 'no';
    [one, other] = [bare(one), bare(other)];
  } else if (a.kind === 'money' && b.kind === 'money' || a.kind === b.kind && a.unit !== b.unit) {
    if (a.unit?.split(' per ')[0] !== b.unit?.split(' per ')[0] && a.kind === 'money') return 'no';
    if (a.unit !== b.unit && a.unit?.split(' per ')[0] === b.unit?.split(' per ')[0]) one = { ...one, quantity: { ...a, unit: b.unit } };
  } else if (b.unit === null && b.kind === 'number' && isUnitTold(a, fact)) {
    other = { ...other, quantity: { ...other.quantity, unit: a.unit, kind: a.kind } };
  } else if (a.kind === 'percent' && b.unit === null && b.kind === 'number' && fact.place === 'row') {
    if (!fact.head || units.get(fact.head)?.percent !== true) return 'no';
    other = { ...other, quantity: { ...other.quantity, unit: a.unit, kind: 'percent' } };
  } else if (a.kind !== b.kind) return 'no';
  if (a.kind === 'measure' && dimensionsApart(fact, figure)) return 'no';
  if (one.quantity.value === other.quantity.value || !contradict(one, other)) return sameFamily(one, other) ? 'agrees' : 'no';
  // "395 billion" beside 395 in a table whose scale stands nowhere.
  if (fact.place === 'row' && b.unit === null && SCALES.some(scale => !contradict(one, { ...other, quantity: { ...other.quantity, value: other.quantity.value * scale, precision: other.quantity.precision * scale } }))) return 'agrees';
  // What is said of today is held against the newest.
  const own = figure.asOf === date ? undefined : /^\d{4}/.exec(figure.asOf ?? '')?.[0];
  const year = date?.slice(0, 4);
  if (own === undefined ? !fact.newest : fact.years.length > 0 ? !fact.years.includes(own) : year !== undefined && own !== year) return 'no';
  return 'contradicts';
}

/** "Minutes to town | 31", "Hours a day", "Share of votes", "Median age: 45": does the head or the label say in what its bare numbers count? */
function isUnitTold({ kind, unit }: Quantity, { words, column, label, head }: Fact): boolean {
  if (unit === null || !/^(?:measure|duration|age|percent)$/.test(kind)) return false;
  const told = [...words, ...column];
  if (kind === 'percent') return /\b(?:share|percentage|per ?cent)\b/i.test(`${label} ${head?.content.prose ?? ''}`);
  return unit.split(/ per | /).every(word => told.includes(stem({ lower: word }))) || unit === 'year' && told.includes(stem({ lower: 'age' }));
}

/** A fall of a table has its sign, and one of the text has none; a bare number has the scale of its head ("Passengers, m") or that which the text shows. */
function inSize({ figure, head, label, money }: Fact, { quantity: { value, unit } }: Figure, units: ReadonlyMap<Leaf, ColumnUnit>): Figure {
  const { quantity } = figure;
  if (money && quantity.unit === null && unit === money.unit) return { ...figure, quantity: withHeadUnit(quantity, money) };
  const scale = quantity.unit !== null ? 1 : (head && units.get(head)?.scale) ?? (value >= 1e5 && (IN_MILLIONS.test(label) || head && IN_MILLIONS.test(head.content.prose)) ? 1e6 : 1);
  return scale === 1 && quantity.value >= 0 ? figure : { ...figure, quantity: { ...quantity, value: Math.abs(quantity.value) * scale, precision: quantity.precision * scale } };
}

const IN_MILLIONS = /[,(]\s*m\)?\s*$/;

/** What the bare numbers of a column are, as the text shows. */
interface ColumnUnit {
  readonly percent: boolean;
  readonly scale: number;
}

/** The columns of bare numbers that are percentages, millions, thousands: for two rows or more the text gives the number as such. */
function columnUnits(facts: readonly Fact[], statements: readonly Statement[]): ReadonlyMap<Leaf, ColumnUnit> {
  const shown = new Map<Leaf, Map<number, Set<Leaf>>>();
  for (const { figure: { quantity }, sentence } of statements) for (const { figure: { quantity: cell }, head, row, words } of facts) {
    if (!head || cell.unit !== null || words.length === 0) continue;
    const scale = quantity.unit === 'percent' ? (cell.value === quantity.value ? PERCENT : undefined) : SCALES.find(one => Math.abs(cell.value * one - quantity.value) <= quantity.precision);
    if (scale === undefined || !words.every(word => sentence.has(word))) continue;
    const ofHead = shown.get(head) ?? new Map<number, Set<Leaf>>();
    shown.set(head, ofHead.set(scale, (ofHead.get(scale) ?? new Set()).add(row)));
  }
  const units = new Map<Leaf, ColumnUnit>();
  for (const [head, scales] of shown) for (const [scale, { size }] of scales) if (size > 1) units.set(head, { percent: scale === PERCENT, scale: scale === PERCENT ? 1 : scale });
  return units;
}

/** Stands for percentages among the scales. */
const PERCENT = 1;

function sameFamily(a: Figure, b: Figure): boolean {
  return a.quantity.unit === b.quantity.unit || contradict(a, { ...b, quantity: { ...b.quantity, value: b.quantity.value * 7, bound: '=' } });
}

function bare(figure: Figure): Figure {
  return { ...figure, quantity: { ...figure.quantity, unit: null, kind: 'number' } };
}

function isCount(kind: string): boolean {
  return kind === 'count' || kind === 'number';
}

/** Words that begin with as many of the same letters are of one root: "displacement", "displaces". */
const ROOT = 5;

function sameRoot(a: string, b: string): boolean {
  return a.length >= ROOT && b.length >= ROOT && a.slice(0, ROOT) === b.slice(0, ROOT);
}

/** What a measure tells, by the words of a label and those of a sentence. */
const DIMENSIONS: readonly (readonly [label: RegExp, text: RegExp])[] = [
  [/\b(?:length|long)\b/i, /\b(?:long|length)\b/i], [/\b(?:height|elevation|altitude|tall|high)\b/i, /\b(?:high|tall|height|altitude|elevation|above)\b/i], [/\b(?:width|breadth|wide|diameter)\b/i, /\b(?:wide|width|across|broad|diameter|beam)\b/i],
  [/\bdepth\b/i, /\b(?:deep|depth|below|down)\b/i], [/\b(?:weight|weigh)\b/i, /\bweigh(?:s|ed|t|ing)?\b/i], [/\b(?:distance|away)\b/i, /\b(?:away|from|distance)\b/i],
];

function dimensionsApart({ label, figure }: Fact, { sentence, prose: at }: Figure): boolean {
  if (figure.quantity.kind !== 'measure') return false;
  const said = DIMENSIONS.find(([inLabel]) => inLabel.test(label));
  const near = sentence.leaf.content.prose.slice(Math.max(sentence.prose.start, at.start - 16), Math.min(sentence.prose.end, at.end + 12));
  const told = DIMENSIONS.find(([, inText]) => inText.test(near));
  return said !== undefined && told !== undefined && said !== told;
}

/** How much of its label and of the head of its column, from 0 to 1, is said of the figure; `named`: how much of the label alone in its sentence. */
function scoreOf(fact: Fact, statement: Statement, topic: ReadonlySet<string>): { readonly score: number; readonly named: number } {
  const dimension = DIMENSIONS.find(([inLabel]) => inLabel.test(fact.label));
  const inSentence = (word: string) => Math.max(saidIn(word, statement.near), 0.8 * saidIn(word, statement.sentence));
  const said = (word: string) => Math.max(inSentence(word), 0.5 * saidIn(word, statement.before), topic.has(word) ? 0.4 : 0, dimension?.[0].test(word) === true && dimension[1].test(statement.text) ? 1 : 0);
  const mean = (words: readonly string[], of: (word: string) => number) => (words.length === 0 ? 0 : words.reduce((sum, word) => sum + of(word), 0) / words.length);
  const named = ofAll(fact) || fact.words.length === 0 && statement.figure.sentence.leaf.content.prose.includes(fact.label) ? 1 : mean(fact.words, inSentence);
  const words = ofAll(fact) ? fact.column : [...new Set([...fact.words, ...(fact.alone ? [] : fact.column)])];
  // A share is of what its head tells: the "84 of 700 children, or 12 percent" are not the 12 percent who wear glasses.
  const headless = fact.column.length === 0 || !isRestated(statement.figure) || fact.column.some(word => inSentence(word) > 0);
  return { score: Math.max(mean(words, said), fact.unique && !fact.alone && named >= ENOUGH && headless ? mean(fact.words, said) : 0), named };
}

/** "84 of 700 children, or 12 percent": does the percentage say anew what a number before it says? */
function isRestated({ quantity: { kind }, sentence, prose: at }: Figure): boolean {
  return kind === 'percent' && /\d[^.;]*(?:,\s+or|\()\s*(?:(?:about|around|nearly|almost|roughly|some|just|over|under|more than|less than)\s+)?$/i.test(sentence.leaf.content.prose.slice(Math.max(sentence.prose.start, at.start - 80), at.start));
}

/** "2025 | 16,400 | 48", "All | 2,900": a row of all that the columns count, at a time or in sum. */
function ofAll({ label, words, years }: Fact): boolean {
  return years.length > 0 && words.length === 0 || /^(?:total|all|both|overall|altogether|sum)$/i.test(label);
}

const saidCache = new WeakMap<ReadonlySet<string>, Map<string, number>>();
/** As many words of labels are remembered for a sentence. */
const MOST_REMEMBERED = 500;

/** 1 where the word stands among the words, less where one of its root or for the same kind of thing does. */
function saidIn(word: string, words: ReadonlySet<string>): number {
  if (words.has(word)) return 1;
  let known = saidCache.get(words);
  if (!known || known.size >= MOST_REMEMBERED) saidCache.set(words, (known = new Map()));
  let best = known.get(word);
  if (best === undefined) {
    best = 0;
    for (const other of words) best = Math.max(best, sameRoot(word, other) ? 0.9 : kinship(word, other) >= 1.5 ? 0.85 : 0);
    known.set(word, best);
  }
  return best;
}
