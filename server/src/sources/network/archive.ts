// Looks for an archived copy of a page through the Wayback Machine's availability service (https://archive.org/help/wayback_api.php), or another that answers as it does.
import * as v from 'valibot';
import type { AllowedHosts } from './guard.ts';
import { fetchPage, type PageOptions } from './fetch-page.ts';
import type { NetworkPort } from './port.ts';

const ANSWER = v.object({ archived_snapshots: v.object({ closest: v.optional(v.object({ available: v.boolean(), url: v.string() })) }) });
const MOST_BYTES = 64 * 1024;

/** The address of the copy nearest to now; undefined where there is none, or the service does not say. `service` is the address to which `?url=` is added. */
export async function findArchived(url: string, service: string, network: NetworkPort, options: PageOptions & { readonly allowedHosts: AllowedHosts; readonly signal?: AbortSignal }): Promise<string | undefined> {
  const address = `${service}${service.includes('?') ? '&' : '?'}url=${encodeURIComponent(url)}`;
  const page = await fetchPage({ url: address, ...(options.signal ? { signal: options.signal } : {}) }, network, { ...options, maxBytes: MOST_BYTES });
  if (page.kind !== 'page') return undefined;
  try {
    const { archived_snapshots: { closest } } = v.parse(ANSWER, JSON.parse(new TextDecoder().decode(page.body)));
    return closest?.available === true && /^https?:\/\//.test(closest.url) ? closest.url.replace(/^http:\/\/web\.archive\.org\//, 'https://web.archive.org/') : undefined;
  } catch {
    return undefined;
  }
}
