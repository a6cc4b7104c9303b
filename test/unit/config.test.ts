// claimcheck.yaml: what is read, what is reported and where, what is in force.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultConfig, resolveConfig } from '../../server/src/engine/config.ts';
import { readConfigFile } from '../../server/src/engine/config-file.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { optioned, wordRule } from './stub-rules.ts';

const RULES: readonly Rule[] = [
  optioned, wordRule('attribution/vague', 'vague'), wordRule('attribution/anonymous', 'anonymous'), wordRule('draft/tk', 'TK'), wordRule('draft/unverified', 'unverified'),
  wordRule('fairness/no-reply', 'reply', { severity: 'off' }),
];
const URI = 'file:///desk/trade/claimcheck.yaml';

function read(text: string, uri = URI) {
  return readConfigFile(text, uri, RULES);
}

/** The problems of a text: the words they stand at, the message, and the word proposed. */
function problems(text: string) {
  return read(text).problems.map(p => [text.slice(p.start, p.end), p.message, p.didYouMean]);
}

function settings(...texts: string[]) {
  return resolveConfig(texts.map((text, i) => read(text, `file:///desk/${'sub/'.repeat(i)}claimcheck.yaml`)), RULES);
}

test('without a file: Markdown drafts, the usual exceptions, the default gate, every rule at its own severity', () => {
  const config = defaultConfig(RULES);
  assert.deepEqual(config.drafts, ['**/*.md']);
  assert.ok(config.ignore.some(glob => glob.includes('node_modules')) && config.ignore.some(glob => glob.includes('README')));
  assert.deepEqual(config.gate, ['draft/tk', 'draft/unverified']);
  assert.equal(config.rules.get('attribution/vague')?.severity, 'warning');
  assert.equal(config.rules.get('fairness/no-reply')?.severity, 'off');
  assert.deepEqual(config.rules.get('sourcing/unsourced')?.options, { threshold: 0.5, mode: 'lenient', words: [], inner: { a: 1, b: false } });
  assert.deepEqual(config.files, []);
});

test('every key is read', () => {
  const text = [
    'extends: [../desk.yaml]', 'sources: [registry/*.yaml, more.bib]', 'files: ["stories/**/*.md"]', 'ignore: []', 'rules:', '  sourcing/unsourced: {threshold: 0.7, severity: error}', '  attribution: information',
    'gate: [draft/tk]', 'baseline: base.json', 'figures: {levy: {synonyms: [the tariff], unit: percent}}', 'desk: [{name: Ann Lee, family: Lee, title: Minister, also: [Ms. Lee]}]', '',
  ].join('\n');
  const file = read(text);
  assert.deepEqual(file.problems, []);
  assert.deepEqual(file.extends.map(e => [e.path, text.slice(e.span.start, e.span.end)]), [['../desk.yaml', '../desk.yaml']]);
  const config = resolveConfig([file], RULES);
  assert.deepEqual(config.sources, [{ pattern: 'registry/*.yaml', base: 'file:///desk/trade' }, { pattern: 'more.bib', base: 'file:///desk/trade' }]);
  assert.deepEqual(config.drafts, ['stories/**/*.md']);
  assert.deepEqual(config.ignore, []);
  assert.equal(config.rules.get('sourcing/unsourced')?.severity, 'error');
  assert.equal(config.rules.get('sourcing/unsourced')?.options['threshold'], 0.7);
  assert.equal(config.rules.get('attribution/anonymous')?.severity, 'information');
  assert.deepEqual(config.gate, ['draft/tk']);
  assert.deepEqual(config.baseline, { path: 'base.json', base: 'file:///desk/trade' });
  assert.deepEqual(config.figures.get('levy'), { synonyms: ['the tariff'], unit: 'percent' });
  assert.deepEqual(config.desk, [{ name: 'Ann Lee', family: 'Lee', title: 'Minister', also: ['Ms. Lee'] }]);
});

test('one text stands for a list of one; a path may look like a number', () => {
  const config = settings('sources: registry.yaml\ngate: draft/tk\nfigures: {levy: {unit: percent}, stake: }\n');
  assert.deepEqual(config.sources.map(s => s.pattern), ['registry.yaml']);
  assert.deepEqual(config.figures.get('stake'), { synonyms: [] });
});

test('a rule beats its group; off is a word', () => {
  const config = settings('rules:\n  attribution/vague: error\n  attribution: off\n');
  assert.equal(config.rules.get('attribution/vague')?.severity, 'error');
  assert.equal(config.rules.get('attribution/anonymous')?.severity, 'off');
});

test('extended files: own keys win, maps merge, lists replace', () => {
  const near = 'rules:\n  sourcing/unsourced: {threshold: 0.9, words: [b], inner: {b: true}}\nfiles: [near.md]\nfigures: {levy: {unit: percent}}\n';
  const far = 'rules:\n  sourcing/unsourced: {severity: hint, threshold: 0.1, mode: strict, words: [a], inner: {a: 5}}\n  draft/tk: error\nfiles: [far.md]\nsources: [far.yaml]\nfigures: {levy: {synonyms: [tax], unit: dollar}, stake: {synonyms: [share]}}\n';
  const config = settings(near, far);
  assert.deepEqual(config.rules.get('sourcing/unsourced'), { severity: 'hint', options: { threshold: 0.9, mode: 'strict', words: ['b'], inner: { a: 5, b: true } } });
  assert.equal(config.rules.get('draft/tk')?.severity, 'error');
  assert.deepEqual(config.drafts, ['near.md']);
  assert.deepEqual(config.sources, [{ pattern: 'far.yaml', base: 'file:///desk/sub' }]);
  assert.deepEqual(config.figures.get('levy'), { synonyms: ['tax'], unit: 'percent' });
  assert.deepEqual(config.figures.get('stake'), { synonyms: ['share'] });
});

test('a group in the gate stands for its rules', () => {
  assert.deepEqual(settings('gate: [attribution]').gate, ['attribution/vague', 'attribution/anonymous']);
});

test('options in force cannot be written to', () => {
  const { options } = settings('rules: {sourcing/unsourced: {words: [a]}}').rules.get('sourcing/unsourced')!;
  assert.throws(() => { (options as Record<string, unknown>)['threshold'] = 2; }, TypeError);
  assert.throws(() => { (options['words'] as string[]).push('b'); }, TypeError);
});

test('an unknown key is reported at the key, with the one that was meant; the others count', () => {
  const text = 'ruels: {}\ngate: [draft/tk]\n';
  assert.deepEqual(problems(text), [['ruels', '“ruels” is no key of claimcheck.yaml. Did you mean “rules”?', 'rules']]);
  assert.deepEqual(resolveConfig([read(text)], RULES).gate, ['draft/tk']);
  assert.match(String(problems('zzzzzz: 1')[0]![1]), /Expected one of: extends, sources/);
});

test('unknown rules: by a slip, by their bare name, by nothing near', () => {
  const text = 'rules:\n  atribution/vague: off\n  unsourced: off\n  sourcing/no-such-thing-here: off\ngate: [draft/kt]\n';
  assert.deepEqual(problems(text).map(p => [p[0], p[2]]), [['atribution/vague', 'attribution/vague'], ['unsourced', 'sourcing/unsourced'], ['sourcing/no-such-thing-here', undefined], ['draft/kt', 'draft/tk']]);
});

test('bad severities: a slip, a short form, a YAML boolean, a number, nothing', () => {
  const text = 'rules:\n  draft/tk: eror\n  draft/unverified: warn\n  attribution/vague: false\n  attribution: 2\n  draft:\n';
  assert.deepEqual(problems(text).map(p => [p[0], p[2]]), [['eror', 'error'], ['warn', 'warning'], ['false', 'off'], ['2', undefined], ['draft', 'off']]);
  assert.equal(resolveConfig([read(text)], RULES).rules.get('draft/tk')?.severity, 'warning');
});

test('bad options are reported at their value, and the good ones beside them count', () => {
  const text = 'rules:\n  sourcing/unsourced:\n    treshold: 0.3\n    threshold: 7\n    mode: severe\n    words: [a, 3]\n    inner: {b: maybe}\n    severity: error\n';
  assert.deepEqual(problems(text).map(p => p[0]), ['treshold', '7', 'severe', '3', 'maybe']);
  assert.equal(problems(text)[0]![2], 'threshold');
  for (const [, message] of problems(text)) assert.match(String(message), /^\S.*[.?]$/);
  const inForce = resolveConfig([read(text)], RULES).rules.get('sourcing/unsourced');
  assert.deepEqual(inForce, { severity: 'error', options: { threshold: 0.5, mode: 'lenient', words: [], inner: { a: 1, b: false } } });
});

test('a group takes no options', () => {
  assert.deepEqual(problems('rules: {attribution: {severity: hint, threshold: 1}}').map(p => p[0]), ['threshold']);
});

test('values of the wrong kind', () => {
  const text = 'files: {a: b}\nbaseline: [x]\nfigures: [levy]\ndesk: {name: A}\nsources: [a.yaml, {b: c}]\n';
  assert.deepEqual(problems(text).map(p => p[0]), ['{a: b}', '[x]', '[levy]', '{name: A}', '{b: c}']);
  assert.deepEqual(resolveConfig([read(text)], RULES).sources.map(s => s.pattern), ['a.yaml']);
});

test('a person needs a name, a figure a name without blanks', () => {
  assert.deepEqual(problems('desk: [{family: Li}, {name: A, ttle: B}]\nfigures: {"two words": {}}').map(p => p[0]), ['{family: Li}', 'ttle', '"two words"']);
});

test('YAML that cannot be read is located, and the rest counts', () => {
  const text = 'gate: [draft/tk]\nfiles: [a.md\nbaseline: b.json\n';
  const file = read(text);
  assert.ok(file.problems.length > 0);
  for (const p of file.problems) assert.ok(p.start >= 17 && p.end <= text.length && p.message.startsWith('This YAML cannot be read'));
  assert.deepEqual(resolveConfig([file], RULES).gate, ['draft/tk']);
});

test('an anchor may be used twice', () => {
  assert.deepEqual(settings('rules:\n  draft/tk: &s error\n  attribution/vague: *s\n').rules.get('attribution/vague')?.severity, 'error');
});

test('empty files and files of comments say nothing', () => {
  for (const text of ['', '\n', '# only a comment\n', '---\n', 'rules:\n', '\uFEFF']) assert.deepEqual(read(text).problems, [], JSON.stringify(text));
  assert.equal(read('just words').problems.length, 1);
});

test('keys that name parts of objects are only unknown keys', () => {
  assert.equal(problems('__proto__: 1\nconstructor: 2\nrules: {__proto__: off, sourcing/unsourced: {constructor: 1, __proto__: 2}}').length, 5);
});

test('nothing makes it throw, and every problem lies in the text', { timeout: 60_000 }, () => {
  const word = fc.constantFrom('rules', 'gate', 'sourcing/unsourced', 'severity', 'threshold', ': ', '\n', '\n  ', '[', ']', '{', '}', ', ', '- ', '*a', '&a ', '"', "'", '#', '|', '\t', '---', '\r\n', '😀', '!!int ', '? ', '%', '\0');
  fc.assert(fc.property(fc.array(word, { maxLength: 30 }), words => {
    const text = words.join('');
    for (const p of read(text).problems) assert.ok(0 <= p.start && p.start <= p.end && p.end <= text.length, JSON.stringify([p, text.length]));
    settings(text);
  }), { numRuns: 500 });
  for (const text of ['['.repeat(20_000), '{a: '.repeat(20_000), '- '.repeat(20_000), 'a: &a [1]\n' + 'b: [*a, *a]\n'.repeat(2000)]) settings(text);
});
