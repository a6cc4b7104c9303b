// A third set of stories with dates and names, written after all that the second had shown was mended, and with nothing changed for it.
import { american, bodyFact, british, dayFact, fullName, monthFact, monthOf, personFact, placeFact, someDay, yearFact, type ChronicleMaker, type Named } from './chronicles.ts';
import type { Random } from './random.ts';

const CAST: readonly Named[] = [
  { given: 'Gwendolyn', family: 'Prendergast', nick: 'Gwen' }, { given: 'Leopold', family: 'Zimmerling', nick: 'Leo' }, { given: 'Inés', family: 'Villanueva' }, { given: 'Tobias', family: 'Kettleborough', nick: 'Toby' }, { given: 'Olga', family: 'Marchenko' }, { given: 'Bartholomew', family: 'Stanhope', nick: 'Bart' },
  { given: 'Chidi', family: 'Okonkwo' }, { given: 'Sigrid', family: 'Håkonsen' }, { given: 'Theodora', family: 'Pallister', nick: 'Theo' }, { given: 'Laurent', family: 'Désormeaux' }, { given: 'Fatima', family: 'Benchekroun' }, { given: 'Nathaniel', family: 'Goodenough', nick: 'Nate' },
];
const TOWNS = ['Wexcombe', 'Saint Aubrey', 'Dunmorrow', 'Villafranca', 'Karlsby', 'North Pellam', 'Orrisdale', 'Monte Claro'];

function aside(random: Random): string {
  return random.pick([
    `A copy of this statement was sent to the ombudsman on ${british(someDay(random, 2024, 2024))}.`,
    `Earlier statements, from ${random.int(2009, 2014)} on, are kept in the reading room.`,
    'The chairman thanked all who had helped, and the meeting closed with coffee.',
    `The insurance of the building runs until ${monthOf(someDay(random, 2027, 2029))}.`,
    'Requests by telephone cannot be answered.',
  ]);
}

const hospital: ChronicleMaker = random => {
  const [town, other] = random.shuffle(TOWNS) as [string, string];
  const [surgeon, patient, director] = random.shuffle(CAST).slice(0, 3) as [Named, Named, Named];
  const operated = someDay(random, 2012, 2018);
  const suspended = { day: random.int(2, 26), month: random.int(1, 12), year: operated.year + 2 };
  const built = random.int(1884, 1937);
  const board = 'Regional Medical Licensing Board';
  return {
    title: `Statement of the hospital in ${town}`, quotations: [], figures: [],
    blocks: [
      `On ${american(operated)} ${fullName(surgeon)}, the head surgeon, removed the wrong kidney of a patient. ${aside(random)}`,
      `The patient, ${fullName(patient)}, a retired teacher from ${other}, was told of it a week later. ${aside(random)}`,
      `The ${board} suspended the surgeon on ${american(suspended)}. ${aside(random)}`,
      `“We have learned from this,” ${fullName(director)}, the hospital's director, said. The hospital was built in ${built} for the workers of the mine.`,
    ],
    facts: [
      dayFact(operated, random, x => `The surgeon removed the wrong kidney ${x}`),
      dayFact(suspended, random, x => `The licensing board suspended the surgeon ${x}`),
      yearFact(built, random, x => `The hospital, built ${x}, was meant for the workers of the mine`),
      personFact(surgeon, random, x => `The wrong kidney was removed by ${x}, head surgeon of the hospital`),
      personFact(patient, random, x => `Only a week later was the retired teacher ${x} told of it`),
      personFact(director, random, x => `The hospital has learned from this, its director, ${x}, said`),
      bodyFact(board, ['Medical', 'Nursing'], random, x => `The surgeon was suspended by the ${x}`),
      placeFact(other, random, x => `The patient is a retired teacher from ${x}`),
    ],
  };
};

const club: ChronicleMaker = random => {
  const [town, rival] = random.shuffle(TOWNS) as [string, string];
  const [coach, keeper] = random.shuffle(CAST).slice(0, 2) as [Named, Named];
  const final = someDay(random, 1974, 2003);
  const hired = someDay(random, 2016, 2022);
  const stadium = someDay(random, 1948, 1966);
  return {
    title: `${town}: a club and its cup`, quotations: [], figures: [],
    blocks: [
      `The club won its only cup on ${british(final)}, after penalties; the goalkeeper, ${fullName(keeper)}, saved three of them. ${aside(random)}`,
      `Its wooden stand burned down on ${british(stadium)} during a dance. ${aside(random)}`,
      `In ${monthOf(hired)} the club hired a new coach, ${fullName(coach)}, who had trained the juniors of ${rival}. ${aside(random)}`,
    ],
    facts: [
      dayFact(final, random, x => `The club’s only cup was won ${x} in a shootout`),
      dayFact(stadium, random, x => `A dance ended badly ${x}, when the wooden stand burned down`),
      monthFact(hired, random, x => `The new coach was hired ${x}`),
      personFact(keeper, random, x => `Three penalties were saved by the goalkeeper ${x}`),
      personFact(coach, random, x => `The club’s new coach, ${x}, had trained juniors before`),
      placeFact(rival, random, x => `The new coach had trained the juniors of ${x}`),
    ],
  };
};

const dam: ChronicleMaker = random => {
  const [town] = random.shuffle(TOWNS) as [string];
  const [minister, critic, builder] = random.shuffle(CAST).slice(0, 3) as [Named, Named, Named];
  const signed = someDay(random, 2003, 2011);
  const stopped = { day: random.int(2, 26), month: random.int(1, 12), year: signed.year + 3 };
  const flooded = someDay(random, 2014, 2021);
  const agency = 'International River Conservation Trust';
  return {
    title: 'A dam that was not built', quotations: [], figures: [],
    blocks: [
      { caption: 'Chronology', rows: [['What happened', 'When', 'Where'], ['Contract signed', british(signed), town], ['Work halted by injunction', british(stopped), 'Capital']] },
      `The energy minister, ${fullName(minister)}, signed the contract although the treasury had warned of it. ${aside(random)}`,
      `${fullName(critic)}, a hydrologist with the ${agency}, calls the valley the last of its kind. ${aside(random)}`,
      `A flood in ${monthOf(flooded)} swept away the cranes, which the contractor, ${fullName(builder)}, had left behind. ${aside(random)}`,
    ],
    facts: [
      dayFact(signed, random, x => `The contract for the dam was signed ${x}`),
      dayFact(stopped, random, x => `An injunction halted the work ${x}`),
      monthFact(flooded, random, x => `The cranes were swept away by a flood ${x}`),
      personFact(minister, random, x => `Despite a warning from the treasury the energy minister, ${x}, signed the contract`),
      personFact(critic, random, x => `The valley is the last of its kind, says the hydrologist ${x}`),
      personFact(builder, random, x => `The contractor, ${x}, had left the cranes behind`),
      bodyFact(agency, ['River', 'Forest'], random, x => `A hydrologist with the ${x} calls the valley the last of its kind`),
    ],
  };
};

export const CHRONICLES: readonly ChronicleMaker[] = [hospital, club, dam];
