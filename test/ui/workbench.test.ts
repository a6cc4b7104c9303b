// What a user sees and does in VS Code, on the example newsroom: findings, hovers, quick fixes, rename, completion and every command.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { Workbench } from './workbench.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CALL = 'leaders-call.md';

describe('VS Code with Claimcheck', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ settings: { 'claimcheck.initials': 'mw' } });
  });
  after(() => workbench?.close());
  beforeEach(async () => {
    await workbench.reset();
    await workbench.openFile(CALL);
  });
  // What the window looked like when a test ended; the last one is that of a failure, for tests run one by one.
  afterEach(async ({ name }) => {
    mkdirSync(join(ROOT, 'test-results'), { recursive: true });
    await workbench.page.screenshot({ path: join(ROOT, 'test-results', `${name.replaceAll(/\W+/g, '-')}.png`) });
  });

  it('marks findings in the text and counts them in the status bar', async () => {
    await workbench.goTo(CALL, 'comerce-list');
    await workbench.squiggles('error').first().waitFor();
    await workbench.squiggles('warning').first().waitFor();
    await workbench.statusBar.getByText(/Claimcheck/).filter({ hasText: /[1-9]/ }).waitFor();
  });

  it('lists findings in Problems with their rule', async () => {
    await workbench.showProblems('sources/unknown');
    const row = workbench.problems.filter({ hasText: 'sources/unknown' });
    await row.waitFor();
    assert.match(await row.innerText(), /comerce-list.*claimcheck/s);
  });

  it('opens the page of a rule from the link beside its finding', async () => {
    await workbench.showProblems('sources/unknown');
    await workbench.problems.filter({ hasText: 'sources/unknown' }).getByText('sources/unknown', { exact: true }).click({ modifiers: ['ControlOrMeta'] });
    await workbench.page.getByRole('tab', { name: /unknown\.md/ }).waitFor();
    await workbench.page.locator('.view-line').filter({ hasText: 'What it checks' }).waitFor();
  });

  it('checks while the user types, and forgets a finding that is mended', async () => {
    await workbench.showProblems('draft/tk');
    const rows = workbench.problems.filter({ hasText: 'draft/tk' });
    await workbench.until(async () => (await rows.count()) === 1, () => 'the marker of the draft is not reported');
    await workbench.goTo(CALL, 'The truce runs');
    await workbench.page.keyboard.type('TKTK ');
    await workbench.until(async () => (await rows.count()) === 2, () => 'the typed marker is not reported');
    for (let press = 0; press < 5; press++) await workbench.page.keyboard.press('Backspace');
    await workbench.until(async () => (await rows.count()) === 1, () => 'the finding stays although the marker is gone');
  });

  it('shows the source of a citation', async () => {
    await workbench.goTo(CALL, '@truce-text', 3);
    const text = await (await workbench.showHover()).innerText();
    assert.match(text, /Exchange of letters on the suspension of additional duties/);
    assert.match(text, /Treaty Series of Aldoria/);
  });

  it('shows who verified a claim', async () => {
    await workbench.goTo(CALL, '<!-- claim id=call', 8);
    assert.match(await (await workbench.showHover()).innerText(), /verified.*mw/s);
  });

  it('shows where else a figure stands', async () => {
    await workbench.goTo(CALL, 'no more than 20%', 13);
    assert.match(await (await workbench.showHover()).innerText(), /loopline-sale/);
  });

  it('applies a quick fix', async () => {
    await workbench.goTo(CALL, 'comerce-list', 3);
    await workbench.squiggles('error').first().waitFor();
    await workbench.applyFix('Change to “commerce-list”');
    await workbench.untilFile(CALL, /\[@commerce-list\]/);
  });

  it('cites a new source and opens its entry at what is to be filled in', async () => {
    await workbench.goTo(CALL, 'Container traffic');
    await workbench.squiggles('warning').first().waitFor();
    await workbench.applyFix('Cite a new source, added to sources.yaml');
    await workbench.untilFile(CALL, /fell 12 percent in August ?\[@new-source\]\./);
    await workbench.untilFile('sources.yaml', /^new-source:\n {2}type: webpage/m);
    await workbench.page.locator('.tab.active[data-resource-name="sources.yaml"]').waitFor();
    await workbench.statusBar.getByText(/\(2 selected\)/).waitFor();
  });

  it('renames a source in the registry and in every draft', async () => {
    await workbench.goTo(CALL, '@term-sheet', 3);
    await workbench.rename('sale-terms');
    await workbench.untilFile(CALL, /\[@sale-terms, sec\. 3\]/);
    await workbench.untilFile('loopline-sale.md', /\[@sale-terms, sec\. 3\]/);
    await workbench.untilFile('sources.yaml', /^sale-terms:/m);
  });

  it('completes source ids', async () => {
    await workbench.goTo(CALL, 'Container traffic');
    await workbench.page.keyboard.type('[@trea');
    await workbench.page.keyboard.press('Control+Space');
    await workbench.page.keyboard.press('Escape');
    for (let press = 0; press < 4; press++) await workbench.page.keyboard.press('Backspace');
    await workbench.page.keyboard.press('Control+Space');
    const row = workbench.suggestions.filter({ hasText: 'truce-text' });
    await row.waitFor();
    await workbench.page.keyboard.type('truc');
    await workbench.suggestions.filter({ hasText: 'truce-text' }).and(workbench.page.locator('.focused')).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.untilFile(CALL, /\[@truce-text\]? ?Container traffic/);
  });

  it('goes from a citation to its entry', async () => {
    await workbench.goTo(CALL, '@truce-text', 3);
    await workbench.page.keyboard.press('F12');
    await workbench.page.locator('.tab.active[data-resource-name="sources.yaml"]').waitFor();
  });

  describe('commands', () => {
    const tested = new Set<string>();
    const command = async (title: string) => {
      tested.add(title);
      await workbench.runCommand(`Claimcheck: ${title}`);
    };

    it('Check Draft', async () => {
      await command('Check Draft');
      await workbench.problems.first().waitFor();
      await workbench.statusBar.getByText(/Claimcheck has found \d+ errors/).waitFor();
    });

    it('Check Workspace', async () => {
      await command('Check Workspace');
      await workbench.notifications.filter({ hasText: /\d+ documents checked/ }).waitFor();
      // Drafts that are not open are in the list as well.
      await workbench.showProblems('draft/confidential');
      await workbench.problems.filter({ hasText: 'loopline-sale.md' }).waitFor();
      await workbench.runCommand('Notifications: Clear All Notifications');
    });

    it('Insert Claim', async () => {
      await workbench.goTo(CALL, 'Container traffic');
      await command('Insert Claim');
      await workbench.suggestions.filter({ hasText: /^status/ }).waitFor();
      await workbench.untilFile(CALL, /fell 12 percent in August\.\s<!-- claim\s+-->/);
    });

    it('Cite Source…', async () => {
      await workbench.goTo(CALL, 'Container traffic');
      await command('Cite Source…');
      await workbench.answer('Cite a source', 'harbour-figures');
      await workbench.untilFile(CALL, /fell 12 percent in August ?\[@harbour-figures\]\./);
    });

    it('New Source…', async () => {
      await command('New Source…');
      await workbench.answer('what is it?', 'dataset');
      await workbench.answer('its id', 'customs-aug');
      await workbench.answer('its title', 'Customs returns for August');
      await workbench.answer('its address', 'https://customs.aldoria.example/2025-08');
      await workbench.untilFile('sources.yaml', /^customs-aug:\n(?: {2}.*\n)* {2}title: Customs returns for August/m);
    });

    it('Source This Paragraph…', async () => {
      await workbench.goTo(CALL, 'Container traffic');
      await workbench.statusBar.getByText(/Claimcheck/).filter({ hasText: /\d+\/\d+/ }).waitFor();
      await command('Source This Paragraph…');
      const row = workbench.quickInput.locator('.monaco-list-row').filter({ hasText: 'harbour-figures' });
      await row.filter({ hasText: /shares the/ }).waitFor();
      await workbench.answer('Source this paragraph', 'harbour-figures');
      await workbench.untilFile(CALL, /fell 12 percent in August ?\[@harbour-figures\]\./);
      await workbench.statusBar.getByText('1 of 1 claims settled.').waitFor();
      // One answer is one step to undo, in the draft.
      await workbench.quickInput.waitFor({ state: 'hidden' });
      await workbench.goTo(CALL, 'Container traffic');
      await workbench.page.keyboard.press('ControlOrMeta+Z');
      await workbench.untilFile(CALL, /fell 12 percent in August\./);
    });

    it('Source This Section…', async () => {
      await workbench.goTo(CALL, 'Container traffic');
      await command('Source This Section…');
      await workbench.answer('Source this section', 'Mark as observed by the reporter');
      await workbench.untilFile(CALL, /fell 12 percent in August\.\s<!-- claim status=observed -->/);
      await workbench.page.keyboard.press('Escape');
    });

    it('Mark Claim as Verified', async () => {
      await workbench.goTo(CALL, 'Aldoria’s tariffs');
      await command('Mark Claim as Verified');
      await workbench.untilFile(CALL, /figure=tariff-peak value=145% as-of=2025-04 status=verified by=mw on=\d{4}-\d\d-\d\d hash=[0-9a-f]{8} -->/);
    });

    it('goes to the next marker', async () => {
      const title = titles().find(name => /marker/i.test(name));
      assert.ok(title);
      await command(title);
      await workbench.statusBar.getByText(/Ln 42, Col \d+ \(\d+ selected\)/).waitFor();
    });

    it('Restart Server', async () => {
      await command('Restart Server');
      await workbench.statusBar.getByText('The Claimcheck server has been restarted.').waitFor();
      await workbench.goTo(CALL, 'comerce-list');
      await workbench.squiggles('error').first().waitFor();
    });

    it('are all tested', () => {
      // Those that go to the network have a file of their own. All drafts' sources are not asked for: the newsroom's pages are not on loopback (test/protocol/check-sources.test.ts).
      tested.add('Check Sources of All Drafts');
      const elsewhere = readFileSync(join(import.meta.dirname, 'source-checks.test.ts'), 'utf8');
      assert.deepEqual(titles().filter(title => !tested.has(title) && !elsewhere.includes(`'Claimcheck: ${title}'`)), []);
    });
  });
});

/** The titles of the commands in the manifest, as the palette shows them after their category. */
function titles(): string[] {
  const read = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8')) as Record<string, unknown>;
  const { commands } = read('package.json')['contributes'] as { commands: { title: string }[] };
  const texts = read('package.nls.json');
  return commands.map(({ title }) => String(texts[title.replaceAll('%', '')] ?? title));
}
