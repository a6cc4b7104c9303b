// `claimcheck.yaml` as a value: what is in force once defaults, extended files and own keys are merged.
import * as v from 'valibot';
import type { Span } from '../span.ts';
import type { DeskPerson, FigureSettings } from '../model/context.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Rule, RuleId, Severity } from '../rules/rule.ts';
import { groupOf } from './did-you-mean.ts';

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
  readonly keys: Readonly<ConfigKeys>;
}

/** The keys of one file that could be read. A key that is not there was not written, or not validly. */
export interface ConfigKeys extends Record<string, unknown> {
  sources?: readonly string[];
  files?: readonly string[];
  ignore?: readonly string[];
  /** By rule id or group. */
  rules?: ReadonlyMap<string, RuleEntry>;
  /** Rule ids and groups. */
  gate?: readonly string[];
  baseline?: string;
  figures?: ReadonlyMap<string, Partial<FigureSettings>>;
  desk?: readonly DeskPerson[];
}

/** What one file says of a rule or group. */
export interface RuleEntry {
  readonly severity?: Severity | 'off';
  readonly options: Readonly<Record<string, unknown>>;
}

export const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;

/** The drafts of a project where claimcheck.yaml says nothing. */
export const DEFAULT_FILES: readonly string[] = ['**/*.md'];

/** What is no draft where claimcheck.yaml says nothing: dependencies, dot folders, the files that describe a repository. */
export const DEFAULT_IGNORE: readonly string[] = ['**/node_modules/**', '**/.*/**', '**/README*', '**/CHANGELOG*', '**/LICENSE*', '**/CONTRIBUTING*'];

/** The rules that become errors in a ready draft where claimcheck.yaml says nothing. */
export const DEFAULT_GATE: readonly string[] = ['draft/tk', 'draft/unverified'];

/** The built-in defaults. */
export function defaultConfig(rules: readonly Rule[] = allRules): Config {
  return resolveConfig([], rules);
}

/**
 * The configuration in force where these files hold, the nearest first: a file, then those that it extends.
 * Own keys win; maps merge, lists replace; a rule beats its group, wherever either is written.
 */
export function resolveConfig(files: readonly ConfigFile[], rules: readonly Rule[] = allRules): Config {
  const nearest = <K extends keyof ConfigKeys & string>(key: K): { value: NonNullable<ConfigKeys[K]>; base: string } | undefined => {
    const file = files.find(candidate => candidate.keys[key] !== undefined);
    return file === undefined ? undefined : { value: file.keys[key]!, base: folderOf(file.uri) };
  };
  const sources = nearest('sources');
  const baseline = nearest('baseline');
  return Object.freeze({
    files: Object.freeze(files.map(file => file.uri)),
    sources: Object.freeze((sources?.value ?? []).map(pattern => Object.freeze({ pattern, base: sources!.base }))),
    drafts: nearest('files')?.value ?? DEFAULT_FILES,
    ignore: nearest('ignore')?.value ?? DEFAULT_IGNORE,
    rules: new Map(rules.map(rule => [rule.id, settingsOf(rule, files)])),
    gate: Object.freeze(expandGroups(nearest('gate')?.value ?? DEFAULT_GATE, rules)),
    ...(baseline === undefined ? {} : { baseline: Object.freeze({ path: baseline.value, base: baseline.base }) }),
    figures: mergeFigures(files),
    desk: nearest('desk')?.value ?? Object.freeze([]),
  });
}

/** The folder of a file, as a URI without a slash at its end. */
export function folderOf(uri: string): string {
  const slash = uri.lastIndexOf('/');
  return slash < 0 ? '' : uri.slice(0, slash);
}

function settingsOf(rule: Rule, files: readonly ConfigFile[]): RuleSettings {
  const own = files.flatMap(file => file.keys.rules?.get(rule.id) ?? []);
  const group = files.flatMap(file => file.keys.rules?.get(groupOf(rule.id)) ?? []);
  const severity = [...own, ...group].find(entry => entry.severity !== undefined)?.severity ?? rule.severity;
  const options: Record<string, unknown> = {};
  for (const entry of own.toReversed()) mergeInto(options, entry.options);
  return Object.freeze({ severity, options: completeOptions(rule, options) });
}

const NO_OPTIONS = Object.freeze({});

/** The options with their defaults; all defaults where they do not fit the rule's schema (reading has reported that already). */
function completeOptions(rule: Rule, options: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (rule.options === undefined) return NO_OPTIONS;
  const parsed = v.safeParse(rule.options, options);
  const complete = parsed.success ? parsed.output : v.safeParse(rule.options, {}).output;
  return deepFreeze((complete ?? {}) as Record<string, unknown>);
}

/** Maps merge, everything else is replaced. */
function mergeInto(target: Record<string, unknown>, source: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(source)) {
    const old = target[key];
    if (isMap(old) && isMap(value)) {
      const merged = { ...old };
      mergeInto(merged, value);
      target[key] = merged;
    } else target[key] = value;
  }
}

function mergeFigures(files: readonly ConfigFile[]): ReadonlyMap<string, FigureSettings> {
  const figures = new Map<string, FigureSettings>();
  for (const file of files.toReversed()) {
    for (const [name, settings] of file.keys.figures ?? []) figures.set(name, Object.freeze({ synonyms: [], ...figures.get(name), ...settings }));
  }
  return figures;
}

function expandGroups(ids: readonly string[], rules: readonly Rule[]): RuleId[] {
  const expanded = ids.flatMap(id => (id.includes('/') ? [id as RuleId] : rules.filter(rule => groupOf(rule.id) === id).map(rule => rule.id)));
  return [...new Set(expanded)];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
