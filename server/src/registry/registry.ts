// A source registry: the entries that a text defines, with offsets, whatever its format.
import type { Span } from '../span.ts';

export type RegistryFormat = 'yaml' | 'csl-json' | 'bibtex';

/** A registry text, read. Reading never fails: what cannot be read is a problem, the entries that can be read still count. Offsets are in the text that was given (of the whole draft for its front matter). */
export interface Registry {
  readonly format: RegistryFormat;
  readonly entries: readonly SourceEntry[];
  readonly problems: readonly RegistryProblem[];
  /** How its entries are laid out, for edits; undefined where there is nothing that an entry could be added to. */
  readonly layout?: Layout;
}

/** How the members of a mapping or list are written, and where another would go. */
export interface Layout {
  /** - `block`: one member a line, by indentation; `flow`: between brackets, with commas; `bibtex`: between braces, with commas. */
  readonly style: 'block' | 'flow' | 'bibtex';
  /** Spaces before a member (`block`), or before one on a line of its own (`flow`, `bibtex`). */
  readonly indent: number;
  /** Where another member goes: the end of the last one, or after the opening bracket. */
  readonly at: number;
  readonly empty: boolean;
  /** Are names and words in double quotes, as in JSON? */
  readonly json: boolean;
}

export interface RegistryProblem extends Span {
  /** A whole sentence: what is wrong, and what is expected. */
  readonly message: string;
  /** The id of the entry, where the problem is one entry's. */
  readonly id?: string;
}

export interface PersonName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

export interface Excerpt {
  readonly text: string;
  readonly locator?: string;
  readonly span: Span;
}

/** One source. Field names are CSL's in camel case; see annotation-language, section 2. */
export interface SourceEntry extends Span {
  readonly id: string;
  /** The id's own letters. */
  readonly idSpan: Span;
  readonly type?: string;
  readonly title?: string;
  readonly authors: readonly PersonName[];
  readonly publisher?: string;
  readonly containerTitle?: string;
  /** ISO, perhaps partial: `2025`, `2025-09`, `2025-09-19`. */
  readonly issued?: string;
  readonly accessed?: string;
  readonly url?: string;
  readonly doi?: string;
  readonly archived?: string;
  readonly file?: string;
  readonly sha256?: string;
  readonly excerpts: readonly Excerpt[];
  readonly level?: 'primary' | 'secondary';
  readonly terms?: 'on-record' | 'background' | 'deep-background' | 'off-record';
  readonly origin?: string;
  readonly anonymous?: { readonly description?: string; readonly reason?: string; readonly approvedBy?: string };
  /** The names that a reader must not see: any terms but on-record, or `anonymous`. */
  readonly confidential: boolean;
  /** Where each field's value stands (key: the field's name as in the file's own format, e.g. `url`), for fixes and hovers. */
  readonly fieldSpans: Readonly<Record<string, Span>>;
  /** What the entry's type needs and it has not, each group as alternatives: `[['title'], ['issued', 'accessed']]`. */
  readonly missing: readonly (readonly string[])[];
  /** Do other entries of the file take fields from it (BibTeX's `crossref`, YAML's `<<: *name`)? Then it has a use without being cited. */
  readonly shared?: true;
  /** How its fields are laid out, for edits. */
  readonly layout?: Layout;
  /** Each field with its name, in order: `title: Minutes`. */
  readonly fields?: readonly EntryField[];
}

export interface EntryField extends Span {
  /** As in the file's own format. */
  readonly name: string;
}

/** An edit of a registry text, in the offsets of the text that was parsed. */
export interface RegistryEdit extends Span {
  readonly text: string;
}
