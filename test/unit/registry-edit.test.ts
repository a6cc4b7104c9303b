// Edits of registries: what they change, and that they change nothing else.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addEntry, addFields, addSourcesMapping, copyFields, entryTemplate, removeEntry, renameId, setFields } from '../../server/src/registry/edit.ts';
import { parseRegistry } from '../../server/src/registry/parse.ts';
import type { Registry, RegistryEdit, RegistryFormat } from '../../server/src/registry/registry.ts';

const NEW = { id: 'new', fields: [['type', 'webpage'], ['title', 'TK']] } as const;

function apply(text: string, edit: RegistryEdit | undefined): string {
  assert.ok(edit, 'an edit is expected');
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

function edited(text: string, format: RegistryFormat, edit: (registry: Registry) => RegistryEdit | undefined): string {
  return apply(text, edit(parseRegistry(text, format)));
}

describe('setting fields', () => {
  const set = (text: string, format: RegistryFormat = 'yaml') => {
    const edits = setFields(text, parseRegistry(text, format), 'a', [['url', 'https://e.org/é?q={b}'], ['accessed', '2025-10-07']]);
    assert.ok(edits, 'edits are expected');
    return edits.toSorted((x, y) => y.start - x.start).reduce(apply, text);
  };
  const cases: [name: string, before: string, after: string, format?: RegistryFormat][] = [
    ['plain words', 'a:\n  url: https://e.org/old # here\n  title: T\n', 'a:\n  url: "https://e.org/é?q={b}" # here\n  title: T\n  accessed: 2025-10-07\n'],
    ['in double quotation marks', 'a: {url: "https://e.org/old", accessed: "2025-01-01"}\n', 'a: {url: "https://e.org/é?q={b}", accessed: "2025-10-07"}\n'],
    ['in single quotation marks', "a:\n  url: 'https://e.org/it''s'\n", "a:\n  url: 'https://e.org/é?q={b}'\n  accessed: 2025-10-07\n"],
    ['over several lines', 'a:\n  url: >-\n    https://e.org/old\n  title: T\n', 'a:\n  url: "https://e.org/é?q={b}"\n  title: T\n  accessed: 2025-10-07\n'],
    ['without a value', 'a:\n  url:\n  title: T\n', 'a:\n  url: "https://e.org/é?q={b}"\n  title: T\n  accessed: 2025-10-07\n'],
    ['with null for a value', 'a: {url: ~, accessed: null, title: T}\n', 'a: {url: "https://e.org/é?q={b}", accessed: 2025-10-07, title: T}\n'],
    ['JSON, whose dates are in parts', '[{"id": "a", "URL": "https://e.org/old", "accessed": {"date-parts": [[2025, 1]]}}]', '[{"id": "a", "URL": "https://e.org/é?q={b}", "accessed": {"date-parts": [[2025, 10, 7]]}}]', 'csl-json'],
    ['JSON without them', '[{"id": "a", "title": "T"}]', '[{"id": "a", "title": "T", "URL": "https://e.org/é?q={b}", "accessed": {"date-parts": [[2025, 10, 7]]}}]', 'csl-json'],
    ['BibTeX', '@online{a,\n  url = {https://e.org/old},\n  urldate = "2025-01-01"\n}\n', '@online{a,\n  url = {https://e.org/é?q=%7Bb%7D},\n  urldate = "2025-10-07"\n}\n', 'bibtex'],
  ];
  for (const [name, before, after, format] of cases) {
    test(name, () => {
      assert.equal(set(before, format), after);
      const { entries, problems } = parseRegistry(after, format ?? 'yaml');
      assert.deepEqual([entries[0]?.accessed, problems], ['2025-10-07', []]);
    });
  }
});

describe('adding an entry', () => {
  const add = (text: string, format: RegistryFormat = 'yaml') => edited(text, format, r => addEntry(text, r, NEW));
  const cases: [name: string, before: string, after: string, format?: RegistryFormat][] = [
    ['after the last one, its comment kept', 'a:\n  title: T # note\n', 'a:\n  title: T # note\nnew:\n  type: webpage\n  title: TK\n'],
    ['in the indentation of the others', 'a:\n    title: T\n', 'a:\n    title: T\nnew:\n    type: webpage\n    title: TK\n'],
    ['with a blank line where the others have one', 'a:\n  title: T\n\nb:\n  title: U\n', 'a:\n  title: T\n\nb:\n  title: U\n\nnew:\n  type: webpage\n  title: TK\n'],
    ['with the line ends of the file', 'a:\r\n  title: T\r\n', 'a:\r\n  title: T\r\nnew:\r\n  type: webpage\r\n  title: TK\r\n'],
    ['to a file without a last line end', 'a: {title: T}', 'a: {title: T}\nnew:\n  type: webpage\n  title: TK'],
    ['to an empty file', '', 'new:\n  type: webpage\n  title: TK\n'],
    ['below a comment', '# Our sources\n', '# Our sources\nnew:\n  type: webpage\n  title: TK\n'],
    ['to braces', '{a: {title: T}}', '{a: {title: T}, new: {type: webpage, title: TK}}'],
    ['to empty braces', '{}', '{new: {type: webpage, title: TK}}'],
    ['to a list', '- id: a\n  title: T\n', '- id: a\n  title: T\n- id: new\n  type: webpage\n  title: TK\n'],
    ['to JSON', '{\n  "a": {"title": "T"}\n}\n', '{\n  "a": {"title": "T"},\n  "new": {\n    "type": "webpage",\n    "title": "TK"\n  }\n}\n'],
    ['to CSL-JSON', '[\n  {"id": "a"}\n]\n', '[\n  {"id": "a"},\n  {\n    "id": "new",\n    "type": "webpage",\n    "title": "TK"\n  }\n]\n', 'csl-json'],
    ['to BibTeX', '@misc{a, title={T}}\n', '@misc{a, title={T}}\n\n@online{new,\n  title = {TK}\n}\n', 'bibtex'],
    ['to an empty BibTeX file', '', '@online{new,\n  title = {TK}\n}\n', 'bibtex'],
  ];
  for (const [name, before, after, format] of cases) test(name, () => assert.equal(add(before, format), after));

  test('in a front matter', () => {
    const draft = '---\nsources:\n  a:\n    title: T\nstatus: ready\n---\nText.\n';
    const registry = parseRegistry('  a:\n    title: T\n', 'yaml', draft.indexOf('  a:'));
    assert.equal(apply(draft, addEntry(draft, registry, NEW)), '---\nsources:\n  a:\n    title: T\n  new:\n    type: webpage\n    title: TK\nstatus: ready\n---\nText.\n');
  });

  test('an id that YAML would read otherwise is quoted', () => {
    assert.match(edited('', 'yaml', r => addEntry('', r, { id: 'a:b', fields: [['title', 'x: y']] })), /^"a:b":\n {2}title: "x: y"/);
  });
});

describe('a first entry in a draft', () => {
  const add = (text: string, yaml?: [number, number]) => apply(text, addSourcesMapping(text, yaml && { start: yaml[0], end: yaml[1] }, NEW));
  test('without front matter', () => assert.equal(add('Text.\n'), '---\nsources:\n  new:\n    type: webpage\n    title: TK\n---\nText.\n'));
  test('with front matter', () => assert.equal(add('---\ntitle: T\n---\nText.\n', [4, 13]), '---\ntitle: T\nsources:\n  new:\n    type: webpage\n    title: TK\n---\nText.\n'));
  test('with an empty front matter', () => assert.equal(add('---\n---\nText.\n', [4, 4]), '---\nsources:\n  new:\n    type: webpage\n    title: TK\n---\nText.\n'));
  test('below an empty `sources:`', () => assert.equal(add('---\nsources:\ntitle: T\n---\n', [4, 22]), '---\nsources:\n  new:\n    type: webpage\n    title: TK\ntitle: T\n---\n'));
  test('not where `sources:` is a path', () => assert.equal(addSourcesMapping('---\nsources: a.yaml\n---\n', { start: 4, end: 20 }, NEW), undefined));
});

describe('removing an entry', () => {
  const cases: [name: string, before: string, after: string, format?: RegistryFormat][] = [
    ['with its last line', 'a:\n  title: T # gone\n# about b\nb:\n  title: U\n', '# about b\nb:\n  title: U\n'],
    ['one of the blank lines around it', 'b: {title: U}\n\na:\n  title: T\n\nc: {title: V}\n', 'b: {title: U}\n\nc: {title: V}\n'],
    ['the last one', 'b: {title: U}\na:\n  title: T', 'b: {title: U}'],
    ['the only one', 'a:\n  title: T\n', ''],
    ['between braces', '{b: {title: U}, a: {title: T}, c: {title: V}}', '{b: {title: U}, c: {title: V}}'],
    ['the last between braces', '{b: {title: U}, a: {title: T}}', '{b: {title: U}}'],
    ['of a list', '- id: b\n- id: a\n  title: T\n- id: c\n', '- id: b\n- id: c\n'],
    ['of CSL-JSON', '[\n  {"id": "b"},\n  {"id": "a", "title": "T"}\n]\n', '[\n  {"id": "b"}\n]\n', 'csl-json'],
    ['of BibTeX', '@misc{b, title={U}}\n\n@misc{a,\n  title={T}\n}\n\n@misc{c, title={V}}\n', '@misc{b, title={U}}\n\n@misc{c, title={V}}\n', 'bibtex'],
  ];
  for (const [name, before, after, format] of cases) test(name, () => assert.equal(edited(before, format ?? 'yaml', r => removeEntry(before, r, 'a')), after));
  test('not one that another repeats', () => assert.equal(removeEntry('a: &x {title: T}\nb: *x\n', parseRegistry('a: &x {title: T}\nb: *x\n', 'yaml'), 'a'), undefined));
  test('not one that is not there', () => assert.equal(removeEntry('a: {}\n', parseRegistry('a: {}\n', 'yaml'), 'z'), undefined));
});

describe('adding fields', () => {
  const cases: [name: string, before: string, after: string, format?: RegistryFormat][] = [
    ['to a block', 'a:\n  title: T # so\n\nb:\n  title: U\n', 'a:\n  title: T # so\n  url: TK\n  issued: TK\n\nb:\n  title: U\n'],
    ['after lines of text', 'a:\n  note: |\n    One\n    two\nb: {}\n', 'a:\n  note: |\n    One\n    two\n  url: TK\n  issued: TK\nb: {}\n'],
    ['to braces', 'a: {title: T}\n', 'a: {title: T, url: TK, issued: TK}\n'],
    ['to empty braces', 'a: {}\n', 'a: {url: TK, issued: TK}\n'],
    ['to JSON', '{"a": {\n  "title": "T"\n}}', '{"a": {\n  "title": "T",\n  "url": "TK",\n  "issued": "TK"\n}}'],
    ['to CSL-JSON', '[{"id": "a"}]', '[{"id": "a", "URL": "TK", "issued": "TK"}]', 'csl-json'],
    ['to BibTeX', '@misc{a,\n    title = {T}\n}\n', '@misc{a,\n    title = {T},\n    url = {TK},\n    date = {TK}\n}\n', 'bibtex'],
    ['to BibTeX before a last comma', '@misc{a,\n  title = {T},\n}\n', '@misc{a,\n  title = {T},\n  url = {TK},\n  date = {TK},\n}\n', 'bibtex'],
    ['only those that are not there', 'a:\n  url: x\n', 'a:\n  url: x\n  issued: TK\n'],
  ];
  for (const [name, before, after, format] of cases) test(name, () => assert.equal(edited(before, format ?? 'yaml', r => addFields(before, r, 'a', ['url', 'issued'])), after));
  test('not where all are there', () => assert.equal(addFields('a: {url: x}', parseRegistry('a: {url: x}', 'yaml'), 'a', ['url']), undefined));
});

describe('renaming', () => {
  const cases: [before: string, after: string, format?: RegistryFormat][] = [
    ['a: {title: T}', 'b.c: {title: T}'], ['"a": {}', '"b.c": {}'], ["'a': {}", "'b.c': {}"], ['- id: a', '- id: b.c'], ['[{"id": "a"}]', '[{"id": "b.c"}]', 'csl-json'], ['@misc{a, title={T}}', '@misc{b.c, title={T}}', 'bibtex'],
  ];
  for (const [before, after, format] of cases) test(before, () => assert.equal(edited(before, format ?? 'yaml', r => renameId(before, r, 'a', 'b.c')), after));
  test('not to an id that is taken', () => assert.equal(renameId('a: {}\nb: {}\n', parseRegistry('a: {}\nb: {}\n', 'yaml'), 'a', 'b'), undefined));
});

describe('copying fields to another entry', () => {
  const copy = (text: string, format: RegistryFormat = 'yaml') => {
    const { entries } = parseRegistry(text, format);
    const edits = copyFields({ text, entry: entries[1]! }, { text, entry: entries[0]! });
    return edits?.reduceRight((t, edit) => apply(t, edit), text);
  };
  test('those that it lacks, to the letter', () => assert.equal(copy('a:\n  title: T\nb:\n    title: U\n    excerpts:\n      - text: "X: y"\n        locator: p. 3\n'), 'a:\n  title: T\n  excerpts:\n    - text: "X: y"\n      locator: p. 3\nb:\n    title: U\n    excerpts:\n      - text: "X: y"\n        locator: p. 3\n'));
  test('between braces', () => assert.equal(copy('a: {title: T}\nb: {title: U, origin: x}\n'), 'a: {title: T, origin: x}\nb: {title: U, origin: x}\n'));
  test('in BibTeX', () => assert.equal(copy('@misc{a,\n  title = {T}\n}\n@misc{b, doi = {10.1/x}}', 'bibtex'), '@misc{a,\n  title = {T},\n  doi = {10.1/x}\n}\n@misc{b, doi = {10.1/x}}'));
  test('not between layouts', () => assert.equal(copy('a: {title: T}\nb:\n  origin: x\n'), undefined));
});

test('a template has placeholders alone beside its type, and fills every need once they are filled in', () => {
  for (const type of ['webpage', 'report', 'interview', 'article-newspaper', 'map']) {
    const fields = entryTemplate(type);
    assert.deepEqual(fields[0], ['type', type]);
    assert.ok(fields.slice(1).every(([, value]) => value === 'TK'));
    const { entries } = parseRegistry(`a: {${fields.map(([name, value]) => `${name}: ${value === 'TK' ? '2025' : value}`).join(', ')}}`, 'yaml');
    assert.deepEqual(entries[0]!.missing, []);
  }
});

describe('every edit leaves all other entries as they were', { timeout: 120_000 }, () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
  const value = fc.constantFrom('T', 'Two words', '"quoted: x"', "'it''s'", '|\n      lines\n      of text', '[x, {y: z}]', '2025-09', 'plain # comment', '{a: 1}');
  const block = fc.uniqueArray(fc.tuple(word, fc.uniqueArray(fc.tuple(word, value), { selector: ([name]) => name, minLength: 1, maxLength: 4 }), fc.boolean(), fc.boolean()), { selector: ([id]) => id, minLength: 1, maxLength: 5 })
    .map(entries => entries.map(([id, fields, blank, comment]) => `${blank ? '\n' : ''}${comment ? `# about ${id}\n` : ''}${id}:\n${fields.map(([name, v]) => `    ${name}: ${v}\n`).join('')}`).join(''));
  const json = fc.uniqueArray(word, { minLength: 1, maxLength: 5 }).chain(ids => fc.constantFrom(undefined, 2, '\t').map(indent => JSON.stringify(Object.fromEntries(ids.map((id, i) => [id, i % 2 ? { title: id, author: ['x'] } : {}])), undefined, indent)));
  const csl = fc.uniqueArray(word, { minLength: 1, maxLength: 5 }).chain(ids => fc.constantFrom(undefined, 2).map(indent => JSON.stringify(ids.map((id, i) => (i % 2 ? { title: '}]', id } : { id, issued: { 'date-parts': [[2025]] } })), undefined, indent)));
  const bib = fc.uniqueArray(word, { minLength: 1, maxLength: 5 }).chain(ids => fc.constantFrom('\n', '\n\n', ' ').map(gap => ids.map((id, i) => (i % 2 ? `@misc{${id}, title = {a {b} c},}` : `@report(${id},\n title = "x" # "y"\n)`)).join(gap)));

  for (const [name, format, texts] of [['YAML', 'yaml', block], ['JSON', 'yaml', json], ['CSL-JSON', 'csl-json', csl], ['BibTeX', 'bibtex', bib]] as const) {
    test(name, () => {
      fc.assert(fc.property(texts, fc.nat(4), (text, pick) => {
        const before = parseRegistry(text, format);
        const target = before.entries[pick % before.entries.length]!.id;
        const words = (source: string, registry: Registry, without: readonly string[]) => registry.entries.filter(e => !without.includes(e.id)).map(e => source.slice(e.start, e.end));
        const others = words(text, before, [target]);
        const changes: [edit: RegistryEdit | undefined, ids: readonly string[]][] = [
          [addEntry(text, before, { id: 'new-one', fields: entryTemplate() }), [...before.entries.map(e => e.id), 'new-one']],
          [removeEntry(text, before, target), before.entries.map(e => e.id).filter(id => id !== target)],
          [addFields(text, before, target, ['archived', 'origin']), before.entries.map(e => e.id)],
          [renameId(text, before, target, 'renamed-one'), before.entries.map(e => (e.id === target ? 'renamed-one' : e.id))],
        ];
        for (const [edit, ids] of changes) {
          const after = apply(text, edit);
          const registry = parseRegistry(after, format);
          assert.deepEqual(registry.entries.map(e => e.id), ids, after);
          assert.deepEqual(registry.problems.length, before.problems.length, after);
          assert.deepEqual(words(after, registry, [target, 'new-one', 'renamed-one']), others, after);
        }
        const filled = parseRegistry(apply(text, changes[2]![0]), format).entries.find(e => e.id === target)!;
        assert.deepEqual(filled.fields?.slice(-2).map(f => f.name), ['archived', 'origin']);
      }), { numRuns: 60 });
    });
  }
});
