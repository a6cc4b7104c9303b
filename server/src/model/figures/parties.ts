// Two parties set against each other on one figure: "The agency had counted 312 dead. The ministry put the toll at 287."
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import { toTokens, type Token } from '../../language/quantities/tokens.ts';
import type { Quantity } from '../../language/quantities.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { canBothHold, timesOverlap } from './compare.ts';
import { POLL, disputes } from './disputes.ts';
import { facingConflicts } from './facing.ts';
import { DETERMINERS } from './lexicon.ts';
import { saysTheSame, statementOf } from './statements.ts';
import { firstEndingAfter } from './window.ts';

export interface PartyConflict {
  readonly here: Figure;
  readonly there: Figure;
  /** Who says each, in the words of the draft. */
  readonly parties: readonly [string, string];
}

/** Verbs with which a party gives a number. */
const GIVES = /^(?:puts?|gives?|gave|makes?|made|sets?|places?|placed|counts?|counted|estimates?|estimated|reports?|reported|says?|said|records?|recorded|measures?|measured|expects?|expected|claims?|claimed|lists?|listed|announced|predicts?|predicted|forecasts?|reckons?|reckoned|cites?|cited|confirmed|values?|valued)$/;
/** Of these, those that put a thing at a number. */
const PUTS = /^(?:puts?|sets?|places?|placed|estimates?|estimated|values?|valued)$/;
/** What stands for the quantity just spoken of. */
const ANAPHOR = /^(?:it|them|that|this|toll|number|numbers|figure|total|count|tally|sum|amount|estimate|loss|cost|crowd|turnout|attendance)$/;
const PRONOUN = /^(?:it|them|that|this)$/;
const AUXILIARY = /^(?:had|has|have|now|also|earlier|later|still|itself|themselves|however)$/;

/** Pairs in which a second party gives another number for what a first party has just given: by pointing back at it, or by saying the same of another number. */
export function partyConflicts(analysis: Pick<Analysis, 'figures' | 'attributions' | 'draft'>): PartyConflict[] {
  const sentences = new Map<number, readonly Token[]>();
  const tokensOf = (figure: Figure) => {
    let tokens = sentences.get(figure.sentence.index);
    if (!tokens) sentences.set(figure.sentence.index, (tokens = toTokens(figure.sentence.text)));
    return tokens;
  };
  const found = pointingBack(analysis, tokensOf);
  const told = new Set(found.map(({ there }) => there));
  const parallel = inParallel(analysis, tokensOf).filter(({ there }) => !told.has(there));
  for (const { there } of parallel) told.add(there);
  const facing = facingConflicts(analysis).filter(({ here, there }) => !told.has(there) && !told.has(here));
  for (const { here, there } of facing) told.add(here).add(there);
  const all = [...found, ...parallel, ...facing, ...disputes(analysis).filter(({ here, there }) => !told.has(there) && !told.has(here))];
  return all.filter(({ here, there }) => !(there.quantity.kind === 'percent' && POLL.test(here.sentence.text) && POLL.test(there.sentence.text)));
}

function pointingBack({ figures }: Pick<Analysis, 'figures'>, tokensOf: (figure: Figure) => readonly Token[]): PartyConflict[] {
  const found: PartyConflict[] = [];
  for (const [i, there] of figures.entries()) {
    const second = giver(there, tokensOf, true);
    if (!second) continue;
    for (let k = i - 1; k >= 0 && k >= i - 6; k--) {
      const here = figures[k]!;
      if (here.sentence.leaf !== there.sentence.leaf || there.sentence.index - here.sentence.index > 1) break;
      if (here.kind === 'unknown' || here.kind === 'part' || here.kind === 'change' || here.kind === 'share' || !comparable(here, there)) continue;
      const first = giver(here, tokensOf, false);
      if (first && !sameParty(first, second)) {
        if (!canBothHold({ ...here.quantity, unit: null, kind: 'number' }, { ...there.quantity, unit: null, kind: 'number' })) found.push({ here, there, parties: [first, second] });
        break;
      }
    }
  }
  return found;
}

/** As far apart two statements are read together. */
const NEAR = 3;

/** "The strike costs the port €3m a day, the union says. The strike costs the port €5m a day, its owner says." */
function inParallel(analysis: Pick<Analysis, 'figures' | 'attributions' | 'draft'>, tokensOf: (figure: Figure) => readonly Token[]): PartyConflict[] {
  const found: PartyConflict[] = [];
  const { figures } = analysis;
  const known = new Map<Figure, { readonly party: string | undefined; readonly words: ReadonlySet<string> }>();
  const statement = (figure: Figure) => {
    let one = known.get(figure);
    if (!one) known.set(figure, (one = { party: sayer(figure, analysis) ?? giver(figure, tokensOf, false), words: statementOf(figure, analysis) }));
    return one;
  };
  for (const [i, there] of figures.entries()) {
    if (!isStated(there) && there.quantity.kind !== 'number') continue;
    for (let k = i - 1; k >= 0 && k >= i - 8; k--) {
      const here = figures[k]!;
      if (there.sentence.index - here.sentence.index > NEAR) break;
      if (here.sentence === there.sentence && !isFaced(here, there) || !isStated(here) || !sameMeasure(here, there) || canBothHold(here.quantity, there.quantity.unit === null ? { ...there.quantity, unit: here.quantity.unit, kind: here.quantity.kind } : there.quantity) || !timesOverlap(here.asOf, there.asOf)) continue;
      const [one, other] = [statement(here), statement(there)];
      if (one.party === undefined || other.party === undefined || sameParty(one.party, other.party) || here.quantity.unit === there.quantity.unit && !saysTheSame(one.words, other.words, here.sentence === there.sentence ? 1 : 2, 2)) continue;
      found.push({ here, there, parties: [one.party, other.party] });
      break;
    }
  }
  return found;
}

/** The words of whoever says the figure, named or not, wherever its attribution is. */
export function sayerWords({ saidBy }: Figure, { attributions, draft }: Pick<Analysis, 'attributions' | 'draft'>): string | undefined {
  const source = saidBy === undefined ? undefined : attributions[saidBy]?.source;
  return source && draft.text.slice(source.start, source.end);
}

/** Does one verb stand before both, and close before the second? */
function sameVerb(here: Figure, there: Figure): boolean {
  const [one, other] = [here.clause, there.clause];
  if (!one?.verb || !other?.verb || other.verb.end > there.prose.start || there.prose.start - other.verb.end > 20) return false;
  const { prose } = here.sentence.leaf.content;
  return other.predicate !== '' ? one.predicate === other.predicate : prose.slice(one.verb.start, one.verb.end).toLowerCase() === prose.slice(other.verb.start, other.verb.end).toLowerCase();
}

/** A sentence longer than this sets no two parties against each other: it is a list. */
const LONGEST = 600;

/** "The union counts 90 pickets; the mill counts 40": one sentence that sets the one against the other. */
function isFaced(here: Figure, there: Figure): boolean {
  if (here.sentence.text.length > LONGEST) return false;
  const between = here.sentence.leaf.content.prose.slice(here.prose.end, there.prose.start);
  return /;|, ?(?:but|while|whereas|although|though)\b/.test(between);
}

/** Who says the figure, where an attribution tells it. */
export function sayer({ saidBy }: Figure, { attributions, draft }: Pick<Analysis, 'attributions' | 'draft'>): string | undefined {
  const attribution = saidBy === undefined ? undefined : attributions[saidBy];
  return attribution?.source && attribution.sourceKind !== 'none' ? attribution.speaker ?? draft.text.slice(attribution.source.start, attribution.source.end) : undefined;
}

function isStated({ kind, quantity }: Figure): boolean {
  return (kind === 'level' || kind === 'total' || kind === 'forecast') && quantity.unit !== null && /^(?:money|count|measure|percent|duration)$/.test(quantity.kind);
}

/** A forecast goes with another, or with what somebody puts a cost at; what came true is no answer to what was expected. */
function sameMeasure(here: Figure, there: Figure): boolean {
  // "built 90 boats; the union says that it built 70": the second leaves out what both count.
  if (here.quantity.unit !== there.quantity.unit) return here.quantity.kind === 'count' && there.quantity.kind === 'number' && here.sentence === there.sentence && sameVerb(here, there);
  const estimated = (figure: Figure) => figure.kind === 'forecast' || /\b(?:puts?|estimates?|reckons?)\b/.test(figure.sentence.text);
  return here.kind === there.kind || (estimated(here) && estimated(there));
}

function comparable(here: Figure, there: Figure): boolean {
  const a = here.quantity;
  const b = there.quantity;
  if (a.kind === 'score' || b.kind === 'score' || a.kind === 'age' || b.kind === 'age') return false;
  if (b.unit === null) return b.kind !== 'ratio' && a.kind !== 'percent' && a.kind !== 'duration';
  return a.unit === b.unit;
}

/** By the quantity, which stays the same object as long as the words of its leaf do. */
const givers = { first: new WeakMap<Quantity, string>(), second: new WeakMap<Quantity, string>() };

/** Who gives the figure: "the ministry" in "the ministry put the toll at 287". The second of two must point back, or give the bare number. */
function giver(figure: Figure, tokensOf: (figure: Figure) => readonly Token[], pointsBack: boolean): string | undefined {
  const known = pointsBack ? givers.second : givers.first;
  let party = known.get(figure.quantity);
  if (party === undefined) known.set(figure.quantity, (party = readGiver(figure, tokensOf(figure), pointsBack) ?? ''));
  return party === '' ? undefined : party;
}

function readGiver(figure: Figure, tokens: readonly Token[], pointsBack: boolean): string | undefined {
  const offset = figure.sentence.prose.start;
  const stop = (figure.quantity.boundSpan && figure.quantity.boundSpan.start < figure.quantity.start ? figure.quantity.boundSpan.start : figure.prose.start) - offset;
  const at = firstEndingAfter(tokens, stop);
  let k = at - 1;
  const word = () => tokens[k]?.lower ?? '';
  let anaphor = false;
  if (/^(?:at|as|to|was|were|is)$/.test(word())) k--;
  else if (word() === 'be' && tokens[k - 1]?.lower === 'to') k -= 2;
  while (/^(?:about|around|only|just|some|nearly)$/.test(word())) k--;
  if (!GIVES.test(word())) {
    const noun = k;
    // "the library would cost £9m" points at nothing; "put the cost at" does.
    if (ANAPHOR.test(word()) && (PRONOUN.test(word()) || DETERMINERS.has(tokens[k - 1]?.lower ?? '') || ANAPHOR.test(tokens[k - 1]?.lower ?? '') || tokens[k - 1]?.type === 'word' && DETERMINERS.has(tokens[k - 2]?.lower ?? ''))) anaphor = true;
    else if (pointsBack) return undefined;
    // "the death toll", "the magnitude"; "put the number of dead in the valley at 14"
    const put = tokens[at - 1]?.lower === 'at';
    for (let n = 0; n < (put ? 10 : 4) && k >= 0 && !GIVES.test(word()); n++) k--;
    const within = put && PUTS.test(word()) ? /^(?:and|but|or|that|after|before|ahead|with)$/ : /^(?:and|but|or|of|that|after|before|ahead|with|for|in|on|by|from|into)$/;
    if (k < 0 || !GIVES.test(word()) || tokens.slice(k + 1, noun + 1).some(token => token.type === 'sign' || (token.type === 'number' && !put) || within.test(token.lower) && token.lower !== tokens[noun]!.lower)) return undefined;
  }
  if (pointsBack && !anaphor) {
    const after = tokens[firstEndingAfter(tokens, figure.quantity.end - offset)];
    if (figure.quantity.unit !== null || (after && after.type !== 'sign')) return undefined;
  }
  let last = k - 1;
  while (last >= 0 && AUXILIARY.test(tokens[last]!.lower)) last--;
  // "its insurer, Quayside Mutual, puts it at": the name behind the comma.
  if (tokens[last]?.text === ',') last--;
  let first = last;
  while (first >= 0 && last - first < 8) {
    const token = tokens[first]!;
    if (token.type === 'sign' && /^[,;:—–("“]$/.test(token.text)) break;
    if (/^(?:and|but|while|though|although|whereas|as|that|when|because|after|before)$/.test(token.lower) && !isName(tokens[first - 1], tokens[first + 1])) break;
    first--;
  }
  first++;
  if (/^(?:later|earlier|meanwhile|then|now|today|yesterday|separately|instead|\w+day)$/.test(tokens[first]?.lower ?? '')) first++;
  if (first > last || last - first > 7) return undefined;
  const party = tokens.slice(first, last + 1);
  const opens = party[0]!;
  if (/^(?:it|he|she|they|we|i|you|this|that|there|who|which|what)$/.test(opens.lower) || party.some(token => token.type === 'number')) return undefined;
  if (!/^(?:the|a|an|its|their|his|her)$/.test(opens.lower) && !/^\p{Lu}/u.test(opens.text) && party.length > 2) return undefined;
  if (party.some((token, n) => n > 0 && FUNCTION_WORDS.has(token.lower) && !/^(?:of|for|and|the|in|s)$/.test(token.lower))) return undefined;
  // "last year's gave it £5,200"
  if (/['’]s$/.test(party.at(-1)!.text)) return undefined;
  return figure.sentence.text.slice(opens.start, party.at(-1)!.end);
}

/** "Bosnia and Herzegovina" */
function isName(before: Token | undefined, after: Token | undefined): boolean {
  return before !== undefined && after !== undefined && /^\p{Lu}/u.test(before.text) && /^\p{Lu}/u.test(after.text) && before.type === 'word';
}

/** Is the one name the other, or a part of it ("Opinion Research", "Opinion")? */
export function sameParty(one: string, other: string): boolean {
  const words = (party: string) => party.toLowerCase().replace(/['’]s\b/g, '').split(/[^\p{L}\p{N}]+/u).filter(word => word !== '' && !/^(?:the|an?|its|their|his|her|of|mr|ms|mrs|dr)$/.test(word));
  const [a, b] = [words(one), words(other)];
  return a.every(word => b.includes(word)) || b.every(word => a.includes(word));
}
