// Takes the README's pictures (docs/screenshots/*.png) of VS Code with the example newsroom: `node scripts/screenshots.mjs`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, runMain, Stop } from './machine/commands.mjs';
import { installPackages, root, underOwnNode } from './machine/packages.mjs';

const SETTINGS = {
  'workbench.colorTheme': 'Default Light Modern',
  'editor.fontSize': 15,
  'editor.lineHeight': 1.6,
  'editor.lineNumbers': 'on',
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
};
const CALL = 'leaders-call.md';

runMain(async () => {
  await installPackages(line => console.log(line));
  return underOwnNode(fileURLToPath(import.meta.url), takeAll);
});

async function takeAll() {
  const built = await run(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root });
  if (built.status !== 0) throw new Stop(`Claimcheck could not be built.\n${built.output.trim()}`);
  const { Workbench } = await import('../test/ui/workbench.ts');
  const folder = join(root, 'docs', 'screenshots');
  mkdirSync(folder, { recursive: true });
  const workbench = await Workbench.open({ settings: SETTINGS });
  /** @param {string} name @param {import('playwright-core').Locator} [part] what must be in the picture; the whole window without one */
  const take = async (name, part) => {
    await workbench.page.screenshot({ path: join(folder, `${name}.png`), ...(part ? { clip: await around(part, workbench.page.viewportSize()) } : {}) });
    console.log(`docs/screenshots/${name}.png`);
  };
  try {
    await workbench.openFile(CALL);
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.goTo(CALL, 'Container traffic', 20);
    await workbench.squiggles('warning').first().waitFor();

    await workbench.showFixes();
    await take('quick-fix', workbench.page.locator('.action-widget:visible').first());
    await workbench.page.keyboard.press('Escape');

    await workbench.goTo(CALL, '@readout', 3);
    await take('hover', await workbench.showHover());
    await workbench.page.keyboard.press('Escape');

    await workbench.goTo(CALL, '\nExperts say');
    await workbench.page.keyboard.type(' [@');
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+Space');
    await workbench.suggestions.filter({ hasText: 'tariff-schedule' }).waitFor();
    await take('completion', workbench.page.locator('.suggest-widget.visible'));
    await workbench.reset();
    await workbench.openFile(CALL);

    await workbench.showProblems();
    await workbench.goTo(CALL, 'Most of them');
    await workbench.squiggles('warning').first().waitFor();
    await take('editor');
  } finally {
    await workbench.close();
  }
  await takeSourceCheck(Workbench, folder);
  return 0;
}

/** A draft whose source says something else, after “Check Sources” has asked for its page, which stands on loopback. */
async function takeSourceCheck(Workbench, folder) {
  const { page: answer, startLoopbackServer } = await import('../test/unit/loopback-server.ts');
  const server = await startLoopbackServer();
  const filler = 'The council met on Tuesday to talk about the harbour, its quays and its many boats. '.repeat(6);
  server.set('/minutes', answer(`<!doctype html><title>Minutes</title><article><h1>Harbour levy</h1><p>The council put the levy at £48.20 a berth.</p><p>“We will not raise the levy again this year,” Mayor Ada Brandt told the members.</p><p>${filler}</p></article>`));
  const workbench = await Workbench.open({
    settings: { ...SETTINGS, 'claimcheck.sources.allowHosts': [server.host], 'claimcheck.sources.pause': 0 },
    files: {
      'harbour.md': '---\ndate: 2025-10-07\nsources: harbour.yaml\n---\n# Harbour levy to stay\n\n“We will never raise the levy again this year,” Mayor Ada Brandt said [@minutes].\n\nThe council put the levy at £52.80 a berth [@minutes].\n',
      'harbour.yaml': `minutes:\n  type: webpage\n  title: Minutes of the harbour council\n  url: ${server.origin}/minutes\n  accessed: 2025-10-06\n`,
    },
  });
  try {
    await workbench.openFile('harbour.md');
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.runCommand('Claimcheck: Check Sources');
    await workbench.notifications.filter({ hasText: '1 source' }).waitFor();
    await workbench.squiggles('warning').first().waitFor();
    await workbench.goTo('harbour.md', '“We will never', 4);
    const hover = await workbench.showHover();
    await hover.filter({ hasText: 'We will not raise' }).waitFor();
    await workbench.page.screenshot({ path: join(folder, 'source-check.png'), clip: await around(hover, workbench.page.viewportSize()) });
    console.log('docs/screenshots/source-check.png');
  } finally {
    await workbench.close();
    await server.close();
  }
}

/** The part of the window around something that popped up, from a line above it or so. */
async function around(part, { width, height }) {
  const box = await part.boundingBox();
  // Room for the whole of it, and for what stands beside it.
  const clip = { width: Math.min(width, Math.max(800, Math.ceil(box.width) + 160)), height: Math.min(height, Math.max(360, Math.ceil(box.height) + 100)) };
  const within = (value, most) => Math.round(Math.max(0, Math.min(value, most)));
  return { x: within(box.x - 120, width - clip.width), y: within(box.y - 80, height - clip.height), ...clip };
}
