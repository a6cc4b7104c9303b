// When two addresses or DOIs are the same page (docs/rules/sources/duplicate.md).
import type { SourceEntry } from '../registry/registry.ts';

/** Do the two name the same page? Scheme, fragment, trailing slash and `utm_*` do not count; host and DOI are compared in lower case. */
export function sameAddress(a: string, b: string): boolean {
  return addressKey(a) === addressKey(b);
}

/** An address or DOI in the form in which it is compared: equal for the same page. A DOI's address is the DOI. */
export function addressKey(address: string): string {
  const trimmed = address.trim();
  const doi = /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi:\s{0,3})?(10\.\d{4,9}\/\S+)$/i.exec(trimmed);
  if (doi) return `doi:${withoutTail(doi[1]!).toLowerCase()}`;
  const parts = /^(?:[a-z][a-z0-9+.-]{0,30}:)?\/\/([^/?#]*)([^?#]*)(\?[^#]*)?/i.exec(trimmed);
  if (!parts) return withoutTail(trimmed);
  const [, host = '', path = '', query = ''] = parts;
  const kept = query.slice(1).split('&').filter(part => part !== '' && !/^utm_/i.test(part));
  return `${host.toLowerCase()}${withoutSlashes(path)}${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
}

/** The address and the DOI of an entry as they are compared; empty for an entry without either. */
export function addressKeysOf(entry: SourceEntry): readonly string[] {
  let keys = keysOf.get(entry);
  if (!keys) keysOf.set(entry, (keys = computeKeys(entry)));
  return keys;
}

/** An entry stays the same object until its registry's text changes, and is asked at every keystroke in a draft. */
const keysOf = new WeakMap<SourceEntry, readonly string[]>();

function computeKeys(entry: SourceEntry): readonly string[] {
  const keys: string[] = [];
  if (entry.url !== undefined && /\S/.test(entry.url)) keys.push(addressKey(entry.url));
  if (entry.doi !== undefined && /\S/.test(entry.doi)) keys.push(/^(?:https?:|doi:|10\.)/i.test(entry.doi) ? addressKey(entry.doi) : `doi:${entry.doi.trim().toLowerCase()}`);
  return [...new Set(keys)];
}

function withoutTail(text: string): string {
  const hash = text.indexOf('#');
  return withoutSlashes(hash < 0 ? text : text.slice(0, hash));
}

function withoutSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}
