// A file port over a map, for tests of the workspace; counts what is read.
import type { FilePort } from '../../server/src/ports.ts';
import { canonicalUri, isWithin, pathBelow } from '../../server/src/workspace/uris.ts';

export interface InMemoryFiles extends FilePort {
  /** Every address whose text was asked for, in order. */
  readonly reads: string[];
  /** Every folder that was listed. */
  readonly lists: string[];
  write(uri: string, text: string): void;
  remove(uri: string): void;
}

/** `files`: address or path below `file:///news/` -> text. `undefined` as text: a file that is there and cannot be read. */
export function inMemoryFiles(files: Readonly<Record<string, string | undefined>>): InMemoryFiles {
  const texts = new Map(Object.entries(files).map(([uri, text]) => [toUri(uri), text]));
  const reads: string[] = [];
  const lists: string[] = [];
  return {
    reads, lists,
    write: (uri, text) => void texts.set(toUri(uri), text),
    remove: uri => void texts.delete(toUri(uri)),
    async readText(uri) {
      reads.push(uri);
      return texts.get(uri)?.replace(/^\uFEFF/, '');
    },
    async readBytes(uri) {
      const text = texts.get(uri);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    async list(folder, skip) {
      lists.push(folder);
      return [...texts.keys()].filter(uri => isWithin(folder, uri) && !pathBelow(folder, uri)!.split('/').slice(0, -1).some(skip)).sort();
    },
    async kind(uri) {
      if (texts.has(uri)) return 'file';
      return [...texts.keys()].some(file => isWithin(uri, file)) ? 'folder' : undefined;
    },
  };
}

export function toUri(path: string): string {
  return canonicalUri(/^[a-z-]+:/.test(path) ? path : `file:///news/${path}`);
}
