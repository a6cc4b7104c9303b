// An excerpt that was found goes to its entry, and nothing else of the registry changes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addExcerpt } from '../../server/src/registry/edit.ts';
import { parseRegistry } from '../../server/src/registry/parse.ts';
import type { RegistryFormat } from '../../server/src/registry/registry.ts';

const EXCERPT = { text: 'It rose: "by 5%",\n they said.', locator: '00:12:31' };

function added(text: string, format: RegistryFormat = 'yaml', excerpt: Parameters<typeof addExcerpt>[3] = EXCERPT) {
  const edit = addExcerpt(text, parseRegistry(text, format), 'a', excerpt);
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

for (const [name, text, format] of [
  ['none yet, in lines', '# ours\na:\n  type: report # first\n  title: T\nb:\n  type: report\n', 'yaml'],
  ['a list in lines', 'a:\n  excerpts:\n    - text: One.\n      locator: p. 1\n    - Two.\n  title: T # kept\nb: {type: report}\n', 'yaml'],
  ['a list in lines, without indent, at the end', 'a:\n  excerpts:\n  - One.', 'yaml'],
  ['a list in brackets', 'a:\n  excerpts: [{text: One.}]\n  title: T\n', 'yaml'],
  ['an empty list', 'a: {type: report, excerpts: []}\n', 'yaml'],
  ['none yet, in brackets', 'a: {type: report}\n', 'yaml'],
  ['JSON', '[{"id": "a", "type": "report", "custom": {}}]', 'csl-json'],
] as const) {
  test(`an excerpt is added: ${name}`, () => {
    const before = parseRegistry(text, format).entries.find(e => e.id === 'a')!.excerpts;
    const result = added(text, format)!;
    const { entries, problems } = parseRegistry(result, format);
    assert.deepEqual(problems, parseRegistry(text, format).problems, result);
    const texts = entries.find(e => e.id === 'a')!.excerpts.map(({ text: words, locator }) => [words, locator]);
    assert.deepEqual(texts, [...before.map(({ text: words, locator }) => [words, locator]), ['It rose: "by 5%", they said.', '00:12:31']], result);
    assert.deepEqual(entries.map(e => [e.id, e.title]), parseRegistry(text, format).entries.map(e => [e.id, e.title]));
    assert.equal(added(result, format), undefined, 'once is enough');
  });
}

test('where it cannot be added to the letter, it is not', () => {
  assert.equal(added('a:\n  excerpts: One.\n'), undefined);
  assert.equal(added('b: {type: report}\n'), undefined);
  assert.equal(added('a: &x\n  excerpts: [One.]\nb: *x\n', 'yaml', { text: 'x'.repeat(2_000) }), undefined);
  assert.equal(added('@report{a, title = {T}}\n', 'bibtex'), undefined);
});
