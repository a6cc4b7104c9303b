// The record of `claimcheck analyze`: its fields, and the offsets in it, whatever the text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toRecord } from '../../server/src/cli/record.ts';
import { buildDraft } from '../../server/src/draft/build.ts';
import { defaultConfig } from '../../server/src/engine/config.ts';
import { checkDraft } from '../../server/src/engine/engine.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext, type RegistryDocument } from '../../server/src/model/context.ts';
import { summarize } from '../../server/src/model/summary.ts';

interface Place {
  start: number;
  end: number;
}
interface Record {
  id: unknown;
  sentences: (Place & { checkworthy: number; sourced: boolean })[];
  figures: (Place & { value: number; upper: number | null; unit: string | null; bound: string; sentence: number })[];
  attributions: { cue: [number, number] | null; source: [number, number] | null; content: [number, number][]; kind: string; anonymous: boolean; vague: boolean }[];
  quotes: { kind: string; content: [number, number]; speaker: [number, number] | null; channel: [number, number] | null; attribution: number | null }[];
  names: (Place & { kind: string; title: [number, number] | null })[];
  claims: (Place & { sources: string[]; status: string | null; figure: string | null })[];
  findings: (Place & { rule: string; related: Place[] })[];
}

async function analyze(text: string): Promise<Record> {
  const draft = buildDraft(text);
  const analysis = buildAnalysis(draft, emptyContext('doc', '2025-09-19'));
  const registry = draft.frontMatter?.registry;
  const registries: RegistryDocument[] = registry ? [{ document: 'doc', text, registry, reach: 'draft' }] : [];
  const failures: string[] = [];
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: (message: string) => void failures.push(message) };
  const outcome = await checkDraft({ analysis, config: defaultConfig(), project: { drafts: [summarize(analysis)], registries } }, { log });
  assert.deepEqual(failures, [], 'a rule failed');
  assert.ok(outcome !== 'cancelled');
  return JSON.parse(JSON.stringify(toRecord('doc', analysis, outcome.findings, path => path))) as Record;
}

function spansOf({ sentences, figures, attributions, claims, findings }: Record): Place[] {
  const pairs = attributions.flatMap(({ cue, source, content }) => [cue, source, ...content]).filter(pair => pair !== null);
  return [...sentences, ...figures, ...claims, ...findings, ...findings.flatMap(({ related }) => related), ...pairs.map(([start, end]) => ({ start, end }))];
}

test('says what the draft says', async () => {
  const text = 'The tariff rose to 145% in April, the trade office said. <!-- claim figure=tariff source="office" status=verified -->\n\n“We are done,” said Mira Holt.\n';
  const { sentences, figures, attributions, claims, findings } = await analyze(text);
  assert.deepEqual(sentences.map(({ start, end }) => text.slice(start, end)), ['The tariff rose to 145% in April, the trade office said.', '“We are done,” said Mira Holt.']);
  assert.deepEqual(figures.map(({ start, end, value, unit, bound, sentence }) => [text.slice(start, end), value, unit, bound, sentence]), [['145%', 145, 'percent', '=', 0]]);
  assert.deepEqual(attributions.map(({ source, kind }) => [source && text.slice(...source), kind]), [['the trade office', 'indirect'], ['Mira Holt', 'direct']]);
  assert.deepEqual(claims.map(({ sources, status, figure }) => [sources, status, figure]), [[['office'], 'verified', 'tariff']]);
  assert.deepEqual(findings.map(({ rule, start, end }) => [rule, text.slice(start, end)]), [['sources/unknown', 'office']]);
});

test('says who said what, how and to whom, and names people and bodies', async () => {
  const text = 'The mayor, Ada Brandt, told reporters that the pier was shut.\n\n“We are done,” said Lars Moe, the head of Halden Inc., in a post on Mastodon. They called it “odd”. The “long wait” went on.\n';
  const { quotes, names } = await analyze(text);
  const at = (pair: [number, number] | null) => pair && text.slice(...pair);
  assert.deepEqual(quotes.map(q => [q.kind, at(q.content), at(q.speaker), at(q.channel)]), [
    ['indirect', 'the pier was shut', 'The mayor', 'reporters'],
    ['direct', 'We are done,', 'Lars Moe', 'Mastodon'],
    ['mixed', 'odd', 'They', null],
    ['none', 'long wait', null, null],
  ]);
  assert.deepEqual(names.map(n => [n.kind, text.slice(n.start, n.end), at(n.title)]), [['person', 'Ada Brandt', null], ['person', 'Lars Moe', 'head of Halden Inc.'], ['body', 'Halden Inc.', null], ['body', 'Mastodon', null]]);
});

test('the unit of a count is what is counted, that of an age says so', async () => {
  const { figures } = await analyze('Ann Lee, 31, bought 12 small Danish farms for $1.2 million in 3 weeks.\n');
  assert.deepEqual(figures.map(({ unit }) => unit), ['year of age', 'small Danish farm', 'USD', 'week']);
});

test('a number of a table has the unit and the scale of its column', async () => {
  const { figures } = await analyze('| Area | Income ($m) | Votes, % |\n| --- | --- | --- |\n| North | 12.5 | 40 |\n');
  assert.deepEqual(figures.map(({ value, unit }) => [value, unit]), [[12_500_000, 'USD'], [40, 'percent']]);
});

test('a byte-order mark within the text is a character like any other', async () => {
  for (const before of ['\uFEFF', '---\ntitle: T\n---\n\uFEFF', 'One.\n\n\uFEFF']) {
    const text = `${before}😀 The levy is 20% now.\n`;
    const { figures } = await analyze(text);
    assert.deepEqual(figures.map(({ start, end }) => text.slice(start, end)), ['20%'], JSON.stringify(before));
  }
});

/** Pieces that a draft is made of, and pieces that go wrong. */
const PIECES = [
  '---\nsources: {a: {type: report, title: A}}\nstatus: ready\n---\n', '\n\n', '\n', '\r\n', '\r\n\r\n', ' ', '\t', '\uFEFF', '# ', '- ', '  - ', '> ', '1. ', '| a | b |\n|---|---|\n', '| 3% | 4 |\n', '```\n', '    ',
  'The levy is 20%.', 'It fell 12 percent in August', '$1.2 billion', '😀', '👩‍👩‍👧', 'é', 'e\u0301', '“We agreed,” said Ana Roe', '”', '“', 'sources said', 'according to the ministry', 'on Friday, May 9, 2025', ' TK ', '[citation needed]',
  '[@a, p. 3]', '[@a; @b]', '[^n]', '\n[^n]: @a, p. 2\n', '\n[^n]: <https://example.org/x> words\n', '<https://example.org>', '[words](https://example.org/y)', 'https://example.org/z',
  '<!-- claim figure=levy value=20% -->', '<!-- claim text="levy" source="a b" status=verified hash=00000000 -->', '<!-- claim', '-->', '<!-- claimcheck-disable-next-line -->', '<!-- claimcheck-disable figures -->', '<!-- claimcheck-enable -->',
  '**', '*', '`', '&amp;', '&#x1F600;', '\\', '<b>', '</b>', '. ', ', ', '.', '!', '?', 'between 10 and 15 per cent', 'half a million', 'Mr.', '10–15%', '\u00a0', '\u2028', '\ud83d', '\0',
];
const draftText = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map(pieces => pieces.join(''));

test('every offset lies in the text and on the edge of a character, and no rule fails', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(draftText, async text => {
    for (const { start, end } of spansOf(await analyze(text))) {
      assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
      for (const at of [start, end]) assert.ok(!(/[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))), `${at} stands within a character`);
    }
  }), { numRuns: 400 });
});
