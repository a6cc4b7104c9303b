// A source as a reader would want it: for hovers, completion and the list of sources to cite. The name of a confidential source is in none of them.
import type { PersonName, SourceEntry } from '../registry/registry.ts';
import { webUrl, type Card, type Line } from './markup.ts';

/** All that may be shown of an entry. `locator` (of a citation) puts the excerpt of that place first. */
export function sourceCard(entry: SourceEntry, locator?: string): Card {
  if (entry.confidential) return confidentialCard(entry);
  const lines: Line[] = [];
  if (entry.authors.length > 0) lines.push({ label: 'By', text: entry.authors.map(nameOf).join('; ') });
  const published = [entry.containerTitle, entry.publisher].filter(text => text !== undefined).join(', ');
  if (published !== '') lines.push({ label: 'In', text: published });
  if (entry.issued !== undefined) lines.push({ label: 'Date', text: entry.issued });
  if (entry.accessed !== undefined) lines.push({ label: 'Accessed', text: entry.accessed });
  if (entry.type !== undefined) lines.push({ label: 'Type', text: entry.level === undefined ? entry.type : `${entry.type} (${entry.level} source)` });
  const excerpts = entry.excerpts.toSorted((a, b) => Number(b.locator === locator) - Number(a.locator === locator)).slice(0, 3);
  for (const excerpt of excerpts) lines.push({ label: excerpt.locator === undefined ? 'Excerpt' : `Excerpt, ${excerpt.locator}`, text: `“${excerpt.text}”` });
  const address = entry.url ?? (entry.doi === undefined ? undefined : `https://doi.org/${entry.doi.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '')}`);
  if (address !== undefined) lines.push(link('Link', address));
  if (entry.archived !== undefined) lines.push(link('Archived', entry.archived));
  if (entry.file !== undefined) lines.push({ label: 'Capture', text: entry.file });
  return { heading: entry.title ?? entry.id, lines: [...lines, { label: 'Id', text: entry.id }] };
}

/** One line that tells sources apart: author, publisher, date. */
export function sourceDetail(entry: SourceEntry): string {
  if (entry.confidential) return ['confidential', entry.anonymous?.description].filter(Boolean).join(': ');
  return [entry.authors.map(author => author.literal ?? author.family ?? author.given ?? '').filter(Boolean).join(', '), entry.containerTitle ?? entry.publisher, entry.issued].filter(Boolean).join(' · ');
}

/** What a list shows for the source. */
export function sourceTitle(entry: SourceEntry): string {
  return entry.confidential ? 'Confidential source' : entry.title ?? sourceDetail(entry);
}

function confidentialCard(entry: SourceEntry): Card {
  const { description, reason, approvedBy } = entry.anonymous ?? {};
  const lines: Line[] = [{ label: 'Terms', text: entry.terms ?? 'anonymous' }];
  if (description !== undefined) lines.push({ label: 'May be called', text: description });
  if (reason !== undefined) lines.push({ label: 'Not named because', text: reason });
  if (approvedBy !== undefined) lines.push({ label: 'Approved by', text: approvedBy });
  if (entry.type !== undefined) lines.push({ label: 'Type', text: entry.type });
  if (entry.issued !== undefined) lines.push({ label: 'Date', text: entry.issued });
  return { heading: `Confidential source ${entry.id}`, lines };
}

function link(label: string, address: string): Line {
  const url = webUrl(address);
  return url === undefined ? { label, text: address } : { label, text: address, url };
}

function nameOf(name: PersonName): string {
  return name.literal ?? [name.given, name.family].filter(Boolean).join(' ');
}
