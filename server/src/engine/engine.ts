// Runs the rules over an Analysis or a registry document: reports -> precedence -> severities -> suppression -> findings, sorted.
import type { Analysis } from '../model/analysis.ts';
import type { Project } from '../model/context.ts';
import type { Abort, LogPort, YieldNow } from '../ports.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Finding, Report, Rule, RuleId, Severity } from '../rules/rule.ts';
import { applyBaseline, type BaselineEntry } from './baseline.ts';
import type { Config, ConfigFile, RuleSettings } from './config.ts';
import { applyPrecedence } from './precedence.ts';
import { applyControls } from './suppression.ts';
import { createWithholding } from './withhold.ts';

export interface DraftCheck {
  readonly analysis: Analysis;
  readonly project: Project;
  readonly config: Config;
  /** Check as if the front matter said `status: ready`. */
  readonly gate?: boolean;
  /** What the project's baseline has for this draft. */
  readonly baseline?: readonly BaselineEntry[];
}

export interface DocumentCheck {
  /** The registry document (or any other) whose findings are asked for. */
  readonly document: string;
  readonly text: string;
  readonly project: Project;
  readonly config: Config;
  readonly baseline?: readonly BaselineEntry[];
}

/** How the engine is run: what it may wait for, where a rule that fails is logged, and the rules (all, by default). */
export interface Run {
  readonly abort?: Abort;
  /** Must be a macrotask, or a cancellation cannot arrive. Without it the check runs in one go. */
  readonly yieldNow?: YieldNow;
  readonly log?: LogPort;
  readonly rules?: readonly Rule[];
}

export interface Outcome {
  /** By start, end, and place of the rule in the catalogue. */
  readonly findings: readonly Finding[];
  readonly silenced: readonly Silenced[];
}

export type Silenced = Finding & { readonly by: 'comment' | 'baseline' };

/** The id of the finding that stands for a rule that failed. */
export const INTERNAL_ERROR: RuleId = 'internal/error';
/** The id of what is wrong in a `claimcheck.yaml`. */
export const CONFIG_INVALID: RuleId = 'config/invalid';

/** The findings of a draft: those of every rule about its text, and those about the project that lie in it. 'cancelled' once `abort` says so; never throws. */
export async function checkDraft(check: DraftCheck, run: Run = {}): Promise<Outcome | 'cancelled'> {
  const gated = check.gate === true || check.analysis.draft.frontMatter?.ready === true;
  const analysis = gated ? asIfReady(check.analysis) : check.analysis;
  const { draft, context } = analysis;
  const rules = run.rules ?? allRules;
  const collected = await collect(rules, check.config, check.project, context.document, run, analysis);
  if (collected === 'cancelled') return collected;
  const grade = new Grading(check.config, rules, gated);
  const findings = grade.all(applyPrecedence(collected.reports, draft));
  const { kept, silenced, complaints } = applyControls([...findings, ...collected.failures], draft, check.config, rules);
  const own = grade.all(complaints.map(complaint => ({ ...complaint, rule: 'draft/annotation' as const, document: context.document })));
  const baseline = applyBaseline(inOrder([...kept, ...own], rules), check.baseline ?? [], draft.text, draft);
  const withhold = createWithholding(analysis);
  const discreet = <F extends Finding>(finding: F): F => ({ ...finding, message: withhold(finding.message), related: finding.related.map(place => ({ ...place, message: withhold(place.message) })) });
  return {
    findings: baseline.kept.map(discreet),
    silenced: inOrder([...silenced.map(finding => ({ ...finding, by: 'comment' as const })), ...baseline.silenced.map(finding => ({ ...finding, by: 'baseline' as const }))], rules).map(discreet),
  };
}

/** The findings of a registry document, which has no control comments: those of the rules about the project that lie in it. */
export async function checkDocument(check: DocumentCheck, run: Run = {}): Promise<Outcome | 'cancelled'> {
  const rules = run.rules ?? allRules;
  const collected = await collect(rules, check.config, check.project, check.document, run, undefined);
  if (collected === 'cancelled') return collected;
  const findings = new Grading(check.config, rules, false).all(applyPrecedence(collected.reports, undefined));
  const baseline = applyBaseline(inOrder([...findings, ...collected.failures], rules), check.baseline ?? [], check.text, undefined);
  return { findings: baseline.kept, silenced: baseline.silenced.map(finding => ({ ...finding, by: 'baseline' as const })) };
}

/** What is wrong in a configuration file, as findings of that file. */
export function checkConfig(file: ConfigFile): readonly Finding[] {
  return file.problems.map(({ start, end, message, didYouMean }) => ({
    document: file.uri, start, end, message, rule: CONFIG_INVALID, severity: 'error' as const, related: [], ...(didYouMean === undefined ? {} : { data: { didYouMean } }),
  }));
}

/** A report with its rule and document, not yet graded. */
type Collected = Report & { readonly rule: RuleId; readonly document: string };

async function collect(rules: readonly Rule[], config: Config, project: Project, document: string, run: Run, analysis: Analysis | undefined): Promise<{ reports: Collected[]; failures: Finding[] } | 'cancelled'> {
  const reports: Collected[] = [];
  const failures: Finding[] = [];
  for (const rule of rules) {
    const settings = config.rules.get(rule.id);
    if (settings === undefined || settings.severity === 'off') continue;
    await run.yieldNow?.();
    if (run.abort?.aborted === true) return 'cancelled';
    try {
      const found = [...((analysis && rule.check?.(analysis, settings.options)) ?? []), ...projectReports(rule, project, settings, document)];
      for (const report of found) {
        if ((report.document ?? document) === document) reports.push({ ...report, rule: rule.id, document });
      }
    } catch (error) {
      run.log?.error(`Rule ${rule.id} failed: ${traceOf(error)}`);
      failures.push({ document, start: 0, end: 0, rule: INTERNAL_ERROR, severity: 'information', related: [], message: `The rule ${rule.id} failed here, so its findings are missing. The other rules have run; the log says more.` });
    }
  }
  return { reports, failures };
}

/** Reports about the project by document, computed once for a project and the options in force. */
const projectCache = new WeakMap<Project, Map<Rule, { readonly options: unknown; readonly byDocument: ReadonlyMap<string, readonly Report[]> }>>();

function projectReports(rule: Rule, project: Project, settings: RuleSettings, document: string): readonly Report[] {
  if (rule.checkProject === undefined) return [];
  let cache = projectCache.get(project);
  if (cache === undefined) projectCache.set(project, (cache = new Map()));
  let entry = cache.get(rule);
  if (entry === undefined || entry.options !== settings.options) {
    const byDocument = new Map<string, Report[]>();
    for (const report of rule.checkProject(project, settings.options)) {
      if (report.document === undefined) continue;
      const list = byDocument.get(report.document);
      if (list) list.push(report);
      else byDocument.set(report.document, [report]);
    }
    cache.set(rule, (entry = { options: settings.options, byDocument }));
  }
  return entry.byDocument.get(document) ?? [];
}

/** From reports to findings: the severity in force, raised by the gate; the same report twice is one. */
class Grading {
  readonly #config: Config;
  readonly #gate: ReadonlySet<string>;
  readonly #highest: ReadonlyMap<string, Severity | 'off'>;

  constructor(config: Config, rules: readonly Rule[], gated: boolean) {
    this.#config = config;
    this.#gate = new Set(gated ? config.gate : []);
    this.#highest = new Map(rules.map(rule => [rule.id, rule.severity]));
  }

  all(reports: readonly Collected[]): Finding[] {
    const seen = new Set<string>();
    return reports.flatMap(report => {
      const key = `${report.rule}\0${report.start}\0${report.end}\0${report.message}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const severity = this.#severity(report);
      if (severity === 'off') return [];
      const { document, start, end, rule, message, related = [], data } = report;
      return [{ document, start, end, rule, severity, message, related, ...(data === undefined ? {} : { data }) }];
    });
  }

  #severity(report: Collected): Severity | 'off' {
    const configured = this.#config.rules.get(report.rule)?.severity ?? 'error';
    if (configured === 'off') return 'off';
    if (this.#gate.has(report.rule) && report.ungated !== true) return 'error';
    // A rule that judges a report as grave as it ever does gives it the configured severity: configuring `error` must be able to raise a warning.
    if (report.severity === undefined || report.severity === this.#highest.get(report.rule)) return configured;
    return RANK[report.severity] > RANK[configured] ? report.severity : configured;
  }
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** Sorted by start, end, place of the rule in the catalogue, message. */
function inOrder<F extends Finding>(findings: readonly F[], rules: readonly Rule[]): F[] {
  const place = new Map<string, number>(rules.map((rule, index) => [rule.id, index]));
  const placeOf = (finding: Finding) => place.get(finding.rule) ?? rules.length;
  return findings.toSorted((a, b) => a.start - b.start || a.end - b.end || placeOf(a) - placeOf(b) || (a.message < b.message ? -1 : a.message > b.message ? 1 : 0));
}

/** The analysis of the same draft with `status: ready` in its front matter, for the rules that ask. */
function asIfReady(analysis: Analysis): Analysis {
  const { draft } = analysis;
  if (draft.frontMatter?.ready === true) return analysis;
  const none = { start: 0, end: 0, yaml: { start: 0, end: 0 }, registry: undefined, sourcePaths: [], problems: [] };
  return { ...analysis, draft: { ...draft, frontMatter: { ...(draft.frontMatter ?? none), ready: true } } };
}

/** Where an error was thrown, without its message: that may repeat words of the draft, which no log does. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown.';
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line)).map(line => line.trim());
  return [error.name, ...frames.slice(0, 8)].join(' | ');
}
