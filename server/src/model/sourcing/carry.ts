// Where an attribution runs on into sentences that do not repeat it: "Another 40 were damaged", "Among tenants, 31 percent …", "The survey was conducted in May", and a lead that the story bears out.
import type { Leaf, LeafContent, Sentence } from '../../draft/draft.ts';
import { tokenize, type Token } from '../../language/tokens.ts';
import { sourceNoun } from '../../language/speakers.ts';
import { words } from '../../language/word-list.ts';
import type { Span } from '../../span.ts';
import type { Attribution, Figure, Support } from '../analysis.ts';
import { DOCUMENTS } from '../attribution/lexicon.ts';
import { agrees } from '../figures/compare.ts';
import { groupBySentence } from '../figures/figures.ts';
import { isBehind, vouches, type Reading } from './support.ts';

/** What the sentence before rests on. */
interface Antecedent {
  readonly support: Support;
  /** Is it a document, whose figures are given one after the other? */
  readonly document: boolean;
  readonly sentence: Sentence;
}

/** Gives sentences without support that of the sentence before, where their first words say that they go on with it. One pass; a leaf's openings are read once for as long as its words stay. */
export function carryOn(reading: Reading, support: Support[][]): void {
  const { draft, attributions, figures } = reading;
  const sources = namedSources(attributions, draft.sentences);
  const figuresOf = groupBySentence(figures);
  let before: Antecedent | undefined;
  for (const leaf of draft.leaves) {
    if (!isRunningText(leaf)) {
      before = undefined;
      continue;
    }
    const openings = openingsOf(leaf.content);
    for (const [i, opening] of openings.entries()) {
      const index = leaf.firstSentence + i;
      const sentence = draft.sentences[index]!;
      const list = support[index]!;
      const own = list.find(isBehind);
      if (own) {
        before = { support: own, document: sources.documents.has(index) || (before?.document === true && own.kind === 'carried' && own.span === before.support.span), sentence };
        continue;
      }
      const carried = opening.method ? describedSource(sentence, opening.method, sources.noun) : before && runsOn(opening, before, (figuresOf.get(index)?.length ?? 0) > 0) ? before.support : undefined;
      if (!carried) {
        before = undefined;
        continue;
      }
      list.push({ ...carried, kind: 'carried' });
      before = { support: carried, document: before?.document ?? true, sentence };
    }
  }
  carryIntoLead(reading, support, figuresOf);
}

function isRunningText({ content }: Leaf): boolean {
  return content.kind === 'paragraph' && content.containers.length === 0;
}

// ---- who is named -------------------------------------------------------------------------------

interface NamedSources {
  /** Sentences whose attribution names a document. */
  readonly documents: ReadonlySet<number>;
  /** The source by the noun that it is called by: "survey". The first of several. */
  readonly noun: ReadonlyMap<string, Span>;
}

function namedSources(attributions: readonly Attribution[], sentences: readonly Sentence[]): NamedSources {
  const documents = new Set<number>();
  const noun = new Map<string, Span>();
  for (const attribution of attributions) {
    if (!attribution.source || !vouches(attribution)) continue;
    const { leaf } = attribution.sentence;
    const from = leaf.toProse(attribution.source.start);
    const named = nounAt(leaf.content, from, Math.min(leaf.toProse(attribution.source.end), from + 300));
    const { index } = attribution.sentence;
    if (DOCUMENTS.has(named) || DOCUMENTS.has(`${named}s`)) {
      documents.add(index);
      if (!noun.has(named)) noun.set(named, attribution.source);
    } else if (/^(?:it|they)$/.test(named) && (documents.has(index - 1) || (index > leaf.firstSentence && STUDY.test(sentences[index - 1]!.text)))) documents.add(index);
  }
  return { documents, noun };
}

const nounsByLeaf = new WeakMap<LeafContent, Map<string, string>>();

/** The noun of the source that stands in a stretch of a leaf. */
function nounAt(content: LeafContent, from: number, to: number): string {
  let ofLeaf = nounsByLeaf.get(content);
  if (!ofLeaf) nounsByLeaf.set(content, (ofLeaf = new Map()));
  const key = `${from} ${to}`;
  let noun = ofLeaf.get(key);
  if (noun === undefined) {
    const tokens = tokenize(content.prose, from, to);
    ofLeaf.set(key, (noun = documentNoun(tokens) ?? sourceNoun(tokens)));
  }
  return noun;
}

/** "a Harbour Post poll released in May": the first document in the name, if nothing ties it to another noun before it. */
function documentNoun(tokens: readonly Token[]): string | undefined {
  const at = tokens.findIndex(({ lower }) => DOCUMENTS.has(lower));
  return at < 0 || tokens.slice(0, at).some(({ lower }) => /^(?:of|by|from|in|on|for|with|who|that|which|behind)$/.test(lower)) ? undefined : tokens[at]!.lower.replace(/s$/, '');
}

/** "The survey was conducted in May": the survey, as it was named where it was quoted; else the sentence's own words for it. */
function describedSource(sentence: Sentence, method: Method, nouns: NamedSources['noun']): Support | undefined {
  const span = nouns.get(method.noun) ?? (method.words && sentence.leaf.toSource({ start: sentence.prose.start + method.words.start, end: sentence.prose.start + method.words.end }));
  return span && { kind: 'carried', span, sources: [] };
}

// ---- how a sentence begins ----------------------------------------------------------------------

interface Opening {
  /** `part`: a part or the rest of what was just counted ("Of those,", "Another 40"); `figure`: a further figure ("Some 31 percent", "Among tenants,", "The rate"). */
  readonly goesOn: 'part' | 'figure' | undefined;
  /** Does it tell how a survey was made, or say at once that it goes on with one? */
  readonly method: Method | undefined;
}

interface Method {
  readonly noun: string;
  /** The words for the survey, from the sentence's start; undefined where only a pronoun or nothing stands for it. */
  readonly words: Span | undefined;
}

const openingsByLeaf = new WeakMap<LeafContent, readonly Opening[]>();

function openingsOf(content: LeafContent): readonly Opening[] {
  let openings = openingsByLeaf.get(content);
  if (!openings) {
    openings = content.sentences.map(({ start, end }) => readOpening(content.prose.slice(start, Math.min(end, start + 1_000))));
    openingsByLeaf.set(content, openings);
  }
  return openings;
}

const JOINTS = words('but and still however meanwhile also only just even yet then so while');
const BEFORE_NUMBER = words('some about around nearly almost roughly only just another more fewer less over under up at approximately an a');
const QUANTIFIERS = words('half most both two three four five six seven eight nine ten eleven twelve one-third two-thirds one-quarter three-quarters several dozens hundreds thousands');
const FRACTIONS = words('third quarter fifth tenth majority plurality fraction minority');
const MEASURES = words('figure figures rate share number numbers total lead margin gap average median proportion percentage sample ratio level');
const FORECASTS = words('forecast forecasts estimate estimates projection projections outlook prediction predictions guidance');
const POINTERS = words('those these them');

/** How far an opening is looked at, in tokens. */
const REACH = 14;

function readOpening(text: string): Opening {
  const tokens = tokenize(text, 0, Math.min(text.length, 200), REACH);
  return { goesOn: goesOn(tokens), method: readMethod(text) };
}

function goesOn(all: readonly Token[]): Opening['goesOn'] {
  let at = 0;
  while (at < 2 && JOINTS.has(all[at]?.lower ?? '')) at += all[at + 1]?.text === ',' ? 2 : 1;
  const is = (i: number, ...lower: string[]) => lower.includes(all[i]?.lower ?? '');
  const comma = all.findIndex((t, i) => i >= at && t.text === ',');
  // "In all,", "Of those," "Among them," and parts of what was counted.
  if (is(at, 'in') && is(at + 1, 'all', 'total') && comma === at + 2) return 'part';
  if (is(at, 'altogether') && comma === at + 1) return 'part';
  if (is(at, 'of', 'among', 'between') && POINTERS.has(all[at + 1]?.lower ?? '')) return 'part';
  if (is(at, 'another') && isAmount(all, at + 1)) return 'part';
  if (is(at, 'a') && is(at + 1, 'further') && isAmount(all, at + 2)) return 'part';
  if (is(at, 'the') && is(at + 1, 'rest', 'remainder', 'others')) return 'part';
  if (is(at, 'the') && is(at + 1, 'remaining', 'other') && isAmount(all, at + 2)) return 'part';
  if (is(at, 'that', 'this') && is(at + 1, 'compares', 'compared')) return 'part';
  // "That brings his gifts to $20 million": a sum of what was said.
  if (is(at, 'that', 'this') && is(at + 1, 'brings', 'brought', 'makes', 'leaves', 'puts') && all.some((t, i) => i > at && t.kind === 'number')) return 'part';
  // "It raised its forecast": still what the office said of itself.
  if (is(at, 'it', 'they') && all.some((_, i) => i > at && i < at + 7 && is(i, 'its', 'their', 'the') && FORECASTS.has(all[i + 1]?.lower ?? ''))) return 'part';
  // "That surpasses the 800,000 of last year", "That is up from 3 percent"
  if (is(at, 'that', 'this') && /^(?:is|was|[a-z]{3,}s)$/.test(all[at + 1]?.lower ?? '')) return 'figure';
  // "Among tenants, …", "By contrast, 5 percent …", "In May, the rate …"
  if (is(at, 'among') && comma > at) return 'figure';
  if (comma > at && comma - at <= 5 && is(at, 'in', 'by', 'for', 'since', 'to', 'a')) at = comma + 1;
  if (is(at, 'that', 'the') && (MEASURES.has(all[at + 1]?.lower ?? '') || MEASURES.has(all[at + 2]?.lower ?? ''))) return 'figure';
  const from = at;
  while (at - from < 3 && BEFORE_NUMBER.has(all[at]?.lower ?? '') && !isAmount(all, at)) at += is(at + 1, 'than', 'to', 'least') ? 2 : 1;
  if (isAmount(all, at) || (at > from && FRACTIONS.has(all[at]?.lower ?? ''))) return 'figure';
  return undefined;
}

/** A number or a word for one. A year or an amount of money begins something new. */
function isAmount(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.kind === 'number') return !/^(?:1[5-9]|20)\d\d$/.test(token.text) || /^(?:percent|%)$/.test(tokens[at + 1]?.lower ?? '');
  return QUANTIFIERS.has(token.lower) || /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?$/.test(token.lower);
}

const MARGIN = /\bmargins? of (?:sampling )?error\b|\bsampling error\b/i;
const MADE = /\b(?:conducted|fielded|carried out|surveyed|polled|interviewed|questioned|sampled|canvassed|representative sample|random sample|sample of|sample size|respondents|covers|covered)\b/i;
const STUDY = /^(?:the|this|that)\b((?:\s[\p{L}\p{N}\p{M}/’'&.-]{1,30}){0,6}?\s(poll|survey|study|census|canvass|questionnaire|research|sample))\b/iu;

/** "In the survey, …", "When the poll asked about both, …" */
const IN_STUDY = /^(?:in|when|by|for|from|according to) ((?:the|that|this|its) (?:[\p{L}\p{N}\p{M}/’'&.-]{1,30} ){0,4}?(poll|survey|study|census|questionnaire))\b[^,]{0,80},/iu;

/** "The survey was conducted in May", "It has a margin of error of 4 points", "In the survey, …" */
function readMethod(text: string): Method | undefined {
  const within = IN_STUDY.exec(text);
  if (within) {
    const start = within[0].indexOf(within[1]!);
    return { noun: within[2]!.toLowerCase(), words: { start, end: start + within[1]!.length } };
  }
  const study = STUDY.exec(text);
  const margin = MARGIN.test(text);
  if (!margin && !(study && MADE.test(text))) return undefined;
  if (study) return { noun: study[2]!.toLowerCase(), words: { start: 0, end: study[0].length } };
  const noun = /\b(poll|survey|study|census)s?\b/i.exec(text)?.[1]?.toLowerCase();
  return { noun: noun ?? 'poll', words: noun === undefined ? undefined : { start: text.toLowerCase().indexOf(noun), end: text.toLowerCase().indexOf(noun) + noun.length } };
}

function runsOn({ goesOn: how }: Opening, before: Antecedent, hasFigures: boolean): boolean {
  if (how === 'part') return before.support.kind !== 'status';
  return how === 'figure' && before.document && hasFigures;
}

// ---- the lead -----------------------------------------------------------------------------------

/** As many sentences as a lead has: each is held against the whole story. */
const LONGEST_LEAD = 5;
/** How many words the lead must share with the sentence that bears it out. */
const SHARED = 3;

/** The first paragraph sums up what the story gives with its source further down: a sentence of it all of whose figures stand in supported sentences that speak of the same rests on the first of them. */
function carryIntoLead({ draft }: Reading, support: Support[][], figuresOf: ReadonlyMap<number, readonly Figure[]>): void {
  const lead = draft.leaves.find(isRunningText);
  if (!lead) return;
  for (let index = lead.firstSentence; index < lead.firstSentence + Math.min(lead.content.sentences.length, LONGEST_LEAD); index++) {
    const own = figuresOf.get(index) ?? [];
    if (own.length === 0 || own.length > 12 || support[index]!.length > 0) continue;
    const about = contentWords(draft.sentences[index]!.text);
    const found = own.map(figure => bearsOut(figure, about, index));
    if (found.every(f => f !== undefined)) support[index]!.push({ ...found[0]!, kind: 'carried' });
  }

  function bearsOut(figure: Figure, about: ReadonlySet<string>, after: number): Support | undefined {
    for (const [index, others] of figuresOf) {
      if (index <= after || !others.some(other => other.quantity.unit === figure.quantity.unit && agrees(figure.quantity, other.quantity))) continue;
      const behind = support[index]?.find(isBehind);
      if (behind && [...contentWords(draft.sentences[index]!.text)].filter(word => about.has(word)).length >= SHARED) return behind;
    }
    return undefined;
  }
}

function contentWords(text: string): Set<string> {
  const found = text.slice(0, 2_000).toLowerCase().match(/\p{L}[\p{L}\p{M}-]{3,30}/gu) ?? [];
  return new Set(found.map(word => word.replace(/(?:ies|es|s)$/, '')));
}
