// The Context: all that the analysis of one draft may know beyond its text, as a value.
import type { Span } from '../span.ts';
import type { Registry, SourceEntry } from '../registry/registry.ts';
import type { Quantity } from '../language/quantities.ts';
import type { FigureWords } from './analysis.ts';

export interface Context {
  /** Identifies the draft among documents: its URI, or what the caller chose. */
  readonly document: string;
  /** ISO date that relative dates count from where the front matter gives none. No clock is read. */
  readonly date?: string;
  /** The registry documents that the draft can cite from besides its front matter, nearest first: its own files, then the project's. */
  readonly registries: readonly RegistryDocument[];
  /** Texts of sources: excerpts are in the entries; these are captures. */
  readonly passages: readonly Passage[];
  /** What source checks found of the pages that the draft links to and of the sources that it can cite. */
  readonly checkResults: CheckResults;
  /** The other drafts of the project. */
  readonly others: readonly DraftSummary[];
  /** Named figures that `claimcheck.yaml` describes. */
  readonly figures: ReadonlyMap<string, FigureSettings>;
  /** People whom the desk knows. */
  readonly desk: readonly DeskPerson[];
  /** Registry files that the draft names and that cannot be read. */
  readonly unreadable?: readonly Unreadable[];
}

/** A registry file that is named and not there, or no text: where it is named (in a draft's front matter or a `claimcheck.yaml`), and why, as a whole sentence. */
export interface Unreadable extends Span {
  readonly document: string;
  readonly message: string;
}

export interface RegistryDocument {
  readonly document: string;
  readonly text: string;
  readonly registry: Registry;
  /** Which drafts may cite from it: every draft of the project, or those that list it. */
  readonly reach: 'project' | 'draft';
}

export interface FigureSettings {
  readonly synonyms: readonly string[];
  readonly unit?: string;
}

export interface DeskPerson {
  readonly name: string;
  readonly family?: string;
  readonly title?: string;
  readonly also: readonly string[];
}

/** A stretch of a source's own words. */
export interface Passage {
  readonly source: string;
  readonly text: string;
  readonly locator?: string;
  /** Where stretches of `text` stand in the source (`p. 12`, `00:12:31`), in order, without overlap. */
  readonly locators?: readonly (Span & { readonly locator: string })[];
  /** Is this the whole of the source (a capture), or an excerpt from it? */
  readonly whole: boolean;
}

/** What a source check found of a page or a file; made in sources/, read by the rules “on command”. */
export interface CheckResult {
  /** The address as `addressKey` compares it, or the URI of a local file. */
  readonly at: string;
  /** When, ISO date and time in UTC. */
  readonly on: string;
  /** - `reached`: it is there. `unreachable`: it fails, for readers too. `unanswered`: it was not or could not be asked; nothing is known. */
  readonly outcome: 'reached' | 'unreachable' | 'unanswered';
  /** Why it was not reached, or why its words cannot be read; a whole sentence. */
  readonly message?: string;
  /** Where it has moved for good. */
  readonly movedTo?: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256?: string;
  /** How a page differs from the capture with this fingerprint; a whole sentence. */
  readonly change?: { readonly capture: string; readonly message: string };
  /** A copy that an archive holds. */
  readonly archived?: string;
}

/** By `CheckResult.at`. */
export type CheckResults = ReadonlyMap<string, CheckResult>;

/** What the other drafts of a project need to know of a draft. Small; compares equal where nothing that they need has changed. */
export interface DraftSummary {
  readonly document: string;
  /** Source ids that it cites anywhere. */
  readonly cited: readonly string[];
  readonly claimIds: readonly (Span & { readonly id: string })[];
  readonly namedFigures: readonly (Span & { readonly name: string; readonly quantity: Quantity; readonly asOf?: string; readonly scope?: string; readonly words: string; readonly party?: string })[];
  /** The registry documents that it can cite from, itself if its front matter has entries. */
  readonly registries: readonly string[];
  /** Figures that no claim names and that say what they measure, for figures/conflict with `across-drafts`. */
  readonly figures?: readonly SummaryFigure[];
}

/** A figure of another draft with the words that tell what it measures. */
export interface SummaryFigure extends Span {
  readonly quantity: Quantity;
  readonly about: FigureWords;
  readonly kind: 'level' | 'total' | 'forecast';
  readonly words: string;
  readonly measure?: string;
  readonly asOf?: string;
}

/** All that the rules about registries and about the project as a whole may read. */
export interface Project {
  readonly drafts: readonly DraftSummary[];
  /** Every registry that a draft of the project or its configuration uses: files, and the drafts' front matters (document = the draft's). */
  readonly registries: readonly RegistryDocument[];
  /** Registry files that a draft of the project or its configuration names and that cannot be read. */
  readonly unreadable?: readonly Unreadable[];
  /** What source checks found of the sources of its registries. Left out: none were made. */
  readonly checkResults?: CheckResults;
}

/** The entries of a registry document and where they stand, for messages. */
export interface EntryAt {
  readonly document: string;
  readonly entry: SourceEntry;
}

/** A context that knows nothing beyond the draft: what `analyze --jsonl` and tests start from. */
export function emptyContext(document: string, date?: string): Context {
  return { document, ...(date === undefined ? {} : { date }), registries: [], passages: [], checkResults: new Map(), others: [], figures: new Map(), desk: [] };
}
