// The file port of a server that cannot read a file itself: it asks the client, which has the editor's own file system.
import type { Connection } from 'vscode-languageserver';
import type { FilePort, WritePort } from '../ports.ts';
import { READ_BYTES, READ_DIRECTORY, READ_TEXT, STAT, WRITE_BYTES, type FileParams, type ReadBytesResult, type ReadDirectoryResult, type ReadTextResult, type StatResult, type WriteBytesParams, type WriteBytesResult } from '../protocol.ts';

/** A listing ends here: a home folder or a disk's root is no project. */
const MOST_ENTRIES = 50_000;

/** Files through the client's answers to the requests of protocol.ts. A request that fails counts as "nothing there". */
export function clientFiles(connection: Connection): FilePort {
  const ask = <R>(method: string, uri: string, otherwise: R): Promise<R> =>
    connection.sendRequest<R>(method, { uri } satisfies FileParams).catch(() => otherwise);
  return {
    async readText(uri) {
      const text = await ask<ReadTextResult>(READ_TEXT, uri, null);
      return text ?? undefined;
    },
    async readBytes(uri) {
      const bytes = await ask<ReadBytesResult>(READ_BYTES, uri, null);
      return bytes === null ? undefined : Uint8Array.from(atob(bytes), character => character.charCodeAt(0));
    },
    async list(folderUri, skip) {
      const found: string[] = [];
      let entries = 0;
      const folders = [folderUri];
      for (let folder = folders.pop(); folder !== undefined && entries < MOST_ENTRIES; folder = folders.pop()) {
        for (const { name, kind } of await ask<ReadDirectoryResult>(READ_DIRECTORY, folder, [])) {
          entries++;
          const uri = `${folder.replace(/\/$/, '')}/${encodeURIComponent(name).replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
          if (kind === 'file') found.push(uri);
          else if (!skip(name)) folders.push(uri);
        }
      }
      return found.sort();
    },
    async kind(uri) {
      return (await ask<StatResult>(STAT, uri, null)) ?? undefined;
    },
  };
}

/** Writes through the client. */
export function clientWriter(connection: Connection): WritePort {
  return {
    async write(uri, bytes) {
      let characters = '';
      for (let at = 0; at < bytes.length; at += CHUNK) characters += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
      const refusal = await connection.sendRequest<WriteBytesResult>(WRITE_BYTES, { uri, base64: btoa(characters) } satisfies WriteBytesParams);
      if (refusal !== null) throw new Error(refusal);
    },
  };
}

/** As many bytes as one call takes as arguments. */
const CHUNK = 0x8000;
