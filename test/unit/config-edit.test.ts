// Turning a rule off in claimcheck.yaml: the file keeps its comments and its form.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { turnOffRule } from '../../server/src/engine/config-edit.ts';

function off(text: string | undefined): string {
  let out = text ?? '';
  for (const edit of turnOffRule(text, 'figures/conflict').toReversed()) out = out.slice(0, edit.start) + edit.text + out.slice(edit.end);
  return out;
}

const CASES: readonly (readonly [string, string | undefined, string])[] = [
  ['no file', undefined, 'rules:\n  figures/conflict: off\n'],
  ['an empty file', '\n', '\nrules:\n  figures/conflict: off\n'],
  ['a file of comments', '# ours\n', '# ours\nrules:\n  figures/conflict: off\n'],
  ['no rules', '# head\ngate: [draft/tk] # why\n', '# head\ngate: [draft/tk] # why\nrules:\n  figures/conflict: off\n'],
  ['no rules, no line break at the end', 'gate: []', 'gate: []\nrules:\n  figures/conflict: off'],
  ['rules with nothing in them', 'rules: # none yet\ngate: []\n', 'rules: # none yet\n  figures/conflict: off\ngate: []\n'],
  ['other rules', 'rules:\n  draft/tk: error # keep\n\n# the gate\ngate: []\n', 'rules:\n  draft/tk: error # keep\n  figures/conflict: off\n\n# the gate\ngate: []\n'],
  ['other rules, the last with options', 'rules:\n    draft/tk:\n        severity: error\ngate: []\n', 'rules:\n    draft/tk:\n        severity: error\n    figures/conflict: off\ngate: []\n'],
  ['rules in braces', 'rules: {draft/tk: error}\n', 'rules: {figures/conflict: off, draft/tk: error}\n'],
  ['empty braces', 'rules: {}\n', 'rules: {figures/conflict: off}\n'],
  ['the whole file in braces', '{gate: []}', '{rules: {figures/conflict: off}, gate: []}'],
  ['a severity', 'rules:\n  figures/conflict: error # loud\n', 'rules:\n  figures/conflict: off # loud\n'],
  ['a rule with no value', 'rules:\n  figures/conflict:\n', 'rules:\n  figures/conflict: off\n'],
  ['options', 'rules:\n  figures/conflict:\n    across-drafts: false # slow\n', 'rules:\n  figures/conflict:\n    across-drafts: false # slow\n    severity: off\n'],
  ['options in braces', 'rules:\n  figures/conflict: {across-drafts: false}\n', 'rules:\n  figures/conflict: {severity: off, across-drafts: false}\n'],
  ['options with a severity', 'rules:\n  figures/conflict: {severity: hint, across-drafts: false}\n', 'rules:\n  figures/conflict: {severity: off, across-drafts: false}\n'],
  ['CRLF', 'gate: []\r\nrules:\r\n  draft/tk: error\r\n', 'gate: []\r\nrules:\r\n  draft/tk: error\r\n  figures/conflict: off\r\n'],
];

for (const [name, before, after] of CASES) test(`turn off: ${name}`, () => assert.equal(off(before), after));

test('a file that cannot be read is left alone', () => {
  for (const text of ['rules: [', 'rules:\n  - a\n', '- a\n', 'rules: loud\n']) assert.deepEqual(turnOffRule(text, 'figures/conflict'), []);
});

test('after the edit the rule is off and everything else is as it was', () => {
  const value = fc.constantFrom('off', 'error', '{severity: hint, a: 1}', '\n    severity: hint # c\n    a: [1, 2]', '');
  const key = fc.constantFrom('draft/tk', 'figures/conflict', 'figures', 'sourcing/unsourced');
  const entries = fc.uniqueArray(fc.tuple(key, value), { selector: ([k]) => k, maxLength: 4 });
  const before = fc.constantFrom('', '# top\n', 'gate: [a/b]\n', '%YAML 1.2\n---\n');
  const after = fc.constantFrom('', 'gates: 1\n', '# end\n', 'desk:\n  - name: A\n');
  fc.assert(fc.property(before, entries, after, (head, rules, tail) => {
    const text = `${head}rules:\n${rules.map(([k, v]) => `  ${k}: ${v}\n`).join('')}${tail}`;
    const edited = off(text);
    const was = parseDocument(text).toJS() as Record<string, unknown>;
    const document = parseDocument(edited);
    assert.deepEqual(document.errors, [], edited);
    const is = document.toJS() as Record<string, unknown>;
    const rule = (is['rules'] as Record<string, unknown>)['figures/conflict'];
    assert.equal(typeof rule === 'object' && rule !== null ? (rule as Record<string, unknown>)['severity'] : rule, 'off', edited);
    const others = (from: Record<string, unknown>) => ({ ...from, rules: { ...(from['rules'] as object), 'figures/conflict': 0 } });
    assert.deepEqual(others(is), others(was));
  }));
});
