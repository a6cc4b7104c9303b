// Findings as JUnit XML, for build servers: a suite for each document, a case for each finding.
import type { Finding, Severity } from '../rules/rule.ts';
import { Places, reaches, type ExportDocument, type ExportOptions } from './document.ts';

export interface JunitOptions extends ExportOptions {
  /** From this severity on a finding is a failure; a lesser one is a case that passes and says what was found. Default: warning. */
  readonly failOn?: Severity;
}

/** A document without findings is a suite with one case that passes, so that a report shows that it was checked. */
export function toJunit(documents: readonly ExportDocument[], options: JunitOptions = {}): string {
  const places = new Places(documents, options);
  const bar = options.failOn ?? 'warning';
  const suites = documents.map(document => suite(document, places, bar));
  const total = (count: (s: Suite) => number) => suites.reduce((sum, one) => sum + count(one), 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="claimcheck" tests="${total(s => s.tests)}" failures="${total(s => s.failures)}" errors="0" skipped="${total(s => s.skipped)}">\n${suites.map(one => one.xml).join('')}</testsuites>\n`;
}

interface Suite {
  readonly xml: string;
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
}

function suite(document: ExportDocument, places: Places, bar: Severity): Suite {
  const path = toAttribute(document.path);
  const cases = [
    ...document.findings.map(finding => {
      const body = `${placeOf(finding, places)}: ${finding.message}${finding.related.map(place => `\n${placeOf(place, places)}: ${place.message}`).join('')}`;
      return reaches(finding.severity, bar)
        ? testCase(finding, places, path, `<failure type="${finding.severity}" message="${toAttribute(finding.message)}">${toText(body)}</failure>`)
        : testCase(finding, places, path, `<system-out>${toText(`${finding.severity}: ${body}`)}</system-out>`);
    }),
    ...document.silenced.map(finding => testCase(finding, places, path, `<skipped message="${finding.by === 'comment' ? 'Disabled by a control comment.' : 'Accepted by the baseline.'}"/>`)),
  ];
  if (cases.length === 0) cases.push(`    <testcase name="no findings" classname="${path}"/>\n`);
  const failures = document.findings.filter(finding => reaches(finding.severity, bar)).length;
  const skipped = document.silenced.length;
  return {
    tests: cases.length, failures, skipped,
    xml: `  <testsuite name="${path}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">\n${cases.join('')}  </testsuite>\n`,
  };
}

function testCase(finding: Finding, places: Places, path: string, inner: string): string {
  const position = places.start(finding);
  const name = `${finding.rule}${position === undefined ? '' : ` ${position.line}:${position.column}`}`;
  return `    <testcase name="${toAttribute(name)}" classname="${path}">${inner}</testcase>\n`;
}

function placeOf(place: { readonly document: string; readonly start: number; readonly end: number }, places: Places): string {
  const position = places.start(place);
  return `${places.pathOf(place.document)}${position === undefined ? '' : `:${position.line}:${position.column}`}`;
}

function toText(text: string): string {
  return toLegal(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');
}

function toAttribute(text: string): string {
  return toText(text).replace(/"/g, '&quot;').replace(/\t/g, '&#9;').replace(/\n/g, '&#10;');
}

/** XML 1.0 has no place for most control characters, halves of characters, U+FFFE and U+FFFF, not even escaped. */
function toLegal(text: string): string {
  // eslint-disable-next-line no-control-regex -- it is these characters that must go
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '\ufffd');
}
