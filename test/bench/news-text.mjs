// Makes up news copy of a given length for the benchmark: the same seed gives the same text. Every word of it is ours.

const PEOPLE = ['Mara Ellingsen', 'Joseph Adeyemi', 'Tomas Verhoeven', 'Lin Qiao', 'Ana Petrescu', 'Samuel Okafor', 'Ingrid Falk', 'Rafael Moreno'];
const ROLES = ['the city treasurer', 'a spokesman for the port', 'the minister of transport', 'the chair of the board', 'head of the harbour union', 'an economist at the state university'];
const BODIES = ['the transport ministry', 'the statistics office', 'the port authority', 'the central bank', 'the council', 'the audit court'];
const THINGS = ['ferry passengers', 'building permits', 'container ships', 'school places', 'hospital beds', 'night buses', 'solar roofs', 'vacant flats'];
const PLACES = ['Port Ferris', 'Kelmar', 'Oststad', 'the northern districts', 'the old harbour', 'Lower Brenn'];
const MONTHS = ['January', 'March', 'April', 'June', 'August', 'September', 'November'];
const VERBS = ['rose', 'fell', 'climbed', 'dropped'];
const SPEECH = ['We will not wait another winter', 'The money was promised and it has to come', 'Nobody asked the people who live here', 'This is a first step and no more than that', 'The figures speak for themselves'];

/**
 * @param {number} words at least so many
 * @param {number} seed
 */
export function makeNewsText(words, seed) {
  const next = randomNumbers(seed);
  const pick = list => list[Math.floor(next() * list.length)];
  const number = (low, high) => Math.floor(low + next() * (high - low));
  const grouped = value => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
  let notes = '';
  let noted = 0;
  const sentences = [
    () => `The number of ${pick(THINGS)} in ${pick(PLACES)} ${pick(VERBS)} by ${number(2, 40)} percent to ${grouped(number(1000, 90000))} in ${pick(MONTHS)}, ${pick(BODIES)} said.`,
    () => `“${pick(SPEECH)},” ${pick(PEOPLE)}, ${pick(ROLES)}, told reporters in ${pick(PLACES)}.`,
    () => `The work will cost $${number(2, 90)}.${number(1, 9)} million, according to ${pick(BODIES)}.`,
    () => `It was the largest increase since ${number(1980, 2020)}, and it came two years after ${pick(BODIES)} had cut the budget.`,
    () => `${pick(PEOPLE)} said that about ${number(2, 9)},${number(100, 999)} of the ${pick(THINGS)} had gone to ${pick(PLACES)}.`,
    () => {
      notes += `[^n${++noted}]: <https://example.org/${seed}/${noted}> "Report ${noted}"\n`;
      return `In ${pick(PLACES)}, ${grouped(number(300, 9000))} ${pick(THINGS)} were counted on ${pick(MONTHS)} ${number(1, 28)}.[^n${noted}]`;
    },
    () => `Some residents of ${pick(PLACES)} had hoped for more, and they met at the town hall on Monday evening to say so.`,
    () => `Under [the plan](https://example.org/plan/${number(1, 999)}), ${pick(BODIES)} would add ${number(3, 60)} ${pick(THINGS)} a year until ${number(2027, 2040)}.`,
    () => `Whether that is enough, few in ${pick(PLACES)} want to say.`,
  ];
  let text = '---\ndate: 2025-09-19\n---\n\n# What the year has brought\n\n';
  for (let count = 0, paragraph = 0; count < words; paragraph++) {
    if (paragraph % 8 === 7) text += `## ${pick(PLACES)} and its ${pick(THINGS)}\n\n`;
    const sentencesHere = Array.from({ length: number(2, 5) }, () => pick(sentences)()).join(' ');
    count += sentencesHere.split(' ').length;
    text += `${sentencesHere}\n\n`;
  }
  return text + notes;
}

/** Numbers from 0 to 1 that look random (mulberry32, public domain). */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
