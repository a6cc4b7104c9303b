// Can two figures hold together? In one unit and in two, rounded, approximate and bounded.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findQuantities } from '../../server/src/language/quantities.ts';
import { baseUnit, canBothHold, factorBetween, sameUnit } from '../../server/src/model/figures/compare.ts';

/** The one quantity of some words. */
function read(words: string) {
  const [quantity, ...more] = findQuantities(`It came to ${words}.`);
  assert.ok(quantity && more.length === 0, words);
  return quantity;
}

function holds(pairs: readonly string[]): void {
  for (const pair of pairs) {
    const [a, b] = pair.split(' | ').map(words => read(words!)) as [ReturnType<typeof read>, ReturnType<typeof read>];
    test(`holds together: ${pair}`, () => assert.deepEqual([sameUnit(a, b), canBothHold(a, b), canBothHold(b, a)], [true, true, true]));
  }
}

function conflicts(pairs: readonly string[]): void {
  for (const pair of pairs) {
    const [a, b] = pair.split(' | ').map(words => read(words!)) as [ReturnType<typeof read>, ReturnType<typeof read>];
    test(`does not hold together: ${pair}`, () => assert.deepEqual([sameUnit(a, b), canBothHold(a, b), canBothHold(b, a), baseUnit(a) === baseUnit(b) || a.unit === 'cent' || b.unit === 'cent'], [true, false, false, true]));
  }
}

// Days, weeks, months and years
holds(['60 days | two months', '12 weeks | three months', '90 days | three months', '24 weeks | six months', '20 months | two years', 'a quarter of a century | 25 years', '19 years | two decades', '18 months | one and a half years', '52 weeks | 365 days', 'two hours and 30 minutes | 150 minutes', 'two fortnights | 28 days']);
conflicts(['45 days | two months', 'six weeks | two months', '18 months | two years', '13 weeks | 13 months', '10 days | two weeks', '15 years | a quarter of a century', 'two hours and 30 minutes | 135 minutes', '90 minutes | two hours']);

test('months and days are compared, and never reckoned into each other', () => {
  assert.equal(factorBetween('month', 'day'), undefined);
  assert.equal(factorBetween('year', 'month'), 12);
});

// Shares
holds(['three in four | 74 per cent', 'one in three | 34 per cent', 'seven in ten | 68%', 'one farm in nine | 11 per cent', 'half of it | 51 per cent']);
conflicts(['three in four | 62 per cent', 'one in eight | 6.8 per cent', 'seven in ten | 60 per cent', 'one in six | one in nine']);

// Near a number
holds(['nearly 300 jobs | 290 jobs', 'almost 300 jobs | 300 jobs', 'about 300 jobs | 310 jobs', 'a dozen boats | 13 boats', 'just over 70 million people | 73 million people', 'just under 10 metres | 9.6 metres', 'more than 70 million people | 95 million people']);
conflicts(['nearly 300 jobs | 340 jobs', 'a dozen boats | 17 boats', 'two dozen boats | 31 boats', 'just over 70 million people | 95 million people', 'just under 10 metres | 7 metres']);

// Heat, money, speed, water
holds(['24 degrees | 24C', '75 degrees | 75F', '105 mph | 165 km/h', '286 megalitres | 286 million litres', '4 GWh | 4,000 MWh', '43 cents | €0.43', '500 pesos | ₱500', '5 cubic metres | 5,000 litres']);
conflicts(['24 degrees | 21C', '105 mph | 190 km/h', '286 megalitres | 268 million litres', '43 cents | €0.34', 'P5.2 billion | 4.2 billion pesos', '13 nautical miles | 57 kilometres', '286 megalitres a day | 268 million litres a day', '$3.10 a litre | 340 cents a litre']);

test('a dollar and a euro are not compared, nor a degree and a metre', () => {
  assert.equal(sameUnit(read('$5'), read('€5')), false);
  assert.equal(sameUnit(read('5 degrees'), read('5 metres')), false);
  assert.equal(sameUnit(read('$3 a litre'), read('$3 a day')), false);
});
