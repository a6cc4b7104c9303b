// Drafts with sources that were valid and then damaged: the rules sources/* never throw, and every report and edit lies in its text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildDraft } from '../../server/src/draft/build.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext, type Context, type Project, type RegistryDocument } from '../../server/src/model/context.ts';
import { summarize } from '../../server/src/model/summary.ts';
import { parseRegistry } from '../../server/src/registry/parse.ts';
import { rules } from '../../server/src/rules/index.ts';

const DRAFT = `---
title: Quays
sources:
  board:
    type: webpage
    title: Notice
    url: https://example.org/a
  clerk: {title: "U", url: "https://example.org/a/"}
---
It closed [@board, p. 3; see @clerk].[^n] It opened [@nobody]. <!-- claim source="board clerk minutes" -->

[^n]: @clerk, p. 2; @bord
`;
const FILE = 'minutes:\n  type: interview\n  author: A\nclerk2:\n  title: V\n  url: http://example.org/a#x\n';
const CHUNKS = ['\n', '\r\n', '\t', '  ', ':', '"', "'", '{', '}', '[', ']', '[@', '[^', ';', '@', '-->', '<!-- claim source=', '---\n', '😀', '\uD800', '\uFEFF', 'sources:\n', 'x: 1\n'];
const steps = fc.array(fc.record({ at: fc.nat(2000), remove: fc.nat(15), insert: fc.constantFrom('', ...CHUNKS) }), { maxLength: 5 });
const sourceRules = rules.filter(rule => rule.id.startsWith('sources/'));

function damaged(text: string, changes: readonly { at: number; remove: number; insert: string }[]): string {
  return changes.reduce((t, { at, remove, insert }) => t.slice(0, at % (t.length + 1)) + insert + t.slice((at % (t.length + 1)) + remove), text);
}

test('rules sources/* on damaged drafts and registries', { timeout: 120_000 }, () => {
  assert.ok(sourceRules.length >= 5);
  fc.assert(fc.property(steps, steps, (inDraft, inFile) => {
    const text = damaged(DRAFT, inDraft);
    const fileText = damaged(FILE, inFile);
    const file: RegistryDocument = { document: 'file:///sources.yaml', text: fileText, registry: parseRegistry(fileText, 'yaml'), reach: 'draft' };
    const context: Context = { ...emptyContext('file:///draft.md'), registries: [file] };
    const analysis = buildAnalysis(buildDraft(text), context);
    const own = analysis.draft.frontMatter?.registry;
    const project: Project = { drafts: [summarize(analysis)], registries: [file, ...(own ? [{ document: context.document, text, registry: own, reach: 'draft' as const }] : [])] };
    const lengths = new Map([[context.document, text.length], [file.document, fileText.length]]);
    for (const rule of sourceRules) {
      for (const report of [...(rule.check?.(analysis, {}) ?? []), ...(rule.checkProject?.(project, {}) ?? [])]) {
        const document = report.document ?? context.document;
        assert.ok(0 <= report.start && report.start <= report.end && report.end <= lengths.get(document)!, JSON.stringify({ text, report }));
        const fixes = rule.fixes?.({ ...report, document, rule: rule.id, severity: 'error', related: [] }, { analysis, project }) ?? [];
        for (const { edits } of fixes) {
          for (const [i, edit] of edits.entries()) {
            assert.ok(0 <= edit.start && edit.start <= edit.end && edit.end <= lengths.get(edit.document)!, JSON.stringify({ text, report, edit }));
            for (const other of edits.slice(i + 1)) assert.ok(other.document !== edit.document || other.start >= edit.end || edit.start >= other.end, JSON.stringify({ text, edits }));
          }
        }
      }
    }
  }), { numRuns: 400 });
});
