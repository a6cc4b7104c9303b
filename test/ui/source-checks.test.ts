// The life of a source check in VS Code: palette, progress, diagnostics, hover, fix, capture; against a web server on loopback.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { page, redirect, startLoopbackServer, type LoopbackServer } from '../unit/loopback-server.ts';
import { Workbench } from './workbench.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const words = (text: string) => `<!doctype html><html><head><title>Harbour</title></head><body><article><h1>Harbour levy</h1><p>${text}</p><p>${'The council met on Tuesday to talk about the harbour and its many boats. '.repeat(6)}</p></article></body></html>`;

describe('Check Sources in VS Code', () => {
  let server: LoopbackServer;
  let workbench: Workbench;
  before(async () => {
    server = await startLoopbackServer();
    server.set('/statement', page(words('“We will not raise the levy this year,” Mayor Ada Brandt told the members. The council put the levy at £48.20 a berth.')));
    server.set('/old', redirect(301, '/statement'));
    server.set(`/save/${server.origin}/statement`, redirect(302, `/web/2025/${server.origin}/statement`));
    server.set(`/web/2025/${server.origin}/statement`, page('kept'));
    workbench = await Workbench.open({
      settings: { 'claimcheck.sources.allowHosts': [server.host], 'claimcheck.sources.pause': 0, 'claimcheck.sources.archive.save': true, 'claimcheck.sources.archive.saveService': `${server.origin}/save/` },
      files: {
        'harbour.md': '---\ndate: 2025-10-07\nsources: harbour.yaml\n---\n# Harbour levy\n\n“We will never raise the levy this year,” Mayor Ada Brandt said [@statement; @notice].\n\nThe council put the levy at £52.80 a berth [@statement].\n',
        'harbour.yaml': `# Kept by the harbour desk\nstatement:\n  type: webpage\n  title: Statement\n  url: ${server.origin}/statement\n  accessed: 2025-10-06\n\nnotice:\n  type: webpage\n  title: Notice\n  url: ${server.origin}/old\n  accessed: 2025-10-06\n`,
      },
    });
    await workbench.openFile('harbour.md');
  });
  after(async () => {
    await workbench?.close();
    await server?.close();
  });
  afterEach(async ({ name }) => {
    mkdirSync(join(ROOT, 'test-results'), { recursive: true });
    await workbench.page.screenshot({ path: join(ROOT, 'test-results', `sources-${name.replaceAll(/\W+/g, '-')}.png`) });
  });

  it('asks for nothing before the command is run', async () => {
    await workbench.statusBar.getByText(/Claimcheck/).first().waitFor();
    assert.deepEqual(server.asked, []);
  });

  it('says what it is doing, and shows its progress until it can be given up', async () => {
    let answer: (() => void) | undefined;
    server.set('/robots.txt', (_, response) => {
      answer = () => void response.writeHead(404).end();
    });
    await workbench.runCommand('Claimcheck: Check Sources');
    await workbench.notifications.filter({ hasText: 'asking for the sources of this draft' }).waitFor();
    await workbench.until(() => answer !== undefined, () => 'the server was not asked');
    await workbench.page.screenshot({ path: join(ROOT, 'test-results', 'sources-progress.png') });
    answer!();
    await workbench.notifications.filter({ hasText: '2 sources: 1 confirmed, 1 moved' }).waitFor();
  });

  it('shows the quotation that the page has otherwise, and uses its words', async () => {
    await workbench.showProblems('quotes/mismatch');
    await workbench.problems.filter({ hasText: '“never” stands for “not”' }).waitFor();
    await workbench.goTo('harbour.md', '“We will never', 4);
    // The finding comes first; the passage of the page and where it stands are the server's to add.
    await (await workbench.showHover()).filter({ hasText: /We will not raise the levy this year/ }).filter({ hasText: /para\. 1/ }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.applyFix('Use the words of');
    await workbench.untilFile('harbour.md', /“We will not raise the levy this year,”/);
    await workbench.problems.filter({ hasText: 'quotes/mismatch' }).waitFor({ state: 'detached' });
  });

  it('shows the figure that the page has otherwise, and uses it', async () => {
    await workbench.showProblems('figures/source-mismatch');
    await workbench.problems.filter({ hasText: '£48.20' }).waitFor();
    await workbench.goTo('harbour.md', '£52.80', 2);
    await workbench.applyFix('Use the figure of');
    await workbench.untilFile('harbour.md', /at £48\.20 a berth/);
  });

  it('shows what has moved in the registry, and updates its address', async () => {
    await workbench.openFile('harbour.yaml');
    await workbench.showProblems('sources/moved');
    await workbench.problems.filter({ hasText: 'has moved for good' }).waitFor();
    await workbench.goTo('harbour.yaml', `${server.origin}/old`, 3);
    await workbench.applyFix('Update the address');
    await workbench.untilFile('harbour.yaml', new RegExp(`title: Notice\\n {2}url: ${server.origin}/statement\\n`));
  });

  it('captures a source from its finding', async () => {
    await workbench.openFile('harbour.yaml');
    await workbench.goTo('harbour.yaml', `${server.origin}/statement`, 3);
    await workbench.applyFix('Capture the page');
    await workbench.untilFile('harbour.yaml', /# Kept by the harbour desk\nstatement:\n {2}type: webpage\n {2}title: Statement\n {2}url: \S+\n {2}accessed: \d{4}-\d\d-\d\d\n {2}file: captures\/statement\/\S+\.html\n {2}sha256: [\da-f]{64}\n/);
    const file = /file: (\S+)/.exec(workbench.read('harbour.yaml'))![1]!;
    assert.match(workbench.read(`${file}.txt`), /Mayor Ada Brandt told the members/);
  });

  it('captures and archives a source that is picked from a list', async () => {
    await workbench.openFile('harbour.md');
    await workbench.runCommand('Claimcheck: Capture Source…');
    await workbench.answer('Which source?', 'notice');
    await workbench.untilFile('harbour.yaml', /notice:\n(?: {2}.*\n)* {2}file: captures\/notice\/\S+\.html\n/);
    await workbench.openFile('harbour.md');
    await workbench.runCommand('Claimcheck: Archive Source…');
    await workbench.answer('Which source?', 'statement');
    await workbench.untilFile('harbour.yaml', new RegExp(`statement:\\n(?: {2}.*\\n)* {2}archived: ${server.origin}/web/2025/${server.origin}/statement\\n`));
  });

  it('keeps the passage that bears a quotation out among the excerpts', async () => {
    await workbench.goTo('harbour.md', '“We will not', 4);
    await (await workbench.showHover()).filter({ hasText: /word for word/ }).filter({ hasText: /not kept yet; the code actions here .* add the passage to “statement”/ }).waitFor();
    await workbench.page.screenshot({ path: join(ROOT, 'test-results', 'sources-excerpt-hover.png') });
    await workbench.page.keyboard.press('Escape');
    await workbench.applyFix('Add the passage to the excerpts of “statement”');
    await workbench.untilFile('harbour.yaml', /statement:\n(?: {2}.*\n)* {2}excerpts:\n {4}- text: "We will not raise the levy this year,?"\n {6}locator: para\. 1\n/);
  });
});
