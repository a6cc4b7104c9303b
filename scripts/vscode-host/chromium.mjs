// Finds a Chromium on this machine and starts it without a window.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findProgram } from '../machine/commands.mjs';

/** What to tell where there is none. */
export const NO_CHROMIUM = 'No Chromium was found. Install one with "apt-get install chromium" (Debian, Ubuntu) or "npx playwright-core install chromium", or name one in the variable CHROMIUM.';

/** The path of a Chromium, or undefined: the variable CHROMIUM, the system's, or Playwright's own. */
export function findChromium() {
  if (process.env.CHROMIUM) return existsSync(process.env.CHROMIUM) ? process.env.CHROMIUM : undefined;
  const ofSystem = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(findProgram).find(Boolean);
  return ofSystem ?? [chromium.executablePath(), '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find(file => existsSync(file));
}

/** @returns {Promise<import('playwright-core').Browser>} */
export function launchChromium() {
  return chromium.launch({
    executablePath: findChromium(),
    headless: true,
    // The sandbox cannot be had as root, as in most containers; the pages are our own and come from the loopback address.
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
