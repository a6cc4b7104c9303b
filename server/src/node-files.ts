// The file port in Node: reads text files and lists folders of the local disk, by `file:` address.
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FilePort, WritePort } from './ports.ts';
import { canonicalUri } from './workspace/uris.ts';

/** Larger files are not read: no draft, registry or capture of that size can be worked with. */
const MOST_BYTES = 32 * 1024 * 1024;
/** A listing ends here: a home folder or a disk's root is no project. */
const MOST_ENTRIES = 200_000;

export function toFileUri(path: string): string {
  return canonicalUri(pathToFileURL(path).href);
}

/** The path of a `file:` address; undefined for any other. */
export function fromFileUri(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

export const nodeFiles: FilePort = {
  async readText(uri) {
    const bytes = await readBytes(fromFileUri(uri));
    return bytes && decodeText(bytes);
  },

  readBytes: uri => readBytes(fromFileUri(uri)),

  async list(folderUri, skip) {
    const top = fromFileUri(folderUri);
    if (top === undefined) return [];
    const found: string[] = [];
    let entries = 0;
    const folders = [top];
    for (let folder = folders.pop(); folder !== undefined && entries < MOST_ENTRIES; folder = folders.pop()) {
      // A folder that may not be read, or is gone meanwhile, holds nothing for us.
      for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
        entries++;
        const path = join(folder, entry.name);
        // Links to folders are not followed, for they may lead in a circle.
        if (entry.isDirectory()) {
          if (!skip(entry.name)) folders.push(path);
        } else if (entry.isFile() || (entry.isSymbolicLink() && (await stat(path).catch(() => undefined))?.isFile())) found.push(toFileUri(path));
      }
    }
    return found.sort();
  },

  async kind(uri) {
    const path = fromFileUri(uri);
    const what = path === undefined ? undefined : await stat(path).catch(() => undefined);
    return what?.isFile() ? 'file' : what?.isDirectory() ? 'folder' : undefined;
  },
};

export const nodeWriter: WritePort = {
  async write(uri, bytes) {
    const path = fromFileUri(uri);
    if (path === undefined) throw new Error('this address is none of the disk.');
    await mkdir(dirname(path), { recursive: true });
    const beside = `${path}.${process.pid}.tmp`;
    try {
      await writeFile(beside, bytes);
      await rename(beside, path);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  },
};

/** Text from bytes: UTF-8, its byte-order mark taken off; undefined for bytes that are no text (a zero byte, or not UTF-8). */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function readBytes(path: string | undefined): Promise<Uint8Array | undefined> {
  if (path === undefined) return undefined;
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      return size > MOST_BYTES ? undefined : new Uint8Array(await file.readFile());
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
