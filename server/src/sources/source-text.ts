// The words of a source, and where in it each stretch of them stands.
import type { Span } from '../span.ts';

/** A file or an answer of a server, not yet read. */
export interface SourceFile {
  readonly bytes: Uint8Array;
  /** Its name, or the last part of its address: `minutes.pdf`. */
  readonly name: string;
  /** What a server called it; often wrong. */
  readonly contentType?: string;
}

/** Offsets are UTF-16 units of `text`. */
export interface SourceText {
  readonly format: 'html' | 'pdf' | 'docx' | 'transcript' | 'text';
  readonly text: string;
  /** In order, without overlap: `p. 12`, `para. 4`, `00:12:31`. Empty where the format has none. */
  readonly locators: readonly LocatedSpan[];
  readonly title?: string;
  /** Is a part missing, over a limit or unreadable? */
  readonly truncated: boolean;
}

export interface LocatedSpan extends Span {
  readonly locator: string;
}

/** Reads a file. Never rejects. */
export type Extract = (file: SourceFile) => Promise<SourceText | Unreadable>;

/** Why a file gives no words, as a whole sentence. */
export interface Unreadable {
  readonly problem: string;
}
