// Runs one rule on marked drafts: `⟦…⟧` marks a span that must be reported, and the marks are taken out before the draft is read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { buildDraft } from '../../server/src/draft/build.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext, type Context, type Project } from '../../server/src/model/context.ts';
import { summarize } from '../../server/src/model/summary.ts';
import type { Fix, Rule, Severity } from '../../server/src/rules/rule.ts';
import type { Span } from '../../server/src/span.ts';

export interface ValidCase {
  readonly name?: string;
  readonly text: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly context?: Partial<Context>;
}

export interface InvalidCase extends ValidCase {
  /** One for each mark, in order. */
  readonly messages?: readonly (string | RegExp)[];
  readonly severities?: readonly (Severity | undefined)[];
  /** The quick fixes of the first finding: title, and the draft after it was applied (marks as `text` without them). */
  readonly fixes?: readonly { readonly title: string | RegExp; readonly output?: string }[];
}

/** A text with its marks taken out, and where they stood. Marks do not nest. */
export function unmark(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let text = '';
  for (const part of marked.split(/(⟦[^⟧]*⟧)/)) {
    if (part.startsWith('⟦')) {
      spans.push({ start: text.length, end: text.length + part.length - 2 });
      text += part.slice(1, -1);
    } else text += part;
  }
  return { text, spans };
}

const DOCUMENT = 'file:///draft.md';

/** Declares the tests of a rule. Cases are texts or objects; no two may be the same. */
export function testRule(rule: Rule, cases: { valid: readonly (string | ValidCase)[]; invalid: readonly (string | InvalidCase)[] }): void {
  const seen = new Set<string>();
  const once = (c: ValidCase) => {
    const key = JSON.stringify([c.text, c.options, c.context], (_, value: unknown) => (value instanceof Map ? [...value] : value));
    assert.ok(!seen.has(key), `the same case twice: ${c.text}`);
    seen.add(key);
  };
  for (const item of cases.valid) {
    const c = typeof item === 'string' ? { text: item } : item;
    once(c);
    test(`${rule.id} is silent: ${c.name ?? firstLine(c.text)}`, () => {
      assert.ok(!c.text.includes('⟦'), 'a valid case has no marks');
      const { reports, text } = run(rule, c, c.text);
      assert.deepEqual(reports.map(r => `${text.slice(r.start, r.end)} -- ${r.message}`), []);
    });
  }
  for (const item of cases.invalid) {
    const c: InvalidCase = typeof item === 'string' ? { text: item } : item;
    once(c);
    test(`${rule.id} reports: ${c.name ?? firstLine(c.text)}`, () => {
      const { text, spans } = unmark(c.text);
      assert.ok(spans.length > 0, 'an invalid case has a mark');
      const { reports, fixContext } = run(rule, c, text);
      const inOrder = reports.toSorted((a, b) => a.start - b.start || a.end - b.end);
      assert.deepEqual(inOrder.map(r => text.slice(r.start, r.end)), spans.map(s => text.slice(s.start, s.end)));
      assert.deepEqual(inOrder.map(r => ({ start: r.start, end: r.end })), spans);
      for (const r of inOrder) assert.match(r.message, /^[^\s].*[.?]$/s, 'a message is a whole sentence');
      c.messages?.forEach((m, i) => (typeof m === 'string' ? assert.equal(inOrder[i]?.message, m) : assert.match(inOrder[i]?.message ?? '', m)));
      if (c.severities) assert.deepEqual(inOrder.map(r => r.severity), c.severities);
      if (c.fixes) {
        const first = inOrder[0]!;
        const severity = first.severity ?? (rule.severity === 'off' ? 'warning' : rule.severity);
        const fixes = rule.fixes?.({ ...first, document: first.document ?? DOCUMENT, rule: rule.id, severity, related: first.related ?? [] }, fixContext) ?? [];
        assert.deepEqual(fixes.map(f => f.title).length, c.fixes.length, fixes.map(f => f.title).join(' | '));
        c.fixes.forEach((expected, i) => {
          const fix = fixes[i]!;
          if (typeof expected.title === 'string') assert.equal(fix.title, expected.title);
          else assert.match(fix.title, expected.title);
          if (expected.output !== undefined) assert.equal(applyFix(text, fix), expected.output);
        });
      }
    });
  }
}

/** The draft after a fix; the fix's edits must lie in the text, be in the draft and not overlap. */
export function applyFix(text: string, fix: Fix, document = DOCUMENT): string {
  const edits = fix.edits.filter(e => e.document === document).toSorted((a, b) => a.start - b.start || a.end - b.end);
  let out = '';
  let at = 0;
  for (const edit of edits) {
    assert.ok(at <= edit.start && edit.start <= edit.end && edit.end <= text.length, `edits overlap or lie outside: ${JSON.stringify(edits)}`);
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

function run(rule: Rule, c: ValidCase, text: string) {
  const context: Context = { ...emptyContext(DOCUMENT), ...c.context };
  const analysis = buildAnalysis(buildDraft(text), context);
  const project: Project = { drafts: [summarize(analysis), ...context.others], registries: context.registries, checkResults: context.checkResults };
  const frontMatter = analysis.draft.frontMatter?.registry;
  const own = frontMatter ? [{ document: DOCUMENT, text, registry: frontMatter, reach: 'draft' as const }] : [];
  const whole: Project = { ...project, registries: [...own, ...project.registries] };
  const options = rule.options ? v.parse(rule.options, c.options ?? {}) : {};
  const reports = [...(rule.check?.(analysis, options) ?? []), ...(rule.checkProject?.(whole, options) ?? [])];
  for (const r of reports) assert.ok(0 <= r.start && r.start <= r.end, `span of "${r.message}"`);
  return { reports: reports.filter(r => (r.document ?? DOCUMENT) === DOCUMENT), fixContext: { analysis, project: whole }, text };
}

function firstLine(text: string): string {
  const line = text.replace(/^---\n[\s\S]*?\n---\n/, '').trim().split('\n')[0] ?? '';
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
