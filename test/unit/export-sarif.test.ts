// Findings as SARIF 2.1.0: the parts that services and editors read, checked by hand against the standard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Log, Region, Result } from 'sarif';
import { toSarif } from '../../server/src/export/sarif.ts';
import type { ExportDocument } from '../../server/src/export/document.ts';
import { clean, conflict, draft, registry, RULES } from './export-documents.ts';

function log(documents: readonly ExportDocument[] = [draft, registry, clean]): Log {
  return JSON.parse(toSarif(documents, { version: '1.2.3', rules: RULES })) as Log;
}

function run(documents?: readonly ExportDocument[]) {
  return log(documents).runs[0]!;
}

test('the log is one run of a named tool, counted in UTF-16 units', () => {
  const { version, $schema, runs } = log();
  assert.equal(version, '2.1.0');
  assert.match(String($schema), /sarif-2\.1\.0\.json$/);
  assert.equal(runs.length, 1);
  assert.equal(runs[0]!.columnKind, 'utf16CodeUnits');
  assert.deepEqual(runs[0]!.newlineSequences, ['\r\n', '\n', '\r']);
  assert.equal(runs[0]!.tool.driver.name, 'claimcheck');
  assert.equal(runs[0]!.tool.driver.version, '1.2.3');
  assert.deepEqual(runs[0]!.invocations, [{ executionSuccessful: true }]);
});

test('every rule has help, a page and its default; ids are unique', () => {
  const rules = run().tool.driver.rules!;
  assert.equal(new Set(rules.map(r => r.id)).size, rules.length);
  for (const rule of rules) {
    assert.ok(rule.shortDescription!.text.length > 0 && rule.help!.text.length > 0 && rule.help!.markdown!.length > 0, rule.id);
    assert.match(rule.helpUri!, /^https:\/\/.+/);
    assert.match(rule.name!, /^[A-Z][A-Za-z]+$/);
  }
  const byId = new Map(rules.map(r => [r.id, r.defaultConfiguration]));
  assert.deepEqual(byId.get('figures/conflict'), { enabled: true, level: 'error' });
  assert.deepEqual(byId.get('sources/unused'), { enabled: true, level: 'note' });
  assert.deepEqual(byId.get('fairness/no-reply'), { enabled: false });
});

test('results: rule, level, own severity, place with an exclusive end', () => {
  const results = run().results!;
  const [first] = results;
  assert.equal(first!.ruleId, 'figures/conflict');
  assert.equal(run().tool.driver.rules![first!.ruleIndex!]!.id, 'figures/conflict');
  assert.equal(first!.level, 'error');
  assert.equal(first!.message.text, conflict.message);
  assert.deepEqual(first!.locations, [{ physicalLocation: { artifactLocation: { uri: 'stories/my%20draft.md' }, region: { startLine: 1, startColumn: 14, endLine: 1, endColumn: 22 } } }]);
  const hint = results.find(r => r.ruleId === 'sources/unused')!;
  assert.equal(hint.level, 'note');
  assert.deepEqual(hint.properties, { severity: 'hint' });
});

test('the other places are in relatedLocations, in other documents too', () => {
  const related = run().results![0]!.relatedLocations!;
  assert.deepEqual(related.map(l => [l.id, l.message!.text, l.physicalLocation!.artifactLocation!.uri, l.physicalLocation!.region!.startLine]), [[0, 'The other figure.', 'stories/my%20draft.md', 3], [1, 'Its source.', 'sources.yaml', 1]]);
});

test('fixes replace regions; a deletion has no inserted content', () => {
  const [fix] = run().results![0]!.fixes!;
  assert.equal(fix!.description!.text, 'Use 31');
  assert.deepEqual(fix!.artifactChanges.map(c => [c.artifactLocation.uri, c.replacements.length]), [['stories/my%20draft.md', 1], ['sources.yaml', 1]]);
  assert.deepEqual(fix!.artifactChanges[0]!.replacements[0], { deletedRegion: { startLine: 1, startColumn: 14, endLine: 1, endColumn: 16 }, insertedContent: { text: '31' } });
  assert.deepEqual(fix!.artifactChanges[1]!.replacements[0]!.deletedRegion, { startLine: 1, startColumn: 10, endLine: 1, endColumn: 10 });
});

test('a fix that edits a document whose text is unknown is left out', () => {
  assert.equal(run([draft]).results![0]!.fixes, undefined);
});

test('silenced findings carry what silenced them, the others an empty list: all results have suppressions or none', () => {
  const results = run().results!;
  assert.deepEqual(results.map(r => r.suppressions!.map(s => s.kind)).toSorted(), [[], [], [], ['external'], ['inSource']]);
});

test('fingerprints: the same for the same sentence on another line, distinct for two findings on one', () => {
  const prints = (document: ExportDocument) => run([document]).results!.map(r => r.partialFingerprints!['claimcheck/v1']!);
  const before = prints(draft);
  assert.equal(new Set(before).size, before.length);
  const by = 'New first line.\n'.length;
  const move = <F extends { start: number; end: number }>(f: F): F => ({ ...f, start: f.start + by, end: f.end + by });
  const moved: ExportDocument = { ...draft, text: `New first line.\n${draft.text}`, findings: draft.findings.map(move), silenced: draft.silenced.map(move) };
  assert.deepEqual(prints(moved), before);
});

test('paths: relative ones stay so and are encoded, others are given by their address', () => {
  const uriOf = (path: string, uri: string) => run([{ ...clean, path, uri, findings: [{ ...conflict, document: uri, related: [] }], text: draft.text }]).results![0]!.locations![0]!.physicalLocation!.artifactLocation!.uri;
  assert.equal(uriOf('a b/ü#?.md', 'file:///x/a'), 'a%20b/%C3%BC%23%3F.md');
  assert.equal(uriOf('/tmp/a.md', 'file:///tmp/a.md'), 'file:///tmp/a.md');
  assert.equal(uriOf('../a.md', 'file:///up/a.md'), 'file:///up/a.md');
  assert.equal(uriOf('C:/a.md', 'file:///c%3A/a.md'), 'file:///c%3A/a.md');
  assert.equal(uriOf('-', 'untitled:stdin'), 'stdin');
});

test('every region counts from 1 and does not run backwards', () => {
  const regions: Region[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('startLine' in value) regions.push(value as Region);
    Object.values(value).forEach(collect);
  };
  collect(log());
  assert.ok(regions.length > 6);
  for (const { startLine, startColumn, endLine, endColumn } of regions) {
    assert.ok(startLine! >= 1 && startColumn! >= 1 && endLine! >= startLine! && endColumn! >= 1);
    assert.ok(endLine! > startLine! || endColumn! >= startColumn!);
  }
});

test('a result has only properties that the standard knows', () => {
  const known = new Set<keyof Result>(['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'relatedLocations', 'fixes', 'partialFingerprints', 'suppressions', 'properties']);
  for (const result of run().results!) for (const key of Object.keys(result)) assert.ok(known.has(key as keyof Result), key);
});

test('a check that could not do its work says so', () => {
  const written = JSON.parse(toSarif([], { version: '1', rules: RULES, successful: false })) as Log;
  assert.deepEqual(written.runs[0]!.invocations, [{ executionSuccessful: false }]);
  assert.deepEqual(written.runs[0]!.results, []);
});
