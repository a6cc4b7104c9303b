// Figures that are given for one thing in whatever words, and cannot both hold: what the pairs of marked drafts teach (training/conflicts/).
import { computeLogOdds } from '../../forest.ts';
import type { Analysis, Figure } from '../../analysis.ts';
import { modifiersApart } from '../echoes.ts';
import { entriesOf } from '../entries.ts';
import { sameThing } from '../lexicon.ts';
import { groundOf, type Ground } from '../likeness.ts';
import { sameParty } from '../parties.ts';
import { candidatesOf, groupsOf, type Candidate } from './candidates.ts';
import { factsOf, type FigureFacts } from './facts.ts';
import { FIGURE_FOREST } from './figure-forest.ts';
import { addFeatures, readGroup, type AddFeature, type DraftFacts } from './features.ts';

/** From these log-odds on two figures are taken for one: of a hundred such pairs of drafts that were not learned from, fewer than ten are none. */
const SURE = 1.25;
/** The same for a headline's figure and the lead's, which restates it, and for the same digits in another size: fewer of these are none. */
const SURE_AT_ONCE = 0.25;
/** The same for two numbers below five whose clauses share no word: "Two officers came", "The four officers left". */
const SURER = 1.75;
const FEW = 5;

/** A pair that the trees take for one figure, and why, as a clause. */
export interface LearnedConflict extends FigurePair {
  readonly why: string;
}

/** The figures that the draft gives for one thing with values that cannot both hold, as far as the trees know; none of `excused`. */
export function learnedConflicts(analysis: Analysis, ground: Ground, excused: ReadonlySet<Figure>): LearnedConflict[] {
  const values = new Float64Array(FIGURE_FOREST.features.length);
  const { pairs, draft } = readPairs(analysis, ground);
  const scored = pairs.map(({ candidate, describe }) => {
    values.fill(0);
    describe((name, value = 1) => {
      const number = NUMBERS.get(name);
      if (number !== undefined) values[number] = value;
    });
    return { ...candidate, odds: computeLogOdds(FIGURE_FOREST, values) };
  });
  return chooseFigurePairs(scored.filter(pair => pair.odds >= sureOf(pair, draft)), SURE_AT_ONCE).filter(({ here, there }) => !excused.has(here) && !excused.has(there) && !isAnother(here, there, draft) && !isForecastOfAnother(here, there, draft)).map(({ here, there, slip }) => ({ here, there, why: whyOne(here, there, slip, draft) }));
}

const ABOVE = /^(?:title|headline|alt)$/;

function sureOf({ here, there, slip }: Candidate, { factsOf: facts }: DraftFacts): number {
  const [a, b] = [facts(here), facts(there)];
  if (Math.max(here.quantity.value, there.quantity.value) < FEW && ![...a.context].some(word => word !== a.noun && b.context.has(word))) return SURER;
  return slip?.scaled || ABOVE.test(a.place) && b.place === 'lead' ? SURE_AT_ONCE : SURE;
}

/** One beside the thing that the draft is about. */
const COUNTERPART = /^(?:rival|twin|sister|neighbou?r|counterpart|namesake|predecessor|successor)$/;

/** "The fire", "a fire at the same works"; "the north mill", "the south mill"; "a further $4 million": do the words say that the one is another of its kind? */
function isAnother(here: Figure, there: Figure, draft: DraftFacts): boolean {
  const { ground, factsOf: facts } = draft;
  const [a, b] = [facts(here), facts(there)];
  if (b.marks.has('another') || [a, b].some(({ marks }) => marks.has('earlier') || marks.has('part'))) return true;
  // "the key rate", "the deposit rate"
  if (here.quantity.kind === 'percent' && (a.noun !== '' && a.noun === b.noun && modifiersApart(here, there) || lacks(a, b, there) || lacks(b, a, here))) return true;
  // "41 cranes", "the 12 cranes that failed"
  const [more, less] = here.quantity.value >= there.quantity.value ? [here, there] : [there, here];
  if (a.noun !== '' && a.noun === b.noun && saysWhich(less) && !saysWhich(more)) return true;
  // "80 people, 45 of them on the island"
  if (facts(less).marks.has('of them') && !facts(more).marks.has('of them')) return true;
  // "to $68.4 billion from $64.8 billion", and "the $68.4 billion" again
  if (facts(here).marks.has('baseline') && standsBeside(here, there, draft) || facts(there).marks.has('baseline') && standsBeside(there, here, draft)) return true;
  // "86 people, 79 passengers and seven crew"
  if (isPartBeside(here, draft) !== isPartBeside(there, draft)) return true;
  // "Its rival in Bruun has 16 locks"
  if (hasCounterpart(here) !== hasCounterpart(there)) return true;
  // The cells of a table's older columns are what was.
  if (a.place === 'table' && here.kind === 'unknown' || b.place === 'table' && there.kind === 'unknown') return true;
  return ground.between(here, there)?.parts.some(part => /^(?:another of its kind|other kinds of subject|one kind of subject) -|^other subject -4/.test(part)) === true;
}

/** Has the sentence of a figure the value of the other too? */
function standsBeside(figure: Figure, { quantity }: Figure, { bySentence }: DraftFacts): boolean {
  return (bySentence.get(figure.sentence.index) ?? []).some(other => other !== figure && other.quantity.value === quantity.value && other.quantity.unit === quantity.unit);
}

/** Does its sentence say of what it is a part, and with which other: do two numbers in it come to a third? */
function isPartBeside(figure: Figure, { bySentence }: DraftFacts): boolean {
  const counts = (bySentence.get(figure.sentence.index) ?? []).filter(({ quantity: { kind, bound } }) => (kind === figure.quantity.kind || kind === 'count' || kind === 'number') && bound === '=');
  return counts.length > 2 && counts.some(other => other !== figure && counts.some(whole => whole !== figure && whole !== other && Math.abs(whole.quantity.value - figure.quantity.value - other.quantity.value) < 1e-9 * whole.quantity.value));
}

function hasCounterpart({ clause }: Figure): boolean {
  return clause?.subject.some(word => COUNTERPART.test(word)) === true;
}

function saysWhich({ about }: Figure): boolean {
  return about!.modifiers.some(word => word.startsWith('which'));
}

/** "cut its key rate to 4.25 percent", beside "the deposit rate": has the sentence of a figure without a noun of its own that of the other, but not what modifies it? What a share is of tells no kinds of rate apart. */
function lacks(bare: FigureFacts, { noun }: FigureFacts, { about, kind }: Figure): boolean {
  return kind !== 'share' && bare.noun === '' && noun !== '' && bare.clause.has(noun) && about!.modifiers.some(word => !bare.sentence.has(sameThing(word)));
}

/** What the one expected is no answer to what the other says that came. */
function isForecastOfAnother(here: Figure, there: Figure, { factsOf: facts }: DraftFacts): boolean {
  const [one, other] = [facts(here).sayer, facts(there).sayer];
  return (here.kind === 'forecast') !== (there.kind === 'forecast') && one !== undefined && other !== undefined && !sameParty(one, other);
}

const NUMBERS: ReadonlyMap<string, number> = new Map(FIGURE_FOREST.features.map((name, number) => [name, number]));

/** What the two have in common, in words for the message. */
function whyOne(here: Figure, there: Figure, slip: Candidate['slip'], { ground, factsOf: facts }: DraftFacts): string {
  const { context } = facts(there);
  const { prose } = here.sentence.leaf.content;
  const told = [...new Set(ground.wordsOf(here).filter(({ word }) => context.has(word)).map(({ start, end }) => `“${prose.slice(start, end)}”`))].slice(0, 3).join(', ');
  const said = `both seem to be given for one thing${told === '' ? '' : ` (${told})`}`;
  return slip && slip.points > 0 ? `${said}, and ${slip.why}` : said;
}

export interface FigurePair {
  readonly here: Figure;
  readonly there: Figure;
}

interface FigurePairs {
  readonly draft: DraftFacts;
  readonly pairs: readonly { readonly candidate: Candidate; readonly describe: (add: AddFeature) => void }[];
}

/** Every pair of figures that could conflict, with its features by name: for training. */
export function collectFigurePairs(analysis: Analysis): (FigurePair & { readonly features: ReadonlyMap<string, number> })[] {
  return readPairs(analysis, groundOf(analysis)).pairs.map(({ candidate: { here, there }, describe }) => {
    const features = new Map<string, number>();
    describe((name, value = 1) => {
      if (value !== 0) features.set(name, value);
    });
    return { here, there, features };
  });
}

function readPairs(analysis: Analysis, ground: Ground): FigurePairs {
  const { groups, all, bySentence } = groupsOf(analysis);
  const facts = factsOf(analysis, ground);
  const [inContexts, inSentences] = [new Map<string, number>(), new Map<string, number>()];
  const count = (words: ReadonlySet<string>, frequency: Map<string, number>) => {
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  };
  for (const figure of all) {
    count(facts(figure).context, inContexts);
    count(facts(figure).sentence, inSentences);
  }
  const draft: DraftFacts = { factsOf: facts, ground, bySentence, inContexts, inSentences };
  const entryOf = entriesOf(analysis.draft);
  const pairs = groups.flatMap(group => {
    const candidates = [...candidatesOf(group, bySentence, entryOf)];
    if (candidates.length === 0) return [];
    const own = readGroup(group, facts);
    return candidates.map(candidate => ({ candidate, describe: (add: AddFeature) => addFeatures(candidate, own, draft, add) }));
  });
  return { draft, pairs };
}

/** Of pairs with their log-odds those from a threshold on, the surest first: each figure in one pair, or in several with one value. */
export function chooseFigurePairs<P extends FigurePair & { readonly odds: number }>(pairs: readonly P[], threshold: number): P[] {
  const partners = new Map<Figure, number>();
  const fits = (figure: Figure, partner: Figure) => (partners.get(figure) ?? partner.quantity.value) === partner.quantity.value;
  return pairs.filter(({ odds }) => odds >= threshold).toSorted((a, b) => b.odds - a.odds || a.here.start - b.here.start || a.there.start - b.there.start).filter(({ here, there }) => {
    if (!fits(here, there) || !fits(there, here)) return false;
    partners.set(here, there.quantity.value).set(there, here.quantity.value);
    return true;
  });
}
