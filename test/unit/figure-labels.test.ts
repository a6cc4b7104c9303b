// What a figure measures where a label before a colon, or a count, names it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDraft } from '../../server/src/draft/build.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext } from '../../server/src/model/context.ts';

function check(text: string, ...expected: string[]): void {
  test(text.length > 80 ? `${text.slice(0, 79)}…` : text, () => {
    const { figures } = buildAnalysis(buildDraft(text), emptyContext('file:///draft.md'));
    assert.deepEqual(figures.map(({ start, end, measure }) => `${text.slice(start, end)}: ${measure ?? '-'}`), expected);
  });
}

check('- Barns burnt: 31\n- Ore mined: 46.1Mt\n- Price of a ticket: £12', '31: barn', '46.1Mt: ore', '£12: ticket');
check('- Number of trams: 12\n- Height: 84m\n- Dropouts since the spring: 14', '12: tram', '84m: height', '14: dropout');
check('Nobody at the meeting of the farmers in the old hall said nothing: 40 had left.', '40: -');
check('The mayor put the number of barns burnt at 31 and the number of injured at 37.', '31: barn', '37: injured');
check('The number of olive growers in the valley was 140,000.', '140,000: olive grower');

test('the money in the corner of a table is that of its rows, but of those that count', () => {
  const text = '| Rs crore | 2025 | 2026 |\n|---|---|---|\n| Profit | 2,140 | 2,310 |\n| Staff | 9,200 | 9,350 |\n';
  const { figures } = buildAnalysis(buildDraft(text), emptyContext('file:///draft.md'));
  assert.deepEqual(figures.map(({ quantity }) => [quantity.value, quantity.unit]), [[21_400_000_000, 'INR'], [23_100_000_000, 'INR'], [9200, null], [9350, null]]);
});
