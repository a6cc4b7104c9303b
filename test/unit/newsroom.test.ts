// The example newsroom shows what its README says, and nothing else.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodeFiles, toFileUri } from '../../server/src/node-files.ts';
import { createWorkspace } from '../../server/src/workspace/create-workspace.ts';

const NEWSROOM = join(import.meta.dirname, '..', '..', 'examples', 'newsroom');
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** `rule: words`, the words cut after the first five. */
async function findingsOf(name: string): Promise<{ found: string[]; silenced: string[] }> {
  const workspace = createWorkspace({ files: nodeFiles, log: quiet });
  workspace.setFolders([toFileUri(NEWSROOM)]);
  const checked = await workspace.check(toFileUri(join(NEWSROOM, name)));
  assert.ok(checked && checked !== 'cancelled', name);
  const say = ({ rule, start, end }: { rule: string; start: number; end: number }) => `${rule}: ${checked.text.slice(start, end).split(/\s+/).slice(0, 5).join(' ')}`;
  return { found: checked.findings.map(say), silenced: checked.silenced.map(say) };
}

test('the leaders’ call', async () => {
  assert.deepEqual(await findingsOf('leaders-call.md'), {
    found: [
      'quotes/mismatch: “We agreed that neither side',
      'dates/weekday: Wednesday, June 5',
      'figures/conflict: 20%',
      'sourcing/unsourced: Container traffic between the two',
      'attribution/vague: Experts say',
      'figures/conflict: 30%',
      'sourcing/single-source: Aldoria has offered to end',
      'draft/changed-since-verified: Quelland will buy 11 million',
      'draft/tk: $TK',
      'sources/unknown: comerce-list',
    ],
    silenced: [],
  });
});

test('the Loopline sale', async () => {
  assert.deepEqual(await findingsOf('loopline-sale.md'), {
    found: [
      'quotes/inconsistent: “The recommendation engine stays where',
      'attribution/unattributed-quote: “Nobody in this building has',
      'quotes/inconsistent: “The recommendation engine remains where',
      'draft/confidential: Ivo Lanter',
      'draft/annotation: sorce',
      'quotes/unbalanced: “to keep working and to',
    ],
    silenced: [],
  });
});

test('the restricted list', async () => {
  assert.deepEqual(await findingsOf('restricted-list.md'), {
    found: ['draft/unverified: Being listed ends a company’s'],
    silenced: ['dates/weekday: Monday, October 21, 2025'],
  });
});

test('the registries and the configuration', async () => {
  assert.deepEqual(await findingsOf('sources.yaml'), {
    found: ['sources/duplicate: commerce-list', 'sources/duplicate: list-of-buyers', 'sources/incomplete: harbour-figures', 'sources/unused: old-schedule'],
    silenced: [],
  });
  assert.deepEqual(await findingsOf('library.bib'), { found: [], silenced: [] });
  assert.deepEqual(await findingsOf('claimcheck.yaml'), { found: [], silenced: [] });
});
