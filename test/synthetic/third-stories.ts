// A third set of stories, for the third set of layouts: what offices, firms and hearings publish.
import { grouped, type Random } from './random.ts';
import { altered, type StoryMaker } from './stories.ts';

const NAMES = ['Achterberg', 'Bello', 'Cassidy', 'Domingo', 'Ekström', 'Farrugia', 'Gowda', 'Hollis', 'Ishikawa', 'Jankowski'];
const CALLED = ['Maren', 'Oscar', 'Priya', 'Quentin', 'Rosa', 'Samuel'];
const PLACES = ['Aldermoor', 'Bright Falls', 'Cormeil', 'Drumlane', 'Esperance', 'Foxhollow'];

const BETWEEN = [
  'The figures had been expected a week earlier, but were held back for a last check.',
  'A second reading of the bill is planned before the recess.',
  'Staff were told of the decision by letter, and some of them from the radio.',
  'Neither the firm nor its lawyers wished to say more on Wednesday.',
  'The long-term plan, which was drawn up by a well-known consultancy, is kept under lock and key.',
  'A map of the area hangs in the entrance hall, next to the portraits of former chairmen.',
  'Objections may be sent to the clerk in writing.',
  'The archive is open to visitors on weekday afternoons.',
  'There was applause from the gallery, and the chair asked for silence.',
];

const WORDS = [
  (r: Random) => `The pumps were switched off at ${r.int(2, 11)} in the morning, and by the time anybody noticed the whole of the lower village was under water.`,
  () => 'We were told that the money was there, we were told that the plans were ready, and none of it was true.',
  (r: Random) => `You cannot run a self-sufficient island on a ferry that was built for ${r.int(40, 90)} cars and no lorries at all.`,
  () => 'My clients do not dispute the date, but they will never accept that the signature on page four is theirs.',
  (r: Random) => `I wrote to ${r.pick(NAMES)} in the autumn, I wrote again in the spring, and I am still waiting for a line in reply.`,
  () => 'Whether that was a mistake or a crime is for the prosecutors to decide, not for a parliamentary committee.',
  (r: Random) => `What keeps us awake is not the price of ${r.int(12, 80)} dollars a barrel but the weather, which nobody can hedge.`,
  () => 'The children who started in that classroom are grown-ups today, and the ceiling has still not been mended.',
  () => 'If you ask me whether I would do it again, then the honest answer is that I would not.',
  (r: Random) => `There are ${r.int(210, 880)} people on that list, and every one of them has been promised a flat.`,
];

function between(random: Random, count = 1): string {
  return random.shuffle(BETWEEN).slice(0, count).join(' ');
}

function speaking(random: Random) {
  const [a, b, c] = random.shuffle(WORDS).slice(0, 3).map(make => make(random)) as [string, string, string];
  const family = random.pick(NAMES);
  return {
    quotations: [a, b, c],
    said: [`“${a}” ${random.pick(CALLED)} ${family} told the hearing. ${between(random)}`, `Asked about the delay, ${family} said: “${b}” ${between(random)}`, `${between(random)} “${c}” a neighbour wrote in a statement.`] as const,
  };
}

const budget: StoryMaker = random => {
  const place = random.pick(PLACES);
  const heads = random.shuffle(['Roads', 'Schools', 'Parks', 'Waste collection', 'Libraries']).slice(0, 4).map(head => ({ head, last: random.int(120, 980), now: random.int(120, 980) }));
  const debt = random.int(21, 88);
  const levy = random.int(3, 9);
  const { quotations, said } = speaking(random);
  const [first, second] = heads as [typeof heads[0], typeof heads[0]];
  return {
    title: `${place}: budget for 2025`, quotations,
    blocks: [
      `The council of ${place} adopted its budget on Thursday after a debate of six hours. ${between(random)}`, said[0],
      { caption: 'Spending by service, in thousands of dollars', rows: [['Service', '2024', '2025'], ...heads.map(({ head, last, now }) => [head, String(last), String(now)])] },
      `The property levy goes up by ${levy} percent. ${between(random)}`, said[1],
      `The town’s debt stands at $${debt} million. ${between(random, 2)}`, said[2],
    ],
    figures: [
      { sentence: x => `${place} will spend ${x} on ${first.head.toLowerCase()} in 2025`, right: [`$${grouped(first.now * 1_000)}`], wrong: [`$${grouped(altered(first.now, random) * 1_000)}`] },
      { sentence: x => `In 2024 the town spent ${x} on ${second.head.toLowerCase()}`, right: [`$${grouped(second.last * 1_000)}`], wrong: [`$${grouped(altered(second.last, random) * 1_000)}`] },
      { sentence: x => `The property levy rises by ${x} percent`, right: [String(levy)], wrong: [String(levy + random.int(2, 6))] },
      { sentence: x => `${place} owes ${x} million, the budget shows`, right: [`$${debt}`], wrong: [`$${altered(debt, random)}`] },
    ],
  };
};

const survey: StoryMaker = random => {
  const place = random.pick(PLACES);
  const asked = random.int(1_020, 4_890);
  const trust = random.int(23, 61);
  const before = trust + random.int(4, 15);
  const move = random.int(7, 22);
  const { quotations, said } = speaking(random);
  return {
    title: `What people in ${place} think of the police`, quotations,
    blocks: [
      said[0], `Only ${trust} percent of residents say that they trust the police, down from ${before} percent in the survey of 2022. ${between(random)}`,
      `Researchers put their questions to ${grouped(asked)} adults between March and May. ${between(random)}`, said[1],
      `One question was whether people thought of moving away: ${move}% did. ${between(random, 2)}`, said[2],
    ],
    figures: [
      { sentence: x => `${x} percent of the residents of ${place} trust the police`, right: [String(trust)], wrong: [String(altered(trust, random))] },
      { sentence: x => `The survey of ${place} is based on the answers of ${x} adults`, right: [grouped(asked), `about ${grouped(Math.round(asked / 100) * 100)}`], wrong: [grouped(altered(asked, random))] },
      { sentence: x => `Trust in the police has fallen by ${x} percentage points since 2022`, right: [String(before - trust)], wrong: [String(before - trust + 11)] },
      { sentence: x => `${x} percent think of moving away`, right: [String(move)], wrong: [String(move + random.int(25, 40))] },
    ],
  };
};

const results: StoryMaker = random => {
  const firm = `${random.pick(NAMES)} Foods`;
  const revenue = random.int(112, 989) / 100;
  const profit = random.int(61, 420);
  const shops = random.int(310, 1_900);
  const close = random.int(12, 75);
  const margin = random.int(31, 99) / 10;
  const { quotations, said } = speaking(random);
  return {
    title: `${firm}: results for the third quarter`, quotations,
    blocks: [
      `${firm} reported revenue of €${revenue.toFixed(2)} billion for the third quarter. ${between(random)}`,
      `Net profit came in at €${profit} million, and the operating margin was ${margin.toFixed(1)}%. ${between(random)}`, said[0],
      `The chain runs ${grouped(shops)} shops in five countries. It will close ${close} of them by next summer. ${between(random)}`, said[1], said[2],
    ],
    figures: [
      { sentence: x => `In the third quarter ${firm} had revenue of ${x} billion`, right: [`€${revenue.toFixed(2)}`, `€${revenue.toFixed(1)}`], wrong: [`€${(revenue * 1.4).toFixed(2)}`] },
      { sentence: x => `${firm} made a net profit of ${x} million`, right: [`€${profit}`], wrong: [`€${altered(profit, random)}`] },
      { sentence: x => `The company has ${x} shops`, right: [grouped(shops)], wrong: [grouped(altered(shops, random))] },
      { sentence: x => `${x} shops are to close by next summer`, right: [String(close)], wrong: [String(altered(close, random))] },
      { sentence: x => `Its operating margin was ${x} percent`, right: [margin.toFixed(1)], wrong: [(margin + 2.3).toFixed(1)] },
    ],
  };
};

const flood: StoryMaker = random => {
  const river = `River ${random.pick(['Ash', 'Lorne', 'Teller', 'Wend'])}`;
  const level = random.int(42, 96) / 10;
  const evacuated = random.int(410, 6_800);
  const rain = random.int(61, 190);
  const bridges = random.int(3, 14);
  const { quotations, said } = speaking(random);
  return {
    title: `${river} bursts its banks`, quotations,
    blocks: [
      `The ${river} rose to ${level.toFixed(1)} metres on Sunday night, the highest mark since the gauge was put up. ${between(random)}`, said[0],
      `Some ${grouped(evacuated)} people had to leave their homes. ${between(random)}`,
      `In two days ${rain} millimetres of rain fell on the hills. ${between(random, 2)}`, said[1],
      `${bridges} bridges were closed to traffic, among them the one at the old mill. ${between(random)}`, said[2],
    ],
    figures: [
      { sentence: x => `The ${river} reached a level of ${x} on Sunday night`, right: [`${level.toFixed(1)} metres`, `${(level * 3.28084).toFixed(0)} feet`], wrong: [`${(level + 2.4).toFixed(1)} metres`] },
      { sentence: x => `${x} people were forced to leave their homes`, right: [`About ${grouped(evacuated)}`], wrong: [`About ${grouped(altered(evacuated, random))}`] },
      { sentence: x => `On the hills ${x} millimetres of rain fell in two days`, right: [String(rain)], wrong: [String(altered(rain, random))] },
      { sentence: x => `The water closed ${x} bridges`, right: [String(bridges)], wrong: [String(bridges + random.int(3, 9))] },
    ],
  };
};

const crime: StoryMaker = random => {
  const place = random.pick(PLACES);
  const kinds = random.shuffle(['Burglary', 'Vandalism', 'Shoplifting', 'Robbery', 'Fraud']).slice(0, 4).map(kind => ({ kind, last: random.int(110, 3_900), now: random.int(110, 3_900) }));
  const solved = random.int(31, 68);
  const officers = random.int(120, 640);
  const { quotations, said } = speaking(random);
  const [first, second, third] = kinds as [typeof kinds[0], typeof kinds[0], typeof kinds[0]];
  return {
    title: `Recorded crime in ${place}, 2023 and 2024`, quotations,
    blocks: [
      `This bulletin gives the offences that were recorded by the police in ${place}. ${between(random)}`,
      { caption: 'Table of offences recorded', rows: [['Offence', '2023', '2024'], ...kinds.map(({ kind, last, now }) => [kind, grouped(last), grouped(now)])] },
      `The police solved ${solved} percent of all cases. ${between(random)}`, said[0], said[1],
      `The force has ${officers} officers, and vacancies for a dozen more. ${between(random)}`, said[2],
    ],
    figures: [
      { sentence: x => `In ${place} the police recorded ${x} cases of ${first.kind.toLowerCase()} in 2024`, right: [grouped(first.now)], wrong: [grouped(altered(first.now, random))] },
      { sentence: x => `There were ${x} cases of ${second.kind.toLowerCase()} in 2023`, right: [grouped(second.last)], wrong: [grouped(altered(second.last, random))] },
      { sentence: x => `Cases of ${third.kind.toLowerCase()} numbered ${x} in 2024`, right: [grouped(third.now)], wrong: [grouped(altered(third.now, random))] },
      { sentence: x => `${x} percent of cases were solved`, right: [String(solved)], wrong: [String(altered(solved, random))] },
      { sentence: x => `${place} has a police force of ${x} officers`, right: [String(officers)], wrong: [String(altered(officers, random))] },
    ],
  };
};

const trains: StoryMaker = random => {
  const line = `${random.pick(PLACES)} line`;
  const late = random.int(14, 46);
  const riders = random.int(21, 97) * 1_000;
  const minutes = random.int(9, 34);
  const cost = random.int(102, 890);
  const { quotations, said } = speaking(random);
  return {
    title: `Late again: the ${line}`, quotations,
    blocks: [
      said[0], `Last year ${late} percent of trains on the ${line} were more than five minutes late. ${between(random)}`,
      `The line carries ${grouped(riders)} passengers a day. ${between(random)}`, said[1],
      `The average delay in the rush hour was ${minutes} minutes. ${between(random)}`,
      `New signals would cost ${cost} million pounds, the operator’s board was told. ${between(random)}`, said[2],
    ],
    figures: [
      { sentence: x => `On the ${line}, ${x} percent of trains ran late last year`, right: [String(late)], wrong: [String(altered(late, random))] },
      { sentence: x => `Every day ${x} passengers use the ${line}`, right: [grouped(riders)], wrong: [grouped(altered(riders / 1_000, random) * 1_000)] },
      { sentence: x => `In the rush hour, trains were ${x} minutes late on average`, right: [String(minutes)], wrong: [String(altered(minutes, random))] },
      { sentence: x => `The operator puts the cost of new signals at ${x} million`, right: [`£${cost}`], wrong: [`£${altered(cost, random)}`] },
    ],
  };
};

export const STORIES: readonly StoryMaker[] = [budget, survey, results, flood, crime, trains];
