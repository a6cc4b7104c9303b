// The schema of claimcheck.yaml and what completion offers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configKeysAt, configSchema, type JsonSchema } from '../../server/src/engine/config-schema.ts';
import { optioned, wordRule } from './stub-rules.ts';

const RULES = [optioned, wordRule('draft/tk', 'TK')];
const labels = (...path: (string | number)[]) => configKeysAt(path, RULES).map(item => item.label);

test('keys at the top, of rules, of a figure and of a person', () => {
  assert.deepEqual(labels(), ['extends', 'sources', 'files', 'ignore', 'rules', 'gate', 'baseline', 'figures', 'desk']);
  assert.deepEqual(labels('rules'), ['sourcing/unsourced', 'draft/tk', 'sourcing', 'draft']);
  assert.deepEqual(labels('figures', 'any-name'), ['synonyms', 'unit']);
  assert.deepEqual(labels('desk', 0), ['name', 'family', 'title', 'also']);
});

test('a rule takes a severity, or a map with severity and options', () => {
  const items = configKeysAt(['rules', 'sourcing/unsourced'], RULES);
  assert.deepEqual(items.filter(i => i.kind === 'value').map(i => i.label), ['error', 'warning', 'information', 'hint', 'off']);
  assert.deepEqual(items.filter(i => i.kind === 'key').map(i => i.label), ['severity', 'threshold', 'mode', 'words', 'inner']);
  assert.equal(items.find(i => i.label === 'threshold')?.description, 'From this probability on a sentence is reported.');
  assert.deepEqual(labels('rules', 'sourcing', 'severity'), ['error', 'warning', 'information', 'hint', 'off']);
});

test('values that can be counted are offered: choices, booleans, the rules of the gate', () => {
  assert.deepEqual(labels('rules', 'sourcing/unsourced', 'mode'), ['strict', 'lenient']);
  assert.deepEqual(labels('rules', 'sourcing/unsourced', 'inner'), ['a', 'b']);
  assert.deepEqual(labels('rules', 'sourcing/unsourced', 'inner', 'b'), ['true', 'false']);
  assert.deepEqual(labels('gate', 0), ['sourcing/unsourced', 'draft/tk', 'sourcing', 'draft']);
  assert.deepEqual(labels('gate'), labels('gate', 0));
  assert.deepEqual(labels('no', 'such', 'path'), []);
});

test('every key of the schema that a reader meets has a description', () => {
  const walk = (node: JsonSchema, path: string): void => {
    for (const [key, child] of Object.entries(node.properties ?? {})) {
      const own = path.startsWith('/rules/sourcing/unsourced');
      assert.ok(own || child.description, `${path}/${key} has no description`);
      walk(child, `${path}/${key}`);
    }
    for (const child of node.anyOf ?? []) walk(child, path);
    if (node.items) walk(node.items, path);
    if (typeof node.additionalProperties === 'object') walk(node.additionalProperties, path);
  };
  walk(configSchema(RULES), '');
});

test('the defaults of options are in the schema', () => {
  const rules = configSchema(RULES).properties!['rules']!.properties!;
  const settings = rules['sourcing/unsourced']!.anyOf!.find(alternative => alternative.properties !== undefined)!;
  assert.equal(settings.properties!['threshold']!['default'], 0.5);
  assert.equal(settings.properties!['threshold']!['maximum'], 1);
});
