// Quantities as newspapers of many countries write them: currencies of one letter, compound times, shares and votes in words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findQuantities, readHeadUnit } from '../../server/src/language/quantities.ts';

/** Each quantity on one line: `words = bound value[..upper] unit kind`. */
function lines(text: string): string[] {
  return findQuantities(text).map(q => `${text.slice(q.start, q.end)} = ${q.bound === '=' || q.bound === 'range' ? '' : q.bound}${q.value}${q.upper === null ? '' : `..${q.upper}`} ${q.unit ?? '-'} ${q.kind}`);
}

function check(text: string, ...expected: string[]): void {
  test(text.length > 80 ? `${text.slice(0, 79)}…` : text, () => assert.deepEqual(lines(text), expected));
}

// Currencies of one letter, and of a few
check('A bag of cement fetched N9,400 in Kano, and the maker earned N212bn.', 'N9,400 = 9400 NGN money', 'N212bn = 212000000000 NGN money');
check('Two clinics cost P2.15 billion, or P3,500 a bed.', 'Two clinics = 2 clinic count', 'P2.15 billion = 2150000000 PHP money', 'P3,500 = 3500 PHP money');
check('Diesel rose to N930 a litre, or N930/litre, and the dividend was N4.50.', 'N930 a litre = 930 NGN per litre money', 'N930/litre = 930 NGN per litre money', 'N4.50 = 4.5 NGN money');
check('Drivers on the R300 paid R300, and one was fined R1.5m.', 'R300 = 300 ZAR money', 'R1.5m = 1500000 ZAR money');
check('The share gained N8 to N612 after a profit of N46 billion, said the maker of N95 masks beside the N7.', 'N8 = 8 NGN money', 'N612 = 612 NGN money', 'N46 billion = 46000000000 NGN money');
check('He wore an N95 mask on the N1, flew a P51 and filled in a P45 form in the R2 lobby.');
check('The county spent Sh40 million, KSh2.5bn and Dh30.', 'Sh40 million = 40000000 KES money', 'KSh2.5bn = 2500000000 KES money', 'Dh30 = 30 AED money');

// Units whose letters say more than their sound
check('The mine shipped 31.6Mt, or 2.5mt more, and milled 9,400 t.', '31.6Mt = 31600000 tonne measure', '2.5mt = 2500000 tonne measure', '9,400 t = 9400 tonne measure');
check('The dam held 410 GL, of which 340 ML a day, or 21 megalitres, went to farms, and 50 ml to the tester.', '410 GL = 410 gigalitre measure', '340 ML a day = 340 megalitre per day measure', '21 megalitres = 21 megalitre measure', '50 ml = 50 millilitre measure');
check('The hall of 7,200m² stands on 410 m³ of clay.', '7,200m² = 7200 square metre measure', '410 m³ = 410 cubic metre measure');
check('She lost by 1.4 s in the 1980 s.', '1.4 s = 1.4 second duration');
check('A 118m ship passed a 31m mast; 118m people watched, and 44m of them paid.', '118m = 118 metre measure', '31m = 31 metre measure', '118m people = 118000000 person count', '44m = 44000000 person count');
check('The river rose to 4.2m, above the record of 3.9m, and the storm left 3.5m without power.', '4.2m = 4.2 metre measure', '3.9m = 3.9 metre measure', '3.5m = 3500000 - number');

test('the head of a column gives the unit in brackets, in rupees, naira and thousands', () => {
  const heads = ['Cost (Rs crore)', 'N’000', 'Sales, £’000', 'Revenue (N billion)', 'Rm', 'Ore (Mt)', 'Time (s)', 'P', 'W', 'L', 'Page'];
  assert.deepEqual(heads.map(head => {
    const unit = readHeadUnit(head);
    return unit ? [unit.unit, unit.scale] : undefined;
  }), [['INR', 1e7], ['NGN', 1e3], ['GBP', 1e3], ['NGN', 1e9], ['ZAR', 1e6], ['tonne', 1e6], ['second', 1], undefined, undefined, undefined, undefined]);
});

// Times of more than one unit
check('She ran it in two hours, 31 minutes and 12 seconds.', 'two hours, 31 minutes and 12 seconds = 2.52 hour duration');
check('It was a one-hour-and-thirty-minute speech, after an hour and 15 minutes of songs.', 'one-hour-and-thirty-minute = 1.5 hour duration', 'an hour and 15 minutes = 1.25 hour duration');
check('He got six years and three months, she two years, and they rested for a year and a half.', 'six years and three months = 6.25 year duration', 'two years = 2 year duration', 'a year and a half = 1.5 year duration');
check('They sleep seven hours and 30 minutes a day.', 'seven hours and 30 minutes a day = 7.5 hour per day duration');
check('He was jailed for six years and 18 months later freed; three days and two nights passed.', 'six years = 6 year duration', '18 months = 18 month duration', 'three days = 3 day duration', 'two nights = 2 night count');

test('a time of several units holds each of them as it is written', () => {
  const text = 'It took 2 days, 4 hours.';
  assert.deepEqual(findQuantities(text)[0]!.parts?.map(({ start, end, value, unit }) => [text.slice(start, end), value, unit]), [['2 days', 2, 'day'], ['4 hours', 4, 'hour']]);
});

// Numbers and shares in other words
check('Seven-and-thirty geese flew over.', 'Seven-and-thirty geese = 37 goose count');
check('By the end of May 31,400 people were housed; in June, 12 came, and on April 3 people voted.', '31,400 people = 31400 person count', '12 = 12 - number');
check('The river carried 52 cubic metres each second, and the fare is €3 for each child.', '52 cubic metres each second = 52 cubic metre per second measure', '€3 for each child = 3 EUR per child money');
check('It pays $20 for each concert ticket, and it takes one year every year longer.', '$20 = 20 USD money', 'one year = 1 year duration');
check('He was only 14 when it sank, and she was just 19.', '14 = 14 year age', '19 = 19 year age');
check('The college runs 45 degree courses on a 30 degree slope.', '45 degree courses = 45 course count', '30 degree = 30 degree measure');
check('One worker in three was off, one farm in every nine closed, and one boat in 2019 sank.', 'One worker in three = 0.3333333333333333 - ratio', 'one farm in every nine = 0.1111111111111111 - ratio', 'one boat = 1 boat count');
check('It was rejected 24 to 17 and carried by six to two, with a result of 27 to 19 before.', '24 to 17 = 24..17 - score', 'six to two = 6..2 - score', '27 to 19 = 27..19 - score');
check('The plan was backed by 40 to 50 people and approved 10 to 12 years ago.', '40 to 50 people = 40..50 person count', '10 to 12 years = 10..12 year duration');
check('Mill loses third of orders', 'third = 0.3333333333333333 - ratio');
check('Quarter of pupils missed school', 'Quarter = 0.25 - ratio');
check('She finished third of the field on the third of May, and won third of five races.', 'five races = 5 race count');

// Bounds and results
check('Sales edged up to $3.4 million, and pay of up to $90 was cut.', '$3.4 million = 3400000 USD money', '$90 = <=90 USD money');
check('It was four thousand-odd of them.', 'four thousand = ~4000 - number');
check('The vote was 412 to 187, and it won, by five to four.', '412 to 187 = 412..187 - score', 'five to four = 5..4 - score');
check('Prices grew by 3 to 5 per cent and fell by 5 to 4 dollars.', '3 to 5 per cent = 3..5 percent percent', '5 = 5 USD money', '4 dollars = 4 USD money');

// The second of two clauses that share a verb
check('Ontario has 390 beds, Quebec 121.', '390 beds = 390 bed count', '121 = 121 - number');
check('The wardens reported 27 wolves and the Bird Trust 34.', '27 wolves = 27 wolf count', '34 = 34 - number');
check('The airline has 40 jets and the Boeing 737.', '40 jets = 40 jet count');
check('Utrecht will shed 410, Groningen 365 and Leiden 280.', '410 = 410 - number', '365 = 365 - number', '280 = 280 - number');
check('He owns 12 planes, a Boeing 737, Airbus 320 and Cessna 206, and once saw Apollo 13.', '12 planes = 12 plane count');
check('It costs 5 dollars on Radio 3, Channel 4 and TV 5.', '5 dollars = 5 USD money');
check('Diesel rose by N22 a litre, to N842.', 'N22 a litre = 22 NGN per litre money', 'N842 = 842 NGN money');
check('She rode it in 26h 41min 08s.', '26h 41min 08s = 26.6855555555556 hour duration');
check('Having turned 18 only in May, he turned 40 people away.', '18 = 18 year age', '40 people = 40 person count');
check('Of the lodgers seven were over 70, and sales were over 70.', 'seven = 7 - number', '70 = >70 year age', '70 = >70 - number');
