// The texts of the workspace: open documents first, then files, read at most once until they change.
import type { FilePort } from '../ports.ts';
import { isWithin } from './uris.ts';

/** A text as it stood at one time. The same object is given for as long as nothing was changed: its identity is a cache key. */
export interface TextState {
  readonly uri: string;
  readonly text: string;
  /** Of an open document. */
  readonly version: number | undefined;
  readonly language: string | undefined;
}

/** Characters of files' texts that are kept; open documents are not counted. */
const KEPT_CHARACTERS = 16 * 1024 * 1024;
/** Files read at once. */
const AT_ONCE = 8;

export class Texts {
  readonly #files: FilePort;
  readonly #open = new Map<string, TextState>();
  /** Least recently used first. */
  readonly #read = new Map<string, Promise<TextState | undefined>>();
  readonly #sizes = new Map<string, number>();
  readonly #stamps = new Map<string, number>();
  readonly #waiting: (() => void)[] = [];
  #kept = 0;
  #reading = 0;

  constructor(files: FilePort) {
    this.#files = files;
  }

  open(uri: string, text: string, version: number, language: string): void {
    this.#open.set(uri, { uri, text, version, language });
    this.changed(uri);
  }

  /** Sets a new text of an open document; a document that was never opened is taken as Markdown. */
  change(uri: string, text: string, version: number): void {
    this.open(uri, text, version, this.#open.get(uri)?.language ?? 'markdown');
  }

  close(uri: string): void {
    if (this.#open.delete(uri)) this.changed(uri);
  }

  /** Forgets what was read of a file. */
  changed(uri: string): void {
    this.#stamps.set(uri, this.stamp(uri) + 1);
    this.#read.delete(uri);
    this.#kept -= this.#sizes.get(uri) ?? 0;
    this.#sizes.delete(uri);
  }

  /** Forgets all that was read of a folder that is gone. */
  changedBelow(folder: string): void {
    for (const uri of [...this.#read.keys()]) if (uri !== folder && isWithin(folder, uri)) this.changed(uri);
  }

  /** Grows with every change of the text: what was computed from it holds for as long as the stamp is the same. */
  stamp(uri: string): number {
    return this.#stamps.get(uri) ?? 0;
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  openDocuments(): readonly TextState[] {
    return [...this.#open.values()];
  }

  /** Is there a text, or a file of any content? */
  async exists(uri: string): Promise<boolean> {
    return this.#open.has(uri) || (await this.#files.kind(uri)) === 'file';
  }

  /** The text, or undefined where there is none or it cannot be read. */
  read(uri: string): Promise<TextState | undefined> {
    const open = this.#open.get(uri);
    if (open) return Promise.resolve(open);
    const known = this.#read.get(uri);
    if (known) {
      this.#read.delete(uri);
      this.#read.set(uri, known);
      return known;
    }
    const reading = this.#readFile(uri);
    this.#read.set(uri, reading);
    return reading;
  }

  async #readFile(uri: string): Promise<TextState | undefined> {
    const stamp = this.stamp(uri);
    if (this.#reading < AT_ONCE) this.#reading++;
    else await new Promise<void>(resolve => this.#waiting.push(resolve));
    try {
      const text = await this.#files.readText(uri).catch(() => undefined);
      if (text === undefined) return undefined;
      if (stamp === this.stamp(uri)) this.#keep(uri, text.length);
      return { uri, text, version: undefined, language: undefined };
    } finally {
      // The one who waits longest takes the place over.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#reading--;
    }
  }

  #keep(uri: string, size: number): void {
    this.#sizes.set(uri, size);
    this.#kept += size;
    for (const oldest of this.#read.keys()) {
      if (this.#kept <= KEPT_CHARACTERS) break;
      if (oldest === uri || !this.#sizes.has(oldest)) continue;
      this.#read.delete(oldest);
      this.#kept -= this.#sizes.get(oldest)!;
      this.#sizes.delete(oldest);
    }
  }
}
