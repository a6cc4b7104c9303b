// Stories that sources tell, with figures and quotations of which a draft gets some right and some wrong. The first set, by which the matching was made.
import { grouped, type Random } from './random.ts';

/** A figure that a source gives, and how a draft may give it. */
export interface PlantedFigure {
  /** A sentence of the draft; what stands for the figure. */
  readonly sentence: (figure: string) => string;
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

export interface Story {
  readonly title: string;
  /** Paragraphs, and tables with a caption. */
  readonly blocks: readonly (string | { readonly caption: string; readonly rows: readonly (readonly string[])[] })[];
  /** Sentences that somebody says in one of the paragraphs, word for word. */
  readonly quotations: readonly string[];
  readonly figures: readonly PlantedFigure[];
}

export type StoryMaker = (random: Random) => Story;

const FAMILY = ['Lindgren', 'Okafor', 'Marsh', 'Haddad', 'Petrov', 'Nilsen', 'Garza', 'Whitlock', 'Tanaka', 'Brandt', 'Moreau', 'Castellan'];
const GIVEN = ['Anna', 'Peter', 'Miriam', 'Tomas', 'Ruth', 'Daniel', 'Ingrid', 'Paul', 'Leila', 'Martin'];
const TOWNS = ['Arnby', 'Westhaven', 'Colder Bay', 'Millford', 'Sant Pere', 'Dornach', 'Eastleigh', 'Norrvik'];
const MONTHS = ['January', 'March', 'May', 'June', 'August', 'October'];

function person(random: Random): { readonly full: string; readonly family: string } {
  const family = random.pick(FAMILY);
  return { full: `${random.pick(GIVEN)} ${family}`, family };
}

/** Another number of the same size, never within its rounding. */
export function altered(value: number, random: Random): number {
  const step = Math.max(1, Math.round(value * (0.12 + random.next() * 0.5)));
  const other = random.next() < 0.5 ? value + step : value - step;
  return other > 0 && other !== value ? Number(other.toPrecision(String(value).replace(/\D/g, '').length)) : value + step;
}

const FILLER = [
  'The meeting went on until late in the evening, and most of those who had come stayed to the end.',
  'Residents asked for clearer signs, for more benches and for somebody who answers the telephone.',
  'The committee will come back to the matter after the summer, when a new plan is to be ready.',
  'Nobody from the ministry was present, although an invitation had been sent weeks before.',
  'A spokesman declined to comment on the letter, which was published by a local newspaper.',
  'The building has stood empty since the fire and is watched over by a private company.',
  'Copies of the report are on display in the library and at the town hall.',
  'Those who wish to take part can register with the office until the end of the month.',
];

export function filler(random: Random, sentences: number): string {
  return random.shuffle(FILLER).slice(0, sentences).join(' ');
}

const SPOKEN = [
  (r: Random) => `We have waited ${r.pick(['four', 'six', 'nine'])} years for this road, and we will not wait another winter for somebody to mend the bridge.`,
  (r: Random) => `Nobody in this town was asked before the contract was signed with the company from ${r.pick(TOWNS)}.`,
  (r: Random) => `I told the board that ${r.int(21, 89)} jobs would be lost if the yard was closed, and they did not want to hear it.`,
  () => 'The water reached the second floor in less than an hour, and the alarm never went off in our street.',
  (r: Random) => `Our members will vote in favour of the offer, because it is the best that we can get from ${r.pick(FAMILY)} this year.`,
  () => 'There is no money left in the fund, and whoever promises new classrooms before the election is not telling the truth.',
  () => 'We are proud of what the nurses have done here under conditions that were anything but easy.',
  (r: Random) => `The trees were healthy when they were felled, and ${r.int(120, 480)} of them stood inside the protected area.`,
  () => 'It would be wrong to call this a success while half of the families still live in tents by the river.',
  () => 'My father built this boat with his own hands, and I cannot imagine selling it to a stranger.',
];

function speech(random: Random): { readonly paragraphs: string[]; readonly quotations: string[] } {
  const lines = random.shuffle(SPOKEN).slice(0, 3).map(make => make(random));
  const speaker = person(random);
  return {
    quotations: lines,
    paragraphs: [
      `“${lines[0]}” said ${speaker.full}, who has followed the matter from the beginning. ${filler(random, 1)}`,
      `${speaker.family} added: “${lines[1]}”`,
      `${filler(random, 1)} “${lines[2]!.replace(/\.$/, ',')}” ${random.pick(['she', 'he'])} told the meeting.`,
    ],
  };
}

const harbour: StoryMaker = random => {
  const town = random.pick(TOWNS);
  const month = random.pick(MONTHS);
  const containers = random.int(1_200, 9_800);
  const percent = random.int(4, 38);
  const ships = random.int(45, 320);
  const cost = random.int(12, 96);
  const talk = speech(random);
  return {
    title: `Port of ${town}: traffic in ${month}`,
    quotations: talk.quotations,
    blocks: [
      `The port of ${town} handled ${grouped(containers)} containers in ${month}, ${percent} percent more than in the same month of the year before. ${filler(random, 1)}`,
      talk.paragraphs[0]!,
      `In all ${ships} ships called at the northern terminal, where the new crane has been at work since spring. ${filler(random, 2)}`,
      talk.paragraphs[1]!,
      `The extension of the quay is to cost $${cost} million and will be paid for by the state and the harbour board. ${filler(random, 1)}`,
      talk.paragraphs[2]!,
    ],
    figures: [
      { sentence: x => `The port of ${town} handled ${x} containers in ${month}`, right: [grouped(containers), String(containers)], wrong: [grouped(altered(containers, random))] },
      { sentence: x => `Container traffic in ${town} was ${x} percent higher than in the same month of the year before`, right: [String(percent)], wrong: [String(altered(percent, random))] },
      { sentence: x => `${x} ships called at the northern terminal, according to the port`, right: [String(ships)], wrong: [String(altered(ships, random))] },
      { sentence: x => `Extending the quay will cost ${x} million, to be paid for by the state and the harbour board`, right: [`$${cost}`], wrong: [`$${altered(cost, random)}`] },
    ],
  };
};

const school: StoryMaker = random => {
  const town = random.pick(TOWNS);
  const pupils = random.int(310, 2_900);
  const teachers = random.int(28, 140);
  const share = random.int(15, 70);
  const grant = (random.int(11, 89) / 10).toFixed(1);
  const talk = speech(random);
  return {
    title: `Schools in ${town} are short of staff`,
    quotations: talk.quotations,
    blocks: [
      talk.paragraphs[0]!,
      `The district's schools have ${grouped(pupils)} pupils and ${teachers} teachers, according to the report. ${filler(random, 2)}`,
      `About ${share}% of the classrooms are more than forty years old, the inspectors found. ${filler(random, 1)}`,
      talk.paragraphs[1]!,
      `The council has set aside ${grant} million euros for repairs, which are to begin in the holidays. ${filler(random, 1)}`,
      talk.paragraphs[2]!,
    ],
    figures: [
      { sentence: x => `The schools of the district have ${x} pupils`, right: [grouped(pupils), `about ${grouped(Math.round(pupils / 10) * 10)}`], wrong: [grouped(altered(pupils, random))] },
      { sentence: x => `The report counts ${x} teachers in the schools of the district`, right: [String(teachers)], wrong: [String(altered(teachers, random))] },
      { sentence: x => `Inspectors found that ${x} of the classrooms were more than forty years old`, right: [`${share}%`, `${share} percent`], wrong: [`${altered(share, random)} percent`] },
      { sentence: x => `For repairs to the schools, the council has set aside ${x} million`, right: [`€${grant}`], wrong: [`€${altered(Number(grant), random).toFixed(1)}`] },
    ],
  };
};

const flood: StoryMaker = random => {
  const river = random.pick(['Aller', 'Tees', 'Morava', 'Lune']);
  const dead = random.int(14, 95);
  const homes = random.int(420, 8_600);
  const rain = random.int(60, 240);
  const evacuated = random.int(1_500, 24_000);
  const talk = speech(random);
  return {
    title: `After the flood on the ${river}`,
    quotations: talk.quotations,
    blocks: [
      `At least ${dead} people died when the ${river} burst its banks on Sunday night, the rescue service said. ${filler(random, 1)}`,
      `More than ${grouped(evacuated)} residents were taken to safety in boats and buses. ${filler(random, 1)}`,
      talk.paragraphs[0]!,
      `The weather service measured ${rain} millimetres of rain within two days. ${filler(random, 2)}`,
      talk.paragraphs[1]!,
      `The insurers put the number of damaged homes at ${grouped(homes)}. ${filler(random, 1)}`,
      talk.paragraphs[2]!,
    ],
    figures: [
      { sentence: x => `The rescue service said ${x} people had died when the ${river} burst its banks`, right: [`at least ${dead}`, String(dead)], wrong: [`at least ${altered(dead, random)}`, String(altered(dead, random))] },
      { sentence: x => `Boats and buses took ${x} residents to safety`, right: [`more than ${grouped(evacuated)}`, grouped(evacuated)], wrong: [`more than ${grouped(Math.round(evacuated * 1.4))}`] },
      { sentence: x => `Within two days the weather service measured ${x} of rain`, right: [`${rain} millimetres`, `${(rain / 10).toFixed(1)} centimetres`], wrong: [`${altered(rain, random)} millimetres`] },
      { sentence: x => `Insurers speak of ${x} damaged homes`, right: [grouped(homes)], wrong: [grouped(altered(homes, random))] },
    ],
  };
};

const company: StoryMaker = random => {
  const name = `${random.pick(['Norda', 'Veltis', 'Kestrel', 'Brightwater', 'Halden'])} ${random.pick(['Group', 'Foods', 'Motors', 'Energy'])}`;
  const years = [2023, 2024];
  const revenue = [random.int(310, 890), random.int(310, 890)];
  const profit = [random.int(12, 88), random.int(12, 88)];
  const staff = [random.int(1_100, 9_900), random.int(1_100, 9_900)];
  const talk = speech(random);
  return {
    title: `${name}: annual report`,
    quotations: talk.quotations,
    blocks: [
      `${name} has published its results for the year. ${filler(random, 2)}`,
      talk.paragraphs[0]!,
      { caption: 'Key figures, in millions of dollars', rows: [['', ...years.map(String)], ['Revenue', ...revenue.map(String)], ['Operating profit', ...profit.map(String)]] },
      talk.paragraphs[1]!,
      { caption: 'Employees at the end of the year', rows: [['Country', ...years.map(String)], ['All countries', ...staff.map(grouped)]] },
      talk.paragraphs[2]!,
    ],
    figures: [
      { sentence: x => `${name} had revenue of $${x} million in 2024`, right: [String(revenue[1])], wrong: [String(altered(revenue[1]! + 1_000, random) - 700)] },
      { sentence: x => `Operating profit at ${name} came to $${x} million in 2023`, right: [String(profit[0])], wrong: [String(profit[0]! + 101)] },
      { sentence: x => `${name} had ${x} employees at the end of 2024`, right: [grouped(staff[1]!), `about ${grouped(Math.round(staff[1]! / 100) * 100)}`], wrong: [grouped(staff[1]! + 11_311)] },
    ],
  };
};

const survey: StoryMaker = random => {
  const topic = random.pick(['the new tramway', 'the tax on second homes', 'the ban on fireworks', 'longer opening hours']);
  const yes = random.int(31, 64);
  const no = random.int(12, 95 - yes);
  const asked = random.int(801, 3_099);
  const margin = (random.int(15, 39) / 10).toFixed(1);
  const talk = speech(random);
  return {
    title: `What people think of ${topic}`,
    quotations: talk.quotations,
    blocks: [
      `${yes} percent of those who were asked are in favour of ${topic}, and ${no} percent are against it. ${filler(random, 1)}`,
      `The institute interviewed ${grouped(asked)} adults by telephone; the margin of error is ${margin} percentage points. ${filler(random, 1)}`,
      talk.paragraphs[0]!, talk.paragraphs[1]!, talk.paragraphs[2]!,
    ],
    figures: [
      { sentence: x => `In the survey ${x} percent were in favour of ${topic}`, right: [String(yes)], wrong: [String(yes + random.int(30, 34))] },
      { sentence: x => `The institute interviewed ${x} adults by telephone`, right: [grouped(asked), `some ${grouped(Math.round(asked / 100) * 100)}`], wrong: [grouped(altered(asked, random))] },
      { sentence: x => `The margin of error is ${x} percentage points`, right: [margin], wrong: [(Number(margin) + 1.7).toFixed(1)] },
      { sentence: x => `Supporters of ${topic} and its opponents together make up ${x} percent of those asked`, right: [String(yes + no)], wrong: [] },
    ],
  };
};

const railway: StoryMaker = random => {
  const [from, to] = random.shuffle(TOWNS) as [string, string];
  const km = random.int(38, 420);
  const minutes = random.int(31, 95);
  const price = random.int(9, 79);
  const passengers = random.int(102, 980) * 1_000;
  const before = random.int(102, 980) * 1_000;
  const talk = speech(random);
  return {
    title: `Night trains from ${from} to ${to}`,
    quotations: talk.quotations,
    blocks: [
      `The line between ${from} and ${to} is ${km} kilometres long and was opened by the king. ${filler(random, 2)}`,
      talk.paragraphs[0]!,
      `A single ticket costs ${price} pounds, and the journey takes ${minutes} minutes. ${filler(random, 1)}`,
      `Last year ${grouped(passengers)} passengers used the line, after ${grouped(before)} in the year before. ${filler(random, 1)}`,
      talk.paragraphs[1]!, talk.paragraphs[2]!,
    ],
    figures: [
      { sentence: x => `The line between ${from} and ${to} is ${x} long`, right: [`${km} kilometres`, `${Math.round(km / 1.609344)} miles`], wrong: [`${altered(km, random)} kilometres`] },
      { sentence: x => `A single ticket for the journey costs ${x}`, right: [`£${price}`], wrong: [`£${altered(price, random)}`] },
      { sentence: x => `Last year the line had ${x} passengers`, right: [grouped(passengers)], wrong: [grouped(passengers + 1_013_000)] },
      { sentence: x => `The journey takes ${x} minutes`, right: [String(minutes)], wrong: [String(altered(minutes, random))] },
    ],
  };
};

export const STORIES: readonly StoryMaker[] = [harbour, school, flood, company, survey, railway];
