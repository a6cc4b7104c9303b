// How a sentence goes on with the one before, as far as its own words say so: "Another 40 were damaged", "Conversely, …", "The survey was conducted in May", "It would have to …".
import type { LeafContent } from '../../draft/draft.ts';
import { tokenize, type Token } from '../../language/tokens.ts';
import { words } from '../../language/word-list.ts';
import type { Span } from '../../span.ts';

/** How a sentence begins, and what it names. */
export interface Opening {
  /** `part`: a part or the rest of what was just counted ("Of those,", "Another 40"); `figure`: a further figure ("Some 31 percent", "Among tenants,", "The rate", "Conversely,"). */
  readonly goesOn: 'part' | 'figure' | undefined;
  /** Does it tell how a survey or a tally was made, or say at once that it goes on with one? */
  readonly method: Method | undefined;
  /** The words for somebody's plan at its beginning: "the mayor's plan". */
  readonly plan: Span | undefined;
  /** Does it speak of a forecast? */
  readonly forecasts: boolean;
}

/** What the rest of a sentence says of its being said, foreseen, planned, polled or charged. */
export interface Telling {
  /** Does it begin with what the writer makes of the figures, or with another time: "In effect,", "In 2012,"? */
  readonly turnsAway: boolean;
  /** "It is the steepest fall", "That would be": what was just foreseen, measured. */
  readonly measuresIt: boolean;
  /** "is projected to reach": by whoever was just named; `expected` alone may be the writer's word. */
  readonly foreseen: 'projected' | 'expected' | undefined;
  /** Does it tell what will be or would be by a forecast that it speaks of? */
  readonly foretold: boolean;
  /** "It would", "And the port had to": what was just said, planned or demanded. */
  readonly supposed: boolean;
  /** "would": of a plan, what stands in it, and not what would come of it ("would cost"). */
  readonly terms: boolean;
  /** "It also lists"; "He also wants". */
  readonly also: 'it' | 'wish' | undefined;
  /** Does it speak as polls are told: of voters, their approval, a lead in points? `respondents`: of those who were asked, as only a poll can. */
  readonly polled: 'voters' | 'respondents' | undefined;
  /** "the lists", "the filings", at its beginning: documents that were named. */
  readonly documents: boolean;
  /** Does it begin with a person's pronoun, or with what somebody did, "Flanked by", as a story is told on? */
  readonly tellsOn: boolean;
  /** "And that is why": a consequence drawn with what was just said. */
  readonly adds: boolean;
  /** "was accused of", "allegedly": by the complaint that was just cited. */
  readonly accused: boolean;
  /** The years that it gives. */
  readonly years: readonly string[];
}

export interface Method {
  readonly noun: string;
  /** The words for the survey, from the sentence's start; undefined where only a pronoun or nothing stands for it. */
  readonly words: Span | undefined;
}

/** How a sentence of a leaf begins; read once for as long as the leaf's words stay. */
export const openingOf = remembered<Opening>(text => new OpeningOfText(text));
/** What a sentence of a leaf tells; as `openingOf`. */
export const tellingOf = remembered(readTelling);
/** The noun of a document that a sentence announces, and that the next ones may name: "in one of the first polls"; as `openingOf`. */
export const announcedBy = remembered(text => ANNOUNCES.exec(text)?.[1]?.toLowerCase().replace(/(?:s|es)$/, '') ?? '');

function remembered<T>(read: (text: string) => T): (content: LeafContent, index: number) => T {
  const byLeaf = new WeakMap<LeafContent, Map<number, T>>();
  return (content, index) => {
    let ofLeaf = byLeaf.get(content);
    if (!ofLeaf) byLeaf.set(content, (ofLeaf = new Map()));
    let found = ofLeaf.get(index);
    if (found === undefined) {
      const { start, end } = content.sentences[index]!;
      ofLeaf.set(index, (found = read(content.prose.slice(start, Math.min(end, start + 1_000)))));
    }
    return found;
  };
}

const TURNS_AWAY = /^(?:(?:but|and|yet|still|however|now),? )?(?:in (?:effect|fact|practice|reality|other words|short|theory)\b|to (?:put|give|set)\b|for (?:context|comparison|perspective|example)\b|(?:that|this|which) (?:means|meant|suggests)\b|put (?:another|differently)|historically\b|separately\b|elsewhere\b|by law\b|(?:last|next|later that|a|one|two|three|five|ten|earlier) (?:year|decade|century|years|decades)\b|(?:years|decades) (?:ago|earlier|later)\b|(?:[a-z]+[ -]){1,3}(?:years|decades) (?:ago|earlier|later)\b|(?:in|since|by|until|from|before|after) (?:(?:early|late|mid|the|january|february|march|april|may|june|july|august|september|october|november|december)[ -]){0,2}(?:1[5-9]|20)\d\d\b)/i;
const MEASURES_IT = /^(?:(?:and|but|still|if so),? )?(?:it|that|this|both)(?:'s|’s| (?:is|was|would be|will be|would mark|marks?|would still be|represents?))\b.{0,80}\b(?:declines?|drop|fall|falls|fell|increases?|rise|gain|growth|slowdown|contraction|expansion|jump|cut|downgrade|upgrade|pace|rate|level|figure|forecast|estimate|projection|deficit|surplus|than|slowest|fastest|weakest|strongest)\b/i;
const PROJECTED = /\b(?:is|are|was|were|has been|have been|had been|being|be) (?:now |also |still |then |only |currently )?(?:projected|forecast|forecasted|predicted|foreseen) (?:to|at)\b/i;
const EXPECTED = /\b(?:is|are|was|were) (?:now |also |still |then |only |currently )?(?:expected|anticipated|estimated|seen|set) to\b/i;
const FORECAST_WORDS = /\b(?:forecasts?|projections?|outlook|projected|estimates?)\b/i;
const SUPPOSED = /^(?:(?:and|but|so|instead|rather|still|otherwise|then),? )?(?:it|they|he|she|that|this|these|those|there|any|anyone|no|the|such|each|every|neither|both|doing)\b(?: [^\s,;:]{1,30}){0,6}? (?:would|wouldn[’']t|(?<!\b(?:has|have) )had to|should|must|ought)\b(?! (?:later|go on|eventually|soon|subsequently|come to|never again|become|win|lose)\b)/i;
const EFFECT = /\bwould\b(?: [a-z]+ly| also| still| then| only| not| have| be| more| further)* (?:costs?|sav(?:e|ed|ing)|add|added|rais\w+ (?:about|some|more|an|up|\$|€|£|\d)|reduce|increas\w+|lead|led|result\w*|creat\w+|destroy\w*|benefit\w*|hurt|harm|help|mean|drive|affect|boost|depress|cause|lose|lost|gain|rise|fall|grow|shrink)\b/i;
/** "It would be the first strike since …": a claim of its own, whoever spoke before. */
const RANKS = /\b(?:would|should|must|had to) (?:also |then |still )?(?:be|become|mark|remain) (?:the|its|their|his|her|one of the|only the) (?:[a-z-]{1,20} )?(?:first|second|third|last|only|most|least|[a-z]{2,12}est)\b/i;
const WOULD = /\bwould(?:n[’']t)?\b/i;
const UNDER_PLAN = /^(?:but |and |also,? )?under ((?:his|her|their|its|[^,;]{1,60}?[’']s?) (?:[a-z-]{1,20} ){0,3}(?:plan|proposal|bill|scheme|blueprint|policy|programme|program|measure|offer|proposals|plans))\b/i;
const ALSO_WISH = /^(?:and |but )?(?:he|she|they) (?:also|further|additionally) (?:wants?|wanted|hopes?|hoped|plans?|planned|proposes?|proposed|intends?|intended|favou?rs?|favou?red|seeks?|sought|aims?|aimed|promised|pledged|vowed|would|(?:has|have|had) (?:proposed|promised|pledged|vowed|called))\b/i;
const ALSO_IT = /^(?:and |but )?(?:it|they) (?:also|further|then|even)\b/i;
const POLLED = /\b(?:voters?|respondents?|undecideds?|registered|approv\w{1,8}|disapprov\w{1,8}|(?:un)?favou?rab(?:le|ly|ility)|would vote|vote for|electorate|matchup|match-up|head-to-head|two-way|four-way|in the (?:last|latest|previous|new|same|most recent) (?:poll|survey)|the poll|the survey|margin of error|(?:percentage|percent) points?|leads?|led|trails?|trailed|trailing|ahead of|bump|(?:comes?|came) in (?:at|second|third|fourth|last)|tied (?:at|for|with)|(?:is|are|was|were|gets?|got|draws?|drew|follow(?:s|ed)? (?:at|with)) (?:at )?(?:just |only |about )?\d{1,2}(?:\.\d)?(?: percent|%))(?!\w)/i;
const RESPONDENTS = /\b(?:respondents?|those (?:polled|surveyed|questioned|interviewed|asked)|(?:people|voters|adults|tenants|residents|employees|workers|parents|students) (?:polled|surveyed|questioned)|(?:the|that|this) question was (?:asked|put))\b/i;
const ANNOUNCES = /\b(?:an?|another|new|recent|latest|one of (?:the|several)|some|several|two|three|first) (?:[\p{L}\p{N}-]{1,20} ){0,3}?(polls?|survey?s?|stud(?:y|ies)|analys[ie]s|audits?|reports?|reviews?)\b/iu;
const NAMED_DOCUMENTS = /^(?:while |although |though |but |and )?(?:(?:both|all|most|none) of )?(?:the|these|those|their|its) (?:[a-z-]{1,20} ){0,2}(?:lists|estimates|tallies|rankings|valuations|figures|polls|surveys|counts|studies|filings|documents|records|disclosures|projections|forecasts|calculations|reports)\b/i;
const TELLS_ON = /^(?:(?:and|but|then|later|afterward|afterwards|there),? )?(?:(?:he|she|they)\b(?! (?:was|were|is|are) (?:born|the)\b)|(?:flanked|surrounded|joined|accompanied|asked|dressed|faced|pressed|backed|watched|followed) by\b)/i;
const ADDS = /^and (?:it|that|this|they)(?:[’']s|[’']re| is| was| are| were)\b/i;
const ACCUSED = /\b(?:(?:is|are|was|were|stands?|stood|has been|have been) (?:also |further |then )?(?:accused|alleged|suspected|said to)\b|allegedly\b)/i;

/** Read piece by piece, each once and as it is asked for: most sentences are asked for little. `null` is what was not read yet. */
class OpeningOfText implements Opening {
  readonly #text: string;
  #goesOn: Opening['goesOn'] | null = null;
  #method: Opening['method'] | null = null;
  #plan: Opening['plan'] | null = null;
  #forecasts: boolean | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  get goesOn(): Opening['goesOn'] {
    if (this.#goesOn === null) this.#goesOn = goesOn(tokenize(this.#text, 0, Math.min(this.#text.length, 200), REACH));
    return this.#goesOn;
  }

  get method(): Opening['method'] {
    if (this.#method === null) this.#method = readMethod(this.#text);
    return this.#method;
  }

  get plan(): Opening['plan'] {
    if (this.#plan === null) this.#plan = readPlan(this.#text);
    return this.#plan;
  }

  get forecasts(): boolean {
    this.#forecasts ??= FORECAST_WORDS.test(this.#text);
    return this.#forecasts;
  }
}

/** As an opening, but for the memory: few of its parts are asked for twice. */
function readTelling(text: string): Telling {
  return {
    get turnsAway() { return TURNS_AWAY.test(text); },
    get measuresIt() { return MEASURES_IT.test(text); },
    get foreseen() { return PROJECTED.test(text) ? 'projected' : EXPECTED.test(text) ? 'expected' : undefined; },
    get foretold() { return FORECAST_WORDS.test(text) && /\b(?:will|would)\b/i.test(text); },
    get supposed() { return SUPPOSED.test(text) && !RANKS.test(text); },
    get terms() { return WOULD.test(text) && !EFFECT.test(text); },
    get also() { return ALSO_WISH.test(text) ? 'wish' : ALSO_IT.test(text) ? 'it' : undefined; },
    get polled() { return RESPONDENTS.test(text) ? 'respondents' : POLLED.test(text) ? 'voters' : undefined; },
    get documents() { return NAMED_DOCUMENTS.test(text); },
    get tellsOn() { return TELLS_ON.test(text); },
    get adds() { return ADDS.test(text); },
    get accused() { return ACCUSED.test(text); },
    get years() { return text.match(/\b(?:1[5-9]|20)\d\d\b/g) ?? []; },
  };
}

function readPlan(text: string): Span | undefined {
  const match = UNDER_PLAN.exec(text);
  if (!match) return undefined;
  const start = match[0].length - match[1]!.length;
  return { start, end: start + match[1]!.length };
}

// ---- how a sentence begins ----------------------------------------------------------------------

const JOINTS = words('but and still however meanwhile also only just even yet then so while');
const TURNS = words('conversely similarly likewise overall nationwide nationally');
const BEFORE_NUMBER = words('some about around nearly almost roughly only just another more fewer less over under up at approximately an a');
const QUANTIFIERS = words('half most both two three four five six seven eight nine ten eleven twelve one-third two-thirds one-quarter three-quarters several dozens hundreds thousands');
const FRACTIONS = words('third quarter fifth tenth majority plurality fraction minority');
const MEASURES = words('figure figures rate share number numbers total lead margin gap average median proportion percentage sample ratio level');
export const FORECASTS = words('forecast forecasts estimate estimates projection projections outlook prediction predictions guidance');
const POINTERS = words('those these them');

/** How far an opening is looked at, in tokens. */
const REACH = 14;

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
  // "It raised its forecast", "On Monday, it raised its growth forecast": still what the office said of itself.
  const it = comma > at && comma - at <= 4 && is(at, 'on', 'in', 'this', 'last') ? comma + 1 : at;
  if (is(it, 'it', 'they') && all.some((_, i) => i > it && i < it + 7 && is(i, 'its', 'their', 'the') && [1, 2, 3].some(n => FORECASTS.has(all[i + n]?.lower ?? '')))) return 'part';
  // "That surpasses the 800,000 of last year", "That is up from 3 percent"
  if (is(at, 'that', 'this') && /^(?:is|was|[a-z]{3,}s)$/.test(all[at + 1]?.lower ?? '')) return 'figure';
  if (is(at, "that's")) return 'figure';
  // "Conversely, …", "By contrast, 5 percent …"
  if (TURNS.has(all[at]?.lower ?? '') && comma === at + 1) return 'figure';
  if (is(at, 'by', 'in') && is(at + 1, 'contrast', 'comparison') && comma === at + 2) return 'figure';
  // "Among tenants, …", "In May, the rate …"
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

// ---- how a survey was made ----------------------------------------------------------------------

const MARGIN = /\bmargins? of (?:sampling )?error\b|\bsampling error\b/i;
const MADE = /\b(?:conducted|fielded|carried out|surveyed|polled|interviewed|questioned|sampled|canvassed|representative sample|random sample|sample of|sample size|respondents|covers|covered)\b/i;
export const STUDY = /^(?:the|this|that)\b((?:\s[\p{L}\p{N}\p{M}/’'&.-]{1,30}){0,6}?\s(poll|survey|study|census|canvass|questionnaire|research|sample))\b/iu;

/** "In the survey, …", "When the poll asked about both, …" */
const IN_STUDY = /^(?:in|when|by|for|from|according to) ((?:the|that|this|its) (?:[\p{L}\p{N}\p{M}/’'&.-]{1,30} ){0,4}?(poll|survey|study|census|questionnaire))\b[^,]{0,80},/iu;

/** "The Gazette's tally does not include gifts in kind": what a count holds, it says itself. */
const HOLDS = /^(((?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hat|[Tt]hose|[Ii]ts|[Tt]heir)|[\p{L}\p{N}.&-]{1,30}(?: [\p{Lu}\p{N}][\p{L}\p{N}.&-]{0,30}){0,3}?[’']s?)(?: [\p{L}\p{N}\p{M}/’'&.-]{1,30}){0,4}? (tally|count|analysis|average|database|dataset|data|figures?|totals?|numbers?|lists?|ranking|index|estimates?))(?: [^,.;]{1,60})? (?:(?:does|do|did)(?: not|n[’']t) (?:include|count|cover|reflect)|excludes?\b|(?:includes?|counts?|covers?) only|(?:is|are|was|were) (?:based on|compiled|calculated|drawn from|collected)\b)/u;

const HOLDS_VERB = /n[’']t\b|\b(?:not|excludes?|only|based on|compiled|calculated|drawn from|collected)\b/;

/** "The survey was conducted in May", "It has a margin of error of 4 points", "In the survey, …" */
function readMethod(text: string): Method | undefined {
  const within = IN_STUDY.exec(text);
  if (within) {
    const start = within[0].indexOf(within[1]!);
    return { noun: within[2]!.toLowerCase(), words: { start, end: start + within[1]!.length } };
  }
  const holds = HOLDS_VERB.test(text) ? HOLDS.exec(text) : null;
  if (holds) return { noun: holds[3]!.toLowerCase().replace(/s$/, ''), words: { start: 0, end: holds[1]!.length } };
  const study = STUDY.exec(text);
  const margin = MARGIN.test(text);
  if (!margin && !(study && MADE.test(text))) return undefined;
  if (study) return { noun: study[2]!.toLowerCase(), words: { start: 0, end: study[0].length } };
  const noun = /\b(poll|survey|study|census)s?\b/i.exec(text)?.[1]?.toLowerCase();
  return { noun: noun ?? 'poll', words: noun === undefined ? undefined : { start: text.toLowerCase().indexOf(noun), end: text.toLowerCase().indexOf(noun) + noun.length } };
}
