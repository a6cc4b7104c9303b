// `claimcheck sources`: asks for the pages and files that drafts rest on, and prints what it found.
import { citedIds } from '../model/sources.ts';
import type { LogPort } from '../ports.ts';
import { rules } from '../rules/index.ts';
import type { Finding, Place, Severity } from '../rules/rule.ts';
import { checkSources, type SourceTarget } from '../sources/check-sources.ts';
import { proxyOf } from '../sources/network/port.ts';
import { SourceRecords } from '../sources/records.ts';
import { contains } from '../span.ts';
import { createWorkspace } from '../workspace/create-workspace.ts';
import { unique } from '../workspace/source-checks.ts';
import { reportRun } from '../workspace/source-run.ts';
import type { Checked, Workspace } from '../workspace/workspace.ts';
import { readOthers, toExport, usedBy } from './checked-documents.ts';
import { writeFindings, type Format } from './formats.ts';
import { existingFile, explainUnreadable, findDocuments, openInputs, readInputs, toPath } from './inputs.ts';
import { CLEAN, complain, FAILED, FINDINGS, write, type Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

export interface SourcesOptions {
  readonly format: Format;
  /** Read captures alone and ask nobody. */
  readonly offline: boolean;
  /** Hosts that may be asked although they are private. */
  readonly allowHosts: readonly string[];
  /** The availability service that is asked for archived copies; undefined: none. */
  readonly archive: string | undefined;
  /** Seconds for each request. */
  readonly timeout: number;
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
  readonly cache: boolean;
  readonly failOn: Severity;
  readonly config: string | undefined;
  readonly date: string | undefined;
}

/** The findings that this command is for: what the checks found, and what the words of the sources contradict. */
const REPORTED: ReadonlySet<string> = new Set([...rules.filter(({ when }) => when === 'command').map(({ id }) => id), 'quotes/mismatch']);

export async function sources(paths: readonly string[], options: SourcesOptions, terminal: Terminal, log: LogPort): Promise<number> {
  const inputs = await readInputs(paths, undefined, terminal);
  // Offline, what earlier runs found of pages does not count: the same captures give the same findings everywhere.
  const records = new SourceRecords(options.cache ? terminal.records() : undefined, options.offline ? at => at.startsWith('file:') : undefined);
  const workspace = createWorkspace({ files: terminal.files, log, records }, {
    lookup: 'repository',
    named: inputs.named,
    ...(options.config === undefined ? {} : { config: { file: await existingFile(options.config, 'configuration', terminal), folder: terminal.toUri(terminal.cwd) } }),
    ...(options.date === undefined ? {} : { date: options.date }),
  });
  openInputs(inputs, workspace);
  const found = await findDocuments(inputs, workspace, terminal);
  const problems = [...inputs.problems, ...found.problems];
  const documents = await withRegistries(found.documents, workspace);
  // Of a folder every source is asked for; of drafts that were named those that they cite.
  const wholly = new Set(inputs.targets.some(({ kind }) => kind === 'folder') ? documents : found.documents);
  const targets: SourceTarget[] = [];
  for (const uri of wholly) targets.push(...await workspace.sourceTargets(uri));
  const cited = await citedEntries(found.documents, workspace);

  const wanted = unique(targets);
  const run = await ask(wanted, records, options, terminal);
  const checked: Checked[] = [];
  for (const uri of documents) {
    const result = await workspace.check(uri);
    if (result === undefined || result === 'cancelled') problems.push(`${toPath(uri, terminal)}: ${await explainUnreadable(uri, terminal)}`);
    else {
      const isMeant = (finding: Finding) => REPORTED.has(finding.rule) && (wholly.has(uri) || cited.some(entry => contains(entry, finding) && entry.document === uri));
      checked.push({ ...result, findings: result.findings.filter(isMeant), silenced: result.silenced.filter(isMeant) });
    }
  }
  for (const problem of problems) complain(terminal, problem);
  const reports = await Promise.all(checked.map(one => toExport(one, workspace, terminal, options.format === 'json' || options.format === 'sarif')));
  const others = await readOthers(reports, workspace, terminal);
  await write(terminal.stdout, await writeFindings(options.format, reports, { other: uri => others.get(uri), terminal, successful: problems.length === 0, failOn: options.failOn }));
  const { summary, unread } = await reportRun(run, documents, workspace, records);
  complain(terminal, summary);
  for (const { name, state, message } of unread) complain(terminal, `${plain(name)}: ${state}. ${message}`.trim());
  // What was given up has not shown that all is well.
  if (problems.length > 0 || run.cancelled) return FAILED;
  return checked.some(({ findings }) => findings.some(({ severity }) => RANK[severity] <= RANK[options.failOn])) ? FINDINGS : CLEAN;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** The documents, and the registries that their drafts cite from. */
async function withRegistries(documents: readonly string[], workspace: Workspace): Promise<readonly string[]> {
  const all = new Set(documents);
  for (const uri of documents) for (const other of await usedBy(uri, workspace)) if (await workspace.kindOf(other) === 'registry') all.add(other);
  return [...all];
}

/** Where the registries have the entries that these drafts cite. */
async function citedEntries(documents: readonly string[], workspace: Workspace): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const uri of documents) {
    const analysis = await workspace.analysisOf(uri);
    for (const id of analysis ? citedIds(analysis.draft, analysis.sources) : []) {
      const source = analysis!.sources.get(id);
      if (source) places.push({ document: source.document, start: Math.min(source.entry.start, source.entry.idSpan.start), end: source.entry.end });
    }
  }
  return places;
}

async function ask(targets: readonly SourceTarget[], records: SourceRecords, options: SourcesOptions, terminal: Terminal) {
  const controller = new AbortController();
  // The first Ctrl+C keeps what was found; the second ends the program as ever.
  const giveUp = () => controller.abort();
  process.once('SIGINT', giveUp);
  const network = options.offline ? undefined : await terminal.network({ allowedHosts: options.allowHosts, ...proxyOf(terminal.env) });
  const progress = terminal.stderr.isTTY === true ? terminal.stderr : undefined;
  try {
    return await checkSources(targets, { files: terminal.files, network, records, now: () => new Date(), extract: terminal.extract }, {
      allowedHosts: options.allowHosts,
      userAgent: `Claimcheck/${VERSION} (source checks; +https://github.com/claimcheck/claimcheck)`,
      timeout: options.timeout * 1000,
      pause: options.pause,
      ...(options.archive === undefined ? {} : { archive: options.archive }),
      signal: controller.signal,
      onProgress: (done, name) => void progress?.write(`\r\x1b[K${done} of ${targets.length}  ${plain(name)}`),
    });
  } finally {
    progress?.write('\r\x1b[K');
    process.off('SIGINT', giveUp);
    await network?.close();
  }
}

/** An id may hold what a terminal would obey. */
function plain(name: string): string {
  return name.replace(/\p{C}/gu, '').slice(0, 60);
}
