// Reads files for a server that cannot: in a browser, and in remote or virtual folders.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { READ_BYTES, READ_DIRECTORY, READ_TEXT, STAT, WRITE_BYTES, type FileParams, type ReadBytesResult, type ReadDirectoryResult, type ReadTextResult, type StatResult, type WriteBytesParams, type WriteBytesResult } from '../../server/src/protocol.ts';

/** Larger files are no drafts, registries or captures. */
const MOST_BYTES = 32 * 1024 * 1024;

export function answerFileRequests(client: BaseLanguageClient): void {
  const { fs } = vscode.workspace;

  client.onRequest(READ_TEXT, async ({ uri }: FileParams): Promise<ReadTextResult> => {
    try {
      const bytes = await fs.readFile(vscode.Uri.parse(uri, true));
      if (bytes.byteLength > MOST_BYTES || bytes.includes(0)) return null;
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  });

  client.onRequest(READ_BYTES, async ({ uri }: FileParams): Promise<ReadBytesResult> => {
    try {
      const bytes = await fs.readFile(vscode.Uri.parse(uri, true));
      return bytes.byteLength > MOST_BYTES ? null : toBase64(bytes);
    } catch {
      return null;
    }
  });

  client.onRequest(WRITE_BYTES, async ({ uri, base64 }: WriteBytesParams): Promise<WriteBytesResult> => {
    const target = vscode.Uri.parse(uri, true);
    // Only into what is open in this window: the server has no other business.
    if (!vscode.workspace.getWorkspaceFolder(target)) return vscode.l10n.t('the place lies in no folder of this workspace.');
    const beside = target.with({ path: `${target.path}.claimcheck-tmp` });
    try {
      await fs.writeFile(beside, Uint8Array.from(atob(base64), character => character.charCodeAt(0)));
      await fs.rename(beside, target, { overwrite: true });
      return null;
    } catch (error) {
      await Promise.resolve(fs.delete(beside)).catch(() => undefined);
      return error instanceof Error ? error.message : String(error);
    }
  });

  client.onRequest(READ_DIRECTORY, async ({ uri }: FileParams): Promise<ReadDirectoryResult> => {
    try {
      const entries = await fs.readDirectory(vscode.Uri.parse(uri, true));
      // Links to folders are left out: they may lead in a circle.
      return entries.flatMap(([name, type]): ReadDirectoryResult => {
        if (type & vscode.FileType.File) return [{ name, kind: 'file' }];
        return type === vscode.FileType.Directory ? [{ name, kind: 'folder' }] : [];
      });
    } catch {
      return [];
    }
  });

  client.onRequest(STAT, async ({ uri }: FileParams): Promise<StatResult> => {
    try {
      const { type } = await fs.stat(vscode.Uri.parse(uri, true));
      return type & vscode.FileType.File ? 'file' : type & vscode.FileType.Directory ? 'folder' : null;
    } catch {
      return null;
    }
  });
}

/** As many bytes as one call takes as arguments. */
const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += CHUNK) characters += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(characters);
}
