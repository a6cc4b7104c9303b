// What each draft says by itself, without regard to the other drafts of its project: parsed and analysed once until its text or its registries change.
import { buildDraft } from '../draft/build.ts';
import type { Draft } from '../draft/draft.ts';
import type { Analysis } from '../model/analysis.ts';
import { buildAnalysis } from '../model/build.ts';
import type { Context, DraftSummary, Passage, RegistryDocument, Unreadable } from '../model/context.ts';
import { summarize } from '../model/summary.ts';
import { isTextCapture, toPassages } from '../sources/captures.ts';
import { createBlockCache } from './block-cache.ts';
import type { ProjectFiles } from './projects.ts';
import type { Registries } from './registries.ts';
import type { Texts, TextState } from './texts.ts';
import { folderOf, isWithin, nameOf, resolvePath } from './uris.ts';

/** A draft in full. The same object until something that it rests on changes. */
export interface DraftState {
  readonly text: TextState;
  readonly draft: Draft;
  /** `context.others` is empty here. */
  readonly analysis: Analysis;
}

/** What the project needs to know of a draft; small, kept for every draft. */
export interface DraftNotes {
  readonly summary: DraftSummary;
  /** The entries of its front matter. */
  readonly own: RegistryDocument | undefined;
  /** The registry files that its front matter names and that are there. */
  readonly files: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/** The files that something rests on besides the text, each with its stamp from before it was read. */
type Rests = Map<string, number>;

interface Kept<T> {
  /** `ProjectFiles.basis` */
  readonly basis: object;
  readonly textStamp: number;
  readonly rests: Rests;
  readonly value: T;
}

/** Drafts whose analysis is kept although they are not open. */
const KEPT_CLOSED = 64;
/** A capture beyond this is not compared with. */
const LONGEST_CAPTURE = 2_000_000;

export class Drafts {
  readonly #texts: Texts;
  readonly #registries: Registries;
  readonly #date: string | undefined;
  readonly #blocks = createBlockCache();
  readonly #states = new Map<string, Kept<DraftState>>();
  /** What is being read, so that all who ask at once share one reading. */
  readonly #reading = new Map<string, { readonly basis: object; readonly textStamp: number; readonly state: Promise<DraftState | undefined> }>();
  readonly #captures = new WeakMap<TextState, { readonly source: string; readonly origin: TextState | undefined; readonly passages: Promise<readonly Passage[]> }>();
  readonly #notes = new Map<string, Kept<DraftNotes>>();

  constructor(texts: Texts, registries: Registries, date: string | undefined) {
    this.#texts = texts;
    this.#registries = registries;
    this.#date = date;
  }

  /** Forgets a draft that is no more. */
  forget(uri: string): void {
    this.#states.delete(uri);
    this.#notes.delete(uri);
  }

  /** The notes, if they hold without reading anything. */
  known(uri: string, project: ProjectFiles): DraftNotes | undefined {
    const kept = this.#notes.get(uri);
    return kept && this.#holds(kept, uri, project) ? kept.value : undefined;
  }

  async notes(uri: string, project: ProjectFiles): Promise<DraftNotes | undefined> {
    const known = this.known(uri, project);
    if (known) return known;
    await this.state(uri, project);
    return this.#notes.get(uri)?.value;
  }

  async state(uri: string, project: ProjectFiles): Promise<DraftState | undefined> {
    const kept = this.#states.get(uri);
    if (kept && this.#holds(kept, uri, project)) {
      this.#states.delete(uri);
      this.#states.set(uri, kept);
      return kept.value;
    }
    const textStamp = this.#texts.stamp(uri);
    const reading = this.#reading.get(uri);
    if (reading?.basis === project.basis && reading.textStamp === textStamp) return reading.state;
    const state = this.#readAndKeep(uri, project, textStamp);
    this.#reading.set(uri, { basis: project.basis, textStamp, state });
    try {
      return await state;
    } finally {
      if (this.#reading.get(uri)?.state === state) this.#reading.delete(uri);
    }
  }

  async #readAndKeep(uri: string, project: ProjectFiles, textStamp: number): Promise<DraftState | undefined> {
    const rests: Rests = new Map();
    const state = await this.#read(uri, project, rests);
    if (state === undefined) {
      this.forget(uri);
      return undefined;
    }
    // A change during the reading leaves an older stamp here, and so the next one who asks reads again.
    this.#states.set(uri, { basis: project.basis, textStamp, rests, value: state });
    for (const oldest of this.#states.keys()) {
      if (this.#states.size <= KEPT_CLOSED + this.#texts.openDocuments().length) break;
      if (!this.#texts.isOpen(oldest) && oldest !== uri) this.#states.delete(oldest);
    }
    this.#takeNotes(uri, project, textStamp, rests, state);
    return state;
  }

  #holds(kept: Kept<unknown>, uri: string, project: ProjectFiles): boolean {
    if (kept.basis !== project.basis || kept.textStamp !== this.#texts.stamp(uri)) return false;
    for (const [file, stamp] of kept.rests) if (this.#texts.stamp(file) !== stamp) return false;
    return true;
  }

  #restOn(rests: Rests, uri: string): void {
    if (!rests.has(uri)) rests.set(uri, this.#texts.stamp(uri));
  }

  async #read(uri: string, project: ProjectFiles, rests: Rests): Promise<DraftState | undefined> {
    const text = await this.#texts.read(uri);
    if (text === undefined) return undefined;
    const draft = buildDraft(text.text, this.#blocks);
    const { registries, unreadable } = await this.#registriesOf(uri, draft, project, rests);
    const context: Context = {
      document: uri,
      ...(this.#date === undefined ? {} : { date: this.#date }),
      registries,
      passages: await this.#passages(uri, draft, registries, project, rests),
      checkResults: new Map(),
      others: [],
      figures: project.config.figures,
      desk: project.config.desk,
      // What stands in a registry that the configuration names in vain is not known to be missing.
      unreadable: [...unreadable, ...project.missing],
    };
    return { text, draft, analysis: buildAnalysis(draft, context) };
  }

  async #registriesOf(uri: string, draft: Draft, project: ProjectFiles, rests: Rests) {
    const registries: RegistryDocument[] = [];
    const unreadable: Unreadable[] = [];
    const home = folderOf(uri) ?? project.folder;
    const seen = new Set<string>();
    for (const { path, span } of draft.frontMatter?.sourcePaths ?? []) {
      const file = resolvePath(home, path);
      if (seen.has(file)) continue;
      seen.add(file);
      this.#restOn(rests, file);
      const registry = await this.#registries.read(file, project.registries.includes(file) ? 'project' : 'draft');
      if (registry) registries.push(registry);
      else {
        const message = await this.#texts.exists(file) ? `The registry file “${path}” cannot be read: it is not UTF-8 text.` : `There is no registry file “${path}”.`;
        unreadable.push({ document: uri, start: span.start, end: span.end, message });
      }
    }
    for (const file of project.registries) {
      if (seen.has(file)) continue;
      this.#restOn(rests, file);
      const registry = await this.#registries.read(file, 'project');
      if (registry) registries.push(registry);
    }
    return { registries, unreadable };
  }

  /** The local captures of the sources that the draft cites, where they are text and lie in the project. */
  async #passages(uri: string, draft: Draft, registries: readonly RegistryDocument[], project: ProjectFiles, rests: Rests): Promise<readonly Passage[]> {
    const own = draft.frontMatter?.registry;
    const places = [...(own ? [{ folder: folderOf(uri) ?? project.folder, entries: own.entries }] : []), ...registries.map(({ document, registry }) => ({ folder: folderOf(document) ?? document, entries: registry.entries }))];
    const cited = new Set([...draft.citations, ...draft.footnotes.flatMap(({ citations }) => citations)].map(({ key }) => key));
    for (const { sources } of draft.claims) for (const { id } of sources) cited.add(id);
    const passages: Passage[] = [];
    const done = new Set<string>();
    for (const { folder, entries } of places) {
      for (const { id, file } of entries) {
        if (file === undefined || done.has(id) || !cited.has(id)) continue;
        done.add(id);
        const capture = resolvePath(folder, file);
        if (!isWithin(project.folder, capture)) continue;
        // Beside a captured page stand the words that were found in it: without what surrounds them, and of a PDF the only ones that can be read while typing.
        for (const uri of [`${capture}.txt`, ...(isTextCapture(file) ? [capture] : [])]) {
          this.#restOn(rests, uri);
          const state = await this.#texts.read(uri);
          if (!state) continue;
          // What a part of a page is, and on which page of a PDF its words stand, is told beside them.
          const origin = uri === capture ? undefined : await this.#originOf(capture, rests);
          if (state.text.length <= LONGEST_CAPTURE) passages.push(...await this.#passagesIn(id, state, origin));
          break;
        }
      }
    }
    return passages;
  }

  async #originOf(capture: string, rests: Rests): Promise<TextState | undefined> {
    this.#restOn(rests, `${capture}.json`);
    const origin = await this.#texts.read(`${capture}.json`);
    return origin && origin.text.length <= LONGEST_CAPTURE ? origin : undefined;
  }

  /** The very same passages for as long as the capture does not change. */
  #passagesIn(source: string, capture: TextState, origin: TextState | undefined): Promise<readonly Passage[]> {
    const known = this.#captures.get(capture);
    if (known?.source === source && known.origin === origin) return known.passages;
    const passages = toPassages(source, nameOf(capture.uri), capture.text, origin?.text);
    this.#captures.set(capture, { source, origin, passages });
    return passages;
  }

  #takeNotes(uri: string, project: ProjectFiles, textStamp: number, rests: Rests, { text, draft, analysis }: DraftState): void {
    const before = this.#notes.get(uri)?.value;
    const summary = summarize(analysis);
    const registry = draft.frontMatter?.registry;
    const end = draft.frontMatter?.end ?? 0;
    const own: RegistryDocument | undefined = registry && { document: uri, text: text.text, registry, reach: 'draft' };
    const named = new Set((draft.frontMatter?.sourcePaths ?? []).map(({ path }) => resolvePath(folderOf(uri) ?? project.folder, path)));
    const value: DraftNotes = {
      // The very same object where nothing has changed, so that the neighbours are not checked again.
      summary: same(before?.summary, summary),
      own: own && before?.own?.text.slice(0, end) === own.text.slice(0, end) ? before?.own : own,
      files: same(before?.files, analysis.context.registries.map(({ document }) => document).filter(document => named.has(document))),
      unreadable: same(before?.unreadable, (analysis.context.unreadable ?? []).filter(({ document }) => document === uri)),
    };
    // Captures say nothing that the project needs.
    const lasting: Rests = new Map([...rests].filter(([file]) => named.has(file) || project.registries.includes(file)));
    this.#notes.set(uri, { basis: project.basis, textStamp, rests: lasting, value });
  }
}

/** `before` where it says the same as `now`. */
function same<T>(before: T | undefined, now: T): T {
  return before !== undefined && isSame(before, now) ? before : now;
}

/** Do two values of plain objects, lists and primitives say the same? Parts that are one object are not looked into. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every(name => Object.hasOwn(b, name) && isSame(a[name as keyof typeof a], b[name as keyof typeof b]));
}
