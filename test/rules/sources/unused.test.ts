import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DraftSummary, Project, RegistryDocument } from '../../../server/src/model/context.ts';
import { parseRegistry } from '../../../server/src/registry/parse.ts';
import { unused } from '../../../server/src/rules/sources/unused.ts';
import { testRule } from '../rule-tester.ts';

testRule(unused, {
  valid: [
    '---\nsources:\n  board: {title: T}\n---\nIt closed [@board].\n',
    '---\nsources:\n  board: {title: T}\n---\nIt closed.[^board]\n',
    '---\nsources:\n  board: {title: T}\n---\nIt closed.[^n]\n\n[^n]: @board, p. 3\n',
    '---\nsources:\n  board: {title: T}\n---\nIt closed. <!-- claim source=board -->\n',
    { name: 'a link to its address', text: '---\nsources:\n  board: {title: T, url: "https://example.org/notice/"}\n---\nThe [notice](http://example.org/notice#top) says so.\n' },
    { name: 'the origin of another', text: '---\nsources:\n  agency: {title: T}\n  paper: {title: U, origin: agency}\n---\nIt closed [@paper].\n' },
    { name: 'an entry that another takes fields from', text: '---\nsources:\n  council: &council {publisher: Council}\n  minutes:\n    <<: *council\n    title: T\n---\nIt closed [@minutes].\n' },
    { name: 'an entry that cannot be read', text: '---\nsources:\n  survey: 17\n---\nText.\n' },
  ],
  invalid: [
    {
      text: '---\nsources:\n  board: {title: T}\n  # kept\n  ⟦study⟧:\n    title: U\n---\nIt closed [@board].\n',
      messages: ['No draft cites the source “study”.'],
      fixes: [{ title: 'Remove the source “study”', output: '---\nsources:\n  board: {title: T}\n  # kept\n---\nIt closed [@board].\n' }],
    },
  ],
});

const NOTES = 'file:///sources.yaml';

function reports(reach: RegistryDocument['reach'], drafts: readonly Partial<DraftSummary>[]): string[] {
  const text = 'a: {title: T}\nb: {title: U}\n';
  const project: Project = {
    drafts: drafts.map((draft, i) => ({ document: `file:///${i}.md`, cited: [], claimIds: [], namedFigures: [], registries: [], ...draft })),
    registries: [{ document: NOTES, text, registry: parseRegistry(text, 'yaml'), reach }],
  };
  return [...unused.checkProject!(project, {})].map(report => `${report.document} ${text.slice(report.start, report.end)}`);
}

test('sources/unused: an entry of the project is used if any draft cites it', () => {
  assert.deepEqual(reports('project', [{ cited: ['a'] }, { cited: ['b'] }]), []);
  assert.deepEqual(reports('project', [{ cited: ['a'] }, {}]), [`${NOTES} b`]);
  assert.deepEqual(reports('project', []), []);
});

test('sources/unused: the entry of a file counts as cited only by drafts that list the file', () => {
  assert.deepEqual(reports('draft', [{ cited: ['a'], registries: [NOTES] }, { cited: ['b'] }]), [`${NOTES} b`]);
  assert.deepEqual(reports('draft', [{ cited: ['b'] }]), []);
});
