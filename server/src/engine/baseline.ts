// The baseline: findings that a newsroom has accepted for now, by what they stand on and not by line, so that they survive edits elsewhere.
import * as v from 'valibot';
import { hashSentence } from '../draft/hash.ts';
import type { Draft } from '../draft/draft.ts';
import { LineIndex } from '../line-index.ts';
import type { Finding } from '../rules/rule.ts';
import type { Span } from '../span.ts';
import { SentencesOf } from './precedence.ts';

/** `count` findings of a rule on sentences with this hash. */
export interface BaselineEntry {
  readonly rule: string;
  readonly hash: string;
  readonly count: number;
}

/** A baseline file: entries by the path of the document, relative to the file's folder, with slashes. */
export interface Baseline {
  readonly findings: ReadonlyMap<string, readonly BaselineEntry[]>;
  /** Why the file could not be read, as a whole sentence; the baseline is then empty. */
  readonly problem?: string;
}

/** The findings of one document, for a new baseline. */
export interface BaselineDocument {
  readonly path: string;
  readonly text: string;
  /** Undefined for a registry. */
  readonly draft: Draft | undefined;
  readonly findings: readonly Finding[];
}

const SCHEMA = v.object({
  version: v.literal(1),
  findings: v.record(v.string(), v.array(v.object({ rule: v.string(), hash: v.string(), count: v.pipe(v.number(), v.integer(), v.minValue(1)) }))),
});

/** Reads a baseline. Never throws: a file that is none has a `problem` and accepts nothing. */
export function readBaseline(text: string): Baseline {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { findings: new Map(), problem: 'The baseline is no JSON. Write it anew with "claimcheck check --write-baseline".' };
  }
  const parsed = v.safeParse(SCHEMA, json);
  if (!parsed.success) return { findings: new Map(), problem: 'The baseline has not the form that this version of Claimcheck writes. Write it anew with "claimcheck check --write-baseline".' };
  return { findings: new Map(Object.entries(parsed.output.findings)) };
}

/**
 * The text of a baseline that accepts these findings: sorted, one entry a line, the same for the same findings whatever their order.
 * `kept`: what an earlier baseline accepts, for documents that are not among these.
 */
export function writeBaseline(documents: readonly BaselineDocument[], kept?: Baseline): string {
  const given = new Set(documents.map(document => document.path));
  const entries = [
    ...documents.map(document => ({ path: document.path, entries: countEntries(document) })),
    ...[...kept?.findings ?? []].filter(([path]) => !given.has(path)).map(([path, others]) => ({ path, entries: others })),
  ];
  const paths = entries.filter(document => document.entries.length > 0).toSorted((a, b) => compare(a.path, b.path)).map(document => {
    const lines = document.entries.toSorted((a, b) => compare(a.rule, b.rule) || compare(a.hash, b.hash)).map(entry => `      ${JSON.stringify(entry)}`);
    return `    ${JSON.stringify(document.path)}: [\n${lines.join(',\n')}\n    ]`;
  });
  return `{\n  "version": 1,\n  "findings": {${paths.length === 0 ? '' : `\n${paths.join(',\n')}\n  `}}\n}\n`;
}

function countEntries({ text, draft, findings }: BaselineDocument): readonly BaselineEntry[] {
  const counts = new Map<string, BaselineEntry>();
  const hasher = new FindingHasher(text, draft);
  for (const finding of findings) {
    const hash = hasher.hash(finding);
    const key = `${finding.rule} ${hash}`;
    counts.set(key, { rule: finding.rule, hash, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** Takes out the findings that the entries accept, in their order, as many as each entry counts. */
export function applyBaseline(findings: readonly Finding[], entries: readonly BaselineEntry[], text: string, draft: Draft | undefined): { kept: readonly Finding[]; silenced: readonly Finding[] } {
  if (entries.length === 0) return { kept: findings, silenced: [] };
  const left = new Map<string, number>();
  for (const { rule, hash, count } of entries) left.set(`${rule} ${hash}`, (left.get(`${rule} ${hash}`) ?? 0) + count);
  const rules = new Set(entries.map(entry => entry.rule));
  const hasher = new FindingHasher(text, draft);
  const kept: Finding[] = [];
  const silenced: Finding[] = [];
  for (const finding of findings) {
    const key = rules.has(finding.rule) ? `${finding.rule} ${hasher.hash(finding)}` : '';
    const remaining = left.get(key) ?? 0;
    if (remaining > 0) left.set(key, remaining - 1);
    (remaining > 0 ? silenced : kept).push(finding);
  }
  return { kept, silenced };
}

/** Fingerprints of what findings stand on: the sentence, with the hash that claims have (annotation-language, section 3), or the line where there is no sentence. Neither tells its words. */
export class FindingHasher {
  readonly #lines: LineIndex;
  readonly #draft: Draft | undefined;
  readonly #sentences: SentencesOf | undefined;
  /** By sentence, or by line as a negative number: a line may be long and have many findings. */
  readonly #hashes = new Map<number, string>();

  constructor(text: string, draft: Draft | undefined) {
    this.#lines = new LineIndex(text);
    this.#draft = draft;
    this.#sentences = draft === undefined ? undefined : new SentencesOf(draft);
  }

  hash(finding: Span): string {
    const sentence = this.#sentences?.of(finding)[0];
    const key = sentence ?? -this.#lines.lineAt(finding.start);
    let hash = this.#hashes.get(key);
    if (hash === undefined) this.#hashes.set(key, (hash = hashSentence(sentence === undefined ? this.#lines.lineText(-key) : this.#draft!.sentences[sentence]!.text)));
    return hash;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
