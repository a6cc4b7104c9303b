// A small part of the synthetic sources: what is planted in files of every kind is found, and what was altered is not taken for the same. `node test/synthetic/score.ts` runs all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as more from '../synthetic/more-stories.ts';
import { isRight, runCases } from '../synthetic/plant.ts';
import { STORIES } from '../synthetic/stories.ts';
import * as thirdLayouts from '../synthetic/third-layouts.ts';
import * as thirdStories from '../synthetic/third-stories.ts';

const sets = [
  ['first', () => runCases(STORIES, 31, 13)],
  ['second', () => runCases(more.STORIES, 32, 11, more.render)],
  ['third', () => runCases(thirdStories.STORIES, 33, 14, thirdLayouts.render)],
] as const;

/** A page that says that readers who do not pay get a part: of a figure that it lacks nothing is said. */
const isPart = ({ file }: { readonly file: string }) => file === 'walled.html';

for (const [name, run] of sets) {
  test(`planted quotations and figures are told from altered ones: ${name} set`, { timeout: 60_000 }, async () => {
    const cases = await run();
    assert.deepEqual(cases.filter(one => one.what === 'quotation' && !isRight(one)), []);
    const figures = cases.filter(one => one.what === 'figure' && !isPart(one));
    assert.deepEqual(cases.filter(one => isPart(one) && one.what === 'figure' && !one.faithful && one.verdict === 'absent'), []);
    assert.ok(figures.filter(isRight).length / figures.length >= 0.93, JSON.stringify(figures.filter(one => !isRight(one)), undefined, 1));
    assert.ok(figures.filter(({ faithful }) => !faithful).length > 10 && figures.filter(({ faithful }) => faithful).length > 10, 'both kinds are there');
  });
}
