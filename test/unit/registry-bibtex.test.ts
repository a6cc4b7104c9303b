// BibTeX and BibLaTeX registries: the fields under the registry's names, places, TeX, and what is broken.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '@retorquere/bibtex-parser';
import { parseRegistry } from '../../server/src/registry/parse.ts';
import type { SourceEntry } from '../../server/src/registry/registry.ts';
import { fromTex } from '../../server/src/registry/tex.ts';

function read(text: string) {
  const registry = parseRegistry(text, 'bibtex');
  return { ...registry, ids: registry.entries.map(e => e.id), complaints: registry.problems.map(p => [text.slice(p.start, p.end), p.message] as const) };
}

function only(text: string): SourceEntry {
  const { entries, problems } = read(text);
  assert.deepEqual(problems, []);
  assert.equal(entries.length, 1);
  return entries[0]!;
}

describe('fields', () => {
  test('types and fields get the names of the registry', () => {
    const text = `% A comment with mail@example.org{not an entry}
@report{harbour-notice,
  title        = {Notice of {Closure}},
  subtitle     = {The North Quay},
  author       = {{Harbour Board} and van der Meer, Anna and Jo Whitby},
  institution  = {Harbour Board},
  type         = {Notice},
  date         = {2025-11-06},
  url          = {https://example.org/a_b/100%},
  urldate      = {2025-11-07},
  doi          = {10.1000/x},
  file         = {captures/notice.pdf},
  sha256       = {ab12},
  archived     = {https://archive.example.org/n},
  level        = {primary},
  terms        = {background},
  origin       = {board},
  excerpts     = {The quay is closed.}
}
`;
    const { start, end, idSpan, fieldSpans, layout, fields, excerpts, ...entry } = only(text);
    assert.deepEqual(entry, {
      id: 'harbour-notice', type: 'report', title: 'Notice of Closure: The North Quay', publisher: 'Harbour Board', issued: '2025-11-06', accessed: '2025-11-07',
      url: 'https://example.org/a_b/100%', doi: '10.1000/x', archived: 'https://archive.example.org/n', file: 'captures/notice.pdf', sha256: 'ab12', level: 'primary', terms: 'background', origin: 'board',
      authors: [{ literal: 'Harbour Board' }, { family: 'van der Meer', given: 'Anna' }, { family: 'Whitby', given: 'Jo' }],
      confidential: true, missing: [],
    });
    assert.equal(excerpts[0]!.text, 'The quay is closed.');
    assert.equal(text.slice(idSpan.start, idSpan.end), 'harbour-notice');
    assert.equal(text.slice(start, end), text.slice(text.indexOf('@report'), -1));
    assert.equal(text.slice(fieldSpans['urldate']!.start, fieldSpans['urldate']!.end), '2025-11-07');
    assert.equal(layout?.style, 'bibtex');
    assert.equal(fields?.[0]?.name, 'title');
  });

  const types: [string, string | undefined][] = [
    ['@article{a, title={t}}', 'article-journal'], ['@article{a, title={t}, entrysubtype={newspaper}}', 'article-newspaper'], ['@online{a, title={t}}', 'webpage'],
    ['@misc{a, title={t}}', 'document'], ['@misc{a, title={t}, howpublished={\\url{https://example.org}}}', 'webpage'], ['@techreport{a, title={t}}', 'report'],
    ['@incollection{a, title={t}}', 'chapter'], ['@phdthesis{a, title={t}}', 'thesis'], ['@dataset{a, title={t}}', 'dataset'], ['@interview(a, title={t})', 'interview'], ['@constructor{a, title={t}}', 'constructor'],
  ];
  for (const [text, type] of types) test(`${text} is of the type ${type}`, () => assert.equal(only(text).type, type));

  test('years and months', () => {
    const issued = (fields: string) => read(`@misc{a, title={t}, ${fields}}`).entries[0]!.issued;
    assert.equal(issued('year = 2020'), '2020');
    assert.equal(issued('year = {2020}, month = mar'), '2020-03');
    assert.equal(issued('year = "2020", month = {March}, day = 5'), '2020-03-05');
    assert.equal(issued('year = {2020}, month = 13'), '2020');
    assert.equal(issued('year = {2020b}'), '2020');
    assert.equal(issued('date = {2020-01/2020-03}'), '2020-01');
    assert.equal(issued('year = {in press}'), undefined);
  });

  test('"in press" is a date that is to come, not a missing one', () => assert.deepEqual(only('@report{a, title={t}, author={A}, year={in press}}').missing, []));

  test('parts are joined, and @string names replaced', () => {
    assert.equal(only('@string{hb = "Harbour " # {Board}}\n@report{a, title = hb # { Report}, year=2020, institution = hb}').title, 'Harbour Board Report');
  });

  test('a child of crossref has its parent as its container', () => {
    const { entries } = read('@incollection{a, title={Quays}, author={A}, crossref={b}}\n@collection{b, title={Ports}, publisher={P}, year=2020}');
    assert.deepEqual([entries[0]!.containerTitle, entries[0]!.publisher, entries[0]!.issued, entries[0]!.title], ['Ports', 'P', '2020', 'Quays']);
    assert.deepEqual(entries.map(e => e.shared), [undefined, true]);
  });

  test('anonymous, as a word or with its reason', () => {
    assert.deepEqual(only('@interview{a, anonymous={true}, date={2025}}').anonymous, {});
    assert.deepEqual(only('@interview{a, anonymous={a clerk}, reason={fear}, approved-by={editor}, date={2025}}').anonymous, { description: 'a clerk', reason: 'fear', approvedBy: 'editor' });
  });

  test('an address and a day of access may stand in words', () => {
    const entry = only('@misc{a, title={t}, note={Available at \\url{https://example.org/a\\_b}. Accessed: 3 May 2020}}');
    assert.deepEqual([entry.url, entry.accessed, entry.missing], ['https://example.org/a_b', undefined, []]);
  });

  test("a reference manager's file list gives its path", () => assert.equal(only('@misc{a, title={t}, file={Full Text:files/1.pdf:application/pdf}}').file, 'files/1.pdf'));

  test('names', () => {
    const authors = (tex: string) => only(`@misc{a, title={t}, author={${tex}}}`).authors.map(a => a.literal ?? `${a.family}, ${a.given}`);
    assert.deepEqual(authors("Garc{\\'i}a, Jos{\\'e} and {Barnes {and} Noble} and Ludwig van Beethoven and others"), ['García, José', 'Barnes and Noble', 'van Beethoven, Ludwig']);
    assert.deepEqual(authors('King, Jr., Martin Luther'), ['King, Martin Luther']);
    assert.deepEqual(authors('Plato'), ['Plato']);
  });
});

describe('TeX', () => {
  const cases: [string, string][] = [
    ["M{\\\"u}ller", 'Müller'], ["\\'Etude", 'Étude'], ["na\\\"{\\i}ve", 'naïve'], ['\\c{c}a', 'ça'], ['Stra{\\ss}e', 'Straße'], ['\\O{}re', 'Øre'], ['A \\& B, 5\\% of \\$3', 'A & B, 5% of $3'],
    ['1--2 --- x', '1–2 — x'], ["``quoted''", '“quoted”'], ['a~b\\ c', 'a b c'], ['\\emph{very} \\textbf{bold}', 'very bold'], ['\\LaTeX{} x', 'x'], ['$x^2$', 'x^2'], ['{unbalanced', 'unbalanced'], ['\\', ''],
  ];
  for (const [tex, text] of cases) test(tex, () => assert.equal(fromTex(tex), text));
});

test('titles, names and containers are those that @retorquere/bibtex-parser reads', () => {
  const text = String.raw`@string{press = "Quay Press"}
@article{tides, author={Ada B. Tide}, title={Counting {T}ides}, journal={The Harbour Journal}, year=1984}
@book{accents, author = {G{\"u}nther, Kurt and {\L}omnicki, Jan and de la F{\'e}e Rousse, Charles Marie}, title = {\"Uber Schiffe und S{\"a}rge}, publisher = press, year = "1931"}
@inproceedings{marks, author={Jean-Paul Quay and Simone de Havre}, title={On {NASA}: 50\% \& more -- a ${'``'}quote''}, booktitle={Proc. of the {ISO}}, year=2001}
@online{body, author={{Board of Harbours and Docks}}, title={Report~1}, url={https://example.org/a_b?c=1&d=2%20e#f}, date={2019-05}}
@misc{marks2, author={\v{S}koda, Petr and O'Neil, Mary and M{\aa}rtensson, {\AA}sa}, title = "Quoted {"}title{"}"}
@techreport{parts, author={Quay, Jr., Martin and von Damm, John and Ludwig van Hafen}, title={A claim}, institution={Board}}
`;
  const own = read(text).entries.map(e => [e.id, e.title, e.containerTitle, e.url, e.authors.map(a => a.literal ?? `${a.family}, ${a.given}`)]);
  const theirs = parse(text, { english: false, sentenceCase: false }).entries.map(({ key, fields }) => [
    key, fields.title, fields['journal'] ?? fields['booktitle'], fields['url'], fields.author?.map(a => a.name ?? `${[a.prefix, a.lastName].filter(Boolean).join(' ')}, ${a.firstName}`),
  ]);
  // They leave accents apart from their letters, and `~` a no-break space.
  const normal = (value: unknown): unknown => JSON.parse(JSON.stringify(value).normalize('NFC').replaceAll('\u00A0', ' '));
  assert.deepEqual(normal(own), normal(theirs));
});

describe('what cannot be read', () => {
  test('a broken entry is reported where it breaks, and those after it count', () => {
    const { ids, complaints } = read(`@online{open, title = {never closed
@misc{comma title={T}}
@misc{fine, title={T}}
@report{between, title={T} institution={I}}
@online{, title={T}}
@online{novalue, title=}
@misc(round, title={T})
@online{last, title={T}, date={2025-02-30}}
@online{cut, title={T},`);
    assert.deepEqual(ids, ['fine', 'round', 'last']);
    assert.deepEqual(complaints.map(([at]) => at), ['{never closed', 'comma title', '}', '{', '}', '2025-02-30', '@online{cut']);
    for (const [, message] of complaints) assert.match(message, /^[A-Z“].*[.?]$/);
  });

  test('a key given twice: the first counts', () => {
    const { ids, complaints } = read('@misc{a, title={One}}\n@misc{a, title={Two}}');
    assert.deepEqual(ids, ['a']);
    assert.match(complaints[0]![1], /given twice/);
  });

  test('@comment, @preamble and text between entries are no entries', () => {
    assert.deepEqual(read('@comment{@misc{x, title={T}}}\n@preamble{"\\x"}\nnotes\n@misc{a, title={T}}').ids, ['a']);
    assert.deepEqual(read('').complaints, []);
  });
});

describe('hostile texts', { timeout: 60_000 }, () => {
  const n = 200_000;
  for (const [name, text] of Object.entries({
    braces: `@misc{a, title=${'{'.repeat(n)}`, ats: '@'.repeat(n), 'entries on one line': '@a{x,y={}}'.repeat(n / 10), open: '@misc{a, title={\n'.repeat(n / 20), accents: `@misc{a, title={${"\\'".repeat(n)}}}`,
    names: `@misc{a, author={${' and'.repeat(n)}}}`, commas: `@misc{a${','.repeat(n)}}`, spaces: `@misc{a, author={${' '.repeat(n)}}, title=${' '.repeat(n)}}`, strings: Array.from({ length: 200 }, (_, i) => `@string{s${i} = s${i - 1} # s${i - 1} # "xxxxxxxx"}`).join('\n'), letters: `@${'a'.repeat(n)}{`,
  })) test(`${name}: read in linear time, without an exception`, () => assert.ok(parseRegistry(text, 'bibtex').format === 'bibtex'));
});
