// The network port in Node: undici's client with a guard on every name that it looks up and every address that it connects to.
import { lookup as systemLookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, ProxyAgent, request, type Dispatcher } from 'undici';
import { hostOf, isAllowed, isPublicAddress, PRIVATE, readUrl } from './sources/network/guard.ts';
import { NetworkError, type ClosableNetwork, type NetworkFailure, type NetworkOptions, type NetworkRequest, type NetworkResponse } from './sources/network/port.ts';

export interface NodeNetworkOptions extends NetworkOptions {
  /** Looks names up; the system's resolver where it is left out. */
  readonly lookup?: Lookup;
}

/** All addresses of a name, as `dns.lookup` gives them. */
export type Lookup = (hostname: string, options: LookupAllOptions, callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

/** A name that stands for more addresses than this is cut short. */
const MOST_ADDRESSES = 32;
/** Response headers beyond this many bytes end the request. */
const MOST_HEADER_BYTES = 64 * 1024;
const CONNECT_TIMEOUT = 10_000;

/** Nothing connects before the first request. */
export function createNodeNetwork(options: NodeNetworkOptions = {}): ClosableNetwork {
  const allowed = options.allowedHosts ?? [];
  const lookup = options.lookup ?? systemLookup;
  const shared = { maxHeaderSize: MOST_HEADER_BYTES, pipelining: 1, connections: 2 };
  const guarded = new Agent({ ...shared, connect: { lookup: guard(lookup), timeout: CONNECT_TIMEOUT } });
  const open = new Agent({ ...shared, connect: { timeout: CONNECT_TIMEOUT } });
  const proxy = options.proxy === undefined || options.proxy === '' ? undefined : new ProxyAgent({ uri: options.proxy, ...shared });

  const dispatcherOf = async (url: URL): Promise<Dispatcher> => {
    const named = isAllowed(url, allowed);
    if (!proxy || isWithoutProxy(hostOf(url), options.noProxy ?? [])) return named ? open : guarded;
    if (!named) await refusePrivateName(hostOf(url), lookup);
    return proxy;
  };

  return {
    async request(asked) {
      const url = readUrl(asked.url, allowed);
      if ('refusal' in url) throw new NetworkError('refused-address', url.refusal);
      if (asked.signal?.aborted) throw new NetworkError('cancelled', CANCELLED);
      const deadline = AbortSignal.timeout(asked.timeout);
      const signal = asked.signal ? AbortSignal.any([asked.signal, deadline]) : deadline;
      try {
        const response = await request(url, { method: asked.method, headers: { 'accept-encoding': 'gzip, deflate, br', ...asked.headers }, dispatcher: await dispatcherOf(url), signal, headersTimeout: asked.timeout, bodyTimeout: asked.timeout });
        return await readResponse(response, asked);
      } catch (error) {
        throw toNetworkError(error, asked, deadline);
      }
    },
    async close() {
      await Promise.all([guarded.destroy(), open.destroy(), proxy?.destroy()]);
    },
  };
}

const CANCELLED = 'The check was given up.';

/** Gives the addresses of a name where all of them are public: a name with one private address among others would be a way in. */
function guard(lookup: Lookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error || addresses.length === 0) return callback(error ?? Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), []);
      if (!addresses.every(({ address }) => isPublicAddress(address))) return callback(Object.assign(new Error(PRIVATE), { code: REFUSED }), []);
      if (options.all) return callback(null, addresses.slice(0, MOST_ADDRESSES));
      callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

const REFUSED = 'CLAIMCHECK_REFUSED';

/** Behind a proxy the connection is the proxy's: a name that this machine knows as private is refused before. */
async function refusePrivateName(host: string, lookup: Lookup): Promise<void> {
  const addresses = await new Promise<LookupAddress[]>(resolve => lookup(host, { all: true }, (error, found) => resolve(error ? [] : found)));
  if (!addresses.every(({ address }) => isPublicAddress(address))) throw new NetworkError('refused-address', PRIVATE);
}

function isWithoutProxy(host: string, noProxy: readonly string[]): boolean {
  return noProxy.map(entry => entry.trim().toLowerCase().replace(/^\*?\./, '').replace(/:\d+$/, '')).some(entry => entry === '*' || (entry !== '' && (host === entry || host.endsWith(`.${entry}`))));
}

async function readResponse({ statusCode, headers, body }: Dispatcher.ResponseData, { maxBytes }: NetworkRequest): Promise<NetworkResponse> {
  const first: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const one = Array.isArray(value) ? value[0] : value;
    if (one !== undefined) first[name.toLowerCase()] = one;
  }
  const unpack = unpackerOf(first['content-encoding']);
  // The pipe ends with an error where the body does, so that neither waits for the other.
  if (unpack) body.once('error', error => unpack.destroy(error)).pipe(unpack);
  const chunks: Uint8Array[] = [];
  let size = 0;
  let truncated = false;
  try {
    for await (const chunk of (unpack ?? body) as AsyncIterable<Uint8Array>) {
      const room = maxBytes - size;
      if (chunk.length > room) {
        chunks.push(chunk.subarray(0, room));
        truncated = true;
        break;
      }
      chunks.push(chunk);
      size += chunk.length;
    }
  } finally {
    unpack?.destroy();
    // What nobody reads must not arrive; its connection goes with it.
    body.once('error', () => undefined).destroy();
  }
  return { status: statusCode, headers: first, body: Buffer.concat(chunks), truncated };
}

function unpackerOf(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip': case 'x-gzip': return createGunzip();
    case 'deflate': return createInflate();
    case 'br': return createBrotliDecompress();
    default: return undefined;
  }
}

/** Puts what undici, OpenSSL and the resolver say into our words: theirs may repeat what a server sent. */
function toNetworkError(error: unknown, { signal, timeout }: NetworkRequest, deadline: AbortSignal): NetworkError {
  if (error instanceof NetworkError) return error;
  if (signal?.aborted) return new NetworkError('cancelled', CANCELLED);
  const code = codeOf(error);
  if (deadline.aborted || /TIMEOUT|ETIMEDOUT/.test(code)) return new NetworkError('timeout', `There was no whole answer within ${Math.round(timeout / 1000)} seconds.`);
  const [kind, message]: [NetworkFailure, string] = code === REFUSED ? ['refused-address', PRIVATE]
    : /^(?:ENOTFOUND|EAI_)/.test(code) ? ['unknown-host', 'There is no server of that name.']
    : /CERT|SSL|TLS|UNABLE_TO_VERIFY|SELF_SIGNED/.test(code) ? ['certificate', 'The server’s certificate is not valid.']
    : /^(?:ECONN|EHOST|ENET|EPIPE|EADDR)/.test(code) || code === 'UND_ERR_SOCKET' ? ['no-connection', 'The server does not take the connection, or breaks it off.']
    : ['broken', 'The server’s answer cannot be read.'];
  return new NetworkError(kind, message);
}

/** The code of an error, of its cause, or of the first of several that it gathers. */
function codeOf(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 4) return '';
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  if (typeof code === 'string' && code !== '') return code;
  return codeOf(cause, depth + 1) || (Array.isArray(errors) ? codeOf(errors[0], depth + 1) : '');
}
