// Kinds of events: the verbs, turns of phrase and nouns that news copy has for one and the same thing that happened.
import type { Token } from '../../language/quantities/tokens.ts';
import { stem } from './stem.ts';
import { formsOf, isAlsoNoun } from './verbs.ts';

/** Each line a kind: verbs and turns of phrase (their words joined by "_", alternatives by "~"), then its nouns. Of a phrase marked "*" what happens is said of the subject, whatever follows. */
const KINDS = `
leave: resign quit leave depart *step_down *step_aside *stand_down *bow_out | resignation departure exit
retire: retire | retirement
dismiss: dismiss sack fire oust axe | dismissal sacking firing ouster removal
found: found establish create form launch start set_up *date_from *date_back_to *come_into_being *begin_life *start_life | foundation founding establishment creation formation launch
open: open *open_doors *open_gates *open_to_public inaugurate | opening inauguration
reopen: reopen | reopening
close: close shut *close_doors *shut_doors *shut_down close_down *cease_trading~operations~production *go_out_of_business *go_bust~under *fold | closure shutdown deadline
bankrupt: *file_for_bankruptcy *go_bankrupt *enter_administration *go_into_administration | bankruptcy
merge: merge *join_forces | merger
steal: steal rob burgle raid break_into make_off_with taken_from | burglary break-in robbery theft raid heist
burn: burn *destroy_by_fire *gut_by_fire *burn_down *burn_to_ground *catch_fire gut *go_up_in_flames | fire blaze inferno
explode: explode detonate *go_off *blow_up | explosion blast bombing
crash: crash collide derail *come_off_rails | crash collision derailment accident wreck
collapse: collapse *cave_in *give_way *fall_down | collapse
ground: *run_aground | grounding
sink: sink founder capsize *go_down | sinking capsizing shipwreck
kill: die kill murder perish slay *pass_away *lose_life shoot | death passing murder killing shooting
float: float *go_public *list_shares | flotation listing
enact: pass adopt approve enact ratify | passage adoption approval enactment ratification
force: *come_into_force *enter_into_force *come_into_effect *take_effect *enter_force
landfall: *make_landfall *come_ashore *reach_coast~land~shore *hit_coast *strike_coast *cross_coast | landfall
marry: marry wed *tie_knot *exchange_vows | wedding marriage
lead: *take_over *take_charge *take_helm~reins *become *succeed_as
office: *take_office *assume_office swear_in | inauguration swearing-in
publish: publish release issue *come_out *appear *hit_shelves *go_on_sale | publication release
free: free release liberate *walk_free | release liberation
buy: buy acquire purchase take_over | purchase acquisition takeover
move: move relocate | move relocation
arrest: arrest detain *take_into_custody | arrest detention
sentence: sentence jail | sentencing
convict: convict *find_guilty | conviction
begin: begin start launch *get_under_way *kick_off *break_out open | start beginning outset launch kick-off outbreak opening
end: end conclude finish expire close *come_to_an_end *wind_up *run_until~to~till | end expiry conclusion deadline
poll: vote *go_to_polls *cast_ballots | vote election ballot referendum poll
build: build construct erect | construction
complete: complete finish | completion
land: land *touch_down | landing
flood: flood *burst_banks | flood flooding
landslide: slip | landslide mudslide landslip avalanche
quake: quake | earthquake quake tremor
burst: burst rupture | rupture
escape: escape *break_out *break_free | escape breakout
kidnap: kidnap abduct snatch | kidnapping abduction
overthrow: overthrow topple depose | coup overthrow
demolish: demolish raze tear_down pull_down knock_down | demolition
destroy: destroy | destruction
discover: discover find spot unearth *come_to_light | discovery
invade: invade | invasion
abolish: abolish scrap | abolition
divorce: divorce split separate | divorce split separation
strike: *walk_out *go_on_strike *down_tools | walkout strike stoppage
bear: bear | birth
expel: expel | expulsion
join: join
seize: hijack seize | hijacking seizure
withdraw: withdraw *pull_out | withdrawal
suspend: suspend | suspension
sell: sell | sale
arrive: arrive | arrival
erupt: erupt | eruption
sign: sign | signing
attack: attack bomb shell storm | attack assault
elect: elect chosen_as~to vote_in | election
vanish: vanish disappear *go_missing | disappearance
disband: disband dissolve *break_up *split_up | break-up breakup dissolution split
flee: flee escape | flight escape
crown: crown | coronation
acquit: acquit clear | acquittal
quash: quash overturn strike_down | overturning
capture: capture *fall | capture fall
dry: *run_dry *dry_up
unveil: unveil reveal | unveiling
restore: restore reinstate | restoration reinstatement
`;

interface Phrase {
  readonly words: readonly (readonly string[])[];
  readonly kind: string;
  readonly base: boolean;
  /** Is it said of its subject, whatever follows? */
  readonly whole: boolean;
}

const VERBS = new Map<string, string[]>();
const NOUNS = new Map<string, string[]>();
const PHRASES = new Map<string, Phrase[]>();
/** Past forms that the verbs of figures do not hold. */
const IRREGULAR: Readonly<Record<string, string>> = { step: 'steps stepped stepping', stand: 'stands stood standing', quit: 'quits quitting', take: 'takes took taken taking', go: 'goes went gone going', come: 'comes came coming', make: 'makes made making', break: 'breaks broke broken breaking', blow: 'blows blew blown blowing', catch: 'catches caught catching', set: 'sets setting', tie: 'ties tied tying', tear: 'tears tore torn tearing', swear: 'swears swore sworn swearing', become: 'becomes became becoming', overthrow: 'overthrows overthrew overthrown', get: 'gets got getting', withdraw: 'withdraws withdrew withdrawn', split: 'splits', wed: 'weds', burst: 'bursts', gut: 'guts gutted', rob: 'robs robbed', found: 'founds founded founding', wind: 'winds wound winding', oust: 'ousts ousted', find: 'finds found finding', list: 'lists listed', date: 'dates dated dating', hijack: 'hijacks hijacked', chosen: '', flee: 'flees fled fleeing', fall: 'falls fell fallen falling', run: 'runs ran running', expel: 'expels expelled expelling', cast: 'casts' };

for (const line of KINDS.trim().split('\n')) {
  const [kind, rest] = line.split(': ') as [string, string];
  const [told, nouns = ''] = rest.split(' | ') as [string, string?];
  for (const item of told.split(' ')) {
    const whole = item.startsWith('*');
    const [verb, ...after] = item.replace('*', '').split('_') as [string, ...string[]];
    for (const form of [verb, ...(IRREGULAR[verb]?.split(' ') ?? formsOf(verb))]) {
      if (after.length === 0 && !whole) VERBS.set(form, [...new Set([...(VERBS.get(form) ?? []), kind])]);
      else PHRASES.set(form, [...(PHRASES.get(form) ?? []), { words: after.map(word => word.split('~')), kind, base: form === verb, whole }]);
    }
  }
  for (const noun of nouns.split(' ').filter(Boolean)) NOUNS.set(noun, [...(NOUNS.get(noun) ?? []), kind]);
}

/** "stepped down", "opened its doors", "came into force": the kind of a turn of phrase that begins with a verb, whether that is in its base form, and the last word. */
export function phraseAt(tokens: readonly Token[], k: number): { readonly kind: string; readonly base: boolean; readonly whole: boolean; readonly last: number } | undefined {
  for (const { words, kind, base, whole } of PHRASES.get(tokens[k]!.lower) ?? []) {
    let at = k + 1;
    let matched = 0;
    for (; matched < words.length; matched++, at++) {
      while (at <= k + 5 && !words[matched]!.includes(tokens[at]?.lower ?? '') && /^(?:the|its|his|her|their|officially|formally|finally|suddenly|first|an?)$/.test(tokens[at]?.lower ?? '')) at++;
      if (!words[matched]!.includes(tokens[at]?.lower ?? '')) break;
    }
    if (matched === words.length) return { kind, base, whole, last: at - 1 };
  }
  return undefined;
}

/** The kinds of a verb form; by its root where no class has it. */
export function kindsOfVerb(form: string): readonly string[] {
  return VERBS.get(form) ?? [`-${rootOf(form)}`];
}

/** The kinds of a noun that names an event: "resignation", or by its root "enrolment"; none for a noun that names none. */
export function kindsOfNoun(noun: string): readonly string[] {
  const known = NOUNS.get(noun);
  if (known) return known;
  const form = DEVERBAL.exec(noun)?.[1];
  return [...(form !== undefined && form.length >= 4 ? [`-${rootOf(form)}`] : []), ...(BARE.has(noun) || isAlsoNoun(noun) && !noun.endsWith('s') ? [`-${rootOf(noun)}`] : [])];
}

/** May the noun name an event at all? Asked first: what kinds those are takes longer. */
export function mayNameEvent(noun: string): boolean {
  return NOUNS.has(noun) || BARE.has(noun) || isAlsoNoun(noun) && !noun.endsWith('s') || /(?:ions?|ments?|ures?|als?|[ae]nces?|ings?)$/.test(noun);
}

/** Is the noun that of an event in whatever sentence it stands? */
export function isEventNoun(noun: string): boolean {
  return NOUNS.has(noun);
}

/** A noun that a verb has given: "resignation", "closure", "approval", "enrolment", "signing". */
const DEVERBAL = /^(\p{L}+?)(?:ations?|itions?|ions?|ments?|ures?|als?|ances?|ences?|ings?)$/u;
/** Nouns that are verbs without any ending. */
const BARE = new Set('mutiny revolt release launch purchase move collapse arrest visit defeat retreat surrender march riot debut transfer rescue discharge deployment return appeal ban crackdown upset leak spill flight'.split(' '));

/** What a verb and the noun made of it share. */
function rootOf(word: string): string {
  const root = stem({ lower: word });
  return (root.length > 6 && root.endsWith('at') ? root.slice(0, -2) : root).replace(/([bdgklmnprt])\1$/, '$1').replace(/y$/, 'i');
}
