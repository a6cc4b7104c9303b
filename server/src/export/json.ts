// Findings as JSON: one array of documents.
import type { Finding, Fix } from '../rules/rule.ts';
import { Places, type ExportDocument, type ExportOptions } from './document.ts';

/** `[{path, findings: […], coverage?: {claims, sourced, verified, open}}]`, every document that was checked among them, a draft with its coverage; offsets in UTF-16 units, lines and columns from 1, the end exclusive. */
export function toJson(documents: readonly ExportDocument[], options: ExportOptions = {}): string {
  const places = new Places(documents, options);
  const json = documents.map(({ path, findings, fixes, coverage }) => ({ path, findings: findings.map(finding => toObject(finding, fixes?.get(finding) ?? [], places)), ...(coverage ? { coverage } : {}) }));
  return `${JSON.stringify(json, null, 2)}\n`;
}

function toObject(finding: Finding, fixes: readonly Fix[], places: Places) {
  const { rule, severity, message, start, end } = finding;
  return {
    rule, severity, message, start, end,
    ...places.region(finding),
    related: finding.related.map(place => ({ path: places.pathOf(place.document), start: place.start, end: place.end, message: place.message })),
    fixes: fixes.map(({ title, safe, edits }) => ({ title, safe, edits: edits.map(edit => ({ path: places.pathOf(edit.document), start: edit.start, end: edit.end, text: edit.text })) })),
  };
}
