// `claimcheck analyze`: the draft as the engine sees it, one line of JSON for each file.
import type { Config } from '../engine/config.ts';
import type { LogPort } from '../ports.ts';
import { readConfigChain } from '../workspace/config-chain.ts';
import { createWorkspace } from '../workspace/create-workspace.ts';
import { Texts } from '../workspace/texts.ts';
import { existingFile, explainUnreadable, findDocuments, openInputs, readInputs, toPath } from './inputs.ts';
import { toRecord } from './record.ts';
import { CLEAN, CommandError, complain, FAILED, write, type Terminal } from './terminal.ts';

export interface AnalyzeOptions {
  readonly jsonl: boolean;
  readonly config: string | undefined;
  readonly date: string | undefined;
  readonly stdinFilename: string | undefined;
}

/** Prints the records; returns the exit status, which findings do not change. */
export async function analyze(paths: readonly string[], options: AnalyzeOptions, terminal: Terminal, log: LogPort): Promise<number> {
  if (options.jsonl) {
    if (paths.length > 0) throw new CommandError('--jsonl reads its records from standard input, and takes no paths.');
    const config = await readGivenConfig(options.config, terminal);
    return (await import('./jsonl.ts')).analyzeLines(terminal, config, log);
  }
  const inputs = await readInputs(paths, options.stdinFilename, terminal);
  const config = options.config === undefined ? {} : { config: { file: await existingFile(options.config, 'configuration', terminal), folder: terminal.toUri(terminal.cwd) } };
  const date = options.date === undefined ? {} : { date: options.date };
  const workspace = createWorkspace({ files: terminal.files, log }, { lookup: 'repository', named: inputs.named, ...config, ...date });
  openInputs(inputs, workspace);
  const found = await findDocuments(inputs, workspace, terminal);
  const problems = [...inputs.problems, ...found.problems];
  for (const uri of found.documents) {
    const checked = await workspace.check(uri);
    const analysis = await workspace.analysisOf(uri);
    if (checked === undefined || checked === 'cancelled' || analysis === undefined) problems.push(`${toPath(uri, terminal)}: ${await explainUnreadable(uri, terminal)}`);
    else await write(terminal.stdout, `${JSON.stringify(toRecord(toPath(uri, terminal), analysis, checked.findings, other => toPath(other, terminal)))}\n`);
  }
  for (const problem of problems) complain(terminal, problem);
  return problems.length > 0 ? FAILED : CLEAN;
}

/** The configuration that `--config` names with what it extends, else the built-in defaults: never a found file. */
async function readGivenConfig(path: string | undefined, terminal: Terminal): Promise<Config> {
  const file = path === undefined ? undefined : await existingFile(path, 'configuration', terminal);
  return (await readConfigChain(file, new Texts(terminal.files))).config;
}
