// The one way to the network: a single request, no redirect followed, its address checked where it connects.
import type { AllowedHosts } from './guard.ts';

export interface NetworkPort {
  /**
   * Sends one request and reads the answer. Never follows a redirect, never connects to an address that is not public unless its host is allowed.
   * Rejects with a `NetworkError` alone; when `signal` is aborted at once, with the kind `cancelled`.
   */
  request(request: NetworkRequest): Promise<NetworkResponse>;
}

/** A way to the network whose connections can be ended; what runs then ends as broken. */
export interface ClosableNetwork extends NetworkPort {
  close(): Promise<void>;
}

export interface NetworkOptions {
  /** Hosts that may be asked although they are private. */
  readonly allowedHosts?: AllowedHosts;
  /** Address of an HTTP proxy that all requests go through, as `http://proxy.example:3128`. The proxy looks names up: those that this machine knows too are still held to be public. */
  readonly proxy?: string;
  /** Hosts that are asked without the proxy, spelt as in `NO_PROXY`: `example.org`, `.example.org`, `*`. */
  readonly noProxy?: readonly string[];
}

export interface NetworkRequest {
  readonly method: 'GET' | 'HEAD';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes of the body after it was unpacked; reading stops there. */
  readonly maxBytes: number;
  /** Milliseconds for all of it: looking the name up, connecting, reading to the end. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

export interface NetworkResponse {
  readonly status: number;
  /** Names in lower case; of a header that came more than once the first. */
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked (gzip, deflate, brotli). */
  readonly body: Uint8Array;
  /** The body went on beyond `maxBytes`. */
  readonly truncated: boolean;
}

export type NetworkFailure = 'refused-address' | 'unknown-host' | 'no-connection' | 'certificate' | 'timeout' | 'broken' | 'cancelled';

/** Why there is no answer. `message` is a whole sentence without the words of the server. */
export class NetworkError extends Error {
  readonly kind: NetworkFailure;

  constructor(kind: NetworkFailure, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The proxy that the environment names, as other programs read it. */
export function proxyOf(env: Readonly<Record<string, string | undefined>>): Pick<NetworkOptions, 'proxy' | 'noProxy'> {
  const proxy = [env['HTTPS_PROXY'], env['https_proxy'], env['HTTP_PROXY'], env['http_proxy']].find(address => address !== undefined && address !== '');
  const noProxy = env['NO_PROXY'] ?? env['no_proxy'];
  return { ...(proxy === undefined ? {} : { proxy }), ...(noProxy === undefined ? {} : { noProxy: noProxy.split(',') }) };
}
