// Words that tell what a figure is: verbs of level and change, forecasts, and nouns that mean the same thing.
import type { Token } from '../../language/quantities/tokens.ts';
import { words } from '../../language/word-list.ts';

export const DETERMINERS = words('the a an this that these those its their his her our my your all another every each some any no such');
export const ADVERBS = words('now still just only also already then even currently today again yet about around nearly almost roughly approximately some over under the a an');
export const TIME_WORDS = words('last next this today yesterday tomorrow tonight year years month months week weeks day days quarter quarters decade decades ago earlier later overnight annually daily morning afternoon evening night weekend season spring summer autumn winter fiscal year-on-year');
/** Nouns that say nothing of what is measured. */
export const GENERIC_HEADS = words('total number amount figure average maximum minimum sum value range level rate high low record peak percentage proportion share majority margin estimate it they he she we them period series group lot age end start time size cost price rest chunk pair couple batch score');
export const NOT_CONTENT = words('said says say according mr mrs ms dr percent per cent million billion trillion thousand hundred about year years month months week weeks day days one two three four five six seven eight nine ten more most than second now also still some such only just much many well even back get got make made take took put set go went come came use used include including today yesterday people us according number numbers figure figures total');

export const LEVEL_VERB = /^(?:is|are|was|were|be|been|stands?|stood|peaked|bottomed|remains?|remained|reach(?:es|ed)?|hits?|total(?:s|ed|led)|equals?|equal(?:ed|led)|amounts?|amounted|exceed(?:s|ed)?|costs?|weigh(?:s|ed)|measures?|measured|lasts?|lasted|runs?|came|comes|stay(?:s|ed)|held|holds|average[sd]?|has|had|have|employs?|employed|owns?|owned|contains?|contained|earned|earns|sold|raised|valued|estimated|registered|recorded|posted|reported)$/;
export const CHANGE_VERB = /^(?:rises?|rose|risen|rising|falls?|fell|fallen|falling|gains?|gained|gaining|climb(?:s|ed|ing)?|drop(?:s|ped|ping)?|jump(?:s|ed|ing)?|slip(?:s|ped|ping)?|slid|slides?|eas(?:e|es|ed|ing)|edg(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|gr[eo]w|grows|grown|growing|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|sank|sinks?|shr[aiu]nk|shrinks?|widen(?:s|ed)?|narrow(?:s|ed)?|slow(?:s|ed)?|lost|loses|lose|losing|add(?:s|ed)?|advanc(?:e|es|ed)|rall(?:y|ies|ied)|cut|cuts|cutting|rais(?:e|es|ing)|lower(?:s|ed)?|reduc(?:e|es|ed|ing)|swell(?:s|ed)?|dip(?:s|ped)|expand(?:s|ed)?|contract(?:s|ed)|improv(?:e|es|ed)|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|went|moved|changed|adjusted|revised|upgraded|downgraded|trimmed|lifted|boosted|hiked|slashed|pushed|brought|took)$/;
export const CHANGE_NOUN = /^(?:increases?|rises?|drops?|falls?|declines?|gains?|cuts?|reductions?|jumps?|surges?|improvements?|decreases?|hikes?|raises?|swings?|slumps?|slides?|plunges?|changes?|lead|leads|margins?|advantage|deficit|discounts?|premium|growth|bumps?|boosts?|shortfall|gap|difference|change|loss|losses|spike)$/;
/** Nouns before "of" that make a figure a change: "a rise of 3%". */
export const CHANGE_OF = /^(?:increases?|rises?|drops?|falls?|declines?|gains?|cuts?|reductions?|jumps?|surges?|improvements?|decreases?|hikes?|raises?|swings?|slumps?|slides?|plunges?|changes?|margins?|lead|shortfall|gap|difference|spike)$/;
export const FORECAST = /^(?:expects?|expected|forecasts?|predict(?:s|ed)?|projects?|projected|projections?|will|would|could|might|may|should|estimates?|outlook|anticipat(?:e|es|ed)|likely|sees?|hopes?)$/;
export const PROPOSAL = /^(?:propos(?:e|es|ed|al|als)|offer(?:s|ed|ing)?|wants?|wanted|asks?|asked|demand(?:s|ed|ing)?|plans?|planned|bids?|seeks?|sought|request(?:s|ed)?|calls?|called|suggest(?:s|ed)?|consider(?:s|ed|ing)?|threaten(?:s|ed)?|urg(?:e|es|ed)|recommend(?:s|ed)?|vow(?:s|ed)?|pledg(?:e|es|ed)|promis(?:e|es|ed))$/;
export const TARGET = /^(?:targets?|targeted|goals?|aims?|aimed|limits?|limited|caps?|capped|ceiling|threshold|quota|maximum)$/;

/** Nouns that news copy uses for one and the same thing; the first stands for all. Stems as in reading.ts. */
const SAME = [
  'levy tariff duty', 'contract deal agreement pact accord takeover merger acquisition', 'company firm business', 'worker employe employee staff staffer personnel', 'student pupil', 'revenu sale sal turnover sell', 'toll death dead fatality victim kill killed', 'child kid youngster',
  'man men', 'soldier troop', 'house home', 'vote ballot', 'profit earning earn', 'attorney lawyer', 'film movi movie', 'injured injur wounded wound injury', 'budget plan', 'attendanc crowd attend', 'rebel insurgent militant guerrilla fighter', 'earthquak quak tremor temblor',
  'blast explosion explod bomb', 'attack assault raid', 'ship vessel boat ferry', 'aircraft plane jet airliner airplan', 'car vehicl automobil', 'inhabitant resident population liv villager islander', 'unemployment jobless joblessness', 'doctor physician', 'job position post', 'priz award', 'match game', 'teenager teen', 'wildfir blaz',
  'store shop outlet', 'country nation', 'lawmaker legislator parliamentarian', 'prisoner inmat detaine', 'hostag captiv', 'protester demonstrator', 'salary wag', 'street road highway', 'team sid club', 'spectator fan', 'survey poll', 'found establish creat', 'start launch begin open', 'bill legislation', 'strik walkout stoppag', 'ceasefir truc',
].map(group => group.split(' '));
const CANON = new Map(SAME.flatMap(group => group.map(word => [word, group[0]!] as const)));

/** The noun that stands for this and all that mean the same. */
export function sameThing(noun: string): string {
  return CANON.get(noun) ?? noun;
}

/** Nouns that stand for a party named elsewhere, as stems. */
export const PARTY = /^(?:company|council|club|team|agency|authority|ministry|university|hospital|school|city|bank|union|charity|department|group|court|board|police|government|office|organisation|organization)$/;

const CALENDAR = /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:['’]s)?$/;

/** A month or weekday, with its capital. */
export function isCalendarWord(token: Token): boolean {
  return token.type === 'word' && token.text.charCodeAt(0) < 91 && CALENDAR.test(token.lower);
}
