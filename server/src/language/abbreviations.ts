// Abbreviations of English news copy, by what may follow them: what sentence splitting needs to know of a full stop.
import { words } from './word-list.ts';

/** Written before a name, so that the full stop never ends a sentence. Lower case, without the last full stop. */
const BEFORE_NAME = words(`
  mr mrs ms mx dr prof rev fr msgr messrs mme mlle sr hon rt ven pres amb sec'y supt insp det
  gen lt col maj capt cmdr adm sgt cpl pvt pfc spc brig vice-adm rear-adm lt-col ens wo cmsgt gysgt msgt ssgt tsgt
  sen sens rep reps gov govs del assemb cllr ald atty asst dep dist comm commr treas
  mt ft pt vs v cf ca viz approx e.g i.e est`);

/** Stand for "Saint" before a name and for "Street" after one. */
const SAINT_OR_STREET = words('st ste');

/** Written before a number or letter: "No. 2", "Sec. 4", "p. 3". Otherwise the full stop ends a sentence. */
const BEFORE_NUMBER = words('no nos fig figs sec secs art arts vol vols ch chap p pp par para paras pt pts eq ex exh app rte hwy tel ext ver rm bldg ste apt');

/** Months and weekdays: within a sentence they stand before a number, or before another of them. */
const CALENDAR = words('jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun');

/** Ends of company names, which may end a sentence as well. */
const COMPANY = words('inc corp co cos ltd llc plc bros gmbh l.l.c l.p l.l.p s.a n.v b.v a.g p.l.c s.p.a pty pte pvt.ltd');

/** Shortened words that stand inside the name of a body: "Treasury Dept. rule", "Univ. of". */
const IN_BODY = words("dept depts univ assn assoc inst intl int'l natl nat'l govt gov't admin mfg tech bd cmte comte fed hosp lab labs div dir mgr chmn exec acct");

/** US states and Canadian provinces; a comma stands before them and, within a sentence, after. */
const REGION = words(`
  ala ariz ark calif cal colo conn del fla ga ill ind kan kans ky la mass md mich minn miss mo mont neb nebr nev okla ore oreg pa penn tenn tex va vt wash wis wisc wyo
  n.h n.j n.m n.y n.c n.d r.i s.c s.d w.va d.c p.r alta man ont que sask b.c n.b n.s p.e.i`);

/** Parts of an address. */
const STREET = words('ave blvd rd hwy pkwy sq ct ln ter pl');

/** After a person's name. */
const AFTER_NAME = words('jr snr esq ret');

/** Units and the like: lower-case, and the end of a sentence where a capital follows. */
const UNIT = words('ft in oz lb lbs hr hrs min mins sq mi km cm mm kg m.p.h k.p.h m.p.g r.p.m etc al yr yrs wk wks mo mos avg max bbl bn mn tn');

/** Words that follow a full stop as the start of a new sentence rather than as a part of a name. Lower case. */
const STARTERS = words(`
  a an the this that these those he she it they we you i his her its their our my your one some any many most more few several both each every all none no nobody nothing
  someone somebody everyone everything another other others such much less either neither half about around
  in on at by for from of to with without within under over above below after before during since until till through throughout across against among amid between behind beside besides beyond despite like near off onto out per toward towards upon via following according
  and but or nor so yet because although though while whereas if unless once when whenever where wherever whether as than
  who whom whose which what why how
  is are was were be been am do does did has have had can could will would shall should may might must let
  not now then there here today yesterday tomorrow tonight soon later earlier still also already just only even again ever never always often sometimes perhaps maybe instead
  however meanwhile moreover furthermore therefore thus hence nonetheless nevertheless otherwise indeed finally eventually recently previously currently nearly almost roughly
  asked officials police people critics supporters analysts experts reporters authorities prosecutors investigators residents lawmakers voters workers students teachers scientists researchers
  shares stocks prices sales
  two three four five six seven eight nine ten first second third last next`);

/** Words that stand between an abbreviated name and a person's: "Apple Inc. Chief Executive Officer Tim Cook". */
const ROLES = words(`
  chief ceo cfo coo cto chair chairman chairwoman chairperson president vice executive director managing founder co-founder owner spokesman spokeswoman spokesperson head partner
  secretary minister prime attorney senator representative governor mayor judge justice sheriff gov sen rep lt gen sens reps rep. speaker ambassador commissioner
  supreme senate house congress department treasury`);

export type AbbreviationKind = 'before-name' | 'saint-or-street' | 'before-number' | 'calendar' | 'company' | 'in-body' | 'region' | 'street' | 'after-name' | 'unit' | 'clock' | 'degree' | 'dotted' | 'initial';

/** Written in small letters, too. */
const SMALL = words('v vs cf ca viz approx e.g i.e est');
const ANY_CASE: ReadonlySet<AbbreviationKind> = new Set(['before-number', 'clock', 'degree', 'unit']);

const KINDS: readonly (readonly [ReadonlySet<string>, AbbreviationKind])[] = [
  [SAINT_OR_STREET, 'saint-or-street'],
  [BEFORE_NAME, 'before-name'],
  [CALENDAR, 'calendar'],
  [BEFORE_NUMBER, 'before-number'],
  [COMPANY, 'company'],
  [IN_BODY, 'in-body'],
  [REGION, 'region'],
  [STREET, 'street'],
  [AFTER_NAME, 'after-name'],
  [words('a.m p.m'), 'clock'],
  [words('ph.d m.d b.a m.a b.s m.s j.d ll.b ll.m d.phil m.b.a b.sc m.sc'), 'degree'],
  [UNIT, 'unit'],
];

const BY_WORD: ReadonlyMap<string, AbbreviationKind> = new Map(KINDS.toReversed().flatMap(([set, kind]) => [...set].map(word => [word, kind] as const)));

/** What kind of abbreviation a word is, given without its last full stop ("Gen", "U.S", "J"); undefined for an ordinary word. */
export function abbreviationKind(word: string): AbbreviationKind | undefined {
  if (word.length > 12) return undefined;
  const lower = word.toLowerCase().replace('’', "'");
  const known = BY_WORD.get(lower);
  // In small letters "ill", "wash", "fed" and the like are words.
  if (known !== undefined) return /^\p{Lu}/u.test(word) || SMALL.has(lower) || ANY_CASE.has(known) ? known : undefined;
  if (/^\p{Lu}$/u.test(word)) return 'initial';
  if (/^\p{L}{1,2}(?:\.\p{L}{1,2}){1,4}$/u.test(word)) return 'dotted';
  // "D-Mass", "R-Ohio": a party and a state.
  const state = /^[DRI]-(\p{Lu}[\p{L}.]{1,6})$/u.exec(word)?.[1];
  return state !== undefined && REGION.has(state.toLowerCase()) ? 'region' : undefined;
}

/** Does the word, at the start of what follows a full stop, rather begin a sentence than go on with a name? */
export function startsSentence(word: string): boolean {
  return STARTERS.has(word.toLowerCase());
}

/** Is the word an office or a part of a body's name, as stands between an abbreviated name and a person's? */
export function isRole(word: string): boolean {
  return ROLES.has(word.toLowerCase());
}
