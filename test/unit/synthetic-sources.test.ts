// A small part of the synthetic sources: what is planted in files of every kind is found, and what was altered is not taken for the same. `node test/synthetic/score.ts` and `node test/synthetic/score-facts.ts` run all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as more from '../synthetic/more-stories.ts';
import { CHRONICLES } from '../synthetic/chronicles.ts';
import * as moreChronicles from '../synthetic/more-chronicles.ts';
import { isFactRight, runFacts } from '../synthetic/plant-facts.ts';
import { isRight, runCases } from '../synthetic/plant.ts';
import { STORIES } from '../synthetic/stories.ts';
import * as thirdChronicles from '../synthetic/third-chronicles.ts';
import * as thirdLayouts from '../synthetic/third-layouts.ts';
import * as thirdStories from '../synthetic/third-stories.ts';

const sets = [
  ['first', () => runCases(STORIES, 31, 13)],
  ['second', () => runCases(more.STORIES, 32, 11, more.render)],
  ['third', () => runCases(thirdStories.STORIES, 33, 14, thirdLayouts.render)],
  ['long papers', () => runCases(thirdStories.STORIES, 34, 12, thirdLayouts.renderLong)],
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

const factSets = [
  ['first', () => runFacts(CHRONICLES, 41, 18)],
  ['second', () => runFacts(moreChronicles.CHRONICLES, 42, 24, more.render)],
  ['third', () => runFacts(thirdChronicles.CHRONICLES, 43, 24, thirdLayouts.render)],
] as const;

for (const [name, run] of factSets) {
  test(`planted dates and names are told from altered ones: ${name} set`, { timeout: 60_000 }, async () => {
    const cases = await run();
    assert.deepEqual(cases.filter(({ faithful, verdict }) => faithful && verdict === 'other'), []);
    for (const what of ['date', 'name'] as const) {
      const own = cases.filter(one => one.what === what && !isPart(one));
      assert.ok(own.filter(isFactRight).length / own.length >= 0.93, JSON.stringify(own.filter(one => !isFactRight(one)), undefined, 1));
      const altered = own.filter(({ faithful }) => !faithful);
      assert.ok(altered.length > 10 && altered.filter(({ verdict }) => verdict === 'other').length / altered.length > 0.6, 'altered ones are reported');
    }
  });
}
