// By what words of a draft are known again in another form: "closure" and "closed", "election" and "voted", "met" and "meeting".
import { kindsOfNoun, kindsOfVerb, mayNameEvent } from '../event-kinds.ts';
import { sameThing } from '../lexicon.ts';
import { isPlural, singular } from '../../../language/quantities/nouns.ts';
import { stem } from '../stem.ts';
import { predicateOf } from '../verbs.ts';

/** So many words are remembered, none longer than this. */
const MOST_WORDS = 20_000;
const LONGEST_WORD = 30;

const known = new Map<string, readonly string[]>();

/** The keys of a word in lower case, its root first: two words that share one may tell of one thing. */
export function keysOf(lower: string): readonly string[] {
  let keys = known.get(lower);
  if (!keys) {
    keys = read(lower);
    if (known.size >= MOST_WORDS) known.clear();
    if (lower.length <= LONGEST_WORD) known.set(lower, keys);
  }
  return keys;
}

function read(form: string): readonly string[] {
  const lower = form.replace(/['’]s?$/, '');
  const base = BASES.get(lower) ?? lower;
  const one = isPlural(base) ? singular(base) : base;
  const keys = new Set([rootOf(base), ...kindsOfVerb(lower).filter(kind => !kind.startsWith('-')), ...(mayNameEvent(one) ? kindsOfNoun(one).filter(kind => !kind.startsWith('-')) : [])]);
  for (const group of GROUP_OF.get(rootOf(base)) ?? []) keys.add(group);
  const same = sameThing(stem({ lower: base }));
  keys.add(`=${same}`);
  const known = predicateOf(lower);
  if (known !== undefined && known !== '') keys.add(`=${sameThing(stem({ lower: known }))}`);
  return [...keys];
}

/** Endings that make nouns of verbs, and verbs of nouns. */
const ENDING = /(?:isations?|izations?|ifications?|ations?|itions?|ions?|ments?|ures?|als?|[ae]nces?|[ae]nc(?:y|ies)|ings?|ized?|ised?|ives?)$/;

/** Roots that change their last consonant before such an ending: "decide" and "decision", "submit" and "submission". */
const CHANGES: readonly (readonly [from: RegExp, to: string])[] = [[/cis$/, 'cid'], [/miss$/, 'mit'], [/vis$/, 'vid'], [/clus$/, 'clud'], [/pens$/, 'pend'], [/tens$/, 'tend'], [/vers$/, 'vert'], [/ce(?:ss|ed)$/, 'ced'], [/solut$/, 'solv'], [/script$/, 'scrib'], [/cept$/, 'ceiv'], [/duct$/, 'duc'], [/plic(?:at)?$/, 'pli'], [/f(?:ic|y)$/, 'fi'], [/sumpt$/, 'sum'], [/liver$/, 'liver']];

/** Words of what is dated in the news that may tell of one thing; each line a group. A word may stand in several. */
const GROUPS = `
ruling rule verdict judgment judgement decision decide
expire expiry lapse end finish conclude terminate
begin start commence open launch onset outset beginning kick-off introduce
meeting meet session sitting convene conference summit assembly gathering gather
talks negotiation negotiate
hearing inquest trial
strike walkout stoppage picket
funeral burial bury memorial service
wedding marry marriage wed
riot unrest disturbance
protest demonstration demonstrate march rally
approve approval pass passage adopt adoption back endorse ratify vote
deadline closing due expire
publish publication release issue appear
payment pay payable payout paid
arrive arrival land landing touchdown dock
depart departure leave sail
liftoff lift launch blast-off
construction build building dig groundbreaking foundation
inaugurate inauguration opening open unveil
file lodge submit submission petition apply application
election elect poll vote voting ballot referendum
appoint appointment named successor helm
resign resignation quit
sentence sentencing punishment jail
deliver delivery hand
purchase buy acquire acquisition takeover sale sell
survey count census poll
fieldwork survey expedition
crash collide collision accident wreck
earthquake quake tremor
storm cyclone hurricane typhoon landfall ashore
ban prohibition prohibit outlaw
truce ceasefire armistice
agreement deal pact accord treaty contract
raid search
blast explosion explode
inquiry probe investigation investigate
concert gig show performance perform
match game fixture final
premiere debut
law act bill legislation
fare toll fee charge tax levy
fire blaze inferno burn
avalanche slide slip landslide
collapse fall fell
close closure shut shutdown
transfer move relocation relocate
birth born
death die dead killed
found foundation founded establish establishment
enrol enrolment enroll enrollment join
retire retirement
discover discovery find found
escape flee breakout
arrest detain detention custody
exhibition show display
holiday break vacation
harvest crop
vaccine vaccination jab shot
training train
test trial pilot
repair mend restore restoration
reopen reopening
cancel cancellation scrap
suspend suspension halt stop
resume resumption restart
evacuate evacuation
rescue save
sinking sink capsize overturn founder
grounding aground
attack assault bombing
robbery theft burglary steal stolen rob
auction sale hammer
award prize honour
degree graduate graduation
contract deal
lease tenancy rent
list register
interview talk
unemployment jobless
layoff redundancy dismissal dismiss`;

const GROUP_OF = new Map<string, string[]>();
for (const [number, line] of GROUPS.trim().split('\n').entries()) for (const word of line.split(' ')) GROUP_OF.set(rootOf(word), [...(GROUP_OF.get(rootOf(word)) ?? []), `~${number}`]);

/** Pasts that spelling does not show, with their base; those of the verbs of figures and events stand in their own lists. */
const BASES: ReadonlyMap<string, string> = new Map('met meet|led lead|fell fall|fallen fall|took take|taken take|gave give|given give|went go|gone go|came come|became become|chose choose|chosen choose|broke break|broken break|spoke speak|spoken speak|wrote write|written write|drove drive|flew fly|flown fly|swore swear|sworn swear|rang ring|sang sing|swam swim|threw throw|thrown throw|wore wear|tore tear|torn tear|stole steal|stolen steal|froze freeze|frozen freeze|rode ride|woke wake|sent send|built build|lent lend|spent spend|left leave|lost lose|kept keep|slept sleep|felt feel|dealt deal|fed feed|fled flee|shot shoot|sat sit|lit light|dug dig|hung hang|struck strike|won win|bought buy|brought bring|caught catch|fought fight|sought seek|taught teach|sold sell|told tell|stood stand|made make|paid pay|laid lay|ran run|sank sink|sunk sink|drew draw|drawn draw|grew grow|grown grow|knew know|blew blow|withdrew withdraw|saw see|seen see|shook shake|ate eat|born birth|died death|held hold|heard hear|rose rise|risen rise|began begin|begun begin|arose arise|bore bear|hid hide|hidden hide|strode stride|swept sweep|bred breed|bound bind|wound wind|quit quit|overthrew overthrow|undertook undertake|oversaw oversee|foresaw foresee|forbade forbid|forbidden forbid|understood understand|set set|put put|cut cut|burnt burn|learnt learn|laid lay|lay lie|shone shine|sprang spring|sprung spring|stung sting|stuck stick|swung swing|wept weep|woven weave|wrung wring'.split('|').map(pair => pair.split(' ') as [string, string]));

/** What a verb and the nouns made of it share. */
export function rootOf(word: string): string {
  const bare = stem({ lower: word });
  const cut = bare.replace(ENDING, '');
  let root = cut.length >= 3 ? cut : bare;
  if (root.length > 6 && root.endsWith('at')) root = root.slice(0, -2);
  for (const [from, to] of CHANGES) if (from.test(root)) {
    root = root.replace(from, to);
    break;
  }
  return root.replace(/([bdfgklmnprt])\1$/, '$1').replace(/y$/, 'i').replace(/e$/, '');
}
