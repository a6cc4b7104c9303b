// Words that make a sentence a claim, or take it out: closed lists of general English, by the reason that they give.
import { words } from '../../language/word-list.ts';

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
export const CONDITION_STARTS = words('if unless suppose imagine whether');
