// `claimcheck.yaml` as a value: its schema is built from the rules'.
import type { Span } from '../span.ts';
import type { RuleId, Severity } from '../rules/rule.ts';
import type { DeskPerson, FigureSettings } from '../model/context.ts';

/** A configuration in force: defaults, the files that it extends and its own keys, merged. */
export interface Config {
  /** URIs of the files it was read from, the nearest first; empty for the built-in defaults. */
  readonly files: readonly string[];
  /** Registry globs, each with the folder (URI) that it is relative to. */
  readonly sources: readonly { readonly pattern: string; readonly base: string }[];
  /** Globs of the drafts, relative to the project's folder. */
  readonly drafts: readonly string[];
  readonly ignore: readonly string[];
  /** Every rule, with what is in force for it. */
  readonly rules: ReadonlyMap<RuleId, RuleSettings>;
  readonly gate: readonly RuleId[];
  readonly baseline?: { readonly path: string; readonly base: string };
  readonly figures: ReadonlyMap<string, FigureSettings>;
  readonly desk: readonly DeskPerson[];
}

export interface RuleSettings {
  readonly severity: Severity | 'off';
  /** Validated, complete, frozen. */
  readonly options: Readonly<Record<string, unknown>>;
}

export interface ConfigProblem extends Span {
  readonly message: string;
  readonly didYouMean?: string;
}

/** One configuration file, read: its keys as far as they are valid, and what is wrong with the others. Opaque but for `extends`. */
export interface ConfigFile {
  readonly uri: string;
  readonly extends: readonly { readonly path: string; readonly span: Span }[];
  readonly problems: readonly ConfigProblem[];
  readonly keys: Readonly<Record<string, unknown>>;
}
