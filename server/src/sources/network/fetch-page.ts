// Asks for one address as a browser would, a redirect at a time, and says in few words what came of it.
import { readUrl, type AllowedHosts } from './guard.ts';
import { NetworkError, type NetworkFailure, type NetworkPort, type NetworkResponse } from './port.ts';

export interface PageRequest {
  readonly url: string;
  /** What an earlier answer said of its version: where it is the same still, nothing is sent again (RFC 9110, section 13). */
  readonly validators?: Validators;
  readonly signal?: AbortSignal;
}

export interface Validators {
  /** The address that they are of, where it is not the one that is asked for: redirects may lead to it. */
  readonly of?: string;
  readonly etag?: string;
  readonly lastModified?: string;
}

export type Page =
  | { readonly kind: 'page'; readonly url: string; readonly movedTo?: string; readonly body: Uint8Array; readonly contentType?: string; readonly validators: Validators; readonly truncated: boolean }
  /** The version that the validators name is the present one. */
  | { readonly kind: 'unchanged'; readonly url: string; readonly movedTo?: string }
  | PageFailure;

/**
 * - `gone`: the link fails, for readers as well. `closed`: the server does not let programs in, or asks them to come later; a reader may well see the page.
 * - `refused`: it was not asked, for it stands for a private address or is none. `cancelled`: given up.
 */
export interface PageFailure {
  readonly kind: 'gone' | 'closed' | 'refused' | 'cancelled';
  /** A whole sentence. */
  readonly message: string;
  readonly status?: number;
  /** Seconds that the server asks to be left alone. */
  readonly retryAfter?: number;
}

export interface PageOptions {
  readonly allowedHosts: AllowedHosts;
  /** Names the tool and where to read of it. */
  readonly userAgent: string;
  readonly maxBytes: number;
  /** Milliseconds for each request. */
  readonly timeout: number;
  /** Called before every request with its address: waits until the host may be asked (again), or says in a sentence why it is not asked. */
  readonly admit?: (url: URL, signal: AbortSignal | undefined) => Promise<string | undefined>;
  /** The time now, in milliseconds since 1970, for a `Retry-After` that names a date. */
  readonly now: () => number;
}

const MOST_REDIRECTS = 5;

/** Never rejects: what goes wrong is in the answer. */
export async function fetchPage({ url, validators, signal }: PageRequest, network: NetworkPort, options: PageOptions): Promise<Page> {
  let address = url;
  /** The last address that all redirects so far led to for good. */
  let movedTo: string | undefined;
  let permanent = true;
  let first: string | undefined;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const target = readUrl(address, options.allowedHosts);
    if ('refusal' in target) return redirects === 0 ? { kind: 'refused', message: target.refusal } : { kind: 'refused', message: `The page leads to an address that is not asked. ${target.refusal}` };
    first ??= target.href;
    const refusal = await options.admit?.(target, signal);
    if (refusal !== undefined) return { kind: 'closed', message: refusal };
    let response: NetworkResponse;
    try {
      response = await network.request({
        method: 'GET',
        url: target.href,
        headers: requestHeaders(options.userAgent, (validators?.of ?? first) === target.href ? validators : undefined),
        maxBytes: options.maxBytes,
        timeout: options.timeout,
        ...(signal ? { signal } : {}),
      });
    } catch (error) {
      return failureOf(error);
    }
    const moved = movedTo === undefined ? {} : { movedTo };
    const { status, headers } = response;
    if (status === 304) return { kind: 'unchanged', url: target.href, ...moved };
    if (status >= 200 && status < 300) {
      const { etag, 'last-modified': lastModified, 'content-type': contentType } = headers;
      return {
        kind: 'page', url: target.href, ...moved, body: response.body, truncated: response.truncated, ...(contentType === undefined ? {} : { contentType }),
        validators: { ...(target.href === first ? {} : { of: target.href }), ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) },
      };
    }
    const location = headers['location'];
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return failureOfStatus(response, options.now());
    const next = resolve(location, target);
    if (next === undefined) return { kind: 'gone', status, message: 'The page leads on to an address that cannot be read.' };
    permanent &&= status === 301 || status === 308;
    if (permanent) movedTo = next;
    address = next;
  }
  return { kind: 'gone', message: `The page leads on and on: more than ${MOST_REDIRECTS} redirects.` };
}

function requestHeaders(userAgent: string, { etag, lastModified }: Validators = {}): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.8',
    'accept-language': 'en,*;q=0.5',
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  };
}

/** Relative to the page that says it; its fragment is for the reader. */
function resolve(location: string, base: URL): string | undefined {
  try {
    return new URL(location, base).href;
  } catch {
    return undefined;
  }
}

const KINDS: Readonly<Record<NetworkFailure, PageFailure['kind']>> = {
  'refused-address': 'refused', 'unknown-host': 'gone', 'no-connection': 'gone', certificate: 'gone', timeout: 'gone', broken: 'gone', cancelled: 'cancelled',
};

function failureOf(error: unknown): PageFailure {
  if (error instanceof NetworkError) return { kind: KINDS[error.kind], message: error.message };
  return { kind: 'gone', message: 'The request failed.' };
}

/** Statuses by which a server keeps programs out, or asks them to come later: no sign that readers do not see the page. */
const CLOSED = new Set([401, 402, 403, 405, 406, 407, 408, 421, 425, 429, 451, 999]);

function failureOfStatus({ status, headers }: NetworkResponse, now: number): PageFailure {
  const wait = secondsOf(headers['retry-after'], now);
  const later = wait === undefined ? {} : { retryAfter: wait };
  if (status === 404 || status === 410) return { kind: 'gone', status, message: `The page is not there (${status}).` };
  if (status === 429 || status === 503) return { kind: 'closed', status, ...later, message: `The server asks to be left alone for a while (${status}).` };
  if (CLOSED.has(status)) return { kind: 'closed', status, message: `The server does not let programs read the page (${status}).` };
  if (status >= 500) return { kind: 'gone', status, ...later, message: `The server answers with an error (${status}).` };
  return { kind: 'gone', status, message: `The server does not give the page (${status}).` };
}

/** `Retry-After` in seconds or as a date (RFC 9110, section 10.2.3). */
function secondsOf(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header);
  const date = Date.parse(header.slice(0, 64));
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
