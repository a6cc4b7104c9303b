// What a command may reach: streams, environment, files; and how it says that it cannot do its work.
import type { Readable, Writable } from 'node:stream';
import type { FilePort } from '../ports.ts';
import type { ClosableNetwork, NetworkOptions } from '../sources/network/port.ts';
import type { RecordStore } from '../sources/records.ts';
import type { Extract } from '../sources/source-text.ts';

export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly files: FilePort;
  /** A path's address and back: a path of the disk in the form of the system. */
  toUri(path: string): string;
  fromUri(uri: string): string | undefined;
  /** A way to the network, for the commands that say that they use it. */
  network(options: NetworkOptions): Promise<ClosableNetwork>;
  /** Reads sources' files, away from this thread. */
  readonly extract: Extract;
  /** Where the records of source checks are kept. */
  records(): RecordStore;
}

/** The exit statuses: nothing that fails the check; findings that do; the command could not do its work. */
export const CLEAN = 0;
export const FINDINGS = 1;
export const FAILED = 2;

/** The command cannot do its work. The message is one line for the user: what, where. */
export class CommandError extends Error {}

/** Writes, and waits where the reader is slower. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (text === '' || stream.write(text)) return;
  await new Promise<void>(resolve => {
    const done = () => {
      stream.off('drain', done).off('close', done).off('error', done);
      resolve();
    };
    stream.on('drain', done).on('close', done).on('error', done);
  });
}

/** One line on standard error. */
export function complain(terminal: Terminal, message: string): void {
  terminal.stderr.write(`claimcheck: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
}

/** The bytes of a stream, to its end. */
export async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
