// Finds drafts, configuration and registries through ports, keeps the index, builds the Context: what lsp/ and cli/ share.
import type { Abort } from '../ports.ts';
import type { Draft } from '../draft/draft.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Project } from '../model/context.ts';
import type { Coverage } from '../model/sourcing/coverage.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import type { Config, ConfigFile } from '../engine/config.ts';
import type { SourceTarget } from '../sources/check-sources.ts';

/** What a document is to Claimcheck. */
export type DocumentKind = 'draft' | 'registry' | 'config' | 'other';

/** The findings of one document, with the text version they hold for. */
export interface Checked {
  readonly uri: string;
  readonly kind: DocumentKind;
  /** The version given to `open`/`change`; undefined for a document read from disk. */
  readonly version: number | undefined;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Silenced by a control comment or the baseline. */
  readonly silenced: readonly (Finding & { readonly by: 'comment' | 'baseline' })[];
  /** How many of a draft's check-worthy sentences are sourced, verified and open; undefined for other documents. */
  readonly coverage?: Coverage;
}

/** The drafts under one claimcheck.yaml (or one folder), with their registries and configuration. */
export interface ProjectView {
  /** URI of the folder. */
  readonly folder: string;
  readonly config: Config;
  readonly configFile: ConfigFile | undefined;
  readonly project: Project;
  /** URIs, sorted. */
  readonly drafts: readonly string[];
  readonly registries: readonly string[];
}

/**
 * Texts come from open documents first, then from files. Everything is computed on demand and cached until a text that it rests on changes.
 * Every method may be called with an `abort`; a call that was given up returns 'cancelled', which is never cached.
 */
export interface Workspace {
  setFolders(uris: readonly string[]): void;
  /** An open document's text; it wins over the file. `language` as in LSP. */
  open(uri: string, text: string, version: number, language: string): void;
  change(uri: string, text: string, version: number): void;
  close(uri: string): void;
  /** A file was made, changed or deleted on disk. Tells whether that can change findings of other documents. */
  fileChanged(uri: string): boolean;
  kindOf(uri: string): Promise<DocumentKind>;
  textOf(uri: string): Promise<string | undefined>;
  draftOf(uri: string): Promise<Draft | undefined>;
  analysisOf(uri: string): Promise<Analysis | undefined>;
  /** The project that a document belongs to. */
  projectOf(uri: string): Promise<ProjectView>;
  check(uri: string, abort?: Abort): Promise<Checked | 'cancelled' | undefined>;
  /**
   * The findings of a draft by itself, while many other drafts of its project are still to be read: what only those can tell is missing. Never kept.
   * Undefined where `check` has not much to wait for.
   */
  checkAlone(uri: string, abort?: Abort): Promise<Checked | 'cancelled' | undefined>;
  fixesFor(finding: Finding): Promise<readonly Fix[]>;
  /** The pages and files that a draft, or the entries of a registry, rest on: what its source check asks for. Never a confidential source. */
  sourceTargets(uri: string): Promise<readonly SourceTarget[]>;
  /** All documents with something to report: the drafts of every folder, their registries and configuration files. */
  documents(): Promise<readonly string[]>;
}
