// Where downloads are kept between runs: outside node_modules, so that a new `npm ci` does not throw them away.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The cache folder of this user; the variable CLAIMCHECK_CACHE names another. */
export const cacheFolder = process.env.CLAIMCHECK_CACHE ?? join(usersCache(), 'claimcheck');

/**
 * A folder of the cache, filled by `fill` when it is not there yet. It appears whole or not at all: a run that is broken off leaves nothing that looks finished.
 * @param {string} name with its version
 * @param {(folder: string) => Promise<void>} fill
 */
export async function cached(name, fill) {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const partial = mkdtempSync(`${folder}.partial-`);
  try {
    await fill(partial);
    if (!existsSync(folder)) renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return folder;
}

function usersCache() {
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
}
