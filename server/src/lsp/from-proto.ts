// LSP's values as the core's.
import type { Diagnostic, Position, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { DIAGNOSTIC_SOURCE } from '../protocol.ts';
import type { Finding } from '../rules/rule.ts';
import type { Span } from '../span.ts';
import type { DiagnosticData } from './to-proto.ts';

export function fromPosition(document: TextDocument, position: Position): number {
  return document.offsetAt(position);
}

export function fromRange(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** The finding behind a diagnostic, if it is one of ours and holds for this very version; `'stale'` where the text has moved on, `undefined` where the client kept no data. */
export function fromDiagnostic(document: TextDocument, diagnostic: Diagnostic): Finding | 'stale' | undefined {
  if (diagnostic.source !== DIAGNOSTIC_SOURCE || !isDiagnosticData(diagnostic.data)) return undefined;
  return diagnostic.data.version === document.version ? diagnostic.data.finding : 'stale';
}

function isDiagnosticData(data: unknown): data is DiagnosticData {
  if (typeof data !== 'object' || data === null || !('version' in data) || !('finding' in data)) return false;
  const { finding } = data;
  return typeof data.version === 'number' && typeof finding === 'object' && finding !== null && 'rule' in finding && 'start' in finding && 'end' in finding && 'document' in finding;
}
