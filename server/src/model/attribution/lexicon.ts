// Words by which the reader of attributions tells what a verb or noun reports: closed lists of general English.
import { words } from '../../language/word-list.ts';

/** Verbs that may take a plain thing as what is made known: "announced a plan", "predicted a slowdown". */
export const WITH_OBJECT = words('announce report confirm reveal disclose predict forecast expect estimate suggest acknowledge admit promise warn argue claim cite note fear doubt blame hint mention stress emphasize emphasise threaten pledge vow caution declare allege concede recall signal');
export const WITH_INFINITIVE = words('promise vow pledge threaten claim expect hope agree want refuse decline plan intend propose swear seek ask offer urge beg');
export const DOCUMENTS = words(`
  poll polls survey surveys study studies report reports data figures records statistics documents document filing filings results research analysis index census video footage minutes transcript memo letter letters chart charts
  table tables numbers findings estimates review audit ledger ledgers accounts account returns sheet sheets list lists register roll rolls log logs book books diary diaries archive archives website site schedule timetable contract
  contracts agreement invoices receipts statement statements plan plans map maps paper papers tally count catalogue catalog prospectus dossier charter bill order notice brief briefing bulletin inventory budget database file files`);
/** Verbs with which a document gives what stands in it. */
export const GIVES = words('counted counts count listed lists list recorded records record logged logs log tallied tallies tally gave gives give put puts named names contained contains contain identified identifies identify noted described ranked ranks covered covers attributed blamed measured measures');
/** Verbs that announce a list: "The council set out these rules:". */
export const LISTS = words('listed lists set sets laid lays gave gives issued issues published publishes drew offered offers named names spelled spelt posted put printed released made presented suggested shared imposed agreed');
/** Verbs that report whatever their object is. */
export const FINDS_FAULT = words('cite accuse blame describe denounce criticize criticise dismiss praise condemn decry deride');
export const ADDRESSED = words('tell inform remind assure ask warn advise reassure urge message email text promise');
/** Verbs whose base or present form is as often a noun. */
export const NOUNS = words('state report claim call demand comment complain answer reply record show post protest challenge fear estimate forecast plan pledge promise vow threat question support back attack advocate detail brand label praise blame object view signal hint mention note stress tweet remark charge respond concern request favor favour echo address hope guess doubt suspect voice contest email e-mail text share debate press back order query thank salute credit fault dream bet focus care rally march veto value respect regret love hate plan wish desire aim offer design jeer boo cheer rap attribute view fight push lobby nudge trash attack smear study review desire long quiz pick');
/** What somebody reckons: behind an owner it gives their figure. */
export const RECKONINGS = words('estimate estimates forecast forecasts projection projections calculation calculations prediction predictions tally');
/** Verbs with which a source gives a figure. */
export const ESTIMATES = words('put puts gave gives set sets made makes placed places pegged pegs valued values reckoned reckons assessed assesses');
export const SUBORDINATORS = words('as while when after before because since until');
export const INTERROGATIVE = words('whether if how why what who where when which');
export const VIEWS = words('view opinion words estimation telling assessment eyes account judgment judgement reading estimate count reckoning tally calculation calculations arithmetic figures numbers data estimates');
/** Of these the ones that stand behind "on" or "by": "on the bank's figures". */
export const OWN_FIGURES = words('count reckoning tally calculation calculations arithmetic figures numbers data estimate estimates');
/** What somebody speaks or writes in, through or at. */
export const VEHICLES = words(`
  statement statements email e-mail emails letter letters memo message messages text texts tweet tweets post posts blog thread video interview interviews speech speeches address briefing briefings
  conference testimony filing filings release report note notes call telephone phone podcast documentary article column op-ed essay book memoir newsletter advisory hearing debate town-hall broadcast livestream
  caption transcript affidavit deposition complaint lawsuit motion ruling decision order opinion judgment judgement remarks presentation webcast programme program show`);
