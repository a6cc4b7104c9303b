#!/usr/bin/env node
// Stands in for the desktop's `code` where @vscode/test-electron runs tests: the same arguments, but the editor is VS Code's server with a headless Chromium.
// CLAIMCHECK_HOST holds the server as JSON: {main, node}.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { createProfile, startServer } from './server.mjs';

/** Longer than any run of the tests; a page that never reports must not hold up a machine for ever. */
const PATIENCE = 180_000;

/** What the workbench says about itself on every start; its compiled log and watchdog are left out of the server on purpose. */
const CHATTER = /^(%s)?((Error: )?(Could not locate the bindings file|Cannot find module '\.\/build\/Release\/watchdog')|Creating a socket|Resolv(ing|ed) connection token|Ignoring fetching additional builtin|Updating additional builtin|\[Service Worker|\[reconnection-grace|\[AgentHost|\[ChatModel|\[AccountPolicy|ChatSessionStore|Settings Sync)/;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    'user-data-dir': { type: 'string' }, 'extensions-dir': { type: 'string' },
    extensionDevelopmentPath: { type: 'string', multiple: true }, extensionTestsPath: { type: 'string' },
  },
});

const scratch = mkdtempSync(join(tmpdir(), 'claimcheck-host-'));
const profile = createProfile(scratch);
if (values['user-data-dir']) profile.data = createProfile(values['user-data-dir']).data;
if (values['extensions-dir']) profile.extensions = values['extensions-dir'];

const server = await startServer(JSON.parse(process.env.CLAIMCHECK_HOST), profile, { testDriver: true });
let browser;
let ending;

/** Puts everything away, once, and ends with that status. */
function end(status) {
  ending ??= (async () => {
    await browser?.close().catch(() => undefined);
    await server.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    process.exit(status);
  })();
  return ending;
}

process.on('SIGINT', () => end(130));
process.on('SIGTERM', () => end(143));
server.exited.then(status => {
  if (ending) return;
  console.error(`VS Code's server ended in the middle of the tests (status ${status}).\n${server.log()}`);
  end(1);
});

try {
  browser = await launchChromium();
  const page = await browser.newPage();
  await page.exposeFunction('codeAutomationLog', (kind, [first, ...rest]) => {
    if (!CHATTER.test(String(first))) (console[kind] ?? console.log)(first, ...rest);
  });
  await page.exposeFunction('codeAutomationExit', status => void end(status));
  page.on('crash', () => {
    console.error('The page of VS Code crashed.');
    end(1);
  });
  const remote = path => `vscode-remote://127.0.0.1:${server.port}${resolve(path)}`;
  const payload = [
    ...(values.extensionDevelopmentPath ?? []).map(path => ['extensionDevelopmentPath', remote(path)]),
    ...(values.extensionTestsPath ? [['extensionTestsPath', remote(values.extensionTestsPath)]] : []),
    ['skipWelcome', 'true'],
  ];
  const opened = positionals[0] === undefined ? 'ew=true' : `${positionals[0].endsWith('.code-workspace') ? 'workspace' : 'folder'}=${encodeURI(resolve(positionals[0]))}`;
  await page.goto(`http://127.0.0.1:${server.port}/?${opened}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
  setTimeout(async () => {
    console.error(`The tests did not end within ${PATIENCE / 1000} seconds.`);
    end(1);
  }, PATIENCE).unref();
} catch (error) {
  console.error(String(error?.message ?? error));
  end(1);
}
