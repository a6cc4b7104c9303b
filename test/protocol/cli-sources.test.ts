// `claimcheck sources` as a process, against a web server on loopback: what it asks for, what it prints, and what it leaves alone.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { page, redirect, startLoopbackServer, type LoopbackServer } from '../unit/loopback-server.ts';
import { claimcheck, folderWith } from './claimcheck-process.ts';

interface Reported {
  path: string;
  findings: { rule: string; message: string; start: number; end: number; fixes: { title: string }[] }[];
}

const words = (text: string) => `<!doctype html><html><head><title>Council</title></head><body><article><h1>Council</h1><p>${text}</p><p>${'The council met on Tuesday to talk about the harbour and its many boats. '.repeat(6)}</p></article></body></html>`;

async function served(t: TestContext): Promise<LoopbackServer> {
  const server = await startLoopbackServer();
  t.after(() => server.close());
  server.set('/minutes', page(words('“We will not raise the levy this year,” the mayor told the members.'), 'text/html', { etag: '"1"' }));
  server.set('/old', redirect(301, '/minutes'));
  server.set('/inward', redirect(302, 'http://169.254.169.254/latest/meta-data/'));
  server.set('/closed', (_, response) => void response.writeHead(403).end());
  server.set('/secret', page(words('Nobody may see this.')));
  return server;
}

const entry = (id: string, url: string, more = '') => `${id}:\n  type: webpage\n  title: ${id}\n  url: ${url}\n  accessed: 2025-10-06\n${more}`;

/** Runs it in the folder with a cache of its own and the server allowed. */
function run(cwd: string, server: LoopbackServer, ...args: string[]) {
  return claimcheck(['sources', '--allow-host', server.host, '--pause', '0', ...args], { cwd, env: { XDG_CACHE_HOME: join(cwd, '.cache'), HTTPS_PROXY: '', https_proxy: '', HTTP_PROXY: '', http_proxy: '' } });
}

const found = (stdout: string) => (JSON.parse(stdout) as Reported[]).flatMap(({ path, findings }) => findings.map(({ rule, message }) => `${path} ${rule} ${message}`));

describe('claimcheck sources', () => {
  test('tells what is gone, has moved and has no copy, and says in a line what it did', async t => {
    const server = await served(t);
    const { origin } = server;
    const cwd = await folderWith(t, {
      'claimcheck.yaml': 'sources: sources.yaml\n',
      'sources.yaml': entry('minutes', `${origin}/minutes`) + entry('old', `${origin}/old`) + entry('gone', `${origin}/gone`) + entry('inward', `${origin}/inward`) + entry('closed', `${origin}/closed`),
      'draft.md': `The council met [@minutes; @old; @gone; @inward; @closed], [as it said](${origin}/nowhere).\n`,
    });
    const { status, stdout, stderr } = await run(cwd, server, '--format', 'json');
    assert.equal(status, 0);
    assert.deepEqual(found(stdout), [
      'draft.md sources/unreachable This link cannot be reached. The page is not there (404).',
      'sources.yaml sources/unarchived There is no archived copy and no capture of “minutes”.',
      `sources.yaml sources/moved The page of “old” has moved for good, to ${origin}/minutes.`,
      'sources.yaml sources/unarchived There is no archived copy and no capture of “old”.',
      'sources.yaml sources/unreachable The page of “gone” cannot be reached. The page is not there (404).',
    ]);
    assert.match(stderr, /^claimcheck: 6 sources: 1 confirmed, 1 moved, 2 unreachable, 2 not answered\.$/m);
    assert.match(stderr, /^claimcheck: inward: not answered\. The page leads to an address that is not asked\./m);
    assert.match(stderr, /^claimcheck: closed: not answered\. The server does not let programs read the page \(403\)\.$/m);
    assert.equal((await run(cwd, server, '--fail-on', 'warning')).status, 1);
  });

  test('holds quotations against the words of the page', async t => {
    const server = await served(t);
    const cwd = await folderWith(t, {
      'claimcheck.yaml': 'sources: sources.yaml\n',
      'sources.yaml': entry('minutes', `${server.origin}/minutes`),
      'draft.md': '“We will never raise the levy this year,” the mayor said [@minutes].\n\n“We will not raise the levy,” the mayor said [@minutes].\n',
    });
    const { status, stdout, stderr } = await run(cwd, server, '--format', 'json');
    assert.equal(status, 0);
    assert.deepEqual(found(stdout).filter(line => line.includes('quotes/')), ['draft.md quotes/mismatch This quotation differs from “minutes” (para. 1): “never” stands for “not”.']);
    assert.match(stderr, /2 quotations checked, 1 mismatch\.$/m);
  });

  test('asks the second time only for what could have changed', async t => {
    const server = await served(t);
    let sent = 0;
    server.set('/kept', (request, response) => {
      if (request.headers['if-none-match'] === '"7"') return void response.writeHead(304).end();
      sent++;
      page(words('“We will not raise the levy this year,” the mayor said.'), 'text/html', { etag: '"7"' })(request, response);
    });
    const cwd = await folderWith(t, { 'sources.yaml': entry('kept', `${server.origin}/kept`), 'draft.md': '---\nsources: sources.yaml\n---\n“We will raise it,” the mayor said [@kept].\n' });
    const first = await run(cwd, server, 'draft.md', '--format', 'json');
    const second = await run(cwd, server, 'draft.md', '--format', 'json');
    assert.equal(sent, 1);
    assert.deepEqual(found(second.stdout), found(first.stdout));
    assert.ok(found(second.stdout).some(line => line.includes('quotes/mismatch')), 'the words are known from the first time');
    await run(cwd, server, 'draft.md', '--no-cache');
    assert.equal(sent, 2);
  });

  test('shows what a page says otherwise since it was captured, and is silent where only its surroundings changed', async t => {
    const server = await served(t);
    const captured = words('The council put the levy at £48.20 a berth.');
    server.set('/edited', page(captured.replace('£48.20', '£52.80')));
    server.set('/dressed', page(captured.replace('<body>', '<body class="new"><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>').replace('</body>', '<aside>Most read</aside><script>track()</script></body>')));
    const cwd = await folderWith(t, {
      'captures/edited.html': captured,
      'captures/dressed.html': captured,
      'sources.yaml': entry('edited', `${server.origin}/edited`, '  file: captures/edited.html\n') + entry('dressed', `${server.origin}/dressed`, '  file: captures/dressed.html\n'),
      'draft.md': '---\nsources: sources.yaml\n---\nIt met [@edited; @dressed].\n',
    });
    const { stdout, stderr } = await run(cwd, server, '--format', 'json');
    assert.deepEqual(found(stdout), ['sources.yaml sources/changed “edited”: The page has changed since it was captured: “£48.20” is now “£52.80”.']);
    assert.match(stderr, /2 sources: 1 confirmed, 1 changed/);
  });

  test('makes nothing of a page that is not what it says it is', async t => {
    const server = await served(t);
    server.set('/picture', page(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 0xff]), 'text/html'));
    server.set('/broken.pdf', page('%PDF-1.7\nnothing of the kind', 'text/html'));
    const cwd = await folderWith(t, {
      'sources.yaml': entry('picture', `${server.origin}/picture`) + entry('broken', `${server.origin}/broken.pdf`),
      'draft.md': '---\nsources: sources.yaml\n---\n“We will raise the levy this year,” the mayor said [@picture; @broken].\n',
    });
    const { stdout, stderr } = await run(cwd, server, '--format', 'json');
    assert.deepEqual(found(stdout).filter(line => !line.includes('sources/unarchived')), [
      'sources.yaml sources/unreachable Nothing can be held against “picture”. The file is a picture; Claimcheck reads web pages, PDF, DOCX, transcripts and plain text.',
      'sources.yaml sources/unreachable Nothing can be held against “broken”. The PDF cannot be read: it is broken, or a part of it is missing. Fetch it once more, or save it anew with another program.',
    ]);
    assert.match(stderr, /2 sources: 2 not readable\.$/m);
    assert.match(stderr, /^claimcheck: broken: not readable\. The PDF cannot be read: it is broken/m);
  });

  test('asks nobody with --offline, and reads the captures', async t => {
    const server = await served(t);
    const cwd = await folderWith(t, {
      'captures/minutes/source.html': words('“We will not raise the levy this year,” the mayor said.'),
      'sources.yaml': entry('minutes', `${server.origin}/minutes`, `  file: captures/minutes/source.html\n  sha256: ${'0'.repeat(64)}\n`) + entry('other', `${server.origin}/gone`),
      'draft.md': '---\nsources: sources.yaml\n---\n“We will raise the levy this year,” the mayor said [@minutes; @other].\n',
    });
    const { stdout, stderr } = await run(cwd, server, 'draft.md', '--offline', '--format', 'json');
    assert.deepEqual(server.asked, []);
    assert.deepEqual(found(stdout).filter(line => line.includes('sources/')), ['sources.yaml sources/changed The file of “minutes” is not the one that was captured: its fingerprint is another.']);
    assert.match(stderr, /2 sources: 1 changed, 1 not asked/);
  });

  test('asks of a draft that is named for the sources that it cites, of a folder for all', async t => {
    const server = await served(t);
    const cwd = await folderWith(t, {
      'claimcheck.yaml': 'sources: sources.yaml\n', 'sources.yaml': entry('minutes', `${server.origin}/minutes`) + entry('gone', `${server.origin}/gone`),
      'a.md': 'It met [@minutes].\n', 'b.md': 'It fell [@gone].\n',
    });
    const all = await run(cwd, server);
    assert.match(all.stderr, /2 sources: 1 confirmed, 1 unreachable/);
    const before = server.asked.length;
    const one = await run(cwd, server, 'a.md', '--format', 'json');
    assert.deepEqual(server.asked.slice(before), ['/robots.txt', '/minutes']);
    assert.match(one.stderr, /1 source: 1 confirmed\./);
    assert.deepEqual(found(one.stdout), ['sources.yaml sources/unarchived There is no archived copy and no capture of “minutes”.']);
  });

  test('says that it was given up, and not that all is well', { skip: process.platform === 'win32' ? 'no process can be interrupted there' : false }, async t => {
    const server = await served(t);
    let interrupt: () => void = () => assert.fail('it is not running');
    server.set('/slow', () => interrupt());
    const cwd = await folderWith(t, { 'draft.md': `It met, [the minutes say](${server.origin}/minutes) and [more](${server.origin}/slow).\n` });
    const { status, stderr } = await claimcheck(['sources', 'draft.md', '--allow-host', server.host, '--pause', '0', '--no-cache'], { cwd, onStart: stop => void (interrupt = stop) });
    assert.equal(status, 2);
    assert.match(stderr, /^claimcheck: Given up: \d sources?/m);
  });

  test('knows nothing of pages with --offline, whatever earlier runs found of them', async t => {
    const server = await served(t);
    const cwd = await folderWith(t, { 'sources.yaml': entry('minutes', `${server.origin}/minutes`) + entry('gone', `${server.origin}/gone`), 'draft.md': '---\nsources: sources.yaml\n---\n“We will raise the levy this year,” the mayor said [@minutes; @gone].\n' });
    assert.match((await run(cwd, server, 'draft.md')).stderr, /1 confirmed, 1 unreachable; 1 quotation checked/);
    const { stdout, stderr } = await run(cwd, server, 'draft.md', '--offline', '--format', 'json');
    assert.deepEqual(found(stdout), []);
    assert.match(stderr, /2 sources: 2 not asked\.$/m);
  });

  test('tells two entries apart that share a file or a page', async t => {
    const server = await served(t);
    const captured = words('The council put the levy at £48.20 a berth.');
    server.set('/edited', page(captured.replace('£48.20', '£52.80')));
    const cwd = await folderWith(t, {
      'captures/edited.html': captured,
      'sources.yaml': entry('altered', `${server.origin}/minutes`, `  file: captures/edited.html\n  sha256: ${'a'.repeat(64)}\n`) + entry('plain', `${server.origin}/edited`, '  file: captures/edited.html\n') + entry('bare', `${server.origin}/edited`),
      'draft.md': '---\nsources: sources.yaml\n---\nIt met [@altered; @plain; @bare].\n',
    });
    const { stdout } = await run(cwd, server, '--format', 'json');
    assert.deepEqual(found(stdout).filter(line => line.includes('sources/changed')), [
      'sources.yaml sources/changed The file of “altered” is not the one that was captured: its fingerprint is another.',
      'sources.yaml sources/changed “plain”: The page has changed since it was captured: “£48.20” is now “£52.80”.',
    ]);
  });

  test('says that a file outside the project is not read', async t => {
    const server = await served(t);
    const cwd = await folderWith(t, { 'sources.yaml': 'host:\n  type: report\n  title: Host\n  publisher: Town\n  issued: 2025\n  file: /etc/hostname\n', 'draft.md': '---\nsources: sources.yaml\n---\nIt met [@host].\n' });
    const { stdout, stderr } = await run(cwd, server, '--format', 'json', '--offline');
    assert.deepEqual(found(stdout), ['sources.yaml sources/unreachable Nothing can be held against “host”. The file lies outside the folder of the project, where Claimcheck reads nothing. Put a copy beside the registry.']);
    assert.match(stderr, /1 source: 1 not readable\./);
  });

  test('never asks for, names or keeps a confidential source', async t => {
    const server = await served(t);
    const cwd = await folderWith(t, {
      'sources.yaml': entry('leak', `${server.origin}/secret`, '  terms: background\n'),
      'draft.md': `---\nsources: sources.yaml\n---\nIt was said [@leak], [here](${server.origin}/secret).\n`,
    });
    const { stdout, stderr } = await run(cwd, server, 'draft.md', '--format', 'json');
    assert.deepEqual(server.asked, []);
    assert.doesNotMatch(stdout + stderr, /leak|secret/);
    assert.deepEqual(await readdir(join(cwd, '.cache')).catch(() => []), []);
  });

  test('asks no private address that was not allowed', async t => {
    const server = await served(t);
    const cwd = await folderWith(t, { 'draft.md': `It met, [the minutes say](${server.origin}/minutes).\n` });
    const { stderr } = await claimcheck(['sources', '--no-cache', '--pause', '0'], { cwd });
    assert.deepEqual(server.asked, []);
    assert.match(stderr, /1 source: 1 not answered\.\n.*The address is a private one/);
  });

  test('looks for archived copies where it is told to', async t => {
    const server = await served(t);
    server.set('/available', (request, response) => {
      const url = new URL(request.url!, server.origin).searchParams.get('url')!;
      response.end(JSON.stringify({ archived_snapshots: { closest: { available: true, url: `http://web.archive.org/web/20251001/${url}` } } }));
    });
    const cwd = await folderWith(t, { 'sources.yaml': entry('minutes', `${server.origin}/minutes`), 'draft.md': '---\nsources: sources.yaml\n---\nIt met [@minutes].\n' });
    const { stdout } = await run(cwd, server, '--archive', `${server.origin}/available`, '--format', 'json');
    const [finding] = (JSON.parse(stdout) as Reported[]).flatMap(({ findings }) => findings);
    assert.equal(finding?.message, 'There is no archived copy and no capture of “minutes”. An archive holds one.');
    assert.deepEqual(finding.fixes.map(({ title }) => title), [`Add the archived copy https://web.archive.org/web/20251001/${server.origin}/minutes`]);
  });

  test('takes no more than eight connections', async t => {
    const servers = await Promise.all(Array.from({ length: 10 }, () => startLoopbackServer()));
    t.after(() => Promise.all(servers.map(server => server.close())));
    let open = 0;
    let most = 0;
    for (const server of servers) {
      for (let i = 0; i < 5; i++) {
        server.set(`/${i}`, (_, response) => {
          most = Math.max(most, ++open);
          response.once('close', () => open--);
          setImmediate(() => page(words('It met.'))(_, response));
        });
      }
    }
    const cwd = await folderWith(t, { 'draft.md': `${servers.flatMap(({ origin }) => Array.from({ length: 5 }, (_, i) => `It met, [page](${origin}/${i}).`)).join(' ')}\n` });
    const { stderr } = await claimcheck(['sources', '--no-cache', '--pause', '0', ...servers.flatMap(({ host }) => ['--allow-host', host])], { cwd });
    assert.match(stderr, /50 sources: 50 confirmed/);
    assert.ok(most <= 8, `${most} connections at once`);
  });
});
