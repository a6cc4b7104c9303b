// Running the rules: severities, gate, control comments, precedence, order, failures, cancellation.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildDraft } from '../../server/src/draft/build.ts';
import { resolveConfig, type Config } from '../../server/src/engine/config.ts';
import { readConfigFile } from '../../server/src/engine/config-file.ts';
import { checkConfig, checkDocument, checkDraft, type Outcome, type Run } from '../../server/src/engine/engine.ts';
import { fixesFor } from '../../server/src/engine/fixes.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext, type Project } from '../../server/src/model/context.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { wordRule } from './stub-rules.ts';

const DOCUMENT = 'file:///desk/draft.md';
const NO_PROJECT: Project = { drafts: [], registries: [] };
const ANNOTATION: Rule = { id: 'draft/annotation', summary: '', severity: 'error', scope: 'draft', when: 'keystroke' };
const RULES: readonly Rule[] = [wordRule('words/red', 'apple'), wordRule('words/green', 'pear'), wordRule('trees/tall', 'oak', { severity: 'hint' }), wordRule('draft/tk', 'TK'), ANNOTATION];

function configured(yaml: string, rules = RULES): Config {
  const file = readConfigFile(yaml, 'file:///desk/claimcheck.yaml', rules);
  assert.deepEqual(file.problems, []);
  return resolveConfig([file], rules);
}

async function check(text: string, more: { rules?: readonly Rule[]; yaml?: string; gate?: boolean; project?: Project; run?: Run } = {}): Promise<Outcome> {
  const rules = more.rules ?? RULES;
  const analysis = buildAnalysis(buildDraft(text), emptyContext(DOCUMENT));
  const outcome = await checkDraft({ analysis, project: more.project ?? NO_PROJECT, config: configured(more.yaml ?? '', rules), ...(more.gate === undefined ? {} : { gate: more.gate }) }, { rules, ...more.run });
  assert.notEqual(outcome, 'cancelled');
  return outcome as Outcome;
}

const said = (outcome: Outcome) => outcome.findings.map(f => `${f.rule} ${f.severity} ${f.start}`);
const words = (outcome: Outcome, text: string) => outcome.findings.map(f => `${f.rule} ${text.slice(f.start, f.end)}`);

test('findings come in the order of the text, then of the catalogue', async () => {
  const twins = [wordRule('b/two', 'same'), wordRule('a/one', 'same'), wordRule('c/long', 'same thing')];
  assert.deepEqual(said(await check('An oak, a pear and an apple.')), ['trees/tall hint 3', 'words/green warning 10', 'words/red warning 22']);
  assert.deepEqual(said(await check('The same thing.', { rules: twins })), ['b/two warning 4', 'a/one warning 4', 'c/long warning 4']);
});

test('the same report twice is one finding; another message at the same place is another', async () => {
  const twice: Rule = { ...wordRule('a/twice', 'x'), check: () => [{ start: 0, end: 1, message: 'One.' }, { start: 0, end: 1, message: 'One.' }, { start: 0, end: 1, message: 'Two.' }] };
  assert.deepEqual((await check('x', { rules: [twice] })).findings.map(f => f.message), ['One.', 'Two.']);
});

test('severities: the configured one is the highest that a rule may reach, its own judgement may be lower', async () => {
  const graded = [wordRule('g/high', 'apple', { severity: 'error', report: { severity: 'error' } }), wordRule('g/low', 'pear', { severity: 'error', report: { severity: 'information' } }), wordRule('g/none', 'oak', { severity: 'error' })];
  const text = 'An apple, a pear, an oak.';
  const levels = async (yaml: string) => (await check(text, { rules: graded, yaml })).findings.map(f => f.severity);
  assert.deepEqual(await levels(''), ['error', 'information', 'error']);
  assert.deepEqual(await levels('rules: {g: warning}'), ['warning', 'information', 'warning']);
  assert.deepEqual(await levels('rules: {g: hint}'), ['hint', 'hint', 'hint']);
  assert.deepEqual(await levels('rules: {g: off}'), []);
});

test('raising a rule raises what it judges as grave as it ever does', async () => {
  const rule = [wordRule('g/one', 'apple', { severity: 'warning', report: { severity: 'warning' } })];
  assert.equal((await check('An apple.', { rules: rule, yaml: 'rules: {g: error}' })).findings[0]!.severity, 'error');
});

test('a rule that is off is not run', async () => {
  const rule: Rule = { ...wordRule('a/never', 'x'), check: () => { throw new Error('must not run'); } };
  assert.deepEqual(said(await check('x', { rules: [rule], yaml: 'rules: {a: off}' })), []);
});

test('the gate: a ready draft, or one that is checked as if it were', async () => {
  const ready = '---\nstatus: ready\n---\nThe TK and an apple.';
  const levels = async (text: string, gate?: boolean, yaml = '') => (await check(text, { yaml, ...(gate === undefined ? {} : { gate }) })).findings.map(f => `${f.rule} ${f.severity}`);
  assert.deepEqual(await levels('The TK and an apple.'), ['draft/tk warning', 'words/red warning']);
  assert.deepEqual(await levels(ready), ['draft/tk error', 'words/red warning']);
  assert.deepEqual(await levels('The TK and an apple.', true), ['draft/tk error', 'words/red warning']);
  assert.deepEqual(await levels(ready, undefined, 'gate: [words]'), ['draft/tk warning', 'words/red error']);
  assert.deepEqual(await levels(ready, undefined, 'rules: {draft/tk: off}'), ['words/red warning']);
});

test('a report that no gate raises keeps its severity', async () => {
  const rule = [wordRule('a/differ', 'apple', { report: { severity: 'information', ungated: true } }), wordRule('a/clash', 'pear', { report: { severity: 'information' } })];
  assert.deepEqual((await check('apple pear', { rules: rule, yaml: 'gate: [a]', gate: true })).findings.map(f => f.severity), ['information', 'error']);
});

test('a rule that asks for a ready draft sees one under --gate, with and without front matter', async () => {
  const rule: Rule = { ...wordRule('a/ready', 'x'), check: a => (a.draft.frontMatter?.ready ? [{ start: 0, end: 1, message: 'Ready.' }] : []) };
  for (const text of ['x', '---\ntitle: T\n---\nx']) {
    assert.equal((await check(text, { rules: [rule] })).findings.length, 0);
    assert.equal((await check(text, { rules: [rule], gate: true })).findings.length, 1);
  }
});

test('control comments silence by line, by next line, by stretch and by file; by rule, by group and altogether', async () => {
  const kept = async (text: string) => words(await check(text), text);
  assert.deepEqual(await kept('An apple. <!-- claimcheck-disable-line words/red -->\nA pear.\n'), ['words/green pear']);
  assert.deepEqual(await kept('<!-- claimcheck-disable-next-line words -->\nAn apple, a pear and an oak.\n\nA pear.\n'), ['trees/tall oak', 'words/green pear']);
  assert.deepEqual(await kept('<!-- claimcheck-disable-next-line -->\n\nAn apple, a pear and an oak.\n'), []);
  assert.deepEqual(await kept('A pear.\n\n<!-- claimcheck-disable words/green -->\n\nA pear, an apple.\n\n<!-- claimcheck-enable words/green -->\n\nA pear.\n'), ['words/green pear', 'words/red apple', 'words/green pear']);
  assert.deepEqual(await kept('An apple and a pear.\n\n<!-- claimcheck-disable-file words/red -->\n'), ['words/green pear']);
});

test('enabling one rule leaves the others of the comment silenced', async () => {
  const text = '<!-- claimcheck-disable words/red words/green -->\n\nAn apple, a pear.\n\n<!-- claimcheck-enable words/green -->\n\nAn apple, a pear.\n';
  assert.deepEqual(words(await check(text), text), ['words/green pear']);
  const all = text.replace('disable words/red words/green', 'disable');
  assert.deepEqual(words(await check(all), all), ['words/green pear']);
});

test('what is silenced is told, with what silenced it', async () => {
  const outcome = await check('An apple. <!-- claimcheck-disable-line -->\n');
  assert.deepEqual(outcome.silenced.map(f => [f.rule, f.by]), [['words/red', 'comment']]);
});

test('a finding of the front matter is silenced as any other', async () => {
  const text = '---\ntitle: An apple\n---\n\n<!-- claimcheck-disable-file words/red -->\n\nText.\n';
  assert.deepEqual(words(await check(text), text), []);
});

test('a finding is silenced if any part of it lies on the line', async () => {
  const text = 'An apple and <!-- claimcheck-disable-line a/long -->\na pear stand here.\n';
  const rule: Rule = { ...wordRule('a/long', 'x'), check: () => [{ start: text.indexOf('apple'), end: text.indexOf('pear') + 4, message: 'Long.' }, { start: text.indexOf('stand'), end: text.indexOf('stand') + 5, message: 'Next line.' }] };
  assert.deepEqual((await check(text, { rules: [rule] })).findings.map(f => f.message), ['Next line.']);
});

test('a control comment that silences nothing is reported, with a way to remove it', async () => {
  const text = 'Plain. <!-- claimcheck-disable-line words/red -->\n';
  const { findings } = await check(text);
  assert.deepEqual(findings.map(f => [f.rule, f.severity, text.slice(f.start, f.end)]), [['draft/annotation', 'warning', '<!-- claimcheck-disable-line words/red -->']]);
  assert.match(findings[0]!.message, /silences nothing\.$/);
});

test('a comment for a rule that is off is not called useless, nor one for a rule on command or of ready drafts', async () => {
  const rules = [...RULES, wordRule('web/dead', 'dead', { when: 'command' }), wordRule('draft/unverified', 'never there')];
  const quiet = async (id: string, yaml = '') => said(await check(`Plain. <!-- claimcheck-disable-line ${id} -->\n`, { rules, yaml })).length;
  assert.equal(await quiet('words/red', 'rules: {words/red: off}'), 0);
  assert.equal(await quiet('words', 'rules: {words/red: off}'), 1);
  assert.equal(await quiet('words', 'rules: {words: off}'), 0);
  assert.equal(await quiet('web/dead'), 0);
  assert.equal(await quiet('draft/unverified'), 0);
});

test('an unknown rule in a control comment is an error there, and nothing else is said of the comment', async () => {
  const text = 'An apple. <!-- claimcheck-disable-line wrods/red -->\n';
  const { findings } = await check(text);
  assert.deepEqual(findings.map(f => [f.rule, f.severity, text.slice(f.start, f.end)]), [['words/red', 'warning', 'apple'], ['draft/annotation', 'error', 'wrods/red']]);
  assert.match(findings[1]!.message, /Did you mean “words\/red”\?$/);
});

test('no control comment silences what is said of itself, but another one may', async () => {
  const own = async (text: string) => (await check(text)).findings.filter(f => f.rule === 'draft/annotation').length;
  assert.equal(await own('Plain. <!-- claimcheck-disable-line -->\n'), 1);
  assert.equal(await own('Plain. <!-- claimcheck-disable-file draft/annotation -->\n'), 1);
  assert.equal(await own('<!-- claimcheck-disable-file draft/annotation -->\n\nPlain. <!-- claimcheck-disable-line words/red -->\n'), 0);
  assert.equal(await own('<!-- claimcheck-disable-next-line draft/annotation -->\nPlain. <!-- claimcheck-disable-line wrods -->\n'), 0);
});

test('draft/annotation off says nothing of control comments either', async () => {
  assert.deepEqual(said(await check('Plain. <!-- claimcheck-disable-line words/redd -->\n', { yaml: 'rules: {draft/annotation: off}' })), []);
});

test('enabling what nothing disabled is reported', async () => {
  assert.deepEqual(said(await check('Plain.\n\n<!-- claimcheck-enable words/red -->\n')), ['draft/annotation warning 8']);
  assert.deepEqual(said(await check('<!-- claimcheck-disable words -->\n\nAn apple.\n\n<!-- claimcheck-enable words/red -->\n')), []);
});

test('one fault, one finding: a vague attribution, an unknown key and a marker win over unsourced on their sentence', async () => {
  const unsourced: Rule = { ...wordRule('sourcing/unsourced', ''), check: a => a.draft.sentences.map(s => ({ start: s.start, end: s.end, message: 'Unsourced.' })) };
  const rules = [unsourced, wordRule('sources/unknown', 'nokey'), wordRule('attribution/vague', 'Experts'), wordRule('draft/tk', 'TK'), ANNOTATION];
  const text = 'Experts say it rose 5%. It fell 6%. It rose 7% [@nokey]. It fell TK%. It rose 8%.[^a]\n\n[^a]: @nokey\n';
  const found = (await check(text, { rules })).findings;
  assert.deepEqual(found.filter(f => f.rule === 'sourcing/unsourced').map(f => text.slice(f.start, f.start + 7)), ['It fell']);
  assert.deepEqual(found.map(f => f.rule).toSorted(), ['attribution/vague', 'draft/tk', 'sources/unknown', 'sources/unknown', 'sourcing/unsourced']);
});

test('one fault, one finding, also where the one that wins is silenced', async () => {
  const unsourced: Rule = { ...wordRule('sourcing/unsourced', ''), check: a => a.draft.sentences.map(s => ({ start: s.start, end: s.end, message: 'Unsourced.' })) };
  const rules = [unsourced, wordRule('attribution/vague', 'Experts'), ANNOTATION];
  assert.deepEqual(said(await check('Experts say it rose 5%. <!-- claimcheck-disable-line attribution/vague -->\n', { rules })), []);
});

test('percent for points wins over arithmetic on the same words, not elsewhere', async () => {
  const rules = [wordRule('figures/arithmetic', 'from 4% to 5%, up 25%'), wordRule('figures/percent-points', 'up 25%'), wordRule('figures/arithmetic2', 'x')];
  assert.deepEqual((await check('It went from 4% to 5%, up 25%.', { rules })).findings.map(f => f.rule), ['figures/percent-points']);
});

test('a rule that fails becomes one finding and one line in the log, without words of the draft; the others go on', async () => {
  const failing: Rule = { ...wordRule('a/broken', 'x'), *check(a) { yield { start: 0, end: 1, message: 'Half.' }; throw new Error(`secret: ${a.draft.text}`); } };
  const logged: string[] = [];
  const log = { debug() {}, info() {}, warn() {}, error: (m: string) => { logged.push(m); } };
  const { findings } = await check('An apple.', { rules: [failing, ...RULES], run: { log } });
  assert.deepEqual(findings.map(f => [f.rule, f.severity]), [['internal/error', 'information'], ['words/red', 'warning']]);
  assert.match(findings[0]!.message, /^The rule a\/broken failed here/);
  assert.ok(!findings[0]!.message.includes('\n'));
  assert.equal(logged.length, 1);
  assert.ok(logged[0]!.includes('a/broken') && !logged[0]!.includes('apple') && !logged[0]!.includes('secret'));
});

test('a check that is given up returns cancelled between two rules, and runs no further one', async () => {
  const abort = { aborted: false };
  const ran: string[] = [];
  const spy = (id: Rule['id']): Rule => ({ ...wordRule(id, 'x'), check: () => { ran.push(id); if (id === 'a/two') abort.aborted = true; return []; } });
  const analysis = buildAnalysis(buildDraft('x'), emptyContext(DOCUMENT));
  const rules = [spy('a/one'), spy('a/two'), spy('a/three')];
  let yields = 0;
  const outcome = await checkDraft({ analysis, project: NO_PROJECT, config: resolveConfig([], rules) }, { rules, abort, yieldNow: async () => { yields++; } });
  assert.equal(outcome, 'cancelled');
  assert.deepEqual(ran, ['a/one', 'a/two']);
  assert.ok(yields >= 2);
});

test('reports about the project go to the documents that they name, and are computed once for all of them', async () => {
  let runs = 0;
  const registry = 'file:///desk/sources.yaml';
  const rule: Rule = { id: 'sources/unused', summary: '', severity: 'hint', scope: 'project', when: 'keystroke', checkProject() { runs++; return [{ document: registry, start: 3, end: 4, message: 'Unused.' }, { document: DOCUMENT, start: 0, end: 1, message: 'Unused in front matter.' }]; } };
  const project: Project = { drafts: [], registries: [] };
  const config = resolveConfig([], [rule]);
  const analysis = buildAnalysis(buildDraft('x'), emptyContext(DOCUMENT));
  const inDraft = await checkDraft({ analysis, project, config }, { rules: [rule] });
  const inRegistry = await checkDocument({ document: registry, text: 'a: b', project, config }, { rules: [rule] });
  assert.deepEqual((inDraft as Outcome).findings.map(f => f.message), ['Unused in front matter.']);
  assert.deepEqual((inRegistry as Outcome).findings.map(f => [f.document, f.message]), [[registry, 'Unused.']]);
  assert.equal(runs, 1);
  await checkDocument({ document: registry, text: 'a: b', project: { ...project }, config }, { rules: [rule] });
  assert.equal(runs, 2);
});

test('problems of a configuration are findings of that file', () => {
  const text = 'rules: {words/redd: off}';
  const [finding] = checkConfig(readConfigFile(text, 'file:///desk/claimcheck.yaml', RULES));
  assert.equal(finding?.rule, 'config/invalid');
  assert.equal(text.slice(finding!.start, finding!.end), 'words/redd');
  assert.equal(finding?.data?.['didYouMean'], 'words/red');
});

test('any mix of control comments: every finding is kept or silenced, once, and the same every time', { timeout: 60_000 }, async () => {
  const piece = fc.constantFrom('An apple. ', 'A pear. ', 'An oak. ', '\n', '\n\n', '\r\n', '<!-- claimcheck-disable -->', '<!-- claimcheck-enable -->', '<!-- claimcheck-disable words/red -->', '<!-- claimcheck-enable words -->',
    '<!-- claimcheck-disable-line -->', '<!-- claimcheck-disable-next-line words/green -->', '<!-- claimcheck-disable-file trees/tall -->', '<!-- claimcheck-disable draft/annotation nothing -->', '- ', '> ');
  await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async pieces => {
    const text = pieces.join('');
    const outcome = await check(text);
    const ofWords = [...outcome.findings, ...outcome.silenced].filter(f => f.rule !== 'draft/annotation');
    assert.equal(ofWords.length, text.match(/apple\.|pear\.|oak\./g)?.length ?? 0);
    assert.deepEqual(await check(text), outcome);
  }), { numRuns: 200 });
});

test('ten thousand control comments and findings are checked in linear time', { timeout: 30_000 }, async () => {
  const text = 'An apple. <!-- claimcheck-disable -->\n\n<!-- claimcheck-disable-next-line words -->\n'.repeat(5000);
  const outcome = await check(text);
  assert.equal([...outcome.findings, ...outcome.silenced].filter(f => f.rule === 'words/red').length, 5000);
});

test('no message and no fix title repeats the name of a confidential source', async () => {
  const text = '---\nsources:\n  whistle:\n    type: interview\n    author: Mara Quell\n    terms: background\n    issued: 2025-09-01\n---\n\nMara Quell left. The minister stayed.\n';
  const rule: Rule = { ...wordRule('a/name', 'x'), check: () => [{ start: text.lastIndexOf('Mara'), end: text.lastIndexOf('Mara') + 10, message: 'Mara Quell is named here.', related: [{ document: DOCUMENT, start: 0, end: 1, message: 'See Mara Quell.' }] }], fixes: () => [{ title: 'Change to Mara Quell', safe: false, edits: [] }] };
  const analysis = buildAnalysis(buildDraft(text), emptyContext(DOCUMENT));
  const outcome = await checkDraft({ analysis, project: NO_PROJECT, config: resolveConfig([], [rule]) }, { rules: [rule] }) as Outcome;
  const [finding] = outcome.findings;
  const said = [finding!.message, ...finding!.related.map(r => r.message), ...fixesFor(finding!, { analysis, project: NO_PROJECT }, [rule]).map(f => f.title)];
  assert.equal(said.length, 4);
  for (const sentence of said) assert.ok(!/Mara|Quell/.test(sentence), sentence);
});
