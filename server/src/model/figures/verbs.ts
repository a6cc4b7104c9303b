// Verbs of news copy by what they say of a figure: the forms of each, and the classes of those that mean the same.
import { words } from '../../language/word-list.ts';
import { sameThing } from './lexicon.ts';

/** Verbs that mean the same where they stand with a figure; the first names the class. `kill die` says how many are dead, in whatever voice. */
const CLASSES = [
  'kill die slay perish murder', 'injure wound hurt', 'rise climb increase grow jump surge soar advance swell', 'fall drop decline decrease slip slide plunge tumble sink shrink dip ease',
  'employ', 'own', 'win', 'beat defeat', 'lose', 'sell', 'buy acquire purchase', 'found establish', 'begin start launch open', 'build construct erect', 'arrest detain', 'kidnap abduct seize', 'free release',
  'attack raid storm', 'explode detonate', 'destroy wreck flatten demolish', 'damage', 'flee evacuate displace', 'borrow owe', 'donate', 'produce generate manufacture', 'attend', 'vote', 'elect', 'marry', 'measure span stretch',
  'weigh', 'last', 'hire recruit', 'dismiss', 'sentence jail imprison', 'award grant', 'publish', 'score', 'carry', 'receive', 'contain comprise', 'sign', 'spend pay', 'earn', 'live reside', 'study', 'treat', 'test', 'infect',
  'close shut', 'cancel', 'ban', 'approve adopt', 'reject', 'steal', 'rescue save', 'burn', 'ship', 'plant', 'teach', 'visit', 'run', 'serve', 'eat', 'drink', 'drive', 'fly', 'sail', 'travel', 'cross', 'write', 'read', 'show', 'find', 'use',
  'speak', 'survey poll', 'support back', 'oppose', 'charge', 'convict', 'accuse', 'fine', 'sue', 'invest', 'raise', 'cut', 'lend', 'save', 'move', 'send', 'deploy', 'train', 'return', 'join', 'leave', 'play', 'finish', 'rank', 'appear', 'direct', 'star', 'feature',
  'cost price', 'house', 'seat hold', 'host', 'name', 'nominate', 'plead', 'gather collect', 'distribute', 'offer', 'enroll enrol', 'graduate', 'occupy', 'cover', 'generate', 'process', 'recall', 'hear', 'bear', 'create', 'add gain', 'expel', 'shoot', 'fire', 'protest march', 'strike hit', 'draw attract',
] as const;

/** Verbs that say no more than that there is such a figure, or that somebody gives it. */
const PLAIN = 'be have stand remain stay total number amount come put estimate count report give make reach set record list register say tell announce expect forecast project predict believe think claim do get take include feature see hold face';

const IRREGULAR: Readonly<Record<string, string>> = {
  be: 'be is are was were been being am', have: 'have has had having', do: 'do does did done doing', die: 'die dies died dying', slay: 'slay slays slew slain', hurt: 'hurt hurts hurting', rise: 'rise rises rose risen rising', grow: 'grow grows grew grown growing', swell: 'swell swells swelled swollen swelling', fall: 'fall falls fell fallen falling',
  slide: 'slide slides slid sliding', sink: 'sink sinks sank sunk sinking', shrink: 'shrink shrinks shrank shrunk shrinking', win: 'win wins won winning', beat: 'beat beats beaten beating', lose: 'lose loses lost losing', sell: 'sell sells sold selling', buy: 'buy buys bought buying', begin: 'begin begins began begun beginning', build: 'build builds built building', flee: 'flee flees fled fleeing',
  spend: 'spend spends spent spending', pay: 'pay pays paid paying', shut: 'shut shuts shutting', steal: 'steal steals stole stolen stealing', burn: 'burn burns burned burnt burning', teach: 'teach teaches taught teaching', run: 'run runs ran running', eat: 'eat eats ate eaten eating', drink: 'drink drinks drank drunk drinking', drive: 'drive drives drove driven driving', fly: 'fly flies flew flown flying',
  write: 'write writes wrote written writing', read: 'read reads reading', show: 'show shows showed shown showing', find: 'find finds found finding', speak: 'speak speaks spoke spoken speaking', cut: 'cut cuts cutting', lend: 'lend lends lent lending', send: 'send sends sent sending', leave: 'leave leaves left leaving', hold: 'hold holds held holding', bear: 'bear bears bore born borne bearing', shoot: 'shoot shoots shot shooting',
  draw: 'draw draws drew drawn drawing', cost: 'cost costs costing', hear: 'hear hears heard hearing', stand: 'stand stands stood standing', come: 'come comes came coming', put: 'put puts putting', give: 'give gives gave given giving', make: 'make makes made making', set: 'set sets setting', say: 'say says said saying', tell: 'tell tells told telling', think: 'think thinks thought thinking', get: 'get gets got gotten getting', take: 'take takes took taken taking', see: 'see sees saw seen seeing', strike: 'strike strikes struck stricken striking', hit: 'hit hits hitting',
};

/** The forms of a regular verb. */
export function formsOf(verb: string): readonly string[] {
  const irregular = IRREGULAR[verb];
  if (irregular !== undefined) return irregular.split(' ');
  if (/[^aeiou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const third = /(?:s|x|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  // "slipped", "enrolled": a short vowel before the last consonant doubles it; so do a few that end in -el and -ol.
  const stem = /^[^aeiou]*[aeiou][bdgmnpt]$/.test(verb) || /(?:^expel|cancel|^enrol)$/.test(verb) ? verb + verb.at(-1)! : verb;
  return [verb, third, `${stem}ed`, `${stem}ing`];
}

const CLASS_OF = new Map<string, string>();
for (const group of CLASSES) {
  const verbs = group.split(' ');
  for (const verb of verbs) for (const form of formsOf(verb)) if (!CLASS_OF.has(form)) CLASS_OF.set(form, verbs[0]!);
}
const PLAIN_FORMS = new Set(PLAIN.split(' ').flatMap(formsOf));
/** Verb forms that are nouns or adjectives as often: only an auxiliary or an object shows the verb. */
const ALSO_NOUNS = words('draw draws drawing rise increase increases jump jumps surge advance advances drop drops decline declines decrease slip slips slide slides dip dips win wins start starts launch open close raid raids storm storms attack attacks damage hurt sentence sentences award awards grant grants study studies test tests ban bans burn ship ships plant plants visit visits run runs drink drinks drive use uses survey surveys poll polls support back charge charges fine fines cut cuts move moves return returns train trains play plays finish rank ranks star stars feature features cost costs price prices house houses seat seats host hosts name names offer offers cover process recall protest protests march strike strikes hit hits fire fires building buildings count counts total number numbers amount estimate estimates report reports forecast forecasts project projects set sets record records list lists register claim claims face show shows find finds purchase purchases release score scores measure measures last travel cross free own vote votes leave leaves stay stand stands jail poll meeting opening reading spending earnings beginning training saving savings killing shooting hearing building drinking sailing');

/** What a verb form says: the name of its class, '' for one that says no more than that there is such a figure; undefined where it is no known verb. */
export function predicateOf(form: string): string | undefined {
  if (PLAIN_FORMS.has(form)) return CLASS_OF.has(form) && form !== 'hold' && form !== 'held' && form !== 'holds' && form !== 'holding' ? CLASS_OF.get(form) : '';
  return CLASS_OF.get(form);
}

/** Deeds, by their classes, that no two figures share: the dead are not the hurt, what was bought is not what was sold. */
const EXCLUSIVE = ['kill injure rescue arrest detain evacuate', 'buy sell lease donate', 'approve reject', 'support oppose', 'win lose', 'hire dismiss leave', 'build destroy', 'close begin', 'send receive', 'convict free', 'plant cut'].map(group => group.split(' ').map(verb => sameThing(predicateOf(verb) ?? verb)));

/** Do two classes of verbs say what cannot be said of the same? */
export function deedsApart(one: string, other: string): boolean {
  return one !== other && EXCLUSIVE.some(group => group.includes(one) && group.includes(other));
}

/** Does the form stand for a noun or an adjective as often? */
export function isAlsoNoun(form: string): boolean {
  return ALSO_NOUNS.has(form);
}
