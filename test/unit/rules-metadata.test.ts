// Every rule is listed, named well, tested and documented, and the examples of its page are true.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as v from 'valibot';
import { buildDraft } from '../../server/src/draft/build.ts';
import { resolveConfig } from '../../server/src/engine/config.ts';
import { optionSchemas, readConfigFile } from '../../server/src/engine/config-file.ts';
import { configSchema } from '../../server/src/engine/config-schema.ts';
import { checkDraft, type Outcome } from '../../server/src/engine/engine.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { addressKey } from '../../server/src/model/addresses.ts';
import { emptyContext, type CheckResult, type CheckResults, type Passage, type Project } from '../../server/src/model/context.ts';
import { summarize } from '../../server/src/model/summary.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const HEADINGS = ['What it checks', 'Why it matters', 'Examples', 'Options', 'Fix', 'Known limits'];
/** A rule names the thing objected to, so that "allow <id>" reads well; these words name a remedy or say nothing. */
const REMEDIES = /\b(?:disallow|forbid|forbidden|require|required|enforce|prefer|use|ensure|must|should|avoid|ban|check|rule|lint|bad|wrong)\b/;

test('every rule file is in the list, under the id that its path says', async () => {
  const folder = path.join(ROOT, 'server/src/rules');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(e => e.isFile() && e.name.endsWith('.ts')).map(e => path.relative(folder, path.join(e.parentPath, e.name)).replaceAll(path.sep, '/'));
  for (const file of files.filter(name => name.includes('/'))) {
    const module = await import(path.join(folder, file)) as Record<string, unknown>;
    for (const rule of Object.values(module).filter(isRule)) {
      assert.equal(`${rule.id}.ts`, file, `${file} holds the rule ${rule.id}`);
      assert.ok(rules.includes(rule), `${rule.id} is missing in rules/index.ts`);
    }
  }
  for (const rule of rules) assert.ok(files.includes(`${rule.id}.ts`), `${rule.id} has no file of its name`);
  assert.equal(new Set(rules.map(rule => rule.id)).size, rules.length, 'an id stands for one rule');
});

test('the rules of a group stand together in the list', () => {
  const groups = rules.map(rule => rule.id.split('/')[0]!).filter((group, i, all) => group !== all[i - 1]);
  assert.equal(new Set(groups).size, groups.length, groups.join(', '));
});

for (const rule of rules) {
  test(`${rule.id}: id, summary and checks`, () => {
    assert.match(rule.id, /^[a-z]+\/[a-z]+(?:-[a-z]+)*$/);
    assert.doesNotMatch(rule.id.replaceAll('-', ' ').replace('/', ' '), REMEDIES);
    assert.match(rule.summary, /^[A-Z“][^\n]*\.$/);
    if (rule.scope === 'project') assert.ok(rule.checkProject !== undefined);
    else assert.ok(rule.check !== undefined);
  });

  test(`${rule.id}: options have defaults and descriptions, and no others are taken`, () => {
    if (rule.options === undefined) return;
    assert.ok(v.safeParse(rule.options, {}).success, 'every option has a default');
    assert.ok(!v.safeParse(rule.options, { 'no-such-option': 1 }).success, 'the schema is strict');
    const settings = configSchema([rule]).properties!['rules']!.properties![rule.id]!.anyOf!.find(a => a.properties !== undefined)!.properties!;
    for (const name of Object.keys(optionSchemas(rule))) assert.ok(settings[name]!.description, `the option ${name} has a description`);
  });

  test(`${rule.id}: has a test and a page with the usual headings`, () => {
    // A long table is cut by subject: `arithmetic-sums.test.ts`.
    const [category, name] = rule.id.split('/') as [string, string];
    assert.ok(readdirSync(path.join(ROOT, 'test/rules', category)).some(file => file === `${name}.test.ts` || (file.startsWith(`${name}-`) && file.endsWith('.test.ts'))), 'a test');
    const page = readPage(rule);
    assert.ok(page.startsWith(`# ${rule.id}\n\n`), 'the id is the title');
    assert.equal(page.split('\n')[2]!.replaceAll('`', ''), rule.summary.replaceAll('`', ''), 'the summary is the first line');
    assert.deepEqual([...page.matchAll(/^## (.+)$/gm)].map(m => m[1]), HEADINGS);
    assert.deepEqual([...page.matchAll(/^### (.+)$/gm)].map(m => m[1]), ['Flagged', 'Fine']);
    assert.match(page, /<!-- generated:start -->[\s\S]*<!-- generated:end -->/);
    for (const option of Object.keys(optionSchemas(rule))) assert.ok(page.slice(page.indexOf('## Options')).includes(`\`${option}\``), `the option ${option} is explained`);
  });

  test(`${rule.id}: the examples of its page are true`, async () => {
    const page = readPage(rule);
    const flagged = examples(page, 'Flagged');
    const fine = examples(page, 'Fine');
    assert.ok(flagged.length > 0 && fine.length > 0, 'there are examples of both');
    for (const example of flagged) assert.ok((await findingsOf(rule, example)).length > 0, `not flagged:\n${example.text}`);
    for (const example of fine) assert.deepEqual((await findingsOf(rule, example)).map(f => f.message), [], `flagged:\n${example.text}`);
  });
}

test('schema, tables and catalogue follow from the rules as they are', () => {
  execFileSync(process.execPath, [path.join(ROOT, 'scripts/generate.mjs'), '--check'], { stdio: 'pipe' });
});

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'id' in value && 'summary' in value && 'scope' in value;
}

function readPage(rule: Rule): string {
  return readFileSync(path.join(ROOT, `docs/rules/${rule.id}.md`), 'utf8');
}

interface Example {
  readonly text: string;
  readonly checkResults: CheckResults;
  readonly passages: readonly Passage[];
}

/** The drafts in the fenced blocks under a heading of the third level, each with what a source check found, where a block of JSON after it says so: results, and with `source` and `text` the words that were read. */
function examples(page: string, heading: string): Example[] {
  const part = page.split(/^### /m).find(text => text.startsWith(`${heading}\n`))?.split(/^## /m)[0] ?? '';
  return [...part.matchAll(/^(`{3,})markdown\n([\s\S]*?)^\1$(?:\s*^[^`\n]*\n\s*^```json\n([\s\S]*?)^```$)?/gm)].map(match => {
    const found = JSON.parse(match[3] ?? '[]') as (CheckResult & { readonly key?: string; readonly source?: string; readonly text?: string })[];
    const passages = found.flatMap(({ source, text }) => (source === undefined || text === undefined ? [] : [{ source, text, whole: true }]));
    return { text: match[2]!, passages, checkResults: new Map(found.map(result => [result.key ?? addressKey(result.at), result])) };
  });
}

/** What the rule finds in a draft that is its own project, with everything else of the engine at its defaults; a rule that is off is turned on. */
async function findingsOf(rule: Rule, { text, checkResults, passages }: Example) {
  const document = 'file:///example.md';
  const analysis = buildAnalysis(buildDraft(text), { ...emptyContext(document), checkResults, passages });
  const registry = analysis.draft.frontMatter?.registry;
  const project: Project = { drafts: [summarize(analysis)], registries: registry === undefined ? [] : [{ document, text, registry, reach: 'draft' }], checkResults };
  const yaml = rule.severity === 'off' ? `rules: {${rule.id}: warning}` : '';
  const config = resolveConfig([readConfigFile(yaml, 'file:///claimcheck.yaml')]);
  const outcome = await checkDraft({ analysis, project, config }) as Outcome;
  assert.deepEqual(outcome.findings.filter(f => f.rule === 'internal/error').map(f => f.message), []);
  return outcome.findings.filter(f => f.rule === rule.id);
}
