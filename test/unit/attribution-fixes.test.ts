// The quick fixes of the rules about attributions and quotations: each applies cleanly, and its finding is gone from the draft that it leaves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDraft } from '../../server/src/draft/build.ts';
import { resolveConfig } from '../../server/src/engine/config.ts';
import { readConfigFile } from '../../server/src/engine/config-file.ts';
import { checkDraft } from '../../server/src/engine/engine.ts';
import { fixesFor } from '../../server/src/engine/fixes.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext, type RegistryDocument } from '../../server/src/model/context.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Finding, Fix } from '../../server/src/rules/rule.ts';
import { applyFix } from '../rules/rule-tester.ts';

const DOCUMENT = 'file:///draft.md';
const OURS = /^(?:attribution|quotes|fairness)\//;
const CONFIG = resolveConfig([readConfigFile('rules:\n  fairness/no-reply: warning\n', 'file:///claimcheck.yaml')]);

async function check(text: string): Promise<{ findings: readonly Finding[]; fixes: (finding: Finding) => readonly Fix[] }> {
  const draft = buildDraft(text);
  const analysis = buildAnalysis(draft, { ...emptyContext(DOCUMENT), desk: [{ name: 'Ada Brandt', family: 'Brandt', also: [] }] });
  const registries: RegistryDocument[] = draft.frontMatter?.registry ? [{ document: DOCUMENT, text, registry: draft.frontMatter.registry, reach: 'draft' }] : [];
  const project = { drafts: [], registries };
  const outcome = await checkDraft({ analysis, project, config: CONFIG });
  assert.ok(outcome !== 'cancelled');
  return { findings: outcome.findings.filter(f => OURS.test(f.rule)), fixes: finding => fixesFor(finding, { analysis, project }, rules).filter(fix => !fix.title.startsWith('Disable')) };
}

const REGISTRY = `---
sources:
  minutes:
    type: report
    title: Minutes of the council
    publisher: Town of Lund
    issued: 2025-03-04
    excerpts:
      - text: The pier will stay closed until the inspection is done.
---
`;

const DRAFTS: readonly (readonly [rule: string, text: string])[] = [
  ['attribution/unattributed-quote', 'The ferry was late.\n\n“Nobody told us that the pier was closed.”\n\nThe harbour reopens in May.'],
  ['attribution/unattributed-quote', 'Ada Brandt, the mayor, said it was late.\n\nIt rained all day.\n\n"Will they ever tell us that it is closed?"\n\nThe harbour reopens in May.'],
  ['attribution/unattributed-quote', '‘It is late’, said Ada Brandt, the mayor. ‘Very late’, said Lars Moe, a docker.\n\nIt rained all day.\n\n‘Nobody told us that the pier was closed.’\n\nThe harbour reopens in May.'],
  ['attribution/unattributed-quote', 'The ferry was late.\n\n“We waited here for an hour.\n\n“It was cold and wet for all.”\n\nThe harbour reopens in May.'],
  ['attribution/unattributed-quote', 'The ferry was late.\n\n> “Nobody told us that the pier was closed!”\n\nThe harbour reopens in May.'],
  ['attribution/unattributed-quote', 'The ferry was late.\n\n«Nobody told us that the pier was closed.»\n\nThe harbour reopens in May.'],
  ['attribution/vague', 'Experts say the dam could fail.'],
  ['attribution/vague', 'The dam could fail, according to sources.'],
  ['attribution/vague', 'It was reported that the dam leaks, and the road is shut.'],
  ['attribution/vague', 'The dam is widely believed to leak.'],
  ['attribution/anonymous', 'A senior official said the bridge would close.'],
  ['attribution/anonymous', 'The bridge will close, according to people familiar with the plan.'],
  ['attribution/anonymous', '“The bridge will close,” said a senior official.'],
  ['attribution/anonymous', 'Two former employees said the bridge would close.'],
  ['attribution/second-reference', 'The board met. Brandt, who chairs it, was tired.'],
  ['attribution/second-reference', 'Mr. Brandt said it was late.'],
  ['attribution/inconsistent-name', 'Marta Lindqvist, the mayor, left.\n\nThen Marta Lindkvist slept. Marta Lindkvist woke, and Lindkvist ate.'],
  ['attribution/inconsistent-name', 'Ada Byrne, the coach, left. Ada Byrne slept.\n\n“It is late,” Bryne said. “Very late,” Bryne added.'],
  ['attribution/inconsistent-name', 'Judge Ada Brandt left. Judge Ada Brandt slept.\n\nLater Justice Ada Brandt woke.'],
  ['attribution/inconsistent-name', 'The Union of Dock and Harbour Workers met.\n\nThe Union of Dock and Harbor Workers did not.'],
  ['quotes/unbalanced', '“The pier is closed, Moe said on Tuesday. It may stay so.'],
  ['quotes/unbalanced', 'Lars Moe said: "The pier is closed.'],
  ['quotes/unbalanced', 'She said ‘we will not go and left.'],
  ['quotes/unbalanced', '«The pier is closed, said Lars Moe.'],
  ['quotes/inconsistent', '“We shall keep the old ferry running all winter,” Lars Moe said.\n\nIt rained.\n\n“We will keep the old ferry running all winter,” Lars Moe told the council.'],
  ['quotes/mismatch', `${REGISTRY}“The pier will stay closed until the repair is done,” the minutes say [@minutes].`],
  ['quotes/mismatch', `${REGISTRY}“The boats shall all be burnt by Friday,” the minutes say [@minutes].`],
  ['fairness/no-reply', 'Ida Ohm accused Lars Moe of theft.'],
  ['fairness/no-reply', 'Ida Ohm accused Lars Moe of theft. It rained all day.\n\nThe road is shut.'],
];

const title = (rule: string, text: string) => `${rule}: ${text.replace(REGISTRY, '').replace(/\s+/g, ' ').slice(0, 70)}`;

for (const [rule, text] of DRAFTS) {
  test(title(rule, text), async () => {
    const { findings, fixes } = await check(text);
    const ours = findings.filter(f => f.rule === rule);
    assert.ok(ours.length > 0, 'the rule reports it');
    let tried = 0;
    for (const finding of ours) {
      for (const fix of fixes(finding)) {
        tried++;
        const after = applyFix(text, fix, DOCUMENT);
        assert.notEqual(after, text, fix.title);
        const left = (await check(after)).findings.filter(f => f.rule === rule);
        assert.deepEqual(left.map(f => `${after.slice(f.start, f.end)} -- ${f.message}`), [], `${fix.title}\n${after}`);
        assert.doesNotMatch(after.replace(REGISTRY, ''), / ,|,,|,\.|\.\.(?!\.)| {2}/, `${fix.title}\n${after}`);
      }
    }
    assert.ok(tried > 0, 'there is a fix');
  });
}
