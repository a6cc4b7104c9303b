// `claimcheck check`: the findings of drafts, and of the registries and configuration that they use.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readBaseline, writeBaseline, type BaselineEntry } from '../engine/baseline.ts';
import type { LogPort } from '../ports.ts';
import type { Severity } from '../rules/rule.ts';
import { createWorkspace } from '../workspace/create-workspace.ts';
import { folderOf, relativePath, resolvePath } from '../workspace/uris.ts';
import type { Checked, Workspace } from '../workspace/workspace.ts';
import { readOthers, toExport, usedBy } from './checked-documents.ts';
import { writeFindings, type Format } from './formats.ts';
import { existingFile, explainUnreadable, findDocuments, openInputs, readInputs, toPath } from './inputs.ts';
import { CLEAN, CommandError, complain, FAILED, FINDINGS, write, type Terminal } from './terminal.ts';

export interface CheckOptions {
  readonly format: Format;
  readonly gate: boolean;
  readonly maxWarnings: number | undefined;
  readonly failOn: Severity;
  readonly baseline: string | undefined;
  readonly writeBaseline: boolean;
  readonly config: string | undefined;
  readonly date: string | undefined;
  readonly stdinFilename: string | undefined;
}

/** Checks what the arguments name and prints the findings; returns the exit status. */
export async function check(paths: readonly string[], options: CheckOptions, terminal: Terminal, log: LogPort): Promise<number> {
  const inputs = await readInputs(paths, options.stdinFilename, terminal);
  const workspace = createWorkspace({ files: terminal.files, log }, {
    lookup: 'repository',
    named: inputs.named,
    gate: options.gate,
    ignoreBaseline: options.writeBaseline,
    ...(options.config === undefined ? {} : { config: { file: await existingFile(options.config, 'configuration', terminal), folder: terminal.toUri(terminal.cwd) } }),
    ...(options.baseline === undefined || options.writeBaseline ? {} : { baseline: await existingBaseline(options.baseline, terminal) }),
    ...(options.date === undefined ? {} : { date: options.date }),
  });
  openInputs(inputs, workspace);
  const found = await findDocuments(inputs, workspace, terminal);
  const problems = [...inputs.problems, ...found.problems];

  const checked: Checked[] = [];
  const used = new Set<string>();
  for (const uri of found.documents) {
    const result = await workspace.check(uri);
    if (result === undefined || result === 'cancelled') {
      problems.push(`${toPath(uri, terminal)}: ${await explainUnreadable(uri, terminal)}`);
      continue;
    }
    checked.push(result);
    for (const other of await usedBy(uri, workspace)) used.add(other);
  }
  for (const { uri } of checked) used.delete(uri);
  for (const uri of [...used].sort()) {
    const result = await workspace.check(uri);
    if (result !== undefined && result !== 'cancelled') checked.push(result);
    else if (await terminal.files.kind(uri) === 'file') problems.push(`${toPath(uri, terminal)}: ${await explainUnreadable(uri, terminal)}`);
  }

  for (const problem of problems) complain(terminal, problem);
  if (options.writeBaseline) {
    await saveBaseline(checked, options.baseline, workspace, terminal);
    return problems.length > 0 ? FAILED : CLEAN;
  }
  if (checked.length > 0 || options.format !== 'pretty') {
    const withFixes = options.format === 'json' || options.format === 'sarif';
    const documents = await Promise.all(checked.map(one => toExport(one, workspace, terminal, withFixes)));
    const others = await readOthers(documents, workspace, terminal);
    await write(terminal.stdout, await writeFindings(options.format, documents, { other: uri => others.get(uri), terminal, successful: problems.length === 0, failOn: options.failOn }));
  }
  if (problems.length > 0) return FAILED;
  const findings = checked.flatMap(one => one.findings);
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const fails = findings.some(({ severity }) => RANK[severity] <= RANK[options.failOn]) || (options.maxWarnings !== undefined && warnings > options.maxWarnings);
  return fails ? FINDINGS : CLEAN;
}

/** The address of the baseline that `--baseline` names; throws where it is none. */
async function existingBaseline(path: string, terminal: Terminal): Promise<string> {
  const uri = await existingFile(path, 'baseline', terminal);
  const { problem } = readBaseline(await terminal.files.readText(uri) ?? '');
  if (problem !== undefined) throw new CommandError(`${path}: ${problem}`);
  return uri;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** Accepts all present findings: writes them to the given file, the configured one, or `claimcheck-baseline.json` beside the configuration. */
async function saveBaseline(all: readonly Checked[], given: string | undefined, workspace: Workspace, terminal: Terminal): Promise<void> {
  // What is wrong in the configuration is to be mended, not accepted.
  const checked = all.filter(({ kind }) => kind !== 'config');
  if (checked.length === 0) return;
  const files = new Set<string>();
  let configured = true;
  for (const { uri } of checked) {
    const { config, folder } = await workspace.projectOf(uri);
    configured &&= config.baseline !== undefined;
    files.add(given !== undefined ? terminal.toUri(resolve(terminal.cwd, given)) : config.baseline ? resolvePath(config.baseline.base, config.baseline.path) : resolvePath(folder, 'claimcheck-baseline.json'));
  }
  const [uri, ...more] = [...files];
  if (more.length > 0) throw new CommandError('the drafts belong to several projects: name one file with --baseline, or check one project at a time.');
  const folder = folderOf(uri!) ?? uri!;
  const documents = await Promise.all(checked.map(async ({ uri: document, text, kind, findings }) => ({
    path: relativePath(folder, document), text, findings, draft: kind === 'draft' ? await workspace.draftOf(document) : undefined,
  })));
  const path = terminal.fromUri(uri!)!;
  // What the file says of drafts that were not checked now stays, as long as they are there.
  const earlier = readBaseline(await terminal.files.readText(uri!) ?? '{}');
  const present: [string, readonly BaselineEntry[]][] = [];
  for (const [document, entries] of earlier.findings) if (await terminal.files.kind(resolvePath(folder, document)) === 'file') present.push([document, entries]);
  await writeFile(path, writeBaseline(documents, { findings: new Map(present) })).catch((error: { code?: string }) => {
    throw new CommandError(`${toPath(uri!, terminal)}: the baseline cannot be written (${error.code ?? 'unknown reason'}).`);
  });
  const count = documents.reduce((sum, { findings }) => sum + findings.length, 0);
  const hint = configured ? '' : ` To leave them out from now on, name the file in claimcheck.yaml: "baseline: ${relativePath((await workspace.projectOf(checked[0]!.uri)).folder, uri!)}".`;
  await write(terminal.stdout, `${count} ${count === 1 ? 'finding' : 'findings'} accepted in ${toPath(uri!, terminal)}.${hint}\n`);
}
