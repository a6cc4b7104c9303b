// What citations name, how many sources are independent, and how a source is described.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildDraft } from '../../server/src/draft/build.ts';
import { emptyContext, type Context, type RegistryDocument } from '../../server/src/model/context.ts';
import { addressKey, citedIds, collectSources, describeSource, hasUnreadRegistry, nearestKeys, readableDate, resolveCitation, sameAddress, unreadableIds } from '../../server/src/model/sources.ts';
import { parseRegistry } from '../../server/src/registry/parse.ts';

function registry(document: string, text: string): RegistryDocument {
  return { document, text, registry: parseRegistry(text, 'yaml'), reach: 'draft' };
}

function sourcesOf(text: string, registries: readonly RegistryDocument[] = []) {
  const draft = buildDraft(text);
  const context: Context = { ...emptyContext('file:///draft.md'), registries };
  return { draft, context, sources: collectSources(draft, context) };
}

function entryOf(yaml: string) {
  return parseRegistry(yaml, 'yaml').entries[0]!;
}

describe('collecting', () => {
  test('the front matter goes before its files, those before the project\'s; in one file the first counts', () => {
    const { sources } = sourcesOf('---\nsources:\n  a: {title: own}\n---\n', [registry('near', 'a: {title: near}\nb: {title: near}\nb: {title: second}\n'), registry('far', 'b: {title: far}\nc: {title: far}\n')]);
    assert.deepEqual([...sources].map(([id, { entry, document }]) => [id, entry.title, document]), [['a', 'own', 'file:///draft.md'], ['b', 'near', 'near'], ['c', 'far', 'far']]);
  });
});

describe('what a citation names', () => {
  const { draft, sources } = sourcesOf(`---
sources:
  board: {title: T, url: "https://example.org/board/"}
  clerk: {title: U}
---
One [@board, p. 3]. Two.[^n] Three.[^clerk] Four.[^words] Five.[^none] Six [@nobody]. Seven <http://example.org/board#x>. Eight [page](https://example.org/other). Nine.[^Link]

[^n]: @clerk, p. 2; @nobody
[^words]: Letter of the mayor, 3 May.
[^link]: https://example.org/third "Third"
`);
  const named = (start: string) => {
    const citation = draft.citations.find(c => draft.text.slice(c.start).startsWith(start))!;
    assert.ok(citation, start);
    const { ids, addresses, unknown, words } = resolveCitation(citation, draft, sources);
    return { ids, addresses, unknown, ...(words === undefined ? {} : { words }) };
  };
  const none = { ids: [], addresses: [], unknown: [] };
  test('a key', () => assert.deepEqual(named('@board'), { ...none, ids: ['board'] }));
  test('a key that nothing defines', () => assert.deepEqual(named('@nobody]'), { ...none, unknown: ['nobody'] }));
  test('a footnote: the sources of its definition', () => {
    const { ids, unknown } = named('[^n]');
    assert.deepEqual([ids, unknown], [['clerk'], ['nobody']]);
  });
  test('a footnote label that is a source id', () => assert.deepEqual(named('[^clerk]'), { ...none, ids: ['clerk'] }));
  test('a footnote in words', () => assert.deepEqual(named('[^words]'), { ...none, words: 'Letter of the mayor, 3 May.' }));
  test('a footnote without a definition', () => assert.deepEqual(named('[^none]'), { ...none, unknown: ['none'] }));
  test('a footnote with an address, its label in other case', () => assert.deepEqual(named('[^Link]').addresses, ['https://example.org/third']));
  test('a link to the address of a source names the source too', () => assert.deepEqual(named('<http'), { ...none, ids: ['board'], addresses: ['http://example.org/board#x'] }));
  test('any other link its page', () => assert.deepEqual(named('[page]'), { ...none, addresses: ['https://example.org/other'] }));
  test('all that the draft cites', () => assert.deepEqual(citedIds(draft, sources).filter(id => sources.has(id)), ['board', 'clerk']));
});

describe('what cannot be told', () => {
  test('ids of entries that cannot be read', () => {
    const { draft, context } = sourcesOf('---\nsources:\n  a: 17\n---\n', [registry('r', 'b: 18\nc: {title: T}\n')]);
    assert.deepEqual([...unreadableIds(draft, context)], ['a', 'b']);
    assert.equal(hasUnreadRegistry(draft, context), false);
  });
  test('a registry of which nothing can be read', () => {
    const { draft, context } = sourcesOf('Text.\n', [registry('r', 'only words')]);
    assert.equal(hasUnreadRegistry(draft, context), true);
    assert.equal(hasUnreadRegistry(draft, { ...context, registries: [], unreadable: [{ document: 'd', start: 0, end: 1, message: 'There is none.' }] }), true);
  });
});

describe('addresses', () => {
  const same: [string, string][] = [
    ['https://Example.ORG/a', 'http://example.org/a/'], ['https://example.org/a#b', 'https://example.org/a'], ['https://example.org', 'https://example.org/'],
    ['https://example.org/a?utm_source=x&id=1&UTM_medium=y', 'https://example.org/a?id=1'], ['10.1000/ABC', 'https://doi.org/10.1000/abc'], ['doi:10.1000/x', 'http://dx.doi.org/10.1000/X'],
  ];
  for (const [a, b] of same) test(`${a} = ${b}`, () => assert.ok(sameAddress(a, b), `${addressKey(a)} ${addressKey(b)}`));
  const different: [string, string][] = [['https://example.org/a', 'https://example.org/A'], ['https://example.org/?id=1', 'https://example.org/?id=2'], ['https://example.org', 'https://www.example.com'], ['10.1000/a', '10.1000/b']];
  for (const [a, b] of different) test(`${a} ≠ ${b}`, () => assert.ok(!sameAddress(a, b)));
});

describe('near keys', () => {
  const ids = ['customs-aug', 'customs-sept', 'harbour-report', 'wh', 'clerk'];
  const cases: [string, readonly string[]][] = [['custom-aug', ['customs-aug']], ['Clerk', ['clerk']], ['clrek', ['clerk']], ['hw', []], ['harbour', ['harbour-report']], ['wx', []], ['minutes', []], ['', []], ['customs', ['customs-aug', 'customs-sept']], ['x'.repeat(500), []]];
  for (const [key, near] of cases) test(key.slice(0, 20), () => assert.deepEqual(nearestKeys(key, ids), near));
});

describe('describing a source', () => {
  test('as a reader would want it', () => {
    assert.deepEqual(describeSource(entryOf('a: {type: report, title: Quays, author: [{family: Okoro, given: Ngozi}, Port Board], publisher: Board, issued: 2025-09-03, accessed: 2025-10, DOI: "10.1/x", excerpts: [{text: Closed., locator: p. 3}]}')), {
      title: 'Quays', author: 'Ngozi Okoro and Port Board', publisher: 'Board', date: '3 September 2025', accessed: 'October 2025', address: 'https://doi.org/10.1/x', excerpts: [{ text: 'Closed.', locator: 'p. 3' }], confidential: false,
    });
    assert.equal(describeSource(entryOf('a: {publisher: Board}')).title, 'Board');
    assert.equal(describeSource(entryOf('a: {}')).title, 'a');
    assert.equal(readableDate('2025'), '2025');
  });

  test('never by the name of a confidential source', () => {
    const entry = entryOf('x: {type: interview, title: Talk with Ngozi, author: [{family: Okoro, given: Ngozi}], publisher: okoro.example, url: "https://okoro.example", terms: background, anonymous: {description: a clerk of the port}, excerpts: [{text: "I, Okoro, saw it."}, {text: We closed.}], issued: 2025}');
    const description = describeSource(entry);
    assert.doesNotMatch(JSON.stringify(description), /okoro|ngozi/i);
    assert.deepEqual([description.title, description.author, description.terms, description.excerpts], ['a clerk of the port', 'a clerk of the port', 'background', [{ text: 'We closed.' }]]);
    assert.equal(describeSource(entryOf('x: {author: Ngozi Okoro, terms: off-record}')).title, 'A confidential source');
  });
});
