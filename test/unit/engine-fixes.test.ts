// Quick fixes that every finding has, and those of the engine's own findings.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildDraft } from '../../server/src/draft/build.ts';
import { resolveConfig } from '../../server/src/engine/config.ts';
import { readConfigFile } from '../../server/src/engine/config-file.ts';
import { checkConfig, checkDraft, type Outcome } from '../../server/src/engine/engine.ts';
import { configFixesFor, fixesFor, turnOffFix } from '../../server/src/engine/fixes.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext } from '../../server/src/model/context.ts';
import type { Finding, Fix, Rule } from '../../server/src/rules/rule.ts';
import { applyFix } from '../rules/rule-tester.ts';
import { wordRule } from './stub-rules.ts';

const DOCUMENT = 'file:///draft.md';
const RULES: readonly Rule[] = [wordRule('words/red', 'apple'), wordRule('words/green', 'pear'), { id: 'draft/annotation', summary: '', severity: 'error', scope: 'draft', when: 'keystroke' }];

async function check(text: string): Promise<{ outcome: Outcome; fixes: (finding: Finding) => readonly Fix[] }> {
  const analysis = buildAnalysis(buildDraft(text), emptyContext(DOCUMENT));
  const project = { drafts: [], registries: [] };
  const outcome = await checkDraft({ analysis, project, config: resolveConfig([], RULES) }, { rules: RULES });
  return { outcome: outcome as Outcome, fixes: finding => fixesFor(finding, { analysis, project }, RULES) };
}

/** The draft after the first finding was disabled for its line; undefined where that is not offered. */
async function disabled(text: string): Promise<string | undefined> {
  const { outcome, fixes } = await check(text);
  const fix = fixes(outcome.findings[0]!).find(candidate => candidate.title.startsWith('Disable'));
  return fix === undefined ? undefined : applyFix(text, fix, DOCUMENT);
}

const LINE = '<!-- claimcheck-disable-line words/red -->';
const NEXT = '<!-- claimcheck-disable-next-line words/red -->';

const CASES: readonly (readonly [string, string, string])[] = [
  ['the first line of a paragraph', 'An apple.\n', `${NEXT}\nAn apple.\n`],
  ['the first line of a paragraph, indented', 'Text.\n\n  An apple.\n', `Text.\n\n  ${NEXT}\n  An apple.\n`],
  ['a later line of a paragraph', 'One line\nwith an apple\nand more.\n', `One line\nwith an apple ${LINE}\nand more.\n`],
  ['a block quote', '> An apple.\n', `> ${NEXT}\n> An apple.\n`],
  ['a quote in a quote', '> > An apple.\n', `> > ${NEXT}\n> > An apple.\n`],
  ['a heading', '# An apple\n', `# An apple ${LINE}\n`],
  ['a heading that closes', '## An apple ##\n', `## An apple ${LINE} ##\n`],
  ['a list item', '- An apple\n- A pear\n', `- An apple ${LINE}\n- A pear\n`],
  ['a second paragraph of a list item', '- One\n\n  An apple.\n', `- One\n\n  An apple. ${LINE}\n`],
  ['a table cell', '| a | b |\n| - | - |\n| apple | x |\n', `| a | b |\n| - | - |\n| apple ${LINE} | x |\n`],
  ['the head of a table', '| apple | b |\n| - | - |\n', `| apple ${LINE} | b |\n| - | - |\n`],
  ['a footnote', 'Text.[^a]\n\n[^a]: An apple.\n', `Text.[^a]\n\n[^a]: An apple. ${LINE}\n`],
  ['a hard break of two blanks', 'One\nan apple  \nmore.\n', `One\nan apple ${LINE}  \nmore.\n`],
  ['a hard break with a backslash', 'One\nan apple\\\nmore.\n', `One\nan apple ${LINE}\\\nmore.\n`],
  ['CRLF', 'Text.\r\n\r\nAn apple.\r\n', `Text.\r\n\r\n${NEXT}\r\nAn apple.\r\n`],
  ['a lone CR', 'Text.\r\rAn apple.\r', `Text.\r\r${NEXT}\rAn apple.\r`],
  ['the end of the text', 'An apple.', `${NEXT}\nAn apple.`],
  ['after a byte-order mark', '\uFEFFAn apple.\n', `\uFEFF${NEXT}\nAn apple.\n`],
];

for (const [name, before, after] of CASES) {
  test(`disable for this line: ${name}`, async () => {
    assert.equal(await disabled(before), after);
    const again = await check(after);
    assert.deepEqual(again.outcome.findings.filter(f => f.rule === 'words/red' || f.rule === 'draft/annotation').map(f => f.message), []);
  });
}

test('no comment is put into front matter or code', async () => {
  for (const text of ['---\ntitle: An apple\n---\n\nText.\n', '```\napple\n```\n', '    apple\n', 'One `code\napple\ncode` more.\n', '<div>\napple\n</div>\n']) assert.equal(await disabled(text), undefined, text);
});

test('disabling silences the finding and leaves the prose as it was', { timeout: 60_000 }, async () => {
  const piece = fc.constantFrom('An apple', ' is red. ', 'apple', '\n', '\n\n', '> ', '- ', '  ', '# ', '| ', ' |', '\n| - | - |\n', '`', '[^a]', '\n\n[^a]: ', '**', '\\', '[x](http://a.b)', '<!-- note -->', '<!-- claim source=a -->', '1. ', '\t', '😀');
  await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async pieces => {
    const text = pieces.join('');
    const { outcome, fixes } = await check(text);
    for (const finding of outcome.findings.filter(f => f.rule === 'words/red')) {
      const fix = fixes(finding).find(candidate => candidate.title.startsWith('Disable'));
      if (fix === undefined) continue;
      const after = applyFix(text, fix, DOCUMENT);
      const line = (draft: string) => buildDraft(draft).leaves.map(leaf => leaf.content.prose);
      assert.deepEqual(line(after), line(text), JSON.stringify([text, after]));
      const again = (await check(after)).outcome;
      assert.ok(again.silenced.length > 0, JSON.stringify([text, after]));
    }
  }), { numRuns: 300 });
});

test('the fixes of a rule come first, and a rule whose fixes fail has none', async () => {
  const analysis = buildAnalysis(buildDraft('An apple.\n'), emptyContext(DOCUMENT));
  const context = { analysis, project: { drafts: [], registries: [] } };
  const finding: Finding = { document: DOCUMENT, start: 3, end: 8, rule: 'words/red', severity: 'warning', message: 'M.', related: [] };
  const own: Fix = { title: 'Eat it', safe: false, edits: [] };
  assert.deepEqual(fixesFor(finding, context, [{ ...RULES[0]!, fixes: () => [own] }]).map(f => f.title), ['Eat it', 'Disable words/red for this line']);
  assert.deepEqual(fixesFor(finding, context, [{ ...RULES[0]!, fixes: () => { throw new Error('no'); } }]).map(f => f.title), ['Disable words/red for this line']);
});

test('a finding in a registry cannot be disabled by a comment', () => {
  const analysis = buildAnalysis(buildDraft('An apple.\n'), emptyContext(DOCUMENT));
  const finding: Finding = { document: 'file:///sources.yaml', start: 0, end: 3, rule: 'words/red', severity: 'hint', message: 'M.', related: [] };
  assert.deepEqual(fixesFor(finding, { analysis, project: { drafts: [], registries: [] } }, RULES), []);
});

test('a useless control comment can be removed, with its line where it stands alone', async () => {
  const removed = async (text: string) => {
    const { outcome, fixes } = await check(text);
    const [fix] = fixes(outcome.findings[0]!);
    assert.equal(fix?.title, 'Remove this comment');
    return applyFix(text, fix!, DOCUMENT);
  };
  assert.equal(await removed('Plain. <!-- claimcheck-disable-line words -->\nMore.\n'), 'Plain.\nMore.\n');
  assert.equal(await removed('One.\n\n<!-- claimcheck-disable-next-line words -->\nTwo.\n'), 'One.\n\nTwo.\n');
});

test('an unknown rule in a control comment can be put right', async () => {
  const text = 'An apple. <!-- claimcheck-disable-line words/rde -->\n';
  const { outcome, fixes } = await check(text);
  const [fix] = fixes(outcome.findings.find(f => f.rule === 'draft/annotation')!);
  assert.equal(fix?.title, 'Change to “words/red”');
  assert.equal(applyFix(text, fix!, DOCUMENT), text.replace('words/rde', 'words/red'));
});

test('a slip in claimcheck.yaml can be put right', () => {
  const text = 'rules: {words/rde: off}\n';
  const [finding] = checkConfig(readConfigFile(text, 'file:///claimcheck.yaml', RULES));
  const [fix] = configFixesFor(finding!);
  assert.equal(applyFix(text, fix!, 'file:///claimcheck.yaml'), 'rules: {words/red: off}\n');
});

test('a rule can be turned off in claimcheck.yaml, a new one where there is none; what is no rule cannot', () => {
  const finding: Finding = { document: DOCUMENT, start: 0, end: 1, rule: 'words/red', severity: 'warning', message: 'M.', related: [] };
  const uri = 'file:///claimcheck.yaml';
  assert.deepEqual(turnOffFix(finding, { uri, text: undefined }), { title: 'Turn off words/red in claimcheck.yaml', safe: false, edits: [{ document: uri, start: 0, end: 0, text: 'rules:\n  words/red: off\n' }] });
  assert.equal(applyFix('gate: []\n', turnOffFix(finding, { uri, text: 'gate: []\n' })!, uri), 'gate: []\nrules:\n  words/red: off\n');
  assert.equal(turnOffFix(finding, { uri, text: 'rules: [' }), undefined);
  assert.equal(turnOffFix({ ...finding, rule: 'internal/error' }, { uri, text: '' }), undefined);
});
