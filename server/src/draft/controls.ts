// What each control comment silences.
import type { Span } from '../span.ts';
import type { Block, ControlComment } from './draft.ts';

type Placed = Omit<ControlComment, 'reach'>;

/** The control comments with their reach, in the order of the text. A `disable` of several rules that end at different places is split. */
export function placeControls(text: string, controls: readonly Placed[], _blocks: readonly Block[]): ControlComment[] {
  const enables = controls.filter(c => c.kind === 'enable');
  return controls.flatMap((control): ControlComment[] => {
    switch (control.kind) {
      case 'enable':
        return [{ ...control, reach: undefined }];
      case 'disable-file':
        return [{ ...control, reach: { start: 0, end: text.length } }];
      case 'disable-line':
        return [{ ...control, reach: { start: lineStart(text, control.start), end: lineEnd(text, control.end) } }];
      case 'disable-next-line':
        return [{ ...control, reach: nextLine(text, control.end) }];
      case 'disable':
        return splitByEnd(text, control, enables);
    }
  });
}

function splitByEnd(text: string, control: Placed, enables: readonly Placed[]): ControlComment[] {
  const endFor = (id: string | undefined) => enables.find(e => e.start >= control.end && (e.rules.length === 0 || (id !== undefined && e.rules.some(rule => rule.id === id))))?.start ?? text.length;
  if (control.rules.length === 0) return [{ ...control, reach: { start: control.start, end: endFor(undefined) } }];
  const byEnd = new Map<number, ControlComment['rules'][number][]>();
  for (const rule of control.rules) {
    const end = endFor(rule.id);
    byEnd.set(end, [...(byEnd.get(end) ?? []), rule]);
  }
  return [...byEnd].map(([end, rules]) => ({ ...control, rules, reach: { start: control.start, end } }));
}

/** The next line that is neither blank nor only comments; an empty span at the end where there is none. */
function nextLine(text: string, from: number): Span {
  let at = lineEnd(text, from);
  for (;;) {
    at = afterLineEnding(text, at);
    if (at >= text.length) return { start: text.length, end: text.length };
    const after = skipComments(text, at);
    const end = lineEnd(text, after);
    if (text.slice(after, end).trim() !== '') return { start: at, end };
    at = end;
  }
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
