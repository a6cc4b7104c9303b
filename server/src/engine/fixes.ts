// Quick fixes of a finding: its rule's own, those of the engine's findings, and those that every finding has.
import type { Draft, Leaf } from '../draft/draft.ts';
import { LineIndex } from '../line-index.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Finding, Fix, FixContext, Rule } from '../rules/rule.ts';
import { contains, type Span } from '../span.ts';
import { turnOffRule } from './config-edit.ts';
import { CONFIG_INVALID, INTERNAL_ERROR } from './engine.ts';
import type { ControlData } from './suppression.ts';
import { createWithholding } from './withhold.ts';

/**
 * The quick fixes of a finding in the draft of the analysis, or in a registry of the project; computed anew on request, never throws.
 * First the rule's own, then "Disable … for this line" where a comment can stand. Turning a rule off needs the configuration's text: see `turnOffFix`.
 */
export function fixesFor(finding: Finding, context: FixContext, rules: readonly Rule[] = allRules): readonly Fix[] {
  const withhold = createWithholding(context.analysis);
  return [...controlFixes(finding, context), ...ruleFixes(finding, context, rules), ...disableFixes(finding, context)].map(fix => ({ ...fix, title: withhold(fix.title) }));
}

/** The fixes of a problem in a `claimcheck.yaml`. */
export function configFixesFor(finding: Finding): readonly Fix[] {
  const didYouMean = finding.data?.['didYouMean'];
  if (finding.rule !== CONFIG_INVALID || typeof didYouMean !== 'string') return [];
  return [{ title: `Change to “${didYouMean}”`, safe: false, preferred: true, edits: [{ document: finding.document, start: finding.start, end: finding.end, text: didYouMean }] }];
}

/** Turns the finding's rule off in a configuration: its URI, and its text where there is one already. Undefined for what is no rule, and where the file cannot be edited as it is. */
export function turnOffFix(finding: Finding, config: { readonly uri: string; readonly text: string | undefined }): Fix | undefined {
  if (finding.rule === INTERNAL_ERROR || finding.rule === CONFIG_INVALID) return undefined;
  const edits = turnOffRule(config.text, finding.rule).map(edit => ({ document: config.uri, ...edit }));
  return edits.length === 0 ? undefined : { title: `Turn off ${finding.rule} in claimcheck.yaml`, safe: false, edits };
}

function ruleFixes(finding: Finding, context: FixContext, rules: readonly Rule[]): readonly Fix[] {
  if (isControlData(finding.data)) return [];
  try {
    return rules.find(rule => rule.id === finding.rule)?.fixes?.(finding, context) ?? [];
  } catch {
    return [];
  }
}

/** For what the engine itself says of control comments. */
function controlFixes(finding: Finding, { analysis }: FixContext): readonly Fix[] {
  const data = finding.data;
  if (!isControlData(data)) return [];
  const { document } = finding;
  if (data.control === 'unused') return [{ title: 'Remove this comment', safe: true, preferred: true, edits: [{ document, ...withLine(analysis.draft, finding), text: '' }] }];
  if (data.didYouMean === undefined) return [];
  return [{ title: `Change to “${data.didYouMean}”`, safe: false, preferred: true, edits: [{ document, start: finding.start, end: finding.end, text: data.didYouMean }] }];
}

function isControlData(data: Finding['data']): data is Finding['data'] & ControlData {
  return data?.['control'] === 'unused' || data?.['control'] === 'unknown-rule';
}

/** A comment with its whole line where nothing else stands on it, else with the blanks before it. */
function withLine(draft: Draft, comment: Span): Span {
  const { text } = draft;
  const lines = linesOf(draft).wholeLines(comment);
  const before = text.slice(lines.start, comment.start);
  const after = text.slice(comment.end, lines.end);
  // In a block quote the line keeps its marker, so that the quote is not cut in two.
  if (before.trim() === '' && after.trim() === '') return lines;
  return { start: comment.start - (before.length - before.trimEnd().length), end: comment.end };
}

/** Kept for the next finding of the same draft: a report asks for the fixes of all of them. */
const lineIndexes = new WeakMap<Draft, LineIndex>();

function linesOf(draft: Draft): LineIndex {
  let lines = lineIndexes.get(draft);
  if (lines === undefined) lineIndexes.set(draft, (lines = new LineIndex(draft.text)));
  return lines;
}

function disableFixes(finding: Finding, { analysis }: FixContext): readonly Fix[] {
  const { draft, context } = analysis;
  if (finding.document !== context.document || finding.rule === INTERNAL_ERROR || isControlData(finding.data)) return [];
  const edit = disableEdit(finding, draft);
  if (edit === undefined) return [];
  return [{ title: `Disable ${finding.rule} for this line`, safe: false, edits: [{ document: finding.document, ...edit }] }];
}

/** Where a comment that disables the rule for the finding's line can stand without changing how the draft is read; undefined in code, front matter and inside other comments. */
function disableEdit(finding: Finding, draft: Draft): (Span & { readonly text: string }) | undefined {
  const lines = linesOf(draft);
  const whole = lines.lineSpan(lines.lineAt(finding.start));
  const line = draft.text[whole.start] === '\uFEFF' ? { start: whole.start + 1, end: whole.end } : whole;
  const comment = [...draft.claims, ...draft.controls].find(candidate => contains(candidate, { start: finding.start, end: Math.min(finding.end, line.end) }));
  if (comment !== undefined && comment.end > line.end) return undefined;
  const leaf = leafAt(draft.leaves, finding.start, line);
  if (leaf === undefined) return comment === undefined || !endsWithComment(draft, line) ? undefined : { ...at(line.end), text: ` <!-- claimcheck-disable-line ${finding.rule} -->` };
  const prefix = draft.text.slice(line.start, leaf.start);
  const plain = leaf.content.kind === 'paragraph' && leaf.content.containers.every(container => container.kind === 'quote');
  if (plain && leaf.start >= line.start && leaf.start <= line.end && /^[ \t>]*$/.test(prefix) && !startsWithComment(draft, leaf)) {
    return { ...at(line.start), text: `${prefix}<!-- claimcheck-disable-next-line ${finding.rule} -->${lineBreakAt(draft.text, line.end)}` };
  }
  // Words after the last bar of a line could make it the head of a table.
  const next = lines.lineText(lines.lineAt(finding.start) + 1);
  if (leaf.content.kind !== 'cell' && /^[ \t>]*[|:-][ \t|:-]{0,200}$/.test(next) && draft.text.slice(line.start, line.end).includes('|')) return undefined;
  const end = endOfLine(leaf, line, draft);
  return end === undefined ? undefined : { ...at(end), text: ` <!-- claimcheck-disable-line ${finding.rule} -->` };
}

/** The end of the line's words in the leaf: before a hard break, a table's bar or a heading's closing hashes. Undefined where a comment there would be code or cut another comment. */
function endOfLine(leaf: Leaf, line: Span, draft: Draft): number | undefined {
  const inCell = leaf.content.kind === 'cell';
  let end = inCell ? Math.min(leaf.end, line.end) : line.end;
  let rest = draft.text.slice(line.start, end);
  // Underlined headings do not close.
  const opened = leaf.content.kind === 'heading' && (/#[ \t]*$/.test(draft.text.slice(line.start, leaf.start)) || /^#{1,6}(?:\s|$)/.test(draft.text.slice(leaf.start, leaf.start + 8)));
  if (opened) rest = rest.replace(/[ \t]#{1,1000}[ \t]*$/, '');
  rest = rest.trimEnd();
  if (/(?:^|[^\\])(?:\\\\){0,100}\\$/.test(rest)) rest = rest.slice(0, -1).trimEnd();
  end = line.start + rest.length;
  // A code span may begin here whose words begin on the next line.
  if (leaf.end > line.end && (rest.match(/`+/g)?.length ?? 0) % 2 === 1) return undefined;
  const code = leaf.content.markup.filter(span => span.kind === 'code').map(span => leaf.toSource(span));
  const closed = [...code, ...draft.claims, ...draft.controls, ...draft.citations];
  // A code span's marks lie outside its words, so its edges count as inside.
  return closed.some(span => span.start < end && end < span.end) || code.some(span => span.start <= end && end <= span.end) ? undefined : end;
}

/** The leaf in which the finding stands, or which its line belongs to. */
function leafAt(leaves: readonly Leaf[], offset: number, line: Span): Leaf | undefined {
  return leaves.find(leaf => leaf.start <= offset && offset < leaf.end) ?? leaves.find(leaf => leaf.content.kind !== 'cell' && leaf.start < line.end && line.start < leaf.end);
}

function startsWithComment(draft: Draft, leaf: Leaf): boolean {
  return draft.text.startsWith('<!--', leaf.start);
}

function endsWithComment(draft: Draft, line: Span): boolean {
  return draft.text.slice(line.start, line.end).trimEnd().endsWith('-->');
}

function at(offset: number): Span {
  return { start: offset, end: offset };
}

function lineBreakAt(text: string, offset: number): string {
  if (text.startsWith('\r\n', offset)) return '\r\n';
  return text[offset] === '\r' ? '\r' : '\n';
}
