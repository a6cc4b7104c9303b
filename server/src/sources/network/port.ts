// The one way to the network: a single request, no redirect followed, its address checked where it connects.

export interface NetworkPort {
  /**
   * Sends one request and reads the answer. Never follows a redirect, never connects to an address that is not public unless its host is allowed.
   * Rejects with a `NetworkError` alone; when `signal` is aborted at once, with the kind `cancelled`.
   */
  request(request: NetworkRequest): Promise<NetworkResponse>;
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
