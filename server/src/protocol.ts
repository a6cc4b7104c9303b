// Messages and command names that the language server and the extension share; the only server file that client/ may import.

/** LSP's shapes, spelt out so that this file imports nothing. Zero-based, UTF-16. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}
export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

/** Words as a notification of VS Code shows them, on one line and no longer than it is read: in its own syntax `[words](command:…)` is a link that runs the command, and an id of a registry may hold that. */
export function plainMessage(text: string): string {
  const words = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').replaceAll('](', '] (').trim();
  return words.length > MOST_SAID ? `${words.slice(0, MOST_SAID)}…` : words;
}

const MOST_SAID = 500;

/** What the client tells the server at start. */
export interface InitializationOptions {
  /** The client answers `READ_TEXT`, `READ_DIRECTORY` and `STAT`: the server asks it for files that it cannot read itself. */
  readonly files?: boolean;
  /** The client knows the commands of `COMMANDS`: code actions may name them. */
  readonly commands?: boolean;
  /** What the client has pulled for a document it shows instead of what was published for it: then open documents may be published too, for when they are not pulled. */
  readonly layeredDiagnostics?: boolean;
  /** A folder (`file:`) of the editor's for this workspace: what source checks found is kept there, and may be deleted at any time. */
  readonly storage?: string;
}

// --- server -> client: files through the editor's own file system ---------------------------

/** The text of a file, `null` where there is none that can be read as text. */
export const READ_TEXT = 'claimcheck/readText';
/** What a file holds, in Base64, `null` where there is none. */
export const READ_BYTES = 'claimcheck/readBytes';
/** Writes a file and the folders above it; answers with a sentence where it cannot. */
export const WRITE_BYTES = 'claimcheck/writeBytes';
export interface WriteBytesParams extends FileParams {
  readonly base64: string;
}
export type WriteBytesResult = string | null;
/** What a folder holds; empty where it cannot be read. */
export const READ_DIRECTORY = 'claimcheck/readDirectory';
/** What stands at an address, `null` for nothing. */
export const STAT = 'claimcheck/stat';

export interface FileParams {
  readonly uri: string;
}
export type ReadTextResult = string | null;
export type ReadBytesResult = string | null;
export type ReadDirectoryResult = readonly { readonly name: string; readonly kind: 'file' | 'folder' }[];
export type StatResult = 'file' | 'folder' | null;

// --- server -> client: what the status bar shows ----------------------------------------------

/** Told to a client with `commands` whenever an open draft was checked and its coverage is not what it was. */
export const COVERAGE = 'claimcheck/coverage';
export interface CoverageParams extends FileParams {
  readonly coverage: Coverage;
}

// --- client -> server: what the commands need -----------------------------------------------

/** How many sentences of a draft, or of all drafts, are check-worthy, and how many of them are sourced, verified and open. */
export interface Coverage {
  readonly claims: number;
  readonly sourced: number;
  readonly verified: number;
  readonly open: number;
}

/** How many findings a draft has, or all documents have. */
export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

/** Checks one document now. `null` where it is not one that Claimcheck reads. */
export const CHECK_DRAFT = 'claimcheck/checkDraft';
export interface CheckDraftResult {
  readonly kind: 'draft' | 'registry' | 'config';
  readonly version: number | null;
  readonly counts: Counts;
  /** Of a draft. */
  readonly coverage?: Coverage;
}

/** Checks every draft, registry and configuration file of the workspace and publishes their findings, those of closed documents too. Reports progress; can be cancelled. */
export const CHECK_WORKSPACE = 'claimcheck/checkWorkspace';
export interface CheckWorkspaceParams {
  readonly workDoneToken?: string | number;
}
export interface CheckWorkspaceResult {
  readonly documents: number;
  readonly counts: Counts;
  readonly coverage: Coverage;
}

/** A place in the document at a version: nothing is done where the document has moved on. */
export interface PlaceParams {
  readonly uri: string;
  readonly version: number;
  readonly range: ProtocolRange;
}

/** Where a new claim comment for the sentence at the place goes, as a snippet. `null` where there is no sentence. */
export const INSERT_CLAIM = 'claimcheck/insertClaim';
export interface InsertClaimResult {
  readonly position: ProtocolPosition;
  readonly snippet: string;
}

/** The sources that a draft can cite. */
export const LIST_SOURCES = 'claimcheck/listSources';
export interface ListedSource {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

/** Cites a source for the sentence at the place; the server sends the edit. Answers with what happened. */
export const CITE_SOURCE = 'claimcheck/citeSource';
export interface CiteSourceParams extends PlaceParams {
  readonly id: string;
}

/** Adds an entry to the registry of the draft; the server sends the edit. */
export const NEW_SOURCE = 'claimcheck/newSource';
export interface NewSourceParams {
  readonly uri: string;
  readonly type: string;
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** Sets `status=verified by on hash` on the claim of the sentence at the place; the server sends the edit. */
export const MARK_VERIFIED = 'claimcheck/markVerified';
export interface MarkVerifiedParams extends PlaceParams {
  readonly by: string;
  /** ISO date: the user's today. */
  readonly on: string;
}

/** What came of a request to edit: done, or a sentence that says why not. */
export type EditResult =
  | { readonly done: true; readonly uri: string; readonly range: ProtocolRange; /** What the user should know all the same; a whole sentence. */ readonly note?: string }
  | { readonly done: false; readonly message: string };

/** The sentences around a place that sourcing/unsourced has found, in order; none where the document has moved on. */
export const OPEN_CLAIMS = 'claimcheck/openClaims';
export interface OpenClaimsParams extends PlaceParams {
  /** The Markdown block of the place (or what is selected), or all under the heading above it. */
  readonly scope: 'paragraph' | 'section';
}
export interface OpenClaim {
  /** Which sentence of the draft, from 0: annotations do not change that. */
  readonly sentence: number;
  /** The fingerprint of its words, as in claim comments. */
  readonly hash: string;
  readonly text: string;
  /** What is found, as a whole sentence. */
  readonly message: string;
}

/** The ways to settle a sentence. `null` where it is gone. */
export const CLAIM_CHOICES = 'claimcheck/claimChoices';
export interface ClaimParams extends FileParams {
  readonly sentence: number;
  readonly hash: string;
}
export interface ClaimChoice {
  /** `cite:ID`, `cite-new`, `attribute`, `observed`, `common-knowledge`, `needs-source` */
  readonly key: string;
  /** Sources that something speaks for, a new source, words instead of a source, all other sources. */
  readonly group: 'likely' | 'new' | 'words' | 'other';
  readonly title: string;
  readonly description?: string;
  /** What speaks for a source, and what it is. */
  readonly detail: string;
}
export interface ClaimChoicesResult {
  readonly version: number;
  readonly range: ProtocolRange;
  readonly choices: readonly ClaimChoice[];
}

/** Settles a sentence in one of these ways; the server sends the edit, one step to undo. */
export const SETTLE_CLAIM = 'claimcheck/settleClaim';
export interface SettleClaimParams extends ClaimParams {
  readonly version: number;
  readonly choice: string;
  /** The source to be made, for `cite-new`; left out, an entry with placeholders. */
  readonly source?: Omit<NewSourceParams, 'uri'>;
}

/** Where the entry of a source stands: its first placeholder, else its id. `null` where there is none. */
export const SOURCE_PLACE = 'claimcheck/sourcePlace';
export interface SourcePlaceParams extends FileParams {
  readonly id: string;
}
export interface ProtocolPlace {
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** The next marker of unfinished work after the place, from the top again at the end. `null` where there is none. */
export const NEXT_MARKER = 'claimcheck/nextMarker';

// --- client -> server: source checks --------------------------------------------------------------

/** The user's settings for the network, sent with every command that needs it: a project cannot set them. */
export interface SourceSettings {
  /** Hosts that may be asked although their addresses are private. */
  readonly allowedHosts?: readonly string[];
  /** The availability service of an archive; left out: none is asked. */
  readonly archive?: string;
  /** The address to which that of a page is added to have the page archived; left out: nothing is sent there. */
  readonly archiveSave?: string;
  readonly proxy?: string;
  readonly noProxy?: readonly string[];
  /** Seconds for each request. */
  readonly timeout?: number;
  /** Milliseconds between two requests to one host. */
  readonly pause?: number;
}

/** Asks for the sources of one document, or of all. Reports progress; can be cancelled: what was found until then is kept. */
export const CHECK_SOURCES = 'claimcheck/checkSources';
export interface CheckSourcesParams {
  /** Left out: every draft and registry of the workspace. */
  readonly uri?: string;
  readonly settings: SourceSettings;
  readonly workDoneToken?: string | number;
}
export interface CheckSourcesResult {
  /** What was done, in one sentence. */
  readonly summary: string;
  readonly cancelled: boolean;
  /** Sources of which nothing is known, and why: they did not answer, or give no words. */
  readonly unread: readonly { readonly name: string; readonly state: 'not answered' | 'not readable'; readonly message: string }[];
  /** Why no page was asked for, where none was; a whole sentence. */
  readonly offline?: string;
}

/** Captures the page of a source beside its registry; the server writes the files and sends the edit of the entry. */
export const CAPTURE_SOURCE = 'claimcheck/captureSource';
/** Has an archive save the page of a source; the server sends the edit of the entry. */
export const ARCHIVE_SOURCE = 'claimcheck/archiveSource';
export interface SourceParams {
  /** The draft that can cite it, or its registry. */
  readonly uri: string;
  readonly id: string;
  readonly settings: SourceSettings;
}

// --- commands ------------------------------------------------------------------------------------

/** Commands of the extension, as in its manifest. */
export const COMMANDS = {
  checkDraft: 'claimcheck.checkDraft',
  checkWorkspace: 'claimcheck.checkWorkspace',
  insertClaim: 'claimcheck.insertClaim',
  citeSource: 'claimcheck.citeSource',
  newSource: 'claimcheck.newSource',
  markVerified: 'claimcheck.markVerified',
  nextMarker: 'claimcheck.nextMarker',
  sourceParagraph: 'claimcheck.sourceParagraph',
  sourceSection: 'claimcheck.sourceSection',
  checkSources: 'claimcheck.checkSources',
  checkWorkspaceSources: 'claimcheck.checkWorkspaceSources',
  captureSource: 'claimcheck.captureSource',
  archiveSource: 'claimcheck.archiveSource',
  restartServer: 'claimcheck.restartServer',
} as const;

/** A command of the extension that code actions name and no palette shows: opens the entry of a source. Arguments: the draft's address, the id. */
export const SHOW_SOURCE_COMMAND = 'claimcheck.showSource';

/** Commands that the server runs itself, for every editor (`workspace/executeCommand`). */
export const SERVER_COMMANDS = { checkWorkspace: 'claimcheck.server.checkWorkspace', checkSources: 'claimcheck.server.checkSources' } as const;

/** What stands in `Diagnostic.source`. */
export const DIAGNOSTIC_SOURCE = 'claimcheck';
