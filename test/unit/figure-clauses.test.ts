// What the clause of a figure is read to say, and that editing step by step finds the same conflicts as reading afresh.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { buildDraft, createBlockCache } from '../../server/src/draft/build.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext } from '../../server/src/model/context.ts';
import { inferredConflicts } from '../../server/src/model/figures/inferred.ts';
import { describeClause } from '../../server/src/model/figures/words.ts';

function clausesOf(text: string) {
  return buildAnalysis(buildDraft(text), emptyContext('file:///a.md')).figures.map(describeClause);
}

describe('the clause of a figure', () => {
  test('verb and subject', () => assert.deepEqual(clausesOf('The Ostra yard has built 13 ferries.'), [{ verb: 'built', subject: 'Ostra yard' }]));
  test('the subject before “which”', () => assert.deepEqual(clausesOf('Harbourco, which built 13 ferries, is for sale.'), [{ verb: 'built', subject: 'Harbourco' }]));
  test('a figure that is the subject', () => assert.deepEqual(clausesOf('One sailor died and 14 were injured.').map(({ verb }) => verb), ['died', 'injured']));
  test('each figure of a list has its own clause', () => assert.deepEqual(clausesOf('Berg has 69 seats, Moe has 41 and Lind has 12.').map(({ subject }) => subject), ['Berg', 'Moe', 'Lind']));
  test('of how much it is given', () => assert.deepEqual(clausesOf('The pump moved 900 boxes per minute on average.').map(({ scope }) => scope), ['per minute, average']));
  test('which way a change goes', () => assert.deepEqual(clausesOf('Fares saw a 28% fall and rents rose 3%.').map(({ direction }) => direction), ['down', 'up']));
});

test('editing step by step finds the same conflicts as reading afresh', () => {
  const sentences = ['The yard built 13 ferries in Ostra.', 'The yard built 18 ferries in Ostra.', '# Yard Builds 14 Ferries', 'Ann Moe is serving her third term.', 'Ann Moe is serving her fourth term.', 'Ferry sales fell 46 percent.', 'Ferry sales rose 46 percent.', 'It has six cranes.'];
  const found = (text: string, cache = createBlockCache()) => inferredConflicts(buildAnalysis(buildDraft(text, cache), emptyContext('file:///a.md'))).map(({ here, there, why }) => [here.start, there.start, why]);
  fc.assert(fc.property(fc.array(fc.array(fc.constantFrom(...sentences), { maxLength: 6 }), { maxLength: 5 }), drafts => {
    const cache = createBlockCache();
    for (const paragraphs of drafts) {
      const text = paragraphs.join('\n\n');
      assert.deepEqual(found(text, cache), found(text));
    }
  }), { numRuns: 60 });
});
