// Words with which English news copy tells what somebody wants, favours, knows or feels, whether they said so or not.
import { buildForms, type ReportingVerb } from './reporting.ts';
import { words } from './word-list.ts';

/** A verb that tells a stance. */
export interface StanceVerb extends ReportingVerb {
  /** The words of which one must stand behind it ("point to"); undefined where any object does. */
  readonly before: ReadonlySet<string> | undefined;
}

/**
 * Entries as in reporting.ts. With `:` one of the words that must stand behind; `as` stands behind the object ("views him as a rival").
 * The classes are those of English grammars: what is said of a thing, what is thought, what is wanted, what is felt, on whose side somebody is.
 */
const VERBS = `
  speak/spoke/spoken:against|out talk:up refer/referred:to allude:to point:to touch:on|upon dwell/dwelt:on harp:on elaborate:on expand:on comment:on|about remark:on sound:off weigh:in
  highlight spotlight reference recite recap summarize summarise recapitulate quote name identify email e-mail text post share retweet re-tweet thank congratulate salute greet welcome applaud cheer boo jeer heckle
  scoff:at sneer:at laugh:at joke:about poke:fun slam knock hammer lambast skewer savage assail trash attack swipe:at excoriate pillory rebuke reprimand reproach censure deplore rap denigrate demean malign smear
  downplay minimize minimise play:down|up discount brush:off|aside shrug:off wave:off|away question challenge credit fault attribute debate respond:to|with reply:to react:to|with answer
  lay/laid:out spell:out bring/brought:up sum:up double:down promote circulate unveil
  quiz grill query press pressure push lobby nudge prod goad coax discourage dissuade persuade convince order instruct invite summon nominate appoint pick
  view:as see/saw/seen:as regard:as perceive:as paint:as frame:as bill:as cast/cast:as treat:as interpret:as construe:as position:as present:as

  know/knew/known learn discover notice recognize recognise understand/understood forget/forgot/forgotten remember recollect ignore overlook see/saw/seen watch witness
  mull weigh contemplate study examine review investigate explore assess evaluate gauge judge calculate decide resolve:to|that foresee/foresaw/foreseen envisage envision dream:of|about|that fantasize:about
  believe:in count:on|upon bank:on bet/bet:that wager:that gamble:on|that focus:on concentrate:on care:about|for think/thought:about|of worry:about|over
  agree:with|on|to disagree:with|on|over concur:with|that differ:on|over|with clash:over|with|on side:with sympathize:with sympathise:with accept embrace adopt rebuff spurn shun reconsider prioritize prioritise

  want intend:to plan/planned:to|on|for seek/sought aim:to wish:for|to|that long:for|to yearn:for|to crave covet desire prefer opt:for|to|against elect:to decide:to|that|against|on refuse decline offer volunteer:to commit/committed:to
  strive:to|for push:for|to press:for fight/fought:for|against campaign:for|against|on rally:for|against|behind|around crusade:for|against march:for|against lobby:for|against vote:for|against|to|in
  ask:for argue:for|against insist:on appeal:for call:for|on petition approve sponsor cosponsor co-sponsor veto

  love like enjoy adore hate loathe despise detest dislike resent dread regret admire appreciate respect value cherish treasure relish revere mourn grieve envy pity trust distrust mistrust abhor celebrate tolerate resist favor favour
  support back oppose object:to marvel:at|over gripe:about|that grumble:about|that moan:about rant:about|against|that rave:about|that fume:about|at|over|that rage:against whine:about|that fret:about|over|that obsess:over|about balk:at bristle:at
  recoil:at|from chafe:at agonize:over`;

const VERB_BY_FORM: ReadonlyMap<string, readonly StanceVerb[]> = buildVerbs();

/** Every form of every verb that tells a stance. */
export const STANCE_FORMS: ReadonlySet<string> = new Set(VERB_BY_FORM.keys());

/** The verbs that tell a stance of which the word, in small letters, is a form. */
export function stanceVerbs(word: string): readonly StanceVerb[] | undefined {
  return VERB_BY_FORM.get(word);
}

/** States of mind that a subject is said to be in, with a word behind them that opens what they are about. */
export const STATES: ReadonlyMap<string, ReadonlySet<string>> = buildStates({
  'that to about of over by with at': `
    afraid alarmed amazed amused angered angry annoyed anxious appalled ashamed astonished astounded aware baffled bitter bothered bullish careful cautious certain comfortable concerned confident confused conscious content convinced
    curious cynical defiant delighted determined disappointed discouraged disgusted dismayed disturbed divided doubtful dubious eager ecstatic embarrassed emphatic encouraged enraged enthusiastic envious excited fascinated fearful fond
    frank frightened frustrated furious glad grateful gratified guilty happy hesitant hopeful horrified hostile impatient impressed incensed incredulous indifferent infuriated insistent intent interested intrigued irked irritated
    jealous joyful keen leery livid loath mad mindful miffed moved mystified nervous nostalgic offended open optimistic outraged overjoyed passionate perplexed persuaded perturbed pessimistic pleased positive proud puzzled
    quick reluctant relieved resentful resigned sad saddened satisfied scared sceptical shaken shocked sick skeptical slow sorry startled struck stunned sure surprised suspicious sympathetic terrified thankful thrilled tired torn touched troubled
    unafraid unapologetic unaware uncertain uncomfortable unconcerned unconvinced undecided uneasy unhappy unimpressed unsure unwilling upbeat upset vague vocal wary weary willing worried adamant ambivalent clear explicit blunt
    outspoken candid prepared tempted inclined opposed committed dedicated devoted receptive averse resistant`,
  'of on toward towards in about to': 'critical supportive dismissive contemptuous disdainful scornful complimentary tolerant intolerant approving disapproving respectful protective',
  'for against in': 'grateful thankful sorry ready eager impatient interested',
  whether: 'unsure uncertain undecided unclear sure certain',
});

/** Verbs that say little beside a noun that says what is done: "took issue with", "made the case that", "issued a warning". */
export const LIGHT_VERBS: ReadonlySet<string> = words(`
  take takes took taking taken make makes made making give gives gave giving given have has had having issue issues issued issuing raise raises raised raising launch launches launched launching deliver delivers delivered delivering
  offer offers offered offering express expresses expressed expressing voice voices voiced voicing draw draws drew drawing pay pays paid paying hold holds held holding find finds found finding lay lays laid laying cast casts casting
  show shows showed showing file files filed filing send sends sent sending sign signs signed signing release releases released releasing publish publishes published publishing post posts posted posting put puts putting
  throw throws threw throwing mount mounts mounted mounting field fields fielded fielding repeat repeats repeated repeating set sets setting write writes wrote writing written submit submits submitted submitting present presents presented
  presenting run runs ran running share shares shared sharing hear hears heard seek seeks sought get gets got win wins won receive receives received lend lends lent reiterate`);

/** Nouns that tell, with a light verb before them, what somebody says or holds. */
export const UTTERANCES: ReadonlySet<string> = words(`
  aim swipe swipes shot shots jab jabs dig digs issue exception note case cases point points argument arguments comment comments statement statements reference references speech speeches address remark remarks answer answers response
  responses reply promise promises pledge pledges vow vows call calls claim claims suggestion suggestions prediction predictions attack attacks opinion opinions view views doubt doubts hope hopes question questions concern concerns
  criticism criticisms support opposition threat threats warning warnings announcement announcements plan plans joke jokes impression position positions stance endorsement verdict ruling order orders letter letters memo memos
  report reports tweet tweets message messages email emails complaint complaints lawsuit lawsuits petition petitions brief briefs motion request requests demand demands proposal proposals appeal appeals apology apologies
  assurance assurances confidence disappointment frustration frustrations anger outrage sympathy condolences gratitude thanks regret regrets skepticism scepticism optimism pessimism interest desire willingness reluctance preference
  faith trust belief beliefs sense attention tribute heed accusation accusations allegation allegations charge charges objection objections reservations misgivings fears fear worries worry alarm alarms explanation explanations
  defense defence rebuke rebuttal denial denials testimony account accounts interview lecture pitch presentation fun light mockery clear plain`);

function buildStates(lists: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  const states = new Map<string, Set<string>>();
  for (const [behind, adjectives] of Object.entries(lists)) {
    for (const adjective of words(adjectives)) {
      const before = states.get(adjective) ?? new Set();
      for (const word of words(behind)) before.add(word);
      states.set(adjective, before);
    }
  }
  return states;
}

function buildVerbs(): ReadonlyMap<string, readonly StanceVerb[]> {
  const forms = new Map<string, StanceVerb[]>();
  for (const entry of VERBS.trim().split(/\s+/)) {
    const [verb = '', behind] = entry.split(':');
    const before = behind === undefined ? undefined : words(behind.replaceAll('|', ' '));
    buildForms(verb, 'object', (form, v) => {
      const list = forms.get(form);
      if (list) list.push({ ...v, before });
      else forms.set(form, [{ ...v, before }]);
    });
  }
  return forms;
}
