// Stories with dates and names: what a source says of them, and how drafts may give it, rightly and wrongly.
import type { Random } from './random.ts';
import type { Story } from './stories.ts';

/** A way to write a date or a name in a sentence. */
export interface Wording {
  readonly how: string;
  readonly text: string;
}

/** A date or a name of the source. */
export interface PlantedFact {
  readonly what: 'date' | 'name';
  readonly sentence: (words: string) => string;
  readonly right: readonly Wording[];
  readonly wrong: readonly Wording[];
}

export interface Chronicle extends Story {
  readonly facts: readonly PlantedFact[];
}

export type ChronicleMaker = (random: Random) => Chronicle;

// --- dates --------------------------------------------------------------------------------------

export interface Day {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SHORT = ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];

export function someDay(random: Random, from: number, to: number): Day {
  return { day: random.int(2, 27), month: random.int(1, 12), year: random.int(from, to) };
}

export const british = ({ day, month, year }: Day) => `${day} ${MONTHS[month - 1]!} ${year}`;
export const american = ({ day, month, year }: Day) => `${MONTHS[month - 1]!} ${day}, ${year}`;
export const monthOf = ({ month, year }: Day) => `${MONTHS[month - 1]!} ${year}`;
const yearless = ({ day, month }: Day) => `${day} ${MONTHS[month - 1]!}`;
const agency = ({ day, month, year }: Day) => `${SHORT[month - 1]!} ${day}, ${year}`;
const padded = ({ day, month, year }: Day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function otherDay(date: Day, random: Random): Day {
  const day = date.day >= 12 && date.day % 10 !== 0 && date.day % 11 !== 0 && date.day % 10 < 3 && random.next() < 0.5 ? Number([...String(date.day)].toReversed().join('')) : date.day + (date.day > 14 ? -1 : 1) * random.int(2, 9);
  return { ...date, day };
}

function otherMonth(date: Day, random: Random): Day {
  return { ...date, month: ((date.month - 1 + random.int(1, 11)) % 12) + 1 };
}

function otherYear(date: Day, random: Random): Day {
  return { ...date, year: date.year + random.pick([-10, -9, -2, -1, 1, 2, 9]) };
}

/** A day of the source as drafts give it; `on` and `in` stand with the words. */
export function dayFact(date: Day, random: Random, sentence: (words: string) => string): PlantedFact {
  const [day, month, year] = [otherDay(date, random), otherMonth(date, random), otherYear(date, random)];
  return {
    what: 'date', sentence,
    right: [
      { how: 'day as given', text: `on ${british(date)}` }, { how: 'day written otherwise', text: `on ${american(date)}` }, { how: 'day written otherwise', text: `on ${agency(date)}` }, { how: 'day written otherwise', text: `on ${padded(date)}` },
      { how: 'month alone', text: `in ${monthOf(date)}` }, { how: 'year alone', text: `in ${date.year}` }, { how: 'day without year', text: `on ${yearless(date)}` },
    ],
    wrong: [
      { how: 'other day', text: `on ${british(day)}` }, { how: 'other day', text: `on ${american(day)}` }, { how: 'other month', text: `on ${british(month)}` }, { how: 'other month alone', text: `in ${monthOf(month)}` },
      { how: 'other year', text: `on ${american(year)}` }, { how: 'other year alone', text: `in ${year.year}` },
    ],
  };
}

/** A month or a year of the source. */
export function monthFact(date: Day, random: Random, sentence: (words: string) => string): PlantedFact {
  return {
    what: 'date', sentence,
    right: [{ how: 'month as given', text: `in ${monthOf(date)}` }, { how: 'year alone', text: `in ${date.year}` }],
    wrong: [{ how: 'other month alone', text: `in ${monthOf(otherMonth(date, random))}` }, { how: 'other year alone', text: `in ${otherYear(date, random).year}` }],
  };
}

export function yearFact(year: number, random: Random, sentence: (words: string) => string): PlantedFact {
  return { what: 'date', sentence, right: [{ how: 'year as given', text: `in ${year}` }], wrong: [{ how: 'other year alone', text: `in ${otherYear({ day: 1, month: 1, year }, random).year}` }] };
}

// --- names --------------------------------------------------------------------------------------

export interface Named {
  readonly given: string;
  readonly family: string;
  readonly nick?: string;
}

const PEOPLE: readonly Named[] = [
  { given: 'Katherine', family: 'Oyelaran', nick: 'Kate' }, { given: 'Robert', family: 'Sandström', nick: 'Bob' }, { given: 'María', family: 'Echevarría' }, { given: 'Thomas', family: 'Grzybowski', nick: 'Tom' }, { given: 'Birgit', family: 'Thorvaldsen' },
  { given: 'Nadia', family: 'Belhaddad' }, { given: 'Edward', family: 'Farnsworth', nick: 'Ted' }, { given: 'Jürgen', family: 'Köhlmann' }, { given: 'Elizabeth', family: 'Whitcombe', nick: 'Liz' }, { given: 'Sergei', family: 'Dolgorukov' }, { given: 'Philippa', family: 'Threlkeld' },
  { given: 'Benjamin', family: 'Castagnoli', nick: 'Ben' }, { given: 'Margaret', family: 'MacAllister', nick: 'Peggy' }, { given: 'André', family: 'Lemoine' }, { given: 'Hannah', family: 'Vandermeer' }, { given: 'Daniel', family: 'Obradović', nick: 'Dan' },
];
export const GIVEN_TOO = ['Louise', 'Victor', 'Agnes', 'Simon', 'Beatrice', 'Oscar'];
const FAMILY_TOO = ['Pemberton', 'Lachlan', 'Rosario', 'Dunkerley', 'Halvorsen', 'Quigley'];

export function people(random: Random, count: number): Named[] {
  return random.shuffle(PEOPLE).slice(0, count);
}

export const fullName = ({ given, family }: Named) => `${given} ${family}`;
const unaccented = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

/** One letter of the middle changed, left out, doubled or swapped with its neighbour, never into what it sounds like. */
export function misspelt(word: string, random: Random): string {
  const letters = [...word];
  const at = random.int(2, letters.length - 3);
  switch (random.int(0, 3)) {
    case 0: return [...letters.slice(0, at), random.pick([...'bdgkmpt'].filter(letter => letter !== letters[at] && letter !== letters[at - 1] && letter !== letters[at + 1])), ...letters.slice(at + 1)].join('');
    case 1: {
      const consonant = letters.findIndex((letter, i) => i > 1 && /[bcdfgklmnprstv]/.test(letter) && letter !== letters[i - 1] && letter !== letters[i + 1]);
      return letters.toSpliced(consonant < 0 ? at : consonant, 1).join('');
    }
    case 2: {
      const swap = letters.findIndex((letter, i) => i > 0 && i < letters.length - 1 && letter !== letters[i + 1] && /[bcdfgklmnprstvz]/.test(letter) !== /[bcdfgklmnprstvz]/.test(letters[i + 1]!));
      return [...letters.slice(0, swap), letters[swap + 1]!, letters[swap]!, ...letters.slice(swap + 2)].join('');
    }
    default: return [...letters.slice(0, at), random.pick(['d', 'm', 't']), ...letters.slice(at)].join('');
  }
}

/** A person of the source. `role`: does the sentence name what the source calls them, so that another name in their place shows? */
export function personFact(named: Named, random: Random, sentence: (words: string) => string, role = true): PlantedFact {
  const { given, family, nick } = named;
  return {
    what: 'name', sentence,
    right: [
      { how: 'name as given', text: fullName(named) }, { how: 'without accents', text: unaccented(fullName(named)) }, { how: 'surname alone', text: family }, { how: 'an initial', text: `${given[0]!}. ${family}` }, { how: 'with a title', text: `Dr. ${fullName(named)}` },
      { how: 'a middle initial', text: `${given} ${random.pick(['A', 'J', 'L'])}. ${family}` }, ...(nick === undefined ? [] : [{ how: 'a nickname', text: `${nick} ${family}` }]),
    ],
    wrong: [
      { how: 'surname misspelt', text: `${given} ${misspelt(family, random)}` }, { how: 'surname misspelt', text: `${given} ${misspelt(family, random)}` },
      ...(role ? [{ how: 'other given name', text: `${random.pick(GIVEN_TOO)} ${family}` }, { how: 'other surname', text: `${given} ${random.pick(FAMILY_TOO)}` }] : []),
    ],
  };
}

/** A body of three words or more: `swap` is one of them and what stands for it where it is wrong. */
export function bodyFact(name: string, swap: readonly [string, string], random: Random, sentence: (words: string) => string, forms: readonly Wording[] = []): PlantedFact {
  const long = name.split(' ').toSorted((a, b) => b.length - a.length)[0]!;
  return {
    what: 'name', sentence,
    right: [{ how: 'body as given', text: name }, ...forms],
    wrong: [{ how: 'a word of a body misspelt', text: name.replace(long, misspelt(long, random)) }, { how: 'another word in a body', text: name.replace(swap[0], swap[1]) }],
  };
}

export function placeFact(name: string, random: Random, sentence: (words: string) => string): PlantedFact {
  return { what: 'name', sentence, right: [{ how: 'place as given', text: name }], wrong: [{ how: 'place misspelt', text: name.replace(/\S+$/, word => misspelt(word, random)) }] };
}

// --- stories ------------------------------------------------------------------------------------

const PLACES = ['Brenholm', 'Castelmora', 'Port Dunleary', 'Vestergaard', 'Lower Kessock', 'Montclair', 'Ravensmoor', 'Trevanion'];

function asides(random: Random, count: number): string {
  const one = people(random, 16).at(-1)!;
  const list = [
    `The minutes of the last meeting were approved ${`on ${british(someDay(random, 2021, 2024))}`} without a vote.`,
    `Visitors are asked to use the entrance in Mill Lane.`,
    `An exhibition of drawings from the archive was shown in ${monthOf(someDay(random, 2015, 2020))}.`,
    `The text was read by ${one.given} Ames before it went to the printer.`,
    `Opening hours have not changed since ${random.int(1998, 2009)}.`,
    `Letters to the editor should be sent to the office in Castle Street.`,
  ];
  return random.shuffle(list).slice(0, count).join(' ');
}

const museum: ChronicleMaker = random => {
  const [place, town] = random.shuffle(PLACES) as [string, string];
  const [director, curator, builder] = people(random, 3) as [Named, Named, Named];
  const opened = someDay(random, 1891, 1968);
  const closed = someDay(random, 2011, 2022);
  const fire = someDay(random, 1971, 1999);
  return {
    title: `The museum of ${place}`, quotations: [], figures: [],
    blocks: [
      `The museum of ${place} was opened on ${british(opened)} in a former brewery. ${asides(random, 1)}`,
      `It was built by ${fullName(builder)}, a wine merchant, who died before it was finished. ${asides(random, 1)}`,
      `A fire on ${british(fire)} destroyed the roof of the east wing. ${asides(random, 2)}`,
      `“We have more paintings than walls,” said ${fullName(director)}, the director of the museum. ${asides(random, 1)}`,
      `The museum was closed to visitors on ${british(closed)}, and its collection was moved to ${town}. ${fullName(curator)}, the chief curator, keeps the keys.`,
    ],
    facts: [
      dayFact(opened, random, x => `The museum of ${place}, once a brewery, was opened ${x}`),
      dayFact(fire, random, x => `The roof of the east wing was destroyed by a fire ${x}`),
      dayFact(closed, random, x => `The museum was closed to visitors ${x}`),
      personFact(director, random, x => `The museum has more paintings than walls, said ${x}, its director`),
      personFact(curator, random, x => `The keys are kept by ${x}, the chief curator`),
      personFact(builder, random, x => `The museum was built by the wine merchant ${x}`),
      placeFact(town, random, x => `The collection was moved to ${x}`),
    ],
  };
};

const verdict: ChronicleMaker = random => {
  const [place] = random.shuffle(PLACES) as [string];
  const [judge, accused, lawyer] = people(random, 3) as [Named, Named, Named];
  const arrested = someDay(random, 2019, 2021);
  const convicted = someDay(random, 2022, 2024);
  const appeal = someDay(random, 2025, 2025);
  const court = `${place.split(' ').at(-1)!} Regional Fraud Court`;
  return {
    title: `Judgment of the court in ${place}`, quotations: [], figures: [],
    blocks: [
      `${fullName(accused)}, an accountant, was arrested on ${british(arrested)} at the airport with two suitcases. ${asides(random, 1)}`,
      `The ${court} convicted the accountant of forgery on ${british(convicted)}. ${asides(random, 2)}`,
      `The presiding judge, ${fullName(judge)}, spoke of a betrayal of trust. ${asides(random, 1)}`,
      `The defence lawyer, ${fullName(lawyer)}, said that the judgment rested on copies. The appeal will be heard in ${monthOf(appeal)}.`,
    ],
    facts: [
      dayFact(arrested, random, x => `The accountant was arrested at the airport ${x}`),
      dayFact(convicted, random, x => `${x.replace(/^./, c => c.toUpperCase())} the court convicted the accountant of forgery`),
      monthFact(appeal, random, x => `The appeal is to be heard ${x}`),
      personFact(accused, random, x => `${x}, an accountant, had two suitcases at the airport`),
      personFact(judge, random, x => `The presiding judge, ${x}, called it a betrayal of trust`),
      personFact(lawyer, random, x => `The judgment rested on copies, said the defence lawyer, ${x}`),
      bodyFact(court, ['Fraud', 'Labour'], random, x => `The accountant was convicted of forgery by the ${x}`, [{ how: 'body without its place', text: 'Regional Fraud Court' }]),
    ],
  };
};

const union: ChronicleMaker = random => {
  const [place] = random.shuffle(PLACES) as [string];
  const [head, treasurer] = people(random, 2) as [Named, Named];
  const founded = random.int(1901, 1979);
  const strike = someDay(random, 2018, 2023);
  const merged = someDay(random, 2024, 2025);
  const name = `${place.split(' ').at(-1)!} Harbour Workers’ Association`;
  const partner = 'National Transport Labour Federation';
  return {
    title: `A union at sea`, quotations: [], figures: [],
    blocks: [
      `The ${name} was founded in ${founded} by eleven crane drivers. ${asides(random, 1)}`,
      `Its longest strike began on ${british(strike)} and ended with a wage agreement. ${asides(random, 2)}`,
      `In ${monthOf(merged)} the association merged with the ${partner}. ${asides(random, 1)}`,
      { caption: 'Officers of the association', rows: [['Office', 'Name', 'Elected on'], ['General secretary', fullName(head), british({ ...merged, year: 2023 })], ['Treasurer', fullName(treasurer), british({ ...strike, year: 2017 })]] },
      `The general secretary, ${fullName(head)}, told members that the name would be kept. ${asides(random, 1)}`,
    ],
    facts: [
      yearFact(founded, random, x => `The association of harbour workers was founded ${x} by crane drivers`),
      dayFact(strike, random, x => `The longest strike of the association began ${x}`),
      monthFact(merged, random, x => `The association merged with a national federation ${x}`),
      personFact(head, random, x => `The name would be kept, the general secretary, ${x}, told members`),
      bodyFact(name, ['Workers’', 'Pilots’'], random, x => `The ${x} was founded by eleven crane drivers`, [{ how: 'American spelling', text: name.replace('Harbour', 'Harbor') }, { how: 'no apostrophe', text: name.replace('’', '') }]),
      bodyFact(partner, ['Transport', 'Teachers’'], random, x => `It merged with the ${x}`, [{ how: 'American spelling', text: partner.replace('Labour', 'Labor') }]),
    ],
  };
};

const expedition: ChronicleMaker = random => {
  const [place, other] = random.shuffle(PLACES) as [string, string];
  const [leader, doctor, pilot] = people(random, 3) as [Named, Named, Named];
  const left = someDay(random, 1924, 1959);
  const found = { ...left, year: left.year + 31 };
  return {
    title: `The lost expedition`, quotations: [], figures: [],
    blocks: [
      `The expedition of ${fullName(leader)}, a geologist, left the harbour of ${place} on ${british(left)} with nineteen dogs. ${asides(random, 1)}`,
      `The ship’s doctor, ${fullName(doctor)}, wrote the last letter. It reached ${other} in the spring. ${asides(random, 1)}`,
      `${fullName(pilot)}, a pilot of the coast guard, discovered the wreck on ${british(found)} from the air. ${asides(random, 2)}`,
      `The geologist was born in ${left.year - 34} and never married. ${asides(random, 1)}`,
    ],
    facts: [
      dayFact(left, random, x => `The expedition left ${place} ${x} with nineteen dogs`),
      dayFact(found, random, x => `The wreck was discovered from the air ${x}`),
      yearFact(left.year - 34, random, x => `The geologist, who never married, was born ${x}`),
      personFact(leader, random, x => `The geologist ${x} took nineteen dogs on the expedition`),
      personFact(doctor, random, x => `The last letter is by ${x}, the ship’s doctor`),
      personFact(pilot, random, x => `The wreck was discovered by ${x}, a pilot of the coast guard`),
      placeFact(other, random, x => `The last letter of the ship’s doctor reached ${x} in the spring`),
    ],
  };
};

export const CHRONICLES: readonly ChronicleMaker[] = [museum, verdict, union, expedition];
