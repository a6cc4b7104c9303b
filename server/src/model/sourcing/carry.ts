// Where an attribution runs on into sentences that do not repeat it: "Another 40 were damaged", "Among tenants, 31 percent …", "Conversely, …", "It would have to …", and a lead that the story bears out.
import type { Leaf, Sentence } from '../../draft/draft.ts';
import type { Span } from '../../span.ts';
import type { Figure, Support } from '../analysis.ts';
import { groupBySentence } from '../figures/figures.ts';
import { type Basis, collectNamedSources, type NamedSources } from './antecedents.ts';
import { contentWords, countShared } from './content-words.ts';
import { type Opening, openingOf, type Telling, tellingOf } from './continuations.ts';
import { carryBack, carryIntoLead } from './lead.ts';
import { isBehind, type Reading } from './support.ts';

/** What a sentence rests on that others may go on with. */
interface Antecedent {
  readonly support: Support;
  readonly bases: ReadonlySet<Basis>;
  readonly sentence: Sentence;
  /** The last sentences that rest on it: what a new one may take up. */
  readonly chain: readonly number[];
}

/** What has been named and not left yet. */
interface Named {
  /** By the sentence before. */
  before: Antecedent | undefined;
  /** A poll, also where speech stands in between. */
  poll: Antecedent | undefined;
  /** Whoever spoke last, also where what is or was stands in between: "is projected" is a forecast of theirs. */
  forecast: Antecedent | undefined;
  /** A plan whose terms are given. */
  plan: Antecedent | undefined;
}

const NOTHING: Readonly<Named> = { before: undefined, poll: undefined, forecast: undefined, plan: undefined };
const NO_BASES: ReadonlySet<Basis> = new Set();
const DOCUMENT: ReadonlySet<Basis> = new Set(['document']);

/** For how many sentences a poll or a plan is spoken of without being named again. */
const REACH = 6;
/** The same of a forecast, which others make too. */
const FORECAST_REACH = 3;
/** How many sentences of a chain are remembered. */
const MEMORY = 4;

/** Gives sentences without support that of those before, where their words say that they go on with it. One pass; how a sentence goes on is read once for as long as its words stay. */
export function carryOn(reading: Reading, support: Support[][]): void {
  const { draft, attributions, figures } = reading;
  const sources = collectNamedSources(attributions, draft.sentences, draft.text);
  const figuresOf = groupBySentence(figures);
  let named: Named = { ...NOTHING };
  for (const leaf of draft.leaves) {
    if (!isRunningText(leaf)) {
      named = { ...NOTHING };
      continue;
    }
    for (let i = 0; i < leaf.content.sentences.length; i++) {
      const index = leaf.firstSentence + i;
      const sentence = draft.sentences[index]!;
      const opening = openingOf(leaf.content, i);
      const own = support[index]!.find(isBehind);
      if (own) named.before = restsOn(own, sentence, sources, named.before);
      else {
        const from = antecedentOf(opening, () => tellingOf(leaf.content, i), sentence, named, figuresOf, draft.sentences, sources);
        if (from) support[index]!.push({ ...from.support, kind: 'carried' });
        named.before = from && { ...from, sentence, chain: [...from.chain.slice(1 - MEMORY), index] };
      }
      if (named.before && opening.forecasts && !named.before.bases.has('forecast')) named.before = { ...named.before, bases: new Set([...named.before.bases, 'forecast']) };
      if (named.before?.bases.has('poll')) named.poll = named.before;
      else if (own && named.before?.bases.has('document')) named.poll = undefined;
      if (named.before?.bases.has('forecast') || (own && named.before!.bases.size > 0)) named.forecast = named.before;
      if (named.before && opening.plan) named.plan = named.before;
    }
  }
  carryBack(draft, support, figuresOf, sources);
  carryIntoLead(draft, support, figuresOf, isRunningText);
}

function isRunningText({ content }: Leaf): boolean {
  return content.kind === 'paragraph' && content.containers.length === 0;
}

/** What a sentence with support of its own offers to the next. */
function restsOn(own: Support, sentence: Sentence, { bases }: NamedSources, before: Antecedent | undefined): Antecedent {
  const same = before && own.kind === 'carried' && own.span === before.support.span ? before : undefined;
  return { support: own, bases: bases.get(sentence.index) ?? same?.bases ?? NO_BASES, sentence, chain: [...(same?.chain.slice(1 - MEMORY) ?? []), sentence.index] };
}

/** What a sentence without support goes on with, if with anything. */
function antecedentOf(opening: Opening, tell: () => Telling, sentence: Sentence, { before, poll, forecast, plan }: Named, figuresOf: ReadonlyMap<number, readonly Figure[]>, sentences: readonly Sentence[], sources: NamedSources): Antecedent | undefined {
  const { method } = opening;
  if (method) return from(sources.noun.get(method.noun) ?? inDraft(sentence, method.words), sentence, before?.bases ?? DOCUMENT);
  const figures = figuresOf.get(sentence.index) ?? [];
  const isNear = (antecedent: Antecedent) => sentence.index - antecedent.sentence.index <= REACH;
  if (before && runsOn(opening, before, figures.length > 0)) return before;
  if (!before && !poll && !forecast && !plan && !opening.plan && !sources.noun.has('poll') && !sources.noun.has('survey')) return undefined;
  const telling = tell();
  const { turnsAway, years } = telling;
  if (before && !turnsAway && opening.goesOn === 'figure' && figures.length > 0 && before.bases.has('forecast')) return before;
  // "By 2026, the end of the outlook, …" names another year, and still foresees it.
  if (forecast && sentence.index - forecast.sentence.index <= FORECAST_REACH && figures.length > 0 && (telling.foreseen === 'projected' || (forecast.bases.has('forecast') && (telling.foreseen || telling.foretold)))) return forecast;
  if (turnsAway) return undefined;
  if (before && isSameTime(years, before, sentences) && (isTold(telling, before, sentence, figures.length > 0) || measuresTheSame(figures, before, sentence, figuresOf, sentences))) return before;
  if (figures.some(isShare) && telling.polled) {
    if (poll && isNear(poll) && isSameTime(years, poll, sentences)) return poll;
    if (telling.polled === 'respondents') return from(sources.noun.get('poll') ?? sources.noun.get('survey'), sentence, DOCUMENT);
  }
  if ((!plan && !opening.plan) || !telling.terms) return undefined;
  if (plan && isNear(plan)) return plan;
  return from(inDraft(sentence, opening.plan), sentence, NO_BASES);
}

function from(span: Span | undefined, sentence: Sentence, bases: ReadonlySet<Basis>): Antecedent | undefined {
  return span && { support: { kind: 'carried', span, sources: [] }, bases, sentence, chain: [] };
}

function inDraft({ leaf, prose }: Sentence, words: Span | undefined): Span | undefined {
  return words && leaf.toSource({ start: prose.start + words.start, end: prose.start + words.end });
}

function runsOn({ goesOn: how }: Opening, { bases, support }: Antecedent, hasFigures: boolean): boolean {
  if (how === 'part') return support.kind !== 'status';
  return how === 'figure' && hasFigures && bases.has('document');
}

/** Is it still what was said, foreseen, wished or charged, as its verb says? */
function isTold(telling: Telling, { bases, sentence: told, support }: Antecedent, sentence: Sentence, hasFigures: boolean): boolean {
  if (support.kind === 'status' || bases.size === 0) return false;
  if ((bases.has('document') && telling.also === 'it') || (bases.has('charge') && telling.accused)) return true;
  if (told.leaf !== sentence.leaf) return false;
  return telling.also === 'wish' || telling.foreseen === 'projected' || (hasFigures && telling.documents)
    || (bases.has('forecast') && (telling.measuresIt || telling.foreseen !== undefined))
    || (bases.has('document') && (telling.adds || telling.foreseen !== undefined))
    || (bases.has('outlet') && telling.tellsOn)
    || (bases.has('speech') && telling.supposed);
}

/** A year that the sentences before do not give begins something else: the last election, beside a poll. */
function isSameTime(years: readonly string[], { chain }: Antecedent, sentences: readonly Sentence[]): boolean {
  return years.every(year => chain.some(index => sentences[index]!.text.includes(year)));
}

/** Does it give a further figure of the same kind, of what the document's last sentences spoke of? A poll names one candidate after the other; else more words must be the same. */
function measuresTheSame(figures: readonly Figure[], { bases, chain, sentence: told }: Antecedent, sentence: Sentence, figuresOf: ReadonlyMap<number, readonly Figure[]>, sentences: readonly Sentence[]): boolean {
  const inOneBreath = told.leaf === sentence.leaf;
  if (figures.length === 0 || !(bases.has('document') || (inOneBreath && bases.has('outlet')))) return false;
  const before = chain.flatMap(index => figuresOf.get(index) ?? []);
  const alike = before.length > 0 ? figures.some(figure => before.some(other => kindOf(figure) === kindOf(other))) : figures.some(isShare);
  if (!alike) return false;
  const spoken = new Set(chain.flatMap(index => [...contentWords(sentences[index]!.text)]));
  return countShared(contentWords(sentence.text), spoken) >= (inOneBreath && bases.has('poll') ? 1 : 2);
}

function isShare({ quantity: { kind, unit } }: Figure): boolean {
  return kind === 'percent' || unit === 'percentage point';
}

function kindOf(figure: Figure): string {
  return isShare(figure) ? 'percent' : figure.quantity.kind === 'money' ? 'money' : `${figure.quantity.unit}`;
}
