// Captures a page: what the server sent, its words, and when and from where it came, beside the registry.
import { addressKey } from '../model/addresses.ts';
import type { WritePort } from '../ports.ts';
import { describeWords } from './captures.ts';
import { extractText } from './extraction/extract.ts';
import { fingerprintOf } from './fingerprint.ts';
import { fetchPage, type PageOptions } from './network/fetch-page.ts';
import type { NetworkPort } from './network/port.ts';
import type { SourceRecords } from './records.ts';
import type { Extract } from './source-text.ts';

export interface CaptureRequest {
  /** The registry id of the source. */
  readonly id: string;
  readonly url: string;
  /** The folder of the registry. */
  readonly folder: string;
  readonly signal?: AbortSignal;
}

export interface CapturePorts {
  readonly network: NetworkPort;
  readonly write: WritePort;
  readonly records: SourceRecords;
  readonly now: () => Date;
  /** Reads the page. Left out: it is read here. */
  readonly extract?: Extract;
}

export type Capture =
  /** `fields` are for the entry: `file` (relative to the registry), `sha256`, `accessed`. */
  | { readonly done: true; readonly fields: readonly (readonly [name: string, value: string])[]; /** Why the capture gives no words to check against; a whole sentence. */ readonly problem?: string }
  /** A whole sentence that says why nothing was captured. */
  | { readonly done: false; readonly message: string };

/**
 * Writes `captures/ID/DATE-FINGERPRINT.EXT` (the bytes as sent), the same with `.txt` (the words) and with `.json` (address, time, type).
 * An earlier capture stays: it shows what the source said then. Never rejects.
 */
export async function captureSource({ id, url, folder, signal }: CaptureRequest, { network, write, records, now, extract = extractText }: CapturePorts, options: PageOptions): Promise<Capture> {
  const page = await fetchPage({ url, ...(signal ? { signal } : {}) }, network, options);
  if (page.kind === 'unchanged') return { done: false, message: 'The server says that the page is unchanged, and does not send it.' };
  if (page.kind !== 'page') return { done: false, message: page.message };
  if (page.truncated) return { done: false, message: `The page is larger than ${Math.round(options.maxBytes / 1024 / 1024)} MB and was not captured.` };
  const on = now();
  const day = on.toISOString().slice(0, 10);
  const sha256 = fingerprintOf(page.body);
  const name = `${day}-${sha256.slice(0, 8)}${extensionOf(page.body, page.contentType, page.url)}`;
  const file = `captures/${folderFor(id)}/${name}`;
  const text = await extract({ bytes: page.body, name, ...(page.contentType === undefined ? {} : { contentType: page.contentType }) });
  const origin = { id, url, ...(page.url === url ? {} : { answered: page.url }), captured: on.toISOString(), sha256, bytes: page.body.length, ...(page.contentType === undefined ? {} : { contentType: page.contentType }), ...('problem' in text ? { problem: text.problem } : { words: describeWords(text) }) };
  try {
    await write.write(`${folder}/${encodePath(file)}`, page.body);
    if (!('problem' in text)) await write.write(`${folder}/${encodePath(file)}.txt`, new TextEncoder().encode(text.text));
    await write.write(`${folder}/${encodePath(file)}.json`, new TextEncoder().encode(`${JSON.stringify(origin, undefined, 2)}\n`));
  } catch (error) {
    return { done: false, message: `The capture cannot be written beside the registry: ${error instanceof Error ? error.message.replace(/\.?$/, '.') : 'the folder refuses it.'}` };
  }
  const known = { on: on.toISOString(), outcome: 'reached', sha256, ...('problem' in text ? { message: text.problem } : { text }) } as const;
  await records.put({ at: addressKey(url), validators: page.validators, ...known });
  await records.put({ at: `${folder}/${encodePath(file)}`, ...known });
  return { done: true, fields: [['file', file], ['sha256', sha256], ['accessed', day]], ...('problem' in text ? { problem: text.problem } : {}) };
}

/** A folder name that every file system takes; ids that it cannot tell apart get their fingerprint. */
function folderFor(id: string): string {
  const plain = id.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '').slice(0, 60);
  const reserved = plain === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain) || plain !== plain.toLowerCase();
  return plain === id && !reserved ? plain : `${plain === '' ? 'source' : plain.toLowerCase()}-${fingerprintOf(id).slice(0, 6)}`;
}

/** By what the bytes are, then by what the server says, then by the address. */
function extensionOf(bytes: Uint8Array, contentType: string | undefined, url: string): string {
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  if (start === '%PDF-') return '.pdf';
  const type = contentType?.split(';')[0]!.trim().toLowerCase() ?? '';
  const known = Object.hasOwn(EXTENSIONS, type) ? EXTENSIONS[type] : undefined;
  const named = /\.(pdf|html?|txt|md|csv|docx|vtt|srt|json|xml)$/i.exec(/^[^?#]*/.exec(url)![0])?.[0].toLowerCase();
  // Scripts and programs are kept as what they are not: nothing that is captured may be started by a click.
  return (type === 'text/plain' || type === 'application/octet-stream' ? named : undefined) ?? known ?? named ?? '.html';
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/html': '.html', 'application/xhtml+xml': '.html', 'text/plain': '.txt', 'text/markdown': '.md', 'text/csv': '.csv', 'text/vtt': '.vtt', 'application/x-subrip': '.srt', 'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx', 'application/json': '.json', 'application/xml': '.xml', 'text/xml': '.xml', 'application/octet-stream': '.bin',
};

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
