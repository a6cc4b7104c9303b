// Are two names one, as two texts may write it: accents, initials, nicknames, other orders and alphabets, double surnames, American spelling, short forms of bodies?
import { distance } from 'fastest-levenshtein';
import { BODY_WORDS, PARTICLES } from '../../language/names.ts';
import { words } from '../../language/word-list.ts';
import { isMisspelling, isShortened, isTransliteration, skeleton } from '../attribution/name-variants.ts';

/** In small letters without accents, apostrophes, full stops and a possessive ending; `german`: umlauts as two letters. */
export function foldWord(word: string, german = false): string {
  let folded = word.normalize('NFC').toLowerCase();
  if (/^[a-z]+$/.test(folded)) return folded;
  if (german) folded = folded.replace(/[äöüøåæœ]/g, letter => TWO_LETTERS[letter]!);
  return folded.replace(/['’]s$/u, '').normalize('NFD').replace(/[\p{M}'’‘ʼ.]/gu, '').replace(/[øłđðßæœıþħ]/g, letter => PLAIN[letter]!);
}

const TWO_LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', æ: 'ae', œ: 'oe' };
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ħ: 'h' };

/** The words of a name that tell it from another: parts of hyphened words apart, particles, "of", "the" and "Jr." left out; in small letters without accents. */
export function nameWords(name: readonly string[]): string[] {
  const all = name.flatMap(word => word.split(/[-–/]/)).filter(word => word !== '');
  const kept = all.filter(word => !LEFT_OUT.has(foldWord(word)) && !(PARTICLES.has(word.toLowerCase()) && word === word.toLowerCase()));
  return (kept.length === 0 ? all : kept).map(wordKey);
}

/** A word in small letters without accents, plural or possessive ending, in American spelling: equal for words that are the same but for these. */
export function wordKey(word: string): string {
  return american(foldWord(word));
}

const LEFT_OUT = words('the of for and in on at to jr sr ii iii iv inc corp ltd llc llp co plc ag sa nv gmbh esq phd md mp sir dame al el');

/** The key of a word, and with umlauts a second one in which they are two letters. */
export function wordKeys(word: string): readonly string[] {
  const key = wordKey(word);
  const other = american(foldWord(word, true));
  return key === other ? [key] : [key, other];
}

/** "harbour" as "harbor", "centre" as "center", "organisation" as "organization", "labour's". */
function american(word: string): string {
  if (word.length < 5) return word;
  return word.replace(/isation/, 'ization').replace(/ise(?=$|[drs])/, 'ize').replace(/our(?=$|s|al|er|able)/, 'or').replace(/tre$/, 'ter').replace(/ence$/, 'ense').replace(/programme/, 'program').replace(/s$/, '');
}

/** Are two words the same but for accents, umlauts and spelling that differs by country? */
export function sameWord(a: string, b: string): boolean {
  const [x, y] = [foldWord(a), foldWord(b)];
  return x === y || american(x) === american(y) || foldWord(a, true) === y || x === foldWord(b, true);
}

/** May the two be one name? Each word of the shorter has its own in the longer, one of them in full; so "J. R. Petrova", "Petrova, Jane" and "Jane Petrova-Holm" all may be "Jane Petrova". */
export function mayBeOne(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const rest = [...long];
  let full = 0;
  let sounds = 0;
  for (const word of short) {
    let at = rest.findIndex(other => sameWord(word, other));
    if (at >= 0) full++;
    else at = rest.findIndex(other => isFormOf(word, other, long));
    if (at < 0) return joins(a, b);
    if (soundsAlike(word, rest[at]!)) sounds++;
    rest.splice(at, 1);
  }
  return full > 0 || sounds > 1 || joins(a, b);
}

/** Is one word of a name another form of the other: an initial, a nickname, the same from another alphabet? `name`: all words of it. In small letters without accents. */
export function isFormOf(a: string, b: string, name: readonly string[] = []): boolean {
  return isInitial(a, b) || isInitial(b, a) || isNickname(a, b) || withoutParticles(a) === b || withoutParticles(b) === a || (soundsAlike(a, b) && !isOwnSpelling(a, b, name));
}

/** "vandenberg" as "berg". */
function withoutParticles(word: string): string {
  return word.replace(/^(?:van|von|de[rnl]?|di|da|du|la|le|el|al|dos|te[rn])+(?=.{4})/, '');
}

/** "Anne Marie" and "Annemarie". */
function joins(a: readonly string[], b: readonly string[]): boolean {
  return a.join('') === b.join('');
}

/** "J" or "JR" for "Jane". */
function isInitial(short: string, long: string): boolean {
  return short.length <= 2 && long.length > short.length && short[0] === long[0] && (short.length === 1 || !long.startsWith(short));
}

/** Given names and their irregular short forms, formal ones before the colon; regular short forms begin the name ("Ben", "Alex"). */
const NICKNAMES: readonly { readonly formal: ReadonlySet<string>; readonly short: ReadonlySet<string> }[] = [
  'william wilhelm: bill billy will willy willi liam', 'robert: bob bobby rob robbie bert', 'roberta: bobbie', 'richard: dick rick ricky rich', 'james: jim jimmy jamie', 'john johannes: jack johnny hans jan', 'edward edwin: ted teddy ed eddie ned', 'margaret margareta: peggy maggie meg greta rita', 'elizabeth elisabeth: liz lizzie beth betty betsy bess eliza libby lisa',
  'katherine catherine kathryn: kate katie kathy cathy kitty kay', 'anthony antony antonio: tony toni', 'charles: chuck charlie chaz', 'henry harold: harry hank hal', 'michael: mike mick mickey', 'mikhail: misha', 'joseph: joe joey', 'thomas: tom tommy', 'david: dave davey', 'andrew: andy drew', 'stephen steven: steve', 'francis: frank frankie', 'lawrence laurence: larry', 'gerald gerard: jerry gerry', 'patricia: pat patty trish tricia', 'patrick: pat paddy',
  'susan susanna: sue susie suzy', 'deborah debra: debbie deb', 'barbara: barb babs', 'dorothy: dot dottie dolly', 'helen eleanor: nell nellie nora ellen', 'alexander alexandra aleksander aleksandr: alex sasha sandy al alec olek', 'nicholas nicolas: nick nicky nico', 'timothy: tim timmy', 'gregory: greg', 'jeffrey geoffrey: jeff geoff', 'matthew: matt', 'philip phillip: phil', 'peter: pete', 'kenneth: ken kenny', 'ronald: ron ronnie', 'donald: don donny',
  'raymond: ray', 'theodore: ted teddy theo', 'frederick: fred freddie', 'albert: al bert bertie', 'leonard: len lenny leo', 'samuel samantha: sam', 'benjamin: ben benny', 'daniel: dan danny', 'christopher: chris kit', 'christine christina: chris tina', 'jacqueline: jackie', 'victoria: vicky tori', 'rebecca: becky becca', 'jennifer: jen jenny', 'pamela: pam', 'judith: judy', 'abigail: abby gail', 'jose: pepe', 'francisco: paco pancho', 'alexei: alyosha', 'vladimir: volodya vova', 'dmitri: dima', 'giuseppe: beppe', 'giovanni: gianni vanni', 'luigi: gigi', 'ignacio: nacho', 'mary: polly molly', 'sarah: sally sadie', 'martha: patty', 'eugene: gene', 'walter: walt', 'vincent: vince', 'nathaniel: nat nate', 'jonathan: jon', 'terence: terry', 'ernest: ernie', 'amanda: mandy', 'cynthia: cindy', 'penelope: penny', 'heinrich: heinz', 'katarzyna: kasia', 'malgorzata: gosia',
].map(line => line.split(': ')).map(([formal = '', short = '']) => ({ formal: words(formal), short: words(short) }));

function isNickname(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  // "Alex" for "Alexandra", "Roz" for "Rosalind"; "Victor" is none for "Victoria".
  if (short.length >= 3 && long.length - short.length >= 2 && !LATIN_GIVEN.has(short) && (long.startsWith(short) || (short.length < 5 && long.startsWith(short.slice(0, 2))))) return true;
  const base = /^(.{2,}?)(?:ie|y)$/.exec(short)?.[1];
  if (base !== undefined && long.length > short.length && (long.startsWith(base) || (base.length > 2 && base.at(-1) === base.at(-2) && long.startsWith(base.slice(0, -1))))) return true;
  return NICKNAMES.some(({ formal: given, short: names }) => (names.has(a) && (names.has(b) || given.has(b))) || (names.has(b) && given.has(a)));
}

/** The same name from another alphabet, or spelt as it sounds. */
export function soundsAlike(a: string, b: string): boolean {
  return a !== b && !isSwapped(a, b) && (isTransliteration(a, b) || lightly(a) === lightly(b));
}

/** Two letters that changed places, one of them a consonant, as no alphabet makes them. */
function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return a.length === b.length && at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) && /[^aeiouy]/.test(a.slice(at, at + 2));
}

/** Sounds that alphabets part in other ways than `skeleton` does, and each vowel or run of vowels as one. */
function lightly(word: string): string {
  return skeleton(word.replace(/dh/g, 'd').replace(/ll|ly/g, 'l').replace(/(?:iy|yy|ij|ii|y|i|j)$/, 'i').replace(/^(?:ye|je)/, 'e').replace(/(?:off|ov|ow)$/, 'ov').replace(/zh|dj/g, 'j').replace(/ts|tz|cz/g, 'z'));
}

/** Given names whose bearers write in the Latin alphabet, and spell them in one way: not those that Russians, Arabs or Israelis share. */
const LATIN_GIVEN = words(`victor stephen steven stefan stephanie catherine katherine kathryn catharine katharine katrin karen kristin kirsten sara sarah ann anne hannah geoffrey jeffrey philip phillip philippa john jon jonathan jonathon erik eric carl karl marc nicolas teresa theresa alan allan allen stuart stewart graham graeme neil neal niall claire clare sean shaun shawn elisabeth elizabeth isabel isobel lindsay lindsey debra deborah rachel rachael matthew mathew lawrence laurence brian bryan denis dennis glen glenn
  william wilhelm robert richard james edward edwin margaret anthony antony charles henry harold thomas andrew francis gerald gerard patricia patrick susan barbara dorothy helen eleanor nicholas timothy gregory kenneth ronald donald raymond theodore frederick albert leonard samuel benjamin christopher christine jacqueline victoria rebecca jennifer pamela judith abigail jose francisco giuseppe luigi ignacio mary martha walter vincent nathaniel ernest amanda penelope heinrich katarzyna
  emily emma charlotte louise laura linda lucy sophie olivia george paul peter simon oscar hugo louis andre jean jacques pierre michel henri francois juan carlos luis miguel pedro antonio manuel maria javier hans jurgen klaus dieter wolfgang gunter birgit ingrid astrid lars nils anders jens bjorn olaf sven ole henrik johan jan piet willem pieter marco matteo paolo luca giovanni gianni alessandro giulia chiara agnes beatrice alice florence harriet julia diana fiona heather irene janet joan joyce kevin keith craig bruce scott ross ian duncan malcolm hector nigel trevor martin russell wayne roger ralph hugh owen rhys gareth megan bronwen aoife siobhan liam conor declan brendan`);
/** Ends of surnames of the Latin alphabet: whose letters nobody has carried over from another. */
const LATIN_SURNAME = /(?:s[eo]n|mann?|berg|burgh?|ton|ley|leigh|ford|well|wood|field|worth|ham|by|smithe?|smythe?|qu?vist|str[oö]m|lund|gren|dahl|clarke?|browne?|re(?:e|i)d|gr[ae]y|me[iy]er|mai?yer|schmidt|schmitt|hof+mann)$/;
/** Ends and beginnings of surnames that were carried over. */
const CARRIED_OVER = /(?:[oe](?:v|ff|w)a?|ova?|eva?|sk[iy]y?|sk(?:ay?|ii|iy|yi)|ska(?:ya|ia)|enko|v[iy]ch|shvili|dze|yan|ian|iddin|ullah|zadeh|pour|[aeiou]i)$|^(?:al-?|el-?|abd|ben|ibn|abu|bin)|kh|zh|q(?!u)|aa/;

/** Do the two sound alike, and are yet two spellings of which a bearer has one: "Hansen" and "Hanson", "Stephen" and "Steven"? `name`: all words of it. Words in small letters without accents. */
export function isOwnSpelling(a: string, b: string, name: readonly string[] = []): boolean {
  if ((LATIN_GIVEN.has(a) && LATIN_GIVEN.has(b)) || (LATIN_SURNAME.test(a) && LATIN_SURNAME.test(b)) || BODY_WORDS.has(a) || BODY_WORDS.has(b)) return true;
  return name.length > 1 && LATIN_GIVEN.has(name[0]!) && ![a, b].some(word => CARRIED_OVER.test(word));
}

/** Is one the other with a slip of the pen: letters changed, left out, doubled or swapped? Not what another alphabet, another country or a nickname makes of it. `name`: all words of it. Words in small letters without accents. */
export function isSlipOf(a: string, b: string, name: readonly string[] = []): boolean {
  if (sameWord(a, b) || /\d/.test(a + b) || a.length > 40 || b.length > 40) return false;
  const alike = soundsAlike(a, b);
  if (alike && !isOwnSpelling(a, b, name)) return false;
  const length = Math.min(a.length, b.length);
  if (length < 3) return false;
  if (alike) return true;
  if (length >= 4 && a[0] === b[0] && distance(a, b) === 1) return true;
  return isMisspelling(a, b) || isShortened(a, b) || (length >= 5 && distance(a, b) === 1) || (length >= 6 && a[0] === b[0] && distance(a, b) <= 2);
}

/** Capitals that stand for the words of a name: "WHO" for "World Health Organization". */
export function isShortFor(letters: string, name: readonly string[]): boolean {
  const capitals = name.filter(word => /^\p{Lu}/u.test(word)).map(word => word[0]!).join('');
  return /^\p{Lu}{2,}$/u.test(letters.replaceAll('.', '')) && capitals.length > 1 && capitals === letters.replaceAll('.', '');
}
