// Quantities as newspapers of many countries write them: currencies of one letter, compound times, shares and votes in words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findQuantities } from '../../server/src/language/quantities.ts';

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
