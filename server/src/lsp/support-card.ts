// The hover on a sentence: what makes it a claim, and what vouches for it.
import { thresholdOf } from '../engine/coverage.ts';
import type { Config } from '../engine/config.ts';
import type { Analysis, SentenceReading, Support } from '../model/analysis.ts';
import { isCheckworthy } from '../model/sourcing/coverage.ts';
import { definitionOf } from '../model/sources.ts';
import { webUrl, type Card, type Line } from './markup.ts';
import { sourceDetail, sourceTitle } from './source-card.ts';

/** Words of the draft that a hover repeats. */
const LONGEST = 200;

/** Undefined for a sentence that states nothing to be checked and cites nothing. */
export function sentenceCard(analysis: Analysis, reading: SentenceReading, config: Config): Card | undefined {
  const checkworthy = isCheckworthy(reading, thresholdOf(config), analysis.draft);
  if (!checkworthy && reading.support.length === 0) return undefined;
  const why: Line[] = checkworthy ? [{ label: 'States', text: `${reading.reason} (check-worthy: ${Math.min(99, Math.round(reading.checkworthy * 100))}%)` }] : [];
  return { heading: reading.support.length === 0 ? 'No source' : 'Sourced', lines: [...why, ...supportLines(analysis, reading.support)] };
}

/** What vouches for a sentence, each source and each speaker once. */
export function supportLines(analysis: Analysis, support: readonly Support[]): Line[] {
  const lines = support.flatMap(one => linesOf(analysis, one));
  const told = new Set<string>();
  return lines.filter(({ label, text }) => told.size < told.add(`${label} ${text}`).size);
}

function linesOf(analysis: Analysis, { kind, span, sources, addresses = [], unknown }: Support): Line[] {
  const words = shortened(analysis.draft.text.slice(span.start, span.end));
  const cited = [
    ...sources.map((id): Line => sourceLine(analysis, id)),
    ...addresses.map((address): Line => {
      const url = webUrl(address);
      return { label: 'Source', text: shortened(address), ...(url === undefined ? {} : { url }) };
    }),
  ];
  switch (kind) {
    case 'citation':
    case 'link':
    case 'claim-source':
      return cited.length > 0 ? cited : [{ label: 'Source', text: `${words}: ${unknown ? 'nothing defines it' : 'no address'}` }];
    case 'footnote': {
      if (cited.length > 0) return cited;
      const note = definitionOf(words.slice(2, -1), analysis.draft)?.prose.trim() ?? '';
      return [{ label: 'Footnote', text: note === '' ? `${words}: nothing defines it` : shortened(note) }];
    }
    case 'attribution': return [{ label: 'Said by', text: `“${words}”` }];
    case 'carried': return [...cited, ...(cited.length > 0 ? [] : [{ label: 'Carried on from', text: `“${words}”` }])];
    case 'lead-in': return [...cited, ...(cited.length > 0 ? [] : [{ label: 'From the lead-in', text: `“${words}”` }])];
    case 'source-line': return [{ label: 'Source line', text: words }, ...cited];
    case 'status': return [{ label: 'Status', text: /common-knowledge/.test(words) ? 'common knowledge' : 'observed by the reporter' }];
  }
}

function sourceLine(analysis: Analysis, id: string): Line {
  const source = analysis.sources.get(id);
  if (!source) return { label: 'Source', text: `${id}: no registry defines it` };
  return { label: 'Source', text: [id, sourceTitle(source.entry), sourceDetail(source.entry)].filter((part, i, all) => part !== '' && all.indexOf(part) === i).join(' · ') };
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
