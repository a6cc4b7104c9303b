// What was found of pages and files when they were last checked: kept between runs, so that the next asks only for what could have changed.
import * as v from 'valibot';
import type { CheckResult } from '../model/context.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Validators } from './network/fetch-page.ts';
import type { SourceText } from './source-text.ts';

/** The last check of one address or file, with what the next one needs. */
export interface SourceRecord extends CheckResult {
  readonly validators?: Validators;
  readonly text?: SourceText;
}

/** Keeps texts by name; nothing throws for what is not there. */
export interface RecordStore {
  read(name: string): Promise<string | undefined>;
  /** Writes beside and renames: a reader sees the old text or the new one. */
  write(name: string, text: string): Promise<void>;
}

/** Records by their address. Without a store they last as long as the process. */
export class SourceRecords {
  readonly #store: RecordStore | undefined;
  readonly #known = new Map<string, Promise<SourceRecord | undefined>>();
  #revision = 0;

  readonly #isKept: (at: string) => boolean;

  /** `isKept`: which records are to be known at all. */
  constructor(store?: RecordStore, isKept: (at: string) => boolean = () => true) {
    this.#store = store;
    this.#isKept = isKept;
  }

  /** Grows with every record that is put: what was computed from records holds for as long as it is the same. */
  get revision(): number {
    return this.#revision;
  }

  /** Is there nothing to be had, whatever is asked for? */
  get isEmpty(): boolean {
    return this.#store === undefined && this.#known.size === 0;
  }

  get(at: string): Promise<SourceRecord | undefined> {
    if (this.isEmpty || !this.#isKept(at)) return NOTHING;
    let record = this.#known.get(at);
    if (!record) this.#known.set(at, (record = this.#read(at)));
    return record;
  }

  /** What cannot be stored is still known until the end of the process. */
  async put(record: SourceRecord): Promise<void> {
    this.#known.set(record.at, Promise.resolve(record));
    this.#revision++;
    await this.#store?.write(nameFor(record.at), JSON.stringify({ version: VERSION, record })).catch(() => undefined);
  }

  async #read(at: string): Promise<SourceRecord | undefined> {
    const text = await this.#store?.read(nameFor(at)).catch(() => undefined);
    if (text === undefined) return undefined;
    try {
      const { record } = v.parse(STORED, JSON.parse(text));
      return record.at === at ? (record as SourceRecord) : undefined;
    } catch {
      // Of another version, or half of it: it is made anew.
      return undefined;
    }
  }
}

const NOTHING = Promise.resolve(undefined);

/** A name that every file system takes, and that tells nobody which sources a newsroom checks. */
function nameFor(at: string): string {
  return `${fingerprintOf(at).slice(0, 32)}.json`;
}

const VERSION = 1;
const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0));
const STORED = v.object({
  version: v.literal(VERSION),
  record: v.object({
    at: v.string(), on: v.string(), outcome: v.picklist(['reached', 'unreachable', 'unanswered']),
    message: v.optional(v.string()), movedTo: v.optional(v.string()), sha256: v.optional(v.string()), archived: v.optional(v.string()),
    validators: v.optional(v.object({ of: v.optional(v.string()), etag: v.optional(v.string()), lastModified: v.optional(v.string()) })),
    change: v.optional(v.object({ capture: v.string(), message: v.string() })),
    text: v.optional(v.object({
      format: v.picklist(['html', 'pdf', 'docx', 'transcript', 'text']), text: v.string(), title: v.optional(v.string()), truncated: v.boolean(),
      locators: v.array(v.object({ start: COUNT, end: COUNT, locator: v.string() })),
    })),
  }),
});
