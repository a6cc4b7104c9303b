// Which sources count as one, and which source a sentence most likely rests on.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildDraft } from '../../server/src/draft/build.ts';
import { emptyContext } from '../../server/src/model/context.ts';
import { groupByOrigin } from '../../server/src/model/sourcing/independence.ts';
import { rankSources } from '../../server/src/model/sourcing/ranking.ts';
import { collectSources, type Sources } from '../../server/src/model/sources.ts';

function sourcesOf(entries: string): Sources {
  return collectSources(buildDraft(`---\nsources:\n${entries.trim().split('\n').map(line => `  ${line}`).join('\n')}\n---\n`), emptyContext('draft'));
}

describe('independent sources', () => {
  const sources = sourcesOf(`
a: {title: T, origin: Agency}
b: {title: T, origin: agency, url: "https://example.org/b"}
c: {title: T, url: "http://example.org/b/"}
d: {title: T}
release: {type: report, title: Fund closes, publisher: Harbour Fund, issued: 2025-02-01, excerpts: [{text: "We have found a gap of four million crowns in the accounts of the fund."}]}
onrelease: {type: article-newspaper, title: Gap in harbour fund, issued: 2025-02-02, origin: release}
quoting: {type: article-newspaper, title: Four million short, issued: 2025-02-02, excerpts: [{text: "“a gap of four million crowns in the accounts”, it said"}, {text: "a gap of four million crowns in the accounts"}]}
shortquote: {type: article-newspaper, title: Short, issued: 2025-02-02, excerpts: [{text: "four million crowns"}]}
wire: {type: article-newspaper, title: Harbour fund is four million short, publisher: Norden Wire, issued: 2025-02-02}
reprint: {type: article-newspaper, title: "Harbour fund is four million short", publisher: Valley Post, issued: 2025-02-03}
other: {type: article-newspaper, title: A fund in trouble, author: Norden Wire, container-title: Hill Paper, issued: 2025-02-02}
later: {type: article-newspaper, title: A fund in trouble again, author: Norden Wire, container-title: Hill Paper, issued: 2025-03-02}
kept: {type: webpage, title: Page, archived: "https://web.archive.org/web/20250102030405/https://example.org/page"}
talk: {type: interview, author: {family: Brandt, given: Ada}, issued: 2025-02-03}
letter: {type: personal_communication, author: Ada Brandt, issued: 2025-02-05}
secret: {type: interview, author: {family: Brandt, given: Ada}, issued: 2025-02-03, terms: background}
`);
  const cases: readonly (readonly [cited: readonly string[], count: number, because?: RegExp])[] = [
    [[], 0], [['d'], 1], [['d', 'd'], 1], [['a', 'd'], 2], [['a', 'b'], 1, /same origin/], [['a', 'c'], 2], [['a', 'c', 'b'], 1], [['d', 'nobody'], 1],
    [['c', 'https://example.org/b#x'], 1, /same address/], [['d', 'https://example.org/else'], 2],
    [['release', 'onrelease'], 1, /go back to one source/], [['release', 'quoting'], 1, /same passage/], [['release', 'shortquote'], 2],
    [['wire', 'reprint'], 1, /same title/], [['wire', 'other'], 1, /one agency on one day/], [['wire', 'later'], 2],
    [['kept', 'https://example.org/page'], 1, /same address/], [['talk', 'letter'], 1, /one person/], [['talk', 'secret'], 2],
  ];
  for (const [cited, count, because] of cases) {
    test(`[${cited.join(', ')}]: ${count}`, () => {
      const origins = groupByOrigin(cited, sources);
      assert.equal(origins.length, count);
      if (because) assert.match(origins[0]!.because ?? '', because);
    });
  }

  test('footnotes that name their source in the same words are one', () => {
    assert.equal(groupByOrigin([], sources, new Map([['[^a]', 'county audit p 4'], ['[^b]', 'county audit p 4']])).length, 1);
    assert.equal(groupByOrigin(['d'], sources, new Map([['[^a]', 'county audit p 4']])).length, 2);
  });
});

describe('ranking sources', () => {
  const sources = sourcesOf(`
census: {type: report, title: Census of the river towns, publisher: Statistics Bureau}
ferries: {type: dataset, title: Ferry log, publisher: Port Office, excerpts: [{text: "1,412 ferries called at Aldmouth in 2024"}]}
talk: {type: interview, author: Ulla Aldmouth, terms: background}
`);
  test('by figures and names before words, with a reason that says which', () => {
    const ranked = rankSources({ text: 'Some 1412 ferries called at Aldmouth, the largest of the river towns.' }, sources);
    assert.deepEqual(ranked.map(r => r.id), ['ferries', 'census', 'talk']);
    assert.equal(ranked[0]!.reason, 'shares the figure “1412”, the name “Aldmouth” and the words “called”, “ferries”');
    assert.equal(ranked[1]!.reason, 'shares the words “river”, “towns”');
    assert.equal(ranked[2]!.reason, '', 'a confidential author is no reason');
  });

  test('function words and the capital of a first word are no likeness', () => {
    assert.equal(rankSources({ text: 'That is the one of the year.' }, sources)[0]!.reason, '');
    assert.equal(rankSources({ text: 'Towns grew.' }, sources)[0]!.reason, 'shares the word “Towns”');
  });
});
