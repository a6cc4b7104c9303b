// Registries in YAML, JSON and CSL-JSON: what is read, where it stands, and what is said of what cannot be read.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MAX_REGISTRY_LENGTH, parseRegistry, registryFormat } from '../../server/src/registry/parse.ts';
import type { Registry, SourceEntry } from '../../server/src/registry/registry.ts';

function read(text: string, format: Registry['format'] = 'yaml') {
  const registry = parseRegistry(text, format);
  return { ...registry, ids: registry.entries.map(e => e.id), complaints: registry.problems.map(p => [text.slice(p.start, p.end), p.message] as const) };
}

function only(text: string, format: Registry['format'] = 'yaml'): SourceEntry {
  const { entries, problems } = parseRegistry(text, format);
  assert.deepEqual(problems, []);
  assert.equal(entries.length, 1);
  return entries[0]!;
}

describe('fields', () => {
  test('every field of an entry is read', () => {
    const text = `harbour-deal:
  type: report
  title: The harbour deal
  author:
    - {family: Okoro, given: Ngozi}
    - literal: Port Authority
    - J. Lund
  publisher: Port Authority
  container-title: Harbour papers
  issued: 2025-09-19
  accessed: 2025-09
  url: https://example.org/deal
  DOI: 10.1000/deal
  archived: https://archive.example.org/deal
  file: captures/deal.html
  sha256: abc
  excerpts:
    - text: The port will be sold.
      locator: p. 3
    - A bare passage.
  level: primary
  terms: on-record
  origin: port
`;
    const { start, end, idSpan, fieldSpans, layout, fields, excerpts, ...entry } = only(text);
    assert.deepEqual(entry, {
      id: 'harbour-deal', type: 'report', title: 'The harbour deal',
      authors: [{ family: 'Okoro', given: 'Ngozi' }, { literal: 'Port Authority' }, { literal: 'J. Lund' }],
      publisher: 'Port Authority', containerTitle: 'Harbour papers', issued: '2025-09-19', accessed: '2025-09',
      url: 'https://example.org/deal', doi: '10.1000/deal', archived: 'https://archive.example.org/deal', file: 'captures/deal.html', sha256: 'abc',
      level: 'primary', terms: 'on-record', origin: 'port', confidential: false, missing: [],
    });
    assert.deepEqual(excerpts.map(e => [e.text, e.locator, text.slice(e.span.start, e.span.end)]), [
      ['The port will be sold.', 'p. 3', 'The port will be sold.'], ['A bare passage.', undefined, 'A bare passage.'],
    ]);
    assert.equal(text.slice(idSpan.start, idSpan.end), 'harbour-deal');
    assert.equal(text.slice(start, end), text.trimEnd());
    assert.equal(text.slice(fieldSpans['url']!.start, fieldSpans['url']!.end), 'https://example.org/deal');
    assert.equal(layout?.indent, 2);
    assert.equal(fields?.length, 16);
  });

  test('a quoted id and quoted values stand between their marks', () => {
    const text = '"deal": {"title": "A \\"deal\\"", "URL": \'https://example.org\'}\n';
    const entry = only(text);
    assert.equal(text.slice(entry.idSpan.start, entry.idSpan.end), 'deal');
    assert.equal(entry.title, 'A "deal"');
    assert.equal(entry.url, 'https://example.org');
    assert.equal(text.slice(entry.fieldSpans['URL']!.start, entry.fieldSpans['URL']!.end), 'https://example.org');
  });

  test('numbers, dates and words of YAML stay as they are written', () => {
    const entry = only('a:\n  title: 1984\n  publisher: no\n  issued: 2025\n  accessed: 2025-09-19T10:00:00Z\n');
    assert.deepEqual([entry.title, entry.publisher, entry.issued, entry.accessed], ['1984', 'no', '2025', '2025-09-19']);
  });

  test('one author may stand without a list', () => {
    assert.deepEqual(only('a: {title: t, author: Jo Whitby}').authors, [{ literal: 'Jo Whitby' }]);
    assert.deepEqual(only('a: {title: t, author: {family: Dyke, non-dropping-particle: van, given: Jo}}').authors, [{ family: 'van Dyke', given: 'Jo' }]);
  });

  test('unknown fields are no mistake', () => {
    assert.equal(only('a: {title: t, volume: 31, note: {x: [1, 2]}}').title, 't');
  });

  test('entries repeat others by anchor and merge key', () => {
    const { entries } = parseRegistry('a: &base\n  title: T\n  publisher: P\nb:\n  <<: *base\n  title: U\nc: *base\n', 'yaml');
    assert.deepEqual(entries.map(e => [e.id, e.title, e.publisher]), [['a', 'T', 'P'], ['b', 'U', 'P'], ['c', 'T', 'P']]);
  });

  test('a byte-order mark and CRLF do not move the places', () => {
    const text = '\uFEFFa:\r\n  title: T\r\nb:\r\n  title: U\r\n';
    const { entries } = parseRegistry(text, 'yaml');
    assert.deepEqual(entries.map(e => text.slice(e.idSpan.start, e.idSpan.end)), ['a', 'b']);
    assert.deepEqual(entries.map(e => text.slice(e.start, e.end)), ['a:\r\n  title: T', 'b:\r\n  title: U']);
  });

  test('the base is added to every place', () => {
    const plain = parseRegistry('a:\n  title: T\n  issued: never\nb: 3\n', 'yaml');
    const moved = parseRegistry('a:\n  title: T\n  issued: never\nb: 3\n', 'yaml', 100);
    assert.equal(moved.entries[0]!.idSpan.start, plain.entries[0]!.idSpan.start + 100);
    assert.equal(moved.entries[0]!.fieldSpans['title']!.end, plain.entries[0]!.fieldSpans['title']!.end + 100);
    assert.deepEqual(moved.problems.map(p => p.start), plain.problems.map(p => p.start + 100));
    assert.equal(moved.layout!.at, plain.layout!.at + 100);
  });
});

describe('CSL-JSON', () => {
  test('items with dates in parts, own fields at top level or in custom', () => {
    const text = JSON.stringify([
      { id: 'a', type: 'report', title: 'T', publisher: 'P', issued: { 'date-parts': [[2025, 9, 19]] }, custom: { terms: 'background', origin: 'x' } },
      { id: 'b', type: 'webpage', title: 'U', URL: 'https://example.org', accessed: { 'date-parts': [['2025', '9']] }, level: 'secondary', 'container-title': 'C' },
      { id: 'c', title: 'V', issued: { literal: 'Spring 2025' } },
    ], undefined, 2);
    const { entries, problems } = parseRegistry(text, registryFormat('sources.json', text));
    assert.deepEqual(problems, []);
    assert.deepEqual(entries.map(e => [e.id, e.issued ?? e.accessed, e.terms ?? e.level, e.confidential]), [['a', '2025-09-19', 'background', true], ['b', '2025-09', 'secondary', false], ['c', undefined, undefined, false]]);
    assert.equal(text.slice(entries[1]!.idSpan.start, entries[1]!.idSpan.end), 'b');
  });

  test('an item without an id is reported, the others count', () => {
    const { ids, complaints } = read('[{"title": "T"}, {"id": "b", "title": "U"}, 4]', 'csl-json');
    assert.deepEqual(ids, ['b']);
    assert.deepEqual(complaints.map(([at]) => at), ['{"title": "T"}', '4']);
  });

  test('tabs and one line of 3,000 items are read', () => {
    assert.deepEqual(read('{\n\t"a": {\n\t\t"title": "T"\n\t}\n}').ids, ['a']);
    const many = JSON.stringify(Array.from({ length: 3000 }, (_, i) => ({ id: `i${i}`, title: 'T' })));
    assert.equal(read(many, 'csl-json').ids.length, 3000);
  });
});

describe('format', () => {
  test('is told by the name, and for .json by the text', () => {
    assert.equal(registryFormat('refs.BIB', ''), 'bibtex');
    assert.equal(registryFormat('a/sources.yml', ''), 'yaml');
    assert.equal(registryFormat('sources.json', ' [\n'), 'csl-json');
    assert.equal(registryFormat('sources.json', '{"a": {}}'), 'yaml');
  });
});

describe('what an entry needs', () => {
  const missing = (fields: string) => only(`a: {${fields}}`).missing.map(group => group.join('|'));
  const cases: [string, string[]][] = [
    ['type: webpage, title: T, url: u, accessed: 2025', []],
    ['type: article-newspaper, author: A, DOI: 10.1/x, issued: 2025', []],
    ['type: post, title: T, archived: u, issued: 2025', []],
    ['type: post-weblog, title: T, file: f.html', ['issued|accessed']],
    ['type: webpage', ['title|author', 'url|DOI|archived|file', 'issued|accessed']],
    ['type: report, title: T, container-title: C, issued: 2025', []],
    ['type: speech, title: T', ['author|publisher|container-title', 'issued']],
    ['type: legal_case, author: A, issued: 2025', ['title']],
    ['type: interview, author: A, issued: 2025', []],
    ['type: interview', ['author|anonymous', 'issued']],
    ['type: personal_communication, anonymous: true, issued: 2025', []],
    ['type: interview, anonymous: false, issued: 2025', ['author|anonymous']],
    ['type: report, title: T, anonymous: {description: an official}, issued: 2025', []],
    ['type: map', ['title']],
    ['title: T', []],
    ['anonymous: {description: an aide, reason: fear}', []],
  ];
  for (const [fields, expected] of cases) test(`{${fields}}`, () => assert.deepEqual(missing(fields), expected));

  test('a placeholder fills no need and is no mistake', () => {
    assert.deepEqual(missing('type: interview, author: TK, issued: TK'), ['author|anonymous', 'issued']);
  });

  test('a date that cannot be read is a mistake, not a field that is missing', () => {
    const { entries, problems } = parseRegistry('a: {type: interview, author: A, issued: last week}', 'yaml');
    assert.deepEqual(entries[0]!.missing, []);
    assert.equal(problems.length, 1);
  });
});

describe('confidential', () => {
  const cases: [string, boolean][] = [
    ['terms: on-record', false], ['terms: background', true], ['terms: deep-background', true], ['terms: off-record', true],
    ['anonymous: true', true], ['anonymous: false', false], ['anonymous: {reason: fear}', true], ['anonymous: an aide', true], ['title: T', false],
  ];
  for (const [field, expected] of cases) test(field, () => assert.equal(only(`a: {${field}}`).confidential, expected));

  test('terms with a slip in them protect the source all the same', () => {
    assert.equal(parseRegistry('a: {terms: backgruond}', 'yaml').entries[0]!.confidential, true);
  });
});

describe('dates', () => {
  const good: [string, string | undefined][] = [['2024-02-29', '2024-02-29'], ['2025-09', '2025-09'], ['0800', '0800'], ['2025-01/2025-02', '2025-01'], ['2025-09-19 10:00:00', '2025-09-19'], ['{year: 2025, month: 9}', '2025-09'], ['[2025-09]', '2025-09']];
  for (const [written, iso] of good) test(written, () => assert.equal(only(`a: {issued: ${written}}`).issued, iso));
  for (const written of ['2025-02-29', '2025-13', '2025-9-9', 'Sept. 9', '19.9.2025', '25', '{date-parts: [[2025, 13]]}', '{}x']) {
    test(`${written} is reported`, () => {
      const { complaints } = read(`a:\n  title: T\n  issued: ${written}\n`);
      assert.equal(complaints.length, 1);
    });
  }
});

describe('what cannot be read', () => {
  test('each broken entry is reported where it breaks, and the others count', () => {
    const { ids, complaints } = read(`first:
  title: "never closed
second:
  title: Fine
third:
\ttitle: Tab
fourth: 17
fifth:
sixth: {title: Fine}
seventh:
  title: Budget: the sequel
eighth: [1, 2]
`);
    assert.deepEqual(ids, ['second', 'sixth']);
    assert.deepEqual(complaints.map(([at]) => at), ['title: "never closed', 'title: Tab', 'fourth: 17', 'fifth:', 'Budget: the sequel', 'eighth: [1, 2]']);
    assert.match(complaints[0]![1], /“first” cannot be read: a quotation mark never closes/);
    assert.match(complaints[1]![1], /“third”.*tab/);
    for (const [, message] of complaints) assert.match(message, /^[A-Z“].*[.]$/);
  });

  test('a name that nothing defines spoils the entry that repeats it', () => {
    const { entries, complaints } = read('a: &x {title: T}\nb: *y\nc: *x\n');
    assert.deepEqual(entries.map(e => [e.id, e.title]), [['a', 'T'], ['c', 'T']]);
    assert.deepEqual(complaints.map(([at]) => at), ['*y']);
    const inside = read('a: {title: *y}\nb: {title: T}\n');
    assert.deepEqual([inside.ids, inside.complaints.map(([at]) => at)], [['b'], ['*y']]);
  });

  test('in a broken file, what an entry repeats of another is not said to be missing', () => {
    const { entries, complaints } = read('a: &x\n  title: T\nb:\n  <<: *x\nc:\n  title: "open\n');
    assert.deepEqual(entries.map(e => [e.id, e.missing]), [['a', []], ['b', []]]);
    assert.equal(complaints.length, 1);
  });

  test('a field given twice', () => {
    const { entries, complaints } = read('a:\n  title: T\n  title: U\n');
    assert.equal(entries[0]!.title, 'T');
    assert.deepEqual(complaints, [['title', 'The field “title” is given twice in the entry “a”: only the first counts.']]);
  });

  test('an entry that is indented too far is read, and reported', () => {
    const { ids, complaints } = read('a:\n    title: T\n  b:\n    title: U\nc: {title: V}\n');
    assert.deepEqual(ids, ['a', 'b', 'c']);
    assert.deepEqual(complaints.map(([at]) => at), ['b:']);
  });

  test('an id given twice: the first counts', () => {
    const { entries, complaints } = read('a: {title: One}\nb: {title: Two}\na: {title: Three}\n');
    assert.deepEqual(entries.map(e => e.title), ['One', 'Two']);
    assert.deepEqual(complaints, [['a', 'The id “a” is given twice in this file: only the first entry counts.']]);
  });

  test('words that are none of the allowed ones', () => {
    const { complaints } = read('a: {title: T, terms: secret, level: tertiary}');
    assert.deepEqual(complaints.map(([at]) => at), ['secret', 'tertiary']);
    assert.match(complaints[0]![1], /on-record, background, deep-background or off-record/);
  });

  test('an id that no citation could name', () => {
    const { ids, complaints } = read('"my source": {title: T}\nok.id:2: {title: U}\nünï_9: {title: V}\no\'neil: {title: W}\n');
    assert.deepEqual(ids, ['my source', 'ok.id:2', 'ünï_9', "o'neil"]);
    assert.deepEqual(complaints.map(([at]) => at), ['my source']);
  });

  test('a file that is no registry', () => {
    assert.match(read('Just a note.\n').complaints[0]![1], /expected to be a mapping/);
    for (const nothing of ['', '\n', '# only a comment\n', '---\n', '{}', '[]']) assert.deepEqual(read(nothing).complaints, []);
  });

  test('a broken JSON file gives the entries before the break', () => {
    const { ids, complaints } = read('{"a": {"title": "T"}, "b": {"title": "U", "c": [}, "d": {');
    assert.deepEqual(ids, ['a']);
    assert.ok(complaints.length >= 1);
  });

  test('in a front matter, lines after the entries are not read as entries', () => {
    const text = '  a:\n    title: "never closed\n  b:\n    title: T\nstatus: ready\n';
    const { entries, problems } = parseRegistry(text, 'yaml', 20);
    assert.deepEqual(entries.map(e => e.id), ['b']);
    assert.equal(problems.length, 1);
  });

  test('a value that is no text is reported', () => {
    assert.match(read('a: {title: [x, y]}').complaints[0]![1], /“title” of the entry “a” is expected to be a text/);
  });
});

describe('hostile texts', { timeout: 60_000 }, () => {
  test('too long', () => {
    const { entries, problems } = parseRegistry('a: b\n'.repeat(MAX_REGISTRY_LENGTH / 5 + 1), 'yaml');
    assert.equal(entries.length, 0);
    assert.equal(problems.length, 1);
  });

  test('an alias bomb stays small', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghij'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(', ')}]`), 'k: {title: T, excerpts: *j}'].join('\n');
    const { entries } = parseRegistry(bomb, 'yaml');
    assert.equal(entries.find(e => e.id === 'k')!.title, 'T');
    assert.ok(entries.find(e => e.id === 'k')!.excerpts.length < 50_000);
  });

  test('an alias of itself ends', () => {
    assert.equal(only('a: &a {title: T, excerpts: [*a]}').title, 'T');
  });

  for (const [name, text] of Object.entries({ brackets: '['.repeat(20_000), braces: '{a: '.repeat(10_000), dashes: '- '.repeat(20_000), keys: 'a: '.repeat(10_000), anchors: '&a '.repeat(10_000), broken: 'a: "\n'.repeat(5_000), 'broken flow': `{${'a: {b: ]}, '.repeat(3_000)}`, 'one line': `{${Array.from({ length: 20_000 }, (_, i) => `a${i}: 3`).join(', ')}}` })) {
    test(`${name}: read in linear time, without an exception`, () => assert.ok(parseRegistry(text, 'yaml').problems.length > 0));
  }
});
