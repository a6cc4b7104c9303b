// Findings as diagnostics: pulled by clients that can, pushed to the others; pushed to all for registries, configuration files and drafts that are not open.
import {
  DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError, type CancellationToken, type Diagnostic, type DocumentDiagnosticParams, type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { addCoverage, NO_COVERAGE } from '../model/sourcing/coverage.ts';
import { COVERAGE, type CheckWorkspaceResult, type Counts, type CoverageParams } from '../protocol.ts';
import type { Severity } from '../rules/rule.ts';
import type { Checked } from '../workspace/workspace.ts';
import { canonicalUri } from '../workspace/uris.ts';
import { abortOf, openDocument, textDocument, type Session } from './session.ts';
import { toDiagnostic } from './to-proto.ts';

/** How long typing may pause before a client without pull gets new diagnostics, and before the neighbours of an edited document are asked for again. */
const QUIET_MS = 120;

/** A text that has changed this often while it was checked is left to the next request. */
const MOST_ATTEMPTS = 20;

const NEVER: CancellationToken = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };

/** A document's findings as diagnostics of one version of it. */
interface Shown {
  readonly checked: Checked;
  readonly diagnostics: readonly Diagnostic[];
}

/** Keeps the diagnostics of a session right: whoever changes a text tells it, and it says so to the client. */
export class Diagnostics {
  readonly #session: Session;
  /** For each pushed document, the number of the latest wish to check it: an older check that ends later is not shown. */
  readonly #generations = new Map<string, number>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Documents that were published though nobody opened them (or, to a client with layers, whether or not): the client has diagnostics of ours for them. */
  readonly #published = new Set<string>();
  /** What the other drafts last knew of each open draft, as JSON. */
  readonly #summaries = new Map<string, string>();
  /** The coverage that the client was last told of each open draft, as JSON. */
  readonly #coverage = new Map<string, string>();
  /** Drafts whose findings were told before their project was read. */
  readonly #reading = new Set<string>();
  #wholeWorkspace = false;
  #disposed = false;
  #neighboursTimer: ReturnType<typeof setTimeout> | undefined;
  #backgroundGeneration = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Answers `textDocument/diagnostic`. */
  async pull(params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const { uri } = params.textDocument;
    const early = this.#session.client.refreshDiagnostics ? await this.#compute(uri, token, 'alone') : undefined;
    if (early !== undefined) this.#readProject(uri);
    const shown = early ?? (await this.#compute(uri, token));
    if (shown === 'cancelled') throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The check was given up.');
    if (shown === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    if (early === undefined) await this.#noteSummary(uri, shown.checked);
    const resultId = resultIdOf(shown);
    return params.previousResultId === resultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...shown.diagnostics] };
  }

  opened(uri: string): void {
    // What was pushed for the file gives way to what is pulled (or pushed anew) for the open text.
    const { pullDiagnostics, layeredDiagnostics } = this.#session.client;
    if (!layeredDiagnostics && this.#published.delete(canonicalUri(uri)) && pullDiagnostics) this.#send(uri, undefined, []);
    this.#push(uri);
    void this.#publishBackground();
  }

  changed(uri: string): void {
    this.#push(uri);
    void this.#afterChange(uri);
  }

  closed(uri: string): void {
    this.#cancelPush(uri);
    this.#summaries.delete(uri);
    this.#coverage.delete(uri);
    if (!this.#session.client.pullDiagnostics) this.#send(uri, undefined, []);
    this.neighboursChanged();
  }

  /** Something that other documents' findings rest on has changed: a registry, the configuration, a file, what a draft says about shared figures. */
  neighboursChanged(): void {
    if (this.#neighboursTimer !== undefined || this.#disposed) return;
    this.#neighboursTimer = setTimeout(() => {
      this.#neighboursTimer = undefined;
      if (this.#session.client.pullDiagnostics) {
        if (this.#session.client.refreshDiagnostics) {
          this.#session.connection.languages.diagnostics.refresh().catch((error: unknown) => this.#session.log.warn(`The client refused to refresh: ${String(error)}`));
        }
      } else for (const document of this.#session.documents.all()) this.#push(document.uri);
      void this.#publishBackground();
    }, QUIET_MS);
  }

  /** From now on shows the findings of every document of the workspace, open or not. */
  async checkWorkspace(token: CancellationToken, progress: (done: number, of: number, uri: string) => void): Promise<CheckWorkspaceResult | 'cancelled'> {
    this.#wholeWorkspace = true;
    const uris = new Set([...(await this.#session.workspace.documents()), ...this.#session.documents.keys().map(canonicalUri)]);
    let documents = 0;
    let counts = NONE;
    let coverage = NO_COVERAGE;
    let done = 0;
    for (const uri of uris) {
      progress(done++, uris.size, uri);
      const shown = await this.#compute(uri, token);
      if (shown === 'cancelled') return 'cancelled';
      if (shown === undefined) continue;
      documents++;
      counts = add(counts, countsOf(shown.checked));
      coverage = addCoverage(coverage, shown.checked.coverage ?? NO_COVERAGE);
      if (this.#mayPublish(uri)) this.#publish(uri, shown);
    }
    return { documents, counts, coverage };
  }

  dispose(): void {
    this.#disposed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    if (this.#neighboursTimer !== undefined) clearTimeout(this.#neighboursTimer);
    this.#backgroundGeneration++;
  }

  /** Checks the text as it is now; `alone`: without waiting for a large project, or undefined where there is none to wait for. Never gives the findings of an older text: where it has changed meanwhile, the check is made again. */
  async #compute(uri: string, token: CancellationToken, how: 'whole' | 'alone' = 'whole'): Promise<Shown | 'cancelled' | undefined> {
    try {
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        const { workspace } = this.#session;
        const checked = await (how === 'alone' ? workspace.checkAlone(uri, abortOf(token)) : workspace.check(uri, abortOf(token)));
        if (checked === 'cancelled' || token.isCancellationRequested) return 'cancelled';
        if (checked === undefined) return undefined;
        const document = await textDocument(this.#session, uri);
        if (!document) return undefined;
        const { version } = document;
        if (document.getText() !== checked.text) continue;
        const diagnostics = await Promise.all(checked.findings.map(finding => toDiagnostic(this.#session, document, finding)));
        if ((openDocument(this.#session, uri)?.version ?? 0) !== version) continue;
        this.#tellCoverage(uri, checked);
        return { checked, diagnostics };
      }
      this.#session.log.warn(`${uri} changes faster than it can be checked.`);
      return 'cancelled';
    } catch (error) {
      this.#session.log.error(`${uri} could not be checked: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
      return undefined;
    }
  }

  /** Tells the extension's status bar what it cannot count from diagnostics. */
  #tellCoverage(uri: string, { coverage }: Checked): void {
    const open = this.#session.client.commands ? openDocument(this.#session, uri) : undefined;
    if (!open || !coverage) return;
    const told = JSON.stringify(coverage);
    if (this.#coverage.get(open.uri) === told) return;
    this.#coverage.set(open.uri, told);
    this.#session.connection.sendNotification(COVERAGE, { uri: open.uri, coverage } satisfies CoverageParams).catch((error: unknown) => this.#session.log.warn(`Coverage could not be sent: ${String(error)}`));
  }

  /** Publishes an open document, for clients that cannot pull (or keep what was published beside it): after a pause, and only if nothing newer was wished for meanwhile. */
  #push(uri: string): void {
    if (!this.#session.documents.get(uri)) return;
    if (this.#session.client.pullDiagnostics && !this.#published.has(canonicalUri(uri))) return;
    this.#cancelPush(uri);
    const generation = this.#generations.get(uri) ?? 0;
    this.#timers.set(uri, setTimeout(() => {
      this.#timers.delete(uri);
      void this.#pushNow(uri, generation);
    }, QUIET_MS));
  }

  async #pushNow(uri: string, generation: number): Promise<void> {
    const outdated = () => this.#generations.get(uri) !== generation || !this.#session.documents.get(uri);
    const token: CancellationToken = { get isCancellationRequested() { return outdated(); }, onCancellationRequested: NEVER.onCancellationRequested };
    const early = await this.#compute(uri, token, 'alone');
    if (early !== undefined && early !== 'cancelled' && !outdated()) this.#send(uri, this.#session.documents.get(uri)?.version, early.diagnostics);
    const shown = await this.#compute(uri, token);
    if (shown === 'cancelled' || outdated()) return;
    this.#send(uri, this.#session.documents.get(uri)?.version, shown?.diagnostics ?? []);
    if (shown) await this.#noteSummary(uri, shown.checked);
  }

  /** Reads the rest of a draft's project; then what was told of the draft alone is asked for again. */
  #readProject(uri: string): void {
    if (this.#reading.has(uri)) return;
    this.#reading.add(uri);
    this.#session.workspace.projectOf(uri)
      .then(() => this.neighboursChanged(), (error: unknown) => this.#session.log.error(`The project of ${uri} could not be read: ${String(error)}`))
      .finally(() => this.#reading.delete(uri));
  }

  #cancelPush(uri: string): void {
    this.#generations.set(uri, (this.#generations.get(uri) ?? 0) + 1);
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
  }

  async #afterChange(uri: string): Promise<void> {
    const kind = await this.#session.workspace.kindOf(uri);
    if (kind === 'registry' || kind === 'config') this.neighboursChanged();
  }

  /** Tells the neighbours if what they need to know of this draft is not what they knew. */
  async #noteSummary(uri: string, checked: Checked): Promise<void> {
    if (checked.kind !== 'draft' || !this.#session.documents.get(uri)) return;
    const { project } = await this.#session.workspace.projectOf(uri);
    const summary = JSON.stringify(project.drafts.find(draft => draft.document === checked.uri));
    const before = this.#summaries.get(uri);
    if (summary === before) return;
    this.#summaries.set(uri, summary);
    if (before !== undefined || this.#session.documents.all().length > 1) this.neighboursChanged();
  }

  /** Publishes the findings of the registries and configuration files behind the open drafts (of every document, once the workspace was checked), and takes back what no longer holds. */
  async #publishBackground(): Promise<void> {
    const generation = ++this.#backgroundGeneration;
    try {
      const wanted = await this.#backgroundDocuments();
      for (const uri of [...wanted, ...[...this.#published].filter(published => !wanted.has(published))]) {
        const shown = wanted.has(uri) ? await this.#compute(uri, NEVER) : undefined;
        if (generation !== this.#backgroundGeneration) return;
        if (shown !== 'cancelled' && this.#mayPublish(uri)) this.#publish(uri, shown);
      }
    } catch (error) {
      this.#session.log.error(`Findings of files in the background could not be published: ${String(error)}`);
    }
  }

  async #backgroundDocuments(): Promise<Set<string>> {
    const { workspace, documents } = this.#session;
    const wanted = new Set<string>(this.#wholeWorkspace ? await workspace.documents() : []);
    for (const document of documents.all()) {
      if ((await workspace.kindOf(document.uri)) === 'other') continue;
      const view = await workspace.projectOf(document.uri);
      for (const uri of [...view.registries, ...view.config.files, ...(view.configFile ? [view.configFile.uri] : [])]) wanted.add(uri);
    }
    return new Set([...wanted].filter(uri => this.#mayPublish(uri)));
  }

  /** An open document's diagnostics are pulled, or pushed on their own; a client with layers takes them here as well. */
  #mayPublish(uri: string): boolean {
    return this.#session.client.layeredDiagnostics || !openDocument(this.#session, uri);
  }

  #publish(uri: string, shown: Shown | undefined): void {
    const diagnostics = shown?.diagnostics ?? [];
    if (diagnostics.length === 0 && !this.#published.has(uri)) return;
    if (diagnostics.length === 0) this.#published.delete(uri);
    else this.#published.add(uri);
    const open = openDocument(this.#session, uri);
    this.#send(open?.uri ?? uri, open?.version, diagnostics);
  }

  #send(uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): void {
    if (this.#disposed) return;
    this.#session.connection.sendDiagnostics({ uri, ...(version === undefined ? {} : { version }), diagnostics: [...diagnostics] })
      .catch((error: unknown) => this.#session.log.warn(`Diagnostics could not be sent: ${String(error)}`));
  }
}

const NONE: Counts = { error: 0, warning: 0, information: 0, hint: 0 };

/** How many findings of each severity a document has. */
export function countsOf(checked: Checked): Counts {
  const of = (severity: Severity) => checked.findings.filter(finding => finding.severity === severity).length;
  return { error: of('error'), warning: of('warning'), information: of('information'), hint: of('hint') };
}

function add(a: Counts, b: Counts): Counts {
  return { error: a.error + b.error, warning: a.warning + b.warning, information: a.information + b.information, hint: a.hint + b.hint };
}

/** Stands for the diagnostics and the version that they hold for (their `data` names it): equal ids, equal answers. FNV-1a, twice 32 bits. */
function resultIdOf(shown: Shown): string {
  const text = JSON.stringify(shown.diagnostics);
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x5bd1e995);
  }
  return `${shown.checked.version ?? 0}:${shown.diagnostics.length}:${(a >>> 0).toString(16)}${(b >>> 0).toString(16)}`;
}
