// A second set of stories with dates and names, written after the checks were made and with nothing changed for it: for an honest number.
import { american, bodyFact, british, dayFact, fullName, monthFact, monthOf, personFact, placeFact, someDay, yearFact, type Chronicle, type ChronicleMaker, type Named, type PlantedFact } from './chronicles.ts';
import type { Random } from './random.ts';

const CAST: readonly Named[] = [
  { given: 'Rosalind', family: 'Hargreave', nick: 'Roz' }, { given: 'Michael', family: 'Santangelo', nick: 'Mike' }, { given: 'Ewa', family: 'Wiśniewska' }, { given: 'Patrick', family: 'Delahunt', nick: 'Pat' }, { given: 'Soledad', family: 'Iturralde' }, { given: 'Frederick', family: 'Blenkinsop', nick: 'Fred' },
  { given: 'Ngozi', family: 'Adichukwu' }, { given: 'Henrik', family: 'Rasmussen' }, { given: 'Victoria', family: 'Castleton', nick: 'Vicky' }, { given: 'Dmitri', family: 'Khovansky' }, { given: 'Amélie', family: 'Rochefort' }, { given: 'Yusuf', family: 'Abdelrahman' }, { given: 'Samuel', family: 'Fitzwilliam', nick: 'Sam' }, { given: 'Ingeborg', family: 'Mühlbauer' },
];
const TOWNS = ['Ellerbeck', 'Sankt Marten', 'New Tarbert', 'Fontanara', 'Greystoke', 'Colwater', 'Upper Shannock', 'Almeria Bay'];

const ASIDES = (random: Random) => random.shuffle([
  `The next issue of this bulletin appears on ${american(someDay(random, 2026, 2026))}.`,
  'Photographs may be used free of charge if the archive is named.',
  `A first draft of this text was sent to the members in ${monthOf(someDay(random, 2024, 2024))}; four of them answered.`,
  `Karl Ottosen, who owned the land next door, had offered his meadow in ${random.int(1983, 1992)}.`,
  'The figures for the current year have not been audited.',
  'Parking is scarce, and visitors are advised to take the tram to Market Square.',
  `At its meeting on ${british(someDay(random, 2023, 2024))} the committee for culture took note of the report without debate.`,
]);

function aside(random: Random, count = 1): string {
  return ASIDES(random).slice(0, count).join(' ');
}

function cast(random: Random, count: number): Named[] {
  return random.shuffle(CAST).slice(0, count);
}

const mayor: ChronicleMaker = random => {
  const [town] = random.shuffle(TOWNS) as [string];
  const [now, before, rival] = cast(random, 3) as [Named, Named, Named];
  const elected = someDay(random, 2015, 2022);
  const resigned = { ...elected, year: elected.year - 1, month: ((elected.month + 5) % 12) + 1 };
  const born = random.int(1951, 1979);
  return {
    title: `The mayors of ${town}`, quotations: [], figures: [],
    blocks: [
      `Born in ${born} as the son of a railwayman, the former mayor, ${fullName(before)}, resigned on ${american(resigned)} over a loan that he had not declared. ${aside(random)}`,
      `${fullName(now)} was elected mayor of ${town} on ${american(elected)}, with a majority of nine votes. ${aside(random, 2)}`,
      `The opposition leader, ${fullName(rival)}, demanded a recount, which a court in ${random.shuffle(TOWNS)[0]!} refused.`,
    ],
    facts: [
      yearFact(born, random, x => `The former mayor, the son of a railwayman, was born ${x}`),
      dayFact(resigned, random, x => `The former mayor stepped down ${x} over an undeclared loan`),
      dayFact(elected, random, x => `The present mayor was elected ${x} by nine votes`),
      personFact(before, random, x => `An undeclared loan cost the former mayor, ${x}, the office`),
      personFact(now, random, x => `${x}, the mayor, had a majority of nine votes`, false),
      personFact(rival, random, x => `A recount was demanded by ${x}, the opposition leader`),
      placeFact(town, random, x => `The mayor of ${x} was elected with a majority of nine votes`),
    ],
  };
};

const shipyard: ChronicleMaker = random => {
  const [town, buyer] = random.shuffle(TOWNS) as [string, string];
  const [owner, engineer] = cast(random, 2) as [Named, Named];
  const launched = someDay(random, 1956, 1989);
  const sank = { day: random.int(2, 26), month: random.int(1, 12), year: launched.year + random.int(4, 9) };
  const bankrupt = someDay(random, 1993, 2009);
  const firm = `${town.split(' ').at(-1)!} Shipbuilding and Engineering Company`;
  return {
    title: 'A yard and its last ship', quotations: [], figures: [],
    blocks: [
      `The ferry was launched on ${british(launched)}, in heavy snow, at the yard of the ${firm}. ${aside(random)}`,
      `According to the board of inquiry it sank on ${british(sank)}, eleven miles off the coast, after its bow door had opened. The chief engineer, ${fullName(engineer)}, was the last to leave the ship. ${aside(random)}`,
      { caption: 'Dates in the history of the yard', rows: [['Event', 'Date'], ['Yard declared bankrupt', british(bankrupt)], ['Cranes sold to a scrap dealer', monthOf({ ...bankrupt, year: bankrupt.year + 2 })]] },
      `Its owner, ${fullName(owner)}, moved to ${buyer}, where he opened a restaurant. ${aside(random, 2)}`,
    ],
    facts: [
      dayFact(launched, random, x => `The ferry was launched ${x} while it snowed heavily`),
      dayFact(sank, random, x => `The ferry sank ${x} because its bow door had opened`),
      dayFact(bankrupt, random, x => `The yard was declared bankrupt ${x}`),
      monthFact({ ...bankrupt, year: bankrupt.year + 2 }, random, x => `A scrap dealer bought the cranes of the yard, which were sold ${x}`),
      personFact(engineer, random, x => `The last to leave the ship was ${x}, its chief engineer`),
      personFact(owner, random, x => `The owner of the yard, ${x}, later opened a restaurant`),
      bodyFact(firm, ['Engineering', 'Trading'], random, x => `The ferry was launched at the yard of the ${x}`, [{ how: 'body with an ampersand', text: firm.replace(' and ', ' & ') }]),
      placeFact(buyer, random, x => `The owner of the yard moved to ${x} and opened a restaurant`),
    ],
  };
};

const study: ChronicleMaker = random => {
  const [town] = random.shuffle(TOWNS) as [string];
  const [author, critic, patron] = cast(random, 3) as [Named, Named, Named];
  const published = someDay(random, 2016, 2021);
  const withdrawn = { day: random.int(2, 26), month: random.int(1, 12), year: published.year + random.int(1, 3) };
  const founded = random.int(1922, 1971);
  const institute = `${town.split(' ').at(-1)!} Centre for Tropical Medicine`;
  return {
    title: 'A study and its end', quotations: [], figures: [],
    blocks: [
      `The study appeared in the journal on ${american(published)}; its lead author is ${fullName(author)}, a virologist. ${aside(random)}`,
      `It was retracted on ${american(withdrawn)}, when nobody could find the blood samples. “I have never seen such tables,” the statistician ${fullName(critic)} told this bulletin. ${aside(random)}`,
      `The ${institute}, founded in ${founded} with money from the brewer ${fullName(patron)}, has opened an inquiry. ${aside(random, 2)}`,
    ],
    facts: [
      dayFact(published, random, x => `The study was published ${x} in the journal`),
      dayFact(withdrawn, random, x => `The journal retracted the study ${x} since the blood samples were missing`),
      yearFact(founded, random, x => `The centre was founded ${x} with a brewer’s money`),
      personFact(author, random, x => `The lead author of the study is the virologist ${x}`),
      personFact(critic, random, x => `${x}, a statistician, had never seen such tables`),
      personFact(patron, random, x => `The money for the centre came from ${x}, a brewer`),
      bodyFact(institute, ['Tropical', 'Dental'], random, x => `An inquiry has been opened by the ${x}`, [{ how: 'American spelling', text: institute.replace('Centre', 'Center') }]),
    ],
  };
};

const orchestra: ChronicleMaker = random => {
  const [town, away] = random.shuffle(TOWNS) as [string, string];
  const [conductor, singer] = cast(random, 2) as [Named, Named];
  const first = someDay(random, 1961, 1994);
  const strike = someDay(random, 2012, 2019);
  const hall = someDay(random, 2020, 2024);
  const body = `National Association of Orchestra Musicians`;
  return {
    title: `The orchestra of ${town}`, quotations: [], figures: [],
    blocks: [
      `On ${british(first)} the orchestra gave its first concert, in a cinema; the soprano ${fullName(singer)} sang in the dark, for the power had failed. ${aside(random)}`,
      `Its players, all of them members of the ${body}, went on strike in ${monthOf(strike)}. ${aside(random, 2)}`,
      `The new hall was inaugurated on ${british(hall)} by the conductor ${fullName(conductor)}, who had brought two hundred guests from ${away}. ${aside(random)}`,
    ],
    facts: [
      dayFact(first, random, x => `The first concert of the orchestra was given ${x} in a cinema`),
      monthFact(strike, random, x => `The players of the orchestra went on strike ${x}`),
      dayFact(hall, random, x => `The orchestra’s new hall was opened ${x} by its conductor`),
      personFact(singer, random, x => `The soprano ${x} had to sing in the dark`),
      personFact(conductor, random, x => `The conductor, ${x}, inaugurated the new hall`),
      bodyFact(body, ['Orchestra', 'Theatre'], random, x => `The players, members of the ${x}, went on strike`),
      placeFact(away, random, x => `Two hundred guests came from ${x} when the new hall was inaugurated`),
    ],
  };
};

const flight: ChronicleMaker = random => {
  const [town] = random.shuffle(TOWNS) as [string];
  const [pilot, minister, witness] = cast(random, 3) as [Named, Named, Named];
  const crash = someDay(random, 1998, 2017);
  const report = { day: random.int(2, 26), month: random.int(1, 12), year: crash.year + 2 };
  const memorial = { day: random.int(2, 26), month: random.int(1, 12), year: crash.year + 5 };
  return {
    title: `Flight to ${town}`, quotations: [], figures: [],
    blocks: [
      `The aircraft crashed on ${american(crash)} into a hillside near ${town}, killing its pilot, ${fullName(pilot)}, and a mechanic. ${aside(random)}`,
      `${fullName(witness)}, a shepherd, reached the wreck first. ${aside(random)}`,
      `The final report was submitted to the transport minister, ${fullName(minister)}, in ${monthOf(report)}. ${aside(random)}`,
      `A memorial was unveiled at the site on ${american(memorial)}; the choir of the village sang. ${aside(random)}`,
    ],
    facts: [
      dayFact(crash, random, x => `The plane crashed ${x} into a hillside`),
      monthFact(report, random, x => `The final report was submitted to the minister ${x}`),
      dayFact(memorial, random, x => `The unveiling of the memorial ${x} was accompanied by the village choir`),
      personFact(pilot, random, x => `The crash killed the pilot, ${x}, and a mechanic`),
      personFact(witness, random, x => `The first to reach the wreck was the shepherd ${x}`),
      personFact(minister, random, x => `The report went to ${x}, the transport minister`),
      placeFact(town, random, x => `The aircraft crashed into a hillside near ${x}`),
    ],
  };
};

/** Names that drafts write in ways that are none of their own: each is right. */
const letters: ChronicleMaker = random => {
  const pairs: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['Mohammed el-Tayeb', [['another transliteration', 'Muhammad al-Tayyib'], ['another transliteration', 'Mohamed El Tayeb']]],
    ['Yevgeny Zhukovsky', [['another transliteration', 'Evgeni Zhukovskiy'], ['another transliteration', 'Yevgeniy Zhukovski']]],
    ['Ana-Sofía Núñez de Prado', [['without accents', 'Ana Sofia Nunez de Prado'], ['one of two surnames', 'Ana Sofía Núñez']]],
    ['William J. MacFarlane', [['a nickname', 'Bill MacFarlane'], ['a middle initial left out', 'William MacFarlane'], ['with a title', 'Sir William MacFarlane']]],
    ['Gunnar Åkesson', [['umlaut as two letters', 'Gunnar Aakesson'], ['without accents', 'Gunnar Akesson']]],
    ['Hussein Abdul-Karim', [['another transliteration', 'Husain Abdul Kareem'], ['surname alone', 'Abdul-Karim']]],
    ['Lin Meiling', [['the other order', 'Meiling Lin'], ['a hyphen', 'Lin Mei-ling']]],
    ['Thandiwe Nkosi-Brown', [['one of two surnames', 'Thandiwe Nkosi'], ['an initial', 'T. Nkosi-Brown']]],
  ];
  const chosen = random.shuffle(pairs).slice(0, 4);
  const says = ['keeps the letters in a tin', 'read the letters aloud', 'has translated every letter', 'found the letters behind the stove'];
  const asks = [(x: string) => `The letters are kept in a tin by ${x}`, (x: string) => `It was ${x} who read the letters aloud`, (x: string) => `Every letter was translated by ${x}`, (x: string) => `Behind the stove the letters were found by ${x}`];
  return {
    title: 'The letters', quotations: [], figures: [],
    blocks: chosen.map(([name], i) => `${name} ${says[i]!}. ${aside(random)}`),
    facts: chosen.map(([name, forms], i): PlantedFact => ({ what: 'name', sentence: asks[i]!, right: [{ how: 'name as given', text: name }, ...forms.map(([how, text]) => ({ how, text }))], wrong: [] })),
  } satisfies Chronicle;
};

export const CHRONICLES: readonly ChronicleMaker[] = [mayor, shipyard, study, orchestra, flight, letters];
