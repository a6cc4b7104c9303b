// What a run of source checks found, in one line.
import type { SourceTarget } from './check-sources.ts';
import type { SourceRecord } from './records.ts';

/** How many quotations, figures, dates and names were held against the words of their sources, and how many of them differ. */
export interface EvidenceCounts {
  readonly quotations: number;
  readonly figures: number;
  readonly dates: number;
  readonly names: number;
  readonly mismatches: number;
}

export type SourceState = 'confirmed' | 'changed' | 'moved' | 'unreachable' | 'unread' | 'unanswered';

/** What its page and file together say of a source: the worst that was found; `unread` where it is there, but none of them gives words. Undefined where neither was checked. */
export function stateOf({ file }: SourceTarget, records: readonly (SourceRecord | undefined)[]): SourceState | undefined {
  const known = records.filter(record => record !== undefined);
  if (known.some(({ outcome }) => outcome === 'unreachable')) return 'unreachable';
  const altered = file?.sha256 !== undefined && known.some(({ at, sha256 }) => at === file.uri && sha256 !== undefined && sha256 !== file.sha256?.toLowerCase());
  if (altered || known.some(({ change }) => change !== undefined)) return 'changed';
  if (known.some(({ movedTo }) => movedTo !== undefined)) return 'moved';
  const reached = known.filter(({ outcome }) => outcome === 'reached');
  if (reached.length > 0) return reached.every(({ text }) => text === undefined) ? 'unread' : 'confirmed';
  return known.length > 0 ? 'unanswered' : undefined;
}

const STATES: readonly SourceState[] = ['confirmed', 'moved', 'changed', 'unreachable', 'unread', 'unanswered'];
const WORDS: Readonly<Record<SourceState, string>> = { confirmed: 'confirmed', moved: 'moved', changed: 'changed', unreachable: 'unreachable', unread: 'not readable', unanswered: 'not answered' };

/** As “11 sources: 8 confirmed, 1 changed, 2 unreachable; 3 quotations, 14 figures, 6 dates and 9 names checked, 1 mismatch.” */
export function describeRun(checked: readonly { readonly target: SourceTarget; readonly state: SourceState | undefined }[], evidence: EvidenceCounts, cancelled: boolean): string {
  const counts = STATES.flatMap(state => {
    const count = checked.filter(one => one.state === state).length;
    return count === 0 ? [] : [`${count} ${WORDS[state]}`];
  });
  const skipped = checked.filter(({ state }) => state === undefined).length;
  if (skipped > 0) counts.push(`${skipped} not asked`);
  const read = ([[evidence.quotations, 'quotation'], [evidence.figures, 'figure'], [evidence.dates, 'date'], [evidence.names, 'name']] as const).flatMap(([count, noun]) => (count > 0 ? [counted(count, noun)] : []));
  const compared = read.length === 0 ? '' : `; ${listed(read)} checked, ${evidence.mismatches === 0 ? 'no mismatch' : counted(evidence.mismatches, 'mismatch')}`;
  return `${cancelled ? 'Given up: ' : ''}${counted(checked.length, 'source')}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}${compared}.`;
}

/** "a, b and c" */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : noun.endsWith('ch') ? `${noun}es` : `${noun}s`}`;
}
