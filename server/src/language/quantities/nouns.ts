// The noun that a number counts, found by its form and by the words that cannot stand before it.

const IRREGULAR: ReadonlyMap<string, string> = new Map(Object.entries({
  people: 'person', men: 'man', women: 'woman', children: 'child', feet: 'foot', teeth: 'tooth', mice: 'mouse', geese: 'goose', oxen: 'ox', lives: 'life', wives: 'wife', knives: 'knife', wolves: 'wolf', halves: 'half', leaves: 'leaf', thieves: 'thief', loaves: 'loaf', shelves: 'shelf', calves: 'calf', hooves: 'hoof',
  crises: 'crisis', analyses: 'analysis', theses: 'thesis', bases: 'base', cases: 'case', movies: 'movie', cookies: 'cookie', zombies: 'zombie', rookies: 'rookie', calories: 'calorie', ties: 'tie', lies: 'lie', pies: 'pie', buses: 'bus', viruses: 'virus', campuses: 'campus', bonuses: 'bonus', statuses: 'status', censuses: 'census', criteria: 'criterion', phenomena: 'phenomenon', media: 'medium', bacteria: 'bacterium', alumni: 'alumnus', fungi: 'fungus', shoes: 'shoe', toes: 'toe', axes: 'axe', caches: 'cache', headaches: 'headache', aches: 'ache',
}));

/** Nouns whose plural is their singular, or that count people as a body. */
const SAME = new Set('personnel staff aircraft spacecraft hovercraft series species headquarters sheep deer fish cattle offspring police troops dead injured wounded missing homeless unemployed kronor'.split(' '));

const NO_PLURAL = /(?:ss|us|(?<!raq|srael|stan|fghan|aud|uwait|mirat|emen|oman|ahrain|atar|omal|desh|epal|aijan|ebanon|az|ax|rabb|bikin|afar|kiw|alib|unam|graffit|sem|ahar|khak|gurkh|punjab|sk)is|'s|’s)$/;
const NOT_NOUNS = new Set('has was does goes says overseas perhaps always sometimes towards afterwards besides yes plus versus thus less unless across series-long its his this us vs as is gas bus news alias atlas canvas christmas texas kansas arkansas politics economics physics mathematics athletics genetics'.split(' '));

/** Is the word, in lower case, a plural noun by its form (or a noun that counts as one)? */
export function isPlural(word: string): boolean {
  if (IRREGULAR.has(word) || SAME.has(word)) return true;
  if (/(?:men|people)$/.test(word) && word.length > 4 && !/(?:specimen|abdomen|omen|regimen|acumen|semen|women's)$/.test(word)) return true;
  return word.length > 2 && word.endsWith('s') && !NO_PLURAL.test(word) && !NOT_NOUNS.has(word);
}

/** The singular of a plural noun in lower case; a word that is none comes back as it is. */
export function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (SAME.has(word)) return word === 'troops' ? 'troop' : word;
  if (/[^aeiou]?men$/.test(word) && isPlural(word)) return word.slice(0, -2) + 'an';
  if (word.endsWith('people') && word.length > 6) return word.slice(0, -6) + 'person';
  if (!isPlural(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return word.slice(0, -3) + 'y';
  if (/(?:ss|sh|ch|x|zz|rus|nus)es$/.test(word)) return word.slice(0, -2);
  if (/(?:[^aeiou]o)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Words that end the search for the counted noun: no adjective, no noun that could be part of the phrase. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  ('of in on at to from for by with without and or but nor than as that which who whom whose what is are was were be been being am has have had having will would can could may might shall should must do did does done '
  + 'the a an this these those his her their its our my your it he she they we you i him them us me per each every if when while where after before since until during over under between into onto upon up down out off about above below against among through throughout across toward towards within along near around behind beyond '
  + 'because so then there here not no nor only also too just even still yet already now again most less least said says say told tells added adding including include includes included such like compared versus vs via plus minus both all any some either neither another one '
  + 'rather however though although despite due according amid unlike except whether how why ago earlier later before away apart together onwards ahead').split(' '),
);
