// Records of source checks as files of a folder of the disk.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { RecordStore } from './sources/records.ts';

/** A store in a folder that is made when it is needed; others on the machine cannot read it, for it tells which sources a newsroom looks at. */
export function folderStore(folder: string): RecordStore {
  return {
    read: name => readFile(join(folder, name), 'utf8'),
    async write(name, text) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const beside = join(folder, `${name}.${process.pid}.tmp`);
      await writeFile(beside, text, { mode: 0o600 });
      await rename(beside, join(folder, name));
    },
  };
}

/** The user's folder for caches, which may be deleted at any time: of XDG on Linux, of the system on macOS and Windows. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const base = process.platform === 'win32' ? env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local')
    : process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches')
    : env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(base, 'claimcheck', 'sources');
}
