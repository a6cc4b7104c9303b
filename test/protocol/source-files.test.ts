// The built command line reads sources' files of every kind: each reader is a part of its own in the bundle.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { wordFile } from '../synthetic/write-docx.ts';
import { writePdf } from '../synthetic/write-pdf.ts';
import { claimcheck } from './claimcheck-process.ts';

test('a PDF, a Word file, a page and a transcript are read offline', { timeout: 60_000 }, async t => {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-files-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const words = (what: string) => `The ${what} said that the levy rose to 135 points in the harbour.`;
  writeFileSync(join(folder, 'pdf.pdf'), writePdf([[{ text: words('pdf'), x: 50, y: 700, size: 10 }]]));
  writeFileSync(join(folder, 'docx.docx'), wordFile([words('docx')]));
  writeFileSync(join(folder, 'html.html'), `<!doctype html><article><p>${words('html')}</p>${`<p>${'And so on it went for hours. '.repeat(10)}</p>`.repeat(5)}</article>`);
  writeFileSync(join(folder, 'vtt.vtt'), `WEBVTT\n\n00:01.000 --> 00:02.000\n${words('vtt')}\n`);
  const kinds = ['pdf', 'docx', 'html', 'vtt'];
  const sources = kinds.map(kind => `  ${kind}: {type: report, title: Levy, publisher: Port, issued: 2025, file: ${kind}.${kind}}\n`).join('');
  const sentences = kinds.map(kind => `“${words(kind).replace('135', '145').slice(0, -1)},” he said [@${kind}].\n`).join('\n');
  writeFileSync(join(folder, 'draft.md'), `---\nsources:\n${sources}---\n${sentences}`);
  const { stdout } = await claimcheck(['sources', '--offline', '--no-cache', '--format', 'json'], { cwd: folder });
  for (const kind of kinds) assert.match(stdout, new RegExp(`This quotation differs from “${kind}” \\([^)]+\\): “145” stands for “135”`), stdout);
});
