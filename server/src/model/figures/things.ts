// Nouns of news by the thing that they count or measure: a draft calls one thing now this, now that ("evacuees", "people"; "stoppage", "strike").
import { words } from '../../language/word-list.ts';
import { sameThing } from './lexicon.ts';
import { stem } from './stem.ts';

/**
 * Nouns of people in a role, and below of things: groups of those that may stand for one thing of a draft, wider than words of one meaning: a noun may be in several.
 * They say that two nouns can be of one thing, never that they are.
 */
const PEOPLE = [
  'worker employee staff staffer workforce payroll job post position role vacancy labourer labor labour', 'pupil student child schoolchild youngster roll', 'patient participant volunteer subject case infection infected recruit sufferer', 'customer subscriber client user account consumer shopper buyer household',
  'passenger traveller traveler commuter flyer rider aboard board', 'protester demonstrator marcher crowd turnout protest march rally', 'spectator fan supporter crowd attendance audience visitor gate', 'runner starter entrant competitor athlete finisher participant field rider cyclist',
  'toll death dead fatality victim casualty life body killed', 'injured wounded hurt casualty injury', 'evacuee evacuated displaced homeless refugee migrant', 'respondent adult voter interviewee participant sample', 'sailor crew crewman seaman mariner seafarer', 'prisoner inmate detainee', 'signature signatory supporter petitioner', 'member membership', 'resident inhabitant population villager islander local citizen household',
  'doctor physician', 'nurse post vacancy', 'soldier troop', 'officer police', 'candidate applicant entrant pupil student', 'grower farmer producer farm', 'guest visitor tourist arrival', 'survivor rescued', 'striker member driver', 'missing lost',
].map(toGroup);
const THINGS = [
  // Buildings and land
  'home house property dwelling flat apartment unit household residence building', 'store shop outlet branch site location', 'surgery practice clinic', 'storey floor story', 'room bedroom suite', 'plot site land estate ground', 'field hectare acre farmland', 'vine vineyard', 'road street lane', 'bridge crossing span', 'tunnel tube bore', 'tower building block skyscraper', 'school classroom', 'factory plant works mill', 'wall barrier defence dam', 'well borehole', 'bed ward place', 'seat place capacity', 'theatre theater house auditorium venue hall', 'stadium ground arena venue',
  // Things that move
  'ship vessel boat ferry tanker', 'vehicle car lorry truck van bus', 'flight plane service departure cancellation', 'train service', 'aircraft plane jet airliner', 'container box', 'load cargo freight',
  // Deeds and events
  'strike stoppage walkout walk action dispute industrial picket', 'shutdown closure outage halt suspension disruption stoppage', 'term sentence jail prison imprisonment', 'voyage journey trip cruise crossing flight', 'study trial survey research follow-up', 'burglary break-in theft', 'crime offence incident', 'arrest detention', 'pursuit chase', 'search hunt', 'siege standoff', 'delay wait', 'contract deal', 'bout fight', 'swim', 'dig excavation', 'fire blaze wildfire', 'spill leak', 'stage race course', 'win victory triumph defeat', 'streak run', 'margin lead',
  // Money
  'profit earnings income', 'loss deficit', 'revenue sale turnover takings', 'deal offer bid takeover merger acquisition price purchase', 'gift donation bequest grant legacy', 'grant subsidy fund', 'prize jackpot winnings award', 'cost price bill budget spending tab expense scheme project programme program', 'fine penalty', 'shortfall gap deficit hole saving cut', 'overrun budget overspend', 'loan borrowing debt', 'fund collection appeal campaign total donation', 'share stake holding', 'valuation value worth', 'round investment funding', 'pay wage salary', 'rise raise increase offer deal', 'toll charge fee fare', 'damage payout compensation settlement', 'bribe bung payment kickback', 'ransom payment', 'haul loot theft', 'credit refund voucher compensation', 'ticket pass', 'dividend payout',
  // What is made and kept
  'film movie picture title', 'book copy title', 'painting picture work canvas mural', 'artefact artifact object piece item', 'bottle case', 'vote ballot', 'tile slate', 'herd cow cattle', 'flock sheep', 'harvest crop catch yield', 'pack group', 'company firm business', 'scooter bike', 'town city place', 'stitch wound', 'dose jab shot vaccination', 'coverage uptake rate', 'reservoir storage level', 'beach coast coastline shore', 'step', 'letter email message', 'tree',
].map(toGroup);

const GROUPS_OF = new Map<string, number[]>();
for (const [i, group] of [...PEOPLE, ...THINGS].entries()) for (const noun of new Set(group)) GROUPS_OF.set(noun, [...(GROUPS_OF.get(noun) ?? []), i]);

/** Nouns that stand for people whatever they do, as stems. */
const ANYBODY = new Set([...words('person people man woman resident local one soul individual adult')].flatMap(asRead));
/** Does the noun, as a stem, stand for people? */
export function isPeople(noun: string): boolean {
  return ANYBODY.has(noun) || (GROUPS_OF.get(noun)?.some(group => group < PEOPLE.length) ?? false) || /(?:ist|ian|yer|eer|man|woman|evacue)$/.test(noun);
}

/** How far two nouns, as stems, may be of one thing: 2 for one noun, 1.5 within a group, 1 where the one only says that they are people, 0 otherwise. */
export function kinship(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  const [one, other] = [sameThing(a), sameThing(b)];
  if (one === other) return 2;
  const groups = GROUPS_OF.get(other);
  if (groups && GROUPS_OF.get(one)?.some(group => groups.includes(group))) return 1.5;
  return ANYBODY.has(one) && isPeople(other) || ANYBODY.has(other) && isPeople(one) ? 1 : 0;
}

function toGroup(nouns: string): readonly string[] {
  return nouns.split(' ').flatMap(asRead);
}

/** A noun as the head of a count (in the singular) and as any other word (as a stem). */
function asRead(noun: string): string[] {
  return [...new Set([sameThing(noun), sameThing(stem({ lower: noun }))])];
}
