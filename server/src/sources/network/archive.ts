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

export type Saved = { readonly done: true; readonly url: string } | { readonly done: false; readonly message: string };

/** Has the archive save a page by asking for `service` + the page's address, as https://web.archive.org/save/ does: it leads to the copy. Sends nothing but the address. */
export async function saveToArchive(url: string, service: string, network: NetworkPort, options: PageOptions & { readonly signal?: AbortSignal }): Promise<Saved> {
  // To save a page takes the archive longer than to give one.
  const page = await fetchPage({ url: `${service}${url}`, ...(options.signal ? { signal: options.signal } : {}) }, network, { ...options, maxBytes: MOST_BYTES, timeout: options.timeout * 3 });
  if (page.kind === 'page' && page.url !== `${service}${url}` && page.url.includes(hostAndPath(url))) return { done: true, url: page.url };
  if (page.kind === 'page') return { done: false, message: 'The archive does not say where the copy is. Look there, and add its address as “archived”.' };
  return { done: false, message: `The archive did not save the page. ${'message' in page ? page.message : ''}`.trim() };
}

function hostAndPath(url: string): string {
  return /^https?:\/\/([^?#]*?)\/?(?:[?#]|$)/i.exec(url)?.[1] ?? url;
}
