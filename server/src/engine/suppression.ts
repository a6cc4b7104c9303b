// Control comments: which findings they silence, and which of them silence nothing.
import type { Span } from '../span.ts';
import type { ControlComment, Draft } from '../draft/draft.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import type { Config } from './config.ts';
import { clip, groupOf, isKnownRule, nearestRule } from './did-you-mean.ts';

/** What the fixes of the engine's own findings about control comments need. */
export type ControlData =
  | { readonly control: 'unused' }
  | { readonly control: 'unknown-rule'; readonly didYouMean?: string };

export interface Suppressed {
  readonly kept: readonly Finding[];
  readonly silenced: readonly Finding[];
  /** What is wrong with the control comments themselves, to be reported as draft/annotation. */
  readonly complaints: readonly Complaint[];
}

export interface Complaint extends Span {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly data: ControlData;
}

/** Splits the findings of a draft by its control comments. A finding is silenced if any part of it lies within reach of a comment that names its rule, its group, or nothing. */
export function applyControls(findings: readonly Finding[], draft: Draft, config: Config, rules: readonly Rule[]): Suppressed {
  if (draft.controls.length === 0) return { kept: findings, silenced: [], complaints: [] };
  const controls = rejoin(draft.controls);
  const index = new ControlIndex(controls, draft.text.length);
  const used = new Set<ControlComment>();
  const kept: Finding[] = [];
  const silenced: Finding[] = [];
  for (const finding of findings) {
    const by = index.silencing(finding.rule, finding);
    for (const control of by) used.add(control);
    (by.length > 0 ? silenced : kept).push(finding);
  }
  return { kept, silenced, complaints: complaintsOf(controls, index, used, config, rules) };
}

/** The Draft splits a `disable` whose rules end at different places; here it is one comment again, for it is of use if one of its rules is. */
function rejoin(controls: readonly ControlComment[]): readonly ControlComment[] {
  const joined: ControlComment[] = [];
  for (const control of controls) {
    const last = joined.at(-1);
    if (last !== undefined && last.start === control.start) joined[joined.length - 1] = { ...last, rules: [...last.rules, ...control.rules] };
    else joined.push(control);
  }
  return joined;
}

/** What is wrong with the control comments, less what another control comment silences: none can silence itself. */
function complaintsOf(controls: readonly ControlComment[], index: ControlIndex, used: Set<ControlComment>, config: Config, rules: readonly Rule[]): Complaint[] {
  const complaints: Complaint[] = [];
  const reported = new Set<ControlComment>();
  const complain = (control: ControlComment, complaint: Complaint): void => {
    reported.add(control);
    const others = index.silencing('draft/annotation', complaint).filter(other => other !== control && !reported.has(other));
    for (const other of others) used.add(other);
    if (others.length === 0) complaints.push(complaint);
  };
  for (const control of controls) {
    for (const { id, span } of control.rules) {
      if (isKnownRule(id, rules)) continue;
      const didYouMean = nearestRule(id, rules);
      const message = `No rule or group of rules is called “${clip(id)}”.${didYouMean === undefined ? '' : ` Did you mean “${didYouMean}”?`}`;
      complain(control, { start: span.start, end: span.end, severity: 'error', message, data: { control: 'unknown-rule', ...(didYouMean === undefined ? {} : { didYouMean }) } });
    }
  }
  const countable = rules.filter(rule => isAlwaysRun(rule) && config.rules.get(rule.id)?.severity !== 'off');
  // Those that can silence a complaint come last: they may yet be of use.
  const inTurn = controls.toSorted((a, b) => Number(names(a, 'draft/annotation')) - Number(names(b, 'draft/annotation')));
  for (const control of inTurn) {
    const useless = control.kind === 'enable' ? !index.ends(control, rules) : !used.has(control) && countable.some(rule => names(control, rule.id));
    if (!useless || reported.has(control)) continue;
    complain(control, { start: control.start, end: control.end, severity: 'warning', message: uselessMessage(control), data: { control: 'unused' } });
  }
  return complaints;
}

/** Rules on command and those of ready drafts alone have their say at other times: a comment for one of them is not useless because it silences nothing now. */
function isAlwaysRun(rule: Rule): boolean {
  return rule.when === 'keystroke' && rule.id !== 'draft/unverified';
}

interface Stretch extends Span {
  readonly control: ControlComment;
}

/** What the comments silence, rule by rule, each as disjoint stretches in order, so that a finding costs a binary search however many comments there are. */
class ControlIndex {
  readonly #controls: readonly ControlComment[];
  readonly #textLength: number;
  readonly #byRule = new Map<string, { readonly file: ControlComment | undefined; readonly lines: readonly Stretch[]; readonly regions: readonly Stretch[] }>();
  /** The `enable` comments that end a stretch, as far as rules have been asked for. */
  readonly #ending = new Set<ControlComment>();

  constructor(controls: readonly ControlComment[], textLength: number) {
    this.#controls = controls;
    this.#textLength = textLength;
  }

  /** The comments that silence a finding of the rule at the place: of several with the same reach the first, of nested regions the inner one. */
  silencing(rule: string, place: Span): readonly ControlComment[] {
    const { file, lines, regions } = this.#of(rule);
    return [...(file === undefined ? [] : [file]), ...touching(lines, place), ...touching(regions, place)];
  }

  /** Does the `enable` comment end a region of any of the rules? */
  ends(enable: ControlComment, rules: readonly Rule[]): boolean {
    return rules.some(rule => {
      this.#of(rule.id);
      return this.#ending.has(enable);
    });
  }

  #of(rule: string) {
    let entry = this.#byRule.get(rule);
    if (entry === undefined) this.#byRule.set(rule, (entry = this.#build(rule)));
    return entry;
  }

  #build(rule: string) {
    const lines = new Map<number, Stretch>();
    const regions: Stretch[] = [];
    let file: ControlComment | undefined;
    let open: { control: ControlComment; start: number } | undefined;
    const close = (end: number): void => {
      if (open !== undefined && open.start < end) regions.push({ control: open.control, start: open.start, end });
      open = undefined;
    };
    for (const control of this.#controls) {
      if (!names(control, rule)) continue;
      if (control.kind === 'disable-file') file ??= control;
      else if (control.kind === 'enable') {
        if (open !== undefined) this.#ending.add(control);
        close(control.start);
      } else if (control.reach !== undefined) {
        if (control.kind === 'disable') {
          close(control.reach.start);
          open = { control, start: control.reach.start };
        } else if (!lines.has(control.reach.start)) lines.set(control.reach.start, { control, start: control.reach.start, end: control.reach.end });
      }
    }
    // One unit beyond the text, for a finding at its very end that has no length.
    close(this.#textLength + 1);
    return { file, lines: [...lines.values()].toSorted((a, b) => a.start - b.start), regions };
  }
}

/** The comments whose stretch shares a character with the place; a place without length lies in the stretch where it stands. */
function touching(stretches: readonly Stretch[], place: Span): ControlComment[] {
  const end = Math.max(place.end, place.start + 1);
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.end <= place.start && stretches[middle]!.start !== place.start) low = middle + 1;
    else high = middle;
  }
  const found: ControlComment[] = [];
  for (let i = low; i < stretches.length && stretches[i]!.start < end; i++) found.push(stretches[i]!.control);
  return found;
}

function names(comment: ControlComment, rule: string): boolean {
  return comment.rules.length === 0 || comment.rules.some(({ id }) => id === rule || id === groupOf(rule));
}

function uselessMessage(comment: ControlComment): string {
  if (comment.kind === 'enable') return 'This comment enables what nothing above it has disabled.';
  const where = { 'disable-next-line': 'on the next line', 'disable-line': 'on this line', disable: 'from here on', 'disable-file': 'in this draft' }[comment.kind];
  const what = comment.rules.length === 0 ? 'Nothing' : `Nothing of ${clip(comment.rules.map(rule => rule.id).join(', '))}`;
  return `${what} is reported ${where}, so this comment silences nothing.`;
}
