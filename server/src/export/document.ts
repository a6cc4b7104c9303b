// What every format of findings is made from, and the places in it.
import type { Draft } from '../draft/draft.ts';
import type { Silenced } from '../engine/engine.ts';
import type { Coverage } from '../model/sourcing/coverage.ts';
import { LineIndex, type Position } from '../line-index.ts';
import type { Finding, Fix, Place, Severity } from '../rules/rule.ts';
import type { Span } from '../span.ts';

/** A checked document with its findings, as a door of the engine hands it over. */
export interface ExportDocument {
  /** As it is shown: relative to the current folder with slashes, absolute where it lies elsewhere, `-` for standard input. */
  readonly path: string;
  readonly uri: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly silenced: readonly Silenced[];
  /** The quick fixes of findings, as far as they were computed. */
  readonly fixes?: ReadonlyMap<Finding, readonly Fix[]>;
  /** Of a draft: how many of its check-worthy sentences are sourced, verified and open. */
  readonly coverage?: Coverage;
  /** Stretches that no excerpt may show: the names of confidential sources. */
  readonly withheld?: readonly Span[];
  /** Makes fingerprints rest on sentences; without it they rest on lines. */
  readonly draft?: Draft | undefined;
}

/** A document that findings point at though it was not checked. */
export interface OtherDocument {
  readonly path: string;
  readonly text: string | undefined;
}

export interface ExportOptions {
  /** Documents beyond those given, by URI, for related places and edits there. */
  readonly other?: (uri: string) => OtherDocument | undefined;
}

/** A span as lines and columns, from 1, the end exclusive. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Finds paths and regions of places in any document that the findings name. */
export class Places {
  readonly #documents: ReadonlyMap<string, OtherDocument>;
  readonly #other: ((uri: string) => OtherDocument | undefined) | undefined;
  readonly #lines = new Map<string, LineIndex | undefined>();

  constructor(documents: readonly ExportDocument[], options: ExportOptions) {
    this.#documents = new Map(documents.map(document => [document.uri, document]));
    this.#other = options.other;
  }

  pathOf(uri: string): string {
    return this.#find(uri)?.path ?? uri;
  }

  lines(uri: string): LineIndex | undefined {
    if (!this.#lines.has(uri)) {
      const text = this.#find(uri)?.text;
      this.#lines.set(uri, text === undefined ? undefined : new LineIndex(text));
    }
    return this.#lines.get(uri);
  }

  /** Undefined where the document's text is not known. */
  region(place: Place): Region | undefined {
    const lines = this.lines(place.document);
    if (lines === undefined) return undefined;
    const start = lines.toPosition(place.start);
    const end = lines.toPosition(place.end);
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  }

  start(place: Place): Position | undefined {
    return this.lines(place.document)?.toPosition(place.start);
  }

  #find(uri: string): OtherDocument | undefined {
    return this.#documents.get(uri) ?? this.#other?.(uri);
  }
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** Is `severity` as grave as `bar`, or graver? */
export function reaches(severity: Severity, bar: Severity): boolean {
  return RANK[severity] <= RANK[bar];
}
