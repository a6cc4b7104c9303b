// The trees that weigh pairs of figures and of dates still fit the reading that they were learned from.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDrafts, readExamples, SUBJECTS } from '../../scripts/train-conflicts.mjs';
import { toValues } from '../../scripts/boosting.mjs';
import { DATE_FOREST } from '../../server/src/model/figures/dated-pairs/date-forest.ts';
import { FIGURE_FOREST } from '../../server/src/model/figures/pairs/figure-forest.ts';
import { computeLogOdds } from '../../server/src/model/forest.ts';

/** Every so many drafts stand for all. */
const STEP = 6;

const drafts = [...readDrafts(STEP)];

for (const [name, forest] of [['figures', FIGURE_FOREST], ['dates', DATE_FOREST]] as const) {
  const examples = readExamples(SUBJECTS[name], drafts);
  const pairs = examples.flatMap(draft => draft.pairs);

  test(`${name}: what the trees ask of a pair the model still tells`, () => {
    const told = new Set(pairs.flatMap(({ features }) => [...features.keys()]));
    const unknown = forest.features.filter(feature => !told.has(feature));
    // A rare feature may be in none of these drafts.
    assert.ok(unknown.length <= forest.features.length / 10, `Unknown: ${unknown.join(', ')}. Run "node scripts/train-conflicts.mjs ${name}".`);
  });

  test(`${name}: the trees know the conflicts that they were learned from`, () => {
    const taken = examples.flatMap(draft => SUBJECTS[name].choose(draft.pairs.map(pair => ({ ...pair, odds: computeLogOdds(forest, toValues(forest, pair.features)) })), 0));
    const right = taken.filter(({ id }) => id !== undefined).length;
    const marked = examples.reduce((sum, { ids }) => sum + ids.size, 0);
    assert.ok(right / taken.length > 0.85, `${right} of ${taken.length} pairs are right. Run "node scripts/train-conflicts.mjs ${name}".`);
    assert.ok(right / marked > 0.4, `${right} of ${marked} conflicts are found. Run "node scripts/train-conflicts.mjs ${name}".`);
  });
}

test('every mark of the training drafts closes, and those of a conflict stand at two places or more', () => {
  const alone = drafts.flatMap(({ name, marks }) => marks.flatMap(({ id = '' }) => (/^[cpd][1-9]/.test(id) && marks.filter(other => other.id === id).length < 2 ? [`${name} ${id}`] : [])));
  assert.deepEqual(alone, []);
});
