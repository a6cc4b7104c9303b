// Which addresses a source check may connect to: public ones, and the hosts that the user has named.
import ipaddr from 'ipaddr.js';

/** Why an address is not asked, as a whole sentence; undefined where it may be. */
export type Refusal = string | undefined;

/** An address longer than this is not one that an editor copied from a browser. */
const LONGEST_URL = 4_096;

/**
 * Host names that the user allows although they stand for private addresses: `wiki.example`, `wiki.example:8080`, and `*.example` for all below.
 * A setting of the user or an option of the command line, never of a project's file: a project may come from anyone.
 */
export type AllowedHosts = readonly string[];

/**
 * Reads an address that is to be asked, as browsers do (WHATWG URL: so `0x7f.1` and `2130706433` are `127.0.0.1`). What comes back has no user name, no password and no fragment;
 * a sentence tells why it may not be asked. The addresses that a name stands for are held against `isPublicAddress` when the connection is made.
 */
export function readUrl(address: string, allowed: AllowedHosts): URL | { readonly refusal: string } {
  if (address.length > LONGEST_URL) return { refusal: 'The address is too long to be one.' };
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return { refusal: 'This is no web address.' };
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { refusal: `Only http and https are asked, not ${url.protocol.slice(0, 20)}` };
  if (url.username !== '' || url.password !== '') return { refusal: 'The address holds a user name or password. Take it out: it would be sent to the server.' };
  url.hash = '';
  if (isAllowed(url, allowed)) return url;
  const host = hostOf(url);
  if (ipaddr.isValid(host)) return isPublicAddress(host) ? url : { refusal: PRIVATE };
  if (!host.includes('.') || /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/.test(host)) return { refusal: PRIVATE };
  const port = Number(url.port);
  // Below 1024 stand mail, printers and the like; a page is at 80, 443 or a high port.
  if (url.port !== '' && port < 1024 && port !== 80 && port !== 443) return { refusal: `Port ${port} is not one for web pages.` };
  return url;
}

export const PRIVATE = 'The address is a private one. If it is an intranet page, allow its host in the settings.';

/** The host of an address as it is compared: without brackets and without the dot that ends a full name. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '').toLowerCase();
}

/** Did the user name this host, with its port or for all ports? */
export function isAllowed(url: URL, allowed: AllowedHosts): boolean {
  const host = hostOf(url);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allowed.some(entry => {
    const [, name, wanted] = /^\[?(.{1,253}?)\]?(?::(\d{1,5}))?$/.exec(entry.trim().toLowerCase()) ?? [];
    if (name === undefined || (wanted !== undefined && wanted !== port)) return false;
    return name.startsWith('*.') ? host.endsWith(name.slice(1)) : host === name;
  });
}

/** Is it an address of the public internet? IPv4 written as IPv6 counts as what it stands for; loopback, private, link-local, metadata, carrier, multicast, reserved and tunnelled ones are not, nor is what cannot be read. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  // What has been given out of IPv6 is 2000::/3 (RFC 4291, IANA registry); the rest holds spellings of IPv4 as `::10.0.0.1`.
  if (parsed.kind() === 'ipv6') return parsed.match(ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]);
  return !SERVICES.has(parsed.toString());
}

/** Public by their number, and answered by the cloud's own machinery: Azure's wire server. */
const SERVICES = new Set(['168.63.129.16']);
