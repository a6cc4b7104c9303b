import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRegistry } from '../../../server/src/registry/parse.ts';
import { invalid } from '../../../server/src/rules/sources/invalid.ts';
import { testRule } from '../rule-tester.ts';

testRule(invalid, {
  valid: [
    '---\nsources:\n  board: {title: T, issued: 2025-05, terms: background}\n---\nText.\n',
    { name: 'fields of other programs', text: '---\nsources:\n  board: {title: T, volume: 3, note: {x: 1}}\n---\nText.\n' },
    { name: 'no entries yet', text: '---\nsources:\n---\nText.\n' },
    '---\ntitle: T\n---\nText.\n',
  ],
  invalid: [
    { text: '---\nsources:\n  board: {title: T}\n  ⟦survey: 17⟧\n---\nText.\n', messages: ['The entry “survey” is expected to have fields below it (title, author, url and so on).'] },
    { text: '---\nsources:\n  board: {title: T}\n  ⟦board⟧: {title: U}\n---\nText.\n' },
    { text: '---\nsources:\n  board: {title: T, issued: ⟦2025-02-30⟧, terms: ⟦secret⟧}\n---\nText.\n' },
    { text: '---\nsources:\n  board:\n    title: ⟦Budget: the sequel⟧\n  clerk: {title: U}\nstatus: draft\n---\nText.\n', messages: [/“board” cannot be read: expected `name: value` on one line/] },
    { name: '`sources:` of another kind', text: '---\nsources: [⟦[a, b]⟧]\n---\nText.\n' },
  ],
});

test('sources/invalid: registry files are reported in their own text, a path that leads nowhere where it is named', () => {
  const text = 'a: 1\nb: {title: T}\n';
  const reports = [...invalid.checkProject!({
    drafts: [],
    registries: [{ document: 'file:///sources.yaml', text, registry: parseRegistry(text, 'yaml'), reach: 'draft' }],
    unreadable: [{ document: 'file:///draft.md', start: 4, end: 9, message: 'There is no registry file "x.yaml".' }],
  }, {})];
  assert.deepEqual(reports.map(r => [r.document, r.start, r.end]), [['file:///sources.yaml', 0, 4], ['file:///draft.md', 4, 9]]);
});
