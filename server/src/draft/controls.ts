// What each control comment silences.
import type { Span } from '../span.ts';
import type { ControlComment } from './draft.ts';

type Placed = Omit<ControlComment, 'reach'>;

/** The control comments with their reach, in the order of the text. A `disable` of several rules that end at different places is split. */
export function placeControls(text: string, controls: readonly Placed[]): ControlComment[] {
  const ends = new Ends(text, controls.filter(c => c.kind === 'enable'));
  const nextLines = new Map<number, Span>();
  return controls.flatMap((control): ControlComment[] => {
    switch (control.kind) {
      case 'enable':
        return [{ ...control, reach: undefined }];
      case 'disable-file':
        return [{ ...control, reach: { start: 0, end: text.length } }];
      case 'disable-line':
        return [{ ...control, reach: { start: lineStart(text, control.start), end: lineEnd(text, control.end) } }];
      case 'disable-next-line':
        return [{ ...control, reach: nextLine(text, control.end, nextLines) }];
      case 'disable':
        return splitByEnd(control, ends);
    }
  });
}

function splitByEnd(control: Placed, ends: Ends): ControlComment[] {
  if (control.rules.length === 0) return [{ ...control, reach: { start: control.start, end: ends.after(control.end) } }];
  const byEnd = new Map<number, ControlComment['rules'][number][]>();
  for (const rule of control.rules) {
    const end = ends.after(control.end, rule.id);
    const rules = byEnd.get(end);
    if (rules) rules.push(rule);
    else byEnd.set(end, [rule]);
  }
  return [...byEnd].map(([end, rules]) => ({ ...control, rules, reach: { start: control.start, end } }));
}

/** Where the `enable` comments stand: those for all rules, and those for one. */
class Ends {
  readonly #all: number[] = [];
  readonly #byRule = new Map<string, number[]>();
  readonly #end: number;

  constructor(text: string, enables: readonly Placed[]) {
    this.#end = text.length;
    for (const enable of enables) {
      if (enable.rules.length === 0) this.#all.push(enable.start);
      for (const { id } of enable.rules) {
        const known = this.#byRule.get(id);
        if (known) known.push(enable.start);
        else this.#byRule.set(id, [enable.start]);
      }
    }
  }

  /** The first `enable` at or after `at` that ends a `disable` of the rule, or of all rules; else the end of the text. */
  after(at: number, rule?: string): number {
    return Math.min(firstFrom(this.#all, at) ?? this.#end, (rule === undefined ? undefined : firstFrom(this.#byRule.get(rule) ?? [], at)) ?? this.#end);
  }
}

function firstFrom(sorted: readonly number[], at: number): number | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (sorted[mid]! >= at) high = mid;
    else low = mid + 1;
  }
  return sorted[low];
}

/** The next line that is neither blank nor only comments; an empty span at the end where there is none. `known`: what was found from the lines passed, so that a run of comments is passed once. */
function nextLine(text: string, from: number, known: Map<number, Span>): Span {
  const passed: number[] = [];
  const found = ((): Span => {
    for (let at = afterLineEnding(text, lineEnd(text, from)); ;) {
      const before = known.get(at);
      if (before) return before;
      passed.push(at);
      if (at >= text.length) return { start: text.length, end: text.length };
      const after = skipComments(text, at);
      const end = lineEnd(text, after);
      if (text.slice(after, end).trim() !== '') return { start: at, end };
      at = afterLineEnding(text, end);
    }
  })();
  for (const at of passed) known.set(at, found);
  return found;
}

/** Where the comments at the start of a line (after the marks of quotes and lists) end. */
function skipComments(text: string, from: number): number {
  let at = skip(text, from, ' \t>');
  while (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 2);
    if (close < 0) return at;
    at = skip(text, close + 3, ' \t');
  }
  return at;
}

function skip(text: string, at: number, characters: string): number {
  while (at < text.length && characters.includes(text[at]!)) at++;
  return at;
}

function lineStart(text: string, at: number): number {
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

function lineEnd(text: string, at: number): number {
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function afterLineEnding(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : Math.min(at + 1, text.length);
}
