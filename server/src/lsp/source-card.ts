// A source as a reader would want it: for hovers, completion and the list of sources to cite. The name of a confidential source is in none of them.
import type { SourceEntry } from '../registry/registry.ts';
import { describeSource } from '../model/sources.ts';
import { webUrl, type Card, type Line } from './markup.ts';

/** Passages that a card shows. */
const MOST_EXCERPTS = 3;

/** All that may be shown of an entry. `locator` (of a citation) puts the excerpt of that place first. */
export function sourceCard(entry: SourceEntry, locator?: string): Card {
  const { title, author, publisher, date, accessed, address, archived, terms, excerpts, confidential } = describeSource(entry);
  const lines: (Line | undefined)[] = [
    author === undefined || author === title ? undefined : { label: confidential ? 'May be called' : 'By', text: author },
    publisher === undefined ? undefined : { label: 'Published by', text: publisher },
    date === undefined ? undefined : { label: 'Date', text: date },
    accessed === undefined ? undefined : { label: 'Accessed', text: accessed },
    entry.type === undefined ? undefined : { label: 'Type', text: entry.level === undefined ? entry.type : `${entry.type}, ${entry.level} source` },
    !confidential && terms === undefined ? undefined : { label: 'Terms', text: [terms ?? 'anonymous', ...(confidential ? ['the name is not to be published'] : [])].join(': ') },
    ...excerpts.toSorted((a, b) => Number(b.locator === locator) - Number(a.locator === locator)).slice(0, MOST_EXCERPTS)
      .map(excerpt => ({ label: excerpt.locator === undefined ? 'Excerpt' : `Excerpt, ${excerpt.locator}`, text: `“${excerpt.text}”` })),
    address === undefined ? undefined : link('Link', address),
    archived === undefined ? undefined : link('Archived', archived),
    entry.file === undefined || confidential ? undefined : { label: 'Capture', text: entry.file },
    { label: 'Id', text: entry.id },
  ];
  return { heading: title, lines: lines.filter(line => line !== undefined) };
}

/** One line that tells sources apart: author, publisher, date. */
export function sourceDetail(entry: SourceEntry): string {
  const { title, author, publisher, date, confidential } = describeSource(entry);
  return [confidential ? 'confidential' : undefined, author === title ? undefined : author, publisher, date].filter(part => part !== undefined).join(' · ');
}

/** What a list shows for the source. */
export function sourceTitle(entry: SourceEntry): string {
  return describeSource(entry).title;
}

function link(label: string, address: string): Line {
  const url = webUrl(address);
  return url === undefined ? { label, text: address } : { label, text: address, url };
}
