// Findings as GitHub workflow commands: GitHub shows them at the lines of a pull request.
import type { Finding, Severity } from '../rules/rule.ts';
import { Places, type ExportDocument, type ExportOptions } from './document.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** One command a line; nothing where nothing was found. */
export function toGithub(documents: readonly ExportDocument[], options: ExportOptions = {}): string {
  const places = new Places(documents, options);
  return documents.flatMap(document => document.findings.map(finding => `${command(finding, document.path, places)}\n`)).join('');
}

function command(finding: Finding, path: string, places: Places): string {
  const properties: [string, string | number][] = [['file', path]];
  const region = places.region(finding);
  if (region !== undefined) {
    properties.push(['line', region.startLine], ['endLine', region.endLine]);
    // GitHub takes columns only where the finding stays on one line, and counts the last one in.
    if (region.startLine === region.endLine) properties.push(['col', region.startColumn], ['endColumn', Math.max(region.startColumn, region.endColumn - 1)]);
  }
  properties.push(['title', finding.rule]);
  const related = finding.related.map(place => {
    const at = places.start(place);
    return `\n${places.pathOf(place.document)}${at === undefined ? '' : `:${at.line}:${at.column}`}: ${place.message}`;
  });
  return `::${COMMANDS[finding.severity]} ${properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',')}::${escapeData(finding.message + related.join(''))}`;
}

/** As the runner reads them back: `%`, line breaks, and in properties `:` and `,`. */
function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
