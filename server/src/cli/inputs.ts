// From the arguments of a command to documents: files, folders, globs, `-` for standard input.
import { basename, resolve } from 'node:path';
import { readFile } from 'node:fs/promises';
import { createMatcher, isGlob, isSkippedFolder, splitGlob } from '../workspace/globs.ts';
import { CONFIG_NAME } from '../workspace/projects.ts';
import { canonicalUri, folderOf, isWithin, nameOf, pathBelow, relativePath } from '../workspace/uris.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { CommandError, readAll, type Terminal } from './terminal.ts';

export interface Inputs {
  /** What the arguments stand for, in their order: a file that was named, a folder, or one of the files that a glob matches. */
  readonly targets: readonly { readonly kind: 'file' | 'folder' | 'match'; readonly uri: string }[];
  /** The drafts that were named, standard input among them: they are checked whatever the configuration's globs say. `findDocuments` adds those that a glob matches. */
  readonly named: Set<string>;
  readonly stdin: { readonly uri: string; readonly text: string } | undefined;
  /** What could not be found or read, as whole sentences. */
  readonly problems: readonly string[];
}

/** Sorts out the arguments. Without any, the current folder is meant. */
export async function readInputs(paths: readonly string[], stdinFilename: string | undefined, terminal: Terminal): Promise<Inputs> {
  const targets: { kind: 'file' | 'folder' | 'match'; uri: string }[] = [];
  const problems: string[] = [];
  let stdin: Inputs['stdin'];
  for (const path of paths.length === 0 ? ['.'] : paths) {
    if (path === '-') {
      const uri = terminal.toUri(resolve(terminal.cwd, stdinFilename ?? '<stdin>'));
      const text = decode(await readAll(terminal.stdin));
      if (typeof text === 'string') {
        stdin = { uri, text };
        targets.push({ kind: 'file', uri });
      } else problems.push(`standard input: ${text.problem}`);
      continue;
    }
    const uri = terminal.toUri(resolve(terminal.cwd, path));
    const kind = await terminal.files.kind(uri);
    if (kind !== undefined) targets.push({ kind, uri });
    else if (isGlob(path)) {
      const found = await expandGlob(path, terminal);
      for (const file of found) targets.push({ kind: 'match', uri: file });
      if (found.length === 0) problems.push(`${path}: no file matches.`);
    } else problems.push(`${path}: there is no such file or folder.`);
  }
  const files = targets.filter(({ kind, uri }) => kind === 'file' && (isDraftName(uri) || uri === stdin?.uri));
  return { targets, named: new Set(files.map(({ uri }) => uri)), stdin, problems };
}

/** Gives the workspace what the arguments name: the folders, which are projects where no configuration says otherwise, and standard input. */
export function openInputs({ targets, stdin }: Inputs, workspace: Workspace): void {
  workspace.setFolders(targets.filter(({ kind }) => kind === 'folder').map(({ uri }) => uri));
  if (stdin) workspace.open(stdin.uri, stdin.text, 0, 'markdown');
}

/** The documents to check, in the order of the arguments, each once; and what is wrong with the arguments. */
export async function findDocuments({ targets, named }: Inputs, workspace: Workspace, terminal: Terminal): Promise<{ documents: readonly string[]; problems: readonly string[] }> {
  const problems: string[] = [];
  const documents = new Set<string>();
  const drafts = new DraftSets(workspace);
  for (const { kind, uri } of targets) {
    if (kind === 'folder') {
      const found = await drafts.below(uri, await terminal.files.list(uri, isSkippedFolder));
      if (found.length === 0) problems.push(`${toPath(uri, terminal)}: there are no drafts in this folder.`);
      for (const draft of found) documents.add(draft);
      continue;
    }
    if (kind === 'match' && isDraftName(uri)) {
      const { folder, config } = await drafts.projectAt(uri);
      const path = pathBelow(folder, uri);
      if (path !== undefined && createMatcher(config.ignore)(path)) continue;
      named.add(uri);
    }
    if (named.has(uri) || await workspace.kindOf(uri) !== 'other') documents.add(uri);
    else if (kind === 'file') problems.push(`${toPath(uri, terminal)}: it is neither a draft nor a registry or configuration that a draft here uses.`);
  }
  if (documents.size === 0 && problems.length === 0 && targets.length > 0) problems.push('no draft is among the files that match.');
  return { documents: [...documents], problems };
}

/** A path as it is shown: relative to the current folder where it lies in it, `-` for standard input. */
export function toPath(uri: string, terminal: Terminal): string {
  if (nameOf(uri) === '<stdin>') return '-';
  const cwd = terminal.toUri(terminal.cwd);
  if (uri === cwd) return '.';
  return isWithin(cwd, uri) ? relativePath(cwd, uri) : terminal.fromUri(uri) ?? uri;
}

/** The address of a file that an option names; throws where it cannot be read. `what`: "configuration". */
export async function existingFile(path: string, what: string, terminal: Terminal): Promise<string> {
  const uri = terminal.toUri(resolve(terminal.cwd, path));
  if (await terminal.files.readText(uri) === undefined) throw new CommandError(`${path}: this ${what} cannot be read: ${await explainUnreadable(uri, terminal)}`);
  return uri;
}

/** Why a file has no text: one sentence. */
export async function explainUnreadable(uri: string, terminal: Terminal): Promise<string> {
  const path = terminal.fromUri(uri);
  if (path === undefined) return 'it cannot be read.';
  try {
    const text = decode(await readFile(path));
    return typeof text === 'string' ? 'it is too large.' : text.problem;
  } catch (error) {
    const { code } = error as { code?: string };
    return code === 'EACCES' || code === 'EPERM' ? 'it may not be read.' : code === 'ENOENT' ? 'there is no such file.' : `it cannot be read (${code ?? 'unknown reason'}).`;
  }
}

/** Text from bytes, or what is wrong with them and where. */
function decode(bytes: Uint8Array): string | { readonly problem: string } {
  const zero = bytes.indexOf(0);
  if (zero < 0 && decodes(bytes, false)) return new TextDecoder().decode(bytes);
  const at = firstInvalid(zero >= 0 ? bytes.subarray(0, zero) : bytes);
  const line = bytes.subarray(0, at).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1);
  return { problem: `it is not UTF-8 text (byte ${at + 1}, line ${line}).` };
}

/** The offset of the first byte that is no UTF-8: the longest prefix that decodes ends there. */
function firstInvalid(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = Math.floor((good + bad) / 2) + 1;
    if (decodes(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle - 1;
  }
  // The prefix may end in the beginning of a character that was never finished.
  while (good > 0 && !decodes(bytes.subarray(0, good), false)) good--;
  return good;
}

function decodes(bytes: Uint8Array, unfinished: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: unfinished });
    return true;
  } catch {
    return false;
  }
}

async function expandGlob(pattern: string, terminal: Terminal): Promise<readonly string[]> {
  const { folder, rest } = splitGlob(pattern.replaceAll('\\', '/'));
  const root = terminal.toUri(resolve(terminal.cwd, folder === '' && pattern.startsWith('/') ? '/' : folder));
  const matches = createMatcher([rest.includes('/') ? rest : `./${rest}`]);
  return (await terminal.files.list(root, isSkippedFolder)).filter(uri => {
    const path = pathBelow(root, uri);
    return path !== undefined && (rest.includes('/') || !path.includes('/')) && matches(path);
  });
}

/** Registries and configurations are checked as what they are, and so only where a draft uses them. */
function isDraftName(uri: string): boolean {
  return basename(uri) !== CONFIG_NAME && !/\.(?:ya?ml|json|bib|bibtex)$/i.test(uri);
}

/** The drafts of the projects, asked for by folder. */
class DraftSets {
  readonly #workspace: Workspace;
  readonly #views = new Map<string, Promise<Awaited<ReturnType<Workspace['projectOf']>>>>();
  readonly #sets = new Map<unknown, ReadonlySet<string>>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  projectAt(uri: string) {
    const folder = folderOf(uri) ?? uri;
    let view = this.#views.get(folder);
    if (!view) this.#views.set(folder, (view = this.#workspace.projectOf(canonicalUri(`${folder}/${CONFIG_NAME}`))));
    return view;
  }

  async below(folder: string, files: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const uri of files) {
      if (!isWithin(folder, uri)) continue;
      const { project, drafts } = await this.projectAt(uri);
      let set = this.#sets.get(project);
      if (!set) this.#sets.set(project, (set = new Set(drafts)));
      if (set.has(uri)) found.push(uri);
    }
    return found;
  }
}
