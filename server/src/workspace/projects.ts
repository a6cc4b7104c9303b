// Finds the project of a document: the nearest claimcheck.yaml with what it extends, the drafts and the registry files of its folder.
import type { Config, ConfigFile, ConfigProblem } from '../engine/config.ts';
import type { FilePort } from '../ports.ts';
import type { Unreadable } from '../model/context.ts';
import { readConfigChain, type ConfigChain } from './config-chain.ts';
import { createMatcher, isGlob, isSkippedFolder, splitGlob } from './globs.ts';
import type { Texts } from './texts.ts';
import { folderOf, isWithin, nameOf, pathBelow, resolvePath } from './uris.ts';

export const CONFIG_NAME = 'claimcheck.yaml';

/** A project as its files say. The same object until one of them changes, comes or goes. */
export interface ProjectFiles {
  /** Names the project among others: the address of its configuration, or of the folder of a project without one. */
  readonly key: string;
  /** The same object for as long as the configuration and the list of registries are the same: its identity is a cache key for what rests on them alone. */
  readonly basis: object;
  /** Address of the folder; for a document that stands in no folder (untitled, no workspace), its own address. */
  readonly folder: string;
  readonly config: Config;
  readonly configFile: ConfigFile | undefined;
  /** The files that `configFile` extends are among them, each with what is wrong in it. */
  readonly configProblems: ReadonlyMap<string, readonly ConfigProblem[]>;
  /** Files whose change makes the project another one: its configuration and what that names without a glob. */
  readonly watched: ReadonlySet<string>;
  /** Drafts by the configuration's globs, sorted. */
  readonly drafts: readonly string[];
  readonly registries: readonly string[];
  /** Registry files that the configuration names and that are not there. */
  readonly missing: readonly Unreadable[];
}

export interface ProjectOptions {
  /** How far up the nearest claimcheck.yaml is looked for: to the workspace folder (the editor), or to the folder that holds `.git`, else the root (the command line). */
  readonly lookup: 'folder' | 'repository';
  /** The configuration of every document, instead of the nearest: its file, and the folder that is the project. */
  readonly config?: { readonly file: string; readonly folder: string };
}

export class Projects {
  readonly #files: FilePort;
  readonly #texts: Texts;
  readonly #options: ProjectOptions;
  #folders: readonly string[] = [];
  /** By folder: the nearest configuration file at or above it. */
  readonly #nearest = new Map<string, Promise<string | undefined>>();
  /** By the project's key: the configuration file, or the folder of a project without one. */
  readonly #projects = new Map<string, Promise<ProjectFiles>>();
  readonly #listings = new Map<string, Promise<Set<string>>>();
  readonly #changed = new Set<string>();
  #settling: Promise<void> | undefined;
  /** What was read last of each project, to be given again where it has not changed. */
  readonly #before = new Map<string, { readonly stamps: string; readonly read: ConfigChain; readonly files: ProjectFiles }>();

  constructor(files: FilePort, texts: Texts, options: ProjectOptions) {
    this.#files = files;
    this.#texts = texts;
    this.#options = options;
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.#forgetAll();
  }

  /** A document was opened, edited, closed or changed on disk. `onDisk`: it may have come or gone. */
  touched(uri: string, onDisk: boolean): void {
    if (nameOf(uri) === CONFIG_NAME) this.#forgetAll();
    else if (onDisk) this.#changed.add(uri);
    // A project is read afresh when its configuration changes; what is not known yet cannot be stale.
    for (const [key, project] of this.#projects) {
      void project.then(({ watched }) => {
        if (watched.has(uri) && this.#projects.get(key) === project) this.#projects.delete(key);
      }, () => undefined);
    }
  }

  async projectOf(uri: string): Promise<ProjectFiles> {
    await this.#settle();
    const home = this.#homeOf(uri);
    const folder = uri.startsWith('untitled:') ? home : folderOf(uri);
    const given = this.#options.config;
    if (given) return this.#project(given.folder, given.file, false);
    const config = folder === undefined ? undefined : await this.#nearestConfig(folder);
    const root = config === undefined ? home ?? folder ?? uri : folderOf(config)!;
    // A lone file in no workspace: its folder is its project, but not all that lies below, which may be a whole disk.
    return this.#project(root, config, config === undefined && home === undefined);
  }

  /** The workspace folder that a document lies in, the innermost of several; of an untitled one the first. */
  #homeOf(uri: string): string | undefined {
    if (uri.startsWith('untitled:')) return this.#folders[0];
    return this.#folders.filter(folder => isWithin(folder, uri)).sort((a, b) => b.length - a.length)[0];
  }

  /** Is it what would be read of this project now? */
  async isCurrent(project: ProjectFiles): Promise<boolean> {
    await this.#settle();
    return (await this.#projects.get(project.key)) === project;
  }

  /** Every project of the workspace folders: theirs, and those of the configuration files below them. */
  async all(): Promise<readonly ProjectFiles[]> {
    await this.#settle();
    const projects = new Set<ProjectFiles>();
    for (const folder of this.#folders) {
      projects.add(await this.projectOf(`${folder}/${CONFIG_NAME}`));
      for (const uri of await this.#listing(folder, false)) if (nameOf(uri) === CONFIG_NAME) projects.add(await this.projectOf(uri));
    }
    return [...projects];
  }

  #forgetAll(): void {
    this.#nearest.clear();
    this.#projects.clear();
    this.#listings.clear();
    this.#changed.clear();
  }

  /** Brings the listings up to date with the files that were reported as changed; whoever asks meanwhile waits for it. */
  #settle(): Promise<void> {
    if (this.#changed.size > 0) {
      const changed = [...this.#changed];
      this.#changed.clear();
      const settling: Promise<void> = (this.#settling ?? Promise.resolve()).then(() => this.#relist(changed)).finally(() => {
        if (this.#settling === settling) this.#settling = undefined;
      });
      this.#settling = settling;
    }
    return this.#settling ?? Promise.resolve();
  }

  async #relist(changed: readonly string[]): Promise<void> {
    for (const uri of changed) {
      const kind = await this.#files.kind(uri);
      for (const [folder, listing] of this.#listings) {
        if (!isWithin(folder, uri)) continue;
        const files = await listing;
        const known = files.has(uri);
        // A folder takes all that it holds with it, and brings it along.
        if (kind === 'folder' || (kind === undefined && !known)) this.#listings.delete(folder);
        else if ((kind === 'file') === known) continue;
        else if (known) files.delete(uri);
        else files.add(uri);
        this.#projects.clear();
      }
    }
  }

  #nearestConfig(folder: string): Promise<string | undefined> {
    let nearest = this.#nearest.get(folder);
    if (!nearest) this.#nearest.set(folder, (nearest = this.#findConfig(folder)));
    return nearest;
  }

  async #findConfig(folder: string): Promise<string | undefined> {
    const uri = `${folder}/${CONFIG_NAME}`;
    if (await this.#texts.exists(uri)) return uri;
    const inWorkspace = this.#folders.some(root => isWithin(root, folder));
    if (this.#options.lookup === 'folder' && inWorkspace) {
      if (this.#folders.includes(folder)) return undefined;
    } else if (await this.#files.kind(`${folder}/.git`)) return undefined;
    const parent = folderOf(folder);
    return parent === undefined ? undefined : this.#nearestConfig(parent);
  }

  #project(folder: string, config: string | undefined, flat: boolean): Promise<ProjectFiles> {
    const key = config ?? folder;
    let project = this.#projects.get(key);
    if (!project) this.#projects.set(key, (project = this.#readProject(folder, config, flat)));
    return project;
  }

  async #readProject(folder: string, configUri: string | undefined, flat: boolean): Promise<ProjectFiles> {
    const key = configUri ?? folder;
    const before = this.#before.get(key);
    const stampsOf = (uris: Iterable<string>) => [...uris].map(uri => `${uri} ${this.#texts.stamp(uri)}`).join('\n');
    const unchanged = before !== undefined && before.stamps === stampsOf(before.read.watched);
    const read = unchanged ? before.read : await readConfigChain(configUri, this.#texts);
    const { config, chain, problems } = read;
    const files = folder.includes('/') ? [...await this.#listing(folder, flat)].sort() : [];
    const nested = files.filter(uri => nameOf(uri) === CONFIG_NAME && uri !== configUri).map(uri => folderOf(uri)!).filter(below => below !== folder);
    const isDraft = createMatcher(config.drafts);
    const isIgnored = createMatcher(config.ignore);
    const drafts = files.filter(uri => {
      const path = pathBelow(folder, uri);
      return path !== undefined && isDraft(path) && !isIgnored(path) && !nested.some(below => isWithin(below, uri));
    });
    const { registries, missing } = await this.#registries(config, chain, flat);
    const basis = unchanged && isSame(before.files.registries, registries) ? before.files.basis : {};
    // A registry that is named may come or go; what it says does not make the project another one.
    const watched = new Set(read.watched);
    for (const { pattern, base } of config.sources) if (!isGlob(pattern)) watched.add(resolvePath(base, pattern));
    const project: ProjectFiles = { key, basis, folder, config, configFile: chain[0], configProblems: problems, watched, drafts, registries, missing };
    this.#before.set(key, { stamps: stampsOf(read.watched), read, files: project });
    return project;
  }

  async #registries(config: Config, chain: readonly ConfigFile[], flat: boolean): Promise<Pick<ProjectFiles, 'registries' | 'missing'>> {
    const found = new Set<string>();
    const missing: Unreadable[] = [];
    for (const { pattern, base } of config.sources) {
      if (!isGlob(pattern)) {
        const uri = resolvePath(base, pattern);
        if (await this.#texts.exists(uri)) found.add(uri);
        else missing.push(await this.#missingRegistry(pattern, base, chain));
        continue;
      }
      const { folder, rest } = splitGlob(pattern);
      const root = resolvePath(base, folder);
      const matches = createMatcher([rest.includes('/') ? rest : `./${rest}`]);
      const matching = [...await this.#listing(root, flat && root === base)].filter(uri => {
        const path = pathBelow(root, uri);
        return path !== undefined && (rest.includes('/') || !path.includes('/')) && matches(path) && nameOf(uri) !== CONFIG_NAME;
      });
      for (const uri of matching) found.add(uri);
    }
    return { registries: [...found], missing };
  }

  async #missingRegistry(pattern: string, base: string, chain: readonly ConfigFile[]): Promise<Unreadable> {
    const file = chain.find(({ uri }) => folderOf(uri) === base) ?? chain[0];
    const text = (file && (await this.#texts.read(file.uri))?.text) ?? '';
    const start = Math.max(0, text.indexOf(pattern));
    const end = text.startsWith(pattern, start) ? start + pattern.length : start;
    return { document: file?.uri ?? base, start, end, message: `There is no registry file “${pattern}” here.` };
  }

  #listing(folder: string, flat: boolean): Promise<Set<string>> {
    const known = this.#listings.get(folder);
    if (known && !flat) return known;
    if (flat) return this.#files.list(folder, () => true).then(files => new Set(files));
    const listing = this.#files.list(folder, isSkippedFolder).then(files => new Set(files));
    this.#listings.set(folder, listing);
    return listing;
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
