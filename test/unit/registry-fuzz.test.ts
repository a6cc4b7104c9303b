// Registries that were valid and then damaged: never an exception, every place in the text.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addEntry, addFields, entryTemplate, removeEntry, renameId } from '../../server/src/registry/edit.ts';
import { parseRegistry } from '../../server/src/registry/parse.ts';
import type { Registry, RegistryFormat } from '../../server/src/registry/registry.ts';
import type { Span } from '../../server/src/span.ts';

const VALID: Readonly<Record<RegistryFormat, readonly string[]>> = {
  yaml: [
    '# Sources of the harbour story\nboard: &board\n  type: report # final\n  title: "Notice: \\u00e9"\n  author: [{family: Okoro, given: Ngozi}, {literal: Board}]\n  issued: 2025-09-19\n\nclerk:\n  <<: *board\n  type: interview\n  terms: background\n  anonymous:\n    description: >-\n      a clerk\n      of the port\n  excerpts:\n    - text: |\n        Two lines\n        of words\n      locator: p. 3\n',
    '{\n  "a": {"title": "T", "URL": "https://example.org"},\n  "b": {\n    "title": "😀 U",\n    "issued": "2025"\n  }\n}\n',
    '- id: one\n  title: T\n- {id: two, title: U}\n',
  ],
  'csl-json': ['[\r\n  {"id": "a", "title": "T", "issued": {"date-parts": [[2025, 9]]}},\r\n  {"id": "b", "type": "report", "custom": {"terms": "background"}}\r\n]\r\n'],
  bibtex: ['@string{hb = {Board}}\n% note\n@report{a,\n  title = {A {Nested} 😀 Title},\n  author = {van der Meer, Anna and {Board}},\n  publisher = hb # " x",\n  date = {2025-09}\n}\n@misc(b, title="U", year=2020, month=mar)\n'],
};

const CHUNKS = ['\n', '\r\n', '\t', ' ', ':', ': ', '"', "'", '{', '}', '[', ']', ',', '-', '- ', '#', '&a ', '*a', '<<: *a\n', '|', '>', '---\n', '@', '@misc{', '=', '\\', '😀', '\uD800', '\uFEFF', 'a:\n  title: T\n', 'TK', '!', '?', '%', '~', 'null', '2025-13'];

const damage = fc.array(fc.record({ at: fc.nat(10_000), remove: fc.nat(12), insert: fc.constantFrom('', ...CHUNKS) }), { maxLength: 6 });

function damaged(text: string, steps: readonly { at: number; remove: number; insert: string }[]): string {
  return steps.reduce((t, { at, remove, insert }) => {
    const from = at % (t.length + 1);
    return t.slice(0, from) + insert + t.slice(from + remove);
  }, text);
}

function spansOf(registry: Registry): Span[] {
  return [
    ...registry.problems,
    ...registry.entries.flatMap(e => [e, e.idSpan, ...Object.values(e.fieldSpans), ...e.excerpts.map(x => x.span), ...(e.fields ?? []), ...(e.layout ? [{ start: e.layout.at, end: e.layout.at }] : [])]),
    ...(registry.layout ? [{ start: registry.layout.at, end: registry.layout.at }] : []),
  ];
}

describe('damaged registries', { timeout: 120_000 }, () => {
  for (const format of ['yaml', 'csl-json', 'bibtex'] as const) {
    test(`${format}: no exception, every place in the text, every problem a sentence`, () => {
      fc.assert(fc.property(fc.constantFrom(...VALID[format]), damage, fc.constantFrom(0, 7), (valid, steps, base) => {
        const text = damaged(valid, steps);
        const registry = parseRegistry(text, format, format === 'bibtex' ? 0 : base);
        const from = format === 'bibtex' ? 0 : base;
        for (const span of spansOf(registry)) assert.ok(from <= span.start && span.start <= span.end && span.end <= from + text.length, JSON.stringify({ text, span }));
        for (const { message } of registry.problems) assert.match(message, /^[A-Z"“].*[.?]$/s);
        assert.equal(new Set(registry.entries.map(e => e.id)).size, registry.entries.length);
      }), { numRuns: 400 });
    });

    test(`${format}: an edit of a damaged registry lies in the text`, () => {
      fc.assert(fc.property(fc.constantFrom(...VALID[format]), damage, (valid, steps) => {
        const text = damaged(valid, steps);
        const registry = parseRegistry(text, format);
        const id = registry.entries[0]?.id ?? 'none';
        const edits = [addEntry(text, registry, { id: 'new', fields: entryTemplate() }), removeEntry(text, registry, id), addFields(text, registry, id, ['title', 'url']), renameId(text, registry, id, 'other')];
        for (const edit of edits) if (edit) assert.ok(0 <= edit.start && edit.start <= edit.end && edit.end <= text.length);
      }), { numRuns: 150 });
    });
  }

  test('any text at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('yaml', 'csl-json', 'bibtex'), (text, format) => {
      for (const span of spansOf(parseRegistry(text, format))) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
    }), { numRuns: 300 });
  });
});
