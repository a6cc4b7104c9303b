import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { trainForest, toValues } from '../../scripts/boosting.mjs';
import { computeLogOdds } from '../../server/src/model/forest.ts';

test('a tree sends an example left up to its threshold, right beyond it, and trees add up', () => {
  const forest = { features: ['size', 'age'], base: -1, trees: [[0, 2, 7, 1, 0.5, 2, -1, 0.25, -1, 0.5, -1, 4], [-1, 0.125]] };
  const odds = (size: number, age: number) => computeLogOdds(forest, [size, age]);
  assert.deepEqual([odds(2, 0), odds(2, 1), odds(3, 0), odds(3, 1)], [-0.625, -0.375, 3.125, 3.125]);
});

interface Example {
  readonly features: ReadonlyMap<string, number>;
  readonly label: 0 | 1;
}

const named = (examples: readonly Example[]) => {
  const forest = trainForest(examples, { rounds: 40, share: 1 });
  return (features: ReadonlyMap<string, number>) => computeLogOdds(forest, toValues(forest, features));
};

test('what only counts together is learned', () => {
  const examples = Array.from({ length: 200 }, (_, i): Example => {
    const [a, b] = [i & 1, i >> 1 & 1];
    return { features: new Map([['a', a], ['b', b]]), label: (a & b) as 0 | 1 };
  });
  const odds = named(examples);
  const at = (a: number, b: number) => odds(new Map([['a', a], ['b', b]])) > 0;
  assert.deepEqual([at(0, 0), at(1, 0), at(0, 1), at(1, 1)], [false, false, false, true]);
});

test('the same examples give the same forest, and one that a script can write down and read again', () => {
  const example = fc.record({ size: fc.integer({ min: 0, max: 9 }), old: fc.boolean(), label: fc.constantFrom<0 | 1>(0, 1) });
  fc.assert(fc.property(fc.array(example, { minLength: 40, maxLength: 80 }), all => {
    fc.pre(all.some(({ label }) => label === 0) && all.some(({ label }) => label === 1));
    const examples = all.map(({ size, old, label }): Example => ({ features: new Map([['size', size], ...(old ? [['old', 1] as const] : [])]), label }));
    const forest = trainForest(examples, { rounds: 5 });
    assert.deepEqual(JSON.parse(JSON.stringify(trainForest(examples, { rounds: 5 }))), forest);
    for (const { features } of examples) assert.ok(Number.isFinite(computeLogOdds(forest, toValues(forest, features))));
  }), { numRuns: 30 });
});
