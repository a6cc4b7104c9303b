// What a run of source checks came to, for whoever asked for it.
import { addressKey } from '../model/addresses.ts';
import { summarizeEvidence } from '../model/evidence/summary.ts';
import type { SourceCheckRun, SourceTarget } from '../sources/check-sources.ts';
import type { SourceRecords } from '../sources/records.ts';
import { describeRun, stateOf, type EvidenceCounts } from '../sources/run-summary.ts';
import type { Workspace } from './workspace.ts';

export interface SourceRunReport {
  /** One sentence. */
  readonly summary: string;
  /** Sources of which nothing is known, and why: they did not answer, or give no words. */
  readonly unread: readonly { readonly name: string; readonly state: 'not answered' | 'not readable'; readonly message: string }[];
}

/** `documents`: those whose sources were checked; their quotations, figures, dates and names are counted. */
export async function reportRun(run: SourceCheckRun, documents: readonly string[], workspace: Pick<Workspace, 'analysisOf'>, records: SourceRecords): Promise<SourceRunReport> {
  const states = await Promise.all(run.checked.map(async target => {
    const known = await Promise.all(placesOf(target).map(at => records.get(at)));
    return { target, state: stateOf(target, known), message: known.find(record => record?.message !== undefined)?.message ?? '' };
  }));
  let evidence: EvidenceCounts = { quotations: 0, figures: 0, dates: 0, names: 0, mismatches: 0 };
  for (const uri of documents) {
    const analysis = await workspace.analysisOf(uri);
    if (!analysis) continue;
    const { quotations, figures, dates, names, mismatches } = summarizeEvidence(analysis);
    evidence = { quotations: evidence.quotations + quotations, figures: evidence.figures + figures, dates: evidence.dates + dates, names: evidence.names + names, mismatches: evidence.mismatches + mismatches };
  }
  return {
    summary: describeRun(states, evidence, run.cancelled),
    unread: states.flatMap(({ target: { name }, state, message }) => (state === 'unanswered' || state === 'unread' ? [{ name, state: state === 'unread' ? 'not readable' as const : 'not answered' as const, message }] : [])).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** Where the page and the file of a source are recorded. */
function placesOf({ url, file }: SourceTarget): string[] {
  return [...(url === undefined ? [] : [addressKey(url)]), ...(file === undefined ? [] : [file.uri])];
}
