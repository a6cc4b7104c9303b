// The core's values as LSP's: offsets become lines and characters, findings become diagnostics, edits carry the version of their document.
import {
  DiagnosticSeverity, DiagnosticTag, type CreateFile, type Diagnostic, type Location, type Position, type Range, type TextDocumentEdit, type TextEdit, type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { ruleUrl } from '../engine/rule-pages.ts';
import { DIAGNOSTIC_SOURCE } from '../protocol.ts';
import type { Edit, Finding, Place, Severity } from '../rules/rule.ts';
import type { Span } from '../span.ts';
import { openDocument, textDocument, type Session } from './session.ts';

/** What a diagnostic carries for its quick fixes: the finding, and the version of the document that it holds for. */
export interface DiagnosticData {
  readonly version: number;
  readonly finding: Finding;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toPosition(document: TextDocument, offset: number): Position {
  return document.positionAt(offset);
}

export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** A place as a location; `undefined` where its document is gone. */
export async function toLocation(session: Session, place: Place): Promise<Location | undefined> {
  const document = await textDocument(session, place.document);
  return document && { uri: document.uri, range: toRange(document, place) };
}

export async function toLocations(session: Session, places: readonly Place[]): Promise<Location[]> {
  const locations = await Promise.all(places.map(place => toLocation(session, place)));
  return locations.filter(location => location !== undefined);
}

/** A finding of `document` as a diagnostic. */
export async function toDiagnostic(session: Session, document: TextDocument, finding: Finding): Promise<Diagnostic> {
  const related = session.client.relatedInformation
    ? await Promise.all(finding.related.map(async place => ({ location: await toLocation(session, place), message: place.message })))
    : [];
  const data: DiagnosticData = { version: document.version, finding };
  return {
    range: toRange(document, finding),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: ruleUrl(finding.rule) },
    source: DIAGNOSTIC_SOURCE,
    message: finding.message,
    relatedInformation: related.flatMap(({ location, message }) => (location ? [{ location, message }] : [])),
    ...(finding.rule === 'sources/unused' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    data,
  };
}

/**
 * Edits of one or more documents as one workspace edit, each document's with its version: a client refuses it where the text has moved on.
 * A document that is not there yet is made. `undefined` where that is needed and the client cannot.
 */
export async function toWorkspaceEdit(session: Session, edits: readonly Edit[]): Promise<WorkspaceEdit | undefined> {
  const byDocument = new Map<string, Edit[]>();
  for (const edit of edits) byDocument.set(edit.document, [...(byDocument.get(edit.document) ?? []), edit]);
  const changes: (CreateFile | TextDocumentEdit)[] = [];
  const plain: Record<string, TextEdit[]> = {};
  for (const [uri, own] of byDocument) {
    const document = await textDocument(session, uri);
    if (!document) {
      if (!session.client.documentChanges || !session.client.createFiles) return undefined;
      changes.push({ kind: 'create', uri, options: { ignoreIfExists: true } });
      const text = own.map(edit => edit.text).join('');
      changes.push({ textDocument: { uri, version: null }, edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: text }] });
      continue;
    }
    const textEdits = own.map(edit => ({ range: toRange(document, edit), newText: edit.text }));
    plain[document.uri] = textEdits;
    changes.push({ textDocument: { uri: document.uri, version: openDocument(session, uri)?.version ?? null }, edits: textEdits });
  }
  return session.client.documentChanges ? { documentChanges: changes } : { changes: plain };
}
