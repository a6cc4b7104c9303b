// Who gives a figure: the subject of a verb of saying or counting, "according to", "by the union's count", or the party alone beside its number ("the union 40").
import { FUNCTION_WORDS } from '../../language/quantities/nouns.ts';
import type { Token } from '../../language/quantities/tokens.ts';
import { words } from '../../language/word-list.ts';
import type { Analysis, Figure } from '../analysis.ts';
import { CHANGE_NOUN, CHANGE_VERB, LEVEL_VERB, isCalendarWord } from './lexicon.ts';
import { stem } from './stem.ts';
import { isAlsoNoun, predicateOf } from './verbs.ts';
import { firstEndingAfter } from './window.ts';

export interface Giver {
  /** As the draft writes it. */
  readonly words: string;
  /** Its words with those of its appositions and office, as stems; and of the party alone. */
  readonly names: ReadonlySet<string>;
  readonly core: ReadonlySet<string>;
  /** Its noun, as a stem. */
  readonly head: string;
  /** A common noun or a name with its article ("the health ministry", "the Red Cross"). */
  readonly institution: boolean;
  /** The verb with which it gives the number, in small letters; '' where there is none. */
  readonly verb: string;
  /** The verb may say that the party has so many of its own: "Ohio reported 40 cases". */
  readonly records: boolean;
  /** The verb says that it gives a number and nothing else: "put it at". */
  readonly gives: boolean;
  /** Only its attribution tells it: it may stand anywhere. */
  readonly attributed?: true;
  /** It speaks of itself: "said it had sold 40". */
  readonly own: boolean;
  /** The part of the sentence that it speaks in, and those of its tokens that tell who speaks, as indices. */
  readonly from: number;
  readonly to: number;
  readonly tokens: ReadonlySet<number>;
}

/** Verbs with which one tells what is so. */
const SAYS = words('says say said claims claim claimed insists insist insisted believes believe believed argues argue argued maintains maintain maintained contends contend contended thinks think thought replied replies told tells added adds noted notes acknowledged admits admitted conceded announced warned warns wrote writes stated states confirmed confirms suspects');
/** Verbs with which one gives a number, and nothing else. */
const PUTS = words('puts put gives gave gives spoke speaks speak talks talked talk arrives arrived arrive estimates estimated reckons reckon reckoned calculates calculated makes made cites cited quoted quotes values valued sets assumes thinks');
/** Verbs with which one counts, of others or of its own. */
const RECORDS = words('counts counted reports reported records recorded registers registered lists listed logged documented found identified linked traced expects expect expected predicts predicted forecasts projects projected sees names named knows blames blamed attributed verified recognises recognised recognizes recognized measured measures');
const CONNECTS = /^(?:and|but|or|while|whereas|although|though|against|that|however|yet|as|meanwhile|still)$/;
const AUXILIARY = /^(?:had|has|have|now|also|earlier|later|still|itself|themselves|however|only|since|already|then|even|instead|meanwhile|yesterday|today|\w+day|\w+ly|in|turn|for|part|its|their)$/;
const HEDGE = /^(?:about|around|only|just|some|nearly|almost|roughly|more|less|fewer|than|at|least|most|up|to|as|many|much|no|over|under|close|a|an|the|well|not|merely|on|of|it)$/;
const PRONOUN = /^(?:it|he|she|they|we|i|you|who|which|that|there|this|these|those|what|one|both|some|many|others|each|nobody|everyone|people|all|none|most)$/;
const COUNT_NOUN = /^(?:count|reckoning|estimate|estimates|tally|figure|figures|number|calculation|calculations|account|records|record|measure|data|statistics)$/;
const SETS_OFF = /^[;:—–]$/;

/** The giver of the figure in its own part of the sentence, else the one that its attribution tells; undefined where nobody gives it. */
export function readGiver(figure: Figure, tokens: readonly Token[], analysis: Pick<Analysis, 'attributions' | 'draft'>): Giver | undefined {
  const offset = figure.sentence.prose.start;
  const at = firstEndingAfter(tokens, figure.prose.start - offset);
  const next = firstEndingAfter(tokens, figure.prose.end - offset);
  const [from, to] = partAround(tokens, at, next);
  return byOwnFigure(tokens, from, at, to) ?? bySubject(tokens, from, at, to, figure, analysis) ?? byPhrase(tokens, from, at, next, to) ?? byTail(tokens, from, at, next, to, figure, analysis) ?? alone(tokens, from, at, next, to) ?? byAttribution(figure, tokens, from, to, analysis);
}

/** The part of the sentence about a figure: from a semicolon, dash, ", while", or an "and" behind which another gives a number. */
function partAround(tokens: readonly Token[], at: number, next: number): readonly [number, number] {
  let from = at;
  while (from > 0 && !opensPart(tokens, from)) from--;
  let to = next;
  while (to < tokens.length && !opensPart(tokens, to)) to++;
  return [from, to];
}

function opensPart(tokens: readonly Token[], i: number): boolean {
  const [before, token] = [tokens[i - 1], tokens[i]!];
  if (before && SETS_OFF.test(before.text)) return true;
  if (token.type === 'word' && before?.text === ',' && /^(?:and|but|while|whereas|although|though)$/.test(token.lower)) return true;
  if (before?.text === ',' && (token.lower === 'based' && tokens[i + 1]?.lower === 'on' || token.lower === 'citing')) return true;
  if (before && /^(?:while|whereas)$/.test(token.lower)) return true;
  // "against 22 given by the company"
  if (before && token.lower === 'against') return tokens.slice(i + 1, i + 8).some(({ lower }, n, all) => lower === 'by' && /ed$|^(?:given|put)$/.test(all[n - 1]?.lower ?? '') || lower === 'according');
  if (token.lower !== 'and' && token.lower !== 'but' && token.lower !== 'or' && !(before?.text === ',' && token.type === 'word')) return false;
  // "… and the Red Cross 34", "…, the association 600", "and her own office counted 12", "and close to 1,000 according to the club"
  const then = tokens[i + 1];
  if ((token.lower === 'and' || token.lower === 'but') && then && isGiving(then, tokens[i + 2]) && /(?:said|says|s|ed)$/.test(then.lower) && tokens[i + 2]?.type !== 'sign') return true;
  let k = before?.text === ',' && !/^(?:and|but|or)$/.test(token.lower) ? i : i + 1;
  const first = k;
  while (k < tokens.length && k - first < 9 && k > first && /^['’]$/.test(tokens[k]!.text) || k < tokens.length && k - first < 8 && tokens[k]!.type === 'word' && !isGiving(tokens[k]!) && !FUNCTION_WORDS.has(tokens[k]!.lower) || k - first < 8 && tokens[k]?.type === 'word' && /^(?:the|a|an|her|his|its|their|of|for|own)$/.test(tokens[k]!.lower)) k++;
  const named = k > first && /^(?:the|its|her|his|their|a|an)$/.test(tokens[first]!.lower) || k > first && /^\p{Lu}/u.test(tokens[first]!.text) && !isCalendarWord(tokens[first]!);
  if (token.lower === 'and' || token.lower === 'but' || token.lower === 'or') {
    if (token.lower !== 'or' && named && k - first <= 7 && (tokens[k] && isGiving(tokens[k]!) || tokens[k]?.type === 'number')) return true;
    while (k < tokens.length && (HEDGE.test(tokens[k]!.lower) || tokens[k]!.lower === 'by') && k - first < 6) k++;
    return tokens[k]?.type === 'number' && tokens.slice(k + 1, k + 5).some((word, n, all) => word.lower === 'according' || word.lower === 'by' && /^(?:the|that)$/.test(all[n + 1]?.lower ?? '') || word.lower === 'if' && /^(?:one|you)$/.test(all[n + 1]?.lower ?? ''));
  }
  while (k < tokens.length && HEDGE.test(tokens[k]!.lower) && k - first < 10 && k > first) k++;
  return named && (tokens[k]?.type === 'number' || /^[$€£]$/.test(tokens[k]?.text ?? '')) && k - first >= 2 && /^(?:the|its|their)$/.test(tokens[first]!.lower) && (tokens[k]!.type === 'sign' || !/^[\p{L}]/u.test(tokens[k + 1]?.text ?? ''));
}

/** "spoke of", "arrives at", "makes it": without the word behind it such a verb gives nothing. */
function isGiving({ lower }: Token, next?: Token): boolean {
  if (/^(?:makes?|made)$/.test(lower)) return next === undefined || next.lower === 'it' || next.lower === 'that';
  if (/^(?:gives?|gave)$/.test(lower)) return next === undefined || /^(?:the|a|an|its|their|it)$/.test(next.lower);
  if (/^(?:sp[eo]aks?|spoke|talk(?:s|ed)?)$/.test(lower)) return next === undefined || next.lower === 'of';
  if (/^arrive[sd]?$/.test(lower)) return next === undefined || next.lower === 'at';
  return SAYS.has(lower) || PUTS.has(lower) || RECORDS.has(lower);
}

/** "the ministry, which runs the camps, put the number at 40" */
function bySubject(tokens: readonly Token[], from: number, at: number, to: number, figure: Figure, analysis: Pick<Analysis, 'attributions' | 'draft'>): Giver | undefined {
  let first = from;
  while (first < at && CONNECTS.test(tokens[first]!.lower)) first++;
  // An adverbial before the subject ends at its comma.
  while (first < at && /^(?:in|on|at|by|for|of|after|before|since|during|from|under|with|last|this|earlier|later|asked|speaking)$/.test(tokens[first]!.lower)) {
    let comma = first;
    while (comma < at && tokens[comma]!.text !== ',') comma++;
    if (comma === at) return undefined;
    first = comma + 1;
  }
  let verb = first + 1;
  let depth = false;
  for (; verb < at; verb++) {
    const token = tokens[verb]!;
    if (token.text === ',') depth = !depth;
    if (/^[“"]$/.test(token.text)) return undefined;
    if (depth && relative(tokens, verb)) {
      while (verb + 1 < at && tokens[verb + 1]!.text !== ',') verb++;
      continue;
    }
    if (isGiving(token, tokens[verb + 1]) && !(tokens[verb - 1] && /^(?:the|a|an|of|to|its|their|his|her|be|been|being|was|were|is|are)$/.test(tokens[verb - 1]!.lower))) break;
  }
  if (verb >= at) return undefined;
  let last = verb - 1;
  while (last > first && AUXILIARY.test(tokens[last]!.lower)) last--;
  return giverOf(tokens, first, last, verb, at, from, to, figure, analysis);
}

function relative(tokens: readonly Token[], comma: number): boolean {
  return tokens[comma]!.text === ',' && /^(?:who|which|whose|where|citing|counting|using|quoting)$/.test(tokens[comma + 1]?.lower ?? '');
}

/** The party between two tokens, both of it, and the verb. */
function giverOf(tokens: readonly Token[], first: number, last: number, verb: number, at: number, from: number, to: number, figure: Figure, analysis: Pick<Analysis, 'attributions' | 'draft'>): Giver | undefined {
  if (last < first || last - first > 30) return undefined;
  let close = first;
  while (close <= last && tokens[close]!.text !== ',') close++;
  if (close - first > 8) return undefined;
  const core = tokens.slice(first, close);
  // What stands between the party and its verb is set off by two commas.
  if (core.length === 0 || close <= last && tokens[last]!.text !== ',') return undefined;
  if (core.length === 1 && (isCalendarWord(core[0]!) || /ly$|^(?:overall|besides|instead|still|then|now|here|elsewhere|thus|hence)$/.test(core[0]!.lower))) return undefined;
  if (core.some(({ type, text }) => type === 'number' || /^[“”"()]$/.test(text))) return undefined;
  if (core.length === 1 && PRONOUN.test(core[0]!.lower)) {
    const resolved = /^(?:it|he|she|they)$/.test(core[0]!.lower) ? speakerOf(figure, analysis) : undefined;
    return resolved === undefined ? undefined : toGiver(resolved, resolved, verb, tokens, at, from, to, [first, verb + 1], false);
  }
  if (PRONOUN.test(core[0]!.lower) || core.some((token, n) => n > 0 && FUNCTION_WORDS.has(token.lower) && !/^(?:of|for|and|the|in|s|on|at|to|against|under|own|from|by)$/.test(token.lower))) return undefined;
  if (!/^(?:the|a|an|its|their|his|her)$/.test(core[0]!.lower) && !/^\p{Lu}/u.test(core[0]!.text) && core.length > 2) return undefined;
  const text = textOf(core);
  return toGiver(text, textOf(tokens.slice(first, last + 1)), verb, tokens, at, from, to, [first, verb + 1], /^(?:the|its|their|his|her|a|an)$/.test(core[0]!.lower) || core.every(token => !/^\p{Lu}/u.test(token.text)) || core.length === 1 && (core[0]!.lower.endsWith('s') || core[0]!.lower === 'police'));
}

function toGiver(party: string, all: string, verb: number, tokens: readonly Token[], at: number, from: number, to: number, [open, close]: readonly [number, number], institution: boolean): Giver | undefined {
  const core = namesOf(party);
  if (core.size === 0 || NO_PARTY.test(headOf(party))) return undefined;
  const lower = verb >= 0 ? tokens[verb]!.lower : '';
  const behind = verb >= 0 && verb < at ? tokens.slice(verb + 1, at).find(({ lower: word }) => !/^(?:that|only|also|\w+day)$/.test(word)) : undefined;
  // "makes it 40", "said it was 40", "puts its own toll at": it points back; "said it had sold 40" does not.
  const own = behind !== undefined && SAYS.has(lower) && /^(?:it|they|we|he|she|i|its|their|our|his|her)$/.test(behind.lower) && !pointsBack(tokens, tokens.indexOf(behind) + 1, at);
  const used = new Set<number>();
  for (let i = open; i < close; i++) used.add(i);
  // "told the court that": whom it was told says nothing of the number.
  if (/^(?:told|tells)$/.test(lower)) for (let i = close; i < Math.min(at, close + 6) && !/^(?:that|it|there|he|she|they|we|i)$/.test(tokens[i]!.lower); i++) if (tokens.slice(i, Math.min(at, close + 7)).some(token => /^(?:that|it|there)$/.test(token.lower))) used.add(i);
  return { words: party, names: new Set([...namesOf(all), ...core]), core, head: headOf(party), institution, verb: lower, records: recordsAt(tokens, verb), gives: PUTS.has(lower), own, from, to, tokens: used };
}

/** "it was 40", "it would be about 40", "it took the crew 40 minutes": what "it" is, nobody's own. */
function pointsBack(tokens: readonly Token[], i: number, at: number): boolean {
  if (/^(?:took|takes|at)$/.test(tokens[i]?.lower ?? '')) return true;
  // "said his own count was 40"
  let noun = i;
  while (/^(?:own|latest)$/.test(tokens[noun]?.lower ?? '')) noun++;
  if (COUNT_NOUN.test(tokens[noun]?.lower ?? '')) return pointsBack(tokens, noun + 1, at);
  if (!/^(?:was|is|were|would|will|could|had|has)$/.test(tokens[i]?.lower ?? '')) return false;
  return tokens.slice(i + 1, at).every(({ lower }) => HEDGE.test(lower) || /^(?:be|been|cost|in|fact|closer|nearer)$/.test(lower));
}

/** No party: a rule, or a contract, that says so. */
const NO_PARTY = /^(?:law|constitution|rule|rul|deal|contract|treaty|amendment|act|bill|agreement|one|sign|clock|scale|weather)$/;

/** "according to the ministry", "by the union's count", "given by the company", "for the police" */
function byPhrase(tokens: readonly Token[], from: number, at: number, next: number, to: number): Giver | undefined {
  for (let i = from; i < to; i++) {
    if (i >= at && i < next) continue;
    const { lower } = tokens[i]!;
    const opens = lower === 'according' && tokens[i + 1]?.lower === 'to' ? i + 2 : lower === 'by' ? (tokens[i + 1]?.lower === 'that' && tokens[i + 2]?.lower === 'of' ? i + 3 : i + 1) : /^believes?$/.test(lower) && /^(?:one|you)$/.test(tokens[i - 1]?.lower ?? '') ? i + 1 : -1;
    if (opens < 0) continue;
    let last = opens;
    while (last < to && last - opens < 9 && (tokens[last]!.type === 'word' || tokens[last]!.joined && /^['’&-]$/.test(tokens[last]!.text)) && !/^(?:and|but|who|which|was|were|is|had|has|have|in|on|at|from|since|after|before|put|as|published|released|while)$/.test(tokens[last]!.lower)) last++;
    let party = tokens.slice(opens, last);
    if (lower === 'by' && opens !== i + 3) {
      const noun = party.findIndex(token => COUNT_NOUN.test(token.lower));
      const possessive = noun > 0 && party.slice(0, noun).some(token => /['’]s?$/.test(token.text));
      const given = /^(?:given|cited|put|quoted|claimed|reported|estimated|counted|named|published|issued|supplied)$/.test(tokens[i - 1]?.lower ?? '') && i >= next && i - next <= 2 || i === next && tokens.slice(from, at).some(token => /^(?:put|estimated|given|counted|valued|reckoned)$/.test(token.lower));
      if (!possessive && !given) continue;
      if (possessive) party = party.slice(0, party[noun - 1]!.lower === 'own' ? noun - 1 : noun);
    }
    const text = textOf(party).replace(/['’]s?$/, '');
    if (party.length === 0 || party.some(({ type }) => type === 'number') || PRONOUN.test(party[0]!.lower)) continue;
    return toGiver(text, text, -1, tokens, at, from, to, [lower.startsWith('believe') ? i - 2 : i, Math.max(last, opens)], true);
  }
  return undefined;
}

/** "the council's own figure is 14": the figure, or count, that a party has. */
function byOwnFigure(tokens: readonly Token[], from: number, at: number, to: number): Giver | undefined {
  let first = from;
  while (first < at && CONNECTS.test(tokens[first]!.lower)) first++;
  const noun = tokens.slice(first, Math.min(at, first + 9)).findIndex(({ lower }) => COUNT_NOUN.test(lower));
  if (noun < 2 || !/^(?:is|was|stands|stood|came|comes)$/.test(tokens[first + noun + 1]?.lower ?? '')) return undefined;
  const party = tokens.slice(first, first + noun);
  const owner = party.findLastIndex(({ text }) => /['’]s?$/.test(text));
  if (owner < 0 || party.slice(owner + 1).some(({ lower }) => !/^(?:s|own|latest|official)$/.test(lower)) || party.some(({ type }) => type === 'number')) return undefined;
  const text = textOf(party.slice(0, owner + 1)).replace(/['’]s?$/, '');
  return toGiver(text, text, -1, tokens, at, from, to, [first, first + noun + 1], true);
}

/** "1,900 jobs would go, the union said" */
function byTail(tokens: readonly Token[], from: number, at: number, next: number, to: number, figure: Figure, analysis: Pick<Analysis, 'attributions' | 'draft'>): Giver | undefined {
  let last = to - 1;
  while (last > next && tokens[last]!.type === 'sign') last--;
  while (last > next && (isCalendarWord(tokens[last]!) || /^(?:on|today|yesterday|later|earlier)$/.test(tokens[last]!.lower))) last--;
  if (!SAYS.has(tokens[last]?.lower ?? '') && !PUTS.has(tokens[last]?.lower ?? '')) return undefined;
  let first = last - 1;
  while (first > next && tokens[first]!.text !== ',') first--;
  if (tokens[first]?.text !== ',') return undefined;
  return giverOf(tokens, first + 1, last - 1, last, at, from, to, figure, analysis);
}

/** "the Red Cross 34": the party beside its number, and the verb left out. */
function alone(tokens: readonly Token[], from: number, at: number, next: number, to: number): Giver | undefined {
  let first = from;
  while (first < at && CONNECTS.test(tokens[first]!.lower)) first++;
  let last = at - 1;
  while (last > first && (HEDGE.test(tokens[last]!.lower) || tokens[last]!.text === ',')) last--;
  const party = tokens.slice(first, last + 1);
  if (first === 0 || party.length < 2 || party.length > 8 || !/^(?:the|its|their)$/.test(party[0]!.lower) || party.some(token => token.type !== 'word' && !token.joined && token.text !== ',' || FUNCTION_WORDS.has(token.lower) && !/^(?:the|of|for|its|their|own)$/.test(token.lower) || isGiving(token) || isVerb(token) || /^(?:themselves|itself|remaining|other|last|next)$/.test(token.lower))) return undefined;
  if (tokens.slice(next, to).some(({ type }) => type === 'word')) return undefined;
  // A party that tells of others, with a verb of telling before it: "police counted 200, the families 600".
  const before = tokens.slice(Math.max(0, from - 25), from);
  const told = before.some((token, n) => isGiving(token, before[n + 1]));
  if (!told) return undefined;
  const text = textOf(party);
  const verb = before.findLastIndex((token, n) => isGiving(token, before[n + 1]));
  const giver = toGiver(text, text, -1, tokens, at, from, to, [first, last + 1], true);
  return giver && { ...giver, records: recordsAt(before, verb) };
}

function byAttribution(figure: Figure, tokens: readonly Token[], from: number, to: number, { attributions, draft }: Pick<Analysis, 'attributions' | 'draft'>): Giver | undefined {
  const attribution = figure.saidBy === undefined ? undefined : attributions[figure.saidBy];
  if (!attribution?.source || attribution.sourceKind === 'none') return undefined;
  const source = draft.text.slice(attribution.source.start, attribution.source.end);
  const party = attribution.speaker ?? source;
  if (PRONOUN.test(party.toLowerCase()) || /\d|^(?:an? )?(?:majority|share|number|half|most|third|quarter)\b|^\w+ly$/i.test(party)) return undefined;
  const used = new Set<number>();
  const offset = figure.sentence.prose.start;
  for (const span of [attribution.source, attribution.cue]) {
    if (!span) continue;
    for (let i = from; i < to; i++) {
      const place = figure.sentence.leaf.toSource({ start: tokens[i]!.start + offset, end: tokens[i]!.end + offset });
      if (place.start < span.end && span.start < place.end) used.add(i);
    }
  }
  const core = namesOf(party);
  return { words: party, names: new Set([...core, ...namesOf(source)]), core, head: headOf(party), institution: false, verb: '', records: false, gives: false, own: false, attributed: true, from, to, tokens: used };
}

function speakerOf(figure: Figure, { attributions }: Pick<Analysis, 'attributions'>): string | undefined {
  return figure.saidBy === undefined ? undefined : attributions[figure.saidBy]?.speaker;
}

/** A verb of counting; not one that "counts on" so many. */
function recordsAt(tokens: readonly Token[], verb: number): boolean {
  return verb >= 0 && RECORDS.has(tokens[verb]!.lower) && tokens[verb + 1]?.lower !== 'on';
}

/** A verb in a form that is no noun. */
function isVerb({ lower }: Token): boolean {
  return predicateOf(lower) !== undefined && !isAlsoNoun(lower) || LEVEL_VERB.test(lower) || CHANGE_VERB.test(lower) && !CHANGE_NOUN.test(lower);
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token, i) => (i > 0 && !token.joined ? ` ${token.text}` : token.text)).join('');
}

function namesOf(party: string): ReadonlySet<string> {
  return new Set(party.toLowerCase().replace(/['’]s?\b/g, '').split(/[^\p{L}\p{N}]+/u).filter(word => word.length > 1 && !/^(?:the|an|its|their|his|her|of|for|and|mr|ms|mrs|dr|own|which|who|has|in)$/.test(word)).map(lower => stem({ lower })));
}

/** The last noun before "of" or "for": "ministry" in "the ministry of health". */
function headOf(party: string): string {
  const noun = party.toLowerCase().split(/,| (?:of|for|in|at) /)[0]!.trim().split(' ').at(-1) ?? '';
  return stem({ lower: noun });
}
