// What a rule is: data and one function. A rule never scans text; it reads the Analysis.
import type { GenericSchema, InferOutput } from 'valibot';
import type { Span } from '../span.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Project } from '../model/context.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** `group/name`: names the thing objected to. */
export type RuleId = `${string}/${string}`;

/** A stretch of a document. */
export interface Place extends Span {
  readonly document: string;
}

/** What a rule yields. `document` is left out for the draft that is checked. */
export interface Report extends Span {
  readonly document?: string;
  /** A whole sentence that says what is wrong. */
  readonly message: string;
  /** Where the rule has several: its own judgement, at most the configured one. Left out: the configured one. */
  readonly severity?: Severity;
  readonly related?: readonly (Place & { readonly message: string })[];
  /** What the rule's `fixes` needs; JSON. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** A report that a gate does not raise: two sources that differ are no fault of the draft. */
  readonly ungated?: boolean;
}

/** A report with its rule, as the engine gives it. */
export interface Finding extends Place {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (Place & { readonly message: string })[];
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface Edit extends Place {
  readonly text: string;
}

/** A quick fix. It invents no source, figure or name. */
export interface Fix {
  readonly title: string;
  /** May `claimcheck fix` apply it unseen? */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
  /** The one that the editor should offer first. */
  readonly preferred?: boolean;
  /** The id of the source that the fix makes, for an editor to show: its fields want filling in. */
  readonly opens?: string;
}

/** What fixes may read besides the Analysis: the project, for edits in other documents. */
export interface FixContext {
  readonly analysis: Analysis;
  readonly project: Project;
}

export interface Rule<Schema extends GenericSchema = GenericSchema> {
  readonly id: RuleId;
  /** One line: what it flags. */
  readonly summary: string;
  /** The highest severity it may reach by default. */
  readonly severity: Severity | 'off';
  /** Decides caching, and which of the check functions it has. */
  readonly scope: 'block' | 'draft' | 'project';
  readonly when: 'keystroke' | 'command';
  /** Its options in claimcheck.yaml, every one with a default (a valibot strict object). */
  readonly options?: Schema;
  /** Reports in the draft. Pure; `options` are validated and complete. */
  check?(analysis: Analysis, options: InferOutput<Schema>): Iterable<Report>;
  /** Reports in registries (and the drafts' front matters): each with its `document`. */
  checkProject?(project: Project, options: InferOutput<Schema>): Iterable<Report>;
  /** Computed on request, never in check. */
  fixes?(finding: Finding, context: FixContext): readonly Fix[];
}

/** Types the options of a rule by its schema. */
export function defineRule<const Schema extends GenericSchema>(rule: Rule<Schema>): Rule {
  return rule as unknown as Rule;
}
