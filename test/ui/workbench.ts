// Drives VS Code's workbench in a headless Chromium as a user would: keys, palette, panels. Used by the UI tests and for the screenshots.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/vscode-host/chromium.mjs';
import { createProfile, installServer, NEWEST, QUIET_SETTINGS, runServerCommand, startServer } from '../../scripts/vscode-host/server.mjs';
import { packageExtension } from '../../scripts/vsix.mjs';

const NEWSROOM = join(import.meta.dirname, '..', '..', 'examples', 'newsroom');

/** Longer than anything takes on a busy machine; only a failure waits so long. */
const PATIENCE = 20_000;

export interface WorkbenchOptions {
  /** User settings, besides those that keep the editor quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** More files for the folder. */
  readonly files?: Readonly<Record<string, string>>;
  readonly width?: number;
  readonly height?: number;
}

/** A window of VS Code with the packaged extension, on a copy of the example newsroom. */
export class Workbench {
  readonly page: Page;
  /** The copy of the newsroom. */
  readonly folder: string;
  readonly #close: () => Promise<void>;

  private constructor(page: Page, folder: string, close: () => Promise<void>) {
    this.page = page;
    this.folder = folder;
    this.#close = close;
  }

  /** Installs what is missing, starts a server and opens a window. */
  static async open({ settings = {}, files = {}, width = 1280, height = 800 }: WorkbenchOptions = {}): Promise<Workbench> {
    const scratch = mkdtempSync(join(tmpdir(), 'claimcheck-ui-'));
    const folder = join(scratch, 'newsroom');
    cpSync(NEWSROOM, folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const installed = await installServer(NEWEST, () => undefined);
    const profile = createProfile(scratch, { ...QUIET_SETTINGS, 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 100, 'editor.minimap.enabled': false, ...settings });
    const { file } = await packageExtension();
    const { status, output } = await runServerCommand(installed, profile, ['--install-extension', file, '--force']);
    if (status !== 0) throw new Error(`The extension could not be installed.\n${output}`);
    const server = await startServer(installed, profile);
    let browser: Browser | undefined;
    const close = async () => {
      await browser?.close();
      await server.stop();
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
      browser = await launchChromium();
      const page = await browser.newPage({ viewport: { width, height } });
      page.setDefaultTimeout(PATIENCE);
      await page.goto(`http://127.0.0.1:${server.port}/?folder=${encodeURIComponent(folder)}`);
      await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
      return new Workbench(page, folder, close);
    } catch (error) {
      await close();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#close();
  }

  /** Opens a file of the folder by its name and waits until it has the focus. */
  async openFile(name: string): Promise<void> {
    await this.#quickInput('ControlOrMeta+P', name, name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
    await this.#focusEditor();
  }

  /** Runs a command by its title in the palette (`Claimcheck: Check Draft`). */
  async runCommand(title: string): Promise<void> {
    await this.#quickInput('F1', `>${title}`, title);
  }

  /** Puts the cursor before the first place of the text in the file on disk (or `offset` characters into it). */
  async goTo(name: string, text: string, offset = 0): Promise<void> {
    const before = this.read(name).split(text, 1)[0]! + text.slice(0, offset);
    const lines = before.split('\n');
    await this.page.keyboard.press('Control+G');
    await this.quickInput.locator('input').fill(`:${lines.length}:${lines.at(-1)!.length + 1}`);
    await this.page.keyboard.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
    await this.page.locator('.editor-status-selection, #status\\.editor\\.selection').filter({ hasText: `Ln ${lines.length}, Col ${lines.at(-1)!.length + 1}` }).waitFor();
  }

  /** A file of the folder as it stands on disk. */
  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** Waits until a file on disk reads as wanted: the window saves by itself, a moment after each edit. */
  async untilFile(name: string, wanted: RegExp): Promise<void> {
    await this.until(() => wanted.test(this.read(name)), () => `${name} does not come to match ${wanted}:\n${this.read(name)}`);
  }

  /** Waits until something holds. */
  async until(holds: () => boolean | Promise<boolean>, reason: () => string): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error(reason());
      await this.page.evaluate('new Promise(resolve => requestAnimationFrame(resolve))');
    }
  }

  /** Opens the Problems panel, narrowed to what contains the text (the list draws only the rows that have room), and gives the focus back to the draft. */
  async showProblems(filter = ''): Promise<void> {
    await this.runCommand('Problems: Focus on Problems View');
    const box = this.page.locator('.part.panel .viewpane-filter input, .part.panel .markers-panel-action-filter input').first();
    await box.fill(filter);
    await this.#focusEditor();
  }

  /** Closes all editors and panels and puts the newsroom back as it was. */
  async reset(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.runCommand('View: Close All Editors');
    await this.page.locator('.tab').first().waitFor({ state: 'detached' });
    if (await this.page.locator('.part.panel').isVisible()) await this.runCommand('View: Hide Panel');
    cpSync(NEWSROOM, this.folder, { recursive: true });
  }

  get editor(): Locator {
    return this.page.locator('.editor-instance .monaco-editor').first();
  }

  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  get hover(): Locator {
    return this.page.locator('.monaco-resizable-hover:visible, .monaco-hover:visible').last();
  }

  get suggestions(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  get actions(): Locator {
    return this.page.locator('.action-widget .monaco-list-row.action');
  }

  get notifications(): Locator {
    return this.page.locator('.notification-toast');
  }

  get problems(): Locator {
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  get statusBar(): Locator {
    return this.page.locator('.part.statusbar');
  }

  squiggles(severity: 'error' | 'warning' | 'info' | 'hint'): Locator {
    return this.editor.locator(`.squiggly-${severity}`);
  }

  /** Shows the hover at the cursor. */
  async showHover(): Promise<Locator> {
    await this.runCommand('Show or Focus Hover');
    await this.hover.waitFor();
    return this.hover;
  }

  /** Opens the list of quick fixes at the cursor. */
  async showFixes(): Promise<Locator> {
    // Pressed before the finding under the cursor has arrived, the key only says that there are none.
    await this.until(async () => {
      await this.page.keyboard.press('ControlOrMeta+.');
      return this.actions.first().waitFor({ timeout: 2000 }).then(() => true, () => false);
    }, () => 'there are no quick fixes at the cursor');
    return this.actions;
  }

  /** Applies the quick fix with that title at the cursor. */
  async applyFix(title: string): Promise<void> {
    await this.showFixes();
    // The rows take keys, not clicks: typing does not filter them, so the list is walked.
    const titles = await this.actions.allInnerTexts();
    const index = titles.findIndex(text => text.trim().includes(title));
    if (index < 0) throw new Error(`No quick fix "${title}" among: ${titles.join(' | ')}`);
    const focused = this.page.locator('.action-widget .monaco-list-row.action.focused');
    for (let press = 0; press <= titles.length && !(await focused.innerText()).includes(title); press++) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    await this.actions.first().waitFor({ state: 'hidden' });
  }

  /** Renames what is at the cursor. */
  async rename(to: string): Promise<void> {
    await this.page.keyboard.press('F2');
    const box = this.page.locator('.rename-box input');
    await box.waitFor();
    await box.fill(to);
    await this.page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }

  /** Answers the question with that title: types the text and confirms. */
  async answer(title: string, text: string): Promise<void> {
    await this.quickInput.locator('.quick-input-title').filter({ hasText: title }).waitFor();
    const input = this.quickInput.locator('input[type="text"], .quick-input-box input').first();
    await input.fill(text);
    // A list shows what it has been narrowed to before Enter takes the first row; a plain question has no list.
    if (await this.quickInput.locator('.quick-input-list').isVisible()) await this.quickInput.locator('.monaco-list-row.focused').filter({ hasText: text }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  async #quickInput(key: string, text: string, wanted: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.quickInput.waitFor();
    await this.quickInput.locator('input').first().fill(text);
    // The first row must be the one that is meant before Enter takes it.
    await this.quickInput.locator('.monaco-list-row.focused').filter({ hasText: wanted }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  async #focusEditor(): Promise<void> {
    await this.runCommand('View: Focus Active Editor Group');
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }
}
