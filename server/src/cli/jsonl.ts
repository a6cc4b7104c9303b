// `claimcheck analyze --jsonl`: a filter from JSON Lines to JSON Lines, in order, as it goes.
import type { Readable } from 'node:stream';
import { buildDraft } from '../draft/build.ts';
import { checkDraft } from '../engine/engine.ts';
import type { Config } from '../engine/config.ts';
import { buildAnalysis } from '../model/build.ts';
import { emptyContext, type RegistryDocument } from '../model/context.ts';
import { summarize } from '../model/summary.ts';
import type { LogPort } from '../ports.ts';
import { createBlockCache } from '../workspace/block-cache.ts';
import { toRecord } from './record.ts';
import { CLEAN, complain, FAILED, write, type Terminal } from './terminal.ts';

/** Answers every line that can be read with one line; the others are named on standard error, and the exit status is then 2. Holds one line at a time. */
export async function analyzeLines(terminal: Terminal, config: Config, log: LogPort): Promise<number> {
  let status = CLEAN;
  let number = 0;
  const blocks = createBlockCache();
  for await (const line of readLines(terminal.stdin)) {
    number++;
    if (line.trim() === '') continue;
    const record = readRecord(line);
    if (typeof record === 'string') {
      status = FAILED;
      complain(terminal, `standard input, line ${number}: ${record}`);
      continue;
    }
    const document = String(record.id);
    const draft = buildDraft(record.text, blocks);
    const context = { ...emptyContext(document, record.date), figures: config.figures, desk: config.desk };
    const analysis = buildAnalysis(draft, context);
    const own: RegistryDocument[] = draft.frontMatter?.registry ? [{ document, text: record.text, registry: draft.frontMatter.registry, reach: 'draft' }] : [];
    const outcome = await checkDraft({ analysis, config, project: { drafts: [summarize(analysis)], registries: own } }, { log });
    const findings = outcome === 'cancelled' ? [] : outcome.findings;
    await write(terminal.stdout, `${JSON.stringify(toRecord(record.id, analysis, findings, other => other))}\n`);
  }
  return status;
}

interface InputRecord {
  readonly id: string | number;
  readonly text: string;
  readonly date?: string;
}

/** The record of a line, or what is wrong with it. */
function readRecord(line: string): InputRecord | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'this is no JSON; it was left out.';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'expected an object with "id" and "text"; the line was left out.';
  const { id, text, date } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') return 'the record has no "id"; it was left out.';
  if (typeof text !== 'string') return `the record ${JSON.stringify(id)} has no "text"; it was left out.`;
  if (date === undefined || date === null) return { id, text };
  if (typeof date !== 'string' || !isIsoDate(date)) return `the record ${JSON.stringify(id)} has a "date" that is no ISO date (2025-09-19); it was left out.`;
  return { id, text, date: date.slice(0, 10) };
}

/** `2025-09-19`, perhaps with a time after it. */
function isIsoDate(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T.*)?$/.test(text);
}

/** The lines of a stream of UTF-8, without their line breaks (`\n` or `\r\n`). Reads on only when the line was taken. */
async function* readLines(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  for await (const chunk of stream) {
    const pieces = decoder.decode(chunk as Uint8Array, { stream: true }).split('\n');
    for (const piece of pieces.slice(0, -1)) {
      parts.push(piece);
      yield parts.join('').replace(/\r$/, '');
      parts = [];
    }
    parts.push(pieces.at(-1)!);
  }
  parts.push(decoder.decode());
  const last = parts.join('');
  if (last !== '') yield last;
}
