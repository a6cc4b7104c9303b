import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findDates } from '../../server/src/language/dates.ts';
import { findQuantities } from '../../server/src/language/quantities.ts';
import { computeCheckworthiness } from '../../server/src/model/sourcing/checkworthy.ts';

const read = (text: string) => computeCheckworthiness(text, findQuantities(text), findDates(text));

test('what a fact-checker would want sourced scores above what nobody would', () => {
  const claims = ['Imports of timber fell 18 percent in 2023.', 'The bridge is the longest in the province.', 'The clinic lost 40 of its 120 nurses last year.', 'Parliament passed the fisheries act in 1998.'];
  const others = ['What happens now?', 'I think we should try again.', 'Thank you all for coming tonight.', 'Here is what we know so far.', 'Maybe it will rain.'];
  for (const claim of claims) for (const other of others) assert.ok(read(claim).probability > 0.5 && read(other).probability < 0.5, `${claim} / ${other}`);
});

test('the reason is what weighs most', () => {
  const reasons: [string, string][] = [
    ['Imports of timber fell 18 percent in the spring.', 'a statistic'],
    ['The bridge is the longest in the province.', 'a superlative'],
    ['It was the first strike at the yard since the war.', 'a first or a ranking'],
    ['Did imports fall 18 percent?', 'a question'],
    ['I believe that the yard has a future.', 'an opinion'],
  ];
  for (const [text, reason] of reasons) assert.equal(read(text).reason, reason, text);
});

test('a year dates an event, or only names a thing', () => {
  assert.deepEqual([read('In 2014 the old wharf was torn down.').specific, read('In 2014 the old wharf was torn down.').reason], [true, 'a dated event']);
  assert.equal(read('The 2014 catalogue was a joy to hold.').specific, false);
});

test('a seat on a committee is no ranking', () => {
  assert.equal(read('The port ranks third in the gulf.').reason, 'a ranking');
  assert.notEqual(read('She is the ranking member of the harbour committee.').reason, 'a ranking');
});

test('the first of its kind is a claim, the first of a list of thoughts is none', () => {
  assert.equal(read('It was the first yard in the country to close since the war.').reason, 'a first or a ranking');
  assert.ok(read('The first step is to listen to the dockers.').probability < 0.5);
});

test('a question states nothing, whatever it mentions', () => {
  assert.equal(read('Why did rents in the port rise by 40 percent?').specific, false);
});

test('what somebody did, or what a law says, is a claim also without a figure; praise and promises are none', () => {
  for (const claim of ['The minister sold the wharf to his brother.', 'He voted against the harbour bill and then took credit for it.', 'The act bars foreign ships from the coastal trade.']) assert.ok(read(claim).probability > 0.5, claim);
  for (const other of ['We have made great progress together.', 'We will never stop fighting for the people of this port.', 'Our workers are the finest in the world.', 'Every child deserves a good school.']) assert.ok(read(other).probability < 0.5, other);
});

test('asking, doubting and wishing lower the score of the same words', () => {
  const plain = read('Imports fell 18 percent in 2023.').probability;
  for (const text of ['Did imports fall 18 percent in 2023?', 'I hope imports fell 18 percent in 2023.', 'Imports could fall 18 percent in 2023.']) assert.ok(read(text).probability < plain, text);
});

test('what is only mentioned, judged or foreseen makes no claim; what is beside it in the same words does', () => {
  const pairs: [states: string, not: string, why: string][] = [
    ['The harbour office drew up 340 plans.', 'The harbour office drew up a twelve-page plan.', 'how long a thing is'],
    ['She won by a two-vote margin and kept the mayor’s seat.', 'She spoke in a two-room hut and kept her coat on.', 'a margin is measured'],
    ['Four bidders remained.', 'The four remaining bidders met in the yard.', 'a number that was told before'],
    ['He won six of the last nine races.', 'He sat in the last two rows and won a prize.', 'a run of results'],
    ['Only one ferry has sailed since May, and 300 people were stranded.', 'One ferry captain read the letter aloud.', 'hardly more than an article'],
    ['The pumps run 10,000 times more often than in 1990.', 'He repeats it 10,000 times, and nobody listens.', 'a figure of speech'],
    ['The quay cost $1,000.', 'A good pilot is worth a thousand of his charts.', 'worth a thousand'],
    ['The island has 40,000 people.', 'The minister flew to the island of 40,000 people.', 'the size of a place'],
    ['It is the largest shipyard in the country.', 'It was the largest mistake of her career.', 'a mistake is not measured'],
    ['It is the least salty bay in the gulf.', 'It was the most masterful speech of the evening.', 'what somebody thinks of it'],
    ['It was the most generous grant in the history of the port.', 'It was the most generous gesture of the evening.', 'a time to compare with'],
    ['The richest families own 40 percent of the quay.', 'The richest families have found ways around the levy.', 'a class of people'],
    ['The port ranks third in the gulf.', 'The rank and file of the dockers’ party grumbled.', 'rank and file'],
    ['Rebels hacked the harbour office’s files.', 'The talk turned to the harbour office’s hacked files.', 'which files'],
    ['The port was the only one in the country to close in 2017.', 'The port would probably be the only one in the country to close, if the vote fails.', 'a first that is only likely'],
    ['The operator won the right to run ferries for four years.', 'The operator is likely to run at least one ferry for the next four years.', 'what lies ahead'],
    ['That year the yard lost 40 of its men.', 'That means the yard has lost 40 of its men.', 'reckoned from the sentence before'],
    ['Half of the catch goes to the canneries.', 'Put half of the catch aside for the canneries.', 'advice'],
    ['Snow had fallen on 40 of the 300 boats when the fleet sailed.', 'It was snowing when the fleet of 300 boats sailed.', 'the weather that the reporter saw'],
    ['The strait was closed in 1987.', 'A strait that is open can freeze, as we saw in 1987.', 'what every reader remembers'],
    ['The levy raised rents by a fifth.', 'It is not clear how much the levy raised rents.', 'nothing is stated'],
    ['It is the youngest crew ever to cross.', 'He never, ever gave way, despite unprecedented attacks on his crew.', '“never, ever” compares with nothing'],
    ['The strike led to a fall in rents of 4 percent.', 'The letter raised questions about how the law would work.', 'questions that are raised'],
    ['A court banned the trade and closed the quay.', 'The law firm closed its doors.', 'a law firm'],
    ['Rents doubled.', 'The mayor doubled down on the rents.', 'to double down'],
    ['Incomes in the port fell.', 'The deal on the port’s income fell apart.', 'to fall apart'],
    ['Taxes on the port rose.', 'The party would bring in such tax increases again.', 'increases that are only named'],
    ['She is the first woman in the country to run a port.', 'The last time around, the country was at peace.', 'the last time'],
    ['The mayor sold two ferries and 40 boats.', 'A remark that the mayor made two years ago came back to her.', 'when it was'],
    ['In the 2014 race he came last.', 'She mused about the 2014 race, which everybody had seen.', 'which race'],
    ['Ships call at five ports on Tuesday, all of them full, and 40 more at night.', 'The latest on the strike in five ports on Tuesday (all times local):', 'the head of a running file'],
    ['The dike, which holds 156 tons of sand, was built by hand.', 'An earlier version of this article misstated how many tons of sand the dike holds; it is 156.', 'a correction'],
  ];
  const wrong = pairs.filter(([states, not]) => !read(states).specific || read(not).specific).map(([states, not, why]) => `${why}: ${read(states).specific ? not : states}`);
  assert.deepEqual(wrong, []);
});

test('a figure is read in its paragraph as in its sentence alone', () => {
  const first = 'Nobody came. ';
  for (const second of ['The harbour office drew up a twelve-page plan.', 'The harbour office drew up 340 plans.']) {
    const quantities = findQuantities(first + second);
    assert.equal(computeCheckworthiness(second, quantities, [], first.length).specific, read(second).specific, second);
  }
});

test('any text gives a probability', { timeout: 20_000 }, () => {
  fc.assert(fc.property(fc.string({ maxLength: 300, unit: 'binary' }), text => {
    const { probability, reason } = read(text);
    assert.ok(probability >= 0 && probability <= 1 && reason.length > 0);
  }));
  for (const text of ['the '.repeat(50_000), '9'.repeat(100_000), 'most '.repeat(50_000), "we're ".repeat(50_000)]) read(text);
});
