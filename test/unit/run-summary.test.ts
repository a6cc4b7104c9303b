// The line at the end of a run of source checks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeRun } from '../../server/src/sources/run-summary.ts';

const target = { name: 'port', addresses: [], confidential: false } as unknown as Parameters<typeof describeRun>[0][number]['target'];
const NONE = { quotations: 0, figures: 0, dates: 0, names: 0, mismatches: 0 };
const line = (evidence: Partial<typeof NONE>) => describeRun([{ target, state: 'confirmed' }], { ...NONE, ...evidence }, false);

test('the summary tells what was held against the sources, and how much differs', () => {
  assert.equal(line({ quotations: 3, figures: 14, dates: 6, names: 9, mismatches: 1 }), '1 source: 1 confirmed; 3 quotations, 14 figures, 6 dates and 9 names checked, 1 mismatch.');
  assert.equal(line({ figures: 1, names: 1 }), '1 source: 1 confirmed; 1 figure and 1 name checked, no mismatch.');
  assert.equal(line({ dates: 1, mismatches: 2 }), '1 source: 1 confirmed; 1 date checked, 2 mismatches.');
  assert.equal(line({}), '1 source: 1 confirmed.');
});
