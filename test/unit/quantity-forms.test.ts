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
