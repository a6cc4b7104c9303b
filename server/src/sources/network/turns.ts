// Who may be asked when: with a pause between two requests to one host, and as its robots.txt asks.
import robotsParser from 'robots-parser';
import { NetworkError, type NetworkPort } from './port.ts';

export interface TurnsOptions {
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
  readonly userAgent: string;
  /** Milliseconds for a robots.txt. */
  readonly timeout: number;
}

/** Google's limit, which RFC 9309 (section 2.5) takes up. */
const MOST_ROBOTS_BYTES = 500 * 1024;
/** A host that asks for longer pauses than this many milliseconds between requests gets this. */
const LONGEST_PAUSE = 10_000;

interface Robots {
  isAllowed(url: string, userAgent: string): boolean | undefined;
  getCrawlDelay(userAgent: string): number | undefined;
}

/** The package's own types leave out that it is CommonJS. */
const parseRobots = robotsParser as unknown as (url: string, text: string) => Robots;

/** One run's turns. Every host is asked once for its robots.txt (RFC 9309): one that cannot be had allows everything. */
export class Turns {
  readonly #network: NetworkPort;
  readonly #options: TurnsOptions;
  readonly #hosts = new Map<string, { free: Promise<void>; pause: number }>();
  readonly #robots = new Map<string, Promise<Robots>>();

  constructor(network: NetworkPort, options: TurnsOptions) {
    this.#network = network;
    this.#options = options;
  }

  /** Waits for the host's turn. A sentence tells that the host asks programs not to read the page. */
  async admit(url: URL, signal: AbortSignal | undefined): Promise<string | undefined> {
    const robots = await this.#robotsOf(url, signal);
    if (robots.isAllowed(url.href, this.#options.userAgent) === false) return 'The site asks programs not to read this page (robots.txt).';
    await this.wait(url, signal);
    return undefined;
  }

  /** Waits until the pause since the last request to the host is over. Returns early where the signal is aborted. */
  async wait(url: URL, signal: AbortSignal | undefined): Promise<void> {
    const host = this.#hosts.get(url.host);
    if (!host) {
      this.#hosts.set(url.host, { free: sleep(this.#options.pause, signal), pause: this.#options.pause });
      return;
    }
    const turn = host.free;
    host.free = turn.then(() => sleep(host.pause, signal));
    await turn;
  }

  #robotsOf(url: URL, signal: AbortSignal | undefined): Promise<Robots> {
    const known = this.#robots.get(url.origin);
    if (known) return known;
    const asked = this.#readRobots(url, signal);
    this.#robots.set(url.origin, asked);
    return asked;
  }

  async #readRobots(url: URL, signal: AbortSignal | undefined): Promise<Robots> {
    const address = `${url.origin}/robots.txt`;
    let text = '';
    try {
      await this.wait(url, signal);
      const { status, body } = await this.#network.request({
        method: 'GET', url: address, headers: { 'user-agent': this.#options.userAgent }, maxBytes: MOST_ROBOTS_BYTES, timeout: this.#options.timeout, ...(signal ? { signal } : {}),
      });
      if (status === 200) text = new TextDecoder().decode(body);
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
    }
    const robots = parseRobots(address, text);
    const asked = (robots.getCrawlDelay(this.#options.userAgent) ?? 0) * 1000;
    const host = this.#hosts.get(url.host);
    if (host) host.pause = Math.max(host.pause, Math.min(asked, LONGEST_PAUSE));
    return robots;
  }
}

/** Ends early, without a word, where the signal is aborted. */
export function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  if (milliseconds <= 0 || signal?.aborted) return Promise.resolve();
  return new Promise(resolve => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end, { once: true });
  });
}
