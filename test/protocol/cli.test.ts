// The command line as a process: what it prints, and its exit status.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { claimcheck, folderWith, LAUNCHER } from './claimcheck-process.ts';

/** One error: nothing defines the key. */
const UNKNOWN = 'The fair drew crowds, the organisers said [@nobody].\n';
const CLEAN = 'The fair drew crowds, the organisers said.\n';
/** One warning: unfinished work. */
const UNFINISHED = 'The fair drew TK people, the organisers said.\n';

interface Reported {
  path: string;
  findings: { rule: string; severity: string; message: string; start: number; end: number; startLine: number; startColumn: number; endLine: number; endColumn: number; fixes: { title: string }[] }[];
}

/** Findings by path, as `rule@line:column`. */
function places(stdout: string): Record<string, string[]> {
  return Object.fromEntries((JSON.parse(stdout) as Reported[]).map(({ path, findings }) => [path, findings.map(f => `${f.rule}@${f.startLine}:${f.startColumn}`)]));
}

const concurrency = 2;

describe('claimcheck check', { concurrency }, () => {
  test('exits with 0 where nothing fails, 1 on findings that do, 2 where it could not do its work', async t => {
    const cwd = await folderWith(t, { 'clean.md': CLEAN, 'error.md': UNKNOWN, 'warning.md': UNFINISHED });
    const status = async (...args: string[]) => (await claimcheck(['check', ...args], { cwd })).status;
    assert.equal(await status('clean.md'), 0);
    assert.equal(await status('error.md'), 1);
    assert.equal(await status('warning.md'), 0);
    assert.equal(await status('warning.md', '--fail-on', 'warning'), 1);
    assert.equal(await status('warning.md', '--max-warnings', '0'), 1);
    assert.equal(await status('warning.md', '--max-warnings', '1'), 0);
    assert.equal(await status('warning.md', '--gate'), 1);
    assert.equal(await status('gone.md'), 2);
  });

  test('shows each finding with its place, its words and its rule, and counts them at the end', async t => {
    const cwd = await folderWith(t, { 'sub/error.md': UNKNOWN, 'clean.md': CLEAN });
    const { stdout, stderr } = await claimcheck(['check'], { cwd });
    assert.match(stdout, /^sub\/error\.md\n {2}1:45 {2}error .*sources\/unknown\n.*The fair drew crowds.*\n.*\^{6}/m);
    assert.match(stdout, /\n1 error in 1 of 2 documents\.\n$/);
    assert.equal(stderr, '');
  });

  test('takes files, folders and globs, each document once', async t => {
    const cwd = await folderWith(t, { 'a/one.md': CLEAN, 'a/two.md': CLEAN, 'b/three.md': CLEAN, 'b/README.md': CLEAN, 'b/note.txt': CLEAN, 'b/.hidden/four.md': CLEAN });
    const paths = async (...args: string[]) => Object.keys(places((await claimcheck(['check', '--format', 'json', ...args], { cwd })).stdout));
    assert.deepEqual(await paths('a'), ['a/one.md', 'a/two.md']);
    assert.deepEqual(await paths('.'), ['a/one.md', 'a/two.md', 'b/three.md']);
    assert.deepEqual(await paths('b/three.md', 'a', 'a/one.md'), ['b/three.md', 'a/one.md', 'a/two.md']);
    assert.deepEqual(await paths('a', 'b/three.md'), ['a/one.md', 'a/two.md', 'b/three.md']);
    assert.deepEqual(await paths('*/t*.md'), ['a/two.md', 'b/three.md']);
    assert.deepEqual(await paths('**/*.{md,txt}'), ['a/one.md', 'a/two.md', 'b/note.txt', 'b/three.md'], 'a glob matches what it says, less what is ignored');
    assert.deepEqual(await paths('b/README.md'), ['b/README.md'], 'a named file is always checked');
  });

  test('shows paths relative to the current folder, and as they are outside it', async t => {
    const root = await folderWith(t, { 'in/a.md': CLEAN, 'out/b.md': CLEAN });
    const { stdout } = await claimcheck(['check', '--format', 'json', 'a.md', '../out/b.md'], { cwd: join(root, 'in') });
    assert.deepEqual(Object.keys(places(stdout)), ['a.md', join(root, 'out/b.md')]);
  });

  test('reads standard input under the name that is given, with the configuration that holds there', async t => {
    const cwd = await folderWith(t, { 'desk/claimcheck.yaml': 'rules: {draft/tk: error}\n', 'desk/a.md': CLEAN });
    const bare = await claimcheck(['check', '-', '--format', 'json'], { cwd, input: UNFINISHED });
    assert.deepEqual([bare.status, places(bare.stdout)], [0, { '-': ['draft/tk@1:15'] }]);
    const named = await claimcheck(['check', '-', '--format', 'json', '--stdin-filename', 'desk/a.md'], { cwd, input: UNFINISHED });
    assert.equal(named.status, 1);
    assert.deepEqual(places(named.stdout), { 'desk/a.md': ['draft/tk@1:15'], 'desk/claimcheck.yaml': [] });
  });

  test('counts columns in UTF-16 units, with CRLF and after a byte-order mark as an editor does', async t => {
    const cwd = await folderWith(t, { 'a.md': `\uFEFF# 😀\r\n\r\n😀 ${UNKNOWN}` });
    const { stdout } = await claimcheck(['check', 'a.md', '--format', 'json'], { cwd });
    assert.deepEqual(places(stdout), { 'a.md': ['sources/unknown@3:48'] });
  });

  test('reports what is wrong in the registries and the configuration that the drafts use, each once', async t => {
    const cwd = await folderWith(t, {
      'claimcheck.yaml': 'sources: [registry.yaml]\nrulez: {}\n',
      'registry.yaml': 'fair: {type: report, title: Fair}\nfair: {type: report, title: Again}\n',
      'unused.yaml': 'x: [\n',
      'a.md': 'Crowds came [@fair].\n', 'b.md': 'Crowds came [@fair].\n',
    });
    const { stdout, status } = await claimcheck(['check', 'a.md', 'b.md', '--format', 'json'], { cwd });
    const found = places(stdout);
    assert.deepEqual(Object.keys(found).sort(), ['a.md', 'b.md', 'claimcheck.yaml', 'registry.yaml']);
    assert.deepEqual(found['claimcheck.yaml'], ['config/invalid@2:1']);
    assert.ok(found['registry.yaml']!.includes('sources/invalid@2:1'), String(found['registry.yaml']));
    assert.equal(status, 1);
  });

  test('takes the configuration that --config names instead of the nearest', async t => {
    const cwd = await folderWith(t, { 'claimcheck.yaml': 'rules: {draft/tk: off}\n', 'strict.yaml': 'rules: {draft/tk: error}\n', 'a.md': UNFINISHED, 'desk.yaml': 'ignore: [old]\n', 'sub/b.md': UNKNOWN, 'sub/old/c.md': UNKNOWN });
    assert.deepEqual(places((await claimcheck(['check', 'a.md', '--format', 'json'], { cwd })).stdout)['a.md'], []);
    assert.equal((await claimcheck(['check', 'a.md', '--config', 'strict.yaml'], { cwd })).status, 1);
    const elsewhere = await claimcheck(['check', '.', '--config', '../desk.yaml', '--format', 'json'], { cwd: join(cwd, 'sub') });
    assert.deepEqual(places(elsewhere.stdout), { 'b.md': ['sources/unknown@1:45'], [join(cwd, 'desk.yaml')]: [] }, 'its globs of drafts are relative to the current folder');
    const gone = await claimcheck(['check', 'a.md', '--config', 'gone.yaml'], { cwd });
    assert.deepEqual([gone.status, gone.stdout], [2, '']);
    assert.match(gone.stderr, /^claimcheck: gone\.yaml: .*there is no such file\.\n$/);
  });

  test('accepts what is there with --write-baseline, and reports what is new', async t => {
    const cwd = await folderWith(t, { 'claimcheck.yaml': 'baseline: accepted.json\n', 'a.md': UNKNOWN });
    const wrote = await claimcheck(['check', '.', '--write-baseline'], { cwd });
    assert.deepEqual([wrote.status, wrote.stdout], [0, '1 finding accepted in accepted.json.\n']);
    assert.deepEqual(Object.keys(JSON.parse(await readFile(join(cwd, 'accepted.json'), 'utf8')).findings), ['a.md']);
    assert.equal((await claimcheck(['check', '.'], { cwd })).status, 0);
    const more = await claimcheck(['check', '-', '--stdin-filename', 'a.md', '--format', 'json'], { cwd, input: `${UNKNOWN}\nAnd the fair grew [@no-one].\n` });
    assert.deepEqual(places(more.stdout)['a.md'], ['sources/unknown@3:21']);
    await writeFile(join(cwd, 'b.md'), UNFINISHED);
    await claimcheck(['check', 'b.md', '--write-baseline'], { cwd });
    assert.deepEqual(Object.keys(JSON.parse(await readFile(join(cwd, 'accepted.json'), 'utf8')).findings), ['a.md', 'b.md'], 'what was accepted of other drafts stays');
    const missing = await claimcheck(['check', '.', '--baseline', 'gone.json'], { cwd });
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /^claimcheck: gone\.json: .*\n$/);
    const none = await claimcheck(['check', '.', '--baseline', 'a.md'], { cwd });
    assert.deepEqual([none.status, none.stdout], [2, '']);
    assert.match(none.stderr, /^claimcheck: a\.md: .*--write-baseline.*\n$/);
  });

  test('SARIF: valid places, the silenced with what silenced them', async t => {
    const cwd = await folderWith(t, { 'a b.md': `${UNKNOWN}\n<!-- claimcheck-disable-next-line draft/tk -- known -->\n${UNFINISHED}` });
    const { stdout } = await claimcheck(['check', '--format', 'sarif', 'a b.md'], { cwd });
    const [run] = JSON.parse(stdout).runs;
    assert.equal(run.columnKind, 'utf16CodeUnits');
    assert.deepEqual(run.results.map((r: { ruleId: string; suppressions: { kind: string }[] }) => [r.ruleId, r.suppressions.map(s => s.kind)]), [['sources/unknown', []], ['draft/tk', ['inSource']]]);
    assert.deepEqual(run.results[0].locations[0].physicalLocation, { artifactLocation: { uri: 'a%20b.md' }, region: { startLine: 1, startColumn: 45, endLine: 1, endColumn: 51 } });
  });

  test('JUnit and GitHub formats name rule and place', async t => {
    const cwd = await folderWith(t, { 'a.md': UNKNOWN, 'b.md': UNFINISHED });
    assert.match((await claimcheck(['check', '--format', 'junit', 'a.md'], { cwd })).stdout, /<testcase name="sources\/unknown 1:45"[^>]*><failure/);
    const junit = async (...args: string[]) => (await claimcheck(['check', '--format', 'junit', 'b.md', ...args], { cwd })).stdout;
    assert.doesNotMatch(await junit(), /<failure/, 'what does not fail the check is no failure here');
    assert.match(await junit('--fail-on', 'warning'), /<failure/);
    assert.match((await claimcheck(['check', '--format', 'github', 'a.md'], { cwd })).stdout, /^::error file=a\.md,line=1,endLine=1,col=45,.*title=sources\/unknown::/);
  });

  test('no format repeats the name of a confidential source', async t => {
    const cwd = await folderWith(t, {
      'people.yaml': 'clerk: {author: Orla Quist, type: interview, terms: background, issued: 2025-01-02}\nclerk: {author: Orla Quist, type: interview, terms: background, issued: 2025-01-02}\n',
      'a.md': '---\nsources: people.yaml\n---\nOrla Quist says TK of the books are gone [@nobody]. “They are gone,” said Quist. “They were gone,” said Quist.\n',
    });
    for (const format of ['pretty', 'json', 'sarif', 'junit', 'github']) {
      const { stdout } = await claimcheck(['check', '--format', format], { cwd });
      assert.match(stdout, /draft\/confidential/);
      assert.match(stdout, /sources\/invalid/);
      assert.doesNotMatch(stdout, /Orla|Quist/i, format);
    }
    await claimcheck(['check', '--write-baseline', '--baseline', 'b.json'], { cwd });
    assert.doesNotMatch(await readFile(join(cwd, 'b.json'), 'utf8'), /Orla|Quist/i);
  });

  test('colours as NO_COLOR and FORCE_COLOR say, and none into a pipe', async t => {
    const cwd = await folderWith(t, { 'a.md': UNKNOWN });
    const coloured = async (env: Record<string, string>) => (await claimcheck(['check', 'a.md'], { cwd, env })).stdout.includes('\u001b[');
    assert.deepEqual([await coloured({}), await coloured({ FORCE_COLOR: '1' }), await coloured({ NO_COLOR: '1' }), await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })], [false, true, false, true]);
  });

  test('a folder without drafts says so', async t => {
    const cwd = await folderWith(t, { 'notes/x.txt': 'x', 'README.md': CLEAN });
    const { status, stderr } = await claimcheck(['check', 'notes'], { cwd });
    assert.deepEqual([status, stderr], [2, 'claimcheck: notes: there are no drafts in this folder.\n']);
  });

  test('a reader that stops early is no failure', async t => {
    const cwd = await folderWith(t, { 'a.md': UNKNOWN.repeat(4000).replaceAll('\n', '\n\n') });
    const child = spawn(process.execPath, [LAUNCHER, 'check', 'a.md', '--format', 'json'], { cwd });
    const errors: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [status] = await once(child, 'close') as [number];
    assert.deepEqual([status, Buffer.concat(errors).toString()], [0, '']);
  });
});

describe('bad input gets a located message, and everything else still works', { concurrency }, () => {
  const run = async (cwd: string) => {
    const { stdout, stderr, status } = await claimcheck(['check', '.', '--format', 'json'], { cwd });
    return { found: places(stdout), stderr, status };
  };

  test('a registry with a YAML error', async t => {
    const cwd = await folderWith(t, { 'sources.yaml': 'fair:\n  type: report\n  title: "Fair\nother: {type: report, title: Other}\n', 'a.md': `---\nsources: sources.yaml\n---\n${UNKNOWN}` });
    const { found, status } = await run(cwd);
    assert.ok(found['sources.yaml']!.some(place => place.startsWith('sources/invalid@')), String(found['sources.yaml']));
    assert.ok(found['a.md']!.includes('sources/unknown@4:45'));
    assert.equal(status, 1);
  });

  test('a registry that is not there', async t => {
    const cwd = await folderWith(t, { 'a.md': `---\nsources: [here.yaml, gone.yaml]\n---\n${UNFINISHED}`, 'here.yaml': '' });
    const { found } = await run(cwd);
    assert.deepEqual(found['a.md'], ['sources/invalid@2:22', 'draft/tk@4:15']);
  });

  test('a claim comment cut in half', async t => {
    const cwd = await folderWith(t, { 'a.md': `The fair drew crowds. <!-- claim figure=crowd\n\n${UNKNOWN}` });
    const { found } = await run(cwd);
    assert.deepEqual(found['a.md'], ['draft/annotation@1:23', 'sources/unknown@3:45']);
  });

  test('a draft of five megabytes', { timeout: 60_000 }, async t => {
    const cwd = await folderWith(t, { 'big.md': CLEAN.repeat(120_000), 'a.md': UNKNOWN });
    const { found, status } = await run(cwd);
    assert.deepEqual(found, { 'a.md': ['sources/unknown@1:45'], 'big.md': ['draft/unread@1:1'] });
    assert.equal(status, 1);
  });

  test('a binary file named .md', async t => {
    const cwd = await folderWith(t, { 'a.md': UNKNOWN, 'image.md': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), 'latin1.md': Uint8Array.from([0x6f, 0x6b, 0x0a, 0x63, 0x61, 0x66, 0xe9, 0x0a]) });
    const { found, stderr, status } = await run(cwd);
    assert.deepEqual(found['a.md'], ['sources/unknown@1:45']);
    assert.equal(stderr, 'claimcheck: image.md: it is not UTF-8 text (byte 1, line 1).\nclaimcheck: latin1.md: it is not UTF-8 text (byte 7, line 2).\n');
    assert.equal(status, 2);
  });

  test('a claimcheck.yaml with an unknown key', async t => {
    const cwd = await folderWith(t, { 'claimcheck.yaml': 'ignore: [x]\nbaselin: y.json\n', 'a.md': UNKNOWN, 'x/b.md': UNKNOWN });
    const { found } = await run(cwd);
    assert.deepEqual(found, { 'a.md': ['sources/unknown@1:45'], 'claimcheck.yaml': ['config/invalid@2:1'] });
  });

  test('a claimcheck.yaml that is no YAML, and one that is no text', async t => {
    const cwd = await folderWith(t, { 'one/claimcheck.yaml': 'rules: {draft/tk: [\n', 'one/a.md': UNKNOWN, 'two/claimcheck.yaml': Uint8Array.from([0, 1, 2]), 'two/b.md': UNKNOWN });
    const one = await claimcheck(['check', 'one', '--format', 'json'], { cwd });
    assert.deepEqual([one.status, places(one.stdout)['one/a.md']], [1, ['sources/unknown@1:45']]);
    assert.match(places(one.stdout)['one/claimcheck.yaml']!.join(), /^config\/invalid@/);
    const two = await claimcheck(['check', 'two', '--format', 'json'], { cwd });
    assert.deepEqual([two.status, places(two.stdout)['two/b.md']], [2, ['sources/unknown@1:45']]);
    assert.equal(two.stderr, 'claimcheck: two/claimcheck.yaml: it is not UTF-8 text (byte 1, line 1).\n');
  });
});

describe('claimcheck analyze', { concurrency }, () => {
  test('answers each line with a line, in order, with spans in the text', async t => {
    const cwd = await folderWith(t, { 'claimcheck.yaml': 'rules: {sources/unknown: off}\n' });
    const texts = [UNKNOWN, 'The levy is 20 percent. 😀 The mayor “agreed”, she said.\n', ''];
    const { stdout, status, stderr } = await claimcheck(['analyze', '--jsonl'], { cwd, input: texts.map((text, i) => `${JSON.stringify({ id: i, text })}\r\n`).join('\n') });
    assert.deepEqual([status, stderr], [0, '']);
    const records = stdout.trim().split('\n').map(line => JSON.parse(line));
    assert.deepEqual(records.map(record => record.id), [0, 1, 2]);
    assert.deepEqual(records[0].findings.map((f: { rule: string }) => f.rule), ['sources/unknown'], 'a found configuration does not count');
    assert.deepEqual(records[1].sentences.map(({ start, end }: { start: number; end: number }) => texts[1]!.slice(start, end)), ['The levy is 20 percent.', '😀 The mayor “agreed”, she said.']);
    for (const key of ['sentences', 'figures', 'attributions', 'claims', 'findings']) assert.deepEqual(records[2][key], []);
  });

  test('a line that cannot be read is named, and the others are answered', async t => {
    const cwd = await folderWith(t, {});
    const { stdout, stderr, status } = await claimcheck(['analyze', '--jsonl'], { cwd, input: '{"id": "a", "text": "One."}\nnonsense\n{"id": "b"}\n[1]\n{"id": "c", "text": "x", "date": "soon"}\n{"id": "d", "text": "Two.", "date": "2025-09-19"}' });
    assert.deepEqual(stdout.trim().split('\n').map(line => JSON.parse(line).id), ['a', 'd']);
    assert.deepEqual(stderr.trim().split('\n').map(line => /line \d+/.exec(line)?.[0]), ['line 2', 'line 3', 'line 4', 'line 5']);
    assert.equal(status, 2);
  });

  test('takes a configuration that is named', async t => {
    const cwd = await folderWith(t, { 'c.yaml': 'rules: {sources/unknown: off}\n' });
    const { stdout } = await claimcheck(['analyze', '--jsonl', '--config', 'c.yaml'], { cwd, input: JSON.stringify({ id: 1, text: UNKNOWN }) });
    assert.deepEqual(JSON.parse(stdout).findings, []);
  });

  test('answers as it goes: the first answer comes before the input ends', { timeout: 30_000 }, async t => {
    const cwd = await folderWith(t, {});
    const child = spawn(process.execPath, [LAUNCHER, 'analyze', '--jsonl'], { cwd });
    t.after(() => child.kill());
    child.stdin.write(`${JSON.stringify({ id: 'first', text: CLEAN })}\n`);
    const [chunk] = await once(child.stdout, 'data') as [Buffer];
    assert.equal(JSON.parse(chunk.toString().split('\n')[0]!).id, 'first');
    child.stdin.end();
    assert.deepEqual(await once(child, 'close'), [0, null]);
  });

  test('without --jsonl prints a line for each file, with its path for an id', async t => {
    const cwd = await folderWith(t, { 'a.md': UNKNOWN, 'sub/b.md': CLEAN });
    const { stdout, status } = await claimcheck(['analyze'], { cwd });
    assert.deepEqual([status, stdout.trim().split('\n').map(line => JSON.parse(line).id)], [0, ['a.md', 'sub/b.md']]);
  });
});

describe('claimcheck fix', { concurrency }, () => {
  /** A control comment that silences nothing can be taken out unseen; the unknown key needs a decision. */
  const useless = `\uFEFFOne.\r\n\r\n<!-- claimcheck-disable-next-line draft/tk -->\r\n${UNKNOWN}`;

  test('applies what is safe, keeps the rest of the file to the byte, and leaves nothing beside it', async t => {
    const cwd = await folderWith(t, { 'a.md': useless, 'b.md': CLEAN });
    await chmod(join(cwd, 'a.md'), 0o600);
    await symlink('a.md', join(cwd, 'link.md'));
    const { status, stdout, stderr } = await claimcheck(['fix', 'link.md', 'b.md'], { cwd });
    assert.deepEqual([status, stdout, stderr], [0, '1 finding fixed in 1 of 2 documents.\n', '']);
    assert.equal(await readFile(join(cwd, 'a.md'), 'utf8'), `\uFEFFOne.\r\n\r\n${UNKNOWN}`);
    assert.equal(await readFile(join(cwd, 'b.md'), 'utf8'), CLEAN);
    assert.deepEqual([(await stat(join(cwd, 'a.md'))).mode & 0o777, (await lstat(join(cwd, 'link.md'))).isSymbolicLink()], [0o600, true]);
    assert.deepEqual((await readdir(cwd)).sort(), ['.git', 'a.md', 'b.md', 'link.md']);
  });

  test('with --dry-run prints the difference and writes nothing', async t => {
    const cwd = await folderWith(t, { 'a.md': useless });
    const { status, stdout } = await claimcheck(['fix', '--dry-run'], { cwd });
    assert.equal(status, 0);
    assert.match(stdout, /^--- a\/a\.md.*\n\+\+\+ b\/a\.md/m);
    assert.deepEqual(stdout.split('\n').filter(line => /^[-+](?![-+])/.test(line)).map(line => line.trim()), ['-<!-- claimcheck-disable-next-line draft/tk -->']);
    assert.equal(await readFile(join(cwd, 'a.md'), 'utf8'), useless);
  });

  test('standard input cannot be fixed', async t => {
    const { status, stderr } = await claimcheck(['fix', '-'], { cwd: await folderWith(t, {}), input: useless });
    assert.deepEqual([status, stderr], [2, 'claimcheck: fix works on files: standard input cannot be written back.\n']);
  });
});

describe('claimcheck', { concurrency }, () => {
  test('init writes a configuration and a registry that check accepts, and writes nothing over', async t => {
    const cwd = await folderWith(t, { 'a.md': CLEAN });
    assert.deepEqual(await claimcheck(['init'], { cwd }), { status: 0, stdout: 'Wrote claimcheck.yaml.\nWrote sources.yaml.\n', stderr: '' });
    const { status, stdout } = await claimcheck(['check', '--format', 'json', '--fail-on', 'hint'], { cwd });
    assert.deepEqual([status, places(stdout)], [0, { 'a.md': [], 'claimcheck.yaml': [], 'sources.yaml': [] }]);
    const before = await readFile(join(cwd, 'claimcheck.yaml'), 'utf8');
    const again = await claimcheck(['init'], { cwd });
    assert.deepEqual([again.status, again.stdout], [0, 'Kept claimcheck.yaml: it is there already.\nKept sources.yaml: it is there already.\n']);
    assert.equal(await readFile(join(cwd, 'claimcheck.yaml'), 'utf8'), before);
    assert.deepEqual((await readdir(cwd)).sort(), ['.git', 'a.md', 'claimcheck.yaml', 'sources.yaml']);
  });

  test('a slip in a command, an option or a value is told in one line, with what was meant', async t => {
    const cwd = await folderWith(t, {});
    const told = async (...args: string[]) => {
      const { status, stdout, stderr } = await claimcheck(args, { cwd });
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^claimcheck: [^\n]+\n$/);
      return stderr;
    };
    assert.match(await told('chekc'), /unknown command 'chekc'.*check/);
    assert.match(await told('check', '--formt', 'json'), /unknown option '--formt'.*--format/);
    assert.match(await told('check', '--format', 'xml'), /pretty, json, sarif, junit, github/);
    assert.match(await told('check', '--max-warnings', 'many'), /whole number/);
    assert.match(await told('check', '--date', 'today'), /2025-09-19/);
    assert.match(await told('analyze', '--jsonl', 'a.md'), /takes no paths/);
    assert.match(await told('check', '*.nothing'), /\*\.nothing: no file matches\./);
  });

  test('prints its help and its version', async t => {
    const cwd = await folderWith(t, {});
    const { version } = JSON.parse(await readFile(join(import.meta.dirname, '../../server/package.json'), 'utf8'));
    assert.deepEqual(await claimcheck(['--version'], { cwd }), { status: 0, stdout: `${version}\n`, stderr: '' });
    for (const args of [['--help'], ['check', '--help'], ['fix', '--help'], ['analyze', '--help'], ['init', '--help'], ['lsp', '--help'], ['help', 'check']]) {
      const { status, stdout } = await claimcheck(args, { cwd });
      assert.equal(status, 0);
      assert.match(stdout, /^Usage: claimcheck[\s\S]*\nExamples?:\n/, args.join(' '));
    }
  });
});
