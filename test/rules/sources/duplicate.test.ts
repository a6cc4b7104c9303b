import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DraftSummary, Project, RegistryDocument } from '../../../server/src/model/context.ts';
import { parseRegistry } from '../../../server/src/registry/parse.ts';
import { duplicate } from '../../../server/src/rules/sources/duplicate.ts';
import { testRule } from '../rule-tester.ts';

const two = (a: string, b: string) => `---\nsources:\n  a: {${a}}\n  b: {${b}}\n---\nIt closed [@a; @b].\n`;
const marked = (a: string, b: string) => two(a, b).replace('  a:', '  ⟦a⟧:').replace('  b:', '  ⟦b⟧:');

testRule(duplicate, {
  valid: [
    two('url: "https://example.org/x"', 'url: "https://example.org/y"'),
    { name: 'queries tell pages apart', text: two('url: "https://example.org/?id=1"', 'url: "https://example.org/?id=2"') },
    { name: 'paths are compared with their case', text: two('url: "https://example.org/X"', 'url: "https://example.org/x"') },
    { name: 'one archive of two pages', text: two('archived: "https://archive.example.org/"', 'archived: "https://archive.example.org/"') },
    two('DOI: 10.1000/a', 'DOI: 10.1000/b'),
  ],
  invalid: [
    {
      text: '---\nsources:\n  ⟦minutes⟧:\n    title: Minutes\n    url: https://example.org/minutes\n  ⟦vote⟧:\n    title: Vote\n    url: https://example.org/minutes\n    origin: council\n---\nIt closed [@vote, p. 3; @minutes].[^vote] <!-- claim source="minutes vote" -->\n',
      messages: ['“minutes” and “vote” have the same address: one source under two ids.', '“vote” and “minutes” have the same address: one source under two ids.'],
      fixes: [
        { title: 'Merge “minutes” into “vote”', output: '---\nsources:\n  vote:\n    title: Vote\n    url: https://example.org/minutes\n    origin: council\n---\nIt closed [@vote, p. 3].[^vote] <!-- claim source="vote" -->\n' },
        { title: 'Merge “vote” into “minutes”', output: '---\nsources:\n  minutes:\n    title: Minutes\n    url: https://example.org/minutes\n    origin: council\n---\nIt closed [@minutes, p. 3; @minutes].[^minutes] <!-- claim source="minutes" -->\n' },
      ],
    },
    {
      name: 'an item that would say nothing more is left out',
      text: marked('url: "https://example.org"', 'url: "https://example.org"').replace('[@a; @b]', '[@a; @b, p. 3; @a]'),
      fixes: [{ title: 'Merge “a” into “b”', output: '---\nsources:\n  b: {url: "https://example.org"}\n---\nIt closed [@b, p. 3].\n' }, { title: 'Merge “b” into “a”', output: '---\nsources:\n  a: {url: "https://example.org"}\n---\nIt closed [@a; @a, p. 3; @a].\n' }],
    },
    { name: 'scheme, fragment, trailing slash, tracking and the case of the host', text: marked('url: "https://Example.org/x/?utm_source=mail&utm_medium=y#top"', 'URL: "http://example.org/x"') },
    { name: 'a DOI in any form', text: marked('DOI: 10.1000/ABC', 'url: "https://doi.org/10.1000/abc"'), messages: [/same DOI/] },
    { name: 'address and DOI are one finding', text: marked('url: "https://example.org", DOI: 10.1000/a', 'url: "https://example.org", DOI: 10.1000/a') },
  ],
});

function registry(document: string, text: string, reach: RegistryDocument['reach']): RegistryDocument {
  return { document, text, registry: parseRegistry(text, 'yaml'), reach };
}

function places(registries: readonly RegistryDocument[], drafts: readonly Partial<DraftSummary>[]): string[] {
  const project: Project = { drafts: drafts.map((draft, i) => ({ document: `file:///${i}.md`, cited: [], claimIds: [], namedFigures: [], registries: [], ...draft })), registries };
  return [...duplicate.checkProject!(project, {})].map(report => `${report.document} ${report.related?.map(r => r.document).join()}`);
}

test('sources/duplicate: entries of two files count where a draft can cite both', () => {
  const a = registry('a', 'x: {url: "https://example.org"}', 'draft');
  const b = registry('b', 'y: {url: "https://example.org"}', 'draft');
  assert.deepEqual(places([a, b], [{ registries: ['a', 'b'] }]), ['a b', 'b a']);
  assert.deepEqual(places([a, b], [{ registries: ['a'] }, { registries: ['b'] }]), []);
  assert.deepEqual(places([a, { ...b, reach: 'project' }], [{ registries: ['a'] }]), ['a b', 'b a']);
  assert.deepEqual(places([a, registry('b', 'x: {url: "https://example.org"}', 'project')], [{ registries: ['a'] }]), []);
});
