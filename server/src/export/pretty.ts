// Findings for a reader at a terminal: the message, the words it is about, and where to look besides.
import type { Finding, Severity } from '../rules/rule.ts';
import { addCoverage, NO_COVERAGE, type Coverage } from '../model/sourcing/coverage.ts';
import type { LineIndex } from '../line-index.ts';
import type { Span } from '../span.ts';
import { Places, type ExportDocument, type ExportOptions } from './document.ts';
import { toVisible, widthOf } from './terminal-text.ts';

/** Colours as functions, so that a caller without a terminal gives none (picocolors has this form). */
export interface Colours {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly underline: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly cyan: (text: string) => string;
}

export interface PrettyOptions extends ExportOptions {
  readonly colours?: Colours;
  /** Columns of the terminal, for the excerpts. Default 100. */
  readonly width?: number;
}

const plain = (text: string): string => text;
const NO_COLOURS: Colours = { bold: plain, dim: plain, underline: plain, red: plain, yellow: plain, blue: plain, cyan: plain };

/** The findings by document, each with an excerpt, and a last line that counts them. */
export function toPretty(documents: readonly ExportDocument[], options: PrettyOptions = {}): string {
  const places = new Places(documents, options);
  const colours = options.colours ?? NO_COLOURS;
  const width = Math.max(40, options.width ?? 100);
  const parts = documents.filter(document => document.findings.length > 0).map(document => {
    const found = document.findings.map(finding => findingLines(finding, document, places, colours, width).join('\n'));
    return `${colours.underline(toVisible(document.path))}\n${found.join('\n\n')}\n`;
  });
  const end = [...coverageLines(documents).map(colours.dim), summaryLine(documents, colours)];
  return `${[...parts, end.join('\n')].join('\n')}\n`;
}

function findingLines(finding: Finding, { withheld = [] }: ExportDocument, places: Places, colours: Colours, width: number): string[] {
  const position = places.start(finding);
  const place = position === undefined ? '' : `${position.line}:${position.column}`;
  const head = `  ${colours.dim(place)}  ${severityColour(finding.severity, colours)(finding.severity)}  ${toVisible(finding.message)}  ${colours.dim(finding.rule)}`;
  const lines = places.lines(finding.document);
  const related = finding.related.map(other => {
    const at = places.start(other);
    const where = `${toVisible(places.pathOf(other.document))}${at === undefined ? '' : `:${at.line}:${at.column}`}`;
    return `     ${colours.cyan('=')} ${colours.cyan(where)}  ${toVisible(other.message)}`;
  });
  return [head, ...(lines === undefined ? [] : excerpt(finding, lines, withheld, colours, width)), ...related];
}

/** The first line of the finding with carets under its words; a long line is cut to what fits around them. */
function excerpt(finding: Finding, lines: LineIndex, withheld: readonly Span[], colours: Colours, width: number): string[] {
  const number = lines.lineAt(finding.start);
  const span = lines.lineSpan(number);
  const text = withheld.reduce((line, secret) => blacken(line, secret, span), lines.lineText(number));
  if (text.trim() === '') return [];
  const gutter = String(number);
  const start = Math.min(finding.start, span.end) - span.start;
  const end = Math.max(start, Math.min(finding.end, span.end) - span.start);
  const room = width - gutter.length - 6;
  // Characters of two units are kept whole at the edges of the window.
  const from = start + Math.min(end - start, room) <= room ? 0 : wholeCharacter(text, start - Math.floor(room / 3));
  const to = wholeCharacter(text, Math.min(text.length, from + room));
  const lead = from > 0 ? '…' : '';
  const before = lead + toVisible(text.slice(from, start), lead.length);
  const marked = toVisible(text.slice(start, Math.min(end, to)), widthOf(before));
  const after = toVisible(text.slice(Math.min(end, to), to), widthOf(before) + widthOf(marked));
  const tail = to < text.length ? '…' : '';
  const colour = severityColour(finding.severity, colours);
  const carets = '^'.repeat(Math.max(1, widthOf(marked)));
  const blank = ' '.repeat(gutter.length);
  return [
    `     ${colours.dim(`${gutter} |`)} ${before}${colours.bold(marked)}${after}${tail}`.trimEnd(),
    `     ${colours.dim(`${blank} |`)} ${' '.repeat(widthOf(before))}${colour(carets)}`,
  ];
}

/** The line without what must not be shown, as long as before. */
function blacken(line: string, secret: Span, { start, end }: Span): string {
  const from = Math.max(secret.start, start) - start;
  const to = Math.min(secret.end, end) - start;
  return from < to ? line.slice(0, from) + '█'.repeat(to - from) + line.slice(to) : line;
}

function wholeCharacter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : Math.max(0, offset);
}

/** How far the drafts are sourced: a line for all, before it one for each of several in which something is open. */
function coverageLines(documents: readonly ExportDocument[]): string[] {
  const covered = documents.flatMap(({ path, coverage }) => (coverage && coverage.claims > 0 ? [{ path, coverage }] : []));
  if (covered.length === 0) return [];
  const all = covered.reduce((sum, { coverage }) => addCoverage(sum, coverage), NO_COVERAGE);
  const each = covered.length > 1 ? covered.filter(({ coverage }) => coverage.open > 0).map(({ path, coverage }) => `${toVisible(path)}: ${sayCoverage(coverage)}`) : [];
  return [...each, `Coverage: ${sayCoverage(all)}`];
}

function sayCoverage({ claims, sourced, verified, open }: Coverage): string {
  return `${sourced} of ${claims} check-worthy ${claims === 1 ? 'sentence' : 'sentences'} sourced, ${verified} verified, ${open} open.`;
}

function summaryLine(documents: readonly ExportDocument[], colours: Colours): string {
  const count = (severity: Severity) => documents.reduce((sum, document) => sum + document.findings.filter(finding => finding.severity === severity).length, 0);
  const silenced = documents.reduce((sum, document) => sum + document.silenced.length, 0);
  const counts: [number, string, string, (text: string) => string][] = [
    [count('error'), 'error', 'errors', colours.red], [count('warning'), 'warning', 'warnings', colours.yellow],
    [count('information'), 'note', 'notes', colours.blue], [count('hint'), 'hint', 'hints', colours.dim],
  ];
  const said = counts.filter(([number]) => number > 0).map(([number, one, many, colour]) => colour(`${number} ${number === 1 ? one : many}`));
  const all = `${documents.length} ${documents.length === 1 ? 'document' : 'documents'}`;
  const some = documents.filter(document => document.findings.length > 0).length;
  const first = said.length === 0 ? `No findings in ${all}` : `${said.join(', ')} in ${some === documents.length ? '' : `${some} of `}${all}`;
  return `${first}${silenced === 0 ? '' : ` (${silenced} silenced)`}.`;
}

function severityColour(severity: Severity, colours: Colours): (text: string) => string {
  return { error: colours.red, warning: colours.yellow, information: colours.blue, hint: colours.dim }[severity];
}
