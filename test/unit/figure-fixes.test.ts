// Quick fixes of the figures and dates rules in the engine's flow: each is one edit of the draft that applies cleanly and leaves nothing to report at its place.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildDraft } from '../../server/src/draft/build.ts';
import { resolveConfig } from '../../server/src/engine/config.ts';
import { checkDraft, type Outcome } from '../../server/src/engine/engine.ts';
import { fixesFor } from '../../server/src/engine/fixes.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext } from '../../server/src/model/context.ts';
import { rules } from '../../server/src/rules/index.ts';
import { applyFix } from '../rules/rule-tester.ts';

const DOCUMENT = 'file:///draft.md';
const OWN = rules.filter(rule => /^(?:figures\/(?:arithmetic|percent-points)|dates\/)/.test(rule.id));

async function check(text: string) {
  const analysis = buildAnalysis(buildDraft(text), emptyContext(DOCUMENT, '2024-05-15'));
  const context = { analysis, project: { drafts: [], registries: [] } };
  const outcome = await checkDraft({ ...context, config: resolveConfig([], OWN) }, { rules: OWN }) as Exclude<Outcome, 'cancelled'>;
  return outcome.findings.map(finding => ({ finding, fixes: fixesFor(finding, context, OWN).filter(fix => !fix.title.startsWith('Disable')) }));
}

/** Every fix of every finding, applied alone; none may leave a finding of its rule. Returns how many there were. */
async function applyEach(text: string): Promise<number> {
  const findings = await check(text);
  let count = 0;
  for (const { finding, fixes } of findings) {
    assert.ok(fixes.length > 0, `no fix for ${finding.message}`);
    for (const fix of fixes) {
      const output = applyFix(text, fix);
      const left = (await check(output)).filter(one => one.finding.rule === finding.rule);
      assert.deepEqual(left.map(one => one.finding.message), [], `${fix.title}:\n${text}\n${output}`);
      count++;
    }
  }
  return count;
}

const n = fc.integer({ min: 3, max: 9999 });
const spell = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const FORMS: readonly ((a: number, b: number, c: number) => string)[] = [
  (a, b, c) => `Stock rose from ${spell(a)} boxes to ${spell(a + b)} boxes, an increase of ${c % 300} percent.`,
  (a, b, c) => `Stock rose by ${spell(c)} to ${spell(a + b)} from ${spell(a)}.`,
  (a, b, c) => `Stock is ${spell(a + b)} boxes, **${c % 300} per cent** more than the ${spell(a)} of May.`,
  (a, b, c) => `Of the members, ${spell(a)} of the ${spell(a + b)}, or ${c % 100}%, came.`,
  (a, b, c) => `There were ${spell(a)} in Oslo, ${spell(b)} in Moss and 12 in Bergen, ${spell(c)} in all.`,
  (a, b, c) => `There were ${spell(a + b)} cases. Of these, ${spell(a)} were heard and the remaining ${spell(c)} dropped.`,
  (a, b, c) => `It paid $${spell(a * 1000)} to ${spell(b)} owners, or $${spell(c)} each.`,
  (a, b, c) => `Sales of $${a}.4m in May and $${b}.3m in June, for a total of $${c}.1m, were good.`,
  (a, _, c) => `He led it from ${1900 + (a % 60)} to ${1961 + (a % 40)}, ${2 + (c % 90)} years.`,
  (a, b) => `Its fleet doubled from ${spell(a)} ships to ${spell(a + b)}.`,
  (a, b, c) => `Its share rose from ${a % 50}% to ${(a % 50) + (b % 40) + 1}%, up ${c % 40}%.`,
  (a, _, c) => `She won ${['seven', 'eight', 'nine'][a % 3]} at home and 11 abroad, ${['twenty-one', 'sixteen', 'twelve'][c % 3]} in all.`,
  (a, _, c) => `The court sat on ${['Monday', 'Tues.', 'Friday', 'Sunday'][a % 4]}, ${['May', 'Sept.', 'November'][c % 3]} ${1 + (a % 28)}, ${2015 + (c % 9)}.`,
  (a, _, c) => `Ann Berg was arrested on March ${1 + (a % 28)}, 2024, the court said. She has been held since her arrest on March ${1 + (c % 28)}, 2024.`,
];

test('any fix of a figure or date applies and settles its finding', async () => {
  let applied = 0;
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: FORMS.length - 1 }), n, n, n, async (form, a, b, c) => {
    applied += await applyEach(FORMS[form]!(a, b, c));
  }), { numRuns: 600 });
  assert.ok(applied > 200, `only ${applied} fixes were offered`);
});
