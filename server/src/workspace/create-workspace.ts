// The workspace over its ports: what a document is, its findings and their fixes, each computed on demand and kept until something that it rests on changes.
import { readBaseline, type Baseline, type BaselineEntry } from '../engine/baseline.ts';
import { checkConfig, checkDocument, checkDraft, CONFIG_INVALID, type Outcome } from '../engine/engine.ts';
import { coverageOf } from '../engine/coverage.ts';
import { configFixesFor, fixesFor } from '../engine/fixes.ts';
import { buildDraft } from '../draft/build.ts';
import type { Draft } from '../draft/draft.ts';
import type { Analysis } from '../model/analysis.ts';
import { buildAnalysis } from '../model/build.ts';
import { emptyContext, type Project, type RegistryDocument, type Unreadable } from '../model/context.ts';
import type { Coverage } from '../model/sourcing/coverage.ts';
import type { Abort, FilePort, LogPort, YieldNow } from '../ports.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { isTextCapture } from '../sources/captures.ts';
import type { SourceTarget } from '../sources/check-sources.ts';
import { SourceRecords } from '../sources/records.ts';
import { Drafts, type DraftState } from './drafts.ts';
import { createMatcher } from './globs.ts';
import { CONFIG_NAME, Projects, type ProjectFiles } from './projects.ts';
import { Registries } from './registries.ts';
import { SourceChecks, targetsOfDraft, targetsOfRegistries, unique, type DraftSourceChecks } from './source-checks.ts';
import { Texts, type TextState } from './texts.ts';
import { canonicalUri, folderOf, nameOf, pathBelow, relativePath, resolvePath } from './uris.ts';
import type { Checked, DocumentKind, ProjectView, Workspace } from './workspace.ts';

export interface WorkspacePorts {
  readonly files: FilePort;
  readonly log?: LogPort;
  /** Without it a check runs in one go and cannot be given up. */
  readonly yieldNow?: YieldNow;
  /** What source checks found before, and find while the workspace is used. Left out: nothing. */
  readonly records?: SourceRecords;
}

export interface WorkspaceOptions {
  /** How far up the nearest claimcheck.yaml is looked for: to the workspace folder (the editor, the default), or to the folder that holds `.git`, else the root (the command line). */
  readonly lookup?: 'folder' | 'repository';
  /** The configuration of every document, instead of the nearest: its file, and the folder that its globs of drafts are relative to. */
  readonly config?: { readonly file: string; readonly folder: string };
  /** The baseline file of every document, instead of the configured one. */
  readonly baseline?: string;
  /** Leave baselines out of account. */
  readonly ignoreBaseline?: boolean;
  /** Documents (spelt by `canonicalUri`) that are drafts whatever the configuration's globs say: those that the user named. May grow before the first check. */
  readonly named?: ReadonlySet<string>;
  /** ISO date for drafts whose front matter has none. */
  readonly date?: string;
  /** Check every draft as if it were marked ready. */
  readonly gate?: boolean;
}

/** Builds a workspace without folders and documents. Addresses may be given in any spelling; those that it gives back are spelt as VS Code does (`canonicalUri`). */
export function createWorkspace(ports: WorkspacePorts, options: WorkspaceOptions = {}): Workspace {
  return new CachingWorkspace(ports, options);
}

/** The project of a document with what its drafts say; the same object until that changes. */
interface Gathered {
  readonly project: Project;
  readonly drafts: readonly string[];
  readonly registries: readonly string[];
}

const DRAFT_NAME = /\.(?:md|markdown|mdown|mkd)$/i;
const REGISTRY_NAME = /\.(?:ya?ml|json|bib|bibtex)$/i;

class CachingWorkspace implements Workspace {
  readonly #ports: WorkspacePorts;
  readonly #options: WorkspaceOptions;
  readonly #named: ReadonlySet<string>;
  readonly #texts: Texts;
  readonly #projects: Projects;
  readonly #registries: Registries;
  readonly #drafts: Drafts;
  readonly #sourceChecks: SourceChecks;
  /** By `ProjectFiles.key`. */
  readonly #gathered = new Map<string, Gathered>();
  readonly #analyses = new WeakMap<DraftState, { readonly project: Project; readonly checks: DraftSourceChecks; readonly analysis: Analysis }>();
  readonly #checked = new Map<string, { readonly rests: readonly unknown[]; readonly checked: Checked }>();
  readonly #baselines = new Map<string, BaselineFile>();
  /** Projects that were looked into, by their key: registries in no folder of the workspace are found by them. */
  readonly #met = new Map<string, ProjectFiles>();

  constructor(ports: WorkspacePorts, options: WorkspaceOptions) {
    this.#ports = ports;
    this.#options = options;
    this.#named = options.named ?? new Set();
    this.#texts = new Texts(ports.files);
    this.#projects = new Projects(ports.files, this.#texts, { lookup: options.lookup ?? 'folder', ...(options.config === undefined ? {} : { config: { file: canonicalUri(options.config.file), folder: canonicalUri(options.config.folder) } }) });
    this.#registries = new Registries(this.#texts);
    this.#drafts = new Drafts(this.#texts, this.#registries, options.date);
    this.#sourceChecks = new SourceChecks(ports.records ?? new SourceRecords());
  }

  setFolders(uris: readonly string[]): void {
    this.#projects.setFolders(uris.map(uri => canonicalUri(uri).replace(/(?<=[^/])\/$/, '')));
    for (const cache of [this.#checked, this.#gathered, this.#met]) cache.clear();
  }

  open(uri: string, text: string, version: number, language: string): void {
    const key = canonicalUri(uri);
    this.#texts.open(key, text, version, language);
    this.#projects.touched(key, false);
  }

  change(uri: string, text: string, version: number): void {
    const key = canonicalUri(uri);
    this.#texts.change(key, text, version);
    this.#projects.touched(key, false);
  }

  close(uri: string): void {
    const key = canonicalUri(uri);
    this.#texts.close(key);
    this.#projects.touched(key, false);
    this.#checked.delete(key);
    if (key.startsWith('untitled:')) this.#drafts.forget(key);
  }

  fileChanged(uri: string): boolean {
    const key = canonicalUri(uri);
    // An open document's text stands over the file's; that the file came or went can still matter.
    if (!this.#texts.isOpen(key)) this.#texts.changed(key);
    this.#texts.changedBelow(key);
    this.#projects.touched(key, true);
    this.#checked.delete(key);
    const name = nameOf(key);
    // Without an ending it may be a folder, with all that it held.
    return name === CONFIG_NAME || (!this.#texts.isOpen(key) && (!name.includes('.') || DRAFT_NAME.test(name) || REGISTRY_NAME.test(name) || isTextCapture(name)));
  }

  async kindOf(uri: string): Promise<DocumentKind> {
    return this.#kindOf(canonicalUri(uri));
  }

  async textOf(uri: string): Promise<string | undefined> {
    return (await this.#texts.read(canonicalUri(uri)))?.text;
  }

  async draftOf(uri: string): Promise<Draft | undefined> {
    return (await this.#stateOf(canonicalUri(uri)))?.state.draft;
  }

  async analysisOf(uri: string): Promise<Analysis | undefined> {
    const found = await this.#stateOf(canonicalUri(uri));
    if (!found) return undefined;
    const gathered = await this.#gather(found.files, undefined, canonicalUri(uri));
    return gathered === 'cancelled' ? undefined : this.#analyse(found.state, gathered.project, found.files);
  }

  async projectOf(uri: string): Promise<ProjectView> {
    const key = canonicalUri(uri);
    const files = await this.#projectFilesOf(key);
    const gathered = await this.#gather(files, undefined);
    if (gathered === 'cancelled') throw new Error('Nobody gave this up.');
    const { folder, config, configFile } = files;
    return { folder, config, configFile, ...gathered };
  }

  async check(uri: string, abort?: Abort): Promise<Checked | 'cancelled' | undefined> {
    const key = canonicalUri(uri);
    const text = await this.#texts.read(key);
    const kind = await this.#kindOf(key);
    if (text === undefined || kind === 'other') return undefined;
    return kind === 'config' ? this.#checkConfig(text) : this.#checkText(text, kind, abort);
  }

  async #checkConfig(text: TextState): Promise<Checked | 'cancelled'> {
    const files = await this.#configProjectOf(text.uri);
    const baseline = await this.#baselineOf(files);
    // A registry that the configuration names and that is missing is found by the rules about the project.
    const gathered = await this.#gather(files, undefined);
    if (gathered === 'cancelled') return gathered;
    const own = configOutcome(text.uri, files, baseline, text.text);
    const rules = await checkDocument({ document: text.uri, text: text.text, project: gathered.project, config: files.config });
    if (rules === 'cancelled') return rules;
    const findings = [...own.findings, ...rules.findings].toSorted((a, b) => a.start - b.start || a.end - b.end);
    return this.#keep(text, 'config', [text, files, baseline, gathered.project], { findings, silenced: rules.silenced });
  }

  async #checkText(text: TextState, kind: DocumentKind, abort: Abort | undefined): Promise<Checked | 'cancelled'> {
    const { uri } = text;
    const files = await this.#projectFilesOf(uri);
    const gathered = await this.#gather(files, abort, kind === 'draft' ? uri : undefined);
    if (gathered === 'cancelled') return gathered;
    const state = kind === 'draft' ? await this.#drafts.state(uri, files) : undefined;
    const baseline = await this.#baselineOf(files);
    const analysis = state && await this.#analyse(state, gathered.project, files);
    const rests = [text, state, analysis, gathered.project, files.config, baseline];
    const known = this.#checked.get(uri);
    if (isSame(known?.rests, rests)) return known!.checked;
    const { yieldNow, log } = this.#ports;
    const run = { ...(abort && { abort }), ...(yieldNow && { yieldNow }), ...(log && { log }) };
    const common = { project: gathered.project, config: files.config, baseline: entriesOf(baseline, uri) };
    const outcome = analysis
      ? await checkDraft({ ...common, analysis, gate: this.#options.gate ?? false }, run)
      : await checkDocument({ ...common, document: uri, text: text.text }, run);
    return outcome === 'cancelled' ? outcome : this.#keep(state?.text ?? text, kind, rests, outcome, state && coverageOf(state.analysis, files.config));
  }

  async checkAlone(uri: string, abort?: Abort): Promise<Checked | 'cancelled' | undefined> {
    const key = canonicalUri(uri);
    const files = await this.#projects.projectOf(key);
    if (!this.#isDraft(key, files) || files.drafts.filter(draft => !this.#drafts.known(draft, files)).length < MANY_UNREAD) return undefined;
    const state = await this.#drafts.state(key, files);
    if (!state) return undefined;
    const own = await this.#drafts.notes(key, files);
    const { registries } = state.analysis.context;
    const project: Project = { drafts: own ? [own.summary] : [], registries: own?.own ? [...registries, own.own] : registries };
    const { yieldNow, log } = this.#ports;
    const run = { ...(abort && { abort }), ...(yieldNow && { yieldNow }), ...(log && { log }) };
    const check = { project, config: files.config, baseline: entriesOf(await this.#baselineOf(files), key), analysis: await this.#analyse(state, project, files), gate: this.#options.gate ?? false };
    const outcome = await checkDraft(check, run);
    if (outcome === 'cancelled') return outcome;
    return { uri: key, kind: 'draft', version: state.text.version, text: state.text.text, findings: outcome.findings, silenced: outcome.silenced, coverage: coverageOf(state.analysis, files.config) };
  }

  async fixesFor(finding: Finding): Promise<readonly Fix[]> {
    if (finding.rule === CONFIG_INVALID) return configFixesFor(finding);
    const key = canonicalUri(finding.document);
    const found = await this.#stateOf(key);
    const files = found?.files ?? await this.#projectFilesOf(key);
    const gathered = await this.#gather(files, undefined, found ? key : undefined);
    if (gathered === 'cancelled') return [];
    const { project } = gathered;
    // A finding in a registry is fixed with what the project knows; there is no draft to read.
    const analysis = found ? await this.#analyse(found.state, project, files) : buildAnalysis(buildDraft(''), { ...emptyContext(key), registries: project.registries, others: project.drafts });
    return fixesFor(finding, { analysis, project });
  }

  async sourceTargets(uri: string): Promise<readonly SourceTarget[]> {
    const key = canonicalUri(uri);
    const files = await this.#projectFilesOf(key);
    const analysis = await this.analysisOf(key);
    if (analysis) return targetsOfDraft(analysis, files.folder);
    const gathered = await this.#gather(files, undefined);
    return gathered === 'cancelled' ? [] : unique(targetsOfRegistries(gathered.project.registries.filter(({ document }) => document === key), files.folder));
  }

  async documents(): Promise<readonly string[]> {
    const found = new Set<string>();
    for (const files of await this.#projects.all()) {
      const gathered = await this.#gather(files, undefined);
      if (gathered === 'cancelled') continue;
      for (const uri of [...gathered.drafts, ...gathered.registries, ...files.configProblems.keys()]) found.add(uri);
    }
    for (const { uri } of this.#texts.openDocuments()) if (await this.#kindOf(uri) !== 'other') found.add(uri);
    return [...found].sort();
  }

  // --- what a document is ---------------------------------------------------------------------

  async #kindOf(uri: string): Promise<DocumentKind> {
    if (nameOf(uri) === CONFIG_NAME) return 'config';
    const files = await this.#projects.projectOf(uri);
    if (files.configProblems.has(uri)) return 'config';
    if (this.#isDraft(uri, files)) return 'draft';
    if (!REGISTRY_NAME.test(nameOf(uri))) return 'other';
    if (files.registries.includes(uri)) return 'registry';
    if (await this.#registryProjectOf(uri)) return 'registry';
    return (await this.#configProjectOf(uri)).configProblems.has(uri) ? 'config' : 'other';
  }

  #isDraft(uri: string, files: ProjectFiles): boolean {
    if (this.#named.has(uri) || files.drafts.includes(uri)) return true;
    if (this.#texts.openDocuments().find(document => document.uri === uri)?.language !== 'markdown') return false;
    const path = pathBelow(files.folder, uri);
    return path === undefined || !createMatcher(files.config.ignore)(path);
  }

  /** The project whose findings a document has: its own, or for a registry file the nearest that uses it. */
  async #projectFilesOf(uri: string): Promise<ProjectFiles> {
    const own = await this.#projects.projectOf(uri);
    if (this.#isDraft(uri, own) || own.registries.includes(uri)) return own;
    return await this.#registryProjectOf(uri) ?? own;
  }

  async #registryProjectOf(uri: string): Promise<ProjectFiles | undefined> {
    const own = await this.#projects.projectOf(uri);
    for (const files of new Set([own, ...await this.#knownProjects()])) {
      const gathered = await this.#gather(files, undefined);
      if (gathered !== 'cancelled' && gathered.registries.includes(uri)) return files;
    }
    return undefined;
  }

  /** A project in whose configuration a file takes part, as itself or extended. */
  async #configProjectOf(uri: string): Promise<ProjectFiles> {
    const own = await this.#projects.projectOf(uri);
    if (own.configProblems.has(uri)) return own;
    for (const files of await this.#knownProjects()) if (files.configProblems.has(uri)) return files;
    return own;
  }

  /** The projects of the workspace folders, and those that lie elsewhere and were looked into. */
  async #knownProjects(): Promise<ReadonlySet<ProjectFiles>> {
    const known = new Set(await this.#projects.all());
    for (const [key, files] of this.#met) {
      if (await this.#projects.isCurrent(files)) known.add(files);
      else this.#met.delete(key);
    }
    return known;
  }

  // --- what is known of it --------------------------------------------------------------------

  async #stateOf(uri: string): Promise<{ readonly files: ProjectFiles; readonly state: DraftState } | undefined> {
    const files = await this.#projects.projectOf(uri);
    if (!this.#isDraft(uri, files)) return undefined;
    const state = await this.#drafts.state(uri, files);
    return state && { files, state };
  }

  /** The project as its drafts and registries say. Reads and analyses what is not known yet, draft by draft. `also`: a draft that is to count although the globs leave it out. */
  async #gather(files: ProjectFiles, abort: Abort | undefined, also?: string): Promise<Gathered | 'cancelled'> {
    this.#met.set(files.key, files);
    const uris = new Set(files.drafts);
    if (also !== undefined) uris.add(also);
    const before = this.#gathered.get(files.key);
    for (const uri of [...this.#texts.openDocuments().map(document => document.uri), ...this.#named]) {
      if (!uris.has(uri) && await this.#projects.projectOf(uri) === files && this.#isDraft(uri, files)) uris.add(uri);
    }
    const drafts = [...uris].sort();
    const notes = [];
    for (const uri of drafts) {
      let known = this.#drafts.known(uri, files);
      if (!known) {
        await this.#ports.yieldNow?.();
        if (abort?.aborted) return 'cancelled';
        known = await this.#drafts.notes(uri, files);
      }
      if (known) notes.push(known);
    }
    const registries: RegistryDocument[] = [];
    const inProject = new Set(files.registries);
    for (const uri of new Set([...files.registries, ...notes.flatMap(note => note.files)])) {
      const registry = await this.#registries.read(uri, inProject.has(uri) ? 'project' : 'draft');
      if (registry) registries.push(registry);
    }
    for (const { own } of notes) if (own) registries.push(own);
    const summaries = notes.map(({ summary }) => summary);
    const unreadable: Unreadable[] = [...files.missing, ...notes.flatMap(note => note.unreadable)];
    const said = before && isSame(before.project.drafts, summaries) && isSame(before.project.registries, registries) && JSON.stringify(before.project.unreadable) === JSON.stringify(unreadable) ? before : undefined;
    const checkResults = await this.#sourceChecks.ofProject(said?.project.registries ?? registries, files.folder);
    if (said?.project.checkResults === checkResults) return isSame(said.drafts, drafts) ? said : this.#remember(files, { ...said, drafts });
    const project: Project = { ...(said?.project ?? { drafts: summaries, registries, unreadable }), checkResults };
    const gathered: Gathered = { project, drafts, registries: registries.map(({ document }) => document).filter(uri => !uris.has(uri)) };
    return this.#remember(files, gathered);
  }

  #remember(files: ProjectFiles, gathered: Gathered): Gathered {
    this.#gathered.set(files.key, gathered);
    return gathered;
  }

  /** The analysis with the other drafts of the project and what source checks found beside it. They change nothing of what the draft itself says, so its analysis is not built again. */
  async #analyse(state: DraftState, project: Project, { folder }: ProjectFiles): Promise<Analysis> {
    const checks = await this.#sourceChecks.ofDraft(state.analysis, folder);
    const known = this.#analyses.get(state);
    if (known?.project === project && known.checks === checks) return known.analysis;
    const { context } = state.analysis;
    const passages = checks.passages.length === 0 ? context.passages : [...context.passages, ...checks.passages];
    const analysis = { ...state.analysis, context: { ...context, passages, checkResults: checks.results, others: project.drafts.filter(({ document }) => document !== context.document) } };
    this.#analyses.set(state, { project, checks, analysis });
    return analysis;
  }

  /** What the project's baseline file accepts; nothing where there is none. */
  async #baselineOf(files: ProjectFiles): Promise<BaselineFile | undefined> {
    if (this.#options.ignoreBaseline) return undefined;
    const configured = files.config.baseline;
    const uri = this.#options.baseline ?? (configured && resolvePath(configured.base, configured.path));
    if (uri === undefined) return undefined;
    const state = await this.#texts.read(uri);
    if (state === undefined) return undefined;
    const known = this.#baselines.get(uri);
    if (known?.state === state) return known;
    const file = { uri, state, baseline: readBaseline(state.text) };
    this.#baselines.set(uri, file);
    return file;
  }

  #keep(text: TextState, kind: DocumentKind, rests: readonly unknown[], { findings, silenced }: Outcome, coverage?: Coverage): Checked {
    const known = this.#checked.get(text.uri);
    if (known && isSame(known.rests, rests)) return known.checked;
    const checked: Checked = { uri: text.uri, kind, version: text.version, text: text.text, findings, silenced, ...(coverage && { coverage }) };
    this.#checked.set(text.uri, { rests, checked });
    // Those of closed documents are cheap to make again.
    for (const oldest of this.#checked.keys()) {
      if (this.#checked.size <= KEPT_CLOSED + this.#texts.openDocuments().length) break;
      if (!this.#texts.isOpen(oldest) && oldest !== text.uri) this.#checked.delete(oldest);
    }
    return checked;
  }
}

interface BaselineFile {
  readonly uri: string;
  readonly state: TextState;
  readonly baseline: Baseline;
}

/** Fewer drafts than this are read before anybody notices. */
const MANY_UNREAD = 16;

/** Closed documents whose findings are kept. */
const KEPT_CLOSED = 64;

function entriesOf(file: BaselineFile | undefined, uri: string): readonly BaselineEntry[] {
  return file?.baseline.findings.get(relativePath(folderOf(file.uri) ?? '', uri)) ?? [];
}

/** What is wrong in a configuration file, what it extends and names included. */
function configOutcome(uri: string, { configProblems, config }: ProjectFiles, baseline: BaselineFile | undefined, text: string): Outcome {
  const problems = [...configProblems.get(uri) ?? []];
  const { path, base } = config.baseline ?? {};
  if (baseline?.baseline.problem !== undefined && path !== undefined && base === folderOf(uri)) {
    const start = Math.max(0, text.indexOf(path));
    problems.push({ start, end: text.startsWith(path, start) ? start + path.length : start, message: baseline.baseline.problem });
  }
  return { findings: checkConfig({ uri, problems, extends: [], keys: {} }), silenced: [] };
}

function isSame(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((value, i) => value === b[i]);
}
