// `claimcheck fix`: applies the fixes that may be applied unseen.
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { LogPort } from '../ports.ts';
import type { Edit } from '../rules/rule.ts';
import { createWorkspace } from '../workspace/create-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { existingFile, explainUnreadable, findDocuments, openInputs, readInputs, toPath } from './inputs.ts';
import { CLEAN, CommandError, complain, FAILED, write, type Terminal } from './terminal.ts';

export interface FixOptions {
  readonly dryRun: boolean;
  readonly config: string | undefined;
  readonly date: string | undefined;
}

/** A fix can make room for another; this many rounds are enough for any draft that was not made to need more. */
const MOST_ROUNDS = 10;

/** Fixes what the arguments name, and only that; returns the exit status, which findings that stay do not change. */
export async function fix(paths: readonly string[], options: FixOptions, terminal: Terminal, log: LogPort): Promise<number> {
  if (paths.includes('-')) throw new CommandError('fix works on files: standard input cannot be written back.');
  const inputs = await readInputs(paths, undefined, terminal);
  const config = options.config === undefined ? {} : { config: { file: await existingFile(options.config, 'configuration', terminal), folder: terminal.toUri(terminal.cwd) } };
  const date = options.date === undefined ? {} : { date: options.date };
  const workspace = createWorkspace({ files: terminal.files, log }, { lookup: 'repository', named: inputs.named, ...config, ...date });
  openInputs(inputs, workspace);
  const found = await findDocuments(inputs, workspace, terminal);
  const problems = [...inputs.problems, ...found.problems];
  const changed = new Map<string, { readonly before: string; readonly after: string }>();
  let fixed = 0;
  for (const uri of found.documents) {
    const before = await workspace.textOf(uri);
    if (before === undefined) {
      problems.push(`${toPath(uri, terminal)}: ${await explainUnreadable(uri, terminal)}`);
      continue;
    }
    const { after, count } = await fixDocument(uri, before, workspace);
    fixed += count;
    if (after !== before) changed.set(uri, { before, after });
  }
  for (const [uri, { before, after }] of changed) {
    const path = toPath(uri, terminal);
    if (options.dryRun) {
      const { createTwoFilesPatch } = await import('diff');
      await write(terminal.stdout, createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 2 }));
      continue;
    }
    try {
      await replaceFile(terminal.fromUri(uri)!, before, after);
    } catch (error) {
      problems.push(`${path}: it cannot be written (${(error as { code?: string }).code ?? (error as Error).message}).`);
    }
  }
  for (const problem of problems) complain(terminal, problem);
  if (!options.dryRun) await write(terminal.stdout, `${fixed} ${fixed === 1 ? 'finding' : 'findings'} fixed in ${changed.size} of ${found.documents.length} ${found.documents.length === 1 ? 'document' : 'documents'}.\n`);
  return problems.length > 0 ? FAILED : CLEAN;
}

/** Round after round the safe fixes that do not touch one another; each round sees the text that the last one left. */
async function fixDocument(uri: string, before: string, workspace: Workspace): Promise<{ after: string; count: number }> {
  let after = before;
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = await safeEdits(uri, workspace);
    if (edits.length === 0) break;
    const next = applyEdits(after, edits.flat());
    if (next === after) break;
    after = next;
    count += edits.length;
    workspace.change(uri, after, round + 1);
  }
  return { after, count };
}

/** Of each finding the first safe fix that stays within the document; of two that touch, the earlier. */
async function safeEdits(uri: string, workspace: Workspace): Promise<(readonly Edit[])[]> {
  const checked = await workspace.check(uri);
  if (checked === undefined || checked === 'cancelled') return [];
  const chosen: (readonly Edit[])[] = [];
  for (const finding of checked.findings) {
    const safe = (await workspace.fixesFor(finding)).find(one => one.safe && one.edits.length > 0 && one.edits.every(edit => edit.document === uri));
    if (safe && !safe.edits.some(edit => chosen.flat().some(other => edit.start <= other.end && other.start <= edit.end))) chosen.push(safe.edits);
  }
  return chosen;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, text: inserted } of edits.toSorted((a, b) => a.start - b.start)) {
    out += text.slice(at, start) + inserted;
    at = end;
  }
  return out + text.slice(at);
}

/** Writes the new text beside the file and puts it in its place, so that no one ever sees half of it. A byte-order mark and the file's mode are kept, a link stays a link. */
async function replaceFile(given: string, before: string, after: string): Promise<void> {
  const path = await realpath(given);
  const bytes = await readFile(path);
  const mark = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? '\uFEFF' : '';
  if (bytes.toString() !== mark + before) throw new Error('it was changed meanwhile');
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = await open(beside, 'wx', (await stat(path)).mode);
    try {
      await file.writeFile(mark + after);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
