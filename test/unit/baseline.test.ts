// The baseline: what is accepted for now, whatever happens elsewhere in the draft.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDraft } from '../../server/src/draft/build.ts';
import { applyBaseline, FindingHasher, readBaseline, writeBaseline } from '../../server/src/engine/baseline.ts';
import { resolveConfig } from '../../server/src/engine/config.ts';
import { checkDraft, type Outcome } from '../../server/src/engine/engine.ts';
import { hashSentence } from '../../server/src/draft/hash.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext } from '../../server/src/model/context.ts';
import type { Finding, Rule } from '../../server/src/rules/rule.ts';
import { wordRule } from './stub-rules.ts';

const RULES: readonly Rule[] = [wordRule('words/red', 'apple'), wordRule('words/green', 'pear')];
const PATH = 'stories/draft.md';

async function check(text: string, baselineText?: string): Promise<Outcome> {
  const analysis = buildAnalysis(buildDraft(text), emptyContext('file:///draft.md'));
  const baseline = baselineText === undefined ? [] : readBaseline(baselineText).findings.get(PATH) ?? [];
  return await checkDraft({ analysis, project: { drafts: [], registries: [] }, config: resolveConfig([], RULES), baseline }, { rules: RULES }) as Outcome;
}

async function baselineOf(text: string, path = PATH): Promise<string> {
  return writeBaseline([{ path, text, draft: buildDraft(text), findings: (await check(text)).findings }]);
}

const TEXT = 'An apple fell. A pear stayed.\n\nAn apple and an apple.\n';

test('a baseline is sorted, counted, and the same for the same findings', async () => {
  const written = await baselineOf(TEXT);
  const findings = JSON.parse(written) as { version: number; findings: Record<string, { rule: string; hash: string; count: number }[]> };
  assert.equal(findings.version, 1);
  const expected = [['words/green', hashSentence('A pear stayed.'), 1], ...[['words/red', hashSentence('An apple fell.'), 1], ['words/red', hashSentence('An apple and an apple.'), 2]].toSorted((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1))];
  assert.deepEqual(findings.findings[PATH]!.map(e => [e.rule, e.hash, e.count]), expected);
  const backwards = writeBaseline([{ path: PATH, text: TEXT, draft: buildDraft(TEXT), findings: (await check(TEXT)).findings.toReversed() }]);
  assert.equal(backwards, written);
});

test('documents are sorted, and one without findings has no place in it', async () => {
  const finding = (await check(TEXT)).findings.slice(0, 1);
  const written = writeBaseline([{ path: 'b.md', text: TEXT, draft: buildDraft(TEXT), findings: finding }, { path: 'a.md', text: TEXT, draft: buildDraft(TEXT), findings: finding }, { path: 'c.md', text: '', draft: undefined, findings: [] }]);
  assert.deepEqual([...readBaseline(written).findings.keys()], ['a.md', 'b.md']);
  assert.deepEqual(readBaseline(writeBaseline([])).findings, new Map());
});

test('what is accepted is silenced, also after edits elsewhere; what is new is not', async () => {
  const baseline = await baselineOf(TEXT);
  const same = await check(TEXT, baseline);
  assert.deepEqual(same.findings, []);
  assert.deepEqual(same.silenced.map(f => f.by), ['baseline', 'baseline', 'baseline', 'baseline']);
  const moved = await check(`# New head\n\n${TEXT}\nA new pear.\n`, baseline);
  assert.deepEqual(moved.findings.map(f => f.rule), ['words/green']);
  assert.equal(moved.silenced.length, 4);
});

test('a sentence with new words is no longer accepted; typography alone changes nothing', async () => {
  const baseline = await baselineOf('The "apple" fell – twice.\n');
  assert.equal((await check('The “apple” **fell** - twice.\n', baseline)).findings.length, 0);
  assert.equal((await check('The "apple" rose – twice.\n', baseline)).findings.length, 1);
});

test('as many as were counted are accepted, and no more', async () => {
  const once = await baselineOf('An apple.\n');
  const twice = await check('An apple.\n\nAn apple.\n', once);
  assert.equal(twice.findings.length, 1);
  assert.equal(twice.findings[0]!.start, 14, 'the first is accepted, the second reported');
});

test('another rule on the same sentence is not accepted', async () => {
  const baseline = (await baselineOf('An apple, a pear.\n')).replace(/\n.*words\/green.*/, '');
  assert.deepEqual((await check('An apple, a pear.\n', baseline)).findings.map(f => f.rule), ['words/green']);
});

test('a finding at a citation after the full stop rests on the sentence that is cited', () => {
  const text = 'An apple fell. [@nokey] A pear stayed.\n';
  const hasher = new FindingHasher(text, buildDraft(text));
  assert.equal(hasher.hash({ start: text.indexOf('nokey'), end: text.indexOf('nokey') + 5 }), hashSentence('An apple fell.'));
});

test('a finding in no sentence rests on its line', () => {
  const text = 'id: a\nurl: nowhere\n';
  const finding: Finding = { document: 'file:///s.yaml', start: 11, end: 18, rule: 'words/red', severity: 'hint', message: 'M.', related: [] };
  const entries = readBaseline(writeBaseline([{ path: 's.yaml', text, draft: undefined, findings: [finding] }])).findings.get('s.yaml')!;
  assert.deepEqual(entries, [{ rule: 'words/red', hash: hashSentence('url: nowhere'), count: 1 }]);
  assert.equal(applyBaseline([{ ...finding, start: 5 + 12, end: 5 + 13 }], entries, `more\n${text}`, undefined).kept.length, 0);
});

test('no word of the draft stands in a baseline', async () => {
  const written = await baselineOf('Jane Doe ate an apple.\n');
  for (const word of ['Jane', 'Doe', 'apple', 'ate']) assert.ok(!written.includes(word));
});

test('a file that is no baseline accepts nothing and says so in a sentence', () => {
  for (const text of ['', '{', '[]', '{"version": 2, "findings": {}}', '{"version": 1, "findings": {"a.md": [{"rule": "x"}]}}']) {
    const { findings, problem } = readBaseline(text);
    assert.equal(findings.size, 0);
    assert.match(problem ?? '', /^The baseline .*\.$/);
  }
  assert.equal(readBaseline('\uFEFF{"version": 1, "findings": {}}').problem, undefined);
});
