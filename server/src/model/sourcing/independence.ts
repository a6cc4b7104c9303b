// Which of the sources behind a claim are independent of each other: what goes back to one origin counts once.
import type { SourceEntry } from '../../registry/registry.ts';
import type { Analysis, SentenceReading, Support } from '../analysis.ts';
import { addressKey, addressKeysOf } from '../addresses.ts';
import { definitionOf, isAddress, type Sources } from '../sources.ts';
import { isBehind } from './support.ts';

/** Sources that count as one. */
export interface Origin {
  /** Source ids, addresses, or the words that name who says so. */
  readonly members: readonly string[];
  /** What makes several of them one, as a clause: "have the same address". */
  readonly because?: string;
}

/** More sources than this behind one sentence are not told apart. */
const MOST_CITED = 100;

/** The origins behind a sentence and its claim comments. A speaker in the words is who says it, not a further source beside a citation: speakers count where nothing is cited. */
export function originsBehind({ support }: Pick<SentenceReading, 'support'>, { draft, sources }: Pick<Analysis, 'draft' | 'sources'>): readonly Origin[] {
  const behind = support.filter(isBehind);
  const words = ({ span }: Support) => draft.text.slice(span.start, span.end);
  const cited = behind.flatMap(s => [...s.sources, ...(s.addresses ?? [])]);
  const notes = new Map(behind.filter(s => s.kind === 'footnote' && s.sources.length === 0 && s.addresses === undefined).map(s => [words(s), plain(definitionOf(words(s).slice(2, -1), draft)?.prose ?? words(s))]));
  if (cited.length + notes.size > 0) return groupByOrigin(cited, sources, notes);
  const speakers = new Map<string, string>();
  for (const s of behind) if (s.kind !== 'status') speakers.set(speakerKey(words(s)), words(s));
  speakers.delete('');
  if (speakers.size === 0 && behind.some(s => s.kind !== 'status')) return [{ members: [words(behind[0]!)] }];
  return [...speakers.values()].map(name => ({ members: [name] }));
}

/**
 * Groups ids, addresses and other names of sources by where they come from. One origin have: entries with the same `origin` (or one of which is the other's origin), the same address, DOI, file or fingerprint;
 * a text and its reprint (the same title, or a passage word for word in both); an agency's stories of one day; two talks with one person.
 * An id that nothing defines counts for nothing. `notes`: footnotes that name their source in words, by what is shown for them.
 */
export function groupByOrigin(cited: Iterable<string>, sources: Sources, notes: ReadonlyMap<string, string> = new Map()): readonly Origin[] {
  let groups: { members: string[]; keys: Map<string, string>; passages: string[]; because: string | undefined }[] = [];
  for (const one of [...new Set([...cited, ...notes.keys()])].slice(0, MOST_CITED)) {
    const entry = sources.get(one)?.entry;
    if (!entry && !isAddress(one) && !notes.has(one)) continue;
    const keys = entry || !notes.has(one) ? keysOf(one, entry) : new Map([[`words ${notes.get(one)!}`, 'say the same']]);
    const passages = (entry?.excerpts ?? []).map(({ text }) => plain(text)).filter(text => text.split(' ').length >= LONG_PASSAGE);
    const joined: typeof groups = [];
    let because: string | undefined;
    for (const group of groups) {
      const shared = [...keys].find(([key]) => group.keys.has(key));
      const copied = shared === undefined && passages.some(passage => group.passages.some(other => other.includes(passage) || passage.includes(other)));
      if (shared === undefined && !copied) continue;
      joined.push(group);
      because ??= shared === undefined ? 'hold the same passage' : shared[1];
    }
    groups = [...groups.filter(group => !joined.includes(group)), {
      members: [...joined.flatMap(group => group.members), one],
      keys: new Map([...joined.flatMap(group => [...group.keys]), ...keys]),
      passages: [...joined.flatMap(group => group.passages), ...passages],
      because: because ?? joined.find(group => group.because !== undefined)?.because,
    }];
  }
  return groups.map(({ members, because }) => ({ members, ...(because === undefined ? {} : { because }) }));
}

/** A passage of fewer words may stand in two texts by chance. */
const LONG_PASSAGE = 8;
/** A title of fewer words ("Annual report") may head two texts. */
const LONG_TITLE = 4;

/** What two sources may have in common that makes them one, each with the clause that says so. */
function keysOf(one: string, entry: SourceEntry | undefined): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  if (!entry) {
    if (isAddress(one)) keys.set(`at ${addressKey(unarchived(one))}`, 'have the same address');
    return keys;
  }
  keys.set(`id ${one.toLowerCase()}`, 'go back to one source');
  if (entry.origin !== undefined) {
    const origin = entry.origin.trim();
    keys.set(`origin ${origin.toLowerCase()}`, 'have the same origin');
    keys.set(isAddress(origin) ? `at ${addressKey(origin)}` : `id ${origin.toLowerCase()}`, 'go back to one source');
  }
  for (const key of addressKeysOf(entry)) keys.set(`at ${key}`, 'have the same address');
  for (const address of [entry.url, entry.archived]) if (address !== undefined && isAddress(address)) keys.set(`at ${addressKey(unarchived(address))}`, 'have the same address');
  if (entry.file !== undefined) keys.set(`file ${entry.file}`, 'have the same file');
  if (entry.sha256 !== undefined) keys.set(`sha256 ${entry.sha256.toLowerCase()}`, 'have the same file');
  const title = entry.title === undefined ? '' : plain(entry.title);
  if (title.split(' ').length >= LONG_TITLE) keys.set(`title ${title}`, 'have the same title');
  // That a source who is not to be named is one who is named elsewhere must not be told.
  if (entry.type === 'interview' || entry.type === 'personal_communication') {
    for (const { family, given, literal } of entry.authors) keys.set(`${entry.confidential ? 'confidential ' : ''}talk ${plain(literal ?? `${given ?? ''} ${family ?? ''}`)}`, 'are talks with one person');
  }
  if (isStory(entry) && entry.issued !== undefined && entry.issued.length === 10) {
    const bodies = [entry.publisher, entry.containerTitle, ...entry.authors.map(a => a.literal)].filter(body => body !== undefined);
    for (const body of bodies) keys.set(`story ${plain(body)} ${entry.issued}`, 'are stories of one agency on one day');
  }
  return keys;
}

function isStory({ type }: SourceEntry): boolean {
  return type !== undefined && /^(?:article|webpage|post)/.test(type);
}

/** The address of the page that a web archive keeps: `https://web.archive.org/web/20250102030405/https://example.org/a`. */
function unarchived(address: string): string {
  return /^https?:\/\/(?:web\.archive\.org\/web|archive\.(?:today|ph|is|org))\/[\w*]{1,40}\/(https?:\/\/.+)$/i.exec(address)?.[1] ?? address;
}

/** Words in small letters, without marks. */
function plain(text: string): string {
  return text.slice(0, 20_000).toLowerCase().normalize('NFC').split(/[^\p{L}\p{M}\p{N}]+/u).filter(word => word !== '').join(' ');
}

/** What tells one speaker in the words from another: the last word of the name; nothing for a pronoun. */
function speakerKey(words: string): string {
  const last = plain(words.slice(0, 300)).split(' ').at(-1) ?? '';
  return /^(?:he|she|it|they|who|which|that)$/.test(last) ? '' : last;
}
