// Names of people and bodies in running text: runs of capitalised words, the title before them, and what shows that a person is meant.
import type { Span } from '../span.ts';
import { startsSentence } from './abbreviations.ts';
import { isReportingForm } from './reporting.ts';
import { bareWord, type Token } from './tokens.ts';
import { words } from './word-list.ts';

export interface NameMention extends Span {
  /** The words of the name, titles and a possessive ending left out: `Helen Marsh`. */
  readonly words: readonly string[];
  readonly kind: 'person' | 'body' | 'unknown';
  /** The title right before it, in small letters and in full: `judge`, `mr`, `senator`. */
  readonly title?: string;
  /** From the title on, where there is one. */
  readonly whole: Span;
  /** Is "former", "then", "deputy" or the like before the title? */
  readonly qualified: boolean;
  /** Words beside it that show one person: an age, "who", a role in apposition; `role`: a role noun right before it ("the forward Kito"). */
  readonly evidence: 'strong' | 'role' | 'none';
  /** Does the run of capitals begin the sentence? */
  readonly first: boolean;
}

export const TITLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mr: 'mr', mister: 'mr', mrs: 'mrs', ms: 'ms', miss: 'miss', dr: 'doctor', doctor: 'doctor', prof: 'professor', professor: 'professor', sir: 'sir', dame: 'dame', lord: 'lord', lady: 'lady',
    judge: 'judge', justice: 'justice', magistrate: 'magistrate', sen: 'senator', senator: 'senator', rep: 'representative', representative: 'representative', congressman: 'representative', congresswoman: 'representative',
    gov: 'governor', governor: 'governor', mayor: 'mayor', president: 'president', chancellor: 'chancellor', minister: 'minister', premier: 'premier', gen: 'general', general: 'general', col: 'colonel', colonel: 'colonel', maj: 'major', major: 'major',
    capt: 'captain', captain: 'captain', lt: 'lieutenant', lieutenant: 'lieutenant', sgt: 'sergeant', sergeant: 'sergeant', adm: 'admiral', admiral: 'admiral', cmdr: 'commander', commander: 'commander', sheriff: 'sheriff',
    detective: 'detective', inspector: 'inspector', superintendent: 'superintendent', constable: 'constable', officer: 'officer', rev: 'reverend', reverend: 'reverend', fr: 'father', bishop: 'bishop', archbishop: 'archbishop', cardinal: 'cardinal', rabbi: 'rabbi', imam: 'imam', pope: 'pope',
    king: 'king', queen: 'queen', prince: 'prince', princess: 'princess', councillor: 'councillor', councilman: 'councillor', councilwoman: 'councillor', cllr: 'councillor', cr: 'councillor', alderman: 'alderman', ambassador: 'ambassador', secretary: 'secretary', attorney: 'attorney', speaker: 'speaker',
    chair: 'chair', chairman: 'chair', chairwoman: 'chair', director: 'director', ceo: 'chief executive', executive: 'chief executive', coach: 'coach', commissioner: 'commissioner', supt: 'superintendent', chief: 'chief', 'secretary-general': 'secretary-general',
  }),
);

/** A title that says that a person follows, as against one that also ends the name of a body. */
const PERSONAL = new Set([...words('mr mrs ms miss doctor professor sir dame judge justice senator representative governor mayor president chancellor premier general colonel captain lieutenant sergeant admiral sheriff detective inspector reverend bishop archbishop cardinal rabbi imam pope councillor ambassador secretary attorney minister chair director coach commissioner superintendent chief secretary-general speaker officer executive chief constable major commander prince princess king queen'), 'chief executive']);

export const BODY_WORDS = words(`
  organization organisation council university college school institute institution bank department ministry agency office bureau commission committee board party court house senate congress parliament assembly association union federation league club city county state states
  kingdom republic group company corporation corp inc ltd llc plc co holdings partners trust fund foundation society church hospital hospitals center centre museum library theatre theater police force army navy guard service services authority administration
  times post journal news herald tribune gazette courier press guardian telegraph mail star sun globe magazine network media radio television bbc cnn nbc abc cbs fox
  street avenue road square park river lake mount mountain mountains island islands bay beach sea ocean gulf valley forest north south east west new northern southern eastern western central upper lower great port fort san santa los las st
  act bill law treaty agreement accord plan programme program project initiative policy award prize cup championship olympics games festival day week month war battle revolution democrats republicans democratic republican labour conservative
  international national federal american british european african asian united first second third supreme white red green blue black village town district region province airport station bridge tower palace cathedral stadium arena hotel
  workers staff teachers nurses voters voice forum alliance coalition campaign movement network team squad united rovers wanderers athletic sporting research studies sciences technology technologies systems industries motors airlines airways energy oil gas steel pharmaceuticals supreme district circuit`);

/** Words of bodies and places that are surnames as well: a title, an age or a role beside the name shows a person. */
const SURNAMES = words('park bank church court lake bay beach forest rivers field green white black gold day king north south east west post star press guard bridge port mount love sun bill law march');

export const CALENDAR = words('monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr aug sept oct nov dec easter christmas ramadan');

export const PARTICLES = words('de da del della der den di du la le van von bin ibn al el dos das ten ter y e');

/** Lower-case nouns for one person, as stand beside a name. */
export const ROLE_NOUNS = words(`
  man woman boy girl teacher nurse doctor lawyer attorney barrister solicitor judge farmer driver worker owner manager director president chairman chairwoman chair chairperson chief head leader founder co-founder executive officer secretary treasurer minister
  mayor governor senator councillor councilman councilwoman lawmaker congressman congresswoman representative politician candidate nominee spokesman spokeswoman spokesperson analyst economist scientist researcher professor historian author writer poet novelist editor journalist
  reporter columnist singer actor actress artist director producer musician player striker forward midfielder defender goalkeeper captain coach trainer athlete runner swimmer boxer pilot engineer architect developer programmer consultant adviser advisor aide diplomat
  ambassador general colonel soldier officer detective inspector prosecutor defendant plaintiff victim witness survivor resident neighbour neighbor father mother husband wife son daughter brother sister uncle aunt cousin widow pensioner student pupil apprentice
  shopkeeper baker butcher carpenter electrician plumber fisherman sailor priest bishop pastor imam rabbi clerk auditor accountant banker trader investor broker broker buyer seller dealer steward organizer organiser activist campaigner volunteer veteran official deputy
  superintendent commissioner strategist pollster billionaire businessman businesswoman entrepreneur surgeon psychologist therapist geologist biologist physicist chemist climatologist expert specialist fellow scholar lecturer dean principal headteacher
  creditor landlord tenant guard keeper paramedic firefighter sergeant receptionist cook chef waiter waitress hairdresser mechanic technician planner surveyor librarian curator conductor composer
  supervisor negotiator envoy ombudsman foreman forewoman coroner magistrate mediator arbitrator bailiff warden ranger trooper whip backbencher midwife dentist vet pharmacist virologist epidemiologist oncologist sociologist archaeologist
  anthropologist mathematician statistician astronomer biographer playwright sculptor filmmaker comedian presenter broadcaster referee umpire jockey cyclist skipper winger quarterback vicar rector chaplain monk nun caretaker gardener`);

/** Role nouns that firms and countries bear as well. */
const ANYONES = words('owner leader chief manager producer developer buyer seller dealer trader broker investor creditor landlord tenant consultant planner keeper guard fellow principal expert specialist organizer organiser campaigner plaintiff defendant victim survivor witness candidate');

/** Before "leader" they show a person. */
const LED = words('majority minority opposition party group union council house senate parliamentary strike gang band club team labour conservative democratic republican liberal tory');

const QUALIFIERS = words('former then late acting deputy vice assistant ex interim outgoing incoming retired future designate');

/** The names in a sentence's tokens, in order. One linear pass. */
export function findNames(tokens: readonly Token[]): NameMention[] {
  const names: NameMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isNameWord(tokens[i])) continue;
    let end = i + 1;
    while (end < tokens.length && !endsName(tokens[end - 1]!) && extends_(tokens, end)) end++;
    while (end > i + 1 && !isNameWord(tokens[end - 1]) && !/^(?:jr\.?|sr\.?)$/i.test(tokens[end - 1]!.lower)) end--;
    // "Ada Brandt KC": letters behind a name are no part of it.
    let bare = end;
    while (bare > i + 2 && POST_NOMINALS.has(tokens[bare - 1]!.text)) bare--;
    const mention = readRun(tokens, i, bare);
    if (mention) names.push(mention);
    i = end - 1;
  }
  return names;
}

/** Honours, degrees and seats, as they stand in capitals behind a name. */
const POST_NOMINALS = new Set(['KC', 'QC', 'SC', 'MP', 'MEP', 'MSP', 'MLA', 'TD', 'OBE', 'CBE', 'MBE', 'KBE', 'DBE', 'CMG', 'FRS', 'OAM', 'JP', 'MD', 'PhD', 'RN']);

function isNameWord(token: Token | undefined): boolean {
  return token !== undefined && (token.capital || /^(?:al|el)-\p{Lu}/u.test(token.text));
}

/** A possessive ends a name: "Valdera's Moe" is two. */
function endsName(token: Token): boolean {
  return /['’]s$/i.test(token.text);
}

function extends_(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (isNameWord(token)) return true;
  const next = tokens[at + 1];
  if (PARTICLES.has(token.lower)) return isNameWord(next) || (next !== undefined && PARTICLES.has(next.lower) && isNameWord(tokens[at + 2]));
  // "Ada Brandt of the Harbour Union" is two.
  if (token.lower === 'of' && endsPerson(tokens, at)) return false;
  if (/^(?:of|for)$/.test(token.lower)) return isNameWord(next) || (next?.lower === 'the' && isNameWord(tokens[at + 2]));
  // "Dock and Harbour Staff" is one name, "Ann Bo and Lars Moe" are two.
  if (/^(?:and|&)$/.test(token.lower)) return isNameWord(next) && !TITLES.has(plain(next!)) && (token.lower === '&' || [tokens[at + 1], tokens[at + 2]].some(t => t?.capital && BODY_WORDS.has(plain(t).replace(/'s$/, ''))));
  return token.lower === 'the' && /^(?:of|for)$/.test(tokens[at - 1]!.lower) && isNameWord(next);
}

/** Do two or three capitalised words that name no body and hold no office end before "of"? */
function endsPerson(tokens: readonly Token[], at: number): boolean {
  let from = at;
  while (from > 0 && at - from < 4 && tokens[from - 1]!.capital && !endsName(tokens[from - 1]!)) from--;
  if (from === 0 && startsSentence(tokens[0]!.lower)) from++;
  // "Professor Ada Brandt of the Harbour Institute"
  while (at - from > 2 && TITLES.has(plain(tokens[from]!))) from++;
  const parts = tokens.slice(from, at);
  return parts.length > 1 && parts.length < 4 && !parts.some(t => BODY_WORDS.has(plain(t)) || TITLES.has(plain(t)) || ROLE_NOUNS.has(plain(t).replace(/s$/, '')) || CALENDAR.has(plain(t)) || /^\p{Lu}+$/u.test(t.text)) && !/s$/.test(parts[0]!.lower);
}

function readRun(tokens: readonly Token[], start: number, end: number): NameMention | undefined {
  let from = start;
  const first = start === 0 || (tokens[start - 1]!.kind === 'mark' && !/^[,;)]$/.test(tokens[start - 1]!.text));
  // A capital at the start of a sentence may be that of any word.
  if (first && startsSentence(tokens[from]!.lower)) from++;
  while (from < end && !tokens[from]!.capital) from++;
  if (from >= end || tokens.slice(from, end).some((_, i) => isCalendar(tokens, from + i))) return trimCalendar(tokens, from, end);
  return readName(tokens, from, end, first && from === start);
}

/** "Tuesday Mayor Ann Bo": names do not reach over a day or month. */
function trimCalendar(tokens: readonly Token[], from: number, end: number): NameMention | undefined {
  let best = from;
  for (let i = from; i < end; i++) if (isCalendar(tokens, i)) best = i + 1;
  return best < end ? readName(tokens, best, end, false) : undefined;
}

function readName(tokens: readonly Token[], from: number, end: number, first: boolean): NameMention | undefined {
  const linked = tokens.slice(from, end).some(t => /^(?:of|and|for|the|&)$/.test(t.lower));
  let at = from;
  let title: string | undefined;
  let titleAt = from;
  for (let i = from; i < end - 1; i++) {
    const found = TITLES.get(plain(tokens[i]!));
    if (found !== undefined && (PERSONAL.has(found) || found === 'lord' || found === 'lady')) {
      title = found;
      titleAt = i;
      at = i + 1;
    }
  }
  while (at < end && !tokens[at]!.capital) at++;
  if (at >= end) return undefined;
  const before = tokens[titleAt - 1];
  // "the coach Lars Moe": a role in small letters is a title, too, for what it shows.
  const parts = tokens.slice(at, end);
  const names = parts.map((t, i) => (i === parts.length - 1 ? bareWord(t) : t.text));
  const shown = isShownPerson(tokens, at, end, title, linked);
  const body = !shown && parts.some(t => BODY_WORDS.has(plain(t).replace(/'s$/, ''))) || (linked && title === undefined) || /^(?:Inc|Corp|Ltd|LLC|Co|Plc)\.?$/.test(parts.at(-1)!.text);
  const last = parts.at(-1)!;
  const span = { start: tokens[at]!.start, end: last.start + bareWord(last).length };
  const evidence = body || linked ? 'none' : evidenceFor(tokens, at, end);
  const kind = body ? 'body' : (title !== undefined || evidence !== 'none') && !linked ? 'person' : 'unknown';
  return {
    ...span, words: names, kind, whole: { start: tokens[titleAt]!.start, end: span.end }, first,
    qualified: before !== undefined && ((QUALIFIERS.has(before.lower.replace(/-.*$/, '')) && !(before.lower === 'then' && before.capital)) || (titleAt > from)),
    evidence, ...(title === undefined ? {} : { title }),
  };
}

/** "Ms. Park", "Ann Bank, 41,", "Lars Church, a nurse,": is a name whose only word of a body is a surname, too, shown to be a person's? Not by "who", which clubs and firms are in places. */
function isShownPerson(tokens: readonly Token[], from: number, end: number, title: string | undefined, linked: boolean): boolean {
  if (linked || end - from > 3) return false;
  const odd: number[] = [];
  for (let i = from; i < end; i++) if (BODY_WORDS.has(plain(tokens[i]!).replace(/'s$/, ''))) odd.push(i);
  const [at] = odd;
  if (at === undefined || odd.length > 1 || (at !== from && at !== end - 1) || !SURNAMES.has(plain(tokens[at]!).replace(/'s$/, ''))) return false;
  if (title !== undefined) return !/^(?:king|queen|prince|princess|lord|lady|general|pope)$/.test(title) || end - from === 1;
  return end - from > 1 && tokens[end + 1]?.lower !== 'who' && evidenceFor(tokens, from, end) !== 'none';
}

function evidenceFor(tokens: readonly Token[], from: number, end: number): NameMention['evidence'] {
  const before = tokens[from - 1];
  if (before && !before.capital && ROLE_NOUNS.has(before.lower)) return 'role';
  if (before?.text === ',' && tokens[from - 2] && !tokens[from - 2]!.capital && ROLE_NOUNS.has(tokens[from - 2]!.lower)) return 'role';
  // "Ashton, Md., who", "the Europeans, who", `"Bobby" Moe, who`: no first mention of one person.
  if (before && (before.kind === 'mark' && !/^[—–:;.]$/.test(before.text) || /^(?:the|both|all|two|these|those|or)$/.test(before.lower))) return 'none';
  if (before === undefined && /ly$/.test(tokens[from]!.lower)) return 'none';
  // "Ada Brandt of Scania, who"
  if (before?.lower === 'of' && tokens[from - 2]?.capital) return 'none';
  const possessive = endsName(tokens[end - 1]!);
  const comma = tokens[end];
  const next = tokens[end + 1];
  if (possessive || comma?.text !== ',' || !next) return 'none';
  // Clubs and firms are "who" only in the plural.
  if (next.lower === 'who') return /^(?:are|have|were)$/.test(tokens[end + 2]?.lower ?? '') ? 'none' : 'strong';
  // Children are given by their first names.
  if (next.kind === 'number' && /^\d{1,2}$/.test(next.text) && tokens[end + 2]?.text === ',') return end - from > 1 || Number(next.text) >= 18 ? 'strong' : 'none';
  // "In Lund, a nurse wept": a place.
  if (end - from === 1 && before && /^(?:in|at|near|outside|across|around|throughout|of)$/.test(before.lower)) return 'none';
  // "Brandt, once of this parish,"
  if (/^(?:once|late)$/.test(next.lower) && tokens[end + 2]?.lower === 'of') return 'strong';
  let office = false;
  for (let i = end + 1; i < tokens.length && i - end < 9; i++) {
    const token = tokens[i]!;
    if (token.kind === 'mark') break;
    if (i === end + 1 && !/^(?:the|an?|his|her|their|its|one|another|our|chief|former|then|once|now|late|deputy|assistant|executive|managing|general)$/.test(token.lower) && !(ROLE_NOUNS.has(token.lower) && from > 0 && !isReportingForm(tokens[i + 1]?.lower ?? ''))) break;
    if (/^(?:of|in|at|for|from|with|that|which|to)$/.test(token.lower) || (i > end + 2 && /ing$/.test(token.lower))) break;
    // "Rather, the judge said" has no comma behind the role.
    office ||= QUALIFIERS.has(token.lower) || LED.has(token.lower);
    const anyone = ANYONES.has(token.lower) && (!office || /^(?:market|world|industry|sector|league|global|price)$/.test(tokens[i - 1]!.lower));
    if (ROLE_NOUNS.has(token.lower) && !anyone && !token.capital) return closesSoon(tokens, i + 1) ? 'strong' : 'none';
  }
  return 'none';
}

function closesSoon(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < tokens.length && i - from < 8; i++) {
    if (tokens[i]!.text === ',') return true;
    if (tokens[i]!.kind === 'mark') return /[.!?—–)]/.test(tokens[i]!.text);
  }
  return false;
}

/** "Jan Moe" and "April Bo" are people; "Jan. 4" and "in April" are dates. */
function isCalendar(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (!CALENDAR.has(plain(token))) return false;
  return token.text.endsWith('.') || /day$/.test(token.lower) || !tokens[at + 1]?.capital || !/^(?:jan|april|may|june|august|march|mar|jun|jul|sat|sun)$/.test(token.lower);
}

function plain(token: Token): string {
  return token.lower.replace(/\.$/, '');
}
