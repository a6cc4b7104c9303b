// What a source check found, for the tests of the rules that read it.
import { addressKey } from '../../../server/src/model/addresses.ts';
import type { CheckResult, Context } from '../../../server/src/model/context.ts';
import { fileKey } from '../../../server/src/model/source-checks.ts';

type Found = Omit<CheckResult, 'at' | 'on'>;

/** `pages` by address, `files` by the id of the entry, whose registry is the draft's front matter. */
export function checked(pages: Readonly<Record<string, Found>>, files: Readonly<Record<string, Found>> = {}): Partial<Context> {
  const on = '2025-10-07T09:00:00.000Z';
  return {
    checkResults: new Map([
      ...Object.entries(pages).map(([url, found]) => [addressKey(url), { at: addressKey(url), on, ...found }] as const),
      ...Object.entries(files).map(([id, found]) => [fileKey('file:///draft.md', id), { at: `file:///${id}`, on, ...found }] as const),
    ]),
  };
}

/** A draft with one entry in its front matter. */
export function draftWith(fields: string, body = 'It rose [@wh].'): string {
  return `---\nsources:\n  wh:\n    type: webpage\n    title: Statement\n    ${fields}\n    accessed: 2025-10-06\n---\n${body}\n`;
}
