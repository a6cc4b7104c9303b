// What kind of source a sentence names, as far as that decides what the next sentences may take from it: a document, a poll, a forecast, a plan, a charge, somebody's speech.
import type { LeafContent, Sentence } from '../../draft/draft.ts';
import { sourceNoun } from '../../language/speakers.ts';
import { tokenize, type Token } from '../../language/tokens.ts';
import { words } from '../../language/word-list.ts';
import type { Span } from '../../span.ts';
import type { Attribution } from '../analysis.ts';
import { DOCUMENTS } from '../attribution/lexicon.ts';
import { STUDY } from './continuations.ts';
import { vouches } from './support.ts';

/**
 * - `document`: a report, study, filing, slide, or whoever is said to have counted: gives one figure after the other
 * - `poll`: a survey, or those who were asked in it
 * - `forecast`: says what will be
 * - `outlet`: has reported it: a paper, an agency
 * - `charge`: a complaint, an indictment, those who brought it
 * - `speech`: told in the reporter's words
 */
export type Basis = 'document' | 'poll' | 'forecast' | 'outlet' | 'charge' | 'speech';

export interface NamedSources {
  /** By the index of the sentence whose attribution names the source. */
  readonly bases: ReadonlyMap<number, ReadonlySet<Basis>>;
  /** The source by the noun that it is called by: "survey". The first of several. */
  readonly noun: ReadonlyMap<string, Span>;
}

const MORE_DOCUMENTS = words('slide slides bylaws complaint lawsuit suit indictment affidavit dataset disclosure disclosures projection projections simulation model models guide page tracker scorecard ranking rankings release releases calculation calculations polling');
const POLLS = words('poll polls polling survey surveys census questionnaire canvass');
const ASKED = /^(?:(?:\S+ ){0,2}?(?:\d[\d.]*|[a-z]{3,9}(?:-[a-z]{3,5})?)(?: percent|%)$|(?:(?:\S+ ){0,3}?(?:percent|%|in \d+|of) )?(?:the )?(?:[a-z-]+ ){0,2}?(?:respondents|voters|adults|americans|britons|democrats|republicans|independents|participants|residents|women|men|parents|people)\b)/i;
const SHARE = /\b(?:percent|per cent|half|third|quarter|majority|plurality|in (?:two|three|four|five|ten))\b|\d ?%|^\d+(?:\.\d+)?\b/i;
const CHARGES = words('complaint lawsuit suit indictment affidavit charges prosecutors prosecutor');
/** Cues with which a body gives what it has counted or worked out. */
const COUNTING = /^(?:(?:has|have|had) )?(?:found|finds?|estimates?|estimated|calculates?|calculated|tall(?:y|ies|ied)|counts?|counted|records?|recorded|shows?|showed|shown|modell?ed)\b/i;
const REPORTING = /^(?:(?:has|have|had|also|first) )?report(?:s|ed)?\b/i;
const FORECASTING = /^(?:(?:has|have|had|now) )?(?:expects?|expected|projects?|projected|forecasts?|forecasted|predicts?|predicted|estimates?|estimated|anticipates?|anticipated|foresees?|foresaw)\b/i;

/** What the attributions of a draft name. */
export function collectNamedSources(attributions: readonly Attribution[], sentences: readonly Sentence[], text: string): NamedSources {
  const bases = new Map<number, Set<Basis>>();
  const noun = new Map<string, Span>();
  for (const attribution of attributions) {
    if (!attribution.source || !vouches(attribution)) continue;
    const { index, leaf } = attribution.sentence;
    const from = leaf.toProse(attribution.source.start);
    const to = Math.min(leaf.toProse(attribution.source.end), from + 300);
    const { named, asked } = sourceAt(leaf.content, from, to);
    const cue = attribution.cue ? text.slice(attribution.cue.start, Math.min(attribution.cue.end, attribution.cue.start + 60)) : '';
    let of = bases.get(index);
    if (!of) bases.set(index, (of = new Set()));
    if (DOCUMENTS.has(named) || DOCUMENTS.has(`${named}s`)) {
      of.add('document');
      if (!noun.has(named)) noun.set(named, attribution.source);
    } else if (MORE_DOCUMENTS.has(named) || MORE_DOCUMENTS.has(`${named}s`) || (COUNTING.test(cue) && !/^(?:he|she|i|we)$/.test(named))) of.add('document');
    else if (/^(?:it|they)$/.test(named) && (bases.get(index - 1)?.has('document') || (index > leaf.firstSentence && STUDY.test(sentences[index - 1]!.text)))) of.add('document');
    if (POLLS.has(named) || asked) of.add('poll').add('document');
    if (CHARGES.has(named) || CHARGES.has(`${named}s`)) of.add('charge');
    if (FORECASTING.test(cue)) of.add('forecast');
    if (REPORTING.test(cue)) of.add('outlet');
    if (attribution.kind !== 'direct' && !of.has('document')) of.add('speech');
  }
  return { bases, noun };
}

interface SourceWords {
  /** The noun that the source is called by. */
  readonly named: string;
  /** Are they people who were asked, by their share: "62 percent of tenants"? */
  readonly asked: boolean;
}

const wordsByLeaf = new WeakMap<LeafContent, Map<string, SourceWords>>();

function sourceAt(content: LeafContent, from: number, to: number): SourceWords {
  let ofLeaf = wordsByLeaf.get(content);
  if (!ofLeaf) wordsByLeaf.set(content, (ofLeaf = new Map()));
  const key = `${from} ${to}`;
  let found = ofLeaf.get(key);
  if (!found) {
    const tokens = tokenize(content.prose, from, to);
    const phrase = content.prose.slice(from, to);
    ofLeaf.set(key, (found = { named: documentNoun(tokens) ?? sourceNoun(tokens), asked: ASKED.test(phrase) && SHARE.test(phrase) }));
  }
  return found;
}

/** "a Harbour Post poll released in May": the first document in the name, if nothing ties it to another noun before it. */
function documentNoun(tokens: readonly Token[]): string | undefined {
  const at = tokens.findIndex(({ lower }) => DOCUMENTS.has(lower));
  return at < 0 || tokens.slice(0, at).some(({ lower }) => /^(?:of|by|from|in|on|for|with|who|that|which|behind)$/.test(lower)) ? undefined : tokens[at]!.lower.replace(/s$/, '');
}
