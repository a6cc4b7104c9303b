// Findings as SARIF 2.1.0, for code-scanning services and editors.
import type { ArtifactLocation, Fix as SarifFix, Log, PhysicalLocation, Region as SarifRegion, ReportingConfiguration, ReportingDescriptor, Result } from 'sarif';
import { FindingHasher } from '../engine/baseline.ts';
import { CONFIG_INVALID, INTERNAL_ERROR, type Silenced } from '../engine/engine.ts';
import { ruleUrl } from '../engine/rule-pages.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Finding, Fix, Place, Rule, Severity } from '../rules/rule.ts';
import { Places, type ExportDocument, type ExportOptions } from './document.ts';

export interface SarifOptions extends ExportOptions {
  /** The version of Claimcheck. */
  readonly version: string;
  /** Did the check do all its work? Default: yes. */
  readonly successful?: boolean;
  readonly rules?: readonly Rule[];
}

/** One run with every rule of the catalogue and one result for each finding, the silenced ones with what silenced them. */
export function toSarif(documents: readonly ExportDocument[], options: SarifOptions): string {
  const descriptors = describeRules(options.rules ?? allRules);
  const ruleIndex = new Map(descriptors.map((descriptor, index) => [descriptor.id, index]));
  const places = new Places(documents, options);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'claimcheck', version: options.version, semanticVersion: options.version, rules: descriptors } },
      invocations: [{ executionSuccessful: options.successful ?? true }],
      columnKind: 'utf16CodeUnits',
      newlineSequences: ['\r\n', '\n', '\r'],
      results: documents.flatMap(document => resultsOf(document, places, ruleIndex)),
    }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultsOf(document: ExportDocument, places: Places, ruleIndex: ReadonlyMap<string, number>): Result[] {
  const hasher = new FindingHasher(document.text, document.draft);
  const seen = new Map<string, number>();
  const inOrder: (Finding | Silenced)[] = [...document.findings, ...document.silenced].toSorted((a, b) => a.start - b.start || a.end - b.end);
  return inOrder.map(finding => {
    const hash = hasher.hash(finding);
    const key = `${finding.rule}:${hash}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const index = ruleIndex.get(finding.rule);
    return {
      ruleId: finding.rule,
      ...(index === undefined ? {} : { ruleIndex: index }),
      level: levelOf(finding.severity),
      message: { text: finding.message },
      locations: [{ physicalLocation: locationOf(finding, places) }],
      ...(finding.related.length === 0 ? {} : { relatedLocations: finding.related.map((place, id) => ({ id, message: { text: place.message }, physicalLocation: locationOf(place, places) })) }),
      ...fixesOf(document.fixes?.get(finding) ?? [], places),
      partialFingerprints: { 'claimcheck/v1': `${key}:${nth}` },
      // All results of a run have suppressions, or none has (SARIF 2.1.0, 3.27.23); an empty list says "not suppressed".
      suppressions: 'by' in finding ? [finding.by === 'comment' ? { kind: 'inSource', justification: 'Disabled by a control comment.' } : { kind: 'external', justification: 'Accepted by the baseline.' }] : [],
      properties: { severity: finding.severity },
    };
  });
}

function fixesOf(fixes: readonly Fix[], places: Places): { fixes?: SarifFix[] } {
  const converted = fixes.flatMap((fix): SarifFix[] => {
    const documents = [...new Set(fix.edits.map(edit => edit.document))];
    // An edit of a document that is not known by lines cannot be told, and half a fix is none.
    if (documents.length === 0 || documents.some(uri => places.lines(uri) === undefined)) return [];
    return [{
      description: { text: fix.title },
      artifactChanges: documents.map(uri => ({
        artifactLocation: artifact(uri, places),
        replacements: fix.edits.filter(edit => edit.document === uri).map(edit => ({ deletedRegion: places.region(edit)!, ...(edit.text === '' ? {} : { insertedContent: { text: edit.text } }) })),
      })),
      properties: { safe: fix.safe },
    }];
  });
  return converted.length === 0 ? {} : { fixes: converted };
}

function locationOf(place: Place, places: Places): PhysicalLocation {
  const region: SarifRegion | undefined = places.region(place);
  return { artifactLocation: artifact(place.document, places), ...(region === undefined ? {} : { region }) };
}

/** Relative to the current folder where the document lies in it, else its own address. */
function artifact(uri: string, places: Places): ArtifactLocation {
  const path = places.pathOf(uri);
  if (path === '-') return { uri: 'stdin' };
  const isRelative = !path.startsWith('/') && !path.startsWith('../') && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(path);
  return { uri: isRelative ? path.split('/').map(encodeSegment).join('/') : uri };
}

function encodeSegment(segment: string): string {
  // Half a character cannot be encoded.
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'));
}

function describeRules(rules: readonly Rule[]): ReportingDescriptor[] {
  const own: { id: string; summary: string; severity: Severity | 'off' }[] = [
    { id: CONFIG_INVALID, summary: 'A key or value of claimcheck.yaml that cannot be used.', severity: 'error' },
    { id: INTERNAL_ERROR, summary: 'A rule that failed; its findings are missing.', severity: 'information' },
  ];
  return [...rules, ...own].map(({ id, summary, severity }) => {
    const configuration: ReportingConfiguration = severity === 'off' ? { enabled: false } : { enabled: true, level: levelOf(severity) };
    return {
      id,
      name: nameOf(id),
      shortDescription: { text: summary },
      help: { text: `${summary} ${ruleUrl(id)}`, markdown: `${summary} [${id}](${ruleUrl(id)})` },
      helpUri: ruleUrl(id),
      defaultConfiguration: configuration,
      properties: { severity, tags: [id.slice(0, id.indexOf('/'))] },
    };
  });
}

/** `figures/percent-points` as `FiguresPercentPoints`: SARIF wants names without separators. */
function nameOf(id: string): string {
  return id.split(/[/-]/).map(word => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}
