// What the pure core needs of the world, as small interfaces; node.ts, browser.ts and main.ts supply them.

/** Read access to files by URI (`file:///…`, `vscode-remote://…`, `untitled:…`). Nothing here throws for a missing file. */
export interface FilePort {
  /** The text of a file, decoded as UTF-8 with a leading byte-order mark kept out; `undefined` if there is none, it cannot be read or it is not text. */
  readText(uri: string): Promise<string | undefined>;
  /** What a file holds; `undefined` where `readText` would give it for a missing or too large file. */
  readBytes(uri: string): Promise<Uint8Array | undefined>;
  /** The files of a folder and all below it, as URIs, sorted; folders that `skip` accepts (by their name) are not entered. */
  list(folderUri: string, skip: (folderName: string) => boolean): Promise<readonly string[]>;
  /** What stands at the address: `undefined` where there is nothing. */
  kind(uri: string): Promise<'file' | 'folder' | undefined>;
}

/** Write access to files, for the commands that say that they write. */
export interface WritePort {
  /** Writes a file and the folders above it: beside first, then renamed, so that nobody reads half of it. Rejects with a message that says why it cannot. */
  write(uri: string, bytes: Uint8Array): Promise<void>;
}

/** Where log lines go: never text of a draft, a registry or a page. */
export interface LogPort {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Lets waiting messages in: must be a macrotask, for a cancellation cannot arrive during a microtask. */
export type YieldNow = () => Promise<void>;

/** Is the work that was asked for still wanted? */
export interface Abort {
  readonly aborted: boolean;
}
