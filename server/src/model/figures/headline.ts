// The headline against the text: a figure that stands above a story and nowhere in it, where its first sentences give another.
import { toTokens } from '../../language/quantities/tokens.ts';
import type { Quantity } from '../../language/quantities.ts';
import type { Leaf } from '../../draft/draft.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { canBothHold, sameUnit } from './compare.ts';
import { sameThing } from './lexicon.ts';
import { digitsOf, findSlip } from './slips.ts';

export interface HeadlineConflict {
  readonly here: Figure;
  readonly there: Figure;
  /** What both sentences say, as written in the headline. */
  readonly shared: readonly string[];
}

/** The sentences in which a headline's figure is given, if it is given as such. */
const LEAD = 3;
/** With more numbers a story may reckon its headline's figure from any of them: more words must be the same. */
const MANY_NUMBERS = 40;
const MOST_NUMBERS = 200;

/** What a draft's headline gives, held against its text. */
export interface HeadlineReading {
  /** Figures of the headline with which a number of the text agrees, or to which the text comes by a sum, a difference, a quotient or rounding, or by counting who did it. */
  readonly supported: ReadonlySet<Figure>;
  /** The others, each with the one that the lead gives instead. */
  readonly conflicts: readonly HeadlineConflict[];
}

export function readHeadline({ draft, figures, dates, asides }: Pick<Analysis, 'draft' | 'figures' | 'dates' | 'asides'>): HeadlineReading {
  const supported = new Set<Figure>();
  const conflicts: HeadlineConflict[] = [];
  const first = draft.leaves.find(({ content }) => content.kind === 'heading');
  const headline = first?.content.depth === 1 ? first : undefined;
  const above = [...asides.figures.filter(({ sentence }) => sentence.leaf.content.kind === 'title'), ...figures.filter(figure => headline !== undefined && figure.sentence.leaf === headline)].filter(isPlain);
  if (above.length === 0) return { supported, conflicts };
  const start = headline?.index ?? -1;
  const inText = (leaf: Leaf) => leaf.index > start && leaf.content.kind !== 'heading';
  const below = figures.filter(figure => inText(figure.sentence.leaf));
  const opening = draft.sentences.find(sentence => inText(sentence.leaf))?.index;
  if (opening === undefined || below.length > MOST_NUMBERS) return { supported: new Set(above), conflicts };
  const written = numbersOf(draft.leaves, start);
  const years = [...new Set(dates.flatMap(({ mention }) => (mention.from === undefined || !mention.yearWritten ? [] : [Number(mention.from.slice(0, 4))])))];
  for (const here of above) {
    const rival = rivalOf(here, below, opening, years);
    if (rival) {
      conflicts.push({ here, there: rival, shared: wordsInCommon(here, rival) });
      continue;
    }
    if (written.has(here.quantity.value) || below.some(there => agree(here, there)) || isReckoned(here, below, years)) {
      supported.add(here);
      continue;
    }
    if (below.some(there => there.sentence.index < opening + LEAD && isSameMeasure(here, there) && withSelf(here, there))) {
      supported.add(here);
      continue;
    }
    if (above.some(other => other !== here && other.sentence === here.sentence && isSameMeasure(other, here))) continue;
    const lead = below.filter(there => there.sentence.index < opening + LEAD && isPlain(there) && isSameMeasure(here, there) && isLikeKind(here, there) && !withSelf(here, there)).map(there => ({ there, shared: wordsInCommon(here, there) })).toSorted((a, b) => b.shared.length - a.shared.length);
    const [best] = lead;
    // Two such figures in the lead: the one that says more of what the headline says, if one does.
    if (!best || lead.some(({ there, shared }) => there.quantity.value !== best.there.quantity.value && shared.length === best.shared.length)) continue;
    const sameHead = here.about?.head === best.there.about?.head && here.about?.head !== '';
    if (best.shared.length >= (sameHead && below.length <= MANY_NUMBERS ? 1 : 2)) conflicts.push({ here, ...best });
  }
  return { supported, conflicts };
}

/** Sentences of the text that tell what the headline tells. */
const SAME_STORY = 2;

/** The figure of the first sentences that counts what the headline counts, where the text has the headline's number for nothing of the kind: "Thieves take six paintings", "left with five paintings". */
function rivalOf(here: Figure, below: readonly Figure[], first: number, years: readonly number[]): Figure | undefined {
  const head = here.about?.head ?? '';
  if (head === '' || !isBare(here.quantity)) return undefined;
  // "six or seven minutes" are no paintings; a bare six may be.
  if (below.some(there => isBare(there.quantity) && agree(here, there))) return undefined;
  const counted = below.filter(there => there.sentence.index < first + SAME_STORY && isPlain(there) && there.quantity.kind === 'count' && there.about?.head === head && there.quantity.bound === '=' && isLikeKind(here, there));
  const [rival] = counted;
  if (!rival || counted.length > 1 || here.quantity.bound !== '=' || withSelf(here, rival) || wordsInCommon(here, rival).length === 0) return undefined;
  return findSlip(here.quantity, { ...rival.quantity, unit: here.quantity.unit, kind: here.quantity.kind }) !== undefined || !isReckoned(here, below, years) ? rival : undefined;
}

function isPlain({ quantity, kind }: Figure): boolean {
  return !quantity.vague && quantity.upper === null && quantity.kind !== 'score' && quantity.kind !== 'ratio' && kind !== 'part' && kind !== 'unknown';
}

/** "Wins by 40 votes" tells how far two are apart, "won 90 votes" what one has. */
function isLikeKind(here: Figure, there: Figure): boolean {
  return (here.kind === 'change') === (there.kind === 'change');
}

/** "Kills 5, himself" and "six dead": the one counts who did it, the other does not. And "one source" counts nothing. */
function withSelf({ quantity: a, sentence }: Figure, { quantity: b, sentence: other }: Figure): boolean {
  if (!isBare(b)) return false;
  return b.value === 1 || (Math.abs(a.value - b.value) === 1 && /\b(?:himself|herself|self|themselves|gunm[ae]n|shooter|suicide|attacker|pilot|driver)\b/i.test(`${sentence.text} ${other.text}`));
}

/** Do both measure in one unit? A headline leaves out what it counts: "Kill 14". */
function isSameMeasure(here: Figure, there: Figure): boolean {
  const [a, b] = [here.quantity, there.quantity];
  const counts = (one: Quantity) => one.kind === 'count' || one.kind === 'number';
  if (counts(a) && counts(b)) return here.about?.head === there.about?.head || a.kind === 'number' && (b.kind === 'count' || here.about?.head === '');
  return a.kind === b.kind && sameUnit(a, b);
}

/** Does a number of the text say what the headline's does? A headline rounds, and leaves out bounds and units. */
function agree(here: Figure, there: Figure): boolean {
  const [a, b] = [here.quantity, there.quantity];
  if (a.value === b.value || a.value === b.upper) return true;
  if (!sameUnit(a, b) && !isBare(a) && !isBare(b) && !(a.kind === 'ratio' || b.kind === 'ratio')) return false;
  const bare = (one: Quantity): Quantity => ({ ...one, unit: null, kind: 'number', ...(one.upper === null ? { bound: '=' } : {}) });
  if (a.unit !== null && b.unit !== null && a.unit !== b.unit && sameUnit(a, b)) return canBothHold({ ...a, bound: '~' }, { ...b, bound: '~' });
  return canBothHold(bare(a), bare(b)) || isRounder(a, b) && Math.abs(a.value - b.value) <= (b.bound === '=' || isExact(a) ? 0.06 : 0.25) * Math.abs(b.value);
}

/** Can the headline's be the text's, rounded or hedged? One told as finely as the other is not: 4.7 beside 4.9. */
function isRounder(a: Quantity, b: Quantity): boolean {
  return a.bound !== '=' || b.bound !== '=' || a.vague || b.vague || digitsOf(a).replace(/0+$/, '').length < digitsOf(b).replace(/0+$/, '').length;
}

/** Is it told to two figures or more: 1.8, 450? A headline's 2 may be "almost 1.6". */
function isExact({ value, precision }: Quantity): boolean {
  return Math.abs(value) >= 10 * precision;
}

function isBare({ kind }: Quantity): boolean {
  return kind === 'number' || kind === 'count';
}

/** The numbers in digits that the text holds, years and parts of dates among them. */
function numbersOf(leaves: readonly Leaf[], start: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (const leaf of leaves) if (leaf.index > start) for (const token of toTokens(leaf.content.prose)) if (token.value !== undefined) found.add(token.value);
  return found;
}

/** Is it the sum or difference of two figures of its kind that stand near each other, a percentage of two figures of one kind, or the years between two dates? */
function isReckoned({ quantity }: Figure, below: readonly Figure[], years: readonly number[]): boolean {
  const { value, precision, kind } = quantity;
  const near = (n: number) => Math.abs(n - value) <= Math.max(precision, Math.abs(value) * 0.02) * (1 + 1e-9);
  if (kind === 'duration' || kind === 'age' || kind === 'number') for (const [i, a] of years.entries()) for (const b of years.slice(i + 1)) if (near(Math.abs(a - b))) return true;
  for (const [i, { quantity: a, sentence }] of below.entries()) {
    for (const { quantity: b, sentence: other } of below.slice(i + 1, i + 6)) {
      if (other.index - sentence.index > 2 || !(sameUnit(a, b) || (isBare(a) && isBare(b)))) continue;
      if ((sameUnit(a, quantity) || (isBare(a) && isBare(quantity))) && (near(a.value + b.value) || near(Math.abs(a.value - b.value)))) return true;
      const [small, large] = a.value <= b.value ? [a.value, b.value] : [b.value, a.value];
      if ((kind === 'percent' || kind === 'number') && small > 0 && [small / large, 1 - small / large, large / small - 1, large / small].some(part => near(part * 100) || near(part))) return true;
    }
  }
  return false;
}

function wordsInCommon(here: Figure, there: Figure): string[] {
  const theirs = new Set(there.about?.context.map(sameThing));
  return (here.about?.context ?? []).filter(word => theirs.has(sameThing(word)));
}
