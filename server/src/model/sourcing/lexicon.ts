// Words that make a sentence a claim, or take it out: closed lists of general English, by the reason that they give.
import { words } from '../../language/word-list.ts';

/** Pronouns and the possessives beside them, by who is meant. */
export const PRONOUNS = new Map(Object.entries({
  i: 'I', me: 'I', my: 'I', mine: 'I', myself: 'I', we: 'we', us: 'we', our: 'we', ours: 'we', you: 'you', your: 'you', yours: 'you',
  he: 'he or she', him: 'he or she', his: 'he or she', she: 'he or she', her: 'he or she', they: 'they', them: 'they', their: 'they', it: 'it', its: 'it',
}));

export const ORDINALS = new Set(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'only', 'last']);

/** Adjectives that compare with all others by measure, in the superlative. Verdicts of taste ("best", "greatest") are kept apart. */
export const MEASURED_SUPERLATIVES = words(`
  biggest largest smallest highest lowest longest shortest tallest fastest slowest oldest youngest newest richest wealthiest poorest cheapest
  heaviest lightest hottest coldest warmest wettest driest deadliest busiest earliest latest strongest weakest widest narrowest deepest closest
  farthest furthest fewest safest costliest priciest steepest sharpest bloodiest dirtiest cleanest brightest leanest thinnest broadest fiercest
  unhealthiest healthiest hungriest greenest loudest quietest rarest`);
export const VERDICT_SUPERLATIVES = words('best worst greatest finest toughest hardest easiest simplest nicest smartest bravest boldest');

/** Adjectives and participles after "most" or "least" that name something one can count or look up. */
export const COUNTABLE_AFTER_MOST = words(`
  expensive populous populated visited common frequent dangerous polluted powerful profitable valuable productive indebted unequal diverse
  widespread violent lethal popular watched sold used traded cited decorated successful experienced senior recent`);

/** Change of a measure, in the past or the participle. */
export const CHANGE_PAST = words(`
  rose fell grew shrank dropped climbed jumped slid sank soared surged plunged plummeted tumbled doubled tripled trebled quadrupled halved
  increased decreased declined gained lost widened narrowed expanded contracted slowed accelerated peaked risen fallen grown shrunk climbed
  eased dipped rebounded recovered swelled dwindled skyrocketed worsened improved deteriorated outpaced exceeded topped surpassed overtook`);
export const CHANGE_PRESENT = words('rises falls grows shrinks drops climbs increases decreases declines gains loses doubles exceeds outnumbers outnumber accounts account averages totals amounts');

export const COMPARISON = words('twice double triple majority most half nearly average percentage');

export const CAUSE = words('caused causes cause triggered triggers sparked sparks drove drives prompted prompts forced spurred fuelled fueled pushed prevents prevented reduces reduced raises raised lowers lowered boosts boosted damages damaged worsens kills killed resulted results contributed contributes stems stemmed led leads linked');

export const LEGAL = words(`
  illegal unlawful unconstitutional law laws statute court ruling ruled convicted acquitted sentenced charged indicted guilty felony misdemeanor
  banned bans prohibits prohibited requires outlawed repealed penalty fined lawsuit sued plaintiff defendant prison jail treaty ordinance regulation
  legislation amendment prosecuted pardoned extradited deported arrested`);

export const LEGAL_VERDICTS = words('illegal legal unlawful lawful unconstitutional constitutional banned forbidden prohibited outlawed entitled liable punishable');

export const ALLEGATION = words(`
  stole defrauded embezzled bribed lied cheated threatened abused assaulted murdered raped harassed concealed hid falsified forged laundered
  misled plotted violated poisoned evaded smuggled extorted bugged hacked leaked sabotaged`);

/** Acts of office: what a record is made of. */
export const RECORD = words(`
  voted vetoed signed passed enacted approved rejected appointed nominated elected introduced cosponsored sponsored abolished cut spent
  spends invested borrowed promised pledged endorsed opposed supported supports opposes opposed proposed proposes funded funds created built
  closed opened launched founded established signed withdrew joined ratified hired fired resigned quit retired merged acquired bought sold won lost
  defeated beat awarded received raised taxed deployed invaded bombed attacked killed died born married set paid pays owns owned employs
  employed serves served runs ran produced produces exports exported imports imported covers holds held added hit reached`);

export const PAST_VERBS = words(`
  was were had did went came took gave made said got saw knew found left felt put kept began brought told became met ran brought lost sent
  spoke spent wrote stood understood broke chose drew drove fought flew forgot grew held hit kept led let paid read rode rang rose sang sold
  shot shut slept stole struck swore swept swam taught thought threw wore won bought built caught cost dealt died fed fled hid hurt laid lay lit
  meant quit sank set shook shrank spread sprang stuck tore woke wound`);

/** First words and phrases of a reporter's or speaker's signposting, greeting or thanks. */
export const SIGNPOST = [
  /^here(?:'s|’s| is| are)\b/i, /^(?:this|that) is (?:what|how|why|where)\b/i, /^what (?:follows|we know)\b/i, /^(?:read|see|hear|watch|listen) (?:more|also|on)\b/i,
  /\bhere (?:they|it) (?:are|is)\b/i, /^(?:here are |these |the following )?(?:two|three|four|five|six|seven|a few|several|some) (?:\p{L}{1,15} )?(?:things|points|takeaways|questions|reasons|lessons|answers|ways|issues)\b/iu,
  /^(?:more|details) (?:on|to|about|follow)\b/i, /^below\b/i, /^as follows\b/i, /^(?:in|for) (?:this|the following) (?:story|article|report|piece|section)\b/i,
  /^(?:this|the) (?:story|article|report|explainer|guide|timeline) (?:has been|was|will be|is being|looks|explains|is part|first appeared)\b/i,
  /^(?:thank|thanks|good (?:morning|afternoon|evening|night)|welcome|congratulations|hello|please|god bless|ladies and gentlemen|mr\. speaker|let me|let us|let's|let’s)\b/i,
  /^(?:a )?(?:correction|editor['’]s note|update|note)\s*:/i,
] as const;

/** Nouns of what public statistics measure or public records hold. */
export const PUBLIC_MEASURES = words(`
  jobs job unemployment employment wages wage salary salaries income incomes inflation prices price taxes tax deficit deficits debt budget spending
  revenue revenues profit profits sales exports imports trade tariff tariffs growth gdp economy investment mortgage mortgages rent rents
  population births deaths crime crimes murders homicides violence casualties troops soldiers prisoners refugees immigrants
  poverty homeless uninsured insured insurance premiums medicare medicaid pensions pension benefits subsidies grants loans
  schools students teachers graduates graduation enrollment tuition literacy patients hospitals infections vaccinations emissions
  oil gas coal electricity energy acres miles production output barrels tonnes votes turnout ballots polls seats bill bills budgets contract contracts
  deal agreement sanctions shares stake market markets rate rates level record average share majority number numbers amount total`);

export const OPINION_VERBS = words('think believe hope wish feel want guess suppose doubt love hate prefer imagine pray urge ask trust admire respect appreciate agree disagree regret care commend applaud encourage invite propose');
export const OPINION_WORDS = words('wonderful terrible great beautiful important essential vital crucial wrong right fair unfair proud honored honoured grateful sad shameful disgrace disgraceful ridiculous absurd amazing incredible fantastic tremendous horrible awful excellent terrific honor privilege blessed hopefully unfortunately sadly frankly obviously clearly surely perhaps maybe moral values dream courage spirit faith freedom dignity hearts');
export const OBLIGATION = words('should must ought need needs shall deserve deserves');
export const MODALS = words("will would could may might can can't cannot won't wouldn't couldn't shall gonna we'll i'll they'll he'll she'll it'll you'll i'd we'd");

/** Words before the subject that say nothing of the clause. */
export const DISCOURSE = words('and but so well now because look then also yes no first second finally again still yet or plus moreover however meanwhile since that in fact of course today tonight');

/** Finite forms of be, have and do. */
export const AUXILIARIES = words("is are was were has have had do does did isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't i'm we're they're he's she's it's that's there's i've we've they've you've you're");
/** Forms of have that may stand before a participle. */
export const HAVE = new Set(["has", "have", "had", "i've", "we've", "you've", "they've", "who've", "hasn't", "haven't", "hadn't", "he's", "she's", "it's", "that's"]);
export const CONDITION_STARTS = words('if unless suppose imagine whether');

/** Words with which a clause before the main one begins. */
export const PREPOSITION_STARTS = words('in over during under for since after when because if at on by as with before while although though from through despite without unlike according to until once');

/** Common verbs in the plain form, of which "plain" and "plain + s" are the present. */
export const PLAIN_VERBS = words(`
  accept achieve act add affect agree aim allow answer apply argue arrive ask attack attend avoid ban bear become begin believe belong benefit borrow break bring build burn buy call care carry cause change charge choose claim close collect come commit compare compete
  complain confirm consider consist contain continue contribute control cost count cover create cross cut deal decide defend deliver deny depend describe deserve destroy determine develop die differ disagree discuss do donate double draw drink drive drop earn eat elect employ enable encourage end
  enforce enjoy enter establish estimate exceed exist expand expect experience explain export extend face fail fall favor feel fight fill finance find finish fly focus follow force form fund gain get give go govern grow guarantee handle happen harm hate have hear help hide hire hit hold hope hurt
  identify ignore imagine import impose improve include increase influence inform insist invest involve join judge jump justify keep kill know lack last launch lead learn leave lend let lie live look lose love lower make manage mark mean measure meet mention miss move need negotiate note notice
  object obtain occur offer open operate oppose order outnumber owe own pass pay perform permit pick plan play point pollute possess prefer prepare prevent produce promise promote propose protect prove provide publish push put raise range reach read realize receive recognize recommend record reduce refer
  reflect refuse regard reject rely remain remember remove repeat replace report represent require rest restrict result return reveal rise risk rule run save say see seek seem sell send serve set share ship show shut sign sit sleep solve speak spend stand start state stay steal stem stop strengthen
  struggle succeed suffer suggest supply support suppose take talk target teach tell tend threaten throw trade train travel treat trust try turn understand use value violate visit vote wait walk want warn waste watch wear win wish wonder work worry write`);

/** What public life is about: a word of one of these says of what kind the matter is. */
export const TOPICS: Readonly<Record<string, ReadonlySet<string>>> = {
  economy: words('economy economic jobs job unemployment employment unemployed wages wage income incomes inflation recession growth trade exports imports tariff tariffs market markets business businesses industry industries company companies factory factories manufacturing manufacturers bank banks banking stock investors investment corporations corporate workforce employers employees startups bankruptcy mortgages mortgage consumer consumers rates recovery depression downturn boom gdp output productivity layoffs outsourcing offshore wall street retail wholesale profits profit dividends stocks brokers entrepreneurs self-employed paycheck paychecks salaries salary hourly overtime minimum union unions strike strikes labor supply demand goods commerce commercial currency dollar-a-day monopoly merger mergers foreclosures foreclosure homeownership rents rent housing credit loans loan lending lenders savings interest capital steel textile textiles auto autos automobile automobiles agriculture agricultural tech technology'),
  budget: words('budget budgets deficit deficits debt tax taxes taxed taxpayers taxpayer spending surplus revenue revenues appropriations appropriated funding funds bonds bond pension pensions fiscal dollars dollar money cost costs paid cents treasury subsidies subsidy grants expenditures expenditure outlays outlay entitlement entitlements stimulus bailout bailouts deduction deductions exemption exemptions loophole loopholes irs levy levies refund refunds fees fee earmarks trillion-dollar shortfall deficits borrowed borrowing trust social security contributions retirees retirement 401 benefit benefits welfare payroll'),
  health: words('health healthcare medicare medicaid hospital hospitals doctors doctor nurses patients insurance insured uninsured premiums prescription drugs drug vaccine vaccines cancer disease hiv aids mental opioid opioids medicine medical clinics clinic abortion abortions epidemic pandemic virus flu diabetes obesity smoking tobacco alcohol surgery physicians physician pharmaceutical pharmacies medicines prescription prescriptions copay deductible deductibles hmo hmos malpractice disability disabled disabilities stem-cell infant mortality life expectancy vaccination vaccinated vaccines infections infection hospitalized ambulance nursing'),
  schools: words('school schools students student teachers teacher education college colleges university universities tuition classrooms classroom graduates graduation kindergarten scholarships scholarship literacy pre-k principal principals superintendent charter vouchers voucher curriculum reading math science test tests testing scores score grade grades graders dropout dropouts diploma diplomas degree degrees campus campuses preschool head-start educators educational'),
  crime: words('crime crimes criminal criminals police prison prisons inmates jail murder murders homicide homicides gun guns violence violent gang gangs arrests convicted cocaine heroin fentanyl trafficking shooting shootings penalty offenders parole robbery burglary assault assaults rape rapes kidnapping hijacking fraud corruption bribery drugs drug-related cartel cartels smugglers smuggling death penalty executed execution sentences sentencing felons felony prosecutors prosecutor prosecuted fbi cops sheriff handgun handguns rifles rifle background checks assault-weapons ammunition victims victim killer killers killings killing'),
  defence: words('military troops troop soldiers army navy marines weapons weapon nuclear missile missiles bomb bombs bomber bombers war wars forces terrorists terrorism terrorist invasion invaded treaty sanctions defense pentagon allies submarines tanks nato veterans combat bases base aircraft warhead warheads icbm submarine aircraft-carrier carriers jet jets fighter fighters helicopters drones drone marine sailors airmen soldiers draft enlisted battalion brigade divisions division reserves guard casualties wounded hostages hostage ceasefire cease-fire truce occupation insurgents insurgency rebels militia militias genocide chemical biological arms arsenal armed disarmament deterrence proliferation uranium plutonium enrichment centrifuges inspections inspectors intelligence cia al-qaeda isis taliban embargo blockade coup airstrikes strikes peacekeepers'),
  energy: words('oil gas coal energy electricity power pipeline solar wind emissions carbon climate fuel gasoline drilling barrels nuclear pollution water air acres land farmers farm farms crops petroleum refinery refineries kilowatt megawatts grid utilities utility reactors reactor hydroelectric dams dam ethanol biofuel greenhouse warming clean-air clean-water toxic hazardous waste landfill rivers lakes forests forest wildlife endangered drought floods flood wildfires hurricane hurricanes opec drill fracking shale offshore acre crop livestock cattle wheat corn soybeans dairy ranchers harvest'),
  government: words('congress senate house legislature parliament president governor senator congressman minister mayor court courts judge judges justice administration department agency bill bills act law legislation amendment vote votes voted vetoed veto election elections ballot council commission committee federal republican republicans democrat democrats democratic party campaign candidate senators members bipartisan majority regulators inspector auditor constitution constitutional amendments supreme appeals federal-government municipal statewide mayoral gubernatorial presidential congressional legislative legislator legislators lawmakers lawmaker cabinet secretary secretaries ambassador commissioner attorney attorneys nominee nominees nomination primary primaries caucus polls poll voters registration registered turnout ballots platform convention lobbyists lobbyist lobby donors donor contributions filibuster appropriation appropriations authorization subcommittee hearing hearings testimony oversight inspector-general epa fda'),
  place: words('america american americans china chinese russia russian soviet japan japanese germany german france french britain british india mexico mexican canada canadian iran iranian iraq israel korea vietnam africa african europe european asia cuba syria afghanistan pakistan ukraine countries country nations nation states state cities city county counties town towns region province border overseas abroad world england english canada italian italy spain spanish poland polish hungary greece turkey turkish arab arabs saudi arabia kuwait lebanon egypt libya sudan somalia nigeria kenya ethiopia congo rwanda philippines indonesia taiwan taiwanese formosa hong kong singapore thailand cambodia laos india indian bangladesh nepal brazil brazilian argentina chile venezuela colombia honduras guatemala salvador nicaragua panama haiti bosnia kosovo serbia yugoslavia baghdad kabul moscow beijing washington ohio texas florida california iowa michigan pennsylvania virginia georgia alabama arizona nevada wisconsin illinois colorado carolina dakota oregon massachusetts jersey york soviets soviet-union communist communists korean vietnamese iraqi iraqis afghan israeli israelis palestinian palestinians europeans africans'),
  group: words('people families family workers women men children kids seniors elderly veterans immigrants minorities blacks hispanics latinos farmers residents voters citizens households poor rich wealthy middle-class class women unions union homeowners renters drivers refugees population americans immigrant aliens undocumented illegals latinos hispanic black white asian jewish catholic muslim muslims christians evangelicals gay gays lesbian homosexuals middle-income low-income homeless orphans teenagers students veterans widows single mothers fathers parents grandparents taxpayers consumers patients doctors nurses employees employers investors'),
  speech: words('said says say told tells called calls claimed claims claim stated promised promises pledged denied argued declared announced quoted quote suggested reported testified wrote admitted warned vowed asserted acknowledged replied answered announced insisted confirmed estimated predicted concluded found shows showed reports states statement statements quote quotes interview speech newspaper newspapers editorial article ad ads commercial commercials'),
  time: words('year years month months week weeks decade decades century today yesterday ago recently annually yearly monthly weekly daily century since last past previously formerly'),
  amount: words('million billion trillion thousand hundred percent half quarter third dozens hundreds thousands millions billions trillions majority most few fewer many number numbers total average rate share twice double triple tripled doubled nearly almost approximately roughly about average median totals sum percentages two-thirds three-quarters one-third fourth fifth tens dozen thousand-dollar'),
  plan: words('plan plans proposal proposals proposed propose proposes policy policies program programs position supports opposes favors record agenda reform reforms initiative initiatives strategy package bill-of-rights blueprint mandate mandates ban bans subsidy cut cuts increase increases freeze repeal replace'),
  abstract: words('hope dream dreams faith spirit values future courage freedom liberty opportunity prosperity greatness responsibility leadership character vision promise trust honor duty strength challenge challenges heart hearts soul destiny peace justice unity commitment'),
  effect: words('helps help helped hurts hurt protects protect protected penalizes penalize rewards reward costs saves save saved creates create creating destroys destroy destroyed undermines undermined weakens weaken weakened strengthened eliminates eliminate eliminated expands expand expanded restored guarantees guarantee provides provide provided allows allow allowed requires require required forces forced prevents prohibited permits permit permitted denies deny subsidizes subsidize taxes cuts raises doubles ends ended kills covers covered affects affect affected benefits lifted lifts'),
  title: words('senator senators governor governors president presidents mr mrs ms congressman congresswoman secretary general mayor chairman vice prime minister ambassador chancellor king judge justice speaker opponent opponents candidate running-mate'),
  evidence: words('fact facts evidence data study studies report reports survey surveys poll polls record records research researchers scientists experts economists statistics figures census audit documents testimony proof according newspaper estimates'),
  vague: words('thing things way ways kind kinds sort something anything everything nothing stuff lot lots bit point points question questions issue issues problem problems matter matters idea ideas answer answers situation case place side sides view views sense feeling approach'),
  emphasis: words('very really so truly absolutely certainly definitely totally completely simply just indeed always never ever actually quite too deeply strongly'),
  filler: words('well look ok okay oh yes yeah no now excuse sorry please frankly honestly listen'),
  intention: words('want wants wanted try trying tried hope hopes intend intends plan plans determined committed ready willing prepared seek seeking working work strive fight fighting'),
  thanks: words('thank thanks honor honored privilege grateful pleasure welcome congratulations bless applause appreciate proud pray prayers'),
};

/** Words that join and point but name nothing. */
export const FUNCTION_WORDS = words(`
  a an the this that these those i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself they them their theirs themselves who whom whose which what where when why how
  and or but nor so yet if because as while although though unless until since than of in on at to for from with by about into over under after before between among through during without within against across along around behind beside beyond up down out off
  be am is are was were been being have has had having do does did doing done will would shall should can could may might must ought not no yes very really quite just also too only even still again ever never always often then now here there
  all any both each every some such few many much more most other another own same one ones something anything nothing everything someone anyone everyone somebody anybody everybody nobody thing things way lot lots kind sort bit well like get gets got getting go goes going went gone come comes came
  make makes made let lets say says said tell know think want see look mean guess put take give good bad great right wrong sure okay oh back first last next new old little big long able gonna yeah`);
