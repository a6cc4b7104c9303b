// The source checks: asks for every page, reads every local file, and records what came of it.
import { addressKey } from '../model/addresses.ts';
import type { FilePort } from '../ports.ts';
import { extractText, MOST_BYTES } from './extraction/extract.ts';
import { fingerprintOf } from './fingerprint.ts';
import { findArchived } from './network/archive.ts';
import { fetchPage, type Page, type PageOptions } from './network/fetch-page.ts';
import type { AllowedHosts } from './network/guard.ts';
import { inParallel } from './network/in-parallel.ts';
import type { NetworkPort } from './network/port.ts';
import { sleep, Turns } from './network/turns.ts';
import { describeDifference } from './page-change.ts';
import type { Extract } from './source-text.ts';
import type { SourceRecord, SourceRecords } from './records.ts';

/** A page or file that drafts rest on. Confidential sources are never among them. */
export interface SourceTarget {
  /** How progress and log may name it: a registry id or the host of a bare link. */
  readonly name: string;
  /** The page, if it has one. */
  readonly url?: string;
  /** Its local capture or file, and the fingerprint that the registry has of it. */
  readonly file?: { readonly uri: string; readonly sha256?: string; /** Does it lie outside the project, where nothing is read? */ readonly outside?: boolean };
  /** Does the registry name an archived copy? */
  readonly archived: boolean;
}

export interface SourceCheckPorts {
  readonly files: FilePort;
  /** Undefined where there is no way to the network, or it is not to be used: then files alone are read. */
  readonly network: NetworkPort | undefined;
  readonly records: SourceRecords;
  readonly now: () => Date;
  /** Reads files. Left out: they are read here, as the thread comes to it. */
  readonly extract?: Extract;
}

export interface SourceCheckOptions {
  readonly allowedHosts: AllowedHosts;
  readonly userAgent: string;
  /** Milliseconds for each request. */
  readonly timeout: number;
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
  /** The availability service of an archive, which is asked for copies of pages without one. Left out: nobody is asked. */
  readonly archive?: string;
  readonly signal?: AbortSignal;
  /** After each source: how many are done, and the name of the last. */
  readonly onProgress?: (done: number, name: string) => void;
}

/** Connections at once. */
export const MOST_CONNECTIONS = 8;
/** Larger pages are read to here. */
export const MOST_PAGE_BYTES = 20 * 1024 * 1024;
/** Seconds that a server may ask to be left alone and still be asked again in this run. */
const LONGEST_RETRY = 20;

/** What a run did. Records that were made before it was given up are kept. */
export interface SourceCheckRun {
  readonly checked: readonly SourceTarget[];
  /** Addresses and files (as in `SourceRecord.at`) whose record is another one now. */
  readonly changed: readonly string[];
  readonly cancelled: boolean;
}

export async function checkSources(targets: readonly SourceTarget[], ports: SourceCheckPorts, options: SourceCheckOptions): Promise<SourceCheckRun> {
  const { network, records } = ports;
  const turns = network && new Turns(network, options);
  const pageOptions: PageOptions = {
    allowedHosts: options.allowedHosts, userAgent: options.userAgent, maxBytes: MOST_PAGE_BYTES, timeout: options.timeout,
    now: () => ports.now().getTime(),
    ...(turns ? { admit: (url: URL, signal: AbortSignal | undefined) => turns.admit(url, signal) } : {}),
  };
  const run: Run = { ports, options, pageOptions };
  const checked: SourceTarget[] = [];
  const changed = new Set<string>();
  const keep = async (record: SourceRecord | undefined) => {
    if (!record) return;
    await records.put(record);
    changed.add(record.at);
  };
  await inParallel(byTurns(targets), MOST_CONNECTIONS, options.signal, async target => {
    const capture = target.file && await readFile(target.file, run);
    await keep(capture?.record);
    if (target.url !== undefined && network) await keep(await checkPage(target, target.url, capture, network, run));
    if (options.signal?.aborted) return;
    checked.push(target);
    options.onProgress?.(checked.length, target.name);
  });
  return { checked, changed: [...changed], cancelled: options.signal?.aborted === true };
}

interface Run {
  readonly ports: SourceCheckPorts;
  readonly options: SourceCheckOptions;
  readonly pageOptions: PageOptions;
}

/** Takes the hosts in turn, so that one host with many pages does not keep all connections waiting. */
function byTurns(targets: readonly SourceTarget[]): SourceTarget[] {
  const rounds = new Map<string, number>();
  return targets.map(target => {
    const host = target.url === undefined ? '' : /^[a-z]+:\/\/([^/?#]*)/i.exec(target.url)?.[1] ?? '';
    const round = rounds.get(host) ?? 0;
    rounds.set(host, round + 1);
    return { target, round };
  }).sort((a, b) => a.round - b.round).map(({ target }) => target);
}

// --- local files ------------------------------------------------------------------------------

interface Capture {
  readonly record: SourceRecord;
  readonly sha256: string | undefined;
}

async function readFile({ uri, outside }: NonNullable<SourceTarget['file']>, { ports }: Run): Promise<Capture> {
  const on = ports.now().toISOString();
  if (outside) return { sha256: undefined, record: { at: uri, on, outcome: 'reached', message: OUTSIDE } };
  const bytes = await ports.files.readBytes(uri);
  if (!bytes) {
    const there = (await ports.files.kind(uri)) === 'file';
    return { sha256: undefined, record: { at: uri, on, ...(there ? { outcome: 'reached', message: TOO_LARGE } : { outcome: 'unreachable', message: 'The file is not there. Mend its path, or capture the source again.' }) } };
  }
  const fingerprint = fingerprintOf(bytes);
  const before = await ports.records.get(uri);
  if (before?.sha256 === fingerprint && before.text) return { sha256: fingerprint, record: { at: uri, on, outcome: 'reached', sha256: fingerprint, text: before.text } };
  const text = await (ports.extract ?? extractText)({ bytes, name: nameOf(uri) });
  return { sha256: fingerprint, record: { at: uri, on, outcome: 'reached', sha256: fingerprint, ...('problem' in text ? { message: text.problem } : { text }) } };
}

const OUTSIDE = 'The file lies outside the folder of the project, where Claimcheck reads nothing. Put a copy beside the registry.';
const TOO_LARGE = `The file is larger than ${MOST_BYTES / 1024 / 1024} MB, or closed to this program. Put the part that matters into a file of its own.`;

// --- pages ------------------------------------------------------------------------------------

async function checkPage(target: SourceTarget, url: string, capture: Capture | undefined, network: NetworkPort, run: Run): Promise<SourceRecord | undefined> {
  const { ports, options, pageOptions } = run;
  const at = addressKey(url);
  const before = await ports.records.get(at);
  // Without the words of the earlier answer, "the same as before" would say nothing.
  const validators = before?.text ? before.validators : undefined;
  const ask = () => fetchPage({ url, ...(validators ? { validators } : {}), ...(options.signal ? { signal: options.signal } : {}) }, network, pageOptions);
  let page = await ask();
  if ('retryAfter' in page && page.retryAfter !== undefined && page.retryAfter <= LONGEST_RETRY) {
    await sleep(page.retryAfter * 1000, options.signal);
    page = await ask();
  }
  if (page.kind === 'cancelled' || options.signal?.aborted) return undefined;
  const record = await recordOf(at, page, before, ports.now(), ports.extract ?? extractText);
  const change = capture && changeSince(capture, record);
  const archived = record.outcome === 'reached' && !target.archived && !target.file && options.archive !== undefined
    ? await findArchived(url, options.archive, network, { ...pageOptions, ...(options.signal ? { signal: options.signal } : {}) })
    : undefined;
  return { ...record, ...(change ? { change } : {}), ...(archived === undefined ? {} : { archived }) };
}

async function recordOf(at: string, page: Exclude<Page, { kind: 'cancelled' }>, before: SourceRecord | undefined, now: Date, extract: Extract): Promise<SourceRecord> {
  const on = now.toISOString();
  const moved = 'movedTo' in page && page.movedTo !== undefined && addressKey(page.movedTo) !== at ? { movedTo: page.movedTo } : {};
  switch (page.kind) {
    case 'gone': return { at, on, outcome: 'unreachable', message: page.message };
    case 'closed': case 'refused': return { at, on, outcome: 'unanswered', message: page.message };
    case 'cancelled': return { at, on, outcome: 'unanswered', message: page.message };
    case 'unchanged': {
      const { validators, sha256, text } = before!;
      return { at, on, outcome: 'reached', ...moved, ...(validators ? { validators } : {}), ...(sha256 === undefined ? {} : { sha256 }), ...(text ? { text } : {}) };
    }
    case 'page': {
      const sha256 = fingerprintOf(page.body);
      const known = before?.sha256 === sha256 ? before.text : undefined;
      const text = known ?? await extract({ bytes: page.body, name: nameOf(page.url), ...(page.contentType === undefined ? {} : { contentType: page.contentType }) });
      const words = 'problem' in text ? { message: text.problem } : { text: page.truncated ? { ...text, truncated: true } : text };
      return { at, on, outcome: 'reached', ...moved, validators: page.validators, sha256, ...words };
    }
  }
}

/** A page changes its advertisements with every answer: what counts is whether its words are those of the capture. */
function changeSince(capture: Capture, { sha256, text }: SourceRecord): SourceRecord['change'] {
  const captured = capture.record.text;
  if (capture.sha256 === undefined || capture.sha256 === sha256 || !captured || !text || captured.truncated || text.truncated) return undefined;
  const message = describeDifference(captured.text, text.text);
  return message === undefined ? undefined : { capture: capture.sha256, message };
}

/** The last part of an address, without query. */
function nameOf(address: string): string {
  const path = /^[^?#]*/.exec(address)![0];
  return path.slice(path.lastIndexOf('/') + 1);
}
